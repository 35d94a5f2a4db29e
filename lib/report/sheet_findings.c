/*
 * The register of findings, one row each, in the form condition - criteria - cause - effect - recommendation, with a column in
 * which the auditor keeps the follow-up.
 */
#include "finding_words.h"
#include "sheets.h"

enum {
    F_ID,
    F_CHECK,
    F_NATURE,
    F_SEVERITY,
    F_UNIT,
    F_ACTIVITY,
    F_ACCOUNT,
    F_CONDITION,
    F_CRITERIA,
    F_AMOUNT,
    F_CAUSE,
    F_EFFECT,
    F_RECOMMENDATION,
    F_CODE,
    F_SOURCE,
    F_STATUS,
    F_COLUMNS
};

static const enum text_id HEADS[F_COLUMNS] = {
    TEXT_FINDING_ID, TEXT_CHECK,  TEXT_NATURE, TEXT_SEVERITY, TEXT_UNIT,           TEXT_ACTIVITY,     TEXT_ACCOUNT, TEXT_CONDITION,
    TEXT_CRITERIA,   TEXT_AMOUNT, TEXT_CAUSE,  TEXT_EFFECT,   TEXT_RECOMMENDATION, TEXT_FINDING_CODE, TEXT_SOURCE,  TEXT_FOLLOW_UP,
};

struct sheet *findings_open(struct report *report)
{
    struct amounts largest = {0};
    for (size_t i = 0; i < report->audit->findings.n; i++)
        if (report->audit->findings.at[i].amount.sen > largest.of[KINI].sen) largest.of[KINI] = report->audit->findings.at[i].amount;
    const double small = 0.9, m = small * money_width(report, &largest); /* this sheet has small letters */
    const double widths[F_COLUMNS] = {13, 5, 9, 8, 15, 16, 13, 26, 23, m, 17, 19, 22, 7.5, 21, 13};
    return book_sheet(report->book, report_text(report, TEXT_SHEET_FINDINGS), widths, F_COLUMNS);
}

static void put_finding(struct report *report, size_t i)
{
    const struct finding *finding = &report->audit->findings.at[i];
    const struct check *check = &report->audit->pack->checks.at[finding->check];
    struct sheet *sheet = report->findings;
    bool english = report->english;
    uint32_t row = ROW_FIRST + (uint32_t)i, detail = report->detail_rows[i];
    if (detail)
        book_link(sheet, row, F_ID, STYLE_LINK, finding->id, sheet_name(report->details), detail, 0);
    else
        book_text(sheet, row, F_ID, STYLE_TEXT, finding->id);
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
    book_blank(sheet, row, F_STATUS, STYLE_SMALL);
}

/* The words that the auditors' follow-up register uses. */
static void offer_statuses(struct report *report, uint32_t end)
{
    const char *words[] = {
        text(TEXT_STATUS_DONE, report->english),
        text(TEXT_STATUS_PARTLY, report->english),
        text(TEXT_STATUS_OPEN, report->english),
        text(TEXT_STATUS_IMPOSSIBLE, report->english),
    };
    sheet_choices(report->findings, ROW_FIRST, end - 1, F_STATUS, words, sizeof words / sizeof *words);
}

void findings_fill(struct report *report)
{
    size_t all = report->audit->findings.n, n = all < FINDINGS_MAX ? all : FINDINGS_MAX;
    uint32_t end = ROW_FIRST + (uint32_t)n;
    frame_put(report, report->findings, TEXT_TITLE_FINDINGS, report_text(report, TEXT_FINDINGS_HINT));
    header_put(report, report->findings, ROW_HEAD, HEADS, F_COLUMNS);
    table_frame(report->findings, end, F_COLUMNS, F_ID + 1);
    for (size_t i = 0; i < n; i++) put_finding(report, i);
    if (n)
        offer_statuses(report, end);
    else
        paragraph_put(report->findings, end, 0, F_COLUMNS - 1, STYLE_PARAGRAPH, report_text(report, TEXT_NO_FINDINGS));
    if (n < all)
        paragraph_put(report->findings, end, 0, F_COLUMNS - 1, STYLE_ALERT,
                      text_filled(report->arena, TEXT_TOO_MANY, report->english, count_word(report, all - n)));
}
