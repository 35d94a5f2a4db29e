#include "sheets.h"

static enum measure best_measure(const struct amounts *sums)
{
    return amounts_has(sums, KINI) ? KINI : amounts_has(sums, MURNI) ? MURNI : REALISASI;
}

static void count_files(const struct ledger *ledger, struct run_facts *facts)
{
    facts->files = (uint32_t)ledger->files.n;
    for (size_t i = 0; i < ledger->files.n; i++) {
        const struct input_file *file = &ledger->files.at[i];
        facts->opened += file->opened;
        facts->unreconciled += file->reconciled == 0 && !file->twin; /* a copy counts nowhere */
        facts->year_assumed += file->year_assumed;
        facts->read += file->rows_read;
        facts->used += file->rows_used;
        facts->excluded += input_file_excluded(file);
        facts->rejected += file->rows_rejected;
    }
}

struct run_facts run_facts_of(const struct report *report)
{
    const struct audit *audit = report->audit;
    struct run_facts facts = {0};
    count_files(audit->ledger, &facts);
    for (size_t i = 0; i < audit->pack->classes.n; i++) amounts_add(&facts.sums, &audit->region[i].amounts); /* audit_totals checked it */
    const struct total *unclassified = &audit->region[audit->pack->unclassified];
    facts.measure = best_measure(&facts.sums);
    facts.unclassified_lines = unclassified->lines;
    struct money whole = facts.sums.of[facts.measure];
    if (whole.sen && amounts_has(&unclassified->amounts, facts.measure))
        facts.unclassified_bp = money_share_bp(unclassified->amounts.of[facts.measure], whole);
    return facts;
}
