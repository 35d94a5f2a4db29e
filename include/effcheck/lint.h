/*
 * lint.h - faults of a rule pack that loading lets pass: rules that can never decide and cells that say nothing.
 */
#ifndef EFFCHECK_LINT_H
#define EFFCHECK_LINT_H

#include "effcheck/pack.h"

/*
 * Adds all faults of the rules of `pack`, each with file, line and column; the pack may be one that pack_load found faulty.
 *
 * Dead is what is proved dead: an account and word of a rule are taken together and held against every earlier rule that is in
 * force on all its days. The earlier rule takes them over when its accounts cover the account, each of its columns words and also
 * is implied by the word (or by the column also), it looks in all their fields, and none of its exceptions goes further than the
 * rule's own. Rules that hide each other only in combination are left to rules test.
 */
void pack_lint(const struct pack *pack, struct diags *diags);

#endif
