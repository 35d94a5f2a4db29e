/* The second half of the repairs: rows of one code printed several times, and levels lost in the code of the children. */
#include "outline_tally.h"

/* ---- nesting: one code several times in a row ------------------------------------------------------------------------------ */

/* Siblings of one code. Below an activity the account decides alone: the path in front of it is only printed again. */
static bool same_key(const struct tree *tree, uint32_t a, uint32_t b)
{
    const struct tree_node *x = &tree->nodes[a], *y = &tree->nodes[b];
    if (x->level != y->level || x->account.n != y->account.n) return false;
    if (account_common(&x->account, &y->account) != x->account.n) return false;
    bool below_activity = x->shape == SHAPE_DEEP && tree->nodes[x->parent].shape != SHAPE_GROUP && x->parent;
    return x->shape == SHAPE_GROUP || below_activity || tree_same_path(tree, x, y);
}

static bool same_amounts(const struct tree *tree, uint32_t a, uint32_t b)
{
    for (size_t m = 0; m < tree->input->measures; m++) {
        struct money x = {0}, y = {0};
        if (tree_cell(tree, a, m, &x) != tree_cell(tree, b, m, &y) || money_cmp(x, y) != 0) return false;
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
    for (; from != last; from = tree->nodes[from].next) sum = tally_plus(sum, tally_miss_of_one(tree, from, tree->nodes[from].next));
    return sum;
}

static uint64_t size_of(const struct tree *tree, uint32_t node)
{
    uint64_t sum = 0;
    for (size_t m = 0; m < tree->input->measures; m++) {
        struct money stated;
        if (tree_stated(tree, node, m, &stated)) sum = tally_plus(sum, tally_distance(stated, (struct money){0}));
    }
    return sum;
}

/* What a nesting misses by: `near` must be small against `size`, or any wrong total would call for a nesting. */
static uint64_t near_or_never(uint64_t near, uint64_t size, uint64_t more)
{
    enum { ONE_IN = 10 };
    return near <= size / ONE_IN ? tally_plus(near, more) : UINT64_MAX;
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
    uint64_t last = tally_own_miss(tree, run->last), parent = tally_miss(tree, run->parent, &alone), size = size_of(tree, run->first);
    uint64_t adopted = tally_plus(tally_miss(tree, run->first, &adopting), chain_miss(tree, second, run->last));
    misses[SIDE_BY_SIDE] = tally_plus(tally_own_miss(tree, run->parent), last);
    bool bare = tree->nodes[run->last].counting == 0; /* nothing but equal codes: only a parent that then nearly adds up is proof */
    uint64_t outer = bare && !run->proven ? near_or_never(parent, size, last) : tally_plus(parent, last);
    misses[FIRST_HOLDS] = near_or_never(tally_miss(tree, run->first, &rest), size, outer);
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
        tree_append(tree, to, child);
        child = next;
    }
    tree_count(tree, from);
}

static void nest_run(struct tree *tree, const struct run *run, enum reading reading)
{
    uint32_t holder = run->first, node = cut_run(tree, run);
    while (node) {
        uint32_t next = tree->nodes[node].next;
        tree_append(tree, holder, node);
        tree->nodes[node].nested = true;
        tree_note(tree, OUTLINE_NESTED, node, run->first);
        if (reading != FIRST_HOLDS) holder = node;
        node = next;
    }
    if (reading == CHAIN_ADOPTS) adopt(tree, run->last, run->first);
    for (node = run->last; node != run->first; node = tree->nodes[node].parent) tree_count(tree, tree->nodes[node].parent);
    tree_count(tree, run->parent);
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
    if (tally_own_miss(tree, parent) == 0) return false;
    for (uint32_t child = tree->nodes[parent].first; child; child = tree->nodes[run.last].next) {
        if (!find_run(tree, child, &run) || chain_miss(tree, run.first, run.last) != 0) continue;
        for (uint32_t c = run.first; c != run.last; c = tree->nodes[c].next) tally_child(tree, &once, c, false);
        uint64_t size = size_of(tree, run.first);
        if (size < smallest) smallest = size;
    }
    return smallest != UINT64_MAX && near_or_never(tally_miss(tree, parent, &once), smallest, 0) != UINT64_MAX;
}

void tree_nest(struct tree *tree, uint32_t parent)
{
    if (!tree->nodes[parent].first) return;
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
        if (!tree_code_agrees(tree, sibling, c)) tally_child(tree, tally, c, true);
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
        if (tally.sum[0].sen == stated.sen && tally_miss(tree, node, &tally) == 0) return sibling;
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
            tree_append(tree, tree_code_agrees(tree, child, guest) ? child : holder, guest);
            guest = next;
        }
        tree_count(tree, child);
    }
    tree_count(tree, holder);
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
    uint64_t then = tally_miss(tree, parent, &without);
    bool near = near_or_never(then, count > 1 ? size_of(tree, node) : 0, 0) != UINT64_MAX;
    if (then >= now || !near) return false;
    nest_run(tree, &run, FIRST_HOLDS);
    seat_guests(tree, node);
    return true;
}

void tree_gather(struct tree *tree, uint32_t parent)
{
    uint64_t now = tally_own_miss(tree, parent);
    for (uint32_t node = tree->nodes[parent].first; node && now; node = tree->nodes[node].next)
        if (!tree->nodes[node].first && gather_behind(tree, parent, node, now)) now = tally_own_miss(tree, parent);
}
