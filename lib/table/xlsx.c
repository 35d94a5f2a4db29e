#include "effcheck/xlsx.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <expat.h>

#include "effcheck/archive.h"
#include "effcheck/array.h"
#include "effcheck/pool.h"
#include "effcheck/xlsx_value.h"

enum { CHUNK = 64 * 1024, MESSAGE = 512, STRING_OVERHEAD = 48 };

struct relation {
    struct str id;
    struct str type;   /* last word of the type's URI, which is the same in transitional and strict files */
    struct str target; /* name of a part */
};

struct sheet {
    struct xlsx_sheet face;
    struct str relation; /* id */
    struct str type;     /* of the relationship; empty = there is none */
    struct str part;
};

struct format {
    uint32_t id;
    bool date;
};

struct xlsx {
    struct arena *arena;
    struct archive *archive;
    ARRAY(struct relation) relations; /* of the part read last */
    ARRAY(struct sheet) sheets;
    ARRAY(struct format) formats; /* those the workbook defines itself */
    ARRAY(bool) date_styles;      /* style -> shows a date */
    ARRAY(struct str) strings;
    uint64_t strings_bytes;
    bool from_1904;
    struct pool names; /* of elements and attributes, to bound what expat keeps of them */
    /* Of one row. Growing leaves the old block alone (array.h), so slices of finished cells stay valid. */
    ARRAY(char) text;
    ARRAY(struct xlsx_cell) cells;
};

/* ---- Elements that mean something. Children stand behind their parent: the search for a child starts there. ---- */

enum node {
    NODE_NONE, /* outside of the root */
    WORKSHEET,
    ROWS,
    ROW,
    CELL,
    VALUE,
    INLINE,
    INLINE_TEXT,
    INLINE_RUN,
    INLINE_RUN_TEXT,
    FORMULA,
    STRINGS,
    STRING,
    STRING_TEXT,
    STRING_RUN,
    STRING_RUN_TEXT,
    WORKBOOK,
    WORKBOOK_SETTINGS,
    SHEETS,
    SHEET,
    STYLES,
    FORMATS,
    FORMAT,
    CELL_STYLES,
    CELL_STYLE,
    RELATIONS,
    RELATION,
    NODE_COUNT
};

enum cell_type { TYPE_NUMBER, TYPE_SHARED, TYPE_STRING, TYPE_INLINE, TYPE_BOOL, TYPE_ERROR, TYPE_DATE, TYPE_COUNT };

/* One part on its way through the parser. */
struct reader {
    struct xlsx *x;
    struct archive_part *part;
    enum node root;   /* the element the part must start with; NODE_NONE = any, only well-formedness matters */
    enum node wanted; /* an element without which the part is not accepted */
    xlsx_row_fn *give_row;
    void *context;

    XML_Parser parser;
    struct str space; /* namespace of the root element */
    enum node node;
    unsigned depth;
    unsigned skipped; /* depth inside an element that means nothing to us */
    uint64_t seen;    /* bit per node */
    uint64_t bytes;   /* inflated so far */
    bool stopped;     /* by the receiver of the rows */
    struct str error; /* the first fault */

    uint32_t row; /* from 1; 0 = none yet */
    uint32_t next_column;
    uint32_t column;
    uint32_t style;
    enum cell_type type;
    bool formula;
    bool has_value;
    size_t cell_at;  /* where in x->text the cell starts */
    size_t piece_at; /* where its present run starts */
};

struct element {
    const char *name;
    enum node parent;
    void (*enter)(struct reader *, const char **attributes);
    void (*leave)(struct reader *);
    bool text;   /* its characters are kept */
    bool closed; /* children that are not in the table are a fault: skipping them could lose cells */
};

/* ---- Faults ---- */

/* Writes "part NAME: ..." unless there is a fault already, and stops the parser. Always false. */
__attribute__((format(printf, 2, 3))) static bool fail(struct reader *r, const char *format, ...)
{
    char message[MESSAGE];
    if (r->error.n) return false;
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    r->error = str_format(r->x->arena, "part %.*s: %s", STR_ARG(r->part->name), message);
    if (r->parser) XML_StopParser(r->parser, XML_FALSE);
    return false;
}

static bool fail_here(struct reader *r, const char *what, struct str quoted)
{
    struct str shown = archive_printable(r->x->arena, quoted);
    return fail(r, "%s%s%.*s at line %lu, column %lu", what, shown.n ? " " : "", STR_ARG(shown),
                (unsigned long)XML_GetCurrentLineNumber(r->parser), (unsigned long)XML_GetCurrentColumnNumber(r->parser) + 1);
}

static bool fail_cell(struct reader *r, const char *what, struct str quoted)
{
    char ref[XLSX_REF_TEXT];
    struct str shown = archive_printable(r->x->arena, quoted);
    xlsx_ref_text(r->row, r->column, ref);
    return fail(r, "cell %s: %s%s%.*s", ref, what, shown.n ? " " : "", STR_ARG(shown));
}

static bool fail_xml(struct reader *r)
{
    enum XML_Error code = XML_GetErrorCode(r->parser);
    const char *why = code == XML_ERROR_INVALID_TOKEN ? "invalid token" : XML_ErrorString(code);
    return fail(r, "not well-formed at line %lu, column %lu (%s)", (unsigned long)XML_GetCurrentLineNumber(r->parser),
                (unsigned long)XML_GetCurrentColumnNumber(r->parser) + 1, why);
}

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

static void add_text(struct reader *r, const char *p, size_t n)
{
    struct xlsx *x = r->x;
    if (n > XLSX_TEXT_MAX - x->text.n) {
        fail(r, "a row or shared string has more than %llu bytes of text", XLSX_TEXT_MAX);
        return;
    }
    array_reserve(x->arena, &x->text, x->text.n + n);
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
        fail(r, "more than %u relationships", ARCHIVE_PARTS_MAX);
        return;
    }
    *array_push(x->arena, &x->relations) = (struct relation){
        .id = str_copy(x->arena, attribute(attributes, "Id")),
        .type = str_copy(x->arena, last_word(attribute(attributes, "Type"))),
        .target = xlsx_target(x->arena, relations_base(r->part->key), attribute(attributes, "Target")),
    };
}

static const struct relation *relation_by_id(const struct xlsx *x, struct str id)
{
    for (size_t i = 0; i < x->relations.n; i++)
        if (str_eq(x->relations.at[i].id, id)) return &x->relations.at[i];
    return NULL;
}

static const struct relation *relation_by_type(const struct xlsx *x, struct str type)
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
        fail(r, "more than %u sheets", ARCHIVE_PARTS_MAX);
        return;
    }
    struct str state = attribute(attributes, "state"), id = relation_attribute(attributes);
    const struct relation *relation = relation_by_id(x, id);
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
        fail(r, "more than %u number formats", XLSX_FORMATS_MAX);
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
        fail(r, "more than %u cell styles", XLSX_STYLES_MAX);
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
        fail(r, "shared strings need more than %llu bytes", XLSX_STRINGS_MAX);
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
        fail_here(r, "row number", number);
    } else if (row > XLSX_ROWS_MAX) {
        fail_here(r, "more rows than a sheet can have", (struct str){0});
    } else if (row <= r->row) {
        fail_here(r, "rows are not in ascending order: row", number);
    }
    r->row = row;
}

static void leave_row(struct reader *r)
{
    struct xlsx *x = r->x;
    if (x->cells.n == 0 || r->give_row(r->context, r->row, x->cells.at, x->cells.n)) return;
    r->stopped = true;
    XML_StopParser(r->parser, XML_FALSE);
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
        fail_here(r, "cell reference", ref);
    } else if (row != r->row) {
        fail_cell(r, "stands in another row as", ref);
    } else if (r->column >= XLSX_COLUMNS_MAX) {
        fail_here(r, "more columns than a sheet can have", (struct str){0});
    } else if (r->column < r->next_column) {
        fail_cell(r, "comes a second time or out of order", (struct str){0});
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
    if (r->type == TYPE_COUNT) fail_cell(r, "has an unknown type", (struct str){0});
}

static void enter_value(struct reader *r, const char **attributes)
{
    (void)attributes;
    if (r->has_value) fail_cell(r, "has two values", (struct str){0});
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
    add_text(r, iso, n);
    return str_sub((struct str){r->x->text.at, r->x->text.n}, at, at + n);
}

static void read_number(struct reader *r, struct xlsx_cell *cell)
{
    const struct xlsx *x = r->x;
    struct date date;
    cell->text = str_trim(cell->text);
    cell->kind = cell->text.n == 0 || xlsx_is_number(cell->text) ? XLSX_NUMBER : XLSX_TEXT;
    if (r->style >= x->date_styles.n || !x->date_styles.at[r->style]) return;
    if (!xlsx_serial_date(cell->text, x->from_1904, &date)) return;
    cell->kind = XLSX_DATE;
    cell->text = add_date(r, date);
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
        fail_cell(r, "there is no shared string", number);
}

static void read_bool(struct reader *r, struct xlsx_cell *cell)
{
    struct str value = str_trim(cell->text);
    cell->kind = XLSX_BOOL;
    if (value.n == 0) return;
    bool yes = is_true(value);
    if (!yes && !str_eq(value, S("0")) && !str_eq(value, S("false"))) fail_cell(r, "is neither true nor false:", value);
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
    cell.text = (struct str){x->text.at + (x->text.at ? r->cell_at : 0), x->text.n - r->cell_at};
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

/* ---- Markup ---- */

static const struct element elements[NODE_COUNT] = {
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

/* Transitional, strict, packages. */
static const char *const spaces[] = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
};

/* The name without its namespace; *own = the namespace is that of the root. expat writes "uri|name". */
static const char *local_name(const struct reader *r, const char *name, bool *own)
{
    *own = strncmp(name, r->space.p, r->space.n) == 0 && name[r->space.n] == '|';
    if (*own) return name + r->space.n + 1;
    const char *bar = strrchr(name, '|');
    return bar ? bar + 1 : name;
}

/* expat keeps every different name until the part ends, so an archive of 100 MB with only new names would fill the memory. Names
 * of one letter, which is most of a sheet, are bounded by themselves. */
static bool name_allowed(struct reader *r, const char *name)
{
    enum { NAME_LONGEST = 255 };
    if (name[0] == '\0' || name[1] == '\0') return true;
    uint32_t id;
    struct str s = str_from(name);
    if (pool_find(&r->x->names, s, &id)) return true;
    if (s.n > NAME_LONGEST) return fail_here(r, "a name too long:", s);
    if (r->x->names.texts.n > XLSX_NAMES_MAX) return fail_here(r, "too many different names:", s);
    pool_id(&r->x->names, s);
    return true;
}

static bool attributes_allowed(struct reader *r, const char **attributes)
{
    for (; *attributes; attributes += 2) {
        const char *bar = strrchr(attributes[0], '|');
        if (!name_allowed(r, bar ? bar + 1 : attributes[0])) return false;
    }
    return true;
}

static enum node child_of(enum node parent, const char *name)
{
    for (size_t i = (size_t)parent + 1; i < NODE_COUNT; i++)
        if (elements[i].parent == parent && strcmp(elements[i].name, name) == 0) return (enum node)i;
    return NODE_NONE;
}

/* Takes the namespace from the root element. False when it is not the root that the part must have. */
static bool enter_root(struct reader *r, const char *name)
{
    struct str full = str_from(name);
    size_t bar = str_find(full, '|');
    r->space = bar < full.n ? str_copy(r->x->arena, str_sub(full, 0, bar)) : S("|"); /* "|" begins no name */
    if (r->root == NODE_NONE) return true;
    bool known = false;
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) known |= str_eq(r->space, str_from(spaces[i]));
    struct str local = bar < full.n ? str_sub(full, bar + 1, full.n) : full;
    if (known && str_eq(local, str_from(elements[r->root].name))) return true;
    return fail_here(r, "unexpected root element", full);
}

static void enter_node(struct reader *r, enum node node, const char **attributes)
{
    r->node = node;
    r->seen |= UINT64_C(1) << node;
    if (elements[node].enter) elements[node].enter(r, attributes);
}

static void XMLCALL on_start(void *data, const char *name, const char **attributes)
{
    struct reader *r = data;
    bool own;
    if (r->error.n || r->stopped) return;
    if (r->depth++ == 0 && !enter_root(r, name)) return;
    if (r->depth > XLSX_DEPTH_MAX) {
        fail_here(r, "elements nested too deeply", (struct str){0});
        return;
    }
    const char *local = local_name(r, name, &own);
    if (!name_allowed(r, local) || !attributes_allowed(r, attributes)) return;
    if (r->skipped || r->root == NODE_NONE) {
        r->skipped++;
        return;
    }
    enum node node = r->node == NODE_NONE ? r->root : own ? child_of(r->node, local) : NODE_NONE;
    if (node != NODE_NONE)
        enter_node(r, node, attributes);
    else if (elements[r->node].closed && strcmp(local, "extLst") != 0)
        fail_here(r, "unexpected element", str_from(own ? local : name));
    else
        r->skipped++;
}

static void XMLCALL on_end(void *data, const char *name)
{
    struct reader *r = data;
    (void)name;
    if (r->error.n || r->stopped) return;
    r->depth--;
    if (r->skipped) {
        r->skipped--;
        return;
    }
    if (elements[r->node].leave) elements[r->node].leave(r);
    r->node = elements[r->node].parent;
}

static void XMLCALL on_text(void *data, const char *p, int n)
{
    struct reader *r = data;
    if (r->skipped || r->error.n || r->stopped || !elements[r->node].text) return;
    add_text(r, p, (size_t)n);
}

static void XMLCALL on_namespace(void *data, const char *prefix, const char *uri)
{
    struct reader *r = data;
    (void)uri;
    if (prefix && !r->error.n) name_allowed(r, prefix);
}

/* No part of a workbook has a DTD (ECMA-376-2, 6.2.5); whoever writes one is after entities. */
static void XMLCALL on_doctype(void *data, const char *name, const char *system, const char *public, int internal)
{
    (void)name, (void)system, (void)public, (void)internal;
    struct reader *r = data;
    fail_here(r, "a DTD is not allowed", (struct str){0});
}

static bool make_parser(struct reader *r)
{
    r->parser = XML_ParserCreateNS(NULL, '|');
    if (!r->parser) return fail(r, "not enough memory");
    XML_SetUserData(r->parser, r);
    XML_SetElementHandler(r->parser, on_start, on_end);
    if (r->root != NODE_NONE) XML_SetCharacterDataHandler(r->parser, on_text);
    XML_SetStartNamespaceDeclHandler(r->parser, on_namespace);
    XML_SetStartDoctypeDeclHandler(r->parser, on_doctype);
    return true;
}

/* ---- From the archive through the parser ---- */

/* Reads on into `buffer`. The number of bytes, 0 at the end, -1 with the fault noted. */
static int inflate_some(struct reader *r, void *buffer)
{
    const char *fault;
    int n = archive_read(r->x->archive, buffer, CHUNK, &fault);
    if (n < 0)
        fail(r, "%s", fault);
    else
        r->bytes += (uint64_t)n;
    return n;
}

/* Bytes behind the last complete piece of markup: what expat holds back. A hostile tag of gigabytes would all be held. */
static bool markup_too_long(const struct reader *r)
{
    long long parsed = XML_GetCurrentByteIndex(r->parser);
    return r->bytes - (parsed > 0 ? (uint64_t)parsed : 0) > XLSX_MARKUP_MAX;
}

static bool pump_xml(struct reader *r)
{
    for (int n = 1; n > 0;) {
        void *buffer = XML_GetBuffer(r->parser, CHUNK);
        if (!buffer) return fail(r, "not enough memory");
        n = inflate_some(r, buffer);
        if (n < 0) return false;
        if (XML_ParseBuffer(r->parser, n, n == 0) != XML_STATUS_OK) return r->stopped || fail_xml(r);
        if (n > 0 && markup_too_long(r)) return fail_here(r, "a tag or comment is too long", (struct str){0});
    }
    if (r->wanted == NODE_NONE || r->seen >> r->wanted & 1) return true;
    return fail(r, "has no element %s", elements[r->wanted].name);
}

static bool pump_bytes(struct reader *r)
{
    char buffer[CHUNK];
    int n;
    do n = inflate_some(r, buffer);
    while (n > 0);
    return n == 0;
}

static bool pump(struct reader *r, bool xml)
{
    const char *fault;
    if (!archive_begin(r->x->archive, r->part, &fault)) return fail(r, "%s", fault);
    bool ok = !xml ? pump_bytes(r) : make_parser(r) && pump_xml(r);
    bool whole = ok && !r->stopped;
    if (!archive_end(r->x->archive, whole, &fault)) return fail(r, "%s", fault);
    if (whole) r->part->sound = true;
    return ok;
}

static bool read_part(struct reader *r, bool xml, struct str *error)
{
    bool ok = pump(r, xml);
    if (r->parser) XML_ParserFree(r->parser);
    if (!ok) *error = r->error;
    return ok;
}

/* ---- The workbook's own parts ---- */

static bool find_part(struct reader *r, struct str name, struct str *error)
{
    if (name.n == 0) {
        *error = S("a relationship leads nowhere or out of the archive");
        return false;
    }
    r->part = archive_find(r->x->archive, name, error);
    return r->part;
}

static bool read_named(struct xlsx *x, struct str name, enum node root, enum node wanted, struct str *error)
{
    struct reader reader = {.x = x, .root = root, .wanted = wanted};
    return find_part(&reader, name, error) && read_part(&reader, true, error);
}

static bool read_relations(struct xlsx *x, struct str name, struct str *error)
{
    x->relations.n = 0;
    return read_named(x, name, RELATIONS, NODE_NONE, error);
}

/* The part that says which sheets there are, through the relationships of the package. */
static bool find_document(struct xlsx *x, struct str *document, struct str *error)
{
    if (!archive_has(x->archive, S("_rels/.rels")) && archive_has(x->archive, S("content.xml"))) {
        *error = S("an OpenDocument file (.ods), not an .xlsx workbook");
        return false;
    }
    if (!read_relations(x, S("_rels/.rels"), error)) return false;
    const struct relation *relation = relation_by_type(x, S("officeDocument"));
    if (!relation) {
        *error = S("the archive names no workbook (part _rels/.rels)");
        return false;
    }
    if (str_ends(relation->target, S(".bin"))) {
        *error = S("a binary workbook (.xlsb), not an .xlsx workbook");
        return false;
    }
    *document = relation->target;
    return true;
}

/* A part that a workbook may go without; if it says that it has one, the part must be there. */
static bool read_optional(struct xlsx *x, struct str type, enum node root, struct str *error)
{
    const struct relation *relation = relation_by_type(x, type);
    return !relation || read_named(x, relation->target, root, NODE_NONE, error);
}

static bool read_workbook(struct xlsx *x, struct str *error)
{
    struct str document;
    return find_document(x, &document, error) && read_relations(x, xlsx_relations_of(x->arena, document), error) &&
           read_named(x, document, WORKBOOK, SHEETS, error) && read_optional(x, S("styles"), STYLES, error) &&
           read_optional(x, S("sharedStrings"), STRINGS, error);
}

/* ---- Opening ---- */

/* Workbooks with a password and old .xls are both OLE2 compound files; the former have a stream "EncryptedPackage" (MS-OFFCRYPTO
 * 2.3.4). The stream names stand in UTF-16 somewhere in the file. */
static bool has_encrypted_package(FILE *file)
{
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    enum { OVERLAP = sizeof name - 1 };
    char buffer[CHUNK];
    size_t kept = 0, n;
    rewind(file);
    while ((n = fread(buffer + kept, 1, sizeof buffer - kept, file)) > 0) {
        n += kept;
        for (size_t i = 0; i + OVERLAP <= n; i++)
            if (buffer[i] == 'E' && memcmp(buffer + i, name, OVERLAP) == 0) return true;
        kept = n < OVERLAP ? n : OVERLAP;
        memmove(buffer, buffer + n - kept, kept);
    }
    return false;
}

/* What an OLE2 file holds; empty when the file is none or cannot be read. */
static struct str ole2_content(const char *path)
{
    char head[8];
    struct str content = {0};
    FILE *file = fopen(path, "rb");
    if (!file) return content;
    if (fread(head, 1, sizeof head, file) == sizeof head && memcmp(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", sizeof head) == 0)
        content = has_encrypted_package(file) ? S("a workbook protected by a password (OLE2 file with encrypted content)")
                                              : S("an old .xls workbook (OLE2 file), not .xlsx");
    fclose(file);
    return content;
}

struct xlsx *xlsx_open(const char *path, struct arena *arena, struct str *error)
{
    *error = ole2_content(path);
    if (error->n) return NULL;
    struct xlsx *x = arena_new(arena, struct xlsx);
    x->arena = arena;
    x->archive = archive_open(path, arena, error);
    if (!x->archive) return NULL;
    pool_init(&x->names, arena);
    if (read_workbook(x, error)) return x;
    archive_close(x->archive);
    return NULL;
}

size_t xlsx_sheet_count(const struct xlsx *xlsx) { return xlsx->sheets.n; }

struct xlsx_sheet xlsx_sheet(const struct xlsx *xlsx, size_t i)
{
    assert(i < xlsx->sheets.n);
    return xlsx->sheets.at[i].face;
}

/* Sheets of other kinds than rows and columns. */
static bool is_rowless(struct str type)
{
    return str_eq(type, S("chartsheet")) || str_eq(type, S("dialogsheet")) || str_eq(type, S("xlMacrosheet")) ||
           str_eq(type, S("xlIntlMacrosheet"));
}

bool xlsx_rows(struct xlsx *xlsx, size_t i, xlsx_row_fn *row, void *context, struct str *error)
{
    assert(i < xlsx->sheets.n);
    const struct sheet *sheet = &xlsx->sheets.at[i];
    if (is_rowless(sheet->type)) return true;
    if (!str_eq(sheet->type, S("worksheet"))) {
        struct str id = archive_printable(xlsx->arena, sheet->relation);
        *error = str_format(xlsx->arena, "sheet %zu: relationship \"%.*s\" leads to no worksheet", i + 1, STR_ARG(id));
        return false;
    }
    struct reader reader = {.x = xlsx, .root = WORKSHEET, .wanted = ROWS, .give_row = row, .context = context};
    return find_part(&reader, sheet->part, error) && read_part(&reader, true, error);
}

/* Drawings in VML may have any extension and need not be well-formed; what Excel reads as XML ends in one of these. */
static bool is_xml(struct str key) { return str_ends(key, S(".xml")) || str_ends(key, S(".rels")); }

bool xlsx_check(struct xlsx *xlsx, struct str *error)
{
    for (size_t i = 0; i < archive_count(xlsx->archive); i++) {
        struct reader reader = {.x = xlsx, .part = archive_part(xlsx->archive, i)};
        if (!reader.part->sound && !read_part(&reader, is_xml(reader.part->key), error)) return false;
    }
    return true;
}

void xlsx_close(struct xlsx *xlsx) { archive_close(xlsx->archive); }
