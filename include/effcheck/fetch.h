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
 * Calling for memory (__builtin_prefetch) makes nobody wait, but did nothing for texts whose pages are not at hand: reads brought 16 % of a run
 * of ten million lines where it had brought nothing. Where pools are merged it is 3 % better than reads (lib/README.md). Measure both.
 */
#ifndef EFFCHECK_FETCH_H
#define EFFCHECK_FETCH_H

#include "effcheck/str.h"

enum { CACHE_LINE = 64 }; /* bytes */

/* How many things are read ahead: enough to wait for together, few enough to be in the cache when they are used. */
enum { FETCH_BLOCK = 64 };

static inline void fetch(const void *p)
{
    (void)*(const volatile char *)p;
}

static inline void fetch_text(struct str s)
{
    for (size_t at = 0; at < s.n; at += CACHE_LINE) fetch(s.p + at);
    if (s.n) fetch(s.p + s.n - 1);
}

static inline void call_for_text(struct str s)
{
    for (size_t at = 0; at < s.n; at += CACHE_LINE) __builtin_prefetch(s.p + at);
    if (s.n) __builtin_prefetch(s.p + s.n - 1);
}

#endif
