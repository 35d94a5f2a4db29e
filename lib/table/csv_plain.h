/*
 * csv_plain.h - the quick way to take a physical line apart. Private to table.
 *
 * Most lines of most files are a record each, without quotes or with quotes only around whole cells. Such a line is cut where it lies,
 * its cells being slices of the text (of a copy where quotes are doubled). Every other line is left to libcsv (csv.c).
 */
#ifndef EFFCHECK_TABLE_CSV_PLAIN_H
#define EFFCHECK_TABLE_CSV_PLAIN_H

#include "effcheck/csv.h"

struct plain_cells {
    ARRAY(struct str) cells;
    ARRAY(char) bytes; /* of cells with doubled quotes or line breaks */
};

/* CUT_LIBCSV: a quote that neither begins nor ends a cell nor is doubled in one, or more than RECORD_CELLS_MAX cells.
 * CUT_OPEN: a quote is still open at the end. */
enum cut_result { CUT_DONE, CUT_OPEN, CUT_LIBCSV };

/*
 * Cuts `line` (without its end; `readable` bytes from its beginning on may be looked at) into cells, blanks at their ends removed; valid
 * until the next call. After CUT_OPEN the same line may be
 * tried again together with the next one: a line break in a quoted cell is one '\n', whatever the file has. Where it is CUT_DONE libcsv
 * gives the same cells (tests/table/test_csv.c, tests/fuzz/fuzz_records.c compare them).
 */
enum cut_result csv_cut(struct str line, size_t readable, char delimiter, struct plain_cells *out, struct arena *scratch);

#endif
