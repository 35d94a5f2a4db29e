/*
 * Units by checks: one word and colour for each, linked to its first finding.
 */
#include "sheets.h"

enum { UNITS_NUMBER, UNITS_NAME, UNITS_FIRST_CHECK };
enum { TWO_LINES = 27 }; /* points; verdicts of two words need them, all rows get them */

/* Checks that judge single units somewhere in this run. */
static size_t unit_checks(const struct audit *audit, uint16_t *checks)
{
    size_t n = 0;
    for (size_t i = 0; i < audit->results.n; i++) {
        const struct result *result = &audit->results.at[i];
        if (result->unit != NO_UNIT && (n == 0 || checks[n - 1] != result->check)) checks[n++] = result->check; /* results are by check */
    }
    return n;
}

static uint16_t *checks_of(struct report *report, size_t *n)
{
    uint16_t *checks = arena_new_n(report->arena, uint16_t, report->audit->results.n + 1);
    *n = unit_checks(report->audit, checks);
    return checks;
}

struct sheet *units_open(struct report *report)
{
    size_t n;
    checks_of(report, &n);
    double *widths = arena_new_n(report->arena, double, n + UNITS_FIRST_CHECK + 1);
    widths[UNITS_NUMBER] = 4.5;
    widths[UNITS_NAME] = 40;
    for (size_t i = 0; i < n; i++) widths[UNITS_FIRST_CHECK + i] = 12;
    widths[UNITS_FIRST_CHECK + n] = 21;
    return book_sheet(report->book, report_text(report, TEXT_SHEET_UNITS), widths, n + UNITS_FIRST_CHECK + 1);
}

static void put_heads(struct report *report, const uint16_t *checks, size_t n)
{
    book_text(report->units, ROW_HEAD, UNITS_NUMBER, STYLE_HEADER, report_text(report, TEXT_NUMBER));
    book_text(report->units, ROW_HEAD, UNITS_NAME, STYLE_HEADER, report_text(report, TEXT_UNIT));
    book_text(report->units, ROW_HEAD, UNITS_FIRST_CHECK + (uint32_t)n, STYLE_HEADER, report_text(report, TEXT_UNIT_CODE));
    for (size_t i = 0; i < n; i++) {
        const struct check *check = &report->audit->pack->checks.at[checks[i]];
        struct str head = str_format(report->arena, "%.*s\n%.*s", STR_ARG(check->id), STR_ARG(check->title[report->english]));
        book_text(report->units, ROW_HEAD, UNITS_FIRST_CHECK + (uint32_t)i, STYLE_HEADER, head);
    }
}

/* first[check * units + unit] = 1 + index of the first finding, 0 = none */
static uint32_t *first_findings(struct report *report)
{
    const struct audit *audit = report->audit;
    size_t units = audit->ledger->units.n;
    uint32_t *first = arena_new_n(report->arena, uint32_t, audit->pack->checks.n * units + 1);
    for (size_t i = 0; i < audit->findings.n; i++) {
        const struct finding *finding = &audit->findings.at[i];
        if (finding->unit == NO_UNIT) continue;
        uint32_t *slot = &first[finding->check * units + finding->unit];
        if (!*slot) *slot = (uint32_t)i + 1;
    }
    return first;
}

static void put_verdict(struct report *report, uint32_t row, uint32_t column, const struct result *result, uint32_t finding)
{
    if (!result || !finding) {
        verdict_put(report, report->units, row, column, result);
        return;
    }
    book_word_link(report->units, row, column, verdict_style(result->verdict), verdict_word(report, result->verdict),
                   sheet_name(report->findings), ROW_FIRST + finding - 1, 0);
}

static void put_units(struct report *report, const uint16_t *checks, size_t n)
{
    const struct audit *audit = report->audit;
    size_t units = audit->ledger->units.n;
    const uint32_t *first = first_findings(report);
    for (uint32_t unit = 0; unit < units; unit++) {
        uint32_t row = ROW_FIRST + unit;
        book_integer(report->units, row, UNITS_NUMBER, STYLE_INTEGER, unit + 1);
        book_text(report->units, row, UNITS_NAME, STYLE_TEXT, unit_words(report, unit));
        double need = style_height(STYLE_TEXT, unit_words(report, unit), sheet_pixels(report->units, UNITS_NAME, UNITS_NAME));
        sheet_height(report->units, row, need > TWO_LINES ? need : TWO_LINES);
        for (size_t i = 0; i < n; i++)
            put_verdict(report, row, UNITS_FIRST_CHECK + (uint32_t)i, audit_result(audit, checks[i], unit),
                        first[checks[i] * units + unit]);
        book_text(report->units, row, UNITS_FIRST_CHECK + (uint32_t)n, STYLE_TEXT, unit_code(report, unit));
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
static void put_counts(struct report *report, const uint16_t *checks, size_t n, uint32_t row)
{
    uint32_t end = row;
    for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++, row++) {
        struct str word = verdict_word(report, verdict);
        book_blank(report->units, row, UNITS_NUMBER, STYLE_TOTAL_TEXT);
        book_text(report->units, row, UNITS_NAME, STYLE_TOTAL_TEXT, word);
        for (size_t i = 0; i < n; i++) {
            uint32_t column = UNITS_FIRST_CHECK + (uint32_t)i;
            struct str top = book_ref(report->arena, ROW_FIRST, column), bottom = book_ref(report->arena, end - 1, column);
            struct str formula = str_format(report->arena, "=COUNTIF(%.*s:%.*s,\"%.*s\")", STR_ARG(top), STR_ARG(bottom), STR_ARG(word));
            book_integer_formula(report->units, row, column, STYLE_TOTAL_INTEGER, formula,
                                 count_verdicts(report->audit, checks[i], verdict));
        }
    }
}

void units_fill(struct report *report)
{
    size_t n;
    const uint16_t *checks = checks_of(report, &n);
    uint32_t end = ROW_FIRST + (uint32_t)report->audit->ledger->units.n;
    frame_put(report, report->units, TEXT_TITLE_UNITS, report_text(report, TEXT_UNITS_HINT));
    put_heads(report, checks, n);
    table_frame(report->units, end, UNITS_FIRST_CHECK + (uint32_t)n + 1, UNITS_FIRST_CHECK);
    put_units(report, checks, n);
    if (end > ROW_FIRST) put_counts(report, checks, n, end);
}
