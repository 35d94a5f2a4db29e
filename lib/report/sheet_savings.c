/*
 * Where the savings went: the increases of sub kegiatan since the original budget, by the areas of the pack; first a row for each area,
 * then its largest increases with the rest counted and summed.
 */
#include "sheets.h"

enum { S_AREA, S_UNIT, S_ACTIVITY, S_COUNT, S_AMOUNT, S_SHARE, S_COLUMNS };
enum { INCREASES_MAX = 50 };

static const enum text_id HEADS[S_COLUMNS] = {TEXT_AREA, TEXT_UNIT, TEXT_ACTIVITY, TEXT_ACTIVITIES, TEXT_INCREASE, TEXT_INCREASE_SHARE};

struct sheet *savings_open(struct report *report)
{
    const double widths[S_COLUMNS] = {34, 40, 62, 11, report->money_width, 11};
    if (!report->audit->pack->areas.n) return NULL;
    return book_sheet(report->book, report_text(report, TEXT_SHEET_SAVINGS), widths, S_COLUMNS);
}

/* The increases of one area lie side by side. */
struct area_rows {
    size_t from, to;
    struct money sum;
};

static struct area_rows rows_of(const struct audit *audit, size_t area)
{
    struct area_rows rows = {0};
    while (rows.from < audit->increases.n && audit->increases.at[rows.from].area < area) rows.from++;
    for (rows.to = rows.from; rows.to < audit->increases.n && audit->increases.at[rows.to].area == area; rows.to++)
        money_add(&rows.sum, audit->increases.at[rows.to].amount); /* the check added them up before */
    return rows;
}

static struct str area_words(const struct report *report, size_t area)
{
    const struct pack *pack = report->audit->pack;
    return area < pack->areas.n ? pack->areas.at[area].name[report->english] : report_text(report, TEXT_OUTSIDE_AREAS);
}

static void put_share(struct report *report, uint32_t row, enum style style, struct money part, struct money whole)
{
    if (whole.sen)
        book_percent(report->savings, row, S_SHARE, style, money_share_bp(part, whole));
    else
        book_blank(report->savings, row, S_SHARE, STYLE_ABSENT);
}

static void put_area(struct report *report, uint32_t row, size_t area, struct money whole)
{
    struct area_rows rows = rows_of(report->audit, area);
    struct sheet *sheet = report->savings;
    book_text(sheet, row, S_AREA, STYLE_GROUP_TEXT, area_words(report, area));
    book_text(sheet, row, S_UNIT, STYLE_GROUP_TEXT, report_text(report, TEXT_WHOLE_REGION));
    book_blank(sheet, row, S_ACTIVITY, STYLE_GROUP_TEXT);
    book_integer(sheet, row, S_COUNT, STYLE_GROUP_INTEGER, (int64_t)(rows.to - rows.from));
    book_money(sheet, row, S_AMOUNT, STYLE_GROUP_MONEY, rows.sum);
    put_share(report, row, STYLE_GROUP_PERCENT, rows.sum, whole);
}

static void put_total(struct report *report, uint32_t row, struct money whole)
{
    struct sheet *sheet = report->savings;
    for (uint32_t column = S_AREA; column < S_COLUMNS; column++) book_blank(sheet, row, column, STYLE_TOTAL_TEXT);
    book_text(sheet, row, S_AREA, STYLE_TOTAL_TEXT, report_text(report, TEXT_SUM));
    book_integer_formula(sheet, row, S_COUNT, STYLE_TOTAL_INTEGER, sum_formula(report->arena, S_COUNT, ROW_FIRST, row),
                         (int64_t)report->audit->increases.n);
    book_money_formula(sheet, row, S_AMOUNT, STYLE_TOTAL_MONEY, sum_formula(report->arena, S_AMOUNT, ROW_FIRST, row), whole);
}

static void put_increase(struct report *report, uint32_t row, const struct increase *increase, struct money whole)
{
    struct sheet *sheet = report->savings;
    book_text(sheet, row, S_AREA, STYLE_FINE, area_words(report, increase->area));
    book_text(sheet, row, S_UNIT, STYLE_FINE, unit_words(report, increase->unit));
    book_text(sheet, row, S_ACTIVITY, STYLE_FINE, activity_words(report, increase->activity));
    book_integer(sheet, row, S_COUNT, STYLE_INTEGER, 1);
    book_money(sheet, row, S_AMOUNT, STYLE_MONEY, increase->amount);
    put_share(report, row, STYLE_PERCENT, increase->amount, whole);
}

static void put_rest(struct report *report, uint32_t row, size_t area, size_t n, struct money rest)
{
    struct sheet *sheet = report->savings;
    book_text(sheet, row, S_AREA, STYLE_FINE, area_words(report, area));
    book_merged(sheet, row, S_UNIT, S_ACTIVITY, STYLE_FINE,
                text_filled(report->arena, TEXT_OTHER_ACTIVITIES, report->english, count_word(report, n)));
    book_integer(sheet, row, S_COUNT, STYLE_INTEGER, (int64_t)n);
    book_money(sheet, row, S_AMOUNT, STYLE_MONEY, rest);
    book_blank(sheet, row, S_SHARE, STYLE_ABSENT);
}

static uint32_t put_increases(struct report *report, uint32_t row, size_t area, struct money whole)
{
    struct area_rows rows = rows_of(report->audit, area);
    struct money rest = rows.sum;
    size_t n = rows.to - rows.from, shown = n < INCREASES_MAX ? n : INCREASES_MAX;
    for (size_t i = rows.from; i < rows.from + shown; i++) {
        put_increase(report, row++, &report->audit->increases.at[i], whole);
        rest = money_minus(rest, report->audit->increases.at[i].amount);
    }
    if (shown < n) put_rest(report, row++, area, n - shown, rest);
    return row;
}

void savings_fill(struct report *report)
{
    const struct audit *audit = report->audit;
    if (!report->savings) return;
    struct money whole = {0};
    uint32_t row = ROW_FIRST;
    for (size_t i = 0; i < audit->increases.n; i++) money_add(&whole, audit->increases.at[i].amount); /* the check added them up before */
    frame_put(report, report->savings, TEXT_TITLE_SAVINGS,
              text_filled(report->arena, TEXT_SAVINGS_HINT, report->english, rupiah(report, audit->cuts), rupiah(report, audit->raises),
                          rupiah(report, money_minus(audit->cuts, audit->raises))));
    header_put(report, report->savings, ROW_HEAD, HEADS, S_COLUMNS);
    for (size_t area = 0; area <= audit->pack->areas.n; area++) put_area(report, row++, area, whole);
    put_total(report, row++, whole);
    for (size_t area = 0; area <= audit->pack->areas.n; area++) row = put_increases(report, row, area, whole);
    table_frame(report->savings, row, S_COLUMNS, S_AREA + 1);
}
