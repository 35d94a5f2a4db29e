"""Lets every allocation of an audit fail, once and from there on: status 4 and untouched outputs each time.

    memory.py --program effcheck --rules rules --shim fail_malloc.so [--files 3] [--every 1]

fail_malloc.c does it within one run; that run must end with the same report as one without. A program with sanitizers brings its own
malloc and cannot be tried (status 77).
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

DEMO = Path(__file__).resolve().parents[1] / "demo"
SKIPPED = 77


def audit(opts, out, **environment):
    files = sorted(DEMO.glob("opd_*.csv"), key=lambda path: path.stat().st_size)[:opts.files]
    command = [str(opts.program.resolve()), "audit", "-j1", "--quiet", "--rules", str(opts.rules.resolve() / "inpres-1-2025"), "--baseline",
               str(DEMO / "murni_*.csv"), "--output", str(out / "report.xlsx"), "--json", str(out / "out.json"), *map(str, files)]
    env = os.environ | {"SOURCE_DATE_EPOCH": "1767225600"} | environment
    done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert done.returncode in (0, 1), f"status {done.returncode}: {done.stderr[-500:]}"
    return done


def outputs(out):
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def sweep(opts, folder, whole, onwards):
    """One run in which each allocation fails in a child. Prints the sums; the faults."""
    log, out = folder / "log", folder / f"out{onwards}"
    out.mkdir()
    settings = {"LD_PRELOAD": str(opts.shim.resolve()), "FAIL_FOLDER": str(out), "FAIL_LOG": str(log), "FAIL_EVERY": str(opts.every)}
    done = audit(opts, out, **settings, **({"FAIL_ONWARDS": "1"} if onwards else {}))
    *faults, sums = log.read_text().splitlines()
    failed = int(re.match(r"\d+ allocations, (\d+) failed", sums)[1])
    print(f"{'from there on' if onwards else 'once':14} {sums}")
    if not failed:
        faults.append("nothing failed")
    if (told := done.stderr.count(b"out of memory")) != failed:
        faults.append(f"{failed} ended and {told} said why")
    if outputs(out) != whole:
        faults.append("the run beside them wrote something else")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--rules", type=Path, required=True)
    parser.add_argument("--shim", type=Path, required=True)
    parser.add_argument("--files", type=int, default=3, help="units of the demo region, smallest first")
    parser.add_argument("--every", type=int, default=1)
    opts = parser.parse_args()
    if b"__asan_init" in opts.program.read_bytes():
        print("a program with sanitizers")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory(prefix="effcheck-") as place:
        folder = Path(place)
        (folder / "whole").mkdir()
        audit(opts, folder / "whole")
        faults = [fault for onwards in (0, 1) for fault in sweep(opts, folder, outputs(folder / "whole"), onwards)]
    print(*faults, sep="\n", end="\n" if faults else "")
    sys.exit(1 if faults else 0)


main()
