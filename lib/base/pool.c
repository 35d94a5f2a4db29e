#include "effcheck/pool.h"

#include <string.h>

#include "effcheck/fetch.h"

enum { FIRST_SLOTS = 1024 };

__extension__ typedef unsigned __int128 uint128; /* gcc and clang */

/* Both halves of the product. */
static uint64_t mix(uint64_t a, uint64_t b)
{
    uint128 product = (uint128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t load(const char *p, size_t n)
{
    uint64_t word = 0;
    memcpy(&word, p, n);
    return word;
}

/* Sixteen bytes a step (after wyhash, Wang Yi 2019); unlike str_hash it need not be the same on every machine, ids never leave the run. */
static uint32_t hash_of(struct str text)
{
    const uint64_t odd = 0x9E3779B97F4A7C15u, other = 0xE7037ED1A0B428DBu;
    uint64_t hash = text.n * odd;
    if (text.n <= 8) return (uint32_t)mix(hash ^ (text.n ? load(text.p, text.n) : 0), other);
    const char *p = text.p, *last = p + text.n - 8;
    for (; p + 8 < last; p += 16) hash = mix(hash ^ load(p, 8), load(p + 8, 8) ^ other);
    return (uint32_t)mix(hash ^ load(last, 8), load(p < last ? p : last, 8) ^ other);
}

/* The slot that holds `text`, or the free slot where it belongs. */
static size_t slot_of(const struct pool *pool, struct str text, uint32_t hash)
{
    size_t mask = pool->slot_count - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        struct pool_slot slot = pool->slots[i];
        if (!slot.taken || (slot.hash == hash && str_eq(pool->texts.at[slot.taken - 1], text))) return i;
    }
}

static void grow_slots(struct pool *pool)
{
    size_t old = pool->slot_count, count = old ? old * 2 : FIRST_SLOTS;
    const struct pool_slot *from = pool->slots;
    pool->slots = arena_new_n(pool->arena, struct pool_slot, count);
    pool->slot_count = count;
    for (size_t k = 0; k < old; k++) {
        if (!from[k].taken) continue;
        size_t i = from[k].hash & (count - 1);
        while (pool->slots[i].taken) i = (i + 1) & (count - 1);
        pool->slots[i] = from[k];
    }
    arena_drop(pool->arena, from);
}

static uint32_t add(struct pool *pool, struct str text, uint32_t hash, size_t slot)
{
    uint32_t id = (uint32_t)pool->texts.n;
    *array_push(pool->arena, &pool->texts) = text;
    pool->slots[slot] = (struct pool_slot){hash, id + 1};
    return id;
}

void pool_init(struct pool *pool, struct arena *arena)
{
    *pool = (struct pool){.arena = arena};
    grow_slots(pool);
    pool_id(pool, (struct str){0});
}

static uint32_t id_of(struct pool *pool, struct str text, uint32_t hash, bool copied)
{
    size_t slot = slot_of(pool, text, hash);
    if (pool->slots[slot].taken) return pool->slots[slot].taken - 1;
    if (pool->texts.n + 1 > pool->slot_count / 2) {
        grow_slots(pool);
        slot = slot_of(pool, text, hash);
    }
    return add(pool, copied ? str_copy(pool->arena, text) : text, hash, slot);
}

uint32_t pool_id(struct pool *pool, struct str text)
{
    return id_of(pool, text, hash_of(text), true);
}

/* The id that the first slot for a hash speaks of, + 1; 0 when it speaks of another hash. */
static uint32_t likely(const struct pool *pool, uint32_t hash)
{
    struct pool_slot slot = pool->slots[hash & (pool->slot_count - 1)];
    return slot.hash == hash ? slot.taken : 0;
}

/* In a large pool the slot, the place and the bytes of a text are each a miss of the cache: all are called for some texts ahead, one after
 * the other. */
static void ids_of(struct pool *pool, const struct pool *from, uint32_t *ids, bool copied)
{
    enum { SLOT = 24, PLACE = 16, BYTES = 8 };
    const size_t n = from->texts.n;
    uint32_t hashes[SLOT];
    for (size_t i = 0; i < n + SLOT; i++) {
        if (i >= SLOT) ids[i - SLOT] = id_of(pool, from->texts.at[i - SLOT], hashes[i % SLOT], copied);
        if (i < n) {
            hashes[i % SLOT] = hash_of(from->texts.at[i]);
            __builtin_prefetch(&pool->slots[hashes[i % SLOT] & (pool->slot_count - 1)]);
        }
        uint32_t place = i >= SLOT - PLACE && i < n + SLOT - PLACE ? likely(pool, hashes[(i - (SLOT - PLACE)) % SLOT]) : 0;
        uint32_t bytes = i >= SLOT - BYTES && i < n + SLOT - BYTES ? likely(pool, hashes[(i - (SLOT - BYTES)) % SLOT]) : 0;
        if (place) __builtin_prefetch(&pool->texts.at[place - 1]);
        if (bytes) call_for_text(pool->texts.at[bytes - 1]);
    }
}

void pool_ids(struct pool *pool, const struct pool *from, uint32_t *ids)
{
    ids_of(pool, from, ids, true);
}

void pool_adopt(struct pool *pool, const struct pool *from, uint32_t *ids)
{
    ids_of(pool, from, ids, false);
}

bool pool_find(const struct pool *pool, struct str text, uint32_t *id)
{
    uint32_t taken = pool->slots[slot_of(pool, text, hash_of(text))].taken;
    if (taken) *id = taken - 1;
    return taken != 0;
}
