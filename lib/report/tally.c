#include "effcheck/tally.h"

#include <inttypes.h>
#include <stdio.h>

static void add(struct tally *tally, uint32_t row, uint32_t column, char kind, struct str content)
{
    char place[48];
    int n = snprintf(place, sizeof place, "%c%" PRIu32 ",%" PRIu32, kind, row, column);
    uint64_t hash = str_hash((struct str){place, (size_t)n}) * 0x9E3779B97F4A7C15u ^ str_hash(content);
    tally->digest += (hash ^ hash >> 31) * 0xBF58476D1CE4E5B9u; /* mixed, so that sums of two faults do not cancel out */
    if (row + 1 > tally->last_row) tally->last_row = row + 1;
}

void tally_text(struct tally *tally, uint32_t row, uint32_t column, struct str text)
{
    tally->texts++;
    add(tally, row, column, 't', text);
}

void tally_number(struct tally *tally, uint32_t row, uint32_t column, double value, bool formula)
{
    char digits[40];
    int n = snprintf(digits, sizeof digits, "%.15G", value);
    tally->numbers++;
    tally->formulas += formula;
    add(tally, row, column, formula ? 'f' : 'n', (struct str){digits, (size_t)n});
}

bool tally_equal(const struct tally *a, const struct tally *b)
{
    return a->last_row == b->last_row && a->texts == b->texts && a->numbers == b->numbers && a->formulas == b->formulas &&
           a->digest == b->digest;
}
