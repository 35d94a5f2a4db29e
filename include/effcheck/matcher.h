/*
 * matcher.h - which rules' words occur in a text: all words of all rules in one pass.
 *
 * Words are whole words of the folded text (str_fold), phrases are words in a row, `*` at an end of a word stands for any
 * beginning or ending. Phrases never cross '|', which parts the texts of different cells. Each text is looked up once and
 * gives a short list of rules, however many lines share it (after Aho and Corasick, CACM 18(6), 1975: all
 * keywords in one automaton; here over words instead of letters, so that "hut" never matches inside "hutan").
 */
#ifndef EFFCHECK_MATCHER_H
#define EFFCHECK_MATCHER_H

#include "effcheck/arena.h"
#include "effcheck/array.h"
#include "effcheck/str.h"

struct matcher;

/* What a phrase does for its rule. */
enum phrase_use { PHRASE_WORDS, PHRASE_ALSO, PHRASE_EXCEPT, PHRASE_USES };

struct matcher *matcher_new(struct arena *arena);
/* Adds one phrase ("studi banding", "cetak*"). False when it has no word at all, more than twelve, or a '*' that is not at an end
 * of a word. */
bool matcher_add(struct matcher *matcher, struct str phrase, size_t rule, enum phrase_use use);

/* A rule of which a phrase occurs in a text. */
struct rule_hit {
    uint16_t rule;
    uint8_t use; /* enum phrase_use */
};
typedef ARRAY(struct rule_hit) rule_hits;

/* Appends the rules of which a phrase occurs in `text` (not yet folded), each rule and use once. `scratch` holds the folded text
 * and the list; the matcher itself is not changed, so threads may share it. */
void matcher_find(const struct matcher *matcher, struct str text, rule_hits *hits, struct arena *scratch);

/* The first phrase of `rule` with this use that occurs in `text`, as written in the table; empty when none does. Slow: for
 * explanations. */
struct str matcher_evidence(const struct matcher *matcher, struct str text, size_t rule, enum phrase_use use, struct arena *scratch);

#endif
