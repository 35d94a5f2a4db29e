#include "effcheck/evidence.h"

static struct str covering_prefix(const account_prefixes *prefixes, struct str code)
{
    for (size_t i = 0; i < prefixes->n; i++) {
        account_prefixes one = {.at = &prefixes->at[i], .n = 1};
        if (!one.at->excluded && account_covered(&one, code)) return one.at->code;
    }
    return (struct str){0};
}

static void find_phrase(struct rule_evidence *evidence, const struct pack *pack, size_t rule, enum phrase_use use, const struct rule_texts *texts,
                        struct arena *scratch)
{
    unsigned where = use == PHRASE_EXCEPT ? FIELD_ALL : pack->rules.at[rule].where;
    for (unsigned i = 0; i < FIELD_COUNT && evidence->phrase[use].n == 0; i++) {
        if (!(where & (1u << i))) continue;
        evidence->phrase[use] = matcher_evidence(pack->matcher, texts->field[i], rule, use, scratch);
        evidence->field[use] = 1u << i;
    }
}

struct rule_evidence rule_evidence(const struct pack *pack, size_t index, const struct rule_texts *texts, struct arena *scratch)
{
    const struct rule *rule = &pack->rules.at[index];
    struct rule_evidence evidence = {.account = covering_prefix(&rule->accounts, texts->account),
                                     .activity = covering_prefix(&rule->activities, texts->activity_code)};
    if (rule->has_words) find_phrase(&evidence, pack, index, PHRASE_WORDS, texts, scratch);
    if (rule->has_also) find_phrase(&evidence, pack, index, PHRASE_ALSO, texts, scratch);
    if (rule->except.n) find_phrase(&evidence, pack, index, PHRASE_EXCEPT, texts, scratch);
    evidence.holds = account_covered(&rule->accounts, texts->account) && account_covered(&rule->activities, texts->activity_code) &&
                     (!rule->has_words || evidence.phrase[PHRASE_WORDS].n) && (!rule->has_also || evidence.phrase[PHRASE_ALSO].n) && evidence.phrase[PHRASE_EXCEPT].n == 0;
    return evidence;
}
