/* ZIP archives: which are opened, and what a copy with inserts holds or says when something is in its way. Workbooks: test_xlsx.c. */
#include <sys/stat.h>

#include "effcheck/archive.h"
#include "fuzz/stored_zip.h"
#include "testing.h"

#define FROM "from.zip"
#define TO   "to.zip"

enum { DIRECTORY_STORED = 20, DIRECTORY_SIZE = 24, LOCAL_STORED = 18, LOCAL_SIZE = 22 }; /* where entries keep their lengths */

static void write_file(struct str bytes)
{
    FILE *out = fopen(FROM, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, out), bytes.n);
    assert_int_equal(fclose(out), 0);
}

/* Two parts; the bytes may be damaged before they are written. */
static struct str two_parts(struct arena *arena, struct zip *zip)
{
    zip->arena = arena;
    zip_add(zip, S("a.xml"), S("<a><rows/></a>"));
    zip_add(zip, S("b.xml"), S("<b/>"));
    struct str bytes = zip_close(zip);
    return str_copy(arena, bytes);
}

/* ---- opening and finding ---- */

static const struct name_row {
    const char *name; /* of the only part; NULL in `asked` = not opened */
    const char *asked, *error;
} NAMES[] = {
    {"a.xml", "a.xml", ""},
    {"A.XML", "/a.xml", ""},
    {"/x/a.xml", "\\X\\a.xml", ""},
    {"\\x\\a.xml", "x/A.xml", ""},
    {"a.xml", "///", "part /// is missing"},
    {"///", "/", ""},
    {"a.xml", "b.xml", "part b.xml is missing"},
    {"a.xml", "\x80\x1F", "part ?? is missing"},
};

static void test_name(void **state)
{
    const struct name_row *row = *state;
    struct arena arena = {0};
    struct zip zip = {.arena = &arena};
    struct str error = {0};
    zip_add(&zip, str_from(row->name), S("x"));
    write_file(zip_close(&zip));
    struct archive *archive = archive_open(FROM, &arena, &error);
    assert_non_null(archive);
    assert_int_equal(archive_count(archive), 1);
    struct archive_part *found = archive_find(archive, str_from(row->asked), &error);
    assert_text(error, row->error, "the error");
    assert_true(found == (row->error[0] ? NULL : archive_part(archive, 0)));
    assert_number(archive_has(archive, str_from(row->asked)), !row->error[0], "whether it is there");
    archive_close(archive);
    unlink(FROM);
    arena_release(&arena);
}

/* The longest name there may be, and one byte more. */
static void test_long_name(void **state)
{
    (void)state;
    enum { LONGEST = 511 };
    struct arena arena = {0};
    char name[LONGEST + 1];
    memset(name, 'n', sizeof name);
    for (size_t n = LONGEST; n <= sizeof name; n++) {
        struct zip zip = {.arena = &arena};
        struct str error = {0};
        zip_add(&zip, (struct str){name, n}, S("x"));
        write_file(zip_close(&zip));
        struct archive *archive = archive_open(FROM, &arena, &error);
        assert_number(archive != NULL, n == LONGEST, "opened");
        assert_text(error, archive ? "" : "the ZIP archive has a part with a name of more than 511 bytes", "the error");
        if (archive) archive_close(archive);
    }
    unlink(FROM);
    arena_release(&arena);
}

/* Two handles on one archive: each reads a part of its own at the same time, and both know what was read. */
static void test_beside(void **state)
{
    (void)state;
    struct arena arena = {0}, other = {0};
    struct zip zip = {0};
    struct str error = {0};
    const char *fault;
    char a[20], b[20];
    write_file(two_parts(&arena, &zip));
    struct archive *archive = archive_open(FROM, &arena, &error), *beside = archive_beside(archive, &other);
    assert_non_null(beside);
    struct archive_part *part_a = archive_find(archive, S("a.xml"), &error), *part_b = archive_find(beside, S("b.xml"), &error);
    assert_true(archive_begin(archive, part_a, &fault) && archive_begin(beside, part_b, &fault));
    assert_int_equal(archive_read(beside, b, sizeof b, &fault), 4);
    assert_int_equal(archive_read(archive, a, sizeof a, &fault), 14);
    assert_true(archive_read(archive, a, sizeof a, &fault) == 0 && archive_read(beside, b, sizeof b, &fault) == 0);
    assert_true(archive_end(beside, true, &fault) && archive_end(archive, true, &fault));
    assert_true(part_b == archive_part(archive, 1));
    archive_close(beside);
    unlink(FROM);
    assert_null(archive_beside(archive, &other));
    archive_close(archive);
    arena_release(&other);
    arena_release(&arena);
}

/* ---- copies with inserts ---- */

static struct str part_text(struct arena *arena, const char *path, struct str name)
{
    struct str error = {0};
    struct archive *archive = archive_open(path, arena, &error);
    assert_text(error, "", "the error of the copy");
    struct archive_part *part = archive_find(archive, name, &error);
    assert_non_null(part);
    const char *fault;
    char *text = arena_alloc(arena, part->size + 1);
    assert_true(archive_begin(archive, part, &fault));
    size_t n = 0;
    for (int got; (got = archive_read(archive, text + n, (unsigned)(part->size + 1 - n), &fault)) > 0;) n += (size_t)got;
    assert_true(archive_end(archive, true, &fault));
    archive_close(archive);
    return (struct str){text, n};
}

static const struct splice_row {
    const char *name;
    struct archive_insert inserts[2];
    size_t n;
    const char *a; /* what a.xml then is; NULL = fails */
    const char *error;
} SPLICES[] = {
    {"nothing", {{.part = {NULL, 0}}}, 0, "<a><rows/></a>", ""},
    {"in place of a mark",
     {{.part = {"a.xml", 5}, .mark = {"<rows/>", 7}, .before = {"<rows>", 6}, .text = {"1", 1}, .behind = {"</rows>", 7}}},
     1, "<a><rows>1</rows></a>", ""},
    {"two marks",
     {{.part = {"a.xml", 5}, .mark = {"<rows/>", 7}, .text = {"1", 1}}, {.part = {"a.xml", 5}, .mark = {"</a>", 4}, .text = {"2", 1}}},
     2, "<a>12", ""},
    {"behind the one before",
     {{.part = {"a.xml", 5}, .mark = {"<rows/>", 7}, .text = {"1", 1}}, {.part = {"a.xml", 5}, .text = {"2", 1}}},
     2, "<a>12</a>", ""},
    {"behind the end",
     {{.part = {"a.xml", 5}, .mark = {"</a>", 4}, .text = {"1", 1}}, {.part = {"a.xml", 5}, .text = {"2", 1}}},
     2, "<a><rows/>12", ""},
    {"no such mark", {{.part = {"a.xml", 5}, .mark = {"<row>", 5}}}, 1, NULL, "part a.xml: has no place for its rows"},
    {"marks in the wrong order",
     {{.part = {"a.xml", 5}, .mark = {"</a>", 4}}, {.part = {"a.xml", 5}, .mark = {"<rows/>", 7}}},
     2, NULL, "part a.xml: has no place for its rows"},
    {"no such part", {{.part = {"c.xml", 5}, .mark = {"<rows/>", 7}}}, 1, NULL, "a part that rows belong to is missing"},
};

static void test_splice(void **state)
{
    const struct splice_row *row = *state;
    struct arena arena = {0};
    struct zip zip = {0};
    struct str error = {0};
    write_file(two_parts(&arena, &zip));
    assert_number(archive_splice(FROM, TO, row->inserts, row->n, &arena, &error), row->a != NULL, "copied");
    assert_text(error, row->error, "the error");
    if (row->a) {
        assert_text(part_text(&arena, TO, S("a.xml")), row->a, "the part with inserts");
        assert_text(part_text(&arena, TO, S("b.xml")), "<b/>", "the part without");
    }
    unlink(FROM);
    unlink(TO);
    arena_release(&arena);
}

/* ---- content that is deflated already ---- */

static void put_piece(void *file, const char *p, size_t n) { assert_int_equal(fwrite(p, 1, n, file), n); }

enum { NOISE = 40000 };

/* What no compression makes shorter. */
static struct str noise(struct arena *arena, uint32_t seed)
{
    char *p = arena_alloc(arena, NOISE);
    for (size_t i = 0; i < NOISE; i++) p[i] = (char)((seed = seed * 1664525u + 1013904223u) >> 24);
    return (struct str){p, NOISE};
}

/* The text as pieces in a file, which are not the last of their stream. */
static struct deflated deflate_into(FILE *file, struct str text)
{
    struct arena arena = {0};
    struct deflater *deflater = deflater_open(&arena, put_piece, file);
    deflater_put(deflater, text);
    struct deflated sum = deflater_end(deflater, false);
    arena_release(&arena);
    return sum;
}

static const struct content_row {
    const char *name;
    size_t rows;
} CONTENTS[] = {{"empty", 0}, {"a row", 1}, {"several pieces", 3 * DEFLATE_PIECE / 5}};

static void test_content(void **state)
{
    const struct content_row *row = *state;
    struct arena arena = {0};
    struct zip zip = {0};
    struct str error = {0}, rows = {arena_alloc(&arena, row->rows * 5 + 1), row->rows * 5};
    FILE *file = tmpfile();
    assert_non_null(file);
    for (size_t i = 0; i < rows.n; i++) ((char *)(uintptr_t)rows.p)[i] = "<r/>\n"[i % 5];
    write_file(two_parts(&arena, &zip));
    struct archive_insert inserts[] = {{.part = S("a.xml"), .mark = S("<rows/>"), .before = S("<rows>"), .content = file, .behind = S("</rows>")},
                                       {.part = S("b.xml"), .mark = S("<b/>"), .content = file}};
    inserts[0].content_sum = inserts[1].content_sum = deflate_into(file, rows);
    assert_true(archive_splice(FROM, TO, inserts, COUNT(inserts), &arena, &error));
    assert_text(part_text(&arena, TO, S("a.xml")), str_join(&arena, str_join(&arena, S("<a><rows>"), rows), S("</rows></a>")).p, "rows inside");
    assert_text(part_text(&arena, TO, S("b.xml")), rows.n ? rows.p : "", "rows alone");
    inserts[0].content_sum.crc ^= 1;
    assert_true(archive_splice(FROM, TO, inserts, COUNT(inserts), &arena, &error));
    struct archive *archive = archive_open(TO, &arena, &error);
    const char *fault = NULL;
    char buffer[DEFLATE_PIECE];
    assert_true(archive_begin(archive, archive_find(archive, S("a.xml"), &error), &fault));
    while (archive_read(archive, buffer, sizeof buffer, &fault) > 0) {}
    assert_false(archive_end(archive, true, &fault));
    assert_string_equal(fault, "its checksum (CRC-32) does not match");
    archive_close(archive);
    fclose(file);
    unlink(FROM);
    unlink(TO);
    arena_release(&arena);
}

static struct str file_bytes(struct arena *arena, FILE *file)
{
    long n = ftell(file);
    char *p = arena_alloc(arena, (size_t)n + 1);
    rewind(file);
    assert_int_equal(fread(p, 1, (size_t)n, file), n);
    return (struct str){p, (size_t)n};
}

/* The first of the pieces in memory, the others in a file; the border lies anywhere, also at either end. */
static void test_content_parted(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str error = {0}, rows = noise(&arena, 7);
    struct zip zip = {.arena = &arena};
    FILE *all = tmpfile();
    assert_non_null(all);
    struct deflated sum = deflate_into(all, rows);
    struct str pieces = file_bytes(&arena, all);
    zip_add(&zip, S("a.xml"), S("<rows/>"));
    write_file(zip_close(&zip));
    const size_t borders[] = {0, 1, pieces.n / 2, pieces.n - 1, pieces.n};
    for (size_t i = 0; i < COUNT(borders); i++) {
        FILE *rest = borders[i] < pieces.n ? tmpfile() : NULL;
        struct str behind = str_sub(pieces, borders[i], pieces.n);
        if (rest) assert_int_equal(fwrite(behind.p, 1, behind.n, rest), behind.n);
        struct archive_insert insert = {.part = S("a.xml"), .mark = S("<rows/>"), .pieces = str_sub(pieces, 0, borders[i]), .content = rest, .content_sum = sum};
        assert_true(archive_splice(FROM, TO, &insert, 1, &arena, &error));
        assert_true(str_eq(part_text(&arena, TO, S("a.xml")), rows));
        if (rest) fclose(rest);
    }
    fclose(all);
    unlink(FROM);
    unlink(TO);
    arena_release(&arena);
}

/* One byte of the archive is another one, or a length is. */
static const struct damage_row {
    const char *name;
    bool directory; /* where: in the directory or in front of the parts */
    size_t entry;   /* which of the two */
    size_t at;      /* byte of the entry */
    unsigned char becomes;
    const char *error;
} DAMAGES[] = {
    {"the header of the part that is copied", false, 1, 0, 'X', "part b.xml: cannot be read again"},
    {"the header of the part that gets rows", false, 0, 0, 'X', "part a.xml: cannot be read again"},
    {"the bytes of the part that gets rows", false, 0, 40, 'X', "part a.xml: cannot be read again"},
    {"the first entry of the directory", true, 0, 0, 'X', "the directory of the ZIP archive is broken"},
    {"the second entry of the directory", true, 1, 0, 'X', "the directory of the ZIP archive is broken"},
    {"more than is taken into memory", true, 0, DIRECTORY_SIZE + 3, 2, "part a.xml: cannot be read again"},
};

static void test_damage(void **state)
{
    const struct damage_row *row = *state;
    struct arena arena = {0};
    struct zip zip = {0};
    struct str bytes = two_parts(&arena, &zip), error = {0};
    size_t local = 30 + 5 + 14, entry = 46 + 5, directory = bytes.n - 22 - 2 * entry;
    size_t at = (row->directory ? directory + row->entry * entry : row->entry * local) + row->at;
    ((char *)(uintptr_t)bytes.p)[at] = (char)row->becomes;
    write_file(bytes);
    const struct archive_insert insert = {.part = S("a.xml"), .mark = S("<rows/>"), .text = S("1")};
    assert_false(archive_splice(FROM, TO, &insert, 1, &arena, &error));
    assert_text(error, row->error, "the error");
    unlink(FROM);
    unlink(TO);
    arena_release(&arena);
}

/* A part that is said to be longer than the whole file, in both places. */
static void test_stored_beyond_the_end(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct zip zip = {0};
    struct str bytes = two_parts(&arena, &zip), error = {0};
    char *p = (char *)(uintptr_t)bytes.p;
    size_t local = 30 + 5 + 14, entry = 46 + 5, directory = bytes.n - 22 - entry;
    p[local + LOCAL_STORED + 2] = p[local + LOCAL_SIZE + 2] = 1;
    p[directory + DIRECTORY_STORED + 2] = p[directory + DIRECTORY_SIZE + 2] = 1;
    write_file(bytes);
    assert_false(archive_splice(FROM, TO, NULL, 0, &arena, &error));
    assert_text(error, "part b.xml: cannot be copied", "the error");
    unlink(FROM);
    unlink(TO);
    arena_release(&arena);
}

static void test_no_files(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct zip zip = {0};
    struct str error = {0};
    assert_false(archive_splice("none.zip", TO, NULL, 0, &arena, &error));
    assert_text(error, "the directory of the ZIP archive is broken", "the error without archive");
    write_file(two_parts(&arena, &zip));
    assert_false(archive_splice(FROM, "none/to.zip", NULL, 0, &arena, &error));
    assert_text(error, "cannot be opened (No such file or directory)", "the error without folder");
    unlink(FROM);
    arena_release(&arena);
}

/* Rows that cannot be read again: of a file that is only written to. */
static void test_rows_unreadable(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct zip zip = {0};
    struct str error = {0};
    write_file(two_parts(&arena, &zip));
    FILE *rows = fopen("rows", "wb");
    assert_non_null(rows);
    const struct archive_insert insert = {.part = S("a.xml"), .mark = S("<rows/>"), .content = rows};
    assert_false(archive_splice(FROM, TO, &insert, 1, &arena, &error));
    assert_text(error, "part a.xml: its rows cannot be read again", "the error");
    fclose(rows);
    unlink("rows");
    unlink(FROM);
    unlink(TO);
    arena_release(&arena);
}

/* ---- a disk that fills up ---- */

/* However much fits on the disk: a copy that lacks bytes is never called done. */
static void test_full_disk(void **state)
{
    enum { STEP = 997 };
    (void)state;
    struct arena arena = {0};
    struct zip zip = {.arena = &arena};
    struct str error = {0};
    zip_add(&zip, S("a.xml"), str_join(&arena, S("<rows/>"), noise(&arena, 1)));
    zip_add(&zip, S("b.xml"), noise(&arena, 2));
    zip_add(&zip, S("c.xml"), S("<c/>"));
    write_file(zip_close(&zip));
    FILE *rows = tmpfile();
    assert_non_null(rows);
    struct str content = noise(&arena, 3), before = noise(&arena, 4), text = noise(&arena, 5), behind = noise(&arena, 6);
    const struct archive_insert insert = {.part = S("a.xml"), .mark = S("<rows/>"), .before = before, .behind = behind, .content = rows,
                                          .content_sum = deflate_into(rows, content), .text = text};
    struct stat whole;
    assert_true(archive_splice(FROM, TO, &insert, 1, &arena, &error));
    assert_int_equal(stat(TO, &whole), 0);
    for (rlim_t fits = 0; fits < (rlim_t)whole.st_size; fits += STEP) {
        error = (struct str){0};
        rlim_t usual = allow_file_size(fits);
        bool done = archive_splice(FROM, TO, &insert, 1, &arena, &error);
        allow_file_size(usual);
        assert_false(done);
        assert_true(error.n > 0);
    }
    assert_true(archive_splice(FROM, TO, &insert, 1, &arena, &error));
    assert_int_equal(part_text(&arena, TO, S("a.xml")).n, 5 * NOISE);
    fclose(rows);
    unlink(FROM);
    unlink(TO);
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "name", NAMES, test_name);
    suite_test(&suite, "a long name", test_long_name);
    suite_test(&suite, "two at once", test_beside);
    suite_rows(&suite, "splice", SPLICES, test_splice);
    suite_rows(&suite, "content", CONTENTS, test_content);
    suite_test(&suite, "content in memory and in a file", test_content_parted);
    suite_rows(&suite, "damage", DAMAGES, test_damage);
    suite_test(&suite, "a part longer than the file", test_stored_beyond_the_end);
    suite_test(&suite, "no archive, no folder", test_no_files);
    suite_test(&suite, "rows that cannot be read", test_rows_unreadable);
    suite_test(&suite, "a full disk", test_full_disk);
    return suite_run(&suite, "archive");
}
