/*
 * Rise after the cut (T04): the class's budget in force > its budget in the stage in which the region cut it; source: the region's own
 * decree, Inpres 1/2025 KEEMPAT 2. That stage is the one the policy names (tahap_efisiensi), else the one whose words say so
 * (stages.csv, efficiency); of several the last. Lines of earlier stages are part of no sum; they are read from ledger.history.
 */
#include "checking.h"
#include "effcheck/stages.h"

struct rise {
    uint16_t *stage_of; /* per unit: index + 1 of the efficiency stage among the replaced ones; 0 = none */
    uint16_t *current;  /* per unit: the stage of its budget in force; 0 = not stated */
    struct total *then; /* per unit: the class in that stage */
    bool *is_efficiency; /* per stage */
};

/* Which stages of the run are the one in which the budget was cut. */
static bool find_efficiency(struct checking *c, struct rise *rise)
{
    const struct ledger *ledger = c->audit->ledger;
    const struct pack *pack = c->audit->pack;
    struct str words = pack->policy.efficiency_stage;
    struct stage_rules rules;
    struct diags ignored = {.arena = &c->scratch}; /* the table was loaded without a fault before */
    bool some = false;
    stage_rules_load(&rules, &pack->stages, &c->scratch, &ignored);
    struct stage named = stage_named(&rules, words, &c->scratch);
    rise->is_efficiency = arena_new_n(&c->scratch, bool, ledger->stages.n + 1);
    for (size_t i = 1; i < ledger->stages.n; i++) {
        const struct stage *stage = &ledger->stages.at[i];
        bool same = named.rank ? stage->rank == named.rank : str_eq_nocase(stage->name, words);
        rise->is_efficiency[i] = !stage->original && (words.n ? same : stage->efficiency);
        some |= rise->is_efficiency[i];
    }
    return some;
}

static void note_stages(struct checking *c, struct rise *rise)
{
    const struct ledger *ledger = c->audit->ledger;
    rise->stage_of = arena_new_n(&c->scratch, uint16_t, ledger->units.n + 1);
    rise->current = arena_new_n(&c->scratch, uint16_t, ledger->units.n + 1);
    rise->then = arena_new_n(&c->scratch, struct total, ledger->units.n + 1);
    for (size_t i = 0; i < ledger->lines.n; i++)
        if (!ledger->stages.at[ledger->lines.at[i].stage].original && amounts_has(&ledger->lines.at[i].amounts, KINI))
            rise->current[ledger->lines.at[i].unit] = ledger->lines.at[i].stage;
    for (size_t i = 0; i < ledger->history.n; i++) {
        const struct line *line = &ledger->history.at[i];
        uint16_t *best = &rise->stage_of[line->unit];
        bool later = !*best || ledger->stages.at[line->stage].rank > ledger->stages.at[*best - 1].rank;
        if (rise->is_efficiency[line->stage] && later) *best = (uint16_t)(line->stage + 1);
    }
    for (size_t i = 0; i < ledger->history.n; i++) {
        const struct line *line = &ledger->history.at[i];
        bool mine = line->class_index == c->check->class_index || (line->rejected && line->class_index == c->audit->pack->unclassified);
        if (mine && rise->stage_of[line->unit] == line->stage + 1) total_add_line(ledger, &rise->then[line->unit], line);
    }
}

static void judge(struct checking *c, uint32_t unit, struct result *result, struct str stage, struct money then)
{
    struct money now = result->amounts.of[KINI];
    result->has_limit = result->has_gap = true;
    result->limit = then;
    result->gap = money_minus(now, then);
    if (result->gap.sen <= 0) {
        checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_STAGE_NOT_UP, said_text(stage), said_rupiah(then), said_rupiah(now));
        return;
    }
    checking_say(c, result, c->check->hit, TEXT_REASON_STAGE_UP, said_text(stage), said_rupiah(then), said_rupiah(now), said_rupiah(result->gap));
    struct finding_facts facts = {.unit = unit, .amounts = result->amounts, .limit = then, .gap = result->gap, .amount = result->gap, .by = KINI};
    struct finding *finding = finding_add(c, &facts);
    finding_add_subject(c, finding, unit);
    finding_sort_lines(c, finding, KINI);
}

static void check_unit(struct checking *c, const struct rise *rise, uint32_t unit)
{
    const struct ledger *ledger = c->audit->ledger;
    const struct total *total = checking_total(c, unit), *then = &rise->then[unit];
    struct total asked = {.rejected = total->rejected + then->rejected};
    struct result *result = checking_result(c, unit);
    uint16_t stage = rise->stage_of[unit];
    checking_show(result, total, ledger->units.at[unit].present);
    if (!stage && rise->is_efficiency[rise->current[unit]]) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_STAGE_IN_FORCE, NULL, 0);
    else if (!stage) checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_STAGE, NULL, 0);
    else if (checking_empty(c, unit, total) && !then->lines && !then->rejected) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else if (!checking_untestable(c, result, unit, &asked, HAS(KINI))) judge(c, unit, result, ledger->stages.at[stage - 1].name, then->amounts.of[KINI]);
}

void check_stage_rise(struct checking *c)
{
    struct rise rise = {0};
    if (!find_efficiency(c, &rise)) {
        checking_set(c, checking_result(c, NO_UNIT), VERDICT_UNTESTABLE, TEXT_REASON_NO_STAGE, NULL, 0);
        return;
    }
    note_stages(c, &rise);
    for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++) check_unit(c, &rise, unit);
}
