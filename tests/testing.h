/*
 * testing.h - what the tests of the floors share: tables whose rows are named tests, and assertions that print what they saw.
 *
 *     static const struct row { const char *name; ... } ROWS[] = {...};
 *     static void test_row(void **state) { const struct row *row = *state; ... }
 *     int main(void)
 *     {
 *         struct suite suite = {0};
 *         suite_rows(&suite, "group", ROWS, test_row);
 *         return suite_run(&suite, "module");
 *     }
 */
#ifndef EFFCHECK_TESTING_H
#define EFFCHECK_TESTING_H

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#include "effcheck/array.h"
#include "effcheck/diag.h"
#include "effcheck/money.h"
#include "effcheck/str.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct suite {
    struct arena arena;
    ARRAY(struct CMUnitTest) tests;
};

/* One test; `row` becomes *state. */
static inline void suite_add(struct suite *suite, const char *group, const char *name, CMUnitTestFunction test, const void *row)
{
    struct str full = str_format(&suite->arena, name[0] ? "%s: %s" : "%s%s", group, name);
    *array_push(&suite->arena, &suite->tests) =
        (struct CMUnitTest){.name = full.p, .test_func = test, .initial_state = (void *)(uintptr_t)row};
}

/* One test a row; the rows begin with their name. */
#define suite_rows(suite, group, table, test)                                                                          \
    for (size_t row_ = 0; row_ < COUNT(table); row_++) suite_add((suite), (group), (table)[row_].name, (test), &(table)[row_])

/* A test without a table. */
#define suite_test(suite, title, test) suite_add((suite), (title), "", (test), NULL)

/* A folder of its own, empty, in which the tests of a program run: wherever it is started, it leaves nothing there. */
static inline char *folder_enter(struct arena *arena)
{
    const char *place = getenv("TMPDIR");
    char *folder = (char *)(uintptr_t)str_format(arena, "%s/effcheck-test-XXXXXX", place ? place : "/tmp").p;
    if (mkdtemp(folder) && chdir(folder) == 0) return folder;
    perror(folder);
    exit(EXIT_FAILURE);
}

/* Tests that pass leave nothing in it; what one that failed leaves is there to be looked at. */
static inline int folder_leave(const char *folder)
{
    if (chdir("/") == 0 && rmdir(folder) == 0) return 0;
    perror(folder);
    return 1;
}

static inline int suite_run(struct suite *suite, const char *module)
{
    const char *folder = folder_enter(&suite->arena);
    int failed = _cmocka_run_group_tests(module, suite->tests.at, suite->tests.n, NULL, NULL);
    failed += folder_leave(folder);
    arena_release(&suite->arena);
    return failed;
}

/* The most bytes that a file may have from now on; what they were. A file without room is a fault of writing, not a signal. */
static inline rlim_t allow_file_size(rlim_t bytes)
{
    struct rlimit limit;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    return before;
}

/* ---- assertions: `of` says which part of a row is looked at ---- */

static inline void check_text(struct str got, const char *want, const char *of, const char *file, int line)
{
    if (str_eq(got, str_from(want))) return;
    print_error("%s:%d: %s is \"%.*s\", not \"%s\"\n", file, line, of, STR_ARG(got), want);
    _fail(file, line);
}

static inline void check_money(struct money got, int64_t want_sen, const char *of, const char *file, int line)
{
    char is[MONEY_TEXT_MAX], should[MONEY_TEXT_MAX];
    if (got.sen == want_sen) return;
    money_plain(got, is);
    money_plain((struct money){want_sen}, should);
    print_error("%s:%d: %s is Rp %s, not Rp %s\n", file, line, of, is, should);
    _fail(file, line);
}

static inline void check_number(int64_t got, int64_t want, const char *of, const char *file, int line)
{
    if (got == want) return;
    print_error("%s:%d: %s is %lld, not %lld\n", file, line, of, (long long)got, (long long)want);
    _fail(file, line);
}

#define assert_text(got, want, of) check_text((got), (want), (of), __FILE__, __LINE__)
#define assert_money(got, want_sen, of) check_money((got), (want_sen), (of), __FILE__, __LINE__)
#define assert_number(got, want, of) check_number((int64_t)(got), (int64_t)(want), (of), __FILE__, __LINE__)

/* All messages as "slug@line", blank-separated, in their order; what a row expects is written the same way. */
static inline struct str diag_list(struct arena *arena, const struct diags *diags)
{
    struct str list = {0};
    for (size_t i = 0; i < diags->list.n; i++) {
        const struct diag *d = &diags->list.at[i];
        list = str_format(arena, "%.*s%s%s", STR_ARG(list), i ? " " : "", diag_slug(d->kind));
        if (d->line) list = str_format(arena, "%.*s@%u", STR_ARG(list), d->line);
    }
    return list;
}

#define assert_diags(arena, diags, want) assert_text(diag_list((arena), (diags)), (want), "the list of messages")

#endif
