/*
 * workbook_reading.h - a written workbook as a list of cells, read by the reader that shares no code with the writer.
 */
#ifndef EFFCHECK_TESTS_WORKBOOK_READING_H
#define EFFCHECK_TESTS_WORKBOOK_READING_H

#include "effcheck/xlsx.h"
#include "effcheck/xlsx_value.h"
#include "testing.h"

struct read_cell {
    size_t sheet;
    uint32_t row, column;
    enum xlsx_kind kind;
    bool formula;
    struct str text;
};
struct workbook {
    struct arena *arena;
    ARRAY(struct str) sheets;
    ARRAY(struct read_cell) cells;
};

static inline bool keep_row(void *context, uint32_t row, const struct xlsx_cell *cells, size_t n)
{
    struct workbook *book = context;
    for (size_t i = 0; i < n; i++)
        *array_push(book->arena, &book->cells) = (struct read_cell){.sheet = book->sheets.n,
                                                                    .row = row,
                                                                    .column = cells[i].column,
                                                                    .kind = cells[i].kind,
                                                                    .formula = cells[i].formula,
                                                                    .text = str_copy(book->arena, cells[i].text)};
    return true;
}

static inline struct workbook workbook_read(struct arena *arena, const char *path)
{
    struct workbook book = {.arena = arena};
    struct str error = {0};
    struct xlsx *xlsx = xlsx_open(path, arena, &error);
    if (!xlsx) fail_msg("%s: %.*s", path, STR_ARG(error));
    for (size_t i = 0; i < xlsx_sheet_count(xlsx); i++) {
        struct str name = str_copy(arena, xlsx_sheet(xlsx, i).name);
        if (!xlsx_rows(xlsx, i, keep_row, &book, &error)) fail_msg("%s: %.*s", path, STR_ARG(error));
        *array_push(arena, &book.sheets) = name;
    }
    if (!xlsx_check(xlsx, &error)) fail_msg("%s: %.*s", path, STR_ARG(error));
    xlsx_close(xlsx);
    return book;
}

static inline size_t workbook_sheet(const struct workbook *book, const char *name)
{
    for (size_t i = 0; i < book->sheets.n; i++)
        if (str_eq(book->sheets.at[i], str_from(name))) return i;
    fail_msg("no sheet \"%s\"", name);
    return 0;
}

/* The cell at e.g. "B7"; NULL when it is empty. */
static inline const struct read_cell *workbook_cell(const struct workbook *book, const char *sheet, const char *ref)
{
    uint32_t row, column;
    size_t at = workbook_sheet(book, sheet);
    assert_true(xlsx_ref(str_from(ref), &row, &column));
    for (size_t i = 0; i < book->cells.n; i++) {
        const struct read_cell *cell = &book->cells.at[i];
        if (cell->sheet == at && cell->row == row && cell->column == column) return cell;
    }
    return NULL;
}

static inline struct str workbook_text(const struct workbook *book, const char *sheet, const char *ref)
{
    const struct read_cell *cell = workbook_cell(book, sheet, ref);
    return cell ? cell->text : S("");
}

/* Does some cell of the sheet contain the text? */
static inline bool workbook_says(const struct workbook *book, const char *sheet, const char *text)
{
    size_t at = workbook_sheet(book, sheet);
    for (size_t i = 0; i < book->cells.n; i++)
        if (book->cells.at[i].sheet == at && str_contains(book->cells.at[i].text, str_from(text))) return true;
    return false;
}

#endif
