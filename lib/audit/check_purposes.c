/*
 * Checks of what lines say they are for, whatever their account.
 *
 * List (T11): lines that carry the check's purpose, in any account.
 * Outside (T08): lines that carry the purpose but lie in another class than the check's, within the check's accounts; PermenPAN-RB
 * 42/2011, pengalihan mata anggaran. What does not count stands in the exceptions of the purpose's own rule.
 * Both weigh a line by the unit's budget in force, else by its original budget, else by what it spent; lines without that are left out.
 */
#include "checking.h"

struct purpose_view {
    bool outside; /* only lines of other classes within the accounts */
    uint32_t unit;
    enum measure by;
};

struct purpose_sum {
    struct amounts amounts;
    uint64_t lines;
    bool speaks; /* some line has a text in which words can be found */
};

static bool carries(const struct checking *c, const struct purpose_view *view, const struct line *line)
{
    return ((line->purposes >> c->check->purpose_index) & 1u) && !line->rejected && line->amounts.of[view->by].sen != 0;
}

/* Some line of the cell has the purpose, and the cell is looked at. */
static bool cell_counts(const struct checking *c, const struct purpose_view *view, const struct cell *cell)
{
    bool has_purpose = (cell->purposes >> c->check->purpose_index) & 1u;
    return has_purpose && (!view->outside || (!checking_in_classes(c, cell) && checking_covers(c, cell)));
}

static struct purpose_sum sum_unit(const struct checking *c, const struct purpose_view *view)
{
    const struct audit *audit = c->audit;
    struct purpose_sum sum = {0};
    size_t from, to;
    checking_cells(c, view->unit, &from, &to);
    for (size_t i = from; i < to; i++) {
        const struct cell *cell = &audit->cells.at[i];
        sum.speaks |= cell->has_text || audit->ledger->activities.at[cell->activity].name != 0;
        if (!cell_counts(c, view, cell)) continue;
        for (uint32_t k = 0; k < cell->total.lines + cell->total.rejected; k++) {
            const struct line *line = &audit->ledger->lines.at[audit->cell_lines[cell->first_line + k]];
            if (!carries(c, view, line)) continue;
            sum.lines++;
            amounts_add(&sum.amounts, &line->amounts); /* part of a sum that audit_totals checked */
        }
    }
    return sum;
}

static void add_lines(struct checking *c, const struct purpose_view *view, struct finding *finding)
{
    const struct audit *audit = c->audit;
    size_t from, to;
    checking_cells(c, view->unit, &from, &to);
    for (size_t i = from; i < to; i++) {
        const struct cell *cell = &audit->cells.at[i];
        if (!cell_counts(c, view, cell)) continue;
        for (uint32_t k = 0; k < cell->total.lines + cell->total.rejected; k++) {
            uint32_t line = audit->cell_lines[cell->first_line + k];
            if (carries(c, view, &audit->ledger->lines.at[line])) finding_add_line(c, finding, line);
        }
    }
    finding_sort_lines(c, finding, view->by);
}

static void hit_unit(struct checking *c, const struct purpose_view *view, struct result *result, const struct purpose_sum *sum)
{
    struct money amount = sum->amounts.of[view->by];
    result->has_gap = true;
    result->gap = amount;
    checking_say(c, result, c->check->hit, TEXT_REASON_PURPOSE_SOME, said_count(sum->lines), said_rupiah(amount));
    struct finding_facts facts = {.unit = view->unit, .amounts = sum->amounts, .gap = amount, .amount = amount, .by = view->by};
    add_lines(c, view, finding_add(c, &facts));
}

static void check_unit(struct checking *c, const struct purpose_view *view)
{
    struct total all = checking_unit_total(c, view->unit);
    struct purpose_sum sum = sum_unit(c, view);
    struct result *result = checking_result(c, view->unit);
    checking_show(result, &(struct total){.amounts = sum.amounts}, c->audit->ledger->units.at[view->unit].present);
    bool nothing = checking_empty(c, view->unit, &all);
    if (sum.lines) hit_unit(c, view, result, &sum);
    else if (nothing) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else if (!sum.speaks) checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_TEXT, NULL, 0);
    else if (checking_untestable(c, result, view->unit, &all, 0)) return;
    else {
        result->has_gap = true;
        checking_set(c, result, VERDICT_COMPLIANT, TEXT_REASON_ABSENT, NULL, 0);
    }
}

static void run_units(struct checking *c, bool outside)
{
    for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++)
        check_unit(c, &(struct purpose_view){.outside = outside, .unit = unit, .by = checking_measure(c, unit)});
}

void check_purpose_list(struct checking *c)
{
    run_units(c, false);
}

void check_purpose_outside(struct checking *c)
{
    run_units(c, true);
}
