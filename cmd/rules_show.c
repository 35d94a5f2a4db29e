#include "effcheck/text.h"
#include "job.h"

/* "PD-01 · aturan · rules.csv:2" */
static void print_title(struct job *job, struct str id, enum text_id kind, struct rule_place place)
{
    printf("%.*s · %s · %.*s:%u\n", STR_ARG(id), text(kind, job->options->english), STR_ARG(place.file), place.line);
}

static void print_value(const char *name, size_t length, struct str value)
{
    printf("  %.*s: %.*s\n", (int)length, name, STR_ARG(value));
}

/* A cell; several examples stand under each other. */
static void print_cell(struct str column, struct str cell)
{
    size_t n = 0;
    while (n < cell.n && !str_starts(str_sub(cell, n, cell.n), S("||"))) n++;
    print_value(column.p, column.n, str_trim(str_sub(cell, 0, n)));
    if (n < cell.n) print_cell(column, str_sub(cell, n + 2, cell.n));
}

/* Every column that is filled; of a pair "title", "title_en" the one in the language asked for, where it is filled. */
static void print_row(struct job *job, struct rule_place place)
{
    for (size_t i = 0; i < place.row->file->columns.n; i++) {
        struct str column = place.row->file->columns.at[i], cell = place.row->cells[i];
        bool english = str_ends(column, S("_en"));
        struct str other = ruletable_cell(place.table, place.row, english ? "" : str_format(job->arena, "%.*s_en", STR_ARG(column)).p);
        bool hidden = job->options->english ? !english && other.n : english;
        if (cell.n && !hidden && !str_eq(column, S("id"))) print_cell(english ? str_sub(column, 0, column.n - 3) : column, cell);
    }
}

static void add_id(struct job *job, struct str *list, struct str id)
{
    *list = str_format(job->arena, "%.*s%s%.*s", STR_ARG(*list), list->n ? ", " : "", STR_ARG(id));
}

static void print_list(struct job *job, enum text_id name, struct str list)
{
    struct str label = text_str(name, job->options->english);
    if (list.n) print_value(label.p, label.n, list);
}

/* ---- the kinds of things that have an id ---- */

static bool show_rules(struct job *job, struct str id)
{
    bool found = false;
    for (size_t i = 0; i < job->pack.rules.n; i++) {
        const struct rule *rule = &job->pack.rules.at[i];
        if (!str_eq(rule->id, id)) continue;
        print_title(job, id, TEXT_SHOW_RULE, rule->place);
        print_row(job, rule->place);
        found = true;
    }
    return found;
}

static void show_check(struct job *job, const struct check *check)
{
    print_title(job, check->id, TEXT_SHOW_CHECK, check->place);
    print_list(job, TEXT_SHOW_FORMULA, check_formula(job->arena, &job->pack, check, job->options->english));
    print_row(job, check->place);
}

/* Rows for every class of a policy are known by their own id too, with and without a policy. */
static bool show_checks(struct job *job, struct str id)
{
    bool found = false;
    for (size_t i = 0; i < job->pack.checks.n; i++) {
        if (!str_eq(job->pack.checks.at[i].id, id)) continue;
        show_check(job, &job->pack.checks.at[i]);
        found = true;
    }
    for (size_t i = 0; i < job->pack.templates.n; i++) {
        if (!str_eq(job->pack.templates.at[i].id, id)) continue;
        show_check(job, &job->pack.templates.at[i]);
        found = true;
    }
    return found;
}

/* One check of the list: id, nature and severity, title; below it the formula and the legal basis. */
static void list_check(struct job *job, const struct check *check)
{
    bool english = job->options->english;
    struct str formula = check_formula(job->arena, &job->pack, check, english), title = check->title[english];
    struct str basis = check->basis.n ? check->basis : check->criteria[english];
    printf("%.*s · %s · %s · %.*s\n", STR_ARG(check->id), nature_id(check->nature), severity_id(check->severity), STR_ARG(title));
    print_list(job, TEXT_SHOW_FORMULA, formula);
    print_list(job, TEXT_SHOW_BASIS, basis);
}

static enum exit_status list_checks(struct job *job)
{
    for (size_t i = 0; i < job->pack.checks.n; i++) list_check(job, &job->pack.checks.at[i]);
    for (size_t i = 0; i < job->pack.templates.n; i++) list_check(job, &job->pack.templates.at[i]);
    return job_finish(job);
}

static struct str checks_of_class(struct job *job, uint16_t class_index)
{
    struct str list = {0};
    for (size_t i = 0; i < job->pack.checks.n; i++)
        if ((job->pack.checks.at[i].classes >> class_index) & 1u) add_id(job, &list, job->pack.checks.at[i].id);
    return list;
}

static struct str checks_of_purpose(struct job *job, uint16_t purpose_index)
{
    struct str list = {0};
    for (size_t i = 0; i < job->pack.checks.n; i++)
        if (job->pack.checks.at[i].purpose_index == purpose_index) add_id(job, &list, job->pack.checks.at[i].id);
    return list;
}

/* Rules of a class, or with class_index NO_INDEX of a purpose. */
static struct str rules_of(struct job *job, uint16_t class_index, uint16_t purpose_index)
{
    struct str list = {0};
    for (size_t i = 0; i < job->pack.rules.n; i++) {
        const struct rule *rule = &job->pack.rules.at[i];
        if (rule->class_index == class_index && rule->purpose_index == purpose_index) add_id(job, &list, rule->id);
    }
    return list;
}

static bool show_classes(struct job *job, struct str id)
{
    bool found = false;
    for (size_t i = 0; i < job->pack.classes.n; i++) {
        const struct class_info *info = &job->pack.classes.at[i];
        if (!str_eq(info->id, id)) continue;
        print_title(job, id, TEXT_SHOW_CLASS, info->place);
        print_row(job, info->place);
        print_list(job, TEXT_SHOW_RULES, rules_of(job, (uint16_t)i, NO_INDEX));
        print_list(job, TEXT_SHOW_CHECKS, checks_of_class(job, (uint16_t)i));
        found = true;
    }
    return found;
}

static bool show_purposes(struct job *job, struct str id)
{
    bool found = false;
    for (size_t i = 0; i < job->pack.purposes.n; i++) {
        const struct purpose_info *info = &job->pack.purposes.at[i];
        if (!str_eq(info->id, id)) continue;
        print_title(job, id, TEXT_SHOW_PURPOSE, info->place);
        print_row(job, info->place);
        print_list(job, TEXT_SHOW_RULES, rules_of(job, NO_INDEX, (uint16_t)i));
        print_list(job, TEXT_SHOW_CHECKS, checks_of_purpose(job, (uint16_t)i));
        found = true;
    }
    return found;
}

static bool show_limits(struct job *job, struct str id)
{
    bool found = false;
    for (size_t i = 0; i < job->pack.limits.n; i++) {
        const struct limit *limit = &job->pack.limits.at[i];
        struct str list = {0};
        if (!str_eq(limit->id, id)) continue;
        print_title(job, id, TEXT_SHOW_LIMIT, limit->place);
        print_row(job, limit->place);
        for (size_t k = 0; k < job->pack.checks.n; k++)
            if (job->pack.checks.at[k].limit_index == i) add_id(job, &list, job->pack.checks.at[k].id);
        print_list(job, TEXT_SHOW_CHECKS, list);
        found = true;
    }
    return found;
}

static bool show_areas(struct job *job, struct str id)
{
    bool found = false;
    for (size_t i = 0; i < job->pack.areas.n; i++) {
        const struct area *area = &job->pack.areas.at[i];
        if (!str_eq(area->id, id)) continue;
        print_title(job, id, TEXT_SHOW_AREA, area->place);
        print_row(job, area->place);
        found = true;
    }
    return found;
}

/* A class and a purpose may share an id: all that bear it are shown. Without an id all checks are listed. */
enum exit_status run_rules_show(struct job *job)
{
    if (!job_load_rules(job, (struct str){0})) return job_finish(job);
    if (!job->options->files.n) return list_checks(job);
    struct str id = job->options->files.at[0];
    bool rules = show_rules(job, id), checks = show_checks(job, id), classes = show_classes(job, id);
    bool limits = show_limits(job, id), purposes = show_purposes(job, id), areas = show_areas(job, id);
    if (!rules && !checks && !classes && !limits && !purposes && !areas)
        diag_add(&job->diags, (struct diag){.kind = DIAG_ID_UNKNOWN, .value = id, .detail = job->pack.id});
    return job_finish(job);
}
