#!/usr/bin/env python3
"""Random lines, classified by effcheck, judged again by reference.py: the printed rule applied to the printed fields gives the same class.

    independent.py --program PATH/effcheck --rules PATH/rules [--lines N] [--seed S]

The lines mix accounts of the chart with words of the rules, account names, texts of the demo and litter of spreadsheets.
"""

import argparse
import csv
import io
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from reference import Line, Pack, parts, read_csv  # noqa: E402

NOISE = ("tahap 2", "Kecamatan Contoh", "TA 2025", "3 Orang x 4 Hari", "\u2013", "\u00a0", "_x000d_", "\\r\\n", "dan/atau", "(DAU)", "HUT", "hutan")
HEADER = ("Nama OPD", "Kode Rekening", "Nama Rekening", "Nama Sub Kegiatan", "Nama Paket", "Uraian", "Spesifikasi")


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--rules", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def demo_texts():
    """Every cell of some demo files that holds words."""
    found = set()
    for path in sorted((HERE.parent / "demo").glob("opd_0[1-4]*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            found |= {cell for row in csv.reader(file) for cell in row if re.search("[a-z]{3} ", cell)}
    return sorted(found)


class Maker:
    def __init__(self, pack, rules, seed):
        self.random = random.Random(seed)
        self.accounts = [(r["code"], r["name"]) for r in read_csv(rules / "common" / "accounts.csv") if r["code"].count(".") >= 3 or len(r["code"]) == 6]
        self.words = [w for r in pack.rules for c in ("words", "also", "except") for w in parts(r.row[c])]
        self.texts = demo_texts()

    def phrase(self):
        words = self.random.choice(self.words)
        if self.random.random() < 0.4:
            words = words.replace("*", self.random.choice(("", "nya", "an", "pem")))
        return self.random.choice((str.title, str.upper, str.lower))(words.replace("*", ""))

    def text(self):
        pieces = []
        for _ in range(self.random.randint(0, 4)):
            kind = self.random.random()
            pieces.append(self.phrase() if kind < 0.5 else self.random.choice(NOISE if kind < 0.75 else self.texts))
        return self.random.choice((" ", " ", "-", "/")).join(pieces)

    def line(self):
        code, name = self.random.choice(self.accounts) if self.random.random() < 0.7 else ("", self.text())
        return ["Dinas Contoh", code, name, self.text(), self.text(), "Paket " + self.text(), self.text()]


def classify(opts, maker, wanted):
    """At least `wanted` printed lines; rows that read like totals are not lines and give none."""
    with tempfile.TemporaryDirectory(prefix="effcheck-") as folder:
        with open(Path(folder) / "lines.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([HEADER] + [maker.line() for _ in range(wanted + wanted // 5)])
        done = subprocess.run([str(opts.program.resolve()), "classify", "--quiet", "lines.csv"], cwd=folder, capture_output=True, check=False,
                              env=os.environ | {"EFFCHECK_RULES": str(opts.rules.resolve())})
    return list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"))))[:wanted]


def fault(pack, by_id, row):
    """What differs between the printed verdict and the printed rule applied to the printed fields, or None."""
    line = Line(row["account"], row["account_name"], row["sub_kegiatan"], row["text"])
    cls, first, _ = pack.decide(line)
    if row["rule"]:
        rule = by_id.get(row["rule"])
        if rule is None or rule.hit(line) is None or rule.cls != row["class"]:
            return f"rule {row['rule']} does not give {row['class']}"
    if (cls, first.id if first else "") != (row["class"], row["rule"]):
        return f"decided {row['class']} by {row['rule'] or '-'}, the reference {cls} by {first.id if first else '-'}"
    purposes = sorted(pack.purposes_of(line))
    return None if purposes == sorted(parts(row["purposes"])) else f"purposes {row['purposes']}, the reference {purposes}"


def main():
    opts = options()
    pack = Pack(str(opts.rules / read_csv(opts.rules / "default.csv")[0]["pack"]))
    by_id = {r.id: r for r in pack.rules}
    rows = classify(opts, Maker(pack, opts.rules, opts.seed), opts.lines)
    faults = [f"line {row['line']}: {why} | {row['account']} | {row['account_name']} | {row['sub_kegiatan']} | {row['text']}"
              for row in rows if (why := fault(pack, by_id, row))]
    if len(rows) < opts.lines:
        faults.append(f"only {len(rows)} of {opts.lines} lines were printed")
    used = len({row["rule"] for row in rows})
    print("\n".join(faults[:20]) or f"{len(rows)} lines, {used} rules, the same class {len(rows)} times")
    sys.exit(1 if faults else 0)


main()
