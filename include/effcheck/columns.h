/*
 * columns.h - what the columns of a spending file mean.
 *
 * The header row is found by the names in it (rules/common/headers.csv, folded: case, blanks, _ / . do not matter), never by
 * position. The number format of each amount column is decided once, over the whole file.
 */
#ifndef EFFCHECK_COLUMNS_H
#define EFFCHECK_COLUMNS_H

#include "effcheck/csv.h"
#include "effcheck/diag.h"
#include "effcheck/money.h"
#include "effcheck/pool.h"
#include "effcheck/reading.h"
#include "effcheck/ruletable.h"
#include "effcheck/table.h"

/* Names of the roles as headers.csv writes them: lower case, the same words. */
enum role {
    ROLE_YEAR, ROLE_UNIT_CODE, ROLE_UNIT_NAME, ROLE_SUB_UNIT_CODE, ROLE_SUB_UNIT_NAME, ROLE_PROGRAM_CODE, ROLE_PROGRAM_NAME,
    ROLE_KEGIATAN_CODE, ROLE_KEGIATAN_NAME, ROLE_SUB_KEGIATAN_CODE, ROLE_SUB_KEGIATAN_NAME, ROLE_FUND_CODE, ROLE_FUND_NAME,
    ROLE_ACCOUNT_CODE, ROLE_ACCOUNT_NAME, ROLE_TEXT, ROLE_PACKAGE, ROLE_SPEC, ROLE_NOTE, ROLE_VOLUME, ROLE_COEFFICIENT,
    ROLE_MEASURE_UNIT, ROLE_PRICE, ROLE_MURNI, ROLE_KINI, ROLE_REALISASI, ROLE_SETORAN,
    ROLE_REPEATED,  /* an amount that repeats on several rows (Nilai SP2D): never summed */
    ROLE_JOINED_CODE, /* sub kegiatan and account in one cell (LKPP mak) */
    ROLE_BY_KIND,   /* an amount by kind of spending (pegawai, barang/jasa, modal) beside their sum */
    ROLE_ACTIVE, ROLE_DELETED, /* does the row count at all? */
    ROLE_STAGE, ROLE_DOCUMENT_NO, ROLE_DOCUMENT_KIND, ROLE_DOCUMENT_DATE, ROLE_TRANSFER_DATE,
    ROLE_PAYEE_NUMBER, ROLE_PAYEE_NAME, /* who was paid: NIP and name */
    ROLE_INDICATOR, ROLE_TARGET, ROLE_TARGET_UNIT, /* what the activity is to bring about, how much of it, in which unit */
    ROLE_KNOWN,     /* understood and not needed */
    ROLE_COLUMNS,   /* number of roles of columns; the rest are labels of metadata rows above the header */
    ROLE_META_TITLE = ROLE_COLUMNS, ROLE_META_REGION, ROLE_META_YEAR, ROLE_META_UNIT_CODE, ROLE_META_UNIT_NAME,
    ROLE_META_ACTIVITY,
    ROLE_META_SCALE, /* the amounts are in thousands or millions of rupiah */
    ROLE_META_KNOWN,
    ROLE_COUNT,
};

const char *role_name(enum role role);

/* headers.csv, compiled. Immutable after header_names_load: shared by all threads. */
struct header_names {
    struct pool folded; /* folded names */
    ARRAY(struct header_meaning {
        int8_t column_role;       /* role as a column, -1 none */
        int8_t meta_role;         /* role as a label above the table, -1 none */
        int8_t strength;          /* of column_role: the strongest column has the role, the others are only known (kini! > kini > kini?) */
        struct str when_title;    /* folded word of the title that changes the meaning; empty = none */
        struct str when_column;   /* folded name of another column of the same header that changes it; empty = none */
        int8_t role_under_title;
        uint32_t line;            /* in headers.csv */
    }) meanings;                  /* by id in `folded` */
    ARRAY(struct title_phrase {   /* names written with a star: they begin a cell above the table, or stand anywhere in it (star in front) */
        struct str words;         /* folded */
        int8_t meta_role;
        bool anywhere;
    }) phrases;
};
bool header_names_load(struct header_names *names, const struct ruletable *table, struct arena *arena, struct diags *diags);

/* One table that was tried, and what its best header row said. */
struct dialect_trial {
    struct dialect dialect;
    uint32_t header_line;          /* 0 = no row was a header */
    uint32_t understood, doubtful; /* columns with a role; names that nobody knows or that drag padding behind them */
};

/* Cells of the unnamed column `from` belong to the column `to`. */
struct column_slide {
    uint16_t from, to;
};

/* Where the table begins and which column plays which role. */
struct columns {
    struct dialect dialect;
    uint32_t first_record;   /* index of the header record among all records of the file, from 0 */
    uint32_t header_line;    /* its physical line */
    uint32_t header_records; /* 1 or 2 (two header rows) */
    size_t width;            /* cells of the header, without unnamed ones at the end */
    size_t header_cells;     /* cells of the header record, with those */
    struct str *names;       /* header cells, as written; two rows joined by a blank */
    int8_t *strength_of;     /* of the role of a column */
    int16_t at[ROLE_COLUMNS]; /* column of a role, -1 = none */
    int8_t *role_of;         /* role of a column, -1 = not understood */
    size_t understood;       /* columns with a role */
    struct str title;        /* folded text above the header */
    ARRAY(struct dialect_trial) trials; /* every dialect tried, most plausible first */
    ARRAY(struct column_slide) slides; /* see columns_slide_record */
};

/* What a file must have to be read. */
enum { NEED_AMOUNTS = 1 };

/*
 * Takes of `n` ways to cut the same input into a table (the dialects that a text suggests, or one sheet) the one whose header row says
 * most; *chosen is its index. `reading` may have decided the header row. False when no row of any is a header (no diagnostic: the caller
 * knows whether another sheet has one), or with a diagnostic when two fit equally well and disagree, or when the only amount column
 * is one that must not be summed; *found tells the two apart. columns->trials says in any case what was tried.
 */
bool columns_find(struct columns *columns, const struct header_names *names, struct str path, const struct table *tables, size_t n,
                  const struct reading_options *reading, unsigned needs, struct arena *arena, struct diags *diags, size_t *chosen, bool *found);
/* Says what was seen instead of a header. */
void columns_missing(const struct table *table, const struct header_names *names, struct str path, const struct reading_options *reading, struct arena *arena,
                     struct diags *diags);
/* The words in the title or in a column name that say the amounts are not whole rupiah ("dalam ribuan"), folded; empty = none. */
struct str columns_scale(const struct columns *columns, const struct header_names *names);

/*
 * Merged cells put the name of a column above another one than its values (Kode Rekening over B to F, the codes in D; a name one column
 * further right for each level). Where a column that matters is empty below its name, the unnamed columns beside it are its own.
 * columns_find_slides learns that from the first records below the header; columns_slide_record moves the cells of one record, in
 * scratch memory that is reused.
 */
void columns_find_slides(struct columns *columns, const struct table *table, struct arena *arena);
struct slid_cells {
    ARRAY(struct str) cells;
    ARRAY(uint8_t) kinds;
};
void columns_slide_record(const struct columns *columns, struct record *record, struct slid_cells *cells, struct arena *scratch);
/*
 * A name cut at a delimiter that nobody quoted ("Belanja Perangko, Materai, dan Benda Pos") pushes the amounts to the right. Where the row
 * has a code, words stand in the amount column beside the name, and from the first number on every amount fits its column, there is one
 * reading only: the pieces are joined again, in scratch memory that is reused. True when the record was mended.
 */
bool columns_rejoin_name(const struct columns *columns, struct record *record, struct slid_cells *cells, struct arena *scratch);

/* The row of headers.csv that names a column, 0 = none. */
uint32_t columns_synonym(const struct header_names *names, struct str cell);
/* Role of a label cell above the header ("Organisasi"), -1 = none. A trailing ':' is ignored. */
int columns_meta_role(const struct header_names *names, struct str cell);
/* Role of a cell above the header that holds label and value in one ("TAHUN ANGGARAN 2025"), -1 = none; *value is what follows the label
 * where the label begins the cell, else the whole cell. */
int columns_meta_phrase(const struct header_names *names, struct str cell, struct str *value);
/* True when the record repeats the header, or numbers the columns (1, 2, 3, 4 = 2 + 3). */
bool columns_is_header_again(const struct columns *columns, const struct record *record);

/* Evidence of one amount column over the whole file, by shape of its cells. */
struct number_column {
    uint32_t count[NUMBER_BAD + 1];
    struct str example[NUMBER_BAD + 1]; /* first cell of the shape; lives as long as the arena it was noted with */
    uint32_t cells;                     /* number cells of a workbook: they say nothing about how texts are written */
    enum decimal_mark mark;             /* decided by number_columns_decide */
    enum number_reason { BY_NOTHING, BY_OWN_CELLS, BY_OTHER_COLUMNS, BY_DECISION } reason; /* what decided the mark */
    bool undecided;                     /* ambiguous cells and nothing in the file that settles them */
    struct { uint32_t below, thousands, beyond; } sizes; /* amounts under 1,000, under 1,000,000, and from there on; zero in none */
    bool shrunk;                        /* 750.000 has become 750: see number_column_shrunk */
};
/* Notes one cell and returns its shape. */
enum number_shape number_column_note(struct number_column *column, struct str cell, struct arena *arena);
/* Adds what was noted of the cells further down. */
void number_column_join(struct number_column *column, const struct number_column *below);
/* Decides the marks of all amount columns of one file: as somebody decided (`given`, DECIMAL_UNKNOWN = nobody); each by its own cells;
 * one with ambiguous cells only by the others. */
void number_columns_decide(struct number_column *columns, size_t n, enum decimal_mark given);
/*
 * A spreadsheet that takes the point for a decimal mark reads 750.000 as 750 and leaves 7.500.000 alone: no amount between a thousand and a
 * million is left, and several below a thousand. Notes one amount; then, over the whole column, whether that is so. What then is below a
 * thousand cannot be trusted.
 */
void number_column_size(struct number_column *column, struct money amount);
void number_column_shrunk(struct number_column *column);
bool number_is_shrunk(const struct number_column *column, struct money amount);
/* "1.234.567,89 (Indonesia)" and the like, for people. */
const char *number_format_name(const struct number_column *column, bool english);
/* Why a cell cannot be read although its column can. */
enum diag_kind number_fault(const struct number_column *column, enum number_shape shape);
/* How a number of the column may be written, for messages. */
struct str number_accepted(const struct number_column *column);
/* "Rp 12500 [--decimal koma] / Rp 12,500 [--decimal titik]": both readings of an ambiguous cell and what decides for each. */
struct str number_both_readings(struct arena *arena, struct str cell);

#endif
