#include "row_xml.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

static void note_fault(struct row_xml *xml)
{
    if (!xml->fault) xml->fault = errno ? errno : EIO;
}

struct row_xml *row_xml_open(struct arena *arena, size_t room, struct str folder, struct str name)
{
    struct row_xml *xml = arena_new(arena, struct row_xml);
    *xml = (struct row_xml){.arena = arena, .room = room, .folder = folder, .name = name};
    return xml;
}

static void open_scratch(struct row_xml *xml)
{
    if (scratch_open(&xml->scratch, xml->folder, xml->name, xml->arena)) xml->out = fopen(xml->scratch.path.p, "w+b");
    if (!xml->out) note_fault(xml);
}

void row_xml_close(struct row_xml *xml)
{
    if (xml->out) fclose(xml->out);
    if (xml->scratch.path.n) scratch_discard(&xml->scratch);
}

/* ---- bytes ---- */

static char *put(char *at, struct str s)
{
    memcpy(at, s.p, s.n);
    return at + s.n;
}

enum { DIGITS_UINT = 10, LETTERS = 7, REF = LETTERS + DIGITS_UINT };

static char *put_uint(char *at, uint32_t value) { return at + whole_digits(value, at); }

static char *put_column(char *at, uint32_t column)
{
    char letters[LETTERS];
    size_t from = sizeof letters;
    for (uint32_t rest = column + 1; rest; rest = (rest - 1) / 26) letters[--from] = (char)('A' + (rest - 1) % 26);
    return put(at, (struct str){letters + from, sizeof letters - from});
}

/* "B7" */
static char *put_ref(char *at, uint32_t row, uint32_t column) { return put_uint(put_column(at, column), row + 1); }

enum { ESCAPED = 6 }; /* bytes that one becomes at most */

static char *put_escaped(char *at, struct str text, bool quoted)
{
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (c == '&') at = put(at, S("&amp;"));
        else if (c == '<') at = put(at, S("&lt;"));
        else if (c == '>') at = put(at, S("&gt;"));
        else if (c == '"' && quoted) at = put(at, S("&quot;"));
        else *at++ = c;
    }
    return at;
}

/* A sink. */
static void write_piece(void *context, const char *p, size_t n)
{
    struct row_xml *xml = context;
    if (!xml->out && xml->kept.n + n <= xml->room) {
        array_reserve(xml->arena, &xml->kept, xml->kept.n + n);
        memcpy(xml->kept.at + xml->kept.n, p, n);
        xml->kept.n += n;
        return;
    }
    if (!xml->out && !xml->fault) open_scratch(xml);
    if (xml->out && fwrite(p, 1, n, xml->out) != n) note_fault(xml);
}

static void write_out(struct row_xml *xml, struct str text)
{
    if (!xml->deflater) xml->deflater = deflater_open(xml->arena, write_piece, xml);
    deflater_put(xml->deflater, text);
}

/* ---- rows ---- */

/* In order of the columns; the later of two at one place takes it. */
static void sort_cells(struct row_xml *xml)
{
    struct row_cell *cells = xml->cells.at;
    size_t n = 0;
    for (size_t i = 0; i < xml->cells.n; i++) {
        struct row_cell cell = cells[i];
        size_t at = n;
        while (at && cells[at - 1].column >= cell.column) at--;
        bool again = at < n && cells[at].column == cell.column;
        if (!again) memmove(cells + at + 1, cells + at, (n++ - at) * sizeof *cells);
        cells[at] = cell;
    }
    xml->cells.n = n;
}

static void write_cells(struct row_xml *xml)
{
    if (!xml->mixed) {
        write_out(xml, (struct str){xml->text.at, xml->text.n});
        return;
    }
    sort_cells(xml);
    for (size_t i = 0; i < xml->cells.n; i++) write_out(xml, (struct str){xml->text.at + xml->cells.at[i].from, xml->cells.at[i].to - xml->cells.at[i].from});
}

static void write_row(struct row_xml *xml)
{
    char tag[sizeof "<row r=\"\" ht=\"\" customHeight=\"1\">" + DIGITS_UINT + DIGITS_MAX], *at = tag;
    at = put_uint(put(at, S("<row r=\"")), xml->row);
    double points = xml->height.points > 0 ? (double)xml->height.points : ROW_USUAL;
    at = put(at, S("\" ht=\""));
    at += number_digits((double)(int32_t)(points * 100 + 0.5) / 100, at);
    at = put(at, S("\" customHeight=\"1\">"));
    write_out(xml, (struct str){tag, (size_t)(at - tag)});
    write_cells(xml);
    write_out(xml, S("</row>"));
}

static void begin_row(struct row_xml *xml, uint32_t row)
{
    if (row + 1 == xml->row) return;
    assert(row + 1 > xml->row);
    if (xml->row) write_row(xml);
    xml->row = row + 1;
    xml->digits_n = whole_digits(xml->row, xml->digits);
    xml->height = (struct row_height){0};
    xml->text.n = xml->cells.n = 0;
    xml->mixed = false;
}

struct row_height *row_xml_height(struct row_xml *xml, uint32_t row)
{
    begin_row(xml, row);
    return &xml->height;
}

/* ---- cells ---- */

/* <c r="B7" s="3 and room for `more` bytes behind it. */
static char *begin_cell(struct row_xml *xml, struct xml_place place, size_t more)
{
    enum { AROUND = sizeof "<c r=\"\" s=\"\" t=\"inlineStr\"><is><t xml:space=\"preserve\"></t></is></c>" + REF + DIGITS_UINT };
    begin_row(xml, place.row);
    array_reserve(xml->arena, &xml->text, xml->text.n + AROUND + more);
    xml->mixed |= xml->cells.n && xml->cells.at[xml->cells.n - 1].column >= place.column;
    *array_push(xml->arena, &xml->cells) = (struct row_cell){place.column, xml->text.n, 0};
    char *at = put_column(put(xml->text.at + xml->text.n, S("<c r=\"")), place.column);
    at = put(at, (struct str){xml->digits, xml->digits_n});
    return put_uint(put(at, S("\" s=\"")), place.style);
}

static void end_cell(struct row_xml *xml, const char *at) { xml->text.n = xml->cells.at[xml->cells.n - 1].to = (size_t)(at - xml->text.at); }

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

struct str row_xml_escaped(struct arena *arena, struct str text)
{
    bool some = false;
    for (size_t i = 0; i < text.n; i++) some |= text.p[i] == '&' || text.p[i] == '<' || text.p[i] == '>';
    if (!some) return text;
    char *xml = arena_alloc_unset(arena, text.n * ESCAPED);
    return (struct str){xml, (size_t)(put_escaped(xml, text, false) - xml)};
}

void row_xml_text(struct row_xml *rows, struct xml_place place, struct str xml)
{
    bool blank = is_blank(xml.p[0]) || is_blank(xml.p[xml.n - 1]);
    char *at = put(begin_cell(rows, place, xml.n), S("\" t=\"inlineStr\"><is><t"));
    at = put(at, blank ? S(" xml:space=\"preserve\">") : S(">"));
    at = put(at, xml);
    end_cell(rows, put(at, S("</t></is></c>")));
}

void row_xml_number(struct row_xml *xml, struct xml_place place, struct str digits)
{
    char *at = begin_cell(xml, place, digits.n);
    at = put(put(at, S("\"><v>")), digits);
    end_cell(xml, put(at, S("</v></c>")));
}

void row_xml_formula(struct row_xml *xml, struct xml_place place, struct str formula, struct str digits)
{
    char *at = begin_cell(xml, place, formula.n * ESCAPED + digits.n);
    at = put_escaped(put(at, S("\"><f>")), formula, false);
    at = put(put(at, S("</f><v>")), digits);
    end_cell(xml, put(at, S("</v></c>")));
}

void row_xml_text_formula(struct row_xml *xml, struct xml_place place, struct str formula, struct str text)
{
    char *at = begin_cell(xml, place, (formula.n + text.n) * ESCAPED);
    at = put_escaped(put(at, S("\" t=\"str\"><f>")), formula, false);
    at = put_escaped(put(at, S("</f><v>")), text, false);
    end_cell(xml, put(at, S("</v></c>")));
}

void row_xml_blank(struct row_xml *xml, struct xml_place place) { end_cell(xml, put(begin_cell(xml, place, 0), S("\"/>"))); }

/* ---- lists behind the rows ---- */

static char *begin_item(struct row_xml *xml, struct xml_list *list, size_t bytes)
{
    array_reserve(xml->arena, &list->text, list->text.n + bytes);
    list->items++;
    return list->text.at + list->text.n;
}

static void end_item(struct xml_list *list, const char *at) { list->text.n = (size_t)(at - list->text.at); }

void row_xml_merge(struct row_xml *xml, uint32_t row, uint32_t first, uint32_t last)
{
    char *at = begin_item(xml, &xml->merges, sizeof "<mergeCell ref=\":\"/>" + (size_t)2 * REF);
    at = put_ref(put(at, S("<mergeCell ref=\"")), row, first);
    at = put_ref(put(at, S(":")), row, last);
    end_item(&xml->merges, put(at, S("\"/>")));
}

void row_xml_link(struct row_xml *xml, uint32_t row, uint32_t column, struct str location)
{
    char *at = begin_item(xml, &xml->links, sizeof "<hyperlink ref=\"\" location=\"\"/>" + REF + location.n * ESCAPED);
    at = put_ref(put(at, S("<hyperlink ref=\"")), row, column);
    at = put_escaped(put(at, S("\" location=\"")), location, true);
    end_item(&xml->links, put(at, S("\"/>")));
}

static struct str text_of(const struct xml_list *list) { return (struct str){list->text.at, list->text.n}; }

size_t row_xml_inserts(const struct row_xml *xml, struct str part, struct str filter, struct arena *arena, struct archive_insert inserts[ROW_XML_INSERTS])
{
    const struct str margins = S("<pageMargins");
    size_t n = 0;
    inserts[n++] = (struct archive_insert){.part = part,
                                           .mark = str_join(arena, S("<sheetData/>"), filter),
                                           .before = S("<sheetData>"),
                                           .pieces = {xml->kept.at, xml->kept.n},
                                           .content = xml->out,
                                           .content_sum = xml->sum,
                                           .behind = str_join(arena, S("</sheetData>"), filter)};
    if (xml->merges.items)
        inserts[n++] = (struct archive_insert){.part = part,
                                               .before = str_format(arena, "<mergeCells count=\"%u\">", xml->merges.items),
                                               .text = text_of(&xml->merges),
                                               .behind = S("</mergeCells>")};
    if (xml->links.items)
        inserts[n++] = (struct archive_insert){.part = part,
                                               .mark = margins,
                                               .before = S("<hyperlinks>"),
                                               .text = text_of(&xml->links),
                                               .behind = str_join(arena, S("</hyperlinks>"), margins)};
    return n;
}

void row_xml_end(struct row_xml *xml)
{
    if (xml->row) write_row(xml);
    if (xml->deflater) {
        xml->sum = deflater_end(xml->deflater, false);
        deflater_close(xml->deflater, xml->arena);
        xml->deflater = NULL;
    }
    if (xml->out && fflush(xml->out) != 0) note_fault(xml);
}
