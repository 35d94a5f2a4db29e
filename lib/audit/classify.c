/*
 * One class a line, any number of purposes.
 *
 * A rule decides a line when its account prefixes cover the account, one of its words occurs where it looks, one of its further
 * words ("also") as well, and none of its exceptions anywhere; a row of a region's override table may name sub kegiatan too. Sets
 * of rules are bit sets in table order, so the deciding rule is the lowest bit: rules(account) & words & also & ~except. Accounts,
 * sub kegiatan and names are looked up once each, not once a line.
 */
#include <omp.h>
#include <string.h>

#include "effcheck/audit.h"
#include "effcheck/fetch.h"

enum { SET_WORDS = RULE_MAX / 64 };

struct rule_set {
    uint64_t w[SET_WORDS];
};

/* Sets of rules for each use of phrases, see matcher.h. */
struct marks {
    uint64_t w[PHRASE_USES * SET_WORDS];
};

struct classifier {
    struct audit *audit;
    size_t words;                       /* 64-bit words in use: only these are ever looked at */
    struct rule_set class_rules, purpose_rules;
    struct marks without;               /* rules that want no phrase for a use */
    struct marks look_in[FIELD_COUNT];  /* rules for which a phrase counts in a field, in the order of the FIELD_* bits */
    uint32_t *account_index;            /* text id of an account -> index in by_account, + 1 */
    ARRAY(uint32_t) accounts;           /* text ids of the accounts that occur */
    uint64_t *by_account;               /* sets of `words` words, one per distinct account */
    bool *used;                         /* by text id: a line refers to it as account name or activity */
    struct rule_set local;              /* rules that name sub kegiatan by code */
    struct rule_set *by_activity;       /* of those, the ones that cover each activity; NULL = there are none */
    const uint64_t **by_name;           /* marks by text id, of those used */
    struct arena *scratch;
};

static void set_add(uint64_t *set, size_t rule)
{
    set[rule / 64] |= UINT64_C(1) << (rule % 64);
}

static void compile_rules(struct classifier *c)
{
    const struct pack *pack = c->audit->pack;
    c->words = (pack->rules.n + 63) / 64;
    for (size_t i = 0; i < pack->rules.n; i++) {
        const struct rule *rule = &pack->rules.at[i];
        if (!rule_valid(rule, c->audit->day)) continue;
        set_add(rule->class_index != NO_INDEX ? c->class_rules.w : c->purpose_rules.w, i);
        if (!rule->has_words) marks_add(c->without.w, i, PHRASE_WORDS);
        if (!rule->has_also) marks_add(c->without.w, i, PHRASE_ALSO);
        for (unsigned field = 0; field < FIELD_COUNT; field++) {
            if (rule->where >> field & 1u) marks_add(c->look_in[field].w, i, PHRASE_WORDS);
            if (rule->where >> field & 1u) marks_add(c->look_in[field].w, i, PHRASE_ALSO);
            marks_add(c->look_in[field].w, i, PHRASE_EXCEPT);
        }
    }
}

/* Which accounts and texts occur at all. */
static void survey(struct classifier *c)
{
    const struct ledger *ledger = c->audit->ledger;
    c->account_index = arena_new_n(c->scratch, uint32_t, ledger->texts.texts.n);
    c->used = arena_new_n(c->scratch, bool, ledger->texts.texts.n);
    for (size_t i = 0; i < ledger->lines.n + ledger->history.n; i++) {
        const struct line *line = i < ledger->lines.n ? &ledger->lines.at[i] : &ledger->history.at[i - ledger->lines.n];
        c->used[line->account_name] = true;
        c->used[ledger->activities.at[line->activity].name] = true;
        uint32_t *index = &c->account_index[line->account];
        if (*index) continue;
        *array_push(c->scratch, &c->accounts) = line->account;
        *index = (uint32_t)c->accounts.n;
    }
}

/* Which rules cover each account. */
static void compile_accounts(struct classifier *c)
{
    const struct pack *pack = c->audit->pack;
    c->by_account = arena_new_n(c->scratch, uint64_t, c->accounts.n * c->words + 1);
    for (size_t a = 0; a < c->accounts.n; a++)
        for (size_t r = 0; r < pack->rules.n; r++)
            if (account_covered(&pack->rules.at[r].accounts, ledger_text(c->audit->ledger, c->accounts.at[a])))
                set_add(&c->by_account[a * c->words], r);
}

/* Rules that name sub kegiatan by code: few and only in a region's own table. */
static void compile_activities(struct classifier *c)
{
    const struct ledger *ledger = c->audit->ledger;
    const struct pack *pack = c->audit->pack;
    for (size_t r = 0; r < pack->rules.n; r++) {
        const account_prefixes *codes = &pack->rules.at[r].activities;
        if (!codes->n) continue;
        set_add(c->local.w, r);
        if (!c->by_activity) c->by_activity = arena_new_n(c->scratch, struct rule_set, ledger->activities.n + 1);
        for (size_t a = 0; a < ledger->activities.n; a++)
            if (account_covered(codes, ledger_text(ledger, ledger->activities.at[a].code))) set_add(c->by_activity[a].w, r);
    }
}

/* What one thread works with: a buffer that text after text goes through, and the marks it keeps. */
struct worker {
    struct arena kept, passing;
    struct match_buffer buffer;
    char apart[64]; /* so that no two threads write to one line of the cache */
};

/* Looks the names of accounts and activities up once. */
static void match_names(struct classifier *c, int jobs, struct worker *workers)
{
    const int64_t n = (int64_t)c->audit->ledger->texts.texts.n;
    c->by_name = arena_new_n(c->scratch, const uint64_t *, (size_t)n);
#pragma omp parallel for schedule(dynamic, 512) num_threads(jobs)
    for (int64_t id = 0; id < n; id++) {
        struct worker *worker = &workers[omp_get_thread_num()];
        if (!c->used[id]) continue;
        uint64_t *marks = arena_new_n(&worker->kept, uint64_t, marks_for(c->audit->pack->rules.n));
        matcher_mark(c->audit->pack->matcher, ledger_text(c->audit->ledger, (uint32_t)id), marks, &worker->buffer);
        c->by_name[id] = marks;
    }
}

/* What is marked in the three texts of a line. */
struct line_marks {
    const uint64_t *account_name, *activity;
    struct marks text;
};

/* A text of a line is hardly ever that of another line, but its parts are: those the buffer remembers. */
static void mark_line(const struct classifier *c, const struct line *line, struct worker *worker, struct line_marks *marks)
{
    marks->account_name = c->by_name[line->account_name];
    marks->activity = c->by_name[c->audit->ledger->activities.at[line->activity].name];
    memset(marks->text.w, 0, marks_for(c->audit->pack->rules.n) * sizeof *marks->text.w);
    matcher_mark(c->audit->pack->matcher, ledger_text(c->audit->ledger, line->text), marks->text.w, &worker->buffer);
}

/* Rules of a word of the set for which the line holds a phrase of this use, where they look for it. */
static uint64_t with_phrase(const struct classifier *c, const struct line_marks *marks, size_t word, enum phrase_use use)
{
    const size_t i = word * PHRASE_USES + use;
    const struct marks *look_in = c->look_in;
    return c->without.w[i] | (marks->account_name[i] & look_in[0].w[i]) | (marks->activity[i] & look_in[1].w[i]) | (marks->text.w[i] & look_in[2].w[i]);
}

static void decide(const struct classifier *c, struct line *line, size_t rule)
{
    uint16_t class_index = c->audit->pack->rules.at[rule].class_index;
    if (line->rule == NO_INDEX) {
        line->rule = (uint16_t)rule;
        line->class_index = class_index;
    } else if (line->runner_up == NO_INDEX && class_index != line->class_index) {
        line->runner_up = (uint16_t)rule;
    }
}

static void classify_line(const struct classifier *c, struct line *line, struct worker *worker)
{
    const struct pack *pack = c->audit->pack;
    const uint64_t *account = &c->by_account[(c->account_index[line->account] - 1) * c->words];
    struct line_marks marks;
    mark_line(c, line, worker, &marks);
    line->class_index = pack->unclassified;
    line->rule = line->runner_up = NO_INDEX;
    line->purposes = 0;
    for (size_t w = 0; w < c->words; w++) {
        uint64_t all = account[w] & with_phrase(c, &marks, w, PHRASE_WORDS) & with_phrase(c, &marks, w, PHRASE_ALSO) & ~with_phrase(c, &marks, w, PHRASE_EXCEPT);
        if (c->by_activity) all &= ~c->local.w[w] | c->by_activity[line->activity].w[w];
        for (uint64_t bits = all & c->class_rules.w[w]; bits; bits &= bits - 1) decide(c, line, w * 64 + (size_t)__builtin_ctzll(bits));
        for (uint64_t bits = all & c->purpose_rules.w[w]; bits; bits &= bits - 1)
            line->purposes |= UINT32_C(1) << pack->rules.at[w * 64 + (size_t)__builtin_ctzll(bits)].purpose_index;
    }
}

struct rule_texts line_texts(const struct ledger *ledger, const struct line *line)
{
    const struct activity *activity = &ledger->activities.at[line->activity];
    return (struct rule_texts){.account = ledger_text(ledger, line->account), .activity_code = ledger_text(ledger, activity->code),
                               .field = {ledger_text(ledger, line->account_name), ledger_text(ledger, activity->name),
                                         ledger_text(ledger, line->text)}};
}

static struct worker *new_workers(struct arena *scratch, int jobs)
{
    struct worker *workers = arena_new_n(scratch, struct worker, (size_t)jobs);
    for (int i = 0; i < jobs; i++) {
        workers[i].kept.out_of_memory = workers[i].passing.out_of_memory = scratch->out_of_memory;
        workers[i].buffer.arena = &workers[i].passing;
    }
    return workers;
}

/* Texts come from slow memory: those of a block of lines are read together. */
static void fetch_texts(const struct ledger *ledger, size_t from)
{
    const size_t to = from + FETCH_BLOCK < ledger->lines.n ? from + FETCH_BLOCK : ledger->lines.n;
    for (size_t i = from; i < to; i++) fetch(&ledger->texts.texts.at[ledger->lines.at[i].text]);
    for (size_t i = from; i < to; i++) fetch_text(ledger_text(ledger, ledger->lines.at[i].text));
}

void audit_classify(struct audit *audit, int jobs)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    struct classifier *c = arena_new(&scratch, struct classifier);
    struct worker *workers = new_workers(&scratch, jobs);
    struct ledger *ledger = audit->ledger;
    audit->jobs = jobs;
    *c = (struct classifier){.audit = audit, .scratch = &scratch};
    compile_rules(c);
    survey(c);
    compile_accounts(c);
    compile_activities(c);
    match_names(c, jobs, workers);
#pragma omp parallel for schedule(dynamic, 4096) num_threads(jobs)
    for (int64_t i = 0; i < (int64_t)ledger->lines.n; i++) {
        if (i % FETCH_BLOCK == 0) fetch_texts(ledger, (size_t)i);
        classify_line(c, &ledger->lines.at[i], &workers[omp_get_thread_num()]);
    }
    for (size_t i = 0; i < ledger->history.n; i++) classify_line(c, &ledger->history.at[i], &workers[0]);
    for (int i = 0; i < jobs; i++) {
        arena_release(&workers[i].passing);
        arena_release(&workers[i].kept);
    }
    arena_release(&scratch);
}
