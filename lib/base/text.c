#include "effcheck/text.h"

#include <string.h>

static const char *const CATALOGUE[TEXT_COUNT][2] = {
#define TEXT(id, indonesian, english) [TEXT_##id] = {indonesian, english},
#include "effcheck/text_catalogue.h"
#undef TEXT
};

const char *text(enum text_id id, bool english) { return CATALOGUE[id][english]; }

/* The value meant by a place {0} .. {9} at the beginning of `s`; NULL when there is none. */
static const struct str *place_value(struct str s, const struct str *values, size_t n)
{
    if (s.n < 3 || s.p[0] != '{' || s.p[2] != '}' || s.p[1] < '0' || s.p[1] > '9') return NULL;
    size_t i = (size_t)(s.p[1] - '0');
    return i < n ? &values[i] : NULL;
}

static size_t filled_length(struct str sentence, const struct str *values, size_t n)
{
    size_t length = 0;
    for (size_t i = 0; i < sentence.n; i++) {
        const struct str *value = place_value(str_sub(sentence, i, sentence.n), values, n);
        length += value ? value->n : 1;
        i += value ? 2 : 0;
    }
    return length;
}

struct str text_fill(struct arena *arena, struct str sentence, const struct str *values, size_t n)
{
    size_t length = filled_length(sentence, values, n), at = 0;
    char *out = arena_alloc(arena, length + 1);
    for (size_t i = 0; i < sentence.n; i++) {
        const struct str *value = place_value(str_sub(sentence, i, sentence.n), values, n);
        if (!value) {
            out[at++] = sentence.p[i];
            continue;
        }
        if (value->n) memcpy(out + at, value->p, value->n);
        at += value->n;
        i += 2;
    }
    return (struct str){out, length};
}

struct str text_count(struct arena *arena, uint64_t n, bool english)
{
    char digits[32], *p = digits + sizeof digits;
    for (size_t count = 0; count == 0 || n; count++, n /= 10) {
        if (count && count % 3 == 0) *--p = english ? ',' : '.';
        *--p = (char)('0' + n % 10);
    }
    return str_copy(arena, (struct str){p, (size_t)(digits + sizeof digits - p)});
}

struct str text_percent(struct arena *arena, int64_t bp, bool english)
{
    uint64_t size = bp < 0 ? 0 - (uint64_t)bp : (uint64_t)bp;
    struct str whole = text_count(arena, size / 100, english);
    return str_format(arena, "%s%.*s%c%02u%%", bp < 0 ? "-" : "", STR_ARG(whole), english ? '.' : ',', (unsigned)(size % 100));
}
