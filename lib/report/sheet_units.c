/*
 * Units by checks: one word and colour for each, linked to its rows. The checks of one nature (law, policy, indication, data) are one
 * sheet, so that each prints readable on a landscape page; the law comes first and is always there.
 */
#include "finding_words.h"

enum { UNITS_NUMBER, UNITS_NAME, UNITS_FIRST_CHECK };
enum { ONE_LINE = 20, TWO_LINES = 27, MANY_CHECKS = 8 }; /* points; verdicts of two words need two lines in narrow columns */

/* The table of one nature: the checks that judged something in this run, and the unit's code behind them. */
struct table {
    struct sheet *sheet;
    uint16_t *checks;
    uint32_t n;
};

static struct table table_of(struct report *report, enum nature nature)
{
    const struct audit *audit = report->audit;
    struct table table = {report->by_nature[nature], arena_new_n(report->arena, uint16_t, audit->pack->checks.n + 1), 0};
    for (size_t i = 0; i < audit->results.n; i++) { /* results are by check */
        uint16_t check = audit->results.at[i].check;
        bool mine = audit->pack->checks.at[check].nature == nature;
        if (mine && (!table.n || table.checks[table.n - 1] != check)) table.checks[table.n++] = check;
    }
    return table;
}

static struct sheet *open_one(struct report *report, enum nature nature)
{
    struct table table = table_of(report, nature);
    if (!table.n && nature != NATURE_LAW) return NULL;
    double *widths = arena_new_n(report->arena, double, table.n + UNITS_FIRST_CHECK + 1);
    widths[UNITS_NUMBER] = 4.5;
    widths[UNITS_NAME] = table.n > MANY_CHECKS ? 32 : 44;
    for (size_t i = 0; i < table.n; i++) widths[UNITS_FIRST_CHECK + i] = table.n > MANY_CHECKS ? 11.5 : 17;
    widths[UNITS_FIRST_CHECK + table.n] = 21;
    struct str name = report_text(report, TEXT_SHEET_UNITS);
    if (nature != NATURE_LAW) name = text_filled(report->arena, TEXT_SHEET_UNITS_BY, report->english, nature_word(report, nature));
    return book_long_sheet(report->book, name, widths, table.n + UNITS_FIRST_CHECK + 1);
}

void units_open(struct report *report)
{
    for (enum nature nature = NATURE_LAW; nature <= NATURE_DATA; nature++) report->by_nature[nature] = open_one(report, nature);
    report->units = report->by_nature[NATURE_LAW];
}

static void put_heads(struct report *report, const struct table *table)
{
    book_text(table->sheet, ROW_HEAD, UNITS_NUMBER, STYLE_HEADER, report_text(report, TEXT_NUMBER));
    book_text(table->sheet, ROW_HEAD, UNITS_NAME, STYLE_HEADER, report_text(report, TEXT_UNIT));
    book_text(table->sheet, ROW_HEAD, UNITS_FIRST_CHECK + table->n, STYLE_HEADER, report_text(report, TEXT_UNIT_CODE));
    for (uint32_t i = 0; i < table->n; i++) {
        const struct check *check = &report->audit->pack->checks.at[table->checks[i]];
        struct str head = str_format(report->arena, "%.*s\n%.*s", STR_ARG(check->id), STR_ARG(check->title[report->english]));
        book_text(table->sheet, ROW_HEAD, UNITS_FIRST_CHECK + i, STYLE_HEADER, head);
    }
}

/* first[check * (units + 1) + unit + 1] = 1 + index of the first finding, 0 = none; the region is unit -1. */
static const uint32_t *first_findings(struct report *report)
{
    const struct audit *audit = report->audit;
    size_t slots = audit->ledger->units.n + 1;
    if (report->first_findings) return report->first_findings;
    uint32_t *first = arena_new_n(report->arena, uint32_t, audit->pack->checks.n * slots + 1);
    for (size_t i = 0; i < audit->findings.n && i < FINDINGS_MAX; i++) {
        const struct finding *finding = &audit->findings.at[i];
        uint32_t *slot = &first[finding->check * slots + (finding->unit == NO_UNIT ? 0 : finding->unit + 1)];
        if (!*slot) *slot = (uint32_t)i + 1;
    }
    return report->first_findings = first;
}

static void place_result(struct report *report, const struct result *result, const struct limit_view *view, uint32_t row)
{
    if (!result) return;
    struct limit_place *place = &report->limit_places[result - report->audit->results.at];
    if (!place->view) *place = (struct limit_place){view, row};
}

/* By result: the row of a limit's sheet that shows both sides of its verdict. */
static const struct limit_place *limit_places(struct report *report)
{
    const struct audit *audit = report->audit;
    if (report->limit_places) return report->limit_places;
    report->limit_places = arena_new_n(report->arena, struct limit_place, audit->results.n + 1);
    for (size_t i = 0; i < audit->pack->limits.n; i++) {
        const struct limit_view *view = &report->limits[i];
        for (uint32_t k = 0; k < view->units.n; k++) {
            place_result(report, view->units.at[k].cut, view, ROW_FIRST + k);
            place_result(report, view->units.at[k].spent, view, ROW_FIRST + k);
        }
        place_result(report, view->region, view, ROW_FIRST + (uint32_t)view->units.n + 1); /* below the sums */
    }
    return report->limit_places;
}

void verdict_link_put(struct report *report, struct sheet *sheet, uint32_t row, uint32_t column, const struct result *result)
{
    uint32_t target = 0;
    struct sheet *on = NULL;
    if (result) {
        size_t slots = report->audit->ledger->units.n + 1, slot = result->unit == NO_UNIT ? 0 : result->unit + 1;
        uint32_t finding = first_findings(report)[result->check * slots + slot];
        struct limit_place place = limit_places(report)[result - report->audit->results.at];
        target = finding ? ROW_FIRST + finding - 1 : place.row;
        on = finding ? report->findings : place.view ? place.view->sheet : NULL;
    }
    if (on)
        book_word_link(sheet, row, column, verdict_style(result->verdict), verdict_word(report, result->verdict), sheet_name(on), target,
                       0);
    else
        verdict_put(report, sheet, row, column, result);
}

static void put_row(struct report *report, const struct table *table, uint32_t row, uint32_t unit)
{
    for (uint32_t i = 0; i < table->n; i++)
        verdict_link_put(report, table->sheet, row, UNITS_FIRST_CHECK + i, audit_result(report->audit, table->checks[i], unit));
}

static void put_units(struct report *report, const struct table *table)
{
    struct sheet *sheet = table->sheet;
    for (uint32_t unit = 0; unit < report->audit->ledger->units.n; unit++) {
        uint32_t row = ROW_FIRST + unit;
        book_integer(sheet, row, UNITS_NUMBER, STYLE_INTEGER, unit + 1);
        book_text(sheet, row, UNITS_NAME, STYLE_TEXT, unit_words(report, unit));
        double need = style_height(STYLE_TEXT, unit_words(report, unit), sheet_pixels(sheet, UNITS_NAME, UNITS_NAME));
        double least = table->n > MANY_CHECKS ? TWO_LINES : ONE_LINE;
        sheet_height(sheet, row, need > least ? need : least);
        put_row(report, table, row, unit);
        book_text(sheet, row, UNITS_FIRST_CHECK + table->n, STYLE_TEXT, unit_code(report, unit));
    }
}

static int64_t count_verdicts(const struct audit *audit, uint16_t check, enum verdict verdict)
{
    int64_t n = 0;
    for (uint32_t unit = 0; unit < audit->ledger->units.n; unit++) {
        const struct result *result = audit_result(audit, check, unit);
        n += result && result->verdict == verdict;
    }
    return n;
}

/* One row for each verdict: how many units have it, counted live from the words above. */
static uint32_t put_counts(struct report *report, const struct table *table, uint32_t row)
{
    uint32_t end = row;
    for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++, row++) {
        struct str word = verdict_word(report, verdict);
        book_blank(table->sheet, row, UNITS_NUMBER, STYLE_TOTAL_TEXT);
        book_text(table->sheet, row, UNITS_NAME, STYLE_TOTAL_TEXT, word);
        for (uint32_t i = 0; i < table->n; i++) {
            uint32_t column = UNITS_FIRST_CHECK + i;
            struct str top = book_ref(report->arena, ROW_FIRST, column), bottom = book_ref(report->arena, end - 1, column);
            struct str formula = str_format(report->arena, "=COUNTIF(%.*s:%.*s,\"%.*s\")", STR_ARG(top), STR_ARG(bottom), STR_ARG(word));
            book_integer_formula(table->sheet, row, column, STYLE_TOTAL_INTEGER, formula,
                                 count_verdicts(report->audit, table->checks[i], verdict));
        }
    }
    return row;
}

static void fill_one(struct report *report, enum nature nature)
{
    struct table table = table_of(report, nature);
    uint32_t end = ROW_FIRST + (uint32_t)report->audit->ledger->units.n, row = end;
    struct str title = text_filled(report->arena, TEXT_TITLE_UNITS_BY, report->english, nature_word(report, nature));
    frame_put_title(report, table.sheet, title, report_text(report, TEXT_UNITS_HINT));
    put_heads(report, &table);
    table_frame(table.sheet, end, UNITS_FIRST_CHECK + table.n + 1, UNITS_FIRST_CHECK);
    put_units(report, &table);
    if (end > ROW_FIRST) row = put_counts(report, &table, end);
    book_blank(table.sheet, row, UNITS_NUMBER, STYLE_TOTAL_TEXT);
    book_text(table.sheet, row, UNITS_NAME, STYLE_TOTAL_TEXT, report_text(report, TEXT_WHOLE_REGION));
    sheet_height(table.sheet, row, TWO_LINES);
    put_row(report, &table, row, NO_UNIT);
}

void units_fill(struct report *report)
{
    for (enum nature nature = NATURE_LAW; nature <= NATURE_DATA; nature++)
        if (report->by_nature[nature]) fill_one(report, nature);
}
