/* The catalogue of words: complete in both languages, and sentences that are filled. */
#include "effcheck/text.h"
#include "testing.h"

/* Bit set of the places {0} .. {9} of a sentence. */
static unsigned places(const char *sentence)
{
    unsigned set = 0;
    for (const char *p = sentence; (p = strchr(p, '{')) != NULL; p++)
        if (p[1] >= '0' && p[1] <= '9' && p[2] == '}') set |= 1u << (p[1] - '0');
    return set;
}

static void test_catalogue(void **state)
{
    (void)state;
    for (enum text_id id = 0; id < TEXT_COUNT; id++) {
        assert_true(text(id, false)[0] && text(id, true)[0]);
        if (places(text(id, false)) != places(text(id, true))) fail_msg("not the same places: %s", text(id, false));
        struct str words = text_str(id, false);
        assert_number(str_utf8_error(words), words.n, "length that is valid UTF-8");
    }
}

static const struct fill_row {
    const char *name, *values[2], *filled;
} FILLS[] = {
    {"{0} dan {1}", {"a", "b"}, "a dan b"}, {"{1}{0}{1}", {"a", "b"}, "bab"}, {"tanpa tempat", {"a", "b"}, "tanpa tempat"},
    {"{2} {x} {", {"a", "b"}, "{2} {x} {"}, {"{0}", {"{1}", "b"}, "{1}"},     {"", {"a", "b"}, ""},
};

static void test_fill(void **state)
{
    const struct fill_row *row = *state;
    struct arena arena = {0};
    const struct str values[] = {str_from(row->values[0]), str_from(row->values[1])};
    assert_text(text_fill(&arena, str_from(row->name), values, 2), row->filled, "the sentence");
    arena_release(&arena);
}

static const struct count_row {
    const char *name; /* Indonesian */
    const char *english;
    uint64_t n;
} COUNTS[] = {
    {"0", "0", 0},
    {"999", "999", 999},
    {"1.000", "1,000", 1000},
    {"18.446.744.073.709.551.615", "18,446,744,073,709,551,615", UINT64_MAX},
};

static void test_count(void **state)
{
    const struct count_row *row = *state;
    struct arena arena = {0};
    assert_text(text_count(&arena, row->n, false), row->name, "the Indonesian number");
    assert_text(text_count(&arena, row->n, true), row->english, "the English number");
    arena_release(&arena);
}

static const struct percent_row {
    const char *name; /* Indonesian */
    const char *english;
    int64_t bp;
} PERCENTS[] = {
    {"0,00%", "0.00%", 0},    {"50,00%", "50.00%", 5000},         {"46,24%", "46.24%", 4624},
    {"-0,05%", "-0.05%", -5}, {"1.234,56%", "1,234.56%", 123456},
};

static void test_percent(void **state)
{
    const struct percent_row *row = *state;
    struct arena arena = {0};
    assert_text(text_percent(&arena, row->bp, false), row->name, "the Indonesian share");
    assert_text(text_percent(&arena, row->bp, true), row->english, "the English share");
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_test(&suite, "catalogue", test_catalogue);
    suite_rows(&suite, "fill", FILLS, test_fill);
    suite_rows(&suite, "count", COUNTS, test_count);
    suite_rows(&suite, "percent", PERCENTS, test_percent);
    return suite_run(&suite, "text");
}
