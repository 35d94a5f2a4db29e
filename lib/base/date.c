#include "effcheck/date.h"

#include <stdio.h>
#include <string.h>

static const char *const MONTHS[2][12] = {
    {"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"},
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
};

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month)
{
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

static bool make(int year, int month, int day, struct date *out)
{
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return false;
    *out = (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
    return true;
}

/* Reads 1..max digits off the front of *s. */
static bool take_number(struct str *s, size_t max, int *out)
{
    size_t n = 0;
    int value = 0;
    while (n < s->n && n < max && s->p[n] >= '0' && s->p[n] <= '9') value = value * 10 + (s->p[n++] - '0');
    if (n == 0) return false;
    *s = str_sub(*s, n, s->n);
    *out = value;
    return true;
}

static bool take_char(struct str *s, char c)
{
    if (s->n == 0 || s->p[0] != c) return false;
    *s = str_sub(*s, 1, s->n);
    return true;
}

/* Month by its Indonesian or English name, or a prefix of it of three letters and more ("Agt" and "Agu" for Agustus too). */
static int month_named(struct str word)
{
    if (str_eq_nocase(word, S("agt")) || str_eq_nocase(word, S("ags"))) return 8;
    if (str_eq_nocase(word, S("nop")) || str_eq_nocase(word, S("nopember"))) return 11;
    for (int language = 0; language < 2; language++)
        for (int month = 0; month < 12; month++) {
            struct str name = str_from(MONTHS[language][month]);
            if (word.n >= 3 && word.n <= name.n && str_eq_nocase(word, str_sub(name, 0, word.n))) return month + 1;
        }
    return 0;
}

/* "2026-01-07", optionally followed by a time. */
static bool parse_iso(struct str s, struct date *out)
{
    int year, month, day;
    if (!take_number(&s, 4, &year) || year < 1900 || !take_char(&s, '-') || !take_number(&s, 2, &month)) return false;
    if (!take_char(&s, '-') || !take_number(&s, 2, &day)) return false;
    if (s.n && s.p[0] != 'T' && s.p[0] != ' ') return false;
    return make(year, month, day, out);
}

/* What parts day, month and year: blanks, or one mark with blanks around it. False when nothing parts them. */
static bool take_gap(struct str *s, char *mark)
{
    size_t before = s->n;
    *s = str_trim(*s);
    *mark = s->n && (s->p[0] == '/' || s->p[0] == '-' || s->p[0] == '.') ? s->p[0] : ' ';
    if (*mark != ' ') *s = str_trim(str_sub(*s, 1, s->n));
    return s->n < before;
}

static bool take_month(struct str *s, int *month)
{
    if (take_number(s, 2, month)) return true;
    size_t letters = 0;
    while (letters < s->n && ((s->p[letters] | 0x20) >= 'a' && (s->p[letters] | 0x20) <= 'z')) letters++;
    *month = month_named(str_sub(*s, 0, letters));
    *s = str_sub(*s, letters, s->n);
    return *month != 0;
}

/* "7 Januari 2026", "07/01/2026", "7-1-2026", "07.01.2026"; a time behind is ignored. */
static bool parse_day_first(struct str s, struct date *out)
{
    int day, month, year;
    char mark, second;
    if (!take_number(&s, 2, &day) || !take_gap(&s, &mark)) return false;
    if (!take_month(&s, &month) || !take_gap(&s, &second) || second != mark) return false;
    if (!take_number(&s, 4, &year) || (s.n && s.p[0] != ' ')) return false;
    return make(year, month, day, out);
}

bool date_parse(struct str s, struct date *out)
{
    s = str_trim(s);
    return parse_iso(s, out) || parse_day_first(s, out);
}

bool date_parse_period(struct str s, struct date *out)
{
    int year, month;
    s = str_trim(s);
    if (!take_number(&s, 4, &year) || !take_char(&s, '-') || !take_number(&s, 2, &month) || s.n) return false;
    if (!make(year, month, 1, out)) return false;
    out->day = 0;
    return true;
}

bool date_find_year(struct str s, int *year)
{
    int found = 0;
    for (size_t i = 0; i < s.n;) {
        struct str rest = str_sub(s, i, s.n);
        size_t digits = 0;
        int value = 0;
        while (digits < rest.n && rest.p[digits] >= '0' && rest.p[digits] <= '9') digits++;
        i += digits ? digits : 1;
        if (digits == 4) take_number(&rest, 4, &value);
        if (value < 1990 || value > 2099) continue;
        if (found && found != value) return false;
        found = value;
    }
    if (found) *year = found;
    return found != 0;
}

int date_cmp(struct date a, struct date b)
{
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (a.month != b.month) return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

int64_t date_days(struct date d)
{
    int64_t y = d.year - (d.month <= 2), era = y / 400, of_era = y - era * 400;
    int64_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + (d.day ? d.day : 1) - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date date_from_unix(int64_t seconds)
{
    const int64_t first = -62135596800, last = 253402300799; /* years 1 to 9999 */
    seconds = seconds < first ? first : seconds > last ? last : seconds;
    int64_t days = seconds / 86400 - (seconds % 86400 < 0);
    int year = 1970;
    for (; days < 0; year--) days += is_leap(year - 1) ? 366 : 365;
    for (; days >= (is_leap(year) ? 366 : 365); year++) days -= is_leap(year) ? 366 : 365;
    int month = 1;
    for (; days >= days_in(year, month); month++) days -= days_in(year, month);
    return (struct date){(int16_t)year, (int8_t)month, (int8_t)(days + 1)};
}

size_t date_iso(struct date d, char out[DATE_TEXT_MAX])
{
    int n = d.day ? snprintf(out, DATE_TEXT_MAX, "%04d-%02d-%02d", d.year, d.month, d.day)
                  : snprintf(out, DATE_TEXT_MAX, "%04d-%02d", d.year, d.month);
    return (size_t)n;
}

size_t date_words(struct date d, bool english, char out[DATE_TEXT_MAX])
{
    const char *month = d.month >= 1 && d.month <= 12 ? MONTHS[english][d.month - 1] : "";
    int n = d.day ? snprintf(out, DATE_TEXT_MAX, "%d %s %d", d.day, month, d.year) : snprintf(out, DATE_TEXT_MAX, "%s %d", month, d.year);
    return (size_t)n;
}

struct date date_month_end(struct date d)
{
    return (struct date){d.year, d.month, (int8_t)days_in(d.year, d.month)};
}

bool date_month(struct str s, int *month)
{
    s = str_trim(s);
    struct str rest = s;
    *month = month_named(s);
    if (!*month && !(take_number(&rest, 2, month) && rest.n == 0)) *month = 0;
    return *month >= 1 && *month <= 12;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool date_names_month(struct str text)
{
    enum { SHORT = 3 };
    while (text.n) {
        size_t from = 0, to;
        while (from < text.n && !is_letter(text.p[from])) from++;
        for (to = from; to < text.n && is_letter(text.p[to]);) to++;
        struct str word = str_sub(text, from, to);
        int month = month_named(word);
        bool whole = month && (word.n == SHORT || str_eq_nocase(word, S("nopember")));
        for (int language = 0; month && language < 2; language++) whole |= word.n == strlen(MONTHS[language][month - 1]);
        if (whole) return true;
        text = str_sub(text, to, text.n);
    }
    return false;
}
