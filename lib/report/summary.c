#include <stdlib.h>

#include "effcheck/report.h"
#include "sheets.h"

enum { WORST_SHOWN = 5 };

static void say_line(FILE *out, struct str sentence) { fprintf(out, "%.*s\n", STR_ARG(sentence)); }

/* say(out, report, TEXT_X, values...): a sentence of the catalogue on a line of its own. */
#define say(out, report, id, ...) say_line((out), text_filled((report)->arena, (id), (report)->english, __VA_ARGS__))

static void put_heading(FILE *out, struct report *report)
{
    const struct pack *pack = report->audit->pack;
    struct str year = str_format(report->arena, "%d", pack->fiscal_year);
    say(out, report, TEXT_SUMMARY_HEAD, region_words(report), year, pack->id, pack->version);
    if (report->options->what_if) say(out, report, TEXT_SUMMARY_SIMULATION, year);
}

static void put_rows(FILE *out, struct report *report)
{
    struct run_facts facts = run_facts_of(report);
    say(out, report, TEXT_SUMMARY_FILES, count_word(report, facts.opened), count_word(report, facts.files),
        count_word(report, report->audit->ledger->units.n));
    say(out, report, TEXT_SUMMARY_ROWS, count_word(report, facts.read), count_word(report, facts.used), count_word(report, facts.excluded),
        count_word(report, facts.rejected));
}

/* ---- verdicts ---- */

struct verdicts {
    size_t n[VERDICT_COUNT];
};

/* "10 patuh, 3 tidak patuh": those that occur; where a check does not apply says nothing here. */
static struct str verdicts_words(struct report *report, const struct verdicts *verdicts)
{
    struct str words = S("");
    for (enum verdict v = VERDICT_COMPLIANT; v < VERDICT_NOT_APPLICABLE; v++) {
        if (!verdicts->n[v]) continue;
        struct str count = count_word(report, verdicts->n[v]), word = verdict_word(report, v);
        words = str_format(report->arena, "%.*s%s%.*s %.*s", STR_ARG(words), words.n ? ", " : "", STR_ARG(count), STR_ARG(word));
    }
    return words.n ? words : verdict_word(report, VERDICT_NOT_APPLICABLE);
}

static struct verdicts count_verdicts(const struct audit *audit, uint16_t check)
{
    struct verdicts verdicts = {0};
    for (size_t i = 0; i < audit->results.n; i++) {
        const struct result *result = &audit->results.at[i];
        if (result->check == check && result->unit != NO_UNIT) verdicts.n[result->verdict]++;
    }
    return verdicts;
}

static void put_check(FILE *out, struct report *report, uint16_t index)
{
    const struct check *check = &report->audit->pack->checks.at[index];
    const struct result *region = audit_result(report->audit, index, NO_UNIT);
    struct str title = check->title[report->english];
    if (check->level == LEVEL_REGION && region) {
        say(out, report, TEXT_SUMMARY_REGION_CHECK, check->id, title, verdict_word(report, region->verdict), region->reason[report->english]);
    } else {
        struct verdicts verdicts = count_verdicts(report->audit, index);
        say(out, report, TEXT_SUMMARY_UNIT_CHECK, check->id, title, verdicts_words(report, &verdicts));
    }
}

/* Checks of the law, and of limits that the region has set, one by one; all others as one line. */
static void put_checks(FILE *out, struct report *report)
{
    struct verdicts others = {0};
    struct str not_run = {0};
    for (uint16_t i = 0; i < report->audit->pack->checks.n; i++) {
        const struct check *check = &report->audit->pack->checks.at[i];
        if (!audit_check_ran(report->audit, i)) {
            not_run = str_format(report->arena, "%.*s%s%.*s", STR_ARG(not_run), not_run.n ? ", " : "", STR_ARG(check->id));
            continue;
        }
        if (check->nature == NATURE_LAW || check->limit_index != NO_INDEX) {
            put_check(out, report, i);
            continue;
        }
        struct verdicts verdicts = count_verdicts(report->audit, i);
        for (enum verdict v = VERDICT_COMPLIANT; v < VERDICT_COUNT; v++) others.n[v] += verdicts.n[v];
    }
    say(out, report, TEXT_SUMMARY_OTHER_CHECKS, verdicts_words(report, &others));
    if (not_run.n) say(out, report, TEXT_SUMMARY_NOT_RUN, not_run);
}

/* ---- worst gaps ---- */

static int by_gap(const void *a, const void *b)
{
    const struct result *x = *(const struct result *const *)a, *y = *(const struct result *const *)b;
    int order = money_cmp(y->gap, x->gap);
    return order ? order : (x > y) - (x < y); /* equal gaps in the order of the results */
}

static void put_worst(FILE *out, struct report *report)
{
    const struct audit *audit = report->audit;
    ARRAY(const struct result *) worst = {0};
    for (size_t i = 0; i < audit->results.n; i++) {
        const struct result *result = &audit->results.at[i];
        if (result->verdict == VERDICT_VIOLATED && result->has_gap && result->unit != NO_UNIT) *array_push(report->arena, &worst) = result;
    }
    if (!worst.n) return;
    qsort(worst.at, worst.n, sizeof *worst.at, by_gap);
    say_line(out, report_text(report, TEXT_SUMMARY_WORST));
    for (size_t i = 0; i < worst.n && i < WORST_SHOWN; i++)
        say(out, report, TEXT_SUMMARY_GAP, rupiah(report, worst.at[i]->gap), unit_words(report, worst.at[i]->unit),
            audit->pack->checks.at[worst.at[i]->check].id);
}

/* ---- findings and what was left out ---- */

static void put_findings(FILE *out, struct report *report)
{
    size_t counts[SEVERITY_HIGH + 1] = {0};
    for (size_t i = 0; i < report->audit->findings.n; i++) counts[report->audit->findings.at[i].severity]++;
    struct str words = S("");
    for (int s = SEVERITY_HIGH; s >= SEVERITY_INFO; s--) {
        struct str count = count_word(report, counts[s]), word = severity_word(report, (enum severity)s);
        words = str_format(report->arena, "%.*s%s%.*s %.*s", STR_ARG(words), words.n ? ", " : "", STR_ARG(count), STR_ARG(word));
    }
    say(out, report, TEXT_SUMMARY_FINDINGS, count_word(report, report->audit->findings.n), words);
    uint64_t accepted;
    struct money sum;
    struct str follow[2];
    for (size_t i = 0, n = follow_alerts(report, follow); i < n; i++) say_line(out, follow[i]);
    if (accepted_sum(report->audit, &accepted, &sum)) say(out, report, TEXT_EXCEPTION_ALERT, count_word(report, accepted), rupiah(report, sum));
}

static void put_books(FILE *out, struct report *report)
{
    const struct unit_books *books = report->options->unit_books;
    size_t units = report->audit->ledger->units.n, written = 0;
    if (!books) return;
    for (size_t i = 0; i < units; i++) written += books->books[i].sha256[0] != '\0';
    say(out, report, TEXT_SUMMARY_BOOKS, count_word(report, written), count_word(report, units));
}

void report_summary(FILE *out, const struct audit *audit, const struct run_options *options, struct str report_path)
{
    struct arena arena = {.out_of_memory = audit->arena->out_of_memory};
    struct report report = {.audit = audit, .options = options, .arena = &arena, .english = options->english};
    put_heading(out, &report);
    put_rows(out, &report);
    put_checks(out, &report);
    put_worst(out, &report);
    put_findings(out, &report);
    if (report_path.n) say(out, &report, TEXT_SUMMARY_REPORT, report_path);
    put_books(out, &report);
    arena_release(&arena);
}
