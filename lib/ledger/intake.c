#include "effcheck/intake.h"

#include <string.h>

#include "intake_rows.h"

struct reader {
    struct intake *intake;
    const struct intake_rules *rules;
    struct rows *rows;
    struct { struct str text; uint32_t id; } seen[DIM_COUNT]; /* of the row before: most texts repeat */
    ARRAY(char) joined; /* text of the row being read */
    uint32_t line;      /* of the row being read */
    struct str code_column[DIM_COUNT]; /* header names of the columns of unit and activity codes */
    ARRAY(size_t) watched;             /* columns that nobody adds up or compares: looked at only for what Excel did to them */
    struct slid_cells slid;
    uint32_t index;     /* of the record */
};

static bool has(const struct columns *columns, enum role role)
{
    return columns->at[role] >= 0;
}

static struct str cell_of(const struct columns *columns, const struct record *record, enum role role)
{
    int at = columns->at[role];
    return at >= 0 && (size_t)at < record->n ? record->cells[at] : (struct str){0};
}

/* ---- below the header ---- */

/* Names what Excel and wrong encodings did to a text that was not seen before. */
static void note_text(struct reader *reader, enum dimension dim, struct str text)
{
    struct intake *intake = reader->intake;
    bool code = dim == DIM_UNIT_CODE || dim == DIM_ACTIVITY_CODE;
    struct diag diag = {.kind = DIAG_TEXT_MOJIBAKE, .file = intake->info.path, .line = reader->line, .value = text};
    if (code && damage_of_code(text)) {
        diag.kind = DIAG_EXCEL_DAMAGE;
        diag.column = reader->code_column[dim];
        diag_add(&intake->diags, diag);
    } else if (!code && damage_is_mojibake(text)) {
        diag_add(&intake->diags, diag);
    }
}

static uint32_t dimension_id(struct reader *reader, enum dimension dim, struct str text)
{
    if (text.n == 0) return 0;
    if (reader->seen[dim].id && str_eq(reader->seen[dim].text, text)) return reader->seen[dim].id;
    const size_t known = reader->intake->texts.texts.n;
    uint32_t id = pool_id(&reader->intake->texts, text);
    if (id >= known) note_text(reader, dim, text);
    reader->seen[dim].id = id;
    reader->seen[dim].text = pool_text(&reader->intake->texts, id);
    return id;
}

static struct str first_of(const struct columns *columns, const struct record *record, const enum role *roles, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct str cell = cell_of(columns, record, roles[i]);
        if (!cell_is_nothing(cell)) return cell;
    }
    return (struct str){0};
}

/* Texts of several cells in one: parted by '|', which no phrase of a rule crosses. Valid until the next call. */
static struct str join_texts(struct reader *reader, const struct record *record, bool text_is_name)
{
    static const enum role roles[] = {ROLE_PACKAGE, ROLE_TEXT, ROLE_SPEC, ROLE_NOTE};
    const struct str bar = S(" | ");
    reader->joined.n = 0;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        struct str cell = cell_of(&reader->rows->columns, record, roles[i]);
        if (cell_is_nothing(cell) || (roles[i] == ROLE_TEXT && text_is_name)) continue;
        array_reserve(reader->rows->scratch, &reader->joined, reader->joined.n + bar.n + cell.n);
        if (reader->joined.n) memcpy(reader->joined.at + reader->joined.n, bar.p, bar.n), reader->joined.n += bar.n;
        memcpy(reader->joined.at + reader->joined.n, cell.p, cell.n);
        reader->joined.n += cell.n;
    }
    return (struct str){reader->joined.at, reader->joined.n};
}

/* What a row without codes calls itself: "JUMLAH BELANJA" stands in whichever column somebody typed it. */
static struct str first_words(const struct record *record)
{
    for (size_t i = 0; i < record->n; i++) {
        struct str cell = record->cells[i];
        enum number_shape shape = money_scan(cell);
        if (cell.n && shape == NUMBER_BAD) return cell;
    }
    return (struct str){0};
}

/* The account of one joined code, without the code of an item behind it; false when it has none that can be one. */
static bool split_joined(struct reader *reader, struct str cell, struct str *path, struct str *account)
{
    const struct account_schemes *schemes = &reader->rules->outline.schemes;
    struct account parted = {0};
    struct arena *scratch = reader->rows->scratch;
    enum { LONGEST = 120 };
    while (cell.n && cell.n <= LONGEST && !account_split(scratch, &schemes->at[0], cell, path, &parted))
        do cell.n--;
        while (cell.n && cell.p[cell.n] != '.');
    if (parted.n < 2 || parted.at[1] == 0) return false;
    if (parted.n > schemes->at[0].levels) parted.n = schemes->at[0].levels;
    *account = account_text(scratch, &schemes->at[0], &parted);
    return true;
}

/* A package may name several codes; it can only be a line when all have the same account. What cannot be read stays as written, behind
 * a mark that no code begins with. */
static void read_joined(struct reader *reader, struct str cell, struct str texts[DIM_COUNT])
{
    struct str path, account, rest = cell, first = {0};
    bool good = cell.n != 0;
    while (good && rest.n) {
        size_t end = 0;
        while (end < rest.n && rest.p[end] != ';' && rest.p[end] != ',') end++;
        struct str part = str_trim(str_sub(rest, 0, end));
        rest = str_sub(rest, end + 1, rest.n);
        if (part.n == 0) continue;
        good = split_joined(reader, part, &path, &account) && (first.n == 0 || str_eq(first, account));
        if (first.n == 0 && good) texts[DIM_ACTIVITY_CODE] = path;
        first = account;
    }
    if (cell.n) texts[DIM_ACCOUNT_CODE] = good ? first : str_format(reader->rows->scratch, "? %.*s", STR_ARG(cell));
}

static void read_dimensions(struct reader *reader, const struct record *record, struct row *row)
{
    static const enum role codes[] = {ROLE_SUB_KEGIATAN_CODE, ROLE_KEGIATAN_CODE, ROLE_PROGRAM_CODE};
    static const enum role names[] = {ROLE_SUB_KEGIATAN_NAME, ROLE_KEGIATAN_NAME, ROLE_PROGRAM_NAME};
    static const enum role funds[] = {ROLE_FUND_NAME, ROLE_FUND_CODE};
    static const enum role sub_units[] = {ROLE_SUB_UNIT_CODE, ROLE_SUB_UNIT_NAME}, sub_unit_names[] = {ROLE_SUB_UNIT_NAME, ROLE_SUB_UNIT_CODE};
    const struct columns *columns = &reader->rows->columns;
    bool text_is_name = !has(columns, ROLE_ACCOUNT_NAME) && !reader->rows->parted;
    struct str texts[DIM_COUNT] = {
        [DIM_UNIT_CODE] = cell_of(columns, record, ROLE_UNIT_CODE), [DIM_UNIT_NAME] = cell_of(columns, record, ROLE_UNIT_NAME),
        [DIM_ACTIVITY_CODE] = first_of(columns, record, codes, 3), [DIM_ACTIVITY_NAME] = first_of(columns, record, names, 3),
        [DIM_ACCOUNT_CODE] = cell_of(columns, record, ROLE_ACCOUNT_CODE),
        [DIM_ACCOUNT_NAME] = cell_of(columns, record, text_is_name ? ROLE_TEXT : ROLE_ACCOUNT_NAME),
        [DIM_TEXT] = join_texts(reader, record, text_is_name),
        [DIM_SUB_UNIT] = first_of(columns, record, sub_units, 2), [DIM_SUB_UNIT_NAME] = first_of(columns, record, sub_unit_names, 2),
        [DIM_FUND] = first_of(columns, record, funds, 2),
        [DIM_STAGE] = cell_of(columns, record, ROLE_STAGE), [DIM_DOCUMENT] = cell_of(columns, record, ROLE_DOCUMENT_NO)};
    if (has(columns, ROLE_JOINED_CODE)) read_joined(reader, cell_of(columns, record, ROLE_JOINED_CODE), texts);
    if (has(columns, ROLE_ACCOUNT_NAME)) cell_unglue(&texts[DIM_ACCOUNT_CODE], &texts[DIM_ACCOUNT_NAME]);
    cell_unglue(&texts[DIM_ACTIVITY_CODE], &texts[DIM_ACTIVITY_NAME]);
    for (enum dimension dim = 0; dim < DIM_COUNT; dim++)
        if (cell_is_nothing(texts[dim])) texts[dim] = (struct str){0};
    bool nameless = true;
    for (enum dimension dim = DIM_ACTIVITY_CODE; dim <= DIM_TEXT; dim++) nameless &= texts[dim].n == 0;
    if (nameless) texts[DIM_ACCOUNT_NAME] = first_words(record);
    row->loose = nameless;
    for (enum dimension dim = 0; dim < DIM_COUNT; dim++) row->dim[dim] = dimension_id(reader, dim, texts[dim]);
}

/* A number cell of a workbook is what it is, whatever the texts of its column look like. */
static enum number_shape read_number_cell(struct number_column *column, struct str cell, struct money *amount)
{
    column->cells++;
    if (money_parse(cell, DECIMAL_POINT, amount)) return NUMBER_PLAIN;
    enum number_shape shape = money_scan(cell);
    return shape == NUMBER_LOST_DIGITS || shape == NUMBER_OVERFLOW ? shape : NUMBER_BAD;
}

static void read_amount(struct reader *reader, const struct record *record, struct row *row, size_t i)
{
    struct number_column *column = &reader->rows->numbers[i];
    int at = reader->rows->column_of[i];
    if (at < 0 || (size_t)at >= record->n) return;
    struct str cell = record->cells[at];
    bool number = record->kinds && record->kinds[at] == CELL_NUMBER;
    row->shape[i] = (uint8_t)(number ? read_number_cell(column, cell, &row->amount[i]) : number_column_note(column, cell, &reader->intake->arena));
    if (number && row->shape[i] == NUMBER_PLAIN) return;
    if (row->shape[i] == NUMBER_PLAIN) money_parse(cell, DECIMAL_UNKNOWN, &row->amount[i]);
    else if (row->shape[i] != NUMBER_BLANK) row->cell[i] = str_copy(reader->rows->scratch, cell);
}

static void read_amounts(struct reader *reader, const struct record *record, struct row *row)
{
    for (size_t i = 0; i < AMOUNT_COLUMNS; i++) {
        row->shape[i] = NUMBER_BLANK;
        if (i != REALISASI || !reader->rows->stacked) read_amount(reader, record, row, i);
    }
}

/* Three digits, perhaps with decimals: what an unquoted 1,234,567.00 falls apart into. */
static bool is_group(struct str cell)
{
    if (cell.n < 3) return false;
    for (size_t i = 0; i < cell.n; i++)
        if ((i != 3 || cell.p[i] != '.') && (cell.p[i] < '0' || cell.p[i] > '9')) return false;
    return cell.n == 3 || cell.p[3] == '.';
}

static bool is_text_role(int role)
{
    return role == ROLE_NOTE || role == ROLE_TEXT || role == ROLE_SPEC;
}

/* A number stands in the first text column behind the amounts: pieces of an amount have pushed it there. */
static bool number_in_text(const struct columns *columns, const struct record *record, size_t last_amount)
{
    size_t at = last_amount + 1;
    while (at < columns->width && !is_text_role(columns->role_of[at])) at++;
    if (at >= columns->width || at >= record->n) return false;
    enum number_shape shape = money_scan(record->cells[at]);
    return shape != NUMBER_BLANK && shape != NUMBER_ZERO_DASH && shape != NUMBER_BAD;
}

/*
 * More cells than the header has: an unquoted delimiter somewhere. It is harmless in the text behind the last amount column, where the
 * rest of a sentence slides on; anywhere else the amounts may have shifted. Pieces of a number behind the amounts mean that an amount
 * itself fell apart.
 */
static bool is_ragged(const struct reader *reader, const struct record *record, bool *torn)
{
    const struct rows *rows = reader->rows;
    const struct columns *columns = &rows->columns;
    size_t used = record->n, last_amount = 0;
    if (record->n <= columns->width) return false;
    while (used && record->cells[used - 1].n == 0) used--;
    for (size_t i = 0; i < AMOUNT_COLUMNS; i++)
        if (rows->column_of[i] > (int)last_amount) last_amount = (size_t)rows->column_of[i];
    for (size_t i = last_amount + 1; i < used; i++) *torn |= is_group(record->cells[i]);
    if (used <= columns->width) return record->n > columns->header_cells && number_in_text(columns, record, last_amount);
    bool text_behind = last_amount + 1 < columns->width && is_text_role(columns->role_of[columns->width - 1]);
    return !text_behind || number_in_text(columns, record, last_amount) || *torn;
}

static void read_year(struct reader *reader, const struct record *record)
{
    int year = 0;
    struct input_file *info = &reader->intake->info;
    if (!has(&reader->rows->columns, ROLE_YEAR) || !date_find_year(cell_of(&reader->rows->columns, record, ROLE_YEAR), &year)) return;
    if (info->year == 0) info->year = year;
    else if (info->year != year && !info->other_year) info->other_year = year;
}

/* Long numbers (NIP, document numbers) that Excel has shortened: said once a column. */
static void watch_columns(struct reader *reader, const struct record *record)
{
    enum { SHORTEST = 5, LONGEST = 12 };
    for (size_t i = 0; i < reader->watched.n; i++) {
        size_t at = reader->watched.at[i];
        struct str cell = at < record->n ? record->cells[at] : (struct str){0};
        if (cell.n < SHORTEST || cell.n > LONGEST || !memchr(cell.p, 'E', cell.n) || damage_of_code(cell) != DAMAGE_LOST_DIGITS) continue;
        diag_add(&reader->intake->diags, (struct diag){.kind = DIAG_EXCEL_DAMAGE, .file = reader->intake->info.path, .line = record->line,
                                                       .column = reader->rows->columns.names[at], .value = cell});
        reader->watched.at[i--] = reader->watched.at[--reader->watched.n];
    }
}

static void set_up_watch(struct reader *reader)
{
    const struct columns *columns = &reader->rows->columns;
    for (size_t i = 0; i < columns->width; i++) {
        int role = columns->role_of[i];
        if (columns->names[i].n && (role < 0 || role == ROLE_KNOWN || role == ROLE_DOCUMENT_NO)) *array_push(reader->rows->scratch, &reader->watched) = i;
    }
    if (has(columns, ROLE_UNIT_CODE)) reader->code_column[DIM_UNIT_CODE] = columns->names[columns->at[ROLE_UNIT_CODE]];
    static const enum role activity[] = {ROLE_PROGRAM_CODE, ROLE_KEGIATAN_CODE, ROLE_SUB_KEGIATAN_CODE};
    for (size_t i = 0; i < sizeof activity / sizeof *activity; i++)
        if (has(columns, activity[i])) reader->code_column[DIM_ACTIVITY_CODE] = columns->names[columns->at[activity[i]]];
}

/* The month of a row: what was paid directly counts when it was transferred, everything else by its document. */
static struct date month_of(const struct columns *columns, const struct record *record)
{
    struct str kind = cell_of(columns, record, ROLE_DOCUMENT_KIND), transfer = cell_of(columns, record, ROLE_TRANSFER_DATE);
    struct date date = {0};
    bool direct = kind.n >= 2 && str_eq_nocase(str_sub(kind, kind.n - 2, kind.n), S("LS"));
    if (!(direct && date_parse(transfer, &date))) date_parse(cell_of(columns, record, ROLE_DOCUMENT_DATE), &date);
    date.day = 0;
    return date;
}

static void read_row(struct reader *reader, const struct record *record)
{
    struct row *row = array_push(reader->rows->scratch, &reader->rows->list);
    reader->line = record->line;
    *row = (struct row){.line = record->line, .raw = record->raw};
    if (reader->rows->dated) row->month = month_of(&reader->rows->columns, record);
    read_year(reader, record);
    read_dimensions(reader, record, row);
    read_amounts(reader, record, row);
    row->damage = (uint8_t)damage_of_code(cell_of(&reader->rows->columns, record, ROLE_ACCOUNT_CODE));
    watch_columns(reader, record);
    bool cut = reader->rows->columns.dialect.delimiter; /* cells of a sheet have their places: nothing can shift */
    if (cut && is_ragged(reader, record, &row->torn)) row->ragged = (uint16_t)(record->n > UINT16_MAX ? UINT16_MAX : record->n);
}

static void note_quotes(struct intake *intake, const struct record *record)
{
    enum diag_kind kind = record->flags & RECORD_UNCLOSED_QUOTE ? DIAG_QUOTE_UNCLOSED : DIAG_QUOTE_STRAY;
    if (record->flags & (RECORD_UNCLOSED_QUOTE | RECORD_STRAY_QUOTE))
        diag_add(&intake->diags, (struct diag){.kind = kind, .file = intake->info.path, .line = record->line});
}

static bool is_blank(const struct record *record)
{
    for (size_t i = 0; i < record->n; i++)
        if (record->cells[i].n) return false;
    return true;
}

/* A record beyond the limits of csv.h: rejected without looking into it. */
static void refuse_oversized(struct reader *reader, const struct record *record)
{
    enum { RAW_KEPT = 1024 };
    struct intake *intake = reader->intake;
    bool wide = record->flags & RECORD_TOO_WIDE;
    struct diag diag = {.kind = wide ? DIAG_ROW_TOO_WIDE : DIAG_ROW_TOO_LONG, .file = intake->info.path, .line = record->line};
    diag.value = wide ? str_format(&intake->arena, "%d", RECORD_CELLS_MAX) : str_format(&intake->arena, "%zu", record->raw.n);
    if (!wide) diag.detail = str_format(&intake->arena, "%d", RECORD_BYTES_MAX);
    diag_add(&intake->diags, diag);
    struct str raw = str_sub(record->raw, 0, RAW_KEPT);
    *array_push(&intake->arena, &intake->rejects) = (struct reject){.row = record->line, .kind = diag.kind, .value = diag.value, .accepted = diag.detail,
                                                                    .raw = str_copy(&intake->arena, str_sub(raw, 0, str_utf8_error(raw)))};
    intake->info.rows_rejected++;
    reader->rows->lost++;
}

/* "0", "false": not. */
static bool is_no(struct str cell)
{
    return str_eq(cell, S("0")) || str_eq_nocase(cell, S("false")) || str_eq_nocase(cell, S("f")) || str_eq_nocase(cell, S("tidak"));
}

/* Rows that the file itself marks as withdrawn. */
static bool is_inactive(const struct columns *columns, const struct record *record)
{
    if (has(columns, ROLE_ACTIVE) && is_no(cell_of(columns, record, ROLE_ACTIVE))) return true;
    struct str deleted = cell_of(columns, record, ROLE_DELETED);
    return !cell_is_nothing(deleted) && !is_no(deleted);
}

/*
 * Realisation by kind prints each item in two or three rows of the same columns: the budget with code and name; without them the
 * difference and what was spent. True when the record is one of the latter; what was spent then belongs to the row above.
 */
static bool read_stacked(struct reader *reader, const struct record *record)
{
    struct rows *rows = reader->rows;
    const struct columns *columns = &rows->columns;
    struct row *above = rows->list.n ? &rows->list.at[rows->list.n - 1] : NULL, below = {0};
    if (!above || cell_of(columns, record, ROLE_ACCOUNT_CODE).n || cell_of(columns, record, ROLE_TEXT).n) return false;
    read_amount(reader, record, &below, REALISASI);
    if (below.shape[REALISASI] == NUMBER_BLANK || above->shape[REALISASI] != NUMBER_BLANK) return below.shape[REALISASI] == NUMBER_BLANK;
    above->shape[REALISASI] = below.shape[REALISASI];
    above->amount[REALISASI] = below.amount[REALISASI];
    above->cell[REALISASI] = below.cell[REALISASI];
    return true;
}

static void read_body(struct reader *reader, struct record record)
{
    struct input_file *info = &reader->intake->info;
    const struct columns *columns = &reader->rows->columns;
    if (columns->slides.n) columns_slide_record(columns, &record, &reader->slid, reader->rows->scratch);
    if (is_inactive(columns, &record)) info->rows_excluded[EXCLUDED_INACTIVE]++;
    else if (reader->rows->stacked && read_stacked(reader, &record)) info->rows_excluded[EXCLUDED_DETAIL]++;
    else read_row(reader, &record);
}

static bool read_record(void *context, const struct record *record)
{
    struct reader *reader = context;
    struct input_file *info = &reader->intake->info;
    const struct columns *columns = &reader->rows->columns;
    uint32_t index = reader->index++;
    info->rows_read++;
    note_quotes(reader->intake, record);
    if (record->flags & (RECORD_TOO_LONG | RECORD_TOO_WIDE)) refuse_oversized(reader, record);
    else if (is_blank(record)) info->rows_excluded[EXCLUDED_BLANK]++;
    else if (index < columns->first_record) {
        info->rows_excluded[EXCLUDED_TITLE]++;
        titles_read(&(struct titles){reader->intake, reader->rows, &reader->rules->headers}, record);
    } else if (index < columns->first_record + columns->header_records || columns_is_header_again(columns, record)) info->rows_excluded[EXCLUDED_HEADER]++;
    else read_body(reader, *record);
    return true;
}

/* For csv.h: a physical line that is a record of its own inside an open quote has an account or activity code and an amount. */
static bool looks_like_record(void *context, const struct str *cells, size_t n)
{
    const struct reader *reader = context;
    const struct columns *columns = &reader->rows->columns;
    int code = columns->at[ROLE_ACCOUNT_CODE];
    if (reader->index <= columns->first_record) return false; /* titles have no columns yet */
    if (code < 0 || (size_t)code >= n || cells[code].n < 3 || n + 1 < columns->width) return false;
    for (size_t i = 0; i < cells[code].n; i++)
        if (!strchr("0123456789. ", cells[code].p[i])) return false;
    for (size_t i = 0; i < MEASURE_COUNT; i++) {
        int at = reader->rows->column_of[i];
        if (at < 0 || (size_t)at >= n) continue;
        enum number_shape shape = money_scan(cells[at]);
        if (shape != NUMBER_BLANK && shape != NUMBER_BAD) return true;
    }
    return false;
}

/* Somebody said what the file is of: its only budget column then means that. */
static void set_stage(struct rows *rows)
{
    int16_t *of = rows->column_of;
    if (rows->reading.stage == STAGE_KINI && of[KINI] < 0) {
        of[KINI] = of[MURNI];
        of[MURNI] = -1;
    }
    if (rows->reading.stage == STAGE_REALISASI) {
        if (of[REALISASI] < 0) of[REALISASI] = of[KINI] >= 0 ? of[KINI] : of[MURNI];
        of[KINI] = of[MURNI] = -1;
    }
}

static void set_up_columns(struct reader *reader, bool baseline)
{
    struct rows *rows = reader->rows;
    struct columns *columns = &rows->columns;
    static const enum role roles[AMOUNT_COLUMNS] = {ROLE_MURNI, ROLE_KINI, ROLE_REALISASI, ROLE_SETORAN};
    static const enum role parted[] = {ROLE_SUB_KEGIATAN_CODE, ROLE_SUB_KEGIATAN_NAME, ROLE_KEGIATAN_CODE, ROLE_KEGIATAN_NAME, ROLE_PROGRAM_CODE,
                                       ROLE_UNIT_CODE, ROLE_UNIT_NAME, ROLE_JOINED_CODE};
    for (size_t i = 0; i < AMOUNT_COLUMNS; i++) rows->column_of[i] = columns->at[roles[i]];
    if (baseline) {
        if (rows->column_of[MURNI] < 0) rows->column_of[MURNI] = rows->column_of[KINI];
        rows->column_of[KINI] = rows->column_of[REALISASI] = rows->column_of[AMOUNT_SETORAN] = -1;
    } else {
        set_stage(rows);
    }
    rows->stacked = !baseline && has(columns, ROLE_BY_KIND) && rows->column_of[REALISASI] < 0 && str_contains(columns->title, S("realisasi"));
    if (rows->stacked) rows->column_of[REALISASI] = rows->column_of[KINI];
    rows->dated = has(columns, ROLE_DOCUMENT_DATE) || has(columns, ROLE_TRANSFER_DATE);
    for (size_t i = 0; i < sizeof parted / sizeof *parted; i++) rows->parted |= has(columns, parted[i]);
    reader->intake->info.unit_in_rows = has(columns, ROLE_UNIT_CODE) || has(columns, ROLE_UNIT_NAME);
    bool accounts = has(columns, ROLE_ACCOUNT_CODE) || has(columns, ROLE_ACCOUNT_NAME);
    rows->plain = rows->parted && (has(columns, ROLE_JOINED_CODE) || !accounts);
    for (size_t i = 0; i < MEASURE_COUNT; i++)
        if (rows->column_of[i] >= 0) reader->intake->info.column_name[i] = columns->names[rows->column_of[i]];
}

/* Amounts grouped by commas without quotes: nearly every row is torn, and no row of such a file can be trusted. */
static bool refuse_torn(const struct reader *reader, struct diags *diags)
{
    enum { CHANCE = 3 };
    struct arena *scratch = reader->rows->scratch;
    size_t torn = 0, n = 0;
    for (size_t i = 0; i < reader->rows->list.n; i++) {
        const struct row *row = &reader->rows->list.at[i];
        bool amount = false;
        for (size_t m = 0; m < MEASURE_COUNT; m++) amount |= row->shape[m] != NUMBER_BLANK && row->shape[m] != NUMBER_BAD;
        n += amount || row->torn;
        torn += row->torn;
    }
    if (torn < CHANCE || torn * 2 < n) return false;
    diag_add(diags, (struct diag){.kind = DIAG_AMOUNTS_TORN, .file = reader->intake->info.path, .line = reader->rows->columns.header_line,
                                  .value = str_format(scratch, "%zu", torn), .detail = str_format(scratch, "%zu", n)});
    return true;
}

/* Forgets what was read of a table that turns out not to be usable. */
static void refuse_table(struct intake *intake)
{
    intake->info.opened = false;
    intake->info.rows_read = intake->info.rows_rejected = 0;
    memset(intake->info.rows_excluded, 0, sizeof intake->info.rows_excluded);
}

static bool read_records(struct reader *reader, const struct table *table)
{
    struct intake *intake = reader->intake;
    struct str error;
    if (!table_each(table, read_record, looks_like_record, reader, &error)) {
        diag_add(&intake->diags, (struct diag){.kind = DIAG_WORKBOOK_BAD, .file = intake->info.path, .detail = error});
        return false;
    }
    const struct reading_options *reading = &reader->rows->reading;
    if (reading_says(reading, READING_UNIT_CODE)) intake->info.unit_code = str_copy(&intake->arena, reading->unit_code);
    if (reading_says(reading, READING_UNIT_NAME)) intake->info.unit_name = str_copy(&intake->arena, reading->unit_name);
    return !refuse_torn(reader, &intake->diags);
}

void intake_begin(struct intake *intake, struct str path, struct intake_options options)
{
    intake->diags.arena = &intake->arena;
    pool_init(&intake->texts, &intake->arena);
    *array_push(&intake->arena, &intake->activities) = (struct activity){0};
    *array_push(&intake->arena, &intake->stages) = (struct stage){0};
    intake->info.path = str_copy(&intake->arena, path);
    intake->info.reconciled = -1;
    intake->info.baseline = options.baseline || options.reading.stage == STAGE_MURNI;
}

static void keep_evidence(struct intake *intake, const struct rows *rows)
{
    struct reading_evidence *evidence = arena_new(&intake->arena, struct reading_evidence);
    *evidence = (struct reading_evidence){.reading = rows->reading, .columns = rows->columns};
    memcpy(evidence->numbers, rows->numbers, sizeof evidence->numbers);
    for (size_t i = 0; i < AMOUNT_COLUMNS; i++) evidence->column_of[i] = intake->info.opened ? rows->column_of[i] : (int16_t)-1;
    intake->info.evidence = evidence;
}

bool intake_table(struct intake *intake, const struct intake_rules *rules, const struct table *tables, size_t n, struct intake_options options)
{
    struct rows rows = {.scratch = tables->scratch, .reading = options.reading};
    struct reader reader = {.intake = intake, .rules = rules, .rows = &rows};
    unsigned needs = options.amounts_needed ? NEED_AMOUNTS : 0;
    size_t chosen = 0;
    bool found;
    if (!columns_find(&rows.columns, &rules->headers, intake->info.path, tables, n, &rows.reading, needs, &intake->arena, &intake->diags, &chosen, &found)) {
        keep_evidence(intake, &rows);
        return found;
    }
    columns_find_slides(&rows.columns, &tables[chosen], &intake->arena);
    intake->info.dialect = rows.columns.dialect;
    intake->info.header_row = rows.columns.header_line;
    set_up_columns(&reader, intake->info.baseline);
    set_up_watch(&reader);
    intake->info.opened = read_records(&reader, &tables[chosen]);
    if (intake->info.opened) intake_lines(intake, rules, options, &rows);
    else refuse_table(intake);
    keep_evidence(intake, &rows);
    return true;
}

void intake_no_table(struct intake *intake, const struct intake_rules *rules, const struct table *table, struct intake_options options)
{
    if (!not_lines_refuse(&rules->not_lines, table, intake->info.path, &intake->diags))
        columns_missing(table, intake->info.path, &options.reading, &intake->arena, &intake->diags);
}

/* The dialects to try: those the text suggests, of a given delimiter only. */
static size_t candidates_of(struct str text, const struct reading_options *reading, struct dialect out[DIALECTS_MAX])
{
    size_t n = dialect_candidates(text, out), kept = 0;
    if (!reading->delimiter) return n;
    for (size_t i = 0; i < n; i++)
        if (out[i].delimiter == reading->delimiter) out[kept++] = out[i];
    if (kept == 0) out[kept++] = (struct dialect){reading->delimiter, 0};
    return kept;
}

static void read_text(struct intake *intake, const struct intake_rules *rules, struct str text, struct intake_options options, struct arena *scratch)
{
    struct dialect dialects[DIALECTS_MAX];
    struct table tables[DIALECTS_MAX];
    size_t n = candidates_of(text, &options.reading, dialects);
    for (size_t i = 0; i < n; i++) tables[i] = table_of_text(text, dialects[i], scratch);
    if (!intake_table(intake, rules, tables, n, options)) intake_no_table(intake, rules, &tables[0], options);
}

void intake_read(struct intake *intake, const struct intake_rules *rules, struct str path, struct intake_options options)
{
    struct arena scratch = {.out_of_memory = intake->arena.out_of_memory};
    struct source source;
    const enum encoding *encoding = reading_says(&options.reading, READING_ENCODING) ? &options.reading.encoding : NULL;
    intake_begin(intake, path, options);
    if (source_open_as(&source, intake->info.path, encoding, &scratch, &intake->diags)) {
        const bool book = source.encoding == ENCODING_WORKBOOK;
        intake->info.encoding = source.encoding;
#pragma omp task if (!book) /* by a thread that has no file left, while this one reads */
        sha256_hex(&source.raw, 1, intake->info.sha256);
        if (book) intake_book(intake, rules, options, &scratch);
        else read_text(intake, rules, source.text, options, &scratch);
#pragma omp taskwait
        source_close(&source);
    }
    arena_release(&scratch);
}

void intake_release(struct intake *intake)
{
    for (struct intake *table = intake->next; table; table = table->next) arena_release(&table->arena); /* the tables lie in the first arena */
    arena_release(&intake->arena);
}
