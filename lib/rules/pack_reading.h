/* Between the parts of loading a pack: files (pack_files.c), rows (pack.c; checks_table.c), what a region lays over it (override.c, policy.c).
 * Not a public header. */
#ifndef EFFCHECK_PACK_READING_H
#define EFFCHECK_PACK_READING_H

#include "effcheck/pack.h"

struct loader {
    struct pack *pack;
    const struct pack_local *local;
    struct diags *diags;
    bool good;
};

void loader_fault(struct loader *loader, struct diag diag);

/* ---- files ---- */
/* The tables of a pack, each with those of the packs it extends below it. */
struct own_tables {
    struct ruletable pack, classes, purposes, rules, limits, checks, areas, standards, caps, sheets;
};
bool load_tables(struct loader *loader, struct own_tables *tables);
/* The row of pack.csv with this key, the extending pack's first; NULL when there is none. */
const struct ruletable_row *key_row(const struct ruletable *table, const char *key);
/* Value of a key of pack.csv, the extending pack's first; empty with a fault when `needed` and absent. */
struct str pack_value(struct loader *loader, const struct ruletable *table, const char *key, bool needed);
/* The same in both languages: keys "title" and "title_en"; the Indonesian text stands in for the English one. */
void pack_values(struct loader *loader, const struct ruletable *table, const char *key, bool needed, struct str out[2]);

/* ---- cells of a row; each faults with the place of the cell and says what would be accepted ---- */
/* Faults when the cell in `column` is empty or stands in an earlier row too. */
void check_id(struct loader *loader, const struct ruletable *table, size_t index, const char *column);
/* A column in both languages; where the English one is empty the Indonesian text stands in. */
void read_pair(const struct ruletable *table, const struct ruletable_row *row, const char *column, const char *english, struct str out[2]);
/* One of a closed list of words; its index, or a fault that names the list. */
int read_word(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column, const char *const *words, int n,
              int when_empty);
/* A day, year 0 = empty. */
struct date read_day(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column);
/* True when `from` .. `until` holds no day. A day without year is open. */
bool no_day(struct date from, struct date until);
/* Index of the purpose named in the column purpose; NO_INDEX when empty. */
uint16_t read_purpose(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row);
/* Index of the class named in `column`; NO_INDEX when empty. */
uint16_t read_class(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column);
/* Prefixes parted by ';', '!' in front of what is taken out. */
void read_accounts(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column, account_prefixes *out);
/* Hands the phrases of one column to the matcher; true when there were any. */
bool read_phrases(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column, size_t rule,
                  enum phrase_use use);
/* Adds a rule behind those that are there; faults when there are too many. */
void add_rule(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, struct rule rule);

/* ---- what is tested ---- */
/* The areas that savings may go to: only packs that name such a table have them. */
void read_areas(struct loader *loader, const struct ruletable *table);
/* Words of roles, tiers and units, then the caps on them: only packs that name such tables have them. The region's caps come last. */
void read_standards(struct loader *loader, const struct ruletable *table);
void read_caps(struct loader *loader, const struct ruletable *table);
/* Behind everything that checks refer to. */
void read_checks(struct loader *loader, const struct ruletable *table);

/* The sheets of checks without a number: only packs that name such a table have them. After the checks. */
void read_sheets(struct loader *loader, const struct ruletable *table);

/* ---- what a region lays over the pack ---- */
/* Before the pack's own rules are read: the rows become the first rules. */
void read_overrides(struct loader *loader);
/* After the limits and before the checks: percentages become limits. `meta` = pack.csv, for the titles. */
void read_policy(struct loader *loader, const struct ruletable *meta);
/* The cut of the policy for a class; NULL = none. */
const struct policy_cut *policy_cut_of(const struct policy *policy, uint16_t class_index);
/* A check of the pack for one percentage of the policy: class and limit set, {kelas} {potongan} {dasar} filled in. */
struct check policy_check(struct loader *loader, const struct check *template, const struct policy_cut *cut);

#endif
