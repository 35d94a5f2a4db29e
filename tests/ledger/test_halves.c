/* One text read by two readers gives what one reader gives: rows, ids, lines of the file, messages. */
#include "intake_dump.h"
#include "reading.h"

#define SIPD "TAHUN,KODE SKPD,NAMA SKPD,KODE SUB KEGIATAN,NAMA SUB KEGIATAN,KODE REKENING,NAMA REKENING,NAMA PAKET,PAGU MURNI,PAGU,REALISASI\n"
#define AT(year) #year ",1.02,Dinas Kesehatan,1.02.01.2.06.0009,Rapat,5.1.02.04.01.0001,Perjalanan,"
#define ROW AT(2025) "paket %d,%d,50,10\n"
#define NOTES ",,,,,,,keterangan,,,\n,,,,,,,keterangan,,,\n,,,,,,,keterangan,,,\n,,,,,,,keterangan,,,\n,,,,,,,keterangan,,,\n"
#define PRICED "KODE SKPD,NAMA SKPD,KODE SUB KEGIATAN,NAMA SUB KEGIATAN,KODE REKENING,NAMA REKENING,URAIAN,KOEFISIEN,VOLUME,SATUAN,HARGA SATUAN,PAGU\n"
#define UNIT "1.02,Dinas Kesehatan,1.02.01.2.06.0009,Rapat,5.1.02.04.01.0001,Perjalanan,"
#define SPENT "KODE SKPD,NAMA SKPD,KODE SUB KEGIATAN,NAMA SUB KEGIATAN,KODE REKENING,NAMA REKENING,NOMOR DOKUMEN,TANGGAL DOKUMEN,SUMBER DANA,NILAI REALISASI\n"

/* `row` is written `rows` times, with the number of the row where it has %d; `middle` between the two halves of them, `last` behind them. */
static const struct halves_row {
    const char *name, *head, *row;
    int rows;
    const char *middle, *last;
    bool joined;
} HALVES[] = {
    {"plain rows", SIPD, ROW, 20, "", "", true},
    {"lines end in CR and LF", "TAHUN,KODE SKPD,NAMA SKPD,KODE SUB KEGIATAN,KODE REKENING,PAGU\r\n", "2025,1.02,Dinas,1.02.01.2.06.0009,5.1.02.04.01.0001,%d\r\n", 20, "", "", true},
    {"texts that come again", SIPD, AT(2025) "paket yang sama,%d,50,10\n", 20, "", AT(2025) "paket lain,7,50,10\n" ROW, true},
    {"amounts as written", SIPD, AT(2025) "paket %d,\"1.234,50\",\"Rp 7.500,-\",10\n", 20, "", AT(2025) "paket,\"2.000\",-,\"(10)\"\n", true},
    {"a shape that only the last row has", SIPD, ROW, 20, "", AT(2025) "paket,\"1.234,50\",50,10\n", true},
    {"an amount that nobody can read", SIPD, ROW, 20, "", AT(2025) "paket,lima,50,10\n", true},
    {"another year", SIPD, ROW, 20, "", AT(2024) "paket,1,50,10\n", true},
    {"two other years", SIPD, ROW, 20, "", AT(2024) "paket,1,50,10\n" AT(2023) "paket,1,50,10\n", true},
    {"another sub kegiatan and account", SIPD, ROW, 20, "", "2025,1.03,Dinas PU,1.03.01.2.06.0001,Jalan,5.1.02.01.01.0024,Alat,paket,5,5,5\n", true},
    {"blank lines and the header again", SIPD, ROW, 20, "\n", "\n" SIPD ROW, true},
    {"a total", SIPD, ROW, 20, "", ",,,,,,JUMLAH,,10,20,30\n", true},
    {"notes of several lines", SIPD, AT(2025) "\"paket\n%d\",%d,50,10\n", 20, "", "", true},
    {"unit prices", PRICED, UNIT "uang harian %d,2 Orang x 3 Hari,6,OH,\"380.000,00\",\"2.280.000,00\"\n", 20, "", UNIT "uang harian,1 Orang,satu,OB,430000,430000\n", true},
    {"documents and months", SPENT, UNIT "SP2D/%d/2025,%d/03/2025,DAU,1000\n", 20, "", UNIT "SP2D/1/2025,1/04/2025,PAD,1000\n", true},
    {"a quote at the middle that opens nothing", SIPD, ROW, 20, AT(2025) "Pipa 7\" galvanis,1,50,10\n", "", true},
    {"explanations at the middle", SIPD, ROW, 20, NOTES NOTES NOTES, "", true},
    {"a file that is not parted", "Kode Rekening,Uraian,Sebelum,Sesudah\n", "5.1.02.04.01.0001,baris %d,1,2\n", 20, "", "", false},
    {"a cell across the middle", SIPD, ROW, 4, AT(2025) "\"a\nb\nc\nd\ne\nf\ng\nh\",1,50,10\n", "", false},
    {"a cell across the middle, whose lines look like rows", SIPD, ROW, 2, AT(2025) "\"x\n" AT(2025) "paket,1,50\n" AT(2025) "paket,1,50\n\",1,50,10\n", "", false},
    {"a broken text in the last row", SIPD, ROW, 20, "", AT(2025) "kegiatan \xC3\xA2\xE2\x82\xAC\xE2\x80\x9C rapat,1,50,10\n", false},
    {"the same broken text in both halves", SIPD, AT(2025) "kegiatan \xC3\xA2\xE2\x82\xAC\xE2\x80\x9C rapat,%d,50,10\n", 20, "", "", false},
    {"a quote left open", SIPD, ROW, 20, "", AT(2025) "\"paket,1,50,10\n" ROW, false},
    {"words about the amounts", SIPD, ROW, 20, "", ",,,,,,,,(dalam ribuan rupiah),,\n", false},
    {"so few rows that the second half is below the header", SIPD, AT(2025) "paket,1,50,10\n", 3, "", "", false},
    {"one line", SIPD, AT(2025) "paket,1,50,10\n", 1, "", "", false},
    {"a layer of another program", "\"TAHUN,KODE SKPD,NAMA SKPD,KODE SUB KEGIATAN,KODE REKENING,PAGU\";\n", "\"2025,1.02,Dinas,1.02.01.2.06.0009,5.1.02.04.01.0001,%d\";\n", 20, "", "", false},
};

static struct str text_of(struct arena *arena, const struct halves_row *row)
{
    struct str text = str_from(row->head);
    for (int i = 0; i < row->rows; i++) {
        char line[400];
        assert_true((size_t)snprintf(line, sizeof line, row->row, i, i, i) < sizeof line);
        if (i == row->rows / 2) text = str_join(arena, text, str_from(row->middle));
        text = str_join(arena, text, str_from(line));
    }
    return str_join(arena, text, str_from(row->last));
}

static void test_halves(void **state)
{
    const struct halves_row *row = *state;
    struct reading r;
    reading_open(&r, "rules/inpres-1-2025");
    struct str path = reading_write(&r, "a.csv", text_of(&r.arena, row).p), said[2];
    for (size_t i = 0; i < 2; i++) {
        struct intake intake = {0};
        intake_read(&intake, &r.rules, path, (struct intake_options){.amounts_needed = true, .halves_from = i});
        said[i] = intake_dump(&r.arena, &intake);
        assert_int_equal(intake.in_halves, i && row->joined);
        intake_release(&intake);
    }
    assert_string_equal(said[0].p, said[1].p);
    reading_end(&r);
    reading_close(&r);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "halves", HALVES, test_halves);
    return suite_run(&suite, "halves");
}
