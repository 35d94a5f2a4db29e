/*
 * date.h - calendar days and months (proleptic Gregorian), without time zones and locales.
 */
#ifndef EFFCHECK_DATE_H
#define EFFCHECK_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "effcheck/str.h"

struct date {
    int16_t year; /* 0 = no date */
    int8_t month; /* 1..12 */
    int8_t day;   /* 1..31; 0 in a period = the whole month */
};

/* "2026-01-07", "2026-01-07T00:00:00Z", "7 Januari 2026", "07/01/2026", "07-01-2026" (day first, as Indonesia writes).
 * False when it is no such date or no day of the calendar. */
bool date_parse(struct str s, struct date *out);
/* "2025-10": a month, day = 0. */
bool date_parse_period(struct str s, struct date *out);
/* The only year 1990..2099 of the text, written as a number of exactly four digits: "2025", "TA 2025". False for none and for
 * two different ones. */
bool date_find_year(struct str s, int *year);
/* "1" to "12", or the name of a month as date_parse reads it. */
bool date_month(struct str s, int *month);
/* True when a word of the text is the Indonesian or English name of a month, in any case. */
bool date_names_month(struct str text);
int date_cmp(struct date a, struct date b);
/* The last day of the month of `d`. */
struct date date_month_end(struct date d);
/* Days from 1970-01-01 to a day of the years 1 to 9999, of a period its first. After Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms", days_from_civil. */
int64_t date_days(struct date d);
/* Seconds since 1970-01-01 UTC to a day; held within the years 1 to 9999. */
struct date date_from_unix(int64_t seconds);

enum { DATE_TEXT_MAX = 32 };
size_t date_iso(struct date d, char out[DATE_TEXT_MAX]);            /* 2026-01-07, or 2026-01 for a period */
size_t date_words(struct date d, bool english, char out[DATE_TEXT_MAX]); /* 7 Januari 2026 / 7 January 2026; Oktober 2025 */

#endif
