/*
 * pool.h - each distinct text once, named by a small number.
 *
 * Ids count from 0 in the order of first appearance; id 0 is always the empty text.
 */
#ifndef EFFCHECK_POOL_H
#define EFFCHECK_POOL_H

#include <stdint.h>

#include "effcheck/array.h"
#include "effcheck/str.h"

struct pool {
    struct arena *arena;   /* holds the texts and the table */
    ARRAY(struct str) texts; /* id -> text, lives as long as the arena */
    struct pool_slot {
        uint32_t hash;
        uint32_t taken;    /* id + 1; 0 = free */
    } *slots;              /* open addressing; the hash lies beside the id so that most strangers are told without reading their text */
    size_t slot_count;     /* power of two */
};

void pool_init(struct pool *pool, struct arena *arena);
/* The id of `text`; a text not seen before is copied into the arena. */
uint32_t pool_id(struct pool *pool, struct str text);
/* The ids in `pool` of all texts of `from`, in the order of theirs. */
void pool_ids(struct pool *pool, const struct pool *from, uint32_t *ids);
/* The same, but texts that are new to `pool` are not copied: they must live as long as it. */
void pool_adopt(struct pool *pool, const struct pool *from, uint32_t *ids);
/* True and *id when the text is known. */
bool pool_find(const struct pool *pool, struct str text, uint32_t *id);
static inline struct str pool_text(const struct pool *pool, uint32_t id) { return pool->texts.at[id]; }

#endif
