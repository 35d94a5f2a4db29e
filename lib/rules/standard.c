/* Loading the unit price standards: honorarium.csv, caps.csv and the region's table (--caps). */
#include <string.h>

#include "pack_reading.h"

static const char *const KINDS[STANDARD_KINDS] = {"abaikan", "kegiatan", "peran", "pagu", "satuan", "orang", "bulan", "skala", "di_atas", "sampai", "peserta"};
static const char *const CERTAINTIES[CERTAINTY_COUNT] = {"found", "regional_data", "corroborated", "sbm_analogue", "unverified"};

const char *certainty_id(enum certainty certainty)
{
    return CERTAINTIES[certainty];
}

struct reader {
    struct loader *loader;
    const struct ruletable *table;
    const struct ruletable_row *row;
};

static struct str cell(const struct reader *r, const char *column)
{
    return ruletable_cell(r->table, r->row, column);
}

static void refuse(const struct reader *r, const char *column, enum diag_kind kind, struct str value, struct str accepted)
{
    loader_fault(r->loader, ruletable_diag(r->table, r->row, column, kind, value, accepted));
}

/* Whole rupiah as plain digits; 0 where the cell is empty. */
static int64_t read_whole(const struct reader *r, const char *column, bool needed)
{
    struct str text = cell(r, column);
    int64_t value = 0;
    bool good = text.n <= 15 && (text.n || !needed);
    for (size_t i = 0; i < text.n && good; i++) {
        good = text.p[i] >= '0' && text.p[i] <= '9';
        value = value * 10 + (text.p[i] - '0');
    }
    if (good && (value || !text.n)) return value;
    refuse(r, column, DIAG_PACK_VALUE_BAD, text, S("1000000"));
    return 0;
}

static void read_list(const struct reader *r, const char *column, enum phrase_use use, phrase_list *out)
{
    struct standards *standards = &r->loader->pack->standards;
    struct str part, rest = cell(r, column);
    while (rest.n && str_split(&rest, ';', &part)) {
        struct phrase phrase;
        if (!phrase_parse(&phrase, part, r->loader->pack->arena)) refuse(r, column, DIAG_PACK_VALUE_BAD, part, S("a-z 0-9 *"));
        else *array_push(r->loader->pack->arena, out) = phrase, matcher_add(standards->matcher, part, standards->list.n, use);
    }
}

/* ---- honorarium.csv ---- */

static uint16_t find_standard(const struct standards *standards, enum standard_kind kind, struct str id)
{
    for (size_t i = 0; i < standards->list.n; i++)
        if (standards->list.at[i].kind == kind && str_eq(standards->list.at[i].id, id)) return (uint16_t)i;
    return NO_INDEX;
}

/* Ids of a kind, for messages; of the roles of one activity where `activity` is one. */
static struct str ids_of(const struct reader *r, enum standard_kind kind, uint16_t activity)
{
    const struct standards *standards = &r->loader->pack->standards;
    struct str list = {0};
    for (size_t i = 0; i < standards->list.n; i++) {
        const struct standard *s = &standards->list.at[i];
        if (s->kind != kind || (activity != NO_INDEX && s->activity != activity)) continue;
        struct str id = activity == NO_INDEX ? s->id : str_sub(s->id, str_find(s->id, '/') + 1, s->id.n);
        list = str_format(r->loader->pack->arena, "%.*s%s%.*s%s", STR_ARG(list), list.n ? ", " : "", STR_ARG(id), s->tiered ? "__PAGU" : "");
    }
    return list;
}

/* Activities stand above the roles that belong to them. */
static uint16_t read_activity(const struct reader *r, enum standard_kind kind, struct str id)
{
    struct str activity = kind == STANDARD_ROLE ? str_sub(id, 0, str_find(id, '/')) : cell(r, "class");
    uint16_t index = kind == STANDARD_ROLE || kind == STANDARD_PARTICIPANT ? find_standard(&r->loader->pack->standards, STANDARD_ACTIVITY, activity) : NO_INDEX;
    if ((kind == STANDARD_ROLE || kind == STANDARD_PARTICIPANT) && index == NO_INDEX)
        refuse(r, kind == STANDARD_ROLE ? "id" : "class", DIAG_PACK_UNKNOWN, activity, ids_of(r, STANDARD_ACTIVITY, NO_INDEX));
    return index;
}

static void read_standard(const struct reader *r, size_t index)
{
    static const char *const yes_no[] = {"tidak", "ya"};
    struct loader *loader = r->loader;
    struct standard s = {.id = cell(r, "id"), .class_index = NO_INDEX, .place = ruletable_place(r->table, r->row)};
    check_id(loader, r->table, index, "id");
    s.kind = (enum standard_kind)read_word(loader, r->table, r->row, "kind", KINDS, STANDARD_KINDS, -1);
    s.certainty = (enum certainty)read_word(loader, r->table, r->row, "certainty", CERTAINTIES, CERTAINTY_COUNT, CERTAINTY_UNVERIFIED);
    s.tiered = read_word(loader, r->table, r->row, "tier", yes_no, 2, 0) == 1;
    read_pair(r->table, r->row, "name", "name_en", s.name);
    read_list(r, "words", PHRASE_WORDS, &s.words);
    read_list(r, "also", PHRASE_ALSO, &s.also);
    read_list(r, "except", PHRASE_EXCEPT, &s.except);
    bool wordless = s.kind == STANDARD_TIER || s.kind == STANDARD_ROLE;
    if (!wordless && !s.words.n) refuse(r, "words", DIAG_PACK_RULE_EMPTY, s.id, (struct str){0});
    s.activity = read_activity(r, s.kind, s.id);
    if (s.kind == STANDARD_ACTIVITY) {
        s.class_index = read_class(loader, r->table, r->row, "class");
        if (!cell(r, "class").n) refuse(r, "class", DIAG_PACK_VALUE_BAD, (struct str){0}, S("classes.csv"));
    }
    s.value.sen = read_whole(r, "value", s.kind == STANDARD_SCALE) * 100;
    s.upto.sen = read_whole(r, "upto", false) * 100;
    s.most = (uint32_t)read_whole(r, "most", false);
    if (s.upto.sen && s.upto.sen <= s.value.sen) refuse(r, "upto", DIAG_PACK_VALUE_BAD, cell(r, "upto"), S("> value"));
    struct standards *standards = &loader->pack->standards;
    *array_push(loader->pack->arena, &standards->of[s.kind]) = (uint16_t)standards->list.n;
    *array_push(loader->pack->arena, &standards->list) = s;
}

void read_standards(struct loader *loader, const struct ruletable *table)
{
    loader->pack->standards.matcher = matcher_new(loader->pack->arena);
    for (size_t i = 0; i < table->rows.n && i < NO_INDEX; i++) read_standard(&(struct reader){loader, table, &table->rows.at[i]}, i);
}

/* ---- caps ---- */

/* "pptk__gt_1m_2_5m": the role, and the tier where its caps depend on one. */
static void read_role(const struct reader *r, struct cap *cap)
{
    const struct standards *standards = &r->loader->pack->standards;
    struct arena *arena = r->loader->pack->arena;
    struct str activity_id = cell(r, "activity_id"), id = cell(r, "role_id"), tier = {0};
    for (size_t i = 0; i + 2 < id.n && !tier.n; i++)
        if (id.p[i] == '_' && id.p[i + 1] == '_') {
            tier = str_sub(id, i + 2, id.n);
            id = str_sub(id, 0, i);
        }
    uint16_t activity = find_standard(standards, STANDARD_ACTIVITY, activity_id);
    cap->role = find_standard(standards, STANDARD_ROLE, str_format(arena, "%.*s/%.*s", STR_ARG(activity_id), STR_ARG(id)));
    cap->tier = tier.n ? find_standard(standards, STANDARD_TIER, tier) : NO_INDEX;
    if (activity == NO_INDEX) refuse(r, "activity_id", DIAG_PACK_UNKNOWN, activity_id, ids_of(r, STANDARD_ACTIVITY, NO_INDEX));
    else if (cap->role == NO_INDEX) refuse(r, "role_id", DIAG_PACK_UNKNOWN, id, ids_of(r, STANDARD_ROLE, activity));
    else if (standards->list.at[cap->role].tiered ? cap->tier == NO_INDEX : tier.n > 0) {
        struct str tiers = standards->list.at[cap->role].tiered ? ids_of(r, STANDARD_TIER, NO_INDEX) : (struct str){0};
        refuse(r, "role_id", DIAG_PACK_UNKNOWN, cell(r, "role_id"), str_format(arena, "%.*s%s%.*s", STR_ARG(id), tiers.n ? "__: " : "", STR_ARG(tiers)));
        cap->role = NO_INDEX;
    }
}

static void check_dates(const struct reader *r, const struct cap *cap)
{
    const struct standards *standards = &r->loader->pack->standards;
    if (no_day(cap->from, cap->until)) refuse(r, "valid_until", DIAG_PACK_VALUE_BAD, cell(r, "valid_until"), S(">= valid_from"));
    for (size_t i = 0; i < standards->caps.n; i++) {
        const struct cap *other = &standards->caps.at[i];
        if (other->local != cap->local || other->role != cap->role || other->tier != cap->tier || other->unit != cap->unit || !str_eq(other->destination, cap->destination)) continue;
        if (cap->role == NO_INDEX || no_day(cap->from, other->until) || no_day(other->from, cap->until)) continue;
        refuse(r, "role_id", DIAG_PACK_ID_TWICE, cell(r, "role_id"), str_format(r->loader->pack->arena, "%u", other->place.line));
    }
}

static void read_cap(const struct reader *r, bool local)
{
    struct loader *loader = r->loader;
    struct standards *standards = &loader->pack->standards;
    struct str unit = cell(r, "unit");
    struct cap cap = {.local = local, .regulation = cell(r, "regulation"), .destination = cell(r, "destination"), .place = ruletable_place(r->table, r->row)};
    read_role(r, &cap);
    cap.unit = find_standard(standards, STANDARD_UNIT, unit);
    if (cap.unit == NO_INDEX) refuse(r, "unit", unit.n ? DIAG_PACK_UNKNOWN : DIAG_PACK_VALUE_BAD, unit, ids_of(r, STANDARD_UNIT, NO_INDEX));
    if (!cap.regulation.n) refuse(r, "regulation", DIAG_PACK_VALUE_BAD, (struct str){0}, S("nomor peraturan / name of the regulation"));
    cap.most.sen = read_whole(r, "cap_rupiah", true) * 100;
    /* what a region sets by its own decree needs no other source */
    cap.certainty = (enum certainty)read_word(loader, r->table, r->row, "certainty", CERTAINTIES, CERTAINTY_COUNT, local ? (int)CERTAINTY_FOUND : -1);
    cap.from = read_day(loader, r->table, r->row, "valid_from");
    cap.until = read_day(loader, r->table, r->row, "valid_until");
    check_dates(r, &cap);
    *array_push(loader->pack->arena, &standards->caps) = cap;
}

static void read_local_caps(struct loader *loader)
{
    struct standards *standards = &loader->pack->standards;
    struct ruletable *table = arena_new(loader->pack->arena, struct ruletable); /* places point into it */
    if (!loader->local->caps.n) return;
    standards->local_path = loader->local->caps;
    if (!ruletable_load(table, standards->local_path, "regulation activity_id role_id unit cap_rupiah", loader->pack->arena, loader->diags)) {
        loader->good = false;
        return;
    }
    memcpy(standards->local_sha256, table->sha256, sizeof standards->local_sha256);
    for (size_t i = 0; i < table->rows.n; i++) read_cap(&(struct reader){loader, table, &table->rows.at[i]}, true);
}

void read_caps(struct loader *loader, const struct ruletable *table)
{
    for (size_t i = 0; i < table->rows.n; i++) read_cap(&(struct reader){loader, table, &table->rows.at[i]}, false);
    read_local_caps(loader);
}

bool cap_valid(const struct cap *cap, struct date day)
{
    return !no_day(cap->from, day) && !no_day(day, cap->until);
}
