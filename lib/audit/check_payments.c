/*
 * Patterns in the realisation, over lines that say when, to whom and by which document something was paid.
 *
 * Paid twice (P02): two documents of a unit with the same payee, amount, account and remark. A remark that names a month tells monthly
 * instalments apart; without one only documents of the same month are compared. Amount: all but one of them. PermenPAN-RB 42/2011, 1.01.07.
 * Pile-up (P03, P03a): spent from the check's month to December > percent of the year, by class; only once the period is December.
 * Undated lines leave a class untested. PermenPAN-RB 42/2011, 1.02.10.
 * Round amounts (P05): payments divisible by the check's amount > percent of all, by their number, from the check's least number on.
 */
#include <stdio.h>
#include <stdlib.h>

#include "checking.h"
#include "effcheck/share.h"

enum { DECEMBER = 12 };

/* Some file of the run has the column; one result for the region says so when none has. */
static bool run_says(struct checking *c, unsigned says, enum text_id missing)
{
    const struct ledger *ledger = c->audit->ledger;
    for (size_t i = 0; i < ledger->files.n; i++)
        if ((ledger->files.at[i].says & says) == says) return true;
    checking_set(c, checking_result(c, NO_UNIT), VERDICT_UNTESTABLE, missing, NULL, 0);
    return false;
}

/* Rejected rows carry no amounts. */
static bool is_payment(const struct line *line)
{
    return amounts_has(&line->amounts, REALISASI);
}

/* ---- paid twice ---- */

/* One payment; `key` is the id of all that must be equal. */
struct payment {
    uint32_t unit, key, document, line;
};

struct payments {
    ARRAY(struct payment) list;
    struct pool keys, folded; /* what must be equal; texts without regard to case, signs and lengths of blanks */
    uint32_t *fold_of;        /* by text id: id in folded + 1; 0 = not looked up */
    uint32_t *unclear; /* per unit: payments without payee, document or remark */
    uint32_t *of_unit; /* per unit: all payments */
};

/* Each text is folded once; 0 = nothing is left of it. */
static uint32_t folded(struct checking *c, struct payments *p, uint32_t text)
{
    if (!p->fold_of[text]) p->fold_of[text] = pool_id(&p->folded, str_fold(&c->scratch, ledger_text(c->audit->ledger, text))) + 1;
    return p->fold_of[text] - 1;
}

static struct date month_of(const struct ledger *ledger, const struct line *line)
{
    return date_names_month(ledger_text(ledger, line->text)) ? (struct date){0} : line_particulars(ledger, line)->month;
}

static uint32_t payment_key(struct checking *c, struct payments *p, const struct line *line)
{
    struct date month = month_of(c->audit->ledger, line);
    char key[128];
    int n = snprintf(key, sizeof key, "%u|%lld|%u|%d-%d|%u", folded(c, p, line_particulars(c->audit->ledger, line)->payee), (long long)line->amounts.of[REALISASI].sen, line->account,
                     month.year, month.month, folded(c, p, line->text));
    return pool_id(&p->keys, (struct str){key, (size_t)n});
}

/* The same in words, stable from month to month. */
static struct str payment_words(struct checking *c, const struct payments *p, const struct line *line)
{
    struct date month = month_of(c->audit->ledger, line);
    struct str payee = pool_text(&p->folded, p->fold_of[line_particulars(c->audit->ledger, line)->payee] - 1), text = pool_text(&p->folded, p->fold_of[line->text] - 1);
    return str_format(&c->scratch, "%.*s|%lld|%d-%d|%.*s", STR_ARG(payee), (long long)line->amounts.of[REALISASI].sen, month.year, month.month, STR_ARG(text));
}

static void list_payments(struct checking *c, struct payments *p)
{
    const struct ledger *ledger = c->audit->ledger;
    pool_init(&p->keys, &c->scratch);
    pool_init(&p->folded, &c->scratch);
    p->fold_of = arena_new_n(&c->scratch, uint32_t, ledger->texts.texts.n + 1);
    p->unclear = arena_new_n(&c->scratch, uint32_t, ledger->units.n + 1);
    p->of_unit = arena_new_n(&c->scratch, uint32_t, ledger->units.n + 1);
    for (uint32_t i = 0; i < ledger->lines.n; i++) {
        const struct line *line = &ledger->lines.at[i];
        if (!is_payment(line) || line->amounts.of[REALISASI].sen <= 0) continue;
        const struct particulars *said = line_particulars(ledger, line);
        bool clear = folded(c, p, said->payee) && folded(c, p, said->document) && folded(c, p, line->text);
        p->of_unit[line->unit]++;
        p->unclear[line->unit] += !clear;
        if (!clear) continue;
        *array_push(&c->scratch, &p->list) = (struct payment){.unit = line->unit, .key = payment_key(c, p, line), .document = folded(c, p, said->document), .line = i};
    }
}

static int order(uint32_t x, uint32_t y)
{
    return (x > y) - (x < y);
}

static int by_key(const void *a, const void *b)
{
    const struct payment *x = a, *y = b;
    int first = order(x->unit, y->unit), second = order(x->key, y->key), third = order(x->document, y->document);
    return first ? first : second ? second : third ? third : order(x->line, y->line);
}

/* What one unit's payments say. */
struct twice {
    uint64_t groups;
    struct money amount;
};

static void add_twice(struct checking *c, const struct payments *p, size_t from, size_t to, struct money amount)
{
    const struct payment *first = &p->list.at[from];
    const struct line *line = &c->audit->ledger->lines.at[first->line];
    struct amounts amounts = {.of[REALISASI] = line->amounts.of[REALISASI], .present = HAS(REALISASI)};
    struct finding *finding = finding_add(c, &(struct finding_facts){.unit = first->unit, .account = line->account, .amounts = amounts, .gap = amount,
                                                                     .amount = amount, .by = REALISASI, .key = payment_words(c, p, line)});
    for (size_t i = from; i < to; i++) finding_add_line(c, finding, p->list.at[i].line);
    finding_sort_lines(c, finding, REALISASI);
}

/* Payments [from, to) that are equal in all but perhaps the document. */
static void judge_group(struct checking *c, const struct payments *p, size_t from, size_t to, struct twice *unit)
{
    struct money amount = {0}, each = c->audit->ledger->lines.at[p->list.at[from].line].amounts.of[REALISASI];
    for (size_t i = from + 1; i < to; i++)
        if (p->list.at[i].document != p->list.at[i - 1].document) money_add(&amount, each); /* part of a sum already checked */
    if (!amount.sen) return;
    unit->groups++;
    money_add(&unit->amount, amount);
    add_twice(c, p, from, to, amount);
}

static void close_twice(struct checking *c, const struct payments *p, uint32_t unit, const struct twice *twice)
{
    struct total all = checking_unit_total(c, unit);
    struct result *result = checking_result(c, unit);
    checking_show(result, &all, c->audit->ledger->units.at[unit].present);
    result->has_gap = twice->groups || !p->unclear[unit];
    result->gap = twice->amount;
    if (twice->groups) checking_say(c, result, c->check->hit, TEXT_REASON_TWICE, said_count(twice->groups), said_rupiah(twice->amount));
    else if (checking_empty(c, unit, &all)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else if (p->unclear[unit]) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_PAYMENTS_UNCLEAR, said_count(p->unclear[unit]));
    else if (checking_untestable(c, result, unit, &(struct total){.rejected = all.rejected}, HAS(REALISASI))) result->has_gap = false;
    else if (!p->of_unit[unit]) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NO_PAYMENT, NULL, 0);
    else checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_TWICE_NONE, said_count(p->of_unit[unit]));
}

void check_paid_twice(struct checking *c)
{
    struct payments p = {0};
    if (!run_says(c, SAYS_DOCUMENT, TEXT_REASON_NO_DOCUMENT) || !run_says(c, SAYS_PAYEE, TEXT_REASON_NO_PAYEE)) return;
    list_payments(c, &p);
    struct twice *units = arena_new_n(&c->scratch, struct twice, c->audit->ledger->units.n + 1);
    if (p.list.n) qsort(p.list.at, p.list.n, sizeof *p.list.at, by_key);
    for (size_t from = 0, to; from < p.list.n; from = to) {
        for (to = from; to < p.list.n && p.list.at[to].unit == p.list.at[from].unit && p.list.at[to].key == p.list.at[from].key;) to++;
        judge_group(c, &p, from, to, &units[p.list.at[from].unit]);
    }
    for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++) close_twice(c, &p, unit, &units[unit]);
}

/* ---- pile-up at the end of the year ---- */

struct pile {
    struct money year, late;
    uint64_t undated;
};

static struct pile *pile_of(struct checking *c, struct pile *piles, uint32_t unit, uint16_t class_index)
{
    return &piles[unit * c->audit->pack->classes.n + class_index];
}

static bool looks_at(const struct checking *c, uint16_t class_index)
{
    return (c->check->classes >> class_index) & 1u;
}

static struct pile *pile_up(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    struct pile *piles = arena_new_n(&c->scratch, struct pile, ledger->units.n * c->audit->pack->classes.n + 1);
    for (size_t i = 0; i < ledger->lines.n; i++) {
        const struct line *line = &ledger->lines.at[i];
        struct pile *pile = pile_of(c, piles, line->unit, line->class_index);
        struct money amount = line->amounts.of[REALISASI];
        if (!is_payment(line) || amount.sen == 0) continue;
        struct date month = line_particulars(ledger, line)->month;
        pile->undated += month.year != c->audit->pack->fiscal_year;
        money_add(&pile->year, amount); /* part of a sum that audit_totals checked */
        if (month.month >= c->check->from_month) money_add(&pile->late, amount);
    }
    return piles;
}

/* A class with rejected rows is not judged, so its cells have none. */
static void add_pile(struct checking *c, uint32_t unit, uint16_t class_index, const struct pile *pile)
{
    const struct audit *audit = c->audit;
    struct finding_facts facts = {.unit = unit, .amounts = audit_total(audit, unit, class_index)->amounts, .amount = pile->late, .gap = pile->late,
                                  .part = pile->late, .whole = pile->year, .above = c->check->percent, .by = REALISASI,
                                  .class_number = class_index + 1u, .key = audit->pack->classes.at[class_index].id};
    struct finding *finding = finding_add(c, &facts);
    size_t from, to;
    checking_cells(c, unit, &from, &to);
    for (size_t i = from; i < to; i++) {
        const struct cell *cell = &audit->cells.at[i];
        for (uint32_t k = 0; cell->class_index == class_index && k < cell->total.lines; k++) {
            uint32_t at = audit->cell_lines[cell->first_line + k];
            const struct line *line = &audit->ledger->lines.at[at];
            if (line->amounts.of[REALISASI].sen && line_particulars(audit->ledger, line)->month.month >= c->check->from_month) finding_add_line(c, finding, at);
        }
    }
    finding_sort_lines(c, finding, REALISASI);
}

/* Everything that a unit's classes add up to. */
struct piled {
    struct total total;
    struct money late;
    uint64_t hits, undated;
};

static struct piled judge_piles(struct checking *c, struct pile *piles, uint32_t unit)
{
    struct piled sum = {0};
    for (uint16_t k = 0; k < c->audit->pack->classes.n; k++) {
        const struct pile *pile = pile_of(c, piles, unit, k);
        const struct total *total = audit_total(c->audit, unit, k);
        if (!looks_at(c, k)) continue;
        total_add(&sum.total, total);
        sum.undated += pile->undated;
        if (pile->undated || total->rejected || pile->year.sen <= 0 || share_cmp(pile->late, pile->year, c->check->percent) <= 0) continue;
        sum.hits++;
        money_add(&sum.late, pile->late);
        add_pile(c, unit, k, pile);
    }
    return sum;
}

static void pile_of_unit(struct checking *c, struct pile *piles, uint32_t unit)
{
    struct piled sum = judge_piles(c, piles, unit);
    struct result *result = checking_result(c, unit);
    checking_show(result, &sum.total, c->audit->ledger->units.at[unit].present);
    if (sum.hits) checking_say(c, result, c->check->hit, TEXT_REASON_PILED, said_count(sum.hits), said_rupiah(sum.late));
    else if (checking_empty(c, unit, &sum.total)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else if (checking_untestable(c, result, unit, &sum.total, HAS(REALISASI))) return;
    else if (sum.undated) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_UNDATED, said_count(sum.undated));
    else checking_set(c, result, VERDICT_COMPLIANT, TEXT_REASON_PILED_NONE, NULL, 0);
    result->has_gap = sum.hits || result->verdict == VERDICT_COMPLIANT;
    result->gap = sum.late;
}

void check_pile_up(struct checking *c)
{
    struct date period = c->audit->period;
    if (!run_says(c, SAYS_DATE, TEXT_REASON_NO_DATE)) return;
    if (period.year != c->audit->pack->fiscal_year || period.month < DECEMBER) {
        bool stated = period.year == c->audit->pack->fiscal_year && period.month;
        enum verdict verdict = stated ? VERDICT_NOT_APPLICABLE : VERDICT_UNTESTABLE;
        checking_set(c, checking_result(c, NO_UNIT), verdict, stated ? TEXT_REASON_NOT_DECEMBER : TEXT_REASON_NO_PERIOD, NULL, 0);
        return;
    }
    struct pile *piles = pile_up(c);
    for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++) pile_of_unit(c, piles, unit);
}

/* ---- round amounts ---- */

struct roundness {
    uint32_t payments, round, unclear;
    struct money amount; /* of the round ones */
};

static bool is_round(const struct checking *c, const struct line *line)
{
    return line->amounts.of[REALISASI].sen % c->check->rupiah.sen == 0;
}

static bool in_check(const struct checking *c, const struct line *line)
{
    return is_payment(line) && line->amounts.of[REALISASI].sen > 0 && line->class_index == c->check->class_index;
}

static void add_round(struct checking *c, uint32_t unit, const struct roundness *r)
{
    struct finding_facts facts = {.unit = unit, .amounts = checking_total(c, unit)->amounts, .amount = r->amount, .gap = r->amount,
                                  .part = {r->round}, .whole = {r->payments}, .above = c->check->percent, .by = REALISASI};
    const struct ledger *ledger = c->audit->ledger;
    struct finding *finding = finding_add(c, &facts);
    for (uint32_t i = 0; i < ledger->lines.n; i++) {
        const struct line *line = &ledger->lines.at[i];
        if (line->unit == unit && in_check(c, line) && is_round(c, line)) finding_add_line(c, finding, i); /* all have a document */
    }
    finding_sort_lines(c, finding, REALISASI);
}

static void judge_round(struct checking *c, uint32_t unit, struct result *result, const struct roundness *r)
{
    const struct total *total = checking_total(c, unit);
    struct total asked = {.rejected = total->rejected};
    struct money round = {r->round}, all = {r->payments};
    bool hit = share_cmp(round, all, c->check->percent) > 0;
    result->has_gap = true;
    result->gap = r->amount;
    if (hit) {
        checking_say(c, result, c->check->hit, TEXT_REASON_ROUND, said_count(r->round), said_count(r->payments), said_share_above(round, all, c->check->percent));
        add_round(c, unit, r);
    } else if (!checking_untestable(c, result, unit, &asked, HAS(REALISASI)))
        checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_ROUND, said_count(r->round), said_count(r->payments), said_share(round, all));
    else result->has_gap = false;
}

static void round_of_unit(struct checking *c, uint32_t unit, const struct roundness *r)
{
    const struct total *total = checking_total(c, unit);
    struct result *result = checking_result(c, unit);
    checking_show(result, total, c->audit->ledger->units.at[unit].present);
    if (checking_empty(c, unit, total)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else if (r->unclear) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_UNDOCUMENTED, said_count(r->unclear));
    else if (r->payments >= c->check->least) judge_round(c, unit, result, r);
    else if (!checking_untestable(c, result, unit, &(struct total){.rejected = total->rejected}, HAS(REALISASI)))
        checking_say(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_FEW_PAYMENTS, said_count(r->payments), said_count(c->check->least));
}

void check_round(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    struct roundness *units = arena_new_n(&c->scratch, struct roundness, ledger->units.n + 1);
    if (!run_says(c, SAYS_DOCUMENT, TEXT_REASON_NO_DOCUMENT)) return;
    for (size_t i = 0; i < ledger->lines.n; i++) {
        const struct line *line = &ledger->lines.at[i];
        struct roundness *r = &units[line->unit];
        if (!in_check(c, line)) continue;
        bool documented = line_particulars(ledger, line)->document != 0;
        if (!documented) r->unclear++;
        else r->payments++;
        if (!documented || !is_round(c, line)) continue;
        r->round++;
        money_add(&r->amount, line->amounts.of[REALISASI]); /* part of a sum that audit_totals checked */
    }
    for (uint32_t unit = 0; unit < ledger->units.n; unit++) round_of_unit(c, unit, &units[unit]);
}
