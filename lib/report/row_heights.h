/*
 * row_heights.h - how high the rows of a sheet are. Written into the file, because not every program that shows a workbook
 * fits the rows to their texts.
 */
#ifndef EFFCHECK_LIB_REPORT_ROW_HEIGHTS_H
#define EFFCHECK_LIB_REPORT_ROW_HEIGHTS_H

#include <stdbool.h>
#include <stdint.h>

#include "effcheck/array.h"

/* Points of a row of one line. Not the default of 15, which the library leaves out of the file and programs read as "as you like". */
#define ROW_USUAL 14.25

struct row_height {
    float points; /* 0 = as usual */
    bool fixed;
};
struct row_heights {
    ARRAY(struct row_height) rows;
};

/* A text of the row needs so much; the largest need counts. */
void height_needs(struct row_height *height, double points);
/* The row gets this height, whatever its texts need. */
void height_fix(struct row_height *height, double points);

/* The height of this row, until the next row is asked for. */
struct row_height *row_height_at(struct row_heights *heights, struct arena *arena, uint32_t row);
double row_height(const struct row_heights *heights, uint32_t row);
/* Where the row begins, in points from the top of the sheet. */
double row_top(const struct row_heights *heights, uint32_t row);

#endif
