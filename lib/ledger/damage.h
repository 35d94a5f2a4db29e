/*
 * damage.h - what spreadsheets and wrong encodings leave behind in a cell. Private to the intake.
 */
#ifndef EFFCHECK_LEDGER_DAMAGE_H
#define EFFCHECK_LEDGER_DAMAGE_H

#include "effcheck/str.h"

enum damage {
    DAMAGE_NONE,
    DAMAGE_DATE,        /* a code that Excel took for a date: 5-Jan-02, 05/01/2002, 2002-01-05 00:00:00 */
    DAMAGE_LOST_DIGITS, /* a long number in scientific notation: 1,98E+17 */
};

/* What happened to a cell that should hold a code or a number of many digits. Quick for undamaged codes. */
enum damage damage_of_code(struct str cell);

/* True for text that was decoded in the wrong way before it came here: UTF-8 read as Windows-1252 ("â€“", "Ã©"), a dash of
 * Windows read as one of DOS ("BiasaûLuar"), or the replacement character. */
bool damage_is_mojibake(struct str text);

#endif
