#include "effcheck/policy.h"

#include "pack_reading.h"

static const char NEEDED[] = "kunci kelas nilai dasar";

struct reader {
    struct loader *loader;
    struct policy *policy;
    const struct ruletable_row *row;
    struct str value;
};

static void refuse(struct reader *r, const char *column, struct str value, struct str accepted)
{
    loader_fault(r->loader, ruletable_diag(&r->policy->table, r->row, column, DIAG_PACK_VALUE_BAD, value, accepted));
}

/* ---- one function for each key ---- */

static void read_name(struct reader *r)
{
    (void)r; /* a title for people: printed with the table */
}

static void read_year(struct reader *r)
{
    int year = 0;
    if (!date_find_year(r->value, &year) || year != r->loader->pack->fiscal_year)
        refuse(r, "nilai", r->value, str_format(r->loader->pack->arena, "%d", r->loader->pack->fiscal_year));
}

static void read_basis(struct reader *r)
{
    r->policy->basis = r->value;
}

static void read_stage(struct reader *r)
{
    r->policy->stage = r->value;
}

static void read_efficiency_stage(struct reader *r)
{
    r->policy->efficiency_stage = r->value;
}

static void read_scope(struct reader *r)
{
    if (str_eq_nocase(r->value, S("praktik"))) r->policy->scope = SCOPE_PRACTICE;
    else if (!str_eq_nocase(r->value, S("ketat"))) refuse(r, "nilai", r->value, S("ketat, praktik"));
}

static void leave_out(struct reader *r, enum outside outside)
{
    struct pack *pack = r->loader->pack;
    struct str part, rest = r->value;
    if (!r->policy->outside) r->policy->outside = matcher_new(pack->arena);
    while (str_split(&rest, ';', &part))
        if (!str_blank(part) && !matcher_add(r->policy->outside, part, outside, PHRASE_WORDS)) refuse(r, "nilai", part, S("a-z 0-9 *"));
}

static void read_funds(struct reader *r)
{
    leave_out(r, OUTSIDE_FUND);
}

static void read_sub_units(struct reader *r)
{
    leave_out(r, OUTSIDE_SUB_UNIT);
}

static void read_tolerance(struct reader *r)
{
    struct money *tolerance = &r->policy->tolerance;
    enum number_shape shape = money_scan(r->value);
    enum decimal_mark mark = shape == NUMBER_COMMA || shape == NUMBER_AMBIGUOUS ? DECIMAL_COMMA : shape == NUMBER_POINT ? DECIMAL_POINT : DECIMAL_UNKNOWN;
    if (!money_parse(r->value, mark, tolerance) || tolerance->sen < 0) refuse(r, "nilai", r->value, S("rupiah, 100000"));
}

static void read_signatory_name(struct reader *r)
{
    r->policy->signatory_name = r->value;
}

static void read_signatory_number(struct reader *r)
{
    r->policy->signatory_number = r->value;
}

static void read_signatory_office(struct reader *r)
{
    r->policy->signatory_office = r->value;
}

/* A percentage of one class. Its own basis, or that of the whole policy: a number without a basis is no policy. */
static void read_cut(struct reader *r)
{
    struct loader *loader = r->loader;
    struct policy_cut cut = {.limit_index = NO_INDEX, .basis = ruletable_cell(&r->policy->table, r->row, "dasar")};
    cut.class_index = read_class(loader, &r->policy->table, r->row, "kelas");
    if (!cut.basis.n) cut.basis = r->policy->basis;
    if (!cut.basis.n) refuse(r, "dasar", cut.basis, S("dasar / dasar_hukum"));
    if (!percent_parse(r->value, &cut.cut)) refuse(r, "nilai", r->value, S("0-100"));
    if (cut.class_index == NO_INDEX) {
        if (!ruletable_cell(&r->policy->table, r->row, "kelas").n) refuse(r, "kelas", (struct str){0}, S("classes.csv"));
        return;
    }
    *array_push(loader->pack->arena, &r->policy->cuts) = cut;
}

static const struct key {
    const char *name;
    void (*read)(struct reader *r);
} KEYS[] = {
    {"nama", read_name}, {"tahun", read_year}, {"dasar_hukum", read_basis}, {"tahap_dasar", read_stage}, {"tahap_efisiensi", read_efficiency_stage}, {"cakupan", read_scope},
    {"dana_dikecualikan", read_funds}, {"sub_unit_dikecualikan", read_sub_units}, {"toleransi", read_tolerance},
    {"penandatangan_nama", read_signatory_name}, {"penandatangan_nip", read_signatory_number},
    {"penandatangan_jabatan", read_signatory_office}, {"potongan", read_cut},
};
enum { KEY_COUNT = sizeof KEYS / sizeof *KEYS };

static struct str key_names(struct arena *arena)
{
    struct str list = {0};
    for (size_t i = 0; i < KEY_COUNT; i++) list = str_format(arena, "%.*s%s%s", STR_ARG(list), i ? ", " : "", KEYS[i].name);
    return list;
}

/* The same key twice, for the same class, would leave open which of them holds. */
static void check_twice(struct reader *r, size_t index)
{
    const struct ruletable *table = &r->policy->table;
    struct str key = ruletable_cell(table, r->row, "kunci");
    for (size_t i = 0; i < index; i++) {
        const struct ruletable_row *other = &table->rows.at[i];
        if (!str_eq(ruletable_cell(table, other, "kunci"), key) || !str_eq(ruletable_cell(table, other, "kelas"), ruletable_cell(table, r->row, "kelas")))
            continue;
        struct str line = str_format(r->loader->pack->arena, "%u", other->line);
        loader_fault(r->loader, ruletable_diag(table, r->row, "kunci", DIAG_PACK_ID_TWICE, key, line));
    }
}

static void read_row(struct loader *loader, struct policy *policy, size_t index)
{
    struct reader r = {.loader = loader, .policy = policy, .row = &policy->table.rows.at[index]};
    struct str key = ruletable_cell(&policy->table, r.row, "kunci");
    r.value = str_trim(ruletable_cell(&policy->table, r.row, "nilai"));
    check_twice(&r, index);
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (!str_eq(key, str_from(KEYS[i].name))) continue;
        if (r.value.n) KEYS[i].read(&r);
        else refuse(&r, "nilai", r.value, key);
        return;
    }
    refuse(&r, "kunci", key, key_names(loader->pack->arena));
}

/* ---- percentages become limits ---- */

static struct str number_of(struct arena *arena, struct percent percent)
{
    int whole = percent.bp / 100, rest = percent.bp % 100;
    return rest ? str_format(arena, "%d,%02d", whole, rest) : str_format(arena, "%d", whole);
}

static struct str replaced(struct arena *arena, struct str text, struct str name, struct str value)
{
    struct str out = {0};
    while (text.n) {
        bool here = str_starts(text, name);
        out = str_join(arena, out, here ? value : str_sub(text, 0, 1));
        text = str_sub(text, here ? name.n : 1, text.n);
    }
    return out;
}

/* A sentence of the pack with {kelas} {potongan} {dasar} of one percentage. */
static struct str filled(struct loader *loader, struct str text, const struct policy_cut *cut, int language)
{
    struct arena *arena = loader->pack->arena;
    text = replaced(arena, text, S("{kelas}"), loader->pack->classes.at[cut->class_index].name[language]);
    text = replaced(arena, text, S("{potongan}"), number_of(arena, cut->cut));
    return replaced(arena, text, S("{dasar}"), cut->basis);
}

static void add_limit(struct loader *loader, const struct ruletable *meta, struct policy_cut *cut)
{
    struct pack *pack = loader->pack;
    struct limit limit = {.class_index = cut->class_index, .cut = cut->cut, .policy = true, .place = ruletable_place(&pack->policy.table, &pack->policy.table.rows.at[0])};
    for (size_t i = 0; i < pack->limits.n; i++) {
        const struct limit *law = &pack->limits.at[i];
        if (law->class_index != cut->class_index || law->cut.bp != cut->cut.bp) continue;
        cut->limit_index = (uint16_t)i; /* the policy repeats the law: nothing to test twice */
        return;
    }
    limit.id = str_format(pack->arena, "kebijakan.%.*s", STR_ARG(pack->classes.at[cut->class_index].id));
    pack_values(loader, meta, "policy_title", true, limit.title);
    pack_values(loader, meta, "policy_sheet", true, limit.sheet);
    for (int language = 0; language < 2; language++) {
        limit.title[language] = filled(loader, limit.title[language], cut, language);
        limit.sheet[language] = filled(loader, limit.sheet[language], cut, language);
        limit.basis[language] = cut->basis;
    }
    cut->own = true;
    cut->limit_index = (uint16_t)pack->limits.n;
    *array_push(pack->arena, &pack->limits) = limit;
}

void read_policy(struct loader *loader, const struct ruletable *meta)
{
    struct policy *policy = &loader->pack->policy;
    struct str path = loader->local->policy;
    bool dated = false;
    if (!path.n) return;
    policy->path = path;
    if (!ruletable_load(&policy->table, path, NEEDED, loader->pack->arena, loader->diags)) {
        loader->good = false;
        return;
    }
    for (size_t i = 0; i < policy->table.rows.n; i++) {
        read_row(loader, policy, i);
        dated = dated || str_eq(ruletable_cell(&policy->table, &policy->table.rows.at[i], "kunci"), S("tahun"));
    }
    if (!dated) loader_fault(loader, ruletable_diag(&policy->table, NULL, "kunci", DIAG_PACK_VALUE_BAD, (struct str){0}, S("tahun")));
    for (size_t i = 0; loader->good && i < policy->cuts.n; i++) add_limit(loader, meta, &policy->cuts.at[i]);
}

const struct policy_cut *policy_cut_of(const struct policy *policy, uint16_t class_index)
{
    for (size_t i = 0; i < policy->cuts.n; i++)
        if (policy->cuts.at[i].class_index == class_index && policy->cuts.at[i].limit_index != NO_INDEX) return &policy->cuts.at[i];
    return NULL;
}

struct check policy_check(struct loader *loader, const struct check *template, const struct policy_cut *cut)
{
    struct check check = *template;
    struct str *const texts[] = {check.title, check.condition, check.criteria, check.effect, check.cause, check.recommendation};
    check.class_index = cut->class_index;
    check.classes = UINT64_C(1) << cut->class_index;
    check.limit_index = cut->limit_index;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int language = 0; language < 2; language++) texts[i][language] = filled(loader, texts[i][language], cut, language);
    check.basis = filled(loader, check.basis, cut, 0);
    return check;
}
