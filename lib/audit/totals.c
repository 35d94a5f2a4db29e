/*
 * The cube: unit x activity x account x class, and its sums per unit and class.
 *
 * Units are added up beside each other: cells are in the order of units, so each unit has its own part of the cube, of the list of lines
 * and of the sums. First the lines of each unit are grouped; when it is known how many cells each has, they are put in their places.
 */
#include <assert.h>
#include <string.h>

#include "checking.h"
#include "effcheck/keyed.h"

void audit_init(struct audit *audit, const struct pack *pack, struct ledger *ledger, struct arena *arena)
{
    *audit = (struct audit){.arena = arena, .pack = pack, .ledger = ledger, .day = pack_day(pack, (struct date){0})};
}

static bool same_key(const struct cell *a, const struct cell *b)
{
    return ((a->activity ^ b->activity) | (a->account ^ b->account) | (unsigned)(a->class_index ^ b->class_index)) == 0;
}

static struct cell key_of(const struct line *line)
{
    return (struct cell){.unit = line->unit, .activity = line->activity, .account = line->account, .class_index = line->class_index};
}

static uint64_t key_hash(const struct cell *key)
{
    uint64_t h = key->activity;
    h = (h * 0x9E3779B97F4A7C15u) ^ key->account;
    h = (h * 0x9E3779B97F4A7C15u) ^ key->class_index;
    return h ^ (h >> 29);
}

/* Lines of one unit that stand behind each other in the ledger. */
struct stretch {
    uint32_t unit, from, n;
};

/* One unit: its lines, and one cell per distinct key of them, in the order of first appearance until they are arranged. */
struct grouping {
    const struct stretch *stretches;
    size_t stretch_count;
    uint32_t first_line, lines; /* its part of audit.cell_lines */
    size_t first_cell;          /* its part of audit.cells */
    ARRAY(struct cell) cells;
    uint32_t *slots; /* cell + 1 */
    size_t slot_count;
    uint32_t *cell_of; /* by number of the line within the unit */
    struct arena scratch; /* holds all of it */
    bool good, has_sen;
};

static void rehash(struct grouping *g)
{
    g->slot_count = g->slot_count ? g->slot_count * 2 : 256;
    g->slots = arena_new_n(&g->scratch, uint32_t, g->slot_count);
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
    *array_push(&g->scratch, &g->cells) = *key;
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

/* Sorts the cells by key into their part of the cube and puts the lines of each cell together, in line order. */
static void arrange(struct audit *audit, struct grouping *g)
{
    const size_t n = g->cells.n;
    struct keyed *order = arena_new_n(&g->scratch, struct keyed, n);
    uint32_t *next = arena_new_n(&g->scratch, uint32_t, n), from = g->first_line, k = 0; /* by order of first appearance */
    for (uint32_t i = 0; i < n; i++) {
        const struct cell *cell = &g->cells.at[i];
        order[i] = (struct keyed){(uint64_t)cell->activity << 32 | cell->account, cell->class_index, i};
    }
    keyed_sort(order, n, &g->scratch);
    for (uint32_t i = 0; i < n; i++) {
        struct cell *cell = &audit->cells.at[g->first_cell + i];
        *cell = g->cells.at[order[i].at];
        cell->first_line = next[order[i].at] = from;
        from += cell->total.lines + cell->total.rejected;
    }
    for (size_t s = 0; s < g->stretch_count; s++)
        for (uint32_t i = 0; i < g->stretches[s].n; i++) audit->cell_lines[next[g->cell_of[k++]]++] = g->stretches[s].from + i;
}

static bool has_sen(const struct amounts *amounts)
{
    return amounts->of[MURNI].sen % 100 || amounts->of[KINI].sen % 100 || amounts->of[REALISASI].sen % 100;
}

static void add_lines(const struct ledger *ledger, struct grouping *g)
{
    uint32_t k = 0;
    bool good = true, sen = false; /* written once: other threads work on what lies beside g */
    for (size_t s = 0; s < g->stretch_count; s++)
        for (uint32_t i = 0; i < g->stretches[s].n; i++) {
            const struct line *line = &ledger->lines.at[g->stretches[s].from + i];
            const struct cell key = key_of(line);
            g->cell_of[k] = cell_index(g, &key);
            assert(g->cells.at);
            struct cell *cell = &g->cells.at[g->cell_of[k++]];
            good &= total_add_line(ledger, &cell->total, line);
            sen |= has_sen(&line->amounts);
            cell->purposes |= line->purposes;
            cell->has_text |= line->text != 0;
        }
    g->good = good;
    g->has_sen = sen;
}

static void group_unit(const struct audit *audit, struct grouping *g)
{
    g->scratch.out_of_memory = audit->arena->out_of_memory;
    g->cell_of = arena_new_n(&g->scratch, uint32_t, g->lines);
    add_lines(audit->ledger, g);
}

static void place_unit(struct audit *audit, struct grouping *g, struct total *by_class)
{
    arrange(audit, g);
    for (size_t i = 0; i < g->cells.n; i++) g->good &= total_add(&by_class[g->cells.at[i].class_index], &g->cells.at[i].total);
    arena_release(&g->scratch);
}

/* The lines of each unit, in their order. */
static struct grouping *part_lines(const struct ledger *ledger, struct arena *scratch)
{
    ARRAY(struct stretch) all = {0};
    for (uint32_t i = 0; i < ledger->lines.n; i++) {
        struct stretch *last = all.n ? &all.at[all.n - 1] : NULL;
        if (!last || last->unit != ledger->lines.at[i].unit) {
            last = array_push(scratch, &all);
            *last = (struct stretch){.unit = ledger->lines.at[i].unit, .from = i};
        }
        last->n++;
    }
    struct stretch *sorted = arena_new_n(scratch, struct stretch, all.n), *next = sorted;
    struct grouping *units = arena_new_n(scratch, struct grouping, ledger->units.n); /* the last of scratch: the sanitizer sees who goes beyond it */
    for (size_t i = 0; i < all.n; i++) units[all.at[i].unit].stretch_count++;
    for (size_t u = 0; u < ledger->units.n; u++) {
        units[u].stretches = next;
        next += units[u].stretch_count;
        units[u].stretch_count = 0;
    }
    for (size_t i = 0; i < all.n; i++) {
        struct grouping *unit = &units[all.at[i].unit];
        sorted[(size_t)(unit->stretches - sorted) + unit->stretch_count++] = all.at[i];
        unit->lines += all.at[i].n;
    }
    for (size_t u = 1; u < ledger->units.n; u++) units[u].first_line = units[u - 1].first_line + units[u - 1].lines;
    return units;
}

/* Room for the cells of all units behind each other. */
static void part_cells(struct audit *audit, struct grouping *units)
{
    size_t n = 0;
    for (size_t u = 0; u < audit->ledger->units.n; u++) {
        units[u].first_cell = n;
        n += units[u].cells.n;
    }
    array_reserve(audit->arena, &audit->cells, n);
    audit->cells.n = n;
}

static bool add_region(struct audit *audit, const struct grouping *units)
{
    const size_t classes = audit->pack->classes.n;
    bool good = true;
    audit->region = arena_new_n(audit->arena, struct total, classes);
    for (size_t u = 0; u < audit->ledger->units.n; u++) {
        good &= units[u].good;
        audit->has_sen |= units[u].has_sen;
        for (size_t k = 0; k < classes; k++) good &= total_add(&audit->region[k], &audit->by_class[u * classes + k]);
    }
    return good;
}

bool audit_totals(struct audit *audit, struct diags *diags)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    const int64_t n = (int64_t)audit->ledger->units.n;
    const size_t classes = audit->pack->classes.n;
    struct grouping *units = part_lines(audit->ledger, &scratch);
    audit->cell_lines = arena_new_n(audit->arena, uint32_t, audit->ledger->lines.n);
    audit->by_class = arena_new_n(audit->arena, struct total, (size_t)n * classes);
#pragma omp parallel for schedule(dynamic, 1) num_threads(audit->jobs > 1 ? audit->jobs : 1)
    for (int64_t u = 0; u < n; u++) group_unit(audit, &units[u]);
    part_cells(audit, units);
#pragma omp parallel for schedule(dynamic, 1) num_threads(audit->jobs > 1 ? audit->jobs : 1)
    for (int64_t u = 0; u < n; u++) place_unit(audit, &units[u], &audit->by_class[(size_t)u * classes]);
    bool good = add_region(audit, units);
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
