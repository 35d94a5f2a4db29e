#include "effcheck/ruletable.h"

#include <string.h>

#include "effcheck/csv.h"
#include "effcheck/source.h"

static size_t column_index(const struct ruletable *table, struct str name)
{
    size_t i = 0;
    while (i < table->columns.n && !str_eq_nocase(table->columns.at[i], name)) i++;
    return i;
}

struct str ruletable_cell(const struct ruletable *table, const struct ruletable_row *row, const char *column)
{
    size_t i = column_index(table, str_from(column));
    return i < table->columns.n ? row->cells[i] : (struct str){0};
}

struct diag ruletable_diag(const struct ruletable *table, const struct ruletable_row *row, const char *column, enum diag_kind kind,
                           struct str value, struct str detail)
{
    size_t i = column_index(table, str_from(column));
    return (struct diag){.kind = kind, .file = table->path, .line = row ? row->line : 1,
                         .column_no = i < table->columns.n ? (uint32_t)i + 1 : 0, .column = str_from(column), .value = value, .detail = detail};
}

static void add_row(struct ruletable *table, const struct record *record, struct arena *arena)
{
    struct ruletable_row row = {.line = record->line, .cells = arena_new_n(arena, struct str, table->columns.n)};
    for (size_t i = 0; i < table->columns.n && i < record->n; i++) row.cells[i] = str_copy(arena, record->cells[i]);
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
        if (record.flags & (RECORD_UNCLOSED_QUOTE | RECORD_STRAY_QUOTE)) {
            diag_add(diags, (struct diag){.kind = DIAG_PACK_VALUE_BAD, .file = table->path, .line = record.line, .column = table->columns.n ? table->columns.at[0] : (struct str){0},
                                          .value = S("\""), .detail = S("tanda kutip berpasangan / a closing quote")});
            good = false;
        }
        if (is_comment(&record)) continue;
        size_t extra = record.n;
        while (extra > table->columns.n && record.cells[extra - 1].n == 0) extra--;
        if (extra > table->columns.n) {
            struct str seen = str_format(arena, "%zu", extra), wanted = str_format(arena, "%zu", table->columns.n);
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
        if (name.n == 0 || column_index(table, name) < table->columns.n) continue;
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
    *table = (struct ruletable){.path = str_copy(arena, path)};
    csv_open(&reader, text, (struct dialect){delimiter, 0}, arena);
    if (csv_next(&reader, &record))
        for (size_t i = 0; i < record.n; i++) *array_push(arena, &table->columns) = str_copy(arena, record.cells[i]);
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
    bool good = ruletable_parse(table, path, source.text, needed, arena, diags);
    memcpy(table->sha256, source.sha256, sizeof table->sha256);
    source_close(&source);
    return good;
}
