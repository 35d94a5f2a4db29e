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

static const enum text_id FORMULAS[CHECK_KIND_COUNT] = {
    [CHECK_CUT] = TEXT_FORMULA_CUT, [CHECK_NEW_ACTIVITY] = TEXT_FORMULA_NEW_ACTIVITY, [CHECK_SPENT_OVER_LIMIT] = TEXT_FORMULA_SPENT_OVER_LIMIT,
    [CHECK_SPENT_OVER_BUDGET] = TEXT_FORMULA_SPENT_OVER_BUDGET, [CHECK_TREND] = TEXT_FORMULA_TREND, [CHECK_NO_BASELINE] = TEXT_FORMULA_NO_BASELINE,
    [CHECK_RECONCILE] = TEXT_FORMULA_RECONCILE, [CHECK_CONTROL] = TEXT_FORMULA_CONTROL, [CHECK_EXCLUDED_ROWS] = TEXT_FORMULA_EXCLUDED_ROWS,
    [CHECK_ACCOUNT_SPELLING] = TEXT_FORMULA_ACCOUNT_SPELLING, [CHECK_ACCOUNT_SHARE] = TEXT_FORMULA_ACCOUNT_SHARE,
    [CHECK_PARAMETERS] = TEXT_FORMULA_PARAMETERS, [CHECK_PROJECTION] = TEXT_FORMULA_PROJECTION, [CHECK_PRESENCE] = TEXT_FORMULA_PRESENCE,
    [CHECK_SHARE_OF_CLASS] = TEXT_FORMULA_SHARE_OF_CLASS, [CHECK_PURPOSE_LIST] = TEXT_FORMULA_PURPOSE_LIST,
    [CHECK_PURPOSE_OUTSIDE] = TEXT_FORMULA_PURPOSE_OUTSIDE, [CHECK_SHIFT] = TEXT_FORMULA_SHIFT, [CHECK_INPUT_HEAVY] = TEXT_FORMULA_INPUT_HEAVY,
    [CHECK_DESTINATION] = TEXT_FORMULA_DESTINATION, [CHECK_BALANCE] = TEXT_FORMULA_BALANCE, [CHECK_UNEVEN_CUT] = TEXT_FORMULA_UNEVEN_CUT,
    [CHECK_NUMBER_FORMAT] = TEXT_FORMULA_NUMBER_FORMAT, [CHECK_ODD_AMOUNTS] = TEXT_FORMULA_ODD_AMOUNTS,
    [CHECK_UNIT_NAMES] = TEXT_FORMULA_UNIT_NAMES, [CHECK_ENCODINGS] = TEXT_FORMULA_ENCODINGS, [CHECK_DECIDED_BY] = TEXT_FORMULA_DECIDED_BY,
};

static bool show_checks(struct job *job, struct str id)
{
    bool found = false;
    for (size_t i = 0; i < job->pack.checks.n; i++) {
        const struct check *check = &job->pack.checks.at[i];
        if (!str_eq(check->id, id)) continue;
        print_title(job, id, TEXT_SHOW_CHECK, check->place);
        print_list(job, TEXT_SHOW_FORMULA, text_str(FORMULAS[check->kind], job->options->english));
        print_row(job, check->place);
        found = true;
    }
    return found;
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

/* A class and a purpose may share an id: all that bear it are shown. */
enum exit_status run_rules_show(struct job *job)
{
    struct str id = job->options->files.at[0];
    if (!job_load_rules(job, (struct str){0})) return job_finish(job);
    bool rules = show_rules(job, id), checks = show_checks(job, id), classes = show_classes(job, id);
    bool limits = show_limits(job, id), purposes = show_purposes(job, id), areas = show_areas(job, id);
    if (!rules && !checks && !classes && !limits && !purposes && !areas)
        diag_add(&job->diags, (struct diag){.kind = DIAG_ID_UNKNOWN, .value = id, .detail = job->pack.id});
    return job_finish(job);
}
