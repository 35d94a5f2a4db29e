/* Between the parts of the checks: driver (checks.c), kinds (check_*.c), findings (findings.c). Not a public header. */
#ifndef EFFCHECK_CHECKING_H
#define EFFCHECK_CHECKING_H

#include "effcheck/audit.h"
#include "effcheck/text.h"

struct checking {
    struct audit *audit;
    uint16_t index;            /* the check that runs */
    const struct check *check;
    uint32_t *unknown_rejects; /* per unit: rejected rows of which no class is known */
    uint32_t *coarse;          /* per unit: lines that may hold spending of the check's class unseen; NULL = it looks at no class */
};

/* What the pieces of a sentence may refer to by name: {unit} {murni} {kini} {realisasi} {batas} {selisih} {persen} {sub_kegiatan}
 * {rekening} {jumlah}. */
struct finding_facts {
    uint32_t unit;               /* NO_UNIT = region */
    uint32_t activity, account;
    struct amounts amounts;
    struct money limit, gap, amount;
    uint64_t count;
    enum measure by;             /* measure that orders the lines, largest first */
    struct str key;              /* further key of the stable id; empty = unit, activity and account */
};

/* ---- results ---- */
/* An empty result of the check for a unit, to be filled. */
struct result *checking_result(struct checking *c, uint32_t unit);
/* A value in a sentence; written as each language writes it. */
struct said {
    enum { SAID_TEXT, SAID_RUPIAH, SAID_COUNT, SAID_SHARE } kind;
    struct str text;
    struct money money;
    uint64_t count;
    int64_t bp;     /* hundredths of a percent */
    bool undefined; /* a share of nothing */
};
struct said said_text(struct str text);
struct said said_rupiah(struct money m);
struct said said_count(uint64_t n);
struct said said_share(struct money part, struct money whole); /* rounded half away from zero; "-" where the whole is not positive */

/* By how much the check finds a budget cut; a cut that misses the limit by less than the last digit shown is not rounded up to it. */
struct said checking_cut_share(const struct checking *c, struct money murni, struct money kini);
/* A value as a language writes it. */
struct str said_in(struct arena *arena, const struct said *said, bool english);

void checking_set(struct checking *c, struct result *result, enum verdict verdict, enum text_id reason, const struct said *values, size_t n);
#define checking_say(c, result, verdict, reason, ...)                                                                   \
    checking_set((c), (result), (verdict), (reason), (const struct said[]){__VA_ARGS__},                                \
                 sizeof((const struct said[]){__VA_ARGS__}) / sizeof(struct said))

/*
 * Why a unit cannot be tested, when it cannot: a measure is missing, rows were rejected, the code is disputed. Writes the result
 * and returns true. `total` = what the check looks at.
 */
bool checking_untestable(struct checking *c, struct result *result, uint32_t unit, const struct total *total, unsigned measures_needed);
/* A unit (or the region with a unit) whose file does not add up must not be called compliant: turns a COMPLIANT result into an
 * untestable one. */
void checking_no_false_pass(struct checking *c, struct result *result, uint32_t unit);

/* Per unit: lines of other classes whose account lies above one of the class. Lives as long as the audit. */
uint32_t *coarse_lines(const struct audit *audit, uint16_t class_index);
/* Those of a unit for the running check. */
static inline uint32_t checking_coarse(const struct checking *c, uint32_t unit)
{
    return c->coarse ? c->coarse[unit] : 0;
}

/* ---- scope: strict, or without what the region's policy leaves out, for checks that hold a limit ---- */
/* Marks the lines outside the scope and sums those inside; false on overflow. Nothing to do without such a policy. */
bool scope_totals(struct audit *audit);
/* Both scopes of every cut, after the checks. */
void scope_results(struct audit *audit);
/* Total of the check's class in a unit, in the scope that the check follows. */
const struct total *checking_total(const struct checking *c, uint32_t unit);
bool checking_in_scope(const struct checking *c, const struct line *line);
bool total_add_line(const struct ledger *ledger, struct total *total, const struct line *line);

/* ---- findings ---- */
struct finding *finding_add(struct checking *c, const struct finding_facts *facts);
void finding_add_line(struct checking *c, struct finding *finding, uint32_t line);
/* All lines of the cells that match, in the scope of the check: unit (NO_UNIT = all) and class (NO_INDEX = all). */
void finding_add_class(struct checking *c, struct finding *finding, uint32_t unit, uint16_t class_index);
/* Puts the lines in order of their amounts; called once per finding after its last line. */
void finding_sort_lines(struct checking *c, struct finding *finding, enum measure by);
void findings_sort(struct audit *audit);
void findings_raise(struct audit *audit);

/* ---- kinds: each computes all its results and findings ---- */
void check_cut(struct checking *c);
void check_spent_over_limit(struct checking *c);
void check_trend(struct checking *c);
void check_new_activity(struct checking *c);
void check_spent_over_budget(struct checking *c);
void check_no_baseline(struct checking *c);
void check_reconcile(struct checking *c);
void check_control(struct checking *c);
void check_excluded_rows(struct checking *c);
void check_account_spelling(struct checking *c);
void check_account_share(struct checking *c);
void check_parameters(struct checking *c);

/* The cells of a unit (NO_UNIT = all): [*from, *to). Cells are sorted by unit first. */
void checking_cells(const struct checking *c, uint32_t unit, size_t *from, size_t *to);

/* Sum of the class of the check over the units that have every needed measure; *left_out counts the units with such spending that do not. */
struct total checking_region_total(struct checking *c, unsigned measures_needed, uint32_t *left_out);

#define HAS(measure) (1u << (measure))

#endif
