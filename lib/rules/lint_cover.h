/*
 * lint_cover.h - rules taken apart for comparison: which earlier rule takes over an account and a word of a later one.
 */
#ifndef EFFCHECK_LIB_RULES_LINT_COVER_H
#define EFFCHECK_LIB_RULES_LINT_COVER_H

#include "effcheck/pack.h"
#include "effcheck/phrase.h"

/* One alternative of a column. */
struct choice {
    struct str written;
    struct phrase phrase;
};
typedef ARRAY(struct choice) choices;

/* A rule and its three columns of phrases; phrases that cannot be read are left out. */
struct apart {
    const struct rule *rule;
    choices words, also, except;
};

struct apart rule_apart(const struct rule *rule, struct arena *arena);

/* True when everything below `inner` is below `outer`, by the levels of codes with dots and the digits of codes without. */
bool prefix_covers(struct str outer, struct str inner);

/* True when `earlier` decides every line that `later` decides by account `account` (NULL = a line of any or no account) and
 * phrase `word` (NULL = no word needed). */
bool takes_over(const struct apart *earlier, const struct apart *later, const struct account_prefix *account, const struct choice *word);

#endif
