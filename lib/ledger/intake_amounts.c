/* Amounts of the rows, once the number format of each column is decided, and the rejects of those that cannot be read. */
#include "intake_maker.h"

/* ---- numbers ---- */

static bool parsed(const struct rows *rows, const struct row *row, size_t column, struct money *out)
{
    if (row->shape[column] == NUMBER_PLAIN) {
        *out = row->number[column].amount;
        return true;
    }
    if (row->shape[column] == NUMBER_BAD) return false; /* a number cell may look like a text of another column style */
    return money_parse(rows->kept.at[row->number[column].kept], rows->numbers[column].mark, out);
}

static bool readable(const struct rows *rows, const struct row *row, size_t column, struct money *out)
{
    return parsed(rows, row, column, out) && !number_is_shrunk(&rows->numbers[column], *out);
}

/* A repayment without a payment on the same row. */
static bool only_paid_back(const struct rows *rows, const struct row *row)
{
    struct money back = {0};
    if (rows->column_of[AMOUNT_SETORAN] < 0 || row->shape[AMOUNT_SETORAN] == NUMBER_BLANK) return false;
    return !readable(rows, row, AMOUNT_SETORAN, &back) || back.sen != 0;
}

/* True when the row speaks of the measure; a repayment alone speaks of realisation. */
static bool speaks_of(const struct rows *rows, const struct row *row, enum measure m)
{
    return row->shape[m] != NUMBER_BLANK || (m == REALISASI && only_paid_back(rows, row));
}

/* The amount of a measure; realisation is net of what was paid back. A missing repayment is none. */
static bool read_measure(const struct rows *rows, const struct row *row, enum measure m, struct money *amount)
{
    struct money back;
    *amount = (struct money){0};
    if (row->shape[m] != NUMBER_BLANK && !readable(rows, row, m, amount)) return false;
    if (m != REALISASI || rows->column_of[AMOUNT_SETORAN] < 0 || row->shape[AMOUNT_SETORAN] == NUMBER_BLANK) return true;
    return readable(rows, row, AMOUNT_SETORAN, &back) && money_sub(amount, back);
}

void maker_read_amounts(struct maker *maker)
{
    struct rows *rows = maker->rows;
    size_t n = rows->list.n;
    for (size_t i = 0; i < MEASURE_COUNT; i++)
        if (rows->column_of[i] >= 0) maker->measure_of[maker->measures++] = (enum measure)i;
    maker->amounts = arena_new_n(rows->scratch, struct money, n * maker->measures + 1);
    maker->cells = arena_new_n(rows->scratch, uint8_t, n * maker->measures + 1);
    maker->noted = arena_new_n(rows->scratch, bool, n + 1);
    maker->misfooting = arena_new_n(rows->scratch, bool, n + 1);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < maker->measures; k++) {
            enum measure m = maker->measure_of[k];
            const struct row *row = &rows->list.at[i];
            struct money *amount = &maker->amounts[i * maker->measures + k];
            if (!speaks_of(rows, row, m)) continue;
            bool good = read_measure(rows, row, m, amount);
            maker->cells[i * maker->measures + k] = good ? OUTLINE_AMOUNT : OUTLINE_UNREADABLE;
            if (good) number_column_size(&rows->numbers[m], *amount);
        }
    for (size_t k = 0; k < maker->measures; k++) number_column_shrunk(&rows->numbers[maker->measure_of[k]]);
}

/* ---- rejects ---- */

/* Keeps the row for its owner, without a message of its own. */
static void keep_reject(struct maker *maker, size_t i, struct diag diag)
{
    struct arena *arena = &maker->intake->arena;
    const struct row *row = &maker->rows->list.at[i];
    *array_push(arena, &maker->intake->rejects) =
        (struct reject){.row = row->line, .kind = diag.kind, .column = str_copy(arena, diag.column), .value = str_copy(arena, diag.value),
                        .accepted = str_copy(arena, diag.detail), .raw = str_copy(arena, row->raw)};
    maker->noted[i] = true;
}

void maker_reject(struct maker *maker, size_t i, struct diag diag)
{
    diag.file = maker->intake->info.path;
    diag.line = maker->rows->list.at[i].line;
    diag_add(&maker->intake->diags, diag);
    keep_reject(maker, i, diag);
}

struct str maker_column(const struct maker *maker, size_t column)
{
    int at = maker->rows->column_of[column];
    return at >= 0 ? maker->rows->columns.names[at] : (struct str){0};
}

/* Names of all amount columns, for "row without an amount". */
struct str maker_amount_columns(const struct maker *maker)
{
    struct str names = {0};
    for (size_t k = 0; k < maker->measures; k++)
        names = str_format(maker->rows->scratch, "%.*s%s\"%.*s\"", STR_ARG(names), k ? ", " : "", STR_ARG(maker_column(maker, maker->measure_of[k])));
    return names;
}

/* What the amount probably was: the thousands are the hint, never the amount that is used. */
static struct diag shrunk_diag(struct maker *maker, size_t column, struct money amount)
{
    struct arena *arena = &maker->intake->arena;
    char written[MONEY_TEXT_MAX], whole[MONEY_TEXT_MAX];
    money_grouped(amount, true, written);
    money_grouped((struct money){amount.sen * 1000}, true, whole);
    return (struct diag){.kind = DIAG_AMOUNT_SHRUNK, .column = maker_column(maker, column), .value = str_copy(arena, str_from(written)),
                         .detail = str_copy(arena, str_from(whole))};
}

/* Every unreadable cell of the row, each with its own diagnostic; where all can be read, their difference left 64 bits. */
void maker_reject_numbers(struct maker *maker, size_t i)
{
    const struct rows *rows = maker->rows;
    const struct row *row = &rows->list.at[i];
    for (size_t c = 0; c < AMOUNT_COLUMNS; c++) {
        struct money amount;
        if (rows->column_of[c] < 0 || row->shape[c] == NUMBER_BLANK || readable(rows, row, c, &amount)) continue;
        if (parsed(rows, row, c, &amount)) {
            maker_reject(maker, i, shrunk_diag(maker, c, amount));
            continue;
        }
        const struct number_column *column = &rows->numbers[c];
        enum diag_kind kind = number_fault(column, (enum number_shape)row->shape[c]);
        struct str detail = kind == DIAG_AMOUNT_MIXED ? str_from(number_format_name(column, false)) : number_accepted(column);
        struct diag diag = {.kind = kind, .column = maker_column(maker, c), .value = rows->kept.at[row->number[c].kept], .detail = detail};
        if (kind == DIAG_AMOUNT_AMBIGUOUS) keep_reject(maker, i, diag); /* the column was named once: refuse_columns */
        else maker_reject(maker, i, diag);
    }
    if (!maker->noted[i]) maker_reject(maker, i, (struct diag){.kind = DIAG_SUM_OVERFLOW, .column = maker_amount_columns(maker)});
}

/* Names each column that can be read in two ways, once, at its first such cell. The file is then refused as a whole: the rows that can be
 * read would give sums that look complete. */
void maker_refuse_columns(struct maker *maker)
{
    const struct rows *rows = maker->rows;
    for (size_t c = 0; c < AMOUNT_COLUMNS; c++) {
        if (rows->column_of[c] < 0 || !rows->numbers[c].undecided) continue;
        maker->refused = &rows->numbers[c];
        size_t first = 0;
        while (rows->list.at[first].shape[c] != NUMBER_AMBIGUOUS) first++;
        struct str example = rows->kept.at[rows->list.at[first].number[c].kept];
        diag_add(&maker->intake->diags, (struct diag){.kind = DIAG_AMOUNT_AMBIGUOUS, .file = maker->intake->info.path, .line = rows->list.at[first].line,
                                                      .column = maker_column(maker, c), .value = example, .detail = number_both_readings(rows->scratch, example)});
    }
}

void maker_keep_refused(struct maker *maker, size_t i)
{
    size_t column = (size_t)(maker->refused - maker->rows->numbers);
    if (!maker->noted[i]) keep_reject(maker, i, (struct diag){.kind = DIAG_AMOUNT_AMBIGUOUS, .column = maker_column(maker, column)});
}

/* A code that Excel made a date or a power of ten. */
void maker_reject_damaged(struct maker *maker, size_t i)
{
    const struct row *row = &maker->rows->list.at[i];
    bool date = row->damage == DAMAGE_DATE;
    maker_reject(maker, i, (struct diag){.kind = date ? DIAG_ACCOUNT_DATE : DIAG_AMOUNT_LOST_DIGITS,
                                   .column = maker->rows->columns.names[maker->rows->columns.at[ROLE_ACCOUNT_CODE]],
                                   .value = pool_text(&maker->intake->texts, row->dim[DIM_ACCOUNT_CODE]), .detail = maker->rules->account_example});
}

void maker_reject_ragged(struct maker *maker, size_t i)
{
    struct arena *scratch = maker->rows->scratch;
    struct str seen = str_format(scratch, "%u", maker->rows->list.at[i].ragged);
    struct str wanted = str_format(scratch, "%zu", maker->rows->columns.width);
    maker_reject(maker, i, (struct diag){.kind = DIAG_ROW_RAGGED, .value = seen, .detail = wanted});
}
