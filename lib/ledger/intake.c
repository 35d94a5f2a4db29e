#include "effcheck/intake.h"

#include <assert.h>
#include <omp.h>
#include <string.h>

#include "intake_reader.h"

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
    if (columns_have(columns, ROLE_ACTIVE) && is_no(columns_cell(columns, record, ROLE_ACTIVE))) return true;
    struct str deleted = columns_cell(columns, record, ROLE_DELETED);
    return !cell_is_nothing(deleted) && !is_no(deleted);
}

/* Only where levels stand above the row: their sums check what was mended. */
static void rejoin_name(struct reader *reader, struct record *record)
{
    const struct columns *columns = &reader->rows->columns;
    if (!columns->dialect.delimiter || reader->rows->parted || !columns_rejoin_name(columns, record, &reader->slid, reader->rows->scratch)) return;
    int at = columns->at[columns_have(columns, ROLE_ACCOUNT_NAME) ? ROLE_ACCOUNT_NAME : ROLE_TEXT];
    diag_add(&reader->intake->diags, (struct diag){.kind = DIAG_NAME_REJOINED, .file = reader->intake->info.path, .line = record->line,
                                                   .column = columns->names[at], .value = str_copy(&reader->intake->arena, record->cells[at])});
}

static void read_body(struct reader *reader, struct record record)
{
    struct input_file *info = &reader->intake->info;
    const struct columns *columns = &reader->rows->columns;
    if (columns->slides.n) columns_slide_record(columns, &record, &reader->slid, reader->rows->scratch);
    rejoin_name(reader, &record);
    if (is_inactive(columns, &record)) info->rows_excluded[EXCLUDED_INACTIVE]++;
    else if (reader->rows->stacked && row_read_stacked(reader, &record)) info->rows_excluded[EXCLUDED_DETAIL]++;
    else row_read(reader, &record);
}

static bool read_record(void *context, const struct record *record)
{
    struct reader *reader = context;
    struct input_file *info = &reader->intake->info;
    const struct columns *columns = &reader->rows->columns;
    if (reader->second && half_meets(reader, record)) return false;
    uint32_t index = reader->index++;
    info->rows_read++;
    note_quotes(reader->intake, record);
    if (record->flags & (RECORD_TOO_LONG | RECORD_TOO_WIDE)) refuse_oversized(reader, record);
    else if (is_blank(record)) info->rows_excluded[EXCLUDED_BLANK]++;
    else if (index < columns->first_record) {
        info->rows_excluded[EXCLUDED_TITLE]++;
        titles_read(&(struct titles){reader->intake, reader->rows, &reader->rules->headers}, record);
    } else if (index < columns->first_record + columns->header_records || columns_is_header_again(columns, record)) info->rows_excluded[EXCLUDED_HEADER]++;
    else if (titles_again(&(struct titles){reader->intake, reader->rows, &reader->rules->headers}, record)) info->rows_excluded[EXCLUDED_TITLE]++;
    else read_body(reader, *record);
    return !reader->is_second || reader->intake->diags.list.n == 0; /* with a word to say it is forgotten, see intake_halves.c */
}

/* For csv.h: a physical line that is a record of its own inside an open quote has an account or activity code and an amount. */
bool reader_looks_like_record(void *context, const struct str *cells, size_t n)
{
    const struct reader *reader = context;
    const struct columns *columns = &reader->rows->columns;
    int code = columns->at[ROLE_ACCOUNT_CODE];
    if (reader->index <= columns->first_record) return false; /* titles have no columns yet */
    if (code < 0 || (size_t)code >= n || n + 1 < columns->width) return false;
    if (!cells) return true; /* it has enough of them */
    if (cells[code].n < 3) return false;
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

/* Columns that only some checks look at. */
static uint8_t says_of(const struct columns *columns)
{
    unsigned says = columns_have(columns, ROLE_DOCUMENT_DATE) || columns_have(columns, ROLE_TRANSFER_DATE) ? SAYS_DATE : 0;
    if (columns_have(columns, ROLE_DOCUMENT_NO)) says |= SAYS_DOCUMENT;
    if (columns_have(columns, ROLE_PAYEE_NUMBER) || columns_have(columns, ROLE_PAYEE_NAME)) says |= SAYS_PAYEE;
    if (columns_have(columns, ROLE_INDICATOR)) says |= SAYS_INDICATOR;
    if (columns_have(columns, ROLE_TARGET)) says |= SAYS_TARGET;
    if (columns_have(columns, ROLE_REPEATED)) says |= SAYS_REPEATED;
    return (uint8_t)says;
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
    rows->stacked = !baseline && columns_have(columns, ROLE_BY_KIND) && rows->column_of[REALISASI] < 0 && str_contains(columns->title, S("realisasi"));
    if (rows->stacked) rows->column_of[REALISASI] = rows->column_of[KINI];
    reader->intake->info.says = says_of(columns);
    rows->dated = reader->intake->info.says & SAYS_DATE;
    for (size_t i = 0; i < sizeof parted / sizeof *parted; i++) rows->parted |= columns_have(columns, parted[i]);
    reader->intake->info.unit_in_rows = columns_have(columns, ROLE_UNIT_CODE) || columns_have(columns, ROLE_UNIT_NAME);
    bool accounts = columns_have(columns, ROLE_ACCOUNT_CODE) || columns_have(columns, ROLE_ACCOUNT_NAME);
    rows->plain = rows->parted && (columns_have(columns, ROLE_JOINED_CODE) || !accounts);
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

/* Thousands or millions of rupiah, said in the title, in a column name, below the header or in a note: rounded, and no amount may pass as rupiah. */
static bool refuse_scaled(const struct reader *reader, struct diags *diags)
{
    const struct rows *rows = reader->rows;
    struct str words = columns_scale(&rows->columns, &reader->rules->headers);
    if (!words.n && !rows->scale.n) return false;
    diag_add(diags, (struct diag){.kind = DIAG_AMOUNTS_SCALED, .file = reader->intake->info.path, .line = words.n ? rows->columns.header_line : rows->scale_line,
                                  .value = words.n ? words : rows->scale});
    return true;
}

/* Forgets what was read of a table that turns out not to be usable. */
static void refuse_table(struct intake *intake)
{
    intake->info.opened = false;
    intake->info.rows_read = intake->info.rows_rejected = 0;
    memset(intake->info.rows_excluded, 0, sizeof intake->info.rows_excluded);
}

bool reader_walk(struct reader *reader, const struct table *table, struct str *error)
{
    return table_each(table, read_record, reader_looks_like_record, reader, error);
}

static bool read_records(struct reader *reader, const struct table *table, size_t halves_from)
{
    struct intake *intake = reader->intake;
    struct str error;
    if (halves_from && table->text.n >= halves_from) half_begin(reader, table);
    if (!reader->second || omp_get_num_threads() > 2) intake_digest(intake); /* of two threads both read, and it waits until they meet */
    bool good = reader_walk(reader, table, &error);
    half_end(reader);
    if (!good) {
        diag_add(&intake->diags, (struct diag){.kind = DIAG_WORKBOOK_BAD, .file = intake->info.path, .detail = error});
        return false;
    }
    const struct reading_options *reading = &reader->rows->reading;
    if (reading_says(reading, READING_UNIT_CODE)) intake->info.unit_code = str_copy(&intake->arena, reading->unit_code);
    if (reading_says(reading, READING_UNIT_NAME)) intake->info.unit_name = str_copy(&intake->arena, reading->unit_name);
    return !refuse_scaled(reader, &intake->diags) && !refuse_torn(reader, &intake->diags);
}

void intake_begin(struct intake *intake, struct str path, struct intake_options options)
{
    intake->diags.arena = &intake->arena;
    pool_init(&intake->texts, &intake->arena);
    *array_push(&intake->arena, &intake->activities) = (struct activity){0};
    *array_push(&intake->arena, &intake->particulars) = (struct particulars){0};
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
    struct reader reader = {.intake = intake, .rules = rules, .rows = &rows, .particulars.arena = rows.scratch};
    unsigned needs = options.amounts_needed ? NEED_AMOUNTS : 0;
    size_t chosen = 0;
    bool found;
    if (!columns_find(&rows.columns, &rules->headers, intake->info.path, tables, n, &rows.reading, needs, &intake->arena, &intake->diags, &chosen, &found)) {
        const struct diags *said = &intake->diags;
        if (said->list.n && said->list.at[said->list.n - 1].kind == DIAG_COLUMN_REFUSED) intake->info.says = SAYS_REPEATED;
        keep_evidence(intake, &rows);
        return found;
    }
    columns_find_slides(&rows.columns, &tables[chosen], &intake->arena);
    intake->info.dialect = rows.columns.dialect;
    intake->info.header_row = rows.columns.header_line;
    set_up_columns(&reader, intake->info.baseline);
    row_watch(&reader);
    intake->info.opened = read_records(&reader, &tables[chosen], options.halves_from);
    if (intake->info.opened) intake_lines(intake, rules, options, &rows);
    else refuse_table(intake);
    keep_evidence(intake, &rows);
    return true;
}

void intake_no_table(struct intake *intake, const struct intake_rules *rules, const struct table *table, struct intake_options options)
{
    if (!not_lines_refuse(&rules->not_lines, table, intake->info.path, &intake->diags))
        columns_missing(table, &rules->headers, intake->info.path, &options.reading, &intake->arena, &intake->diags);
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

void intake_digest(struct intake *intake)
{
    struct str raw = intake->raw;
    intake->raw = (struct str){0};
    if (!raw.p) return;
#pragma omp task firstprivate(raw) if (intake->info.encoding != ENCODING_WORKBOOK) /* by a thread that has no file left, while this one goes on */
    sha256_hex(&raw, 1, intake->info.sha256);
}

static void read_text(struct intake *intake, const struct intake_rules *rules, struct str text, struct intake_options options, struct arena *scratch)
{
    struct dialect dialects[DIALECTS_MAX];
    struct table tables[DIALECTS_MAX];
    size_t n = candidates_of(text, &options.reading, dialects);
    assert(n > 0);
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
        intake->raw = source.raw;
        if (book) intake_digest(intake);
        if (book) intake_book(intake, rules, options, &scratch);
        else read_text(intake, rules, source.text, options, &scratch);
        intake_digest(intake);
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
