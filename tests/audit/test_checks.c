/*
 * From small files to verdicts and findings: hits, near misses, exact boundaries, and what cannot be tested.
 */
#include "small_region.h"

/* ---- rows ---- */

struct check_row {
    const char *name;
    const char *checks; /* ids looked at */
    struct file files[FILES_MAX];
    const char *results, *findings;
};

#define ONE(rows) {{"a.csv", HEAD rows, false}}

/* T01: 2 x kini <= murni, exactly. */
static const struct check_row CUTS[] = {
    {"half exactly", "K01", ONE(A JALAN "100,50,\n"), "K01 1.02 patuh murni 100.00 kini 50.00 realisasi 0.00 limit 50.00 gap 0.00: dipotong 50,00%, batas terpenuhi\n", ""},
    {"Rp 101 to 51 misses by half a rupiah", "K01", ONE(A JALAN "101,51,\n"),
     "K01 1.02 tidak_patuh murni 101.00 kini 51.00 realisasi 0.00 limit 50.50 gap 0.50: dipotong 49,50%, Rp 0,50 di atas batas\n",
     "K01 1.02 TINGGI amount 0.50 a.csv:2: Dinas A: Rp 51 di atas Rp 50,50 dari Rp 101; Rp 0,50; 49,50%\n"},
    {"Rp 17.0 to 8.5 billion", "K01", ONE(A JALAN "17000000000,8500000000,\n"),
     "K01 1.02 patuh murni 17000000000.00 kini 8500000000.00 realisasi 0.00 limit 8500000000.00 gap 0.00: dipotong 50,00%, batas terpenuhi\n", ""},
    {"one sen above Rp 8.5 billion is not rounded up to 50 %", "K01", ONE(A JALAN "17000000000,8500000000.01,\n"),
     "K01 1.02 tidak_patuh murni 17000000000.00 kini 8500000000.01 realisasi 0.00 limit 8500000000.00 gap 0.01: dipotong 49,99%, Rp 0,01 di atas batas\n",
     "K01 1.02 TINGGI amount 0.01 a.csv:2: Dinas A: Rp 8.500.000.000,01 di atas Rp 8.500.000.000 dari Rp 17.000.000.000; Rp 0,01; 49,99%\n"},
    {"cut by 49.99 %", "K01", ONE(A JALAN "10000,5001,\n"),
     "K01 1.02 tidak_patuh murni 10000.00 kini 5001.00 realisasi 0.00 limit 5000.00 gap 1.00: dipotong 49,99%, Rp 1 di atas batas\n",
     "K01 1.02 TINGGI amount 1.00 a.csv:2: Dinas A: Rp 5.001 di atas Rp 5.000 dari Rp 10.000; Rp 1; 49,99%\n"},
    {"cut by 50.00 %", "K01", ONE(A JALAN "10000,5000,\n"), "K01 1.02 patuh murni 10000.00 kini 5000.00 realisasi 0.00 limit 5000.00 gap 0.00: dipotong 50,00%, batas terpenuhi\n",
     ""},
    {"cut by 50.01 %", "K01", ONE(A JALAN "10000,4999,\n"), "K01 1.02 patuh murni 10000.00 kini 4999.00 realisasi 0.00 limit 5000.00 gap -1.00: dipotong 50,01%, batas terpenuhi\n",
     ""},
    {"an odd sen rounds the limit down", "K01", ONE(A JALAN "1.01,0.51,\n"),
     "K01 1.02 tidak_patuh murni 1.01 kini 0.51 realisasi 0.00 limit 0.50 gap 0.01: dipotong 49,50%, Rp 0,01 di atas batas\n",
     "K01 1.02 TINGGI amount 0.01 a.csv:2: Dinas A: Rp 0,51 di atas Rp 0,50 dari Rp 1,01; Rp 0,01; 49,50%\n"},
    {"Rp 173 to 93 million, called 50 %", "K01", ONE(A JALAN "173000000,93000000,\n"),
     "K01 1.02 tidak_patuh murni 173000000.00 kini 93000000.00 realisasi 0.00 limit 86500000.00 gap 6500000.00: dipotong 46,24%, Rp 6.500.000 di atas batas\n",
     "K01 1.02 TINGGI amount 6500000.00 a.csv:2: Dinas A: Rp 93.000.000 di atas Rp 86.500.000 dari Rp 173.000.000; Rp 6.500.000; 46,24%\n"},
    {"several lines are one sum", "K01", ONE(A JALAN "60,40,\n" A2 JALAN2 "40,10,\n" A LAIN "1000,1000,\n"),
     "K01 1.02 patuh murni 100.00 kini 50.00 realisasi 0.00 limit 50.00 gap 0.00: dipotong 50,00%, batas terpenuhi\n", ""},
    {"a parent account may hide the kind", "K01", ONE(A "5.1.02,100,50,10\n"),
     "K01 1.02 tidak_dapat_diuji murni 0.00 kini 0.00 realisasi 0.00: 1 baris hanya sampai rekening induk, sehingga belanja jenis ini tidak terlihat\n", ""},
    {"a parent account beside lines of the kind", "K01", ONE(A JALAN "100,50,\n" A "5.1.02,100,50,10\n"),
     "K01 1.02 tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 0.00: 1 baris hanya sampai rekening induk, sehingga belanja jenis ini tidak terlihat\n", ""},
    {"another parent account hides nothing", "K01", ONE(A "5.1.01,100,50,10\n"), "K01 1.02 tidak_berlaku murni 0.00 kini 0.00 realisasi 0.00: tidak ada belanja jenis ini\n",
     ""},
    {"lines of a finding, largest first", "K01", ONE(A JALAN "60,10,\n" A LAIN "1000,1000,\n" A2 JALAN2 "40,50,\n" A JALAN2 ",10,\n" A JALAN2 "1,,\n"),
     "K01 1.02 tidak_dapat_diuji murni 101.00 kini 70.00 realisasi 0.00: 2 baris hanya memuat salah satu dari pagu murni dan pagu kini\n", ""},
    {"lines of a finding, largest first, ties in their order", "K01", ONE(A JALAN "60,10,\n" A LAIN "1000,1000,\n" A2 JALAN2 "40,50,\n" A JALAN2 "0,10,\n"),
     "K01 1.02 tidak_patuh murni 100.00 kini 70.00 realisasi 0.00 limit 50.00 gap 20.00: dipotong 30,00%, Rp 20 di atas batas\n",
     "K01 1.02 TINGGI amount 20.00 a.csv:4 a.csv:2 a.csv:5: Dinas A: Rp 70 di atas Rp 50 dari Rp 100; Rp 20; 30,00%\n"},
    {"raised instead of cut", "K01", ONE(A JALAN "100,130,\n"), "K01 1.02 tidak_patuh murni 100.00 kini 130.00 realisasi 0.00 limit 50.00 gap 80.00: naik 30,00%, Rp 80 di atas batas\n",
     "K01 1.02 TINGGI amount 80.00 a.csv:2: Dinas A: Rp 130 di atas Rp 50 dari Rp 100; Rp 80; -30,00%\n"},
    {"not cut at all", "K01", ONE(A JALAN "100,100,\n"), "K01 1.02 tidak_patuh murni 100.00 kini 100.00 realisasi 0.00 limit 50.00 gap 50.00: dipotong 0,00%, Rp 50 di atas batas\n",
     "K01 1.02 TINGGI amount 50.00 a.csv:2: Dinas A: Rp 100 di atas Rp 50 dari Rp 100; Rp 50; 0,00%\n"},
    {"cut to nothing", "K01", ONE(A JALAN "100,0,\n"), "K01 1.02 patuh murni 100.00 kini 0.00 realisasi 0.00 limit 50.00 gap -50.00: dipotong 100,00%, batas terpenuhi\n", ""},
    {"from zero", "K01", ONE(A JALAN "0,10,\n"), "K01 1.02 tidak_patuh murni 0.00 kini 10.00 realisasi 0.00 limit 0.00 gap 10.00: pagu murni nol, pagu kini Rp 10\n",
     "K01 1.02 TINGGI amount 10.00 a.csv:2: Dinas A: Rp 10 di atas Rp 0 dari Rp 0; Rp 10; -\n"},
    {"zero and zero", "K01", ONE(A JALAN "0,0,\n"), "K01 1.02 tidak_berlaku murni 0.00 kini 0.00 realisasi 0.00: tidak ada belanja jenis ini\n", ""},
    {"a negative correction counts", "K01", ONE(A JALAN "100,70,\n" A JALAN "0,-20,\n"),
     "K01 1.02 patuh murni 100.00 kini 50.00 realisasi 0.00 limit 50.00 gap 0.00: dipotong 50,00%, batas terpenuhi\n", ""},
    {"nothing of this kind", "K01", ONE(A LAIN "100,100,\n"), "K01 1.02 tidak_berlaku murni 0.00 kini 0.00 realisasi 0.00: tidak ada belanja jenis ini\n", ""},
    {"original budget in a file of its own", "K01",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,50\n", false},
      {"m.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,100\n", true}},
     "K01 1.02 patuh murni 100.00 kini 50.00 limit 50.00 gap 0.00: dipotong 50,00%, batas terpenuhi\n", ""},
    {"travel only in the budget in force", "K01",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,50\n", false},
      {"m.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas A,1.02.01,5.1.02.01.01.0024,100\n", true}},
     "K01 1.02 tidak_patuh murni 0.00 kini 50.00 limit 0.00 gap 50.00: pagu murni nol, pagu kini Rp 50\n",
     "K01 1.02 TINGGI amount 50.00 a.csv:2: Dinas A: Rp 50 di atas Rp 0 dari Rp 0; Rp 50; -\n"},
};

/* What cannot be tested is never called patuh. */
static const struct check_row UNTESTABLE[] = {
    {"no original budget", "K01 K03 K04 K06 K07",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu,Realisasi\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,50,10\n1.02,Dinas A,1.02.01,5.1.02.02.01.0047,5,1\n", false}},
     "K01 1.02 tidak_dapat_diuji kini 50.00 realisasi 10.00: pagu murni tidak ada; berikan berkasnya dengan --baseline\n"
     "K03 1.02 tidak_dapat_diuji kini 50.00 realisasi 10.00: pagu murni tidak ada; berikan berkasnya dengan --baseline\n"
     "K04 * tidak_dapat_diuji: 1 OPD tidak dapat diuji, sehingga jumlah daerah belum lengkap\n"
     "K04 1.02 tidak_dapat_diuji kini 50.00 realisasi 10.00: pagu murni tidak ada; berikan berkasnya dengan --baseline\n"
     "K06 * tidak_dapat_diuji: 1 OPD tidak dapat diuji, sehingga jumlah daerah belum lengkap\n"
     "K06 1.02 tidak_dapat_diuji kini 5.00 realisasi 1.00: pagu murni tidak ada; berikan berkasnya dengan --baseline\n"
     "K07 1.02 tidak_dapat_diuji: pagu murni tidak ada; berikan berkasnya dengan --baseline\n",
     "K07 1.02 SEDANG amount 0.00: Dinas A\n"},
    {"no budget in force", "K01 K05",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu Murni,Realisasi\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,50,10\n", false}},
     "K01 1.02 tidak_dapat_diuji murni 50.00 realisasi 10.00: pagu kini tidak ada\nK05 1.02 tidak_dapat_diuji murni 50.00 realisasi 10.00: pagu kini tidak ada\n", ""},
    {"no realisation", "K04 K05", {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu Murni,Pagu\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,50,10\n", false}},
     "K04 * tidak_dapat_diuji: 1 OPD tidak dapat diuji, sehingga jumlah daerah belum lengkap\n"
     "K04 1.02 tidak_dapat_diuji murni 50.00 kini 10.00: realisasi tidak ada\nK05 1.02 tidak_dapat_diuji murni 50.00 kini 10.00: realisasi tidak ada\n", ""},
    {"a rejected row of this class", "K01 K06", ONE(A JALAN "100,50,\n" A JALAN "100,x,\n" A ACARA "100,50,\n"),
     "K01 1.02 tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 0.00: 1 baris ditolak dan mungkin termasuk jenis ini\n"
     "K06 * patuh murni 100.00 kini 50.00 gap -50.00: turun 50,00%\nK06 1.02 patuh murni 100.00 kini 50.00 realisasi 0.00 gap -50.00: turun 50,00%\n", ""},
    {"a rejected row of another class does not matter", "K01", ONE(A JALAN "100,50,\n" A ACARA "100,x,\n"),
     "K01 1.02 patuh murni 100.00 kini 50.00 realisasi 0.00 limit 50.00 gap 0.00: dipotong 50,00%, batas terpenuhi\n", ""},
    {"a rejected row without an account may be of any class", "K01 K06", ONE(A JALAN "100,50,\n" A ",7,3,\n" A ACARA "100,50,\n"),
     "K01 1.02 tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 0.00: 1 baris ditolak dan mungkin termasuk jenis ini\n"
     "K06 * tidak_dapat_diuji: 1 OPD tidak dapat diuji, sehingga jumlah daerah belum lengkap\n"
     "K06 1.02 tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 0.00: 1 baris ditolak dan mungkin termasuk jenis ini\n", ""},
    {"neither travel nor an original budget", "K01 K06",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas A,1.02.01,5.1.02.01.01.0024,5\n", false}},
     "K01 1.02 tidak_berlaku kini 0.00: tidak ada belanja jenis ini\n"
     "K06 * tidak_berlaku: tidak ada belanja jenis ini\nK06 1.02 tidak_berlaku kini 0.00: tidak ada belanja jenis ini\n", ""},
    {"the second unit's rejected row without an account", "K01", ONE(A JALAN "100,50,\n" B JALAN "100,50,\n" B ",7,3,\n"),
     "K01 1.02 patuh murni 100.00 kini 50.00 realisasi 0.00 limit 50.00 gap 0.00: dipotong 50,00%, batas terpenuhi\n"
     "K01 1.03 tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 0.00: 1 baris ditolak dan mungkin termasuk jenis ini\n", ""},
    {"nothing but a rejected row without an account", "K03 K05", ONE(A LAIN "1,1,1\n" B ",7,3,\n"),
     "K03 1.02 tidak_berlaku murni 0.00 kini 0.00 realisasi 0.00: tidak ada belanja jenis ini\n"
     "K03 1.03 tidak_dapat_diuji murni 0.00 kini 0.00 realisasi 0.00: 1 baris ditolak dan mungkin termasuk jenis ini\n"
     "K05 1.02 patuh murni 1.00 kini 1.00 realisasi 1.00 gap 0.00: tidak ada yang melampaui pagu\n"
     "K05 1.03 tidak_dapat_diuji murni 0.00 kini 0.00 realisasi 0.00: 1 baris ditolak dan mungkin termasuk jenis ini\n", ""},
    {"nothing but a rejected row of this class", "K03 K05", ONE(A JALAN "x,1,1\n" A LAIN "1,1,1\n"),
     "K03 1.02 tidak_dapat_diuji murni 0.00 kini 0.00 realisasi 0.00: 1 baris ditolak dan mungkin termasuk jenis ini\n"
     "K05 1.02 tidak_dapat_diuji murni 1.00 kini 1.00 realisasi 1.00: 1 baris ditolak dan mungkin termasuk jenis ini\n", ""},
    {"only rejected rows", "K01", ONE(A JALAN "100,x,\n" A LAIN "1,1,\n"),
     "K01 1.02 tidak_dapat_diuji murni 0.00 kini 0.00 realisasi 0.00: 1 baris ditolak dan mungkin termasuk jenis ini\n", ""},
    {"a blank budget is not zero", "K01", ONE(A JALAN "100,50,\n" A JALAN "100,,\n"),
     "K01 1.02 tidak_dapat_diuji murni 200.00 kini 50.00 realisasi 0.00: 1 baris hanya memuat salah satu dari pagu murni dan pagu kini\n", ""},
    {"a file that does not add up is never patuh", "K01 K02 K03 K04 K05 K06", ONE(A JALAN "100,50,10\n" A ACARA "100,50,10\n" TOTAL "200,101,20\n"),
     "K01 1.02 tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 10.00 limit 50.00 gap 0.00: jumlah rincian tidak sama dengan total yang tertulis di berkas\n"
     "K02 * tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 10.00 limit 50.00 gap 0.00: jumlah rincian tidak sama dengan total yang tertulis di berkas\n"
     "K03 1.02 tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 10.00 gap 0.00: jumlah rincian tidak sama dengan total yang tertulis di berkas\n"
     "K04 * tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 10.00 limit 50.00 gap -40.00: jumlah rincian tidak sama dengan total yang tertulis di berkas\n"
     "K04 1.02 tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 10.00 limit 50.00 gap -40.00: jumlah rincian tidak sama dengan total yang tertulis di berkas\n"
     "K05 1.02 tidak_dapat_diuji murni 200.00 kini 100.00 realisasi 20.00 gap 0.00: jumlah rincian tidak sama dengan total yang tertulis di berkas\n"
     "K06 * tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 10.00 gap -50.00: jumlah rincian tidak sama dengan total yang tertulis di berkas\n"
     "K06 1.02 tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 10.00 gap -50.00: jumlah rincian tidak sama dengan total yang tertulis di berkas\n", ""},
    {"a file that does not add up can still be a violation", "K01", ONE(A JALAN "100,60,\n" TOTAL "100,61,\n"),
     "K01 1.02 tidak_patuh murni 100.00 kini 60.00 realisasi 0.00 limit 50.00 gap 10.00: dipotong 40,00%, Rp 10 di atas batas\n",
     "K01 1.02 TINGGI amount 10.00 a.csv:2: Dinas A: Rp 60 di atas Rp 50 dari Rp 100; Rp 10; 40,00%\n"},
    {"a file that adds up", "K01 K08", ONE(A JALAN "100,50,\n" TOTAL "100,50,\n"),
     "K01 1.02 patuh murni 100.00 kini 50.00 realisasi 0.00 limit 50.00 gap 0.00: dipotong 50,00%, batas terpenuhi\n"
     "K08 * patuh: 1 berkas cocok dengan totalnya, 0 tidak cocok, 0 tidak menyatakan total\n", ""},
    {"two names under one code", "K01 K02", {{"a.csv", HEAD A JALAN "100,50,\n", false}, {"b.csv", HEAD "2025,1.02,Dinas X,1.02.02,Lain," JALAN "1,1,\n", false}},
     "K01 1.02 tidak_dapat_diuji murni 101.00 kini 51.00 realisasi 0.00: kode OPD ini dipakai untuk dua nama\n"
     "K02 * tidak_dapat_diuji: 1 OPD tidak dapat diuji, sehingga jumlah daerah belum lengkap\n", ""},
    {"two files that contradict each other", "K01 K02 K05 K06",
     {{"a.csv", HEAD A JALAN "100,50,60\n" A ACARA "100,50,1\n", false}, {"b.csv", HEAD A JALAN "1,1,1\n" A ACARA "1,1,1\n", false}},
     "K01 1.02 tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 60.00: berkas-berkas OPD ini saling bertentangan; hanya satu yang dihitung\n"
     "K02 * tidak_dapat_diuji: 1 OPD tidak dapat diuji, sehingga jumlah daerah belum lengkap\n"
     "K05 1.02 tidak_dapat_diuji murni 200.00 kini 100.00 realisasi 61.00: berkas-berkas OPD ini saling bertentangan; hanya satu yang dihitung\n"
     "K06 * tidak_dapat_diuji: 1 OPD tidak dapat diuji, sehingga jumlah daerah belum lengkap\n"
     "K06 1.02 tidak_dapat_diuji murni 100.00 kini 50.00 realisasi 1.00: berkas-berkas OPD ini saling bertentangan; hanya satu yang dihitung\n", ""},
};

/* T02: the region as a whole. */
static const struct check_row REGIONS[] = {
    {"one unit's shortfall is set off", "K01 K02", ONE(A JALAN "100,60,\n" B JALAN "100,40,\n"),
     "K01 1.02 tidak_patuh murni 100.00 kini 60.00 realisasi 0.00 limit 50.00 gap 10.00: dipotong 40,00%, Rp 10 di atas batas\n"
     "K01 1.03 patuh murni 100.00 kini 40.00 realisasi 0.00 limit 50.00 gap -10.00: dipotong 60,00%, batas terpenuhi\n"
     "K02 * patuh murni 200.00 kini 100.00 limit 100.00 gap 0.00: dipotong 50,00%, batas terpenuhi\n",
     "K01 1.02 SEDANG amount 10.00 a.csv:2: Dinas A: Rp 60 di atas Rp 50 dari Rp 100; Rp 10; 40,00%\n"},
    {"Rp 92 to 46 billion", "K02", ONE(A JALAN "50000000000,30000000000,\n" B JALAN "42000000000,16000000000,\n"),
     "K02 * patuh murni 92000000000.00 kini 46000000000.00 limit 46000000000.00 gap 0.00: dipotong 50,00%, batas terpenuhi\n", ""},
    {"missed by one sen: the units' findings weigh more", "K01 K02", ONE(A JALAN "100,60,\n" B JALAN "100,40.01,\n"),
     "K01 1.02 tidak_patuh murni 100.00 kini 60.00 realisasi 0.00 limit 50.00 gap 10.00: dipotong 40,00%, Rp 10 di atas batas\n"
     "K01 1.03 patuh murni 100.00 kini 40.01 realisasi 0.00 limit 50.00 gap -9.99: dipotong 59,99%, batas terpenuhi\n"
     "K02 * tidak_patuh murni 200.00 kini 100.01 limit 100.00 gap 0.01: dipotong 49,99%, Rp 0,01 di atas batas\n",
     "K01 1.02 TINGGI amount 10.00 a.csv:2: Dinas A: Rp 60 di atas Rp 50 dari Rp 100; Rp 10; 40,00%\n"
     "K02 * TINGGI amount 0.01 a.csv:2 a.csv:3: seluruh daerah: Rp 100,01 di atas Rp 100\n"},
    {"a unit that cannot be tested leaves the total open", "K02", ONE(A JALAN "100,50,\n" B JALAN "x,40,\n"),
     "K02 * tidak_dapat_diuji murni 100.00 kini 50.00: 1 OPD tidak dapat diuji, sehingga jumlah daerah belum lengkap\n", ""},
    {"a unit without travel does not matter", "K02", {{"a.csv", HEAD A JALAN "100,50,\n", false},
     {"b.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.03,Dinas B,1.03.01,5.1.02.01.01.0024,7\n", false}},
     "K02 * patuh murni 100.00 kini 50.00 limit 50.00 gap 0.00: dipotong 50,00%, batas terpenuhi\n", ""},
    {"a file that cannot be read may hold more", "K02", {{"a.csv", HEAD A JALAN "100,50,\n", false}, {"b.csv", "Nama,Alamat\nDinas,Jalan\n", false}},
     "K02 * tidak_dapat_diuji murni 100.00 kini 50.00 limit 50.00 gap 0.00: 1 berkas tidak terbaca, sehingga jumlah daerah belum lengkap\n", ""},
    {"a file that cannot be read changes no miss", "K02", {{"a.csv", HEAD A JALAN "100,60,\n", false}, {"b.csv", "Nama,Alamat\nDinas,Jalan\n", false}},
     "K02 * tidak_patuh murni 100.00 kini 60.00 limit 50.00 gap 10.00: dipotong 40,00%, Rp 10 di atas batas\n",
     "K02 * TINGGI amount 10.00 a.csv:2: seluruh daerah: Rp 60 di atas Rp 50\n"},
    {"a unit whose file does not add up", "K02", {{"a.csv", HEAD A JALAN "100,50,\n", false}, {"b.csv", HEAD B JALAN "100,50,\n" TOTAL "100,51,\n", false}},
     "K02 * tidak_dapat_diuji murni 200.00 kini 100.00 limit 100.00 gap 0.00: jumlah rincian tidak sama dengan total yang tertulis di berkas\n", ""},
    {"another unit's file without travel does not add up", "K02", {{"a.csv", HEAD A JALAN "100,50,\n", false}, {"b.csv", HEAD B LAIN "100,50,\n" TOTAL "100,51,\n", false}},
     "K02 * patuh murni 100.00 kini 50.00 limit 50.00 gap 0.00: dipotong 50,00%, batas terpenuhi\n", ""},
    {"nothing of this kind anywhere", "K02", ONE(A LAIN "1,1,\n"), "K02 * tidak_berlaku: tidak ada belanja jenis ini\n", ""},
    {"new travel where there was none: murni is zero, not unknown", "K02",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,50\n", false},
      {"m.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas A,1.02.01,5.1.02.01.01.0024,100\n", true}},
     "K02 * tidak_patuh murni 0.00 kini 50.00 limit 0.00 gap 50.00: pagu murni nol, pagu kini Rp 50\n", "K02 * TINGGI amount 50.00 a.csv:2: seluruh daerah: Rp 50 di atas Rp 0\n"},
};

/* T03: murni = 0 and kini > 0 for a sub kegiatan and account. */
static const struct check_row NEW[] = {
    {"none", "K03", ONE(A JALAN "100,50,\n"), "K03 1.02 patuh murni 100.00 kini 50.00 realisasi 0.00 gap 0.00: tidak ada yang baru\n", ""},
    {"one", "K03", ONE(A JALAN "100,50,\n" A2 JALAN "0,7,\n"), "K03 1.02 perlu_pertimbangan murni 100.00 kini 57.00 realisasi 0.00 gap 7.00: 1 rekening sub kegiatan baru, Rp 7\n",
     "K03 1.02 SEDANG amount 7.00 a.csv:3: 1.02.02 Lain 5.1.02.04.01.0001: Rp 7\n"},
    {"one sen of original budget is not new", "K03", ONE(A JALAN "0.01,50,\n"), "K03 1.02 patuh murni 0.01 kini 50.00 realisasi 0.00 gap 0.00: tidak ada yang baru\n", ""},
    {"two, largest first", "K03", ONE(A JALAN "0,5,\n" A JALAN2 "0,7,\n"),
     "K03 1.02 perlu_pertimbangan murni 0.00 kini 12.00 realisasi 0.00 gap 12.00: 2 rekening sub kegiatan baru, Rp 12\n",
     "K03 1.02 SEDANG amount 7.00 a.csv:3: 1.02.01 Rapat 5.1.02.04.01.0003: Rp 7\nK03 1.02 SEDANG amount 5.00 a.csv:2: 1.02.01 Rapat 5.1.02.04.01.0001: Rp 5\n"},
    {"murni and kini in different rows of one account", "K03", ONE(A JALAN "100,0,\n" A JALAN "0,50,\n"),
     "K03 1.02 patuh murni 100.00 kini 50.00 realisasi 0.00 gap 0.00: tidak ada yang baru\n", ""},
    {"murni in a file of its own", "K03",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,50\n1.02,Dinas A,1.02.02,5.1.02.04.01.0001,3\n", false},
      {"m.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,100\n", true}},
     "K03 1.02 perlu_pertimbangan murni 100.00 kini 53.00 gap 3.00: 1 rekening sub kegiatan baru, Rp 3\n", "K03 1.02 SEDANG amount 3.00 a.csv:3: 1.02.02 5.1.02.04.01.0001: Rp 3\n"},
    {"other classes do not matter", "K03", ONE(A JALAN "100,50,\n" A LAIN "0,7,\n"), "K03 1.02 patuh murni 100.00 kini 50.00 realisasi 0.00 gap 0.00: tidak ada yang baru\n", ""},
    {"the same account of the same activity in two units", "K03", ONE(A JALAN "100,50,\n2025,1.03,Dinas B,1.02.01,Rapat," JALAN "0,5,\n"),
     "K03 1.02 patuh murni 100.00 kini 50.00 realisasi 0.00 gap 0.00: tidak ada yang baru\n"
     "K03 1.03 perlu_pertimbangan murni 0.00 kini 5.00 realisasi 0.00 gap 5.00: 1 rekening sub kegiatan baru, Rp 5\n",
     "K03 1.03 SEDANG amount 5.00 a.csv:3: 1.02.01 Rapat 5.1.02.04.01.0001: Rp 5\n"},
    {"another class in the same account", "K03",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Nama Rekening,Pagu Murni,Pagu\n1.02,Dinas A,1.02.01,5.1.02.01.01.0024,Perjalanan Dinas,0,5\n"
       "1.02,Dinas A,1.02.01,5.1.02.01.01.0024,Alat Tulis,7,7\n", false}},
     "K03 1.02 perlu_pertimbangan murni 0.00 kini 5.00 gap 5.00: 1 rekening sub kegiatan baru, Rp 5\n", "K03 1.02 SEDANG amount 5.00 a.csv:2: 1.02.01 5.1.02.01.01.0024: Rp 5\n"},
    {"a negative budget is not new", "K03", ONE(A JALAN "0,-7,\n"), "K03 1.02 patuh murni 0.00 kini -7.00 realisasi 0.00 gap 0.00: tidak ada yang baru\n", ""},
    {"a blank murni is unknown, not zero", "K03", ONE(A JALAN ",7,\n"),
     "K03 1.02 tidak_dapat_diuji murni 0.00 kini 7.00 realisasi 0.00: 1 baris hanya memuat salah satu dari pagu murni dan pagu kini\n", ""},
    {"the original budget of that account was rejected", "K03",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,50\n", false},
      {"m.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,\"1,5E+9\"\n1.02,Dinas A,1.02.01,5.1.02.01.01.0024,1\n", true}},
     "K03 1.02 tidak_dapat_diuji murni 0.00 kini 50.00: 1 baris ditolak dan mungkin termasuk jenis ini\n", ""},
};

/* T05: realised against half of the original budget. */
static const struct check_row SPENT[] = {
    {"within", "K04", ONE(A JALAN "100,60,50\n"), "K04 * patuh murni 100.00 kini 60.00 realisasi 50.00 limit 50.00 gap 0.00: realisasi Rp 50, batas Rp 50 tidak terlampaui\n"
     "K04 1.02 patuh murni 100.00 kini 60.00 realisasi 50.00 limit 50.00 gap 0.00: realisasi Rp 50, batas Rp 50 tidak terlampaui\n", ""},
    {"one sen over", "K04", ONE(A JALAN "100,60,50.01\n"),
     "K04 * tidak_patuh murni 100.00 kini 60.00 realisasi 50.01 limit 50.00 gap 0.01: realisasi Rp 50,01, Rp 0,01 di atas batas\n"
     "K04 1.02 tidak_patuh murni 100.00 kini 60.00 realisasi 50.01 limit 50.00 gap 0.01: realisasi Rp 50,01, Rp 0,01 di atas batas\n",
     "K04 1.02 TINGGI amount 0.01 a.csv:2: Rp 50,01 di atas Rp 50: Rp 0,01\n"},
    {"net of what was paid back", "K04",
     {{"a.csv", HEAD A JALAN "100,60,0\n", false},
      {"r.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Nilai Realisasi,Nilai Setoran\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,60,10\n", false}},
     "K04 * patuh murni 100.00 kini 60.00 realisasi 50.00 limit 50.00 gap 0.00: realisasi Rp 50, batas Rp 50 tidak terlampaui\n"
     "K04 1.02 patuh murni 100.00 kini 60.00 realisasi 50.00 limit 50.00 gap 0.00: realisasi Rp 50, batas Rp 50 tidak terlampaui\n", ""},
    {"spent without an original budget", "K04", ONE(A JALAN "0,60,5\n"),
     "K04 * tidak_patuh murni 0.00 kini 60.00 realisasi 5.00 limit 0.00 gap 5.00: realisasi Rp 5, Rp 5 di atas batas\n"
     "K04 1.02 tidak_patuh murni 0.00 kini 60.00 realisasi 5.00 limit 0.00 gap 5.00: realisasi Rp 5, Rp 5 di atas batas\n",
     "K04 1.02 TINGGI amount 5.00 a.csv:2: Rp 5 di atas Rp 0: Rp 5\n"},
};

/* P01: net realisation above the budget of a sub kegiatan and account, all classes. */
static const struct check_row OVERRUNS[] = {
    {"exactly spent", "K05", ONE(A LAIN "1,50,50\n"), "K05 1.02 patuh murni 1.00 kini 50.00 realisasi 50.00 gap 0.00: tidak ada yang melampaui pagu\n", ""},
    {"one sen over", "K05", ONE(A LAIN "1,50,50.01\n"), "K05 1.02 tidak_patuh murni 1.00 kini 50.00 realisasi 50.01 gap 0.01: 1 rekening sub kegiatan melampaui pagu, Rp 0,01\n",
     "K05 1.02 TINGGI amount 0.01 a.csv:2: 5.1.02.01.01.0024: Rp 50,01 di atas Rp 50: Rp 0,01\n"},
    {"several documents are one sum", "K05",
     {{"a.csv", HEAD A LAIN "1,50,0\n", false},
      {"r.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Nilai Realisasi,Nilai Setoran,Nilai SP2D\n1.02,Dinas A,1.02.01,5.1.02.01.01.0024,30,,250\n"
       "1.02,Dinas A,1.02.01,5.1.02.01.01.0024,30,5,250\n", false}},
     "K05 1.02 tidak_patuh murni 1.00 kini 50.00 realisasi 55.00 gap 5.00: 1 rekening sub kegiatan melampaui pagu, Rp 5\n",
     "K05 1.02 TINGGI amount 5.00 r.csv:2 r.csv:3 a.csv:2: 5.1.02.01.01.0024: Rp 55 di atas Rp 50: Rp 5\n"},
    {"room in one unit does not cover another", "K05", ONE(A LAIN "1,50,60\n2025,1.03,Dinas B,1.02.01,Rapat," LAIN "1,50,0\n"),
     "K05 1.02 tidak_patuh murni 1.00 kini 50.00 realisasi 60.00 gap 10.00: 1 rekening sub kegiatan melampaui pagu, Rp 10\n"
     "K05 1.03 patuh murni 1.00 kini 50.00 realisasi 0.00 gap 0.00: tidak ada yang melampaui pagu\n",
     "K05 1.02 TINGGI amount 10.00 a.csv:2: 5.1.02.01.01.0024: Rp 60 di atas Rp 50: Rp 10\n"},
    {"room in one class of an account covers another", "K05",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Nama Rekening,Pagu,Realisasi\n1.02,Dinas A,1.02.01,5.1.02.01.01.0024,Perjalanan Dinas,0,5\n"
       "1.02,Dinas A,1.02.01,5.1.02.01.01.0024,Alat Tulis,7,2\n", false}},
     "K05 1.02 patuh kini 7.00 realisasi 7.00 gap 0.00: tidak ada yang melampaui pagu\n", ""},
    {"room in one activity does not cover another", "K05", ONE(A LAIN "1,50,60\n" A2 LAIN "1,50,0\n"),
     "K05 1.02 tidak_patuh murni 2.00 kini 100.00 realisasi 60.00 gap 10.00: 1 rekening sub kegiatan melampaui pagu, Rp 10\n",
     "K05 1.02 TINGGI amount 10.00 a.csv:2: 5.1.02.01.01.0024: Rp 60 di atas Rp 50: Rp 10\n"},
    {"spent where nothing was budgeted", "K05", ONE(A LAIN "1,50,50\n" A2 LAIN "0,0,3\n"),
     "K05 1.02 tidak_patuh murni 1.00 kini 50.00 realisasi 53.00 gap 3.00: 1 rekening sub kegiatan melampaui pagu, Rp 3\n",
     "K05 1.02 TINGGI amount 3.00 a.csv:3: 5.1.02.01.01.0024: Rp 3 di atas Rp 0: Rp 3\n"},
    {"the budget of that account was rejected", "K05",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas A,1.02.01,5.1.02.01.01.0024,x\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,5\n", false},
      {"r.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Nilai Realisasi\n1.02,Dinas A,1.02.01,5.1.02.01.01.0024,30\n", false}},
     "K05 1.02 tidak_dapat_diuji kini 5.00 realisasi 30.00: 1 baris ditolak dan mungkin termasuk jenis ini\n", ""},
    {"another account is over all the same", "K05",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Pagu\n1.02,Dinas A,1.02.01,5.1.02.01.01.0024,x\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,5\n", false},
      {"r.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Nilai Realisasi\n1.02,Dinas A,1.02.01,5.1.02.01.01.0024,30\n1.02,Dinas A,1.02.01,5.1.02.04.01.0001,6\n", false}},
     "K05 1.02 tidak_patuh kini 5.00 realisasi 36.00 gap 1.00: 1 rekening sub kegiatan melampaui pagu, Rp 1\n",
     "K05 1.02 TINGGI amount 1.00 r.csv:3 a.csv:3: 5.1.02.04.01.0001: Rp 6 di atas Rp 5: Rp 1\n"},
    {"nothing realised", "K05", ONE(A LAIN "1,50,\n"), "K05 1.02 patuh murni 1.00 kini 50.00 realisasi 0.00 gap 0.00: tidak ada yang melampaui pagu\n", ""},
    {"a negative budget and nothing spent", "K05", ONE(A LAIN "1,-50,0\n"),
     "K05 1.02 tidak_patuh murni 1.00 kini -50.00 realisasi 0.00 gap 50.00: 1 rekening sub kegiatan melampaui pagu, Rp 50\n",
     "K05 1.02 TINGGI amount 50.00 a.csv:2: 5.1.02.01.01.0024: Rp 0 di atas Rp -50: Rp 50\n"},
};

/* S01-S05, H14: turun, tetap, naik. */
static const struct check_row TRENDS[] = {
    {"down by one sen", "K06", ONE(A ACARA "100,99.99,\n"), "K06 * patuh murni 100.00 kini 99.99 gap -0.01: turun 0,01%\nK06 1.02 patuh murni 100.00 kini 99.99 realisasi 0.00 gap -0.01: turun 0,01%\n",
     ""},
    {"unchanged", "K06", ONE(A ACARA "100,100,\n"), "K06 * perlu_pertimbangan murni 100.00 kini 100.00 gap 0.00: tetap\n"
     "K06 1.02 perlu_pertimbangan murni 100.00 kini 100.00 realisasi 0.00 gap 0.00: tetap\n", ""},
    {"up by one sen", "K06", ONE(A ACARA "100,100.01,\n"), "K06 * perlu_pertimbangan murni 100.00 kini 100.01 gap 0.01: naik 0,01% (Rp 0,01)\n"
     "K06 1.02 perlu_pertimbangan murni 100.00 kini 100.01 realisasi 0.00 gap 0.01: naik 0,01% (Rp 0,01)\n", "K06 1.02 RENDAH amount 0.01 a.csv:2: Rp 100 ke Rp 100,01: Rp 0,01\n"},
    {"up from zero", "K06", ONE(A ACARA "0,7,\n"), "K06 * perlu_pertimbangan murni 0.00 kini 7.00 gap 7.00: naik dari nol (Rp 7)\n"
     "K06 1.02 perlu_pertimbangan murni 0.00 kini 7.00 realisasi 0.00 gap 7.00: naik dari nol (Rp 7)\n", "K06 1.02 RENDAH amount 7.00 a.csv:2: Rp 0 ke Rp 7: Rp 7\n"},
    {"down to zero", "K06", ONE(A ACARA "7,0,\n"), "K06 * patuh murni 7.00 kini 0.00 gap -7.00: turun 100,00%\nK06 1.02 patuh murni 7.00 kini 0.00 realisasi 0.00 gap -7.00: turun 100,00%\n", ""},
    {"681 to 2,270 million", "K06", ONE(A ACARA "681000000,2270000000,\n"), "K06 * perlu_pertimbangan murni 681000000.00 kini 2270000000.00 gap 1589000000.00: naik 233,33% (Rp 1.589.000.000)\n"
     "K06 1.02 perlu_pertimbangan murni 681000000.00 kini 2270000000.00 realisasi 0.00 gap 1589000000.00: naik 233,33% (Rp 1.589.000.000)\n",
     "K06 1.02 RENDAH amount 1589000000.00 a.csv:2: Rp 681.000.000 ke Rp 2.270.000.000: Rp 1.589.000.000\n"},
    {"nothing of this kind", "K06", ONE(A LAIN "1,1,\n"), "K06 * tidak_berlaku: tidak ada belanja jenis ini\nK06 1.02 tidak_berlaku murni 0.00 kini 0.00 realisasi 0.00: tidak ada belanja jenis ini\n", ""},
    {"the largest amounts either way", "K06", ONE(A ACARA "-90000000000000000,90000000000000000,\n"),
     "K06 * perlu_pertimbangan murni -90000000000000000.00 kini 90000000000000000.00 gap 92233720368547758.07: naik - (Rp 92.233.720.368.547.758,07)\n"
     "K06 1.02 perlu_pertimbangan murni -90000000000000000.00 kini 90000000000000000.00 realisasi 0.00 gap 92233720368547758.07: naik - (Rp 92.233.720.368.547.758,07)\n",
     "K06 1.02 RENDAH amount 92233720368547758.07 a.csv:2: Rp -90.000.000.000.000.000 ke Rp 90.000.000.000.000.000: Rp 92.233.720.368.547.758,07\n"},
};

/* Q01-Q12: the data themselves. */
static const struct check_row DATA[] = {
    {"original budget present", "K07", ONE(A LAIN "1,1,\n"), "K07 1.02 patuh: pagu murni tersedia\n", ""},
    {"one file agrees, one differs, one states nothing", "K08",
     {{"a.csv", HEAD A LAIN "100,50,\n" TOTAL "100,50,\n", false}, {"b.csv", HEAD B LAIN "100,50,\n" TOTAL "90,57,\n", false}, {"c.csv", HEAD A2 LAIN "1,1,\n", false}},
     "K08 * perlu_pertimbangan: 1 berkas cocok dengan totalnya, 1 tidak cocok, 1 tidak menyatakan total\n", "K08 * TINGGI amount 10.00: Rp 10\n"},
    {"a total that states one measure only", "K08", ONE(A LAIN "100,50,\n" TOTAL ",57,\n"),
     "K08 * perlu_pertimbangan: 0 berkas cocok dengan totalnya, 1 tidak cocok, 0 tidak menyatakan total\n", "K08 * TINGGI amount 7.00: Rp 7\n"},
    {"no file states anything", "K08", ONE(A LAIN "1,1,\n"), "K08 * tidak_dapat_diuji: 0 berkas cocok dengan totalnya, 0 tidak cocok, 1 tidak menyatakan total\n", ""},
    {"rows that are no lines", "K09", ONE(A LAIN "1,1,\n\n" TOTAL "1,1,\n"), "K09 * patuh: 3 dari 4 baris bukan rincian dan dikecualikan\n", ""},
    {"accounts as the chart has them", "K10", ONE(A LAIN "1,1,\n" A JALAN "1,1,\n"),
     "K10 * patuh: 0 baris dengan ejaan rekening lain (dinormalkan), 0 baris dengan rekening di luar bagan akun\n", ""},
    {"another spelling is normalised", "K10", ONE(A "5.1.2.01.01.0024,1,1,\n" A JALAN "1,1,\n"),
     "K10 * patuh: 1 baris dengan ejaan rekening lain (dinormalkan), 0 baris dengan rekening di luar bagan akun\n", ""},
    {"an account outside the chart", "K10", ONE(A "5.1.77.01.01.0001,1,7,\n" A JALAN "1,1,\n"),
     "K10 * perlu_pertimbangan: 0 baris dengan ejaan rekening lain (dinormalkan), 1 baris dengan rekening di luar bagan akun\n", "K10 * RENDAH amount 7.00 a.csv:2: 1\n"},
    {"an account outside the chart that is only realised", "K10",
     {{"a.csv", "Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Nilai Realisasi\n1.02,Dinas A,1.02.01,5.1.77.01.01.0001,7\n", false}},
     "K10 * perlu_pertimbangan: 0 baris dengan ejaan rekening lain (dinormalkan), 1 baris dengan rekening di luar bagan akun\n", "K10 * RENDAH amount 7.00 a.csv:2: 1\n"},
    {"no hidden spending", "K11", ONE(A LAIN "1,1,\n"), "K11 1.02 tidak_berlaku: tidak ada\n", ""},
    {"a third is hidden", "K11", ONE(A "5.1.02.99.99.9999,10,20,\n" A LAIN "10,40,\n"),
     "K11 1.02 perlu_pertimbangan murni 10.00 kini 20.00: Rp 20, 33,33% dari pagu kini; isinya tidak terlihat per jenis\n", "K11 1.02 INFO amount 20.00 a.csv:2: Rp 20\n"},
    {"hidden in two units, each with its own lines", "K11",
     {{"a.csv", HEAD A LAIN "10,40,\n" A "5.1.02.99.99.9999,10,20,\n", false}, {"b.csv", HEAD B "5.1.02.99.99.9999,1,2,\n" B LAIN "6,6,\n", false}},
     "K11 1.02 perlu_pertimbangan murni 10.00 kini 20.00: Rp 20, 33,33% dari pagu kini; isinya tidak terlihat per jenis\n"
     "K11 1.03 perlu_pertimbangan murni 1.00 kini 2.00: Rp 2, 25,00% dari pagu kini; isinya tidak terlihat per jenis\n",
     "K11 1.02 INFO amount 20.00 a.csv:3: Rp 20\nK11 1.03 INFO amount 2.00 b.csv:2: Rp 2\n"},
    {"beside the hidden account", "K11", ONE(A "5.1.02.88.88.8888,10,20,\n"), "K11 1.02 tidak_berlaku: tidak ada\n", ""},
    {"parameters", "K12", ONE(A LAIN "1,1,\n"), "K12 * patuh: paket paket-uji versi 1.0, TA 2025; 0 berkas tanpa tahun\n", ""},
};

static void test_check(void **state)
{
    const struct check_row *row = *state;
    struct region region = {0};
    open_region(&region, row->files);
    assert_true(region.totals);
    assert_text(dump_results(&region, row->checks), row->results, "the list of results");
    assert_text(dump_findings(&region, row->checks), row->findings, "the list of findings");
    reading_close(&region.reading);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "cut", CUTS, test_check);
    suite_rows(&suite, "untestable", UNTESTABLE, test_check);
    suite_rows(&suite, "region", REGIONS, test_check);
    suite_rows(&suite, "new", NEW, test_check);
    suite_rows(&suite, "spent over limit", SPENT, test_check);
    suite_rows(&suite, "spent over budget", OVERRUNS, test_check);
    suite_rows(&suite, "trend", TRENDS, test_check);
    suite_rows(&suite, "data", DATA, test_check);
    return suite_run(&suite, "checks");
}
