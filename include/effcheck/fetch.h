/*
 * fetch.h - memory read before it is needed.
 *
 * Where many things lie about, the first look at each is a wait for memory. A block of them is read first, a byte of each line of the cache:
 * none of these reads needs another, so the processor waits for all of them together.
 *
 *     for (i = from; i < to; i++) fetch(&places[i]);
 *     for (i = from; i < to; i++) fetch_text(*places[i].text);
 *     for (i = from; i < to; i++) use(&places[i]);
 *
 * Reads, not __builtin_prefetch: of ten million lines these brought 16 % where prefetching had brought nothing (lib/README.md).
 */
#ifndef EFFCHECK_FETCH_H
#define EFFCHECK_FETCH_H

#include "effcheck/str.h"

/* How many things are read ahead: enough to wait for together, few enough to be in the cache when they are used. */
enum { FETCH_BLOCK = 64 };

static inline void fetch(const void *p)
{
    (void)*(const volatile char *)p;
}

static inline void fetch_text(struct str s)
{
    enum { CACHE_LINE = 64 };
    for (size_t at = 0; at < s.n; at += CACHE_LINE) fetch(s.p + at);
    if (s.n) fetch(s.p + s.n - 1);
}

#endif
