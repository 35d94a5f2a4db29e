#include "effcheck/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct str str_from(const char *c_string)
{
    return c_string ? (struct str){c_string, strlen(c_string)} : (struct str){0};
}

struct str str_copy(struct arena *arena, struct str s)
{
    char *p = arena_alloc_unset(arena, s.n + 1);
    if (s.n) memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    return (struct str){p, s.n};
}

struct str str_chain(struct arena *arena, const struct str *parts, size_t n)
{
    size_t bytes = 0, at = 0;
    for (size_t i = 0; i < n; i++) bytes += parts[i].n;
    char *p = arena_alloc_unset(arena, bytes + 1);
    for (size_t i = 0; i < n; at += parts[i++].n)
        if (parts[i].n) memcpy(p + at, parts[i].p, parts[i].n);
    p[bytes] = '\0';
    return (struct str){p, bytes};
}

struct str str_join(struct arena *arena, struct str a, struct str b) { return str_chained(arena, a, b); }

struct str str_format(struct arena *arena, const char *format, ...)
{
    char buffer[512]; /* most results fit, and measuring first costs as much as printing */
    va_list args;
    va_start(args, format);
    int length = vsnprintf(buffer, sizeof buffer, format, args);
    va_end(args);
    size_t n = length < 0 ? 0 : (size_t)length;
    if (n < sizeof buffer) return str_copy(arena, (struct str){buffer, n});
    char *p = arena_alloc(arena, n + 1);
    va_start(args, format);
    vsnprintf(p, n + 1, format, args);
    va_end(args);
    return (struct str){p, n};
}

int str_cmp(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

bool str_starts(struct str s, struct str prefix)
{
    return s.n >= prefix.n && str_eq((struct str){s.p, prefix.n}, prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.n >= suffix.n && str_eq(str_sub(s, s.n - suffix.n, s.n), suffix);
}

bool str_contains(struct str s, struct str part)
{
    if (part.n == 0) return true;
    for (size_t i = 0; part.n <= s.n && i <= s.n - part.n; i++)
        if (str_eq((struct str){s.p + i, part.n}, part)) return true;
    return false;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool str_eq_nocase(struct str a, struct str b)
{
    if (a.n != b.n) return false;
    for (size_t i = 0; i < a.n; i++)
        if (lower(a.p[i]) != lower(b.p[i])) return false;
    return true;
}

bool str_matches(struct str pattern, struct str name)
{
    size_t p = 0, n = 0, star = SIZE_MAX, mark = 0;
    while (n < name.n) {
        if (p < pattern.n && pattern.p[p] == '*') {
            star = p++;
            mark = n;
        } else if (p < pattern.n && (pattern.p[p] == '?' || pattern.p[p] == name.p[n])) {
            p++, n++;
        } else if (star != SIZE_MAX) {
            p = star + 1;
            n = ++mark;
        } else {
            return false;
        }
    }
    while (p < pattern.n && pattern.p[p] == '*') p++;
    return p == pattern.n;
}

size_t str_find(struct str s, char c)
{
    const char *hit = s.n ? memchr(s.p, c, s.n) : NULL;
    return hit ? (size_t)(hit - s.p) : s.n;
}

struct str str_sub(struct str s, size_t from, size_t to)
{
    if (to > s.n) to = s.n;
    if (from >= to) return (struct str){s.p ? s.p + (from < s.n ? from : s.n) : s.p, 0};
    return (struct str){s.p + from, to - from};
}

struct str str_folder(struct str path)
{
    while (path.n && path.p[path.n - 1] != '/' && path.p[path.n - 1] != '\\') path.n--;
    return path;
}

struct str str_base_name(struct str path)
{
    return str_sub(path, str_folder(path).n, path.n);
}

/* Length of the blank character at the start of s, 0 when there is none. */
static size_t blank_at(const unsigned char *p, size_t n)
{
    if (n == 0) return 0;
    if (p[0] == ' ' || (p[0] >= '\t' && p[0] <= '\r')) return 1;
    if (n >= 2 && p[0] == 0xC2 && p[1] == 0xA0) return 2;                                     /* U+00A0 */
    if (n >= 3 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0x8B || p[2] == 0xAF)) return 3; /* U+200B, U+202F */
    if (n >= 3 && p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF) return 3;                    /* U+FEFF */
    return 0;
}

static size_t blank_before(const unsigned char *p, size_t n)
{
    for (size_t length = 1; length <= 3 && length <= n; length++)
        if (blank_at(p + n - length, length) == length) return length;
    return 0;
}

struct str str_trim_blanks(struct str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    size_t step;
    while ((step = blank_at(p, s.n)) > 0) p += step, s.n -= step;
    while ((step = blank_before(p, s.n)) > 0) s.n -= step;
    return (struct str){(const char *)p, s.n};
}

bool str_blank(struct str s)
{
    return str_trim(s).n == 0;
}

bool str_split(struct str *rest, char sep, struct str *part)
{
    if (!rest->p) return false;
    size_t i = str_find(*rest, sep);
    *part = (struct str){rest->p, i};
    *rest = i < rest->n ? (struct str){rest->p + i + 1, rest->n - i - 1} : (struct str){0};
    return true;
}

/* Spreadsheet litter that stands for a line break: "\r", "\n" as two characters, "_x000d_". */
static size_t litter_at(const char *p, size_t n)
{
    if (n >= 2 && p[0] == '\\' && (p[1] == 'r' || p[1] == 'n' || p[1] == 't')) return 2;
    if (n >= 7 && p[0] == '_' && lower(p[1]) == 'x' && p[2] == '0' && p[3] == '0' && p[4] == '0' && p[6] == '_') return 7;
    return 0;
}

/* What a byte does to a word. */
enum byte_kind { BYTE_GAP, BYTE_WORD, BYTE_BAR, BYTE_LITTER /* may begin one */ };

#define TEN(from) [(from)] = BYTE_WORD, [(from) + 1] = BYTE_WORD, [(from) + 2] = BYTE_WORD, [(from) + 3] = BYTE_WORD, [(from) + 4] = BYTE_WORD, \
                  [(from) + 5] = BYTE_WORD, [(from) + 6] = BYTE_WORD, [(from) + 7] = BYTE_WORD, [(from) + 8] = BYTE_WORD, [(from) + 9] = BYTE_WORD
static const unsigned char BYTES[256] = {
    TEN('0'), TEN('A'), TEN('A' + 10), ['U'] = BYTE_WORD, ['V'] = BYTE_WORD, ['W'] = BYTE_WORD, ['X'] = BYTE_WORD, ['Y'] = BYTE_WORD, ['Z'] = BYTE_WORD,
    TEN('a'), TEN('a' + 10), ['u'] = BYTE_WORD, ['v'] = BYTE_WORD, ['w'] = BYTE_WORD, ['x'] = BYTE_WORD, ['y'] = BYTE_WORD, ['z'] = BYTE_WORD,
    ['|'] = BYTE_BAR, ['\\'] = BYTE_LITTER, ['_'] = BYTE_LITTER,
};
#undef TEN

static enum byte_kind byte_kind(char c)
{
    return (enum byte_kind)BYTES[(unsigned char)c];
}

/* Words are copied as they are run through; the case of a letter is one bit, which digits have set. */
size_t str_fold_into(struct str s, char *out)
{
    size_t n = 0;
    bool gap = false;
    if (s.n == 0) return 0;
    const char *p = s.p, *end = p + s.n;
    while (p < end) {
        enum byte_kind kind = byte_kind(*p);
        bool bar = kind == BYTE_BAR, after_bar = n && out[n - 1] == '|';
        if (kind == BYTE_GAP || kind == BYTE_LITTER) {
            size_t litter = kind == BYTE_LITTER ? litter_at(p, (size_t)(end - p)) : 0;
            gap = true;
            p += litter ? litter : 1;
            continue;
        }
        if (bar && (n == 0 || after_bar)) {
            p++;
            continue;
        }
        if (n && (gap || bar || after_bar)) out[n++] = ' ';
        gap = false;
        if (bar) out[n++] = *p++;
        else
            while (p < end && byte_kind(*p) == BYTE_WORD) out[n++] = (char)(*p++ | ' ');
    }
    while (n && (out[n - 1] == '|' || out[n - 1] == ' ')) n--;
    return n;
}

struct str str_fold(struct arena *arena, struct str s)
{
    char *p = arena_alloc(arena, s.n * 2 + 1); /* each '|' gains blanks at its sides */
    size_t n = str_fold_into(s, p);
    p[n] = '\0';
    return (struct str){p, n};
}

bool str_next_word(struct str *rest, struct str *word)
{
    const char *p = rest->p, *end = p + rest->n;
    while (p < end && (byte_kind(*p) == BYTE_GAP || byte_kind(*p) == BYTE_LITTER)) {
        size_t litter = byte_kind(*p) == BYTE_LITTER ? litter_at(p, (size_t)(end - p)) : 0;
        p += litter ? litter : 1;
    }
    const char *from = p;
    if (p < end && byte_kind(*p) == BYTE_BAR) p++;
    else
        while (p < end && byte_kind(*p) == BYTE_WORD) p++;
    *word = (struct str){from, (size_t)(p - from)};
    *rest = (struct str){p, (size_t)(end - p)};
    return word->n > 0;
}

uint64_t str_hash(struct str s)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < s.n; i++) hash = (hash ^ (unsigned char)s.p[i]) * 0x100000001B3u;
    return hash;
}

static const uint64_t ONES = 0x0101010101010101u, HIGHS = 0x8080808080808080u;

/* Not 0 where one of eight bytes is 0. */
static uint64_t any_zero(uint64_t word) { return (word - ONES) & ~word & HIGHS; }

bool str_is_plain(struct str s, char a, char b)
{
    const uint64_t as = ONES * (unsigned char)a, bs = ONES * (unsigned char)b;
    uint64_t other = 0;
    for (size_t i = 0; i < s.n; i += 8) {
        uint64_t word = ONES * ' ';
        memcpy(&word, s.p + i, s.n - i < 8 ? s.n - i : 8);
        other |= ((word | (word + ONES)) & HIGHS) | ((word - ONES * ' ') & ~word & HIGHS) | any_zero(word ^ as) | any_zero(word ^ bs);
    }
    return !other;
}

/* Length of the valid UTF-8 sequence at p, 0 when invalid (RFC 3629, table 3-7 of Unicode). */
static size_t sequence_at(const unsigned char *p, size_t n)
{
    unsigned char c = p[0];
    if (c < 0x80) return 1;
    size_t length = c >= 0xC2 && c <= 0xDF ? 2 : c >= 0xE0 && c <= 0xEF ? 3 : c >= 0xF0 && c <= 0xF4 ? 4 : 0;
    if (length == 0 || length > n) return 0;
    unsigned char low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
    unsigned char high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < low || p[1] > high) return 0;
    for (size_t i = 2; i < length; i++)
        if (p[i] < 0x80 || p[i] > 0xBF) return 0;
    return length;
}

size_t str_utf8_error(struct str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    size_t i = 0;
    while (i < s.n) {
        uint64_t eight;
        while (s.n - i >= 8 && (memcpy(&eight, p + i, 8), (eight & 0x8080808080808080u) == 0)) i += 8;
        if (i >= s.n) break;
        size_t step = sequence_at(p + i, s.n - i);
        if (step == 0) return i;
        i += step;
    }
    return s.n;
}

size_t str_utf8_length(struct str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.n; count++) {
        size_t step = sequence_at((const unsigned char *)s.p + i, s.n - i);
        i += step ? step : 1;
    }
    return count;
}
