/* Sentences about what has to be reviewed and about what the region decided, for the first page and the sheets. */
#include "sheets.h"

enum { WHOLE_BP = 10000 };

struct str undecided_words(const struct report *report, enum text_id id)
{
    const struct audit *audit = report->audit;
    struct run_facts facts = run_facts_of(report);
    const struct total *total = &audit->region[audit->pack->unclassified];
    uint64_t lines = 0;
    for (size_t i = 0; i < audit->pack->classes.n; i++) lines += audit->region[i].lines;
    int64_t share = lines ? (int64_t)((facts.unclassified_lines * WHOLE_BP + lines / 2) / lines) : 0;
    return text_filled(report->arena, id, report->english, count_word(report, facts.unclassified_lines), percent_word(report, share),
                       rupiah(report, total->amounts.of[facts.measure]), percent_word(report, facts.unclassified_bp), measure_word(report, facts.measure));
}

struct str conflict_words(const struct report *report, enum text_id id)
{
    const struct audit *audit = report->audit;
    enum measure measure = audit_measure(audit);
    struct money sum = {0};
    for (size_t i = 0; i < audit->conflicts.n; i++) money_add(&sum, audit->ledger->lines.at[audit->conflicts.at[i].line].amounts.of[measure]);
    return text_filled(report->arena, id, report->english, count_word(report, audit->conflicts.n), rupiah(report, sum));
}

struct str scope_word(const struct report *report)
{
    return report_text(report, report->audit->pack->policy.scope == SCOPE_PRACTICE ? TEXT_SCOPE_PRACTICE : TEXT_SCOPE_STRICT);
}

/* ---- first page ---- */

static void add_override(const struct report *report, sentences *list)
{
    const struct audit *audit = report->audit;
    enum measure measure = audit_measure(audit);
    uint64_t lines = 0;
    struct money sum = {0};
    for (size_t i = 0; i < audit->pack->overrides.list.n; i++) {
        lines += audit->override_uses[i].lines;
        money_add(&sum, audit->override_uses[i].amounts.of[measure]); /* part of checked sums */
    }
    if (!audit->pack->overrides.path.n) return;
    *array_push(report->arena, list) = text_filled(report->arena, TEXT_OVERRIDE_ALERT, report->english, path_words(report, audit->pack->overrides.path),
                                                   count_word(report, lines), rupiah(report, sum));
}

/* The region against its first limit, in both scopes. */
static void add_scope(const struct report *report, sentences *list)
{
    const struct audit *audit = report->audit;
    for (size_t i = 0; i < audit->scopes.n; i++) {
        const struct scope_result *both = &audit->scopes.at[i];
        if (audit->results.at[both->result].unit != NO_UNIT) continue;
        const struct scope_side *a = &both->side[SCOPE_STRICT], *b = &both->side[SCOPE_PRACTICE];
        *array_push(report->arena, list) = text_filled(
            report->arena, TEXT_SCOPE_ALERT, report->english, scope_word(report), rupiah(report, a->amounts.of[MURNI]), rupiah(report, a->amounts.of[KINI]),
            rupiah(report, a->gap), rupiah(report, b->amounts.of[MURNI]), rupiah(report, b->amounts.of[KINI]), rupiah(report, b->gap));
        return;
    }
}

static void add_exceptions(const struct report *report, sentences *list)
{
    uint64_t count;
    struct money sum;
    if (!accepted_sum(report->audit, &count, &sum)) return;
    *array_push(report->arena, list) = text_filled(report->arena, TEXT_EXCEPTION_ALERT, report->english, count_word(report, count), rupiah(report, sum));
}

sentences alerts_of(const struct report *report)
{
    const struct pack *pack = report->audit->pack;
    sentences list = {0};
    if (report->audit->undecided.n) *array_push(report->arena, &list) = undecided_words(report, TEXT_REVIEW_ALERT);
    if (report->audit->conflicts.n) *array_push(report->arena, &list) = conflict_words(report, TEXT_CONFLICT_ALERT);
    add_scope(report, &list);
    add_override(report, &list);
    add_exceptions(report, &list);
    if (!pack->limits.n && pack->note[report->english].n) *array_push(report->arena, &list) = pack->note[report->english];
    return list;
}

uint32_t alerts_put(struct report *report, struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last)
{
    sentences list = alerts_of(report);
    for (size_t i = 0; i < list.n; i++) paragraph_put(sheet, row++, first, last, STYLE_ALERT, list.at[i]);
    return row;
}
