#include "effcheck/book.h"

#include <assert.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#include "cell_text.h"
#include "effcheck/array.h"
#include "effcheck/fit.h"
#include "looks.h"
#include "row_heights.h"

/* ---- the book ---- */

struct exact {
    uint32_t row, column;
    struct money money;
};

struct sheet {
    struct book *book;
    lxw_worksheet *page;
    struct str name; /* NUL behind, as all that goes to the library */
    const double *widths;
    size_t columns;
    struct tally tally;
    ARRAY(struct exact) exact;
    struct row_heights heights;
    ARRAY(lxw_row_t) breaks;
};

struct book {
    struct arena *arena;
    struct arena scratch; /* texts on their way to the library */
    struct book_info info;
    lxw_workbook *file;
    lxw_format *formats[STYLE_COUNT][2]; /* made when first used; [1] shows sen */
    ARRAY(struct sheet *) sheets;
};

static char *c_string(struct str s) { return (char *)(uintptr_t)s.p; /* the library takes char * and only reads */ }

static lxw_format *format_of(struct book *book, enum style style, bool sen)
{
    lxw_format **format = &book->formats[style][sen];
    if (*format) return *format;
    const struct look *look = look_of(style);
    *format = workbook_add_format(book->file);
    format_set_font_name(*format, LOOK_FONT);
    format_set_font_size(*format, look->size);
    format_set_font_color(*format, look->ink);
    if (look->bold) format_set_bold(*format);
    if (look->wrap) format_set_text_wrap(*format);
    format_set_align(*format, look->align == 'r' ? LXW_ALIGN_RIGHT : look->align == 'c' ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT);
    if (look->align == 'i') format_set_indent(*format, 1);
    format_set_align(*format, look->vertical == 't' ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    if (look->border) format_set_border(*format, LXW_BORDER_THIN), format_set_border_color(*format, LOOK_RULE);
    if (look->fill != LOOK_NO_FILL) format_set_bg_color(*format, look->fill);
    if (look->number != NUMBER_PLAIN_TEXT) format_set_num_format(*format, look_number(look, sen));
    return *format;
}

double style_height(enum style style, struct str text, double pixels)
{
    const double bold_letters = 1.07;
    const struct look *look = look_of(style);
    double size = look->size, width = look->bold ? size * bold_letters : size;
    return fit_height(fit_lines(text, width, pixels), size);
}

/* Noon UTC of a day, so that no time zone moves the date that a reader shows. After Howard Hinnant, "chrono-Compatible Low-Level
 * Date Algorithms", days_from_civil. */
static time_t noon_of(struct date d)
{
    int64_t y = d.year - (d.month <= 2), era = y / 400, of_era = y - era * 400;
    int64_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + (d.day ? d.day : 1) - 1;
    int64_t days = era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
    return (time_t)(days * 86400 + 43200);
}

static void set_properties(struct book *book)
{
    const struct book_info *info = &book->info;
    struct date created = info->created.year ? info->created : (struct date){2000, 1, 1}; /* 0 would mean: ask the clock */
    enum { UNITS_MAX = 200 };
    struct arena *a = book->arena;
    lxw_doc_properties properties = {.created = noon_of(created)};
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
    lxw_workbook_options options = {.tmpdir = c_string(str_copy(arena, folder))};
    book->file = workbook_new_opt(path.p, &options);
    if (!book->file) return NULL;
    workbook_unset_default_url_format(book->file);
    set_standard_font(book->file);
    set_properties(book);
    return book;
}

bool book_close(struct book *book, struct str *error)
{
    lxw_error code = workbook_close(book->file);
    arena_release(&book->scratch);
    if (code != LXW_NO_ERROR) *error = str_from(lxw_strerror(code));
    return code == LXW_NO_ERROR;
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

static void set_page_texts(const struct sheet *sheet)
{
    enum { UNITS_MAX = 60 };
    const struct book_info *info = &sheet->book->info;
    struct arena *a = &sheet->book->scratch;
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

static void set_page(const struct sheet *sheet)
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

struct sheet *book_sheet(struct book *book, struct str name, const double *widths, size_t n)
{
    struct sheet *sheet = arena_new(book->arena, struct sheet);
    double *copy = arena_new_n(book->arena, double, n + 1);
    for (size_t i = 0; i < n; i++) copy[i] = widths[i];
    *sheet = (struct sheet){.book = book, .name = free_name(book, name), .widths = copy, .columns = n};
    sheet->page = workbook_add_worksheet(book->file, sheet->name.p);
    assert(sheet->page);
    set_page(sheet);
    *array_push(book->arena, &book->sheets) = sheet;
    return sheet;
}

struct str sheet_name(const struct sheet *sheet) { return sheet->name; }

size_t book_sheet_count(const struct book *book) { return book->sheets.n; }

struct sheet *book_sheet_at(const struct book *book, size_t i) { return book->sheets.at[i]; }

const struct tally *sheet_tally(const struct sheet *sheet) { return &sheet->tally; }

void sheet_portrait(struct sheet *sheet) { worksheet_set_portrait(sheet->page); }

void sheet_one_page(struct sheet *sheet)
{
    sheet->breaks.n = 0;
    worksheet_fit_to_pages(sheet->page, 1, 1);
}

void sheet_freeze(struct sheet *sheet, uint32_t rows, uint32_t columns) { worksheet_freeze_panes(sheet->page, rows, (lxw_col_t)columns); }

void sheet_repeat(struct sheet *sheet, uint32_t first, uint32_t last) { worksheet_repeat_rows(sheet->page, first, last); }

void sheet_filter(struct sheet *sheet, uint32_t first_row, uint32_t last_row, uint32_t columns)
{
    worksheet_autofilter(sheet->page, first_row, 0, last_row, (lxw_col_t)(columns - 1));
}

void sheet_height(struct sheet *sheet, uint32_t row, double points) { row_fix(&sheet->heights, sheet->book->arena, row, points); }

void sheet_break(struct sheet *sheet, uint32_t row)
{
    if (row) *array_push(sheet->book->arena, &sheet->breaks) = row;
}

double sheet_top(const struct sheet *sheet, uint32_t row) { return row_top(&sheet->heights, row); }

void sheet_choices(struct sheet *sheet, uint32_t first_row, uint32_t last_row, uint32_t column, const char *const *words, size_t n)
{
    char **list = arena_new_n(sheet->book->arena, char *, n + 1);
    for (size_t i = 0; i < n; i++) list[i] = c_string(str_from(words[i]));
    void *value_list = list; /* char ** or const char **, by the version of the library */
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_LIST, .value_list = value_list, .show_error = LXW_VALIDATION_OFF};
    worksheet_data_validation_range(sheet->page, first_row, (lxw_col_t)column, last_row, (lxw_col_t)column, &rule);
}

double sheet_pixels(const struct sheet *sheet, uint32_t first, uint32_t last)
{
    double pixels = 0;
    for (uint32_t i = first; i <= last; i++) pixels += (int)(sheet->widths[i] * 7 + 5);
    return pixels;
}

/* ---- cells ---- */

/* The text as it will be read back; tallied. Valid until the next text. */
static struct str counted_text(struct sheet *sheet, uint32_t row, uint32_t column, struct str text)
{
    enum { SCRATCH_MAX = 4 * 1024 * 1024 };
    struct book *book = sheet->book;
    if (book->scratch.reserved > SCRATCH_MAX) arena_release(&book->scratch);
    struct str clean = cell_text(&book->scratch, text, str_from(book->info.cut_mark));
    if (clean.n) tally_text(&sheet->tally, row, column, clean);
    return cell_text_escaped(&book->scratch, clean);
}

static void put_text(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str text)
{
    struct str clean = counted_text(sheet, row, column, text);
    worksheet_write_string(sheet->page, row, (lxw_col_t)column, clean.p, format_of(sheet->book, style, false));
}

void book_text(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str text)
{
    bool wraps = look_of(style)->wrap && column < sheet->columns;
    if (wraps) row_needs(&sheet->heights, sheet->book->arena, row, style_height(style, text, sheet_pixels(sheet, column, column)));
    put_text(sheet, row, column, style, text);
}

void book_blank(struct sheet *sheet, uint32_t row, uint32_t column, enum style style)
{
    worksheet_write_blank(sheet->page, row, (lxw_col_t)column, format_of(sheet->book, style, false));
}

static void put_number(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, bool sen, struct str formula, double value)
{
    lxw_format *format = format_of(sheet->book, style, sen);
    tally_number(&sheet->tally, row, column, value, formula.n > 0);
    if (formula.n)
        worksheet_write_formula_num(sheet->page, row, (lxw_col_t)column, str_copy(&sheet->book->scratch, formula).p, format, value);
    else
        worksheet_write_number(sheet->page, row, (lxw_col_t)column, value, format);
}

/* An amount cut to the 15 digits that a spreadsheet keeps: digits x unit, in sen; rounded here, in integers, not by a library. */
struct fifteen {
    int64_t digits, unit;
    bool exact;
};

static struct fifteen fifteen_digits(int64_t sen)
{
    const int64_t most = 999999999999999;
    struct fifteen f = {.unit = 1};
    while (sen / f.unit > most || sen / f.unit < -most) f.unit *= 10;
    int64_t rest = sen % f.unit, up = 2 * rest >= f.unit ? 1 : 2 * rest <= -f.unit ? -1 : 0;
    f.digits = sen / f.unit + (f.unit > 1 ? up : 0);
    f.exact = rest == 0;
    return f;
}

static double money_double(struct fifteen f)
{
    return f.unit < 100 ? (double)f.digits / (double)(100 / f.unit)
                        : (double)f.digits * (double)(f.unit / 100); /* rupiah become floating point here alone */
}

static void put_money(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str formula, struct money money)
{
    struct fifteen f = fifteen_digits(money.sen);
    if (!f.exact) *array_push(sheet->book->arena, &sheet->exact) = (struct exact){row, column, money};
    put_number(sheet, row, column, style, money.sen % 100 != 0, formula, money_double(f));
}

void book_integer(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, int64_t value)
{
    put_number(sheet, row, column, style, false, S(""), (double)value);
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

/* 'Sheet name'!A1, with apostrophes of the name doubled. */
static struct str target_ref(struct arena *arena, struct str sheet, uint32_t row, uint32_t column)
{
    struct str cell = book_ref(arena, row, column), ref = S("'");
    for (size_t i = 0; i < sheet.n; i++) {
        if (sheet.p[i] == '\'') ref = str_join(arena, ref, S("'"));
        ref = str_join(arena, ref, str_sub(sheet, i, i + 1));
    }
    return str_format(arena, "%.*s'!%.*s", STR_ARG(ref), STR_ARG(cell));
}

void book_link(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str text, struct str target_sheet,
               uint32_t target_row, uint32_t target_column)
{
    struct arena *scratch = &sheet->book->scratch;
    struct str clean = counted_text(sheet, row, column, text), ref = target_ref(scratch, target_sheet, target_row, target_column);
    struct str url = str_join(scratch, S("internal:"), ref);
    lxw_format *format = format_of(sheet->book, style, false);
    lxw_error code = worksheet_write_url_opt(sheet->page, row, (lxw_col_t)column, url.p, format, clean.p, NULL);
    if (code != LXW_NO_ERROR) worksheet_write_string(sheet->page, row, (lxw_col_t)column, clean.p, format);
}

void book_word_link(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, struct str word, struct str target_sheet,
                    uint32_t target_row, uint32_t target_column)
{
    struct arena *scratch = &sheet->book->scratch;
    struct str clean = counted_text(sheet, row, column, word), ref = target_ref(scratch, target_sheet, target_row, target_column);
    struct str formula = str_format(scratch, "=HYPERLINK(\"#%.*s\",\"%.*s\")", STR_ARG(ref), STR_ARG(clean));
    worksheet_write_formula_str(sheet->page, row, (lxw_col_t)column, formula.p, format_of(sheet->book, style, false), clean.p);
}

void book_merged(struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last, enum style style, struct str text)
{
    if (last > first)
        worksheet_merge_range(sheet->page, row, (lxw_col_t)first, row, (lxw_col_t)last, "", format_of(sheet->book, style, false));
    put_text(sheet, row, first, style, text);
}

void book_merged_money(struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last, enum style style, struct money money)
{
    if (last > first)
        worksheet_merge_range(sheet->page, row, (lxw_col_t)first, row, (lxw_col_t)last, "", format_of(sheet->book, style, false));
    book_money(sheet, row, first, style, money);
}

static void put_exact_notes(struct sheet *sheet)
{
    struct arena *a = sheet->book->arena;
    if (!sheet->exact.n) return;
    uint32_t row = sheet->tally.last_row + 1;
    book_text(sheet, row++, 0, STYLE_NOTE, str_from(sheet->book->info.exact_note));
    for (size_t i = 0; i < sheet->exact.n; i++) {
        const struct exact *exact = &sheet->exact.at[i];
        char digits[MONEY_TEXT_MAX];
        size_t n = money_grouped(exact->money, !sheet->book->info.english, digits);
        struct str ref = book_ref(a, exact->row, exact->column);
        book_text(sheet, row++, 0, STYLE_NOTE, str_format(a, "%.*s = Rp %.*s", STR_ARG(ref), (int)n, digits));
    }
}

void sheet_finish(struct sheet *sheet)
{
    put_exact_notes(sheet);
    for (uint32_t row = 0; row < sheet->heights.rows.n; row++)
        if (sheet->heights.rows.at[row].points > 0) worksheet_set_row(sheet->page, row, row_height(&sheet->heights, row), NULL);
    if (!sheet->breaks.n) return;
    *array_push(sheet->book->arena, &sheet->breaks) = 0; /* ends the list */
    worksheet_set_h_pagebreaks(sheet->page, sheet->breaks.at);
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
