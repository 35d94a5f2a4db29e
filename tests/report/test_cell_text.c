/* Texts of files as cells of a workbook: nothing breaks the XML, nothing is lost without a mark. */
#include "cell_text.h"
#include "testing.h"

static const struct text_row {
    const char *name, *text, *cell;
} TEXTS[] = {
    {"plain", "Dinas Kesehatan", "Dinas Kesehatan"},
    {"empty", "", ""},
    {"formula stays text", "=1+1", "=1+1"},
    {"markup stays text", "<a href=\"x\">&amp;</a>", "<a href=\"x\">&amp;</a>"},
    {"line ends become LF", "a\r\nb\rc\nd", "a\nb\nc\nd"},
    {"control characters become blanks",
     "a\tb\x01"
     "c\x1F"
     "d\x7F"
     "e",
     "a b c d e"},
    {"bad bytes become U+FFFD", "caf\xE9 \xFF", "caf\xEF\xBF\xBD \xEF\xBF\xBD"},
    {"U+FFFE and U+FFFF are no characters of XML",
     "a\xEF\xBF\xBE"
     "b\xEF\xBF\xBF"
     "c",
     "a\xEF\xBF\xBD"
     "b\xEF\xBF\xBD"
     "c"},
    {"other languages",
     "Rp 1\xC2\xA0"
     "000 \xE2\x80\x93 \xF0\x9F\x98\x80",
     "Rp 1\xC2\xA0"
     "000 \xE2\x80\x93 \xF0\x9F\x98\x80"},
};

static void test_text(void **state)
{
    const struct text_row *row = *state;
    struct arena arena = {0};
    assert_text(cell_text(&arena, str_from(row->text), S("[cut]")), row->cell, "the cell");
    arena_release(&arena);
}

static const struct cut_row {
    const char *name;
    size_t letters, pairs; /* letters of one UTF-16 unit, then of two */
    size_t bytes;          /* of the cell, mark included */
} CUTS[] = {
    {"fits exactly", CELL_UNITS_MAX, 0, CELL_UNITS_MAX},
    {"one too many", CELL_UNITS_MAX + 1, 0, CELL_UNITS_MAX},
    {"pairs fit exactly", 1, (CELL_UNITS_MAX - 1) / 2, 1 + 4 * ((CELL_UNITS_MAX - 1) / 2)},
    {"a pair is not cut in half", 0, CELL_UNITS_MAX, 4 * ((CELL_UNITS_MAX - 5) / 2) + 5},
};

static void test_cut(void **state)
{
    const struct cut_row *row = *state;
    struct arena arena = {0};
    char *text = arena_alloc(&arena, row->letters + 4 * row->pairs + 1);
    memset(text, 'x', row->letters);
    for (size_t i = 0; i < row->pairs; i++) memcpy(text + row->letters + 4 * i, "\xF0\x9F\x98\x80", 4);
    struct str cell = cell_text(&arena, (struct str){text, row->letters + 4 * row->pairs}, S("[cut]"));
    assert_number(cell.n, row->bytes, "length of the cell");
    assert_number(str_utf8_error(cell), cell.n, "length that is valid UTF-8");
    assert_number(str_ends(cell, S("[cut]")), row->letters + 2 * row->pairs > CELL_UNITS_MAX, "the mark");
    arena_release(&arena);
}

static const struct escape_row {
    const char *name, *text, *written;
} ESCAPES[] = {
    {"litter of a spreadsheet is shown, not decoded", "a_x000D_b", "a_x005F_x000D_b"},
    {"lower case", "_x000d_", "_x005F_x000d_"},
    {"two in a row", "_x000D__x000A_", "_x005F_x000D__x005F_x000A_"},
    {"three digits are none", "_x00D_", "_x00D_"},
    {"no end", "_x000D", "_x000D"},
    {"a plain underscore", "nama_unit", "nama_unit"},
};

static void test_escape(void **state)
{
    const struct escape_row *row = *state;
    struct arena arena = {0};
    assert_text(cell_text_escaped(&arena, str_from(row->text)), row->written, "what is written");
    arena_release(&arena);
}

static const struct sheet_row {
    const char *name, *wanted, *given;
} SHEETS[] = {
    {"plain", "Temuan", "Temuan"},
    {"31 characters", "Belanja yang dikurangi setengah dari pagu", "Belanja yang dikurangi setengah"},
    {"no blank at the cut", "Belanja yang dikurangi seluruh  dari pagu", "Belanja yang dikurangi seluruh"},
    {"forbidden characters", "a[b]c:d*e?f/g\\h", "a-b-c-d-e-f-g-h"},
    {"apostrophes", "Qur'an", "Qur-an"},
    {"line ends", "a\nb", "a b"},
    {"empty", "  ", "-"},
};

static void test_sheet(void **state)
{
    const struct sheet_row *row = *state;
    struct arena arena = {0};
    assert_text(cell_sheet_name(&arena, str_from(row->wanted)), row->given, "the name");
    arena_release(&arena);
}

static void test_page(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_text(cell_page_text(&arena, S("Komunikasi & Informatika\nx"), 100), "Komunikasi && Informatika x", "the page text");
    assert_text(cell_page_text(&arena, S("abcdef"), 3), "abc", "the cut page text");
    assert_text(cell_line(&arena, S(" A & B\r\n"), 100), "A & B", "the line");
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "text", TEXTS, test_text);
    suite_rows(&suite, "cut", CUTS, test_cut);
    suite_rows(&suite, "escape", ESCAPES, test_escape);
    suite_rows(&suite, "sheet name", SHEETS, test_sheet);
    suite_test(&suite, "page text", test_page);
    return suite_run(&suite, "cell_text");
}
