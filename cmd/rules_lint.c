#include "effcheck/lint.h"
#include "effcheck/text.h"
#include "job.h"

static size_t count_level(const struct diags *diags, enum diag_level level)
{
    size_t n = 0;
    for (size_t i = 0; i < diags->list.n; i++) n += diag_level(diags->list.at[i].kind) == level;
    return n;
}

/* The faults are the result of this command: they go to stdout, all of them, also those that loading finds. */
enum exit_status run_rules_lint(struct job *job)
{
    struct str folder;
    struct diags faults = {.arena = job->arena};
    struct intake_rules rules;
    bool english = job->options->english;
    if (!job_find_pack(job, job->options->files.n ? job->options->files.at[0] : (struct str){0}, &folder)) return job_finish(job);
    const struct pack_local local = job_local(job->options);
    if (pack_load_local(&job->pack, folder, &local, job->arena, &faults)) intake_rules_load(&rules, &job->pack, job->arena, &faults);
    pack_lint(&job->pack, &faults);
    job_print(job, &faults, stdout);
    struct str words = text_filled(job->arena, TEXT_LINT_SUMMARY, english, text_count(job->arena, job->pack.rules.n, english),
                                   text_count(job->arena, count_level(&faults, DIAG_ERROR), english),
                                   text_count(job->arena, count_level(&faults, DIAG_WARNING), english));
    printf("%.*s\n", STR_ARG(words));
    return diag_status(&faults) == EXIT_CLEAN ? EXIT_CLEAN : EXIT_USAGE;
}
