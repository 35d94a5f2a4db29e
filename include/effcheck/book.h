/*
 * book.h - a workbook being written: few styles, cells, page set-up, charts. The only module that knows libxlsxwriter.
 *
 *     struct book *book = book_open(path, info, &arena);
 *     struct sheet *sheet = book_sheet(book, name, widths, n);
 *     book_text(sheet, 4, 0, STYLE_HEADER, S("OPD"));
 *     book_money(sheet, 5, 1, STYLE_MONEY, amount);
 *     bool done = book_close(book, &error);
 *
 * Rows and columns count from 0. What a sheet was given is tallied (see tally.h), so that the file can be read back and
 * compared. Texts may hold anything: they are cleaned for XML and can never become a formula.
 *
 * Long sheets may be filled and finished by several threads at once, each sheet by one, beside one thread that fills the others: what a sheet
 * holds does not depend on the rest of the book.
 *
 * Two books may be written by two threads at once if they have the same `created`: the library asks gmtime, which has one buffer, and makes its
 * temporary files with names that it tries until one is free.
 */
#ifndef EFFCHECK_BOOK_H
#define EFFCHECK_BOOK_H

#include "effcheck/arena.h"
#include "effcheck/date.h"
#include "effcheck/money.h"
#include "effcheck/str.h"
#include "effcheck/tally.h"

struct book;
struct sheet;

/* Looks of a cell. The table in book.c says what each is. */
enum style {
    STYLE_TITLE,
    STYLE_SIMULATION, /* title of a sheet in a simulation */
    STYLE_SUBTITLE,
    STYLE_NOTE,    /* small grey text */
    STYLE_SECTION, /* heading between tables */
    STYLE_HEADER,  /* head of a table column */
    STYLE_TEXT,    /* cell of a table, wrapped */
    STYLE_SMALL,   /* the same for long texts: tables whose rows have many lines */
    STYLE_SMALL_MONEY,
    STYLE_SMALL_INTEGER,
    STYLE_SMALL_ABSENT,
    STYLE_SMALL_DATE,
    STYLE_LINE,     /* tables of any length: one line a row, no borders */
    STYLE_LINE_MONEY,
    STYLE_LINE_INTEGER,
    STYLE_FINE,     /* STYLE_SMALL in the middle of its row */
    STYLE_INDENTED, /* STYLE_TEXT below a heading row */
    STYLE_CENTER,
    STYLE_INTEGER,
    STYLE_MONEY,
    STYLE_MILLION, /* a full amount shown in millions */
    STYLE_OVER,    /* money above (red, plus) or below something */
    STYLE_CHANGE,  /* money that rose (plus) or fell */
    STYLE_PERCENT,
    STYLE_LINK,
    STYLE_ABSENT,     /* no such data: grey and empty */
    STYLE_TOTAL_TEXT, /* the same for total rows */
    STYLE_TOTAL_INTEGER,
    STYLE_TOTAL_MONEY,
    STYLE_TOTAL_OVER,
    STYLE_TOTAL_CHANGE,
    STYLE_TOTAL_MILLION,
    STYLE_TOTAL_PERCENT,
    STYLE_GROUP_TEXT, /* subtotal rows and bands */
    STYLE_GROUP_INTEGER,
    STYLE_GROUP_MONEY,
    STYLE_GROUP_CHANGE,
    STYLE_GROUP_PERCENT,
    STYLE_GROUP_LINK,
    STYLE_PARAGRAPH, /* text without borders, wrapped */
    STYLE_KEY,       /* left side of "key: value" */
    STYLE_ALERT,     /* paragraph that asks for attention */
    STYLE_GOOD,      /* verdicts and severities: colour and word */
    STYLE_BAD,
    STYLE_DOUBT,
    STYLE_UNKNOWN,
    STYLE_VOID,
    STYLE_CARD_LABEL, /* the big numbers of the first page */
    STYLE_CARD_MONEY,
    STYLE_CARD_GOOD,
    STYLE_CARD_BAD,
    STYLE_CARD_NOTE,
    STYLE_CARD_VERDICT_GOOD,
    STYLE_CARD_VERDICT_BAD,
    STYLE_CARD_VERDICT_DOUBT,
    STYLE_CARD_VERDICT_UNKNOWN,
    STYLE_SIGNATURE,
    STYLE_COUNT
};

struct book_info {
    struct str title, subject, author, company; /* document properties */
    struct date created;                        /* of the document; the writer's clock is never asked */
    struct str header;                          /* left head of every page */
    struct str mark;                            /* centre of every page's head, e.g. that it is a simulation; may be empty */
    struct str footer;                          /* left foot of every page */
    const char *page_of;                        /* centre foot: "Halaman {0} dari {1}" */
    const char *cut_mark;                       /* put behind a text that Excel's 32,767 characters cut off */
    const char *exact_note;                     /* above the exact texts of amounts with more than 15 digits */
    bool english;
    bool folio; /* pages are F4 (8.5 x 13 inches) instead of A4 */
    size_t rows_kept; /* bytes of compressed rows of each long sheet that stay in memory, the others go to a file; 0 = 4 MiB */
};

/* Nothing is at `path` before book_close. `path` must be NUL-terminated; scratch files go to `folder`. NULL without memory. */
struct book *book_open(struct str path, struct str folder, struct book_info info, struct arena *arena);
/* Writes the file. False with *error when the library says so; only reading back shows that the file is whole. */
bool book_close(struct book *book, struct str *error);

/*
 * A new sheet behind the others: landscape, one page wide, columns of these widths (in characters). The name is made fit for
 * Excel: 31 characters, no []:*?/\, unlike the others.
 */
struct sheet *book_sheet(struct book *book, struct str name, const double *widths, size_t n);
/*
 * The same for tables of any length: rows have to be written in order, from the top, and need little memory (beyond info.rows_kept they go
 * to a temporary file beside the workbook). No charts, nothing for sheet_top.
 */
struct sheet *book_long_sheet(struct book *book, struct str name, const double *widths, size_t n);
bool sheet_is_long(const struct sheet *sheet);
struct str sheet_name(const struct sheet *sheet);
size_t book_sheet_count(const struct book *book);
struct sheet *book_sheet_at(const struct book *book, size_t i);
const struct tally *sheet_tally(const struct sheet *sheet);
/* Links and rules of conditional formats that the sheet should have. */
uint32_t sheet_extras(const struct sheet *sheet);

void sheet_portrait(struct sheet *sheet);
/* All rows on one page as well; shrinks the print where they do not fit by themselves. */
void sheet_one_page(struct sheet *sheet);
/* A table too wide for one page: that many beside each other, each with the first column. */
void sheet_pages_wide(struct sheet *sheet, uint16_t pages);
void sheet_freeze(struct sheet *sheet, uint32_t rows, uint32_t columns);
void sheet_repeat(struct sheet *sheet, uint32_t first, uint32_t last);
void sheet_filter(struct sheet *sheet, uint32_t first_row, uint32_t last_row, uint32_t columns);
/* Rows are as high as their wrapped texts need, merged ones left out, unless set here. */
void sheet_height(struct sheet *sheet, uint32_t row, double points);
/* Bars behind the amounts of [first_row..last_row], red above zero and green below. */
void sheet_data_bars(struct sheet *sheet, uint32_t first_row, uint32_t last_row, uint32_t column);
/* A new page begins with this row. */
void sheet_break(struct sheet *sheet, uint32_t row);
/* Where a row begins, in points from the top of the sheet. */
double sheet_top(const struct sheet *sheet, uint32_t row);
/* Cells [first_row..last_row] of the column offer these words; others can be typed too. At most 255 characters in all. */
void sheet_choices(struct sheet *sheet, uint32_t first_row, uint32_t last_row, uint32_t column, const char *const *words, size_t n);
/* Cells [first_row..last_row] of the column take days, from 2000 on; `message` says so. */
void sheet_days(struct sheet *sheet, uint32_t first_row, uint32_t last_row, uint32_t column, struct str message);
/* Sum of the widths of columns [first..last] in pixels at 96 dpi, as Excel draws them. */
double sheet_pixels(const struct sheet *sheet, uint32_t first, uint32_t last);

void book_text(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str text);
void book_blank(struct sheet *sheet, uint32_t row, uint32_t column, enum style style);
void book_integer(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, int64_t value);
/* A day as a number that spreadsheets show and sort as a day; read back as 2026-01-31. */
void book_date(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct date day);
/* With sen only where they are not zero. Beyond 15 digits the exact amount is noted below the sheet. */
void book_money(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct money money);
void book_percent(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, int64_t bp);
/* Formulas of the program's own making ("=B6-C6") with the value they have, for readers that do not calculate. */
void book_money_formula(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str formula, struct money value);
void book_integer_formula(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str formula, int64_t value);
void book_percent_formula(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str formula, int64_t bp);
/* A text that leads to a cell of this workbook. Plain text where Excel's limit of links is reached. */
void book_link(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str text, struct str target_sheet,
               uint32_t target_row, uint32_t target_column);
/* The same for a word of the catalogue, as a formula: programs that draw links on one line wrap a formula's text. */
void book_word_link(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str word, struct str target_sheet,
                    uint32_t target_row, uint32_t target_column);
/* One text over columns [first..last] of a row; the row is not made higher, see style_height. */
void book_merged(struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last, enum style style, struct str text);
void book_merged_money(struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last, enum style style, struct money money);
/* Height in points that a text of this style needs when it is wrapped into so many pixels. */
double style_height(enum style style, struct str text, double pixels);

/* "C7" */
struct str book_ref(struct arena *arena, uint32_t row, uint32_t column);

/* Sets the heights of the rows and writes the exact amounts beyond 15 digits below the table; for each sheet, at its end, after which nothing
 * is put there. A second time does nothing. */
void sheet_finish(struct sheet *sheet);

struct bar_series {
    struct str name;
    uint32_t column; /* of `data` */
    uint32_t colour; /* 0xRRGGBB */
};
struct bar_chart {
    const struct sheet *data;
    uint32_t first_row, last_row; /* of `data`, both included */
    uint32_t names;               /* column of the categories */
    const struct bar_series *series;
    size_t n;
    struct str title;
    const char *number_format; /* of the value axis */
    double width, height;      /* pixels at 96 dpi */
};
/* A native bar chart whose upper left corner stands in the cell; the first category is on top. */
void book_bars(struct sheet *sheet, uint32_t row, uint32_t column, struct bar_chart chart);

#endif
