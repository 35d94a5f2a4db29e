/*
 * workbook.h - the way every workbook goes: written beside the old one, read back, flushed, renamed over it.
 */
#ifndef EFFCHECK_LIB_REPORT_WORKBOOK_H
#define EFFCHECK_LIB_REPORT_WORKBOOK_H

#include "effcheck/diag.h"
#include "sheets.h"

/* Opens and fills all sheets of report->book. */
typedef void workbook_fill(struct report *report);

/* False with a diagnostic in `errors`; `path` is then as before. Uses and keeps report->arena. */
bool workbook_write(struct report *report, struct str path, workbook_fill *fill, struct diags *errors);

#endif
