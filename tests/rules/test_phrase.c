/* Phrases taken apart, which phrase implies which, and words without folding. */
#include "testing.h"

#include "effcheck/phrase.h"

static const struct parse_row {
    const char *name, *phrase;
    bool good;
} PARSES[] = {
    {"word", "cetak", true},         {"blank", "  ", false},           {"star alone", "*", false},
    {"two stars", "**", false},      {"star inside", "ce*tak", false}, {"two stars at an end", "cetak**", false},
    {"bar", "a | b", true},          {"signs alone", "-", false},      {"sign between", "makan - minum", true},
    {"open words", "*a* *b", true},  {"twelve words", "a b c d e f g h i j k l", true},
    {"thirteen words", "a b c d e f g h i j k l m", false},
};

static void test_parse(void **state)
{
    const struct parse_row *row = *state;
    struct arena arena = {0};
    struct phrase phrase;
    assert_int_equal(phrase_parse(&phrase, str_from(row->phrase), &arena), row->good);
    arena_release(&arena);
}

static const struct imply_row {
    const char *name, *a, *b;
    bool implied;
} IMPLIES[] = {
    {"equal", "cetak", "cetak", true},
    {"open end", "cetakan", "cetak*", true},
    {"not back", "cetak*", "cetakan", false},
    {"open ends", "cetakan*", "cetak*", true},
    {"open start", "case study", "*study", true},
    {"open start may go on", "study*", "*study", false},
    {"inside", "webseminar*", "*seminar*", true},
    {"open start is no start", "*cetak", "cetak*", false},
    {"longer phrase", "studi banding ke bali", "banding ke", true},
    {"gap", "studi ke banding", "studi banding", false},
    {"shorter phrase", "studi", "studi banding", false},
};

static void test_implies(void **state)
{
    const struct imply_row *row = *state;
    struct arena arena = {0};
    struct phrase a, b;
    assert_true(phrase_parse(&a, str_from(row->a), &arena) && phrase_parse(&b, str_from(row->b), &arena));
    assert_int_equal(phrase_implies(&a, &b), row->implied);
    arena_release(&arena);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 12;
}

static size_t random_text(uint32_t *seed, char *text, size_t cap)
{
    static const char bytes[] = "aZ09 |_\\rntx0d-\xC2\xA0.";
    size_t n = next_random(seed) % cap;
    for (size_t i = 0; i < n; i++) text[i] = bytes[next_random(seed) % (sizeof bytes - 1)];
    return n;
}

/* Bars part words and are no words. */
static struct str append(struct arena *arena, struct str list, struct str word)
{
    if (word.n == 0 || word.p[0] == '|') return list;
    return str_format(arena, "%.*s%s%.*s", STR_ARG(list), list.n ? " " : "", STR_ARG(word));
}

/* str_next_word gives the words that str_fold writes, whatever the bytes. */
static void test_words_as_folded(void **state)
{
    struct arena arena = {0};
    uint32_t seed = 1;
    (void)state;
    for (int round = 0; round < 20000; round++) {
        char text[24], out[2 * sizeof text];
        struct str random = {text, random_text(&seed, text, sizeof text)}, folded = {out, str_fold_into(random, out)};
        struct str word, rest = random, words = {0}, wanted = {0};
        while (str_next_word(&rest, &word)) words = append(&arena, words, word);
        while (str_split(&folded, ' ', &word)) wanted = append(&arena, wanted, word);
        assert_true(str_eq_nocase(words, wanted));
        if (round % 256 == 255) arena_release(&arena);
    }
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "parse", PARSES, test_parse);
    suite_rows(&suite, "implies", IMPLIES, test_implies);
    suite_test(&suite, "words as folded", test_words_as_folded);
    return suite_run(&suite, "phrase");
}
