#include "effcheck/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "effcheck/array.h"

/* Under the address sanitizer nothing may be touched that was not handed out, and some of that lies behind each thing. */
#ifdef __has_feature /* clang */
#define HAS_SANITIZER __has_feature(address_sanitizer)
#elif defined __SANITIZE_ADDRESS__ /* gcc */
#define HAS_SANITIZER 1
#else
#define HAS_SANITIZER 0
#endif
#if HAS_SANITIZER
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
#else
#define ASAN_POISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
enum { GAP = 0 };
#endif

enum { ALIGN = 16, FIRST_BLOCK = 16 * 1024, LARGEST_STEP = 4 * 1024 * 1024, LARGE = 256 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t size; /* usable bytes behind the header */
    size_t used;
    bool alone; /* holds one large thing */
};

/* The header rounded up, so that what follows it is aligned. */
static const size_t HEADER = (sizeof(struct arena_block) + ALIGN - 1) / ALIGN * ALIGN;

static _Noreturn void die(const struct arena *arena)
{
    if (arena->out_of_memory) arena->out_of_memory();
    abort();
}

static void *inside(struct arena_block *block)
{
    return (char *)block + HEADER;
}

static struct arena_block *new_block(struct arena *arena, size_t size, bool zeroed)
{
    if (size > SIZE_MAX - HEADER) die(arena);
    struct arena_block *block = zeroed ? calloc(1, HEADER + size) : malloc(HEADER + size);
    if (!block) die(arena);
    *block = (struct arena_block){.size = size};
    ASAN_POISON_MEMORY_REGION(inside(block), size);
    arena->reserved += size;
    return block;
}

/* A block for many small things becomes the head. */
static struct arena_block *add_block(struct arena *arena)
{
    size_t size = arena->head ? arena->head->size * 2 : FIRST_BLOCK;
    struct arena_block *block = new_block(arena, size > LARGEST_STEP ? LARGEST_STEP : size, false);
    block->next = arena->head;
    arena->head = block;
    return block;
}

/* A large thing has a block to itself, behind the head: what is left of the head can still be used. */
static void *add_large(struct arena *arena, size_t need, bool zeroed)
{
    if (!arena->head) add_block(arena);
    struct arena_block *block = new_block(arena, need, zeroed);
    block->used = need;
    block->alone = true;
    block->next = arena->head->next;
    arena->head->next = block;
    return inside(block);
}

static void *take(struct arena *arena, size_t size, bool zeroed)
{
    if (size > SIZE_MAX - ALIGN - GAP) die(arena);
    size_t need = (size + ALIGN - 1) / ALIGN * ALIGN;
    if (need >= LARGE) {
        void *large = add_large(arena, need, zeroed);
        ASAN_UNPOISON_MEMORY_REGION(large, size);
        return large;
    }
    need += GAP;
    struct arena_block *block = arena->head;
    while (!block || block->size - block->used < need) block = add_block(arena);
    void *at = (char *)inside(block) + block->used;
    block->used += need;
    ASAN_UNPOISON_MEMORY_REGION(at, size);
    return zeroed ? memset(at, 0, size) : at;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return take(arena, size, true);
}

void *arena_alloc_unset(struct arena *arena, size_t size)
{
    return take(arena, size, false);
}

/* The link to the block that `at` has to itself; NULL when it shares one. */
static struct arena_block **link_to(struct arena *arena, const void *at)
{
    if (!at || !arena->head) return NULL;
    struct arena_block **link = &arena->head->next;
    while (*link && !((*link)->alone && inside(*link) == at)) link = &(*link)->next;
    return *link ? link : NULL;
}

void arena_drop(struct arena *arena, const void *at)
{
    struct arena_block **link = link_to(arena, at), *block = link ? *link : NULL;
    if (!block) return;
    *link = block->next;
    arena->reserved -= block->size;
    free(block);
}

/* A large thing moves by its pages, not by its bytes. */
static void *grow(struct arena *arena, const void *at, size_t used, size_t size)
{
    struct arena_block **link = link_to(arena, at);
    if (!link) {
        void *grown = arena_alloc_unset(arena, size);
        return used ? memcpy(grown, at, used) : grown;
    }
    if (size > SIZE_MAX - HEADER - ALIGN) die(arena);
    const size_t need = (size + ALIGN - 1) / ALIGN * ALIGN;
    ASAN_UNPOISON_MEMORY_REGION(inside(*link), (*link)->size); /* realloc reads all of it */
    struct arena_block *block = realloc(*link, HEADER + need);
    if (!block) die(arena);
    arena->reserved += need - block->size;
    block->size = block->used = need;
    *link = block;
    ASAN_POISON_MEMORY_REGION((char *)inside(block) + size, need - size);
    return inside(block);
}

void *arena_alloc_n(struct arena *arena, size_t n, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(n, size, &bytes)) die(arena);
    return arena_alloc(arena, bytes);
}

void arena_adopt(struct arena *arena, struct arena *other)
{
    struct arena_block **behind = arena->head ? &arena->head->next : &arena->head, *rest = *behind;
    *behind = other->head;
    while (*behind) behind = &(*behind)->next;
    *behind = rest;
    arena->reserved += other->reserved;
    other->head = NULL;
    other->reserved = 0;
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

void arena_reset(struct arena *arena)
{
    struct arena_block *kept = NULL; /* the oldest one for small things, FIRST_BLOCK bytes */
    while (arena->head) {
        struct arena_block *block = arena->head;
        arena->head = block->next;
        struct arena_block *gone = block->alone ? block : kept;
        if (!block->alone) kept = block;
        free(gone);
    }
    arena->reserved = 0;
    if (!kept) return;
    arena->reserved = kept->size;
    *kept = (struct arena_block){.size = kept->size};
    ASAN_POISON_MEMORY_REGION(inside(kept), kept->size);
    arena->head = kept;
}

void arena_keep_pages(bool keep)
{
#ifdef __GLIBC__
    enum { LONGEST_KEPT = 32 << 20, TOP_KEPT = 256 << 20, USUAL = 128 << 10 };
    mallopt(M_MMAP_THRESHOLD, keep ? LONGEST_KEPT : USUAL);
    mallopt(M_TRIM_THRESHOLD, keep ? TOP_KEPT : USUAL);
    if (!keep) malloc_trim(0);
#else
    (void)keep;
#endif
}

void *array_grow(struct arena *arena, const void *at, size_t n, size_t want, size_t size, size_t *cap)
{
    size_t target = *cap < 8 ? 8 : *cap;
    while (target < want) target = target > SIZE_MAX / 2 ? want : target * 2;
    if (*cap == 0 && want > 8) target = want; /* a first reservation is taken as the exact size */
    size_t bytes;
    if (__builtin_mul_overflow(target, size, &bytes)) die(arena);
    *cap = target;
    return grow(arena, at, n * size, bytes);
}
