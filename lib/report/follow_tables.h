/*
 * follow_tables.h - the tables of a workbook that the next month reads, as the sheets write them and previous.c finds them again.
 */
#ifndef EFFCHECK_LIB_REPORT_FOLLOW_TABLES_H
#define EFFCHECK_LIB_REPORT_FOLLOW_TABLES_H

#include "effcheck/follow_up.h"
#include "effcheck/text.h"

/* Temuan */
enum findings_column {
    F_ID, F_STATE, F_AGE, F_CHECK, F_NATURE, F_SEVERITY, F_UNIT, F_ACTIVITY, F_ACCOUNT, F_CONDITION, F_CRITERIA, F_AMOUNT, F_OLD, F_CAUSE, F_EFFECT,
    F_RECOMMENDATION, F_CODE, F_SOURCE, F_EXCEPTION, F_STATUS, F_OWNER, F_DUE, F_NOTE, F_COLUMNS
};
/* Jejak Temuan */
enum trail_column {
    J_ID, J_STATE, J_CHECK, J_UNIT_CODE, J_UNIT, J_TEXT, J_AMOUNT, J_BEFORE, J_FIRST, J_SINCE, J_LAST, J_CLOSED, J_STATUS, J_OWNER, J_DUE, J_NOTE, J_MARK,
    J_COLUMNS
};
/* Jejak Data */
enum reported_column {
    D_CODE, D_UNIT, D_MONTH, D_LINES, D_MURNI, D_KINI, D_SPENT, D_OLD_LINES, D_OLD_MURNI, D_OLD_KINI, D_OLD_SPENT, D_REMARK, D_CONTENT, D_MARK, D_COLUMNS
};
/* Riwayat */
enum history_column {
    H_PERIOD, H_DATE, H_REGION, H_YEAR, H_PACK, H_FILES, H_LINES, H_MURNI, H_CEILING, H_KINI, H_SPENT, H_FINDINGS, H_NEW, H_SAME, H_CHANGED, H_BACK, H_DONE,
    H_UNTESTED, H_ACCEPTED, H_OVERDUE, H_UNCLASSIFIED, H_MARK, H_COLUMNS
};
enum { FOLLOW_COLUMNS_MAX = 32 };

enum follow_table_kind { TABLE_FINDINGS, TABLE_TRAIL, TABLE_REPORTED, TABLE_HISTORY, TABLE_KINDS };

struct follow_table {
    const enum text_id *heads;
    size_t n;
    uint32_t needed; /* bit set: columns that the next month cannot do without */
    uint8_t sign[2]; /* the columns by which the table is known */
};
const struct follow_table *follow_table_of(enum follow_table_kind kind);

/* Check mark of a row of Riwayat: what it says the report is about, and the sum of the check marks of the other two tables. */
uint32_t history_mark(const struct str *cells, uint32_t marks);

#define FOLLOW_WHAT_IF " · " /* between the id of the pack and the word for a simulation */

#endif
