/*
 * What holds for every check: a unit is judged among hundreds of others as it is alone, and whatever leaves its data in doubt takes a
 * `patuh` away and adds nothing. The units are those of check_cases.h.
 */
#include "check_cases.h"
#include "recorded.h"

static struct date month_of(const struct row *row)
{
    return row->month ? (struct date){2025, row->month, 0} : (struct date){0};
}

/* The lines of a row as those of the last unit; the few rows with a second unit keep to their first. */
static void add_unit_of(struct made *m, const struct row *row, int number)
{
    char code[16];
    snprintf(code, sizeof code, "7.%03d", number);
    made_unit(m, code, "Dinas Uji");
    for (size_t i = 0; i < MADE_LINES && row->lines[i].account; i++) {
        struct made_line line = row->lines[i];
        if (line.unit) continue;
        line.unit = (int)m->ledger.units.n - 1;
        made_add(m, &line);
    }
}

/* ---- a unit alone and in a crowd ---- */

/* The text behind the number of a unit, which begins at `at`. */
static struct str behind_unit(struct str text, size_t at)
{
    struct str rest = str_sub(text, at, text.n);
    return str_sub(rest, str_find(rest, ' '), rest.n);
}

/* Severity depends on the region, which the crowd is. */
static struct str behind_severity(struct str text)
{
    text = behind_unit(text, strlen("  ! "));
    return str_sub(text, str_find(text, 'a'), text.n); /* "amount" */
}

/* What a check says of a unit: as recorded, without the unit's number, its first row being number 2. */
static struct str of_unit(struct made *m, uint16_t check, uint32_t unit, uint32_t first_line)
{
    struct arena *arena = &m->arena;
    struct str text = behind_unit(recorded_result(&m->audit, audit_result(&m->audit, check, unit), arena), strlen("  "));
    for (size_t i = 0; i < m->audit.findings.n; i++) {
        const struct finding *f = &m->audit.findings.at[i];
        if (f->check == check && f->unit == unit)
            text = str_format(arena, "%.*s%.*s", STR_ARG(text), STR_ARG(behind_severity(recorded_finding(&m->audit, f, first_line, arena))));
    }
    return text;
}

static void assert_as_alone(struct made *crowd, size_t number, uint32_t unit, uint32_t first_line)
{
    const struct row *row = &ROWS[number];
    struct made alone;
    made_begin_like(&alone, crowd);
    add_unit_of(&alone, row, (int)number);
    made_run(&alone, month_of(row));
    for (uint16_t check = 0; check < alone.pack.checks.n; check++) {
        if (!audit_result(&alone.audit, check, 0) || !audit_result(&crowd->audit, check, unit)) continue; /* the run lacks a column */
        struct str want = of_unit(&alone, check, 0, 0), is = of_unit(crowd, check, unit, first_line);
        if (!str_eq(want, is)) fail_msg("%s, %s: alone %s in the crowd %s", alone.pack.checks.at[check].id.p, row->name, want.p, is.p);
    }
    made_end(&alone);
}

/* Rows at the ends of 64 bits leave no room for others. */
static bool in_crowd(const struct row *row, const struct row *first)
{
    bool fits = row->month == first->month;
    for (size_t i = 0; i < MADE_LINES && row->lines[i].account; i++)
        for (int k = 0; k < MEASURE_COUNT; k++) fits &= row->lines[i].of[k] == NONE || llabs(row->lines[i].of[k]) < INT64_MAX / 1000;
    return fits;
}

static void test_crowd(void **state)
{
    const struct row *first = *state;
    struct made crowd;
    uint32_t first_line[COUNT(ROWS)], units = 0;
    made_begin(&crowd);
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        if (!in_crowd(&ROWS[i], first)) continue;
        if (units) made_file(&crowd);
        first_line[units++] = (uint32_t)crowd.ledger.lines.n;
        add_unit_of(&crowd, &ROWS[i], (int)i);
    }
    made_run_threads(&crowd, month_of(first));
    units = 0;
    for (size_t i = 0; i < COUNT(ROWS); i++)
        if (in_crowd(&ROWS[i], first)) assert_as_alone(&crowd, i, units, first_line[units]), units++;
    assert_true(units > 3);
    made_end(&crowd);
}

/* One row of each month. */
static const struct row CROWDS[] = {{.name = "no month"}, {.name = "October", .month = 10}, {.name = "December", .month = 12}};

/* ---- doubt ---- */

static void in_no_sum(struct made *m) { m->ledger.units.at[0].unreconciled = true; }
static void two_names(struct made *m) { m->ledger.units.at[0].conflict = true; }
static void contradicted(struct made *m) { m->ledger.units.at[0].disputed = true; }
static void rejected(struct made *m) { made_add(m, &(struct made_line){.account = "", .rejected = true}); }
static void unread(struct made *m)
{
    made_file(m);
    made_last_file(m)->opened = false;
}

/* What a doubt makes of the verdicts: may a unit still be patuh, the region; may another verdict become untestable too. */
static const struct doubt {
    const char *name;
    void (*cast)(struct made *m);
    bool unit_stands, all;
} DOUBTS[] = {
    {"the file does not add up", in_no_sum, false, false},
    {"one code, two names", two_names, false, true},
    {"two files contradict each other", contradicted, false, true},
    {"a rejected row of any kind", rejected, false, true},
    {"a file that was not read", unread, true, false},
};

/* Checks of the files say what is in doubt; they do not rest on it. */
static bool is_about_data(struct str id) { return str_starts(id, S("Q")); }

static void assert_doubted(const struct row *row, const struct doubt *doubt, struct str id, const struct result *was, const struct result *is)
{
    bool stands = doubt->unit_stands && was->unit != NO_UNIT, same = is->verdict == was->verdict;
    if (is_about_data(id) && doubt->all) return;
    bool good = is_about_data(id) ? same : was->verdict == VERDICT_COMPLIANT && !stands ? is->verdict == VERDICT_UNTESTABLE : same || (doubt->all && is->verdict == VERDICT_UNTESTABLE);
    if (!good) fail_msg("%s, %s: %s becomes %s", id.p, row->name, verdict_id(was->verdict), verdict_id(is->verdict));
}

static void run_doubted(struct made *m, const struct made *pack, const struct row *row, const struct doubt *doubt)
{
    made_begin_like(m, pack);
    add_unit_of(m, row, 0);
    if (doubt) doubt->cast(m);
    made_run(m, month_of(row));
}

static void test_doubt(void **state)
{
    struct made pack;
    made_begin(&pack);
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct made sure, doubted;
        run_doubted(&sure, &pack, &ROWS[i], NULL);
        run_doubted(&doubted, &pack, &ROWS[i], *state);
        for (uint16_t check = 0; check < pack.pack.checks.n; check++)
            for (uint32_t unit = 0; unit < 2; unit++) {
                const struct result *was = audit_result(&sure.audit, check, unit ? NO_UNIT : 0), *is = audit_result(&doubted.audit, check, unit ? NO_UNIT : 0);
                assert_int_equal(was != NULL, is != NULL);
                if (was) assert_doubted(&ROWS[i], *state, pack.pack.checks.at[check].id, was, is);
            }
        made_end(&sure);
        made_end(&doubted);
    }
    made_end(&pack);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "alone and in a crowd", CROWDS, test_crowd);
    suite_rows(&suite, "doubt", DOUBTS, test_doubt);
    return suite_run(&suite, "check_together");
}
