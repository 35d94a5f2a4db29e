/* Every limit in both scopes: all funds and sub units, and without those that the region's policy leaves out. */
#include "sheets.h"

enum { P_LIMIT, P_UNIT, P_STRICT, P_PRACTICE = P_STRICT + 4, P_COLUMNS = P_PRACTICE + 4 };

static const enum text_id HEADS[P_COLUMNS] = {
    TEXT_LIMIT, TEXT_UNIT, TEXT_STRICT_MURNI, TEXT_STRICT_KINI, TEXT_STRICT_GAP, TEXT_STRICT_RESULT,
    TEXT_PRACTICE_MURNI, TEXT_PRACTICE_KINI, TEXT_PRACTICE_GAP, TEXT_PRACTICE_RESULT,
};

struct sheet *scope_open(struct report *report)
{
    double m = report->money_width;
    const double widths[P_COLUMNS] = {30, 38, m, m, m, 13, m, m, m, 13};
    if (!report->audit->by_class_inside) return NULL; /* nothing is left out: both scopes are one */
    return book_sheet(report->book, report_text(report, TEXT_SHEET_SCOPE), widths, P_COLUMNS);
}

static void put_side(struct report *report, uint32_t row, uint32_t column, const struct scope_side *side)
{
    struct sheet *sheet = report->scope;
    amount_put(sheet, row, column, STYLE_MONEY, &side->amounts, MURNI);
    amount_put(sheet, row, column + 1, STYLE_MONEY, &side->amounts, KINI);
    if (!side->tested) {
        book_blank(sheet, row, column + 2, STYLE_ABSENT);
        book_text(sheet, row, column + 3, STYLE_UNKNOWN, verdict_word(report, VERDICT_UNTESTABLE));
        return;
    }
    book_money(sheet, row, column + 2, STYLE_OVER, side->gap);
    book_text(sheet, row, column + 3, side->met ? STYLE_GOOD : STYLE_BAD, report_text(report, side->met ? TEXT_WITHIN : TEXT_BEYOND));
}

static void put_row(struct report *report, uint32_t row, const struct scope_result *both)
{
    const struct pack *pack = report->audit->pack;
    const struct result *result = &report->audit->results.at[both->result];
    const struct limit *limit = &pack->limits.at[pack->checks.at[result->check].limit_index];
    book_text(report->scope, row, P_LIMIT, STYLE_SMALL, limit->title[report->english]);
    book_text(report->scope, row, P_UNIT, STYLE_TEXT, unit_words(report, result->unit));
    put_side(report, row, P_STRICT, &both->side[SCOPE_STRICT]);
    put_side(report, row, P_PRACTICE, &both->side[SCOPE_PRACTICE]);
}

void scope_fill(struct report *report)
{
    const struct audit *audit = report->audit;
    uint32_t n = (uint32_t)audit->scopes.n;
    if (!report->scope) return;
    frame_put(report, report->scope, TEXT_TITLE_SCOPE, text_filled(report->arena, TEXT_SCOPE_HINT, report->english, scope_word(report)));
    header_put(report, report->scope, ROW_HEAD, HEADS, P_COLUMNS);
    table_frame(report->scope, ROW_FIRST + n, P_COLUMNS, P_UNIT + 1);
    for (uint32_t i = 0; i < n; i++) put_row(report, ROW_FIRST + i, &audit->scopes.at[i]);
    struct str out = rupiah(report, audit->outside.amounts.of[audit_measure(audit)]);
    paragraph_put(report->scope, ROW_FIRST + n + 1, 0, P_COLUMNS - 1, STYLE_PARAGRAPH,
                  text_filled(report->arena, TEXT_SCOPE_LEFT_OUT, report->english, count_word(report, audit->outside.lines), out,
                              count_word(report, audit->lines_without_fund)));
}
