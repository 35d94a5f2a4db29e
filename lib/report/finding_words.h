/*
 * finding_words.h - texts of a finding that several sheets show.
 */
#ifndef EFFCHECK_LIB_REPORT_FINDING_WORDS_H
#define EFFCHECK_LIB_REPORT_FINDING_WORDS_H

#include "sheets.h"

enum { FINDINGS_MAX = 1000000 }; /* rows of a sheet, less the frame */

/* "opd_kesehatan.csv:17 (+3)": its largest line, and how many more there are. */
struct str finding_source(struct report *report, const struct finding *finding);

/* "opd_kesehatan.csv:17" */
struct str line_source(struct report *report, const struct line *line);

#endif
