#include "effcheck/account.h"

#include <string.h>

enum { NUMBER_DIGITS_MAX = 9 }; /* what fits 32 bits */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Length of the no-break space or of one ASCII separator at s[i]; 0 = something else. */
static size_t separator_at(struct str s, size_t i)
{
    char c = s.p[i];
    if (c == '.' || c == ',' || c == '-' || c == ' ' || c == '\t' || c == '\r' || c == '\n') return 1;
    return i + 1 < s.n && (unsigned char)c == 0xC2 && (unsigned char)s.p[i + 1] == 0xA0 ? 2 : 0;
}

/* The part of `s` that is made of digits and separators. */
static struct str code_part(struct str s)
{
    size_t i = 0, step = 1;
    while (i < s.n && step) {
        step = is_digit(s.p[i]) ? 1 : separator_at(s, i);
        i += step;
    }
    return str_sub(s, 0, i);
}

static bool push_number(struct account_segments *segments, struct str digits)
{
    if (segments->n == ACCOUNT_SEGMENTS_MAX || digits.n == 0 || digits.n > NUMBER_DIGITS_MAX) return false;
    uint32_t value = 0;
    for (size_t i = 0; i < digits.n; i++) value = value * 10 + (uint32_t)(digits.p[i] - '0');
    segments->digits[segments->n] = (uint8_t)digits.n;
    segments->at[segments->n++] = value;
    return true;
}

/* ---- roots ---------------------------------------------------------------------------------------------------------------- */

static enum account_root root_of(const struct account_scheme *scheme, uint32_t first)
{
    int64_t number = first;
    if (number == scheme->expenditure) return ACCOUNT_EXPENDITURE;
    if (number == scheme->revenue) return ACCOUNT_REVENUE;
    if (number == scheme->financing) return ACCOUNT_FINANCING;
    for (size_t i = 0; i < scheme->foreign.n; i++)
        if (number == scheme->foreign.at[i]) return ACCOUNT_FOREIGN;
    return ACCOUNT_UNKNOWN;
}

enum account_root account_root(const struct account_scheme *scheme, const struct account *account)
{
    return account->n ? root_of(scheme, account->at[0]) : ACCOUNT_UNKNOWN;
}

/* ---- lost dots ------------------------------------------------------------------------------------------------------------ */

/* Cuts the digits of an account whose dots are lost. The last level takes what is left when its width allows it. */
static bool unglue_account(const struct account_scheme *scheme, struct str digits, struct account_segments *out)
{
    for (size_t level = 0; digits.n && level < scheme->levels; level++) {
        struct account_width width = scheme->widths[level];
        bool rest_is_level = digits.n >= width.min && digits.n <= width.max;
        size_t take = rest_is_level ? digits.n : width.digits;
        if (take > digits.n || !push_number(out, str_sub(digits, 0, take))) return false;
        digits = str_sub(digits, take, digits.n);
    }
    return digits.n == 0;
}

/* Cuts one group of a path. The last segment of the last group takes what is left: activities may have three digits. */
static bool unglue_path(const struct account_scheme *scheme, size_t group, struct str digits, bool takes_rest, struct account_segments *out)
{
    const uint8_t *widths = scheme->path_widths[group];
    bool last_group = group + 1 == scheme->path_groups;
    for (size_t i = 0; i < 4 && widths[i] && digits.n; i++) {
        bool last = i == 3 || widths[i + 1] == 0;
        size_t take = last && last_group && takes_rest ? digits.n : widths[i];
        if (take > digits.n || !push_number(out, str_sub(digits, 0, take))) return false;
        digits = str_sub(digits, take, digits.n);
        if (!digits.n && !last && !last_group) return false;
    }
    return digits.n == 0;
}

/* "115  11501  0102  5220301": groups tell path and account apart. */
static bool segments_of_groups(const struct account_scheme *scheme, struct str code, struct account_segments *out)
{
    struct str group;
    size_t i = 0;
    struct str rest = code;
    out->known_start = ACCOUNT_START_UNKNOWN;
    while (str_split(&rest, ' ', &group)) {
        if (group.n == 0) continue;
        if (i > scheme->path_groups) return false;
        if (i == scheme->path_groups) {
            out->known_start = out->n;
            if (!unglue_account(scheme, group, out)) return false;
        } else if (!unglue_path(scheme, i, group, true, out)) {
            return false;
        }
        i++;
    }
    if (out->known_start == ACCOUNT_START_UNKNOWN) out->known_start = out->n;
    return i >= 2;
}

static size_t group_digits(const struct account_scheme *scheme, size_t group)
{
    size_t sum = 0;
    for (size_t i = 0; i < 4; i++) sum += scheme->path_widths[group][i];
    return sum;
}

/* "2041170115045221104": one run of digits; an account alone or a path of exact width with an account behind. */
static bool segments_of_run(const struct account_scheme *scheme, struct str code, struct account_segments *out)
{
    enum { SHORTEST = 3 }; /* shorter runs are ordinary numbers */
    uint32_t first = (uint32_t)(code.p[0] - '0');
    if (code.n < SHORTEST) return false;
    if (root_of(scheme, first) != ACCOUNT_UNKNOWN && unglue_account(scheme, code, out)) {
        out->known_start = 0;
        return out->n >= 3;
    }
    out->n = 0;
    for (size_t i = 0; i < scheme->path_groups && code.n; i++) {
        size_t take = group_digits(scheme, i);
        if (take > code.n) take = code.n;
        if (!unglue_path(scheme, i, str_sub(code, 0, take), false, out)) return false;
        code = str_sub(code, take, code.n);
    }
    out->known_start = out->n;
    return out->n > scheme->unit_segments && unglue_account(scheme, code, out);
}

static bool segments_without_dots(const struct account_scheme *scheme, struct str code, struct account_segments *out)
{
    code = str_trim(code);
    bool blanks = false;
    for (size_t i = 0; i < code.n; i++) {
        if (!is_digit(code.p[i]) && code.p[i] != ' ') return false;
        blanks |= code.p[i] == ' ';
    }
    *out = (struct account_segments){0};
    return blanks ? segments_of_groups(scheme, code, out) : segments_of_run(scheme, code, out);
}

/* ---- segments and accounts ------------------------------------------------------------------------------------------------ */

static bool segments_with_dots(struct str code, struct account_segments *out)
{
    *out = (struct account_segments){.known_start = ACCOUNT_START_UNKNOWN};
    for (size_t i = 0; i < code.n;) {
        size_t start = i;
        while (i < code.n && is_digit(code.p[i])) i++;
        if (i > start && !push_number(out, str_sub(code, start, i))) return false;
        if (i < code.n) i += separator_at(code, i);
    }
    return out->n > 0;
}

bool account_segments(const struct account_scheme *scheme, struct str text, struct account_segments *out, struct str *rest)
{
    struct str trimmed = str_trim(text), code = code_part(trimmed);
    if (rest) *rest = str_sub(trimmed, code.n, trimmed.n);
    if (code.n == 0 || !is_digit(code.p[0])) return false;
    return segments_without_dots(scheme, code, out) || segments_with_dots(code, out);
}

bool account_at(const struct account_scheme *scheme, const struct account_segments *segments, size_t from, enum account_fit fit,
                struct account *out)
{
    if (from >= segments->n || segments->n - from > ACCOUNT_LEVELS_MAX) return false;
    if (segments->digits[from] > scheme->widths[0].max || root_of(scheme, segments->at[from]) == ACCOUNT_UNKNOWN) return false;
    struct account account = {0};
    for (size_t i = from; i < segments->n; i++) {
        size_t level = i - from;
        uint8_t digits = segments->digits[i];
        const struct account_width *width = &scheme->widths[level];
        if (fit == ACCOUNT_STRICT && level < scheme->levels && (digits < width->min || digits > width->max)) return false;
        account.at[account.n++] = segments->at[i];
    }
    *out = account;
    return true;
}

bool account_read(const struct account_scheme *scheme, struct str text, struct account *out, struct str *rest)
{
    struct account_segments segments;
    return account_segments(scheme, text, &segments, rest) && account_at(scheme, &segments, 0, ACCOUNT_STRICT, out);
}

bool account_split(struct arena *arena, const struct account_scheme *scheme, struct str text, struct str *path, struct account *account)
{
    enum { LEVELS_TO_TRUST = 3 }; /* a root and one more number occur in paths by chance */
    struct account_segments segments;
    if (!account_segments(scheme, text, &segments, NULL)) return false;
    for (size_t from = 0; from + LEVELS_TO_TRUST <= segments.n; from++) {
        if (!account_at(scheme, &segments, from, ACCOUNT_STRICT, account)) continue;
        char buffer[ACCOUNT_TEXT_MAX];
        size_t n = account_path_write(&segments, from, buffer);
        *path = str_copy(arena, (struct str){buffer, n});
        return true;
    }
    return false;
}

size_t account_common(const struct account *a, const struct account *b)
{
    size_t n = 0;
    while (n < a->n && n < b->n && a->at[n] == b->at[n]) n++;
    return n;
}

/* ---- texts ---------------------------------------------------------------------------------------------------------------- */

/* Appends `value` padded to `digits`; what would not fit is cut, which no real code reaches. */
static size_t append_number(char *out, size_t n, uint32_t value, unsigned digits, char separator)
{
    size_t length = 1;
    for (uint32_t rest = value / 10; rest; rest /= 10) length++;
    if (length < digits) length = digits;
    if (n + length + 2 > ACCOUNT_TEXT_MAX) return n;
    if (n && separator) out[n++] = separator;
    for (size_t i = length; i-- > 0; value /= 10) out[n + i] = (char)('0' + value % 10);
    return n + length;
}

/* Whoever adds levels below the chart repeats its last three there: ...99.99.9999 . 02 . 01 . 0001. */
static unsigned digits_of(const struct account_scheme *scheme, size_t level)
{
    enum { REPEATED = 3, LEAST = 2 };
    if (level < scheme->levels) return scheme->widths[level].digits;
    size_t beyond = level - scheme->levels;
    unsigned digits = scheme->levels < REPEATED ? LEAST : scheme->widths[scheme->levels - REPEATED + beyond % REPEATED].digits;
    return digits < LEAST ? LEAST : digits;
}

size_t account_write(const struct account_scheme *scheme, const struct account *account, char out[ACCOUNT_TEXT_MAX])
{
    size_t n = 0;
    for (size_t i = 0; i < account->n; i++) {
        bool renamed = i == 0 && scheme->written_as >= 0 && account->at[0] == (uint32_t)scheme->expenditure;
        n = append_number(out, n, renamed ? (uint32_t)scheme->written_as : account->at[i], digits_of(scheme, i), scheme->separator);
    }
    out[n] = '\0';
    return n;
}

struct str account_text(struct arena *arena, const struct account_scheme *scheme, const struct account *account)
{
    char buffer[ACCOUNT_TEXT_MAX];
    size_t n = account_write(scheme, account, buffer);
    return str_copy(arena, (struct str){buffer, n});
}

struct str account_canonical(struct arena *arena, const struct account_scheme *scheme, struct str text)
{
    struct account account;
    return account_read(scheme, text, &account, NULL) ? account_text(arena, scheme, &account) : (struct str){0};
}

size_t account_path_write(const struct account_segments *segments, size_t n, char out[ACCOUNT_TEXT_MAX])
{
    size_t length = 0;
    for (size_t i = 0; i < n && i < segments->n; i++) length = append_number(out, length, segments->at[i], segments->digits[i], '.');
    out[length] = '\0';
    return length;
}

struct str account_path_text(struct arena *arena, struct str code)
{
    struct account_segments segments;
    if (!segments_with_dots(code_part(str_trim(code)), &segments)) return (struct str){0};
    char buffer[ACCOUNT_TEXT_MAX];
    size_t n = account_path_write(&segments, segments.n, buffer);
    return str_copy(arena, (struct str){buffer, n});
}

/* ---- schemes.csv ---------------------------------------------------------------------------------------------------------- */

struct loader {
    const struct ruletable *table;
    const struct ruletable_row *row;
    struct diags *diags;
    bool good;
};

static void refuse(struct loader *loader, const char *column, struct str value, struct str wanted)
{
    diag_add(loader->diags, ruletable_diag(loader->table, loader->row, column, DIAG_PACK_VALUE_BAD, value, wanted));
    loader->good = false;
}

/* A number of one or two digits, no more. */
static bool small_number(struct str s, uint8_t *out)
{
    s = str_trim(s);
    if (s.n == 0 || s.n > 2) return false;
    unsigned value = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_digit(s.p[i])) return false;
        value = value * 10 + (unsigned)(s.p[i] - '0');
    }
    *out = (uint8_t)value;
    return true;
}

static uint8_t number_cell(struct loader *loader, const char *column)
{
    struct str cell = str_trim(ruletable_cell(loader->table, loader->row, column));
    uint8_t value = 0;
    if (cell.n && !small_number(cell, &value)) refuse(loader, column, cell, S("0..99"));
    return value;
}

static int32_t root_cell(struct loader *loader, const char *column)
{
    struct str cell = str_trim(ruletable_cell(loader->table, loader->row, column));
    return cell.n ? number_cell(loader, column) : -1;
}

static bool width_range(struct str part, struct account_width *width)
{
    size_t dash = str_find(part, '-');
    struct str low = str_sub(part, 0, dash), high = dash < part.n ? str_sub(part, dash + 1, part.n) : low;
    return small_number(low, &width->min) && small_number(high, &width->max) && width->min >= 1 && width->min <= width->max &&
           width->max <= NUMBER_DIGITS_MAX;
}

/* widths and accepts must name the same levels, and each canonical width must be accepted. */
static bool read_widths(struct str widths, struct str accepts, struct account_scheme *scheme)
{
    struct str digits, range, more;
    if (widths.n == 0 || accepts.n == 0) return false;
    while (str_split(&widths, '.', &digits)) {
        if (scheme->levels == ACCOUNT_LEVELS_MAX || !str_split(&accepts, '.', &range)) return false;
        struct account_width *width = &scheme->widths[scheme->levels++];
        if (!small_number(digits, &width->digits) || !width_range(range, width)) return false;
        if (width->digits < width->min || width->digits > width->max) return false;
    }
    return scheme->levels >= 2 && !str_split(&accepts, '.', &more);
}

static bool read_path(struct str path, struct account_scheme *scheme)
{
    struct str group, digits;
    if (path.n == 0) return true;
    while (str_split(&path, ' ', &group)) {
        if (scheme->path_groups == ACCOUNT_GROUPS_MAX) return false;
        uint8_t *widths = scheme->path_widths[scheme->path_groups++];
        for (size_t i = 0; str_split(&group, '.', &digits); i++)
            if (i == 4 || !small_number(digits, &widths[i]) || widths[i] == 0 || widths[i] > NUMBER_DIGITS_MAX) return false;
    }
    return true;
}

static bool read_foreign(struct str cell, struct account_scheme *scheme)
{
    struct str part;
    if (cell.n == 0) return true;
    while (str_split(&cell, ' ', &part)) {
        uint8_t value;
        if (scheme->foreign.n == sizeof scheme->foreign.at / sizeof scheme->foreign.at[0] || !small_number(part, &value)) return false;
        scheme->foreign.at[scheme->foreign.n++] = value;
    }
    return true;
}

static struct str cell_of(const struct loader *loader, const char *column)
{
    return str_trim(ruletable_cell(loader->table, loader->row, column));
}

static void read_scheme(struct loader *loader, struct arena *arena, struct account_scheme *scheme)
{
    struct str separator = cell_of(loader, "separator"), widths = cell_of(loader, "widths"), path = cell_of(loader, "path");
    struct str foreign = cell_of(loader, "foreign");
    scheme->id = str_copy(arena, cell_of(loader, "id"));
    scheme->expenditure = root_cell(loader, "expenditure");
    scheme->revenue = root_cell(loader, "revenue");
    scheme->financing = root_cell(loader, "financing");
    scheme->written_as = root_cell(loader, "written_as");
    scheme->roots_above = number_cell(loader, "groups");
    scheme->unit_segments = number_cell(loader, "unit");
    scheme->separator = separator.n ? separator.p[0] : '\0';
    if (scheme->id.n == 0) refuse(loader, "id", scheme->id, S("nama / a name"));
    if (scheme->expenditure < 0) refuse(loader, "expenditure", cell_of(loader, "expenditure"), S("0..99"));
    if (!read_widths(widths, cell_of(loader, "accepts"), scheme))
        refuse(loader, "widths", widths, S("1.1.2.2.2.4 + accepts 1.1.1-2.2.2-3.4-5"));
    if (!read_path(path, scheme)) refuse(loader, "path", path, S("1.2 1.2.2 2.2"));
    if (!read_foreign(foreign, scheme)) refuse(loader, "foreign", foreign, S("7 8"));
}

bool account_schemes_load(const struct ruletable *table, struct arena *arena, struct diags *diags, struct account_schemes *out)
{
    struct account_scheme *schemes = arena_new_n(arena, struct account_scheme, table->rows.n + 1);
    struct loader loader = {.table = table, .diags = diags, .good = true};
    for (size_t i = 0; i < table->rows.n; i++) {
        loader.row = &table->rows.at[i];
        read_scheme(&loader, arena, &schemes[i]);
    }
    *out = (struct account_schemes){schemes, table->rows.n};
    return loader.good;
}

const struct account_scheme *account_scheme_find(const struct account_schemes *schemes, struct str id)
{
    for (size_t i = 0; i < schemes->n; i++)
        if (str_eq(schemes->at[i].id, id)) return &schemes->at[i];
    return NULL;
}
