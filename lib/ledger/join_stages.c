/* Which of several budgets of one unit is the original one, which is in force, and which are history. */
#include <stdlib.h>

#include "joining.h"

/* What the parts of one unit say. */
struct unit_stages {
    struct joining *j;
    uint32_t unit;
    const uint32_t *parts; /* with a budget, kept */
    size_t n;
    uint16_t latest; /* index in ledger.stages of the one in force */
    bool has_latest;
};

static const struct stage *stage_at(const struct unit_stages *u, uint16_t stage) { return &u->j->ledger->stages.at[stage]; }

/* 3 a stage that the table knows, 2 not stated, 1 words that the table does not know. */
static int firmness(const struct unit_stages *u, uint16_t stage) { return stage_at(u, stage)->rank ? 3 : stage ? 1 : 2; }

/* The budget in force: the latest known stage, else the one without a stage. */
static void find_latest(struct unit_stages *u)
{
    for (size_t i = 0; i < u->n; i++) {
        uint16_t stage = u->j->parts.at[u->parts[i]].stage;
        if (stage_at(u, stage)->original) continue;
        int mine = firmness(u, stage), best = u->has_latest ? firmness(u, u->latest) : 0;
        bool later = mine > best || (mine == best && stage_at(u, stage)->rank > stage_at(u, u->latest)->rank);
        if (later) u->latest = stage;
        u->has_latest = true;
    }
}

static struct str stage_name(const struct unit_stages *u, uint16_t stage) { return stage ? stage_at(u, stage)->name : S("-"); }

static void add_diag(const struct unit_stages *u, enum diag_kind kind, const struct part *part, struct str value, struct str detail)
{
    diag_add(u->j->diags,
             (struct diag){
                 .kind = kind, .file = part_file(u->j, part)->path, .column = unit_title(u->j, u->unit), .value = value, .detail = detail});
}

static void supersede(struct unit_stages *u, struct part *part)
{
    bool ordered = firmness(u, part->stage) == 3 && firmness(u, u->latest) == 3;
    part->why = EXCLUDED_STAGE;
    if (!ordered) u->j->ledger->units.at[u->unit].disputed = true;
    add_diag(u, ordered ? DIAG_STAGE_SUPERSEDED : DIAG_STAGE_DISPUTED, part, stage_name(u, part->stage), stage_name(u, u->latest));
}

/* The original budget both as a stage of its own and as a column beside the budget in force. */
static void settle_originals(struct unit_stages *u)
{
    struct amounts column = {0}, own = {0};
    const struct part *beside = NULL;
    for (size_t i = 0; i < u->n; i++) {
        const struct part *part = &u->j->parts.at[u->parts[i]];
        if (part->why != KEPT) continue;
        if (part->becomes_original) {
            struct money sum = part->sums.of[amounts_has(&part->sums, MURNI) ? MURNI : KINI];
            amounts_add(&own, &(struct amounts){.of[MURNI] = sum, .present = 1u << MURNI});
        } else if (amounts_has(&part->sums, MURNI)) {
            amounts_add(&column, &(struct amounts){.of[MURNI] = part->sums.of[MURNI], .present = 1u << MURNI});
            beside = part;
        }
    }
    if (!beside || !own.present) return;
    bool equal = money_cmp(column.of[MURNI], own.of[MURNI]) == 0;
    char here[MONEY_TEXT_MAX], there[MONEY_TEXT_MAX];
    money_grouped(own.of[MURNI], true, here);
    money_grouped(column.of[MURNI], true, there);
    if (!equal) u->j->ledger->units.at[u->unit].disputed = true;
    for (size_t i = 0; i < u->n; i++) {
        struct part *part = &u->j->parts.at[u->parts[i]];
        if (part->why != KEPT || !part->becomes_original) continue;
        part->why = EXCLUDED_STAGE;
        if (equal)
            add_diag(u, DIAG_ORIGINAL_TWICE, part, part_file(u->j, beside)->column_name[MURNI], (struct str){0});
        else
            add_diag(u, DIAG_ORIGINAL_DISPUTED, part, str_from(here), str_from(there));
    }
}

static void settle(struct unit_stages *u)
{
    find_latest(u);
    for (size_t i = 0; i < u->n; i++) {
        struct part *part = &u->j->parts.at[u->parts[i]];
        if (stage_at(u, part->stage)->original) {
            part->becomes_original = true;
            part->loses_spent = u->has_latest;
        } else if (part->stage != u->latest) {
            supersede(u, part);
        }
    }
    settle_originals(u);
}

struct of_unit {
    uint32_t unit, part;
};

static int by_unit(const void *a, const void *b)
{
    const struct of_unit *x = a, *y = b;
    if (x->unit != y->unit) return x->unit < y->unit ? -1 : 1;
    return (x->part > y->part) - (x->part < y->part);
}

void join_stages(struct joining *j)
{
    size_t n = 0;
    struct of_unit *all = arena_new_n(j->scratch, struct of_unit, j->parts.n + 1);
    uint32_t *parts = arena_new_n(j->scratch, uint32_t, j->parts.n + 1);
    for (uint32_t p = 0; p < j->parts.n; p++)
        if (j->parts.at[p].why == KEPT && part_file(j, &j->parts.at[p])->measures & BUDGET)
            all[n++] = (struct of_unit){j->parts.at[p].unit, p};
    if (n) qsort(all, n, sizeof *all, by_unit);
    for (size_t i = 0; i < n; i++) parts[i] = all[i].part;
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from; to < n && all[to].unit == all[from].unit; to++) continue;
        settle(&(struct unit_stages){.j = j, .unit = all[from].unit, .parts = parts + from, .n = to - from});
    }
}
