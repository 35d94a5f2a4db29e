/* What the commands share: finding a pack, reading files, classifying, ending with the right exit status. */
#ifndef EFFCHECK_JOB_H
#define EFFCHECK_JOB_H

#include <stdio.h>

#include "effcheck/audit.h"
#include "effcheck/intake.h"
#include "options.h"

struct job {
    const struct options *options;
    const char *program; /* argv[0]: rule packs may lie beside it */
    struct arena *arena;
    struct diags diags;
    struct pack pack;
    struct intake_rules rules;
    struct ledger ledger;
    struct audit audit;
    struct exceptions exceptions;
    struct past past;           /* the earlier report */
    struct run_options facts;
    struct profile profile;     /* of --profile */
    paths files, baseline;      /* names, expanded */
    struct decisions decisions; /* how they are to be read */
    int jobs;
};

/* The day of the report: --date, else SOURCE_DATE_EPOCH, else today. */
struct date job_date(const struct options *options);
/* The folder of the pack called `name`; empty = the one of --rules, or the default. False with a diagnostic when it is nowhere. */
bool job_find_pack(struct job *job, struct str name, struct str *folder);
/* What the region lays over the pack: --override, --policy, --caps. */
struct pack_local job_local(const struct options *options);
/* Finds and loads it, with what the region lays over it, into job->pack and job->rules. */
bool job_load_rules(struct job *job, struct str name);
/* Expands `names` and the patterns of --baseline into job->files and job->baseline. */
bool job_expand(struct job *job, const paths *names);
/* How each of them is to be read, by what is decided about it, in the order of reading. NULL when effcheck.csv is faulty. */
struct input *job_inputs(struct job *job, size_t *count);
/* Fills job->ledger from job->files and job->baseline. False when effcheck.csv is faulty. */
bool job_read_files(struct job *job);
/* Sets job->facts and job->audit and gives every line its class. */
void job_classify(struct job *job);
/* The same and everything else up to the findings; false with a diagnostic where the run has to stop. */
bool job_audit(struct job *job);

/* Prints the diagnostics that --quiet and --verbose let through. */
void job_print(const struct job *job, const struct diags *diags, FILE *out);
/* A diagnostic: `path` could not be written. Always false. */
bool job_fail_output(struct job *job, struct str path, const char *why);
/* Prints the job's diagnostics to stderr; the exit status they and the findings call for. */
enum exit_status job_finish(struct job *job);

/* The commands, one file each. */
enum exit_status run_explain(struct job *job);
enum exit_status run_rules_lint(struct job *job);
enum exit_status run_rules_test(struct job *job);
enum exit_status run_rules_show(struct job *job);
enum exit_status run_rules_diff(struct job *job);
enum exit_status run_verify(struct job *job);
/* Where run_verify may put a workbook of its own for a while, best first; patterns of mkstemp. How many there are. */
enum { SCRATCH_PLACES = 4 };
size_t verify_scratch(struct str names[SCRATCH_PLACES], struct arena *arena);

#endif
