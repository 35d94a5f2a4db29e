/*
 * Checks of accounts that should not be there, or not grow.
 *
 * Presence (T16): any budget in force, or else any spending, under the accounts.
 * Share of a class (T10): accounts within a class; a hit when kini > murni, with the share in the class before and now. The law names
 * no number: an indication.
 */
#include "checking.h"

static void add_finding(struct checking *c, uint32_t unit, struct finding_facts facts)
{
    struct finding *finding = finding_add(c, &facts);
    finding_add_subject(c, finding, unit);
    finding_sort_lines(c, finding, facts.by);
}

static void presence_of_unit(struct checking *c, uint32_t unit)
{
    const struct total *total = checking_total(c, unit);
    struct result *result = checking_result(c, unit);
    unsigned present = c->audit->ledger->units.at[unit].present;
    enum measure by = total->amounts.of[KINI].sen ? KINI : REALISASI;
    struct money amount = total->amounts.of[by];
    struct total all = checking_unit_total(c, unit);
    checking_show(result, total, present);
    result->has_gap = true;
    result->gap = amount;
    if (amount.sen) {
        checking_say(c, result, c->check->hit, TEXT_REASON_PRESENT, said_rupiah(amount));
        add_finding(c, unit, (struct finding_facts){.unit = unit, .amounts = result->amounts, .gap = amount, .amount = amount, .by = by});
    } else if (checking_empty(c, unit, &all)) {
        result->has_gap = false;
        checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    } else if (!(present & (HAS(KINI) | HAS(REALISASI)))) {
        result->has_gap = false;
        checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_KINI, NULL, 0);
    } else if (!checking_untestable(c, result, unit, total, 0)) checking_set(c, result, VERDICT_COMPLIANT, TEXT_REASON_ABSENT, NULL, 0);
}

void check_presence(struct checking *c)
{
    for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++) presence_of_unit(c, unit);
}

static void judge_share(struct checking *c, uint32_t unit, struct result *result, const struct amounts *whole)
{
    struct money murni = result->amounts.of[MURNI], kini = result->amounts.of[KINI], growth = kini;
    struct said now = said_share(kini, whole->of[KINI]), before = said_share(murni, whole->of[MURNI]);
    money_sub(&growth, murni);
    result->has_gap = true;
    result->gap = growth;
    if (growth.sen <= 0) {
        checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_PART_NOT_UP, now, before);
        return;
    }
    checking_say(c, result, c->check->hit, TEXT_REASON_PART_UP, said_rupiah(growth), now, before);
    add_finding(c, unit, (struct finding_facts){.unit = unit, .amounts = result->amounts, .gap = growth, .amount = growth, .part = kini,
                                                .whole = whole->of[KINI], .by = KINI});
}

void check_share_of_class(struct checking *c)
{
    for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++) {
        const struct total *part = checking_total(c, unit), *whole = audit_total(c->audit, unit, c->check->class_index);
        struct result *result = checking_result(c, unit);
        bool zero = !part->amounts.of[MURNI].sen && !part->amounts.of[KINI].sen;
        checking_show(result, part, c->audit->ledger->units.at[unit].present);
        if (checking_empty(c, unit, part)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
        else if (checking_untestable(c, result, unit, whole, HAS(MURNI) | HAS(KINI))) continue;
        else if (zero) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
        else judge_share(c, unit, result, &whole->amounts);
    }
}
