/* One finding over several reports: each sees what the one before remembered. Several reports may be on one month. */
#include "effcheck/follow_up.h"
#include "testing.h"

enum { REPORTS = 5, ABSENT = -1, UNTESTED = -2 };

struct report {
    int8_t month;  /* 0 ends the list */
    int64_t amount; /* in rupiah; ABSENT = gone, and its check was run; UNTESTED = gone, and it was not */
    const char *status;
    int age;
    int64_t old;   /* 0 = none */
};

static const struct row {
    const char *name;
    struct report reports[REPORTS];
} ROWS[] = {
    {"the same for three months", {{1, 100, "baru", 0, 0}, {2, 100, "tetap", 1, 0}, {3, 100, "tetap", 2, 0}}},
    {"another amount", {{1, 100, "baru", 0, 0}, {2, 120, "berubah", 1, 100}, {3, 120, "tetap", 2, 0}, {4, 90, "berubah", 3, 120}}},
    {"a month without a report", {{1, 100, "baru", 0, 0}, {4, 100, "tetap", 3, 0}}},
    {"a second report on a month", {{1, 100, "baru", 0, 0}, {2, 120, "berubah", 1, 100}, {2, 130, "berubah", 1, 100}, {2, 100, "tetap", 1, 0}}},
    {"a second report on the first month", {{1, 100, "baru", 0, 0}, {1, 110, "baru", 0, 0}, {2, 110, "tetap", 1, 0}}},
    {"gone and back", {{1, 100, "baru", 0, 0}, {2, ABSENT, "selesai", 1, 0}, {3, 100, "muncul_lagi", 2, 0}, {4, 100, "tetap", 3, 0}}},
    {"back with another amount", {{1, 100, "baru", 0, 0}, {2, ABSENT, "selesai", 1, 0}, {3, 150, "muncul_lagi", 2, 100}, {3, 150, "muncul_lagi", 2, 100}}},
    {"gone untested is not done", {{1, 100, "baru", 0, 0}, {2, UNTESTED, "tidak_teruji", 1, 0}, {3, 100, "tetap", 2, 0}}},
    {"untested, then done", {{1, 100, "baru", 0, 0}, {2, UNTESTED, "tidak_teruji", 1, 0}, {3, ABSENT, "selesai", 2, 0}}},
    {"done stays done", {{1, 100, "baru", 0, 0}, {2, ABSENT, "selesai", 1, 0}, {3, UNTESTED, "selesai", 2, 0}, {4, ABSENT, "selesai", 3, 0}}},
    {"done by the first report of a month, there in the second", {{1, 100, "baru", 0, 0}, {2, ABSENT, "selesai", 1, 0}, {2, 100, "tetap", 1, 0}}},
    {"done by the first, untested in the second", {{1, 100, "baru", 0, 0}, {2, ABSENT, "selesai", 1, 0}, {2, UNTESTED, "tidak_teruji", 1, 0}}},
    {"over the new year", {{12, 100, "baru", 0, 0}, {13, 100, "tetap", 1, 0}}},
};

static bool was_tested(void *context, const struct trail *gone)
{
    (void)gone;
    return ((const struct report *)context)->amount == ABSENT;
}

static void check_report(const struct report *report, const struct followed *now)
{
    assert_text(str_from(follow_status_id(now->status)), report->status, "the state");
    assert_number(now->age, report->age, "the age");
    assert_number(now->has_old && now->status != FOLLOW_DONE && now->status != FOLLOW_UNTESTED ? now->old.sen : 0, report->old * 100, "the earlier amount");
    assert_text(now->trail.words.note, "catatan", "the note");
}

static void test_row(void **state)
{
    const struct row *row = *state;
    struct arena arena = {0};
    struct past past = {0};
    for (int i = 0; i < REPORTS && row->reports[i].month; i++) {
        const struct report *report = &row->reports[i];
        struct follow_up follow = {.past = i ? &past : NULL, .month = {(int16_t)(2025 + (report->month - 1) / 12), (int8_t)((report->month - 1) % 12 + 1), 0}};
        struct trail present = {.id = S("T01-00"), .check = S("T01"), .amount = {report->amount * 100}, .words = {.note = i ? S("") : S("catatan")}};
        follow_compare(&follow, &present, report->amount >= 0, was_tested, (void *)(uintptr_t)report, &arena);
        assert_number(follow.list.n, 1, "the number of findings");
        check_report(report, &follow.list.at[0]);
        past = (struct past){.month = follow.month};
        *array_push(&arena, &past.trails) = follow.list.at[0].trail;
    }
    arena_release(&arena);
}

/* The mark of a row changes with everything the program relies on, and with nothing that a spreadsheet changes. */
static void test_marks(void **state)
{
    (void)state;
    const struct trail one = {.id = S("T01-00"), .check = S("T01"), .unit_code = S("1.01"), .unit = S("Dinas"), .amount = {100}, .first = {2025, 1, 0},
                              .since = {2025, 1, 0}, .last = {2025, 1, 0}};
    struct trail other[8];
    for (size_t i = 0; i < COUNT(other); i++) other[i] = one;
    other[0].id = S("T01-01"), other[1].check = S("T02"), other[2].unit_code = S("1.02"), other[3].amount.sen = 101, other[4].first.month = 2;
    other[5].since.month = 2, other[6].last.month = 2, other[7].closed = (struct date){2025, 2, 0};
    for (size_t i = 0; i < COUNT(other); i++) assert_true(trail_mark(&other[i]) != trail_mark(&one));
    struct trail same = one;
    same.unit = S("Dinas lain"), same.text = S("kondisi"), same.words.note = S("catatan"), same.unit_code = S(" 1.01 ");
    assert_number(trail_mark(&same), trail_mark(&one), "the mark");
    struct trail large = one, larger = one; /* beyond 15 digits a spreadsheet keeps no more */
    large.amount.sen = 1234567890123456711, larger.amount.sen = 1234567890123456789;
    assert_number(trail_mark(&large), trail_mark(&larger), "the mark of an amount beyond 15 digits");
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "month to month", ROWS, test_row);
    suite_test(&suite, "check marks", test_marks);
    return suite_run(&suite, "follow_up");
}
