"""Made descriptions of honoraria in the shapes of RKA and DPA exports, each with what it says: role and tier, or that it does not say.

Seeded: the same texts on every machine. No table of effcheck is read here.
"""

import random

TIERS = {"le_100jt": ("s.d. Rp100 juta", "sampai dengan Rp. 100.000.000", "s/d 100 jt"),
         "gt_100jt_250jt": ("di atas Rp100 juta s.d. Rp250 juta", "diatas 100 jt s/d 250 jt"),
         "gt_1m_2_5m": ("di atas 1 M s.d. 2,5 M", "di atas Rp1 miliar s.d. Rp2,5 miliar", "diatas Rp. 1.000.000.000 sampai dengan Rp. 2.500.000.000"),
         "gt_5m_10m": ("di atas 5 s.d. 10 Milyar", "diatas 5M s/d 10M", "> 5 miliar - 10 miliar"),
         "gt_10m_25m": ("di atas Rp10 miliar s.d. Rp25 miliar", "diatas Rp 10.000.000.000,00 s/d Rp 25.000.000.000,00"),
         "gt_1t": ("di atas Rp1 triliun",)}
OFFICERS = {"pa_kpa": ("Honorarium Pengguna Anggaran", "Honor PA/KPA", "Kuasa Pengguna Anggaran (KPA)"),
            "pptk": ("Honorarium Penanggung Jawab Pengelola Keuangan PPTK", "Honorarium PPTK", "Pejabat Pelaksana Teknis Kegiatan (PPTK)"),
            "ppk_skpd": ("Honorarium PPK-SKPD", "Pejabat Penatausahaan Keuangan SKPD (PPK SKPD)"),
            "bendahara_pengeluaran_penerimaan": ("Honorarium Bendahara Pengeluaran", "Bendahara Penerimaan"),
            "bendahara_pembantu": ("Bendahara Pengeluaran Pembantu", "Honor Bendahara Penerimaan Pembantu")}
RANKS = {"kepala_daerah_pejabat_daerah_setara": ("Kepala Daerah/Pejabat Daerah lainnya yang disetarakan", "Bupati", "Pimpinan DPRD"),
         "eselon_1": ("Pejabat Eselon I / yang disetarakan", "Eselon 1"), "eselon_2": ("Eselon II / yang disetarakan", "Pejabat Eselon II.a", "(Es. II)", "Eselon 2"),
         "eselon_3_ke_bawah": ("Pejabat Eselon III ke bawah/yang disetarakan", "eselon iii kebawah", "Es. III", "Eselon IV"),
         "menteri_pejabat_negara_setara": ("Menteri/Pejabat Setingkat Menteri/Pejabat Negara Lainnya",)}
SPEAKERS = ("Honorarium Narasumber {}", "Honor Nara Sumber - {}", "Honorarium Narasumber/Pembahas\r\nSpesifikasi: {}", "Narsum {}", "Honorarium Pembahas, {}")
TEAM = {"tim_pelaksana_sk_kepala_daerah": ("ditetapkan Kepala Daerah", "yang ditetapkan oleh Bupati", "SK Bupati"),
        "tim_pelaksana_sk_sekda": ("ditetapkan Sekretaris Daerah", "yang ditetapkan oleh Sekda", "SK Sekretaris Daerah")}
TEAM_ROLES = {"pengarah": "Pengarah", "penanggung_jawab": "Penanggung Jawab", "ketua": "Ketua", "wakil_ketua": "Wakil Ketua", "sekretaris": "Sekretaris",
              "anggota": "Anggota"}
TEAMS = ("Tim Pelaksana Kegiatan {} - {}", "Honorarium Tim Pelaksana Kegiatan dan Sekretariat Tim Pelaksana Kegiatan {}\r\nSpesifikasi: {}", "Tim Teknis ({}), {}")
COMMITTEE = {"penanggung_jawab": "Penanggung Jawab", "ketua_wakil_ketua": "Ketua", "sekretaris": "Sekretaris", "anggota": "Anggota"}
PLAIN = [("moderator", "moderator", ("Honor Moderator", "Honorarium Moderator Sosialisasi")), ("pembawa_acara", "pembawa_acara", ("Pembawa Acara", "Honorarium MC")),
         ("rohaniwan", "rohaniwan", ("Honorarium Rohaniwan",)), ("pengadaan_barang_jasa", "pejabat_pengadaan", ("Honorarium Pejabat Pengadaan Barang/Jasa",)),
         ("keterangan_ahli_beracara", "pemberi_keterangan_ahli_saksi_ahli", ("Honorarium Pemberi Keterangan Ahli/Saksi Ahli",)),
         ("tim_pengelola_ti_website", "redaktur", ("Honorarium Pengelola Website - Redaktur",)), ("diklat", "penceramah", ("Honorarium Penceramah Diklat",)),
         ("diklat", "pengajar_luar_skpd", ("Pengajar Diklat dari luar SKPD penyelenggara",)), ("tim_jurnal", "fotografer", ("Tim Penyusun Jurnal, Fotografer",))]
UNCLEAR = ("Honorarium Narasumber", "Honorarium Narasumber Eselon II dan Eselon III", "Honorarium Tim Pelaksana Kegiatan - Anggota", "Honorarium PPTK",
           "Honor Narasumber dan Moderator Eselon II", "Honorarium Panitia", "Honorarium Bulanan", "PPTK nilai pagu di atas 1 M s.d. 3 M",
           "Honorarium Narasumbr Eselon II", "Honorarium Narasumber Eselon V", "Honorarium Ketua dan Sekretaris Panitia", "Bendahara Pengeluaran nilai pagu 2 M",
           "Honorarium Bendahara Pengeluaran PPTK di atas 1 M s.d. 2,5 M", "Tim Pelaksana ditetapkan Sekda atas nama Bupati - Ketua", "Honor Panitia Pengadaan - Ketua",
           "Honorarium PPTK pagu di atas 1 M", "Honor Tim", "Honorarium Narasumber, Moderator, Pembawa Acara dan Panitia", "Honorarium TAPD - Ketua")
UNITS = {"OJ": ("OJ", "Orang / Jam", "Org/Jam", "orang/jam"), "OB": ("OB", "Orang / Bulan", "Org/Bln", "orang bulan"), "OK": ("OK", "Orang / Kegiatan", "OR/K", "Orang/Kali"),
         "OJP": ("OJP", "Orang / Jam Pelajaran"), "Oter": ("Oter", "Orang / Terbitan")}
FACTOR = {"OJ": "Jam", "OB": "Bulan", "OK": "Kegiatan", "OJP": "Jam Pelajaran", "Oter": "Terbitan"}


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def text(self):
        """(activity, role, tier, words); role None = not said."""
        r, kind = self.random, self.random.random()
        if kind < 0.15:
            return None, None, None, r.choice(UNCLEAR)
        if kind < 0.35:
            rank = r.choice(list(RANKS))
            return "narasumber_pembahas", rank, None, r.choice(SPEAKERS).format(r.choice(RANKS[rank]))
        if kind < 0.55:
            officer, tier = r.choice(list(OFFICERS)), r.choice(list(TIERS))
            words = "%s (nilai pagu dana %s)" % (r.choice(OFFICERS[officer]), r.choice(TIERS[tier]))
            return "pj_pengelola_keuangan", officer, tier, words
        if kind < 0.75:
            team, role = r.choice(list(TEAM)), r.choice(list(TEAM_ROLES))
            return team, role, None, r.choice(TEAMS).format(r.choice(TEAM[team]), TEAM_ROLES[role])
        if kind < 0.87:
            role = r.choice(list(COMMITTEE))
            return "panitia", role, None, r.choice(("Panitia - %s", "Honorarium Panitia Pelaksana\r\nSpesifikasi: %s", "Honor Panitia (%s)")) % COMMITTEE[role]
        activity, role, words = r.choice(PLAIN)
        return activity, role, None, r.choice(words)

    def written(self, words):
        r = self.random
        return r.choice([words, words, words.upper(), words.lower(), words.replace(" - ", " "), "  " + words + " "])

    def volume(self, unit):
        """(cell of the volume, coefficient, number of units)"""
        r, persons, times = self.random, self.random.randrange(1, 8), self.random.randrange(1, 13)
        number, factor = persons * times, FACTOR[unit]
        shape = r.choice(["%d Orang x %d %s" % (persons, times, factor), "%d orang %d %s" % (persons, times, factor.lower()), "%d %s" % (number, UNITS[unit][0]),
                          "%d Orang / %s" % (number, factor), ""])
        return ("" if shape and r.random() < 0.4 else str(number)), shape, number
