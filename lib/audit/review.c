/*
 * What a person has to look at. A line that no rule decides is never guessed; a line whose account says one thing and whose words
 * another keeps the class of its account (the law measures by account) and is shown with both readings. Which words are worth
 * that is data: purposes.csv, column review.
 */
#include <string.h>

#include "effcheck/audit.h"
#include "effcheck/keyed.h"

enum measure audit_measure(const struct audit *audit)
{
    unsigned present = 0;
    for (size_t i = 0; i < audit->pack->classes.n; i++) present |= audit->region[i].amounts.present;
    return present >> KINI & 1u ? KINI : present >> MURNI & 1u ? MURNI : REALISASI;
}

/* ---- undecided lines ---- */

/* Groups found so far, by what their lines say. */
struct groups {
    const struct ledger *ledger;
    ARRAY(struct undecided) list;
    uint32_t *slots; /* index in list + 1 */
    size_t slot_count;
    struct arena kept, scratch; /* kept holds the list */
};

static bool same_texts(const struct line *a, const struct line *b)
{
    return a->account == b->account && a->account_name == b->account_name && a->activity == b->activity && a->text == b->text;
}

static uint64_t texts_hash(const struct line *line)
{
    uint64_t h = line->text;
    h = (h * 0x9E3779B97F4A7C15u) ^ line->activity;
    h = (h * 0x9E3779B97F4A7C15u) ^ line->account;
    h = (h * 0x9E3779B97F4A7C15u) ^ line->account_name;
    return h ^ (h >> 29);
}

static uint32_t *slot_of(const struct groups *g, const struct line *line)
{
    size_t at = texts_hash(line) & (g->slot_count - 1);
    while (g->slots[at] && !same_texts(&g->ledger->lines.at[g->list.at[g->slots[at] - 1].first_line], line)) at = (at + 1) & (g->slot_count - 1);
    return &g->slots[at];
}

static void grow(struct groups *g)
{
    g->slot_count = g->slot_count ? g->slot_count * 2 : 1024;
    g->slots = arena_new_n(&g->scratch, uint32_t, g->slot_count);
    for (size_t i = 0; i < g->list.n; i++) *slot_of(g, &g->ledger->lines.at[g->list.at[i].first_line]) = (uint32_t)i + 1;
}

static void add_to_group(struct groups *g, uint32_t index)
{
    const struct line *line = &g->ledger->lines.at[index];
    if (g->list.n * 2 >= g->slot_count) grow(g);
    uint32_t *slot = slot_of(g, line);
    if (!*slot) {
        *array_push(&g->kept, &g->list) = (struct undecided){.first_line = index};
        *slot = (uint32_t)g->list.n;
    }
    struct undecided *group = &g->list.at[*slot - 1];
    group->lines++;
    amounts_add(&group->amounts, &line->amounts); /* part of a sum that audit_totals checked */
}

static struct groups group_undecided(const struct audit *audit)
{
    struct groups g = {.ledger = audit->ledger, .kept.out_of_memory = audit->arena->out_of_memory, .scratch.out_of_memory = audit->arena->out_of_memory};
    for (uint32_t i = 0; i < audit->ledger->lines.n; i++) {
        const struct line *line = &audit->ledger->lines.at[i];
        if (!line->rejected && line->class_index == audit->pack->unclassified) add_to_group(&g, i);
    }
    arena_release(&g.scratch);
    return g;
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

struct conflicts {
    ARRAY(struct conflict) list;
    struct arena kept;
};

/* What the words of a line say against its account; of several purposes the first. */
static void add_conflict(const struct audit *audit, struct conflicts *conflicts, uint32_t index, uint32_t by_account)
{
    const struct pack *pack = audit->pack;
    const struct line *line = &audit->ledger->lines.at[index];
    if (!is_open(audit, line)) return;
    for (uint16_t p = 0; p < pack->purposes.n; p++) {
        if (!(line->purposes >> p & 1u) || !disagrees(pack, line, &pack->purposes.at[p])) continue;
        /* where an account alone may give the purpose, the words must be there; else they are looked up for the largest only */
        if (by_account >> p & 1u && purpose_rule(audit, line, p) == NO_INDEX) continue;
        *array_push(&conflicts->kept, &conflicts->list) = (struct conflict){index, p, NO_INDEX};
        return;
    }
}

static struct conflicts find_conflicts(const struct audit *audit)
{
    const struct pack *pack = audit->pack;
    struct conflicts conflicts = {.kept.out_of_memory = audit->arena->out_of_memory};
    uint32_t reviewed = 0, by_account = 0;
    for (size_t r = 0; r < pack->rules.n; r++)
        if (pack->rules.at[r].purpose_index != NO_INDEX && !pack->rules.at[r].has_words) by_account |= UINT32_C(1) << pack->rules.at[r].purpose_index;
    for (size_t p = 0; p < pack->purposes.n; p++)
        if (pack->purposes.at[p].review != REVIEW_NO) reviewed |= UINT32_C(1) << p;
    for (uint32_t i = 0; i < audit->ledger->lines.n; i++)
        if (audit->ledger->lines.at[i].purposes & reviewed) add_conflict(audit, &conflicts, i, by_account);
    return conflicts;
}

/* ---- largest first; what weighs the same stays in the order of the lines ---- */

static void sort_undecided(struct groups *groups, enum measure measure)
{
    struct arena scratch = {.out_of_memory = groups->kept.out_of_memory};
    size_t n = groups->list.n;
    struct keyed *order = arena_new_n(&scratch, struct keyed, n + 1);
    struct undecided *copy = arena_new_n(&scratch, struct undecided, n + 1);
    if (n) memcpy(copy, groups->list.at, n * sizeof *copy);
    for (uint32_t i = 0; i < n; i++) order[i] = (struct keyed){keyed_largest_first(copy[i].amounts.of[measure].sen), 0, i};
    keyed_sort(order, n, &scratch);
    for (size_t i = 0; i < n; i++) groups->list.at[i] = copy[order[i].at];
    arena_release(&scratch);
}

static void sort_conflicts(const struct audit *audit, struct conflicts *conflicts, enum measure measure)
{
    struct arena scratch = {.out_of_memory = conflicts->kept.out_of_memory};
    size_t n = conflicts->list.n;
    struct keyed *order = arena_new_n(&scratch, struct keyed, n + 1);
    struct conflict *copy = arena_new_n(&scratch, struct conflict, n + 1);
    if (n) memcpy(copy, conflicts->list.at, n * sizeof *copy);
    for (uint32_t i = 0; i < n; i++) order[i] = (struct keyed){keyed_largest_first(audit->ledger->lines.at[copy[i].line].amounts.of[measure].sen), 0, i};
    keyed_sort(order, n, &scratch);
    for (size_t i = 0; i < n; i++) conflicts->list.at[i] = copy[order[i].at];
    arena_release(&scratch);
}

static void find_words(struct audit *audit)
{
    for (size_t i = 0; i < audit->conflicts.n && i < CONFLICTS_SHOWN; i++) {
        struct conflict *conflict = &audit->conflicts.at[i];
        conflict->rule = purpose_rule(audit, &audit->ledger->lines.at[conflict->line], conflict->purpose);
    }
}

void audit_review(struct audit *audit, struct arena *arena)
{
    enum measure measure = audit_measure(audit);
    struct groups groups;
    struct conflicts conflicts;
#pragma omp task shared(groups)
    {
        groups = group_undecided(audit);
        sort_undecided(&groups, measure);
    }
    conflicts = find_conflicts(audit);
    sort_conflicts(audit, &conflicts, measure);
#pragma omp taskwait
    array_append(arena, &audit->undecided, &groups.list);
    array_append(arena, &audit->conflicts, &conflicts.list);
    arena_release(&groups.kept);
    arena_release(&conflicts.kept);
    find_words(audit);
}
