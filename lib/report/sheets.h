/*
 * sheets.h - the sheets of the workbook and what they share.
 *
 * All sheets are opened first, in the order of the tabs, so that links can name them; then each is filled from the audit. Nothing
 * is decided here: sums that a sheet shows beside its rows are the sums of those rows.
 */
#ifndef EFFCHECK_LIB_REPORT_SHEETS_H
#define EFFCHECK_LIB_REPORT_SHEETS_H

#include "effcheck/audit.h"
#include "effcheck/book.h"
#include "effcheck/text.h"
#include "listed.h"

/* Each table sheet: title, subtitle, note, an empty row, the head of the table. */
enum { ROW_TITLE, ROW_SUBTITLE, ROW_NOTE, ROW_HEAD = 4, ROW_FIRST };

/* One limit (a row of the pack's limits) seen over all units. */
struct limit_unit {
    uint32_t unit;
    const struct result *cut, *spent; /* of the two checks; NULL = no such check */
    struct amounts amounts;           /* of the limited class */
    bool has_ceiling, has_gap, has_projection;
    struct money ceiling, gap; /* gap: kini - ceiling; negative = room left */
    struct money projection;   /* of the year, in a straight line from the month of the report */
};
struct limit_view {
    const struct limit *limit;
    uint16_t cut_check, spent_check; /* checks of single units that use this limit; NO_INDEX = none */
    const struct result *region;     /* the region against the limit; NULL = not checked */
    struct limit_unit all;           /* the region as a row of the table */
    ARRAY(struct limit_unit) units;  /* with spending of this class; those that were judged first, largest gap first */
    size_t without;                  /* units that have none */
    struct sheet *sheet, *cuts;
};

/* Where a sheet of a limit shows a result; view NULL = nowhere. */
struct limit_place {
    const struct limit_view *view;
    uint32_t row;
};

struct report {
    struct book *book;
    const struct audit *audit;
    const struct run_options *options;
    const struct diags *diags;
    struct arena *arena;
    bool english;
    bool has_sen;              /* some amount is no whole rupiah */
    double money_width;        /* of a column that holds sums over all classes */
    struct limit_view *limits; /* one for each limit of the pack */
    struct sheet *summary, *units, *classes, *matrix, *findings, *details, *review, *quality, *sums, *warnings, *rejects, *fixes, *basis;
    struct sheet *trail, *reported, *history; /* NULL without audit.follow_up */
    struct sheet *by_nature[NATURE_DATA + 1]; /* units by the checks of each nature; NULL = no such check; the law's is `units` */
    struct sheet *trace;
    struct sheet **kinds;   /* one for each sheet of the pack's table */
    struct sheet *savings;  /* NULL where the pack names no areas */
    struct sheet *scope;    /* NULL where a policy leaves nothing out */
    struct sheet *rates;    /* honoraria; NULL where the pack has no rates */
    struct str *file_names; /* see file_words */
    double page_top;        /* first sheet: points from its top to that of the present page */
    const uint32_t *first_findings; /* of each check and unit; see sheet_units.c */
    struct limit_place *limit_places; /* of each result; the same */
    uint32_t *detail_rows;  /* row of finding i on the sheet of details; 0 = did not fit */
    const struct unit_lines *unit; /* the workbook is about this unit alone; NULL = about the region */
    struct sheet *verdicts;
};

/* ---- sheets: open, then fill ---- */
struct sheet *summary_open(struct report *report);
void summary_fill(struct report *report);
struct sheet *limit_open(struct report *report, const struct limit_view *view);
void limit_fill(struct report *report, const struct limit_view *view);
void units_open(struct report *report);
void units_fill(struct report *report);
struct sheet *classes_open(struct report *report);
void classes_fill(struct report *report);
struct sheet *matrix_open(struct report *report);
void matrix_fill(struct report *report);
void kinds_open(struct report *report);
void kinds_fill(struct report *report);
struct sheet *savings_open(struct report *report);
void savings_fill(struct report *report);
struct sheet *findings_open(struct report *report);
void findings_fill(struct report *report);
struct sheet *details_open(struct report *report);
void details_plan(struct report *report); /* before findings_fill, which links to its rows */
void details_fill(struct report *report);
struct sheet *quality_open(struct report *report);
void quality_fill(struct report *report);
struct sheet *sums_open(struct report *report);
void sums_fill(struct report *report);
struct sheet *warnings_open(struct report *report);
void warnings_fill(struct report *report);
struct sheet *rejects_open(struct report *report);
void rejects_fill(struct report *report);
struct sheet *fixes_open(struct report *report);
void fixes_fill(struct report *report);
struct sheet *trace_open(struct report *report);
void trace_fill(struct report *report);
struct sheet *basis_open(struct report *report);
void basis_fill(struct report *report);

struct sheet *trail_open(struct report *report);
void trail_fill(struct report *report);
struct sheet *reported_open(struct report *report);
void reported_fill(struct report *report);
struct sheet *history_open(struct report *report);
void history_fill(struct report *report);

/* ---- follow-up ---- */
/* Columns that auditors added to the register of the earlier report; they come behind the program's own. */
size_t follow_extra(const struct report *report);
void follow_heads_put(struct report *report, struct sheet *sheet, uint32_t first);
/* Status, owner, due day, note from column `status` on, the added columns from `extra` on. */
void follow_words_put(struct report *report, struct sheet *sheet, uint32_t row, uint32_t status, uint32_t extra, const struct follow_words *words);
/* The words to choose from and what a due day is, for rows [ROW_FIRST, end). */
void follow_rules_put(struct report *report, struct sheet *sheet, uint32_t end, uint32_t status);
struct str followed_words(const struct report *report, const struct followed *one); /* "Tetap; Lewat Tenggat" */
uint32_t follow_marks(const struct follow_up *follow); /* sum of the check marks of Jejak Temuan and Jejak Data */
/* What page one says of it: sentences, none without an earlier report. Returns how many. */
size_t follow_alerts(struct report *report, struct str out[2]);

struct sheet *rates_open(struct report *report);
void rates_fill(struct report *report);
struct sheet *review_open(struct report *report);
void review_fill(struct report *report);
struct sheet *scope_open(struct report *report);
void scope_fill(struct report *report);
/* "reason; approver; letter" */
struct str exception_words(const struct report *report, const struct exception *exception);
/* Findings that are accepted, and their sum; false = none. */
bool accepted_sum(const struct audit *audit, uint64_t *count, struct money *sum);
/* Overrides, exceptions, policy and rates on the sheet of parameters; returns the next row. */
uint32_t local_put(struct report *report, uint32_t row);

/* ---- limits ---- */
struct limit_view limit_view_of(struct report *report, const struct limit *limit);
/* The month of the report within the fiscal year; 0 = not stated, nothing can be projected. */
int report_month(const struct audit *audit);
/* "=INT(...)": the year at the pace of the months so far, as share_projected rounds. */
struct str projection_formula(struct report *report, uint32_t row, uint32_t spent);
/* x - y and part / whole of two columns of a row, live; shares are rounded as they are stored. */
void difference_put(struct report *report, struct sheet *sheet, uint32_t row, uint32_t column, enum style style, uint32_t x, uint32_t y, struct money value);
/* Sub kegiatan of one limit, and which of them could carry what is still to be cut. */
struct sheet *cuts_open(struct report *report, const struct limit_view *view);
void cuts_fill(struct report *report, const struct limit_view *view);
/* Was it compared with the limit at all? */
bool limit_unit_judged(const struct limit_unit *unit);

/* Units that a check could not judge, or judged with a question, for the same reason. */
struct reason_group {
    uint16_t check;
    enum verdict verdict;
    struct str reason;
    struct listed names; /* all units */
    uint32_t units;
};
typedef ARRAY(struct reason_group) reason_groups;
/* Of one of the two checks of the limit, in the order of the units. */
reason_groups limit_reasons(struct report *report, const struct limit_view *view, bool spent);
/* The names of a group for page one: the first of them and how many more. */
struct str limit_first_names(struct report *report, const struct limit_view *view, const struct reason_group *group);

/* Columns of the sheet of a limit that the chart of the first page draws. */
enum limit_column {
    LIMIT_NUMBER,
    LIMIT_NAME,
    LIMIT_MURNI,
    LIMIT_CEILING,
    LIMIT_KINI,
    LIMIT_DIFFERENCE,
    LIMIT_CUT,
    LIMIT_GAP,
    LIMIT_SPENT,
    LIMIT_ROOM,
    LIMIT_PROJECTION,
    LIMIT_VERDICT,
    LIMIT_SPENT_VERDICT,
    LIMIT_COLUMNS
};

/* ---- frames and rows ---- */
/* Words made for the rows of a long table are let go while it is written: between these two report->arena is one for them. What has to
 * outlive the rows goes to `kept`. */
struct row_words {
    struct arena arena;
    struct arena *kept; /* the report's own */
};
void row_words_begin(struct report *report, struct row_words *words);
void row_words_next(struct row_words *words); /* behind a row */
void row_words_end(struct report *report, struct row_words *words);
/* Width in characters of a column in which such sums stand in bold, so that no cell shows ####. */
double money_width(const struct report *report, const struct amounts *largest);
/* "Region · fiscal year · pack · as of" */
struct str subtitle_words(struct report *report);
void frame_put(struct report *report, struct sheet *sheet, enum text_id title, struct str note);
void frame_put_title(struct report *report, struct sheet *sheet, struct str title, struct str note);
void header_put(struct report *report, struct sheet *sheet, uint32_t row, const enum text_id *names, size_t n);
/* Freezes and repeats the head of the table and gives it a filter over rows [ROW_FIRST, end). */
void table_frame(struct sheet *sheet, uint32_t end, uint32_t columns, uint32_t frozen_columns);
/* The same for a sheet of several tables: its title alone. */
void page_frame(struct sheet *sheet);
/* Merged text over [first..last]; returns the height in points that it needs. */
double merged_put(struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last, enum style style, struct str text);
/* The same as the only text of its row, which is made high enough. */
void paragraph_put(struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last, enum style style, struct str text);
/* The amount, or an empty grey cell when there is none. */
void amount_put(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, const struct amounts *amounts, enum measure measure);
void verdict_put(struct report *report, struct sheet *sheet, uint32_t row, uint32_t column, const struct result *result);
/* The same, leading to its first finding; without one to the amounts that were compared, where a sheet shows them. */
void verdict_link_put(struct report *report, struct sheet *sheet, uint32_t row, uint32_t column, const struct result *result);
/* Labels of an axis up to this amount, short enough to read: milliards for large budgets, millions for small ones. */
struct axis_unit {
    const char *number_format;
    struct str words;
};
struct axis_unit axis_unit_for(const struct report *report, struct money largest);
/* "=SUM(D6:D20)" over rows [first, end) */
struct str sum_formula(struct arena *arena, uint32_t column, uint32_t first, uint32_t end);

/* ---- words ---- */
void file_names_plan(struct report *report); /* before any other words */
struct str report_text(const struct report *report, enum text_id id);
struct str verdict_word(const struct report *report, enum verdict verdict);
enum style verdict_style(enum verdict verdict);
struct str reason_words(const struct report *report, const struct result *result); /* as a sentence */
struct str severity_word(const struct report *report, enum severity severity);
enum style severity_style(enum severity severity);
struct str nature_word(const struct report *report, enum nature nature);
struct str measure_word(const struct report *report, enum measure measure);
struct str rupiah(const struct report *report, struct money money); /* "Rp 1.234.567" */
struct str count_word(const struct report *report, uint64_t n);     /* "3.120" */
struct str percent_word(const struct report *report, int64_t bp);
struct str file_words(const struct report *report, size_t file);     /* file name; the path as given where two have one name */
struct str path_words(const struct report *report, struct str path); /* the same for a path in a message */
struct str unit_words(const struct report *report, uint32_t unit);   /* name; the region's words for NO_UNIT */
struct str unit_code(const struct report *report, uint32_t unit);
struct str activity_words(const struct report *report, uint32_t activity);
struct str region_words(const struct report *report);
/* "data.csv:7" */
struct str row_place(const struct report *report, struct str file, uint32_t row);
struct str place_words(const struct report *report, const struct rule_place *place); /* "rules.csv:17" */

struct str undecided_words(const struct report *report, enum text_id id); /* UNDECIDED or REVIEW_ALERT */
struct str conflict_words(const struct report *report, enum text_id id);  /* CONFLICTS or CONFLICT_ALERT */
struct str scope_word(const struct report *report); /* the scope that verdicts follow */
/* Loud sentences: undecided, in conflict, scope, overrides. */
typedef ARRAY(struct str) sentences;
sentences alerts_of(const struct report *report);
/* The same, one a row, over columns [first..last]. Returns the next row. */
uint32_t alerts_put(struct report *report, struct sheet *sheet, uint32_t row, uint32_t first, uint32_t last);

/* ---- facts of the whole run that several sheets show ---- */
struct run_facts {
    uint32_t files, opened, unreconciled, year_assumed;
    uint64_t read, used, excluded, rejected;
    struct amounts sums;     /* over all classes of the region */
    enum measure measure;    /* the one that shares are reckoned from: kini, else murni, else realisasi */
    int64_t unclassified_bp; /* share of the unclassified class in it */
    uint64_t unclassified_lines;
};
struct run_facts run_facts_of(const struct report *report);

#endif
