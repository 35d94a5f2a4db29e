/*
 * Earlier reports: read, and compared with a month that has every other of their findings. The first byte says what the rest is: the
 * archive itself, or sheets as text (form feed between sheets, line ends between rows, tabs between cells), so that a fuzzer gets behind
 * archives and XML.
 */
#include "effcheck/previous.h"
#include "effcheck/xlsx_value.h"
#include "input_file.h"
#include "stored_zip.h"

enum { WHOLE = 'Z', SHEETS_MAX = 6, COLUMNS_MAX = 40 };

#define TYPES     "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN      "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"

static struct str escaped(struct arena *arena, struct str cell)
{
    char *out = arena_alloc(arena, cell.n * 5 + 1);
    size_t n = 0;
    for (size_t i = 0; i < cell.n; i++) {
        const char *as = cell.p[i] == '&' ? "&amp;" : cell.p[i] == '<' ? "&lt;" : NULL;
        if (as) memcpy(out + n, as, strlen(as)), n += strlen(as);
        else out[n++] = cell.p[i];
    }
    return (struct str){out, n};
}

static struct str sheet_of(struct arena *arena, struct str text)
{
    struct str xml = S("<worksheet " MAIN "><sheetData>"), line, cell;
    for (uint32_t row = 1; str_split(&text, '\n', &line); row++) {
        struct str cells = {0};
        for (uint32_t column = 0; column < COLUMNS_MAX && str_split(&line, '\t', &cell); column++) {
            char ref[XLSX_REF_TEXT];
            if (!cell.n) continue;
            xlsx_ref_text(row, column, ref);
            struct str value = escaped(arena, cell);
            cells = str_format(arena, xlsx_is_number(cell) ? "%.*s<c r='%s'><v>%.*s</v></c>" : "%.*s<c r='%s' t='inlineStr'><is><t>%.*s</t></is></c>",
                               STR_ARG(cells), ref, STR_ARG(value));
        }
        xml = str_format(arena, "%.*s<row r='%u'>%.*s</row>", STR_ARG(xml), row, STR_ARG(cells));
    }
    return str_join(arena, xml, S("</sheetData></worksheet>"));
}

static struct str workbook_of(struct arena *arena, struct str text)
{
    struct zip zip = {.arena = arena};
    struct str sheets = {0}, related = {0}, sheet;
    for (int i = 1; i <= SHEETS_MAX && str_split(&text, '\f', &sheet); i++) {
        sheets = str_format(arena, "%.*s<sheet name='S%d' sheetId='%d' r:id='r%d'/>", STR_ARG(sheets), i, i, i);
        related = str_format(arena, "%.*s<Relationship Id='r%d' Type='" TYPES "/worksheet' Target='s%d.xml'/>", STR_ARG(related), i, i);
        zip_add(&zip, str_format(arena, "xl/s%d.xml", i), sheet_of(arena, sheet));
    }
    zip_add(&zip, S("_rels/.rels"), S(RELATIONS "<Relationship Id='r1' Type='" TYPES "/officeDocument' Target='xl/workbook.xml'/></Relationships>"));
    zip_add(&zip, S("xl/_rels/workbook.xml.rels"), str_format(arena, RELATIONS "%.*s</Relationships>", STR_ARG(related)));
    zip_add(&zip, S("xl/workbook.xml"), str_format(arena, "<workbook " MAIN " xmlns:r='" TYPES "'><sheets>%.*s</sheets></workbook>", STR_ARG(sheets)));
    return zip_close(&zip);
}

static bool every_second(void *context, const struct trail *gone)
{
    (void)gone;
    return ++*(unsigned *)context % 2;
}

static bool has_words(const struct follow_words *words)
{
    return words->status.n || words->owner.n || words->due.n || words->note.n || words->extra;
}

/* Every word of the earlier report is in this one, and no finding of either is missing. */
static void compare(const struct past *past, struct arena *arena)
{
    struct follow_up follow = {.past = past, .month = {9999, 12, 0}};
    struct trail *present = arena_new_n(arena, struct trail, past->trails.n + 1);
    size_t n = 0, before = 0, after = 0;
    unsigned turn = 0;
    for (size_t i = 0; i < past->trails.n; i += 2) present[n++] = (struct trail){.id = past->trails.at[i].id};
    follow_compare(&follow, present, n, every_second, &turn, arena);
    for (size_t i = 0; i < past->trails.n; i++) before += has_words(&past->trails.at[i].words);
    for (size_t i = 0; i < follow.list.n; i++) after += has_words(&follow.list.at[i].trail.words);
    PROMISE(follow.list.n >= past->trails.n && after >= before);
    reported_compare(&follow, past->reported.at, past->reported.n, arena);
    PROMISE(follow.reported.n >= past->reported.n && follow.silent == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static bool registered;
    char path[INPUT_PATH];
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct past past;
    const struct previous_wanted wanted = {.pack = S("inpres-1-2025"), .year = 2025, .month = {2025, 12, 0}};
    if (n == 0) return 0;
    if (!registered) registered = atexit(remove_at_exit) == 0;
    struct str input = {(const char *)bytes + 1, n - 1};
    if (bytes[0] != WHOLE) input = workbook_of(&arena, input);
    write_input(path, (const uint8_t *)input.p, input.n);
    bool good = previous_read(&past, str_from(path), &wanted, &arena, &diags);
    PROMISE(good || diags.list.n > 0);
    if (good) compare(&past, &arena);
    arena_release(&arena);
    return 0;
}
