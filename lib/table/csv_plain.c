#include "csv_plain.h"

#include <string.h>

#include "block_marks.h"

/* A line being cut. */
struct cut {
    struct str line;
    char delimiter;
    size_t from;   /* where the cell in hand begins; behind its quote when it has one */
    bool quoted;   /* it began with a quote */
    bool closed;   /* and the quote was closed */
    bool doubled;  /* and it has doubled quotes inside */
    size_t passed; /* the second quote of a doubled one; 0 = none yet */
    struct plain_cells *out;
    struct arena *scratch;
};

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
    *array_push(cut->scratch, &cut->out->cells) = str_trim(cell);
}

static void end_quoted(struct cut *cut, size_t to)
{
    struct str cell = {cut->line.p + cut->from, to - cut->from};
    if (cut->doubled || memchr(cell.p, '\n', cell.n)) {
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

/* Delimiters at the bits of `hits` behind `base`, and no quotes: nearly every block. */
static inline void take_delimiters(struct cut *cut, size_t base, uint64_t hits)
{
    struct plain_cells *out = cut->out;
    array_reserve(cut->scratch, &out->cells, out->cells.n + BLOCK);
    const char *text = cut->line.p;
    struct str *to = out->cells.at + out->cells.n;
    size_t from = cut->from;
    for (; hits; hits &= hits - 1) {
        size_t at = base + (size_t)__builtin_ctzll(hits);
        *to++ = str_trim((struct str){text + from, at - from});
        from = at + 1;
    }
    cut->from = from;
    out->cells.n = (size_t)(to - out->cells.at);
}

/* The block that begins at `base`, as far as it is `within` the line. False when the line is not plain. */
static inline bool cut_block(struct cut *cut, size_t base, const char *block, uint64_t within)
{
    uint64_t quotes = block_marks(block, '"') & within, hits = block_marks(block, cut->delimiter) & within;
    if (!quotes && !cut->quoted) {
        take_delimiters(cut, base, hits);
        return cut->out->cells.n < RECORD_CELLS_MAX;
    }
    for (hits |= quotes; hits; hits &= hits - 1)
        if (!take(cut, base + (size_t)__builtin_ctzll(hits))) return false;
    return true;
}

enum cut_result csv_cut(struct str line, size_t readable, char delimiter, struct plain_cells *out, struct arena *scratch)
{
    struct cut cut = {.line = line, .delimiter = delimiter, .out = out, .scratch = scratch};
    size_t i = 0;
    out->cells.n = out->bytes.n = 0;
    for (; i + BLOCK <= line.n; i += BLOCK)
        if (!cut_block(&cut, i, line.p + i, UINT64_MAX)) return CUT_LIBCSV;
    const uint64_t within = (UINT64_C(1) << (line.n - i)) - 1;
    char rest[BLOCK] = {0};
    if (i + BLOCK > readable) memcpy(rest, line.p + i, line.n - i);
    if (!cut_block(&cut, i, i + BLOCK > readable ? rest : line.p + i, within)) return CUT_LIBCSV;
    if (cut.quoted && !cut.closed) return CUT_OPEN;
    if (!cut.quoted) keep_cell(&cut, (struct str){line.p + cut.from, line.n - cut.from});
    return CUT_DONE;
}
