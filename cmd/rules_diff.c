#include <errno.h>
#include <string.h>

#include "effcheck/report.h"
#include "effcheck/text.h"
#include "expand.h"
#include "job.h"

static void print(struct str words)
{
    printf("%.*s\n", STR_ARG(words));
}

/* One whole audit under the pack called `name`, without a report. Its messages are kept in its own list. */
static bool audit_under(struct job *job, struct str name)
{
    if (!job_load_rules(job, name) || !job_read_files(job)) return false;
    job_classify(job);
    if (!audit_totals(&job->audit, &job->diags)) return false;
#pragma omp parallel num_threads(job->jobs)
#pragma omp single
    audit_checks(&job->audit);
    return true;
}

/* ---- words ---- */

/* ", Pagu Murni Rp 1.000, Pagu Kini Rp 500": the measures that are there. */
static struct str amounts_words(struct job *job, const struct amounts *amounts)
{
    static const enum text_id names[MEASURE_COUNT] = {[MURNI] = TEXT_MURNI, [KINI] = TEXT_KINI, [REALISASI] = TEXT_REALISASI};
    bool english = job->options->english;
    struct str words = {0};
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++) {
        char digits[MONEY_TEXT_MAX];
        if (!amounts_has(amounts, m)) continue;
        struct str value = {digits, money_grouped(amounts->of[m], !english, digits)};
        words = str_join(job->arena, words, text_filled(job->arena, TEXT_DIFF_AMOUNT, english, text_str(names[m], english), value));
    }
    return words;
}

static struct str class_words(struct job *job, struct str id)
{
    return id.n ? id : text_str(TEXT_DIFF_NOT_READ, job->options->english);
}

static void print_moves(struct job *job, const struct audit_diff *diff)
{
    bool english = job->options->english;
    for (size_t i = 0; i < diff->moves.n; i++) {
        const struct move *move = &diff->moves.at[i];
        if (i == 0 || !str_eq(move->unit, diff->moves.at[i - 1].unit)) print(move->unit);
        print(text_filled(job->arena, TEXT_DIFF_MOVE, english, class_words(job, move->from), class_words(job, move->to),
                          text_count(job->arena, move->lines, english), amounts_words(job, &move->amounts)));
    }
    if (diff->moves.n == 0) print(text_str(TEXT_DIFF_NONE, english));
    else print(text_filled(job->arena, TEXT_DIFF_SUM, english, text_count(job->arena, diff->sum.lines, english), amounts_words(job, &diff->sum.amounts)));
}

static struct str verdict_words(struct job *job, bool there, enum verdict verdict)
{
    return there ? str_from(verdict_id(verdict)) : text_str(TEXT_DIFF_NO_RESULT, job->options->english);
}

static void print_flips(struct job *job, const struct audit_diff *diff)
{
    bool english = job->options->english;
    print(text_str(diff->flips.n ? TEXT_DIFF_FLIPS : TEXT_DIFF_NO_FLIPS, english));
    for (size_t i = 0; i < diff->flips.n; i++) {
        const struct flip *flip = &diff->flips.at[i];
        print(text_filled(job->arena, TEXT_DIFF_FLIP, english, flip->check, flip->unit.n ? flip->unit : text_str(TEXT_WHOLE_REGION, english),
                          verdict_words(job, flip->had, flip->from), verdict_words(job, flip->has, flip->to)));
    }
}

static bool write_json(struct job *job, const struct audit_diff *diff)
{
    struct str path = job->options->json;
    bool to_stdout = str_eq(path, S("-"));
    FILE *out = to_stdout ? stdout : fopen(path.p, "wb");
    if (!out) return job_fail_output(job, path, strerror(errno));
    bool written = report_diff_json(out, diff);
    if (!to_stdout && fclose(out) != 0) written = false;
    return written || job_fail_output(job, path, strerror(errno));
}

static void show(struct job *job, const struct audit_diff *diff)
{
    if (job->options->json.n) write_json(job, diff);
    if (str_eq(job->options->json, S("-"))) return;
    print_moves(job, diff);
    print_flips(job, diff);
}

/* The status speaks of this command: faults of the files are told once, by the run under the new pack; findings are no matter here. */
enum exit_status run_rules_diff(struct job *job)
{
    struct job *old = arena_new(job->arena, struct job);
    paths names = {.at = job->options->files.at + 2, .n = job->options->files.n - 2};
    struct audit_diff diff;
    if (!job_expand(job, &names)) return job_finish(job);
    *old = *job;
    bool before = audit_under(old, job->options->files.at[0]);
    bool after = audit_under(job, job->options->files.at[1]);
    if (!before) diag_merge(&job->diags, &old->diags);
    if (before && after && audit_compare(&diff, &old->audit, &job->audit, job->arena, &job->diags)) show(job, &diff);
    job->audit.findings.n = 0;
    return job_finish(job);
}
