/*
 * made_audit.h - an audit of lines written in a test, judged by the real rule pack.
 *
 * Amounts are in sen; NONE = the measure is absent. All lines of a table belong to one file that has the columns murni, kini and
 * realisasi as far as some line of it has them; made_file begins another one.
 */
#ifndef EFFCHECK_TESTS_MADE_AUDIT_H
#define EFFCHECK_TESTS_MADE_AUDIT_H

#include "same_audit.h"

#define NONE INT64_MIN
#define RP(rupiah) ((int64_t)(rupiah) * 100)
#define JT(million) ((int64_t)(million) * 100000000)

enum { MADE_LINES = 12 };

struct made_line {
    const char *account;  /* NULL ends a table */
    int64_t of[MEASURE_COUNT];
    const char *text;     /* uraian */
    const char *activity, *activity_name; /* sub kegiatan; activity NULL = that of ACTIVITY, "" = none */
    int unit;             /* index in made.units */
    bool rejected;
    const char *document, *payee;  /* of a payment */
    int8_t month;                  /* in which it was paid; 0 = not dated */
    int16_t year;                  /* of the month; 0 = 2025 */
    const char *indicator, *target;
    const char *stage;             /* as the data name it, looked up in stages.csv */
    bool past;                     /* a later stage replaced it */
    const char *fund, *sub_unit;   /* by which a policy leaves it out */
};

/* A line of a table, without and with a text. */
#define L(code, murni, kini, realisasi) {.account = (code), .of = {(murni), (kini), (realisasi)}}
#define LT(code, murni, kini, realisasi, uraian) {.account = (code), .of = {(murni), (kini), (realisasi)}, .text = (uraian)}

/* A payment. */
#define P(code, amount, number, who, when, remark) \
    {.account = (code), .of = {NONE, NONE, (amount)}, .document = (number), .payee = (who), .month = (when), .text = (remark)}

static const char *const ACTIVITY = "1.02.02.2.01.0009";

struct made {
    struct arena arena;
    struct diags diags;
    struct pack pack;
    struct ledger ledger;
    struct audit audit;
    struct profile profile; /* --profile */
};

/* The file of the lines to come. */
static inline void made_file(struct made *m)
{
    *array_push(&m->arena, &m->ledger.files) = (struct input_file){.path = S("uji.csv"), .opened = true, .year = 2025, .dialect = {.delimiter = ','}};
}

static inline struct input_file *made_last_file(struct made *m)
{
    return &m->ledger.files.at[m->ledger.files.n - 1];
}

/* An audit with the rule pack of another one, which has to live longer. */
static inline void made_begin_like(struct made *m, const struct made *other)
{
    memset(m, 0, sizeof *m);
    m->diags.arena = &m->arena;
    m->pack = other->pack;
    m->ledger.arena = &m->arena;
    pool_init(&m->ledger.texts, &m->arena);
    pool_id(&m->ledger.texts, S(""));
    *array_push(&m->arena, &m->ledger.activities) = (struct activity){0};
    *array_push(&m->arena, &m->ledger.particulars) = (struct particulars){0};
    *array_push(&m->arena, &m->ledger.stages) = (struct stage){0};
    made_file(m);
}

static inline void made_begin(struct made *m)
{
    struct made none = {0};
    made_begin_like(m, &none);
    if (!pack_load(&m->pack, S(SOURCE_DIR "/rules/inpres-1-2025"), &m->arena, &m->diags)) fail_msg("the pack cannot be loaded");
}

/* As made_begin, for tests that leave the pack as it is: they share one, which is loaded once. */
static inline void made_begin_shared(struct made *m)
{
    static struct made shared;
    if (!shared.pack.checks.n) made_begin(&shared);
    made_begin_like(m, &shared);
}

static inline void made_unit(struct made *m, const char *code, const char *name)
{
    struct pool *texts = &m->ledger.texts;
    *array_push(&m->arena, &m->ledger.units) = (struct unit){.code = pool_id(texts, str_from(code)), .name = pool_id(texts, str_from(name))};
}

static inline uint32_t made_activity(struct made *m, const struct made_line *line)
{
    struct ledger *ledger = &m->ledger;
    struct activity activity = {pool_id(&ledger->texts, str_from(line->activity ? line->activity : ACTIVITY)),
                                pool_id(&ledger->texts, str_from(line->activity_name))};
    if (!activity.code && !activity.name) return 0;
    for (uint32_t i = 1; i < ledger->activities.n; i++)
        if (ledger->activities.at[i].code == activity.code && ledger->activities.at[i].name == activity.name) return i;
    *array_push(&m->arena, &ledger->activities) = activity;
    return (uint32_t)ledger->activities.n - 1;
}

static inline uint16_t made_stage(struct made *m, const char *name)
{
    struct stage_rules rules;
    struct ledger *ledger = &m->ledger;
    if (!name) return 0;
    assert_true(stage_rules_load(&rules, &m->pack.stages, &m->arena, &m->diags));
    struct stage stage = stage_named(&rules, str_from(name), &m->arena);
    for (uint16_t i = 1; i < ledger->stages.n; i++)
        if (ledger->stages.at[i].rank == stage.rank && (stage.rank || str_eq(ledger->stages.at[i].name, stage.name))) return i;
    *array_push(&m->arena, &ledger->stages) = stage;
    return (uint16_t)(ledger->stages.n - 1);
}

/* What only some checks look at; a file has a column when some line of it does. */
static inline void made_details(struct made *m, const struct made_line *made, struct line *line)
{
    struct pool *texts = &m->ledger.texts;
    unsigned says = (made->document ? SAYS_DOCUMENT : 0) | (made->payee ? SAYS_PAYEE : 0) | (made->month ? SAYS_DATE : 0) |
                    (made->indicator ? SAYS_INDICATOR : 0) | (made->target ? SAYS_TARGET : 0);
    made_last_file(m)->says |= (uint8_t)says;
    struct particulars p = {.document = pool_id(texts, str_from(made->document)), .payee = pool_id(texts, str_from(made->payee)),
                            .indicator = pool_id(texts, str_from(made->indicator)), .target = pool_id(texts, str_from(made->target)),
                            .fund = pool_id(texts, str_from(made->fund)), .sub_unit_name = pool_id(texts, str_from(made->sub_unit))};
    line->stage = made_stage(m, made->stage);
    if (made->month) p.month = (struct date){made->year ? made->year : 2025, made->month, 0};
    line->particulars = (uint32_t)m->ledger.particulars.n;
    *array_push(&m->arena, &m->ledger.particulars) = p;
}

static inline void made_add(struct made *m, const struct made_line *made)
{
    static const char *const columns[MEASURE_COUNT] = {"PAGU MURNI", "PAGU", "REALISASI"};
    struct ledger *ledger = &m->ledger;
    struct input_file *file = made_last_file(m);
    struct line line = {.file = (uint32_t)ledger->files.n - 1, .row = (uint32_t)ledger->lines.n + 2, .unit = (uint32_t)made->unit, .activity = made_activity(m, made),
                        .account = pool_id(&ledger->texts, str_from(made->account)), .text = pool_id(&ledger->texts, str_from(made->text)),
                        .rejected = made->rejected};
    made_details(m, made, &line);
    for (int k = 0; k < MEASURE_COUNT && !made->rejected; k++) {
        if (made->of[k] == NONE) continue;
        line.amounts.of[k].sen = made->of[k];
        line.amounts.present |= (uint8_t)(1u << k);
        if (made->past) continue;
        file->column_name[k] = str_from(columns[k]);
        file->measures |= (uint8_t)(1u << k);
    }
    if (made->past) {
        *array_push(&m->arena, &ledger->history) = line;
        return;
    }
    ledger->units.at[made->unit].present |= line.amounts.present;
    ledger->units.at[made->unit].rejected_rows += made->rejected;
    *array_push(&m->arena, &ledger->lines) = line;
}

static inline void made_lines(struct made *m, const struct made_line *lines, size_t n)
{
    for (size_t i = 0; i < n && lines[i].account; i++) made_add(m, &lines[i]);
}

static inline void made_run_with(struct made *m, struct audit *audit, struct date period, int jobs)
{
    audit_init(audit, &m->pack, &m->ledger, &m->arena);
    audit->period = period;
    audit->profile = m->profile;
    audit_classify(audit, jobs);
    assert_true(audit_totals(audit, &m->diags));
#pragma omp parallel num_threads(jobs)
#pragma omp single
    audit_checks(audit);
}

static inline void made_run(struct made *m, struct date period)
{
    made_run_with(m, &m->audit, period, 1);
}

/* With one thread, and with several: the same. */
static inline void made_run_threads(struct made *m, struct date period)
{
    struct audit other;
    made_run(m, period);
    for (int jobs = 2; jobs <= 5; jobs += 3) {
        made_run_with(m, &other, period, jobs);
        same_audit(&m->audit, &other);
    }
}

static inline void made_end(struct made *m)
{
    arena_release(&m->arena);
}

static inline uint16_t made_check(const struct made *m, const char *id)
{
    for (uint16_t i = 0; i < m->pack.checks.n; i++)
        if (str_eq(m->pack.checks.at[i].id, str_from(id))) return i;
    fail_msg("no check %s", id);
    return NO_INDEX;
}

static inline const struct result *made_result(const struct made *m, const char *id, uint32_t unit)
{
    const struct result *result = audit_result(&m->audit, made_check(m, id), unit);
    if (!result) fail_msg("check %s has no result there", id);
    return result;
}

/* The only finding of a check; NULL = none. */
static inline const struct finding *made_finding(const struct made *m, const char *id)
{
    const struct finding *found = NULL;
    uint16_t check = made_check(m, id);
    for (size_t i = 0; i < m->audit.findings.n; i++) {
        if (m->audit.findings.at[i].check != check) continue;
        if (found) fail_msg("check %s has more than one finding", id);
        found = &m->audit.findings.at[i];
    }
    return found;
}

#endif
