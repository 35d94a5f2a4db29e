/* Which findings the region accepts. Nothing else changes: not the verdict, not the amount, not the place in the list. */
#include "effcheck/audit.h"

static bool is_unit(const struct ledger *ledger, uint32_t unit, struct str named, struct arena *scratch)
{
    if (unit == NO_UNIT) return false;
    struct str wanted = str_fold(scratch, named);
    return str_eq(wanted, str_fold(scratch, ledger_text(ledger, ledger->units.at[unit].code))) ||
           str_eq(wanted, str_fold(scratch, ledger_text(ledger, ledger->units.at[unit].name)));
}

static bool accepts(const struct audit *audit, const struct exception *entry, const struct finding *finding, struct arena *scratch)
{
    if (entry->expired) return false;
    if (entry->finding.n) return str_eq_nocase(entry->finding, finding->id);
    return entry->check == finding->check && is_unit(audit->ledger, finding->about, entry->unit, scratch);
}

static void accept(struct audit *audit, struct finding *finding, struct arena *scratch)
{
    const struct exceptions *exceptions = audit->exceptions;
    for (size_t i = 0; i < exceptions->list.n; i++) {
        if (!accepts(audit, &exceptions->list.at[i], finding, scratch)) continue;
        finding->exception = (uint32_t)i + 1;
        audit->exception_uses[i].findings++;
        money_add(&audit->exception_uses[i].amount, finding->amount);
        return;
    }
}

void audit_exceptions(struct audit *audit, const struct exceptions *exceptions, struct diags *diags)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    audit->exceptions = exceptions;
    audit->exception_uses = arena_new_n(audit->arena, struct exception_use, exceptions->list.n + 1);
    for (size_t i = 0; i < audit->findings.n; i++) accept(audit, &audit->findings.at[i], &scratch);
    for (size_t i = 0; i < exceptions->list.n; i++) {
        const struct exception *entry = &exceptions->list.at[i];
        if (entry->expired || audit->exception_uses[i].findings) continue;
        struct str named = entry->finding.n ? entry->finding : entry->unit;
        diag_add(diags, ruletable_diag(&exceptions->table, entry->row, entry->finding.n ? "temuan" : "opd", DIAG_EXCEPTION_UNUSED, entry->id, named));
    }
    arena_release(&scratch);
}

const struct exception *finding_exception(const struct audit *audit, const struct finding *finding)
{
    return finding->exception ? &audit->exceptions->list.at[finding->exception - 1] : NULL;
}
