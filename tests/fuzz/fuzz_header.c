/* A text (as source.h decodes it) whose header row has to be found, with the names of rules/common/headers.csv. */
#include "effcheck/columns.h"
#include "effcheck/source.h"
#include "fuzz.h"

static const struct header_names *names_of(struct arena *arena)
{
    struct diags diags = {.arena = arena};
    struct ruletable table;
    struct header_names *names = arena_new(arena, struct header_names);
    PROMISE(ruletable_load(&table, S(SOURCE_DIR "/rules/common/headers.csv"), "role name", arena, &diags));
    PROMISE(header_names_load(names, &table, arena, &diags));
    return names;
}

static void promise_sound(const struct columns *columns)
{
    PROMISE(columns->header_records == 1 || columns->header_records == 2);
    for (size_t role = 0; role < ROLE_COLUMNS; role++) PROMISE(columns->at[role] >= -1 && columns->at[role] < (int)columns->width);
    for (size_t i = 0; i < columns->width; i++) PROMISE(columns->role_of[i] >= -1 && columns->role_of[i] < ROLE_COLUMNS);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static struct arena forever;
    static const struct header_names *names;
    if (!names) names = names_of(&forever);
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct columns columns;
    struct source source;
    if (n < 2) return 0;
    if (source_from_bytes(&source, S("fuzz.csv"), (struct str){(const char *)bytes + 1, n - 1}, &arena, &diags)) {
        unsigned needs = bytes[0] & 1 ? NEED_AMOUNTS : 0;
        if (columns_find(&columns, names, S("fuzz.csv"), source.text, &(struct reading_options){0}, needs, &arena, &diags))
            promise_sound(&columns);
        else
            PROMISE(diags.list.n > 0);
    }
    arena_release(&arena);
    return 0;
}
