#include "effcheck/reading.h"

#include <sys/stat.h>

static const struct {
    const char *name, *accepts;
} FIELDS[READING_FIELDS] = {
    [READING_DELIMITER] = {"delimiter", "koma, titik-koma, tab, garis"},
    [READING_DECIMAL] = {"decimal", "koma, titik"},
    [READING_ENCODING] = {"encoding", "utf-8, windows-1252, utf-16le, utf-16be"},
    [READING_HEADER_ROW] = {"header_row", "nomor baris mulai dari 1"},
    [READING_STAGE] = {"stage", "murni, kini, realisasi"},
    [READING_UNIT_CODE] = {"unit_code", "kode OPD"},
    [READING_UNIT_NAME] = {"unit_name", "nama OPD"},
};

struct word {
    const char *word;
    int value;
};

/* One row per word; the list ends with a row without word. */
static const struct word DELIMITER_WORDS[] = {
    {",", ','}, {"koma", ','}, {"comma", ','}, {";", ';'}, {"titik-koma", ';'}, {"titik koma", ';'}, {"semicolon", ';'}, {"tab", '\t'}, {"\\t", '\t'},
    {"\t", '\t'}, {"|", '|'}, {"garis", '|'}, {"pipe", '|'}, {NULL, 0}};
static const struct word DECIMAL_WORDS[] = {{",", DECIMAL_COMMA}, {"koma", DECIMAL_COMMA}, {"comma", DECIMAL_COMMA}, {".", DECIMAL_POINT},
                                            {"titik", DECIMAL_POINT}, {"point", DECIMAL_POINT}, {NULL, 0}};
static const struct word ENCODING_WORDS[] = {
    {"utf-8", ENCODING_UTF8}, {"utf8", ENCODING_UTF8}, {"windows-1252", ENCODING_CP1252}, {"cp1252", ENCODING_CP1252},
    {"utf-16le", ENCODING_UTF16LE}, {"utf-16be", ENCODING_UTF16BE}, {NULL, 0}};
static const struct word STAGE_WORDS[] = {{"murni", STAGE_MURNI}, {"baseline", STAGE_MURNI}, {"kini", STAGE_KINI}, {"realisasi", STAGE_REALISASI}, {NULL, 0}};

static bool find_word(const struct word *words, struct str value, int *out)
{
    for (; words->word; words++)
        if (str_eq_nocase(value, str_from(words->word))) {
            *out = words->value;
            return true;
        }
    return false;
}

static bool read_row_number(struct str value, uint32_t *out)
{
    uint32_t n = 0;
    for (size_t i = 0; i < value.n; i++) {
        if (value.p[i] < '0' || value.p[i] > '9' || n > 99999999) return false;
        n = n * 10 + (uint32_t)(value.p[i] - '0');
    }
    if (n) *out = n;
    return n > 0;
}

bool reading_set(struct reading_options *reading, enum reading_field field, struct str value, struct str said_by)
{
    int found = 0;
    bool good = true;
    struct str trimmed = str_trim(value);
    switch (field) {
    case READING_DELIMITER: /* a tab alone is a value too */
        good = find_word(DELIMITER_WORDS, trimmed.n ? trimmed : value, &found);
        if (good) reading->delimiter = (char)found;
        break;
    case READING_DECIMAL:
        good = find_word(DECIMAL_WORDS, trimmed, &found);
        if (good) reading->decimal = (enum decimal_mark)found;
        break;
    case READING_ENCODING:
        good = find_word(ENCODING_WORDS, trimmed, &found);
        if (good) reading->encoding = (enum encoding)found;
        break;
    case READING_STAGE:
        good = find_word(STAGE_WORDS, trimmed, &found);
        if (good) reading->stage = (enum reading_stage)found;
        break;
    case READING_HEADER_ROW: good = read_row_number(trimmed, &reading->header_row); break;
    case READING_UNIT_CODE: reading->unit_code = trimmed; break;
    default: reading->unit_name = trimmed; break;
    }
    if (good) reading->said_by[field] = said_by;
    return good;
}

/* ---- effcheck.csv ---- */

static const char TABLE_NAME[] = "effcheck.csv";

bool decisions_is_table(struct str path)
{
    return str_eq(str_base_name(path), str_from(TABLE_NAME));
}

/* A column nobody knows would be a decision that is silently not taken. */
static bool check_columns(const struct ruletable *table, struct arena *arena, struct diags *diags)
{
    bool good = true;
    struct str list = S("pattern");
    for (int f = 0; f < READING_FIELDS; f++) list = str_format(arena, "%.*s, %s", STR_ARG(list), FIELDS[f].name);
    list = str_join(arena, list, S(", note"));
    for (size_t i = 0; i < table->file->columns.n; i++) {
        struct str name = table->file->columns.at[i];
        bool known = str_eq_nocase(name, S("pattern")) || str_eq_nocase(name, S("note"));
        for (int f = 0; f < READING_FIELDS; f++) known |= str_eq_nocase(name, str_from(FIELDS[f].name));
        if (known) continue;
        diag_add(diags, (struct diag){.kind = DIAG_DECISION_COLUMN, .file = table->path, .line = 1, .column_no = (uint32_t)i + 1, .value = name, .detail = list});
        good = false;
    }
    return good;
}

static bool apply_row(struct reading_options *reading, const struct folder_decisions *folder, size_t row, struct arena *arena, struct diags *diags)
{
    const struct ruletable *table = &folder->table;
    struct str said_by = str_format(arena, "%s:%u", TABLE_NAME, table->rows.at[row].line);
    bool good = true;
    for (enum reading_field f = 0; f < READING_FIELDS; f++) {
        struct str value = ruletable_cell(table, &table->rows.at[row], FIELDS[f].name);
        if (value.n == 0 || reading_set(reading, f, value, said_by)) continue;
        if (diags) diag_add(diags, ruletable_diag(table, &table->rows.at[row], FIELDS[f].name, DIAG_PACK_VALUE_BAD, value, str_from(FIELDS[f].accepts)));
        good = false;
    }
    return good;
}

static bool check_rows(const struct folder_decisions *folder, struct arena *arena, struct diags *diags)
{
    bool good = true;
    for (size_t i = 0; i < folder->table.rows.n; i++) {
        struct reading_options ignored = {0};
        good &= apply_row(&ignored, folder, i, arena, diags);
        if (ruletable_cell(&folder->table, &folder->table.rows.at[i], "pattern").n) continue;
        diag_add(diags, ruletable_diag(&folder->table, &folder->table.rows.at[i], "pattern", DIAG_PACK_VALUE_BAD, (struct str){0}, S("opd_*.csv")));
        good = false;
    }
    return good;
}

static struct folder_decisions *folder_of(const struct decisions *decisions, struct str path)
{
    struct str folder = str_folder(path);
    for (size_t i = 0; i < decisions->folders.n; i++)
        if (str_eq(decisions->folders.at[i].folder, folder)) return &decisions->folders.at[i];
    return NULL;
}

static bool load_folder(struct decisions *decisions, struct str folder, struct arena *arena, struct diags *diags)
{
    struct stat status;
    struct str path = str_format(arena, "%.*s%s", STR_ARG(folder), TABLE_NAME);
    struct folder_decisions *f = array_push(arena, &decisions->folders);
    *f = (struct folder_decisions){.folder = folder};
    if (stat(path.p, &status) != 0) return true; /* nothing is remembered here */
    if (!ruletable_load(&f->table, path, "pattern", arena, diags)) return false;
    f->used = arena_new_n(arena, bool, f->table.rows.n + 1);
    bool columns = check_columns(&f->table, arena, diags);
    return check_rows(f, arena, diags) && columns;
}

bool decisions_load(struct decisions *decisions, const struct str *paths, size_t n, struct arena *arena, struct diags *diags)
{
    bool good = true;
    for (size_t i = 0; i < n; i++)
        if (!folder_of(decisions, paths[i])) good &= load_folder(decisions, str_folder(paths[i]), arena, diags);
    return good;
}

struct reading_options decisions_for(struct decisions *decisions, struct str path, const struct reading_options *command_line, struct arena *arena)
{
    struct reading_options reading = {0};
    struct folder_decisions *folder = folder_of(decisions, path);
    for (size_t i = 0; folder && i < folder->table.rows.n; i++) {
        struct str pattern = ruletable_cell(&folder->table, &folder->table.rows.at[i], "pattern");
        if (!str_matches(pattern, str_base_name(path))) continue;
        folder->used[i] = true;
        apply_row(&reading, folder, i, arena, NULL);
    }
    if (reading_says(command_line, READING_DELIMITER)) reading.delimiter = command_line->delimiter;
    if (reading_says(command_line, READING_DECIMAL)) reading.decimal = command_line->decimal;
    if (reading_says(command_line, READING_ENCODING)) reading.encoding = command_line->encoding;
    if (reading_says(command_line, READING_HEADER_ROW)) reading.header_row = command_line->header_row;
    for (size_t f = 0; f <= READING_HEADER_ROW; f++)
        if (command_line->said_by[f].n) reading.said_by[f] = command_line->said_by[f];
    return reading;
}

void decisions_note_unused(const struct decisions *decisions, struct diags *diags)
{
    for (size_t f = 0; f < decisions->folders.n; f++) {
        const struct folder_decisions *folder = &decisions->folders.at[f];
        for (size_t i = 0; i < folder->table.rows.n; i++) {
            const struct ruletable_row *row = &folder->table.rows.at[i];
            if (folder->used[i]) continue;
            diag_add(diags, ruletable_diag(&folder->table, row, "pattern", DIAG_DECISION_UNUSED, ruletable_cell(&folder->table, row, "pattern"), (struct str){0}));
        }
    }
}
