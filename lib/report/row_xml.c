#include "row_xml.h"

#include <string.h>

struct row_xml *row_xml_open(struct arena *arena, struct str folder, struct str name)
{
    struct row_xml *xml = arena_new(arena, struct row_xml);
    *xml = (struct row_xml){.buffer = arena_alloc(arena, ROW_XML_BUFFER)};
    if (scratch_open(&xml->scratch, folder, name, arena)) xml->out = fopen(xml->scratch.path.p, "w+b");
    xml->failed = !xml->out;
    return xml;
}

void row_xml_close(struct row_xml *xml)
{
    if (xml->out) fclose(xml->out);
    scratch_discard(&xml->scratch);
}

static void flush(struct row_xml *xml)
{
    if (xml->n && xml->out && fwrite(xml->buffer, 1, xml->n, xml->out) != xml->n) xml->failed = true;
    xml->n = 0;
}

static void put(struct row_xml *xml, struct str s)
{
    while (s.n) {
        size_t room = ROW_XML_BUFFER - xml->n, n = s.n < room ? s.n : room;
        memcpy(xml->buffer + xml->n, s.p, n);
        xml->n += n;
        s = str_sub(s, n, s.n);
        if (xml->n == ROW_XML_BUFFER) flush(xml);
    }
}

static void put_uint(struct row_xml *xml, uint32_t value)
{
    char digits[10];
    size_t at = sizeof digits;
    do digits[--at] = (char)('0' + value % 10);
    while (value /= 10);
    put(xml, (struct str){digits + at, sizeof digits - at});
}

static void put_column(struct row_xml *xml, uint32_t column)
{
    char letters[7];
    size_t at = sizeof letters;
    for (uint32_t rest = column + 1; rest; rest = (rest - 1) / 26) letters[--at] = (char)('A' + (rest - 1) % 26);
    put(xml, (struct str){letters + at, sizeof letters - at});
}

static void put_escaped(struct row_xml *xml, struct str text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (c != '&' && c != '<' && c != '>') continue;
        put(xml, str_sub(text, from, i));
        put(xml, c == '&' ? S("&amp;") : c == '<' ? S("&lt;") : S("&gt;"));
        from = i + 1;
    }
    put(xml, str_sub(text, from, text.n));
}

/* <c r="B7" s="3" and the row around it, where it begins. */
static void begin_cell(struct row_xml *xml, struct xml_place place)
{
    if (place.row + 1 != xml->row) {
        if (xml->row) put(xml, S("</row>"));
        xml->row = place.row + 1;
        put(xml, S("<row r=\""));
        put_uint(xml, xml->row);
        if (place.height) {
            put(xml, S("\" ht=\""));
            put_uint(xml, place.height);
            put(xml, S("\" customHeight=\"1"));
        }
        put(xml, S("\">"));
    }
    put(xml, S("<c r=\""));
    put_column(xml, place.column);
    put_uint(xml, xml->row);
    put(xml, S("\" s=\""));
    put_uint(xml, place.style);
}

void row_xml_shared(struct row_xml *xml, struct xml_place place, uint32_t string)
{
    begin_cell(xml, place);
    put(xml, S("\" t=\"s\"><v>"));
    put_uint(xml, string);
    put(xml, S("</v></c>"));
}

void row_xml_text(struct row_xml *xml, struct xml_place place, struct str text)
{
    begin_cell(xml, place);
    put(xml, S("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"));
    put_escaped(xml, text);
    put(xml, S("</t></is></c>"));
}

void row_xml_number(struct row_xml *xml, struct xml_place place, struct str digits)
{
    begin_cell(xml, place);
    put(xml, S("\"><v>"));
    put(xml, digits);
    put(xml, S("</v></c>"));
}

void row_xml_formula(struct row_xml *xml, struct xml_place place, struct str formula, struct str digits)
{
    begin_cell(xml, place);
    put(xml, S("\"><f>"));
    put_escaped(xml, formula);
    put(xml, S("</f><v>"));
    put(xml, digits);
    put(xml, S("</v></c>"));
}

void row_xml_blank(struct row_xml *xml, struct xml_place place)
{
    begin_cell(xml, place);
    put(xml, S("\"/>"));
}

bool row_xml_end(struct row_xml *xml)
{
    if (xml->row) put(xml, S("</row>"));
    flush(xml);
    return !xml->failed;
}
