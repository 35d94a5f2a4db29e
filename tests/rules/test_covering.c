/* What codes of activities and words of a check cover. */
#include "effcheck/pack.h"
#include "testing.h"

static const struct activity_row {
    const char *name, *patterns, *code;
    bool covered;
} ACTIVITIES[] = {
    {"itself", "1.02", "1.02", true},
    {"below", "1.02", "1.02.01.2.06.0009", true},
    {"not in the middle of a level", "1.02", "1.021.01", false},
    {"shorter than the pattern", "1.02.01", "1.02", false},
    {"any level", "*.*.01", "4.02.01.2.06.0009", true},
    {"another third level", "*.*.01", "4.02.02.2.06.0009", false},
    {"only exclusions leave the rest", "!*.*.01", "4.02.02", true},
    {"only exclusions", "!*.*.01", "4.02.01.2", false},
    {"one of two", "1.01;1.02", "1.02.02", true},
    {"excluded below an included one", "1.02;!1.02.01", "1.02.01.2", false},
    {"no code", "1.02", "", false},
    {"no code and only exclusions", "!1.02", "", true},
};

static void test_activity(void **state)
{
    const struct activity_row *row = *state;
    struct arena arena = {0};
    account_prefixes prefixes = {0};
    struct str part, rest = str_from(row->patterns);
    while (str_split(&rest, ';', &part)) {
        bool excluded = part.p[0] == '!';
        *array_push(&arena, &prefixes) = (struct account_prefix){.code = str_sub(part, excluded, part.n), .excluded = excluded};
    }
    assert_number(activity_covered(&prefixes, str_from(row->code)), row->covered, "whether it is covered");
    arena_release(&arena);
}

static const struct phrase_row {
    const char *name, *phrases, *text;
    bool found;
} PHRASES[] = {
    {"a word", "dprd", "Sekretariat DPRD", true},
    {"signs and blanks do not count", "dewan perwakilan rakyat", "SEKRETARIAT  DEWAN-Perwakilan\nRakyat", true},
    {"not within a word", "inflasi", "Deinflasi", false},
    {"not the beginning of a word", "usaha mikro", "Usaha Mikronesia", false},
    {"unless it may go on", "usaha mikro*", "Usaha Mikronesia", true},
    {"the second phrase", "x; padat karya", "Program Padat Karya Tunai", true},
    {"words apart", "padat karya", "Padat dan Karya", false},
    {"no phrase", "", "Padat Karya", false},
    {"an empty alternative", "; ", "Padat Karya", false},
    {"no text", "padat", "", false},
    {"longer than the text", "padat karya", "padat", false},
};

static void test_phrase(void **state)
{
    const struct phrase_row *row = *state;
    struct arena arena = {0};
    assert_number(phrases_in(str_from(row->phrases), str_from(row->text), &arena), row->found, "whether it is found");
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "activity", ACTIVITIES, test_activity);
    suite_rows(&suite, "phrase", PHRASES, test_phrase);
    return suite_run(&suite, "covering");
}
