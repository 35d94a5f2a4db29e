/* This month's findings and sums as the comparison of follow_up.h wants them, and what is to be said about it. */
#include <assert.h>
#include <string.h>

#include "effcheck/audit.h"
#include "effcheck/text.h"

/* ---- what units report ---- */

static uint64_t mixed(uint64_t h)
{
    h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9u; /* splitmix64 */
    h = (h ^ (h >> 27)) * 0x94D049BB133111EBu;
    return h ^ (h >> 31);
}

static uint64_t place_digest(const struct ledger *ledger, uint32_t activity, uint32_t account, uint32_t document, struct money amount)
{
    const uint64_t k = 0x9E3779B97F4A7C15u;
    uint64_t h = str_hash(ledger_text(ledger, ledger->activities.at[activity].code));
    h = h * k + str_hash(ledger_text(ledger, account));
    h = h * k + str_hash(ledger_text(ledger, document));
    return mixed(h * k + (uint64_t)amount.sen);
}

static struct reported reported_unit(const struct audit *audit, uint32_t unit)
{
    const struct ledger *ledger = audit->ledger;
    const struct unit *u = &ledger->units.at[unit];
    struct str code = ledger_text(ledger, u->code), name = ledger_text(ledger, u->name);
    return (struct reported){.key = reported_key(audit->arena, code, name), .code = code, .name = name};
}

static bool same_place(const struct cell *a, const struct cell *b)
{
    return a->unit == b->unit && a->activity == b->activity && a->account == b->account;
}

/* Original budgets by sub kegiatan and account, whatever class each part of it has. */
static void add_contents(const struct audit *audit, struct reported *whole)
{
    const struct cell *cells = audit->cells.at;
    for (size_t from = 0, to; from < audit->cells.n; from = to) {
        struct money murni = {0};
        for (to = from; to < audit->cells.n && same_place(&cells[from], &cells[to]); to++) money_add(&murni, cells[to].total.amounts.of[MURNI]);
        if (murni.sen) whole[cells[from].unit].content += place_digest(audit->ledger, cells[from].activity, cells[from].account, 0, murni);
    }
}

typedef ARRAY(struct reported) reported_list;

static void add_units(const struct audit *audit, reported_list *list)
{
    size_t classes = audit->pack->classes.n;
    for (uint32_t unit = 0; unit < audit->ledger->units.n; unit++) {
        struct reported whole = reported_unit(audit, unit);
        for (size_t k = 0; k < classes; k++) {
            whole.lines += audit->by_class[unit * classes + k].lines;
            amounts_add(&whole.amounts, &audit->by_class[unit * classes + k].amounts); /* audit_totals checked it */
        }
        whole.amounts.present = audit->ledger->units.at[unit].present;
        *array_push(audit->arena, list) = whole;
    }
    if (list->n) add_contents(audit, list->at);
}

static void add_month(const struct audit *audit, struct pool *months, reported_list *list, const struct line *line)
{
    const struct particulars *p = line_particulars(audit->ledger, line);
    char key[sizeof line->unit + sizeof p->month];
    memcpy(key, &line->unit, sizeof line->unit);
    memcpy(key + sizeof line->unit, &p->month, sizeof p->month);
    size_t units = audit->ledger->units.n, at = units + pool_id(months, (struct str){key, sizeof key}) - 1;
    if (at == list->n) {
        struct reported month = reported_unit(audit, line->unit);
        month.month = p->month;
        *array_push(audit->arena, list) = month;
    }
    assert(at < list->n && list->at);
    struct reported *entry = &list->at[at];
    entry->lines++;
    entry->amounts.present = 1u << REALISASI;
    money_add(&entry->amounts.of[REALISASI], line->amounts.of[REALISASI]);
    entry->content += place_digest(audit->ledger, line->activity, line->account, p->document, line->amounts.of[REALISASI]);
}

static reported_list reported_now(const struct audit *audit)
{
    reported_list list = {0};
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    struct pool months;
    pool_init(&months, &scratch);
    add_units(audit, &list);
    for (size_t i = 0; i < audit->ledger->lines.n; i++) {
        const struct line *line = &audit->ledger->lines.at[i];
        if (line_particulars(audit->ledger, line)->month.year && !line->rejected && amounts_has(&line->amounts, REALISASI)) add_month(audit, &months, &list, line);
    }
    reported_sort(list.at, list.n);
    arena_release(&scratch);
    return list;
}

/* ---- what was tested ---- */

struct testing {
    const struct audit *audit;
    const struct follow_up *follow;
    struct arena scratch;
};

static uint16_t check_called(const struct pack *pack, struct str id)
{
    uint16_t i = 0;
    while (i < pack->checks.n && !str_eq(pack->checks.at[i].id, id)) i++;
    return i < pack->checks.n ? i : NO_INDEX;
}

static uint32_t unit_called(struct testing *t, struct str key)
{
    const struct ledger *ledger = t->audit->ledger;
    for (uint32_t unit = 0; unit < ledger->units.n; unit++) {
        const struct unit *u = &ledger->units.at[unit];
        if (str_eq(key, reported_key(&t->scratch, ledger_text(ledger, u->code), ledger_text(ledger, u->name)))) return unit;
    }
    return NO_UNIT;
}

static bool is_silent(const struct follow_up *follow, struct str key)
{
    for (size_t i = 0; i < follow->reported.n; i++)
        if (follow->reported.at[i].change == PAST_SILENT && str_eq(follow->reported.at[i].now.key, key)) return true;
    return false;
}

/* A row that was rejected may hold the very fact; so may a file or a measure that did not come this time, and what is missing where a
 * file does not add up. */
static bool was_tested(void *context, const struct trail *gone)
{
    struct testing *t = context;
    const struct audit *audit = t->audit;
    uint16_t check = check_called(audit->pack, gone->check);
    if (check == NO_INDEX) return false;
    const struct result *result = audit_result(audit, check, NO_UNIT);
    if (!gone->unit_code.n && !gone->unit.n) return result && result->verdict != VERDICT_UNTESTABLE && !t->follow->silent;
    struct str key = reported_key(&t->scratch, gone->unit_code, gone->unit);
    uint32_t unit = unit_called(t, key);
    if (unit == NO_UNIT || is_silent(t->follow, key)) return false;
    const struct unit *u = &audit->ledger->units.at[unit];
    if (u->rejected_rows || u->disputed || u->conflict || u->unreconciled) return false;
    const struct result *own = audit_result(audit, check, unit);
    if (own) result = own;
    return result && result->verdict != VERDICT_UNTESTABLE;
}

/* ---- findings ---- */

static struct trail *trails_now(const struct audit *audit, bool english)
{
    const struct ledger *ledger = audit->ledger;
    struct trail *present = arena_new_n(audit->arena, struct trail, audit->findings.n + 1);
    for (size_t i = 0; i < audit->findings.n; i++) {
        const struct finding *finding = &audit->findings.at[i];
        present[i] = (struct trail){.id = finding->id, .check = audit->pack->checks.at[finding->check].id, .text = finding->condition[english],
                                    .amount = finding->amount};
        if (finding->about == NO_UNIT) continue;
        present[i].unit_code = ledger_text(ledger, ledger->units.at[finding->about].code);
        present[i].unit = ledger_text(ledger, ledger->units.at[finding->about].name);
    }
    return present;
}

static bool is_word(struct arena *scratch, struct str status, enum text_id word)
{
    struct str folded = str_fold(scratch, status);
    return str_starts(folded, str_fold(scratch, text_str(word, false))) || str_starts(folded, str_fold(scratch, text_str(word, true)));
}

static void find_overdue(struct follow_up *follow, struct date today, struct arena *arena)
{
    struct arena scratch = {.out_of_memory = arena->out_of_memory};
    for (uint32_t i = 0; i < follow->list.n; i++) {
        struct followed *one = &follow->list.at[i];
        struct date due;
        if (one->status == FOLLOW_DONE || !date_parse(one->trail.words.due, &due) || date_cmp(due, today) >= 0) continue;
        struct str status = one->trail.words.status;
        if (is_word(&scratch, status, TEXT_STATUS_DONE) || is_word(&scratch, status, TEXT_STATUS_IMPOSSIBLE)) continue;
        one->overdue = true;
        *array_push(arena, &follow->overdue) = i;
    }
    arena_release(&scratch);
}

/* ---- what is said ---- */

static const enum text_id MEASURES[MEASURE_COUNT] = {TEXT_MURNI, TEXT_KINI, TEXT_REALISASI};

static struct str rupiah_of(struct arena *scratch, struct money m)
{
    char digits[MONEY_TEXT_MAX];
    return str_copy(scratch, (struct str){digits, money_grouped(m, true, digits)});
}

static struct str lacking_words(const struct compared *row, bool english, struct arena *scratch)
{
    struct str words = {0};
    for (enum measure m = 0; m < MEASURE_COUNT; m++)
        if ((row->lacking >> m) & 1) words = str_format(scratch, "%.*s%s%s", STR_ARG(words), words.n ? ", " : "", text(MEASURES[m], english));
    return words;
}

static void say_row(const struct compared *row, struct str path, bool english, struct arena *scratch, struct diags *diags)
{
    char month[DATE_TEXT_MAX] = "";
    struct str unit = row->now.name.n ? row->now.name : row->now.code, measure = text_str(MEASURES[row->measure], english);
    if (row->now.month.year) date_iso(row->now.month, month);
    struct str where = str_format(scratch, "%.*s%s%s", STR_ARG(unit), *month ? ", " : "", month);
    struct diag diag = {.kind = DIAG_PAST_CONTENT, .file = path, .column = where};
    switch (row->change) {
    case PAST_SILENT:
        if (row->now.month.year) return; /* said of the unit as a whole */
        diag = (struct diag){.kind = DIAG_UNIT_SILENT, .file = path, .value = unit, .detail = lacking_words(row, english, scratch)};
        break;
    case PAST_AMOUNT:
        diag.kind = DIAG_PAST_AMOUNT;
        diag.column = str_format(scratch, "%.*s, %.*s", STR_ARG(where), STR_ARG(measure));
        diag.value = rupiah_of(scratch, row->now.amounts.of[row->measure]);
        diag.detail = rupiah_of(scratch, row->before.amounts.of[row->measure]);
        break;
    case PAST_FEWER:
        diag.kind = DIAG_PAST_FEWER;
        diag.value = str_format(scratch, "%u", row->now.lines);
        diag.detail = str_format(scratch, "%u", row->before.lines);
        break;
    case PAST_CONTENT: break;
    default: return;
    }
    diag_add(diags, diag);
}

static void say_unknown(const struct follow_up *follow, struct diags *diags)
{
    for (size_t i = 0; i < follow->list.n; i++)
        if (follow->list.at[i].status == FOLLOW_UNKNOWN)
            diag_add(diags, (struct diag){.kind = DIAG_FOLLOW_UNKNOWN, .file = follow->past->path, .value = follow->list.at[i].trail.id});
    for (size_t i = 0; follow->past && i < follow->past->trails.n; i++) {
        const struct trail *trail = &follow->past->trails.at[i];
        bool expected = trail->first.year && !trail->closed.year && date_cmp(trail->last, follow->past->month) == 0;
        if (expected && !trail->in_register)
            diag_add(diags, (struct diag){.kind = DIAG_FOLLOW_ROW_GONE, .file = follow->past->path, .value = trail->id});
    }
}

void audit_follow_up(struct audit *audit, const struct past *past, struct date month, struct date today, bool english, struct diags *diags)
{
    struct follow_up *follow = arena_new(audit->arena, struct follow_up);
    struct testing testing = {.audit = audit, .follow = follow, .scratch = {.out_of_memory = audit->arena->out_of_memory}};
    follow->past = past;
    follow->month = (struct date){month.year, month.month, 0};
    reported_list now = reported_now(audit);
    reported_compare(follow, now.at, now.n, audit->arena);
    follow_compare(follow, trails_now(audit, english), audit->findings.n, was_tested, &testing, audit->arena);
    find_overdue(follow, today, audit->arena);
    for (size_t i = 0; past && i < follow->reported.n; i++) say_row(&follow->reported.at[i], past->path, english, &testing.scratch, diags);
    say_unknown(follow, diags);
    audit->follow_up = follow;
    arena_release(&testing.scratch);
}
