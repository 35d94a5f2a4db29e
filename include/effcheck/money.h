/*
 * money.h - rupiah as exact numbers.
 *
 * An amount is a count of sen (1/100 rupiah) in 64 bits: up to Rp 92,233 trillion either way (the same both ways, so that
 * what was read can always be negated), a hundred times the largest regional budget. Sums are checked; comparisons against a percentage multiply crosswise in 128 bits. No floating point.
 */
#ifndef EFFCHECK_MONEY_H
#define EFFCHECK_MONEY_H

#include <stdbool.h>
#include <stdint.h>

#include "effcheck/str.h"

struct money {
    int64_t sen;
};

/* *sum += x. False when the sum leaves 64 bits; *sum is then unchanged. */
bool money_add(struct money *sum, struct money x);
bool money_sub(struct money *difference, struct money x);
/* a - b for showing; beyond 64 bits the largest amount of its sign. */
struct money money_minus(struct money a, struct money b);
static inline int money_cmp(struct money a, struct money b) { return (a.sen > b.sen) - (a.sen < b.sen); }

/* A percentage as an exact fraction of hundredths of a percent: 50 % = {5000}, 12.5 % = {1250}. */
struct percent {
    int32_t bp;
};
/* Reads "50", "12.5", "12,5", "50%": 0 to 100 with at most two decimals. */
bool percent_parse(struct str s, struct percent *out);

/* True when kini <= murni x (100 % - cut), compared crosswise without rounding. */
bool money_within_cut(struct money murni, struct money kini, struct percent cut);
/* The largest amount of whole sen that meets the cut: floor(murni x (100 % - cut)). */
struct money money_ceiling(struct money murni, struct percent cut);
/* part / whole in hundredths of a percent, rounded half away from zero; whole must not be 0. Clamped to +-2,000,000,000. */
int32_t money_share_bp(struct money part, struct money whole);
/* Share of murni that was cut, for showing; a cut that misses by less than the last digit is not rounded up to the limit. murni > 0. */
int32_t money_cut_bp(struct money murni, struct money kini, struct percent cut);

/* How the numbers of one column are written. Decided for a whole column, never for a cell. */
enum decimal_mark {
    DECIMAL_UNKNOWN = 0, /* only whole numbers without separators were seen */
    DECIMAL_POINT,       /* 1,234,567.89   1234567.89 */
    DECIMAL_COMMA,       /* 1.234.567,89   1234567,89   1234567^89 */
};

/* What one cell says about its column; see money_scan. */
enum number_shape {
    NUMBER_BLANK,        /* empty, "null", "undefined", "n/a": no number */
    NUMBER_PLAIN,        /* digits only, or zero however written: fits either mark */
    NUMBER_ZERO_DASH,    /* "-" for zero */
    NUMBER_POINT,        /* only fits DECIMAL_POINT: 1,234,567  1,234.5  12.5  1234.567 */
    NUMBER_COMMA,        /* only fits DECIMAL_COMMA: 1.234.567  1.234,5  12,5  12^5 */
    NUMBER_AMBIGUOUS,    /* 1.234 or 1,234 with one group of three: thousand or decimal */
    NUMBER_POINTS_ALL,   /* 7.381.011.000.00: groups and a last part of two, all parted by points: the comma was lost */
    NUMBER_LOST_DIGITS,  /* 1,68799E+017: digits are gone for good */
    NUMBER_OVERFLOW,     /* a number, but beyond 64 bits of sen */
    NUMBER_BAD,          /* not a number */
};

/* The shape of one cell. Accepts blanks around and inside ("17 580000.00"), "Rp", "IDR", a sign, parentheses for minus, a
 * trailing ",-" and the apostrophe of Excel. */
enum number_shape money_scan(struct str cell);

/* Reads a cell of a column whose mark is decided (UNKNOWN reads plain numbers; ambiguous cells need a mark). More than two
 * decimals are accepted when the rest is zero or a rest of binary arithmetic (at least seven decimals: rounded to sen).
 * False when the cell is no number under that mark; blank cells are the caller's business. */
bool money_parse(struct str cell, enum decimal_mark mark, struct money *out);

enum { MONEY_TEXT_MAX = 40 };
/* "1234567.89": digits, point, two decimals; for machines. Returns the length; NUL behind. */
size_t money_plain(struct money m, char out[MONEY_TEXT_MAX]);
/* "1.234.567,89" (comma = true) or "1,234,567.89"; decimals only where they are not zero; for people. */
size_t money_grouped(struct money m, bool comma, char out[MONEY_TEXT_MAX]);

#endif
