#include "effcheck/readback.h"
#include "effcheck/report.h"
#include "replace.h"
#include "workbook.h"

static struct book_info info_of(const struct report *report)
{
    const struct run_options *options = report->options;
    const struct pack *pack = report->audit->pack;
    bool english = report->english;
    struct book_info info = {
        .title = report_text(report, TEXT_TITLE_SUMMARY),
        .subject = pack->title[english],
        .company = region_words(report),
        .author = str_format(report->arena, "effcheck %.*s", STR_ARG(options->version)),
        .created = options->date,
        .page_of = text(TEXT_PAGE_OF, english),
        .cut_mark = text(TEXT_CUT_MARK, english),
        .exact_note = text(TEXT_EXACT_NOTE, english),
        .english = english,
        .folio = options->folio,
    };
    struct str year = str_format(report->arena, "%d", pack->fiscal_year);
    info.header = text_filled(report->arena, TEXT_PAGE_HEADER, english, info.company, year);
    info.footer = str_format(report->arena, "%.*s · %.*s %.*s", STR_ARG(info.author), STR_ARG(pack->id), STR_ARG(pack->version));
    if (options->what_if) info.mark = report_text(report, TEXT_SIMULATION);
    return info;
}

static void open_sheets(struct report *report)
{
    size_t limits = report->audit->pack->limits.n;
    report->summary = summary_open(report);
    for (size_t i = 0; i < limits; i++) {
        report->limits[i].sheet = limit_open(report, &report->limits[i]);
        report->limits[i].cuts = cuts_open(report, &report->limits[i]);
    }
    report->scope = scope_open(report);
    units_open(report);
    report->classes = classes_open(report);
    report->matrix = matrix_open(report);
    kinds_open(report);
    report->savings = savings_open(report);
    report->rates = rates_open(report);
    report->findings = findings_open(report);
    report->details = details_open(report);
    report->history = history_open(report);
    report->review = review_open(report);
    report->quality = quality_open(report);
    report->sums = sums_open(report);
    report->warnings = warnings_open(report);
    report->rejects = rejects_open(report);
    report->fixes = fixes_open(report);
    report->basis = basis_open(report);
    report->trail = trail_open(report);
    report->reported = reported_open(report);
    report->trace = trace_open(report);
}

/* What a thread needs to fill a sheet beside the others. */
struct own_report {
    struct report report;
    struct arena arena;
};

static struct report *own_begin(struct own_report *own, const struct report *report)
{
    *own = (struct own_report){.report = *report, .arena.out_of_memory = report->arena->out_of_memory};
    own->report.arena = &own->arena;
    return &own->report;
}

static void own_end(struct own_report *own, struct sheet *sheet)
{
    if (sheet) sheet_finish(sheet);
    arena_release(&own->arena);
}

static void fill_beside(const struct report *report, struct sheet *sheet, void (*fill)(struct report *))
{
    struct own_report own;
    fill(own_begin(&own, report));
    own_end(&own, sheet);
}

static void cuts_beside(const struct report *report, const struct limit_view *view)
{
    struct own_report own;
    cuts_fill(own_begin(&own, report), view);
    own_end(&own, view->cuts);
}

/* The longest sheets, each for a thread that has nothing else to do. */
static void fill_long_sheets(const struct report *report)
{
#pragma omp task
    fill_beside(report, report->details, details_fill);
#pragma omp task
    fill_beside(report, report->findings, findings_fill);
#pragma omp task
    fill_beside(report, report->trail, trail_fill);
#pragma omp task
    fill_beside(report, report->rates, rates_fill);
    for (size_t i = 0; i < report->audit->pack->limits.n; i++) {
#pragma omp task
        cuts_beside(report, &report->limits[i]);
    }
}

static void fill_sheets(struct report *report)
{
    details_plan(report);
    fill_long_sheets(report);
    summary_fill(report);
    for (size_t i = 0; i < report->audit->pack->limits.n; i++) limit_fill(report, &report->limits[i]);
    scope_fill(report);
    units_fill(report);
    classes_fill(report);
    matrix_fill(report);
    kinds_fill(report);
    savings_fill(report);
    review_fill(report);
    quality_fill(report);
    sums_fill(report);
    warnings_fill(report);
    rejects_fill(report);
    fixes_fill(report);
    basis_fill(report);
    reported_fill(report);
    history_fill(report);
    trace_fill(report);
#pragma omp taskwait
}

static void plan(struct report *report)
{
    const struct pack *pack = report->audit->pack;
    file_names_plan(report);
    report->has_sen = report->audit->has_sen;
    struct run_facts facts = run_facts_of(report);
    report->money_width = money_width(report, &facts.sums);
    report->limits = arena_new_n(report->arena, struct limit_view, pack->limits.n + 1);
    for (size_t i = 0; i < pack->limits.n; i++) report->limits[i] = limit_view_of(report, &pack->limits.at[i]);
}

static void fill_region(struct report *report)
{
    plan(report);
    open_sheets(report);
    fill_sheets(report);
}

static bool write_book(struct report *report, const struct replacement *replacement, workbook_fill *fill, struct str *error)
{
    report->book = book_open(replacement->temporary, replacement->folder, info_of(report), report->arena);
    if (!report->book) {
        *error = S("libxlsxwriter");
        return false;
    }
    fill(report);
    for (size_t i = 0; i < book_sheet_count(report->book); i++) sheet_finish(book_sheet_at(report->book, i));
    return book_close(report->book, error);
}

static bool fail(struct diags *errors, enum diag_kind kind, struct str path, struct str detail)
{
    diag_add(errors, (struct diag){.kind = kind, .file = path, .detail = detail});
    return false;
}

/* Written, read back, flushed, renamed; errors->list says which of them failed. */
static bool write_checked(struct report *report, const struct replacement *replacement, workbook_fill *fill, struct diags *errors)
{
    struct str error = {0};
    if (!write_book(report, replacement, fill, &error)) return fail(errors, DIAG_OUTPUT_OPEN, replacement->path, error);
    if (!readback_equal(replacement->temporary.p, report->book, report->arena, &error))
        return fail(errors, DIAG_OUTPUT_UNVERIFIED, replacement->path, error);
    struct str beside;
    if (!replacement_commit_or_beside(replacement, report->arena, &beside, &error))
        return fail(errors, DIAG_OUTPUT_OPEN, replacement->path, error);
    if (beside.n) diag_add(errors, (struct diag){.kind = DIAG_OUTPUT_BESIDE, .file = replacement->path, .value = beside, .detail = error});
    return true;
}

bool workbook_write(struct report *report, struct str path, workbook_fill *fill, struct diags *errors)
{
    struct replacement replacement;
    struct str error = {0};
    if (!replacement_begin(&replacement, path, report->arena, &error)) return fail(errors, DIAG_OUTPUT_OPEN, path, error);
    bool done = write_checked(report, &replacement, fill, errors);
    if (!done) replacement_discard(&replacement);
    return done;
}

bool report_workbook(const struct audit *audit, const struct run_options *options, const struct diags *diags, struct str path,
                     struct diags *errors)
{
    struct arena arena = {.out_of_memory = audit->arena ? audit->arena->out_of_memory : NULL};
    struct report report = {.audit = audit, .options = options, .diags = diags, .arena = &arena, .english = options->english};
    bool done = workbook_write(&report, path, fill_region, errors);
    arena_release(&arena);
    return done;
}
