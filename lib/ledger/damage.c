#include "damage.h"

#include <string.h>

#include "effcheck/money.h"

static size_t digits_at(struct str s, size_t from)
{
    size_t n = 0;
    while (from + n < s.n && s.p[from + n] >= '0' && s.p[from + n] <= '9') n++;
    return n;
}

/* "Jan", "Mei", "Agu": the first three letters of a month, English or Indonesian. */
static bool month_at(struct str s, size_t from)
{
    static const char names[][4] = {"jan", "feb", "mar", "apr", "may", "mei", "jun", "jul", "aug", "agu", "agt", "ags", "sep", "oct", "okt", "nov", "dec", "des"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_nocase(str_sub(s, from, from + 3), str_from(names[i]))) return true;
    return false;
}

/* Two or three parts joined by - or /: digits, and at most one month in letters. */
static bool is_date(struct str s)
{
    size_t sizes[3] = {0}, parts = 0, months = 0, at = 0;
    if (str_ends(s, S(" 00:00:00"))) s = str_sub(s, 0, s.n - 9);
    for (; parts < 3 && at < s.n; parts++) {
        size_t n = digits_at(s, at);
        if (n == 0 && month_at(s, at)) n = 3, months++;
        if (n == 0) return false;
        sizes[parts] = n;
        at += n;
        if (at < s.n && s.p[at] != '-' && s.p[at] != '/') return false;
        at += at < s.n && parts < 2;
    }
    if (at != s.n || months > 1) return false;
    if (months) return parts >= 2 && sizes[0] <= 4;
    bool year_last = sizes[0] <= 2 && (sizes[2] == 4 || sizes[2] == 2), year_first = sizes[0] == 4 && sizes[2] <= 2;
    return parts == 3 && sizes[1] <= 2 && sizes[2] && (year_last || year_first);
}

enum damage damage_of_code(struct str cell)
{
    enum { LONGEST = 24 };
    bool other = false;
    if (cell.n < 5 || cell.n > LONGEST) return DAMAGE_NONE;
    for (size_t i = 0; i < cell.n && !other; i++) other = cell.p[i] == '-' || cell.p[i] == '/' || cell.p[i] == 'E' || cell.p[i] == 'e';
    if (!other) return DAMAGE_NONE;
    if (is_date(cell)) return DAMAGE_DATE;
    return money_scan(cell) == NUMBER_LOST_DIGITS ? DAMAGE_LOST_DIGITS : DAMAGE_NONE;
}

/* Nothing but ASCII, as nearly every text: eight bytes a step, the last eight whole. */
static bool is_ascii(struct str text)
{
    enum { STEP = sizeof(uint64_t) };
    uint64_t all = 0, word;
    for (size_t i = 0; text.n >= STEP && i < text.n; i += STEP) {
        memcpy(&word, text.p + (i + STEP <= text.n ? i : text.n - STEP), STEP);
        all |= word;
    }
    for (size_t i = 0; text.n < STEP && i < text.n; i++) all |= (unsigned char)text.p[i];
    return (all & 0x8080808080808080u) == 0;
}

bool damage_is_mojibake(struct str text)
{
    if (is_ascii(text)) return false;
    for (size_t i = 0; i + 1 < text.n; i++) {
        const unsigned char *p = (const unsigned char *)text.p + i;
        if (p[0] < 0xC3) continue;
        if (text.n - i >= 3 && memcmp(p, "\xEF\xBF\xBD", 3) == 0) return true;
        if (p[0] != 0xC3) continue;
        bool lead = p[1] == 0x82 || p[1] == 0x83 || p[1] == 0xA2; /* Â, Ã, â: first bytes of UTF-8 in Windows-1252 */
        if (lead && i + 2 < text.n && p[2] >= 0xC2) return true;
        if (p[1] == 0xBB && i) return true; /* û: the dash 0x96 of Windows-1252 in code page 437 */
    }
    return false;
}
