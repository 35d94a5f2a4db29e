/* Unit prices and volumes beside the lines. */
#include <string.h>

#include "intake_rows.h"

void prices_decide(struct rows *rows)
{
    struct number_column all[AMOUNT_COLUMNS + PRICE_COLUMNS];
    memcpy(all, rows->numbers, sizeof rows->numbers);
    memcpy(all + AMOUNT_COLUMNS, rows->price_numbers, sizeof rows->price_numbers);
    number_columns_decide(all, AMOUNT_COLUMNS + PRICE_COLUMNS, rows->reading.decimal);
    memcpy(rows->price_numbers, all + AMOUNT_COLUMNS, sizeof rows->price_numbers);
}

static bool readable(const struct rows *rows, const struct row_price *price, size_t i, struct money *out)
{
    *out = price->number[i].amount;
    if (price->shape[i] == NUMBER_PLAIN) return true;
    *out = (struct money){0};
    if (price->shape[i] == NUMBER_BLANK || price->shape[i] == NUMBER_BAD) return false;
    return money_parse(rows->kept.at[price->number[i].kept], rows->price_numbers[i].mark, out);
}

void prices_add(struct intake *intake, const struct rows *rows, struct line *line, const struct row *row)
{
    if (!row->price) return;
    const struct row_price *price = &rows->prices.at[row->price - 1];
    struct calculation c = {.row = row->line, .text = price->text, .from = price->from, .measure_unit = price->measure_unit, .coefficient = price->coefficient};
    c.has_price = readable(rows, price, PRICE_COLUMN, &c.price);
    c.has_volume = readable(rows, price, VOLUME_COLUMN, &c.volume);
    *array_push(&intake->arena, &intake->calculations) = c;
    uint32_t added = (uint32_t)intake->calculations.n, *link = &line->calculation;
    if (*link) link = &intake->calculations.at[added - 2].next; /* its details follow each other */
    *link = added;
}
