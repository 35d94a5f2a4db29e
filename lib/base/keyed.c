#include "effcheck/keyed.h"

#include <stdbool.h>
#include <string.h>

enum { VALUES = 256, SECOND_BYTES = sizeof(uint32_t), KEY_BYTES = sizeof(uint64_t), BYTES = SECOND_BYTES + KEY_BYTES };

/* Byte b of a key, the least first. */
static inline unsigned byte_of(const struct keyed *k, unsigned b)
{
    return b < SECOND_BYTES ? k->second >> 8 * b & 0xFF : (unsigned)(k->key >> 8 * (b - SECOND_BYTES)) & 0xFF;
}

static bool is_after(const struct keyed *a, const struct keyed *b)
{
    return a->key != b->key ? a->key > b->key : a->second > b->second;
}

static void sort_few(struct keyed *list, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        const struct keyed one = list[i];
        size_t k = i;
        for (; k && is_after(&list[k - 1], &one); k--) list[k] = list[k - 1];
        list[k] = one;
    }
}

/* From counts to where the things of each value begin. */
static void begin_values(size_t counts[VALUES])
{
    for (size_t v = 0, from = 0; v < VALUES; v++) {
        size_t n = counts[v];
        counts[v] = from;
        from += n;
    }
}

void keyed_sort(struct keyed *list, size_t n, struct arena *scratch)
{
    enum { FEW = 32 };
    if (n < FEW) {
        sort_few(list, n);
        return;
    }
    size_t counts[BYTES][VALUES] = {{0}};
    struct keyed *from = list, *to = arena_alloc_n(scratch, n, sizeof *to);
    for (size_t i = 0; i < n; i++)
        for (unsigned b = 0; b < BYTES; b++) counts[b][byte_of(&list[i], b)]++;
    for (unsigned b = 0; b < BYTES; b++) {
        size_t *next = counts[b];
        if (next[byte_of(&from[0], b)] == n) continue; /* the same in all */
        begin_values(next);
        for (size_t i = 0; i < n; i++) to[next[byte_of(&from[i], b)]++] = from[i];
        struct keyed *sorted = to;
        to = from;
        from = sorted;
    }
    if (from != list) memcpy(list, from, n * sizeof *list);
}
