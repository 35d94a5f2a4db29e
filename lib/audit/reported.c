/* What units had reported for months that are over: amounts that changed, rows that are gone, units that are silent. */
#include <stdlib.h>

#include "effcheck/follow_up.h"

struct str reported_key(struct arena *arena, struct str code, struct str name)
{
    return str_fold(arena, code.n ? code : name);
}

static int order_of(const void *a, const void *b)
{
    const struct reported *x = a, *y = b;
    int order = str_cmp(x->key, y->key);
    return order ? order : date_cmp(x->month, y->month);
}

void reported_sort(struct reported *list, size_t n)
{
    if (n) qsort(list, n, sizeof *list, order_of);
}

/* The amounts that must not change: the original budget, and what was spent in a month. Spending as a whole grows, unless it is dated: then
 * its months are compared. */
static bool amount_differs(const struct compared *row, bool dated, enum measure *measure)
{
    const struct amounts *now = &row->now.amounts, *before = &row->before.amounts;
    bool whole = row->now.month.year == 0;
    *measure = MURNI;
    if (whole && amounts_has(now, MURNI) && amounts_has(before, MURNI) && money_cmp(now->of[MURNI], before->of[MURNI]) != 0) return true;
    *measure = REALISASI;
    int order = money_cmp(now->of[REALISASI], before->of[REALISASI]);
    return whole ? !dated && order < 0 : order != 0;
}

/* Of a unit as a whole the content is that of its original budget, which either side may not have. */
static bool speaks_of_content(const struct compared *row)
{
    return row->now.month.year || (amounts_has(&row->now.amounts, MURNI) && amounts_has(&row->before.amounts, MURNI));
}

/* What a unit does not report this time stays known as it was. */
static void keep_lacking(struct compared *row)
{
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++) {
        if (!((row->lacking >> m) & 1)) continue;
        row->now.amounts.of[m] = row->before.amounts.of[m];
        row->now.amounts.present |= (uint8_t)(1u << m);
        if (m == MURNI) row->now.content = row->before.content;
    }
}

static void judge(struct compared *row, bool dated)
{
    row->lacking = (uint8_t)(row->before.amounts.present & ~row->now.amounts.present);
    if (!row->had) row->change = PAST_NEW;
    else if (row->lacking) {
        row->change = PAST_SILENT;
        keep_lacking(row);
    }
    else if (amount_differs(row, dated, &row->measure)) row->change = PAST_AMOUNT;
    else if (row->now.lines < row->before.lines) row->change = PAST_FEWER;
    else if (speaks_of_content(row) && row->now.content != row->before.content) row->change = PAST_CONTENT;
    else row->change = PAST_SAME;
}

static void add(struct follow_up *follow, struct compared row, struct arena *arena)
{
    bool whole = row.now.month.year == 0;
    follow->changed += row.change >= PAST_AMOUNT && row.change <= PAST_CONTENT;
    follow->silent += whole && row.change == PAST_SILENT;
    *array_push(arena, &follow->reported) = row;
}

/* A month that no longer has any row, of a unit that reports, changed to nothing; a unit without any row is silent in all of them. */
static struct compared gone(const struct reported *before, bool unit_reports)
{
    struct compared row = {.now = *before, .had = true, .before = *before, .change = PAST_SILENT, .measure = REALISASI,
                           .lacking = before->amounts.present};
    if (!unit_reports) return row;
    row.now.lines = 0;
    row.now.amounts.of[REALISASI] = (struct money){0};
    row.now.content = 0;
    row.change = PAST_AMOUNT;
    return row;
}

static bool reports(const struct reported *now, size_t n, struct str unit)
{
    for (size_t i = 0; i < n; i++)
        if (now[i].month.year == 0 && str_eq(now[i].key, unit)) return true;
    return false;
}

static bool has_months(const struct past *past, struct str unit)
{
    for (size_t i = 0; i < past->reported.n; i++)
        if (past->reported.at[i].month.year && str_eq(past->reported.at[i].key, unit)) return true;
    return false;
}

void reported_compare(struct follow_up *follow, const struct reported *now, size_t n, struct arena *arena)
{
    const struct past *past = follow->past;
    size_t i = 0, k = 0, known = past ? past->reported.n : 0;
    while (i < n || k < known) {
        int order = i == n ? 1 : k == known ? -1 : order_of(&now[i], &past->reported.at[k]);
        if (order > 0) {
            const struct reported *before = &past->reported.at[k++];
            bool unit_reports = before->month.year && reports(now, n, before->key);
            if (!unit_reports || before->lines) add(follow, gone(before, unit_reports), arena); /* said once that nothing is left */
            continue;
        }
        struct compared row = {.now = now[i++], .had = order == 0};
        if (row.had) row.before = past->reported.at[k++];
        judge(&row, row.had && row.now.month.year == 0 && has_months(past, row.now.key));
        add(follow, row, arena);
    }
}
