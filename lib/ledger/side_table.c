#include "side_table.h"

bool side_means(struct side_table *side, const char *meaning, struct str name)
{
    struct str folded = str_fold(&side->scratch, name);
    for (size_t i = 0; folded.n && i < side->words->rows.n; i++) {
        const struct ruletable_row *row = &side->words->rows.at[i];
        if (str_eq(ruletable_cell(side->words, row, "meaning"), str_from(meaning)) &&
            str_eq(str_fold(&side->scratch, ruletable_cell(side->words, row, "name")), folded))
            return true;
    }
    return false;
}

static struct str names_of(struct side_table *side, const char *meaning)
{
    struct str list = {0};
    for (size_t i = 0; i < side->words->rows.n; i++) {
        const struct ruletable_row *row = &side->words->rows.at[i];
        if (!str_eq(ruletable_cell(side->words, row, "meaning"), str_from(meaning))) continue;
        list = str_format(&side->scratch, "%.*s%s%.*s", STR_ARG(list), list.n ? ", " : "", STR_ARG(ruletable_cell(side->words, row, "name")));
    }
    return list;
}

struct str side_cell(struct side_table *side, const struct ruletable_row *row, const char *meaning, struct str *column)
{
    for (size_t i = 0; i < side->table.file->columns.n; i++) {
        if (!side_means(side, meaning, side->table.file->columns.at[i])) continue;
        *column = side->table.file->columns.at[i];
        if (row->cells[i].n) return row->cells[i];
    }
    return (struct str){0};
}

bool side_has(struct side_table *side, const char *meaning)
{
    for (size_t i = 0; i < side->table.file->columns.n; i++)
        if (side_means(side, meaning, side->table.file->columns.at[i])) return true;
    return false;
}

bool side_needs(struct side_table *side, const char *meaning)
{
    if (side_has(side, meaning)) return true;
    diag_add(side->diags, (struct diag){.kind = DIAG_SIDE_NO_COLUMN,
                                        .file = side->table.path,
                                        .line = 1,
                                        .value = str_from(meaning),
                                        .detail = names_of(side, meaning)});
    return false;
}

void side_bad(struct side_table *side, const struct ruletable_row *row, struct str column, struct str value, struct str accepted)
{
    diag_add(side->diags,
             (struct diag){
                 .kind = DIAG_SIDE_BAD, .file = side->table.path, .line = row->line, .column = column, .value = value, .detail = accepted});
}

/* ---- units ---- */

/* Codes keep their dots apart; names are compared without blanks, behind a mark that no code has. */
static struct str code_key(struct side_table *side, struct str code) { return str_fold(&side->scratch, code); }

static struct str name_key(struct side_table *side, struct str name)
{
    struct str key = unit_name_key(&side->scratch, name);
    return key.n ? str_format(&side->scratch, "=%.*s", STR_ARG(key)) : key;
}

static void know_unit(struct side_table *side, struct str key, uint32_t unit)
{
    if (!key.n) return;
    uint32_t id = pool_id(&side->units, key);
    while (side->unit_of.n <= id) *array_push(&side->scratch, &side->unit_of) = 0;
    uint32_t *at = &side->unit_of.at[id];
    *at = *at == 0 || *at == unit + 1 ? unit + 1 : UINT32_MAX;
}

static void know_units(struct side_table *side)
{
    const struct ledger *ledger = side->ledger;
    pool_init(&side->units, &side->scratch);
    for (uint32_t u = 0; u < ledger->units.n; u++) {
        know_unit(side, code_key(side, ledger_text(ledger, ledger->units.at[u].code)), u);
        know_unit(side, name_key(side, ledger_text(ledger, ledger->units.at[u].name)), u);
    }
}

bool side_unit(struct side_table *side, const struct ruletable_row *row, uint32_t *unit)
{
    uint32_t id = 0;
    struct str column = {0}, cell = side_cell(side, row, "unit", &column);
    bool known = pool_find(&side->units, code_key(side, cell), &id) || pool_find(&side->units, name_key(side, cell), &id);
    known = known && id < side->unit_of.n && side->unit_of.at[id];
    if (!known) {
        diag_add(side->diags, (struct diag){.kind = DIAG_SIDE_UNKNOWN_UNIT, .file = side->table.path, .line = row->line, .value = cell});
        return false;
    }
    *unit = side->unit_of.at[id] - 1;
    if (side->unit_of.at[id] != UINT32_MAX) return true;
    side_bad(side, row, column, cell, S("kode OPD / unit code"));
    return false;
}

/* ---- the file ---- */

bool side_open(struct side_table *side, struct ledger *ledger, const struct ruletable *words, struct str path, struct diags *diags)
{
    *side = (struct side_table){.ledger = ledger, .words = words, .diags = diags, .scratch = {.out_of_memory = ledger->arena->out_of_memory}};
    if (!source_open(&side->source, path, &side->scratch, diags)) return false;
    know_units(side);
    if (ruletable_parse(&side->table, path, side->source.text, "", &side->scratch, diags)) return true;
    source_close(&side->source);
    return false;
}

void side_close(struct side_table *side)
{
    arena_release(&side->scratch);
}
