#include "effcheck/lint.h"

#include <assert.h>

#include "lint_cover.h"

struct linter {
    const struct pack *pack;
    struct diags *diags;
    struct arena arena;
    struct apart *rules; /* as in pack->rules */
};

/* A row of a region's override table: it is there to take lines from the rules behind it. */
static bool is_override(const struct linter *lint, const struct rule *rule)
{
    return rule - lint->pack->rules.at < lint->pack->overrides.applied;
}

/* Override tables call the columns by other names. */
static const char *column_of(const struct linter *lint, const struct rule *rule, const char *column)
{
    if (!is_override(lint, rule)) return column;
    if (str_eq(str_from(column), S("account"))) return "rekening";
    if (str_eq(str_from(column), S("words"))) return rule->where == FIELD_ACTIVITY ? "sub_kegiatan" : "kata";
    return column;
}

static void fault(struct linter *lint, const struct rule *rule, const char *column, enum diag_kind kind, struct str value, struct str detail)
{
    diag_add(lint->diags, ruletable_diag(rule->place.table, rule->place.row, column_of(lint, rule, column), kind, value, detail));
}

/* ---- cells that say nothing ---- */

static void lint_empty(struct linter *lint, const struct rule *rule, const char *column)
{
    struct str part, rest = ruletable_cell(rule->place.table, rule->place.row, column_of(lint, rule, column));
    bool empty = false;
    if (rest.n == 0) return;
    while (str_split(&rest, ';', &part)) empty |= str_blank(part);
    if (empty) fault(lint, rule, column, DIAG_LINT_PHRASE_EMPTY, (struct str){0}, (struct str){0});
}

/* Another choice of the same cell that every text with this one holds too; of two equal ones the first stays. */
static const struct choice *covering(const choices *list, size_t index)
{
    for (size_t i = 0; i < list->n; i++) {
        bool back = phrase_implies(&list->at[i].phrase, &list->at[index].phrase);
        if (i != index && phrase_implies(&list->at[index].phrase, &list->at[i].phrase) && (!back || i < index)) return &list->at[i];
    }
    return NULL;
}

static void lint_choices(struct linter *lint, const struct rule *rule, const char *column, const choices *list, const choices *except)
{
    assert(!list->n || list->at);
    for (size_t i = 0; i < list->n; i++) {
        const struct choice *other = covering(list, i);
        if (other) fault(lint, rule, column, DIAG_LINT_PHRASE_COVERED, list->at[i].written, other->written);
        for (size_t k = 0; except && k < except->n; k++) {
            if (!phrase_implies(&list->at[i].phrase, &except->at[k].phrase)) continue;
            fault(lint, rule, column, DIAG_LINT_PHRASE_EXCEPTED, list->at[i].written, except->at[k].written);
            break;
        }
    }
}

static void lint_phrases(struct linter *lint, const struct apart *apart)
{
    static const char *const columns[] = {"account", "words", "also", "except", "where"};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) lint_empty(lint, apart->rule, columns[i]);
    lint_choices(lint, apart->rule, "words", &apart->words, &apart->except);
    lint_choices(lint, apart->rule, "also", &apart->also, &apart->except);
    lint_choices(lint, apart->rule, "except", &apart->except, NULL);
}

/* ---- accounts ---- */

static struct str chart_code(const struct ruletable *chart, size_t row)
{
    return ruletable_cell(chart, &chart->rows.at[row], "code");
}

static bool is_leaf(const struct ruletable *chart, size_t row)
{
    struct str code = chart_code(chart, row);
    for (size_t i = 0; i < chart->rows.n; i++)
        if (!str_eq(chart_code(chart, i), code) && prefix_covers(code, chart_code(chart, i))) return false;
    return true;
}

/* The chart holds the account or something below it, or ends above it: what lies below its last level is numbered by the regions. */
static bool in_chart(const struct ruletable *chart, struct str code)
{
    for (size_t i = 0; i < chart->rows.n; i++) {
        struct str known = chart_code(chart, i);
        if (prefix_covers(code, known) || (prefix_covers(known, code) && is_leaf(chart, i))) return true;
    }
    return false;
}

/* Another account of the same cell and kind that covers this one; of two equal ones the first stays. */
static const struct account_prefix *covering_account(const account_prefixes *list, size_t index)
{
    for (size_t i = 0; i < list->n; i++) {
        bool covers = list->at[i].excluded == list->at[index].excluded && prefix_covers(list->at[i].code, list->at[index].code);
        if (i != index && covers && (!str_eq(list->at[i].code, list->at[index].code) || i < index)) return &list->at[i];
    }
    return NULL;
}

static bool is_idle(const account_prefixes *list, size_t index)
{
    bool any = false;
    if (!list->at[index].excluded) return false;
    for (size_t i = 0; i < list->n; i++) {
        if (list->at[i].excluded) continue;
        any = true;
        if (prefix_covers(list->at[i].code, list->at[index].code)) return false;
    }
    return any;
}

static void lint_accounts(struct linter *lint, const struct rule *rule)
{
    for (size_t i = 0; i < rule->accounts.n; i++) {
        struct str code = rule->accounts.at[i].code;
        const struct account_prefix *other = covering_account(&rule->accounts, i);
        if (other) fault(lint, rule, "account", DIAG_LINT_ACCOUNT_COVERED, code, other->code);
        if (is_idle(&rule->accounts, i)) fault(lint, rule, "account", DIAG_LINT_EXCLUSION_IDLE, code, (struct str){0});
        if (!in_chart(&lint->pack->chart, code)) fault(lint, rule, "account", DIAG_LINT_ACCOUNT_UNKNOWN, code, S("accounts.csv"));
    }
}

/* ---- what earlier rules take over ---- */

/* Class rules hide all later class rules, purpose rules those of the same purpose. Overrides hide only each other: what they take
 * from the pack's rules is what they are for. */
static bool competes(const struct linter *lint, const struct rule *earlier, const struct rule *later)
{
    if (is_override(lint, earlier) != is_override(lint, later)) return false;
    return earlier->purpose_index == later->purpose_index && (later->class_index == NO_INDEX) == (earlier->class_index == NO_INDEX);
}

static const struct rule *taker(const struct linter *lint, size_t index, const struct account_prefix *account, const struct choice *word)
{
    for (size_t i = 0; i < index; i++)
        if (competes(lint, lint->rules[i].rule, lint->rules[index].rule) && takes_over(&lint->rules[i], &lint->rules[index], account, word))
            return lint->rules[i].rule;
    return NULL;
}

/* Every account of a rule with every word of it: [account * words + word] = the earlier rule that takes it over, or NULL. */
struct grid {
    const struct account_prefix **accounts; /* a single NULL when the rule names none */
    size_t n, words;
    const struct rule **at;
};

static struct grid make_grid(struct linter *lint, size_t index)
{
    const struct apart *apart = &lint->rules[index];
    const account_prefixes *all = &apart->rule->accounts;
    struct grid grid = {.accounts = arena_new_n(&lint->arena, const struct account_prefix *, all->n + 1), .words = apart->words.n ? apart->words.n : 1};
    for (size_t i = 0; i < all->n; i++)
        if (!all->at[i].excluded) grid.accounts[grid.n++] = &all->at[i];
    grid.n += grid.n == 0;
    grid.at = arena_new_n(&lint->arena, const struct rule *, grid.n * grid.words);
    for (size_t a = 0; a < grid.n; a++)
        for (size_t w = 0; w < grid.words; w++)
            grid.at[a * grid.words + w] = taker(lint, index, grid.accounts[a], apart->words.n ? &apart->words.at[w] : NULL);
    return grid;
}

/* The rules that take over `n` cells from `first` in steps of `step`, as "A, B"; empty when one of them is left. */
static struct str takers(struct linter *lint, const struct rule *const *first, size_t n, size_t step)
{
    struct str list = {0};
    for (size_t i = 0; i < n; i++) {
        const struct rule *rule = first[i * step];
        bool named = false;
        if (!rule) return (struct str){0};
        for (size_t k = 0; k < i; k++) named |= first[k * step] == rule;
        if (!named)
            list = str_format(&lint->arena, "%.*s%s%.*s (%.*s:%u)", STR_ARG(list), list.n ? ", " : "", STR_ARG(rule->id), STR_ARG(rule->place.file), rule->place.line);
    }
    return list;
}

static void lint_shadow(struct linter *lint, size_t index)
{
    const struct apart *apart = &lint->rules[index];
    if (apart->rule->has_words && apart->words.n == 0) return; /* words that cannot be read are a fault already */
    struct grid grid = make_grid(lint, index);
    struct str by = takers(lint, grid.at, grid.n * grid.words, 1);
    if (by.n) {
        fault(lint, apart->rule, "id", DIAG_LINT_RULE_SHADOWED, apart->rule->id, by);
        return;
    }
    for (size_t a = 0; a < grid.n; a++)
        if (grid.accounts[a] && (by = takers(lint, &grid.at[a * grid.words], grid.words, 1)).n)
            fault(lint, apart->rule, "account", DIAG_LINT_ACCOUNT_SHADOWED, grid.accounts[a]->code, by);
    for (size_t w = 0; w < apart->words.n; w++)
        if ((by = takers(lint, &grid.at[w], grid.n, grid.words)).n)
            fault(lint, apart->rule, "words", DIAG_LINT_PHRASE_SHADOWED, apart->words.at[w].written, by);
}

/* ---- checks ---- */

/* Only a rule of law, or a percentage that the region has set, can be broken; and indications and policies are never of the highest
 * severity, except where the pattern is money paid twice. */
static void lint_check(struct linter *lint, const struct check *check)
{
    const struct rule_place *place = &check->place;
    bool law = check->nature == NATURE_LAW, soft = check->nature == NATURE_POLICY || check->nature == NATURE_INDICATION;
    bool high = check->severity == SEVERITY_HIGH || check->raised_severity == SEVERITY_HIGH;
    if (check->hit == VERDICT_VIOLATED && !law && !check->by_policy)
        diag_add(lint->diags, ruletable_diag(place->table, place->row, "hit", DIAG_LINT_CHECK_SEVERE, check->id, str_from(verdict_id(check->hit))));
    if (high && soft && check->kind != CHECK_PAID_TWICE)
        diag_add(lint->diags, ruletable_diag(place->table, place->row, "severity", DIAG_LINT_CHECK_SEVERE, check->id, str_from(severity_id(SEVERITY_HIGH))));
}

void pack_lint(const struct pack *pack, struct diags *diags)
{
    struct linter lint = {.pack = pack, .diags = diags, .arena.out_of_memory = pack->arena->out_of_memory};
    lint.rules = arena_new_n(&lint.arena, struct apart, pack->rules.n + 1);
    for (size_t i = 0; i < pack->rules.n; i++) lint.rules[i] = rule_apart(&pack->rules.at[i], &lint.arena);
    for (size_t i = 0; i < pack->rules.n; i++) {
        const struct rule *rule = &pack->rules.at[i];
        lint_phrases(&lint, &lint.rules[i]);
        lint_accounts(&lint, rule);
        lint_shadow(&lint, i);
        if (str_blank(rule->example) && !is_override(&lint, rule)) fault(&lint, rule, "example", DIAG_LINT_NO_EXAMPLE, rule->id, (struct str){0});
    }
    for (size_t i = 0; i < pack->checks.n; i++) lint_check(&lint, &pack->checks.at[i]);
    for (size_t i = 0; i < pack->templates.n; i++) lint_check(&lint, &pack->templates.at[i]);
    arena_release(&lint.arena);
}
