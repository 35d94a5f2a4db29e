/*
 * Every unit price held against the standard.
 *
 * cap = the lowest of the caps for role and tier that are in force on the day of the audit, national and local, in the unit that the
 * line is paid in; excess = (price - cap) x volume, exact (parts of a sen are dropped). A unit that no cap has is no excess but a note. Whatever cannot be
 * recognised for certain stays undecided and is counted as such.
 * Source: Standar Harga Satuan Regional, Lampiran I; see standard.h.
 */
#include "checking.h"
#include "effcheck/fetch.h"

/* What texts said when they were last looked up: a later text takes the place of an earlier one. */
enum { KNOWN = 1 << 12 }; /* places, a power of two */

struct known_role {
    uint32_t text, from; /* from which byte on; text 0 = free */
    uint16_t class_index;
    struct recognised named;
};

struct known_measure {
    uint32_t coefficient, unit; /* texts; both 0 = free, and nothing is said */
    struct coefficient c;
    uint16_t stated;
};

/* What one thread works with. */
struct rating {
    const struct audit *audit;
    const struct standards *standards;
    struct arena tables, scratch; /* scratch: emptied after each line */
    struct recogniser recogniser;
    struct known_role *roles;
    struct known_measure *measures;
    ARRAY(uint32_t) lines; /* to be rated, if they count */
    ARRAY(struct rate) rates;
};

bool audit_has_caps(const struct audit *audit, uint16_t class_index)
{
    const struct standards *s = &audit->pack->standards;
    for (size_t i = 0; i < s->caps.n; i++)
        if (s->list.at[s->list.at[s->caps.at[i].role].activity].class_index == class_index && cap_valid(&s->caps.at[i], audit->day)) return true;
    return false;
}

struct caps_use audit_caps_use(const struct audit *audit, bool local)
{
    const struct standards *s = &audit->pack->standards;
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    bool *used = arena_new_n(&scratch, bool, s->caps.n + 1);
    struct caps_use use = {0};
    for (size_t i = 0; i < audit->rates.n; i++)
        if (audit->rates.at[i].verdict == RATE_WITHIN || audit->rates.at[i].verdict == RATE_ABOVE) used[audit->rates.at[i].cap] = true;
    for (size_t i = 0; i < s->caps.n; i++) {
        if (s->caps.at[i].local != local) continue;
        use.rows++;
        use.used += used[i];
        use.unverified += used[i] && !certainty_holds(s->caps.at[i].certainty);
    }
    arena_release(&scratch);
    return use;
}

static struct recognised look_up(struct rating *r, uint32_t text, uint32_t from, uint16_t class_index)
{
    struct known_role *known = &r->roles[text % KNOWN];
    if (!text || known->text != text || known->from != from || known->class_index != class_index) {
        struct str words = ledger_text(r->audit->ledger, text);
        words = str_sub(words, from, words.n);
        *known = (struct known_role){text, from, class_index, standards_recognise(r->standards, &r->recogniser, words, class_index, &r->scratch)};
    }
    return known->named;
}

static const struct known_measure *look_up_measure(struct rating *r, const struct calculation *calculation)
{
    uint32_t coefficient = calculation->coefficient, unit = calculation->measure_unit;
    struct known_measure *known = &r->measures[(coefficient * 31 + unit) % KNOWN];
    if ((!coefficient && !unit) || known->coefficient != coefficient || known->unit != unit) {
        const struct ledger *ledger = r->audit->ledger;
        *known = (struct known_measure){.coefficient = coefficient,
                                        .unit = unit,
                                        .c = standards_coefficient(r->standards, ledger_text(ledger, coefficient), &r->scratch),
                                        .stated = standards_unit(r->standards, ledger_text(ledger, unit), &r->scratch)};
    }
    return known;
}

/* Its own words first; what stands around them only where they name no activity. */
static struct recognised recognise(struct rating *r, const struct line *line, const struct calculation *calculation)
{
    uint32_t text = calculation->text ? calculation->text : line->text;
    struct recognised own = look_up(r, text, calculation->from, line->class_index);
    bool more = calculation->from || text != line->text;
    return own.fault == ROLE_NO_ACTIVITY && more ? look_up(r, line->text, 0, line->class_index) : own;
}

static void undecided(struct rate *rate, enum text_id reason)
{
    rate->verdict = RATE_UNDECIDED;
    rate->reason = reason;
}

/* Unit, volume, persons and months; false where unit and coefficient contradict each other or say nothing. */
static bool measure(struct rating *r, struct rate *rate, const struct calculation *calculation)
{
    const struct known_measure *known = look_up_measure(r, calculation);
    const struct coefficient c = known->c;
    const uint16_t stated = known->stated;
    rate->measure_unit = stated != NO_INDEX ? stated : c.unit;
    rate->persons = c.persons;
    rate->months = c.months;
    rate->volume = calculation->has_volume ? calculation->volume.sen : c.product;
    rate->has_volume = calculation->has_volume || c.product >= 0;
    bool differs = calculation->has_volume && c.product >= 0 && calculation->volume.sen != c.product && calculation->volume.sen != -c.product;
    if (differs) rate->has_volume = false;
    if (stated != NO_INDEX && c.unit != NO_INDEX && stated != c.unit) undecided(rate, TEXT_RATE_UNIT_CONTRADICTS);
    else if (rate->measure_unit == NO_INDEX) undecided(rate, TEXT_RATE_NO_UNIT);
    else return true;
    return false;
}

/* The lowest cap in force in the unit of the rate; of equal ones that which is more certain. Otherwise why there is none. */
static bool find_cap(struct rating *r, struct rate *rate, struct str text)
{
    const struct standards *s = r->standards;
    const struct cap *best = NULL;
    bool any = false, here = false;
    for (size_t i = 0; i < s->caps.n; i++) {
        const struct cap *cap = &s->caps.at[i];
        if (cap->role != rate->role || cap->tier != rate->tier || !cap_valid(cap, r->audit->day)) continue;
        any = true;
        if (cap->destination.n && !phrases_in(cap->destination, text, &r->scratch)) continue;
        here = true;
        if (cap->unit != rate->measure_unit) continue;
        int order = best ? money_cmp(cap->most, best->most) : -1;
        if (order > 0 || (order == 0 && cap->certainty >= best->certainty)) continue;
        best = cap;
        rate->cap = (uint32_t)i;
    }
    if (!any) undecided(rate, TEXT_RATE_NO_CAP);
    else if (!here) undecided(rate, TEXT_RATE_NO_DESTINATION);
    else if (!best) rate->verdict = RATE_OTHER_UNIT;
    return best != NULL;
}

/* A column of prices that holds the totals of its lines. */
static bool is_total(const struct line *line, const struct rate *rate, struct money price)
{
    bool equal = false;
    for (enum measure m = 0; m < MEASURE_COUNT; m++) equal |= amounts_has(&line->amounts, m) && line->amounts.of[m].sen == price.sen;
    return equal && rate->volume != 100 && rate->volume != -100;
}

/* A price below zero takes back what was paid at that price. */
static void compare(struct rating *r, struct rate *rate, const struct line *line, struct money price)
{
    int64_t cap = r->standards->caps.at[rate->cap].most.sen, high = price.sen < 0 ? -price.sen : price.sen, volume = rate->volume;
    rate->verdict = high > cap ? RATE_ABOVE : RATE_WITHIN;
    if (rate->verdict == RATE_WITHIN) return;
    if (is_total(line, rate, price)) {
        undecided(rate, TEXT_RATE_PRICE_IS_TOTAL);
        return;
    }
    if (!rate->has_volume || __builtin_mul_overflow(high - cap, volume, &rate->over.sen)) {
        undecided(rate, TEXT_RATE_NO_VOLUME);
        return;
    }
    rate->over.sen = rate->over.sen / 100 * (price.sen < 0 ? -1 : 1);
}

static void rate_calculation(struct rating *r, struct rate *rate, const struct line *line, const struct calculation *calculation)
{
    static const enum text_id reasons[] = {[ROLE_NO_ACTIVITY] = TEXT_RATE_NO_ACTIVITY, [ROLE_SEVERAL_ACTIVITIES] = TEXT_RATE_SEVERAL_ACTIVITIES,
                                           [ROLE_NONE] = TEXT_RATE_NO_ROLE, [ROLE_SEVERAL] = TEXT_RATE_SEVERAL_ROLES, [ROLE_NO_TIER] = TEXT_RATE_NO_TIER};
    struct recognised named = {.role = NO_INDEX, .tier = NO_INDEX};
    if (calculation) named = recognise(r, line, calculation);
    struct str text = calculation ? calculation_text(r->audit->ledger, line, calculation) : ledger_text(r->audit->ledger, line->text);
    rate->role = named.role;
    rate->tier = named.tier;
    bool measured = calculation && measure(r, rate, calculation); /* persons and months are wanted whatever the price */
    if (!calculation || !calculation->has_price || calculation->price.sen == 0) undecided(rate, TEXT_RATE_NO_PRICE);
    else if (named.fault != ROLE_FOUND) undecided(rate, reasons[named.fault]);
    else if (measured && find_cap(r, rate, text)) compare(r, rate, line, calculation->price);
}

static void rate_line(struct rating *r, uint32_t index)
{
    const struct ledger *ledger = r->audit->ledger;
    const struct line *line = &ledger->lines.at[index];
    uint32_t at = line->calculation;
    do {
        struct rate *rate = array_push(&r->tables, &r->rates);
        *rate = (struct rate){.line = index, .calculation = at - 1, .unit = line->unit, .activity = line->activity, .account = line->account,
                              .class_index = line->class_index, .measure_unit = NO_INDEX, .volume = -1, .persons = -1, .months = -1};
        rate_calculation(r, rate, line, at ? &ledger->calculations.at[at - 1] : NULL);
        at = at ? ledger->calculations.at[at - 1].next : 0;
    } while (at);
    arena_reset(&r->scratch);
}

/* What the budget in force says, else the original one, else what was spent. */
static enum measure measure_of(const struct audit *audit, uint32_t unit)
{
    unsigned present = audit->ledger->units.at[unit].present;
    return present & HAS(KINI) ? KINI : present & HAS(MURNI) ? MURNI : REALISASI;
}

struct money rate_amount(const struct audit *audit, const struct rate *rate)
{
    return audit->ledger->lines.at[rate->line].amounts.of[measure_of(audit, rate->unit)];
}

struct str rate_role(const struct audit *audit, const struct rate *rate, bool english, struct arena *arena)
{
    const struct standards *s = &audit->pack->standards;
    if (rate->role == NO_INDEX) return S("-");
    struct str role = s->list.at[rate->role].name[english];
    return rate->tier == NO_INDEX ? role : str_format(arena, "%.*s, %.*s", STR_ARG(role), STR_ARG(s->list.at[rate->tier].name[english]));
}

/* A line cut to nothing pays nobody. */
static bool counts(const struct audit *audit, const struct line *line)
{
    enum measure by = measure_of(audit, line->unit);
    return !line->rejected && amounts_has(&line->amounts, by) && line->amounts.of[by].sen;
}

/* Some check looks at the rates of the class; of rates alone, only where there are caps. */
static bool is_rated(const struct audit *audit, uint16_t class_index)
{
    for (size_t i = 0; i < audit->pack->checks.n; i++) {
        const struct check *check = &audit->pack->checks.at[i];
        bool asks = check->kind == CHECK_RATE_UNIT || check->kind == CHECK_COMMITTEE || check->kind == CHECK_MEMBERS || check->kind == CHECK_MONTHS ||
                    (check->kind == CHECK_RATE && audit_has_caps(audit, class_index));
        if (asks && (check->classes >> class_index) & 1u) return true;
    }
    return false;
}

/* What stands first in the words that a line is recognised by. */
static uint32_t first_text(const struct ledger *ledger, const struct line *line)
{
    uint32_t own = line->calculation ? ledger->calculations.at[line->calculation - 1].text : 0;
    return own ? own : line->text;
}

/* Lines of a cell lie far apart, and so does what they refer to: of a block of lines it is read together, one step after the other. */
static void fetch_block(const struct rating *r, size_t from)
{
    const struct ledger *ledger = r->audit->ledger;
    const size_t to = from + FETCH_BLOCK < r->lines.n ? from + FETCH_BLOCK : r->lines.n;
    const uint32_t *lines = r->lines.at;
    for (size_t i = from; i < to; i++) {
        fetch(&ledger->lines.at[lines[i]]);
        fetch((const char *)(&ledger->lines.at[lines[i] + 1]) - 1);
    }
    for (size_t i = from; i < to; i++)
        if (ledger->lines.at[lines[i]].calculation) fetch(&ledger->calculations.at[ledger->lines.at[lines[i]].calculation - 1]);
    for (size_t i = from; i < to; i++) fetch(&ledger->texts.texts.at[first_text(ledger, &ledger->lines.at[lines[i]])]);
    for (size_t i = from; i < to; i++) fetch_text(ledger_text(ledger, first_text(ledger, &ledger->lines.at[lines[i]])));
}

static void rate_cells(struct rating *r, const bool *rated, size_t from, size_t to)
{
    const struct audit *audit = r->audit;
    r->recogniser.buffer.arena = &r->tables;
    r->roles = arena_new_n(&r->tables, struct known_role, KNOWN);
    r->measures = arena_new_n(&r->tables, struct known_measure, KNOWN);
    for (size_t i = from; i < to; i++) {
        const struct cell *cell = &audit->cells.at[i];
        for (uint32_t k = 0; rated[cell->class_index] && k < cell->total.lines + cell->total.rejected; k++)
            *array_push(&r->tables, &r->lines) = audit->cell_lines[cell->first_line + k];
    }
    for (size_t i = 0; i < r->lines.n; i++) {
        if (i % FETCH_BLOCK == 0) fetch_block(r, i);
        if (counts(audit, &audit->ledger->lines.at[r->lines.at[i]])) rate_line(r, r->lines.at[i]);
    }
}

/* Lines come unit by unit, as the cells do: each thread has a part of the cells, and their rates are put one behind the other. */
void audit_rates(struct audit *audit)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    const size_t parts = audit->jobs > 1 ? (size_t)audit->jobs : 1;
    if (!audit->pack->standards.list.n) return;
    struct rating *all = arena_new_n(&scratch, struct rating, parts);
    bool *rated = arena_new_n(&scratch, bool, audit->pack->classes.n + 1);
    for (uint16_t k = 0; k < audit->pack->classes.n; k++) rated[k] = is_rated(audit, k);
#pragma omp taskgroup
    for (size_t i = 0; i < parts; i++) {
        const size_t n = audit->cells.n, from = n * i / parts, to = n * (i + 1) / parts;
        all[i] = (struct rating){.audit = audit, .standards = &audit->pack->standards, .tables.out_of_memory = scratch.out_of_memory,
                                 .scratch.out_of_memory = scratch.out_of_memory};
#pragma omp task
        rate_cells(&all[i], rated, from, to);
    }
    for (size_t i = 0; i < parts; i++) {
        array_append(audit->arena, &audit->rates, &all[i].rates);
        arena_release(&all[i].scratch);
        arena_release(&all[i].tables);
    }
    arena_release(&scratch);
}
