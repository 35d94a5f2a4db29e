"""Vocabulary of the demo data: accounts, sub kegiatan, line items.

Names and codes of accounts (Kepmendagri 900.1.15.5) and sub kegiatan are those
of the national nomenclature; places and organisations are invented.  Nothing
here knows of files, dialects or stories: see make_demo.py.
"""

# ---------------------------------------------------------------- accounts
AKUN = {
    # levels above the lines: for the subtotal rows of one file
    "5": "BELANJA DAERAH",
    "5.1": "BELANJA OPERASI",
    "5.2": "BELANJA MODAL",
    "5.1.01": "Belanja Pegawai",
    "5.1.01.01": "Belanja Gaji dan Tunjangan ASN",
    "5.1.01.02": "Belanja Tambahan Penghasilan ASN",
    "5.1.01.03": "Tambahan Penghasilan berdasarkan Pertimbangan Objektif Lainnya ASN",
    "5.1.02": "Belanja Barang dan Jasa",
    "5.1.02.01": "Belanja Barang",
    "5.1.02.01.01": "Belanja Barang Pakai Habis",
    "5.1.02.02": "Belanja Jasa",
    "5.1.02.02.01": "Belanja Jasa Kantor",
    "5.1.02.03": "Belanja Pemeliharaan",
    "5.1.02.04": "Belanja Perjalanan Dinas",
    "5.1.02.04.01": "Belanja Perjalanan Dinas Dalam Negeri",
    "5.1.02.04.02": "Belanja Perjalanan Dinas Luar Negeri",
    "5.1.01.01.01": "Belanja Gaji Pokok ASN",
    "5.1.01.01.02": "Belanja Tunjangan Keluarga ASN",
    "5.1.01.01.03": "Belanja Tunjangan Jabatan ASN",
    "5.1.01.01.04": "Belanja Tunjangan Fungsional ASN",
    "5.1.01.01.06": "Belanja Tunjangan Beras ASN",
    "5.1.01.01.09": "Belanja Iuran Jaminan Kesehatan ASN",
    "5.1.01.02.01": "Tambahan Penghasilan berdasarkan Beban Kerja ASN",
    "5.1.01.03.07": "Belanja Honorarium",
    "5.1.02.02.12": "Belanja Kursus/Pelatihan, Sosialisasi, Bimbingan Teknis serta Pendidikan dan Pelatihan",
    "5.1.02.03.02": "Belanja Pemeliharaan Peralatan dan Mesin",
    "5.1.02.03.03": "Belanja Pemeliharaan Gedung dan Bangunan",
    "5.2.02": "Belanja Modal Peralatan dan Mesin",
    "5.2.02.05": "Belanja Modal Alat Kantor dan Rumah Tangga",
    "5.2.02.05.02": "Belanja Modal Alat Rumah Tangga",
    "5.2.02.10": "Belanja Modal Komputer",
    "5.2.02.10.01": "Belanja Modal Komputer Unit",
    # lines
    "5.1.01.01.01.0001": "Belanja Gaji Pokok PNS",
    "5.1.01.01.02.0001": "Belanja Tunjangan Keluarga PNS",
    "5.1.01.01.03.0001": "Belanja Tunjangan Jabatan PNS",
    "5.1.01.01.04.0001": "Belanja Tunjangan Fungsional PNS",
    "5.1.01.01.06.0001": "Belanja Tunjangan Beras PNS",
    "5.1.01.01.09.0001": "Belanja Iuran Jaminan Kesehatan PNS",
    "5.1.01.02.01.0001": "Tambahan Penghasilan berdasarkan Beban Kerja PNS",
    "5.1.01.03.03.0001": "Belanja TPG PNSD",
    "5.1.01.03.07.0001": "Belanja Honorarium Penanggungjawaban Pengelola Keuangan",
    "5.1.01.03.07.0002": "Belanja Honorarium Pengadaan Barang/Jasa",
    "5.1.01.04.01.0001": "Belanja Uang Representasi DPRD",
    "5.1.01.04.08.0001": "Belanja Tunjangan Komunikasi Intensif Pimpinan dan Anggota DPRD",
    "5.1.01.04.12.0004": "Belanja Tunjangan Perumahan DPRD",
    "5.1.02.01.01.0001": "Belanja Bahan-Bahan Bangunan dan Konstruksi",
    "5.1.02.01.01.0004": "Belanja Bahan-Bahan Bakar dan Pelumas",
    "5.1.02.01.01.0008": "Belanja Bahan-Bahan/Bibit Tanaman",
    "5.1.02.01.01.0011": "Belanja Bahan-Bahan/Bibit Ternak/Bibit Ikan",
    "5.1.02.01.01.0012": "Belanja Bahan-Bahan Lainnya",
    "5.1.02.01.01.0024": "Belanja Alat/Bahan untuk Kegiatan Kantor- Alat Tulis Kantor",
    "5.1.02.01.01.0025": "Belanja Alat/Bahan untuk Kegiatan Kantor- Kertas dan Cover",
    "5.1.02.01.01.0026": "Belanja Alat/Bahan untuk Kegiatan Kantor- Bahan Cetak",
    "5.1.02.01.01.0029": "Belanja Alat/Bahan untuk Kegiatan Kantor- Bahan Komputer",
    "5.1.02.01.01.0031": "Belanja Alat/Bahan untuk Kegiatan Kantor- Alat Listrik",
    "5.1.02.01.01.0035": "Belanja Alat/Bahan untuk Kegiatan Kantor- Suvenir/Cendera Mata",
    "5.1.02.01.01.0037": "Belanja Obat-Obatan-Obat",
    "5.1.02.01.01.0039": "Belanja Barang untuk Dijual/Diserahkan kepada Masyarakat",
    "5.1.02.01.01.0052": "Belanja Makanan dan Minuman Rapat",
    "5.1.02.01.01.0053": "Belanja Makanan dan Minuman Jamuan Tamu",
    "5.1.02.01.01.0055": "Belanja Makanan dan Minuman pada Fasilitas Pelayanan Urusan Pendidikan",
    "5.1.02.01.01.0056": "Belanja Makanan dan Minuman pada Fasilitas Pelayanan Urusan Kesehatan",
    "5.1.02.01.01.0058": "Belanja Makanan dan Minuman Aktivitas Lapangan",
    "5.1.02.01.01.0063": "Belanja Pakaian Dinas Harian (PDH)",
    "5.1.02.02.01.0003": "Honorarium Narasumber atau Pembahas, Moderator, Pembawa Acara, dan Panitia",
    "5.1.02.02.01.0004": "Honorarium Tim Pelaksana Kegiatan dan Sekretariat Tim Pelaksana Kegiatan",
    "5.1.02.02.01.0006": "Honorarium Penyuluhan atau Pendampingan",
    "5.1.02.02.01.0008": "Honorarium Tim Penyusunan Jurnal, Buletin, Majalah, Pengelola Teknologi Informasi dan Pengelola Website",
    "5.1.02.02.01.0009": "Honorarium Penyelenggara Ujian",
    "5.1.02.02.01.0011": "Honorarium Penyelenggaraan Kegiatan Pendidikan dan Pelatihan",
    "5.1.02.02.01.0012": "Honorarium Tim Anggaran Pemerintah Daerah",
    "5.1.02.02.01.0013": "Belanja Jasa Tenaga Pendidikan",
    "5.1.02.02.01.0014": "Belanja Jasa Tenaga Kesehatan",
    "5.1.02.02.01.0026": "Belanja Jasa Tenaga Administrasi",
    "5.1.02.02.01.0029": "Belanja Jasa Tenaga Ahli",
    "5.1.02.02.01.0030": "Belanja Jasa Tenaga Kebersihan",
    "5.1.02.02.01.0031": "Belanja Jasa Tenaga Keamanan",
    "5.1.02.02.01.0033": "Belanja Jasa Tenaga Supir",
    "5.1.02.02.01.0047": "Belanja Jasa Penyelenggaraan Acara",
    "5.1.02.02.01.0055": "Belanja Jasa Iklan/Reklame, Film, dan Pemotretan",
    "5.1.02.02.01.0059": "Belanja Tagihan Telepon",
    "5.1.02.02.01.0060": "Belanja Tagihan Air",
    "5.1.02.02.01.0061": "Belanja Tagihan Listrik",
    "5.1.02.02.01.0062": "Belanja Langganan Jurnal/Surat Kabar/Majalah",
    "5.1.02.02.01.0063": "Belanja Kawat/Faksimili/Internet/TV Berlangganan",
    "5.1.02.02.01.0064": "Belanja Paket/Pengiriman",
    "5.1.02.02.02.0003": "Belanja Iuran Jaminan Kesehatan bagi Peserta PBPU dan BP Kelas 3",
    "5.1.02.02.04.0036": "Belanja Sewa Kendaraan Bermotor Penumpang",
    "5.1.02.02.04.0037": "Belanja Sewa Kendaraan Bermotor Angkutan Barang",
    "5.1.02.02.04.0132": "Belanja Sewa Peralatan Studio Audio",
    "5.1.02.02.05.0009": "Belanja Sewa Bangunan Gedung Tempat Pertemuan",
    "5.1.02.02.05.0043": "Belanja Sewa Hotel",
    "5.1.02.02.08.0009": "Belanja Jasa Konsultansi Perencanaan Rekayasa-Jasa Desain Rekayasa untuk Pekerjaan Teknik Sipil Transportasi",
    "5.1.02.02.08.0019": "Belanja Jasa Konsultansi Pengawasan Rekayasa-Jasa Pengawas Pekerjaan Konstruksi Bangunan Gedung",
    "5.1.02.02.09.0012": "Belanja Jasa Konsultansi Berorientasi Layanan-Jasa Studi Penelitian dan Bantuan Teknik",
    "5.1.02.02.11.0002": "Belanja Beasiswa Tugas Belajar S2",
    "5.1.02.02.12.0001": "Belanja Kursus Singkat/Pelatihan",
    "5.1.02.02.12.0002": "Belanja Sosialisasi",
    "5.1.02.02.12.0003": "Belanja Bimbingan Teknis",
    "5.1.02.02.12.0004": "Belanja Diklat Kepemimpinan",
    "5.1.02.03.02.0035": "Belanja Pemeliharaan Alat Angkutan-Alat Angkutan Darat Bermotor-Kendaraan Dinas Bermotor Perorangan",
    "5.1.02.03.02.0405": "Belanja Pemeliharaan Komputer-Komputer Unit-Personal Computer",
    "5.1.02.03.03.0001": "Belanja Pemeliharaan Bangunan Gedung- Bangunan Gedung Tempat Kerja-Bangunan Gedung Kantor",
    "5.1.02.03.04.0010": "Belanja Pemeliharaan Jalan dan Jembatan- Jalan-Jalan Lainnya",
    "5.1.02.04.01.0001": "Belanja Perjalanan Dinas Biasa",
    "5.1.02.04.01.0003": "Belanja Perjalanan Dinas Dalam Kota",
    "5.1.02.04.01.0004": "Belanja Perjalanan Dinas Paket Meeting Dalam Kota",
    "5.1.02.04.01.0005": "Belanja Perjalanan Dinas Paket Meeting Luar Kota",
    "5.1.02.04.02.0001": "Belanja Perjalanan Dinas Biasa\u2013Luar Negeri",
    "5.1.02.05.01.0001": "Belanja Hadiah yang Bersifat Perlombaan",
    "5.1.02.05.02.0002": "Belanja Jasa yang Diberikan kepada Masyarakat",
    "5.1.02.88.88.8888": "Belanja Barang dan Jasa BOS",
    "5.1.02.99.99.9999": "Belanja Barang dan Jasa BLUD",
    "5.1.05.01.01.0001": "Belanja Hibah Uang kepada Pemerintah Pusat",
    "5.1.05.01.02.0001": "Belanja Hibah Barang kepada Pemerintah Pusat",
    "5.1.05.05.01.0001": "Belanja Hibah Uang kepada Badan dan Lembaga yang Bersifat Nirlaba, Sukarela dan Sosial yang Dibentuk Berdasarkan Peraturan Perundang-Undangan",
    "5.1.05.05.02.0001": "Belanja Hibah Uang kepada Badan dan Lembaga Nirlaba, Sukarela dan Sosial yang Telah Memiliki Surat Keterangan Terdaftar",
    "5.1.06.01.01.0001": "Belanja Bantuan Sosial Uang yang Direncanakan kepada Individu",
    "5.1.06.01.02.0001": "Belanja Bantuan Sosial Barang yang Direncanakan kepada Individu",
    "5.2.02.01.01.0003": "Belanja Modal Excavator",
    "5.2.02.02.01.0003": "Belanja Modal Kendaraan Bermotor Angkutan Barang",
    "5.2.02.05.02.0001": "Belanja Modal Mebel",
    "5.2.02.05.02.0004": "Belanja Modal Alat Pendingin",
    "5.2.02.07.01.0001": "Belanja Modal Alat Kedokteran Umum",
    "5.2.02.08.01.0046": "Belanja Modal Alat Laboratorium Lingkungan Perairan",
    "5.2.02.08.03.0016": "Belanja Modal Alat Peraga Praktik Sekolah Lainnya",
    "5.2.02.10.01.0002": "Belanja Modal Personal Computer",
    "5.2.02.10.02.0004": "Belanja Modal Peralatan Jaringan",
    "5.2.03.01.01.0006": "Belanja Modal Bangunan Kesehatan",
    "5.2.03.01.01.0010": "Belanja Modal Bangunan Gedung Tempat Pendidikan",
    "5.2.03.01.01.0011": "Belanja Modal Bangunan Gedung Tempat Olahraga",
    "5.2.04.01.01.0010": "Belanja Modal Jalan Lainnya",
    "5.2.04.01.02.0003": "Belanja Modal Jembatan pada Jalan Kabupaten",
    "5.2.04.02.01.0003": "Belanja Modal Bangunan Pembawa Irigasi",
    "5.2.04.02.04.0001": "Belanja Modal Bangunan Pengaman Sungai/Pantai dan Penanggulangan Bencana Alam",
    "5.2.04.02.07.0003": "Belanja Modal Bangunan Pembuang Air Kotor",
    "5.2.04.04.01.0005": "Belanja Modal Jaringan Air Minum Lainnya",
    "5.2.05.08.01.0005": "Belanja Modal Software",
    "5.3.01.01.01.0001": "Belanja Tidak Terduga",
    "5.4.02.05.01.0001": "Belanja Bantuan Keuangan Umum Daerah Provinsi atau Kabupaten/Kota kepada Desa",
}

# ---------------------------------------------------------------- line items
# key: (account, package heading, [(uraian, spesifikasi, volume parts, price range)])
# A volume part is (lowest, highest, unit); a price range is (lowest, highest, step).
# {..} words are filled from TEMPAT.  A spesifikasi may hold a real line break.
_OH = [(2, 6, "Orang"), (2, 4, "Hari")]
_OB12 = [(12, 12, "Bulan")]


def _orang_bulan(lo, hi):
    return [(lo, hi, "Orang"), (12, 12, "Bulan")]


BARANG = {
    # travel
    "jalan_luar": ("5.1.02.04.01.0001", "Perjalanan dinas luar daerah", [
        ("Uang harian perjalanan dinas ke {kota}", "Eselon III dan IV", _OH, (380000, 580000, 10000)),
        ("Penginapan perjalanan dinas ke {kota}", "Eselon III", _OH, (650000, 1150000, 25000)),
        ("Tiket pesawat ke {kota}", "Kelas ekonomi, pergi pulang", [(2, 8, "Orang")], (2400000, 4200000, 50000)),
        ("Uang representasi perjalanan dinas ke {kota}", "Eselon II", _OH, (150000, 200000, 50000)),
        ("Koordinasi dan konsultasi ke kementerian/lembaga", "Transportasi darat dan taksi", [(2, 8, "Orang"), (2, 6, "Kali")], (350000, 650000, 25000)),
    ]),
    "jalan_dalam": ("5.1.02.04.01.0003", "Perjalanan dinas dalam kota", [
        ("Uang harian monitoring ke Kecamatan {kec}", "Lebih dari 8 jam", [(3, 9, "Orang"), (4, 16, "Kali")], (110000, 150000, 10000)),
        ("Uang transpor peserta kegiatan Kecamatan {kec}", "Dalam kota", [(10, 40, "Orang"), (1, 3, "Kali")], (75000, 110000, 5000)),
        ("Perjalanan dinas pendampingan lapangan Desa {desa}", "Sampai dengan 8 jam", [(2, 6, "Orang"), (6, 18, "Kali")], (75000, 110000, 5000)),
    ]),
    "paket_dalam": ("5.1.02.04.01.0004", "Paket meeting dalam kota", [
        ("Paket fullday rapat koordinasi teknis", "Halfday/fullday, 1 kali makan dan 2 kali kudapan", [(30, 80, "Orang"), (1, 2, "Hari")], (225000, 335000, 5000)),
        ("Paket halfday konsolidasi data", "Halfday", [(25, 60, "Orang"), (1, 3, "Hari")], (175000, 225000, 5000)),
    ]),
    "paket_luar": ("5.1.02.04.01.0005", "Paket meeting luar kota", [
        ("Paket fullboard penyusunan dokumen di {kota}", "Fullboard, kamar twin", [(15, 40, "Orang"), (2, 3, "Hari")], (650000, 950000, 10000)),
        ("Uang saku paket fullboard di {kota}", "Peserta", [(15, 40, "Orang"), (2, 3, "Hari")], (110000, 150000, 10000)),
    ]),
    "jalan_luar_negeri": ("5.1.02.04.02.0001", "Perjalanan dinas luar negeri", [
        ("Kunjungan persahabatan kota kembar, uang harian", "Golongan B", [(4, 6, "Orang"), (5, 5, "Hari")], (6200000, 7400000, 100000)),
        ("Tiket pesawat kunjungan persahabatan kota kembar", "Kelas ekonomi \u2013 pergi pulang", [(4, 6, "Orang")], (24000000, 28000000, 500000)),
    ]),
    # honorarium
    "honor_keu": ("5.1.01.03.07.0001", "Honorarium penanggung jawab pengelola keuangan", [
        ("Honorarium Pengguna Anggaran", "Spesifikasi: PA/KPA - Nilai pagu dana di atas Rp10 miliar s.d. Rp25 miliar", [(1, 1, "Orang"), (12, 12, "Bulan")], (1450000, 1850000, 10000)),
        ("Honorarium Pejabat Pelaksana Teknis Kegiatan", "Honorarium PPTK\r\nSpesifikasi: PPTK - Nilai pagu dana di atas Rp1 miliar s.d. Rp2,5 miliar", _orang_bulan(2, 6), (380000, 750000, 10000)),
        ("Honorarium Pejabat Penatausahaan Keuangan SKPD", "Honorarium PPK-SKPD\r\nSpesifikasi: PPK SKPD - Nilai pagu dana di atas Rp10 miliar s.d. Rp25 miliar", [(1, 1, "Orang"), (12, 12, "Bulan")], (550000, 900000, 10000)),
        ("Honorarium Bendahara Pengeluaran", "Bendahara Pengeluaran", [(1, 1, "Orang"), (12, 12, "Bulan")], (480000, 700000, 10000)),
    ]),
    "honor_pbj": ("5.1.01.03.07.0002", "Honorarium pengadaan barang/jasa", [
        ("Honorarium Pejabat Pengadaan Barang/Jasa", "Pejabat Pengadaan", [(1, 2, "Orang"), (12, 12, "Bulan")], (560000, 680000, 10000)),
    ]),
    "honor_naras": ("5.1.02.02.01.0003", "Honorarium narasumber dan panitia", [
        ("Honorarium narasumber eselon II", "Narasumber\r\nSpesifikasi: Pejabat Eselon II atau yang disetarakan", [(1, 3, "Orang"), (2, 6, "Jam")], (900000, 1000000, 50000)),
        ("Honorarium narasumber eselon III ke bawah", "Pejabat Eselon III ke bawah", [(2, 4, "Orang"), (2, 6, "Jam")], (700000, 900000, 50000)),
        ("Honorarium moderator", "Moderator", [(1, 2, "Orang"), (1, 4, "Kali")], (500000, 700000, 50000)),
        ("Honorarium pembawa acara", "Pembawa acara", [(1, 1, "Orang"), (1, 4, "Kali")], (300000, 400000, 50000)),
        ("Honorarium panitia pelaksana", "Anggota panitia", [(3, 8, "Orang"), (1, 3, "Kali")], (250000, 300000, 10000)),
    ]),
    "honor_tim": ("5.1.02.02.01.0004", "Honorarium tim pelaksana kegiatan", [
        ("Honorarium Tim Pelaksana - Pengarah", "Tim yang ditetapkan Kepala Daerah\r\nSpesifikasi: Pengarah", [(1, 2, "Orang"), (6, 12, "Bulan")], (1000000, 1500000, 50000)),
        ("Honorarium Tim Pelaksana - Ketua", "Tim yang ditetapkan Sekretaris Daerah - Ketua", [(1, 1, "Orang"), (6, 12, "Bulan")], (600000, 700000, 50000)),
        ("Honorarium Tim Pelaksana - Anggota", "Tim yang ditetapkan Sekretaris Daerah - Anggota", [(4, 12, "Orang"), (6, 12, "Bulan")], (400000, 500000, 25000)),
        ("Honorarium Sekretariat Tim Pelaksana", "Sekretariat, anggota", [(3, 5, "Orang"), (6, 12, "Bulan")], (220000, 300000, 10000)),
    ]),
    "honor_suluh": ("5.1.02.02.01.0006", "Honorarium penyuluhan atau pendampingan", [
        ("Honorarium pendamping lapangan Kecamatan {kec}", "Lulusan D3/D4/S1", [(2, 6, "Orang"), (6, 10, "Bulan")], (1200000, 1600000, 50000)),
    ]),
    "honor_web": ("5.1.02.02.01.0008", "Honorarium pengelola website", [
        ("Honorarium pengelola website - redaktur", "Redaktur", [(2, 3, "Orang"), (12, 12, "Bulan")], (400000, 450000, 10000)),
        ("Honorarium pengelola website - editor", "Editor", [(2, 4, "Orang"), (12, 12, "Bulan")], (350000, 400000, 10000)),
    ]),
    "honor_ujian": ("5.1.02.02.01.0009", "Honorarium penyelenggara ujian", [
        ("Honorarium pengawas ujian seleksi kompetensi", "Pengawas ujian", [(10, 30, "Orang"), (2, 4, "Hari")], (240000, 270000, 10000)),
    ]),
    "honor_diklat": ("5.1.02.02.01.0011", "Honorarium penyelenggaraan diklat", [
        ("Honorarium pengajar pelatihan dasar", "Pengajar dari luar satuan kerja", [(4, 8, "Orang"), (8, 24, "Jam Pelajaran")], (250000, 300000, 10000)),
    ]),
    "honor_tapd": ("5.1.02.02.01.0012", "Honorarium TAPD", [
        ("Honorarium Tim Anggaran Pemerintah Daerah - Ketua", "Ketua", [(1, 1, "Orang"), (12, 12, "Bulan")], (3000000, 3500000, 50000)),
        ("Honorarium Tim Anggaran Pemerintah Daerah - Anggota", "Anggota", [(6, 10, "Orang"), (12, 12, "Bulan")], (1500000, 2000000, 50000)),
    ]),
    # office
    "atk": ("5.1.02.01.01.0024", "Alat tulis kantor", [
        ("Ballpoint tinta gel", "0,5 mm", [(5, 40, "Kotak")], (42000, 68000, 1000)),
        ("Map arsip dan ordner", "Folio", [(20, 120, "Buah")], (18000, 32000, 1000)),
        ("Tinta printer", "Botol 70 ml, hitam dan warna", [(10, 60, "Botol")], (95000, 135000, 5000)),
        ("Baterai, isolasi dan penjepit kertas", "Sesuai kebutuhan", [(1, 4, "Paket")], (350000, 900000, 25000)),
    ]),
    "kertas": ("5.1.02.01.01.0025", "Kertas dan cover", [
        ("Kertas HVS F4 80 gram", "Rim", [(40, 400, "Rim")], (54000, 66000, 1000)),
        ("Kertas HVS A4 70 gram", "Rim", [(30, 300, "Rim")], (48000, 58000, 1000)),
    ]),
    "cetak": ("5.1.02.01.01.0026", "Bahan cetak", [
        ("Cetak spanduk kegiatan", "Flexi 280 gram", [(10, 80, "Meter")], (35000, 45000, 1000)),
        ("Cetak buku laporan", "Jilid hard cover", [(20, 120, "Eksemplar")], (85000, 150000, 5000)),
        ("Penggandaan bahan rapat", "Fotokopi F4", [(2000, 24000, "Lembar")], (300, 350, 50)),
        ("Cetak leaflet dan brosur layanan", "Art paper 150 gram, full color", [(300, 3000, "Lembar")], (2500, 4500, 100)),
    ]),
    "cetak_blanko": ("5.1.02.01.01.0026", "Bahan cetak", [
        ("Cetak blanko karcis retribusi", "Rangkap 3, bernomor seri", [(300, 1500, "Buku")], (12000, 18000, 500)),
        ("Cetak formulir rekam medis", "HVS 70 gram, 2 muka", [(5000, 20000, "Lembar")], (450, 600, 50)),
    ]),
    "mamin": ("5.1.02.01.01.0052", "Makanan dan minuman rapat", [
        ("Makan rapat koordinasi", "Nasi kotak", [(25, 90, "Orang"), (4, 14, "Kali")], (38000, 45000, 1000)),
        ("Kudapan rapat", "Snack kotak", [(25, 90, "Orang"), (4, 14, "Kali")], (16000, 20000, 1000)),
    ]),
    "jamuan": ("5.1.02.01.01.0053", "Makanan dan minuman jamuan tamu", [
        ("Jamuan makan tamu pemerintah daerah", "Prasmanan", [(20, 80, "Orang"), (4, 12, "Kali")], (75000, 120000, 5000)),
        ("Jamuan kudapan tamu", "Snack dan minuman", [(20, 60, "Orang"), (6, 24, "Kali")], (25000, 35000, 1000)),
    ]),
    "mamin_lapangan": ("5.1.02.01.01.0058", "Makanan dan minuman aktivitas lapangan", [
        ("Makan petugas lapangan Kecamatan {kec}", "Nasi kotak", [(10, 40, "Orang"), (6, 20, "Kali")], (32000, 40000, 1000)),
    ]),
    "suvenir": ("5.1.02.01.01.0035", "Suvenir/cendera mata", [
        ("Plakat dan cendera mata tamu daerah", "Akrilik dan kain khas daerah", [(20, 120, "Buah")], (150000, 350000, 10000)),
    ]),
    "bbm": ("5.1.02.01.01.0004", "Bahan bakar dan pelumas", [
        ("BBM kendaraan dinas operasional", "Pertamax", [(1200, 9000, "Liter")], (13300, 14200, 100)),
        ("Solar kendaraan operasional lapangan", "Dexlite", [(1200, 9000, "Liter")], (13900, 14800, 100)),
    ]),
    "komputer_bahan": ("5.1.02.01.01.0029", "Bahan komputer", [
        ("Flashdisk dan media penyimpanan", "64 GB", [(5, 30, "Buah")], (95000, 145000, 5000)),
        ("Toner printer laser", "Hitam", [(4, 30, "Buah")], (850000, 1350000, 25000)),
    ]),
    "listrik_alat": ("5.1.02.01.01.0031", "Alat listrik", [
        ("Lampu LED dan perlengkapan listrik kantor", "18 watt", [(20, 120, "Buah")], (45000, 75000, 1000)),
    ]),
    "pakaian": ("5.1.02.01.01.0063", "Pakaian dinas harian", [
        ("Pakaian dinas harian pegawai", "Kain dan ongkos jahit", [(20, 120, "Stel")], (650000, 850000, 10000)),
    ]),
    "listrik": ("5.1.02.02.01.0061", "Rekening listrik", [
        ("Tagihan listrik gedung kantor", "Daya 66 kVA", _OB12, (9000000, 48000000, 500000)),
    ]),
    "air": ("5.1.02.02.01.0060", "Rekening air", [
        ("Tagihan air gedung kantor", "PDAM", _OB12, (600000, 4500000, 50000)),
    ]),
    "telepon": ("5.1.02.02.01.0059", "Rekening telepon", [
        ("Tagihan telepon kantor", "Abonemen dan pemakaian", _OB12, (350000, 1500000, 50000)),
    ]),
    "internet": ("5.1.02.02.01.0063", "Internet", [
        ("Langganan internet kantor", "Dedicated 100 Mbps", _OB12, (3500000, 12500000, 250000)),
    ]),
    "koran": ("5.1.02.02.01.0062", "Langganan surat kabar", [
        ("Langganan surat kabar harian lokal", "Harian", [(4, 12, "Eksemplar"), (12, 12, "Bulan")], (90000, 125000, 5000)),
    ]),
    "kirim": ("5.1.02.02.01.0064", "Pengiriman", [
        ("Biaya kirim surat dan dokumen", "Ekspedisi", _OB12, (250000, 900000, 50000)),
    ]),
    "admin": ("5.1.02.02.01.0026", "Jasa tenaga administrasi", [
        ("Jasa tenaga honorer administrasi", "Lulusan SMA sederajat", _orang_bulan(4, 16), (1500000, 2100000, 50000)),
        ("Iuran jaminan sosial tenaga honorer", "BPJS Ketenagakerjaan", _orang_bulan(4, 16), (16800, 21000, 100)),
    ]),
    "bersih": ("5.1.02.02.01.0030", "Jasa tenaga kebersihan", [
        ("Jasa tenaga kebersihan kantor", "Cleaning service", _orang_bulan(3, 9), (1500000, 2000000, 50000)),
    ]),
    "aman": ("5.1.02.02.01.0031", "Jasa tenaga keamanan", [
        ("Jasa tenaga keamanan kantor", "Satpam 3 sif", _orang_bulan(3, 9), (1600000, 2200000, 50000)),
    ]),
    "supir": ("5.1.02.02.01.0033", "Jasa tenaga supir", [
        ("Jasa pengemudi kendaraan operasional", "SIM B1", _orang_bulan(1, 6), (1700000, 2200000, 50000)),
    ]),
    "pel_mobil": ("5.1.02.03.02.0035", "Pemeliharaan kendaraan dinas", [
        ("Servis dan suku cadang kendaraan dinas", "Roda 4", [(2, 14, "Unit"), (1, 1, "Tahun")], (8000000, 18000000, 500000)),
    ]),
    "pel_komputer": ("5.1.02.03.02.0405", "Pemeliharaan komputer", [
        ("Pemeliharaan komputer dan printer", "Perbaikan ringan", [(10, 40, "Unit"), (1, 1, "Tahun")], (450000, 850000, 50000)),
    ]),
    "pel_gedung": ("5.1.02.03.03.0001", "Pemeliharaan gedung kantor", [
        ("Pengecatan dan perbaikan atap gedung kantor", "Pemeliharaan rutin", [(200, 1600, "m2")], (95000, 160000, 5000)),
    ]),
    "pc": ("5.2.02.10.01.0002", "Pengadaan komputer", [
        ("Laptop 14\" prosesor setara i5", "RAM 16 GB, SSD 512 GB", [(2, 10, "Unit")], (13500000, 16500000, 250000)),
        ("Komputer kerja, monitor 24\"", "RAM 8 GB, SSD 512 GB", [(2, 10, "Unit")], (10500000, 13000000, 250000)),
    ]),
    "mebel": ("5.2.02.05.02.0001", "Pengadaan mebel kantor", [
        ("Meja dan kursi kerja", "Setengah biro", [(4, 30, "Set")], (2400000, 3600000, 50000)),
    ]),
    "pendingin": ("5.2.02.05.02.0004", "Pengadaan alat pendingin", [
        ("AC split 1,5 PK", "Termasuk pemasangan", [(2, 10, "Unit")], (5500000, 7200000, 100000)),
    ]),
    # services, events, limited kinds
    "acara": ("5.1.02.02.01.0047", "Jasa penyelenggaraan acara", [
        ("Panggung, tenda dan dekorasi upacara Peringatan Hari Jadi Kabupaten", "Paket lengkap", [(1, 1, "Paket")], (45000000, 160000000, 2500000)),
        ("Jasa penyelenggara acara peresmian gedung layanan", "Paket lengkap", [(1, 1, "Paket")], (25000000, 75000000, 2500000)),
        ("Pawai pembangunan HUT Kemerdekaan RI", "Kendaraan hias dan perlengkapan", [(1, 1, "Paket")], (35000000, 95000000, 2500000)),
    ]),
    "acara_kecil": ("5.1.02.02.01.0047", "Jasa penyelenggaraan acara", [
        ("Dekorasi dan tenda upacara HUT Kemerdekaan RI", "Tingkat unit kerja", [(1, 1, "Paket")], (7500000, 22500000, 500000)),
        ("Penyelenggaraan peringatan hari besar nasional", "Tingkat unit kerja", [(1, 1, "Paket")], (5000000, 15000000, 500000)),
    ]),
    "sound": ("5.1.02.02.04.0132", "Sewa tata suara", [
        ("Sewa sound system dan lighting", "10.000 watt", [(1, 6, "Kali")], (4500000, 9500000, 500000)),
    ]),
    "gedung": ("5.1.02.02.05.0009", "Sewa gedung pertemuan", [
        ("Sewa gedung pertemuan", "Kapasitas 300 orang", [(1, 6, "Hari")], (5000000, 9500000, 500000)),
    ]),
    "bus": ("5.1.02.02.04.0036", "Sewa kendaraan", [
        ("Sewa kendaraan roda empat operasional", "Termasuk pengemudi", [(2, 8, "Unit"), (2, 6, "Hari")], (650000, 950000, 25000)),
    ]),
    "truk": ("5.1.02.02.04.0037", "Sewa kendaraan angkutan barang", [
        ("Sewa truk angkut logistik Kecamatan {kec}", "Colt diesel", [(1, 4, "Unit"), (2, 12, "Hari")], (1200000, 1800000, 50000)),
    ]),
    "publikasi": ("5.1.02.02.01.0055", "Publikasi dan iklan", [
        ("Iklan layanan masyarakat media daring", "Banner 30 hari", [(4, 24, "Kali tayang")], (2500000, 7500000, 250000)),
        ("Advertorial surat kabar", "Setengah halaman", [(2, 12, "Kali terbit")], (7500000, 14500000, 500000)),
        ("Siaran radio dan dokumentasi video kegiatan", "Spot 60 detik", [(6, 60, "Kali siar")], (350000, 650000, 50000)),
    ]),
    "sosialisasi": ("5.1.02.02.12.0002", "Sosialisasi", [
        ("Sosialisasi peraturan perundang-undangan", "Bahan dan perlengkapan peserta", [(50, 200, "Peserta")], (95000, 165000, 5000)),
        ("Seminar dan FGD pemangku kepentingan", "Kit dan konsumsi peserta", [(40, 120, "Peserta")], (125000, 225000, 5000)),
    ]),
    "bimtek": ("5.1.02.02.12.0003", "Bimbingan teknis", [
        ("Kontribusi peserta bimbingan teknis", "Lembaga penyelenggara terakreditasi", [(2, 12, "Orang")], (3500000, 5500000, 250000)),
        ("Workshop peningkatan kapasitas aparatur", "Paket pelatihan", [(20, 60, "Peserta")], (450000, 850000, 50000)),
    ]),
    "kursus": ("5.1.02.02.12.0001", "Kursus singkat", [
        ("Kontribusi kursus singkat jabatan fungsional", "Diklat sertifikasi", [(1, 6, "Orang")], (5500000, 9500000, 250000)),
    ]),
    "pim": ("5.1.02.02.12.0004", "Diklat kepemimpinan", [
        ("Kontribusi pelatihan kepemimpinan administrator", "Pola fasilitasi", [(2, 8, "Orang")], (19500000, 24500000, 250000)),
    ]),
    "kajian": ("5.1.02.02.09.0012", "Jasa konsultansi", [
        ("Kajian potensi ekonomi daerah", "Tenaga ahli dan survei lapangan", [(1, 1, "Paket")], (75000000, 195000000, 2500000)),
        ("Penyusunan naskah akademik rancangan perda", "Tenaga ahli", [(1, 1, "Paket")], (45000000, 95000000, 2500000)),
    ]),
    "kajian_bencana": ("5.1.02.02.09.0012", "Jasa konsultansi", [
        ("Penyusunan dokumen kajian risiko bencana", "Dokumen wajib, 1 dokumen", [(1, 1, "Paket")], (120000000, 180000000, 2500000)),
    ]),
    "rdtr": ("5.1.02.02.09.0012", "Jasa konsultansi", [
        ("Penyusunan materi teknis RDTR dan KLHS Kawasan {kec}", "Dokumen dan peta skala 1:5.000", [(1, 1, "Paket")], (350000000, 650000000, 5000000)),
    ]),
    "konsultan": ("5.1.02.02.08.0009", "Jasa konsultansi konstruksi", [
        ("Perencanaan teknis (DED) ruas {ruas}", "Gambar, RAB, spesifikasi", [(1, 1, "Paket")], (65000000, 185000000, 2500000)),
        ("Studi kelayakan Jembatan {desa}", "Survei topografi dan geoteknik", [(1, 1, "Paket")], (120000000, 240000000, 5000000)),
    ]),
    "pengawas": ("5.1.02.02.08.0019", "Jasa konsultansi pengawasan", [
        ("Pengawasan pekerjaan konstruksi gedung {desa}", "Konsultan pengawas", [(1, 1, "Paket")], (35000000, 95000000, 2500000)),
    ]),
    "tenaga_ahli": ("5.1.02.02.01.0029", "Jasa tenaga ahli", [
        ("Jasa tenaga ahli bidang hukum dan kebijakan", "Tenaga ahli S2", [(1, 6, "Orang"), (12, 12, "Bulan")], (4500000, 7500000, 250000)),
    ]),
    "guru_honor": ("5.1.02.02.01.0013", "Jasa tenaga pendidikan", [
        ("Jasa guru honorer sekolah negeri Kecamatan {kec}", "Guru tidak tetap", [(20, 60, "Orang"), (12, 12, "Bulan")], (750000, 1250000, 50000)),
    ]),
    "nakes": ("5.1.02.02.01.0014", "Jasa tenaga kesehatan", [
        ("Jasa tenaga kesehatan kontrak Puskesmas {kec}", "Bidan dan perawat", [(4, 16, "Orang"), (12, 12, "Bulan")], (1900000, 2600000, 50000)),
    ]),
    "hadiah": ("5.1.02.05.01.0001", "Hadiah perlombaan", [
        ("Hadiah lomba tingkat kabupaten", "Uang pembinaan juara I-III", [(1, 6, "Cabang")], (4500000, 15000000, 500000)),
    ]),
    "modal_gedung_sd": ("5.2.03.01.01.0010", "Belanja modal gedung pendidikan", [
        ("Pembangunan ruang kelas baru SDN {desa}", "2 ruang, lantai 1", [(1, 1, "Paket")], (340000000, 520000000, 5000000)),
        ("Rehabilitasi ruang kelas SMPN {kec}", "3 ruang, rusak berat", [(1, 1, "Paket")], (390000000, 610000000, 5000000)),
    ]),
    "mebel_sekolah": ("5.2.02.05.02.0001", "Mebel sekolah", [
        ("Meja kursi siswa SDN {desa}", "Kayu, 1 set", [(60, 180, "Set")], (650000, 850000, 10000)),
    ]),
    "alat_peraga": ("5.2.02.08.03.0016", "Alat praktik dan peraga", [
        ("Alat peraga IPA SMPN {kec}", "Kit praktik", [(2, 8, "Set")], (18000000, 36000000, 500000)),
        ("Alat permainan edukatif PAUD {desa}", "Dalam dan luar ruang", [(2, 6, "Set")], (12000000, 18000000, 500000)),
    ]),
    "bos": ("5.1.02.88.88.8888", "Dana BOS", [
        ("BOS reguler SD negeri Kecamatan {kec}", "Satuan pendidikan dasar", [(1800, 3600, "Siswa")], (900000, 940000, 10000)),
        ("BOS reguler SMP negeri Kecamatan {kec}", "Satuan pendidikan menengah pertama", [(700, 1500, "Siswa")], (1100000, 1160000, 10000)),
    ]),
    "bop": ("5.1.05.05.02.0001", "BOP PAUD dan kesetaraan", [
        ("Hibah BOP PAUD Kecamatan {kec}", "Satuan pendidikan swasta", [(250, 900, "Anak")], (600000, 620000, 10000)),
    ]),
    "makan_siswa": ("5.1.02.01.01.0055", "Makanan pendidikan", [
        ("Konsumsi siswa asrama dan peserta lomba siswa", "Nasi kotak", [(60, 240, "Orang"), (3, 12, "Kali")], (30000, 36000, 1000)),
    ]),
    "blud": ("5.1.02.99.99.9999", "Belanja BLUD", [
        ("Belanja barang dan jasa BLUD Puskesmas {kec}", "Pendapatan jasa layanan", [(1, 1, "Tahun")], (1450000000, 3400000000, 5000000)),
    ]),
    "bok": ("5.1.02.05.02.0002", "Bantuan operasional kesehatan", [
        ("Kunjungan rumah dan posyandu Puskesmas {kec}", "Kader dan petugas", [(20, 80, "Orang"), (10, 12, "Bulan")], (150000, 250000, 10000)),
        ("Transpor pasien rujukan Puskesmas {kec}", "Ambulans ke rumah sakit rujukan", [(40, 160, "Kali")], (350000, 650000, 50000)),
    ]),
    "obat": ("5.1.02.01.01.0037", "Obat-obatan", [
        ("Obat esensial dan bahan medis habis pakai Puskesmas {kec}", "Sesuai formularium", [(1, 1, "Tahun")], (350000000, 950000000, 5000000)),
        ("Vaksin dan reagen program {kec}", "Rantai dingin", [(1, 1, "Tahun")], (120000000, 360000000, 5000000)),
    ]),
    "pmt": ("5.1.02.01.01.0056", "Pemberian makanan tambahan", [
        ("PMT lokal balita dan ibu hamil Puskesmas {kec}", "Siklus 28 hari", [(60, 220, "Orang"), (28, 56, "Hari")], (16000, 21000, 500)),
    ]),
    "jkn": ("5.1.02.02.02.0003", "Iuran jaminan kesehatan", [
        ("Iuran jaminan kesehatan peserta PBPU dan BP kelas 3", "Ditanggung pemerintah daerah", [(56000, 58000, "Orang"), (12, 12, "Bulan")], (37800, 37800, 100)),
    ]),
    "alkes": ("5.2.02.07.01.0001", "Alat kesehatan", [
        ("Alat kedokteran umum Puskesmas {kec}", "Sesuai ASPAK", [(1, 4, "Set")], (145000000, 385000000, 5000000)),
    ]),
    "modal_pusk": ("5.2.03.01.01.0006", "Belanja modal bangunan kesehatan", [
        ("Rehabilitasi gedung Puskesmas {kec}", "Rusak sedang", [(1, 1, "Paket")], (650000000, 1450000000, 10000000)),
    ]),
    "jalan_modal": ("5.2.04.01.01.0010", "Belanja modal jalan", [
        ("Rekonstruksi Jalan {ruas}", "Hotmix AC-WC", [(1, 4, "km")], (1450000000, 2350000000, 10000000)),
        ("Pemeliharaan berkala Jalan {ruas}", "Overlay", [(1, 3, "km")], (650000000, 950000000, 10000000)),
    ]),
    "jembatan": ("5.2.04.01.02.0003", "Belanja modal jembatan", [
        ("Pembangunan Jembatan {desa}", "Beton prategang", [(1, 1, "Paket")], (2400000000, 6800000000, 50000000)),
    ]),
    "jalan_rutin": ("5.1.02.03.04.0010", "Pemeliharaan rutin jalan", [
        ("Pemeliharaan rutin Jalan {ruas}", "Tambal sulam dan bahu jalan", [(2, 9, "km")], (45000000, 85000000, 2500000)),
    ]),
    "irigasi": ("5.2.04.02.01.0003", "Belanja modal irigasi", [
        ("Rehabilitasi jaringan irigasi D.I. {desa}", "Pasangan batu", [(300, 1200, "m")], (850000, 1350000, 50000)),
        ("Saluran irigasi cetak sawah baru Desa {desa}", "Saluran tersier", [(300, 900, "m")], (650000, 950000, 50000)),
    ]),
    "drainase": ("5.2.04.02.07.0003", "Belanja modal drainase", [
        ("Rehabilitasi drainase perkotaan {ruas}", "U-ditch", [(200, 900, "m")], (1450000, 2150000, 50000)),
    ]),
    "spam": ("5.2.04.04.01.0005", "Belanja modal jaringan air minum", [
        ("Perluasan SPAM jaringan perpipaan Desa {desa}", "Pipa HDPE", [(120, 360, "SR")], (3500000, 5500000, 100000)),
    ]),
    "banjir": ("5.2.04.02.04.0001", "Pengendali banjir", [
        ("Pembangunan Sistem Peringatan Dini banjir {desa}", "Sensor muka air dan sirene", [(1, 3, "Titik")], (145000000, 285000000, 5000000)),
        ("Perkuatan tebing Sungai {desa}", "Bronjong", [(60, 240, "m")], (3500000, 5500000, 100000)),
    ]),
    "excavator": ("5.2.02.01.01.0003", "Alat berat", [
        ("Excavator kelas 20 ton", "Termasuk pelatihan operator", [(1, 2, "Unit")], (1650000000, 1950000000, 10000000)),
    ]),
    "dump": ("5.2.02.02.01.0003", "Kendaraan angkutan", [
        ("Dump truck pengangkut sampah", "6 m3", [(1, 3, "Unit")], (510000000, 620000000, 5000000)),
    ]),
    "bahan_bangunan": ("5.1.02.01.01.0001", "Bahan bangunan", [
        ("Aspal, batu dan pasir pemeliharaan Kecamatan {kec}", "Material di lokasi", [(60, 360, "m3")], (350000, 750000, 25000)),
    ]),
    "bansos_uang": ("5.1.06.01.01.0001", "Bantuan sosial", [
        ("Bantuan sosial lanjut usia telantar Kecamatan {kec}", "Transfer rekening", [(60, 240, "Orang"), (6, 12, "Bulan")], (200000, 300000, 50000)),
    ]),
    "bansos_barang": ("5.1.06.01.02.0001", "Bantuan sosial barang", [
        ("Paket sembako korban bencana Kecamatan {kec}", "Beras, lauk dan minyak", [(150, 600, "Paket")], (185000, 285000, 5000)),
        ("Alat bantu penyandang disabilitas Kecamatan {kec}", "Kursi roda dan alat bantu dengar", [(10, 40, "Unit")], (1250000, 2850000, 50000)),
    ]),
    "masyarakat": ("5.1.02.01.01.0039", "Barang diserahkan kepada masyarakat", [
        ("Sarana produksi kelompok tani Desa {desa}", "Pupuk, benih dan alat semprot", [(10, 60, "Paket")], (2500000, 6500000, 100000)),
        ("Perlengkapan usaha kelompok masyarakat Desa {desa}", "Paket usaha", [(5, 30, "Paket")], (3500000, 7500000, 100000)),
    ]),
    "bibit": ("5.1.02.01.01.0008", "Bibit tanaman", [
        ("Bibit tanaman penghijauan hutan kota {kec}", "Tinggi 1 meter", [(500, 3000, "Batang")], (18000, 32000, 1000)),
        ("Benih padi unggul Desa {desa}", "Bersertifikat", [(2000, 9000, "kg")], (13000, 16500, 500)),
    ]),
    "ternak": ("5.1.02.01.01.0011", "Bibit ternak", [
        ("Bibit kambing kelompok ternak Desa {desa}", "Umur 8-12 bulan", [(20, 80, "Ekor")], (2250000, 2850000, 50000)),
    ]),
    "bahan_lain": ("5.1.02.01.01.0012", "Bahan lainnya", [
        ("Bahan uji kualitas air dan udara {kec}", "Reagen", [(4, 16, "Paket")], (2500000, 4500000, 100000)),
        ("Disinfektan dan bahan pengendali OPT {kec}", "Ramah lingkungan", [(10, 60, "Paket")], (850000, 1850000, 50000)),
    ]),
    "alat_lab": ("5.2.02.08.01.0046", "Alat laboratorium", [
        ("Alat uji kualitas air", "Portabel", [(1, 3, "Unit")], (65000000, 145000000, 5000000)),
    ]),
    "jaringan": ("5.2.02.10.02.0004", "Peralatan jaringan", [
        ("Perangkat jaringan intra pemerintah Kecamatan {kec}", "Switch dan access point", [(2, 8, "Unit")], (8500000, 24500000, 500000)),
    ]),
    "software": ("5.2.05.08.01.0005", "Perangkat lunak", [
        ("Pengembangan aplikasi layanan terpadu", "Sesuai cetak biru SPBE", [(1, 1, "Paket")], (145000000, 365000000, 5000000)),
    ]),
    "gor": ("5.2.03.01.01.0011", "Belanja modal gedung olahraga", [
        ("Rehabilitasi gelanggang olahraga Kecamatan {kec}", "Lantai dan atap", [(1, 1, "Paket")], (450000000, 1250000000, 10000000)),
    ]),
    "atlet": ("5.1.02.05.02.0002", "Pembinaan", [
        ("Uang pembinaan atlet pelajar cabang {cabor}", "Pemusatan latihan", [(10, 30, "Orang"), (6, 10, "Bulan")], (450000, 750000, 50000)),
    ]),
    "pengajian": ("5.1.02.05.02.0002", "Bina mental spiritual", [
        ("Fasilitasi pengajian dan bimbingan perjalanan ibadah haji", "Petugas dan pembimbing", [(20, 60, "Orang"), (1, 3, "Kali")], (750000, 1250000, 50000)),
        ("Insentif guru ngaji dan imam masjid Kecamatan {kec}", "Per bulan", [(60, 180, "Orang"), (12, 12, "Bulan")], (150000, 200000, 50000)),
    ]),
    "hibah_pusat": ("5.1.05.01.01.0001", "Hibah instansi vertikal", [
        ("Hibah uang pengamanan wilayah kepada instansi vertikal", "Naskah perjanjian hibah", [(1, 1, "Paket")], (450000000, 1250000000, 50000000)),
    ]),
    "hibah_barang_pusat": ("5.1.05.01.02.0001", "Hibah instansi vertikal", [
        ("Hibah perlengkapan kantor kepada instansi vertikal", "Naskah perjanjian hibah", [(1, 1, "Paket")], (150000000, 350000000, 10000000)),
    ]),
    "hibah_lembaga": ("5.1.05.05.01.0001", "Hibah lembaga", [
        ("Hibah operasional lembaga keagamaan dan olahraga", "Proposal dan NPHD", [(1, 1, "Paket")], (350000000, 950000000, 50000000)),
        ("Hibah organisasi kepemudaan dan kepramukaan", "Proposal dan NPHD", [(1, 1, "Paket")], (150000000, 450000000, 50000000)),
    ]),
    "dprd_komunikasi": ("5.1.01.04.08.0001", "Tunjangan DPRD", [
        ("Tunjangan komunikasi intensif pimpinan dan anggota", "Kemampuan keuangan sedang", [(35, 35, "Orang"), (12, 12, "Bulan")], (10500000, 10500000, 100000)),
    ]),
    "dprd_representasi": ("5.1.01.04.01.0001", "Uang representasi DPRD", [
        ("Uang representasi pimpinan dan anggota", "Sesuai ketentuan", [(35, 35, "Orang"), (12, 12, "Bulan")], (1575000, 1575000, 25000)),
    ]),
    "dprd_rumah": ("5.1.01.04.12.0004", "Tunjangan perumahan DPRD", [
        ("Tunjangan perumahan anggota", "Sesuai penilaian", [(35, 35, "Orang"), (12, 12, "Bulan")], (8500000, 8500000, 100000)),
    ]),
    "beasiswa": ("5.1.02.02.11.0002", "Beasiswa tugas belajar", [
        ("Beasiswa tugas belajar S2 aparatur", "Perguruan tinggi negeri", [(4, 12, "Orang"), (2, 2, "Semester")], (9500000, 14500000, 500000)),
    ]),
    "btt": ("5.3.01.01.01.0001", "Belanja tidak terduga", [
        ("Belanja tidak terduga", "Darurat dan mendesak", [(1, 1, "Tahun")], (12000000000, 12000000000, 1000000)),
    ]),
    "desa": ("5.4.02.05.01.0001", "Bantuan keuangan desa", [
        ("Alokasi dana desa Kecamatan {kec}", "Transfer ke rekening kas desa", [(12, 21, "Desa")], (395000000, 465000000, 5000000)),
        ("Bantuan keuangan desa - dana desa Kecamatan {kec}", "Earmark dan nonearmark", [(12, 21, "Desa")], (845000000, 935000000, 5000000)),
    ]),
}

# share of an OPD's salary bill in per mille, paid 14 times or 12 times a year
GAJI = [
    ("5.1.01.01.01.0001", "Gaji pokok PNS", 14, 560),
    ("5.1.01.01.02.0001", "Tunjangan keluarga PNS", 14, 50),
    ("5.1.01.01.03.0001", "Tunjangan jabatan PNS", 14, 30),
    ("5.1.01.01.04.0001", "Tunjangan fungsional PNS", 14, 30),
    ("5.1.01.01.06.0001", "Tunjangan beras PNS", 12, 25),
    ("5.1.01.01.09.0001", "Iuran jaminan kesehatan PNS", 12, 25),
    ("5.1.01.02.01.0001", "Tambahan penghasilan beban kerja PNS", 13, 280),
]

TEMPAT = {
    "kota": ["Jakarta", "Bandung", "Surabaya", "Semarang", "Denpasar", "Makassar", "Medan", "Yogyakarta", "ibu kota provinsi"],
    "kec": ["Contoh Hulu", "Contoh Tengah", "Contoh Hilir", "Raya Makmur", "Raya Sentosa", "Muara Raya", "Bukit Contoh",
            "Rawa Indah", "Tanjung Contoh", "Pulau Raya", "Padang Contoh", "Sungai Raya"],
    "desa": ["Suka Contoh", "Mekar Raya", "Karang Contoh", "Talang Raya", "Lubuk Contoh", "Simpang Raya", "Air Contoh",
             "Tebing Raya", "Ujung Contoh", "Batu Raya", "Kebun Contoh", "Rantau Raya", "Teluk Contoh", "Gunung Raya"],
    "ruas": ["Contoh Hulu-Mekar Raya", "Suka Contoh-Simpang Raya", "Lingkar Contoh", "Muara Raya-Tebing Raya", "Pasar Contoh",
             "Bukit Contoh-Air Contoh", "Poros Raya Makmur", "Talang Raya-Batu Raya", "Rawa Indah-Ujung Contoh", "Jalan Merdeka Contoh"],
    "cabor": ["atletik", "renang", "pencak silat", "bulu tangkis", "voli", "panahan"],
}

# fund sources by the first account that matches
SUMBER_DANA = [
    ("5.1.02.88", "1.2.02.01", "DAK Nonfisik-BOS"),
    ("5.1.02.99", "1.1.04", "PAD-BLUD"),
    ("5.1.01.03.03", "1.2.02.02", "DAK Nonfisik-TPG"),
    ("5.1.01", "1.2.01.06", "Dana Alokasi Umum"),
    ("5.2.03", "1.2.01.07", "DAU yang Ditentukan Penggunaannya"),
    ("5.2.04", "1.2.01.05", "DBH dan DAK Fisik"),
    ("5.1.02.04", "1.1", "Pendapatan Asli Daerah (PAD)"),
    ("5", "1.2.01.06", "Dana Alokasi Umum"),
]
