/*
 * Checks of unit prices against the standard; see rates.c for how each is decided.
 *
 * Rate (H01, T15): excess = (price - lowest cap) x volume, summed over a role of a sub kegiatan and account, so that a correction
 * takes back what it corrects; a hit when the sum is above zero. A cap whose number is not verified weighs MEDIUM at most and
 * says so. Presidential Regulation 33/2020, annex I (honoraria); the region's own table.
 * Unit (H02): lines paid in a unit that the standard does not have for their role.
 * Undecided lines are counted and never compliant.
 */
#include <assert.h>

#include "checking.h"

/* What the rates of one unit come to. */
struct sum {
    uint64_t lines, above, undecided, other, unverified;
    struct money over, unsettled, elsewhere; /* excess; amounts of the lines nobody could decide, of those in another unit */
    uint32_t unsettled_line, elsewhere_line; /* the last line in each, + 1: one line may have several rates */
    bool has_price, has_measure_unit;        /* some file of the lines has such a column */
};

static const struct line *line_of(const struct checking *c, const struct rate *rate)
{
    return &c->audit->ledger->lines.at[rate->line];
}

bool rate_in_subject(const struct checking *c, const struct rate *rate)
{
    return (c->check->classes >> rate->class_index) & 1u && (!c->covered || c->covered[rate->account]) &&
           (!checking_in_practice(c) || checking_in_scope(c, line_of(c, rate)));
}

static const struct cap *cap_of(const struct checking *c, const struct rate *rate)
{
    return &c->audit->pack->standards.caps.at[rate->cap];
}

static void note_columns(const struct checking *c, struct sum *sum, const struct rate *rate)
{
    const struct input_file *file = &c->audit->ledger->files.at[line_of(c, rate)->file];
    sum->has_price |= file->has_price;
    sum->has_measure_unit |= file->has_measure_unit;
}

/* The amount of a line counts once, whichever of its rates asks for it. */
static void add_amount(const struct checking *c, const struct rate *rate, struct money *amount, uint32_t *last)
{
    if (*last != rate->line + 1) money_add(amount, rate_amount(c->audit, rate));
    *last = rate->line + 1;
}

static void add_rate(const struct checking *c, struct sum *sum, const struct rate *rate)
{
    bool judged = rate->verdict == RATE_WITHIN || rate->verdict == RATE_ABOVE, other = rate->verdict == RATE_OTHER_UNIT;
    sum->lines++;
    bool noted = sum->has_price & sum->has_measure_unit;
    if (!noted) note_columns(c, sum, rate);
    sum->unverified += judged && !certainty_holds(cap_of(c, rate)->certainty);
    sum->undecided += rate->verdict == RATE_UNDECIDED;
    sum->other += other;
    if (rate->verdict == RATE_UNDECIDED || (other && c->check->kind == CHECK_RATE)) add_amount(c, rate, &sum->unsettled, &sum->unsettled_line);
    if (other) add_amount(c, rate, &sum->elsewhere, &sum->elsewhere_line);
}

/* ---- findings ---- */

static bool same_place(const struct rate *a, const struct rate *b)
{
    return a->unit == b->unit && a->activity == b->activity && a->account == b->account;
}

/* Rates of one unit, sub kegiatan and account lie together: [from, *to). */
static void rate_group_end(const struct checking *c, size_t from, size_t *to)
{
    const struct audit *audit = c->audit;
    for (*to = from + 1; *to < audit->rates.n && same_place(&audit->rates.at[from], &audit->rates.at[*to]);) ++*to;
}

static struct str money_words(struct checking *c, struct money m, bool english)
{
    struct said said = said_rupiah(m);
    return said_in(&c->kept, &said, english);
}

static void describe_rate(struct checking *c, const struct rate *rate, struct money price, struct str out[2])
{
    const struct cap *cap = cap_of(c, rate);
    for (int english = 0; english < 2; english++) {
        struct str doubt = certainty_holds(cap->certainty) ? (struct str){0} : text_str(TEXT_RATE_UNVERIFIED, english);
        out[english] = text_filled(&c->kept, TEXT_RATE_DETAIL, english, rate_role(c->audit, rate, english, &c->kept), money_words(c, price, english),
                                   c->audit->pack->standards.list.at[rate->measure_unit].name[english], money_words(c, cap->most, english), cap->regulation, doubt);
    }
}

/* The rates in [from, to) above the same cap as the one at `from`, which are marked; their excess. One cap is of one class, and the place has
 * one account: all of them are in the subject. */
static struct money add_up(struct checking *c, size_t from, size_t to, bool *done, struct money *highest)
{
    const struct rate *first = &c->audit->rates.at[from];
    struct money over = {0};
    for (size_t i = from; i < to; i++) {
        const struct rate *rate = &c->audit->rates.at[i];
        if (done[i] || rate->verdict != RATE_ABOVE || rate->cap != first->cap) continue;
        struct money price = c->audit->ledger->calculations.at[rate->calculation].price;
        if (money_cmp(price, *highest) > 0) *highest = price;
        if (!money_add(&over, rate->over)) over = (struct money){INT64_MAX};
        done[i] = true;
    }
    return over;
}

static void add_rate_lines(struct checking *c, struct finding *finding, size_t from, size_t to, enum rate_verdict verdict, uint32_t cap)
{
    uint32_t last = NO_UNIT;
    for (size_t i = from; i < to; i++) {
        const struct rate *rate = &c->audit->rates.at[i];
        if (rate->verdict != verdict || (verdict == RATE_ABOVE && rate->cap != cap) || rate->line == last || !rate_in_subject(c, rate)) continue;
        finding_add_line(c, finding, last = rate->line);
    }
    finding_sort_lines(c, finding, checking_measure(c, c->audit->rates.at[from].unit));
}

static void find_above(struct checking *c, size_t from, size_t to, bool *done, struct sum *sum)
{
    const struct rate *rate = &c->audit->rates.at[from];
    struct money highest = {0}, over = add_up(c, from, to, done, &highest);
    if (over.sen <= 0) return;
    struct finding_facts facts = {.unit = rate->unit, .activity = rate->activity, .account = rate->account, .gap = over, .amount = over, .limit = cap_of(c, rate)->most,
                                  .by = checking_measure(c, rate->unit)};
    facts.key = str_format(&c->kept, "%.*s|%u|%.*s", STR_ARG(c->audit->pack->standards.list.at[rate->role].id), (unsigned)cap_of(c, rate)->local,
                           STR_ARG(rate->tier == NO_INDEX ? S("") : c->audit->pack->standards.list.at[rate->tier].id));
    describe_rate(c, rate, highest, facts.detail);
    struct finding *finding = finding_add(c, &facts);
    bool holds = certainty_holds(cap_of(c, rate)->certainty);
    if (!holds && finding->severity > SEVERITY_MEDIUM) finding->severity = SEVERITY_MEDIUM;
    add_rate_lines(c, finding, from, to, RATE_ABOVE, rate->cap);
    sum->above += finding->line_count;
    money_add(&sum->over, over);
}

static void find_other_units(struct checking *c, size_t from, size_t to)
{
    const struct standards *s = &c->audit->pack->standards;
    const struct rate *rate = &c->audit->rates.at[from];
    struct finding_facts facts = {.unit = rate->unit, .activity = rate->activity, .account = rate->account, .amount = rate_amount(c->audit, rate),
                                  .by = checking_measure(c, rate->unit)};
    uint32_t last = rate->line;
    for (size_t i = from + 1; i < to; i++) {
        const struct rate *other = &c->audit->rates.at[i];
        if (other->verdict == RATE_OTHER_UNIT && other->line != last && rate_in_subject(c, other)) money_add(&facts.amount, rate_amount(c->audit, other));
        last = other->line;
    }
    size_t standard = 0; /* there is one in force: that is what makes this another unit */
    while (s->caps.at[standard].role != rate->role || s->caps.at[standard].tier != rate->tier || !cap_valid(&s->caps.at[standard], c->audit->day)) {
        standard++;
        assert(standard < s->caps.n);
    }
    for (int english = 0; english < 2; english++)
        facts.detail[english] = text_filled(&c->kept, TEXT_RATE_UNIT_DETAIL, english, rate_role(c->audit, rate, english, &c->kept), s->list.at[rate->measure_unit].name[english],
                                            s->list.at[s->caps.at[standard].unit].name[english]);
    add_rate_lines(c, finding_add(c, &facts), from, to, RATE_OTHER_UNIT, 0);
}

/* ---- results ---- */

/* No table of rates for what the check looks at; the pack says why where it has one that is not in force. */
static void say_no_caps(struct checking *c, struct result *result)
{
    const struct standards *s = &c->audit->pack->standards;
    bool any = false;
    for (size_t i = 0; i < s->caps.n; i++) any |= s->list.at[s->list.at[s->caps.at[i].role].activity].class_index == c->check->class_index;
    if (any && s->note[0].n) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_CAPS_NOTE, said_both(s->note));
    else checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_CAPS, NULL, 0);
}

static void close_without_hit(struct checking *c, uint32_t unit, struct result *result, const struct sum *sum, const struct total *total)
{
    uint64_t open = sum->undecided + (c->check->kind == CHECK_RATE ? sum->other : 0);
    if (checking_untestable(c, result, unit, total, 0)) return;
    if (!sum->has_price) checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_PRICE_COLUMN, NULL, 0);
    else if (!sum->has_measure_unit) checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_MEASURE_UNIT_COLUMN, NULL, 0);
    else if (open)
        checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_RATES_UNDECIDED, said_count(open), said_count(sum->lines), said_rupiah(sum->unsettled));
    else if (c->check->kind == CHECK_RATE_UNIT) checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_UNITS_SAME, said_count(sum->lines));
    else if (sum->unverified)
        checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_RATES_UNVERIFIED, said_count(sum->lines), said_count(sum->unverified));
    else checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_RATES_WITHIN, said_count(sum->lines));
}

static void close_unit(struct checking *c, uint32_t unit, const struct sum *sum)
{
    const struct total *total = checking_total(c, unit);
    struct result *result = checking_result(c, unit);
    checking_show(result, total, c->audit->ledger->units.at[unit].present);
    if (checking_empty(c, unit, total)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else if (c->check->kind == CHECK_RATE && sum->above) {
        result->has_gap = true;
        result->gap = sum->over;
        checking_say(c, result, c->check->hit, TEXT_REASON_RATES_ABOVE, said_count(sum->above), said_rupiah(sum->over), said_count(sum->undecided + sum->other));
    } else if (c->check->kind == CHECK_RATE_UNIT && sum->other)
        checking_say(c, result, c->check->hit, TEXT_REASON_UNITS_OTHER, said_count(sum->other), said_rupiah(sum->elsewhere));
    else close_without_hit(c, unit, result, sum, total);
}

static void find_in_group(struct checking *c, size_t from, size_t to, bool *done, struct sum *sum)
{
    bool noted = false;
    for (size_t i = from; i < to; i++) {
        const struct rate *rate = &c->audit->rates.at[i];
        if (!rate_in_subject(c, rate)) continue;
        add_rate(c, sum, rate);
        if (c->check->kind == CHECK_RATE && rate->verdict == RATE_ABOVE && !done[i]) find_above(c, i, to, done, sum);
        if (c->check->kind == CHECK_RATE_UNIT && rate->verdict == RATE_OTHER_UNIT && !noted) {
            find_other_units(c, i, to);
            noted = true;
        }
    }
}

static void run_units(struct checking *c)
{
    const struct audit *audit = c->audit;
    bool *done = arena_new_n(&c->scratch, bool, audit->rates.n + 1);
    struct sum *sums = arena_new_n(&c->scratch, struct sum, audit->ledger->units.n + 1);
    for (size_t from = 0, to; from < audit->rates.n; from = to) {
        rate_group_end(c, from, &to);
        find_in_group(c, from, to, done, &sums[audit->rates.at[from].unit]);
    }
    for (uint32_t unit = 0; unit < audit->ledger->units.n; unit++) close_unit(c, unit, &sums[unit]);
}

/* Neither the pack nor the region has a rate for the class: one result says so. */
static bool no_caps(struct checking *c)
{
    if (audit_has_caps(c->audit, c->check->class_index)) return false;
    say_no_caps(c, checking_result(c, NO_UNIT));
    return true;
}

void check_rate(struct checking *c)
{
    for (size_t i = 0; i < c->audit->rates.n; i++) {
        if (!rate_in_subject(c, &c->audit->rates.at[i])) continue;
#pragma omp atomic write /* checks of rates run at the same time, and all that they write here is this */
        c->audit->rates.at[i].held = true;
    }
    if (!no_caps(c)) run_units(c);
}

void check_rate_unit(struct checking *c)
{
    if (!no_caps(c)) run_units(c);
}
