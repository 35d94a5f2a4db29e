/*
 * What the intake refused or left out, as checks: printed in every run, also when there is nothing to say.
 *
 * Repeated amounts (Q07): files with a column that repeats one amount on every row of a document (Nilai SP2D). It is never summed; a file
 * that has no other amount is refused.
 * Handed in twice (Q08): rows left out because the same table, month or document was in the run already.
 * Dates (Q10): dated rows of another year than the pack's, and rows whose date is no date, in files that date their rows.
 */
#include "checking.h"

static void add_file(struct checking *c, const struct input_file *file, uint64_t count)
{
    struct finding *finding = finding_add(c, &(struct finding_facts){.unit = NO_UNIT, .count = count, .key = file->path});
    finding->file = file->path;
}

void check_repeated(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    uint64_t seen = 0, refused = 0;
    for (size_t i = 0; i < ledger->files.n; i++) {
        const struct input_file *file = &ledger->files.at[i];
        if (!(file->says & SAYS_REPEATED)) continue;
        seen++;
        if (file->opened) continue;
        refused++;
        add_file(c, file, 1);
    }
    checking_say(c, checking_result(c, NO_UNIT), refused ? c->check->hit : VERDICT_COMPLIANT, TEXT_REASON_REPEATED, said_count(seen), said_count(refused));
}

void check_duplicates(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    uint64_t files = 0, rows = 0;
    for (size_t i = 0; i < ledger->files.n; i++) {
        uint32_t twice = ledger->files.at[i].rows_excluded[EXCLUDED_DUPLICATE];
        rows += twice;
        files += twice > 0;
        if (twice) add_file(c, &ledger->files.at[i], twice);
    }
    checking_say(c, checking_result(c, NO_UNIT), rows ? c->check->hit : VERDICT_COMPLIANT, TEXT_REASON_DUPLICATES, said_count(rows), said_count(files));
}

void check_dates(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    uint64_t dated = 0, outside = 0, unreadable = 0;
    for (size_t i = 0; i < ledger->files.n; i++) {
        const struct input_file *file = &ledger->files.at[i];
        uint64_t here = outside + unreadable;
        dated += (file->says & SAYS_DATE) && file->opened;
        for (size_t k = 0; k < file->months.n; k++) {
            const struct month_sum *month = &file->months.at[k];
            if (!month->month.year) unreadable += month->lines;
            else if (month->month.year != c->audit->pack->fiscal_year) outside += month->lines;
        }
        if (outside + unreadable > here) add_file(c, file, outside + unreadable - here);
    }
    struct result *result = checking_result(c, NO_UNIT);
    if (!dated) checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_NO_DATE, NULL, 0);
    else
        checking_say(c, result, outside || unreadable ? c->check->hit : VERDICT_COMPLIANT, TEXT_REASON_DATES, said_count(dated), said_count(outside),
                     said_count(unreadable));
}
