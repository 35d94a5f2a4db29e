"""Generates units with budgets near every boundary of the checks, as CSV files. Seeded: the same numbers on every machine."""

import csv
import random

MEASURES = ("murni", "kini", "realisasi")
HEADER = {"murni": "PAGU MURNI", "kini": "PAGU", "realisasi": "REALISASI"}
FIXED = ["TAHUN", "KODE SKPD", "NAMA SKPD", "KODE SUB KEGIATAN", "NAMA SUB KEGIATAN", "KODE REKENING", "NAMA REKENING", "URAIAN"]
TRAVEL = ["5.1.02.04.01.0001", "5.1.02.04.01.0003", "5.1.02.04.01.0004", "5.1.02.04.01.0005", "5.1.02.04.02.0001"]
NEIGHBOURS = ["5.1.02.02.04.0036", "5.1.02.02.05.0043", "5.1.02.01.01.0052", "5.1.02.01.01.0053", "5.1.02.02.12.0003", "5.1.02.02.01.0047"]
OTHERS = ["5.1.02.02.01.0003", "5.1.02.02.01.0004", "5.1.01.03.07.0001", "5.1.02.01.01.0026", "5.1.02.02.01.0055", "5.1.02.01.01.0063",
          "5.2.02.02.01.0001", "5.2.02.05.02.0001", "5.1.02.01.01.0037", "5.1.02.02.01.0061", "5.1.05.01.01.0001"]
ACTIVITIES = [("1.02.02.2.01.0009", "Pengelolaan Layanan"), ("1.02.01.2.06.0009", "Administrasi Umum"), ("1.01.02.2.01.0001", "Pengelolaan Sarana"),
              ("4.01.02.2.01.0001", "Fasilitasi Wilayah"), ("4.01.03.2.01.0001", "Koordinasi Pengendalian Inflasi Daerah"), ("1.03.10.2.01.0005", "Penataan Kawasan"),
              ("2.16.02.2.01.0003", "Layanan Data")]
DETAILS = ["NOMOR DOKUMEN", "TANGGAL DOKUMEN", "NIP PEGAWAI", "NAMA PEGAWAI", "INDIKATOR KINERJA", "TARGET KINERJA", "SATUAN TARGET"]
PAYEES = [("", ""), ("1970", "Sri Wahyuni"), ("1970", "SRI  WAHYUNI"), ("", "Budi Santoso"), ("1981", "Agus Salim")]
REMARKS = ["Uraian belanja", "uraian  BELANJA", "Uraian belanja bulan Maret", "Uraian belanja bulan April", "Uraian belanja Nopember"]
TARGETS = [("12", "Bulan"), ("0", "Bulan"), ("", ""), ("3", "Dokumen"), ("1", "Laporan Kegiatan"), ("40", "Orang")]
SHARES = [(1, 1), (1, 2), (1, 2), (4999, 10000), (5001, 10000), (0, 1), (2, 1), (11, 10), (1, 3), (4, 5)]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def amount(self):
        r = self.random
        return r.choice([0, r.randrange(1, 400), r.randrange(1, 10**6), r.randrange(1, 10**12), 10000 * r.randrange(1, 10**6)])

    def amounts(self):
        r, murni = self.random, self.amount()
        over, under = r.choice(SHARES)
        kini = murni * over // under + r.choice([0, 0, 0, 0, -1, 1])
        over, under = r.choice(SHARES[1:] + [(3, 8), (9, 24), (37, 100)])
        real = murni * over // under + r.choice([0, 0, 1])
        if r.random() < 0.1:
            murni, kini = 0, self.amount()
        if r.random() < 0.02:
            real = -real
        if r.random() < 0.02:
            kini = -kini
        return {"murni": murni, "kini": kini, "realisasi": real}

    def line(self, account, text="Uraian belanja", activity=None):
        code, name = activity or self.random.choice(ACTIVITIES[: self.random.choice([1, 3, 7])])
        return dict(self.amounts(), account=account, text=text, activity=code, activity_name=name)

    def shift(self):
        """Travel cut in a sub kegiatan, neighbours up by some share of the cut, often at a boundary."""
        r, activity = self.random, self.random.choice(ACTIVITIES)
        cut = 10000 * r.randrange(1, 10**5)
        travel = {"murni": 2 * cut, "kini": cut, "realisasi": r.randrange(cut + 1)}
        share = r.choice([2499, 2500, 2501, 7999, 8000, 8001, 10000, 12499, 12500, 12501, r.randrange(15000)])
        up = {"murni": 0, "kini": cut * share // 10000, "realisasi": 0}
        place = {"text": "Uraian belanja", "activity": activity[0], "activity_name": activity[1]}
        return [dict(travel, account=r.choice(TRAVEL), **place), dict(up, account=r.choice(NEIGHBOURS), **place)]

    def heavy(self):
        """A sub kegiatan of which about 70 % are inputs."""
        r, activity, whole = self.random, self.random.choice(ACTIVITIES), 10000 * self.random.randrange(1, 10**5)
        inputs = whole * r.choice([6999, 7000, 7001, 7000]) // 10000
        place = {"text": "Uraian belanja", "activity": activity[0], "activity_name": activity[1], "realisasi": 0}
        return [dict(place, account=r.choice(TRAVEL), murni=inputs, kini=inputs), dict(place, account="5.1.02.01.01.0037", murni=whole, kini=whole - inputs)]

    def lines(self):
        r, kind = self.random, self.random.random()
        if kind < 0.1:
            return self.shift()
        if kind < 0.2:
            return self.heavy()
        lines = [self.line(r.choice(TRAVEL)) for _ in range(r.choice([0, 1, 1, 2, 3]))]
        lines += [self.line(r.choice(NEIGHBOURS + OTHERS)) for _ in range(r.choice([0, 1, 3, 6]))]
        if r.random() < 0.05:
            lines.append(self.line(r.choice(TRAVEL), "Studi banding ke provinsi lain"))
        if r.random() < 0.05:
            lines.append(self.line("5.1.02.02.04.0036", "Tiket pesawat"))
        if r.random() < 0.2:
            lines += self.shift()
        if lines and r.random() < 0.04:
            r.choice(lines)["murni"] = None
        return lines or [self.line("5.1.02.02.01.0061")]


    # ---- what payments say, and what activities are to bring about ----

    def date(self):
        r = self.random
        return r.choice([""] * 2 + ["2024-12-31", "Desember"]) if r.random() < 0.03 else "2025-%02d-%02d" % (r.choice([1, 3, 6, 9, 10, 11, 12, 12]), r.randrange(1, 29))

    def detail(self, line):
        r = self.random
        nip, name = r.choice(PAYEES[1:] if r.random() < 0.97 else PAYEES)
        target, unit = r.choice(TARGETS)
        line.update(document="" if r.random() < 0.02 else "D-%d" % r.randrange(10**6), date=self.date(), nip=nip, payee=name,
                    indicator=r.choice(["Cakupan layanan"] * 5 + [""]), target=target, target_unit=unit)
        if line["text"] == "Uraian belanja":
            line["text"] = r.choice(REMARKS)

    def again(self, line):
        """The same payment by another document, or nearly so."""
        r = self.random
        other = dict(line, murni=0, kini=0, document=line["document"] if r.random() < 0.3 else "D-%d" % r.randrange(10**6))
        change = r.choice(["nothing", "nothing", "date", "amount", "payee", "text"])
        if change == "date":
            other["date"] = self.date()
        elif change == "amount":
            other["realisasi"] = (line["realisasi"] or 0) + r.choice([-1, 1])
        elif change == "payee":
            other["nip"], other["payee"] = r.choice(PAYEES[1:])
        elif change == "text":
            other["text"] = r.choice(REMARKS)
        return other

    def round(self):
        """Travel paid in whole millions, by about 60 % of about ten payments."""
        r, n = self.random, self.random.choice([9, 10, 10, 15, 20])
        whole = n * 6 // 10 + r.choice([-1, 0, 1])
        return [dict(self.line(r.choice(TRAVEL)), realisasi=10**8 * r.randrange(1, 9) + (0 if i < whole else 1)) for i in range(n)]

    def late(self, count):
        """Paid in two months, the later one at a boundary of the year's share."""
        r, account = self.random, self.random.choice(TRAVEL + NEIGHBOURS + OTHERS)
        share, month = r.choice([(2499, 12), (2500, 12), (2501, 12), (4999, 10), (5000, 11), (5001, 10)])
        whole = 10000 * r.randrange(1, 10**4)
        late = whole * share // 10000
        lines = [dict(self.line(account), realisasi=whole - late), dict(self.line(account), realisasi=late)]
        for n, line in enumerate(lines):
            self.detail(line)
            line.update(date="2025-%02d-01" % (month if n else 6), document="L-%d-%d" % (count, n))
        return lines

    def detailed(self, lines, count):
        r = self.random
        if r.random() < 0.1:
            lines = self.round()
        for line in lines:
            self.detail(line)
        lines += [self.again(r.choice(lines)) for _ in range(r.choice([0, 0, 1, 3]))]
        return self.late(count) if r.random() < 0.2 else lines

    def earlier(self, lines):
        """The budget in the efficiency stage: mostly as in force, at times a sen apart; some travel is new since then."""
        r = self.random
        kept = [dict(line, murni=None, realisasi=None, kini=max(0, (line["kini"] or 0) + r.choice([0, 0, 0, 1, -1]))) for line in lines if r.random() < 0.95]
        return kept or [dict(lines[0], murni=None, realisasi=None, kini=0)]

    def flat(self):
        """Everything but travel cut by about ten percent."""
        murni = 10000 * self.random.randrange(1, 10**5)
        cut = self.random.choice([1000] * 8 + [1009, 1010, 1011, 1500])
        return [{"murni": murni, "kini": murni * (10000 - cut) // 10000, "realisasi": 0}]


def make(count, seed, flat=False):
    """(measures, detailed, staged) -> units whose file is of that kind; a unit is code, name, lines and the lines of an earlier stage."""
    maker, groups = Maker(seed), {}
    for i in range(count):
        measures = maker.random.choice([MEASURES] * 8 + [("murni", "kini"), ("kini", "realisasi"), ("murni", "realisasi")])
        name = "Sekretariat DPRD %d" % i if i % 7 == 3 else "Dinas Uji %d" % i
        lines = maker.lines()
        if len(measures) < 3:
            for line in lines:
                line.update({m: line[m] or 0 for m in MEASURES})
        if flat:
            lines = [line for line in lines if line["account"] in TRAVEL] + [dict(maker.line("5.1.02.02.01.0061"), **maker.flat()[0])]
        detailed, staged = maker.random.random() < 0.5, maker.random.random() < 0.3
        lines = maker.detailed(lines, i) if detailed else lines
        for line in lines:
            line.update({m: None for m in MEASURES if m not in measures})
        unit = {"code": "9.%05d" % i, "name": name, "lines": lines, "earlier": maker.earlier(lines) if staged else []}
        groups.setdefault((measures, detailed, staged), []).append(unit)
    return groups


def claims_of(groups, seed):
    """Unit code -> a claimed cut of travel: near the real one, and around the half point that is let pass."""
    r, found = random.Random(seed), {}
    for kind, members in sorted(groups.items()):
        for unit in members:
            lines = [line for line in unit["lines"] if line["account"] in TRAVEL]
            murni, cut = sum(line["murni"] or 0 for line in lines), sum((line["murni"] or 0) - (line["kini"] or 0) for line in lines)
            if r.random() < 0.4:
                near = (cut * 10000 // murni if murni > 0 else 5000) + r.choice([-1, 0, 49, 50, 51])
                exact = cut + murni // 200 + r.choice([-1, 0, 1])
                found[unit["code"]] = ("percent", min(max(near, 0), 10000)) if r.random() < 0.6 else ("amount", exact)
    return found


def profile_of(seed):
    """Twelve months of last year: rupiah, or shares; at times nothing in the first months."""
    r = random.Random(seed)
    return [r.choice([0, 833, r.randrange(1, 10**13)]) if n else r.randrange(2) for n in range(11)] + [r.randrange(1, 10**13)]


def write_side(folder, claims, profile):
    """The tables and the options that name them."""
    options = []
    if claims:
        with open(folder / "klaim.csv", "w", encoding="utf-8") as file:
            file.write("Kode OPD,Jenis Belanja,Persen,Nilai\n")
            for unit, (kind, value) in sorted(claims.items()):
                file.write(f"{unit},perjalanan_dinas,{money(value) if kind == 'percent' else ''},{money(value) if kind == 'amount' else ''}\n")
        options += ["--claims", "klaim.csv"]
    if profile:
        with open(folder / "profil.csv", "w", encoding="utf-8") as file:
            file.write("Bulan,Realisasi\n" + "".join(f"{n + 1},{money(value)}\n" for n, value in enumerate(profile)))
        options += ["--profile", "profil.csv"]
    return options


def money(sen):
    return "" if sen is None else "%s%d.%02d" % ("-" if sen < 0 else "", abs(sen) // 100, abs(sen) % 100)


def write_file(path, units, lines_of, measures, detailed, stage):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(FIXED + (DETAILS if detailed else []) + (["TAHAPAN"] if stage else []) + [HEADER[m] for m in measures])
        for unit in units:
            for line in unit[lines_of]:
                row = [2025, unit["code"], unit["name"], line["activity"], line["activity_name"], line["account"], "Belanja", line["text"]]
                if detailed:
                    row += [line[k] for k in ("document", "date", "nip", "payee", "indicator", "target", "target_unit")]
                out.writerow(row + ([stage] if stage else []) + [money(line[m]) for m in measures])
    return path.name


def write(groups, folder):
    names = []
    for n, ((measures, detailed, staged), units) in enumerate(sorted(groups.items())):
        names.append(write_file(folder / f"satuan_{n}.csv", units, "lines", measures, detailed, "APBD Perubahan" if staged else None))
        if staged:
            names.append(write_file(folder / f"satuan_{n}_dulu.csv", units, "earlier", ["kini"], False, "Efisiensi"))
    return names
