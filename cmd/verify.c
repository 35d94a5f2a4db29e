/* effcheck verify REPORT.xlsx FILE...: is the report what these files give? */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "effcheck/report.h"
#include "effcheck/source.h"
#include "effcheck/text.h"
#include "effcheck/trace.h"
#include "job.h"

/* The options that the report was made with hold again, unless others are given now. The report itself knows what it took over from the
 * one before it. */
static void recall_settings(struct options *options, struct str report, const trace *then, struct arena *arena)
{
    for (size_t i = 0; i < then->n; i++) {
        if (!str_eq(then->at[i].what, S(TRACE_SETTING))) continue;
        bool previous = str_eq(then->at[i].key, S("--previous"));
        options_recall(options, then->at[i].key, previous ? report : then->at[i].value, arena);
    }
}

/* Empty when the file cannot be read: reading it for the audit will say why. */
static struct str digest_of(struct str path, struct arena *arena)
{
    char *hex = arena_alloc(arena, SHA256_HEX + 1);
    return sha256_file(path.p, hex) ? (struct str){hex, SHA256_HEX} : (struct str){0};
}

static bool was_baseline(const trace *then, struct str digest)
{
    bool baseline = false;
    for (size_t i = 0; i < then->n; i++) {
        if (!str_eq(then->at[i].value, digest)) continue;
        if (str_eq(then->at[i].what, S(TRACE_FILE))) return false;
        baseline = baseline || str_eq(then->at[i].what, S(TRACE_BASELINE));
    }
    return baseline;
}

/* Files that were given with --baseline then need not be named so again. */
static void part_baseline(struct job *job, const trace *then)
{
    size_t kept = 0;
    for (size_t i = 0; i < job->files.n; i++)
        if (was_baseline(then, digest_of(job->files.at[i], job->arena)))
            *array_push(job->arena, &job->baseline) = job->files.at[i];
        else
            job->files.at[kept++] = job->files.at[i];
    job->files.n = kept;
}

static struct str short_words(struct job *job, struct str value)
{
    enum { SHOWN = 160 };
    if (!value.n) return text_str(TEXT_VERIFY_NONE, job->options->english);
    size_t end = value.n < SHOWN ? value.n : SHOWN;
    while (end < value.n && end && ((unsigned char)value.p[end] & 0xC0) == 0x80) end--;
    return str_format(job->arena, "%.*s%s", STR_ARG(str_sub(value, 0, end)), end < value.n ? "…" : "");
}

static void say(struct str line)
{
    fwrite(line.p, 1, line.n, stdout);
    fputc('\n', stdout);
}

/* What is wrong with the input is in the report already: only what stops the run is said again. */
static enum exit_status stopped(struct job *job)
{
    enum exit_status status = diag_status(&job->diags);
    job_print(job, &job->diags, stderr);
    return status == EXIT_CLEAN ? EXIT_INPUT : status;
}

size_t verify_scratch(struct str names[SCRATCH_PLACES], struct arena *arena)
{
    const char *const places[SCRATCH_PLACES] = {getenv("TMPDIR"), getenv("TEMP"), "/tmp", "."};
    size_t n = 0;
    for (size_t i = 0; i < SCRATCH_PLACES; i++)
        if (places[i] && *places[i]) names[n++] = str_format(arena, "%s/effcheck-verify-XXXXXX", places[i]);
    return n;
}

/* A file of ours for the time of the run; empty when there is no place for one. */
static struct str scratch_file(struct job *job)
{
    struct str names[SCRATCH_PLACES];
    const size_t n = verify_scratch(names, job->arena);
    for (size_t i = 0; i < n; i++) {
        struct str name = names[i];
        int fd = mkstemp((char *)(uintptr_t)name.p); /* the copy is ours */
        if (fd < 0) continue;
        close(fd);
        return name;
    }
    return (struct str){0};
}

/* Everything else on the sheets, held against a fresh report. */
static bool compare_sheets(struct job *job, struct str report, trace_differences *list)
{
    struct str fresh = scratch_file(job), error = {0};
    struct diags said = {.arena = job->arena};
    diag_merge(&said, &job->diags); /* as the audit had them when it wrote */
    bool done = fresh.n && report_workbook(&job->audit, &job->facts, &said, fresh, &job->diags) &&
                trace_compare_cells(report.p, fresh.p, list, job->arena, &error);
    if (!fresh.n) job_fail_output(job, S("TMPDIR"), strerror(errno));
    if (error.n) diag_add(&job->diags, (struct diag){.kind = DIAG_REPORT_NOT_OURS, .file = report, .detail = error});
    if (fresh.n) remove(fresh.p);
    return done;
}

static void say_differences(struct job *job, const trace_differences *list)
{
    enum { SHOWN = 100 };
    bool english = job->options->english;
    for (size_t i = 0; i < list->n && i < SHOWN; i++)
        say(text_filled(job->arena, TEXT_VERIFY_LINE, english, list->at[i].what, list->at[i].key, short_words(job, list->at[i].then),
                        short_words(job, list->at[i].now)));
    if (list->n > SHOWN) say(text_filled(job->arena, TEXT_VERIFY_MORE, english, text_count(job->arena, list->n - SHOWN, english)));
}

/* Cells can only be compared when the same came out: a report from other files differs everywhere. */
static enum exit_status compare(struct job *job, struct str report, const trace *then)
{
    bool english = job->options->english;
    trace now = trace_of(&job->audit, &job->facts, job->arena);
    trace_differences list = trace_compare(then, &now, job->arena);
    struct str all = text_count(job->arena, then->n, english), files = text_count(job->arena, job->ledger.files.n, english);
    if (!list.n && !compare_sheets(job, report, &list)) return stopped(job);
    if (list.n)
        say(text_filled(job->arena, TEXT_VERIFY_DIFFERS, english, text_count(job->arena, list.n, english)));
    else
        say(text_filled(job->arena, TEXT_VERIFY_SAME, english, all, files));
    say_differences(job, &list);
    return list.n ? EXIT_INPUT : EXIT_CLEAN;
}

enum exit_status run_verify(struct job *job)
{
    struct options *options = arena_new(job->arena, struct options);
    struct str report = job->options->files.at[0], error = {0};
    paths names = {.at = job->options->files.at + 1, .n = job->options->files.n - 1};
    trace then = {0};
    *options = *job->options;
    job->options = options;
    if (!trace_read(report.p, &then, job->arena, &error)) {
        diag_add(&job->diags, (struct diag){.kind = DIAG_REPORT_NOT_OURS, .file = report, .detail = error});
        return stopped(job);
    }
    recall_settings(options, report, &then, job->arena);
    if (!job_expand(job, &names)) return stopped(job);
    part_baseline(job, &then);
    bool read = job_load_rules(job, (struct str){0}) && job_read_files(job);
    return read && job_audit(job) ? compare(job, report, &then) : stopped(job);
}
