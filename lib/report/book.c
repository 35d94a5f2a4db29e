#include "effcheck/book.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "cell_text.h"
#include "digits.h"
#include "effcheck/archive.h"
#include "effcheck/array.h"
#include "known_texts.h"
#include "looks.h"
#include "row_heights.h"
#include "row_xml.h"
#include "scratch.h"

/* ---- the book ---- */

struct exact {
    uint32_t row, column;
    struct money money;
};

struct sheet {
    struct book *book;
    struct arena arena;   /* what it is made of, until the book is closed */
    struct arena filling; /* what is known of its texts, until it is finished */
    struct arena scratch; /* texts on their way to the library or the rows */
    struct known_texts texts; /* of a long sheet */
    bool finished;
    lxw_worksheet *page;
    struct str name; /* NUL behind, as all that goes to the library */
    struct row_xml *rows; /* of a long sheet, outside of the library; NULL = the library keeps the cells */
    const double *widths;
    size_t columns;
    struct tally tally;
    ARRAY(struct exact) exact;
    struct row_heights heights; /* of a long sheet: the rows know theirs */
    struct str filter; /* element of a long sheet, as the library writes it; empty = none */
    ARRAY(lxw_row_t) breaks;
    uint32_t extras; /* see sheet_extras */
    uint16_t merged; /* pieces of rows that are one cell */
};

struct book {
    struct arena *arena;
    struct book_info info;
    lxw_workbook *file;
    lxw_format *formats[STYLE_COUNT][2]; /* [1] shows sen */
    uint32_t numbers[STYLE_COUNT][2];    /* of the formats among those of the cells; for long sheets */
    ARRAY(struct sheet *) sheets;
    struct str path;
    struct str folder, beside; /* where scratch files go, and their name where they need one */
    struct scratch parts; /* what the library writes, before the rows of long sheets are put in */
};

static char *c_string(struct str s) { return (char *)(uintptr_t)s.p; /* the library takes char * and only reads */ }

static lxw_format *new_format(struct book *book, enum style style, bool sen)
{
    const struct look *look = look_of(style);
    lxw_format *format = workbook_add_format(book->file);
    format_set_font_name(format, LOOK_FONT);
    format_set_font_size(format, look->size);
    format_set_font_color(format, look->ink);
    if (look->bold) format_set_bold(format);
    if (look->wrap) format_set_text_wrap(format);
    format_set_align(format, look->align == 'r' ? LXW_ALIGN_RIGHT : look->align == 'c' ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT);
    if (look->align == 'i') format_set_indent(format, 1);
    format_set_align(format, look->vertical == 't' ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    if (look->border) format_set_border(format, LXW_BORDER_THIN), format_set_border_color(format, LOOK_RULE);
    if (look->fill != LOOK_NO_FILL) format_set_bg_color(format, look->fill);
    if (look->number != NUMBER_PLAIN_TEXT) format_set_num_format(format, look_number(look, sen));
    return format;
}

/* All of them, so that their numbers do not depend on which sheet is filled first. */
static void make_formats(struct book *book)
{
    for (enum style style = 0; style < STYLE_COUNT; style++)
        for (int sen = 0; sen < 2; sen++) {
            lxw_format *format = new_format(book, style, sen);
            book->formats[style][sen] = format;
            book->numbers[style][sen] = (uint32_t)lxw_format_get_xf_index(format);
        }
}

static lxw_format *format_of(const struct book *book, enum style style, bool sen) { return book->formats[style][sen]; }

static double fitted_height(struct known_text *known, enum style style, struct str text, double pixels)
{
    if (!known) return style_height(style, text, pixels);
    if (known->style != style + 1u || known->pixels != pixels) {
        known->style = style + 1u, known->pixels = pixels;
        known->height = style_height(style, text, pixels);
    }
    return known->height;
}

static void set_properties(struct book *book)
{
    const struct book_info *info = &book->info;
    struct date created = info->created.year ? info->created : (struct date){2000, 1, 1}; /* 0 would mean: ask the clock */
    enum { UNITS_MAX = 200, DAY = 86400, NOON = 43200 }; /* noon UTC: no time zone moves the date that a reader shows */
    struct arena *a = book->arena;
    lxw_doc_properties properties = {.created = (time_t)(date_days(created) * DAY + NOON)};
    properties.title = c_string(cell_line(a, info->title, UNITS_MAX));
    properties.subject = c_string(cell_line(a, info->subject, UNITS_MAX));
    properties.author = c_string(cell_line(a, info->author, UNITS_MAX));
    properties.company = c_string(cell_line(a, info->company, UNITS_MAX));
    workbook_set_properties(book->file, &properties);
}

/* Widths of columns are counted in digits of the workbook's standard font. The library has Calibri, which many computers lack and
 * replace by a wider one; its first format is the standard one. */
static void set_standard_font(lxw_workbook *file)
{
    lxw_format *standard = STAILQ_FIRST(file->formats);
    format_set_font_name(standard, LOOK_FONT);
    format_set_font_size(standard, 10);
}

struct book *book_open(struct str path, struct str folder, struct book_info info, struct arena *arena)
{
    struct book *book = arena_new(arena, struct book);
    book->arena = arena;
    book->info = info;
    book->folder = str_copy(arena, folder);
    lxw_workbook_options options = {.tmpdir = c_string(book->folder)};
    book->path = str_copy(arena, path);
    book->beside = str_format(arena, "%.*s/effcheck", STR_ARG(folder));
    if (!scratch_open(&book->parts, book->folder, book->beside, arena)) return NULL;
    book->file = workbook_new_opt(book->parts.path.p, &options);
    if (!book->file) return NULL;
    workbook_unset_default_url_format(book->file);
    set_standard_font(book->file);
    make_formats(book);
    set_properties(book);
    return book;
}

/* Puts the rows of the long sheets into what the library wrote. */
static bool insert_rows(struct book *book, struct str *error)
{
    struct arena *a = book->arena;
    struct archive_insert *inserts = arena_new_n(a, struct archive_insert, ROW_XML_INSERTS * book->sheets.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < book->sheets.n; i++) {
        const struct sheet *sheet = book->sheets.at[i];
        if (sheet->rows) n += row_xml_inserts(sheet->rows, str_format(a, "xl/worksheets/sheet%zu.xml", i + 1), sheet->filter, a, inserts + n);
    }
    return archive_splice(book->parts.path.p, book->path.p, inserts, n, a, error);
}

/* errno of the first sheet whose rows could not be written; 0 = there is none. */
static int rows_fault(const struct book *book)
{
    for (size_t i = 0; i < book->sheets.n; i++)
        if (book->sheets.at[i]->rows && book->sheets.at[i]->rows->fault) return book->sheets.at[i]->rows->fault;
    return 0;
}

static void close_sheet(struct sheet *sheet)
{
    if (sheet->rows) row_xml_close(sheet->rows);
    arena_release(&sheet->filling);
    arena_release(&sheet->scratch);
    arena_release(&sheet->arena);
}

bool book_close(struct book *book, struct str *error)
{
    int fault = rows_fault(book);
    bool done = !fault;
    if (!done) *error = str_format(book->arena, "rows of a long sheet cannot be written (%s)", strerror(fault));
    errno = 0;
    lxw_error code = workbook_close(book->file);
    if (done && code != LXW_NO_ERROR) {
        *error = errno ? str_format(book->arena, "%s (%s)", lxw_strerror(code), strerror(errno)) : str_from(lxw_strerror(code));
        done = false;
    }
    done = done && insert_rows(book, error);
    for (size_t i = 0; i < book->sheets.n; i++) close_sheet(book->sheets.at[i]);
    scratch_discard(&book->parts);
    return done;
}

/* ---- sheets ---- */

static bool name_taken(const struct book *book, struct str name)
{
    for (size_t i = 0; i < book->sheets.n; i++)
        if (str_eq_nocase(book->sheets.at[i]->name, name)) return true;
    return false;
}

static struct str free_name(struct book *book, struct str wanted)
{
    struct str name = cell_sheet_name(book->arena, wanted);
    for (unsigned i = 2; name_taken(book, name); i++) {
        enum { ROOM = 24 }; /* leaves room for the number */
        struct str stem = cell_sheet_name(book->arena, str_sub(wanted, 0, ROOM));
        name = cell_sheet_name(book->arena, str_format(book->arena, "%.*s (%u)", STR_ARG(stem), i));
    }
    return name;
}

static void set_page_texts(struct sheet *sheet)
{
    enum { UNITS_MAX = 60 };
    const struct book_info *info = &sheet->book->info;
    struct arena *a = &sheet->scratch;
    struct str head = cell_page_text(a, info->header, UNITS_MAX), mark = cell_page_text(a, info->mark, UNITS_MAX);
    struct str foot = cell_page_text(a, info->footer, UNITS_MAX), day = {0};
    char words[DATE_TEXT_MAX];
    if (info->created.year) day = (struct str){words, date_words(info->created, info->english, words)};
    struct str top =
        str_format(a, "&L&\"" LOOK_FONT ",Regular\"&8 %.*s&C&\"" LOOK_FONT ",Bold\"&12&KB42318 %.*s&R&\"" LOOK_FONT ",Regular\"&8 &A",
                   STR_ARG(head), STR_ARG(mark));
    struct str bottom =
        str_format(a, "&L&\"" LOOK_FONT ",Regular\"&8 %.*s&C&\"" LOOK_FONT ",Regular\"&8 %s&R&\"" LOOK_FONT ",Regular\"&8 %.*s",
                   STR_ARG(foot), info->page_of, STR_ARG(day));
    worksheet_set_header(sheet->page, top.p);
    worksheet_set_footer(sheet->page, bottom.p);
}

static void set_page(struct sheet *sheet)
{
    enum { A4 = 9, FOLIO = 14 };
    worksheet_set_landscape(sheet->page);
    worksheet_set_paper(sheet->page, sheet->book->info.folio ? FOLIO : A4);
    worksheet_set_margins(sheet->page, 0.4, 0.4, 0.7, 0.6);
    worksheet_fit_to_pages(sheet->page, 1, 0);
    worksheet_set_default_row(sheet->page, ROW_USUAL, LXW_FALSE);
    worksheet_gridlines(sheet->page, LXW_HIDE_ALL_GRIDLINES);
    for (size_t i = 0; i < sheet->columns; i++) worksheet_set_column(sheet->page, (lxw_col_t)i, (lxw_col_t)i, sheet->widths[i], NULL);
    set_page_texts(sheet);
}

static struct sheet *add_sheet(struct book *book, struct str name, const double *widths, size_t n, lxw_worksheet *page)
{
    struct sheet *sheet = arena_new(book->arena, struct sheet);
    double *copy = arena_new_n(book->arena, double, n + 1);
    for (size_t i = 0; i < n; i++) copy[i] = widths[i];
    *sheet = (struct sheet){.book = book, .page = page, .name = name, .widths = copy, .columns = n};
    sheet->arena.out_of_memory = sheet->filling.out_of_memory = sheet->scratch.out_of_memory = book->arena->out_of_memory;
    assert(sheet->page);
    set_page(sheet);
    *array_push(book->arena, &book->sheets) = sheet;
    return sheet;
}

struct sheet *book_sheet(struct book *book, struct str name, const double *widths, size_t n)
{
    name = free_name(book, name);
    return add_sheet(book, name, widths, n, workbook_add_worksheet(book->file, name.p));
}

enum { ROWS_KEPT = 4 << 20 };

struct sheet *book_long_sheet(struct book *book, struct str name, const double *widths, size_t n)
{
    struct sheet *sheet = book_sheet(book, name, widths, n);
    sheet->rows = row_xml_open(&sheet->arena, book->info.rows_kept ? book->info.rows_kept : ROWS_KEPT, book->folder, book->beside);
    known_texts_init(&sheet->texts, &sheet->filling);
    return sheet;
}

bool sheet_is_long(const struct sheet *sheet) { return sheet->rows; }

struct str sheet_name(const struct sheet *sheet) { return sheet->name; }

size_t book_sheet_count(const struct book *book) { return book->sheets.n; }

struct sheet *book_sheet_at(const struct book *book, size_t i) { return book->sheets.at[i]; }

const struct tally *sheet_tally(const struct sheet *sheet) { return &sheet->tally; }

uint32_t sheet_extras(const struct sheet *sheet) { return sheet->extras; }

void sheet_portrait(struct sheet *sheet) { worksheet_set_portrait(sheet->page); }

void sheet_one_page(struct sheet *sheet)
{
    sheet->breaks.n = 0;
    worksheet_fit_to_pages(sheet->page, 1, 1);
}

void sheet_pages_wide(struct sheet *sheet, uint16_t pages)
{
    worksheet_fit_to_pages(sheet->page, pages, 0);
    worksheet_repeat_columns(sheet->page, 0, 0);
}

void sheet_freeze(struct sheet *sheet, uint32_t rows, uint32_t columns) { worksheet_freeze_panes(sheet->page, rows, (lxw_col_t)columns); }

void sheet_repeat(struct sheet *sheet, uint32_t first, uint32_t last) { worksheet_repeat_rows(sheet->page, first, last); }

void sheet_filter(struct sheet *sheet, uint32_t first_row, uint32_t last_row, uint32_t columns)
{
    struct arena *a = &sheet->arena;
    worksheet_autofilter(sheet->page, first_row, 0, last_row, (lxw_col_t)(columns - 1));
    if (!sheet->rows) return;
    struct str top = book_ref(a, first_row, 0), bottom = book_ref(a, last_row, columns - 1);
    sheet->filter = str_format(a, "<autoFilter ref=\"%.*s:%.*s\"/>", STR_ARG(top), STR_ARG(bottom));
}

void sheet_data_bars(struct sheet *sheet, uint32_t first_row, uint32_t last_row, uint32_t column)
{
    lxw_conditional_format bars = {.type = LXW_CONDITIONAL_DATA_BAR, .bar_color = 0xF2B8B1, .bar_negative_color = 0xBFE3C8, .bar_solid = LXW_TRUE,
                                   .data_bar_2010 = LXW_TRUE};
    worksheet_conditional_format_range(sheet->page, first_row, (lxw_col_t)column, last_row, (lxw_col_t)column, &bars);
    sheet->extras += 2; /* a rule for Excel 2007 and one for 2010 */
}

static struct row_height *height_of(struct sheet *sheet, uint32_t row)
{
    return sheet->rows ? row_xml_height(sheet->rows, row) : row_height_at(&sheet->heights, &sheet->arena, row);
}

void sheet_height(struct sheet *sheet, uint32_t row, double points) { height_fix(height_of(sheet, row), points); }

void sheet_break(struct sheet *sheet, uint32_t row)
{
    if (row) *array_push(&sheet->arena, &sheet->breaks) = row;
}

double sheet_top(const struct sheet *sheet, uint32_t row) { return row_top(&sheet->heights, row); }

void sheet_choices(struct sheet *sheet, uint32_t first_row, uint32_t last_row, uint32_t column, const char *const *words, size_t n)
{
    char **list = arena_new_n(&sheet->arena, char *, n + 1);
    for (size_t i = 0; i < n; i++) list[i] = c_string(str_from(words[i]));
    void *value_list = list; /* char ** or const char **, by the version of the library */
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_LIST, .value_list = value_list, .show_error = LXW_VALIDATION_OFF};
    worksheet_data_validation_range(sheet->page, first_row, (lxw_col_t)column, last_row, (lxw_col_t)column, &rule);
}

void sheet_days(struct sheet *sheet, uint32_t first_row, uint32_t last_row, uint32_t column, struct str message)
{
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_DATE, .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
                                .value_datetime = {.year = 2000, .month = 1, .day = 1}, .ignore_blank = LXW_VALIDATION_ON,
                                .error_message = c_string(str_copy(&sheet->arena, message))};
    worksheet_data_validation_range(sheet->page, first_row, (lxw_col_t)column, last_row, (lxw_col_t)column, &rule);
}

double sheet_pixels(const struct sheet *sheet, uint32_t first, uint32_t last)
{
    double pixels = 0;
    for (uint32_t i = first; i <= last; i++) pixels += (int)(sheet->widths[i] * 7 + 5);
    return pixels;
}

/* The text as it will be read back. Valid until the next text. */
static struct str cleaned(struct sheet *sheet, struct str text)
{
    enum { SCRATCH_MAX = 64 * 1024 };
    if (sheet->scratch.reserved > SCRATCH_MAX) arena_reset(&sheet->scratch);
    return cell_text(&sheet->scratch, text, str_from(sheet->book->info.cut_mark));
}

/* The same, tallied, as the library wants it. */
static struct str counted_text(struct sheet *sheet, uint32_t row, uint32_t column, struct str text)
{
    struct str clean = cleaned(sheet, text);
    if (clean.n) tally_text(&sheet->tally, row, column, clean);
    return cell_text_escaped(&sheet->scratch, clean);
}

/* ---- cells of long sheets ---- */

static struct xml_place place_of(const struct sheet *sheet, uint32_t row, uint32_t column, enum style style, bool sen)
{
    return (struct xml_place){row, column, sheet->book->numbers[style][sen]};
}

/* The text as it will stand in the rows, and what is tallied of it. Valid until the next text. */
static struct known_text xml_text(struct sheet *sheet, struct str text)
{
    struct str clean = cleaned(sheet, text);
    return (struct known_text){.hash = tally_hash(clean), .xml = row_xml_escaped(&sheet->scratch, cell_text_escaped(&sheet->scratch, clean))};
}

static void put_long_text(struct sheet *sheet, struct xml_place place, struct str text, struct known_text *known)
{
    struct known_text passing;
    if (!known || !known->cleaned) {
        passing = xml_text(sheet, text);
        if (known) known->cleaned = true, known->hash = passing.hash, known_text_keep(&sheet->texts, known, passing.xml);
        known = &passing;
    }
    if (!known->xml.n) {
        row_xml_blank(sheet->rows, place);
        return;
    }
    tally_text_hashed(&sheet->tally, place.row, place.column, known->hash);
    row_xml_text(sheet->rows, place, known->xml);
}

static void put_long_number(struct sheet *sheet, struct xml_place place, struct str formula, struct str digits)
{
    if (formula.n)
        row_xml_formula(sheet->rows, place, str_sub(formula, 1, formula.n), digits);
    else
        row_xml_number(sheet->rows, place, digits);
}

/* The library has seen no cell, yet some readers go by the extent that it writes. */
static void finish_long(struct sheet *sheet)
{
    lxw_worksheet *page = sheet->page;
    row_xml_end(sheet->rows);
    page->dim_rowmin = page->dim_colmin = 0;
    page->dim_rowmax = sheet->rows->row ? sheet->rows->row - 1 : 0;
    page->dim_colmax = (lxw_col_t)(sheet->columns - 1);
}

/* ---- cells ---- */

/* `pixels`: the width that the text is wrapped into and the row is made high enough for; 0 = the row stays as it is. */
static void put_text(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str text, double pixels)
{
    struct known_text *known = sheet->rows ? known_text(&sheet->texts, column, text) : NULL;
    if (pixels > 0) height_needs(height_of(sheet, row), fitted_height(known, style, text, pixels));
    if (sheet->rows) {
        put_long_text(sheet, place_of(sheet, row, column, style, false), text, known);
        return;
    }
    struct str clean = counted_text(sheet, row, column, text);
    worksheet_write_string(sheet->page, row, (lxw_col_t)column, clean.p, format_of(sheet->book, style, false));
}

void book_text(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str text)
{
    bool wraps = look_of(style)->wrap && column < sheet->columns;
    put_text(sheet, row, column, style, text, wraps ? sheet_pixels(sheet, column, column) : 0);
}

void book_blank(struct sheet *sheet, uint32_t row, uint32_t column, enum style style)
{
    if (sheet->rows)
        row_xml_blank(sheet->rows, place_of(sheet, row, column, style, false));
    else
        worksheet_write_blank(sheet->page, row, (lxw_col_t)column, format_of(sheet->book, style, false));
}

static void put_number(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, bool sen, struct str formula, double value)
{
    char digits[DIGITS_MAX];
    struct str number = {digits, number_digits(value, digits)};
    tally_digits(&sheet->tally, row, column, number, formula.n > 0);
    if (sheet->rows) {
        put_long_number(sheet, place_of(sheet, row, column, style, sen), formula, number);
        return;
    }
    lxw_format *format = format_of(sheet->book, style, sen);
    if (formula.n)
        worksheet_write_formula_num(sheet->page, row, (lxw_col_t)column, str_copy(&sheet->scratch, formula).p, format, value);
    else
        worksheet_write_number(sheet->page, row, (lxw_col_t)column, value, format);
}

static void put_money(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str formula, struct money money)
{
    bool exact;
    double value = money_number(money, &exact);
    if (!exact) *array_push(&sheet->arena, &sheet->exact) = (struct exact){row, column, money};
    put_number(sheet, row, column, style, money.sen % 100 != 0, formula, value);
}

void book_integer(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, int64_t value)
{
    put_number(sheet, row, column, style, false, S(""), (double)value);
}

void book_date(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct date day)
{
    enum { DAY_1970 = 25569 };
    char iso[DATE_TEXT_MAX];
    int64_t serial = date_days(day) + DAY_1970;
    tally_text(&sheet->tally, row, column, (struct str){iso, date_iso(day, iso)});
    if (sheet->rows)
        put_long_number(sheet, place_of(sheet, row, column, style, false), S(""), str_format(&sheet->scratch, "%" PRId64, serial));
    else
        worksheet_write_number(sheet->page, row, (lxw_col_t)column, (double)serial, format_of(sheet->book, style, false));
}

void book_money(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct money money)
{
    put_money(sheet, row, column, style, S(""), money);
}

void book_percent(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, int64_t bp)
{
    put_number(sheet, row, column, style, false, S(""), (double)bp / 10000.0);
}

void book_money_formula(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str formula, struct money value)
{
    put_money(sheet, row, column, style, formula, value);
}

void book_integer_formula(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str formula, int64_t value)
{
    put_number(sheet, row, column, style, false, formula, (double)value);
}

void book_percent_formula(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str formula, int64_t bp)
{
    put_number(sheet, row, column, style, false, formula, (double)bp / 10000.0);
}

struct str book_ref(struct arena *arena, uint32_t row, uint32_t column)
{
    char ref[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell(ref, row, (lxw_col_t)column);
    return str_copy(arena, str_from(ref));
}

/* 'Sheet name'!A1; no name has an apostrophe. */
static struct str target_ref(struct arena *arena, struct str sheet, uint32_t row, uint32_t column)
{
    char ref[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell(ref, row, (lxw_col_t)column);
    return str_chained(arena, S("'"), sheet, S("'!"), str_from(ref));
}

static void put_long_link(struct sheet *sheet, uint32_t row, uint32_t column, struct str target)
{
    enum { LINKS_MAX = 65530 }; /* Excel's */
    if (sheet->rows->links.items == LINKS_MAX) return;
    row_xml_link(sheet->rows, row, column, target);
    sheet->extras++;
}

void book_link(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str text, struct str target_sheet,
               uint32_t target_row, uint32_t target_column)
{
    struct arena *scratch = &sheet->scratch;
    if (sheet->rows) {
        book_text(sheet, row, column, style, text);
        put_long_link(sheet, row, column, target_ref(scratch, target_sheet, target_row, target_column));
        return;
    }
    struct str clean = counted_text(sheet, row, column, text), ref = target_ref(scratch, target_sheet, target_row, target_column);
    struct str url = str_join(scratch, S("internal:"), ref);
    lxw_format *format = format_of(sheet->book, style, false);
    lxw_error code = worksheet_write_url_opt(sheet->page, row, (lxw_col_t)column, url.p, format, clean.p, NULL);
    if (code != LXW_NO_ERROR) worksheet_write_string(sheet->page, row, (lxw_col_t)column, clean.p, format);
    else sheet->extras++;
}

void book_word_link(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str word, struct str target_sheet,
                    uint32_t target_row, uint32_t target_column)
{
    struct arena *scratch = &sheet->scratch;
    struct str clean = counted_text(sheet, row, column, word), ref = target_ref(scratch, target_sheet, target_row, target_column);
    struct str formula = str_format(scratch, "=HYPERLINK(\"#%.*s\",\"%.*s\")", STR_ARG(ref), STR_ARG(clean));
    if (sheet->rows) {
        row_xml_text_formula(sheet->rows, place_of(sheet, row, column, style, false), str_sub(formula, 1, formula.n), clean);
        return;
    }
    worksheet_write_formula_str(sheet->page, row, (lxw_col_t)column, formula.p, format_of(sheet->book, style, false), clean.p);
}

/* The library states their number in 16 bits: beyond that a text stays in its first cell. */
static bool merges(struct sheet *sheet, uint32_t first, uint32_t last)
{
    if (last <= first || sheet->merged == UINT16_MAX) return false;
    sheet->merged++;
    return true;
}

/* Before the first cell is written: the library writes it as well. */
static void merge(struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last, enum style style)
{
    if (!sheet->rows && merges(sheet, first, last))
        worksheet_merge_range(sheet->page, row, (lxw_col_t)first, row, (lxw_col_t)last, "", format_of(sheet->book, style, false));
}

/* Behind it. */
static void merge_long(struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last, enum style style)
{
    if (!sheet->rows || !merges(sheet, first, last)) return;
    row_xml_merge(sheet->rows, row, first, last);
    for (uint32_t column = first + 1; column <= last; column++) book_blank(sheet, row, column, style);
}

void book_merged(struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last, enum style style, struct str text)
{
    merge(sheet, row, first, last, style);
    put_text(sheet, row, first, style, text, 0);
    merge_long(sheet, row, first, last, style);
}

void book_merged_money(struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last, enum style style, struct money money)
{
    merge(sheet, row, first, last, style);
    book_money(sheet, row, first, style, money);
    merge_long(sheet, row, first, last, style);
}

static void put_exact_notes(struct sheet *sheet)
{
    struct arena *a = &sheet->arena;
    if (!sheet->exact.n) return;
    uint32_t row = (sheet->rows ? sheet->rows->row : sheet->tally.last_row) + 1;
    book_text(sheet, row++, 0, STYLE_NOTE, str_from(sheet->book->info.exact_note));
    for (size_t i = 0; i < sheet->exact.n; i++) {
        const struct exact *exact = &sheet->exact.at[i];
        char digits[MONEY_TEXT_MAX];
        size_t n = money_grouped(exact->money, !sheet->book->info.english, digits);
        struct str ref = book_ref(a, exact->row, exact->column);
        book_text(sheet, row++, 0, STYLE_NOTE, str_format(a, "%.*s = Rp %.*s", STR_ARG(ref), (int)n, digits));
    }
}

static void set_rows(struct sheet *sheet)
{
    for (uint32_t row = 0; row < sheet->heights.rows.n; row++)
        if (sheet->heights.rows.at[row].points > 0) worksheet_set_row(sheet->page, row, row_height(&sheet->heights, row), NULL);
    if (!sheet->breaks.n) return;
    *array_push(&sheet->arena, &sheet->breaks) = 0; /* ends the list */
    worksheet_set_h_pagebreaks(sheet->page, sheet->breaks.at);
}

void sheet_finish(struct sheet *sheet)
{
    if (sheet->finished) return;
    sheet->finished = true;
    put_exact_notes(sheet);
    if (sheet->rows) finish_long(sheet);
    set_rows(sheet);
    arena_release(&sheet->filling);
    arena_release(&sheet->scratch);
}

/* ---- charts ---- */

static lxw_chart_font chart_font(double size, bool bold)
{
    return (lxw_chart_font){.name = LOOK_FONT, .size = size, .bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE, .color = LOOK_INK};
}

static void add_series(const struct book *book, lxw_chart *chart, const struct bar_chart *bars, const struct bar_series *series)
{
    const char *sheet = bars->data->name.p;
    lxw_chart_series *added = chart_add_series(chart, NULL, NULL);
    lxw_col_t names = (lxw_col_t)bars->names, values = (lxw_col_t)series->column;
    chart_series_set_categories(added, sheet, bars->first_row, names, bars->last_row, names);
    chart_series_set_values(added, sheet, bars->first_row, values, bars->last_row, values);
    chart_series_set_name(added, str_copy(book->arena, series->name).p);
    lxw_chart_fill fill = {.color = series->colour};
    chart_series_set_fill(added, &fill);
}

static void set_axes(lxw_chart *chart, const struct bar_chart *bars)
{
    lxw_chart_font small = chart_font(7.5, false);
    lxw_chart_line grid = {.color = 0xE2E5EA, .width = 0.5}, none = {.none = LXW_TRUE};
    lxw_chart_axis *names = chart->y_axis, *amounts = chart->x_axis; /* bars lie: the names stand at the side */
    chart_axis_set_reverse(names);                                   /* first category on top */
    chart_axis_set_interval_unit(names, 1);                          /* every name, however small the chart */
    chart_axis_set_num_font(names, &small);
    chart_axis_set_num_font(amounts, &small);
    chart_axis_set_num_format(amounts, bars->number_format);
    chart_axis_set_line(amounts, &none);
    chart_axis_set_label_position(amounts, LXW_CHART_AXIS_LABEL_POSITION_HIGH); /* at the foot: the order is reversed */
    chart_axis_major_gridlines_set_visible(amounts, LXW_TRUE);
    chart_axis_major_gridlines_set_line(amounts, &grid);
    chart_axis_major_gridlines_set_visible(names, LXW_FALSE);
}

void book_bars(struct sheet *sheet, uint32_t row, uint32_t column, struct bar_chart bars)
{
    const double default_width = 480, default_height = 288;
    struct book *book = sheet->book;
    lxw_chart *chart = workbook_add_chart(book->file, LXW_CHART_BAR);
    lxw_chart_font title = chart_font(9.5, true), legend = chart_font(8, false);
    for (size_t i = 0; i < bars.n; i++) add_series(book, chart, &bars, &bars.series[i]);
    chart_title_set_name(chart, str_copy(book->arena, bars.title).p);
    chart_title_set_name_font(chart, &title);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_TOP);
    chart_legend_set_font(chart, &legend);
    set_axes(chart, &bars);
    chart_set_series_gap(chart, 35);
    lxw_chart_options options = {
        .x_scale = bars.width / default_width, .y_scale = bars.height / default_height, .object_position = LXW_OBJECT_MOVE_DONT_SIZE};
    worksheet_insert_chart_opt(sheet->page, row, (lxw_col_t)column, chart, &options);
}
