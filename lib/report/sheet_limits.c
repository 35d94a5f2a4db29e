/*
 * One sheet for each limit of the pack: every unit's original budget, ceiling, budget in force and spending, worst first.
 */
#include "effcheck/share.h"
#include "sheets.h"

enum { WHOLE_BP = 10000 };

static const enum text_id HEADS[LIMIT_COLUMNS] = {
    TEXT_NUMBER, TEXT_UNIT, TEXT_MURNI, TEXT_TARGET, TEXT_KINI, TEXT_DIFFERENCE, TEXT_CUT_SHARE, TEXT_OVER_UNDER, TEXT_REALISASI,
    TEXT_ROOM, TEXT_PROJECTION, TEXT_VERDICT_BUDGET, TEXT_VERDICT_SPENT,
};

struct sheet *limit_open(struct report *report, const struct limit_view *view)
{
    double m = money_width(report, &view->all.amounts);
    const double widths[LIMIT_COLUMNS] = {4.5, 36, m, m, m, m, 11.5, m, m, m, m, 13, 13};
    const struct limit *limit = view->limit;
    struct str name = limit->sheet[report->english];
    if (!name.n) name = report->audit->pack->classes.at[limit->class_index].name[report->english];
    return book_sheet(report->book, name, widths, LIMIT_COLUMNS);
}

/* Two columns of one row, for formulas. */
static struct str ref(struct report *report, uint32_t row, uint32_t column) { return book_ref(report->arena, row, column); }

void difference_put(struct report *report, struct sheet *sheet, uint32_t row, uint32_t column, enum style style, uint32_t x,
                           uint32_t y, struct money value)
{
    struct str a = ref(report, row, x), b = ref(report, row, y);
    book_money_formula(sheet, row, column, style, str_format(report->arena, "=%.*s-%.*s", STR_ARG(a), STR_ARG(b)), value);
}

/* part / whole of two columns of this row, live; rounded as it is stored. */
struct str projection_formula(struct report *report, uint32_t row, uint32_t spent)
{
    struct str a = ref(report, row, spent);
    return str_format(report->arena, "=INT(ROUND(%.*s*100,0)*12/%d)/100", STR_ARG(a), report_month(report->audit));
}

static void put_share(struct report *report, struct sheet *sheet, uint32_t row, uint32_t column, enum style style, uint32_t part,
                      uint32_t whole, struct money part_value, struct money whole_value)
{
    struct str a = ref(report, row, part), b = ref(report, row, whole);
    struct str formula = str_format(report->arena, "=ROUND(%.*s/%.*s,4)", STR_ARG(a), STR_ARG(b));
    book_percent_formula(sheet, row, column, style, formula, money_share_bp(part_value, whole_value));
}

/* What a row shows beside its plain amounts. */
struct derived {
    bool has_difference, has_room;
    struct money difference, room;
};

static struct derived derived_of(const struct limit_unit *unit)
{
    const struct amounts *a = &unit->amounts;
    struct derived d = {.difference = a->of[MURNI], .room = unit->ceiling};
    d.has_difference = amounts_has(a, MURNI) && amounts_has(a, KINI) && money_sub(&d.difference, a->of[KINI]);
    d.has_room = unit->has_ceiling && amounts_has(a, REALISASI) && money_sub(&d.room, a->of[REALISASI]);
    return d;
}

static void put_absent(struct sheet *sheet, uint32_t row, const uint32_t *columns, size_t n)
{
    for (size_t i = 0; i < n; i++) book_blank(sheet, row, columns[i], STYLE_ABSENT);
}

static void put_budget(struct report *report, struct sheet *sheet, uint32_t row, const struct limit_unit *unit, const struct derived *d)
{
    const uint32_t all[] = {LIMIT_CEILING, LIMIT_DIFFERENCE, LIMIT_CUT, LIMIT_GAP};
    put_absent(sheet, row, all, sizeof all / sizeof *all); /* overwritten where there is something */
    amount_put(sheet, row, LIMIT_MURNI, STYLE_MONEY, &unit->amounts, MURNI);
    amount_put(sheet, row, LIMIT_KINI, STYLE_MONEY, &unit->amounts, KINI);
    if (unit->has_ceiling) book_money(sheet, row, LIMIT_CEILING, STYLE_MONEY, unit->ceiling);
    if (d->has_difference) difference_put(report, sheet, row, LIMIT_DIFFERENCE, STYLE_MONEY, LIMIT_MURNI, LIMIT_KINI, d->difference);
    if (d->has_difference && unit->amounts.of[MURNI].sen)
        put_share(report, sheet, row, LIMIT_CUT, STYLE_PERCENT, LIMIT_DIFFERENCE, LIMIT_MURNI, d->difference, unit->amounts.of[MURNI]);
    if (unit->has_gap) difference_put(report, sheet, row, LIMIT_GAP, STYLE_OVER, LIMIT_KINI, LIMIT_CEILING, unit->gap);
}

static void put_spending(struct report *report, struct sheet *sheet, uint32_t row, const struct limit_unit *unit, const struct derived *d)
{
    const uint32_t all[] = {LIMIT_ROOM, LIMIT_PROJECTION};
    put_absent(sheet, row, all, sizeof all / sizeof *all);
    amount_put(sheet, row, LIMIT_SPENT, STYLE_MONEY, &unit->amounts, REALISASI);
    if (d->has_room) difference_put(report, sheet, row, LIMIT_ROOM, STYLE_MONEY, LIMIT_CEILING, LIMIT_SPENT, d->room);
    if (unit->has_projection)
        book_money_formula(sheet, row, LIMIT_PROJECTION, STYLE_MONEY, projection_formula(report, row, LIMIT_SPENT), unit->projection);
}

static void put_unit(struct report *report, const struct limit_view *view, size_t i)
{
    const struct limit_unit *unit = &view->units.at[i];
    struct derived derived = derived_of(unit);
    uint32_t row = ROW_FIRST + (uint32_t)i;
    book_integer(view->sheet, row, LIMIT_NUMBER, STYLE_INTEGER, (int64_t)i + 1);
    book_text(view->sheet, row, LIMIT_NAME, STYLE_TEXT, unit_words(report, unit->unit));
    put_budget(report, view->sheet, row, unit, &derived);
    verdict_put(report, view->sheet, row, LIMIT_VERDICT, unit->cut);
    put_spending(report, view->sheet, row, unit, &derived);
    verdict_put(report, view->sheet, row, LIMIT_SPENT_VERDICT, unit->spent);
}

/* ---- the total row: live sums of the rows above, and the same sums as stored values ---- */

struct sums {
    struct money of[LIMIT_COLUMNS];
};

static void add(struct sums *sums, enum limit_column column, bool present, struct money money)
{
    if (present) money_add(&sums->of[column], money); /* audit_totals has checked larger sums */
}

static struct sums sums_of(const struct limit_view *view)
{
    struct sums sums = {0};
    for (size_t i = 0; i < view->units.n; i++) {
        const struct limit_unit *unit = &view->units.at[i];
        struct derived derived = derived_of(unit);
        add(&sums, LIMIT_MURNI, amounts_has(&unit->amounts, MURNI), unit->amounts.of[MURNI]);
        add(&sums, LIMIT_CEILING, unit->has_ceiling, unit->ceiling);
        add(&sums, LIMIT_KINI, amounts_has(&unit->amounts, KINI), unit->amounts.of[KINI]);
        add(&sums, LIMIT_DIFFERENCE, derived.has_difference, derived.difference);
        add(&sums, LIMIT_GAP, unit->has_gap, unit->gap);
        add(&sums, LIMIT_SPENT, amounts_has(&unit->amounts, REALISASI), unit->amounts.of[REALISASI]);
        add(&sums, LIMIT_ROOM, derived.has_room, derived.room);
        add(&sums, LIMIT_PROJECTION, unit->has_projection, unit->projection);
    }
    return sums;
}

static void put_sums(struct report *report, const struct limit_view *view, uint32_t row)
{
    static const enum limit_column money[] = {LIMIT_MURNI, LIMIT_CEILING, LIMIT_KINI, LIMIT_DIFFERENCE, LIMIT_GAP, LIMIT_SPENT, LIMIT_ROOM, LIMIT_PROJECTION};
    struct sums sums = sums_of(view);
    struct sheet *sheet = view->sheet;
    for (uint32_t column = 0; column < LIMIT_COLUMNS; column++) book_blank(sheet, row, column, STYLE_TOTAL_TEXT);
    book_text(sheet, row, LIMIT_NAME, STYLE_TOTAL_TEXT, report_text(report, TEXT_SUM));
    for (size_t i = 0; i < sizeof money / sizeof *money; i++)
        book_money_formula(sheet, row, money[i], money[i] == LIMIT_GAP ? STYLE_TOTAL_OVER : STYLE_TOTAL_MONEY,
                           sum_formula(report->arena, money[i], ROW_FIRST, row), sums.of[money[i]]);
    if (sums.of[LIMIT_MURNI].sen)
        put_share(report, sheet, row, LIMIT_CUT, STYLE_TOTAL_PERCENT, LIMIT_DIFFERENCE, LIMIT_MURNI, sums.of[LIMIT_DIFFERENCE],
                  sums.of[LIMIT_MURNI]);
}

/* The region as the audit judged it; its ceiling is taken from the total, not added up from the units. */
static void put_region(struct report *report, const struct limit_view *view, uint32_t row)
{
    const struct limit_unit *all = &view->all;
    struct derived derived = derived_of(all);
    book_blank(view->sheet, row, LIMIT_NUMBER, STYLE_TEXT);
    book_text(view->sheet, row, LIMIT_NAME, STYLE_GROUP_TEXT, report_text(report, TEXT_REGION_TEST));
    put_budget(report, view->sheet, row, all, &derived);
    verdict_put(report, view->sheet, row, LIMIT_VERDICT, all->cut);
    put_spending(report, view->sheet, row, all, &derived);
    verdict_put(report, view->sheet, row, LIMIT_SPENT_VERDICT, all->spent);
}

/* ---- both scopes of the region ---- */

static struct limit_unit side_row(const struct report *report, const struct scope_side *side)
{
    struct limit_unit row = {.unit = NO_UNIT, .amounts = side->amounts, .has_ceiling = true, .ceiling = side->ceiling, .has_gap = true, .gap = side->gap};
    int month = report_month(report->audit);
    row.has_projection = month && amounts_has(&row.amounts, REALISASI);
    if (row.has_projection) row.projection = share_projected(row.amounts.of[REALISASI], (struct pace){month, 12});
    return row;
}

/* Strict and practice of the region, one below the other in the columns of the table; nothing where the policy leaves nothing out. */
static uint32_t put_scopes(struct report *report, const struct limit_view *view, uint32_t row)
{
    static const enum text_id names[SCOPE_COUNT] = {TEXT_SCOPE_STRICT_ROW, TEXT_SCOPE_PRACTICE_ROW};
    for (size_t i = 0; i < report->audit->scopes.n; i++) {
        const struct scope_result *both = &report->audit->scopes.at[i];
        if (&report->audit->results.at[both->result] != view->region) continue;
        for (enum scope s = SCOPE_STRICT; s < SCOPE_COUNT; s++, row++) {
            const struct scope_side *side = &both->side[s];
            struct limit_unit as_row = side_row(report, side);
            struct derived derived = derived_of(&as_row);
            book_blank(view->sheet, row, LIMIT_NUMBER, STYLE_TEXT);
            book_text(view->sheet, row, LIMIT_NAME, STYLE_TEXT, report_text(report, names[s]));
            put_budget(report, view->sheet, row, &as_row, &derived);
            put_spending(report, view->sheet, row, &as_row, &derived);
            enum style style = !side->tested ? STYLE_UNKNOWN : side->met ? STYLE_GOOD : STYLE_BAD;
            struct str word = side->tested ? report_text(report, side->met ? TEXT_WITHIN : TEXT_BEYOND) : verdict_word(report, VERDICT_UNTESTABLE);
            book_text(view->sheet, row, LIMIT_VERDICT, style, word);
            book_blank(view->sheet, row, LIMIT_SPENT_VERDICT, STYLE_ABSENT);
        }
    }
    return row;
}

/* ---- below the table ---- */

static uint32_t put_reasons_of(struct report *report, const struct limit_view *view, uint32_t row, bool spent)
{
    reason_groups groups = limit_reasons(report, view, spent);
    for (size_t i = 0; i < groups.n; i++, row++) {
        struct str id = report->audit->pack->checks.at[groups.at[i].check].id;
        struct str line = str_format(report->arena, "%.*s · %.*s", STR_ARG(id), STR_ARG(groups.at[i].reason));
        double left = merged_put(view->sheet, row, LIMIT_NUMBER, LIMIT_NAME, STYLE_TEXT, line);
        double right = merged_put(view->sheet, row, LIMIT_MURNI, LIMIT_COLUMNS - 1, STYLE_TEXT, groups.at[i].names.words);
        sheet_height(view->sheet, row, left > right ? left : right);
    }
    return row;
}

static uint32_t put_reasons(struct report *report, const struct limit_view *view, uint32_t row)
{
    uint32_t first = row + 1, end = put_reasons_of(report, view, first, false);
    end = put_reasons_of(report, view, end, true);
    if (end == first) return row;
    book_text(view->sheet, row, 0, STYLE_SECTION, report_text(report, TEXT_REASONS));
    return end + 1;
}

static void put_notes(struct report *report, const struct limit_view *view, uint32_t row)
{
    const struct limit *limit = view->limit;
    struct str kept = percent_word(report, WHOLE_BP - limit->cut.bp), place = place_words(report, &limit->place);
    int month = report_month(report->audit);
    struct str projected = month ? text_filled(report->arena, TEXT_PROJECTION_NOTE, report->english, count_word(report, (uint64_t)month))
                                 : report_text(report, TEXT_PROJECTION_NONE);
    struct str notes[] = {
        projected,
        text_filled(report->arena, TEXT_LIMIT_NOTE, report->english, kept),
        text_filled(report->arena, TEXT_LIMIT_BASIS, report->english, limit->basis[report->english], place),
        text_filled(report->arena, TEXT_LIMIT_WITHOUT, report->english, count_word(report, view->without)),
    };
    for (size_t i = 0; i < 4; i++)
        if (i < 3 || view->without) paragraph_put(view->sheet, row++, 0, LIMIT_COLUMNS - 1, STYLE_PARAGRAPH, notes[i]);
}

void limit_fill(struct report *report, const struct limit_view *view)
{
    uint32_t row = ROW_FIRST + (uint32_t)view->units.n;
    frame_put_title(report, view->sheet, view->limit->title[report->english], report_text(report, TEXT_LIMIT_HINT));
    header_put(report, view->sheet, ROW_HEAD, HEADS, LIMIT_COLUMNS);
    table_frame(view->sheet, row, LIMIT_COLUMNS, LIMIT_NAME + 1);
    for (size_t i = 0; i < view->units.n; i++) put_unit(report, view, i);
    if (view->units.n) put_sums(report, view, row++);
    put_region(report, view, row++);
    row = put_scopes(report, view, row);
    if (view->units.n) sheet_data_bars(view->sheet, ROW_FIRST, ROW_FIRST + (uint32_t)view->units.n - 1, LIMIT_GAP);
    row = put_reasons(report, view, row + 1);
    put_notes(report, view, row);
}
