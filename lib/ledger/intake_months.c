#include <string.h>

#include "intake_rows.h"

/* The entry of a month, kept in order; a file has few of them. */
static struct month_sum *month_entry(struct intake *intake, struct date month)
{
    struct input_file *info = &intake->info;
    size_t at = 0;
    while (at < info->months.n && date_cmp(info->months.at[at].month, month) < 0) at++;
    if (at < info->months.n && date_cmp(info->months.at[at].month, month) == 0) return &info->months.at[at];
    array_push(&intake->arena, &info->months);
    memmove(&info->months.at[at + 1], &info->months.at[at], (info->months.n - 1 - at) * sizeof *info->months.at);
    info->months.at[at] = (struct month_sum){.month = month};
    return &info->months.at[at];
}

void months_count(struct intake *intake, struct date month, const struct amounts *amounts)
{
    struct month_sum *entry = month_entry(intake, month);
    entry->lines++;
    if (amounts_has(amounts, REALISASI)) money_add(&entry->realisasi, amounts->of[REALISASI]); /* part of info.sums, which is checked */
}

void months_state_year(struct input_file *info)
{
    int year = 0;
    for (size_t i = 0; i < info->months.n; i++) {
        int of_month = info->months.at[i].month.year;
        if (of_month && year && of_month != year) return;
        if (of_month) year = of_month;
    }
    if (info->year == 0) info->year = year;
}
