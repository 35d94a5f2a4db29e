/*
 * outline_code.h - what one row's code and name say, and what the codes of a whole file have in common. Private to outline.
 *
 * Knows codes and words; knows nothing of amounts and of the rows around.
 */
#ifndef EFFCHECK_LEDGER_OUTLINE_CODE_H
#define EFFCHECK_LEDGER_OUTLINE_CODE_H

#include "effcheck/outline.h"
#include "effcheck/pool.h"

/* The words, made quick to look up. */
enum { LEXICON_MEMOS = 512 };

/* The last answer for a name, by the address of its bytes. */
struct lexicon_memo {
    struct str name;
    const struct outline_word *word;
};

/* A code taken apart, by the address of its bytes: codes of a file repeat as its names do. */
enum { CODE_MEMOS = 1024 };

struct code_memo {
    struct str text;
    const struct account_scheme *scheme;
    bool good;                        /* account_segments */
    struct account_segments segments;
    struct str rest;
    bool strict;                      /* from `start` on there is an account as wide as it should be */
    uint8_t start;
    struct account account;
};

struct lexicon {
    struct lexicon_memo *memo; /* LEXICON_MEMOS; with the codes the one part that changes */
    struct code_memo *codes;   /* CODE_MEMOS */
    const struct outline_rules *rules;
    struct pool folded; /* the words, whole */
    uint32_t *word_of;  /* id in folded -> index of the first word with it */
    struct pool firsts; /* the first word of each, because most names are decided by it */
    size_t longest;     /* bytes; longer names can only match by their beginning */
};

/* What the whole file says about its codes. */
struct habit {
    const struct account_scheme *scheme;
    struct code_memo *codes;              /* of the lexicon */
    size_t start;                         /* path segments in front of the account */
    bool accounts;                        /* false: no row shows an account of its own */
    bool mixed;                           /* bare accounts stand below rows of bare paths */
    bool flat;                            /* parted columns, every row a line: a row without account is a faulty line, no heading */
    size_t unit;                          /* path segments that name affair and unit */
    size_t activity;                      /* path segments of an activity */
    uint8_t digits[ACCOUNT_SEGMENTS_MAX]; /* how many digits each path segment mostly has */
    bool no_dots;                         /* most codes have lost their dots */
};

/* How well a code fits the habit of its file. */
enum oddity {
    REGULAR,
    ODD,     /* readable, but of another shape than the others: perhaps mistyped */
    GARBLED, /* no level can be told from it */
};

/* One row's code, parted. */
struct reading {
    bool coded;
    struct account_segments path; /* [0, path.n) */
    struct account account;
    enum oddity oddity;
    bool mistyped_root; /* the account is one of expenditure, whatever its first number says */
    struct str text;    /* what stands in the code cell behind the numbers: a glued name, or the whole cell */
};

struct lexicon lexicon_new(struct arena *scratch, const struct outline_rules *rules);
/* What a name says; the whole name goes before its beginning. NULL = nothing known. */
const struct outline_word *lexicon_find(const struct lexicon *lexicon, struct str name);

/* Learns chart and habit from all rows. */
struct habit habit_learn(const struct lexicon *lexicon, const struct outline_input *input);
/* Reads the code of row `i` as a file of this habit writes it. */
struct reading habit_read(const struct habit *habit, const struct outline_input *input, size_t i);

#endif
