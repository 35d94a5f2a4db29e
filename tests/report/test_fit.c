/* How much room texts take. */
#include "effcheck/fit.h"
#include "testing.h"

static const struct lines_row {
    const char *name, *text;
    double size, pixels;
    unsigned lines;
} LINES[] = {
    {"empty", "", 9, 100, 1},
    {"short", "Patuh", 9, 100, 1},
    {"line ends count", "a\nb\nc", 9, 100, 3},
    {"wrapped at words", "Tidak dapat diuji", 9, 70, 2},
    {"a blank at the end of a line takes no room", "Tidak dapat diuji      ", 9, 400, 1},
    {"a word longer than the line is cut", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 9, 60, 5},
};

static void test_lines(void **state)
{
    const struct lines_row *row = *state;
    assert_number(fit_lines(str_from(row->text), row->size, row->pixels), row->lines, "number of lines");
}

static void test_width(void **state)
{
    (void)state;
    /* 10 digits of 556/1000 at 12 points = 16 pixels */
    assert_true(fit_width(S("1234567890"), 12) > 88.9 && fit_width(S("1234567890"), 12) < 89.0);
    assert_true(fit_width(S("iiii"), 9) < fit_width(S("mmmm"), 9));
    assert_true(fit_width(S("\xC3\xA9"), 9) < 2 * fit_width(S("m"), 9)); /* one letter, not two */
}

static void test_height(void **state)
{
    (void)state;
    assert_true(fit_height(1, 9) < 15); /* an ordinary row */
    assert_true(fit_height(3, 9) > 3 * 11);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "lines", LINES, test_lines);
    suite_test(&suite, "width", test_width);
    suite_test(&suite, "height", test_height);
    return suite_run(&suite, "fit");
}
