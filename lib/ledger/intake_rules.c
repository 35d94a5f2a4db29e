#include "effcheck/intake.h"

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
    rules->account_example = longest_code(&pack->chart);
    return headers && schemes && words;
}
