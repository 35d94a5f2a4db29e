"""effcheck classifies as tests/rules/reference.py does, which was written from rules/README.md alone.

Lines: the demo, and those cases of the pack that have an account of the current chart (one file has one chart).
"""

import csv
import io
import re
import sys

import program

sys.path.insert(0, str(program.DEMO.parent / "rules"))
from reference import Line, Pack, read_csv  # noqa: E402

PACK = "inpres-1-2025"
CURRENT = re.compile(r"5\.\d\.\d\d\.\d\d\.\d\d\.\d{4}$")  # all levels: a shorter one may be read as the subtotal of the next
HEADER = "TAHUN,NAMA SKPD,KODE SUB KEGIATAN,NAMA SUB KEGIATAN,KODE REKENING,NAMA REKENING,URAIAN,PAGU".split(",")


def write_cases(pack_folder, path):
    """Each case as a line of its own; a sub kegiatan has one name, so each name gets a code."""
    codes = {}
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(HEADER)
        for case in read_csv(str(pack_folder / "cases.csv")):
            if CURRENT.match(case["account"]):
                code = codes.setdefault(case["sub_kegiatan"], f"1.01.01.2.01.{len(codes) + 1:04}")
                out.writerow(["2025", "Dinas Contoh", code, case["sub_kegiatan"], case["account"], case["rekening"], case["uraian"], "1"])


def difference(pack, row):
    line = Line(row["account"], row["account_name"], row["sub_kegiatan"], row["text"])
    cls, rule, _ = pack.decide(line)
    want = {"class": cls, "rule": rule.id if rule else "", "purposes": ";".join(pack.purposes_of(line))}
    wrong = [f"{key} {row[key] or '-'}, reference {want[key] or '-'}" for key in want if row[key] != want[key]]
    return f"{row['file']}:{row['line']}: {'; '.join(wrong)}" if wrong else None


def main():
    opts = program.options()
    pack_folder = opts.rules.resolve() / PACK
    with program.empty_folder() as folder:
        write_cases(pack_folder, folder / "cases.csv")
        done = program.run(opts, folder, "classify", "cases.csv", *program.demo_files("opd"))
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))
    pack = Pack(str(pack_folder))
    faults = [fault for fault in (difference(pack, row) for row in rows) if fault]
    print("\n".join(faults[:40]))
    print(f"{len(rows)} lines, {len(faults)} decided otherwise\n{done.stderr.decode('utf-8', 'replace')[:2000]}")
    sys.exit(1 if faults or len(rows) < 3000 or done.returncode else 0)


main()
