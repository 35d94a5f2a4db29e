/*
 * tally.h - what is on a sheet, in numbers that can be counted twice: once while writing, once while reading back.
 */
#ifndef EFFCHECK_TALLY_H
#define EFFCHECK_TALLY_H

#include "effcheck/str.h"

struct tally {
    uint32_t last_row; /* from 1; 0 = empty sheet */
    uint64_t texts, numbers, formulas;
    uint64_t digest; /* sum over all cells of a hash of place, kind and content: the order of writing does not matter */
};

void tally_text(struct tally *tally, uint32_t row, uint32_t column, struct str text);
/* The same in two steps, for a text that stands in many cells. */
uint64_t tally_hash(struct str text);
void tally_text_hashed(struct tally *tally, uint32_t row, uint32_t column, uint64_t hash);
/* Two numbers are the same when their first 15 digits are: what a spreadsheet keeps. */
void tally_number(struct tally *tally, uint32_t row, uint32_t column, double value, bool formula);
/* The same for a number as number_digits writes it. */
void tally_digits(struct tally *tally, uint32_t row, uint32_t column, struct str digits, bool formula);
bool tally_equal(const struct tally *a, const struct tally *b);

#endif
