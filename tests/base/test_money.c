/* Amounts as real files write them (INPUT_SHAPES 4): what one cell says about its column, and what it is worth under each mark. */
#include "testing.h"

/* What stands behind the end of a cell is none of its business. */
static const char BEHIND[] = {'\0', '5', '.', ',', '%', '-', '+', ')', 'E', ' '};

static struct str followed(char room[128], const char *text, char behind)
{
    size_t n = strlen(text);
    memcpy(room, text, n);
    room[n] = behind;
    return (struct str){room, n};
}

/* ---- cells: the shape, and the value with the mark unknown, point and comma; NULL = not readable ---- */

#define NONE {NULL, NULL, NULL}
#define ANY(value) {value, value, value}
#define POINT(value) {NULL, value, NULL}
#define COMMA(value) {NULL, NULL, value}

static const struct cell_row {
    const char *name; /* the cell itself */
    enum number_shape shape;
    const char *under[3]; /* by enum decimal_mark */
} CELLS[] = {
    /* digits only, or zero however written */
    {"10597435500", NUMBER_PLAIN, ANY("10597435500.00")},
    {"1", NUMBER_PLAIN, ANY("1.00")},
    {"92233720368547758", NUMBER_PLAIN, ANY("92233720368547758.00")},
    {"92233720368547758,07", NUMBER_COMMA, COMMA("92233720368547758.07")},
    {"92233720368547758,08", NUMBER_OVERFLOW, NONE},
    {"9223372036854775807", NUMBER_OVERFLOW, NONE},
    {"9223372036854775808", NUMBER_OVERFLOW, NONE}, /* beyond 64 bits by its last digit */
    {"92233720368547758080", NUMBER_OVERFLOW, NONE},
    {"000123", NUMBER_PLAIN, ANY("123.00")},
    {"0", NUMBER_PLAIN, ANY("0.00")},
    {"0.00", NUMBER_PLAIN, ANY("0.00")},
    {"0,00", NUMBER_PLAIN, ANY("0.00")},
    {"0^00", NUMBER_PLAIN, ANY("0.00")},
    {"0.0", NUMBER_PLAIN, ANY("0.00")},
    {"0.000", NUMBER_PLAIN, ANY("0.00")},
    {"Rp 0,-", NUMBER_PLAIN, ANY("0.00")},
    {"-0", NUMBER_PLAIN, ANY("0.00")},
    {"(0,00)", NUMBER_PLAIN, ANY("0.00")},
    {"5-", NUMBER_PLAIN, ANY("-5.00")},
    {"500-", NUMBER_PLAIN, ANY("-500.00")},
    {"(5)", NUMBER_PLAIN, ANY("-5.00")},
    {"-104686000", NUMBER_PLAIN, ANY("-104686000.00")},
    {"+5000", NUMBER_PLAIN, ANY("5000.00")},
    {"9223372036854775", NUMBER_PLAIN, ANY("9223372036854775.00")},
    {"92233720368547758", NUMBER_PLAIN, ANY("92233720368547758.00")},
    {"-92233720368547758", NUMBER_PLAIN, ANY("-92233720368547758.00")},
    /* only fits a decimal point */
    {"7682898517.00", NUMBER_POINT, POINT("7682898517.00")},
    {"4917107.5", NUMBER_POINT, POINT("4917107.50")},
    {"-0.99", NUMBER_POINT, POINT("-0.99")},
    {"12.5", NUMBER_POINT, POINT("12.50")},
    {".5", NUMBER_POINT, POINT("0.50")},
    {"12.", NUMBER_POINT, POINT("12.00")},
    {"0.500", NUMBER_POINT, POINT("0.50")}, /* no group of thousands begins with zero */
    {"0.125", NUMBER_POINT, NONE},          /* half a sen, and no rest of binary arithmetic */
    {"1234.567", NUMBER_POINT, NONE},
    {"1234.500", NUMBER_POINT, POINT("1234.50")},
    {"1,582,242,770", NUMBER_POINT, POINT("1582242770.00")},
    {"2,278,781,488.52", NUMBER_POINT, POINT("2278781488.52")},
    {"1,234.5", NUMBER_POINT, POINT("1234.50")},
    {"(849,111,537.00)", NUMBER_POINT, POINT("-849111537.00")},
    {"(2,147,556.00)", NUMBER_POINT, POINT("-2147556.00")},
    {"1^234^567", NUMBER_POINT, POINT("1234567.00")},
    {"0.30000000000000004", NUMBER_POINT, POINT("0.30")},
    {"1234.9999999999998", NUMBER_POINT, POINT("1235.00")},
    {"1.2345678", NUMBER_POINT, POINT("1.23")}, /* seven decimals: a rest of binary arithmetic */
    {"1.234567", NUMBER_POINT, NONE},           /* six: somebody wrote them */
    {"99.995000000000005", NUMBER_POINT, POINT("100.00")},
    {"1234.5600", NUMBER_POINT, POINT("1234.56")},
    {"92233720368547758.07", NUMBER_POINT, POINT("92233720368547758.07")},
    {"-92,233,720,368,547,758.07", NUMBER_POINT, POINT("-92233720368547758.07")},
    /* only fits a decimal comma */
    {"35061815162,00", NUMBER_COMMA, COMMA("35061815162.00")},
    {"1366961360,0", NUMBER_COMMA, COMMA("1366961360.00")},
    {"12,5", NUMBER_COMMA, COMMA("12.50")},
    {",5", NUMBER_COMMA, COMMA("0.50")},
    {"0,500", NUMBER_COMMA, COMMA("0.50")},
    {"719.587.600.788,61", NUMBER_COMMA, COMMA("719587600788.61")},
    {"-2.611.976.000,00", NUMBER_COMMA, COMMA("-2611976000.00")},
    {"(2.611.976.000,00)", NUMBER_COMMA, COMMA("-2611976000.00")},
    {"1.234.567", NUMBER_COMMA, COMMA("1234567.00")},
    {"1.234,5", NUMBER_COMMA, COMMA("1234.50")},
    {"817.984.536.030^78", NUMBER_COMMA, COMMA("817984536030.78")},
    {"85594000^00", NUMBER_COMMA, COMMA("85594000.00")},
    {"(10.597.435.500^00)", NUMBER_COMMA, COMMA("-10597435500.00")},
    {"12^5", NUMBER_COMMA, COMMA("12.50")},
    {"Rp 100.000.000", NUMBER_COMMA, COMMA("100000000.00")},
    {"Rp. 1.250.000,50", NUMBER_COMMA, COMMA("1250000.50")},
    {"Rp1.250.000,-", NUMBER_COMMA, COMMA("1250000.00")},
    {"rp.1.250.000", NUMBER_COMMA, COMMA("1250000.00")},
    {"IDR. 1.250.000,00", NUMBER_COMMA, COMMA("1250000.00")},
    {"IDR 1.250.000,00", NUMBER_COMMA, COMMA("1250000.00")},
    {"-Rp 1.250.000,00", NUMBER_COMMA, COMMA("-1250000.00")},
    {"Rp -1.250.000,00", NUMBER_COMMA, COMMA("-1250000.00")},
    {"(Rp 1.250.000,00)", NUMBER_COMMA, COMMA("-1250000.00")},
    {"Rp (1.250.000,00)", NUMBER_COMMA, COMMA("-1250000.00")},
    {"Rp.500", NUMBER_PLAIN, ANY("500.00")},
    {"IDR.500", NUMBER_PLAIN, ANY("500.00")},
    {"1.250.000,-", NUMBER_COMMA, COMMA("1250000.00")},
    {"-1.250.000,-", NUMBER_COMMA, COMMA("-1250000.00")},
    {"1.250.000,00-", NUMBER_COMMA, COMMA("-1250000.00")},
    {"'1.250.000,00", NUMBER_COMMA, COMMA("1250000.00")},
    {" 261.023.929.403,00 ", NUMBER_COMMA, COMMA("261023929403.00")},
    {"1234.5678901,00", NUMBER_BAD, NONE},
    {"1.234,5000000001", NUMBER_COMMA, COMMA("1234.50")},
    /* one group of three: thousand or decimal */
    {"1.234", NUMBER_AMBIGUOUS, COMMA("1234.00")},
    {"1,234", NUMBER_AMBIGUOUS, POINT("1234.00")},
    {"12.500", NUMBER_AMBIGUOUS, {NULL, "12.50", "12500.00"}},
    {"12,500", NUMBER_AMBIGUOUS, {NULL, "12500.00", "12.50"}},
    {"123.456", NUMBER_AMBIGUOUS, COMMA("123456.00")},
    {"1^234", NUMBER_AMBIGUOUS, POINT("1234.00")},
    {"(12.500)", NUMBER_AMBIGUOUS, {NULL, "-12.50", "-12500.00"}},
    {"Rp 12.500,-", NUMBER_COMMA, COMMA("12500.00")},
    /* points all through: the comma was lost */
    {"7.381.011.000.00", NUMBER_POINTS_ALL, COMMA("7381011000.00")},
    {"219.063.359.00", NUMBER_POINTS_ALL, COMMA("219063359.00")},
    {"1.234.56", NUMBER_POINTS_ALL, COMMA("1234.56")},
    {"(7.381.011.000.00)", NUMBER_POINTS_ALL, COMMA("-7381011000.00")},
    /* a dash for zero */
    {"-", NUMBER_ZERO_DASH, ANY("0.00")},
    {" - ", NUMBER_ZERO_DASH, ANY("0.00")},
    {"Rp -", NUMBER_ZERO_DASH, ANY("0.00")},
    {"(-)", NUMBER_ZERO_DASH, ANY("0.00")},
    /* digits lost for good */
    {"1,68799E+017", NUMBER_LOST_DIGITS, NONE},
    {"2,65128E+016", NUMBER_LOST_DIGITS, NONE},
    {"1.32E+11", NUMBER_LOST_DIGITS, NONE},
    {"1E5", NUMBER_LOST_DIGITS, NONE},
    {"1E-5", NUMBER_LOST_DIGITS, NONE},
    {".00", NUMBER_PLAIN, ANY("0.00")},
    {",00", NUMBER_PLAIN, ANY("0.00")},
    {"5.35993e+11", NUMBER_LOST_DIGITS, NONE},
    {"-2,61024E+11", NUMBER_LOST_DIGITS, NONE},
    {"(2,61024E+11)", NUMBER_LOST_DIGITS, NONE},
    {"5E10", NUMBER_LOST_DIGITS, NONE},
    {"1,5E-05", NUMBER_LOST_DIGITS, NONE},
    {"Rp 1,5E+9", NUMBER_LOST_DIGITS, NONE},
    /* numbers beyond 64 bits of sen */
    {"92233720368547759", NUMBER_OVERFLOW, NONE},
    {"-92233720368547759", NUMBER_OVERFLOW, NONE},
    {"92233720368547758.08", NUMBER_OVERFLOW, NONE},
    {"-92233720368547758.08", NUMBER_OVERFLOW, NONE}, /* would fit, but could not be negated */
    {"92.233.720.368.547.758,08", NUMBER_OVERFLOW, NONE},
    {"99999999999999999999", NUMBER_OVERFLOW, NONE},
    {"9999999999999999999999999999999999999999999999999999999999999999999999", NUMBER_OVERFLOW, NONE}, /* 70 digits */
    /* blanks inside, ordinary and not breaking */
    {"17 580000.00", NUMBER_POINT, POINT("17580000.00")},
    {"1 250 000", NUMBER_PLAIN, ANY("1250000.00")},
    {"1\xC2\xA0" "250\xC2\xA0" "000,50", NUMBER_COMMA, COMMA("1250000.50")},
    {"\xC2\xA0" "5000\xC2\xA0", NUMBER_PLAIN, ANY("5000.00")},
    {"- 5000", NUMBER_PLAIN, ANY("-5000.00")},
    {"Rp\xC2\xA0" "5000", NUMBER_PLAIN, ANY("5000.00")},
    /* no number */
    {"8,33,457,45", NUMBER_BAD, NONE},
    {"8033457459#9Error", NUMBER_BAD, NONE},
    {"Belanja", NUMBER_BAD, NONE},
    {"()", NUMBER_BLANK, NONE},
    {"(", NUMBER_BAD, NONE},
    {"12.345.6", NUMBER_BAD, NONE},
    {"12.345.6789", NUMBER_BAD, NONE},
    {"12,345,6", NUMBER_BAD, NONE},
    {"Rp", NUMBER_BLANK, NONE},
    {"Rp.", NUMBER_BLANK, NONE},
    {"1.000.-", NUMBER_BAD, NONE},
    {"1.000:-", NUMBER_BAD, NONE},
    {"1234.567,89", NUMBER_BAD, NONE},
    {"1.2345,67", NUMBER_BAD, NONE},
    {"1.234,567.89", NUMBER_BAD, NONE},
    {"1,234.567,89", NUMBER_BAD, NONE},
    {"1.23.456", NUMBER_BAD, NONE},
    {"1234.567.890", NUMBER_BAD, NONE},
    {"0.123.456", NUMBER_BAD, NONE},
    {"1,234,56", NUMBER_BAD, NONE},
    {"1..5", NUMBER_BAD, NONE},
    {"--5", NUMBER_BAD, NONE},
    {"5-3", NUMBER_BAD, NONE},
    {"(5", NUMBER_BAD, NONE},
    {"5%", NUMBER_BAD, NONE},
    {".", NUMBER_BAD, NONE},
    {",-", NUMBER_BAD, NONE},
    {"1234.567.89", NUMBER_BAD, NONE},
    {"1E", NUMBER_BAD, NONE},
    {".............................................................", NUMBER_OVERFLOW, NONE}, /* more than an amount has room for, whatever it is */
    {"1E+", NUMBER_BAD, NONE},
    {"5E10x", NUMBER_BAD, NONE},
    {"5Ex", NUMBER_BAD, NONE},
    {"E5", NUMBER_BAD, NONE},
    {"x5E10", NUMBER_BAD, NONE},
    {"1O", NUMBER_BAD, NONE}, /* the letter O */
    {"5\xC2\xB2", NUMBER_BAD, NONE},
    {"\xE2\x80\x93", NUMBER_BAD, NONE}, /* a dash that is no hyphen */
};

static void assert_cell(const struct cell_row *row, struct str cell)
{
    assert_number(money_scan(cell), row->shape, "the shape");
    for (int mark = DECIMAL_UNKNOWN; mark <= DECIMAL_COMMA; mark++) {
        static const char *const marks[] = {"mark unknown", "mark point", "mark comma"};
        struct money m = {-777};
        char text[MONEY_TEXT_MAX];
        bool good = money_parse(cell, (enum decimal_mark)mark, &m);
        assert_number(good, row->under[mark] != NULL, marks[mark]);
        if (!good) continue;
        money_plain(m, text);
        assert_text(str_from(text), row->under[mark], marks[mark]);
    }
}

static void test_cell(void **state)
{
    const struct cell_row *row = *state;
    char room[128];
    for (size_t i = 0; i < COUNT(BEHIND); i++) assert_cell(row, followed(room, row->name, BEHIND[i]));
}

/* Blank cells: no number; what that means is the caller's business. */
static const struct blank_row {
    const char *name;
} BLANKS[] = {{""}, {" "}, {"\t"}, {"\xC2\xA0"}, {"null"}, {"NULL"}, {"undefined"}, {"n/a"}, {"N/A"}, {"'"}};

static void test_blank(void **state)
{
    const struct blank_row *row = *state;
    char room[128];
    for (size_t i = 0; i < COUNT(BEHIND); i++) assert_number(money_scan(followed(room, row->name, BEHIND[i])), NUMBER_BLANK, "the shape");
}

/* ---- writing ---- */

static const struct format_row {
    const char *name; /* plain */
    int64_t sen;
    const char *comma, *point;
} FORMATS[] = {
    {"0.00", 0, "0", "0"},
    {"0.01", 1, "0,01", "0.01"},
    {"-0.01", -1, "-0,01", "-0.01"},
    {"1.10", 110, "1,10", "1.10"},
    {"999.00", 99900, "999", "999"},
    {"1000.00", 100000, "1.000", "1,000"},
    {"-1234567.89", -123456789, "-1.234.567,89", "-1,234,567.89"},
    {"719587600788.61", 71958760078861, "719.587.600.788,61", "719,587,600,788.61"},
    {"92233720368547758.07", INT64_MAX, "92.233.720.368.547.758,07", "92,233,720,368,547,758.07"},
    {"-92233720368547758.08", INT64_MIN, "-92.233.720.368.547.758,08", "-92,233,720,368,547,758.08"},
};

static void test_format(void **state)
{
    const struct format_row *row = *state;
    char text[MONEY_TEXT_MAX];
    struct money m = {row->sen};
    assert_number(money_plain(m, text), strlen(row->name), "length");
    assert_string_equal(text, row->name);
    assert_number(money_grouped(m, true, text), strlen(row->comma), "length");
    assert_string_equal(text, row->comma);
    assert_number(money_grouped(m, false, text), strlen(row->point), "length");
    assert_string_equal(text, row->point);
}

/* ---- sums ---- */

static const struct sum_row {
    const char *name;
    int64_t a, b;
    bool sum_good;
    int64_t sum;
    bool difference_good;
    int64_t difference;
} SUMS[] = {
    {"small", 5, 3, true, 8, true, 2},
    {"negative", -5, 3, true, -2, true, -8},
    {"up to the limit", INT64_MAX - 1, 1, true, INT64_MAX, true, INT64_MAX - 2},
    {"over the limit", INT64_MAX, 1, false, INT64_MAX, true, INT64_MAX - 1},
    {"down to the limit", INT64_MIN + 1, -1, true, INT64_MIN, true, INT64_MIN + 2},
    {"under the limit", INT64_MIN, -1, false, INT64_MIN, true, INT64_MIN + 1},
    {"difference over the limit", INT64_MAX, INT64_MIN, true, -1, false, INT64_MAX},
};

static void test_sum(void **state)
{
    const struct sum_row *row = *state;
    struct money sum = {row->a}, difference = {row->a};
    assert_number(money_add(&sum, (struct money){row->b}), row->sum_good, "added");
    assert_money(sum, row->sum, "the sum");
    assert_number(money_sub(&difference, (struct money){row->b}), row->difference_good, "subtracted");
    assert_money(difference, row->difference, "the difference");
}

static const struct minus_row {
    const char *name;
    int64_t a, b, difference;
} DIFFERENCES[] = {
    {"small", 5, 3, 2},
    {"negative", 3, 5, -2},
    {"nothing taken", 5, 0, 5},
    {"to the largest", INT64_MAX - 1, -1, INT64_MAX},
    {"beyond the largest", INT64_MAX, -1, INT64_MAX},
    {"far beyond the largest", INT64_MAX, INT64_MIN, INT64_MAX},
    {"to the smallest that can be negated", -INT64_MAX + 1, 1, -INT64_MAX},
    {"to the smallest of all", -INT64_MAX, 1, -INT64_MAX},
    {"beyond the smallest", INT64_MIN, 1, -INT64_MAX},
    {"far beyond the smallest", INT64_MIN, INT64_MAX, -INT64_MAX},
};

static void test_minus(void **state)
{
    const struct minus_row *row = *state;
    assert_money(money_minus((struct money){row->a}, (struct money){row->b}), row->difference, "the difference");
}

/* ---- cuts: amounts in sen ---- */

static const struct cut_row {
    const char *name;
    int64_t murni, kini;
    int32_t bp;
    bool met;
    int64_t ceiling;
} CUTS[] = {
    {"Rp 101 to 51 misses a half", 10100, 5100, 5000, false, 5050},
    {"Rp 101 to 50.50 meets it", 10100, 5050, 5000, true, 5050},
    {"Rp 101 to 50 meets it", 10100, 5000, 5000, true, 5050},
    {"Rp 17.0 to 8.5 billion meets a half exactly", 1700000000000, 850000000000, 5000, true, 850000000000},
    {"one sen more than half of 17.0 billion", 1700000000000, 850000000001, 5000, false, 850000000000},
    {"Rp 92 to 46 billion", 9200000000000, 4600000000000, 5000, true, 4600000000000},
    {"Rp 173 to 93 million", 17300000000, 9300000000, 5000, false, 8650000000},
    {"an odd sen: half of 101 sen rounds down", 101, 50, 5000, true, 50},
    {"an odd sen: 51 of 101 is too much", 101, 51, 5000, false, 50},
    {"one sen to nothing", 1, 0, 5000, true, 0},
    {"one sen stays", 1, 1, 5000, false, 0},
    {"zero to zero", 0, 0, 5000, true, 0},
    {"zero to one sen", 0, 1, 5000, false, 0},
    {"zero to a correction", 0, -1, 5000, true, 0},
    {"negative base, half of it", -100, -50, 5000, true, -50},
    {"negative base, less than half", -100, -49, 5000, false, -50},
    {"negative odd base rounds down, not towards zero", -101, -51, 5000, true, -51},
    {"negative odd base, one sen above", -101, -50, 5000, false, -51},
    {"nothing to cut", 10100, 10100, 0, true, 10100},
    {"nothing to cut, one sen more", 10100, 10101, 0, false, 10100},
    {"all to cut", 10100, 0, 10000, true, 0},
    {"all to cut, one sen left", 10100, 1, 10000, false, 0},
    {"12.5 % of Rp 8.00", 800, 700, 1250, true, 700},
    {"12.5 % of Rp 8.01", 801, 700, 1250, true, 700},
    {"12.5 % of Rp 8.01, one sen above", 801, 701, 1250, false, 700},
    {"0.01 % of Rp 100.00", 10000, 9999, 1, true, 9999},
    {"0.01 % of Rp 100.00, not cut", 10000, 10000, 1, false, 9999},
    {"the largest amount to its half", INT64_MAX, INT64_MAX / 2, 5000, true, INT64_MAX / 2},
    {"the largest amount, one sen above its half", INT64_MAX, INT64_MAX / 2 + 1, 5000, false, INT64_MAX / 2},
    {"the largest amount stays", INT64_MAX, INT64_MAX, 1, false, 9222449699651090329},
    {"the smallest amount to its half", INT64_MIN, INT64_MIN / 2, 5000, true, INT64_MIN / 2},
    {"the smallest against the largest", INT64_MIN, INT64_MAX, 5000, false, INT64_MIN / 2},
    {"the largest against the smallest", INT64_MAX, INT64_MIN, 5000, true, INT64_MAX / 2},
};

static void test_cut(void **state)
{
    const struct cut_row *row = *state;
    struct money murni = {row->murni}, kini = {row->kini}, ceiling = money_ceiling(murni, (struct percent){row->bp});
    assert_number(money_within_cut(murni, kini, (struct percent){row->bp}), row->met, "met");
    assert_money(ceiling, row->ceiling, "the ceiling");
    assert_true(money_within_cut(murni, ceiling, (struct percent){row->bp}));
    if (murni.sen > 0) assert_number(money_cut_bp(murni, kini, (struct percent){row->bp}) >= row->bp, row->met, "the share shown meets the limit");
    if (ceiling.sen == INT64_MAX) return;
    ceiling.sen++;
    assert_false(money_within_cut(murni, ceiling, (struct percent){row->bp}));
}

/* ---- shares in hundredths of a percent ---- */

static const struct share_row {
    const char *name;
    int64_t part, whole;
    int32_t bp;
} SHARES[] = {
    {"half", 50, 100, 5000},
    {"a third", 1, 3, 3333},
    {"two thirds", 2, 3, 6667},
    {"half a hundredth goes up", 1, 20000, 1},
    {"less than half a hundredth goes down", 1, 20001, 0},
    {"half a hundredth of minus goes down", -1, 20000, -1},
    {"minus by minus", -50, -100, 5000},
    {"plus by minus", 50, -100, -5000},
    {"Banyuasin 2023: 52.86 %", 4769414111600, 9022627589800, 5286},
    {"46.24 % of Rp 173 million", 8000000000, 17300000000, 4624},
    {"more than the whole", 300, 100, 30000},
    {"clamped", INT64_MAX, 1, 2000000000},
    {"clamped below", INT64_MIN, 1, -2000000000},
    {"the largest of itself", INT64_MAX, INT64_MAX, 10000},
    {"the smallest of itself", INT64_MIN, INT64_MIN, 10000},
    {"nothing", 0, 5, 0},
};

static void test_share(void **state)
{
    const struct share_row *row = *state;
    assert_number(money_share_bp((struct money){row->part}, (struct money){row->whole}), row->bp, "the share");
}

/* ---- percentages ---- */

static const struct percent_row {
    const char *name;
    int32_t bp; /* -1 = refused */
} PERCENTS[] = {
    {"50", 5000},   {"12.5", 1250}, {"12,5", 1250}, {"50%", 5000},  {" 50 % ", 5000}, {"0", 0},       {"100", 10000}, {"0.01", 1},
    {"33,33", 3333}, {"100.00", 10000}, {"100.01", -1}, {"101", -1}, {"12.345", -1}, {"-5", -1},  {"", -1},       {"%", -1},
    {"99", 9900},   {"0.09", 9},    {"9,9", 990},
    {".5", -1},     {"5.", -1},     {"lima", -1},   {"50%%", -1},   {"5 0", -1},      {"99999999999999", -1},
    {"12.5/", -1},  {"12.5x", -1},  {"12.555", -1}, {"12.", -1},    {"100,00", 10000},
};

static void test_percent(void **state)
{
    const struct percent_row *row = *state;
    char room[128];
    for (size_t i = 0; i < COUNT(BEHIND); i++) {
        struct percent percent = {-1};
        assert_number(percent_parse(followed(room, row->name, BEHIND[i]), &percent), row->bp >= 0, "accepted");
        if (row->bp >= 0) assert_number(percent.bp, row->bp, "hundredths of a percent");
    }
}

static void test_compare(void **state)
{
    (void)state;
    assert_true(money_cmp((struct money){INT64_MIN}, (struct money){INT64_MAX}) < 0);
    assert_true(money_cmp((struct money){1}, (struct money){-1}) > 0);
    assert_int_equal(money_cmp((struct money){7}, (struct money){7}), 0);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "cell", CELLS, test_cell);
    suite_rows(&suite, "blank", BLANKS, test_blank);
    suite_rows(&suite, "format", FORMATS, test_format);
    suite_rows(&suite, "sum", SUMS, test_sum);
    suite_rows(&suite, "minus", DIFFERENCES, test_minus);
    suite_rows(&suite, "cut", CUTS, test_cut);
    suite_rows(&suite, "share", SHARES, test_share);
    suite_rows(&suite, "percent", PERCENTS, test_percent);
    suite_test(&suite, "compare", test_compare);
    return suite_run(&suite, "money");
}
