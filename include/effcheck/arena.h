/*
 * arena.h - memory that is given back all at once.
 *
 * Two arenas live in a run: `run` (lives as long as the report is being made) and `scratch` (one file, one sheet).
 * Domain code allocates and never frees; the owner calls arena_release when the whole generation is done.
 */
#ifndef EFFCHECK_ARENA_H
#define EFFCHECK_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *head;  /* newest block; NULL before the first allocation */
    size_t reserved;           /* bytes asked from the system and still held */
    void (*out_of_memory)(void); /* must not return; NULL = abort(). The command line sets a function that says so and exits */
};

/* `size` zeroed bytes, aligned for any type. Never NULL: without memory arena->out_of_memory is called.
 * Lifetime: until arena_release. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same, not zeroed: for who fills it at once. */
void *arena_alloc_unset(struct arena *arena, size_t size);

/* Gives a large allocation (a quarter of a MiB and more) back before its time; does nothing with a smaller one or NULL. */
void arena_drop(struct arena *arena, const void *at);

/* `n` objects of `size` bytes; a product that overflows counts as out of memory. */
void *arena_alloc_n(struct arena *arena, size_t n, size_t size);

/* Moves all that `other` holds to `arena`, in no time: nothing is copied, pointers stay. `other` is empty afterwards. For what threads made
 * each in an arena of its own. */
void arena_adopt(struct arena *arena, struct arena *other);

/* Gives back every block. The arena may be used again afterwards. */
void arena_release(struct arena *arena);

/* Forgets everything but keeps one small block for what comes next: for scratch that is filled and emptied line by line. */
void arena_reset(struct arena *arena);

/* true: pages given back stay with the process, because what comes next (the next file) needs as many; asking the system for them again
 * costs more than filling them. false: they go back to the system now. */
void arena_keep_pages(bool keep);

#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_new_n(arena, type, n) ((type *)arena_alloc_n((arena), (n), sizeof(type)))

#endif
