/* The small languages inside workbooks: references, numbers, escapes, number formats, days, names of parts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "effcheck/xlsx_value.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void assert_text(struct str got, const char *want, const char *of)
{
    if (!str_eq(got, str_from(want))) fail_msg("%s: got \"%.*s\", want \"%s\"", of, STR_ARG(got), want);
}

static void cell_references(void **state)
{
    (void)state;
    static const struct {
        const char *ref;
        uint32_t row, column;
    } good[] = {{"A1", 1, 0},   {"Z9", 9, 25},   {"AA10", 10, 26}, {"AZ1", 1, 51},
                {"BA1", 1, 52}, {"ZZ1", 1, 701}, {"AAA1", 1, 702}, {"XFD1048576", 1048576, 16383},
                {"A01", 1, 0}};
    static const char *const bad[] = {"",   "A",    "1",   "A0",  "XFE1", "ZZZ1",  "AAAA1", "A1048577", "A99999999999999999999",
                                      "a1", "$A$1", "A1 ", " A1", "A-1",  "A1:B2", "A1B",   "Sheet1!A1"};
    for (size_t i = 0; i < COUNT(good); i++) {
        uint32_t row = 0, column = 0;
        char text[XLSX_REF_TEXT];
        if (!xlsx_ref(str_from(good[i].ref), &row, &column) || row != good[i].row || column != good[i].column)
            fail_msg("%s: row %u column %u", good[i].ref, row, column);
        xlsx_ref_text(row, column, text);
        if (strcmp(good[i].ref, "A01") != 0) assert_string_equal(text, good[i].ref);
    }
    for (size_t i = 0; i < COUNT(bad); i++) {
        uint32_t row, column;
        if (xlsx_ref(str_from(bad[i]), &row, &column)) fail_msg("\"%s\" was accepted", bad[i]);
    }
}

static void numbers(void **state)
{
    (void)state;
    static const char *const good[] = {"0", "-1", "+1", "12.50", ".5", "5.", "1E10", "1.5e-7", "-2.5E+12", "0.30000000000000004"};
    static const char *const bad[] = {"", "-", ".", "1,5", "1.234,56", "1.2.3", "1 000", "E5", "1E", "1E+", "1E5.0", "INF", "NaN", "0x1F"};
    for (size_t i = 0; i < COUNT(good); i++)
        if (!xlsx_is_number(str_from(good[i]))) fail_msg("\"%s\" was refused", good[i]);
    for (size_t i = 0; i < COUNT(bad); i++)
        if (xlsx_is_number(str_from(bad[i]))) fail_msg("\"%s\" was accepted", bad[i]);
}

static void escapes(void **state)
{
    (void)state;
    static const struct {
        const char *written, *meant;
    } table[] = {
        {"", ""},
        {"a_b", "a_b"},
        {"a_x000D_b", "a\rb"},
        {"a_x000d_\nb", "a\r\nb"},
        {"_x005F_x000D_", "_x000D_"}, /* an escaped underscore */
        {"_x0041__x00e9__x20AC_", "A\xC3\xA9\xE2\x82\xAC"},
        {"_xD83D__xDE00_", "\xF0\x9F\x98\x80"},
        {"_xD83D_", "_xD83D_"}, /* half a pair */
        {"_xDE00__xD83D_", "_xDE00__xD83D_"},
        {"_xD83D_x", "_xD83D_x"},
        {"_x0000_", "_x0000_"},
        {"_xFFFE__xFFFF_", "_xFFFE__xFFFF_"},
        {"_x000_", "_x000_"},
        {"_x00G0_", "_x00G0_"},
        {"_X000D_", "_X000D_"},
        {"_x000D", "_x000D"},
        {"__x0041_", "_A"},
        {"_x0041_x0042_", "Ax0042_"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        char text[64];
        size_t n = strlen(table[i].written);
        memcpy(text, table[i].written, n);
        n = xlsx_unescape(text, n);
        assert_text((struct str){text, n}, table[i].meant, table[i].written);
    }
}

static void formats(void **state)
{
    (void)state;
    static const char *const dates[] = {"dd/mm/yyyy", "DD/MM/YYYY",  "yyyy\\-mm\\-dd", "[$-421]dd\\ mmmm\\ yyyy;@",
                                        "d-mmm-yy",   "m/d/yy h:mm", "\"Tanggal\" d",  "mm:ss.00",
                                        "[Red]yyyy",  "mmm",         "dd.mm.yyyy",     "d\"-\"m"};
    static const char *const others[] = {"",
                                         "General",
                                         "0",
                                         "0.00",
                                         "#,##0",
                                         "#,##0.00_);\\(#,##0.00\\)",
                                         "@",
                                         "hh",
                                         "0.00E+00",
                                         "_(\"Rp\"* #,##0_);_(\"Rp\"* \\(#,##0\\)",
                                         "[$Rp-421]#,##0",
                                         "[Red]#,##0;[Yellow]-#,##0",
                                         "#,##0_M_M_M;#,##0_M_M_M;_(@_M_M_M",
                                         "#,##0 \"d\"",
                                         "USD #,##0",
                                         "0 \\d\\a\\y\\s",
                                         "\"yyyy",
                                         "[yyyy",
                                         "\\",
                                         "_",
                                         "# ?/?",
                                         "000000000000",
                                         "0.0 \"M\""};
    for (size_t i = 0; i < COUNT(dates); i++)
        if (!xlsx_format_is_date(str_from(dates[i]))) fail_msg("%s is a date", dates[i]);
    for (size_t i = 0; i < COUNT(others); i++)
        if (xlsx_format_is_date(str_from(others[i]))) fail_msg("%s is no date", others[i]);
    for (uint32_t id = 0; id < 200; id++) assert_int_equal(xlsx_builtin_is_date(id), (id >= 14 && id <= 22) || (id >= 45 && id <= 47));
}

static void serial_days(void **state)
{
    (void)state;
    static const struct {
        const char *number;
        bool from_1904;
        const char *day; /* "" = none */
    } table[] = {
        {"1", false, "1900-01-01"},
        {"59", false, "1900-02-28"},
        {"60", false, ""},
        {"61", false, "1900-03-01"},
        {"25569", false, "1970-01-01"},
        {"45664", false, "2025-01-07"},
        {"45664.999988", false, "2025-01-07"},
        {"45664.", false, "2025-01-07"},
        {"2958465", false, "9999-12-31"},
        {"2958466", false, ""},
        {"0", false, ""},
        {"0.5", false, ""},
        {"-1", false, ""},
        {"4.5664E4", false, ""},
        {"", false, ""},
        {"abc", false, ""},
        {".5", false, ""},
        {"1.2.3", false, ""},
        {"99999999999999999999", false, ""},
        {"0", true, "1904-01-01"},
        {"44202.25", true, "2025-01-07"},
        {"2957003", true, "9999-12-31"},
        {"2957004", true, ""},
        {"60", true, "1904-03-01"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct date date;
        char iso[DATE_TEXT_MAX] = "";
        size_t n = xlsx_serial_date(str_from(table[i].number), table[i].from_1904, &date) ? date_iso(date, iso) : 0;
        assert_text((struct str){iso, n}, table[i].day, table[i].number);
    }
}

static void plain_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *number, *plain;
    } table[] = {
        {"0", "0"},
        {"-0", "0"},
        {"000", "0"},
        {"1234567", "1234567"},
        {"-1234.5", "-1234.5"},
        {"1.234E+11", "123400000000"},
        {"1.5E12", "1500000000000"},
        {"4955219800", "4955219800"},
        {"0.05", "0.05"},
        {"5E-2", "0.05"},
        {"5.0999999999999996", "5.1"},              /* 5.1 as Excel stores it */
        {"0.30000000000000004", "0.3"},
        {"1234567890123.45", "1234567890123.45"},
        {"1234567890123.4501", "1234567890123.45"},
        {"3333333333.3333335", "3333333333.33"},    /* a third of ten thousand million */
        {"3333333333.33333", "3333333333.33"},
        {"99999999999.999999", "100000000000"},
        {"-1.1368683772161603E-13", "0"},          /* what a difference of equal sums leaves */
        {"1E-300", "0"},
        {"1234.5678", "1234.5678"},                 /* four decimals were typed: for the caller to judge */
        {"510102010001", "510102010001"},
        {"12345678901234567", "12345678901234567"}, /* written out: exact */
        {"1.2345678901234567E+17", ""},             /* shortened by a program: not exact */
        {"1E+300", ""},
        {"1e", ""},
        {"1.234,56", ""},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        char out[XLSX_PLAIN_NUMBER];
        size_t n = xlsx_plain_number(str_from(table[i].number), out);
        assert_text((struct str){out, n}, table[i].plain, table[i].number);
    }
}

static void targets(void **state)
{
    (void)state;
    static const struct {
        const char *from, *target, *part;
    } table[] = {
        {"xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
        {"xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
        {"xl/workbook.xml", "./a/./b.xml", "xl/a/b.xml"},
        {"xl/workbook.xml", "../data/a.xml", "data/a.xml"},
        {"xl/a/b.xml", "../../c.xml", "c.xml"},
        {"xl/workbook.xml", "worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"},
        {"xl/workbook.xml", "a//b.xml", "xl/a/b.xml"},
        {"", "xl/workbook.xml", "xl/workbook.xml"},
        {"", "../etc/passwd", ""},
        {"xl/workbook.xml", "../../etc/passwd", ""},
        {"xl/workbook.xml", "/../x", ""},
        {"xl/workbook.xml", "a/../../../x", ""},
        {"xl/workbook.xml", "a/..", "xl/"},
        {"", "", ""},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(table); i++)
        assert_text(xlsx_target(&arena, str_from(table[i].from), str_from(table[i].target)), table[i].part, table[i].target);
    assert_text(xlsx_relations_of(&arena, S("xl/workbook.xml")), "xl/_rels/workbook.xml.rels", "relations");
    assert_text(xlsx_relations_of(&arena, S("book.xml")), "_rels/book.xml.rels", "relations at the top");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cell_references), cmocka_unit_test(numbers),     cmocka_unit_test(escapes),
        cmocka_unit_test(formats),         cmocka_unit_test(serial_days), cmocka_unit_test(targets),
        cmocka_unit_test(plain_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
