#include <string.h>

#include "intake_rows.h"

bool cell_is_stopgap(struct str cell)
{
    return str_eq(cell, S("-")) || str_eq_nocase(cell, S("null")) || str_eq_nocase(cell, S("undefined"));
}

void cell_unglue(struct str *code, struct str *name)
{
    size_t n = 0, dots = 0;
    while (n < name->n && ((name->p[n] >= '0' && name->p[n] <= '9') || name->p[n] == '.')) dots += name->p[n++] == '.';
    if (dots < 2 || n == name->n || name->p[n] != ' ') return;
    if (code->n == 0) *code = str_sub(*name, 0, n);
    *name = str_trim(str_sub(*name, n, name->n));
}

/* Dotted lines that nobody filled in: "...", "......" of U+2026. */
static bool is_dots(struct str cell)
{
    for (size_t i = 0; i < cell.n; i++)
        if (!strchr("._-: \xE2\x80\xA6", cell.p[i])) return false;
    return true;
}

/* "1.01.01. - Dinas Pendidikan": a code with the name behind it. */
static void part_code_and_name(struct str value, struct str *code, struct str *rest)
{
    size_t digits = 0;
    while (digits < value.n && ((value.p[digits] >= '0' && value.p[digits] <= '9') || value.p[digits] == '.' || value.p[digits] == ' ')) digits++;
    struct str name = str_trim(str_sub(value, digits, value.n));
    while (name.n && (name.p[0] == '-' || (unsigned char)name.p[0] >= 0x80 || name.p[0] == '_' || name.p[0] == ' ')) name = str_sub(name, 1, name.n);
    *code = str_trim(str_sub(value, 0, digits));
    *rest = str_trim(name);
}

static void split_code_and_name(struct intake *intake, struct str value)
{
    struct str code, name;
    part_code_and_name(value, &code, &name);
    if (code.n) intake->info.unit_code = str_copy(&intake->arena, code);
    if (name.n && !intake->info.unit_name.n) intake->info.unit_name = str_copy(&intake->arena, name);
}

/* A label may carry code and name where only the name was asked for: "1.02.0.00.0.00.01.0000 Dinas Kesehatan". */
static bool begins_with_code(struct str value)
{
    size_t dots = 0, n = 0;
    while (n < value.n && ((value.p[n] >= '0' && value.p[n] <= '9') || value.p[n] == '.')) dots += value.p[n++] == '.';
    return dots >= 2 && n < value.n;
}

static struct activity activity_named(struct titles *titles, struct str value)
{
    struct str code = {0};
    struct pool *texts = &titles->intake->texts;
    cell_unglue(&code, &value);
    return (struct activity){code.n ? pool_id(texts, account_path_text(titles->rows->scratch, code)) : 0, pool_id(texts, value)};
}

static void note_metadata(struct titles *titles, int role, struct str value)
{
    struct intake *intake = titles->intake;
    struct input_file *info = &intake->info;
    if (cell_is_nothing(value) || is_dots(value)) return;
    if (role == ROLE_META_YEAR) date_find_year(value, &info->year);
    if (role == ROLE_META_REGION) info->region = str_copy(&intake->arena, value);
    if (role == ROLE_META_ACTIVITY) titles->rows->activity = activity_named(titles, value);
    if (role == ROLE_META_UNIT_NAME && begins_with_code(value)) split_code_and_name(intake, value);
    else if (role == ROLE_META_UNIT_NAME) info->unit_name = str_copy(&intake->arena, value);
    if (role == ROLE_META_UNIT_CODE) split_code_and_name(intake, value);
}

/* The value of a label: the cells behind it that are not empty, joined as one text cut at the delimiter ("DINAS SOSIAL, TENAGA KERJA"). */
static struct str value_behind(struct intake *intake, const struct record *record, size_t label)
{
    struct str value = {0};
    for (size_t i = label + 1; i < record->n; i++) {
        struct str cell = record->cells[i];
        while (cell.n && (cell.p[0] == ':' || cell.p[0] == ' ')) cell = str_sub(cell, 1, cell.n);
        if (cell.n == 0) continue;
        value = value.n ? str_format(&intake->arena, "%.*s, %.*s", STR_ARG(value), STR_ARG(cell)) : cell;
    }
    return value;
}

/* A title says region, unit or year in its own words ("PEMERINTAH KABUPATEN TOBA"); a labelled value goes before it. */
static void read_title(struct titles *titles, const struct record *record)
{
    struct intake *intake = titles->intake;
    struct input_file *info = &intake->info;
    for (size_t i = 0; i < record->n; i++) {
        struct str value;
        int role = columns_meta_phrase(titles->names, record->cells[i], &value);
        bool stated = (role == ROLE_META_YEAR && info->year) || (role == ROLE_META_REGION && info->region.n) ||
                      (role == ROLE_META_UNIT_NAME && info->unit_name.n) || (role == ROLE_META_UNIT_CODE && info->unit_code.n);
        if (role >= 0 && !stated) note_metadata(titles, role, value);
    }
}

/* The role of a cell that is a label, alone or with its value behind a colon, and that value; -1 = no label. */
static int label_at(struct titles *titles, const struct record *record, size_t i, struct str *value)
{
    struct str cell = record->cells[i];
    size_t colon = str_find(cell, ':');
    int role = columns_meta_role(titles->names, str_sub(cell, 0, colon));
    struct str behind = str_trim(str_sub(cell, colon + 1, cell.n));
    if (role >= 0) *value = colon < cell.n && behind.n ? behind : value_behind(titles->intake, record, i);
    return role;
}

void titles_read(struct titles *titles, const struct record *record)
{
    size_t filled = 0;
    for (size_t i = 0; i < record->n && filled < 4; i++) {
        struct str value;
        filled += record->cells[i].n != 0;
        int role = label_at(titles, record, i, &value);
        if (role >= 0) {
            note_metadata(titles, role, value);
            return;
        }
    }
    read_title(titles, record);
}

static uint32_t text_id(struct titles *titles, struct str text)
{
    return text.n ? pool_id(&titles->intake->texts, text) : 0;
}

/* The block that the next row is in; one that has no row yet is still being named. */
static struct block *naming(struct titles *titles)
{
    struct rows *rows = titles->rows;
    const struct input_file *info = &titles->intake->info;
    struct block next = {.unit_code = text_id(titles, info->unit_code), .unit_name = text_id(titles, info->unit_name), .activity = rows->activity};
    if (rows->blocks.n) next = rows->blocks.at[rows->blocks.n - 1];
    if (rows->blocks.n && next.row == rows->list.n) return &rows->blocks.at[rows->blocks.n - 1];
    next.row = (uint32_t)rows->list.n;
    next.code_above = next.unit_code;
    next.name_above = next.unit_name;
    struct block *block = array_push(rows->scratch, &rows->blocks);
    *block = next;
    return block;
}

/* Every page may name the unit again. Another code has a name of its own and another name a code of its own, stated before or after it. */
static void name_unit(struct titles *titles, struct str code, struct str name)
{
    struct block *block = naming(titles);
    bool same_name = str_eq_nocase(name, pool_text(&titles->intake->texts, block->unit_name));
    if (code.n) block->unit_code = text_id(titles, code);
    if (name.n && !same_name) block->unit_name = text_id(titles, name);
    bool other_code = block->unit_code != block->code_above, other_name = block->unit_name != block->name_above;
    if (code.n && !name.n && other_code && !other_name) block->unit_name = 0;
    if (name.n && !code.n && other_name && !other_code) block->unit_code = 0;
}

bool titles_again(struct titles *titles, const struct record *record)
{
    enum { FEW = 4 };
    const struct rows *rows = titles->rows;
    const int16_t *at = rows->columns.at;
    int names = at[ROLE_ACCOUNT_NAME] >= 0 ? at[ROLE_ACCOUNT_NAME] : at[ROLE_TEXT];
    size_t label = 0, filled = 0;
    struct str value = {0}, code = {0}, name = {0};
    while (label < record->n && record->cells[label].n == 0) label++;
    if (label == record->n || record->cells[label].p[0] < 'A') return false; /* codes and numbers begin no label */
    if (rows->parted || (int)label >= names) return false;                   /* what stands where names stand is a name */
    for (size_t i = label; i < record->n; i++) filled += record->cells[i].n != 0;
    if (filled > FEW) return false; /* a row of the table, not a label */
    int role = label_at(titles, record, label, &value);
    if (role < 0 || cell_is_nothing(value) || is_dots(value)) return false;
    for (size_t i = 0; i < AMOUNT_COLUMNS; i++) {
        int amount = rows->column_of[i];
        if (amount > (int)label && (size_t)amount < record->n && money_scan(record->cells[amount]) != NUMBER_BLANK) return false;
    }
    if (role == ROLE_META_UNIT_CODE || (role == ROLE_META_UNIT_NAME && begins_with_code(value))) part_code_and_name(value, &code, &name);
    else if (role == ROLE_META_UNIT_NAME) name = value;
    if (code.n || name.n) name_unit(titles, code, name);
    if (role == ROLE_META_ACTIVITY) naming(titles)->activity = activity_named(titles, value);
    if (role == ROLE_META_YEAR) {
        int year = 0;
        struct input_file *info = &titles->intake->info;
        if (date_find_year(value, &year) && info->year && info->year != year && !info->other_year) info->other_year = year;
    }
    return true;
}
