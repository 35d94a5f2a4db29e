/*
 * The work paper of one unit: every line of its files with its place, amounts, class, the rule that decided and where that rule
 * stands, and the findings it takes part in. One row a line, in the order of the files, so that a filter shows any part of it.
 */
#include <stdlib.h>

#include "unit_sheets.h"

enum {
    P_FILE,
    P_LINE,
    P_STATUS,
    P_SUB_UNIT,
    P_ACTIVITY_CODE,
    P_ACTIVITY,
    P_ACCOUNT,
    P_ACCOUNT_NAME,
    P_TEXT,
    P_FUND,
    P_MURNI,
    P_KINI,
    P_SPENT,
    P_CLASS,
    P_RULE,
    P_RULE_AT,
    P_FINDINGS,
    P_COLUMNS
};
enum { ROW_SUMS = ROW_HEAD - 1 };

static const enum text_id HEADS[P_COLUMNS] = {
    TEXT_FILE,        TEXT_LINE, TEXT_STATUS, TEXT_SUB_UNIT, TEXT_ACTIVITY_CODE, TEXT_ACTIVITY, TEXT_ACCOUNT, TEXT_ACCOUNT_NAME,
    TEXT_DESCRIPTION, TEXT_FUND, TEXT_MURNI,  TEXT_KINI,     TEXT_REALISASI,     TEXT_CLASS,    TEXT_RULE,    TEXT_RULE_AT,
    TEXT_FINDINGS_OF_LINE,
};

/* ---- sheets ---- */

static uint32_t sheets_of(const struct unit_lines *unit) { return unit->n ? (unit->n - 1) / unit->a_sheet + 1 : 1; }

struct sheet *paper_open(struct report *report)
{
    const double m = report->money_width;
    const double widths[P_COLUMNS] = {24, 8, 8, 20, 17, 34, 17, 34, 48, 16, m, m, m, 22, 13, 14, 28};
    struct sheet *first = NULL;
    for (uint32_t i = 0; i < sheets_of(report->unit); i++) {
        struct sheet *sheet = book_long_sheet(report->book, report_text(report, TEXT_SHEET_PAPER), widths, P_COLUMNS);
        if (!first) first = sheet;
    }
    return first;
}

/* Where in the unit's lines a line of the ledger stands; n = nowhere. */
static uint32_t place_of(const struct unit_lines *unit, uint32_t line)
{
    uint32_t low = 0, high = unit->n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (unit->lines[middle] < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low < unit->n && unit->lines[low] == line ? low : unit->n;
}

void paper_plan(struct report *report)
{
    const struct audit *audit = report->audit;
    report->detail_rows = arena_new_n(report->arena, uint32_t, audit->findings.n + 1);
    for (size_t i = 0; i < audit->findings.n; i++) {
        const struct finding *finding = &audit->findings.at[i];
        if (!finding->line_count) continue;
        uint32_t place = place_of(report->unit, audit->finding_lines.at[finding->first_line]);
        if (place < report->unit->n && place < report->unit->a_sheet) report->detail_rows[i] = ROW_FIRST + place;
    }
}

/* ---- findings of each line ---- */

struct mention {
    uint32_t line, finding;
};

struct mentions {
    struct mention *at;
    size_t n, next; /* lines are asked for in ascending order */
};

static int by_line(const void *a, const void *b)
{
    const struct mention *x = a, *y = b;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    return (x->finding > y->finding) - (x->finding < y->finding);
}

static struct mentions mentions_of(struct report *report)
{
    const struct audit *audit = report->audit;
    size_t n = 0;
    for (size_t i = 0; i < audit->findings.n; i++) n += audit->findings.at[i].line_count;
    struct mentions mentions = {.at = arena_new_n(report->arena, struct mention, n + 1)};
    for (uint32_t i = 0; i < audit->findings.n; i++)
        for (uint32_t k = 0; k < audit->findings.at[i].line_count; k++)
            mentions.at[mentions.n++] = (struct mention){audit->finding_lines.at[audit->findings.at[i].first_line + k], i};
    if (n) qsort(mentions.at, n, sizeof *mentions.at, by_line);
    return mentions;
}

/* The ids of the findings that speak of this line. */
static struct str findings_of(const struct audit *audit, struct mentions *mentions, uint32_t line, struct arena *arena)
{
    struct str ids = {0};
    while (mentions->next < mentions->n && mentions->at[mentions->next].line < line) mentions->next++;
    for (; mentions->next < mentions->n && mentions->at[mentions->next].line == line; mentions->next++) {
        struct str id = audit->findings.at[mentions->at[mentions->next].finding].id;
        ids = ids.n ? str_format(arena, "%.*s; %.*s", STR_ARG(ids), STR_ARG(id)) : id;
    }
    return ids;
}

/* ---- rows ---- */

struct paper {
    struct report *report;
    struct sheet *sheet;
    struct arena scratch;
    struct str *rule_places; /* by rule */
    struct mentions mentions;
};

static void put_if_any(const struct paper *paper, uint32_t row, uint32_t column, struct str text)
{
    if (text.n) book_text(paper->sheet, row, column, STYLE_LINE, text);
}

static void put_amount(struct sheet *sheet, uint32_t row, uint32_t column, const struct amounts *amounts, enum measure measure)
{
    if (amounts_has(amounts, measure))
        book_money(sheet, row, column, STYLE_LINE_MONEY, amounts->of[measure]);
    else
        book_blank(sheet, row, column, STYLE_SMALL_ABSENT);
}

static void put_line(struct paper *paper, uint32_t row, uint32_t index)
{
    const struct report *report = paper->report;
    const struct audit *audit = report->audit;
    const struct ledger *ledger = audit->ledger;
    const struct line *line = &ledger->lines.at[index];
    const struct activity *activity = &ledger->activities.at[line->activity];
    const struct particulars *p = line_particulars(ledger, line);
    const uint32_t texts[] = {p->sub_unit_name, activity->code, activity->name, line->account, line->account_name, line->text, p->fund};
    put_if_any(paper, row, P_FILE, file_words(report, line->file));
    book_integer(paper->sheet, row, P_LINE, STYLE_LINE_INTEGER, line->row);
    if (line->rejected) put_if_any(paper, row, P_STATUS, report_text(report, TEXT_LINE_REJECTED));
    for (uint32_t i = 0; i < sizeof texts / sizeof *texts; i++) put_if_any(paper, row, P_SUB_UNIT + i, ledger_text(ledger, texts[i]));
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++) put_amount(paper->sheet, row, P_MURNI + m, &line->amounts, m);
    put_if_any(paper, row, P_CLASS, audit->pack->classes.at[line->class_index].name[report->english]);
    bool ruled = line->rule != NO_INDEX;
    put_if_any(paper, row, P_RULE, ruled ? audit->pack->rules.at[line->rule].id : report_text(report, TEXT_NO_RULE));
    if (ruled) put_if_any(paper, row, P_RULE_AT, paper->rule_places[line->rule]);
    put_if_any(paper, row, P_FINDINGS, findings_of(audit, &paper->mentions, index, &paper->scratch));
    if (paper->scratch.reserved) arena_release(&paper->scratch);
}

/* Sums of the rows below that a filter lets through; as long as there is none, of all. */
static void put_sums(const struct paper *paper, const uint32_t *lines, uint32_t n)
{
    struct report *report = paper->report;
    struct amounts sums = {0};
    for (uint32_t i = 0; i < n; i++) amounts_add(&sums, &report->audit->ledger->lines.at[lines[i]].amounts); /* audit_totals checked it */
    book_text(paper->sheet, ROW_SUMS, P_FILE, STYLE_TOTAL_TEXT, report_text(report, TEXT_SUM));
    for (enum measure m = MURNI; n && m < MEASURE_COUNT; m++) {
        struct str top = book_ref(report->arena, ROW_FIRST, P_MURNI + m), bottom = book_ref(report->arena, ROW_FIRST + n - 1, P_MURNI + m);
        struct str formula = str_format(report->arena, "=SUBTOTAL(109,%.*s:%.*s)", STR_ARG(top), STR_ARG(bottom));
        book_money_formula(paper->sheet, ROW_SUMS, P_MURNI + m, STYLE_TOTAL_MONEY, formula, sums.of[m]);
    }
}

static struct str note_of(struct report *report, uint32_t part, uint32_t from, uint32_t end)
{
    const struct unit_lines *unit = report->unit;
    struct str note = text_filled(report->arena, TEXT_PAPER_NOTE, report->english, count_word(report, unit->n - unit->rejected),
                                  count_word(report, unit->rejected));
    if (sheets_of(unit) == 1) return note;
    return text_filled(report->arena, TEXT_PAPER_PART, report->english, note, count_word(report, part + 1),
                       count_word(report, sheets_of(unit)), count_word(report, from + 1), count_word(report, end));
}

static void fill_part(struct paper *paper, uint32_t part)
{
    const struct unit_lines *unit = paper->report->unit;
    uint32_t from = part * unit->a_sheet, rest = unit->n - from, n = rest < unit->a_sheet ? rest : unit->a_sheet;
    frame_put(paper->report, paper->sheet, TEXT_TITLE_PAPER, note_of(paper->report, part, from, from + n));
    put_sums(paper, unit->lines + from, n);
    header_put(paper->report, paper->sheet, ROW_HEAD, HEADS, P_COLUMNS);
    table_frame(paper->sheet, ROW_FIRST + n, P_COLUMNS, P_LINE + 1);
    for (uint32_t i = 0; i < n; i++) put_line(paper, ROW_FIRST + i, unit->lines[from + i]);
}

void paper_fill(struct report *report, struct sheet *first)
{
    const struct book *book = report->book;
    const struct pack *pack = report->audit->pack;
    struct paper paper = {.report = report, .scratch.out_of_memory = report->arena->out_of_memory, .mentions = mentions_of(report)};
    size_t at = 0;
    paper.rule_places = arena_new_n(report->arena, struct str, pack->rules.n + 1);
    for (size_t i = 0; i < pack->rules.n; i++) paper.rule_places[i] = place_words(report, &pack->rules.at[i].place);
    while (book_sheet_at(book, at) != first) at++;
    for (uint32_t part = 0; part < sheets_of(report->unit); part++) {
        paper.sheet = book_sheet_at(book, at + part);
        fill_part(&paper, part);
    }
    arena_release(&paper.scratch);
}
