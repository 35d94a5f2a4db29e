/*
 * Prices, persons and months of honoraria, from small files judged by the real pack: what the checks say stands in recorded.txt. Whether
 * it is right is asked by tests/program/honorarium.py, which reckons the same boundaries by itself.
 */
#include "reading.h"
#include "recorded.h"

#define HEAD "Tahun,Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Nama Sub Kegiatan,Kode Rekening,Nama Rekening,Uraian,Koefisien,Volume,Satuan,Harga Satuan,Pagu Murni,Pagu\n"
#define HEAD_REALISED "Tahun,Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Nama Sub Kegiatan,Kode Rekening,Nama Rekening,Uraian,Koefisien,Volume,Satuan,Harga Satuan,Nilai Realisasi\n"
#define HEAD_PLAIN "Tahun,Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Nama Sub Kegiatan,Kode Rekening,Nama Rekening,Uraian,Pagu Murni,Pagu\n"
#define HEAD_NO_UNIT "Tahun,Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Nama Sub Kegiatan,Kode Rekening,Nama Rekening,Uraian,Harga Satuan,Pagu Murni,Pagu\n"
#define FORM "Organisasi,: 1.02.0.00.0.00.01.0000 Dinas A,,,,,\nSub Kegiatan,: 1.02.01.2.06.0009 Rapat,,,,,\nKode Rekening,Uraian,Rincian Perhitungan,,,,Jumlah (Rp)\n,,Koefisien,Satuan,Harga,PPN,\n"
#define A "2025,1.02,Dinas A,"
#define B "2025,1.03,Dinas B,"
#define SUB "1.02.01.2.06.0009,Rapat,"
#define SUB2 "1.02.01.2.06.0008,Lain,"
#define SPEAKER "5.1.02.02.01.0003,Honorarium,"
#define TEAM "5.1.02.02.01.0004,Honorarium,"
#define MEALS "5.1.02.01.01.0052,Makan,"
#define POWER "5.1.02.02.01.0061,Listrik,"
#define E2 "Narasumber Eselon II,"
#define E3 "Narasumber Eselon III,"
#define CHAIR "Panitia - Ketua,1 Orang x 1 Kegiatan,1,OK,300000,300000,300000\n"
#define MEMBERS "Panitia - Anggota,4 Orang x 1 Kegiatan,4,OK,300000,1200000,1200000\n"
#define OFFICE "Sekretariat Tim Pelaksana ditetapkan Bupati,"

static const struct rates_row {
    const char *name, *text;
} ROWS[] = {
    /* against the cap of 1,000,000 an hour */
    {"at the cap", HEAD A SUB SPEAKER E2 ",2,OJ,1000000,2000000,2000000\n"},
    {"one sen above", HEAD A SUB SPEAKER E2 ",2,OJ,1000000.01,2000000,2000000.02\n"},
    {"above by one sen in all", HEAD A SUB SPEAKER E2 ",1,OJ,1000000.01,1000000,1000000.01\n"},
    {"two prices above, the higher is told", HEAD A SUB SPEAKER E2 ",2,OJ,1000002,9,9\n" A SUB SPEAKER E2 ",3,OJ,1000005,7,8\n" A SUB SPEAKER E2 ",4,OJ,1000003,7,10\n"},
    {"two roles of one place", HEAD A SUB SPEAKER E2 ",2,OJ,1000002,9,9\n" A SUB SPEAKER E3 ",3,OJ,900005,7,8\n" A SUB SPEAKER E2 ",1,OJ,1000001,7,8\n"},
    {"two places, two units", HEAD A SUB SPEAKER E2 ",2,OJ,1000002,9,9\n" A SUB2 SPEAKER E2 ",3,OJ,1000005,7,8\n" B SUB SPEAKER E2 ",5,OJ,1000007,7,8\n" B SUB TEAM E2 ",6,OJ,1000009,7,8\n"},
    {"taken back altogether", HEAD A SUB SPEAKER E2 ",2,OJ,1200000,9,9\n" A SUB SPEAKER E2 ",-2,OJ,1200000,-9,-8\n"},
    {"an excess beyond 64 bits", HEAD A SUB SPEAKER E2 ",900000,OJ,90000000000,9,9\n" A SUB SPEAKER E2 ",900000,OJ,90000000000,7,8\n" A SUB SPEAKER E2 ",900000,OJ,90000000000,7,8\n"},
    {"a cap that is not verified", HEAD A SUB SPEAKER "Honor Moderator,,3,OK,700001,9,9\n"},
    {"within a cap that is not verified", HEAD A SUB SPEAKER "Honor Moderator,,3,OK,700000,9,9\n" A SUB SPEAKER E2 ",2,OJ,1,9,9\n"},
    {"undecided", HEAD A SUB SPEAKER "Honorarium Narasumber,,2,OJ,9000000,7,8\n" A SUB SPEAKER E2 ",2,OJ,1,9,9\n"},
    {"a hit beside undecided ones and another unit", HEAD A SUB SPEAKER "Honorarium Narasumber,,2,OJ,9000000,7,8\n" A SUB SPEAKER E2 ",2,OJ,1000001,9,9\n" A SUB SPEAKER E2 ",2,OB,1000001,9,9\n"},
    {"in another unit", HEAD A SUB SPEAKER E2 ",2,OB,9000000,7,8\n" A SUB SPEAKER E2 ",2,OB,9000000,7,20\n" A SUB SPEAKER E2 ",2,OJ,9,7,5\n" A SUB2 SPEAKER E2 ",2,OB,9000000,7,3\n"},
    {"in another unit, a second line of another role", HEAD A SUB SPEAKER E3 ",2,OB,9000000,7,8\n" A SUB SPEAKER E2 ",2,OB,9000000,7,9\n"},
    {"in another unit than the first cap of the table", HEAD A SUB TEAM "KPA pagu s.d. Rp100 juta,,3,OJ,1,7,9\n"},
    {"in another unit, two details of a line behind another", FORM "5.1.02.02.01.0003,Honorarium Narasumber,,,,,7\n,Narasumber Eselon II,2 OB,OB,900000,0,7\n5.1.02.02.01.0003,Honorarium Narasumber,,,,,20\n"
     ",Narasumber Eselon II,2 OB,OB,900000,0,15\n,Narasumber Eselon II,3 OB,OB,3,0,5\n"},
    {"two undecided details of a line behind another", FORM "5.1.02.02.01.0003,Honorarium Narasumber,,,,,7\n,Honorarium Narasumber,2 OJ,OJ,900000,0,7\n5.1.02.02.01.0003,Honorarium Narasumber,,,,,20\n"
     ",Honorarium Narasumber,2 OJ,OJ,900000,0,15\n,Honorarium Narasumber,3 OJ,OJ,3,0,5\n"},
    {"two details of a line, the first undecided", FORM "5.1.02.02.01.0003,Honorarium Narasumber,,,,,7\n,Honorarium Narasumber,2 OJ,OJ,900000,0,7\n5.1.02.02.01.0003,Honorarium Narasumber,,,,,20\n"
     ",Honorarium Narasumber,2 OJ,OJ,900000,0,15\n,Narasumber Eselon II,2 OJ,OJ,3,0,5\n"},
    {"two details of a line, one undecided, one in another unit", FORM "5.1.02.02.01.0003,Honorarium Narasumber,,,,,20\n"
     ",Honorarium Narasumber,2 OJ,OJ,900000,0,15\n,Narasumber Eselon II,3 OB,OB,3,0,5\n"},
    {"spent only", HEAD_REALISED A SUB SPEAKER E2 ",2,OJ,1000001,20\n" A SUB SPEAKER E2 ",3,OJ,1000001,30\n" A SUB SPEAKER E2 ",2,OB,1,40\n"},
    {"no column of prices", HEAD_PLAIN A SUB SPEAKER E2 "9,9\n"},
    {"no column of units", HEAD_NO_UNIT A SUB SPEAKER E2 "9,9,9\n"},
    {"a rejected row", HEAD A SUB SPEAKER E2 ",2,OJ,1000000,2,2\n" A SUB SPEAKER E2 ",2,OJ,1,x,2\n"},
    {"a rejected row beside a hit", HEAD A SUB SPEAKER E2 ",2,OJ,1000001,2,2\n" A SUB SPEAKER E2 ",2,OJ,1,x,2\n"},
    {"none of the kind, and a unit with some", HEAD A SUB POWER "Listrik,,,,,9,9\n" B SUB SPEAKER E2 ",2,OJ,1000000,2,2\n"},
    {"an account that the checks leave out", HEAD A SUB "5.1.02.02.01.0029,Jasa," E2 ",2,OJ,9000000,2,2\n"},
    /* committees and participants: 10 % */
    {"5 of 50", HEAD A SUB SPEAKER CHAIR A SUB SPEAKER MEMBERS A SUB MEALS "Makan peserta,50 Orang x 1 Kali,50,Kali,1,50,50\n"},
    {"5 of 49", HEAD A SUB SPEAKER CHAIR A SUB SPEAKER MEMBERS A SUB MEALS "Makan peserta,49 Orang x 1 Kali,49,Kali,1,50,50\n"},
    {"the largest of several counts", HEAD A SUB SPEAKER CHAIR A SUB SPEAKER MEMBERS A SUB MEALS "Makan peserta,30 Orang x 1 Kali,30,Kali,1,50,50\n" A SUB MEALS "Kudapan peserta,60 Orang x 1 Kali,60,Kali,1,50,50\n" A SUB MEALS
     "Makan peserta,20 Orang x 1 Kali,20,Kali,1,50,50\n"},
    {"more guests in the second detail of a line", FORM "5.1.02.02.01.0003,Honorarium,,,,,300000\n,Panitia - Ketua,1 Orang x 1 Kegiatan,OK,300000,0,300000\n5.1.02.01.01.0052,Makan,,,,,65\n"
     ",Makan peserta,5 Orang x 1 Kali,Kali,1,0,5\n,Kudapan peserta,60 Orang x 1 Kali,Kali,1,0,60\n"},
    {"guests of another sub kegiatan", HEAD A SUB SPEAKER CHAIR A SUB SPEAKER MEMBERS A SUB2 MEALS "Makan peserta,60 Orang x 1 Kali,60,Kali,1,50,50\n"},
    {"guests of another unit", HEAD A SUB SPEAKER CHAIR B SUB MEALS "Makan peserta,60 Orang x 1 Kali,60,Kali,1,50,50\n"},
    {"two committees, one too large", HEAD A SUB SPEAKER CHAIR A SUB MEALS "Makan peserta,60 Orang x 1 Kali,60,Kali,1,50,50\n" A SUB2 SPEAKER MEMBERS A SUB2 MEALS "Makan peserta,30 Orang x 1 Kali,30,Kali,1,50,50\n"},
    {"guests, and as many guests times meals", HEAD A SUB SPEAKER CHAIR A SUB SPEAKER MEMBERS A SUB MEALS "Makan peserta,60 Orang x 1 Kali,60,Kali,1,50,50\n" A SUB MEALS "Kudapan peserta,60 Orang / Kali,60,Kali,1,50,50\n"},
    {"guests times meals", HEAD A SUB SPEAKER CHAIR A SUB SPEAKER MEMBERS A SUB MEALS "Makan peserta,60 Orang / Kali,60,Kali,1,50,50\n"},
    {"guests times meals, too few even so", HEAD A SUB SPEAKER CHAIR A SUB SPEAKER MEMBERS A SUB MEALS "Makan peserta,40 Orang / Kali,40,Kali,1,50,50\n"},
    {"guests by their volume only", HEAD A SUB SPEAKER CHAIR A SUB SPEAKER MEMBERS A SUB MEALS "Makan peserta,,40,Kali,1,50,50\n"},
    {"a committee of nobody", HEAD A SUB SPEAKER "Panitia - Ketua,0 Orang x 1 Kegiatan,0,OK,300000,300000,300000\n" A SUB MEALS "Makan peserta,10 Orang x 1 Kali,10,Kali,1,50,50\n"},
    {"guests without a word", HEAD A SUB SPEAKER CHAIR A SUB MEALS ",60 Orang x 1 Kali,60,Kali,1,50,50\n"},
    {"guests of no number", HEAD A SUB SPEAKER CHAIR A SUB MEALS "Makan peserta,,,Kali,1,50,50\n"},
    {"one member of unknown number", HEAD A SUB SPEAKER CHAIR A SUB SPEAKER "Panitia - Anggota,40 OK,40,OK,300000,1,1\n" A SUB MEALS "Makan peserta,10 Orang x 1 Kali,10,Kali,1,50,50\n"},
    {"a half person", HEAD A SUB SPEAKER "Panitia - Ketua,1.5 Orang x 1 Kegiatan,1.5,OK,300000,300000,300000\n" A SUB MEALS "Makan peserta,10 Orang x 1 Kali,10,Kali,1,50,50\n"},
    /* members of a secretariat: 10 */
    {"10 members", HEAD A SUB TEAM OFFICE "10 Orang x 6 Bulan,60,OB,200000,7,9\n"},
    {"11 members", HEAD A SUB TEAM OFFICE "11 Orang x 6 Bulan,66,OB,200000,7,9\n"},
    {"11 by months and volume", HEAD A SUB TEAM OFFICE "6 Bulan,66,OB,200000,7,9\n"},
    {"10 by months and volume", HEAD A SUB TEAM OFFICE "6 Bulan,60,OB,200000,7,9\n"},
    {"11 by months and product", HEAD A SUB TEAM OFFICE "6 Bulan x 11 Kegiatan,66,OB,200000,7,9\n"},
    {"10 by months and product", HEAD A SUB TEAM OFFICE "6 Bulan x 10 Kegiatan,60,OB,200000,7,9\n"},
    {"taken back by months and product", HEAD A SUB TEAM OFFICE "6 Bulan x 11 Kegiatan,-66,OB,200000,7,9\n"},
    {"1100 by a hundredth of a month and product", HEAD A SUB TEAM OFFICE "0.01 Bulan x 1100 Kegiatan,11,OB,200000,7,9\n"},
    {"nought months and a volume", HEAD A SUB TEAM OFFICE "0 Bulan,60,OB,200000,7,9\n"},
    {"months that do not divide the volume", HEAD A SUB TEAM OFFICE "7 Bulan,60,OB,200000,7,9\n"},
    {"10 in all", HEAD A SUB TEAM OFFICE ",10,OB,200000,7,9\n"},
    {"11 in all, of unknown months", HEAD A SUB TEAM OFFICE ",11,OB,200000,7,9\n"},
    {"a volume of nothing", HEAD A SUB TEAM OFFICE ",0,OB,200000,7,9\n"},
    {"a volume below zero", HEAD A SUB TEAM OFFICE ",-1,OB,200000,7,9\n"},
    {"ten and a half members", HEAD A SUB TEAM OFFICE "10.5 Orang x 6 Bulan,63,OB,200000,7,9\n"},
    {"a hundred and one members and a half", HEAD A SUB TEAM OFFICE "101.5 Orang x 6 Bulan,609,OB,200000,7,9\n"},
    {"a hit beside an unknown number", HEAD A SUB TEAM OFFICE "11 Orang x 6 Bulan,66,OB,200000,7,9\n" A SUB TEAM OFFICE ",11,OB,200000,7,9\n" B SUB TEAM OFFICE ",11,OB,200000,7,9\n"},
    /* months: 12 */
    {"12 months", HEAD A SUB SPEAKER "Honorarium,2 Orang x 12 Bulan,24,OB,1,7,9\n"},
    {"13 months", HEAD A SUB SPEAKER "Honorarium,1 Orang x 13 Bulan,13,OB,1,7,9\n"},
    {"a hundredth above 12 months", HEAD A SUB SPEAKER "Honorarium,1 Orang x 12.01 Bulan,12.01,OB,1,7,9\n"},
    {"12 person-months", HEAD A SUB SPEAKER "Honorarium,,12,OB,1,7,9\n"},
    {"13 person-months", HEAD A SUB SPEAKER "Honorarium,,13,OB,1,7,9\n"},
    {"13 months in hours", HEAD A SUB SPEAKER E2 "1 Orang x 13 Bulan,13,OJ,1,7,9\n"},
    {"nought months", HEAD A SUB SPEAKER E2 "1 Orang x 0 Bulan,0,OJ,1,7,9\n"},
    {"nought months, and another volume", HEAD A SUB SPEAKER E2 "1 Orang x 0 Bulan,5,OJ,1,7,9\n"},
    {"no months", HEAD A SUB SPEAKER E2 ",20,OJ,1,7,9\n"},
    /* teams: before and now */
    {"as many teams", HEAD A SUB TEAM "Tim,,,,,10,5\n" A SUB2 TEAM "Tim,,,,,10,5\n"},
    {"as many teams, the larger first", HEAD A SUB TEAM "Tim,,,,,10,5\n" A SUB2 TEAM "Tim,,,,,10,7\n" A SUB2 TEAM "Tim lain,,,,,10,6\n"},
    {"a team of one sen", HEAD A SUB TEAM "Tim,,,,,0.01,0.01\n"},
    {"one team fewer", HEAD A SUB TEAM "Tim,,,,,10,5\n" A SUB2 TEAM "Tim,,,,,10,0\n"},
    {"one team more", HEAD A SUB TEAM "Tim,,,,,10,5\n" A SUB2 TEAM "Tim,,,,,0,5\n"},
    {"no team ever paid", HEAD A SUB TEAM "Tim,,,,,0,0\n"},
    {"no team any more", HEAD A SUB TEAM "Tim,,,,,10,0\n"},
    {"a team of two accounts, taken back", HEAD A SUB TEAM "Tim,,,,,10,5\n" A SUB TEAM "Tim koreksi,,,,,0,-5\n"},
    {"a team without sub kegiatan", HEAD A ",," TEAM "Tim,,,,,10,5\n" A SUB TEAM "Tim,,,,,10,5\n"},
    {"spending of another kind without sub kegiatan", HEAD A ",," POWER "Listrik,,,,,10,10\n" A SUB TEAM "Tim,,,,,10,5\n" A SUB2 TEAM "Tim,,,,,10,0\n"},
    {"no original budget of one team", HEAD A SUB TEAM "Tim,,,,,10,5\n" A SUB2 TEAM "Tim,,,,,,5\n"},
};

/* What is asked of them whatever the record says: neither an accusation nor a pass that the file does not bear out. */
static const struct verdict_row {
    const char *name, *text, *check, *verdict;
} VERDICTS[] = {
    {"a hundredth of a person above 10 members", HEAD A SUB TEAM OFFICE "10.01 Orang x 6 Bulan,60.06,OB,200000,7,9\n", "H10", "perlu_pertimbangan"},
    {"above a cap that is not verified, taken back altogether", HEAD A SUB SPEAKER "Honor Moderator,,3,OK,700001,9,9\n" A SUB SPEAKER "Honor Moderator,,-3,OK,700001,-9,-8\n", "H01",
     "tidak_dapat_diuji"},
    {"too few guests, unless a rejected row has more", HEAD A SUB SPEAKER CHAIR A SUB SPEAKER MEMBERS A SUB MEALS "Makan peserta,30 Orang x 1 Kali,30,Kali,1,50,50\n" A SUB MEALS
     "Kudapan peserta,60 Orang x 1 Kali,60,Kali,1,x,50\n", "H05", "tidak_dapat_diuji"},
    {"too few guests, a rejected row of another sub kegiatan", HEAD A SUB SPEAKER CHAIR A SUB SPEAKER MEMBERS A SUB MEALS "Makan peserta,30 Orang x 1 Kali,30,Kali,1,50,50\n" A SUB2 MEALS
     "Kudapan peserta,60 Orang x 1 Kali,60,Kali,1,x,50\n", "H05", "perlu_pertimbangan"},
    {"guests enough beside a rejected row", HEAD A SUB SPEAKER CHAIR A SUB SPEAKER MEMBERS A SUB MEALS "Makan peserta,30 Orang x 1 Kali,30,Kali,1,50,50\n" A SUB MEALS
     "Makan peserta,60 Orang x 1 Kali,60,Kali,1,50,50\n" A SUB MEALS "Kudapan peserta,20 Orang x 1 Kali,20,Kali,1,x,50\n", "H05", "patuh"},
};

/* The region's own table beside the national one. */
#define CAPS "regulation,activity_id,role_id,unit,cap_rupiah,certainty,valid_from,valid_until,destination\n"
#define TRAVEL "5.1.02.04.01.0001,Perjalanan,"
#define DAILY(cap) "Perbup 12/2025,uang_harian,luar_daerah,OH," cap ",,,,\n"
#define NO_ACCOUNT ",,"

static const struct caps_row {
    const char *name, *caps, *text;
} LOCAL[] = {
    {"a lower rate of the region", CAPS "Perbup 12/2025,narasumber_pembahas,eselon_2,OJ,900000,,,,\n", HEAD A SUB SPEAKER E2 ",2,OJ,900001,9,9\n"},
    {"the region's rate in another unit, expired", CAPS "Perbup 12/2025,narasumber_pembahas,eselon_2,OK,500000,,,2024-12-31,\n", HEAD A SUB SPEAKER E2 ",2,OK,500001,9,9\n"},
    {"travel above and in another unit", CAPS DAILY("380000"), HEAD A SUB TRAVEL "Uang harian luar daerah,3 OH,3,OH,380001,9,9\n" B SUB TRAVEL "Uang harian luar daerah,,3,OB,380001,9,9\n"},
    {"travel at the rate", CAPS DAILY("380000"), HEAD A SUB TRAVEL "Uang harian luar daerah,3 OH,3,OH,380000,9,9\n"},
    {"travel by the region's table, and no travel", CAPS DAILY("380000"), HEAD A SUB POWER "Listrik,,,,,9,9\n"},
    {"two classes in one place", CAPS DAILY("380000"), HEAD A SUB ",Honorarium Narasumber,Narasumber Eselon II,,2,OB,1,7,8\n" A SUB ",Belanja Perjalanan Dinas,Uang harian luar daerah,,3,OB,380001,9,9\n" A SUB
     ",Honorarium Narasumber,Narasumber Eselon III,,2,OB,1,7,5\n" A SUB ",Belanja Perjalanan Dinas,Uang harian luar daerah,3 OH,3,OH,380001,9,9\n" A SUB ",Honorarium Narasumber,Narasumber Eselon III,,2,OJ,9000000,7,5\n"},
    {"two tiers", NULL, HEAD A SUB SPEAKER "PPTK pagu s.d. Rp100 juta,,3,OB,1010001,9,9\n" A SUB SPEAKER "PPTK nilai pagu di atas 1 M s.d. 2.5 M,,3,OB,9010001,9,9\n" A SUB SPEAKER
     "PPTK nilai pagu di atas 1 M s.d. 2.5 M,,3,OJ,9010001,9,9\n"},
};

static const char *const CHECKS[] = {"H01", "H02", "H05", "H08", "H10", "H13", "T15"};

/* Files that do not add up: nothing is patuh any more. */
static void assert_doubted(struct reading *r)
{
    struct audit audit;
    for (size_t i = 0; i < r->ledger.units.n; i++) r->ledger.units.at[i].unreconciled = true;
    audit_init(&audit, &r->pack, &r->ledger, &r->arena);
    audit_classify(&audit, 1);
    assert_true(audit_totals(&audit, &r->diags));
    audit_checks(&audit);
    for (size_t i = 0; i < audit.results.n; i++) {
        struct str id = r->pack.checks.at[audit.results.at[i].check].id;
        if (!str_starts(id, S("Q")) && audit.results.at[i].verdict == VERDICT_COMPLIANT) fail_msg("%s is met by a file that does not add up", id.p);
    }
}

static void judge(struct reading *r, struct audit *audit, const char *name)
{
    audit_init(audit, &r->pack, &r->ledger, &r->arena);
    audit_classify(audit, 1);
    assert_true(audit_totals(audit, &r->diags));
    audit_checks(audit);
    for (size_t i = 0; i < COUNT(CHECKS); i++) assert_recorded(audit, CHECKS[i], name, &r->arena);
    assert_doubted(r);
}

static void test_row(void **state)
{
    const struct rates_row *row = *state;
    struct reading r;
    struct audit audit;
    reading_open(&r, "rules/inpres-1-2025");
    reading_add(&r, "a.csv", row->text, (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    judge(&r, &audit, row->name);
    reading_close(&r);
}

static void test_verdict(void **state)
{
    const struct verdict_row *row = *state;
    struct reading r;
    struct audit audit;
    reading_open(&r, "rules/inpres-1-2025");
    reading_add(&r, "a.csv", row->text, (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    judge(&r, &audit, row->name);
    uint16_t check = 0;
    while (!str_eq(r.pack.checks.at[check].id, str_from(row->check))) check++;
    assert_text(str_from(verdict_id(audit_result(&audit, check, 0)->verdict)), row->verdict, "the verdict");
    reading_close(&r);
}

static void test_caps(void **state)
{
    const struct caps_row *row = *state;
    struct reading r;
    struct audit audit;
    reading_open_caps(&r, "rules/inpres-1-2025", row->caps);
    reading_add(&r, "a.csv", row->text, (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    judge(&r, &audit, row->name);
    reading_close(&r);
}

/* What another pack may lack. */
static void test_other_packs(void **state)
{
    (void)state;
    struct reading r;
    struct audit audit;
    reading_open(&r, "rules/inpres-1-2025");
    reading_add(&r, "a.csv", HEAD A SUB SPEAKER "Honor Moderator,1 Orang x 13 Bulan,13,OB,700001,9,9\n" A SUB SPEAKER "Honor Moderator,,3,OK,700001,9,9\n" A SUB SPEAKER CHAIR A SUB MEALS
                "Makan peserta,1 Orang x 1 Kali,1,Kali,1,50,50\n", (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    for (size_t i = 0; i < r.pack.checks.n; i++) r.pack.checks.at[i].severity = SEVERITY_LOW;
    uint16_t **months = &r.pack.standards.of[STANDARD_MONTH].at;
    size_t n = r.pack.standards.of[STANDARD_MONTH].n * sizeof **months;
    *months = memcpy(arena_alloc(&r.arena, n), *months, n); /* nothing behind the last: who goes beyond it is seen */
    for (size_t i = 0; i < r.pack.standards.list.n; i++) r.pack.standards.list.at[i].most = 0;
    r.pack.standards.of[STANDARD_PARTICIPANT].n = 0;
    judge(&r, &audit, "no months, no participants, low severity");
    r.pack.standards.note[0] = r.pack.standards.note[1] = S("");
    for (size_t i = 0; i < r.pack.standards.caps.n; i++) r.pack.standards.caps.at[i].until = (struct date){2024, 12, 31};
    judge(&r, &audit, "no cap in force, no note");
    r.pack.standards.note[0] = r.pack.standards.note[1] = S("Berakhir.");
    judge(&r, &audit, "no cap in force, a note");
    r.pack.standards.note[1] = S("");
    judge(&r, &audit, "no cap in force, a note in one language");
    r.pack.standards.caps.n = 1;
    judge(&r, &audit, "one cap that is not in force");
    reading_close(&r);
}

static void turn_checks(struct reading *r, const char *const ids[2], uint64_t classes)
{
    for (size_t i = 0; i < r->pack.checks.n; i++)
        for (int k = 0; k < 2; k++)
            if (str_eq(r->pack.checks.at[i].id, str_from(ids[k]))) r->pack.checks.at[i].classes = classes;
}

/* The checks of honoraria, turned to travel: what they looked at is not theirs any more. */
static void test_turned(void **state)
{
    (void)state;
    static const char *const ids[2] = {"H02", "H05"};
    struct reading r;
    struct audit audit;
    reading_open_caps(&r, "rules/inpres-1-2025", CAPS DAILY("380000"));
    reading_add(&r, "a.csv", HEAD A SUB ",Honorarium Narasumber,Narasumber Eselon II,,2,OB,1,7,8\n" A SUB ",Belanja Perjalanan Dinas,Uang harian luar daerah,,3,OB,380001,9,9\n" A SUB
                ",Belanja Perjalanan Dinas,Uang harian luar daerah,,4,OB,380001,9,11\n" A SUB ",Honorarium,Panitia - Ketua,1 Orang x 1 Kegiatan,1,OK,300000,9,9\n", (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    uint64_t travel = 0;
    for (size_t i = 0; i < r.pack.checks.n; i++)
        if (str_eq(r.pack.checks.at[i].id, S("T15"))) travel = r.pack.checks.at[i].classes;
    assert_true(travel != 0);
    turn_checks(&r, ids, travel);
    judge(&r, &audit, "units and committees of travel");
    reading_close(&r);
}

/* Only the region's rate is in force: another unit is another than its own. */
static void test_expired(void **state)
{
    (void)state;
    struct reading r;
    struct audit audit;
    reading_open_caps(&r, "rules/inpres-1-2025", CAPS "Perbup 12/2025,narasumber_pembahas,eselon_2,OK,500000,,,,\n");
    reading_add(&r, "a.csv", HEAD A SUB SPEAKER E2 ",2,OB,9000000,7,8\n", (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    for (size_t i = 0; i < r.pack.standards.caps.n; i++)
        if (!r.pack.standards.caps.at[i].local) r.pack.standards.caps.at[i].until = (struct date){2024, 12, 31};
    judge(&r, &audit, "the national rates have expired");
    reading_close(&r);
}

/* Two prices explain one line, whose amount counts once. */
static void test_two_prices(void **state)
{
    static const char *const texts[] = {
        HEAD A SUB SPEAKER "Honorarium Narasumber,,2,OJ,9000000,7,8\n" A SUB SPEAKER "Honorarium Narasumber,,3,OJ,9000000,7,9\n",
        HEAD A SUB SPEAKER E2 ",2,OB,9000000,7,8\n" A SUB SPEAKER E2 ",3,OB,9000000,7,9\n",
        HEAD A SUB SPEAKER E2 ",2,OJ,9000000,7,8\n" A SUB SPEAKER E2 ",3,OJ,9000000,7,9\n",
        HEAD A SUB SPEAKER E2 ",2,OJ,9000,7,8\n" A SUB SPEAKER E2 ",3,OB,9000000,7,9\n"};
    static const char *const names[] = {"two undecided prices of a line", "two prices of a line in another unit", "two prices of a line above", "a price within and one in another unit"};
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct reading r;
        struct audit audit;
        reading_open(&r, "rules/inpres-1-2025");
        reading_add(&r, "a.csv", texts[i], (struct intake_options){.amounts_needed = true});
        reading_end(&r);
        r.ledger.calculations.at[r.ledger.lines.at[0].calculation - 1].next = r.ledger.lines.at[1].calculation;
        r.ledger.lines.n = 1;
        judge(&r, &audit, names[i]);
        reading_close(&r);
    }
}

/* Each excess fits, their sum does not: the largest amount that can be told. */
static void test_large_excess(void **state)
{
    enum { LINES = 120 };
    (void)state;
    struct reading r;
    struct audit audit;
    struct arena texts = {0};
    struct str text = str_format(&texts, "%s", HEAD);
    for (int i = 0; i < LINES; i++) text = str_format(&texts, "%.*s" A SUB SPEAKER E2 ",100,OJ,9000000000000,7,8\n", STR_ARG(text));
    reading_open(&r, "rules/inpres-1-2025");
    reading_add(&r, "a.csv", text.p, (struct intake_options){.amounts_needed = true});
    reading_end(&r);
    judge(&r, &audit, "a sum of excesses beyond 64 bits");
    reading_close(&r);
    arena_release(&texts);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "rates", ROWS, test_row);
    suite_rows(&suite, "verdict", VERDICTS, test_verdict);
    suite_rows(&suite, "the region's rates", LOCAL, test_caps);
    suite_test(&suite, "other packs", test_other_packs);
    suite_test(&suite, "turned to travel", test_turned);
    suite_test(&suite, "the national rates have expired", test_expired);
    suite_test(&suite, "two prices of a line", test_two_prices);
    suite_test(&suite, "a large excess", test_large_excess);
    return suite_run(&suite, "check_rates");
}
