/*
 * Evidence: for each finding its largest lines with their place in the file and the rule that decided their class; the rest
 * counted and summed, so that the rows of a finding add up to it.
 */
#include "effcheck/report.h"
#include "finding_words.h"

enum { D_ID, D_SOURCE, D_ACTIVITY, D_ACCOUNT, D_TEXT, D_CLASS, D_RULE, D_MURNI, D_KINI, D_SPENT, D_COLUMNS };
enum { LINES_MAX = 50, BAND_ROWS = 2, SHEET_ROWS = 1048576, FOOT_ROWS = 8 };

static const enum text_id HEADS[D_COLUMNS] = {
    TEXT_FINDING_ID, TEXT_SOURCE, TEXT_ACTIVITY, TEXT_ACCOUNT, TEXT_DESCRIPTION,
    TEXT_CLASS,      TEXT_RULE,   TEXT_MURNI,    TEXT_KINI,    TEXT_REALISASI,
};

static void keep_largest(struct money *largest, struct money x)
{
    if (x.sen > largest->sen) *largest = x;
}

/* The largest sums that stand on the sheet: of the lines of one finding. */
static struct amounts largest_sums(const struct audit *audit)
{
    struct amounts largest = {0};
    for (size_t i = 0; i < audit->findings.n; i++) {
        const struct finding *finding = &audit->findings.at[i];
        struct amounts sum = {0};
        for (uint32_t k = 0; k < finding->line_count; k++)
            amounts_add(&sum,
                        &audit->ledger->lines.at[audit->finding_lines.at[finding->first_line + k]].amounts); /* audit_totals checked it */
        for (enum measure m = 0; m < MEASURE_COUNT; m++) keep_largest(&largest.of[m], sum.of[m]);
        keep_largest(&largest.of[REALISASI], finding->amount);
    }
    return largest;
}

struct sheet *details_open(struct report *report)
{
    struct amounts largest = largest_sums(report->audit);
    double m = money_width(report, &largest);
    const double widths[D_COLUMNS] = {13.5, 24, 18, 17, 76, 20, 18, m, m, m};
    return book_long_sheet(report->book, report_text(report, TEXT_SHEET_DETAILS), widths, D_COLUMNS);
}

static uint32_t rows_of(const struct finding *finding)
{
    uint32_t shown = finding->line_count < LINES_MAX ? finding->line_count : LINES_MAX;
    return BAND_ROWS + shown + (finding->line_count > LINES_MAX);
}

void details_plan(struct report *report)
{
    const struct audit *audit = report->audit;
    uint32_t row = ROW_FIRST;
    report->detail_rows = arena_new_n(report->arena, uint32_t, audit->findings.n + 1);
    for (size_t i = 0; i < audit->findings.n && i < FINDINGS_MAX; i++) {
        uint32_t rows = rows_of(&audit->findings.at[i]);
        if (row + rows > SHEET_ROWS - FOOT_ROWS) break;
        report->detail_rows[i] = row;
        row += rows;
    }
}

static void put_band(struct report *report, size_t i, uint32_t row)
{
    const struct finding *finding = &report->audit->findings.at[i];
    const struct check *check = &report->audit->pack->checks.at[finding->check];
    struct sheet *sheet = report->details;
    struct str what = str_chained(report->arena, unit_words(report, finding->unit), S(" · "), check->title[report->english]);
    if (finding->file.n) what = str_chained(report->arena, what, S(" · "), finding_source(report, finding));
    struct str lines = text_filled(report->arena, TEXT_LINE_COUNT, report->english, count_word(report, finding->line_count));
    book_link(sheet, row, D_ID, STYLE_GROUP_LINK, finding->id, sheet_name(report->findings), ROW_FIRST + (uint32_t)i, 0);
    double height = merged_put(sheet, row, D_SOURCE, D_TEXT, STYLE_GROUP_TEXT, what);
    sheet_height(sheet, row, height > 18 ? height : 18);
    book_text(sheet, row, D_CLASS, severity_style(finding->severity), severity_word(report, finding->severity));
    book_text(sheet, row, D_RULE, STYLE_GROUP_TEXT, lines);
    book_merged(sheet, row, D_MURNI, D_KINI, STYLE_GROUP_TEXT, report_text(report, TEXT_AMOUNT));
    book_money(sheet, row, D_SPENT, STYLE_GROUP_MONEY, finding->amount);
    book_text(sheet, row + 1, D_ID, STYLE_SMALL, finding->id);
    paragraph_put(sheet, row + 1, D_SOURCE, D_SPENT, STYLE_SMALL, finding->condition[report->english]);
}

/* Codes alone where there are some: one printed row for each line. */
static struct str activity_code(struct report *report, uint32_t activity)
{
    const struct ledger *ledger = report->audit->ledger;
    struct str code = ledger_text(ledger, ledger->activities.at[activity].code);
    return code.n ? code : activity_words(report, activity);
}

static struct str account_code(struct report *report, const struct line *line)
{
    const struct ledger *ledger = report->audit->ledger;
    return ledger_text(ledger, line->account ? line->account : line->account_name);
}

static struct str rule_words(struct report *report, const struct line *line)
{
    if (line->rule == NO_INDEX) return report_text(report, TEXT_NO_RULE);
    const struct rule *rule = &report->audit->pack->rules.at[line->rule];
    return str_chained(report->arena, rule->id, S(" · "), place_words(report, &rule->place));
}

static void put_line(struct report *report, uint32_t row, struct str id, const struct line *line)
{
    const struct audit *audit = report->audit;
    struct sheet *sheet = report->details;
    book_text(sheet, row, D_ID, STYLE_SMALL, id);
    book_text(sheet, row, D_SOURCE, STYLE_SMALL, line_source(report, line));
    book_text(sheet, row, D_ACTIVITY, STYLE_SMALL, activity_code(report, line->activity));
    book_text(sheet, row, D_ACCOUNT, STYLE_SMALL, account_code(report, line));
    book_text(sheet, row, D_TEXT, STYLE_SMALL, ledger_text(audit->ledger, line->text));
    book_text(sheet, row, D_CLASS, STYLE_SMALL, audit->pack->classes.at[line->class_index].name[report->english]);
    book_text(sheet, row, D_RULE, STYLE_SMALL, rule_words(report, line));
    amount_put(sheet, row, D_MURNI, STYLE_SMALL_MONEY, &line->amounts, MURNI);
    amount_put(sheet, row, D_KINI, STYLE_SMALL_MONEY, &line->amounts, KINI);
    amount_put(sheet, row, D_SPENT, STYLE_SMALL_MONEY, &line->amounts, REALISASI);
}

/* How many lines are left out here, and where they are. */
static struct str rest_words(struct report *report, const struct finding *finding)
{
    struct str n = count_word(report, finding->line_count - LINES_MAX);
    return text_filled(report->arena, finding->unit == NO_UNIT ? TEXT_OTHER_LINES : TEXT_OTHER_LINES_THERE, report->english, n);
}

static void put_rest(struct report *report, uint32_t row, const struct finding *finding)
{
    const struct audit *audit = report->audit;
    struct amounts rest = {0};
    for (uint32_t i = LINES_MAX; i < finding->line_count; i++)
        amounts_add(&rest,
                    &audit->ledger->lines.at[audit->finding_lines.at[finding->first_line + i]].amounts); /* audit_totals checked it */
    book_text(report->details, row, D_ID, STYLE_SMALL, finding->id);
    book_merged(report->details, row, D_SOURCE, D_RULE, STYLE_GROUP_TEXT, rest_words(report, finding));
    amount_put(report->details, row, D_MURNI, STYLE_GROUP_MONEY, &rest, MURNI);
    amount_put(report->details, row, D_KINI, STYLE_GROUP_MONEY, &rest, KINI);
    amount_put(report->details, row, D_SPENT, STYLE_GROUP_MONEY, &rest, REALISASI);
}

static uint32_t put_finding(struct report *report, size_t i)
{
    const struct audit *audit = report->audit;
    const struct finding *finding = &audit->findings.at[i];
    uint32_t row = report->detail_rows[i];
    put_band(report, i, row);
    row += BAND_ROWS;
    for (uint32_t k = 0; k < finding->line_count && k < LINES_MAX; k++)
        put_line(report, row++, finding->id, &audit->ledger->lines.at[audit->finding_lines.at[finding->first_line + k]]);
    if (finding->line_count > LINES_MAX) put_rest(report, row++, finding);
    return row;
}

void details_fill(struct report *report)
{
    size_t n = report->audit->findings.n, shown = 0;
    uint32_t end = ROW_FIRST;
    struct row_words words;
    frame_put(report, report->details, TEXT_TITLE_DETAILS, report_text(report, TEXT_DETAILS_HINT));
    header_put(report, report->details, ROW_HEAD, HEADS, D_COLUMNS);
    row_words_begin(report, &words);
    for (; shown < n && report->detail_rows[shown]; shown++) {
        end = put_finding(report, shown);
        row_words_next(&words);
    }
    row_words_end(report, &words);
    table_frame(report->details, end, D_COLUMNS, D_SOURCE + 1);
    if (!n) paragraph_put(report->details, end, 0, D_SPENT, STYLE_PARAGRAPH, report_text(report, TEXT_NO_FINDINGS));
    if (shown < n)
        paragraph_put(report->details, end, 0, D_SPENT, STYLE_ALERT,
                      text_filled(report->arena, TEXT_TOO_MANY, report->english, count_word(report, n - shown)));
}
