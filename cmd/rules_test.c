#include "effcheck/rule_test.h"
#include "effcheck/text.h"
#include "job.h"

static void print(struct str words)
{
    printf("%.*s\n", STR_ARG(words));
}

static struct str number(struct job *job, uint64_t n)
{
    return str_format(job->arena, "%llu", (unsigned long long)n);
}

static void print_coverage(struct job *job, const struct rule_test *test)
{
    const struct pack *pack = &job->pack;
    bool english = job->options->english;
    for (size_t i = pack->overrides.applied; i < pack->rules.n; i++) { /* a region's overrides have no examples */
        const struct rule *rule = &pack->rules.at[i];
        struct str place = str_format(job->arena, "%.*s:%u", STR_ARG(rule->place.file), rule->place.line);
        if (!test->used[i]) print(text_filled(job->arena, TEXT_TEST_UNCOVERED, english, rule->id, place));
    }
    print(text_filled(job->arena, TEXT_TEST_COVERAGE, english, number(job, test->used_count), number(job, pack->rules.n - pack->overrides.applied)));
}

/* The failures are the result of this command: they go to stdout. */
enum exit_status run_rules_test(struct job *job)
{
    struct str name = job->options->files.n ? job->options->files.at[0] : (struct str){0};
    struct diags failures = {.arena = job->arena};
    struct rule_test test;
    if (!job_load_rules(job, name) || !rule_test(&job->pack, &test, &failures, &job->diags)) return job_finish(job);
    job_print(job, &failures, stdout);
    print_coverage(job, &test);
    print(text_filled(job->arena, TEXT_TEST_SUMMARY, job->options->english, number(job, test.passed), number(job, test.failed)));
    return test.failed ? EXIT_USAGE : job_finish(job);
}
