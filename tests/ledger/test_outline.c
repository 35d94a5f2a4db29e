/*
 * Which rows are lines, and does the file add up: small budgets of every form, each with the kind expected for each row.
 *
 * A case is a text, one row a line: kind letter | code | path | name | amounts (blank-separated: rupiah, "." = blank cell,
 * "?" = unreadable) | expected account | expected activity row (from 0, "-" = none).
 * Kinds: L line, S subtotal, T total, R revenue, F financing, t title, d detail, b blank, x foreign, o other.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "effcheck/outline.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char SCHEMES[] =
    "id,widths,accepts,separator,expenditure,revenue,financing,foreign,groups,unit,path\n"
    "new,1.1.2.2.2.4,1.1.1-2.2.2-3.4-5,.,5,4,6,7 8,0,2,\n"
    "old,1.1.1.2.2,1.1.1.2.2-3,.,5,4,6,8 9,2,5,1.2 1.2.2 2.2\n"
    "own,1.1.1.2.2,1.1.1.2.2-3,.,2,1,3,,2,0,\n";
static const char WORDS[] =
    "kind,below,words\n"
    "expenditure,,belanja\nexpenditure,,belanja daerah\nexpenditure,1,belanja tidak langsung\nexpenditure,2,belanja langsung\n"
    "revenue,,pendapatan\nrevenue,,pendapatan daerah\nfinancing,,pembiayaan\nfinancing,,pembiayaan daerah\n"
    "total_expenditure,,jumlah belanja\ntotal,,jumlah *\ntotal,,surplus defisit\n";

struct expected {
    const char *name;
    bool parted;
    const char *scheme;
    const char *rows;
    const char *totals;  /* per measure, blank-separated: source letter (R root, G groups, T total row, - none), stated, lines,
                            all joined by ":" and "=" in front where it adds up */
    size_t gaps, repairs;
};

static const struct expected cases[] = {
    {"a penjabaran of the old chart", false, "old",
     "R|1.22 . 1.22.01 . 00.00 . 4 ||PENDAPATAN|10|4|-\n"
     "R|1.22 . 1.22.01 . 00.00 . 4.1 ||PAD|10|4.1|-\n"
     "S|1.22 . 1.22.01 . 00.00 . 5 ||BELANJA|100|5|-\n"
     "S|1.22 . 1.22.01 . 00.00 . 5.1 ||BELANJA TIDAK LANGSUNG|40|5.1|-\n"
     "S|1.22 . 1.22.01 . 00.00 ||Non Kegiatan|40||-\n"
     "S|1.22 . 1.22.01 . 00.00 . 5.1.1 ||Belanja Pegawai|40|5.1.1|-\n"
     "S|1.22 . 1.22.01 . 00.00 . 5.1.1.01 ||Gaji|40|5.1.1.01|-\n"
     "L|1.22 . 1.22.01 . 00.00 . 5.1.1.01.01 ||Gaji Pokok|30|5.1.1.01.01|-\n"
     "L|1.22 . 1.22.01 . 00.00 . 5.1.1.01.02 ||Tunjangan|10|5.1.1.01.02|-\n"
     "S|1.22 . 1.22.01 . 01.01 . 5.2 ||BELANJA LANGSUNG|60|5.2|-\n"
     "S|1.22 . 1.22.01 . 01 ||Program Administrasi|60||-\n"
     "S|1.22 . 1.22.01 . 01.01 ||Surat Menyurat|35||11\n"
     "S|1.22 . 1.22.01 . 01.01 . 5.2.2 ||Barang|35|5.2.2|11\n"
     "S|1.22 . 1.22.01 . 01.01 . 5.2.2.01 ||Pakai Habis|35|5.2.2.01|11\n"
     "L|1.22 . 1.22.01 . 01.01 . 5.2.2.01.04 ||Perangko|35|5.2.2.01.04|11\n"
     "S|1.22 . 1.22.01 . 01.02 ||Rapat|25||15\n"
     "L|1.22 . 1.22.01 . 01.02 . 5.2.2.15.001 ||Perjalanan|25|5.2.2.15.01|15\n"
     "T|||SURPLUS / (DEFISIT)|-90||-\n"
     "b||||.||-\n",
     "=R:100:100", 0, 0},
    {"the dots are lost", false, "old",
     "S|117  11701  0000  5||BELANJA|9|5|-\n"
     "S|117  11701  0101  52||BELANJA LANGSUNG|9|5.2|-\n"
     "S|117  11701  01||Program|9||-\n"
     "S|117  11701  0101||Kegiatan|9||3\n"
     "S|117  11701  0101  522||Barang|9|5.2.2|3\n"
     "L|117  11701  0101  5220301||Telepon|4|5.2.2.03.01|3\n"
     "L|117  11701  0101  5221501||Perjalanan|5|5.2.2.15.01|3\n",
     "=R:9:9", 0, 0},
    {"one run of digits", false, "old",
     "S|20411701000051||BELANJA TIDAK LANGSUNG|1|5.1|-\n"
     "L|2041170100005110101||Gaji|1|5.1.1.01.01|-\n"
     "S|20411701150452||BELANJA LANGSUNG|9|5.2|-\n"
     "S|2041170115||Program|9||-\n"
     "S|204117011504||Kegiatan|9||4\n"
     "L|2041170115045221104||Makanan|9|5.2.2.11.04|4\n",
     "=G:10:10", 0, 0},
    {"groups known by name only, leaves are activities", false, "old",
     "T|||Jumlah Pendapatan|0||-\n"
     "S|||BELANJA DAERAH|30|5|-\n"
     "S|1||URUSAN WAJIB|10||-\n"
     "S|1.06||Perencanaan|10||-\n"
     "S|1.06.1.06.01.00.00.002||Belanja Tidak Langsung|10|5.1|-\n"
     "L|1.06.1.06.01.00.00.002.511||Belanja Pegawai|10|5.1.1|-\n"
     "S|||Belanja Langsung|20|5.2|-\n"
     "L|1.06.1.06.01.00.01||Program A|4||-\n"
     "S|1.06.1.06.01.00.15||Program B|6||-\n"
     "L|1.06.1.06.01.00.15.002||Kegiatan B1|2||9\n"
     "L|1.06.1.06.01.00.15.009||Kegiatan B2|4||10\n"
     "S|1.03||Pekerjaan Umum|10||-\n"
     "S|1.03.1.06.01.00.24||Program C|10||-\n"
     "L|1.03.1.06.01.00.24.023||Kegiatan C1|10||13\n"
     "T|||Jumlah Belanja|30||-\n"
     "T|||Surplus/(Defisit)|-30||-\n",
     "=R:30:30", 0, 0},
    {"a whole region, bare accounts, three books and a foreign one", false, "old",
     "R|4||PENDAPATAN|50|4|-\n"
     "R|4 . 1 . 1 . 01 ||Pajak|50|4.1.1.01|-\n"
     "T|||JUMLAH PENDAPATAN|50||-\n"
     "x|8||PENDAPATAN - LO|50|8|-\n"
     "S|5||BELANJA|60|5|-\n"
     "x|9||BEBAN|60|9|-\n"
     "S|5 . 1 ||BELANJA TIDAK LANGSUNG|20|5.1|-\n"
     "L|5 . 1 . 1 . 01 ||Gaji|20|5.1.1.01|-\n"
     "S|5 . 2 ||BELANJA LANGSUNG|40|5.2|-\n"
     "S|5 . 2 . 2 . 15 ||Perjalanan|40|5.2.2.15|-\n"
     "L|5 . 2 . 2 . 15 . 01 ||Dalam|10|5.2.2.15.01|-\n"
     "L|5 . 2 . 2 . 15 . 02 ||Luar|30|5.2.2.15.02|-\n"
     "T|||JUMLAH BELANJA|60||-\n"
     "F|6||PEMBIAYAAN DAERAH|10|6|-\n"
     "F|6 . 1 . 1 ||SiLPA|10|6.1.1|-\n"
     "T|||JUMLAH PENERIMAAN PEMBIAYAAN|10||-\n",
     "=R:60:60", 0, 0},
    {"a region's own numbering, told by the names", false, "own",
     "R|1||PENDAPATAN DAERAH|50|1|-\n"
     "R|1.1.1.01||Pajak|50|1.1.1.01|-\n"
     "S|2||BELANJA|60|2|-\n"
     "S|2.2||BELANJA LANGSUNG|60|2.2|-\n"
     "S|2.2.2.15||Perjalanan|60|2.2.2.15|-\n"
     "L|2.2.2.15.01||Dalam|60|2.2.2.15.01|-\n"
     "F|3||PEMBIAYAAN DAERAH|10|3|-\n",
     "=R:60:60", 0, 0},
    {"one block printed three times counts once", false, "old",
     "S|2.06.2.06.01.000.000.5||BELANJA|30|5|-\n"
     "S|2.06.2.06.01.000.000.5.2||BELANJA LANGSUNG|30|5.2|-\n"
     "S|2.06.2.06.01.150||Program|30||-\n"
     "S|2.06.2.06.01.150.006||BLUD|30||3\n"
     "S|2.06.2.06.01.150.006.5.2.1||PEGAWAI|10|5.2.1|3\n"
     "S|2.06.2.06.01.150.006.5.2.1||Pegawai|10|5.2.1|3\n"
     "L|2.06.2.06.01.150.006.5.2.1||Pegawai|10|5.2.1|3\n"
     "S|2.06.2.06.01.150.006.5.2.2||BARANG|20|5.2.2|3\n"
     "S|2.06.2.06.01.150.006.5.2.2||Barang|20|5.2.2|3\n"
     "L|2.06.2.06.01.150.006.5.2.2||Barang|20|5.2.2|3\n",
     "=R:30:30", 0, 4},
    {"two lines of one account are two lines", false, "old",
     "S|5||BELANJA|30|5|-\n"
     "S|5.2||BELANJA LANGSUNG|30|5.2|-\n"
     "S|5.2.2||Barang|30|5.2.2|-\n"
     "L|5.2.2.15.01||Perjalanan|15|5.2.2.15.01|-\n"
     "L|5.2.2.15.01||Perjalanan|15|5.2.2.15.01|-\n",
     "=R:30:30", 0, 0},
    {"the first of three states what the others and the children add up to", false, "old",
     "S|5||BELANJA|128|5|-\n"
     "S|5.2||BELANJA LANGSUNG|128|5.2|-\n"
     "S|5.2.1||PEGAWAI|128|5.2.1|-\n"
     "S|5.2.1||PEGAWAI BLUD|28|5.2.1|-\n"
     "L|5.2.1||PEGAWAI BLUD|28|5.2.1|-\n"
     "L|5.2.1.01||Honorarium|60|5.2.1.01|-\n"
     "L|5.2.1.02||Lembur|40|5.2.1.02|-\n",
     "=R:128:128", 0, 2},
    {"expenditure printed twice", false, "old",
     "S|||BELANJA DAERAH|7|5|-\n"
     "S|5||BELANJA|7|5|-\n"
     "S|5.2||BELANJA LANGSUNG|7|5.2|-\n"
     "L|5.2.2.01.01||Alat Tulis|7|5.2.2.01.01|-\n",
     "=R:7:7", 0, 1},
    {"a mistyped activity below its programme stays where it stands", false, "old",
     "S|1.01.1.01.01.00.00.5||BELANJA|30|5|-\n"
     "S|1.01.1.01.01.00.00.5.2||BELANJA LANGSUNG|30|5.2|-\n"
     "S|1.01.1.01.01.16||Program|30||-\n"
     "S|1.01.1.01.01.16.01||Kegiatan|10||3\n"
     "L|1.01.1.01.01.17.01.5.2.2||Barang|10|5.2.2|3\n"
     "S|1.01.1.01.01.16.02||Kegiatan|20||5\n"
     "L|1.01.1.01.01.16.02.5.5.2||Barang|20|5.5.2|5\n",
     "=R:30:30", 0, 0},
    {"a leaf before a deeper row that is not its own", false, "old",
     "S|5||BELANJA|30|5|-\n"
     "S|5.2||BELANJA LANGSUNG|30|5.2|-\n"
     "S|5.2.3||Modal|30|5.2.3|-\n"
     "L|5.2.3.11||Perlengkapan|12|5.2.3.11|-\n"
     "L|5.2.3.16.04||Peralatan|18|5.2.3.16.04|-\n",
     "=R:30:30", 0, 1},
    {"a level is lost: siblings fill the row before them", false, "old",
     "S|5||BELANJA|130|5|-\n"
     "S|5.2||BELANJA LANGSUNG|130|5.2|-\n"
     "S|5.2.3||Modal|130|5.2.3|-\n"
     "S|5.2.3.01||Tanah|100|5.2.3.01|-\n"
     "L|5.2.3.20||Taman|40|5.2.3.20|-\n"
     "L|5.2.3.31||Lain|60|5.2.3.31|-\n"
     "L|5.2.3.33||Mesin|30|5.2.3.33|-\n",
     "=R:130:130", 0, 2},
    {"a line without a code is given to the parent that lacks it", false, "old",
     "S|5||BELANJA|30|5|-\n"
     "S|5.2||BELANJA LANGSUNG|30|5.2|-\n"
     "S|5.2.2||Barang|30|5.2.2|-\n"
     "L|5.2.2.01||Alat Tulis|12|5.2.2.01|-\n"
     "L|A||Makanan|18||-\n",
     "=R:30:30", 0, 1},
    {"a row without a code that nobody lacks is no line", false, "old",
     "S|5||BELANJA|30|5|-\n"
     "S|5.2||BELANJA LANGSUNG|30|5.2|-\n"
     "S|5.2.2||Barang|30|5.2.2|-\n"
     "T|A||Peralatan|18||-\n"
     "L|5.2.2.01||Alat Tulis|30|5.2.2.01|-\n"
     "T||||-30||-\n",
     "=R:30:30", 0, 0},
    {"in a file that does not add up it stays open what it is", false, "old",
     "S|5||BELANJA|30|5|-\n"
     "S|5.2||BELANJA LANGSUNG|30|5.2|-\n"
     "S|5.2.2||Barang|30|5.2.2|-\n"
     "L|5.2.2.01||Alat Tulis|20|5.2.2.01|-\n"
     "o|A||Peralatan|25||-\n"
     "o||||11||-\n",
     "R:30:20", 1, 0},
    {"text in the code cell", false, "old",
     "S|5||BELANJA|30|5|-\n"
     "S|5.2||BELANJA LANGSUNG|30|5.2|-\n"
     "S|5.2.2||Barang|30|5.2.2|-\n"
     "L|5.2.2.01.01||Alat|30|5.2.2.01.01|-\n"
     "d|Jl. Contoh 3^3 km 1 ls x 30||00 = 30|?||-\n"
     "d|5 orang x 3 hari||rapat|10||-\n"
     "d|||Perkantoran|.||-\n"
     "T|SURPLUS / (DEFISIT)|||-30||-\n",
     "=R:30:30", 0, 0},
    {"a code with its name behind it", false, "old",
     "S|5||BELANJA|30|5|-\n"
     "S|5.2 BELANJA LANGSUNG||.|30|5.2|-\n"
     "S|5.2.2||Barang|30|5.2.2|-\n"
     "L|5.2.2.01.01 Alat Tulis||.|30|5.2.2.01.01|-\n",
     "=R:30:30", 0, 0},
    {"garbage among lost dots is a stray; the tree above it stays", false, "old",
     "S|115  11501  0000  5||BELANJA|15|5|-\n"
     "S|115  11501  0101  52||BELANJA LANGSUNG|15|5.2|-\n"
     "S|115  11501  01||Program|15||-\n"
     "S|115  11501  0101||Kegiatan|15||3\n"
     "S|115  11501  0101  522||Barang|15|5.2.2|3\n"
     "T|115  1501  0101  52201||Pakai Habis|10||-\n"
     "L|115  11501  0101  5220101||Alat|4|5.2.2.01.01|3\n"
     "L|115  11501  0101  5220104||Perangko|6|5.2.2.01.04|3\n"
     "S|115  11501  0101  52203||Jasa|5|5.2.2.03|3\n"
     "L|115  11501  0101  5220301||Telepon|2|5.2.2.03.01|3\n"
     "L|11  501  0101  5220303||Listrik|3||3\n",
     "=R:15:15", 0, 1},
    {"the total is unreadable: its groups state it", false, "old",
     "S|5||BELANJA|? 30|5|-\n"
     "S|5.1||BELANJA TIDAK LANGSUNG|10 10|5.1|-\n"
     "L|5.1.1||Pegawai|10 10|5.1.1|-\n"
     "S|5.2||BELANJA LANGSUNG|15 20|5.2|-\n"
     "L|5.2.2||Barang|15 20|5.2.2|-\n",
     "=G:25:25 =R:30:30", 0, 0},
    {"a total row states what nothing else states", false, "old",
     "L|1.01.1.01.01.01.01.5.2.2||Barang|10|5.2.2|-\n"
     "L|1.01.1.01.01.01.02.5.2.2||Barang|15|5.2.2|-\n"
     "T|||JUMLAH BELANJA|25||-\n",
     "=T:25:25", 0, 0},
    {"blank is absent, unreadable is missing, both are counted and neither is zero", false, "old",
     "S|5||BELANJA|30 30|5|-\n"
     "S|5.2||BELANJA LANGSUNG|30 30|5.2|-\n"
     "L|5.2.1||Pegawai|30 20|5.2.1|-\n"
     "L|5.2.2||Barang|. ?|5.2.2|-\n",
     "=R:30:30 R:30:20", 0, 0},
    {"the file contradicts itself: the parent is named, nothing is corrected", false, "old",
     "S|5||BELANJA|30|5|-\n"
     "S|5.2||BELANJA LANGSUNG|30|5.2|-\n"
     "S|5.2.2||Barang|30|5.2.2|-\n"
     "L|5.2.2.01||Alat|10|5.2.2.01|-\n"
     "L|5.2.2.02||Bahan|19|5.2.2.02|-\n",
     "R:30:29", 1, 0},
    {"flat, columns apart: every row a line, a row without account is none", true, "new",
     "L|5.1.02.04.01.0001|1.02.01.2.06.0008|Perjalanan|10|5.1.02.04.01.0001|-\n"
     "L|5.1.02.04.01.0001|1.02.01.2.06.0008|Perjalanan|10|5.1.02.04.01.0001|-\n"
     "o||1.02.01.2.06.0008|Makan|7||-\n"
     "L|5.1.2.01.01.0024|1.02.01.2.06.0009|Alat Tulis|4|5.1.02.01.01.0024|-\n"
     "L|1.02.01.2.06.0009.5.1.02.01.01.0052|1.02.01.2.06.0009|Makan|3|5.1.02.01.01.0052|-\n"
     "L|510202010003|1.02.01.2.06.0010|Narasumber|3|5.1.02.02.01.0003|-\n",
     "-:0:30", 0, 0},
    {"columns apart with headings and subtotals", true, "new",
     "S||1.02|Kesehatan|10||-\n"
     "S||1.02.01|Program|10||-\n"
     "S||1.02.01.2.06|Kegiatan|10||-\n"
     "S||1.02.01.2.06.0008|Sub Kegiatan|6||3\n"
     "S|5|1.02.01.2.06.0008|BELANJA|6|5|3\n"
     "S|5.1|1.02.01.2.06.0008|BELANJA OPERASI|6|5.1|3\n"
     "L|5.1.02.04.01.0001|1.02.01.2.06.0008|Perjalanan|4|5.1.02.04.01.0001|3\n"
     "L|5.1.02.01.01.0024|1.02.01.2.06.0008|Alat Tulis|2|5.1.02.01.01.0024|3\n"
     "S||1.02.01.2.06.0009|Sub Kegiatan|4||8\n"
     "L|5.1.02.01.01.0024|1.02.01.2.06.0009|Alat Tulis|4|5.1.02.01.01.0024|8\n"
     "T|||Jumlah Belanja|10||-\n",
     "=T:10:10", 0, 0},
    {"paths and bare accounts in one column", false, "new",
     "S|1.02.01||Program|10||-\n"
     "S|1.02.01.2.06||Kegiatan|10||-\n"
     "S|1.02.01.2.06.0008||Sub Kegiatan|6||2\n"
     "S|5||BELANJA|6|5|2\n"
     "S|5.1||BELANJA OPERASI|6|5.1|2\n"
     "S|5.1.02||BELANJA BARANG|6|5.1.02|2\n"
     "L|5.1.02.04.01.0001||Perjalanan|6|5.1.02.04.01.0001|2\n"
     "S|1.02.01.2.06.0009||Sub Kegiatan|4||7\n"
     "S|5||BELANJA|4|5|7\n"
     "L|5.1.02.01.01.0024||Alat Tulis|4|5.1.02.01.01.0024|7\n"
     "T|||JUMLAH BELANJA|10||-\n",
     "=T:10:10", 0, 0},
    {"joined codes of the new chart", false, "new",
     "S|1.02.01.2.06.0008||Sub Kegiatan|6||0\n"
     "S|1.02.01.2.06.0008.5||BELANJA|6|5|0\n"
     "L|1.02.01.2.06.0008.5.1.02.04.01.0001||Perjalanan|6|5.1.02.04.01.0001|0\n"
     "S|1.02.01.2.06.0009||Sub Kegiatan|4||3\n"
     "L|1.02.01.2.06.0009.5.1.02.01.01.0024||Alat Tulis|4|5.1.02.01.01.0024|3\n"
     "T|||JUMLAH BELANJA|10||-\n",
     "=T:10:10", 0, 0},
    {"a realisation report that stops at the groups", false, "new",
     "R|4||PENDAPATAN DAERAH|9|4|-\n"
     "R|4.1||PAD|9|4.1|-\n"
     "T|||JUMLAH PENDAPATAN|9||-\n"
     "S|5||BELANJA DAERAH|10 8|5|-\n"
     "L|5.1||BELANJA OPERASI|7 6|5.1|-\n"
     "L|5.2||BELANJA MODAL|3 2|5.2|-\n"
     "T|||SURPLUS/DEFISIT|-1||-\n",
     "=R:10:10 =R:8:8", 0, 0},
    {"nothing at all", false, "new", "", "-:0:0", 0, 0},
    {"only blank rows", false, "new", "b||||.||-\nb||||.||-\n", "-:0:0", 0, 0},
};

/* ---- reading a case -------------------------------------------------------------------------------------------------------- */

struct budget {
    ARRAY(struct outline_row) rows;
    ARRAY(struct money) amounts;
    ARRAY(uint8_t) cells;
    ARRAY(struct str) lines;
    size_t measures;
};

static struct str field(struct str line, size_t n)
{
    struct str part = {0};
    for (size_t i = 0; i <= n; i++)
        if (!str_split(&line, '|', &part)) return (struct str){0};
    return part;
}

static void push_cell(struct arena *arena, struct budget *budget, struct str text)
{
    struct money amount = {0};
    uint8_t cell = OUTLINE_ABSENT;
    if (str_eq(text, S("?"))) {
        cell = OUTLINE_UNREADABLE;
    } else if (text.n && !str_eq(text, S("."))) {
        cell = OUTLINE_AMOUNT;
        assert_true(money_parse(text, DECIMAL_UNKNOWN, &amount));
    }
    *array_push(arena, &budget->amounts) = amount;
    *array_push(arena, &budget->cells) = cell;
}

static struct budget read_case(struct arena *arena, const struct expected *expected)
{
    struct budget budget = {.measures = 1};
    struct str text = str_from(expected->rows), line, part;
    for (const char *p = expected->totals; *p; p++) budget.measures += *p == ' ';
    while (str_split(&text, '\n', &line)) {
        if (line.n == 0) continue;
        struct str name = field(line, 3), amounts = field(line, 4);
        if (str_eq(name, S("."))) name = (struct str){0};
        *array_push(arena, &budget.lines) = line;
        *array_push(arena, &budget.rows) = (struct outline_row){.code = field(line, 1), .path = field(line, 2), .name = name};
        for (size_t m = 0; m < budget.measures; m++) push_cell(arena, &budget, str_split(&amounts, ' ', &part) ? part : (struct str){0});
    }
    return budget;
}

static struct outline_rules load_rules(struct arena *arena)
{
    struct outline_rules rules = {0};
    struct diags diags = {.arena = arena};
    struct ruletable schemes = {0}, words = {0};
    assert_true(ruletable_parse(&schemes, S("schemes.csv"), str_from(SCHEMES), "id", arena, &diags));
    assert_true(ruletable_parse(&words, S("rows.csv"), str_from(WORDS), "kind", arena, &diags));
    assert_true(account_schemes_load(&schemes, arena, &diags, &rules.schemes));
    assert_true(outline_words_load(&words, arena, &diags, &rules));
    return rules;
}

/* ---- comparing ------------------------------------------------------------------------------------------------------------- */

static char letter(enum outline_kind kind)
{
    static const char letters[OUTLINE_KINDS + 1] = {
        [OUTLINE_LINE] = 'L',  [OUTLINE_SUBTOTAL] = 'S', [OUTLINE_TOTAL] = 'T', [OUTLINE_REVENUE] = 'R', [OUTLINE_FINANCING] = 'F',
        [OUTLINE_TITLE] = 't', [OUTLINE_DETAIL] = 'd',   [OUTLINE_BLANK] = 'b', [OUTLINE_FOREIGN] = 'x', [OUTLINE_OTHER] = 'o'};
    return letters[kind];
}

static void compare_row(const char *name, struct str line, const struct outline_place *place)
{
    char activity[16];
    snprintf(activity, sizeof activity, "%d", (int)place->activity);
    const char *got_activity = place->activity == OUTLINE_NONE ? "-" : activity;
    bool kind = letter(place->kind) == line.p[0], account = str_eq(place->account, field(line, 5));
    bool checked = place->kind == OUTLINE_LINE || place->kind == OUTLINE_SUBTOTAL;
    if (!kind || (checked && (!account || !str_eq(field(line, 6), str_from(got_activity)))))
        fail_msg("%s: \"%.*s\" became %c, account %.*s, activity %s", name, STR_ARG(line), letter(place->kind), STR_ARG(place->account),
                 got_activity);
}

static void compare_totals(const struct expected *expected, const struct outline *outline, size_t measures)
{
    char text[200];
    size_t n = 0;
    for (size_t m = 0; m < measures; m++) {
        const struct outline_total *total = &outline->totals[m];
        n += (size_t)snprintf(text + n, sizeof text - n, "%s%s%c:%lld:%lld", m ? " " : "", outline_adds_up(outline, m) ? "=" : "",
                              "-RGT"[total->source], (long long)total->stated.sen / 100, (long long)total->lines.sen / 100);
    }
    if (strcmp(text, expected->totals) != 0) fail_msg("%s: totals %s, want %s", expected->name, text, expected->totals);
}

static void compare_counts(const struct expected *expected, const struct outline *outline, size_t rows)
{
    size_t sum = 0;
    for (size_t i = 0; i < OUTLINE_KINDS; i++) sum += outline->counts[i];
    assert_int_equal(sum, rows);
    if (outline->gaps.n != expected->gaps || outline->repairs.n != expected->repairs)
        fail_msg("%s: %zu gaps and %zu repairs, want %zu and %zu", expected->name, outline->gaps.n, outline->repairs.n, expected->gaps,
                 expected->repairs);
}

static void budgets(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena run = {0}, scratch = {0};
        struct outline_rules rules = load_rules(&run);
        struct budget budget = read_case(&run, &cases[i]);
        struct outline_input input = {budget.rows.at,     budget.rows.n,   budget.measures,
                                      budget.amounts.at, budget.cells.at, cases[i].parted, false};
        struct outline outline = outline_read(&run, &scratch, &rules, &input);
        arena_release(&scratch); /* results must not live there */
        for (size_t r = 0; r < budget.rows.n; r++) compare_row(cases[i].name, budget.lines.at[r], &outline.places[r]);
        if (budget.rows.n && !str_eq(outline.scheme->id, str_from(cases[i].scheme))) fail_msg("%s: chart", cases[i].name);
        compare_totals(&cases[i], &outline, budget.measures);
        compare_counts(&cases[i], &outline, budget.rows.n);
        arena_release(&run);
    }
}

/* A gap names its parent and both sides. */
static void gap_contents(void **state)
{
    (void)state;
    struct arena run = {0}, scratch = {0};
    struct outline_rules rules = load_rules(&run);
    static const struct outline_row rows[] = {{.code = {"5", 1}}, {.code = {"5.1", 3}}, {.code = {"5.2", 3}}};
    static const struct money amounts[] = {{1000}, {400}, {700}};
    static const uint8_t cells[] = {OUTLINE_AMOUNT, OUTLINE_AMOUNT, OUTLINE_AMOUNT};
    struct outline_input input = {rows, COUNT(rows), 1, amounts, cells, false, false};
    struct outline outline = outline_read(&run, &scratch, &rules, &input);
    assert_int_equal(outline.gaps.n, 1);
    assert_int_equal(outline.gaps.at[0].row, 0);
    assert_int_equal(outline.gaps.at[0].stated.sen, 1000);
    assert_int_equal(outline.gaps.at[0].children.sen, 1100);
    assert_int_equal(outline.places[1].parent, 0);
    assert_int_equal(outline.totals[0].row, 0);
    assert_false(outline_adds_up(&outline, 0));
    arena_release(&scratch);
    arena_release(&run);
}

/* A sum that leaves 64 bits spoils its measure and nothing else. */
static void sum_too_large(void **state)
{
    (void)state;
    struct arena run = {0}, scratch = {0};
    struct outline_rules rules = load_rules(&run);
    static const struct outline_row rows[] = {{.code = {"5.1.02.01.01.0001", 17}}, {.code = {"5.1.02.01.01.0002", 17}}};
    static const struct money amounts[] = {{INT64_MAX}, {1}, {1}, {1}};
    static const uint8_t cells[] = {OUTLINE_AMOUNT, OUTLINE_AMOUNT, OUTLINE_AMOUNT, OUTLINE_AMOUNT};
    struct outline_input input = {rows, COUNT(rows), 2, amounts, cells, false, false};
    struct outline outline = outline_read(&run, &scratch, &rules, &input);
    assert_true(outline.totals[0].overflow);
    assert_false(outline.totals[1].overflow);
    assert_int_equal(outline.totals[1].lines.sen, 2);
    arena_release(&scratch);
    arena_release(&run);
}

static void faulty_words(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        size_t faults;
    } rows[] = {{"total,,jumlah *\n", 0}, {"sum,,jumlah\n", 1}, {"total,x,jumlah\n", 1}, {"total,12,jumlah\n", 1}, {"total,,*\n", 1}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena arena = {0};
        struct diags diags = {.arena = &arena};
        struct ruletable table = {0};
        struct outline_rules rules = {0};
        struct str text = str_join(&arena, S("kind,below,words\n"), str_from(rows[i].row));
        assert_true(ruletable_parse(&table, S("rows.csv"), text, "kind words", &arena, &diags));
        bool good = outline_words_load(&table, &arena, &diags, &rules);
        if (good != (rows[i].faults == 0) || diags.list.n != rows[i].faults) fail_msg("%s: %zu faults", rows[i].row, diags.list.n);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(budgets),
        cmocka_unit_test(gap_contents),
        cmocka_unit_test(sum_too_large),
        cmocka_unit_test(faulty_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
