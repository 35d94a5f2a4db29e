#include "effcheck/pack.h"

#include <string.h>

/* What loading passes around. */
struct loader {
    struct pack *pack;
    struct diags *diags;
    bool good;
};

static struct str pack_path(const struct pack *pack, struct str folder, const char *file)
{
    return str_format(pack->arena, "%.*s/%s", STR_ARG(folder), file);
}

static bool load_table(struct loader *loader, struct ruletable *table, struct str folder, const char *file, const char *needed)
{
    bool good = ruletable_load(table, pack_path(loader->pack, folder, file), needed, loader->pack->arena, loader->diags);
    loader->good = loader->good && good;
    return good;
}

static void fault(struct loader *loader, struct diag diag)
{
    diag_add(loader->diags, diag);
    loader->good = false;
}

static struct str file_name(struct str path)
{
    size_t from = path.n;
    while (from && path.p[from - 1] != '/' && path.p[from - 1] != '\\') from--;
    return str_sub(path, from, path.n);
}

static struct rule_place place_of(const struct ruletable *table, const struct ruletable_row *row)
{
    return (struct rule_place){file_name(table->path), row->line};
}

/* A column in both languages; where the English one is empty the Indonesian text stands in. */
static void read_pair(const struct ruletable *table, const struct ruletable_row *row, const char *column, const char *english, struct str out[2])
{
    out[0] = ruletable_cell(table, row, column);
    out[1] = ruletable_cell(table, row, english);
    if (out[1].n == 0) out[1] = out[0];
}

/* One of a closed list of words; its index, or a fault that names the list. */
static int read_word(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column,
                     const char *const *words, int n, int when_empty)
{
    struct str cell = ruletable_cell(table, row, column), list = {0};
    if (cell.n == 0 && when_empty >= 0) return when_empty;
    for (int i = 0; i < n; i++) {
        if (str_eq(cell, str_from(words[i]))) return i;
        list = str_format(loader->pack->arena, "%.*s%s%s", STR_ARG(list), i ? ", " : "", words[i]);
    }
    fault(loader, ruletable_diag(table, row, column, DIAG_PACK_VALUE_BAD, cell, list));
    return 0;
}

/* Reports an id that is empty or stands in an earlier row too. */
static void check_id(struct loader *loader, const struct ruletable *table, size_t index)
{
    const struct ruletable_row *row = &table->rows.at[index];
    struct str id = ruletable_cell(table, row, "id");
    if (id.n == 0) fault(loader, ruletable_diag(table, row, "id", DIAG_PACK_VALUE_BAD, id, S("id")));
    for (size_t i = 0; id.n && i < index; i++)
        if (str_eq(id, ruletable_cell(table, &table->rows.at[i], "id")))
            fault(loader, ruletable_diag(table, row, "id", DIAG_PACK_ID_TWICE, id, str_format(loader->pack->arena, "%u", table->rows.at[i].line)));
}

/* The row of pack.csv with this key; NULL when there is none. */
static const struct ruletable_row *key_row(const struct ruletable *table, const char *key)
{
    for (size_t i = 0; i < table->rows.n; i++)
        if (str_eq(ruletable_cell(table, &table->rows.at[i], "key"), str_from(key))) return &table->rows.at[i];
    return NULL;
}

static struct str pack_value(struct loader *loader, const struct ruletable *table, const char *key, bool needed)
{
    const struct ruletable_row *row = key_row(table, key);
    if (row) return ruletable_cell(table, row, "value");
    if (needed) fault(loader, (struct diag){.kind = DIAG_PACK_KEY_MISSING, .file = table->path, .value = str_from(key)});
    return (struct str){0};
}

static void read_metadata(struct loader *loader, const struct ruletable *table)
{
    struct pack *pack = loader->pack;
    pack->id = pack_value(loader, table, "id", true);
    pack->version = pack_value(loader, table, "version", true);
    pack->title[0] = pack_value(loader, table, "title", true);
    pack->title[1] = pack_value(loader, table, "title_en", false);
    pack->basis[0] = pack_value(loader, table, "basis", true);
    pack->basis[1] = pack_value(loader, table, "basis_en", false);
    if (!pack->title[1].n) pack->title[1] = pack->title[0];
    if (!pack->basis[1].n) pack->basis[1] = pack->basis[0];
    struct str year = pack_value(loader, table, "fiscal_year", true);
    if (year.n && !date_find_year(year, &pack->fiscal_year))
        fault(loader, ruletable_diag(table, key_row(table, "fiscal_year"), "value", DIAG_PACK_VALUE_BAD, year, S("1990-2099")));
}

/* A table with more rows than the program keeps a place for. */
static void check_rows(struct loader *loader, const struct ruletable *table, size_t most)
{
    struct arena *arena = loader->pack->arena;
    if (table->rows.n > most)
        fault(loader, ruletable_diag(table, &table->rows.at[most], "id", DIAG_PACK_VALUE_BAD, str_format(arena, "%zu", table->rows.n),
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
                                  .basis = ruletable_cell(table, row, "basis")};
        check_id(loader, table, i);
        read_pair(table, row, "name", "name_en", info.name);
        info.limited = read_word(loader, table, row, "limited", yes_no, 2, 0) == 1;
        if (str_eq(info.id, unclassified)) pack->unclassified = (uint16_t)pack->classes.n;
        *array_push(pack->arena, &pack->classes) = info;
    }
    check_rows(loader, table, CLASS_MAX);
}

static void read_purposes(struct loader *loader, const struct ruletable *table)
{
    struct pack *pack = loader->pack;
    for (size_t i = 0; i < table->rows.n && i < PURPOSE_MAX; i++) {
        struct purpose_info info = {.id = ruletable_cell(table, &table->rows.at[i], "id")};
        check_id(loader, table, i);
        read_pair(table, &table->rows.at[i], "name", "name_en", info.name);
        *array_push(pack->arena, &pack->purposes) = info;
    }
    check_rows(loader, table, PURPOSE_MAX);
}

/* Index of the class named in `column`; NO_INDEX when empty, a fault when unknown. */
static uint16_t read_class(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column)
{
    struct str id = ruletable_cell(table, row, column);
    if (id.n == 0) return NO_INDEX;
    for (size_t i = 0; i < loader->pack->classes.n; i++)
        if (str_eq(loader->pack->classes.at[i].id, id)) return (uint16_t)i;
    fault(loader, ruletable_diag(table, row, column, DIAG_PACK_UNKNOWN, id, S("classes.csv")));
    return NO_INDEX;
}

static uint16_t read_purpose(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row)
{
    struct str id = ruletable_cell(table, row, "purpose");
    if (id.n == 0) return NO_INDEX;
    for (size_t i = 0; i < loader->pack->purposes.n; i++)
        if (str_eq(loader->pack->purposes.at[i].id, id)) return (uint16_t)i;
    fault(loader, ruletable_diag(table, row, "purpose", DIAG_PACK_UNKNOWN, id, S("purposes.csv")));
    return NO_INDEX;
}

static bool is_account(struct str code)
{
    if (code.n == 0 || code.p[0] == '.' || code.p[code.n - 1] == '.') return false;
    for (size_t i = 0; i < code.n; i++)
        if ((code.p[i] < '0' || code.p[i] > '9') && (code.p[i] != '.' || code.p[i - 1] == '.')) return false;
    return true;
}

/* The account column: prefixes parted by ';', '!' in front of what is taken out. */
static void read_accounts(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, account_prefixes *out)
{
    struct str part, rest = ruletable_cell(table, row, "account");
    if (rest.n == 0) return;
    while (str_split(&rest, ';', &part)) {
        part = str_trim(part);
        if (part.n == 0) continue;
        struct account_prefix prefix = {.code = part, .excluded = part.p[0] == '!'};
        if (prefix.excluded) prefix.code = str_trim(str_sub(part, 1, part.n));
        if (!is_account(prefix.code))
            fault(loader, ruletable_diag(table, row, "account", DIAG_PACK_VALUE_BAD, part, S("1.2.03; !1.2.03.04")));
        *array_push(loader->pack->arena, out) = prefix;
    }
}

static bool any_included(const account_prefixes *accounts)
{
    for (size_t i = 0; i < accounts->n; i++)
        if (!accounts->at[i].excluded) return true;
    return false;
}

/* The activity column: patterns parted by ';', '!' in front of what is taken out. */
static void read_patterns(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, account_prefixes *out)
{
    struct str part, rest = ruletable_cell(table, row, "activity");
    if (rest.n == 0) return;
    while (str_split(&rest, ';', &part)) {
        part = str_trim(part);
        bool excluded = part.n && part.p[0] == '!';
        if (excluded) part = str_trim(str_sub(part, 1, part.n));
        if (part.n == 0) continue;
        *array_push(loader->pack->arena, out) = (struct account_prefix){.code = part, .excluded = excluded};
    }
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
        if (!bit) fault(loader, ruletable_diag(table, row, "where", DIAG_PACK_VALUE_BAD, part, S("rekening; sub_kegiatan; uraian")));
        where |= bit;
    }
    return where;
}

/* Hands the phrases of one column to the matcher; true when there were any. */
static bool read_phrases(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column, size_t rule,
                         enum phrase_use use)
{
    struct str part, rest = ruletable_cell(table, row, column);
    bool any = false;
    if (rest.n == 0) return false;
    while (str_split(&rest, ';', &part)) {
        if (str_blank(part)) continue;
        any = true;
        if (!matcher_add(loader->pack->matcher, part, rule, use))
            fault(loader, ruletable_diag(table, row, column, DIAG_PACK_VALUE_BAD, part, S("a-z 0-9 *")));
    }
    return any;
}

static void read_rule(struct loader *loader, const struct ruletable *table, size_t index)
{
    const struct ruletable_row *row = &table->rows.at[index];
    struct rule rule = {.id = ruletable_cell(table, row, "id"), .words = ruletable_cell(table, row, "words"),
                        .also = ruletable_cell(table, row, "also"), .except = ruletable_cell(table, row, "except"),
                        .basis = ruletable_cell(table, row, "basis"), .example = ruletable_cell(table, row, "example"),
                        .counterexample = ruletable_cell(table, row, "counterexample"), .note = ruletable_cell(table, row, "note"),
                        .place = place_of(table, row)};
    check_id(loader, table, index);
    rule.class_index = read_class(loader, table, row, "class");
    rule.purpose_index = read_purpose(loader, table, row);
    rule.where = read_where(loader, table, row);
    read_accounts(loader, table, row, &rule.accounts);
    rule.has_words = read_phrases(loader, table, row, "words", index, PHRASE_WORDS);
    rule.has_also = read_phrases(loader, table, row, "also", index, PHRASE_ALSO);
    read_phrases(loader, table, row, "except", index, PHRASE_EXCEPT);
    bool class = ruletable_cell(table, row, "class").n > 0, purpose = ruletable_cell(table, row, "purpose").n > 0;
    if (class == purpose)
        fault(loader, ruletable_diag(table, row, "class", DIAG_PACK_VALUE_BAD, rule.id, S("class XOR purpose")));
    if (!rule.has_words && !any_included(&rule.accounts)) fault(loader, ruletable_diag(table, row, "words", DIAG_PACK_RULE_EMPTY, rule.id, (struct str){0}));
    *array_push(loader->pack->arena, &loader->pack->rules) = rule;
}

static void read_limits(struct loader *loader, const struct ruletable *table)
{
    struct pack *pack = loader->pack;
    for (size_t i = 0; i < table->rows.n; i++) {
        const struct ruletable_row *row = &table->rows.at[i];
        struct limit limit = {.id = ruletable_cell(table, row, "id"), .place = place_of(table, row)};
        struct str percent = ruletable_cell(table, row, "percent");
        check_id(loader, table, i);
        limit.class_index = read_class(loader, table, row, "class");
        if (!ruletable_cell(table, row, "class").n) fault(loader, ruletable_diag(table, row, "class", DIAG_PACK_VALUE_BAD, (struct str){0}, S("classes.csv")));
        read_pair(table, row, "title", "title_en", limit.title);
        read_pair(table, row, "sheet", "sheet_en", limit.sheet);
        read_pair(table, row, "basis", "basis_en", limit.basis);
        if (!percent_parse(percent, &limit.cut)) fault(loader, ruletable_diag(table, row, "percent", DIAG_PACK_VALUE_BAD, percent, S("0-100")));
        *array_push(pack->arena, &pack->limits) = limit;
    }
}

static const char *const VERDICTS[] = {"patuh", "tidak_patuh", "perlu_pertimbangan", "tidak_dapat_diuji", "tidak_berlaku"};
static const char *const SEVERITIES[] = {"INFO", "RENDAH", "SEDANG", "TINGGI"};
static const char *const NATURES[] = {"HUKUM", "KEBIJAKAN", "INDIKASI", "DATA"};
static const char *const LEVELS[] = {"unit", "daerah", "berkas", "sub_kegiatan"};
static const char *const KINDS[] = {"pemotongan", "kegiatan_baru", "realisasi_atas_batas", "realisasi_atas_pagu", "tren", "tanpa_murni",
                                    "rekonsiliasi", "baris_bukan_rincian", "ejaan_rekening", "porsi_rekening", "parameter", "proyeksi",
                                    "ada_belanja", "porsi_jenis", "daftar_tujuan", "tujuan_di_luar_jenis", "substitusi", "padat_masukan",
                                    "tujuan_penghematan", "neraca_pergeseran", "beda_pemotongan", "format_angka", "nilai_ganjil",
                                    "nama_perangkat_daerah", "bentuk_berkas", "dasar_klasifikasi"};

const char *verdict_id(enum verdict verdict)
{
    return VERDICTS[verdict];
}

const char *severity_id(enum severity severity)
{
    return SEVERITIES[severity];
}

const char *nature_id(enum nature nature)
{
    return NATURES[nature];
}

static uint16_t read_limit(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row)
{
    struct str id = ruletable_cell(table, row, "limit");
    if (id.n == 0) return NO_INDEX;
    for (size_t i = 0; i < loader->pack->limits.n; i++)
        if (str_eq(loader->pack->limits.at[i].id, id)) return (uint16_t)i;
    fault(loader, ruletable_diag(table, row, "limit", DIAG_PACK_UNKNOWN, id, S("limits.csv")));
    return NO_INDEX;
}

/* Another check named in a row; rows may refer to rows below them. */
static uint16_t read_check_ref(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row)
{
    struct str id = ruletable_cell(table, row, "raise_with");
    if (id.n == 0) return NO_INDEX;
    for (size_t i = 0; i < table->rows.n; i++)
        if (str_eq(ruletable_cell(table, &table->rows.at[i], "id"), id)) return (uint16_t)i;
    fault(loader, ruletable_diag(table, row, "raise_with", DIAG_PACK_UNKNOWN, id, S("checks.csv")));
    return NO_INDEX;
}

/* The areas that savings may go to: only packs that name such a table have them. */
static void read_areas(struct loader *loader, const struct ruletable *table)
{
    for (size_t i = 0; i < table->rows.n; i++) {
        const struct ruletable_row *row = &table->rows.at[i];
        struct area area = {.id = ruletable_cell(table, row, "id"), .words = ruletable_cell(table, row, "words"),
                            .except = ruletable_cell(table, row, "except"), .place = place_of(table, row)};
        check_id(loader, table, i);
        read_pair(table, row, "name", "name_en", area.name);
        read_patterns(loader, table, row, &area.activities);
        if (area.activities.n == 0 && str_blank(area.words))
            fault(loader, ruletable_diag(table, row, "activity", DIAG_PACK_RULE_EMPTY, area.id, (struct str){0}));
        *array_push(loader->pack->arena, &loader->pack->areas) = area;
    }
}

/* The classes of a check, parted by ';'; the first one names the check's own. */
static void read_check_classes(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, struct check *check)
{
    struct str part, rest = ruletable_cell(table, row, "class");
    check->class_index = NO_INDEX;
    while (rest.n && str_split(&rest, ';', &part)) {
        uint16_t index = NO_INDEX;
        for (size_t i = 0; i < loader->pack->classes.n && i < CLASS_MAX; i++)
            if (str_eq(loader->pack->classes.at[i].id, str_trim(part))) index = (uint16_t)i;
        if (index == NO_INDEX) fault(loader, ruletable_diag(table, row, "class", DIAG_PACK_UNKNOWN, part, S("classes.csv")));
        else check->classes |= UINT64_C(1) << index;
        if (check->class_index == NO_INDEX) check->class_index = index;
    }
}

/* What only some kinds look at. */
static void read_check_subject(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, struct check *check)
{
    struct str percent = ruletable_cell(table, row, "percent"), from = ruletable_cell(table, row, "info_from");
    read_check_classes(loader, table, row, check);
    check->purpose_index = read_purpose(loader, table, row);
    check->words = ruletable_cell(table, row, "words");
    read_accounts(loader, table, row, &check->accounts);
    read_patterns(loader, table, row, &check->activities);
    check->has_percent = percent.n > 0;
    if (percent.n && !percent_parse(percent, &check->percent)) fault(loader, ruletable_diag(table, row, "percent", DIAG_PACK_VALUE_BAD, percent, S("0-100")));
    if (from.n && !date_parse(from, &check->info_from)) fault(loader, ruletable_diag(table, row, "info_from", DIAG_PACK_VALUE_BAD, from, S("2025-06-04")));
}

/* What a kind cannot work without. */
enum { NEEDS_CLASS = 1, NEEDS_LIMIT = 2, NEEDS_ACCOUNT = 4, NEEDS_SUBJECT = 8, NEEDS_PURPOSE = 16, NEEDS_PERCENT = 32, NEEDS_WORDS = 64, NEEDS_AREAS = 128 };

static const uint8_t NEEDS[CHECK_KIND_COUNT] = {
    [CHECK_CUT] = NEEDS_CLASS | NEEDS_LIMIT,
    [CHECK_SPENT_OVER_LIMIT] = NEEDS_CLASS | NEEDS_LIMIT,
    [CHECK_PROJECTION] = NEEDS_CLASS | NEEDS_LIMIT,
    [CHECK_NEW_ACTIVITY] = NEEDS_CLASS,
    [CHECK_TREND] = NEEDS_SUBJECT,
    [CHECK_ACCOUNT_SHARE] = NEEDS_ACCOUNT,
    [CHECK_PRESENCE] = NEEDS_SUBJECT,
    [CHECK_SHARE_OF_CLASS] = NEEDS_CLASS | NEEDS_ACCOUNT,
    [CHECK_PURPOSE_LIST] = NEEDS_PURPOSE,
    [CHECK_PURPOSE_OUTSIDE] = NEEDS_CLASS | NEEDS_PURPOSE,
    [CHECK_SHIFT] = NEEDS_CLASS | NEEDS_ACCOUNT | NEEDS_PERCENT,
    [CHECK_INPUT_HEAVY] = NEEDS_SUBJECT | NEEDS_PERCENT,
    [CHECK_DESTINATION] = NEEDS_AREAS,
    [CHECK_UNEVEN_CUT] = NEEDS_CLASS | NEEDS_PERCENT | NEEDS_WORDS,
    [CHECK_DECIDED_BY] = NEEDS_PERCENT,
};

static void need(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, bool needed, const char *column, struct str accepted)
{
    if (needed && !ruletable_cell(table, row, column).n) fault(loader, ruletable_diag(table, row, column, DIAG_PACK_VALUE_BAD, (struct str){0}, accepted));
}

static void check_needs(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const struct check *check)
{
    unsigned needs = NEEDS[check->kind];
    need(loader, table, row, needs & NEEDS_CLASS, "class", S("classes.csv"));
    need(loader, table, row, (needs & NEEDS_SUBJECT) && check->accounts.n == 0, "class", S("classes.csv"));
    need(loader, table, row, needs & NEEDS_LIMIT, "limit", S("limits.csv"));
    need(loader, table, row, needs & NEEDS_ACCOUNT, "account", S("1.2.03; !1.2.03.04"));
    need(loader, table, row, needs & NEEDS_PURPOSE, "purpose", S("purposes.csv"));
    need(loader, table, row, needs & NEEDS_PERCENT, "percent", S("0-100"));
    need(loader, table, row, needs & NEEDS_WORDS, "words", S("a-z 0-9 *"));
    if ((needs & NEEDS_AREAS) && loader->pack->areas.n == 0)
        fault(loader, ruletable_diag(table, row, "kind", DIAG_PACK_VALUE_BAD, ruletable_cell(table, row, "kind"), S("pack.csv: realokasi")));
}

static void read_check(struct loader *loader, const struct ruletable *table, size_t index)
{
    const struct ruletable_row *row = &table->rows.at[index];
    struct check check = {.id = ruletable_cell(table, row, "id"), .code = ruletable_cell(table, row, "code"),
                          .basis = ruletable_cell(table, row, "basis"), .place = place_of(table, row)};
    check_id(loader, table, index);
    check.kind = (enum check_kind)read_word(loader, table, row, "kind", KINDS, CHECK_KIND_COUNT, -1);
    read_check_subject(loader, table, row, &check);
    check.level = (enum check_level)read_word(loader, table, row, "level", LEVELS, 4, LEVEL_UNIT);
    check.limit_index = read_limit(loader, table, row);
    check.nature = (enum nature)read_word(loader, table, row, "nature", NATURES, 4, -1);
    check.severity = (enum severity)read_word(loader, table, row, "severity", SEVERITIES, 4, -1);
    check.raise_with = read_check_ref(loader, table, row);
    check.raised_severity = (enum severity)read_word(loader, table, row, "raised_severity", SEVERITIES, 4, (int)check.severity);
    check.hit = (enum verdict)read_word(loader, table, row, "hit", VERDICTS, VERDICT_COUNT, VERDICT_CONSIDER);
    check.flat = (enum verdict)read_word(loader, table, row, "flat", VERDICTS, VERDICT_COUNT, VERDICT_CONSIDER);
    read_pair(table, row, "title", "title_en", check.title);
    read_pair(table, row, "condition", "condition_en", check.condition);
    read_pair(table, row, "criteria", "criteria_en", check.criteria);
    read_pair(table, row, "effect", "effect_en", check.effect);
    read_pair(table, row, "cause", "cause_en", check.cause);
    read_pair(table, row, "recommendation", "recommendation_en", check.recommendation);
    check_needs(loader, table, row, &check);
    *array_push(loader->pack->arena, &loader->pack->checks) = check;
}

/* One digest over the digests of all tables: names the pack exactly. */
static void digest(struct pack *pack, const struct ruletable *const *tables, size_t n)
{
    struct str pieces[16];
    for (size_t i = 0; i < n; i++) pieces[i] = str_from(tables[i]->sha256);
    sha256_hex(pieces, n, pack->sha256);
}

struct own_tables {
    struct ruletable pack, classes, purposes, rules, limits, checks, areas;
};

static void load_own(struct loader *loader, struct own_tables *t)
{
    struct str folder = loader->pack->folder;
    load_table(loader, &t->classes, folder, "classes.csv", "id group name limited");
    load_table(loader, &t->purposes, folder, "purposes.csv", "id name");
    load_table(loader, &t->rules, folder, "rules.csv", "id class purpose account words also except where");
    load_table(loader, &t->limits, folder, "limits.csv", "id class percent title sheet basis");
    load_table(loader, &t->checks, folder, "checks.csv", "id kind class level limit nature severity hit flat title criteria basis");
}

static void load_common(struct loader *loader, struct str folder)
{
    struct pack *pack = loader->pack;
    load_table(loader, &pack->headers, folder, "headers.csv", "role name");
    load_table(loader, &pack->row_words, folder, "rows.csv", "kind words");
    load_table(loader, &pack->schemes, folder, "schemes.csv", "id widths expenditure revenue financing");
    load_table(loader, &pack->chart, folder, "accounts.csv", "code name");
}

bool pack_load(struct pack *pack, struct str folder, struct arena *arena, struct diags *diags)
{
    struct own_tables t = {0};
    *pack = (struct pack){.arena = arena, .folder = folder};
    struct loader loader = {.pack = pack, .diags = diags, .good = true};
    if (!load_table(&loader, &t.pack, folder, "pack.csv", "key value")) return false;
    read_metadata(&loader, &t.pack);
    struct str common = pack_value(&loader, &t.pack, "common", true), unclassified = pack_value(&loader, &t.pack, "unclassified", true);
    struct str areas = pack_value(&loader, &t.pack, "realokasi", false);
    load_own(&loader, &t);
    if (areas.n) load_table(&loader, &t.areas, folder, areas.p, "id name activity words except");
    load_common(&loader, str_format(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(common)));
    if (!loader.good) return false;
    read_classes(&loader, &t.classes, unclassified);
    if (pack->unclassified == NO_INDEX)
        fault(&loader, ruletable_diag(&t.pack, key_row(&t.pack, "unclassified"), "value", DIAG_PACK_UNKNOWN, unclassified, S("classes.csv")));
    read_purposes(&loader, &t.purposes);
    pack->matcher = matcher_new(arena);
    check_rows(&loader, &t.rules, RULE_MAX);
    for (size_t i = 0; i < t.rules.rows.n && i < RULE_MAX; i++) read_rule(&loader, &t.rules, i);
    read_limits(&loader, &t.limits);
    read_areas(&loader, &t.areas);
    for (size_t i = 0; i < t.checks.rows.n; i++) read_check(&loader, &t.checks, i);
    const struct ruletable *const all[] = {&t.pack, &t.classes, &t.purposes, &t.rules, &t.limits, &t.checks, &t.areas,
                                           &pack->headers, &pack->row_words, &pack->schemes, &pack->chart};
    digest(pack, all, sizeof all / sizeof *all);
    return loader.good;
}
