/*
 * standard.h - unit price standards: which role a description names, in which unit it is paid, and the cap on its rate.
 *
 * honorarium.csv holds the words by which activities, roles, tiers of budget, units and persons are known; caps.csv the caps of
 * the national standard with the days of their validity; --caps FILE those of the region's own decree. Rows of both are explained
 * in rules/README.md. A text that fits two roles, or a role whose tier is not stated, is never guessed: it stays undecided.
 * Source: Standar Harga Satuan Regional, Lampiran I (Perpres 33/2020); the certainty of each number stands beside it.
 */
#ifndef EFFCHECK_STANDARD_H
#define EFFCHECK_STANDARD_H

#include "effcheck/array.h"
#include "effcheck/date.h"
#include "effcheck/matcher.h"
#include "effcheck/money.h"
#include "effcheck/phrase.h"
#include "effcheck/ruletable.h"

/* What a row of honorarium.csv is (column kind). */
enum standard_kind {
    STANDARD_IGNORED,     /* abaikan: words that say nothing about the role */
    STANDARD_ACTIVITY,    /* kegiatan: what is paid for; of one class */
    STANDARD_ROLE,        /* peran: who is paid, within an activity; its id is "activity/role" */
    STANDARD_TIER,        /* pagu: above `value` up to `upto`, 0 = open */
    STANDARD_UNIT,        /* satuan: the whole text of a unit of measure */
    STANDARD_PERSON,      /* orang: a factor of a coefficient that counts persons */
    STANDARD_MONTH,       /* bulan: a factor that counts months; `most` in a year */
    STANDARD_SCALE,       /* skala: million, milliard; `value` times */
    STANDARD_ABOVE,       /* di_atas, sampai: which side of a single amount a tier lies on */
    STANDARD_UPTO,
    STANDARD_PARTICIPANT, /* peserta: words of lines that count participants, against an activity */
    STANDARD_KINDS
};

/* How far a number may be trusted; only the first two carry a finding of full weight. */
enum certainty { CERTAINTY_FOUND, CERTAINTY_REGIONAL_DATA, CERTAINTY_CORROBORATED, CERTAINTY_SBM_ANALOGUE, CERTAINTY_UNVERIFIED, CERTAINTY_COUNT };
const char *certainty_id(enum certainty certainty);
static inline bool certainty_holds(enum certainty c) { return c <= CERTAINTY_REGIONAL_DATA; }

typedef ARRAY(struct phrase) phrase_list;

struct standard {
    struct str id, name[2];
    enum standard_kind kind;
    uint16_t activity;    /* of a role or of participants: index of their activity */
    uint16_t class_index; /* of an activity */
    bool tiered;          /* the caps of a role depend on a tier */
    phrase_list words, also, except;
    struct money value, upto;
    uint32_t most;        /* persons of a role, months of a year; 0 = no such number */
    enum certainty certainty; /* of `most` */
    struct rule_place place;
};

struct cap {
    uint16_t role, tier, unit; /* indices in standards.list; tier NO_INDEX = none */
    struct money most;         /* rupiah for one unit */
    enum certainty certainty;
    struct str regulation;
    struct str destination;    /* words of the description that it is for, see phrases_in; empty = any */
    struct date from, until;   /* first and last day; year 0 = open */
    bool local;
    struct rule_place place;
};

struct standards {
    ARRAY(struct standard) list; /* in table order; the first that matches takes its words */
    ARRAY(uint16_t) of[STANDARD_KINDS]; /* indices in list of each kind, in table order */
    struct matcher *matcher;     /* all their phrases, by index in list: what a text may name */
    ARRAY(struct cap) caps;      /* the pack's, then the region's */
    struct str note[2];          /* what the pack says where it has no cap */
    struct str local_path;       /* --caps; empty = none */
    char local_sha256[SHA256_HEX + 1];
};

/* Why a text has no role. */
enum role_fault { ROLE_FOUND, ROLE_NO_ACTIVITY, ROLE_SEVERAL_ACTIVITIES, ROLE_NONE, ROLE_SEVERAL, ROLE_NO_TIER };
struct recognised {
    enum role_fault fault;
    uint16_t activity, role, tier; /* NO_INDEX = not known, or none */
};
/* What one thread remembers from text to text; begin with {.buffer.arena = &arena}. The texts must stay where they are, see matcher.h. */
struct recogniser {
    struct match_buffer buffer;
    uint64_t *marks; /* by index in list: what the text in hand holds */
};
/* The role that a description names among the activities of one class. */
struct recognised standards_recognise(const struct standards *standards, struct recogniser *recogniser, struct str text, uint16_t class_index,
                                      struct arena *scratch);
/* The text counts participants of this activity. */
bool standards_participants(const struct standards *standards, struct str text, uint16_t activity, struct arena *scratch);

/* A coefficient taken apart: "2 Orang x 3 Bulan". Numbers are hundredths; -1 = not stated by a factor of its own. */
struct coefficient {
    int64_t product;
    int64_t persons, months;
    uint16_t unit; /* that the words of its factors make; NO_INDEX = none */
};
struct coefficient standards_coefficient(const struct standards *standards, struct str text, struct arena *scratch);
/* The unit that the whole text names, NO_INDEX = none. */
uint16_t standards_unit(const struct standards *standards, struct str text, struct arena *scratch);

/* True when the cap is in force on that day. */
bool cap_valid(const struct cap *cap, struct date day);

#endif
