/*
 * What a check looks at: a class, accounts, or both at once.
 *
 * Accounts are looked up once each. Totals of a bare class stand in the cube already; those of accounts are added up here. Rejected
 * rows count where their account says so, those without a readable one are in surveyed.unknown_rejects.
 */
#include "checking.h"

static void cover_accounts(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    c->covered = arena_new_n(&c->scratch, bool, ledger->texts.texts.n + 1);
    for (size_t i = 0; i < c->surveyed->accounts.n; i++) {
        uint32_t account = c->surveyed->accounts.at[i];
        c->covered[account] = account_covered(&c->check->accounts, ledger_text(ledger, account));
    }
}

/* Adds a cell to the subject; where the scope leaves lines out, line by line. Rejected rows stay: they may be anything. */
static void add_cell(struct checking *c, const struct cell *cell)
{
    const struct ledger *ledger = c->audit->ledger;
    struct total *sum = &c->subject[cell->unit];
    if (!checking_in_practice(c)) {
        total_add(sum, &cell->total);
        return;
    }
    for (uint32_t k = 0; k < cell->total.lines + cell->total.rejected; k++) {
        const struct line *line = &ledger->lines.at[c->audit->cell_lines[cell->first_line + k]];
        if (line->rejected || checking_in_scope(c, line)) total_add_line(ledger, sum, line);
    }
}

void checking_begin(struct checking *c)
{
    bool of_all = (c->check->classes == 0 && c->check->accounts.n == 0) || c->check->class_index == c->audit->pack->unclassified;
    c->coarse = of_all ? NULL : coarse_lines(c);
    if (c->check->accounts.n == 0) return;
    cover_accounts(c);
    c->subject = arena_new_n(&c->scratch, struct total, c->audit->ledger->units.n + 1);
    for (size_t i = 0; i < c->audit->cells.n; i++) {
        const struct cell *cell = &c->audit->cells.at[i];
        if (checking_in_subject(c, cell)) add_cell(c, cell);
    }
}

bool checking_covers(const struct checking *c, const struct cell *cell)
{
    return !c->covered || c->covered[cell->account];
}

bool checking_in_classes(const struct checking *c, const struct cell *cell)
{
    return (c->check->classes >> cell->class_index) & 1u;
}

bool checking_in_subject(const struct checking *c, const struct cell *cell)
{
    return (c->check->classes == 0 || checking_in_classes(c, cell)) && checking_covers(c, cell);
}

const struct total *checking_total(const struct checking *c, uint32_t unit)
{
    const struct audit *audit = c->audit;
    if (c->subject) return &c->subject[unit];
    if (checking_in_practice(c)) return &audit->by_class_inside[unit * audit->pack->classes.n + c->check->class_index];
    return audit_total(audit, unit, c->check->class_index);
}

bool checking_of_all(const struct checking *c)
{
    return c->check->class_index == NO_INDEX && !c->subject;
}

/* Rejected rows of no known class have no account either: only a check of everything, or of what is not classified, holds them. */
static bool holds_unknown(const struct checking *c)
{
    return checking_of_all(c) || (!c->subject && c->check->class_index == c->audit->pack->unclassified);
}

uint32_t checking_rejected(const struct checking *c, uint32_t unit, const struct total *total)
{
    return total->rejected + (holds_unknown(c) ? 0 : c->surveyed->unknown_rejects[unit]);
}

struct total checking_unit_total(const struct checking *c, uint32_t unit)
{
    struct total sum = {0};
    for (uint16_t k = 0; k < c->audit->pack->classes.n; k++) total_add(&sum, audit_total(c->audit, unit, k));
    if (!holds_unknown(c)) sum.rejected -= c->surveyed->unknown_rejects[unit]; /* checking_rejected adds them */
    return sum;
}

bool total_add(struct total *sum, const struct total *x)
{
    sum->lines += x->lines;
    sum->rejected += x->rejected;
    sum->gaps += x->gaps;
    return amounts_add(&sum->amounts, &x->amounts);
}

bool checking_testable(const struct checking *c, uint32_t unit, const struct total *total, unsigned needed)
{
    const struct unit *u = &c->audit->ledger->units.at[unit];
    return (u->present & needed) == needed && checking_rejected(c, unit, total) == 0 && !checking_coarse(c, unit) && !total->gaps &&
           !u->conflict && !u->disputed;
}

bool checking_empty(const struct checking *c, uint32_t unit, const struct total *total)
{
    return total->lines == 0 && total->rejected == 0 && c->surveyed->unknown_rejects[unit] == 0 && !checking_coarse(c, unit);
}

/* A unit's budget in force, else its original budget, else what it spent. */
enum measure checking_measure(const struct checking *c, uint32_t unit)
{
    unsigned present = c->audit->ledger->units.at[unit].present;
    return present & HAS(KINI) ? KINI : present & HAS(MURNI) ? MURNI : REALISASI;
}

bool checking_next_activity(const struct checking *c, size_t *at, size_t *from, size_t *to)
{
    const struct cell *cells = c->audit->cells.at;
    if (*at >= c->audit->cells.n) return false;
    *from = *at;
    while (*at < c->audit->cells.n && cells[*at].unit == cells[*from].unit && cells[*at].activity == cells[*from].activity) ++*at;
    *to = *at;
    return true;
}

struct total checking_sum(const struct checking *c, size_t from, size_t to)
{
    struct total sum = {0};
    for (size_t i = from; i < to; i++) total_add(&sum, &c->audit->cells.at[i].total); /* part of a sum that audit_totals checked */
    return sum;
}

bool checking_comparable(const struct checking *c, uint32_t unit, const struct total *total, unsigned needed)
{
    const struct unit *u = &c->audit->ledger->units.at[unit];
    return (u->present & needed) == needed && !u->conflict && !u->disputed && total->gaps == 0 && total->rejected == 0;
}
