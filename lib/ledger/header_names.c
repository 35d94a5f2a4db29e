/* What names of columns and words above a table mean: headers.csv. */
#include "header_names.h"

enum { NONE = -1 };

static const char *const ROLE_NAMES[ROLE_COUNT] = {
    "year", "unit_code", "unit_name", "sub_unit_code", "sub_unit_name", "program_code", "program_name", "kegiatan_code", "kegiatan_name",
    "sub_kegiatan_code", "sub_kegiatan_name", "fund_code", "fund_name", "account_code", "account_name", "text", "package", "spec", "note",
    "volume", "coefficient", "measure_unit", "price", "murni", "kini", "realisasi", "setoran", "repeated", "joined_code", "by_kind", "active", "deleted", "stage", "document_no",
    "document_kind", "document_date", "transfer_date", "payee_number", "payee_name", "indicator", "target", "target_unit", "known", "meta_title", "meta_region", "meta_year",
    "meta_unit_code", "meta_unit_name", "meta_activity", "meta_scale", "meta_known",
};

const char *role_name(enum role role)
{
    return ROLE_NAMES[role];
}

static int role_named(struct str name)
{
    for (int role = 0; role < ROLE_COUNT; role++)
        if (str_eq(name, str_from(ROLE_NAMES[role]))) return role;
    return NONE;
}

/* "kini" or, stronger and weaker, "kini!" and "kini?". */
static int8_t cut_strength(struct str *cell)
{
    char last = cell->n ? cell->p[cell->n - 1] : 0;
    if (last != '!' && last != '?') return 0;
    cell->n--;
    return last == '!' ? 1 : -1;
}

/* The role named in a cell, one of the first `n`; an empty cell is NONE and good only where it may be. */
static bool read_role(const struct ruletable *table, const struct ruletable_row *row, const char *column, int n, bool may_be_empty, int *role,
                      struct arena *arena, struct diags *diags)
{
    struct str cell = ruletable_cell(table, row, column), list = {0};
    cut_strength(&cell);
    *role = cell.n ? role_named(cell) : NONE;
    if (cell.n == 0 ? may_be_empty : *role != NONE && *role < n) return true;
    for (int i = 0; i < n; i++) list = str_format(arena, "%.*s%s%s", STR_ARG(list), i ? ", " : "", ROLE_NAMES[i]);
    diag_add(diags, ruletable_diag(table, row, column, DIAG_PACK_VALUE_BAD, cell, list));
    return false;
}

/* The folded form; a percent sign folds to nothing and still is a name. */
static struct str fold_name(struct str name, char *out)
{
    struct str folded = {out, str_fold_into(name, out)};
    return folded.n == 0 && str_eq(name, S("%")) ? S("persen") : folded;
}

/* A name the table gives two meanings of the same sort. */
static bool twice(const struct header_meaning *meaning, int role)
{
    return role < ROLE_COLUMNS ? meaning->column_role != NONE && meaning->column_role != role : meaning->meta_role != NONE && meaning->meta_role != role;
}

/* "Periode*", "*Tahun Anggaran*": words inside a cell above the table. */
static bool add_phrase(struct header_names *names, struct str name, int role, struct arena *arena)
{
    bool star = name.n && (name.p[0] == '*' || name.p[name.n - 1] == '*');
    if (!star || role < ROLE_COLUMNS) return false;
    *array_push(arena, &names->phrases) =
        (struct title_phrase){.words = str_fold(arena, name), .meta_role = (int8_t)role, .anywhere = name.p[0] == '*'};
    return true;
}

/* The first row with the name of row i, as text. */
static struct str row_of_name(const struct ruletable *table, size_t i, struct arena *arena)
{
    struct str folded = str_fold(arena, ruletable_cell(table, &table->rows.at[i], "name"));
    size_t k = 0;
    while (k < i && !str_eq(folded, str_fold(arena, ruletable_cell(table, &table->rows.at[k], "name")))) k++;
    return str_format(arena, "%u", table->rows.at[k].line);
}

static bool read_name(struct header_names *names, const struct ruletable *table, size_t i, struct arena *arena, struct diags *diags)
{
    const struct ruletable_row *row = &table->rows.at[i];
    struct str name = ruletable_cell(table, row, "name"), folded = fold_name(name, arena_alloc(arena, 2 * name.n + 1));
    int role, under_title;
    struct str written = ruletable_cell(table, row, "role");
    bool good = read_role(table, row, "role", ROLE_COUNT, false, &role, arena, diags);
    good &= read_role(table, row, "role_under_title", ROLE_COLUMNS, true, &under_title, arena, diags);
    if (folded.n == 0) diag_add(diags, ruletable_diag(table, row, "name", DIAG_PACK_VALUE_BAD, name, S("a-z 0-9 (%)")));
    if (!good || folded.n == 0) return false;
    if (add_phrase(names, name, role, arena)) return true;
    uint32_t id = pool_id(&names->folded, folded);
    while (names->meanings.n <= id) *array_push(arena, &names->meanings) = (struct header_meaning){.column_role = NONE, .meta_role = NONE, .line = row->line};
    struct header_meaning *meaning = &names->meanings.at[id];
    if (twice(meaning, role)) {
        diag_add(diags, ruletable_diag(table, row, "name", DIAG_PACK_ID_TWICE, name, row_of_name(table, i, arena)));
        return false;
    }
    if (role >= ROLE_COLUMNS) {
        meaning->meta_role = (int8_t)role;
        return true;
    }
    meaning->column_role = (int8_t)role;
    meaning->strength = cut_strength(&written);
    meaning->when_column = str_fold(arena, ruletable_cell(table, row, "when_column"));
    meaning->when_title = str_fold(arena, ruletable_cell(table, row, "when_title"));
    meaning->role_under_title = (int8_t)under_title;
    return true;
}

bool header_names_load(struct header_names *names, const struct ruletable *table, struct arena *arena, struct diags *diags)
{
    bool good = true;
    *names = (struct header_names){0};
    pool_init(&names->folded, arena);
    for (size_t i = 0; i < table->rows.n; i++) good &= read_name(names, table, i, arena, diags);
    return good;
}

static const struct header_meaning *meaning_of(const struct header_names *names, struct str cell)
{
    enum { LONGEST = 120 };
    char folded[2 * LONGEST + 1];
    uint32_t id;
    if (cell.n == 0 || cell.n > LONGEST) return NULL;
    if (!pool_find(&names->folded, fold_name(cell, folded), &id) || id >= names->meanings.n || id == 0) return NULL;
    return &names->meanings.at[id];
}

int columns_meta_role(const struct header_names *names, struct str cell)
{
    const struct header_meaning *meaning = meaning_of(names, cell);
    return meaning ? meaning->meta_role : NONE;
}

int columns_meta_phrase(const struct header_names *names, struct str cell, struct str *value)
{
    enum { LONGEST = 200 };
    char folded[2 * LONGEST + 1];
    if (cell.n == 0 || cell.n > LONGEST) return NONE;
    struct str text = {folded, str_fold_into(cell, folded)};
    for (size_t i = 0; i < names->phrases.n; i++) {
        const struct title_phrase *phrase = &names->phrases.at[i];
        bool begins = str_starts(text, phrase->words) && text.n > phrase->words.n && text.p[phrase->words.n] == ' ';
        if (!begins && !(phrase->anywhere && str_contains(text, phrase->words))) continue;
        *value = begins ? str_trim(str_sub(cell, phrase->words.n, cell.n)) : cell;
        return phrase->meta_role;
    }
    return NONE;
}

struct str header_names_scale(const struct header_names *names, struct str folded)
{
    for (size_t i = 0; i < names->phrases.n; i++)
        if (names->phrases.at[i].meta_role == ROLE_META_SCALE && str_contains(folded, names->phrases.at[i].words)) return names->phrases.at[i].words;
    return (struct str){0};
}

struct str columns_scale(const struct columns *columns, const struct header_names *names)
{
    enum { LONGEST = 120 };
    char folded[2 * LONGEST + 1];
    struct str words = header_names_scale(names, columns->title);
    for (size_t i = 0; i < columns->width && !words.n; i++)
        if (columns->names[i].n <= LONGEST) words = header_names_scale(names, (struct str){folded, str_fold_into(columns->names[i], folded)});
    return words;
}

static bool names_column(const struct columns *columns, struct str folded)
{
    char buffer[256];
    for (size_t i = 0; i < columns->width; i++) {
        struct str name = columns->names[i];
        if (name.n <= sizeof buffer / 2 && str_eq((struct str){buffer, str_fold_into(name, buffer)}, folded)) return true;
    }
    return false;
}

int header_names_role(const struct header_names *names, struct str cell, const struct columns *header)
{
    const struct header_meaning *meaning = meaning_of(names, cell);
    if (!meaning) return NONE;
    bool other = meaning->when_title.n && str_contains(header->title, meaning->when_title);
    other |= meaning->when_column.n && names_column(header, meaning->when_column);
    return other ? meaning->role_under_title : meaning->column_role;
}

int8_t header_names_strength(const struct header_names *names, struct str cell)
{
    const struct header_meaning *meaning = meaning_of(names, cell);
    return meaning ? meaning->strength : 0;
}

uint32_t columns_synonym(const struct header_names *names, struct str cell)
{
    const struct header_meaning *meaning = meaning_of(names, cell);
    return meaning ? meaning->line : 0;
}
