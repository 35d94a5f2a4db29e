#include "lint_cover.h"

static choices read_choices(struct str cell, struct arena *arena)
{
    choices list = {0};
    struct str part;
    while (str_split(&cell, ';', &part)) {
        struct choice choice = {.written = str_trim(part)};
        if (phrase_parse(&choice.phrase, part, arena)) *array_push(arena, &list) = choice;
    }
    return list;
}

struct apart rule_apart(const struct rule *rule, struct arena *arena)
{
    return (struct apart){rule, read_choices(rule->words, arena), read_choices(rule->also, arena), read_choices(rule->except, arena)};
}

bool prefix_covers(struct str outer, struct str inner)
{
    account_prefixes one = {.at = &(struct account_prefix){.code = outer}, .n = 1};
    return account_covered(&one, inner);
}

/* ---- days ---- */

static bool in_force_as_long(const struct rule *earlier, const struct rule *later)
{
    bool from = !earlier->valid_from.year || (later->valid_from.year && date_cmp(earlier->valid_from, later->valid_from) <= 0);
    bool until = !earlier->valid_until.year || (later->valid_until.year && date_cmp(earlier->valid_until, later->valid_until) >= 0);
    return from && until;
}

/* ---- accounts ---- */

static bool excludes(const struct rule *rule, struct str code)
{
    for (size_t i = 0; i < rule->accounts.n; i++)
        if (rule->accounts.at[i].excluded && prefix_covers(rule->accounts.at[i].code, code)) return true;
    return false;
}

/* No exclusion of the earlier rule cuts into the account, unless the later rule makes the same cut. */
static bool excludes_no_more(const struct rule *earlier, const struct rule *later, const struct account_prefix *account)
{
    for (size_t i = 0; i < earlier->accounts.n; i++) {
        const struct account_prefix *cut = &earlier->accounts.at[i];
        if (!cut->excluded || excludes(later, cut->code)) continue;
        if (!account || prefix_covers(account->code, cut->code) || prefix_covers(cut->code, account->code)) return false;
    }
    return true;
}

static bool accounts_cover(const struct rule *earlier, const struct rule *later, const struct account_prefix *account)
{
    bool any = false, covered = false;
    for (size_t i = 0; i < earlier->accounts.n; i++) {
        const struct account_prefix *prefix = &earlier->accounts.at[i];
        if (prefix->excluded) continue;
        any = true;
        covered |= account && prefix_covers(prefix->code, account->code);
    }
    return (covered || !any) && excludes_no_more(earlier, later, account);
}

/* ---- words ---- */

static bool implied(const struct phrase *phrase, const choices *by)
{
    for (size_t i = 0; i < by->n; i++)
        if (phrase_implies(phrase, &by->at[i].phrase)) return true;
    return false;
}

static bool all_implied(const choices *phrases, const choices *by)
{
    for (size_t i = 0; i < phrases->n; i++)
        if (!implied(&phrases->at[i].phrase, by)) return false;
    return phrases->n > 0;
}

/* The column `wanted` of the earlier rule holds for every line of the later one. */
static bool column_holds(const choices *wanted, bool needed, const struct apart *later, const struct choice *word)
{
    return !needed || (word && implied(&word->phrase, wanted)) || all_implied(&later->also, wanted);
}

/* Where the earlier rule has an exception, the later one has it too. */
static bool excepts_no_more(const struct apart *earlier, const struct apart *later)
{
    return earlier->except.n == 0 || all_implied(&earlier->except, &later->except);
}

bool takes_over(const struct apart *earlier, const struct apart *later, const struct account_prefix *account, const struct choice *word)
{
    const struct rule *e = earlier->rule, *l = later->rule;
    bool needs_text = e->has_words || e->has_also;
    if (e->activities.n) return false; /* it decides some sub kegiatan only */
    return in_force_as_long(e, l) && accounts_cover(e, l, account) && (!needs_text || (l->where & ~e->where) == 0) &&
           column_holds(&earlier->words, e->has_words, later, word) && column_holds(&earlier->also, e->has_also, later, word) &&
           excepts_no_more(earlier, later);
}
