/* The cube: unit x activity x account x class, and its sums per unit and class. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "checking.h"

void audit_init(struct audit *audit, const struct pack *pack, struct ledger *ledger, struct arena *arena)
{
    *audit = (struct audit){.arena = arena, .pack = pack, .ledger = ledger, .day = pack_day(pack, (struct date){0})};
}

static bool same_key(const struct cell *a, const struct cell *b)
{
    return a->unit == b->unit && a->activity == b->activity && a->account == b->account && a->class_index == b->class_index;
}

static struct cell key_of(const struct line *line)
{
    return (struct cell){.unit = line->unit, .activity = line->activity, .account = line->account, .class_index = line->class_index};
}

static uint64_t key_hash(const struct cell *key)
{
    uint64_t h = key->unit;
    h = (h * 0x9E3779B97F4A7C15u) ^ key->activity;
    h = (h * 0x9E3779B97F4A7C15u) ^ key->account;
    h = (h * 0x9E3779B97F4A7C15u) ^ key->class_index;
    return h ^ (h >> 29);
}

/* One cell per distinct key, in the order of first appearance; cell_of[line] is its index. */
struct grouping {
    ARRAY(struct cell) cells;
    uint32_t *slots; /* cell + 1 */
    size_t slot_count;
    uint32_t *cell_of;
    struct arena *scratch;
};

static void rehash(struct grouping *g)
{
    g->slot_count = g->slot_count ? g->slot_count * 2 : 4096;
    g->slots = arena_new_n(g->scratch, uint32_t, g->slot_count);
    for (size_t i = 0; i < g->cells.n; i++) {
        size_t at = key_hash(&g->cells.at[i]) & (g->slot_count - 1);
        while (g->slots[at]) at = (at + 1) & (g->slot_count - 1);
        g->slots[at] = (uint32_t)i + 1;
    }
}

static uint32_t cell_index(struct grouping *g, const struct cell *key)
{
    if (g->cells.n * 2 >= g->slot_count) rehash(g);
    size_t at = key_hash(key) & (g->slot_count - 1);
    for (; g->slots[at]; at = (at + 1) & (g->slot_count - 1))
        if (same_key(&g->cells.at[g->slots[at] - 1], key)) return g->slots[at] - 1;
    *array_push(g->scratch, &g->cells) = *key;
    g->slots[at] = (uint32_t)g->cells.n;
    return (uint32_t)g->cells.n - 1;
}

/* A line whose file speaks of both budgets but which has only one of them. */
static bool has_gap(const struct ledger *ledger, const struct line *line)
{
    const unsigned both = (1u << MURNI) | (1u << KINI);
    bool original = line->stage && ledger->stages.at[line->stage].original; /* such rows speak of the original budget only */
    if (original || (ledger->files.at[line->file].measures & both) != both) return false;
    return amounts_has(&line->amounts, MURNI) != amounts_has(&line->amounts, KINI);
}

bool total_add_line(const struct ledger *ledger, struct total *total, const struct line *line)
{
    if (line->rejected) {
        total->rejected++;
        return true;
    }
    total->lines++;
    total->gaps += has_gap(ledger, line);
    return amounts_add(&total->amounts, &line->amounts);
}

static bool add_total(struct total *sum, const struct total *x)
{
    sum->lines += x->lines;
    sum->rejected += x->rejected;
    sum->gaps += x->gaps;
    return amounts_add(&sum->amounts, &x->amounts);
}

/* The key of a cell, without going to the cell: by unit, activity, account and class. */
struct position {
    uint64_t place, kind; /* unit and activity; account and class */
    uint32_t first_seen;
};

static struct position position_of(const struct cell *cell, uint32_t first_seen)
{
    return (struct position){(uint64_t)cell->unit << 32 | cell->activity, (uint64_t)cell->account << 16 | cell->class_index, first_seen};
}

static int by_position(const void *a, const void *b)
{
    const struct position *x = a, *y = b;
    if (x->place != y->place) return x->place < y->place ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

/* Sorts the cells by key and puts the lines of each cell together, in line order. */
static void arrange(struct audit *audit, struct grouping *g)
{
    size_t n = g->cells.n, lines = audit->ledger->lines.n;
    struct position *order = arena_new_n(g->scratch, struct position, n + 1);
    uint32_t *rank = arena_new_n(g->scratch, uint32_t, n + 1), *next = arena_new_n(g->scratch, uint32_t, n + 1);
    for (uint32_t i = 0; i < n; i++) order[i] = position_of(&g->cells.at[i], i);
    if (n) qsort(order, n, sizeof *order, by_position);
    array_reserve(audit->arena, &audit->cells, n);
    uint32_t from = 0;
    for (uint32_t i = 0; i < n; i++) {
        struct cell cell = g->cells.at[order[i].first_seen];
        cell.first_line = next[i] = from;
        from += cell.total.lines + cell.total.rejected;
        rank[order[i].first_seen] = i;
        audit->cells.at[audit->cells.n++] = cell; /* reserved above */
    }
    audit->cell_lines = arena_new_n(audit->arena, uint32_t, lines + 1);
    for (uint32_t i = 0; i < lines; i++) audit->cell_lines[next[rank[g->cell_of[i]]]++] = i;
}

static bool sum_up(struct audit *audit)
{
    size_t classes = audit->pack->classes.n;
    bool good = true;
    audit->by_class = arena_new_n(audit->arena, struct total, audit->ledger->units.n * classes + 1);
    audit->region = arena_new_n(audit->arena, struct total, classes + 1);
    for (size_t i = 0; i < audit->cells.n; i++) {
        const struct cell *cell = &audit->cells.at[i];
        good &= add_total(&audit->by_class[cell->unit * classes + cell->class_index], &cell->total);
        good &= add_total(&audit->region[cell->class_index], &cell->total);
    }
    return good;
}

bool audit_totals(struct audit *audit, struct diags *diags)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    const struct ledger *ledger = audit->ledger;
    struct grouping g = {.scratch = &scratch, .cell_of = arena_new_n(&scratch, uint32_t, ledger->lines.n + 1)};
    bool good = true;
    for (size_t i = 0; i < ledger->lines.n; i++) {
        struct cell key = key_of(&ledger->lines.at[i]);
        g.cell_of[i] = cell_index(&g, &key);
        assert(g.cells.at);
        struct cell *cell = &g.cells.at[g.cell_of[i]];
        good &= total_add_line(ledger, &cell->total, &ledger->lines.at[i]);
        cell->purposes |= ledger->lines.at[i].purposes;
        cell->has_text |= ledger->lines.at[i].text != 0;
    }
    arrange(audit, &g);
    good &= sum_up(audit);
    good &= scope_totals(audit);
    arena_release(&scratch);
    if (!good) diag_add(diags, (struct diag){.kind = DIAG_SUM_OVERFLOW, .column = S("murni, kini, realisasi")});
    return good;
}

const struct total *audit_total(const struct audit *audit, uint32_t unit, uint16_t class_index)
{
    if (unit == NO_UNIT) return &audit->region[class_index];
    return &audit->by_class[unit * audit->pack->classes.n + class_index];
}
