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
    bool doubled;  /* and it has doubled quotes inside */
    bool broken;   /* the line has line breaks, all of them inside of quotes */
    size_t passed; /* the second quote of a doubled one; 0 = none yet */
    struct plain_cells *out;
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

/* The cell with "" made one quote and each line end one '\n'. Room is made once, for all such cells of the line together. */
static struct str rewritten(struct plain_cells *out, struct str cell, size_t line_n, struct arena *scratch)
{
    array_reserve(scratch, &out->bytes, line_n);
    char *to = out->bytes.at + out->bytes.n;
    size_t n = 0;
    for (size_t i = 0; i < cell.n; i++) {
        if (cell.p[i] == '\n')
            while (n && to[n - 1] == '\r') n--;
        to[n++] = cell.p[i];
        i += cell.p[i] == '"';
    }
    out->bytes.n += n;
    return (struct str){to, n};
}

static inline void keep_cell(struct cut *cut, struct str cell)
{
    bool trimmed = cell.n == 0 || (is_plain(cell.p[0]) && is_plain(cell.p[cell.n - 1])); /* nearly every cell */
    *array_push(cut->scratch, &cut->out->cells) = trimmed ? cell : str_trim(cell);
}

static void end_quoted(struct cut *cut, size_t to)
{
    struct str cell = {cut->line.p + cut->from, to - cut->from};
    if (cut->doubled || (cut->broken && memchr(cell.p, '\n', cell.n))) {
        cell = rewritten(cut->out, cell, cut->line.n, cut->scratch);
        cut->doubled = false;
    }
    keep_cell(cut, cell);
}

/* A quote at `at`: it opens or closes the cell, or is one of a double. False when the line is not plain. */
static inline bool take_quote(struct cut *cut, size_t at)
{
    const struct str line = cut->line;
    if (at == cut->passed && at) return true;
    if (!cut->quoted) {
        cut->quoted = at == cut->from;
        cut->from++;
        return cut->quoted;
    }
    if (cut->closed) return false;
    if (at + 1 < line.n && line.p[at + 1] == '"') {
        cut->doubled = true;
        cut->passed = at + 1;
        return true;
    }
    cut->closed = at + 1 == line.n || line.p[at + 1] == cut->delimiter;
    if (cut->closed) end_quoted(cut, at);
    return cut->closed;
}

/* A quote or a delimiter at `at`. False when the line is not plain. */
static inline bool take(struct cut *cut, size_t at)
{
    if (cut->line.p[at] == '"') return take_quote(cut, at);
    if (cut->quoted && !cut->closed) return true; /* inside quotes a delimiter is a letter */
    if (!cut->quoted) keep_cell(cut, (struct str){cut->line.p + cut->from, at - cut->from});
    cut->quoted = cut->closed = false;
    cut->from = at + 1;
    return cut->out->cells.n < RECORD_CELLS_MAX;
}

enum cut_result csv_cut(struct str line, char delimiter, struct plain_cells *out, struct arena *scratch)
{
    const uint64_t ones = 0x0101010101010101u, delimiters = ones * (unsigned char)delimiter, quotes = ones * (unsigned char)'"';
    struct cut cut = {.line = line, .delimiter = delimiter, .out = out, .scratch = scratch, .broken = memchr(line.p, '\n', line.n) != NULL};
    size_t i = 0;
    out->cells.n = out->bytes.n = 0;
    for (; i + STEP <= line.n; i += STEP) {
        uint64_t word = load(line.p + i);
        for (uint64_t hits = zero_bytes(word ^ delimiters) | zero_bytes(word ^ quotes); hits; hits &= hits - 1)
            if (!take(&cut, i + (size_t)__builtin_ctzll(hits) / 8)) return CUT_LIBCSV;
    }
    for (; i < line.n; i++)
        if ((line.p[i] == delimiter || line.p[i] == '"') && !take(&cut, i)) return CUT_LIBCSV;
    if (cut.quoted && !cut.closed) return CUT_OPEN;
    if (!cut.quoted) keep_cell(&cut, (struct str){line.p + cut.from, line.n - cut.from});
    return CUT_DONE;
}
