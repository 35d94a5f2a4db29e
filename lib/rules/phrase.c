#include "effcheck/phrase.h"

/* Cuts the next blank-separated word off *rest. */
static bool next_word(struct str *rest, struct str *word)
{
    while (str_split(rest, ' ', word))
        if (word->n) return true;
    return false;
}

static bool add_word(struct phrase *phrase, struct phrase_word word)
{
    if (word.text.p[0] == '|') return true; /* parts cells, and is a blank like any sign here */
    if (phrase->n == PHRASE_WORDS_MAX) return false;
    phrase->words[phrase->n++] = word;
    return true;
}

/* Folding drops stars, so they are looked for in the word as written. Signs inside it may fold it to several words ("dan/atau"). */
static bool add_written(struct phrase *phrase, struct str written, struct arena *arena)
{
    bool open_start = str_starts(written, S("*")), open_end = written.n > 1 && str_ends(written, S("*")), first = true;
    struct str inside = str_sub(written, open_start, written.n - open_end), folded = str_fold(arena, inside), part;
    if (folded.n == 0 && inside.n == written.n) return true; /* a sign that stands alone: "-" */
    if (folded.n == 0 || str_find(inside, '*') < inside.n) return false;
    for (; next_word(&folded, &part); first = false)
        if (!add_word(phrase, (struct phrase_word){part, open_start && first, open_end && folded.p == NULL})) return false;
    return true;
}

bool phrase_parse(struct phrase *phrase, struct str written, struct arena *arena)
{
    struct str rest = str_trim(written), word;
    *phrase = (struct phrase){.words = arena_new_n(arena, struct phrase_word, PHRASE_WORDS_MAX)};
    while (next_word(&rest, &word))
        if (!add_written(phrase, word, arena)) return false;
    return phrase->n > 0;
}

static bool word_implies(const struct phrase_word *a, const struct phrase_word *b)
{
    if (b->open_start && b->open_end) return str_contains(a->text, b->text);
    if (b->open_start) return !a->open_end && str_ends(a->text, b->text);
    if (b->open_end) return !a->open_start && str_starts(a->text, b->text);
    return !a->open_start && !a->open_end && str_eq(a->text, b->text);
}

bool phrase_implies(const struct phrase *a, const struct phrase *b)
{
    for (size_t from = 0; from + b->n <= a->n; from++) {
        size_t k = 0;
        while (k < b->n && word_implies(&a->words[from + k], &b->words[k])) k++;
        if (k == b->n) return true;
    }
    return false;
}
