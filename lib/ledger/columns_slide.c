#include <string.h>

#include "effcheck/columns.h"

enum { SAMPLE_RECORDS = 200, ROW_OF_A_TABLE = 3 }; /* fewer cells: a heading or a signature */

/* How often each column is filled in the first records below the header. */
struct usage {
    const struct columns *columns;
    struct arena *arena;
    uint32_t index, seen;
    ARRAY(uint32_t) filled;
};

static bool count_record(void *context, const struct record *record)
{
    static const uint32_t none = 0;
    struct usage *usage = context;
    const struct columns *columns = usage->columns;
    size_t filled = 0;
    bool below = usage->index++ >= columns->first_record + columns->header_records;
    for (size_t i = 0; i < record->n; i++) filled += record->cells[i].n != 0;
    if (!below || filled < ROW_OF_A_TABLE || columns_is_header_again(columns, record)) return true;
    while (usage->filled.n < record->n) *array_push(usage->arena, &usage->filled) = none;
    for (size_t i = 0; i < record->n; i++) usage->filled.at[i] += record->cells[i].n != 0;
    return ++usage->seen < SAMPLE_RECORDS;
}

static bool is_text(int role)
{
    return role == ROLE_ACCOUNT_CODE || role == ROLE_ACCOUNT_NAME || role == ROLE_TEXT;
}

static bool matters(const struct columns *columns, size_t column)
{
    int role = columns->role_of[column];
    bool one = is_text(role) || role == ROLE_MURNI || role == ROLE_KINI || role == ROLE_REALISASI;
    return one && columns->at[role] == (int)column;
}

/* Filled, without a name, and not given away yet. */
static bool is_free(const struct columns *columns, const struct usage *usage, size_t column)
{
    if (column >= usage->filled.n || usage->filled.at[column] == 0) return false;
    if (column < columns->width && columns->names[column].n) return false;
    for (size_t i = 0; i < columns->slides.n; i++)
        if (columns->slides.at[i].from == column) return false;
    return true;
}

static void slide(struct columns *columns, size_t from, size_t to, struct arena *arena)
{
    *array_push(arena, &columns->slides) = (struct column_slide){(uint16_t)from, (uint16_t)to};
}

/* The unnamed columns between this name and the next; an amount takes only one, from the left where there is none on the right. */
static void claim(struct columns *columns, const struct usage *usage, size_t column, struct arena *arena)
{
    bool text = is_text(columns->role_of[column]), empty = column >= usage->filled.n || usage->filled.at[column] == 0;
    size_t before = columns->slides.n, last = usage->filled.n;
    if (!empty && !text) return;
    size_t i = column + 1;
    for (; i < last && !(i < columns->width && columns->names[i].n); i++) {
        if (!is_free(columns, usage, i) || (!text && columns->slides.n > before)) continue;
        if (empty || i < columns->width) slide(columns, i, column, arena); /* behind the last name there may be anything */
    }
    if (!empty || columns->slides.n > before) return;
    for (i = column; i-- > 0 && !columns->names[i].n;)
        if (is_free(columns, usage, i)) {
            slide(columns, i, column, arena);
            return;
        }
}

void columns_find_slides(struct columns *columns, const struct table *table, struct arena *arena)
{
    struct usage usage = {.columns = columns, .arena = table->scratch};
    struct str ignored;
    table_each(table, count_record, NULL, &usage, &ignored);
    if (usage.seen == 0 || usage.filled.n > UINT16_MAX) return;
    for (size_t i = 0; i < columns->width; i++)
        if (columns->role_of[i] >= 0 && matters(columns, i)) claim(columns, &usage, i, arena);
}

/* Parts of a code are parted by points, parts of a name by blanks; an amount is never joined. */
static struct str joined(const struct columns *columns, struct str to, struct str from, size_t column, struct arena *scratch)
{
    if (!is_text(columns->role_of[column])) return to;
    const char *between = columns->role_of[column] == ROLE_ACCOUNT_CODE ? "." : " ";
    return str_format(scratch, "%.*s%s%.*s", STR_ARG(to), between, STR_ARG(from));
}

void columns_slide_record(const struct columns *columns, struct record *record, struct slid_cells *cells, struct arena *scratch)
{
    size_t n = record->n > columns->width ? record->n : columns->width;
    array_reserve(scratch, &cells->cells, n);
    array_reserve(scratch, &cells->kinds, n);
    memset(cells->cells.at, 0, n * sizeof *cells->cells.at);
    memset(cells->kinds.at, CELL_TEXT, n);
    if (record->n) memcpy(cells->cells.at, record->cells, record->n * sizeof *record->cells);
    if (record->n && record->kinds) memcpy(cells->kinds.at, record->kinds, record->n);
    for (size_t i = 0; i < columns->slides.n; i++) {
        size_t from = columns->slides.at[i].from, to = columns->slides.at[i].to;
        if (from >= n || cells->cells.at[from].n == 0) continue;
        bool taken = cells->cells.at[to].n != 0;
        if (taken && !is_text(columns->role_of[to])) continue; /* two amounts: the row is ragged, and said to be */
        cells->cells.at[to] = taken ? joined(columns, cells->cells.at[to], cells->cells.at[from], to, scratch) : cells->cells.at[from];
        cells->kinds.at[to] = taken ? CELL_TEXT : cells->kinds.at[from];
        cells->cells.at[from] = (struct str){0};
    }
    record->cells = cells->cells.at;
    record->kinds = cells->kinds.at;
    record->n = n;
}

static bool is_words(struct str cell)
{
    return cell.n && money_scan(cell) == NUMBER_BAD;
}

static bool is_code(struct str cell)
{
    for (size_t i = 0; i < cell.n; i++)
        if (!strchr("0123456789. ", cell.p[i])) return false;
    return memchr(cell.p, '.', cell.n) != NULL;
}

/* No column between the name and the last amount holds words when its cells are taken from `shift` columns further right. */
static bool amounts_fit(const struct columns *columns, const struct record *record, size_t name, size_t shift)
{
    static const enum role amounts[] = {ROLE_MURNI, ROLE_KINI, ROLE_REALISASI};
    int last = 0;
    bool beside = false;
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        int at = columns->at[amounts[i]];
        if (at > last) last = at;
        beside |= at == (int)name + 1;
    }
    for (size_t i = name + 1; i <= (size_t)last && i + shift < record->n; i++)
        if (columns->role_of[i] >= 0 && is_words(record->cells[i + shift])) return false;
    return beside;
}

bool columns_rejoin_name(const struct columns *columns, struct record *record, struct slid_cells *cells, struct arena *scratch)
{
    int code = columns->at[ROLE_ACCOUNT_CODE], text = columns->at[columns->at[ROLE_ACCOUNT_NAME] >= 0 ? ROLE_ACCOUNT_NAME : ROLE_TEXT];
    size_t name = (size_t)text, shift = 0;
    bool spare = record->n > columns->width; /* else nothing can have been pushed to the right */
    if (!spare || code < 0 || text < code || name + 2 >= record->n || !is_words(record->cells[name + 1]) || !is_code(record->cells[code])) return false;
    while (name + 1 + shift < record->n && is_words(record->cells[name + 1 + shift])) shift++;
    if (name + 1 + shift >= record->n || record->cells[name + 1 + shift].n == 0 || !amounts_fit(columns, record, name, shift)) return false;
    struct str whole = record->cells[name];
    for (size_t i = 1; i <= shift; i++)
        whole = str_format(scratch, "%.*s%c %.*s", STR_ARG(whole), columns->dialect.delimiter, STR_ARG(record->cells[name + i]));
    array_reserve(scratch, &cells->cells, record->n);
    for (size_t i = 0; i + shift < record->n; i++) cells->cells.at[i] = i == name ? whole : record->cells[i < name ? i : i + shift];
    record->cells = cells->cells.at;
    record->n -= shift;
    return true;
}
