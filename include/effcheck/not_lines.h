/*
 * not_lines.h - tables that look like budgets and hold no spending lines: percentages by account, summaries by unit.
 *
 * Known by the names in their header (rules/common/not_lines.csv), so that a refusal can say what the file is and where it belongs.
 */
#ifndef EFFCHECK_NOT_LINES_H
#define EFFCHECK_NOT_LINES_H

#include "effcheck/ruletable.h"
#include "effcheck/table.h"

struct not_lines_table {
    ARRAY(struct str) columns; /* folded; all of them stand in one row */
    struct str what, advice;   /* in words */
};

/* not_lines.csv, compiled; immutable. */
struct not_lines {
    ARRAY(struct not_lines_table) tables;
};

void not_lines_load(struct not_lines *not_lines, const struct ruletable *table, struct arena *arena);
/* True, with a diagnostic, when one of the first records has all the names of such a table. */
bool not_lines_refuse(const struct not_lines *not_lines, const struct table *table, struct str path, struct diags *diags);

#endif
