/*
 * pack.h - a rule pack: the law and the practice of one fiscal year as data.
 *
 * A pack is a folder of CSV tables (rules/README.md explains each column): pack.csv, classes.csv, purposes.csv, rules.csv,
 * limits.csv, checks.csv; and the tables it shares with other packs: headers.csv, rows.csv, schemes.csv, stages.csv,
 * control.csv, accounts.csv. A pack may extend another (pack.csv, key "extends"): see ruletable_extend. A region lays its own rows
 * over a pack for a run: override.h, policy.h. Loading checks every reference between the tables. Class names, percentages, accounts and articles exist only there.
 */
#ifndef EFFCHECK_PACK_H
#define EFFCHECK_PACK_H

#include "effcheck/array.h"
#include "effcheck/date.h"
#include "effcheck/diag.h"
#include "effcheck/matcher.h"
#include "effcheck/money.h"
#include "effcheck/override.h"
#include "effcheck/policy.h"
#include "effcheck/ruletable.h"
#include "effcheck/source.h"
#include "effcheck/standard.h"

enum { CLASS_MAX = 64, PURPOSE_MAX = 32, RULE_MAX = 2048, NO_INDEX = 0xFFFF };

/* An account code in canonical dotted form that stands for itself and everything below it. */
struct account_prefix {
    struct str code;
    bool excluded; /* written with '!': accounts below it are taken out again */
};
typedef ARRAY(struct account_prefix) account_prefixes;

/* True when `account` (canonical) is or lies below one of the prefixes and below no excluded one. Without any prefix that is not
 * excluded, every account and a missing one is covered. Prefixes end at level boundaries: 5.1.02 covers 5.1.02.04, not 5.1.020. */
bool account_covered(const account_prefixes *prefixes, struct str account);

/* The same for activity codes; '*' in a prefix stands for one level of any name: *.*.01 covers 1.02.01 and 1.02.01.2.06.0009. */
bool activity_covered(const account_prefixes *prefixes, struct str code);

/* True when one of the phrases of the list (parted by ';') occurs in `text` as whole words without regard to case, signs and
 * lengths of blanks; a phrase that ends in '*' may go on. `scratch` holds the folded texts. */
bool phrases_in(struct str phrases, struct str text, struct arena *scratch);

struct class_info {
    struct str id;    /* e.g. the id of the class for official travel; never written in C */
    struct str group; /* the grouping of the report */
    struct str name[2]; /* 0 Indonesian, 1 English */
    bool limited;     /* one of the kinds that the law limits */
    struct str basis; /* clause */
    struct rule_place place;
};

/* Whether words of a purpose in a line whose account decided another class are put before the auditor. */
enum review { REVIEW_NO /* tidak */, REVIEW_YES /* ya */, REVIEW_UNLIMITED /* bila_tak_dibatasi: when that class is not limited */ };

struct purpose_info {
    struct str id;
    struct str name[2];
    struct rule_place place;
    uint16_t class_index; /* the class of the same id; NO_INDEX = none */
    enum review review;
};

enum { FIELD_ACCOUNT_NAME = 1, FIELD_ACTIVITY = 2, FIELD_TEXT = 4, FIELD_ALL = 7 };
enum { FIELD_COUNT = 3 };

/* One row of rules.csv, or of a region's override table. A rule decides a class or adds a purpose. */
struct rule {
    struct str id;
    uint16_t class_index;   /* NO_INDEX for a purpose rule */
    uint16_t purpose_index; /* NO_INDEX for a class rule */
    account_prefixes accounts;
    account_prefixes activities;           /* codes of sub kegiatan, matched as accounts are; only override tables have them */
    struct str words, also, except;        /* as written, for explanations */
    bool has_words, has_also;
    unsigned where;         /* FIELD_* in which words and also are looked for; except is looked for in all */
    struct date valid_from, valid_until; /* first and last day; year 0 = open */
    struct str basis, example, counterexample, note;
    struct rule_place place;
};

/* True when the rule is in force on that day. */
bool rule_valid(const struct rule *rule, struct date day);

/* A number set by law or policy: by how much a class must be cut. */
struct limit {
    struct str id;
    uint16_t class_index;
    struct percent cut;
    struct str title[2];
    struct str sheet[2]; /* name of its sheet in the report */
    struct str basis[2];
    bool policy;         /* set by the region's policy, not by law */
    struct rule_place place;
};

/* What a check computes; its numbers and words are data. Sources of the formulas: see audit/checks.h. */
enum check_kind {
    CHECK_CUT,            /* pemotongan */
    CHECK_NEW_ACTIVITY,   /* kegiatan_baru */
    CHECK_SPENT_OVER_LIMIT, /* realisasi_atas_batas */
    CHECK_SPENT_OVER_BUDGET, /* realisasi_atas_pagu */
    CHECK_TREND,          /* tren */
    CHECK_NO_BASELINE,    /* tanpa_murni */
    CHECK_RECONCILE,      /* rekonsiliasi */
    CHECK_CONTROL,        /* kontrol */
    CHECK_EXCLUDED_ROWS,  /* baris_bukan_rincian */
    CHECK_ACCOUNT_SPELLING, /* ejaan_rekening */
    CHECK_ACCOUNT_SHARE,  /* porsi_rekening */
    CHECK_PARAMETERS,     /* parameter */
    CHECK_PROJECTION,     /* proyeksi */
    CHECK_PRESENCE,       /* ada_belanja */
    CHECK_SHARE_OF_CLASS, /* porsi_jenis */
    CHECK_PURPOSE_LIST,   /* daftar_tujuan */
    CHECK_PURPOSE_OUTSIDE, /* tujuan_di_luar_jenis */
    CHECK_SHIFT,          /* substitusi */
    CHECK_INPUT_HEAVY,    /* padat_masukan */
    CHECK_DESTINATION,    /* tujuan_penghematan */
    CHECK_BALANCE,        /* neraca_pergeseran */
    CHECK_UNEVEN_CUT,     /* beda_pemotongan */
    CHECK_NUMBER_FORMAT,  /* format_angka */
    CHECK_ODD_AMOUNTS,    /* nilai_ganjil */
    CHECK_UNIT_NAMES,     /* nama_perangkat_daerah */
    CHECK_ENCODINGS,      /* bentuk_berkas */
    CHECK_DECIDED_BY,     /* dasar_klasifikasi */
    CHECK_STAGE_RISE,     /* kenaikan_tahap */
    CHECK_PAID_TWICE,     /* bayar_ganda */
    CHECK_PILE_UP,        /* penumpukan */
    CHECK_ROUND,          /* angka_bulat */
    CHECK_NO_OUTPUT,      /* tanpa_keluaran */
    CHECK_FLAT_CUT,       /* potongan_rata */
    CHECK_REPEATED,       /* kolom_berulang */
    CHECK_DUPLICATES,     /* data_ganda */
    CHECK_DATES,          /* tanggal */
    CHECK_CLAIMS,         /* klaim */
    CHECK_PROJECTION_PROFILE, /* proyeksi_profil */
    CHECK_RATE,           /* tarif */
    CHECK_RATE_UNIT,      /* satuan_tarif */
    CHECK_COMMITTEE,      /* panitia_peserta */
    CHECK_TEAMS,          /* jumlah_tim */
    CHECK_MEMBERS,        /* jumlah_anggota */
    CHECK_MONTHS,         /* jumlah_bulan */
    CHECK_KIND_COUNT
};
enum check_level { LEVEL_UNIT, LEVEL_REGION, LEVEL_FILE, LEVEL_ACTIVITY };
enum nature { NATURE_LAW, NATURE_POLICY, NATURE_INDICATION, NATURE_DATA };
enum severity { SEVERITY_INFO, SEVERITY_LOW, SEVERITY_MEDIUM, SEVERITY_HIGH };
enum verdict { VERDICT_COMPLIANT, VERDICT_VIOLATED, VERDICT_CONSIDER, VERDICT_UNTESTABLE, VERDICT_NOT_APPLICABLE, VERDICT_COUNT };

struct check {
    struct str id;
    enum check_kind kind;
    uint16_t class_index; /* NO_INDEX = none */
    uint64_t classes;     /* bit set of all classes named; class_index is the first of them */
    uint16_t purpose_index; /* NO_INDEX = none */
    account_prefixes accounts;
    account_prefixes activities; /* patterns of activity codes, see activity_covered */
    struct str words;     /* phrases parted by ';', see phrases_in */
    struct percent percent; /* threshold of the kind */
    bool has_percent;
    struct percent margin; /* percentage points within which shares count as equal */
    struct money rupiah;   /* unit of round amounts */
    uint8_t from_month;    /* first month that counts as late */
    uint32_t least;        /* fewest payments or units that a pattern needs */
    struct date info_from; /* from this day on findings weigh no more than INFO; year 0 = never */
    enum check_level level;
    uint16_t limit_index; /* NO_INDEX = none */
    bool by_policy;       /* the limit is the one that the region's policy sets for the class; without one it does not apply */
    enum nature nature;
    enum severity severity;
    uint16_t raise_with;  /* index of the check that, when it is violated too, raises the severity; NO_INDEX = none */
    enum severity raised_severity;
    enum verdict hit;     /* verdict when it hits */
    enum verdict flat;    /* verdict of a trend that stands still */
    struct str code;      /* finding code of PermenPAN-RB 42/2011, may be empty */
    struct str title[2], condition[2], criteria[2], effect[2], cause[2], recommendation[2];
    struct str basis;
    struct rule_place place;
};

/* An area that savings may go to; areas are tried in table order, the first that covers an activity takes it. */
struct area {
    struct str id, name[2];
    account_prefixes activities;
    struct str words, except; /* see phrases_in; words are an alternative to the codes, except takes out again */
    struct rule_place place;
};

/* A sheet of the report for some checks of kinds that the law limits without a number. */
struct check_sheet {
    struct str id;
    uint16_t *checks; /* indices in pack.checks, in the order of the cell */
    size_t n;
    struct str sheet[2], title[2], note[2];
    struct rule_place place;
};

struct pack {
    struct arena *arena;
    struct str folder, id, version, title[2], basis[2];
    struct str note[2];                 /* what the law leaves open; may be empty */
    int fiscal_year;
    char sha256[SHA256_HEX + 1]; /* over all tables, in a fixed order */
    ARRAY(struct class_info) classes;   /* in table order; the unclassified class is among them */
    uint16_t unclassified;              /* index of the class of lines that no rule decides */
    ARRAY(struct purpose_info) purposes;
    ARRAY(struct rule) rules;           /* class rules and purpose rules, in table order = priority; overrides first */
    struct overrides overrides;
    struct policy policy;
    ARRAY(struct limit) limits;
    ARRAY(struct check) checks;
    struct standards standards;         /* of the tables that pack.csv names as "standards" and "caps"; may be empty */
    ARRAY(struct check) templates; /* rows that stand for every class the policy sets a percentage for, as written */
    ARRAY(struct area) areas;           /* of the table that pack.csv names as "realokasi"; may be empty */
    ARRAY(struct check_sheet) sheets;   /* of the table that pack.csv names as "lembar"; may be empty */
    struct ruletable headers;           /* headers.csv: names by which columns are known; read by ledger/columns */
    struct ruletable row_words;         /* rows.csv: names of total rows; read by ledger/outline */
    struct ruletable stages;            /* stages.csv: words that name the stages of a budget; read by ledger/stages */
    struct ruletable control_words;     /* control.csv: names in a file of totals reported elsewhere; read by ledger/control */
    struct ruletable not_lines;         /* not_lines.csv: tables known not to hold lines; read by ledger/not_lines */
    struct ruletable schemes;           /* schemes.csv: shapes of account codes */
    struct ruletable chart;             /* accounts.csv: chart of accounts */
    struct matcher *matcher;            /* all words of all rules, compiled */
};

/* Loads the pack in folder `folder` (the folder of pack.csv). False when a diagnostic was added. */
bool pack_load(struct pack *pack, struct str folder, struct arena *arena, struct diags *diags);

/* The day whose rules judge a run: the last day of the month `period` (--period), or of the pack's fiscal year without one. Not
 * today, so that the same input gives the same report tomorrow. */
struct date pack_day(const struct pack *pack, struct date period);
/* What a region lays over a pack for one run. */
struct pack_local {
    struct str override, policy, caps; /* files; empty = none */
    struct date today;           /* entries that expired before this day are not applied; year 0 = all are applied */
};
/* The same with a region's own tables. */
bool pack_load_local(struct pack *pack, struct str folder, const struct pack_local *local, struct arena *arena, struct diags *diags);

/* Names as in tables and JSON. */
const char *verdict_id(enum verdict verdict);   /* patuh, tidak_patuh, perlu_pertimbangan, tidak_dapat_diuji, tidak_berlaku */
const char *severity_id(enum severity severity); /* INFO, RENDAH, SEDANG, TINGGI */
const char *nature_id(enum nature nature);       /* HUKUM, KEBIJAKAN, INDIKASI, DATA */

#endif
