#include <assert.h>
#include <string.h>

#include "effcheck/xlsx_value.h"
#include "xlsx_reader.h"

enum { STRING_OVERHEAD = 48 };

/* ---- Attributes ---- */

static struct str attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(attributes[0], name) == 0) return str_from(attributes[1]);
    return (struct str){0};
}

/* r:id, whatever prefix the file gave the namespace and whichever of the two namespaces it is. */
static struct str relation_attribute(const char **attributes)
{
    for (; *attributes; attributes += 2)
        if (str_ends(str_from(attributes[0]), S("/relationships|id"))) return str_from(attributes[1]);
    return (struct str){0};
}

static bool is_true(struct str s) { return str_eq(s, S("1")) || str_eq(s, S("true")) || str_eq(s, S("on")); }

/* ---- Text ---- */

/* Cells of the row point into the text that is there: it stays where it is, and a larger copy goes on (array_grow would give it back). */
static void make_room(struct xlsx *x, size_t want)
{
    enum { FIRST = 256 };
    if (want <= x->text.cap) return;
    size_t cap = x->text.cap ? x->text.cap : FIRST;
    while (cap < want) cap *= 2;
    char *larger = arena_alloc_unset(x->arena, cap);
    if (x->text.at) memcpy(larger, x->text.at, x->text.n);
    x->text.at = larger;
    x->text.cap = cap;
}

void xlsx_add_text(struct reader *r, const char *p, size_t n)
{
    struct xlsx *x = r->x;
    if (n > XLSX_TEXT_MAX - x->text.n) {
        xlsx_fail(r, "a row or shared string has more than %llu bytes of text", XLSX_TEXT_MAX);
        return;
    }
    make_room(x, x->text.n + n);
    assert(!n || x->text.at);
    if (n) memcpy(x->text.at + x->text.n, p, n);
    x->text.n += n;
}

static void enter_text(struct reader *r, const char **attributes)
{
    (void)attributes;
    r->piece_at = r->x->text.n;
}

static void leave_text(struct reader *r)
{
    struct xlsx *x = r->x;
    if (x->text.n > r->piece_at) x->text.n = r->piece_at + xlsx_unescape(x->text.at + r->piece_at, x->text.n - r->piece_at);
}

/* ---- Relationships ---- */

static struct str last_word(struct str uri)
{
    size_t from = uri.n;
    while (from > 0 && uri.p[from - 1] != '/') from--;
    return str_sub(uri, from, uri.n);
}

/* "xl/_rels/workbook.xml.rels" speaks for "xl/workbook.xml"; only the folder matters for targets. */
static struct str relations_base(struct str part) { return str_sub(part, 0, part.n - last_word(part).n - (sizeof "_rels/" - 1)); }

static void enter_relation(struct reader *r, const char **attributes)
{
    struct xlsx *x = r->x;
    if (str_eq_nocase(attribute(attributes, "TargetMode"), S("External"))) return;
    if (x->relations.n == ARCHIVE_PARTS_MAX) {
        xlsx_fail(r, "more than %u relationships", ARCHIVE_PARTS_MAX);
        return;
    }
    *array_push(x->arena, &x->relations) = (struct relation){
        .id = str_copy(x->arena, attribute(attributes, "Id")),
        .type = str_copy(x->arena, last_word(attribute(attributes, "Type"))),
        .target = xlsx_target(x->arena, relations_base(r->part->key), attribute(attributes, "Target")),
    };
}

const struct relation *xlsx_relation_by_id(const struct xlsx *x, struct str id)
{
    for (size_t i = 0; i < x->relations.n; i++)
        if (str_eq(x->relations.at[i].id, id)) return &x->relations.at[i];
    return NULL;
}

const struct relation *xlsx_relation_by_type(const struct xlsx *x, struct str type)
{
    for (size_t i = 0; i < x->relations.n; i++)
        if (str_eq(x->relations.at[i].type, type)) return &x->relations.at[i];
    return NULL;
}

/* ---- Workbook ---- */

static void enter_settings(struct reader *r, const char **attributes) { r->x->from_1904 = is_true(attribute(attributes, "date1904")); }

static struct str unescaped_copy(struct arena *arena, struct str s)
{
    char *p = arena_alloc(arena, s.n + 1);
    if (s.n) memcpy(p, s.p, s.n);
    return (struct str){p, xlsx_unescape(p, s.n)};
}

static void enter_sheet(struct reader *r, const char **attributes)
{
    struct xlsx *x = r->x;
    if (x->sheets.n == ARCHIVE_PARTS_MAX) {
        xlsx_fail(r, "more than %u sheets", ARCHIVE_PARTS_MAX);
        return;
    }
    struct str state = attribute(attributes, "state"), id = relation_attribute(attributes);
    const struct relation *relation = xlsx_relation_by_id(x, id);
    *array_push(x->arena, &x->sheets) = (struct sheet){
        .face.name = unescaped_copy(x->arena, attribute(attributes, "name")),
        .face.hidden = str_eq(state, S("hidden")) || str_eq(state, S("veryHidden")),
        .relation = str_copy(x->arena, id),
        .type = relation ? relation->type : (struct str){0},
        .part = relation ? relation->target : (struct str){0},
    };
}

/* ---- Styles ---- */

static void enter_format(struct reader *r, const char **attributes)
{
    struct xlsx *x = r->x;
    struct format format = {.date = xlsx_format_is_date(attribute(attributes, "formatCode"))};
    if (x->formats.n == XLSX_FORMATS_MAX)
        xlsx_fail(r, "more than %u number formats", XLSX_FORMATS_MAX);
    else if (xlsx_uint(attribute(attributes, "numFmtId"), UINT32_MAX, &format.id))
        *array_push(x->arena, &x->formats) = format;
}

/* The workbook's own definition of an id wins over the built-in one. */
static bool format_is_date(const struct xlsx *x, uint32_t id)
{
    for (size_t i = 0; i < x->formats.n; i++)
        if (x->formats.at[i].id == id) return x->formats.at[i].date;
    return xlsx_builtin_is_date(id);
}

static void enter_style(struct reader *r, const char **attributes)
{
    struct xlsx *x = r->x;
    uint32_t id = 0;
    xlsx_uint(attribute(attributes, "numFmtId"), UINT32_MAX, &id);
    if (x->date_styles.n == XLSX_STYLES_MAX)
        xlsx_fail(r, "more than %u cell styles", XLSX_STYLES_MAX);
    else
        *array_push(x->arena, &x->date_styles) = format_is_date(x, id);
}

/* ---- Shared strings ---- */

static void enter_string(struct reader *r, const char **attributes)
{
    (void)attributes;
    r->x->text.n = 0;
}

static void leave_string(struct reader *r)
{
    struct xlsx *x = r->x;
    x->strings_bytes += x->text.n + STRING_OVERHEAD;
    if (x->strings_bytes > XLSX_STRINGS_MAX)
        xlsx_fail(r, "shared strings need more than %llu bytes", XLSX_STRINGS_MAX);
    else
        *array_push(x->arena, &x->strings) = str_copy(x->arena, (struct str){x->text.at, x->text.n});
}

/* ---- Rows and cells ---- */

static void enter_row(struct reader *r, const char **attributes)
{
    struct str number = attribute(attributes, "r");
    uint32_t row = r->row + 1;
    r->x->text.n = 0;
    r->x->cells.n = 0;
    r->next_column = 0;
    if (number.n && (!xlsx_uint(number, XLSX_ROWS_MAX, &row) || row == 0)) {
        xlsx_fail_here(r, "row number", number);
    } else if (row > XLSX_ROWS_MAX) {
        xlsx_fail_here(r, "more rows than a sheet can have", (struct str){0});
    } else if (row <= r->row) {
        xlsx_fail_here(r, "rows are not in ascending order: row", number);
    }
    r->row = row;
}

static void leave_row(struct reader *r)
{
    struct xlsx *x = r->x;
    if (x->cells.n == 0 || r->give_row(r->context, r->row, x->cells.at, x->cells.n)) return;
    xlsx_stop(r);
}

/* The value of attribute t (ST_CellType, 18.18.11). */
static const char *const type_names[TYPE_COUNT] = {"n", "s", "str", "inlineStr", "b", "e", "d"};

static enum cell_type cell_type_of(struct str name)
{
    int type = TYPE_NUMBER;
    while (type < TYPE_COUNT && !str_eq(name, str_from(type_names[type]))) type++;
    return (enum cell_type)type;
}

static void place_cell(struct reader *r, struct str ref)
{
    uint32_t row = r->row;
    r->column = r->next_column;
    if (ref.n && !xlsx_ref(ref, &row, &r->column)) {
        xlsx_fail_here(r, "cell reference", ref);
    } else if (row != r->row) {
        xlsx_fail_cell(r, "stands in another row as", ref);
    } else if (r->column >= XLSX_COLUMNS_MAX) {
        xlsx_fail_here(r, "more columns than a sheet can have", (struct str){0});
    } else if (r->column < r->next_column) {
        xlsx_fail_cell(r, "comes a second time or out of order", (struct str){0});
    }
    r->next_column = r->column + 1;
}

static void enter_cell(struct reader *r, const char **attributes)
{
    struct str ref = {0};
    r->type = TYPE_NUMBER;
    r->style = 0;
    r->formula = r->has_value = false;
    r->cell_at = r->x->text.n;
    for (; *attributes; attributes += 2) {
        struct str value = str_from(attributes[1]);
        if (strcmp(attributes[0], "r") == 0)
            ref = value;
        else if (strcmp(attributes[0], "t") == 0)
            r->type = cell_type_of(value);
        else if (strcmp(attributes[0], "s") == 0)
            xlsx_uint(value, UINT32_MAX, &r->style);
    }
    place_cell(r, ref);
    if (r->type == TYPE_COUNT) xlsx_fail_cell(r, "has an unknown type", (struct str){0});
}

static void enter_value(struct reader *r, const char **attributes)
{
    (void)attributes;
    if (r->has_value) xlsx_fail_cell(r, "has two values", (struct str){0});
    r->has_value = true;
    r->piece_at = r->x->text.n;
}

static void leave_value(struct reader *r)
{
    if (r->type == TYPE_STRING || r->type == TYPE_INLINE) leave_text(r);
}

static void enter_formula(struct reader *r, const char **attributes)
{
    (void)attributes;
    r->formula = true;
}

static struct str add_date(struct reader *r, struct date date)
{
    char iso[DATE_TEXT_MAX];
    size_t n = date_iso(date, iso), at = r->x->text.n;
    xlsx_add_text(r, iso, n);
    return str_sub((struct str){r->x->text.at, r->x->text.n}, at, at + n);
}

void xlsx_show_date(struct reader *r, struct xlsx_cell *cell)
{
    const struct xlsx *x = r->x;
    struct date date;
    if (r->style >= x->date_styles.n || !x->date_styles.at[r->style]) return;
    if (!xlsx_serial_date(cell->text, x->from_1904, &date)) return;
    cell->kind = XLSX_DATE;
    cell->text = add_date(r, date);
}

static void read_number(struct reader *r, struct xlsx_cell *cell)
{
    cell->text = str_trim(cell->text);
    cell->kind = cell->text.n == 0 || xlsx_is_number(cell->text) ? XLSX_NUMBER : XLSX_TEXT;
    xlsx_show_date(r, cell);
}

static void read_shared(struct reader *r, struct xlsx_cell *cell)
{
    uint32_t i;
    struct str number = str_trim(cell->text);
    cell->kind = XLSX_TEXT;
    if (number.n == 0) return;
    if (xlsx_uint(number, UINT32_MAX, &i) && i < r->x->strings.n)
        cell->text = r->x->strings.at[i];
    else
        xlsx_fail_cell(r, "there is no shared string", number);
}

static void read_bool(struct reader *r, struct xlsx_cell *cell)
{
    struct str value = str_trim(cell->text);
    cell->kind = XLSX_BOOL;
    if (value.n == 0) return;
    bool yes = is_true(value);
    if (!yes && !str_eq(value, S("0")) && !str_eq(value, S("false"))) xlsx_fail_cell(r, "is neither true nor false:", value);
    cell->text = yes ? S("TRUE") : S("FALSE");
}

/* ISO 8601 (18.18.11, `d`): the day of it, or the text where it has none. */
static void read_iso_date(struct reader *r, struct xlsx_cell *cell)
{
    struct date date;
    cell->kind = XLSX_TEXT;
    if (!date_parse(str_sub(str_trim(cell->text), 0, sizeof "2026-01-07" - 1), &date)) return;
    cell->kind = XLSX_DATE;
    cell->text = add_date(r, date);
}

static void leave_cell(struct reader *r)
{
    struct xlsx *x = r->x;
    struct xlsx_cell cell = {.column = r->column, .formula = r->formula, .kind = r->type == TYPE_ERROR ? XLSX_ERROR : XLSX_TEXT};
    if (x->text.at) cell.text = (struct str){x->text.at + r->cell_at, x->text.n - r->cell_at};
    switch (r->type) {
    case TYPE_NUMBER:
        read_number(r, &cell);
        break;
    case TYPE_SHARED:
        read_shared(r, &cell);
        break;
    case TYPE_BOOL:
        read_bool(r, &cell);
        break;
    case TYPE_DATE:
        read_iso_date(r, &cell);
        break;
    default:
        break;
    }
    bool computed_empty = r->type == TYPE_STRING && r->has_value; /* a formula that gives "" */
    bool never_computed = cell.text.n == 0 && r->formula && !computed_empty;
    if (never_computed) cell.kind = XLSX_ERROR;
    if (r->error.n || (cell.text.n == 0 && !never_computed)) return;
    *array_push(x->arena, &x->cells) = cell;
}

const struct element xlsx_elements[NODE_COUNT] = {
    [WORKSHEET] = {"worksheet", NODE_NONE, NULL, NULL, false, false},
    [ROWS] = {"sheetData", WORKSHEET, NULL, NULL, false, true},
    [ROW] = {"row", ROWS, enter_row, leave_row, false, true},
    [CELL] = {"c", ROW, enter_cell, leave_cell, false, true},
    [VALUE] = {"v", CELL, enter_value, leave_value, true, true},
    [INLINE] = {"is", CELL, enter_value, NULL, false, false},
    [INLINE_TEXT] = {"t", INLINE, enter_text, leave_text, true, true},
    [INLINE_RUN] = {"r", INLINE, NULL, NULL, false, false},
    [INLINE_RUN_TEXT] = {"t", INLINE_RUN, enter_text, leave_text, true, true},
    [FORMULA] = {"f", CELL, enter_formula, NULL, false, false},
    [STRINGS] = {"sst", NODE_NONE, NULL, NULL, false, true},
    [STRING] = {"si", STRINGS, enter_string, leave_string, false, false},
    [STRING_TEXT] = {"t", STRING, enter_text, leave_text, true, true},
    [STRING_RUN] = {"r", STRING, NULL, NULL, false, false},
    [STRING_RUN_TEXT] = {"t", STRING_RUN, enter_text, leave_text, true, true},
    [WORKBOOK] = {"workbook", NODE_NONE, NULL, NULL, false, false},
    [WORKBOOK_SETTINGS] = {"workbookPr", WORKBOOK, enter_settings, NULL, false, false},
    [SHEETS] = {"sheets", WORKBOOK, NULL, NULL, false, true},
    [SHEET] = {"sheet", SHEETS, enter_sheet, NULL, false, false},
    [STYLES] = {"styleSheet", NODE_NONE, NULL, NULL, false, false},
    [FORMATS] = {"numFmts", STYLES, NULL, NULL, false, true},
    [FORMAT] = {"numFmt", FORMATS, enter_format, NULL, false, false},
    [CELL_STYLES] = {"cellXfs", STYLES, NULL, NULL, false, true},
    [CELL_STYLE] = {"xf", CELL_STYLES, enter_style, NULL, false, false},
    [RELATIONS] = {"Relationships", NODE_NONE, NULL, NULL, false, true},
    [RELATION] = {"Relationship", RELATIONS, enter_relation, NULL, false, false},
};
