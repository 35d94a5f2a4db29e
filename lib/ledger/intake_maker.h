/* Between the lines of a table (intake_lines.c), its amounts and rejects (intake_amounts.c), and amounts that lost their thousands
 * (intake_shrunk.c). Not a public header. */
#ifndef EFFCHECK_INTAKE_MAKER_H
#define EFFCHECK_INTAKE_MAKER_H

#include "intake_rows.h"
#include "keymap.h"

enum { ACCOUNT_MEMOS = 256 };

struct maker {
    struct intake *intake;
    const struct intake_rules *rules;
    struct rows *rows;
    struct outline outline;
    size_t measures;                      /* columns handed to the outline */
    enum measure measure_of[MEASURE_COUNT];
    struct money *amounts;                /* rows x measures, as the outline wants them */
    uint8_t *cells;
    bool *noted;                          /* rows that already have a reject */
    bool *misfooting;                     /* rows that are not the sum of what the outline puts below them */
    bool accounted;                       /* some line has an account */
    struct keymap units;                  /* ids of code and name -> index in intake.units, + 1 */
    struct keymap activity_keys;          /* ids of code and name -> index in intake.activities */
    struct keymap row_activities;         /* the same of code and name as the rows write them, + 1 */
    struct account_memo {                 /* ids of accounts, by the address of the text, which the outline has once */
        const char *text;
        uint32_t id;
    } accounts[ACCOUNT_MEMOS];
    const struct block *block;            /* of the row being placed, NULL = what stands above the table */
    size_t blocks;                        /* begun so far */
    uint32_t last_unit, last_line;        /* last_line: index + 1 of the line that details belong to */
    uint32_t heading;                     /* index + 1 of the row that a rest of a name belongs to, 0 = a line is nearer */
    uint16_t file_stage;                  /* of rows that do not name their own */
    struct { uint32_t text; uint16_t stage; } last_stage;
    const struct number_column *refused;  /* a column whose numbers nobody can read for certain: no row of the file is used */
};

/* Fills amounts and cells for the outline. */
void maker_read_amounts(struct maker *maker);

/* The outline, with amounts as they are to be read: `amounts` of `input` are those of the maker. */
void maker_read_outline(struct maker *maker, struct outline_input *input);

/* Name of an amount column; of all of them, for "row without an amount". */
struct str maker_column(const struct maker *maker, size_t column);
struct str maker_amount_columns(const struct maker *maker);

/* A row that is not used, with its message. */
void maker_reject(struct maker *maker, size_t i, struct diag diag);
/* Every unreadable cell of the row, each with its own diagnostic. */
void maker_reject_numbers(struct maker *maker, size_t i);
/* A code that Excel made a date or a power of ten; more cells than the header has. */
void maker_reject_damaged(struct maker *maker, size_t i);
void maker_reject_ragged(struct maker *maker, size_t i);
/* Names each column that can be read in two ways; then no row of the file is used, and each is kept for its owner. */
void maker_refuse_columns(struct maker *maker);
void maker_keep_refused(struct maker *maker, size_t i);

#endif
