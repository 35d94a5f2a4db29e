/* A table of the whole region beside the tables of its units: not one more unit, but a control on them. */
#include "joining.h"

static bool same_region(const struct input_file *a, const struct input_file *b, struct arena *scratch)
{
    bool same_year = a->year == b->year || !a->year || !b->year;
    return same_year && str_eq(str_fold(scratch, a->region), str_fold(scratch, b->region));
}

/* It calls itself by the region's name and lists accounts only. */
static bool looks_whole(const struct joining *j, const struct part *part)
{
    const struct input_file *file = part_file(j, part);
    struct str name = ledger_text(j->ledger, j->ledger->units.at[part->unit].name), region = str_fold(j->scratch, file->region);
    if (file->unit_in_rows || !region.n || !str_eq(region, str_fold(j->scratch, name))) return false;
    for (uint32_t i = 0; i < part->used + part->rejected; i++)
        if (j->ledger->lines.at[j->order[part->first + i]].activity) return false;
    return true;
}

static bool has_units_beside(const struct joining *j, const struct part *whole, const bool *is_whole)
{
    for (size_t p = 0; p < j->parts.n; p++) {
        const struct part *part = &j->parts.at[p];
        if (!is_whole[p] && part->unit != whole->unit && same_region(part_file(j, part), part_file(j, whole), j->scratch)) return true;
    }
    return false;
}

void join_region_summary(struct joining *j)
{
    bool *is_whole = arena_new_n(j->scratch, bool, j->parts.n + 1);
    for (size_t p = 0; p < j->parts.n; p++) is_whole[p] = looks_whole(j, &j->parts.at[p]);
    for (size_t p = 0; p < j->parts.n; p++) {
        struct part *part = &j->parts.at[p];
        if (!is_whole[p] || !has_units_beside(j, part, is_whole)) continue;
        part->why = EXCLUDED_SUMMARY;
        part_file(j, part)->summary = true;
        diag_add(j->diags, (struct diag){.kind = DIAG_REGION_SUMMARY, .file = part_file(j, part)->path});
    }
}

static struct amounts sum_of_units(const struct ledger *ledger, const struct input_file *summary, struct arena *scratch)
{
    struct amounts sum = {0};
    for (size_t f = 0; f < ledger->files.n; f++)
        if (same_region(&ledger->files.at[f], summary, scratch)) amounts_add(&sum, &ledger->files.at[f].sums);
    return sum;
}

static void check_summary(const struct ledger *ledger, const struct input_file *file, uint32_t unreadable, struct diags *diags,
                          struct arena *scratch)
{
    struct amounts units = sum_of_units(ledger, file, scratch);
    for (enum measure m = 0; m < MEASURE_COUNT; m++) {
        char here[MONEY_TEXT_MAX], there[MONEY_TEXT_MAX];
        if (!(file->measures >> m & 1u) || !amounts_has(&units, m)) continue;
        struct money own = amounts_has(&file->stated, m) ? file->stated.of[m] : file->own.of[m];
        bool readable = amounts_has(&file->stated, m) || (!unreadable && amounts_has(&file->own, m));
        money_grouped(own, true, here);
        money_grouped(units.of[m], true, there);
        struct diag diag = {.kind = DIAG_REGION_DIFFERS,
                            .file = file->path,
                            .column = file->column_name[m],
                            .value = str_from(here),
                            .detail = str_from(there)};
        if (!readable) {
            diag.kind = DIAG_REGION_UNREADABLE;
            diag.value = str_format(scratch, "%u", unreadable);
        } else if (money_cmp(own, units.of[m]) == 0) {
            continue;
        }
        diag_add(diags, diag);
    }
}

/* Faults of amounts that the messages about the summary name: they stay, and here they are counted by their rows. */
static uint32_t unreadable_rows(const struct diags *diags, struct str path)
{
    uint32_t rows = 0, last = 0;
    for (size_t i = 0; i < diags->list.n; i++) {
        const struct diag *diag = &diags->list.at[i];
        bool amount = diag->kind == DIAG_AMOUNT_BAD || diag->kind == DIAG_AMOUNT_LOST_DIGITS || diag->kind == DIAG_AMOUNT_OVERFLOW ||
                      diag->kind == DIAG_AMOUNT_AMBIGUOUS || diag->kind == DIAG_AMOUNT_MIXED || diag->kind == DIAG_AMOUNT_MISSING;
        if (!amount || !str_eq(diag->file, path) || diag->line == last) continue;
        last = diag->line;
        rows++;
    }
    return rows;
}

void join_check_summaries(const struct ledger *ledger, struct diags *diags, struct arena *scratch)
{
    for (size_t f = 0; f < ledger->files.n; f++) {
        const struct input_file *file = &ledger->files.at[f];
        if (file->summary) check_summary(ledger, file, unreadable_rows(diags, file->path), diags, scratch);
    }
}
