/*
 * A small table handed in beside the spending files (--control, --claims, --profile): a CSV whose columns are known by their names
 * (rules/common/control.csv) and whose rows may speak of units of this run. Not a public header.
 */
#ifndef EFFCHECK_SIDE_TABLE_H
#define EFFCHECK_SIDE_TABLE_H

#include "effcheck/ledger.h"
#include "effcheck/ruletable.h"

struct side_table {
    struct ledger *ledger;
    const struct ruletable *words; /* control.csv */
    struct ruletable table;
    struct diags *diags;
    struct arena scratch;
    struct source source;
    struct pool units;       /* folded codes and names */
    ARRAY(uint32_t) unit_of; /* by id in units: unit + 1; 0 = none, UINT32_MAX = several */
};

/* Reads the file. False with a diagnostic when it is none; close it in either case. */
bool side_open(struct side_table *side, struct ledger *ledger, const struct ruletable *words, struct str path, struct diags *diags);
void side_close(struct side_table *side);

/* `name` is one of the names of that meaning. */
bool side_means(struct side_table *side, const char *meaning, struct str name);
bool side_has(struct side_table *side, const char *meaning);
/* The same with a diagnostic when there is no such column. */
bool side_needs(struct side_table *side, const char *meaning);
/* The first filled cell of a row in the columns of one meaning, and the name of its column. */
struct str side_cell(struct side_table *side, const struct ruletable_row *row, const char *meaning, struct str *column);
void side_bad(struct side_table *side, const struct ruletable_row *row, struct str column, struct str value, struct str accepted);
/* The unit that a row names by code or name; false with a diagnostic. */
bool side_unit(struct side_table *side, const struct ruletable_row *row, uint32_t *unit);

#endif
