/*
 * intake.h - one file from bytes to lines: metadata, rows, numbers, hierarchy, rejects.
 *
 * Files are read independently of each other (in parallel) and added to the ledger in a fixed order.
 */
#ifndef EFFCHECK_INTAKE_H
#define EFFCHECK_INTAKE_H

#include "effcheck/columns.h"
#include "effcheck/ledger.h"
#include "effcheck/not_lines.h"
#include "effcheck/outline.h"
#include "effcheck/pack.h"
#include "effcheck/stages.h"

/* The tables of a pack that reading needs, compiled; immutable, shared by all threads. */
struct intake_rules {
    struct header_names headers;
    struct outline_rules outline;
    struct stage_rules stages;
    struct not_lines not_lines;
    struct str account_example; /* a full account of the chart: what a message shows as acceptable */
};
bool intake_rules_load(struct intake_rules *rules, const struct pack *pack, struct arena *arena, struct diags *diags);

struct intake_options {
    bool baseline;       /* the file holds the original budget: its budget column is murni */
    struct str stage;    /* stage of the rows that do not name their own, e.g. from a pattern of file names; empty = not known */
    bool amounts_needed; /* false: lines may come without any amount column (classify) */
    size_t halves_from;  /* texts of so many bytes and more are read as two halves, the second as a task: for teams with a thread to spare; 0 = none.
                            The rows are the same */
    struct reading_options reading; /* what somebody has decided; all zero = everything by the file's own evidence */
};

/* Amount columns in the order of struct measures, then what is netted. */
enum { AMOUNT_SETORAN = MEASURE_COUNT, AMOUNT_COLUMNS };

/* Why a file was read as it was; for people who ask (inspect). */
struct reading_evidence {
    struct reading_options reading;
    struct columns columns;                      /* also where no header was found: the trials */
    struct number_column numbers[AMOUNT_COLUMNS];
    int16_t column_of[AMOUNT_COLUMNS];           /* -1 = no such column */
};

/* What one table gave: a file, or one sheet of a workbook. Indices and text ids are local to it. */
struct intake {
    struct arena arena; /* everything below; released by intake_release */
    struct diags diags;
    struct input_file info;
    struct str raw;      /* bytes whose digest is still to be reckoned */
    bool in_halves;      /* its rows were read as two halves */
    struct pool texts;
    ARRAY(struct unit) units;          /* code and name as ids in texts */
    ARRAY(struct activity) activities; /* index 0 = none */
    ARRAY(struct particulars) particulars; /* index 0 = none stated; text ids local as well */
    ARRAY(struct stage) stages;        /* index 0 = none */
    ARRAY(struct line) lines;          /* file = 0 */
    ARRAY(struct calculation) calculations; /* text ids local as well */
    ARRAY(struct reject) rejects;
    struct intake *next; /* the next table of the same workbook */
};

/*
 * Reads `path`. Always gives a usable intake; info.opened is false where nothing could be read, and diags say why.
 * Of a workbook every visible sheet with a header row is a table of its own, in the order of the tabs; what is passed over is said.
 */
void intake_read(struct intake *intake, const struct intake_rules *rules, struct str path, struct intake_options options);
void intake_release(struct intake *intake);

/*
 * Builds the ledger file by file, in a fixed order, so that each intake can be released as soon as it is added.
 *     ledger_begin(&ledger, &arena, &diags);
 *     for each file: ledger_add(&ledger, &intake);
 *     ledger_end(&ledger);
 * Units are the same by code, or by folded name where one has no code; two names under one code are a diagnostic. A file whose
 * content was already there is counted as duplicate and gives no lines. All tables of a workbook are added at once.
 */
void ledger_begin(struct ledger *ledger, struct arena *arena, struct diags *diags);
void ledger_add(struct ledger *ledger, struct intake *intake);
/* Sorts the units; nothing can be added afterwards. */
void ledger_end(struct ledger *ledger);

#endif
