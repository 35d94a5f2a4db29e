/*
 * outline_tree.h - the tree of one file's rows, and the amounts as arbiter between readings. Private to outline.
 *
 * Knows levels, keys and amounts; knows nothing of texts. Node 0 stands above everything and has no row. Nodes are added in row
 * order, so a parent always has a smaller index than its children, also after the repairs.
 */
#ifndef EFFCHECK_LEDGER_OUTLINE_TREE_H
#define EFFCHECK_LEDGER_OUTLINE_TREE_H

#include "effcheck/outline.h"

/* Levels; a smaller level stands higher. Account groups, then path rows by length, then the accounts below an activity. */
enum { LEVEL_PATH = 16, LEVEL_DEEP = 64 };
enum { TREE_STACK_MAX = LEVEL_DEEP + ACCOUNT_LEVELS_MAX + 2 };

enum tree_shape {
    SHAPE_GROUP, /* root or group account: anything may stand below */
    SHAPE_PATH,  /* affair, unit, programme, activity */
    SHAPE_DEEP,  /* account below a path */
};

struct tree_node {
    uint32_t row;
    uint32_t parent, first, last, next; /* node indexes; 0 = none, since node 0 is nobody's child */
    uint32_t counting;                  /* children that count for the footing */
    uint32_t path;                      /* where the path begins in tree.paths */
    uint8_t path_n;
    uint8_t level;
    uint8_t shape; /* enum tree_shape */
    uint8_t root;  /* enum account_root */
    bool heading;  /* affair or unit: counts only when something below it does */
    bool nested;   /* put inside a sibling by its amounts */
    struct account account;
};

/* A row with an amount and a name but no code, and where it stood. */
struct tree_stray {
    uint32_t row, open; /* the node that was open there */
    uint32_t parent;    /* out: the node that lacks exactly this amount, 0 = none */
};

struct tree {
    const struct outline_input *input;
    struct arena *scratch;
    struct tree_node *nodes; /* room for every row and node 0 */
    uint32_t n;
    struct money *sums;    /* n x measures: what the counting children state */
    uint32_t *unreadable;  /* n x measures: counting children that cannot be read there */
    ARRAY(uint32_t) paths; /* numbers of all paths */
    uint32_t stack[TREE_STACK_MAX];
    size_t depth; /* used entries of stack; node 0 is the lowest */
    bool layered; /* some row stands below another one */
    ARRAY(struct outline_repair) repairs;
};

struct tree tree_new(struct arena *scratch, const struct outline_input *input);
/* The innermost open node. */
static inline uint32_t tree_open(const struct tree *tree) { return tree->stack[tree->depth - 1]; }
/* Closes everything: what follows belongs to no row above. */
void tree_close(struct tree *tree);
/* True when a row of exactly this path is open. */
bool tree_path_open(const struct tree *tree, const uint32_t *path, size_t n);
/* Where the numbers of a path are kept; the path of the node before is not kept twice. */
uint32_t tree_keep_path(struct tree *tree, const uint32_t *path, size_t n);
/* Adds `node` (its links are set here) below the nearest open node of a smaller level. Returns its index. */
uint32_t tree_add(struct tree *tree, const struct tree_node *node);

/* Sums up, then repairs: lifts, nests. */
void tree_settle(struct tree *tree);
/* After tree_settle: gives a stray row to the parent that lacks exactly its amount. */
void tree_place_stray(struct tree *tree, struct tree_stray *stray);

/* Does the node count in its parent's sum? */
bool tree_counts(const struct tree_node *node);
/* The stated amount of a node, false when it is blank or unreadable. */
bool tree_stated(const struct tree *tree, uint32_t node, size_t measure, struct money *out);
/* True and the sum of the counting children when it can be compared with the node's own amount. */
bool tree_children_sum(const struct tree *tree, uint32_t node, size_t measure, struct money *out);

#endif
