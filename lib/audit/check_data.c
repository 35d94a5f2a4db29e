/* Checks of the data themselves (Q01-Q12): printed in every run, also when they are clean. */
#include "checking.h"

/* Q01: no original budget, so nothing that compares with it can be tested. */
void check_no_baseline(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    for (uint32_t unit = 0; unit < ledger->units.n; unit++) {
        struct result *result = checking_result(c, unit);
        if (ledger->units.at[unit].present & HAS(MURNI)) {
            checking_set(c, result, VERDICT_COMPLIANT, TEXT_REASON_MURNI_THERE, NULL, 0);
            continue;
        }
        checking_set(c, result, c->check->hit, TEXT_REASON_NO_MURNI, NULL, 0);
        finding_add(c, &(struct finding_facts){.unit = unit});
    }
}

/* Q02: do the lines of each file add up to the total that the file states? */
void check_reconcile(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    const struct file_key *keys = NULL;
    uint64_t counts[3] = {0}; /* different, equal, nothing stated */
    for (size_t i = 0; i < ledger->files.n; i++) {
        const struct input_file *file = &ledger->files.at[i];
        if (!file->opened || file->twin) continue; /* a copy counts nowhere */
        counts[file->reconciled < 0 ? 2 : file->reconciled]++;
        if (file->reconciled != 0) continue;
        struct money gap = {0};
        for (int m = 0; m < MEASURE_COUNT; m++) {
            struct money stated = file->stated.of[m], sum = file->own.of[m];
            if (!amounts_has(&file->stated, (enum measure)m)) continue;
            struct money difference = money_cmp(stated, sum) > 0 ? money_minus(stated, sum) : money_minus(sum, stated);
            if (difference.sen > gap.sen) gap = difference;
        }
        if (!keys) keys = file_keys(c);
        struct finding *finding = finding_add(c, &(struct finding_facts){.unit = NO_UNIT, .gap = gap, .amount = gap, .key = keys[i].key, .about = keys[i].unit + 1});
        finding->file = file->path;
    }
    struct result *result = checking_result(c, NO_UNIT);
    enum verdict verdict = counts[0] ? c->check->hit : counts[1] ? VERDICT_COMPLIANT : VERDICT_UNTESTABLE;
    checking_say(c, result, verdict, TEXT_REASON_FILES, said_count(counts[1]), said_count(counts[0]), said_count(counts[2]));
}

/* Q03: rows that are no lines, counted. */
void check_excluded_rows(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    uint64_t excluded = 0, read = 0;
    for (size_t i = 0; i < ledger->files.n; i++) {
        excluded += input_file_excluded(&ledger->files.at[i]);
        read += ledger->files.at[i].rows_read;
    }
    checking_say(c, checking_result(c, NO_UNIT), VERDICT_COMPLIANT, TEXT_REASON_EXCLUDED, said_count(excluded), said_count(read));
}

/* True when the account, or a level above it, stands in the chart of accounts. Local levels below the chart are normal. */
static bool in_chart(const struct pool *chart, struct str account)
{
    uint32_t id;
    for (size_t levels = 0; account.n; levels++) {
        if (pool_find(chart, account, &id)) return true;
        size_t dot = account.n;
        while (dot && account.p[dot - 1] != '.') dot--;
        account = str_sub(account, 0, dot ? dot - 1 : 0);
        if (levels == 1) return false; /* two missing levels are no local detail any more */
    }
    return false;
}

static struct pool chart_codes(struct checking *c, struct arena *scratch)
{
    const struct ruletable *chart = &c->audit->pack->chart;
    struct pool codes;
    pool_init(&codes, scratch);
    for (size_t i = 0; i < chart->rows.n; i++) pool_id(&codes, ruletable_cell(chart, &chart->rows.at[i], "code"));
    return codes;
}

/* Q04: accounts in another spelling, and accounts that the chart does not know. */
void check_account_spelling(struct checking *c)
{
    struct arena scratch = {.out_of_memory = c->kept.out_of_memory};
    const struct ledger *ledger = c->audit->ledger;
    struct pool chart = chart_codes(c, &scratch);
    uint8_t *known = arena_new_n(&scratch, uint8_t, ledger->texts.texts.n); /* 0 not looked up, 1 in the chart, 2 not */
    uint64_t odd = 0, unknown = 0;
    struct finding_facts facts = {.unit = NO_UNIT, .by = KINI, .key = S("chart")};
    ARRAY(uint32_t) lines = {0};
    for (uint32_t i = 0; i < ledger->lines.n; i++) {
        const struct line *line = &ledger->lines.at[i];
        odd += line->odd_account;
        if (line->account == 0 || line->rejected) continue;
        if (!known[line->account]) known[line->account] = in_chart(&chart, ledger_text(ledger, line->account)) ? 1 : 2;
        if (known[line->account] == 1) continue;
        unknown++;
        *array_push(&scratch, &lines) = i;
        const struct amounts *a = &line->amounts;
        money_add(&facts.amount, a->of[amounts_has(a, KINI) ? KINI : amounts_has(a, MURNI) ? MURNI : REALISASI]);
    }
    checking_say(c, checking_result(c, NO_UNIT), unknown ? c->check->hit : VERDICT_COMPLIANT, TEXT_REASON_SPELLING, said_count(odd), said_count(unknown));
    if (unknown) {
        facts.count = unknown;
        struct finding *finding = finding_add(c, &facts);
        for (size_t i = 0; i < lines.n; i++) finding_add_line(c, finding, lines.at[i]);
        finding_sort_lines(c, finding, KINI);
    }
    arena_release(&scratch);
}

/* Q11: spending that hides its kinds in one account (BLUD, BOS): its size, beside the verdicts it blurs. */
void check_account_share(struct checking *c)
{
    const struct audit *audit = c->audit;
    size_t units = audit->ledger->units.n, classes = audit->pack->classes.n;
    struct amounts *hidden = arena_new_n(&c->scratch, struct amounts, units + 1);
    for (size_t i = 0; i < audit->cells.n; i++) {
        const struct cell *cell = &audit->cells.at[i];
        if (account_covered(&c->check->accounts, ledger_text(audit->ledger, cell->account))) amounts_add(&hidden[cell->unit], &cell->total.amounts);
    }
    for (uint32_t unit = 0; unit < units; unit++) {
        struct result *result = checking_result(c, unit);
        struct amounts all = {0};
        for (size_t k = 0; k < classes; k++) amounts_add(&all, &audit->by_class[unit * classes + k].amounts);
        enum measure by = amounts_has(&all, KINI) ? KINI : amounts_has(&all, MURNI) ? MURNI : REALISASI;
        struct money part = hidden[unit].of[by];
        result->amounts = hidden[unit];
        if (part.sen == 0) {
            checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_SHARE_NONE, NULL, 0);
            continue;
        }
        checking_say(c, result, c->check->hit, TEXT_REASON_SHARE, said_rupiah(part), said_share(part, all.of[by]));
        struct finding_facts facts = {.unit = unit, .amounts = hidden[unit], .amount = part, .gap = part, .part = part, .whole = all.of[by], .by = by};
        struct finding *finding = finding_add(c, &facts);
        size_t from, to;
        checking_cells(c, unit, &from, &to);
        for (size_t i = from; i < to; i++) {
            const struct cell *cell = &audit->cells.at[i];
            if (!account_covered(&c->check->accounts, ledger_text(audit->ledger, cell->account))) continue;
            for (uint32_t k = 0; k < cell->total.lines; k++) finding_add_line(c, finding, audit->cell_lines[cell->first_line + k]);
        }
        finding_sort_lines(c, finding, by);
    }
}

/* Q12: what the verdicts rest on. */
void check_parameters(struct checking *c)
{
    const struct pack *pack = c->audit->pack;
    uint64_t assumed = 0;
    for (size_t i = 0; i < c->audit->ledger->files.n; i++) assumed += c->audit->ledger->files.at[i].year_assumed;
    checking_say(c, checking_result(c, NO_UNIT), assumed ? VERDICT_CONSIDER : VERDICT_COMPLIANT, TEXT_REASON_PARAMETERS, said_text(pack->id),
                 said_text(pack->version), said_text(str_format(&c->kept, "%d", pack->fiscal_year)), said_count(assumed));
}
