#include "effcheck/readback.h"

#include <inttypes.h>
#include <omp.h>

#include "digits.h"
#include "effcheck/xlsx.h"

struct recount {
    struct tally tally;
    bool is_long; /* numbers stand there as the program wrote them */
};

static void count_number(struct recount *count, uint32_t row, const struct xlsx_cell *cell)
{
    if (count->is_long) tally_digits(&count->tally, row, cell->column, cell->text, cell->formula);
    else tally_number(&count->tally, row, cell->column, number_read(cell->text), cell->formula);
}

static bool count_row(void *context, uint32_t row, const struct xlsx_cell *cells, size_t n)
{
    struct recount *count = context;
    for (size_t i = 0; i < n; i++) {
        if (cells[i].kind == XLSX_NUMBER) count_number(count, row - 1, &cells[i]);
        else tally_text(&count->tally, row - 1, cells[i].column, cells[i].text); /* a day reads as text; the book writes no errors or truth values */
    }
    return true;
}

static bool recount(struct xlsx *xlsx, size_t i, bool is_long, struct tally *tally, struct str *error)
{
    struct recount count = {.is_long = is_long};
    bool read = is_long ? xlsx_rows_plain(xlsx, i, count_row, &count, error) : xlsx_rows(xlsx, i, count_row, &count, error);
    *tally = count.tally;
    return read;
}

static struct str tally_words(struct arena *arena, const struct tally *t)
{
    return str_format(arena, "%" PRIu32 " rows, %" PRIu64 " texts, %" PRIu64 " numbers, %" PRIu64 " formulas, %016" PRIx64, t->last_row,
                      t->texts, t->numbers, t->formulas, t->digest);
}

static bool sheet_equal(struct xlsx *xlsx, size_t i, const struct sheet *sheet, struct arena *arena, struct str *error)
{
    struct str there = xlsx_sheet(xlsx, i).name, here = sheet_name(sheet);
    struct tally tally;
    if (!str_eq(there, here)) {
        *error = str_format(arena, "sheet \"%.*s\" instead of \"%.*s\"", STR_ARG(there), STR_ARG(here));
        return false;
    }
    if (!recount(xlsx, i, sheet_is_long(sheet), &tally, error)) return false;
    if (xlsx_sheet(xlsx, i).extras != sheet_extras(sheet)) {
        *error = str_format(arena, "sheet \"%.*s\": %u links and format rules instead of %u", STR_ARG(here), xlsx_sheet(xlsx, i).extras, sheet_extras(sheet));
        return false;
    }
    if (tally_equal(&tally, sheet_tally(sheet))) return true;
    struct str read = tally_words(arena, &tally), written = tally_words(arena, sheet_tally(sheet));
    *error = str_format(arena, "sheet \"%.*s\": written %.*s; read %.*s", STR_ARG(here), STR_ARG(written), STR_ARG(read));
    return false;
}

/* Sheets on their way through the threads, the fullest first. */
struct turns {
    struct xlsx *xlsx;
    const struct book *book;
    size_t *order, n, next;
    struct str *errors; /* of each sheet */
    struct arena *arenas; /* of each thread */
};

static size_t cells_of(const struct book *book, size_t i)
{
    const struct tally *tally = sheet_tally(book_sheet_at(book, i));
    return tally->texts + tally->numbers;
}

static void put_in_order(struct turns *turns)
{
    for (size_t i = 0; i < turns->n; i++) {
        size_t at = i;
        for (; at && cells_of(turns->book, turns->order[at - 1]) < cells_of(turns->book, i); at--) turns->order[at] = turns->order[at - 1];
        turns->order[at] = i;
    }
}

/* What one thread does until no sheet is left. */
static void take_turns(struct turns *turns, struct arena *arena)
{
    struct xlsx *xlsx = NULL;
    for (;;) {
        size_t turn;
#pragma omp atomic capture
        turn = turns->next++;
        if (turn >= turns->n) break;
        size_t i = turns->order[turn];
        if (!xlsx) xlsx = xlsx_beside(turns->xlsx, arena);
        if (!xlsx) turns->errors[i] = S("it cannot be opened again");
        else sheet_equal(xlsx, i, book_sheet_at(turns->book, i), arena, &turns->errors[i]);
    }
    if (xlsx) xlsx_close(xlsx);
}

static void take_all_turns(struct turns *turns, size_t threads)
{
    for (size_t t = 0; t < threads; t++) {
#pragma omp task
        take_turns(turns, &turns->arenas[t]);
    }
#pragma omp taskwait
}

/* The error of the first sheet that has one. */
static bool first_error(const struct turns *turns, struct arena *arena, struct str *error)
{
    for (size_t i = 0; i < turns->n; i++) {
        if (!turns->errors[i].n) continue;
        *error = str_copy(arena, turns->errors[i]);
        return true;
    }
    return false;
}

static bool sheets_equal(struct xlsx *xlsx, const struct book *book, struct arena *arena, struct str *error)
{
    const size_t n = book_sheet_count(book), threads = (size_t)omp_get_num_threads();
    struct turns turns = {.xlsx = xlsx, .book = book, .n = n};
    turns.order = arena_new_n(arena, size_t, n + 1);
    turns.errors = arena_new_n(arena, struct str, n + 1);
    turns.arenas = arena_new_n(arena, struct arena, threads);
    for (size_t t = 0; t < threads; t++) turns.arenas[t].out_of_memory = arena->out_of_memory;
    put_in_order(&turns);
    take_all_turns(&turns, threads);
    bool equal = !first_error(&turns, arena, error);
    for (size_t t = 0; t < threads; t++) arena_release(&turns.arenas[t]);
    return equal;
}

static bool book_equal(struct xlsx *xlsx, const struct book *book, struct arena *arena, struct str *error)
{
    size_t n = book_sheet_count(book);
    if (xlsx_sheet_count(xlsx) != n) {
        *error = str_format(arena, "%zu sheets instead of %zu", xlsx_sheet_count(xlsx), n);
        return false;
    }
    return sheets_equal(xlsx, book, arena, error) && xlsx_check(xlsx, error);
}

bool readback_equal(const char *path, const struct book *book, struct arena *arena, struct str *error)
{
    struct xlsx *xlsx = xlsx_open_own(path, arena, error);
    if (!xlsx) return false;
    bool equal = book_equal(xlsx, book, arena, error);
    xlsx_close(xlsx);
    return equal;
}
