/*
 * Moved, not saved (T09): the class of the check was cut while neighbour accounts (column account) rose.
 *
 * cut = murni - kini of the class. rise = sum over the neighbour accounts, outside the class, of kini - murni where that is above 0;
 * an account is netted within what is looked at, so a move between sub kegiatan is no rise, and an account that fell hides no other.
 * Level unit: a hit when rise x 100 % > percent x cut.
 * Level sub_kegiatan: a hit when rise and cut are alike, the smaller at least `percent` of the larger; either all rises together or
 * one account alone. Sub kegiatan grow for good reasons too: an amount like the cut is what points at a shift.
 * Source: Inpres 1/2025 KEEMPAT 1 and 2; Lampung Selatan and Kecamatan Bogor Selatan as reported (REGULATION 4.2). An indication.
 */
#include "checking.h"
#include "effcheck/share.h"

enum { NEEDED = HAS(MURNI) | HAS(KINI) };

struct shift {
    struct total restricted, neighbours;
    struct money cut, rise;
};

/* Changes of accounts while their cells pass by; `change` is by text id and all zero between uses. */
struct changes {
    struct money *change;
    ARRAY(uint32_t) accounts;
};

static bool is_neighbour(const struct checking *c, const struct cell *cell)
{
    return checking_covers(c, cell) && !checking_in_classes(c, cell);
}

static struct money risen(const struct total *total)
{
    struct money change = total->amounts.of[KINI];
    money_sub(&change, total->amounts.of[MURNI]); /* both lie within the sums already checked */
    return change;
}

static bool are_alike(struct money a, struct money b, struct percent least)
{
    if (a.sen <= 0 || b.sen <= 0) return false;
    return money_cmp(a, b) < 0 ? share_cmp(a, b, least) >= 0 : share_cmp(b, a, least) >= 0;
}

/* Adds a neighbour cell to its account's change. */
static void add_change(struct checking *c, struct changes *changes, const struct cell *cell)
{
    bool new = true;
    for (size_t i = changes->accounts.n; i-- > 0 && new;) new = changes->accounts.at[i] != cell->account;
    if (new) *array_push(&c->scratch, &changes->accounts) = cell->account;
    money_add(&changes->change[cell->account], risen(&cell->total));
}

/* The accounts named in a check are few, and so are those that lie below them. */
static struct shift measure_shift(struct checking *c, struct changes *changes, size_t from, size_t to)
{
    struct shift shift = {0};
    changes->accounts.n = 0;
    for (size_t i = from; i < to; i++) {
        const struct cell *cell = &c->audit->cells.at[i];
        if (checking_in_classes(c, cell)) total_add(&shift.restricted, &cell->total);
        if (!is_neighbour(c, cell)) continue;
        total_add(&shift.neighbours, &cell->total);
        add_change(c, changes, cell);
    }
    shift.cut.sen = -risen(&shift.restricted).sen;
    for (size_t i = 0; i < changes->accounts.n; i++) {
        struct money change = changes->change[changes->accounts.at[i]];
        if (change.sen > 0) money_add(&shift.rise, change);
    }
    return shift;
}

/* Sets rise to what is like the cut: all rises together, else the largest that alone is. */
static bool find_alike(const struct checking *c, const struct changes *changes, struct shift *shift)
{
    struct money largest = {0};
    if (are_alike(shift->rise, shift->cut, c->check->percent)) return true;
    for (size_t i = 0; i < changes->accounts.n; i++) {
        struct money change = changes->change[changes->accounts.at[i]];
        if (are_alike(change, shift->cut, c->check->percent) && money_cmp(change, largest) > 0) largest = change;
    }
    if (largest.sen) shift->rise = largest;
    return largest.sen > 0;
}

/* Both sides: what was cut, largest original budget first; behind it the accounts that rose, largest present budget first. */
static void add_sides(struct checking *c, struct finding *finding, const struct changes *changes, size_t from, size_t to)
{
    const struct cell *cells = c->audit->cells.at;
    for (size_t i = from; i < to; i++)
        if (checking_in_classes(c, &cells[i]) && risen(&cells[i].total).sen < 0) finding_add_cell(c, finding, &cells[i]);
    finding_sort_lines(c, finding, MURNI);
    uint32_t second = finding->line_count;
    for (size_t i = from; i < to; i++)
        if (is_neighbour(c, &cells[i]) && changes->change[cells[i].account].sen > 0 && risen(&cells[i].total).sen > 0) finding_add_cell(c, finding, &cells[i]);
    finding_sort_tail(c, finding, second, KINI);
}

static void forget(struct changes *changes)
{
    for (size_t i = 0; i < changes->accounts.n; i++) changes->change[changes->accounts.at[i]] = (struct money){0};
}

static void add_shift(struct checking *c, const struct shift *shift, const struct changes *changes, size_t from, size_t to, bool whole_unit)
{
    const struct cell *cell = &c->audit->cells.at[from];
    struct finding_facts facts = {.unit = cell->unit, .activity = whole_unit ? 0 : cell->activity, .amounts = shift->restricted.amounts,
                                  .gap = shift->cut, .amount = shift->rise, .part = shift->rise, .whole = shift->cut, .by = MURNI};
    if (whole_unit) facts.above = c->check->percent;
    add_sides(c, finding_add(c, &facts), changes, from, to);
}

/* ---- a unit as a whole ---- */

static void judge_unit(struct checking *c, struct result *result, const struct shift *shift, const struct changes *changes, size_t from, size_t to)
{
    result->has_gap = true;
    result->gap = shift->rise;
    if (share_cmp(shift->rise, shift->cut, c->check->percent) <= 0) {
        checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_SHIFT_SMALL, said_rupiah(shift->cut), said_rupiah(shift->rise));
        return;
    }
    checking_say(c, result, c->check->hit, TEXT_REASON_SHIFT, said_rupiah(shift->cut), said_rupiah(shift->rise),
                 said_share_above(shift->rise, shift->cut, c->check->percent));
    add_shift(c, shift, changes, from, to, true);
}

static void check_unit(struct checking *c, struct changes *changes, uint32_t unit)
{
    size_t from, to;
    checking_cells(c, unit, &from, &to);
    struct shift shift = measure_shift(c, changes, from, to);
    struct result *result = checking_result(c, unit);
    struct total both = shift.restricted;
    total_add(&both, &shift.neighbours);
    checking_show(result, &shift.restricted, c->audit->ledger->units.at[unit].present);
    if (checking_empty(c, unit, &shift.restricted)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else if (checking_untestable(c, result, unit, &both, NEEDED)) {
    } else if (shift.cut.sen <= 0) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NO_CUT, NULL, 0);
    else judge_unit(c, result, &shift, changes, from, to);
    forget(changes);
}

/* ---- sub kegiatan by sub kegiatan ---- */

struct unit_shifts {
    struct total restricted, both;
    uint64_t hits;
    struct money amount;
    bool has_activities;
};

static void close_unit(struct checking *c, uint32_t unit, const struct unit_shifts *sum)
{
    struct result *result = checking_result(c, unit);
    checking_show(result, &sum->restricted, c->audit->ledger->units.at[unit].present);
    if (checking_empty(c, unit, &sum->restricted)) {
        checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
        return;
    }
    if (!sum->hits && checking_untestable(c, result, unit, &sum->both, NEEDED)) return;
    if (!sum->has_activities) {
        checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_ACTIVITY, NULL, 0);
        return;
    }
    result->has_gap = true;
    result->gap = sum->amount;
    if (sum->hits) checking_say(c, result, c->check->hit, TEXT_REASON_SHIFTS, said_count(sum->hits), said_rupiah(sum->amount));
    else checking_set(c, result, VERDICT_COMPLIANT, TEXT_REASON_SHIFTS_NONE, NULL, 0);
}

static void check_activities(struct checking *c, struct changes *changes)
{
    struct unit_shifts *sums = arena_new_n(&c->scratch, struct unit_shifts, c->audit->ledger->units.n + 1);
    size_t at = 0, from, to;
    while (checking_next_activity(c, &at, &from, &to)) {
        const struct cell *cell = &c->audit->cells.at[from];
        struct unit_shifts *sum = &sums[cell->unit];
        struct shift shift = measure_shift(c, changes, from, to);
        struct total both = shift.restricted;
        total_add(&both, &shift.neighbours);
        total_add(&sum->restricted, &shift.restricted);
        total_add(&sum->both, &both);
        sum->has_activities |= cell->activity != 0;
        if (cell->activity && checking_comparable(c, cell->unit, &both, NEEDED) && find_alike(c, changes, &shift)) {
            sum->hits++;
            money_add(&sum->amount, shift.rise);
            add_shift(c, &shift, changes, from, to, false);
        }
        forget(changes);
    }
    for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++) close_unit(c, unit, &sums[unit]);
}

void check_shift(struct checking *c)
{
    struct changes changes = {.change = arena_new_n(&c->scratch, struct money, c->audit->ledger->texts.texts.n + 1)};
    if (c->check->level == LEVEL_ACTIVITY) check_activities(c, &changes);
    else
        for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++) check_unit(c, &changes, unit);
}
