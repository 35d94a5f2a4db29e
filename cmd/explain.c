#include <string.h>

#include "effcheck/columns.h"
#include "effcheck/csv.h"
#include "effcheck/text.h"
#include "job.h"

static void print(struct str words)
{
    printf("  %.*s\n", STR_ARG(words));
}

static void print_heading(struct job *job, enum text_id heading)
{
    printf("\n%s\n", text(heading, job->options->english));
}

static void print_named(struct str name, struct str value)
{
    if (value.n) printf("  %.*s = %.*s\n", STR_ARG(name), STR_ARG(value));
}

/* "FILE:LINE" taken apart at its last colon. */
static bool parse_place(struct str word, struct str *path, uint32_t *row)
{
    size_t colon = word.n;
    while (colon && word.p[colon - 1] != ':') colon--;
    *row = 0;
    for (size_t i = colon; i < word.n; i++) {
        if (word.p[i] < '0' || word.p[i] > '9' || *row > 99999999) return false;
        *row = *row * 10 + (uint32_t)(word.p[i] - '0');
    }
    *path = str_sub(word, 0, colon ? colon - 1 : 0);
    return *row > 0 && path->n > 0;
}

/* ---- the record itself ---- */

static void print_cells(const struct columns *columns, const struct record *record, struct arena *scratch)
{
    for (size_t i = 0; i < record->n && i < columns->width; i++) {
        struct str name = columns->names[i];
        if (columns->role_of[i] >= 0) name = str_format(scratch, "%.*s [%s]", STR_ARG(name), role_name((enum role)columns->role_of[i]));
        print_named(name, record->cells[i]);
    }
}

struct wanted_row {
    const struct columns *columns;
    struct arena *scratch;
    uint32_t row;
};

static bool print_record(void *context, const struct record *record)
{
    const struct wanted_row *wanted = context;
    if (record->line == wanted->row) print_cells(wanted->columns, record, wanted->scratch);
    return record->line < wanted->row;
}

/* The cells of the row under the names of its table; false when the table has no header. */
static bool print_row(struct job *job, const struct table *table, struct str path, uint32_t row)
{
    struct arena *scratch = table->scratch;
    struct diags ignored = {.arena = scratch}; /* said when the file was read */
    const struct reading_options reading = decisions_for(&job->decisions, path, &job->options->reading, scratch);
    struct columns columns;
    struct str error;
    size_t chosen;
    bool found;
    if (!columns_find(&columns, &job->rules.headers, path, table, 1, &reading, 0, scratch, &ignored, &chosen, &found)) return false;
    print_heading(job, TEXT_EXPLAIN_COLUMNS);
    table_each(table, print_record, NULL, &(struct wanted_row){&columns, scratch, row}, &error);
    return true;
}

/* Reads the file once more, for the cells that a line does not keep. */
static void print_columns(struct job *job, struct str path, uint32_t row)
{
    struct arena scratch = {.out_of_memory = job->arena->out_of_memory};
    struct diags ignored = {.arena = &scratch};
    struct source source;
    if (source_open(&source, path, &scratch, &ignored)) {
        struct str error;
        struct xlsx *book = source.encoding == ENCODING_WORKBOOK ? xlsx_open(path.p, &scratch, &error) : NULL;
        struct table table = table_of_text(source.text, job->ledger.files.at[0].dialect, &scratch);
        if (source.encoding != ENCODING_WORKBOOK) print_row(job, &table, path, row);
        for (size_t i = 0; book && i < xlsx_sheet_count(book); i++) {
            table = table_of_sheet(book, i, &scratch);
            if (print_row(job, &table, path, row)) break; /* the first table, as FILE:ROW names no sheet */
        }
        if (book) xlsx_close(book);
        source_close(&source);
    }
    arena_release(&scratch);
}

/* ---- why ---- */

static struct str field_name(struct job *job, unsigned field)
{
    bool english = job->options->english;
    return text_str(field == FIELD_ACCOUNT_NAME ? TEXT_EXPLAIN_FIELD_ACCOUNT_NAME : field == FIELD_ACTIVITY ? TEXT_EXPLAIN_FIELD_ACTIVITY : TEXT_EXPLAIN_FIELD_TEXT,
                    english);
}

static struct str line_number(struct job *job, struct rule_place place)
{
    return str_format(job->arena, "%u", place.line);
}

static void print_fields(struct job *job, const struct rule_texts *texts)
{
    print_heading(job, TEXT_EXPLAIN_FIELDS);
    print_named(text_str(TEXT_EXPLAIN_FIELD_ACCOUNT, job->options->english), texts->account);
    for (unsigned i = 0; i < FIELD_COUNT; i++) print_named(field_name(job, 1u << i), str_fold(job->arena, texts->field[i]));
}

static void print_evidence(struct job *job, size_t rule, const struct rule_texts *texts)
{
    bool english = job->options->english;
    struct rule_evidence evidence = rule_evidence(&job->pack, rule, texts, job->arena);
    if (evidence.account.n) print(text_filled(job->arena, TEXT_EXPLAIN_ACCOUNT_MATCH, english, texts->account, evidence.account));
    if (evidence.activity.n)
        print(text_filled(job->arena, TEXT_EXPLAIN_ACTIVITY_MATCH, english, texts->activity_code, evidence.activity));
    for (enum phrase_use use = PHRASE_WORDS; use <= PHRASE_ALSO; use++)
        if (evidence.phrase[use].n)
            print(text_filled(job->arena, TEXT_EXPLAIN_PHRASE_MATCH, english, evidence.phrase[use], field_name(job, evidence.field[use])));
}

static void print_rule(struct job *job, const struct line *line, const struct rule_texts *texts)
{
    bool english = job->options->english;
    if (line->rule == NO_INDEX) {
        print(text_str(TEXT_EXPLAIN_NO_RULE, english));
        return;
    }
    const struct rule *rule = &job->pack.rules.at[line->rule];
    print(text_filled(job->arena, TEXT_EXPLAIN_RULE, english, rule->id, rule->place.file, line_number(job, rule->place)));
    print_evidence(job, line->rule, texts);
    if (rule->basis.n) print(text_filled(job->arena, TEXT_EXPLAIN_BASIS, english, rule->basis));
}

static void print_runner_up(struct job *job, const struct line *line)
{
    bool english = job->options->english;
    if (line->runner_up == NO_INDEX) {
        print(text_str(TEXT_EXPLAIN_NO_RUNNER_UP, english));
        return;
    }
    const struct rule *rule = &job->pack.rules.at[line->runner_up];
    print(text_filled(job->arena, TEXT_EXPLAIN_RUNNER_UP, english, rule->id, job->pack.classes.at[rule->class_index].id, rule->place.file,
                      line_number(job, rule->place)));
}

static void print_purposes(struct job *job, const struct rule_texts *texts)
{
    for (size_t i = 0; i < job->pack.rules.n; i++) {
        const struct rule *rule = &job->pack.rules.at[i];
        if (rule->purpose_index == NO_INDEX || !rule_valid(rule, job->audit.day) || !rule_evidence(&job->pack, i, texts, job->arena).holds) continue;
        print(text_filled(job->arena, TEXT_EXPLAIN_PURPOSE, job->options->english, job->pack.purposes.at[rule->purpose_index].id, rule->id,
                          rule->place.file, line_number(job, rule->place)));
        print_evidence(job, i, texts);
    }
}

/* Checks without a class or accounts look at every line; those of a policy only where it sets a number. */
static bool takes_part(const struct check *check, const struct line *line, struct str account)
{
    bool in_class = (check->classes >> line->class_index) & 1u, covered = account_covered(&check->accounts, account);
    if (check->by_policy && check->limit_index == NO_INDEX) return false;
    if (check->purpose_index != NO_INDEX && !((line->purposes >> check->purpose_index) & 1u)) return false;
    switch (check->kind) {
    case CHECK_ACCOUNT_SPELLING: return line->odd_account;
    case CHECK_PURPOSE_OUTSIDE: return !in_class && covered;
    case CHECK_SHIFT: return in_class || covered;
    case CHECK_INPUT_HEAVY: return in_class || (check->accounts.n && covered);
    default: return (!check->classes || in_class) && covered;
    }
}

static void print_checks(struct job *job, const struct line *line, struct str account)
{
    bool any = false, english = job->options->english;
    print_heading(job, TEXT_EXPLAIN_CHECKS);
    for (size_t i = 0; i < job->pack.checks.n; i++) {
        const struct check *check = &job->pack.checks.at[i];
        if (!takes_part(check, line, account)) continue;
        print(str_format(job->arena, "%.*s  %.*s", STR_ARG(check->id), STR_ARG(check->title[english])));
        any = true;
    }
    if (!any) print(text_str(TEXT_EXPLAIN_NO_CHECKS, english));
}

static void explain_line(struct job *job, const struct line *line)
{
    const struct class_info *class = &job->pack.classes.at[line->class_index];
    struct rule_texts texts = line_texts(&job->ledger, line);
    bool english = job->options->english;
    print_fields(job, &texts);
    print_heading(job, TEXT_EXPLAIN_DECISION);
    print(text_filled(job->arena, TEXT_EXPLAIN_CLASS, english, class->id, class->name[english]));
    print_rule(job, line, &texts);
    print_runner_up(job, line);
    print_purposes(job, &texts);
    print_checks(job, line, texts.account);
}

/* ---- finding the row ---- */

static bool explain_lines(struct job *job, uint32_t row)
{
    bool found = false;
    for (size_t i = 0; i < job->ledger.lines.n; i++) {
        const struct line *line = &job->ledger.lines.at[i];
        if (line->row != row || line->rejected) continue;
        explain_line(job, line);
        found = true;
    }
    return found;
}

/* The diagnostic that rejected the row is printed to stderr as always; this says that it is why. */
static bool explain_reject(struct job *job, uint32_t row)
{
    for (size_t i = 0; i < job->ledger.rejects.n; i++) {
        const struct reject *reject = &job->ledger.rejects.at[i];
        struct diag why = {.kind = reject->kind, .column = reject->column, .value = reject->value, .detail = reject->accepted};
        if (reject->row != row) continue;
        printf("\n");
        print(text_filled(job->arena, TEXT_EXPLAIN_REJECTED, job->options->english, diag_sentence(job->arena, &why, job->options->english)));
        return true;
    }
    return false;
}

/* Only what is said of this row matters here; the other messages belong to an audit. */
static void keep_messages_of(struct diags *diags, struct str path, uint32_t row)
{
    size_t kept = 0;
    for (size_t i = 0; i < diags->list.n; i++) {
        const struct diag *diag = &diags->list.at[i];
        if (diag->line == 0 || (diag->line == row && str_eq(diag->file, path))) diags->list.at[kept++] = *diag;
    }
    diags->list.n = kept;
}

enum exit_status run_explain(struct job *job)
{
    struct str word = job->options->files.at[0], path;
    uint32_t row;
    if (!parse_place(word, &path, &row)) {
        fprintf(stderr, "effcheck: \"%.*s\": FILE:BARIS / FILE:LINE\n", STR_ARG(word));
        return EXIT_USAGE;
    }
    path = str_copy(job->arena, path);
    *array_push(job->arena, &job->files) = path;
    if (!job_load_rules(job, (struct str){0}) || !job_read_files(job)) return job_finish(job);
    bool opened = job->ledger.files.at[0].opened;
    if (opened) job_classify(job);
    keep_messages_of(&job->diags, path, row);
    if (opened) {
        printf("%.*s\n", STR_ARG(word));
        print_columns(job, path, row);
        if (!explain_lines(job, row) && !explain_reject(job, row))
            diag_add(&job->diags, (struct diag){.kind = DIAG_ROW_NOT_A_LINE, .file = path, .value = str_format(job->arena, "%u", row)});
    }
    return job_finish(job);
}
