"""Every shape of input file (tests/shapes/NAME.csv) gives exactly the lines and sums of NAME.expected; see tests/shapes/README.md.

    shapes.py --program PATH/effcheck --rules PATH/rules [--accept]
"""

import csv
import difflib
import io
import json
import re
import shutil
import sys
from pathlib import Path

import program
import xlsx

SHAPES = Path(__file__).resolve().parents[1] / "shapes"
# the same cells as .xlsx give the same lines; not the layered texts, and not S04, where a cell with a line break moves the line numbers
AS_WORKBOOK = ("S01", "S02", "S03", "S05", "S06", "S07", "S10_r", "S11", "S12", "S13", "S14", "S15", "S16", "S17", "S18", "S19", "S21")
LINE = ("line", "unit_code", "unit_name", "sub_kegiatan_code", "sub_kegiatan", "account", "account_name", "text", "murni", "kini", "realisasi")
INPUT_REJECTED = 3


def amounts(of):
    return " ".join(f"{name}={of[name]}" for name in ("murni", "kini", "realisasi") if of[name] is not None) or "-"


def facts(file, status, messages, blank):
    yield f"status {status}" + "".join(f" [{slug}]" for slug in messages)
    if not file["encoding"]:
        yield "not read"
        return
    yield f"rows {file['rows_read'] - blank} = used {file['rows_used']} + excluded {file['rows_excluded'] - blank} + rejected {file['rows_rejected']}"
    yield f"year {file['year']}, unit {file['unit']}"
    yield f"sums {amounts(file['sums'])}"
    yield f"stated {amounts(file['stated'])}, reconciled {json.dumps(file['reconciled'])}"
    for month in file["months"]:
        yield f"month {month['month']}: {month['lines']} lines, {month['realisasi']}"


def reading(opts, folder, name, blank):
    """What the program makes of a file, as text. Blank rows do not count: a sheet has none."""
    done = program.run(opts, folder, "audit", "--what-if", "--quiet", "--json", "out.json", name)
    messages = program.run(opts, folder, "audit", "--what-if", "--json", "again.json", name).stderr.decode()
    slugs = sorted(set(re.findall(r"\[([a-z-]+)\]$", messages, re.M)))
    status = INPUT_REJECTED if done.returncode == INPUT_REJECTED else "read"  # findings are not the matter here
    file = json.loads((folder / "out.json").read_text(encoding="utf-8"))["files"][0]
    yield from facts(file, status, slugs, blank)
    if file["encoding"]:
        lines = program.run(opts, folder, "classify", name).stdout.decode()
        yield from (" | ".join(row[c].replace("\n", " ") for c in LINE) for row in csv.DictReader(io.StringIO(lines)))


def delimiter_of(path):
    return ";" if ";" in path.read_text(encoding="utf-8").split("\n", 1)[0] else ","


def variants(path, folder):
    """(name, blank rows): the file itself, and for some the workbook with the same cells."""
    rows = xlsx.rows_of(path, delimiter_of(path))
    shutil.copyfile(path, folder / path.name)
    yield path.name, sum(not any(row) for row in rows)
    if path.name.startswith(AS_WORKBOOK):
        xlsx.write(folder / f"{path.stem}.xlsx", [("Data", False, rows)])
        yield f"{path.stem}.xlsx", 0


def main():
    accept = "--accept" in sys.argv
    sys.argv = [word for word in sys.argv if word != "--accept"]
    opts, checked, faults = program.options(), 0, []
    for path in sorted(SHAPES.glob("*.csv")):
        wanted = path.with_suffix(".expected")
        with program.empty_folder() as folder:
            for name, blank in variants(path, folder):
                actual = [line.replace(path.stem, "NAME") for line in reading(opts, folder, name, blank)]
                if accept and name == path.name:
                    wanted.write_text("\n".join(actual) + "\n", encoding="utf-8")
                expected = wanted.read_text(encoding="utf-8").splitlines()
                faults += difflib.unified_diff(expected, actual, f"{name} expected", f"{name} read", lineterm="")
                checked += 1
    print("\n".join(faults) or f"{checked} files read as expected")
    sys.exit(1 if faults or not checked else 0)


main()
