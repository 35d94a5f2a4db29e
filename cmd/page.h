/* Lines of text for a terminal of 100 columns: fields, tables, wrapped sentences. Control characters of the data become blanks. */
#ifndef EFFCHECK_PAGE_H
#define EFFCHECK_PAGE_H

#include <stdio.h>

#include "effcheck/text.h"

enum { PAGE_COLUMNS = 100 };

struct page {
    FILE *out;
    struct arena *arena; /* what is put together here lives as long */
    bool english;
};

void page_line(struct page *page, struct str text); /* not indented, wrapped */
void page_blank(struct page *page);
/* "  Label         value", the value wrapped under itself. */
void page_field(struct page *page, enum text_id label, struct str value);
/* One more value below a field. */
void page_more(struct page *page, struct str value);
void page_heading(struct page *page, enum text_id heading);
/* Cells side by side, cut with "…" to their width; a negative width is aligned to the right. The widths of the columns and a blank between
 * them must fit PAGE_COLUMNS - 4. */
void page_row(struct page *page, const int *widths, const struct str *cells, size_t n);

#endif
