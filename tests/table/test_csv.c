/* Records of delimited texts with what real files do to them (INPUT_SHAPES 5), each with its exact physical lines. */
#include "testing.h"

#include "effcheck/csv.h"
#include "effcheck/source.h"

/* ---- a text as its records ---- */

struct text_row {
    const char *name;
    struct dialect dialect;
    bool asks;           /* with looks_like_record */
    const char *text;
    const char *records; /* one a line: physical lines, flags (s stray, u unclosed, w unwrapped), cells; a line end in a cell is ~ */
};

#define COMMA {',', 0}
#define SEMICOLON {';', 0}

static const struct text_row PLAIN[] = {
    {"two records", COMMA, false, "a,b\nc,d\n", "1 [a][b]\n2 [c][d]\n"},
    {"last line without its end", COMMA, false, "a,b\nc,d", "1 [a][b]\n2 [c][d]\n"},
    {"last quoted cell without its end", COMMA, false, "a,\"b\"", "1 [a][b]\n"},
    {"CRLF", COMMA, false, "a,b\r\nc,d\r\n", "1 [a][b]\n2 [c][d]\n"},
    {"CR", COMMA, false, "a,b\rc,d\r", "1 [a][b]\n2 [c][d]\n"},
    {"CR, last line without its end", COMMA, false, "a,b\rc,d", "1 [a][b]\n2 [c][d]\n"},
    {"LF and CRLF mixed", COMMA, false, "a,b\r\nc,d\ne,f\r\n", "1 [a][b]\n2 [c][d]\n3 [e][f]\n"},
    {"CR with some LF and CRLF", COMMA, false, "a,b\rc,d\re,f\rg,h\ni,j\r\nk,l\r", "1 [a][b]\n2 [c][d]\n3 [e][f]\n4 [g][h]\n5 [i][j]\n6 [k][l]\n"},
    {"CR CR LF", COMMA, false, "a,b\r\r\nc,d\r\r\n", "1 [a][b]\n2 [c][d]\n"},
    {"a lone CR ends no line of a file of LF", COMMA, false, "a,b\rc,d\ne,f\n", "1 [a][b~c][d]\n2 [e][f]\n"},
    {"blank lines", COMMA, false, "\na,b\n\n \t\nc,d\n\n", "1\n2 [a][b]\n3\n4\n5 [c][d]\n6\n"},
    {"blank lines of CRLF", COMMA, false, "a,b\r\n\r\nc,d\r\n", "1 [a][b]\n2\n3 [c][d]\n"},
    {"only blank lines", COMMA, false, "\n\n\n", "1\n2\n3\n"},
    {"nothing", COMMA, false, "", ""},
    {"one cell", COMMA, false, "a", "1 [a]\n"},
    {"empty cells", COMMA, false, "a,,c,\n,\n", "1 [a][][c][]\n2 [][]\n"},
    {"quoted empty cells", COMMA, false, "1,\"\",\"\"\n", "1 [1][][]\n"},
    {"blanks around cells", COMMA, false, " a , b\t,\xC2\xA0" "c\xC2\xA0\n", "1 [a][b][c]\n"},
    {"blanks inside quotes go too", COMMA, false, "\" a \",\" b\n\"\n", "1-2 [a][b]\n"},
    {"blanks around quotes", COMMA, false, " \"a\" , \"b\" \n", "1 [a][b]\n"},
    {"semicolon", SEMICOLON, false, "a;b,c;d\n", "1 [a][b,c][d]\n"},
    {"tab", {'\t', 0}, false, "a\tb c\t\td\n", "1 [a][b c][][d]\n"},
    {"vertical bar", {'|', 0}, false, "a|\"b|c\"|d\n", "1 [a][b|c][d]\n"},
};

static const struct text_row QUOTED[] = {
    {"delimiter", COMMA, false, "1,\"Anytown, WW\",2\n", "1 [1][Anytown, WW][2]\n"},
    {"doubled quotes", COMMA, false, "1,\"ha \"\"ha\"\" ha\"\n", "1 [1][ha \"ha\" ha]\n"},
    {"only a doubled quote", COMMA, false, "1,\"\"\"\",2\n", "1 [1][\"][2]\n"},
    {"line end", COMMA, false, "a,\"b\nc\",d\ne,f\n", "1-2 [a][b~c][d]\n3 [e][f]\n"},
    {"line end of CRLF", COMMA, false, "a,\"b\r\nc\",d\r\ne,f\r\n", "1-2 [a][b~c][d]\n3 [e][f]\n"},
    {"line end of CR", COMMA, false, "a,\"b\rc\",d\re,f\r", "1-2 [a][b~c][d]\n3 [e][f]\n"},
    {"LF in a cell of a file of CR", COMMA, false, "a,\"b\nc\nd\"\re,f\rg,h\r", "1-3 [a][b~c~d]\n4 [e][f]\n5 [g][h]\n"},
    {"CR in a cell of a file of LF", COMMA, false, "a,\"b\rc\rd\"\ne,f\n", "1 [a][b~c~d]\n2 [e][f]\n"},
    {"three line ends and a blank line", COMMA, false, "a,\"b\n\n\nc\"\nd,e\n", "1-4 [a][b~~~c]\n5 [d][e]\n"},
    {"several cells with line ends", COMMA, false, "\"a\nb\",\"c\nd\"\ne,f\n", "1-3 [a~b][c~d]\n4 [e][f]\n"},
    {"delimiters and quotes around line ends", COMMA, false, "1,\"ha \n\"\"ha\"\", \nha\"\n3,4\n", "1-3 [1][ha ~\"ha\", ~ha]\n4 [3][4]\n"},
    {"at the end of the text", COMMA, false, "a,\"b\nc\"", "1-2 [a][b~c]\n"},
    {"a whole record in quotes over lines", COMMA, true, "x,y,z\n\"a\",\"b\nno record\",\"c\"\n5,b,c\n", "1 [x][y][z]\n2-3 [a][b~no record][c]\n4 [5][b][c]\n"},
};

static const struct text_row STRAY[] = {
    {"inch", COMMA, false, "24\" monitor,5\n6,7\n", "1 s [24\" monitor][5]\n2 [6][7]\n"},
    {"at the end of a cell", COMMA, false, "24\",5\n6,7\n", "1 s [24\"][5]\n2 [6][7]\n"},
    {"two cells", COMMA, false, "24\",27\"\n6,7\n", "1 s [24\"][27\"]\n2 [6][7]\n"},
    {"text behind a closing quote", COMMA, false, "\"abc\" def,5\n6,7\n", "1 s [\"abc\" def][5]\n2 [6][7]\n"},
    {"quotes around a word", COMMA, false, "a \"b\" c,5\n6,7\n", "1 s [a \"b\" c][5]\n2 [6][7]\n"},
    {"unescaped quotes inside a quoted cell", COMMA, false, "\"a \"b\" c\",5\n6,7\n", "1 s [a \"b\" c][5]\n2 [6][7]\n"},
    {"in the last line", COMMA, false, "6,7\n24\",5", "1 [6][7]\n2 s [24\"][5]\n"},
    {"strict again behind it", COMMA, false, "24\",5\n\"a\nb\",7\n", "1 s [24\"][5]\n2-3 [a~b][7]\n"},
};

static const struct text_row UNCLOSED[] = {
    {"resumes at the next line", COMMA, false, "a,b\n1,\"x\n2,y\n3,z\n", "1 [a][b]\n2 u [1][\"x]\n3 [2][y]\n4 [3][z]\n"},
    {"in the last line", COMMA, false, "1,2\n3,\"x", "1 [1][2]\n2 u [3][\"x]\n"},
    {"before quoted lines", COMMA, false, "1,\"x\n2,\"y\"\n", "1 u [1][\"x]\n2 [2][y]\n"},
    {"twice", COMMA, false, "1,\"x\n2,\"y\n3,z\n", "1 u [1][\"x]\n2 u [2][\"y]\n3 [3][z]\n"},
    {"with delimiters behind it", COMMA, false, "1,\"x,y,5\n2,z,6\n", "1 u [1][\"x][y][5]\n2 [2][z][6]\n"},
    {"behind an inch on the same line", COMMA, false, "24\" x,\"y,5\n6,7\n", "1 u [24\" x][\"y][5]\n2 [6][7]\n"},
    {"behind an inch, blanks before it", COMMA, false, "24\" x, \"y,5\n6,7\n", "1 u [24\" x][\"y][5]\n2 [6][7]\n"},
    {"only a quote", COMMA, false, "\"\n1,2\n", "1 u [\"]\n2 [1][2]\n"},
    {"a later quote would close it", COMMA, true, "1,\"x,y\n2,z,6\n3,w,\"\n4,v,7\n", "1 u [1][\"x][y]\n2 [2][z][6]\n3 u [3][w][\"]\n4 [4][v][7]\n"},
    {"nobody asked: a later quote closes it", COMMA, false, "1,\"x\n2,z\n3\",7\n", "1-3 [1][x~2,z~3][7]\n"},
    {"asked, and the lines are no records", COMMA, true, "1,\"x\nz\n3\",7\n", "1-3 [1][x~z~3][7]\n"},
    {"CRLF", COMMA, false, "1,\"x\r\n2,y\r\n", "1 u [1][\"x]\n2 [2][y]\n"},
};

static const struct text_row BACKSLASH[] = {
    {"escaped quotes", COMMA, false, "1,\"say \\\"hi\\\"\",5\n2,x,6\n", "1 [1][say \"hi\"][5]\n2 [2][x][6]\n"},
    {"with a delimiter between them", COMMA, false, "1,\"say \\\"a, b\\\" c\",5\n", "1 [1][say \"a, b\" c][5]\n"},
    {"over two lines", COMMA, false, "1,\"say \\\"hi\\\"\nthere\",5\n2,x,6\n", "1-2 [1][say \"hi\"~there][5]\n3 [2][x][6]\n"},
    {"on the second line of a cell", COMMA, false, "1,\"first\nsay \\\"hi\\\" now\",5\n2,x,6\n", "1-2 [1][first~say \"hi\" now][5]\n3 [2][x][6]\n"},
    {"a path that ends in a backslash", COMMA, false, "\"C:\\dir\\\",5\n6,7\n", "1 [C:\\dir\\][5]\n2 [6][7]\n"},
    {"an inch before the closing quote", COMMA, true, "1,\"monitor 24\\\"\",5\n2,x,6\n", "1 [1][monitor 24\"][5]\n2 [2][x][6]\n"},
    {"line end written as letters stays", COMMA, false, "1,\"a\\r\\nb\"\n", "1 [1][a\\r\\nb]\n"},
};

static const struct text_row WRAPPED[] = {
    {"a whole row as one cell", COMMA, false, "\"1.01. ,BELANJA ,\"\" 719.587,61 \"\",\"\n", "1 w [1.01.][BELANJA][719.587,61][]\n"},
    {"its header", COMMA, false, "\"No. Rekening,\"\"Uraian\"\",\"\"Jumlah\"\"\"\n", "1 w [No. Rekening][Uraian][Jumlah]\n"},
    {"padded", COMMA, false, "\"1,\"\"A\"\",5\",,,\n", "1 w [1][A][5]\n"},
    {"among plain rows", COMMA, false, "1,A,5\n\"2,\"\"B, C\"\",6\"\n3,D,7\n", "1 [1][A][5]\n2 w [2][B, C][6]\n3 [3][D][7]\n"},
    {"over two lines", SEMICOLON, false, "\"1;A\nB;5\"\n2;C;6\n", "1-2 w [1][A B][5]\n3 [2][C][6]\n"},
    {"with a quote that is never closed inside", COMMA, false, "\"1,\"\"A,5\"\n", "1 uw [1][\"A][5]\n"},
    {"with an inch inside", COMMA, false, "\"1,24\"\" layar,5\"\n", "1 sw [1][24\" layar][5]\n"},
    {"one quoted cell among others is none", COMMA, false, "\"A, B\",5\n", "1 [A, B][5]\n"},
};

static const struct text_row LAYERED[] = {
    {"semicolon rows padded with commas", {';', ','}, false, "No;Uraian;Jumlah,,,\n1;A;5,,,\n", "1 [No][Uraian][Jumlah]\n2 [1][A][5]\n"},
    {"comma rows padded with semicolons", {',', ';'}, false, "No,Uraian,Jumlah;;;\n1,A,5;;;\n", "1 [No][Uraian][Jumlah]\n2 [1][A][5]\n"},
    {"amounts cut at the comma", {';', ','}, false, "1;A;1.234,56,,\n", "1 [1][A][1.234,56]\n"},
    {"quoted by the outer program", {';', ','}, false, "\"1;\"\"A; B\"\";5\",,,\n", "1 [1][A; B][5]\n"},
    {"a quoted line end inside", {';', ','}, false, "\"1;\"\"A\nB\"\";5\",,\n2;C;6,,\n", "1-2 [1][A~B][5]\n3 [2][C][6]\n"},
    {"a line end cut off with the padding keeps the count", {';', ','}, false, "\"1;A;5\n\",,\n2;B;6,,\n", "1 [1][A][5]\n2\n3 [2][B][6]\n"},
    {"a line end before the text keeps the count", {';', ','}, false, "\"\n1;A;5\",,\n2;B;6,,\n", "1 [1][A][5]\n2\n3 [2][B][6]\n"},
    {"only padding", {';', ','}, false, ",,,\n1;A;5,,,\n", "1\n2 [1][A][5]\n"},
    {"blank lines and CRLF", {';', ','}, false, "1;A,,\r\n\r\n2;B,,\r\n", "1 [1][A]\n2\n3 [2][B]\n"},
    {"rows without padding", {';', ','}, false, "1;A\n2;B,,\n3;C", "1 [1][A]\n2 [2][B]\n3 [3][C]\n"},
    {"an unclosed quote", {';', ','}, false, "1;\"A;5,,\n2;B;6,,\n", "1 u [1][\"A][5]\n2 [2][B][6]\n"},
};

/* Asks like the intake: a line that begins with a number and has three cells. */
static bool begins_with_number(void *context, const struct str *cells, size_t n)
{
    (void)context;
    if (!cells) return n >= 3;
    return n == 3 && cells[0].n && cells[0].p[0] >= '0' && cells[0].p[0] <= '9';
}

static struct str dump_cell(struct arena *arena, struct str cell)
{
    char *copy = arena_alloc(arena, cell.n + 1);
    for (size_t i = 0; i < cell.n; i++) copy[i] = cell.p[i] == '\n' || cell.p[i] == '\r' ? '~' : cell.p[i];
    return (struct str){copy, cell.n};
}

static struct str dump_record(struct arena *arena, const struct record *record)
{
    struct str text = str_format(arena, record->lines > 1 ? "%u-%u" : "%u", record->line, record->line + record->lines - 1);
    if (record->flags)
        text = str_format(arena, "%.*s %s%s%s", STR_ARG(text), record->flags & RECORD_STRAY_QUOTE ? "s" : "",
                          record->flags & RECORD_UNCLOSED_QUOTE ? "u" : "", record->flags & RECORD_UNWRAPPED ? "w" : "");
    for (size_t i = 0; i < record->n; i++)
        text = str_format(arena, "%.*s%s[%.*s]", STR_ARG(text), i ? "" : " ", STR_ARG(dump_cell(arena, record->cells[i])));
    return str_join(arena, text, S("\n"));
}

/* Only ends of lines may lie between two records: no byte is lost. */
static void check_between(const char *from, const char *to)
{
    for (; from < to; from++) assert_true(*from == '\n' || *from == '\r');
    assert_true(from == to);
}

static struct str dump(struct arena *arena, struct csv_reader *reader)
{
    struct record record;
    struct str all = {0};
    uint32_t line = 1;
    const char *at = reader->text.p;
    while (csv_next(reader, &record)) {
        assert_number(record.line, line, "the line");
        assert_true(record.lines >= 1);
        line += record.lines;
        check_between(at, record.raw.p);
        at = record.raw.p + record.raw.n;
        all = str_join(arena, all, dump_record(arena, &record));
    }
    if (at) check_between(at, reader->text.p + reader->text.n);
    return all;
}

/* The records of a text as they come, or (only_libcsv) without the quick way for plain lines. */
static struct str dump_text(struct arena *arena, struct str text, struct dialect dialect, bool asks, bool only_libcsv)
{
    struct arena scratch = {0};
    struct csv_reader reader;
    csv_open(&reader, text, dialect, &scratch);
    reader.only_libcsv = only_libcsv;
    if (asks) reader.looks_like_record = begins_with_number;
    struct str all = dump(arena, &reader);
    csv_close(&reader);
    arena_release(&scratch);
    return all;
}

static void test_text(void **state)
{
    const struct text_row *row = *state;
    struct arena arena = {0};
    struct str text = str_copy(&arena, str_from(row->text));
    assert_text(dump_text(&arena, text, row->dialect, row->asks, false), row->records, "the list of records");
    assert_text(dump_text(&arena, text, row->dialect, row->asks, true), row->records, "the list of records by libcsv");
    arena_release(&arena);
}

/* ---- size ---- */

static void test_huge_cell(void **state)
{
    (void)state;
    enum { SIZE = 5000000, BREAKS = 1000 };
    struct arena arena = {0};
    struct csv_reader reader;
    struct record record;
    char *cell = arena_alloc(&arena, SIZE);
    memset(cell, 'x', SIZE);
    for (size_t i = 1; i <= BREAKS; i++) cell[i * (SIZE / (BREAKS + 1))] = '\n';
    struct str text = str_join(&arena, str_join(&arena, S("a,\""), (struct str){cell, SIZE}), S("\"\nb,c\n"));
    csv_open(&reader, text, (struct dialect){',', 0}, &arena);
    assert_true(csv_next(&reader, &record));
    assert_int_equal(record.n, 2);
    assert_int_equal(record.lines, BREAKS + 1);
    assert_true(str_eq(record.cells[1], (struct str){cell, SIZE}));
    assert_true(csv_next(&reader, &record));
    assert_int_equal(record.line, BREAKS + 2);
    assert_false(csv_next(&reader, &record));
    csv_close(&reader);
    arena_release(&arena);
}

/* From a line in the middle on: its records, with lines counted from there. */
static void test_begin_at(void **state)
{
    (void)state;
    const struct str text = S("a,b\n\"c\nd\",e\nf,g\n");
    struct arena arena = {0};
    struct csv_reader reader;
    struct record record;
    csv_open(&reader, text, (struct dialect){',', 0}, &arena);
    csv_begin_at(&reader, str_find(text, '\n') + 1);
    assert_true(csv_next(&reader, &record));
    assert_text(record.cells[0], "c\nd", "the first cell");
    assert_ptr_equal(record.raw.p, text.p + 4);
    assert_int_equal(record.line, 1);
    assert_true(csv_next(&reader, &record));
    assert_text(record.raw, "f,g", "the last record");
    assert_int_equal(record.line, 3);
    assert_false(csv_next(&reader, &record));
    csv_begin_at(&reader, text.n - 4);
    assert_true(csv_next(&reader, &record));
    assert_text(record.raw, "f,g", "the last record again");
    assert_int_equal(record.line, 1);
    csv_close(&reader);
    arena_release(&arena);
}

static void test_many_cells(void **state)
{
    (void)state;
    enum { CELLS = RECORD_CELLS_MAX, MORE = 2 * (CELLS + 1) };
    struct arena arena = {0};
    struct csv_reader reader;
    struct record record;
    char *text = arena_alloc(&arena, 2 * CELLS + MORE);
    for (size_t i = 0; i < 2 * CELLS + MORE; i++) text[i] = i % 2 ? ',' : 'x';
    text[2 * CELLS - 1] = text[2 * CELLS + MORE - 1] = '\n';
    csv_open(&reader, (struct str){text, 2 * CELLS + MORE}, (struct dialect){',', 0}, &arena);
    assert_true(csv_next(&reader, &record));
    assert_int_equal(record.n, CELLS);
    assert_int_equal(record.flags, 0);
    assert_text(record.cells[CELLS - 1], "x", "the last cell");
    assert_true(csv_next(&reader, &record)); /* one cell more than a spreadsheet has */
    assert_int_equal(record.n, 0);
    assert_int_equal(record.flags, RECORD_TOO_WIDE);
    assert_int_equal(record.line, 2);
    csv_close(&reader);
    arena_release(&arena);
}

/* The longest record is read, a longer one passed over with a flag; reading goes on behind it. */
static void test_long_records(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct csv_reader reader;
    struct record record;
    const size_t first = RECORD_BYTES_MAX + 1, second = RECORD_BYTES_MAX + 2, n = first + second + 4;
    char *text = arena_alloc(&arena, n);
    memset(text, 'x', n);
    text[first - 1] = text[first + second - 1] = text[n - 1] = '\n';
    text[n - 3] = ',';
    csv_open(&reader, (struct str){text, n}, (struct dialect){',', 0}, &arena);
    assert_true(csv_next(&reader, &record));
    assert_int_equal(record.n, 1);
    assert_int_equal(record.cells[0].n, RECORD_BYTES_MAX);
    assert_true(csv_next(&reader, &record));
    assert_int_equal(record.flags, RECORD_TOO_LONG);
    assert_int_equal(record.raw.n, RECORD_BYTES_MAX + 1);
    assert_true(csv_next(&reader, &record));
    assert_int_equal(record.line, 3);
    assert_int_equal(record.n, 2);
    assert_false(csv_next(&reader, &record));
    csv_close(&reader);
    arena_release(&arena);
}

/* Quotes that are never closed, line after line: each is given up after a look ahead, and the whole stays linear. */
static void test_many_open_quotes(void **state)
{
    (void)state;
    enum { LINES = 20000 };
    struct arena arena = {0};
    struct csv_reader reader;
    struct record record;
    struct str line = S("1,\"x\n");
    char *text = arena_alloc(&arena, LINES * line.n);
    size_t n = 0, unclosed = 0;
    for (size_t i = 0; i < LINES; i++) memcpy(text + i * line.n, line.p, line.n);
    csv_open(&reader, (struct str){text, LINES * line.n}, (struct dialect){',', 0}, &arena);
    for (; csv_next(&reader, &record); n++) unclosed += (record.flags & RECORD_UNCLOSED_QUOTE) != 0;
    assert_int_equal(n, LINES);
    assert_int_equal(unclosed, LINES);
    csv_close(&reader);
    arena_release(&arena);
}

/* A line of the longest size with many ends behind it is no endless loop. */
static void test_long_line_many_ends(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct csv_reader reader;
    struct record record;
    struct str ends = S("\r\r\r\n\"a\"\"\",b\n");
    char *text = arena_alloc(&arena, RECORD_BYTES_MAX + ends.n);
    memset(text, 'x', RECORD_BYTES_MAX);
    text[1] = '"'; /* not plain */
    memcpy(text + RECORD_BYTES_MAX, ends.p, ends.n);
    csv_open(&reader, (struct str){text, RECORD_BYTES_MAX + ends.n}, (struct dialect){',', 0}, &arena);
    assert_true(csv_next(&reader, &record));
    assert_int_equal(record.flags, RECORD_STRAY_QUOTE);
    assert_int_equal(record.cells[0].n, RECORD_BYTES_MAX);
    assert_true(csv_next(&reader, &record));
    assert_int_equal(record.line, 2);
    assert_text(record.cells[0], "a\"", "the cell behind it");
    assert_false(csv_next(&reader, &record));
    csv_close(&reader);
    arena_release(&arena);
}

/* ---- a line is cut in blocks: quotes, delimiters and its end at every place of a block ---- */

static void test_places(void **state)
{
    (void)state;
    enum { PLACES = 2 * 64 + 2 };
    static const char *const endings[] = {",\"a,b\",c", ",\"a,\"\"b\",c\nd,e,", ",\"a\nb\",c", ",,,", "\",c,\"d\"", ",\"a\"b,c", ", \"a\" ,c", ",\"a,b"};
    struct arena arena = {0};
    for (size_t e = 0; e < sizeof endings / sizeof *endings; e++)
        for (size_t before = 0; before < PLACES; before++) {
            for (size_t behind = 0; behind < 2; behind++) {
                struct str text = str_format(&arena, "%0*d%s%0*d\n", (int)before + 1, 1, endings[e], behind ? PLACES - (int)before : 1, 2);
                struct str quick = dump_text(&arena, text, (struct dialect){',', 0}, false, false);
                assert_true(str_eq(quick, dump_text(&arena, text, (struct dialect){',', 0}, false, true)));
                arena_reset(&arena);
            }
        }
    arena_release(&arena);
}

/* ---- random texts: lines stay in order, no byte is lost, whatever the quotes do; plain lines are cut as libcsv cuts them ---- */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void test_random(void **state)
{
    (void)state;
    static const char *const letters[] = {"\"\",,;\n\n\ra1 \\", "\"\",,,;;\n\nab \t", ",,,\"a\xC2\xA0\xEF\xBB\xBF\v \t\n", ",;|\t  ab\n"};
    static const struct dialect dialects[] = {{',', 0}, {';', 0}, {';', ','}, {',', ';'}, {'\t', 0}, {'|', 0}};
    uint32_t seed = 20250122;
    for (size_t round = 0; round < 20000; round++) {
        struct arena arena = {0};
        char text[60];
        const char *among = letters[next_random(&seed) % COUNT(letters)];
        size_t n = next_random(&seed) % sizeof text, kinds = strlen(among);
        for (size_t i = 0; i < n; i++) text[i] = among[next_random(&seed) % kinds];
        struct str copy = str_copy(&arena, (struct str){text, n});
        struct dialect dialect = dialects[round % COUNT(dialects)];
        struct str quick = dump_text(&arena, copy, dialect, round & 8, false), slow = dump_text(&arena, copy, dialect, round & 8, true);
        assert_text(quick, slow.n ? slow.p : "", "the list of records");
        arena_release(&arena);
    }
}

/* ---- which dialects are worth trying ---- */

static const struct dialect_row {
    const char *name;
    const char *text;
    const char *candidates;
} DIALECTS[] = {
    {"comma", "a,b\n1,2\n", ","},
    {"comma and semicolon", "a;b\n1;2,5\n", ", ;"},
    {"tab", "a\tb\n1\t2\n", "\\t"},
    {"bar", "a|b\n", "|"},
    {"nothing at all: one column", "Uraian\nBelanja\n", ","},
    {"semicolon padded with commas", "a;b;c,,,\n1;2;3,,,\n", ", ; ;in,"},
    {"comma padded with semicolons", "a,b,c;;;\n1,2,3;;;\n", ", ; ,in;"},
    {"padding behind a closing quote", "\"a;b;c,,\"\n1;2,,\n", ", ; ;in,"},
    {"empty last cells are no padding of semicolons", "a,b,,\n1,2,,\n", ","},
    {"CR", "a;b\r1;2\r", ";"},
};

static struct str list_dialects(struct arena *arena, const struct dialect *dialects, size_t n)
{
    struct str list = {0};
    for (size_t i = 0; i < n; i++) {
        struct str one = dialects[i].delimiter == '\t' ? S("\\t") : (struct str){&dialects[i].delimiter, 1};
        list = str_format(arena, "%.*s%s%.*s", STR_ARG(list), i ? " " : "", STR_ARG(one));
        if (dialects[i].outer) list = str_format(arena, "%.*sin%c", STR_ARG(list), dialects[i].outer);
    }
    return list;
}

static void test_dialects(void **state)
{
    const struct dialect_row *row = *state;
    struct arena arena = {0};
    struct dialect found[DIALECTS_MAX];
    size_t n = dialect_candidates(str_from(row->text), found);
    assert_true(n >= 1 && n <= DIALECTS_MAX);
    assert_text(list_dialects(&arena, found, n), row->candidates, "the list of dialects");
    arena_release(&arena);
}

static const struct name_row {
    const char *name; /* Indonesian */
    struct dialect dialect;
    const char *english;
} NAMES[] = {
    {"koma (,)", {',', 0}, "comma"},
    {"titik koma (;)", {';', 0}, "semicolon"},
    {"tab", {'\t', 0}, "tab"},
    {"garis tegak (|)", {'|', 0}, "vertical bar"},
    {"titik koma (;) di dalam koma (,)", {';', ','}, "semicolon inside comma"},
};

static void test_dialect_name(void **state)
{
    const struct name_row *row = *state;
    struct arena arena = {0};
    assert_text(dialect_name(&arena, row->dialect, false), row->name, "the name");
    assert_text(dialect_name(&arena, row->dialect, true), row->english, "the English name");
    arena_release(&arena);
}

/* ---- public corpora beside the repository; not shipped with it ---- */

#define SAMPLES SOURCE_DIR "/../shared/samples/"

static const struct corpus_row {
    const char *name; /* NAME.csv */
    const char *records;
} SPECTRUM[] = {
    {"comma_in_quotes", "1 [first][last][address][city][zip]\n2 [John][Doe][120 any st.][Anytown, WW][08123]\n"},
    {"empty", "1 [a][b][c]\n2 [1][][]\n3 [2][3][4]\n"},
    {"empty_crlf", "1 [a][b][c]\n2 [1][][]\n3 [2][3][4]\n"},
    {"escaped_quotes", "1 [a][b]\n2 [1][ha \"ha\" ha]\n3 [3][4]\n"},
    {"json", "1 [key][val]\n2 [1][{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}]\n"},
    {"location_coordinates", "1 [Contact Phone Number][Location Coordinates][Cities][Counties]\n"
                             "2 s [2095257564][37\xEF\xBF\xBD" "36'37.8\"N 121\xEF\xBF\xBD" "2'17.9\"W][Modesto][Stanislaus]\n"},
    {"newlines", "1 [a][b][c]\n2 [1][2][3]\n3-4 [Once upon ~a time][5][6]\n5 [7][8][9]\n"},
    {"newlines_crlf", "1 [a][b][c]\n2 [1][2][3]\n3-4 [Once upon ~a time][5][6]\n5 [7][8][9]\n"},
    {"quotes_and_newlines", "1 [a][b]\n2-4 [1][ha ~\"ha\" ~ha]\n5 [3][4]\n"},
    {"simple", "1 [a][b][c]\n2 [1][2][3]\n"},
    {"simple_crlf", "1 [a][b][c]\n2 [1][2][3]\n"},
    {"utf8", "1 [a][b][c]\n2 [1][2][3]\n3 [4][5][\xCA\xA4]\n"},
};

static bool open_sample(struct source *source, struct str path, struct arena *arena)
{
    struct diags diags = {.arena = arena};
    if (source_open(source, path, arena, &diags)) return true;
    print_message("%s: not here, skipped\n", path.p);
    return false;
}

static void test_sample(const struct corpus_row *row, const char *folder)
{
    struct arena arena = {0};
    struct source source;
    struct csv_reader reader;
    bool here = open_sample(&source, str_format(&arena, "%s%s.csv", folder, row->name), &arena);
    if (here) {
        csv_open(&reader, source.text, (struct dialect){',', 0}, &arena);
        assert_text(dump(&arena, &reader), row->records, "the list of records");
        csv_close(&reader);
        source_close(&source);
    }
    arena_release(&arena);
    if (!here) skip();
}

static void test_spectrum(void **state)
{
    test_sample(*state, SAMPLES "csv-spectrum/csvs/");
}

/* libcsv's own inputs, with the cells its tests expect, without blanks at their ends. test_12 is four blank lines: no text. */
static const struct corpus_row LIBCSV[] = {
    {"test_01", "1 [1][2][3][4][5]\n"},
    {"test_02", "1 [][][][][][]\n"},
    {"test_03", "1 [,][,][]\n"},
    {"test_04", "1-5 w [I call our world Flatland][not because we call it so][but to make its nature clearer  to you][my happy readers]"
                "[who are privileged to live in Space.]\n"}, /* a row that is one quoted cell is taken apart again: see RECORD_UNWRAPPED */
    {"test_05", "1 [\"a,b\"][][\"\"][\"\"][\"\"][\"\"]\n"},
    {"test_06", "1 [a, b ,c][a b  c][]\n"},
    {"test_07", "1 s [\" \" \" \"]\n"},
    {"test_08", "1 s [abc\"][123]\n"},
    {"test_10", "1 [a]\n"},
    {"test_11", "1 [1][2][3][4]\n"},
    {"test_13", "1 [abc]\n"},
};

static void test_libcsv(void **state)
{
    test_sample(*state, SAMPLES "libcsv/");
}

/* The same inputs are read to their end in every dialect. */
static void test_libcsv_inputs(void **state)
{
    (void)state;
    static const struct dialect dialects[] = {{',', 0}, {';', 0}, {'\t', 0}, {'|', 0}, {';', ','}, {',', ';'}};
    struct arena arena = {0};
    size_t read = 0;
    for (int i = 1; i <= 13; i++) {
        struct diags diags = {.arena = &arena};
        struct source source;
        if (!source_open(&source, str_format(&arena, SAMPLES "libcsv/test_%02d.csv", i), &arena, &diags)) continue;
        for (size_t d = 0; d < COUNT(dialects); d++) {
            struct csv_reader reader;
            csv_open(&reader, source.text, dialects[d], &arena);
            dump(&arena, &reader);
            csv_close(&reader);
        }
        source_close(&source);
        read++;
    }
    arena_release(&arena);
    if (read) return;
    print_message(SAMPLES "libcsv: not here, skipped\n");
    skip();
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "plain", PLAIN, test_text);
    suite_rows(&suite, "quoted", QUOTED, test_text);
    suite_rows(&suite, "stray quote", STRAY, test_text);
    suite_rows(&suite, "unclosed quote", UNCLOSED, test_text);
    suite_rows(&suite, "backslash", BACKSLASH, test_text);
    suite_rows(&suite, "wrapped", WRAPPED, test_text);
    suite_rows(&suite, "layered", LAYERED, test_text);
    suite_test(&suite, "a huge cell", test_huge_cell);
    suite_test(&suite, "from the middle on", test_begin_at);
    suite_test(&suite, "many cells", test_many_cells);
    suite_test(&suite, "long records", test_long_records);
    suite_test(&suite, "a long line with many ends", test_long_line_many_ends);
    suite_test(&suite, "many open quotes", test_many_open_quotes);
    suite_test(&suite, "places of a block", test_places);
    suite_test(&suite, "random texts", test_random);
    suite_rows(&suite, "dialects of", DIALECTS, test_dialects);
    suite_rows(&suite, "dialect name", NAMES, test_dialect_name);
    suite_rows(&suite, "csv-spectrum", SPECTRUM, test_spectrum);
    suite_rows(&suite, "libcsv", LIBCSV, test_libcsv);
    suite_test(&suite, "libcsv inputs", test_libcsv_inputs);
    return suite_run(&suite, "csv");
}
