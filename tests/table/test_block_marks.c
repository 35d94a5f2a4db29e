/* Both ways to find a byte among 64 against looking at each. */
#include "testing.h"

#include "block_marks.h"

static uint64_t one_by_one(const char *block, char wanted)
{
    uint64_t found = 0;
    for (unsigned i = 0; i < BLOCK; i++) found |= (uint64_t)(block[i] == wanted) << i;
    return found;
}

static void compare(const char *block, char wanted)
{
    assert_true(block_marks(block, wanted) == one_by_one(block, wanted));
    assert_true(block_marks_anywhere(block, wanted) == one_by_one(block, wanted));
}

static void test_single(void **state)
{
    (void)state;
    char block[BLOCK] = {0};
    for (unsigned i = 0; i < BLOCK; i++) {
        block[i] = ',';
        assert_true(block_marks(block, ',') == UINT64_C(1) << i);
        assert_true(block_marks_anywhere(block, ',') == UINT64_C(1) << i);
        block[i] = 0;
    }
    assert_true(block_marks(block, '\0') == UINT64_MAX);
}

/* Neighbours of the byte, and bytes with the highest bit: what a trick with words may take for it. */
static void test_random(void **state)
{
    (void)state;
    static const char letters[] = {',', ',' - 1, ',' + 1, (char)(',' | 0x80), '"', '\t', 0, 1, 0x7F, (char)0x80, (char)0xFF};
    enum { ROUNDS = 20000 };
    char block[BLOCK];
    uint32_t seed = 20250122;
    for (size_t round = 0; round < ROUNDS; round++) {
        for (unsigned i = 0; i < BLOCK; i++) {
            seed = seed * 1664525u + 1013904223u;
            block[i] = letters[(seed >> 16) % sizeof letters];
        }
        for (size_t i = 0; i < sizeof letters; i++) compare(block, letters[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_single), cmocka_unit_test(test_random)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
