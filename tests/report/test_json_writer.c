/* The JSON writer: each row is a named test of what one text becomes. */
#include "json_writer.h"
#include "testing.h"

struct text_case {
    const char *name;
    struct str text;
    const char *json;
};

static const struct text_case TEXTS[] = {
    {"empty", {"", 0}, "\"\""},
    {"plain", {"Dinas", 5}, "\"Dinas\""},
    {"quote and backslash", {"a\"b\\c", 5}, "\"a\\\"b\\\\c\""},
    {"named escapes", {"\b\f\n\r\t", 5}, "\"\\b\\f\\n\\r\\t\""},
    {"other control characters", {"\x01\x1F", 2}, "\"\\u0001\\u001F\""},
    {"zero byte", {"a\0b", 3}, "\"a\\u0000b\""},
    {"delete stays", {"\x7F", 1}, "\"\x7F\""},
    {"two and three bytes stay", {"\xC3\xA9\xE2\x80\x93", 5}, "\"\xC3\xA9\xE2\x80\x93\""},
    {"four bytes stay", {"\xF0\x9F\x98\x80", 4}, "\"\xF0\x9F\x98\x80\""},
    {"stray byte", {"a\x96z", 3}, "\"a\xEF\xBF\xBDz\""},
    {"cut character", {"a\xE2\x80", 3}, "\"a\xEF\xBF\xBD\xEF\xBF\xBD\""},
    {"surrogate", {"\xED\xA0\x80", 3}, "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
    {"overlong", {"\xC0\xAF", 2}, "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
    {"bad byte before an escape", {"\xFF\n", 2}, "\"\xEF\xBF\xBD\\n\""},
};

static void test_text(void **state)
{
    const struct text_case *c = *state;
    char *written = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&written, &n);
    struct json json = json_new(out);
    json_text(&json, c->text);
    fclose(out);
    assert_string_equal(written, c->json);
    free(written);
}

static void write_members(struct json *json)
{
    json_begin(json, "{");
    json_member(json, "a", S("x"));
    json_member_or_null(json, "b", S(""));
    json_member_number_or_null(json, "c", 0);
    json_member_number(json, "d", UINT64_MAX);
    json_member_bool(json, "e", true);
    json_member_date_or_null(json, "f", (struct date){2025, 10, 0});
    json_member_date_or_null(json, "g", (struct date){0});
    json_member_money(json, "h", true, (struct money){-5});
    json_member_money(json, "i", true, (struct money){INT64_MIN});
    json_member_money(json, "j", false, (struct money){1});
    json_key(json, "k");
    json_begin(json, "[");
    json_end(json, "]");
    json_key(json, "l");
    json_begin(json, "[");
    json_begin(json, "{");
    json_member(json, "m", S("deep"));
    json_member(json, "n", S("deeper"));
    json_end(json, "}");
    json_literal(json, "null");
    json_end(json, "]");
    json_end(json, "}");
}

static void test_members(void **state)
{
    (void)state;
    char *written = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&written, &n);
    struct json json = json_new(out);
    write_members(&json);
    assert_true(json_finish(&json));
    fclose(out);
    assert_string_equal(written, "{\n"
                                 "  \"a\": \"x\",\n"
                                 "  \"b\": null,\n"
                                 "  \"c\": null,\n"
                                 "  \"d\": 18446744073709551615,\n"
                                 "  \"e\": true,\n"
                                 "  \"f\": \"2025-10\",\n"
                                 "  \"g\": null,\n"
                                 "  \"h\": \"-0.05\",\n"
                                 "  \"i\": \"-92233720368547758.08\",\n"
                                 "  \"j\": null,\n"
                                 "  \"k\": [],\n"
                                 "  \"l\": [\n"
                                 "    {\"m\": \"deep\", \"n\": \"deeper\"},\n"
                                 "    null\n"
                                 "  ]\n"
                                 "}\n");
    free(written);
}

static void test_full_disk(void **state)
{
    (void)state;
    FILE *out = fopen("/dev/full", "w");
    if (!out) skip();
    struct json json = json_new(out);
    write_members(&json);
    assert_false(json_finish(&json));
    fclose(out);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "text", TEXTS, test_text);
    suite_test(&suite, "members of every kind", test_members);
    suite_test(&suite, "a full disk is told", test_full_disk);
    return suite_run(&suite, "json_writer");
}
