#include "known_texts.h"

void known_texts_init(struct known_texts *texts, struct arena *arena)
{
    *texts = (struct known_texts){0};
    pool_init(&texts->pool, arena);
}

struct known_text *known_text(struct known_texts *texts, uint32_t column, struct str text)
{
    enum { BYTES_MAX = 8 * 1024 * 1024, ENTRY = 64 };
    uint32_t id, *last = &texts->last[column % (sizeof texts->last / sizeof *texts->last)];
    if (*last && str_eq(pool_text(&texts->pool, *last - 1), text)) return &texts->list.at[*last - 1];
    if (texts->bytes <= BYTES_MAX) {
        id = pool_id(&texts->pool, text);
    } else if (!pool_find(&texts->pool, text, &id)) {
        return NULL;
    }
    while (texts->list.n < texts->pool.texts.n) {
        texts->bytes += pool_text(&texts->pool, (uint32_t)texts->list.n).n + ENTRY;
        *array_push(texts->pool.arena, &texts->list) = (struct known_text){0};
    }
    *last = id + 1;
    return &texts->list.at[id];
}

void known_text_keep(struct known_texts *texts, struct known_text *known, struct str xml)
{
    struct str text = pool_text(&texts->pool, (uint32_t)(known - texts->list.at));
    bool same = str_eq(text, xml);
    known->xml = same ? text : str_copy(texts->pool.arena, xml);
    if (!same) texts->bytes += xml.n;
}
