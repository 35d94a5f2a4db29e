/* Every kind of check: hits, near misses, exact boundaries, absent measures. One unit a row; the verdicts are those of the real pack. */
#include "check_cases.h"
#include "recorded.h"

static void test_row(void **state)
{
    const struct row *row = *state;
    struct made m;
    made_begin_shared(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    for (size_t i = 0; i < MADE_LINES; i++)
        if (row->lines[i].unit && m.ledger.units.n == 1) made_unit(&m, "4.02.0.00", "Sekretariat DPRD");
    made_lines(&m, row->lines, MADE_LINES);
    made_run_threads(&m, row->month ? (struct date){2025, row->month, 0} : (struct date){0});
    const struct result *result = made_result(&m, row->check, row->region ? NO_UNIT : 0);
    assert_text(str_from(verdict_id(result->verdict)), row->verdict, "the verdict");
    assert_number(result->has_gap, row->gap != NONE, "whether there is a gap");
    if (row->gap != NONE) assert_money(result->gap, row->gap, "the gap");
    assert_recorded(&m.audit, row->check, row->name, &m.arena);
    made_end(&m);
}

/* The same in files that do not add up: met by nobody. */
static void assert_unconfirmed(struct made *m, const char *check, uint32_t unit, struct date period, const char *verdict)
{
    for (size_t i = 0; i < m->ledger.units.n; i++) m->ledger.units.at[i].unreconciled = true;
    made_run(m, period);
    bool met = strcmp(verdict, verdict_id(VERDICT_COMPLIANT)) == 0;
    assert_text(str_from(verdict_id(made_result(m, check, unit)->verdict)), met ? verdict_id(VERDICT_UNTESTABLE) : verdict, "the verdict on files that do not add up");
}

/* ---- what is handed in beside the spending files ---- */

static const struct claim_row {
    const char *name;
    int64_t murni, kini;
    int32_t bp;      /* claimed; of a claim in rupiah 0 */
    int64_t rupiah;
    const char *verdict;
    int64_t gap;
} CLAIMS[] = {
    {"173 to 93 jt, claimed as 50 %", JT(173), JT(93), 5000, 0, "perlu_pertimbangan", JT(65) / 10},
    {"0.50 point too high", 10000, 5000, 5050, 0, "patuh", 50},
    {"0.51 point too high", 10000, 5000, 5051, 0, "perlu_pertimbangan", 51},
    {"0.49 point too high", 10000, 5000, 5049, 0, "patuh", 49},
    {"less than was cut", 10000, 5000, 4000, 0, "patuh", -1000},
    {"rupiah, 0.50 point too high", 10000, 5000, 0, 5050, "patuh", 50},
    {"rupiah, 0.51 point too high", 10000, 5000, 0, 5051, "perlu_pertimbangan", 51},
    {"an odd sen, half a point in between", 101, 51, 5000, 0, "patuh", 1},
    {"an odd sen of a small budget", 81, 41, 5000, 0, "perlu_pertimbangan", 1},
    {"raised", 10000, 11000, 0, 1, "perlu_pertimbangan", 1001},
    {"nothing claimed", 10000, 10000, 0, 0, "patuh", 0},
    {"original budget zero", 0, 5000, 5000, 0, "tidak_berlaku", NONE},
    {"no original budget", NONE, 5000, 5000, 0, "tidak_dapat_diuji", NONE},
};

static void test_claim(void **state)
{
    const struct claim_row *row = *state;
    struct made m;
    made_begin_shared(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_add(&m, &(struct made_line)L(TRAVEL, row->murni, row->kini, 0));
    *array_push(&m.arena, &m.ledger.claims) = (struct claim){.in_rupiah = row->bp == 0, .percent = {row->bp}, .amount = {row->rupiah}};
    made_run(&m, (struct date){0});
    const struct result *result = made_result(&m, "T07", 0);
    assert_text(str_from(verdict_id(result->verdict)), row->verdict, "the verdict");
    assert_number(result->has_gap, row->gap != NONE, "whether there is a gap");
    if (row->gap != NONE) assert_money(result->gap, row->gap, "the gap");
    assert_recorded(&m.audit, "T07", row->name, &m.arena);
    assert_unconfirmed(&m, "T07", 0, (struct date){0}, row->verdict);
    made_end(&m);
}

/* Half of the year is spent in June; a quarter by March. */
static const struct profile_row {
    const char *name;
    int64_t realisasi; /* murni 120000, the ceiling 60000 */
    int8_t month;
    bool given;
    const char *verdict;
    int64_t gap;
} PROFILES[] = {
    {"at the ceiling", 30000, 6, true, "patuh", 0},
    {"one sen more", 30001, 6, true, "perlu_pertimbangan", 2},
    {"one sen less", 29999, 6, true, "patuh", -2},
    {"a quarter by March", 15000, 3, true, "patuh", 0},
    {"a quarter by March and one sen", 15001, 3, true, "perlu_pertimbangan", 4},
    {"the ceiling itself is exceeded", 60001, 6, true, "tidak_berlaku", 60002},
    {"nothing is spent by January", 1, 1, true, "tidak_dapat_diuji", NONE},
    {"no month stated", 1, 0, true, "tidak_dapat_diuji", NONE},
    {"no profile", 1, 6, false, "tidak_dapat_diuji", NONE},
};

static void test_profile(void **state)
{
    const struct profile_row *row = *state;
    struct made m;
    made_begin_shared(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_add(&m, &(struct made_line)L(TRAVEL, 120000, 60000, row->realisasi));
    m.profile = (struct profile){.given = row->given, .month = {[2] = {25}, [5] = {25}, [11] = {50}}};
    const struct date period = row->month ? (struct date){2025, row->month, 0} : (struct date){0};
    made_run(&m, period);
    const struct result *result = audit_result(&m.audit, made_check(&m, "T06a"), 0);
    if (!result) result = made_result(&m, "T06a", NO_UNIT); /* said once for the run */
    const uint32_t unit = result->unit;
    assert_text(str_from(verdict_id(result->verdict)), row->verdict, "the verdict");
    if (row->gap != NONE) assert_money(result->gap, row->gap, "the gap");
    assert_recorded(&m.audit, "T06a", row->name, &m.arena);
    assert_unconfirmed(&m, "T06a", unit, period, row->verdict);
    made_end(&m);
}

/* S10: ten units cut by the same share, some by another. Percent of the units and points between them, both at their boundaries. */
static const struct flat_row {
    const char *name;
    int units, alike;
    int64_t cut, other; /* of 10000 each */
    bool rejected;      /* one of the others cannot be tested */
    const char *verdict;
    int64_t murni;      /* 0 = 10000 */
} FLATS[] = {
    {"80.00 % of the units", 10, 8, 1000, 3000, false, "perlu_pertimbangan", 0},
    {"70 % of the units", 10, 7, 1000, 3000, false, "patuh", 0},
    {"79.17 % of the units", 24, 19, 1000, 3000, false, "patuh", 0},
    {"all, 0.10 point apart", 10, 5, 1000, 1010, false, "perlu_pertimbangan", 0},
    {"half of them 0.11 point apart", 10, 5, 1000, 1011, false, "patuh", 0},
    {"80 % of the units, the others were cut less", 10, 8, 3000, 1000, false, "perlu_pertimbangan", 0},
    {"half were raised, half cut a little", 10, 5, -500, 10, false, "patuh", 0},
    {"the first of those alike is told", 10, 1, 1000, 1005, false, "perlu_pertimbangan", 0},
    {"an odd share", 5, 5, 3333, 1, false, "perlu_pertimbangan", 0},
    {"none was cut", 10, 10, 0, 0, false, "patuh", 0},
    {"all were raised", 10, 10, -500, 0, false, "patuh", 0},
    {"four units are too few", 4, 4, 1000, 0, false, "tidak_berlaku", 0},
    {"one cannot be tested, the others are enough", 10, 8, 1000, 3000, true, "perlu_pertimbangan", 0},
    {"one cannot be tested, the others are too few", 10, 7, 1000, 3000, true, "tidak_dapat_diuji", 0},
    {"budgets of one sen, cut to nothing", 5, 5, 1, 0, false, "perlu_pertimbangan", 1},
};

static void test_flat(void **state)
{
    const struct flat_row *row = *state;
    struct made m;
    made_begin_shared(&m);
    for (int i = 0; i < row->units; i++) {
        char name[16];
        snprintf(name, sizeof name, "9.%02d", i);
        int64_t cut = i < row->alike ? row->cut : row->other, murni = row->murni ? row->murni : 10000;
        made_unit(&m, name, name);
        made_add(&m, &(struct made_line){.account = POWER, .of = {murni, murni - cut, 0}, .unit = i});
        made_add(&m, &(struct made_line){.account = TRAVEL, .of = {10000, 10 * i, 0}, .unit = i}); /* travel is left out */
    }
    if (row->rejected) made_add(&m, &(struct made_line){.account = POWER, .rejected = true, .unit = row->units - 1});
    made_run(&m, (struct date){0});
    const struct result *result = made_result(&m, "S10", NO_UNIT);
    assert_text(str_from(verdict_id(result->verdict)), row->verdict, "the verdict");
    assert_recorded(&m.audit, "S10", row->name, &m.arena);
    assert_unconfirmed(&m, "S10", NO_UNIT, (struct date){0}, row->verdict);
    made_end(&m);
}

/* ---- what findings say and show ---- */

static void test_shift_shows_both_sides(void **state)
{
    (void)state;
    const struct made_line lines[] = {
        L(HOTEL, 0, RP(60), 0), L(TRAVEL, RP(300), RP(250), 0), L(POWER, RP(9), RP(9), 0), L("5.1.02.04.01.0003", RP(100), RP(50), 0), L(MEALS, RP(9), RP(8), 0)};
    struct made m;
    made_begin_shared(&m);
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
    assert_recorded(&m.audit, "T09", "a shift shows both sides", &m.arena);
    made_end(&m);
}

/* The largest amount stands first, wherever it stood in the file. */
static const struct order_row {
    const char *name, *check;
    struct made_line lines[MADE_LINES];
    uint32_t rows[3];
} ORDERS[] = {
    {"visits", "T11", {LT(TRAVEL, 9, 4, 0, "Studi banding ke Jawa Timur"), LT(TRAVEL, 9, 5, 0, "Studi banding ke Bali"), LT(POWER, 9, 8, 0, "Kaji tiru")}, {4, 3, 2}},
    {"travel of the council", "T17", {L(TRAVEL, 100, 10, 0), {.account = TRAVEL, .of = {7, 7, 0}, .unit = 1}, {.account = TRAVEL, .of = {9, 5, 0}, .unit = 1}, {.account = PACKAGE, .of = {8, 8, 0}, .unit = 1}},
     {4, 5, 3}},
};

static void test_order(void **state)
{
    const struct order_row *row = *state;
    struct made m;
    made_begin_shared(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_unit(&m, "4.02.0.00", "Sekretariat DPRD");
    made_lines(&m, row->lines, MADE_LINES);
    made_run(&m, (struct date){0});
    const struct finding *finding = made_finding(&m, row->check);
    assert_non_null(finding);
    assert_number(finding->line_count, COUNT(row->rows), "lines");
    for (size_t i = 0; i < COUNT(row->rows); i++) assert_number(m.ledger.lines.at[m.audit.finding_lines.at[finding->first_line + i]].row, row->rows[i], "the row");
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
    made_begin_shared(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_add(&m, &(struct made_line)L(PACKAGE, 10, 11, 0));
    made_run(&m, row->period);
    const struct finding *finding = made_finding(&m, "T10");
    assert_non_null(finding);
    assert_number(finding->severity, row->severity, "the severity");
    assert_recorded(&m.audit, "T10", row->name, &m.arena);
    made_end(&m);
}

static const struct council_row {
    const char *name;
    int64_t council, others; /* of 10000 each, or of `original` */
    const char *verdict;
    bool first; /* the council comes first */
    int64_t original;
} COUNCILS[] = {
    {"10.00 points less", 5000, 4000, "patuh", false, 0},
    {"10.01 points less", 5000, 3999, "perlu_pertimbangan", false, 0},
    {"9.99 points less", 5000, 4001, "patuh", false, 0},
    {"10.00 points more", 4000, 5000, "patuh", false, 0},
    {"10.01 points more", 3999, 5000, "perlu_pertimbangan", false, 0},
    {"the same", 5000, 5000, "patuh", false, 0},
    {"raised", 11000, 10000, "patuh", false, 0},
    {"raised further", 11001, 10000, "perlu_pertimbangan", false, 0},
    {"raised further, the council first", 11001, 10000, "perlu_pertimbangan", true, 0},
    {"a single sen each", 1, 0, "perlu_pertimbangan", false, 1},
};

static void test_council(void **state)
{
    const struct council_row *row = *state;
    struct made m;
    made_begin_shared(&m);
    static const char *const names[] = {"Dinas Uji", "SEKRETARIAT D.P.R.D. / Sekretariat DPRD"};
    made_unit(&m, "1.02.0.00", names[row->first]);
    made_unit(&m, "4.02.0.00", names[!row->first]);
    const int64_t original = row->original ? row->original : 10000;
    made_add(&m, &(struct made_line){.account = TRAVEL, .of = {original, row->others, 0}, .unit = row->first});
    made_add(&m, &(struct made_line){.account = TRAVEL, .of = {original, row->council, 0}, .unit = !row->first});
    made_run(&m, (struct date){0});
    assert_text(str_from(verdict_id(made_result(&m, "T17", NO_UNIT)->verdict)), row->verdict, "the verdict");
    assert_recorded(&m.audit, "T17", row->name, &m.arena);
    assert_unconfirmed(&m, "T17", NO_UNIT, (struct date){0}, row->verdict);
    made_end(&m);
}

static void test_names_twice(void **state)
{
    (void)state;
    struct made m;
    made_begin_shared(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_unit(&m, "1.03.0.00", "DINASUJI");
    made_add(&m, &(struct made_line)L(TRAVEL, 1, 1, 1));
    made_run(&m, (struct date){0});
    assert_text(str_from(verdict_id(made_result(&m, "Q09", NO_UNIT)->verdict)), "perlu_pertimbangan", "the verdict");
    assert_non_null(made_finding(&m, "Q09"));
    assert_recorded(&m.audit, "Q09", "one name under two codes", &m.arena);
    made_end(&m);
}

static void test_code_twice(void **state)
{
    (void)state;
    struct made m;
    made_begin_shared(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_add(&m, &(struct made_line)L(TRAVEL, 1, 1, 1));
    m.ledger.units.at[0].conflict = true; /* another file had another name */
    made_run(&m, (struct date){0});
    assert_text(str_from(verdict_id(made_result(&m, "Q09", NO_UNIT)->verdict)), "perlu_pertimbangan", "the verdict");
    const struct finding *finding = made_finding(&m, "Q09");
    assert_non_null(finding);
    assert_number(finding->unit, 0, "the unit");
    assert_recorded(&m.audit, "Q09", "two names under one code", &m.arena);
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
    made_begin_shared(&m);
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
    made_begin_shared(&m);
    for (size_t i = 0; i < m.pack.checks.n; i++) {
        const struct check *check = &m.pack.checks.at[i];
        bool soft = check->nature == NATURE_POLICY || check->nature == NATURE_INDICATION;
        if (soft && ((check->severity == SEVERITY_HIGH && check->kind != CHECK_PAID_TWICE) || (check->hit == VERDICT_VIOLATED && !check->by_policy))) fail_msg("%s is too severe", check->id.p);
    }
    made_end(&m);
}

static void test_data(void **state)
{
    const struct data_row *row = *state;
    struct made m;
    made_begin_shared(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_add(&m, &(struct made_line)L(TRAVEL, 100, 100, 100));
    row->set(&m);
    made_run(&m, (struct date){0});
    const struct result *result = made_result(&m, row->check, row->unit ? 0 : NO_UNIT);
    assert_text(str_from(verdict_id(result->verdict)), row->verdict, "the verdict");
    assert_recorded(&m.audit, row->check, row->name, &m.arena);
    made_end(&m);
}

/* ---- every check of the pack has its cases ---- */

struct cases {
    bool hit, miss, untested;
};

static void note_case(struct cases *cases, const struct check *check, const char *id, const char *verdict)
{
    if (!str_eq(check->id, str_from(id))) return;
    cases->hit |= strcmp(verdict, verdict_id(check->hit)) == 0;
    cases->miss |= strcmp(verdict, verdict_id(VERDICT_COMPLIANT)) == 0;
    cases->untested |= strcmp(verdict, verdict_id(VERDICT_UNTESTABLE)) == 0;
}

#define NOTE_TABLE(table, id)                                                                                          \
    for (size_t row_ = 0; row_ < COUNT(table); row_++) note_case(&cases, check, (id), (table)[row_].verdict)

static void assert_cases(const struct check *check)
{
    struct cases cases = {0};
    for (size_t i = 0; i < COUNT(ROWS); i++) note_case(&cases, check, ROWS[i].check, ROWS[i].verdict);
    for (size_t i = 0; i < COUNT(DATA_ROWS); i++) note_case(&cases, check, DATA_ROWS[i].check, DATA_ROWS[i].verdict);
    NOTE_TABLE(COUNCILS, "T17");
    NOTE_TABLE(CLAIMS, "T07");
    NOTE_TABLE(PROFILES, "T06a");
    NOTE_TABLE(FLATS, "S10");
    note_case(&cases, check, "Q09", "perlu_pertimbangan"); /* test_names_twice */
    for (size_t i = 0; i < COUNT(EXEMPT); i++) {
        if (!str_eq(check->id, str_from(EXEMPT[i].check))) continue;
        cases.hit |= EXEMPT[i].hit, cases.miss |= EXEMPT[i].miss, cases.untested |= EXEMPT[i].untested;
    }
    if (!cases.hit || !cases.miss || !cases.untested)
        fail_msg("%s lacks a case:%s%s%s", check->id.p, cases.hit ? "" : " hit", cases.miss ? "" : " near miss", cases.untested ? "" : " not testable");
}

static void test_complete(void **state)
{
    (void)state;
    struct made m;
    made_begin_shared(&m);
    assert_true(m.pack.checks.n > 40);
    for (size_t i = 0; i < m.pack.checks.n; i++) assert_cases(&m.pack.checks.at[i]);
    made_end(&m);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "verdict", ROWS, test_row);
    suite_rows(&suite, "data", DATA_ROWS, test_data);
    suite_rows(&suite, "claim", CLAIMS, test_claim);
    suite_rows(&suite, "by profile", PROFILES, test_profile);
    suite_rows(&suite, "flat cut", FLATS, test_flat);
    suite_test(&suite, "two names under one code", test_code_twice);
    suite_test(&suite, "a shift shows both sides", test_shift_shows_both_sides);
    suite_rows(&suite, "largest first", ORDERS, test_order);
    suite_rows(&suite, "severity by period", SEVERITIES, test_severity);
    suite_rows(&suite, "council and others", COUNCILS, test_council);
    suite_test(&suite, "one name under two codes", test_names_twice);
    suite_rows(&suite, "false friend", CLASSES, test_class);
    suite_test(&suite, "weights of the pack", test_weights);
    suite_test(&suite, "every check has its cases", test_complete);
    return suite_run(&suite, "check_kinds");
}
