/*
 * outline.h - which rows of a budget are lines, and does the file add up?
 *
 * A "penjabaran" prints every level of the hierarchy as a row: BELANJA, 5.1, programme, activity, 5.2.2, 5.2.2.15,
 * 5.2.2.15.02. Adding every row counts the money several times; only the lowest rows are lines. This module orders the rows
 * of ONE file into that tree and uses each amount above a leaf as control. It also serves flat files (every row a line) and
 * lists that stop early, because it asks only: does something stand below this row?
 *
 * Method.
 * 1. Each code is parted into activity path and account (account.h); the chart, and where the account begins, are learned from
 *    the whole file.
 * 2. The *shape* of a code gives its row a level (root and group accounts, affair, programme, activity, deeper accounts), and
 *    the row order gives the parent: the nearest row above of a smaller level. Shape and order survive the typing errors that
 *    codes do not.
 * 3. Where shape and code contradict each other, where one code stands several times in a row, or where a row that states an
 *    amount has none below it and its neighbours fill it exactly, there is more than one reading. The amounts decide: the reading
 *    whose children come nearer to what their parents state is taken, and noted as a repair.
 * 4. A row whose code is damaged is given to the parent that lacks exactly its amount, or to nobody. Where codes are odd but
 *    readable, the file is read both ways and the reading nearer to the stated total is kept.
 * 5. A row without children is a line if it has an account or names a programme or activity; every parent whose children do not
 *    add up is reported. No amount is ever changed.
 *
 * Cost: linear in rows (hashing and one stack); a repair looks only at one parent and its children.
 */
#ifndef EFFCHECK_OUTLINE_H
#define EFFCHECK_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "effcheck/account.h"
#include "effcheck/arena.h"
#include "effcheck/array.h"
#include "effcheck/money.h"
#include "effcheck/ruletable.h"
#include "effcheck/str.h"

enum { OUTLINE_MEASURES_MAX = 8 };
#define OUTLINE_NONE UINT32_MAX /* no such row */

/* ---- what goes in ---- */

/* What a measure cell of a row holds. */
enum outline_cell {
    OUTLINE_ABSENT = 0, /* blank: not zero */
    OUTLINE_AMOUNT,     /* see amounts[] */
    OUTLINE_UNREADABLE, /* something is written that is no exact amount (2,61024E+11) */
};

/* One record after the header row. Slices stay the caller's. */
struct outline_row {
    struct str code;    /* the code cell as written; with input.parted the account cell */
    struct str path;    /* only with input.parted: the sub kegiatan, kegiatan or programme cell as written */
    struct str name;    /* uraian */
};

struct outline_input {
    const struct outline_row *rows;
    size_t n;
    size_t measures;              /* 1 .. OUTLINE_MEASURES_MAX: murni, kini, realisasi, ... in the caller's order; only columns
                                     that are sums (no percentages, no volume) */
    const struct money *amounts;  /* n x measures, row after row; meaningful where the cell says OUTLINE_AMOUNT */
    const uint8_t *cells;         /* n x measures, enum outline_cell */
    bool parted;                  /* path and account have columns of their own (SIPD) */
    bool plain;                   /* a list without levels (no column for accounts, or packages with joined codes): every row is a line
                                     unless its name is that of a total; a code that is none makes it OUTLINE_OTHER */
};

/* What a row's name says; one row of rules/common/rows.csv. */
enum outline_role {
    OUTLINE_ROLE_EXPENDITURE,       /* "expenditure": opens it, or with `below` a group of it */
    OUTLINE_ROLE_REVENUE,           /* "revenue" */
    OUTLINE_ROLE_FINANCING,         /* "financing" */
    OUTLINE_ROLE_TOTAL_EXPENDITURE, /* "total_expenditure": states the total of all lines */
    OUTLINE_ROLE_TOTAL,             /* "total": any other sum (revenue, surplus, netto): never a line */
};

struct outline_word {
    enum outline_role role;
    uint8_t below;      /* 0 = the root itself; k = the k-th group below it */
    bool starts;        /* true: names that begin with these words (written with a star behind); false: the whole name */
    struct str words;   /* folded (str_fold) */
};

struct outline_rules {
    struct account_schemes schemes; /* the first is taken where a file shows no preference */
    const struct outline_word *words;
    size_t word_count;
};

/* Reads rows.csv: kind (expenditure, revenue, financing, total_expenditure, total), below, words. False when a diagnostic was
 * added; all faults at once. */
bool outline_words_load(const struct ruletable *table, struct arena *arena, struct diags *diags, struct outline_rules *rules);

/* ---- what comes out ---- */

/* Every row is exactly one of these. */
enum outline_kind {
    OUTLINE_LINE,      /* lowest expenditure row: used */
    OUTLINE_SUBTOTAL,  /* expenditure row with something below it, or a heading of affair or unit: control */
    OUTLINE_TOTAL,     /* recognised by name: total, surplus, netto; or a row without usable code or name whose amounts are not
                          missing, because the lines add up to the stated total without it: control */
    OUTLINE_REVENUE,   /* any row of revenue, all levels */
    OUTLINE_FINANCING, /* any row of financing, all levels */
    OUTLINE_TITLE,     /* a code or name that opens something and carries no money */
    OUTLINE_DETAIL,    /* text that belongs to the row above (explanation, rest of a name); figures in it are not amounts */
    OUTLINE_BLANK,     /* nothing in code, name and measures */
    OUTLINE_FOREIGN,   /* of another book (accrual income and expense), repeating the budget: not used */
    OUTLINE_OTHER,     /* carries an amount but no code or name that gives it a place, in a file that does not add up without
                          it: not used. Money may be missing by it: the caller names these rows to the user */
    OUTLINE_KINDS
};

/* One per input row, same index. Texts live in the arena. */
struct outline_place {
    enum outline_kind kind;
    struct str account;  /* canonical; empty when the row has none */
    struct str path;     /* activity (or programme) the row belongs to, normalised; for a line below an activity row that
                            row's path, so that a mistyped path does not part an activity; empty = no activity */
    uint32_t activity;   /* row that names that activity (kegiatan, sub kegiatan), or OUTLINE_NONE. A line that is itself an
                            activity (files that stop there) names itself */
    uint32_t program;    /* row that names the programme, or OUTLINE_NONE */
    uint32_t parent;     /* row whose amount includes this one, or OUTLINE_NONE */
};

/* A parent whose children do not add up to it; children without an amount count nothing, an unreadable child suppresses the test. */
struct outline_gap {
    uint32_t row;
    uint32_t measure;
    struct money stated;
    struct money children;
};

/* A place where the amounts had to decide between readings. */
enum outline_repair_kind {
    OUTLINE_LIFTED, /* `row` looks like a child of `other` by shape, its code and the amounts say it is not */
    OUTLINE_NESTED, /* `row` repeats the code of `other` or lost a level of its own; the amounts say it is inside `other` */
    OUTLINE_FOUND,  /* `row` has no usable code, but its amount is exactly what `other` lacks: taken as a line of `other` */
};
struct outline_repair {
    enum outline_repair_kind kind;
    uint32_t row, other;
};

/* Where a stated total was found, best first. */
enum outline_source {
    OUTLINE_STATED_NONE = 0,
    OUTLINE_STATED_ROOT,   /* the rows of the expenditure root */
    OUTLINE_STATED_GROUPS, /* the groups right below it, where the root is missing or unreadable */
    OUTLINE_STATED_TOTAL,  /* a total row by name */
};

/* One per measure. The file adds up in a measure when source is not NONE, unreadable is 0 and stated equals lines. */
struct outline_total {
    enum outline_source source;
    uint32_t row;          /* first row that states it, or OUTLINE_NONE */
    struct money stated;   /* 0 without source */
    struct money lines;    /* sum of all OUTLINE_LINE rows */
    size_t absent;         /* lines whose cell is blank */
    size_t unreadable;     /* lines whose cell cannot be read: their money is missing in `lines` */
    bool overflow;         /* a sum left 64 bits: nothing of this measure may be used */
};

struct outline {
    const struct account_scheme *scheme;
    size_t path_segments;       /* learned: segments in front of the account; 0 = bare account codes */
    struct outline_place *places; /* input.n */
    size_t counts[OUTLINE_KINDS]; /* rows per kind; they add up to input.n */
    struct outline_total totals[OUTLINE_MEASURES_MAX];
    ARRAY(struct outline_gap) gaps;       /* in row order, then measure; expenditure only */
    ARRAY(struct outline_repair) repairs; /* in the order they were made */
};

/*
 * Orders the rows of one file. Never fails: rows it cannot place are OUTLINE_OTHER. Results live in `run`; `scratch` is used
 * for working memory (not released here; about 200 bytes per row).
 * Asserts: schemes.n > 0, measures in range, n < OUTLINE_NONE.
 */
struct outline outline_read(struct arena *run, struct arena *scratch, const struct outline_rules *rules,
                            const struct outline_input *input);

/* True when measure `m` has a stated total, every line is readable and the lines add up to it. */
bool outline_adds_up(const struct outline *outline, size_t m);

#endif
