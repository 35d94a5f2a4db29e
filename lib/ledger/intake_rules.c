#include "intake_rows.h"

static struct str longest_code(const struct ruletable *chart)
{
    struct str longest = {0};
    for (size_t i = 0; i < chart->rows.n; i++) {
        struct str code = ruletable_cell(chart, &chart->rows.at[i], "code");
        if (code.n > longest.n) longest = code;
    }
    return longest;
}

bool intake_rules_load(struct intake_rules *rules, const struct pack *pack, struct arena *arena, struct diags *diags)
{
    *rules = (struct intake_rules){0};
    bool headers = header_names_load(&rules->headers, &pack->headers, arena, diags);
    bool schemes = account_schemes_load(&pack->schemes, arena, diags, &rules->outline.schemes);
    bool words = outline_words_load(&pack->row_words, arena, diags, &rules->outline);
    bool stages = stage_rules_load(&rules->stages, &pack->stages, arena, diags);
    rules->account_example = longest_code(&pack->chart);
    return headers && schemes && words && stages;
}

struct str intake_best_account(const struct account_schemes *schemes, struct str text, struct arena *arena)
{
    struct str best = {0};
    for (size_t i = 0; i < schemes->n; i++) {
        struct str canonical = account_canonical(arena, &schemes->at[i], text);
        if (canonical.n && str_eq(canonical, str_trim(text))) return canonical;
        if (canonical.n && !best.n) best = canonical;
    }
    for (size_t i = 0; i < schemes->n && !best.n; i++) {
        struct account account;
        struct str path;
        if (account_split(arena, &schemes->at[i], text, &path, &account)) best = account_text(arena, &schemes->at[i], &account);
    }
    return best;
}
