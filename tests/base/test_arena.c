/* Memory of a generation: zeroed, aligned, large things apart and given back early. */
#include "testing.h"

#include "effcheck/arena.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#endif

enum { LARGE = 1 << 20 };

static bool all_zero(const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (bytes[i]) return false;
    return true;
}

static void test_sizes(void **state)
{
    (void)state;
    static const size_t sizes[] = {0, 1, 15, 16, 17, 4096, 100000, LARGE - 1, LARGE, 3 * LARGE};
    struct arena arena = {0};
    for (size_t round = 0; round < 3; round++)
        for (size_t i = 0; i < COUNT(sizes); i++) {
            char *at = arena_alloc(&arena, sizes[i]);
            assert_true((uintptr_t)at % 16 == 0);
            assert_true(all_zero(at, sizes[i]));
            memset(at, 'x', sizes[i]);
        }
    arena_release(&arena);
    assert_null(arena.head);
    assert_int_equal(arena.reserved, 0);
}

/* A large thing goes at once, a small one stays; what lies around them is not touched. */
static void test_drop(void **state)
{
    (void)state;
    struct arena arena = {0};
    char *small = arena_alloc(&arena, 8), *first = arena_alloc(&arena, LARGE), *second = arena_alloc(&arena, LARGE), *last = arena_alloc(&arena, 8);
    memcpy(small, "before", 7);
    memcpy(second, "second", 7);
    memcpy(last, "behind", 7);
    size_t held = arena.reserved;
    arena_drop(&arena, first);
    assert_int_equal(arena.reserved, held - LARGE);
    arena_drop(&arena, small);
    arena_drop(&arena, second + 16);
    arena_drop(&arena, NULL);
    assert_int_equal(arena.reserved, held - LARGE);
    assert_string_equal(small, "before");
    assert_string_equal(second, "second");
    assert_string_equal(last, "behind");
    assert_true(last > small && last < small + 64); /* the large ones did not end the block of the small ones */
    arena_release(&arena);
}

/* Small things fill blocks to the last byte: the first of a block does not take the others with it. */
static void test_drop_small(void **state)
{
    (void)state;
    enum { STEP = 16, ENOUGH = 4 << 20 };
    struct arena arena = {0};
    ARRAY(uint32_t *) things = {0};
    struct arena list = {0};
    while (arena.reserved < ENOUGH) {
        uint32_t *thing = arena_alloc(&arena, STEP);
        *thing = (uint32_t)things.n;
        *array_push(&list, &things) = thing;
    }
    size_t held = arena.reserved;
    for (size_t i = 0; i < things.n; i++) arena_drop(&arena, things.at[i]);
    assert_int_equal(arena.reserved, held);
    for (size_t i = 0; i < things.n; i++) assert_int_equal(*things.at[i], i);
    arena_release(&list);
    arena_release(&arena);
}

/* Emptied line by line: one block stays, and what was large is given back. */
static void test_reset(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_reset(&arena);
    assert_int_equal(arena.reserved, 0);
    char *first = arena_alloc(&arena, 16);
    size_t held = arena.reserved;
    arena_alloc(&arena, LARGE);
    for (int i = 0; i < 10000; i++) arena_alloc(&arena, 64);
    arena_reset(&arena);
    assert_int_equal(arena.reserved, held);
    assert_ptr_equal(arena_alloc(&arena, 16), first);
    arena_release(&arena);
}

/* A long array holds its own size and not what it grew through. */
static void test_growth(void **state)
{
    (void)state;
    enum { N = 1 << 20 };
    struct arena arena = {0};
    ARRAY(uint64_t) numbers = {0};
    for (uint64_t i = 0; i < N; i++) *array_push(&arena, &numbers) = i;
    for (uint64_t i = 0; i < N; i++) assert_true(numbers.at[i] == i);
    assert_true(arena.reserved < N * sizeof(uint64_t) + 2 * LARGE);
    arena_release(&arena);
}

/* What threads made in arenas of their own becomes one: whole, also the large things, whichever of the two is empty. */
static void test_adopt(void **state)
{
    (void)state;
    struct arena arena = {0}, first = {0}, second = {0}, none = {0};
    char *small = arena_alloc(&first, 8), *large = arena_alloc(&first, LARGE), *last = arena_alloc(&second, 8);
    memcpy(small, "small", 6);
    memcpy(large, "large", 6);
    memcpy(last, "last", 5);
    const size_t held = first.reserved + second.reserved;
    arena_adopt(&arena, &first);
    arena_adopt(&arena, &none);
    char *own = arena_alloc(&arena, 8);
    memcpy(own, "own", 4);
    arena_adopt(&arena, &second);
    assert_int_equal(arena.reserved, held);
    assert_null(first.head);
    assert_int_equal(first.reserved, 0);
    assert_null(second.head);
    char *next = arena_alloc(&arena, 8); /* goes on where it was, but for a fence */
    assert_true(next > own && next <= own + 32);
    arena_drop(&arena, large);
    assert_int_equal(arena.reserved, held - LARGE);
    assert_string_equal(small, "small");
    assert_string_equal(own, "own");
    assert_string_equal(last, "last");
    arena_release(&first);
    arena_release(&arena);
}

static void test_append(void **state)
{
    (void)state;
    struct arena arena = {0};
    ARRAY(int) all = {0}, more = {0};
    array_append(&arena, &all, &more);
    assert_int_equal(all.n, 0);
    for (int i = 0; i < 20; i++) *array_push(&arena, &more) = i;
    array_append(&arena, &all, &more);
    array_append(&arena, &all, &more);
    assert_int_equal(all.n, 40);
    for (int i = 0; i < 40; i++) assert_int_equal(all.at[i], i % 20);
    arena_release(&arena);
}

/* The address sanitizer stops whoever goes beyond what was handed out, also within a block. */
static void test_watched(void **state)
{
    (void)state;
#ifdef __SANITIZE_ADDRESS__
    static const size_t sizes[] = {1, 15, 16, 24, 4096, LARGE};
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(sizes); i++) {
        char *at = arena_alloc(&arena, sizes[i]);
        assert_false(__asan_address_is_poisoned(at + sizes[i] - 1));
        assert_true(__asan_address_is_poisoned(at + sizes[i]));
        arena_alloc(&arena, 1);
        assert_true(__asan_address_is_poisoned(at + sizes[i]));
    }
    char *first = (char *)arena.head + 64;
    arena_reset(&arena);
    assert_true(__asan_address_is_poisoned(first));
    arena_release(&arena);
#else
    skip();
#endif
}

int main(void)
{
    struct suite suite = {0};
    suite_test(&suite, "zeroed and aligned", test_sizes);
    suite_test(&suite, "what is given back early", test_drop);
    suite_test(&suite, "small things stay", test_drop_small);
    suite_test(&suite, "emptied for what comes next", test_reset);
    suite_test(&suite, "a long array", test_growth);
    suite_test(&suite, "arenas of threads put together", test_adopt);
    suite_test(&suite, "an array behind another", test_append);
    suite_test(&suite, "watched", test_watched);
    return suite_run(&suite, "arena");
}
