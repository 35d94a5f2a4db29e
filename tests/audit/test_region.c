/*
 * What holds of small files whatever is checked: classes and purposes, sums, ids and order of findings, numbers in both languages.
 */
#include "small_region.h"

/* ---- classes and purposes ---- */

static const struct class_row {
    const char *name;
    const char *account, *account_name, *activity, *text;
    const char *class_id, *rule, *runner_up, *purposes;
} CLASSIFIED[] = {
    {"by account", "5.1.02.04.01.0001", "", "", "x", "jalan", "R1", "", ""},
    {"below another account", "5.1.02.05.01.0001", "", "", "x", "lain", "", "", ""},
    {"by account, and a purpose", "5.1.02.02.01.0047", "", "", "x", "acara", "R2", "", "pesta"},
    {"an exception anywhere takes a rule away", "5.1.02.02.01.0047", "", "Batal", "x", "lain", "", "", "pesta"},
    {"words need their second word", "", "", "", "upacara", "lain", "", "", ""},
    {"words with their second word", "", "", "", "upacara besar", "acara", "R3", "", ""},
    {"the second word may stand in another cell", "", "", "", "upacara | besar", "acara", "R3", "", ""},
    {"a star", "", "", "", "pementasan besar", "lain", "", "", ""},
    {"a star at the end", "", "", "", "pentasan besar", "acara", "R3", "", ""},
    {"words only where the rule looks", "", "upacara besar", "", "x", "lain", "", "", ""},
    {"words in the name of the account", "", "Perjalanan Dinas", "", "x", "jalan", "R4", "", ""},
    {"the first rule decides, the next class runs up", "5.1.02.04.01.0001", "", "", "upacara besar", "jalan", "R1", "R3", ""},
    {"a rule of the same class is no runner-up", "5.1.02.04.01.0001", "Perjalanan Dinas", "", "x", "jalan", "R1", "", ""},
    {"a purpose anywhere", "5.1.02.04.01.0001", "", "", "rapat", "jalan", "R1", "", "rapat"},
    {"a purpose with its exception", "5.1.02.04.01.0001", "", "", "rapat tertutup", "jalan", "R1", "", ""},
    {"a purpose by the name of the activity only", "5.1.02.04.01.0001", "", "Kerja", "kerja", "jalan", "R1", "", "rapat"},
    {"not by the text", "5.1.02.04.01.0001", "", "", "kerja", "jalan", "R1", "", ""},
    {"two purposes", "5.1.02.02.01.0047", "", "", "rapat", "acara", "R2", "", "rapat pesta"},
    {"nothing", "", "", "", "x", "lain", "", "", ""},
};

static struct str rule_name(const struct pack *pack, uint16_t rule)
{
    return rule == NO_INDEX ? S("") : pack->rules.at[rule].id;
}

static void test_class(void **state)
{
    const struct class_row *row = *state;
    struct region region = {0};
    struct arena *arena = &region.reading.arena;
    struct arena texts = {0};
    struct str text = str_format(&texts, "Kode SKPD,Nama Sub Kegiatan,Kode Rekening,Nama Rekening,Keterangan\n1.02,%s,%s,%s,%s\n", row->activity, row->account,
                                 row->account_name, row->text);
    reading_open(&region.reading, PACK);
    reading_add(&region.reading, "a.csv", text.p, (struct intake_options){.amounts_needed = false});
    reading_end(&region.reading);
    audit_init(&region.audit, &region.reading.pack, &region.reading.ledger, arena);
    audit_classify(&region.audit, 1);
    const struct pack *pack = &region.reading.pack;
    const struct line *line = &region.reading.ledger.lines.at[0];
    struct str purposes = {0};
    for (size_t i = 0; i < pack->purposes.n; i++)
        if (line->purposes >> i & 1u) purposes = str_format(arena, "%.*s%s%.*s", STR_ARG(purposes), purposes.n ? " " : "", STR_ARG(pack->purposes.at[i].id));
    assert_text(pack->classes.at[line->class_index].id, row->class_id, "the class");
    assert_text(rule_name(pack, line->rule), row->rule, "the rule");
    assert_text(rule_name(pack, line->runner_up), row->runner_up, "the runner-up");
    assert_text(purposes, row->purposes, "the purposes");
    reading_close(&region.reading);
    arena_release(&texts);
}

/* ---- totals ---- */

static void test_totals(void **state)
{
    (void)state;
    struct region region = {0};
    const struct file files[FILES_MAX] = {{"a.csv", HEAD A JALAN "100,50,1\n" A JALAN "7,5,\n" A JALAN "x,1,1\n" A2 JALAN ",3,\n" B ACARA "10,20,30\n", false}};
    open_region(&region, files);
    const struct total *jalan = audit_total(&region.audit, 0, 0), *acara = audit_total(&region.audit, NO_UNIT, 1);
    assert_true(jalan->lines == 3 && jalan->rejected == 1 && jalan->gaps == 1);
    assert_text(dump_amounts(&region.reading.arena, &jalan->amounts), "murni 107.00 kini 58.00 realisasi 1.00", "the sums");
    assert_true(acara->lines == 1 && acara->rejected == 0);
    assert_text(dump_amounts(&region.reading.arena, &acara->amounts), "murni 10.00 kini 20.00 realisasi 30.00", "the sums of the region");
    assert_int_equal(region.audit.cells.n, 3);
    size_t lines = 0;
    for (size_t i = 0; i < region.audit.cells.n; i++) {
        const struct cell *cell = &region.audit.cells.at[i];
        assert_int_equal(cell->first_line, lines);
        for (uint32_t k = 0; k < cell->total.lines + cell->total.rejected; k++) {
            const struct line *line = &region.reading.ledger.lines.at[region.audit.cell_lines[lines + k]];
            assert_true(line->unit == cell->unit && line->activity == cell->activity && line->account == cell->account);
        }
        lines += cell->total.lines + cell->total.rejected;
    }
    assert_int_equal(lines, region.reading.ledger.lines.n);
    reading_close(&region.reading);
}

/* Each file's sum fits, that of the region or of one unit does not: told, never wrapped around. */
static const struct overflow_row {
    const char *name, *second;
} OVERFLOWS[] = {
    {"of the region", HEAD B JALAN "60000000000000000,1,\n"},
    {"of one unit", HEAD A2 JALAN "60000000000000000,1,\n"},
};

static void test_overflow(void **state)
{
    const struct overflow_row *row = *state;
    struct region region = {0};
    const struct file files[FILES_MAX] = {{"a.csv", HEAD A JALAN "60000000000000000,1,\n", false}, {"b.csv", row->second, false}};
    open_region(&region, files);
    assert_false(region.totals);
    assert_diags(&region.reading.arena, &region.reading.diags, "jumlah-terlalu-besar");
    reading_close(&region.reading);
}

/* ---- ids of findings: the same fact has the same id, whatever the files are called and however they are ordered ---- */

static struct str finding_id(struct region *region, const char *check)
{
    for (size_t i = 0; i < region->audit.findings.n; i++)
        if (str_eq(region->audit.pack->checks.at[region->audit.findings.at[i].check].id, str_from(check))) return region->audit.findings.at[i].id;
    fail_msg("no finding of %s", check);
    return S("");
}

static void test_stable_ids(void **state)
{
    (void)state;
    struct region january = {0}, february = {0}, other = {0};
    const struct file first[FILES_MAX] = {{"a.csv", HEAD A JALAN "100,60,\n" A2 JALAN "0,1,\n", false}};
    const struct file later[FILES_MAX] = {{"z.csv", HEAD B JALAN "1,0,\n" A2 JALAN "0,2,\n" A JALAN "100,70,\n", false}};
    const struct file moved[FILES_MAX] = {{"a.csv", HEAD B JALAN "100,60,\n" A JALAN2 "0,1,\n", false}};
    open_region(&january, first);
    open_region(&february, later);
    open_region(&other, moved);
    assert_true(str_eq(finding_id(&january, "K01"), finding_id(&february, "K01")));
    assert_true(str_eq(finding_id(&january, "K03"), finding_id(&february, "K03")));
    assert_false(str_eq(finding_id(&january, "K01"), finding_id(&other, "K01")));
    assert_false(str_eq(finding_id(&january, "K03"), finding_id(&other, "K03")));
    assert_true(str_starts(finding_id(&january, "K01"), S("K01-")));
    reading_close(&january.reading);
    reading_close(&february.reading);
    reading_close(&other.reading);
}

/* A file without a year is named beside the parameters. */
static void test_assumed_year(void **state)
{
    (void)state;
    struct region region = {0};
    const struct file files[FILES_MAX] = {{"a.csv", HEAD A LAIN "1,1,\n", false}};
    open_region(&region, files);
    region.reading.ledger.files.at[0].year_assumed = true;
    audit_init(&region.audit, &region.reading.pack, &region.reading.ledger, &region.reading.arena);
    assert_true(audit_totals(&region.audit, &region.reading.diags));
    audit_checks(&region.audit);
    assert_text(dump_results(&region, "K12"), "K12 * perlu_pertimbangan: paket paket-uji versi 1.0, TA 2025; 1 berkas tanpa tahun\n", "the result");
    reading_close(&region.reading);
}

/* Each language writes its numbers its own way. */
static void test_english(void **state)
{
    (void)state;
    struct region region = {0};
    const struct file files[FILES_MAX] = {{"a.csv", HEAD A JALAN "10001,5001,\n", false}};
    open_region(&region, files);
    const struct finding *f = &region.audit.findings.at[0];
    assert_text(audit_result(&region.audit, f->check, f->unit)->reason[1], "cut by 49.99%, Rp 0.50 above the limit", "the reason");
    assert_text(f->condition[0], "Dinas A: Rp 5.001 di atas Rp 5.000,50 dari Rp 10.001; Rp 0,50; 49,99%", "the condition");
    assert_text(f->condition[1], "Dinas A: Rp 5,001 di atas Rp 5,000.50 dari Rp 10,001; Rp 0.50; 49.99%", "the condition in English");
    reading_close(&region.reading);
}

/* Findings: by severity, then amount. */
static void test_order(void **state)
{
    (void)state;
    struct region region = {0};
    const struct file files[FILES_MAX] = {{"a.csv", HEAD A JALAN "100,60,0\n" A2 JALAN "0,300,400\n" B JALAN "1000,0,0\n" B ACARA "1,900,0\n", false}};
    open_region(&region, files);
    for (size_t i = 1; i < region.audit.findings.n; i++) {
        const struct finding *a = &region.audit.findings.at[i - 1], *b = a + 1;
        assert_true(a->severity > b->severity || (a->severity == b->severity && a->amount.sen >= b->amount.sen));
    }
    assert_int_equal(region.audit.findings.n, 5);
    reading_close(&region.reading);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "class", CLASSIFIED, test_class);
    suite_test(&suite, "totals", test_totals);
    suite_rows(&suite, "totals beyond 64 bits", OVERFLOWS, test_overflow);
    suite_test(&suite, "stable ids of findings", test_stable_ids);
    suite_test(&suite, "a year that was assumed", test_assumed_year);
    suite_test(&suite, "numbers in English", test_english);
    suite_test(&suite, "order of findings", test_order);
    return suite_run(&suite, "region");
}
