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


def make(count, seed):
    """(measures, units): units that have these measures; a unit is code, name and lines."""
    maker, groups = Maker(seed), {}
    for i in range(count):
        measures = maker.random.choice([MEASURES] * 8 + [("murni", "kini"), ("kini", "realisasi"), ("murni", "realisasi")])
        name = "Sekretariat DPRD %d" % i if i % 7 == 3 else "Dinas Uji %d" % i
        lines = maker.lines()
        if len(measures) < 3:
            for line in lines:
                line.update({m: (line[m] or 0) if m in measures else None for m in MEASURES})
        groups.setdefault(measures, []).append({"code": "9.%05d" % i, "name": name, "lines": lines})
    return groups


def money(sen):
    return "" if sen is None else "%s%d.%02d" % ("-" if sen < 0 else "", abs(sen) // 100, abs(sen) % 100)


def write(groups, folder):
    names = []
    for n, (measures, units) in enumerate(sorted(groups.items())):
        names.append("satuan_%d.csv" % n)
        with open(folder / names[-1], "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(FIXED + [HEADER[m] for m in measures])
            for unit in units:
                for line in unit["lines"]:
                    out.writerow([2025, unit["code"], unit["name"], line["activity"], line["activity_name"], line["account"], "Belanja", line["text"]] +
                                 [money(line[m]) for m in measures])
    return names
