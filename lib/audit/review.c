/*
 * What a person has to look at. A line that no rule decides is never guessed; a line whose account says one thing and whose words
 * another keeps the class of its account (the law measures by account) and is shown with both readings. Which words are worth
 * that is data: purposes.csv, column review.
 */
#include <stdlib.h>
#include <string.h>

#include "effcheck/audit.h"

enum measure audit_measure(const struct audit *audit)
{
    unsigned present = 0;
    for (size_t i = 0; i < audit->pack->classes.n; i++) present |= audit->region[i].amounts.present;
    return present >> KINI & 1u ? KINI : present >> MURNI & 1u ? MURNI : REALISASI;
}

/* ---- undecided lines ---- */

struct text_key {
    uint32_t account, account_name, activity, text, line;
};

static int by_texts(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(struct text_key)); /* any fixed order brings equal texts together; the line is last */
}

static bool same_texts(const struct text_key *a, const struct text_key *b)
{
    return memcmp(a, b, offsetof(struct text_key, line)) == 0;
}

/* Sorting by bytes leaves the lines of a group in an order of its own: the first of a group is the smallest. */
static void add_group(struct audit *audit, const struct text_key *keys, size_t n)
{
    struct undecided group = {.first_line = keys[0].line, .lines = (uint32_t)n};
    for (size_t i = 0; i < n; i++) {
        if (keys[i].line < group.first_line) group.first_line = keys[i].line;
        amounts_add(&group.amounts, &audit->ledger->lines.at[keys[i].line].amounts); /* part of a sum that audit_totals checked */
    }
    *array_push(audit->arena, &audit->undecided) = group;
}

static void group_undecided(struct audit *audit)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    const struct ledger *ledger = audit->ledger;
    ARRAY(struct text_key) keys = {0};
    for (uint32_t i = 0; i < ledger->lines.n; i++) {
        const struct line *line = &ledger->lines.at[i];
        if (line->rejected || line->class_index != audit->pack->unclassified) continue;
        *array_push(&scratch, &keys) = (struct text_key){line->account, line->account_name, line->activity, line->text, i};
    }
    if (keys.n) qsort(keys.at, keys.n, sizeof *keys.at, by_texts);
    for (size_t from = 0, to = 0; from < keys.n; from = to) {
        while (to < keys.n && same_texts(&keys.at[from], &keys.at[to])) to++;
        add_group(audit, &keys.at[from], to - from);
    }
    arena_release(&scratch);
}

/* ---- accounts against words ---- */

static bool looks_by_account(const struct rule *rule)
{
    for (size_t i = 0; i < rule->accounts.n; i++)
        if (!rule->accounts.at[i].excluded) return true;
    return false;
}

/* Kinds that the law measures by account stand against every other account; the rest only where the account itself decided for a
 * class that nothing limits. */
static bool disagrees(const struct pack *pack, const struct line *line, const struct purpose_info *purpose)
{
    if (purpose->review == REVIEW_NO || purpose->class_index == line->class_index) return false;
    if (purpose->review == REVIEW_YES) return line->account != 0;
    return looks_by_account(&pack->rules.at[line->rule]) && !pack->classes.at[line->class_index].limited;
}

/* The first rule of the purpose whose words stand in the line. */
static uint16_t purpose_rule(const struct audit *audit, const struct line *line, uint16_t purpose)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    const struct ledger *ledger = audit->ledger;
    const uint32_t texts[FIELD_COUNT] = {line->account_name, ledger->activities.at[line->activity].name, line->text};
    uint16_t found = NO_INDEX;
    for (uint16_t r = 0; r < audit->pack->rules.n && found == NO_INDEX; r++) {
        const struct rule *rule = &audit->pack->rules.at[r];
        if (rule->purpose_index != purpose || !rule->has_words || !rule_valid(rule, audit->day)) continue;
        for (unsigned f = 0; f < FIELD_COUNT; f++)
            if ((rule->where >> f & 1u) && matcher_evidence(audit->pack->matcher, ledger_text(ledger, texts[f]), r, PHRASE_WORDS, &scratch).n) found = r;
    }
    arena_release(&scratch);
    return found;
}

/* An override is a decision of the region: its lines are not put up again. */
static bool is_open(const struct audit *audit, const struct line *line)
{
    return !line->rejected && line->rule != NO_INDEX && line->rule >= audit->pack->overrides.applied;
}

static void find_conflicts(struct audit *audit)
{
    const struct pack *pack = audit->pack;
    uint32_t reviewed = 0, by_account = 0;
    for (size_t r = 0; r < pack->rules.n; r++)
        if (pack->rules.at[r].purpose_index != NO_INDEX && !pack->rules.at[r].has_words) by_account |= UINT32_C(1) << pack->rules.at[r].purpose_index;
    for (size_t p = 0; p < pack->purposes.n; p++)
        if (pack->purposes.at[p].review != REVIEW_NO) reviewed |= UINT32_C(1) << p;
    for (uint32_t i = 0; i < audit->ledger->lines.n; i++) {
        const struct line *line = &audit->ledger->lines.at[i];
        if (!(line->purposes & reviewed) || !is_open(audit, line)) continue;
        for (uint16_t p = 0; p < pack->purposes.n; p++) {
            if (!(line->purposes >> p & 1u) || !disagrees(pack, line, &pack->purposes.at[p])) continue;
            /* where an account alone may give the purpose, the words must be there; else they are looked up for the largest only */
            if (by_account >> p & 1u && purpose_rule(audit, line, p) == NO_INDEX) continue;
            *array_push(audit->arena, &audit->conflicts) = (struct conflict){i, p, NO_INDEX};
            break;
        }
    }
}

/* ---- largest first ---- */

struct weighed {
    int64_t sen;
    uint32_t line, at;
};

static int by_weight(const void *a, const void *b)
{
    const struct weighed *x = a, *y = b;
    if (x->sen != y->sen) return x->sen > y->sen ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static void sort_undecided(struct audit *audit, enum measure measure)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    size_t n = audit->undecided.n;
    struct weighed *order = arena_new_n(&scratch, struct weighed, n + 1);
    struct undecided *copy = arena_new_n(&scratch, struct undecided, n + 1);
    if (n) memcpy(copy, audit->undecided.at, n * sizeof *copy);
    for (uint32_t i = 0; i < n; i++) order[i] = (struct weighed){copy[i].amounts.of[measure].sen, copy[i].first_line, i};
    if (n) qsort(order, n, sizeof *order, by_weight);
    for (size_t i = 0; i < n; i++) audit->undecided.at[i] = copy[order[i].at];
    arena_release(&scratch);
}

static void sort_conflicts(struct audit *audit, enum measure measure)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    size_t n = audit->conflicts.n;
    struct weighed *order = arena_new_n(&scratch, struct weighed, n + 1);
    struct conflict *copy = arena_new_n(&scratch, struct conflict, n + 1);
    if (n) memcpy(copy, audit->conflicts.at, n * sizeof *copy);
    for (uint32_t i = 0; i < n; i++) order[i] = (struct weighed){audit->ledger->lines.at[copy[i].line].amounts.of[measure].sen, copy[i].line, i};
    if (n) qsort(order, n, sizeof *order, by_weight);
    for (size_t i = 0; i < n; i++) audit->conflicts.at[i] = copy[order[i].at];
    arena_release(&scratch);
}

static void find_words(struct audit *audit)
{
    for (size_t i = 0; i < audit->conflicts.n && i < CONFLICTS_SHOWN; i++) {
        struct conflict *conflict = &audit->conflicts.at[i];
        conflict->rule = purpose_rule(audit, &audit->ledger->lines.at[conflict->line], conflict->purpose);
    }
}

void audit_review(struct audit *audit)
{
    enum measure measure = audit_measure(audit);
    group_undecided(audit);
    find_conflicts(audit);
    sort_undecided(audit, measure);
    sort_conflicts(audit, measure);
    find_words(audit);
}
