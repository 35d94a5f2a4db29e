/*
 * The register of findings, one row each, in the form condition - criteria - cause - effect - recommendation, with what became of it since
 * the earlier report and columns in which the auditor keeps the follow-up. What is typed there is carried over by --previous.
 */
#include "finding_words.h"
#include "follow_tables.h"
#include "sheets.h"

static const double EXTRA_WIDTH = 16;

struct sheet *findings_open(struct report *report)
{
    struct amounts largest = {0};
    const struct follow_up *follow = report->audit->follow_up;
    size_t extra = follow_extra(report), n = F_COLUMNS + extra;
    for (size_t i = 0; i < report->audit->findings.n; i++) {
        if (report->audit->findings.at[i].amount.sen > largest.of[KINI].sen) largest.of[KINI] = report->audit->findings.at[i].amount;
        if (follow && follow->list.at[i].old.sen > largest.of[KINI].sen) largest.of[KINI] = follow->list.at[i].old;
    }
    const double small = 0.9, m = small * money_width(report, &largest); /* this sheet has small letters */
    const double own[F_COLUMNS] = {13, 9, 7, 5, 9, 8, 15, 16, 13, 26, 23, m, m, 17, 19, 22, 7.5, 21, 18, 15, 15, 10, 24};
    double *widths = arena_new_n(report->arena, double, n);
    for (size_t i = 0; i < n; i++) widths[i] = i < F_COLUMNS ? own[i] : EXTRA_WIDTH;
    return book_long_sheet(report->book, report_text(report, TEXT_SHEET_FINDINGS), widths, n);
}

static void put_state(struct report *report, uint32_t row, size_t i)
{
    const struct follow_up *follow = report->audit->follow_up;
    const struct followed *one = follow && follow->past ? &follow->list.at[i] : NULL;
    struct sheet *sheet = report->findings;
    if (one) {
        book_text(sheet, row, F_STATE, STYLE_SMALL, followed_words(report, one));
        book_integer(sheet, row, F_AGE, STYLE_SMALL_INTEGER, one->age);
    } else {
        book_blank(sheet, row, F_STATE, STYLE_SMALL);
        book_blank(sheet, row, F_AGE, STYLE_SMALL);
    }
    if (one && one->has_old) book_money(sheet, row, F_OLD, STYLE_SMALL_MONEY, one->old);
    else book_blank(sheet, row, F_OLD, STYLE_SMALL);
}

static void put_exception(struct report *report, uint32_t row, const struct finding *finding)
{
    const struct exception *exception = finding_exception(report->audit, finding);
    struct str words = S("");
    if (exception) words = text_filled(report->arena, TEXT_ACCEPTED_BECAUSE, report->english, exception->id, exception_words(report, exception));
    book_text(report->findings, row, F_EXCEPTION, STYLE_SMALL, words);
}

static void put_finding(struct report *report, size_t i)
{
    static const struct follow_words nothing = {0};
    const struct finding *finding = &report->audit->findings.at[i];
    const struct check *check = &report->audit->pack->checks.at[finding->check];
    const struct follow_up *follow = report->audit->follow_up;
    struct sheet *sheet = report->findings;
    bool english = report->english;
    uint32_t row = ROW_FIRST + (uint32_t)i, detail = report->detail_rows[i];
    if (detail)
        book_link(sheet, row, F_ID, STYLE_LINK, finding->id, sheet_name(report->details), detail, 0);
    else
        book_text(sheet, row, F_ID, STYLE_TEXT, finding->id);
    put_state(report, row, i);
    book_text(sheet, row, F_CHECK, STYLE_SMALL, check->id);
    book_text(sheet, row, F_NATURE, STYLE_SMALL, nature_word(report, check->nature));
    book_text(sheet, row, F_SEVERITY, severity_style(finding->severity), severity_word(report, finding->severity));
    book_text(sheet, row, F_UNIT, STYLE_SMALL, unit_words(report, finding->unit));
    book_text(sheet, row, F_ACTIVITY, STYLE_SMALL, activity_words(report, finding->activity));
    book_text(sheet, row, F_ACCOUNT, STYLE_SMALL, ledger_text(report->audit->ledger, finding->account));
    book_text(sheet, row, F_CONDITION, STYLE_SMALL, finding->condition[english]);
    book_text(sheet, row, F_CRITERIA, STYLE_SMALL, finding->criteria[english]);
    book_money(sheet, row, F_AMOUNT, STYLE_SMALL_MONEY, finding->amount);
    book_text(sheet, row, F_CAUSE, STYLE_SMALL, finding->cause[english]);
    book_text(sheet, row, F_EFFECT, STYLE_SMALL, finding->effect[english]);
    book_text(sheet, row, F_RECOMMENDATION, STYLE_SMALL, finding->recommendation[english]);
    book_text(sheet, row, F_CODE, STYLE_SMALL, check->code);
    book_text(sheet, row, F_SOURCE, STYLE_SMALL, finding_source(report, finding));
    put_exception(report, row, finding);
    follow_words_put(report, sheet, row, F_STATUS, F_COLUMNS, follow ? &follow->list.at[i].trail.words : &nothing);
}

void follow_rules_put(struct report *report, struct sheet *sheet, uint32_t end, uint32_t status)
{
    const char *words[] = {
        text(TEXT_STATUS_DONE, report->english),
        text(TEXT_STATUS_PARTLY, report->english),
        text(TEXT_STATUS_OPEN, report->english),
        text(TEXT_STATUS_IMPOSSIBLE, report->english),
    };
    sheet_choices(sheet, ROW_FIRST, end - 1, status, words, sizeof words / sizeof *words);
    sheet_days(sheet, ROW_FIRST, end - 1, status + F_DUE - F_STATUS, report_text(report, TEXT_DUE_RULE));
}

void findings_fill(struct report *report)
{
    size_t all = report->audit->findings.n, n = all < FINDINGS_MAX ? all : FINDINGS_MAX;
    uint32_t end = ROW_FIRST + (uint32_t)n, columns = F_COLUMNS + (uint32_t)follow_extra(report);
    struct row_words words;
    frame_put(report, report->findings, TEXT_TITLE_FINDINGS, report_text(report, TEXT_FINDINGS_HINT));
    header_put(report, report->findings, ROW_HEAD, follow_table_of(TABLE_FINDINGS)->heads, F_COLUMNS);
    follow_heads_put(report, report->findings, F_COLUMNS);
    table_frame(report->findings, end, columns, F_ID + 1);
    sheet_pages_wide(report->findings, 2);
    row_words_begin(report, &words);
    for (size_t i = 0; i < n; i++) {
        put_finding(report, i);
        row_words_next(&words);
    }
    row_words_end(report, &words);
    if (n)
        follow_rules_put(report, report->findings, end, F_STATUS);
    else
        paragraph_put(report->findings, end, 0, F_COLUMNS - 1, STYLE_PARAGRAPH, report_text(report, TEXT_NO_FINDINGS));
    if (n < all)
        paragraph_put(report->findings, end, 0, F_COLUMNS - 1, STYLE_ALERT,
                      text_filled(report->arena, TEXT_TOO_MANY, report->english, count_word(report, all - n)));
}
