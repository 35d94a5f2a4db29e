/*
 * evidence.h - why one rule holds for one line, or why not: what classification decides with bit sets, in words.
 */
#ifndef EFFCHECK_EVIDENCE_H
#define EFFCHECK_EVIDENCE_H

#include "effcheck/matcher.h"
#include "effcheck/pack.h"

/* What rules look at in a line. */
struct rule_texts {
    struct str account;              /* canonical */
    struct str activity_code;        /* of the sub kegiatan, for overrides */
    struct str field[FIELD_COUNT];   /* in the order of the FIELD_* bits: account name, activity, text */
};

struct rule_evidence {
    bool holds;                      /* the rule decides the line, if no rule before it does */
    struct str account;              /* the account prefix that covers the line; empty when the rule names none or none covers it */
    struct str activity;             /* the same of the code of the sub kegiatan */
    struct str phrase[PHRASE_USES];  /* the phrase of each column that occurs, as the table writes it; empty when none does */
    unsigned field[PHRASE_USES];     /* FIELD_* in which it occurs */
};

/* `scratch` holds folded texts; the slices of the result live in the pack. Days are not looked at, see rule_valid. */
struct rule_evidence rule_evidence(const struct pack *pack, size_t rule, const struct rule_texts *texts, struct arena *scratch);

#endif
