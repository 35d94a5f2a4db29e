/*
 * xlsx.h - reading workbooks (ECMA-376 Office Open XML, transitional and strict): the reports effcheck wrote, and workbooks
 * that units send.
 *
 *     struct xlsx *book = xlsx_open(path, &scratch, &error);
 *     for (size_t i = 0; book && i < xlsx_sheet_count(book); i++)
 *         if (!xlsx_rows(book, i, take_row, &context, &error)) ...
 *     if (book) xlsx_close(book);
 *
 * Streams: one row at a time, memory bounded by the shared strings and one row. Sheets are found through the relationships,
 * never by guessing names. Refused are hostile archives (archive.h), DTDs, broken XML, references beyond the grid, cells that
 * would overwrite each other, and whatever would fill the memory. Nothing is skipped in silence: what stands between the rows
 * and is no row makes the sheet fail.
 *
 * Every *error is an English phrase without a full stop, printable ASCII where it quotes the file, for instance
 * `part xl/worksheets/sheet1.xml: not well-formed at line 3, column 20 (mismatched tag)`.
 * Two workbooks may be read by two threads; one workbook by one thread at a time.
 */
#ifndef EFFCHECK_XLSX_H
#define EFFCHECK_XLSX_H

#include "effcheck/arena.h"
#include "effcheck/str.h"

#define XLSX_STRINGS_MAX (512ull * 1024 * 1024) /* memory for the shared strings */
#define XLSX_TEXT_MAX    (64ull * 1024 * 1024)  /* bytes of text of one row, and of one shared string */
#define XLSX_STYLES_MAX  65536u                 /* cell styles; Excel stops at 65,490 */
#define XLSX_FORMATS_MAX 10000u                 /* number formats of the workbook's own */
#define XLSX_DEPTH_MAX   256u                   /* elements inside each other */
#define XLSX_MARKUP_MAX  (1024ull * 1024)       /* bytes of one tag or comment */
#define XLSX_NAMES_MAX   2048u                  /* different names of elements and attributes in a workbook */

enum xlsx_kind { XLSX_NUMBER, XLSX_TEXT, XLSX_BOOL, XLSX_ERROR, XLSX_DATE };

/*
 * A cell that is not empty. `text` by kind:
 *   NUMBER  exactly as written in the XML: up to 17 digits ("0.30000000000000004") and perhaps an exponent ("1.5E12"); also a
 *           cell with a date format whose number is no day (a time alone, negative, after 9999)
 *   TEXT    UTF-8, never empty, may have line breaks, blanks at the ends and control characters; runs of rich text joined,
 *           without phonetic readings. A number cell whose value is not a number ("1.234,56") is text too
 *   BOOL    TRUE or FALSE
 *   ERROR   #DIV/0!, #REF!, ...; empty = a formula whose result was never stored (written by a program that does not
 *           calculate, not saved by Excel since)
 *   DATE    2026-01-07, without the time of day
 */
struct xlsx_cell {
    struct str text; /* valid in the callback */
    uint32_t column; /* from 0 */
    enum xlsx_kind kind;
    bool formula; /* text is the stored result */
};

struct xlsx_sheet {
    struct str name;
    bool hidden; /* hidden or veryHidden */
    uint32_t extras; /* of an own workbook, once its rows were read: links and rules of conditional formats */
};

struct xlsx; /* an open workbook */

/* Opens the workbook and reads its sheets, styles and shared strings; all memory in `arena`. NULL with *error (in the arena)
 * naming what is wrong. */
struct xlsx *xlsx_open(const char *path, struct arena *arena, struct str *error);
/* The same for a workbook that the program itself wrote: every element that states how many children it has must have them, so that a
 * piece lost between two elements, which leaves the XML well-formed, is found. */
struct xlsx *xlsx_open_own(const char *path, struct arena *arena, struct str *error);
/* The same workbook once more, so that two threads read different sheets at once: what one has read, all of them know. `xlsx` must live on.
 * NULL when the file can not be opened again. */
struct xlsx *xlsx_beside(const struct xlsx *xlsx, struct arena *arena);
/* Sheets in the order of the tabs; chart, dialog and macro sheets are counted. */
size_t xlsx_sheet_count(const struct xlsx *xlsx);
struct xlsx_sheet xlsx_sheet(const struct xlsx *xlsx, size_t i);

/* Cells of one row that are not empty, in column order; row from 1, ascending. Return false to stop early. Must not read the same
 * workbook. */
typedef bool xlsx_row_fn(void *context, uint32_t row, const struct xlsx_cell *cells, size_t n);
/*
 * Calls `row` for each row of sheet i that has cells; a chart, dialog or macro sheet gives none. False with *error when the
 * sheet is broken: its checksum stands at its end, so rows already given must be thrown away then. True after an early stop,
 * which leaves the rest of the sheet unchecked.
 */
bool xlsx_rows(struct xlsx *xlsx, size_t i, xlsx_row_fn *row, void *context, struct str *error);

/*
 * The same for a sheet in the plain form, several times as fast; for workbooks that the program itself wrote. The rows of the plain form are
 *
 *     <row r="7"><c r="A7" s="1" t="s"><v>12</v></c><c r="C7" s="2"><v>-1.5</v></c><c r="D7" s="2"/></row>
 *
 * with nothing between them; besides shared texts, numbers and empty cells there are <f>..</f> before <v>, t="str" with it,
 * t="inlineStr", and ht=".." customHeight="1" of a row. Any other byte makes the sheet fail, and so does what makes xlsx_rows fail.
 */
bool xlsx_rows_plain(struct xlsx *xlsx, size_t i, xlsx_row_fn *row, void *context, struct str *error);

/* Inflates every part of the archive, checks its CRC and that each XML part is well-formed. False with *error naming the part.
 * Parts that this handle has already read to their end are not read again: a read-back with xlsx_rows over all sheets and then
 * xlsx_check costs one pass. */
bool xlsx_check(struct xlsx *xlsx, struct str *error);
void xlsx_close(struct xlsx *xlsx);

#endif
