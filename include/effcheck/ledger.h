/*
 * ledger.h - every spending line of every file of a run, in memory, with its origin.
 *
 * Texts are interned; a line is a small struct of ids and amounts. Files of the same unit (original budget, budget in force,
 * realisation) simply contribute different measures.
 */
#ifndef EFFCHECK_LEDGER_H
#define EFFCHECK_LEDGER_H

#include "effcheck/csv.h"
#include "effcheck/date.h"
#include "effcheck/diag.h"
#include "effcheck/money.h"
#include "effcheck/pool.h"
#include "effcheck/source.h"
#include "effcheck/stages.h"

/*
 * What an amount is an amount of.
 * murni: original budget of the year (pagu murni, before any shift). kini: budget in force (pagu, sesudah perubahan).
 * realisasi: spent, net of what was paid back (Nilai Realisasi - Nilai Setoran).
 * A measure that a file does not speak of is absent, which is not zero.
 */
enum measure { MURNI, KINI, REALISASI, MEASURE_COUNT };

struct amounts {
    struct money of[MEASURE_COUNT];
    uint8_t present; /* bit (1 << measure): the measure is there */
};
static inline bool amounts_has(const struct amounts *a, enum measure m) { return (a->present >> m) & 1u; }
/* Adds each present measure; false on overflow. */
bool amounts_add(struct amounts *sum, const struct amounts *x);

/* What many lines of a file share: where and for what the money is spent, by which document and to whom it was paid. Ids point into
 * ledger.texts; 0 = none. */
struct particulars {
    uint32_t fund;         /* name of the source of funds (sumber dana); its code where there is no name */
    uint32_t sub_unit;     /* code of the part of the unit, by which lines are told apart; its name where there is no code */
    uint32_t sub_unit_name; /* the name (e.g. one Puskesmas of the health office), by which a policy names it; else the code */
    uint32_t document;     /* number of the document that the amount was paid by */
    uint32_t payee;        /* NIP and name of who was paid */
    uint32_t indicator, target; /* what its activity is to bring about; how much of it, with the unit behind it */
    struct date month;     /* in which it was paid; day = 0, year 0 = not dated */
};

/* Ids point into ledger.texts unless said otherwise; 0 = none. */
struct line {
    uint32_t file;         /* index in ledger.files */
    uint32_t row;          /* first physical line in the file, from 1 */
    uint32_t unit;         /* index in ledger.units */
    uint32_t activity;     /* index in ledger.activities: sub kegiatan, or kegiatan before 2021 */
    uint32_t account;      /* canonical dotted code */
    uint32_t account_name;
    uint32_t text;         /* paket | uraian | spesifikasi | keterangan, joined by " | " */
    uint32_t particulars;  /* index in ledger.particulars; see line_particulars */
    uint32_t purposes;     /* bit set of purposes; set by classify */
    uint32_t calculation;  /* index + 1 in ledger.calculations of the first; 0 = its file states no price for it */
    struct amounts amounts;
    uint16_t stage;        /* index in ledger.stages; 0 = not stated */
    uint16_t class_index;  /* set by classify */
    uint16_t rule;         /* deciding rule, NO_INDEX = none */
    uint16_t runner_up;    /* next rule that would have decided another class, NO_INDEX = none */
    bool rejected : 1;         /* row was rejected: it carries no amounts and only says that this unit/account has a gap */
    bool odd_account : 1;  /* account was written in another spelling and normalised */
    bool outside : 1;      /* its fund or sub unit is left out of the scope "practice" by the region's policy; set by audit_totals */
};

/* How an amount was reckoned: unit price times volume (harga satuan, volume, satuan, koefisien). A line has one, or one for each
 * explanation printed below it. Ids point into ledger.texts. */
struct calculation {
    uint32_t row;          /* physical line in the file of its line */
    uint32_t text, from;   /* its own description and specification: from this byte of the text on; 0 = that of the line */
    uint32_t measure_unit; /* satuan, as written */
    uint32_t coefficient;  /* koefisien, as written: "2 Orang x 3 Jam" */
    uint32_t next;         /* index + 1 of the next one of the same line; 0 = last */
    bool has_price, has_volume; /* could be read for certain */
    struct money price;
    struct money volume;   /* hundredths */
};

struct unit {
    uint32_t code; /* as written first, trimmed; may be 0 */
    uint32_t name; /* as written first */
    uint8_t present; /* bit (1 << measure): some file of this unit speaks of the measure */
    uint32_t rejected_rows;
    bool unreconciled; /* a file of this unit does not add up to its own total */
    bool disputed;     /* two of its files, or two stages, contradict each other: only one was counted */
    bool conflict;     /* its code stands for two different names in the files */
};

struct activity {
    uint32_t code;
    uint32_t name;
};

/* Why a row is not a line. Every physical record of a file is counted under exactly one of: used, one of these, rejected. */
enum excluded {
    EXCLUDED_BLANK,
    EXCLUDED_TITLE,    /* titles and metadata above the table, notes below */
    EXCLUDED_HEADER,   /* header rows and rows of column numbers */
    EXCLUDED_SUBTOTAL, /* a level of the hierarchy above the lines */
    EXCLUDED_TOTAL,    /* total rows */
    EXCLUDED_REVENUE,  /* pendapatan */
    EXCLUDED_FINANCING, /* pembiayaan, surplus/defisit */
    EXCLUDED_DETAIL,   /* explanation of the line above, without amounts of its own */
    EXCLUDED_INACTIVE, /* marked by the file itself as not counting (active = 0) */
    EXCLUDED_DUPLICATE, /* of a table, a month or a document given twice */
    EXCLUDED_STAGE,    /* of a stage of the budget that a later one replaces */
    EXCLUDED_SUMMARY,  /* of a summary of the whole region whose units are given themselves */
    EXCLUDED_COUNT
};

/* A subtotal whose children do not add up to it. */
struct footing {
    uint32_t row;
    struct str name;
    enum measure measure;
    struct money stated, sum; /* sum of its children */
};

/* A rejected row, verbatim, to be sent back for correction. */
struct reject {
    uint32_t file; /* index in ledger.files */
    uint32_t row;
    enum diag_kind kind;
    struct str column, value, accepted; /* what was seen and what would be accepted */
    struct str raw; /* the record as it stands in the file (decoded) */
    uint32_t unit;  /* to whom it goes back: index in ledger.units; UINT32_MAX = none */
};

/* A total that a unit reported elsewhere. */
struct control {
    uint32_t unit;       /* index in ledger.units */
    enum measure measure;
    struct money stated; /* by the control file */
    struct money found;  /* sum of the lines of this run */
    bool has_found;      /* false: the files of this run do not speak of the measure */
    uint32_t row;        /* of the control file */
};

/* A cut that a unit has reported; see claims.h. */
struct claim {
    uint32_t unit;         /* index in ledger.units */
    uint16_t class_index;  /* in pack.classes */
    bool in_rupiah;
    struct percent percent;
    struct money amount;
    uint32_t row;          /* of the file of claims */
};

struct reading_evidence; /* intake.h */

/* Columns that only some checks need; a file may have them or not. */
enum file_says { SAYS_DATE = 1, SAYS_DOCUMENT = 2, SAYS_PAYEE = 4, SAYS_INDICATOR = 8, SAYS_TARGET = 16, SAYS_REPEATED = 32 /* an amount not to be summed */ };

/* What a month contributed to a file that dates its rows. */
struct month_sum {
    struct date month; /* day = 0; year 0 = no date, or none that can be read */
    uint32_t lines;
    struct money realisasi;
};

/* What was read of one file; of a workbook with several tables, one for each, so that every table has its own header and totals. */
struct input_file {
    struct str path;  /* as given; with several tables "opd.xlsx [sheet]" */
    struct str sheet; /* name of the sheet where a workbook has several tables, else empty */
    char sha256[SHA256_HEX + 1];
    enum encoding encoding;
    struct dialect dialect;
    bool opened;       /* false: not read at all; the diagnostics say why */
    bool baseline;     /* given with --baseline */
    uint32_t header_row; /* physical line of the header */
    int year;          /* 0 = not stated */
    int other_year;    /* a second year stated in the same file, 0 = none */
    bool year_assumed;
    struct str region; /* as stated in the file, may be empty */
    struct str unit_code, unit_name; /* of the metadata or, if all lines agree, of the lines; for display */
    uint32_t rows_read, rows_used, rows_rejected, rows_excluded[EXCLUDED_COUNT];
    struct amounts sums;   /* over the used rows, as they count in this run */
    struct amounts own;    /* over all lines of the file, also those left out as duplicate, superseded or summary */
    struct amounts stated; /* totals the file states itself */
    int reconciled;        /* own against stated: 1 equal, 0 different, -1 nothing stated */
    ARRAY(struct month_sum) months; /* of its used lines, ascending; empty when its rows carry no dates */
    uint8_t measures;      /* bit (1 << measure): the file has such a column */
    uint8_t says;          /* bits of enum file_says */
    bool has_price, has_measure_unit; /* it has a column of unit prices; of units of measure, or coefficients */
    bool unit_in_rows;     /* the unit stands in each row, not only above the table */
    bool summary;          /* summary of the whole region, used as control */
    uint32_t twin;         /* index + 1 of the file that holds the same lines and was counted instead; 0 = none */
    uint32_t odd_accounts; /* lines whose account was spelled oddly */
    ARRAY(struct footing) footings;
    struct str number_format[MEASURE_COUNT]; /* in words, for the data quality sheet; empty = no such column */
    struct str column_name[MEASURE_COUNT];   /* header name of the column a measure was read from */
    const struct reading_evidence *evidence; /* lives in the intake; NULL in the ledger */
};

struct ledger {
    struct arena *arena;
    struct pool texts;
    ARRAY(struct input_file) files;   /* in the fixed order: sorted by path */
    ARRAY(struct unit) units;         /* sorted by code, then name */
    ARRAY(struct activity) activities; /* index 0 = none */
    ARRAY(struct particulars) particulars; /* index 0 = none stated */
    ARRAY(struct stage) stages;       /* index 0 = none */
    ARRAY(struct line) lines;         /* file by file, in row order; rejected ones included */
    ARRAY(struct line) history;      /* of stages of the budget that a later one replaced: never part of a sum, kept for comparison */
    ARRAY(struct calculation) calculations; /* only where a price is stated */
    ARRAY(struct reject) rejects;
    ARRAY(struct control) controls;  /* in the order of the control file; none without one */
    ARRAY(struct claim) claims;      /* in the order of their file; none without one */
    struct ledger_merger *merger;    /* between ledger_begin and ledger_end */
};

static inline struct str ledger_text(const struct ledger *l, uint32_t id) { return pool_text(&l->texts, id); }
static inline const struct particulars *line_particulars(const struct ledger *l, const struct line *line) { return &l->particulars.at[line->particulars]; }
/* What a calculation is about: its own words, else those of its line. */
struct str calculation_text(const struct ledger *ledger, const struct line *line, const struct calculation *calculation);
uint32_t input_file_excluded(const struct input_file *file); /* sum over rows_excluded */
/* The name of a unit for comparing: folded and without blanks, so that "DINASSOSIAL" and "Dinas  Sosial" are one. */
struct str unit_name_key(struct arena *arena, struct str name);
/* The unit's code, or its name where it has none. */
struct str unit_key(const struct ledger *ledger, uint32_t unit);

#endif
