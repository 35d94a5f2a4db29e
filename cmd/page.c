#include "page.h"

enum { FIELD_AT = 18, TABLE_AT = 4 };

/* Bytes of the first `columns` characters of `text`. */
static size_t bytes_of(struct str text, size_t columns)
{
    size_t i = 0;
    while (i < text.n && columns--) {
        i++;
        while (i < text.n && ((unsigned char)text.p[i] & 0xC0) == 0x80) i++;
    }
    return i;
}

static struct str printable(struct page *page, struct str text)
{
    text = str_copy(page->arena, text);
    char *bytes = (char *)(uintptr_t)text.p;
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)bytes[i] < 0x20 || bytes[i] == 0x7F) bytes[i] = ' ';
    return text;
}

static void put(struct page *page, struct str text)
{
    fwrite(text.n ? text.p : "", 1, text.n, page->out);
}

static void put_blanks(struct page *page, size_t n)
{
    for (size_t i = 0; i < n; i++) fputc(' ', page->out);
}

/* Wrapped at blanks into what is left of the line behind `indent`; the cursor stands there already. */
static void put_wrapped(struct page *page, struct str text, size_t indent)
{
    text = str_trim(printable(page, text));
    do {
        size_t fits = bytes_of(text, PAGE_COLUMNS - indent), end = fits;
        if (fits < text.n)
            while (end && text.p[end] != ' ') end--;
        if (end == 0) end = fits; /* one long word */
        put(page, str_trim(str_sub(text, 0, end)));
        fputc('\n', page->out);
        text = str_trim(str_sub(text, end, text.n));
        if (text.n) put_blanks(page, indent);
    } while (text.n);
}

void page_line(struct page *page, struct str text)
{
    put_wrapped(page, text, 0);
}

void page_blank(struct page *page)
{
    fputc('\n', page->out);
}

void page_field(struct page *page, enum text_id label, struct str value)
{
    struct str name = text_str(label, page->english);
    size_t width = str_utf8_length(name) + 2;
    put_blanks(page, 2);
    put(page, name);
    put_blanks(page, width < FIELD_AT ? FIELD_AT - width : 1);
    put_wrapped(page, value, FIELD_AT);
}

void page_more(struct page *page, struct str value)
{
    put_blanks(page, FIELD_AT);
    put_wrapped(page, value, FIELD_AT);
}

void page_heading(struct page *page, enum text_id heading)
{
    page_blank(page);
    put_blanks(page, 2);
    put(page, text_str(heading, page->english));
    fputc('\n', page->out);
}

/* The cell without what does not fit; its width in *columns. */
static struct str fitted(struct page *page, struct str cell, size_t width, size_t *columns)
{
    cell = str_trim(printable(page, cell));
    *columns = str_utf8_length(cell);
    if (*columns <= width) return cell;
    *columns = width;
    return str_join(page->arena, str_sub(cell, 0, bytes_of(cell, width - 1)), S("…"));
}

void page_row(struct page *page, const int *widths, const struct str *cells, size_t n)
{
    size_t owed = TABLE_AT; /* blanks not yet written: none at the end of a line */
    for (size_t i = 0; i < n; i++) {
        size_t width = (size_t)(widths[i] < 0 ? -widths[i] : widths[i]), columns;
        struct str cell = fitted(page, cells[i], width, &columns);
        if (widths[i] < 0) owed += width - columns;
        if (cell.n) {
            put_blanks(page, owed);
            put(page, cell);
            owed = 0;
        } else if (widths[i] < 0) {
            owed += columns;
        }
        if (widths[i] > 0) owed += width - columns;
        owed += 2;
    }
    fputc('\n', page->out);
}
