#include <stdlib.h>

#include "effcheck/keyed.h"
#include "testing.h"

/* By comparing two at a time; `at` is the place in the list, so that it also says which of equal ones stood first. */
static int by_key(const void *a, const void *b)
{
    const struct keyed *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    if (x->second != y->second) return x->second < y->second ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

static void same_as_compared(struct keyed *list, size_t n)
{
    struct arena arena = {0};
    struct keyed *wanted = arena_new_n(&arena, struct keyed, n + 1);
    for (size_t i = 0; i < n; i++) {
        list[i].at = (uint32_t)i;
        wanted[i] = list[i];
    }
    qsort(wanted, n, sizeof *wanted, by_key);
    keyed_sort(list, n, &arena);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(list[i].key, wanted[i].key);
        assert_int_equal(list[i].second, wanted[i].second);
        assert_int_equal(list[i].at, wanted[i].at);
    }
    arena_release(&arena);
}

static uint64_t next_random(uint64_t *state) /* xorshift64, Marsaglia 2003 */
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Lists of few and of many, whose keys differ in these bits only. */
static void test_sorts(void **state)
{
    static const struct {
        uint64_t key;
        uint32_t second;
    } bits[] = {{UINT64_MAX, UINT32_MAX}, {0xFF, 0}, {0, 3}, {0, 0}, {UINT64_C(0xFF) << 56, 0xFF000000}, {0x7000000000000F00, 0xFF00}, {1, 1}};
    static const size_t lengths[] = {0, 1, 2, 31, 32, 33, 255, 1000};
    struct keyed list[1000];
    uint64_t random = 20250122;
    (void)state;
    for (size_t b = 0; b < sizeof bits / sizeof *bits; b++)
        for (size_t l = 0; l < sizeof lengths / sizeof *lengths; l++) {
            for (size_t i = 0; i < lengths[l]; i++) {
                list[i].key = next_random(&random) & bits[b].key;
                list[i].second = (uint32_t)next_random(&random) & bits[b].second;
            }
            same_as_compared(list, lengths[l]);
        }
}

static void test_largest_first(void **state)
{
    static const int64_t numbers[] = {INT64_MAX, 1000, 1, 0, -1, -1000, INT64_MIN};
    (void)state;
    for (size_t i = 1; i < sizeof numbers / sizeof *numbers; i++) assert_true(keyed_largest_first(numbers[i - 1]) < keyed_largest_first(numbers[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sorts), cmocka_unit_test(test_largest_first)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
