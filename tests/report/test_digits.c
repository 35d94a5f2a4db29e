/* Numbers of cells: the digits that printf writes and the values that strtod reads, without their cost. */
#include "digits.h"
#include "testing.h"

static void assert_same(double value)
{
    char got[DIGITS_MAX], want[64];
    size_t n = number_digits(value, got);
    snprintf(want, sizeof want, "%.15G", value);
    if (!str_eq((struct str){got, n}, str_from(want))) fail_msg("%.17g is \"%.*s\", not \"%s\"", value, (int)n, got, want);
    double read = number_read(str_from(want)), right = strtod(want, NULL);
    if (memcmp(&read, &right, sizeof read) != 0) fail_msg("\"%s\" is read as %.17g, not %.17g", want, read, right);
}

static const struct value_row {
    const char *name;
    double value;
} VALUES[] = {
    {"zero", 0}, {"negative zero", -0.0}, {"one", 1}, {"a sen", 0.01}, {"ten sen", 0.1}, {"less than a sen", 0.009}, {"minus", -1234567.89},
    {"half", -0.5}, {"a third", 1.0 / 3}, {"almost whole", 2.9999999999999996}, {"share", 0.4624}, {"13 digits and sen", 9999999999999.99},
    {"beyond", 10000000000000.01}, {"15 digits", 999999999999999}, {"16 digits", 1234567890123456}, {"largest amount", 92233720368547758.07},
    {"tiny", 1e-300}, {"huge", 1e300}, {"rounds up to whole", 1999999.9999999999},
};

static void test_value(void **state) { assert_same(((const struct value_row *)*state)->value); }

/* Sen, shares and any bits at all, from a fixed seed. */
static void test_many(void **state)
{
    (void)state;
    uint64_t x = 20250122;
    for (int i = 0; i < 300000; i++) {
        x ^= x << 13, x ^= x >> 7, x ^= x << 17;
        int shift = i % 60;
        assert_same((double)(int64_t)(x >> shift) / 100);
        assert_same((double)(int64_t)(x >> shift));
        assert_same((double)(int64_t)(x >> shift) / 10000);
    }
}

static const struct text_row {
    const char *name, *text;
} TEXTS[] = {
    {"blank", ""}, {"sign alone", "-"}, {"point alone", "."}, {"leading zeros", "000001.50"}, {"16 digits", "0.1234567890123456"},
    {"exponent", "1.5E12"}, {"two points", "1.2.3"}, {"zeros", "0.00"}, {"17 digits", "0.30000000000000004"},
};

static void test_text(void **state)
{
    const struct text_row *row = *state;
    double read = number_read(str_from(row->text)), right = strtod(row->text, NULL);
    if (memcmp(&read, &right, sizeof read) != 0) fail_msg("\"%s\" is read as %.17g, not %.17g", row->text, read, right);
}

static void test_whole(void **state)
{
    (void)state;
    static const struct { uint64_t value; const char *text; } rows[] = {{0, "0"}, {9, "9"}, {10, "10"}, {UINT32_MAX, "4294967295"}, {UINT64_MAX, "18446744073709551615"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        char digits[DIGITS_WHOLE];
        assert_text(((struct str){digits, whole_digits(rows[i].value, digits)}), rows[i].text, "the digits");
    }
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "value", VALUES, test_value);
    suite_test(&suite, "many values", test_many);
    suite_test(&suite, "whole numbers", test_whole);
    suite_rows(&suite, "text", TEXTS, test_text);
    return suite_run(&suite, "digits");
}
