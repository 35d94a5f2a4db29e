#include "run.h"

#include <errno.h>
#include <omp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "effcheck/audit.h"
#include "effcheck/intake.h"
#include "effcheck/report.h"
#include "expand.h"

struct job {
    const struct options *options;
    struct arena *arena;
    struct diags diags;
    struct pack pack;
    struct intake_rules rules;
    struct ledger ledger;
    struct audit audit;
    struct run_options facts;
    int jobs;
};

/* ---- rule packs ---- */

static bool exists(struct str path)
{
    struct stat status;
    return stat(path.p, &status) == 0;
}

static struct str folder_of(struct str path)
{
    while (path.n && path.p[path.n - 1] != '/' && path.p[path.n - 1] != '\\') path.n--;
    return path;
}

/* Looks for `file` in a folder as given, in EFFCHECK_RULES, beside the program, in ./rules, where packs are installed and in the source
 * tree (build/PRESET/bin). The path up to and including `name`; empty when it is nowhere, *seen then names the places. */
static struct str find_in_rules(struct job *job, const char *program, struct str name, const char *file, struct str *seen)
{
    struct arena *arena = job->arena;
    struct str beside = folder_of(str_from(program));
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
static struct str default_pack(struct job *job, const char *program, struct str *seen)
{
    struct ruletable table;
    struct str root = find_in_rules(job, program, (struct str){0}, "default.csv", seen);
    if (!root.n || !ruletable_load(&table, str_format(job->arena, "%.*sdefault.csv", STR_ARG(root)), "pack", job->arena, &job->diags)) return root;
    return table.rows.n ? ruletable_cell(&table, &table.rows.at[0], "pack") : (struct str){0};
}

static bool find_pack(struct job *job, const char *program, struct str *folder)
{
    struct str seen = {0}, name = job->options->rules;
    if (name.n == 0) name = default_pack(job, program, &seen);
    if (name.n) *folder = find_in_rules(job, program, name, "pack.csv", &seen);
    if (name.n && folder->n) return true;
    diag_add(&job->diags, (struct diag){.kind = DIAG_PACK_MISSING, .value = name.n ? name : S("default.csv"), .detail = seen});
    return false;
}

static bool load_rules(struct job *job, const char *program)
{
    struct str folder;
    return find_pack(job, program, &folder) && pack_load(&job->pack, folder, job->arena, &job->diags) &&
           intake_rules_load(&job->rules, &job->pack, job->arena, &job->diags);
}

/* ---- reading ---- */

/* Files are read in parallel and added in order: each is released before many others are in memory. */
static void read_files(struct job *job, const paths *files, const paths *baseline)
{
    const int64_t n = (int64_t)(files->n + baseline->n);
    const bool classify = job->options->command == COMMAND_CLASSIFY;
    ledger_begin(&job->ledger, job->arena, &job->diags);
#pragma omp parallel for ordered schedule(dynamic, 1) num_threads(job->jobs)
    for (int64_t i = 0; i < n; i++) {
        bool is_baseline = (size_t)i >= files->n;
        struct str path = is_baseline ? baseline->at[(size_t)i - files->n] : files->at[i];
        struct intake intake = {.arena.out_of_memory = job->arena->out_of_memory};
        intake_read(&intake, &job->rules, path, (struct intake_options){.baseline = is_baseline, .amounts_needed = !classify});
#pragma omp ordered
        ledger_add(&job->ledger, &intake);
        intake_release(&intake);
    }
    ledger_end(&job->ledger);
}

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

static struct str stated_region(const struct ledger *ledger)
{
    for (size_t i = 0; i < ledger->files.n; i++)
        if (ledger->files.at[i].region.n) return ledger->files.at[i].region;
    return (struct str){0};
}

static struct date report_date(const struct options *options)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (options->date.year) return options->date;
    return date_from_unix(epoch && *epoch ? strtoll(epoch, NULL, 10) : (int64_t)time(NULL));
}

static void set_facts(struct job *job)
{
    const struct options *o = job->options;
    job->facts = (struct run_options){.region = o->region.n ? o->region : stated_region(&job->ledger), .period = o->period, .date = report_date(o),
                                      .year = o->year, .what_if = o->what_if, .english = o->english, .version = S(EFFCHECK_VERSION)};
}

/* ---- writing ---- */

static bool fail_output(struct job *job, struct str path, const char *why)
{
    diag_add(&job->diags, (struct diag){.kind = DIAG_OUTPUT_OPEN, .file = path, .detail = str_from(why)});
    return false;
}

static bool write_json(struct job *job)
{
    struct str path = job->options->json;
    if (!str_eq(path, S("-"))) return report_json_file(&job->audit, &job->facts, path, &job->diags);
    return report_json(stdout, &job->audit, &job->facts) || fail_output(job, path, strerror(errno));
}

static void print_diags(const struct job *job)
{
    enum diag_level least = job->options->quiet ? DIAG_ERROR : job->options->verbose ? DIAG_INFO : DIAG_WARNING;
    for (size_t i = 0; i < job->diags.list.n; i++)
        if (diag_level(job->diags.list.at[i].kind) >= least) diag_print(stderr, &job->diags.list.at[i], job->options->english);
}

static enum exit_status finish(struct job *job)
{
    enum exit_status status = diag_status(&job->diags);
    for (size_t i = 0; status == EXIT_CLEAN && i < job->audit.findings.n; i++)
        if (job->audit.findings.at[i].severity > SEVERITY_INFO) status = EXIT_FINDINGS;
    print_diags(job);
    return status;
}

static void classify(struct job *job)
{
    set_facts(job);
    audit_init(&job->audit, &job->pack, &job->ledger, job->arena);
    job->audit.period = job->facts.period;
    audit_classify(&job->audit, job->jobs);
}

/* A report on nothing would read like a clean one: the old report stays. */
static bool anything_read(struct job *job)
{
    for (size_t i = 0; i < job->ledger.files.n; i++)
        if (job->ledger.files.at[i].opened) return true;
    diag_add(&job->diags, (struct diag){.kind = DIAG_NOTHING_READ});
    return false;
}

static bool write_workbook(struct job *job)
{
    struct diags errors = {.arena = job->arena};
    bool written = report_workbook(&job->audit, &job->facts, &job->diags, job->options->output, &errors);
    diag_merge(&job->diags, &errors);
    return written;
}

static enum exit_status run_audit(struct job *job)
{
    const struct options *o = job->options;
    if (!check_years(job)) return finish(job);
    classify(job);
    if (!audit_totals(&job->audit, &job->diags)) return finish(job);
    audit_checks(&job->audit);
    bool read = anything_read(job), written = read && write_workbook(job);
    if (o->json.n && (written || !read)) write_json(job);
    enum exit_status status = finish(job);
    if (written && !o->quiet && !str_eq(o->json, S("-"))) report_summary(stdout, &job->audit, &job->facts, o->output);
    return status;
}

static enum exit_status run_classify(struct job *job)
{
    classify(job);
    bool good = report_classified_csv(stdout, &job->audit) && fflush(stdout) == 0;
    if (!good) fail_output(job, S("stdout"), strerror(errno));
    return finish(job);
}

static bool same_file(struct str a, struct str b)
{
    struct stat x, y;
    return stat(a.p, &x) == 0 && stat(b.p, &y) == 0 && S_ISREG(x.st_mode) && x.st_dev == y.st_dev && x.st_ino == y.st_ino && x.st_ino != 0;
}

/* An output that names an input would replace the evidence by the report. */
static bool outputs_are_free(struct job *job, const paths *files)
{
    bool good = true;
    const struct str outputs[] = {job->options->output, job->options->json};
    if (job->options->command != COMMAND_AUDIT) return true;
    for (size_t o = 0; o < sizeof outputs / sizeof *outputs; o++)
        for (size_t i = 0; outputs[o].n && i < files->n; i++) {
            if (!same_file(outputs[o], files->at[i])) continue;
            diag_add(&job->diags, (struct diag){.kind = DIAG_OUTPUT_IS_INPUT, .file = outputs[o]});
            good = false;
        }
    return good;
}

enum exit_status run(const struct options *options, const char *program, struct arena *arena)
{
    struct job *job = arena_new(arena, struct job);
    paths files = {0}, baseline = {0};
    job->options = options;
    job->arena = arena;
    job->diags.arena = arena;
    job->jobs = options->jobs ? options->jobs : omp_get_num_procs();
    bool matched = expand(&options->files, &files, arena, &job->diags);
    bool matched_baseline = expand(&options->baseline, &baseline, arena, &job->diags); /* both: all faults at once */
    bool free = outputs_are_free(job, &files) && outputs_are_free(job, &baseline);
    if (!matched || !matched_baseline || !free || !load_rules(job, program)) return finish(job);
    read_files(job, &files, &baseline);
    enum exit_status status = options->command == COMMAND_CLASSIFY ? run_classify(job) : run_audit(job);
    ledger_release(&job->ledger);
    return status;
}
