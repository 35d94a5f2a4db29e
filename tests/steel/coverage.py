"""Which lines and branches of lib/ the tests reached, from what gcov counted; fails below the recorded floors.

    coverage.py --build build/coverage [--missed lib/base/money.c ...] [--forget]

--forget deletes what was counted so far. As a test of the preset `coverage`: ctest -R steel/coverage runs all that counts, then this.

--missed prints the lines of those files whose branches were not all taken. A branch is what gcc makes of a condition: `a && b` has four.
Not counted: asserts and the sandbox (compiled out by the preset); branches not taken of a statement that prints with STR_ARG, which
asks of each text whether it is longer than an int can say. Counted although no test here reaches them: the lines that run without memory
(`./dev memory` does) or when the system fails (`./dev sweep` does, and takes the counters along). In the code of the verdict nothing is
left that data cannot reach: what an earlier check made impossible was taken out of it.
"""

import argparse
import fnmatch
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# what decides a verdict: every branch of these is taken by some test
VERDICT = ("lib/base/money.c", "lib/base/date.c", "lib/base/share.c", "lib/table/dialect.c", "lib/ledger/number_columns.c", "lib/rules/matcher.c",
           "lib/audit/check*.c", "lib/audit/scope.c", "lib/audit/totals.c")
FLOORS = {"verdict branches": 100.0, "lib lines": 99.0, "lib branches": 95.5}  # percent; to be raised, not lowered


def printing(source):
    """Numbers of the lines whose statement holds STR_ARG."""
    lines, begin = source.read_text(encoding="utf-8").splitlines(), 0
    for number, line in enumerate(lines):
        if line.rstrip().endswith((";", "{", "}", "*/", ":")):
            if any("STR_ARG(" in part for part in lines[begin:number + 1]):
                yield from range(begin + 1, number + 2)
            begin = number + 1


class Counts:
    """Lines and branches of one source, added up over all programs that were linked with it."""

    def __init__(self, name):
        self.printing = set(printing(ROOT / name))
        self.lines = defaultdict(int)
        self.branches = defaultdict(list)  # by line: the counts of its branches

    def add(self, line):
        number = line["line_number"]
        self.lines[number] += line["count"]
        counts = [branch["count"] for branch in line["branches"]]
        known = self.branches[number]
        self.branches[number] = [a + b for a, b in zip(known, counts)] if known else counts

    def counted(self, number):
        return [count for count in self.branches[number] if count or number not in self.printing]

    def sums(self):
        branches = [count for number in self.branches for count in self.counted(number)]
        return sum(n > 0 for n in self.lines.values()), len(self.lines), sum(n > 0 for n in branches), len(branches)

    def missed(self):
        return sorted(number for number in self.lines if 0 in self.counted(number) or not self.lines[number])


def counted(build):
    """What gcov knows, by source below lib/. The library is compiled once, so each source has one file of counts."""
    sources = {}
    data = sorted(str(path) for path in build.glob("CMakeFiles/effcheck_*.dir/lib/**/*.gcda"))
    for begin in range(0, len(data), 40):
        done = subprocess.run(["gcov", "--json-format", "--stdout", "--branch-probabilities", *data[begin:begin + 40]], cwd=build,
                              capture_output=True, text=True, check=True)
        for words in done.stdout.splitlines():
            for file in json.loads(words)["files"]:
                path = Path(file["file"])
                if path.suffix == ".c" and path.is_relative_to(ROOT / "lib"):
                    name = path.relative_to(ROOT).as_posix()
                    counts = sources.setdefault(name, Counts(name))
                    for line in file["lines"]:
                        counts.add(line)
    return sources


def percent(some, all_):
    return 100.0 * some / all_ if all_ else 100.0


def row(name, sums):
    return f"{name:34}{sums[0]:7}{sums[1]:7}{percent(*sums[:2]):8.1f} %{sums[2]:9}{sums[3]:7}{percent(*sums[2:]):8.1f} %"


def added(rows):
    return [sum(column) for column in zip(*rows)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--missed", nargs="*", default=[])
    parser.add_argument("--forget", action="store_true")
    opts = parser.parse_args()
    if opts.forget:
        for path in opts.build.rglob("*.gcda"):
            path.unlink()
        return
    sources = counted(opts.build.resolve())
    built = {path.relative_to(ROOT).as_posix() for path in (ROOT / "lib").rglob("*.c")}
    print(f"{'':34}{'lines':>14}{'':10}{'branches':>16}")
    sums = {name: counts.sums() for name, counts in sorted(sources.items())}
    for name, numbers in sums.items():
        print(row(name, numbers))
    verdict = added(numbers for name, numbers in sums.items() if any(fnmatch.fnmatch(name, pattern) for pattern in VERDICT))
    whole = added(sums.values())
    print(row("verdict code", verdict), row("lib/", whole), sep="\n")
    for name in opts.missed:
        text = (ROOT / name).read_text(encoding="utf-8").splitlines()
        print(*(f"{name}:{number}: {sources[name].branches[number]} {text[number - 1].strip()}" for number in sources[name].missed()), sep="\n")
    reached = {"verdict branches": percent(*verdict[2:]), "lib lines": percent(*whole[:2]), "lib branches": percent(*whole[2:])}
    faults = [f"{name}: {reached[name]:.2f} %, less than {floor} %" for name, floor in FLOORS.items() if reached[name] < floor]
    faults += [f"{name}: no test touches it" for name in sorted(built - set(sources))]
    print(*faults, sep="\n", end="\n" if faults else "")
    sys.exit(1 if faults else 0)


main()
