/*
 * policy.h - what a region has decided for itself where the law leaves it open (--policy FILE).
 *
 * A percentage for a kind of spending, the stage that it is reckoned from, the funds and sub units that its own Perkada leaves
 * out, a tolerance, its legal basis and who signs. It never changes a number of the law: a percentage that differs from the law's
 * becomes a limit of its own beside it, tested by checks of nature KEBIJAKAN that cite it. The rows are explained in
 * rules/README.md and printed in full in the report.
 */
#ifndef EFFCHECK_POLICY_H
#define EFFCHECK_POLICY_H

#include "effcheck/array.h"
#include "effcheck/matcher.h"
#include "effcheck/money.h"
#include "effcheck/ruletable.h"

/* Strict: all funds and sub units, as the law is worded. Practice: without those that the policy leaves out. */
enum scope { SCOPE_STRICT, SCOPE_PRACTICE, SCOPE_COUNT };

/* Rules of policy.outside, in matcher.h's sense. */
enum outside { OUTSIDE_FUND, OUTSIDE_SUB_UNIT };

/* A percentage for one class. */
struct policy_cut {
    uint16_t class_index;
    struct percent cut;
    struct str basis;
    uint16_t limit_index; /* in pack.limits: of its own, or that of the law when the number is the same */
    bool own;             /* the limit is of its own */
};

struct policy {
    struct ruletable table;   /* as written; no rows = no policy */
    struct str path;          /* empty = none */
    struct str basis;         /* own Perkada or circular */
    struct str stage;         /* in words: what the baseline is */
    struct str efficiency_stage; /* words of the stage in which the budget was cut; empty = as stages.csv says */
    enum scope scope;         /* which scope the verdicts of limits follow */
    struct matcher *outside;  /* NULL = nothing is left out; then both scopes are the same */
    struct money tolerance;   /* an excess up to this is no excess */
    struct str signatory_name, signatory_number, signatory_office;
    ARRAY(struct policy_cut) cuts;
};

#endif
