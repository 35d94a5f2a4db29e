/* Arena, arrays and the pool of texts. */
#include "testing.h"

#include "effcheck/pool.h"

static void test_ids(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct pool pool;
    uint32_t id = 99;
    pool_init(&pool, &arena);
    assert_int_equal(pool_id(&pool, (struct str){0}), 0);
    assert_int_equal(pool_id(&pool, S("")), 0);
    assert_int_equal(pool_id(&pool, S("dinas")), 1);
    assert_int_equal(pool_id(&pool, S("Dinas")), 2);
    assert_int_equal(pool_id(&pool, S("dinas")), 1);
    assert_false(pool_find(&pool, S("badan"), &id));
    assert_int_equal(id, 99);
    assert_true(pool_find(&pool, S("Dinas"), &id));
    assert_int_equal(id, 2);
    assert_text(pool_text(&pool, 1), "dinas", "text of id 1");
    arena_release(&arena);
}

static void test_texts_are_copies(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct pool pool;
    char text[] = "dinas";
    pool_init(&pool, &arena);
    uint32_t id = pool_id(&pool, str_from(text));
    text[0] = 'b';
    assert_text(pool_text(&pool, id), "dinas", "the text");
    assert_true(pool_id(&pool, S("a\0b")) != pool_id(&pool, S("a\0c")));
    arena_release(&arena);
}

/* Ids stay in the order of first appearance while the table grows. */
static void test_many(void **state)
{
    (void)state;
    enum { MANY = 100000 };
    struct arena arena = {0};
    struct pool pool;
    pool_init(&pool, &arena);
    for (uint32_t i = 1; i <= MANY; i++) assert_int_equal(pool_id(&pool, str_format(&arena, "rekening %u", i)), i);
    for (uint32_t i = 1; i <= MANY; i++) {
        uint32_t id = 0;
        assert_true(pool_find(&pool, str_format(&arena, "rekening %u", i), &id));
        assert_int_equal(id, i);
    }
    assert_int_equal(pool.texts.n, MANY + 1);
    arena_release(&arena);
}

static void test_arena(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t size = 0; size < 300000; size = size * 3 + 1) {
        unsigned char *bytes = arena_alloc(&arena, size);
        assert_non_null(bytes);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(bytes[i], 0);
        if (size) memset(bytes, 0xFF, size);
    }
    assert_true(arena.reserved >= 300000 / 2);
    arena_release(&arena);
    assert_int_equal(arena.reserved, 0);
    assert_non_null(arena_alloc(&arena, 1)); /* usable again */
    arena_release(&arena);
}

static jmp_buf out_of_memory;

static void leave(void)
{
    longjmp(out_of_memory, 1);
}

/* A product that overflows, and more than the machine has. */
static void test_out_of_memory(void **state)
{
    (void)state;
    struct arena arena = {.out_of_memory = leave};
    if (setjmp(out_of_memory) == 0) {
        arena_alloc_n(&arena, SIZE_MAX / 2, 3);
        fail();
    }
    if (setjmp(out_of_memory) == 0) {
        arena_alloc(&arena, SIZE_MAX);
        fail();
    }
    arena_release(&arena);
}

static void test_array(void **state)
{
    (void)state;
    struct arena arena = {0};
    ARRAY(uint64_t) numbers = {0}, reserved = {0};
    for (uint64_t i = 0; i < 5000; i++) *array_push(&arena, &numbers) = i * i;
    for (uint64_t i = 0; i < 5000; i++) assert_true(numbers.at[i] == i * i);
    assert_int_equal(numbers.n, 5000);
    array_reserve(&arena, &reserved, 1000);
    assert_int_equal(reserved.cap, 1000); /* a first reservation is exact */
    const uint64_t *at = reserved.at;
    for (uint64_t i = 0; i < 1000; i++) *array_push(&arena, &reserved) = i;
    assert_ptr_equal(at, reserved.at);
    arena_release(&arena);
}

/* All texts of one pool in another that knows some of them: the same ids as one by one. */
static void test_ids_of_a_pool(void **state)
{
    (void)state;
    static const size_t sizes[] = {0, 1, 7, 8, 9, 5000};
    for (size_t s = 0; s < COUNT(sizes); s++) {
        struct arena arena = {0};
        struct pool from, to, one_by_one;
        pool_init(&from, &arena), pool_init(&to, &arena), pool_init(&one_by_one, &arena);
        pool_id(&to, S("3")), pool_id(&one_by_one, S("3"));
        for (size_t i = 0; i < sizes[s]; i++) pool_id(&from, str_format(&arena, "%zu", i * 3));
        uint32_t *ids = arena_new_n(&arena, uint32_t, from.texts.n);
        pool_ids(&to, &from, ids);
        for (uint32_t i = 0; i < from.texts.n; i++) assert_int_equal(ids[i], pool_id(&one_by_one, pool_text(&from, i)));
        assert_int_equal(to.texts.n, one_by_one.texts.n);
        arena_release(&arena);
    }
}

/* Texts of another pool, whose memory comes with them. */
static void test_adopted(void **state)
{
    (void)state;
    struct arena arena = {0}, other = {0};
    struct pool pool, more;
    uint32_t ids[4];
    pool_init(&pool, &arena);
    pool_init(&more, &other);
    pool_id(&pool, S("dinas"));
    pool_id(&more, S("badan"));
    pool_id(&more, S("dinas"));
    pool_id(&more, S("kantor"));
    const char *const badan = pool_text(&more, 1).p, *const dinas = pool_text(&pool, 1).p;
    pool_adopt(&pool, &more, ids);
    arena_adopt(&arena, &other);
    const uint32_t wanted[] = {0, 2, 1, 3};
    assert_memory_equal(ids, wanted, sizeof ids);
    assert_ptr_equal(pool_text(&pool, 2).p, badan);
    assert_ptr_equal(pool_text(&pool, 1).p, dinas);
    assert_int_equal(pool_id(&pool, S("kantor")), 3);
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_test(&suite, "ids in the order of first appearance", test_ids);
    suite_test(&suite, "texts are copies", test_texts_are_copies);
    suite_test(&suite, "many texts", test_many);
    suite_test(&suite, "ids of all texts of a pool", test_ids_of_a_pool);
    suite_test(&suite, "texts of another pool are adopted", test_adopted);
    suite_test(&suite, "arena: zeroed and aligned", test_arena);
    suite_test(&suite, "arena: out of memory", test_out_of_memory);
    suite_test(&suite, "array", test_array);
    return suite_run(&suite, "pool");
}
