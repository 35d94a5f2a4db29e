/*
 * cell_text.h - texts as a cell of a workbook can hold them.
 */
#ifndef EFFCHECK_LIB_REPORT_CELL_TEXT_H
#define EFFCHECK_LIB_REPORT_CELL_TEXT_H

#include "effcheck/str.h"

enum { CELL_UNITS_MAX = 32767 }; /* UTF-16 units that Excel keeps in a cell */

/*
 * `text` without what XML or Excel cannot hold: bad bytes and characters that XML forbids become U+FFFD, control characters
 * blanks, every line end one LF. A text longer than a cell is cut and ends in `cut_mark`. NUL behind; in `arena`.
 */
struct str cell_text(struct arena *arena, struct str text, struct str cut_mark);

/* The same with every literal "_x000d_" written as "_x005F_x000d_", so that a spreadsheet shows it instead of decoding it. */
struct str cell_text_escaped(struct arena *arena, struct str text);

/* One line of at most `units_max` UTF-16 units, NUL behind: document properties. */
struct str cell_line(struct arena *arena, struct str text, size_t units_max);

/* Fit for the name of a sheet: at most 31 units, none of []:*?/\, no apostrophe (formulas quote names with it), not empty. */
struct str cell_sheet_name(struct arena *arena, struct str name);

/* Fit for a page header: one line, '&' doubled. */
struct str cell_page_text(struct arena *arena, struct str text, size_t units_max);

#endif
