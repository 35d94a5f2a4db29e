/*
 * Checks of how many are paid, and for how long.
 *
 * Committee (H05): persons of committees x 100 > percent x participants, by sub kegiatan; participants are the largest count that a
 * line of it names. A rejected row of it may name more: beside one no committee is too large. Analogue of the central standard: an
 * indication.
 * Teams (H08): sub kegiatan that pay teams (accounts) now >= before. Inpres 1/2025, fourth dictum point 3, names no number. A team is
 * known by its sub kegiatan, so that a new name is no new team.
 * Members (H10): persons of one line > what the standard allows for its role (honorarium.csv, column most).
 * Months (H13): months of one line > 12. PermenPAN-RB 42/2011, 1.01.07.
 * Persons and months are read from the coefficient; where it does not tell them apart they are unknown, never guessed.
 */
#include "checking.h"
#include "effcheck/share.h"

static const struct line *line_of(const struct checking *c, const struct rate *rate)
{
    return &c->audit->ledger->lines.at[rate->line];
}

/* What is found in one unit. */
struct count {
    uint64_t looked_at, hits, unknown;
    bool has_price; /* some file of its lines has such a column */
};

static void add_finding(struct checking *c, const struct rate *rate, const struct str detail[2])
{
    const struct line *line = line_of(c, rate);
    enum measure by = checking_measure(c, rate->unit);
    struct finding_facts facts = {.unit = rate->unit, .activity = line->activity, .account = line->account, .amounts = line->amounts,
                                  .amount = line->amounts.of[by], .by = by, .detail = {detail[0], detail[1]}};
    struct str unit_text = ledger_text(c->audit->ledger, line->text);
    facts.key = unit_text;
    finding_add_line(c, finding_add(c, &facts), rate->line);
}

static struct str hundredths(struct checking *c, int64_t value, bool english)
{
    if (value % 100 == 0) return str_format(&c->kept, "%lld", (long long)(value / 100));
    return str_format(&c->kept, "%lld%c%02lld", (long long)(value / 100), english ? '.' : ',', (long long)(value % 100));
}

/* Persons of a line; below zero = not known. What the months were multiplied with, where the volume is that product: they divide it. */
static int64_t persons_of(const struct rate *rate)
{
    if (rate->persons >= 0) return rate->persons;
    if (rate->months > 0 && rate->has_volume) return rate->volume * 100 / rate->months;
    return -1;
}

/* ---- members and months: line by line ---- */

enum outcome { NOT_ASKED, WITHIN, UNKNOWN, BEYOND };

static enum outcome against(int64_t value, const struct rate *rate, int64_t most)
{
    if (value >= 0) return value > most ? BEYOND : WITHIN;
    return rate->has_volume && rate->volume >= 0 && rate->volume <= most ? WITHIN : UNKNOWN; /* no factor exceeds the product of whole factors */
}

static enum outcome judge_members(struct checking *c, const struct rate *rate, struct str detail[2])
{
    const struct standard *role = rate->role == NO_INDEX ? NULL : &c->audit->pack->standards.list.at[rate->role];
    if (!role || !role->most) return NOT_ASKED;
    enum outcome outcome = against(persons_of(rate), rate, (int64_t)role->most * 100);
    for (int english = 0; outcome == BEYOND && english < 2; english++) {
        struct str doubt = certainty_holds(role->certainty) ? (struct str){0} : text_str(TEXT_NUMBER_UNVERIFIED, english);
        detail[english] = text_filled(&c->kept, TEXT_MEMBERS_DETAIL, english, role->name[english], hundredths(c, persons_of(rate), english),
                                      str_format(&c->kept, "%u", role->most), doubt);
    }
    return outcome;
}

static uint32_t months_of_year(const struct standards *s)
{
    uint32_t most = 0;
    for (size_t i = 0; !most && i < s->of[STANDARD_MONTH].n; i++) most = s->list.at[s->of[STANDARD_MONTH].at[i]].most;
    return most;
}

static enum outcome judge_months(struct checking *c, const struct rate *rate, struct str detail[2])
{
    const struct standards *s = &c->audit->pack->standards;
    const int64_t most = (int64_t)months_of_year(s) * 100;
    bool monthly = rate->measure_unit != NO_INDEX && s->list.at[rate->measure_unit].most;
    if (!most || (rate->months < 0 && !monthly)) return NOT_ASKED;
    enum outcome outcome = against(rate->months, rate, most);
    for (int english = 0; outcome == BEYOND && english < 2; english++)
        detail[english] = text_filled(&c->kept, TEXT_MONTHS_DETAIL, english, hundredths(c, rate->months, english));
    return outcome;
}

/* One count a unit, not yet counted. */
static struct count *new_counts(struct checking *c)
{
    const struct audit *audit = c->audit;
    struct count *counts = arena_new_n(&c->scratch, struct count, audit->ledger->units.n + 1);
    for (size_t i = 0; i < audit->rates.n; i++) {
        const struct rate *rate = &audit->rates.at[i];
        struct count *count = &counts[rate->unit];
        count->has_price = count->has_price || audit->ledger->files.at[line_of(c, rate)->file].has_price;
    }
    return counts;
}

static void close_unit(struct checking *c, uint32_t unit, const struct count *count, enum text_id some, enum text_id none, struct said number)
{
    const struct total *total = checking_total(c, unit);
    struct result *result = checking_result(c, unit);
    checking_show(result, total, c->audit->ledger->units.at[unit].present);
    if (checking_empty(c, unit, total)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else if (count->hits) checking_say(c, result, c->check->hit, some, said_count(count->hits), number);
    else if (checking_untestable(c, result, unit, total, 0)) return;
    else if (!count->has_price) checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_PRICE_COLUMN, NULL, 0);
    else if (count->unknown) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_PERSONS_UNKNOWN, said_count(count->unknown));
    else if (!count->looked_at) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else checking_say(c, result, VERDICT_COMPLIANT, none, number);
}

static void run_lines(struct checking *c, enum outcome (*judge)(struct checking *, const struct rate *, struct str *), enum text_id some, enum text_id none,
                      struct said number)
{
    const struct audit *audit = c->audit;
    struct count *counts = new_counts(c);
    for (size_t i = 0; i < audit->rates.n; i++) {
        const struct rate *rate = &audit->rates.at[i];
        struct str detail[2] = {{0}};
        enum outcome outcome = rate_in_subject(c, rate) ? judge(c, rate, detail) : NOT_ASKED;
        counts[rate->unit].looked_at += outcome != NOT_ASKED;
        counts[rate->unit].unknown += outcome == UNKNOWN;
        counts[rate->unit].hits += outcome == BEYOND;
        if (outcome == BEYOND) add_finding(c, rate, detail);
    }
    for (uint32_t unit = 0; unit < audit->ledger->units.n; unit++) close_unit(c, unit, &counts[unit], some, none, number);
}

void check_members(struct checking *c)
{
    run_lines(c, judge_members, TEXT_REASON_MEMBERS, TEXT_REASON_MEMBERS_NONE, said_count(0));
}

void check_months(struct checking *c)
{
    uint32_t most = months_of_year(&c->audit->pack->standards);
    run_lines(c, judge_months, TEXT_REASON_MONTHS, TEXT_REASON_MONTHS_NONE, said_count(most));
}

/* ---- committee against participants: sub kegiatan by sub kegiatan ---- */

struct event {
    int64_t committee, participants; /* hundredths of persons */
    bool known, bounded, open;       /* committee is known; participants are at most that many; a rejected row may name more */
    const struct rate *first;
};

/* The activity that lines of participants are held against. */
static uint16_t committee_activity(const struct standards *s)
{
    return s->of[STANDARD_PARTICIPANT].n ? s->list.at[s->of[STANDARD_PARTICIPANT].at[0]].activity : NO_INDEX;
}

static void count_committee(const struct checking *c, size_t from, size_t to, uint16_t activity, struct event *event)
{
    const struct standards *s = &c->audit->pack->standards;
    for (size_t i = from; i < to; i++) {
        const struct rate *rate = &c->audit->rates.at[i];
        if (rate->role == NO_INDEX || s->list.at[rate->role].activity != activity || !rate_in_subject(c, rate)) continue;
        if (!event->first) *event = (struct event){.known = true, .first = rate};
        int64_t persons = persons_of(rate);
        event->known &= persons >= 0;
        event->committee += persons; /* not looked at where one of them is unknown */
    }
}

static void count_participants(struct checking *c, const struct line *line, uint16_t activity, struct event *event)
{
    const struct ledger *ledger = c->audit->ledger;
    const struct standards *s = &c->audit->pack->standards;
    for (uint32_t at = line->calculation; at; at = ledger->calculations.at[at - 1].next) {
        const struct calculation *calculation = &ledger->calculations.at[at - 1];
        if (!standards_participants(s, calculation_text(ledger, line, calculation), activity, &c->scratch)) continue;
        struct coefficient k = standards_coefficient(s, ledger_text(ledger, calculation->coefficient), &c->scratch);
        int64_t most = k.persons >= 0 ? k.persons : k.product >= 0 ? k.product : calculation->has_volume ? calculation->volume.sen : 0;
        if (most <= event->participants) continue;
        event->participants = most;
        event->bounded = k.persons < 0;
    }
}

/* Cells of one sub kegiatan in a unit lie together. */
static void look_for_participants(struct checking *c, uint16_t activity, struct event *event)
{
    const struct audit *audit = c->audit;
    const struct line *at = line_of(c, event->first);
    size_t from, to;
    checking_cells(c, at->unit, &from, &to);
    for (size_t i = from; i < to; i++) {
        const struct cell *cell = &audit->cells.at[i];
        event->open |= cell->activity == at->activity && cell->total.rejected;
        for (uint32_t k = 0; cell->activity == at->activity && k < cell->total.lines + cell->total.rejected; k++)
            count_participants(c, &audit->ledger->lines.at[audit->cell_lines[cell->first_line + k]], activity, event);
    }
}

static enum outcome against_participants(const struct event *event, struct percent limit)
{
    if (!event->known || !event->participants) return UNKNOWN;
    bool above = share_cmp((struct money){event->committee}, (struct money){event->participants}, limit) > 0;
    if (above ? event->open : event->bounded) return UNKNOWN;
    return above ? BEYOND : WITHIN;
}

static void judge_event(struct checking *c, struct event *event, uint16_t activity, struct count *count)
{
    struct str detail[2];
    look_for_participants(c, activity, event);
    enum outcome outcome = against_participants(event, c->check->percent);
    count->looked_at++;
    count->hits += outcome == BEYOND;
    count->unknown += outcome == UNKNOWN;
    for (int english = 0; english < 2; english++)
        detail[english] = text_filled(&c->kept, TEXT_COMMITTEE_DETAIL, english, hundredths(c, event->committee, english),
                                      hundredths(c, event->participants, english));
    if (outcome == BEYOND) add_finding(c, event->first, detail);
}

void check_committee(struct checking *c)
{
    const struct audit *audit = c->audit;
    uint16_t activity = committee_activity(&audit->pack->standards);
    struct count *counts = new_counts(c);
    for (size_t from = 0, to; from < audit->rates.n; from = to) {
        const struct rate *first = &audit->rates.at[from];
        struct event event = {0};
        for (to = from + 1; to < audit->rates.n && audit->rates.at[to].unit == first->unit && audit->rates.at[to].activity == first->activity;) to++;
        count_committee(c, from, to, activity, &event);
        if (event.first) judge_event(c, &event, activity, &counts[first->unit]);
    }
    struct said percent = {.kind = SAID_SHARE, .bp = c->check->percent.bp};
    for (uint32_t unit = 0; unit < audit->ledger->units.n; unit++)
        close_unit(c, unit, &counts[unit], TEXT_REASON_COMMITTEES, TEXT_REASON_COMMITTEES_NONE, percent);
}

/* ---- teams ---- */

struct teams {
    uint64_t murni, kini;
    bool unnamed; /* lines without a sub kegiatan */
};

static void count_teams(const struct checking *c, size_t from, size_t to, struct teams *teams)
{
    struct amounts sum = {0};
    uint32_t lines = 0;
    for (size_t i = from; i < to; i++) {
        const struct cell *cell = &c->audit->cells.at[i];
        if (!checking_in_subject(c, cell)) continue;
        amounts_add(&sum, &cell->total.amounts); /* part of a sum that audit_totals checked */
        lines += cell->total.lines;
    }
    teams->unnamed |= lines && !c->audit->cells.at[from].activity;
    teams->murni += sum.of[MURNI].sen > 0;
    teams->kini += sum.of[KINI].sen > 0;
}

static void judge_teams(struct checking *c, uint32_t unit, struct result *result, const struct teams *teams)
{
    struct said now = said_count(teams->kini), before = said_count(teams->murni);
    bool hit = teams->kini >= teams->murni;
    checking_say(c, result, hit ? c->check->hit : VERDICT_COMPLIANT, TEXT_REASON_TEAMS, now, before);
    if (!hit) return;
    struct finding_facts facts = {.unit = unit, .amounts = result->amounts, .amount = result->amounts.of[KINI], .by = KINI,
                                  .detail = {result->reason[0], result->reason[1]}};
    struct finding *finding = finding_add(c, &facts);
    finding_add_subject(c, finding, unit);
    finding_sort_lines(c, finding, KINI);
}

void check_teams(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    struct teams *teams = arena_new_n(&c->scratch, struct teams, ledger->units.n + 1);
    for (size_t at = 0, from, to; checking_next_activity(c, &at, &from, &to);) count_teams(c, from, to, &teams[c->audit->cells.at[from].unit]);
    for (uint32_t unit = 0; unit < ledger->units.n; unit++) {
        const struct total *total = checking_total(c, unit);
        struct result *result = checking_result(c, unit);
        checking_show(result, total, ledger->units.at[unit].present);
        if (checking_empty(c, unit, total)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
        else if (checking_untestable(c, result, unit, total, HAS(MURNI) | HAS(KINI))) continue;
        else if (teams[unit].unnamed) checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_ACTIVITY, NULL, 0);
        else if (!teams[unit].murni && !teams[unit].kini) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
        else judge_teams(c, unit, result, &teams[unit]);
    }
}
