/* Two reports compared, row by row of their traces and cell by cell. */
#include "effcheck/trace.h"
#include "fuzz/stored_zip.h"
#include "small_audit.h"

#define TYPES     "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN      "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define SHEET(rows) "<worksheet " MAIN "><sheetData>" rows "</sheetData></worksheet>"

/* A workbook of one sheet; `part` NULL = no file. */
static void put_book(struct arena *arena, const char *path, const char *sheet, const char *part)
{
    struct zip zip = {.arena = arena};
    if (!part) return;
    zip_add(&zip, S("_rels/.rels"), S(RELATIONS "<Relationship Id='r1' Type='" TYPES "/officeDocument' Target='xl/workbook.xml'/></Relationships>"));
    zip_add(&zip, S("xl/_rels/workbook.xml.rels"), S(RELATIONS "<Relationship Id='r1' Type='" TYPES "/worksheet' Target='s1.xml'/></Relationships>"));
    zip_add(&zip, S("xl/workbook.xml"),
            str_format(arena, "<workbook " MAIN " xmlns:r='" TYPES "'><sheets><sheet name='%s' sheetId='1' r:id='r1'/></sheets></workbook>", sheet));
    zip_add(&zip, S("xl/s1.xml"), str_from(part));
    struct str bytes = zip_close(&zip);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, out), bytes.n);
    assert_int_equal(fclose(out), 0);
}

static struct str shown(struct arena *arena, const trace_differences *list)
{
    struct str text = {0};
    for (size_t i = 0; i < list->n; i++) {
        const struct trace_difference *d = &list->at[i];
        text = str_format(arena, "%.*s%.*s/%.*s: %.*s -> %.*s\n", STR_ARG(text), STR_ARG(d->what), STR_ARG(d->key), STR_ARG(d->then), STR_ARG(d->now));
    }
    return text;
}

/* ---- cells ---- */

#define A1(cell) SHEET("<row r='1'>" cell "</row>")
#define TEXT(ref, text) "<c r='" ref "' t='inlineStr'><is><t>" text "</t></is></c>"

static const struct cells_row {
    const char *name, *sheet; /* of the first; that of the second is S */
    const char *then, *now;   /* NULL = not there */
    const char *differences;  /* NULL = cannot be compared */
} CELLS[] = {
    {"the same", "S", A1("<c r='A1'><v>1</v></c>"), A1("<c r='A1'><v>1</v></c>"), ""},
    {"the last of fifteen digits and beyond", "S", A1("<c r='A1'><v>0.1</v></c>"), A1("<c r='A1'><v>0.10000000000000001</v></c>"), ""},
    {"another number", "S", A1("<c r='A1'><v>1</v></c>"), A1("<c r='A1'><v>1.00005</v></c>"), "S/A1: 1 -> 1.00005\n"},
    {"a share that the formula reckons finer", "S", A1("<c r='A1'><f>B1</f><v>0.49505</v></c>"), A1("<c r='A1'><v>0.4951</v></c>"), ""},
    {"a formula with another result", "S", A1("<c r='A1'><f>B1</f><v>2</v></c>"), A1("<c r='A1'><v>1</v></c>"), "S/A1: 2 -> 1\n"},
    {"a number and a text of it", "S", A1("<c r='A1'><v>1</v></c>"), A1(TEXT("A1", "1")), ""},
    {"another text", "S", A1(TEXT("A1", "a")), A1(TEXT("A1", "b")), "S/A1: a -> b\n"},
    {"a text in place of a number", "S", A1(TEXT("A1", "x")), A1("<c r='A1'><v>1</v></c>"), "S/A1: x -> 1\n"},
    {"what the reader wrote beside", "S", A1(TEXT("A1", "a") TEXT("B1", "note")), A1(TEXT("A1", "a")), ""},
    {"a cell that is gone", "S", A1(TEXT("A1", "a")), A1(TEXT("A1", "a") TEXT("AB1", "b")), "S/AB1:  -> b\n"},
    {"rows that are gone", "S", SHEET("<row r='2'>" TEXT("A2", "b") "</row>"), SHEET("<row r='1'>" TEXT("A1", "a") "</row><row r='3'>" TEXT("A3", "c") "</row>"),
     "S/A1:  -> a\nS/A3:  -> c\n"},
    {"a sheet that is gone", "Other", A1(TEXT("A1", "a")), A1(TEXT("A1", "a")), "S/A1:  -> a\n"},
    {"no report of then", "S", NULL, A1(TEXT("A1", "a")), NULL},
    {"no report of now", "S", A1(TEXT("A1", "a")), NULL, NULL},
    {"a broken report", "S", "<worksheet", A1(TEXT("A1", "a")), NULL},
};

static void test_cells(void **state)
{
    const struct cells_row *row = *state;
    struct arena arena = {0};
    struct str error = {0};
    trace_differences list = {0};
    put_book(&arena, "then.xlsx", row->sheet, row->then);
    put_book(&arena, "now.xlsx", "S", row->now);
    assert_number(trace_compare_cells("then.xlsx", "now.xlsx", &list, &arena, &error), row->differences != NULL, "compared");
    assert_number(error.n > 0, row->differences == NULL, "an error");
    if (row->differences) assert_text(shown(&arena, &list), row->differences, "the list");
    remove("then.xlsx");
    remove("now.xlsx");
    arena_release(&arena);
}

/* ---- rows ---- */

#define LINE(n, a, b, c) "<row r='" n "'>" TEXT("A" n, a) TEXT("B" n, b) TEXT("C" n, c) "</row>"

static const struct read_row {
    const char *name, *sheet, *part;
    size_t rows;
    const char *error;
} READS[] = {
    {"rows of three cells", "Jejak", SHEET(LINE("6", "setelan", "effcheck", "9.9") LINE("7", "berkas", "a.csv", "1")), 2, ""},
    {"in English", "Trail", SHEET(LINE("6", "setelan", "effcheck", "9.9")), 1, ""},
    {"other rows", "Jejak", SHEET(LINE("1", "x", "y", "z") LINE("6", "setelan", "effcheck", "9.9") "<row r='7'>" TEXT("A7", "x") "</row><row r='8'>"
     TEXT("B8", "x") TEXT("C8", "x") TEXT("D8", "x") "</row><row r='9'>" TEXT("A9", "x") TEXT("B9", "x") TEXT("D9", "x") "</row>"), 1, ""},
    {"another program's", "Jejak", SHEET(LINE("6", "setelan", "lain", "1")), 0, "no sheet \"Jejak\" of effcheck in it"},
    {"an empty sheet", "Jejak", SHEET(""), 0, "no sheet \"Jejak\" of effcheck in it"},
    {"no such sheet", "Ringkasan", SHEET(LINE("6", "setelan", "effcheck", "9.9")), 0, "no sheet \"Jejak\" of effcheck in it"},
    {"a broken sheet", "Jejak", "<worksheet", 0, NULL},
    {"no file", "Jejak", NULL, 0, NULL},
};

static void test_read(void **state)
{
    const struct read_row *row = *state;
    struct arena arena = {0};
    struct str error = {0};
    trace rows = {0};
    put_book(&arena, "report.xlsx", row->sheet, row->part);
    assert_number(trace_read("report.xlsx", &rows, &arena, &error), row->rows > 0, "read");
    if (row->rows) assert_number(rows.n, row->rows, "number of rows");
    if (row->error) assert_text(error, row->error, "the error");
    else assert_true(error.n > 0);
    remove("report.xlsx");
    arena_release(&arena);
}

static const struct compare_row {
    const char *name;
    struct trace_row then, now; /* what empty = not there */
    const char *differences;
} COMPARED[] = {
    {"the same", {{"k", 1}, {"a", 1}, {"1", 1}}, {{"k", 1}, {"a", 1}, {"1", 1}}, ""},
    {"another value", {{"k", 1}, {"a", 1}, {"1", 1}}, {{"k", 1}, {"a", 1}, {"2", 1}}, "k/a: 1 -> 2\n"},
    {"of a list, what the other lacks", {{"k", 1}, {"a", 1}, {"1; 2; 3", 7}}, {{"k", 1}, {"a", 1}, {"2; 4", 4}}, "k/a: 1; 3 -> 4\n"},
    {"another key", {{"k", 1}, {"a", 1}, {"1", 1}}, {{"k", 1}, {"b", 1}, {"1", 1}}, "k/a: 1 -> \nk/b:  -> 1\n"},
    {"another kind", {{"k", 1}, {"a", 1}, {"1", 1}}, {{"l", 1}, {"a", 1}, {"1", 1}}, "k/a: 1 -> \nl/a:  -> 1\n"},
};

static void test_compare(void **state)
{
    const struct compare_row *row = *state;
    struct arena arena = {0};
    trace then = {0}, now = {0};
    *array_push(&arena, &then) = row->then;
    *array_push(&arena, &now) = row->now;
    trace_differences list = trace_compare(&then, &now, &arena);
    assert_text(shown(&arena, &list), row->differences, "the list");
    arena_release(&arena);
}

/* Files of one name are told apart, in an order that is not that of the command line. */
static void test_twins(void **state)
{
    (void)state;
    struct small_audit s;
    for (int swapped = 0; swapped < 2; swapped++) {
        small_init(&s);
        struct input_file twin = s.ledger.files.at[0];
        twin.path = S("lain/opd_uji.csv");
        twin.sha256[0] = 'a';
        *array_push(&s.arena, &s.ledger.files) = twin;
        if (swapped) s.ledger.files.at[1] = s.ledger.files.at[0], s.ledger.files.at[0] = twin;
        trace rows = trace_of(&s.audit, &s.options, &s.arena);
        size_t found = 0;
        for (size_t i = 0; i < rows.n; i++) {
            if (!str_eq(rows.at[i].what, S(TRACE_FILE))) continue;
            assert_text(rows.at[i].key, found ? "opd_uji.csv (2)" : "opd_uji.csv", "the file");
            assert_true(str_starts(rows.at[i].value, found++ ? S("fedc") : S("aedc")));
        }
        assert_number(found, 2, "number of files");
        arena_release(&s.arena);
    }
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "cells", CELLS, test_cells);
    suite_rows(&suite, "read", READS, test_read);
    suite_rows(&suite, "compared", COMPARED, test_compare);
    suite_test(&suite, "files of one name", test_twins);
    return suite_run(&suite, "trace");
}
