/* A table of the whole region beside those of its units: a control on them, not one more unit. */
#include "reading.h"

#define PACK   "rules/inpres-1-2025"
#define COLUMNS "Kode Rekening,Uraian,Sebelum,Sesudah\n"
#define UNIT   "Daerah,Kabupaten Contoh,,\nTahun,2025,,\nKode Organisasi,1.15,,\nNama Organisasi,Dinas Perdagangan,,\n"
#define WHOLE  "Daerah,Kabupaten Contoh,,\nTahun,2025,,\nKode Organisasi,0,,\nNama Organisasi,Kabupaten Contoh,,\n"
#define TRAVEL "5.1.02.04.01.0001,Perjalanan,100,50\n"
#define PAPER  "5.1.02.01.01.0024,Kertas,200,150\n"
#define NO_CONTROL " ringkasan-daerah-tak-terbaca ringkasan-daerah-tak-terbaca" /* of either amount */

static const struct summary_row {
    const char *name, *unit, *whole;
    bool summary;
    const char *sums; /* of all lines that count */
    const char *diags;
} SUMMARIES[] = {
    {"agrees", UNIT COLUMNS TRAVEL PAPER, WHOLE COLUMNS TRAVEL PAPER, true, "murni 300.00 kini 200.00", "ringkasan-daerah"},
    {"differs", UNIT COLUMNS TRAVEL PAPER, WHOLE COLUMNS TRAVEL "5.1.02.01.01.0024,Kertas,201,150\n", true, "murni 300.00 kini 200.00",
     "ringkasan-daerah selisih-ringkasan-daerah"},
    {"another year", UNIT COLUMNS TRAVEL, "Daerah,Kabupaten Contoh,,\nTahun,2024,,\nKode Organisasi,0,,\nNama Organisasi,Kabupaten Contoh,,\n" COLUMNS TRAVEL PAPER,
     false, "murni 400.00 kini 250.00", ""},
    {"no year", UNIT COLUMNS TRAVEL PAPER, "Daerah,Kabupaten Contoh,,\nKode Organisasi,0,,\nNama Organisasi,Kabupaten Contoh,,\n" COLUMNS TRAVEL PAPER, true,
     "murni 300.00 kini 200.00", "ringkasan-daerah"},
    {"another region", UNIT COLUMNS TRAVEL, "Daerah,Kabupaten Lain,,\nTahun,2025,,\nKode Organisasi,0,,\nNama Organisasi,Kabupaten Lain,,\n" COLUMNS TRAVEL PAPER,
     false, "murni 400.00 kini 250.00", ""},
    {"an amount that cannot be read", UNIT COLUMNS TRAVEL PAPER,
     WHOLE COLUMNS TRAVEL "5.1.02.01.01.0024,Kertas,lima,150\n", true, "murni 300.00 kini 200.00", "angka-tak-terbaca@7 ringkasan-daerah" NO_CONTROL},
    {"lost digits", UNIT COLUMNS TRAVEL PAPER,
     WHOLE COLUMNS TRAVEL "5.1.02.01.01.0024,Kertas,\"1,68799E+017\",150\n", true, "murni 300.00 kini 200.00", "angka-terpotong@7 ringkasan-daerah" NO_CONTROL},
    {"an amount beyond 64 bits", UNIT COLUMNS TRAVEL PAPER,
     WHOLE COLUMNS TRAVEL "5.1.02.01.01.0024,Kertas,99999999999999999999,150\n", true, "murni 300.00 kini 200.00", "angka-terlalu-besar@7 ringkasan-daerah" NO_CONTROL},
    {"an amount of the other format", UNIT COLUMNS TRAVEL PAPER,
     WHOLE COLUMNS "5.1.02.04.01.0001,Perjalanan,\"1.000,50\",50\n5.1.02.04.01.0002,Perjalanan,\"1.000,50\",50\n5.1.02.01.01.0024,Kertas,\"1,000.50\",150\n", true, "murni 300.00 kini 200.00", "format-angka-campur@8 ringkasan-daerah" NO_CONTROL},
    {"amounts that nothing decides", UNIT COLUMNS TRAVEL PAPER,
     WHOLE COLUMNS "5.1.02.04.01.0001,Perjalanan,12.500,50\n5.1.02.01.01.0024,Kertas,200,150\n", true, "murni 300.00 kini 200.00", "angka-rancu@6 ringkasan-daerah" NO_CONTROL},
};

static void test_summary(void **state)
{
    const struct summary_row *row = *state;
    struct reading r;
    struct amounts sums = {0};
    reading_open(&r, PACK);
    reading_add(&r, "a.csv", row->unit, (struct intake_options){.amounts_needed = true});
    reading_add(&r, "b.csv", row->whole, (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    for (size_t i = 0; i < r.ledger.lines.n; i++)
        if (!r.ledger.lines.at[i].rejected) amounts_add(&sums, &r.ledger.lines.at[i].amounts);
    assert_diags(&r.arena, &r.diags, row->diags);
    assert_text(dump_amounts(&r.arena, &sums), row->sums, "the sums");
    assert_number(r.ledger.files.at[1].summary, row->summary, "a summary");
    reading_close(&r);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "summary", SUMMARIES, test_summary);
    return suite_run(&suite, "summaries");
}
