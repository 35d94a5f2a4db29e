#include "effcheck/rule_test.h"

#include <sys/stat.h>

enum sample_kind { SAMPLE_EXAMPLE, SAMPLE_COUNTEREXAMPLE, SAMPLE_CASE };

/* A line that the pack's authors wrote down, and what they expect of it. */
struct sample {
    enum sample_kind kind;
    uint16_t rule;                      /* example, counterexample */
    const struct ruletable_row *row;    /* case */
    struct str written;
    struct date day;
};

struct tester {
    const struct pack *pack;
    struct arena arena;
    struct ruletable cases;
    ARRAY(struct sample) samples;
    struct ledger ledger; /* lines as in samples */
    struct audit audit;
    struct rule_test *result;
    struct diags *failures;
};

/* ---- collecting ---- */

static void add_sample(struct tester *t, struct sample sample, const struct rule_texts *texts)
{
    struct pool *pool = &t->ledger.texts;
    struct line line = {.account = pool_id(pool, texts->account), .account_name = pool_id(pool, texts->field[0]),
                        .activity = (uint32_t)t->ledger.activities.n, .text = pool_id(pool, texts->field[2])};
    *array_push(&t->arena, &t->ledger.activities) = (struct activity){.name = pool_id(pool, texts->field[1])};
    *array_push(&t->arena, &t->ledger.lines) = line;
    *array_push(&t->arena, &t->samples) = sample;
}

static struct str without_last_dot(struct str account)
{
    while (account.n && account.p[account.n - 1] == '.') account.n--;
    return account;
}

/* "account | account name | sub kegiatan | uraian", the last with any number of bars. */
static struct rule_texts read_texts(struct str written)
{
    struct str cells[4] = {0};
    for (size_t i = 0; i < 3 && str_split(&written, '|', &cells[i]); i++) cells[i] = str_trim(cells[i]);
    cells[3] = str_trim(written);
    return (struct rule_texts){.account = without_last_dot(cells[0]), .field = {cells[1], cells[2], cells[3]}};
}

/* Cuts the next part up to "||" off *rest. */
static bool next_example(struct str *rest, struct str *example)
{
    size_t n = 0;
    if (rest->n == 0) return false;
    while (n < rest->n && !str_starts(str_sub(*rest, n, rest->n), S("||"))) n++;
    *example = str_trim(str_sub(*rest, 0, n));
    *rest = str_sub(*rest, n + 2, rest->n);
    return true;
}

static void collect_examples(struct tester *t, uint16_t index, struct str cell, enum sample_kind kind)
{
    const struct rule *rule = &t->pack->rules.at[index];
    struct sample sample = {.kind = kind, .rule = index, .day = pack_day(t->pack, (struct date){0})};
    if (!rule_valid(rule, sample.day)) sample.day = rule->valid_until.year ? rule->valid_until : rule->valid_from;
    while (next_example(&cell, &sample.written)) {
        struct rule_texts texts = read_texts(sample.written);
        if (sample.written.n) add_sample(t, sample, &texts);
    }
}

static void collect_cases(struct tester *t)
{
    for (size_t i = 0; i < t->cases.rows.n; i++) {
        const struct ruletable_row *row = &t->cases.rows.at[i];
        struct rule_texts texts = {.account = without_last_dot(str_trim(ruletable_cell(&t->cases, row, "account"))),
                                   .field = {ruletable_cell(&t->cases, row, "rekening"), ruletable_cell(&t->cases, row, "sub_kegiatan"),
                                             ruletable_cell(&t->cases, row, "uraian")}};
        add_sample(t, (struct sample){.kind = SAMPLE_CASE, .row = row, .day = pack_day(t->pack, (struct date){0})}, &texts);
    }
}

static bool load_cases(struct tester *t, struct diags *diags)
{
    struct str path = str_format(&t->arena, "%.*s/cases.csv", STR_ARG(t->pack->folder));
    struct stat status;
    if (stat(path.p, &status) != 0) return true; /* a pack may have none */
    return ruletable_load(&t->cases, path, "account rekening sub_kegiatan uraian class rule purposes", &t->arena, diags);
}

/* ---- judging ---- */

static struct str rule_id(const struct tester *t, uint16_t rule)
{
    return rule == NO_INDEX ? S("-") : t->pack->rules.at[rule].id;
}

static struct str purposes_of(struct tester *t, const struct line *line)
{
    struct str list = {0};
    for (size_t i = 0; i < t->pack->purposes.n; i++)
        if (line->purposes >> i & 1u)
            list = str_format(&t->arena, "%.*s%s%.*s", STR_ARG(list), list.n ? ";" : "", STR_ARG(t->pack->purposes.at[i].id));
    return list.n ? list : S("-");
}

static bool judge_cell(struct tester *t, const struct sample *sample, const char *column, struct str got)
{
    struct str wanted = ruletable_cell(&t->cases, sample->row, column);
    if (wanted.n == 0 || str_eq(wanted, got)) return true;
    diag_add(t->failures, ruletable_diag(&t->cases, sample->row, column, DIAG_TEST_CASE, wanted, got));
    return false;
}

static bool judge_case(struct tester *t, const struct sample *sample, const struct line *line)
{
    bool class = judge_cell(t, sample, "class", t->pack->classes.at[line->class_index].id);
    bool rule = judge_cell(t, sample, "rule", rule_id(t, line->rule));
    bool purposes = judge_cell(t, sample, "purposes", purposes_of(t, line));
    if (line->rule != NO_INDEX) t->result->used[line->rule] = true;
    return class && rule && purposes;
}

/* What came of an example: the class and the rule that gave it, or the purposes; and what this rule saw. */
static struct str outcome(struct tester *t, const struct rule *rule, const struct line *line, const struct rule_evidence *evidence)
{
    struct str got = purposes_of(t, line);
    if (rule->class_index != NO_INDEX)
        got = str_format(&t->arena, "%.*s (%.*s)", STR_ARG(t->pack->classes.at[line->class_index].id), STR_ARG(rule_id(t, line->rule)));
    for (enum phrase_use use = PHRASE_WORDS; use < PHRASE_USES; use++)
        if (evidence->phrase[use].n)
            got = str_format(&t->arena, "%.*s; %s: %.*s", STR_ARG(got), use == PHRASE_WORDS ? "words" : use == PHRASE_ALSO ? "also" : "except",
                             STR_ARG(evidence->phrase[use]));
    return got;
}

static bool judge_example(struct tester *t, const struct sample *sample, const struct line *line)
{
    const struct rule *rule = &t->pack->rules.at[sample->rule];
    bool wanted = sample->kind == SAMPLE_EXAMPLE;
    struct rule_texts texts = line_texts(&t->ledger, line);
    struct rule_evidence evidence = rule_evidence(t->pack, sample->rule, &texts, &t->arena);
    bool decided = rule->class_index != NO_INDEX ? line->rule == sample->rule : evidence.holds;
    if (decided) t->result->used[sample->rule] = true;
    if (decided == wanted) return true;
    diag_add(t->failures, ruletable_diag(rule->place.table, rule->place.row, wanted ? "example" : "counterexample",
                                         wanted ? DIAG_TEST_EXAMPLE : DIAG_TEST_COUNTEREXAMPLE, sample->written,
                                         outcome(t, rule, line, &evidence)));
    return false;
}

static void judge_day(struct tester *t, struct date day)
{
    t->audit.day = day;
    audit_classify(&t->audit, 1);
    for (size_t i = 0; i < t->samples.n; i++) {
        const struct sample *sample = &t->samples.at[i];
        const struct line *line = &t->ledger.lines.at[i];
        if (date_cmp(sample->day, day) != 0) continue;
        bool good = sample->kind == SAMPLE_CASE ? judge_case(t, sample, line) : judge_example(t, sample, line);
        ++*(good ? &t->result->passed : &t->result->failed);
    }
}

/* Every day that some sample is to be judged on, once. */
static void judge(struct tester *t)
{
    audit_init(&t->audit, t->pack, &t->ledger, &t->arena);
    for (size_t i = 0; i < t->samples.n; i++) {
        bool done = false;
        for (size_t k = 0; k < i && !done; k++) done = date_cmp(t->samples.at[k].day, t->samples.at[i].day) == 0;
        if (!done) judge_day(t, t->samples.at[i].day);
    }
}

bool rule_test(const struct pack *pack, struct rule_test *test, struct diags *failures, struct diags *diags)
{
    struct tester t = {.pack = pack, .arena.out_of_memory = pack->arena->out_of_memory, .result = test, .failures = failures};
    *test = (struct rule_test){.used = arena_new_n(pack->arena, bool, pack->rules.n + 1)};
    bool good = load_cases(&t, diags);
    pool_init(&t.ledger.texts, &t.arena);
    *array_push(&t.arena, &t.ledger.activities) = (struct activity){0};
    for (uint16_t i = 0; i < pack->rules.n; i++) {
        collect_examples(&t, i, pack->rules.at[i].example, SAMPLE_EXAMPLE);
        collect_examples(&t, i, pack->rules.at[i].counterexample, SAMPLE_COUNTEREXAMPLE);
    }
    collect_cases(&t);
    judge(&t);
    for (size_t i = pack->overrides.applied; i < pack->rules.n; i++) test->used_count += test->used[i];
    arena_release(&t.arena);
    return good;
}
