/*
 * phrase.h - the phrases of a rule table taken apart: whole words, each with its open ends, and which phrase implies which.
 */
#ifndef EFFCHECK_PHRASE_H
#define EFFCHECK_PHRASE_H

#include "effcheck/str.h"

enum { PHRASE_WORDS_MAX = 12 };

/* A word of a phrase: "abc", "abc*" (open end), "*abc" (open start), "*abc*". A star stands for any letters, also for none. */
struct phrase_word {
    struct str text; /* folded, without stars */
    bool open_start, open_end;
};

struct phrase {
    struct phrase_word *words;
    size_t n;        /* at most PHRASE_WORDS_MAX */
};


/* Takes `written` ("studi banding", "cetak*") apart; words live in `arena`. False when it has no word, too many, or a star that is
 * not at an end of a word. */
bool phrase_parse(struct phrase *phrase, struct str written, struct arena *arena);

/* True when every text in which `a` occurs also holds `b`. */
bool phrase_implies(const struct phrase *a, const struct phrase *b);

#endif
