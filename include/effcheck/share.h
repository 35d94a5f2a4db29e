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
/*
 * Straight-line projection to the end of the year: spent x 12 / month, rounded down; the largest amount where it leaves 64 bits.
 * `month` is 1 to 12.
 */
struct money share_projected(struct money spent, int month);
/* True when spent x 12 > murni x (100 % - cut) x month. */
bool share_projection_over(struct money spent, struct money murni, struct percent cut, int month);

#endif
