/*
 * str.h - slices of bytes (UTF-8): pointer and length, not owned, not necessarily NUL-terminated.
 *
 * A slice lives as long as the bytes it points to; str_copy makes one that lives in an arena (and ends in NUL there).
 */
#ifndef EFFCHECK_STR_H
#define EFFCHECK_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "effcheck/arena.h"

struct str {
    const char *p; /* may be NULL only when n == 0 */
    size_t n;      /* bytes */
};

/* A string literal as slice. */
#define S(literal) ((struct str){("" literal), sizeof(literal) - 1})

/* printf("%.*s", STR_ARG(s)); cuts at INT_MAX bytes. */
#define STR_ARG(s) ((s).n > INT32_MAX ? INT32_MAX : (int)(s).n), ((s).n ? (s).p : "")

struct str str_from(const char *c_string); /* NULL gives the empty slice */
struct str str_copy(struct arena *arena, struct str s); /* NUL behind the last byte */
struct str str_join(struct arena *arena, struct str a, struct str b); /* a then b, NUL behind */
struct str str_chain(struct arena *arena, const struct str *parts, size_t n); /* one behind the other, NUL behind */
#define str_chained(arena, ...) str_chain((arena), (const struct str[]){__VA_ARGS__}, sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))
struct str str_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline bool str_eq(struct str a, struct str b) { return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0); }
int str_cmp(struct str a, struct str b); /* bytewise, shorter first; <0, 0, >0 */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
bool str_contains(struct str s, struct str part);
/* Shell-style match of a whole name: * any bytes, ? one byte; no other specials. */
bool str_matches(struct str pattern, struct str name);
bool str_eq_nocase(struct str a, struct str b); /* ASCII letters without regard to case */
size_t str_find(struct str s, char c); /* index of the first c, s.n when there is none */
/* Nothing but what ASCII prints, blank to tilde, without the signs a and b. */
bool str_is_plain(struct str s, char a, char b);
struct str str_sub(struct str s, size_t from, size_t to); /* [from, to), both clamped */

/* A path in two: its folder up to and with the last slash, of either kind, and the name behind it. Either may be empty. */
struct str str_folder(struct str path);
struct str str_base_name(struct str path);

/* Without blanks at both ends: space, tab, CR, LF, VT, FF, no-break space (U+00A0), zero-width space and BOM. Of nearly every text its first
 * and last byte tell that there are none; str_trim_blanks looks at the others. */
struct str str_trim_blanks(struct str s);
static inline bool str_ends_plain(struct str s) { return !s.n || (s.p[0] > ' ' && s.p[0] < 0x7F && s.p[s.n - 1] > ' ' && s.p[s.n - 1] < 0x7F); }
static inline struct str str_trim(struct str s) { return str_ends_plain(s) ? s : str_trim_blanks(s); }
bool str_blank(struct str s);

/* Cuts the next part up to `sep` off *rest. False when *rest was already used up (rest->p == NULL). An empty string has one
 * empty part. */
bool str_split(struct str *rest, char sep, struct str *part);

/*
 * The folded form by which headers, names and keywords are compared: lower case, every run of characters that are not ASCII
 * letters or digits becomes one blank, none at the ends (so a mojibake dash parts words as the dash did). Litter of spreadsheets
 * counts as blank: "\r\n" written as four characters, "_x000d_". `|` is kept as a word of its own: it parts the texts of
 * different cells and no phrase may cross it.
 * Writes at most 2 x s.n bytes to `out` and returns the length.
 */
size_t str_fold_into(struct str s, char *out);
struct str str_fold(struct arena *arena, struct str s);
/* Cuts the next word off *rest without folding the text first: the bytes that str_fold would make a word of, in the case they have,
 * or a `|`. Skips blanks and litter. False when there is none left. */
bool str_next_word(struct str *rest, struct str *word);

uint64_t str_hash(struct str s); /* FNV-1a, 64 bit: stable across runs and machines */

/* Index of the first byte that is not valid UTF-8 (RFC 3629), s.n when all is valid. */
size_t str_utf8_error(struct str s);
/* Number of code points; invalid bytes count as one each. */
size_t str_utf8_length(struct str s);

#endif
