/* The only user of expat. */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <expat.h>

#include "effcheck/xlsx_value.h"
#include "xlsx_reader.h"

enum { MESSAGE = 512 };

/* ---- Faults ---- */

/* Writes "part NAME: ..." unless there is a fault already, and stops the parser. Always false. */
bool xlsx_fail(struct reader *r, const char *format, ...)
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

void xlsx_stop(struct reader *r)
{
    r->stopped = true;
    XML_StopParser(r->parser, XML_FALSE);
}

bool xlsx_fail_here(struct reader *r, const char *what, struct str quoted)
{
    struct str shown = archive_printable(r->x->arena, quoted);
    return xlsx_fail(r, "%s%s%.*s at line %lu, column %lu", what, shown.n ? " " : "", STR_ARG(shown),
                (unsigned long)XML_GetCurrentLineNumber(r->parser), (unsigned long)XML_GetCurrentColumnNumber(r->parser) + 1);
}

bool xlsx_fail_cell(struct reader *r, const char *what, struct str quoted)
{
    char ref[XLSX_REF_TEXT];
    struct str shown = archive_printable(r->x->arena, quoted);
    xlsx_ref_text(r->row, r->column, ref);
    return xlsx_fail(r, "cell %s: %s%s%.*s", ref, what, shown.n ? " " : "", STR_ARG(shown));
}

static bool fail_xml(struct reader *r)
{
    enum XML_Error code = XML_GetErrorCode(r->parser);
    const char *why = code == XML_ERROR_INVALID_TOKEN ? "invalid token" : XML_ErrorString(code);
    return xlsx_fail(r, "not well-formed at line %lu, column %lu (%s)", (unsigned long)XML_GetCurrentLineNumber(r->parser),
                (unsigned long)XML_GetCurrentColumnNumber(r->parser) + 1, why);
}

/* ---- Markup ---- */

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
    if (s.n > NAME_LONGEST) return xlsx_fail_here(r, "a name too long:", s);
    if (r->x->names.texts.n > XLSX_NAMES_MAX) return xlsx_fail_here(r, "too many different names:", s);
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
        if (xlsx_elements[i].parent == parent && strcmp(xlsx_elements[i].name, name) == 0) return (enum node)i;
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
    if (known && str_eq(local, str_from(xlsx_elements[r->root].name))) return true;
    return xlsx_fail_here(r, "unexpected root element", full);
}

static void enter_node(struct reader *r, enum node node, const char **attributes)
{
    r->node = node;
    r->seen |= UINT64_C(1) << node;
    if (xlsx_elements[node].enter) xlsx_elements[node].enter(r, attributes);
}

/* <mergeCells count="12">: an element of an own workbook that states how many children it has. Of shared strings it is uniqueCount. */
static void begin_list(struct reader *r, const char **attributes)
{
    struct str stated = {0};
    uint64_t n = 0;
    for (; *attributes; attributes += 2)
        if (strcmp(attributes[0], "uniqueCount") == 0 || (strcmp(attributes[0], "count") == 0 && !stated.n)) stated = str_from(attributes[1]);
    for (size_t i = 0; i < stated.n && n < UINT32_MAX / 10; i++) n = n * 10 + (uint64_t)(stated.p[i] - '0');
    r->lists[r->depth].stated = stated.n ? (uint32_t)n + 1 : 0;
    r->lists[r->depth].children = 0;
}

static void count_own(struct reader *r, const char *local, const char **attributes)
{
    if (!r->x->own) return;
    r->lists[r->depth - 1].children++;
    r->extras += strcmp(local, "hyperlink") == 0 || strcmp(local, "cfRule") == 0;
    begin_list(r, attributes);
}

static void end_list(struct reader *r, const char *name)
{
    uint32_t stated = r->x->own ? r->lists[r->depth].stated : 0;
    if (stated && stated != r->lists[r->depth].children + 1) xlsx_fail_here(r, "not as many children as it states:", str_from(name));
}

static void XMLCALL on_start(void *data, const char *name, const char **attributes)
{
    struct reader *r = data;
    bool own;
    if (r->error.n || r->stopped) return;
    if (r->depth++ == 0 && !enter_root(r, name)) return;
    if (r->depth > XLSX_DEPTH_MAX) {
        xlsx_fail_here(r, "elements nested too deeply", (struct str){0});
        return;
    }
    const char *local = local_name(r, name, &own);
    if (!name_allowed(r, local) || !attributes_allowed(r, attributes)) return;
    count_own(r, local, attributes);
    if (r->skipped || r->root == NODE_NONE) {
        r->skipped++;
        return;
    }
    enum node node = r->node == NODE_NONE ? r->root : own ? child_of(r->node, local) : NODE_NONE;
    if (node != NODE_NONE)
        enter_node(r, node, attributes);
    else if (xlsx_elements[r->node].closed && strcmp(local, "extLst") != 0)
        xlsx_fail_here(r, "unexpected element", str_from(own ? local : name));
    else
        r->skipped++;
}

static void XMLCALL on_end(void *data, const char *name)
{
    struct reader *r = data;
    if (r->error.n || r->stopped) return;
    end_list(r, name);
    r->depth--;
    if (r->skipped) {
        r->skipped--;
        return;
    }
    if (xlsx_elements[r->node].leave) xlsx_elements[r->node].leave(r);
    r->node = xlsx_elements[r->node].parent;
}

static void XMLCALL on_text(void *data, const char *p, int n)
{
    struct reader *r = data;
    if (r->skipped || r->error.n || r->stopped || !xlsx_elements[r->node].text) return;
    xlsx_add_text(r, p, (size_t)n);
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
    xlsx_fail_here(r, "a DTD is not allowed", (struct str){0});
}

static bool make_parser(struct reader *r)
{
    r->parser = XML_ParserCreateNS(NULL, '|');
    if (!r->parser) return xlsx_fail(r, "not enough memory");
    XML_SetUserData(r->parser, r);
    XML_SetElementHandler(r->parser, on_start, on_end);
    if (r->root != NODE_NONE) XML_SetCharacterDataHandler(r->parser, on_text);
    XML_SetStartNamespaceDeclHandler(r->parser, on_namespace);
    XML_SetStartDoctypeDeclHandler(r->parser, on_doctype);
    return true;
}

/* ---- From the archive through the parser ---- */

int xlsx_inflate(struct reader *r, void *buffer)
{
    const char *fault;
    int n = archive_read(r->x->archive, buffer, XLSX_CHUNK, &fault);
    if (n < 0)
        xlsx_fail(r, "%s", fault);
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

bool xlsx_feed(struct reader *r, const char *p, size_t n, bool last)
{
    while (n > XLSX_CHUNK) { /* the parser counts in int */
        if (XML_Parse(r->parser, p, XLSX_CHUNK, XML_FALSE) != XML_STATUS_OK) return fail_xml(r);
        p += XLSX_CHUNK;
        n -= XLSX_CHUNK;
    }
    return XML_Parse(r->parser, p, (int)n, last) == XML_STATUS_OK || fail_xml(r);
}

static bool pump_xml(struct reader *r)
{
    for (int n = 1; n > 0;) {
        void *buffer = XML_GetBuffer(r->parser, XLSX_CHUNK);
        if (!buffer) return xlsx_fail(r, "not enough memory");
        n = xlsx_inflate(r, buffer);
        if (n < 0) return false;
        if (XML_ParseBuffer(r->parser, n, n == 0) != XML_STATUS_OK) return r->stopped || fail_xml(r);
        if (n > 0 && markup_too_long(r)) return xlsx_fail_here(r, "a tag or comment is too long", (struct str){0});
    }
    if (r->wanted == NODE_NONE || r->seen >> r->wanted & 1) return true;
    return xlsx_fail(r, "has no element %s", xlsx_elements[r->wanted].name);
}

static bool pump_bytes(struct reader *r)
{
    char buffer[XLSX_CHUNK];
    int n;
    do n = xlsx_inflate(r, buffer);
    while (n > 0);
    return n == 0;
}

static bool pump(struct reader *r, bool xml)
{
    const char *fault;
    if (!archive_begin(r->x->archive, r->part, &fault)) return xlsx_fail(r, "%s", fault);
    bool ok = !xml ? pump_bytes(r) : make_parser(r) && (r->plain ? xlsx_pump_plain(r) : pump_xml(r));
    bool whole = ok && !r->stopped;
    if (!archive_end(r->x->archive, whole, &fault)) return xlsx_fail(r, "%s", fault);
    if (whole) r->part->sound = true;
    return ok;
}

bool xlsx_read_part(struct reader *r, bool xml, struct str *error)
{
    bool ok = pump(r, xml);
    if (r->parser) XML_ParserFree(r->parser);
    if (!ok) *error = r->error;
    return ok;
}
