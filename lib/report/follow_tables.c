#include "follow_tables.h"

#include <stdio.h>

static const enum text_id FINDINGS[F_COLUMNS] = {
    TEXT_FINDING_ID, TEXT_FOLLOW_STATE, TEXT_AGE, TEXT_CHECK, TEXT_NATURE, TEXT_SEVERITY, TEXT_UNIT, TEXT_ACTIVITY, TEXT_ACCOUNT, TEXT_CONDITION,
    TEXT_CRITERIA, TEXT_AMOUNT, TEXT_OLD_AMOUNT, TEXT_CAUSE, TEXT_EFFECT, TEXT_RECOMMENDATION, TEXT_FINDING_CODE, TEXT_SOURCE, TEXT_EXCEPTION,
    TEXT_FOLLOW_UP, TEXT_OWNER, TEXT_DUE, TEXT_NOTE,
};
static const enum text_id TRAIL[J_COLUMNS] = {
    TEXT_FINDING_ID, TEXT_FOLLOW_STATE, TEXT_CHECK, TEXT_UNIT_CODE, TEXT_UNIT, TEXT_CONDITION, TEXT_AMOUNT, TEXT_OLD_AMOUNT, TEXT_FIRST_SEEN,
    TEXT_SEEN_SINCE, TEXT_LAST_SEEN, TEXT_DONE_IN, TEXT_FOLLOW_UP, TEXT_OWNER, TEXT_DUE, TEXT_NOTE, TEXT_CHECK_MARK,
};
static const enum text_id REPORTED[D_COLUMNS] = {
    TEXT_UNIT_CODE, TEXT_UNIT, TEXT_MONTH, TEXT_LINES, TEXT_MURNI, TEXT_KINI, TEXT_REALISASI, TEXT_OLD_LINES, TEXT_OLD_MURNI, TEXT_OLD_KINI, TEXT_OLD_SPENT,
    TEXT_PAST_REMARK, TEXT_CONTENT_MARK, TEXT_CHECK_MARK,
};
static const enum text_id HISTORY[H_COLUMNS] = {
    TEXT_PERIOD, TEXT_REPORT_DATE, TEXT_REGION, TEXT_PACK_YEAR, TEXT_PACK, TEXT_FILES_COUNT, TEXT_LINES, TEXT_MURNI, TEXT_CEILING, TEXT_KINI, TEXT_REALISASI,
    TEXT_FINDINGS_COUNT, TEXT_STATE_NEW, TEXT_STATE_SAME, TEXT_STATE_CHANGED, TEXT_STATE_BACK, TEXT_STATE_DONE, TEXT_STATE_UNTESTED, TEXT_STATE_ACCEPTED,
    TEXT_STATE_OVERDUE, TEXT_SHARE_UNCLASSIFIED, TEXT_CHECK_MARK,
};

#define BIT(column) (UINT32_C(1) << (column))
#define ALL(columns) (BIT(columns) - 1)

const struct follow_table *follow_table_of(enum follow_table_kind kind)
{
    static const struct follow_table tables[TABLE_KINDS] = {
        [TABLE_FINDINGS] = {FINDINGS, F_COLUMNS, BIT(F_ID) | BIT(F_STATUS) | BIT(F_OWNER) | BIT(F_DUE) | BIT(F_NOTE), {F_ID, F_CRITERIA}},
        [TABLE_TRAIL] = {TRAIL, J_COLUMNS, ALL(J_COLUMNS) & ~BIT(J_STATE), {J_ID, J_FIRST}},
        [TABLE_REPORTED] = {REPORTED, D_COLUMNS, ALL(D_OLD_LINES) | BIT(D_CONTENT) | BIT(D_MARK), {D_UNIT, D_MONTH}},
        [TABLE_HISTORY] = {HISTORY, H_COLUMNS, ALL(H_COLUMNS), {H_PACK, H_DATE}},
    };
    return &tables[kind];
}

uint32_t history_mark(const struct str *cells, uint32_t marks)
{
    static const enum history_column about[] = {H_PERIOD, H_REGION, H_YEAR, H_PACK};
    enum { LONGEST = 400 };
    char folded[2 * LONGEST];
    uint64_t hash = marks;
    for (size_t i = 0; i < sizeof about / sizeof *about; i++) {
        size_t n = str_fold_into(str_sub(cells[about[i]], 0, LONGEST), folded);
        hash = hash * 0x9E3779B97F4A7C15u + str_hash((struct str){folded, n});
    }
    return (uint32_t)(hash >> 32) ^ (uint32_t)hash;
}
