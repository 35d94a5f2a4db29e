#include "effcheck/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "effcheck/array.h"

enum { ALIGN = 16, FIRST_BLOCK = 16 * 1024, LARGEST_STEP = 4 * 1024 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t size; /* usable bytes behind the header */
    size_t used;
};

/* The header rounded up, so that what follows it is aligned. */
static const size_t HEADER = (sizeof(struct arena_block) + ALIGN - 1) / ALIGN * ALIGN;

static void die(const struct arena *arena)
{
    if (arena->out_of_memory) arena->out_of_memory();
    abort();
}

static struct arena_block *add_block(struct arena *arena, size_t need)
{
    size_t size = arena->head ? arena->head->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_STEP) size = LARGEST_STEP;
    if (size < need) size = need;
    if (size > SIZE_MAX - HEADER) die(arena);
    struct arena_block *block = calloc(1, HEADER + size);
    if (!block) die(arena);
    block->size = size;
    block->next = arena->head;
    arena->head = block;
    arena->reserved += size;
    return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGN) die(arena);
    size_t need = (size + ALIGN - 1) / ALIGN * ALIGN;
    struct arena_block *block = arena->head;
    if (!block || block->size - block->used < need) block = add_block(arena, need);
    void *at = (char *)block + HEADER + block->used;
    block->used += need;
    return at;
}

void *arena_alloc_n(struct arena *arena, size_t n, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(n, size, &bytes)) die(arena);
    return arena_alloc(arena, bytes);
}

void arena_release(struct arena *arena)
{
    while (arena->head) {
        struct arena_block *next = arena->head->next;
        free(arena->head);
        arena->head = next;
    }
    arena->reserved = 0;
}

void *array_grow(struct arena *arena, const void *at, size_t n, size_t want, size_t size, size_t *cap)
{
    size_t target = *cap < 8 ? 8 : *cap;
    while (target < want) target = target > SIZE_MAX / 2 ? want : target * 2;
    if (*cap == 0 && want > 8) target = want; /* a first reservation is taken as the exact size */
    void *grown = arena_alloc_n(arena, target, size);
    if (n) memcpy(grown, at, n * size);
    *cap = target;
    return grown;
}
