/*
 * Are the cells of a report those of a fresh one? What somebody wrote beside them, into cells that the report leaves empty, is the
 * reader's own: notes, the status of a finding, a class chosen.
 */
#include <math.h>
#include <stdlib.h>

#include "effcheck/trace.h"
#include "effcheck/xlsx.h"

/* Cells of one sheet in the order of reading. */
struct kept_cell {
    uint32_t row, column;
    bool number, formula;
    struct str text;
};
struct kept_sheet {
    struct str name;
    ARRAY(struct kept_cell) cells;
};
typedef ARRAY(struct kept_sheet) kept_sheets;

struct keeping {
    struct arena *arena;
    struct kept_sheet *sheet;
};

static bool keep_row(void *context, uint32_t row, const struct xlsx_cell *cells, size_t n)
{
    struct keeping *k = context;
    for (size_t i = 0; i < n; i++)
        *array_push(k->arena, &k->sheet->cells) =
            (struct kept_cell){row - 1, cells[i].column, cells[i].kind == XLSX_NUMBER, cells[i].formula, str_copy(k->arena, cells[i].text)};
    return true;
}

static bool keep_all(const char *path, kept_sheets *out, struct arena *arena, struct str *error)
{
    struct xlsx *xlsx = xlsx_open(path, arena, error);
    bool sound = xlsx != NULL;
    for (size_t i = 0; sound && i < xlsx_sheet_count(xlsx); i++) {
        *array_push(arena, out) = (struct kept_sheet){.name = str_copy(arena, xlsx_sheet(xlsx, i).name)};
        sound = xlsx_rows(xlsx, i, keep_row, &(struct keeping){arena, &out->at[i]}, error);
    }
    if (xlsx) xlsx_close(xlsx);
    return sound;
}

/* Fifteen digits are what a spreadsheet keeps; shares are stored in hundredths of a percent, and a spreadsheet reckons them finer. */
static bool same_number(const struct kept_cell *a, const struct kept_cell *b)
{
    const double digits = 1e-14, share = 1e-4;
    double x = strtod(a->text.p, NULL), y = strtod(b->text.p, NULL), apart = fabs(x - y);
    return apart <= digits * fabs(x) || (a->formula && apart <= share);
}

static bool same_cell(const struct kept_cell *a, const struct kept_cell *b)
{
    return a->number && b->number ? same_number(a, b) : str_eq(a->text, b->text);
}

static int place_cmp(const struct kept_cell *a, const struct kept_cell *b)
{
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

static const struct kept_sheet *sheet_named(const kept_sheets *sheets, struct str name)
{
    for (size_t i = 0; i < sheets->n; i++)
        if (str_eq(sheets->at[i].name, name)) return &sheets->at[i];
    return NULL;
}

static struct str place(struct arena *arena, const struct kept_cell *cell)
{
    struct str letters = {0};
    for (uint32_t column = cell->column + 1; column; column = (column - 1) / 26)
        letters = str_format(arena, "%c%.*s", (char)('A' + (column - 1) % 26), STR_ARG(letters));
    return str_format(arena, "%.*s%u", STR_ARG(letters), cell->row + 1);
}

/* Both in reading order: one pass. */
static void compare_sheet(const struct kept_sheet *then, const struct kept_sheet *now, trace_differences *list, struct arena *arena)
{
    size_t at = 0;
    for (size_t i = 0; i < now->cells.n; i++) {
        const struct kept_cell *cell = &now->cells.at[i];
        while (then && at < then->cells.n && place_cmp(&then->cells.at[at], cell) < 0) at++;
        bool there = then && at < then->cells.n && place_cmp(&then->cells.at[at], cell) == 0;
        if (there && same_cell(&then->cells.at[at], cell)) continue;
        *array_push(arena, list) =
            (struct trace_difference){now->name, place(arena, cell), there ? then->cells.at[at].text : (struct str){0}, cell->text};
    }
}

bool trace_compare_cells(const char *then, const char *now, trace_differences *list, struct arena *arena, struct str *error)
{
    kept_sheets old = {0}, new = {0};
    if (!keep_all(then, &old, arena, error) || !keep_all(now, &new, arena, error)) return false;
    for (size_t i = 0; i < new.n; i++) compare_sheet(sheet_named(&old, new.at[i].name), &new.at[i], list, arena);
    return true;
}
