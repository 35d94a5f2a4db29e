/*
 * diag.h - what is wrong with the user's files, said with its place.
 *
 * Every message kind stands in diag_kinds.h with its name, weight, exit status and both texts; there is no free text. A
 * detector adds one diag where it finds the fault, everybody above only passes on success or failure. All faults are
 * kept: there is no cap.
 */
#ifndef EFFCHECK_DIAG_H
#define EFFCHECK_DIAG_H

#include <stdio.h>

#include "effcheck/array.h"
#include "effcheck/str.h"

enum diag_level { DIAG_INFO, DIAG_WARNING, DIAG_ERROR };

/* Exit statuses of the program; the worst (largest) wins. */
enum exit_status {
    EXIT_CLEAN = 0,
    EXIT_FINDINGS = 1,
    EXIT_USAGE = 2,  /* command line, rule pack, fiscal year */
    EXIT_INPUT = 3,  /* input rejected or totals do not reconcile */
    EXIT_OUTPUT = 4, /* report could not be written or verified */
};

enum diag_kind {
#define DIAG(kind, slug, level, status, text_id, text_en) DIAG_##kind,
#include "effcheck/diag_kinds.h"
#undef DIAG
    DIAG_KIND_COUNT
};

/* A fault and its place. Empty or 0 = does not apply. The slices live as long as the arena of the list. */
struct diag {
    enum diag_kind kind;
    struct str file;
    uint32_t line;      /* first physical line of the record, from 1 */
    uint32_t column_no; /* in rule tables: number of the cell in its row, from 1 */
    struct str column;  /* name of the column as the file writes it */
    struct str value;   /* what was seen */
    struct str detail;  /* second value: what would be accepted, the other side of a conflict, a reason */
};

struct diags {
    struct arena *arena;
    ARRAY(struct diag) list;
};

/* Adds a copy (slices are copied into the arena). */
void diag_add(struct diags *diags, struct diag diag);
/* Appends all of `more`. */
void diag_merge(struct diags *diags, const struct diags *more);

enum diag_level diag_level(enum diag_kind kind);
const char *diag_slug(enum diag_kind kind); /* stable name, e.g. "angka-tak-terbaca" */
/* The largest exit status that the kinds in the list call for; EXIT_CLEAN for none. */
enum exit_status diag_status(const struct diags *diags);

/* The sentence without its place: template of the kind with {value} {column} {detail} filled in. */
struct str diag_sentence(struct arena *arena, const struct diag *diag, bool english);
/* "file:line: tingkat: sentence [slug]" with a newline, to `out`. */
void diag_print(FILE *out, const struct diag *diag, bool english);

#endif
