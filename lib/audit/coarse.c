/*
 * Lines whose account is too coarse to tell what was bought: a file that ends at 5.1.02 (barang dan jasa) may hold travel
 * (5.1.02.04) that no one can see. A class with such lines in a unit is neither absent nor compliant there.
 *
 * Accounts that lump spending by law (BLUD, BOS) are no such lines: a check of its own names their share.
 */
#include "checking.h"

static bool is_lumped(const struct pack *pack, struct str account)
{
    for (size_t i = 0; i < pack->checks.n; i++)
        if (pack->checks.at[i].kind == CHECK_ACCOUNT_SHARE && account_covered(&pack->checks.at[i].accounts, account)) return true;
    return false;
}

static bool lies_above(struct str account, const account_prefixes *prefixes)
{
    for (size_t i = 0; i < prefixes->n; i++) {
        const struct account_prefix *below = &prefixes->at[i];
        if (!below->excluded && below->code.n > account.n && below->code.p[account.n] == '.' && str_starts(below->code, account)) return true;
    }
    return false;
}

static bool may_hide(const struct pack *pack, uint16_t class_index, struct str account)
{
    for (size_t r = 0; r < pack->rules.n; r++) {
        const struct rule *rule = &pack->rules.at[r];
        if (rule->class_index == class_index && lies_above(account, &rule->accounts) && !is_lumped(pack, account)) return true;
    }
    return false;
}

uint32_t *coarse_lines(const struct audit *audit, uint16_t class_index)
{
    enum { UNKNOWN, FINE, COARSE };
    const struct ledger *ledger = audit->ledger;
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    uint8_t *known = arena_new_n(&scratch, uint8_t, ledger->texts.texts.n + 1);
    uint32_t *count = arena_new_n(audit->arena, uint32_t, ledger->units.n + 1);
    for (size_t i = 0; i < audit->cells.n; i++) {
        const struct cell *cell = &audit->cells.at[i];
        uint8_t *account = &known[cell->account];
        if (cell->class_index == class_index || !cell->account) continue;
        if (*account == UNKNOWN) *account = may_hide(audit->pack, class_index, ledger_text(ledger, cell->account)) ? COARSE : FINE;
        if (*account == COARSE) count[cell->unit] += cell->total.lines;
    }
    arena_release(&scratch);
    return count;
}
