#!/usr/bin/env python3
"""rules lint names every fault of a pack with its place and reason: a small good pack (folder small), broken by one edit at a time.

    broken_packs.py --program PATH/effcheck --rules PATH/rules
"""

import csv
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "program"))
import program

SMALL = Path(__file__).resolve().parent / "small"


def cell(table, row, column, value):
    """The edit that writes `value` into a cell; rows are known by their first cell."""
    def edit(tables):
        next(r for r in tables[table] if r[0] == row)[tables[table][0].index(column)] = value
    return edit


def more(table, *values):
    return lambda tables: tables[table].append(list(values) + [""] * (len(tables[table][0]) - len(values)))


def without_column(table, column):
    def edit(tables):
        at = tables[table][0].index(column)
        for row in tables[table]:
            del row[at]
    return edit


def without_row(table, row):
    return lambda tables: tables[table].remove(next(r for r in tables[table] if r[0] == row))


def rule(ident, **cells):
    """One more rule at the end."""
    def edit(tables):
        header = tables["rules"][0]
        tables["rules"].append([{"id": ident, "example": "5.1.02.01.01.0024 |  |  | x", **cells}.get(name, "") for name in header])
    return edit


def both(*edits):
    return lambda tables: [edit(tables) for edit in edits]


# what is broken, the edit, and the one place and reason that lint must give: table:line[:column] and slug
BROKEN = [
    ("rule id twice", cell("rules", "A-02", "id", "A-01"), "rules.csv:3:1", "id-aturan-ganda"),
    ("class id twice", more("classes", "feast", "b", "x", "x", "ya"), "classes.csv:6:1", "id-aturan-ganda"),
    ("check id twice", cell("checks", "X02", "id", "X01"), "checks.csv:3:1", "id-aturan-ganda"),
    ("id empty", cell("rules", "A-03", "id", ""), "rules.csv:4:1", "isi-aturan-salah"),
    ("class unknown", cell("rules", "A-03", "class", "rets"), "rules.csv:4:2", "acuan-tidak-dikenal"),
    ("purpose unknown", cell("rules", "P-01", "purpose", "visits"), "rules.csv:7:3", "acuan-tidak-dikenal"),
    ("class of a check unknown", cell("checks", "X02", "class", "fest"), "checks.csv:3:3", "acuan-tidak-dikenal"),
    ("two classes where one counts", cell("checks", "X02", "class", "feast;rest"), "checks.csv:3:3", "isi-aturan-salah"),
    ("limit unknown", cell("checks", "X01", "limit", "jalur"), "checks.csv:2:6", "acuan-tidak-dikenal"),
    ("class and purpose", cell("rules", "A-03", "purpose", "visit"), "rules.csv:4:2", "isi-aturan-salah"),
    ("neither class nor purpose", cell("rules", "A-03", "class", ""), "rules.csv:4:2", "isi-aturan-salah"),
    ("no account and no word", cell("rules", "A-01", "account", ""), "rules.csv:2:5", "aturan-kosong"),
    ("word empty", cell("rules", "A-02", "words", "panggung;;tenda*"), "rules.csv:3:5", "kata-kosong"),
    ("exception empty", cell("rules", "A-03", "except", "rapat darurat;"), "rules.csv:4:7", "kata-kosong"),
    ("word of stars", cell("rules", "A-02", "words", "panggung;*"), "rules.csv:3:5", "isi-aturan-salah"),
    ("star inside a word", cell("rules", "A-02", "words", "pang*gung"), "rules.csv:3:5", "isi-aturan-salah"),
    ("word of signs", cell("rules", "A-02", "words", "panggung;-"), "rules.csv:3:5", "isi-aturan-salah"),
    ("account with letters", cell("rules", "A-01", "account", "5.1.O2.04"), "rules.csv:2:4", "isi-aturan-salah"),
    ("account ends in a dot", cell("rules", "A-01", "account", "5.1.02.04."), "rules.csv:2:4", "isi-aturan-salah"),
    ("account covered in its own cell", cell("rules", "A-01", "account", "5.1.02.04;5.1.02.04.01"), "rules.csv:2:4", "rekening-berlebih"),
    ("account excluded for nothing", cell("rules", "A-02", "account", "5.1.02.01;!5.1.03"), "rules.csv:3:4", "pengecualian-rekening-sia-sia"),
    ("field unknown", cell("rules", "A-03", "where", "sub_kegiatan;urain"), "rules.csv:4:8", "isi-aturan-salah"),
    ("day that is none", cell("rules", "A-03", "valid_from", "2025-02-30"), "rules.csv:4:12", "isi-aturan-salah"),
    ("ends before it begins", both(cell("rules", "A-03", "valid_from", "2025-07-01"), cell("rules", "A-03", "valid_until", "2025-06-30")),
     "rules.csv:4:13", "isi-aturan-salah"),
    ("validities overlap", both(cell("rules", "A-04", "valid_until", "2026-06-30"), cell("rules", "A-05", "id", "A-04")),
     "rules.csv:6:12", "masa-berlaku-tumpang-tindih"),
    ("rule below a rule of its account", rule("A-06", **{"class": "rest", "account": "5.1.02.04.01"}), "rules.csv:9:1", "aturan-tertutup"),
    ("rule below a rule of its words", rule("A-06", **{"class": "feast", "words": "upacara adat"}, valid_from="2026-01-01"), "rules.csv:9:1", "aturan-tertutup"),
    ("rule hidden by two rules together", rule("A-06", **{"class": "rest", "account": "5.1.02.04;5.1.02.01.03", "words": "tenda besar"}),
     "rules.csv:9:1", "aturan-tertutup"),
    ("purpose rule hidden", rule("P-03", purpose="visit", words="studi banding luar negeri"), "rules.csv:9:1", "aturan-tertutup"),
    ("one word decided earlier", rule("A-06", **{"class": "rest", "account": "5.1.02.01.03", "words": "tenda;kursi"}), "rules.csv:9:5", "kata-tertutup"),
    ("one account decided earlier", rule("A-06", **{"class": "rest", "account": "5.1.02.02;5.1.02.04", "words": "kursi"}), "rules.csv:9:4", "rekening-tertutup"),
    ("word twice", cell("rules", "P-01", "words", "studi banding;studi  banding"), "rules.csv:7:5", "kata-berlebih"),
    ("word covered by an open one", cell("rules", "A-02", "words", "tenda besar;tenda*"), "rules.csv:3:5", "kata-berlebih"),
    ("word that its own rule excepts", cell("rules", "A-03", "except", "rapat*"), "rules.csv:4:5", "kata-dikecualikan"),
    ("percent beyond 100", cell("limits", "jalan", "percent", "150"), "limits.csv:2:3", "isi-aturan-salah"),
    ("check of no kind", cell("checks", "X02", "kind", "trend"), "checks.csv:3:2", "isi-aturan-salah"),
    ("severity unknown", cell("checks", "X02", "severity", "BERAT"), "checks.csv:3:8", "isi-aturan-salah"),
    ("verdict unknown", cell("checks", "X02", "hit", "salah"), "checks.csv:3:9", "isi-aturan-salah"),
    ("check of a cut without a limit", cell("checks", "X01", "limit", ""), "checks.csv:2:6", "isi-aturan-salah"),
    ("column missing", without_column("rules", "except"), "rules.csv:1", "kolom-aturan-tidak-ada"),
    ("unclassified class unknown", without_row("classes", "unknown"), "pack.csv:7:2", "acuan-tidak-dikenal"),
    ("key missing", without_row("pack", "fiscal_year"), "pack.csv", "kunci-paket-tidak-ada"),
    ("role of no activity", cell("standards", "talk/chief", "id", "walk/chief"), "standards.csv:3:1", "acuan-tidak-dikenal"),
    ("activity of no class", cell("standards", "talk", "class", "fest"), "standards.csv:2:3", "acuan-tidak-dikenal"),
    ("standard of no kind", cell("standards", "H", "kind", "unit"), "standards.csv:6:2", "isi-aturan-salah"),
    ("unit without words", cell("standards", "H", "words", ""), "standards.csv:6:4", "aturan-kosong"),
    ("tier upside down", cell("standards", "low", "value", "2000"), "standards.csv:5:11", "isi-aturan-salah"),
    ("persons that are no number", cell("standards", "talk/clerk", "most", "ten"), "standards.csv:4:12", "isi-aturan-salah"),
    ("standard id twice", more("standards", "low", "pagu"), "standards.csv:7:1", "id-aturan-ganda"),
    ("cap of an unknown activity", cell("caps", "C-1", "activity_id", "tale"), "caps.csv:2:3", "acuan-tidak-dikenal"),
    ("cap of an unknown role", cell("caps", "C-1", "role_id", "chef"), "caps.csv:2:4", "acuan-tidak-dikenal"),
    ("cap without its tier", cell("caps", "C-2", "role_id", "clerk"), "caps.csv:3:4", "acuan-tidak-dikenal"),
    ("cap with a tier too many", cell("caps", "C-1", "role_id", "chief__low"), "caps.csv:2:4", "acuan-tidak-dikenal"),
    ("cap without a unit", cell("caps", "C-1", "unit", ""), "caps.csv:2:5", "isi-aturan-salah"),
    ("cap of an unknown unit", cell("caps", "C-1", "unit", "HH"), "caps.csv:2:5", "acuan-tidak-dikenal"),
    ("cap of nothing", cell("caps", "C-1", "cap_rupiah", "0"), "caps.csv:2:6", "isi-aturan-salah"),
    ("certainty unknown", cell("caps", "C-1", "certainty", "sure"), "caps.csv:2:7", "isi-aturan-salah"),
    ("two caps on one day", more("caps", "C-3", "Pasal 4", "talk", "chief", "H", "90", "found", "2025-12-31"), "caps.csv:4:4", "id-aturan-ganda"),
    ("check of rates without a table", both(without_row("pack", "standards"), without_row("pack", "caps"), cell("checks", "X02", "kind", "tarif")),
     "checks.csv:3:2", "isi-aturan-salah"),
    ("row with a cell too many", lambda tables: tables["limits"][1].append("x"), "limits.csv:2", "baris-aturan-terlalu-lebar"),
]


def lint(opts, folder):
    done = program.run(opts, folder, "rules", "lint", "pack")
    return done.returncode, done.stdout.decode() + done.stderr.decode()


def write(folder, edit):
    tables = {p.stem: list(csv.reader(p.open(encoding="utf-8", newline=""))) for p in sorted(SMALL.glob("*.csv"))}
    edit(tables)
    (folder / "pack").mkdir(exist_ok=True)
    for name, rows in tables.items():
        with open(folder / "pack" / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)


def faults(opts, folder):
    write(folder, lambda tables: None)
    status, text = lint(opts, folder)
    if status or "[" in text:
        yield f"the good pack: status {status}\n{text}"
    for name, edit, place, slug in BROKEN:
        write(folder, edit)
        status, text = lint(opts, folder)
        if status != 2:
            yield f"{name}: status {status}\n{text}"
        if not any(line.startswith(f"pack/{place}: ") and line.endswith(f"[{slug}]") for line in text.splitlines()):
            yield f"{name}: no [{slug}] at {place}\n{text}"
    every = [1, 4, 11, 16]  # faults of different rows
    write(folder, both(*(BROKEN[i][1] for i in every)))
    status, text = lint(opts, folder)
    if not all(f"[{BROKEN[i][3]}]" in text for i in every):
        yield f"{len(every)} faults at once: not all are told\n{text}"


def shipped_faults(opts, folder):
    for pack in sorted(opts.rules.glob("*/pack.csv")):
        done = program.run(opts, folder, "rules", "lint", "--quiet", str(pack.parent.resolve()))
        if done.returncode:
            yield f"{pack.parent.name}: {done.stdout.decode()}"


def main():
    opts = program.options()
    with tempfile.TemporaryDirectory(prefix="effcheck-") as top:
        folder = Path(top)
        shutil.copytree(opts.rules / "common", folder / "common")
        found = list(faults(opts, folder)) + list(shipped_faults(opts, folder))
    print("\n".join(found) or f"{len(BROKEN)} broken packs, each told with place and reason")
    sys.exit(1 if found else 0)


main()
