"""Breaks the code that decides verdicts, one place at a time, and counts how many breaks the tests notice.

    mutate_c.py --build build/plain --rules rules [--sanitized build/dev] [--count 200] [--seconds 0] [--seed 1] [--file lib/audit/scope.c] [--jobs 2]

A mutant is one source with one change: another comparison, and/or, plus/minus, a constant one off, a truth turned round, a measure
taken for another, a statement left out. It is compiled, linked before the libraries into the programs below, and judged until one
test fails: unit tests of its floor, which end at their first failure, made units, golden folders, the demo's second calculation, and
the unit tests with sanitizers, if such a build is given. What noticed mutants of the file before, and soon, is asked first. A test that
fails without any change ends the run. Limits are of processor time, so that a busy machine notices no more than an idle one.
--count 0 tries all. Mutants that no test can notice stand in equivalent.csv, each with its reason. Fails below 95 of 100.
"""

import argparse
import csv
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "tests" / "house"), str(ROOT / "tests" / "golden")]
import house  # noqa: E402
import run as golden  # noqa: E402

FILES = ("lib/audit/check_*.c", "lib/audit/checks.c", "lib/audit/scope.c", "lib/audit/totals.c", "lib/base/money.c", "lib/base/share.c")
AUDIT_TESTS = ("test_check_packs", "test_checks", "test_region", "test_check_kinds", "test_check_rates", "test_check_together", "test_diff", "test_file_ids")
UNIT_TESTS = {"audit": AUDIT_TESTS, "base": ("test_money", "test_share", *AUDIT_TESTS)}
PROGRAM_TESTS = ("reckoning", "shifts", "still_to_cut", "real_cases", "verdicts", "honorarium", "metamorphic")
REFUSED = "2"  # status of a run that judges nothing
ENOUGH = 95  # percent
# a mutant that never ends, or asks for ever more memory, is noticed
LIMITED = ("sh", "-c", 'ulimit -t "$1"; [ "$ASAN_OPTIONS" ] || ulimit -v 4000000; shift; exec "$@"', "sh")
LONGEST, ANY_TIME = 5, 120  # seconds of the processor, of the clock
MEASURES = ("MEASURE_MURNI", "MEASURE_KINI", "MEASURE_REALISASI")
CHANGES = (
    (r"(?<![-<>=!&|+*/%^])(<=|>=|==|!=|<|>)(?![<>=])", {"<": ("<=", ">="), "<=": ("<",), ">": (">=", "<="), ">=": (">",), "==": ("!=",), "!=": ("==",)}),
    (r"(&&|\|\|)", {"&&": ("||",), "||": ("&&",)}),
    (r"(?<= )([-+*/%])(?= )", {"+": ("-",), "-": ("+",), "*": ("/",), "/": ("*",), "%": ("/",)}),
    (r"([-+]=)", {"+=": ("-=",), "-=": ("+=",)}),
    (r"(!)(?=[\w(])", {"!": ("",)}),
    (r"\b(true|false)\b", {"true": ("false",), "false": ("true",)}),
    (r"\b(" + "|".join(MEASURES) + r")\b", {name: (MEASURES[(i + 1) % 3],) for i, name in enumerate(MEASURES)}),
)
NUMBER = re.compile(r"(?<![\w{.'\\])(\d+)(?![\w.'])")
# more room than is asked for can never be noticed: sizes of arrays are no constants to change
SIZE = re.compile(r"arena_new_n\([^;\n]*|\b(?:struct \w+|char|bool|int|u?int\d+_t) \*?\w+\[\d+\]")
# an arena that is not released is a leak: the sanitizers of ./dev test see it, these programs have none
STATEMENT = re.compile(r"^[ \t]+(?!return\b|case\b|goto\b|\(void\)|arena_release\()[\w*(][^;{}\n]*;(?=[ \t]*$)", re.M)


def mutants_of(path):
    """(file, line, what was there, what is there now, whole text) of each change."""
    text = (ROOT / path).read_text(encoding="utf-8")
    code = house.without_comments(text)
    code = re.sub(r'"(?:\\.|[^"\\\n])*"|^[ \t]*#[^\n]*|^(?:static )?(?:const )?enum \{[^\n]*', lambda m: " " * len(m[0]), code, flags=re.M)
    for begin, end, other in changes(code):
        line = text.count("\n", 0, begin) + 1
        yield path, line, text[begin:end].strip(), other, text[:begin] + other + text[end:]


def changes(code):
    for pattern, others in CHANGES:
        for match in re.finditer(pattern, code):
            for other in others[match[1]]:
                yield match.start(1), match.end(1), other
    for match in NUMBER.finditer(SIZE.sub(lambda m: " " * len(m[0]), code)):
        yield match.start(1), match.end(1), str(int(match[1]) + 1)
    for match in STATEMENT.finditer(code):
        yield match.start(), match.end(), ";"


class Workshop:
    """Compiles and links mutants with the commands that the build itself would use; each job has one."""

    def __init__(self, build, folder, rules, sanitized=None):
        self.build, self.folder, self.rules = build.resolve(), Path(folder), rules.resolve()
        self.object = self.folder / "mutant.o"
        self.known = {}  # commands, by what they make
        self.made = set()  # of the mutant that was compiled last: its object, programs
        self.sanitized = None
        if sanitized:
            (self.folder / "sanitized").mkdir()
            self.sanitized = Workshop(sanitized, self.folder / "sanitized", rules)

    def command(self, target):
        """The last command that makes the target."""
        if target not in self.known:
            done = subprocess.run(["ninja", "-C", str(self.build), "-t", "commands", target], capture_output=True, text=True, check=True)
            self.known[target] = shlex.split(done.stdout.splitlines()[-1])
        return list(self.known[target])

    def compiles(self, path, text):
        self.made.clear()
        if self.sanitized:
            self.sanitized.made.clear()
        command = self.command(f"CMakeFiles/effcheck_{Path(path).parent.name}.dir/{path}.o")
        source = self.folder / Path(path).name
        source.write_text(text, encoding="utf-8")
        command[-1] = str(source)
        command[command.index("-o") + 1] = str(self.object)
        done = subprocess.run([*command, "-w", "-O0", "-g0", f"-I{(ROOT / path).parent}"], cwd=self.build, capture_output=True, check=False)
        if done.returncode == 0:
            self.made.add(self.object)
        return done.returncode == 0

    def linked(self, program):
        out = self.folder / program
        if out in self.made:
            return out
        words = self.command(f"bin/{program}")
        if "&&" in words:  # ": && cc ... && :"
            words = words[words.index("&&") + 1:]
            words = words[:words.index("&&")]
        words[words.index("-o") + 1] = str(out)
        words.insert(next(i for i, word in enumerate(words) if word.endswith(".a")), str(self.object))
        subprocess.run(words, cwd=self.build, capture_output=True, check=True)
        self.made.add(out)
        return out


def fails(command, seconds=LONGEST, **environment):
    try:
        return subprocess.run([*LIMITED, str(seconds), *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd=ROOT,
                              env=os.environ | {"OMP_WAIT_POLICY": "passive"} | environment, timeout=ANY_TIME, check=False).returncode != 0
    except subprocess.TimeoutExpired:
        return True


def golden_fails(program, rules, folder):
    with tempfile.TemporaryDirectory(prefix="effcheck-") as work:
        try:
            return bool(list(golden.faults(folder, Path(work), golden.run(folder, Path(work), argparse.Namespace(program=program, rules=rules)))))
        except subprocess.TimeoutExpired:
            return True


def unit_test_fails(shop, program):
    leaks = {} if shop.sanitized else {"ASAN_OPTIONS": "detect_leaks=0"}
    return fails([str(shop.linked(program))], CMOCKA_TEST_ABORT="1", **leaks)


def sanitized_fails(shop, path, program):
    made = shop.sanitized.object in shop.sanitized.made or shop.sanitized.compiles(path, (shop.folder / Path(path).name).read_text(encoding="utf-8"))
    return made and unit_test_fails(shop.sanitized, program)


def tests_of(shop, path):
    """(kind, test, whether it notices the mutant in the workshop) of each test that looks at the file."""
    for name in UNIT_TESTS[Path(path).parent.name]:
        yield "unit", name, lambda name=name: unit_test_fails(shop, name)
    for name in PROGRAM_TESTS:
        extent = {"UNITS": "100"} if name == "reckoning" else {}
        yield ("reckoning" if extent else "program"), name, lambda name=name, extent=extent: fails(
            [sys.executable, f"tests/program/{name}.py", "--program", str(shop.linked("effcheck")), "--rules", str(shop.rules)], 100, **extent)
    for folder in sorted((ROOT / "tests/golden").iterdir()):
        if (folder / "args").is_file() and "audit" in golden.read(folder, "args") and golden.read(folder, "expected_status").strip() != REFUSED:
            yield "golden", folder.name, lambda folder=folder: golden_fails(shop.linked("effcheck"), shop.rules, folder)
    for name in UNIT_TESTS[Path(path).parent.name] if shop.sanitized else ():
        yield "sanitizer", name, lambda name=name: sanitized_fails(shop, path, name)


class Experience:
    """How often a test noticed mutants of a file, and how long it takes when it does not: what is likely to notice soon is asked first."""

    def __init__(self):
        self.hits, self.seconds, self.runs = Counter(), Counter(), Counter()

    def worth(self, path, kind, name):
        runs = self.runs[kind, name]
        likely = self.hits[path, kind, name] + (0.5 if kind == "unit" else 0.01)
        return likely / (self.seconds[kind, name] / runs if runs else 1)

    def asked(self, path, kind, name, seconds, noticed):
        if noticed:
            self.hits[path, kind, name] += 1
        else:
            self.seconds[kind, name] += seconds
            self.runs[kind, name] += 1


def noticed_by(shop, path, experience):
    """The kind and the name of the test that notices the mutant in the workshop; (None, None) when all pass."""
    for kind, name, ask in sorted(tests_of(shop, path), key=lambda test: -experience.worth(path, test[0], test[1])):
        begin = time.monotonic()
        noticed = ask()
        experience.asked(path, kind, name, time.monotonic() - begin, noticed)
        if noticed:
            return kind, name
    return None, None


def equivalents():
    with open(Path(__file__).with_name("equivalent.csv"), encoding="utf-8", newline="") as file:
        return {(row["file"], row["line"], row["was"], row["is"]): row["reason"] for row in csv.DictReader(file)}


def line_of(path, number):
    return (ROOT / path).read_text(encoding="utf-8").splitlines()[number - 1].strip()


def identity(mutant):
    """The same wherever its line has moved to."""
    path, number, was, now, _ = mutant
    return path, line_of(path, number), was, now


def judge(shop, mutant, known, experience):
    """What became of the mutant: noticed by a kind of test, survived, known to be equivalent, or no C at all."""
    path, number, was, now, text = mutant
    if identity(mutant) in known:
        return "equivalent"
    if not shop.compiles(path, text):
        return "no C"
    kind, name = noticed_by(shop, path, experience)
    if not kind:
        print(f"survived {path}:{number}: {was} -> {now}: {line_of(path, number)}", flush=True)
    return kind or "survived"


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--rules", type=Path, required=True)
    parser.add_argument("--sanitized", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=0, help="stop then, and count what was tried")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--file", action="append")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--log", type=Path, help="a line of each mutant that was judged is added to it")
    parser.add_argument("--unlike", type=Path, action="append", default=[], help="leave out what stands in this log")
    return parser.parse_args()


def unchanged(shop, experience):
    """A test that fails anyway notices nothing."""
    path = "lib/base/share.c"  # its floor is asked every test
    kind, name = noticed_by(shop, path, experience) if shop.compiles(path, (ROOT / path).read_text(encoding="utf-8")) else ("compiler", "")
    if kind:
        sys.exit(f"{kind} {name} fails without any change")


def main():
    opts = options()
    paths = opts.file or sorted(house.place(p) for pattern in FILES for p in ROOT.glob(pattern))
    tried = [mutant for path in paths for mutant in mutants_of(path)]
    random.Random(opts.seed).shuffle(tried)
    seen = {tuple(row[:4]) for log in opts.unlike for row in csv.reader(log.open(encoding="utf-8", newline=""))}
    tried = [mutant for mutant in tried if identity(mutant) not in seen]
    table, known, todo, experience = defaultdict(Counter), equivalents(), iter(tried[:opts.count or None]), Experience()

    def work():
        with tempfile.TemporaryDirectory(prefix="effcheck-") as place:
            shop = Workshop(opts.build, place, opts.rules, opts.sanitized)
            while time.monotonic() <= until and (mutant := next(todo, None)):
                became = judge(shop, mutant, known, experience)
                table[mutant[0]][became] += 1
                if opts.log:
                    with opts.log.open("a", encoding="utf-8", newline="") as log:
                        csv.writer(log).writerow([*identity(mutant), became])

    with tempfile.TemporaryDirectory(prefix="effcheck-") as place:
        unchanged(Workshop(opts.build, place, opts.rules, opts.sanitized), experience)
    until = time.monotonic() + opts.seconds if opts.seconds else float("inf")
    with ThreadPoolExecutor(opts.jobs) as jobs:
        for job in [jobs.submit(work) for _ in range(opts.jobs)]:
            job.result()
    report(table)


def report(table):
    columns = ("unit", "sanitizer", "reckoning", "golden", "program", "survived", "equivalent", "no C")
    print(f"{'':32}" + "".join(f"{column:>11}" for column in columns) + f"{'noticed':>11}")
    total = sum(table.values(), Counter())
    for path, counts in [*sorted(table.items()), ("", total)]:
        print(f"{path:32}" + "".join(f"{counts[column]:11}" for column in columns) + f"{noticed(counts):9.1f} %")
    print(f"{sum(total[column] for column in columns[:6])} judged")
    sys.exit(0 if noticed(total) >= ENOUGH else 1)


def noticed(counts):
    """In percent, of those that could be noticed."""
    killed = sum(counts[column] for column in ("unit", "sanitizer", "reckoning", "golden", "program"))
    return 100 * killed / (killed + counts["survived"]) if killed + counts["survived"] else 100.0


if __name__ == "__main__":
    main()
