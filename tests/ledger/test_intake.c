/* One file from bytes to lines: every row counted once, every amount where it belongs, every fault named with its place. */
#include "reading.h"

#define PACK "rules/inpres-1-2025"
#define SIPD "TAHUN,KODE SKPD,NAMA SKPD,KODE SUB KEGIATAN,NAMA SUB KEGIATAN,KODE REKENING,NAMA REKENING,NAMA PAKET/KELOMPOK,PAGU MURNI,PAGU,REALISASI\n"
#define DINKES "2025,1.02,Dinas Kesehatan,1.02.01.2.06.0009,Rapat,"
#define TRAVEL DINKES "5.1.02.04.01.0001,Perjalanan,Paket,"
#define OFFICE DINKES "5.1.02.01.01.0024,Alat Tulis,Paket,"
#define PLAIN "Kode Rekening,Uraian,Sebelum,Sesudah\n"

/* ---- a file as text ---- */

static struct str dump_counts(struct arena *arena, const struct input_file *f)
{
    static const char *const kinds[EXCLUDED_COUNT] = {"blank", "title", "header", "subtotal", "total", "revenue", "financing", "detail", "inactive", "duplicate",
                                                        "stage", "summary"};
    struct str text = str_format(arena, "read %u used %u", f->rows_read, f->rows_used);
    if (f->rows_rejected) text = str_format(arena, "%.*s rejected %u", STR_ARG(text), f->rows_rejected);
    for (int i = 0; i < EXCLUDED_COUNT; i++)
        if (f->rows_excluded[i]) text = str_format(arena, "%.*s %s %u", STR_ARG(text), kinds[i], f->rows_excluded[i]);
    return text;
}

static struct str dump_sums(struct arena *arena, const struct input_file *f)
{
    struct str text = dump_amounts(arena, &f->sums);
    if (f->reconciled < 0) return text;
    return str_format(arena, "%.*s; stated %.*s: %s", STR_ARG(text), STR_ARG(dump_amounts(arena, &f->stated)), f->reconciled ? "agrees" : "differs");
}

/* "row account activity amounts", one line a line. */
static struct str dump_lines(struct arena *arena, const struct ledger *l)
{
    struct str text = {0};
    for (size_t i = 0; i < l->lines.n; i++) {
        const struct line *line = &l->lines.at[i];
        struct str amounts = line->rejected ? S("rejected") : dump_amounts(arena, &line->amounts);
        text = str_format(arena, "%.*s%u %.*s %.*s%s\n", STR_ARG(text), line->row, STR_ARG(ledger_text(l, line->account)), STR_ARG(amounts),
                          line->odd_account ? " odd" : "");
    }
    return text;
}

static const struct file_row {
    const char *name;
    const char *text;
    const char *counts, *sums, *lines, *diags;
    struct intake_options options;
} FILES[] = {
    {"plain", SIPD TRAVEL "100,50,10\n" OFFICE "200,150,5.5\n", "read 3 used 2 header 1", "murni 300.00 kini 200.00 realisasi 15.50",
     "2 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.50\n", "", {.baseline = false, .amounts_needed = true}},
    {"Indonesian amounts", SIPD TRAVEL "\"1.234.567,89\",\"1.000,50\",0\n" OFFICE "12.500,\"Rp 7.500,-\",-\n", "read 3 used 2 header 1",
     "murni 1247067.89 kini 8500.50 realisasi 0.00",
     "2 5.1.02.04.01.0001 murni 1234567.89 kini 1000.50 realisasi 0.00\n3 5.1.02.01.01.0024 murni 12500.00 kini 7500.00 realisasi 0.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"absent is not zero", SIPD TRAVEL ",50,0\n" OFFICE "0,null,-\n", "read 3 used 2 header 1", "murni 0.00 kini 50.00 realisasi 0.00",
     "2 5.1.02.04.01.0001 kini 50.00 realisasi 0.00\n3 5.1.02.01.01.0024 murni 0.00 realisasi 0.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"negative corrections", SIPD TRAVEL "100,-50,(10)\n", "read 2 used 1 header 1", "murni 100.00 kini -50.00 realisasi -10.00",
     "2 5.1.02.04.01.0001 murni 100.00 kini -50.00 realisasi -10.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"one unreadable cell rejects its row", SIPD TRAVEL "100,lima,10\n" OFFICE "200,150,5\n", "read 3 used 1 rejected 1 header 1",
     "murni 200.00 kini 150.00 realisasi 5.00", "2 5.1.02.04.01.0001 rejected\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n",
     "angka-tak-terbaca@2", {.baseline = false, .amounts_needed = true}},
    {"two unreadable cells are both told", SIPD TRAVEL "x,y,10\n" OFFICE "200,150,5\n", "read 3 used 1 rejected 1 header 1",
     "murni 200.00 kini 150.00 realisasi 5.00", "2 5.1.02.04.01.0001 rejected\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n",
     "angka-tak-terbaca@2 angka-tak-terbaca@2", {.baseline = false, .amounts_needed = true}},
    {"lost digits", SIPD TRAVEL "100,\"1,68799E+017\",10\n" OFFICE "200,150,5\n", "read 3 used 1 rejected 1 header 1",
     "murni 200.00 kini 150.00 realisasi 5.00", "2 5.1.02.04.01.0001 rejected\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n",
     "angka-terpotong@2", {.baseline = false, .amounts_needed = true}},
    {"a cell beyond 64 bits", SIPD TRAVEL "100,99999999999999999999,10\n" OFFICE "200,150,5\n", "read 3 used 1 rejected 1 header 1",
     "murni 200.00 kini 150.00 realisasi 5.00", "2 5.1.02.04.01.0001 rejected\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n",
     "angka-terlalu-besar@2", {.baseline = false, .amounts_needed = true}},
    {"ambiguous cells, and nothing decides", SIPD TRAVEL "100,12.500,\n" OFFICE "200,150,\n", "read 3 used 0 rejected 2 header 1",
     "", "2 5.1.02.04.01.0001 rejected\n3 5.1.02.01.01.0024 rejected\n", "angka-rancu@2", {.baseline = false, .amounts_needed = true}},
    {"ambiguous cells, decided by another column", SIPD TRAVEL "1.234.567,12.500,\n" OFFICE "200,150,\n", "read 3 used 2 header 1",
     "murni 1234767.00 kini 12650.00", "2 5.1.02.04.01.0001 murni 1234567.00 kini 12500.00\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"a cell of the other format", SIPD TRAVEL "100,\"1.000,50\",\n" TRAVEL "100,\"2.000,50\",\n" OFFICE "100,\"1,000.50\",\n", "read 4 used 2 rejected 1 header 1",
     "murni 200.00 kini 3001.00", "2 5.1.02.04.01.0001 murni 100.00 kini 1000.50\n3 5.1.02.04.01.0001 murni 100.00 kini 2000.50\n4 5.1.02.01.01.0024 rejected\n",
     "format-angka-campur@4", {.baseline = false, .amounts_needed = true}},
    {"no account", SIPD DINKES ",Perjalanan,Paket,100,50,10\n" OFFICE "200,150,5\n", "read 3 used 1 rejected 1 header 1", "murni 200.00 kini 150.00 realisasi 5.00",
     "2  rejected\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n", "rekening-kosong@2", {.baseline = false, .amounts_needed = true}},
    {"no account, in the last row", SIPD OFFICE "200,150,5\n" DINKES ",Perjalanan,Paket,100,50,10\n", "read 3 used 1 rejected 1 header 1",
     "murni 200.00 kini 150.00 realisasi 5.00", "2 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n3  rejected\n", "rekening-kosong@3", {.baseline = false, .amounts_needed = true}},
    {"no account, in the last row of an activity", SIPD OFFICE "200,150,5\n" DINKES ",Perjalanan,Paket,100,50,10\n" "2025,1.02,Dinas Kesehatan,1.02.01.2.06.0010,Lain,5.1.02.04.01.0001,P,,1,1,1\n",
     "read 4 used 2 rejected 1 header 1", "murni 201.00 kini 151.00 realisasi 6.00",
     "2 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n3  rejected\n4 5.1.02.04.01.0001 murni 1.00 kini 1.00 realisasi 1.00\n", "rekening-kosong@3", {.baseline = false, .amounts_needed = true}},
    {"activities without any account", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Nama Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas,1.02.01.2.06.0009,Rapat,,100\n1.02,Dinas,1.02.01.2.06.0010,Lain,,50\n",
     "read 3 used 2 header 1", "kini 150.00", "2  kini 100.00\n3  kini 50.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"activities that are the sums of what follows", SIPD DINKES ",,,300,200,15\n" TRAVEL "100,50,10\n" OFFICE "200,150,5\n"
     "2025,1.02,Dinas Kesehatan,1.02.01.2.06.0010,Lain,,,,7,7,7\n" "2025,1.02,Dinas Kesehatan,1.02.01.2.06.0010,Lain,5.1.02.04.01.0001,P,,7,7,7\n",
     "read 6 used 3 header 1 subtotal 2", "murni 307.00 kini 207.00 realisasi 22.00",
     "3 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n4 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n"
     "6 5.1.02.04.01.0001 murni 7.00 kini 7.00 realisasi 7.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"an account that is none", SIPD DINKES "perjalanan,Perjalanan,Paket,100,50,10\n" OFFICE "200,150,5\n", "read 3 used 1 rejected 1 header 1",
     "murni 200.00 kini 150.00 realisasi 5.00", "2  rejected\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n", "rekening-tak-terbaca@2", {.baseline = false, .amounts_needed = true}},
    {"no amount at all", SIPD TRAVEL ",,\n" OFFICE "200,150,5\n", "read 3 used 1 rejected 1 header 1", "murni 200.00 kini 150.00 realisasi 5.00",
     "2 5.1.02.04.01.0001 rejected\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n", "nilai-kosong@2", {.baseline = false, .amounts_needed = true}},
    {"revenue and financing", SIPD TRAVEL "100,50,10\n" DINKES "4.1.01.01.01.0001,Pajak,,900,900,900\n" DINKES "6.1.01.01.01.0001,SiLPA,,5,5,5\n",
     "read 4 used 1 header 1 revenue 1 financing 1", "murni 100.00 kini 50.00 realisasi 10.00", "2 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n", "",
     {.baseline = false, .amounts_needed = true}},
    {"a total that agrees", SIPD TRAVEL "100,50,10\n" OFFICE "200,150,5\n" ",,,,,,JUMLAH BELANJA,,300,200,15\n", "read 4 used 2 header 1 total 1",
     "murni 300.00 kini 200.00 realisasi 15.00; stated murni 300.00 kini 200.00 realisasi 15.00: agrees",
     "2 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"a total in the column of activities", SIPD TRAVEL "100,50,10\n" ",,,,JUMLAH BELANJA,,,,100,50,10\n", "read 3 used 1 header 1 total 1",
     "murni 100.00 kini 50.00 realisasi 10.00; stated murni 100.00 kini 50.00 realisasi 10.00: agrees",
     "2 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"a total in the column of units", SIPD TRAVEL "100,50,10\n" ",,JUMLAH BELANJA,,,,,,100,50,10\n", "read 3 used 1 header 1 total 1",
     "murni 100.00 kini 50.00 realisasi 10.00; stated murni 100.00 kini 50.00 realisasi 10.00: agrees",
     "2 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"a total that differs in one measure", SIPD TRAVEL "100,50,10\n" ",,,,,,JUMLAH BELANJA,,100,51,10\n", "read 3 used 1 header 1 total 1",
     "murni 100.00 kini 50.00 realisasi 10.00; stated murni 100.00 kini 51.00 realisasi 10.00: differs",
     "2 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n", "total-tidak-cocok@3", {.baseline = false, .amounts_needed = true}},
    {"a total that cannot be read", SIPD TRAVEL "100,50,10\n" ",,,,,,JUMLAH BELANJA,,100,x,10\n", "read 3 used 1 rejected 1 header 1",
     "murni 100.00 kini 50.00 realisasi 10.00; stated murni 100.00 realisasi 10.00: agrees", "2 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n",
     "angka-tak-terbaca@3", {.baseline = false, .amounts_needed = true}},
    {"a rejected row is missing in the total", SIPD TRAVEL "100,50,x\n" OFFICE "200,150,5\n" ",,,,,,JUMLAH BELANJA,,300,200,15\n", "read 4 used 1 rejected 1 header 1 total 1",
     "murni 200.00 kini 150.00 realisasi 5.00; stated murni 300.00 kini 200.00 realisasi 15.00: differs",
     "2 5.1.02.04.01.0001 rejected\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n",
     "angka-tak-terbaca@2 total-tidak-cocok@4 total-tidak-cocok@4 total-tidak-cocok@4", {.baseline = false, .amounts_needed = true}},
    {"header again, numbers of columns, blank rows", SIPD "1,2,3,4,5,6,7,8,9,10,11\n" TRAVEL "100,50,10\n\n" SIPD OFFICE "200,150,5\n,,,,,,,,,,\n", "read 7 used 2 blank 2 header 3",
     "murni 300.00 kini 200.00 realisasi 15.00",
     "3 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n6 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"a row too wide", SIPD TRAVEL "100,50,10,7\n" OFFICE "200,150,5\n", "read 3 used 1 rejected 1 header 1", "murni 200.00 kini 150.00 realisasi 5.00",
     "2 5.1.02.04.01.0001 rejected\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n", "jumlah-kolom-beda@2", {.baseline = false, .amounts_needed = true}},
    {"empty cells behind the last column", SIPD TRAVEL "100,50,10,,,\n", "read 2 used 1 header 1", "murni 100.00 kini 50.00 realisasi 10.00",
     "2 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"a row too short", SIPD TRAVEL "100\n", "read 2 used 1 header 1", "murni 100.00", "2 5.1.02.04.01.0001 murni 100.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"text may slide behind the last amount", "Kode Rekening,Nama SKPD,Pagu,Keterangan\n5.1.02.04.01.0001,Dinas,100,satu, dua, tiga\n", "read 2 used 1 header 1", "kini 100.00",
     "2 5.1.02.04.01.0001 kini 100.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"pieces of an amount may not", "Kode Rekening,Nama SKPD,Pagu,Keterangan\n5.1.02.04.01.0001,Dinas,216,190,000.00,x\n5.1.02.01.01.0024,Dinas,5,y\n",
     "read 3 used 1 rejected 1 header 1", "kini 5.00", "2 5.1.02.04.01.0001 rejected\n3 5.1.02.01.01.0024 kini 5.00\n", "jumlah-kolom-beda@2", {.baseline = false, .amounts_needed = true}},
    {"an unclosed quote", SIPD TRAVEL "100,50,\"10\n" OFFICE "200,150,5\n", "read 3 used 1 rejected 1 header 1", "murni 200.00 kini 150.00 realisasi 5.00",
     "2 5.1.02.04.01.0001 rejected\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n", "kutip-tak-tertutup@2 angka-tak-terbaca@2", {.baseline = false, .amounts_needed = true}},
    {"an unclosed quote that a later one would close", SIPD DINKES "5.1.02.04.01.0001,P,\"Paket,100,50,10\n" OFFICE "200,150,5\n" DINKES "5.1.02.01.01.0025,Kertas,\",7,7,7\n",
     "read 4 used 3 header 1", "murni 307.00 kini 207.00 realisasi 22.00",
     "2 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n3 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n"
     "4 5.1.02.01.01.0025 murni 7.00 kini 7.00 realisasi 7.00\n", "kutip-tak-tertutup@2 kutip-tak-tertutup@4", {.baseline = false, .amounts_needed = true}},
    {"a cell of several lines that only looks like rows", SIPD DINKES "5.1.02.04.01.0001,P,\"Paket:\nsatu,dua\n5.1,belanja\n1,2,3\",100,50,10\n" OFFICE "200,150,5\n",
     "read 3 used 2 header 1", "murni 300.00 kini 200.00 realisasi 15.00",
     "2 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n6 5.1.02.01.01.0024 murni 200.00 kini 150.00 realisasi 5.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"a stray quote", SIPD DINKES "5.1.02.04.01.0001,Monitor 24\" dua,Paket,100,50,10\n", "read 2 used 1 header 1", "murni 100.00 kini 50.00 realisasi 10.00",
     "2 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n", "kutip-liar@2", {.baseline = false, .amounts_needed = true}},
    {"lines are physical", SIPD DINKES "5.1.02.04.01.0001,\"Perjalanan\ndinas\n\",Paket,100,50,10\n" OFFICE "200,x,5\n", "read 3 used 1 rejected 1 header 1",
     "murni 100.00 kini 50.00 realisasi 10.00", "2 5.1.02.04.01.0001 murni 100.00 kini 50.00 realisasi 10.00\n5 5.1.02.01.01.0024 rejected\n", "angka-tak-terbaca@5",
     {.baseline = false, .amounts_needed = true}},
    {"accounts in other spellings", SIPD DINKES "5.1.2.04.01.0001,P,,1,1,1\n" DINKES "510204010001,P,,2,2,2\n" DINKES "5.1.02.04.01.0001. ,P,,4,4,4\n" TRAVEL "8,8,8\n",
     "read 5 used 4 header 1", "murni 15.00 kini 15.00 realisasi 15.00",
     "2 5.1.02.04.01.0001 murni 1.00 kini 1.00 realisasi 1.00 odd\n3 5.1.02.04.01.0001 murni 2.00 kini 2.00 realisasi 2.00 odd\n"
     "4 5.1.02.04.01.0001 murni 4.00 kini 4.00 realisasi 4.00 odd\n5 5.1.02.04.01.0001 murni 8.00 kini 8.00 realisasi 8.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"a hospital's own levels are no other spelling", SIPD DINKES "5.1.02.99.99.9999.04.01.0001,P,,1,1,1\n" TRAVEL "2,2,2\n", "read 3 used 2 header 1",
     "murni 3.00 kini 3.00 realisasi 3.00", "2 5.1.02.99.99.9999.04.01.0001 murni 1.00 kini 1.00 realisasi 1.00\n3 5.1.02.04.01.0001 murni 2.00 kini 2.00 realisasi 2.00\n", "",
     {.baseline = false, .amounts_needed = true}},
    {"the same account in several rows", SIPD TRAVEL "1,1,1\n" TRAVEL "1,1,1\n" TRAVEL "1,1,1\n", "read 4 used 3 header 1", "murni 3.00 kini 3.00 realisasi 3.00",
     "2 5.1.02.04.01.0001 murni 1.00 kini 1.00 realisasi 1.00\n3 5.1.02.04.01.0001 murni 1.00 kini 1.00 realisasi 1.00\n"
     "4 5.1.02.04.01.0001 murni 1.00 kini 1.00 realisasi 1.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"a sum beyond 64 bits", SIPD TRAVEL "60000000000000000,1,1\n" OFFICE "60000000000000000,1,1\n", "read 3 used 1 rejected 1 header 1",
     "murni 60000000000000000.00 kini 1.00 realisasi 1.00",
     "2 5.1.02.04.01.0001 murni 60000000000000000.00 kini 1.00 realisasi 1.00\n3 5.1.02.01.01.0024 rejected\n", "jumlah-terlalu-besar@3", {.baseline = false, .amounts_needed = true}},
    {"only rejected rows", SIPD TRAVEL "x,y,z\n", "read 2 used 0 rejected 1 header 1", "", "2 5.1.02.04.01.0001 rejected\n",
     "angka-tak-terbaca@2 angka-tak-terbaca@2 angka-tak-terbaca@2 tanpa-rincian", {.baseline = false, .amounts_needed = true}},
    {"only a header", SIPD, "read 1 used 0 header 1", "", "", "tanpa-rincian", {.baseline = false, .amounts_needed = true}},
    {"repayments are netted",
     "Kode SKPD,Kode Sub Kegiatan,Kode Rekening,Nilai Realisasi,Nilai Setoran\n1.02,1.02.01.2.06.0009,5.1.02.04.01.0001,100,30\n1.02,1.02.01.2.06.0009,5.1.02.04.01.0001,50,\n"
     "1.02,1.02.01.2.06.0009,5.1.02.04.01.0001,50,-\n1.02,1.02.01.2.06.0009,5.1.02.04.01.0001,0,20\n",
     "read 5 used 4 header 1", "realisasi 150.00",
     "2 5.1.02.04.01.0001 realisasi 70.00\n3 5.1.02.04.01.0001 realisasi 50.00\n4 5.1.02.04.01.0001 realisasi 50.00\n5 5.1.02.04.01.0001 realisasi -20.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"a repayment alone is money too",
     "Kode SKPD,Kode Sub Kegiatan,Kode Rekening,Nilai Realisasi,Nilai Setoran\n1.02,1.02.01.2.06.0009,5.1.02.04.01.0001,100,\n1.02,1.02.01.2.06.0009,5.1.02.04.01.0001,,20\n",
     "read 3 used 2 header 1", "realisasi 80.00", "2 5.1.02.04.01.0001 realisasi 100.00\n3 5.1.02.04.01.0001 realisasi -20.00\n", "", {.baseline = false, .amounts_needed = true}},
    {"an unreadable repayment",
     "Kode SKPD,Kode Sub Kegiatan,Kode Rekening,Nilai Realisasi,Nilai Setoran\n1.02,1.02.01.2.06.0009,5.1.02.04.01.0001,100,x\n1.02,1.02.01.2.06.0009,5.1.02.04.01.0001,,y\n"
     "1.02,1.02.01.2.06.0009,5.1.02.04.01.0001,7,\n",
     "read 4 used 1 rejected 2 header 1", "realisasi 7.00", "2 5.1.02.04.01.0001 rejected\n3 5.1.02.04.01.0001 rejected\n4 5.1.02.04.01.0001 realisasi 7.00\n",
     "angka-tak-terbaca@2 angka-tak-terbaca@3", {.baseline = false, .amounts_needed = true}},
    {"a repayment that leaves 64 bits",
     "Kode SKPD,Kode Sub Kegiatan,Kode Rekening,Nilai Realisasi,Nilai Setoran\n1.02,1.02.01.2.06.0009,5.1.02.04.01.0001,-90000000000000000,90000000000000000\n"
     "1.02,1.02.01.2.06.0009,5.1.02.04.01.0001,7,\n",
     "read 3 used 1 rejected 1 header 1", "realisasi 7.00", "2 5.1.02.04.01.0001 rejected\n3 5.1.02.04.01.0001 realisasi 7.00\n", "jumlah-terlalu-besar@2", {.baseline = false, .amounts_needed = true}},
    {"as baseline: the budget is murni", "Kode SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu,Realisasi\n1.02,1.02.01.2.06.0009,5.1.02.04.01.0001,100,x\n", "read 2 used 1 header 1",
     "murni 100.00", "2 5.1.02.04.01.0001 murni 100.00\n", "", {.baseline = true, .amounts_needed = true}},
    {"as baseline: murni where there is one", SIPD TRAVEL "100,50,10\n", "read 2 used 1 header 1", "murni 100.00", "2 5.1.02.04.01.0001 murni 100.00\n", "", {.baseline = true, .amounts_needed = true}},
    {"a hierarchy", "Daerah,Kabupaten Bantul,,\nTahun,2016,,\nOrganisasi,Dinas Kesehatan,,\nNo. Rekening,Uraian,Jumlah,Keterangan\n"
     "1.02.1.02.01.00.00.5.,BELANJA DAERAH,300,\n1.02.1.02.01.00.00.5.2.,BELANJA LANGSUNG,300,\n1.02.1.02.01.01.,Program Administrasi,300,\n1.02.1.02.01.01.17.,Rapat,300,\n"
     "1.02.1.02.01.01.17.5.2.2.,Barang dan Jasa,300,\n1.02.1.02.01.01.17.5.2.2.15.,Perjalanan Dinas,300,\n1.02.1.02.01.01.17.5.2.2.15.01.,Dalam Daerah,100,\n"
     "1.02.1.02.01.01.17.5.2.2.15.02.,Luar Daerah,200,\n,,,ke Jakarta 2 kali\n,JUMLAH BELANJA,300,\n",
     "read 14 used 2 title 3 header 1 subtotal 6 total 1 detail 1", "kini 300.00; stated kini 300.00: agrees", "11 5.2.2.15.01 kini 100.00\n12 5.2.2.15.02 kini 200.00\n", "",
     {.baseline = false, .amounts_needed = true}},
    {"a subtotal that is not the sum", "Organisasi,Dinas Kesehatan,,\nNo. Rekening,Uraian,Jumlah,Keterangan\n"
     "1.02.1.02.01.00.00.5.,BELANJA DAERAH,300,\n1.02.1.02.01.00.00.5.2.,BELANJA LANGSUNG,300,\n1.02.1.02.01.01.,Program,300,\n1.02.1.02.01.01.17.,Rapat,300,\n"
     "1.02.1.02.01.01.17.5.2.2.,Barang,300,\n1.02.1.02.01.01.17.5.2.2.15.,Perjalanan,310,\n1.02.1.02.01.01.17.5.2.2.15.01.,Dalam,100,\n1.02.1.02.01.01.17.5.2.2.15.02.,Luar,200,\n",
     "read 10 used 2 title 1 header 1 subtotal 6", "kini 300.00; stated kini 300.00: agrees", "9 5.2.2.15.01 kini 100.00\n10 5.2.2.15.02 kini 200.00\n",
     "subtotal-tidak-cocok@7 subtotal-tidak-cocok@8", {.baseline = false, .amounts_needed = true}},
    {"change budget with gaps", PLAIN "5.1.02.04.01.0001,Perjalanan,100,\n5.1.02.01.01.0024,Alat Tulis,,50\n", "read 3 used 2 header 1", "murni 100.00 kini 50.00",
     "2 5.1.02.04.01.0001 murni 100.00\n3 5.1.02.01.01.0024 kini 50.00\n", "unit-tidak-diketahui", {.baseline = false, .amounts_needed = true}},
    {"without amounts: accounts of every chart", "Kode Rekening,Nama Paket\n5.2.2.15.02,A\n524111,B\n1.02.01.2.06.0009.5.1.02.04.01.0001.,C\n510204010001,D\n5.1.2.04.01.0001,E\n",
     "read 6 used 5 header 1", "", "2 5.2.2.15.02 \n3 524111 \n4 5.1.02.04.01.0001 \n5 5.1.02.04.01.0001 \n6 5.1.02.04.01.0001 \n", "unit-tidak-diketahui", {.baseline = false, .amounts_needed = false}},
    {"without amounts", "Kode Rekening,Nama Paket\n5.1.02.04.01.0001,Rapat\n,Seminar\nx,Upacara\n", "read 4 used 3 header 1", "", "2 5.1.02.04.01.0001 \n3  \n4  \n",
     "unit-tidak-diketahui", {.baseline = false, .amounts_needed = false}},
};

static void test_file(void **state)
{
    const struct file_row *row = *state;
    struct reading r;
    reading_open(&r, PACK);
    reading_add(&r, "a.csv", row->text, row->options);
    reading_end(&r);
    const struct input_file *f = &r.ledger.files.at[0];
    assert_diags(&r.arena, &r.diags, row->diags);
    assert_text(dump_counts(&r.arena, f), row->counts, "the counts");
    assert_text(dump_sums(&r.arena, f), row->sums, "the sums");
    assert_text(dump_lines(&r.arena, &r.ledger), row->lines, "the list of lines");
    assert_number(f->rows_used + f->rows_rejected + input_file_excluded(f), f->rows_read, "rows accounted for");
    reading_close(&r);
}

/* ---- whose file, of which year ---- */

static const struct owner_row {
    const char *name;
    const char *text;
    const char *units; /* "code name; ..." in their order */
    int year, other_year;
    const char *region, *diags;
} OWNERS[] = {
    {"columns", SIPD TRAVEL "1,1,1\n", "1.02 Dinas Kesehatan", 2025, 0, "", ""},
    {"two units in one file", SIPD "2025,2.11,Dinas LH,2.11.01.2.06.0009,Rapat,5.1.02.04.01.0001,P,,1,1,1\n" TRAVEL "1,1,1\n", "1.02 Dinas Kesehatan; 2.11 Dinas LH", 2025, 0, "", ""},
    {"metadata", "Daerah,Kabupaten Bantul\nTahun,2016\nKode Organisasi,1.02.01\nOrganisasi,Dinas Kesehatan\nKode Rekening,Uraian,Jumlah\n5.2.2.15.01,P,1\n",
     "1.02.01 Dinas Kesehatan", 2016, 0, "Kabupaten Bantul", ""},
    {"metadata behind a colon", "Tahun Anggaran: 2025,,\nSKPD : Dinas Kesehatan,,\nKode Rekening,Uraian,Jumlah\n5.2.2.15.01,P,1\n", " Dinas Kesehatan", 2025, 0, "", ""},
    {"metadata in the next cell behind a colon", "Tahun Anggaran,: 2025,\nSKPD,:,Dinas Kesehatan\nKode Rekening,Uraian,Jumlah\n5.2.2.15.01,P,1\n", " Dinas Kesehatan", 2025, 0, "", ""},
    {"code and name in one cell", "Kode Organisasi,1.01.01. - Dinas Pendidikan,\nKode Rekening,Uraian,Jumlah\n5.2.2.15.01,P,1\n", "1.01.01 Dinas Pendidikan", 0, 0, "", ""},
    {"a name that was cut at its comma", "Organisasi,DINAS SOSIAL, TENAGA KERJA\nKode Rekening,Uraian,Jumlah\n5.2.2.15.01,P,1\n", " DINAS SOSIAL, TENAGA KERJA", 0, 0, "", ""},
    {"nothing: the name of the file", "Kode Rekening,Uraian,Jumlah\n5.2.2.15.01,P,1\n", " opd.dinkes", 0, 0, "", "unit-tidak-diketahui"},
    {"a label in the third cell", ",,Organisasi,Dinas Kesehatan\nKode Rekening,Uraian,Jumlah\n5.2.2.15.01,P,1\n", " Dinas Kesehatan", 0, 0, "", ""},
    {"a name beside a code with another", "Organisasi,Dinas A,\nKode Organisasi,1.01 - Dinas B,\nKode Rekening,Uraian,Jumlah\n5.2.2.15.01,P,1\n", "1.01 Dinas A", 0, 0, "", ""},
    {"two units in turns", SIPD TRAVEL "1,1,1\n2025,2.11,Dinas LH,2.11.01.2.06.0009,Rapat,5.1.02.04.01.0001,P,,1,1,1\n" TRAVEL "1,1,1\n", "1.02 Dinas Kesehatan; 2.11 Dinas LH", 2025, 0, "", ""},
    {"one code with two names in one file", SIPD TRAVEL "1,1,1\n2025,1.02,Dinas X,1.02.01.2.06.0009,Rapat,5.1.02.04.01.0001,P,,1,1,1\n", "1.02 Dinas Kesehatan conflict", 2025, 0, "",
     "kode-unit-ganda"},
    {"columns win over metadata", "Organisasi,Dinas Lain,,,,,,,,,\n" SIPD TRAVEL "1,1,1\n", "1.02 Dinas Kesehatan", 2025, 0, "", ""},
    {"two years", SIPD TRAVEL "1,1,1\n2024,1.02,Dinas Kesehatan,1.02.01.2.06.0009,Rapat,5.1.02.04.01.0001,P,,1,1,1\n", "1.02 Dinas Kesehatan", 2025, 2024, "", ""},
    {"metadata of another year", "Tahun,2024,,,,,,,,,\n" SIPD TRAVEL "1,1,1\n", "1.02 Dinas Kesehatan", 2024, 2025, "", ""},
    {"an empty year", "Tahun,,\nOrganisasi,Dinas,\nKode Rekening,Uraian,Jumlah\n5.2.2.15.01,P,1\n", " Dinas", 0, 0, "", ""},
};

static struct str dump_units(struct arena *arena, const struct ledger *l)
{
    struct str text = {0};
    for (size_t i = 0; i < l->units.n; i++) {
        const struct unit *u = &l->units.at[i];
        text = str_format(arena, "%.*s%s%.*s %.*s%s", STR_ARG(text), i ? "; " : "", STR_ARG(ledger_text(l, u->code)), STR_ARG(ledger_text(l, u->name)),
                          u->conflict ? " conflict" : "");
    }
    return text;
}

static void test_owner(void **state)
{
    const struct owner_row *row = *state;
    struct reading r;
    reading_open(&r, PACK);
    reading_add(&r, "opd.dinkes.csv", row->text, (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    assert_diags(&r.arena, &r.diags, row->diags);
    assert_text(dump_units(&r.arena, &r.ledger), row->units, "the list of units");
    assert_number(r.ledger.files.at[0].year, row->year, "the year");
    assert_number(r.ledger.files.at[0].other_year, row->other_year, "the other year");
    assert_text(r.ledger.files.at[0].region, row->region, "the region");
    reading_close(&r);
}

/* ---- texts of a line ---- */

static const struct text_row {
    const char *name;
    const char *text;
    const char *activity, *account_name, *line_text;
} TEXTS[] = {
    {"package, description, specification and remark", "Kode SKPD,Nama Sub Kegiatan,Kode Rekening,Nama Rekening,Nama Paket,Uraian,Spesifikasi,Keterangan,Pagu\n"
     "1.02,Rapat,5.1.02.04.01.0001,Perjalanan,Paket A,Tiket,Ekonomi,pp,5\n", "Rapat", "Perjalanan", "Paket A | Tiket | Ekonomi | pp"},
    {"empty ones are left out", "Kode SKPD,Nama Sub Kegiatan,Kode Rekening,Nama Rekening,Nama Paket,Uraian,Spesifikasi,Keterangan,Pagu\n"
     "1.02,Rapat,5.1.02.04.01.0001,Perjalanan,-,Tiket,null,,5\n", "Rapat", "Perjalanan", "Tiket"},
    {"Uraian is the account's name where there is no other", "Kode Rekening,Uraian,Jumlah,Keterangan\n5.2.2.15.01,Perjalanan,5,ke Jakarta\n", "", "Perjalanan", "ke Jakarta"},
    {"an activity without a code is no account name", "Kode SKPD,Nama Sub Kegiatan,Pagu\n1.02,Rapat,5\n", "Rapat", "", ""},
    {"explanations below a line belong to it", "No. Rekening,Uraian,Jumlah,Keterangan\n"
     "1.02.1.02.01.00.00.5.,BELANJA,5,\n1.02.1.02.01.00.00.5.2.,BELANJA LANGSUNG,5,\n1.02.1.02.01.01.,Program,5,\n1.02.1.02.01.01.17.,Rapat,5,\n"
     "1.02.1.02.01.01.17.5.2.2.,Barang,5,\n1.02.1.02.01.01.17.5.2.2.15.,Dinas,5,\n1.02.1.02.01.01.17.5.2.2.15.01.,Perjalanan,5,\n,,,ke Jakarta\n,,,2 orang\n", "Rapat", "Perjalanan",
     "ke Jakarta | 2 orang"},
};

static void test_texts(void **state)
{
    const struct text_row *row = *state;
    struct reading r;
    reading_open(&r, PACK);
    reading_add(&r, "a.csv", row->text, (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    assert_int_equal(r.ledger.lines.n, 1);
    const struct line *line = &r.ledger.lines.at[0];
    assert_text(ledger_text(&r.ledger, r.ledger.activities.at[line->activity].name), row->activity, "the activity");
    assert_text(ledger_text(&r.ledger, line->account_name), row->account_name, "the name of the account");
    assert_text(ledger_text(&r.ledger, line->text), row->line_text, "the text");
    reading_close(&r);
}

/* A first file so long that its lines stay where they were read, and a second one behind it: each line has its own text and amount. */
static void test_long_first_file(void **state)
{
    enum { FIRST = 400000, ROW_MAX = 48 };
    static const char head[] = "Kode Rekening,Uraian,Pagu\n";
    (void)state;
    struct reading r;
    reading_open(&r, PACK);
    char *text = arena_alloc(&r.arena, sizeof head + FIRST * ROW_MAX);
    size_t n = (size_t)sprintf(text, "%s", head);
    for (int i = 0; i < FIRST; i++) n += (size_t)sprintf(text + n, "5.1.02.04.01.0001,baris %d,%d\n", i, i + 1);
    assert_true((FIRST * sizeof(struct line)) > (33 << 20)); /* LONG in ledger.c */
    reading_add(&r, "a.csv", text, (struct intake_options){.amounts_needed = true});
    reading_add(&r, "b.csv", "Kode Rekening,Uraian,Pagu\n5.1.02.04.01.0001,baris 7,9\n", (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    assert_int_equal(r.ledger.lines.n, FIRST + 1);
    for (int i = 0; i <= FIRST; i++) {
        const struct line *line = &r.ledger.lines.at[i];
        char wanted[ROW_MAX];
        snprintf(wanted, sizeof wanted, "baris %d", i < FIRST ? i : 7);
        assert_int_equal(line->file, i == FIRST);
        assert_text(ledger_text(&r.ledger, line->account_name), wanted, "the name");
        assert_int_equal(line->amounts.of[KINI].sen, 100 * (i < FIRST ? i + 1 : 9));
    }
    reading_close(&r);
}

/* ---- what is kept for the report ---- */

static void test_reject_record(void **state)
{
    (void)state;
    struct reading r;
    reading_open(&r, PACK);
    reading_add(&r, "a.csv", SIPD TRAVEL "\"1.234,50\",\"x\ny\",10\n", (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    assert_int_equal(r.ledger.rejects.n, 1);
    const struct reject *reject = &r.ledger.rejects.at[0];
    assert_int_equal(reject->row, 2);
    assert_int_equal(reject->kind, DIAG_AMOUNT_BAD);
    assert_text(reject->column, "PAGU", "the column");
    assert_text(reject->value, "x\ny", "the value");
    assert_true(reject->accepted.n > 0);
    assert_text(reject->raw, TRAVEL "\"1.234,50\",\"x\ny\",10", "the row verbatim");
    assert_int_equal(r.ledger.units.at[0].rejected_rows, 1);
    reading_close(&r);
}

static void test_facts(void **state)
{
    (void)state;
    struct reading r;
    reading_open(&r, PACK);
    reading_add(&r, "a.csv", "\n" SIPD TRAVEL "\"1.234,50\",7,10.5\n", (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    const struct input_file *f = &r.ledger.files.at[0];
    assert_true(f->opened && !f->baseline && f->encoding == ENCODING_UTF8 && f->dialect.delimiter == ',' && !f->dialect.outer);
    assert_int_equal(f->header_row, 2);
    assert_text(f->column_name[MURNI], "PAGU MURNI", "the column of murni");
    assert_text(f->column_name[REALISASI], "REALISASI", "the column of realisasi");
    assert_true(str_starts(f->number_format[MURNI], S("Indonesia")) && str_starts(f->number_format[REALISASI], S("Inggris")));
    assert_text(f->unit_code, "1.02", "the unit");
    assert_int_equal(r.ledger.units.at[0].present, (1u << MURNI) | (1u << KINI) | (1u << REALISASI));
    reading_close(&r);
}

/* Read again by itself: what `inspect` prints of a file is looked at after the reading. */
static void test_evidence(void **state)
{
    (void)state;
    struct reading r;
    struct intake intake = {0};
    reading_open(&r, PACK);
    reading_add(&r, "a.csv", SIPD TRAVEL "\"1.234,50\",7,lima\n", (struct intake_options){.amounts_needed = true});
    intake_read(&intake, &r.rules, r.written.at[0], (struct intake_options){.amounts_needed = true});
    const struct reading_evidence *evidence = intake.info.evidence;
    assert_text(evidence->numbers[MURNI].example[NUMBER_COMMA], "1.234,50", "the first cell with a comma");
    assert_text(evidence->numbers[REALISASI].example[NUMBER_BAD], "lima", "the first cell that is no number");
    assert_text(evidence->columns.names[evidence->column_of[REALISASI]], "REALISASI", "the name of its column");
    intake_release(&intake);
    reading_end(&r);
    reading_close(&r);
}

static void test_not_opened(void **state)
{
    (void)state;
    struct reading r;
    reading_open(&r, PACK);
    reading_add(&r, "a.csv", "", (struct intake_options){.amounts_needed = true});
    reading_add(&r, "b.csv", "Nama,Alamat\nx,y\n", (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    assert_diags(&r.arena, &r.diags, "berkas-kosong kepala-tabel-tidak-dikenal");
    assert_int_equal(r.ledger.files.n, 2);
    assert_false(r.ledger.files.at[0].opened || r.ledger.files.at[1].opened);
    assert_int_equal(r.ledger.lines.n + r.ledger.units.n, 0);
    reading_close(&r);
}

/* ---- several files ---- */

enum { FILES_MAX = 4 };

static const struct merge_row {
    const char *name;
    struct {
        const char *name, *text;
        bool baseline;
    } files[FILES_MAX];
    const char *units, *diags;
    size_t lines, activities;
} MERGES[] = {
    {"original budget and budget in force of one unit",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas,1.02.01,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas,1.02.01,5.1.02.04.01.0001,100\n", true}},
     "1.02 Dinas", "", 2, 1},
    {"the same unit by code, names folded", {{"a.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas Kesehatan,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02. ,DINAS  KESEHATAN,5.1.02.01.01.0024,50\n", false}}, "1.02 Dinas Kesehatan", "", 2, 0},
    {"the same unit by name where one has no code", {{"a.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas Kesehatan,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Nama SKPD,Kode Rekening,Pagu\nDinas Kesehatan,5.1.02.01.01.0024,7\n", false}}, "1.02 Dinas Kesehatan", "", 2, 0},
    {"the code comes later", {{"a.csv", "Nama SKPD,Kode Rekening,Pagu\nDinas Kesehatan,5.1.02.01.01.0024,7\n", false},
      {"b.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas Kesehatan,5.1.02.04.01.0001,50\n", false}}, "1.02 Dinas Kesehatan", "", 2, 0},
    {"one name under two codes are two units", {{"a.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.03,Dinas,5.1.02.04.01.0001,50\n", false}}, "1.02 Dinas; 1.03 Dinas", "nama-unit-ganda", 2, 0},
    {"two names under one code", {{"a.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas A,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas B,5.1.02.01.01.0024,50\n", false}}, "1.02 Dinas A conflict", "kode-unit-ganda", 2, 0},
    {"two names under one code, said once for each", {{"a.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas A,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas B,5.1.02.01.01.0024,50\n", false},
      {"c.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas B,5.1.02.01.01.0025,51\n", false},
      {"d.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas C,5.1.02.01.01.0026,50\n", false}}, "1.02 Dinas A conflict", "kode-unit-ganda kode-unit-ganda", 4, 0},
    {"units in the order of their codes", {{"a.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n2.11,Dinas B,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas A,5.1.02.04.01.0001,50\n", false}}, "1.02 Dinas A; 2.11 Dinas B", "", 2, 0},
    {"a file given twice", {{"a.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas,5.1.02.04.01.0001,50\n", false}}, "1.02 Dinas", "berkas-ganda", 1, 0},
    {"a file given three times", {{"a.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.03,Dinas B,5.1.02.04.01.0001,50\n", false},
      {"c.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.03,Dinas B,5.1.02.04.01.0001,50\n", false},
      {"d.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas,5.1.02.04.01.0001,50\n", false}}, "1.02 Dinas; 1.03 Dinas B", "berkas-ganda berkas-ganda", 2, 0},
    {"units without codes in the order of their names", {{"a.csv", "Nama SKPD,Kode Rekening,Pagu\nDinas B,5.1.02.04.01.0001,7\n", false},
      {"b.csv", "Nama SKPD,Kode Rekening,Pagu\nDinas A,5.1.02.04.01.0001,7\n", false}}, " Dinas A;  Dinas B", "", 2, 0},
    {"the same bytes as baseline are no double", {{"a.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas,5.1.02.04.01.0001,50\n", true}}, "1.02 Dinas", "", 2, 0},
    {"an activity is the same by its code", {{"a.csv", "Kode SKPD,Kode Sub Kegiatan,Nama Sub Kegiatan,Kode Rekening,Pagu\n1.02,1.02.01,Rapat,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Kode SKPD,Kode Sub Kegiatan,Nama Sub Kegiatan,Kode Rekening,Pagu\n1.02,1.02.01,RAPAT KERJA,5.1.02.01.01.0024,50\n1.02,1.02.02,Rapat,5.1.02.04.01.0001,50\n", false}},
     "1.02 ", "", 3, 2},
    {"the same content in another spelling counts once", {{"a.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas Kesehatan,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02. ,DINAS  KESEHATAN,5.1.02.04.01.0001,\"50,00\"\n", false}}, "1.02 Dinas Kesehatan", "isi-ganda", 1, 0},
    {"the same content under two names of one code", {{"a.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas A,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas B,5.1.02.04.01.0001,50\n", false}}, "1.02 Dinas A conflict", "kode-unit-ganda isi-ganda", 1, 0},
    {"other amounts for the same purpose", {{"a.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas,5.1.02.04.01.0001,50\n", false},
      {"b.csv", "Kode SKPD,Nama SKPD,Kode Rekening,Pagu\n1.02,Dinas,5.1.02.04.01.0001,7\n", false}}, "1.02 Dinas", "berkas-bertentangan", 1, 0},
};

static void test_merge(void **state)
{
    const struct merge_row *row = *state;
    struct reading r;
    reading_open(&r, PACK);
    for (size_t i = 0; i < FILES_MAX && row->files[i].name; i++)
        reading_add(&r, row->files[i].name, row->files[i].text, (struct intake_options){.baseline = row->files[i].baseline, .amounts_needed = true});
    reading_end(&r);
    assert_diags(&r.arena, &r.diags, row->diags);
    assert_text(dump_units(&r.arena, &r.ledger), row->units, "the list of units");
    assert_number(r.ledger.lines.n, row->lines, "number of lines");
    assert_number(r.ledger.activities.n - 1, row->activities, "number of activities");
    reading_close(&r);
}

/* Lines stay in the order of the files and point to their units after these were sorted. */
static void test_units_of_lines(void **state)
{
    (void)state;
    struct reading r;
    static const char *const units[] = {"2.11", "1.02", "2.11", "1.03"};
    reading_open(&r, PACK);
    reading_add(&r, "a.csv", "Kode SKPD,Kode Rekening,Pagu\n2.11,5.1.02.04.01.0001,1\n1.02,5.1.02.04.01.0001,2\n2.11,5.1.02.04.01.0001,3\n", (struct intake_options){.amounts_needed = true});
    reading_add(&r, "b.csv", "Kode SKPD,Kode Rekening,Pagu\n1.03,5.1.02.04.01.0001,4\n", (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    assert_int_equal(r.ledger.lines.n, COUNT(units));
    for (size_t i = 0; i < COUNT(units); i++) {
        const struct line *line = &r.ledger.lines.at[i];
        assert_money(line->amounts.of[KINI], (int64_t)(i + 1) * 100, "the amount");
        assert_text(unit_key(&r.ledger, line->unit), units[i], "the unit");
        assert_number(line->file, i == 3, "the file");
    }
    reading_close(&r);
}

static void test_duplicate_counts(void **state)
{
    (void)state;
    struct reading r;
    const char *text = SIPD TRAVEL "100,50,10\n" OFFICE "x,150,5\n" ",,,,,,JUMLAH BELANJA,,100,50,10\n";
    reading_open(&r, PACK);
    reading_add(&r, "a.csv", text, (struct intake_options){.amounts_needed = true});
    reading_add(&r, "b.csv", text, (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    const struct input_file *f = &r.ledger.files.at[1];
    assert_text(dump_counts(&r.arena, f), "read 4 used 0 header 1 total 1 duplicate 2", "the counts");
    assert_text(dump_sums(&r.arena, f), "; stated murni 100.00 kini 50.00 realisasi 10.00: agrees", "the sums");
    assert_text(dump_amounts(&r.arena, &f->own), "murni 100.00 kini 50.00 realisasi 10.00", "what the file itself says");
    assert_number(f->twin, 1, "the file counted instead");
    assert_int_equal(r.ledger.rejects.n, 1);
    reading_close(&r);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "file", FILES, test_file);
    suite_rows(&suite, "owner", OWNERS, test_owner);
    suite_rows(&suite, "texts", TEXTS, test_texts);
    suite_test(&suite, "a long first file", test_long_first_file);
    suite_test(&suite, "a rejected row is kept verbatim", test_reject_record);
    suite_test(&suite, "facts about a file", test_facts);
    suite_test(&suite, "evidence outlives the reading", test_evidence);
    suite_test(&suite, "files that cannot be opened", test_not_opened);
    suite_rows(&suite, "several files", MERGES, test_merge);
    suite_test(&suite, "units of lines", test_units_of_lines);
    suite_test(&suite, "counts of a file given twice", test_duplicate_counts);
    return suite_run(&suite, "intake");
}
