#include "effcheck/stages.h"

#include <string.h>

bool stage_rules_load(struct stage_rules *rules, const struct ruletable *table, struct arena *arena, struct diags *diags)
{
    enum { ORDERS = 9 };
    bool good = true;
    *rules = (struct stage_rules){0};
    for (size_t i = 0; i < table->rows.n; i++) {
        const struct ruletable_row *row = &table->rows.at[i];
        struct str words = ruletable_cell(table, row, "words"), order = ruletable_cell(table, row, "order");
        struct stage_rule rule = {.words = str_fold(arena, words), .original = str_eq(ruletable_cell(table, row, "original"), S("ya")),
                                  .efficiency = str_eq(ruletable_cell(table, row, "efficiency"), S("ya"))};
        bool digit = order.n == 1 && order.p[0] >= '1' && order.p[0] <= '0' + ORDERS;
        if (!digit) diag_add(diags, ruletable_diag(table, row, "order", DIAG_PACK_VALUE_BAD, order, S("1-9")));
        if (!rule.words.n) diag_add(diags, ruletable_diag(table, row, "words", DIAG_PACK_VALUE_BAD, words, S("murni, pergeseran, ...")));
        good = good && digit && rule.words.n;
        if (!digit) continue;
        rule.order = (uint16_t)(order.p[0] - '0');
        *array_push(arena, &rules->list) = rule;
    }
    return good;
}

/* `part` as whole words of `text`; both folded. */
static bool has_words(struct str text, struct str part)
{
    for (size_t i = 0; i + part.n <= text.n; i++) {
        bool begins = i == 0 || text.p[i - 1] == ' ', ends = i + part.n == text.n || text.p[i + part.n] == ' ';
        if (begins && ends && memcmp(text.p + i, part.p, part.n) == 0) return true;
    }
    return false;
}

/* 1 to 39 in Roman numerals, 0 for anything else. */
static unsigned roman(struct str word)
{
    static const char *const tens[] = {"", "x", "xx", "xxx"};
    static const char *const ones[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    for (unsigned n = 1; n < 40; n++) {
        struct str ten = str_from(tens[n / 10]), one = str_from(ones[n % 10]);
        if (word.n == ten.n + one.n && str_starts(word, ten) && str_ends(word, one)) return n;
    }
    return 0;
}

/* The last word that is a number below 100: "pergeseran ke 2", "Pergeseran II 2025". */
static unsigned number_in(struct str folded)
{
    unsigned number = 0;
    struct str word;
    while (str_split(&folded, ' ', &word)) {
        unsigned value = roman(word);
        bool digits = word.n && word.n <= 2;
        for (size_t i = 0; i < word.n && digits; i++) digits = word.p[i] >= '0' && word.p[i] <= '9';
        for (size_t i = 0; i < word.n && digits; i++) value = value * 10 + (unsigned)(word.p[i] - '0');
        if (value) number = value;
    }
    return number;
}

struct stage stage_named(const struct stage_rules *rules, struct str text, struct arena *scratch)
{
    struct str folded = str_fold(scratch, text);
    const struct stage_rule *best = NULL;
    for (size_t i = 0; i < rules->list.n; i++) {
        const struct stage_rule *rule = &rules->list.at[i];
        if (has_words(folded, rule->words) && (!best || rule->words.n > best->words.n)) best = rule;
    }
    if (!best) return (struct stage){.name = text};
    unsigned number = best->original ? 0 : number_in(folded); /* there is only one original budget */
    return (struct stage){.name = text, .rank = (uint16_t)(best->order * STAGE_NUMBERS + number), .original = best->original, .efficiency = best->efficiency};
}

struct stage stage_original(const struct stage_rules *rules)
{
    for (size_t i = 0; i < rules->list.n; i++)
        if (rules->list.at[i].original)
            return (struct stage){
                .name = rules->list.at[i].words, .rank = (uint16_t)(rules->list.at[i].order * STAGE_NUMBERS), .original = true};
    return (struct stage){.name = S("murni"), .rank = 1, .original = true};
}
