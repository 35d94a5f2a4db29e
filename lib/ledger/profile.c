#include "effcheck/profile.h"

#include "effcheck/columns.h"
#include "side_table.h"

enum { MONTHS = 12 };

/* The share or amount of a row, without its percent sign. */
static struct str share_cell(struct side_table *side, const struct ruletable_row *row, struct str *column)
{
    struct str cell = side_cell(side, row, "share", column);
    if (!cell.n) cell = side_cell(side, row, "amount", column);
    return str_ends(cell, S("%")) ? str_trim(str_sub(cell, 0, cell.n - 1)) : cell;
}

static bool read_share(struct side_table *side, const struct ruletable_row *row, const struct number_column *numbers, struct money *share)
{
    struct str column = {0}, cell = share_cell(side, row, &column);
    if (money_parse(cell, numbers->mark, share) && share->sen >= 0) return true;
    side_bad(side, row, column, cell, S("8,33; 1.234.567,89"));
    return false;
}

static bool read_month(struct side_table *side, const struct ruletable_row *row, bool seen[MONTHS], int *month)
{
    struct str column = {0}, cell = side_cell(side, row, "month", &column);
    bool good = date_month(cell, month) && !seen[*month - 1];
    if (good) seen[*month - 1] = true;
    else side_bad(side, row, column, cell, S("1-12, Januari-Desember, 1 x"));
    return good;
}

static bool read_rows(struct side_table *side, struct profile *profile)
{
    struct number_column numbers = {0};
    bool seen[MONTHS] = {false}, good = true;
    struct money sum = {0};
    struct str column;
    for (size_t i = 0; i < side->table.rows.n; i++) number_column_note(&numbers, share_cell(side, &side->table.rows.at[i], &column), &side->scratch);
    number_columns_decide(&numbers, 1, DECIMAL_UNKNOWN);
    for (size_t i = 0; i < side->table.rows.n; i++) {
        const struct ruletable_row *row = &side->table.rows.at[i];
        struct money share;
        int month;
        bool has_month = read_month(side, row, seen, &month), has_share = read_share(side, row, &numbers, &share);
        good &= has_month && has_share && money_add(&sum, share);
        if (has_month && has_share) profile->month[month - 1] = share;
    }
    for (int m = 0; m < MONTHS; m++) good &= seen[m];
    if (good && sum.sen > 0) return true;
    diag_add(side->diags, (struct diag){.kind = DIAG_PROFILE_BAD, .file = side->table.path});
    return false;
}

bool profile_read(struct profile *profile, const struct ledger *ledger, const struct pack *pack, struct str path, struct diags *diags)
{
    struct side_table side;
    struct ledger none = {.arena = ledger->arena}; /* no row speaks of a unit */
    *profile = (struct profile){.path = path};
    bool good = side_open(&side, &none, &pack->control_words, path, diags);
    if (good) {
        good = side_needs(&side, "month") && (side_has(&side, "amount") || side_needs(&side, "share"));
        if (good) profile->given = read_rows(&side, profile);
        source_close(&side.source);
    }
    side_close(&side);
    return good;
}

struct pace profile_pace(const struct profile *profile, int month)
{
    struct pace pace = {0};
    for (int m = 0; m < MONTHS; m++) {
        pace.whole += profile->month[m].sen; /* profile_read has checked the sum */
        if (m < month) pace.part += profile->month[m].sen;
    }
    return pace;
}
