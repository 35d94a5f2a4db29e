/*
 * rule_test.h - runs the examples of a rule pack: does it decide as its authors say it does?
 */
#ifndef EFFCHECK_RULE_TEST_H
#define EFFCHECK_RULE_TEST_H

#include "effcheck/audit.h"

struct rule_test {
    uint32_t passed, failed; /* examples, counterexamples and rows of cases.csv */
    bool *used;              /* by rule: an example or a case was decided by it (class rules) or got its purpose (purpose rules) */
    uint32_t used_count;
};

/*
 * Runs every example and counterexample of rules.csv, on a day when its rule is in force, and every row of cases.csv (a pack may
 * have none) on pack_day. Each failure is a diagnostic in `failures`, with its place.
 *
 * An example is "account | account name | sub kegiatan | uraian", several parted by "||", and has to be decided by its own rule.
 * cases.csv has the columns account, rekening, sub_kegiatan, uraian and what is expected: class, rule, purposes (empty = not
 * looked at, "-" = none, purposes parted by ';' in the order of purposes.csv).
 *
 * False when cases.csv cannot be read; `diags` says why.
 */
bool rule_test(const struct pack *pack, struct rule_test *test, struct diags *failures, struct diags *diags);

#endif
