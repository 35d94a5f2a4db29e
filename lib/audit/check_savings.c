/*
 * Checks of where the savings went and who bore them; source SE Mendagri 900/833/SJ.
 *
 * Destination (R01): the increases kini - murni of the sub kegiatan of each unit, by the areas of the pack's table; outside = the
 * increases that no area covers. The circular leaves its last area open, so outside is to be considered, not a breach.
 * Balance (R03): sum of cuts = sum of increases + rest, over unit x sub kegiatan x account; rest = murni - kini as a whole.
 * Uneven cut (T17): |cut % of the units whose names hold the check's words - cut % of the others| > percent, in points.
 */
#include <stdlib.h>

#include "checking.h"
#include "effcheck/share.h"

enum { NEEDED = HAS(MURNI) | HAS(KINI) };

static struct money change_of(const struct total *total)
{
    struct money change = total->amounts.of[KINI];
    money_sub(&change, total->amounts.of[MURNI]); /* both lie within the sums already checked */
    return change;
}

/* Units of which some amount cannot be compared. */
static uint32_t count_left_out(const struct checking *c)
{
    uint32_t left_out = 0;
    for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++) {
        struct total all = checking_unit_total(c, unit);
        left_out += !checking_empty(c, unit, &all) && !checking_testable(c, unit, &all, NEEDED);
    }
    return left_out;
}

/* ---- destination ---- */

struct destination {
    struct money all, outside;
    bool unknown; /* an increase in no sub kegiatan at all */
};

struct destinations {
    struct money *areas; /* one more than there are: the last is outside */
    struct destination *units, region;
    uint16_t *area_of;   /* by activity, + 1; 0 = not looked up */
};

static uint16_t area_of(struct checking *c, struct destinations *d, uint32_t activity)
{
    const struct pack *pack = c->audit->pack;
    const struct ledger *ledger = c->audit->ledger;
    if (d->area_of[activity]) return (uint16_t)(d->area_of[activity] - 1);
    struct str code = ledger_text(ledger, ledger->activities.at[activity].code), name = ledger_text(ledger, ledger->activities.at[activity].name);
    uint16_t area = 0;
    for (; area < pack->areas.n; area++) {
        const struct area *a = &pack->areas.at[area];
        bool in = (a->activities.n && activity_covered(&a->activities, code)) || phrases_in(a->words, name, &c->scratch);
        if (in && !phrases_in(a->except, name, &c->scratch)) break;
    }
    d->area_of[activity] = (uint16_t)(area + 1);
    return area;
}

static void add_increase(struct checking *c, struct destinations *d, const struct cell *cell, struct money increase)
{
    struct destination *unit = &d->units[cell->unit];
    if (cell->activity == 0) {
        unit->unknown = d->region.unknown = true;
        return;
    }
    uint16_t area = area_of(c, d, cell->activity);
    *array_push(&c->kept, &c->increases) = (struct increase){cell->unit, cell->activity, area, increase};
    money_add(&d->areas[area], increase); /* all of these lie within the sums already checked */
    money_add(&unit->all, increase);
    money_add(&d->region.all, increase);
    if (area < c->audit->pack->areas.n) return;
    money_add(&unit->outside, increase);
    money_add(&d->region.outside, increase);
}

static void find_destinations(struct checking *c, struct destinations *d)
{
    size_t at = 0, from, to;
    d->areas = arena_new_n(&c->scratch, struct money, c->audit->pack->areas.n + 1);
    d->units = arena_new_n(&c->scratch, struct destination, c->audit->ledger->units.n + 1);
    d->area_of = arena_new_n(&c->scratch, uint16_t, c->audit->ledger->activities.n + 1);
    while (checking_next_activity(c, &at, &from, &to)) {
        struct total total = checking_sum(c, from, to);
        const struct cell *cell = &c->audit->cells.at[from];
        if (checking_comparable(c, cell->unit, &total, NEEDED) && change_of(&total).sen > 0) add_increase(c, d, cell, change_of(&total));
    }
}

static int by_area(const void *a, const void *b)
{
    const struct increase *x = a, *y = b;
    if (x->area != y->area) return x->area < y->area ? -1 : 1;
    int order = money_cmp(y->amount, x->amount);
    if (!order) order = (x->unit > y->unit) - (x->unit < y->unit);
    return order ? order : (x->activity > y->activity) - (x->activity < y->activity);
}

static void list_areas(struct checking *c, const struct destinations *d, struct str out[2])
{
    struct arena *arena = &c->kept;
    for (int english = 0; english < 2; english++)
        for (size_t i = 0; i < c->audit->pack->areas.n; i++) {
            char buffer[MONEY_TEXT_MAX];
            struct str name = c->audit->pack->areas.at[i].name[english];
            money_grouped(d->areas[i], !english, buffer);
            out[english] = str_format(arena, "%.*s%s%.*s Rp %s", STR_ARG(out[english]), i ? "; " : "", STR_ARG(name), buffer);
        }
}

static void destination_of_region(struct checking *c, const struct destinations *d)
{
    struct str areas[2] = {{0}};
    struct result *result = checking_result(c, NO_UNIT);
    uint32_t left_out = count_left_out(c);
    result->has_gap = true;
    result->gap = d->region.outside;
    list_areas(c, d, areas);
    if (d->region.outside.sen)
        checking_say(c, result, c->check->hit, TEXT_REASON_AREAS, said_rupiah(d->region.all), said_both(areas), said_rupiah(d->region.outside),
                     said_share(d->region.outside, d->region.all));
    else if (left_out) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_UNITS_UNTESTABLE, said_count(left_out));
    else if (d->region.unknown) checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_ACTIVITY, NULL, 0);
    else if (!d->region.all.sen) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NO_INCREASE, NULL, 0);
    else
        checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_AREAS, said_rupiah(d->region.all), said_both(areas), said_rupiah(d->region.outside),
                     said_share(d->region.outside, d->region.all));
}

/* The lines of the sub kegiatan that rose outside the areas. */
static void add_outside(struct checking *c, struct destinations *d, struct finding *finding, uint32_t unit)
{
    size_t at, end, from, to;
    checking_cells(c, unit, &at, &end);
    while (checking_next_activity(c, &at, &from, &to) && from < end) {
        struct total total = checking_sum(c, from, to);
        uint32_t activity = c->audit->cells.at[from].activity;
        if (!activity || total.gaps || change_of(&total).sen <= 0 || area_of(c, d, activity) < c->audit->pack->areas.n) continue;
        for (size_t i = from; i < to; i++)
            if (change_of(&c->audit->cells.at[i].total).sen > 0) finding_add_cell(c, finding, &c->audit->cells.at[i]);
    }
    finding_sort_lines(c, finding, KINI);
}

static void destination_of_unit(struct checking *c, struct destinations *d, uint32_t unit)
{
    const struct destination *own = &d->units[unit];
    struct total all = checking_unit_total(c, unit);
    struct result *result = checking_result(c, unit);
    checking_show(result, &all, c->audit->ledger->units.at[unit].present);
    if (!own->outside.sen && checking_untestable(c, result, unit, &all, NEEDED)) return;
    result->has_gap = true;
    result->gap = own->outside;
    if (own->outside.sen) {
        checking_say(c, result, c->check->hit, TEXT_REASON_DESTINATION, said_rupiah(own->all), said_rupiah(own->outside), said_share(own->outside, own->all));
        struct finding_facts facts = {.unit = unit, .amounts = result->amounts, .gap = own->all, .amount = own->outside, .part = own->outside,
                                      .whole = own->all, .by = KINI};
        add_outside(c, d, finding_add(c, &facts), unit);
    } else if (own->unknown) checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_ACTIVITY, NULL, 0);
    else if (!own->all.sen) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NO_INCREASE, NULL, 0);
    else
        checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_DESTINATION, said_rupiah(own->all), said_rupiah(own->outside),
                     said_share(own->outside, own->all));
}

void check_destination(struct checking *c)
{
    struct destinations d = {0};
    find_destinations(c, &d);
    if (c->increases.n) qsort(c->increases.at, c->increases.n, sizeof *c->increases.at, by_area);
    destination_of_region(c, &d);
    for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++) destination_of_unit(c, &d, unit);
}

/* ---- balance ---- */

static bool same_place(const struct cell *a, const struct cell *b)
{
    return a->unit == b->unit && a->activity == b->activity && a->account == b->account;
}

void check_balance(struct checking *c)
{
    const struct cell *cells = c->audit->cells.at;
    struct money cuts = {0}, increases = {0};
    uint32_t left_out = count_left_out(c);
    for (size_t from = 0, to; from < c->audit->cells.n; from = to) {
        for (to = from + 1; to < c->audit->cells.n && same_place(&cells[from], &cells[to]);) to++;
        struct total total = checking_sum(c, from, to);
        struct money change = change_of(&total);
        if (!checking_comparable(c, cells[from].unit, &total, NEEDED)) continue;
        if (change.sen > 0) money_add(&increases, change);
        else money_sub(&cuts, change);
    }
    struct result *result = checking_result(c, NO_UNIT);
    result->has_gap = true;
    result->gap = cuts;
    money_sub(&result->gap, increases);
    c->cuts = cuts;
    c->raises = increases;
    if (left_out) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_UNITS_UNTESTABLE, said_count(left_out));
    else
        checking_say(c, result, result->gap.sen ? c->check->hit : VERDICT_COMPLIANT, TEXT_REASON_BALANCE, said_rupiah(cuts), said_rupiah(increases),
                     said_rupiah(result->gap));
}

/* ---- uneven cut ---- */

struct sides {
    struct total named, others;
    bool *is_named; /* per unit */
};

static void part_units(struct checking *c, struct sides *sides)
{
    const struct ledger *ledger = c->audit->ledger;
    sides->is_named = arena_new_n(&c->scratch, bool, ledger->units.n + 1);
    for (uint32_t unit = 0; unit < ledger->units.n; unit++) {
        sides->is_named[unit] = phrases_in(c->check->words, ledger_text(ledger, ledger->units.at[unit].name), &c->scratch);
        total_add(sides->is_named[unit] ? &sides->named : &sides->others, checking_total(c, unit));
    }
}

static void judge_sides(struct checking *c, struct result *result, const struct sides *sides)
{
    struct money named = sides->named.amounts.of[MURNI], others = sides->others.amounts.of[MURNI];
    struct money cut = {-change_of(&sides->named).sen}, other_cut = {-change_of(&sides->others).sen};
    bool uneven = share_distance_cmp(cut, named, other_cut, others, c->check->percent) > 0;
    checking_say(c, result, uneven ? c->check->hit : VERDICT_COMPLIANT, uneven ? TEXT_REASON_UNEVEN : TEXT_REASON_EVEN, said_share(cut, named),
                 said_share(other_cut, others));
    if (!uneven) return;
    struct finding_facts facts = {.unit = NO_UNIT, .amounts = sides->others.amounts, .amount = cut, .part = cut, .whole = named, .by = MURNI};
    struct finding *finding = finding_add(c, &facts);
    for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++)
        if (sides->is_named[unit]) finding_add_subject(c, finding, unit);
    finding_sort_lines(c, finding, MURNI);
}

void check_uneven_cut(struct checking *c)
{
    struct sides sides = {0};
    uint32_t left_out;
    checking_region_total(c, NEEDED, &left_out);
    part_units(c, &sides);
    struct result *result = checking_result(c, NO_UNIT);
    bool both = sides.named.lines + sides.named.rejected && sides.others.lines + sides.others.rejected;
    if (!both) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOT_NAMED, NULL, 0);
    else if (left_out) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_UNITS_UNTESTABLE, said_count(left_out));
    else if (sides.named.amounts.of[MURNI].sen <= 0 || sides.others.amounts.of[MURNI].sen <= 0)
        checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else judge_sides(c, result, &sides);
}
