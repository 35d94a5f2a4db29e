/*
 * What several files of a run mean together: the same table twice, a summary beside its parts, stages that replace each other.
 * Not a public header.
 *
 * The lines of one unit and one stage in one file are a part. Parts are left out or kept as a whole; only documents are looked at
 * line by line. Nothing is removed before the end (joining_apply), and every line left out is counted under its reason.
 */
#ifndef EFFCHECK_JOINING_H
#define EFFCHECK_JOINING_H

#include "effcheck/ledger.h"
#include "keymap.h"

#define KEPT EXCLUDED_COUNT /* reason of a part or line that counts */

struct part {
    uint32_t file, unit;
    uint16_t stage;          /* 0 for parts without a budget: what was spent belongs to the year, whatever the stage */
    uint32_t used, rejected; /* lines */
    uint32_t first;          /* in joining.order: used + rejected line indices, in row order */
    uint64_t fingerprint;    /* of the used lines, whatever their order; only where another part has as many lines and the same sums */
    struct amounts sums;
    int year;              /* of its file; files that state none are taken for the one year of the run, if there is one */
    uint64_t region;       /* the same for the region, as a key */
    enum excluded why;     /* KEPT or the reason why it does not count */
    bool becomes_original; /* its budget is the original one */
    bool loses_spent;      /* and what it says of the realisation is replaced by a later stage's */
};

struct joining {
    struct ledger *ledger;
    struct diags *diags;
    struct arena *scratch;
    ARRAY(struct part) parts; /* by file, then first line */
    uint32_t *part_of;        /* by line */
    uint32_t *order;          /* line indices, part by part */
    uint8_t *why;             /* by line: KEPT or enum excluded; of documents only, parts come on top */
};

#define BUDGET ((1u << MURNI) | (1u << KINI))
#define ALL_MEASURES ((1u << MEASURE_COUNT) - 1)

static inline bool part_has_budget(const struct part *part) { return (part->sums.present & BUDGET) != 0; }
static inline struct input_file *part_file(const struct joining *j, const struct part *part) { return &j->ledger->files.at[part->file]; }

/* Where and what for, without the amounts: what a revised upload repeats. `fine` = texts count too. */
uint64_t line_key(const struct ledger *ledger, const struct line *line, bool fine);
/* With the amounts of these measures, without the texts: what another form of the same table repeats. */
uint64_t line_content(const struct ledger *ledger, const struct line *line, unsigned measures);
/* "1.02 Dinas Kesehatan" */
struct str unit_title(const struct joining *j, uint32_t unit);

/* Steps, in this order. Each may leave parts out and adds its diagnostics. */
void join_region_summary(struct joining *j);
void join_twins(struct joining *j);
void join_revisions(struct joining *j);
void join_documents(struct joining *j);
void join_stages(struct joining *j);
/* Whether the sums of the summaries agree with the units; after joining_apply. */
void join_check_summaries(const struct ledger *ledger, struct diags *diags, struct arena *scratch);

/* Does all of the above for a ledger whose files are all in. */
void ledger_join(struct ledger *ledger, struct diags *diags);

/* Gives each reject its unit; after the units are sorted. */
void assign_reject_units(struct ledger *ledger);

/* True when `part` is a copy of `kept`, perhaps with rows that could be read only in one of them. */
bool part_is_copy(struct joining *j, const struct part *part, const struct part *kept);
/* Smaller = rather kept: adds up, fewer rejected rows, more lines, earlier file. */
int part_order(const struct joining *j, const struct part *a, const struct part *b);

#endif
