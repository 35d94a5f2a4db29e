/* Between the two halves of the intake: records -> rows (intake.c) and rows -> lines (intake_lines.c). Not a public header. */
#ifndef EFFCHECK_INTAKE_ROWS_H
#define EFFCHECK_INTAKE_ROWS_H

#include "effcheck/intake.h"

#include "damage.h"

/* Texts of a record, by meaning; ids in intake.texts. The first are those of struct row; then those of struct particulars, which many rows
 * share, and of struct row_price. */
enum dimension { DIM_UNIT_CODE, DIM_UNIT_NAME, DIM_ACTIVITY_CODE, DIM_ACTIVITY_NAME, DIM_ACCOUNT_CODE, DIM_ACCOUNT_NAME, DIM_TEXT, DIM_STAGE,
                 ROW_DIMS,
                 DIM_FUND = ROW_DIMS, DIM_SUB_UNIT, DIM_SUB_UNIT_NAME, DIM_DOCUMENT, DIM_PAYEE, DIM_INDICATOR, DIM_TARGET,
                 SHARED_DIMS,
                 DIM_MEASURE_UNIT = SHARED_DIMS, DIM_COEFFICIENT, DIM_COUNT };

/* A number of a record: read, where its cell is plain digits; else which of rows.kept the cell is. */
union row_number {
    struct money amount; /* shape NUMBER_PLAIN */
    size_t kept;         /* any other shape but NUMBER_BLANK */
};

/* What a row says about how its amount was reckoned: columns of struct row_price. */
enum { PRICE_COLUMN, VOLUME_COLUMN, PRICE_COLUMNS };
struct row_price {
    union row_number number[PRICE_COLUMNS];
    uint8_t shape[PRICE_COLUMNS];
    uint32_t text, from, measure_unit, coefficient; /* see struct calculation; ids in intake.texts */
};

/* A record below the header. */
struct row {
    uint32_t line;
    uint32_t dim[ROW_DIMS];
    uint32_t particulars;                  /* index in intake.particulars */
    struct str raw;                        /* verbatim; lives as long as the source */
    union row_number number[AMOUNT_COLUMNS];
    uint8_t shape[AMOUNT_COLUMNS];         /* enum number_shape */
    uint8_t damage;                        /* enum damage of the account code */
    uint32_t price;                        /* index + 1 in rows.prices; 0 = states none */
    uint16_t ragged;                       /* cells seen when there were more than the header has, else 0 */
    bool loose;                            /* its only words stand in a column that says nothing about them: notes, signatures */
    bool torn;                             /* ragged, and by pieces of a number */
};

/* From a row on, the lines are of another unit or activity: labels as above the table stand again below its header. Ids in intake.texts. */
struct block {
    uint32_t row; /* index in rows.list */
    uint32_t unit_code, unit_name;
    uint32_t code_above, name_above; /* of the unit before */
    struct activity activity;
};

struct rows {
    ARRAY(struct row) list;
    ARRAY(struct row_price) prices;
    ARRAY(struct str) kept;            /* number cells that are not plain digits, as written */
    struct columns columns;
    struct number_column numbers[AMOUNT_COLUMNS], price_numbers[PRICE_COLUMNS];
    int16_t column_of[AMOUNT_COLUMNS]; /* -1 = no such column */
    bool parted;                       /* activity and account have columns of their own */
    struct reading_options reading;
    uint32_t lost;                     /* records refused before they became rows: which unit they belong to is not known */
    bool plain;                        /* a list without levels: packages, or units and activities without accounts */
    bool dated;                        /* rows carry a date */
    struct activity activity;          /* of all rows, stated above the table (ids in intake.texts) */
    ARRAY(struct block) blocks;        /* in the order of rows; empty where the file is of one unit */
    struct str scale;                  /* words below the header that say the amounts are not whole rupiah; empty = none */
    uint32_t scale_line;
    bool stacked;                      /* realisation stands below the budget, in the same column (see read_stacked) */
    struct arena *scratch;
};

/* The account of a text where no hierarchy tells the chart: the reading that rewrites least, for lines of several charts may stand in
 * one file. */
struct str intake_best_account(const struct account_schemes *schemes, struct str text, struct arena *arena);

/* The parts of intake_read (intake.c) that a workbook needs as well (intake_book.c). */
void intake_begin(struct intake *intake, struct str path, struct intake_options options);
/* Reads one table, cut in one of `n` ways. False when it has no header row and nothing was said about it. */
bool intake_table(struct intake *intake, const struct intake_rules *rules, const struct table *tables, size_t n, struct intake_options options);
/* Says what the table is instead. */
void intake_no_table(struct intake *intake, const struct intake_rules *rules, const struct table *table, struct intake_options options);
/* Reads the tables of the workbook at intake->info.path into `intake` and the chain behind it. */
void intake_book(struct intake *intake, const struct intake_rules *rules, struct intake_options options, struct arena *scratch);

/* What stands above the header (intake_titles.c): region, year, unit and activity, labelled or in words. */
struct titles {
    struct intake *intake;
    struct rows *rows;
    const struct header_names *names;
};
void titles_read(struct titles *titles, const struct record *record);
/* True when a record below the header is a label in front of the names, with its value and no more; a unit or activity that it names begins
 * a block. Only where units and activities have no columns of their own. */
bool titles_again(struct titles *titles, const struct record *record);
/* "", "-", "null", "undefined". */
bool cell_is_stopgap(struct str cell);
static inline bool cell_is_nothing(struct str cell)
{
    enum { LONGEST = sizeof "undefined" - 1 };
    return cell.n == 0 || (cell.n <= LONGEST && cell_is_stopgap(cell));
}
/* "CODE Belanja Alat": the code goes from the name, and where its own cell is empty takes its place. */
void cell_unglue(struct str *code, struct str *name);

/* Months of dated rows (intake_months.c). */
void months_count(struct intake *intake, struct date month, const struct amounts *amounts);
/* A file that states no year is of the year in which all its rows are dated. */
void months_state_year(struct input_file *info);

/* Prices and volumes (intake_prices.c): kept beside the lines, never counted, so a cell that cannot be read refuses nothing. */
/* Settles how they are written, by their own cells or as the amounts of the file are. */
void prices_decide(struct rows *rows);
/* Adds what a row says to the calculations of a line. */
void prices_add(struct intake *intake, const struct rows *rows, struct line *line, const struct row *row);

/* Decides numbers and hierarchy and fills intake.lines, rejects and the counts and sums of intake.info. */
void intake_lines(struct intake *intake, const struct intake_rules *rules, struct intake_options options, struct rows *rows);

#endif
