/*
 * digits.h - numbers as cells hold them: 15 significant digits, which is what a spreadsheet keeps.
 */
#ifndef EFFCHECK_LIB_REPORT_DIGITS_H
#define EFFCHECK_LIB_REPORT_DIGITS_H

#include <string.h>

#include "effcheck/money.h"
#include "effcheck/str.h"

enum { DIGITS_MAX = 40, DIGITS_WHOLE = 20 };

/* A whole number, without NUL, at most DIGITS_WHOLE bytes; how many there are. */
static inline size_t whole_digits(uint64_t value, char *out)
{
    char digits[DIGITS_WHOLE];
    size_t from = sizeof digits;
    do digits[--from] = (char)('0' + value % 10);
    while (value /= 10);
    memcpy(out, digits + from, sizeof digits - from);
    return sizeof digits - from;
}

/* The value in 15 digits, as printf's %.15G writes it, without NUL; amounts of whole rupiah and sen without printf's cost. */
size_t number_digits(double value, char out[DIGITS_MAX]);
/* The opposite, as strtod reads it. */
double number_read(struct str digits);

/* Rupiah as a number, cut to 15 digits in integers, not by a library; *exact: nothing was cut. */
double money_number(struct money money, bool *exact);

#endif
