#include <string.h>

#include "header_names.h"

enum { HEADER_SEARCH_RECORDS = 80, NONE = -1 };

static bool is_amount(int role)
{
    return role == ROLE_MURNI || role == ROLE_KINI || role == ROLE_REALISASI;
}

/* Gives each column its role; the first of the strongest columns that claim a role has it. */
static void map(struct columns *columns, const struct header_names *names)
{
    for (size_t role = 0; role < ROLE_COLUMNS; role++) columns->at[role] = NONE;
    columns->understood = 0;
    for (size_t i = 0; i < columns->width; i++) {
        int role = header_names_role(names, columns->names[i], columns);
        columns->role_of[i] = (int8_t)role;
        columns->strength_of[i] = header_names_strength(names, columns->names[i]);
        if (role == NONE) continue;
        columns->understood++;
        int16_t *at = &columns->at[role];
        if (*at == NONE || columns->strength_of[i] > columns->strength_of[*at]) *at = (int16_t)i;
    }
    for (size_t i = 0; i < columns->width; i++) {
        int role = columns->role_of[i];
        if (role != NONE && columns->strength_of[i] < columns->strength_of[columns->at[role]]) columns->role_of[i] = ROLE_KNOWN;
    }
}

static bool has(const struct columns *columns, enum role role)
{
    return columns->at[role] != NONE;
}

/* Enough to be the header of a spending table: something that says what was bought and (where needed) an amount. */
static bool is_header(const struct columns *columns, unsigned needs)
{
    bool amount = has(columns, ROLE_MURNI) || has(columns, ROLE_KINI) || has(columns, ROLE_REALISASI) || has(columns, ROLE_REPEATED);
    bool thing = has(columns, ROLE_ACCOUNT_CODE) || has(columns, ROLE_JOINED_CODE) || has(columns, ROLE_ACCOUNT_NAME) || has(columns, ROLE_TEXT) || has(columns, ROLE_PACKAGE) ||
                 has(columns, ROLE_SUB_KEGIATAN_NAME) || has(columns, ROLE_KEGIATAN_NAME);
    return thing && (amount || !(needs & NEED_AMOUNTS)) && columns->understood >= 2;
}

static size_t used_width(const struct record *record)
{
    size_t n = record->n;
    while (n && record->cells[n - 1].n == 0) n--;
    return n;
}

static struct columns from_record(const struct record *record, const struct header_names *names, struct str title, struct arena *arena)
{
    struct columns columns = {.header_line = record->line, .header_records = 1, .width = used_width(record), .header_cells = record->n, .title = title};
    columns.names = arena_new_n(arena, struct str, columns.width);
    columns.role_of = arena_new_n(arena, int8_t, columns.width);
    columns.strength_of = arena_new_n(arena, int8_t, columns.width);
    for (size_t i = 0; i < columns.width; i++) columns.names[i] = str_copy(arena, record->cells[i]);
    map(&columns, names);
    return columns;
}

/*
 * A second header row names what the first left open: under a merged cell ("Anggaran" over "Sebelum" and "Sesudah") the lower
 * name counts, alone or joined to the upper one.
 */
static struct columns with_second_row(const struct columns *first, const struct record *second, const struct header_names *names, struct arena *arena)
{
    struct columns both = *first;
    size_t lower = used_width(second);
    both.width = first->width > lower ? first->width : lower;
    both.names = arena_new_n(arena, struct str, both.width);
    both.role_of = arena_new_n(arena, int8_t, both.width);
    both.strength_of = arena_new_n(arena, int8_t, both.width);
    struct str upper = {0};
    for (size_t i = 0; i < both.width; i++) {
        struct str above = i < first->width ? first->names[i] : (struct str){0}, below = i < lower ? second->cells[i] : (struct str){0};
        if (above.n) upper = above;
        struct str joined = str_format(arena, "%.*s %.*s", STR_ARG(upper), STR_ARG(below));
        int alone = header_names_role(names, below, first);
        if (below.n == 0) both.names[i] = above;
        else if (alone != ROLE_KNOWN && header_names_role(names, joined, first) != NONE) both.names[i] = joined;
        else both.names[i] = alone != NONE || above.n == 0 ? str_copy(arena, below) : above;
    }
    if (second->n > both.header_cells) both.header_cells = second->n;
    both.header_records = 2;
    map(&both, names);
    return both;
}

static bool ends_in_padding(struct str name)
{
    return str_ends(name, S(",,")) || str_ends(name, S(";;"));
}

/* Names that nobody knows, or that drag the padding of another delimiter behind them: signs that the text was cut at the wrong places. */
static size_t doubtful_names(const struct columns *columns)
{
    size_t n = 0;
    for (size_t i = 0; i < columns->width; i++) n += columns->names[i].n && (columns->role_of[i] == NONE || ends_in_padding(columns->names[i]));
    return n;
}

struct search {
    const struct header_names *names;
    struct arena *arena;
    const struct reading_options *reading;
    unsigned needs;
    struct str title;  /* of title_bytes */
    char *title_bytes; /* TITLE_MAX; one block per table, because the columns found keep it */
    struct columns best;
    uint32_t index;    /* of the record */
    bool found, open;  /* open: the record before was the best header */
};

enum { TITLE_MAX = 4096 };

/* Collects the text above the header, folded: it can change what "Sebelum" means. */
static void add_title(struct search *search, const struct record *record)
{
    for (size_t i = 0; i < record->n; i++) {
        if (record->cells[i].n == 0 || search->title.n + 2 * record->cells[i].n + 1 > TITLE_MAX) continue;
        search->title_bytes[search->title.n++] = ' ';
        search->title.n += str_fold_into(record->cells[i], search->title_bytes + search->title.n);
    }
}

/* Names of columns begin with a letter; amounts, codes and numbers of columns with a digit. */
static bool names_only(const struct record *record)
{
    for (size_t i = 0; i < record->n; i++)
        if (record->cells[i].n && record->cells[i].p[0] >= '0' && record->cells[i].p[0] <= '9') return false;
    return true;
}

/* May this record be the header? With a row decided only that one; else any of the first. */
static bool is_candidate(const struct reading_options *reading, const struct record *record)
{
    uint32_t row = reading->header_row;
    return row ? record->line <= row && row < record->line + record->lines : true;
}

static bool search_ends(const struct reading_options *reading, const struct record *record, uint32_t index)
{
    uint32_t row = reading->header_row;
    return row ? record->line > row + 8 : index >= HEADER_SEARCH_RECORDS;
}

/* One of the first records: is it the header, or the second row of it? */
static bool search_record(void *context, const struct record *record)
{
    struct search *search = context;
    struct columns *best = &search->best;
    if (search_ends(search->reading, record, search->index)) return false;
    if (search->open) { /* the row after a header row */
        struct columns both = with_second_row(best, record, search->names, search->arena);
        if (both.understood > best->understood && names_only(record)) *best = both;
    }
    search->open = false;
    struct columns here = from_record(record, search->names, search->title, search->arena);
    here.first_record = search->index;
    if (is_candidate(search->reading, record) && is_header(&here, search->needs) && (!search->found || here.understood > best->understood)) {
        *best = here;
        search->found = search->open = true;
    }
    if (!search->found) add_title(search, record);
    search->index++;
    return true;
}

/* The best header among the first records of one table. */
static bool search_header(struct search *search, const struct table *table, struct columns *best)
{
    struct str ignored; /* a sheet that is broken further down shows it when it is read */
    search->title_bytes = arena_alloc(search->arena, TITLE_MAX);
    search->title = (struct str){search->title_bytes, 0};
    search->index = 0;
    search->open = search->found = false;
    table_each(table, search_record, NULL, search, &ignored);
    *best = search->best;
    best->dialect = table->dialect;
    return search->found;
}

/* More understood columns win; then fewer doubtful names; then the plainer dialect. */
static int better(const struct columns *a, const struct columns *b)
{
    if (a->understood != b->understood) return a->understood > b->understood ? 1 : -1;
    size_t doubt_a = doubtful_names(a), doubt_b = doubtful_names(b);
    if (doubt_a != doubt_b) return doubt_a < doubt_b ? 1 : -1;
    return (b->dialect.outer != 0) - (a->dialect.outer != 0);
}

static struct str joined_cells(const struct str *cells, size_t n, struct arena *arena)
{
    struct str all = {0};
    for (size_t i = 0; i < n; i++) all = str_format(arena, "%.*s%s%.*s", STR_ARG(all), i ? " | " : "", STR_ARG(cells[i]));
    return all;
}

/* The widest of the first records, or the one that was said to be the header: what a person would take for it. */
struct widest {
    struct arena *arena;
    const struct reading_options *reading;
    struct record oversized;
    struct str seen;
    size_t most;
    uint32_t records;
};

static bool see_record(void *context, const struct record *record)
{
    enum { SHOWN = 30 };
    struct widest *widest = context;
    if (search_ends(widest->reading, record, widest->records++)) return false;
    if (!widest->oversized.line && (record->flags & (RECORD_TOO_LONG | RECORD_TOO_WIDE))) widest->oversized = *record;
    size_t width = used_width(record);
    if (width <= widest->most || !is_candidate(widest->reading, record)) return true;
    widest->most = width;
    widest->seen = joined_cells(record->cells, width < SHOWN ? width : SHOWN, widest->arena);
    return true;
}

static struct diag oversized_diag(const struct record *record, struct str path, struct arena *arena)
{
    if (record->flags & RECORD_TOO_WIDE)
        return (struct diag){.kind = DIAG_ROW_TOO_WIDE, .file = path, .line = record->line, .value = str_format(arena, "%d", RECORD_CELLS_MAX)};
    return (struct diag){.kind = DIAG_ROW_TOO_LONG, .file = path, .line = record->line, .value = str_format(arena, "%zu", record->raw.n),
                         .detail = str_format(arena, "%d", RECORD_BYTES_MAX)};
}

void columns_missing(const struct table *table, const struct header_names *names, struct str path, const struct reading_options *reading, struct arena *arena,
                     struct diags *diags)
{
    struct widest widest = {.arena = arena, .reading = reading};
    struct str ignored;
    table_each(table, see_record, NULL, &widest, &ignored);
    if (widest.oversized.line) diag_add(diags, oversized_diag(&widest.oversized, path, arena));
    struct str scale = header_names_scale(names, str_fold(arena, widest.seen));
    if (scale.n) {
        diag_add(diags, (struct diag){.kind = DIAG_AMOUNTS_SCALED, .file = path, .line = reading->header_row, .value = scale});
        return;
    }
    diag_add(diags, (struct diag){.kind = DIAG_HEADER_MISSING, .file = path, .line = reading->header_row, .value = widest.seen,
                                  .detail = S("Kode Rekening atau Uraian, dan Pagu, Anggaran, Jumlah, Sebelum/Sesudah atau Realisasi")});
}

static bool refuse_repeated(const struct columns *columns, struct str path, struct diags *diags)
{
    if (!has(columns, ROLE_REPEATED)) return false;
    if (has(columns, ROLE_MURNI) || has(columns, ROLE_KINI) || has(columns, ROLE_REALISASI)) return false;
    diag_add(diags, (struct diag){.kind = DIAG_COLUMN_REFUSED, .file = path, .line = columns->header_line,
                                  .column = columns->names[columns->at[ROLE_REPEATED]], .detail = S("nilainya berulang di setiap baris dokumen yang sama")});
    return true;
}

static void note_doubles(const struct columns *columns, struct str path, struct diags *diags)
{
    for (size_t i = 0; i < columns->width; i++) {
        int role = columns->role_of[i];
        if (!is_amount(role) || columns->at[role] == (int)i) continue;
        diag_add(diags, (struct diag){.kind = DIAG_COLUMN_TWICE, .file = path, .line = columns->header_line, .column = columns->names[i],
                                      .value = columns->names[columns->at[role]]});
    }
}

/* "titik koma (;) [PAGU | URAIAN]" */
static struct str reading_shown(const struct columns *columns, struct arena *arena)
{
    struct str cells = joined_cells(columns->names, columns->width < 12 ? columns->width : 12, arena);
    struct str name = dialect_name(arena, columns->dialect, false);
    return str_format(arena, "%.*s [%.*s]", STR_ARG(name), STR_ARG(cells));
}

static bool two_dialects(const struct columns *best, const struct columns *rival, struct str path, struct arena *arena, struct diags *diags)
{
    diag_add(diags, (struct diag){.kind = DIAG_DIALECT_AMBIGUOUS, .file = path, .line = best->header_line, .value = reading_shown(best, arena),
                                  .detail = reading_shown(rival, arena)});
    return false;
}

bool columns_find(struct columns *columns, const struct header_names *names, struct str path, const struct table *tables, size_t n,
                  const struct reading_options *reading, unsigned needs, struct arena *arena, struct diags *diags, size_t *chosen, bool *found)
{
    struct search search = {.names = names, .arena = arena, .reading = reading, .needs = needs};
    struct columns best = {0}, rival = {0}, here;
    bool tie = false;
    *columns = (struct columns){0};
    *found = false;
    for (size_t i = 0; i < n; i++) {
        bool header = search_header(&search, &tables[i], &here);
        struct dialect_trial *trial = array_push(arena, &columns->trials);
        *trial = (struct dialect_trial){.dialect = tables[i].dialect};
        if (!header) continue;
        *trial = (struct dialect_trial){tables[i].dialect, here.header_line, (uint32_t)here.understood, (uint32_t)doubtful_names(&here)};
        int order = *found ? better(&here, &best) : 1;
        tie = order == 0 || (tie && order < 0);
        if (order == 0) rival = here;
        if (order > 0) best = here, *chosen = i;
        *found = true;
    }
    if (!*found) return false;
    if (tie) return two_dialects(&best, &rival, path, arena, diags);
    best.trials.at = columns->trials.at, best.trials.n = columns->trials.n, best.trials.cap = columns->trials.cap;
    *columns = best;
    note_doubles(columns, path, diags);
    return !refuse_repeated(columns, path, diags);
}

/* "1", "(3)", "4 = 2 + 3", "10 = (9 / 8) * 100": numbers and arithmetic only. */
static bool is_column_number(struct str cell)
{
    enum { LONGEST = 24 };
    bool digit = false;
    if (cell.n > LONGEST) return false;
    for (size_t i = 0; i < cell.n; i++) {
        char c = cell.p[i];
        bool number = c >= '0' && c <= '9';
        if (!number && !strchr(" =+-*/()x:", c)) return false;
        digit |= number;
    }
    return digit;
}

static bool name_again(const struct columns *columns, const struct record *record, size_t i)
{
    return i < record->n && str_eq_nocase(record->cells[i], columns->names[i]);
}

/* The names of the columns, printed again; of two header rows the upper one alone, where the code column has its name in it. */
static bool names_again(const struct columns *columns, const struct record *record)
{
    size_t named = 0, same = 0;
    int code = columns->at[ROLE_ACCOUNT_CODE];
    bool upper = columns->header_records == 2 && code >= 0 && name_again(columns, record, (size_t)code); /* "Kode Rekening" is no code */
    for (size_t i = 0; i < record->n && i < columns->width; i++) {
        if (columns->names[i].n == 0) continue;
        named++;
        same += name_again(columns, record, i);
        if (same < named && !upper) return false;
    }
    return same >= 2;
}

/* 1, 2, 3, ... below the names, perhaps with what is computed from what. */
static bool numbers_below(const struct record *record)
{
    size_t used = 0;
    struct str head[2] = {{0}, {0}};
    for (size_t i = 0; i < record->n; i++) {
        struct str cell = record->cells[i];
        if (cell.n == 0) continue;
        if (!is_column_number(cell)) return false;
        bool expected = cell.n <= 4 && (size_t)(cell.p[0] == '(' ? cell.p[1] - '0' : cell.p[0] - '0') <= 9;
        if (!expected && str_find(cell, '=') == cell.n) return false;
        if (used < 2) head[used] = cell;
        used++;
    }
    return used >= 3 && str_contains(head[0], S("1")) && str_contains(head[1], S("2")) && head[0].n <= 3 && head[1].n <= 3;
}

bool columns_is_header_again(const struct columns *columns, const struct record *record)
{
    return names_again(columns, record) || numbers_below(record);
}
