#include <stdlib.h>

#include "effcheck/pool.h"
#include "previous_reading.h"

/* ---- cells ---- */

struct parse {
    struct reading_past *r;
    const struct found_table *table;
    const struct table_row *row;
    bool good;
};

static void refuse(struct parse *p, struct str value, struct str detail)
{
    diag_add(p->r->diags, (struct diag){.kind = DIAG_PREVIOUS_EDITED, .file = p->r->past->path, .line = p->row->number, .column = p->table->sheet,
                                        .value = value, .detail = detail});
    p->good = false;
}

static struct date month_cell(const struct parse *p, unsigned column)
{
    struct date month = {0};
    return date_parse_period(p->row->cells[column], &month) ? month : (struct date){0};
}

static bool money_cell(const struct parse *p, unsigned column, struct money *out)
{
    *out = (struct money){0};
    return p->row->cells[column].n && money_parse(p->row->cells[column], DECIMAL_POINT, out);
}

/* "1A2B3C4D" */
static bool hex_cell(const struct parse *p, unsigned column, uint64_t *out)
{
    struct str s = p->row->cells[column];
    *out = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0 || i == 16) return false;
        *out = *out << 4 | (uint64_t)digit;
    }
    return s.n > 0;
}

static bool mark_is(const struct parse *p, unsigned column, uint32_t wanted)
{
    uint64_t mark;
    return hex_cell(p, column, &mark) && mark == wanted;
}

/* A remark below the table, or what the program says instead of rows: one text in the first column. */
static bool is_remark(const struct table_row *row)
{
    return row->filled == 1 && (!row->cells[0].n || str_contains(row->cells[0], S(" ")));
}

static struct follow_words words_of(struct parse *p, unsigned status, unsigned owner, unsigned due, unsigned note)
{
    const struct table_row *row = p->row;
    struct follow_words words = {.status = row->cells[status], .owner = row->cells[owner], .due = row->cells[due], .note = row->cells[note]};
    if (!row->extra.n) return words;
    words.extra = arena_new_n(p->r->arena, struct str, p->r->past->extra_heads.n);
    for (size_t i = 0; i < row->extra.n; i++) {
        struct str *at = &words.extra[row->extra.at[i].index];
        *at = words_joined(p->r->arena, *at, row->extra.at[i].text);
    }
    return words;
}

static bool has_words(const struct follow_words *words)
{
    return words->status.n || words->owner.n || words->due.n || words->note.n || words->extra;
}

static void add_words(struct reading_past *r, struct follow_words *words, const struct follow_words *more)
{
    words->status = words_joined(r->arena, words->status, more->status);
    words->owner = words_joined(r->arena, words->owner, more->owner);
    words->due = words_joined(r->arena, words->due, more->due);
    words->note = words_joined(r->arena, words->note, more->note);
    if (!words->extra) words->extra = more->extra;
    else
        for (size_t i = 0; more->extra && i < r->past->extra_heads.n; i++) words->extra[i] = words_joined(r->arena, words->extra[i], more->extra[i]);
}

/* ---- Jejak Temuan ---- */

static uint32_t read_trail(struct parse *p)
{
    const struct str *cells = p->row->cells;
    struct trail t = {.id = cells[J_ID], .check = cells[J_CHECK], .unit_code = cells[J_UNIT_CODE], .unit = cells[J_UNIT], .text = cells[J_TEXT],
                      .first = month_cell(p, J_FIRST), .since = month_cell(p, J_SINCE), .last = month_cell(p, J_LAST), .closed = month_cell(p, J_CLOSED)};
    money_cell(p, J_AMOUNT, &t.amount);
    t.has_before = money_cell(p, J_BEFORE, &t.before);
    t.words = words_of(p, J_STATUS, J_OWNER, J_DUE, J_NOTE);
    uint32_t mark = trail_mark(&t);
    if (!mark_is(p, J_MARK, mark)) refuse(p, t.id, text_str(TEXT_CHECK_MARK, false));
    *array_push(p->r->arena, &p->r->past->trails) = t;
    return mark;
}

/* ---- Jejak Data ---- */

static uint32_t read_reported(struct parse *p)
{
    static const unsigned columns[MEASURE_COUNT] = {[MURNI] = D_MURNI, [KINI] = D_KINI, [REALISASI] = D_SPENT};
    const struct str *cells = p->row->cells;
    struct reported one = {.code = cells[D_CODE], .name = cells[D_UNIT], .month = month_cell(p, D_MONTH)};
    one.key = reported_key(p->r->arena, one.code, one.name);
    for (enum measure m = 0; m < MEASURE_COUNT; m++)
        if (money_cell(p, columns[m], &one.amounts.of[m])) one.amounts.present |= (uint8_t)(1u << m);
    struct money lines;
    if (money_cell(p, D_LINES, &lines)) one.lines = (uint32_t)(lines.sen / 100);
    bool content = hex_cell(p, D_CONTENT, &one.content);
    uint32_t mark = reported_mark(&one);
    if (!content || !mark_is(p, D_MARK, mark)) refuse(p, one.name, text_str(TEXT_CHECK_MARK, false));
    *array_push(p->r->arena, &p->r->past->reported) = one;
    return mark;
}

typedef uint32_t read_row_fn(struct parse *p);

/* Sum of the check marks of the rows: a row that is gone, or there twice, is missed in it. */
static uint32_t read_rows(struct reading_past *r, enum follow_table_kind kind, read_row_fn *read, bool *good)
{
    struct parse p = {.r = r, .table = &r->tables[kind], .good = true};
    uint32_t sum = 0;
    for (size_t i = 0; i < p.table->rows.n; i++) {
        p.row = &p.table->rows.at[i];
        if (!is_remark(p.row)) sum += read(&p);
    }
    *good = *good && p.good;
    return sum;
}

/* ---- Temuan: what auditors typed ---- */

static void read_register(struct reading_past *r)
{
    struct parse p = {.r = r, .table = &r->tables[TABLE_FINDINGS]};
    struct past *past = r->past;
    struct arena scratch = {.out_of_memory = r->arena->out_of_memory};
    size_t known = past->trails.n;
    struct pool ids;
    pool_init(&ids, &scratch);
    uint32_t *trail_of = arena_new_n(&scratch, uint32_t, known + 2); /* by id of the pool: index + 1 */
    for (size_t i = 0; i < known; i++) trail_of[pool_id(&ids, str_fold(&scratch, past->trails.at[i].id))] = (uint32_t)i + 1;
    for (size_t i = 0; i < p.table->rows.n; i++) {
        p.row = &p.table->rows.at[i];
        struct follow_words words = words_of(&p, F_STATUS, F_OWNER, F_DUE, F_NOTE);
        struct str id = p.row->cells[F_ID];
        uint32_t pooled;
        bool found = id.n && pool_find(&ids, str_fold(&scratch, id), &pooled) && pooled && trail_of[pooled];
        if (found) {
            struct trail *trail = &past->trails.at[trail_of[pooled] - 1];
            trail->in_register = true;
            add_words(r, &trail->words, &words);
        } else if (has_words(&words)) {
            if (!id.n) id = str_format(r->arena, "%.*s:%u", STR_ARG(p.table->sheet), p.row->number);
            *array_push(r->arena, &past->trails) = (struct trail){.id = id, .words = words, .in_register = true};
        }
    }
    arena_release(&scratch);
}

/* ---- Riwayat ---- */

static int by_month(const void *a, const void *b)
{
    const struct past_month *x = a, *y = b;
    return date_cmp(x->month, y->month);
}

static bool read_history(struct reading_past *r, uint32_t marks)
{
    struct parse p = {.r = r, .table = &r->tables[TABLE_HISTORY], .good = true};
    struct past *past = r->past;
    const struct table_row *newest = NULL;
    for (size_t i = 0; i < p.table->rows.n; i++) {
        p.row = &p.table->rows.at[i];
        struct past_month month = {month_cell(&p, H_PERIOD), p.row->cells};
        if (is_remark(p.row)) continue;
        for (size_t k = 0; k < past->months.n; k++)
            if (date_cmp(past->months.at[k].month, month.month) == 0) refuse(&p, p.row->cells[H_PERIOD], text_str(TEXT_PERIOD, false));
        if (!month.month.year) refuse(&p, p.row->cells[H_PERIOD], text_str(TEXT_PERIOD, false));
        if (!newest || date_cmp(month.month, past->month) > 0) newest = p.row, past->month = month.month;
        *array_push(r->arena, &past->months) = month;
    }
    if (past->months.n) qsort(past->months.at, past->months.n, sizeof *past->months.at, by_month);
    static const struct table_row none = {0};
    p.row = newest ? newest : &none;
    if (!newest || !mark_is(&p, H_MARK, history_mark(newest->cells, marks))) refuse(&p, newest ? newest->cells[H_PERIOD] : S(""), text_str(TEXT_CHECK_MARK, false));
    return p.good;
}

/* ---- about the same? ---- */

static bool other(struct reading_past *r, struct str then, struct str now)
{
    diag_add(r->diags, (struct diag){.kind = DIAG_PREVIOUS_OTHER, .file = r->past->path, .value = then, .detail = now});
    return false;
}

static bool same_region(struct arena *arena, struct str then, struct str now)
{
    struct str known = str_fold(arena, then);
    bool unknown = str_eq(known, str_fold(arena, text_str(TEXT_REGION_UNKNOWN, false))) || str_eq(known, str_fold(arena, text_str(TEXT_REGION_UNKNOWN, true)));
    return !now.n || !known.n || unknown || str_eq(known, str_fold(arena, now));
}

static bool is_about(struct reading_past *r, const struct previous_wanted *wanted)
{
    const struct past *past = r->past;
    const struct str *cells = past->months.at[past->months.n - 1].cells;
    struct str year = str_format(r->arena, "%d", wanted->year), rest = cells[H_PACK];
    bool what_if = str_contains(rest, S(FOLLOW_WHAT_IF));
    struct str pack = what_if ? str_sub(rest, 0, str_find(rest, ' ')) : rest;
    struct str simulation = text_str(TEXT_SIMULATION, false);
    char then[DATE_TEXT_MAX], now[DATE_TEXT_MAX];
    if (!same_region(r->arena, cells[H_REGION], wanted->region)) return other(r, cells[H_REGION], wanted->region);
    if (!str_eq(cells[H_YEAR], year)) return other(r, cells[H_YEAR], year);
    if (!str_eq(pack, wanted->pack)) return other(r, pack, wanted->pack);
    if (what_if != wanted->what_if) return other(r, cells[H_PACK], what_if ? wanted->pack : simulation);
    if (date_cmp(past->month, wanted->month) <= 0) return true;
    return other(r, (struct str){then, date_iso(past->month, then)}, (struct str){now, date_iso(wanted->month, now)});
}

bool past_from_rows(struct reading_past *r, const struct previous_wanted *wanted)
{
    bool good = true;
    uint32_t marks = read_rows(r, TABLE_TRAIL, read_trail, &good) + read_rows(r, TABLE_REPORTED, read_reported, &good);
    if (!good || !read_history(r, marks) || !is_about(r, wanted)) return false;
    reported_sort(r->past->reported.at, r->past->reported.n);
    read_register(r);
    return true;
}
