#include "effcheck/control.h"

#include "effcheck/columns.h"
#include "side_table.h"

struct reader {
    struct side_table side;
    struct number_column numbers;
    struct amounts *sums; /* by unit */
    bool *controlled;     /* by unit */
};

static const char *const MEASURE_IDS[MEASURE_COUNT] = {"murni", "kini", "realisasi"};

static void sum_units(struct reader *r)
{
    const struct ledger *ledger = r->side.ledger;
    r->sums = arena_new_n(&r->side.scratch, struct amounts, ledger->units.n + 1);
    r->controlled = arena_new_n(&r->side.scratch, bool, ledger->units.n + 1);
    for (size_t i = 0; i < ledger->lines.n; i++)
        if (!ledger->lines.at[i].rejected) amounts_add(&r->sums[ledger->lines.at[i].unit], &ledger->lines.at[i].amounts);
}

/* ---- rows ---- */

static bool read_measure(struct reader *r, const struct ruletable_row *row, enum measure *measure)
{
    struct str column = {0}, cell = side_cell(&r->side, row, "measure", &column);
    for (*measure = 0; *measure < MEASURE_COUNT; ++*measure)
        if (side_means(&r->side, MEASURE_IDS[*measure], cell)) return true;
    side_bad(&r->side, row, column, cell, S("murni, kini, realisasi"));
    return false;
}

static bool read_amount(struct reader *r, const struct ruletable_row *row, struct money *amount)
{
    struct str column = {0}, cell = side_cell(&r->side, row, "amount", &column);
    if (money_parse(cell, r->numbers.mark, amount)) return true;
    side_bad(&r->side, row, column, cell, S("1234567,89; 1.234.567,89; 1234567.89"));
    return false;
}

static void compare(struct reader *r, const struct ruletable_row *row, struct control control)
{
    static const char *const names[MEASURE_COUNT] = {"pagu murni", "pagu kini", "realisasi"};
    struct ledger *ledger = r->side.ledger;
    char stated[MONEY_TEXT_MAX], found[MONEY_TEXT_MAX];
    control.has_found = amounts_has(&r->sums[control.unit], control.measure);
    control.found = r->sums[control.unit].of[control.measure];
    r->controlled[control.unit] = true;
    *array_push(ledger->arena, &ledger->controls) = control;
    if (control.has_found && money_cmp(control.stated, control.found) == 0) return;
    money_grouped(control.stated, true, stated);
    money_grouped(control.found, true, found);
    struct str what =
        str_format(&r->side.scratch, "%.*s, %s", STR_ARG(ledger_text(ledger, ledger->units.at[control.unit].name)), names[control.measure]);
    diag_add(r->side.diags, (struct diag){.kind = control.has_found ? DIAG_CONTROL_DIFFERS : DIAG_CONTROL_ABSENT,
                                     .file = r->side.table.path,
                                     .line = row->line,
                                     .column = what,
                                     .value = str_from(stated),
                                     .detail = str_from(found)});
}

static void read_rows(struct reader *r)
{
    struct str column;
    for (size_t i = 0; i < r->side.table.rows.n; i++)
        number_column_note(&r->numbers, side_cell(&r->side, &r->side.table.rows.at[i], "amount", &column), &r->side.scratch);
    number_columns_decide(&r->numbers, 1, DECIMAL_UNKNOWN);
    for (size_t i = 0; i < r->side.table.rows.n; i++) {
        const struct ruletable_row *row = &r->side.table.rows.at[i];
        struct control control = {.row = row->line};
        bool unit = side_unit(&r->side, row, &control.unit), measure = read_measure(r, row, &control.measure),
             amount = read_amount(r, row, &control.stated);
        if (unit && measure && amount) compare(r, row, control);
    }
}

static void list_uncontrolled(struct reader *r)
{
    const struct ledger *ledger = r->side.ledger;
    for (uint32_t u = 0; u < ledger->units.n; u++) {
        if (r->controlled[u]) continue;
        struct str name = ledger_text(ledger, ledger->units.at[u].name);
        diag_add(r->side.diags,
                 (struct diag){.kind = DIAG_CONTROL_LACKS_UNIT, .file = r->side.table.path, .value = name.n ? name : unit_key(ledger, u)});
    }
}

bool control_read(struct ledger *ledger, const struct ruletable *words, struct str path, struct diags *diags)
{
    struct reader r = {0};
    bool good = side_open(&r.side, ledger, words, path, diags);
    if (good) {
        bool unit = side_needs(&r.side, "unit"), measure = side_needs(&r.side, "measure"), amount = side_needs(&r.side, "amount");
        good = unit && measure && amount;
        if (good) {
            sum_units(&r);
            read_rows(&r);
            list_uncontrolled(&r);
        }
        source_close(&r.side.source);
    }
    side_close(&r.side);
    return good;
}
