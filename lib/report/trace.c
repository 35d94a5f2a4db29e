#include "effcheck/trace.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cell_text.h"
#include "effcheck/text.h"
#include "effcheck/xlsx.h"
#include "sheets.h"

/* ---- of a run ---- */

struct tracer {
    const struct audit *audit;
    struct arena *arena;
    trace rows;
};

static void add(struct tracer *t, struct str what, struct str key, struct str value)
{
    struct str mark = text_str(TEXT_CUT_MARK, false); /* as a cell holds it, or the way through the workbook would be a difference */
    struct trace_row row = {what, cell_text(t->arena, key, mark), cell_text(t->arena, value, mark)};
    if (row.value.n) *array_push(t->arena, &t->rows) = row;
}

static struct str number(struct tracer *t, uint64_t n) { return str_format(t->arena, "%" PRIu64, n); }

static struct str money_words(struct tracer *t, const struct amounts *a)
{
    static const char *const names[MEASURE_COUNT] = {[MURNI] = "murni", [KINI] = "kini", [REALISASI] = "realisasi"};
    struct str words = {0};
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++) {
        char digits[MONEY_TEXT_MAX];
        if (!amounts_has(a, m)) continue;
        money_plain(a->of[m], digits);
        words = str_format(t->arena, "%.*s%s%s %s", STR_ARG(words), words.n ? "; " : "", names[m], digits);
    }
    return words;
}

static int by_words(const void *a, const void *b)
{
    const struct trace_row *x = a, *y = b;
    int order = str_cmp(x->what, y->what);
    if (!order) order = str_cmp(x->key, y->key);
    return order ? order : str_cmp(x->value, y->value);
}

/* Two files of one name are told apart by a number, in the order of their digests. */
static void number_twins(struct tracer *t, size_t from)
{
    for (size_t i = t->rows.n; i-- > from + 1;) {
        size_t same = 0;
        while (i > from + same && str_eq(t->rows.at[i - same - 1].key, t->rows.at[i].key) &&
               str_eq(t->rows.at[i - same - 1].what, t->rows.at[i].what))
            same++;
        if (same) t->rows.at[i].key = str_format(t->arena, "%.*s (%zu)", STR_ARG(t->rows.at[i].key), same + 1);
    }
}

static void add_files(struct tracer *t)
{
    const struct ledger *ledger = t->audit->ledger;
    size_t from = t->rows.n;
    for (size_t i = 0; i < ledger->files.n; i++) {
        const struct input_file *file = &ledger->files.at[i];
        struct str name = str_base_name(file->path), digest = file->sha256[0] ? str_from(file->sha256) : S("-");
        add(t, file->baseline ? S(TRACE_BASELINE) : S(TRACE_FILE), name, digest);
    }
    if (t->rows.n > from) qsort(t->rows.at + from, t->rows.n - from, sizeof *t->rows.at, by_words);
    number_twins(t, from);
}

static void add_settings(struct tracer *t, const struct run_options *options)
{
    const struct pack *pack = t->audit->pack;
    add(t, S("paket"), pack->id, str_format(t->arena, "%.*s; SHA-256 %s", STR_ARG(pack->version), pack->sha256));
    if (pack->overrides.path.n) add(t, S("penetapan daerah"), str_base_name(pack->overrides.path), str_from(pack->overrides.sha256));
    if (pack->policy.path.n) add(t, S("kebijakan daerah"), str_base_name(pack->policy.path), str_from(pack->policy.table.sha256));
    if (pack->standards.local_path.n) add(t, S("tarif daerah"), str_base_name(pack->standards.local_path), str_from(pack->standards.local_sha256));
    for (size_t i = 0; i < options->settings.n; i++) add(t, S(TRACE_SETTING), options->settings.at[i].name, options->settings.at[i].value);
}

static void add_rows(struct tracer *t)
{
    struct run_facts facts = run_facts_of(&(struct report){.audit = t->audit});
    add(t, S("baris"), S("dibaca"), number(t, facts.read));
    add(t, S("baris"), S("dipakai"), number(t, facts.used));
    add(t, S("baris"), S("dikecualikan"), number(t, facts.excluded));
    add(t, S("baris"), S("ditolak"), number(t, facts.rejected));
}

static void add_sums(struct tracer *t)
{
    const struct pack *pack = t->audit->pack;
    const struct ledger *ledger = t->audit->ledger;
    for (size_t i = 0; i < pack->classes.n; i++)
        add(t, S("jumlah kelas"), pack->classes.at[i].id, money_words(t, &t->audit->region[i].amounts));
    for (uint32_t unit = 0; unit < ledger->units.n; unit++) {
        struct amounts sum = {0};
        for (uint16_t c = 0; c < pack->classes.n; c++)
            amounts_add(&sum, &audit_total(t->audit, unit, c)->amounts); /* audit_totals checked it */
        add(t, S("jumlah OPD"), unit_key(ledger, unit), money_words(t, &sum));
    }
}

/* Who has which verdict of one check. */
static void add_verdicts(struct tracer *t, uint16_t check)
{
    const struct audit *audit = t->audit;
    for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++) {
        struct listed units = {0};
        for (uint32_t slot = 0; slot <= audit->ledger->units.n; slot++) {
            const struct result *result = audit_result(audit, check, slot ? slot - 1 : NO_UNIT);
            if (!result || result->verdict != verdict) continue;
            listed_add(t->arena, &units, "; ", slot ? unit_key(audit->ledger, slot - 1) : S("daerah"));
        }
        add(t, S("putusan"), str_format(t->arena, "%.*s %s", STR_ARG(audit->pack->checks.at[check].id), verdict_id(verdict)), units.words);
    }
}

static void add_findings(struct tracer *t)
{
    const struct audit *audit = t->audit;
    for (size_t c = 0; c < audit->pack->checks.n; c++) {
        uint64_t n = 0;
        struct money sum = {0};
        for (size_t i = 0; i < audit->findings.n; i++)
            if (audit->findings.at[i].check == c)
                n++, money_add(&sum, audit->findings.at[i].amount); /* of checked sums, and capped there */
        char digits[MONEY_TEXT_MAX];
        money_plain(sum, digits);
        if (n) add(t, S("temuan"), audit->pack->checks.at[c].id, str_format(t->arena, "%" PRIu64 "; %s", n, digits));
    }
}

trace trace_of(const struct audit *audit, const struct run_options *options, struct arena *arena)
{
    struct tracer t = {.audit = audit, .arena = arena};
    add(&t, S("program"), S("effcheck"), options->version);
    add_settings(&t, options);
    add_files(&t);
    add_rows(&t);
    add_sums(&t);
    for (size_t i = 0; i < audit->pack->checks.n; i++) add_verdicts(&t, (uint16_t)i);
    add_findings(&t);
    return t.rows;
}

/* ---- of a report ---- */

struct reading {
    trace *rows;
    struct arena *arena;
};

static bool take_row(void *context, uint32_t row, const struct xlsx_cell *cells, size_t n)
{
    struct reading *r = context;
    if (row <= ROW_FIRST || n != 3 || cells[0].column != 0 || cells[2].column != 2) return true;
    *array_push(r->arena, r->rows) =
        (struct trace_row){str_copy(r->arena, cells[0].text), str_copy(r->arena, cells[1].text), str_copy(r->arena, cells[2].text)};
    return true;
}

static bool is_trace(struct str name)
{
    return str_eq(name, text_str(TEXT_SHEET_TRACE, false)) || str_eq(name, text_str(TEXT_SHEET_TRACE, true));
}

static bool read_trace(struct xlsx *xlsx, trace *out, struct arena *arena, struct str *error)
{
    struct reading reading = {out, arena};
    for (size_t i = 0; i < xlsx_sheet_count(xlsx); i++)
        if (is_trace(xlsx_sheet(xlsx, i).name) && !xlsx_rows(xlsx, i, take_row, &reading, error)) return false;
    if (out->n && str_eq(out->at[0].key, S("effcheck"))) return true;
    *error = str_format(arena, "no sheet \"%s\" of effcheck in it", text(TEXT_SHEET_TRACE, false));
    return false;
}

bool trace_read(const char *path, trace *out, struct arena *arena, struct str *error)
{
    struct xlsx *xlsx = xlsx_open(path, arena, error);
    if (!xlsx) return false;
    bool read = read_trace(xlsx, out, arena, error);
    xlsx_close(xlsx);
    return read;
}

/* ---- both ---- */

static const struct trace_row *find(const trace *rows, const struct trace_row *like)
{
    for (size_t i = 0; i < rows->n; i++)
        if (str_eq(rows->at[i].what, like->what) && str_eq(rows->at[i].key, like->key)) return &rows->at[i];
    return NULL;
}

static bool has_part(struct str value, struct str part)
{
    struct str one;
    while (str_split(&value, ';', &one))
        if (str_eq(str_trim(one), part)) return true;
    return false;
}

/* The parts of a list that the other side lacks. */
static struct str only_in(struct str value, struct str other, struct arena *arena)
{
    struct str part, words = {0};
    while (str_split(&value, ';', &part)) {
        part = str_trim(part);
        if (!has_part(other, part)) words = str_format(arena, "%.*s%s%.*s", STR_ARG(words), words.n ? "; " : "", STR_ARG(part));
    }
    return words;
}

static struct trace_difference difference(const struct trace_row *row, struct str then, struct str now, struct arena *arena)
{
    return (struct trace_difference){row->what, row->key, only_in(then, now, arena), only_in(now, then, arena)};
}

trace_differences trace_compare(const trace *then, const trace *now, struct arena *arena)
{
    trace_differences list = {0};
    for (size_t i = 0; i < then->n; i++) {
        const struct trace_row *old = &then->at[i], *new = find(now, old);
        if (!new || !str_eq(old->value, new->value))
            *array_push(arena, &list) = difference(old, old->value, new ? new->value : (struct str){0}, arena);
    }
    for (size_t i = 0; i < now->n; i++) {
        const struct trace_row *new = &now->at[i];
        if (!find(then, new)) *array_push(arena, &list) = difference(new, (struct str){0}, new->value, arena);
    }
    return list;
}
