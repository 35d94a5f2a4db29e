#include "csv_plain.h"

#include <string.h>

enum { STEP = sizeof(uint64_t) };

/* A line being cut. */
struct cut {
    struct str line;
    char delimiter;
    size_t from;   /* where the cell in hand begins; behind its quote when it has one */
    bool quoted;   /* it began with a quote */
    bool closed;   /* and the quote was closed */
    cell_list *cells;
    struct arena *scratch;
};

/* The highest bit of each byte of `word` that is zero (exact, unlike the shorter trick). */
static uint64_t zero_bytes(uint64_t word)
{
    const uint64_t low = 0x7F7F7F7F7F7F7F7Fu;
    return ~(((word & low) + low) | word | low);
}

/* Eight bytes, the first one lowest. */
static uint64_t load(const char *p)
{
    uint64_t word;
    memcpy(&word, p, STEP);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

static bool is_plain(char c)
{
    return (unsigned char)c > ' ' && (unsigned char)c < 0x7F;
}

static void end_cell(struct cut *cut, size_t to)
{
    struct str cell = {cut->line.p + cut->from, to - cut->from};
    bool trimmed = cell.n == 0 || (is_plain(cell.p[0]) && is_plain(cell.p[cell.n - 1])); /* nearly every cell */
    *array_push(cut->scratch, cut->cells) = trimmed ? cell : str_trim(cell);
}

/* A quote or a delimiter at `at`. False when the line is not plain. */
static bool take(struct cut *cut, size_t at)
{
    const struct str line = cut->line;
    if (line.p[at] == '"') {
        bool opens = !cut->quoted && at == cut->from;
        bool closes = cut->quoted && !cut->closed && (at + 1 == line.n || line.p[at + 1] == cut->delimiter);
        if (opens) cut->quoted = true, cut->from++;
        if (closes) cut->closed = true, end_cell(cut, at);
        return opens || closes;
    }
    if (cut->quoted && !cut->closed) return true; /* inside quotes a delimiter is a letter */
    if (!cut->quoted) end_cell(cut, at);
    cut->quoted = cut->closed = false;
    cut->from = at + 1;
    return cut->cells->n < RECORD_CELLS_MAX;
}

bool csv_cut(struct str line, char delimiter, cell_list *cells, struct arena *scratch)
{
    const uint64_t ones = 0x0101010101010101u, delimiters = ones * (unsigned char)delimiter, quotes = ones * (unsigned char)'"';
    struct cut cut = {.line = line, .delimiter = delimiter, .cells = cells, .scratch = scratch};
    size_t i = 0;
    cells->n = 0;
    for (; i + STEP <= line.n; i += STEP) {
        uint64_t word = load(line.p + i);
        for (uint64_t hits = zero_bytes(word ^ delimiters) | zero_bytes(word ^ quotes); hits; hits &= hits - 1)
            if (!take(&cut, i + (size_t)__builtin_ctzll(hits) / 8)) return false;
    }
    for (; i < line.n; i++)
        if ((line.p[i] == delimiter || line.p[i] == '"') && !take(&cut, i)) return false;
    if (cut.quoted && !cut.closed) return false;
    if (!cut.quoted) end_cell(&cut, line.n);
    return true;
}
