#include "effcheck/audit.h"
#include "effcheck/text.h"

static const enum text_id FORMULAS[CHECK_KIND_COUNT] = {
    [CHECK_CUT] = TEXT_FORMULA_CUT, [CHECK_NEW_ACTIVITY] = TEXT_FORMULA_NEW_ACTIVITY, [CHECK_SPENT_OVER_LIMIT] = TEXT_FORMULA_SPENT_OVER_LIMIT,
    [CHECK_SPENT_OVER_BUDGET] = TEXT_FORMULA_SPENT_OVER_BUDGET, [CHECK_TREND] = TEXT_FORMULA_TREND, [CHECK_NO_BASELINE] = TEXT_FORMULA_NO_BASELINE,
    [CHECK_RECONCILE] = TEXT_FORMULA_RECONCILE, [CHECK_CONTROL] = TEXT_FORMULA_CONTROL, [CHECK_EXCLUDED_ROWS] = TEXT_FORMULA_EXCLUDED_ROWS,
    [CHECK_ACCOUNT_SPELLING] = TEXT_FORMULA_ACCOUNT_SPELLING, [CHECK_ACCOUNT_SHARE] = TEXT_FORMULA_ACCOUNT_SHARE,
    [CHECK_PARAMETERS] = TEXT_FORMULA_PARAMETERS, [CHECK_PROJECTION] = TEXT_FORMULA_PROJECTION, [CHECK_PRESENCE] = TEXT_FORMULA_PRESENCE,
    [CHECK_SHARE_OF_CLASS] = TEXT_FORMULA_SHARE_OF_CLASS, [CHECK_PURPOSE_LIST] = TEXT_FORMULA_PURPOSE_LIST,
    [CHECK_PURPOSE_OUTSIDE] = TEXT_FORMULA_PURPOSE_OUTSIDE, [CHECK_SHIFT] = TEXT_FORMULA_SHIFT, [CHECK_INPUT_HEAVY] = TEXT_FORMULA_INPUT_HEAVY,
    [CHECK_DESTINATION] = TEXT_FORMULA_DESTINATION, [CHECK_BALANCE] = TEXT_FORMULA_BALANCE, [CHECK_UNEVEN_CUT] = TEXT_FORMULA_UNEVEN_CUT,
    [CHECK_NUMBER_FORMAT] = TEXT_FORMULA_NUMBER_FORMAT, [CHECK_ODD_AMOUNTS] = TEXT_FORMULA_ODD_AMOUNTS,
    [CHECK_UNIT_NAMES] = TEXT_FORMULA_UNIT_NAMES, [CHECK_ENCODINGS] = TEXT_FORMULA_ENCODINGS, [CHECK_DECIDED_BY] = TEXT_FORMULA_DECIDED_BY,
    [CHECK_STAGE_RISE] = TEXT_FORMULA_STAGE_RISE, [CHECK_PAID_TWICE] = TEXT_FORMULA_PAID_TWICE, [CHECK_PILE_UP] = TEXT_FORMULA_PILE_UP,
    [CHECK_ROUND] = TEXT_FORMULA_ROUND, [CHECK_NO_OUTPUT] = TEXT_FORMULA_NO_OUTPUT, [CHECK_FLAT_CUT] = TEXT_FORMULA_FLAT_CUT,
    [CHECK_REPEATED] = TEXT_FORMULA_REPEATED, [CHECK_DUPLICATES] = TEXT_FORMULA_DUPLICATES, [CHECK_DATES] = TEXT_FORMULA_DATES, [CHECK_CLAIMS] = TEXT_FORMULA_CLAIMS,
    [CHECK_PROJECTION_PROFILE] = TEXT_FORMULA_PROJECTION_PROFILE,
    [CHECK_RATE] = TEXT_FORMULA_RATE, [CHECK_RATE_UNIT] = TEXT_FORMULA_RATE_UNIT, [CHECK_COMMITTEE] = TEXT_FORMULA_COMMITTEE,
    [CHECK_TEAMS] = TEXT_FORMULA_TEAMS, [CHECK_MEMBERS] = TEXT_FORMULA_MEMBERS, [CHECK_MONTHS] = TEXT_FORMULA_MONTHS,
};

/* One number of the check, behind those already there. */
static struct str with_number(struct arena *arena, struct str list, const char *name, struct str value)
{
    return str_format(arena, "%.*s%s%s = %.*s", STR_ARG(list), list.n ? "; " : "", name, STR_ARG(value));
}

static struct str numbers_of(struct arena *arena, const struct pack *pack, const struct check *check, bool english)
{
    struct str list = {0};
    if (check->limit_index != NO_INDEX) list = with_number(arena, list, "limit", text_percent(arena, pack->limits.at[check->limit_index].cut.bp, english));
    if (check->has_percent) list = with_number(arena, list, "percent", text_percent(arena, check->percent.bp, english));
    if (check->margin.bp) list = with_number(arena, list, "margin", text_percent(arena, check->margin.bp, english));
    if (check->from_month) list = with_number(arena, list, "from_month", text_count(arena, check->from_month, english));
    if (check->rupiah.sen) list = with_number(arena, list, "rupiah", text_count(arena, (uint64_t)(check->rupiah.sen / 100), english));
    if (check->least) list = with_number(arena, list, "least", text_count(arena, check->least, english));
    return list;
}

struct str check_formula(struct arena *arena, const struct pack *pack, const struct check *check, bool english)
{
    struct str formula = text_str(FORMULAS[check->kind], english), numbers = numbers_of(arena, pack, check, english);
    return numbers.n ? str_format(arena, "%.*s [%.*s]", STR_ARG(formula), STR_ARG(numbers)) : formula;
}
