/* Riwayat: one row a month, carried from report to report. Of two reports on one month the later one counts. */
#include <stdlib.h>

#include "follow_tables.h"
#include "sheets.h"

struct sheet *history_open(struct report *report)
{
    const double m = report->money_width;
    const double widths[H_COLUMNS] = {9, 11, 24, 8, 17, 8, 9, m, m, m, m, 9, 8, 8, 9, 9, 9, 9, 9, 9, 13, 10};
    if (!report->audit->follow_up) return NULL;
    return book_sheet(report->book, report_text(report, TEXT_SHEET_HISTORY), widths, H_COLUMNS);
}

/* ---- earlier months: as they stand ---- */

static bool is_money(unsigned column) { return column >= H_MURNI && column <= H_SPENT; }
static bool is_count(unsigned column) { return column == H_FILES || column == H_LINES || (column >= H_FINDINGS && column <= H_OVERDUE); }

static void put_old_cell(struct report *report, uint32_t row, unsigned column, struct str cell)
{
    struct money number = {0};
    bool is_number = cell.n && money_parse(cell, DECIMAL_POINT, &number);
    if (is_money(column) && is_number) book_money(report->history, row, column, STYLE_SMALL_MONEY, number);
    else if (is_count(column) && is_number) book_integer(report->history, row, column, STYLE_SMALL_INTEGER, number.sen / 100);
    else if (column == H_UNCLASSIFIED && cell.n) book_percent(report->history, row, column, STYLE_PERCENT, (int64_t)(strtod(cell.p, NULL) * 10000 + 0.5));
    else book_text(report->history, row, column, STYLE_SMALL, cell);
}

static uint32_t put_old(struct report *report, uint32_t row)
{
    const struct follow_up *follow = report->audit->follow_up;
    for (size_t i = 0; follow->past && i < follow->past->months.n; i++) {
        const struct past_month *month = &follow->past->months.at[i];
        if (date_cmp(month->month, follow->month) == 0) continue;
        for (unsigned column = 0; column < H_COLUMNS; column++) put_old_cell(report, row, column, month->cells[column]);
        row++;
    }
    return row;
}

/* ---- this month ---- */

static void put_texts(struct report *report, uint32_t row)
{
    const struct run_options *options = report->options;
    const struct follow_up *follow = report->audit->follow_up;
    const struct pack *pack = report->audit->pack;
    char month[DATE_TEXT_MAX], day[DATE_TEXT_MAX];
    struct str cells[H_COLUMNS] = {0};
    cells[H_PERIOD] = (struct str){month, date_iso(follow->month, month)};
    cells[H_DATE] = (struct str){day, date_iso(options->date, day)};
    cells[H_REGION] = region_words(report);
    cells[H_YEAR] = str_format(report->arena, "%d", pack->fiscal_year);
    cells[H_PACK] = pack->id;
    if (options->what_if) cells[H_PACK] = str_format(report->arena, "%.*s" FOLLOW_WHAT_IF "%.*s", STR_ARG(pack->id), STR_ARG(report_text(report, TEXT_SIMULATION)));
    for (unsigned column = H_PERIOD; column <= H_PACK; column++) book_text(report->history, row, column, STYLE_SMALL, cells[column]);
    struct str mark = str_format(report->arena, "%08X", (unsigned)history_mark(cells, follow_marks(follow)));
    book_text(report->history, row, H_MARK, STYLE_SMALL, mark);
}

static void put_amounts(struct report *report, uint32_t row)
{
    static const enum measure measures[] = {MURNI, MURNI, KINI, REALISASI};
    const struct limit_unit *all = report->audit->pack->limits.n ? &report->limits[0].all : NULL;
    for (unsigned column = H_MURNI; column <= H_SPENT; column++) {
        enum measure m = measures[column - H_MURNI];
        if (!all || (column == H_CEILING ? !all->has_ceiling : !amounts_has(&all->amounts, m))) book_blank(report->history, row, column, STYLE_SMALL_ABSENT);
        else book_money(report->history, row, column, STYLE_SMALL_MONEY, column == H_CEILING ? all->ceiling : all->amounts.of[m]);
    }
}

static void put_counts(struct report *report, uint32_t row)
{
    const struct follow_up *follow = report->audit->follow_up;
    struct run_facts facts = run_facts_of(report);
    uint64_t accepted;
    struct money sum;
    accepted_sum(report->audit, &accepted, &sum);
    const int64_t counts[] = {(int64_t)report->audit->findings.n, follow->count[FOLLOW_NEW], follow->count[FOLLOW_SAME], follow->count[FOLLOW_CHANGED],
                              follow->count[FOLLOW_BACK], follow->count[FOLLOW_DONE], follow->count[FOLLOW_UNTESTED], (int64_t)accepted,
                              (int64_t)follow->overdue.n};
    book_integer(report->history, row, H_FILES, STYLE_SMALL_INTEGER, facts.files);
    book_integer(report->history, row, H_LINES, STYLE_SMALL_INTEGER, (int64_t)facts.used);
    for (unsigned i = 0; i < sizeof counts / sizeof *counts; i++) book_integer(report->history, row, H_FINDINGS + i, STYLE_SMALL_INTEGER, counts[i]);
    book_percent(report->history, row, H_UNCLASSIFIED, STYLE_PERCENT, facts.unclassified_bp);
}

void history_fill(struct report *report)
{
    const struct pack *pack = report->audit->pack;
    if (!report->audit->follow_up) return;
    struct str note = report_text(report, TEXT_HISTORY_FIRST);
    if (pack->limits.n) note = text_filled(report->arena, TEXT_HISTORY_LIMIT, report->english, pack->limits.at[0].title[report->english]);
    frame_put(report, report->history, TEXT_TITLE_HISTORY, text_filled(report->arena, TEXT_HISTORY_HINT, report->english, note));
    header_put(report, report->history, ROW_HEAD, follow_table_of(TABLE_HISTORY)->heads, H_COLUMNS);
    uint32_t row = put_old(report, ROW_FIRST);
    put_texts(report, row);
    put_amounts(report, row);
    put_counts(report, row);
    table_frame(report->history, row + 1, H_COLUMNS, H_PERIOD + 1);
}
