#include "effcheck/matcher.h"

#include <string.h>

#include "effcheck/array.h"
#include "effcheck/pool.h"

enum { PHRASE_WORDS_MAX = 12 };

/* A word of a phrase as the table writes it. */
struct pattern {
    uint32_t text; /* id in matcher.words: the literal part */
    bool open_start, open_end; /* '*' at the start, at the end */
};

struct phrase {
    uint32_t words[PHRASE_WORDS_MAX]; /* indices in matcher.patterns */
    size_t n;
    size_t rule;
    enum phrase_use use;
    struct str written;
    uint32_t next; /* next phrase that begins with the same pattern, index + 1; 0 = last */
};

struct matcher {
    struct arena *arena;
    struct pool words;              /* literal parts of patterns */
    ARRAY(struct pattern) patterns;
    uint32_t *exact;                /* word id -> pattern without '*', index + 1 */
    size_t exact_cap;
    ARRAY(uint32_t) by_first[256];  /* patterns "abc*" by their first byte */
    ARRAY(uint32_t) open_start;     /* patterns "*abc" and "*abc*": tried on every word */
    ARRAY(struct phrase) phrases;
    ARRAY(uint32_t) first;          /* pattern -> first phrase that begins with it, index + 1 */
};

struct matcher *matcher_new(struct arena *arena)
{
    struct matcher *matcher = arena_new(arena, struct matcher);
    matcher->arena = arena;
    pool_init(&matcher->words, arena);
    return matcher;
}

static uint32_t pattern_index(struct matcher *matcher, struct pattern wanted)
{
    for (size_t i = 0; i < matcher->patterns.n; i++) {
        const struct pattern *p = &matcher->patterns.at[i];
        if (p->text == wanted.text && p->open_start == wanted.open_start && p->open_end == wanted.open_end) return (uint32_t)i;
    }
    uint32_t index = (uint32_t)matcher->patterns.n;
    *array_push(matcher->arena, &matcher->patterns) = wanted;
    *array_push(matcher->arena, &matcher->first) = 0;
    if (wanted.open_start) {
        *array_push(matcher->arena, &matcher->open_start) = index;
        return index;
    }
    if (wanted.open_end) {
        unsigned char first = (unsigned char)pool_text(&matcher->words, wanted.text).p[0];
        *array_push(matcher->arena, &matcher->by_first[first]) = index;
        return index;
    }
    if (wanted.text + 1 > matcher->exact_cap) {
        size_t used = matcher->exact_cap;
        matcher->exact = array_grow(matcher->arena, matcher->exact, used, wanted.text + 1, sizeof *matcher->exact, &matcher->exact_cap);
    }
    matcher->exact[wanted.text] = index + 1;
    return index;
}

/* Cuts the next blank-separated word off *rest. */
static bool next_word(struct str *rest, struct str *word)
{
    while (str_split(rest, ' ', word))
        if (word->n) return true;
    return false;
}

/* A word without the star at each end. */
static struct str without_stars(struct str written)
{
    if (str_starts(written, S("*"))) written = str_sub(written, 1, written.n);
    return str_ends(written, S("*")) ? str_sub(written, 0, written.n - 1) : written;
}

/* The folded text drops '*', so stars are looked for in the words as written. Signs part a word into several ("e-tiket*"); what the
 * stars open are its first and its last part. False for a star in the middle or alone. */
static bool add_word(struct matcher *matcher, struct phrase *phrase, struct str written)
{
    bool open_start = str_starts(written, S("*")), open_end = str_ends(written, S("*"));
    struct str bare = without_stars(written), folded = str_fold(matcher->arena, bare), part;
    if (str_find(bare, '*') < bare.n || ((open_start || open_end) && folded.n == 0)) return false;
    while (next_word(&folded, &part)) {
        if (str_eq(part, S("|"))) continue;
        if (phrase->n == PHRASE_WORDS_MAX) return false;
        struct pattern one = {.text = pool_id(&matcher->words, part), .open_start = open_start, .open_end = open_end && folded.p == NULL};
        open_start = false;
        phrase->words[phrase->n++] = pattern_index(matcher, one);
    }
    return true;
}

bool matcher_add(struct matcher *matcher, struct str text, size_t rule, enum phrase_use use)
{
    struct phrase phrase = {.rule = rule, .use = use, .written = str_copy(matcher->arena, str_trim(text))};
    struct str rest = phrase.written, word;
    while (next_word(&rest, &word))
        if (!add_word(matcher, &phrase, word)) return false;
    if (phrase.n == 0) return false;
    phrase.next = matcher->first.at[phrase.words[0]];
    *array_push(matcher->arena, &matcher->phrases) = phrase;
    matcher->first.at[phrase.words[0]] = (uint32_t)matcher->phrases.n;
    return true;
}

static bool word_fits(const struct matcher *matcher, uint32_t pattern, struct str word)
{
    const struct pattern *p = &matcher->patterns.at[pattern];
    struct str text = pool_text(&matcher->words, p->text);
    if (p->open_start && p->open_end) return str_contains(word, text);
    if (p->open_start) return str_ends(word, text);
    return p->open_end ? str_starts(word, text) : str_eq(word, text);
}

typedef void hit_fn(void *context, const struct phrase *phrase);

/* Calls `hit` for each phrase that begins with `pattern` at the first of `words`. */
static void try_phrases(const struct matcher *matcher, uint32_t pattern, const struct str *words, size_t n, hit_fn *hit, void *context)
{
    for (uint32_t at = matcher->first.at[pattern]; at; at = matcher->phrases.at[at - 1].next) {
        const struct phrase *phrase = &matcher->phrases.at[at - 1];
        if (phrase->n > n) continue;
        size_t k = 1;
        while (k < phrase->n && word_fits(matcher, phrase->words[k], words[k])) k++;
        if (k == phrase->n) hit(context, phrase);
    }
}

struct words {
    const struct str *at;
    size_t n;
};

static void try_wild(const struct matcher *matcher, const uint32_t *patterns, size_t n, struct words words, hit_fn *hit, void *context)
{
    for (size_t i = 0; i < n; i++)
        if (word_fits(matcher, patterns[i], words.at[0])) try_phrases(matcher, patterns[i], words.at, words.n, hit, context);
}

/* Every phrase at every word of the text. Words are '|' too, which no pattern holds, so no phrase crosses it. */
static void scan(const struct matcher *matcher, struct str text, hit_fn *hit, void *context, struct arena *scratch)
{
    struct str folded = str_fold(scratch, text), word;
    ARRAY(struct str) words = {0};
    array_reserve(scratch, &words, folded.n / 2 + 1);
    while (next_word(&folded, &word)) words.at[words.n++] = word;
    for (size_t i = 0; i < words.n; i++) {
        struct words rest = {&words.at[i], words.n - i};
        unsigned char first = (unsigned char)words.at[i].p[0];
        uint32_t id;
        if (pool_find(&matcher->words, words.at[i], &id) && id < matcher->exact_cap && matcher->exact[id])
            try_phrases(matcher, matcher->exact[id] - 1, rest.at, rest.n, hit, context);
        try_wild(matcher, matcher->by_first[first].at, matcher->by_first[first].n, rest, hit, context);
        try_wild(matcher, matcher->open_start.at, matcher->open_start.n, rest, hit, context);
    }
}

struct collector {
    rule_hits *hits;
    size_t from; /* where this text's hits begin */
    struct arena *arena;
};

static void collect(void *context, const struct phrase *phrase)
{
    struct collector *collector = context;
    struct rule_hit hit = {(uint16_t)phrase->rule, (uint8_t)phrase->use};
    for (size_t i = collector->from; i < collector->hits->n; i++)
        if (collector->hits->at[i].rule == hit.rule && collector->hits->at[i].use == hit.use) return;
    *array_push(collector->arena, collector->hits) = hit;
}

void matcher_find(const struct matcher *matcher, struct str text, rule_hits *hits, struct arena *scratch)
{
    struct collector collector = {hits, hits->n, scratch};
    scan(matcher, text, collect, &collector, scratch);
}

struct evidence {
    size_t rule;
    enum phrase_use use;
    struct str found;
};

static void keep_first(void *context, const struct phrase *phrase)
{
    struct evidence *evidence = context;
    if (!evidence->found.n && phrase->rule == evidence->rule && phrase->use == evidence->use) evidence->found = phrase->written;
}

struct str matcher_evidence(const struct matcher *matcher, struct str text, size_t rule, enum phrase_use use, struct arena *scratch)
{
    struct evidence evidence = {.rule = rule, .use = use};
    scan(matcher, text, keep_first, &evidence, scratch);
    return evidence.found;
}
