/* Cells of amount columns: each line of the input is one cell of the same column. */
#include "effcheck/columns.h"
#include "fuzz.h"

static void read_cell(struct str cell)
{
    static const enum decimal_mark marks[] = {DECIMAL_UNKNOWN, DECIMAL_POINT, DECIMAL_COMMA};
    enum number_shape shape = money_scan(cell);
    PROMISE(shape <= NUMBER_BAD);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct money money, again;
        char text[MONEY_TEXT_MAX];
        if (!money_parse(cell, marks[i], &money)) continue;
        PROMISE(shape != NUMBER_BAD && shape != NUMBER_LOST_DIGITS && shape != NUMBER_OVERFLOW);
        size_t n = money_plain(money, text);
        PROMISE(n < MONEY_TEXT_MAX && money_parse((struct str){text, n}, DECIMAL_POINT, &again));
        PROMISE(money_cmp(money, again) == 0);
    }
    struct money point, comma;
    bool both = money_parse(cell, DECIMAL_POINT, &point) && money_parse(cell, DECIMAL_COMMA, &comma);
    if (both && shape == NUMBER_PLAIN) PROMISE(money_cmp(point, comma) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct arena arena = {0};
    struct number_column column = {0};
    struct str rest = {(const char *)bytes, n}, cell;
    if (n == 0) return 0;
    while (str_split(&rest, '\n', &cell)) {
        read_cell(str_trim(cell));
        number_column_note(&column, str_trim(cell), &arena);
    }
    number_columns_decide(&column, 1, DECIMAL_UNKNOWN);
    PROMISE(number_format_name(&column, true));
    arena_release(&arena);
    return 0;
}
