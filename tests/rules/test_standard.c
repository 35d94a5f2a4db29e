/* What descriptions, units and coefficients say, by the tables of the real pack. Reckoned cases: tests/program/honorarium.py. */
#include "effcheck/pack.h"
#include "testing.h"

static struct arena arena;
static struct pack pack;

static uint16_t class_of(const char *id)
{
    for (uint16_t i = 0; i < pack.classes.n; i++)
        if (str_eq(pack.classes.at[i].id, str_from(id))) return i;
    fail_msg("no class %s", id);
    return NO_INDEX;
}

static const char *id_of(uint16_t index)
{
    return index == NO_INDEX ? "-" : str_copy(&arena, pack.standards.list.at[index].id).p;
}

static const struct text_row {
    const char *name;
    enum role_fault fault;
    const char *role, *tier; /* "-" = none */
} TEXTS[] = {
    {"Honorarium Narasumber Eselon II / yang disetarakan", ROLE_FOUND, "narasumber_pembahas/eselon_2", "-"},
    {"NARASUMBER | PEJABAT ESELON III KE BAWAH", ROLE_FOUND, "narasumber_pembahas/eselon_3_ke_bawah", "-"},
    {"Narasumber Eselon III", ROLE_FOUND, "narasumber_pembahas/eselon_3_ke_bawah", "-"},
    {"Narasumber", ROLE_NONE, "-", "-"},
    {"Narasumber Eselon II dan Eselon III", ROLE_SEVERAL, "narasumber_pembahas/eselon_2", "-"},
    {"Narasumber dan Moderator", ROLE_SEVERAL_ACTIVITIES, "-", "-"},
    {"Belanja Alat Tulis", ROLE_NO_ACTIVITY, "-", "-"},
    {"", ROLE_NO_ACTIVITY, "-", "-"},
    {"Tim Pelaksana ditetapkan Sekretaris Daerah - Sekretaris", ROLE_FOUND, "tim_pelaksana_sk_sekda/sekretaris", "-"},
    {"Tim Pelaksana ditetapkan Sekretaris Daerah - Wakil Ketua", ROLE_FOUND, "tim_pelaksana_sk_sekda/wakil_ketua", "-"},
    {"Tim Pelaksana ditetapkan Kepala Daerah - Ketua", ROLE_FOUND, "tim_pelaksana_sk_kepala_daerah/ketua", "-"},
    {"Tim Pelaksana - Ketua", ROLE_NO_ACTIVITY, "-", "-"},
    {"Panitia Pengadaan - Ketua", ROLE_NO_ACTIVITY, "-", "-"},
    {"PPTK (nilai pagu di atas 1 M s.d. 2,5 M)", ROLE_FOUND, "pj_pengelola_keuangan/pptk", "gt_1m_2_5m"},
    {"PPTK pagu di atas 1 s.d. 2,5 miliar", ROLE_FOUND, "pj_pengelola_keuangan/pptk", "gt_1m_2_5m"},
    {"PPTK pagu diatas Rp. 1.000.000.000,00 s/d Rp 2.500.000.000,00", ROLE_FOUND, "pj_pengelola_keuangan/pptk", "gt_1m_2_5m"},
    {"PPTK pagu Rp2,5 miliar - Rp1 miliar", ROLE_FOUND, "pj_pengelola_keuangan/pptk", "gt_1m_2_5m"},
    {"PPTK pagu s.d. Rp100 juta", ROLE_FOUND, "pj_pengelola_keuangan/pptk", "le_100jt"},
    {"PPTK pagu di atas Rp1 triliun", ROLE_FOUND, "pj_pengelola_keuangan/pptk", "gt_1t"},
    {"PPTK pagu di atas Rp100 juta", ROLE_NO_TIER, "pj_pengelola_keuangan/pptk", "-"},
    {"PPTK pagu Rp100 juta", ROLE_NO_TIER, "pj_pengelola_keuangan/pptk", "-"},
    {"PPTK pagu di atas 1 M s.d. 3 M", ROLE_NO_TIER, "pj_pengelola_keuangan/pptk", "-"},
    {"PPTK pagu di atas 1 M s.d. 5 M", ROLE_NO_TIER, "pj_pengelola_keuangan/pptk", "-"},
    {"PPTK kelas 3 pagu s.d. Rp100 juta", ROLE_FOUND, "pj_pengelola_keuangan/pptk", "le_100jt"}, /* a small number is no amount */
    {"PPTK pagu s.d. Rp100 juta (Rp100.000.000)", ROLE_FOUND, "pj_pengelola_keuangan/pptk", "le_100jt"},
    {"PPTK pagu di atas 1 M s.d. 2,5 M (Rp2.500.000.000)", ROLE_FOUND, "pj_pengelola_keuangan/pptk", "gt_1m_2_5m"},
    {"PPTK pagu di atas 1 s.d. Rp2,5 miliar", ROLE_FOUND, "pj_pengelola_keuangan/pptk", "gt_1m_2_5m"},
    {"PPTK pagu s.d. Rp7.000.000", ROLE_NO_TIER, "pj_pengelola_keuangan/pptk", "-"}, /* no bound of a tier */
    {"PPTK pagu s.d. Rp100 juta atau Rp7.000.000", ROLE_NO_TIER, "pj_pengelola_keuangan/pptk", "-"},
    {"PPTK pagu 1 M s.d. 2,5 M s.d. 100 juta", ROLE_NO_TIER, "pj_pengelola_keuangan/pptk", "-"},
    {"PPTK pagu s.d. 1.23.4 M", ROLE_NO_TIER, "pj_pengelola_keuangan/pptk", "-"},
    {"PPTK pagu s.d. 9999999999999 miliar", ROLE_NO_TIER, "pj_pengelola_keuangan/pptk", "-"},
    {"PPTK", ROLE_NO_TIER, "pj_pengelola_keuangan/pptk", "-"},
    {"Bendahara Pengeluaran Pembantu pagu s.d. 100 jt", ROLE_FOUND, "pj_pengelola_keuangan/bendahara_pembantu", "le_100jt"},
};

static void test_text(void **state)
{
    const struct text_row *row = *state;
    struct recogniser recogniser = {.buffer.arena = &arena};
    struct recognised r = standards_recognise(&pack.standards, &recogniser, str_from(row->name), class_of("honorarium"), &arena);
    assert_int_equal(r.fault, row->fault);
    assert_text(str_from(id_of(r.role)), row->role, "the role");
    assert_text(str_from(id_of(r.tier)), row->tier, "the tier");
}

static const struct coefficient_row {
    const char *name;
    int64_t product, persons, months;
    const char *unit;
} COEFFICIENTS[] = {
    {"2 Orang x 3 Kegiatan", 600, 200, -1, "OK"},
    {"4 OJ", 400, -1, -1, "OJ"},
    {"1 orang 12 bulan", 1200, 100, 1200, "OB"},
    {"1 Orang x 12 Bulan", 1200, 100, 1200, "OB"},
    {"2x3 Jam", 600, -1, -1, "OJ"},
    {"12 Orang / Bulan", 1200, -1, -1, "OB"},
    {"1,5 Jam", 150, -1, -1, "OJ"},
    {"1.000 Orang", 100000, 100000, -1, "-"},
    {"2 Orang x 2 Jam x 3 Hari", 1200, 200, -1, "-"},
    {"Lulusan D3", -1, -1, -1, "-"},
    {"", -1, -1, -1, "-"},
    {"Lulusan D34", -1, -1, -1, "-"},
    {"Lulusan D34, 2 Orang", 200, 200, -1, "-"},
    {"12", 1200, -1, -1, "-"},
    {"12.", 1200, -1, -1, "-"},
    {"12, Orang", 1200, 1200, -1, "-"},
    {"12. Orang", 1200, 1200, -1, "-"},
    {"[2] {Orang}", 200, 200, -1, "-"},
    {"2 Orang_3 Kegiatan", 600, 200, -1, "OK"},
    {"12345678901234567 Orang", -1, -1, -1, "-"},
    {"1234.567 Orang", -1, -1, -1, "-"},
    {"1,2345 Orang", -1, -1, -1, "-"},
    {"1.23.4 Orang", -1, -1, -1, "-"},
    {"0,05 Orang x 0,05 Jam", -1, -1, -1, "-"},
    {"9999999999 Orang x 9999999999 Jam", -1, -1, -1, "-"},
};

static void test_coefficient(void **state)
{
    const struct coefficient_row *row = *state;
    struct coefficient c = standards_coefficient(&pack.standards, str_from(row->name), &arena);
    assert_int_equal(c.product, row->product);
    assert_int_equal(c.persons, row->persons);
    assert_int_equal(c.months, row->months);
    assert_text(str_from(id_of(c.unit)), row->unit, "the unit");
}

static const struct unit_row {
    const char *name, *unit;
} UNITS[] = {{"Orang/Jam", "OJ"}, {"ORG / JAM", "OJ"}, {"orang jam pelajaran", "OJP"}, {"OR/K", "OK"}, {"Orang", "-"}, {"Paket", "-"}, {"", "-"}};

static void test_unit(void **state)
{
    const struct unit_row *row = *state;
    assert_text(str_from(id_of(standards_unit(&pack.standards, str_from(row->name), &arena))), row->unit, "the unit");
}

int main(void)
{
    struct suite suite = {0};
    struct diags diags = {.arena = &arena};
    if (!pack_load(&pack, S(SOURCE_DIR "/rules/inpres-1-2025"), &arena, &diags)) return 1;
    suite_rows(&suite, "text", TEXTS, test_text);
    suite_rows(&suite, "coefficient", COEFFICIENTS, test_coefficient);
    suite_rows(&suite, "unit", UNITS, test_unit);
    int failed = suite_run(&suite, "standard");
    arena_release(&arena);
    return failed;
}
