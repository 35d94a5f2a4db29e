/*
 * What is still to be cut under one limit, and where it could come from: every unit with its sub kegiatan three ways (budget, realisation,
 * projection). Where a unit stands above its ceiling, its unspent budgets (kini - realisasi) are proposed, the largest first, until
 * the shortfall is covered. Differences, projections and sums are live.
 */
#include <stdlib.h>

#include "effcheck/share.h"
#include "sheets.h"

enum { C_NAME, C_MURNI, C_TARGET, C_KINI, C_GAP, C_SPENT, C_PROJECTION, C_UNSPENT, C_PROPOSED, C_PROFILE, C_COLUMNS, ROWS_MAX = 1000000 };

/* One sub kegiatan of a unit, in the limit's class and scope. */
struct share_of {
    uint32_t activity;
    struct amounts amounts;
    struct money unspent, proposed;
};

struct plan {
    struct report *report;
    const struct limit_view *view;
    const struct limit_unit *unit;
    ARRAY(struct share_of) shares; /* the largest unspent budget first */
    struct money proposed;         /* of the unit */
};

/* The last column only where there is a profile. */
static uint32_t columns_of(const struct report *report) { return report->audit->profile.given ? C_COLUMNS : C_PROFILE; }

struct sheet *cuts_open(struct report *report, const struct limit_view *view)
{
    double m = money_width(report, &view->all.amounts);
    const double widths[C_COLUMNS] = {46, m, m, m, m, m, m, m, m, m};
    struct str name = text_filled(report->arena, TEXT_SHEET_CUTS, report->english, sheet_name(view->sheet));
    return book_long_sheet(report->book, name, widths, columns_of(report));
}

static bool counts(const struct audit *audit, const struct line *line)
{
    return !line->rejected && !(line->outside && audit->pack->policy.scope == SCOPE_PRACTICE);
}

/* Cells are sorted by unit and sub kegiatan. */
static void add_cell(struct plan *plan, const struct cell *cell)
{
    const struct audit *audit = plan->report->audit;
    size_t n = plan->shares.n;
    if (!n || plan->shares.at[n - 1].activity != cell->activity)
        *array_push(plan->report->arena, &plan->shares) = (struct share_of){.activity = cell->activity};
    for (uint32_t k = 0; k < cell->total.lines + cell->total.rejected; k++) {
        const struct line *line = &audit->ledger->lines.at[audit->cell_lines[cell->first_line + k]];
        if (counts(audit, line)) amounts_add(&plan->shares.at[plan->shares.n - 1].amounts, &line->amounts); /* part of a checked sum */
    }
}

static int by_unspent(const void *a, const void *b)
{
    const struct share_of *x = a, *y = b;
    int order = money_cmp(y->unspent, x->unspent);
    return order ? order : (x->activity > y->activity) - (x->activity < y->activity);
}

static bool is_short(const struct limit_unit *unit)
{
    return unit->has_gap && unit->gap.sen > 0 && limit_unit_judged(unit);
}

static void propose(struct plan *plan)
{
    struct money rest = plan->unit->gap;
    bool known = is_short(plan->unit) && amounts_has(&plan->unit->amounts, REALISASI);
    for (size_t i = 0; known && i < plan->shares.n && rest.sen > 0; i++) {
        struct share_of *share = &plan->shares.at[i];
        if (share->unspent.sen <= 0) return;
        share->proposed = money_cmp(share->unspent, rest) < 0 ? share->unspent : rest;
        money_sub(&rest, share->proposed);
        money_add(&plan->proposed, share->proposed);
    }
}

/* Cells are sorted by unit. */
static uint32_t *first_cells(struct report *report)
{
    const struct audit *audit = report->audit;
    uint32_t *first = arena_new_n(report->arena, uint32_t, audit->ledger->units.n + 2);
    for (uint32_t i = 0; i < audit->cells.n; i++) first[audit->cells.at[i].unit + 1] = i + 1;
    for (size_t unit = 1; unit <= audit->ledger->units.n; unit++)
        if (first[unit] < first[unit - 1]) first[unit] = first[unit - 1];
    return first;
}

static struct plan plan_of(struct report *report, const struct limit_view *view, const struct limit_unit *unit, const uint32_t *first_cell)
{
    struct plan plan = {.report = report, .view = view, .unit = unit};
    for (uint32_t i = first_cell[unit->unit]; i < first_cell[unit->unit + 1]; i++)
        if (report->audit->cells.at[i].class_index == view->limit->class_index) add_cell(&plan, &report->audit->cells.at[i]);
    for (size_t i = 0; i < plan.shares.n; i++)
        plan.shares.at[i].unspent = money_minus(plan.shares.at[i].amounts.of[KINI], plan.shares.at[i].amounts.of[REALISASI]);
    if (plan.shares.n) qsort(plan.shares.at, plan.shares.n, sizeof *plan.shares.at, by_unspent);
    propose(&plan);
    return plan;
}

/* ---- rows ---- */

/* Where a unit speaks of a measure, a sub kegiatan without it has none: that is zero. */
static struct amounts as_unit(const struct plan *plan, struct amounts amounts)
{
    amounts.present |= plan->unit->amounts.present;
    return amounts;
}

static void put_projections(struct plan *plan, uint32_t row, enum style style, const struct amounts *amounts)
{
    struct report *report = plan->report;
    struct sheet *sheet = plan->view->cuts;
    int month = report_month(report->audit);
    struct pace pace = month && report->audit->profile.given ? profile_pace(&report->audit->profile, month) : (struct pace){0};
    if (!amounts_has(amounts, REALISASI)) return;
    if (month)
        book_money_formula(sheet, row, C_PROJECTION, style, projection_formula(report, row, C_SPENT),
                           share_projected(amounts->of[REALISASI], (struct pace){month, 12}));
    if (pace.part) book_money(sheet, row, C_PROFILE, style, share_projected(amounts->of[REALISASI], pace));
}

static void put_amounts(struct plan *plan, uint32_t row, bool heading, struct amounts amounts)
{
    enum style style = heading ? STYLE_TOTAL_MONEY : STYLE_MONEY;
    struct report *report = plan->report;
    struct sheet *sheet = plan->view->cuts;
    struct money target = money_ceiling(amounts.of[MURNI], plan->view->limit->cut);
    bool murni = amounts_has(&amounts, MURNI), kini = amounts_has(&amounts, KINI), spent = amounts_has(&amounts, REALISASI);
    for (uint32_t column = C_MURNI; column < columns_of(report); column++) book_blank(sheet, row, column, STYLE_ABSENT);
    amount_put(sheet, row, C_MURNI, style, &amounts, MURNI);
    if (murni) book_money(sheet, row, C_TARGET, style, target);
    amount_put(sheet, row, C_KINI, style, &amounts, KINI);
    if (murni && kini) difference_put(report, sheet, row, C_GAP, heading ? STYLE_TOTAL_OVER : STYLE_OVER, C_KINI, C_TARGET, money_minus(amounts.of[KINI], target));
    amount_put(sheet, row, C_SPENT, style, &amounts, REALISASI);
    put_projections(plan, row, style, &amounts);
    if (kini && spent)
        difference_put(report, sheet, row, C_UNSPENT, style, C_KINI, C_SPENT, money_minus(amounts.of[KINI], amounts.of[REALISASI]));
}

static void put_share(struct plan *plan, uint32_t row, const struct share_of *share)
{
    struct str name = share->activity ? activity_words(plan->report, share->activity) : report_text(plan->report, TEXT_NO_ACTIVITY);
    book_text(plan->view->cuts, row, C_NAME, STYLE_INDENTED, name);
    put_amounts(plan, row, false, as_unit(plan, share->amounts));
    if (is_short(plan->unit) && amounts_has(&plan->unit->amounts, REALISASI)) book_money(plan->view->cuts, row, C_PROPOSED, STYLE_MONEY, share->proposed);
}

static uint32_t put_unit(struct plan *plan, uint32_t row)
{
    struct report *report = plan->report;
    uint32_t first = row + 1, end = first + (uint32_t)plan->shares.n;
    book_text(plan->view->cuts, row, C_NAME, STYLE_TOTAL_TEXT, unit_words(report, plan->unit->unit));
    put_amounts(plan, row, true, plan->unit->amounts);
    if (end > first && is_short(plan->unit) && amounts_has(&plan->unit->amounts, REALISASI))
        book_money_formula(plan->view->cuts, row, C_PROPOSED, STYLE_TOTAL_MONEY, sum_formula(report->arena, C_PROPOSED, first, end), plan->proposed);
    for (size_t i = 0; i < plan->shares.n; i++) put_share(plan, first + (uint32_t)i, &plan->shares.at[i]);
    return end;
}

/* What the proposals do not reach, one sentence a unit. */
static struct str shortage_of(const struct plan *plan)
{
    struct report *report = plan->report;
    struct str name = unit_words(report, plan->unit->unit);
    struct money rest = plan->unit->gap;
    if (!is_short(plan->unit)) return (struct str){0};
    if (!amounts_has(&plan->unit->amounts, REALISASI)) return text_filled(report->arena, TEXT_CUTS_NO_SPENT, report->english, name);
    money_sub(&rest, plan->proposed);
    if (rest.sen <= 0) return (struct str){0};
    return text_filled(report->arena, TEXT_CUTS_UNCOVERED, report->english, name, rupiah(report, plan->unit->gap), rupiah(report, rest));
}

void cuts_fill(struct report *report, const struct limit_view *view)
{
    static const enum text_id heads[C_COLUMNS] = {TEXT_UNIT_OR_ACTIVITY, TEXT_MURNI, TEXT_TARGET, TEXT_KINI, TEXT_OVER_UNDER, TEXT_REALISASI,
                                                  TEXT_PROJECTION, TEXT_UNSPENT, TEXT_PROPOSED, TEXT_PROJECTION_PROFILE};
    ARRAY(struct str) notes = {0};
    struct row_words words;
    uint32_t row = ROW_FIRST;
    frame_put_title(report, view->cuts, text_filled(report->arena, TEXT_TITLE_CUTS, report->english, view->limit->title[report->english]),
                    report_text(report, TEXT_CUTS_HINT));
    header_put(report, view->cuts, ROW_HEAD, heads, columns_of(report));
    bool some = false;
    const uint32_t *first_cell = first_cells(report);
    row_words_begin(report, &words);
    for (size_t i = 0; i < view->units.n && row < ROWS_MAX; i++) {
        struct plan plan = plan_of(report, view, &view->units.at[i], first_cell);
        row = put_unit(&plan, row);
        some |= is_short(plan.unit);
        struct str shortage = shortage_of(&plan);
        if (shortage.n) *array_push(words.kept, &notes) = str_copy(words.kept, shortage);
        row_words_next(&words);
    }
    row_words_end(report, &words);
    table_frame(view->cuts, row, columns_of(report), C_NAME + 1);
    if (!some) *array_push(report->arena, &notes) = report_text(report, TEXT_CUTS_NONE);
    *array_push(report->arena, &notes) = report_text(report, TEXT_CUTS_NOTE);
    row++;
    for (size_t i = 0; i < notes.n; i++) paragraph_put(view->cuts, row++, 0, columns_of(report) - 1, STYLE_PARAGRAPH, notes.at[i]);
}
