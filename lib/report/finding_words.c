#include "finding_words.h"

size_t follow_alerts(struct report *report, struct str out[2])
{
    const struct follow_up *follow = report->audit->follow_up;
    char iso[DATE_TEXT_MAX];
    const struct date before = follow ? follow_compared(follow) : (struct date){0};
    if (!before.year) return 0;
    struct str month = {iso, date_words(before, report->english, iso)};
    const uint32_t *n = follow->count;
    out[0] = text_filled(report->arena, TEXT_FOLLOW_ALERT, report->english, month, count_word(report, n[FOLLOW_NEW]), count_word(report, n[FOLLOW_CHANGED]),
                         count_word(report, n[FOLLOW_BACK]), count_word(report, n[FOLLOW_DONE]), count_word(report, n[FOLLOW_UNTESTED]),
                         count_word(report, follow->overdue.n));
    if (!follow->changed && !follow->silent) return 1;
    out[1] = text_filled(report->arena, TEXT_FOLLOW_PAST_ALERT, report->english, count_word(report, follow->changed), count_word(report, follow->silent));
    return 2;
}

struct str exception_words(const struct report *report, const struct exception *exception)
{
    struct str words = str_format(report->arena, "%.*s; %.*s", STR_ARG(exception->reason), STR_ARG(exception->approver));
    return exception->letter.n ? str_format(report->arena, "%.*s; %.*s", STR_ARG(words), STR_ARG(exception->letter)) : words;
}

bool accepted_sum(const struct audit *audit, uint64_t *count, struct money *sum)
{
    *count = 0;
    *sum = (struct money){0};
    for (size_t i = 0; audit->exceptions && i < audit->exceptions->list.n; i++) {
        *count += audit->exception_uses[i].findings;
        money_add(sum, audit->exception_uses[i].amount);
    }
    return *count > 0;
}

struct str line_source(struct report *report, const struct line *line)
{
    return row_place(report, file_words(report, line->file), line->row);
}

struct str finding_source(struct report *report, const struct finding *finding)
{
    const struct audit *audit = report->audit;
    if (finding->file.n) {
        struct str name = path_words(report, finding->file);
        return finding->row ? row_place(report, name, finding->row) : name;
    }
    if (!finding->line_count) return S("");
    struct str first = line_source(report, &audit->ledger->lines.at[audit->finding_lines.at[finding->first_line]]);
    return finding->line_count == 1 ? first : str_format(report->arena, "%.*s (+%u)", STR_ARG(first), finding->line_count - 1);
}
