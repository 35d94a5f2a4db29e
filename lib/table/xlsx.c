#include "effcheck/xlsx.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "effcheck/xlsx_value.h"
#include "xlsx_reader.h"

/* ---- The workbook's own parts ---- */

static bool find_part(struct reader *r, struct str name, struct str *error)
{
    if (name.n == 0) {
        *error = S("a relationship leads nowhere or out of the archive");
        return false;
    }
    r->part = archive_find(r->x->archive, name, error);
    return r->part;
}

static bool read_named(struct xlsx *x, struct str name, enum node root, enum node wanted, struct str *error)
{
    struct reader reader = {.x = x, .root = root, .wanted = wanted};
    return find_part(&reader, name, error) && xlsx_read_part(&reader, true, error);
}

static bool read_relations(struct xlsx *x, struct str name, struct str *error)
{
    x->relations.n = 0;
    return read_named(x, name, RELATIONS, NODE_NONE, error);
}

/* The part that says which sheets there are, through the relationships of the package. */
static bool find_document(struct xlsx *x, struct str *document, struct str *error)
{
    if (!archive_has(x->archive, S("_rels/.rels")) && archive_has(x->archive, S("content.xml"))) {
        *error = S("an OpenDocument file (.ods), not an .xlsx workbook");
        return false;
    }
    if (!read_relations(x, S("_rels/.rels"), error)) return false;
    const struct relation *relation = xlsx_relation_by_type(x, S("officeDocument"));
    if (!relation) {
        *error = S("the archive names no workbook (part _rels/.rels)");
        return false;
    }
    if (str_ends(relation->target, S(".bin"))) {
        *error = S("a binary workbook (.xlsb), not an .xlsx workbook");
        return false;
    }
    *document = relation->target;
    return true;
}

/* A part that a workbook may go without; if it says that it has one, the part must be there. */
static bool read_optional(struct xlsx *x, struct str type, enum node root, struct str *error)
{
    const struct relation *relation = xlsx_relation_by_type(x, type);
    return !relation || read_named(x, relation->target, root, NODE_NONE, error);
}

static bool read_workbook(struct xlsx *x, struct str *error)
{
    struct str document;
    return find_document(x, &document, error) && read_relations(x, xlsx_relations_of(x->arena, document), error) &&
           read_named(x, document, WORKBOOK, SHEETS, error) && read_optional(x, S("styles"), STYLES, error) &&
           read_optional(x, S("sharedStrings"), STRINGS, error);
}

/* ---- Opening ---- */

/* Workbooks with a password and old .xls are both OLE2 compound files; the former have a stream "EncryptedPackage" (MS-OFFCRYPTO
 * 2.3.4). The stream names stand in UTF-16 somewhere in the file. */
static bool has_encrypted_package(FILE *file)
{
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    enum { OVERLAP = sizeof name - 1 };
    char buffer[XLSX_CHUNK];
    size_t kept = 0, n;
    rewind(file);
    while ((n = fread(buffer + kept, 1, sizeof buffer - kept, file)) > 0) {
        n += kept;
        for (size_t i = 0; i + OVERLAP <= n; i++)
            if (buffer[i] == 'E' && memcmp(buffer + i, name, OVERLAP) == 0) return true;
        kept = n < OVERLAP ? n : OVERLAP;
        memmove(buffer, buffer + n - kept, kept);
    }
    return false;
}

/* What an OLE2 file holds; empty when the file is none or cannot be read. */
static struct str ole2_content(const char *path)
{
    char head[8];
    struct str content = {0};
    FILE *file = fopen(path, "rb");
    if (!file) return content;
    if (fread(head, 1, sizeof head, file) == sizeof head && memcmp(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", sizeof head) == 0)
        content = has_encrypted_package(file) ? S("a workbook protected by a password (OLE2 file with encrypted content)")
                                              : S("an old .xls workbook (OLE2 file), not .xlsx");
    fclose(file);
    return content;
}

static struct xlsx *open_book(const char *path, bool own, struct arena *arena, struct str *error)
{
    *error = ole2_content(path);
    if (error->n) return NULL;
    struct xlsx *x = arena_new(arena, struct xlsx);
    x->arena = arena;
    x->own = own;
    x->archive = archive_open(path, arena, error);
    if (!x->archive) return NULL;
    pool_init(&x->names, arena);
    if (read_workbook(x, error)) return x;
    archive_close(x->archive);
    return NULL;
}

struct xlsx *xlsx_open(const char *path, struct arena *arena, struct str *error) { return open_book(path, false, arena, error); }

struct xlsx *xlsx_open_own(const char *path, struct arena *arena, struct str *error) { return open_book(path, true, arena, error); }

struct xlsx *xlsx_beside(const struct xlsx *xlsx, struct arena *arena)
{
    struct xlsx *beside = arena_new(arena, struct xlsx);
    *beside = (struct xlsx){.arena = arena,
                            .archive = archive_beside(xlsx->archive, arena),
                            .sheets = {xlsx->sheets.at, xlsx->sheets.n, xlsx->sheets.cap},
                            .date_styles = {xlsx->date_styles.at, xlsx->date_styles.n, xlsx->date_styles.cap},
                            .strings = {xlsx->strings.at, xlsx->strings.n, xlsx->strings.cap},
                            .from_1904 = xlsx->from_1904,
                            .own = xlsx->own};
    if (!beside->archive) return NULL;
    pool_init(&beside->names, arena);
    return beside;
}

size_t xlsx_sheet_count(const struct xlsx *xlsx) { return xlsx->sheets.n; }

struct xlsx_sheet xlsx_sheet(const struct xlsx *xlsx, size_t i)
{
    assert(i < xlsx->sheets.n);
    return xlsx->sheets.at[i].face;
}

/* Sheets of other kinds than rows and columns. */
static bool is_rowless(struct str type)
{
    return str_eq(type, S("chartsheet")) || str_eq(type, S("dialogsheet")) || str_eq(type, S("xlMacrosheet")) ||
           str_eq(type, S("xlIntlMacrosheet"));
}

static bool read_rows(struct xlsx *xlsx, size_t i, bool plain, xlsx_row_fn *row, void *context, struct str *error)
{
    assert(i < xlsx->sheets.n);
    const struct sheet *sheet = &xlsx->sheets.at[i];
    if (is_rowless(sheet->type)) return true;
    if (!str_eq(sheet->type, S("worksheet"))) {
        struct str id = archive_printable(xlsx->arena, sheet->relation);
        *error = str_format(xlsx->arena, "sheet %zu: relationship \"%.*s\" leads to no worksheet", i + 1, STR_ARG(id));
        return false;
    }
    struct reader reader = {.x = xlsx, .root = WORKSHEET, .wanted = ROWS, .give_row = row, .context = context, .plain = plain};
    bool read = find_part(&reader, sheet->part, error) && xlsx_read_part(&reader, true, error);
    xlsx->sheets.at[i].face.extras = reader.extras;
    return read;
}

bool xlsx_rows(struct xlsx *xlsx, size_t i, xlsx_row_fn *row, void *context, struct str *error)
{
    return read_rows(xlsx, i, false, row, context, error);
}

bool xlsx_rows_plain(struct xlsx *xlsx, size_t i, xlsx_row_fn *row, void *context, struct str *error)
{
    return read_rows(xlsx, i, true, row, context, error);
}

/* Drawings in VML may have any extension and need not be well-formed; what Excel reads as XML ends in one of these. */
static bool is_xml(struct str key) { return str_ends(key, S(".xml")) || str_ends(key, S(".rels")); }

bool xlsx_check(struct xlsx *xlsx, struct str *error)
{
    for (size_t i = 0; i < archive_count(xlsx->archive); i++) {
        struct reader reader = {.x = xlsx, .part = archive_part(xlsx->archive, i)};
        if (!reader.part->sound && !xlsx_read_part(&reader, is_xml(reader.part->key), error)) return false;
    }
    return true;
}

void xlsx_close(struct xlsx *xlsx) { archive_close(xlsx->archive); }
