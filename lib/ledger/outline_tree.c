#include "outline_tree.h"

#include <assert.h>
#include <string.h>

struct tree tree_new(struct arena *scratch, const struct outline_input *input)
{
    struct tree tree = {.input = input, .scratch = scratch, .n = 1, .depth = 1};
    tree.nodes = arena_new_n(scratch, struct tree_node, input->n + 1);
    tree.nodes[0].row = OUTLINE_NONE;
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

static void append_child(struct tree *tree, uint32_t parent, uint32_t child)
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
    append_child(tree, tree_open(tree), index);
    assert(tree->depth < TREE_STACK_MAX);
    tree->stack[tree->depth++] = index;
    return index;
}

/* ---- sums ----------------------------------------------------------------------------------------------------------------- */

bool tree_counts(const struct tree_node *node) { return !node->heading || node->counting > 0; }

static enum outline_cell cell_of(const struct tree *tree, uint32_t node, size_t m, struct money *amount)
{
    uint32_t row = tree->nodes[node].row;
    if (row == OUTLINE_NONE) return OUTLINE_ABSENT;
    size_t at = (size_t)row * tree->input->measures + m;
    *amount = tree->input->amounts[at];
    return (enum outline_cell)tree->input->cells[at];
}

bool tree_stated(const struct tree *tree, uint32_t node, size_t measure, struct money *out)
{
    return cell_of(tree, node, measure, out) == OUTLINE_AMOUNT;
}

/* What a set of children comes to. */
struct tally {
    struct money sum[OUTLINE_MEASURES_MAX];
    uint32_t unreadable[OUTLINE_MEASURES_MAX];
    uint32_t counting;
};

static void tally_child(const struct tree *tree, struct tally *tally, uint32_t child, bool add)
{
    if (!tree_counts(&tree->nodes[child])) return;
    tally->counting += add ? 1u : (uint32_t)-1;
    for (size_t m = 0; m < tree->input->measures; m++) {
        struct money amount = {0};
        enum outline_cell cell = cell_of(tree, child, m, &amount);
        bool fits = cell != OUTLINE_AMOUNT || (add ? money_add(&tally->sum[m], amount) : money_sub(&tally->sum[m], amount));
        if (cell == OUTLINE_UNREADABLE || !fits) tally->unreadable[m] += add ? 1u : (uint32_t)-1;
    }
}

static struct tally tally_of(const struct tree *tree, uint32_t node)
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

static void count_children(struct tree *tree, uint32_t node)
{
    struct tally tally = {0};
    for (uint32_t c = tree->nodes[node].first; c; c = tree->nodes[c].next) tally_child(tree, &tally, c, true);
    keep_tally(tree, node, &tally);
}

static void sum_up(struct tree *tree)
{
    size_t cells = (size_t)tree->n * tree->input->measures;
    tree->sums = arena_new_n(tree->scratch, struct money, cells);
    tree->unreadable = arena_new_n(tree->scratch, uint32_t, cells);
    for (uint32_t i = tree->n; i-- > 0;) count_children(tree, i);
}

bool tree_children_sum(const struct tree *tree, uint32_t node, size_t measure, struct money *out)
{
    size_t at = (size_t)node * tree->input->measures + measure;
    *out = tree->sums[at];
    return tree->nodes[node].counting > 0 && tree->unreadable[at] == 0;
}

/* ---- how far a reading is from what the file states ------------------------------------------------------------------------ */

static uint64_t plus(uint64_t a, uint64_t b) { return a > UINT64_MAX - b ? UINT64_MAX : a + b; }

static uint64_t distance(struct money a, struct money b)
{
    return a.sen > b.sen ? (uint64_t)a.sen - (uint64_t)b.sen : (uint64_t)b.sen - (uint64_t)a.sen;
}

/* Distance between the node's own amounts and these children; 0 where nothing can be compared. */
static uint64_t miss(const struct tree *tree, uint32_t node, const struct tally *children)
{
    uint64_t sum = 0;
    if (children->counting == 0) return 0;
    for (size_t m = 0; m < tree->input->measures; m++) {
        struct money stated;
        if (children->unreadable[m] == 0 && tree_stated(tree, node, m, &stated)) sum = plus(sum, distance(stated, children->sum[m]));
    }
    return sum;
}

static uint64_t own_miss(const struct tree *tree, uint32_t node)
{
    struct tally tally = tally_of(tree, node);
    return miss(tree, node, &tally);
}

/* The distance of `node` if `only` were its one child. */
static uint64_t miss_of_one(const struct tree *tree, uint32_t node, uint32_t only)
{
    struct tally tally = {0};
    tally_child(tree, &tally, only, true);
    return miss(tree, node, &tally);
}

static void note(struct tree *tree, enum outline_repair_kind kind, uint32_t node, uint32_t other)
{
    struct outline_repair repair = {kind, tree->nodes[node].row, tree->nodes[other].row};
    *array_push(tree->scratch, &tree->repairs) = repair;
}

/* ---- lifting: shape says child, code says not ------------------------------------------------------------------------------ */

static bool same_path(const struct tree *tree, const struct tree_node *a, const struct tree_node *b)
{
    return a->path_n == b->path_n && path_starts(tree, a, path_of(tree, b), b->path_n);
}

/* Does the code of `child` say that it belongs below `parent`? */
static bool code_agrees(const struct tree *tree, uint32_t parent, uint32_t child)
{
    const struct tree_node *p = &tree->nodes[parent], *c = &tree->nodes[child];
    if (p->shape == SHAPE_GROUP) return true;
    if (p->shape == SHAPE_PATH) return path_starts(tree, c, path_of(tree, p), p->path_n);
    return c->shape == SHAPE_DEEP && same_path(tree, p, c) && account_common(&p->account, &c->account) == p->account.n;
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
        if (!reached || code_agrees(tree, node, child)) {
            append_child(tree, node, child);
        } else {
            note(tree, OUTLINE_LIFTED, child, node);
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
        if (code_agrees(tree, node, c)) continue;
        any = true;
        tally_child(tree, &own, c, false);
        tally_child(tree, &above, c, true);
    }
    if (!any) return false;
    if (tree->nodes[node].heading && own.counting == 0) tally_child(tree, &above, node, false);
    if (plus(miss(tree, node, &own), miss(tree, parent, &above)) >= plus(own_miss(tree, node), own_miss(tree, parent))) return false;
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
        if (tally.counting && miss(tree, node, &tally) == 0) return tree->nodes[c].next;
    }
    return 0;
}

/* Compares the tree with and without the children whose code disagrees: those behind the ones that suffice, then all. */
static void lift(struct tree *tree, uint32_t node)
{
    if (own_miss(tree, node) == 0) return;
    uint32_t from = behind_the_full(tree, node);
    if (from && try_lift(tree, node, from)) return;
    try_lift(tree, node, tree->nodes[node].first);
}

/* ---- nesting: one code several times in a row ------------------------------------------------------------------------------ */

/* Siblings of one code. Below an activity the account decides alone: the path in front of it is only printed again. */
static bool same_key(const struct tree *tree, uint32_t a, uint32_t b)
{
    const struct tree_node *x = &tree->nodes[a], *y = &tree->nodes[b];
    if (x->level != y->level || x->account.n != y->account.n) return false;
    if (account_common(&x->account, &y->account) != x->account.n) return false;
    bool below_activity = x->shape == SHAPE_DEEP && tree->nodes[x->parent].shape != SHAPE_GROUP && x->parent;
    return x->shape == SHAPE_GROUP || below_activity || same_path(tree, x, y);
}

static bool same_amounts(const struct tree *tree, uint32_t a, uint32_t b)
{
    for (size_t m = 0; m < tree->input->measures; m++) {
        struct money x = {0}, y = {0};
        if (cell_of(tree, a, m, &x) != cell_of(tree, b, m, &y) || money_cmp(x, y) != 0) return false;
    }
    return true;
}

/* Siblings first .. last; when of one key, all but the last are without children. */
struct run {
    uint32_t parent, first, last;
    bool proven; /* all such runs of the parent together make it add up */
};

/* The ways to read a run. */
enum reading {
    SIDE_BY_SIDE, /* several lines of one account */
    FIRST_HOLDS,  /* the first states what the others add up to */
    CHAIN,        /* the same thing printed again and again, one inside the other */
    CHAIN_ADOPTS, /* as CHAIN, and the children of the last belong to the first */
    READINGS
};

static uint64_t chain_miss(const struct tree *tree, uint32_t from, uint32_t last)
{
    uint64_t sum = 0;
    for (; from != last; from = tree->nodes[from].next) sum = plus(sum, miss_of_one(tree, from, tree->nodes[from].next));
    return sum;
}

static uint64_t size_of(const struct tree *tree, uint32_t node)
{
    uint64_t sum = 0;
    for (size_t m = 0; m < tree->input->measures; m++) {
        struct money stated;
        if (tree_stated(tree, node, m, &stated)) sum = plus(sum, distance(stated, (struct money){0}));
    }
    return sum;
}

/* What a nesting misses by: `near` must be small against `size`, or any wrong total would call for a nesting. */
static uint64_t near_or_never(uint64_t near, uint64_t size, uint64_t more)
{
    enum { ONE_IN = 10 };
    return near <= size / ONE_IN ? plus(near, more) : UINT64_MAX;
}

static void judge(const struct tree *tree, const struct run *run, uint64_t misses[READINGS])
{
    struct tally alone = tally_of(tree, run->parent), rest = {0}, adopting = tally_of(tree, run->last);
    uint32_t second = tree->nodes[run->first].next;
    for (uint32_t c = second;; c = tree->nodes[c].next) {
        tally_child(tree, &alone, c, false);
        tally_child(tree, &rest, c, true);
        if (c == run->last) break;
    }
    tally_child(tree, &adopting, second, true);
    uint64_t last = own_miss(tree, run->last), parent = miss(tree, run->parent, &alone), size = size_of(tree, run->first);
    uint64_t adopted = plus(miss(tree, run->first, &adopting), chain_miss(tree, second, run->last));
    misses[SIDE_BY_SIDE] = plus(own_miss(tree, run->parent), last);
    bool bare = tree->nodes[run->last].counting == 0; /* nothing but equal codes: only a parent that then nearly adds up is proof */
    uint64_t outer = bare && !run->proven ? near_or_never(parent, size, last) : plus(parent, last);
    misses[FIRST_HOLDS] = near_or_never(miss(tree, run->first, &rest), size, outer);
    misses[CHAIN] = near_or_never(chain_miss(tree, run->first, run->last), 0, outer);
    misses[CHAIN_ADOPTS] = bare ? UINT64_MAX : near_or_never(adopted, size, parent);
}

/* Without amounts to decide, a row printed twice with equal amounts, whose second print has the children, is one thing. */
static bool printed_twice(const struct tree *tree, const struct run *run)
{
    if (tree->nodes[run->last].counting == 0) return false;
    for (uint32_t c = run->first; c != run->last; c = tree->nodes[c].next)
        if (!same_amounts(tree, c, tree->nodes[c].next)) return false;
    return true;
}

static enum reading best_reading(const struct tree *tree, const struct run *run)
{
    uint64_t misses[READINGS];
    judge(tree, run, misses);
    enum reading best = SIDE_BY_SIDE;
    /* ties between the nestings go to the chain, which leaves one line instead of several */
    static const enum reading order[] = {CHAIN, FIRST_HOLDS, CHAIN_ADOPTS};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (misses[order[i]] < misses[best]) best = order[i];
    bool undecided = best == SIDE_BY_SIDE && misses[CHAIN] == misses[SIDE_BY_SIDE];
    return undecided && printed_twice(tree, run) ? CHAIN : best;
}

/* Cuts the run behind its first node out of the parent's list. Returns the second node; the cut list keeps its links. */
static uint32_t cut_run(struct tree *tree, const struct run *run)
{
    uint32_t second = tree->nodes[run->first].next, following = tree->nodes[run->last].next;
    tree->nodes[run->first].next = following;
    if (!following) tree->nodes[run->parent].last = run->first;
    tree->nodes[run->last].next = 0;
    return second;
}

static void adopt(struct tree *tree, uint32_t from, uint32_t to)
{
    uint32_t child = tree->nodes[from].first;
    tree->nodes[from].first = tree->nodes[from].last = 0;
    while (child) {
        uint32_t next = tree->nodes[child].next;
        append_child(tree, to, child);
        child = next;
    }
    count_children(tree, from);
}

static void nest_run(struct tree *tree, const struct run *run, enum reading reading)
{
    uint32_t holder = run->first, node = cut_run(tree, run);
    while (node) {
        uint32_t next = tree->nodes[node].next;
        append_child(tree, holder, node);
        tree->nodes[node].nested = true;
        note(tree, OUTLINE_NESTED, node, run->first);
        if (reading != FIRST_HOLDS) holder = node;
        node = next;
    }
    if (reading == CHAIN_ADOPTS) adopt(tree, run->last, run->first);
    for (node = run->last; node != run->first; node = tree->nodes[node].parent) count_children(tree, tree->nodes[node].parent);
    count_children(tree, run->parent);
}

/* The run that begins with `first`; false when it is a run of one. */
static bool find_run(const struct tree *tree, uint32_t first, struct run *run)
{
    run->first = run->last = first;
    while (tree->nodes[run->last].first == 0) {
        uint32_t next = tree->nodes[run->last].next;
        if (!next || !same_key(tree, first, next)) break;
        run->last = next;
    }
    return run->last != run->first;
}

/* Would the parent nearly add up if every row printed again and again were counted once? Then none of them is there by chance. */
static bool repeats_prove(const struct tree *tree, uint32_t parent)
{
    struct run run = {.parent = parent};
    struct tally once = tally_of(tree, parent);
    uint64_t smallest = UINT64_MAX;
    if (own_miss(tree, parent) == 0) return false;
    for (uint32_t child = tree->nodes[parent].first; child; child = tree->nodes[run.last].next) {
        if (!find_run(tree, child, &run) || chain_miss(tree, run.first, run.last) != 0) continue;
        for (uint32_t c = run.first; c != run.last; c = tree->nodes[c].next) tally_child(tree, &once, c, false);
        uint64_t size = size_of(tree, run.first);
        if (size < smallest) smallest = size;
    }
    return smallest != UINT64_MAX && near_or_never(miss(tree, parent, &once), smallest, 0) != UINT64_MAX;
}

static void nest(struct tree *tree, uint32_t parent)
{
    struct run run = {.parent = parent, .proven = repeats_prove(tree, parent)};
    for (uint32_t child = tree->nodes[parent].first; child; child = tree->nodes[run.last].next) {
        if (!find_run(tree, child, &run)) continue;
        enum reading reading = best_reading(tree, &run);
        if (reading == SIDE_BY_SIDE) continue;
        nest_run(tree, &run, reading);
        run.last = run.first;
    }
}

/* ---- gathering: a level lost in the code of the children -------------------------------------------------------------------- */

/* A sibling and those of its children that are not its own by their code. */
static void tally_with_guests(const struct tree *tree, struct tally *tally, uint32_t sibling)
{
    tally_child(tree, tally, sibling, true);
    for (uint32_t c = tree->nodes[sibling].first; c; c = tree->nodes[c].next)
        if (!code_agrees(tree, sibling, c)) tally_child(tree, tally, c, true);
}

/*
 * A row of 100 without children, behind it two of 40 and 60 under the same parent, which is too small by 100: the two lost a
 * level of their code and belong below the first. What stood below them by shape only comes along.
 * Finds the last sibling up to which those behind `node` add up to exactly its amounts; 0 = none. *count = how many they are.
 */
static uint32_t siblings_that_fill(const struct tree *tree, uint32_t node, size_t *count)
{
    enum { MOST = 200 }; /* a long list is no list of a lost level */
    struct tally tally = {0};
    struct money stated;
    uint32_t sibling = tree->nodes[node].next;
    if (!tree_stated(tree, node, 0, &stated) || stated.sen == 0) return 0;
    for (*count = 1; sibling && *count <= MOST; ++*count, sibling = tree->nodes[sibling].next) {
        tally_with_guests(tree, &tally, sibling);
        if (tally.sum[0].sen > stated.sen) return 0;
        if (tally.sum[0].sen == stated.sen && miss(tree, node, &tally) == 0) return sibling;
    }
    return 0;
}

/* Moves the guests of the children of `holder` to it. */
static void seat_guests(struct tree *tree, uint32_t holder)
{
    uint32_t last = tree->nodes[holder].last;
    for (uint32_t child = tree->nodes[holder].first; child; child = child == last ? 0 : tree->nodes[child].next) {
        uint32_t guest = tree->nodes[child].first;
        tree->nodes[child].first = tree->nodes[child].last = 0;
        while (guest) {
            uint32_t next = tree->nodes[guest].next;
            append_child(tree, code_agrees(tree, child, guest) ? child : holder, guest);
            guest = next;
        }
        count_children(tree, child);
    }
    count_children(tree, holder);
}

/* Puts siblings that fill a childless one below it, where the parent then nearly adds up; a single sibling of equal amount is
 * chance unless it then adds up exactly. */
static bool gather_behind(struct tree *tree, uint32_t parent, uint32_t node, uint64_t now)
{
    size_t count;
    uint32_t last = siblings_that_fill(tree, node, &count);
    if (!last) return false;
    struct run run = {.parent = parent, .first = node, .last = last};
    struct tally without = tally_of(tree, parent);
    for (uint32_t c = tree->nodes[node].next;; c = tree->nodes[c].next) {
        tally_child(tree, &without, c, false);
        if (c == last) break;
    }
    uint64_t then = miss(tree, parent, &without);
    bool near = near_or_never(then, count > 1 ? size_of(tree, node) : 0, 0) != UINT64_MAX;
    if (then >= now || !near) return false;
    nest_run(tree, &run, FIRST_HOLDS);
    seat_guests(tree, node);
    return true;
}

static void gather(struct tree *tree, uint32_t parent)
{
    uint64_t now = own_miss(tree, parent);
    for (uint32_t node = tree->nodes[parent].first; node && now; node = tree->nodes[node].next)
        if (!tree->nodes[node].first && gather_behind(tree, parent, node, now)) now = own_miss(tree, parent);
}

void tree_settle(struct tree *tree)
{
    sum_up(tree);
    for (uint32_t i = tree->n; i-- > 1;) lift(tree, i); /* children first: what is lifted may be lifted again */
    for (uint32_t i = 1; i < tree->n; i++) gather(tree, i);
    for (uint32_t i = 0; i < tree->n; i++) nest(tree, i);   /* parents first: what is nested may be nested again */
    for (uint32_t i = 1; i < tree->n; i++) gather(tree, i); /* a nesting may have made a parent comparable */
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
