#include "effcheck/not_lines.h"

enum { SEARCH_RECORDS = 80 };

void not_lines_load(struct not_lines *not_lines, const struct ruletable *table, struct arena *arena)
{
    for (size_t i = 0; i < table->rows.n; i++) {
        const struct ruletable_row *row = &table->rows.at[i];
        struct not_lines_table *known = array_push(arena, &not_lines->tables);
        *known = (struct not_lines_table){.what = ruletable_cell(table, row, "what"), .advice = ruletable_cell(table, row, "advice")};
        struct str name, rest = ruletable_cell(table, row, "columns");
        while (str_split(&rest, '|', &name)) *array_push(arena, &known->columns) = str_fold(arena, name);
    }
}

struct search {
    const struct not_lines *not_lines;
    const struct not_lines_table *found;
    struct arena *scratch;
    uint32_t records, line;
};

static bool has_all(const struct not_lines_table *known, const struct str *folded, size_t n)
{
    size_t seen = 0;
    for (size_t c = 0; c < known->columns.n; c++)
        for (size_t i = 0; i < n; i++)
            if (str_eq(folded[i], known->columns.at[c])) {
                seen++;
                break;
            }
    return known->columns.n && seen == known->columns.n;
}

static bool look(void *context, const struct record *record)
{
    struct search *search = context;
    struct str *folded = arena_new_n(search->scratch, struct str, record->n + 1);
    for (size_t i = 0; i < record->n; i++) folded[i] = str_fold(search->scratch, record->cells[i]);
    for (size_t i = 0; i < search->not_lines->tables.n && !search->found; i++)
        if (has_all(&search->not_lines->tables.at[i], folded, record->n)) search->found = &search->not_lines->tables.at[i];
    search->line = record->line;
    return !search->found && ++search->records < SEARCH_RECORDS;
}

bool not_lines_refuse(const struct not_lines *not_lines, const struct table *table, struct str path, struct diags *diags)
{
    struct search search = {.not_lines = not_lines, .scratch = table->scratch};
    struct str ignored;
    table_each(table, look, NULL, &search, &ignored);
    if (!search.found) return false;
    diag_add(diags, (struct diag){.kind = DIAG_NOT_LINES, .file = path, .line = search.line, .value = search.found->what, .detail = search.found->advice});
    return true;
}
