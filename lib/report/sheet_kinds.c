/*
 * Kinds that the law limits without a number: for each check that the pack puts on the sheet the region, then its units, the largest
 * rise first, both sides of the comparison and the direction in words.
 */
#include <stdlib.h>

#include "sheets.h"

enum { K_CHECK, K_KIND, K_UNIT, K_MURNI, K_KINI, K_CHANGE, K_SHARE, K_SPENT, K_VERDICT, K_REASON, K_COLUMNS };

static const enum text_id HEADS[K_COLUMNS] = {
    TEXT_CHECK, TEXT_KIND, TEXT_UNIT, TEXT_MURNI, TEXT_KINI, TEXT_CHANGE, TEXT_CHANGE_SHARE, TEXT_REALISASI, TEXT_VERDICT, TEXT_REASON,
};

void kinds_open(struct report *report)
{
    const struct pack *pack = report->audit->pack;
    double m = report->money_width;
    const double widths[K_COLUMNS] = {7, 28, 36, m, m, m, 10, m, 18, 40};
    report->kinds = arena_new_n(report->arena, struct sheet *, pack->sheets.n + 1);
    for (size_t i = 0; i < pack->sheets.n; i++)
        report->kinds[i] = book_long_sheet(report->book, pack->sheets.at[i].sheet[report->english], widths, K_COLUMNS);
}

struct looks {
    enum style text, money, change, share;
};
static const struct looks UNIT = {STYLE_FINE, STYLE_MONEY, STYLE_CHANGE, STYLE_PERCENT};
static const struct looks WHOLE = {STYLE_GROUP_TEXT, STYLE_GROUP_MONEY, STYLE_GROUP_CHANGE, STYLE_GROUP_PERCENT};

static bool change_of(const struct amounts *a, struct money *change)
{
    *change = a->of[KINI];
    return amounts_has(a, MURNI) && amounts_has(a, KINI) && money_sub(change, a->of[MURNI]);
}

static void put_change(struct report *report, struct sheet *sheet, uint32_t row, const struct amounts *a, const struct looks *looks)
{
    struct money change;
    bool both = change_of(a, &change);
    struct str kini = book_ref(report->arena, row, K_KINI), murni = book_ref(report->arena, row, K_MURNI);
    if (both)
        book_money_formula(sheet, row, K_CHANGE, looks->change, str_format(report->arena, "=%.*s-%.*s", STR_ARG(kini), STR_ARG(murni)),
                           change);
    else
        book_blank(sheet, row, K_CHANGE, STYLE_ABSENT);
    if (both && a->of[MURNI].sen)
        book_percent(sheet, row, K_SHARE, looks->share, money_share_bp(change, a->of[MURNI]));
    else
        book_blank(sheet, row, K_SHARE, STYLE_ABSENT);
}

static void put_result(struct report *report, struct sheet *sheet, uint32_t row, const struct result *result)
{
    const struct check *check = &report->audit->pack->checks.at[result->check];
    const struct looks *looks = result->unit == NO_UNIT ? &WHOLE : &UNIT;
    book_text(sheet, row, K_CHECK, looks->text, check->id);
    book_text(sheet, row, K_KIND, looks->text, check->title[report->english]);
    book_text(sheet, row, K_UNIT, looks->text, unit_words(report, result->unit));
    amount_put(sheet, row, K_MURNI, looks->money, &result->amounts, MURNI);
    amount_put(sheet, row, K_KINI, looks->money, &result->amounts, KINI);
    amount_put(sheet, row, K_SPENT, looks->money, &result->amounts, REALISASI);
    put_change(report, sheet, row, &result->amounts, looks);
    verdict_link_put(report, sheet, row, K_VERDICT, result);
    book_text(sheet, row, K_REASON, STYLE_FINE, reason_words(report, result));
}

/* The region, then what rose most; those that could not be compared last. */
static int largest_rise_first(const void *a, const void *b)
{
    const struct result *x = *(const struct result *const *)a, *y = *(const struct result *const *)b;
    struct money rise_x = {INT64_MIN}, rise_y = {INT64_MIN}, change;
    if ((x->unit == NO_UNIT) != (y->unit == NO_UNIT)) return x->unit == NO_UNIT ? -1 : 1;
    if (change_of(&x->amounts, &change)) rise_x = change;
    if (change_of(&y->amounts, &change)) rise_y = change;
    int order = money_cmp(rise_y, rise_x);
    return order ? order : (x->unit > y->unit) - (x->unit < y->unit);
}

/* Units without such spending are left out. */
static uint32_t put_check(struct report *report, struct sheet *sheet, uint32_t row, uint16_t check)
{
    const struct audit *audit = report->audit;
    const struct result **list = arena_new_n(report->arena, const struct result *, audit->ledger->units.n + 2);
    size_t n = 0;
    for (uint32_t unit = 0; unit <= audit->ledger->units.n; unit++) {
        const struct result *result = audit_result(audit, check, unit == audit->ledger->units.n ? NO_UNIT : unit);
        if (result && (result->verdict != VERDICT_NOT_APPLICABLE || result->unit == NO_UNIT)) list[n++] = result;
    }
    if (n) qsort(list, n, sizeof *list, largest_rise_first);
    for (size_t i = 0; i < n; i++) put_result(report, sheet, row++, list[i]);
    return row;
}

void kinds_fill(struct report *report)
{
    const struct pack *pack = report->audit->pack;
    for (size_t i = 0; i < pack->sheets.n; i++) {
        const struct check_sheet *info = &pack->sheets.at[i];
        struct sheet *sheet = report->kinds[i];
        uint32_t row = ROW_FIRST;
        frame_put_title(report, sheet, info->title[report->english], info->note[report->english]);
        header_put(report, sheet, ROW_HEAD, HEADS, K_COLUMNS);
        for (size_t k = 0; k < info->n; k++) row = put_check(report, sheet, row, info->checks[k]);
        table_frame(sheet, row, K_COLUMNS, K_UNIT + 1);
    }
}
