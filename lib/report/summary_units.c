/*
 * First sheet, the units: a chart of those furthest from the limit, and who met it, who did not and by how much.
 */
#include "summary_parts.h"

enum { BARS_MAX = 12, ROW_PIXELS = 20 };

/* Units at the head of the table that were judged. */
static size_t charted(const struct limit_view *view)
{
    size_t n = 0;
    while (n < view->units.n && n < BARS_MAX && view->units.at[n].has_gap && limit_unit_judged(&view->units.at[n])) n++;
    return n;
}

/* Axis labels short enough to read: milliards for large budgets, millions for small ones. */
static bool in_milliards(const struct limit_view *view)
{
    const int64_t ten_milliard_sen = 1000000000000;
    for (size_t i = 0; i < view->units.n; i++)
        if (view->units.at[i].amounts.of[MURNI].sen >= ten_milliard_sen / 5) return true;
    return false;
}

uint32_t summary_chart(struct report *report, uint32_t row, const struct limit_view *view)
{
    size_t n = charted(view);
    if (!n) return row;
    bool milliards = in_milliards(view);
    bool spent = false;
    for (size_t i = 0; i < n; i++) spent = spent || amounts_has(&view->units.at[i].amounts, REALISASI);
    const struct bar_series series[] = {
        {report_text(report, TEXT_MURNI), LIMIT_MURNI, 0xB8C2D3},
        {report_text(report, TEXT_CEILING), LIMIT_CEILING, 0xE3A72F},
        {report_text(report, TEXT_KINI), LIMIT_KINI, 0x2F5597},
        {report_text(report, TEXT_REALISASI), LIMIT_SPENT, 0x4C9A6A},
    };
    struct str title = text_filled(report->arena, TEXT_CHART_TITLE, report->english, count_word(report, n));
    double height = 86 + (double)n * 25;
    summary_keep(report, row, height * 72 / 96 + 15);
    struct bar_chart chart = {
        .data = view->sheet,
        .first_row = ROW_FIRST,
        .last_row = ROW_FIRST + (uint32_t)n - 1,
        .names = LIMIT_NAME,
        .series = series,
        .n = spent ? 4 : 3,
        .title = title,
        .unit = report_text(report, milliards ? TEXT_MILLIARD_RUPIAH : TEXT_MILLION_RUPIAH),
        .number_format = milliards ? "#,##0.0,,," : "#,##0,,",
        .width = sheet_pixels(report->summary, G_A, G_LAST) - 4,
        .height = height,
    };
    book_bars(report->summary, row, G_A, chart);
    return row + (uint32_t)(height / ROW_PIXELS) + 2;
}

/* ---- lists ---- */

/* One side of the list: name, share cut, distance from the limit. */
struct side {
    uint32_t name_first, name_last, share, money;
    enum text_id heading, distance;
};
static const struct side LEFT = {G_A, G_B, G_C, G_D, TEXT_NOT_MET, TEXT_OVER_LIMIT};
static const struct side RIGHT = {G_F, G_I, G_J, G_K, TEXT_MET, TEXT_UNDER_LIMIT};

typedef ARRAY(const struct limit_unit *) unit_list;

static bool has_verdict(const struct limit_unit *unit, enum verdict verdict) { return unit->cut && unit->cut->verdict == verdict; }

static unit_list units_with(struct report *report, const struct limit_view *view, enum verdict one, enum verdict other)
{
    unit_list list = {0};
    for (size_t i = 0; i < view->units.n; i++) {
        const struct limit_unit *unit = &view->units.at[i];
        if (has_verdict(unit, one) || has_verdict(unit, other)) *array_push(report->arena, &list) = unit;
    }
    return list;
}

static void put_heads(struct report *report, uint32_t row, const struct side *side, size_t n)
{
    struct sheet *sheet = report->summary;
    book_text(sheet, row, side->name_first, STYLE_SECTION,
              text_filled(report->arena, side->heading, report->english, count_word(report, n)));
    book_merged(sheet, row + 1, side->name_first, side->name_last, STYLE_HEADER, report_text(report, TEXT_UNIT));
    book_text(sheet, row + 1, side->share, STYLE_HEADER, report_text(report, TEXT_CUT_SHORT));
    book_text(sheet, row + 1, side->money, STYLE_HEADER, report_text(report, side->distance));
}

static double put_unit(struct report *report, uint32_t row, const struct side *side, const struct limit *limit, const struct limit_unit *unit)
{
    struct sheet *sheet = report->summary;
    const struct amounts *a = &unit->amounts;
    struct money distance = unit->gap;
    bool both = amounts_has(a, MURNI) && amounts_has(a, KINI) && a->of[MURNI].sen > 0;
    double height = merged_put(sheet, row, side->name_first, side->name_last, STYLE_TEXT, unit_words(report, unit->unit));
    if (both)
        book_percent(sheet, row, side->share, STYLE_PERCENT, money_cut_bp(a->of[MURNI], a->of[KINI], limit->cut));
    else
        book_blank(sheet, row, side->share, STYLE_ABSENT);
    if (distance.sen < 0) distance.sen = -distance.sen; /* a gap is far from the ends of 64 bits: money_sub made it */
    if (unit->has_gap)
        book_money(sheet, row, side->money, STYLE_MONEY, distance);
    else
        book_blank(sheet, row, side->money, STYLE_ABSENT);
    return height;
}

static void put_none(struct report *report, uint32_t row, const struct side *side)
{
    book_merged(report->summary, row, side->name_first, side->money, STYLE_VOID, report_text(report, TEXT_NOBODY));
}

/* The best come last in the table; the list of those who met the limit begins with the closest. */
static uint32_t put_lists(struct report *report, uint32_t row, const struct limit_view *view)
{
    unit_list worse = units_with(report, view, VERDICT_VIOLATED, VERDICT_CONSIDER);
    unit_list good = units_with(report, view, VERDICT_COMPLIANT, VERDICT_COMPLIANT);
    size_t most = worse.n > good.n ? worse.n : good.n;
    sheet_height(report->summary, row, 20);
    sheet_height(report->summary, row + 1, 27);
    put_heads(report, row, &LEFT, worse.n);
    put_heads(report, row, &RIGHT, good.n);
    row += 2;
    if (!worse.n) put_none(report, row, &LEFT);
    if (!good.n) put_none(report, row, &RIGHT);
    for (size_t i = 0; i < most; i++) {
        double left = i < worse.n ? put_unit(report, row + (uint32_t)i, &LEFT, view->limit, worse.at[i]) : 0;
        double right = i < good.n ? put_unit(report, row + (uint32_t)i, &RIGHT, view->limit, good.at[i]) : 0;
        sheet_height(report->summary, row + (uint32_t)i, left > right ? left : right);
    }
    return row + (uint32_t)(most ? most : 1);
}

/* Units that could not be judged, by reason. */
static uint32_t put_untestable(struct report *report, uint32_t row, const struct limit_view *view)
{
    unit_list list = units_with(report, view, VERDICT_UNTESTABLE, VERDICT_UNTESTABLE);
    reason_groups groups = limit_reasons(report, view, false);
    if (!list.n) return row;
    row = summary_section(report, row, text_filled(report->arena, TEXT_UNITS_UNTESTED, report->english, count_word(report, list.n)));
    for (size_t i = 0; i < groups.n; i++) {
        if (groups.at[i].verdict != VERDICT_UNTESTABLE) continue;
        double left = merged_put(report->summary, row, G_A, G_C, STYLE_TEXT, groups.at[i].reason);
        double right = merged_put(report->summary, row, G_D, G_LAST, STYLE_TEXT, groups.at[i].names);
        sheet_height(report->summary, row++, left > right ? left : right);
    }
    return row;
}

uint32_t summary_units(struct report *report, uint32_t row, const struct limit_view *view)
{
    if (view->cut_check == NO_INDEX) return row;
    row = put_lists(report, row, view);
    row = put_untestable(report, row, view);
    if (view->without)
        book_text(report->summary, row++, G_A, STYLE_NOTE,
                  text_filled(report->arena, TEXT_LIMIT_WITHOUT, report->english, count_word(report, view->without)));
    return row + 1;
}
