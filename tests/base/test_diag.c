/* Messages: every kind is complete in both languages, and a message says its place on one line. */
#include "testing.h"

/* ---- every kind ---- */

static const struct kind_row {
    const char *name; /* slug */
    enum diag_kind kind;
    enum diag_level level;
    enum exit_status status;
    const char *sentence[2];
} KINDS[] = {
#define DIAG(kind, slug, level, status, text_id, text_en) {slug, DIAG_##kind, level, status, {text_id, text_en}},
#include "effcheck/diag_kinds.h"
#undef DIAG
};

_Static_assert(COUNT(KINDS) == DIAG_KIND_COUNT, "a row for every kind");

static const char *const PLACES[] = {"{value}", "{column}", "{detail}"};
enum { PLACE_COUNT = COUNT(PLACES) };

/* Braces of a sentence that are no known place. */
static size_t strange_braces(const char *sentence)
{
    size_t strange = 0;
    for (const char *at = sentence; *at; at++) {
        if (*at != '{' && *at != '}') continue;
        size_t length = 0;
        for (size_t i = 0; i < PLACE_COUNT; i++)
            if (strncmp(at, PLACES[i], strlen(PLACES[i])) == 0) length = strlen(PLACES[i]);
        if (length) at += length - 1;
        else strange++;
    }
    return strange;
}

static void test_kind(void **state)
{
    const struct kind_row *row = *state;
    struct arena arena = {0};
    struct diag diag = {.kind = row->kind, .value = S("<V>"), .column = S("<C>"), .detail = S("<D>")};
    static const char *const filled[] = {"<V>", "<C>", "<D>"};
    assert_number(diag_level(row->kind), row->level, "level");
    assert_string_equal(diag_slug(row->kind), row->name);
    assert_number(row->status != EXIT_CLEAN, row->level == DIAG_ERROR, "an exit status that only errors have");
    for (int english = 0; english < 2; english++) {
        assert_true(strlen(row->sentence[english]) > 10);
        assert_number(strange_braces(row->sentence[english]), 0, "unknown places");
        struct str sentence = diag_sentence(&arena, &diag, english);
        for (size_t i = 0; i < PLACE_COUNT; i++) {
            bool wanted = strstr(row->sentence[0], PLACES[i]) != NULL;
            assert_number(strstr(row->sentence[english], PLACES[i]) != NULL, wanted, "the same places in both languages");
            assert_number(str_contains(sentence, str_from(filled[i])), wanted, filled[i]);
        }
        assert_int_equal(str_find(sentence, '{'), sentence.n);
    }
    arena_release(&arena);
}

static void test_slugs_differ(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(KINDS); i++) {
        const char *slug = KINDS[i].name;
        assert_int_equal(strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(slug));
        for (size_t k = 0; k < i; k++) assert_string_not_equal(slug, KINDS[k].name);
    }
}

/* ---- the worst status wins ---- */

static const struct status_row {
    const char *name;
    enum diag_kind kinds[3];
    size_t n;
    enum exit_status status;
} STATUSES[] = {
    {"nothing", {0}, 0, EXIT_CLEAN},
    {"only a warning", {DIAG_UNIT_MISSING}, 1, EXIT_CLEAN},
    {"a bad row", {DIAG_UNIT_MISSING, DIAG_AMOUNT_BAD}, 2, EXIT_INPUT},
    {"input outweighs usage", {DIAG_AMOUNT_BAD, DIAG_NO_MATCH}, 2, EXIT_INPUT},
    {"usage alone", {DIAG_YEAR_MISMATCH}, 1, EXIT_USAGE},
    {"a broken pack", {DIAG_PACK_UNKNOWN, DIAG_FILE_TWICE}, 2, EXIT_USAGE},
    {"output outweighs all", {DIAG_AMOUNT_BAD, DIAG_OUTPUT_OPEN, DIAG_NO_MATCH}, 3, EXIT_OUTPUT},
};

static void test_status(void **state)
{
    const struct status_row *row = *state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    for (size_t i = 0; i < row->n; i++) diag_add(&diags, (struct diag){.kind = row->kinds[i]});
    assert_number(diag_status(&diags), row->status, "status");
    arena_release(&arena);
}

/* ---- what is printed ---- */

static const struct print_row {
    const char *name;
    struct diag diag;
    bool english;
    const char *line;
} PRINTS[] = {
    {"file and line", {.kind = DIAG_QUOTE_STRAY, .file = {"a.csv", 5}, .line = 12}, true,
     "a.csv:12: warning: a quote inside a cell; taken literally [kutip-liar]\n"},
    {"file, line and cell", {.kind = DIAG_PACK_ID_TWICE, .file = {"rules.csv", 9}, .line = 3, .column_no = 2, .value = {"X", 1}, .detail = {"2", 1}},
     false, "rules.csv:3:2: kesalahan: id \"X\" sudah dipakai di baris 2 [id-aturan-ganda]\n"},
    {"file alone", {.kind = DIAG_FILE_EMPTY, .file = {"a.csv", 5}}, true, "a.csv: error: the file is empty [berkas-kosong]\n"},
    {"no place", {.kind = DIAG_NO_MATCH, .value = {"opd_*.csv", 9}}, false,
     "kesalahan: tidak ada berkas yang cocok dengan pola \"opd_*.csv\" [pola-kosong]\n"},
    {"a place inside a value stays", {.kind = DIAG_NO_MATCH, .value = {"{detail}{value}", 15}}, true,
     "error: no file matches the pattern \"{detail}{value}\" [pola-kosong]\n"},
    {"line ends and tabs become blanks", {.kind = DIAG_NO_MATCH, .value = {"a\r\nb\tc\x7F", 7}}, true,
     "error: no file matches the pattern \"a  b c \" [pola-kosong]\n"},
    {"line ends in the other value too", {.kind = DIAG_UNIT_CONFLICT, .column = {"1.02", 4}, .value = {"Dinas\nA", 7}, .detail = {"Dinas\nB", 7}}, true,
     "error: unit code 1.02 stands for \"Dinas A\" and for \"Dinas B\" [kode-unit-ganda]\n"},
};

static void test_print(void **state)
{
    const struct print_row *row = *state;
    char *printed = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&printed, &n);
    diag_print(out, &row->diag, row->english);
    fclose(out);
    assert_string_equal(printed, row->line);
    free(printed);
}

/* Long values of a file are cut at a whole character. */
static void test_long_value(void **state)
{
    (void)state;
    enum { LETTERS = 119 }; /* a two-byte letter begins at the last byte that fits */
    char value[300];
    struct arena arena = {0};
    memset(value, 'x', sizeof value);
    memcpy(value + LETTERS, "\xC3\xA9", 2);
    struct diag diag = {.kind = DIAG_NO_MATCH, .value = {value, sizeof value}};
    struct str sentence = diag_sentence(&arena, &diag, true);
    struct str want = str_format(&arena, "no file matches the pattern \"%.*s\xE2\x80\xA6\"", LETTERS, value);
    assert_text(sentence, want.p, "the sentence");
    arena_release(&arena);
}

/* ---- the list ---- */

static void test_list(void **state)
{
    (void)state;
    struct arena arena = {0}, other = {0};
    struct diags diags = {.arena = &arena}, more = {.arena = &other};
    char value[] = "seen";
    diag_add(&diags, (struct diag){.kind = DIAG_FILE_EMPTY, .value = str_from(value)});
    value[0] = 'x';
    assert_text(diags.list.at[0].value, "seen", "a copy of the value");
    for (uint32_t i = 0; i < 1000; i++) diag_add(&more, (struct diag){.kind = DIAG_AMOUNT_BAD, .line = i + 1, .value = S("abc")});
    diag_merge(&diags, &more);
    arena_release(&other);
    assert_int_equal(diags.list.n, 1001); /* all faults, no cap */
    assert_int_equal(diags.list.at[1000].line, 1000);
    assert_text(diags.list.at[1000].value, "abc", "a merged value");
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "kind", KINDS, test_kind);
    suite_test(&suite, "slugs differ", test_slugs_differ);
    suite_rows(&suite, "status", STATUSES, test_status);
    suite_rows(&suite, "print", PRINTS, test_print);
    suite_test(&suite, "long value", test_long_value);
    suite_test(&suite, "list", test_list);
    return suite_run(&suite, "diag");
}
