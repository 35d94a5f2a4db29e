/*
 * Honoraria: every unit price above the standard with its cap and where that comes from; what could not be decided, counted and
 * summed by reason; other units; and the class by unit with its direction.
 */
#include "sheets.h"

enum { H_UNIT, H_ACTIVITY, H_TEXT, H_ROLE, H_MEASURE, H_PRICE, H_CAP, H_BASIS, H_VOLUME, H_OVER, H_SOURCE, H_COLUMNS };
enum { RATES_SHOWN = 20000 }; /* of each table; sums are over all */

static const enum text_id HEADS[H_COLUMNS] = {
    TEXT_UNIT, TEXT_ACTIVITY, TEXT_DESCRIPTION, TEXT_ROLE, TEXT_MEASURE_UNIT, TEXT_PRICE, TEXT_CAP, TEXT_CAP_SOURCE, TEXT_VOLUME, TEXT_EXCESS, TEXT_SOURCE,
};

/* The check whose rates and class the sheet shows; NULL where the pack has none. */
static const struct check *rate_check(const struct report *report)
{
    const struct pack *pack = report->audit->pack;
    for (size_t i = 0; i < pack->checks.n; i++)
        if (pack->checks.at[i].kind == CHECK_RATE) return &pack->checks.at[i];
    return NULL;
}

/* The sheet is named after the class. */
static struct str class_words(const struct report *report)
{
    return report->audit->pack->classes.at[rate_check(report)->class_index].name[report->english];
}

struct sheet *rates_open(struct report *report)
{
    const double widths[H_COLUMNS] = {22, 25, 32, 20, 11, 11, 11, 22, 8, 13.5, 20};
    return rate_check(report) ? book_long_sheet(report->book, class_words(report), widths, H_COLUMNS) : NULL;
}

static const struct line *line_of(const struct report *report, const struct rate *rate)
{
    return &report->audit->ledger->lines.at[rate->line];
}

static const struct calculation *calculation_of(const struct report *report, const struct rate *rate)
{
    return rate->calculation == NO_UNIT ? NULL : &report->audit->ledger->calculations.at[rate->calculation];
}

static struct str volume_words(struct report *report, const struct rate *rate)
{
    long long volume = rate->volume;
    if (!rate->has_volume) return S("-");
    if (volume % 100 == 0) return str_format(report->arena, "%lld", volume / 100);
    return str_format(report->arena, "%s%lld%c%02lld", volume < 0 ? "-" : "", (volume < 0 ? -volume : volume) / 100, report->english ? '.' : ',',
                      (volume < 0 ? -volume : volume) % 100);
}

/* What all tables of single lines begin and end with. */
static void put_line(struct report *report, uint32_t row, const struct rate *rate)
{
    const struct line *line = line_of(report, rate);
    const struct calculation *calculation = calculation_of(report, rate);
    const struct standards *s = &report->audit->pack->standards;
    struct str text = calculation ? calculation_text(report->audit->ledger, line, calculation) : ledger_text(report->audit->ledger, line->text), file = file_words(report, line->file);
    book_text(report->rates, row, H_UNIT, STYLE_SMALL, unit_words(report, rate->unit));
    book_text(report->rates, row, H_ACTIVITY, STYLE_SMALL, activity_words(report, line->activity));
    book_text(report->rates, row, H_TEXT, STYLE_SMALL, text);
    book_text(report->rates, row, H_ROLE, STYLE_SMALL, rate_role(report->audit, rate, report->english, report->arena));
    book_text(report->rates, row, H_MEASURE, STYLE_SMALL, rate->measure_unit == NO_INDEX ? S("-") : s->list.at[rate->measure_unit].name[report->english]);
    book_money(report->rates, row, H_PRICE, STYLE_SMALL_MONEY, calculation ? calculation->price : (struct money){0});
    book_text(report->rates, row, H_VOLUME, STYLE_SMALL, volume_words(report, rate));
    book_text(report->rates, row, H_SOURCE, STYLE_SMALL, row_place(report, file, calculation ? calculation->row : line->row));
}

static void put_above(struct report *report, uint32_t row, const struct rate *rate)
{
    const struct cap *cap = &report->audit->pack->standards.caps.at[rate->cap];
    struct str place = place_words(report, &cap->place), doubt = certainty_holds(cap->certainty) ? S("") : text_str(TEXT_RATE_UNVERIFIED, report->english);
    put_line(report, row, rate);
    book_money(report->rates, row, H_CAP, STYLE_SMALL_MONEY, cap->most);
    book_text(report->rates, row, H_BASIS, STYLE_SMALL, str_chained(report->arena, cap->regulation, doubt, S(" ("), str_from(certainty_id(cap->certainty)), S(", "), place, S(")")));
    book_money(report->rates, row, H_OVER, STYLE_SMALL_MONEY, rate->over);
}

static void put_other_unit(struct report *report, uint32_t row, const struct rate *rate)
{
    put_line(report, row, rate);
    book_blank(report->rates, row, H_CAP, STYLE_SMALL_ABSENT);
    book_text(report->rates, row, H_BASIS, STYLE_SMALL, report_text(report, TEXT_RATE_OTHER_UNIT));
    book_money(report->rates, row, H_OVER, STYLE_SMALL_MONEY, rate_amount(report->audit, rate));
}

struct rate_sum {
    uint64_t lines;
    struct money amount;
};

struct rate_sums {
    struct rate_sum of[RATE_UNDECIDED + 1]; /* of those within the rates only the number */
};

static struct rate_sums sums_of(const struct report *report)
{
    struct rate_sums sums = {0};
    for (size_t i = 0; i < report->audit->rates.n; i++) {
        const struct rate *rate = &report->audit->rates.at[i];
        struct rate_sum *sum = &sums.of[rate->verdict];
        bool again = i && report->audit->rates.at[i - 1].line == rate->line;
        if (!rate->held) continue;
        sum->lines++;
        if (rate->verdict == RATE_ABOVE) money_add(&sum->amount, rate->over);
        else if (!again && rate->verdict != RATE_WITHIN) money_add(&sum->amount, rate_amount(report->audit, rate));
    }
    return sums;
}

static uint32_t put_rates(struct report *report, uint32_t row, enum rate_verdict verdict, uint64_t all, void (*put)(struct report *, uint32_t, const struct rate *))
{
    uint64_t shown = 0;
    struct row_words words;
    row_words_begin(report, &words);
    for (size_t i = 0; i < report->audit->rates.n && shown < RATES_SHOWN; i++) {
        const struct rate *rate = &report->audit->rates.at[i];
        if (!rate->held || rate->verdict != verdict) continue;
        put(report, row++, rate);
        row_words_next(&words);
        shown++;
    }
    row_words_end(report, &words);
    if (shown == all) return row;
    paragraph_put(report->rates, row, 0, H_COLUMNS - 1, STYLE_ALERT, text_filled(report->arena, TEXT_TOO_MANY, report->english, count_word(report, all - shown)));
    return row + 1;
}

/* Undecided lines of a unit for one reason. */
static uint32_t put_reasons(struct report *report, uint32_t row, size_t from, size_t to)
{
    const struct audit *audit = report->audit;
    bool *done = arena_new_n(report->arena, bool, to - from + 1);
    for (size_t i = from; i < to; i++) {
        struct rate_sum sum = {0};
        const struct rate *first = &audit->rates.at[i];
        if (done[i - from] || !first->held || first->verdict != RATE_UNDECIDED) continue;
        for (size_t k = i; k < to; k++) {
            const struct rate *rate = &audit->rates.at[k];
            if (!rate->held || rate->verdict != RATE_UNDECIDED || rate->reason != first->reason) continue;
            done[k - from] = true;
            sum.lines++;
            if (k == 0 || audit->rates.at[k - 1].line != rate->line) money_add(&sum.amount, rate_amount(report->audit, rate));
        }
        struct str place = row_place(report, file_words(report, line_of(report, first)->file),
                                     calculation_of(report, first) ? calculation_of(report, first)->row : line_of(report, first)->row);
        book_text(report->rates, row, H_UNIT, STYLE_SMALL, unit_words(report, first->unit));
        book_merged(report->rates, row, H_ACTIVITY, H_BASIS, STYLE_SMALL, report_text(report, first->reason));
        book_integer(report->rates, row, H_VOLUME, STYLE_SMALL_INTEGER, (int64_t)sum.lines);
        book_money(report->rates, row, H_OVER, STYLE_SMALL_MONEY, sum.amount);
        book_text(report->rates, row++, H_SOURCE, STYLE_SMALL, place);
    }
    return row;
}

static uint32_t put_undecided(struct report *report, uint32_t row, struct rate_sum sum)
{
    const struct audit *audit = report->audit;
    book_text(report->rates, row++, 0, STYLE_SECTION,
              text_filled(report->arena, TEXT_RATES_OPEN, report->english, count_word(report, sum.lines), rupiah(report, sum.amount)));
    book_text(report->rates, row, H_UNIT, STYLE_HEADER, report_text(report, TEXT_UNIT));
    book_merged(report->rates, row, H_ACTIVITY, H_BASIS, STYLE_HEADER, report_text(report, TEXT_RATE_REASON));
    book_text(report->rates, row, H_VOLUME, STYLE_HEADER, report_text(report, TEXT_LINES));
    book_text(report->rates, row, H_OVER, STYLE_HEADER, report_text(report, TEXT_AMOUNT));
    book_text(report->rates, row++, H_SOURCE, STYLE_HEADER, report_text(report, TEXT_RATE_FIRST));
    for (size_t from = 0, to; from < audit->rates.n; from = to) {
        for (to = from; to < audit->rates.n && audit->rates.at[to].unit == audit->rates.at[from].unit;) to++;
        row = put_reasons(report, row, from, to);
    }
    return row + 1;
}

static uint32_t put_other_units(struct report *report, uint32_t row, struct rate_sum sum)
{
    book_text(report->rates, row++, 0, STYLE_SECTION,
              text_filled(report->arena, TEXT_RATES_OTHER_UNIT, report->english, count_word(report, sum.lines), rupiah(report, sum.amount)));
    if (!sum.lines) return row;
    for (uint32_t i = 0; i < H_COLUMNS; i++) book_text(report->rates, row, i, STYLE_HEADER, report_text(report, i == H_OVER ? TEXT_AMOUNT : HEADS[i]));
    return put_rates(report, row + 1, RATE_OTHER_UNIT, sum.lines, put_other_unit) + 1;
}

/* ---- the class by unit ---- */

static void put_direction(struct report *report, uint32_t row, const struct amounts *amounts)
{
    if (!amounts_has(amounts, MURNI) || !amounts_has(amounts, KINI)) {
        book_blank(report->rates, row, H_OVER, STYLE_ABSENT);
        book_text(report->rates, row, H_SOURCE, STYLE_CENTER, S("-"));
        return;
    }
    struct money change = money_minus(amounts->of[KINI], amounts->of[MURNI]);
    book_money(report->rates, row, H_OVER, STYLE_CHANGE, change);
    book_text(report->rates, row, H_SOURCE, STYLE_CENTER, report_text(report, change.sen < 0 ? TEXT_DIRECTION_DOWN : change.sen ? TEXT_DIRECTION_UP : TEXT_DIRECTION_FLAT));
}

static void put_amounts(struct report *report, uint32_t row, struct str name, const struct amounts *amounts)
{
    book_merged(report->rates, row, H_UNIT, H_TEXT, STYLE_TEXT, name);
    for (int m = 0; m < MEASURE_COUNT; m++) {
        uint32_t first = m == MURNI ? H_ROLE : m == KINI ? H_PRICE : H_BASIS, last = m == MURNI ? H_MEASURE : m == KINI ? H_CAP : H_VOLUME;
        if (amounts_has(amounts, (enum measure)m)) book_merged_money(report->rates, row, first, last, STYLE_MONEY, amounts->of[m]);
        else book_merged(report->rates, row, first, last, STYLE_ABSENT, S(""));
    }
    put_direction(report, row, amounts);
}

static uint32_t put_units(struct report *report, uint32_t row, uint16_t class_index)
{
    const struct audit *audit = report->audit;
    book_text(report->rates, row++, 0, STYLE_SECTION, text_filled(report->arena, TEXT_RATES_BY_UNIT, report->english, class_words(report)));
    book_merged(report->rates, row, H_UNIT, H_TEXT, STYLE_HEADER, report_text(report, TEXT_UNIT));
    book_merged(report->rates, row, H_ROLE, H_MEASURE, STYLE_HEADER, report_text(report, TEXT_MURNI));
    book_merged(report->rates, row, H_PRICE, H_CAP, STYLE_HEADER, report_text(report, TEXT_KINI));
    book_merged(report->rates, row, H_BASIS, H_VOLUME, STYLE_HEADER, report_text(report, TEXT_REALISASI));
    book_text(report->rates, row, H_OVER, STYLE_HEADER, report_text(report, TEXT_CHANGE));
    book_text(report->rates, row++, H_SOURCE, STYLE_HEADER, report_text(report, TEXT_DIRECTION));
    for (uint32_t unit = 0; unit < audit->ledger->units.n; unit++) {
        const struct total *total = audit_total(audit, unit, class_index);
        if (total->lines) put_amounts(report, row++, unit_words(report, unit), &total->amounts);
    }
    put_amounts(report, row++, report_text(report, TEXT_WHOLE_REGION), &audit_total(audit, NO_UNIT, class_index)->amounts);
    return row;
}

static bool any_price(const struct report *report)
{
    for (size_t i = 0; i < report->audit->rates.n; i++)
        if (report->audit->rates.at[i].held && report->audit->rates.at[i].calculation != NO_UNIT) return true;
    return false;
}

void rates_fill(struct report *report)
{
    const struct check *check = rate_check(report);
    if (!report->rates) return;
    const struct rate_sums sums = sums_of(report);
    struct rate_sum above = sums.of[RATE_ABOVE], within = sums.of[RATE_WITHIN];
    uint32_t row = ROW_FIRST;
    frame_put_title(report, report->rates, text_filled(report->arena, TEXT_TITLE_RATES, report->english, class_words(report)), report_text(report, TEXT_RATES_HINT));
    header_put(report, report->rates, ROW_HEAD, HEADS, H_COLUMNS);
    sheet_freeze(report->rates, ROW_FIRST, H_UNIT + 1);
    sheet_repeat(report->rates, ROW_HEAD, ROW_HEAD);
    row = put_rates(report, row, RATE_ABOVE, above.lines, put_above);
    sheet_filter(report->rates, ROW_HEAD, row > ROW_FIRST ? row - 1 : ROW_HEAD, H_COLUMNS);
    struct str sentence = any_price(report) ? text_filled(report->arena, TEXT_RATES_SUM, report->english, count_word(report, above.lines), rupiah(report, above.amount),
                                                          count_word(report, within.lines))
                                            : text_filled(report->arena, TEXT_RATES_NO_PRICES, report->english, class_words(report));
    paragraph_put(report->rates, row, 0, H_COLUMNS - 1, STYLE_PARAGRAPH, sentence);
    row += 2;
    if (any_price(report)) row = put_other_units(report, put_undecided(report, row, sums.of[RATE_UNDECIDED]), sums.of[RATE_OTHER_UNIT]) + 1;
    put_units(report, row, check->class_index);
}
