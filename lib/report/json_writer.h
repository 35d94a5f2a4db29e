/*
 * json_writer.h - JSON (RFC 8259) to a stream: commas, line breaks, escapes. Strings are valid UTF-8 whatever came in.
 *
 *     struct json json = json_new(out);
 *     json_begin(&json, "{");
 *     json_member(&json, "nama", S("Dinas Kesehatan"));
 *     json_end(&json, "}");
 *     bool written = json_finish(&json);
 */
#ifndef EFFCHECK_LIB_REPORT_JSON_WRITER_H
#define EFFCHECK_LIB_REPORT_JSON_WRITER_H

#include <stdio.h>

#include "effcheck/date.h"
#include "effcheck/money.h"
#include "effcheck/str.h"

struct json {
    FILE *out;
    int depth;
    bool begun; /* something stands before in this object or array: a comma is due */
    bool keyed; /* a key was just written: its value follows */
};

struct json json_new(FILE *out);
/* Ends the text and flushes. False when any part of it could not be written. */
bool json_finish(struct json *json);

void json_begin(struct json *json, const char *bracket); /* "{" or "[" */
void json_end(struct json *json, const char *bracket);   /* "}" or "]" */
void json_key(struct json *json, const char *name);
void json_key_of(struct json *json, struct str name);
void json_text(struct json *json, struct str value);
void json_literal(struct json *json, const char *value); /* true, false, null */
void json_number(struct json *json, uint64_t value);

/* A key and its value. In the ..._or_null forms an empty text, 0 and a date without year mean absent. */
void json_member(struct json *json, const char *name, struct str value);
void json_member_or_null(struct json *json, const char *name, struct str value);
void json_member_number(struct json *json, const char *name, uint64_t value);
void json_member_number_or_null(struct json *json, const char *name, uint64_t value);
void json_member_bool(struct json *json, const char *name, bool value);
void json_member_date_or_null(struct json *json, const char *name, struct date date);
/* Rupiah with two decimals as a string, null when not present. */
void json_member_money(struct json *json, const char *name, bool present, struct money value);

#endif
