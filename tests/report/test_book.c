/* The book writes what it was given, and the read-back notices when the file holds anything else. */
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "effcheck/archive.h"
#include "effcheck/book.h"
#include "effcheck/readback.h"
#include "workbook_reading.h"

static const double WIDTHS[] = {20, 20, 20, 20};

static struct book *open_book_keeping(struct arena *arena, const char *path, size_t rows_kept)
{
    struct book_info info = {.title = S("Judul"),
                             .author = S("effcheck"),
                             .created = {2025, 11, 30},
                             .page_of = "Halaman &P dari &N",
                             .header = S("A & B"),
                             .cut_mark = "[cut]",
                             .exact_note = "Nilai tepat:",
                             .rows_kept = rows_kept};
    struct book *book = book_open(str_from(path), S("."), info, arena);
    assert_non_null(book);
    return book;
}

static struct book *open_book(struct arena *arena, const char *path)
{
    return open_book_keeping(arena, path, 0);
}

static void close_book(struct book *book)
{
    struct str error = {0};
    for (size_t i = 0; i < book_sheet_count(book); i++) sheet_finish(book_sheet_at(book, i));
    if (!book_close(book, &error)) fail_msg("%.*s", STR_ARG(error));
}

/* Money as numbers: 15 digits exactly, more with a note. */
static const struct money_row {
    const char *name; /* sen */
    int64_t sen;
    const char *cell, *note;
} AMOUNTS[] = {
    {"zero", 0, "0", ""},
    {"one sen", 1, "0.01", ""},
    {"half a rupiah", -50, "-0.5", ""},
    {"whole rupiah", 850000000000, "8500000000", ""},
    {"15 digits", 999999999999999, "9999999999999.99", ""},
    {"16 digits lose the last", 1234567890123456, "12345678901234.6", "B2 = Rp 12.345.678.901.234,56"},
    {"16 digits that end in zero", 1234567890123450, "12345678901234.5", ""},
    {"rounded up into the next digit", 9999999999999996, "100000000000000", "B2 = Rp 99.999.999.999.999,96"},
    {"the largest amount", INT64_MAX, "9.22337203685478E+16", "B2 = Rp 92.233.720.368.547.758,07"},
    {"the smallest amount", INT64_MIN, "-9.22337203685478E+16", "B2 = Rp -92.233.720.368.547.758,08"},
};

static void test_money(void **state)
{
    const struct money_row *row = *state;
    struct arena arena = {0};
    struct str error = {0};
    char value[40];
    struct book *book = open_book(&arena, "money.xlsx");
    struct sheet *sheet = book_sheet(book, S("Uji"), WIDTHS, COUNT(WIDTHS));
    book_money(sheet, 1, 1, STYLE_MONEY, (struct money){row->sen});
    close_book(book);
    assert_true(readback_equal("money.xlsx", book, &arena, &error));
    struct workbook read = workbook_read(&arena, "money.xlsx");
    snprintf(value, sizeof value, "%.15G", strtod(workbook_text(&read, "Uji", "B2").p, NULL));
    assert_text(str_from(value), row->cell, "the cell");
    assert_text(workbook_text(&read, "Uji", "A5"), row->note, "the exact amount below");
    remove("money.xlsx");
    arena_release(&arena);
}

static void test_cells(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str error = {0};
    struct book *book = open_book(&arena, "cells.xlsx");
    struct sheet *sheet = book_sheet(book, S("Uji"), WIDTHS, COUNT(WIDTHS));
    book_text(sheet, 0, 0, STYLE_TEXT, S("=HYPERLINK(\"http://x\")"));
    book_text(sheet, 0, 1, STYLE_TEXT, S(" _x000d_ \xFF\r\n "));
    book_blank(sheet, 0, 2, STYLE_ABSENT);
    book_text(sheet, 0, 3, STYLE_TEXT, S(""));
    book_integer(sheet, 1, 0, STYLE_INTEGER, 1048576);
    book_percent(sheet, 1, 1, STYLE_PERCENT, 4624);
    book_money_formula(sheet, 1, 2, STYLE_MONEY, S("=A2*2"), (struct money){209715200});
    book_word_link(sheet, 1, 3, STYLE_GOOD, S("Patuh"), S("Uji"), 0, 0);
    book_link(sheet, 2, 0, STYLE_LINK, S("ke \"atas\""), S("Uji"), 0, 0);
    book_merged(sheet, 2, 1, 3, STYLE_PARAGRAPH, S("gabungan"));
    close_book(book);
    if (!readback_equal("cells.xlsx", book, &arena, &error)) fail_msg("%.*s", STR_ARG(error));
    struct workbook read = workbook_read(&arena, "cells.xlsx");
    assert_text(workbook_text(&read, "Uji", "A1"), "=HYPERLINK(\"http://x\")", "the text that looks like a formula");
    assert_false(workbook_cell(&read, "Uji", "A1")->formula);
    assert_text(workbook_text(&read, "Uji", "B1"), " _x000d_ \xEF\xBF\xBD\n ", "the litter");
    assert_null(workbook_cell(&read, "Uji", "C1"));
    assert_null(workbook_cell(&read, "Uji", "D1"));
    assert_text(workbook_text(&read, "Uji", "B2"), "0.4624", "the share");
    assert_text(workbook_text(&read, "Uji", "C2"), "2097152", "the stored value of the formula");
    assert_true(workbook_cell(&read, "Uji", "C2")->formula);
    assert_text(workbook_text(&read, "Uji", "D2"), "Patuh", "the word");
    assert_text(workbook_text(&read, "Uji", "A3"), "ke \"atas\"", "the link");
    assert_text(workbook_text(&read, "Uji", "B3"), "gabungan", "the merged text");
    remove("cells.xlsx");
    arena_release(&arena);
}

/* A long sheet holds what an ordinary one would: read back by the scanner and by the parser. */
static void test_long_sheet(void **state)
{
    (void)state;
    enum { ROWS = 3000 };
    struct arena arena = {0};
    struct str error = {0};
    struct book_info info = {.created = {2025, 11, 30}, .page_of = "", .cut_mark = "[cut]", .exact_note = "Nilai tepat:"};
    struct book *book = book_open(S("long.xlsx"), S("."), info, &arena);
    struct sheet *first = book_sheet(book, S("Satu"), WIDTHS, COUNT(WIDTHS));
    struct sheet *sheet = book_long_sheet(book, S("Panjang"), WIDTHS, COUNT(WIDTHS));
    struct sheet *empty = book_long_sheet(book, S("Kosong"), WIDTHS, COUNT(WIDTHS));
    book_text(first, 0, 0, STYLE_TEXT, S("x"));
    book_text(sheet, 0, 0, STYLE_TITLE, S("Judul & <b>"));
    book_text(sheet, 1, 0, STYLE_LINE, S(" _x000d_ \xFF\r\n "));
    book_text(sheet, 1, 1, STYLE_LINE, S(""));
    book_money(sheet, 1, 2, STYLE_LINE_MONEY, (struct money){-150});
    book_money_formula(sheet, 1, 3, STYLE_LINE_MONEY, S("=IF(A1<>\"\",2,3)"), (struct money){200});
    for (uint32_t i = 0; i < ROWS; i++) {
        char many[40];
        snprintf(many, sizeof many, "teks & %u", i);
        book_text(sheet, 2 + i, 0, STYLE_LINE, S("sama"));
        book_text(sheet, 2 + i, 1, STYLE_LINE, str_from(many));
        book_blank(sheet, 2 + i, 2, STYLE_SMALL_ABSENT);
        book_integer(sheet, 2 + i, 3, STYLE_LINE_INTEGER, i);
    }
    book_money(sheet, 2 + ROWS, 0, STYLE_LINE_MONEY, (struct money){INT64_MAX});
    close_book(book);
    if (!readback_equal("long.xlsx", book, &arena, &error)) fail_msg("%.*s", STR_ARG(error));
    struct workbook read = workbook_read(&arena, "long.xlsx");
    assert_text(workbook_text(&read, "Panjang", "A1"), "Judul & <b>", "the title");
    assert_text(workbook_text(&read, "Panjang", "A2"), " _x000d_ \xEF\xBF\xBD\n ", "the litter");
    assert_null(workbook_cell(&read, "Panjang", "B2"));
    assert_text(workbook_text(&read, "Panjang", "C2"), "-1.5", "the money");
    assert_true(workbook_cell(&read, "Panjang", "D2")->formula);
    assert_text(workbook_text(&read, "Panjang", "B3002"), "teks & 2999", "the last text");
    assert_text(workbook_text(&read, "Panjang", "A3006"), "A3003 = Rp 92.233.720.368.547.758,07", "the exact amount below");
    assert_number(sheet_tally(empty)->last_row, 0, "rows of the empty sheet");
    assert_true(access("long.xlsx.parts", F_OK) != 0);
    remove("long.xlsx");
    arena_release(&arena);
}

/* What else a cell of a long sheet can be, cells out of order in their row, and the rows as high as their texts need. */
static void test_long_cells(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str error = {0};
    struct book *book = book_open(S("long.xlsx"), S("."), (struct book_info){.page_of = "", .cut_mark = ""}, &arena);
    struct sheet *sheet = book_long_sheet(book, S("Panjang"), WIDTHS, COUNT(WIDTHS));
    sheet_filter(sheet, 1, 4, 4);
    sheet_height(sheet, 0, 24);
    book_text(sheet, 1, 3, STYLE_TEXT, S("dua baris atau lebih dalam satu kolom yang sempit"));
    book_link(sheet, 1, 0, STYLE_LINK, S("ke <atas>"), S("Panjang"), 0, 0);
    book_blank(sheet, 1, 1, STYLE_TEXT);
    book_text(sheet, 1, 1, STYLE_TEXT, S("kemudian"));
    book_merged(sheet, 2, 0, 2, STYLE_TEXT, S("gabungan"));
    book_merged_money(sheet, 3, 1, 2, STYLE_MONEY, (struct money){700});
    book_date(sheet, 3, 0, STYLE_SMALL_DATE, (struct date){2026, 1, 31});
    book_word_link(sheet, 4, 0, STYLE_GOOD, S("Patuh"), S("Panjang"), 1, 0);
    assert_number(sheet_extras(sheet), 1, "links");
    close_book(book);
    if (!readback_equal("long.xlsx", book, &arena, &error)) fail_msg("%.*s", STR_ARG(error));
    struct workbook read = workbook_read(&arena, "long.xlsx");
    assert_text(workbook_text(&read, "Panjang", "A2"), "ke <atas>", "the link");
    assert_text(workbook_text(&read, "Panjang", "B2"), "kemudian", "the later of two cells");
    assert_text(workbook_text(&read, "Panjang", "A3"), "gabungan", "the merged text");
    assert_text(workbook_text(&read, "Panjang", "A4"), "2026-01-31", "the day");
    assert_text(workbook_text(&read, "Panjang", "B4"), "7", "the merged money");
    assert_text(workbook_text(&read, "Panjang", "A5"), "Patuh", "the word");
    assert_true(workbook_cell(&read, "Panjang", "A5")->formula);
    struct archive *archive = archive_open("long.xlsx", &arena, &error);
    const char *fault;
    char xml[8192];
    assert_true(archive_begin(archive, archive_find(archive, S("xl/worksheets/sheet1.xml"), &error), &fault));
    struct str part = {xml, (size_t)archive_read(archive, xml, sizeof xml, &fault)};
    assert_true(str_contains(part, S("<row r=\"1\" ht=\"24\" customHeight=\"1\"></row>")));
    assert_true(!str_contains(part, S("<row r=\"2\" ht=\"14.25\"")) && str_contains(part, S("<row r=\"3\" ht=\"14.25\"")));
    assert_true(str_contains(part, S("<autoFilter ref=\"A2:D5\"/><mergeCells count=\"2\"><mergeCell ref=\"A3:C3\"/><mergeCell ref=\"B4:C4\"/></mergeCells>")));
    assert_true(str_contains(part, S("<hyperlinks><hyperlink ref=\"A2\" location=\"'Panjang'!A1\"/></hyperlinks><pageMargins")));
    archive_end(archive, false, &fault);
    archive_close(archive);
    remove("long.xlsx");
    arena_release(&arena);
}

/* ---- several threads ---- */

static const struct threads_row {
    const char *name;
    int threads;
} THREADS[] = {{"one", 1}, {"two", 2}, {"more than sheets", 8}};

/* Texts that repeat, texts that do not, numbers and links: more than a piece of deflate.h. */
static void fill_rows(struct sheet *sheet, uint32_t rows)
{
    for (uint32_t i = 0; i < rows; i++) {
        char once[40];
        snprintf(once, sizeof once, "teks & %u", i * 7919 % 65537);
        book_text(sheet, i, 0, STYLE_TEXT, str_from(once));
        book_text(sheet, i, 1, i % 3 ? STYLE_SMALL : STYLE_LINE, S("yang sama <di mana-mana>"));
        book_integer(sheet, i, 2, STYLE_LINE_INTEGER, (int64_t)i * 1000003 % 65537 * 999983);
        if (i % 100 == 0) book_link(sheet, i, 3, STYLE_LINK, S("ke atas"), sheet_name(sheet), 0, 0);
    }
    sheet_finish(sheet);
}

static const uint32_t ROWS_OF[] = {0, 1, 4000, 300, 9000};

/* Hardly any rows in memory, or all of these. */
enum { IN_FILES = 1, IN_MEMORY = 0 };

static struct book *open_long_sheets(struct arena *arena, const char *path, size_t rows_kept)
{
    struct book *book = open_book_keeping(arena, path, rows_kept);
    book_text(book_sheet(book, S("Biasa"), WIDTHS, COUNT(WIDTHS)), 0, 0, STYLE_TITLE, S("Judul"));
    for (size_t i = 0; i < COUNT(ROWS_OF); i++) book_long_sheet(book, S("Panjang"), WIDTHS, COUNT(WIDTHS));
    return book;
}

static void fill_long_sheets(struct book *book, int threads)
{
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads)
    for (size_t i = 0; i < COUNT(ROWS_OF); i++) fill_rows(book_sheet_at(book, i + 1), ROWS_OF[i]);
}

static bool equal_by(int threads, const char *path, const struct book *book, struct arena *arena, struct str *error)
{
    bool equal = false;
#pragma omp parallel num_threads(threads)
#pragma omp single
    equal = readback_equal(path, book, arena, error);
    return equal;
}

static struct str whole_file(struct arena *arena, const char *path)
{
    struct stat info;
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fstat(fileno(file), &info), 0);
    char *p = arena_alloc(arena, (size_t)info.st_size);
    assert_int_equal(fread(p, 1, (size_t)info.st_size, file), info.st_size);
    fclose(file);
    return (struct str){p, (size_t)info.st_size};
}

/* The same bytes, whoever filled which sheet when, and wherever its rows waited. */
static void test_threads(void **state)
{
    const struct threads_row *row = *state;
    struct arena arena = {0};
    struct str error = {0};
    struct book *alone = open_long_sheets(&arena, "alone.xlsx", IN_MEMORY), *together = open_long_sheets(&arena, "together.xlsx", IN_FILES);
    for (size_t i = COUNT(ROWS_OF); i-- > 0;) fill_rows(book_sheet_at(alone, i + 1), ROWS_OF[i]);
    fill_long_sheets(together, row->threads);
    close_book(alone);
    close_book(together);
    struct str a = whole_file(&arena, "alone.xlsx"), b = whole_file(&arena, "together.xlsx");
    assert_int_equal(a.n, b.n);
    assert_memory_equal(a.p, b.p, a.n);
    if (!equal_by(row->threads, "together.xlsx", alone, &arena, &error)) fail_msg("%.*s", STR_ARG(error));
    remove("alone.xlsx");
    remove("together.xlsx");
    arena_release(&arena);
}

/* Of several sheets that differ the first is named, however full the others are. */
static void test_first_difference(void **state)
{
    const struct threads_row *row = *state;
    struct arena arena = {0};
    struct str error = {0};
    struct book *meant = open_long_sheets(&arena, "meant.xlsx", IN_MEMORY), *there = open_long_sheets(&arena, "there.xlsx", IN_MEMORY);
    fill_long_sheets(meant, 1);
    for (size_t i = 0; i < COUNT(ROWS_OF); i++) {
        struct sheet *sheet = book_sheet_at(there, i + 1);
        if (i) book_text(sheet, ROWS_OF[i] + 1, 0, STYLE_TEXT, S("lain"));
        sheet_finish(sheet);
    }
    close_book(meant);
    close_book(there);
    assert_false(equal_by(row->threads, "there.xlsx", meant, &arena, &error));
    assert_true(str_starts(error, S("sheet \"Panjang (2)\": ")));
    remove("meant.xlsx");
    remove("there.xlsx");
    arena_release(&arena);
}

/* Rows that find no room on the disk: said when the book is closed, whichever thread wrote them and however late. */
static void test_rows_without_room(void **state)
{
    enum { STEP = 4096 };
    const struct threads_row *row = *state;
    struct arena arena = {0};
    for (rlim_t room = 0; room < 5 * STEP; room += STEP) {
        struct str error = {0};
        struct book *book = open_long_sheets(&arena, "full.xlsx", IN_FILES);
        rlim_t usual = allow_file_size(room);
        fill_long_sheets(book, row->threads);
        bool done = book_close(book, &error);
        allow_file_size(usual);
        assert_false(done);
        assert_text(error, "rows of a long sheet cannot be written (File too large)", "the error");
    }
    remove("full.xlsx");
    arena_release(&arena);
}

/* The file is open once, and the system lets nobody open it a second time. */
static void test_no_more_files(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str error = {0};
    struct rlimit usual, limit;
    struct book *book = open_long_sheets(&arena, "once.xlsx", IN_FILES);
    fill_long_sheets(book, 1);
    close_book(book);
    int next = dup(STDIN_FILENO);
    assert_true(next >= 0 && close(next) == 0);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &usual), 0);
    limit = (struct rlimit){(rlim_t)next + 1, usual.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
    bool equal = readback_equal("once.xlsx", book, &arena, &error);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &usual), 0);
    assert_false(equal);
    assert_text(error, "it cannot be opened again", "the error");
    remove("once.xlsx");
    arena_release(&arena);
}

/* Beyond the memory for repeated texts each stands by itself. */
static void test_many_texts(void **state)
{
    (void)state;
    enum { ROWS = 12000, LONG = 1000 };
    struct arena arena = {0};
    struct str error = {0};
    char text[LONG + 1];
    struct book *book = book_open(S("many.xlsx"), S("."), (struct book_info){.page_of = "", .cut_mark = ""}, &arena);
    struct sheet *sheet = book_long_sheet(book, S("Panjang"), WIDTHS, COUNT(WIDTHS));
    memset(text, 'x', LONG);
    for (uint32_t i = 0; i < ROWS; i++) {
        int n = snprintf(text, LONG, "<%u>&", i);
        text[n] = 'y';
        book_text(sheet, i, 0, STYLE_LINE, (struct str){text, LONG});
    }
    close_book(book);
    if (!readback_equal("many.xlsx", book, &arena, &error)) fail_msg("%.*s", STR_ARG(error));
    struct workbook read = workbook_read(&arena, "many.xlsx");
    assert_true(str_starts(workbook_text(&read, "Panjang", "A12000"), S("<11999>&yxxx")));
    remove("many.xlsx");
    arena_release(&arena);
}

static void test_sheet_names(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str error = {0};
    struct book *book = open_book(&arena, "names.xlsx");
    const char *wanted[] = {"Temuan", "TEMUAN", "Belanja yang dikurangi setengah (a)", "Belanja yang dikurangi setengah (b)",
                            "a/b",    "It's"};
    const char *given[] = {"Temuan", "TEMUAN (2)", "Belanja yang dikurangi setengah", "Belanja yang dikurangi s (2)", "a-b", "It-s"};
    for (size_t i = 0; i < COUNT(wanted); i++) {
        struct sheet *sheet = book_sheet(book, str_from(wanted[i]), WIDTHS, COUNT(WIDTHS));
        assert_text(sheet_name(sheet), given[i], "the name");
        book_link(sheet, 0, 0, STYLE_LINK, S("x"), sheet_name(sheet), 0, 0);
    }
    close_book(book);
    if (!readback_equal("names.xlsx", book, &arena, &error)) fail_msg("%.*s", STR_ARG(error));
    remove("names.xlsx");
    arena_release(&arena);
}

/* ---- the read-back ---- */

enum deed {
    LEAVE,
    OTHER_TEXT,
    OTHER_NUMBER,
    OTHER_FORMULA,
    MOVED,
    SWAPPED,
    MISSING,
    OTHER_NAME,
    MORE_SHEETS,
    CUT_OFF,
    FLIPPED,
    EMPTY_FILE,
    NO_FILE
};

static void fill(struct book *book, enum deed deed)
{
    struct sheet *sheet = book_sheet(book, deed == OTHER_NAME ? S("Ujj") : S("Uji"), WIDTHS, COUNT(WIDTHS));
    book_text(sheet, 0, 0, STYLE_TEXT, deed == OTHER_TEXT ? S("Dinas Kesehatam") : S("Dinas Kesehatan"));
    book_money(sheet, 0, deed == MOVED ? 2 : 1, STYLE_MONEY, (struct money){deed == OTHER_NUMBER ? 850000000001 : 850000000000});
    book_integer(sheet, 1, 0, STYLE_INTEGER, deed == SWAPPED ? 2 : 1);
    book_integer(sheet, 1, 1, STYLE_INTEGER, deed == SWAPPED ? 1 : 2);
    if (deed == OTHER_FORMULA)
        book_integer(sheet, 1, 2, STYLE_INTEGER, 3);
    else if (deed != MISSING)
        book_integer_formula(sheet, 1, 2, STYLE_INTEGER, S("=A2+B2"), 3);
    if (deed == MORE_SHEETS) book_sheet(book, S("Lagi"), WIDTHS, COUNT(WIDTHS));
}

static const struct deed_row {
    const char *name;
    enum deed deed;
    bool equal;
} DEEDS[] = {
    {"the same cells", LEAVE, true},
    {"another letter", OTHER_TEXT, false},
    {"another sen", OTHER_NUMBER, false},
    {"a value instead of a formula", OTHER_FORMULA, false},
    {"a cell moved", MOVED, false},
    {"two numbers swapped", SWAPPED, false},
    {"a cell missing", MISSING, false},
    {"a sheet renamed", OTHER_NAME, false},
    {"a sheet too many", MORE_SHEETS, false},
    {"the file cut off", CUT_OFF, false},
    {"a byte flipped", FLIPPED, false},
    {"an empty file", EMPTY_FILE, false},
    {"no file", NO_FILE, false},
};

static void damage(const char *path, enum deed deed)
{
    struct stat info;
    if (deed == NO_FILE) remove(path);
    if (deed != CUT_OFF && deed != FLIPPED && deed != EMPTY_FILE) return;
    int fd = open(path, O_RDWR);
    char byte;
    assert_true(fd >= 0 && fstat(fd, &info) == 0);
    if (deed == FLIPPED) {
        assert_int_equal(pread(fd, &byte, 1, info.st_size / 3), 1);
        byte ^= 0x10;
        assert_int_equal(pwrite(fd, &byte, 1, info.st_size / 3), 1);
    } else {
        assert_int_equal(ftruncate(fd, deed == CUT_OFF ? info.st_size / 2 : 0), 0);
    }
    close(fd);
}

static void test_readback(void **state)
{
    const struct deed_row *row = *state;
    struct arena arena = {0};
    struct str error = {0};
    struct book *meant = open_book(&arena, "meant.xlsx"), *there = open_book(&arena, "there.xlsx");
    fill(meant, LEAVE);
    fill(there, row->deed);
    close_book(meant);
    close_book(there);
    damage("there.xlsx", row->deed);
    bool equal = readback_equal("there.xlsx", meant, &arena, &error);
    assert_number(equal, row->equal, "equality");
    assert_number(error.n > 0, !row->equal, "whether an error is named");
    remove("meant.xlsx");
    remove("there.xlsx");
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "money", AMOUNTS, test_money);
    suite_test(&suite, "a long sheet", test_long_sheet);
    suite_test(&suite, "cells of a long sheet", test_long_cells);
    suite_test(&suite, "a long sheet of many texts", test_many_texts);
    suite_rows(&suite, "threads", THREADS, test_threads);
    suite_rows(&suite, "first difference", THREADS, test_first_difference);
    suite_rows(&suite, "rows without room", THREADS, test_rows_without_room);
    suite_test(&suite, "no more files", test_no_more_files);
    suite_test(&suite, "cells", test_cells);
    suite_test(&suite, "sheet names", test_sheet_names);
    suite_rows(&suite, "read-back", DEEDS, test_readback);
    return suite_run(&suite, "book");
}
