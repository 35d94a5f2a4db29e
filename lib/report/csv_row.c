#include "csv_row.h"

#include <string.h>

#include "utf8.h"

/* A cell that a spreadsheet would take for a formula. */
static bool is_active(struct str value) { return value.n && strchr("=+-@\t\r\n", value.p[0]) != NULL; }

void csv_cell_raw(struct csv_row *row, struct str value)
{
    if (row->begun) putc(';', row->out);
    row->begun = true;
    putc('"', row->out);
    for (struct str piece; utf8_next(&value, &piece);)
        for (size_t i = 0; i < piece.n; i++) {
            if (piece.p[i] == '"') putc('"', row->out);
            putc(piece.p[i], row->out);
        }
    putc('"', row->out);
}

void csv_cell(struct csv_row *row, struct str value)
{
    csv_cell_raw(row, is_active(value) ? str_join(row->scratch, S("'"), value) : value);
}

void csv_end(struct csv_row *row)
{
    fputs("\r\n", row->out);
    row->begun = false;
}

void csv_heading(FILE *out, const enum text_id *names, size_t n, bool english, struct arena *scratch)
{
    struct csv_row row = {.out = out, .scratch = scratch};
    fputs("\xEF\xBB\xBF", out);
    for (size_t i = 0; i < n; i++) csv_cell(&row, text_str(names[i], english));
    csv_end(&row);
}
