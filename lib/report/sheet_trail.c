/*
 * What the next report needs of this one, in tables for people: every finding there has been, and what units have reported. The columns
 * and the check marks are those of follow_up.h; previous.c reads them.
 */
#include "follow_tables.h"
#include "sheets.h"

/* ---- words of auditors ---- */

size_t follow_extra(const struct report *report)
{
    const struct follow_up *follow = report->audit->follow_up;
    return follow && follow->past ? follow->past->extra_heads.n : 0;
}

void follow_heads_put(struct report *report, struct sheet *sheet, uint32_t first)
{
    for (size_t i = 0; i < follow_extra(report); i++)
        book_text(sheet, ROW_HEAD, first + (uint32_t)i, STYLE_HEADER, report->audit->follow_up->past->extra_heads.at[i]);
}

/* A day goes in as a day, anything else as it was typed. */
static void put_due(struct sheet *sheet, uint32_t row, uint32_t column, struct str due)
{
    enum { ISO = 10, FIRST_YEAR = 1901 };
    struct date day;
    if (due.n == ISO && due.p[4] == '-' && date_parse(due, &day) && day.year >= FIRST_YEAR) book_date(sheet, row, column, STYLE_SMALL_DATE, day);
    else book_text(sheet, row, column, STYLE_SMALL, due);
}

void follow_words_put(struct report *report, struct sheet *sheet, uint32_t row, uint32_t status, uint32_t extra, const struct follow_words *words)
{
    book_text(sheet, row, status, STYLE_SMALL, words->status);
    book_text(sheet, row, status + F_OWNER - F_STATUS, STYLE_SMALL, words->owner);
    put_due(sheet, row, status + F_DUE - F_STATUS, words->due);
    book_text(sheet, row, status + F_NOTE - F_STATUS, STYLE_SMALL, words->note);
    for (size_t i = 0; i < follow_extra(report); i++)
        book_text(sheet, row, extra + (uint32_t)i, STYLE_SMALL, words->extra ? words->extra[i] : S(""));
}

struct str followed_words(const struct report *report, const struct followed *one)
{
    static const enum text_id states[FOLLOW_STATUS_COUNT] = {TEXT_STATE_NEW,  TEXT_STATE_SAME,     TEXT_STATE_CHANGED, TEXT_STATE_BACK,
                                                             TEXT_STATE_DONE, TEXT_STATE_UNTESTED, TEXT_STATE_UNKNOWN};
    struct str state = report_text(report, states[one->status]);
    if (!one->overdue) return state;
    return str_format(report->arena, "%.*s; %.*s", STR_ARG(state), STR_ARG(report_text(report, TEXT_STATE_OVERDUE)));
}

static struct str month_words(const struct report *report, struct date month)
{
    char iso[DATE_TEXT_MAX];
    return month.year ? str_copy(report->arena, (struct str){iso, date_iso(month, iso)}) : S("");
}

/* ---- Jejak Temuan ---- */

struct sheet *trail_open(struct report *report)
{
    const double own[J_COLUMNS] = {14, 10, 6, 17, 22, 40, 15, 15, 9, 9, 9, 9, 15, 15, 10, 24, 10};
    if (!report->audit->follow_up) return NULL;
    size_t n = J_COLUMNS + follow_extra(report);
    double *widths = arena_new_n(report->arena, double, n);
    for (size_t i = 0; i < n; i++) widths[i] = i < J_COLUMNS ? own[i] : own[J_OWNER];
    return book_long_sheet(report->book, report_text(report, TEXT_SHEET_TRAIL), widths, n);
}

static void put_trail(struct report *report, uint32_t row, const struct followed *one, bool in_register)
{
    static const struct follow_words nothing = {0};
    const struct trail *t = &one->trail;
    struct sheet *sheet = report->trail;
    bool known = t->first.year != 0;
    struct str mark = str_format(report->arena, "%08X", (unsigned)trail_mark(t));
    book_text(sheet, row, J_ID, STYLE_SMALL, t->id);
    book_text(sheet, row, J_STATE, STYLE_SMALL, report->audit->follow_up->past ? followed_words(report, one) : S(""));
    book_text(sheet, row, J_CHECK, STYLE_SMALL, t->check);
    book_text(sheet, row, J_UNIT_CODE, STYLE_SMALL, t->unit_code);
    book_text(sheet, row, J_UNIT, STYLE_SMALL, t->unit);
    book_text(sheet, row, J_TEXT, STYLE_SMALL, t->text);
    if (known) book_money(sheet, row, J_AMOUNT, STYLE_SMALL_MONEY, t->amount);
    else book_blank(sheet, row, J_AMOUNT, STYLE_SMALL);
    if (t->has_before) book_money(sheet, row, J_BEFORE, STYLE_SMALL_MONEY, t->before);
    else book_blank(sheet, row, J_BEFORE, STYLE_SMALL);
    book_text(sheet, row, J_FIRST, STYLE_SMALL, month_words(report, t->first));
    book_text(sheet, row, J_SINCE, STYLE_SMALL, month_words(report, t->since));
    book_text(sheet, row, J_LAST, STYLE_SMALL, month_words(report, t->last));
    book_text(sheet, row, J_CLOSED, STYLE_SMALL, month_words(report, t->closed));
    follow_words_put(report, sheet, row, J_STATUS, J_COLUMNS, in_register ? &nothing : &t->words);
    book_text(sheet, row, J_MARK, STYLE_SMALL, mark);
}

void trail_fill(struct report *report)
{
    const struct follow_up *follow = report->audit->follow_up;
    if (!follow) return;
    uint32_t end = ROW_FIRST + (uint32_t)follow->list.n;
    struct row_words words;
    frame_put(report, report->trail, TEXT_TITLE_TRAIL, report_text(report, TEXT_TRAIL_HINT));
    header_put(report, report->trail, ROW_HEAD, follow_table_of(TABLE_TRAIL)->heads, J_COLUMNS);
    follow_heads_put(report, report->trail, J_COLUMNS);
    table_frame(report->trail, end, J_COLUMNS, J_ID + 1);
    row_words_begin(report, &words);
    for (size_t i = 0; i < follow->list.n; i++) {
        put_trail(report, ROW_FIRST + (uint32_t)i, &follow->list.at[i], i < report->audit->findings.n);
        row_words_next(&words);
    }
    row_words_end(report, &words);
    if (follow->list.n) follow_rules_put(report, report->trail, end, J_STATUS);
}

/* ---- Jejak Data ---- */

struct sheet *reported_open(struct report *report)
{
    const double m = report->money_width;
    const double widths[D_COLUMNS] = {20, 30, 9, 8, m, m, m, 8, m, m, m, 26, 18, 10};
    if (!report->audit->follow_up) return NULL;
    return book_long_sheet(report->book, report_text(report, TEXT_SHEET_REPORTED), widths, D_COLUMNS);
}

static struct str change_words(const struct report *report, const struct compared *row)
{
    static const enum text_id words[PAST_CHANGE_COUNT] = {[PAST_NEW] = TEXT_PAST_NEW, [PAST_AMOUNT] = TEXT_PAST_AMOUNT, [PAST_FEWER] = TEXT_PAST_FEWER,
                                                          [PAST_CONTENT] = TEXT_PAST_CONTENT, [PAST_SILENT] = TEXT_PAST_SILENT};
    struct str measures = measure_word(report, row->measure);
    if (row->change == PAST_SAME || !report->audit->follow_up->past) return S("");
    if (row->change == PAST_SILENT) measures = S("");
    for (enum measure m = 0; row->change == PAST_SILENT && m < MEASURE_COUNT; m++) {
        if (!((row->lacking >> m) & 1)) continue;
        measures = str_format(report->arena, "%.*s%s%.*s", STR_ARG(measures), measures.n ? ", " : "", STR_ARG(measure_word(report, m)));
    }
    return text_filled(report->arena, words[row->change], report->english, measures);
}

static void put_side(struct report *report, uint32_t row, uint32_t lines, const struct reported *side)
{
    book_integer(report->reported, row, lines, STYLE_SMALL_INTEGER, side->lines);
    for (enum measure m = 0; m < MEASURE_COUNT; m++)
        if (amounts_has(&side->amounts, m)) book_money(report->reported, row, lines + 1 + m, STYLE_SMALL_MONEY, side->amounts.of[m]);
        else book_blank(report->reported, row, lines + 1 + m, STYLE_SMALL_ABSENT);
}

static void put_reported(struct report *report, uint32_t row, const struct compared *one)
{
    struct sheet *sheet = report->reported;
    struct str content = str_format(report->arena, "%016llX", (unsigned long long)one->now.content);
    book_text(sheet, row, D_CODE, STYLE_SMALL, one->now.code);
    book_text(sheet, row, D_UNIT, STYLE_SMALL, one->now.name);
    book_text(sheet, row, D_MONTH, STYLE_SMALL, month_words(report, one->now.month));
    put_side(report, row, D_LINES, &one->now);
    if (one->had) put_side(report, row, D_OLD_LINES, &one->before);
    for (uint32_t column = D_OLD_LINES; !one->had && column <= D_OLD_SPENT; column++) book_blank(sheet, row, column, STYLE_SMALL_ABSENT);
    book_text(sheet, row, D_REMARK, STYLE_SMALL, change_words(report, one));
    book_text(sheet, row, D_CONTENT, STYLE_SMALL, content);
    book_text(sheet, row, D_MARK, STYLE_SMALL, str_format(report->arena, "%08X", (unsigned)reported_mark(&one->now)));
}

void reported_fill(struct report *report)
{
    const struct follow_up *follow = report->audit->follow_up;
    if (!follow) return;
    frame_put(report, report->reported, TEXT_TITLE_REPORTED, report_text(report, TEXT_REPORTED_HINT));
    header_put(report, report->reported, ROW_HEAD, follow_table_of(TABLE_REPORTED)->heads, D_COLUMNS);
    table_frame(report->reported, ROW_FIRST + (uint32_t)follow->reported.n, D_COLUMNS, D_UNIT + 1);
    for (size_t i = 0; i < follow->reported.n; i++) put_reported(report, ROW_FIRST + (uint32_t)i, &follow->reported.at[i]);
}

uint32_t follow_marks(const struct follow_up *follow)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < follow->list.n; i++) sum += trail_mark(&follow->list.at[i].trail);
    for (size_t i = 0; i < follow->reported.n; i++) sum += reported_mark(&follow->reported.at[i].now);
    return sum;
}
