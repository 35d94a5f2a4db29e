/*
 * row_xml.h - rows of a long sheet as SpreadsheetML (ECMA-376-1, 18.3.1.73 row, 18.3.1.4 c), deflated as they come, and the lists that stand
 * behind them (18.3.1.55 mergeCells, 18.3.1.48 hyperlinks).
 *
 * The library formats each cell with printf and keeps it to the end; for tables of a million rows that is most of the time. See
 * lib/README.md for what was measured.
 */
#ifndef EFFCHECK_LIB_REPORT_ROW_XML_H
#define EFFCHECK_LIB_REPORT_ROW_XML_H

#include <stdio.h>

#include "digits.h"
#include "effcheck/archive.h"
#include "effcheck/deflate.h"
#include "row_heights.h"
#include "scratch.h"

/* Where a cell stands and how it looks: rows and columns from 0; style is the number of the workbook's cell format. Rows come in order, the
 * cells of one row as they like: of two at one place the later counts. */
struct xml_place {
    uint32_t row, column, style;
};

struct row_cell {
    uint32_t column;
    size_t from, to; /* of row_xml.text */
};

/* The items of a list, without the element around them. */
struct xml_list {
    ARRAY(char) text;
    uint32_t items;
};

struct row_xml {
    struct arena *arena;
    ARRAY(char) kept; /* the first pieces: most sheets have no more, and a file costs time to throw away */
    size_t room; /* bytes of them */
    struct str folder, name; /* of the scratch file for the others */
    FILE *out; /* NULL = there is none */
    struct scratch scratch;
    int fault; /* errno of the first write that failed */
    struct deflater *deflater; /* from the first row to row_xml_end */
    struct deflated sum; /* of all pieces, after row_xml_end */

    uint32_t row; /* being put together, from 1; 0 = none yet */
    char digits[DIGITS_WHOLE]; /* its number */
    size_t digits_n;
    struct row_height height;
    ARRAY(char) text;
    ARRAY(struct row_cell) cells;
    bool mixed; /* the cells did not come in order */

    struct xml_list merges, links;
};

/* Rows of which the first `room` bytes stay in `arena`, as all else does; the others go to a scratch file (folder and name as in scratch.h). */
struct row_xml *row_xml_open(struct arena *arena, size_t room, struct str folder, struct str name);

/* `xml`, the text as row_xml_escaped gives it, is not empty. */
void row_xml_text(struct row_xml *rows, struct xml_place place, struct str xml);
/* A text of a cell, clean for XML but for & < >; itself where it has none of these, else in `arena`. */
struct str row_xml_escaped(struct arena *arena, struct str text);
void row_xml_number(struct row_xml *xml, struct xml_place place, struct str digits);
void row_xml_formula(struct row_xml *xml, struct xml_place place, struct str formula, struct str digits); /* formula without "=" */
void row_xml_text_formula(struct row_xml *xml, struct xml_place place, struct str formula, struct str text); /* the same with a text as value */
void row_xml_blank(struct row_xml *xml, struct xml_place place);
/* The height of this row, which begins with it if no cell did; until the next row. */
struct row_height *row_xml_height(struct row_xml *xml, uint32_t row);

/* Cells [first..last] of a row are one. */
void row_xml_merge(struct row_xml *xml, uint32_t row, uint32_t first, uint32_t last);
/* The cell leads to a place of this workbook, 'Sheet'!A1. */
void row_xml_link(struct row_xml *xml, uint32_t row, uint32_t column, struct str location);

/* Ends the last row and writes out what is left; `fault` then says whether all is written. */
void row_xml_end(struct row_xml *xml);
enum { ROW_XML_INSERTS = 3 };
/* What of ended rows goes into a part that the library wrote around none: they themselves, in front of `filter`, an element of the part or
 * empty, and the lists behind them, in the order of ECMA-376-1, 18.3.1.99. Returns how many inserts; texts in `arena`. */
size_t row_xml_inserts(const struct row_xml *xml, struct str part, struct str filter, struct arena *arena, struct archive_insert inserts[ROW_XML_INSERTS]);
/* Closes the scratch file, if there is one; it is gone then. */
void row_xml_close(struct row_xml *xml);

#endif
