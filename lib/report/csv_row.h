/*
 * csv_row.h - rows of a CSV for a spreadsheet in Indonesia: UTF-8 with mark, semicolons, every cell quoted.
 */
#ifndef EFFCHECK_LIB_REPORT_CSV_ROW_H
#define EFFCHECK_LIB_REPORT_CSV_ROW_H

#include <stdio.h>

#include "effcheck/text.h"

struct csv_row {
    FILE *out;
    struct arena *scratch;
    bool begun;
};

/* The mark and the head. */
void csv_heading(FILE *out, const enum text_id *names, size_t n, bool english, struct arena *scratch);
/* With an apostrophe in front where a spreadsheet would take the text for a formula (CWE-1236). */
void csv_cell(struct csv_row *row, struct str value);
/* As it is: numbers, and rows kept as evidence. */
void csv_cell_raw(struct csv_row *row, struct str value);
void csv_end(struct csv_row *row);

#endif
