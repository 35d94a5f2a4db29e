/*
 * audit.h - classes, totals, checks and findings of one run: everything a report shows.
 *
 * Built in this order: audit_classify (one class a line), audit_totals (the cube), audit_checks (verdicts and findings). Each
 * step is a pure function of the ledger and the pack; the same input gives the same result in the same order, for any number of threads.
 */
#ifndef EFFCHECK_AUDIT_H
#define EFFCHECK_AUDIT_H

#include "effcheck/array.h"
#include "effcheck/evidence.h"
#include "effcheck/exceptions.h"
#include "effcheck/follow_up.h"
#include "effcheck/ledger.h"
#include "effcheck/pack.h"
#include "effcheck/profile.h"
#include "effcheck/text.h"

/* Totals of one class in one unit (or of a check's account share). */
struct total {
    uint32_t lines;
    uint32_t rejected; /* rejected rows that would have fallen here, or may have */
    uint32_t gaps;     /* lines that have one of murni/kini blank while their file has both columns */
    struct amounts amounts;
};

/* The finest totals: unit x activity x account (x class). Sorted in this order. */
struct cell {
    uint32_t unit, activity, account; /* as in struct line */
    uint16_t class_index;
    struct total total;
    uint32_t purposes;   /* of all its lines together */
    bool has_text;       /* some line has a text */
    uint32_t first_line; /* index in audit.cell_lines: the cell's lines are [first_line, first_line + total.lines + total.rejected) */
};

/* A result of one check for one unit (or the region, or a file). */
struct result {
    uint16_t check;      /* index in pack.checks */
    uint32_t unit;       /* index in ledger.units; NO_UNIT = region as a whole */
    enum verdict verdict;
    struct str reason[2]; /* one sentence, Indonesian and English */
    struct amounts amounts; /* both sides of the comparison */
    bool has_limit, has_gap;
    struct money limit;  /* ceiling that amounts were held against */
    struct money gap;    /* by how much it is exceeded; negative = room left */
};

/* A finding: one fact an auditor has to follow up. */
struct finding {
    struct str id;       /* stable: same check, unit, activity, account -> same id in every month; "T01-9F3A1C2044". Files are known by what they hold */
    uint16_t check;
    uint32_t unit;       /* NO_UNIT = region */
    enum severity severity;
    struct money amount; /* rupiah the finding speaks of */
    struct str condition[2];  /* kondisi, with the numbers */
    struct str criteria[2];   /* kriteria */
    struct str cause[2];      /* sebab: a template for the auditor */
    struct str effect[2];     /* akibat */
    struct str recommendation[2]; /* rekomendasi: a template for the auditor */
    uint32_t activity, account; /* 0 = several */
    uint32_t first_line, line_count; /* in audit.finding_lines, largest amount first */
    struct str file; uint32_t row;   /* for findings about a file: its path and row (0 = whole file) */
    uint32_t about;      /* the unit that the finding is about: `unit`, or that of the file; NO_UNIT = several or the region */
    uint32_t exception;  /* that accepts it: index in audit.exceptions + 1; 0 = none */
};

#define NO_UNIT UINT32_MAX

/* What one row of the region's override table moved. */
struct override_use {
    uint32_t lines;
    struct amounts amounts;
};

/* What one row of the region's exceptions accepted. */
struct exception_use {
    uint32_t findings;
    struct money amount;
};

/* One limit for one unit (or the region) in both scopes of the policy; see policy.h. */
struct scope_side {
    struct amounts amounts;
    struct money ceiling, gap; /* as in struct result */
    bool tested, met;
};
struct scope_result {
    uint32_t result; /* index in audit.results: a check of a cut */
    struct scope_side side[SCOPE_COUNT];
};

/* Lines that no rule decided, put together by account, sub kegiatan and text. */
struct undecided {
    uint32_t first_line; /* index in ledger.lines of the first */
    uint32_t lines;
    struct amounts amounts;
};

/* A line whose account decided its class while its words say another purpose (purposes.csv, column review). */
enum { CONFLICTS_SHOWN = 200 };
struct conflict {
    uint32_t line;
    uint16_t purpose; /* what the words say */
    uint16_t rule;    /* the rule of that purpose that found them; of the first CONFLICTS_SHOWN only, NO_INDEX of the rest */
};

/* What a unit price is, held against the standard; one for each calculation of a line whose class has such rates. */
enum rate_verdict {
    RATE_WITHIN,
    RATE_ABOVE,
    RATE_OTHER_UNIT, /* the standard has no cap in this unit: a note, no excess */
    RATE_UNDECIDED,  /* role, tier, unit, cap or volume are not known for certain */
};
struct rate {
    uint32_t line, calculation; /* indices in ledger; calculation NO_UNIT = the line states no price */
    uint32_t unit, activity, account; /* of the line, so that checks need not go there */
    uint16_t class_index;       /* the same */
    uint16_t role, tier;        /* in pack.standards.list; NO_INDEX = not known, or none */
    uint16_t measure_unit;      /* the same */
    enum rate_verdict verdict;
    enum text_id reason;        /* of RATE_UNDECIDED */
    uint32_t cap;               /* index in pack.standards.caps, of RATE_WITHIN and RATE_ABOVE */
    bool has_volume;
    bool held;                  /* a check of rates looked at it */
    int64_t volume, persons, months; /* hundredths; -1 = not stated */
    struct money over;          /* of RATE_ABOVE: (price - cap) x volume; below zero for a correction */
};

/* What a sub kegiatan of a unit gained since the original budget, and the area of the pack that it lies in. */
struct increase {
    uint32_t unit, activity;
    uint16_t area; /* index in pack.areas; their number = outside all of them */
    struct money amount;
};
typedef ARRAY(struct increase) increase_list;

struct audit {
    struct arena *arena;
    const struct pack *pack;
    struct ledger *ledger;
    int jobs;                   /* threads that may work at once; set by audit_classify */
    struct date day;            /* whose rules judge; see pack_day */
    struct date period;         /* month that the data speak of; set by the caller after audit_init, year 0 = not stated */
    struct profile profile;     /* of last year's months; set by the caller after audit_init, not given = none */
    ARRAY(struct cell) cells;
    uint32_t *cell_lines;       /* indices in ledger.lines, grouped by cell */
    struct total *by_class;     /* [unit * pack.classes.n + class] */
    struct total *region;       /* [class] */
    bool has_sen;               /* some amount is no whole number of rupiah */
    ARRAY(struct result) results;   /* by check in table order, region first, then units */
    uint32_t *result_at;            /* [check][0 = region, else unit + 1]: index in results + 1, 0 = no such result */
    ARRAY(struct finding) findings; /* by severity (highest first), amount (largest first), id */
    ARRAY(uint32_t) finding_lines;  /* indices in ledger.lines */
    struct override_use *override_uses; /* one for each row of pack.overrides */
    const struct exceptions *exceptions;   /* NULL = none were given */
    struct exception_use *exception_uses;  /* one for each of them */
    struct follow_up *follow_up;    /* NULL before audit_follow_up; its list begins with one entry for each finding, in their order */
    struct total *by_class_inside;  /* as by_class, without the lines outside the scope "practice"; NULL = nothing is left out */
    struct total outside;           /* those lines */
    uint32_t lines_without_fund;    /* that a policy which leaves out funds cannot place; they stay inside */
    ARRAY(struct scope_result) scopes; /* for each result of a cut; empty when nothing is left out */
    ARRAY(struct undecided) undecided; /* largest amount first */
    ARRAY(struct conflict) conflicts;  /* largest amount first */
    ARRAY(struct rate) rates;          /* by unit, then in the order of the lines */
    increase_list increases;           /* by area, largest amount first; what the check of destinations added up, empty without one */
    struct money cuts, raises;         /* of the check of balance; zero without one */
};

/* An option as it was given, without paths of a machine; "--period", "2025-10". */
struct setting {
    struct str name, value;
};

/* What the run was asked for; printed in the report. */
struct run_options {
    struct str region;      /* --region or as the files state; may be empty */
    struct date period;     /* --period; year 0 = none */
    struct date date;       /* of the report */
    int year;               /* --year; 0 = from the files */
    bool what_if;           /* simulation: every page says so */
    bool english;
    bool folio;             /* printed on F4 instead of A4 */
    struct str version;     /* of the program */
    const struct unit_books *unit_books; /* --per-opd (report.h); NULL = none */
    ARRAY(struct setting) settings; /* that can change the result, in the order of the help */
};

/* The rules in force at the end of the pack's fiscal year judge; set audit->day afterwards for another day. */
void audit_init(struct audit *audit, const struct pack *pack, struct ledger *ledger, struct arena *arena);
/* Gives each line its class, rule, runner-up and purposes. */
void audit_classify(struct audit *audit, int jobs);
/* False with a diagnostic when a sum leaves 64 bits. */
bool audit_totals(struct audit *audit, struct diags *diags);
/* Verdicts and findings. Its work is tasks for the threads of the parallel region that it is called in; outside of one it works alone. */
void audit_checks(struct audit *audit);
/* What the region's overrides moved; a row that met no line is a diagnostic. After audit_classify. */
void audit_overrides(struct audit *audit, struct diags *diags);
/* Marks the findings that the region accepts; a row that met none is a diagnostic. After audit_checks. */
void audit_exceptions(struct audit *audit, const struct exceptions *exceptions, struct diags *diags);
/*
 * What became of the findings of an earlier report, and of what units had reported. `past` NULL = there is none. `month` = that of this
 * report, `today` = its day, for what is overdue. Units that are silent and months that changed are diagnostics. After audit_checks.
 */
void audit_follow_up(struct audit *audit, const struct past *past, struct date month, struct date today, bool english, struct diags *diags);
/* What accepts the finding; NULL = nothing. */
const struct exception *finding_exception(const struct audit *audit, const struct finding *finding);
/* Holds every unit price against the standards; audit_checks calls it before the checks. */
void audit_rates(struct audit *audit);
/* Caps of the pack's table, or of the region's: how many there are, were held against a price, and of these are not verified. */
struct caps_use {
    uint32_t rows, used, unverified;
};
struct caps_use audit_caps_use(const struct audit *audit, bool local);
/* What the line of a rate amounts to, in the measure that its unit is weighed by; what the rate's role is called, with its tier. */
struct money rate_amount(const struct audit *audit, const struct rate *rate);
struct str rate_role(const struct audit *audit, const struct rate *rate, bool english, struct arena *arena);
/* Some cap for roles of this class is in force. */
bool audit_has_caps(const struct audit *audit, uint16_t class_index);
/* Lines that a person has to look at: undecided ones and those whose account and words disagree. After audit_totals; it needs nothing of the
 * checks and may run beside them, so that it has an arena of its own, which must live as long as the audit. */
void audit_review(struct audit *audit, struct arena *arena);
/* The measure that the audit weighs lines by: budget in force, else original budget, else realised. */
enum measure audit_measure(const struct audit *audit);

/* What rules look at in a line; the texts live in the ledger. */
struct rule_texts line_texts(const struct ledger *ledger, const struct line *line);

/* Total of a class in a unit, in strict scope; unit NO_UNIT = region. */
const struct total *audit_total(const struct audit *audit, uint32_t unit, uint16_t class_index);
/* The same in the scope that the verdicts of limits follow; without a policy that is the strict one. */
struct amounts audit_limit_amounts(const struct audit *audit, uint32_t unit, uint16_t class_index);
/* What a check computes, in words, with the numbers that its row holds under their column names. */
struct str check_formula(struct arena *arena, const struct pack *pack, const struct check *check, bool english);
/* False when the data or tables that the check needs were not handed in at all: it judged no unit and could not be tested. */
bool audit_check_ran(const struct audit *audit, uint16_t check);
/* The result of check `check` for `unit`, NULL when that check has none there. */
const struct result *audit_result(const struct audit *audit, uint16_t check, uint32_t unit);

#endif
