#include "json_writer.h"

#include <inttypes.h>

#include "utf8.h"

enum { LAID_OUT = 2 }; /* members down to this depth begin a line of their own; deeper ones stay on the line */

static void put(struct json *json, const char *text) { fputs(text, json->out); }

static void break_line(struct json *json)
{
    if (json->depth <= LAID_OUT) fprintf(json->out, "\n%*s", 2 * json->depth, "");
}

/* Whatever has to stand before the next value or key. */
static void separate(struct json *json)
{
    if (!json->keyed && json->depth > 0) {
        if (json->begun) put(json, json->depth <= LAID_OUT ? "," : ", ");
        break_line(json);
    }
    json->keyed = false;
    json->begun = true;
}

static bool needs_escape(char c) { return (unsigned char)c < 0x20 || c == '"' || c == '\\'; }

static void put_escape(FILE *out, char c)
{
    static const char letters[] = {['"'] = '"', ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};
    char letter = letters[(unsigned char)c];
    if (letter)
        fprintf(out, "\\%c", letter);
    else
        fprintf(out, "\\u%04X", (unsigned)c);
}

static void put_valid(FILE *out, struct str text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (!needs_escape(text.p[i])) continue;
        fwrite(text.p + from, 1, i - from, out);
        put_escape(out, text.p[i]);
        from = i + 1;
    }
    fwrite(text.p + from, 1, text.n - from, out);
}

struct json json_new(FILE *out) { return (struct json){.out = out}; }

bool json_finish(struct json *json)
{
    put(json, "\n");
    return fflush(json->out) == 0 && !ferror(json->out);
}

void json_begin(struct json *json, const char *bracket)
{
    separate(json);
    put(json, bracket);
    json->depth++;
    json->begun = false;
}

void json_end(struct json *json, const char *bracket)
{
    json->depth--;
    if (json->begun && json->depth < LAID_OUT) break_line(json);
    put(json, bracket);
    json->begun = true;
}

void json_text(struct json *json, struct str value)
{
    separate(json);
    put(json, "\"");
    for (struct str piece; utf8_next(&value, &piece);) put_valid(json->out, piece);
    put(json, "\"");
}

void json_literal(struct json *json, const char *value)
{
    separate(json);
    put(json, value);
}

void json_number(struct json *json, uint64_t value)
{
    separate(json);
    fprintf(json->out, "%" PRIu64, value);
}

void json_key_of(struct json *json, struct str name)
{
    json_text(json, name);
    put(json, ": ");
    json->keyed = true;
}

void json_key(struct json *json, const char *name) { json_key_of(json, str_from(name)); }

void json_member(struct json *json, const char *name, struct str value)
{
    json_key(json, name);
    json_text(json, value);
}

void json_member_or_null(struct json *json, const char *name, struct str value)
{
    json_key(json, name);
    if (value.n)
        json_text(json, value);
    else
        json_literal(json, "null");
}

void json_member_number(struct json *json, const char *name, uint64_t value)
{
    json_key(json, name);
    json_number(json, value);
}

void json_member_number_or_null(struct json *json, const char *name, uint64_t value)
{
    json_key(json, name);
    if (value)
        json_number(json, value);
    else
        json_literal(json, "null");
}

void json_member_bool(struct json *json, const char *name, bool value)
{
    json_key(json, name);
    json_literal(json, value ? "true" : "false");
}

void json_member_date_or_null(struct json *json, const char *name, struct date date)
{
    char iso[DATE_TEXT_MAX] = "";
    if (date.year) date_iso(date, iso);
    json_member_or_null(json, name, str_from(iso));
}

void json_member_money(struct json *json, const char *name, bool present, struct money value)
{
    char digits[MONEY_TEXT_MAX];
    money_plain(value, digits);
    json_member_or_null(json, name, present ? str_from(digits) : S(""));
}
