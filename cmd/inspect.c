#include "inspect.h"

#include "page.h"

/* One file on its page. */
struct sheet {
    struct page page;
    const struct intake *intake;
    const struct intake_rules *rules;
    bool all;
};

_Static_assert((int)TEXT_ROLE_KNOWN - (int)TEXT_ROLE_YEAR == (int)ROLE_KNOWN, "inspect_catalogue.h names every role in order");

static const enum text_id MEASURE_NAMES[MEASURE_COUNT] = {[MURNI] = TEXT_MURNI, [KINI] = TEXT_KINI, [REALISASI] = TEXT_REALISASI};

#define filled(sheet, id, ...) text_filled((sheet)->page.arena, (id), (sheet)->page.english, __VA_ARGS__)

static struct str words(const struct sheet *sheet, enum text_id id)
{
    return text_str(id, sheet->page.english);
}

static struct str count(const struct sheet *sheet, uint64_t n)
{
    return text_count(sheet->page.arena, n, sheet->page.english);
}

/* A value, and who decided it where somebody did. */
static struct str decided(const struct sheet *sheet, enum reading_field field, struct str value)
{
    const struct reading_evidence *evidence = sheet->intake->info.evidence;
    if (!evidence || !reading_says(&evidence->reading, field)) return value;
    return filled(sheet, TEXT_INSPECT_DECIDED, value, evidence->reading.said_by[field]);
}

/* ---- how the bytes were taken ---- */

static void put_trials(struct sheet *sheet)
{
    const struct reading_evidence *evidence = sheet->intake->info.evidence;
    for (size_t i = 0; i < evidence->columns.trials.n; i++) {
        const struct dialect_trial *trial = &evidence->columns.trials.at[i];
        struct dialect taken = sheet->intake->info.dialect;
        bool used = sheet->intake->info.opened && taken.delimiter == trial->dialect.delimiter && taken.outer == trial->dialect.outer;
        struct str mark = used ? S("*") : S("-"), name = dialect_name(sheet->page.arena, trial->dialect, sheet->page.english);
        page_more(&sheet->page, trial->header_line ? filled(sheet, TEXT_INSPECT_TRIAL, mark, name, count(sheet, trial->understood), count(sheet, trial->doubtful),
                                                            str_format(sheet->page.arena, "%u", trial->header_line))
                                                   : filled(sheet, TEXT_INSPECT_TRIAL_NONE, mark, name));
    }
}

static void put_form(struct sheet *sheet)
{
    const struct input_file *file = &sheet->intake->info;
    const struct columns *columns = &file->evidence->columns;
    struct str row = str_format(sheet->page.arena, "%u", file->header_row);
    struct str dialect = file->opened ? dialect_name(sheet->page.arena, file->dialect, sheet->page.english) : words(sheet, TEXT_INSPECT_NOT_READ);
    page_field(&sheet->page, TEXT_INSPECT_SHA256, str_from(file->sha256));
    page_field(&sheet->page, TEXT_INSPECT_ENCODING, decided(sheet, READING_ENCODING, str_from(encoding_name(file->encoding))));
    page_field(&sheet->page, TEXT_INSPECT_DELIMITER, decided(sheet, READING_DELIMITER, dialect));
    put_trials(sheet);
    if (!file->opened) return;
    enum text_id header = columns->header_records == 2 ? TEXT_INSPECT_HEADER_TWO : TEXT_INSPECT_HEADER_AT;
    page_field(&sheet->page, TEXT_INSPECT_HEADER, decided(sheet, READING_HEADER_ROW, filled(sheet, header, row)));
}

/* ---- what the file speaks of ---- */

static struct str year_of(const struct sheet *sheet)
{
    const struct input_file *file = &sheet->intake->info;
    struct str year = str_format(sheet->page.arena, "%d", file->year);
    if (!file->year) return words(sheet, TEXT_INSPECT_NOT_STATED);
    return file->other_year ? filled(sheet, TEXT_INSPECT_YEARS_TWO, year, str_format(sheet->page.arena, "%d", file->other_year)) : year;
}

static struct str unit_words(const struct sheet *sheet, size_t unit)
{
    const struct intake *intake = sheet->intake;
    struct str code = pool_text(&intake->texts, intake->units.at[unit].code), name = pool_text(&intake->texts, intake->units.at[unit].name);
    size_t lines = 0;
    for (size_t i = 0; i < intake->lines.n; i++) lines += intake->lines.at[i].unit == unit;
    if (!code.n && !name.n) name = words(sheet, TEXT_INSPECT_NOT_STATED);
    return filled(sheet, TEXT_INSPECT_UNIT_LINES, code, name, count(sheet, lines));
}

static void put_units(struct sheet *sheet)
{
    enum { SHOWN = 5 };
    const size_t n = sheet->intake->units.n;
    if (n == 0) page_field(&sheet->page, TEXT_INSPECT_UNIT, words(sheet, TEXT_INSPECT_NOT_STATED));
    for (size_t i = 0; i < n && i < SHOWN; i++) {
        struct str unit = unit_words(sheet, i);
        if (i) page_more(&sheet->page, unit);
        else page_field(&sheet->page, TEXT_INSPECT_UNIT, decided(sheet, READING_UNIT_NAME, unit));
    }
    if (n > SHOWN) page_more(&sheet->page, filled(sheet, TEXT_INSPECT_UNITS_MORE, count(sheet, n - SHOWN)));
}

static void put_measures(struct sheet *sheet)
{
    const struct input_file *file = &sheet->intake->info;
    bool first = true;
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++) {
        if (file->evidence->column_of[m] < 0) continue;
        struct str line = filled(sheet, TEXT_INSPECT_MEASURE_FROM, words(sheet, MEASURE_NAMES[m]), file->column_name[m]);
        if (first) page_field(&sheet->page, TEXT_INSPECT_MEASURES, decided(sheet, READING_STAGE, line));
        else page_more(&sheet->page, line);
        first = false;
    }
    if (file->baseline) page_more(&sheet->page, words(sheet, TEXT_INSPECT_BASELINE));
}

static void put_content(struct sheet *sheet)
{
    const struct input_file *file = &sheet->intake->info;
    page_field(&sheet->page, TEXT_INSPECT_YEAR, year_of(sheet));
    if (file->region.n) page_field(&sheet->page, TEXT_INSPECT_REGION, file->region);
    put_units(sheet);
    put_measures(sheet);
}

/* ---- columns ---- */

static void put_columns(struct sheet *sheet)
{
    static const int widths[] = {-3, 40, 32, 15};
    const struct columns *columns = &sheet->intake->info.evidence->columns;
    struct arena *arena = sheet->page.arena;
    const struct str heads[] = {words(sheet, TEXT_INSPECT_COLUMN_NO), words(sheet, TEXT_INSPECT_COLUMN_NAME), words(sheet, TEXT_INSPECT_COLUMN_ROLE),
                                words(sheet, TEXT_INSPECT_COLUMN_SYNONYM)};
    page_heading(&sheet->page, TEXT_INSPECT_COLUMNS);
    page_row(&sheet->page, widths, heads, 4);
    for (size_t i = 0; i < columns->width; i++) {
        int role = columns->role_of[i];
        uint32_t synonym = columns_synonym(&sheet->rules->headers, columns->names[i]);
        if (!columns->names[i].n) continue;
        struct str meaning = words(sheet, role < 0 ? TEXT_INSPECT_COLUMN_IGNORED : (enum text_id)((int)TEXT_ROLE_YEAR + role));
        if (role >= 0 && role != ROLE_KNOWN && columns->at[role] != (int)i) meaning = filled(sheet, TEXT_INSPECT_COLUMN_SECOND, meaning);
        const struct str cells[] = {str_format(arena, "%zu", i + 1), columns->names[i], meaning,
                                    synonym ? str_format(arena, "headers.csv:%u", synonym) : S("-")};
        page_row(&sheet->page, widths, cells, 4);
    }
}

/* ---- numbers ---- */

static const enum text_id SHAPES[NUMBER_BAD + 1] = {
    [NUMBER_PLAIN] = TEXT_INSPECT_SHAPE_PLAIN,       [NUMBER_ZERO_DASH] = TEXT_INSPECT_SHAPE_ZERO_DASH,
    [NUMBER_POINT] = TEXT_INSPECT_SHAPE_POINT,       [NUMBER_COMMA] = TEXT_INSPECT_SHAPE_COMMA,
    [NUMBER_AMBIGUOUS] = TEXT_INSPECT_SHAPE_AMBIGUOUS, [NUMBER_POINTS_ALL] = TEXT_INSPECT_SHAPE_POINTS_ALL,
    [NUMBER_LOST_DIGITS] = TEXT_INSPECT_SHAPE_LOST_DIGITS, [NUMBER_OVERFLOW] = TEXT_INSPECT_SHAPE_OVERFLOW,
    [NUMBER_BAD] = TEXT_INSPECT_SHAPE_BAD};

static struct str reason_of(const struct sheet *sheet, const struct number_column *column)
{
    switch (column->reason) {
    case BY_OWN_CELLS: return words(sheet, TEXT_INSPECT_BY_OWN_CELLS);
    case BY_OTHER_COLUMNS: return words(sheet, TEXT_INSPECT_BY_OTHER_COLUMNS);
    case BY_DECISION: return sheet->intake->info.evidence->reading.said_by[READING_DECIMAL];
    default: return words(sheet, TEXT_INSPECT_BY_NOTHING);
    }
}

/* "12 desimal koma (1.234,50)"; false when the column has no cell of the shape. */
static bool shape_words(const struct sheet *sheet, const struct number_column *column, enum number_shape shape, struct str *out)
{
    struct str example = column->example[shape], name = words(sheet, SHAPES[shape]), n = count(sheet, column->count[shape]);
    if (!column->count[shape]) return false;
    *out = example.n ? str_format(sheet->page.arena, "%.*s %.*s (%.*s)", STR_ARG(n), STR_ARG(name), STR_ARG(example))
                     : str_format(sheet->page.arena, "%.*s %.*s", STR_ARG(n), STR_ARG(name));
    return true;
}

static void put_number_column(struct sheet *sheet, const int *widths, size_t c)
{
    const struct reading_evidence *evidence = sheet->intake->info.evidence;
    const struct number_column *column = &evidence->numbers[c];
    struct str cells[] = {evidence->columns.names[evidence->column_of[c]], str_from(number_format_name(column, sheet->page.english)), reason_of(sheet, column), {0}};
    for (enum number_shape shape = NUMBER_PLAIN; shape <= NUMBER_BAD; shape++) {
        if (!shape_words(sheet, column, shape, &cells[3])) continue;
        page_row(&sheet->page, widths, cells, 4);
        for (size_t i = 0; i < 3; i++) cells[i] = (struct str){0};
    }
}

static void put_numbers(struct sheet *sheet)
{
    static const int widths[] = {16, 25, 16, 33};
    const struct str heads[] = {words(sheet, TEXT_INSPECT_COLUMN_NAME), words(sheet, TEXT_INSPECT_NUMBER_FORMAT), words(sheet, TEXT_INSPECT_NUMBER_WHY),
                                words(sheet, TEXT_INSPECT_NUMBER_CELLS)};
    page_heading(&sheet->page, TEXT_INSPECT_NUMBERS);
    page_row(&sheet->page, widths, heads, 4);
    for (size_t c = 0; c < AMOUNT_COLUMNS; c++)
        if (sheet->intake->info.evidence->column_of[c] >= 0) put_number_column(sheet, widths, c);
}

/* ---- rows and totals ---- */

static const enum text_id EXCLUDED_NAMES[EXCLUDED_COUNT] = {
    [EXCLUDED_BLANK] = TEXT_INSPECT_EX_BLANK,       [EXCLUDED_TITLE] = TEXT_INSPECT_EX_TITLE,     [EXCLUDED_HEADER] = TEXT_INSPECT_EX_HEADER,
    [EXCLUDED_SUBTOTAL] = TEXT_INSPECT_EX_SUBTOTAL, [EXCLUDED_TOTAL] = TEXT_INSPECT_EX_TOTAL,     [EXCLUDED_REVENUE] = TEXT_INSPECT_EX_REVENUE,
    [EXCLUDED_FINANCING] = TEXT_INSPECT_EX_FINANCING, [EXCLUDED_DETAIL] = TEXT_INSPECT_EX_DETAIL, [EXCLUDED_DUPLICATE] = TEXT_INSPECT_EX_DUPLICATE};

static struct str listed(const struct sheet *sheet, struct str list, struct str what, uint64_t n)
{
    struct str number = count(sheet, n);
    return str_format(sheet->page.arena, "%.*s%s%.*s %.*s", STR_ARG(list), list.n ? ", " : "", STR_ARG(what), STR_ARG(number));
}

/* Rejected rows by what is wrong with them; a row with two faults counts under both. */
static struct str rejects_by_kind(const struct sheet *sheet)
{
    uint32_t counts[DIAG_KIND_COUNT] = {0};
    struct str list = {0};
    for (size_t i = 0; i < sheet->intake->rejects.n; i++) counts[sheet->intake->rejects.at[i].kind]++;
    for (int k = 0; k < DIAG_KIND_COUNT; k++)
        if (counts[k]) list = listed(sheet, list, str_from(diag_slug((enum diag_kind)k)), counts[k]);
    return list;
}

static void put_rows(struct sheet *sheet)
{
    const struct input_file *file = &sheet->intake->info;
    struct str excluded = {0};
    for (int k = 0; k < EXCLUDED_COUNT; k++)
        if (file->rows_excluded[k]) excluded = listed(sheet, excluded, words(sheet, EXCLUDED_NAMES[k]), file->rows_excluded[k]);
    page_blank(&sheet->page);
    page_field(&sheet->page, TEXT_INSPECT_ROWS, filled(sheet, TEXT_INSPECT_ROWS_SUM, count(sheet, file->rows_read), count(sheet, file->rows_used),
                                                       count(sheet, input_file_excluded(file)), count(sheet, file->rows_rejected)));
    if (excluded.n) page_more(&sheet->page, filled(sheet, TEXT_INSPECT_ROWS_EXCLUDED, excluded));
    if (sheet->intake->rejects.n) page_more(&sheet->page, filled(sheet, TEXT_INSPECT_ROWS_REJECTED, rejects_by_kind(sheet)));
}

static struct str rupiah(const struct sheet *sheet, struct money amount)
{
    char digits[MONEY_TEXT_MAX];
    money_grouped(amount, !sheet->page.english, digits);
    return str_format(sheet->page.arena, "%s", digits);
}

static void put_totals(struct sheet *sheet)
{
    static const int widths[] = {16, -24, -24, -24};
    const struct input_file *file = &sheet->intake->info;
    const struct str heads[] = {{0}, words(sheet, TEXT_INSPECT_TOTAL_LINES), words(sheet, TEXT_INSPECT_TOTAL_STATED), words(sheet, TEXT_INSPECT_TOTAL_GAP)};
    page_heading(&sheet->page, TEXT_INSPECT_TOTALS);
    page_row(&sheet->page, widths, heads, 4);
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++) {
        struct money gap = file->sums.of[m];
        if (file->evidence->column_of[m] < 0) continue;
        bool stated = amounts_has(&file->stated, m) && money_sub(&gap, file->stated.of[m]);
        const struct str cells[] = {words(sheet, MEASURE_NAMES[m]), rupiah(sheet, file->sums.of[m]), stated ? rupiah(sheet, file->stated.of[m]) : S("-"),
                                    stated ? rupiah(sheet, gap) : S("-")};
        page_row(&sheet->page, widths, cells, 4);
    }
}

/* ---- messages ---- */

static void put_message(struct sheet *sheet, const struct diag *diag, bool first)
{
    struct str sentence = diag_sentence(sheet->page.arena, diag, sheet->page.english), slug = str_from(diag_slug(diag->kind));
    struct str line = diag->line ? filled(sheet, TEXT_INSPECT_MESSAGE_AT, str_format(sheet->page.arena, "%u", diag->line), sentence, slug)
                                 : filled(sheet, TEXT_INSPECT_MESSAGE, sentence, slug);
    if (first) page_field(&sheet->page, TEXT_INSPECT_MESSAGES, line);
    else page_more(&sheet->page, line);
}

/* The first messages of each kind, in the order they were found; how many more there are is said at the end of each kind. */
static void put_messages(struct sheet *sheet)
{
    enum { SHOWN = 3 };
    uint32_t seen[DIAG_KIND_COUNT] = {0};
    const struct diags *diags = &sheet->intake->diags;
    if (diags->list.n) page_blank(&sheet->page);
    for (size_t i = 0; i < diags->list.n; i++) {
        const struct diag *diag = &diags->list.at[i];
        if (seen[diag->kind]++ < SHOWN || sheet->all) put_message(sheet, diag, i == 0);
    }
    for (int k = 0; k < DIAG_KIND_COUNT && !sheet->all; k++)
        if (seen[k] > SHOWN) page_more(&sheet->page, filled(sheet, TEXT_INSPECT_MESSAGE_MORE, count(sheet, seen[k] - SHOWN), str_from(diag_slug((enum diag_kind)k))));
}

static void put_file(struct sheet *sheet)
{
    page_line(&sheet->page, sheet->intake->info.path);
    if (sheet->intake->info.evidence) put_form(sheet);
    if (sheet->intake->info.opened) {
        put_content(sheet);
        put_columns(sheet);
        put_numbers(sheet);
        put_rows(sheet);
        put_totals(sheet);
    }
    put_messages(sheet);
}

bool inspect_files(FILE *out, const struct intake_rules *rules, const struct input *inputs, size_t n, struct inspect_options options,
                   struct diags *diags)
{
    for (size_t i = 0; i < n; i++) {
        struct arena arena = {.out_of_memory = diags->arena->out_of_memory};
        struct intake intake = {.arena.out_of_memory = arena.out_of_memory};
        struct sheet sheet = {.page = {out, &arena, options.english}, .intake = &intake, .rules = rules, .all = options.all};
        intake_read(&intake, rules, inputs[i].path, inputs[i].options);
        if (i) page_blank(&sheet.page);
        put_file(&sheet);
        diag_merge(diags, &intake.diags);
        intake_release(&intake);
        arena_release(&arena);
    }
    return !ferror(out);
}
