/* Slices: trimming, splitting, the folded form by which names and keywords are compared, UTF-8. */
#include "testing.h"

#define SLICE(literal) {(literal), sizeof(literal) - 1}

struct text_row {
    const char *name;
    struct str in;
    const char *out;
};

/* ---- trim ---- */

static const struct text_row TRIMS[] = {
    {"nothing to do", SLICE("abc"), "abc"},
    {"blanks and tabs", SLICE(" \t abc \t"), "abc"},
    {"line ends", SLICE("\r\nabc\r\n"), "abc"},
    {"vertical tab and form feed", SLICE("\v\fabc\f\v"), "abc"},
    {"no-break space", SLICE("\xC2\xA0" "abc\xC2\xA0"), "abc"},
    {"narrow no-break space", SLICE("\xE2\x80\xAF" "abc\xE2\x80\xAF"), "abc"},
    {"zero-width space", SLICE("\xE2\x80\x8B" "abc\xE2\x80\x8B"), "abc"},
    {"byte-order mark", SLICE("\xEF\xBB\xBF" "abc\xEF\xBB\xBF"), "abc"},
    {"all of them", SLICE(" \xC2\xA0\xE2\x80\x8B\xEF\xBB\xBF\t x \xE2\x80\x8B\xC2\xA0 "), "x"},
    {"blanks inside stay", SLICE(" a \xC2\xA0 b "), "a \xC2\xA0 b"},
    {"only blanks", SLICE(" \t\xC2\xA0 "), ""},
    {"empty", SLICE(""), ""},
    {"no text", {NULL, 0}, ""},
    {"half a no-break space stays", SLICE("\xA0" "abc\xC2"), "\xA0" "abc\xC2"},
    {"a letter that ends like a blank", SLICE("caf\xC3\xA0"), "caf\xC3\xA0"},
};

static void test_trim(void **state)
{
    const struct text_row *row = *state;
    assert_text(str_trim(row->in), row->out, "the trimmed text");
    assert_number(str_blank(row->in), row->out[0] == '\0', "blank");
}

/* ---- fold ---- */

static const struct text_row FOLDS[] = {
    {"lower case", SLICE("Belanja PERJALANAN Dinas"), "belanja perjalanan dinas"},
    {"signs become one blank", SLICE("Suvenir/Cendera Mata"), "suvenir cendera mata"},
    {"none at the ends", SLICE("  (ATK).  "), "atk"},
    {"header names", SLICE("Kode_Sub.Kegiatan / No"), "kode sub kegiatan no"},
    {"digits", SLICE("HVS 70gr, A4"), "hvs 70gr a4"},
    {"accents part words", SLICE("caf\xC3\xA9s"), "caf s"},
    {"a mojibake dash parts words", SLICE("Biasa\xC3\xBBLuar Negeri"), "biasa luar negeri"},
    {"no-break space", SLICE("studi\xC2\xA0" "banding"), "studi banding"},
    {"a line end written as letters", SLICE("belanja\\r\\nmodal"), "belanja modal"},
    {"a tab written as letters", SLICE("belanja\\tmodal"), "belanja modal"},
    {"a lone backslash", SLICE("belanja\\modal"), "belanja modal"},
    {"litter of spreadsheets", SLICE("belanja_x000d_modal"), "belanja modal"},
    {"litter in capitals", SLICE("belanja_x000D_\nmodal_X000A_"), "belanja modal"},
    {"nearly litter", SLICE("belanja_x00d_modal"), "belanja x00d modal"},
    {"litter cut off", SLICE("belanja_x000d"), "belanja x000d"},
    {"a bar between texts", SLICE("studi|banding"), "studi | banding"},
    {"a bar with blanks", SLICE("studi | banding"), "studi | banding"},
    {"bars in a row", SLICE("studi | | || banding"), "studi | banding"},
    {"bars at the ends", SLICE("| studi |"), "studi"},
    {"bars and signs", SLICE("studi,|,banding"), "studi | banding"},
    {"only bars", SLICE(" | | "), ""},
    {"only signs", SLICE("---"), ""},
    {"empty", SLICE(""), ""},
    {"no text", {NULL, 0}, ""},
    {"a zero byte parts", SLICE("a\0b"), "a b"},
    {"the longest result", SLICE("a|b|c|d"), "a | b | c | d"},
};

static void test_fold(void **state)
{
    const struct text_row *row = *state;
    struct arena arena = {0};
    struct str folded = str_fold(&arena, row->in);
    assert_text(folded, row->out, "the folded text");
    assert_int_equal(folded.p[folded.n], '\0');
    assert_text(str_fold(&arena, folded), row->out, "folded again");
    assert_true(folded.n <= 2 * row->in.n);
    char *exact = malloc(2 * row->in.n + 1); /* the sanitizer watches its end */
    assert_int_equal(str_fold_into(row->in, exact), folded.n);
    free(exact);
    arena_release(&arena);
}

/* ---- split ---- */

static const struct split_row {
    const char *name;
    struct str in;
    const char *parts[4];
    size_t n;
} SPLITS[] = {
    {"three parts", SLICE("a;b;c"), {"a", "b", "c"}, 3}, {"one part", SLICE("abc"), {"abc"}, 1},
    {"empty has one empty part", SLICE(""), {""}, 1},    {"no text has none", {NULL, 0}, {NULL}, 0},
    {"empty parts", SLICE(";a;;"), {"", "a", "", ""}, 4}, {"only the mark", SLICE(";"), {"", ""}, 2},
};

static void test_split(void **state)
{
    const struct split_row *row = *state;
    struct str rest = row->in, part;
    size_t n = 0;
    for (; str_split(&rest, ';', &part); n++) {
        assert_true(n < row->n);
        assert_text(part, row->parts[n], "the part");
    }
    assert_number(n, row->n, "number of parts");
}

/* ---- patterns of file names ---- */

static const struct pattern_row {
    const char *name, *pattern, *file;
    bool matches;
} PATTERNS[] = {
    {"the name itself", "opd.csv", "opd.csv", true},
    {"another letter", "opd.csv", "opd.tsv", false},
    {"a longer name", "opd", "opd.csv", false},
    {"a shorter name", "opd.csv", "opd", false},
    {"any letters", "opd_*.csv", "opd_01.csv", true},
    {"no letters", "opd*.csv", "opd.csv", true},
    {"letters that begin like the rest", "*.csv", "a.cs.csv", true},
    {"any letters, but another end", "opd_*.csv", "opd_01.csv.bak", false},
    {"a star at the end", "opd*", "opd", true},
    {"two stars at the end", "opd**", "opd.csv", true},
    {"one letter", "opd_?.csv", "opd_1.csv", true},
    {"one letter is not two", "opd_?.csv", "opd_12.csv", false},
    {"one letter is not none", "opd?", "opd", false},
    {"only a star", "*", "", true},
    {"nothing", "", "", true},
    {"nothing for something", "", "a", false},
};

static void test_pattern(void **state)
{
    const struct pattern_row *row = *state;
    assert_number(str_matches(str_from(row->pattern), str_from(row->file)), row->matches, "whether it matches");
}

/* ---- UTF-8 ---- */

static const struct utf8_row {
    const char *name;
    struct str in;
    size_t error, length; /* index of the first bad byte; code points */
} UTF8S[] = {
    {"ASCII", SLICE("belanja daerah kabupaten"), 24, 24},
    {"two bytes", SLICE("\xC2\x80\xDF\xBF"), 4, 2},
    {"three bytes", SLICE("\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF"), 12, 4},
    {"four bytes", SLICE("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"), 8, 2},
    {"behind eight letters", SLICE("abcdefgh\xFFijklmnop"), 8, 17},
    {"inside eight letters", SLICE("abc\x96" "efghijkl"), 3, 12},
    {"lone continuation", SLICE("a\x80z"), 1, 3},
    {"overlong slash in two", SLICE("\xC0\xAF"), 0, 2},
    {"overlong in two", SLICE("\xC1\xBF"), 0, 2},
    {"overlong in three", SLICE("\xE0\x9F\xBF"), 0, 3},
    {"overlong in four", SLICE("\xF0\x8F\xBF\xBF"), 0, 4},
    {"surrogate", SLICE("\xED\xA0\x80"), 0, 3},
    {"above U+10FFFF", SLICE("\xF4\x90\x80\x80"), 0, 4},
    {"five bytes", SLICE("\xF8\x88\x80\x80\x80"), 0, 5},
    {"cut in two", SLICE("ab\xC3"), 2, 3},
    {"cut in three", SLICE("ab\xE2\x80"), 2, 4},
    {"cut in four", SLICE("ab\xF0\x90\x80"), 2, 5},
    {"second byte is no continuation", SLICE("\xC3z"), 0, 2},
    {"third byte is no continuation", SLICE("\xE2\x80z"), 0, 3},
    {"zero byte is valid", SLICE("a\0b"), 3, 3},
    {"empty", SLICE(""), 0, 0},
    {"no text", {NULL, 0}, 0, 0},
};

static void test_utf8(void **state)
{
    const struct utf8_row *row = *state;
    assert_number(str_utf8_error(row->in), row->error, "the first bad byte");
    assert_number(str_utf8_length(row->in), row->length, "code points");
    char *exact = malloc(row->in.n + 1), *copy = exact + 1; /* no byte behind the text may be read */
    if (row->in.n) memcpy(copy, row->in.p, row->in.n);
    assert_number(str_utf8_error((struct str){copy, row->in.n}), row->error, "the first bad byte of a copy");
    free(exact);
}

/* ---- compare and search ---- */

static const struct pair_row {
    const char *name;
    struct str a, b;
    bool equal, starts, ends, contains, nocase; /* of a with b */
    int order;
} PAIRS[] = {
    {"same", SLICE("abc"), SLICE("abc"), true, true, true, true, true, 0},
    {"other case", SLICE("aBc"), SLICE("AbC"), false, false, false, false, true, 1},
    {"beginning", SLICE("abc"), SLICE("ab"), false, true, false, true, false, 1},
    {"end", SLICE("abc"), SLICE("bc"), false, false, true, true, false, -1},
    {"middle", SLICE("abcd"), SLICE("bc"), false, false, false, true, false, -1},
    {"shorter", SLICE("ab"), SLICE("abc"), false, false, false, false, false, -1},
    {"empty part", SLICE("abc"), SLICE(""), false, true, true, true, false, 1},
    {"no part", SLICE("abc"), {NULL, 0}, false, true, true, true, false, 1},
    {"both empty", {NULL, 0}, SLICE(""), true, true, true, true, true, 0},
    {"both without text", {NULL, 0}, {NULL, 0}, true, true, true, true, true, 0},
    {"nothing holds something", {NULL, 0}, SLICE("a"), false, false, false, false, false, -1},
    {"bytes are unsigned", SLICE("\xC3"), SLICE("z"), false, false, false, false, false, 1},
    {"umlauts have no case", SLICE("\xC3\xA9"), SLICE("\xC3\x89"), false, false, false, false, false, 1},
};

static void test_pair(void **state)
{
    const struct pair_row *row = *state;
    int order = str_cmp(row->a, row->b);
    assert_number(str_eq(row->a, row->b), row->equal, "equal");
    assert_number(str_starts(row->a, row->b), row->starts, "starts");
    assert_number(str_ends(row->a, row->b), row->ends, "ends");
    assert_number(str_contains(row->a, row->b), row->contains, "contains");
    assert_number(str_eq_nocase(row->a, row->b), row->nocase, "equal without case");
    assert_number((order > 0) - (order < 0), row->order, "the order");
    if (row->equal) assert_true(str_hash(row->a) == str_hash(row->b));
}

static const struct sub_row {
    const char *name;
    struct str in;
    size_t from, to;
    const char *out;
} SUBS[] = {
    {"inside", SLICE("abcd"), 1, 3, "bc"},       {"all", SLICE("abcd"), 0, 4, "abcd"},      {"end clamped", SLICE("abcd"), 2, 99, "cd"},
    {"beginning clamped", SLICE("abcd"), 9, 99, ""}, {"turned round", SLICE("abcd"), 3, 1, ""}, {"no text", {NULL, 0}, 0, 5, ""},
};

static void test_sub(void **state)
{
    const struct sub_row *row = *state;
    assert_text(str_sub(row->in, row->from, row->to), row->out, "the part");
}

static void test_find(void **state)
{
    (void)state;
    assert_int_equal(str_find(S("a;b;c"), ';'), 1);
    assert_int_equal(str_find(S("abc"), ';'), 3);
    assert_int_equal(str_find((struct str){0}, ';'), 0);
}

/* ---- paths ---- */

static const struct path_row {
    const char *name, *path, *folder, *base;
} PATHS[] = {
    {"a name alone", "opd.csv", "", "opd.csv"},
    {"below a folder", "data/opd.csv", "data/", "opd.csv"},
    {"below several", "/srv/data.2025/opd.csv", "/srv/data.2025/", "opd.csv"},
    {"slashes of Windows", "C:\\data\\opd.csv", "C:\\data\\", "opd.csv"},
    {"the last of either kind", "C:\\data/opd.csv", "C:\\data/", "opd.csv"},
    {"at the root", "/opd.csv", "/", "opd.csv"},
    {"a folder", "data/", "data/", ""},
    {"a stem that begins with a dot", "../.opd", "../", ".opd"},
    {"empty", "", "", ""},
};

static void test_path(void **state)
{
    const struct path_row *row = *state;
    assert_text(str_folder(str_from(row->path)), row->folder, "the folder");
    assert_text(str_base_name(str_from(row->path)), row->base, "the name");
}

/* ---- copies ---- */

static void test_copies(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str copy = str_copy(&arena, S("abc")), none = str_copy(&arena, (struct str){0});
    assert_text(copy, "abc", "the copy");
    assert_int_equal(copy.p[3], '\0');
    assert_int_equal(none.p[0], '\0');
    assert_text(str_join(&arena, copy, (struct str){0}), "abc", "joined with nothing");
    assert_text(str_join(&arena, copy, S("de")), "abcde", "joined");
    assert_text(str_chained(&arena, copy, (struct str){0}, S(":"), S("7")), "abc:7", "chained");
    assert_text(str_chain(&arena, NULL, 0), "", "a chain of nothing");
    assert_number(str_chained(&arena, copy, copy).p[6], 0, "the byte behind it");
    assert_text(str_format(&arena, "%.*s-%d", STR_ARG(none), 5), "-5", "formatted");
    assert_text(str_from(NULL), "", "of NULL");
    arena_release(&arena);
}

/* FNV-1a, published values: the ids of findings rest on it. */
static void test_hash(void **state)
{
    (void)state;
    assert_true(str_hash(S("")) == 0xCBF29CE484222325u);
    assert_true(str_hash(S("a")) == 0xAF63DC4C8601EC8Cu);
    assert_true(str_hash(S("foobar")) == 0x85944171F73967E8u);
}

/* Each byte at each place, against the words of the header. */
static void test_plain(void **state)
{
    (void)state;
    enum { LONGEST = 20 };
    char bytes[LONGEST];
    assert_true(str_is_plain((struct str){0}, '&', '_'));
    for (size_t n = 1; n <= LONGEST; n++)
        for (size_t at = 0; at < n; at++)
            for (unsigned c = 0; c < 256; c++) {
                memset(bytes, at % 2 ? '~' : ' ', n);
                bytes[at] = (char)c;
                assert_number(str_is_plain((struct str){bytes, n}, '&', '_'), c >= ' ' && c <= '~' && c != '&' && c != '_', "plain");
            }
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "trim", TRIMS, test_trim);
    suite_rows(&suite, "fold", FOLDS, test_fold);
    suite_rows(&suite, "pattern", PATTERNS, test_pattern);
    suite_rows(&suite, "split", SPLITS, test_split);
    suite_rows(&suite, "utf-8", UTF8S, test_utf8);
    suite_rows(&suite, "pair", PAIRS, test_pair);
    suite_rows(&suite, "sub", SUBS, test_sub);
    suite_rows(&suite, "path", PATHS, test_path);
    suite_test(&suite, "find", test_find);
    suite_test(&suite, "plain", test_plain);
    suite_test(&suite, "copies", test_copies);
    suite_test(&suite, "hash", test_hash);
    return suite_run(&suite, "str");
}
