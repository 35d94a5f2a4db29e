#include "effcheck/matcher.h"

#include <stddef.h>
#include <string.h>

#include "effcheck/array.h"
#include "effcheck/fetch.h"
#include "effcheck/phrase.h"

enum { LETTERS = 36 /* a-z 0-9: what a folded word is made of */ };

/* A phrase of a rule. */
struct known {
    uint32_t words[PHRASE_WORDS_MAX]; /* indices in matcher.patterns */
    size_t n;
    size_t rule;
    enum phrase_use use;
    struct str written;
};

/* A phrase seen from its first word: enough to drop most phrases without looking at them. */
struct start {
    uint32_t phrase; /* index in matcher.phrases */
    uint32_t second; /* pattern of its second word, index + 1; 0 = a phrase of one word */
};
typedef ARRAY(struct start) starts;

/* An edge is the index of a node, twice, + 1 when that node has an open pattern, so that others need not be looked at; 0 = none. */
struct node {
    uint32_t next[LETTERS];
    uint32_t closed, open; /* pattern that holds when the word ends here, when it goes on as well; index + 1 */
};

struct trie {
    ARRAY(struct node) nodes; /* 0 = root */
};

struct matcher {
    struct arena *arena;
    ARRAY(struct phrase_word) patterns;
    struct trie from_start; /* "abc" closed, "abc*" open */
    struct trie from_end;   /* "*abc", letters backwards */
    struct trie inside;     /* "*abc*" */
    ARRAY(struct known) phrases;
    ARRAY(starts) starts; /* by pattern; later phrases stand behind earlier ones */
    size_t rules;         /* one more than the highest */
};

static void add_node(struct arena *arena, struct trie *trie)
{
    *array_push(arena, &trie->nodes) = (struct node){0};
}

struct matcher *matcher_new(struct arena *arena)
{
    struct matcher *matcher = arena_new(arena, struct matcher);
    matcher->arena = arena;
    add_node(arena, &matcher->from_start);
    add_node(arena, &matcher->from_end);
    add_node(arena, &matcher->inside);
    return matcher;
}

/* ---- building ---- */

/* Of a letter in either case or a digit. */
static unsigned letter(char c)
{
    return c <= '9' ? (unsigned)(c - '0') : (unsigned)((c | 0x20) - 'a') + 10;
}

/* The node that the letters of `word` lead to, made where it is missing. */
static struct node *node_of(struct arena *arena, struct trie *trie, struct str word, bool backwards, bool open)
{
    uint32_t at = 0;
    for (size_t i = 0; i < word.n; i++) {
        unsigned l = letter(word.p[backwards ? word.n - 1 - i : i]);
        uint32_t edge = trie->nodes.at[at].next[l];
        if (edge == 0) {
            edge = (uint32_t)trie->nodes.n << 1;
            add_node(arena, trie);
        }
        trie->nodes.at[at].next[l] = edge | (open && i + 1 == word.n);
        at = edge >> 1;
    }
    return &trie->nodes.at[at];
}

/* Where the trie of this kind of pattern keeps its index + 1. */
static uint32_t *pattern_slot(struct matcher *matcher, const struct phrase_word *word)
{
    struct arena *arena = matcher->arena;
    if (word->open_start && word->open_end) return &node_of(arena, &matcher->inside, word->text, false, true)->open;
    if (word->open_start) return &node_of(arena, &matcher->from_end, word->text, true, true)->open;
    struct node *node = node_of(arena, &matcher->from_start, word->text, false, word->open_end);
    return word->open_end ? &node->open : &node->closed;
}

static uint32_t pattern_index(struct matcher *matcher, const struct phrase_word *word)
{
    uint32_t *slot = pattern_slot(matcher, word);
    if (*slot == 0) {
        *array_push(matcher->arena, &matcher->patterns) = *word;
        *array_push(matcher->arena, &matcher->starts) = (starts){0};
        *slot = (uint32_t)matcher->patterns.n;
    }
    return *slot - 1;
}

bool matcher_add(struct matcher *matcher, struct str text, size_t rule, enum phrase_use use)
{
    struct phrase phrase;
    if (!phrase_parse(&phrase, text, matcher->arena)) return false;
    struct known known = {.n = phrase.n, .rule = rule, .use = use, .written = str_copy(matcher->arena, str_trim(text))};
    for (size_t i = 0; i < phrase.n; i++) known.words[i] = pattern_index(matcher, &phrase.words[i]);
    *array_push(matcher->arena, &matcher->starts.at[known.words[0]]) =
        (struct start){(uint32_t)matcher->phrases.n, phrase.n > 1 ? known.words[1] + 1 : 0};
    *array_push(matcher->arena, &matcher->phrases) = known;
    if (matcher->rules <= rule) matcher->rules = rule + 1;
    return true;
}

/* ---- words of a text ---- */

static void keep_word(struct match_buffer *buffer, uint32_t position, uint32_t pattern)
{
    *array_push(buffer->arena, &buffer->words) = (struct word_hit){position, pattern - 1};
}

/* Patterns along the path of letters from `p`, `n` letters in steps of `step`. */
static void walk(const struct trie *trie, const char *p, size_t n, ptrdiff_t step, uint32_t position, struct match_buffer *buffer)
{
    const struct node *nodes = trie->nodes.at, *node = nodes;
    for (; n; n--, p += step) {
        uint32_t edge = node->next[letter(*p)];
        if (edge == 0) return;
        node = &nodes[edge >> 1];
        if (edge & 1) keep_word(buffer, position, node->open);
    }
    if (node->closed) keep_word(buffer, position, node->closed);
}

/* Order in which patterns explain a word: whole words, then open ends, then open beginnings, each in table order. */
static uint32_t rank(const struct matcher *matcher, uint32_t pattern)
{
    const struct phrase_word *p = &matcher->patterns.at[pattern];
    return (p->open_start ? UINT32_C(2) << 30 : p->open_end ? UINT32_C(1) << 30 : 0) | pattern;
}

static void sort_words(const struct matcher *matcher, struct word_hit *words, size_t n)
{
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; k && rank(matcher, words[k].pattern) < rank(matcher, words[k - 1].pattern); k--) {
            struct word_hit swap = words[k];
            words[k] = words[k - 1];
            words[k - 1] = swap;
        }
}

static void match_word(const struct matcher *matcher, struct str word, uint32_t position, struct match_buffer *buffer)
{
    size_t before = buffer->words.n;
    walk(&matcher->from_start, word.p, word.n, 1, position, buffer);
    walk(&matcher->from_end, word.p + word.n - 1, word.n, -1, position, buffer);
    if (matcher->inside.nodes.n > 1)
        for (size_t i = 0; i < word.n; i++) walk(&matcher->inside, word.p + i, word.n - i, 1, position, buffer);
    if (buffer->words.n > before + 1) sort_words(matcher, buffer->words.at + before, buffer->words.n - before);
}

/* Words are '|' too, which no pattern holds, so no phrase crosses it. */
static void match_words(const struct matcher *matcher, struct str text, struct match_buffer *buffer)
{
    struct str word;
    buffer->words.n = 0;
    for (uint32_t position = 0; str_next_word(&text, &word); position++)
        if (word.p[0] != '|') match_word(matcher, word, position, buffer);
}

/* ---- phrases of a text ---- */

/* True when the word at `position` fits `pattern`; `words` are hits from there on or before it. */
static bool word_fits(const struct word_hit *word, const struct word_hit *end, uint32_t position, uint32_t pattern)
{
    while (word < end && word->position < position) word++;
    for (; word < end && word->position == position; word++)
        if (word->pattern == pattern) return true;
    return false;
}

static bool phrase_fits(const struct known *phrase, const struct word_hit *word, const struct word_hit *end)
{
    size_t k = 1;
    while (k < phrase->n && word_fits(word, end, word->position + (uint32_t)k, phrase->words[k])) k++;
    return k == phrase->n;
}

typedef void hit_fn(void *context, const struct known *phrase);

/* Every phrase at every word of the text. */
static void scan(const struct matcher *matcher, struct str text, hit_fn *hit, void *context, struct match_buffer *buffer)
{
    match_words(matcher, text, buffer);
    if (buffer->words.n == 0) return;
    const struct word_hit *end = buffer->words.at + buffer->words.n;
    for (const struct word_hit *word = buffer->words.at; word < end; word++) {
        const starts *list = &matcher->starts.at[word->pattern];
        const struct word_hit *next = word;
        while (next < end && next->position == word->position) next++;
        bool alone = next == end || next->position != word->position + 1;
        for (size_t i = list->n; i--;) {
            const struct known *phrase = &matcher->phrases.at[list->at[i].phrase];
            if (list->at[i].second == 0) hit(context, phrase);
            else if (!alone && word_fits(next, end, word->position + 1, list->at[i].second - 1) && phrase_fits(phrase, word, end)) hit(context, phrase);
        }
    }
}

/* ---- parts of a text that were matched before ---- */

enum { SEEN_BITS = 15, SEEN_SETS = 1 << SEEN_BITS, WAYS = 2 };

/* A newer part takes the place of the older of two; both lie in one line of the cache. */
struct seen_part {
    struct seen_way {
        struct str text;  /* where it was seen last: the nearest place for the processor */
        uint64_t *marks;
    } way[WAYS];
    char filled[CACHE_LINE - WAYS * sizeof(struct seen_way)];
};

static void mark(void *context, const struct known *phrase)
{
    marks_add(context, phrase->rule, phrase->use);
}

static uint64_t eight_bytes(const char *p)
{
    uint64_t piece;
    memcpy(&piece, p, sizeof piece);
    return piece;
}

/* Less than eight bytes as a number, no two of one length alike. */
static uint64_t few_bytes(const char *p, size_t n)
{
    uint32_t low, high;
    if (n < sizeof low) return n ? (uint64_t)(unsigned char)p[0] | (uint64_t)(unsigned char)p[n / 2] << 8 | (uint64_t)(unsigned char)p[n - 1] << 16 : 0;
    memcpy(&low, p, sizeof low);
    memcpy(&high, p + n - sizeof high, sizeof high);
    return low | (uint64_t)high << 32;
}

/* The place of a part: eight bytes a step, the last eight whole. It lives no longer than the run, so the order of bytes in memory does not matter. */
static size_t part_place(struct str s)
{
    enum { STEP = sizeof(uint64_t) };
    const uint64_t k = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = s.n * k;
    for (size_t at = 0; at + STEP < s.n; at += STEP) {
        hash = (hash ^ eight_bytes(s.p + at)) * k;
        hash ^= hash >> 32;
    }
    return (hash ^ (s.n < STEP ? few_bytes(s.p, s.n) : eight_bytes(s.p + s.n - STEP))) * k >> (64 - SEEN_BITS); /* the last bytes tell in the upper bits */
}

/* Nothing in the arena is aligned to a line of the cache by itself. */
static struct seen_part *new_seen(struct arena *arena)
{
    uintptr_t at = (uintptr_t)arena_alloc_n(arena, SEEN_SETS + 1, sizeof(struct seen_part));
    return (struct seen_part *)((at + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE);
}

static const uint64_t *match_part(const struct matcher *matcher, struct str part, struct seen_way *way, struct match_buffer *buffer)
{
    const size_t n = marks_for(matcher->rules);
    uint64_t *marks = way[WAYS - 1].marks;
    for (size_t i = 0; i < WAYS; i++) {
        if (!way[i].text.p || !str_eq(way[i].text, part)) continue;
        way[i].text.p = part.p;
        return way[i].marks;
    }
    if (marks) memset(marks, 0, n * sizeof *marks);
    else marks = arena_new_n(buffer->arena, uint64_t, n);
    scan(matcher, part, mark, marks, buffer);
    way[1] = way[0];
    way[0] = (struct seen_way){part, marks};
    return marks;
}

enum { AT_ONCE = 8 };

/* The next parts of a text. The memory is slow where they are remembered: all are asked for before the first is looked at. */
static size_t next_parts(struct str *text, struct str parts[AT_ONCE], struct seen_part *places[AT_ONCE], struct match_buffer *buffer)
{
    size_t n = 0;
    if (!buffer->seen) buffer->seen = new_seen(buffer->arena);
    for (; n < AT_ONCE && str_split(text, '|', &parts[n]); n++) {
        places[n] = &buffer->seen[part_place(parts[n])];
        __builtin_prefetch(places[n]);
    }
    return n;
}

void matcher_mark(const struct matcher *matcher, struct str text, uint64_t *marks, struct match_buffer *buffer)
{
    struct str parts[AT_ONCE];
    struct seen_part *places[AT_ONCE];
    const size_t words = marks_for(matcher->rules);
    for (size_t n = AT_ONCE; n == AT_ONCE;) {
        n = next_parts(&text, parts, places, buffer);
        for (size_t i = 0; i < n; i++) {
            const uint64_t *found = match_part(matcher, parts[i], places[i]->way, buffer);
            for (size_t w = 0; w < words; w++) marks[w] |= found[w];
        }
    }
}

struct evidence {
    size_t rule;
    enum phrase_use use;
    struct str found;
};

static void keep_first(void *context, const struct known *phrase)
{
    struct evidence *evidence = context;
    if (!evidence->found.n && phrase->rule == evidence->rule && phrase->use == evidence->use) evidence->found = phrase->written;
}

struct str matcher_evidence(const struct matcher *matcher, struct str text, size_t rule, enum phrase_use use, struct arena *scratch)
{
    struct evidence evidence = {.rule = rule, .use = use};
    struct match_buffer buffer = {.arena = scratch};
    scan(matcher, text, keep_first, &evidence, &buffer);
    return evidence.found;
}
