/* The quick reader of plain sheets: what it accepts it reads as the other reader does, and it accepts nothing else. */
#include <minizip/zip.h>

#include "effcheck/archive.h"
#include "effcheck/xlsx.h"
#include "testing.h"

#define MAIN  "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define REL   "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACK  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define SHEET "xl/worksheets/sheet1.xml"
#define BOOK  "plain.xlsx"
#define HEAD  "<worksheet xmlns=\"" MAIN "\"><dimension ref=\"A1:C9\"/><sheetData>"
#define TAIL  "</sheetData><autoFilter ref=\"A1:B2\"/></worksheet>"

static const struct {
    const char *name, *content;
} PARTS[] = {
    {"_rels/.rels", PACK "<Relationship Id=\"r1\" Type=\"" REL "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
    {"xl/workbook.xml",
     "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" REL "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
    {"xl/_rels/workbook.xml.rels", PACK "<Relationship Id=\"r1\" Type=\"" REL "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                        "<Relationship Id=\"r2\" Type=\"" REL "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                                        "<Relationship Id=\"r3\" Type=\"" REL "/styles\" Target=\"styles.xml\"/></Relationships>"},
    {"xl/sharedStrings.xml", "<sst xmlns=\"" MAIN "\"><si><t>nol</t></si><si><t>sa_x000D_tu</t></si></sst>"},
    {"xl/styles.xml", "<styleSheet xmlns=\"" MAIN "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
};

static void add(zipFile zip, const char *name, const char *content)
{
    const zip_fileinfo info = {0};
    assert_int_equal(zipOpenNewFileInZip64(zip, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 6, 0), ZIP_OK);
    assert_int_equal(zipWriteInFileInZip(zip, content, (unsigned)strlen(content)), ZIP_OK);
    assert_int_equal(zipCloseFileInZip(zip), ZIP_OK);
}

static void build(const char *sheet)
{
    zipFile zip = zipOpen64(BOOK, APPEND_STATUS_CREATE);
    assert_non_null(zip);
    for (size_t i = 0; i < COUNT(PARTS); i++) add(zip, PARTS[i].name, PARTS[i].content);
    add(zip, SHEET, sheet);
    assert_int_equal(zipClose(zip, NULL), ZIP_OK);
}

struct dump {
    struct arena *arena;
    ARRAY(char) text;
};

static void dump_add(struct dump *dump, struct str piece)
{
    array_reserve(dump->arena, &dump->text, dump->text.n + piece.n);
    memcpy(dump->text.at + dump->text.n, piece.p, piece.n);
    dump->text.n += piece.n;
}

static bool dump_row(void *context, uint32_t row, const struct xlsx_cell *cells, size_t n)
{
    struct dump *dump = context;
    dump_add(dump, str_format(dump->arena, "%u:", row));
    for (size_t i = 0; i < n; i++)
        dump_add(dump, str_format(dump->arena, " %c%c%c[%.*s]", 'A' + (char)cells[i].column, "ntbed"[cells[i].kind], cells[i].formula ? 'f' : '.',
                                  STR_ARG(cells[i].text)));
    dump_add(dump, S("\n"));
    return true;
}

typedef bool rows_fn(struct xlsx *xlsx, size_t i, xlsx_row_fn *row, void *context, struct str *error);

static struct str dump_with(rows_fn *rows, struct arena *arena)
{
    struct dump dump = {.arena = arena};
    struct str error = {0};
    struct xlsx *book = xlsx_open(BOOK, arena, &error);
    assert_non_null(book);
    bool read = rows(book, 0, dump_row, &dump, &error) && xlsx_check(book, &error);
    xlsx_close(book);
    return read ? (struct str){dump.text.at, dump.text.n} : str_join(arena, S("! "), error);
}

#define R(number, cells) "<row r=\"" number "\">" cells "</row>"

static const struct plain_row {
    const char *name, *sheet, *dump;
} PLAIN[] = {
    {"no rows", HEAD TAIL, ""},
    {"a number", HEAD R("1", "<c r=\"A1\" s=\"1\"><v>-1.5</v></c>") TAIL, "1: An.[-1.5]\n"},
    {"shared texts, a gap, an empty cell", HEAD R("2", "<c r=\"A2\" s=\"0\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"1\"/><c r=\"D2\" s=\"1\" t=\"s\"><v>0</v></c>") TAIL,
     "2: At.[sa\rtu] Dt.[nol]\n"},
    {"a formula", HEAD R("1", "<c r=\"A1\" s=\"1\"><f>SUM(A1&amp;\"&lt;\")</f><v>12</v></c>") TAIL, "1: Anf[12]\n"},
    {"formulas with a text", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"str\"><f>A(\"&lt;\")</f><v>x &amp; y</v></c><c r=\"B1\" s=\"1\" t=\"str\"><f>A()</f><v></v></c>") TAIL,
     "1: Atf[x & y]\n"},
    {"a day", HEAD R("1", "<c r=\"A1\" s=\"2\"><v>46029</v></c>") TAIL, "1: Ad.[2026-01-07]\n"},
    {"a text without blanks at its ends", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>a_b</t></is></c>") TAIL, "1: At.[a_b]\n"},
    {"a text of its own", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> &lt;b&gt; &amp;amp; _x0041_\n\xC3\xA9 > </t></is></c>") TAIL,
     "1: At.[ <b> &amp; A\n\xC3\xA9 > ]\n"},
    {"heights, rows without cells", HEAD "<row r=\"1\" ht=\"24\" customHeight=\"1\"></row>" R("7", "<c r=\"A7\" s=\"1\"><v>1E+20</v></c>") TAIL, "7: An.[1E+20]\n"},
};

static void test_plain(void **state)
{
    const struct plain_row *row = *state;
    struct arena arena = {0};
    build(row->sheet);
    assert_text(dump_with(xlsx_rows_plain, &arena), row->dump, "the quick reader");
    assert_text(dump_with(xlsx_rows, &arena), row->dump, "the other reader");
    remove(BOOK);
    arena_release(&arena);
}

/* Well-formed or not: nothing of this is in the plain form. */
static const struct other_row {
    const char *name, *sheet;
} OTHERS[] = {
    {"no rows element", "<worksheet xmlns=\"" MAIN "\"></worksheet>"},
    {"rows element in a comment", "<worksheet xmlns=\"" MAIN "\"><!--<sheetData>--></worksheet>"},
    {"cut off in a row", HEAD "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c>"},
    {"cut off behind a row", HEAD R("1", "")},
    {"broken tail", HEAD R("1", "") "</sheetData><x></worksheet>"},
    {"blank between rows", HEAD R("1", "") " " R("2", "") TAIL},
    {"comment", HEAD R("1", "<!-- x -->") TAIL},
    {"the same row twice", HEAD R("1", "") R("1", "") TAIL},
    {"rows backwards", HEAD R("2", "") R("1", "") TAIL},
    {"row 0", HEAD R("0", "") TAIL},
    {"a row beyond the sheet", HEAD R("1048577", "") TAIL},
    {"a cell of another row", HEAD R("1", "<c r=\"A2\" s=\"1\"><v>1</v></c>") TAIL},
    {"the same cell twice", HEAD R("1", "<c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"A1\" s=\"1\"><v>1</v></c>") TAIL},
    {"no cell reference", HEAD R("1", "<c r=\"\" s=\"1\"><v>1</v></c>") TAIL},
    {"an unknown style", HEAD R("1", "<c r=\"A1\" s=\"3\"><v>1</v></c>") TAIL},
    {"no style", HEAD R("1", "<c r=\"A1\"><v>1</v></c>") TAIL},
    {"an unknown shared text", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"s\"><v>2</v></c>") TAIL},
    {"a text as a number", HEAD R("1", "<c r=\"A1\" s=\"1\"><v>1x</v></c>") TAIL},
    {"no number", HEAD R("1", "<c r=\"A1\" s=\"1\"><v></v></c>") TAIL},
    {"a date", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"d\"><v>2026-01-01</v></c>") TAIL},
    {"an unknown entity", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">&quot;</t></is></c>") TAIL},
    {"a control character", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\x01</t></is></c>") TAIL},
    {"invalid UTF-8", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\xC3</t></is></c>") TAIL},
    {"more digits than a cell has", HEAD R("1", "<c r=\"A99999999999\" s=\"1\"><v>1</v></c>") TAIL},
    {"a row number that is none", HEAD R("x", "") TAIL},
    {"a row number without end", HEAD "<row r=\"1></row>"},
    {"a style that is none", HEAD R("1", "<c r=\"A1\" s=\"x\"><v>1</v></c>") TAIL},
    {"a cell backwards", HEAD R("1", "<c r=\"B1\" s=\"1\"><v>1</v></c><c r=\"A1\" s=\"1\"><v>1</v></c>") TAIL},
    {"a number with markup behind it", HEAD R("1", "<c r=\"A1\" s=\"1\"><v>1</v><x/></c>") TAIL},
    {"a shared text that is no number", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"s\"><v>x</v></c>") TAIL},
    {"a shared text with markup behind it", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"s\"><v>1</v><x/></c>") TAIL},
    {"a formula with an unknown entity", HEAD R("1", "<c r=\"A1\" s=\"1\"><f>A(&quot;)</f><v>1</v></c>") TAIL},
    {"a formula without value", HEAD R("1", "<c r=\"A1\" s=\"1\"><f>A()</f></c>") TAIL},
    {"a formula whose value is no number", HEAD R("1", "<c r=\"A1\" s=\"1\"><f>A()</f><v>x</v></c>") TAIL},
    {"a text formula with an unknown entity", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"str\"><f>&quot;</f><v>x</v></c>") TAIL},
    {"a text formula without value", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"str\"><f>A()</f></c>") TAIL},
    {"a text formula whose value has an unknown entity", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"str\"><f>A()</f><v>&quot;</v></c>") TAIL},
    {"a text formula with markup behind it", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"str\"><f>A()</f><v>x</v><x/></c>") TAIL},
    {"a text with markup behind it", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>x</t><x/></is></c>") TAIL},
    {"a text with an unknown attribute", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t x=\"\">x</t></is></c>") TAIL},
    {"a height with another attribute behind it", HEAD "<row r=\"1\" ht=\"24\" x=\"1\"></row>" TAIL},
    {"a height without end", HEAD "<row r=\"1\" ht=\"24></row>"},
    {"an ampersand at the end", HEAD R("1", "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>&</t></is></c>") TAIL},
    {"a tag that is cut off", HEAD "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</row>"},
    {"a cell without end of its reference", HEAD "<row r=\"1\"><c r=\"A1</row>"},
    {"a formula that is cut off", HEAD "<row r=\"1\"><c r=\"A1\" s=\"1\"><f>A()</row>"},
    {"a height that is none", HEAD "<row r=\"1\" ht=\"x\" customHeight=\"1\"></row>" TAIL},
};

static void test_other(void **state)
{
    const struct other_row *row = *state;
    struct arena arena = {0};
    build(row->sheet);
    struct str got = dump_with(xlsx_rows_plain, &arena);
    if (!str_starts(got, S("! part " SHEET ": "))) fail_msg("accepted: %.*s", STR_ARG(got));
    remove(BOOK);
    arena_release(&arena);
}

/* Whoever takes the rows wants no more of them: that is no fault, and what stands behind is not looked at. */
static bool first_row(void *context, uint32_t row, const struct xlsx_cell *cells, size_t n)
{
    (void)cells, (void)n;
    *(uint32_t *)context = row;
    return false;
}

static void test_stop(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str error = {0};
    uint32_t row = 0;
    build(HEAD R("3", "<c r=\"A3\" s=\"1\"><v>1</v></c>") R("2", ""));
    struct xlsx *book = xlsx_open(BOOK, &arena, &error);
    assert_non_null(book);
    assert_true(xlsx_rows_plain(book, 0, first_row, &row, &error));
    assert_int_equal(row, 3);
    xlsx_close(book);
    remove(BOOK);
    arena_release(&arena);
}

/* Rows that stand across the pieces in which the part is inflated, and one that is longer than a piece. */
static void test_long(void **state)
{
    (void)state;
    enum { ROWS = 1500, WIDE = 300000 };
    struct arena arena = {0};
    char *sheet = arena_alloc(&arena, ROWS * 80 + 2 * WIDE), *at = sheet;
    at += sprintf(at, "%s", HEAD);
    for (int i = 1; i <= ROWS; i++) {
        at += sprintf(at, "<row r=\"%d\"><c r=\"A%d\" s=\"1\"><v>%d</v></c>", i, i, i);
        if (i == ROWS / 2) {
            at += sprintf(at, "<c r=\"B%d\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", i);
            memset(at, 'x', WIDE);
            at += WIDE;
            at += sprintf(at, "</t></is></c>");
        }
        at += sprintf(at, "</row>");
    }
    sprintf(at, "%s", TAIL);
    build(sheet);
    struct arena one = {0}, two = {0};
    assert_true(str_eq(dump_with(xlsx_rows_plain, &one), dump_with(xlsx_rows, &two)));
    remove(BOOK);
    arena_release(&one);
    arena_release(&two);
    arena_release(&arena);
}

/* ---- where such sheets come from ---- */

static const struct splice_row {
    const char *name, *part, *mark, *from, *to;
    const char *dump; /* empty = it fails */
} SPLICES[] = {
    {"rows for an empty sheet", SHEET, "<sheetData></sheetData>", BOOK, "spliced.xlsx", "1: An.[5]\n"},
    {"a part that is not there", "xl/other.xml", "<sheetData></sheetData>", BOOK, "spliced.xlsx", ""},
    {"no place for the rows", SHEET, "<sheetData/>", BOOK, "spliced.xlsx", ""},
    {"no archive", SHEET, "<sheetData></sheetData>", "none.xlsx", "spliced.xlsx", ""},
    {"no folder", SHEET, "<sheetData></sheetData>", BOOK, "none/spliced.xlsx", ""},
};

static void put_piece(void *file, const char *p, size_t n) { assert_int_equal(fwrite(p, 1, n, file), n); }

static void test_splice(void **state)
{
    const struct splice_row *row = *state;
    struct arena arena = {0};
    struct str error = {0};
    FILE *content = tmpfile();
    assert_non_null(content);
    struct deflater *deflater = deflater_open(&arena, put_piece, content);
    deflater_put(deflater, S("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>5</v></c></row>"));
    struct deflated sum = deflater_end(deflater, false);
    build(HEAD TAIL);
    struct archive_insert insert = {.part = str_from(row->part), .mark = str_from(row->mark), .before = S("<sheetData>"), .behind = S("</sheetData>"),
                                    .content = content, .content_sum = sum};
    bool done = archive_splice(row->from, row->to, &insert, 1, &arena, &error);
    fclose(content);
    if (row->dump[0]) {
        assert_true(done);
        assert_int_equal(rename(row->to, BOOK), 0);
        assert_text(dump_with(xlsx_rows, &arena), row->dump, "the new archive");
    } else {
        assert_false(done);
        assert_true(error.n > 0);
    }
    remove(row->to);
    remove(BOOK);
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "plain", PLAIN, test_plain);
    suite_rows(&suite, "not plain", OTHERS, test_other);
    suite_rows(&suite, "splice", SPLICES, test_splice);
    suite_test(&suite, "rows that nobody wants", test_stop);
    suite_test(&suite, "rows across pieces", test_long);
    return suite_run(&suite, "xlsx_plain");
}
