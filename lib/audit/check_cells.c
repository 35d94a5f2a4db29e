/*
 * Checks per sub kegiatan and account.
 *
 * New activity (T03): murni = 0 and kini > 0 for a sub kegiatan x account of the class, in a unit whose original budget is known.
 * Spent over budget (P01): realisasi (net) > kini for a sub kegiatan x account, all classes. PP 12/2019; PermenPAN-RB 42/2011.
 */
#include "checking.h"

/* One sub kegiatan x account of a unit: the cells [from, to) and their sum. */
struct group {
    size_t from, to;
    struct total sum;
};

static bool same_place(const struct cell *a, const struct cell *b)
{
    return a->unit == b->unit && a->activity == b->activity && a->account == b->account;
}

/* The next group at or behind *at, over the cells of one class (NO_INDEX = all classes together). */
static bool next_group(const struct audit *audit, size_t *at, uint16_t class_index, struct group *group)
{
    while (*at < audit->cells.n && class_index != NO_INDEX && audit->cells.at[*at].class_index != class_index) ++*at;
    if (*at >= audit->cells.n) return false;
    *group = (struct group){.from = *at};
    const struct cell *first = &audit->cells.at[*at];
    do {
        const struct total *total = &audit->cells.at[*at].total;
        group->sum.lines += total->lines;
        group->sum.rejected += total->rejected;
        group->sum.gaps += total->gaps;
        amounts_add(&group->sum.amounts, &total->amounts); /* part of a sum that audit_totals checked */
        group->to = ++*at;
    } while (class_index == NO_INDEX && *at < audit->cells.n && same_place(first, &audit->cells.at[*at]));
    return true;
}

static void add_finding(struct checking *c, const struct group *group, struct money amount, enum measure by)
{
    const struct cell *cell = &c->audit->cells.at[group->from];
    struct finding_facts facts = {.unit = cell->unit, .activity = cell->activity, .account = cell->account, .amounts = group->sum.amounts,
                                  .gap = amount, .amount = amount, .by = by};
    struct finding *finding = finding_add(c, &facts);
    for (size_t i = group->from; i < group->to; i++) {
        const struct cell *part = &c->audit->cells.at[i];
        for (uint32_t k = 0; k < part->total.lines; k++) finding_add_line(c, finding, c->audit->cell_lines[part->first_line + k]);
    }
    finding_sort_lines(c, finding, by);
}

/* What a kind asks of one group: the amount of a hit, zero for none. */
typedef struct money hit_fn(const struct unit *unit, const struct total *total);

static struct money hit_new(const struct unit *unit, const struct total *total)
{
    (void)unit;
    bool new = total->amounts.of[MURNI].sen == 0 && total->amounts.of[KINI].sen > 0 && total->gaps == 0;
    return new ? total->amounts.of[KINI] : (struct money){0};
}

static struct money hit_overrun(const struct unit *unit, const struct total *total)
{
    struct money over = money_minus(total->amounts.of[REALISASI], total->amounts.of[KINI]);
    (void)unit;
    if (!amounts_has(&total->amounts, REALISASI)) return (struct money){0};
    return over.sen > 0 ? over : (struct money){0};
}

struct kind {
    unsigned needed;
    hit_fn *hit;
    enum measure by;
    uint16_t class_index;
    enum text_id none, some;
};

/* Sums of one unit while its groups pass by. */
struct tally {
    uint64_t hits;
    struct money amount;
    struct total total;
};

static void close_unit(struct checking *c, uint32_t unit, const struct tally *tally, const struct kind *kind)
{
    const struct unit *u = &c->audit->ledger->units.at[unit];
    struct result *result = checking_result(c, unit);
    bool nothing = checking_empty(c, unit, &tally->total);
    result->amounts = tally->total.amounts;
    result->amounts.present = u->present;
    if (nothing) {
        checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
        return;
    }
    bool untestable = checking_untestable(c, result, unit, &tally->total, kind->needed);
    if (untestable && !tally->hits) return;
    result->has_gap = true;
    result->gap = tally->amount;
    if (tally->hits) checking_say(c, result, c->check->hit, kind->some, said_count(tally->hits), said_rupiah(tally->amount));
    else checking_set(c, result, VERDICT_COMPLIANT, kind->none, NULL, 0);
}

static void run_groups(struct checking *c, const struct kind *kind)
{
    const struct ledger *ledger = c->audit->ledger;
    struct tally *tallies = arena_new_n(&c->scratch, struct tally, ledger->units.n + 1);
    struct group group;
    for (size_t at = 0; next_group(c->audit, &at, kind->class_index, &group);) {
        uint32_t unit = c->audit->cells.at[group.from].unit;
        const struct unit *u = &ledger->units.at[unit];
        struct tally *tally = &tallies[unit];
        tally->total.lines += group.sum.lines;
        tally->total.rejected += group.sum.rejected;
        tally->total.gaps += group.sum.gaps;
        amounts_add(&tally->total.amounts, &group.sum.amounts);
        /* a rejected row may hold the very budget that seems to be missing */
        bool known = (u->present & kind->needed) == kind->needed && !u->conflict && !u->disputed && group.sum.rejected == 0;
        struct money hit = known ? kind->hit(u, &group.sum) : (struct money){0};
        if (hit.sen == 0) continue;
        tally->hits++;
        money_add(&tally->amount, hit); /* overruns lie within the sum of realisasi */
        add_finding(c, &group, hit, kind->by);
    }
    for (uint32_t unit = 0; unit < ledger->units.n; unit++) close_unit(c, unit, &tallies[unit], kind);
}

void check_new_activity(struct checking *c)
{
    run_groups(c, &(struct kind){HAS(MURNI) | HAS(KINI), hit_new, KINI, c->check->class_index, TEXT_REASON_NEW_NONE, TEXT_REASON_NEW_SOME});
}

void check_spent_over_budget(struct checking *c)
{
    run_groups(c, &(struct kind){HAS(KINI) | HAS(REALISASI), hit_overrun, REALISASI, NO_INDEX, TEXT_REASON_OVERRUN_NONE, TEXT_REASON_OVERRUN_SOME});
}
