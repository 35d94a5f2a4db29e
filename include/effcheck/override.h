/*
 * override.h - a region's own classification of single sub kegiatan, accounts or words (--override FILE).
 *
 * A judgement that is local (is this festival ceremonial or the service itself?) is no matter for a rule pack: it belongs to
 * somebody who answers for it. Each row names what it moves, the class, the reason, who approved it and the letter. Its rows
 * become rules in front of the pack's, so the first that matches decides and each line shows "file:line" of the row that moved it.
 * The columns are explained in rules/README.md.
 */
#ifndef EFFCHECK_OVERRIDE_H
#define EFFCHECK_OVERRIDE_H

#include "effcheck/array.h"
#include "effcheck/ruletable.h"

struct override {
    struct str id;
    uint16_t rule;        /* index in pack.rules; NO_INDEX = expired, not applied */
    uint16_t class_index;
    struct str what;      /* what it looks for, as written: "kode 5.05.02 · kata expo" */
    struct str reason, approver, letter, until, note; /* as written; letter, until and note may be empty */
    struct str path;      /* of the file, as given */
    struct rule_place place;
};

struct overrides {
    struct str path; /* empty = none */
    char sha256[SHA256_HEX + 1];
    ARRAY(struct override) list; /* in table order = priority */
    uint16_t applied;            /* the first so many rules of the pack are overrides */
};

#endif
