/* Tables of one unit beside each other: what is the same counts once, of two that differ the fuller one counts, and it is said. */
#include "reading.h"

#define PACK    "rules/inpres-1-2025"
#define COLUMNS "Kode Rekening,Uraian,Sebelum,Sesudah\n"
#define OF(region, year) "Daerah," region ",,\nTahun," year ",,\nKode Organisasi,1.15,,\nNama Organisasi,Dinas Perdagangan,,\n"
#define HERE    OF("Kabupaten Contoh", "2025")
#define TRAVEL  "5.1.02.04.01.0001,Perjalanan,100,50\n"
#define PAPER   "5.1.02.01.01.0024,Kertas,200,150\n"
#define INK     "5.1.02.01.01.0025,Tinta,20,15\n"
#define FOOD    "5.1.02.01.01.0052,Makanan,30,25\n"

static const struct parts_row {
    const char *name;
    const char *files[3];
    const char *sums, *diags;
} PARTS[] = {
    {"the same table", {HERE COLUMNS TRAVEL PAPER, HERE COLUMNS PAPER TRAVEL}, "murni 300.00 kini 200.00", "isi-ganda"},
    {"another year", {HERE COLUMNS TRAVEL PAPER, OF("Kabupaten Contoh", "2024") COLUMNS TRAVEL PAPER}, "murni 600.00 kini 400.00", ""},
    {"more lines", {HERE COLUMNS TRAVEL PAPER, HERE COLUMNS TRAVEL PAPER INK FOOD}, "murni 350.00 kini 240.00", "berkas-bertentangan"},
    {"fewer lines", {HERE COLUMNS TRAVEL PAPER INK FOOD, HERE COLUMNS TRAVEL PAPER}, "murni 350.00 kini 240.00", "berkas-bertentangan"},
    {"other lines", {HERE COLUMNS TRAVEL PAPER, HERE COLUMNS INK FOOD}, "murni 350.00 kini 240.00", ""},
    {"other amounts", {HERE COLUMNS TRAVEL PAPER INK, HERE COLUMNS TRAVEL PAPER "5.1.02.01.01.0025,Tinta,20,14\n"}, "murni 320.00 kini 215.00", "berkas-bertentangan"},
    {"one amount only", {HERE COLUMNS TRAVEL PAPER INK,
     HERE "Kode Rekening,Uraian,Sesudah\n5.1.02.04.01.0001,Perjalanan,50\n5.1.02.01.01.0024,Kertas,150\n5.1.02.01.01.0025,Tinta,15\n"}, "murni 320.00 kini 215.00", "berkas-bertentangan"},
    {"three tables", {HERE COLUMNS TRAVEL PAPER INK, HERE COLUMNS TRAVEL PAPER INK FOOD, HERE COLUMNS INK PAPER TRAVEL}, "murni 350.00 kini 240.00", "berkas-bertentangan isi-ganda"},
    {"a line that cannot be read", {HERE COLUMNS TRAVEL PAPER INK, HERE COLUMNS TRAVEL PAPER "5.1.02.01.01.0025,Tinta,x,15\n"}, "murni 320.00 kini 215.00", "salinan-rusak"},
};

static void test_parts(void **state)
{
    const struct parts_row *row = *state;
    struct reading r;
    struct amounts sums = {0};
    static const char *const names[] = {"a.csv", "b.csv", "c.csv"};
    reading_open(&r, PACK);
    for (size_t i = 0; i < COUNT(row->files) && row->files[i]; i++) reading_add(&r, names[i], row->files[i], (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    for (size_t i = 0; i < r.ledger.lines.n; i++)
        if (!r.ledger.lines.at[i].rejected) amounts_add(&sums, &r.ledger.lines.at[i].amounts);
    assert_text(dump_amounts(&r.arena, &sums), row->sums, "the sums");
    assert_diags(&r.arena, &r.diags, row->diags);
    reading_close(&r);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "parts", PARTS, test_parts);
    return suite_run(&suite, "parts");
}
