#include "effcheck/tally.h"

#include <string.h>

#include "digits.h"

static const uint64_t ODD = 0x9E3779B97F4A7C15u;

/* Spreads every bit over all, so that sums of two faults do not cancel out: the finalizer of Steele, Lea and Flood, "Fast Splittable
 * Pseudorandom Number Generators" (2014). */
static uint64_t mixed(uint64_t x)
{
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return x ^ x >> 31;
}

/* Eight bytes a step; like an id of pool.h it never leaves the run. */
uint64_t tally_hash(struct str text)
{
    uint64_t hash = text.n * ODD, word;
    size_t i = 0;
    for (; i + 8 <= text.n; i += 8) {
        memcpy(&word, text.p + i, 8);
        hash = mixed(hash ^ word) + ODD;
    }
    word = 0;
    if (i < text.n) memcpy(&word, text.p + i, text.n - i);
    return mixed(hash ^ word);
}

static void add(struct tally *tally, uint32_t row, uint32_t column, char kind, uint64_t content)
{
    uint64_t place = (uint64_t)row << 32 | (uint64_t)column << 8 | (uint64_t)kind;
    tally->digest += mixed(mixed(place + ODD) ^ content);
    if (row + 1 > tally->last_row) tally->last_row = row + 1;
}

void tally_text_hashed(struct tally *tally, uint32_t row, uint32_t column, uint64_t hash)
{
    tally->texts++;
    add(tally, row, column, 't', hash);
}

void tally_text(struct tally *tally, uint32_t row, uint32_t column, struct str text) { tally_text_hashed(tally, row, column, tally_hash(text)); }

void tally_digits(struct tally *tally, uint32_t row, uint32_t column, struct str digits, bool formula)
{
    tally->numbers++;
    tally->formulas += formula;
    add(tally, row, column, formula ? 'f' : 'n', tally_hash(digits));
}

void tally_number(struct tally *tally, uint32_t row, uint32_t column, double value, bool formula)
{
    char digits[DIGITS_MAX];
    size_t n = number_digits(value, digits);
    tally_digits(tally, row, column, (struct str){digits, n}, formula);
}

bool tally_equal(const struct tally *a, const struct tally *b)
{
    return a->last_row == b->last_row && a->texts == b->texts && a->numbers == b->numbers && a->formulas == b->formulas &&
           a->digest == b->digest;
}
