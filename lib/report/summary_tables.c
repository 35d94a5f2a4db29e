/*
 * First sheet, the rest: verdicts of all checks, what could not be tested and why, how good the data are, signatures.
 */
#include "summary_parts.h"

/* ---- checks --------------------------------------------------------------------------------------------------------------------------------- */

static void count_units(const struct audit *audit, uint16_t check, uint32_t counts[VERDICT_COUNT])
{
    for (size_t i = 0; i < audit->results.n; i++) {
        const struct result *result = &audit->results.at[i];
        if (result->check == check && result->unit != NO_UNIT) counts[result->verdict]++;
    }
}

static void put_check_heads(struct report *report, uint32_t row)
{
    struct sheet *sheet = report->summary;
    book_text(sheet, row, G_A, STYLE_HEADER, report_text(report, TEXT_CHECK));
    book_merged(sheet, row, G_B, G_GAP, STYLE_HEADER, report_text(report, TEXT_DESCRIPTION));
    book_text(sheet, row, G_F, STYLE_HEADER, report_text(report, TEXT_VERDICT_COMPLIANT));
    book_text(sheet, row, G_G, STYLE_HEADER, report_text(report, TEXT_VERDICT_VIOLATED));
    book_text(sheet, row, G_H, STYLE_HEADER, report_text(report, TEXT_CONSIDER_SHORT));
    book_text(sheet, row, G_I, STYLE_HEADER, report_text(report, TEXT_UNTESTABLE_SHORT));
    book_text(sheet, row, G_J, STYLE_HEADER, report_text(report, TEXT_FINDINGS_COUNT));
    book_text(sheet, row, G_K, STYLE_HEADER, report_text(report, TEXT_REGION_WORD));
    sheet_height(sheet, row, 38);
}

static int64_t count_findings(const struct audit *audit, uint16_t check)
{
    int64_t n = 0;
    for (size_t i = 0; i < audit->findings.n; i++) n += audit->findings.at[i].check == check;
    return n;
}

/* Zeros are left out: what stands in the table is what there is. */
static void put_count(struct sheet *sheet, uint32_t row, uint32_t column, enum style style, int64_t n)
{
    if (n) book_integer(sheet, row, column, style, n);
    else book_blank(sheet, row, column, STYLE_CENTER);
}

static void put_check(struct report *report, uint32_t row, uint16_t i)
{
    const struct check *check = &report->audit->pack->checks.at[i];
    const struct result *region = audit_result(report->audit, i, NO_UNIT);
    struct sheet *sheet = report->summary;
    uint32_t counts[VERDICT_COUNT] = {0};
    count_units(report->audit, i, counts);
    book_text(sheet, row, G_A, STYLE_CENTER, check->id);
    paragraph_put(sheet, row, G_B, G_GAP, STYLE_TEXT, check->title[report->english]);
    put_count(sheet, row, G_F, STYLE_INTEGER, counts[VERDICT_COMPLIANT]);
    put_count(sheet, row, G_G, STYLE_INTEGER, counts[VERDICT_VIOLATED]);
    put_count(sheet, row, G_H, STYLE_INTEGER, counts[VERDICT_CONSIDER]);
    put_count(sheet, row, G_I, STYLE_INTEGER, counts[VERDICT_UNTESTABLE]);
    put_count(sheet, row, G_J, STYLE_INTEGER, count_findings(report->audit, i));
    if (region) verdict_put(report, sheet, row, G_K, region);
    else book_text(sheet, row, G_K, STYLE_VOID, S("-"));
}

uint32_t summary_checks(struct report *report, uint32_t row)
{
    const struct pack *pack = report->audit->pack;
    row = summary_section(report, row, report_text(report, TEXT_CHECK_RESULTS));
    put_check_heads(report, row++);
    for (size_t i = 0; i < pack->checks.n; i++) put_check(report, row++, (uint16_t)i);
    return row + 1;
}

/* ---- what could not be tested ------------------------------------------------------------------------------------------------------------------ */

/* Results of one check that could not be tested for the same reason. */
struct untested {
    uint16_t check;
    struct str reason;
    uint32_t units;
    bool region;
    struct str names; /* of the first units */
};

enum { NAMES_MAX = 3 };

static struct untested *untested_slot(struct untested *groups, size_t *n, const struct result *result, struct str reason)
{
    for (size_t i = *n; i-- > 0 && groups[i].check == result->check;)
        if (str_eq(groups[i].reason, reason)) return &groups[i];
    groups[*n] = (struct untested){.check = result->check, .reason = reason};
    return &groups[(*n)++];
}

static size_t group_untested(struct report *report, struct untested *groups)
{
    const struct audit *audit = report->audit;
    size_t n = 0;
    for (size_t i = 0; i < audit->results.n; i++) {
        const struct result *result = &audit->results.at[i];
        if (result->verdict != VERDICT_UNTESTABLE) continue;
        struct untested *group = untested_slot(groups, &n, result, reason_words(report, result));
        if (result->unit == NO_UNIT) {
            group->region = true;
        } else if (group->units++ < NAMES_MAX) {
            struct str name = unit_words(report, result->unit), dot = group->names.n ? S(", ") : S("");
            group->names = str_format(report->arena, "%.*s%.*s%.*s", STR_ARG(group->names), STR_ARG(dot), STR_ARG(name));
        }
    }
    return n;
}

static struct str who(struct report *report, const struct untested *group)
{
    struct str count = count_word(report, group->units);
    if (group->region && !group->units) return report_text(report, TEXT_WHOLE_REGION);
    if (group->units <= NAMES_MAX) return group->names;
    return text_filled(report->arena, TEXT_AND_OTHERS, report->english, group->names, count_word(report, group->units - NAMES_MAX), count);
}

uint32_t summary_untested(struct report *report, uint32_t row)
{
    enum { SHOWN_MAX = 15 };
    struct untested *groups = arena_new_n(report->arena, struct untested, report->audit->results.n + 1);
    size_t n = group_untested(report, groups);
    if (!n) return row;
    row = summary_section(report, row, report_text(report, TEXT_UNTESTED));
    for (size_t i = 0; i < n && i < SHOWN_MAX; i++, row++) {
        book_text(report->summary, row, G_A, STYLE_CENTER, report->audit->pack->checks.at[groups[i].check].id);
        double left = merged_put(report->summary, row, G_B, G_D, STYLE_TEXT, who(report, &groups[i]));
        double right = merged_put(report->summary, row, G_GAP, G_LAST, STYLE_TEXT, groups[i].reason);
        sheet_height(report->summary, row, left > right ? left : right);
    }
    if (n > SHOWN_MAX)
        book_text(report->summary, row++, G_A, STYLE_NOTE, text_filled(report->arena, TEXT_MORE_REASONS, report->english, count_word(report, n - SHOWN_MAX)));
    return row + 1;
}

/* ---- data --------------------------------------------------------------------------------------------------------------------------------------- */

typedef ARRAY(struct str) sentences;

static void warn(struct report *report, sentences *list, enum text_id id, uint64_t n)
{
    if (n) *array_push(report->arena, list) = text_filled(report->arena, id, report->english, count_word(report, n));
}

static sentences data_warnings(struct report *report, const struct run_facts *facts)
{
    sentences list = {0};
    uint64_t errors = 0;
    for (size_t i = 0; i < report->diags->list.n; i++) errors += diag_level(report->diags->list.at[i].kind) == DIAG_ERROR;
    warn(report, &list, TEXT_WARN_NOT_OPENED, facts->files - facts->opened);
    warn(report, &list, TEXT_WARN_REJECTED, facts->rejected);
    warn(report, &list, TEXT_WARN_UNRECONCILED, facts->unreconciled);
    warn(report, &list, TEXT_WARN_YEAR, facts->year_assumed);
    warn(report, &list, TEXT_WARN_ERRORS, errors);
    if (facts->unclassified_lines)
        *array_push(report->arena, &list) = text_filled(report->arena, TEXT_WARN_UNCLASSIFIED, report->english,
                                                        percent_word(report, facts->unclassified_bp), count_word(report, facts->unclassified_lines));
    return list;
}

/* One line near the top: may these numbers be trusted? */
uint32_t summary_data_line(struct report *report, uint32_t row)
{
    struct run_facts facts = run_facts_of(report);
    sentences list = data_warnings(report, &facts);
    struct str line = {0};
    for (size_t i = 0; i < list.n; i++)
        line = str_format(report->arena, "%.*s%s%.*s", STR_ARG(line), i ? "; " : "", STR_ARG(list.at[i]));
    struct str words = list.n ? text_filled(report->arena, TEXT_DATA_WARNINGS, report->english, line) : report_text(report, TEXT_DATA_CLEAN);
    double height = merged_put(report->summary, row, G_A, G_LAST, list.n ? STYLE_ALERT : STYLE_CARD_LABEL, words);
    sheet_height(report->summary, row, height + 2);
    return row + 1;
}

static uint32_t put_file_names(struct report *report, uint32_t row, enum text_id id, bool unreconciled)
{
    const struct ledger *ledger = report->audit->ledger;
    struct str names = {0};
    for (size_t i = 0; i < ledger->files.n; i++) {
        const struct input_file *file = &ledger->files.at[i];
        bool named = unreconciled ? file->opened && file->reconciled == 0 : file->rows_rejected > 0 || !file->opened;
        if (named) names = str_format(report->arena, "%.*s%s%.*s", STR_ARG(names), names.n ? ", " : "", STR_ARG(file_words(report, i)));
    }
    if (!names.n) return row;
    paragraph_put(report->summary, row, G_A, G_LAST, STYLE_PARAGRAPH, text_filled(report->arena, id, report->english, names));
    return row + 1;
}

uint32_t summary_data(struct report *report, uint32_t row)
{
    struct run_facts facts = run_facts_of(report);
    struct str read = count_word(report, facts.read), used = count_word(report, facts.used);
    struct str excluded = count_word(report, facts.excluded), rejected = count_word(report, facts.rejected);
    row = summary_section(report, row, report_text(report, TEXT_DATA_SECTION));
    paragraph_put(report->summary, row++, G_A, G_LAST, STYLE_PARAGRAPH,
                  text_filled(report->arena, TEXT_CONTROL, report->english, read, used, excluded, rejected));
    row = put_file_names(report, row, TEXT_FILES_REJECTED, false);
    row = put_file_names(report, row, TEXT_FILES_UNRECONCILED, true);
    return row + 1;
}

/* ---- foot ----------------------------------------------------------------------------------------------------------------------------------------- */

static void sign(struct report *report, uint32_t row, uint32_t first, uint32_t last, enum text_id office)
{
    struct sheet *sheet = report->summary;
    book_merged(sheet, row, first, last, STYLE_SIGNATURE, report_text(report, office));
    book_merged(sheet, row + 4, first, last, STYLE_SIGNATURE, S("........................................"));
    book_merged(sheet, row + 5, first, last, STYLE_SIGNATURE, report_text(report, TEXT_STAFF_NUMBER));
}

uint32_t summary_signature(struct report *report, uint32_t row)
{
    paragraph_put(report->summary, row, G_A, G_LAST, STYLE_ALERT, report_text(report, TEXT_REMARK));
    sign(report, row + 2, G_A, G_D, TEXT_OFFICE_SECRETARY);
    sign(report, row + 2, G_F, G_LAST, TEXT_OFFICE_INSPECTOR);
    return row + 8;
}
