/*
 * The trail: what the report was made from and what came out, as `effcheck verify` reckons it again.
 */
#include "effcheck/trace.h"
#include "sheets.h"

enum { T_WHAT, T_KEY, T_VALUE, T_COLUMNS };
static const enum text_id HEADS[T_COLUMNS] = {TEXT_TRACE_WHAT, TEXT_POLICY_KEY, TEXT_POLICY_VALUE};

struct sheet *trace_open(struct report *report)
{
    const double widths[T_COLUMNS] = {18, 46, 100};
    return book_sheet(report->book, report_text(report, TEXT_SHEET_TRACE), widths, T_COLUMNS);
}

void trace_fill(struct report *report)
{
    trace rows = trace_of(report->audit, report->options, report->arena);
    frame_put(report, report->trace, TEXT_TITLE_TRACE, report_text(report, TEXT_TRACE_HINT));
    header_put(report, report->trace, ROW_HEAD, HEADS, T_COLUMNS);
    for (size_t i = 0; i < rows.n; i++) {
        book_text(report->trace, ROW_FIRST + (uint32_t)i, T_WHAT, STYLE_FINE, rows.at[i].what);
        book_text(report->trace, ROW_FIRST + (uint32_t)i, T_KEY, STYLE_FINE, rows.at[i].key);
        book_text(report->trace, ROW_FIRST + (uint32_t)i, T_VALUE, STYLE_FINE, rows.at[i].value);
    }
    table_frame(report->trace, ROW_FIRST + (uint32_t)rows.n, T_COLUMNS, T_KEY + 1);
}
