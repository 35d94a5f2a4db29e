/*
 * recorded.h - everything that a check says in a made case, held against what was read and accepted before: tests/audit/recorded.txt.
 *
 * A row of a table names the verdict and the gap, which follow from the law; the record holds the rest: amounts, limit, reason and
 * condition in both languages, and the rows of each finding, in the unit, its neighbour and the region. To write it anew and read the diff:
 *
 *     rm tests/audit/recorded.txt
 *     for test in kinds packs rates; do EFFCHECK_ACCEPT=$PWD/tests/audit/recorded.txt build/dev/bin/test_check_$test; done
 */
#ifndef EFFCHECK_TESTS_RECORDED_H
#define EFFCHECK_TESTS_RECORDED_H

#include "effcheck/audit.h"
#include "testing.h"

static inline struct str recorded_money(struct arena *arena, struct str text, const char *name, struct money m)
{
    char plain[MONEY_TEXT_MAX];
    money_plain(m, plain);
    return str_format(arena, "%.*s %s %s", STR_ARG(text), name, plain);
}

static inline struct str recorded_amounts(struct arena *arena, struct str text, const struct amounts *amounts)
{
    static const char *const names[MEASURE_COUNT] = {"murni", "kini", "realisasi"};
    for (int k = 0; k < MEASURE_COUNT; k++) {
        bool has = amounts_has(amounts, (enum measure)k);
        if (has || amounts->of[k].sen) text = recorded_money(arena, text, has ? names[k] : "(tidak ada)", amounts->of[k]);
    }
    return text;
}

/* "  0 tidak_patuh murni 1.01 kini 0.51 limit 0.50 gap 0.01: reason / reason in English" */
static inline struct str recorded_result(const struct audit *audit, const struct result *r, struct arena *arena)
{
    struct str line = r->unit == NO_UNIT ? S("  *") : str_format(arena, "  %u", r->unit);
    line = str_format(arena, "%.*s %s", STR_ARG(line), verdict_id(r->verdict));
    line = recorded_amounts(arena, line, &r->amounts);
    if (r->has_limit) line = recorded_money(arena, line, "limit", r->limit);
    if (r->has_gap) line = recorded_money(arena, line, "gap", r->gap);
    if (audit_result(audit, r->check, r->unit) != r) line = str_format(arena, "%.*s (another one stands)", STR_ARG(line));
    return str_format(arena, "%.*s: %.*s / %.*s\n", STR_ARG(line), STR_ARG(r->reason[0]), STR_ARG(r->reason[1]));
}

/* "  ! 0 TINGGI amount 0.01 T01-1234567890 rows 2 3 in SUB KEGIATAN by ACCOUNT of UNIT file PATH: condition / condition in English"; rows as if the file began with the given line. */
static inline struct str recorded_finding(const struct audit *audit, const struct finding *f, uint32_t first_line, struct arena *arena)
{
    struct str line = f->unit == NO_UNIT ? S("  ! *") : str_format(arena, "  ! %u", f->unit);
    line = str_format(arena, "%.*s %s", STR_ARG(line), severity_id(f->severity));
    line = recorded_money(arena, line, "amount", f->amount);
    line = str_format(arena, "%.*s %.*s", STR_ARG(line), STR_ARG(f->id));
    for (uint32_t i = 0; i < f->line_count; i++)
        line = str_format(arena, "%.*s%s %u", STR_ARG(line), i ? "" : " rows", audit->ledger->lines.at[audit->finding_lines.at[f->first_line + i]].row - first_line);
    if (f->activity) line = str_format(arena, "%.*s in %.*s", STR_ARG(line), STR_ARG(ledger_text(audit->ledger, audit->ledger->activities.at[f->activity].code)));
    if (f->account) line = str_format(arena, "%.*s by %.*s", STR_ARG(line), STR_ARG(ledger_text(audit->ledger, f->account)));
    if (f->unit == NO_UNIT && f->about != NO_UNIT) line = str_format(arena, "%.*s of %u", STR_ARG(line), f->about);
    if (f->file.n) line = str_format(arena, "%.*s file %.*s", STR_ARG(line), STR_ARG(f->file));
    return str_format(arena, "%.*s: %.*s / %.*s\n", STR_ARG(line), STR_ARG(f->condition[0]), STR_ARG(f->condition[1]));
}

/* What the checks of the savings keep for the report besides. */
static inline struct str recorded_savings(const struct audit *audit, enum check_kind kind, struct str text, struct arena *arena)
{
    for (size_t i = 0; kind == CHECK_DESTINATION && i < audit->increases.n; i++) {
        const struct increase *increase = &audit->increases.at[i];
        text = str_format(arena, "%.*s  + %u activity %u area %u", STR_ARG(text), increase->unit, increase->activity, increase->area);
        text = str_format(arena, "%.*s\n", STR_ARG(recorded_money(arena, text, "", increase->amount)));
    }
    if (kind != CHECK_BALANCE) return text;
    text = recorded_money(arena, str_format(arena, "%.*s  +", STR_ARG(text)), "cuts", audit->cuts);
    return str_format(arena, "%.*s\n", STR_ARG(recorded_money(arena, text, "increases", audit->raises)));
}

/* What the check says of the region and of each unit. */
static inline struct str recorded_text(const struct audit *audit, uint16_t check, struct arena *arena)
{
    struct str text = {0};
    for (size_t i = 0; i < audit->results.n; i++)
        if (audit->results.at[i].check == check)
            text = str_format(arena, "%.*s%.*s", STR_ARG(text), STR_ARG(recorded_result(audit, &audit->results.at[i], arena)));
    for (size_t i = 0; i < audit->findings.n; i++)
        if (audit->findings.at[i].check == check)
            text = str_format(arena, "%.*s%.*s", STR_ARG(text), STR_ARG(recorded_finding(audit, &audit->findings.at[i], 0, arena)));
    return recorded_savings(audit, audit->pack->checks.at[check].kind, text, arena);
}

static inline struct str recorded_file(const char *path, struct arena *arena)
{
    FILE *in = fopen(path, "rb");
    if (!in) fail_msg("%s cannot be read", path);
    assert_int_equal(fseek(in, 0, SEEK_END), 0);
    size_t n = (size_t)ftell(in);
    char *text = arena_new_n(arena, char, n + 1);
    rewind(in);
    assert_int_equal(fread(text, 1, n, in), n);
    fclose(in);
    return (struct str){text, n};
}

/* The lines below "case CHECK name" in the record, up to the next case. */
static inline struct str recorded_case(const char *title, struct arena *arena)
{
    struct str all = recorded_file(SOURCE_DIR "/tests/audit/recorded.txt", arena);
    const char *from = strstr(all.p, title);
    if (!from) fail_msg("recorded.txt has no %s", title);
    from += strlen(title);
    const char *to = strstr(from, "\ncase ");
    return str_copy(arena, (struct str){from, to ? (size_t)(to + 1 - from) : (size_t)(all.p + all.n - from)});
}

static inline void assert_recorded(const struct audit *audit, const char *check, const char *name, struct arena *arena)
{
    const char *accept = getenv("EFFCHECK_ACCEPT");
    uint16_t index = 0;
    while (index < audit->pack->checks.n && !str_eq(audit->pack->checks.at[index].id, str_from(check))) index++;
    assert_true(index < audit->pack->checks.n);
    struct str title = str_format(arena, "case %s %s\n", check, name), text = recorded_text(audit, index, arena);
    if (accept) {
        FILE *out = fopen(accept, "ab");
        assert_non_null(out);
        fprintf(out, "%s%s", title.p, text.n ? text.p : "");
        assert_int_equal(fclose(out), 0);
        return;
    }
    assert_text(text, recorded_case(title.p, arena).p, "what the check says");
}

#endif
