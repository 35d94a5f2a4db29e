/*
 * bare_xlsxwriter DUMP FOLDER BOOKS
 *
 * What libxlsxwriter alone costs: one thread that writes BOOKS workbooks with the cells of DUMP (dump_cells.py), in constant_memory,
 * and does nothing else. The yardstick of --per-opd in ./dev bench.
 *
 * DUMP holds one row a line, its cells parted by tabs: "tTEXT", "nNUMBER", "b" (a format alone), "" (no cell).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { PATH_SIZE = 4096 };

struct formats {
    lxw_format *text, *number, *blank;
};

static char *load(const char *path)
{
    FILE *in = fopen(path, "rb");
    if (!in || fseek(in, 0, SEEK_END) != 0) return NULL;
    long size = ftell(in);
    rewind(in);
    char *text = size >= 0 ? malloc((size_t)size + 1) : NULL;
    if (text && fread(text, 1, (size_t)size, in) != (size_t)size) text = NULL;
    if (text) text[size] = '\0';
    fclose(in);
    return text;
}

static void write_cell(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *cell, const struct formats *formats)
{
    if (cell[0] == 't')
        worksheet_write_string(sheet, row, column, cell + 1, formats->text);
    else if (cell[0] == 'n')
        worksheet_write_number(sheet, row, column, strtod(cell + 1, NULL), formats->number);
    else if (cell[0] == 'b')
        worksheet_write_blank(sheet, row, column, formats->blank);
}

/* The dump was cut at tabs and line ends beforehand: a cell ends in NUL, a row in "\n" as its last cell. */
static void write_rows(lxw_worksheet *sheet, const char *cells, const char *end, const struct formats *formats)
{
    lxw_row_t row = 0;
    lxw_col_t column = 0;
    for (const char *cell = cells; cell < end; cell += strlen(cell) + 1) {
        if (cell[0] == '\n') {
            row++;
            column = 0;
            continue;
        }
        write_cell(sheet, row, column++, cell, formats);
    }
}

static lxw_error write_book(const char *folder, int number, const char *cells, const char *end)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/bare_%04d.xlsx", folder, number);
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *book = workbook_new_opt(path, &options);
    struct formats formats = {workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
    format_set_font_size(formats.text, 8);
    format_set_num_format(formats.number, "#,##0");
    format_set_bg_color(formats.blank, 0xEDEFF2);
    write_rows(workbook_add_worksheet(book, "Kertas Kerja"), cells, end, &formats);
    return workbook_close(book);
}

/* Tabs and line ends to NUL; a "\n" cell of its own behind each row. The text grows by one byte a row, for which `load` has no room. */
static char *cut(const char *text, size_t *n)
{
    size_t rows = 0, size = strlen(text);
    for (size_t i = 0; i < size; i++) rows += text[i] == '\n';
    char *cells = malloc(size + 2 * rows + 1);
    if (!cells) return NULL;
    *n = 0;
    for (size_t i = 0; i < size; i++) {
        cells[(*n)++] = text[i] == '\t' || text[i] == '\n' ? '\0' : text[i];
        if (text[i] == '\n') cells[(*n)++] = '\n', cells[(*n)++] = '\0';
    }
    return cells;
}

int main(int argc, char **argv)
{
    char *text = argc == 4 ? load(argv[1]) : NULL;
    size_t n = 0;
    char *cells = text ? cut(text, &n) : NULL;
    if (!cells) {
        fprintf(stderr, "usage: bare_xlsxwriter DUMP FOLDER BOOKS\n");
        return 2;
    }
    for (int i = 0; i < atoi(argv[3]); i++)
        if (write_book(argv[2], i, cells, cells + n) != LXW_NO_ERROR) return 1;
    return 0;
}
