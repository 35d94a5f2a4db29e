/*
 * What a file is called in the id of a finding: not by its name, which changes from month to month, but by what it holds. Its unit, whether
 * it speaks of budgets or of spending only, and the first month of its rows. Where two files of a run agree in all of that, the stage and
 * the first place (sub kegiatan and account, by code) of each are added, and after that their order by content.
 */
#include <string.h>

#include "checking.h"

struct place {
    uint32_t unit; /* the first one; NO_UNIT = no line */
    bool several;
    uint16_t stage;
    struct str activity, account; /* the smallest */
};

static void note_line(const struct ledger *ledger, struct place *place, const struct line *line)
{
    struct str activity = ledger_text(ledger, ledger->activities.at[line->activity].code), account = ledger_text(ledger, line->account);
    bool first = place->unit == NO_UNIT;
    int order = first ? -1 : str_cmp(activity, place->activity);
    place->several |= !first && place->unit != line->unit;
    if (first || line->unit < place->unit) place->unit = line->unit;
    if (line->stage && ledger->stages.at[line->stage].rank >= ledger->stages.at[place->stage].rank) place->stage = line->stage;
    if (order > 0 || (order == 0 && str_cmp(account, place->account) >= 0)) return;
    place->activity = activity;
    place->account = account;
}

static struct place *places_of(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    struct place *places = arena_new_n(&c->scratch, struct place, ledger->files.n + 1);
    for (size_t i = 0; i < ledger->files.n; i++) places[i].unit = NO_UNIT;
    for (size_t i = 0; i < ledger->lines.n; i++) note_line(ledger, &places[ledger->lines.at[i].file], &ledger->lines.at[i]);
    return places;
}

static struct str content_of(struct checking *c, const struct input_file *file, const struct place *place)
{
    const struct ledger *ledger = c->audit->ledger;
    struct str stated = file->unit_code.n ? file->unit_code : file->unit_name;
    struct str unit = str_fold(&c->scratch, place->unit == NO_UNIT ? stated : unit_key(ledger, place->unit));
    const char *speaks = file->baseline ? "murni" : file->measures & (HAS(MURNI) | HAS(KINI)) ? "pagu" : "realisasi";
    struct date month = file->months.n ? file->months.at[0].month : (struct date){0};
    return str_format(&c->scratch, "berkas|%.*s%s|%s|%d-%d", STR_ARG(unit), place->several ? "+" : "", speaks, month.year, month.month);
}

static struct str told_apart(struct checking *c, struct str key, const struct place *place)
{
    struct str stage = c->audit->ledger->stages.n ? c->audit->ledger->stages.at[place->stage].name : (struct str){0};
    return str_format(&c->scratch, "%.*s|%.*s|%.*s|%.*s", STR_ARG(key), STR_ARG(stage), STR_ARG(place->activity), STR_ARG(place->account));
}

/* A copy counts nowhere, so it is in nobody's way either. */
static bool same_key(const struct checking *c, const struct file_key *keys, size_t i, size_t k)
{
    const struct input_file *files = c->audit->ledger->files.at;
    return i != k && !files[i].twin && !files[k].twin && str_eq(keys[i].key, keys[k].key);
}

static bool *find_same(struct checking *c, const struct file_key *keys)
{
    size_t n = c->audit->ledger->files.n;
    bool *same = arena_new_n(&c->scratch, bool, n + 1);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n && !same[i]; k++) same[i] = same_key(c, keys, i, k);
    return same;
}

/* How many files of this key come before file i by their content. */
static unsigned order_of(const struct checking *c, const struct file_key *keys, size_t i)
{
    const struct input_file *files = c->audit->ledger->files.at;
    unsigned before = 0;
    for (size_t k = 0; k < c->audit->ledger->files.n; k++) {
        if (!same_key(c, keys, i, k)) continue;
        int order = strcmp(files[k].sha256, files[i].sha256);
        before += order < 0 || (order == 0 && str_cmp(files[k].sheet, files[i].sheet) < 0);
    }
    return before;
}

const struct file_key *file_keys(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    const struct place *places = places_of(c);
    struct file_key *keys = arena_new_n(&c->scratch, struct file_key, ledger->files.n + 1);
    for (size_t i = 0; i < ledger->files.n; i++)
        keys[i] = (struct file_key){content_of(c, &ledger->files.at[i], &places[i]), places[i].several ? NO_UNIT : places[i].unit};
    const bool *same = find_same(c, keys);
    for (size_t i = 0; i < ledger->files.n; i++)
        if (same[i]) keys[i].key = told_apart(c, keys[i].key, &places[i]);
    struct str *parted = arena_new_n(&c->scratch, struct str, ledger->files.n + 1);
    for (size_t i = 0; i < ledger->files.n; i++) parted[i] = str_format(&c->scratch, "%.*s|%u", STR_ARG(keys[i].key), order_of(c, keys, i));
    for (size_t i = 0; i < ledger->files.n; i++)
        if (same[i]) keys[i].key = parted[i];
    return keys;
}
