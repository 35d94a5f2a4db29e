/*
 * First sheet, the rest: verdicts of all checks, what could not be tested and why, how good the data are, signatures.
 */
#include "summary_parts.h"

/* ---- checks ---- */

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

static uint32_t count_findings(const struct audit *audit, uint16_t check)
{
    uint32_t n = 0;
    for (size_t i = 0; i < audit->findings.n; i++) n += audit->findings.at[i].check == check;
    return n;
}

void summary_count(const struct audit *audit, uint16_t check, struct check_counts *counts)
{
    counts->checks++;
    count_units(audit, check, counts->units);
    counts->findings += count_findings(audit, check);
}

/* Zeros are left out: what stands in the table is what there is. */
static void put_count(struct sheet *sheet, uint32_t row, uint32_t column, int64_t n)
{
    if (n)
        book_integer(sheet, row, column, STYLE_INTEGER, n);
    else
        book_blank(sheet, row, column, STYLE_CENTER);
}

static void put_counts(struct report *report, uint32_t row, struct str id, struct str title, const struct check_counts *counts)
{
    struct sheet *sheet = report->summary;
    book_text(sheet, row, G_A, STYLE_CENTER, id);
    paragraph_put(sheet, row, G_B, G_GAP, STYLE_FINE, title);
    put_count(sheet, row, G_F, counts->units[VERDICT_COMPLIANT]);
    put_count(sheet, row, G_G, counts->units[VERDICT_VIOLATED]);
    put_count(sheet, row, G_H, counts->units[VERDICT_CONSIDER]);
    put_count(sheet, row, G_I, counts->units[VERDICT_UNTESTABLE]);
    put_count(sheet, row, G_J, counts->findings);
}

/* Some unit has what the check looks at. */
static bool says_anything(const struct check_counts *counts)
{
    bool any = counts->findings != 0;
    for (enum verdict v = 0; v < VERDICT_COUNT; v++) any |= v != VERDICT_NOT_APPLICABLE && counts->units[v];
    return any;
}

static uint32_t put_law(struct report *report, uint32_t row)
{
    const struct audit *audit = report->audit;
    for (size_t i = 0; i < audit->pack->checks.n; i++) {
        const struct check *check = &audit->pack->checks.at[i];
        const struct result *region = audit_result(audit, (uint16_t)i, NO_UNIT);
        struct check_counts counts = {0};
        if (check->nature != NATURE_LAW || !audit_check_ran(audit, (uint16_t)i)) continue;
        summary_count(audit, (uint16_t)i, &counts);
        if (!says_anything(&counts) && !region) continue;
        put_counts(report, row, check->id, check->title[report->english], &counts);
        if (region)
            verdict_put(report, report->summary, row, G_K, region);
        else
            book_text(report->summary, row, G_K, STYLE_VOID, S("-"));
        row++;
    }
    return row;
}

/* One row for all checks of the same nature: no law names a number for them. */
static uint32_t put_others(struct report *report, uint32_t row)
{
    const struct audit *audit = report->audit;
    for (enum nature nature = NATURE_LAW + 1; nature <= NATURE_DATA; nature++) {
        struct check_counts counts = {0};
        for (size_t i = 0; i < audit->pack->checks.n; i++)
            if (audit->pack->checks.at[i].nature == nature) summary_count(audit, (uint16_t)i, &counts);
        if (!counts.checks) continue;
        struct str title = text_filled(report->arena, TEXT_OTHER_CHECKS_OF, report->english, nature_word(report, nature),
                                       count_word(report, counts.checks));
        put_counts(report, row, S(""), title, &counts);
        struct str there = report->by_nature[nature] ? sheet_name(report->by_nature[nature]) : sheet_name(report->units);
        book_link(report->summary, row++, G_K, STYLE_LINK, there, there, 0, 0);
    }
    return row;
}

uint32_t summary_checks(struct report *report, uint32_t row)
{
    row = summary_section(report, row, report_text(report, TEXT_LAW_CHECKS));
    put_check_heads(report, row++);
    return put_others(report, put_law(report, row));
}

/* ---- directions ---- */

static void put_trend(struct report *report, uint32_t row, const struct result *region)
{
    struct sheet *sheet = report->summary;
    const struct check *check = &report->audit->pack->checks.at[region->check];
    const struct amounts *a = &region->amounts;
    struct money change = a->of[KINI];
    bool both = amounts_has(a, MURNI) && amounts_has(a, KINI) && a->of[MURNI].sen && money_sub(&change, a->of[MURNI]);
    book_text(sheet, row, G_A, STYLE_CENTER, check->id);
    paragraph_put(sheet, row, G_B, G_C, STYLE_FINE, check->title[report->english]);
    amount_put(sheet, row, G_D, STYLE_MONEY, a, MURNI);
    if (amounts_has(a, KINI)) book_merged_money(sheet, row, G_F, G_H, STYLE_MONEY, a->of[KINI]);
    if (both)
        book_percent(sheet, row, G_I, STYLE_PERCENT, money_share_bp(change, a->of[MURNI]));
    else
        book_blank(sheet, row, G_I, STYLE_ABSENT);
    book_merged(sheet, row, G_J, G_K, verdict_style(region->verdict), verdict_word(report, region->verdict));
}

/* Where no law has a number: the direction of each kind in the region. */
uint32_t summary_trends(struct report *report, uint32_t row)
{
    const struct pack *pack = report->audit->pack;
    struct sheet *sheet = report->summary;
    row = summary_section(report, row, report_text(report, TEXT_DIRECTIONS));
    book_text(sheet, row, G_A, STYLE_HEADER, report_text(report, TEXT_CHECK));
    book_merged(sheet, row, G_B, G_C, STYLE_HEADER, report_text(report, TEXT_DESCRIPTION));
    book_text(sheet, row, G_D, STYLE_HEADER, report_text(report, TEXT_MURNI));
    book_merged(sheet, row, G_F, G_H, STYLE_HEADER, report_text(report, TEXT_KINI));
    book_text(sheet, row, G_I, STYLE_HEADER, report_text(report, TEXT_CHANGE_SHARE));
    book_merged(sheet, row++, G_J, G_K, STYLE_HEADER, report_text(report, TEXT_VERDICT));
    for (size_t i = 0; i < pack->checks.n; i++) {
        const struct result *region = audit_result(report->audit, (uint16_t)i, NO_UNIT);
        if (region && pack->checks.at[i].kind == CHECK_TREND) put_trend(report, row++, region);
    }
    return row;
}

/* ---- what could not be tested ---- */

/* Results that could not be tested for the same reason in the same units. */
struct untested {
    uint16_t check; /* the last of the checks */
    struct str checks, reason;
    uint32_t units;
    bool region;
    struct str names; /* of the first units */
    uint64_t who;     /* hash of all units */
};
typedef ARRAY(struct untested) untested_list;

enum { NAMES_MAX = 3, SHOWN_MAX = 4 };

static struct untested *untested_slot(struct report *report, untested_list *list, const struct result *result)
{
    struct str reason = reason_words(report, result), id = report->audit->pack->checks.at[result->check].id;
    for (size_t i = list->n; i-- > 0 && list->at[i].check == result->check;)
        if (str_eq(list->at[i].reason, reason)) return &list->at[i];
    *array_push(report->arena, list) = (struct untested){.check = result->check, .checks = id, .reason = reason};
    return &list->at[list->n - 1];
}

static void add_who(struct report *report, struct untested *group, uint32_t unit)
{
    group->who = (group->who + unit + 1) * 0x9E3779B97F4A7C15u;
    if (unit == NO_UNIT) {
        group->region = true;
    } else if (group->units++ < NAMES_MAX) {
        struct str name = unit_words(report, unit);
        group->names = str_format(report->arena, "%.*s%s%.*s", STR_ARG(group->names), group->names.n ? "; " : "", STR_ARG(name));
    }
}

/* Check by check: results come in that order. */
static untested_list untested_by_check(struct report *report)
{
    const struct audit *audit = report->audit;
    untested_list list = {0};
    for (size_t i = 0; i < audit->results.n; i++) {
        const struct result *result = &audit->results.at[i];
        if (result->verdict == VERDICT_UNTESTABLE && audit_check_ran(audit, result->check)) add_who(report, untested_slot(report, &list, result), result->unit);
    }
    return list;
}

/* Checks with the same reason in the same units become one row. */
static untested_list untested_merged(struct report *report)
{
    untested_list all = untested_by_check(report), merged = {0};
    for (size_t i = 0; i < all.n; i++) {
        struct untested *one = &all.at[i], *same = NULL;
        for (size_t k = 0; k < merged.n && !same; k++)
            if (merged.at[k].who == one->who && str_eq(merged.at[k].reason, one->reason)) same = &merged.at[k];
        if (same)
            same->checks = str_format(report->arena, "%.*s, %.*s", STR_ARG(same->checks), STR_ARG(one->checks));
        else
            *array_push(report->arena, &merged) = *one;
    }
    return merged;
}

/* The same checks in other units for other reasons, which often differ in a number only: one row for all. */
static untested_list untested_gathered(struct report *report)
{
    untested_list all = untested_merged(report), gathered = {0};
    for (size_t i = 0; i < all.n; i++) {
        struct untested *one = &all.at[i], *same = NULL;
        for (size_t k = 0; k < gathered.n && !same; k++)
            if (!one->region && !gathered.at[k].region && str_eq(gathered.at[k].checks, one->checks)) same = &gathered.at[k];
        if (!same) {
            *array_push(report->arena, &gathered) = *one;
            continue;
        }
        if (same->units < NAMES_MAX) same->names = str_format(report->arena, "%.*s; %.*s", STR_ARG(same->names), STR_ARG(one->names));
        same->units += one->units;
        same->reason = text_filled(report->arena, TEXT_REASONS_DIFFER, report->english, report_text(report, TEXT_SHEET_UNITS));
    }
    return gathered;
}

static struct str who(struct report *report, const struct untested *group)
{
    if (group->region && !group->units) return report_text(report, TEXT_WHOLE_REGION);
    if (group->units <= NAMES_MAX) return group->names;
    return text_filled(report->arena, TEXT_AND_OTHERS, report->english, group->names, count_word(report, group->units - NAMES_MAX));
}

static double larger(double a, double b) { return a > b ? a : b; }

/* Checks for which the data have no columns, or the run no file: one row. */
static void add_not_run(struct report *report, untested_rows *rows)
{
    struct str ids = {0};
    for (uint16_t i = 0; i < report->audit->pack->checks.n; i++)
        if (!audit_check_ran(report->audit, i))
            ids = str_format(report->arena, "%.*s%s%.*s", STR_ARG(ids), ids.n ? ", " : "", STR_ARG(report->audit->pack->checks.at[i].id));
    if (ids.n) *array_push(report->arena, rows) = (struct untested_row){ids, report_text(report, TEXT_WHOLE_REGION), report_text(report, TEXT_NOT_RUN_REASON)};
}

untested_rows summary_untested_rows(struct report *report)
{
    untested_list list = untested_gathered(report);
    untested_rows rows = {0};
    for (size_t i = 0; i < list.n; i++) {
        if (i == SHOWN_MAX - 1) add_not_run(report, &rows);
        *array_push(report->arena, &rows) = (struct untested_row){list.at[i].checks, who(report, &list.at[i]), list.at[i].reason};
    }
    if (list.n < SHOWN_MAX) add_not_run(report, &rows);
    return rows;
}

uint32_t summary_untested(struct report *report, uint32_t row)
{
    untested_rows list = summary_untested_rows(report);
    if (!list.n) return row;
    row = summary_section(report, row, report_text(report, TEXT_UNTESTED));
    for (size_t i = 0; i < list.n && i < SHOWN_MAX; i++, row++) {
        double checks = merged_put(report->summary, row, G_A, G_B, STYLE_FINE, list.at[i].checks);
        double names = merged_put(report->summary, row, G_C, G_F, STYLE_FINE, list.at[i].who);
        double reason = merged_put(report->summary, row, G_G, G_LAST, STYLE_FINE, list.at[i].reason);
        sheet_height(report->summary, row, larger(checks, larger(names, reason)));
    }
    if (list.n > SHOWN_MAX)
        book_text(report->summary, row++, G_A, STYLE_NOTE,
                  text_filled(report->arena, TEXT_MORE_REASONS_AT, report->english, count_word(report, list.n - SHOWN_MAX),
                              sheet_name(report->units)));
    return row;
}

/* ---- data ---- */

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
    return list;
}

bool summary_data_words(struct report *report, struct str *words)
{
    struct run_facts facts = run_facts_of(report);
    sentences list = data_warnings(report, &facts);
    struct str line = {0};
    for (size_t i = 0; i < list.n; i++) line = str_format(report->arena, "%.*s%s%.*s", STR_ARG(line), i ? "; " : "", STR_ARG(list.at[i]));
    *words = list.n ? text_filled(report->arena, TEXT_DATA_WARNINGS, report->english, line) : report_text(report, TEXT_DATA_CLEAN);
    return list.n > 0;
}

/* One line near the top. */
uint32_t summary_data_line(struct report *report, uint32_t row)
{
    struct str words;
    enum style style = summary_data_words(report, &words) ? STYLE_ALERT : STYLE_CARD_LABEL;
    sheet_height(report->summary, row, merged_put(report->summary, row, G_A, G_LAST, style, words) + 2);
    return row + 1;
}

static uint32_t put_file_names(struct report *report, uint32_t row, enum text_id id, bool unreconciled)
{
    const struct ledger *ledger = report->audit->ledger;
    struct listed names = {0};
    for (size_t i = 0; i < ledger->files.n; i++) {
        const struct input_file *file = &ledger->files.at[i];
        bool named = unreconciled ? file->opened && file->reconciled == 0 : file->rows_rejected > 0 || !file->opened;
        if (named) listed_add(report->arena, &names, ", ", file_words(report, i));
    }
    if (!names.words.n) return row;
    paragraph_put(report->summary, row, G_A, G_LAST, STYLE_PARAGRAPH, text_filled(report->arena, id, report->english, names.words));
    return row + 1;
}

uint32_t summary_data(struct report *report, uint32_t row)
{
    struct run_facts facts = run_facts_of(report);
    struct str read = count_word(report, facts.read), used = count_word(report, facts.used);
    struct str excluded = count_word(report, facts.excluded), rejected = count_word(report, facts.rejected);
    sheet_height(report->summary, row++, 5);
    paragraph_put(report->summary, row++, G_A, G_LAST, STYLE_PARAGRAPH,
                  text_filled(report->arena, TEXT_CONTROL, report->english, read, used, excluded, rejected));
    paragraph_put(report->summary, row++, G_A, G_LAST, STYLE_PARAGRAPH,
                  text_filled(report->arena, TEXT_UNCLASSIFIED_SHARE, report->english, count_word(report, facts.unclassified_lines),
                              percent_word(report, facts.unclassified_bp), measure_word(report, facts.measure)));
    row = put_file_names(report, row, TEXT_FILES_REJECTED, false);
    return put_file_names(report, row, TEXT_FILES_UNRECONCILED, true);
}

/* ---- foot ---- */

struct signatory {
    struct str above, office, name, number;
};

static void sign(struct report *report, uint32_t row, uint32_t first, uint32_t last, const struct signatory *who)
{
    struct sheet *sheet = report->summary;
    struct str number = who->number.n ? text_filled(report->arena, TEXT_STAFF_NUMBER_IS, report->english, who->number)
                                      : report_text(report, TEXT_STAFF_NUMBER);
    book_merged(sheet, row, first, last, STYLE_SIGNATURE, who->above);
    book_merged(sheet, row + 1, first, last, STYLE_SIGNATURE, who->office);
    sheet_height(sheet, row + 2, 34);
    book_merged(sheet, row + 3, first, last, STYLE_SIGNATURE, who->name.n ? who->name : S("........................................"));
    book_merged(sheet, row + 4, first, last, STYLE_SIGNATURE, number);
}

/* "Kabupaten Contoh Raya, 5 November 2025" */
static struct str place_and_day(struct report *report)
{
    char words[DATE_TEXT_MAX];
    struct date date = report->options->date;
    if (!date.year) return region_words(report);
    struct str day = {words, date_words(date, report->english, words)};
    return str_format(report->arena, "%.*s, %.*s", STR_ARG(region_words(report)), STR_ARG(day));
}

/* Who signs is the region's to say (--policy); dotted lines wait for a pen. */
uint32_t summary_signature(struct report *report, uint32_t row)
{
    const struct policy *policy = &report->audit->pack->policy;
    const struct signatory secretary = {report_text(report, TEXT_ACKNOWLEDGED), report_text(report, TEXT_OFFICE_SECRETARY), {0}, {0}};
    const struct signatory inspector = {place_and_day(report),
                                        policy->signatory_office.n ? policy->signatory_office : report_text(report, TEXT_OFFICE_INSPECTOR),
                                        policy->signatory_name, policy->signatory_number};
    paragraph_put(report->summary, row, G_A, G_LAST, STYLE_ALERT, report_text(report, TEXT_REMARK));
    sheet_height(report->summary, row + 1, 6);
    sign(report, row + 2, G_A, G_D, &secretary);
    sign(report, row + 2, G_F, G_LAST, &inspector);
    return row + 7;
}

uint32_t summary_foot(struct report *report, uint32_t row)
{
    const double rest = 250; /* heads, data, remark and signatures; each check has a row more */
    summary_keep(report, row, rest + 15.5 * (double)report->audit->pack->checks.n / 3);
    row = summary_checks(report, row);
    row = summary_data(report, row);
    return summary_signature(report, row);
}
