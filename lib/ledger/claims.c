#include "effcheck/claims.h"

#include "effcheck/columns.h"
#include "side_table.h"

struct reader {
    struct side_table side;
    const struct pack *pack;
    struct number_column numbers;
};

static bool read_class(struct reader *r, const struct ruletable_row *row, uint16_t *class_index)
{
    struct arena *scratch = &r->side.scratch;
    struct str column = {0}, cell = side_cell(&r->side, row, "class", &column), folded = str_fold(scratch, cell);
    for (*class_index = 0; *class_index < r->pack->classes.n; ++*class_index) {
        const struct class_info *info = &r->pack->classes.at[*class_index];
        const struct str names[] = {info->id, info->name[0], info->name[1]};
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (folded.n && str_eq(folded, str_fold(scratch, names[i]))) return true;
    }
    side_bad(&r->side, row, column, cell, S("classes.csv"));
    return false;
}

static bool read_value(struct reader *r, const struct ruletable_row *row, struct claim *claim)
{
    struct str column = {0}, percent = side_cell(&r->side, row, "percent", &column);
    if (percent.n && percent_parse(percent, &claim->percent)) return true;
    if (percent.n) {
        side_bad(&r->side, row, column, percent, S("0-100"));
        return false;
    }
    struct str amount = side_cell(&r->side, row, "amount", &column);
    claim->in_rupiah = true;
    if (money_parse(amount, r->numbers.mark, &claim->amount)) return true;
    side_bad(&r->side, row, column, amount, S("persen; 1234567,89; 1.234.567,89"));
    return false;
}

static void read_rows(struct reader *r)
{
    struct str column;
    const struct ruletable *table = &r->side.table;
    for (size_t i = 0; i < table->rows.n; i++) number_column_note(&r->numbers, side_cell(&r->side, &table->rows.at[i], "amount", &column), &r->side.scratch);
    number_columns_decide(&r->numbers, 1, DECIMAL_UNKNOWN);
    for (size_t i = 0; i < table->rows.n; i++) {
        const struct ruletable_row *row = &table->rows.at[i];
        struct claim claim = {.row = row->line};
        bool unit = side_unit(&r->side, row, &claim.unit), class = read_class(r, row, &claim.class_index), value = read_value(r, row, &claim);
        if (unit && class && value) *array_push(r->side.ledger->arena, &r->side.ledger->claims) = claim;
    }
}

bool claims_read(struct ledger *ledger, const struct pack *pack, struct str path, struct diags *diags)
{
    struct reader r = {.pack = pack};
    bool good = side_open(&r.side, ledger, &pack->control_words, path, diags);
    if (good) {
        bool unit = side_needs(&r.side, "unit"), class = side_needs(&r.side, "class");
        good = unit && class && (side_has(&r.side, "amount") || side_needs(&r.side, "percent"));
        if (good) read_rows(&r);
        source_close(&r.side.source);
    }
    side_close(&r.side);
    return good;
}
