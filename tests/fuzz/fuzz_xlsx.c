/*
 * Workbooks: opened, every sheet read, every part checked. The first byte says what the rest is: the archive itself, or one part of
 * a workbook that is sound otherwise (checksums would keep a fuzzer out of the XML).
 */
#include "effcheck/xlsx.h"
#include "input_file.h"
#include "stored_zip.h"

struct seen {
    uint32_t row;
};

static bool take_row(void *context, uint32_t row, const struct xlsx_cell *cells, size_t n)
{
    struct seen *seen = context;
    PROMISE(row > seen->row && n > 0);
    for (size_t i = 1; i < n; i++) PROMISE(cells[i].column > cells[i - 1].column);
    seen->row = row;
    return true;
}

enum { WHOLE, PARTS = 5 };

static struct str workbook_around(struct arena *arena, unsigned which, struct str part)
{
#define TYPES                      "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN                       "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define RELATIONS                  "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define RELATION(id, type, target) "<Relationship Id='" id "' Type='" TYPES "/" type "' Target='" target "'/>"
    static const struct {
        const char *name, *text;
    } parts[] = {
        {"_rels/.rels", RELATIONS RELATION("r1", "officeDocument", "xl/workbook.xml") "</Relationships>"},
        {"xl/_rels/workbook.xml.rels", RELATIONS RELATION("r1", "worksheet", "s.xml") RELATION("r2", "sharedStrings", "t.xml")
                                           RELATION("r3", "styles", "y.xml") "</Relationships>"},
        {"xl/s.xml", "<worksheet " MAIN
                     "><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>45000</v></c></row></sheetData></worksheet>"},
        {"xl/t.xml", "<sst " MAIN "><si><t>a</t></si></sst>"},
        {"xl/y.xml", "<styleSheet " MAIN "><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"},
        {"xl/workbook.xml", "<workbook " MAIN " xmlns:r='" TYPES "'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>"},
    };
    struct zip zip = {.arena = arena};
    for (unsigned i = 0; i < sizeof parts / sizeof *parts; i++)
        zip_add(&zip, str_from(parts[i].name), i == which ? part : str_from(parts[i].text));
    return zip_close(&zip);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static bool registered;
    char path[INPUT_PATH];
    struct arena arena = {0};
    struct str error = {0};
    if (!registered) registered = atexit(remove_at_exit) == 0;
    struct str input = {(const char *)bytes, n};
    if (n && bytes[0] < PARTS && bytes[0] != WHOLE) input = workbook_around(&arena, bytes[0] + 1u, str_sub(input, 1, n));
    write_input(path, (const uint8_t *)input.p, input.n);
    struct xlsx *book = xlsx_open(path, &arena, &error);
    PROMISE(book || error.n > 0);
    for (size_t i = 0; book && i < xlsx_sheet_count(book); i++) {
        struct seen seen = {0};
        error = (struct str){0};
        PROMISE(xlsx_rows(book, i, take_row, &seen, &error) || error.n > 0);
    }
    error = (struct str){0};
    if (book) {
        PROMISE(xlsx_check(book, &error) || error.n > 0);
        xlsx_close(book);
    }
    arena_release(&arena);
    return 0;
}
