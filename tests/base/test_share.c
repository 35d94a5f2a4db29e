/* Shares compared exactly, at the ends of 64 bits too. */
#include "effcheck/share.h"
#include "testing.h"

static const struct share_row {
    const char *name;
    int64_t part, whole;
    int32_t bp;
    int sign;
} SHARES[] = {
    {"below", 2499, 10000, 2500, -1},
    {"at", 2500, 10000, 2500, 0},
    {"above", 2501, 10000, 2500, 1},
    {"a third", 1, 3, 3333, 1},
    {"nothing of nothing", 0, 0, 2500, 0},
    {"a part below zero", -1, 10000, 0, -1},
    {"a part of a whole below zero", 5, -10000, 5, 1},
    {"the largest", INT64_MAX, INT64_MAX, 10000, 0},
    {"nearly the largest", INT64_MAX - 1, INT64_MAX, 10000, -1},
};

static void test_share(void **state)
{
    const struct share_row *row = *state;
    assert_number(share_cmp((struct money){row->part}, (struct money){row->whole}, (struct percent){row->bp}), row->sign, "the sign");
}

static const struct distance_row {
    const char *name;
    int64_t a, b, c, d;
    int32_t bp;
    int sign;
} DISTANCES[] = {
    {"at", 5000, 10000, 6000, 10000, 1000, 0},
    {"above", 5000, 10000, 6001, 10000, 1000, 1},
    {"below", 5000, 10000, 5999, 10000, 1000, -1},
    {"either way", 6001, 10000, 5000, 10000, 1000, 1},
    {"across zero", -500, 10000, 500, 10000, 1000, 0},
    {"across zero, above", -501, 10000, 500, 10000, 1000, 1},
    {"thirds", 1, 3, 2, 3, 3333, 1},
    {"thirds, the other way", 2, 3, 1, 3, 3333, 1},
    {"thirds, just within", 2, 3, 1, 3, 3334, -1},
    {"whole parts below zero", -25, 10, 17, 10, 42000, 0},
    {"whole parts below zero, above", -26, 10, 17, 10, 42000, 1},
    {"rests turned over several times", 89, 144, 55, 89, 0, 1},
    {"rests turned over, the other way", 55, 89, 89, 144, 0, 1},
    {"one rest ends first", 1, 2, 3, 7, 714, 1},
    {"equal", 7, 9, 14, 18, 0, 0},
    {"the largest", INT64_MAX, INT64_MAX, 0, INT64_MAX, 10000, 0},
    {"nearly the largest", INT64_MAX - 1, INT64_MAX, 0, INT64_MAX, 10000, -1},
    {"neighbours at the end", INT64_MAX - 2, INT64_MAX - 1, INT64_MAX - 1, INT64_MAX, 0, 1},
};

static void test_distance(void **state)
{
    const struct distance_row *row = *state;
    struct money a = {row->a}, b = {row->b}, c = {row->c}, d = {row->d};
    assert_number(share_distance_cmp(a, b, c, d, (struct percent){row->bp}), row->sign, "the sign");
}

static const struct projection_row {
    const char *name;
    int64_t spent, murni;
    int month;
    int64_t projected;
    bool over;
} PROJECTIONS[] = {
    {"at the ceiling", 50000, 120000, 10, 60000, false},
    {"one sen more", 50001, 120000, 10, 60001, true},
    {"one sen less", 49999, 120000, 10, 59998, false},
    {"January", 5000, 120000, 1, 60000, false},
    {"December is itself", 60001, 120000, 12, 60001, true},
    {"paid back", -10, 120000, 7, -18, false},
    {"paid back a whole part", -14, 120000, 12, -14, false},
    {"the largest that fits", INT64_MAX / 12, 0, 1, INT64_MAX / 12 * 12, true},
    {"the smallest that fits", -(INT64_MAX / 12), 0, 1, -(INT64_MAX / 12 * 12), false},
    {"nothing of nothing", 0, 0, 3, 0, false},
    {"one sen of nothing", 1, 0, 3, 4, true},
    {"below 64 bits", -INT64_MAX, 120000, 1, -INT64_MAX, false},
    {"beyond 64 bits", INT64_MAX, INT64_MAX, 1, INT64_MAX, true},
};

static void test_projection(void **state)
{
    const struct projection_row *row = *state;
    struct money spent = {row->spent}, murni = {row->murni};
    assert_money(share_projected(spent, (struct pace){row->month, 12}), row->projected, "the projection");
    assert_number(share_projection_over(spent, murni, (struct percent){5000}, (struct pace){row->month, 12}), row->over, "whether it is over");
}

/* Banyuasin 2023: net 47,694,141,116 of 90,226,275,898. */
static void test_banyuasin(void **state)
{
    (void)state;
    assert_number(money_share_bp((struct money){4769414111600}, (struct money){9022627589800}), 5286, "the share");
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "share", SHARES, test_share);
    suite_rows(&suite, "distance", DISTANCES, test_distance);
    suite_rows(&suite, "projection", PROJECTIONS, test_projection);
    suite_test(&suite, "Banyuasin", test_banyuasin);
    return suite_run(&suite, "share");
}
