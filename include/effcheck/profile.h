/*
 * profile.h - how a year's spending is spread over its months (--profile), as last year's was: the pace of a projection.
 *
 * A CSV known by its column names (rules/common/control.csv): month (1 to 12 or its name) and a share or rupiah. Only the ratios count.
 */
#ifndef EFFCHECK_PROFILE_H
#define EFFCHECK_PROFILE_H

#include "effcheck/ledger.h"
#include "effcheck/pack.h"
#include "effcheck/share.h"

struct profile {
    bool given;
    struct money month[12];
    struct str path;
};

/* Reads all twelve months, each once, none below zero, not all zero. Otherwise diagnostics say why and `given` stays
 * false. False when the file as a whole is of no use. */
bool profile_read(struct profile *profile, const struct ledger *ledger, const struct pack *pack, struct str path, struct diags *diags);
/* How much of the year lies behind at the end of `month` (1 to 12); part may be 0. */
struct pace profile_pace(const struct profile *profile, int month);

#endif
