#include "effcheck/tally.h"

#include <string.h>

#include "digits.h"

static const uint64_t ODD = 0x9E3779B97F4A7C15u, OTHER = 0xE7037ED1A0B428DBu;

/* Spreads every bit over all, so that sums of two faults do not cancel out: the finalizer of Steele, Lea and Flood, "Fast Splittable
 * Pseudorandom Number Generators" (2014). */
static uint64_t mixed(uint64_t x)
{
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return x ^ x >> 31;
}

static uint64_t folded(uint64_t a, uint64_t b)
{
    __extension__ typedef unsigned __int128 wide;
    wide product = (wide)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* At most eight bytes. */
static uint64_t word_of(const char *p, size_t n)
{
    uint64_t word = 0;
    if (n) memcpy(&word, p, n < 8 ? n : 8);
    return word;
}

/* Sixteen bytes a step, as in pool.c; it never leaves the run. */
uint64_t tally_hash(struct str text)
{
    uint64_t hash = text.n * ODD;
    size_t i = 0;
    for (; i + 16 <= text.n; i += 16) hash = folded(hash ^ word_of(text.p + i, 8), word_of(text.p + i + 8, 8) ^ OTHER) + ODD;
    size_t left = text.n - i, more = left > 8 ? left - 8 : 0;
    hash = folded(hash ^ word_of(text.p + i, left), word_of(text.p + text.n - more, more) ^ OTHER);
    return mixed(hash ^ text.n);
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
