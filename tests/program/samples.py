"""Real files beside the source tree (../shared/samples, or $EFFCHECK_SAMPLES) read without silent loss; skipped where there are none.

What is known of each file stands in the table of the samples' README: does it add up, and which files have the same figures.
"""

import json
import os
import re
import sys
from pathlib import Path

import program

SAMPLES = Path(os.environ.get("EFFCHECK_SAMPLES", Path(__file__).resolve().parents[2].parent / "shared" / "samples"))
SKIP = 77
ROW = re.compile(r"^\| (\S+\.csv) \|.*\| (yes|NO|-) \| (.*) \|$", re.M)
LRA = {"14": ("4955219800.00", "3142533694.00"), "32": ("5207335615.00", "2040898589.00"),
       "48": ("1667378459.00", "1218655764.00"), "57": ("1846031123.00", "1430957234.00")}
REFUSED = {"34_1472465980.csv": "angka-pecah", "3401_1471949861.csv": "bukan-rincian-belanja", "PERSENTASE.xlsx": "bukan-rincian-belanja"}


def audit(opts, folder, path):
    done = program.run(opts, folder, "audit", "--what-if", "--quiet", "--output", "report.xlsx", "--json", "out.json", str(path))
    files = json.loads((folder / "out.json").read_text(encoding="utf-8"))["files"]
    return files[0], done.stderr.decode("utf-8", "replace")


def faults_of(file, messages, name, adds_up):
    if file["rows_read"] != file["rows_used"] + file["rows_excluded"] + file["rows_rejected"]:
        yield f"{name}: rows do not balance"
    if name in REFUSED:
        if f"[{REFUSED[name]}]" not in messages or file["rows_read"]:
            yield f"{name}: not refused with [{REFUSED[name]}]"
        return
    if not file["rows_used"]:
        yield f"{name}: no line was read"
    if adds_up == "yes" and file["reconciled"] is not True:
        yield f"{name}: adds up, but sums {file['sums']}, stated {file['stated']}"
    if adds_up == "NO" and file["reconciled"] is not False:
        yield f"{name}: does not add up, and that went unseen"


def diy(opts, folder):
    sums, notes = {}, {}
    for name, adds_up, note in ROW.findall((SAMPLES / "README.md").read_text(encoding="utf-8")):
        file, messages = audit(opts, folder, SAMPLES / "opd_diy" / name)
        sums[name], notes[name] = file["sums"], note
        yield from faults_of(file, messages, name, adds_up)
    for name, note in notes.items():
        for twin in re.findall(r"figures as (\w+)", note):
            if sums[name] != sums[f"{twin}.csv"]:
                yield f"{name}: not the sums of {twin}"


def workbooks(opts, folder):
    for path in sorted(SAMPLES.glob("*/*.xlsx")):
        file, messages = audit(opts, folder, path)
        yield from faults_of(file, messages, path.name, "-" if path.name in REFUSED else "yes")
        known = LRA.get(path.name[:2])
        if known and (file["sums"]["kini"], file["sums"]["realisasi"]) != known:
            yield f"{path.name}: sums {file['sums']}"


def main():
    opts = program.options()
    if not (SAMPLES / "README.md").is_file():
        print("no samples here")
        sys.exit(SKIP)
    with program.empty_folder() as folder:
        faults = [*diy(opts, folder), *workbooks(opts, folder)]
    print("\n".join(faults) or "all read")
    sys.exit(1 if faults else 0)


main()
