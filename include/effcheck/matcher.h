/*
 * matcher.h - which rules' words occur in a text: all words of all rules in one pass.
 *
 * Words are whole words of the folded text (str_fold), phrases are words in a row, `*` at an end of a word stands for any
 * beginning or ending. Phrases never cross '|', which parts the texts of different cells. Each text is looked up once and
 * gives a short list of rules, however many lines share it.
 *
 * How: the words of all rules stand in three tries, read from the start of a word, from its end, and (for words open at both
 * ends) from each of its letters, so a word costs about as many steps as it shares letters with some word of the rules, however
 * many of these there are. Phrases are then looked for among the few words that were found (after Aho and Corasick, CACM 18(6),
 * 1975: all keywords in one automaton; here word by word, so that "hut" never matches inside "hutan").
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
/* Adds one phrase ("studi banding", "cetak*"). False when it is no phrase, see phrase_parse. */
bool matcher_add(struct matcher *matcher, struct str phrase, size_t rule, enum phrase_use use);

/* A word of a text that some rule knows; private to the matcher. */
struct word_hit {
    uint32_t position; /* of the word in the text */
    uint32_t pattern;
};

struct seen_part;

/* What one thread remembers from text to text: begin with {.arena = &arena}. Texts that are joined of several cells (parted by '|')
 * share most of their parts, and each part is matched only when it is new; so the texts must stay where they are as long as the
 * buffer is used. Given back with the arena. */
struct match_buffer {
    struct arena *arena;
    struct seen_part *seen;
    ARRAY(struct word_hit) words;
};

/*
 * Marks: for each use of phrases one bit a rule. Rule r is bit r % 64 of the word r / 64 * PHRASE_USES + use, so marks for few rules are the
 * beginning of those for more.
 */
enum { MARKS_STEP = 64 };
/* How many words marks for `rules` rules take. */
static inline size_t marks_for(size_t rules) { return (rules + MARKS_STEP - 1) / MARKS_STEP * PHRASE_USES; }
static inline void marks_add(uint64_t *marks, size_t rule, enum phrase_use use)
{
    marks[rule / MARKS_STEP * PHRASE_USES + use] |= UINT64_C(1) << rule % MARKS_STEP;
}
/* The uses for which the rule is marked: bits 1 << use. */
static inline unsigned marks_of(const uint64_t *marks, size_t rule)
{
    unsigned uses = 0;
    for (unsigned use = 0; use < PHRASE_USES; use++) uses |= (unsigned)(marks[rule / MARKS_STEP * PHRASE_USES + use] >> rule % MARKS_STEP & 1u) << use;
    return uses;
}

/* Adds to `marks`, which are for all rules of the matcher, those of which a phrase occurs in `text` (not yet folded). The matcher itself is
 * not changed, so threads may share it. */
void matcher_mark(const struct matcher *matcher, struct str text, uint64_t *marks, struct match_buffer *buffer);

/* The first phrase of `rule` with this use that occurs in `text`, as written in the table; empty when none does. For
 * explanations. */
struct str matcher_evidence(const struct matcher *matcher, struct str text, size_t rule, enum phrase_use use, struct arena *scratch);

#endif
