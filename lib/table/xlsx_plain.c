/* Sheets in the plain form (xlsx.h), without a parser for the rows: what stands around them goes through expat as always. */
#include <string.h>

#include "effcheck/xlsx_value.h"
#include "xlsx_reader.h"

struct scan {
    struct reader *r;
    const char *at, *end;
};

/* ---- tokens ---- */

static inline bool take(struct scan *scan, struct str word)
{
    if ((size_t)(scan->end - scan->at) < word.n || memcmp(scan->at, word.p, word.n) != 0) return false;
    scan->at += word.n;
    return true;
}

/* What stands before the next `sign`, which is passed over. */
static inline bool take_until(struct scan *scan, char sign, struct str *text)
{
    const char *found = memchr(scan->at, sign, (size_t)(scan->end - scan->at));
    if (!found) return false;
    *text = (struct str){scan->at, (size_t)(found - scan->at)};
    scan->at = found + 1;
    return true;
}

static bool take_uint(struct scan *scan, uint32_t *value)
{
    struct str digits;
    return take_until(scan, '"', &digits) && xlsx_uint(digits, UINT32_MAX, value);
}

/* ---- texts ---- */

static bool is_character(unsigned char c) { return c >= 0x20 || c == '\n' || c == '\t'; }

static bool put_entity(struct reader *r, struct str *rest)
{
    static const struct {
        struct str name;
        char sign;
    } entities[] = {{{"&amp;", 5}, '&'}, {{"&lt;", 4}, '<'}, {{"&gt;", 4}, '>'}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (!str_starts(*rest, entities[i].name)) continue;
        xlsx_add_text(r, &entities[i].sign, 1);
        *rest = str_sub(*rest, entities[i].name.n, rest->n);
        return true;
    }
    return false;
}

/* Characters that stand for themselves wherever they are: those of ASCII but for the signs of entities and of escapes. */
static bool is_literal(struct str raw) { return str_is_plain(raw, '&', '_'); }

/* Character data into *out, which lives as long as the row. */
static bool decode(struct reader *r, struct str raw, struct str *out)
{
    struct xlsx *x = r->x;
    size_t from = x->text.n;
    *out = raw;
    if (is_literal(raw)) return true;
    if (str_utf8_error(raw) != raw.n) return false;
    for (size_t i = 0; i < raw.n; i++)
        if (!is_character((unsigned char)raw.p[i])) return false;
    while (raw.n) {
        size_t n = str_find(raw, '&');
        xlsx_add_text(r, raw.p, n);
        raw = str_sub(raw, n, raw.n);
        if (raw.n && !put_entity(r, &raw)) return false;
    }
    x->text.n = from + xlsx_unescape(x->text.at + from, x->text.n - from);
    *out = (struct str){x->text.at + from, x->text.n - from};
    return !r->error.n;
}

/* ---- cells ---- */

static bool take_number(struct scan *scan, struct xlsx_cell *cell)
{
    cell->kind = XLSX_NUMBER;
    if (!take_until(scan, '<', &cell->text) || !xlsx_is_number(cell->text) || !take(scan, S("/v></c>"))) return false;
    xlsx_show_date(scan->r, cell);
    return true;
}

static bool take_formula(struct scan *scan, struct xlsx_cell *cell)
{
    struct str formula;
    cell->formula = true;
    return take_until(scan, '<', &formula) && decode(scan->r, formula, &formula) && take(scan, S("/f><v>")) && take_number(scan, cell);
}

/* A formula whose value is a text, perhaps an empty one. */
static bool take_text_formula(struct scan *scan, struct xlsx_cell *cell)
{
    struct str raw;
    cell->formula = true;
    return take_until(scan, '<', &raw) && decode(scan->r, raw, &raw) && take(scan, S("/f><v>")) && take_until(scan, '<', &raw) &&
           decode(scan->r, raw, &cell->text) && take(scan, S("/v></c>"));
}

static bool take_shared(struct scan *scan, struct xlsx_cell *cell)
{
    uint32_t i;
    struct str digits;
    const struct xlsx *x = scan->r->x;
    if (!take_until(scan, '<', &digits) || !xlsx_uint(digits, UINT32_MAX, &i) || i >= x->strings.n) return false;
    cell->text = x->strings.at[i];
    return take(scan, S("/v></c>"));
}

static bool take_inline(struct scan *scan, struct xlsx_cell *cell)
{
    struct str raw;
    take(scan, S(" xml:space=\"preserve\""));
    return take(scan, S(">")) && take_until(scan, '<', &raw) && decode(scan->r, raw, &cell->text) && take(scan, S("/t></is></c>"));
}

static bool take_content(struct scan *scan, struct xlsx_cell *cell)
{
    cell->kind = XLSX_TEXT;
    if (take(scan, S("/>"))) return true;
    if (take(scan, S("><v>"))) return take_number(scan, cell);
    if (take(scan, S(" t=\"s\"><v>"))) return take_shared(scan, cell);
    if (take(scan, S(" t=\"inlineStr\"><is><t"))) return take_inline(scan, cell);
    if (take(scan, S(" t=\"str\"><f>"))) return take_text_formula(scan, cell);
    return take(scan, S("><f>")) && take_formula(scan, cell);
}

/* Behind "<c r=". */
static bool take_cell(struct scan *scan)
{
    struct reader *r = scan->r;
    struct xlsx_cell cell = {0};
    struct str ref;
    uint32_t row;
    if (!take_until(scan, '"', &ref) || !xlsx_ref(ref, &row, &cell.column) || row != r->row || cell.column < r->next_column) return false;
    r->next_column = cell.column + 1;
    if (!take(scan, S(" s=\"")) || !take_uint(scan, &r->style) || r->style >= r->x->date_styles.n || !take_content(scan, &cell)) return false;
    if (cell.text.n) *array_push(r->x->arena, &r->x->cells) = cell;
    return true;
}

/* Behind "<row r=": the number, perhaps the height, the end of the tag. */
static bool take_row_tag(struct scan *scan, uint32_t *row)
{
    struct str height;
    if (!take_uint(scan, row)) return false;
    if (take(scan, S(" ht=\"")))
        return take_until(scan, '"', &height) && xlsx_is_number(height) && take(scan, S(" customHeight=\"1\">"));
    return take(scan, S(">"));
}

/* One row from "<row" to "</row>". */
static bool take_row(struct scan *scan)
{
    struct reader *r = scan->r;
    struct xlsx *x = r->x;
    uint32_t row;
    x->text.n = x->cells.n = 0;
    r->next_column = 0;
    if (!take(scan, S("<row r=\"")) || !take_row_tag(scan, &row) || row <= r->row || row > XLSX_ROWS_MAX) return false;
    r->row = row;
    while (take(scan, S("<c r=\"")))
        if (!take_cell(scan)) return false;
    if (!take(scan, S("</row>"))) return false;
    if (x->cells.n && !r->give_row(r->context, r->row, x->cells.at, x->cells.n)) r->stopped = true;
    return true;
}

/* ---- the part ---- */

static bool not_plain(struct reader *r) { return xlsx_fail(r, "not in the plain form behind row %u", (unsigned)r->row); }

static size_t find(const char *p, size_t n, struct str word)
{
    for (const char *at = p; (at = memchr(at, word.p[0], n - (size_t)(at - p))); at++)
        if (n - (size_t)(at - p) >= word.n && memcmp(at, word.p, word.n) == 0) return (size_t)(at - p);
    return n;
}

/* A window on the inflated part: [from, n) of `at` is not yet used up. */
struct window {
    struct reader *r;
    char *at;
    size_t from, n, cap;
    bool ended;
};

/* More bytes behind what is left. False with the fault noted. */
static bool refill(struct window *w)
{
    struct arena *arena = w->r->x->arena;
    memmove(w->at, w->at + w->from, w->n - w->from);
    w->n -= w->from;
    w->from = 0;
    if (w->n > XLSX_TEXT_MAX) return xlsx_fail(w->r, "a row has more than %llu bytes", XLSX_TEXT_MAX);
    if (w->cap - w->n < XLSX_CHUNK) w->at = array_grow(arena, w->at, w->n, w->n + XLSX_CHUNK, 1, &w->cap);
    int got = xlsx_inflate(w->r, w->at + w->n);
    if (got < 0) return false;
    w->n += (size_t)got;
    w->ended = got == 0;
    return true;
}

static bool feed(struct window *w, size_t n)
{
    const char *p = w->at + w->from;
    w->from += n;
    return xlsx_feed(w->r, p, n, w->ended);
}

/* Up to and with the tag that opens the rows. */
static bool pass_head(struct window *w)
{
    const struct str tag = S("<sheetData>");
    for (;;) {
        size_t at = find(w->at + w->from, w->n - w->from, tag);
        if (at < w->n - w->from) return feed(w, at + tag.n);
        if (w->ended || w->n - w->from > XLSX_MARKUP_MAX) return not_plain(w->r);
        if (!refill(w)) return false;
    }
}

/* Bytes up to and with the last end of a row; 0 = there is none. */
static size_t whole_rows(const char *p, size_t n)
{
    const struct str end = S("</row>");
    for (size_t at = n; at >= end.n; at--)
        if (p[at - 1] == '>' && memcmp(p + at - end.n, end.p, end.n) == 0) return at;
    return 0;
}

static bool pass_rows(struct window *w)
{
    const struct str end = S("</sheetData>");
    for (;;) {
        const char *p = w->at + w->from;
        struct scan scan = {w->r, p, p + whole_rows(p, w->n - w->from)};
        while (scan.at < scan.end) {
            if (!take_row(&scan)) return not_plain(w->r);
            if (w->r->stopped) return true;
        }
        w->from += (size_t)(scan.at - p);
        if (w->n - w->from >= end.n && memcmp(scan.at, end.p, end.n) == 0) return true;
        if (w->ended) return not_plain(w->r);
        if (!refill(w)) return false;
    }
}

static bool pass_tail(struct window *w)
{
    while (feed(w, w->n - w->from)) {
        if (w->ended) return true;
        if (!refill(w)) return false;
    }
    return false;
}

bool xlsx_pump_plain(struct reader *r)
{
    struct window w = {.r = r};
    w.at = array_grow(r->x->arena, NULL, 0, (size_t)4 * XLSX_CHUNK, 1, &w.cap);
    if (!pass_head(&w)) return false;
    if (r->node != ROWS) return not_plain(r); /* the tag stood in a comment */
    return pass_rows(&w) && (r->stopped || pass_tail(&w));
}
