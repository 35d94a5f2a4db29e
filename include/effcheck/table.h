/*
 * table.h - one table of an input file, record by record, whatever it was written in: delimited text or a sheet of a workbook.
 *
 *     struct table table = table_of_text(text, dialect, &scratch);
 *     if (!table_each(&table, take, &context, &error)) ...
 *
 * A table can be walked any number of times; each walk starts at the first record, or at table.from.
 */
#ifndef EFFCHECK_TABLE_H
#define EFFCHECK_TABLE_H

#include "effcheck/csv.h"
#include "effcheck/xlsx.h"

struct table {
    struct dialect dialect; /* of text; no delimiter = a sheet */
    struct str text;
    size_t from;            /* of text: where walks begin, at the start of a line; lines are counted from there */
    struct xlsx *book;      /* NULL = text */
    size_t sheet;           /* index in the workbook */
    struct str name;        /* of the sheet; empty for text */
    struct arena *scratch;  /* records are built here */
    bool *never_computed;   /* set by a walk that meets a formula without a stored result; NULL = nobody asks */
};

struct table table_of_text(struct str text, struct dialect dialect, struct arena *scratch);
struct table table_of_sheet(struct xlsx *book, size_t sheet, struct arena *scratch);

/* Text of a cell whose formula has no stored result: it must not pass for an empty one. */
#define TABLE_NEVER_COMPUTED "=?"

/* Text of one sheet, counted cell by cell: a small file can name one long shared string a million times. */
#define TABLE_SHEET_TEXT_MAX ((size_t)1 << 30)

/* Takes one record; false stops the walk. */
typedef bool record_fn(void *context, const struct record *record);

/* For text: see csv_reader.looks_like_record; NULL = no help. Sheets have no quotes to forget. */
typedef bool looks_like_record_fn(void *context, const struct str *cells, size_t n);

/*
 * Walks all records in order. Of a sheet, rows without any cell do not exist; record.line is the row number of the sheet, record.raw
 * the cells parted by tabs.
 * False with *error (in scratch) when a sheet turns out to be broken: what was given must be thrown away. Text never fails.
 */
bool table_each(const struct table *table, record_fn *take, looks_like_record_fn *looks_like_record, void *context, struct str *error);

#endif
