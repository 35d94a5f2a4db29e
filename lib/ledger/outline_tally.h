/* outline_tally.h - what the repairs of a tree share (outline_tree.c, outline_nest.c): sums of children and how far they miss. */
#ifndef EFFCHECK_LEDGER_OUTLINE_TALLY_H
#define EFFCHECK_LEDGER_OUTLINE_TALLY_H

#include "outline_tree.h"

/* What a set of children comes to. */
struct tally {
    struct money sum[OUTLINE_MEASURES_MAX];
    uint32_t unreadable[OUTLINE_MEASURES_MAX];
    uint32_t counting;
};

/* Takes one child into the tally or out of it. */
void tally_child(const struct tree *tree, struct tally *tally, uint32_t child, bool add);
struct tally tally_of(const struct tree *tree, uint32_t node);

uint64_t tally_plus(uint64_t a, uint64_t b); /* UINT64_MAX is the end */
uint64_t tally_distance(struct money a, struct money b);
/* Distance between the node's own amounts and these children; 0 where nothing can be compared. */
uint64_t tally_miss(const struct tree *tree, uint32_t node, const struct tally *children);
uint64_t tally_own_miss(const struct tree *tree, uint32_t node);
/* The distance of `node` if `only` were its one child. */
uint64_t tally_miss_of_one(const struct tree *tree, uint32_t node, uint32_t only);

enum outline_cell tree_cell(const struct tree *tree, uint32_t node, size_t m, struct money *amount);
void tree_append(struct tree *tree, uint32_t parent, uint32_t child);
/* Counts the children of a node anew. */
void tree_count(struct tree *tree, uint32_t node);
void tree_note(struct tree *tree, enum outline_repair_kind kind, uint32_t node, uint32_t other);
bool tree_same_path(const struct tree *tree, const struct tree_node *a, const struct tree_node *b);
/* Does the code of `child` say that it belongs below `parent`? */
bool tree_code_agrees(const struct tree *tree, uint32_t parent, uint32_t child);

/* The repairs of outline_nest.c, for the children of one node. */
void tree_nest(struct tree *tree, uint32_t parent);
void tree_gather(struct tree *tree, uint32_t parent);

#endif
