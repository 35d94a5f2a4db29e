/* Between the walk over the records of a table (intake.c) and the reading of one of them (intake_row.c). Not a public header. */
#ifndef EFFCHECK_INTAKE_READER_H
#define EFFCHECK_INTAKE_READER_H

#include "intake_rows.h"
#include "keymap.h"

enum { SEEN_TEXTS = 64 /* a power of two */ };

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
void row_read(struct reader *reader, const struct record *record);
/* Realisation by kind: true when the record is the second or third row of an item; what was spent then belongs to the row above. */
bool row_read_stacked(struct reader *reader, const struct record *record);

#endif
