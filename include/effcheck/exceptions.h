/*
 * exceptions.h - findings that a region accepts, each with its reason and who answers for it (--exceptions FILE).
 *
 * An accepted finding stays in the report with its rupiah and is counted apart; the verdict of its check is what it was. A row names one
 * finding by its id, or all findings of a check in a unit. The columns are explained in rules/README.md.
 */
#ifndef EFFCHECK_EXCEPTIONS_H
#define EFFCHECK_EXCEPTIONS_H

#include "effcheck/pack.h"

struct exception {
    struct str id;
    struct str finding; /* id of the finding; empty = by check and unit */
    uint16_t check;     /* index in pack.checks; NO_INDEX = by finding */
    struct str unit;    /* code or name, as written */
    struct str reason, approver, letter, until, note; /* as written; letter, until and note may be empty */
    bool expired;       /* before the day of the report: accepts nothing */
    const struct ruletable_row *row;
};

struct exceptions {
    struct ruletable table;
    struct str path;             /* as given */
    ARRAY(struct exception) list; /* in table order; the first that fits a finding accepts it */
};

/* Reads `path`; everything lives in `arena`. False with diagnostics when a row lacks its reason or approver, names nothing or what the pack
 * does not know; expired rows are warnings. `today` year 0 = nothing expires. */
bool exceptions_load(struct exceptions *exceptions, struct str path, const struct pack *pack, struct date today, struct arena *arena,
                     struct diags *diags);

#endif
