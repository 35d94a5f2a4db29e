/*
 * csv.h - records of a delimited text, with their physical lines.
 *
 *     struct csv_reader reader;
 *     csv_open(&reader, source.text, dialect, &scratch);
 *     while (csv_next(&reader, &record)) use(&record);
 *     csv_close(&reader);
 *
 * RFC 4180 with what real files do to it: quoted line breaks, a quote inside a cell (taken literally, flagged), a quote that is
 * never closed (the opening line is read literally, reading resumes at the next line, flagged), blank lines (a record of no
 * cells), CR, LF and CRLF ends (in a text of LF a lone CR ends nothing), \" for "" inside a quoted cell, layered rows (see struct
 * dialect). A record beyond the limits below is flagged and passed over.
 */
#ifndef EFFCHECK_CSV_H
#define EFFCHECK_CSV_H

#include "effcheck/arena.h"
#include "effcheck/array.h"
#include "effcheck/str.h"

/*
 * How the text is cut into cells. A table that is no text (a sheet of a workbook) has the delimiter 0.
 * Layered files come from a table that was opened by another program as if it were parted by `outer`: each line of
 * `delimiter`-separated cells was taken apart at `outer`, quoted and padded with it. csv_open takes that layer off the whole text first.
 */
struct dialect {
    char delimiter; /* , ; tab | */
    char outer;     /* 0 = not layered; else , or ; */
};

enum record_flag {
    RECORD_STRAY_QUOTE = 1,   /* a quote inside an unquoted cell, or text behind a closing quote */
    RECORD_UNCLOSED_QUOTE = 2, /* a quote opened here was never closed; the line was read literally */
    RECORD_UNWRAPPED = 4,     /* the whole row was one quoted cell and was taken apart a second time */
    RECORD_TOO_LONG = 8,      /* longer than RECORD_BYTES_MAX: not taken apart, no cells */
    RECORD_TOO_WIDE = 16,     /* more than RECORD_CELLS_MAX cells: no cells */
};

/* What one record may measure; memory stays bounded whatever a file does. A spreadsheet has 16,384 columns. */
enum { RECORD_BYTES_MAX = 16 << 20, RECORD_CELLS_MAX = 16384 };

/* What a cell was before it became text. */
enum cell_kind {
    CELL_TEXT,
    CELL_NUMBER, /* a number of a workbook: digits, perhaps a point and decimals, whatever the other cells of its column look like */
};

struct record {
    const struct str *cells; /* blanks at the ends removed; valid until the next csv_next */
    const uint8_t *kinds;    /* enum cell_kind of each cell; NULL = all text */
    size_t n;                /* 0 = blank line, or too long or wide (flags) */
    uint32_t line;           /* first physical line, from 1 */
    uint32_t lines;          /* physical lines it spans */
    unsigned flags;          /* enum record_flag */
    struct str raw;          /* its bytes as they stand in the text (of a layered file: the inner text), without the last line end; lives
                                as long as the text */
};

struct csv_reader {
    struct str text;
    struct dialect dialect;
    struct arena *scratch;
    void *state;
    /* Optional: does this single physical line look like a record of its own? Asked for each continuation line of a quoted cell;
     * a yes means the quote was left open by mistake. Cells as parsed from that line alone; asked first with cells NULL and the most cells
     * that the line can have, where a no spares the parsing. */
    bool (*looks_like_record)(void *context, const struct str *cells, size_t n);
    void *context;
    bool only_libcsv; /* plain lines go through libcsv as well; set behind csv_open, for comparing */
};

void csv_open(struct csv_reader *reader, struct str text, struct dialect dialect, struct arena *scratch);
/* The next record is the one that begins at `offset`, the start of a line; lines are counted from there. In layered files only 0. */
void csv_begin_at(struct csv_reader *reader, size_t offset);
/* False at the end of the text. */
bool csv_next(struct csv_reader *reader, struct record *record);
void csv_close(struct csv_reader *reader);
/* True when the lines of the text end in a bare CR, as old spreadsheets write them; line ends inside quotes say nothing. */
bool csv_ends_in_cr(struct str text);

/* The dialects worth trying on this text, most plausible first: those whose delimiters occur in the first lines.
 * Writes up to DIALECTS_MAX and returns how many. Which one is right is decided by whoever finds the header row. */
enum { DIALECTS_MAX = 12 };
size_t dialect_candidates(struct str text, struct dialect out[DIALECTS_MAX]);
/* "koma", "titik koma", "tab", "garis tegak"; for layered ones "titik koma di dalam koma". In English where asked. */
struct str dialect_name(struct arena *arena, struct dialect dialect, bool english);

#endif
