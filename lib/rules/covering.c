/* What accounts, codes of activities and words of a rule or check cover. */
#include <string.h>

#include "effcheck/pack.h"

bool account_covered(const account_prefixes *prefixes, struct str account)
{
    bool included = false, any = false;
    for (size_t i = 0; i < prefixes->n; i++) {
        const struct account_prefix *p = &prefixes->at[i];
        any |= !p->excluded;
        bool below = account.n && str_starts(account, p->code) &&
                     (account.n == p->code.n || account.p[p->code.n] == '.' ||
                      (str_find(account, '.') == account.n && str_find(p->code, '.') == p->code.n));
        if (below && p->excluded) return false;
        included |= below;
    }
    return included || !any;
}

/* True when the pattern is `code` or ends at one of its level boundaries. */
static bool pattern_covers(struct str pattern, struct str code)
{
    struct str want, have;
    while (str_split(&pattern, '.', &want)) {
        if (!str_split(&code, '.', &have)) return false;
        if (!str_eq(want, S("*")) && !str_eq(want, have)) return false;
    }
    return true;
}

bool activity_covered(const account_prefixes *prefixes, struct str code)
{
    bool included = false, any = false;
    for (size_t i = 0; i < prefixes->n; i++) {
        const struct account_prefix *p = &prefixes->at[i];
        bool covers = code.n && pattern_covers(p->code, code);
        if (covers && p->excluded) return false;
        any |= !p->excluded;
        included |= covers;
    }
    return included || !any;
}

/* `phrase` in the folded `text`, at word boundaries; `open` = the last word may go on. */
static bool phrase_occurs(struct str phrase, struct str text, bool open)
{
    for (size_t at = 0; at + phrase.n <= text.n; at++) {
        bool begins = at == 0 || text.p[at - 1] == ' ', ends = open || at + phrase.n == text.n || text.p[at + phrase.n] == ' ';
        if (begins && ends && memcmp(text.p + at, phrase.p, phrase.n) == 0) return true;
    }
    return false;
}

bool phrases_in(struct str phrases, struct str text, struct arena *scratch)
{
    struct str part, folded = str_fold(scratch, text);
    if (phrases.n == 0) return false;
    while (str_split(&phrases, ';', &part)) {
        part = str_trim(part);
        bool open = part.n && part.p[part.n - 1] == '*';
        struct str phrase = str_fold(scratch, str_sub(part, 0, part.n - open));
        if (phrase.n && phrase_occurs(phrase, folded, open)) return true;
    }
    return false;
}
