#include "effcheck/table.h"

#include <string.h>

#include "effcheck/xlsx_value.h"

struct table table_of_text(struct str text, struct dialect dialect, struct arena *scratch)
{
    return (struct table){.dialect = dialect, .text = text, .scratch = scratch};
}

struct table table_of_sheet(struct xlsx *book, size_t sheet, struct arena *scratch)
{
    return (struct table){.book = book, .sheet = sheet, .name = xlsx_sheet(book, sheet).name, .scratch = scratch};
}

static void each_of_text(const struct table *table, record_fn *take, looks_like_record_fn *looks_like_record, void *context)
{
    struct csv_reader csv;
    struct record record;
    csv_open(&csv, table->text, table->dialect, table->scratch);
    csv_begin_at(&csv, table->from);
    csv.looks_like_record = looks_like_record;
    csv.context = context;
    while (csv_next(&csv, &record) && take(context, &record)) continue;
    csv_close(&csv);
}

/* ---- sheets ---- */

struct walk {
    struct arena *scratch;
    record_fn *take;
    void *context;
    bool never_computed, too_much;
    size_t bytes; /* of text given so far */
    ARRAY(struct str) cells;
    ARRAY(uint8_t) kinds;
    ARRAY(char) numbers; /* texts of the number cells of the row */
};

static struct str number_text(struct walk *walk, struct str number)
{
    char *text = walk->numbers.at + walk->numbers.n;
    size_t n = xlsx_plain_number(number, text);
    walk->numbers.n += n;
    return n ? (struct str){text, n} : number;
}

static void put_cell(struct walk *walk, const struct xlsx_cell *cell)
{
    static const struct str nothing = {0};
    while (walk->cells.n <= cell->column) {
        *array_push(walk->scratch, &walk->cells) = nothing;
        *array_push(walk->scratch, &walk->kinds) = CELL_TEXT;
    }
    bool never = cell->kind == XLSX_ERROR && cell->text.n == 0;
    struct str text = never ? S(TABLE_NEVER_COMPUTED) : str_trim(cell->text);
    walk->never_computed |= never;
    bool number = cell->kind == XLSX_NUMBER;
    walk->cells.at[cell->column] = number ? number_text(walk, text) : text;
    walk->kinds.at[cell->column] = number ? CELL_NUMBER : CELL_TEXT;
}

/* The row as a spreadsheet puts it on the clipboard. */
static struct str raw_row(const struct walk *walk)
{
    size_t room = walk->cells.n + 1, n = 0;
    for (size_t i = 0; i < walk->cells.n; i++) room += walk->cells.at[i].n;
    char *raw = arena_alloc(walk->scratch, room);
    for (size_t i = 0; i < walk->cells.n; i++) {
        if (i) raw[n++] = '\t';
        if (walk->cells.at[i].n) memcpy(raw + n, walk->cells.at[i].p, walk->cells.at[i].n);
        n += walk->cells.at[i].n;
    }
    return (struct str){raw, n};
}

static bool take_row(void *context, uint32_t row, const struct xlsx_cell *cells, size_t n)
{
    struct walk *walk = context;
    walk->cells.n = walk->kinds.n = walk->numbers.n = 0;
    array_reserve(walk->scratch, &walk->numbers, n * XLSX_PLAIN_NUMBER);
    for (size_t i = 0; i < n; i++) {
        put_cell(walk, &cells[i]);
        walk->bytes += cells[i].text.n;
    }
    walk->too_much = walk->bytes > TABLE_SHEET_TEXT_MAX;
    if (walk->too_much) return false;
    struct record record = {.cells = walk->cells.at, .kinds = walk->kinds.at, .n = walk->cells.n, .line = row, .lines = 1, .raw = raw_row(walk)};
    return walk->take(walk->context, &record);
}

bool table_each(const struct table *table, record_fn *take, looks_like_record_fn *looks_like_record, void *context, struct str *error)
{
    struct walk walk = {.scratch = table->scratch, .take = take, .context = context};
    if (!table->book) {
        each_of_text(table, take, looks_like_record, context);
        return true;
    }
    bool good = xlsx_rows(table->book, table->sheet, take_row, &walk, error);
    if (good && walk.too_much) *error = str_format(table->scratch, "sheet \"%.*s\": more than %zu MiB of text", STR_ARG(table->name), TABLE_SHEET_TEXT_MAX >> 20);
    good = good && !walk.too_much;
    if (table->never_computed) *table->never_computed |= walk.never_computed;
    return good;
}
