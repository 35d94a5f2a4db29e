/*
 * Strict and practice scope. The law names all units and all funds; regions leave out funds that are earmarked and units that
 * must travel. Which scope the verdicts follow is the region's policy; both are computed and shown.
 */
#include "checking.h"

/* 0 not looked up, 1 inside, 2 outside. */
static bool is_outside(const struct audit *audit, uint8_t *known, uint32_t text, enum outside kind, struct match_buffer *buffer)
{
    uint64_t marks[PHRASE_USES] = {0}; /* there are few kinds */
    if (!known[text]) {
        matcher_mark(audit->pack->policy.outside, ledger_text(audit->ledger, text), marks, buffer);
        known[text] = marks_of(marks, kind) ? 2 : 1;
    }
    return known[text] == 2;
}

bool scope_totals(struct audit *audit)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    struct ledger *ledger = audit->ledger;
    size_t classes = audit->pack->classes.n, texts = ledger->texts.texts.n;
    bool good = true;
    struct match_buffer buffer = {.arena = &scratch};
    if (!audit->pack->policy.outside) return true;
    uint8_t *funds = arena_new_n(&scratch, uint8_t, texts + 1), *sub_units = arena_new_n(&scratch, uint8_t, texts + 1);
    audit->by_class_inside = arena_new_n(audit->arena, struct total, ledger->units.n * classes);
    for (size_t i = 0; i < ledger->lines.n; i++) {
        struct line *line = &ledger->lines.at[i];
        const struct particulars *p = line_particulars(ledger, line);
        line->outside = is_outside(audit, funds, p->fund, OUTSIDE_FUND, &buffer) || is_outside(audit, sub_units, p->sub_unit_name, OUTSIDE_SUB_UNIT, &buffer);
        audit->lines_without_fund += !line->rejected && p->fund == 0;
        struct total *total = line->outside && !line->rejected ? &audit->outside : &audit->by_class_inside[line->unit * classes + line->class_index];
        good &= total_add_line(ledger, total, line);
    }
    arena_release(&scratch);
    return good;
}

bool checking_in_practice(const struct checking *c)
{
    const struct audit *audit = c->audit;
    return c->check->limit_index != NO_INDEX && audit->by_class_inside && audit->pack->policy.scope == SCOPE_PRACTICE;
}

bool checking_in_scope(const struct checking *c, const struct line *line)
{
    return !line->outside || !checking_in_practice(c);
}

/* ---- both scopes side by side ---- */

static struct amounts side_amounts(const struct audit *audit, uint32_t unit, uint16_t class_index, enum scope scope)
{
    const struct total *totals = scope == SCOPE_PRACTICE && audit->by_class_inside ? audit->by_class_inside : audit->by_class;
    struct amounts sum = {0};
    uint32_t from = unit == NO_UNIT ? 0 : unit, to = unit == NO_UNIT ? (uint32_t)audit->ledger->units.n : unit + 1;
    for (uint32_t i = from; i < to; i++) amounts_add(&sum, &totals[i * audit->pack->classes.n + class_index].amounts); /* checked before */
    return sum;
}

struct amounts audit_limit_amounts(const struct audit *audit, uint32_t unit, uint16_t class_index)
{
    return side_amounts(audit, unit, class_index, audit->pack->policy.scope);
}

static struct scope_side side_of(const struct audit *audit, const struct result *result, enum scope scope)
{
    const struct limit *limit = &audit->pack->limits.at[audit->pack->checks.at[result->check].limit_index];
    struct scope_side side = {.amounts = side_amounts(audit, result->unit, audit->pack->checks.at[result->check].class_index, scope)};
    side.tested = result->verdict == VERDICT_COMPLIANT || result->verdict == audit->pack->checks.at[result->check].hit;
    side.ceiling = money_ceiling(side.amounts.of[MURNI], limit->cut);
    side.gap = side.amounts.of[KINI];
    money_sub(&side.gap, side.ceiling); /* both lie within checked sums */
    side.met = side.gap.sen <= audit->pack->policy.tolerance.sen;
    return side;
}

void scope_results(struct audit *audit)
{
    if (!audit->by_class_inside) return;
    for (uint32_t i = 0; i < audit->results.n; i++) {
        const struct result *result = &audit->results.at[i];
        const struct check *check = &audit->pack->checks.at[result->check];
        if (check->kind != CHECK_CUT || check->limit_index == NO_INDEX || result->verdict == VERDICT_NOT_APPLICABLE) continue;
        struct scope_result both = {.result = i};
        for (enum scope s = SCOPE_STRICT; s < SCOPE_COUNT; s++) both.side[s] = side_of(audit, result, s);
        *array_push(audit->arena, &audit->scopes) = both;
    }
}
