"""Twelve months of one region: every month its files come under other names, with other orders of columns and rows, and the auditor works in
the workbook of the month before. No note is lost, no id names two facts, states and ages are right, and every edit of a past month is found."""

import csv
import json
import random
import shutil
import subprocess
from collections import Counter, defaultdict

import program
from xlsx_edit import Book, Day

UNITS = {f"1.0{i}.0.00.0.00.01.0000": f"Dinas Ke-{i}" for i in range(1, 7)}
TRAVEL, PAPER, POWER = "5.1.02.04.01.0001", "5.1.02.01.01.0024", "5.1.02.02.01.0061"
NAMES = {TRAVEL: "Belanja Perjalanan Dinas Biasa", PAPER: "Alat Tulis Kantor", POWER: "Belanja Tagihan Listrik"}
BUDGET = ["TAHUN", "KODE SKPD", "NAMA SKPD", "KODE SUB KEGIATAN", "NAMA SUB KEGIATAN", "KODE REKENING", "NAMA REKENING", "PAGU MURNI", "PAGU"]
SPENT = BUDGET[:7] + ["NOMOR DOKUMEN", "TANGGAL DOKUMEN", "NILAI REALISASI"]
STATUSES = ["Sesuai", "Belum Sesuai", "Belum Ditindaklanjuti", "Tidak Dapat Ditindaklanjuti", "ditunda dulu"]
SILENT = {5: [2], 9: [0, 4]}  # month -> units (by number) whose files do not come
EDITS_A_MONTH, MONTHS, REGION = 3, 12, "*"
LEGACY_DAY = 45657  # serial number of 31 December 2024


class Region:
    """What is true: budget lines and documents; some of it changes every month."""

    def __init__(self, chance):
        self.chance, self.edits = chance, 0
        self.budget = {u: {(f"1.02.01.2.0{a}.0009", account): [0 if (a, account) == (3, POWER) else 1000000 * chance.randrange(20, 90), 0]
                           for a in (1, 2, 3) for account in NAMES} for u in UNITS}
        self.documents = {u: [] for u in UNITS}
        self.title_sum = {u: 0 for u in UNITS}  # by how much the stated total is wrong: then the file proves nothing

    def go_on(self, month):
        for unit, lines in self.budget.items():
            for (activity, account), line in lines.items():
                old = line[1]
                line[1] = self.chance.choice([line[0] * 4 // 10, line[0] * 7 // 10, old or line[0] // 2]) if line[0] else self.chance.choice([0, 0, 5000000, old])
                for _ in range(self.chance.randrange(1, 3)):
                    amount = 10000 * self.chance.randrange(1, 500)
                    self.documents[unit].append([month, f"TBP/{month}/{len(self.documents[unit])}", activity, account, amount])
            self.title_sum[unit] = self.chance.choice([0, 0, 0, 1000 * self.chance.randrange(1, 9)])

    def edit_past(self, month):
        """One change of what was already reported, as it happens in offices."""
        unit = self.chance.choice([u for i, u in enumerate(UNITS) if i not in SILENT.get(month, []) and i not in SILENT.get(month - 1, [])])
        past = [d for d in self.documents[unit] if d[0] < month]
        one, two = self.chance.sample(past, 2)
        kind = self.chance.choice(["amount", "delete", "swap", "move", "account", "murni"])
        if kind == "amount":
            one[4] += 12345
        elif kind == "delete":
            self.documents[unit].remove(one)
        elif kind == "swap":
            one[2], one[3], two[2], two[3] = two[2], two[3], one[2], one[3]
            one[1] += "a"
        elif kind == "move":
            one[0] = one[0] % (month - 1) + 1 if month > 2 else one[0]
            one[4] += month == 2
        elif kind == "account":
            one[3] = next(a for a in NAMES if a != one[3])
        else:
            self.budget[unit][("1.02.01.2.01.0009", PAPER)][0] += 500000
        self.edits += 1

    def reported(self, unit):
        """(month or None) -> (sum, lines, content), as an auditor would add it up."""
        found = defaultdict(lambda: [0, 0, Counter()])
        for month, number, activity, account, amount in self.documents[unit]:
            entry = found[month]
            entry[0] += amount
            entry[1] += 1
            entry[2][(number, activity, account, amount)] += 1
        murni = {place: line[0] for place, line in self.budget[unit].items() if line[0]}
        found[None] = [sum(murni.values()), len(self.budget[unit]) + len(self.documents[unit]), Counter(murni)]
        return {month: (a, n, c) for month, (a, n, c) in found.items()}

    def write(self, folder, silent):
        """The files of a month under new names; (file, line) -> (unit, activity, account), and file -> unit."""
        places, owners, words = {}, {}, []
        for i, (unit, name) in enumerate(UNITS.items()):
            if i in silent:
                continue
            budget = [["2025", unit, name, activity, f"Kegiatan {activity[-6]}", account, NAMES[account], str(m), str(k)]
                      for (activity, account), (m, k) in self.budget[unit].items()]
            budget[0][8] += ".37"  # sen, which no binary fraction holds
            spent = [["2025", unit, name, activity, f"Kegiatan {activity[-6]}", account, NAMES[account], number, f"{month:02d}/15/2025"[3:6] +
                      f"{month:02d}/2025", str(amount)] for month, number, activity, account, amount in self.documents[unit]]
            for kind, header, rows in (("p", BUDGET, budget), ("r", SPENT, spent)):
                self.chance.shuffle(rows)
                order = list(range(len(header)))
                total = []
                if kind == "p":
                    sums = [sum(int(r[k].removesuffix(".37")) for r in rows) for k in (7, 8)]
                    total = [["", "", "", "", "", "", "Jumlah", str(sums[0]), f"{sums[1] + self.title_sum[unit]}.37"]]
                else:
                    self.chance.shuffle(order)
                path = folder / f"{kind}{self.chance.randrange(10**9)}.csv"
                with open(path, "w", encoding="utf-8", newline="") as file:
                    csv.writer(file).writerows([[r[k] for k in order] for r in [header, *rows, *total]])
                places.update({(path.name, n): (unit, r[3], r[5]) for n, r in enumerate(rows, 2)})
                owners[path.name] = unit, kind
                words.append(path.name)
        self.chance.shuffle(words)
        return places, owners, words


def fact_of(finding, places, owners):
    """What a finding is about, without its id."""
    check, lines = finding["check"], finding["lines"]
    if lines and lines[0]["line"] is None:
        return check, *owners[lines[0]["file"]]
    found = {places[line["file"], line["line"]] for line in lines if (line["file"], line["line"]) in places}
    if check in ("P01", "T03", "T09a", "S08"):
        assert len({p[1] for p in found}) == 1, finding
        return check, *sorted(found)[0][: 3 if check in ("P01", "T03") else 2]
    return check, finding["unit"] or REGION


class Auditor:
    """Types into the workbook, and knows what was typed."""

    HEADS = ("Status Tindak Lanjut", "Penanggung Jawab", "Tenggat", "Catatan", "Paraf")

    def __init__(self, chance):
        self.chance, self.words = chance, {}

    def work(self, path, facts, month, folder):
        book = Book(path)
        ids = sorted(facts)
        if month == 2:
            book.insert_column("Temuan", 3, "Paraf")
        for chosen in self.chance.sample(ids, min(6, len(ids))):
            words = {"Status Tindak Lanjut": self.chance.choice(STATUSES), "Penanggung Jawab": f"Kasubag {self.chance.randrange(99)} & <staf>",
                     "Tenggat": self.chance.choice([Day(LEGACY_DAY + 31 * month), "minggu depan"]), "Catatan": f"bulan {month}:\n\"cek\" {chosen}; ü"}
            if month >= 2 and self.chance.random() < 0.5:
                words["Paraf"] = f"AB{month}"
            book.type("Temuan", chosen, words)
            self.words[facts[chosen]] = self.words.get(facts[chosen], {}) | words
        if month % 2:
            book.sort("Temuan", lambda rows: self.chance.sample(rows, len(rows)))
            book.sort("Jejak Temuan", lambda rows: rows[::-1])
        if month % 3 == 0:
            book.insert_rows("Temuan", 0, [["Dibahas dalam rapat"], []])
            book.insert_rows("Temuan", 10, [[]])
            book.insert_column("Jejak Data", 0, "", below="Sidik Isi")
        if month % 4 == 0:
            book.rename("Temuan", f"Temuan {month}")
            book.hide("Jejak Data")
        book.save(path)
        if month == 6 and shutil.which("soffice"):
            through_libreoffice(path, folder)

    def faults(self, path, facts, gone):
        """What was typed stands beside the finding, or on the trail where the finding is gone."""
        book = Book(path)
        register = {row["Id Temuan"]: row for row in book.table("Temuan")}
        trail = {row["Id Temuan"]: row for row in book.table("Jejak Temuan")}
        ids = {fact: i for i, fact in {**facts, **gone}.items()}
        for fact, words in self.words.items():
            row = (register if ids[fact] in facts else trail).get(ids[fact], {})
            for head, value in words.items():
                seen = row.get(head)
                if seen != value:
                    yield f"{fact}, {head}: typed {value!r}, now {seen!r}"


def through_libreoffice(path, folder):
    home = folder / "office"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "lo"), str(path)],
                   capture_output=True, timeout=120, check=False)
    made = folder / "lo" / path.name
    if made.is_file():
        shutil.copyfile(made, path)


class Memory:
    """What the reports should say, reckoned from the facts alone."""

    def __init__(self):
        self.first, self.open, self.closed, self.amount, self.reported, self.ids = {}, set(), set(), {}, {}, {}

    def states(self, month, present, doubtful):
        """fact -> (state, age); then the facts that are gone. Of doubtful units nothing can be said to be mended."""
        states, gone = {}, {}
        for fact, amount in present.items():
            if fact not in self.first:
                states[fact] = "baru"
            elif fact in self.closed:
                states[fact] = "muncul_lagi"
            else:
                states[fact] = "tetap" if self.amount[fact] == amount else "berubah"
            self.first.setdefault(fact, month)
        for fact in set(self.first) - set(present):
            untested = fact in self.open and (fact[1] in doubtful or (fact[1] == REGION and doubtful))
            gone[fact] = "tidak_teruji" if untested else "selesai"
        self.closed = {f for f, s in gone.items() if s == "selesai"}
        self.open = set(self.first) - self.closed
        self.amount |= present
        return {f: (s, month - self.first[f]) for f, s in states.items()}, gone

    def changes(self, region, silent):
        """(unit, month or None) -> kind of change, against what was reported last."""
        found = {}
        for i, unit in enumerate(UNITS):
            if i in silent:
                found[unit, None] = "tidak_melapor"
                found |= {(unit, m): "tidak_melapor" for m in self.reported[unit] if m}
                continue
            now = region.reported(unit)
            for month, (amount, lines, content) in self.reported.get(unit, {}).items():
                a, n, c = now.get(month, (0, 0, Counter()))
                kind = "angka_berubah" if a != amount else "baris_hilang" if n < lines else "isi_berubah" if c != content else None
                if kind:
                    found[unit, month] = kind
            self.reported[unit] = now
        return found


def differences(name, expected, seen):
    for key in expected.keys() | seen.keys():
        if expected.get(key) != seen.get(key):
            yield f"{name} {key}: expected {expected.get(key)}, got {seen.get(key)}"


def month_faults(month, memory, region, silent, result, facts):
    for i, fact in facts.items():
        if memory.ids.setdefault(fact, i) != i:
            yield f"{fact} was {memory.ids[fact]}, is {i}"
    if len(set(memory.ids.values())) != len(memory.ids) or len(set(facts.values())) != len(facts):
        yield "one id for two facts, or two for one"
    present = {facts[f["id"]]: f["amount"] for f in result["findings"]}
    doubtful = {unit for i, unit in enumerate(UNITS) if i in silent or region.title_sum[unit]}
    states, gone = memory.states(month, present, doubtful)
    changes = memory.changes(region, silent)
    follow = result["follow_up"]
    if month == 1:
        if follow is not None or any(f["status"] for f in result["findings"]):
            yield "a state without an earlier report"
        return
    yield from differences("state", states, {facts[f["id"]]: (f["status"], f["age_months"]) for f in result["findings"]})
    by_id = {i: fact for fact, i in memory.ids.items()}
    yield from differences("gone", gone, {by_id[g["id"]]: g["status"] for g in follow["gone"]})
    yield from differences("change", changes, {(c["unit"], int(c["month"][5:]) if c["month"] else None): c["change"] for c in follow["changes"]})


def main():
    opts, chance = program.options(), random.Random(20250)
    region, auditor, memory, faults, statuses, typed = Region(chance), Auditor(chance), Memory(), [], Counter(), 0
    with program.empty_folder() as folder:
        for month in range(1, MONTHS + 1):
            silent = SILENT.get(month, [])
            region.go_on(month)
            for _ in range(EDITS_A_MONTH if month > 1 else 0):
                region.edit_past(month)
            places, owners, files = region.write(folder, silent)
            previous = ["--previous", "laporan.xlsx"] if month > 1 else []
            done = program.run(opts, folder, "audit", "--quiet", "-p", f"2025-{month:02d}", "-o", "laporan.xlsx", "--json", "out.json", *previous, *files)
            assert done.returncode in (1, 3), (month, done.returncode, done.stderr.decode()[:3000])
            result = json.loads((folder / "out.json").read_text(encoding="utf-8"))
            facts = {f["id"]: fact_of(f, places, owners) for f in result["findings"]}
            found = list(month_faults(month, memory, region, silent, result, facts))
            gone = {i: fact for fact, i in memory.ids.items() if i not in facts}
            found += auditor.faults(folder / "laporan.xlsx", facts, gone)
            faults += [f"month {month}: {f}" for f in found]
            statuses.update(f["status"] for f in result["findings"])
            statuses.update(g["status"] for g in (result["follow_up"] or {"gone": []})["gone"])
            auditor.work(folder / "laporan.xlsx", facts, month, folder)
            for name in files:
                (folder / name).unlink()
        history = Book(folder / "laporan.xlsx").table("Riwayat", "Periode")
    if [row["Periode"] for row in history] != [f"2025-{m:02d}" for m in range(1, MONTHS + 1)]:
        faults.append(f"history: {[row['Periode'] for row in history]}")
    wanted = {"baru", "tetap", "berubah", "muncul_lagi", "selesai", "tidak_teruji"}
    if wanted - set(statuses) or region.edits < 30 or len(auditor.words) < 25:
        faults.append(f"the test itself sees too little: {statuses}, {region.edits} edits, {len(auditor.words)} notes")
    typed = sum(len(w) for w in auditor.words.values())
    print("\n".join(faults[:40]) or f"{MONTHS} months, {len(memory.ids)} facts, {region.edits} edits of the past, {typed} cells typed, {dict(statuses)}")
    raise SystemExit(1 if faults else 0)


main()
