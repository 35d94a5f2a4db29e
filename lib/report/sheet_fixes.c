/*
 * One correction sheet for each unit, on pages of its own: what cannot be read, what would be accepted, room for the answer, and the
 * row as it stands. Printed or sent as it is.
 */
#include <stdlib.h>

#include "sheets.h"

enum { F_NUMBER, F_FILE, F_LINE, F_COLUMN, F_PROBLEM, F_ACCEPTED, F_ANSWER, F_RAW, F_COLUMNS };
enum { ROWS_MAX = 1048000 };

static const enum text_id HEADS[F_COLUMNS] = {
    TEXT_NUMBER, TEXT_FILE, TEXT_LINE, TEXT_COLUMN, TEXT_MESSAGE, TEXT_ACCEPTED, TEXT_ANSWER, TEXT_RAW_ROW,
};

struct sheet *fixes_open(struct report *report)
{
    const double widths[F_COLUMNS] = {5, 24, 8, 13, 42, 24, 24, 44};
    return book_long_sheet(report->book, report_text(report, TEXT_SHEET_FIXES), widths, F_COLUMNS);
}

/* A reject and to whom it goes. */
struct fix {
    uint32_t unit, reject;
};

static int by_unit(const void *a, const void *b)
{
    const struct fix *x = a, *y = b;
    if (x->unit != y->unit) return x->unit < y->unit ? -1 : 1;
    return (x->reject > y->reject) - (x->reject < y->reject);
}

static void put_fix(struct report *report, uint32_t row, size_t number, const struct reject *reject)
{
    struct sheet *sheet = report->fixes;
    struct diag diag = {.kind = reject->kind, .column = reject->column, .value = reject->value, .detail = reject->accepted};
    book_integer(sheet, row, F_NUMBER, STYLE_SMALL_INTEGER, (int64_t)number);
    book_text(sheet, row, F_FILE, STYLE_SMALL, file_words(report, reject->file));
    book_integer(sheet, row, F_LINE, STYLE_SMALL_INTEGER, reject->row);
    book_text(sheet, row, F_COLUMN, STYLE_SMALL, reject->column);
    book_text(sheet, row, F_PROBLEM, STYLE_SMALL, diag_sentence(report->arena, &diag, report->english));
    book_text(sheet, row, F_ACCEPTED, STYLE_SMALL, reject->accepted);
    book_blank(sheet, row, F_ANSWER, STYLE_SMALL);
    book_text(sheet, row, F_RAW, STYLE_SMALL, reject->raw);
}

static struct str addressee(struct report *report, uint32_t unit)
{
    if (unit == UINT32_MAX) return report_text(report, TEXT_UNIT_UNKNOWN);
    struct str code = unit_code(report, unit), name = unit_words(report, unit);
    return code.n ? str_format(report->arena, "%.*s · %.*s", STR_ARG(name), STR_ARG(code)) : name;
}

/* Heading, request, table and the place to sign; the row behind them. */
static uint32_t put_unit(struct report *report, uint32_t row, const struct fix *fixes, size_t n)
{
    struct sheet *sheet = report->fixes;
    const struct ledger *ledger = report->audit->ledger;
    book_text(sheet, row++, 0, STYLE_SECTION,
              text_filled(report->arena, TEXT_FIXES_FOR, report->english, addressee(report, fixes[0].unit)));
    paragraph_put(sheet, row++, 0, F_RAW, STYLE_PARAGRAPH,
                  text_filled(report->arena, TEXT_FIXES_REQUEST, report->english, count_word(report, n)));
    header_put(report, sheet, row++, HEADS, F_COLUMNS);
    for (size_t i = 0; i < n && row < ROWS_MAX; i++) put_fix(report, row++, i + 1, &ledger->rejects.at[fixes[i].reject]);
    paragraph_put(sheet, row + 1, 0, F_RAW, STYLE_PARAGRAPH, report_text(report, TEXT_FIXES_SIGN));
    return row + 3;
}

void fixes_fill(struct report *report)
{
    const struct ledger *ledger = report->audit->ledger;
    size_t n = ledger->rejects.n;
    struct fix *fixes = arena_new_n(report->arena, struct fix, n + 1);
    uint32_t row = ROW_HEAD;
    frame_put(report, report->fixes, TEXT_TITLE_FIXES, report_text(report, TEXT_FIXES_HINT));
    page_frame(report->fixes);
    if (!n) paragraph_put(report->fixes, row, 0, F_RAW, STYLE_PARAGRAPH, report_text(report, TEXT_NO_REJECTS));
    for (uint32_t i = 0; i < n; i++) fixes[i] = (struct fix){ledger->rejects.at[i].unit, i};
    if (n) qsort(fixes, n, sizeof *fixes, by_unit);
    for (size_t from = 0, to; from < n && row < ROWS_MAX; from = to) {
        for (to = from; to < n && fixes[to].unit == fixes[from].unit; to++) continue;
        if (from) sheet_break(report->fixes, row);
        row = put_unit(report, row, fixes + from, to - from);
    }
}
