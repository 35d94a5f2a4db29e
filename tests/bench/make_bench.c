/*
 * make_bench DIR FILES LINES [SEED [SUBS [narrow]]]
 *
 * Writes FILES budget files of LINES lines each into DIR (created when missing): the main
 * dialect of the demo (comma, UTF-8, LF, 25 columns), one OPD per file, with a total row at
 * the foot that adds up. SUBS (24) is how many sub kegiatan each of the eight kegiatan has. narrow: only the columns without which there
 * is no audit (11), and no quotes inside a cell: about 250 bytes a line. The same arguments give the same bytes on every machine.
 *
 * Shape of the data: volume x price = PAGU MURNI; travel (5.1.02.04) cut by 45 to 60 %, by the
 * same share in a whole unit; everything else kept or cut a little; REALISASI above PAGU in one
 * line of a thousand. Some cells need quotes: for a comma, a doubled quote, a real line break.
 * Amounts are whole rupiah. A line has about 530 bytes, as in the demo's widest files.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

enum { PATH_SIZE = 4096, BUFFER_SIZE = 1 << 20, DEFAULT_SEED = 20250122, DEFAULT_SUBS = 24 };

struct account {
    const char *code;
    const char *name;
    const char *package;
    int weight;      /* how often, in relation to the others */
    uint64_t lo, hi; /* price range in rupiah */
};

struct activity {
    const char *programme, *programme_name;
    const char *kegiatan, *kegiatan_name;
    const char *name; /* of the sub kegiatan; its number is added */
};

struct sums {
    uint64_t murni, kini, real;
};

static const char header[] =
    "TAHUN,KODE SKPD,NAMA SKPD,KODE SUB UNIT,NAMA SUB UNIT,KODE PROGRAM,NAMA PROGRAM,KODE KEGIATAN,NAMA KEGIATAN,"
    "KODE SUB KEGIATAN,NAMA SUB KEGIATAN,KODE SUMBER DANA,NAMA SUMBER DANA,KODE REKENING,NAMA REKENING,"
    "PAKET/KELOMPOK,NAMA PAKET/KELOMPOK,URAIAN,SPESIFIKASI,KOEFISIEN,SATUAN,HARGA SATUAN,PAGU MURNI,PAGU,REALISASI\n";

static const char narrow_header[] =
    "TAHUN,KODE SKPD,NAMA SKPD,KODE SUB KEGIATAN,NAMA SUB KEGIATAN,KODE REKENING,NAMA REKENING,URAIAN,PAGU MURNI,PAGU,REALISASI\n";

/* Travel first: an index below TRAVEL_COUNT is an account that has to be halved. */
enum { TRAVEL_COUNT = 4 };

static const struct account accounts[] = {
    {"5.1.02.04.01.0001", "Belanja Perjalanan Dinas Biasa", "Perjalanan dinas luar daerah", 5, 150000, 1200000},
    {"5.1.02.04.01.0003", "Belanja Perjalanan Dinas Dalam Kota", "Perjalanan dinas dalam kota", 3, 75000, 150000},
    {"5.1.02.04.01.0004", "Belanja Perjalanan Dinas Paket Meeting Dalam Kota", "Paket meeting dalam kota", 1, 175000, 335000},
    {"5.1.02.04.01.0005", "Belanja Perjalanan Dinas Paket Meeting Luar Kota", "Paket meeting luar kota", 1, 650000, 950000},
    {"5.1.01.01.01.0001", "Belanja Gaji Pokok PNS", "Gaji dan tunjangan ASN", 2, 3000000, 5500000},
    {"5.1.01.03.07.0001", "Belanja Honorarium Penanggungjawaban Pengelola Keuangan", "Honorarium penanggung jawab pengelola keuangan", 2,
     380000, 1850000},
    {"5.1.02.02.01.0003", "\"Honorarium Narasumber atau Pembahas, Moderator, Pembawa Acara, dan Panitia\"",
     "Honorarium narasumber dan panitia", 3, 250000, 1000000},
    {"5.1.02.02.01.0004", "Honorarium Tim Pelaksana Kegiatan dan Sekretariat Tim Pelaksana Kegiatan", "Honorarium tim pelaksana kegiatan",
     3, 220000, 1500000},
    {"5.1.02.01.01.0024", "Belanja Alat/Bahan untuk Kegiatan Kantor- Alat Tulis Kantor", "Alat tulis kantor", 14, 5000, 135000},
    {"5.1.02.01.01.0025", "Belanja Alat/Bahan untuk Kegiatan Kantor- Kertas dan Cover", "Kertas dan cover", 6, 48000, 66000},
    {"5.1.02.01.01.0026", "Belanja Alat/Bahan untuk Kegiatan Kantor- Bahan Cetak", "Bahan cetak", 8, 300, 150000},
    {"5.1.02.01.01.0052", "Belanja Makanan dan Minuman Rapat", "Makanan dan minuman rapat", 9, 16000, 45000},
    {"5.1.02.01.01.0053", "Belanja Makanan dan Minuman Jamuan Tamu", "Makanan dan minuman jamuan tamu", 2, 25000, 120000},
    {"5.1.02.01.01.0004", "Belanja Bahan-Bahan Bakar dan Pelumas", "Bahan bakar dan pelumas", 4, 13300, 14800},
    {"5.1.02.02.01.0026", "Belanja Jasa Tenaga Administrasi", "Jasa tenaga administrasi", 5, 1500000, 2100000},
    {"5.1.02.02.01.0047", "Belanja Jasa Penyelenggaraan Acara", "Jasa penyelenggaraan acara", 1, 5000000, 60000000},
    {"5.1.02.02.01.0055", "\"Belanja Jasa Iklan/Reklame, Film, dan Pemotretan\"", "Publikasi dan iklan", 2, 350000, 14500000},
    {"5.1.02.02.01.0061", "Belanja Tagihan Listrik", "Rekening listrik", 1, 9000000, 48000000},
    {"5.1.02.02.04.0036", "Belanja Sewa Kendaraan Bermotor Penumpang", "Sewa kendaraan", 1, 650000, 950000},
    {"5.1.02.02.09.0012", "Belanja Jasa Konsultansi Berorientasi Layanan-Jasa Studi Penelitian dan Bantuan Teknik", "Jasa konsultansi", 1,
     45000000, 195000000},
    {"5.1.02.02.12.0003", "Belanja Bimbingan Teknis", "Bimbingan teknis", 2, 450000, 5500000},
    {"5.1.02.05.02.0002", "Belanja Jasa yang Diberikan kepada Masyarakat", "Pelayanan masyarakat", 6, 150000, 650000},
    {"5.1.05.05.01.0001", "\"Belanja Hibah Uang kepada Badan dan Lembaga yang Bersifat Nirlaba, Sukarela dan Sosial\"", "Hibah lembaga", 1,
     150000000, 950000000},
    {"5.2.02.10.01.0002", "Belanja Modal Personal Computer", "Pengadaan komputer", 3, 10500000, 16500000},
    {"5.2.03.01.01.0010", "Belanja Modal Bangunan Gedung Tempat Pendidikan", "Belanja modal gedung pendidikan", 3, 340000000, 610000000},
    {"5.2.04.01.01.0010", "Belanja Modal Jalan Lainnya", "Belanja modal jalan", 2, 650000000, 2350000000},
};

static const struct activity activities[] = {
    {"01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", "2.01",
     "\"Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah\"", "Penyusunan Dokumen Perencanaan Perangkat Daerah"},
    {"01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", "2.02", "Administrasi Keuangan Perangkat Daerah",
     "Penyediaan Gaji dan Tunjangan ASN"},
    {"01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", "2.06", "Administrasi Umum Perangkat Daerah",
     "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD"},
    {"01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", "2.08", "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
     "\"Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik\""},
    {"02", "PROGRAM PENGELOLAAN PENDIDIKAN", "2.01", "Pengelolaan Pendidikan Sekolah Dasar",
     "Rehabilitasi Sedang/Berat Ruang Kelas Sekolah"},
    {"02", "PROGRAM PENGELOLAAN PENDIDIKAN", "2.02", "Pengelolaan Pendidikan Sekolah Menengah Pertama",
     "\"Pembinaan Minat, Bakat dan Kreativitas Siswa\""},
    {"03", "PROGRAM PEMBERDAYAAN MASYARAKAT", "2.01", "Penyelenggaraan Pemberdayaan Masyarakat Terhadap Kesiapsiagaan Bencana",
     "\"Koordinasi, Sosialisasi dan Pelaksanaan Kampung Siaga Bencana\""},
    {"04", "PROGRAM PENYELENGGARAAN JALAN", "2.01", "Penyelenggaraan Jalan Kabupaten/Kota", "Pemeliharaan Rutin Jalan"},
};

static const char *const things[] = {
    "Ballpoint tinta gel",
    "Kertas HVS F4 80 gram",
    "Cetak spanduk kegiatan",
    "Penggandaan bahan rapat",
    "Makan rapat koordinasi",
    "Uang harian perjalanan dinas ke Bandung",
    "Tiket pesawat ke Jakarta",
    "Honorarium narasumber eselon III",
    "Honorarium Tim Pelaksana - Anggota",
    "Dekorasi dan tenda upacara HUT Kemerdekaan RI",
    "Sosialisasi peraturan perundang-undangan",
    "Sistem Peringatan Dini banjir",
    "Jasa tenaga honorer administrasi",
    "Laptop prosesor setara i5",
    "Studi kelayakan jembatan",
    "Saluran irigasi cetak sawah baru",
    "Sewa sound system dan lighting",
    "Jamuan makan tamu pemerintah daerah",
    "Iklan layanan masyarakat media daring",
    "Kajian potensi ekonomi daerah",
    "Servis dan suku cadang kendaraan dinas",
    "Kunjungan rumah dan posyandu",
    "Bibit tanaman penghijauan hutan kota",
    "Rehabilitasi ruang kelas",
};

static const char *const places[] = {
    "Kecamatan Contoh Hulu",  "Kecamatan Contoh Hilir", "Kecamatan Raya Makmur", "Kecamatan Bukit Contoh",
    "Desa Suka Contoh",       "Desa Mekar Raya",        "Desa Talang Raya",      "Desa Air Contoh",
    "Kelurahan Simpang Raya", "Kelurahan Tebing Raya",  "UPTD Wilayah I",        "UPTD Wilayah II",
};

static const char *const specifications[] = {
    "Sesuai kebutuhan",
    "Folio",
    "Kelas ekonomi",
    "Anggota",
    "Roda 4",
    "Sesuai daftar",
    "Rim",
    "\"0,5 mm\"",
    "Termasuk pemasangan",
    "Eselon III dan IV",
    "\"Layar 14\"\"\"",
    "Paket lengkap",
    "\"Honorarium PPTK\r\nSpesifikasi: PPTK - Nilai pagu dana di atas Rp1 miliar s.d. Rp2,5 miliar\"",
    "Full color",
};

static const char *const unit_words[] = {"Orang / Bulan", "Orang / Hari", "Buah", "Paket", "Unit", "Rim"};

/* SplitMix64: one word of state, the same everywhere. */
static uint64_t random_next(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static uint64_t random_between(uint64_t *state, uint64_t lo, uint64_t hi) { return lo + random_next(state) % (hi - lo + 1); }

static size_t random_index(uint64_t *state, size_t count) { return (size_t)(random_next(state) % count); }

static size_t random_account(uint64_t *state)
{
    uint64_t weight = 0;
    for (size_t i = 0; i < COUNT(accounts); i++) weight += (uint64_t)accounts[i].weight;
    uint64_t pick = random_next(state) % weight;
    size_t i = 0;
    while (pick >= (uint64_t)accounts[i].weight) pick -= (uint64_t)accounts[i++].weight;
    return i;
}

/* The three amounts of a line, in rupiah; kept_percent is what the unit leaves of its travel. */
static struct sums line_amounts(uint64_t *state, size_t account, uint64_t volume, uint64_t price, uint64_t kept_percent)
{
    struct sums s = {.murni = volume * price};
    uint64_t kept = 100;
    if (account < TRAVEL_COUNT)
        kept = kept_percent;
    else if (random_between(state, 0, 3) == 0)
        kept = random_between(state, 50, 95);
    s.kini = s.murni * kept / 100;
    s.real = s.kini * random_between(state, 0, 80) / 100;
    if (random_between(state, 0, 999) == 0) s.real = s.kini + 100000;
    return s;
}

/* Everything that is drawn for a line, in this order: draws inside an argument list would
 * depend on the compiler. */
struct line {
    size_t account, activity;
    unsigned sub, sub_unit, stage;
    uint64_t persons, times, price;
    struct sums sums;
    const char *thing, *place, *specification, *unit_word;
};

static struct line draw_line(uint64_t *state, uint64_t kept_percent, unsigned long subs)
{
    struct line l;
    l.account = random_account(state);
    l.activity = random_index(state, COUNT(activities));
    l.sub = (unsigned)random_between(state, 1, subs);
    l.sub_unit = (unsigned)random_between(state, 0, 12);
    l.stage = (unsigned)random_between(state, 1, 40);
    l.price = random_between(state, accounts[l.account].lo / 100, accounts[l.account].hi / 100) * 100;
    l.persons = random_between(state, 1, 12);
    l.times = random_between(state, 1, 12);
    if (l.price > 100000000) l.persons = l.times = 1;
    l.sums = line_amounts(state, l.account, l.persons * l.times, l.price, kept_percent);
    l.thing = things[random_index(state, COUNT(things))];
    l.place = places[random_index(state, COUNT(places))];
    l.specification = specifications[random_index(state, COUNT(specifications))];
    l.unit_word = unit_words[random_index(state, COUNT(unit_words))];
    return l;
}

static void write_unit(FILE *out, unsigned file, unsigned sub_unit)
{
    unsigned a = file / 100 + 1, b = file % 100;
    fprintf(out, "2025,1.%02u.0.00.0.00.%02u.0000,Dinas Contoh %04u,1.%02u.0.00.0.00.%02u.%04u,", a, b, file, a, b, sub_unit);
    if (sub_unit == 0)
        fprintf(out, "Dinas Contoh %04u,", file);
    else
        fprintf(out, "UPTD %u Dinas Contoh %04u,", sub_unit, file);
}

static void write_line(FILE *out, const struct line *l, unsigned file)
{
    const struct account *account = &accounts[l->account];
    const struct activity *activity = &activities[l->activity];
    write_unit(out, file, l->sub_unit);
    fprintf(out, "1.01.%s,%s,1.01.%s.%s,%s,", activity->programme, activity->programme_name, activity->programme, activity->kegiatan,
            activity->kegiatan_name);
    fprintf(out, "1.01.%s.%s.%04u,%s,1.2.01.06,Dana Alokasi Umum,", activity->programme, activity->kegiatan, l->sub, activity->name);
    fprintf(out, "%s,%s,[#],%s,", account->code, account->name, account->package);
    fprintf(out, "%s %s tahap %u,%s,", l->thing, l->place, l->stage, l->specification);
    fprintf(out, "%" PRIu64 " Orang x %" PRIu64 " Kali,%s,%" PRIu64 ",", l->persons, l->times, l->unit_word, l->price);
    fprintf(out, "%" PRIu64 ",%" PRIu64 ",%" PRIu64 "\n", l->sums.murni, l->sums.kini, l->sums.real);
}

static void write_narrow(FILE *out, const struct line *l, unsigned file)
{
    const struct account *account = &accounts[l->account];
    const struct activity *activity = &activities[l->activity];
    unsigned a = file / 100 + 1, b = file % 100;
    fprintf(out, "2025,1.%02u.0.00.0.00.%02u.0000,Dinas Contoh %04u,", a, b, file);
    fprintf(out, "1.01.%s.%s.%04u,%s,%s,%s,", activity->programme, activity->kegiatan, l->sub, activity->name, account->code, account->name);
    fprintf(out, "%s %s tahap %u,%" PRIu64 ",%" PRIu64 ",%" PRIu64 "\n", l->thing, l->place, l->stage, l->sums.murni, l->sums.kini, l->sums.real);
}

static void write_lines(FILE *out, uint64_t seed, unsigned file, unsigned long lines, unsigned long subs, int narrow)
{
    uint64_t state = seed * UINT64_C(1000003) + file;
    uint64_t kept_percent = random_between(&state, 40, 55);
    struct sums total = {0};
    fputs(narrow ? narrow_header : header, out);
    for (unsigned long i = 0; i < lines; i++) {
        struct line l = draw_line(&state, kept_percent, subs);
        if (narrow)
            write_narrow(out, &l, file);
        else
            write_line(out, &l, file);
        total.murni += l.sums.murni;
        total.kini += l.sums.kini;
        total.real += l.sums.real;
    }
    fprintf(out, "JUMLAH BELANJA%s%" PRIu64 ",%" PRIu64 ",%" PRIu64 "\n", narrow ? ",,,,,,,," : ",,,,,,,,,,,,,,,,,,,,,,", total.murni, total.kini, total.real);
}

static int write_file(const char *dir, uint64_t seed, unsigned file, unsigned long lines, unsigned long subs, int narrow)
{
    static char buffer[BUFFER_SIZE];
    char path[PATH_SIZE];
    int length = snprintf(path, sizeof path, "%s/opd_%04u.csv", dir, file);
    if (length < 0 || (size_t)length >= sizeof path) {
        fprintf(stderr, "make_bench: folder name too long\n");
        return -1;
    }
    FILE *out = fopen(path, "wb");
    if (!out) {
        fprintf(stderr, "make_bench: %s: %s\n", path, strerror(errno));
        return -1;
    }
    setvbuf(out, buffer, _IOFBF, sizeof buffer);
    write_lines(out, seed, file, lines, subs, narrow);
    int failed = ferror(out);
    if (fclose(out) != 0 || failed) {
        fprintf(stderr, "make_bench: %s: write failed\n", path);
        return -1;
    }
    return 0;
}

static int parse_count(const char *text, unsigned long most, unsigned long *value)
{
    char *end;
    errno = 0;
    *value = strtoul(text, &end, 10);
    return errno == 0 && end != text && *end == '\0' && text[0] != '-' && *value <= most;
}

int main(int argc, char **argv)
{
    unsigned long files = 0, lines = 0, seed = DEFAULT_SEED, subs = DEFAULT_SUBS;
    int narrow = argc == 7 && strcmp(argv[6], "narrow") == 0;
    if (argc < 4 || argc > 7 || (argc == 7 && !narrow) || !parse_count(argv[2], 9899, &files) || !parse_count(argv[3], 100000000, &lines) ||
        (argc >= 5 && !parse_count(argv[4], UINT32_MAX, &seed)) || (argc >= 6 && !parse_count(argv[5], 99999, &subs))) {
        fprintf(stderr, "usage: make_bench DIR FILES LINES [SEED [SUBS [narrow]]]\n");
        return 2;
    }
    if (mkdir(argv[1], 0777) != 0 && errno != EEXIST) {
        fprintf(stderr, "make_bench: %s: %s\n", argv[1], strerror(errno));
        return 1;
    }
    for (unsigned long i = 1; i <= files; i++)
        if (write_file(argv[1], (uint64_t)seed, (unsigned)i, lines, subs, narrow) != 0) return 1;
    return 0;
}
