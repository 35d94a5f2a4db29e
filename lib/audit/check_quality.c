/*
 * More checks of the data themselves, printed in every run, also when they are clean.
 *
 * Number format (Q05): how many columns of amounts were read, how many rows were rejected because their amounts are not plain.
 * Odd amounts (Q06): lines with an amount below zero; lines without an amount in a column that their file has.
 * Unit names (Q09): one code with two names, one name with two codes.
 * Encodings (Q13): what the files are written in.
 * Decided by (Q14): share of the budget that accounts, keywords or nothing decided; a hit when nothing x 100 % > percent x all.
 */
#include "checking.h"
#include "effcheck/share.h"

/* ---- number format ---- */

static bool is_about_amounts(enum diag_kind kind)
{
    return kind == DIAG_AMOUNT_AMBIGUOUS || kind == DIAG_AMOUNT_MIXED || kind == DIAG_AMOUNT_BAD || kind == DIAG_AMOUNT_LOST_DIGITS ||
           kind == DIAG_AMOUNT_OVERFLOW;
}

void check_number_format(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    uint32_t *rejected = arena_new_n(&c->scratch, uint32_t, ledger->files.n + 1);
    const struct file_key *keys = NULL;
    uint64_t columns = 0, rows = 0;
    for (size_t i = 0; i < ledger->rejects.n; i++) rejected[ledger->rejects.at[i].file] += is_about_amounts(ledger->rejects.at[i].kind);
    for (size_t i = 0; i < ledger->files.n; i++) {
        const struct input_file *file = &ledger->files.at[i];
        for (int m = 0; m < MEASURE_COUNT; m++) columns += file->column_name[m].n > 0;
        rows += rejected[i];
        if (!rejected[i]) continue;
        if (!keys) keys = file_keys(c);
        struct finding *finding = finding_add(c, &(struct finding_facts){.unit = NO_UNIT, .count = rejected[i], .key = keys[i].key, .about = keys[i].unit + 1});
        finding->file = file->path;
    }
    enum verdict verdict = rows ? c->check->hit : columns ? VERDICT_COMPLIANT : VERDICT_NOT_APPLICABLE;
    checking_say(c, checking_result(c, NO_UNIT), verdict, TEXT_REASON_FORMATS, said_count(columns), said_count(rows));
}

/* ---- odd amounts ---- */

static bool is_negative(const struct line *line)
{
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (amounts_has(&line->amounts, (enum measure)m) && line->amounts.of[m].sen < 0) return true;
    return false;
}

static bool is_blank(const struct ledger *ledger, const struct line *line)
{
    unsigned measures = ledger->files.at[line->file].measures;
    if (line->stage && ledger->stages.at[line->stage].original) measures &= HAS(MURNI); /* such rows speak of the original budget only */
    for (int m = 0; m < MEASURE_COUNT; m++)
        if ((measures & HAS(m)) && !amounts_has(&line->amounts, (enum measure)m)) return true;
    return false;
}

static void add_negatives(struct checking *c, uint64_t negative)
{
    const struct ledger *ledger = c->audit->ledger;
    struct finding *finding = finding_add(c, &(struct finding_facts){.unit = NO_UNIT, .count = negative, .key = S("minus")});
    for (uint32_t i = 0; i < ledger->lines.n; i++)
        if (is_negative(&ledger->lines.at[i])) finding_add_line(c, finding, i);
}

void check_odd_amounts(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    uint64_t negative = 0, blank = 0;
    for (size_t i = 0; i < ledger->lines.n; i++) {
        const struct line *line = &ledger->lines.at[i];
        if (line->rejected) continue;
        negative += is_negative(line);
        blank += is_blank(ledger, line);
    }
    checking_say(c, checking_result(c, NO_UNIT), negative || blank ? c->check->hit : VERDICT_COMPLIANT, TEXT_REASON_ODD_AMOUNTS, said_count(negative),
                 said_count(blank));
    if (negative) add_negatives(c, negative);
}

/* ---- unit names ---- */

static void add_unit(struct checking *c, uint32_t unit, const char *key)
{
    finding_add(c, &(struct finding_facts){.unit = unit, .key = str_from(key)});
}

void check_unit_names(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    struct pool names;
    pool_init(&names, &c->scratch);
    uint64_t codes = 0, twice = 0;
    for (uint32_t unit = 0; unit < ledger->units.n; unit++) {
        struct str folded = unit_name_key(&c->scratch, ledger_text(ledger, ledger->units.at[unit].name));
        uint32_t known;
        bool again = folded.n && pool_find(&names, folded, &known);
        if (folded.n) pool_id(&names, folded);
        if (again) add_unit(c, unit, "name");
        if (ledger->units.at[unit].conflict) add_unit(c, unit, "code");
        twice += again;
        codes += ledger->units.at[unit].conflict;
    }
    checking_say(c, checking_result(c, NO_UNIT), codes || twice ? c->check->hit : VERDICT_COMPLIANT, TEXT_REASON_UNIT_NAMES, said_count(codes),
                 said_count(twice));
}

/* ---- encodings ---- */

/* Kinds of files, in order of first appearance, with their numbers. */
struct forms {
    struct str name[2];
    uint32_t files;
};
typedef ARRAY(struct forms) form_list;

static void count_form(struct checking *c, form_list *list, const struct input_file *file)
{
    struct str encoding = str_from(encoding_name(file->encoding));
    struct str name = str_format(&c->kept, "%.*s, %.*s", STR_ARG(encoding), STR_ARG(dialect_name(&c->scratch, file->dialect, false)));
    size_t i = 0;
    while (i < list->n && !str_eq(list->at[i].name[0], name)) i++;
    if (i == list->n) {
        struct str english = dialect_name(&c->scratch, file->dialect, true);
        *array_push(&c->scratch, list) = (struct forms){.name = {name, str_format(&c->kept, "%.*s, %.*s", STR_ARG(encoding), STR_ARG(english))}};
    }
    list->at[i].files++;
}

void check_encodings(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    form_list list = {0};
    uint64_t opened = 0;
    struct str words[2] = {{0}};
    for (size_t i = 0; i < ledger->files.n; i++) {
        if (!ledger->files.at[i].opened) continue;
        opened++;
        count_form(c, &list, &ledger->files.at[i]);
    }
    for (size_t i = 0; i < list.n; i++)
        for (int english = 0; english < 2; english++)
            words[english] = str_format(&c->kept, "%.*s%s%.*s (%u)", STR_ARG(words[english]), i ? "; " : "", STR_ARG(list.at[i].name[english]),
                                        list.at[i].files);
    enum verdict verdict = list.n > 1 ? c->check->hit : list.n ? VERDICT_COMPLIANT : VERDICT_NOT_APPLICABLE;
    checking_say(c, checking_result(c, NO_UNIT), verdict, TEXT_REASON_ENCODINGS, said_count(opened), said_both(words));
}

/* ---- decided by ---- */

enum decided { BY_ACCOUNT, BY_KEYWORD, BY_NOTHING, DECIDED_COUNT };

static enum decided decided_by(const struct pack *pack, const struct line *line)
{
    if (line->rule == NO_INDEX || line->class_index == pack->unclassified) return BY_NOTHING;
    return pack->rules.at[line->rule].has_words ? BY_KEYWORD : BY_ACCOUNT;
}

static void add_undecided(struct checking *c, const struct money sums[DECIDED_COUNT], struct money all)
{
    const struct ledger *ledger = c->audit->ledger;
    struct finding_facts facts = {.unit = NO_UNIT, .amount = sums[BY_NOTHING], .gap = sums[BY_NOTHING], .part = sums[BY_NOTHING], .whole = all,
                                  .above = c->check->percent, .by = KINI};
    struct finding *finding = finding_add(c, &facts);
    for (uint32_t i = 0; i < ledger->lines.n; i++)
        if (!ledger->lines.at[i].rejected && decided_by(c->audit->pack, &ledger->lines.at[i]) == BY_NOTHING) finding_add_line(c, finding, i);
    finding_sort_lines(c, finding, KINI);
}

void check_decided_by(struct checking *c)
{
    const struct ledger *ledger = c->audit->ledger;
    struct money sums[DECIDED_COUNT] = {{0}}, all = {0};
    for (size_t i = 0; i < ledger->lines.n; i++) {
        const struct line *line = &ledger->lines.at[i];
        struct money amount = line->amounts.of[checking_measure(c, line->unit)];
        if (line->rejected) continue;
        money_add(&sums[decided_by(c->audit->pack, line)], amount);
        money_add(&all, amount);
    }
    struct result *result = checking_result(c, NO_UNIT);
    result->has_gap = true;
    result->gap = sums[BY_NOTHING];
    if (all.sen <= 0) {
        checking_set(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_NOTHING, NULL, 0);
        return;
    }
    bool hit = share_cmp(sums[BY_NOTHING], all, c->check->percent) > 0;
    struct said nothing = hit ? said_share_above(sums[BY_NOTHING], all, c->check->percent) : said_share(sums[BY_NOTHING], all);
    checking_say(c, result, hit ? c->check->hit : VERDICT_COMPLIANT, TEXT_REASON_DECIDED_BY, said_share(sums[BY_ACCOUNT], all),
                 said_share(sums[BY_KEYWORD], all), nothing);
    if (hit) add_undecided(c, sums, all);
}
