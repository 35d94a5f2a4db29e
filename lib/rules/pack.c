#include <string.h>

#include "pack_reading.h"

void loader_fault(struct loader *loader, struct diag diag)
{
    diag_add(loader->diags, diag);
    loader->good = false;
}

void read_pair(const struct ruletable *table, const struct ruletable_row *row, const char *column, const char *english, struct str out[2])
{
    out[0] = ruletable_cell(table, row, column);
    out[1] = ruletable_cell(table, row, english);
    if (out[1].n == 0) out[1] = out[0];
}

int read_word(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column,
                     const char *const *words, int n, int when_empty)
{
    struct str cell = ruletable_cell(table, row, column), list = {0};
    if (cell.n == 0 && when_empty >= 0) return when_empty;
    for (int i = 0; i < n; i++) {
        if (str_eq(cell, str_from(words[i]))) return i;
        list = str_format(loader->pack->arena, "%.*s%s%s", STR_ARG(list), i ? ", " : "", words[i]);
    }
    loader_fault(loader, ruletable_diag(table, row, column, DIAG_PACK_VALUE_BAD, cell, list));
    return 0;
}

void check_id(struct loader *loader, const struct ruletable *table, size_t index, const char *column)
{
    const struct ruletable_row *row = &table->rows.at[index];
    struct str id = ruletable_cell(table, row, column);
    if (id.n == 0) loader_fault(loader, ruletable_diag(table, row, column, DIAG_PACK_VALUE_BAD, id, str_from(column)));
    for (size_t i = 0; id.n && i < index; i++)
        if (str_eq(id, ruletable_cell(table, &table->rows.at[i], column)))
            loader_fault(loader, ruletable_diag(table, row, column, DIAG_PACK_ID_TWICE, id, str_format(loader->pack->arena, "%u", table->rows.at[i].line)));
}

static void read_metadata(struct loader *loader, const struct ruletable *table)
{
    struct pack *pack = loader->pack;
    pack->id = pack_value(loader, table, "id", true);
    pack->version = pack_value(loader, table, "version", true);
    pack_values(loader, table, "title", true, pack->title);
    pack_values(loader, table, "basis", true, pack->basis);
    pack_values(loader, table, "note", false, pack->note);
    struct str year = pack_value(loader, table, "fiscal_year", true);
    if (year.n && !date_find_year(year, &pack->fiscal_year))
        loader_fault(loader, ruletable_diag(table, key_row(table, "fiscal_year"), "value", DIAG_PACK_VALUE_BAD, year, S("1990-2099")));
}

/* A table with more rows than the program keeps a place for. */
static void check_rows(struct loader *loader, const struct ruletable *table, size_t most)
{
    struct arena *arena = loader->pack->arena;
    if (table->rows.n > most)
        loader_fault(loader, ruletable_diag(table, &table->rows.at[most], "id", DIAG_PACK_VALUE_BAD, str_format(arena, "%zu", table->rows.n),
                                     str_format(arena, "<= %zu", most)));
}

static void read_classes(struct loader *loader, const struct ruletable *table, struct str unclassified)
{
    static const char *const yes_no[] = {"tidak", "ya"};
    struct pack *pack = loader->pack;
    pack->unclassified = NO_INDEX;
    for (size_t i = 0; i < table->rows.n; i++) {
        const struct ruletable_row *row = &table->rows.at[i];
        struct class_info info = {.id = ruletable_cell(table, row, "id"), .group = ruletable_cell(table, row, "group"),
                                  .basis = ruletable_cell(table, row, "basis"), .place = ruletable_place(table, row)};
        check_id(loader, table, i, "id");
        read_pair(table, row, "name", "name_en", info.name);
        info.limited = read_word(loader, table, row, "limited", yes_no, 2, 0) == 1;
        if (str_eq(info.id, unclassified)) pack->unclassified = (uint16_t)pack->classes.n;
        *array_push(pack->arena, &pack->classes) = info;
    }
    check_rows(loader, table, CLASS_MAX);
}

static void read_purposes(struct loader *loader, const struct ruletable *table)
{
    static const char *const reviews[] = {"tidak", "ya", "bila_tak_dibatasi"};
    struct pack *pack = loader->pack;
    for (size_t i = 0; i < table->rows.n && i < PURPOSE_MAX; i++) {
        const struct ruletable_row *row = &table->rows.at[i];
        struct purpose_info info = {.id = ruletable_cell(table, row, "id"), .class_index = NO_INDEX, .place = ruletable_place(table, row)};
        check_id(loader, table, i, "id");
        read_pair(table, row, "name", "name_en", info.name);
        info.review = (enum review)read_word(loader, table, row, "review", reviews, 3, REVIEW_NO);
        for (size_t c = 0; c < pack->classes.n; c++)
            if (str_eq(pack->classes.at[c].id, info.id)) info.class_index = (uint16_t)c;
        *array_push(pack->arena, &pack->purposes) = info;
    }
    check_rows(loader, table, PURPOSE_MAX);
}

uint16_t read_class(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column)
{
    struct str id = ruletable_cell(table, row, column);
    if (id.n == 0) return NO_INDEX;
    for (size_t i = 0; i < loader->pack->classes.n; i++)
        if (str_eq(loader->pack->classes.at[i].id, id)) return (uint16_t)i;
    loader_fault(loader, ruletable_diag(table, row, column, DIAG_PACK_UNKNOWN, id, S("classes.csv")));
    return NO_INDEX;
}

uint16_t read_purpose(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row)
{
    struct str id = ruletable_cell(table, row, "purpose");
    if (id.n == 0) return NO_INDEX;
    for (size_t i = 0; i < loader->pack->purposes.n; i++)
        if (str_eq(loader->pack->purposes.at[i].id, id)) return (uint16_t)i;
    loader_fault(loader, ruletable_diag(table, row, "purpose", DIAG_PACK_UNKNOWN, id, S("purposes.csv")));
    return NO_INDEX;
}

static bool is_account(struct str code)
{
    if (code.n == 0 || code.p[0] == '.' || code.p[code.n - 1] == '.') return false;
    for (size_t i = 0; i < code.n; i++)
        if ((code.p[i] < '0' || code.p[i] > '9') && (code.p[i] != '.' || code.p[i - 1] == '.')) return false;
    return true;
}

void read_accounts(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column, account_prefixes *out)
{
    struct str part, rest = ruletable_cell(table, row, column);
    if (rest.n == 0) return;
    while (str_split(&rest, ';', &part)) {
        part = str_trim(part);
        if (part.n == 0) continue;
        struct account_prefix prefix = {.code = part, .excluded = part.p[0] == '!'};
        if (prefix.excluded) prefix.code = str_trim(str_sub(part, 1, part.n));
        if (!is_account(prefix.code))
            loader_fault(loader, ruletable_diag(table, row, column, DIAG_PACK_VALUE_BAD, part, S("1.2.03; !1.2.03.04")));
        *array_push(loader->pack->arena, out) = prefix;
    }
}

static bool any_included(const account_prefixes *accounts)
{
    for (size_t i = 0; i < accounts->n; i++)
        if (!accounts->at[i].excluded) return true;
    return false;
}

static unsigned read_where(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row)
{
    static const char *const names[FIELD_COUNT] = {"rekening", "sub_kegiatan", "uraian"};
    struct str part, rest = ruletable_cell(table, row, "where");
    unsigned where = 0;
    if (rest.n == 0) return FIELD_ALL;
    while (str_split(&rest, ';', &part)) {
        unsigned bit = 0;
        for (unsigned i = 0; i < FIELD_COUNT; i++)
            if (str_eq(str_trim(part), str_from(names[i]))) bit = 1u << i;
        if (!bit) loader_fault(loader, ruletable_diag(table, row, "where", DIAG_PACK_VALUE_BAD, part, S("rekening; sub_kegiatan; uraian")));
        where |= bit;
    }
    return where;
}

bool read_phrases(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column, size_t rule,
                  enum phrase_use use)
{
    struct str part, rest = ruletable_cell(table, row, column);
    bool any = false;
    if (rest.n == 0) return false;
    while (str_split(&rest, ';', &part)) {
        if (str_blank(part)) continue;
        any = true;
        if (!matcher_add(loader->pack->matcher, part, rule, use))
            loader_fault(loader, ruletable_diag(table, row, column, DIAG_PACK_VALUE_BAD, part, S("a-z 0-9 *")));
    }
    return any;
}

struct date read_day(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column)
{
    struct str cell = ruletable_cell(table, row, column);
    struct date day = {0};
    if (cell.n && !date_parse(cell, &day)) loader_fault(loader, ruletable_diag(table, row, column, DIAG_PACK_VALUE_BAD, cell, S("2025-12-31")));
    return day;
}

bool no_day(struct date from, struct date until)
{
    return from.year && until.year && date_cmp(from, until) > 0;
}

/* One id may stand for a rule and its successor, as long as no day has both. A region numbers its overrides by itself. */
static void check_rule_id(struct loader *loader, const struct ruletable *table, const struct rule *rule)
{
    const struct ruletable_row *row = rule->place.row;
    if (rule->id.n == 0) loader_fault(loader, ruletable_diag(table, row, "id", DIAG_PACK_VALUE_BAD, rule->id, S("id")));
    if (no_day(rule->valid_from, rule->valid_until))
        loader_fault(loader, ruletable_diag(table, row, "valid_until", DIAG_PACK_VALUE_BAD, ruletable_cell(table, row, "valid_until"), S(">= valid_from")));
    for (size_t i = loader->pack->overrides.applied; rule->id.n && i < loader->pack->rules.n; i++) {
        const struct rule *other = &loader->pack->rules.at[i];
        struct str line = str_format(loader->pack->arena, "%u", other->place.line);
        if (!str_eq(rule->id, other->id) || no_day(rule->valid_from, other->valid_until) || no_day(other->valid_from, rule->valid_until)) continue;
        bool dated = rule->valid_from.year || rule->valid_until.year || other->valid_from.year || other->valid_until.year;
        loader_fault(loader, dated ? ruletable_diag(table, row, "valid_from", DIAG_PACK_DATES_OVERLAP, rule->id, line)
                                   : ruletable_diag(table, row, "id", DIAG_PACK_ID_TWICE, rule->id, line));
    }
}

void add_rule(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, struct rule rule)
{
    struct pack *pack = loader->pack;
    if (pack->rules.n == RULE_MAX)
        loader_fault(loader, ruletable_diag(table, row, "id", DIAG_PACK_VALUE_BAD, rule.id, str_format(pack->arena, "<= %d", RULE_MAX)));
    else *array_push(pack->arena, &pack->rules) = rule;
}

static void read_rule(struct loader *loader, const struct ruletable *table, size_t index)
{
    size_t number = loader->pack->rules.n; /* overrides come before the rows of this table */
    const struct ruletable_row *row = &table->rows.at[index];
    struct rule rule = {.id = ruletable_cell(table, row, "id"), .words = ruletable_cell(table, row, "words"),
                        .also = ruletable_cell(table, row, "also"), .except = ruletable_cell(table, row, "except"),
                        .basis = ruletable_cell(table, row, "basis"), .example = ruletable_cell(table, row, "example"),
                        .counterexample = ruletable_cell(table, row, "counterexample"), .note = ruletable_cell(table, row, "note"),
                        .valid_from = read_day(loader, table, row, "valid_from"), .valid_until = read_day(loader, table, row, "valid_until"),
                        .place = ruletable_place(table, row)};
    check_rule_id(loader, table, &rule);
    rule.class_index = read_class(loader, table, row, "class");
    rule.purpose_index = read_purpose(loader, table, row);
    rule.where = read_where(loader, table, row);
    read_accounts(loader, table, row, "account", &rule.accounts);
    rule.has_words = read_phrases(loader, table, row, "words", number, PHRASE_WORDS);
    rule.has_also = read_phrases(loader, table, row, "also", number, PHRASE_ALSO);
    read_phrases(loader, table, row, "except", number, PHRASE_EXCEPT);
    bool class = ruletable_cell(table, row, "class").n > 0, purpose = ruletable_cell(table, row, "purpose").n > 0;
    if (class == purpose)
        loader_fault(loader, ruletable_diag(table, row, "class", DIAG_PACK_VALUE_BAD, rule.id, S("class XOR purpose")));
    if (!rule.has_words && !any_included(&rule.accounts)) loader_fault(loader, ruletable_diag(table, row, "words", DIAG_PACK_RULE_EMPTY, rule.id, (struct str){0}));
    add_rule(loader, table, row, rule);
}

/* A pack of another law takes over the rules of its base and cites its own classes: "rule_basis,kelas". */
static void read_rule_basis(struct loader *loader, const struct ruletable *meta)
{
    struct pack *pack = loader->pack;
    if (!str_eq(pack_value(loader, meta, "rule_basis", false), S("kelas"))) return;
    for (size_t i = 0; i < pack->rules.n; i++) {
        struct rule *rule = &pack->rules.at[i];
        uint16_t class_index = rule->class_index != NO_INDEX ? rule->class_index : rule->purpose_index != NO_INDEX ? pack->purposes.at[rule->purpose_index].class_index : NO_INDEX;
        if (i >= pack->overrides.applied && class_index != NO_INDEX) rule->basis = pack->classes.at[class_index].basis;
    }
}

static void read_limits(struct loader *loader, const struct ruletable *table)
{
    struct pack *pack = loader->pack;
    for (size_t i = 0; i < table->rows.n; i++) {
        const struct ruletable_row *row = &table->rows.at[i];
        struct limit limit = {.id = ruletable_cell(table, row, "id"), .place = ruletable_place(table, row)};
        struct str percent = ruletable_cell(table, row, "percent");
        check_id(loader, table, i, "id");
        limit.class_index = read_class(loader, table, row, "class");
        if (!ruletable_cell(table, row, "class").n) loader_fault(loader, ruletable_diag(table, row, "class", DIAG_PACK_VALUE_BAD, (struct str){0}, S("classes.csv")));
        read_pair(table, row, "title", "title_en", limit.title);
        read_pair(table, row, "sheet", "sheet_en", limit.sheet);
        read_pair(table, row, "basis", "basis_en", limit.basis);
        if (!percent_parse(percent, &limit.cut)) loader_fault(loader, ruletable_diag(table, row, "percent", DIAG_PACK_VALUE_BAD, percent, S("0-100")));
        *array_push(pack->arena, &pack->limits) = limit;
    }
}

/* One digest over the digests of all tables: names the pack exactly. */
static void digest(struct pack *pack, const struct ruletable *const *tables, size_t n)
{
    struct str *pieces = arena_new_n(pack->arena, struct str, n + 1);
    for (size_t i = 0; i < n; i++) pieces[i] = str_from(tables[i]->sha256);
    sha256_hex(pieces, n, pack->sha256);
}

bool pack_load_local(struct pack *pack, struct str folder, const struct pack_local *local, struct arena *arena, struct diags *diags)
{
    struct own_tables *t = arena_new(arena, struct own_tables); /* places in the tables point into it */
    *pack = (struct pack){.arena = arena, .folder = folder};
    struct loader loader = {.pack = pack, .local = local, .diags = diags, .good = true};
    if (!load_tables(&loader, t)) return false;
    read_metadata(&loader, &t->pack);
    struct str unclassified = pack_value(&loader, &t->pack, "unclassified", true);
    if (!loader.good) return false;
    read_classes(&loader, &t->classes, unclassified);
    if (pack->unclassified == NO_INDEX)
        loader_fault(&loader, ruletable_diag(&t->pack, key_row(&t->pack, "unclassified"), "value", DIAG_PACK_UNKNOWN, unclassified, S("classes.csv")));
    read_purposes(&loader, &t->purposes);
    pack->matcher = matcher_new(arena);
    read_overrides(&loader);
    check_rows(&loader, &t->rules, RULE_MAX);
    for (size_t i = 0; i < t->rules.rows.n && i < RULE_MAX; i++) read_rule(&loader, &t->rules, i);
    read_rule_basis(&loader, &t->pack);
    read_limits(&loader, &t->limits);
    read_policy(&loader, &t->pack);
    read_areas(&loader, &t->areas);
    read_standards(&loader, &t->standards);
    read_caps(&loader, &t->caps);
    pack_values(&loader, &t->pack, "caps_note", false, pack->standards.note);
    read_checks(&loader, &t->checks);
    read_sheets(&loader, &t->sheets);
    const struct ruletable *const all[] = {&t->pack, &t->classes, &t->purposes, &t->rules, &t->limits, &t->checks, &t->areas, &t->standards, &t->caps, &t->sheets, &pack->headers,
                                           &pack->row_words, &pack->not_lines, &pack->schemes, &pack->stages, &pack->control_words, &pack->chart};
    digest(pack, all, sizeof all / sizeof *all);
    return loader.good;
}

bool pack_load(struct pack *pack, struct str folder, struct arena *arena, struct diags *diags)
{
    return pack_load_local(pack, folder, &(struct pack_local){0}, arena, diags);
}

bool rule_valid(const struct rule *rule, struct date day)
{
    return !no_day(rule->valid_from, day) && !no_day(day, rule->valid_until);
}

struct date pack_day(const struct pack *pack, struct date period)
{
    struct date day = period.year ? period : (struct date){(int16_t)pack->fiscal_year, 12, 0};
    return date_month_end(day);
}
