#include "keymap.h"

static struct keymap_slot *slot_of(const struct keymap *map, uint64_t key)
{
    size_t at = (size_t)key_mix(key) & (map->slot_count - 1);
    while (map->slots[at].taken && map->slots[at].key != key) at = (at + 1) & (map->slot_count - 1);
    return &map->slots[at];
}

static void grow(struct keymap *map)
{
    enum { FIRST = 64 };
    struct keymap old = *map;
    map->slot_count = old.slot_count ? 2 * old.slot_count : FIRST;
    map->slots = arena_new_n(map->arena, struct keymap_slot, map->slot_count);
    for (size_t i = 0; i < old.slot_count; i++)
        if (old.slots[i].taken) *slot_of(map, old.slots[i].key) = old.slots[i];
    arena_drop(map->arena, old.slots);
}

uint32_t *keymap_at(struct keymap *map, uint64_t key)
{
    if (2 * (map->used + 1) > map->slot_count) grow(map);
    struct keymap_slot *slot = slot_of(map, key);
    if (!slot->taken) {
        *slot = (struct keymap_slot){.key = key, .taken = true};
        map->used++;
    }
    return &slot->value;
}

uint32_t *keymap_find(const struct keymap *map, uint64_t key)
{
    if (!map->slot_count) return NULL;
    struct keymap_slot *slot = slot_of(map, key);
    return slot->taken ? &slot->value : NULL;
}
