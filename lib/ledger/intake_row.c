/* One record below the header as a row: texts as ids, amounts as numbers or, where their format is still open, as text. */
#include <assert.h>
#include <string.h>

#include "intake_reader.h"

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

/* Texts of one column are told apart by their ends: the pool is asked only for those that were not there lately. */
static struct seen_text *seen_at(struct reader *reader, enum dimension dim, struct str text)
{
    uint64_t end = 0;
    if (text.n >= sizeof end) memcpy(&end, text.p + text.n - sizeof end, sizeof end);
    else memcpy(&end, text.p, text.n);
    return &reader->seen[dim][((end ^ text.n) * 0x9E3779B97F4A7C15u >> 32) % SEEN_TEXTS];
}

static uint32_t dimension_id(struct reader *reader, enum dimension dim, struct str text)
{
    if (text.n == 0) return 0;
    struct seen_text *seen = seen_at(reader, dim, text);
    if (seen->id && str_eq(seen->text, text)) return seen->id;
    const size_t known = reader->intake->texts.texts.n;
    uint32_t id = pool_id(&reader->intake->texts, text);
    if (id >= known) note_text(reader, dim, text);
    *seen = (struct seen_text){pool_text(&reader->intake->texts, id), id};
    return id;
}

static struct str first_of(const struct columns *columns, const struct record *record, const enum role *roles, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct str cell = columns_cell(columns, record, roles[i]);
        if (!cell_is_nothing(cell)) return cell;
    }
    return (struct str){0};
}

/* Texts of several cells in one: parted by '|', which no phrase of a rule crosses. Valid until the next call. */
static struct str join_texts(struct reader *reader, const struct record *record, const enum role *roles, size_t n, bool text_is_name)
{
    const struct str bar = S(" | ");
    reader->joined.n = 0;
    for (size_t i = 0; i < n; i++) {
        struct str cell = columns_cell(&reader->rows->columns, record, roles[i]);
        if (cell_is_nothing(cell) || (roles[i] == ROLE_TEXT && text_is_name)) continue;
        assert(cell.n);
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
static void read_joined(struct reader *reader, struct str cell, struct str texts[ROW_DIMS])
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

/* Two cells as one text, parted by a blank. */
static struct str joined_cells(struct reader *reader, const struct record *record, enum role first, enum role second)
{
    struct str a = columns_cell(&reader->rows->columns, record, first), b = columns_cell(&reader->rows->columns, record, second);
    if (cell_is_nothing(a)) return b;
    return cell_is_nothing(b) ? a : str_format(reader->rows->scratch, "%.*s %.*s", STR_ARG(a), STR_ARG(b));
}

/* The month of a row: what was paid directly counts when it was transferred, everything else by its document. */
static struct date month_of(const struct columns *columns, const struct record *record)
{
    struct str kind = columns_cell(columns, record, ROLE_DOCUMENT_KIND), transfer = columns_cell(columns, record, ROLE_TRANSFER_DATE);
    struct date date = {0};
    bool direct = kind.n >= 2 && str_eq_nocase(str_sub(kind, kind.n - 2, kind.n), S("LS"));
    if (!(direct && date_parse(transfer, &date))) date_parse(columns_cell(columns, record, ROLE_DOCUMENT_DATE), &date);
    date.day = 0;
    return date;
}

/* Most rows share theirs with the row before, nearly all with some other row. */
uint32_t row_particulars(struct reader *reader, const struct particulars *p)
{
    struct intake *intake = reader->intake;
    const uint32_t ids[] = {p->fund, p->sub_unit, p->sub_unit_name, p->document, p->payee, p->indicator, p->target};
    uint32_t day;
    memcpy(&day, &p->month, sizeof day);
    uint64_t key = day; /* the map mixes it */
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) key = key * 0x9E3779B97F4A7C15u + ids[i];
    uint32_t *at = keymap_at(&reader->particulars, key);
    if (!*at || memcmp(&intake->particulars.at[*at], p, sizeof *p) != 0) {
        *at = (uint32_t)intake->particulars.n;
        *array_push(&intake->arena, &intake->particulars) = *p;
    }
    return *at;
}

static uint32_t read_particulars(struct reader *reader, const struct record *record)
{
    static const enum role funds[] = {ROLE_FUND_NAME, ROLE_FUND_CODE};
    static const enum role sub_units[] = {ROLE_SUB_UNIT_CODE, ROLE_SUB_UNIT_NAME}, sub_unit_names[] = {ROLE_SUB_UNIT_NAME, ROLE_SUB_UNIT_CODE};
    const struct columns *columns = &reader->rows->columns;
    uint32_t id[SHARED_DIMS];
    if (!reader->has_particulars) return 0;
    const struct str texts[SHARED_DIMS] = {
        [DIM_FUND] = first_of(columns, record, funds, 2), [DIM_SUB_UNIT] = first_of(columns, record, sub_units, 2),
        [DIM_SUB_UNIT_NAME] = first_of(columns, record, sub_unit_names, 2), [DIM_DOCUMENT] = columns_cell(columns, record, ROLE_DOCUMENT_NO),
        [DIM_PAYEE] = joined_cells(reader, record, ROLE_PAYEE_NUMBER, ROLE_PAYEE_NAME), [DIM_INDICATOR] = columns_cell(columns, record, ROLE_INDICATOR),
        [DIM_TARGET] = joined_cells(reader, record, ROLE_TARGET, ROLE_TARGET_UNIT)};
    for (enum dimension dim = ROW_DIMS; dim < SHARED_DIMS; dim++) id[dim] = cell_is_nothing(texts[dim]) ? 0 : dimension_id(reader, dim, texts[dim]);
    const struct date month = reader->rows->dated ? month_of(columns, record) : (struct date){0};
    return row_particulars(reader, &(struct particulars){id[DIM_FUND], id[DIM_SUB_UNIT], id[DIM_SUB_UNIT_NAME], id[DIM_DOCUMENT], id[DIM_PAYEE],
                                                         id[DIM_INDICATOR], id[DIM_TARGET], month});
}

static void read_dimensions(struct reader *reader, const struct record *record, struct row *row)
{
    static const enum role codes[] = {ROLE_SUB_KEGIATAN_CODE, ROLE_KEGIATAN_CODE, ROLE_PROGRAM_CODE};
    static const enum role names[] = {ROLE_SUB_KEGIATAN_NAME, ROLE_KEGIATAN_NAME, ROLE_PROGRAM_NAME};
    static const enum role words[] = {ROLE_PACKAGE, ROLE_TEXT, ROLE_SPEC, ROLE_NOTE};
    const struct columns *columns = &reader->rows->columns;
    bool text_is_name = !columns_have(columns, ROLE_ACCOUNT_NAME) && !reader->rows->parted;
    struct str texts[ROW_DIMS] = {
        [DIM_UNIT_CODE] = columns_cell(columns, record, ROLE_UNIT_CODE), [DIM_UNIT_NAME] = columns_cell(columns, record, ROLE_UNIT_NAME),
        [DIM_ACTIVITY_CODE] = first_of(columns, record, codes, 3), [DIM_ACTIVITY_NAME] = first_of(columns, record, names, 3),
        [DIM_ACCOUNT_CODE] = columns_cell(columns, record, ROLE_ACCOUNT_CODE),
        [DIM_ACCOUNT_NAME] = columns_cell(columns, record, text_is_name ? ROLE_TEXT : ROLE_ACCOUNT_NAME),
        [DIM_TEXT] = join_texts(reader, record, words, sizeof words / sizeof *words, text_is_name),
        [DIM_STAGE] = columns_cell(columns, record, ROLE_STAGE)};
    if (columns_have(columns, ROLE_JOINED_CODE)) read_joined(reader, columns_cell(columns, record, ROLE_JOINED_CODE), texts);
    if (columns_have(columns, ROLE_ACCOUNT_NAME)) cell_unglue(&texts[DIM_ACCOUNT_CODE], &texts[DIM_ACCOUNT_NAME]);
    cell_unglue(&texts[DIM_ACTIVITY_CODE], &texts[DIM_ACTIVITY_NAME]);
    for (enum dimension dim = 0; dim < ROW_DIMS; dim++)
        if (cell_is_nothing(texts[dim])) texts[dim] = (struct str){0};
    bool nameless = true;
    for (enum dimension dim = DIM_ACTIVITY_CODE; dim <= DIM_TEXT; dim++) nameless &= texts[dim].n == 0;
    if (nameless) texts[DIM_ACCOUNT_NAME] = first_words(record);
    row->loose = nameless;
    for (enum dimension dim = 0; dim < ROW_DIMS; dim++) row->dim[dim] = dimension_id(reader, dim, texts[dim]);
    row->particulars = read_particulars(reader, record);
}

/* A number cell of a workbook is what it is, whatever the texts of its column look like. */
static enum number_shape read_number_cell(struct number_column *column, struct str cell, struct money *amount)
{
    column->cells++;
    if (money_parse(cell, DECIMAL_POINT, amount)) return NUMBER_PLAIN;
    enum number_shape shape = money_scan(cell);
    return shape == NUMBER_LOST_DIGITS || shape == NUMBER_OVERFLOW ? shape : NUMBER_BAD;
}

/* The cell in column `at`, as a number where that is certain already, else kept as written. */
static enum number_shape read_number(struct reader *reader, const struct record *record, int at, struct number_column *column, union row_number *out)
{
    if (at < 0 || (size_t)at >= record->n) return NUMBER_BLANK;
    struct str cell = record->cells[at];
    bool number = record->kinds && record->kinds[at] == CELL_NUMBER;
    enum number_shape shape = number ? read_number_cell(column, cell, &out->amount) : number_column_note(column, cell, &reader->intake->arena);
    if (number && shape == NUMBER_PLAIN) return shape;
    if (shape == NUMBER_PLAIN) money_parse(cell, DECIMAL_UNKNOWN, &out->amount);
    if (shape == NUMBER_PLAIN || shape == NUMBER_BLANK) return shape;
    out->kept = reader->rows->kept.n;
    *array_push(reader->rows->scratch, &reader->rows->kept) = str_copy(reader->rows->scratch, cell);
    return shape;
}

static void read_amount(struct reader *reader, const struct record *record, struct row *row, size_t i)
{
    row->shape[i] = (uint8_t)read_number(reader, record, reader->rows->column_of[i], &reader->rows->numbers[i], &row->number[i]);
}

static void read_amounts(struct reader *reader, const struct record *record, struct row *row)
{
    for (size_t i = 0; i < AMOUNT_COLUMNS; i++) {
        row->shape[i] = NUMBER_BLANK;
        if (i != REALISASI || !reader->rows->stacked) read_amount(reader, record, row, i);
    }
}

/* Unit price and volume, where the row states a price. Its own words are the description and the specification: the package above it
 * may name several things. */
static void read_price(struct reader *reader, const struct record *record, struct row *row)
{
    static const enum role columns_of[PRICE_COLUMNS] = {ROLE_PRICE, ROLE_VOLUME};
    static const enum role words[] = {ROLE_TEXT, ROLE_SPEC};
    struct rows *rows = reader->rows;
    const struct columns *columns = &rows->columns;
    struct row_price price = {0};
    if (!columns_have(columns, ROLE_PRICE)) return;
    for (size_t i = 0; i < PRICE_COLUMNS; i++)
        price.shape[i] = (uint8_t)read_number(reader, record, columns->at[columns_of[i]], &rows->price_numbers[i], &price.number[i]);
    if (price.shape[PRICE_COLUMN] == NUMBER_BLANK) return;
    struct str text = join_texts(reader, record, words, sizeof words / sizeof *words, false), all = pool_text(&reader->intake->texts, row->dim[DIM_TEXT]);
    if (text.n && str_ends(all, text)) { /* nearly always: the package stands in front, and nobody left a note */
        price.text = row->dim[DIM_TEXT];
        price.from = (uint32_t)(all.n - text.n);
    } else if (text.n) {
        price.text = pool_id(&reader->intake->texts, text);
    }
    price.measure_unit = dimension_id(reader, DIM_MEASURE_UNIT, columns_cell(columns, record, ROLE_MEASURE_UNIT));
    price.coefficient = dimension_id(reader, DIM_COEFFICIENT, columns_cell(columns, record, ROLE_COEFFICIENT));
    *array_push(rows->scratch, &rows->prices) = price;
    row->price = (uint32_t)rows->prices.n;
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

void row_note_year(struct input_file *info, int year)
{
    if (info->year == 0) info->year = year;
    else if (year && info->year != year && !info->other_year) info->other_year = year;
}

static void read_year(struct reader *reader, const struct record *record)
{
    int year = 0;
    const struct columns *columns = &reader->rows->columns;
    if (columns_have(columns, ROLE_YEAR) && date_find_year(columns_cell(columns, record, ROLE_YEAR), &year)) row_note_year(&reader->intake->info, year);
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

void row_watch(struct reader *reader)
{
    const struct columns *columns = &reader->rows->columns;
    for (size_t i = 0; i < columns->width; i++) {
        int role = columns->role_of[i];
        if (columns->names[i].n && (role < 0 || role == ROLE_KNOWN || role == ROLE_DOCUMENT_NO || role == ROLE_PAYEE_NUMBER)) *array_push(reader->rows->scratch, &reader->watched) = i;
    }
    static const enum role particulars[] = {ROLE_FUND_NAME, ROLE_FUND_CODE, ROLE_SUB_UNIT_CODE, ROLE_SUB_UNIT_NAME, ROLE_DOCUMENT_NO,
                                            ROLE_PAYEE_NUMBER, ROLE_PAYEE_NAME, ROLE_INDICATOR, ROLE_TARGET, ROLE_TARGET_UNIT};
    reader->has_particulars = reader->rows->dated;
    for (size_t i = 0; i < sizeof particulars / sizeof *particulars; i++) reader->has_particulars |= columns_have(columns, particulars[i]);
    if (columns_have(columns, ROLE_UNIT_CODE)) reader->code_column[DIM_UNIT_CODE] = columns->names[columns->at[ROLE_UNIT_CODE]];
    static const enum role activity[] = {ROLE_PROGRAM_CODE, ROLE_KEGIATAN_CODE, ROLE_SUB_KEGIATAN_CODE};
    for (size_t i = 0; i < sizeof activity / sizeof *activity; i++)
        if (columns_have(columns, activity[i])) reader->code_column[DIM_ACTIVITY_CODE] = columns->names[columns->at[activity[i]]];
}

/* A row of words directly below the header, or one whose words stand where they say nothing, may state the scale of the amounts. */
static void note_scale(struct reader *reader, const struct record *record, const struct row *row)
{
    struct rows *rows = reader->rows;
    bool words = row->loose || (!reader->is_second && rows->list.n <= ROWS_BELOW_HEADER);
    for (size_t i = 0; i < AMOUNT_COLUMNS; i++) /* "(Rp. 000)" is a zero as well */
        words &= row->shape[i] == NUMBER_BLANK || row->shape[i] == NUMBER_BAD || (row->shape[i] == NUMBER_PLAIN && row->number[i].amount.sen == 0);
    for (size_t i = 0; words && !rows->scale.n && i < record->n; i++) {
        struct str ignored;
        if (columns_meta_phrase(&reader->rules->headers, record->cells[i], &ignored) != ROLE_META_SCALE) continue;
        rows->scale = str_copy(rows->scratch, record->cells[i]);
        rows->scale_line = record->line;
    }
}

void row_read(struct reader *reader, const struct record *record)
{
    struct row *row = array_push(reader->rows->scratch, &reader->rows->list);
    reader->line = record->line;
    *row = (struct row){.line = record->line, .raw = record->raw};
    read_year(reader, record);
    read_dimensions(reader, record, row);
    read_amounts(reader, record, row);
    note_scale(reader, record, row);
    read_price(reader, record, row);
    row->damage = (uint8_t)damage_of_code(columns_cell(&reader->rows->columns, record, ROLE_ACCOUNT_CODE));
    watch_columns(reader, record);
    bool cut = reader->rows->columns.dialect.delimiter; /* cells of a sheet have their places: nothing can shift */
    if (cut && is_ragged(reader, record, &row->torn)) row->ragged = (uint16_t)(record->n > UINT16_MAX ? UINT16_MAX : record->n);
}

/*
 * Realisation by kind prints each item in two or three rows of the same columns: the budget with code and name; without them the
 * difference and what was spent. True when the record is one of the latter; what was spent then belongs to the row above.
 */
bool row_read_stacked(struct reader *reader, const struct record *record)
{
    struct rows *rows = reader->rows;
    const struct columns *columns = &rows->columns;
    struct row *above = rows->list.n ? &rows->list.at[rows->list.n - 1] : NULL, below = {0};
    if (!above || columns_cell(columns, record, ROLE_ACCOUNT_CODE).n || columns_cell(columns, record, ROLE_TEXT).n) return false;
    read_amount(reader, record, &below, REALISASI);
    if (below.shape[REALISASI] == NUMBER_BLANK || above->shape[REALISASI] != NUMBER_BLANK) return below.shape[REALISASI] == NUMBER_BLANK;
    above->shape[REALISASI] = below.shape[REALISASI];
    above->number[REALISASI] = below.number[REALISASI];
    return true;
}
