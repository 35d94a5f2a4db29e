/*
 * trace.h - what a report was made from and what came out, as rows of text that can be reckoned again: files and their digests, the rule
 * pack, the options, rows and sums, verdicts. The sheet "Jejak" holds them; `effcheck verify` reads them back and compares.
 *
 *     trace now = trace_of(&audit, &options, &arena), then = {0};
 *     if (trace_read("laporan.xlsx", &then, &arena, &error)) differences = trace_compare(&then, &now, &arena);
 */
#ifndef EFFCHECK_TRACE_H
#define EFFCHECK_TRACE_H

#include "effcheck/audit.h"

/* Words of the first column; the same in every language, as in the tables of a pack. */
#define TRACE_FILE     "berkas"
#define TRACE_BASELINE "berkas murni"
#define TRACE_SETTING  "setelan"

struct trace_row {
    struct str what, key, value; /* what and key together are unique */
};
typedef ARRAY(struct trace_row) trace;

/* A row that is not the same: what only that side has of its list, empty = nothing that the other lacks. */
struct trace_difference {
    struct str what, key, then, now;
};
typedef ARRAY(struct trace_difference) trace_differences;

/* In a fixed order that does not depend on that of the command line. */
trace trace_of(const struct audit *audit, const struct run_options *options, struct arena *arena);
/* The rows of a report of ours; false with *error when the workbook cannot be read or has no such sheet. */
bool trace_read(const char *path, trace *out, struct arena *arena, struct str *error);
/* In the order of `then`, and what only `now` has behind. */
trace_differences trace_compare(const trace *then, const trace *now, struct arena *arena);
/* Cells of the workbook `now` that are not the same in `then`: what = sheet, key = cell. Cells that only `then` has are its reader's own.
 * False with *error when one of them cannot be read. */
bool trace_compare_cells(const char *then, const char *now, trace_differences *list, struct arena *arena, struct str *error);

#endif
