/* The register of findings as a CSV, the columns of the sheet "Temuan". */
#include "csv_row.h"
#include "effcheck/report.h"
#include "finding_words.h"

static const enum text_id HEADS[] = {TEXT_FINDING_ID,   TEXT_CHECK,  TEXT_DESCRIPTION, TEXT_NATURE,   TEXT_SEVERITY,
                                     TEXT_UNIT_CODE,    TEXT_UNIT,   TEXT_ACTIVITY,    TEXT_ACCOUNT,  TEXT_CONDITION,
                                     TEXT_CRITERIA,     TEXT_AMOUNT, TEXT_CAUSE,       TEXT_EFFECT,   TEXT_RECOMMENDATION,
                                     TEXT_FINDING_CODE, TEXT_SOURCE, TEXT_LINES,       TEXT_FOLLOW_UP};

/* As a spreadsheet of the language reads it; the separators of thousands are left to the spreadsheet. */
static struct str amount_words(struct report *report, struct money money)
{
    char digits[MONEY_TEXT_MAX];
    struct str words = str_copy(report->arena, (struct str){digits, money_plain(money, digits)});
    char *p = (char *)(uintptr_t)words.p; /* the copy is ours */
    for (size_t i = 0; !report->english && i < words.n; i++)
        if (p[i] == '.') p[i] = ',';
    return words;
}

static void write_finding(struct csv_row *row, struct report *report, const struct finding *finding)
{
    const struct check *check = &report->audit->pack->checks.at[finding->check];
    bool english = report->english;
    csv_cell(row, finding->id);
    csv_cell(row, check->id);
    csv_cell(row, check->title[english]);
    csv_cell(row, nature_word(report, check->nature));
    csv_cell(row, severity_word(report, finding->severity));
    csv_cell(row, unit_code(report, finding->unit));
    csv_cell(row, unit_words(report, finding->unit));
    csv_cell(row, activity_words(report, finding->activity));
    csv_cell(row, ledger_text(report->audit->ledger, finding->account));
    csv_cell(row, finding->condition[english]);
    csv_cell(row, finding->criteria[english]);
    csv_cell_raw(row, amount_words(report, finding->amount));
    csv_cell(row, finding->cause[english]);
    csv_cell(row, finding->effect[english]);
    csv_cell(row, finding->recommendation[english]);
    csv_cell(row, check->code);
    csv_cell(row, finding_source(report, finding));
    csv_cell_raw(row, str_format(report->arena, "%u", finding->line_count));
    csv_cell(row, S(""));
    csv_end(row);
}

bool report_findings(FILE *out, const struct audit *audit, const struct run_options *options)
{
    struct arena arena = {.out_of_memory = audit->arena->out_of_memory};
    struct report report = {.audit = audit, .options = options, .arena = &arena, .english = options->english};
    struct csv_row row = {.out = out, .scratch = &arena};
    file_names_plan(&report);
    csv_heading(out, HEADS, sizeof HEADS / sizeof *HEADS, options->english, &arena);
    for (size_t i = 0; i < audit->findings.n; i++) write_finding(&row, &report, &audit->findings.at[i]);
    arena_release(&arena);
    return fflush(out) == 0 && !ferror(out);
}
