/*
 * diff.h - what changes between two audits of the same files: lines that move between classes, verdicts that flip.
 */
#ifndef EFFCHECK_DIFF_H
#define EFFCHECK_DIFF_H

#include "effcheck/audit.h"

/* Lines of one unit that had one class and have another. */
struct move {
    struct str unit;     /* code, or name where it has none */
    struct str from, to; /* class ids; empty = the line was not read under that pack */
    uint32_t lines;
    struct amounts amounts;
};

struct flip {
    struct str check, unit; /* unit empty = region */
    bool had, has;          /* the check gave a result there under the old pack, under the new one */
    enum verdict from, to;
};

struct audit_diff {
    ARRAY(struct move) moves; /* by unit, from, to */
    ARRAY(struct flip) flips; /* in the order of the new pack's checks, then what is gone */
    struct move sum;          /* of all moves */
};

/*
 * Compares two finished audits (audit_checks done) of the same files under two packs. Lines are the same by file and row. For every
 * unit, class and measure: total under the new pack = total under the old one + what moved in - what moved out, to the sen.
 * False with a diagnostic when a sum leaves 64 bits.
 */
bool audit_compare(struct audit_diff *diff, const struct audit *old, const struct audit *new, struct arena *arena, struct diags *diags);

#endif
