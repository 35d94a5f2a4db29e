/* Rule packs: the shipped one loads; a broken one is told with table, line and cell; tables as spreadsheets save them. */
#include <sys/stat.h>
#include <unistd.h>

#include "testing.h"

#include "effcheck/pack.h"

/* ---- messages as "slug table:line:cell value" ---- */

static struct str base_name(struct str path)
{
    size_t from = path.n;
    while (from && path.p[from - 1] != '/') from--;
    return str_sub(path, from, path.n);
}

static struct str list_faults(struct arena *arena, const struct diags *diags)
{
    struct str list = {0};
    for (size_t i = 0; i < diags->list.n; i++) {
        const struct diag *d = &diags->list.at[i];
        struct str place = str_format(arena, "%.*s", STR_ARG(base_name(d->file)));
        if (d->line) place = str_format(arena, "%.*s:%u", STR_ARG(place), d->line);
        if (d->column_no) place = str_format(arena, "%.*s:%u", STR_ARG(place), d->column_no);
        list = str_format(arena, "%.*s%s%s %.*s %.*s", STR_ARG(list), i ? "\n" : "", diag_slug(d->kind), STR_ARG(place), STR_ARG(d->value));
    }
    return list;
}

/* ---- the shipped pack ---- */

static void test_shipped(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct pack pack;
    bool good = pack_load(&pack, S(SOURCE_DIR "/rules/inpres-1-2025"), &arena, &diags);
    assert_text(list_faults(&arena, &diags), "", "the list of faults");
    assert_true(good);
    assert_text(pack.id, "inpres-1-2025", "id");
    assert_int_equal(pack.fiscal_year, 2025);
    assert_int_equal(pack.classes.n, 13);
    assert_text(pack.classes.at[pack.unclassified].id, "belum_terklasifikasi", "the unclassified class");
    assert_true(pack.rules.n > 100 && pack.headers.rows.n > 100 && pack.chart.rows.n > 800);
    assert_int_equal(pack.limits.n, 1);
    assert_int_equal(pack.limits.at[0].cut.bp, 5000);
    assert_text(pack.classes.at[pack.limits.at[0].class_index].id, "perjalanan_dinas", "the limited class");
    assert_int_equal(strlen(pack.sha256), SHA256_HEX);
    for (size_t i = 0; i < pack.rules.n; i++) assert_true(pack.rules.at[i].place.line >= 2);
    arena_release(&arena);
}

/* Each check that the first release promises, with the class it looks at. */
static const struct promised_row {
    const char *name; /* id */
    enum check_kind kind;
    const char *class_id;
    enum check_level level;
    enum nature nature;
    enum severity severity;
    enum verdict hit;
} PROMISED[] = {
    {"T01", CHECK_CUT, "perjalanan_dinas", LEVEL_UNIT, NATURE_LAW, SEVERITY_MEDIUM, VERDICT_VIOLATED},
    {"T02", CHECK_CUT, "perjalanan_dinas", LEVEL_REGION, NATURE_LAW, SEVERITY_HIGH, VERDICT_VIOLATED},
    {"T03", CHECK_NEW_ACTIVITY, "perjalanan_dinas", LEVEL_UNIT, NATURE_INDICATION, SEVERITY_MEDIUM, VERDICT_CONSIDER},
    {"T05", CHECK_SPENT_OVER_LIMIT, "perjalanan_dinas", LEVEL_UNIT, NATURE_LAW, SEVERITY_HIGH, VERDICT_VIOLATED},
    {"P01", CHECK_SPENT_OVER_BUDGET, NULL, LEVEL_UNIT, NATURE_LAW, SEVERITY_HIGH, VERDICT_VIOLATED},
    {"S01", CHECK_TREND, "seremonial", LEVEL_UNIT, NATURE_POLICY, SEVERITY_MEDIUM, VERDICT_CONSIDER},
    {"S02", CHECK_TREND, "kajian", LEVEL_UNIT, NATURE_POLICY, SEVERITY_MEDIUM, VERDICT_CONSIDER},
    {"S03", CHECK_TREND, "pencetakan", LEVEL_UNIT, NATURE_POLICY, SEVERITY_LOW, VERDICT_CONSIDER},
    {"S04", CHECK_TREND, "publikasi", LEVEL_UNIT, NATURE_POLICY, SEVERITY_LOW, VERDICT_CONSIDER},
    {"S05", CHECK_TREND, "seminar_fgd", LEVEL_UNIT, NATURE_POLICY, SEVERITY_MEDIUM, VERDICT_CONSIDER},
    {"H14", CHECK_TREND, "honorarium", LEVEL_UNIT, NATURE_POLICY, SEVERITY_MEDIUM, VERDICT_CONSIDER},
    {"Q01", CHECK_NO_BASELINE, NULL, LEVEL_UNIT, NATURE_DATA, SEVERITY_MEDIUM, VERDICT_UNTESTABLE},
    {"Q02", CHECK_RECONCILE, NULL, LEVEL_FILE, NATURE_DATA, SEVERITY_HIGH, VERDICT_CONSIDER},
    {"Q03", CHECK_EXCLUDED_ROWS, NULL, LEVEL_FILE, NATURE_DATA, SEVERITY_INFO, VERDICT_CONSIDER},
    {"Q04", CHECK_ACCOUNT_SPELLING, NULL, LEVEL_FILE, NATURE_DATA, SEVERITY_LOW, VERDICT_CONSIDER},
    {"Q11", CHECK_ACCOUNT_SHARE, NULL, LEVEL_UNIT, NATURE_DATA, SEVERITY_INFO, VERDICT_CONSIDER},
    {"Q12", CHECK_PARAMETERS, NULL, LEVEL_REGION, NATURE_DATA, SEVERITY_INFO, VERDICT_CONSIDER},
};

static const struct check *find_check(const struct pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->checks.n; i++)
        if (str_eq(pack->checks.at[i].id, str_from(id))) return &pack->checks.at[i];
    fail_msg("no check %s", id);
    return NULL;
}

static void test_promised(void **state)
{
    const struct promised_row *row = *state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct pack pack;
    assert_true(pack_load(&pack, S(SOURCE_DIR "/rules/inpres-1-2025"), &arena, &diags));
    const struct check *check = find_check(&pack, row->name);
    assert_number(check->kind, row->kind, "kind");
    assert_number(check->class_index == NO_INDEX, row->class_id == NULL, "without a class");
    if (row->class_id) assert_text(pack.classes.at[check->class_index].id, row->class_id, "class");
    assert_number(check->level, row->level, "level");
    assert_number(check->nature, row->nature, "nature");
    assert_number(check->severity, row->severity, "severity");
    assert_number(check->hit, row->hit, "verdict of a hit");
    assert_true(check->title[0].n && check->title[1].n && check->criteria[0].n);
    if (check->nature == NATURE_POLICY || check->nature == NATURE_INDICATION) assert_true(check->severity < SEVERITY_HIGH);
    arena_release(&arena);
}

/* ---- a small pack in a folder of its own ---- */

struct table {
    const char *file, *text;
};

static const struct table SMALL[] = {
    {"pack.csv", "key,value\nid,kecil\nversion,1\nfiscal_year,2025\ntitle,Paket kecil\nbasis,Dasar\nunclassified,lain\ncommon,.\n"},
    {"classes.csv", "id,group,name,limited\njalan,a,Perjalanan,ya\nlain,b,Lain,tidak\n"},
    {"purposes.csv", "id,name\nacara,Acara\n"},
    {"rules.csv", "id,class,purpose,account,words,also,except,where\n"
                  "R1,jalan,,5.1.02.04; !5.1.02.04.02,,,,\n"
                  "R2,jalan,,,perjalanan dinas; perjadin*,luar,pasien,uraian; sub_kegiatan\n"
                  "R3,,acara,,upacara,,,\n"},
    {"limits.csv", "id,class,percent,title,sheet,basis\nL1,jalan,\"12,5\",Batas,Lembar,Dasar\n"},
    {"checks.csv", "id,kind,class,account,level,limit,nature,severity,raise_with,raised_severity,hit,flat,title,title_en,criteria,basis\n"
                   "C1,pemotongan,jalan,,unit,L1,HUKUM,SEDANG,C2,TINGGI,tidak_patuh,,Potong,Cut,Kriteria,Dasar\n"
                   "C2,pemotongan,jalan,,daerah,L1,HUKUM,TINGGI,,,tidak_patuh,,Potong,,Kriteria,Dasar\n"
                   "C3,porsi_rekening,,5.1.02.99,,,DATA,INFO,,,,,Porsi,,,\n"},
    {"headers.csv", "role,name\naccount_code,Kode Rekening\n"},
    {"rows.csv", "kind,words\ntotal,jumlah\n"},
    {"schemes.csv", "id,widths,expenditure,revenue,financing\nsipd,1.1.2,5,4,6\n"},
    {"stages.csv", "words,order,original\nmurni,1,ya\n"},
    {"control.csv", "meaning,name\nunit,OPD\n"},
    {"accounts.csv", "code,name\n5,Belanja\n"},
    {"not_lines.csv", "id,columns,what,advice\nringkas,opd|total,ringkasan,pakai --control\n"},
    {"stages.csv", "words,order,original\nmurni,1,ya\n"},
    {"control.csv", "meaning,name\nunit,opd\n"},
};

struct small {
    struct arena arena;
    struct diags diags;
    struct pack pack;
    char folder[40];
};

static struct str path_in(struct small *small, const char *file)
{
    return str_format(&small->arena, "%s/%s", small->folder, file);
}

/* Writes the small pack with one table replaced; text NULL leaves that table out. */
static void write_small(struct small *small, struct table changed)
{
    strcpy(small->folder, "/tmp/effcheck-pack-XXXXXX");
    assert_non_null(mkdtemp(small->folder));
    for (size_t i = 0; i < COUNT(SMALL); i++) {
        bool here = changed.file && strcmp(changed.file, SMALL[i].file) == 0;
        const char *text = here ? changed.text : SMALL[i].text;
        if (!text) continue;
        FILE *out = fopen(path_in(small, SMALL[i].file).p, "wb");
        assert_non_null(out);
        assert_true(fputs(text, out) >= 0);
        assert_int_equal(fclose(out), 0);
    }
}

static void remove_small(struct small *small)
{
    for (size_t i = 0; i < COUNT(SMALL); i++) unlink(path_in(small, SMALL[i].file).p);
    assert_int_equal(rmdir(small->folder), 0);
    arena_release(&small->arena);
}

static bool load_small(struct small *small)
{
    small->diags.arena = &small->arena;
    return pack_load(&small->pack, str_from(small->folder), &small->arena, &small->diags);
}

static void check_rules(const struct pack *pack)
{
    const struct rule *r = pack->rules.at;
    assert_int_equal(pack->rules.n, 3);
    assert_int_equal(r[0].accounts.n, 2);
    assert_text(r[0].accounts.at[1].code, "5.1.02.04.02", "the excluded account");
    assert_true(r[0].accounts.at[1].excluded && !r[0].accounts.at[0].excluded && !r[0].has_words);
    assert_int_equal(r[0].where, FIELD_ALL);
    assert_int_equal(r[1].where, FIELD_TEXT | FIELD_ACTIVITY);
    assert_true(r[1].has_words && r[1].has_also && r[1].purpose_index == NO_INDEX && r[1].class_index == 0);
    assert_true(r[2].class_index == NO_INDEX && r[2].purpose_index == 0);
    assert_text(r[2].place.file, "rules.csv", "the file of the rule");
    assert_int_equal(r[2].place.line, 4);
}

static void test_small(void **state)
{
    (void)state;
    struct small small = {0};
    write_small(&small, (struct table){NULL, NULL});
    bool good = load_small(&small);
    assert_text(list_faults(&small.arena, &small.diags), "", "the list of faults");
    assert_true(good);
    check_rules(&small.pack);
    const struct check *c = small.pack.checks.at;
    assert_int_equal(small.pack.unclassified, 1);
    assert_true(small.pack.classes.at[0].limited && !small.pack.classes.at[1].limited);
    assert_int_equal(small.pack.limits.at[0].cut.bp, 1250);
    assert_text(small.pack.title[1], "Paket kecil", "the English title stands in");
    assert_true(c[0].raise_with == 1 && c[0].raised_severity == SEVERITY_HIGH && c[1].raise_with == NO_INDEX);
    assert_text(c[0].title[1], "Cut", "the English title");
    assert_text(c[1].title[1], "Potong", "the Indonesian title stands in");
    assert_true(c[2].level == LEVEL_UNIT && c[2].hit == VERDICT_CONSIDER && c[2].flat == VERDICT_CONSIDER);
    remove_small(&small);
}

/* ---- broken packs ---- */

#define RULES(rows) {"rules.csv", "id,class,purpose,account,words,also,except,where\n" rows}
#define CHECKS(rows)                                                                                                   \
    {"checks.csv", "id,kind,class,account,level,limit,nature,severity,raise_with,raised_severity,hit,flat,title,criteria,basis\n" rows}
#define LIMITS(rows) {"limits.csv", "id,class,percent,title,sheet,basis\n" rows}
#define CLASSES(rows) {"classes.csv", "id,group,name,limited\n" rows}
#define PACK(rows) {"pack.csv", "key,value\nid,kecil\nversion,1\ntitle,T\nbasis,B\ncommon,.\n" rows}

static const struct broken_row {
    const char *name;
    struct table table;
    const char *faults;
} BROKEN[] = {
    {"rule of an unknown class", RULES("R1,jalann,,5.1,,,,\n"), "acuan-tidak-dikenal rules.csv:2:2 jalann"},
    {"rule of an unknown purpose", RULES("R1,jalan,,5.1,,,,\nR2,,rapat,,rapat,,,\n"), "acuan-tidak-dikenal rules.csv:3:3 rapat"},
    {"rule of class and purpose", RULES("R1,jalan,acara,5.1,,,,\n"), "isi-aturan-salah rules.csv:2:2 R1"},
    {"rule of neither", RULES("R1,,,5.1,,,,\n"), "isi-aturan-salah rules.csv:2:2 R1"},
    {"id twice", RULES("R1,jalan,,5.1,,,,\nR2,jalan,,5.2,,,,\nR1,lain,,5.3,,,,\n"), "id-aturan-ganda rules.csv:4:1 R1"},
    {"id missing", RULES(",jalan,,5.1,,,,\n"), "isi-aturan-salah rules.csv:2:1 "},
    {"account of letters", RULES("R1,jalan,,5.1;abc,,,,\n"), "isi-aturan-salah rules.csv:2:4 abc"},
    {"account with two dots", RULES("R1,jalan,,5..1,,,,\n"), "isi-aturan-salah rules.csv:2:4 5..1"},
    {"account with a dot too many", RULES("R1,jalan,,5.1.,,,,\n"), "isi-aturan-salah rules.csv:2:4 5.1."},
    {"an excluded account without its code", RULES("R1,jalan,,5.1;!,,,,\n"), "isi-aturan-salah rules.csv:2:4 !"},
    {"unknown field", RULES("R1,jalan,,,rapat,,,uraian;nama\n"), "isi-aturan-salah rules.csv:2:8 nama"},
    {"phrase without a word", RULES("R1,jalan,,,rapat; --- ,,,\n"), "isi-aturan-salah rules.csv:2:5  ---"},
    {"star inside a word", RULES("R1,jalan,,,rapat,ra*pat,,\n"), "isi-aturan-salah rules.csv:2:6 ra*pat"},
    {"neither account nor words", RULES("R1,jalan,,,,,kecuali,\n"), "aturan-kosong rules.csv:2:5 R1"},
    {"only excluded accounts", RULES("R1,jalan,,!5.1,,,,\n"), "aturan-kosong rules.csv:2:5 R1"},
    {"a row too wide", RULES("R1,jalan,,5.1,,,,,,x\n"), "baris-aturan-terlalu-lebar rules.csv:2 10"} /* DIAG_PACK_ROW_WIDE */,
    {"a quote never closed", RULES("R1,jalan,,5.1,,,,\nR2,jalan,,\"5.2,,,,\n"), "isi-aturan-salah rules.csv:3 \""},
    {"a quote inside a cell", RULES("R1,jalan,,5.1,24\" monitor,,,\n"), "isi-aturan-salah rules.csv:2 \""},
    {"several faults at once", RULES("R1,jalann,,5..1,,,,kolom\n"),
     "acuan-tidak-dikenal rules.csv:2:2 jalann\nisi-aturan-salah rules.csv:2:8 kolom\nisi-aturan-salah rules.csv:2:4 5..1"},
    {"column missing", {"rules.csv", "id,class,purpose,account,words,also,except\n"}, "kolom-aturan-tidak-ada rules.csv:1 where"},
    {"table missing", {"limits.csv", NULL}, "tabel-aturan-tidak-ada limits.csv "},
    {"table empty", {"purposes.csv", ""}, "tabel-aturan-tidak-ada purposes.csv "},
    {"common table missing", {"headers.csv", NULL}, "tabel-aturan-tidak-ada headers.csv "},
    {"tables known to hold no lines missing", {"not_lines.csv", NULL}, "tabel-aturan-tidak-ada not_lines.csv "},
    {"stages missing", {"stages.csv", NULL}, "tabel-aturan-tidak-ada stages.csv "},
    {"words of control files missing", {"control.csv", NULL}, "tabel-aturan-tidak-ada control.csv "},
    {"column of a common table missing", {"stages.csv", "words,order\nmurni,1\n"}, "kolom-aturan-tidak-ada stages.csv:1 original"},
    {"metadata missing", {"pack.csv", NULL}, "tabel-aturan-tidak-ada pack.csv "},
    {"limit of an unknown class", LIMITS("L1,x,50,T,S,B\n"), "acuan-tidak-dikenal limits.csv:2:2 x"},
    {"limit without a class", LIMITS("L1,,50,T,S,B\n"), "isi-aturan-salah limits.csv:2:2 "},
    {"percentage above a hundred", LIMITS("L1,jalan,150,T,S,B\n"), "isi-aturan-salah limits.csv:2:3 150"},
    {"percentage missing", LIMITS("L1,jalan,,T,S,B\n"), "isi-aturan-salah limits.csv:2:3 "},
    {"class neither limited nor not", CLASSES("jalan,a,P,mungkin\nlain,b,L,tidak\n"), "isi-aturan-salah classes.csv:2:4 mungkin"},
    {"no unclassified class", CLASSES("jalan,a,P,ya\n"), "acuan-tidak-dikenal pack.csv:7:2 lain"},
    {"class twice", CLASSES("jalan,a,P,ya\nlain,b,L,\njalan,a,P,ya\n"), "id-aturan-ganda classes.csv:4:1 jalan"},
    {"check of an unknown kind", CHECKS("C1,potong,jalan,,unit,L1,HUKUM,SEDANG,,,,,T,K,B\n"), "isi-aturan-salah checks.csv:2:2 potong"},
    {"check of an unknown level", CHECKS("C1,tren,jalan,,desa,,HUKUM,SEDANG,,,,,T,K,B\n"), "isi-aturan-salah checks.csv:2:5 desa"},
    {"check of an unknown nature", CHECKS("C1,tren,jalan,,unit,,ADAT,SEDANG,,,,,T,K,B\n"), "isi-aturan-salah checks.csv:2:7 ADAT"},
    {"check without a severity", CHECKS("C1,tren,jalan,,unit,,HUKUM,,,,,,T,K,B\n"), "isi-aturan-salah checks.csv:2:8 "},
    {"check with an unknown verdict", CHECKS("C1,tren,jalan,,unit,,HUKUM,SEDANG,,,salah,,T,K,B\n"), "isi-aturan-salah checks.csv:2:11 salah"},
    {"check against an unknown limit", CHECKS("C1,pemotongan,jalan,,unit,L9,HUKUM,SEDANG,,,,,T,K,B\n"), "acuan-tidak-dikenal checks.csv:2:6 L9"},
    {"check of an unknown class", CHECKS("C1,tren,x,,unit,,HUKUM,SEDANG,,,,,T,K,B\n"), "acuan-tidak-dikenal checks.csv:2:3 x"},
    {"cut without a limit", CHECKS("C1,pemotongan,jalan,,unit,,HUKUM,SEDANG,,,,,T,K,B\n"), "isi-aturan-salah checks.csv:2:6 "},
    {"trend without a class", CHECKS("C1,tren,,,unit,,HUKUM,SEDANG,,,,,T,K,B\n"), "isi-aturan-salah checks.csv:2:3 "},
    {"share without accounts", CHECKS("C1,porsi_rekening,,,unit,,DATA,INFO,,,,,T,K,B\n"), "isi-aturan-salah checks.csv:2:4 "},
    {"check raised by an unknown one", CHECKS("C1,tren,jalan,,unit,,HUKUM,SEDANG,C9,,,,T,K,B\n"), "acuan-tidak-dikenal checks.csv:2:9 C9"},
    {"no fiscal year", PACK("unclassified,lain\n"), "kunci-paket-tidak-ada pack.csv fiscal_year"},
    {"no unclassified key", PACK("fiscal_year,2025\n"), "kunci-paket-tidak-ada pack.csv unclassified"},
    {"a fiscal year that is none", PACK("fiscal_year,depan\nunclassified,lain\n"), "isi-aturan-salah pack.csv:7:2 depan"},
};

static void test_broken(void **state)
{
    const struct broken_row *row = *state;
    struct small small = {0};
    write_small(&small, row->table);
    bool good = load_small(&small);
    assert_text(list_faults(&small.arena, &small.diags), row->faults, "the list of faults");
    assert_false(good);
    assert_int_equal(diag_status(&small.diags), EXIT_USAGE);
    remove_small(&small);
}

/* More rows than a table may have: told, never written past an end. */
static const struct many_row {
    const char *name; /* table */
    const char *header, *first, *row;
    size_t rows; /* one more than there may be */
    const char *fault;
} MANY[] = {
    {"classes.csv", "id,group,name,limited\n", "jalan,a,P,ya\nlain,b,L,\n", "k%zu,a,K,tidak\n", CLASS_MAX + 1, "isi-aturan-salah classes.csv:66:1 65"},
    {"purposes.csv", "id,name\n", "acara,A\n", "k%zu,K\n", PURPOSE_MAX + 1, "isi-aturan-salah purposes.csv:34:1 33"},
    {"rules.csv", "id,class,purpose,account,words,also,except,where\n", "", "k%zu,jalan,,5.1,,,,\n", RULE_MAX + 1, "isi-aturan-salah rules.csv:2050:1 2049"},
};

static void test_many(void **state)
{
    const struct many_row *row = *state;
    struct small small = {0};
    struct str text = str_join(&small.arena, str_from(row->header), str_from(row->first));
    size_t there = 0;
    for (const char *at = row->first; *at; at++) there += *at == '\n';
    for (size_t i = there; i < row->rows; i++) {
        const char *mark = strstr(row->row, "%zu");
        text = str_format(&small.arena, "%.*s%.*s%zu%s", STR_ARG(text), (int)(mark - row->row), row->row, i, mark + 3);
    }
    write_small(&small, (struct table){row->name, text.p});
    assert_false(load_small(&small));
    assert_text(list_faults(&small.arena, &small.diags), row->fault, "the list of faults");
    remove_small(&small);
}

/* The digest names the pack: one letter more and it is another. */
static void test_digest(void **state)
{
    (void)state;
    struct small a = {0}, b = {0}, c = {0};
    write_small(&a, (struct table){NULL, NULL});
    write_small(&b, (struct table){NULL, NULL});
    write_small(&c, (struct table){"accounts.csv", "code,name\n5,Belanja.\n"});
    assert_true(load_small(&a) && load_small(&b) && load_small(&c));
    assert_string_equal(a.pack.sha256, b.pack.sha256);
    assert_string_not_equal(a.pack.sha256, c.pack.sha256);
    remove_small(&a);
    remove_small(&b);
    remove_small(&c);
}

/* ---- accounts that a rule covers ---- */

static const struct covered_row {
    const char *name;
    const char *prefixes; /* blank-separated, '!' = excluded */
    const char *account;
    bool covered;
} COVERED[] = {
    {"itself", "5.1.02.04", "5.1.02.04", true},
    {"below", "5.1.02.04", "5.1.02.04.01.0001", true},
    {"above", "5.1.02.04", "5.1.02", false},
    {"beside, with the same beginning", "5.1.02.04", "5.1.02.041", false},
    {"beside, level not ended", "5.1.02", "5.1.020", false},
    {"one of several", "5.1.01 5.1.02.04", "5.1.02.04.01", true},
    {"none of several", "5.1.01 5.1.02.04", "5.1.02.05", false},
    {"taken out again", "5.1.02 !5.1.02.04", "5.1.02.04.01", false},
    {"beside what is taken out", "5.1.02 !5.1.02.04", "5.1.02.05", true},
    {"taken out, in any order", "!5.1.02.04 5.1.02", "5.1.02.04.01", false},
    {"only taken out: the others", "!5.1.02.04", "5.1.01", true},
    {"only taken out: those", "!5.1.02.04", "5.1.02.04", false},
    {"only taken out: no account", "!5.1.02.04", "", true},
    {"no prefix: every account", "", "5.1.02.04", true},
    {"no prefix: no account", "", "", true},
    {"a prefix, and no account", "5.1", "", false},
    {"central code by digits", "524", "524111", true},
    {"central code itself", "524111", "524111", true},
    {"central code longer than the account", "524111", "5241", false},
    {"a dotted account below a single digit", "5", "5.1.02", true},
    {"a dotted account is not below digits", "51", "5.1.02", false},
    {"a central code is not below a dotted prefix", "5.2", "524111", false},
};

static void test_covered(void **state)
{
    const struct covered_row *row = *state;
    struct arena arena = {0};
    account_prefixes prefixes = {0};
    struct str part, rest = str_from(row->prefixes);
    while (str_split(&rest, ' ', &part)) {
        bool excluded = str_starts(part, S("!"));
        if (part.n) *array_push(&arena, &prefixes) = (struct account_prefix){excluded ? str_sub(part, 1, part.n) : part, excluded};
    }
    assert_number(account_covered(&prefixes, str_from(row->account)), row->covered, "covered");
    arena_release(&arena);
}

/* ---- tables as spreadsheets save them ---- */

static const struct parse_row {
    const char *name;
    const char *text, *needed;
    const char *cells;  /* of columns a and b: "line:a|b" one a row */
    const char *faults; /* "" = good */
} PARSES[] = {
    {"comma", "a,b\n1,2\n", "a b", "2:1|2\n", ""},
    {"semicolon", "a;b\n1;2,5\n", "a b", "2:1|2,5\n", ""},
    {"CRLF", "a,b\r\n1,2\r\n", "a b", "2:1|2\n", ""},
    {"column names without regard to case", "A,B\n1,2\n", "a b", "2:1|2\n", ""},
    {"columns in another order", "b,a\n1,2\n", "a b", "2:2|1\n", ""},
    {"missing cells are empty", "a,b\n1\n", "a b", "2:1|\n", ""},
    {"a column that the table lacks is empty", "a\n1\n", "a", "2:1|\n", ""},
    {"blank and empty rows are left out", "a,b\n\n1,2\n,\n3,4\n", "a b", "3:1|2\n5:3|4\n", ""},
    {"comments are left out", "a,b\n#x,y\n1,2\n", "a b", "3:1|2\n", ""},
    {"empty cells behind the last column", "a,b\n1,2,,,\n", "a b", "2:1|2\n", ""},
    {"lines are physical", "a,b\n\"1\n2\",3\n4,5\n", "a b", "2:1\n2|3\n4:4|5\n", ""},
    {"too many cells", "a,b\n1,2,3\n4,5\n", "a b", "3:4|5\n", "baris-aturan-terlalu-lebar t.csv:2 3"},
    {"columns missing", "a,x\n1,2\n", "a b c", "", "kolom-aturan-tidak-ada t.csv:1 b\nkolom-aturan-tidak-ada t.csv:1 c"},
    {"nothing at all", "", "a b", "", "kolom-aturan-tidak-ada t.csv:1 a\nkolom-aturan-tidak-ada t.csv:1 b"},
    {"a header alone", "a,b\n", "a b", "", ""},
};

static void test_parse(void **state)
{
    const struct parse_row *row = *state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct ruletable table;
    struct str cells = {0};
    bool good = ruletable_parse(&table, S("t.csv"), str_from(row->text), row->needed, &arena, &diags);
    assert_text(list_faults(&arena, &diags), row->faults, "the list of faults");
    assert_number(good, row->faults[0] == '\0', "read");
    for (size_t i = 0; i < table.rows.n; i++) {
        const struct ruletable_row *r = &table.rows.at[i];
        struct str a = ruletable_cell(&table, r, "a"), b = ruletable_cell(&table, r, "b");
        cells = str_format(&arena, "%.*s%u:%.*s|%.*s\n", STR_ARG(cells), r->line, STR_ARG(a), STR_ARG(b));
    }
    assert_text(cells, row->cells, "the rows");
    arena_release(&arena);
}

static void test_table_with_mark(void **state)
{
    (void)state;
    struct small small = {0};
    write_small(&small, (struct table){"purposes.csv", "\xEF\xBB\xBFid;name\r\nacara;Acara, besar\r\n"});
    assert_true(load_small(&small));
    assert_text(small.pack.purposes.at[0].name[0], "Acara, besar", "the name");
    remove_small(&small);
}

static void test_names(void **state)
{
    (void)state;
    assert_string_equal(verdict_id(VERDICT_COMPLIANT), "patuh");
    assert_string_equal(verdict_id(VERDICT_VIOLATED), "tidak_patuh");
    assert_string_equal(verdict_id(VERDICT_CONSIDER), "perlu_pertimbangan");
    assert_string_equal(verdict_id(VERDICT_UNTESTABLE), "tidak_dapat_diuji");
    assert_string_equal(verdict_id(VERDICT_NOT_APPLICABLE), "tidak_berlaku");
    assert_string_equal(severity_id(SEVERITY_INFO), "INFO");
    assert_string_equal(severity_id(SEVERITY_HIGH), "TINGGI");
    assert_string_equal(nature_id(NATURE_LAW), "HUKUM");
    assert_string_equal(nature_id(NATURE_DATA), "DATA");
}

int main(void)
{
    struct suite suite = {0};
    suite_test(&suite, "the shipped pack", test_shipped);
    suite_rows(&suite, "promised check", PROMISED, test_promised);
    suite_test(&suite, "a small pack", test_small);
    suite_rows(&suite, "broken", BROKEN, test_broken);
    suite_rows(&suite, "too many rows", MANY, test_many);
    suite_test(&suite, "digest", test_digest);
    suite_rows(&suite, "covered", COVERED, test_covered);
    suite_rows(&suite, "table", PARSES, test_parse);
    suite_test(&suite, "table with a byte-order mark", test_table_with_mark);
    suite_test(&suite, "names of verdicts, severities, natures", test_names);
    return suite_run(&suite, "pack");
}
