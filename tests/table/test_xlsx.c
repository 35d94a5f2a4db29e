/*
 * Workbooks, whole and hostile, built here part by part.
 *
 * A workbook is dumped as text, one line per sheet and per row:
 *     [Nama] | [Nama hidden]
 *     3: A n 12.5; C t abc; D t xyz (f)
 * kinds: n number, t text, b bool, e error, d date; (f) = formula. A failure is dumped as `! the error`.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <minizip/zip.h>

#include "effcheck/archive.h"
#include "effcheck/array.h"
#include "effcheck/xlsx.h"
#include "effcheck/xlsx_value.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- building ---- */

#define XML                        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN                       "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define STRICT                     "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define REL                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define STRICT_REL                 "http://purl.oclc.org/ooxml/officeDocument/relationships"
#define RELATIONS(list)            XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" list "</Relationships>"
#define RELATION(id, type, target) "<Relationship Id=\"" id "\" Type=\"" REL "/" type "\" Target=\"" target "\"/>"
#define BOOK(sheets)               XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" REL "\"><sheets>" sheets "</sheets></workbook>"
#define SHEET(name, id)            "<sheet name=\"" name "\" sheetId=\"1\" r:id=\"" id "\"/>"
#define ROWS(rows)                 XML "<worksheet xmlns=\"" MAIN "\"><dimension ref=\"A1\"/><sheetData>\n" rows "</sheetData><pageMargins/></worksheet>"
#define HEAD                       "<worksheet xmlns=\"" MAIN "\"><sheetData>"
#define TAIL                       "</sheetData></worksheet>"
#define TABLE(strings)             XML "<sst xmlns=\"" MAIN "\">" strings "</sst>"
#define STYLES(inner)              XML "<styleSheet xmlns=\"" MAIN "\">" inner "</styleSheet>"

#define SHEET1 "xl/worksheets/sheet1.xml"

struct blob {
    const char *name;
    const void *bytes;
    size_t n;
};

struct entry {
    const char *name, *content; /* content NULL = leave the part out */
};

static const struct entry basis[] = {
    {"_rels/.rels", RELATIONS(RELATION("rId1", "officeDocument", "xl/workbook.xml"))},
    {"xl/workbook.xml", BOOK(SHEET("Data", "rId1"))},
    {"xl/_rels/workbook.xml.rels", RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml") RELATION(
                                       "rId2", "sharedStrings", "sharedStrings.xml") RELATION("rId3", "styles", "styles.xml"))},
    {SHEET1, ROWS("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>12.5</v></c></row>")},
    {"xl/sharedStrings.xml", TABLE("<si><t>Uraian</t></si><si><t>Belanja</t></si>")},
    {"xl/styles.xml", STYLES("<numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"[$-421]dd mmmm yyyy\"/>"
                             "<numFmt numFmtId=\"165\" formatCode=\"&quot;Rp&quot;#,##0\"/>"
                             "<numFmt numFmtId=\"15\" formatCode=\"#,##0\"/></numFmts>"
                             "<cellStyleXfs><xf numFmtId=\"14\"/><xf numFmtId=\"14\"/></cellStyleXfs>"
                             "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
                             "<xf numFmtId=\"15\"/><xf numFmtId=\"21\"/></cellXfs>")},
};

enum { CHANGES = 5 };

static char folder[64], book_path[96];

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/effcheck-xlsx-XXXXXX");
    if (!mkdtemp(folder)) return -1;
    snprintf(book_path, sizeof book_path, "%s/book.xlsx", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    remove(book_path);
    return rmdir(folder);
}

static void add_bytes(zipFile zip, const char *name, const void *bytes, size_t n)
{
    const zip_fileinfo info = {0};
    assert_int_equal(zipOpenNewFileInZip64(zip, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 6, 0), ZIP_OK);
    assert_int_equal(zipWriteInFileInZip(zip, bytes, (unsigned)n), ZIP_OK);
    assert_int_equal(zipCloseFileInZip(zip), ZIP_OK);
}

static void add_entry(zipFile zip, const struct entry *entry)
{
    if (entry->content) add_bytes(zip, entry->name, entry->content, strlen(entry->content));
}

static const struct entry *change_of(const struct entry *changes, const char *name)
{
    for (int i = 0; i < CHANGES && changes[i].name; i++)
        if (strcmp(changes[i].name, name) == 0) return &changes[i];
    return NULL;
}

static bool in_basis(const char *name)
{
    for (size_t i = 0; i < COUNT(basis); i++)
        if (strcmp(basis[i].name, name) == 0) return true;
    return false;
}

/* The basis with some parts replaced, added, or left out, and parts that are no C strings. */
static void build_with(const struct entry *changes, const struct blob *blobs, size_t n)
{
    zipFile zip = zipOpen64(book_path, APPEND_STATUS_CREATE);
    assert_non_null(zip);
    for (size_t i = 0; i < COUNT(basis); i++) {
        const struct entry *change = change_of(changes, basis[i].name);
        add_entry(zip, change ? change : &basis[i]);
    }
    for (int i = 0; i < CHANGES && changes[i].name; i++)
        if (!in_basis(changes[i].name)) add_entry(zip, &changes[i]);
    for (size_t i = 0; i < n; i++) add_bytes(zip, blobs[i].name, blobs[i].bytes, blobs[i].n);
    assert_int_equal(zipClose(zip, NULL), ZIP_OK);
}

static void build(const struct entry *changes) { build_with(changes, NULL, 0); }

static void write_file(const void *bytes, size_t n)
{
    FILE *file = fopen(book_path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

static struct str read_file(struct arena *arena)
{
    FILE *file = fopen(book_path, "rb");
    assert_non_null(file);
    enum { ROOM = 8 << 20 };
    char *p = arena_alloc(arena, ROOM);
    size_t n = fread(p, 1, ROOM, file);
    fclose(file);
    return (struct str){p, n};
}

/* ---- dumping ---- */

struct dump {
    struct arena *arena;
    ARRAY(char) text;
};

static void put(struct dump *dump, struct str s)
{
    for (size_t i = 0; i < s.n; i++) *array_push(dump->arena, &dump->text) = s.p[i];
}

static bool dump_row(void *context, uint32_t row, const struct xlsx_cell *cells, size_t n)
{
    struct dump *dump = context;
    char ref[XLSX_REF_TEXT];
    put(dump, str_format(dump->arena, "%u:", row));
    for (size_t i = 0; i < n; i++) {
        xlsx_ref_text(1, cells[i].column, ref);
        ref[strlen(ref) - 1] = '\0';
        put(dump, str_format(dump->arena, "%s %s %c ", i ? ";" : "", ref, "ntbed"[cells[i].kind]));
        put(dump, cells[i].text);
        if (cells[i].formula) put(dump, S(" (f)"));
    }
    put(dump, S("\n"));
    return true;
}

static void put_error(struct dump *dump, struct str error)
{
    put(dump, S("! "));
    put(dump, error);
    put(dump, S("\n"));
}

static void dump_sheets(struct dump *dump, struct xlsx *book)
{
    struct str error;
    for (size_t i = 0; i < xlsx_sheet_count(book); i++) {
        struct xlsx_sheet sheet = xlsx_sheet(book, i);
        put(dump, S("["));
        put(dump, sheet.name);
        put(dump, sheet.hidden ? S(" hidden]\n") : S("]\n"));
        if (!xlsx_rows(book, i, dump_row, dump, &error)) put_error(dump, error);
    }
}

static struct str dump_book(struct arena *arena)
{
    struct dump dump = {.arena = arena};
    struct str error;
    struct xlsx *book = xlsx_open(book_path, arena, &error);
    if (book) {
        dump_sheets(&dump, book);
        xlsx_close(book);
    } else {
        put_error(&dump, error);
    }
    return (struct str){dump.text.at, dump.text.n};
}

static void assert_dump(struct str got, const char *want)
{
    if (!str_eq(got, str_from(want))) fail_msg("got:\n%.*swant:\n%s", STR_ARG(got), want);
}

/* ---- whole workbooks and faults in their XML ---- */

struct book_case {
    const char *name;
    struct entry changes[CHANGES];
    const char *dump;
};

#define ONE_SHEET(rows)                                                                                                                    \
    {                                                                                                                                      \
        {                                                                                                                                  \
            SHEET1, ROWS(rows)                                                                                                             \
        }                                                                                                                                  \
    }
#define DATA(dump) "[Data]\n" dump
#define IN_SHEET   "! part xl/worksheets/sheet1.xml: "

static const struct book_case book_cases[] = {
    {"basis", {{NULL, NULL}}, DATA("1: A t Uraian; B n 12.5\n")},
    /* texts */
    {"rich text, phonetic readings",
     {{"xl/sharedStrings.xml", TABLE("<si><r><rPr><b/></rPr><t>Uraian</t></r><r><t xml:space=\"preserve\"> Belanja</t></r>"
                                     "<rPh sb=\"0\" eb=\"1\"><t>salah</t></rPh><phoneticPr fontId=\"1\"/></si>")}},
     DATA("1: A t Uraian Belanja; B n 12.5\n")},
    {"inline strings",
     ONE_SHEET("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>satu</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><r><t>du</t></r>"
               "<r><rPr/><t>a</t></r><rPh><t>x</t></rPh></is></c></row>"),
     DATA("2: A t satu; B t dua\n")},
    {"entities and character references",
     ONE_SHEET("<row><c t=\"inlineStr\"><is><t>A &amp; B &lt;C&gt; &quot;&apos; &#233;&#x20AC; <![CDATA[<&>]]></t></is></c></row>"),
     DATA("1: A t A & B <C> \"' \xC3\xA9\xE2\x82\xAC <&>\n")},
    {"_x000d_ in all three kinds of text",
     {{"xl/sharedStrings.xml", TABLE("<si><t>a_x000d_b</t></si>")},
      {SHEET1, ROWS("<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>_x005F_x000D_</t></is></c>"
                    "<c t=\"str\"><f>X</f><v>c_x0009_d</v></c><c t=\"inlineStr\"><is><r><t>_x00</t></r><r><t>0D_</t></r></is></c></row>")}},
     DATA("1: A t a\rb; B t _x000D_; C t c\td (f); D t _x000D_\n")},
    {"empty texts are empty cells",
     {{"xl/sharedStrings.xml", TABLE("<si><t></t></si><si/>")},
      {SHEET1, ROWS("<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><t/></is></c>"
                    "<c t=\"str\"><v></v></c><c s=\"1\"/></row><row r=\"2\"/><row r=\"3\"><c><v>1</v></c></row>")}},
     DATA("3: A n 1\n")},
    {"shared string out of range", ONE_SHEET("<row r=\"7\"><c r=\"C7\" t=\"s\"><v>2</v></c></row>"),
     DATA(IN_SHEET "cell C7: there is no shared string 2\n")},
    {"shared string that is no number", ONE_SHEET("<row><c t=\"s\"><v>-1</v></c></row>"),
     DATA(IN_SHEET "cell A1: there is no shared string -1\n")},
    /* values */
    {"numbers exactly as written",
     ONE_SHEET("<row><c><v>0.30000000000000004</v></c><c t=\"n\"><v>1.5E12</v></c><c><v> 007 </v></c><c><v>-0</v></c></row>"),
     DATA("1: A n 0.30000000000000004; B n 1.5E12; C n 007; D n -0\n")},
    {"what is no number is text", ONE_SHEET("<row><c><v>1.234,56</v></c><c><v>NaN</v></c><c s=\"1\"><v>abc</v></c></row>"),
     DATA("1: A t 1.234,56; B t NaN; C t abc\n")},
    {"formulas with their stored result",
     ONE_SHEET("<row><c><f>B1*2</f><v>25</v></c><c t=\"str\"><f>\"a\"</f><v>a</v></c><c t=\"b\"><f>1=1</f><v>1</v></c>"
               "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c><f t=\"shared\" si=\"0\"/><v>3</v></c></row>"),
     DATA("1: A n 25 (f); B t a (f); C b TRUE (f); D e #DIV/0! (f); E n 3 (f)\n")},
    {"a formula without a stored result is an error, not a blank; one that gives \"\" is blank",
     ONE_SHEET("<row><c><f>B1</f></c><c><f>B1</f><v></v></c><c t=\"str\"><f>B1</f><v></v></c><c t=\"str\"><f>B1</f></c></row>"),
     DATA("1: A e  (f); B e  (f); D e  (f)\n")},
    {"booleans", ONE_SHEET("<row><c t=\"b\"><v>0</v></c><c t=\"b\"><v>true</v></c></row>"), DATA("1: A b FALSE; B b TRUE\n")},
    {"a boolean that is none", ONE_SHEET("<row><c t=\"b\"><v>2</v></c></row>"), DATA(IN_SHEET "cell A1: is neither true nor false: 2\n")},
    {"unknown type", ONE_SHEET("<row><c t=\"x\"><v>2</v></c></row>"), DATA(IN_SHEET "cell A1: has an unknown type\n")},
    {"two values", ONE_SHEET("<row><c><v>1</v><v>2</v></c></row>"), DATA(IN_SHEET "cell A1: has two values\n")},
    /* dates */
    {"dates by style: built-in, custom, money, built-in id redefined, a time of day",
     ONE_SHEET("<row><c s=\"1\"><v>45664</v></c><c s=\"2\"><v>45664.75</v></c><c s=\"3\"><v>45664</v></c><c s=\"4\"><v>45664</v></c>"
               "<c s=\"5\"><v>0.5</v></c><c s=\"9\"><v>45664</v></c><c s=\"1\" t=\"s\"><v>0</v></c><c s=\"1\"><v>-3</v></c></row>"),
     DATA("1: A d 2025-01-07; B d 2025-01-07; C n 45664; D n 45664; E n 0.5; F n 45664; G t Uraian; H n -3\n")},
    {"dates of the 1904 system",
     {{"xl/workbook.xml", XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" REL
                              "\"><workbookPr date1904=\"1\"/><sheets>" SHEET("Data", "rId1") "</sheets></workbook>"},
      {SHEET1, ROWS("<row><c s=\"1\"><v>44202.25</v></c></row>")}},
     DATA("1: A d 2025-01-07\n")},
    {"ISO dates",
     ONE_SHEET("<row><c t=\"d\"><v>2025-01-07T10:00:00Z</v></c><c t=\"d\"><v>2025-01-07</v></c><c t=\"d\"><v>10:00</v></c></row>"),
     DATA("1: A d 2025-01-07; B d 2025-01-07; C t 10:00\n")},
    {"no styles: numbers stay numbers",
     {{"xl/_rels/workbook.xml.rels", RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml"))},
      {SHEET1, ROWS("<row><c s=\"1\"><v>45664</v></c></row>")}},
     DATA("1: A n 45664\n")},
    /* places */
    {"r missing on rows and cells",
     ONE_SHEET("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>1</v></c></row><row r=\"9\"><c r=\"D9\"><v>4</v></c><c>"
               "<v>5</v></c></row><row><c><v>6</v></c></row>"),
     DATA("1: A n 1; C n 3\n3: A n 1\n9: D n 4; E n 5\n10: A n 6\n")},
    {"last cell of the grid", ONE_SHEET("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"), DATA("1048576: XFD n 1\n")},
    {"column beyond the grid", ONE_SHEET("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"),
     DATA(IN_SHEET "cell reference XFE1 at line 3, column 12\n")},
    {"row beyond the grid", ONE_SHEET("<row r=\"1048577\"/>"), DATA(IN_SHEET "row number 1048577 at line 3, column 1\n")},
    {"row zero", ONE_SHEET("<row r=\"0\"/>"), DATA(IN_SHEET "row number 0 at line 3, column 1\n")},
    {"one row too many", ONE_SHEET("<row r=\"1048576\"/><row/>"), DATA(IN_SHEET "more rows than a sheet can have at line 3, column 19\n")},
    {"one column too many", ONE_SHEET("<row><c r=\"XFD1\"/><c/></row>"),
     DATA(IN_SHEET "more columns than a sheet can have at line 3, column 19\n")},
    {"rows out of order", ONE_SHEET("<row r=\"3\"/><row r=\"2\"/>"),
     DATA(IN_SHEET "rows are not in ascending order: row 2 at line 3, column 13\n")},
    {"the same row twice", ONE_SHEET("<row r=\"3\"/><row r=\"3\"/>"),
     DATA(IN_SHEET "rows are not in ascending order: row 3 at line 3, column 13\n")},
    {"the same cell twice", ONE_SHEET("<row><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"),
     DATA(IN_SHEET "cell B1: comes a second time or out of order\n")},
    {"cell of another row", ONE_SHEET("<row r=\"2\"><c r=\"B1\"><v>1</v></c></row>"),
     DATA(IN_SHEET "cell B2: stands in another row as B1\n")},
    {"hostile reference is quoted harmlessly", ONE_SHEET("<row><c r=\"&#27;[2J&#233;\"/></row>"),
     DATA("! part xl/worksheets/sheet1.xml: not well-formed at line 3, column 12 (reference to invalid character number)\n")},
    {"reference in other letters is quoted harmlessly", ONE_SHEET("<row><c r=\"&#233;1\"/></row>"),
     DATA(IN_SHEET "cell reference ??1 at line 3, column 6\n")},
    /* sheets */
    {"sheets in the order of the workbook, through the relationships; hidden ones",
     {{"xl/workbook.xml",
       BOOK("<sheet name=\"Dua &amp; 2\" sheetId=\"7\" r:id=\"b\"/><sheet name=\"Satu\" sheetId=\"1\" state=\"hidden\" r:id=\"a\"/>"
            "<sheet name=\"Grafik\" sheetId=\"3\" state=\"visible\" r:id=\"c\"/><sheet name=\"T_x0041_\" sheetId=\"4\" "
            "state=\"veryHidden\" r:id=\"d\"/>")},
      {"xl/_rels/workbook.xml.rels",
       RELATIONS(RELATION("a", "worksheet", "worksheets/sheet1.xml") RELATION("b", "worksheet", "/lain/tempat.xml")
                     RELATION("c", "chartsheet", "chartsheets/sheet1.xml") RELATION("d", "worksheet", "worksheets\\x/..\\S3.xml")
                         RELATION("e", "sharedStrings", "sharedStrings.xml"))},
      {"lain/tempat.xml", ROWS("<row><c><v>2</v></c></row>")},
      {"xl/Worksheets/s3.xml", ROWS("<row><c><v>3</v></c></row>")},
      {"xl/chartsheets/sheet1.xml", "<chartsheet/>"}},
     "[Dua & 2]\n1: A n 2\n[Satu hidden]\n1: A t Uraian; B n 12.5\n[Grafik]\n[TA hidden]\n1: A n 3\n"},
    {"sheet without relationship",
     {{"xl/workbook.xml", BOOK(SHEET("Data", "rId1") SHEET("X", "rId77"))}},
     DATA("1: A t Uraian; B n 12.5\n[X]\n! sheet 2: relationship \"rId77\" leads to no worksheet\n")},
    {"relationship of another type",
     {{"xl/workbook.xml", BOOK(SHEET("X", "rId2"))}},
     "[X]\n! sheet 1: relationship \"rId2\" leads to no worksheet\n"},
    {"external sheet",
     {{"xl/_rels/workbook.xml.rels", RELATIONS("<Relationship Id=\"rId1\" Type=\"" REL "/worksheet\" TargetMode=\"External\" "
                                               "Target=\"http://127.0.0.1/x\"/>")}},
     DATA("! sheet 1: relationship \"rId1\" leads to no worksheet\n")},
    {"sheet part missing", {{SHEET1, NULL}}, DATA("! part xl/worksheets/sheet1.xml is missing\n")},
    {"sheet outside of the archive",
     {{"xl/_rels/workbook.xml.rels", RELATIONS(RELATION("rId1", "worksheet", "../../../etc/passwd"))}},
     DATA("! a relationship leads nowhere or out of the archive\n")},
    {"entries with tricky names are never looked at",
     {{"../../evil.xml", "x"}, {"/etc/passwd", "x"}, {"C:\\x.xml", "x"}, {"xl/", ""}},
     DATA("1: A t Uraian; B n 12.5\n")},
    {"entries with a leading slash, backslashes, other case",
     {{SHEET1, NULL}, {"/XL\\Worksheets\\Sheet1.XML", ROWS("<row><c><v>5</v></c></row>")}},
     DATA("1: A n 5\n")},
    {"a fault in one sheet leaves the others readable",
     {{"xl/workbook.xml", BOOK(SHEET("Rusak", "rId9") SHEET("Data", "rId1"))},
      {"xl/_rels/workbook.xml.rels",
       RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml") RELATION("rId9", "worksheet", "x.xml"))},
      {"xl/x.xml", HEAD "<row><c><v>1</v></c></row><row>"},
      {SHEET1, ROWS("<row><c><v>5</v></c></row>")}},
     "[Rusak]\n1: A n 1\n! part xl/x.xml: not well-formed at line 1, column 120 (no element found)\n[Data]\n1: A n 5\n"},
    {"the same part twice", {{"XL/worksheets/sheet1.xml", ROWS("")}}, DATA("! part xl/worksheets/sheet1.xml is in the archive twice\n")},
    /* namespaces */
    {"prefixes",
     {{"xl/workbook.xml", XML "<x:workbook xmlns:x=\"" MAIN "\" xmlns:q=\"" REL "\"><x:sheets><x:sheet name=\"Data\" q:id=\"rId1\"/>"
                              "</x:sheets></x:workbook>"},
      {SHEET1, XML "<x:worksheet xmlns:x=\"" MAIN "\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>1</x:v>"
                   "</x:c></x:row></x:sheetData></x:worksheet>"},
      {"xl/sharedStrings.xml", XML "<s:sst xmlns:s=\"" MAIN "\"><s:si><s:t>a</s:t></s:si><s:si><s:r><s:t>b</s:t></s:r></s:si></s:sst>"}},
     DATA("1: A t b\n")},
    {"strict",
     {{"_rels/.rels", RELATIONS("<Relationship Id=\"a\" Type=\"" STRICT_REL "/officeDocument\" Target=\"xl/workbook.xml\"/>")},
      {"xl/workbook.xml", XML "<workbook xmlns=\"" STRICT "\" xmlns:r=\"" STRICT_REL
                              "\" conformance=\"strict\"><sheets>" SHEET("Data", "rId1") "</sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       RELATIONS("<Relationship Id=\"rId1\" Type=\"" STRICT_REL "/worksheet\" Target=\"worksheets/sheet1.xml\"/>")},
      {SHEET1, XML "<worksheet xmlns=\"" STRICT "\"><sheetData><row><c><v>8</v></c></row></sheetData></worksheet>"}},
     DATA("1: A n 8\n")},
    {"elements of other namespaces and names that look like ours, outside of the rows",
     {{SHEET1,
       XML "<worksheet xmlns=\"" MAIN "\" xmlns:o=\"urn:o\"><sheetViews><sheetData><row><c><v>1</v></c></row></sheetData></sheetViews>"
           "<o:sheetData><o:row/></o:sheetData><sheetData><row><c o:r=\"Z9\" o:t=\"s\"><v>4</v><extLst><ext><v>9</v></ext></extLst></c>"
           "<extLst/></row></sheetData><extLst><ext><row/></ext></extLst></worksheet>"}},
     DATA("1: A n 4\n")},
    {"foreign root",
     {{SHEET1, "<worksheet xmlns=\"urn:x\"><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"}},
     DATA(IN_SHEET "unexpected root element urn:x|worksheet at line 1, column 1\n")},
    {"no namespace", {{SHEET1, "<worksheet/>"}}, DATA(IN_SHEET "unexpected root element worksheet at line 1, column 1\n")},
    {"rows of a foreign namespace are not passed over", ONE_SHEET("<row><c><v>1</v></c></row><o:row xmlns:o=\"urn:o\"><o:c/></o:row>"),
     DATA("1: A n 1\n" IN_SHEET "unexpected element urn:o|row at line 3, column 27\n")},
    {"cells wrapped in something are not passed over", ONE_SHEET("<row><box><c><v>1</v></c></box></row>"),
     DATA(IN_SHEET "unexpected element box at line 3, column 6\n")},
    {"no sheetData", {{SHEET1, "<worksheet xmlns=\"" MAIN "\"/>"}}, DATA(IN_SHEET "has no element sheetData\n")},
    {"another encoding",
     {{"xl/_rels/workbook.xml.rels", RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml"))},
      {SHEET1, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet xmlns=\"" MAIN
               "\"><sheetData><row><c t=\"inlineStr\"><is><t>\xE9</t></is></c></row></sheetData></worksheet>"}},
     DATA("1: A t \xC3\xA9\n")},
    /* broken and hostile XML */
    {"not well-formed", ONE_SHEET("<row><c><v>1</v></row>"), DATA(IN_SHEET "not well-formed at line 3, column 19 (mismatched tag)\n")},
    {"cut off",
     {{SHEET1, "<worksheet xmlns=\"" MAIN "\"><sheetData>"}},
     DATA(IN_SHEET "not well-formed at line 1, column 89 (no element found)\n")},
    {"empty part", {{SHEET1, ""}}, DATA(IN_SHEET "not well-formed at line 1, column 1 (no element found)\n")},
    {"invalid UTF-8", ONE_SHEET("<row><c t=\"inlineStr\"><is><t>\xE9</t></is></c></row>"),
     DATA(IN_SHEET "not well-formed at line 3, column 30 (invalid token)\n")},
    {"undefined entity", ONE_SHEET("<row><c><v>&x;</v></c></row>"),
     DATA(IN_SHEET "not well-formed at line 3, column 12 (undefined entity)\n")},
    {"DTD with entities",
     {{SHEET1, "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<worksheet xmlns=\"" MAIN "\"/>"}},
     DATA(IN_SHEET "a DTD is not allowed at line 1, column 13\n")},
    {"DTD in the workbook",
     {{"xl/workbook.xml", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><workbook/>"}},
     "! part xl/workbook.xml: a DTD is not allowed at line 1, column 40\n"},
    {"DTD in the shared strings",
     {{"xl/sharedStrings.xml", "<!DOCTYPE sst>" TABLE("")}},
     "! part xl/sharedStrings.xml: a DTD is not allowed at line 1, column 14\n"},
    /* the workbook itself */
    {"no relationships of the package", {{"_rels/.rels", NULL}}, "! part _rels/.rels is missing\n"},
    {"no workbook named", {{"_rels/.rels", RELATIONS("")}}, "! the archive names no workbook (part _rels/.rels)\n"},
    {"workbook missing", {{"xl/workbook.xml", NULL}}, "! part xl/workbook.xml is missing\n"},
    {"relationships of the workbook missing", {{"xl/_rels/workbook.xml.rels", NULL}}, "! part xl/_rels/workbook.xml.rels is missing\n"},
    {"styles promised and missing", {{"xl/styles.xml", NULL}}, "! part xl/styles.xml is missing\n"},
    {"strings promised and missing", {{"xl/sharedStrings.xml", NULL}}, "! part xl/sharedStrings.xml is missing\n"},
    {"no list of sheets", {{"xl/workbook.xml", "<workbook xmlns=\"" MAIN "\"/>"}}, "! part xl/workbook.xml: has no element sheets\n"},
    {"a text document",
     {{"_rels/.rels", RELATIONS(RELATION("rId1", "officeDocument", "word/document.xml"))},
      {"word/document.xml", "<w:document xmlns:w=\"urn:w\"/>"},
      {"word/_rels/document.xml.rels", RELATIONS("")}},
     "! part word/document.xml: unexpected root element urn:w|document at line 1, column 1\n"},
    {"xlsb",
     {{"_rels/.rels", RELATIONS(RELATION("rId1", "officeDocument", "xl/workbook.bin"))}},
     "! a binary workbook (.xlsb), not an .xlsx workbook\n"},
    {"ods", {{"_rels/.rels", NULL}, {"content.xml", "<x/>"}}, "! an OpenDocument file (.ods), not an .xlsx workbook\n"},
};

static void reads_book(void **state)
{
    const struct book_case *c = *state;
    struct arena arena = {0};
    build(c->changes);
    assert_dump(dump_book(&arena), c->dump);
    arena_release(&arena);
}

/* ---- archives ---- */

static void opening_fails(const void *bytes, size_t n, const char *error)
{
    struct arena arena = {0};
    write_file(bytes, n);
    assert_dump(dump_book(&arena), error);
    arena_release(&arena);
}

static void files_of_other_kinds(void **state)
{
    (void)state;
    static const char ole[1024] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    static char locked[200000];
    memcpy(locked, ole, 8);
    for (size_t at = 65536 - 20; at < 65536 + 10; at += 7) {
        memcpy(locked + at, name, sizeof name);
        opening_fails(locked, sizeof locked, "! a workbook protected by a password (OLE2 file with encrypted content)\n");
        memset(locked + at, 0, sizeof name);
    }
    opening_fails(ole, sizeof ole, "! an old .xls workbook (OLE2 file), not .xlsx\n");
    opening_fails("", 0, "! the file is empty\n");
    opening_fails("a;b\n1;2\n", 8, "! not a ZIP archive\n");
    opening_fails("PK", 2, "! not a ZIP archive\n");
    opening_fails("PK\3\4 and no more", 15, "! the ZIP archive is cut off or broken: its end is missing\n");
    remove(book_path);
    struct arena arena = {0};
    assert_dump(dump_book(&arena), "! cannot be opened (No such file or directory)\n");
    arena_release(&arena);
}

/* Every proper prefix of a workbook is refused: the directory stands at the end. */
static void cut_off(void **state)
{
    (void)state;
    struct arena arena = {0};
    build((struct entry[CHANGES]){{NULL, NULL}});
    struct str whole = read_file(&arena), error;
    for (size_t n = 0; n < whole.n; n++) {
        write_file(whole.p, n);
        if (xlsx_open(book_path, &arena, &error)) fail_msg("%zu of %zu bytes were accepted", n, whole.n);
    }
    arena_release(&arena);
}

static bool check_file(struct arena *arena)
{
    struct str error;
    struct xlsx *book = xlsx_open(book_path, arena, &error);
    bool sound = book && xlsx_check(book, &error);
    if (book) xlsx_close(book);
    return sound;
}

/* A flipped byte is either noticed, by the check or on reading, or stands where nobody looks (times) and changes nothing. */
static void flipped_bytes(void **state)
{
    (void)state;
    struct arena arena = {0};
    build((struct entry[CHANGES]){{NULL, NULL}});
    struct str whole = read_file(&arena), dump = dump_book(&arena);
    char *bytes = arena_alloc(&arena, whole.n);
    for (size_t i = 0; i < whole.n; i++) {
        struct arena scratch = {0};
        memcpy(bytes, whole.p, whole.n);
        bytes[i] = (char)(bytes[i] ^ 0x55);
        write_file(bytes, whole.n);
        struct str got = dump_book(&scratch);
        if (check_file(&scratch) && !str_contains(got, S("! ")) && !str_eq(got, dump)) fail_msg("byte %zu changed the content", i);
        arena_release(&scratch);
    }
    arena_release(&arena);
}

/* ---- archives patched in their directory ---- */

enum { DIRECTORY_FLAG = 8, DIRECTORY_METHOD = 10, DIRECTORY_CRC = 16, DIRECTORY_STORED = 20, DIRECTORY_SIZE = 24, DIRECTORY_NAME = 46 };
enum { LOCAL_FLAG = 6, LOCAL_METHOD = 8, LOCAL_CRC = 14, LOCAL_STORED = 18, LOCAL_SIZE = 22, LOCAL_NAME = 30 };

static uint32_t get_u32(const char *p)
{
    const unsigned char *u = (const unsigned char *)p;
    return (uint32_t)u[0] | (uint32_t)u[1] << 8 | (uint32_t)u[2] << 16 | (uint32_t)u[3] << 24;
}

static void put_u32(char *p, uint32_t value)
{
    for (int i = 0; i < 4; i++) p[i] = (char)(value >> (8 * i) & 0xFF);
}

/* The header of a part: signature PK\3\4 (local, name at 30) or PK\1\2 (directory, name at 46). */
static char *header_of(struct str file, const char *signature, size_t name_at, const char *name)
{
    size_t n = strlen(name);
    for (size_t i = 0; i + name_at + n <= file.n; i++)
        if (memcmp(file.p + i, signature, 4) == 0 && memcmp(file.p + i + name_at, name, n) == 0) return (char *)file.p + i;
    fail_msg("no header of %s", name);
    return NULL;
}

struct patch_case {
    const char *name;
    int local, directory; /* offsets in the headers; 0 = leave alone */
    uint32_t (*change)(uint32_t);
    const char *dump;
};

static uint32_t set_bit_0(uint32_t value) { return value | 1; }
static uint32_t to_12(uint32_t value) { return (value & 0xFFFF0000) | 12; }
static uint32_t one_more(uint32_t value) { return value + 1; }
static uint32_t one_less(uint32_t value) { return value - 1; }
static uint32_t ten_less(uint32_t value) { return value - 10; }
static uint32_t to_3_gib(uint32_t value)
{
    (void)value;
    return 3221225472u;
}
static uint32_t to_1_gib(uint32_t value)
{
    (void)value;
    return 1073741824u;
}
static uint32_t to_20_mib(uint32_t value)
{
    (void)value;
    return 20971520u;
}

static const struct patch_case patch_cases[] = {
    {"encrypted entry", LOCAL_FLAG, DIRECTORY_FLAG, set_bit_0, DATA(IN_SHEET "is encrypted\n")},
    {"method bzip2", LOCAL_METHOD, DIRECTORY_METHOD, to_12, DATA(IN_SHEET "is compressed in a way that workbooks do not use\n")},
    {"wrong checksum", LOCAL_CRC, DIRECTORY_CRC, one_more,
     DATA("1: A t Uraian; B n 12.5\n" IN_SHEET "its checksum (CRC-32) does not match\n")},
    {"checksums of the two headers differ", 0, DIRECTORY_CRC, one_more,
     DATA(IN_SHEET "its header does not match the directory of the archive\n")},
    {"directory says one byte more", LOCAL_SIZE, DIRECTORY_SIZE, one_more,
     DATA("1: A t Uraian; B n 12.5\n" IN_SHEET "has fewer bytes than the directory of the archive says\n")},
    {"directory says one byte less", LOCAL_SIZE, DIRECTORY_SIZE, one_less,
     DATA("1: A t Uraian; B n 12.5\n" IN_SHEET "not well-formed at line 3, column 97 (unclosed token)\n")},
    {"compressed data ten bytes short", LOCAL_STORED, DIRECTORY_STORED, ten_less, DATA(IN_SHEET "its compressed data are broken\n")},
    {"part of 3 GiB", LOCAL_SIZE, DIRECTORY_SIZE, to_3_gib, "! part xl/worksheets/sheet1.xml: too large after inflating\n"},
    {"part of 1 GiB out of a few bytes", LOCAL_SIZE, DIRECTORY_SIZE, to_1_gib,
     "! part xl/worksheets/sheet1.xml: inflates too much, as in a zip bomb\n"},
    {"part that says it takes more bytes than the file has", LOCAL_STORED, DIRECTORY_STORED, to_20_mib,
     "! part xl/worksheets/sheet1.xml: overlaps other parts, as in a zip bomb\n"},
};

static void patch(char *header, int at, uint32_t (*change)(uint32_t))
{
    if (at) put_u32(header + at, change(get_u32(header + at)));
}

static void reads_patched(void **state)
{
    const struct patch_case *c = *state;
    struct arena arena = {0};
    build((struct entry[CHANGES]){{NULL, NULL}});
    struct str file = read_file(&arena);
    patch(header_of(file, "PK\3\4", LOCAL_NAME, SHEET1), c->local, c->change);
    patch(header_of(file, "PK\1\2", DIRECTORY_NAME, SHEET1), c->directory, c->change);
    write_file(file.p, file.n);
    assert_dump(dump_book(&arena), c->dump);
    assert_false(check_file(&arena));
    arena_release(&arena);
}

/* ---- sizes ---- */

/* The basis with a sheet of `times` times `unit` between head and tail; `lead` names the part. */
static void build_large(const char *part, const char *head, const char *unit, size_t times, const char *tail)
{
    struct arena arena = {0};
    size_t head_n = strlen(head), unit_n = strlen(unit), tail_n = strlen(tail), n = head_n + unit_n * times + tail_n;
    char *content = arena_alloc(&arena, n + 1), *at = content;
    memcpy(at, head, head_n);
    at += head_n;
    for (size_t i = 0; i < times; i++, at += unit_n) memcpy(at, unit, unit_n);
    memcpy(at, tail, tail_n);
    build((struct entry[CHANGES]){{part, content}});
    arena_release(&arena);
}

struct size_case {
    const char *name, *part, *head, *unit;
    size_t times;
    const char *tail, *dump; /* the dump starts like this */
};

static const struct size_case size_cases[] = {
    {"200,000 rows without r", SHEET1, HEAD, "<row><c/></row>", 200000, TAIL, "[Data]\n"},
    {"a text of a million characters", SHEET1, HEAD "<row><c t=\"inlineStr\"><is><t>", "0123456789", 100000, "</t></is></c></row>" TAIL,
     "[Data]\n1: A t 01234567890123456789"},
    {"a shared string of 68 MB", "xl/sharedStrings.xml", "<sst xmlns=\"" MAIN "\"><si>",
     "<t>0123456789abcdefghijklmnopqrstuvwxyz_ABCDEFGHIJKL</t>", 1400000, "</si></sst>",
     "! part xl/sharedStrings.xml: a row or shared string has more than 67108864 bytes of text\n"},
    {"elements nested 255 deep", SHEET1, "<worksheet xmlns=\"" MAIN "\"><sheetData/>", "<a><a><a><a><a><a><a><a>", 31, "",
     "[Data]\n" IN_SHEET "not well-formed at"},
    {"elements nested without end", SHEET1, "<worksheet xmlns=\"" MAIN "\"><sheetData/>", "<a><a><a><a><a><a><a><a>", 10000, "",
     "[Data]\n" IN_SHEET "elements nested too deeply at line 1, column 855\n"},
    {"a tag of 2 MB", SHEET1, "<worksheet xmlns=\"" MAIN "\"><sheetData a=\"", "0123456789", 200000, "\"/></worksheet>",
     "[Data]\n" IN_SHEET "a tag or comment is too long at"},
    {"a comment of 2 MB before the root", SHEET1, "<!--", "0123456789", 200000, "--><worksheet/>",
     "[Data]\n" IN_SHEET "a tag or comment is too long at"},
    {"a tag of half a MB", SHEET1, "<worksheet xmlns=\"" MAIN "\"><sheetData a=\"", "0123456789", 50000, "\"/></worksheet>", "[Data]\n"},
    {"blanks of 30 MB", SHEET1, HEAD "<row>", "                                                            ", 500000, "</row>" TAIL,
     "! part xl/worksheets/sheet1.xml: inflates too much, as in a zip bomb\n"},
};

static void reads_sizes(void **state)
{
    const struct size_case *c = *state;
    struct arena arena = {0};
    build_large(c->part, c->head, c->unit, c->times, c->tail);
    struct str got = dump_book(&arena);
    if (!str_starts(got, str_from(c->dump))) fail_msg("got:\n%.*s\nwant:\n%s", STR_ARG(str_sub(got, 0, 400)), c->dump);
    arena_release(&arena);
}

/* expat would keep each of these names to the end of the part. */
struct name_case {
    const char *name, *before, *after; /* with a number between them */
};

static const struct name_case name_cases[] = {
    {"names of elements without end", "<n", "/>"},
    {"names of attributes without end", "<a n", "=\"\"/>"},
    {"prefixes without end", "<a xmlns:n", "=\"urn:a\"/>"},
};

static void refuses_names(void **state)
{
    const struct name_case *c = *state;
    struct arena arena = {0};
    struct dump text = {.arena = &arena};
    put(&text, S("<worksheet xmlns=\"" MAIN "\"><sheetData/>"));
    for (int i = 0; i < 3000; i++) put(&text, str_format(&arena, "%s%d%s", c->before, i, c->after));
    put(&text, S("</worksheet>"));
    build_with((struct entry[CHANGES]){{SHEET1, NULL}}, &(struct blob){SHEET1, text.text.at, text.text.n}, 1);
    struct str got = dump_book(&arena), want = S("[Data]\n" IN_SHEET "too many different names: n");
    if (!str_starts(got, want)) fail_msg("got: %.*s", STR_ARG(got));
    arena_release(&arena);
}

static void too_many_parts(void **state)
{
    (void)state;
    struct arena arena = {0};
    zipFile zip = zipOpen64(book_path, APPEND_STATUS_CREATE);
    for (unsigned i = 0; i <= ARCHIVE_PARTS_MAX; i++) {
        char name[32];
        snprintf(name, sizeof name, "%u", i);
        add_bytes(zip, name, "", 0);
    }
    assert_int_equal(zipClose(zip, NULL), ZIP_OK);
    assert_dump(dump_book(&arena), "! the ZIP archive has more than 10000 parts\n");
    arena_release(&arena);
}

/* Several directory entries for the same bytes (D. Fifield, "A better zip bomb", 2019): the directory of one part, repeated. */
static void overlapping_parts(void **state)
{
    (void)state;
    enum { TIMES = 50 };
    struct arena arena = {0};
    build((struct entry[CHANGES]){{NULL, NULL}});
    struct str file = read_file(&arena);
    char *end = header_of(file, "PK\5\6", 4, ""), *header = header_of(file, "PK\1\2", DIRECTORY_NAME, SHEET1);
    size_t n = DIRECTORY_NAME + strlen(SHEET1), before = (size_t)(end - file.p), end_n = file.n - before;
    char *bytes = arena_alloc(&arena, file.n + n * TIMES);
    memcpy(bytes, file.p, before);
    for (size_t i = 0; i < TIMES; i++) memcpy(bytes + before + n * i, header, n);
    memcpy(bytes + before + n * TIMES, end, end_n);
    char *new_end = bytes + before + n * TIMES;
    uint32_t entries = (get_u32(end + 8) & 0xFFFF) + TIMES;
    put_u32(new_end + 8, entries | entries << 16);
    put_u32(new_end + 12, get_u32(end + 12) + (uint32_t)(n * TIMES));
    write_file(bytes, file.n + n * TIMES);
    assert_dump(dump_book(&arena), "! part xl/worksheets/sheet1.xml: overlaps other parts, as in a zip bomb\n");
    arena_release(&arena);
}

/* Each of three parts is allowed, all together are not. Their bytes cannot be packed, so that the file is as long as they say. */
static void too_large_together(void **state)
{
    (void)state;
    enum { PARTS = 3, BYTES = 2200000 };
    static const char *const names[PARTS] = {"a.bin", "b.bin", "c.bin"};
    struct arena arena = {0};
    char *noise = arena_alloc(&arena, BYTES);
    uint32_t random = 1;
    for (size_t i = 0; i < BYTES; i++) noise[i] = (char)((random = random * 1664525 + 1013904223) >> 24);
    const struct blob blobs[PARTS] = {{names[0], noise, BYTES}, {names[1], noise, BYTES}, {names[2], noise, BYTES}};
    build_with((struct entry[CHANGES]){{NULL, NULL}}, blobs, PARTS);
    struct str file = read_file(&arena);
    for (size_t i = 0; i < PARTS; i++) put_u32(header_of(file, "PK\1\2", DIRECTORY_NAME, names[i]) + DIRECTORY_SIZE, 2147483648u);
    write_file(file.p, file.n);
    assert_dump(dump_book(&arena), "! part b.bin: with it the archive is too large after inflating\n");
    arena_release(&arena);
}

static void utf16(void **state)
{
    (void)state;
    static const char xml[] = "<worksheet xmlns=\"" MAIN "\"><sheetData><row><c><v>16</v></c></row></sheetData></worksheet>";
    struct arena arena = {0};
    char wide[2 * sizeof xml] = "\xFF\xFE";
    for (size_t i = 0; i < sizeof xml - 1; i++) wide[2 + 2 * i] = xml[i];
    build_with((struct entry[CHANGES]){{SHEET1, NULL}}, &(struct blob){SHEET1, wide, sizeof wide}, 1);
    assert_dump(dump_book(&arena), DATA("1: A n 16\n"));
    arena_release(&arena);
}

/* ---- stopping, reading again, checking ---- */

static bool stop_at_second(void *context, uint32_t row, const struct xlsx_cell *cells, size_t n)
{
    (void)cells, (void)n;
    uint32_t *last = context;
    *last = row;
    return row < 2;
}

static struct xlsx *open_changed(const struct entry *changes, struct arena *arena)
{
    struct str error = {0};
    build(changes);
    struct xlsx *book = xlsx_open(book_path, arena, &error);
    if (!book) fail_msg("%.*s", STR_ARG(error));
    return book;
}

static void stops_early_and_reads_again(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str error = {0};
    uint32_t last = 0;
    struct dump dump = {.arena = &arena};
    struct xlsx *book = open_changed(
        (struct entry[CHANGES]){{SHEET1, ROWS("<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</v></c></row>")}}, &arena);
    assert_true(xlsx_rows(book, 0, stop_at_second, &last, &error));
    assert_int_equal(last, 2);
    for (int i = 0; i < 2; i++) assert_true(xlsx_rows(book, 0, dump_row, &dump, &error));
    assert_dump((struct str){dump.text.at, dump.text.n}, "1: A n 1\n2: A n 2\n3: A n 3\n1: A n 1\n2: A n 2\n3: A n 3\n");
    assert_true(xlsx_check(book, &error));
    xlsx_close(book);
    arena_release(&arena);
}

/* A workbook of the program: a piece lost between two elements leaves the XML well-formed, but not the counts. */
static const struct own_case {
    const char *behind; /* the rows */
    bool sound;
    unsigned extras;
} own_cases[] = {
    {"<mergeCells count=\"2\"><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>", true, 0},
    {"<mergeCells count=\"2\"><mergeCell ref=\"A1:B1\"/></mergeCells>", false, 0},
    {"<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>", false, 0},
    {"<mergeCells count=\"0\"/>", true, 0},
    {"<hyperlinks><hyperlink ref=\"A1\"/><hyperlink ref=\"A2\"/></hyperlinks>", true, 2},
    {"<conditionalFormatting sqref=\"A1\"><cfRule priority=\"1\"/></conditionalFormatting>", true, 1},
};

static void counts_hold(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof own_cases / sizeof *own_cases; i++) {
        const struct own_case *c = &own_cases[i];
        struct arena arena = {0};
        struct str error = {0}, sheet = str_format(&arena, XML HEAD "</sheetData>%s</worksheet>", c->behind);
        for (int own = 0; own < 2; own++) {
            build((struct entry[CHANGES]){{SHEET1, sheet.p}});
            struct xlsx *book = own ? xlsx_open_own(book_path, &arena, &error) : xlsx_open(book_path, &arena, &error);
            if (!book) fail_msg("%.*s", STR_ARG(error));
            struct dump dump = {.arena = &arena};
            if (xlsx_rows(book, 0, dump_row, &dump, &error) != (c->sound || !own)) fail_msg("%s: %.*s", c->behind, STR_ARG(error));
            assert_int_equal(xlsx_sheet(book, 0).extras, own && c->sound ? c->extras : 0);
            xlsx_close(book);
        }
        arena_release(&arena);
    }
}

#define A8  "<a><a><a><a><a><a><a><a>"
#define A64 A8 A8 A8 A8 A8 A8 A8 A8

struct check_case {
    const char *name;
    struct entry changes[CHANGES];
    const char *error; /* "" = sound */
};

static const struct check_case check_cases[] = {
    {"sound", {{NULL, NULL}}, ""},
    {"other parts need not be XML", {{"xl/media/image1.png", "\x89PNG <"}, {"xl/drawings/vmlDrawing1.vml", "<br>"}}, ""},
    {"drawing cut off",
     {{"xl/drawings/drawing1.xml", "<a><b>"}},
     "part xl/drawings/drawing1.xml: not well-formed at line 1, column 7 (no element found)"},
    {"relationships cut off",
     {{"xl/worksheets/_rels/sheet1.xml.rels", "<a"}},
     "part xl/worksheets/_rels/sheet1.xml.rels: not well-formed at line 1, column 1 (unclosed token)"},
    {"sheet cut off", {{SHEET1, HEAD "<row><c><v>1</v></c>"}}, "part " SHEET1 ": not well-formed at line 1, column 109 (no element found)"},
    {"invalid UTF-8 in a sheet", {{SHEET1, "<a>\xC3</a>"}}, "part " SHEET1 ": not well-formed at line 1, column 4 (invalid token)"},
    {"control character", {{SHEET1, "<a>\x01</a>"}}, "part " SHEET1 ": not well-formed at line 1, column 4 (invalid token)"},
    {"prefix without namespace",
     {{"docProps/app.xml", "<x:a/>"}},
     "part docProps/app.xml: not well-formed at line 1, column 1 (unbound prefix)"},
    {"DTD anywhere", {{"docProps/app.xml", "<!DOCTYPE a><a/>"}}, "part docProps/app.xml: a DTD is not allowed at line 1, column 12"},
    {"nested too deeply",
     {{"docProps/app.xml", A64 A64 A64 A64 "<a>"}},
     "part docProps/app.xml: elements nested too deeply at line 1, column 769"},
};

static void checks_book(void **state)
{
    const struct check_case *c = *state;
    struct arena arena = {0};
    struct str error = {0};
    struct xlsx *book = open_changed(c->changes, &arena);
    assert_int_equal(xlsx_check(book, &error), c->error[0] == '\0');
    assert_dump(error, c->error);
    xlsx_close(book);
    arena_release(&arena);
}

/* ---- each row of a table is a test of its own ---- */

#define ADD(table, function)                                                                                                               \
    for (size_t i = 0; i < COUNT(table); i++) tests[n++] = (struct CMUnitTest)                                                             \
        {                                                                                                                                  \
            table[i].name, function, NULL, NULL, (void *)(uintptr_t)&table[i]                                                              \
        }

int main(void)
{
    static const struct CMUnitTest others[] = {
        cmocka_unit_test(files_of_other_kinds),
        cmocka_unit_test(cut_off),
        cmocka_unit_test(flipped_bytes),
        cmocka_unit_test(too_many_parts),
        cmocka_unit_test(overlapping_parts),
        cmocka_unit_test(too_large_together),
        cmocka_unit_test(utf16),
        cmocka_unit_test(stops_early_and_reads_again),
        cmocka_unit_test(counts_hold),
    };
    struct CMUnitTest
        tests[COUNT(book_cases) + COUNT(patch_cases) + COUNT(size_cases) + COUNT(name_cases) + COUNT(check_cases) + COUNT(others)];
    size_t n = 0;
    ADD(book_cases, reads_book);
    ADD(patch_cases, reads_patched);
    ADD(size_cases, reads_sizes);
    ADD(name_cases, refuses_names);
    ADD(check_cases, checks_book);
    for (size_t i = 0; i < COUNT(others); i++) tests[n++] = others[i];
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
