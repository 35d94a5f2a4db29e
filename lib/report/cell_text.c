#include "cell_text.h"

#include <string.h>

#include "utf8.h"

static bool starts_character(char c) { return ((unsigned char)c & 0xC0) != 0x80; }

/* UTF-16 units of the character that begins with this byte. */
static size_t units_of(char first) { return (unsigned char)first >= 0xF0 ? 2 : 1; }

static size_t units(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += starts_character(s.p[i]) ? units_of(s.p[i]) : 0;
    return n;
}

/* The beginning of `s` that has at most `most` UTF-16 units. */
static struct str cut(struct str s, size_t most)
{
    size_t n = 0, i = 0;
    while (i < s.n && n + units_of(s.p[i]) <= most) {
        n += units_of(s.p[i++]);
        while (i < s.n && !starts_character(s.p[i])) i++;
    }
    return str_sub(s, 0, i);
}

/* U+FFFE and U+FFFF are valid UTF-8 and no characters of XML. */
static bool is_noncharacter(struct str s) { return s.n >= 3 && memcmp(s.p, "\xEF\xBF", 2) == 0 && (unsigned char)s.p[2] >= 0xBE; }

/* Valid UTF-8 to characters that XML 1.0 allows; only ever shorter. Returns the new length. */
static size_t clean(char *p, size_t n)
{
    size_t out = 0;
    for (size_t i = 0; i < n; i++) {
        char c = p[i];
        if (c == '\r') {
            if (i + 1 < n && p[i + 1] == '\n') continue;
            c = '\n';
        } else if (((unsigned char)c < 0x20 && c != '\n') || c == 0x7F) {
            c = ' ';
        } else if (is_noncharacter((struct str){p + i, n - i})) {
            p[i + 2] = (char)0xBD;
        }
        p[out++] = c;
    }
    return out;
}

/* Length of "_xHHHH_", and of the "_x005F" that escapes it. */
enum { ESCAPE = 7, ESCAPE_MARK = 6 };

static bool is_escape(const char *p, size_t n)
{
    if (n < ESCAPE || p[0] != '_' || (p[1] != 'x' && p[1] != 'X') || p[ESCAPE - 1] != '_') return false;
    return strspn(p + 2, "0123456789abcdefABCDEF") >= 4;
}

static size_t escapes_in(struct str text)
{
    size_t n = 0;
    for (size_t at = str_find(text, '_'); at < text.n; at += 1 + str_find(str_sub(text, at + 1, text.n), '_')) n += is_escape(text.p + at, text.n - at);
    return n;
}

/* Most texts are already what a cell can hold: they are short and of the characters that ASCII prints. */
static bool is_plain(struct str text) { return text.n <= CELL_UNITS_MAX && str_is_plain(text, '_', '_'); }

struct str cell_text(struct arena *arena, struct str text, struct str cut_mark)
{
    enum { BYTES_PER_BAD_BYTE = 3 };
    if (is_plain(text)) return str_copy(arena, text);
    bool valid = str_utf8_error(text) == text.n;
    char *p = arena_alloc_n(arena, text.n + 1, valid ? 1 : BYTES_PER_BAD_BYTE);
    size_t n = 0;
    for (struct str piece; utf8_next(&text, &piece); n += piece.n) memcpy(p + n, piece.p, piece.n);
    struct str whole = {p, clean(p, n)};
    p[whole.n] = '\0';
    size_t more = escapes_in(whole) * ESCAPE_MARK, room = CELL_UNITS_MAX - units(cut_mark); /* libxlsxwriter counts what escaping adds */
    if (units(whole) + more <= CELL_UNITS_MAX) return whole;
    return str_join(arena, cut(whole, more < room ? room - more : 0), cut_mark);
}

struct str cell_text_escaped(struct arena *arena, struct str text)
{
    const size_t escapes = escapes_in(text);
    if (!escapes) return text;
    const struct str mark = S("_x005F");
    char *p = arena_alloc(arena, text.n + escapes * mark.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (is_escape(text.p + i, text.n - i)) memcpy(p + n, mark.p, mark.n), n += mark.n;
        p[n++] = text.p[i];
    }
    return (struct str){p, n};
}

struct str cell_line(struct arena *arena, struct str text, size_t units_max)
{
    struct str line = str_copy(arena, cut(cell_text(arena, str_trim(text), S("")), units_max));
    char *p = (char *)(uintptr_t)line.p; /* the copy is ours */
    for (size_t i = 0; i < line.n; i++)
        if (p[i] == '\n') p[i] = ' ';
    return line;
}

struct str cell_sheet_name(struct arena *arena, struct str name)
{
    enum { UNITS_MAX = 31 };
    struct str line = cell_line(arena, name, UNITS_MAX);
    char *p = (char *)(uintptr_t)line.p; /* the copy is ours */
    for (size_t i = 0; i < line.n; i++)
        if (strchr("[]:*?/\\'", p[i])) p[i] = '-';
    line = str_trim(line);
    return line.n ? str_copy(arena, line) : S("-");
}

struct str cell_page_text(struct arena *arena, struct str text, size_t units_max)
{
    struct str line = cell_line(arena, text, units_max);
    char *p = arena_alloc_n(arena, line.n + 1, 2);
    size_t n = 0;
    for (size_t i = 0; i < line.n; i++) {
        if (line.p[i] == '&') p[n++] = '&';
        p[n++] = line.p[i];
    }
    return (struct str){p, n};
}
