/*
 * looks.h - what each style of book.h looks like; apart from the library that draws it.
 */
#ifndef EFFCHECK_LIB_REPORT_LOOKS_H
#define EFFCHECK_LIB_REPORT_LOOKS_H

#include "effcheck/book.h"

#define LOOK_FONT "Arial" /* on every Windows; Liberation Sans has the same widths elsewhere */

enum { LOOK_INK = 0x222222, LOOK_RULE = 0xBFC7D5, LOOK_NO_FILL = 0xFFFFFF };

enum look_number { NUMBER_PLAIN_TEXT, NUMBER_INTEGER, NUMBER_MONEY, NUMBER_OVER, NUMBER_CHANGE, NUMBER_MILLION, NUMBER_PERCENT, NUMBER_DATE };

struct look {
    double size; /* points */
    bool bold, wrap;
    char align;    /* l r c */
    char vertical; /* t c */
    bool border;
    uint32_t ink, fill;
    enum look_number number;
};

const struct look *look_of(enum style style);
/* Number format of the look, as files write it; `sen`: with two decimals. */
const char *look_number(const struct look *look, bool sen);

#endif
