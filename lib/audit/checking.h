/* Between the parts of the checks: driver (checks.c), kinds (check_*.c), findings (findings.c). Not a public header. */
#ifndef EFFCHECK_CHECKING_H
#define EFFCHECK_CHECKING_H

#include "effcheck/audit.h"
#include "effcheck/text.h"

/* What all checks of a run look at. */
struct surveyed {
    uint32_t *unknown_rejects; /* per unit: rejected rows of which no class is known */
    ARRAY(uint32_t) accounts;  /* text ids of the accounts of all cells, each once */
};

/* A check that runs, others beside it: it writes nothing but what is in here and its own row of audit.result_at. */
struct checking {
    const struct audit *audit;
    const struct surveyed *surveyed;
    uint16_t index;
    const struct check *check;
    bool *covered;             /* by text id of an account: the check's accounts cover it; NULL = it names none */
    struct total *subject;     /* per unit: what lies in the check's class and accounts; NULL = its class alone */
    uint32_t *coarse;          /* per unit: lines that may hold what the check looks at unseen; NULL = nothing does */
    struct arena scratch;      /* released when the check is done */
    struct arena kept;         /* holds what it found; becomes part of audit.arena */
    ARRAY(struct result) results;
    uint32_t *result_at;       /* its row of audit.result_at: index in results + 1 until all checks are done */
    ARRAY(struct finding) findings; /* first_line: index in finding_lines until all checks are done */
    ARRAY(uint32_t) finding_lines;
    increase_list increases;   /* of the check of destinations */
    struct money cuts, raises; /* of the check of balance */
};

/* What the pieces of a sentence may refer to by name: {unit} {murni} {kini} {realisasi} {batas} {selisih} {persen} {sub_kegiatan}
 * {rekening} {jumlah} {porsi} {jenis} {rincian}. */
struct finding_facts {
    uint32_t unit;               /* NO_UNIT = region */
    uint32_t activity, account;
    struct amounts amounts;
    struct money limit, gap, amount;
    struct money part, whole;    /* {porsi}: share of part in whole; whole 0 = "-" */
    struct percent above;        /* {porsi} is shown larger than this when it is, however little */
    uint64_t count;
    unsigned class_number;       /* {jenis}: index of a class + 1; 0 = none */
    enum measure by;             /* measure that orders the lines, largest first */
    struct str detail[2];        /* {rincian}: what only this kind can say */
    struct str key;              /* further key of the stable id; empty = unit, activity and account */
    uint32_t about;              /* a finding about a file: its unit + 1; 0 = several, or the finding is about something else */
};

/* ---- results ---- */
/* An empty result of the check for a unit, to be filled. */
struct result *checking_result(struct checking *c, uint32_t unit);
/* A value in a sentence; written as each language writes it. */
struct said {
    enum { SAID_TEXT, SAID_RUPIAH, SAID_COUNT, SAID_SHARE } kind;
    struct str text, english;
    struct money money;
    uint64_t count;
    int64_t bp;     /* hundredths of a percent */
    bool undefined; /* a share of nothing */
};
struct said said_text(struct str text);
struct said said_both(const struct str text[2]); /* Indonesian and English */
struct said said_rupiah(struct money m);
struct said said_count(uint64_t n);
struct said said_share(struct money part, struct money whole); /* rounded half away from zero; "-" where the whole is not positive */
/* A share that is larger than `limit`, however little: never rounded down to it. */
struct said said_share_above(struct money part, struct money whole, struct percent limit);

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

/* Per unit: lines of other classes whose account lies above one of the check's, NULL where there are none. Lives as long as the check runs. */
uint32_t *coarse_lines(struct checking *c);
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
/* The check follows the scope "practice". */
bool checking_in_practice(const struct checking *c);
bool checking_in_scope(const struct checking *c, const struct line *line);
bool total_add_line(const struct ledger *ledger, struct total *total, const struct line *line);

/* ---- findings ---- */
/* A file in the ids of findings, and the unit whose lines it holds (NO_UNIT = several, or none). */
struct file_key {
    struct str key;
    uint32_t unit;
};
/* One for each file of the ledger; lives as long as the check runs. */
const struct file_key *file_keys(struct checking *c);
struct finding *finding_add(struct checking *c, const struct finding_facts *facts);
void finding_add_line(struct checking *c, struct finding *finding, uint32_t line);
/* The lines of a cell that are not rejected, in the scope of the check. */
void finding_add_cell(struct checking *c, struct finding *finding, const struct cell *cell);
/* All lines of the check's subject in a unit (NO_UNIT = all). */
void finding_add_subject(struct checking *c, struct finding *finding, uint32_t unit);
/* Puts the lines in order of their amounts; called once per finding after its last line. */
void finding_sort_lines(struct checking *c, struct finding *finding, enum measure by);
/* The same for the lines from the given one on: a finding with two sides shows one after the other. */
void finding_sort_tail(struct checking *c, struct finding *finding, uint32_t from, enum measure by);
void findings_sort(struct audit *audit);
/* No two findings of a run have one id. */
void findings_tell_apart(struct audit *audit);
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
void check_projection(struct checking *c);
void check_presence(struct checking *c);
void check_share_of_class(struct checking *c);
void check_purpose_list(struct checking *c);
void check_purpose_outside(struct checking *c);
void check_shift(struct checking *c);
void check_input_heavy(struct checking *c);
void check_destination(struct checking *c);
void check_balance(struct checking *c);
void check_uneven_cut(struct checking *c);
void check_number_format(struct checking *c);
void check_odd_amounts(struct checking *c);
void check_unit_names(struct checking *c);
void check_encodings(struct checking *c);
void check_decided_by(struct checking *c);
void check_stage_rise(struct checking *c);
void check_paid_twice(struct checking *c);
void check_pile_up(struct checking *c);
void check_round(struct checking *c);
void check_no_output(struct checking *c);
void check_flat_cut(struct checking *c);
void check_repeated(struct checking *c);
void check_duplicates(struct checking *c);
void check_dates(struct checking *c);
void check_claims(struct checking *c);
void check_projection_profile(struct checking *c);
void check_rate(struct checking *c);
void check_rate_unit(struct checking *c);
void check_committee(struct checking *c);
void check_teams(struct checking *c);
void check_members(struct checking *c);
void check_months(struct checking *c);

/* ---- rates ---- */
/* A rate that the check looks at: of its class and accounts, within its scope. */
bool rate_in_subject(const struct checking *c, const struct rate *rate);

/* The cells of a unit (NO_UNIT = all): [*from, *to). Cells are sorted by unit first. */
void checking_cells(const struct checking *c, uint32_t unit, size_t *from, size_t *to);

/* Sum of the subject over the units that have every needed measure; *left_out counts the units with such spending that do not. */
struct total checking_region_total(struct checking *c, unsigned measures_needed, uint32_t *left_out);

/* ---- what a check looks at ---- */
/* Finds out what the check looks at: its coarse lines, accounts and subject. */
void checking_begin(struct checking *c);
/* The cell lies in the check's accounts (all, when it names none); in one of its classes; in both, an unnamed one leaving all open. */
bool checking_covers(const struct checking *c, const struct cell *cell);
bool checking_in_classes(const struct checking *c, const struct cell *cell);
bool checking_in_subject(const struct checking *c, const struct cell *cell);
/* Total of the subject in a unit, in the scope that the check follows. */
const struct total *checking_total(const struct checking *c, uint32_t unit);
/* The check names neither class nor account: it looks at everything. */
bool checking_of_all(const struct checking *c);
/* Rejected rows that are or may be of what the check looks at; `total` = its total, or that of the whole unit. */
uint32_t checking_rejected(const struct checking *c, uint32_t unit, const struct total *total);
/* Total of everything in a unit; its rejected rows as checking_rejected counts them. */
struct total checking_unit_total(const struct checking *c, uint32_t unit);
bool total_add(struct total *sum, const struct total *x);
/* No measure is missing, no row rejected, the code not disputed. */
bool checking_testable(const struct checking *c, uint32_t unit, const struct total *total, unsigned measures_needed);
/* Nothing there, not even a rejected row. */
bool checking_empty(const struct checking *c, uint32_t unit, const struct total *total);
enum measure checking_measure(const struct checking *c, uint32_t unit);
/* The cells of the next sub kegiatan of a unit at or behind *at: [*from, *to); those without one are a group of their own. */
bool checking_next_activity(const struct checking *c, size_t *at, size_t *from, size_t *to);
struct total checking_sum(const struct checking *c, size_t from, size_t to);
/* A group whose amounts may be compared: the unit has the measures, its code is not disputed, no line lacks one of the budgets and no
 * row of the group was rejected. */
bool checking_comparable(const struct checking *c, uint32_t unit, const struct total *total, unsigned measures_needed);
/* The amounts of the comparison, for the report: of measures that the unit does not have, none. */
void checking_show(struct result *result, const struct total *total, unsigned present);

#define HAS(measure) (1u << (measure))

#endif
