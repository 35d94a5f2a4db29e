/* The bytes of a file: which encoding, what is refused, and that nothing is lost on the way to UTF-8. */
#include <sys/stat.h>
#include <unistd.h>

#include "testing.h"

#include "effcheck/source.h"

#define SLICE(literal) {(literal), sizeof(literal) - 1}
#define FFFD "\xEF\xBF\xBD" /* what cannot be mapped */

static const struct bytes_row {
    const char *name;
    struct str raw;
    const char *diags; /* slug@line */
    enum encoding encoding;
    struct str text; /* p NULL = refused */
} BYTES[] = {
    {"ASCII", SLICE("a,b\n1,2\n"), "", ENCODING_UTF8, SLICE("a,b\n1,2\n")},
    {"UTF-8", SLICE("caf\xC3\xA9,1\n"), "", ENCODING_UTF8, SLICE("caf\xC3\xA9,1\n")},
    {"UTF-8 with mark", SLICE("\xEF\xBB\xBF" "caf\xC3\xA9,1\n"), "", ENCODING_UTF8_BOM, SLICE("caf\xC3\xA9,1\n")},
    {"a mark inside stays", SLICE("a\xEF\xBB\xBF,1\n"), "", ENCODING_UTF8, SLICE("a\xEF\xBB\xBF,1\n")},
    {"ends of lines stay", SLICE("a\r\nb\rc\n"), "", ENCODING_UTF8, SLICE("a\r\nb\rc\n")},
    {"UTF-16LE with mark", SLICE("\xFF\xFE" "a\0,\0\xE9\0\n\0"), "", ENCODING_UTF16LE, SLICE("a,\xC3\xA9\n")},
    {"UTF-16BE with mark", SLICE("\xFE\xFF\0a\0,\0\xE9\0\n"), "", ENCODING_UTF16BE, SLICE("a,\xC3\xA9\n")},
    {"UTF-16LE without mark", SLICE("a\0,\0b\0\r\0\n\0" "1\0,\0" "2\0"), "", ENCODING_UTF16LE, SLICE("a,b\r\n1,2")},
    {"UTF-16BE without mark", SLICE("\0a\0,\0b\0\r\0\n\0" "1\0,\0" "2"), "", ENCODING_UTF16BE, SLICE("a,b\r\n1,2")},
    {"UTF-16LE without mark, three of ten letters not Latin", SLICE("a\0,\0b\0\x13\x20\x13\x20\x13\x20" "1\0,\0" "2\0\n\0"), "", ENCODING_UTF16LE,
     SLICE("a,b\xE2\x80\x93\xE2\x80\x93\xE2\x80\x93" "1,2\n")},
    {"two letters of UTF-16 without mark are too few to tell", SLICE("a\0,\0"), "bukan-teks", ENCODING_UTF8, {NULL, 0}},
    {"UTF-16 beyond the first plane", SLICE("\xFF\xFE\x3D\xD8\x00\xDE,\0" "1\0"), "", ENCODING_UTF16LE, SLICE("\xF0\x9F\x98\x80,1")},
    {"UTF-16LE with half a pair", SLICE("\xFF\xFE" "a\0\x3D\xD8,\0" "1\0\n\0"), "", ENCODING_UTF16LE, SLICE("a" FFFD ",1\n")},
    {"UTF-16BE with half a pair", SLICE("\xFE\xFF\0a\xD8\x3D\0,\0" "1\0\n"), "", ENCODING_UTF16BE, SLICE("a" FFFD ",1\n")},
    {"UTF-16 with the second half alone", SLICE("\xFF\xFE" "a\0\x00\xDE,\0" "1\0"), "", ENCODING_UTF16LE, SLICE("a" FFFD ",1")},
    {"UTF-16 with half a letter at the end", SLICE("\xFF\xFE" "a\0,\0" "1"), "", ENCODING_UTF16LE, SLICE("a," FFFD)},
    {"Windows-1252", SLICE("Biasa\x96Luar,caf\xE9,1\n"), "", ENCODING_CP1252, SLICE("Biasa\xE2\x80\x93Luar,caf\xC3\xA9,1\n")},
    {"Windows-1252: a sequence by chance", SLICE("\xC3\xA9,\x96,\x96,\x96,\x96\n"), "", ENCODING_CP1252,
     SLICE("\xC3\x83\xC2\xA9,\xE2\x80\x93,\xE2\x80\x93,\xE2\x80\x93,\xE2\x80\x93\n")},
    {"doubt: as many sequences as single bytes", SLICE("a\n\xC3\xA9,\x96\n"), "enkoding-rancu@2", ENCODING_CP1252, {NULL, 0}},
    {"doubt: lines end in CR", SLICE("a\rb\r\xC3\xA9,\x96\r"), "enkoding-rancu@3", ENCODING_CP1252, {NULL, 0}},
    {"a single bad byte, lines end in CR", SLICE("\xC3\xA9\r\xC3\xA9\ra\x96z\r"), "utf8-rusak@3", ENCODING_UTF8, SLICE("\xC3\xA9\r\xC3\xA9\ra\xE2\x80\x93z\r")},
    {"a single bad byte, lines end in CRLF", SLICE("\xC3\xA9\r\n\xC3\xA9\r\na\x96z\r\n"), "utf8-rusak@3", ENCODING_UTF8,
     SLICE("\xC3\xA9\r\n\xC3\xA9\r\na\xE2\x80\x93z\r\n")},
    {"doubt: single bytes, but hardly more than sequences", SLICE("\xC3\xA9,\x96,\x96,\x96\n"), "enkoding-rancu@1", ENCODING_CP1252, {NULL, 0}},
    {"Windows-1252: a byte without a meaning", SLICE("a\x81,\x93z\x94\n"), "", ENCODING_CP1252, SLICE("a" FFFD ",\xE2\x80\x9Cz\xE2\x80\x9D\n")},
    {"a single bad byte", SLICE("\xC3\xA9\n\xC3\xA9\na\x96z\n"), "utf8-rusak@3", ENCODING_UTF8, SLICE("\xC3\xA9\n\xC3\xA9\na\xE2\x80\x93z\n")},
    {"two bad bytes on one line", SLICE("\xC3\xA9\xC3\xA9\xC3\xA9\n\x96 \xFB\n"), "utf8-rusak@2", ENCODING_UTF8,
     SLICE("\xC3\xA9\xC3\xA9\xC3\xA9\n\xE2\x80\x93 \xC3\xBB\n")},
    {"bad bytes on two lines", SLICE("\xC3\xA9\xC3\xA9\xC3\xA9\n\x96\n\n\xFB"), "utf8-rusak@2 utf8-rusak@4", ENCODING_UTF8,
     SLICE("\xC3\xA9\xC3\xA9\xC3\xA9\n\xE2\x80\x93\n\n\xC3\xBB")},
    {"a bad byte and a mark", SLICE("\xEF\xBB\xBF" "a\x96z\n"), "utf8-rusak@1", ENCODING_UTF8_BOM, SLICE("a\xE2\x80\x93z\n")},
    {"a letter cut off at the end", SLICE("\xC3\xA9\xC3\xA9\xC3"), "utf8-rusak@1", ENCODING_UTF8, SLICE("\xC3\xA9\xC3\xA9\xC3\x83")},
    {"UTF-16 without mark, but a zero on the other side", SLICE("a\0,\0\0\0" "1\0,\0" "2\0"), "bukan-teks", ENCODING_UTF8, {NULL, 0}},
    {"doubt at the end of a text without end of line", SLICE("a,\x96,\xC3\xA9"), "enkoding-rancu@1", ENCODING_CP1252, {NULL, 0}},
    {"doubt: the line of two places, CR and LF mixed", SLICE("a\rb\r\n\xC3\xA9,\x96\n"), "enkoding-rancu@2", ENCODING_CP1252, {NULL, 0}},
    {"doubt between letters of their own line", SLICE("x\n\x96\xC3\xA9\r\ny"), "enkoding-rancu@2", ENCODING_CP1252, {NULL, 0}},
    {"a zero byte", SLICE("a,b\n1,\0,2\n"), "bukan-teks", ENCODING_UTF8, {NULL, 0}},
    {"a zero letter in UTF-16", SLICE("\xFF\xFE" "a\0\0\0b\0"), "bukan-teks", ENCODING_UTF16LE, {NULL, 0}},
    {"an xlsx", SLICE("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0"), "buku-kerja-bernama-lain", ENCODING_WORKBOOK, SLICE("")},
    {"an xls", SLICE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0"), "buku-kerja-lama", ENCODING_UTF8, {NULL, 0}},
    {"a PDF", SLICE("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), "bukan-teks", ENCODING_CP1252, {NULL, 0}},
    {"an HTML page", SLICE("<html><body><table></table></body></html>"), "html-bernama-lain", ENCODING_UTF8, {NULL, 0}},
    {"an HTML page in capitals behind blanks", SLICE("\r\n  <!DOCTYPE HTML PUBLIC>\n"), "html-bernama-lain", ENCODING_UTF8, {NULL, 0}},
    {"an HTML table", SLICE("\xEF\xBB\xBF<table border=1><tr>"), "html-bernama-lain", ENCODING_UTF8_BOM, {NULL, 0}},
    {"an XML spreadsheet", SLICE("<?xml version=\"1.0\"?><Workbook>"), "html-bernama-lain", ENCODING_UTF8, {NULL, 0}},
    {"an HTML page in UTF-16", SLICE("\xFF\xFE<\0h\0t\0m\0l\0>\0"), "html-bernama-lain", ENCODING_UTF16LE, {NULL, 0}},
    {"a text that begins with <", SLICE("<5 orang,1\n"), "", ENCODING_UTF8, SLICE("<5 orang,1\n")},
    {"a text that begins with PK", SLICE("PK,1\n"), "", ENCODING_UTF8, SLICE("PK,1\n")},
    {"empty", SLICE(""), "berkas-kosong", ENCODING_UTF8, {NULL, 0}},
    {"only blanks", SLICE(" \r\n\t\n"), "berkas-kosong", ENCODING_UTF8, {NULL, 0}},
    {"only a mark", SLICE("\xEF\xBB\xBF"), "berkas-kosong", ENCODING_UTF8_BOM, {NULL, 0}},
    {"only a mark of UTF-16", SLICE("\xFF\xFE"), "berkas-kosong", ENCODING_UTF16LE, {NULL, 0}},
};

static void test_bytes(void **state)
{
    const struct bytes_row *row = *state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct source source;
    char *exact = malloc(row->raw.n + 1); /* no byte behind the file may be read */
    memcpy(exact + 1, row->raw.p, row->raw.n);
    bool good = source_from_bytes(&source, S("a.csv"), (struct str){exact + 1, row->raw.n}, &arena, &diags);
    assert_number(good, row->text.p != NULL, "opened");
    assert_diags(&arena, &diags, row->diags);
    if (good) {
        assert_number(source.encoding, row->encoding, "the encoding");
        assert_number(source.text.n, row->text.n, "length of the text");
        if (row->text.n) assert_memory_equal(source.text.p, row->text.p, row->text.n);
    }
    free(exact);
    arena_release(&arena);
}

/* A workbook is one whatever its name; only a name that says otherwise is worth a word. */
static const struct workbook_row {
    const char *name; /* of the file */
    const char *diags, *value;
} WORKBOOKS[] = {
    {"opd.xlsx", "", ""},
    {"OPD.XLSX", "", ""},
    {"opd.xlsm", "", ""},
    {"opd.csv", "buku-kerja-bernama-lain", ".csv"},
    {"opd.xls", "buku-kerja-bernama-lain", ".xls"},
    {"folder.xlsx\\opd", "buku-kerja-bernama-lain", ""},
    {"folder.xlsx/opd", "buku-kerja-bernama-lain", ""},
};

static void test_workbook(void **state)
{
    const struct workbook_row *row = *state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct source source;
    assert_true(source_from_bytes(&source, str_from(row->name), S("PK\x03\x04 and so on"), &arena, &diags));
    assert_diags(&arena, &diags, row->diags);
    if (diags.list.n) assert_text(diags.list.at[0].value, row->value, "the extension");
    assert_int_equal(source.encoding, ENCODING_WORKBOOK);
    assert_int_equal(source.text.n, 0);
    arena_release(&arena);
}

/* The message about doubt shows the first such place in both readings. */
static void test_doubt_message(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct source source;
    assert_false(source_from_bytes(&source, S("a.csv"), S("a\ncaf\xC3\xA9 ok\nx\x96\n"), &arena, &diags));
    assert_true(source.doubtful);
    assert_text(diags.list.at[0].value, "UTF-8 (\"caf\xC3\xA9 ok\")", "as UTF-8");
    assert_text(diags.list.at[0].detail, "Windows-1252 (\"caf\xC3\x83\xC2\xA9 ok\")", "as Windows-1252");
    arena_release(&arena);
}

/* What a message about a bad byte says: the byte and what it was taken for. */
static void test_bad_byte_message(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct source source;
    assert_true(source_from_bytes(&source, S("a.csv"), S("\xC3\xA9\xC3\xA9\x96\n"), &arena, &diags));
    assert_text(diags.list.at[0].file, "a.csv", "the file");
    assert_text(diags.list.at[0].value, "0x96", "the byte");
    assert_text(diags.list.at[0].detail, "\xE2\x80\x93", "what it became");
    arena_release(&arena);
}

/* ---- files ---- */

struct folder {
    char path[64];
};

static struct str write_file(struct arena *arena, const struct folder *folder, const char *name, struct str bytes)
{
    struct str path = str_format(arena, "%s/%s", folder->path, name);
    FILE *out = fopen(path.p, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, out), bytes.n);
    assert_int_equal(fclose(out), 0);
    return path;
}

static struct folder make_folder(void)
{
    struct folder folder = {"/tmp/effcheck-source-XXXXXX"};
    assert_non_null(mkdtemp(folder.path));
    return folder;
}

static void test_file(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct folder folder = make_folder();
    struct source source;
    struct str path = write_file(&arena, &folder, "a.csv", S("\xEF\xBB\xBF" "abc"));
    assert_true(source_open(&source, path, &arena, &diags));
    assert_text(source.path, path.p, "the path");
    assert_text(source.raw, "\xEF\xBB\xBF" "abc", "the bytes");
    assert_text(source.text, "abc", "the text");
    assert_string_equal(source.sha256, "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c"); /* of the bytes with their mark */
    source_close(&source);
    assert_int_equal(diags.list.n, 0);
    unlink(path.p);
    rmdir(folder.path);
    arena_release(&arena);
}

/* Read at once, and in two halves by two threads: the bytes of the file, whose halves are not alike. */
static void test_large_file(void **state)
{
    (void)state;
    static const size_t sizes[] = {3000000, (64 << 20) - 1, (64 << 20) + 1};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct arena arena = {0};
        struct diags diags = {.arena = &arena};
        struct folder folder = make_folder();
        struct source source;
        bool opened = false;
        char *bytes = arena_alloc(&arena, sizes[i]);
        for (size_t k = 0; k < sizes[i]; k++) bytes[k] = k % 50 == 49 ? '\n' : (char)('a' + (k + k / 1000003) % 26);
        struct str path = write_file(&arena, &folder, "b.csv", (struct str){bytes, sizes[i]});
#pragma omp parallel num_threads(2)
#pragma omp single
        opened = source_open(&source, path, &arena, &diags);
        assert_true(opened);
        assert_true(str_eq(source.text, (struct str){bytes, sizes[i]}));
        source_close(&source);
        unlink(path.p);
        rmdir(folder.path);
        arena_release(&arena);
    }
}

static void test_no_file(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct folder folder = make_folder();
    struct source source;
    struct str empty = write_file(&arena, &folder, "empty.csv", S(""));
    assert_false(source_open(&source, str_format(&arena, "%s/none.csv", folder.path), &arena, &diags));
    assert_false(source_open(&source, str_from(folder.path), &arena, &diags));
    assert_false(source_open(&source, empty, &arena, &diags));
    assert_null(source.raw.p);
    assert_diags(&arena, &diags, "berkas-tidak-ada folder berkas-kosong");
    assert_text(diags.list.at[1].value, folder.path, "the folder");
    assert_text(diags.list.at[2].file, empty.p, "the file");
    unlink(empty.p);
    rmdir(folder.path);
    arena_release(&arena);
}

/* An encoding that somebody has decided, whatever the evidence says; a mark at the beginning goes either way. */
static const struct given_row {
    const char *name;
    enum encoding given;
    struct str raw;
    enum encoding encoding;
    const char *text, *diags;
} GIVEN[] = {
    {"UTF-16LE with its mark", ENCODING_UTF16LE, SLICE("\xFF\xFE" "a\0,\0"), ENCODING_UTF16LE, "a,", ""},
    {"UTF-16LE without", ENCODING_UTF16LE, SLICE("a\0,\0"), ENCODING_UTF16LE, "a,", ""},
    {"UTF-16BE with its mark", ENCODING_UTF16BE, SLICE("\xFE\xFF\0a\0,"), ENCODING_UTF16BE, "a,", ""},
    {"UTF-16BE without", ENCODING_UTF16BE, SLICE("\0a\0,"), ENCODING_UTF16BE, "a,", ""},
    {"Windows-1252 although it is valid UTF-8", ENCODING_CP1252, SLICE("\xC3\xA9"), ENCODING_CP1252, "\xC3\x83\xC2\xA9", ""},
    {"UTF-8 with its mark", ENCODING_UTF8, SLICE("\xEF\xBB\xBF" "abc"), ENCODING_UTF8_BOM, "abc", ""},
    {"UTF-8 without", ENCODING_UTF8, SLICE("abc"), ENCODING_UTF8, "abc", ""},
    {"UTF-8 although single bytes prevail", ENCODING_UTF8, SLICE("a\x96\nb\x96\n"), ENCODING_UTF8, "a\xE2\x80\x93\nb\xE2\x80\x93\n", "utf8-rusak@1 utf8-rusak@2"},
};

static void test_given(void **state)
{
    const struct given_row *row = *state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct folder folder = make_folder();
    struct source source;
    struct str path = write_file(&arena, &folder, "given.csv", row->raw);
    assert_true(source_open_as(&source, path, &row->given, &arena, &diags));
    assert_number(source.encoding, row->encoding, "the encoding");
    assert_text(source.text, row->text, "the text");
    assert_diags(&arena, &diags, row->diags);
    source_close(&source);
    unlink(path.p);
    rmdir(folder.path);
    arena_release(&arena);
}

/* A pipe does not say how long it is: short, and longer than the first blocks. */
static void test_pipe(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 5000, 40000};
    for (size_t i = 0; i < COUNT(sizes); i++) {
        struct arena arena = {0};
        struct diags diags = {.arena = &arena};
        struct source source;
        int ends[2];
        char *text = arena_alloc(&arena, sizes[i]);
        memset(text, 'x', sizes[i]);
        assert_int_equal(pipe(ends), 0);
        assert_int_equal(write(ends[1], text, sizes[i]), sizes[i]);
        close(ends[1]);
        assert_true(source_open(&source, str_format(&arena, "/dev/fd/%d", ends[0]), &arena, &diags));
        assert_true(str_eq(source.text, (struct str){text, sizes[i]}));
        source_close(&source);
        close(ends[0]);
        arena_release(&arena);
    }
}

/* What is opened but cannot be read: the memory of a process at address 0. */
static void test_unreadable(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct source source;
    char hex[SHA256_HEX + 1];
    assert_false(source_open(&source, S("/proc/self/mem"), &arena, &diags));
    assert_diags(&arena, &diags, "berkas-tidak-ada");
    assert_text(diags.list.at[0].detail, "Input/output error", "why");
    assert_null(source.raw.p);
    assert_false(sha256_file("/proc/self/mem", hex));
    assert_false(sha256_file("/none", hex));
    arena_release(&arena);
}

/* ---- digests: FIPS 180-4 and its examples ---- */

static const struct digest_row {
    const char *name;
    struct str pieces[3];
    size_t n;
    const char *hex;
} DIGESTS[] = {
    {"nothing", {{NULL, 0}}, 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"an empty piece", {{NULL, 0}}, 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", {SLICE("abc")}, 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abc in pieces", {SLICE("a"), {NULL, 0}, SLICE("bc")}, 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"two blocks", {SLICE("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")}, 1,
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
};

static void test_digest(void **state)
{
    const struct digest_row *row = *state;
    char hex[SHA256_HEX + 1];
    sha256_hex(row->pieces, row->n, hex);
    assert_string_equal(hex, row->hex);
}

/* As many pieces as one likes: a million letters, the long example. */
static void test_many_pieces(void **state)
{
    (void)state;
    enum { PIECES = 1000, LENGTH = 1000 };
    struct arena arena = {0};
    struct str *pieces = arena_new_n(&arena, struct str, PIECES);
    char hex[SHA256_HEX + 1], *letters = arena_alloc(&arena, LENGTH);
    memset(letters, 'a', LENGTH);
    for (size_t i = 0; i < PIECES; i++) pieces[i] = (struct str){letters, LENGTH};
    sha256_hex(pieces, PIECES, hex);
    assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    arena_release(&arena);
}

static void test_encoding_names(void **state)
{
    (void)state;
    static const char *const names[] = {"UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "Windows-1252", "XLSX"};
    for (size_t i = 0; i < COUNT(names); i++) assert_string_equal(encoding_name((enum encoding)i), names[i]);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "bytes", BYTES, test_bytes);
    suite_rows(&suite, "workbook", WORKBOOKS, test_workbook);
    suite_test(&suite, "message about a doubtful encoding", test_doubt_message);
    suite_test(&suite, "message about a bad byte", test_bad_byte_message);
    suite_test(&suite, "a file", test_file);
    suite_test(&suite, "a large file", test_large_file);
    suite_test(&suite, "no file, a folder, an empty file", test_no_file);
    suite_rows(&suite, "given encoding", GIVEN, test_given);
    suite_test(&suite, "a pipe", test_pipe);
    suite_test(&suite, "what cannot be read", test_unreadable);
    suite_rows(&suite, "digest", DIGESTS, test_digest);
    suite_test(&suite, "digest of many pieces", test_many_pieces);
    suite_test(&suite, "names of encodings", test_encoding_names);
    return suite_run(&suite, "source");
}
