/*
 * No measurable output (S07): a sub kegiatan with spending of the class whose indicator is missing, whose target is missing or zero, or
 * whose only unit of the target is one of the check's words (a document counts itself). Inpres 1/2025 KEEMPAT 4. Where its file has
 * neither column nothing is said of it.
 */
#include "checking.h"

/* What the lines of one sub kegiatan say of its output. */
struct output {
    unsigned says;               /* columns of their files */
    bool indicator, target, unit; /* some line states one: an indicator, a target above zero, a target in a unit that measures */
};

static bool is_above_zero(struct str target)
{
    for (size_t i = 0; i < target.n; i++)
        if (target.p[i] >= '1' && target.p[i] <= '9') return true;
    return false;
}

static struct output output_of(struct checking *c, size_t from, size_t to)
{
    const struct audit *audit = c->audit;
    const struct ledger *ledger = audit->ledger;
    struct output output = {0};
    for (size_t i = from; i < to; i++) {
        const struct cell *cell = &audit->cells.at[i];
        for (uint32_t k = 0; k < cell->total.lines + cell->total.rejected; k++) {
            const struct line *line = &ledger->lines.at[audit->cell_lines[cell->first_line + k]];
            const struct particulars *p = line_particulars(ledger, line);
            struct str target = ledger_text(ledger, p->target);
            output.says |= ledger->files.at[line->file].says & (SAYS_INDICATOR | SAYS_TARGET);
            output.indicator |= !str_blank(ledger_text(ledger, p->indicator));
            output.target |= is_above_zero(target);
            output.unit |= is_above_zero(target) && !phrases_in(c->check->words, target, &c->scratch);
        }
    }
    return output;
}

static bool is_missing(const struct output *output)
{
    return ((output->says & SAYS_INDICATOR) && !output->indicator) || ((output->says & SAYS_TARGET) && !(output->target && output->unit));
}

static struct total support_of(const struct checking *c, size_t from, size_t to)
{
    struct total sum = {0};
    for (size_t i = from; i < to; i++)
        if (checking_in_subject(c, &c->audit->cells.at[i])) total_add(&sum, &c->audit->cells.at[i].total);
    return sum;
}

/* Sums of one unit while its sub kegiatan pass by. */
struct support {
    struct total all;
    uint64_t hits, silent; /* sub kegiatan without output; without the columns */
    struct money amount;
};

static void add_finding(struct checking *c, size_t from, size_t to, const struct total *total)
{
    const struct cell *cell = &c->audit->cells.at[from];
    struct money amount = total->amounts.of[KINI];
    struct finding *finding = finding_add(c, &(struct finding_facts){.unit = cell->unit, .activity = cell->activity, .amounts = total->amounts,
                                                                     .gap = amount, .amount = amount, .by = KINI});
    for (size_t i = from; i < to; i++)
        if (checking_in_subject(c, &c->audit->cells.at[i])) finding_add_cell(c, finding, &c->audit->cells.at[i]);
    finding_sort_lines(c, finding, KINI);
}

static void see_activity(struct checking *c, size_t from, size_t to, struct support *unit)
{
    struct total total = support_of(c, from, to);
    struct output output = output_of(c, from, to);
    total_add(&unit->all, &total);
    if (total.amounts.of[KINI].sen <= 0) return;
    unit->silent += !output.says;
    if (!is_missing(&output)) return;
    unit->hits++;
    money_add(&unit->amount, total.amounts.of[KINI]); /* part of a sum that audit_totals checked */
    add_finding(c, from, to, &total);
}

static void close_unit(struct checking *c, uint32_t unit, const struct support *s)
{
    struct result *result = checking_result(c, unit);
    checking_show(result, &s->all, c->audit->ledger->units.at[unit].present);
    result->has_gap = s->hits > 0;
    result->gap = s->amount;
    if (s->hits) checking_say(c, result, c->check->hit, TEXT_REASON_NO_OUTPUT, said_count(s->hits), said_rupiah(s->amount));
    else if (checking_empty(c, unit, &s->all)) checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
    else if (checking_untestable(c, result, unit, &s->all, HAS(KINI))) return;
    else if (s->silent) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_OUTPUT_SILENT, said_count(s->silent));
    else {
        result->has_gap = true;
        checking_set(c, result, VERDICT_COMPLIANT, TEXT_REASON_OUTPUT_THERE, NULL, 0);
    }
}

void check_no_output(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    struct support *units = arena_new_n(&c->scratch, struct support, ledger->units.n + 1);
    unsigned says = 0;
    for (size_t i = 0; i < ledger->files.n; i++) says |= ledger->files.at[i].says & (SAYS_INDICATOR | SAYS_TARGET);
    if (!says) {
        checking_set(c, checking_result(c, NO_UNIT), VERDICT_UNTESTABLE, TEXT_REASON_NO_INDICATOR, NULL, 0);
        return;
    }
    for (size_t at = 0, from, to; checking_next_activity(c, &at, &from, &to);) see_activity(c, from, to, &units[c->audit->cells.at[from].unit]);
    for (uint32_t unit = 0; unit < ledger->units.n; unit++) close_unit(c, unit, &units[unit]);
}
