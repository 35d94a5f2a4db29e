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
/* The workbook of one unit: its verdicts, findings, every line, corrections. */
struct unit_book {
    struct str path;  /* folder/code_name.xlsx */
    uint32_t lines;   /* rows of its work paper that count */
    uint32_t rejected; /* and those that were rejected */
    char sha256[SHA256_HEX + 1]; /* of the file; empty = not written */
};
struct unit_books {
    const struct audit *audit;
    const struct run_options *options;
    struct unit_book *books;     /* one for each unit of the ledger, in its order */
    uint32_t *lines;             /* indices in ledger.lines, unit by unit, in the order of the ledger */
    uint32_t *first;             /* of unit i: lines[first[i]] .. lines[first[i + 1]] */
    uint32_t lines_a_sheet;      /* of the work paper; a longer one goes on on further sheets */
};

/*
 * Names of the workbooks of all units in `folder`, which is made when it is not there, and which lines each will hold; all in
 * `arena`. The names are portable (lower case ASCII letters, digits, . - _), unlike each other, and the same from run to run. False
 * with a diagnostic when there is no such folder.
 */
bool report_unit_books_plan(struct unit_books *books, const struct audit *audit, const struct run_options *options, struct str folder,
                            struct arena *arena, struct diags *errors);
/* Writes the workbook of one unit as report_workbook does. Different units may be written by different threads. */
bool report_unit_book(const struct unit_books *books, uint32_t unit, struct diags *errors);

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
