/* What a run begins with: its day, its rule pack, its files and how they are read. */
#include <omp.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "expand.h"
#include "inspect.h"
#include "job.h"
#include "progress.h"

struct date job_date(const struct options *options)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (options->date.year) return options->date;
    return date_from_unix(epoch && *epoch ? strtoll(epoch, NULL, 10) : (int64_t)time(NULL));
}

/* ---- rule packs ---- */

static bool exists(struct str path)
{
    struct stat status;
    return stat(path.p, &status) == 0;
}

/* Looks for `file` in a folder as given, in EFFCHECK_RULES, beside the program, in ./rules, where packs are installed and in the source
 * tree (build/PRESET/bin). The path up to and including `name`; empty when it is nowhere, *seen then names the places. */
static struct str find_in_rules(struct job *job, struct str name, const char *file, struct str *seen)
{
    struct arena *arena = job->arena;
    struct str beside = str_folder(str_from(job->program));
    const char *env = getenv("EFFCHECK_RULES");
    const struct str roots[] = {{0}, env ? str_format(arena, "%s/", env) : (struct str){0}, str_format(arena, "%.*srules/", STR_ARG(beside)),
                                str_format(arena, "%.*s../share/effcheck/rules/", STR_ARG(beside)), S("rules/"), S(EFFCHECK_RULES_DIR "/"),
                                str_format(arena, "%.*s../../../rules/", STR_ARG(beside))};
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        if (roots[i].n == 0 && (i || name.n == 0)) continue;
        struct str found = str_join(arena, roots[i], name);
        if (exists(str_format(arena, "%.*s%s%s", STR_ARG(found), name.n ? "/" : "", file))) return found;
        *seen = str_format(arena, "%.*s%s%.*s", STR_ARG(*seen), seen->n ? ", " : "", STR_ARG(found));
    }
    return (struct str){0};
}

/* The pack that rules/default.csv names. */
static struct str default_pack(struct job *job, struct str *seen)
{
    struct ruletable table;
    struct str root = find_in_rules(job, (struct str){0}, "default.csv", seen);
    if (!root.n || !ruletable_load(&table, str_format(job->arena, "%.*sdefault.csv", STR_ARG(root)), "pack", job->arena, &job->diags)) return root;
    return table.rows.n ? ruletable_cell(&table, &table.rows.at[0], "pack") : (struct str){0};
}

bool job_find_pack(struct job *job, struct str name, struct str *folder)
{
    struct str seen = {0};
    if (name.n == 0) name = job->options->rules;
    if (name.n == 0) name = default_pack(job, &seen);
    if (name.n) *folder = find_in_rules(job, name, "pack.csv", &seen);
    if (name.n && folder->n) return true;
    diag_add(&job->diags, (struct diag){.kind = DIAG_PACK_MISSING, .value = name.n ? name : S("default.csv"), .detail = seen});
    return false;
}

struct pack_local job_local(const struct options *options)
{
    return (struct pack_local){.override = options->override, .policy = options->policy, .caps = options->caps, .today = job_date(options)};
}

bool job_load_rules(struct job *job, struct str name)
{
    const struct pack_local local = job_local(job->options);
    struct str folder;
    return job_find_pack(job, name, &folder) && pack_load_local(&job->pack, folder, &local, job->arena, &job->diags) &&
           intake_rules_load(&job->rules, &job->pack, job->arena, &job->diags);
}

/* ---- reading ---- */

/* effcheck.csv is how the files are read, never one of them. */
static void leave_out_tables(paths *files)
{
    size_t kept = 0;
    for (size_t i = 0; i < files->n; i++)
        if (!decisions_is_table(files->at[i])) files->at[kept++] = files->at[i];
    files->n = kept;
}

bool job_expand(struct job *job, const paths *names)
{
    bool files = expand(names, &job->files, job->arena, &job->diags), baseline = expand(&job->options->baseline, &job->baseline, job->arena, &job->diags);
    leave_out_tables(&job->files);
    leave_out_tables(&job->baseline);
    bool some = job->files.n || !files; /* all faults at once */
    if (!some) diag_add(&job->diags, (struct diag){.kind = DIAG_NO_MATCH, .value = names->at[0]});
    return files && baseline && some;
}

struct input *job_inputs(struct job *job, size_t *count)
{
    const enum command command = job->options->command;
    const bool amounts = command != COMMAND_CLASSIFY && command != COMMAND_EXPLAIN;
    size_t n = 0;
    struct str *all = arena_new_n(job->arena, struct str, job->files.n + job->baseline.n + 1);
    for (size_t i = 0; i < job->files.n; i++) all[n++] = job->files.at[i];
    for (size_t i = 0; i < job->baseline.n; i++) all[n++] = job->baseline.at[i];
    struct input *inputs = arena_new_n(job->arena, struct input, n + 1);
    if (!decisions_load(&job->decisions, all, n, job->arena, &job->diags)) return NULL;
    for (size_t i = 0; i < n; i++) {
        inputs[i] = (struct input){.path = all[i], .options = {.baseline = i >= job->files.n, .amounts_needed = amounts}};
        inputs[i].options.reading = decisions_for(&job->decisions, all[i], &job->options->reading, job->arena);
    }
    decisions_note_unused(&job->decisions, &job->diags);
    *count = n;
    return inputs;
}

static struct progress progress_of(const struct job *job, const struct input *inputs, size_t n)
{
    struct str *names = arena_new_n(job->arena, struct str, n + 1);
    for (size_t i = 0; i < n; i++) names[i] = inputs[i].path;
    return progress_begin(names, n, job->options->quiet, job->options->english);
}

/* Texts are read as two halves where each has two threads for itself, and is so long that more is saved than joining costs. */
static size_t halves_from(size_t files)
{
    enum { LONG_TEXT = 32 << 20 };
    return 2 * files <= (size_t)omp_get_num_threads() ? LONG_TEXT : 0;
}

/* Files are read in parallel and added in order: each is released before many others are in memory. */
bool job_read_files(struct job *job)
{
    size_t count = 0;
    struct input *inputs = job_inputs(job, &count);
    if (!inputs) return false;
    const int64_t n = (int64_t)count;
    struct progress progress = progress_of(job, inputs, count);
    ledger_begin(&job->ledger, job->arena, &job->diags);
    arena_keep_pages(true);
#pragma omp parallel for ordered schedule(dynamic, 1) num_threads(job->jobs)
    for (int64_t i = 0; i < n; i++) {
        struct intake intake = {.arena.out_of_memory = job->arena->out_of_memory};
        inputs[i].options.halves_from = halves_from(count);
        intake_read(&intake, &job->rules, inputs[i].path, inputs[i].options);
#pragma omp ordered
        {
            ledger_add(&job->ledger, &intake);
            progress_file(&progress, inputs[i].path, &job->ledger);
        }
        intake_release(&intake);
    }
    progress_end(&progress);
    arena_keep_pages(false);
    ledger_end(&job->ledger);
    return true;
}
