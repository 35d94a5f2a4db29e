/*
 * summary_parts.h - the blocks of the first sheet, from top to bottom. Each writes from `row` and returns the next free row.
 */
#ifndef EFFCHECK_LIB_REPORT_SUMMARY_PARTS_H
#define EFFCHECK_LIB_REPORT_SUMMARY_PARTS_H

#include "sheets.h"

/* The grid: two halves of a portrait page with a gap between them. */
enum summary_column { G_A, G_B, G_C, G_D, G_GAP, G_F, G_G, G_H, G_I, G_J, G_K, G_COLUMNS, G_LAST = G_K };

/* sheet_summary.c calls these in this order */
uint32_t summary_identity(struct report *report, uint32_t row);
uint32_t summary_data_line(struct report *report, uint32_t row);
uint32_t summary_cards(struct report *report, uint32_t row, const struct limit_view *view);
uint32_t summary_other_limits(struct report *report, uint32_t row);
/* What came, went or is overdue since the month before; without one it says so. */
struct str summary_news_words(struct report *report);
uint32_t summary_news(struct report *report, uint32_t row);
uint32_t summary_chart(struct report *report, uint32_t row, const struct limit_view *view);
uint32_t summary_units(struct report *report, uint32_t row, const struct limit_view *view);
uint32_t summary_trends(struct report *report, uint32_t row); /* of packs without a limit */
uint32_t summary_untested(struct report *report, uint32_t row);
/* The foot: checks, data, signatures; kept together, so that no signature stands alone on a page. */
uint32_t summary_foot(struct report *report, uint32_t row);
uint32_t summary_checks(struct report *report, uint32_t row);
uint32_t summary_data(struct report *report, uint32_t row);
uint32_t summary_signature(struct report *report, uint32_t row);

/* ---- facts of page one, for its copy as a web page ---- */
/* Units by verdict and findings of one check, or of several added up. */
struct check_counts {
    uint32_t checks, units[VERDICT_COUNT], findings;
};
void summary_count(const struct audit *audit, uint16_t check, struct check_counts *counts);
/* What could not be tested for the same reason in the same units. */
struct untested_row {
    struct str checks, who, reason;
};
typedef ARRAY(struct untested_row) untested_rows;
untested_rows summary_untested_rows(struct report *report);
/* Whether these numbers may be trusted; true when there is a warning. */
bool summary_data_words(struct report *report, struct str *words);
/* "terpotong 47,5% dari pagu murni"; what is still to be cut is never less than nothing: room that is left is said in words. */
struct str summary_cut_words(struct report *report, const struct limit_unit *all);
struct str summary_left_words(struct report *report, const struct limit_unit *all);
size_t summary_compared_units(const struct limit_view *view);

/* "key: value"; nothing for an empty value. */
uint32_t summary_key(struct report *report, uint32_t row, enum text_id key, struct str value);
/* A block of this height begins at `row` and must not be cut by the end of a page: a page is ended before it where needed. */
void summary_keep(struct report *report, uint32_t row, double points);
uint32_t summary_section(struct report *report, uint32_t row, struct str heading);

#endif
