/* Two audits of the same files under two packs: which lines moved, which verdicts turned. The second audit is written as another pack would have it. */
#include "check_cases.h"

#include "effcheck/diff.h"

#define X {.account = "", .rejected = true}
#define OF(unit_, code, murni, kini) {.account = (code), .of = {(murni), (kini), 0}, .unit = (unit_)}

static const struct diff_row {
    const char *name;
    struct made_line old[MADE_LINES], new[MADE_LINES];
    const char *moves; /* "unit from>to lines kini", in their order */
    bool too_large;
} DIFFS[] = {
    {"the same", {L(TRAVEL, 100, 50, 0)}, {L(TRAVEL, 100, 50, 0)}, "", false},
    {"another class", {L(TRAVEL, 100, 50, 0)}, {L(COURSE, 100, 50, 0)}, "1.02 perjalanan_dinas>seminar_fgd 1 0.50; ", false},
    {"two of one move", {L(TRAVEL, 100, 50, 0), L(TRAVEL, 1, 7, 0)}, {L(COURSE, 100, 50, 0), L(COURSE, 1, 7, 0)}, "1.02 perjalanan_dinas>seminar_fgd 2 0.57; ", false},
    {"two moves, by their classes", {L(TRAVEL, 1, 2, 0), L(COURSE, 1, 3, 0), L(TRAVEL, 1, 4, 0)}, {L(COURSE, 1, 2, 0), L(TRAVEL, 1, 3, 0), L(TEAM, 1, 4, 0)},
     "1.02 perjalanan_dinas>honorarium 1 0.04; 1.02 perjalanan_dinas>seminar_fgd 1 0.02; 1.02 seminar_fgd>perjalanan_dinas 1 0.03; ", false},
    {"the same move in two units", {OF(1, TRAVEL, 1, 2), OF(0, TRAVEL, 1, 3)}, {OF(1, COURSE, 1, 2), OF(0, COURSE, 1, 3)},
     "1.02 perjalanan_dinas>seminar_fgd 1 0.03; 1.03 perjalanan_dinas>seminar_fgd 1 0.02; ", false},
    {"another amount", {L(TRAVEL, 100, 50, 0)}, {L(TRAVEL, 100, 51, 0)}, "1.02 >perjalanan_dinas 1 0.51; 1.02 perjalanan_dinas> 1 0.50; ", false},
    {"another original budget", {L(TRAVEL, 100, 50, 0)}, {L(TRAVEL, 101, 50, 0)}, "1.02 >perjalanan_dinas 1 0.50; 1.02 perjalanan_dinas> 1 0.50; ", false},
    {"a measure less", {L(TRAVEL, 100, 50, 0)}, {L(TRAVEL, 100, 50, NONE)}, "1.02 >perjalanan_dinas 1 0.50; 1.02 perjalanan_dinas> 1 0.50; ", false},
    {"another unit", {OF(0, TRAVEL, 1, 2), OF(1, POWER, 1, 1)}, {OF(1, TRAVEL, 1, 2), OF(1, POWER, 1, 1)}, "1.02 perjalanan_dinas> 1 0.02; 1.03 >perjalanan_dinas 1 0.02; ", false},
    {"a line that the old pack had", {L(TRAVEL, 1, 2, 0), L(TRAVEL, 1, 3, 0)}, {L(TRAVEL, 1, 2, 0)}, "1.02 perjalanan_dinas> 1 0.03; ", false},
    {"a line that only the new pack has", {L(TRAVEL, 1, 2, 0)}, {L(TRAVEL, 1, 2, 0), L(TRAVEL, 1, 3, 0)}, "1.02 >perjalanan_dinas 1 0.03; ", false},
    {"a line that the new pack rejects", {L(TRAVEL, 1, 2, 0), L(TRAVEL, 1, 3, 0)}, {X, L(TRAVEL, 1, 3, 0)}, "1.02 perjalanan_dinas> 1 0.02; ", false},
    {"a line that the old pack rejected", {X, X, L(TRAVEL, 1, 3, 0)}, {L(TRAVEL, 1, 2, 0), X, L(TRAVEL, 1, 3, 0)}, "1.02 >perjalanan_dinas 1 0.02; ", false},
    {"only rejected lines", {X}, {X, X}, "", false},
    {"beyond 64 bits", {L(TRAVEL, 0, INT64_MAX, 0), L(TRAVEL, 0, -INT64_MAX, 0), L(TRAVEL, 0, INT64_MAX - 5, 0), L(POWER, 0, 5, 0)},
     {L(COURSE, 0, INT64_MAX, 0), L(TEAM, 0, -INT64_MAX, 0), L(COURSE, 0, INT64_MAX - 5, 0), L(COURSE, 0, 5, 0)}, NULL, true},
};

static void run_side(struct made *m, const struct made *pack, const struct made_line *lines)
{
    if (pack) made_begin_like(m, pack);
    else made_begin(m);
    made_unit(m, "1.02", "Dinas Uji");
    made_unit(m, "1.03", "Dinas Lain");
    made_lines(m, lines, MADE_LINES);
    audit_init(&m->audit, &m->pack, &m->ledger, &m->arena);
    audit_classify(&m->audit, 1);
    if (audit_totals(&m->audit, &m->diags)) audit_checks(&m->audit);
}

static void test_diff(void **state)
{
    const struct diff_row *row = *state;
    struct made old, new;
    struct audit_diff diff;
    struct diags diags = {.arena = &old.arena};
    run_side(&old, NULL, row->old);
    run_side(&new, &old, row->new);
    assert_number(audit_compare(&diff, &old.audit, &new.audit, &old.arena, &diags), !row->too_large, "whether the sums fit");
    assert_diags(&old.arena, &diags, row->too_large ? "jumlah-terlalu-besar" : "");
    struct str text = {0};
    for (size_t i = 0; i < diff.moves.n; i++) {
        const struct move *move = &diff.moves.at[i];
        char kini[MONEY_TEXT_MAX];
        money_plain(move->amounts.of[KINI], kini);
        text = str_format(&old.arena, "%.*s%.*s %.*s>%.*s %llu %s; ", STR_ARG(text), STR_ARG(move->unit), STR_ARG(move->from), STR_ARG(move->to),
                          (unsigned long long)move->lines, kini);
    }
    if (row->moves) assert_text(text, row->moves, "the list of moves");
    made_end(&new);
    made_end(&old);
}

static struct str verdict_or_none(bool there, enum verdict verdict)
{
    return there ? str_from(verdict_id(verdict)) : S("-");
}

/* Verdicts that turn, that are new, and that are gone. */
static void test_flips(void **state)
{
    (void)state;
    struct made old, new;
    struct audit_diff diff;
    struct diags diags = {.arena = &old.arena};
    const struct made_line met[MADE_LINES] = {L(TRAVEL, 100, 50, 0)}, missed[MADE_LINES] = {L(TRAVEL, 100, 51, 0)};
    run_side(&old, NULL, met);
    run_side(&new, &old, missed);
    assert_true(audit_compare(&diff, &old.audit, &new.audit, &old.arena, &diags));
    struct str text = {0};
    for (size_t i = 0; i < diff.flips.n; i++) {
        const struct flip *flip = &diff.flips.at[i];
        text = str_format(&old.arena, "%.*s%.*s %.*s %.*s>%.*s; ", STR_ARG(text), STR_ARG(flip->check), STR_ARG(flip->unit), STR_ARG(verdict_or_none(flip->had, flip->from)),
                          STR_ARG(verdict_or_none(flip->has, flip->to)));
    }
    assert_text(text, "T01 1.02 patuh>tidak_patuh; T02  patuh>tidak_patuh; ", "the list of turned verdicts");
    old.audit.results.n = 1;
    assert_true(audit_compare(&diff, &old.audit, &new.audit, &old.arena, &diags));
    assert_number(diff.flips.n, new.audit.results.n - (old.audit.results.at[0].verdict == new.audit.results.at[0].verdict), "verdicts that are new");
    assert_false(diff.flips.at[diff.flips.n - 1].had);
    assert_true(diff.flips.at[diff.flips.n - 1].has);
    size_t all = new.audit.results.n;
    old.audit.results.n = all;
    new.audit.results.n = 1;
    assert_true(audit_compare(&diff, &old.audit, &new.audit, &old.arena, &diags));
    assert_true(diff.flips.at[diff.flips.n - 1].had);
    assert_false(diff.flips.at[diff.flips.n - 1].has);
    made_end(&new);
    made_end(&old);
}

/* The second run read one file more, before the others. */
static void test_files(void **state)
{
    (void)state;
    struct made old, new;
    struct audit_diff diff;
    struct diags diags = {.arena = &old.arena};
    const struct made_line lines[MADE_LINES] = {L(TRAVEL, 100, 50, 0), L(TRAVEL, 7, 7, 0)};
    run_side(&old, NULL, lines);
    run_side(&new, &old, lines);
    new.ledger.lines.at[1].file = 1;
    assert_true(audit_compare(&diff, &old.audit, &new.audit, &old.arena, &diags));
    assert_number(diff.sum.lines, 2, "lines that left and came");
    assert_true(audit_compare(&diff, &new.audit, &old.audit, &old.arena, &diags));
    assert_number(diff.sum.lines, 2, "and the other way");
    made_end(&new);
    made_end(&old);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "moves", DIFFS, test_diff);
    suite_test(&suite, "turned verdicts", test_flips);
    suite_test(&suite, "a line in another file", test_files);
    return suite_run(&suite, "diff");
}
