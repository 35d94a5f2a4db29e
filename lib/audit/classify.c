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

enum { SET_WORDS = RULE_MAX / 64 };

struct rule_set {
    uint64_t w[SET_WORDS];
};

struct text_hit {
    uint16_t rule;
    uint8_t use;    /* enum phrase_use */
    uint8_t fields; /* FIELD_* in which it counts */
};

/* Hits of one text: [at, at + n) in the memory of the thread that found them. */
struct text_hits {
    const struct text_hit *at;
    uint32_t n;
};

struct classifier {
    struct audit *audit;
    size_t words;                       /* 64-bit words in use: only these are ever looked at */
    struct rule_set class_rules, purpose_rules, without_words, without_also;
    uint32_t *account_index;            /* text id of an account -> index in by_account, + 1 */
    ARRAY(uint32_t) accounts;           /* text ids of the accounts that occur */
    uint64_t *by_account;               /* sets of `words` words, one per distinct account */
    bool *used;                         /* by text id: a line refers to it as account name or activity */
    struct rule_set local;              /* rules that name sub kegiatan by code */
    struct rule_set *by_activity;       /* of those, the ones that cover each activity; NULL = there are none */
    struct text_hits *hits;             /* by text id, of those used */
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
        if (!rule->has_words) set_add(c->without_words.w, i);
        if (!rule->has_also) set_add(c->without_also.w, i);
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

/* What one thread works with: a buffer that text after text goes through, and the hits it keeps. */
struct worker {
    struct arena kept, passing;
    struct match_buffer buffer;
    rule_hits hits;
};

static void match_text(struct classifier *c, uint32_t id, struct worker *worker)
{
    worker->hits.n = 0;
    matcher_find(c->audit->pack->matcher, ledger_text(c->audit->ledger, id), &worker->hits, &worker->buffer);
    if (worker->hits.n == 0) return;
    struct text_hit *kept = arena_new_n(&worker->kept, struct text_hit, worker->hits.n);
    for (size_t i = 0; i < worker->hits.n; i++) {
        struct rule_hit hit = worker->hits.at[i];
        unsigned fields = hit.use == PHRASE_EXCEPT ? FIELD_ALL : c->audit->pack->rules.at[hit.rule].where;
        kept[i] = (struct text_hit){hit.rule, hit.use, (uint8_t)fields};
    }
    c->hits[id] = (struct text_hits){kept, (uint32_t)worker->hits.n};
}

/* Looks the names of accounts and activities up once. */
static void match_names(struct classifier *c, int jobs, struct worker *workers)
{
    const int64_t n = (int64_t)c->audit->ledger->texts.texts.n;
    c->hits = arena_new_n(c->scratch, struct text_hits, (size_t)n);
#pragma omp parallel for schedule(dynamic, 512) num_threads(jobs)
    for (int64_t id = 1; id < n; id++)
        if (c->used[id]) match_text(c, (uint32_t)id, &workers[omp_get_thread_num()]);
}

/* A text of a line is hardly ever that of another line, but its parts are: those the buffer remembers. */
static void add_text_hits(const struct classifier *c, uint32_t text, struct worker *worker, uint64_t found[PHRASE_USES][SET_WORDS])
{
    worker->hits.n = 0;
    matcher_find(c->audit->pack->matcher, ledger_text(c->audit->ledger, text), &worker->hits, &worker->buffer);
    for (size_t i = 0; i < worker->hits.n; i++) {
        struct rule_hit hit = worker->hits.at[i];
        if (hit.use == PHRASE_EXCEPT || (c->audit->pack->rules.at[hit.rule].where & FIELD_TEXT)) set_add(found[hit.use], hit.rule);
    }
}

static void add_hits(const struct classifier *c, uint32_t text, unsigned field, uint64_t found[PHRASE_USES][SET_WORDS])
{
    const struct text_hits *hits = &c->hits[text];
    for (uint32_t i = 0; i < hits->n; i++) {
        struct text_hit hit = hits->at[i];
        if (hit.fields & field) set_add(found[hit.use], hit.rule);
    }
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
    uint64_t found[PHRASE_USES][SET_WORDS];
    const uint64_t *account = &c->by_account[(c->account_index[line->account] - 1) * c->words];
    memcpy(found[PHRASE_WORDS], c->without_words.w, c->words * sizeof(uint64_t));
    memcpy(found[PHRASE_ALSO], c->without_also.w, c->words * sizeof(uint64_t));
    memset(found[PHRASE_EXCEPT], 0, c->words * sizeof(uint64_t));
    add_hits(c, line->account_name, FIELD_ACCOUNT_NAME, found);
    add_hits(c, c->audit->ledger->activities.at[line->activity].name, FIELD_ACTIVITY, found);
    add_text_hits(c, line->text, worker, found);
    line->class_index = pack->unclassified;
    line->rule = line->runner_up = NO_INDEX;
    line->purposes = 0;
    for (size_t w = 0; w < c->words; w++) {
        uint64_t all = account[w] & found[PHRASE_WORDS][w] & found[PHRASE_ALSO][w] & ~found[PHRASE_EXCEPT][w];
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
#pragma omp parallel for schedule(static) num_threads(jobs)
    for (int64_t i = 0; i < (int64_t)ledger->lines.n; i++) classify_line(c, &ledger->lines.at[i], &workers[omp_get_thread_num()]);
    for (size_t i = 0; i < ledger->history.n; i++) classify_line(c, &ledger->history.at[i], &workers[0]);
    for (int i = 0; i < jobs; i++) {
        arena_release(&workers[i].passing);
        arena_release(&workers[i].kept);
    }
    arena_release(&scratch);
}
