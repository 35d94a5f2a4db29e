"""The sheet of what is still to be cut, on the demo: sub kegiatan add up to their unit, and the proposals are the largest unspent budgets
first, none above its own, together what the unit still has to cut or all that there is."""

import json
import sys
from fractions import Fraction

import program
import workbook

NAME, MURNI, TARGET, KINI, GAP, SPENT, PROJECTION, UNSPENT, PROPOSED = range(9)
MONTH = 9


def sheet_rows(path, name):
    """Row -> {column: value}; texts as they are, numbers as fractions."""
    rows = {}
    for ref, cell in workbook.Workbook(path).by_name[name].cells.items():
        column, row = workbook.split_ref(ref)
        rows.setdefault(row, {})[column - 1] = Fraction(cell.text) if cell.kind == "n" else cell.text
    return rows


def blocks(rows, units):
    """(unit, heading row, rows below it)"""
    found = []
    for number in sorted(rows):
        row = rows[number]
        if row.get(NAME) in units and MURNI in row or row.get(NAME) in units and KINI in row:
            found.append((row[NAME], row, []))
        elif found and KINI in row:
            found[-1][2].append(row)
    return found


def judge(unit, heading, below, classes, faults):
    def claim(what, good):
        if not good:
            faults.append(f"{unit}: {what}")

    for column, measure in ((MURNI, "murni"), (KINI, "kini"), (SPENT, "realisasi")):
        if column in heading:
            claim(f"{measure} of the sub kegiatan is that of the unit", sum(row.get(column, 0) for row in below) == heading[column])
            claim(f"{measure} is that of the result", heading[column] == Fraction(classes["perjalanan_dinas"][measure]))
    unspent = [row[UNSPENT] for row in below]
    claim("the largest unspent budget stands first", unspent == sorted(unspent, reverse=True))
    claim("projections", all(abs(row[PROJECTION] - row[SPENT] * 12 / MONTH) < Fraction(1, 50) for row in below))
    if heading.get(GAP, 0) <= 0:
        claim("nothing is proposed", PROPOSED not in heading and not any(PROPOSED in row for row in below))
        return 0
    wanted, rest = [], heading[GAP]
    for value in unspent:
        wanted.append(max(min(rest, value), 0))
        rest -= wanted[-1]
    claim("the proposals", [row[PROPOSED] for row in below] == wanted)
    claim("their sum", heading[PROPOSED] == sum(wanted) == heading[GAP] - rest)
    return 1


def main():
    opts, faults = program.options(), []
    with program.empty_folder() as folder:
        program.audit(opts, folder, *program.demo_files("opd"), "--period", f"2025-{MONTH:02}")
        result = json.loads((folder / "out.json").read_text(encoding="utf-8"))
        rows = sheet_rows(folder / "report.xlsx", "Sisa Potong Perjalanan Dinas")
    units = {unit["name"]: unit["classes"] for unit in result["units"]}
    found = blocks(rows, units)
    short = sum(judge(unit, heading, below, units[unit], faults) for unit, heading, below in found)
    print(*faults, sep="\n")
    print(f"{len(found)} units, {short} still have to cut, {len(faults)} faults")
    sys.exit(bool(faults) or short < 3)


if __name__ == "__main__":
    main()
