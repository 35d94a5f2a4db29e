/* Tables of rule packs, as source.h decodes them: the first byte chooses which reader gets the table. */
#include "effcheck/columns.h"
#include "effcheck/matcher.h"
#include "effcheck/outline.h"
#include "effcheck/stages.h"
#include "fuzz.h"

static bool load_phrases(const struct ruletable *table, struct arena *arena)
{
    struct matcher *matcher = matcher_new(arena);
    uint64_t *marks = arena_new_n(arena, uint64_t, marks_for(table->rows.n));
    struct match_buffer buffer = {.arena = arena};
    for (size_t i = 0; i < table->rows.n && i < NUMBER_BAD * 100; i++) {
        struct str list = ruletable_cell(table, &table->rows.at[i], "words"), phrase;
        while (list.n && str_split(&list, ';', &phrase)) matcher_add(matcher, phrase, i, PHRASE_WORDS);
    }
    for (size_t i = 0; i < table->rows.n; i++) matcher_mark(matcher, ruletable_cell(table, &table->rows.at[i], "text"), marks, &buffer);
    return true;
}

static bool load(unsigned kind, const struct ruletable *table, struct arena *arena, struct diags *diags)
{
    struct header_names names;
    struct stage_rules stages;
    struct account_schemes schemes;
    struct outline_rules outline = {0};
    switch (kind) {
    case 0:
        return header_names_load(&names, table, arena, diags);
    case 1:
        return stage_rules_load(&stages, table, arena, diags);
    case 2:
        return account_schemes_load(table, arena, diags, &schemes);
    case 3:
        return outline_words_load(table, arena, diags, &outline);
    default:
        return load_phrases(table, arena);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    enum { KINDS = 5 };
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct ruletable table;
    struct source source;
    if (n == 0) return 0;
    if (source_from_bytes(&source, S("fuzz.csv"), (struct str){(const char *)bytes + 1, n - 1}, &arena, &diags)) {
        bool parsed = ruletable_parse(&table, S("fuzz.csv"), source.text, "", &arena, &diags);
        if (parsed && !load(bytes[0] % KINDS, &table, &arena, &diags)) PROMISE(diags.list.n > 0);
    }
    arena_release(&arena);
    return 0;
}
