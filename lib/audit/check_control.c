/* The totals that units reported elsewhere (--control), to the sen. Without a control file there is nothing to say. */
#include "checking.h"

static bool agrees(const struct control *control) { return control->has_found && money_cmp(control->stated, control->found) == 0; }

static void add_difference(struct checking *c, const struct control *control)
{
    static const char *const keys[MEASURE_COUNT] = {"murni", "kini", "realisasi"};
    struct money gap = money_minus(control->stated, control->found);
    if (gap.sen < 0) gap.sen = -gap.sen;
    finding_add(c, &(struct finding_facts){.unit = control->unit,
                                           .limit = control->stated,
                                           .amount = control->found,
                                           .gap = gap,
                                           .by = control->measure,
                                           .key = str_from(keys[control->measure])});
}

static void check_unit(struct checking *c, uint32_t unit, uint32_t total, uint32_t different)
{
    struct result *result = checking_result(c, unit);
    if (!total)
        checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_CONTROL_NONE, NULL, 0);
    else if (different)
        checking_say(c, result, c->check->hit, TEXT_REASON_CONTROL_DIFFERS, said_count(different), said_count(total));
    else
        checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_CONTROL_AGREES, said_count(total));
}

void check_control(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    struct arena scratch = {.out_of_memory = c->kept.out_of_memory};
    uint32_t *total = arena_new_n(&scratch, uint32_t, ledger->units.n + 1),
             *different = arena_new_n(&scratch, uint32_t, ledger->units.n + 1);
    for (size_t i = 0; i < ledger->controls.n; i++) {
        const struct control *control = &ledger->controls.at[i];
        total[control->unit]++;
        different[control->unit] += !agrees(control);
    }
    for (uint32_t unit = 0; ledger->controls.n && unit < ledger->units.n; unit++) check_unit(c, unit, total[unit], different[unit]);
    for (size_t i = 0; i < ledger->controls.n; i++)
        if (!agrees(&ledger->controls.at[i])) add_difference(c, &ledger->controls.at[i]);
    arena_release(&scratch);
}
