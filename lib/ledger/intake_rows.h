/* Between the two halves of the intake: records -> rows (intake.c) and rows -> lines (intake_lines.c). Not a public header. */
#ifndef EFFCHECK_INTAKE_ROWS_H
#define EFFCHECK_INTAKE_ROWS_H

#include "effcheck/intake.h"

#include "damage.h"

/* Texts of a row, by meaning; ids in intake.texts. */
enum dimension { DIM_UNIT_CODE, DIM_UNIT_NAME, DIM_ACTIVITY_CODE, DIM_ACTIVITY_NAME, DIM_ACCOUNT_CODE, DIM_ACCOUNT_NAME, DIM_TEXT,
                 DIM_FUND, DIM_SUB_UNIT, DIM_SUB_UNIT_NAME, DIM_STAGE, DIM_DOCUMENT, DIM_COUNT };

/* A record below the header. */
struct row {
    uint32_t line;
    uint32_t dim[DIM_COUNT];
    struct str raw;                        /* verbatim; lives as long as the source */
    struct str cell[AMOUNT_COLUMNS];       /* as written; kept only where it is not plain digits */
    struct money amount[AMOUNT_COLUMNS];
    uint8_t shape[AMOUNT_COLUMNS];         /* enum number_shape */
    uint8_t damage;                        /* enum damage of the account code */
    uint16_t ragged;                       /* cells seen when there were more than the header has, else 0 */
};

struct rows {
    ARRAY(struct row) list;
    struct columns columns;
    struct number_column numbers[AMOUNT_COLUMNS];
    int16_t column_of[AMOUNT_COLUMNS]; /* -1 = no such column */
    bool parted;                       /* activity and account have columns of their own */
    struct reading_options reading;
    uint32_t lost;                     /* records refused before they became rows: which unit they belong to is not known */
    struct arena *scratch;
};

/* The account of a text where no hierarchy tells the chart: the reading that rewrites least, for lines of several charts may stand in
 * one file. */
struct str intake_best_account(const struct account_schemes *schemes, struct str text, struct arena *arena);

/* Decides numbers and hierarchy and fills intake.lines, rejects and the counts and sums of intake.info. */
void intake_lines(struct intake *intake, const struct intake_rules *rules, struct intake_options options, struct rows *rows);

#endif
