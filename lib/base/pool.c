#include "effcheck/pool.h"

#include <string.h>

enum { FIRST_SLOTS = 1024 };

/* Eight bytes a step; unlike str_hash it need not be the same on every machine, ids never leave the run. */
static uint32_t hash_of(struct str text)
{
    const uint64_t odd = 0x9E3779B97F4A7C15u;
    uint64_t hash = text.n * odd, word = 0;
    size_t i = 0;
    for (; i + 8 <= text.n; i += 8) {
        memcpy(&word, text.p + i, 8);
        hash = (hash ^ word) * odd;
        hash ^= hash >> 29;
    }
    word = 0;
    if (i < text.n) memcpy(&word, text.p + i, text.n - i);
    hash = (hash ^ word) * odd;
    return (uint32_t)(hash >> 32);
}

/* The slot that holds `text`, or the free slot where it belongs. */
static size_t slot_of(const struct pool *pool, struct str text, uint32_t hash)
{
    size_t mask = pool->slot_count - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        uint32_t taken = pool->slots[i];
        if (taken == 0) return i;
        if (pool->hashes[taken - 1] == hash && str_eq(pool->texts.at[taken - 1], text)) return i;
    }
}

static void grow_slots(struct pool *pool)
{
    size_t count = pool->slot_count ? pool->slot_count * 2 : FIRST_SLOTS;
    pool->slots = arena_new_n(pool->arena, uint32_t, count);
    pool->slot_count = count;
    for (size_t id = 0; id < pool->texts.n; id++) {
        size_t i = pool->hashes[id] & (count - 1);
        while (pool->slots[i]) i = (i + 1) & (count - 1);
        pool->slots[i] = (uint32_t)id + 1;
    }
}

static uint32_t add(struct pool *pool, struct str text, uint32_t hash, size_t slot)
{
    uint32_t id = (uint32_t)pool->texts.n;
    if (pool->texts.n + 1 > pool->hashes_cap)
        pool->hashes = array_grow(pool->arena, pool->hashes, pool->texts.n, pool->texts.n + 1, sizeof *pool->hashes, &pool->hashes_cap);
    pool->hashes[id] = hash;
    *array_push(pool->arena, &pool->texts) = str_copy(pool->arena, text);
    pool->slots[slot] = id + 1;
    return id;
}

void pool_init(struct pool *pool, struct arena *arena)
{
    *pool = (struct pool){.arena = arena};
    grow_slots(pool);
    pool_id(pool, (struct str){0});
}

uint32_t pool_id(struct pool *pool, struct str text)
{
    uint32_t hash = hash_of(text);
    size_t slot = slot_of(pool, text, hash);
    if (pool->slots[slot]) return pool->slots[slot] - 1;
    if (pool->texts.n + 1 > pool->slot_count / 2) {
        grow_slots(pool);
        slot = slot_of(pool, text, hash);
    }
    return add(pool, text, hash, slot);
}

bool pool_find(const struct pool *pool, struct str text, uint32_t *id)
{
    uint32_t taken = pool->slots[slot_of(pool, text, hash_of(text))];
    if (taken) *id = taken - 1;
    return taken != 0;
}
