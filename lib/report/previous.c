#include "effcheck/previous.h"

#include "effcheck/pool.h"
#include "effcheck/xlsx.h"
#include "effcheck/xlsx_value.h"
#include "previous_reading.h"

enum { HEAD_ROWS = 300, HEAD_LONGEST = 120 }; /* rows in which heads are looked for; bytes of a head */

struct column {
    uint8_t role;   /* column of the table + 1; 0 = none of its */
    uint16_t extra; /* index in past.extra_heads + 1; 0 = not yet met */
    struct str head;
};

struct sheet_walk {
    struct reading_past *r;
    struct pool heads;          /* folded heads of all tables, in both languages */
    uint64_t *tables;           /* [head][kind]: bit set of the columns so called */
    struct str sheet;
    struct found_table *table;  /* NULL = its heads were not met yet */
    enum follow_table_kind kind;
    ARRAY(struct column) columns;
    bool good;
    struct arena scratch;
};

struct str words_joined(struct arena *arena, struct str a, struct str b)
{
    if (!a.n || !b.n || str_eq(a, b)) return a.n ? a : b;
    return str_format(arena, "%.*s; %.*s", STR_ARG(a), STR_ARG(b));
}

/* ---- heads ---- */

static void know_heads(struct sheet_walk *w)
{
    const size_t all_heads = (size_t)2 * TABLE_KINDS * FOLLOW_COLUMNS_MAX;
    w->tables = arena_new_n(&w->scratch, uint64_t, (all_heads + 1) * TABLE_KINDS);
    pool_init(&w->heads, &w->scratch);
    for (enum follow_table_kind kind = 0; kind < TABLE_KINDS; kind++) {
        const struct follow_table *table = follow_table_of(kind);
        for (size_t i = 0; i < table->n; i++)
            for (int english = 0; english < 2; english++) {
                uint32_t id = pool_id(&w->heads, str_fold(&w->scratch, text_str(table->heads[i], english)));
                w->tables[id * TABLE_KINDS + kind] |= UINT64_C(1) << i;
            }
    }
}

/* Columns of each table that a cell names; NULL = none. */
static const uint64_t *named(const struct sheet_walk *w, struct str cell)
{
    char folded[2 * HEAD_LONGEST];
    uint32_t id;
    if (cell.n > HEAD_LONGEST) return NULL;
    struct str key = {folded, str_fold_into(cell, folded)};
    return key.n && pool_find(&w->heads, key, &id) ? &w->tables[(size_t)id * TABLE_KINDS] : NULL;
}

static bool is_head_of(const struct sheet_walk *w, const struct xlsx_cell *cells, size_t n, enum follow_table_kind kind)
{
    const struct follow_table *table = follow_table_of(kind);
    bool seen[2] = {false};
    for (size_t i = 0; i < n; i++) {
        const uint64_t *columns = named(w, cells[i].text);
        for (int k = 0; columns && k < 2; k++) seen[k] |= (columns[kind] >> table->sign[k]) & 1;
    }
    return seen[0] && seen[1];
}

static uint8_t first_role(uint64_t columns)
{
    uint8_t role = 1;
    while (!(columns & 1)) columns >>= 1, role++;
    return role;
}

static void take_heads(struct sheet_walk *w, const struct xlsx_cell *cells, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        while (w->columns.n <= cells[i].column) *array_push(&w->scratch, &w->columns) = (struct column){0};
        struct column *column = &w->columns.at[cells[i].column];
        const uint64_t *columns = named(w, cells[i].text);
        column->head = str_copy(w->r->arena, str_trim(cells[i].text));
        if (!columns || !columns[w->kind]) continue;
        column->role = first_role(columns[w->kind]);
        w->table->has |= UINT32_C(1) << (column->role - 1);
    }
}

static void fault(struct sheet_walk *w, enum diag_kind kind, struct str value, struct str detail)
{
    diag_add(w->r->diags, (struct diag){.kind = kind, .file = w->r->past->path, .value = value, .detail = detail});
    w->good = false;
}

static bool look_for_heads(struct sheet_walk *w, const struct xlsx_cell *cells, size_t n)
{
    for (enum follow_table_kind kind = 0; kind < TABLE_KINDS; kind++) {
        if (!is_head_of(w, cells, n, kind)) continue;
        struct found_table *table = &w->r->tables[kind];
        if (table->found) {
            fault(w, DIAG_PREVIOUS_TWICE, table->sheet, w->sheet);
            return false;
        }
        table->found = true;
        table->sheet = w->sheet;
        w->table = table;
        w->kind = kind;
        take_heads(w, cells, n);
        return true;
    }
    return true;
}

/* ---- rows ---- */

static struct str text_of(struct sheet_walk *w, const struct xlsx_cell *cell)
{
    char digits[XLSX_PLAIN_NUMBER];
    size_t n = cell->kind == XLSX_NUMBER ? xlsx_plain_number(cell->text, digits) : 0;
    return str_copy(w->r->arena, n ? (struct str){digits, n} : str_trim(cell->text));
}

static uint16_t extra_index(struct sheet_walk *w, struct column *column, uint32_t number)
{
    struct past *past = w->r->past;
    if (column->extra) return (uint16_t)(column->extra - 1);
    char ref[XLSX_REF_TEXT];
    xlsx_ref_text(1, number, ref);
    struct str letters = str_sub(str_from(ref), 0, str_find(str_from(ref), '1'));
    struct str head = column->head.n ? column->head : str_format(w->r->arena, "%.*s", STR_ARG(letters));
    size_t i = 0;
    while (i < past->extra_heads.n && !str_eq(past->extra_heads.at[i], head)) i++;
    if (i == past->extra_heads.n && i < EXTRA_MAX) *array_push(w->r->arena, &past->extra_heads) = head;
    if (i == EXTRA_MAX) i--;
    column->extra = (uint16_t)(i + 1);
    return (uint16_t)i;
}

static void take_cell(struct sheet_walk *w, struct table_row *row, const struct xlsx_cell *cell)
{
    struct str text = text_of(w, cell);
    if (!text.n) return;
    row->filled++;
    while (w->columns.n <= cell->column) *array_push(&w->scratch, &w->columns) = (struct column){0};
    struct column *column = &w->columns.at[cell->column];
    if (column->role) {
        struct str *at = &row->cells[column->role - 1];
        *at = words_joined(w->r->arena, *at, text); /* a head may stand twice: an auditor's own column of notes */
    } else if (w->kind <= TABLE_TRAIL) {
        *array_push(w->r->arena, &row->extra) = (struct extra_cell){extra_index(w, column, cell->column), text};
    }
}

static bool take_row(void *context, uint32_t number, const struct xlsx_cell *cells, size_t n)
{
    struct sheet_walk *w = context;
    if (!w->table) return number <= HEAD_ROWS && look_for_heads(w, cells, n);
    struct table_row row = {.number = number, .cells = arena_new_n(w->r->arena, struct str, follow_table_of(w->kind)->n)};
    for (size_t i = 0; i < n; i++) take_cell(w, &row, &cells[i]);
    if (row.filled) *array_push(w->r->arena, &w->table->rows) = row;
    return true;
}

static void walk_sheet(struct sheet_walk *w, struct xlsx *book, size_t i)
{
    struct str error = {0};
    w->sheet = str_copy(w->r->arena, xlsx_sheet(book, i).name);
    w->table = NULL;
    w->columns.n = 0;
    if (!xlsx_rows(book, i, take_row, w, &error)) fault(w, DIAG_PREVIOUS_UNREADABLE, (struct str){0}, error);
}

/* ---- what has to be there ---- */

static struct str listed(struct arena *arena, struct str list, struct str head)
{
    return str_format(arena, "%.*s%s\"%.*s\"", STR_ARG(list), list.n ? ", " : "", STR_ARG(head));
}

static void check_table(struct sheet_walk *w, enum follow_table_kind kind)
{
    const struct follow_table *table = follow_table_of(kind);
    const struct found_table *found = &w->r->tables[kind];
    struct str list = {0};
    if (!found->found) {
        for (int k = 0; k < 2; k++) list = listed(w->r->arena, list, text_str(table->heads[table->sign[k]], false));
        fault(w, DIAG_PREVIOUS_FOREIGN, list, (struct str){0});
        return;
    }
    for (size_t i = 0; i < table->n; i++)
        if (((table->needed >> i) & 1) && !((found->has >> i) & 1)) list = listed(w->r->arena, list, text_str(table->heads[i], false));
    if (list.n) fault(w, DIAG_PREVIOUS_COLUMN, found->sheet, list);
}

static bool read_tables(struct reading_past *r, struct xlsx *book)
{
    struct sheet_walk w = {.r = r, .good = true, .scratch = {.out_of_memory = r->arena->out_of_memory}};
    struct str error = {0};
    know_heads(&w);
    for (size_t i = 0; w.good && i < xlsx_sheet_count(book); i++) walk_sheet(&w, book, i);
    if (w.good && !xlsx_check(book, &error)) fault(&w, DIAG_PREVIOUS_UNREADABLE, (struct str){0}, error);
    for (enum follow_table_kind kind = 0; w.good && kind < TABLE_KINDS; kind++) check_table(&w, kind);
    arena_release(&w.scratch);
    return w.good;
}

bool previous_read(struct past *past, struct str path, const struct previous_wanted *wanted, struct arena *arena, struct diags *diags)
{
    struct reading_past r = {.past = past, .arena = arena, .diags = diags};
    struct str error = {0};
    *past = (struct past){.path = path};
    struct xlsx *book = xlsx_open(str_copy(arena, path).p, arena, &error);
    if (!book) {
        diag_add(diags, (struct diag){.kind = DIAG_PREVIOUS_UNREADABLE, .file = path, .detail = error});
        return false;
    }
    bool good = read_tables(&r, book);
    xlsx_close(book);
    return good && past_from_rows(&r, wanted);
}
