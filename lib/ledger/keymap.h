/* A map from 64-bit keys to counts or indices, in an arena. Not a public header. */
#ifndef EFFCHECK_KEYMAP_H
#define EFFCHECK_KEYMAP_H

#include <stdbool.h>
#include <stdint.h>

#include "effcheck/arena.h"

struct keymap {
    struct arena *arena;
    struct keymap_slot {
        uint64_t key;
        uint32_t value;
        bool taken;
    } * slots;
    size_t slot_count, used;
};

/* The value of `key`; a new one is 0. Valid until the next call. */
uint32_t *keymap_at(struct keymap *map, uint64_t key);
/* The same without making one: NULL when the key is not there. */
uint32_t *keymap_find(const struct keymap *map, uint64_t key);

/* Mixes the bits of x (the finalizer of splitmix64, Steele et al. 2014). */
static inline uint64_t key_mix(uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}
static inline uint64_t key_with(uint64_t key, uint64_t more) { return key_mix(key * 0x9E3779B97F4A7C15u + more + 1); }

#endif
