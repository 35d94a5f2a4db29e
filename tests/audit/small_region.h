/*
 * small_region.h - small files read and judged by the pack tests/audit/pack, and what is found as text. Class `jalan` (5.1.02.04) must be
 * cut by half, `acara` (5.1.02.02) is watched, the rest is `lain`.
 */
#ifndef EFFCHECK_TESTS_SMALL_REGION_H
#define EFFCHECK_TESTS_SMALL_REGION_H

#include "reading.h"

#include "effcheck/audit.h"

#define PACK "tests/audit/pack"
#define HEAD "Tahun,Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Nama Sub Kegiatan,Kode Rekening,Pagu Murni,Pagu,Realisasi\n"
#define A "2025,1.02,Dinas A,1.02.01,Rapat,"
#define A2 "2025,1.02,Dinas A,1.02.02,Lain,"
#define B "2025,1.03,Dinas B,1.03.01,Rapat,"
#define JALAN "5.1.02.04.01.0001,"
#define JALAN2 "5.1.02.04.01.0003,"
#define ACARA "5.1.02.02.01.0047,"
#define LAIN "5.1.02.01.01.0024,"
#define TOTAL "2025,,,,JUMLAH BELANJA,,"

enum { FILES_MAX = 3 };

struct file {
    const char *name, *text;
    bool baseline;
};

struct region {
    struct reading reading;
    struct audit audit;
    bool totals;
};

static inline void open_region(struct region *region, const struct file files[FILES_MAX])
{
    struct reading *r = &region->reading;
    reading_open(r, PACK);
    for (size_t i = 0; i < FILES_MAX && files[i].name; i++)
        reading_add(r, files[i].name, files[i].text, (struct intake_options){.baseline = files[i].baseline, .amounts_needed = true});
    reading_end(r);
    audit_init(&region->audit, &r->pack, &r->ledger, &r->arena);
    audit_classify(&region->audit, 2);
    region->totals = audit_totals(&region->audit, &r->diags);
    if (region->totals) audit_checks(&region->audit);
}

/* ---- results and findings as text ---- */

static inline struct str unit_name(const struct audit *audit, uint32_t unit)
{
    return unit == NO_UNIT ? S("*") : unit_key(audit->ledger, unit);
}

static inline struct str with_money(struct arena *arena, struct str text, const char *name, struct money m)
{
    char plain[MONEY_TEXT_MAX];
    money_plain(m, plain);
    return str_format(arena, "%.*s %s %s", STR_ARG(text), name, plain);
}

/* "K01 1.02 tidak_patuh murni 101.00 kini 51.00 limit 50.50 gap 0.50: reason" for the checks named in `ids`. */
static inline struct str dump_results(struct region *region, const char *ids)
{
    struct arena *arena = &region->reading.arena;
    const struct audit *audit = &region->audit;
    struct str all = {0};
    for (size_t i = 0; i < audit->results.n; i++) {
        const struct result *r = &audit->results.at[i];
        struct str id = audit->pack->checks.at[r->check].id, amounts = dump_amounts(arena, &r->amounts);
        if (!strstr(ids, id.p)) continue;
        assert_ptr_equal(audit_result(audit, r->check, r->unit), r);
        struct str line = str_format(arena, "%.*s %.*s %s%s%.*s", STR_ARG(id), STR_ARG(unit_name(audit, r->unit)), verdict_id(r->verdict),
                                     amounts.n ? " " : "", STR_ARG(amounts));
        if (r->has_limit) line = with_money(arena, line, "limit", r->limit);
        if (r->has_gap) line = with_money(arena, line, "gap", r->gap);
        all = str_format(arena, "%.*s%.*s: %.*s\n", STR_ARG(all), STR_ARG(line), STR_ARG(r->reason[0]));
    }
    return all;
}

static inline struct str base_name(struct str path)
{
    size_t from = path.n;
    while (from && path.p[from - 1] != '/') from--;
    return str_sub(path, from, path.n);
}

/* "K01 1.02 TINGGI 0.50 a.csv:2 a.csv:3: condition" for the checks named in `ids`. */
static inline struct str dump_findings(struct region *region, const char *ids)
{
    struct arena *arena = &region->reading.arena;
    const struct audit *audit = &region->audit;
    struct str all = {0};
    for (size_t i = 0; i < audit->findings.n; i++) {
        const struct finding *f = &audit->findings.at[i];
        struct str id = audit->pack->checks.at[f->check].id;
        if (!strstr(ids, id.p)) continue;
        struct str line = str_format(arena, "%.*s %.*s %s", STR_ARG(id), STR_ARG(unit_name(audit, f->unit)), severity_id(f->severity));
        line = with_money(arena, line, "amount", f->amount);
        for (uint32_t k = 0; k < f->line_count; k++) {
            const struct line *l = &audit->ledger->lines.at[audit->finding_lines.at[f->first_line + k]];
            line = str_format(arena, "%.*s %.*s:%u", STR_ARG(line), STR_ARG(base_name(audit->ledger->files.at[l->file].path)), l->row);
        }
        all = str_format(arena, "%.*s%.*s: %.*s\n", STR_ARG(all), STR_ARG(line), STR_ARG(f->condition[0]));
    }
    return all;
}

#endif
