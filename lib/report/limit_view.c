#include <stdlib.h>

#include "effcheck/share.h"
#include "sheets.h"

static uint16_t check_of(const struct pack *pack, const struct limit *limit, enum check_kind kind, enum check_level level)
{
    for (size_t i = 0; i < pack->checks.n; i++) {
        const struct check *check = &pack->checks.at[i];
        bool mine = check->limit_index != NO_INDEX && &pack->limits.at[check->limit_index] == limit;
        if (mine && check->kind == kind && check->level == level) return (uint16_t)i;
    }
    return NO_INDEX;
}

static const struct result *result_of(const struct audit *audit, uint16_t check, uint32_t unit)
{
    return check == NO_INDEX ? NULL : audit_result(audit, check, unit);
}

/* What the check held the amounts against; where there was no such check, the pack's number applied to the total. */
static void set_ceiling(struct limit_unit *row, const struct limit *limit)
{
    const struct result *cut = row->cut;
    row->has_ceiling = (cut && cut->has_limit) || amounts_has(&row->amounts, MURNI);
    if (row->has_ceiling) row->ceiling = cut && cut->has_limit ? cut->limit : money_ceiling(row->amounts.of[MURNI], limit->cut);
    row->gap = row->amounts.of[KINI];
    row->has_gap = row->has_ceiling && amounts_has(&row->amounts, KINI) && money_sub(&row->gap, row->ceiling);
}

/* The region is compared over the units that have both sides; so are the amounts that stand beside its verdict. */
static void take_amount(struct amounts *amounts, const struct result *result, enum measure measure)
{
    if (!result || !amounts_has(&result->amounts, measure)) return;
    amounts->of[measure] = result->amounts.of[measure];
    amounts->present |= (uint8_t)(1u << measure);
}

int report_month(const struct audit *audit)
{
    return audit->period.year == audit->pack->fiscal_year ? audit->period.month : 0;
}

static void set_projection(const struct audit *audit, struct limit_unit *row)
{
    int month = report_month(audit);
    row->has_projection = month && amounts_has(&row->amounts, REALISASI);
    if (row->has_projection) row->projection = share_projected(row->amounts.of[REALISASI], (struct pace){month, 12});
}

static struct limit_unit row_of(const struct audit *audit, const struct limit_view *view, uint32_t unit)
{
    struct limit_unit row = {.unit = unit, .amounts = audit_limit_amounts(audit, unit, view->limit->class_index)};
    row.cut = unit == NO_UNIT ? view->region : result_of(audit, view->cut_check, unit);
    row.spent = result_of(audit, view->spent_check, unit);
    if (unit == NO_UNIT) {
        take_amount(&row.amounts, row.cut, MURNI);
        take_amount(&row.amounts, row.cut, KINI);
        take_amount(&row.amounts, row.spent, REALISASI);
    }
    set_ceiling(&row, view->limit);
    set_projection(audit, &row);
    return row;
}

static bool has_spending(const struct audit *audit, const struct limit_view *view, uint32_t unit)
{
    const struct total *total = audit_total(audit, unit, view->limit->class_index);
    const struct result *cut = result_of(audit, view->cut_check, unit);
    return total->lines || total->rejected || (cut && cut->verdict != VERDICT_NOT_APPLICABLE);
}

bool limit_unit_judged(const struct limit_unit *unit)
{
    return unit->cut && unit->cut->verdict != VERDICT_UNTESTABLE && unit->cut->verdict != VERDICT_NOT_APPLICABLE;
}

static int rank(const struct limit_unit *unit) { return (unit->has_gap && limit_unit_judged(unit) ? 0 : 2) + (unit->has_gap ? 0 : 1); }

static int largest_gap_first(const void *a, const void *b)
{
    const struct limit_unit *x = a, *y = b;
    if (rank(x) != rank(y)) return rank(x) - rank(y);
    int order = x->has_gap ? money_cmp(y->gap, x->gap) : 0;
    return order ? order : (x->unit > y->unit) - (x->unit < y->unit);
}

struct limit_view limit_view_of(struct report *report, const struct limit *limit)
{
    const struct audit *audit = report->audit;
    struct limit_view view = {.limit = limit};
    uint16_t region = check_of(audit->pack, limit, CHECK_CUT, LEVEL_REGION);
    view.cut_check = check_of(audit->pack, limit, CHECK_CUT, LEVEL_UNIT);
    view.spent_check = check_of(audit->pack, limit, CHECK_SPENT_OVER_LIMIT, LEVEL_UNIT);
    view.region = result_of(audit, region == NO_INDEX ? view.cut_check : region, NO_UNIT);
    view.all = row_of(audit, &view, NO_UNIT);
    for (uint32_t unit = 0; unit < audit->ledger->units.n; unit++) {
        if (has_spending(audit, &view, unit))
            *array_push(report->arena, &view.units) = row_of(audit, &view, unit);
        else
            view.without++;
    }
    if (view.units.n) qsort(view.units.at, view.units.n, sizeof *view.units.at, largest_gap_first);
    return view;
}

static struct reason_group *group_of(struct report *report, reason_groups *groups, const struct result *result)
{
    struct str reason = reason_words(report, result);
    for (size_t i = 0; i < groups->n; i++)
        if (groups->at[i].verdict == result->verdict && str_eq(groups->at[i].reason, reason)) return &groups->at[i];
    *array_push(report->arena, groups) = (struct reason_group){.check = result->check, .verdict = result->verdict, .reason = reason};
    return &groups->at[groups->n - 1];
}

reason_groups limit_reasons(struct report *report, const struct limit_view *view, bool spent)
{
    reason_groups groups = {0};
    for (size_t i = 0; i < view->units.n; i++) {
        const struct result *result = spent ? view->units.at[i].spent : view->units.at[i].cut;
        if (!result || (result->verdict != VERDICT_UNTESTABLE && result->verdict != VERDICT_CONSIDER)) continue;
        struct reason_group *group = group_of(report, &groups, result);
        listed_add(report->arena, &group->names, "; ", unit_words(report, result->unit));
        group->units++;
    }
    return groups;
}

struct str limit_first_names(struct report *report, const struct limit_view *view, const struct reason_group *group)
{
    enum { NAMES_MAX = 12 };
    struct str names = group->names.words;
    size_t at = 0;
    if (group->units <= NAMES_MAX) return names;
    for (uint32_t left = NAMES_MAX; left; at++) left -= names.p[at] == ';';
    return text_filled(report->arena, TEXT_AND_MORE_UNITS, report->english, str_sub(names, 0, at - 1),
                       count_word(report, group->units - NAMES_MAX), sheet_name(view->sheet));
}
