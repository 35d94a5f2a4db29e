#include "effcheck/ruletable.h"

#include <string.h>

#include "effcheck/csv.h"
#include "effcheck/source.h"

static size_t column_index(const struct ruletable_file *file, struct str name)
{
    size_t i = 0;
    while (i < file->columns.n && !str_eq_nocase(file->columns.at[i], name)) i++;
    return i;
}

struct str ruletable_cell(const struct ruletable *table, const struct ruletable_row *row, const char *column)
{
    size_t i = column_index(row->file, str_from(column));
    (void)table;
    return i < row->file->columns.n ? row->cells[i] : (struct str){0};
}

struct rule_place ruletable_place(const struct ruletable *table, const struct ruletable_row *row)
{
    return (struct rule_place){row->file->label, row->line, table, row};
}

struct diag ruletable_diag(const struct ruletable *table, const struct ruletable_row *row, const char *column, enum diag_kind kind,
                           struct str value, struct str detail)
{
    const struct ruletable_file *file = row ? row->file : table->file;
    size_t i = column_index(file, str_from(column));
    return (struct diag){.kind = kind, .file = file->path, .line = row ? row->line : 1,
                         .column_no = i < file->columns.n ? (uint32_t)i + 1 : 0, .column = str_from(column), .value = value, .detail = detail};
}

static void add_row(struct ruletable *table, const struct record *record, struct arena *arena)
{
    size_t columns = table->file->columns.n;
    struct ruletable_row row = {.file = table->file, .line = record->line, .cells = arena_new_n(arena, struct str, columns)};
    for (size_t i = 0; i < columns && i < record->n; i++) row.cells[i] = str_copy(arena, record->cells[i]);
    *array_push(arena, &table->rows) = row;
}

static bool is_comment(const struct record *record)
{
    if (record->n == 0 || (record->cells[0].n && record->cells[0].p[0] == '#')) return true;
    for (size_t i = 0; i < record->n; i++)
        if (record->cells[i].n) return false;
    return true; /* a row of empty cells, as spreadsheets leave them */
}

/* Rows after the header; a row with more cells than the header or a broken quote is a fault, never a guess. */
static bool read_rows(struct ruletable *table, struct csv_reader *reader, struct arena *arena, struct diags *diags)
{
    struct record record;
    bool good = true;
    while (csv_next(reader, &record)) {
        if (record.flags & (RECORD_UNCLOSED_QUOTE | RECORD_STRAY_QUOTE | RECORD_TOO_LONG | RECORD_TOO_WIDE)) {
            diag_add(diags, (struct diag){.kind = DIAG_PACK_VALUE_BAD, .file = table->path, .line = record.line, .column = table->file->columns.n ? table->file->columns.at[0] : (struct str){0},
                                          .value = S("\""), .detail = S("tanda kutip berpasangan / a closing quote")});
            good = false;
        }
        if (is_comment(&record)) continue;
        size_t extra = record.n;
        while (extra > table->file->columns.n && record.cells[extra - 1].n == 0) extra--;
        if (extra > table->file->columns.n) {
            struct str seen = str_format(arena, "%zu", extra), wanted = str_format(arena, "%zu", table->file->columns.n);
            diag_add(diags, (struct diag){.kind = DIAG_PACK_ROW_WIDE, .file = table->path, .line = record.line, .value = seen, .detail = wanted});
            good = false;
            continue;
        }
        add_row(table, &record, arena);
    }
    return good;
}

static bool check_columns(const struct ruletable *table, const char *needed, struct diags *diags)
{
    struct str name, rest = str_from(needed);
    bool good = true;
    while (str_split(&rest, ' ', &name)) {
        if (name.n == 0 || column_index(table->file, name) < table->file->columns.n) continue;
        diag_add(diags, (struct diag){.kind = DIAG_PACK_COLUMN_MISSING, .file = table->path, .line = 1, .value = name});
        good = false;
    }
    return good;
}

bool ruletable_parse(struct ruletable *table, struct str path, struct str text, const char *needed, struct arena *arena, struct diags *diags)
{
    struct str header = str_sub(text, 0, str_find(text, '\n'));
    char delimiter = str_find(header, ',') < header.n ? ',' : str_find(header, ';') < header.n ? ';' : ',';
    struct csv_reader reader;
    struct record record;
    struct ruletable_file *file = arena_new(arena, struct ruletable_file);
    file->path = str_copy(arena, path);
    file->label = str_base_name(file->path);
    *table = (struct ruletable){.path = file->path, .file = file};
    csv_open(&reader, text, (struct dialect){delimiter, 0}, arena);
    if (csv_next(&reader, &record))
        for (size_t i = 0; i < record.n; i++) *array_push(arena, &file->columns) = str_copy(arena, record.cells[i]);
    bool good = check_columns(table, needed, diags) && read_rows(table, &reader, arena, diags);
    csv_close(&reader);
    return good;
}

bool ruletable_load(struct ruletable *table, struct str path, const char *needed, struct arena *arena, struct diags *diags)
{
    struct source source;
    struct diags faults = {.arena = arena};
    *table = (struct ruletable){.path = path};
    if (!source_open(&source, path, arena, &faults)) {
        struct str why = diag_sentence(arena, &faults.list.at[0], false);
        diag_add(diags, (struct diag){.kind = DIAG_PACK_TABLE_MISSING, .file = path, .detail = why});
        return false;
    }
    if (source.encoding == ENCODING_WORKBOOK) {
        diag_add(diags, (struct diag){.kind = DIAG_PACK_TABLE_MISSING, .file = path, .detail = str_from(encoding_name(source.encoding))});
        source_close(&source);
        return false;
    }
    bool good = ruletable_parse(table, path, source.text, needed, arena, diags);
    memcpy(table->sha256, source.sha256, sizeof table->sha256);
    source_close(&source);
    return good;
}

/* ---- one table over another ---- */

/* A row of `base` with this id that comes from `file`, or with `from` false from any other file; NULL = none. */
static struct ruletable_row *find_row(struct ruletable *base, struct str id, const struct ruletable_file *file, bool from)
{
    for (size_t i = 0; i < base->rows.n; i++) {
        struct ruletable_row *row = &base->rows.at[i];
        if ((row->file == file) == from && str_eq(ruletable_cell(base, row, "id"), id)) return row;
    }
    return NULL;
}

static void drop_row(struct ruletable *table, struct ruletable_row *row)
{
    size_t behind = table->rows.n - (size_t)(row - table->rows.at) - 1;
    memmove(row, row + 1, behind * sizeof *row);
    table->rows.n--;
}

/* One id may stand in several rows, each for days of its own: all of them go. */
static bool drop_id(struct ruletable *base, struct str id, const struct ruletable_file *own)
{
    struct ruletable_row *row;
    bool any = false;
    for (; (row = find_row(base, id, own, false)); any = true) drop_row(base, row);
    return any;
}

bool ruletable_extend(struct ruletable *base, const struct ruletable *own, struct arena *arena, struct diags *diags)
{
    struct ruletable out = *own;
    bool good = true;
    memset(&out.rows, 0, sizeof out.rows);
    for (size_t i = 0; i < own->rows.n; i++) {
        const struct ruletable_row *row = &own->rows.at[i];
        struct str id = ruletable_cell(own, row, "id");
        if (str_starts(id, S("!"))) {
            if (drop_id(base, str_sub(id, 1, id.n), row->file)) continue;
            diag_add(diags, ruletable_diag(own, row, "id", DIAG_PACK_UNKNOWN, id, base->path));
            good = false;
            continue;
        }
        struct ruletable_row *replaced = find_row(base, id, row->file, false);
        if (replaced) *replaced = *row;
        else *array_push(arena, &out.rows) = *row; /* an id that own has twice for the same days is found by the pack */
    }
    for (size_t i = 0; i < own->rows.n; i++) {
        struct str id = ruletable_cell(own, &own->rows.at[i], "id");
        if (find_row(base, id, own->file, true)) drop_id(base, id, own->file);
    }
    for (size_t i = 0; i < base->rows.n; i++) *array_push(arena, &out.rows) = base->rows.at[i];
    const struct str digests[] = {str_from(base->sha256), str_from(own->sha256)};
    sha256_hex(digests, 2, out.sha256);
    *base = out;
    return good;
}
