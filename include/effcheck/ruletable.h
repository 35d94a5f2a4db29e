/*
 * ruletable.h - a CSV table of a rule pack as rows of named columns, each cell with its place.
 */
#ifndef EFFCHECK_RULETABLE_H
#define EFFCHECK_RULETABLE_H

#include "effcheck/array.h"
#include "effcheck/diag.h"
#include "effcheck/source.h"
#include "effcheck/str.h"

struct ruletable_row {
    uint32_t line;     /* physical line, from 1 */
    struct str *cells; /* one per column of the table; missing cells are empty */
};

struct ruletable {
    struct str path;
    char sha256[SHA256_HEX + 1]; /* of the file; empty for a table from memory */
    ARRAY(struct str) columns; /* header names as written */
    ARRAY(struct ruletable_row) rows; /* blank lines and rows whose first cell starts with '#' are left out */
};

/* Reads `path`; everything lives in `arena`. False with a diagnostic when it cannot be read or a column named in `needed`
 * (blank-separated) is missing, a row has more cells than the header, or a quote makes no cell. Accepts comma or semicolon, with or without BOM, as spreadsheets save it. */
bool ruletable_load(struct ruletable *table, struct str path, const char *needed, struct arena *arena, struct diags *diags);
/* The same from memory (tests, fuzzing). */
bool ruletable_parse(struct ruletable *table, struct str path, struct str text, const char *needed, struct arena *arena, struct diags *diags);
/* Cell of `row` in the column named `column`; empty when the table has no such column. */
struct str ruletable_cell(const struct ruletable *table, const struct ruletable_row *row, const char *column);
/* A diagnostic that points at a cell: file, line and the number of the cell in its row, as a spreadsheet counts columns. */
struct diag ruletable_diag(const struct ruletable *table, const struct ruletable_row *row, const char *column, enum diag_kind kind,
                           struct str value, struct str detail);

#endif
