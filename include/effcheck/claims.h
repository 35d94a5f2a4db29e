/*
 * claims.h - cuts that units have reported (--claims), held against the cut that the files of this run show.
 *
 * A CSV known by its column names (rules/common/control.csv): unit (code or name), class (id or name of a kind of spending), and either
 * percent ("50", "46,2") or amount in rupiah. A row with both is one claim: its percentage.
 */
#ifndef EFFCHECK_CLAIMS_H
#define EFFCHECK_CLAIMS_H

#include "effcheck/ledger.h"
#include "effcheck/pack.h"

/*
 * Reads `path` into ledger.claims. Cells that cannot be read and units that are not in the run are diagnostics, their rows are left out.
 * False when the file as a whole is of no use. Call after ledger_end.
 */
bool claims_read(struct ledger *ledger, const struct pack *pack, struct str path, struct diags *diags);

#endif
