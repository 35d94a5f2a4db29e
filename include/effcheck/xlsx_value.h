/*
 * xlsx_value.h - the small languages inside the XML of a workbook (ECMA-376-1, part 1 chapter 18; part 2 for names of parts).
 *
 * Pure functions on slices: no archive, no XML. xlsx.h is the one caller besides the tests.
 */
#ifndef EFFCHECK_XLSX_VALUE_H
#define EFFCHECK_XLSX_VALUE_H

#include "effcheck/date.h"
#include "effcheck/str.h"

enum { XLSX_ROWS_MAX = 1048576, XLSX_COLUMNS_MAX = 16384 }; /* Excel's grid ends at XFD1048576 */

/* "AB12": row from 1, column from 0. False for anything else, "$A$1" and references beyond the grid included. */
bool xlsx_ref(struct str ref, uint32_t *row, uint32_t *column);
enum { XLSX_REF_TEXT = 16 };
/* The reverse, with NUL. */
void xlsx_ref_text(uint32_t row, uint32_t column, char out[XLSX_REF_TEXT]);

/* Decimal digits only, at most `max`. */
bool xlsx_uint(struct str digits, uint32_t max, uint32_t *out);
/* A number as XML Schema writes doubles: -12, 0.5, 1.25E-7. No comma, no blanks, no INF or NaN. */
bool xlsx_is_number(struct str s);

/*
 * The number as plain digits with a point (1.5E12: 1500000000000), at most XLSX_PLAIN_NUMBER bytes. What binary arithmetic left
 * behind goes: a value carries 15 digits, as spreadsheets show it; a fraction that needs more (a third of something) is rounded to two
 * decimals. Returns 0 where the digits themselves are not all there: an integer of more than 15 digits in exponent notation.
 */
enum { XLSX_PLAIN_NUMBER = 48 };
size_t xlsx_plain_number(struct str number, char out[XLSX_PLAIN_NUMBER]);

/*
 * Decodes `_xHHHH_` (ST_Xstring, 22.9.2.19: a UTF-16 unit that XML cannot hold) in place and returns the new length, which is
 * never larger. Pairs of surrogates become one character. What stands for no character (_x0000_, a lone surrogate, _xFFFE_,
 * _xFFFF_) stays as written.
 */
size_t xlsx_unescape(char *text, size_t n);

/* Does this number format show a day or time? Ids without a code of their own: 14-22 and 45-47 (18.8.30). */
bool xlsx_builtin_is_date(uint32_t id);
/* A format code with y, m or d outside of quotes, brackets and escapes, and without a digit placeholder (# ? 0), so that
 * `#,##0 "d"` and `Rp#,##0` are none. */
bool xlsx_format_is_date(struct str code);

/*
 * The day of a serial number; its fraction, the time of day, is dropped. In the 1900 system 1 is 1900-01-01 and 60 the day that
 * never was (29 February 1900); in the 1904 system 0 is 1904-01-01. False for times without a day (below 1 in the 1900
 * system), serial 60, days after 9999-12-31, negative numbers and numbers with an exponent.
 */
bool xlsx_serial_date(struct str number, bool from_1904, struct date *out);

/* The part meant by a relationship's Target, seen from the part that has the relationship: "xl/workbook.xml" and
 * "worksheets/sheet1.xml" give "xl/worksheets/sheet1.xml". Empty when it climbs out of the archive. */
struct str xlsx_target(struct arena *arena, struct str from_part, struct str target);
/* The part that holds the relationships of a part: "xl/workbook.xml" gives "xl/_rels/workbook.xml.rels". */
struct str xlsx_relations_of(struct arena *arena, struct str part);

#endif
