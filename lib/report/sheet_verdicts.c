/*
 * First sheet of a unit's workbook: what each check says about it, and its spending by class.
 */
#include "unit_sheets.h"

enum { V_CHECK, V_TITLE, V_NATURE, V_VERDICT, V_REASON, V_MURNI, V_KINI, V_SPENT, V_CEILING, V_GAP, V_BASIS, V_COLUMNS };

static const enum text_id HEADS[V_COLUMNS] = {
    TEXT_CHECK, TEXT_DESCRIPTION, TEXT_NATURE, TEXT_VERDICT, TEXT_REASON, TEXT_MURNI, TEXT_KINI, TEXT_REALISASI, TEXT_CEILING, TEXT_GAP, TEXT_BASIS,
};

enum { C_LINES = V_VERDICT, C_CLASS = V_REASON, C_MURNI = V_MURNI }; /* the table below: beside each other */

struct sheet *verdicts_open(struct report *report)
{
    const double m = report->money_width;
    const double widths[V_COLUMNS] = {7, 34, 11, 14, 46, m, m, m, m, m, 34};
    return book_sheet(report->book, report_text(report, TEXT_SHEET_VERDICTS), widths, V_COLUMNS);
}

static void money_or_grey(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, bool present, struct money money)
{
    if (present)
        book_money(sheet, row, column, style, money);
    else
        book_blank(sheet, row, column, STYLE_ABSENT);
}

static void put_result(struct report *report, uint32_t row, const struct result *result)
{
    const struct check *check = &report->audit->pack->checks.at[result->check];
    struct sheet *sheet = report->verdicts;
    book_text(sheet, row, V_CHECK, STYLE_TEXT, check->id);
    book_text(sheet, row, V_TITLE, STYLE_TEXT, check->title[report->english]);
    book_text(sheet, row, V_NATURE, STYLE_TEXT, nature_word(report, check->nature));
    verdict_put(report, sheet, row, V_VERDICT, result);
    book_text(sheet, row, V_REASON, STYLE_TEXT, reason_words(report, result));
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++) amount_put(sheet, row, V_MURNI + m, STYLE_MONEY, &result->amounts, m);
    money_or_grey(sheet, row, V_CEILING, STYLE_MONEY, result->has_limit, result->limit);
    money_or_grey(sheet, row, V_GAP, STYLE_OVER, result->has_gap, result->gap);
    book_text(sheet, row, V_BASIS, STYLE_TEXT, check->basis);
}

static void put_class(struct report *report, uint32_t row, struct str name, const struct total *total)
{
    struct sheet *sheet = report->verdicts;
    book_text(sheet, row, C_CLASS, STYLE_TEXT, name);
    book_integer(sheet, row, C_LINES, STYLE_INTEGER, total->lines);
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++) amount_put(sheet, row, C_MURNI + m, STYLE_MONEY, &total->amounts, m);
}

static void put_class_sums(struct report *report, uint32_t first, uint32_t end, const struct total *sum)
{
    struct sheet *sheet = report->verdicts;
    book_text(sheet, end, C_CLASS, STYLE_TOTAL_TEXT, report_text(report, TEXT_SUM));
    book_integer_formula(sheet, end, C_LINES, STYLE_TOTAL_INTEGER, sum_formula(report->arena, C_LINES, first, end), sum->lines);
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++)
        book_money_formula(sheet, end, C_MURNI + m, STYLE_TOTAL_MONEY, sum_formula(report->arena, C_MURNI + m, first, end), sum->amounts.of[m]);
}

/* Classes of which the unit has a line. */
static void put_classes(struct report *report, uint32_t row)
{
    const struct pack *pack = report->audit->pack;
    struct sheet *sheet = report->verdicts;
    struct total sum = {0};
    book_text(sheet, row++, 0, STYLE_SECTION, report_text(report, TEXT_TITLE_CLASSES));
    book_text(sheet, row, C_CLASS, STYLE_HEADER, report_text(report, TEXT_CLASS));
    book_text(sheet, row, C_LINES, STYLE_HEADER, report_text(report, TEXT_LINES));
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++) book_text(sheet, row, C_MURNI + m, STYLE_HEADER, measure_word(report, m));
    uint32_t first = ++row;
    for (uint16_t i = 0; i < pack->classes.n; i++) {
        const struct total *total = audit_total(report->audit, report->unit->unit, i);
        if (!total->lines) continue;
        put_class(report, row++, pack->classes.at[i].name[report->english], total);
        sum.lines += total->lines;
        amounts_add(&sum.amounts, &total->amounts); /* audit_totals checked it */
    }
    if (row > first) put_class_sums(report, first, row, &sum);
}

void verdicts_fill(struct report *report)
{
    const struct audit *audit = report->audit;
    uint32_t row = ROW_FIRST;
    frame_put(report, report->verdicts, TEXT_TITLE_VERDICTS, report_text(report, TEXT_VERDICTS_HINT));
    header_put(report, report->verdicts, ROW_HEAD, HEADS, V_COLUMNS);
    for (uint16_t check = 0; check < audit->pack->checks.n; check++) {
        const struct result *result = audit_result(audit, check, report->unit->unit);
        if (result) put_result(report, row++, result);
    }
    sheet_freeze(report->verdicts, ROW_FIRST, V_TITLE + 1);
    sheet_repeat(report->verdicts, ROW_HEAD, ROW_HEAD);
    if (row == ROW_FIRST) paragraph_put(report->verdicts, row++, 0, V_BASIS, STYLE_PARAGRAPH, report_text(report, TEXT_NO_VERDICTS));
    put_classes(report, row + 1);
}
