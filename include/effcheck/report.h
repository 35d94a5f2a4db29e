/*
 * report.h - the workbook, the JSON and the summary on the terminal. Written from struct audit only: nothing is computed here
 * that another floor could decide.
 */
#ifndef EFFCHECK_REPORT_H
#define EFFCHECK_REPORT_H

#include <stdio.h>

#include "effcheck/audit.h"
#include "effcheck/diff.h"

/*
 * Writes the workbook to a temporary name beside `path`, reads it back (every XML part well-formed; rows and number sums of every
 * sheet equal to what was handed to the writer), flushes it to disk and renames it over `path`. On any failure `path` is as
 * before, the temporary file is gone and a diagnostic says why. Where `path` is open in a spreadsheet the report gets another name:
 * true, with DIAG_OUTPUT_BESIDE whose value is that name.
 */
bool report_workbook(const struct audit *audit, const struct run_options *options, const struct diags *diags, struct str path,
                     struct diags *errors);

/* Of the JSON: the first number changes when a member goes or means something else, the second when one is added. */
#define REPORT_JSON_SCHEMA "1.0"

/* The machine-readable result (docs: README, "Machine output"); UTF-8, one object, stable order. False when writing failed. */
bool report_json(FILE *out, const struct audit *audit, const struct run_options *options);
/* The same to the file `path`, replaced as a whole like the workbook; to a device or pipe as it is. False with a diagnostic. */
bool report_json_file(const struct audit *audit, const struct run_options *options, struct str path, struct diags *errors);

/*
 * The rejected rows as CSV for a spreadsheet in Indonesia (UTF-8 with mark, semicolons): place, unit, what is wrong, what would be
 * accepted, and the row verbatim. Cells can not become formulas, except for the last one, which is the row as it stands.
 */
bool report_rejects(FILE *out, const struct audit *audit, const struct run_options *options);
/* The same into a file that replaces an old one at once; false with a diagnostic. */
bool report_rejects_file(const struct audit *audit, const struct run_options *options, struct str path, struct diags *errors);

/* The register of findings as CSV for a spreadsheet in Indonesia, the columns of its sheet; amounts with the language's decimal mark. */
bool report_findings(FILE *out, const struct audit *audit, const struct run_options *options);
bool report_findings_file(const struct audit *audit, const struct run_options *options, struct str path, struct diags *errors);

/* Page one as a web page by itself: no script, nothing to load, readable on a phone; the figures of the workbook and the JSON. */
bool report_html(FILE *out, const struct audit *audit, const struct run_options *options, const struct diags *diags);
bool report_html_file(const struct audit *audit, const struct run_options *options, const struct diags *diags, struct str path,
                      struct diags *errors);

/* What changed between two audits: {"moves": [...], "sum": {...}, "flips": [...]}; from or to null = not there. */
bool report_diff_json(FILE *out, const struct audit_diff *diff);

/* Every line as CSV with its class (comma, UTF-8, header row). */
bool report_classified_csv(FILE *out, const struct audit *audit);

/* Ten to twenty lines for the terminal: verdicts, worst gaps, what was rejected, where the report is. */
void report_summary(FILE *out, const struct audit *audit, const struct run_options *options, struct str report_path);

#endif
