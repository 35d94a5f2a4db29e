#include "digits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- money ---- */

double money_number(struct money money, bool *exact)
{
    const int64_t most = 999999999999999;
    int64_t unit = 1; /* digits x unit, in sen */
    while (money.sen / unit > most || money.sen / unit < -most) unit *= 10;
    int64_t rest = money.sen % unit, up = 2 * rest >= unit ? 1 : 2 * rest <= -unit ? -1 : 0;
    int64_t digits = money.sen / unit + (unit > 1 ? up : 0);
    *exact = rest == 0;
    const int64_t parts = 100 / unit, rupiah = unit / 100;
    return parts ? (double)digits / (double)parts : (double)digits * (double)rupiah; /* rupiah become floating point here alone */
}

/* ---- writing ---- */

/* Whole numbers and hundredths below 10^13 have at most 15 digits: printf would print these. Negative zero is left to it. */
static bool is_plain(double value, int64_t *hundredths)
{
    const double most = 1e13;
    if (!(value > -most && value < most) || value == 0) return false;
    *hundredths = (int64_t)(value * 100 + (value < 0 ? -0.5 : 0.5));
    return (double)*hundredths / 100 == value;
}

size_t number_digits(double value, char out[DIGITS_MAX])
{
    int64_t hundredths;
    if (!is_plain(value, &hundredths)) return (size_t)snprintf(out, DIGITS_MAX, "%.15G", value);
    uint64_t size = hundredths < 0 ? -(uint64_t)hundredths : (uint64_t)hundredths, cents = size % 100;
    size_t n = 0;
    if (hundredths < 0) out[n++] = '-';
    n += whole_digits(size / 100, out + n);
    if (!cents) return n;
    out[n++] = '.';
    out[n++] = (char)('0' + cents / 10);
    if (cents % 10) out[n++] = (char)('0' + cents % 10);
    return n;
}

/* ---- reading ---- */

/* After Clinger, "How to Read Floating Point Numbers Accurately" (1990): up to 15 digits over a small power of ten are two exact numbers, so
 * that their quotient is rounded once. False when the text is another. */
static bool read_plain(struct str s, double *value)
{
    enum { DIGITS = 15 };
    static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    int64_t digits = 0;
    size_t seen = 0, behind = 0;
    bool point = false, minus = s.n && s.p[0] == '-';
    for (size_t i = minus; i < s.n; i++) {
        char c = s.p[i];
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9' || ++seen > DIGITS) return false;
        digits = digits * 10 + (c - '0');
        behind += point;
    }
    *value = (double)(minus ? -digits : digits) / powers[behind];
    return seen > 0 && digits != 0;
}

double number_read(struct str digits)
{
    double value;
    char copy[64];
    if (read_plain(digits, &value)) return value;
    size_t n = digits.n < sizeof copy ? digits.n : sizeof copy - 1;
    if (n) memcpy(copy, digits.p, n);
    copy[n] = '\0'; /* strtod needs it; no number that a double can hold apart is longer */
    return strtod(copy, NULL);
}
