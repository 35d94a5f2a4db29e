/*
 * follow_up.h - what became of the findings of last month, and what changed in months already reported.
 *
 * The workbook of each month carries three tables for the next one (report/previous.c reads them back, report/sheet_trail.c writes them):
 *
 *   Jejak Temuan   a row for each finding ever seen: struct trail
 *   Jejak Data     a row for each unit, and for each unit and month of dated spending: struct reported
 *   Riwayat        a row for each month: previous.h
 *
 * Each row of the first two ends in a check mark, a digest of what the program relies on, so that an edited row is found. Amounts are
 * those that a spreadsheet keeps (15 digits). Comparing is a pure function of two lists.
 *
 * A finding that is gone is done only where its check was run on its unit again: a unit that did not report has mended nothing.
 */
#ifndef EFFCHECK_FOLLOW_UP_H
#define EFFCHECK_FOLLOW_UP_H

#include "effcheck/array.h"
#include "effcheck/date.h"
#include "effcheck/diag.h"
#include "effcheck/ledger.h"

/* What auditors type beside a finding, as they typed it; a day as 2026-01-31. `extra`: one for each of past.extra_heads. */
struct follow_words {
    struct str status, owner, due, note;
    struct str *extra; /* NULL = none */
};

/* A finding as the reports remember it. Months have day 0. */
struct trail {
    struct str id, check, unit_code, unit, text;
    struct money amount;      /* when it was last seen */
    struct money before;      /* in the month before that */
    bool has_before;
    struct date first;        /* month in which it was seen first; year 0 = never: only words under an id that nobody knows */
    struct date since;        /* of its present appearance */
    struct date last;         /* seen last */
    struct date closed;       /* found mended; year 0 = open */
    struct follow_words words;
    bool in_register;         /* the register of that month had its row */
};

/* What a unit had reported. */
struct reported {
    struct str key;           /* code of the unit, else its name, folded; see reported_key */
    struct str code, name;    /* the code may be empty */
    struct date month;        /* of its rows; year 0 = the unit as a whole */
    uint32_t lines;
    struct amounts amounts;   /* of a month: realisasi alone */
    uint64_t content;         /* digest of places and amounts, in any order: of a month its spending, of the whole its original budget */
};

/* A row of Riwayat as it stands in the workbook; the columns are the report's. */
struct past_month {
    struct date month;
    struct str *cells;
};

/* Last month's workbook, as far as the comparison needs it. */
struct past {
    struct str path;
    struct date month;                /* that it reports on */
    ARRAY(struct trail) trails;
    ARRAY(struct reported) reported;
    ARRAY(struct past_month) months;  /* oldest first */
    ARRAY(struct str) extra_heads;    /* columns that auditors added to the register */
};

enum follow_status { FOLLOW_NEW, FOLLOW_SAME, FOLLOW_CHANGED, FOLLOW_BACK, FOLLOW_DONE, FOLLOW_UNTESTED, FOLLOW_UNKNOWN, FOLLOW_STATUS_COUNT };
const char *follow_status_id(enum follow_status status); /* baru, tetap, berubah, muncul_lagi, selesai, tidak_teruji, tidak_dikenal */

/* A finding of this month or of an earlier one. */
struct followed {
    struct trail trail;       /* as this month's workbook remembers it */
    enum follow_status status;
    int age;                  /* whole months since it was first seen */
    bool has_old;
    struct money old;         /* amount in the report before; where it changed */
    bool overdue;             /* its due day has passed and it is neither done nor given up */
};

enum past_change { PAST_SAME, PAST_NEW, PAST_AMOUNT, PAST_FEWER, PAST_CONTENT, PAST_SILENT, PAST_CHANGE_COUNT };

/* A row of Jejak Data with what the report before said. */
struct compared {
    struct reported now;      /* of a unit that did not report this time: what it had reported */
    bool had;
    struct reported before;
    enum past_change change;
    enum measure measure;     /* PAST_AMOUNT: that which differs */
    uint8_t lacking;          /* PAST_SILENT: bits of the measures that are gone */
};

struct follow_up {
    const struct past *past;  /* NULL = no earlier report was given: everything would be new, and nothing says so */
    struct date month;
    ARRAY(struct followed) list;     /* the findings of this audit in their order, then those that are gone, by id */
    uint32_t count[FOLLOW_STATUS_COUNT]; /* FOLLOW_DONE: found mended this month */
    ARRAY(uint32_t) overdue;         /* indices in list */
    ARRAY(struct compared) reported; /* by key, then month */
    uint32_t changed, silent;        /* rows of reported: PAST_AMOUNT to PAST_CONTENT; units that are gone or lack a measure */
};

/* Is the check of a finding that is gone run on its unit this month, on all of its rows? */
typedef bool follow_tested_fn(void *context, const struct trail *gone);

/*
 * Fills follow->list and its counts from the findings of this month (`present`: id, check, unit, text, amount) and follow->past.
 * A second report on the same month compares with the month before, as the first did.
 */
void follow_compare(struct follow_up *follow, const struct trail *present, size_t n, follow_tested_fn *tested, void *context, struct arena *arena);
/* The month compared with: the newest reported on before this one; year 0 = none. */
struct date follow_compared(const struct follow_up *follow);
struct str reported_key(struct arena *arena, struct str code, struct str name);
/* By key, then month. */
void reported_sort(struct reported *list, size_t n);
/* Fills follow->reported from what the units report now, both lists sorted. */
void reported_compare(struct follow_up *follow, const struct reported *now, size_t n, struct arena *arena);

/* Check marks of the rows. */
uint32_t trail_mark(const struct trail *trail);
uint32_t reported_mark(const struct reported *reported);

#endif
