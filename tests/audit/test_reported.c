/* What units had reported against what they report now: every kind of change, and what is remembered of the silent ones. */
#include "effcheck/follow_up.h"
#include "testing.h"

enum { SIDES = 4, WHOLE = 0, NO = -1 };

/* A row of a report: unit, month (WHOLE = the unit as a whole), lines, content, amounts in sen (NO = the measure is absent). */
struct side {
    const char *unit;
    int8_t month;
    uint32_t lines;
    uint64_t content;
    int64_t murni, realisasi;
};

static const struct row {
    const char *name;
    struct side before[SIDES], now[SIDES];
    const char *changes; /* "unit month change measure lacking lines realisasi", in their order */
    uint32_t changed, silent;
} ROWS[] = {
    {"the same", {{"a", WHOLE, 3, 7, 100, 50}}, {{"a", WHOLE, 3, 7, 100, 50}}, "a 0 same 3 50; ", 0, 0},
    {"a new unit", {{0}}, {{"a", WHOLE, 3, 7, 100, 50}}, "a 0 new 3 50; ", 0, 0},
    {"spending grows", {{"a", WHOLE, 3, 7, 100, 50}}, {{"a", WHOLE, 3, 7, 100, 51}}, "a 0 same 3 51; ", 0, 0},
    {"spending shrinks", {{"a", WHOLE, 3, 7, 100, 50}}, {{"a", WHOLE, 3, 7, 100, 49}}, "a 0 amount realisasi 3 49; ", 1, 0},
    {"dated spending shrinks: its months say so", {{"a", WHOLE, 3, 7, 100, 50}, {"a", 1, 2, 5, NO, 50}}, {{"a", WHOLE, 3, 7, 100, 49}, {"a", 1, 2, 5, NO, 49}},
     "a 0 same 3 49; a 1 amount realisasi 2 49; ", 1, 0},
    {"the months of another unit do not count", {{"a", WHOLE, 3, 7, 100, 50}, {"b", 1, 2, 5, NO, 50}}, {{"a", WHOLE, 3, 7, 100, 49}, {"b", 1, 2, 5, NO, 50}},
     "a 0 amount realisasi 3 49; b 1 same 2 50; ", 1, 0},
    {"another original budget", {{"a", WHOLE, 3, 7, 100, 50}}, {{"a", WHOLE, 3, 7, 99, 50}}, "a 0 amount murni 3 50; ", 1, 0},
    {"an original budget that was not there", {{"a", WHOLE, 3, 7, NO, 50}}, {{"a", WHOLE, 3, 8, 99, 50}}, "a 0 same 3 50; ", 0, 0},
    {"no original budget on either side", {{"a", WHOLE, 3, 7, NO, 50}}, {{"a", WHOLE, 3, 8, NO, 50}}, "a 0 same 3 50; ", 0, 0},
    {"an original budget that is gone", {{"a", WHOLE, 3, 7, 100, 50}}, {{"a", WHOLE, 3, 8, NO, 50}}, "a 0 silent lacks murni 3 50; ", 0, 1},
    {"spending that is gone", {{"a", WHOLE, 3, 7, 100, 50}}, {{"a", WHOLE, 3, 8, 100, NO}}, "a 0 silent lacks realisasi 3 50; ", 0, 1},
    {"fewer lines", {{"a", WHOLE, 3, 7, 100, 50}}, {{"a", WHOLE, 2, 7, 100, 50}}, "a 0 fewer 2 50; ", 1, 0},
    {"other lines of the same sum", {{"a", WHOLE, 3, 7, 100, 50}}, {{"a", WHOLE, 3, 8, 100, 50}}, "a 0 content 3 50; ", 1, 0},
    {"other payments in a month that is over", {{"a", 1, 3, 7, NO, 50}}, {{"a", 1, 3, 8, NO, 50}}, "a 1 content 3 50; ", 1, 0},
    {"more spent in a month that is over", {{"a", 1, 3, 7, NO, 50}}, {{"a", 1, 3, 7, NO, 51}}, "a 1 amount realisasi 3 51; ", 1, 0},
    {"a silent unit", {{"a", WHOLE, 3, 7, 100, 50}, {"b", WHOLE, 1, 1, 1, 1}}, {{"b", WHOLE, 1, 1, 1, 1}}, "a 0 silent lacks murni lacks realisasi 3 50; b 0 same 1 1; ", 0, 1},
    {"a silent unit with months", {{"a", WHOLE, 3, 7, 100, 50}, {"a", 1, 3, 7, NO, 50}}, {{"b", WHOLE, 1, 1, 1, 1}},
     "a 0 silent lacks murni lacks realisasi 3 50; a 1 silent lacks realisasi 3 50; b 0 new 1 1; ", 0, 1},
    {"a month without rows of a unit that reports", {{"a", WHOLE, 3, 7, 100, 50}, {"a", 1, 3, 7, NO, 50}}, {{"a", WHOLE, 3, 7, 100, 50}}, "a 0 same 3 50; a 1 amount realisasi lacks realisasi 0 0; ", 1, 0},
    {"a month that is known to be empty", {{"a", WHOLE, 3, 7, 100, 50}, {"a", 1, 0, 0, NO, 0}}, {{"a", WHOLE, 3, 7, 100, 50}}, "a 0 same 3 50; ", 0, 0},
};

static void add_sides(const struct side *sides, struct reported *out, size_t *n)
{
    for (*n = 0; *n < SIDES && sides[*n].unit; ++*n) {
        const struct side *side = &sides[*n];
        struct reported one = {.key = str_from(side->unit), .lines = side->lines, .content = side->content};
        if (side->month) one.month = (struct date){2025, side->month, 0};
        if (side->murni != NO) one.amounts.of[MURNI].sen = side->murni, one.amounts.present |= 1u << MURNI;
        if (side->realisasi != NO) one.amounts.of[REALISASI].sen = side->realisasi, one.amounts.present |= 1u << REALISASI;
        out[*n] = one;
    }
    reported_sort(out, *n);
}

static struct str change_text(struct arena *arena, const struct compared *row)
{
    static const char *const names[] = {"same", "new", "amount", "fewer", "content", "silent"};
    struct str text = str_format(arena, "%.*s %d %s", STR_ARG(row->now.key), row->now.month.month, names[row->change]);
    if (row->change == PAST_AMOUNT) text = str_format(arena, "%.*s %s", STR_ARG(text), row->measure == MURNI ? "murni" : "realisasi");
    if (row->lacking & (1u << MURNI)) text = str_format(arena, "%.*s lacks murni", STR_ARG(text));
    if (row->lacking & (1u << REALISASI)) text = str_format(arena, "%.*s lacks realisasi", STR_ARG(text));
    return str_format(arena, "%.*s %u %lld; ", STR_ARG(text), row->now.lines, (long long)row->now.amounts.of[REALISASI].sen);
}

static void test_row(void **state)
{
    const struct row *row = *state;
    struct arena arena = {0};
    struct past past = {0};
    struct follow_up follow = {.past = &past};
    struct reported before[SIDES], now[SIDES];
    size_t known, n;
    struct str text = {0};
    add_sides(row->before, before, &known);
    add_sides(row->now, now, &n);
    for (size_t i = 0; i < known; i++) *array_push(&arena, &past.reported) = before[i];
    reported_compare(&follow, now, n, &arena);
    for (size_t i = 0; i < follow.reported.n; i++) text = str_join(&arena, text, change_text(&arena, &follow.reported.at[i]));
    assert_text(text, row->changes, "the list of changes");
    assert_number(follow.changed, row->changed, "what changed");
    assert_number(follow.silent, row->silent, "silent units");
    arena_release(&arena);
}

/* What a unit does not say this time stays known as it was. */
static void test_kept(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct past past = {0};
    struct follow_up follow = {.past = &past};
    const struct side before[SIDES] = {{"a", WHOLE, 3, 7, 100, 50}}, now[SIDES] = {{"a", WHOLE, 3, 9, NO, 60}};
    struct reported one[SIDES];
    size_t n;
    add_sides(before, one, &n);
    *array_push(&arena, &past.reported) = one[0];
    add_sides(now, one, &n);
    reported_compare(&follow, one, n, &arena);
    const struct reported *kept = &follow.reported.at[0].now;
    assert_money(kept->amounts.of[MURNI], 100, "the original budget");
    assert_true(amounts_has(&kept->amounts, MURNI));
    assert_money(kept->amounts.of[REALISASI], 60, "what was spent");
    assert_number(kept->content, 7, "the content of the original budget");
    follow = (struct follow_up){0};
    reported_compare(&follow, one, n, &arena); /* no earlier report */
    assert_number(follow.reported.at[0].change, PAST_NEW, "the change");
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "reported", ROWS, test_row);
    suite_test(&suite, "kept", test_kept);
    return suite_run(&suite, "reported");
}
