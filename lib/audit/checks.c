#include <assert.h>

#include "checking.h"

struct result *checking_result(struct checking *c, uint32_t unit)
{
    *array_push(&c->kept, &c->results) = (struct result){.check = c->index, .unit = unit, .verdict = VERDICT_UNTESTABLE};
    c->result_at[unit == NO_UNIT ? 0 : unit + 1] = (uint32_t)c->results.n;
    return &c->results.at[c->results.n - 1];
}

const struct result *audit_result(const struct audit *audit, uint16_t check, uint32_t unit)
{
    size_t column = unit == NO_UNIT ? 0 : (size_t)unit + 1;
    uint32_t at = audit->result_at[check * (audit->ledger->units.n + 1) + column];
    return at ? &audit->results.at[at - 1] : NULL;
}

bool audit_check_ran(const struct audit *audit, uint16_t check)
{
    const struct result *region = audit_result(audit, check, NO_UNIT);
    if (audit->pack->checks.at[check].level == LEVEL_REGION || !region || region->verdict != VERDICT_UNTESTABLE) return true;
    for (uint32_t unit = 0; unit < audit->ledger->units.n; unit++)
        if (audit_result(audit, check, unit)) return true;
    return false;
}

struct said said_text(struct str text)
{
    return (struct said){.kind = SAID_TEXT, .text = text};
}

struct said said_both(const struct str text[2])
{
    return (struct said){.kind = SAID_TEXT, .text = text[0], .english = text[1]};
}

struct said said_rupiah(struct money m)
{
    return (struct said){.kind = SAID_RUPIAH, .money = m};
}

struct said said_count(uint64_t n)
{
    return (struct said){.kind = SAID_COUNT, .count = n};
}

struct said said_share(struct money part, struct money whole)
{
    if (whole.sen <= 0) return (struct said){.kind = SAID_SHARE, .undefined = true};
    return (struct said){.kind = SAID_SHARE, .bp = money_share_bp(part, whole)};
}

struct said said_share_above(struct money part, struct money whole, struct percent limit)
{
    struct said share = said_share(part, whole);
    if (share.bp <= limit.bp) share.bp = limit.bp + 1;
    return share;
}

struct said checking_cut_share(const struct checking *c, struct money murni, struct money kini)
{
    struct said share = said_share(money_minus(murni, kini), murni);
    if (c->check->kind != CHECK_CUT || share.undefined) return share;
    share.bp = money_cut_bp(murni, kini, c->audit->pack->limits.at[c->check->limit_index].cut);
    return share;
}

struct str said_in(struct arena *arena, const struct said *said, bool english)
{
    char buffer[MONEY_TEXT_MAX];
    switch (said->kind) {
    case SAID_RUPIAH: return str_copy(arena, (struct str){buffer, money_grouped(said->money, !english, buffer)});
    case SAID_COUNT: return text_count(arena, said->count, english);
    case SAID_SHARE: return said->undefined ? S("-") : text_percent(arena, said->bp, english);
    default: return english && said->english.n ? said->english : said->text;
    }
}

void checking_set(struct checking *c, struct result *result, enum verdict verdict, enum text_id reason, const struct said *values, size_t n)
{
    enum { MOST = 10 };
    struct str texts[MOST] = {0};
    assert(n <= MOST);
    result->verdict = verdict;
    for (int english = 0; english < 2; english++) {
        for (size_t i = 0; i < n; i++) texts[i] = said_in(&c->kept, &values[i], english);
        result->reason[english] = text_fill(&c->kept, text_str(reason, english), texts, n);
    }
}

static bool missing_measure(struct checking *c, struct result *result, unsigned present, unsigned needed)
{
    static const enum text_id reasons[MEASURE_COUNT] = {TEXT_REASON_NO_MURNI, TEXT_REASON_NO_KINI, TEXT_REASON_NO_REALISASI};
    for (unsigned m = 0; m < MEASURE_COUNT; m++) {
        if (!(needed & HAS(m)) || (present & HAS(m))) continue;
        checking_set(c, result, VERDICT_UNTESTABLE, reasons[m], NULL, 0);
        return true;
    }
    return false;
}

bool checking_untestable(struct checking *c, struct result *result, uint32_t unit, const struct total *total, unsigned needed)
{
    const struct unit *u = &c->audit->ledger->units.at[unit];
    uint32_t rejected = checking_rejected(c, unit, total);
    if (missing_measure(c, result, u->present, needed)) return true;
    if (rejected) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_REJECTED, said_count(rejected));
    else if (total->gaps && (needed & HAS(MURNI))) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_GAPS, said_count(total->gaps));
    else if (checking_coarse(c, unit)) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_COARSE, said_count(checking_coarse(c, unit)));
    else if (u->disputed) checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_DISPUTED, NULL, 0);
    else if (u->conflict) checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_CONFLICT, NULL, 0);
    else return false;
    return true;
}

/* The region counts as unreconciled where a unit does that has spending of the check's class. */
static bool is_unreconciled(const struct checking *c, uint32_t unit)
{
    const struct ledger *ledger = c->audit->ledger;
    if (unit != NO_UNIT) return ledger->units.at[unit].unreconciled;
    for (uint32_t u = 0; u < ledger->units.n; u++)
        if (ledger->units.at[u].unreconciled && (checking_of_all(c) || checking_total(c, u)->lines)) return true;
    return false;
}

static uint64_t unread_files(const struct ledger *ledger)
{
    uint64_t n = 0;
    for (size_t i = 0; i < ledger->files.n; i++) n += !ledger->files.at[i].opened;
    return n;
}

/* A unit (or the region with a unit) whose file does not add up, and a region with an unread file, are never COMPLIANT. */
static void no_false_pass(struct checking *c, struct result *result)
{
    uint64_t unread = result->unit == NO_UNIT ? unread_files(c->audit->ledger) : 0; /* whose spending they hold is not known */
    if (result->verdict != VERDICT_COMPLIANT) return;
    if (unread) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_FILES_UNREAD, said_count(unread));
    else if (is_unreconciled(c, result->unit)) checking_set(c, result, VERDICT_UNTESTABLE, TEXT_REASON_UNRECONCILED, NULL, 0);
}

static size_t first_cell_of(const struct audit *audit, uint32_t unit)
{
    size_t low = 0, high = audit->cells.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (audit->cells.at[middle].unit < unit) low = middle + 1;
        else high = middle;
    }
    return low;
}

void checking_cells(const struct checking *c, uint32_t unit, size_t *from, size_t *to)
{
    *from = unit == NO_UNIT ? 0 : first_cell_of(c->audit, unit);
    *to = unit == NO_UNIT ? c->audit->cells.n : first_cell_of(c->audit, unit + 1);
}

struct total checking_region_total(struct checking *c, unsigned needed, uint32_t *left_out)
{
    const struct ledger *ledger = c->audit->ledger;
    struct total sum = {0};
    *left_out = 0;
    for (uint32_t unit = 0; unit < ledger->units.n; unit++) {
        const struct total *total = checking_total(c, unit);
        if (checking_empty(c, unit, total)) continue;
        bool testable = checking_testable(c, unit, total, needed);
        *left_out += !testable;
        if (!testable) continue;
        sum.lines += total->lines;
        sum.amounts.present |= (uint8_t)needed; /* these units have the measure: where no line does, it is zero */
        amounts_add(&sum.amounts, &total->amounts); /* cannot overflow: audit_totals added all units */
    }
    return sum;
}

typedef void check_fn(struct checking *c);

static check_fn *const KINDS[CHECK_KIND_COUNT] = {
    [CHECK_CUT] = check_cut, [CHECK_NEW_ACTIVITY] = check_new_activity, [CHECK_SPENT_OVER_LIMIT] = check_spent_over_limit,
    [CHECK_SPENT_OVER_BUDGET] = check_spent_over_budget, [CHECK_TREND] = check_trend, [CHECK_NO_BASELINE] = check_no_baseline,
    [CHECK_RECONCILE] = check_reconcile, [CHECK_CONTROL] = check_control,
    [CHECK_EXCLUDED_ROWS] = check_excluded_rows, [CHECK_ACCOUNT_SPELLING] = check_account_spelling,
    [CHECK_ACCOUNT_SHARE] = check_account_share, [CHECK_PARAMETERS] = check_parameters, [CHECK_PROJECTION] = check_projection,
    [CHECK_PRESENCE] = check_presence, [CHECK_SHARE_OF_CLASS] = check_share_of_class, [CHECK_PURPOSE_LIST] = check_purpose_list,
    [CHECK_PURPOSE_OUTSIDE] = check_purpose_outside, [CHECK_SHIFT] = check_shift, [CHECK_INPUT_HEAVY] = check_input_heavy,
    [CHECK_DESTINATION] = check_destination, [CHECK_BALANCE] = check_balance, [CHECK_UNEVEN_CUT] = check_uneven_cut,
    [CHECK_NUMBER_FORMAT] = check_number_format, [CHECK_ODD_AMOUNTS] = check_odd_amounts, [CHECK_UNIT_NAMES] = check_unit_names,
    [CHECK_ENCODINGS] = check_encodings, [CHECK_DECIDED_BY] = check_decided_by, [CHECK_STAGE_RISE] = check_stage_rise,
    [CHECK_PAID_TWICE] = check_paid_twice, [CHECK_PILE_UP] = check_pile_up, [CHECK_ROUND] = check_round, [CHECK_NO_OUTPUT] = check_no_output,
    [CHECK_FLAT_CUT] = check_flat_cut, [CHECK_REPEATED] = check_repeated, [CHECK_DUPLICATES] = check_duplicates, [CHECK_DATES] = check_dates,
    [CHECK_CLAIMS] = check_claims, [CHECK_PROJECTION_PROFILE] = check_projection_profile,
    [CHECK_RATE] = check_rate, [CHECK_RATE_UNIT] = check_rate_unit, [CHECK_COMMITTEE] = check_committee, [CHECK_TEAMS] = check_teams,
    [CHECK_MEMBERS] = check_members, [CHECK_MONTHS] = check_months,
};

/* What the files themselves are like: these say what is in doubt and do not rest on it. */
static const bool ABOUT_FILES[CHECK_KIND_COUNT] = {
    [CHECK_NO_BASELINE] = true, [CHECK_RECONCILE] = true, [CHECK_CONTROL] = true, [CHECK_EXCLUDED_ROWS] = true, [CHECK_ACCOUNT_SPELLING] = true,
    [CHECK_PARAMETERS] = true, [CHECK_NUMBER_FORMAT] = true, [CHECK_ODD_AMOUNTS] = true, [CHECK_UNIT_NAMES] = true, [CHECK_ENCODINGS] = true,
    [CHECK_DECIDED_BY] = true, [CHECK_REPEATED] = true, [CHECK_DUPLICATES] = true, [CHECK_DATES] = true,
};

/* Rejected rows without a readable account may belong to any class. */
static struct surveyed survey(const struct audit *audit, struct arena *arena)
{
    struct surveyed s = {.unknown_rejects = arena_new_n(arena, uint32_t, audit->ledger->units.n + 1)};
    bool *seen = arena_new_n(arena, bool, audit->ledger->texts.texts.n + 1);
    for (size_t i = 0; i < audit->cells.n; i++) {
        const struct cell *cell = &audit->cells.at[i];
        if (cell->class_index == audit->pack->unclassified) s.unknown_rejects[cell->unit] += cell->total.rejected;
        if (seen[cell->account]) continue;
        seen[cell->account] = true;
        *array_push(arena, &s.accounts) = cell->account;
    }
    return s;
}

static void run_check(struct checking *c)
{
    checking_begin(c);
    KINDS[c->check->kind](c);
    for (size_t i = 0; i < c->results.n && !ABOUT_FILES[c->check->kind]; i++) no_false_pass(c, &c->results.at[i]);
    arena_release(&c->scratch);
}

/* Puts what a check found behind what those before it found. */
static void join(struct audit *audit, struct checking *c)
{
    for (size_t k = 0; k <= audit->ledger->units.n; k++)
        if (c->result_at[k]) c->result_at[k] += (uint32_t)audit->results.n;
    for (size_t i = 0; i < c->results.n; i++) *array_push(audit->arena, &audit->results) = c->results.at[i];
    for (size_t i = 0; i < c->findings.n; i++) c->findings.at[i].first_line += (uint32_t)audit->finding_lines.n;
    array_append(audit->arena, &audit->findings, &c->findings);
    array_append(audit->arena, &audit->finding_lines, &c->finding_lines);
    if (c->check->kind == CHECK_DESTINATION) audit->increases = c->increases;
    if (c->check->kind == CHECK_BALANCE) audit->cuts = c->cuts;
    if (c->check->kind == CHECK_BALANCE) audit->raises = c->raises;
    arena_drop(&c->kept, c->findings.at);
    arena_drop(&c->kept, c->finding_lines.at);
    arena_adopt(audit->arena, &c->kept);
}

/* No check knows of the others, so they run beside each other; what they found is put together in the order of the table. */
static void run_checks(struct audit *audit)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    const size_t n = audit->pack->checks.n, columns = audit->ledger->units.n + 1;
    const struct surveyed surveyed = survey(audit, &scratch);
    struct checking *all = arena_new_n(&scratch, struct checking, n);
    audit->result_at = arena_new_n(audit->arena, uint32_t, n * columns + 1);
    for (uint16_t i = 0; i < n; i++)
        all[i] = (struct checking){.audit = audit, .surveyed = &surveyed, .index = i, .check = &audit->pack->checks.at[i],
                                   .result_at = &audit->result_at[i * columns], .scratch.out_of_memory = scratch.out_of_memory,
                                   .kept.out_of_memory = scratch.out_of_memory};
#pragma omp taskgroup
    for (size_t i = 0; i < n; i++) {
#pragma omp task
        run_check(&all[i]);
    }
    for (size_t i = 0; i < n; i++) join(audit, &all[i]);
    arena_release(&scratch);
}

void audit_checks(struct audit *audit)
{
    audit_rates(audit);
    run_checks(audit);
    scope_results(audit);
    findings_tell_apart(audit);
    findings_raise(audit);
    findings_sort(audit);
}
