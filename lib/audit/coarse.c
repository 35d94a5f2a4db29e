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

static bool may_hide(const struct pack *pack, const struct check *check, struct str account)
{
    bool hides = lies_above(account, &check->accounts);
    for (size_t r = 0; r < pack->rules.n && !hides; r++) {
        const struct rule *rule = &pack->rules.at[r];
        hides = rule->class_index != NO_INDEX && (check->classes >> rule->class_index) & 1u && lies_above(account, &rule->accounts);
    }
    return hides && !is_lumped(pack, account);
}

uint32_t *coarse_lines(struct checking *c)
{
    const struct audit *audit = c->audit;
    bool *coarse = arena_new_n(&c->scratch, bool, audit->ledger->texts.texts.n + 1), any = false;
    for (size_t i = 0; i < c->surveyed->accounts.n; i++) {
        uint32_t account = c->surveyed->accounts.at[i];
        coarse[account] = account && may_hide(audit->pack, c->check, ledger_text(audit->ledger, account));
        any |= coarse[account];
    }
    if (!any) return NULL;
    uint32_t *count = arena_new_n(&c->scratch, uint32_t, audit->ledger->units.n + 1);
    for (size_t i = 0; i < audit->cells.n; i++) {
        const struct cell *cell = &audit->cells.at[i];
        if (!checking_in_classes(c, cell) && coarse[cell->account]) count[cell->unit] += cell->total.lines;
    }
    return count;
}
