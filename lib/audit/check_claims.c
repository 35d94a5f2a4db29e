/*
 * Claimed against real cut (T07): a cut that a unit has reported (--claims) > the cut that its files show, by more than percent points of
 * the original budget. claimed % - (murni - kini) / murni > percent; a claim in rupiah is compared as a share of murni too. The finding
 * says the same from the last earlier stage of the budget that was given, since another baseline may explain a claim. PP 12/2019.
 */
#include "checking.h"
#include "effcheck/share.h"

enum { NEEDED = HAS(MURNI) | HAS(KINI), WHOLE = 10000 };

/* The class's budget in the last stage before the one in force; false when none was given. */
static bool earlier_stage(const struct checking *c, const struct claim *claim, struct str *name, struct money *amount)
{
    const struct ledger *ledger = c->audit->ledger;
    const struct stage *best = NULL;
    *amount = (struct money){0};
    for (size_t i = 0; i < ledger->history.n; i++) {
        const struct line *line = &ledger->history.at[i];
        const struct stage *stage = &ledger->stages.at[line->stage];
        if (line->unit == claim->unit && !stage->original && (!best || stage->rank > best->rank)) best = stage;
    }
    for (size_t i = 0; best && i < ledger->history.n; i++) {
        const struct line *line = &ledger->history.at[i];
        bool mine = line->unit == claim->unit && line->class_index == claim->class_index && &ledger->stages.at[line->stage] == best;
        if (mine && amounts_has(&line->amounts, KINI)) money_add(amount, line->amounts.of[KINI]); /* sums of a file were checked */
    }
    if (best) *name = best->name;
    return best != NULL;
}

static struct money cut_of(const struct amounts *amounts)
{
    return money_minus(amounts->of[MURNI], amounts->of[KINI]);
}

/* The claim in rupiah, from the original budget, rounded up to sen. */
static struct money claimed(const struct claim *claim, struct money murni)
{
    return claim->in_rupiah ? claim->amount : money_minus(murni, money_ceiling(murni, claim->percent));
}

static bool is_too_high(const struct checking *c, const struct claim *claim, const struct amounts *amounts)
{
    struct money murni = amounts->of[MURNI], cut = cut_of(amounts);
    if (claim->in_rupiah) return share_cmp(money_minus(claim->amount, cut), murni, c->check->percent) > 0;
    return share_cmp(cut, murni, (struct percent){claim->percent.bp - c->check->percent.bp}) < 0;
}

static void add_finding(struct checking *c, const struct claim *claim, const struct amounts *amounts, struct money gap)
{
    const struct class_info *class = &c->audit->pack->classes.at[claim->class_index];
    struct finding_facts facts = {.unit = claim->unit, .amounts = *amounts, .limit = claimed(claim, amounts->of[MURNI]), .gap = gap, .amount = gap, .by = KINI,
                                  .class_number = claim->class_index + 1u, .key = class->id};
    struct finding *finding = finding_add(c, &facts);
    size_t from, to;
    checking_cells(c, claim->unit, &from, &to);
    for (size_t i = from; i < to; i++)
        if (c->audit->cells.at[i].class_index == claim->class_index) finding_add_cell(c, finding, &c->audit->cells.at[i]);
    finding_sort_lines(c, finding, KINI);
}

/* One claim: "perjalanan dinas: klaim 50 %, dari pagu murni 46,24 %, dari tahap ... 12 %". */
static void judge(struct checking *c, struct result *result, const struct claim *claim)
{
    const struct class_info *class = &c->audit->pack->classes.at[claim->class_index];
    struct money murni = result->amounts.of[MURNI], kini = result->amounts.of[KINI], before, claim_money = claimed(claim, murni);
    struct str stage[2] = {text_str(TEXT_NO_EARLIER_STAGE, false), text_str(TEXT_NO_EARLIER_STAGE, true)}, name;
    struct said other = said_share((struct money){0}, (struct money){0});
    if (earlier_stage(c, claim, &name, &before)) {
        stage[0] = stage[1] = name;
        other = said_share(money_minus(before, kini), before);
    }
    bool high = is_too_high(c, claim, &result->amounts);
    result->has_gap = true;
    result->gap = money_minus(claim_money, cut_of(&result->amounts));
    checking_say(c, result, high ? c->check->hit : VERDICT_COMPLIANT, TEXT_REASON_CLAIM, said_both(class->name),
                 claim->in_rupiah ? said_share(claim_money, murni) : said_share((struct money){claim->percent.bp}, (struct money){WHOLE}),
                 said_share(cut_of(&result->amounts), murni), said_both(stage), other);
    struct amounts amounts = result->amounts;
    struct money gap = result->gap;
    if (high) add_finding(c, claim, &amounts, gap);
}

static void check_claim_of(struct checking *c, const struct claim *claim)
{
    const struct total *total = audit_total(c->audit, claim->unit, claim->class_index);
    struct result *result = checking_result(c, claim->unit);
    checking_show(result, total, c->audit->ledger->units.at[claim->unit].present);
    if (checking_empty(c, claim->unit, total)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else if (checking_untestable(c, result, claim->unit, total, NEEDED)) return;
    else if (result->amounts.of[MURNI].sen <= 0) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NO_BASE, NULL, 0);
    else judge(c, result, claim);
}

void check_claims(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    if (!ledger->claims.n) checking_set(c, checking_result(c, NO_UNIT), VERDICT_UNTESTABLE, TEXT_REASON_NO_CLAIMS, NULL, 0);
    for (size_t i = 0; i < ledger->claims.n; i++) {
        const struct claim *claim = &ledger->claims.at[i];
        uint32_t *shown = &c->result_at[claim->unit + 1], before = *shown;
        check_claim_of(c, claim);
        if (before && c->results.at[before - 1].verdict == c->check->hit) *shown = before; /* of several the first that hits stands for the unit */
    }
}
