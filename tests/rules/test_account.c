/* Account codes in the spellings of real files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "effcheck/account.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char SCHEMES[] =
    "id,widths,accepts,separator,expenditure,revenue,financing,foreign,groups,unit,path,note\n"
    "new,1.1.2.2.2.4,1.1.1-2.2.2-3.4-5,.,5,4,6,7 8,0,2,,\n"
    "old,1.1.1.2.2,1.1.1.2.2-3,.,5,4,6,8 9,2,5,1.2 1.2.2 2.2,\n"
    "own,1.1.1.2.2,1.1.1.2.2-3,.,2,1,3,,2,0,,\n"
    "six,1.1.1.1.2,1.1.1.1.2,,5,4,7,,0,0,,\n"
    "two,1.1,1.1,.,5,4,6,,0,0,,\n"
    "four,1.1.2,1.1.2,.,5,4,6,,0,0,1.1.1.1 2,\n";

struct fixture {
    struct arena arena;
    struct diags diags;
    struct account_schemes schemes;
};

static bool load(struct fixture *f, const char *text)
{
    struct ruletable table = {0};
    f->diags.arena = &f->arena;
    return ruletable_parse(&table, S("schemes.csv"), str_from(text), "id widths accepts expenditure", &f->arena, &f->diags) &&
           account_schemes_load(&table, &f->arena, &f->diags, &f->schemes);
}

static int setup(void **state)
{
    static struct fixture fixture;
    fixture = (struct fixture){0};
    *state = &fixture;
    return load(&fixture, SCHEMES) ? 0 : -1;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    arena_release(&f->arena);
    return 0;
}

static const struct account_scheme *scheme(struct fixture *f, const char *id)
{
    const struct account_scheme *found = account_scheme_find(&f->schemes, str_from(id));
    assert_non_null(found);
    return found;
}

static void assert_text(struct str got, const char *want, const char *of)
{
    if (!str_eq(got, str_from(want))) fail_msg("%s: got \"%.*s\", want \"%s\"", of, STR_ARG(got), want);
}

static void spellings(void **state)
{
    static const struct {
        const char *scheme, *written, *canonical; /* "" = no account */
    } cases[] = {
        {"new", "5.1.02.04.01.0001", "5.1.02.04.01.0001"},
        {"new", "5.1.02.04.01.0001.", "5.1.02.04.01.0001"},
        {"new", " 5.1.02.04.01.0001 ", "5.1.02.04.01.0001"},
        {"new", "5 . 1 . 02 . 04", "5.1.02.04"},
        {"new", "5.1.2.02.04.0036", "5.1.02.02.04.0036"},
        {"new", "5.1.02.02.001.00003", "5.1.02.02.01.0003"},
        {"new", "510202040036", "5.1.02.02.04.0036"},
        {"new", "51020204", "5.1.02.02.04"},
        {"new", "5.1.02.99.99.9999.01.01.0012", "5.1.02.99.99.9999.01.01.0012"},
        {"new", "5.1.02.99.99.9999.1.1.12", "5.1.02.99.99.9999.01.01.0012"},
        {"old", "5.2.2.15.02.1", "5.2.2.15.02.01"},
        {"new", "5.1.02.04.01.0001 Belanja Perjalanan Dinas", "5.1.02.04.01.0001"},
        {"new", "5,1,02-04", "5.1.02.04"},
        {"new", "5\t1\r02\n04", "5.1.02.04"},
        {"new", "5\xC2\xA0" "1\xC2\xA0" "02", "5.1.02"},
        {"new", "5.1.02\xC2", "5.1.02"},
        {"new", "5.1.02\xC2x", "5.1.02"},
        {"new", "5102040", ""}, /* a rest that is no level */
        {"old", "52215021", "5.2.2.15.21"},
        {"new", "5.1.02.04.01.0001.1234567890", ""},
        {"new", "5", "5"},
        {"new", "5.1", "5.1"},
        {"new", "4.1.01", "4.1.01"},
        {"new", "8.1.02", "8.1.02"},
        {"new", "1.02.01.2.06", ""},
        {"new", "5.02.01.1.01.01", ""},
        {"new", "Belanja", ""},
        {"new", "", ""},
        {"new", "-", ""},
        {"new", "5.1.02.04.01.0001.1.2.3.4.5.6.7", ""}, /* more levels than any account has */
        {"new", "5.1.02.04.01.99999999999", ""},
        {"old", "5.2.2.15.02", "5.2.2.15.02"},
        {"old", "5.2.2.15.002.", "5.2.2.15.02"},
        {"old", "5 . 2 . 2 . 15 . 02", "5.2.2.15.02"},
        {"old", "5.2..2.15", "5.2.2.15"},
        {"old", "5.2.2. 15", "5.2.2.15"},
        {"old", "5221502", "5.2.2.15.02"},
        {"old", "51501001", "5.1.5.01.01"},
        {"old", "5.22.15", ""},
        {"old", "9.1", "9.1"},
        {"own", "2.2.2.15", "2.2.2.15"},
        {"own", "5.2.2.15", ""},
        {"six", "524111", "524111"},
        {"six", "5241", "5241"},
        {"six", "5.2.4.1.11", "524111"},
        {"new", "5.1.02.4", ""}, /* a level with too few digits */
        {"new", "5.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1", ""}, /* more numbers than any code has */
        {"two", "5.1", "5.1"},
        {"two", "5.1.3.4", "5.1.03.04"}, /* below a chart of two levels: at least two digits */
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_text(account_canonical(&f->arena, scheme(f, cases[i].scheme), str_from(cases[i].written)), cases[i].canonical,
                    cases[i].written);
}

static void glued_name(void **state)
{
    struct fixture *f = *state;
    struct account account;
    struct str rest;
    assert_true(account_read(scheme(f, "new"), S("5.1.02.04 Perjalanan"), &account, &rest));
    assert_text(rest, "Perjalanan", "rest");
    assert_true(account_read(scheme(f, "new"), S("5.1.02.04"), &account, &rest));
    assert_int_equal(rest.n, 0);
}

static void joined_codes(void **state)
{
    static const struct {
        const char *scheme, *written, *path, *account; /* path NULL = cannot be parted */
    } cases[] = {
        {"new", "2.07.03.2.01.0006.5.1.02.02.12.0001.", "2.07.03.2.01.0006", "5.1.02.02.12.0001"},
        {"new", "5.03.01.2.02.0001.5.1.02.02.12.0001", "5.03.01.2.02.0001", "5.1.02.02.12.0001"},
        {"new", "2.12.04.2.03.0003.5.1.02.02.09.0012.8.1.0.20", "2.12.04.2.03.0003", "5.1.02.02.09.0012.08.01.0000.20"},
        {"new", "5.1.02.02.12.0001", "", "5.1.02.02.12.0001"},
        {"new", "1.02.01.2.06.0008", NULL, NULL},
        {"old", "1.02 . 1.02.01 . 00 . 00 . 5 . 2 . 2", "1.02.1.02.01.00.00", "5.2.2"},
        {"old", "1.13.1.13.01.21.03.5.2.2.15.02", "1.13.1.13.01.21.03", "5.2.2.15.02"},
        {"old", "1.20 . 1.20.03 . 17.104 . 5.2.1.01", "1.20.1.20.03.17.104", "5.2.1.01"},
        {"old", "117  11701  0102  5220301", "1.17.1.17.01.01.02", "5.2.2.03.01"},
        {"old", "117  11701  17104  5220301", "1.17.1.17.01.17.104", "5.2.2.03.01"},
        {"old", "2041170115045221104", "2.04.1.17.01.15.04", "5.2.2.11.04"},
        {"old", "117  11701  0102", NULL, NULL},
        {"old", "117  1171  0102  5220301", NULL, NULL},
        {"old", "117  11701  0102  522030199", NULL, NULL}, /* more digits than an account has */
        {"old", "20411701", NULL, NULL}, /* a unit, and nothing behind it */
        {"four", "1234  56  5101", "1.2.3.4.56", "5.1.01"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct account_scheme *s = scheme(f, cases[i].scheme);
        struct account account = {0};
        struct str path = {0};
        bool parted = account_split(&f->arena, s, str_from(cases[i].written), &path, &account);
        if (parted != (cases[i].path != NULL)) fail_msg("%s: parted %d", cases[i].written, parted);
        if (!parted) continue;
        assert_text(path, cases[i].path, cases[i].written);
        assert_text(account_text(&f->arena, s, &account), cases[i].account, cases[i].written);
    }
}

static void roots(void **state)
{
    static const struct {
        const char *scheme, *account;
        enum account_root root;
    } cases[] = {
        {"new", "5.1", ACCOUNT_EXPENDITURE}, {"new", "4", ACCOUNT_REVENUE},     {"new", "6.1", ACCOUNT_FINANCING},
        {"new", "8.1", ACCOUNT_FOREIGN},     {"own", "2.2", ACCOUNT_EXPENDITURE}, {"own", "1", ACCOUNT_REVENUE},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct account_scheme *s = scheme(f, cases[i].scheme);
        struct account account;
        assert_true(account_read(s, str_from(cases[i].account), &account, NULL));
        if (account_root(s, &account) != cases[i].root) fail_msg("%s in %s", cases[i].account, cases[i].scheme);
    }
    assert_int_equal(account_root(scheme(f, "new"), &(struct account){0}), ACCOUNT_UNKNOWN);
    assert_null(account_scheme_find(&f->schemes, S("nobody")));
}

static void path_texts(void **state)
{
    static const struct {
        const char *written, *text;
    } cases[] = {{"1.02 . 1.02.01 . 01 . 05", "1.02.1.02.01.01.05"}, {"1.02.01.2.06.0008.", "1.02.01.2.06.0008"},
                 {" 1.02\xC2\xA0.01", "1.02.01"}, {"Kegiatan", ""}, {"", ""}};
    struct fixture *f = *state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_text(account_path_text(&f->arena, str_from(cases[i].written)), cases[i].text, cases[i].written);
}

/* Both ways round, as either account may be the shorter one. */
static void common_levels(void **state)
{
    static const struct {
        const char *a, *b;
        size_t levels;
    } cases[] = {{"5.1.02", "5.1.02.04", 3}, {"5.1.02.04", "5.1.03.04", 2}, {"5.1", "4.1", 0}, {"5.1.02", "5.1.02", 3}};
    struct fixture *f = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct account a, b;
        assert_true(account_read(scheme(f, "new"), str_from(cases[i].a), &a, NULL) && account_read(scheme(f, "new"), str_from(cases[i].b), &b, NULL));
        assert_int_equal(account_common(&a, &b), cases[i].levels);
        assert_int_equal(account_common(&b, &a), cases[i].levels);
    }
}

/* A text that would not fit is cut behind a whole number. */
static void long_texts(void **state)
{
    struct fixture *f = *state;
    struct str code = {0};
    for (size_t i = 0; i < ACCOUNT_SEGMENTS_MAX; i++) code = str_join(&f->arena, code, S("123456789."));
    struct str text = account_path_text(&f->arena, code);
    assert_true(text.n < ACCOUNT_TEXT_MAX);
    assert_int_equal(text.n % 10, 9);
    assert_true(str_starts(code, text));
}

/* Every faulty cell of the table is named, none is guessed. */
static void faulty_tables(void **state)
{
    static const struct {
        const char *row;
        size_t faults;
    } cases[] = {
        {"a,1.1.2,1.1.2,.,5,4,6,,0,2,,\n", 0},
        {",1.1.2,1.1.2,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1.2.3,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1.3-4,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.x,1.1.2,.,5,4,6,,0,2,,\n", 1},
        {"a,5,5,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1.2,.,,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1.2,.,five,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1.2,.,100,4,6,,0,2,,\n", 1},
        {"a,,1.1.2,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.2,,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1.0-2,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1.3-2,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1.2-10,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1.x-2,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1.2-x,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1.-2,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1.2,.,5,4,6,,,,,\n", 0},
        {"a,1.1.1,1.1.2-3,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.4,1.1.2-3,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1,1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1,.,5,4,6,,0,2,,\n", 1},
        {"a,1.1.2,1.1.2,.,5,4,6,,0,2,1.0,\n", 1},
        {"a,1.1.2,1.1.2,.,5,4,6,,0,2,1.10,\n", 1},
        {"a,1.1.2,1.1.2,.,5,4,6,,0,2,1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1,\n", 1},
        {"a,1.1.2,1.1.2,.,5,4,6,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18,0,2,,\n", 1},
        {"a,1.1.2,1.1.2,.,5,4,6,8 nine,0,2,,\n", 1},
        {"a,1.1.2,1.1.2,.,5,4,6,,0,2,1.2 x,\n", 1},
        {"a,1.1.2,1.1.2,.,5,4,6,,0,2,1.2.2.2.2,\n", 1},
        {",1.1.2,1.1.3,.,,4,6,x,y,2,0,\n", 6},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f = {0};
        struct str text = str_join(&f.arena, S("id,widths,accepts,separator,expenditure,revenue,financing,foreign,groups,unit,path,note\n"),
                                   str_from(cases[i].row));
        bool good = load(&f, text.p);
        if (good != (cases[i].faults == 0) || f.diags.list.n != cases[i].faults)
            fail_msg("%s: %zu faults", cases[i].row, f.diags.list.n);
        arena_release(&f.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings), cmocka_unit_test(glued_name), cmocka_unit_test(joined_codes),
        cmocka_unit_test(roots),     cmocka_unit_test(path_texts), cmocka_unit_test(faulty_tables),
        cmocka_unit_test(common_levels), cmocka_unit_test(long_texts),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
