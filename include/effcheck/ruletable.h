/*
 * ruletable.h - a CSV table of a rule pack as rows of named columns, each cell with its place.
 */
#ifndef EFFCHECK_RULETABLE_H
#define EFFCHECK_RULETABLE_H

#include "effcheck/array.h"
#include "effcheck/diag.h"
#include "effcheck/source.h"
#include "effcheck/str.h"

/* The file that rows stand in. */
struct ruletable_file {
    struct str path;
    struct str label;          /* how places name it: the file name; with its folder where packs lie over each other */
    ARRAY(struct str) columns; /* header names as written */
};

struct ruletable_row {
    const struct ruletable_file *file; /* not always that of the table: rows of a base lie among those of what extends it */
    uint32_t line;     /* physical line, from 1 */
    struct str *cells; /* one per column of its file; missing cells are empty */
};

/* A place in a rule table, as printed in reports: "rules.csv:17". */
struct rule_place {
    struct str file; /* label of the file */
    uint32_t line;
    const struct ruletable *table; /* the row itself, with all its columns; lives as long as the pack */
    const struct ruletable_row *row;
};

struct ruletable {
    struct str path;
    char sha256[SHA256_HEX + 1]; /* of the file; empty for a table from memory */
    struct ruletable_file *file; /* NULL when it could not be read */
    ARRAY(struct ruletable_row) rows; /* blank lines and rows whose first cell starts with '#' are left out */
};

/* Reads `path`; everything lives in `arena`. False with a diagnostic when it cannot be read or a column named in `needed`
 * (blank-separated) is missing, a row has more cells than the header, or a quote makes no cell. Accepts comma or semicolon, with or without BOM, as spreadsheets save it. */
bool ruletable_load(struct ruletable *table, struct str path, const char *needed, struct arena *arena, struct diags *diags);
/* The same from memory (tests, fuzzing). */
bool ruletable_parse(struct ruletable *table, struct str path, struct str text, const char *needed, struct arena *arena, struct diags *diags);
/*
 * Lays `own` over `base`, by the column id: a row with the id of a base row takes its place (of several with that id, for days of
 * their own, none is left); a row whose id begins with '!' takes all base rows of that id out; all other rows come before the base's, in their own order, so that the nearer table decides first.
 * False with a diagnostic for a '!' without a base row.
 */
bool ruletable_extend(struct ruletable *base, const struct ruletable *own, struct arena *arena, struct diags *diags);
/* Cell of `row` in the column named `column`; empty when its file has no such column. */
struct str ruletable_cell(const struct ruletable *table, const struct ruletable_row *row, const char *column);
struct rule_place ruletable_place(const struct ruletable *table, const struct ruletable_row *row);
/* A diagnostic that points at a cell: file, line and the number of the cell in its row, as a spreadsheet counts columns. */
struct diag ruletable_diag(const struct ruletable *table, const struct ruletable_row *row, const char *column, enum diag_kind kind,
                           struct str value, struct str detail);

#endif
