/*
 * Parameters and legal basis: everything that decided the verdicts, so that the run can be repeated and disputed.
 */
#include "sheets.h"

enum { B_ID, B_TITLE, B_KIND, B_WEIGHT, B_BASIS, B_COULD, B_COULD_NOT, B_WHY, B_FINDINGS, B_COLUMNS };

struct sheet *basis_open(struct report *report)
{
    const double widths[B_COLUMNS] = {28, 58, 14, 11, 44, 12, 12, 40, 9};
    return book_sheet(report->book, report_text(report, TEXT_SHEET_BASIS), widths, B_COLUMNS);
}

/* ---- keys and values ---- */

static uint32_t put_key(struct report *report, uint32_t row, enum text_id key, struct str value)
{
    if (!value.n) value = S("-");
    double left = style_height(STYLE_KEY, report_text(report, key), sheet_pixels(report->basis, B_ID, B_ID));
    double right = merged_put(report->basis, row, B_TITLE, B_COLUMNS - 1, STYLE_PARAGRAPH, value);
    book_text(report->basis, row, B_ID, STYLE_KEY, report_text(report, key));
    sheet_height(report->basis, row, left > right ? left : right);
    return row + 1;
}

static struct str date_or_dash(struct report *report, struct date date)
{
    char words[DATE_TEXT_MAX];
    if (!date.year) return S("-");
    return str_copy(report->arena, (struct str){words, date_words(date, report->english, words)});
}

static uint32_t put_parameters(struct report *report, uint32_t row)
{
    const struct pack *pack = report->audit->pack;
    const struct run_options *options = report->options;
    struct str year = options->year ? str_format(report->arena, "%d", options->year) : report_text(report, TEXT_YEAR_FROM_FILES);
    book_text(report->basis, row++, 0, STYLE_SECTION, report_text(report, TEXT_PARAMETERS));
    row = put_key(report, row, TEXT_REGION, region_words(report));
    row = put_key(report, row, TEXT_PERIOD, date_or_dash(report, options->period));
    row = put_key(report, row, TEXT_REPORT_DATE, date_or_dash(report, options->date));
    row = put_key(
        report, row, TEXT_PACK,
        str_format(report->arena, "%.*s %.*s - %.*s", STR_ARG(pack->id), STR_ARG(pack->version), STR_ARG(pack->title[report->english])));
    row = put_key(report, row, TEXT_PACK_DIGEST, str_from(pack->sha256));
    row = put_key(report, row, TEXT_PACK_YEAR, str_format(report->arena, "%d", pack->fiscal_year));
    row = put_key(report, row, TEXT_LEGAL_BASIS, pack->basis[report->english]);
    row = put_key(report, row, TEXT_PACK_NOTE, pack->note[report->english]);
    row = put_key(report, row, TEXT_YEAR_ASKED, year);
    row = put_key(report, row, TEXT_SIMULATION_KEY, report_text(report, options->what_if ? TEXT_YES : TEXT_NO));
    return put_key(report, row, TEXT_PROGRAM, str_format(report->arena, "effcheck %.*s", STR_ARG(options->version)));
}

/* ---- tables ---- */

static void put_heads(struct report *report, uint32_t row, const enum text_id *heads, size_t n)
{
    header_put(report, report->basis, row, heads, n);
}

static uint32_t put_limits(struct report *report, uint32_t row)
{
    static const enum text_id heads[] = {TEXT_ID, TEXT_LIMIT, TEXT_CLASS, TEXT_CUT, TEXT_BASIS};
    const struct pack *pack = report->audit->pack;
    if (!pack->limits.n) return row;
    book_text(report->basis, row++, 0, STYLE_SECTION, report_text(report, TEXT_LIMITS));
    put_heads(report, row++, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < pack->limits.n; i++, row++) {
        const struct limit *limit = &pack->limits.at[i];
        book_text(report->basis, row, B_ID, STYLE_TEXT, limit->id);
        book_text(report->basis, row, B_TITLE, STYLE_TEXT, limit->title[report->english]);
        book_text(report->basis, row, B_KIND, STYLE_TEXT, pack->classes.at[limit->class_index].name[report->english]);
        book_percent(report->basis, row, B_WEIGHT, STYLE_PERCENT, limit->cut.bp);
        struct str basis = limit->basis[report->english], place = place_words(report, &limit->place);
        book_text(report->basis, row, B_BASIS, STYLE_FINE, str_format(report->arena, "%.*s (%.*s)", STR_ARG(basis), STR_ARG(place)));
    }
    return row + 1;
}

/* Units (the region, for a check of all) that a check could be run for, and could not; with the most frequent reason why not. */
struct runs {
    int64_t could, could_not;
    struct str why;
};

static bool was_run(const struct report *report, const struct result *result)
{
    const struct check *check = &report->audit->pack->checks.at[result->check];
    return result->verdict != VERDICT_UNTESTABLE || check->hit == VERDICT_UNTESTABLE;
}

/* Reasons of one check that could not be run, with their numbers. */
struct why {
    struct str reason;
    size_t n;
};
typedef ARRAY(struct why) why_list;

static void add_why(struct report *report, why_list *list, struct str reason)
{
    size_t i = 0;
    while (i < list->n && !str_eq(list->at[i].reason, reason)) i++;
    if (i == list->n) *array_push(report->arena, list) = (struct why){.reason = reason};
    list->at[i].n++;
}

static struct runs runs_of(struct report *report, uint16_t check)
{
    const struct audit *audit = report->audit;
    bool by_unit = audit->pack->checks.at[check].level == LEVEL_UNIT && audit_check_ran(audit, check);
    struct runs runs = {0};
    why_list list = {0};
    for (size_t i = 0; i < audit->results.n; i++) {
        const struct result *result = &audit->results.at[i];
        if (result->check != check || (by_unit && result->unit == NO_UNIT)) continue;
        bool run = was_run(report, result);
        runs.could += run;
        runs.could_not += !run;
        if (!run) add_why(report, &list, reason_words(report, result));
    }
    size_t most = 0;
    for (size_t i = 1; i < list.n; i++)
        if (list.at[i].n > list.at[most].n) most = i;
    if (list.n) runs.why = list.at[most].reason;
    if (!audit_check_ran(audit, check) && audit->pack->checks.at[check].level == LEVEL_UNIT) runs.could_not = (int64_t)audit->ledger->units.n;
    return runs;
}

static int64_t count_findings(const struct audit *audit, uint16_t check)
{
    int64_t n = 0;
    for (size_t i = 0; i < audit->findings.n; i++) n += audit->findings.at[i].check == check;
    return n;
}

static void put_check(struct report *report, uint32_t row, uint16_t i)
{
    const struct check *check = &report->audit->pack->checks.at[i];
    struct str basis = check->basis.n ? check->basis : check->criteria[report->english];
    struct runs runs = runs_of(report, i);
    struct str title = check->title[report->english], formula = check_formula(report->arena, report->audit->pack, check, report->english);
    book_text(report->basis, row, B_ID, STYLE_TEXT, check->id);
    book_text(report->basis, row, B_TITLE, STYLE_FINE, text_filled(report->arena, TEXT_TITLE_AND_FORMULA, report->english, title, formula));
    book_text(report->basis, row, B_KIND, STYLE_CENTER, nature_word(report, check->nature));
    book_text(report->basis, row, B_WEIGHT, severity_style(check->severity), severity_word(report, check->severity));
    book_text(report->basis, row, B_BASIS, STYLE_FINE, basis);
    book_integer(report->basis, row, B_COULD, STYLE_INTEGER, runs.could);
    book_integer(report->basis, row, B_COULD_NOT, STYLE_INTEGER, runs.could_not);
    book_text(report->basis, row, B_WHY, STYLE_FINE, runs.why);
    book_integer(report->basis, row, B_FINDINGS, STYLE_INTEGER, count_findings(report->audit, i));
}

static uint32_t put_checks(struct report *report, uint32_t row)
{
    static const enum text_id heads[B_COLUMNS] = {
        TEXT_CHECK,
        TEXT_CHECK_AND_FORMULA,
        TEXT_NATURE,
        TEXT_SEVERITY,
        TEXT_BASIS,
        TEXT_COULD_RUN,
        TEXT_COULD_NOT_RUN,
        TEXT_MOST_FREQUENT,
        TEXT_FINDINGS_COUNT,
    };
    const struct pack *pack = report->audit->pack;
    book_text(report->basis, row++, 0, STYLE_SECTION, report_text(report, TEXT_CHECKS));
    put_heads(report, row++, heads, B_COLUMNS);
    for (size_t i = 0; i < pack->checks.n; i++) put_check(report, row++, (uint16_t)i);
    return row + 1;
}

static uint32_t put_classes(struct report *report, uint32_t row)
{
    static const enum text_id heads[] = {TEXT_ID, TEXT_CLASS, TEXT_GROUP_HEAD, TEXT_LIMITED, TEXT_BASIS};
    const struct pack *pack = report->audit->pack;
    book_text(report->basis, row++, 0, STYLE_SECTION, report_text(report, TEXT_CLASSES));
    put_heads(report, row++, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < pack->classes.n; i++, row++) {
        const struct class_info *info = &pack->classes.at[i];
        book_text(report->basis, row, B_ID, STYLE_FINE, info->id);
        book_text(report->basis, row, B_TITLE, STYLE_TEXT, info->name[report->english]);
        book_text(report->basis, row, B_KIND, STYLE_FINE, info->group);
        book_text(report->basis, row, B_WEIGHT, STYLE_CENTER, report_text(report, info->limited ? TEXT_YES : TEXT_NO));
        book_text(report->basis, row, B_BASIS, STYLE_FINE, info->basis);
    }
    return row + 1;
}

void basis_fill(struct report *report)
{
    uint32_t row = ROW_HEAD;
    frame_put(report, report->basis, TEXT_TITLE_BASIS, report_text(report, TEXT_BASIS_HINT));
    page_frame(report->basis);
    row = put_parameters(report, row) + 1;
    row = put_limits(report, row);
    row = local_put(report, row);
    row = put_checks(report, row);
    row = put_classes(report, row);
    paragraph_put(report->basis, row, 0, B_COLUMNS - 1, STYLE_ALERT, report_text(report, TEXT_REMARK));
}
