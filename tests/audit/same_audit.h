/* same_audit.h - two audits of the same lines: nothing may differ, whatever the number of threads. */
#ifndef EFFCHECK_TESTS_SAME_AUDIT_H
#define EFFCHECK_TESTS_SAME_AUDIT_H

#include "effcheck/audit.h"
#include "testing.h"

static inline bool same_amounts(const struct amounts *a, const struct amounts *b)
{
    return a->present == b->present && memcmp(a->of, b->of, sizeof a->of) == 0;
}

static inline bool same_total(const struct total *a, const struct total *b)
{
    return a->lines == b->lines && a->rejected == b->rejected && a->gaps == b->gaps && same_amounts(&a->amounts, &b->amounts);
}

static inline bool same_pair(const struct str a[2], const struct str b[2])
{
    return str_eq(a[0], b[0]) && str_eq(a[1], b[1]);
}

static inline void same_cube(const struct audit *a, const struct audit *b)
{
    const size_t classes = a->pack->classes.n;
    assert_int_equal(a->cells.n, b->cells.n);
    for (size_t i = 0; i < a->cells.n; i++) {
        const struct cell *x = &a->cells.at[i], *y = &b->cells.at[i];
        assert_true(x->unit == y->unit && x->activity == y->activity && x->account == y->account && x->class_index == y->class_index);
        assert_true(x->purposes == y->purposes && x->has_text == y->has_text && x->first_line == y->first_line && same_total(&x->total, &y->total));
    }
    assert_true(memcmp(a->cell_lines, b->cell_lines, a->ledger->lines.n * sizeof *a->cell_lines) == 0);
    for (size_t i = 0; i < a->ledger->units.n * classes; i++) assert_true(same_total(&a->by_class[i], &b->by_class[i]));
    for (size_t i = 0; i < classes; i++) assert_true(same_total(&a->region[i], &b->region[i]));
}

static inline void same_results(const struct audit *a, const struct audit *b)
{
    assert_int_equal(a->results.n, b->results.n);
    for (size_t i = 0; i < a->results.n; i++) {
        const struct result *x = &a->results.at[i], *y = &b->results.at[i];
        assert_true(x->check == y->check && x->unit == y->unit && x->verdict == y->verdict && same_pair(x->reason, y->reason));
        assert_true(same_amounts(&x->amounts, &y->amounts) && x->has_limit == y->has_limit && x->has_gap == y->has_gap);
        assert_true(x->limit.sen == y->limit.sen && x->gap.sen == y->gap.sen);
    }
    assert_true(memcmp(a->result_at, b->result_at, a->pack->checks.n * (a->ledger->units.n + 1) * sizeof *a->result_at) == 0);
}

static inline void same_findings(const struct audit *a, const struct audit *b)
{
    assert_int_equal(a->findings.n, b->findings.n);
    for (size_t i = 0; i < a->findings.n; i++) {
        const struct finding *x = &a->findings.at[i], *y = &b->findings.at[i];
        assert_true(str_eq(x->id, y->id) && x->check == y->check && x->unit == y->unit && x->severity == y->severity && x->amount.sen == y->amount.sen);
        assert_true(same_pair(x->condition, y->condition) && same_pair(x->criteria, y->criteria) && same_pair(x->cause, y->cause));
        assert_true(same_pair(x->effect, y->effect) && same_pair(x->recommendation, y->recommendation));
        assert_true(x->activity == y->activity && x->account == y->account && x->about == y->about && str_eq(x->file, y->file) && x->row == y->row);
        assert_true(x->first_line == y->first_line && x->line_count == y->line_count);
    }
    assert_int_equal(a->finding_lines.n, b->finding_lines.n);
    if (a->finding_lines.n) assert_true(memcmp(a->finding_lines.at, b->finding_lines.at, a->finding_lines.n * sizeof *a->finding_lines.at) == 0);
}

static inline void same_rates(const struct audit *a, const struct audit *b)
{
    assert_int_equal(a->rates.n, b->rates.n);
    for (size_t i = 0; i < a->rates.n; i++) {
        const struct rate *x = &a->rates.at[i], *y = &b->rates.at[i];
        assert_true(x->line == y->line && x->calculation == y->calculation && x->verdict == y->verdict && x->role == y->role && x->held == y->held);
    }
    assert_int_equal(a->increases.n, b->increases.n);
    for (size_t i = 0; i < a->increases.n; i++) {
        const struct increase *x = &a->increases.at[i], *y = &b->increases.at[i];
        assert_true(x->unit == y->unit && x->activity == y->activity && x->area == y->area && x->amount.sen == y->amount.sen);
    }
    assert_true(a->cuts.sen == b->cuts.sen && a->raises.sen == b->raises.sen);
}

static inline void same_audit(const struct audit *a, const struct audit *b)
{
    same_cube(a, b);
    same_results(a, b);
    same_findings(a, b);
    same_rates(a, b);
}

#endif
