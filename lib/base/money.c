#include "effcheck/money.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { DIGITS_MAX = 60 };

__extension__ typedef __int128 int128; /* gcc and clang; products of two amounts */

bool money_add(struct money *sum, struct money x)
{
    int64_t result;
    if (__builtin_add_overflow(sum->sen, x.sen, &result)) return false;
    sum->sen = result;
    return true;
}

bool money_sub(struct money *difference, struct money x)
{
    int64_t result;
    if (__builtin_sub_overflow(difference->sen, x.sen, &result)) return false;
    difference->sen = result;
    return true;
}

struct money money_minus(struct money a, struct money b)
{
    if (!money_sub(&a, b)) a.sen = b.sen < 0 ? INT64_MAX : -INT64_MAX;
    if (a.sen < -INT64_MAX) a.sen = -INT64_MAX; /* so that it can be negated */
    return a;
}

enum { WHOLE_BP = 10000 };

bool money_within_cut(struct money murni, struct money kini, struct percent cut)
{
    return (int128)kini.sen * WHOLE_BP <= (int128)murni.sen * (WHOLE_BP - cut.bp);
}

struct money money_ceiling(struct money murni, struct percent cut)
{
    int128 scaled = (int128)murni.sen * (WHOLE_BP - cut.bp);
    int128 floor = scaled / WHOLE_BP;
    if (scaled % WHOLE_BP < 0) floor--; /* C truncates towards zero, a ceiling rounds down */
    return (struct money){(int64_t)floor};
}

int32_t money_share_bp(struct money part, struct money whole)
{
    const int128 most = 2000000000;
    int128 numerator = (int128)part.sen * WHOLE_BP, denominator = whole.sen;
    if (denominator < 0) numerator = -numerator, denominator = -denominator;
    int128 half = denominator / 2, share = (numerator < 0 ? numerator - half : numerator + half) / denominator;
    if (share > most) share = most;
    if (share < -most) share = -most;
    return (int32_t)share;
}

int32_t money_cut_bp(struct money murni, struct money kini, struct percent cut)
{
    int32_t share = money_share_bp(money_minus(murni, kini), murni);
    return !money_within_cut(murni, kini, cut) && share >= cut.bp ? cut.bp - 1 : share;
}

bool percent_parse(struct str s, struct percent *out)
{
    s = str_trim(s);
    if (s.n && s.p[s.n - 1] == '%') s = str_trim(str_sub(s, 0, s.n - 1));
    int32_t whole = 0, decimals = 0;
    size_t i = 0, places = 0;
    for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++) {
        whole = whole * 10 + (s.p[i] - '0');
        if (whole > 100) return false;
    }
    if (i == 0) return false;
    bool mark = i < s.n && (s.p[i] == '.' || s.p[i] == ',');
    if (mark)
        for (i++; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && places < 2; i++, places++) decimals = decimals * 10 + (s.p[i] - '0');
    if (i != s.n || (mark && places == 0)) return false;
    if (places == 1) decimals *= 10;
    out->bp = whole * 100 + decimals;
    return out->bp <= WHOLE_BP;
}

/*
 * A cell taken apart: digits and separators without signs, currency and blanks.
 * `body` holds digits, '.', ',' only ('^' counts as ',').
 */
struct number {
    char body[DIGITS_MAX + 1];
    size_t n;
    bool negative;
    bool dash_decimals;      /* "12.500,-": the comma is the decimal mark, a point can only part thousands */
    enum number_shape shape; /* NUMBER_BAD, BLANK, ZERO_DASH, LOST_DIGITS, OVERFLOW; NUMBER_PLAIN = look at body */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "Rp", "Rp.", "IDR" in front of the digits. */
static void eat_currency(struct str *s)
{
    static const char *const words[] = {"rp", "idr"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct str word = str_from(words[i]);
        if (s->n < word.n || !str_eq_nocase(str_sub(*s, 0, word.n), word)) continue;
        *s = str_sub(*s, word.n, s->n);
        if (s->n && s->p[0] == '.') *s = str_sub(*s, 1, s->n);
        *s = str_trim(*s);
        return;
    }
}

static bool means_nothing(struct str s)
{
    static const char *const words[] = {"null", "undefined", "n/a", "nan", "#n/a", "none"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_nocase(s, str_from(words[i]))) return true;
    return s.n == 0;
}

/* "1,68799E+017": a mantissa with a power of ten. */
static bool scientific(struct str s)
{
    size_t i = 0;
    while (i < s.n && (is_digit(s.p[i]) || s.p[i] == '.' || s.p[i] == ',')) i++;
    if (i == 0 || i >= s.n || (s.p[i] != 'E' && s.p[i] != 'e')) return false;
    i++;
    if (i < s.n && (s.p[i] == '+' || s.p[i] == '-')) i++;
    size_t digits = i;
    while (i < s.n && is_digit(s.p[i])) i++;
    return i == s.n && i > digits;
}

/* Signs, parentheses, currency and apostrophe around the digits. */
static struct str unwrap(struct str s, struct number *number)
{
    s = str_trim(s);
    if (s.n && s.p[0] == '\'') s = str_trim(str_sub(s, 1, s.n));
    eat_currency(&s);
    if (s.n >= 2 && s.p[0] == '(' && s.p[s.n - 1] == ')') {
        number->negative = true;
        s = str_trim(str_sub(s, 1, s.n - 1));
        eat_currency(&s);
    }
    if (s.n > 1 && (s.p[0] == '-' || s.p[0] == '+')) {
        number->negative ^= s.p[0] == '-';
        s = str_trim(str_sub(s, 1, s.n));
        eat_currency(&s);
    } else if (s.n > 1 && s.p[s.n - 1] == '-' && is_digit(s.p[s.n - 2])) { /* trailing minus of accounting programs */
        number->negative = !number->negative;
        s = str_trim(str_sub(s, 0, s.n - 1));
    }
    if (s.n > 2 && s.p[s.n - 1] == '-' && s.p[s.n - 2] == ',') { /* "1.000,-" */
        number->dash_decimals = true;
        s = str_sub(s, 0, s.n - 2);
    }
    return s;
}

static struct number take_apart(struct str cell)
{
    struct number number = {.shape = NUMBER_PLAIN};
    struct str s = unwrap(cell, &number);
    if (means_nothing(s)) number.shape = NUMBER_BLANK;
    else if (s.n == 1 && s.p[0] == '-') number.shape = NUMBER_ZERO_DASH;
    else if (scientific(s)) number.shape = NUMBER_LOST_DIGITS;
    if (number.shape != NUMBER_PLAIN) return number;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i] == '^' ? ',' : s.p[i];
        bool gap = c == ' ' || (unsigned char)c == 0xC2 || (unsigned char)c == 0xA0; /* blanks inside, also no-break ones */
        if (gap) continue;
        if (!is_digit(c) && c != '.' && c != ',') return (struct number){.shape = NUMBER_BAD};
        if (number.n == DIGITS_MAX) number.shape = NUMBER_OVERFLOW;
        else number.body[number.n++] = c;
    }
    if (number.shape != NUMBER_PLAIN) return number;
    bool digit = false, worth = false;
    for (size_t i = 0; i < number.n; i++) {
        digit |= is_digit(number.body[i]);
        worth |= number.body[i] > '0'; /* both marks lie before the digits */
    }
    if (!digit) number.shape = NUMBER_BAD;
    else if (!worth) number.n = 1, number.body[0] = '0'; /* 0,00 and 0.00 are zero under any mark */
    return number;
}

/* Group of a number between separators: how the parts lie. */
struct layout {
    size_t points, commas; /* how many of each */
    size_t last;           /* digits behind the last separator */
    bool groups;           /* first part 1-3 digits and no leading zero, all parts between separators exactly 3 */
    char last_mark;
};

static struct layout layout_of(const struct number *number)
{
    struct layout layout = {.groups = number->body[0] != '0'};
    size_t run = 0, parts = 0;
    for (size_t i = 0; i < number->n; i++) {
        char c = number->body[i];
        if (is_digit(c)) {
            run++;
            continue;
        }
        layout.points += c == '.';
        layout.commas += c == ',';
        if (parts == 0 ? run < 1 || run > 3 : run != 3) layout.groups = false;
        layout.last_mark = c;
        parts++;
        run = 0;
    }
    layout.last = run;
    return layout;
}

/* A number with one kind of separator only. */
static enum number_shape single_mark(const struct layout *layout, size_t count, enum number_shape decimal, enum number_shape grouped)
{
    if (count == 1) {
        if (layout->groups && layout->last == 3) return NUMBER_AMBIGUOUS;
        return decimal; /* 12.5  1234.567  .5 */
    }
    if (layout->groups && layout->last == 3) return grouped;
    if (layout->groups && layout->last == 2) return NUMBER_POINTS_ALL;
    return NUMBER_BAD;
}

static enum number_shape shape_of(const struct number *number)
{
    if (number->shape != NUMBER_PLAIN) return number->shape;
    struct layout layout = layout_of(number);
    size_t marks = layout.points + layout.commas;
    if (marks == 0) return NUMBER_PLAIN;
    if (layout.commas == 0) {
        enum number_shape shape = single_mark(&layout, layout.points, NUMBER_POINT, NUMBER_COMMA);
        return number->dash_decimals && shape == NUMBER_AMBIGUOUS ? NUMBER_COMMA : shape;
    }
    if (layout.points == 0) {
        enum number_shape shape = single_mark(&layout, layout.commas, NUMBER_COMMA, NUMBER_POINT);
        return shape == NUMBER_POINTS_ALL ? NUMBER_BAD : shape;
    }
    if (!layout.groups) return NUMBER_BAD;
    if (layout.last_mark == ',' && layout.commas == 1) return NUMBER_COMMA;
    if (layout.last_mark == '.' && layout.points == 1) return NUMBER_POINT;
    return NUMBER_BAD;
}

/* Decimals beyond sen: a rest of zeros, or of binary arithmetic (0.30000000000000004), which is rounded. *sen is set only where it is good. */
static bool round_decimals(const char *digits, size_t n, int *sen)
{
    int value = 0;
    for (size_t i = 0; i < 2; i++) value = value * 10 + (i < n ? digits[i] - '0' : 0);
    bool rest = false;
    for (size_t i = 2; i < n; i++) rest |= digits[i] != '0';
    if (rest && n < 7) return false;
    if (rest && digits[2] >= '5') value++;
    *sen = value; /* may be 100 */
    return true;
}

/* Joins whole digits and sen, checked. */
static bool assemble(const char *whole, size_t whole_n, int sen, bool negative, struct money *out)
{
    int64_t value = 0;
    for (size_t i = 0; i < whole_n; i++)
        if (__builtin_mul_overflow(value, (int64_t)10, &value) || __builtin_add_overflow(value, (int64_t)(whole[i] - '0'), &value)) return false;
    if (__builtin_mul_overflow(value, (int64_t)100, &value) || __builtin_add_overflow(value, (int64_t)sen, &value)) return false;
    out->sen = negative ? -value : value;
    return true;
}

/* Reads body with the decimal separator `mark` ('\0': none). Sets *overflow when only the size was wrong. */
static bool read_body(const struct number *number, char mark, struct money *out, bool *overflow)
{
    char whole[DIGITS_MAX];
    size_t n = 0, i = 0;
    for (; i < number->n && number->body[i] != mark; i++)
        if (is_digit(number->body[i])) whole[n++] = number->body[i];
    const char *decimals = i < number->n ? number->body + i + 1 : NULL;
    size_t decimals_n = decimals ? number->n - i - 1 : 0;
    int sen;
    *overflow = false;
    if (!round_decimals(decimals, decimals_n, &sen)) return false;
    *overflow = !assemble(whole, n, sen, number->negative, out);
    return !*overflow;
}

/* The separator that parts the decimals of this cell under the column's mark; false when the cell does not fit the mark. */
static bool decimal_separator(enum number_shape shape, enum decimal_mark mark, char *separator)
{
    *separator = mark == DECIMAL_COMMA ? ',' : mark == DECIMAL_POINT ? '.' : '\0';
    switch (shape) {
    case NUMBER_PLAIN: return true;
    case NUMBER_AMBIGUOUS: return mark != DECIMAL_UNKNOWN;
    case NUMBER_POINT: return mark == DECIMAL_POINT;
    case NUMBER_COMMA: return mark == DECIMAL_COMMA;
    default: return false;
    }
}

/* 7.381.011.000.00 and 219.063.359.00 in a comma column: the last point stands for the lost comma. */
static void restore_comma(struct number *number)
{
    size_t i = number->n - 1;
    while (number->body[i] != '.') {
        assert(i > 0); /* every number of this shape has one */
        i--;
    }
    number->body[i] = ',';
}

/* Digits alone, as nearly every amount is written; few enough for any mark to give the same, which fits. */
static bool read_digits(struct str cell, struct money *out)
{
    enum { SAFE = 16 };
    int64_t value = 0;
    if (cell.n == 0 || cell.n > SAFE) return false;
    for (size_t i = 0; i < cell.n; i++) {
        if (!is_digit(cell.p[i])) return false;
        value = value * 10 + (cell.p[i] - '0');
    }
    out->sen = value * 100;
    return true;
}

enum number_shape money_scan(struct str cell)
{
    struct money digits;
    if (read_digits(cell, &digits)) return NUMBER_PLAIN;
    struct number number = take_apart(cell);
    enum number_shape shape = shape_of(&number);
    bool readable = shape == NUMBER_PLAIN || shape == NUMBER_POINT || shape == NUMBER_COMMA;
    if (!readable) return shape;
    struct money ignored;
    bool overflow;
    read_body(&number, shape == NUMBER_COMMA ? ',' : '.', &ignored, &overflow);
    return overflow ? NUMBER_OVERFLOW : shape;
}

bool money_parse(struct str cell, enum decimal_mark mark, struct money *out)
{
    if (read_digits(cell, out)) return true;
    struct number number = take_apart(cell);
    enum number_shape shape = shape_of(&number);
    if (shape == NUMBER_ZERO_DASH) {
        out->sen = 0;
        return true;
    }
    if (shape == NUMBER_POINTS_ALL && mark == DECIMAL_COMMA) {
        restore_comma(&number);
        shape = NUMBER_COMMA;
    }
    char separator;
    bool overflow;
    return decimal_separator(shape, mark, &separator) && read_body(&number, separator, out, &overflow);
}

/* Without its sign; of the smallest amount too. */
static uint64_t magnitude_of(struct money m)
{
    uint64_t bits = (uint64_t)m.sen;
    return m.sen < 0 ? ~bits + 1 : bits;
}

size_t money_plain(struct money m, char out[MONEY_TEXT_MAX])
{
    uint64_t magnitude = magnitude_of(m);
    return (size_t)snprintf(out, MONEY_TEXT_MAX, "%s%" PRIu64 ".%02u", m.sen < 0 ? "-" : "", magnitude / 100, (unsigned)(magnitude % 100));
}

size_t money_grouped(struct money m, bool comma, char out[MONEY_TEXT_MAX])
{
    char digits[MONEY_TEXT_MAX];
    uint64_t magnitude = magnitude_of(m);
    int count = snprintf(digits, sizeof digits, "%" PRIu64, magnitude / 100);
    size_t n = 0;
    if (m.sen < 0) out[n++] = '-';
    for (int i = 0; i < count; i++) {
        if (i && (count - i) % 3 == 0) out[n++] = comma ? '.' : ',';
        out[n++] = digits[i];
    }
    unsigned sen = (unsigned)(magnitude % 100);
    if (sen) n += (size_t)snprintf(out + n, MONEY_TEXT_MAX - n, "%c%02u", comma ? ',' : '.', sen);
    out[n] = '\0';
    return n;
}
