/*
 * One class a line, any number of purposes.
 *
 * A rule decides a line when its account prefixes cover the account, one of its words occurs where it looks, one of its further
 * words ("also") as well, and none of its exceptions anywhere; a row of a region's override table may name sub kegiatan too. Sets of rules are bit sets in table order, so the deciding rule is
 * the lowest bit: rules(account) & words & also & ~except. Accounts and texts are looked up once each, not once a line.
 */
#include <omp.h>
#include <string.h>

#include "effcheck/audit.h"

enum { SET_WORDS = RULE_MAX / 64 };

struct rule_set {
    uint64_t w[SET_WORDS];
};

/* Hits of one text: [from, from + n) in the list of its chunk. */
struct text_hits {
    const struct rule_hit *at;
    uint32_t n;
};

struct classifier {
    struct audit *audit;
    size_t words;                       /* 64-bit words in use */
    struct rule_set class_rules, purpose_rules, without_words, without_also;
    struct rule_set looks_in[FIELD_COUNT];
    struct rule_set local;              /* rules that name sub kegiatan by code */
    struct rule_set *by_activity;       /* of those, the ones that cover each activity; NULL = there are none */
    struct rule_set *by_account;        /* one per distinct account */
    uint32_t *account_index;            /* text id of an account -> index in by_account */
    struct text_hits *hits;             /* by text id */
    struct arena *scratch;
};

static void set_add(struct rule_set *set, size_t rule)
{
    set->w[rule / 64] |= UINT64_C(1) << (rule % 64);
}

static void compile_rules(struct classifier *c)
{
    const struct pack *pack = c->audit->pack;
    c->words = (pack->rules.n + 63) / 64;
    for (size_t i = 0; i < pack->rules.n; i++) {
        const struct rule *rule = &pack->rules.at[i];
        set_add(rule->class_index != NO_INDEX ? &c->class_rules : &c->purpose_rules, i);
        if (!rule->has_words) set_add(&c->without_words, i);
        if (!rule->has_also) set_add(&c->without_also, i);
        for (unsigned f = 0; f < FIELD_COUNT; f++)
            if (rule->where & (1u << f)) set_add(&c->looks_in[f], i);
    }
}

/* Which rules cover each account that occurs. */
static void compile_accounts(struct classifier *c)
{
    const struct ledger *ledger = c->audit->ledger;
    const struct pack *pack = c->audit->pack;
    c->account_index = arena_new_n(c->scratch, uint32_t, ledger->texts.texts.n);
    ARRAY(uint32_t) accounts = {0};
    for (size_t i = 0; i < ledger->lines.n; i++) {
        uint32_t *index = &c->account_index[ledger->lines.at[i].account];
        if (*index) continue;
        *array_push(c->scratch, &accounts) = ledger->lines.at[i].account;
        *index = (uint32_t)accounts.n;
    }
    c->by_account = arena_new_n(c->scratch, struct rule_set, accounts.n + 1);
    for (size_t a = 0; a < accounts.n; a++)
        for (size_t r = 0; r < pack->rules.n; r++)
            if (account_covered(&pack->rules.at[r].accounts, ledger_text(ledger, accounts.at[a]))) set_add(&c->by_account[a], r);
}

/* Rules that name sub kegiatan by code: few and only in a region's own table. */
static void compile_activities(struct classifier *c)
{
    const struct ledger *ledger = c->audit->ledger;
    const struct pack *pack = c->audit->pack;
    for (size_t r = 0; r < pack->rules.n; r++) {
        const account_prefixes *codes = &pack->rules.at[r].activities;
        if (!codes->n) continue;
        set_add(&c->local, r);
        if (!c->by_activity) c->by_activity = arena_new_n(c->scratch, struct rule_set, ledger->activities.n + 1);
        for (size_t a = 0; a < ledger->activities.n; a++)
            if (account_covered(codes, ledger_text(ledger, ledger->activities.at[a].code))) set_add(&c->by_activity[a], r);
    }
}

/* Text ids that lines refer to as account name, activity or text. */
static bool *used_texts(struct classifier *c)
{
    const struct ledger *ledger = c->audit->ledger;
    bool *used = arena_new_n(c->scratch, bool, ledger->texts.texts.n);
    for (size_t i = 0; i < ledger->lines.n; i++) {
        const struct line *line = &ledger->lines.at[i];
        used[line->account_name] = used[line->text] = true;
        used[ledger->activities.at[line->activity].name] = true;
    }
    return used;
}

/* Looks every text up once; each thread keeps its hits in an arena of its own. */
static void match_texts(struct classifier *c, int jobs, struct arena *arenas)
{
    const struct ledger *ledger = c->audit->ledger;
    const bool *used = used_texts(c);
    const int64_t n = (int64_t)ledger->texts.texts.n;
    c->hits = arena_new_n(c->scratch, struct text_hits, (size_t)n);
#pragma omp parallel for schedule(dynamic, 512) num_threads(jobs)
    for (int64_t id = 1; id < n; id++) {
        struct arena *arena = &arenas[omp_get_thread_num()], folded = {.out_of_memory = arena->out_of_memory};
        rule_hits hits = {0};
        if (!used[id]) continue;
        matcher_find(c->audit->pack->matcher, ledger_text(ledger, (uint32_t)id), &hits, &folded);
        if (hits.n) {
            struct rule_hit *kept = arena_new_n(arena, struct rule_hit, hits.n);
            memcpy(kept, hits.at, hits.n * sizeof *kept);
            c->hits[id] = (struct text_hits){kept, (uint32_t)hits.n};
        }
        arena_release(&folded);
    }
}

static void add_hits(const struct classifier *c, uint32_t text, unsigned field, struct rule_set found[PHRASE_USES])
{
    const struct text_hits *hits = &c->hits[text];
    for (uint32_t i = 0; i < hits->n; i++) {
        size_t rule = hits->at[i].rule;
        bool looks = (c->looks_in[field].w[rule / 64] >> (rule % 64)) & 1u;
        if (looks || hits->at[i].use == PHRASE_EXCEPT) set_add(&found[hits->at[i].use], rule);
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

static void classify_line(const struct classifier *c, struct line *line)
{
    const struct pack *pack = c->audit->pack;
    struct rule_set found[PHRASE_USES] = {[PHRASE_WORDS] = c->without_words, [PHRASE_ALSO] = c->without_also};
    const struct rule_set *account = &c->by_account[c->account_index[line->account] - 1];
    add_hits(c, line->account_name, 0, found);
    add_hits(c, c->audit->ledger->activities.at[line->activity].name, 1, found);
    add_hits(c, line->text, 2, found);
    line->class_index = pack->unclassified;
    line->rule = line->runner_up = NO_INDEX;
    line->purposes = 0;
    for (size_t w = 0; w < c->words; w++) {
        uint64_t all = account->w[w] & found[PHRASE_WORDS].w[w] & found[PHRASE_ALSO].w[w] & ~found[PHRASE_EXCEPT].w[w];
        if (c->by_activity) all &= ~c->local.w[w] | c->by_activity[line->activity].w[w];
        for (uint64_t bits = all & c->class_rules.w[w]; bits; bits &= bits - 1) decide(c, line, w * 64 + (size_t)__builtin_ctzll(bits));
        for (uint64_t bits = all & c->purpose_rules.w[w]; bits; bits &= bits - 1)
            line->purposes |= UINT32_C(1) << pack->rules.at[w * 64 + (size_t)__builtin_ctzll(bits)].purpose_index;
    }
}

void audit_classify(struct audit *audit, int jobs)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    struct classifier *c = arena_new(&scratch, struct classifier);
    struct arena *arenas = arena_new_n(&scratch, struct arena, (size_t)jobs);
    struct ledger *ledger = audit->ledger;
    *c = (struct classifier){.audit = audit, .scratch = &scratch};
    for (int i = 0; i < jobs; i++) arenas[i].out_of_memory = audit->arena->out_of_memory;
    compile_rules(c);
    compile_accounts(c);
    compile_activities(c);
    match_texts(c, jobs, arenas);
#pragma omp parallel for schedule(static) num_threads(jobs)
    for (int64_t i = 0; i < (int64_t)ledger->lines.n; i++) classify_line(c, &ledger->lines.at[i]);
    for (int i = 0; i < jobs; i++) arena_release(&arenas[i]);
    arena_release(&scratch);
}
