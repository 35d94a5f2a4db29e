"""What must not matter: the order of files, columns and rows, delimiter, encoding, number style, line ends, and whether a file came in one
piece or two. Each change of the demo region gives the same totals, verdicts and finding ids."""

import csv
import io
import json
import random
import re
from decimal import Decimal
from pathlib import Path

import program

ACCOUNTS = ("kode rekening", "kode akun")
AMOUNTS = ("pagu murni", "pagu", "realisasi", "rincian murni", "rincian", "harga satuan", "pagu awal", "pagu pergeseran", "anggaran",
           "sebelum", "sesudah", "total", "jumlah")
NUMBER = re.compile(r"\d[\d.,]*")


def fold(name):
    return re.sub(r"[\s_/.]+", " ", name).strip().lower()


def decoded(raw):
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if raw.startswith(mark):
            return raw.decode(encoding)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


class Table:
    """One file taken apart: titles, header, rows; written again in any form."""

    def __init__(self, path):
        text = decoded(Path(path).read_bytes())
        sample = text[:5000]
        delimiter = max(",;\t|", key=lambda d: max(line.count(d) for line in sample.splitlines()))
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        at = next((i for i, r in enumerate(records[:40]) if any(fold(c) in ACCOUNTS for c in r) and len(r) > 5), None)
        self.name, self.raw, self.known = Path(path).name, Path(path).read_bytes(), at is not None
        if self.known:
            self.titles, self.header, self.rows = records[:at], records[at], records[at + 1:]

    def columns(self, names):
        return [i for i, name in enumerate(self.header) if fold(name) in names]

    def is_line(self, row):
        accounts = self.columns(ACCOUNTS)
        return len(row) == len(self.header) and bool(accounts) and row[accounts[0]].count(".") >= 4

    def lines(self):
        """The rows of a file in which each is a line, but for a total at the end: these may stand in any order. Else None."""
        found = [row for row in self.rows if self.is_line(row)]
        return found if len(found) + 3 > sum(any(row) for row in self.rows) else None

    def written(self, titles=None, rows=None, header=None, delimiter=",", ends="\n", encoding="utf-8"):
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=delimiter, lineterminator=ends)
        for record in (self.titles if titles is None else titles) + [header or self.header] + (self.rows if rows is None else rows):
            writer.writerow(record)
        return out.getvalue().encode(encoding, "replace")


def as_is(table, _):
    return {table.name: table.raw}


def other_names(table, chance):
    return {f"{chance.random():.12f}.csv": table.raw}


def plain(table, **form):
    return {table.name: table.written(**form)} if table.known else as_is(table, None)


def columns(table, chance):
    if not table.known or not all(len(r) <= len(table.header) for r in table.rows):
        return as_is(table, chance)
    order = list(range(len(table.header)))
    chance.shuffle(order)
    moved = [[(r + [""] * len(order))[i] for i in order] for r in [table.header] + table.rows]
    return plain(table, header=moved[0], rows=moved[1:])


def rows(table, chance):
    lines = table.known and table.lines()
    if not lines:
        return as_is(table, chance)
    return plain(table, rows=chance.sample(lines, len(lines)) + [row for row in table.rows if not table.is_line(row)])


def halves(table, chance):
    lines = table.known and table.lines()
    if not lines:
        return as_is(table, chance)
    cut = len(lines) // 2  # without the total, which neither half adds up to
    return {"1_" + table.name: table.written(rows=lines[:cut]), "2_" + table.name: table.written(rows=lines[cut:])}


def restyled(cell, comma, to_comma):
    """The same amount in the other style, with two decimals, so that it can be read in one way only; signs and "Rp" stay."""
    def other(match):
        digits = match[0].replace(".", "").replace(",", ".") if comma else match[0].replace(",", "")
        english = f"{Decimal(digits):,.2f}"
        return english.translate(str.maketrans(",.", ".,")) if to_comma else english
    return NUMBER.sub(other, cell) if len(NUMBER.findall(cell)) == 1 else cell


def numbers(table, _):
    if not table.known:
        return as_is(table, None)
    at = table.columns(AMOUNTS)
    cells = [r[i].strip() for r in table.rows for i in at if i < len(r)]
    comma = any(re.search(r",\d{1,2}$|\.\d{3}\.\d{3}$", c) for c in cells)
    return plain(table, rows=[[restyled(c, comma, not comma) if i in at else c for i, c in enumerate(r)] for r in table.rows])


ABOUT_FILES = {"Q13"}  # speaks of the very form that is changed here

CHANGES = {
    "other names and order of files": other_names,
    "columns in another order": columns,
    "rows in another order": rows,
    "each file in two": halves,
    "the other number style": numbers,
    "semicolon": lambda t, _: plain(t, delimiter=";"),
    "tab and CRLF": lambda t, _: plain(t, delimiter="\t", ends="\r\n"),
    "vertical bar and UTF-16": lambda t, _: plain(t, delimiter="|", encoding="utf-16"),
    "Windows-1252 and CR": lambda t, _: plain(t, encoding="cp1252", ends="\r"),
    "UTF-8 with mark": lambda t, _: plain(t, encoding="utf-8-sig"),
}


def story(opts, files, baseline):
    """Totals, verdicts and ids of one run; nothing that says from which file or line they came."""
    with program.empty_folder() as folder:
        words = []
        for group, option in ((files, []), (baseline, ["--baseline"])):
            for name, content in group.items():
                (folder / name).write_bytes(content)
                words += option + [name]
        done = program.run(opts, folder, "audit", "--quiet", "--json", "out.json", *words)
        assert (folder / "out.json").is_file(), done.stderr.decode("utf-8", "replace")[:2000]
        result = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    return {"units": result["units"], "checks": [{k: v for k, v in c.items() if k != "reason"} for c in result["checks"] if c["id"] not in ABOUT_FILES],
            "findings": sorted((f["id"], f["unit"] or "", f["amount"]) for f in result["findings"] if f["check"] not in ABOUT_FILES),
            "rejected": result["control"]["rows_rejected"], "used": result["control"]["rows_used"]}


def changed(tables, change, chance):
    return {name: content for table in tables for name, content in change(table, chance).items()}


def differences(name, before, after):
    for part in before:
        if before[part] == after[part]:
            continue
        a, b = before[part], after[part]
        pairs = [(x, y) for x, y in zip(a, b) if x != y][:2] if isinstance(a, list) else [(a, b)]
        yield f"{name}: {part} differ ({len(a) if isinstance(a, list) else a}, {len(b) if isinstance(b, list) else b}): {pairs}"[:1200]


def main():
    opts, chance = program.options(), random.Random(2025)
    files, baseline = [[Table(path) for path in program.demo_files(kind)] for kind in ("opd", "murni")]
    before = story(opts, changed(files, as_is, chance), changed(baseline, as_is, chance))
    faults = []
    for name, change in CHANGES.items():
        after = story(opts, changed(files, change, chance), changed(baseline, change, chance))
        faults += differences(name, before, after)
    unread, flat = [t.name for t in files if not t.known], sum(t.known and bool(t.lines()) for t in files)
    if unread or flat < len(files) * 3 // 4:
        faults.append(f"the test itself reads too little: {unread}, {flat} flat files")
    print("\n".join(faults) or f"{len(CHANGES)} changes of {len(files) + len(baseline)} files, {flat} of them flat")
    raise SystemExit(1 if faults else 0)


main()
