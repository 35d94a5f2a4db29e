/*
 * small_audit.h - an audit made by hand: three units, two classes, three checks, one limit of half the original budget.
 *
 * Alfa meets the limit exactly (100 -> 50), Beta misses it by half a rupiah (101 -> 51) in 60 lines, Gamma has no original budget.
 */
#ifndef EFFCHECK_TESTS_SMALL_AUDIT_H
#define EFFCHECK_TESTS_SMALL_AUDIT_H

#include "effcheck/audit.h"
#include "testing.h"

enum { ALFA, BETA, GAMMA, UNITS };
enum { CLASS_LIMITED, CLASS_REST, CLASSES };
enum { CUT_UNIT, CUT_REGION, SPENT, CHECKS };
enum { BETA_LINES = 60, LIMIT_BP = 5000 };

struct small_audit {
    struct arena arena;
    struct pack pack;
    struct ledger ledger;
    struct audit audit;
    struct run_options options;
    struct diags diags, errors;
};

#define BOTH(text)                                                                                                                         \
    {                                                                                                                                      \
        S(text), S(text)                                                                                                                   \
    }

static inline struct amounts amounts_of(int64_t murni, int64_t kini, int64_t realisasi)
{
    struct amounts a = {.of = {{murni < 0 ? 0 : murni}, {kini < 0 ? 0 : kini}, {realisasi < 0 ? 0 : realisasi}}};
    a.present = (uint8_t)((murni >= 0) << MURNI | (kini >= 0) << KINI | (realisasi >= 0) << REALISASI);
    return a;
}

static inline void small_pack(struct small_audit *s)
{
    struct arena *a = &s->arena;
    struct pack *p = &s->pack;
    *p = (struct pack){.arena = a,
                       .id = S("paket-uji"),
                       .version = S("1.2.3"),
                       .title = BOTH("Paket uji"),
                       .basis = BOTH("Dasar uji"),
                       .fiscal_year = 2025,
                       .unclassified = CLASS_REST};
    strcpy(p->sha256, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
    *array_push(a, &p->classes) = (struct class_info){.id = S("k1"), .group = S("kelompok_satu"), .name = BOTH("Kelas satu"), .limited = true, .basis = S("Pasal 1")};
    *array_push(a, &p->classes) = (struct class_info){.id = S("k2"), .group = S("kelompok_dua"), .name = BOTH("Kelas dua")};
    *array_push(a, &p->rules) =
        (struct rule){.id = S("R-1"), .class_index = CLASS_LIMITED, .purpose_index = NO_INDEX, .place = {.file = S("rules.csv"), .line = 7}};
    *array_push(a, &p->limits) = (struct limit){.id = S("b1"),
                                                .class_index = CLASS_LIMITED,
                                                .cut = {LIMIT_BP},
                                                .title = BOTH("Kelas satu dikurangi"),
                                                .sheet = BOTH("Kelas Satu"),
                                                .basis = BOTH("Pasal 1"),
                                                .place = {.file = S("limits.csv"), .line = 2}};
    const struct check base = {.kind = CHECK_CUT,
                               .class_index = CLASS_LIMITED,
                               .limit_index = 0,
                               .nature = NATURE_LAW,
                               .severity = SEVERITY_HIGH,
                               .raise_with = NO_INDEX,
                               .hit = VERDICT_VIOLATED,
                               .code = S("9.99"),
                               .basis = S("Pasal 1")};
    for (int i = 0; i < CHECKS; i++) *array_push(a, &p->checks) = base;
    p->checks.at[CUT_UNIT].id = S("X01"), p->checks.at[CUT_UNIT].title[0] = p->checks.at[CUT_UNIT].title[1] = S("Potong tiap OPD");
    p->checks.at[CUT_REGION].id = S("X02"), p->checks.at[CUT_REGION].title[0] = p->checks.at[CUT_REGION].title[1] = S("Potong daerah");
    p->checks.at[SPENT].id = S("X03"), p->checks.at[SPENT].title[0] = p->checks.at[SPENT].title[1] = S("Realisasi di atas batas");
    p->checks.at[CUT_REGION].level = LEVEL_REGION;
    p->checks.at[SPENT].kind = CHECK_SPENT_OVER_LIMIT;
}

static inline void small_line(struct small_audit *s, uint32_t unit, uint32_t row, struct amounts amounts)
{
    struct pool *t = &s->ledger.texts;
    *array_push(&s->arena, &s->ledger.lines) = (struct line){.file = 0,
                                                             .row = row,
                                                             .unit = unit,
                                                             .activity = 1,
                                                             .account = pool_id(t, S("1.2.3")),
                                                             .account_name = pool_id(t, S("Rekening")),
                                                             .text = pool_id(t, S("=SUM(A1)")),
                                                             .amounts = amounts,
                                                             .class_index = CLASS_LIMITED,
                                                             .rule = 0,
                                                             .runner_up = NO_INDEX};
}

static inline void small_ledger(struct small_audit *s)
{
    struct arena *a = &s->arena;
    struct ledger *l = &s->ledger;
    l->arena = a;
    pool_init(&l->texts, a);
    pool_id(&l->texts, S(""));
    const struct str names[UNITS] = {S("Dinas Alfa & Rekan"), S("Dinas Beta"), S("Dinas Gamma")};
    for (uint32_t i = 0; i < UNITS; i++)
        *array_push(a, &l->units) = (struct unit){.code = pool_id(&l->texts, str_format(a, "1.0%u", i + 1)),
                                                  .name = pool_id(&l->texts, names[i]),
                                                  .present = (uint8_t)(i == GAMMA ? 6 : 7)};
    *array_push(a, &l->particulars) = (struct particulars){0};
    *array_push(a, &l->activities) = (struct activity){0};
    *array_push(a, &l->activities) = (struct activity){pool_id(&l->texts, S("1.01")), pool_id(&l->texts, S("Kegiatan"))};
    small_line(s, ALFA, 2, amounts_of(10000, 5000, 1000));
    for (uint32_t i = 0; i < BETA_LINES; i++) small_line(s, BETA, 3 + i, i ? amounts_of(0, 0, 0) : amounts_of(10100, 5100, 6000));
    small_line(s, GAMMA, 70, amounts_of(-1, 4200, 100));
    struct input_file file = {.path = S("masukan/opd_uji.csv"),
                              .opened = true,
                              .header_row = 1,
                              .year = 2025,
                              .dialect = {.delimiter = ';'},
                              .unit_name = S("Dinas Alfa"),
                              .rows_read = 66,
                              .rows_used = 62,
                              .rows_rejected = 1,
                              .sums = amounts_of(20100, 14300, 7100),
                              .own = amounts_of(20100, 14300, 7100),
                              .stated = amounts_of(20100, 14400, -1),
                              .reconciled = 0};
    file.rows_excluded[EXCLUDED_HEADER] = 1, file.rows_excluded[EXCLUDED_TOTAL] = 2;
    strcpy(file.sha256, "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210");
    *array_push(a, &l->files) = file;
    *array_push(a, &l->rejects) =
        (struct reject){0, 42, DIAG_AMOUNT_BAD, S("PAGU"), S("12a"), S("1.234,56"), S("x;=cmd|' /C calc'!A0;12a\x01"), 0};
}

static inline void small_result(struct small_audit *s, uint16_t check, uint32_t unit, enum verdict verdict, struct str reason,
                                struct amounts amounts, int64_t against)
{
    struct audit *audit = &s->audit;
    struct result result = {.check = check, .unit = unit, .verdict = verdict, .reason = {reason, reason}, .amounts = amounts};
    result.has_limit = result.has_gap = verdict != VERDICT_UNTESTABLE || unit == NO_UNIT;
    result.limit = money_ceiling(amounts.of[MURNI], (struct percent){LIMIT_BP});
    result.gap.sen = against - result.limit.sen;
    *array_push(&s->arena, &audit->results) = result;
    audit->result_at[check * (UNITS + 1) + (unit == NO_UNIT ? 0 : unit + 1)] = (uint32_t)audit->results.n;
}

static inline void small_results(struct small_audit *s)
{
    struct amounts alfa = amounts_of(10000, 5000, 1000), beta = amounts_of(10100, 5100, 6000), gamma = amounts_of(-1, 4200, 100);
    struct amounts both = amounts_of(20100, 10100, 7000);
    small_result(s, CUT_UNIT, ALFA, VERDICT_COMPLIANT, S("terpenuhi"), alfa, 5000);
    small_result(s, CUT_UNIT, BETA, VERDICT_VIOLATED, S("kurang Rp 0,50"), beta, 5100);
    small_result(s, CUT_UNIT, GAMMA, VERDICT_UNTESTABLE, S("pagu murni tidak ada"), gamma, 4200);
    small_result(s, CUT_REGION, NO_UNIT, VERDICT_UNTESTABLE, S("belum lengkap"), both, 10100);
    small_result(s, SPENT, ALFA, VERDICT_COMPLIANT, S("di bawah batas"), alfa, 1000);
    small_result(s, SPENT, BETA, VERDICT_VIOLATED, S("di atas batas"), beta, 6000);
    small_result(s, SPENT, GAMMA, VERDICT_UNTESTABLE, S("pagu murni tidak ada"), gamma, 100);
}

static inline void small_findings(struct small_audit *s)
{
    struct audit *audit = &s->audit;
    for (uint32_t i = 0; i < BETA_LINES; i++) *array_push(&s->arena, &audit->finding_lines) = 1 + i;
    *array_push(&s->arena, &audit->findings) = (struct finding){.id = S("X01-00000001"),
                                                                .check = CUT_UNIT,
                                                                .unit = BETA,
                                                                .severity = SEVERITY_HIGH,
                                                                .amount = {50},
                                                                .condition = BOTH("Pagu melebihi batas"),
                                                                .criteria = BOTH("Harus dipotong"),
                                                                .cause = BOTH("Diisi auditor"),
                                                                .effect = BOTH("Boros"),
                                                                .recommendation = BOTH("Potong lagi"),
                                                                .first_line = 0,
                                                                .line_count = BETA_LINES};
    *array_push(&s->arena, &audit->findings) = (struct finding){.id = S("X03-00000002"),
                                                                .check = SPENT,
                                                                .unit = NO_UNIT,
                                                                .severity = SEVERITY_INFO,
                                                                .amount = {100},
                                                                .condition = BOTH("Berkas"),
                                                                .file = S("masukan/opd_uji.csv"),
                                                                .row = 42};
}

static inline void small_init(struct small_audit *s)
{
    memset(s, 0, sizeof *s);
    small_pack(s);
    small_ledger(s);
    s->audit = (struct audit){.arena = &s->arena, .pack = &s->pack, .ledger = &s->ledger, .period = {2025, 10, 0}};
    s->audit.by_class = arena_new_n(&s->arena, struct total, UNITS * CLASSES);
    s->audit.region = arena_new_n(&s->arena, struct total, CLASSES);
    s->audit.result_at = arena_new_n(&s->arena, uint32_t, CHECKS * (UNITS + 1));
    for (size_t i = 0; i < s->ledger.lines.n; i++) {
        const struct line *line = &s->ledger.lines.at[i];
        struct total *cells[] = {&s->audit.by_class[line->unit * CLASSES + line->class_index], &s->audit.region[line->class_index]};
        for (int k = 0; k < 2; k++) cells[k]->lines++, amounts_add(&cells[k]->amounts, &line->amounts);
    }
    small_results(s);
    small_findings(s);
    s->options = (struct run_options){.region = S("Kabupaten Uji"), .period = {2025, 10, 0}, .date = {2025, 11, 30}, .version = S("9.9")};
    s->diags.arena = s->errors.arena = &s->arena;
    diag_add(&s->diags, (struct diag){.kind = DIAG_AMOUNT_BAD,
                                      .file = S("masukan/opd_uji.csv"),
                                      .line = 42,
                                      .column = S("PAGU"),
                                      .value = S("12a"),
                                      .detail = S("1.234,56")});
}

#endif
