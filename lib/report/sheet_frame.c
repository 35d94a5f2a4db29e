#include "effcheck/fit.h"
#include "sheets.h"

double money_width(const struct report *report, const struct amounts *largest)
{
    const double least = 13.5, digit = 7, bold_size = 9.6, sen = 3 * digit, padding = 14;
    double widest = 0;
    for (enum measure m = 0; m < MEASURE_COUNT; m++) {
        double pixels = fit_width(rupiah(report, largest->of[m]), bold_size) - fit_width(S("Rp "), bold_size);
        if (report->has_sen && largest->of[m].sen % 100 == 0) pixels += sen;
        if (pixels > widest) widest = pixels;
    }
    double width = (widest + padding) / digit;
    return width > least ? width : least;
}

struct str subtitle_words(struct report *report)
{
    const struct pack *pack = report->audit->pack;
    const struct run_options *options = report->options;
    char period[DATE_TEXT_MAX];
    struct str words = {0};
    if (options->period.year) words = (struct str){period, date_words(options->period, report->english, period)};
    struct str year = str_format(report->arena, "%d", pack->fiscal_year);
    struct str line = text_filled(report->arena, TEXT_SUBTITLE, report->english, region_words(report), year, pack->title[report->english]);
    return words.n ? text_filled(report->arena, TEXT_SUBTITLE_PERIOD, report->english, line, words) : line;
}

void frame_put_title(struct report *report, struct sheet *sheet, struct str title, struct str note)
{
    bool what_if = report->options->what_if;
    if (what_if) title = text_filled(report->arena, TEXT_SIMULATION_TITLE, report->english, title);
    book_text(sheet, ROW_TITLE, 0, what_if ? STYLE_SIMULATION : STYLE_TITLE, title);
    sheet_height(sheet, ROW_TITLE, 24);
    book_text(sheet, ROW_SUBTITLE, 0, STYLE_SUBTITLE, subtitle_words(report));
    book_text(sheet, ROW_NOTE, 0, STYLE_NOTE, note);
}

void frame_put(struct report *report, struct sheet *sheet, enum text_id title, struct str note)
{
    frame_put_title(report, sheet, report_text(report, title), note);
}

void header_put(struct report *report, struct sheet *sheet, uint32_t row, const enum text_id *names, size_t n)
{
    for (size_t i = 0; i < n; i++) book_text(sheet, row, (uint32_t)i, STYLE_HEADER, report_text(report, names[i]));
}

void table_frame(struct sheet *sheet, uint32_t end, uint32_t columns, uint32_t frozen_columns)
{
    sheet_freeze(sheet, ROW_FIRST, frozen_columns);
    sheet_repeat(sheet, ROW_HEAD, ROW_HEAD);
    if (end > ROW_FIRST) sheet_filter(sheet, ROW_HEAD, end - 1, columns);
}

void page_frame(struct sheet *sheet)
{
    sheet_freeze(sheet, ROW_NOTE, 0);
    sheet_repeat(sheet, ROW_TITLE, ROW_SUBTITLE);
}

void row_words_begin(struct report *report, struct row_words *words)
{
    *words = (struct row_words){.arena.out_of_memory = report->arena->out_of_memory, .kept = report->arena};
    report->arena = &words->arena;
}

void row_words_next(struct row_words *words)
{
    enum { ENOUGH = 64 * 1024 };
    if (words->arena.reserved > ENOUGH) arena_reset(&words->arena);
}

void row_words_end(struct report *report, struct row_words *words)
{
    report->arena = words->kept;
    arena_release(&words->arena);
}

double merged_put(struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last, enum style style, struct str text)
{
    book_merged(sheet, row, first, last, style, text);
    return style_height(style, text, sheet_pixels(sheet, first, last));
}

void paragraph_put(struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last, enum style style, struct str text)
{
    sheet_height(sheet, row, merged_put(sheet, row, first, last, style, text));
}

void amount_put(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, const struct amounts *amounts, enum measure measure)
{
    if (amounts_has(amounts, measure))
        book_money(sheet, row, column, style, amounts->of[measure]);
    else
        book_blank(sheet, row, column, style == STYLE_SMALL_MONEY ? STYLE_SMALL_ABSENT : STYLE_ABSENT);
}

void verdict_put(struct report *report, struct sheet *sheet, uint32_t row, uint32_t column, const struct result *result)
{
    if (result)
        book_text(sheet, row, column, verdict_style(result->verdict), verdict_word(report, result->verdict));
    else
        book_blank(sheet, row, column, STYLE_ABSENT);
}

struct str sum_formula(struct arena *arena, uint32_t column, uint32_t first, uint32_t end)
{
    struct str top = book_ref(arena, first, column), bottom = book_ref(arena, end - 1, column);
    return str_format(arena, "=SUM(%.*s:%.*s)", STR_ARG(top), STR_ARG(bottom));
}

struct axis_unit axis_unit_for(const struct report *report, struct money largest)
{
    const int64_t two_milliards = 200000000000;
    if (largest.sen >= two_milliards) return (struct axis_unit){"#,##0.0,,,", report_text(report, TEXT_MILLIARD_RUPIAH)};
    return (struct axis_unit){"#,##0,,", report_text(report, TEXT_MILLION_RUPIAH)};
}
