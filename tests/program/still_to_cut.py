"""The sheet of what is still to be cut, on the demo: sub kegiatan add up to their unit, and the proposals are the largest unspent budgets
first, none above its own, together what the unit still has to cut or all that there is."""

import html
import json
import re
import sys
import zipfile
from fractions import Fraction

import program

NAME, MURNI, TARGET, KINI, GAP, SPENT, PROJECTION, UNSPENT, PROPOSED = range(9)
MONTH = 9


def sheet_rows(path, name):
    """Row -> {column: value}; texts as they are, numbers as fractions."""
    book = zipfile.ZipFile(path)
    names = [html.unescape(n) for n in re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())]
    shared = [html.unescape("".join(re.findall(r"<t[^>]*>(.*?)</t>", item, re.S)))
              for item in re.findall(r"<si>(.*?)</si>", book.read("xl/sharedStrings.xml").decode(), re.S)]
    rows = {}
    for ref, attributes, body in re.findall(r'<c r="([A-Z]+\d+)"([^>/]*)>(.*?)</c>', book.read(f"xl/worksheets/sheet{names.index(name) + 1}.xml").decode(), re.S):
        value = re.search(r"<v>(.*?)</v>", body)
        column = ord(re.match("[A-Z]+", ref)[0]) - ord("A")
        if value:
            text = 't="s"' in attributes
            rows.setdefault(int(re.search(r"\d+", ref)[0]), {})[column] = shared[int(value[1])] if text else Fraction(value[1])
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
