/*
 * reading.h - decisions on how a file is read, where its own evidence is not enough.
 *
 * By default everything is decided from the file. A decision comes from the command line (--delimiter, --decimal, --encoding,
 * --header-row: for all files of the run) or from `effcheck.csv`, a table in the folder of the file that remembers decisions:
 *
 *     pattern,delimiter,decimal,encoding,header_row,stage,unit_code,unit_name,note
 *     dinkes_*.csv,titik-koma,koma,,,,,,ekspor aplikasi lama
 *     *_dpa.csv,,,,,murni,,,
 *
 * A pattern (* and ?) is matched against the file's name without its folder. All lines that match count, cell by cell; of two lines
 * that fill the same cell the lower one holds; the command line goes before both.
 */
#ifndef EFFCHECK_READING_H
#define EFFCHECK_READING_H

#include "effcheck/array.h"
#include "effcheck/diag.h"
#include "effcheck/money.h"
#include "effcheck/ruletable.h"
#include "effcheck/source.h"

/* What can be decided; the names are the columns of effcheck.csv and, with - for _, the options. */
enum reading_field {
    READING_DELIMITER, /* , ; tab |   or koma, titik-koma, tab, garis; comma, semicolon, pipe */
    READING_DECIMAL,   /* koma or titik; comma or point; , or . */
    READING_ENCODING,  /* utf-8, windows-1252 (cp1252), utf-16le, utf-16be */
    READING_HEADER_ROW, /* physical line of the header row, from 1 */
    READING_STAGE,     /* murni (baseline), kini, realisasi: what the file's only amount column is an amount of */
    READING_UNIT_CODE, /* unit of the rows that name none, in place of what stands above the table */
    READING_UNIT_NAME,
    READING_FIELDS
};

enum reading_stage { STAGE_BY_COLUMNS, STAGE_MURNI, STAGE_KINI, STAGE_REALISASI };

/* How one file is to be read; all zero = everything by the file's own evidence. */
struct reading_options {
    char delimiter;            /* 0 = by evidence */
    enum decimal_mark decimal; /* DECIMAL_UNKNOWN = by evidence */
    enum encoding encoding;    /* counts only where said_by says so */
    uint32_t header_row;       /* 0 = found by its names */
    enum reading_stage stage;
    struct str unit_code, unit_name; /* empty = as the file says */
    struct str said_by[READING_FIELDS]; /* who decided: "--delimiter", "effcheck.csv:3"; empty = nobody. Lives as long as the decider */
};

static inline bool reading_says(const struct reading_options *reading, enum reading_field field) { return reading->said_by[field].n > 0; }
/* Reads the value of one field. False when it is none of those accepted; *reading is then unchanged. */
bool reading_set(struct reading_options *reading, enum reading_field field, struct str value, struct str said_by);

/* The effcheck.csv of one folder. */
struct folder_decisions {
    struct str folder; /* with its last slash; empty = the present one */
    struct ruletable table;
    bool *used;        /* per row: some file matched */
};

struct decisions {
    ARRAY(struct folder_decisions) folders;
};

/* True for a path whose last part is effcheck.csv: never data. */
bool decisions_is_table(struct str path);
/* Reads the effcheck.csv of each folder that the paths lie in, where there is one. False when a diagnostic was added; all faults at
 * once. */
bool decisions_load(struct decisions *decisions, const struct str *paths, size_t n, struct arena *arena, struct diags *diags);
/* How `path` is to be read: what its folder remembers, below what the command line says. */
struct reading_options decisions_for(struct decisions *decisions, struct str path, const struct reading_options *command_line, struct arena *arena);
/* A warning for each line that matched no file asked for so far. */
void decisions_note_unused(const struct decisions *decisions, struct diags *diags);

#endif
