/*
 * What went wrong with the files: every message of the run, and the rejected rows as they stand, to be sent back for correction.
 */
#include "sheets.h"

enum { ROWS_MAX = 1048000 }; /* of a table; Excel's sheet ends at 1,048,576 */

static void put_left_out(struct report *report, struct sheet *sheet, uint32_t row, uint32_t last_column, size_t left_out)
{
    if (left_out)
        paragraph_put(sheet, row, 0, last_column, STYLE_ALERT,
                      text_filled(report->arena, TEXT_TOO_MANY, report->english, count_word(report, left_out)));
}

/* ---- messages ---- */

enum { W_LEVEL, W_FILE, W_LINE, W_COLUMN, W_SENTENCE, W_SLUG, W_COLUMNS };

static const enum text_id MESSAGE_HEADS[W_COLUMNS] = {TEXT_LEVEL, TEXT_FILE, TEXT_LINE, TEXT_COLUMN, TEXT_MESSAGE, TEXT_MESSAGE_CODE};

struct sheet *warnings_open(struct report *report)
{
    const double widths[W_COLUMNS] = {12, 34, 9, 20, 92, 26};
    return book_long_sheet(report->book, report_text(report, TEXT_SHEET_WARNINGS), widths, W_COLUMNS);
}

static void put_message(struct report *report, uint32_t row, const struct diag *diag)
{
    static const enum text_id words[] = {
        [DIAG_INFO] = TEXT_LEVEL_INFO, [DIAG_WARNING] = TEXT_LEVEL_WARNING, [DIAG_ERROR] = TEXT_LEVEL_ERROR};
    static const enum style styles[] = {[DIAG_INFO] = STYLE_VOID, [DIAG_WARNING] = STYLE_DOUBT, [DIAG_ERROR] = STYLE_BAD};
    enum diag_level level = diag_level(diag->kind);
    struct sheet *sheet = report->warnings;
    book_text(sheet, row, W_LEVEL, styles[level], report_text(report, words[level]));
    book_text(sheet, row, W_FILE, STYLE_TEXT, path_words(report, diag->file));
    if (diag->line)
        book_integer(sheet, row, W_LINE, STYLE_INTEGER, diag->line);
    else
        book_blank(sheet, row, W_LINE, STYLE_TEXT);
    book_text(sheet, row, W_COLUMN, STYLE_TEXT, diag->column);
    book_text(sheet, row, W_SENTENCE, STYLE_TEXT, diag_sentence(report->arena, diag, report->english));
    book_text(sheet, row, W_SLUG, STYLE_FINE, str_from(diag_slug(diag->kind)));
}

void warnings_fill(struct report *report)
{
    size_t all = report->diags->list.n, n = all < ROWS_MAX ? all : ROWS_MAX;
    uint32_t end = ROW_FIRST + (uint32_t)n;
    frame_put(report, report->warnings, TEXT_TITLE_WARNINGS, report_text(report, TEXT_WARNINGS_HINT));
    header_put(report, report->warnings, ROW_HEAD, MESSAGE_HEADS, W_COLUMNS);
    table_frame(report->warnings, end, W_COLUMNS, 0);
    for (size_t i = 0; i < n; i++) put_message(report, ROW_FIRST + (uint32_t)i, &report->diags->list.at[i]);
    if (!all) paragraph_put(report->warnings, end, 0, W_SLUG, STYLE_PARAGRAPH, report_text(report, TEXT_NO_WARNINGS));
    put_left_out(report, report->warnings, end, W_SLUG, all - n);
}

/* ---- rejected rows ---- */

enum { R_NUMBER, R_FILE, R_LINE, R_PROBLEM, R_COLUMN, R_VALUE, R_ACCEPTED, R_RAW, R_COLUMNS };

static const enum text_id REJECT_HEADS[R_COLUMNS] = {
    TEXT_NUMBER, TEXT_FILE, TEXT_LINE, TEXT_MESSAGE_CODE, TEXT_COLUMN, TEXT_VALUE_SEEN, TEXT_ACCEPTED, TEXT_RAW_ROW,
};

struct sheet *rejects_open(struct report *report)
{
    const double widths[R_COLUMNS] = {6, 28, 8, 20, 16, 22, 30, 74};
    return book_long_sheet(report->book, report_text(report, TEXT_SHEET_REJECTS), widths, R_COLUMNS);
}

static void put_reject(struct report *report, size_t i)
{
    const struct reject *reject = &report->audit->ledger->rejects.at[i];
    struct sheet *sheet = report->rejects;
    uint32_t row = ROW_FIRST + (uint32_t)i;
    book_integer(sheet, row, R_NUMBER, STYLE_SMALL_INTEGER, (int64_t)i + 1);
    book_text(sheet, row, R_FILE, STYLE_SMALL, file_words(report, reject->file));
    book_integer(sheet, row, R_LINE, STYLE_SMALL_INTEGER, reject->row);
    book_text(sheet, row, R_PROBLEM, STYLE_SMALL, str_from(diag_slug(reject->kind)));
    book_text(sheet, row, R_COLUMN, STYLE_SMALL, reject->column);
    book_text(sheet, row, R_VALUE, STYLE_SMALL, reject->value);
    book_text(sheet, row, R_ACCEPTED, STYLE_SMALL, reject->accepted);
    book_text(sheet, row, R_RAW, STYLE_SMALL, reject->raw);
}

void rejects_fill(struct report *report)
{
    size_t all = report->audit->ledger->rejects.n, n = all < ROWS_MAX ? all : ROWS_MAX;
    uint32_t end = ROW_FIRST + (uint32_t)n;
    frame_put(report, report->rejects, TEXT_TITLE_REJECTS, report_text(report, TEXT_REJECTS_HINT));
    header_put(report, report->rejects, ROW_HEAD, REJECT_HEADS, R_COLUMNS);
    table_frame(report->rejects, end, R_COLUMNS, R_LINE + 1);
    for (size_t i = 0; i < n; i++) put_reject(report, i);
    if (!all) paragraph_put(report->rejects, end, 0, R_RAW, STYLE_PARAGRAPH, report_text(report, TEXT_NO_REJECTS));
    put_left_out(report, report->rejects, end, R_RAW, all - n);
}
