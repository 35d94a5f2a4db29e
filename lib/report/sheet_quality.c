/*
 * Quality of the data: every row of every file accounted for, and every sum held against the total that the file states.
 */
#include "sheets.h"

/* ---- rows ---- */

enum {
    Q_NUMBER,
    Q_FILE,
    Q_READ,
    Q_USED,
    Q_EXCLUDED,
    Q_REJECTED = Q_EXCLUDED + EXCLUDED_COUNT,
    Q_BALANCE,
    Q_RECONCILED,
    Q_FORM,
    Q_DIGEST,
    Q_COLUMNS
};

static const enum text_id ROW_HEADS[Q_COLUMNS] = {
    [Q_NUMBER] = TEXT_NUMBER,
    [Q_FILE] = TEXT_FILE,
    [Q_READ] = TEXT_ROWS_READ,
    [Q_USED] = TEXT_ROWS_USED,
    [Q_EXCLUDED + EXCLUDED_BLANK] = TEXT_EXCLUDED_BLANK,
    [Q_EXCLUDED + EXCLUDED_TITLE] = TEXT_EXCLUDED_TITLE,
    [Q_EXCLUDED + EXCLUDED_HEADER] = TEXT_EXCLUDED_HEADER,
    [Q_EXCLUDED + EXCLUDED_SUBTOTAL] = TEXT_EXCLUDED_SUBTOTAL,
    [Q_EXCLUDED + EXCLUDED_TOTAL] = TEXT_EXCLUDED_TOTAL,
    [Q_EXCLUDED + EXCLUDED_REVENUE] = TEXT_EXCLUDED_REVENUE,
    [Q_EXCLUDED + EXCLUDED_FINANCING] = TEXT_EXCLUDED_FINANCING,
    [Q_EXCLUDED + EXCLUDED_DETAIL] = TEXT_EXCLUDED_DETAIL,
    [Q_EXCLUDED + EXCLUDED_INACTIVE] = TEXT_EXCLUDED_INACTIVE,
    [Q_EXCLUDED + EXCLUDED_DUPLICATE] = TEXT_EXCLUDED_DUPLICATE,
    [Q_EXCLUDED + EXCLUDED_STAGE] = TEXT_EXCLUDED_STAGE,
    [Q_EXCLUDED + EXCLUDED_SUMMARY] = TEXT_EXCLUDED_SUMMARY,
    [Q_REJECTED] = TEXT_ROWS_REJECTED,
    [Q_BALANCE] = TEXT_ROWS_BALANCE,
    [Q_RECONCILED] = TEXT_RECONCILED,
    [Q_FORM] = TEXT_FORM,
    [Q_DIGEST] = TEXT_DIGEST,
};

struct sheet *quality_open(struct report *report)
{
    double widths[Q_COLUMNS] = {[Q_NUMBER] = 4.5, [Q_FILE] = 30,       [Q_READ] = 9,  [Q_USED] = 9,   [Q_REJECTED] = 8.5,
                                [Q_BALANCE] = 8,  [Q_RECONCILED] = 12, [Q_FORM] = 22, [Q_DIGEST] = 20};
    for (size_t i = 0; i < EXCLUDED_COUNT; i++) widths[Q_EXCLUDED + i] = 8.5;
    return book_long_sheet(report->book, report_text(report, TEXT_SHEET_QUALITY), widths, Q_COLUMNS);
}

static void put_reconciled(struct report *report, struct sheet *sheet, uint32_t row, uint32_t column, const struct input_file *file)
{
    static const enum text_id words[] = {TEXT_RECONCILED_NONE, TEXT_RECONCILED_NO, TEXT_RECONCILED_YES};
    static const enum style styles[] = {STYLE_VOID, STYLE_BAD, STYLE_GOOD};
    int at = !file->opened ? 0 : file->reconciled + 1;
    book_text(sheet, row, column, styles[at], report_text(report, words[at]));
}

static struct str form_words(struct report *report, const struct input_file *file)
{
    if (!file->opened) return report_text(report, TEXT_NOT_READ);
    struct str encoding = str_from(encoding_name(file->encoding));
    struct str dialect = dialect_name(report->arena, file->dialect, report->english), row = count_word(report, file->header_row);
    struct str year = file->year ? str_format(report->arena, "%d", file->year) : S("-");
    if (file->year_assumed) year = text_filled(report->arena, TEXT_YEAR_ASSUMED, report->english, year);
    struct str words = text_filled(report->arena, TEXT_FORM_WORDS, report->english, encoding, dialect, row, year);
    if (file->baseline) words = text_filled(report->arena, TEXT_FORM_BASELINE, report->english, words);
    if (file->summary) words = text_filled(report->arena, TEXT_FORM_SUMMARY, report->english, words);
    return file->twin ? text_filled(report->arena, TEXT_FORM_TWIN, report->english, words, file_words(report, file->twin - 1)) : words;
}

/* The 64 digits in three lines. */
static struct str digest_words(struct report *report, const char *hex)
{
    const size_t line = 22;
    struct str digest = str_from(hex), first = str_sub(digest, 0, line), second = str_sub(digest, line, 2 * line);
    struct str third = str_sub(digest, 2 * line, digest.n);
    if (!digest.n) return digest;
    return str_format(report->arena, "%.*s\n%.*s\n%.*s", STR_ARG(first), STR_ARG(second), STR_ARG(third));
}

/* read - used - excluded - rejected, live: must be 0. */
static void put_balance(struct report *report, uint32_t row, enum style style, int64_t value)
{
    struct str read = book_ref(report->arena, row, Q_READ), from = book_ref(report->arena, row, Q_USED),
               to = book_ref(report->arena, row, Q_REJECTED);
    struct str formula = str_format(report->arena, "=%.*s-SUM(%.*s:%.*s)", STR_ARG(read), STR_ARG(from), STR_ARG(to));
    book_integer_formula(report->quality, row, Q_BALANCE, style, formula, value);
}

static void put_file(struct report *report, size_t i)
{
    const struct input_file *file = &report->audit->ledger->files.at[i];
    struct sheet *sheet = report->quality;
    uint32_t row = ROW_FIRST + (uint32_t)i;
    book_integer(sheet, row, Q_NUMBER, STYLE_INTEGER, (int64_t)i + 1);
    book_text(sheet, row, Q_FILE, STYLE_TEXT, file_words(report, i));
    book_integer(sheet, row, Q_READ, STYLE_INTEGER, file->rows_read);
    book_integer(sheet, row, Q_USED, STYLE_INTEGER, file->rows_used);
    for (uint32_t k = 0; k < EXCLUDED_COUNT; k++) book_integer(sheet, row, Q_EXCLUDED + k, STYLE_INTEGER, file->rows_excluded[k]);
    book_integer(sheet, row, Q_REJECTED, STYLE_INTEGER, file->rows_rejected);
    int64_t accounted = (int64_t)file->rows_used + input_file_excluded(file) + file->rows_rejected;
    put_balance(report, row, STYLE_INTEGER, file->rows_read - accounted);
    put_reconciled(report, sheet, row, Q_RECONCILED, file);
    book_text(sheet, row, Q_FORM, STYLE_FINE, form_words(report, file));
    book_text(sheet, row, Q_DIGEST, STYLE_FINE, digest_words(report, file->sha256));
}

static int64_t column_sum(const struct ledger *ledger, uint32_t column)
{
    int64_t sum = 0;
    for (size_t i = 0; i < ledger->files.n; i++) {
        const struct input_file *file = &ledger->files.at[i];
        sum += column == Q_READ       ? file->rows_read
               : column == Q_USED     ? file->rows_used
               : column == Q_REJECTED ? file->rows_rejected
                                      : file->rows_excluded[column - Q_EXCLUDED];
    }
    return sum;
}

static void put_row_totals(struct report *report, uint32_t row, const struct run_facts *facts)
{
    for (uint32_t column = 0; column < Q_COLUMNS; column++) book_blank(report->quality, row, column, STYLE_TOTAL_TEXT);
    book_text(report->quality, row, Q_FILE, STYLE_TOTAL_TEXT, report_text(report, TEXT_SUM));
    for (uint32_t column = Q_READ; column <= Q_REJECTED; column++)
        book_integer_formula(report->quality, row, column, STYLE_TOTAL_INTEGER, sum_formula(report->arena, column, ROW_FIRST, row),
                             column_sum(report->audit->ledger, column));
    put_balance(report, row, STYLE_TOTAL_INTEGER, (int64_t)facts->read - (int64_t)(facts->used + facts->excluded + facts->rejected));
}

void quality_fill(struct report *report)
{
    struct run_facts facts = run_facts_of(report);
    uint32_t end = ROW_FIRST + facts.files;
    frame_put(report, report->quality, TEXT_TITLE_QUALITY, report_text(report, TEXT_QUALITY_HINT));
    header_put(report, report->quality, ROW_HEAD, ROW_HEADS, Q_COLUMNS);
    table_frame(report->quality, end, Q_COLUMNS, Q_FILE + 1);
    for (size_t i = 0; i < facts.files; i++) put_file(report, i);
    if (facts.files) put_row_totals(report, end++, &facts);
    struct str lines = count_word(report, facts.unclassified_lines), share = percent_word(report, facts.unclassified_bp);
    struct str measure = measure_word(report, facts.measure);
    paragraph_put(report->quality, end + 1, 0, Q_COLUMNS - 1, STYLE_PARAGRAPH,
                  text_filled(report->arena, TEXT_UNCLASSIFIED_LINE, report->english, lines, share, measure));
}

/* ---- sums ---- */

enum { S_NUMBER, S_FILE, S_UNIT, S_MEASURE, S_COLUMN, S_FORMAT, S_SUM, S_STATED, S_DIFFERENCE, S_RESULT, S_COLUMNS };

static const enum text_id SUM_HEADS[S_COLUMNS] = {
    TEXT_NUMBER,        TEXT_FILE,         TEXT_UNIT,         TEXT_MEASURE,          TEXT_SOURCE_COLUMN,
    TEXT_NUMBER_FORMAT, TEXT_SUM_OF_LINES, TEXT_STATED_TOTAL, TEXT_DIFFERENCE_PLAIN, TEXT_RESULT,
};

struct sheet *sums_open(struct report *report)
{
    double m = report->money_width + 1;
    const double widths[S_COLUMNS] = {4.5, 34, 40, 12, 20, 26, m, m, m, 13};
    return book_long_sheet(report->book, report_text(report, TEXT_SHEET_SUMS), widths, S_COLUMNS);
}

static void put_stated(struct report *report, uint32_t row, const struct input_file *file, enum measure measure)
{
    struct sheet *sheet = report->sums;
    bool stated = amounts_has(&file->stated, measure);
    struct money difference = file->own.of[measure];
    amount_put(sheet, row, S_STATED, STYLE_MONEY, &file->stated, measure);
    if (!stated || !money_sub(&difference, file->stated.of[measure])) {
        book_blank(sheet, row, S_DIFFERENCE, STYLE_ABSENT);
        book_text(sheet, row, S_RESULT, STYLE_VOID, report_text(report, TEXT_RECONCILED_NONE));
        return;
    }
    struct str sum = book_ref(report->arena, row, S_SUM), total = book_ref(report->arena, row, S_STATED);
    struct str formula = str_format(report->arena, "=%.*s-%.*s", STR_ARG(sum), STR_ARG(total));
    book_money_formula(sheet, row, S_DIFFERENCE, STYLE_MONEY, formula, difference);
    bool equal = difference.sen == 0;
    book_text(sheet, row, S_RESULT, equal ? STYLE_GOOD : STYLE_BAD, report_text(report, equal ? TEXT_RECONCILED_YES : TEXT_RECONCILED_NO));
}

static void put_measure(struct report *report, uint32_t row, size_t i, enum measure measure)
{
    const struct input_file *file = &report->audit->ledger->files.at[i];
    struct sheet *sheet = report->sums;
    book_integer(sheet, row, S_NUMBER, STYLE_INTEGER, (int64_t)i + 1);
    book_text(sheet, row, S_FILE, STYLE_TEXT, file_words(report, i));
    book_text(sheet, row, S_UNIT, STYLE_TEXT, file->unit_name.n ? file->unit_name : file->unit_code);
    book_text(sheet, row, S_MEASURE, STYLE_CENTER, measure_word(report, measure));
    book_text(sheet, row, S_COLUMN, STYLE_FINE, file->column_name[measure]);
    book_text(sheet, row, S_FORMAT, STYLE_FINE, file->number_format[measure]);
    amount_put(sheet, row, S_SUM, STYLE_MONEY, &file->own, measure);
    put_stated(report, row, file, measure);
}

void sums_fill(struct report *report)
{
    const struct ledger *ledger = report->audit->ledger;
    uint32_t row = ROW_FIRST;
    frame_put(report, report->sums, TEXT_TITLE_SUMS, report_text(report, TEXT_SUMS_HINT));
    header_put(report, report->sums, ROW_HEAD, SUM_HEADS, S_COLUMNS);
    for (size_t i = 0; i < ledger->files.n; i++)
        for (enum measure m = 0; m < MEASURE_COUNT; m++)
            if (amounts_has(&ledger->files.at[i].own, m) || amounts_has(&ledger->files.at[i].stated, m)) put_measure(report, row++, i, m);
    table_frame(report->sums, row, S_COLUMNS, S_FILE + 1);
}
