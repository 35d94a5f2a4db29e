#include "outline_tally.h"

#include <assert.h>
#include <string.h>

struct tree tree_new(struct arena *scratch, const struct outline_input *input)
{
    struct tree tree = {.input = input, .scratch = scratch, .n = 1, .depth = 1};
    tree.nodes = arena_alloc_unset(scratch, (input->n + 1) * sizeof *tree.nodes);
    tree.nodes[0] = (struct tree_node){.row = OUTLINE_NONE};
    return tree;
}

/* ---- building ------------------------------------------------------------------------------------------------------------- */

void tree_close(struct tree *tree) { tree->depth = 1; }

static const uint32_t *path_of(const struct tree *tree, const struct tree_node *node)
{
    return node->path_n ? tree->paths.at + node->path : NULL; /* before the first path there is no array */
}

static bool path_starts(const struct tree *tree, const struct tree_node *node, const uint32_t *prefix, size_t n)
{
    return node->path_n >= n && (n == 0 || memcmp(path_of(tree, node), prefix, n * sizeof *prefix) == 0);
}

bool tree_path_open(const struct tree *tree, const uint32_t *path, size_t n)
{
    for (size_t i = tree->depth; i-- > 1;) {
        const struct tree_node *node = &tree->nodes[tree->stack[i]];
        if (node->shape == SHAPE_PATH && node->path_n == n && path_starts(tree, node, path, n)) return true;
    }
    return false;
}

uint32_t tree_keep_path(struct tree *tree, const uint32_t *path, size_t n)
{
    const struct tree_node *before = &tree->nodes[tree->n - 1];
    if (before->path_n == n && path_starts(tree, before, path, n)) return before->path;
    uint32_t at = (uint32_t)tree->paths.n;
    for (size_t i = 0; i < n; i++) *array_push(tree->scratch, &tree->paths) = path[i];
    return at;
}

void tree_append(struct tree *tree, uint32_t parent, uint32_t child)
{
    struct tree_node *above = &tree->nodes[parent];
    tree->nodes[child].parent = parent;
    tree->nodes[child].next = 0;
    if (above->last)
        tree->nodes[above->last].next = child;
    else
        above->first = child;
    above->last = child;
}

uint32_t tree_add(struct tree *tree, const struct tree_node *node)
{
    uint32_t index = tree->n++;
    tree->nodes[index] = *node;
    while (tree->depth > 1 && tree->nodes[tree_open(tree)].level >= node->level) tree->depth--;
    tree_append(tree, tree_open(tree), index);
    tree->layered |= tree->depth > 1;
    assert(tree->depth < TREE_STACK_MAX);
    tree->stack[tree->depth++] = index;
    return index;
}

/* ---- sums ----------------------------------------------------------------------------------------------------------------- */

bool tree_counts(const struct tree_node *node) { return !node->heading || node->counting > 0; }

enum outline_cell tree_cell(const struct tree *tree, uint32_t node, size_t m, struct money *amount)
{
    uint32_t row = tree->nodes[node].row;
    if (row == OUTLINE_NONE) return OUTLINE_ABSENT;
    size_t at = (size_t)row * tree->input->measures + m;
    *amount = tree->input->amounts[at];
    return (enum outline_cell)tree->input->cells[at];
}

bool tree_stated(const struct tree *tree, uint32_t node, size_t measure, struct money *out)
{
    return tree_cell(tree, node, measure, out) == OUTLINE_AMOUNT;
}

void tally_child(const struct tree *tree, struct tally *tally, uint32_t child, bool add)
{
    if (!tree_counts(&tree->nodes[child])) return;
    tally->counting += add ? 1u : (uint32_t)-1;
    for (size_t m = 0; m < tree->input->measures; m++) {
        struct money amount = {0};
        enum outline_cell cell = tree_cell(tree, child, m, &amount);
        bool fits = cell != OUTLINE_AMOUNT || (add ? money_add(&tally->sum[m], amount) : money_sub(&tally->sum[m], amount));
        if (cell == OUTLINE_UNREADABLE || !fits) tally->unreadable[m] += add ? 1u : (uint32_t)-1;
    }
}

struct tally tally_of(const struct tree *tree, uint32_t node)
{
    size_t measures = tree->input->measures, at = (size_t)node * measures;
    struct tally tally = {.counting = tree->nodes[node].counting};
    memcpy(tally.sum, tree->sums + at, measures * sizeof *tree->sums);
    memcpy(tally.unreadable, tree->unreadable + at, measures * sizeof *tree->unreadable);
    return tally;
}

static void keep_tally(struct tree *tree, uint32_t node, const struct tally *tally)
{
    size_t measures = tree->input->measures, at = (size_t)node * measures;
    tree->nodes[node].counting = tally->counting;
    memcpy(tree->sums + at, tally->sum, measures * sizeof *tree->sums);
    memcpy(tree->unreadable + at, tally->unreadable, measures * sizeof *tree->unreadable);
}

void tree_count(struct tree *tree, uint32_t node)
{
    struct tally tally = {0};
    for (uint32_t c = tree->nodes[node].first; c; c = tree->nodes[c].next) tally_child(tree, &tally, c, true);
    keep_tally(tree, node, &tally);
}

static void make_sums(struct tree *tree)
{
    size_t cells = (size_t)tree->n * tree->input->measures;
    tree->sums = arena_new_n(tree->scratch, struct money, cells);
    tree->unreadable = arena_new_n(tree->scratch, uint32_t, cells);
}

static void sum_up(struct tree *tree)
{
    for (uint32_t i = tree->n; i-- > 0;)
        if (tree->nodes[i].first) tree_count(tree, i); /* most rows are leaves, whose sums are zero already */
}

bool tree_children_sum(const struct tree *tree, uint32_t node, size_t measure, struct money *out)
{
    size_t at = (size_t)node * tree->input->measures + measure;
    *out = tree->sums[at];
    return tree->nodes[node].counting > 0 && tree->unreadable[at] == 0;
}

/* ---- how far a reading is from what the file states ------------------------------------------------------------------------ */

uint64_t tally_plus(uint64_t a, uint64_t b) { return a > UINT64_MAX - b ? UINT64_MAX : a + b; }

uint64_t tally_distance(struct money a, struct money b)
{
    return a.sen > b.sen ? (uint64_t)a.sen - (uint64_t)b.sen : (uint64_t)b.sen - (uint64_t)a.sen;
}

/* Distance between the node's own amounts and these children; 0 where nothing can be compared. */
uint64_t tally_miss(const struct tree *tree, uint32_t node, const struct tally *children)
{
    uint64_t sum = 0;
    if (children->counting == 0) return 0;
    for (size_t m = 0; m < tree->input->measures; m++) {
        struct money stated;
        if (children->unreadable[m] == 0 && tree_stated(tree, node, m, &stated)) sum = tally_plus(sum, tally_distance(stated, children->sum[m]));
    }
    return sum;
}

uint64_t tally_own_miss(const struct tree *tree, uint32_t node)
{
    if (tree->nodes[node].counting == 0) return 0;
    struct tally tally = tally_of(tree, node);
    return tally_miss(tree, node, &tally);
}

/* The distance of `node` if `only` were its one child. */
uint64_t tally_miss_of_one(const struct tree *tree, uint32_t node, uint32_t only)
{
    struct tally tally = {0};
    tally_child(tree, &tally, only, true);
    return tally_miss(tree, node, &tally);
}

void tree_note(struct tree *tree, enum outline_repair_kind kind, uint32_t node, uint32_t other)
{
    struct outline_repair repair = {kind, tree->nodes[node].row, tree->nodes[other].row};
    *array_push(tree->scratch, &tree->repairs) = repair;
}

/* ---- lifting: shape says child, code says not ------------------------------------------------------------------------------ */

bool tree_same_path(const struct tree *tree, const struct tree_node *a, const struct tree_node *b)
{
    return a->path_n == b->path_n && path_starts(tree, a, path_of(tree, b), b->path_n);
}

/* Does the code of `child` say that it belongs below `parent`? */
bool tree_code_agrees(const struct tree *tree, uint32_t parent, uint32_t child)
{
    const struct tree_node *p = &tree->nodes[parent], *c = &tree->nodes[child];
    if (p->shape == SHAPE_GROUP) return true;
    if (p->shape == SHAPE_PATH) return path_starts(tree, c, path_of(tree, p), p->path_n);
    return c->shape == SHAPE_DEEP && tree_same_path(tree, p, c) && account_common(&p->account, &c->account) == p->account.n;
}

/* Takes the disagreeing children of `node`, from the child `from` on, out and puts them behind it, below its parent. */
static void lift_children(struct tree *tree, uint32_t node, uint32_t from)
{
    struct tree_node *self = &tree->nodes[node];
    uint32_t parent = self->parent, after = node, child = self->first, following = self->next;
    bool reached = false;
    self->first = self->last = 0;
    while (child) {
        uint32_t next = tree->nodes[child].next;
        reached |= child == from;
        if (!reached || tree_code_agrees(tree, node, child)) {
            tree_append(tree, node, child);
        } else {
            tree_note(tree, OUTLINE_LIFTED, child, node);
            tree->nodes[after].next = child;
            tree->nodes[child].parent = parent;
            after = child;
        }
        child = next;
    }
    tree->nodes[after].next = following;
    if (!following) tree->nodes[parent].last = after;
}

/* Lifts the disagreeing children from `from` on when that brings node and parent together nearer to what they state. */
static bool try_lift(struct tree *tree, uint32_t node, uint32_t from)
{
    uint32_t parent = tree->nodes[node].parent;
    struct tally own = tally_of(tree, node), above = tally_of(tree, parent);
    bool any = false;
    for (uint32_t c = from; c; c = tree->nodes[c].next) {
        if (tree_code_agrees(tree, node, c)) continue;
        any = true;
        tally_child(tree, &own, c, false);
        tally_child(tree, &above, c, true);
    }
    if (!any) return false;
    if (tree->nodes[node].heading && own.counting == 0) tally_child(tree, &above, node, false);
    if (tally_plus(tally_miss(tree, node, &own), tally_miss(tree, parent, &above)) >= tally_plus(tally_own_miss(tree, node), tally_own_miss(tree, parent))) return false;
    lift_children(tree, node, from);
    keep_tally(tree, node, &own);
    keep_tally(tree, parent, &above);
    return true;
}

/* The child behind those that add up to exactly what the node states; 0 = none. */
static uint32_t behind_the_full(const struct tree *tree, uint32_t node)
{
    struct tally tally = {0};
    for (uint32_t c = tree->nodes[node].first; c; c = tree->nodes[c].next) {
        tally_child(tree, &tally, c, true);
        if (tally.counting && tally_miss(tree, node, &tally) == 0) return tree->nodes[c].next;
    }
    return 0;
}

/* Compares the tree with and without the children whose code disagrees: those behind the ones that suffice, then all. */
static void lift(struct tree *tree, uint32_t node)
{
    if (tally_own_miss(tree, node) == 0) return;
    uint32_t from = behind_the_full(tree, node);
    if (from && try_lift(tree, node, from)) return;
    try_lift(tree, node, tree->nodes[node].first);
}

void tree_settle(struct tree *tree)
{
    make_sums(tree);
    if (!tree->layered) return; /* node 0 states nothing: there is nothing to compare a list with */
    sum_up(tree);
    for (uint32_t i = tree->n; i-- > 1;) lift(tree, i); /* children first: what is lifted may be lifted again */
    for (uint32_t i = 1; i < tree->n; i++) tree_gather(tree, i);
    for (uint32_t i = 0; i < tree->n; i++) tree_nest(tree, i);   /* parents first: what is nested may be nested again */
    for (uint32_t i = 1; i < tree->n; i++) tree_gather(tree, i); /* a nesting may have made a parent comparable */
}

/* ---- strays --------------------------------------------------------------------------------------------------------------- */

/* Does `node` lack exactly the amounts of `row` in every measure, and is there anything to lack? */
static bool lacks(const struct tree *tree, uint32_t node, uint32_t row)
{
    bool money = false;
    for (size_t m = 0; m < tree->input->measures; m++) {
        struct money stated, sum;
        size_t at = (size_t)row * tree->input->measures + m;
        if (!tree_stated(tree, node, m, &stated) || !tree_children_sum(tree, node, m, &sum)) return false;
        if (tree->input->cells[at] == OUTLINE_UNREADABLE || !money_sub(&stated, sum)) return false;
        struct money amount = tree->input->cells[at] == OUTLINE_AMOUNT ? tree->input->amounts[at] : (struct money){0};
        if (money_cmp(stated, amount) != 0) return false;
        money |= amount.sen != 0;
    }
    return money;
}

void tree_place_stray(struct tree *tree, struct tree_stray *stray)
{
    for (uint32_t node = stray->open; node; node = tree->nodes[node].parent) {
        if (!lacks(tree, node, stray->row)) continue;
        stray->parent = node;
        size_t measures = tree->input->measures, from = (size_t)stray->row * measures;
        for (size_t m = 0; m < measures; m++)
            if (tree->input->cells[from + m] == OUTLINE_AMOUNT)
                money_add(&tree->sums[(size_t)node * measures + m], tree->input->amounts[from + m]);
        struct outline_repair repair = {OUTLINE_FOUND, stray->row, tree->nodes[node].row};
        *array_push(tree->scratch, &tree->repairs) = repair;
        return;
    }
}
