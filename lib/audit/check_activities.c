/*
 * Input-heavy sub kegiatan (S08): spending on inputs over the budget of the sub kegiatan.
 *
 * inputs = kini of the check's classes or accounts (either counts). A hit when inputs x 100 % > percent x kini of the sub kegiatan,
 * for sub kegiatan whose code the column activity covers: those of supporting programmes are left out there. An indication only;
 * Inpres 1/2025 KEEMPAT 4 and 5 set no number.
 */
#include "checking.h"
#include "effcheck/share.h"

struct heavy {
    struct total all;
    uint64_t hits;
    struct money amount;
    bool has_codes;
};

static bool is_input(const struct checking *c, const struct cell *cell)
{
    return checking_in_classes(c, cell) || (c->check->accounts.n && checking_covers(c, cell));
}

static struct money inputs_of(const struct checking *c, size_t from, size_t to)
{
    struct money inputs = {0};
    for (size_t i = from; i < to; i++)
        if (is_input(c, &c->audit->cells.at[i])) money_add(&inputs, c->audit->cells.at[i].total.amounts.of[KINI]);
    return inputs;
}

static void add_heavy(struct checking *c, const struct total *total, struct money inputs, size_t from, size_t to)
{
    const struct cell *cell = &c->audit->cells.at[from];
    struct finding_facts facts = {.unit = cell->unit, .activity = cell->activity, .amounts = total->amounts, .gap = inputs, .amount = inputs,
                                  .part = inputs, .whole = total->amounts.of[KINI], .above = c->check->percent, .by = KINI};
    struct finding *finding = finding_add(c, &facts);
    for (size_t i = from; i < to; i++)
        if (is_input(c, &c->audit->cells.at[i])) finding_add_cell(c, finding, &c->audit->cells.at[i]);
    finding_sort_lines(c, finding, KINI);
}

static void close_unit(struct checking *c, uint32_t unit, const struct heavy *sum)
{
    struct result *result = checking_result(c, unit);
    checking_show(result, &sum->all, c->audit->ledger->units.at[unit].present);
    if (checking_empty(c, unit, &sum->all)) {
        checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
        return;
    }
    struct total asked = checking_unit_total(c, unit);
    if (!sum->hits && checking_untestable(c, result, unit, &asked, HAS(KINI))) return;
    if (!sum->has_codes) {
        checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_ACTIVITY, NULL, 0);
        return;
    }
    result->has_gap = true;
    result->gap = sum->amount;
    if (sum->hits) checking_say(c, result, c->check->hit, TEXT_REASON_HEAVY, said_count(sum->hits), said_rupiah(sum->amount));
    else checking_set(c, result, VERDICT_COMPLIANT, TEXT_REASON_HEAVY_NONE, NULL, 0);
}

void check_input_heavy(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    struct heavy *sums = arena_new_n(&c->scratch, struct heavy, ledger->units.n + 1);
    size_t at = 0, from, to;
    while (checking_next_activity(c, &at, &from, &to)) {
        const struct cell *cell = &c->audit->cells.at[from];
        struct str code = ledger_text(ledger, ledger->activities.at[cell->activity].code);
        struct heavy *sum = &sums[cell->unit];
        struct total total = checking_sum(c, from, to), asked = total;
        total_add(&sum->all, &total);
        sum->has_codes |= code.n > 0;
        asked.gaps = 0; /* the original budget is not looked at */
        if (!code.n || !activity_covered(&c->check->activities, code) || !checking_comparable(c, cell->unit, &asked, HAS(KINI))) continue;
        struct money inputs = inputs_of(c, from, to);
        if (total.amounts.of[KINI].sen <= 0 || share_cmp(inputs, total.amounts.of[KINI], c->check->percent) <= 0) continue;
        sum->hits++;
        money_add(&sum->amount, inputs);
        add_heavy(c, &total, inputs, from, to);
    }
    for (uint32_t unit = 0; unit < ledger->units.n; unit++) close_unit(c, unit, &sums[unit]);
}
