/*
 * digits.h - numbers as cells hold them: 15 significant digits, which is what a spreadsheet keeps.
 */
#ifndef EFFCHECK_LIB_REPORT_DIGITS_H
#define EFFCHECK_LIB_REPORT_DIGITS_H

#include "effcheck/money.h"
#include "effcheck/str.h"

enum { DIGITS_MAX = 40 };

/* The value in 15 digits, as printf's %.15G writes it, without NUL; amounts of whole rupiah and sen without printf's cost. */
size_t number_digits(double value, char out[DIGITS_MAX]);
/* The opposite, as strtod reads it. */
double number_read(struct str digits);

/* Rupiah as a number, cut to 15 digits in integers, not by a library; *exact: nothing was cut. */
double money_number(struct money money, bool *exact);

#endif
