/*
 * keyed.h - things in the order of a number.
 *
 * For long lists: the time grows as the list does, where comparing two at a time grows faster (radix sort from the least byte on, Knuth,
 * The Art of Computer Programming, volume 3, 5.2.5).
 */
#ifndef EFFCHECK_KEYED_H
#define EFFCHECK_KEYED_H

#include <stddef.h>
#include <stdint.h>

#include "effcheck/arena.h"

struct keyed {
    uint64_t key;
    uint32_t second; /* decides where keys are equal */
    uint32_t at;     /* what it is the key of */
};

/* Ascending by key, then by second; equal ones stay in the order that they came in. */
void keyed_sort(struct keyed *list, size_t n, struct arena *scratch);

/* A key that puts the largest number first. */
static inline uint64_t keyed_largest_first(int64_t number) { return ~((uint64_t)number ^ UINT64_C(1) << 63); }

#endif
