/*
 * text.h - words for people: every heading, label and sentence of the reports, in Indonesian and English.
 *
 * The words stand in text_catalogue.h, one row each. Sentences have places {0} to {9} that text_fill fills.
 */
#ifndef EFFCHECK_TEXT_H
#define EFFCHECK_TEXT_H

#include "effcheck/str.h"

enum text_id {
#define TEXT(id, indonesian, english) TEXT_##id,
#include "effcheck/text_catalogue.h"
#undef TEXT
    TEXT_COUNT
};

const char *text(enum text_id id, bool english);
static inline struct str text_str(enum text_id id, bool english) { return str_from(text(id, english)); }

/* `sentence` with {0} .. {9} replaced by the values; a place without a value stays as it is. */
struct str text_fill(struct arena *arena, struct str sentence, const struct str *values, size_t n);

/* text_filled(arena, TEXT_X, english, first, second, ...): a sentence of the catalogue with its values. */
#define text_filled(arena, id, english, ...)                                                                                               \
    text_fill((arena), text_str((id), (english)), (const struct str[]){__VA_ARGS__},                                                       \
              sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))

/* "3.120" or "3,120". */
struct str text_count(struct arena *arena, uint64_t n, bool english);
/* "53,79%" or "53.79%" from hundredths of a percent; a sign only for minus. */
struct str text_percent(struct arena *arena, int64_t bp, bool english);

#endif
