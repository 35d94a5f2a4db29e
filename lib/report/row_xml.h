/*
 * row_xml.h - rows of a long sheet as SpreadsheetML (ECMA-376-1, 18.3.1.73 row, 18.3.1.4 c), written as they come.
 *
 * The library formats each cell with printf and repeats each text; for tables of a million rows that is most of the time. See
 * lib/README.md for what was measured.
 */
#ifndef EFFCHECK_LIB_REPORT_ROW_XML_H
#define EFFCHECK_LIB_REPORT_ROW_XML_H

#include <stdio.h>

#include "scratch.h"

enum { ROW_XML_BUFFER = 64 * 1024 };

/* Where a cell stands and how it looks: rows and columns from 0, in order; style is the number of the workbook's cell format. The first
 * cell of a row says how high it is: points, 0 = as usual. */
struct xml_place {
    uint32_t row, column, style, height;
};

struct row_xml {
    FILE *out;       /* of the scratch file; NULL = it could not be made */
    struct scratch scratch;
    char *buffer;    /* ROW_XML_BUFFER bytes */
    size_t n;        /* of them used */
    uint32_t row;    /* being written, from 1; 0 = none yet */
    bool failed;     /* a write did */
};

/* Rows that go to a scratch file (folder and name as in scratch.h); all else in `arena`. */
struct row_xml *row_xml_open(struct arena *arena, struct str folder, struct str name);

void row_xml_shared(struct row_xml *xml, struct xml_place place, uint32_t string); /* a text of the table of shared strings */
void row_xml_text(struct row_xml *xml, struct xml_place place, struct str text);   /* a text of its own, clean for XML but for & < > */
void row_xml_number(struct row_xml *xml, struct xml_place place, struct str digits);
void row_xml_formula(struct row_xml *xml, struct xml_place place, struct str formula, struct str digits); /* formula without "=" */
void row_xml_blank(struct row_xml *xml, struct xml_place place);
/* Ends the last row and writes out what is left. False when any write failed. */
bool row_xml_end(struct row_xml *xml);
/* Closes the scratch file, which is gone then. */
void row_xml_close(struct row_xml *xml);

#endif
