/*
 * Checks that hold one class, or some accounts, against a number or against its own past.
 *
 * Cut (T01, T02): met when kini <= murni x (100 % - cut), compared crosswise; for 50 % that is 2 x kini <= murni. The ceiling
 * shown is floor(murni x (100 % - cut)) in sen, the gap kini - ceiling. Source: limits.csv and its basis.
 * Spent over limit (T05): realisasi (net of setoran) against the same ceiling of murni.
 * Trend (S01-S06, S09, H14, R02): kini against murni, of a class or of accounts; the law gives no number, so the words are turun,
 * tetap, naik. It is net over the unit: what one account gained from another of the same check is a move within it, not a rise; moves
 * between kinds are T09's and R01's.
 * Projection (T06): realisasi x 12 > ceiling of the year x month of --period, where the ceiling itself is not yet exceeded. By profile
 * (T06a): realisasi x what last year spent > ceiling x what last year had spent by that month.
 */
#include "checking.h"
#include "effcheck/share.h"

static bool is_zero(const struct total *total, enum measure by)
{
    return total->amounts.of[MURNI].sen == 0 && total->amounts.of[by].sen == 0;
}

void checking_show(struct result *result, const struct total *total, unsigned present)
{
    result->amounts = total->amounts;
    result->amounts.present = (uint8_t)present;
    for (unsigned m = 0; m < MEASURE_COUNT; m++)
        if (!(present & HAS(m))) result->amounts.of[m] = (struct money){0};
}

static void add_class_finding(struct checking *c, uint32_t unit, const struct result *result, struct money amount, enum measure by)
{
    struct finding_facts facts = {.unit = unit, .amounts = result->amounts, .limit = result->limit, .gap = result->gap, .amount = amount, .by = by};
    struct finding *finding = finding_add(c, &facts);
    finding_add_subject(c, finding, unit);
    finding_sort_lines(c, finding, by);
}

static void set_ceiling(struct result *result, struct percent cut, struct money against)
{
    result->has_limit = result->has_gap = true;
    result->limit = money_ceiling(result->amounts.of[MURNI], cut);
    result->gap = money_minus(against, result->limit);
}

/* Above the ceiling, but by no more than the region's policy waives. */
static bool is_tolerated(const struct checking *c, const struct result *result)
{
    struct money tolerance = c->audit->pack->policy.tolerance;
    return result->gap.sen > 0 && money_cmp(result->gap, tolerance) <= 0;
}

/* Sentence of a cut: how much was really cut, and what is missing. */
static void judge_cut(struct checking *c, struct result *result)
{
    struct percent cut = c->audit->pack->limits.at[c->check->limit_index].cut;
    struct money murni = result->amounts.of[MURNI], kini = result->amounts.of[KINI];
    struct money risen = money_minus(kini, murni);
    struct said share = checking_cut_share(c, murni, kini);
    set_ceiling(result, cut, kini);
    bool met = money_within_cut(murni, kini, cut);
    if (met) checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_CUT_MET, share);
    else if (is_tolerated(c, result)) checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_TOLERATED, said_rupiah(result->gap));
    else if (murni.sen == 0) checking_say(c, result, c->check->hit, TEXT_REASON_NEW_BASE, said_rupiah(kini));
    else if (risen.sen > 0) checking_say(c, result, c->check->hit, TEXT_REASON_RAISED, said_share(risen, murni), said_rupiah(result->gap));
    else checking_say(c, result, c->check->hit, TEXT_REASON_CUT_MISSED, share, said_rupiah(result->gap));
}

static void judge_spent(struct checking *c, struct result *result)
{
    struct percent cut = c->audit->pack->limits.at[c->check->limit_index].cut;
    struct money spent = result->amounts.of[REALISASI];
    set_ceiling(result, cut, spent);
    if (money_within_cut(result->amounts.of[MURNI], spent, cut))
        checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_SPENT_WITHIN, said_rupiah(spent), said_rupiah(result->limit));
    else if (is_tolerated(c, result)) checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_TOLERATED, said_rupiah(result->gap));
    else checking_say(c, result, c->check->hit, TEXT_REASON_SPENT_OVER, said_rupiah(spent), said_rupiah(result->gap));
}

/* How much of the year lies behind: in a straight line, or as last year's months were. */
static struct pace pace_of(const struct checking *c)
{
    int month = c->audit->period.month;
    return c->check->kind == CHECK_PROJECTION_PROFILE ? profile_pace(&c->audit->profile, month) : (struct pace){month, 12};
}

/* What the year would come to if it went on at that pace. */
static void judge_projection(struct checking *c, struct result *result)
{
    struct percent cut = c->audit->pack->limits.at[c->check->limit_index].cut;
    struct money spent = result->amounts.of[REALISASI], murni = result->amounts.of[MURNI];
    struct pace pace = pace_of(c);
    struct money projected = share_projected(spent, pace);
    set_ceiling(result, cut, spent);
    bool already_over = !money_within_cut(murni, spent, cut) && !is_tolerated(c, result);
    set_ceiling(result, cut, projected);
    if (already_over) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_ALREADY_OVER, NULL, 0);
    else if (is_tolerated(c, result)) checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_TOLERATED, said_rupiah(result->gap));
    else if (share_projection_over(spent, murni, cut, pace))
        checking_say(c, result, c->check->hit, TEXT_REASON_PROJECTED_OVER, said_rupiah(projected), said_rupiah(result->limit));
    else checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_PROJECTED_WITHIN, said_rupiah(projected), said_rupiah(result->limit));
}

static void judge_trend(struct checking *c, struct result *result)
{
    struct money murni = result->amounts.of[MURNI], kini = result->amounts.of[KINI];
    struct money change = money_minus(kini, murni), fall = money_minus(murni, kini);
    result->has_gap = true;
    result->gap = change;
    if (change.sen < 0) checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_DOWN, said_share(fall, murni));
    else if (change.sen == 0) checking_set(c, result, c->check->flat, TEXT_REASON_FLAT, NULL, 0);
    else if (murni.sen == 0) checking_say(c, result, c->check->hit, TEXT_REASON_UP_FROM_ZERO, said_rupiah(change));
    else checking_say(c, result, c->check->hit, TEXT_REASON_UP, said_share(change, murni), said_rupiah(change));
}

/* How one kind of check sees a unit: what it needs, how it judges, what it holds against murni and shows first. */
struct view {
    unsigned needed;
    void (*judge)(struct checking *c, struct result *result);
    enum measure by;
};

/* A hit is anything worse than a flat trend: only a positive gap is a finding. */
static void conclude(struct checking *c, uint32_t unit, struct result *result, const struct view *view)
{
    view->judge(c, result);
    bool hit = result->verdict != VERDICT_COMPLIANT && result->verdict != VERDICT_NOT_APPLICABLE && result->gap.sen > 0;
    if (hit) {
        struct result kept = *result; /* finding_add does not touch results, but the array belongs to the audit */
        add_class_finding(c, unit, &kept, kept.gap, view->by);
    }
}

static void check_unit(struct checking *c, uint32_t unit, const struct view *view)
{
    const struct total *total = checking_total(c, unit);
    struct result *result = checking_result(c, unit);
    unsigned present = c->audit->ledger->units.at[unit].present;
    checking_show(result, total, present);
    if (checking_empty(c, unit, total)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else if (checking_untestable(c, result, unit, total, view->needed)) return;
    else if (is_zero(total, view->by)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else conclude(c, unit, result, view);
}

static void check_region(struct checking *c, const struct view *view, bool with_finding)
{
    uint32_t left_out;
    struct total total = checking_region_total(c, view->needed, &left_out);
    struct result *result = checking_result(c, NO_UNIT);
    checking_show(result, &total, total.amounts.present);
    if (left_out) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_UNITS_UNTESTABLE, said_count(left_out));
    else if (total.lines == 0 || is_zero(&total, view->by)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else if (with_finding) conclude(c, NO_UNIT, result, view);
    else view->judge(c, result);
}

/* A limit that is left to the region and that its policy does not set. */
static void say_no_limit(struct checking *c)
{
    size_t units = c->check->level == LEVEL_REGION ? 0 : c->audit->ledger->units.n;
    checking_set(c, checking_result(c, NO_UNIT), VERDICT_NOT_APPLICABLE, TEXT_REASON_NO_LIMIT, NULL, 0);
    for (uint32_t unit = 0; unit < units; unit++) checking_set(c, checking_result(c, unit), VERDICT_NOT_APPLICABLE, TEXT_REASON_NO_LIMIT, NULL, 0);
}

static void run_view(struct checking *c, const struct view *view)
{
    if (c->check->level == LEVEL_REGION) {
        check_region(c, view, true);
        return;
    }
    check_region(c, view, false); /* for page one; its findings are those of the units */
    for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++) check_unit(c, unit, view);
}

void check_cut(struct checking *c)
{
    const struct view view = {HAS(MURNI) | HAS(KINI), judge_cut, KINI};
    if (c->check->limit_index == NO_INDEX) say_no_limit(c);
    else if (c->check->level == LEVEL_REGION) check_region(c, &view, true);
    else
        for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++) check_unit(c, unit, &view);
}

void check_spent_over_limit(struct checking *c)
{
    if (c->check->limit_index == NO_INDEX) say_no_limit(c);
    else run_view(c, &(struct view){HAS(MURNI) | HAS(REALISASI), judge_spent, REALISASI});
}

void check_trend(struct checking *c)
{
    run_view(c, &(struct view){HAS(MURNI) | HAS(KINI), judge_trend, KINI});
}

/* Without the month nothing can be projected; the reason says how to state it. */
static bool month_missing(struct checking *c)
{
    struct date period = c->audit->period;
    if (period.year == c->audit->pack->fiscal_year && period.month >= 1) return false;
    checking_set(c, checking_result(c, NO_UNIT), VERDICT_UNTESTABLE, TEXT_REASON_NO_PERIOD, NULL, 0);
    for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++) {
        const struct total *total = checking_total(c, unit);
        struct result *result = checking_result(c, unit);
        if (checking_empty(c, unit, total)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
        else checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_PERIOD, NULL, 0);
    }
    return true;
}

void check_projection(struct checking *c)
{
    if (c->check->limit_index == NO_INDEX) say_no_limit(c);
    else if (!month_missing(c)) run_view(c, &(struct view){HAS(MURNI) | HAS(REALISASI), judge_projection, REALISASI});
}

void check_projection_profile(struct checking *c)
{
    const struct profile *profile = &c->audit->profile;
    if (!profile->given) checking_set(c, checking_result(c, NO_UNIT), VERDICT_UNTESTABLE, TEXT_REASON_NO_PROFILE, NULL, 0);
    else if (c->audit->period.month && !profile_pace(profile, c->audit->period.month).part)
        checking_set(c, checking_result(c, NO_UNIT), VERDICT_UNTESTABLE, TEXT_REASON_PROFILE_LATER, NULL, 0);
    else check_projection(c);
}
