/*
 * array.h - growable arrays of any type, kept in an arena.
 *
 *     ARRAY(struct line) lines = {0};
 *     *array_push(&arena, &lines) = line;
 *     for (size_t i = 0; i < lines.n; i++) use(&lines.at[i]);
 *
 * Growth doubles and copies; pointers into the array do not outlive it (the old copy of a long one is given back at once). For the few
 * very long arrays (lines of the ledger) reserve the exact size first.
 */
#ifndef EFFCHECK_ARRAY_H
#define EFFCHECK_ARRAY_H

#include <string.h>

#include "effcheck/arena.h"

#define ARRAY(type) \
    struct {        \
        type *at;   \
        size_t n;   \
        size_t cap; \
    }

/* A block for at least `want` elements of `size` bytes that begins with the `n` elements at `at`, the others uninitialised; *cap is its
 * capacity. */
void *array_grow(struct arena *arena, const void *at, size_t n, size_t want, size_t size, size_t *cap);

#define array_reserve(arena, array, want)                                                                              \
    ((want) > (array)->cap                                                                                             \
         ? (void)((array)->at = array_grow((arena), (array)->at, (array)->n, (want), sizeof *(array)->at, &(array)->cap)) \
         : (void)0)

/* Pointer to a new, uninitialised last element; valid until the next push. */
#define array_push(arena, array) (array_reserve((arena), (array), (array)->n + 1), &(array)->at[(array)->n++])

/* Adds all of another array of the same type. */
#define array_append(arena, array, more)                                                                             \
    (array_reserve((arena), (array), (array)->n + (more)->n), (void)((array)->at == (more)->at),                       \
     (void)((more)->n ? memcpy((array)->at + (array)->n, (more)->at, (more)->n * sizeof *(array)->at) : NULL), (array)->n += (more)->n)

#endif
