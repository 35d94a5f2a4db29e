"""--per-opd: every line of the run lies in exactly one workbook, with the amounts and the class that the other outputs state."""

import csv
import hashlib
import io
import json
import shutil
import sys
from decimal import Decimal

import program
import read_xlsx

PAPER, FIRST_ROW = "Kertas Kerja", 6
FILE, LINE, STATUS, MURNI, KINI, SPENT, RULE, RULE_AT, FINDINGS = 0, 1, 2, 10, 11, 12, 14, 15, 16
MEASURES = {"murni": MURNI, "kini": KINI, "realisasi": SPENT}
STRANGER = "catatan-kami.xlsx"
BAD_ROW = "2025,9.99.01,Dinas Uji,1.02.01.2.06.0009,Rapat,5.1.02.04.01.0001,Belanja Perjalanan Dinas Biasa,{},50\n"
HEADER = "TAHUN,KODE SKPD,NAMA SKPD,KODE SUB KEGIATAN,NAMA SUB KEGIATAN,KODE REKENING,NAMA REKENING,PAGU MURNI,PAGU\n"


def run(opts, folder, jobs):
    (folder / "buku").mkdir()
    (folder / "buku" / STRANGER).write_text("bukan milik program")
    program.audit(opts, folder, "--per-opd", "buku", "-j", str(jobs), *program.demo_files("opd"))
    baseline = [word for path in program.demo_files("murni") for word in ("--baseline", path)]
    done = program.run(opts, folder, "classify", *baseline, *program.demo_files("opd"))
    lines = csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline=""))
    result = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    return result, {(row["file"].split("/")[-1], row["line"]): row for row in lines}


def amount(cells, column):
    kind, text = cells.get(column, ("b", ""))
    return Decimal(text).quantize(Decimal("0.01")) if kind == "n" else None


def line_faults(where, cells, line, classes):
    for name, column in MEASURES.items():
        if amount(cells, column) != (Decimal(line[name]) if line[name] else None):
            yield f"{where}: {name} is {cells.get(column)}, classify says {line[name]!r}"
    rule = cells[RULE][1] if RULE_AT in cells else ""
    if (rule, cells.get(RULE_AT, ("", ""))[1]) != (line["rule"], line["rule_at"]):
        yield f"{where}: rule {rule}, classify says {line['rule']}"
    classes.setdefault(line["class"], set()).add(cells[13][1])


def finding_faults(result, mentioned):
    """Each finding of a unit is named by its own lines and by no others."""
    for finding in result["findings"]:
        lines = {(place["file"].split("/")[-1], str(place["line"])) for place in finding["lines"] if place["line"]}
        named = mentioned.get(finding["id"], set())
        about_a_file = len(lines) <= 1 and not named  # its place is no line
        if finding["unit"] and named != lines and not about_a_file:
            yield f"{finding['id']}: {len(lines)} lines in the JSON, {len(named)} in the work papers"
    if not mentioned:
        yield "no line names a finding"


def book_faults(folder, result, lines):
    classes, mentioned, seen = {}, {}, set()
    totals = {unit["code"] or unit["name"]: unit["classes"].values() for unit in result["units"]}
    for book in result["workbooks"]:
        path, sums, count = folder / book["path"], dict.fromkeys(MEASURES, Decimal(0)), 0
        if book["sha256"] != hashlib.sha256(path.read_bytes()).hexdigest():
            yield f"{book['path']}: other digest"
        for number, cells in read_xlsx.rows(path, PAPER):
            if number < FIRST_ROW:
                continue
            key, count = (cells[FILE][1], cells[LINE][1]), count + 1
            if key in seen or key not in lines:
                yield f"{book['path']}: line {key} {'a second time' if key in seen else 'that nobody read'}"
                continue
            seen.add(key)
            yield from line_faults(f"{book['path']} row {number}", cells, lines[key], classes)
            for name, column in MEASURES.items():
                sums[name] += amount(cells, column) or 0
            for finding in cells.get(FINDINGS, ("", ""))[1].split("; "):
                mentioned.setdefault(finding, set()).add(key)
        if count != book["lines"] + book["rejected"]:
            yield f"{book['path']}: {count} rows, the JSON says {book['lines']} and {book['rejected']}"
        for name in MEASURES:
            stated = sum(Decimal(c[name] or 0) for c in totals[book["unit"]])
            if sums[name] != stated:
                yield f"{book['path']}: {name} {sums[name]}, the unit has {stated}"
    mentioned.pop("", None)
    yield from finding_faults(result, mentioned)
    yield from (f"class {c} is called {names}" for c, names in classes.items() if len(names) != 1)
    if seen != set(lines) or sum(b["lines"] for b in result["workbooks"]) != result["control"]["rows_used"]:
        yield f"{len(lines)} lines, {len(seen)} of them in the workbooks, rows_used {result['control']['rows_used']}"


def thread_faults(opts, first):
    with program.empty_folder() as folder:
        run(opts, folder, 3)
        names = {path.name for path in (folder / "buku").iterdir()}
        if names != {path.name for path in (first / "buku").iterdir()}:
            yield "other names with three threads"
        yield from (f"{name} differs with three threads" for name in sorted(names)
                    if (folder / "buku" / name).read_bytes() != (first / "buku" / name).read_bytes())


def reject_faults(opts):
    """A rejected row is named in the work paper without amounts, and stands on the sheet of corrections."""
    with program.empty_folder() as folder:
        (folder / "opd.csv").write_text(HEADER + BAD_ROW.format("100") + BAD_ROW.format("1oo"))
        program.run(opts, folder, "-q", "--per-opd", "baru", "opd.csv")
        made = list((folder / "baru").iterdir())
        if [path.name for path in made] != ["9.99.01_dinas_uji.xlsx"]:
            yield f"workbooks {made}"
            return
        found = [cells for number, cells in read_xlsx.rows(made[0], PAPER) if number >= FIRST_ROW]
        if [cells.get(STATUS, ("", ""))[1] for cells in found] != ["", "Ditolak"] or found[1].get(MURNI) != ("b", ""):
            yield f"the rejected row: {found}"
        if not any(("t", "1oo") in cells.values() or any("1oo" in text for _, text in cells.values())
                   for _, cells in read_xlsx.rows(made[0], "Perbaikan per OPD")):
            yield "the rejected row is not on the sheet of corrections"


def failure_faults(opts):
    """One workbook that cannot be replaced: exit status 4, its name, and all others are written."""
    with program.empty_folder() as folder:
        shutil.copyfile(program.demo_files("opd")[0], folder / "satu.csv")
        (folder / "dua.csv").write_text(HEADER + BAD_ROW.format("100"))
        (folder / "buku" / "9.99.01_dinas_uji.xlsx").mkdir(parents=True)
        done = program.run(opts, folder, "-q", "--per-opd", "buku", "satu.csv", "dua.csv")
        if done.returncode != 4 or b"9.99.01_dinas_uji.xlsx" not in done.stderr:
            yield f"status {done.returncode}: {done.stderr.decode()}"
        if len([path for path in (folder / "buku").iterdir() if path.is_file()]) != 1:
            yield "the other workbook was not written, or a stump was left"


def main():
    opts = program.options()
    with program.empty_folder() as folder:
        result, lines = run(opts, folder, 1)
        faults = list(book_faults(folder, result, lines))
        if (folder / "buku" / STRANGER).read_text() != "bukan milik program":
            faults.append("a file of another name was touched")
        faults += thread_faults(opts, folder)
    faults += [*reject_faults(opts), *failure_faults(opts)]
    print("\n".join(faults[:40]) or f"{len(lines)} lines in {len(result['workbooks'])} workbooks")
    sys.exit(1 if faults else 0)


main()
