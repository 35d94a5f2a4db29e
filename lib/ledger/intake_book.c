#include <string.h>

#include "intake_rows.h"

/* A visible sheet with rows and without a header row. */
struct other {
    struct table table;
    uint32_t rows;
};

/* A workbook while its sheets are gone through. */
struct book {
    struct intake *first, *last; /* last: the table read last; NULL = none yet */
    const struct intake_rules *rules;
    struct intake_options options;
    struct xlsx *xlsx;
    struct arena *scratch;
    struct str path;
    ARRAY(size_t) tables;        /* sheets with a header row */
    bool broken;                 /* something was already said about a sheet that cannot be read */
    ARRAY(struct other) others;
};

static void note(struct book *book, struct diag diag)
{
    diag.file = book->path;
    diag_add(&book->first->diags, diag);
}

static bool count_row(void *context, const struct record *record)
{
    (void)record;
    ++*(uint32_t *)context;
    return true;
}

/* Has the sheet a header row? */
static bool has_header(struct book *book, const struct table *table)
{
    struct columns ignored;
    struct diags silent = {.arena = book->scratch};
    unsigned needs = book->options.amounts_needed ? NEED_AMOUNTS : 0;
    size_t chosen;
    bool found;
    columns_find(&ignored, &book->rules->headers, book->path, table, 1, &book->options.reading, needs, book->scratch, &silent, &chosen, &found);
    return found;
}

static void pass_over(struct book *book, const struct table *table)
{
    uint32_t rows = 0;
    struct str error;
    if (!table_each(table, count_row, NULL, &rows, &error)) {
        note(book, (struct diag){.kind = DIAG_WORKBOOK_BAD, .detail = error});
        book->broken = true;
    } else if (rows) {
        *array_push(book->scratch, &book->others) = (struct other){*table, rows};
    }
}

static void sort_sheets(struct book *book)
{
    for (size_t i = 0; i < xlsx_sheet_count(book->xlsx); i++) {
        struct table table = table_of_sheet(book->xlsx, i, book->scratch);
        if (xlsx_sheet(book->xlsx, i).hidden) note(book, (struct diag){.kind = DIAG_SHEET_HIDDEN, .value = table.name});
        else if (has_header(book, &table)) *array_push(book->scratch, &book->tables) = i;
        else pass_over(book, &table);
    }
}

/* A new table behind the last one, with the same file facts. */
static struct intake *next_table(struct book *book)
{
    struct intake *next = arena_new(&book->first->arena, struct intake);
    next->arena.out_of_memory = book->first->arena.out_of_memory;
    intake_begin(next, book->path, book->options);
    next->info.encoding = ENCODING_WORKBOOK;
    memcpy(next->info.sha256, book->first->info.sha256, sizeof next->info.sha256);
    book->last->next = next;
    return next;
}

static bool same_unit(const struct intake *a, const struct intake *b)
{
    if (a->units.n != 1 || b->units.n != 1) return a->units.n == b->units.n && a->units.n;
    const struct unit *x = &a->units.at[0], *y = &b->units.at[0];
    return str_eq(pool_text(&a->texts, x->code), pool_text(&b->texts, y->code)) && str_eq_nocase(pool_text(&a->texts, x->name), pool_text(&b->texts, y->name));
}

/* A summary or a copy of a sheet before it would count the same money twice. */
static void compare_sums(struct intake *first, struct intake *table)
{
    for (struct intake *other = first; other != table; other = other->next)
        for (int m = 0; m < MEASURE_COUNT; m++) {
            enum measure measure = (enum measure)m;
            struct money sum = table->info.sums.of[m];
            if (!amounts_has(&table->info.sums, measure) || !amounts_has(&other->info.sums, measure) || sum.sen == 0) continue;
            if (money_cmp(sum, other->info.sums.of[m]) != 0 || !same_unit(table, other)) continue;
            char text[MONEY_TEXT_MAX];
            money_grouped(sum, true, text);
            diag_add(&table->diags, (struct diag){.kind = DIAG_SHEET_SAME_SUM, .file = table->info.path, .column = table->info.column_name[m],
                                                  .value = other->info.sheet, .detail = str_from(text)});
            return;
        }
}

static void read_sheet(struct book *book, size_t sheet)
{
    struct table table = table_of_sheet(book->xlsx, sheet, book->scratch);
    struct intake *intake = book->last ? next_table(book) : book->first;
    bool never_computed = false;
    table.never_computed = &never_computed;
    if (book->tables.n > 1) {
        intake->info.sheet = str_copy(&intake->arena, table.name);
        intake->info.path = str_format(&intake->arena, "%.*s [%.*s]", STR_ARG(book->path), STR_ARG(table.name));
    }
    intake_table(intake, book->rules, &table, 1, book->options);
    if (never_computed) diag_add(&intake->diags, (struct diag){.kind = DIAG_SHEET_NOT_COMPUTED, .file = intake->info.path, .value = table.name});
    compare_sums(book->first, intake);
    book->last = intake;
}

static void report_others(struct book *book)
{
    for (size_t i = 0; i < book->others.n; i++) {
        const struct other *other = &book->others.at[i];
        note(book, (struct diag){.kind = DIAG_SHEET_SKIPPED, .value = other->table.name, .detail = str_format(book->scratch, "%u", other->rows)});
    }
}

void intake_book(struct intake *intake, const struct intake_rules *rules, struct intake_options options, struct arena *scratch)
{
    struct book book = {.first = intake, .rules = rules, .options = options, .scratch = scratch, .path = intake->info.path};
    struct str error;
    book.xlsx = xlsx_open(book.path.p, scratch, &error);
    if (!book.xlsx) {
        note(&book, (struct diag){.kind = DIAG_WORKBOOK_BAD, .detail = error});
        return;
    }
    sort_sheets(&book);
    if (book.tables.n) report_others(&book);
    else if (book.others.n) intake_no_table(intake, rules, &book.others.at[0].table, options);
    else if (!book.broken) note(&book, (struct diag){.kind = DIAG_FILE_EMPTY});
    for (size_t i = 0; i < book.tables.n; i++) read_sheet(&book, book.tables.at[i]);
    xlsx_close(book.xlsx);
}
