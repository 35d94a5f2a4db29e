/*
 * stages.h - the stages that a budget goes through in a year, and the words by which files name them.
 *
 * The original budget (murni) is shifted any number of times (pergeseran) and changed by law once (perubahan), perhaps shifted
 * again after that. The latest stage is the budget in force. Words and their order are data: rules/common/stages.csv.
 */
#ifndef EFFCHECK_STAGES_H
#define EFFCHECK_STAGES_H

#include "effcheck/array.h"
#include "effcheck/diag.h"
#include "effcheck/ruletable.h"
#include "effcheck/str.h"

enum { STAGE_NUMBERS = 100 }; /* numbers within a stage: pergeseran 1 .. 99 */

struct stage {
    struct str name; /* as written */
    uint16_t rank;   /* order x STAGE_NUMBERS + number; a later stage has a larger one; 0 = words that the table does not know */
    bool original;   /* the stage that cuts are reckoned from */
    bool efficiency; /* its words name the one in which the budget was cut */
};

struct stage_rules {
    ARRAY(struct stage_rule {
        struct str words; /* folded */
        uint16_t order;
        bool original;
        bool efficiency;
    })
    list;
};
/* Reads stages.csv. False with a diagnostic when a row is no rule. */
bool stage_rules_load(struct stage_rules *rules, const struct ruletable *table, struct arena *arena, struct diags *diags);

/* The stage that `text` names; rank 0 when the table does not know it. `name` of the result is `text` itself. */
struct stage stage_named(const struct stage_rules *rules, struct str text, struct arena *scratch);
/* The original stage, for files that are given as such. */
struct stage stage_original(const struct stage_rules *rules);

#endif
