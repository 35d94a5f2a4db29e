#include "effcheck/control.h"

#include "effcheck/columns.h"

enum meaning { MEANS_UNIT, MEANS_MEASURE, MEANS_AMOUNT, MEANINGS };

struct reader {
    struct ledger *ledger;
    const struct ruletable *words;
    struct ruletable table;
    struct diags *diags;
    struct arena scratch;
    struct pool units;       /* folded codes and names */
    ARRAY(uint32_t) unit_of; /* by id in units: unit + 1; 0 = none, UINT32_MAX = several */
    struct number_column numbers;
    struct amounts *sums; /* by unit */
    bool *controlled;     /* by unit */
};

static const char *const MEANING_IDS[MEANINGS] = {"unit", "measure", "amount"};
static const char *const MEASURE_IDS[MEASURE_COUNT] = {"murni", "kini", "realisasi"};

static bool means(struct reader *r, const char *meaning, struct str name)
{
    struct str folded = str_fold(&r->scratch, name);
    for (size_t i = 0; folded.n && i < r->words->rows.n; i++) {
        const struct ruletable_row *row = &r->words->rows.at[i];
        if (str_eq(ruletable_cell(r->words, row, "meaning"), str_from(meaning)) &&
            str_eq(str_fold(&r->scratch, ruletable_cell(r->words, row, "name")), folded))
            return true;
    }
    return false;
}

static struct str names_of(struct reader *r, const char *meaning)
{
    struct str list = {0};
    for (size_t i = 0; i < r->words->rows.n; i++) {
        const struct ruletable_row *row = &r->words->rows.at[i];
        if (!str_eq(ruletable_cell(r->words, row, "meaning"), str_from(meaning))) continue;
        list = str_format(&r->scratch, "%.*s%s%.*s", STR_ARG(list), list.n ? ", " : "", STR_ARG(ruletable_cell(r->words, row, "name")));
    }
    return list;
}

/* The first filled cell of a row in the columns of one meaning. */
static struct str cell_of(struct reader *r, const struct ruletable_row *row, enum meaning meaning, struct str *column)
{
    *column = (struct str){0};
    for (size_t i = 0; i < r->table.file->columns.n; i++) {
        if (!means(r, MEANING_IDS[meaning], r->table.file->columns.at[i])) continue;
        *column = r->table.file->columns.at[i];
        if (row->cells[i].n) return row->cells[i];
    }
    return (struct str){0};
}

static bool has_columns(struct reader *r)
{
    bool all = true;
    for (size_t m = 0; m < MEANINGS; m++) {
        bool found = false;
        for (size_t i = 0; i < r->table.file->columns.n; i++) found = found || means(r, MEANING_IDS[m], r->table.file->columns.at[i]);
        if (!found)
            diag_add(r->diags, (struct diag){.kind = DIAG_CONTROL_NO_COLUMN,
                                             .file = r->table.path,
                                             .line = 1,
                                             .value = str_from(MEANING_IDS[m]),
                                             .detail = names_of(r, MEANING_IDS[m])});
        all = all && found;
    }
    return all;
}

/* ---- units ---- */

static void know_unit(struct reader *r, struct str name, uint32_t unit)
{
    struct str folded = str_fold(&r->scratch, name);
    if (!folded.n) return;
    uint32_t id = pool_id(&r->units, folded);
    while (r->unit_of.n <= id) *array_push(&r->scratch, &r->unit_of) = 0;
    uint32_t *at = &r->unit_of.at[id];
    *at = *at == 0 || *at == unit + 1 ? unit + 1 : UINT32_MAX;
}

static void know_units(struct reader *r)
{
    const struct ledger *ledger = r->ledger;
    pool_init(&r->units, &r->scratch);
    for (uint32_t u = 0; u < ledger->units.n; u++) {
        know_unit(r, ledger_text(ledger, ledger->units.at[u].code), u);
        know_unit(r, ledger_text(ledger, ledger->units.at[u].name), u);
    }
    r->sums = arena_new_n(&r->scratch, struct amounts, ledger->units.n + 1);
    r->controlled = arena_new_n(&r->scratch, bool, ledger->units.n + 1);
    for (size_t i = 0; i < ledger->lines.n; i++)
        if (!ledger->lines.at[i].rejected) amounts_add(&r->sums[ledger->lines.at[i].unit], &ledger->lines.at[i].amounts);
}

/* ---- rows ---- */

static void bad_cell(struct reader *r, const struct ruletable_row *row, struct str column, struct str value, struct str accepted)
{
    diag_add(r->diags,
             (struct diag){
                 .kind = DIAG_CONTROL_BAD, .file = r->table.path, .line = row->line, .column = column, .value = value, .detail = accepted});
}

static bool read_unit(struct reader *r, const struct ruletable_row *row, uint32_t *unit)
{
    uint32_t id;
    struct str column, cell = cell_of(r, row, MEANS_UNIT, &column);
    bool known = pool_find(&r->units, str_fold(&r->scratch, cell), &id) && id < r->unit_of.n && r->unit_of.at[id];
    if (!known) {
        diag_add(r->diags, (struct diag){.kind = DIAG_CONTROL_UNKNOWN_UNIT, .file = r->table.path, .line = row->line, .value = cell});
        return false;
    }
    *unit = r->unit_of.at[id] - 1;
    if (r->unit_of.at[id] != UINT32_MAX) return true;
    bad_cell(r, row, column, cell, S("kode OPD / unit code"));
    return false;
}

static bool read_measure(struct reader *r, const struct ruletable_row *row, enum measure *measure)
{
    struct str column, cell = cell_of(r, row, MEANS_MEASURE, &column);
    for (*measure = 0; *measure < MEASURE_COUNT; ++*measure)
        if (means(r, MEASURE_IDS[*measure], cell)) return true;
    bad_cell(r, row, column, cell, S("murni, kini, realisasi"));
    return false;
}

static bool read_amount(struct reader *r, const struct ruletable_row *row, struct money *amount)
{
    struct str column, cell = cell_of(r, row, MEANS_AMOUNT, &column);
    if (money_parse(cell, r->numbers.mark, amount)) return true;
    bad_cell(r, row, column, cell, S("1234567,89; 1.234.567,89; 1234567.89"));
    return false;
}

static void compare(struct reader *r, const struct ruletable_row *row, struct control control)
{
    static const char *const names[MEASURE_COUNT] = {"pagu murni", "pagu kini", "realisasi"};
    struct ledger *ledger = r->ledger;
    char stated[MONEY_TEXT_MAX], found[MONEY_TEXT_MAX];
    control.has_found = amounts_has(&r->sums[control.unit], control.measure);
    control.found = r->sums[control.unit].of[control.measure];
    r->controlled[control.unit] = true;
    *array_push(ledger->arena, &ledger->controls) = control;
    if (control.has_found && money_cmp(control.stated, control.found) == 0) return;
    money_grouped(control.stated, true, stated);
    money_grouped(control.found, true, found);
    struct str what =
        str_format(&r->scratch, "%.*s, %s", STR_ARG(ledger_text(ledger, ledger->units.at[control.unit].name)), names[control.measure]);
    diag_add(r->diags, (struct diag){.kind = control.has_found ? DIAG_CONTROL_DIFFERS : DIAG_CONTROL_ABSENT,
                                     .file = r->table.path,
                                     .line = row->line,
                                     .column = what,
                                     .value = str_from(stated),
                                     .detail = str_from(found)});
}

static void read_rows(struct reader *r)
{
    struct str column;
    for (size_t i = 0; i < r->table.rows.n; i++)
        number_column_note(&r->numbers, cell_of(r, &r->table.rows.at[i], MEANS_AMOUNT, &column), &r->scratch);
    number_columns_decide(&r->numbers, 1, DECIMAL_UNKNOWN);
    for (size_t i = 0; i < r->table.rows.n; i++) {
        const struct ruletable_row *row = &r->table.rows.at[i];
        struct control control = {.row = row->line};
        bool unit = read_unit(r, row, &control.unit), measure = read_measure(r, row, &control.measure),
             amount = read_amount(r, row, &control.stated);
        if (unit && measure && amount) compare(r, row, control);
    }
}

static void list_uncontrolled(struct reader *r)
{
    const struct ledger *ledger = r->ledger;
    for (uint32_t u = 0; u < ledger->units.n; u++) {
        if (r->controlled[u]) continue;
        struct str name = ledger_text(ledger, ledger->units.at[u].name);
        diag_add(r->diags,
                 (struct diag){.kind = DIAG_CONTROL_LACKS_UNIT, .file = r->table.path, .value = name.n ? name : unit_key(ledger, u)});
    }
}

bool control_read(struct ledger *ledger, const struct ruletable *words, struct str path, struct diags *diags)
{
    struct reader r = {.ledger = ledger, .words = words, .diags = diags, .scratch = {.out_of_memory = ledger->arena->out_of_memory}};
    struct source source;
    bool good = source_open(&source, path, &r.scratch, diags);
    if (good) {
        good = ruletable_parse(&r.table, path, source.text, "", &r.scratch, diags) && has_columns(&r);
        if (good) {
            know_units(&r);
            read_rows(&r);
            list_uncontrolled(&r);
        }
        source_close(&source);
    }
    arena_release(&r.scratch);
    return good;
}
