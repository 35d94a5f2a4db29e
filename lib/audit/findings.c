#include <stdlib.h>
#include <string.h>

#include "checking.h"
#include "effcheck/keyed.h"
#include "effcheck/share.h"

/* Sentences of the pack with their named places filled. */
struct named {
    struct str name, value;
};

/* The name that the text begins with; NULL = it is none. */
static const struct named *name_at(struct str text, const struct named *names, size_t n)
{
    for (size_t i = 0; text.p[0] == '{' && i < n; i++)
        if (str_starts(text, names[i].name)) return &names[i];
    return NULL;
}

/* Length of the filled sentence, which is written to `out` unless that is NULL. */
static size_t put_filled(struct str sentence, const struct named *names, size_t n, char *out)
{
    size_t length = 0;
    while (sentence.n) {
        const struct named *name = name_at(sentence, names, n);
        size_t used = name ? name->name.n : 1 + str_find(str_sub(sentence, 1, sentence.n), '{');
        struct str piece = name ? name->value : str_sub(sentence, 0, used);
        if (out && piece.n) memcpy(out + length, piece.p, piece.n);
        length += piece.n;
        sentence = str_sub(sentence, used, sentence.n);
    }
    return length;
}

/* A sentence without places is the pack's own. */
static struct str fill_names(struct arena *arena, struct str sentence, const struct named *names, size_t n)
{
    if (str_find(sentence, '{') == sentence.n) return sentence;
    size_t length = put_filled(sentence, names, n, NULL);
    char *p = arena_alloc(arena, length + 1);
    put_filled(sentence, names, n, p);
    return (struct str){p, length};
}

static struct str rupiah(struct arena *arena, struct money m, bool english)
{
    char buffer[MONEY_TEXT_MAX];
    size_t n = money_grouped(m, !english, buffer);
    return str_format(arena, "Rp %.*s", (int)n, buffer);
}

static struct str code_and_name(struct arena *arena, struct str code, struct str name)
{
    if (code.n == 0 || name.n == 0) return code.n ? code : name;
    return str_format(arena, "%.*s %.*s", STR_ARG(code), STR_ARG(name));
}

static struct str unit_name(const struct checking *c, uint32_t unit, bool english)
{
    const struct ledger *ledger = c->audit->ledger;
    if (unit == NO_UNIT) return text_str(TEXT_REGION_AS_WHOLE, english);
    struct str name = ledger_text(ledger, ledger->units.at[unit].name);
    return name.n ? name : unit_key(ledger, unit);
}

enum { NAMES = 14 };

/* {porsi}: what exceeds a threshold is not rounded down to it. */
static struct said portion_of(const struct finding_facts *f)
{
    bool exceeds = f->above.bp && share_cmp(f->part, f->whole, f->above) > 0;
    return exceeds && f->whole.sen > 0 ? said_share_above(f->part, f->whole, f->above) : said_share(f->part, f->whole);
}

static void name_facts(const struct checking *c, const struct finding_facts *f, bool english, struct arena *arena, struct named out[NAMES])
{
    const struct ledger *ledger = c->audit->ledger;
    const struct activity *activity = &ledger->activities.at[f->activity];
    static const enum text_id words[MEASURE_COUNT] = {TEXT_MURNI, TEXT_KINI, TEXT_REALISASI};
    struct money murni = f->amounts.of[MURNI], kini = f->amounts.of[KINI];
    struct said share = checking_cut_share(c, murni, kini), portion = portion_of(f);
    const struct class_info *class = f->class_number ? &c->audit->pack->classes.at[f->class_number - 1] : NULL;
    struct named names[NAMES] = {
        {S("{unit}"), unit_name(c, f->unit, english)},
        {S("{murni}"), rupiah(arena, murni, english)},
        {S("{kini}"), rupiah(arena, kini, english)},
        {S("{realisasi}"), rupiah(arena, f->amounts.of[REALISASI], english)},
        {S("{batas}"), rupiah(arena, f->limit, english)},
        {S("{selisih}"), rupiah(arena, f->gap, english)},
        {S("{persen}"), said_in(arena, &share, english)},
        {S("{sub_kegiatan}"), code_and_name(arena, ledger_text(ledger, activity->code), ledger_text(ledger, activity->name))},
        {S("{ukuran}"), text_str(words[f->by], english)},
        {S("{rekening}"), ledger_text(ledger, f->account)},
        {S("{jumlah}"), f->count ? text_count(arena, f->count, english) : rupiah(arena, f->amount, english)},
        {S("{porsi}"), said_in(arena, &portion, english)},
        {S("{jenis}"), class ? class->name[english] : (struct str){0}},
        {S("{rincian}"), f->detail[english]},
    };
    memcpy(out, names, sizeof names);
}

/*
 * The same fact has the same id in every month, whatever the files are called and however their rows are ordered: a digest of
 * check, unit code (or folded name), activity code and account.
 */
static struct str stable_id(struct checking *c, const struct finding_facts *f, struct arena *scratch)
{
    const struct ledger *ledger = c->audit->ledger;
    struct str unit = f->unit == NO_UNIT ? S("*") : unit_key(ledger, f->unit);
    const struct activity *activity = &ledger->activities.at[f->activity];
    struct str place = ledger_text(ledger, activity->code ? activity->code : activity->name);
    struct str key = str_format(scratch, "%.*s|%.*s|%.*s|%.*s|%.*s", STR_ARG(c->check->id), STR_ARG(str_fold(scratch, unit)), STR_ARG(str_fold(scratch, place)),
                                STR_ARG(ledger_text(ledger, f->account)), STR_ARG(f->key));
    uint64_t hash = str_hash(key);
    return str_format(&c->kept, "%.*s-%08X%02X", STR_ARG(c->check->id), (unsigned)(hash >> 32), (unsigned)(hash & 0xFF));
}

/* A check may weigh less from a day on: a later statement of the authorities. A period counts from its last day. */
static enum severity severity_of(const struct checking *c)
{
    struct date from = c->check->info_from, period = c->audit->period;
    if (period.day == 0) period.day = 31;
    return from.year && period.year && date_cmp(period, from) >= 0 ? SEVERITY_INFO : c->check->severity;
}

struct finding *finding_add(struct checking *c, const struct finding_facts *f)
{
    const struct check *check = c->check;
    uint32_t about = f->unit == NO_UNIT && f->about ? f->about - 1 : f->unit;
    struct arena scratch = {.out_of_memory = c->kept.out_of_memory};
    struct finding finding = {.id = stable_id(c, f, &scratch), .check = c->index, .unit = f->unit, .about = about, .severity = severity_of(c), .amount = f->amount,
                              .activity = f->activity, .account = f->account, .first_line = (uint32_t)c->finding_lines.n};
    for (int english = 0; english < 2; english++) {
        struct named names[NAMES];
        name_facts(c, f, english, &scratch, names);
        finding.condition[english] = fill_names(&c->kept, check->condition[english], names, NAMES);
        finding.criteria[english] = fill_names(&c->kept, check->criteria[english], names, NAMES);
        finding.cause[english] = fill_names(&c->kept, check->cause[english], names, NAMES);
        finding.effect[english] = fill_names(&c->kept, check->effect[english], names, NAMES);
        finding.recommendation[english] = fill_names(&c->kept, check->recommendation[english], names, NAMES);
    }
    arena_release(&scratch);
    *array_push(&c->kept, &c->findings) = finding;
    return &c->findings.at[c->findings.n - 1];
}

void finding_add_line(struct checking *c, struct finding *finding, uint32_t line)
{
    *array_push(&c->kept, &c->finding_lines) = line;
    finding->line_count++;
}

void finding_add_cell(struct checking *c, struct finding *finding, const struct cell *cell)
{
    const struct audit *audit = c->audit;
    for (uint32_t k = 0; k < cell->total.lines + cell->total.rejected; k++) {
        uint32_t line = audit->cell_lines[cell->first_line + k];
        const struct line *l = &audit->ledger->lines.at[line];
        if (!l->rejected && checking_in_scope(c, l)) finding_add_line(c, finding, line);
    }
}

void finding_add_subject(struct checking *c, struct finding *finding, uint32_t unit)
{
    size_t from, to;
    checking_cells(c, unit, &from, &to);
    for (size_t i = from; i < to; i++)
        if (checking_in_subject(c, &c->audit->cells.at[i])) finding_add_cell(c, finding, &c->audit->cells.at[i]);
}

void finding_sort_lines(struct checking *c, struct finding *finding, enum measure by)
{
    finding_sort_tail(c, finding, 0, by);
}

void finding_sort_tail(struct checking *c, struct finding *finding, uint32_t from, enum measure by)
{
    const struct ledger *ledger = c->audit->ledger;
    struct arena scratch = {.out_of_memory = c->kept.out_of_memory};
    uint32_t count = finding->line_count - from;
    uint32_t *lines = count ? &c->finding_lines.at[finding->first_line + from] : NULL;
    struct keyed *ranked = arena_new_n(&scratch, struct keyed, count + 1);
    for (uint32_t i = 0; i < count; i++) ranked[i] = (struct keyed){keyed_largest_first(ledger->lines.at[lines[i]].amounts.of[by].sen), lines[i], lines[i]};
    keyed_sort(ranked, count, &scratch);
    for (uint32_t i = 0; i < count; i++) lines[i] = ranked[i].at;
    arena_release(&scratch);
}

/* A check that weighs more when another one is violated too: a unit's missing cut, where the region misses it as well. */
void findings_raise(struct audit *audit)
{
    for (size_t i = 0; i < audit->findings.n; i++) {
        struct finding *finding = &audit->findings.at[i];
        const struct check *check = &audit->pack->checks.at[finding->check];
        if (check->raise_with == NO_INDEX) continue;
        const struct result *region = audit_result(audit, check->raise_with, NO_UNIT);
        if (region && region->verdict == audit->pack->checks.at[check->raise_with].hit) finding->severity = check->raised_severity;
    }
}

static int by_id(const void *a, const void *b)
{
    const struct finding *x = *(struct finding *const *)a, *y = *(struct finding *const *)b;
    int order = str_cmp(x->id, y->id);
    return order ? order : str_cmp(x->condition[0], y->condition[0]);
}

/* One fact stated twice (two rows of a control file), or two that fall on one digest: the second gets a number behind its id. */
void findings_tell_apart(struct audit *audit)
{
    struct finding **all = arena_new_n(audit->arena, struct finding *, audit->findings.n + 1);
    struct str last = {0};
    unsigned same = 0;
    for (size_t i = 0; i < audit->findings.n; i++) all[i] = &audit->findings.at[i];
    if (audit->findings.n) qsort(all, audit->findings.n, sizeof *all, by_id);
    for (size_t i = 0; i < audit->findings.n; i++) {
        same = i && str_eq(last, all[i]->id) ? same + 1 : 0;
        last = all[i]->id;
        if (same) all[i]->id = str_format(audit->arena, "%.*s-%u", STR_ARG(last), same + 1);
    }
}

static int by_weight(const void *a, const void *b)
{
    const struct finding *x = a, *y = b;
    if (x->severity != y->severity) return x->severity > y->severity ? -1 : 1;
    int order = money_cmp(y->amount, x->amount);
    return order ? order : str_cmp(x->id, y->id);
}

void findings_sort(struct audit *audit)
{
    if (audit->findings.n) qsort(audit->findings.at, audit->findings.n, sizeof *audit->findings.at, by_weight);
}
