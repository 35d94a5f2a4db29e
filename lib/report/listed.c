#include "listed.h"

#include <string.h>

#include "effcheck/array.h"

static void append(struct arena *arena, struct listed *list, struct str s)
{
    if (!s.n) return;
    if (list->words.n + s.n > list->cap) list->words.p = array_grow(arena, list->words.p, list->words.n, list->words.n + s.n, 1, &list->cap);
    memcpy((char *)(uintptr_t)list->words.p + list->words.n, s.p, s.n); /* the bytes are ours */
    list->words.n += s.n;
}

void listed_add(struct arena *arena, struct listed *list, const char *between, struct str word)
{
    if (list->words.n) append(arena, list, str_from(between));
    append(arena, list, word);
}
