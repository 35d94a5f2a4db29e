/*
 * First sheet, the units: a chart of those furthest from the limit, and who met it, who did not and by how much.
 */
#include "summary_parts.h"

enum { BARS_MAX = 8, BARS_MANY_UNITS = 6, MANY_UNITS = 24, ROW_PIXELS = 20 };

/* Units at the head of the table that were judged. */
static size_t charted(const struct limit_view *view)
{
    const size_t most = view->units.n > MANY_UNITS ? BARS_MANY_UNITS : BARS_MAX; /* a long list needs the room */
    size_t n = 0;
    while (n < view->units.n && n < most && view->units.at[n].has_gap && limit_unit_judged(&view->units.at[n])) n++;
    return n;
}

uint32_t summary_chart(struct report *report, uint32_t row, const struct limit_view *view)
{
    size_t n = charted(view);
    if (!n) return row;
    struct money largest = {0};
    for (size_t i = 0; i < view->units.n; i++)
        if (money_cmp(view->units.at[i].amounts.of[MURNI], largest) > 0) largest = view->units.at[i].amounts.of[MURNI];
    struct axis_unit axis = axis_unit_for(report, largest);
    bool spent = false;
    for (size_t i = 0; i < n; i++) spent = spent || amounts_has(&view->units.at[i].amounts, REALISASI);
    const struct bar_series series[] = {
        {report_text(report, TEXT_MURNI), LIMIT_MURNI, 0xB8C2D3},
        {report_text(report, TEXT_CEILING), LIMIT_CEILING, 0xE3A72F},
        {report_text(report, TEXT_KINI), LIMIT_KINI, 0x2F5597},
        {report_text(report, TEXT_REALISASI), LIMIT_SPENT, 0x4C9A6A},
    };
    struct str title = text_filled(report->arena, TEXT_CHART_TITLE, report->english, count_word(report, n), axis.words);
    double height = 68 + (double)n * 17;
    summary_keep(report, row, height * 72 / 96 + 15);
    struct bar_chart chart = {
        .data = view->sheet,
        .first_row = ROW_FIRST,
        .last_row = ROW_FIRST + (uint32_t)n - 1,
        .names = LIMIT_NAME,
        .series = series,
        .n = spent ? 4 : 3,
        .title = title,
        .number_format = axis.number_format,
        .width = sheet_pixels(report->summary, G_A, G_LAST) - 4,
        .height = height,
    };
    book_bars(report->summary, row, G_A, chart);
    return row + (uint32_t)(height / ROW_PIXELS) + 1;
}

/* ---- who met the limit, who did not, who could not be tested ---- */

/* One half of the page: name, share cut, distance from the limit. */
struct half {
    uint32_t name_first, name_last, share, money;
};
static const struct half HALVES[2] = {{G_A, G_B, G_C, G_D}, {G_F, G_I, G_J, G_K}};

/* A row of the list, which flows through the two halves. */
struct entry {
    struct str heading; /* of a group, or nothing */
    enum style style;   /* of the heading */
    const struct limit_unit *unit;
    struct str names, reason; /* units that could not be tested, by reason */
};
typedef ARRAY(struct entry) entries;

static bool has_verdict(const struct limit_unit *unit, enum verdict verdict) { return unit->cut && unit->cut->verdict == verdict; }

static uint64_t count_verdict(const struct limit_view *view, enum verdict verdict)
{
    uint64_t n = 0;
    for (size_t i = 0; i < view->units.n; i++) n += has_verdict(&view->units.at[i], verdict);
    return n;
}

static void add_heading(struct report *report, entries *list, enum text_id heading, enum style style, uint64_t n)
{
    struct str words = text_filled(report->arena, heading, report->english, count_word(report, n));
    *array_push(report->arena, list) = (struct entry){.heading = words, .style = style};
}

/* The order of the view is kept: the furthest from the limit come first. */
static void add_units(struct report *report, entries *list, const struct limit_view *view, enum verdict one, enum verdict other)
{
    for (size_t i = 0; i < view->units.n; i++)
        if (has_verdict(&view->units.at[i], one) || has_verdict(&view->units.at[i], other))
            *array_push(report->arena, list) = (struct entry){.unit = &view->units.at[i]};
}

static void add_untested(struct report *report, entries *list, const struct limit_view *view)
{
    reason_groups groups = limit_reasons(report, view, false);
    for (size_t i = 0; i < groups.n; i++) {
        const struct reason_group *group = &groups.at[i];
        if (group->verdict != VERDICT_UNTESTABLE) continue;
        *array_push(report->arena, list) = (struct entry){.names = limit_first_names(report, view, group), .reason = group->reason};
    }
}

static entries entries_of(struct report *report, const struct limit_view *view)
{
    entries list = {0};
    uint64_t worse = count_verdict(view, VERDICT_VIOLATED) + count_verdict(view, VERDICT_CONSIDER);
    uint64_t untested = count_verdict(view, VERDICT_UNTESTABLE);
    add_heading(report, &list, TEXT_NOT_MET, worse ? STYLE_BAD : STYLE_VOID, worse);
    add_units(report, &list, view, VERDICT_VIOLATED, VERDICT_CONSIDER);
    if (untested) add_heading(report, &list, TEXT_UNITS_UNTESTED, STYLE_UNKNOWN, untested);
    add_untested(report, &list, view);
    add_heading(report, &list, TEXT_MET, STYLE_GOOD, count_verdict(view, VERDICT_COMPLIANT));
    add_units(report, &list, view, VERDICT_COMPLIANT, VERDICT_COMPLIANT);
    return list;
}

static void put_heads(struct report *report, uint32_t row)
{
    for (size_t i = 0; i < 2; i++) {
        const struct half *half = &HALVES[i];
        book_merged(report->summary, row, half->name_first, half->name_last, STYLE_HEADER, report_text(report, TEXT_UNIT));
        book_text(report->summary, row, half->share, STYLE_HEADER, report_text(report, TEXT_CUT_SHORT));
        book_text(report->summary, row, half->money, STYLE_HEADER, report_text(report, TEXT_OVER_OR_UNDER));
    }
    sheet_height(report->summary, row, 27);
}

static double put_unit(struct report *report, uint32_t row, const struct half *half, const struct limit_unit *unit,
                       const struct limit *limit)
{
    struct sheet *sheet = report->summary;
    const struct amounts *a = &unit->amounts;
    bool both = amounts_has(a, MURNI) && amounts_has(a, KINI) && a->of[MURNI].sen > 0;
    double height = merged_put(sheet, row, half->name_first, half->name_last, STYLE_FINE, unit_words(report, unit->unit));
    if (both)
        book_percent(sheet, row, half->share, STYLE_PERCENT, money_cut_bp(a->of[MURNI], a->of[KINI], limit->cut));
    else
        book_blank(sheet, row, half->share, STYLE_ABSENT);
    if (unit->has_gap)
        book_money(sheet, row, half->money, STYLE_OVER, unit->gap);
    else
        book_blank(sheet, row, half->money, STYLE_ABSENT);
    return height;
}

static double put_entry(struct report *report, uint32_t row, const struct half *half, const struct entry *entry, const struct limit *limit)
{
    if (entry->heading.n) return merged_put(report->summary, row, half->name_first, half->money, entry->style, entry->heading);
    if (entry->unit) return put_unit(report, row, half, entry->unit, limit);
    double names = merged_put(report->summary, row, half->name_first, half->name_last, STYLE_FINE, entry->names);
    double reason = merged_put(report->summary, row, half->share, half->money, STYLE_FINE, entry->reason);
    return names > reason ? names : reason;
}

/* A group that goes on in the second half gets its heading again there. */
static void repeat_heading(struct report *report, entries *list, size_t middle)
{
    size_t i = middle;
    if (middle >= list->n || list->at[middle].heading.n) return;
    while (!list->at[i].heading.n) i--; /* the list begins with one */
    struct entry again = list->at[i];
    again.heading = text_filled(report->arena, TEXT_CONTINUED, report->english, again.heading);
    *array_push(report->arena, list) = again;
    for (size_t k = list->n - 1; k > middle; k--) list->at[k] = list->at[k - 1];
    list->at[middle] = again;
}

uint32_t summary_units(struct report *report, uint32_t row, const struct limit_view *view)
{
    if (view->cut_check == NO_INDEX) return row;
    entries list = entries_of(report, view);
    size_t half = (list.n + 1) / 2;
    if (half > 1 && list.at[half - 1].heading.n) half--; /* no heading at the foot */
    repeat_heading(report, &list, half);
    size_t rows = half > list.n - half ? half : list.n - half;
    put_heads(report, row++);
    for (size_t i = 0; i < rows; i++, row++) {
        double left = i < half ? put_entry(report, row, &HALVES[0], &list.at[i], view->limit) : 0;
        double right = half + i < list.n ? put_entry(report, row, &HALVES[1], &list.at[half + i], view->limit) : 0;
        sheet_height(report->summary, row, left > right ? left : right);
    }
    if (view->without)
        book_text(report->summary, row++, G_A, STYLE_NOTE,
                  text_filled(report->arena, TEXT_LIMIT_WITHOUT, report->english, count_word(report, view->without)));
    return row;
}
