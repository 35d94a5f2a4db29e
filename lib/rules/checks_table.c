/* What is tested (checks.csv), where savings may go and which checks share a sheet (the tables that pack.csv names as "realokasi" and
 * "lembar"). */
#include "pack_reading.h"

#include <assert.h>

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

void read_areas(struct loader *loader, const struct ruletable *table)
{
    for (size_t i = 0; i < table->rows.n; i++) {
        const struct ruletable_row *row = &table->rows.at[i];
        struct area area = {.id = ruletable_cell(table, row, "id"), .words = ruletable_cell(table, row, "words"),
                            .except = ruletable_cell(table, row, "except"), .place = ruletable_place(table, row)};
        check_id(loader, table, i, "id");
        read_pair(table, row, "name", "name_en", area.name);
        read_patterns(loader, table, row, &area.activities);
        if (area.activities.n == 0 && str_blank(area.words))
            loader_fault(loader, ruletable_diag(table, row, "activity", DIAG_PACK_RULE_EMPTY, area.id, (struct str){0}));
        *array_push(loader->pack->arena, &loader->pack->areas) = area;
    }
}

static const char *const VERDICTS[] = {"patuh", "tidak_patuh", "perlu_pertimbangan", "tidak_dapat_diuji", "tidak_berlaku"};
static const char *const SEVERITIES[] = {"INFO", "RENDAH", "SEDANG", "TINGGI"};
static const char *const NATURES[] = {"HUKUM", "KEBIJAKAN", "INDIKASI", "DATA"};
static const char *const LEVELS[] = {"unit", "daerah", "berkas", "sub_kegiatan"};
static const char *const KINDS[] = {"pemotongan", "kegiatan_baru", "realisasi_atas_batas", "realisasi_atas_pagu", "tren", "tanpa_murni",
                                    "rekonsiliasi", "kontrol", "baris_bukan_rincian", "ejaan_rekening", "porsi_rekening", "parameter", "proyeksi",
                                    "ada_belanja", "porsi_jenis", "daftar_tujuan", "tujuan_di_luar_jenis", "substitusi", "padat_masukan",
                                    "tujuan_penghematan", "neraca_pergeseran", "beda_pemotongan", "format_angka", "nilai_ganjil",
                                    "nama_perangkat_daerah", "bentuk_berkas", "dasar_klasifikasi", "kenaikan_tahap", "bayar_ganda", "penumpukan",
                                    "angka_bulat", "tanpa_keluaran", "potongan_rata", "kolom_berulang", "data_ganda", "tanggal", "klaim", "proyeksi_profil",
                                    "tarif", "satuan_tarif", "panitia_peserta", "jumlah_tim", "jumlah_anggota", "jumlah_bulan"};

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

#define BY_POLICY "kebijakan" /* in the column limit: the percentage that the region's policy sets for the class */

static bool is_by_policy(const struct ruletable *table, const struct ruletable_row *row)
{
    return str_eq(ruletable_cell(table, row, "limit"), S(BY_POLICY));
}

/* A row that stands for every class the policy sets a percentage for. */
static bool is_template(const struct ruletable *table, const struct ruletable_row *row)
{
    return is_by_policy(table, row) && str_eq(ruletable_cell(table, row, "class"), S("*"));
}

static uint16_t read_limit(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row)
{
    struct str id = ruletable_cell(table, row, "limit");
    if (id.n == 0 || is_by_policy(table, row)) return NO_INDEX;
    for (size_t i = 0; i < loader->pack->limits.n; i++)
        if (str_eq(loader->pack->limits.at[i].id, id)) return (uint16_t)i;
    loader_fault(loader, ruletable_diag(table, row, "limit", DIAG_PACK_UNKNOWN, id, S("limits.csv")));
    return NO_INDEX;
}

/* The classes of a check, parted by ';'; the first one names the check's own. '*' = see read_template. */
static void read_check_classes(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, struct check *check)
{
    struct str part, rest = ruletable_cell(table, row, "class");
    check->class_index = NO_INDEX;
    if (is_template(table, row)) return;
    while (rest.n && str_split(&rest, ';', &part)) {
        uint16_t index = NO_INDEX;
        for (size_t i = 0; i < loader->pack->classes.n && i < CLASS_MAX; i++)
            if (str_eq(loader->pack->classes.at[i].id, str_trim(part))) index = (uint16_t)i;
        if (index == NO_INDEX) loader_fault(loader, ruletable_diag(table, row, "class", DIAG_PACK_UNKNOWN, part, S("classes.csv")));
        else check->classes |= UINT64_C(1) << index;
        if (check->class_index == NO_INDEX) check->class_index = index;
    }
}

/* A whole number of `most` at most; an empty cell is 0. */
static uint32_t read_count(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, const char *column, uint32_t most)
{
    struct str cell = ruletable_cell(table, row, column);
    struct money money = {0};
    bool good = cell.n == 0 || (money_scan(cell) == NUMBER_PLAIN && money_parse(cell, DECIMAL_UNKNOWN, &money) && money.sen > 0 && money.sen <= (int64_t)most * 100);
    if (!good) loader_fault(loader, ruletable_diag(table, row, column, DIAG_PACK_VALUE_BAD, cell, str_format(loader->pack->arena, "1-%u", most)));
    return good ? (uint32_t)(money.sen / 100) : 0;
}

/* The numbers beside percent. */
static void read_check_numbers(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, struct check *check)
{
    enum { MONTHS = 12, COUNT_MAX = 1000000, RUPIAH_MAX = 1000000000 };
    struct str margin = ruletable_cell(table, row, "margin");
    check->from_month = (uint8_t)read_count(loader, table, row, "from_month", MONTHS);
    check->least = read_count(loader, table, row, "least", COUNT_MAX);
    check->rupiah.sen = (int64_t)read_count(loader, table, row, "rupiah", RUPIAH_MAX) * 100;
    if (margin.n && !percent_parse(margin, &check->margin)) loader_fault(loader, ruletable_diag(table, row, "margin", DIAG_PACK_VALUE_BAD, margin, S("0-100")));
}

/* What only some kinds look at. */
static void read_check_subject(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, struct check *check)
{
    struct str percent = ruletable_cell(table, row, "percent"), from = ruletable_cell(table, row, "info_from");
    read_check_classes(loader, table, row, check);
    read_check_numbers(loader, table, row, check);
    check->purpose_index = read_purpose(loader, table, row);
    check->words = ruletable_cell(table, row, "words");
    read_accounts(loader, table, row, "account", &check->accounts);
    read_patterns(loader, table, row, &check->activities);
    check->has_percent = percent.n > 0;
    if (percent.n && !percent_parse(percent, &check->percent)) loader_fault(loader, ruletable_diag(table, row, "percent", DIAG_PACK_VALUE_BAD, percent, S("0-100")));
    if (from.n && !date_parse(from, &check->info_from)) loader_fault(loader, ruletable_diag(table, row, "info_from", DIAG_PACK_VALUE_BAD, from, S("2025-06-04")));
}

/* What a kind cannot work without. */
enum { NEEDS_CLASS = 1, NEEDS_LIMIT = 2, NEEDS_ACCOUNT = 4, NEEDS_SUBJECT = 8, NEEDS_PURPOSE = 16, NEEDS_PERCENT = 32, NEEDS_WORDS = 64, NEEDS_AREAS = 128,
       NEEDS_MONTH = 256, NEEDS_RUPIAH = 512, NEEDS_MARGIN = 1024, NEEDS_LEAST = 2048, NEEDS_STANDARDS = 4096 };

static const uint16_t NEEDS[CHECK_KIND_COUNT] = {
    [CHECK_CUT] = NEEDS_CLASS | NEEDS_LIMIT,
    [CHECK_SPENT_OVER_LIMIT] = NEEDS_CLASS | NEEDS_LIMIT,
    [CHECK_PROJECTION] = NEEDS_CLASS | NEEDS_LIMIT,
    [CHECK_PROJECTION_PROFILE] = NEEDS_CLASS | NEEDS_LIMIT,
    [CHECK_CLAIMS] = NEEDS_PERCENT,
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
    [CHECK_STAGE_RISE] = NEEDS_CLASS,
    [CHECK_PILE_UP] = NEEDS_CLASS | NEEDS_PERCENT | NEEDS_MONTH,
    [CHECK_ROUND] = NEEDS_CLASS | NEEDS_PERCENT | NEEDS_RUPIAH | NEEDS_LEAST,
    [CHECK_NO_OUTPUT] = NEEDS_SUBJECT | NEEDS_WORDS,
    [CHECK_FLAT_CUT] = NEEDS_ACCOUNT | NEEDS_PERCENT | NEEDS_MARGIN | NEEDS_LEAST,
    [CHECK_RATE] = NEEDS_CLASS | NEEDS_STANDARDS,
    [CHECK_RATE_UNIT] = NEEDS_CLASS | NEEDS_STANDARDS,
    [CHECK_COMMITTEE] = NEEDS_CLASS | NEEDS_PERCENT | NEEDS_STANDARDS,
    [CHECK_TEAMS] = NEEDS_ACCOUNT,
    [CHECK_MEMBERS] = NEEDS_CLASS | NEEDS_STANDARDS,
    [CHECK_MONTHS] = NEEDS_CLASS | NEEDS_STANDARDS,
};

static void need(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row, bool needed, const char *column, struct str accepted)
{
    if (needed && !ruletable_cell(table, row, column).n) loader_fault(loader, ruletable_diag(table, row, column, DIAG_PACK_VALUE_BAD, (struct str){0}, accepted));
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
    need(loader, table, row, needs & NEEDS_MONTH, "from_month", S("1-12"));
    need(loader, table, row, needs & NEEDS_RUPIAH, "rupiah", S("1000000"));
    need(loader, table, row, needs & NEEDS_MARGIN, "margin", S("0-100"));
    need(loader, table, row, needs & NEEDS_LEAST, "least", S("1, 2, ..."));
    bool many = check->kind == CHECK_INPUT_HEAVY || check->kind == CHECK_PILE_UP;
    if (!many && (check->classes & (check->classes - 1))) /* the others judge the total of one class */
        loader_fault(loader, ruletable_diag(table, row, "class", DIAG_PACK_VALUE_BAD, ruletable_cell(table, row, "class"), S("classes.csv: 1")));
    if ((needs & NEEDS_STANDARDS) && loader->pack->standards.list.n == 0)
        loader_fault(loader, ruletable_diag(table, row, "kind", DIAG_PACK_VALUE_BAD, ruletable_cell(table, row, "kind"), S("pack.csv: standards")));
    if ((needs & NEEDS_AREAS) && loader->pack->areas.n == 0)
        loader_fault(loader, ruletable_diag(table, row, "kind", DIAG_PACK_VALUE_BAD, ruletable_cell(table, row, "kind"), S("pack.csv: realokasi")));
}

/* What stands in the column raise_with of each check; found when all checks are known. */
typedef ARRAY(struct raiser {
    struct str id;
    const struct ruletable_row *row;
}) raiser_list;

static struct check check_of(struct loader *loader, const struct ruletable *table, const struct ruletable_row *row)
{
    struct check check = {.id = ruletable_cell(table, row, "id"), .code = ruletable_cell(table, row, "code"),
                          .basis = ruletable_cell(table, row, "basis"), .raise_with = NO_INDEX, .place = ruletable_place(table, row)};
    check.kind = (enum check_kind)read_word(loader, table, row, "kind", KINDS, CHECK_KIND_COUNT, -1);
    read_check_subject(loader, table, row, &check);
    check.level = (enum check_level)read_word(loader, table, row, "level", LEVELS, 4, LEVEL_UNIT);
    check.limit_index = read_limit(loader, table, row);
    check.by_policy = is_by_policy(table, row);
    check.nature = (enum nature)read_word(loader, table, row, "nature", NATURES, 4, -1);
    check.severity = (enum severity)read_word(loader, table, row, "severity", SEVERITIES, 4, -1);
    check.raised_severity = (enum severity)read_word(loader, table, row, "raised_severity", SEVERITIES, 4, (int)check.severity);
    check.hit = (enum verdict)read_word(loader, table, row, "hit", VERDICTS, VERDICT_COUNT, VERDICT_CONSIDER);
    check.flat = (enum verdict)read_word(loader, table, row, "flat", VERDICTS, VERDICT_COUNT, VERDICT_CONSIDER);
    read_pair(table, row, "title", "title_en", check.title);
    read_pair(table, row, "condition", "condition_en", check.condition);
    read_pair(table, row, "criteria", "criteria_en", check.criteria);
    read_pair(table, row, "effect", "effect_en", check.effect);
    read_pair(table, row, "cause", "cause_en", check.cause);
    read_pair(table, row, "recommendation", "recommendation_en", check.recommendation);
    return check;
}

static void keep_check(struct loader *loader, const struct check *check, struct raiser raiser, raiser_list *raisers)
{
    *array_push(loader->pack->arena, &loader->pack->checks) = *check;
    *array_push(loader->pack->arena, raisers) = raiser;
}

/* A row for every class ('*'): one check for each percentage of the policy that is not the law's own. */
static void read_template(struct loader *loader, struct check template, struct raiser raiser, raiser_list *raisers)
{
    struct arena *arena = loader->pack->arena;
    const struct policy *policy = &loader->pack->policy;
    for (size_t i = 0; i < policy->cuts.n; i++) {
        const struct policy_cut *cut = &policy->cuts.at[i];
        unsigned number = cut->class_index + 1u; /* the class, by its place in classes.csv: short and the same in every month */
        if (!cut->own) continue;
        struct check check = policy_check(loader, &template, cut);
        check.id = str_format(arena, "%.*s.%u", STR_ARG(template.id), number);
        struct str id = raiser.id.n ? str_format(arena, "%.*s.%u", STR_ARG(raiser.id), number) : raiser.id;
        keep_check(loader, &check, (struct raiser){id, raiser.row}, raisers);
    }
}

static void read_check(struct loader *loader, const struct ruletable *table, size_t index, raiser_list *raisers)
{
    const struct ruletable_row *row = &table->rows.at[index];
    struct check check = check_of(loader, table, row);
    struct raiser raiser = {ruletable_cell(table, row, "raise_with"), row};
    check_id(loader, table, index, "id");
    if (is_template(table, row)) {
        *array_push(loader->pack->arena, &loader->pack->templates) = check;
        read_template(loader, check, raiser, raisers);
        return;
    }
    const struct policy_cut *cut = check.by_policy ? policy_cut_of(&loader->pack->policy, check.class_index) : NULL;
    if (cut) check = policy_check(loader, &check, cut);
    check_needs(loader, table, row, &check);
    keep_check(loader, &check, raiser, raisers);
}

/* Rows may refer to rows below them. */
void read_checks(struct loader *loader, const struct ruletable *table)
{
    struct pack *pack = loader->pack;
    raiser_list raisers = {0};
    for (size_t i = 0; i < table->rows.n; i++) read_check(loader, table, i, &raisers);
    assert(raisers.n == pack->checks.n);
    for (size_t i = 0; i < pack->checks.n; i++) {
        struct check *check = &pack->checks.at[i];
        struct raiser raiser = raisers.at[i];
        for (size_t k = 0; raiser.id.n && k < pack->checks.n; k++)
            if (str_eq(pack->checks.at[k].id, raiser.id)) check->raise_with = (uint16_t)k;
        if (raiser.id.n && check->raise_with == NO_INDEX)
            loader_fault(loader, ruletable_diag(table, raiser.row, "raise_with", DIAG_PACK_UNKNOWN, raiser.id, S("checks.csv")));
    }
}

static uint16_t check_called(const struct pack *pack, struct str id)
{
    for (size_t i = 0; i < pack->checks.n; i++)
        if (str_eq(pack->checks.at[i].id, id)) return (uint16_t)i;
    return NO_INDEX;
}

void read_sheets(struct loader *loader, const struct ruletable *table)
{
    struct pack *pack = loader->pack;
    for (size_t i = 0; i < table->rows.n; i++) {
        const struct ruletable_row *row = &table->rows.at[i];
        struct str id, ids = ruletable_cell(table, row, "checks");
        struct check_sheet sheet = {.id = ruletable_cell(table, row, "id"), .place = ruletable_place(table, row)};
        check_id(loader, table, i, "id");
        sheet.checks = arena_new_n(pack->arena, uint16_t, ids.n + 1);
        while (str_split(&ids, ';', &id)) {
            uint16_t check = check_called(pack, str_trim(id));
            if (check == NO_INDEX) loader_fault(loader, ruletable_diag(table, row, "checks", DIAG_PACK_UNKNOWN, str_trim(id), S("checks.csv")));
            else sheet.checks[sheet.n++] = check;
        }
        read_pair(table, row, "sheet", "sheet_en", sheet.sheet);
        read_pair(table, row, "title", "title_en", sheet.title);
        read_pair(table, row, "note", "note_en", sheet.note);
        *array_push(pack->arena, &pack->sheets) = sheet;
    }
}
