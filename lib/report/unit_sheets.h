/*
 * unit_sheets.h - the sheets that only the workbook of one unit has. The others are those of the region's workbook, shown an audit
 * that knows the findings and rejected rows of this unit alone.
 */
#ifndef EFFCHECK_LIB_REPORT_UNIT_SHEETS_H
#define EFFCHECK_LIB_REPORT_UNIT_SHEETS_H

#include "sheets.h"

struct unit_lines {
    uint32_t unit;
    const uint32_t *lines; /* indices in ledger.lines, ascending */
    uint32_t n;
    uint32_t rejected; /* of them */
    uint32_t a_sheet;  /* lines that one sheet of the work paper holds */
};

/* Verdicts of all checks, and the unit's spending by class. */
struct sheet *verdicts_open(struct report *report);
void verdicts_fill(struct report *report);

/* Every line. Opens as many sheets as it needs; returns the first. */
struct sheet *paper_open(struct report *report);
/* Sets report->detail_rows: where on the first sheet the largest line of each finding stands. */
void paper_plan(struct report *report);
void paper_fill(struct report *report, struct sheet *first);

#endif
