/* What a region's override table moved, row by row. */
#include "effcheck/audit.h"

static void report_unused(const struct audit *audit, struct diags *diags)
{
    const struct overrides *overrides = &audit->pack->overrides;
    for (size_t i = 0; i < overrides->list.n; i++) {
        const struct override *entry = &overrides->list.at[i];
        if (entry->rule == NO_INDEX || audit->override_uses[i].lines) continue;
        diag_add(diags, (struct diag){.kind = DIAG_OVERRIDE_UNUSED, .file = entry->path, .line = entry->place.line, .value = entry->id, .detail = entry->what});
    }
}

void audit_overrides(struct audit *audit, struct diags *diags)
{
    const struct overrides *overrides = &audit->pack->overrides;
    struct override_use *uses = arena_new_n(audit->arena, struct override_use, overrides->list.n + 1);
    uint16_t *entry_of = arena_new_n(audit->arena, uint16_t, overrides->list.n + 1); /* rule -> entry; overrides are the first rules */
    uint16_t rules = overrides->applied;
    for (uint16_t i = 0; i < overrides->list.n; i++)
        if (overrides->list.at[i].rule != NO_INDEX) entry_of[overrides->list.at[i].rule] = i;
    for (size_t i = 0; rules && i < audit->ledger->lines.n; i++) {
        const struct line *line = &audit->ledger->lines.at[i];
        if (line->rule >= rules || line->rejected) continue;
        struct override_use *use = &uses[entry_of[line->rule]];
        use->lines++;
        amounts_add(&use->amounts, &line->amounts); /* part of sums that audit_totals checks */
    }
    audit->override_uses = uses;
    report_unused(audit, diags);
}
