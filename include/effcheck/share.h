/*
 * share.h - shares of amounts compared exactly, by cross multiplication in wide integers and without a division.
 */
#ifndef EFFCHECK_SHARE_H
#define EFFCHECK_SHARE_H

#include "effcheck/money.h"

/* The sign of part - share x whole. */
int share_cmp(struct money part, struct money whole, struct percent share);
/* The sign of |a / b - c / d| - share; b and d must be above 0. */
int share_distance_cmp(struct money a, struct money b, struct money c, struct money d, struct percent share);
/* The sign of a / b - c / d; b and d must be above 0. */
int share_ratio_cmp(struct money a, struct money b, struct money c, struct money d);
/* How much of the year lies behind: `part` of `whole`, both above 0. In a straight line months of 12; or what last year had spent by then. */
struct pace {
    int64_t part, whole;
};
/* Projection to the end of the year: spent x whole / part, rounded down; the largest amount where it leaves 64 bits. */
struct money share_projected(struct money spent, struct pace pace);
/* True when spent x whole / part > murni x (100 % - cut), without rounding. */
bool share_projection_over(struct money spent, struct money murni, struct percent cut, struct pace pace);

#endif
