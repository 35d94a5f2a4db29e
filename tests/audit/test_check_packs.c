/* What a check does where a region's policy, its data or another pack are not as the shipped pack has them: the same lines, one thing changed. */
#include "check_cases.h"
#include "recorded.h"

#define LEFT_OUT(murni, kini) {.account = TRAVEL, .of = {(murni), (kini), 0}, .fund = "DAK Nonfisik", .sub_unit = "Dinas"}
#define PUSKESMAS(murni, kini) {.account = TRAVEL, .of = {(murni), (kini), 0}, .fund = "PAD", .sub_unit = "Puskesmas Satu"}
#define INSIDE(murni, kini) {.account = TRAVEL, .of = {(murni), (kini), 0}, .fund = "PAD", .sub_unit = "Dinas"}

#define SPEAKER(from) {.account = "5.1.02.02.01.0003", .of = {5, 6, 0}, .fund = (from), .text = "Narasumber Eselon II"}

static struct check *check_of(struct made *m, const char *id)
{
    return &m->pack.checks.at[made_check(m, id)];
}

static void no_limit(struct made *m)
{
    const char *const ids[] = {"T01", "T02", "T05", "T06"};
    for (size_t i = 0; i < COUNT(ids); i++) check_of(m, ids[i])->limit_index = NO_INDEX;
}

static void stage_named_efficiency(struct made *m) { m->pack.policy.efficiency_stage = S("Efisiensi"); }
static void stage_named_second(struct made *m) { m->pack.policy.efficiency_stage = S("Efisiensi II"); }
static void stage_named_own(struct made *m) { m->pack.policy.efficiency_stage = S("RASIONALISASI"); }
static void stage_named_other(struct made *m) { m->pack.policy.efficiency_stage = S("Tahap Entah"); }
static void tolerance(struct made *m) { m->pack.policy.tolerance = (struct money){100}; }
static void inputs_by_class(struct made *m) { check_of(m, "S08")->accounts.n = 0; }
static void neighbours_of_the_class(struct made *m) { check_of(m, "T09")->classes = ~(uint64_t)0; }
static void a_rule_for_nothing(struct made *m) { m->pack.unclassified = check_of(m, "T01")->class_index; }
static void second_destination(struct made *m) { check_of(m, "R03")->kind = CHECK_DESTINATION; }
static void alike_by_nothing(struct made *m) { check_of(m, "T09a")->percent.bp = 0; }
static void trend_of_the_region(struct made *m) { check_of(m, "S06")->level = LEVEL_REGION; }
static void counts_what_repeats(struct made *m)
{
    struct check *check = check_of(m, "Q07");
    check->condition[0] = check->condition[1] = S("Berkas: {jumlah}.");
    set_refused(m);
}
static void except_inflation(struct made *m)
{
    for (size_t i = 0; i < m->pack.areas.n; i++) m->pack.areas.at[i].except = S("inflasi");
}

static void outside(struct made *m, enum scope scope)
{
    m->pack.policy.outside = matcher_new(&m->arena);
    m->pack.policy.scope = scope;
    assert_true(matcher_add(m->pack.policy.outside, S("dak*"), OUTSIDE_FUND, PHRASE_WORDS));
    assert_true(matcher_add(m->pack.policy.outside, S("puskesmas*"), OUTSIDE_SUB_UNIT, PHRASE_WORDS));
}

static void practice(struct made *m) { outside(m, SCOPE_PRACTICE); }
static void strict(struct made *m) { outside(m, SCOPE_STRICT); }
static void rates_in_practice(struct made *m)
{
    practice(m);
    check_of(m, "H01")->limit_index = 0;
    m->ledger.files.at[0].has_price = m->ledger.files.at[0].has_measure_unit = true;
}
static void practice_of_nothing(struct made *m) { m->pack.policy.scope = SCOPE_PRACTICE; }

static void practice_without_limit(struct made *m)
{
    practice(m);
    no_limit(m);
}

static const struct pack_row {
    const char *name, *check;
    void (*change)(struct made *m);
    struct made_line lines[MADE_LINES];
    const char *verdict;
    int64_t gap;
    struct date period;
    bool region;
} ROWS_OF_PACKS[] = {
    {"no limit for the units", "T01", no_limit, {L(TRAVEL, 100, 60, 0)}, "tidak_berlaku", NONE, {0}, false},
    {"no limit for what is spent", "T05", no_limit, {L(TRAVEL, 100, 60, 60)}, "tidak_berlaku", NONE, {0}, false},
    {"no limit for a projection", "T06", no_limit, {L(TRAVEL, 100, 60, 60)}, "tidak_berlaku", NONE, {2025, 10, 0}, false},
    {"no limit, the region", "T06", no_limit, {L(TRAVEL, 100, 60, 60)}, "tidak_berlaku", NONE, {2025, 10, 0}, true},
    {"no limit for the region", "T02", no_limit, {L(TRAVEL, 100, 60, 60)}, "tidak_berlaku", NONE, {0}, true},
    {"no limit, and a scope", "T01", practice_without_limit, {INSIDE(100, 60), LEFT_OUT(100, 90)}, "tidak_berlaku", NONE, {0}, false},
    {"a year without a month", "T06", NULL, {L(TRAVEL, 120000, 60000, 50001)}, "tidak_dapat_diuji", NONE, {2025, 0, 0}, false},
    {"a month of another year", "T06", NULL, {L(TRAVEL, 120000, 60000, 50001)}, "tidak_dapat_diuji", NONE, {2024, 10, 0}, false},
    {"January", "T06", NULL, {L(TRAVEL, 120000, 60000, 5001)}, "perlu_pertimbangan", 12, {2025, 1, 0}, false},
    {"a year without a month", "P03", NULL, {P(TRAVEL, 7499, "D1", "", 6, ""), P(TRAVEL, 2501, "D2", "", 12, "")}, "tidak_dapat_diuji", NONE, {2025, 0, 0}, true},
    {"December of another year", "P03", NULL, {P(TRAVEL, 7499, "D1", "", 6, ""), P(TRAVEL, 2501, "D2", "", 12, "")}, "tidak_dapat_diuji", NONE, {2024, 12, 0}, true},
    /* T04: the policy names the stage in which the region cut */
    {"the stage that the policy names", "T04", stage_named_efficiency, {CUT_STAGE(5000), LATER(5001)}, "perlu_pertimbangan", 1, {0}, false},
    {"another stage of that kind", "T04", stage_named_second, {CUT_STAGE(4000), {.account = TRAVEL, .of = {NONE, 5000, NONE}, .stage = "Efisiensi II", .past = true}, LATER(5000)}, "patuh", 0, {0}, false},
    {"the policy names the first, a second came", "T04", stage_named_efficiency, {CUT_STAGE(4000), {.account = TRAVEL, .of = {NONE, 5000, NONE}, .stage = "Efisiensi II", .past = true}, LATER(5000)},
     "perlu_pertimbangan", 1000, {0}, false},
    {"a stage that only the region knows", "T04", stage_named_own, {{.account = TRAVEL, .of = {NONE, 5000, NONE}, .stage = "Rasionalisasi", .past = true}, LATER(5001)}, "perlu_pertimbangan", 1, {0}, false},
    {"it is not the cut of the pack", "T04", stage_named_own, {{.account = TRAVEL, .of = {NONE, 5000, NONE}, .stage = "Rasionalisasi", .past = true}, CUT_STAGE(9000), LATER(5001)}, "perlu_pertimbangan", 1, {0}, false},
    {"a stage that nobody has", "T04", stage_named_other, {CUT_STAGE(5000), LATER(5001)}, "tidak_dapat_diuji", NONE, {0}, true},
    /* tolerance of one rupiah */
    {"above by what is waived", "T01", tolerance, {L(TRAVEL, 10000, 5100, 0)}, "patuh", 100, {0}, false},
    {"above by one sen more than is waived", "T01", tolerance, {L(TRAVEL, 10000, 5101, 0)}, "tidak_patuh", 101, {0}, false},
    {"met, with a tolerance", "T01", tolerance, {L(TRAVEL, 10000, 5000, 0)}, "patuh", 0, {0}, false},
    {"above by what is waived", "T05", tolerance, {L(TRAVEL, 10000, 0, 5100)}, "patuh", 100, {0}, false},
    {"above by one sen more than is waived", "T05", tolerance, {L(TRAVEL, 10000, 0, 5101)}, "tidak_patuh", 101, {0}, false},
    {"projected above by what is waived", "T06", tolerance, {L(TRAVEL, 12000, 0, 5083)}, "patuh", 99, {2025, 10, 0}, false},
    {"spent above by what is waived", "T06", tolerance, {L(TRAVEL, 12000, 0, 6001)}, "perlu_pertimbangan", 1201, {2025, 10, 0}, false},
    {"spent above by more", "T06", tolerance, {L(TRAVEL, 12000, 0, 6101)}, "tidak_berlaku", 1321, {2025, 10, 0}, false},
    {"the region, above by what is waived", "T02", tolerance, {L(TRAVEL, 10000, 5100, 0)}, "patuh", 100, {0}, true},
    /* scope: what the policy leaves out */
    {"without what is left out", "T01", practice, {INSIDE(100, 50), LEFT_OUT(100, 90), PUSKESMAS(100, 80)}, "patuh", 0, {0}, false},
    {"the finding shows no line that is left out", "T01", practice, {INSIDE(100, 51), LEFT_OUT(100, 90), PUSKESMAS(100, 80), INSIDE(0, 7)}, "tidak_patuh", 8, {0}, false},
    {"strict with a scope beside", "T01", strict, {INSIDE(100, 50), LEFT_OUT(100, 90), PUSKESMAS(100, 80)}, "tidak_patuh", 70, {0}, false},
    {"only what is left out", "T01", practice, {LEFT_OUT(100, 90)}, "tidak_berlaku", NONE, {0}, false},
    {"a fund with the word of a sub unit", "T01", practice, {{.account = TRAVEL, .of = {100, 90, 0}, .fund = "Dana Puskesmas", .sub_unit = "DAK"}}, "tidak_patuh", 40, {0}, false},
    {"a rejected row of the fund", "T01", practice, {INSIDE(100, 50), {.account = TRAVEL, .fund = "DAK", .rejected = true}}, "tidak_dapat_diuji", NONE, {0}, false},
    {"neither fund nor sub unit", "T01", practice, {L(TRAVEL, 100, 60, 0)}, "tidak_patuh", 10, {0}, false},
    {"nothing is left out", "T01", practice_of_nothing, {LEFT_OUT(100, 60)}, "tidak_patuh", 10, {0}, false},
    {"a check without a limit has no scope", "S06", practice, {{.account = MEALS, .of = {5, 6, 0}, .fund = "DAK"}}, "perlu_pertimbangan", 1, {0}, false},
    {"rates with a limit, in practice", "H01", rates_in_practice, {SPEAKER("PAD"), SPEAKER("DAK Nonfisik")}, "tidak_dapat_diuji", NONE, {0}, false},
    {"rates with a limit, left out", "H01", rates_in_practice, {SPEAKER("DAK Nonfisik")}, "tidak_berlaku", NONE, {0}, false},
    {"the region in practice", "T02", practice, {INSIDE(100, 51), LEFT_OUT(100, 90), PUSKESMAS(100, 20)}, "tidak_patuh", 1, {0}, true},
    {"the region, strictly", "T02", strict, {INSIDE(100, 51), LEFT_OUT(100, 90), PUSKESMAS(100, 20)}, "tidak_patuh", 11, {0}, true},
    /* other packs */
    {"inputs of a class only", "S08", inputs_by_class, {L(TRAVEL, 0, 7100, 0), L(MEDICINE, 0, 2900, 0)}, "perlu_pertimbangan", 7100, {0}, false},
    {"the accounts no longer count", "S08", inputs_by_class, {L(MEALS, 0, 7100, 0), L(MEDICINE, 0, 2900, 0)}, "patuh", 0, {0}, false},
    {"neighbours in the class", "T09", neighbours_of_the_class, {L(TRAVEL, 200, 100, 0), L(HOTEL, 0, 60, 0)}, "patuh", 0, {0}, false},
    {"a cut without a rise, whatever the share", "T09a", alike_by_nothing, {L(TRAVEL, 200, 100, 0)}, "patuh", 0, {0}, false},
    {"a rise without a cut, whatever the share", "T09a", alike_by_nothing, {L(TRAVEL, 100, 100, 0), L(HOTEL, 0, 60, 0)}, "patuh", 0, {0}, false},
    {"a rule for what is not classified decides nothing", "Q14", a_rule_for_nothing, {L(TRAVEL, 0, 7000, 0), L(MEDICINE, 0, 3000, 0)}, "perlu_pertimbangan", 7000, {0}, true},
    {"a trend of the region alone", "S06", trend_of_the_region, {L(MEALS, 5, 6, 0)}, "perlu_pertimbangan", 1, {0}, true},
    {"a sentence that counts a file with repeated amounts", "Q07", counts_what_repeats, {L(TRAVEL, 1, 1, 1)}, "perlu_pertimbangan", NONE, {0}, true},
    {"each increase stands in the list once", "R01", second_destination, {{.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0001"}}, "perlu_pertimbangan", 4, {0}, false},
    {"an area takes words out again", "R01", except_inflation,
     {{.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0001", .activity_name = "Koordinasi Pengendalian Inflasi Daerah"}}, "perlu_pertimbangan", 4, {0}, false},
};

static void assert_both_scopes(const struct made *m)
{
    for (size_t i = 0; i < m->audit.scopes.n; i++) {
        const struct scope_result *both = &m->audit.scopes.at[i];
        const struct result *result = &m->audit.results.at[both->result];
        const struct scope_side *followed = &both->side[m->pack.policy.scope];
        assert_number(followed->met, result->verdict != VERDICT_VIOLATED, "whether the side that is followed is met");
        if (followed->tested) assert_money(followed->gap, result->gap.sen, "its gap");
        if (followed->tested) assert_money(followed->ceiling, result->limit.sen, "its ceiling");
    }
}

static void test_row(void **state)
{
    const struct pack_row *row = *state;
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    if (row->change) row->change(&m);
    made_lines(&m, row->lines, MADE_LINES);
    made_run(&m, row->period);
    const struct result *result = made_result(&m, row->check, row->region ? NO_UNIT : 0);
    assert_text(str_from(verdict_id(result->verdict)), row->verdict, "the verdict");
    if (row->gap != NONE) assert_money(result->gap, row->gap, "the gap");
    if (m.audit.by_class_inside) assert_both_scopes(&m);
    assert_recorded(&m.audit, row->check, row->name, &m.arena);
    made_end(&m);
}

/* The strict side and the side of practice of one cut, and what was left out. */
static void test_scopes(void **state)
{
    (void)state;
    static const struct made_line lines[] = {INSIDE(100, 51), LEFT_OUT(1000, 900), PUSKESMAS(10, 8), L(TRAVEL, 1, 0, 0), L(POWER, 1, 1, 1),
                                             {.account = TRAVEL, .of = {70, 30, 0}, .unit = 1}, {.account = TRAVEL, .of = {7, 3, 0}, .unit = 1, .fund = "DAK"}, {.account = "", .rejected = true}};
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_unit(&m, "1.03.0.00", "Dinas Lain");
    practice(&m);
    made_lines(&m, lines, COUNT(lines));
    made_run(&m, (struct date){0});
    static const struct { int64_t murni, ceiling, gap, kini_inside, ceiling_inside, gap_inside; bool met, met_inside; } wanted[] = {
        {1111, 555, 959 - 555, 51, 50, 1, false, false}, {77, 38, 33 - 38, 30, 35, -5, true, true}, {1188, 594, 992 - 594, 81, 85, -4, false, true}};
    assert_number(m.audit.scopes.n, COUNT(wanted), "cuts"); /* T01 of both units, T02 */
    for (size_t i = 0; i < m.audit.scopes.n; i++) {
        const struct scope_side *strict = &m.audit.scopes.at[i].side[SCOPE_STRICT], *inside = &m.audit.scopes.at[i].side[SCOPE_PRACTICE];
        assert_money(strict->amounts.of[MURNI], wanted[i].murni, "the strict original budget");
        assert_money(strict->ceiling, wanted[i].ceiling, "its ceiling");
        assert_money(strict->gap, wanted[i].gap, "its gap");
        assert_money(inside->amounts.of[KINI], wanted[i].kini_inside, "the budget of practice");
        assert_money(inside->ceiling, wanted[i].ceiling_inside, "its ceiling");
        assert_money(inside->gap, wanted[i].gap_inside, "its gap");
        assert_true(strict->met == wanted[i].met && inside->met == wanted[i].met_inside);
        assert_number(strict->tested, m.audit.results.at[m.audit.scopes.at[i].result].unit == 1, "whether it was tested"); /* a row of the first was rejected */
    }
    assert_number(m.audit.outside.lines, 3, "lines left out");
    assert_money(m.audit.outside.amounts.of[MURNI], 1017, "what was left out");
    assert_number(m.audit.lines_without_fund, 3, "lines without a fund");
    uint16_t travel = m.pack.checks.at[made_check(&m, "T01")].class_index;
    assert_money(audit_limit_amounts(&m.audit, 0, travel).of[MURNI], 101, "what limits look at");
    assert_money(audit_limit_amounts(&m.audit, 1, travel).of[KINI], 30, "what limits look at in the second unit");
    assert_money(audit_limit_amounts(&m.audit, NO_UNIT, travel).of[KINI], 81, "what limits look at in the region");
    made_end(&m);
}

/* Where nothing is left out, limits look at everything, whatever scope the policy follows. */
static void test_no_scope(void **state)
{
    (void)state;
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    practice_of_nothing(&m);
    made_add(&m, &(struct made_line)LEFT_OUT(100, 60));
    made_run(&m, (struct date){0});
    assert_money(audit_limit_amounts(&m.audit, 0, check_of(&m, "T01")->class_index).of[KINI], 60, "what limits look at");
    made_end(&m);
}

/* Two units, of which the second has nothing at all: nothing is said of it. */
static void test_nothing(void **state)
{
    (void)state;
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_unit(&m, "1.03.0.00", "Dinas Kosong");
    made_add(&m, &(struct made_line){.account = TRAVEL, .of = {100, 50, 40}, .document = "D1", .payee = "Sri", .text = "Dinas", .month = 12, .indicator = "a", .target = "1 orang"});
    m.ledger.units.at[1].present = m.ledger.units.at[0].present;
    made_run(&m, (struct date){2025, 12, 0});
    for (uint16_t i = 0; i < m.pack.checks.n; i++) {
        const struct result *result = audit_result(&m.audit, i, 1);
        if (!result || str_starts(m.pack.checks.at[i].id, S("Q"))) continue;
        if (result->verdict != VERDICT_NOT_APPLICABLE) fail_msg("%s: %s", m.pack.checks.at[i].id.p, verdict_id(result->verdict));
    }
    made_end(&m);
}

/* More cells than the first table of them holds, each seen again after it grew. */
static void test_many_cells(void **state)
{
    enum { MANY = 5000 };
    (void)state;
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < MANY; i++) {
            char code[32];
            snprintf(code, sizeof code, "5.1.02.01.01.%04d", i);
            made_add(&m, &(struct made_line){.account = code, .of = {1, 2, 3}});
        }
    audit_init(&m.audit, &m.pack, &m.ledger, &m.arena);
    audit_classify(&m.audit, 1);
    assert_true(audit_totals(&m.audit, &m.diags));
    assert_number(m.audit.cells.n, MANY, "cells");
    for (size_t i = 0; i < MANY; i++) {
        assert_number(m.audit.cells.at[i].total.lines, 2, "the lines of a cell");
        assert_money(m.audit.cells.at[i].total.amounts.of[REALISASI], 6, "what its lines spent");
    }
    made_end(&m);
}

/* Amounts are written with sen where one of them, in whichever measure, is no whole rupiah; a sum that is whole does not hide it. */
static void test_sen(void **state)
{
    static const struct {
        int64_t of[2][MEASURE_COUNT];
        bool sen;
    } rows[] = {{{{100, 200, 300}, {10100, 0, 0}}, false}, {{{150, 100, 100}, {100, 100, 100}}, true},  {{{100, 150, 100}, {100, 100, 100}}, true},
                {{{100, 100, 150}, {100, 100, 100}}, true}, {{{150, 100, 100}, {150, 100, 100}}, true}, {{{101, 100, 100}, {100, 100, 100}}, true}};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct made m;
        made_begin_shared(&m);
        made_unit(&m, "1.02.0.00", "Dinas Uji");
        for (size_t k = 0; k < 2; k++)
            made_add(&m, &(struct made_line){.account = TRAVEL, .of = {rows[i].of[k][0], rows[i].of[k][1], rows[i].of[k][2]}});
        made_run(&m, (struct date){2025, 12, 0});
        assert_number(m.audit.has_sen, rows[i].sen, "has sen");
        made_end(&m);
    }
}

/* The classes of one place lie beside each other, in the order of the pack, whatever came first. */
static void test_classes_of_a_place(void **state)
{
    (void)state;
    static const struct made_line lines[] = {{.account = "", .of = {1, 1, 1}, .text = "xyzzy"}, {.account = "", .of = {1, 1, 1}, .text = "Belanja Perjalanan Dinas"},
                                             {.account = "", .of = {1, 1, 1}, .text = "Honorarium Narasumber"}, {.account = "", .of = {1, 1, 1}, .text = "xyzzy lain"}};
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_lines(&m, lines, COUNT(lines));
    audit_init(&m.audit, &m.pack, &m.ledger, &m.arena);
    audit_classify(&m.audit, 1);
    assert_true(audit_totals(&m.audit, &m.diags));
    assert_true(m.audit.cells.n >= 2);
    for (size_t i = 1; i < m.audit.cells.n; i++) assert_true(m.audit.cells.at[i - 1].class_index < m.audit.cells.at[i].class_index);
    made_end(&m);
}

/* Increases of equal amounts, by area, unit and sub kegiatan. */
static void test_increases(void **state)
{
    (void)state;
    static const char *const activities[] = {"4.01.02.2.01.0007", "1.02.02.2.02.0001", "4.01.02.2.01.0003", "4.01.02.2.01.0001"};
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_unit(&m, "1.03.0.00", "Dinas Lain");
    for (int unit = 1; unit >= 0; unit--)
        for (size_t i = 0; i < COUNT(activities); i++)
            made_add(&m, &(struct made_line){.account = MEDICINE, .of = {5, i == 2 ? 90 : 9, 0}, .activity = activities[i], .unit = unit});
    made_run(&m, (struct date){0});
    assert_recorded(&m.audit, "R01", "increases of equal amounts", &m.arena);
    assert_recorded(&m.audit, "R03", "increases of equal amounts", &m.arena);
    made_end(&m);
}

/* Several claims of one unit, and earlier stages of several units and classes. */
static void test_claims(void **state)
{
    (void)state;
    static const struct made_line lines[] = {
        {.account = TRAVEL, .of = {NONE, 1, NONE}, .stage = "Pergeseran 3", .past = true, .unit = 1},
        {.account = TRAVEL, .of = {NONE, 9000, NONE}, .stage = "Pergeseran 1", .past = true},
        {.account = TRAVEL, .of = {NONE, 8000, NONE}, .stage = "Pergeseran 2", .past = true},
        {.account = TRAVEL, .of = {NONE, 100, NONE}, .stage = "Pergeseran 2", .past = true},
        {.account = TRAVEL, .of = {7, NONE, NONE}, .stage = "Pergeseran 2", .past = true},
        {.account = POWER, .of = {NONE, 5, NONE}, .stage = "Pergeseran 2", .past = true},
        {.account = TRAVEL, .of = {NONE, 77, NONE}, .stage = "Murni", .past = true},
        {.account = TRAVEL, .of = {NONE, 6, NONE}, .stage = "Pergeseran 2", .past = true, .unit = 1}, /* eight fill what was set aside for them */
        L(TRAVEL, 4000, 1000, 0),
        L(TRAVEL, 6000, 5000, 0),
        L(TEAM, 10000, 5000, 0),
        {.account = TRAVEL, .of = {10000, 6000, 0}, .unit = 1},
    };
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.02.0.00", "Dinas Uji");
    made_unit(&m, "1.03.0.00", "Dinas Lain");
    made_lines(&m, lines, COUNT(lines));
    uint16_t travel = check_of(&m, "T01")->class_index, fees = check_of(&m, "H14")->class_index;
    const struct claim claims[] = {{.class_index = fees, .percent = {5000}}, {.class_index = travel, .percent = {4500}}, {.class_index = fees, .percent = {4000}},
                                   {.unit = 1, .class_index = travel, .percent = {4000}}, {.unit = 1, .class_index = travel, .in_rupiah = true, .amount = {4051}}};
    for (size_t i = 0; i < COUNT(claims); i++) *array_push(&m.arena, &m.ledger.claims) = claims[i];
    made_run(&m, (struct date){0});
    assert_text(str_from(verdict_id(made_result(&m, "T07", 0)->verdict)), "perlu_pertimbangan", "the claim that stands for the unit");
    assert_recorded(&m.audit, "T07", "several claims", &m.arena);
    made_end(&m);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "changed", ROWS_OF_PACKS, test_row);
    suite_test(&suite, "both scopes", test_scopes);
    suite_test(&suite, "no scope", test_no_scope);
    suite_test(&suite, "a unit with nothing", test_nothing);
    suite_test(&suite, "several claims", test_claims);
    suite_test(&suite, "sen", test_sen);
    suite_test(&suite, "many cells", test_many_cells);
    suite_test(&suite, "the classes of a place", test_classes_of_a_place);
    suite_test(&suite, "increases of equal amounts", test_increases);
    return suite_run(&suite, "check_packs");
}
