#include "run.h"

#include <errno.h>
#include <omp.h>
#include <string.h>
#include <sys/stat.h>

#include "effcheck/claims.h"
#include "effcheck/control.h"
#include "effcheck/previous.h"
#include "effcheck/report.h"
#include "inspect.h"
#include "job.h"

/* A file of another year than the pack's must not be judged by it. Files that state no year take --year, --period or the pack's. */
static bool check_years(struct job *job)
{
    bool good = true;
    struct str wanted = str_format(job->arena, "%s TA %d", job->pack.id.p, job->pack.fiscal_year);
    int given = job->options->year ? job->options->year : job->options->period.year;
    for (size_t i = 0; i < job->ledger.files.n; i++) {
        struct input_file *file = &job->ledger.files.at[i];
        if (!file->opened) continue;
        if (file->year == 0) {
            file->year = given ? given : job->pack.fiscal_year;
            file->year_assumed = given == 0;
        }
        if (file->year_assumed)
            diag_add(&job->diags, (struct diag){.kind = DIAG_YEAR_UNKNOWN, .file = file->path, .value = str_format(job->arena, "%d", file->year)});
        int other = file->year != job->pack.fiscal_year ? file->year : file->other_year;
        if (other == 0 || other == job->pack.fiscal_year || job->options->what_if) continue;
        diag_add(&job->diags, (struct diag){.kind = DIAG_YEAR_MISMATCH, .file = file->path, .value = str_format(job->arena, "%d", other), .detail = wanted});
        good = false;
    }
    return good;
}

/* Lists the months of dated rows that the report does not cover: after its period, of another year, or without a date. */
static void check_months(struct job *job)
{
    struct date period = job->options->period;
    char month[DATE_TEXT_MAX], wanted[DATE_TEXT_MAX];
    if (period.year == 0) return;
    date_iso(period, wanted);
    for (size_t i = 0; i < job->ledger.files.n; i++) {
        const struct input_file *file = &job->ledger.files.at[i];
        for (size_t k = 0; k < file->months.n; k++) {
            const struct month_sum *sum = &file->months.at[k];
            if (sum->month.year == period.year && sum->month.month <= period.month) continue;
            struct str named = sum->month.year ? (struct str){month, date_iso(sum->month, month)} : S("?");
            diag_add(&job->diags, (struct diag){.kind = DIAG_MONTH_OUTSIDE, .file = file->path, .value = str_format(job->arena, "%u", sum->lines),
                                                .column = named, .detail = str_from(wanted)});
        }
    }
}

static struct str stated_region(const struct ledger *ledger)
{
    for (size_t i = 0; i < ledger->files.n; i++)
        if (ledger->files.at[i].region.n) return ledger->files.at[i].region;
    return (struct str){0};
}

static void set_facts(struct job *job)
{
    const struct options *o = job->options;
    job->facts = (struct run_options){.region = o->region.n ? o->region : stated_region(&job->ledger), .period = o->period, .date = job_date(o),
                                      .year = o->year, .what_if = o->what_if, .english = o->english, .folio = o->folio, .version = S(EFFCHECK_VERSION)};
    options_settings(o, &job->facts, job->arena);
    if (!o->date.year) { /* today, or SOURCE_DATE_EPOCH: on another day it would be another */
        char day[DATE_TEXT_MAX];
        struct str words = {day, date_iso(job->facts.date, day)};
        *array_push(job->arena, &job->facts.settings) = (struct setting){S("--date"), str_copy(job->arena, words)};
    }
}

/* ---- writing ---- */

bool job_fail_output(struct job *job, struct str path, const char *why)
{
    diag_add(&job->diags, (struct diag){.kind = DIAG_OUTPUT_OPEN, .file = path, .detail = str_from(why)});
    return false;
}

static bool write_json(struct job *job)
{
    struct str path = job->options->json;
    if (!str_eq(path, S("-"))) return report_json_file(&job->audit, &job->facts, path, &job->diags);
    return report_json(stdout, &job->audit, &job->facts) || job_fail_output(job, path, strerror(errno));
}

void job_print(const struct job *job, const struct diags *diags, FILE *out)
{
    enum diag_level least = job->options->quiet ? DIAG_ERROR : job->options->verbose ? DIAG_INFO : DIAG_WARNING;
    for (size_t i = 0; i < diags->list.n; i++)
        if (diag_level(diags->list.at[i].kind) >= least) diag_print(out, &diags->list.at[i], job->options->english);
}

enum exit_status job_finish(struct job *job)
{
    enum exit_status status = diag_status(&job->diags);
    for (size_t i = 0; status == EXIT_CLEAN && i < job->audit.findings.n; i++)
        if (job->audit.findings.at[i].severity > SEVERITY_INFO && !job->audit.findings.at[i].exception) status = EXIT_FINDINGS;
    job_print(job, &job->diags, stderr);
    return status;
}

void job_classify(struct job *job)
{
    set_facts(job);
    audit_init(&job->audit, &job->pack, &job->ledger, job->arena);
    job->audit.day = pack_day(&job->pack, job->options->period);
    job->audit.period = job->facts.period;
    job->audit.profile = job->profile;
    audit_classify(&job->audit, job->jobs);
    audit_overrides(&job->audit, &job->diags);
}

/* A report on nothing would read like a clean one: the old report stays. */
static bool anything_read(struct job *job)
{
    for (size_t i = 0; i < job->ledger.files.n; i++)
        if (job->ledger.files.at[i].opened) return true;
    diag_add(&job->diags, (struct diag){.kind = DIAG_NOTHING_READ});
    return false;
}

static bool same_file(struct str a, struct str b)
{
    struct stat x, y;
    return stat(a.p, &x) == 0 && stat(b.p, &y) == 0 && S_ISREG(x.st_mode) && x.st_dev == y.st_dev && x.st_ino == y.st_ino && x.st_ino != 0;
}

/* An output that names an input would replace the evidence by the report. */
static bool output_is_free(struct job *job, struct str output, const paths *files)
{
    bool good = true;
    for (size_t i = 0; output.n && i < files->n; i++) {
        if (!same_file(output, files->at[i])) continue;
        diag_add(&job->diags, (struct diag){.kind = DIAG_OUTPUT_IS_INPUT, .file = output});
        good = false;
    }
    return good;
}

/* The workbook of the region and those of the units, in parallel; each has its own messages, merged in order. *path: where the first is. */
static bool write_books(struct job *job, const struct unit_books *books, size_t units, struct str *path)
{
    const int64_t n = (int64_t)units;
    bool written = false;
    *path = job->options->output;
    struct arena *arenas = arena_new_n(job->arena, struct arena, units + 1);
    struct diags *errors = arena_new_n(job->arena, struct diags, units + 1);
#pragma omp parallel for schedule(dynamic, 1) num_threads(job->jobs)
    for (int64_t i = 0; i <= n; i++) {
        arenas[i].out_of_memory = job->arena->out_of_memory;
        errors[i].arena = &arenas[i];
        if (i == 0)
            written = report_workbook(&job->audit, &job->facts, &job->diags, job->options->output, &errors[i]);
        else
            report_unit_book(books, (uint32_t)i - 1, &errors[i]);
    }
    for (size_t i = 0; i < errors[0].list.n; i++)
        if (errors[0].list.at[i].kind == DIAG_OUTPUT_BESIDE) *path = str_copy(job->arena, errors[0].list.at[i].value);
    for (size_t i = 0; i <= units; i++) {
        diag_merge(&job->diags, &errors[i]);
        arena_release(&arenas[i]);
    }
    return written;
}

static bool load_exceptions(struct job *job)
{
    const struct options *o = job->options;
    return !o->exceptions.n || exceptions_load(&job->exceptions, o->exceptions, &job->pack, job_date(o), job->arena, &job->diags);
}

/* The month that this report is on: --period, else that of its date. */
static struct date report_month(const struct job *job)
{
    struct date month = job->facts.period.year ? job->facts.period : job->facts.date;
    month.day = 0;
    return month;
}

static bool load_previous(struct job *job)
{
    struct str path = job->options->previous;
    set_facts(job);
    const struct previous_wanted wanted = {.region = job->facts.region, .pack = job->pack.id, .year = job->pack.fiscal_year, .what_if = job->facts.what_if,
                                           .month = report_month(job)};
    return !path.n || previous_read(&job->past, path, &wanted, job->arena, &job->diags);
}

/* What people decided and wrote about the findings: in this run, and in the report before. */
static void follow_up(struct job *job)
{
    const struct options *o = job->options;
    if (o->exceptions.n) audit_exceptions(&job->audit, &job->exceptions, &job->diags);
    audit_follow_up(&job->audit, o->previous.n ? &job->past : NULL, report_month(job), job->facts.date, o->english, &job->diags);
}

/* What was handed in beside the spending files. */
static bool read_side_tables(struct job *job)
{
    const struct options *o = job->options;
    bool control = !o->control.n || control_read(&job->ledger, &job->pack.control_words, o->control, &job->diags);
    bool claims = !o->claims.n || claims_read(&job->ledger, &job->pack, o->claims, &job->diags);
    bool profile = !o->profile.n || profile_read(&job->profile, &job->ledger, &job->pack, o->profile, &job->diags);
    return control && claims && profile;
}

static bool unit_books_are_free(struct job *job, const struct unit_books *books)
{
    bool good = true;
    for (size_t i = 0; i < job->ledger.units.n; i++) {
        struct str path = books->books[i].path;
        good &= output_is_free(job, path, &job->files) && output_is_free(job, path, &job->baseline);
    }
    return good;
}

static bool write_workbooks(struct job *job, struct str *path)
{
    struct unit_books *books = arena_new(job->arena, struct unit_books);
    if (!job->options->per_opd.n) return write_books(job, NULL, 0, path);
    if (!report_unit_books_plan(books, &job->audit, &job->facts, job->options->per_opd, job->arena, &job->diags)) return false;
    if (!unit_books_are_free(job, books)) return false;
    job->facts.unit_books = books;
    return write_books(job, books, job->ledger.units.n, path);
}

/* What a person has to look at is found beside the checks. */
static void judge(struct job *job)
{
    struct arena reviewed = {.out_of_memory = job->arena->out_of_memory};
#pragma omp parallel num_threads(job->jobs)
#pragma omp single
    {
#pragma omp task
        audit_review(&job->audit, &reviewed);
        audit_checks(&job->audit);
        follow_up(job);
    }
    arena_adopt(job->arena, &reviewed);
}

bool job_audit(struct job *job)
{
    if (!check_years(job) || !load_exceptions(job) || !load_previous(job)) return false;
    check_months(job);
    if (!read_side_tables(job)) return false;
    job_classify(job);
    if (!audit_totals(&job->audit, &job->diags)) return false;
    judge(job);
    return true;
}

static enum exit_status run_audit(struct job *job)
{
    const struct options *o = job->options;
    struct str path;
    if (!job_audit(job)) return job_finish(job);
    bool read = anything_read(job), written = read && write_workbooks(job, &path);
    if (o->json.n && (written || !read)) write_json(job);
    if (o->findings.n && written) report_findings_file(&job->audit, &job->facts, o->findings, &job->diags);
    if (o->html.n && written) report_html_file(&job->audit, &job->facts, &job->diags, o->html, &job->diags);
    if (o->rejects.n) report_rejects_file(&job->audit, &job->facts, o->rejects, &job->diags);
    enum exit_status status = job_finish(job);
    if (written && !o->quiet && !str_eq(o->json, S("-"))) report_summary(stdout, &job->audit, &job->facts, path);
    return status;
}

static enum exit_status run_classify(struct job *job)
{
    job_classify(job);
    bool good = report_classified_csv(stdout, &job->audit) && fflush(stdout) == 0;
    if (!good) job_fail_output(job, S("stdout"), strerror(errno));
    return job_finish(job);
}

static bool outputs_are_free(struct job *job, const paths *files)
{
    bool good = true;
    struct str outputs[OPTIONS_OUTPUTS_MAX];
    const size_t n = options_outputs(job->options, outputs);
    for (size_t i = 0; i < n; i++) good &= output_is_free(job, outputs[i], files);
    return good;
}

/* The workbook may take the place of the earlier one, which is read before; nothing else may. */
static bool previous_is_kept(struct job *job)
{
    const struct options *o = job->options;
    struct str outputs[OPTIONS_OUTPUTS_MAX];
    const size_t n = options_outputs(o, outputs);
    for (size_t i = 0; o->previous.n && i < n; i++) {
        if (str_eq(outputs[i], o->output) || !same_file(outputs[i], o->previous)) continue;
        diag_add(&job->diags, (struct diag){.kind = DIAG_OUTPUT_IS_INPUT, .file = outputs[i]});
        return false;
    }
    return true;
}

/* Reading, then the rest of the run. */
static enum exit_status run_files(struct job *job, enum exit_status (*rest)(struct job *job))
{
    struct str side[] = {job->options->control, job->options->claims, job->options->profile, job->options->exceptions};
    bool expanded = job_expand(job, &job->options->files);
    bool free = outputs_are_free(job, &job->files) && outputs_are_free(job, &job->baseline) && previous_is_kept(job);
    for (size_t i = 0; i < sizeof side / sizeof *side; i++) {
        const paths alone = {.at = &side[i], .n = side[i].n > 0};
        free &= outputs_are_free(job, &alone);
    }
    if (!expanded || !free || !job_load_rules(job, (struct str){0}) || !job_read_files(job)) return job_finish(job);
    return rest(job);
}

/* Each file by itself, in order; nothing is audited. What is wrong with a file is said on its page and not a second time. */
static enum exit_status run_inspect(struct job *job)
{
    const struct options *o = job->options;
    struct diags of_files = {.arena = job->arena};
    size_t n = 0;
    struct input *inputs = job_expand(job, &o->files) && job_load_rules(job, (struct str){0}) ? job_inputs(job, &n) : NULL;
    if (!inputs) return job_finish(job);
    bool good = inspect_files(stdout, &job->rules, inputs, n, (struct inspect_options){o->english, o->verbose}, &of_files) && fflush(stdout) == 0;
    if (!good) job_fail_output(job, S("stdout"), strerror(errno));
    enum exit_status run = job_finish(job), files = diag_status(&of_files);
    return run > files ? run : files;
}

enum exit_status run(const struct options *options, const char *program, struct arena *arena)
{
    struct job *job = arena_new(arena, struct job);
    job->options = options;
    job->program = program;
    job->arena = arena;
    job->diags.arena = arena;
    job->jobs = options->jobs ? options->jobs : omp_get_num_procs();
    switch (options->command) {
    case COMMAND_CLASSIFY: return run_files(job, run_classify);
    case COMMAND_INSPECT: return run_inspect(job);
    case COMMAND_EXPLAIN: return run_explain(job);
    case COMMAND_RULES_LINT: return run_rules_lint(job);
    case COMMAND_RULES_TEST: return run_rules_test(job);
    case COMMAND_RULES_SHOW: return run_rules_show(job);
    case COMMAND_RULES_DIFF: return run_rules_diff(job);
    case COMMAND_VERIFY: return run_verify(job);
    default: return run_files(job, run_audit);
    }
}
