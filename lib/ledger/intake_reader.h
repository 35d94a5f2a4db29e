/* Between the walk over the records of a table (intake.c) and the reading of one of them (intake_row.c). Not a public header. */
#ifndef EFFCHECK_INTAKE_READER_H
#define EFFCHECK_INTAKE_READER_H

#include "intake_rows.h"
#include "keymap.h"

enum { SEEN_TEXTS = 64 /* a power of two */ };
enum { ROWS_BELOW_HEADER = 3 /* the first, in which words may say what the amounts are */ };

struct reader {
    struct intake *intake;
    const struct intake_rules *rules;
    struct rows *rows;
    struct seen_text { struct str text; uint32_t id; } seen[DIM_COUNT][SEEN_TEXTS]; /* most texts repeat; see dimension_id */
    bool has_particulars;      /* some column holds a part of struct particulars */
    struct keymap particulars; /* digest -> index in intake.particulars */
    ARRAY(char) joined; /* text of the row being read */
    uint32_t line;      /* of the row being read */
    struct str code_column[DIM_COUNT]; /* header names of the columns of unit and activity codes */
    ARRAY(size_t) watched;             /* columns that nobody adds up or compares: looked at only for what Excel did to them */
    struct slid_cells slid;
    uint32_t index;     /* of the record */
    struct half *second; /* reads the second half of the same text, see below; NULL = nobody does */
    bool is_second;      /* there is no header above its records */
};

static inline bool columns_have(const struct columns *columns, enum role role)
{
    return columns->at[role] >= 0;
}

static inline struct str columns_cell(const struct columns *columns, const struct record *record, enum role role)
{
    int at = columns->at[role];
    return at >= 0 && (size_t)at < record->n ? record->cells[at] : (struct str){0};
}

/* Chooses the columns that are looked at only for what Excel did to them. */
void row_watch(struct reader *reader);
/* A year that a row states: the first is that of the file, another one is noted. 0 = none. */
void row_note_year(struct input_file *info, int year);
/* Index in intake.particulars; what is not there yet is added. */
uint32_t row_particulars(struct reader *reader, const struct particulars *particulars);
void row_read(struct reader *reader, const struct record *record);
/* Realisation by kind: true when the record is the second or third row of an item; what was spent then belongs to the row above. */
bool row_read_stacked(struct reader *reader, const struct record *record);

/* Walks the records of the table from table->from on. False with *error when a sheet turns out to be broken. */
bool reader_walk(struct reader *reader, const struct table *table, struct str *error);

/* A line of a table below its header has an account code and an amount; see csv_reader.looks_like_record. */
bool reader_looks_like_record(void *reader, const struct str *cells, size_t n);

/* A task reckons the digest of intake->raw, if that was not begun yet. */
void intake_digest(struct intake *intake);

/* Halves of one long text (intake_halves.c). */
/* Begins to read the second half, as a task, where that can be done: where rows have columns for account and activity, and some line near
 * the middle looks like one. reader->second is NULL otherwise. */
void half_begin(struct reader *first, const struct table *table);
/* True when the record is where the second half begins, and all from there on has become rows of the first reader. */
bool half_meets(struct reader *first, const struct record *record);
/* Behind the walk: waits for a second half that was never met, and forgets it. */
void half_end(struct reader *first);

#endif
