#include "effcheck/xlsx_value.h"

#include <stdio.h>
#include <string.h>

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool xlsx_uint(struct str digits, uint32_t max, uint32_t *out)
{
    uint64_t value = 0;
    if (digits.n == 0) return false;
    for (size_t i = 0; i < digits.n; i++) {
        if (!is_digit(digits.p[i])) return false;
        value = value * 10 + (uint64_t)(digits.p[i] - '0');
        if (value > max) return false;
    }
    *out = (uint32_t)value;
    return true;
}

bool xlsx_ref(struct str ref, uint32_t *row, uint32_t *column)
{
    uint32_t letters = 0;
    size_t i = 0;
    for (; i < ref.n && i < 4 && ref.p[i] >= 'A' && ref.p[i] <= 'Z'; i++) letters = letters * 26 + (uint32_t)(ref.p[i] - 'A' + 1);
    if (i == 0 || letters > XLSX_COLUMNS_MAX) return false;
    if (!xlsx_uint(str_sub(ref, i, ref.n), XLSX_ROWS_MAX, row) || *row == 0) return false;
    *column = letters - 1;
    return true;
}

void xlsx_ref_text(uint32_t row, uint32_t column, char out[XLSX_REF_TEXT])
{
    char letters[8];
    size_t at = sizeof letters - 1;
    letters[at] = '\0';
    for (uint32_t rest = column % XLSX_COLUMNS_MAX + 1; rest > 0; rest = (rest - 1) / 26) letters[--at] = (char)('A' + (rest - 1) % 26);
    snprintf(out, XLSX_REF_TEXT, "%s%u", letters + at, (unsigned)(row % 10000000));
}

static size_t skip_digits(struct str s, size_t i)
{
    while (i < s.n && is_digit(s.p[i])) i++;
    return i;
}

bool xlsx_is_number(struct str s)
{
    size_t i = s.n && (s.p[0] == '-' || s.p[0] == '+');
    size_t whole = skip_digits(s, i), digits = whole - i;
    i = whole;
    if (i < s.n && s.p[i] == '.') {
        size_t end = skip_digits(s, i + 1);
        digits += end - i - 1;
        i = end;
    }
    if (digits == 0) return false;
    if (i == s.n) return true;
    if (s.p[i] != 'e' && s.p[i] != 'E') return false;
    i++;
    if (i < s.n && (s.p[i] == '-' || s.p[i] == '+')) i++;
    return i < s.n && skip_digits(s, i) == s.n;
}

/* Significant digits without zeros at the ends, and how many of them stand before the point (may be negative, may exceed n). */
struct decimal {
    char digits[64];
    int n, point;
    bool negative, exponent;
};

static void strip_zeros(struct decimal *d)
{
    while (d->n && d->digits[d->n - 1] == '0') d->n--;
}

static int read_exponent(struct str s)
{
    enum { BEYOND = 9999 };
    int value = 0;
    for (size_t i = s.p[0] == '-' || s.p[0] == '+'; i < s.n && value < BEYOND; i++) value = value * 10 + (s.p[i] - '0');
    return s.p[0] == '-' ? -value : value;
}

static struct decimal read_decimal(struct str s)
{
    struct decimal d = {.negative = s.p[0] == '-'};
    bool behind = false;
    for (size_t i = 0; i < s.n && !d.exponent; i++) {
        char c = s.p[i];
        d.exponent = c == 'e' || c == 'E';
        if (d.exponent) d.point += read_exponent(str_sub(s, i + 1, s.n));
        behind |= c == '.';
        if (!is_digit(c)) continue;
        bool leading = d.n == 0 && c == '0';
        if (!leading && d.n < (int)sizeof d.digits) d.digits[d.n++] = c;
        d.point += leading ? -(int)behind : !behind;
    }
    strip_zeros(&d);
    return d;
}

/* Half away from zero, to the first `keep` digits. */
static void round_digits(struct decimal *d, int keep)
{
    if (keep >= d->n) return;
    bool up = keep >= 0 && d->digits[keep] >= '5';
    d->n = keep > 0 ? keep : 0;
    while (up && d->n && d->digits[d->n - 1] == '9') d->n--;
    if (up && d->n) {
        d->digits[d->n - 1]++;
    } else if (up) {
        d->digits[d->n++] = '1';
        d->point++;
    }
    strip_zeros(d);
}

static size_t write_decimal(const struct decimal *d, char *out)
{
    size_t n = 0;
    if (d->negative) out[n++] = '-';
    for (int i = 0; i < d->point; i++) out[n++] = i < d->n ? d->digits[i] : '0';
    if (d->point <= 0) out[n++] = '0';
    if (d->n <= d->point) return n;
    out[n++] = '.';
    for (int i = d->point; i < d->n; i++) out[n++] = i < 0 ? '0' : d->digits[i];
    return n;
}

size_t xlsx_plain_number(struct str number, char out[XLSX_PLAIN_NUMBER])
{
    enum { SURE = 15, WHOLE_MAX = 24, DECIMALS_MAX = 15, SEN = 2 };
    if (!xlsx_is_number(number)) return 0;
    struct decimal d = read_decimal(number);
    bool whole = d.point >= d.n;
    if (d.n && (d.point > WHOLE_MAX || (whole && d.exponent && d.n > SURE))) return 0;
    bool computed = !whole && d.n >= SURE;
    if (!whole) round_digits(&d, d.point + DECIMALS_MAX);
    if (computed) round_digits(&d, d.point > SURE ? d.point : SURE);
    if (computed) round_digits(&d, d.point + SEN);
    if (d.n == 0) d = (struct decimal){.digits = "0", .n = 1, .point = 1};
    return write_decimal(&d, out);
}

static int hex_digit(char c)
{
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

enum { ESCAPE = 7 }; /* bytes of _xHHHH_ */

static bool is_surrogate(uint32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

static bool escape_unit(struct str s, uint32_t *unit)
{
    if (s.n < ESCAPE || s.p[0] != '_' || s.p[1] != 'x' || s.p[6] != '_') return false;
    *unit = 0;
    for (int i = 2; i < 6; i++) {
        int digit = hex_digit(s.p[i]);
        if (digit < 0) return false;
        *unit = *unit * 16 + (uint32_t)digit;
    }
    return true;
}

/* Bytes of the escape at the start of s and the character it stands for; 0 when there is none. */
static size_t escape_at(struct str s, uint32_t *c)
{
    uint32_t high, low;
    if (!escape_unit(s, &high) || high == 0 || high >= 0xFFFE) return 0;
    *c = high;
    if (!is_surrogate(high)) return ESCAPE;
    if (high >= 0xDC00 || !escape_unit(str_sub(s, ESCAPE, s.n), &low) || low < 0xDC00 || low > 0xDFFF) return 0;
    *c = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    return (size_t)ESCAPE * 2;
}

static size_t put_utf8(char *out, uint32_t c)
{
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--, c >>= 6) out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(lead[n] | c);
    return n;
}

size_t xlsx_unescape(char *text, size_t n)
{
    const char *first = n ? memchr(text, '_', n) : NULL;
    if (!first) return n;
    size_t out = (size_t)(first - text);
    for (size_t i = out; i < n;) {
        uint32_t c;
        size_t used = escape_at((struct str){text + i, n - i}, &c);
        if (used)
            out += put_utf8(text + out, c);
        else
            text[out++] = text[i];
        i += used ? used : 1;
    }
    return out;
}

bool xlsx_builtin_is_date(uint32_t id) { return (id >= 14 && id <= 22) || (id >= 45 && id <= 47); }

/* Index of the last byte of the quoted, bracketed or escaped piece that starts at i; i itself when none does. */
static size_t literal_end(struct str code, size_t i)
{
    char c = code.p[i];
    if (c == '\\' || c == '_' || c == '*') return i + 1;
    if (c == '"' || c == '[') return i + 1 + str_find(str_sub(code, i + 1, code.n), c == '"' ? '"' : ']');
    return i;
}

bool xlsx_format_is_date(struct str code)
{
    const struct str letters = S("yYmMdD");
    bool date = false, fraction = false; /* behind a point, as in mm:ss.00, zeros are fractions of seconds */
    for (size_t i = 0; i < code.n; i++) {
        char c = code.p[i];
        size_t end = literal_end(code, i);
        if (end == i && (c == '#' || c == '?' || (c == '0' && !fraction))) return false;
        if (end == i && str_find(letters, c) < letters.n) date = true;
        fraction = c == '.' || (fraction && c == '0');
        i = end;
    }
    return date;
}

bool xlsx_serial_date(struct str number, bool from_1904, struct date *out)
{
    enum { TO_UNIX_1900 = 25569, TO_UNIX_1904 = 24107, LAST_1900 = 2958465, LAST_1904 = 2957003, NEVER_WAS = 60 };
    uint32_t day;
    size_t point = str_find(number, '.');
    if (skip_digits(number, point < number.n ? point + 1 : point) != number.n) return false;
    if (!xlsx_uint(str_sub(number, 0, point), from_1904 ? LAST_1904 : LAST_1900, &day)) return false;
    if (!from_1904 && (day == 0 || day == NEVER_WAS)) return false;
    int64_t since_1970 = (int64_t)day - (from_1904 ? TO_UNIX_1904 : TO_UNIX_1900);
    if (!from_1904 && day < NEVER_WAS) since_1970++; /* before the day that never was the count is one lower */
    *out = date_from_unix(since_1970 * 86400);
    return true;
}

/* Length of the folder part of a name, with its slash. */
static size_t folder_length(struct str name)
{
    while (name.n && name.p[name.n - 1] != '/') name.n--;
    return name.n;
}

static bool is_slash(char c) { return c == '/' || c == '\\'; }

struct str xlsx_target(struct arena *arena, struct str from_part, struct str target)
{
    bool absolute = target.n && is_slash(target.p[0]);
    char *out = arena_alloc(arena, from_part.n + target.n + 2);
    size_t n = absolute ? 0 : folder_length(from_part);
    if (n) memcpy(out, from_part.p, n);
    for (size_t i = 0; i < target.n;) {
        size_t end = i;
        while (end < target.n && !is_slash(target.p[end])) end++;
        struct str step = str_sub(target, i, end);
        i = end + 1;
        if (str_eq(step, S("..")) && n == 0) return (struct str){0};
        if (str_eq(step, S(".."))) {
            n = folder_length((struct str){out, n - 1});
        } else if (step.n && !str_eq(step, S("."))) {
            memcpy(out + n, step.p, step.n);
            n += step.n;
            if (end < target.n) out[n++] = '/';
        }
    }
    out[n] = '\0';
    return (struct str){out, n};
}

struct str xlsx_relations_of(struct arena *arena, struct str part)
{
    size_t folder = folder_length(part);
    return str_format(arena, "%.*s_rels/%.*s.rels", STR_ARG(str_sub(part, 0, folder)), STR_ARG(str_sub(part, folder, part.n)));
}
