/*
 * previous.h - last month's workbook read back, after auditors have worked in it (--previous FILE).
 *
 * Tables are known by the heads of their columns, in either language, wherever the sheet, the row of heads or the columns have got to:
 * sorted, filtered, with rows and columns put between, saved by Excel or by LibreOffice. What cannot be relied on is refused by name.
 */
#ifndef EFFCHECK_PREVIOUS_H
#define EFFCHECK_PREVIOUS_H

#include "effcheck/audit.h"

/* What this report is about: the earlier one must be about the same. */
struct previous_wanted {
    struct str region; /* empty = not known, any will do */
    struct str pack;   /* id */
    int year;          /* of the pack */
    bool what_if;
    struct date month; /* of this report; the earlier one must not be later */
};

/*
 * Reads `path`; everything lives in `arena`, nothing of the file stays open, so that the report may take its place. False with
 * diagnostics when it cannot be read, is no report, lacks a table or columns, is about something else, or when a row that the program
 * relies on is not as it was written.
 */
bool previous_read(struct past *past, struct str path, const struct previous_wanted *wanted, struct arena *arena, struct diags *diags);

#endif
