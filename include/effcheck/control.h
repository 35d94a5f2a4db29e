/*
 * control.h - totals that the units reported elsewhere (their LRA), held against what the files of this run add up to.
 *
 * A CSV of three columns, known by their names: unit (code or name), measure (murni, kini, realisasi), amount. The names it may
 * use are data: rules/common/control.csv.
 */
#ifndef EFFCHECK_CONTROL_H
#define EFFCHECK_CONTROL_H

#include "effcheck/ledger.h"
#include "effcheck/ruletable.h"

/*
 * Reads `path` into ledger.controls and compares. Differences, amounts without data, units missing on one of the two sides and
 * cells that cannot be read are diagnostics. False when the file as a whole is of no use. Call after ledger_end.
 */
bool control_read(struct ledger *ledger, const struct ruletable *words, struct str path, struct diags *diags);

#endif
