/* Every kind of check: hits, near misses, exact boundaries, absent measures. One unit a row; the verdicts are those of the real pack. */
#include "made_audit.h"

#define TRAVEL "5.1.02.04.01.0001"
#define PACKAGE "5.1.02.04.01.0005"
#define ABROAD "5.1.02.04.02.0001"
#define HOTEL "5.1.02.02.05.0043"
#define RENT "5.1.02.02.04.0036"
#define MEALS "5.1.02.01.01.0052"
#define GUESTS "5.1.02.01.01.0053"
#define COURSE "5.1.02.02.12.0003"
#define MEDICINE "5.1.02.01.01.0037"
#define POWER "5.1.02.02.01.0061"
#define UNIFORM "5.1.02.01.01.0063"
#define GRANT "5.1.05.01.01.0001"
#define TEAM "5.1.02.02.01.0004"

static const struct row {
    const char *name, *check;
    struct made_line lines[MADE_LINES];
    const char *verdict;
    int64_t gap;         /* NONE = the result has none */
    int8_t month;        /* of the period; 0 = none stated */
    bool region;         /* the result of the region */
} ROWS[] = {
    /* T01, T02: the real cases and the boundary */
    {"101 to 51 rupiah", "T01", {L(TRAVEL, RP(101), RP(51), 0)}, "tidak_patuh", 50, 0, false},
    {"101 to 51 sen is above by 1", "T01", {L(TRAVEL, 101, 51, 0)}, "tidak_patuh", 1, 0, false},
    {"101 to 50 sen", "T01", {L(TRAVEL, 101, 50, 0)}, "patuh", 0, 0, false},
    {"173 to 93 jt, claimed as 50 %", "T01", {L(TRAVEL, JT(173), JT(93), 0)}, "tidak_patuh", JT(65) / 10, 0, false},
    {"17.0 to 8.5 M", "T01", {L(TRAVEL, JT(17000), JT(8500), 0)}, "patuh", 0, 0, false},
    {"92 to 46 M", "T02", {L(TRAVEL, JT(92000), JT(46000), 0)}, "patuh", 0, 0, true},
    {"cut by 49.99 %", "T01", {L(TRAVEL, 10000, 5001, 0)}, "tidak_patuh", 1, 0, false},
    {"cut by 50.00 %", "T01", {L(TRAVEL, 10000, 5000, 0)}, "patuh", 0, 0, false},
    {"cut by 50.01 %", "T01", {L(TRAVEL, 10000, 4999, 0)}, "patuh", -1, 0, false},
    {"from nothing", "T01", {L(TRAVEL, 0, 5000, 0)}, "tidak_patuh", 5000, 0, false},
    {"no travel", "T01", {L(POWER, 10000, 10000, 0)}, "tidak_berlaku", NONE, 0, false},
    {"no original budget", "T01", {L(TRAVEL, NONE, 5000, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"a correction below zero", "T01", {L(TRAVEL, 10000, 6000, 0), L(TRAVEL, 0, -1000, 0)}, "patuh", 0, 0, false},
    {"no original budget of one line", "T01", {L(TRAVEL, 10000, 4000, 0), L(TRAVEL, NONE, 1000, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"a rejected row", "T01", {L(TRAVEL, 10000, 4000, 0), {.account = TRAVEL, .rejected = true}}, "tidak_dapat_diuji", NONE, 0, false},
    /* T05: Banyuasin 2023, 52.86 % spent */
    {"Banyuasin", "T05", {L(TRAVEL, RP(90226275898), RP(90226275898), RP(47694141116))}, "tidak_patuh", RP(47694141116) - RP(45113137949), 0, false},
    {"half spent", "T05", {L(TRAVEL, 10000, 10000, 5000)}, "patuh", 0, 0, false},
    {"half and one sen", "T05", {L(TRAVEL, 10000, 10000, 5001)}, "tidak_patuh", 1, 0, false},
    /* T06: x 12 / month */
    {"at the ceiling in October", "T06", {L(TRAVEL, 120000, 60000, 50000)}, "patuh", 0, 10, false},
    {"one sen more in October", "T06", {L(TRAVEL, 120000, 60000, 50001)}, "perlu_pertimbangan", 1, 10, false},
    {"one sen less in October", "T06", {L(TRAVEL, 120000, 60000, 49999)}, "patuh", -2, 10, false},
    {"the ceiling itself is exceeded", "T06", {L(TRAVEL, 120000, 60000, 60001)}, "tidak_berlaku", 12001, 10, false},
    {"at the ceiling in December", "T06", {L(TRAVEL, 120000, 60000, 60000)}, "patuh", 0, 12, false},
    {"no month stated", "T06", {L(TRAVEL, 120000, 60000, 50001)}, "tidak_dapat_diuji", NONE, 0, false},
    {"no travel and no month", "T06", {L(POWER, 1, 1, 1)}, "tidak_berlaku", NONE, 0, false},
    {"nothing realised stated", "T06", {L(TRAVEL, 120000, 60000, NONE)}, "tidak_dapat_diuji", NONE, 10, false},
    {"the region", "T06", {L(TRAVEL, 120000, 60000, 50001)}, "perlu_pertimbangan", 1, 10, true},
    /* T08 */
    {"tickets in another account", "T08", {LT(RENT, 0, 700, 0, "Tiket pesawat dan penginapan")}, "perlu_pertimbangan", 700, 0, false},
    {"tickets in the travel account", "T08", {LT(TRAVEL, 0, 700, 0, "Tiket pesawat")}, "patuh", 0, 0, false},
    {"tickets of patients", "T08", {LT(RENT, 0, 700, 0, "Tiket pasien rujukan")}, "patuh", 0, 0, false},
    {"journey of pilgrims", "T08", {LT(RENT, 0, 700, 0, "Perjalanan ibadah haji jamaah")}, "patuh", 0, 0, false},
    {"nothing budgeted any more", "T08", {LT(RENT, 700, 0, 0, "Tiket pesawat")}, "patuh", 0, 0, false},
    {"capital spending is not looked at", "T08", {LT("5.2.02.05.02.0001", 0, 700, 0, "Mebel penginapan")}, "patuh", 0, 0, false},
    {"no text to look at", "T08", {L(RENT, 0, 700, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"a rejected row may be one", "T08", {LT(POWER, 1, 1, 1, "Listrik"), {.account = RENT, .rejected = true}}, "tidak_dapat_diuji", NONE, 0, false},
    {"a hit beside a rejected row", "T08", {LT(RENT, 0, 700, 0, "Tiket"), {.account = RENT, .rejected = true}}, "perlu_pertimbangan", 700, 0, false},
    {"only the realisation is known", "T08", {LT(RENT, NONE, NONE, 300, "Tiket")}, "perlu_pertimbangan", 300, 0, false},
    /* T09: travel cut by 100, hotel, cars and meals up by 60 = 60 % */
    {"100 cut, 60 up", "T09", {L(TRAVEL, 200, 100, 0), L(HOTEL, 0, 30, 0), L(RENT, 10, 30, 0), L(MEALS, 50, 60, 0)}, "perlu_pertimbangan", 60, 0, false},
    {"25.00 %", "T09", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 2500, 0)}, "patuh", 2500, 0, false},
    {"25.01 %", "T09", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 2501, 0)}, "perlu_pertimbangan", 2501, 0, false},
    {"24.99 %", "T09", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 2499, 0)}, "patuh", 2499, 0, false},
    {"an account that fell hides no other", "T09", {L(TRAVEL, 200, 100, 0), L(HOTEL, 0, 60, 0), L(MEALS, 50, 0, 0)}, "perlu_pertimbangan", 60, 0, false},
    {"moved between sub kegiatan", "T09",
     {L(TRAVEL, 200, 100, 0), L(MEALS, 60, 0, 0), {.account = MEALS, .of = {0, 60, 0}, .activity = "1.02.02.2.02.0001"}}, "patuh", 0, 0, false},
    {"travel was not cut", "T09", {L(TRAVEL, 100, 100, 0), L(HOTEL, 0, 60, 0)}, "tidak_berlaku", NONE, 0, false},
    {"no travel at all", "T09", {L(HOTEL, 0, 60, 0)}, "tidak_berlaku", NONE, 0, false},
    {"another account rose", "T09", {L(TRAVEL, 200, 100, 0), L(MEDICINE, 0, 60, 0)}, "patuh", 0, 0, false},
    {"no original budget", "T09", {L(TRAVEL, NONE, 100, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"a neighbour without its original budget", "T09", {L(TRAVEL, 200, 100, 0), L(HOTEL, NONE, 60, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    /* T09a: the smaller is at least 80 % of the larger */
    {"79.99 %", "T09a", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 7999, 0)}, "patuh", 0, 0, false},
    {"80.00 %", "T09a", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 8000, 0)}, "perlu_pertimbangan", 8000, 0, false},
    {"the rise is the larger one, 80.00 %", "T09a", {L(TRAVEL, 16000, 8000, 0), L(HOTEL, 0, 10000, 0)}, "perlu_pertimbangan", 10000, 0, false},
    {"the rise is the larger one, 79.99 %", "T09a", {L(TRAVEL, 15998, 7999, 0), L(HOTEL, 0, 10000, 0)}, "patuh", 0, 0, false},
    {"one of two accounts is alike", "T09a", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 9000, 0), L(COURSE, 0, 90000, 0)}, "perlu_pertimbangan", 9000, 0,
     false},
    {"two accounts together are alike", "T09a", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 5000, 0), L(COURSE, 0, 4000, 0)}, "perlu_pertimbangan", 9000, 0,
     false},
    {"in another sub kegiatan", "T09a", {L(TRAVEL, 20000, 10000, 0), {.account = HOTEL, .of = {0, 9000, 0}, .activity = "1.02.02.2.02.0001"}}, "patuh", 0, 0,
     false},
    {"no sub kegiatan", "T09a", {{.account = TRAVEL, .of = {20000, 10000, 0}, .activity = ""}}, "tidak_dapat_diuji", NONE, 0, false},
    /* T10 */
    {"packages up", "T10", {L(TRAVEL, 100, 50, 0), L(PACKAGE, 10, 11, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"packages flat", "T10", {L(TRAVEL, 100, 50, 0), L(PACKAGE, 10, 10, 0)}, "patuh", 0, 0, false},
    {"packages down", "T10", {L(TRAVEL, 100, 50, 0), L(PACKAGE, 10, 9, 0)}, "patuh", -1, 0, false},
    {"no packages", "T10", {L(TRAVEL, 100, 50, 0)}, "tidak_berlaku", NONE, 0, false},
    {"packages without original budget", "T10", {L(PACKAGE, NONE, 9, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    /* T11 */
    {"a comparative visit", "T11", {LT(TRAVEL, 900, 400, 0, "Studi banding ke Jawa Timur")}, "perlu_pertimbangan", 400, 0, false},
    {"a feasibility study", "T11", {LT(POWER, 900, 400, 0, "Studi kelayakan pasar")}, "patuh", 0, 0, false},
    {"cut altogether", "T11", {LT(TRAVEL, 900, 0, 0, "Studi banding ke Jawa Timur")}, "patuh", 0, 0, false},
    {"named by the sub kegiatan", "T11", {{.account = TRAVEL, .of = {900, 400, 0}, .activity_name = "Kaji Tiru Pelayanan"}}, "perlu_pertimbangan", 400, 0, false},
    {"no text at all", "T11", {L(TRAVEL, 900, 400, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    /* T16 */
    {"abroad", "T16", {L(ABROAD, 0, 5, 0)}, "perlu_pertimbangan", 5, 0, false},
    {"abroad, only realised", "T16", {L(ABROAD, 9, 0, 3)}, "perlu_pertimbangan", 3, 0, false},
    {"abroad, cut altogether", "T16", {L(ABROAD, 9, 0, 0)}, "patuh", 0, 0, false},
    {"inland only", "T16", {L(TRAVEL, 9, 9, 9)}, "patuh", 0, 0, false},
    {"only the original budget is known", "T16", {L(ABROAD, 9, NONE, NONE)}, "tidak_dapat_diuji", NONE, 0, false},
    {"a rejected row abroad", "T16", {L(TRAVEL, 9, 9, 9), {.account = ABROAD, .rejected = true}}, "tidak_dapat_diuji", 0, 0, false},
    /* trends of accounts */
    {"uniforms 681 to 2,270 jt", "R02", {L(UNIFORM, JT(681), JT(2270), 0)}, "perlu_pertimbangan", JT(1589), 0, false},
    {"uniforms flat", "R02", {L(UNIFORM, JT(681), JT(681), 0)}, "patuh", 0, 0, false},
    {"uniforms one sen up", "R02", {L(UNIFORM, 681, 682, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"other goods", "R02", {L(MEDICINE, 681, 682, 0)}, "tidak_berlaku", NONE, 0, false},
    {"uniforms without original budget", "R02", {L(UNIFORM, NONE, 682, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"a new grant", "S09", {L(GRANT, 0, 5, 0)}, "perlu_pertimbangan", 5, 0, false},
    {"the same grant", "S09", {L(GRANT, 5, 5, 0)}, "patuh", 0, 0, false},
    {"a grant to others", "S09", {L("5.1.05.05.01.0001", 0, 5, 0)}, "tidak_berlaku", NONE, 0, false},
    {"meals up", "S06", {L(MEALS, 5, 4, 0), L(GUESTS, 0, 2, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"meals flat", "S06", {L(MEALS, 5, 5, 0)}, "perlu_pertimbangan", 0, 0, false},
    {"meals down", "S06", {L(MEALS, 5, 4, 0)}, "patuh", -1, 0, false},
    {"meals of schools", "S06", {L("5.1.02.01.01.0055", 5, 6, 0)}, "tidak_berlaku", NONE, 0, false},
    /* S08 */
    {"70.00 % inputs", "S08", {L(TRAVEL, 0, 4000, 0), L(MEALS, 0, 2000, 0), L(TEAM, 0, 1000, 0), L(MEDICINE, 0, 3000, 0)}, "patuh", 0, 0, false},
    {"70.01 % inputs", "S08", {L(TRAVEL, 0, 4001, 0), L(MEALS, 0, 2000, 0), L(TEAM, 0, 1000, 0), L(MEDICINE, 0, 2999, 0)}, "perlu_pertimbangan", 7001, 0,
     false},
    {"69.99 % inputs", "S08", {L(TRAVEL, 0, 6999, 0), L(MEDICINE, 0, 3001, 0)}, "patuh", 0, 0, false},
    {"a supporting programme", "S08", {{.account = TRAVEL, .of = {0, 9, 0}, .activity = "1.02.01.2.06.0009"}}, "patuh", 0, 0, false},
    {"no sub kegiatan code", "S08", {{.account = TRAVEL, .of = {0, 9, 0}, .activity = ""}}, "tidak_dapat_diuji", NONE, 0, false},
    {"no budget in force", "S08", {L(TRAVEL, 9, NONE, 9)}, "tidak_dapat_diuji", NONE, 0, false},
    /* R01 */
    {"health rises", "R01", {L(MEDICINE, 5, 9, 0)}, "patuh", 0, 0, false},
    {"another programme rises", "R01", {{.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0001"}}, "perlu_pertimbangan", 4, 0, false},
    {"another programme, by its words", "R01",
     {{.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0001", .activity_name = "Koordinasi Pengendalian Inflasi Daerah"}}, "patuh", 0, 0, false},
    {"a move within the sub kegiatan", "R01",
     {{.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0001"}, {.account = POWER, .of = {9, 5, 0}, .activity = "4.01.02.2.01.0001"}},
     "tidak_berlaku", 0, 0, false},
    {"no sub kegiatan", "R01", {{.account = MEDICINE, .of = {5, 9, 0}, .activity = ""}}, "tidak_dapat_diuji", 0, 0, false},
    {"no original budget", "R01", {L(MEDICINE, NONE, 9, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"the region", "R01", {{.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0001"}}, "perlu_pertimbangan", 4, 0, true},
    /* R03 */
    {"cuts 100 = increases 60 + 40", "R03", {L(TRAVEL, 200, 100, 0), L(HOTEL, 0, 60, 0)}, "perlu_pertimbangan", 40, 0, true},
    {"even", "R03", {L(TRAVEL, 200, 100, 0), L(HOTEL, 0, 100, 0)}, "patuh", 0, 0, true},
    {"more increases than cuts", "R03", {L(TRAVEL, 200, 100, 0), L(HOTEL, 0, 101, 0)}, "perlu_pertimbangan", -1, 0, true},
    {"a unit without original budget", "R03", {L(TRAVEL, NONE, 100, 0)}, "tidak_dapat_diuji", 0, 0, true},
    /* data */
    {"a negative amount", "Q06", {L(TRAVEL, 5, 5, -1)}, "perlu_pertimbangan", NONE, 0, true},
    {"an empty amount", "Q06", {L(TRAVEL, 5, 5, 1), L(TRAVEL, 5, 5, NONE)}, "perlu_pertimbangan", NONE, 0, true},
    {"zero is no empty amount", "Q06", {L(TRAVEL, 5, 0, 0)}, "patuh", NONE, 0, true},
    {"a measure that nobody speaks of", "Q06", {L(TRAVEL, 5, 5, NONE)}, "patuh", NONE, 0, true},
    {"one form", "Q13", {L(TRAVEL, 5, 5, 5)}, "patuh", NONE, 0, true},
    {"one name a code", "Q09", {L(TRAVEL, 5, 5, 5)}, "patuh", NONE, 0, true},
    {"plain amounts", "Q05", {L(TRAVEL, 5, 5, 5)}, "patuh", NONE, 0, true},
    {"20.00 % undecided", "Q14", {L(TRAVEL, 0, 8000, 0), {.account = "", .of = {0, 2000, 0}, .text = "xyzzy", .activity = ""}}, "patuh", 2000, 0, true},
    {"20.01 % undecided", "Q14", {L(TRAVEL, 0, 7999, 0), {.account = "", .of = {0, 2001, 0}, .text = "xyzzy", .activity = ""}}, "perlu_pertimbangan", 2001, 0,
     true},
    {"19.99 % undecided", "Q14", {L(TRAVEL, 0, 8001, 0), {.account = "", .of = {0, 1999, 0}, .text = "xyzzy", .activity = ""}}, "patuh", 1999, 0, true},
};

static void test_row(void **state)
{
    const struct row *row = *state;
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_lines(&m, row->lines, MADE_LINES);
    made_run(&m, row->month ? (struct date){2025, row->month, 0} : (struct date){0});
    const struct result *result = made_result(&m, row->check, row->region ? NO_UNIT : 0);
    assert_text(str_from(verdict_id(result->verdict)), row->verdict, "the verdict");
    assert_number(result->has_gap, row->gap != NONE, "whether there is a gap");
    if (row->gap != NONE) assert_money(result->gap, row->gap, "the gap");
    made_end(&m);
}

/* ---- what findings say and show ---- */

static void test_shift_shows_both_sides(void **state)
{
    (void)state;
    const struct made_line lines[] = {
        L(HOTEL, 0, RP(60), 0), L(TRAVEL, RP(300), RP(250), 0), L(POWER, RP(9), RP(9), 0), L("5.1.02.04.01.0003", RP(100), RP(50), 0), L(MEALS, RP(9), RP(8), 0)};
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_lines(&m, lines, COUNT(lines));
    made_run(&m, (struct date){0});
    const struct finding *finding = made_finding(&m, "T09");
    assert_non_null(finding);
    assert_number(finding->line_count, 3, "lines");
    const uint32_t rows[] = {3, 5, 2}; /* what was cut, the largest original budget first; behind it what rose */
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_number(m.ledger.lines.at[m.audit.finding_lines.at[finding->first_line + i]].row, rows[i], "the row");
    assert_money(finding->amount, RP(60), "the amount");
    assert_true(str_contains(finding->condition[0], S("60,00%")));
    assert_number(finding->severity, SEVERITY_MEDIUM, "the severity");
    made_end(&m);
}

static const struct severity_row {
    const char *name;
    struct date period;
    enum severity severity;
} SEVERITIES[] = {
    {"no period", {0}, SEVERITY_LOW},
    {"before the statement", {2025, 5, 0}, SEVERITY_LOW},
    {"the day before", {2025, 6, 3}, SEVERITY_LOW},
    {"the day itself", {2025, 6, 4}, SEVERITY_INFO},
    {"the month of the statement", {2025, 6, 0}, SEVERITY_INFO},
    {"long after it", {2025, 12, 0}, SEVERITY_INFO},
};

static void test_severity(void **state)
{
    const struct severity_row *row = *state;
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_add(&m, &(struct made_line)L(PACKAGE, 10, 11, 0));
    made_run(&m, row->period);
    const struct finding *finding = made_finding(&m, "T10");
    assert_non_null(finding);
    assert_number(finding->severity, row->severity, "the severity");
    made_end(&m);
}

static const struct council_row {
    const char *name;
    int64_t council, others; /* of 10000 each */
    const char *verdict;
} COUNCILS[] = {
    {"10.00 points less", 5000, 4000, "patuh"},
    {"10.01 points less", 5000, 3999, "perlu_pertimbangan"},
    {"9.99 points less", 5000, 4001, "patuh"},
    {"10.00 points more", 4000, 5000, "patuh"},
    {"10.01 points more", 3999, 5000, "perlu_pertimbangan"},
    {"the same", 5000, 5000, "patuh"},
    {"raised", 11000, 10000, "patuh"},
    {"raised further", 11001, 10000, "perlu_pertimbangan"},
};

static void test_council(void **state)
{
    const struct council_row *row = *state;
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_unit(&m, "4.02.0.00", "SEKRETARIAT D.P.R.D. / Sekretariat DPRD");
    made_add(&m, &(struct made_line)L(TRAVEL, 10000, row->others, 0));
    made_add(&m, &(struct made_line){.account = TRAVEL, .of = {10000, row->council, 0}, .unit = 1});
    made_run(&m, (struct date){0});
    assert_text(str_from(verdict_id(made_result(&m, "T17", NO_UNIT)->verdict)), row->verdict, "the verdict");
    made_end(&m);
}

static void test_names_twice(void **state)
{
    (void)state;
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_unit(&m, "1.03.0.00", "DINAS  UJI");
    made_add(&m, &(struct made_line)L(TRAVEL, 1, 1, 1));
    made_run(&m, (struct date){0});
    assert_text(str_from(verdict_id(made_result(&m, "Q09", NO_UNIT)->verdict)), "perlu_pertimbangan", "the verdict");
    assert_non_null(made_finding(&m, "Q09"));
    made_end(&m);
}

static void test_code_twice(void **state)
{
    (void)state;
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_add(&m, &(struct made_line)L(TRAVEL, 1, 1, 1));
    m.ledger.units.at[0].conflict = true; /* another file had another name */
    made_run(&m, (struct date){0});
    assert_text(str_from(verdict_id(made_result(&m, "Q09", NO_UNIT)->verdict)), "perlu_pertimbangan", "the verdict");
    const struct finding *finding = made_finding(&m, "Q09");
    assert_non_null(finding);
    assert_number(finding->unit, 0, "the unit");
    made_end(&m);
}

static const struct class_row {
    const char *name, *activity_name, *not_class;
} CLASSES[] = {
    {"Sistem Peringatan Dini Bencana", "Sistem Peringatan Dini Bencana", "seremonial"},
    {"Cetak Sawah Baru", "Cetak Sawah Baru", "pencetakan"},
};

static void test_class(void **state)
{
    const struct class_row *row = *state;
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_add(&m, &(struct made_line){.account = "", .of = {1, 1, 1}, .activity_name = row->activity_name});
    made_run(&m, (struct date){0});
    struct str class = m.pack.classes.at[m.ledger.lines.at[0].class_index].id;
    if (str_eq(class, str_from(row->not_class))) fail_msg("%s is %s", row->activity_name, row->not_class);
    made_end(&m);
}

/* Indications and policies are never of the highest severity, and only a rule of law can be broken. */
static void test_weights(void **state)
{
    (void)state;
    struct made m;
    made_begin(&m);
    for (size_t i = 0; i < m.pack.checks.n; i++) {
        const struct check *check = &m.pack.checks.at[i];
        bool soft = check->nature == NATURE_POLICY || check->nature == NATURE_INDICATION;
        if (soft && (check->severity == SEVERITY_HIGH || check->hit == VERDICT_VIOLATED)) fail_msg("%s is too severe", check->id.p);
    }
    made_end(&m);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "verdict", ROWS, test_row);
    suite_test(&suite, "two names under one code", test_code_twice);
    suite_test(&suite, "a shift shows both sides", test_shift_shows_both_sides);
    suite_rows(&suite, "severity by period", SEVERITIES, test_severity);
    suite_rows(&suite, "council and others", COUNCILS, test_council);
    suite_test(&suite, "one name under two codes", test_names_twice);
    suite_rows(&suite, "false friend", CLASSES, test_class);
    suite_test(&suite, "weights of the pack", test_weights);
    return suite_run(&suite, "check_kinds");
}
