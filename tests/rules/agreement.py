"""The program and the reference (reference.py, written from rules/README.md alone) give the same class, rule and purposes.

Lines are made from the words and accounts of the pack itself, whole, cut, glued, split over cells and among other words, with
the case, signs, blanks and litter of real files; the same lines in every run.
"""

import csv
import io
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "program"))
import program  # noqa: E402

PACK = "inpres-1-2025"
LINES = 2000
SEED = 20250122
REFERENCE = Path(__file__).with_name("reference.py")
HEADER = ("Kode Rekening", "Nama Rekening", "Nama Sub Kegiatan", "Nama Paket", "Keterangan")
CANONICAL = re.compile(r"(\d\.\d(\.\d\d){0,3}|\d\.\d(\.\d\d){3}\.\d{4}(\.\d\d){0,2}|\d\.\d(\.\d\d){3}\.\d{4}(\.\d\d){2}\.\d{4}"
                       r"|\d\.\d\.\d(\.\d\d){0,2}|\d{6}|)")
OTHER_WORDS = "penyediaan belanja dan jasa kantor untuk kegiatan di kecamatan tahun 2025 tahap ii dinas pt cv 80 x".split()
BETWEEN_WORDS = (" ", " ", " ", " ", "  ", "/", "-", ", ", "\u00a0", "_", "\n", "\\r\\n", "_x000d_", " \u2013 ", "; ")


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def phrases(rules):
    return sorted({p.strip() for rule in rules for column in ("words", "also", "except") for p in rule[column].split(";") if p.strip()})


def accounts(rules, chart):
    prefixes = {p.strip().lstrip("!").strip() for rule in rules for p in rule["account"].split(";") if p.strip()}
    return sorted({whole(p) for p in prefixes}), sorted({whole(row["code"]) for row in chart})


def whole(code):
    """Central codes have six digits; fewer are only a prefix."""
    return code if "." in code or len(code) < 2 else code.ljust(6, "1")


class Maker:
    """Random lines; what is drawn depends on the seed and the pack only."""

    def __init__(self, folder):
        self.random = random.Random(SEED)
        rules = read(folder / "rules.csv")
        self.phrases = phrases(rules)
        self.prefixes, self.chart = accounts(rules, read(folder / ".." / "common" / "accounts.csv"))

    def word(self, written):
        """A word of a phrase: its stars filled, sometimes with letters too many."""
        letters = "".join(self.random.choice("aeiknrst") for _ in range(self.random.randint(0, 3)))
        bare = written.strip("*")
        before = letters if written.startswith("*") or self.random.random() < 0.06 else ""
        behind = letters if written.endswith("*") or self.random.random() < 0.06 else ""
        return self.random.choice((str, str, str.title, str.upper))(before + bare + behind)

    def phrase(self):
        words = [self.word(w) for w in self.random.choice(self.phrases).split()]
        if len(words) > 1 and self.random.random() < 0.1:
            words.insert(1, self.random.choice(OTHER_WORDS))
        return words

    def text(self, most):
        words = []
        for _ in range(self.random.randint(0, most)):
            words += self.phrase() if self.random.random() < 0.6 else [self.random.choice(OTHER_WORDS)]
        out = ""
        for word in words:
            out += (self.random.choice(BETWEEN_WORDS) if out else "") + word
        return out

    def split_phrase(self):
        """A phrase over the border of two cells: it must not count."""
        words = self.phrase()
        cut = self.random.randint(1, len(words))
        return " ".join(words[:cut]), " ".join(words[cut:])

    def account(self):
        draw = self.random.random()
        if draw < 0.3:
            return ""
        if draw < 0.7:
            return self.random.choice(self.chart)
        return self.random.choice(self.prefixes)

    def line(self):
        cells = [self.account(), self.text(2), self.text(3), self.text(3), self.text(2)]
        if self.random.random() < 0.15:
            cells[3], cells[4] = self.split_phrase()
        if not any(cells[1:]):
            cells[3] = self.random.choice(OTHER_WORDS)
        return cells


def cases(folder):
    """The pack's own test lines, without those whose accounts no chart writes so (5.1.02.041 beside 5.1.02.04)."""
    found = [[row["account"], row["rekening"], row["sub_kegiatan"], row["uraian"], ""] for row in read(folder / "cases.csv")]
    return [row for row in found if CANONICAL.fullmatch(row[0]) and any(row)]


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        out.writerow(header)
        out.writerows(rows)


def first_lines(rows):
    """The physical line on which each record begins, below the header."""
    line = 2
    for row in rows:
        yield line
        line += 1 + sum(cell.count("\n") for cell in row)


def classified(opts, folder, rows):
    write(folder / "lines.csv", HEADER, rows)
    done = program.run(opts, folder, "classify", "--rules", PACK, "--year", "2025", "lines.csv")
    assert done.returncode == 0, f"status {done.returncode}: {done.stderr.decode('utf-8', 'replace')}"
    found = {int(row["line"]): row for row in csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline=""))}
    return [found.get(line) for line in first_lines(rows)]


def referred(opts, folder, rows):
    lines = [(row[0], row[1], row[2], " | ".join(cell for cell in row[3:] if cell.strip())) for row in rows]
    write(folder / "reference.csv", ("account", "rekening", "sub_kegiatan", "uraian"), lines)
    done = subprocess.run([sys.executable, REFERENCE, "lines", opts.rules / PACK, folder / "reference.csv"], capture_output=True, check=True)
    return list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))


def faults(rows, ours, theirs):
    for row, our, their in zip(rows, ours, theirs, strict=True):
        if our is None:
            yield f"{row}: no line"
            continue
        if our["account"] != row[0]:
            yield f"{row}: account {our['account']}"
        for column in ("class", "rule", "purposes"):
            got, want = (sorted(answer[column].split(";")) for answer in (our, their))
            if got != want:
                yield f"{row}: {column} {our[column]}, the reference says {their[column]} ({our['matched']} / {their['matched']})"


def main():
    opts = program.options()
    maker = Maker(opts.rules / PACK)
    rows = [maker.line() for _ in range(LINES)] + cases(opts.rules / PACK)
    with tempfile.TemporaryDirectory(prefix="effcheck-") as name:
        folder = Path(name)
        ours, theirs = classified(opts, folder, rows), referred(opts, folder, rows)
    found = list(faults(rows, ours, theirs))
    print("\n".join(found[:20]) if found else f"{len(rows)} lines agree, by {len({row['rule'] for row in theirs})} rules")
    sys.exit(1 if found else 0)


main()
