/* Between the parts of reading an earlier report: finding its tables (previous.c) and what their rows say (previous_rows.c). */
#ifndef EFFCHECK_LIB_REPORT_PREVIOUS_READING_H
#define EFFCHECK_LIB_REPORT_PREVIOUS_READING_H

#include "effcheck/previous.h"
#include "follow_tables.h"

enum { EXTRA_MAX = 50 }; /* columns of auditors; what stands in more of them is joined in the last */

struct extra_cell {
    uint16_t index; /* in past.extra_heads */
    struct str text;
};

/* A row below the heads of a table. */
struct table_row {
    uint32_t number;   /* in its sheet, from 1 */
    struct str *cells; /* by column of the table; days as 2026-01-31, numbers as plain digits */
    uint32_t filled;   /* cells of the row that are not empty, whatever their column */
    ARRAY(struct extra_cell) extra;
};

struct found_table {
    bool found;
    struct str sheet;
    uint32_t has; /* bit set: columns that are there */
    ARRAY(struct table_row) rows;
};

struct reading_past {
    struct past *past;
    struct found_table tables[TABLE_KINDS];
    struct arena *arena;
    struct diags *diags;
};

/* `a` and `b`, whichever there is; both where they differ. */
struct str words_joined(struct arena *arena, struct str a, struct str b);
/* Turns the rows into r->past. False with diagnostics when a row is not as the program wrote it or the report is about something else. */
bool past_from_rows(struct reading_past *r, const struct previous_wanted *wanted);

#endif
