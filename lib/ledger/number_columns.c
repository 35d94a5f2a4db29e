#include "effcheck/columns.h"

enum number_shape number_column_note(struct number_column *column, struct str cell, struct arena *arena)
{
    enum number_shape shape = money_scan(cell);
    if (column->count[shape]++ == 0 && shape != NUMBER_BLANK && shape != NUMBER_PLAIN) column->example[shape] = str_copy(arena, cell);
    return shape;
}

void number_column_join(struct number_column *column, const struct number_column *below)
{
    for (size_t shape = 0; shape <= NUMBER_BAD; shape++) {
        if (column->count[shape] == 0) column->example[shape] = below->example[shape];
        column->count[shape] += below->count[shape];
    }
    column->cells += below->cells;
}

static enum decimal_mark own_mark(const struct number_column *column)
{
    uint32_t point = column->count[NUMBER_POINT], comma = column->count[NUMBER_COMMA];
    if (point > comma) return DECIMAL_POINT;
    if (comma > point) return DECIMAL_COMMA;
    return point == 0 && column->count[NUMBER_POINTS_ALL] ? DECIMAL_COMMA : DECIMAL_UNKNOWN;
}

void number_columns_decide(struct number_column *columns, size_t n, enum decimal_mark given)
{
    bool point = false, comma = false;
    for (size_t i = 0; i < n; i++) {
        columns[i].mark = given ? given : own_mark(&columns[i]);
        columns[i].reason = given ? BY_DECISION : columns[i].mark ? BY_OWN_CELLS : BY_NOTHING;
        point |= columns[i].mark == DECIMAL_POINT;
        comma |= columns[i].mark == DECIMAL_COMMA;
    }
    enum decimal_mark common = point == comma ? DECIMAL_UNKNOWN : point ? DECIMAL_POINT : DECIMAL_COMMA;
    for (size_t i = 0; i < n; i++) {
        if (columns[i].mark || !columns[i].count[NUMBER_AMBIGUOUS]) continue;
        columns[i].mark = common;
        columns[i].reason = common ? BY_OTHER_COLUMNS : BY_NOTHING;
        columns[i].undecided = common == DECIMAL_UNKNOWN;
    }
}

enum { THOUSAND = 1000 * 100, MILLION = 1000 * THOUSAND }; /* sen */

static int64_t magnitude(struct money amount)
{
    return amount.sen < 0 ? -amount.sen : amount.sen;
}

void number_column_size(struct number_column *column, struct money amount)
{
    int64_t sen = magnitude(amount);
    column->sizes.below += sen > 0 && sen < THOUSAND;
    column->sizes.thousands += sen >= THOUSAND && sen < MILLION;
    column->sizes.beyond += sen >= MILLION;
}

void number_column_shrunk(struct number_column *column)
{
    enum { SEVERAL = 3, MANY = 10 };
    column->shrunk = column->sizes.below >= SEVERAL && column->sizes.thousands == 0 && column->sizes.beyond >= MANY;
}

bool number_is_shrunk(const struct number_column *column, struct money amount)
{
    int64_t sen = magnitude(amount);
    return column->shrunk && sen > 0 && sen < THOUSAND;
}

const char *number_format_name(const struct number_column *column, bool english)
{
    bool texts = false;
    for (int shape = NUMBER_BLANK + 1; shape <= NUMBER_BAD; shape++) texts |= column->count[shape] != 0;
    if (column->cells && !texts) return english ? "number cells" : "sel angka";
    if (column->undecided) return english ? "ambiguous" : "rancu";
    switch (column->mark) {
    case DECIMAL_COMMA: return english ? "Indonesian (1.234.567,89)" : "Indonesia (1.234.567,89)";
    case DECIMAL_POINT: return english ? "English (1,234,567.89)" : "Inggris (1,234,567.89)";
    default: return english ? "plain digits" : "angka polos";
    }
}

struct str number_accepted(const struct number_column *column)
{
    return column->mark == DECIMAL_COMMA ? S("1.234.567,89 atau 1234567,89") : column->mark == DECIMAL_POINT ? S("1,234,567.89 atau 1234567.89")
                                                                                                             : S("1234567, 1.234.567,89 atau 1,234,567.89");
}

struct str number_both_readings(struct arena *arena, struct str cell)
{
    size_t at = str_find(cell, '.');
    bool point = at < cell.n;
    if (!point) at = str_find(cell, ',');
    struct str before = str_sub(cell, 0, at), behind = str_sub(cell, at + 1, cell.n);
    return str_format(arena, "Rp %.*s%.*s [--decimal %s] / Rp %.*s,%.*s [--decimal %s]", STR_ARG(before), STR_ARG(behind), point ? "koma" : "titik",
                      STR_ARG(before), STR_ARG(behind), point ? "titik" : "koma");
}

enum diag_kind number_fault(const struct number_column *column, enum number_shape shape)
{
    switch (shape) {
    case NUMBER_LOST_DIGITS: return DIAG_AMOUNT_LOST_DIGITS;
    case NUMBER_OVERFLOW: return DIAG_AMOUNT_OVERFLOW;
    case NUMBER_AMBIGUOUS: return column->undecided ? DIAG_AMOUNT_AMBIGUOUS : DIAG_AMOUNT_BAD;
    case NUMBER_POINT:
    case NUMBER_COMMA: return column->mark == DECIMAL_UNKNOWN ? DIAG_AMOUNT_BAD : DIAG_AMOUNT_MIXED;
    default: return DIAG_AMOUNT_BAD;
    }
}
