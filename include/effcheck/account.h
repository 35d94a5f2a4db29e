/*
 * account.h - account codes (kode rekening) in all the spellings that real files use.
 *
 * An account is a path of numbers: 5 . 1 . 02 . 04 . 01 . 0001. How many digits each level has, and which first number means
 * expenditure, depends on the chart in force (Permendagri 13/2006, Permendagri 90/2019 as used by SIPD, a region's own
 * numbering, the central BAS). A chart is a `struct account_scheme`, read from rules/common/schemes.csv; no code is known here.
 *
 * Spellings understood: 5.1.02.04.01.0001 | levels not padded or padded too wide (5.1.2.02.04.0036, 5.1.02.02.001.00003) |
 * blanks around the dots | a dot, blank or two dots too many | dots lost (510202040036, 51501001) | the name glued behind |
 * joined behind an activity (2.07.03.2.01.0006.5.1.02.02.12.0001.) | more levels than the chart has (BLUD: ...9999.01.01.0012).
 */
#ifndef EFFCHECK_ACCOUNT_H
#define EFFCHECK_ACCOUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "effcheck/arena.h"
#include "effcheck/ruletable.h"
#include "effcheck/str.h"

enum {
    ACCOUNT_LEVELS_MAX = 12, /* a hospital adds up to four levels of its own to the six of SIPD */
    ACCOUNT_TEXT_MAX = 80,   /* canonical text with NUL */
    ACCOUNT_GROUPS_MAX = 4,  /* blank-separated groups in front of the account when dots are lost */
    ACCOUNT_SEGMENTS_MAX = 24, /* segments of a joined code */
};

/* Digits that one level may be written with; canonical texts use `digits`. */
struct account_width {
    uint8_t digits, min, max;
};

/* One row of schemes.csv. Texts live as long as the ruleset. */
struct account_scheme {
    struct str id;                                   /* "sipd", "permendagri13", ... */
    struct account_width widths[ACCOUNT_LEVELS_MAX]; /* the levels of the chart, root first */
    uint8_t levels;                                  /* used entries of widths, at least 2 */
    uint8_t roots_above;      /* so many account levels stand above programme and activity in a budget: 2 where belanja
                                 langsung / tidak langsung part the list (until 2020), else 0 */
    uint8_t unit_segments;    /* path segments that name affair, field and unit; a row with no more is never a line */
    uint8_t path_groups;      /* groups of a path whose dots were lost: "115  11501  0102" */
    uint8_t path_widths[ACCOUNT_GROUPS_MAX][4]; /* digits of the segments of each such group, 0 = end */
    int32_t expenditure, revenue, financing; /* first number of each; -1 = the chart has none */
    int32_t written_as;       /* first number that canonical texts give to expenditure, so that a region with a numbering of its own
                                 meets the rules of the national chart; -1 = its own */
    struct {
        int32_t at[8];
        uint8_t n;
    } foreign;                /* first numbers that are another book (accrual income and expense): never lines of the budget */
    char separator;           /* between levels in the canonical text; 0 = none (central six digits) */
};

/* A normalised account. n == 0: none. */
struct account {
    uint8_t n;
    uint32_t at[ACCOUNT_LEVELS_MAX]; /* root first */
};

enum account_root { ACCOUNT_UNKNOWN = 0, ACCOUNT_EXPENDITURE, ACCOUNT_REVENUE, ACCOUNT_FINANCING, ACCOUNT_FOREIGN };
enum account_root account_root(const struct account_scheme *scheme, const struct account *account);

/*
 * Reads the account at the beginning of `text` (blanks in front allowed). False when there is none that fits the scheme.
 * *rest, when not NULL, becomes what follows: a glued name, or empty. Codes need not be complete: "5.1" is an account.
 */
bool account_read(const struct account_scheme *scheme, struct str text, struct account *out, struct str *rest);

/*
 * A code cell cut into its numbers, before anybody knows which of them are path and which account. Lost dots are put back where
 * the scheme says how wide the parts are; then, and only then, the beginning of the account is known from the groups.
 */
struct account_segments {
    uint8_t n;
    uint8_t known_start;                  /* lost dots: where the account begins (n = no account); else ACCOUNT_START_UNKNOWN */
    uint8_t digits[ACCOUNT_SEGMENTS_MAX]; /* as written: "001" has 3 */
    uint32_t at[ACCOUNT_SEGMENTS_MAX];
};
enum { ACCOUNT_START_UNKNOWN = 0xFF };

/* False when `text` does not begin with a number, or a number in it is too long for a code. Dots, commas, hyphens and blanks
 * part the numbers. *rest, when not NULL, becomes the text from the first other character on. */
bool account_segments(const struct account_scheme *scheme, struct str text, struct account_segments *out, struct str *rest);

/* How strictly account_at looks: ACCOUNT_STRICT wants every level as wide as the scheme says; ACCOUNT_LOOSE only a root. */
enum account_fit { ACCOUNT_STRICT, ACCOUNT_LOOSE };
/* True when the segments from `from` to the end are an account; fills *out. */
bool account_at(const struct account_scheme *scheme, const struct account_segments *segments, size_t from, enum account_fit fit,
                struct account *out);

/*
 * Parts a joined code into activity path and account: the account begins at the first segment from which everything fits the
 * scheme and has at least three levels. False when there is no such place; a code that is all account gives an empty path.
 * *path is the normalised text (see account_path_text), allocated in `arena`.
 */
bool account_split(struct arena *arena, const struct account_scheme *scheme, struct str text, struct str *path,
                   struct account *account);

/* The canonical text: levels padded to the widths of the scheme, levels beyond it as its last three (a hospital repeats object,
 * detail and sub-detail: 5.1.02.99.99.9999 . 02.01.0001), at least two digits. Returns the length, NUL behind. */
size_t account_write(const struct account_scheme *scheme, const struct account *account, char out[ACCOUNT_TEXT_MAX]);
struct str account_text(struct arena *arena, const struct account_scheme *scheme, const struct account *account);

/* account_read + account_text; an empty slice when the text is no account. What a rule file uses to spell its own codes. */
struct str account_canonical(struct arena *arena, const struct account_scheme *scheme, struct str text);

/* How many leading levels two accounts have in common. */
size_t account_common(const struct account *a, const struct account *b);

/*
 * The normalised text of an activity code: segments as written, joined by single dots, no blanks, no dot at the ends
 * ("1.02 . 1.02.01 . 01 . 05" -> "1.02.1.02.01.01.05"). Padding is kept, because it is the government's own spelling.
 */
struct str account_path_text(struct arena *arena, struct str code);
/* The same from segments [0, n); returns the length, NUL behind. */
size_t account_path_write(const struct account_segments *segments, size_t n, char out[ACCOUNT_TEXT_MAX]);

struct account_schemes {
    const struct account_scheme *at;
    size_t n;
};
/*
 * Reads schemes.csv: id, widths (canonical digits per level, "1.1.2.2.2.4"), accepts (digits allowed, "1.1.1-2.2.2-3.4-5"),
 * separator, expenditure, revenue, financing (first numbers; empty = none), written_as (column may be missing), foreign (blank-separated), groups (roots_above),
 * unit (unit_segments), path (digits of path groups, "1.2 1.2.2 2.2"). False when a diagnostic was added; all faults at once.
 */
bool account_schemes_load(const struct ruletable *table, struct arena *arena, struct diags *diags, struct account_schemes *out);
/* NULL when no scheme has this id. */
const struct account_scheme *account_scheme_find(const struct account_schemes *schemes, struct str id);

#endif
