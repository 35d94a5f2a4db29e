/* Whole words, phrases, stars and the barrier: which rules' words occur in a text. */
#include "testing.h"

#include "effcheck/matcher.h"

enum { PHRASES_MAX = 6 };

static const struct match_row {
    const char *name;
    const char *phrases[PHRASES_MAX]; /* "w0:studi banding": use (w words, a also, e except), rule, phrase */
    const char *text;
    const char *hits; /* "w0 e1", sorted */
} MATCHES[] = {
    {"a word", {"w0:cetak"}, "belanja cetak blangko", "w0"},
    {"not inside a longer word", {"w0:cetak"}, "percetakan dan mencetak", ""},
    {"not at the beginning of a longer word", {"w0:hut"}, "pemanfaatan hutan rakyat", ""},
    {"case and signs do not matter", {"w0:studi banding"}, "STUDI-Banding (luar)", "w0"},
    {"a phrase in capitals", {"w0:Studi  BANDING"}, "studi banding", "w0"},
    {"a phrase is words in a row", {"w0:studi banding"}, "studi dan banding", ""},
    {"in their order", {"w0:studi banding"}, "banding studi", ""},
    {"at the end of the text", {"w0:studi banding"}, "rombongan studi banding", "w0"},
    {"cut off by the end", {"w0:studi banding"}, "rombongan studi", ""},
    {"the first word twice", {"w0:studi banding"}, "studi studi banding", "w0"},
    {"overlapping phrases", {"w0:a b", "w1:b c"}, "a b c", "w0 w1"},
    {"a phrase that begins another", {"w0:rapat", "w1:rapat kerja", "w2:rapat kerja daerah"}, "rapat kerja tahunan", "w0 w1"},
    {"any ending", {"w0:cetak*"}, "cetakan", "w0"},
    {"any ending, also none", {"w0:cetak*"}, "cetak", "w0"},
    {"any ending is no beginning", {"w0:cetak*"}, "mencetak", ""},
    {"any beginning", {"w0:*cetak"}, "mencetak", "w0"},
    {"any beginning, also none", {"w0:*cetak"}, "cetak", "w0"},
    {"any beginning is no ending", {"w0:*cetak"}, "cetakan", ""},
    {"both", {"w0:*cetak*"}, "percetakan", "w0"},
    {"a star before the first word of a phrase", {"w0:*studi banding"}, "karyastudi banding", "w0"},
    {"it opens that word only", {"w0:*studi banding"}, "studi sebanding", ""},
    {"a star behind the last word", {"w0:studi banding*"}, "studi bandingan", "w0"},
    {"it opens that word only as well", {"w0:studi banding*"}, "studinya banding", ""},
    {"a star in front of a word inside", {"w0:belanja *cetak"}, "belanja mencetak", "w0"},
    {"a star behind a word inside", {"w0:cetak* banner"}, "cetakan banner", "w0"},
    {"a word of two parts with a star", {"w0:e-tiket*"}, "pembelian E Tiketing", "w0"},
    {"a barrier parts cells", {"w0:studi banding"}, "rombongan studi | banding harga", ""},
    {"a barrier without blanks", {"w0:studi banding"}, "studi|banding", ""},
    {"beside the barrier", {"w0:studi banding"}, "harga | studi banding | dua hari", "w0"},
    {"no star reaches over the barrier", {"w0:studi*"}, "stu|di", ""},
    {"a barrier in a phrase is a blank", {"w0:studi|banding"}, "studi | banding", ""},
    {"a barrier in a phrase still matches the words", {"w0:studi|banding"}, "studi banding", "w0"},
    {"signs of a phrase are blanks", {"w0:focus-group"}, "Focus Group Discussion", "w0"},
    {"digits are letters", {"w0:hut ri", "w1:80"}, "HUT RI ke-80", "w0 w1"},
    {"a number is a whole word", {"w0:80"}, "Rp 800", ""},
    {"each rule and use once", {"w0:rapat", "w0:kerja", "w0:rapat kerja"}, "rapat kerja rapat kerja", "w0"},
    {"uses are told apart", {"w0:rapat", "e0:kerja", "a0:kerja", "w1:kerja"}, "rapat kerja", "a0 e0 w0 w1"},
    {"litter of spreadsheets parts words", {"w0:studi banding"}, "studi_x000d_\\nbanding", "w0"},
    {"an accent parts words", {"w0:caf"}, "caf\xC3\xA9", "w0"},
    {"more parts than are looked up at once", {"w0:rapat", "w1:kerja"}, "rapat|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|kerja", "w0 w1"},
    {"no text", {"w0:rapat", "w1:*a*"}, "", ""},
    {"a text of signs", {"w0:rapat", "w1:*a*"}, " - | - ", ""},
    {"no phrase", {NULL}, "rapat kerja", ""},
    {"a star matches letters, not nothing at all", {"w0:*a*"}, "b c d", ""},
    {"nine words", {"w0:satu dua tiga empat lima enam tujuh delapan sembilan"}, "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh", "w0"},
    {"nine words, one of them other", {"w0:satu dua tiga empat lima enam tujuh delapan sembilan"}, "satu dua tiga empat lima enam tujuh lapan sembilan", ""},
};

static const char USES[PHRASE_USES] = {[PHRASE_WORDS] = 'w', [PHRASE_ALSO] = 'a', [PHRASE_EXCEPT] = 'e'};

static enum phrase_use use_of(char letter)
{
    int use = 0;
    while (USES[use] != letter) use++;
    return (enum phrase_use)use;
}

static struct matcher *compile(struct arena *arena, const char *const *phrases, size_t n)
{
    struct matcher *matcher = matcher_new(arena);
    for (size_t i = 0; i < n && phrases[i]; i++)
        assert_true(matcher_add(matcher, str_from(phrases[i] + 3), (size_t)(phrases[i][1] - '0'), use_of(phrases[i][0])));
    return matcher;
}

enum { RULES = 10 };

static struct str list_hits(struct arena *arena, const uint64_t *marks)
{
    struct str list = {0};
    for (const char *letter = "aew"; *letter; letter++)
        for (unsigned rule = 0; rule < RULES; rule++)
            if (marks_of(marks, rule) >> use_of(*letter) & 1u) list = str_format(arena, "%.*s%s%c%u", STR_ARG(list), list.n ? " " : "", *letter, rule);
    return list;
}

static void test_match(void **state)
{
    const struct match_row *row = *state;
    struct arena arena = {0}, scratch = {0};
    struct match_buffer buffer = {.arena = &scratch};
    const struct matcher *matcher = compile(&arena, row->phrases, PHRASES_MAX);
    for (int round = 0; round < 2; round++) { /* the second time as remembered */
        uint64_t marks[PHRASE_USES] = {0};
        matcher_mark(matcher, str_from(row->text), marks, &buffer);
        assert_text(list_hits(&arena, marks), row->hits, "the list of hits");
    }
    arena_release(&scratch);
    arena_release(&arena);
}

/* ---- phrases that are none ---- */

static const struct add_row {
    const char *name; /* the phrase */
    bool good;
} ADDS[] = {{"rapat", true}, {" rapat ", true}, {"*rapat*", true}, {"", false}, {"  ", false}, {"*", false}, {"***", false}, {"|", false}, {"-;-", false},
            {"ra*pat", false}, {"rapat * kerja", false}, {"rapat & kerja", true}, {"a b c d e f g h i j k l", true}, {"a b c d e f g h i j k l m", false}};

static void test_add(void **state)
{
    const struct add_row *row = *state;
    struct arena arena = {0};
    assert_number(matcher_add(matcher_new(&arena), str_from(row->name), 0, PHRASE_WORDS), row->good, "accepted");
    arena_release(&arena);
}

/* ---- evidence: the phrase as the table writes it ---- */

static const struct evidence_row {
    const char *name;
    const char *phrases[PHRASES_MAX];
    const char *text;
    size_t rule;
    char use;
    const char *found;
} EVIDENCE[] = {
    {"as written", {"w0:Studi  Banding*"}, "studi bandingan", 0, 'w', "Studi  Banding*"},
    {"the first in the text", {"w0:kerja", "w0:rapat"}, "rapat kerja", 0, 'w', "rapat"},
    {"of the rule asked for", {"w0:kerja", "w1:rapat"}, "rapat kerja", 0, 'w', "kerja"},
    {"of the use asked for", {"w0:rapat", "e0:kerja"}, "rapat kerja", 0, 'e', "kerja"},
    {"none", {"w0:rapat"}, "upacara", 0, 'w', ""},
    {"none of this rule", {"w0:rapat"}, "rapat", 1, 'w', ""},
};

static void test_evidence(void **state)
{
    const struct evidence_row *row = *state;
    struct arena arena = {0};
    const struct matcher *matcher = compile(&arena, row->phrases, PHRASES_MAX);
    assert_text(matcher_evidence(matcher, str_from(row->text), row->rule, use_of(row->use), &arena), row->found, "the evidence");
    arena_release(&arena);
}

/* ---- texts one after another ---- */

static void test_add_up(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *const phrases[] = {"w0:rapat", "w1:kerja"};
    const struct matcher *matcher = compile(&arena, phrases, COUNT(phrases));
    struct match_buffer buffer = {.arena = &arena};
    uint64_t marks[PHRASE_USES] = {0};
    matcher_mark(matcher, S("rapat"), marks, &buffer);
    assert_text(list_hits(&arena, marks), "w0", "the first text");
    matcher_mark(matcher, S("kerja"), marks, &buffer);
    assert_text(list_hits(&arena, marks), "w0 w1", "both");
    arena_release(&arena);
}

/* Parts of every length that differ in one byte only, at each place of it, more of them than are remembered: none is taken for another. */
static void test_alike(void **state)
{
    (void)state;
    enum { LONGEST = 40, ROUNDS = 2 };
    struct arena arena = {0};
    const char *const phrases[] = {"w0:*q*"};
    const struct matcher *matcher = compile(&arena, phrases, COUNT(phrases));
    struct match_buffer buffer = {.arena = &arena};
    for (int round = 0; round < ROUNDS; round++)
        for (size_t n = 1; n <= LONGEST; n++)
            for (size_t at = 0; at < n; at++)
                for (char c = 'a'; c <= 'z'; c++) {
                    uint64_t marks[PHRASE_USES] = {0};
                    char *text = arena_alloc(&arena, n);
                    memset(text, 'x', n);
                    text[at] = c;
                    matcher_mark(matcher, (struct str){text, n}, marks, &buffer);
                    assert_int_equal(marks_of(marks, 0), c == 'q');
                }
    arena_release(&arena);
}

/* More phrases and words than any table of fixed size would hold. */
static void test_many(void **state)
{
    (void)state;
    enum { MANY = 3000 };
    struct arena arena = {0};
    struct matcher *matcher = matcher_new(&arena);
    struct str text = {0};
    for (unsigned i = 0; i < MANY; i++) {
        assert_true(matcher_add(matcher, str_format(&arena, "kata%u akhir%u", i, i), i, PHRASE_WORDS));
        assert_true(matcher_add(matcher, str_format(&arena, "awal%ux*", i), i, PHRASE_ALSO));
    }
    for (unsigned i = 0; i < 100; i++) text = str_format(&arena, "%.*s kata%u akhir%u awal%uxyz", STR_ARG(text), i * 30, i * 30, i * 30);
    struct match_buffer buffer = {.arena = &arena};
    uint64_t *marks = arena_new_n(&arena, uint64_t, marks_for(MANY));
    matcher_mark(matcher, text, marks, &buffer);
    for (unsigned i = 0; i < MANY; i++) assert_int_equal(marks_of(marks, i), i % 30 ? 0 : 1u << PHRASE_WORDS | 1u << PHRASE_ALSO);
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "match", MATCHES, test_match);
    suite_rows(&suite, "add", ADDS, test_add);
    suite_rows(&suite, "evidence", EVIDENCE, test_evidence);
    suite_test(&suite, "texts one after another", test_add_up);
    suite_test(&suite, "parts that are alike", test_alike);
    suite_test(&suite, "many phrases", test_many);
    return suite_run(&suite, "matcher");
}
