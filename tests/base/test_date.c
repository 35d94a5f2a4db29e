/* Days and months as Indonesian files write them. */
#include "testing.h"

#include "effcheck/date.h"

static const struct parse_row {
    const char *name; /* the text */
    const char *iso;  /* NULL = no day */
} DAYS[] = {
    {"2026-01-07", "2026-01-07"},
    {" 2026-01-07 ", "2026-01-07"},
    {"2026-01-07T00:00:00Z", "2026-01-07"},
    {"2026-01-07 13:45", "2026-01-07"},
    {"2026-1-7", "2026-01-07"},
    {"7 Januari 2026", "2026-01-07"},
    {"07  januari  2026", "2026-01-07"},
    {"7 JAN 2026", "2026-01-07"},
    {"7-Jan-2026", "2026-01-07"},
    {"7 Agustus 2026", "2026-08-07"},
    {"7 Agt 2026", "2026-08-07"},
    {"7 Nopember 2026", "2026-11-07"},
    {"7 May 2026", "2026-05-07"},
    {"7 Mei 2026", "2026-05-07"},
    {"7 December 2026", "2026-12-07"},
    {"7\xC2\xA0Januari\xC2\xA0" "2026", "2026-01-07"},
    {"07/01/2026", "2026-01-07"}, /* day first */
    {"07-01-2026", "2026-01-07"},
    {"07.01.2026", "2026-01-07"},
    {"7 / 1 / 2026", "2026-01-07"},
    {"31/12/2025 23:59", "2025-12-31"},
    {"29/02/2024", "2024-02-29"},
    {"29/02/2000", "2000-02-29"},
    {"29/02/2025", NULL},
    {"29/02/1900", NULL},
    {"31/04/2025", NULL},
    {"31 Februari 2025", NULL},
    {"00/01/2026", NULL},
    {"01/00/2026", NULL},
    {"01/13/2026", NULL},
    {"2026-13-01", NULL},
    {"2026-02-30", NULL},
    {"2026-01-07x", NULL},
    {"2026-01", NULL},
    {"2026", NULL},
    {"7 Januari", NULL},
    {"7 Ja 2026", NULL},
    {"7 Januarius 2026", NULL},
    {"07/01/26", NULL},
    {"07/01-2026", NULL},
    {"07/012026", NULL},
    {"07012026", NULL},
    {"20260107", NULL},
    {"7 Januari 12026", NULL},
    {"Januari 2026", NULL},
    {"7 Ags 2026", "2026-08-07"},
    {"7 Nop 2026", "2026-11-07"},
    {"1900-01-01", "1900-01-01"},
    {"2199-12-31", "2199-12-31"},
    {"1899-12-31", NULL},
    {"31/12/1899", NULL},
    {"2200-01-01", NULL},
    {"2026-satu-07", NULL},
    {"2026-01-tujuh", NULL},
    {"7 Januari tahun", NULL},
    {"7 {Mei} 2026", NULL},
    {"", NULL},
    {"-", NULL},
};

static void test_day(void **state)
{
    const struct parse_row *row = *state;
    struct date date = {0};
    char text[DATE_TEXT_MAX];
    assert_number(date_parse(str_from(row->name), &date), row->iso != NULL, "a day");
    if (!row->iso) return;
    assert_number(date_iso(date, text), strlen(row->iso), "length");
    assert_string_equal(text, row->iso);
}

static const struct parse_row PERIODS[] = {
    {"2025-10", "2025-10"}, {" 2025-01 ", "2025-01"}, {"2025-12", "2025-12"}, {"2025-13", NULL}, {"2025-00", NULL}, {"2025-10-01", NULL},
    {"202510", NULL},       {"10-2025", NULL},        {"2025", NULL},         {"", NULL},
    {"2025-Mei", NULL},     {"2200-01", NULL},
};

static void test_period(void **state)
{
    const struct parse_row *row = *state;
    struct date date = {0};
    char text[DATE_TEXT_MAX];
    assert_number(date_parse_period(str_from(row->name), &date), row->iso != NULL, "a month");
    if (!row->iso) return;
    assert_int_equal(date.day, 0);
    date_iso(date, text);
    assert_string_equal(text, row->iso);
}

static const struct year_row {
    const char *name; /* the text */
    int year;         /* 0 = none */
} YEARS[] = {
    {"2025", 2025},
    {"TA 2025", 2025},
    {"Tahun Anggaran 2016.", 2016},
    {"TA2025", 2025},
    {"2025/2025", 2025},
    {"1990", 1990},
    {"2099", 2099},
    {"1989", 0},
    {"2100", 0},
    {"2024/2025", 0},
    {"", 0},
    {"dua ribu", 0},
    {"20255", 0},
    {"12025", 0},
    {"202", 0},
    {"1234567892025", 0},        /* the end of a longer number */
    {"99999999999999992025", 0},
    {"Perda 1234 Tahun 2025", 2025},
};

static void test_year(void **state)
{
    const struct year_row *row = *state;
    int year = 0;
    assert_number(date_find_year(str_from(row->name), &year), row->year != 0, "a year");
    assert_number(year, row->year, "the year");
}

static const struct month_row {
    const char *name; /* the text */
    int month;        /* 0 = none */
} MONTHS_READ[] = {
    {"1", 1}, {"01", 1}, {" 12 ", 12}, {"0", 0}, {"13", 0}, {"123", 0}, {"1x", 0}, {"-1", 0}, {"x", 0}, {"", 0}, {"Januari", 1}, {"des", 12}, {"Nopember", 11}, {"December", 12},
};

static void test_month(void **state)
{
    const struct month_row *row = *state;
    int month = 0;
    assert_number(date_month(str_from(row->name), &month), row->month != 0, "whether it is a month");
    if (row->month) assert_number(month, row->month, "the month");
}

static const struct names_row {
    const char *name; /* the text */
    bool names;
} NAMES[] = {
    {"Honor bulan Januari", true}, {"honor JAN 2025", true},   {"Honor Nopember", true}, {"Honor November", true}, {"Honor Januarius", false}, {"Honor Janu", false},
    {"Honor tim", false},          {"2025 12", false},         {"", false},              {"{Mei}", true},          {"_Juni_", true},           {"[Jul]", true},
    {"@August@", true},            {"Honor~Maret`2025", true}, {"Mei2025", true},        {"Honor 12", false},      {"Nopemb", false},          {"Nopemberr", false},
};

static void test_names(void **state)
{
    const struct names_row *row = *state;
    assert_number(date_names_month(str_from(row->name)), row->names, "whether it names a month");
}

static const struct unix_row {
    const char *name; /* the day */
    int64_t seconds;
} SECONDS[] = {
    {"1970-01-01", 0},
    {"1970-01-01", 86399},
    {"1970-01-02", 86400},
    {"1969-12-31", -1},
    {"1969-12-31", -86400},
    {"1969-12-30", -86401},
    {"2000-02-29", 951782400},
    {"2026-01-01", 1767225600},
    {"2024-12-31", 1735689599},
    {"2100-03-01", 4107542400},
    {"9999-12-31", INT64_MAX},
    {"0001-01-01", INT64_MIN},
};

static void test_unix(void **state)
{
    const struct unix_row *row = *state;
    char text[DATE_TEXT_MAX];
    const struct date day = date_from_unix(row->seconds), month = {day.year, day.month, 0};
    date_iso(day, text);
    assert_string_equal(text, row->name);
    assert_number(date_cmp(date_from_unix(date_days(day) * 86400), day), 0, "the day that its number leads back to");
    assert_number(date_days(day) - date_days(month), day.day - 1, "days since the first of the month");
}

static const struct words_row {
    const char *name; /* Indonesian */
    struct date date;
    const char *english;
} WORDS[] = {
    {"7 Januari 2026", {2026, 1, 7}, "7 January 2026"},
    {"17 Agustus 2025", {2025, 8, 17}, "17 August 2025"},
    {"Oktober 2025", {2025, 10, 0}, "October 2025"},
    {"31 Desember 2025", {2025, 12, 31}, "31 December 2025"},
    {" 2025", {2025, 0, 0}, " 2025"}, /* no month */
    {" 2025", {2025, 13, 0}, " 2025"},
};

static void test_words(void **state)
{
    const struct words_row *row = *state;
    char text[DATE_TEXT_MAX];
    assert_number(date_words(row->date, false, text), strlen(row->name), "length");
    assert_string_equal(text, row->name);
    assert_number(date_words(row->date, true, text), strlen(row->english), "length");
    assert_string_equal(text, row->english);
}

static const struct order_row {
    const char *name;
    struct date a, b;
    int order;
} ORDERS[] = {
    {"same", {2025, 6, 4}, {2025, 6, 4}, 0},     {"year", {2024, 12, 31}, {2025, 1, 1}, -1}, {"month", {2025, 7, 1}, {2025, 6, 30}, 1},
    {"day", {2025, 6, 4}, {2025, 6, 5}, -1},     {"a month before its first day", {2025, 6, 0}, {2025, 6, 1}, -1},
};

static void test_order(void **state)
{
    const struct order_row *row = *state;
    int order = date_cmp(row->a, row->b);
    assert_number((order > 0) - (order < 0), row->order, "the order");
    order = date_cmp(row->b, row->a);
    assert_number((order > 0) - (order < 0), -row->order, "the order reversed");
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "day", DAYS, test_day);
    suite_rows(&suite, "period", PERIODS, test_period);
    suite_rows(&suite, "year", YEARS, test_year);
    suite_rows(&suite, "unix", SECONDS, test_unix);
    suite_rows(&suite, "words", WORDS, test_words);
    suite_rows(&suite, "a month", MONTHS_READ, test_month);
    suite_rows(&suite, "names a month", NAMES, test_names);
    suite_rows(&suite, "order", ORDERS, test_order);
    return suite_run(&suite, "date");
}
