/*
 * One long text, read as two halves beside each other.
 *
 * The second half begins at a line in the middle. Whether a record begins there is known only when the first reader has come so far: the
 * second half counts when a record ends exactly before it and when nothing in it had to be said, for what is said once depends on what
 * was said before. Then its rows are put behind those of the first, with the ids that one reader would have given them. Otherwise it is
 * forgotten, and the first reader reads on as if nobody had been there.
 */
#include "intake_reader.h"

#include <string.h>

struct half {
    struct reader reader;
    struct intake intake;
    struct rows rows;
    struct arena scratch;
    struct table table; /* begins at table.from */
};

/* Where the next line begins. */
static size_t next_line(struct str text, size_t at)
{
    return at + str_find(str_sub(text, at, text.n), '\n') + 1;
}

/* A line near the middle that is a record of its own as far as can be told, and nothing has to be said about it. */
static bool find_middle(struct half *half)
{
    enum { TRIES = 256 };
    struct table *table = &half->table;
    struct csv_reader csv;
    struct record record;
    bool found = false;
    csv_open(&csv, table->text, table->dialect, &half->scratch);
    table->from = next_line(table->text, table->text.n / 2);
    for (int i = 0; i < TRIES && table->from < table->text.n && !found; i++) {
        csv_begin_at(&csv, table->from);
        csv_next(&csv, &record);
        found = !(record.flags & ~(unsigned)RECORD_UNWRAPPED) && reader_looks_like_record(&half->reader, record.cells, record.n);
        if (!found) table->from = next_line(table->text, table->from);
    }
    csv_close(&csv);
    return found;
}

/* Rows whose meaning does not depend on those above. */
static bool stand_alone(const struct rows *rows, const struct table *table)
{
    return !table->book && !table->dialect.outer && rows->parted && !rows->stacked;
}

static struct half *new_half(struct reader *first, const struct table *table)
{
    const struct columns *columns = &first->rows->columns;
    struct half *half = arena_new(first->rows->scratch, struct half);
    half->scratch.out_of_memory = half->intake.arena.out_of_memory = first->rows->scratch->out_of_memory;
    intake_begin(&half->intake, first->intake->info.path, (struct intake_options){0});
    half->rows = *first->rows;
    half->rows.scratch = &half->scratch;
    half->table = *table;
    half->table.scratch = &half->scratch;
    half->reader = (struct reader){.intake = &half->intake, .rules = first->rules, .rows = &half->rows, .particulars.arena = &half->scratch,
                                   .is_second = true, .index = columns->first_record + columns->header_records}; /* what it reads is below the header */
    row_watch(&half->reader);
    return half;
}

static void forget(struct half *half)
{
    arena_release(&half->scratch);
    arena_release(&half->intake.arena);
}

static void read_half(struct half *half)
{
    struct str ignored;
    reader_walk(&half->reader, &half->table, &ignored);
}

void half_begin(struct reader *first, const struct table *table)
{
    if (!stand_alone(first->rows, table)) return;
    struct half *half = new_half(first, table);
    if (!find_middle(half)) {
        forget(half);
        return;
    }
    first->second = half;
#pragma omp task
    read_half(half);
}

/* ---- the second behind the first ---- */

static void join_number(union row_number *number, uint8_t shape, size_t kept)
{
    if (shape != NUMBER_PLAIN && shape != NUMBER_BLANK) number->kept += kept;
}

static uint32_t *join_particulars(struct reader *first, struct half *half, const uint32_t *texts)
{
    uint32_t *map = arena_new_n(&half->scratch, uint32_t, half->intake.particulars.n);
    for (size_t i = 1; i < half->intake.particulars.n; i++) {
        const struct particulars *p = &half->intake.particulars.at[i];
        map[i] = row_particulars(first, &(struct particulars){texts[p->fund], texts[p->sub_unit], texts[p->sub_unit_name], texts[p->document], texts[p->payee],
                                                              texts[p->indicator], texts[p->target], p->month});
    }
    return map;
}

static void join_prices(struct rows *rows, const struct half *half, const uint32_t *texts)
{
    array_reserve(rows->scratch, &rows->prices, rows->prices.n + half->rows.prices.n);
    for (size_t i = 0; i < half->rows.prices.n; i++) {
        struct row_price price = half->rows.prices.at[i];
        for (size_t k = 0; k < PRICE_COLUMNS; k++) join_number(&price.number[k], price.shape[k], rows->kept.n);
        price.text = texts[price.text];
        price.measure_unit = texts[price.measure_unit];
        price.coefficient = texts[price.coefficient];
        rows->prices.at[rows->prices.n++] = price;
    }
}

static void join_rows(struct reader *first, struct half *half, uint32_t lines)
{
    struct rows *rows = first->rows;
    uint32_t *texts = arena_new_n(&half->scratch, uint32_t, half->intake.texts.texts.n);
    pool_adopt(&first->intake->texts, &half->intake.texts, texts);
    const uint32_t *particulars = join_particulars(first, half, texts);
    const uint32_t prices = (uint32_t)rows->prices.n;
    join_prices(rows, half, texts);
    array_reserve(rows->scratch, &rows->list, rows->list.n + half->rows.list.n);
    for (size_t i = 0; i < half->rows.list.n; i++) {
        struct row row = half->rows.list.at[i];
        row.line += lines;
        for (enum dimension dim = 0; dim < ROW_DIMS; dim++) row.dim[dim] = texts[row.dim[dim]];
        row.particulars = particulars[row.particulars];
        for (size_t k = 0; k < AMOUNT_COLUMNS; k++) join_number(&row.number[k], row.shape[k], rows->kept.n);
        if (row.price) row.price += prices;
        rows->list.at[rows->list.n++] = row;
    }
    array_append(rows->scratch, &rows->kept, &half->rows.kept);
}

static void join_counts(struct reader *first, const struct half *half)
{
    struct input_file *info = &first->intake->info;
    const struct input_file *more = &half->intake.info;
    info->rows_read += more->rows_read;
    for (size_t i = 0; i < EXCLUDED_COUNT; i++) info->rows_excluded[i] += more->rows_excluded[i];
    row_note_year(info, more->year);
    row_note_year(info, more->other_year);
    for (size_t i = 0; i < AMOUNT_COLUMNS; i++) number_column_join(&first->rows->numbers[i], &half->rows.numbers[i]);
    for (size_t i = 0; i < PRICE_COLUMNS; i++) number_column_join(&first->rows->price_numbers[i], &half->rows.price_numbers[i]);
}

/* Texts stay where they are; what was written anew is given back, for the outline needs room. */
static void join(struct reader *first, struct half *half, uint32_t lines)
{
    first->intake->in_halves = true;
    join_rows(first, half, lines);
    join_counts(first, half);
    const void *const in_scratch[] = {half->rows.list.at, half->rows.prices.at, half->rows.kept.at, half->reader.particulars.slots};
    const void *const in_intake[] = {half->intake.texts.slots, half->intake.texts.texts.at, half->intake.particulars.at};
    for (size_t i = 0; i < sizeof in_scratch / sizeof *in_scratch; i++) arena_drop(&half->scratch, in_scratch[i]);
    for (size_t i = 0; i < sizeof in_intake / sizeof *in_intake; i++) arena_drop(&half->intake.arena, in_intake[i]);
    arena_adopt(first->rows->scratch, &half->scratch);
    arena_adopt(&first->intake->arena, &half->intake.arena);
}

/* Its reader has read on to the end of the text, for it stops at the first word that it has to say. */
static bool says_nothing(const struct half *half)
{
    return half->intake.diags.list.n == 0 && half->rows.scale.n == 0;
}

static bool is_below_header(const struct reader *reader)
{
    const struct columns *columns = &reader->rows->columns;
    return reader->index >= columns->first_record + columns->header_records && reader->rows->list.n > ROWS_BELOW_HEADER;
}

/* Waits for what the task has read. */
static struct half *take_second(struct reader *first)
{
    struct half *half = first->second;
    first->second = NULL;
#pragma omp taskwait
    return half;
}

bool half_meets(struct reader *first, const struct record *record)
{
    const char *const begin = first->second->table.text.p + first->second->table.from;
    if (record->raw.p < begin) return false;
    struct half *half = take_second(first);
    intake_digest(first->intake);
    bool joined = record->raw.p == begin && says_nothing(half) && is_below_header(first);
    if (joined) join(first, half, record->line - 1);
    forget(half);
    return joined;
}

void half_end(struct reader *first)
{
    if (first->second) forget(take_second(first));
}
