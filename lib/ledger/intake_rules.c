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
    not_lines_load(&rules->not_lines, &pack->not_lines, arena);
    bool words = outline_words_load(&pack->row_words, arena, diags, &rules->outline);
    bool stages = stage_rules_load(&rules->stages, &pack->stages, arena, diags);
    rules->account_example = longest_code(&pack->chart);
    return headers && schemes && words && stages;
}

/* How many levels of `text` are written just as the canonical code writes them. */
static size_t same_levels(struct str text, struct str canonical)
{
    struct str a, b;
    size_t n = 0;
    while (str_split(&text, '.', &a) && str_split(&canonical, '.', &b)) n += str_eq(a, b);
    return n;
}

struct str intake_best_account(const struct account_schemes *schemes, struct str text, struct arena *arena)
{
    struct str best = {0};
    size_t most = 0;
    for (size_t i = 0; i < schemes->n; i++) {
        struct str canonical = account_canonical(arena, &schemes->at[i], text);
        size_t same = same_levels(str_trim(text), canonical);
        if (!canonical.n || (best.n && same <= most)) continue;
        best = canonical;
        most = same;
    }
    for (size_t i = 0; i < schemes->n && !best.n; i++) {
        struct account account;
        struct str path;
        if (account_split(arena, &schemes->at[i], text, &path, &account)) best = account_text(arena, &schemes->at[i], &account);
    }
    return best;
}
