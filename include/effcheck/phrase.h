/*
 * phrase.h - the phrases of a rule table taken apart: whole words, each with its open ends, and which phrase implies which.
 */
#ifndef EFFCHECK_PHRASE_H
#define EFFCHECK_PHRASE_H

#include <stdint.h>

#include "effcheck/str.h"

enum { PHRASE_WORDS_MAX = 12 };

/* A word of a phrase: "abc", "abc*" (open end), "*abc" (open start), "*abc*". A star stands for any letters, also for none. */
struct phrase_word {
    struct str text; /* folded, without stars */
    bool open_start, open_end;
};

struct phrase {
    uint64_t starts; /* phrase_start of its words: a text without one of these bits does not hold it */
    uint64_t first;  /* the bits that its first word may have */
    struct phrase_word *words;
    size_t n;        /* at most PHRASE_WORDS_MAX */
};

/* One bit of 64 for the first two letters of a word. */
static inline uint64_t phrase_start(struct str word)
{
    unsigned first = word.n ? (unsigned char)word.p[0] : 0, second = word.n > 1 ? (unsigned char)word.p[1] : 0;
    return UINT64_C(1) << (first * 7 + second) % 64;
}

/* Takes `written` ("studi banding", "cetak*") apart; words live in `arena`. False when it has no word, too many, or a star that is
 * not at an end of a word. */
bool phrase_parse(struct phrase *phrase, struct str written, struct arena *arena);

/* True when every text in which `a` occurs also holds `b`. */
bool phrase_implies(const struct phrase *a, const struct phrase *b);

#endif
