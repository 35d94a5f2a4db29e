#!/usr/bin/env python3
"""Writes the demo data: 16 OPDs of the fictional Kabupaten Contoh Raya, TA 2025.

    make_demo.py [FOLDER]      (default: the folder of this script)

Deterministic: an own generator (SplitMix64), no clock, no locale; two runs give
the same bytes.  The stories that the data tells are in README.md; what they must
lead to is computed by expected.py, which shares no code with this file.

Order of work for one OPD: lines from the catalogue -> travel brought to its
exact total -> budget in force and realisation -> the OPD's story -> one file in
the OPD's dialect.  All money is in sen (1/100 rupiah).
"""
import os
import sys

from katalog import AKUN, BARANG, GAJI, SUMBER_DANA, TEMPAT
from nomenklatur import NAMA
from nomenklatur import PENUNJANG as NAMA_PENUNJANG
from opd import OPD, PENUNJANG

SEED = 20250122             # the day of Inpres 1/2025
TAHUN = "2025"
DAERAH = "Kabupaten Contoh Raya"
TPG = 68_000_000_000        # teachers' allowance of Dinas Pendidikan
JALAN = "5.1.02.04."


class Acak:
    """SplitMix64, so that the bytes do not depend on Python's random module."""

    def __init__(self, benih):
        self.s = benih & (2**64 - 1)

    def bit(self):
        self.s = (self.s + 0x9E3779B97F4A7C15) & (2**64 - 1)
        z = self.s
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & (2**64 - 1)
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & (2**64 - 1)
        return z ^ (z >> 31)

    def antara(self, lo, hi, langkah=1):
        return lo + langkah * (self.bit() % ((hi - lo) // langkah + 1))

    def pilih(self, daftar):
        return daftar[self.bit() % len(daftar)]


# ------------------------------------------------------------- lines of an OPD

def nama_kode(kode, p):
    """Name of a programme, kegiatan or sub kegiatan; p is the supporting programme."""
    if kode in NAMA:
        return NAMA[kode]
    assert kode.startswith(p), kode
    return NAMA_PENUNJANG[kode[len(p) + 1:]]


def sumber_dana(rek):
    return next((k, n) for awal, k, n in SUMBER_DANA if rek.startswith(awal))


def baris_baru(opd, sub, rek, paket, uraian, spek):
    """A line without volume and without money."""
    sd = sumber_dana(rek)
    return {
        "tahun": TAHUN, "kd_skpd": opd["kode"], "nm_skpd": opd["nama"],
        "kd_unit": opd["kode"], "nm_unit": opd["nama"],
        "kd_prog": sub[:7], "nm_prog": nama_kode(sub[:7], opd["p"]),
        "kd_keg": sub[:12], "nm_keg": nama_kode(sub[:12], opd["p"]),
        "kd_sub": sub, "nm_sub": nama_kode(sub, opd["p"]),
        "kd_dana": sd[0], "nm_dana": sd[1], "rek": rek, "nm_rek": AKUN[rek],
        "kelompok": "[#]", "paket": paket, "uraian": uraian, "spek": spek,
        "bagian": [], "harga": 0, "murni": 0, "kini": 0, "real": 0,
    }


def isi_volume(b, bagian, harga):
    """Sets volume and price; the original budget is their product."""
    volume = 1
    for banyak, _ in bagian:
        volume *= banyak
    b["bagian"], b["harga"], b["murni"] = bagian, harga * 100, volume * harga * 100


def baris_gaji(opd, sub):
    hasil = []
    for rek, uraian, kali, permil in GAJI:
        b = baris_baru(opd, sub, rek, "Gaji dan tunjangan ASN", uraian, "Sesuai daftar gaji")
        isi_volume(b, [(kali, "Bulan")], opd["gaji"] * permil // 1000 // kali // 1000 * 1000)
        hasil.append(b)
    return hasil


def baris_tpg(opd, sub):
    b = baris_baru(opd, sub, "5.1.01.03.03.0001", "Tunjangan profesi guru", "Tunjangan profesi guru ASN daerah", "Triwulan I-IV")
    isi_volume(b, [(4, "Triwulan")], TPG // 4)
    return [b]


def baris_barang(opd, sub, kunci, banyak, acak):
    """Lines of one catalogue entry: its variants in turn, places and volumes at random."""
    rek, paket, varian = BARANG[kunci]
    hasil = []
    for i in range(banyak):
        uraian, spek, bagian, (lo, hi, langkah) = varian[i % len(varian)]
        tempat = {k: acak.pilih(v) for k, v in TEMPAT.items()}
        b = baris_baru(opd, sub, rek, paket, uraian.format(**tempat), spek)
        isi_volume(b, [(acak.antara(x, y), s) for x, y, s in bagian], acak.antara(lo, hi, langkah))
        b["kunci"] = kunci
        hasil.append(b)
    return hasil


def susun(opd, acak):
    """All lines of an OPD with the original budget, before travel has its total."""
    hasil = []
    for sub, isi in PENUNJANG + opd["sub"]:
        sub = sub.replace("P.", opd["p"] + ".")
        for kata in isi.split():
            kunci, _, n = kata.partition("*")
            if kunci == "GAJI":
                hasil += baris_gaji(opd, sub)
            elif kunci == "TPG":
                hasil += baris_tpg(opd, sub)
            elif opd["jalan"] or not BARANG[kunci][0].startswith(JALAN):
                hasil += baris_barang(opd, sub, kunci, int(n or 1), acak)
    return hasil


def genapkan_jalan(opd, baris):
    """Repeats the trips and adds one last line so that travel is exactly opd['jalan']."""
    jalan = [b for b in baris if b["rek"].startswith(JALAN)]
    if not jalan:
        return
    target = opd["jalan"] * 100
    kali = max(1, target * 85 // 100 // sum(b["murni"] for b in jalan))
    for b in jalan:
        if kali > 1:
            isi_volume(b, b["bagian"] + [(kali, "Perjalanan")], b["harga"] // 100)
    sisa = target - sum(b["murni"] for b in jalan)
    assert sisa > target // 20, (opd["nama"], sisa)
    sub = opd["p"] + ".2.06.0009"
    b = baris_baru(opd, sub, "5.1.02.04.01.0001", "Perjalanan dinas luar daerah",
                   "Koordinasi dan konsultasi lintas daerah", "Rekapitulasi SPPD")
    isi_volume(b, [(1, "Tahun")], sisa // 100)
    b["penutup"] = True
    # in its place: behind the last line of that sub kegiatan
    baris.insert(max(i for i, x in enumerate(baris) if x["kd_sub"] == sub) + 1, b)


# -------------------------------------- budget in force and realisation of lines

HONOR = ("5.1.02.02.01.0003", "5.1.02.02.01.0004", "5.1.02.02.01.0006", "5.1.02.02.01.0008", "5.1.02.02.01.0009",
         "5.1.02.02.01.0011", "5.1.02.02.01.0012", "5.1.01.03.07.")
ACARA = ("acara", "acara_kecil", "sound", "suvenir", "jamuan")

# percent of the original budget that stays, by the first account that matches
POTONGAN = [
    ("5.1.02.01.01.0024", [60, 65, 70]), ("5.1.02.01.01.0025", [60, 65, 70]), ("5.1.02.01.01.0026", [50, 55, 60]),
    ("5.1.02.01.01.0035", [40, 50]), ("5.1.02.01.01.0052", [55, 60, 65]), ("5.1.02.01.01.0053", [50, 55]),
    ("5.1.02.01.01.0063", [0, 50]), ("5.1.02.02.01.0047", [40, 45, 50]), ("5.1.02.02.01.0055", [50, 60]),
    ("5.1.02.02.04.", [60, 70]), ("5.1.02.02.05.", [50, 60]), ("5.1.02.02.09.0012", [50, 60, 70]),
    ("5.1.02.02.12.", [50, 60, 65]), ("5.2.02.05.", [50, 60]), ("5.2.02.10.01", [60, 70]),
    ("5.1.05.01.", [80]), ("5.2.03.", [100, 105, 110]), ("5.2.04.", [100, 100, 104]), ("5.2.02.07.", [100, 106]),
]


def bulat(sen, langkah):
    """Down to a multiple of `langkah` rupiah."""
    return sen // (langkah * 100) * (langkah * 100)


def persen_tetap(opd, b, acak):
    if b["rek"].startswith(HONOR):
        return acak.pilih(opd.get("honor", [80, 85, 90]))
    if b.get("kunci") in ACARA and "acara" in opd:
        return acak.pilih(opd["acara"])
    for awal, pilihan in POTONGAN:
        if b["rek"].startswith(awal):
            return acak.pilih(pilihan)
    return 100


def isi_kini(opd, baris, acak):
    """The budget in force: travel to exactly opd['jalan_kini'] sen, the rest by table."""
    jalan = [b for b in baris if b["rek"].startswith(JALAN)]
    for b in baris:
        if not b["rek"].startswith(JALAN):
            p = persen_tetap(opd, b, acak)
            b["kini"] = b["murni"] if p == 100 else bulat(b["murni"] * p // 100, 1000)
    if not jalan:
        return
    target, murni = opd["jalan_kini"], sum(b["murni"] for b in jalan)
    penutup = next(b for b in jalan if b.get("penutup"))
    for b in jalan:
        naik_turun = acak.antara(88, 104)
        b["kini"] = bulat(b["murni"] * target // murni * naik_turun // 100, 1000)
    penutup["kini"] += target - sum(b["kini"] for b in jalan)
    assert 0 <= penutup["kini"], opd["nama"]


def isi_real(opd, baris, acak):
    for b in baris:
        if b["rek"].startswith(JALAN):
            lo, hi = opd.get("jalan_real", (48, 66))
        elif b["rek"].startswith("5.1.01."):
            lo, hi = 70, 74
        else:
            lo, hi = 0, 82
        b["real"] = bulat(b["kini"] * acak.antara(lo, hi) // 100, 100)


def sub_unit_puskesmas(baris):
    """Lines that name a Puskesmas belong to its sub unit; the SKPD stays Dinas Kesehatan."""
    for b in baris:
        for i, kec in enumerate(TEMPAT["kec"]):
            if "Puskesmas " + kec in b["uraian"]:
                b["kd_unit"] = b["kd_skpd"][:-4] + "%04d" % (i + 1)
                b["nm_unit"] = "Puskesmas " + kec


# ------------------------------------------------------------------ the stories

def tambah(opd, baris, sub, rek, paket, uraian, spek, kini, real, murni=0):
    """One more line, money in rupiah, no volume; put behind its sub kegiatan."""
    b = baris_baru(opd, sub, rek, paket, uraian, spek)
    b["murni"], b["kini"], b["real"] = murni * 100, kini * 100, real * 100
    ke = [i for i, x in enumerate(baris) if x["kd_sub"] == sub]
    baris.insert(max(ke) + 1 if ke else len(baris), b)
    return b


def cari(baris, sub, rek):
    return [b for b in baris if b["kd_sub"] == sub and b["rek"] == rek]


def cerita_kesehatan(opd, baris):
    sub, rek = "1.02.01.2.08.0004", "5.1.02.02.01.0030"
    kunci = cari(baris, sub, rek)
    # one row above its own ceiling, but the sub kegiatan x account is not
    satu = kunci[0]
    satu["real"] = satu["kini"] - 2_000_000_00
    tambah(opd, baris, sub, rek, "Jasa tenaga kebersihan", "Tambahan jasa kebersihan halaman", "Cleaning service", 12_000_000, 13_250_000)
    # a refund: negative realisation, written in parentheses
    tambah(opd, baris, sub, rek, "Jasa tenaga kebersihan", "Pengembalian kelebihan pembayaran jasa kebersihan", "Setoran ke kas daerah", 0, -1_250_000)
    # a negative correction of the ceiling within a large account
    sub, rek = "1.02.02.2.01.0023", "5.1.02.01.01.0037"
    tambah(opd, baris, sub, rek, "Obat-obatan", "Koreksi pergeseran pengadaan obat", "Pergeseran antarrincian", -35_000_000, 0)


def cerita_pupr(opd, baris):
    sub, rek = "1.03.10.2.01.0046", "5.2.02.01.01.0003"
    (satu,) = cari(baris, sub, rek)
    satu["real"] = satu["kini"] + 37_500_000_00     # realisation above the ceiling


def cerita_bpkad(opd, baris):
    # cut altogether: only the baseline file still has it
    sub, rek = "5.02.03.2.01.0008", "5.1.02.04.01.0001"
    b = tambah(opd, baris, sub, rek, "Perjalanan dinas luar daerah", "Perjalanan dinas penilaian aset luar daerah", "Rekapitulasi SPPD", 0, 0, murni=96_400_000)
    b["hanya_murni"] = True
    # new after the cut: the baseline file does not have it
    sub, rek = "5.02.02.2.05.0003", "5.1.02.04.01.0005"
    tambah(opd, baris, sub, rek, "Paket meeting luar kota", "Paket fullboard rekonsiliasi data SIPD di Bandung", "Fullboard", 48_200_000, 21_500_000)


def cerita_dlh(opd, baris):
    sub, rek = "2.11.08.2.01.0002", "5.1.02.04.01.0005"
    tambah(opd, baris, sub, rek, "Paket meeting luar kota", "Paket fullboard evaluasi sekolah adiwiyata di Bandung", "Fullboard", 24_500_000, 12_250_000)
    sub, rek = "2.11.11.2.01.0019", "5.1.02.04.01.0003"
    tambah(opd, baris, sub, rek, "Perjalanan dinas dalam kota", "Uang harian pendampingan bank sampah", "Lebih dari 8 jam", 9_600_000, 4_200_000)
    tambah(opd, baris, sub, rek, "Perjalanan dinas dalam kota", "Uang transpor kader bank sampah", "Dalam kota", 2_400_000, 1_050_000)
    # a new row, but its sub kegiatan x account had a baseline: not "new travel"
    sub, rek = "2.11.01.2.06.0009", "5.1.02.04.01.0001"
    tambah(opd, baris, sub, rek, "Perjalanan dinas luar daerah", "Uang harian konsultasi Adipura ke Jakarta", "Eselon III", 15_000_000, 6_400_000)


def cerita_disparpora(opd, baris):
    paket = "Promosi dan kaji tiru destinasi"
    sub = "3.26.03.2.01.0006"
    for rek, uraian, spek, kini, real in [
        ("5.1.02.02.04.0036", "Sewa bus pariwisata rombongan kaji tiru ke Bandung", "Bus 40 kursi, 4 hari", 185_000_000, 92_500_000),
        ("5.1.02.02.05.0043", "Sewa kamar hotel rombongan promosi wisata di Denpasar", "Hotel bintang 4", 242_500_000, 121_250_000),
        ("5.1.02.05.02.0002", "Tiket pesawat dan akomodasi rombongan promosi wisata", "Kelas ekonomi, pergi pulang", 312_000_000, 204_800_000),
        ("5.1.02.02.05.0043", "Penginapan pendamping kontingen di Surabaya", "Hotel bintang 3", 86_400_000, 43_200_000),
    ]:
        tambah(opd, baris, sub, rek, paket, uraian, spek, kini, real)


def cerita_setwan(opd, baris):
    sub, rek = "4.02.02.2.04.0008", "5.1.02.02.01.0055"
    tambah(opd, baris, sub, rek, "Publikasi dan iklan", "Siaran bincang \u201cCaf\u00e9 Aspirasi\u201d \u2013 radio lokal", "12 episode \u2013 60 menit", 36_000_000, 18_000_000, murni=72_000_000)


def cerita_kecamatan(opd, baris):
    # a speaker of echelon II above the rate of the standard
    satu = next(b for b in baris if b["uraian"] == "Honorarium narasumber eselon II")
    volume = satu["murni"] // satu["harga"]
    satu["harga"], satu["murni"] = 1_250_000_00, volume * 1_250_000_00


CERITA = {2: cerita_kesehatan, 3: cerita_pupr, 5: cerita_setwan, 8: cerita_bpkad, 13: cerita_dlh, 15: cerita_disparpora, 16: cerita_kecamatan}

# travel in force, in sen, before the story lines are added
JALAN_KINI = {
    1: 1_898_302_500_00, 2: 3_945_053_000_00, 3: 1_544_491_000_00, 4: 6_503_280_000_00,
    5: 8_500_000_000_00, 6: 1_940_352_000_00, 7: 1_423_653_600_00, 8: 1_215_885_000_00 - 48_200_000_00,
    9: 1_405_500_000_00, 10: 1_937_654_321_00 // 2, 11: 1_046_000_000_00, 12: 961_600_000_00,
    13: 576_000_000_00 - 24_500_000_00 - 12_000_000_00 - 15_000_000_00 - 1_440_000_00,
    14: (1_268_400_101_00 + 1_00) // 2, 15: 1_060_800_000_00,
}
ACARA_TETAP = {4: [120, 125], 16: [100]}        # ceremonies: up in Setda, unchanged in the Kecamatan


def lengkap(opd):
    """All lines of an OPD, story included."""
    opd = dict(opd, jalan_kini=JALAN_KINI.get(opd["no"], 0))
    if opd["no"] in ACARA_TETAP:
        opd["acara"] = ACARA_TETAP[opd["no"]]
    acak = Acak(SEED * 1000 + opd["no"])
    baris = susun(opd, acak)
    genapkan_jalan(opd, baris)
    if opd["no"] == 11:                         # no baseline: the ceiling is the volume x price
        for b in baris:
            b["kini"] = b["murni"]
    else:
        isi_kini(opd, baris, acak)
    isi_real(opd, baris, acak)
    if opd["no"] == 2:
        sub_unit_puskesmas(baris)
    if opd["no"] in CERITA:
        CERITA[opd["no"]](opd, baris)
    return baris


# ------------------------------------------------------------- number dialects

def ribuan(n, pemisah):
    s = "%d" % n
    kepala = len(s) % 3
    kel = ([s[:kepala]] if kepala else []) + [s[i:i + 3] for i in range(kepala, len(s), 3)]
    return pemisah.join(kel)


def pisah(sen):
    return ("-" if sen < 0 else ""), abs(sen) // 100, abs(sen) % 100


def angka_polos(sen):
    m, r, s = pisah(sen)
    return m + "%d" % r + (".%02d" % s if s else "")


def angka_titik(sen):
    return "%s%d.%02d" % pisah(sen)


def angka_koma(sen):
    return "%s%d,%02d" % pisah(sen)


def angka_indonesia(sen):
    m, r, s = pisah(sen)
    return "%s%s,%02d" % (m, ribuan(r, "."), s)


def angka_rupiah(sen):
    return "Rp " + angka_indonesia(sen)


def angka_inggris(sen):
    m, r, s = pisah(sen)
    teks = "%s.%02d" % (ribuan(r, ","), s)
    return "(%s)" % teks if m else teks


def angka_setrip(sen):
    return "-" if sen == 0 else angka_titik(sen)


# ---------------------------------------------------------------- file dialects

PENUH = ["tahun", "kd_skpd", "nm_skpd", "kd_unit", "nm_unit", "kd_prog", "nm_prog", "kd_keg", "nm_keg", "kd_sub", "nm_sub",
         "kd_dana", "nm_dana", "rek", "nm_rek", "kelompok", "paket", "uraian", "spek", "koef", "satuan", "harga",
         "murni", "kini", "real"]
SEDANG = ["tahun", "kd_skpd", "nm_skpd", "kd_sub", "nm_sub", "nm_dana", "rek", "nm_rek", "paket", "uraian", "spek", "koef",
          "satuan", "harga", "murni", "kini", "real"]
JUDUL = {
    "tahun": "TAHUN", "kd_skpd": "KODE SKPD", "nm_skpd": "NAMA SKPD", "kd_unit": "KODE SUB UNIT", "nm_unit": "NAMA SUB UNIT",
    "kd_prog": "KODE PROGRAM", "nm_prog": "NAMA PROGRAM", "kd_keg": "KODE KEGIATAN", "nm_keg": "NAMA KEGIATAN",
    "kd_sub": "KODE SUB KEGIATAN", "nm_sub": "NAMA SUB KEGIATAN", "kd_dana": "KODE SUMBER DANA", "nm_dana": "NAMA SUMBER DANA",
    "rek": "KODE REKENING", "nm_rek": "NAMA REKENING", "kelompok": "PAKET/KELOMPOK", "paket": "NAMA PAKET/KELOMPOK",
    "uraian": "URAIAN", "spek": "SPESIFIKASI", "koef": "KOEFISIEN", "satuan": "SATUAN", "harga": "HARGA SATUAN",
    "murni": "PAGU MURNI", "kini": "PAGU", "real": "REALISASI",
}
# names of the SIPD rincian API (wp-sipd data_rka)
JUDUL_RKA = {
    "tahun": "tahun_anggaran", "kd_skpd": "kode_skpd", "nm_skpd": "nama_skpd", "kd_sub": "kode_sub_giat", "nm_sub": "nama_sub_giat",
    "nm_dana": "nama_dana", "rek": "kode_akun", "nm_rek": "nama_akun", "paket": "subs_bl_teks", "uraian": "nama_komponen",
    "spek": "spek_komponen", "koef": "koefisien", "satuan": "satuan", "harga": "harga_satuan",
    "murni": "rincian_murni", "kini": "rincian", "real": "realisasi",
}
UANG = ("harga", "murni", "kini", "real")
TANPA_TAHUN = [k for k in SEDANG if k != "tahun"]
TANPA_UNIT = [k for k in TANPA_TAHUN if k not in ("kd_skpd", "nm_skpd")]
TANPA_MURNI = [k for k in SEDANG if k != "murni"]


def dialek(kolom, angka, **lain):
    d = {"kolom": kolom, "angka": angka, "pisah": ",", "akhir": "\n", "kode": "utf-8", "bom": b"", "judul": JUDUL,
         "kepala": [], "nomor": False, "total": None, "subtotal": False, "rapikan": lambda i, b: b["rek"]}
    d.update(lain)
    return d


def judul_baru(gaya, **ganti):
    """Header names in another spelling; `ganti` renames single columns."""
    return {k: ganti.get(k, gaya(v)) for k, v in JUDUL.items()}


def titik_di_akhir(i, b):
    return b["rek"] + (".", " ", "")[i % 3] if i % 7 == 3 else b["rek"]


def tanpa_nol(i, b):
    return b["rek"].replace(".02.", ".2.", 1) if i % 5 == 2 and b["rek"].startswith("5.1.02.") else b["rek"]


def kepala_lebar(opd):
    """Title and metadata rows as a spreadsheet exports them, padded to the full width."""
    return [["PEMERINTAH " + DAERAH.upper()], ["KERTAS KERJA PERGESERAN ANGGARAN"], ["Daerah", DAERAH], ["Tahun", TAHUN],
            ["Organisasi", opd["nama"]], [""]]


def kepala_sempit(opd):
    """Metadata rows that are the only place of year, unit code and unit name."""
    return [["Judul", "Kertas Kerja Perubahan Anggaran"], ["Daerah", DAERAH], ["Tahun", TAHUN],
            ["Kode Organisasi", opd["kode"]], ["Organisasi", opd["nama"]]]


DIALEK = {
    1: dialek(PENUH, angka_polos, total=("tahun", "JUMLAH BELANJA")),
    2: dialek(PENUH, angka_inggris, akhir="\r\n", total=("nm_rek", "JUMLAH BELANJA")),
    3: dialek(SEDANG, angka_indonesia, pisah=";", akhir="\r\n", bom=b"\xef\xbb\xbf", total=("uraian", "JUMLAH BELANJA")),
    4: dialek(TANPA_TAHUN, angka_titik, judul=judul_baru(str.title), kepala=kepala_lebar, lebar=True),
    5: dialek(SEDANG, angka_rupiah, pisah=";", akhir="\r\n", kode="cp1252", judul=judul_baru(lambda s: s + " "), total=("nm_rek", "JUMLAH BELANJA")),
    6: dialek(SEDANG, angka_indonesia, subtotal=True, total=("nm_rek", "JUMLAH BELANJA")),
    7: dialek(SEDANG, angka_indonesia, pisah="\t", judul=judul_baru(str, murni="SEBELUM", kini="SESUDAH")),
    8: dialek(TANPA_MURNI, angka_polos, total=("tahun", "JUMLAH BELANJA")),
    9: dialek(PENUH, angka_polos, pisah="|", judul=judul_baru(lambda s: s.replace(" ", "_").replace("/", "_")), rapikan=titik_di_akhir, total=("nm_rek", "TOTAL BELANJA")),
    10: dialek(SEDANG, angka_koma, pisah=";", judul=judul_baru(str, murni="SEBELUM PERUBAHAN", kini="SESUDAH PERUBAHAN"), total=("nm_rek", "JUMLAH BELANJA")),
    11: dialek(TANPA_MURNI, angka_polos, nomor=True, total=("nm_rek", "JUMLAH BELANJA")),
    12: dialek(SEDANG, angka_polos, pisah="\t", akhir="\r\n", kode="utf-16-le", bom=b"\xff\xfe", rapikan=tanpa_nol),
    13: dialek(SEDANG, angka_polos, judul=JUDUL_RKA, rka=True),
    14: dialek(TANPA_UNIT, angka_setrip, kepala=kepala_sempit, total=("nm_rek", "JUMLAH BELANJA")),
    15: dialek(SEDANG, angka_rupiah, pisah=";", total=("uraian", "JUMLAH BELANJA")),
    16: dialek(PENUH, angka_titik),
}


def koefisien(b):
    return " x ".join("%d %s" % x for x in b["bagian"])


def satuan(b):
    return " / ".join(s for _, s in b["bagian"])


def sel(d, k, b, i):
    """The text of one cell."""
    if k == "koef":
        return koefisien(b)
    if k == "satuan":
        return satuan(b)
    if k == "harga" and not b["bagian"]:
        return ""
    if k in UANG:
        return d["angka"](b[k])
    if k == "rek":
        return d["rapikan"](i, b)
    if d.get("rka") and k == "nm_rek":
        return b["rek"] + " " + b["nm_rek"]
    if d.get("rka") and k == "paket":
        return "[#] " + b["paket"]
    return b[k]


def jumlah(baris, k):
    return sum(b[k] for b in baris)


def baris_jumlah(d, kolom, isi, baris):
    """A row that has only the texts of `isi` and the sums of `baris`."""
    return [isi.get(k, d["angka"](jumlah(baris, k)) if k in ("murni", "kini", "real") else "") for k in kolom]


def baris_subtotal(d, opd, sub, kode, baris):
    isi = {"tahun": TAHUN, "kd_skpd": opd["kode"], "nm_skpd": opd["nama"], "kd_sub": sub, "nm_sub": baris[0]["nm_sub"],
           "rek": kode, "nm_rek": AKUN[kode]}
    return baris_jumlah(d, d["kolom"], isi, baris)


def dengan_subtotal(d, opd, baris):
    """Per sub kegiatan the lines in account order, each level preceded by its sum."""
    hasil, i = [], 0
    for sub in dict.fromkeys(b["kd_sub"] for b in baris):
        isi = sorted((b for b in baris if b["kd_sub"] == sub), key=lambda b: b["rek"])
        sudah = set()
        for b in isi:
            bagian = b["rek"].split(".")
            for n in range(1, 6):
                kode = ".".join(bagian[:n])
                if kode not in sudah:
                    sudah.add(kode)
                    hasil.append(baris_subtotal(d, opd, sub, kode, [x for x in isi if (x["rek"] + ".").startswith(kode + ".")]))
            hasil.append([sel(d, k, b, i) for k in d["kolom"]])
            i += 1
    return hasil


def tabel(d, opd, baris):
    """The file as rows of cells."""
    kolom = d["kolom"]
    hasil = []
    for r in (d["kepala"](opd) if d["kepala"] else []):
        hasil.append(r + [""] * (len(kolom) - len(r)) if d.get("lebar") else r)
    hasil.append([d["judul"][k] for k in kolom])
    if d["nomor"]:
        hasil.append(["%d" % (i + 1) for i in range(len(kolom))])
    if d["subtotal"]:
        hasil += dengan_subtotal(d, opd, baris)
    else:
        hasil += [[sel(d, k, b, i) for k in kolom] for i, b in enumerate(baris)]
    if d["total"]:
        hasil.append(baris_jumlah(d, kolom, {d["total"][0]: d["total"][1]}, baris))
    return hasil


def kutip(s, pemisah):
    if any(c in s for c in (pemisah, '"', "\r", "\n")):
        return '"' + s.replace('"', '""') + '"'
    return s


def tulis(nama, d, isi):
    teks = "".join(d["pisah"].join(kutip(s, d["pisah"]) for s in r) + d["akhir"] for r in isi)
    with open(nama, "wb") as f:
        f.write(d["bom"] + teks.encode(d["kode"]))


# ----------------------------------------------------------- the baseline file

REKAP = ["NO", "TAHUN", "KODE URUSAN", "NAMA URUSAN", "KODE SKPD", "NAMA SKPD", "KODE SUB UNIT", "NAMA SUB UNIT",
         "KODE BIDANG URUSAN", "NAMA BIDANG URUSAN", "KODE PROGRAM", "NAMA PROGRAM", "KODE KEGIATAN", "NAMA KEGIATAN",
         "KODE SUB KEGIATAN", "NAMA SUB KEGIATAN", "KODE SUMBER DANA", "NAMA SUMBER DANA", "KODE REKENING", "NAMA REKENING",
         "PAKET/KELOMPOK", "NAMA PAKET/KELOMPOK", "PAGU"]


def tabel_rekap(baris):
    """SIPD 'rekap pagu' of the original budget: sub kegiatan x account x package, 23 columns, one amount."""
    kelompok = {}
    for b in baris:
        if b["murni"]:
            kelompok.setdefault((b["kd_sub"], b["rek"], b["paket"]), []).append(b)
    hasil = [REKAP]
    for i, isi in enumerate(kelompok.values()):
        b = isi[0]
        hasil.append(["%d" % (i + 1), TAHUN, "5", "UNSUR PENUNJANG URUSAN PEMERINTAHAN", b["kd_skpd"], b["nm_skpd"], b["kd_unit"],
                      b["nm_unit"], "5.02", "KEUANGAN", b["kd_prog"], b["nm_prog"], b["kd_keg"], b["nm_keg"], b["kd_sub"],
                      b["nm_sub"], b["kd_dana"], b["nm_dana"], b["rek"], b["nm_rek"], b["kelompok"], b["paket"],
                      angka_polos(jumlah(isi, "murni"))])
    hasil.append(["JUMLAH BELANJA"] + [""] * (len(REKAP) - 2) + [angka_polos(jumlah(baris, "murni"))])
    return hasil


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    semua = 0
    for opd in OPD:
        baris = lengkap(opd)
        d = DIALEK[opd["no"]]
        stem = "%02d_%s.csv" % (opd["no"], opd["berkas"])
        if opd["no"] == 8:
            tulis(os.path.join(folder, "murni_" + stem), dialek(PENUH, angka_polos), tabel_rekap(baris))
            baris = [b for b in baris if not b.get("hanya_murni")]
        tulis(os.path.join(folder, "opd_" + stem), d, tabel(d, opd, baris))
        semua += len(baris)
        print("%-34s %4d baris  murni %18s  kini %18s  realisasi %18s" % (
            stem, len(baris), *(ribuan(jumlah(baris, k) // 100, ".") for k in ("murni", "kini", "real"))))
    print("%d baris" % semua)


if __name__ == "__main__":
    main()
