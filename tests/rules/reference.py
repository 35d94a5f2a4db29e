#!/usr/bin/env python3
"""Independent re-implementation of the rule pack semantics (rules/README.md).

Standard library only, and written from rules/README.md alone: it shares nothing with the C code,
so that the two can be checked against each other.

  reference.py test  PACK                      run every example and counterexample
  reference.py lint  PACK                      faults of the tables themselves
  reference.py score PACK LABELLED.csv [--held FILE] [--errors]
  reference.py names PACK NAMES.csv --field rekening|sub_kegiatan [--code COLUMN] [--name COLUMN]
  reference.py lines PACK LINES.csv            columns account,rekening,sub_kegiatan,uraian -> class,rule,purposes
"""
import argparse
import csv
import os
import re
import sys
from collections import Counter, defaultdict

FIELDS = ("rekening", "sub_kegiatan", "uraian")
WORD = "a-z0-9"
LITTER = re.compile(r"\\[rnt]|_[xX]000._")  # line ends that an export wrote out as text


def fold(text):
    """Lower case; each run of characters that are not a-z or 0-9 becomes one blank; '|' stays as a barrier."""
    out = LITTER.sub(" ", text or "").lower()
    out = re.sub(r"\|", " | ", out)
    return re.sub(r"[^a-z0-9|]+", " ", out).strip()


def parts(cell):
    return [p.strip() for p in (cell or "").split(";") if p.strip()]


class Words:
    """A `;`-separated list of phrases of whole words; `*` opens the end or the beginning of a word."""

    def __init__(self, cell):
        self.given = parts(cell)
        alternatives = []
        for phrase in self.given:
            words = re.sub(r"[^a-z0-9*]+", " ", phrase.lower()).split()
            if words:
                alternatives.append(" ".join(w.replace("*", "[%s]*" % WORD) for w in words))
        self.pattern = re.compile("(?<![%s])(?:%s)(?![%s])" % (WORD, "|".join(alternatives), WORD)) if alternatives else None

    def __bool__(self):
        return self.pattern is not None

    def find(self, fields):
        for text in fields:
            hit = self.pattern.search(text)
            if hit:
                return hit.group(0)
        return None


def account_has_prefix(code, prefix):
    if not code:
        return False
    return code == prefix or code.startswith(prefix + ".") or ("." not in code and "." not in prefix and code.startswith(prefix))


class Accounts:
    def __init__(self, cell):
        given = parts(cell)
        self.included = [p for p in given if not p.startswith("!")]
        self.excluded = [p[1:].strip() for p in given if p.startswith("!")]

    def match(self, code):
        if any(account_has_prefix(code, p) for p in self.excluded):
            return False
        return not self.included or any(account_has_prefix(code, p) for p in self.included)


class Line:
    def __init__(self, account="", rekening="", sub_kegiatan="", uraian=""):
        self.account = (account or "").strip().rstrip(".")
        self.text = {"rekening": fold(rekening), "sub_kegiatan": fold(sub_kegiatan), "uraian": fold(uraian)}
        self.raw = (account, rekening, sub_kegiatan, uraian)


class Rule:
    def __init__(self, row, line_no):
        self.row, self.line_no = row, line_no
        self.id, self.cls, self.purpose = row["id"], row["class"], row["purpose"]
        self.account = Accounts(row["account"])
        self.words, self.also, self.except_ = Words(row["words"]), Words(row["also"]), Words(row["except"])
        self.where = parts(row["where"]) or list(FIELDS)

    def hit(self, line):
        """The matched text ('' when the account alone decides), or None."""
        if not self.account.match(line.account):
            return None
        fields = [line.text[f] for f in self.where]
        found = ""
        if self.words:
            found = self.words.find(fields)
            if found is None:
                return None
        if self.also and self.also.find(fields) is None:
            return None
        if self.except_ and self.except_.find(line.text.values()) is not None:
            return None
        return found


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f))


def layered(folder, table):
    """Rows of a table with their line numbers: the pack's own new rows, then the base's with replacements, without what '!' takes out."""
    info = {r["key"]: r["value"] for r in read_csv(os.path.join(folder, "pack.csv"))}
    base = layered(os.path.join(folder, info["extends"]), table) if "extends" in info else []
    path, own = os.path.join(folder, table), []
    if os.path.exists(path):
        with open(path, newline="", encoding="utf-8") as f:
            reader = csv.DictReader(f)
            own = [(row, reader.line_num) for row in reader]
    gone = {row["id"][1:] for row, _ in own if row["id"].startswith("!")}
    replaced = {row["id"]: (row, n) for row, n in own}
    known = {row["id"] for row, _ in base}
    fresh = [(row, n) for row, n in own if row["id"] not in known and not row["id"].startswith("!")]
    return fresh + [replaced.get(row["id"], (row, n)) for row, n in base if row["id"] not in gone]


class Pack:
    def __init__(self, folder):
        self.folder, self.info = folder, {}
        layer = folder
        while layer:
            keys = {r["key"]: r["value"] for r in read_csv(os.path.join(layer, "pack.csv"))}
            self.info = {**keys, **self.info}
            layer = os.path.join(layer, keys["extends"]) if "extends" in keys else None
        self.classes = [r["id"] for r, _ in layered(folder, "classes.csv")]
        self.purposes = [r["id"] for r, _ in layered(folder, "purposes.csv")]
        self.rules = [Rule(row, n) for row, n in layered(folder, "rules.csv")]
        self.undecided = self.info["unclassified"]

    def decide(self, line):
        for rule in self.rules:
            if rule.cls:
                found = rule.hit(line)
                if found is not None:
                    return rule.cls, rule, found
        return self.undecided, None, ""

    def purposes_of(self, line):
        out = []
        for rule in self.rules:
            if rule.purpose and rule.purpose not in out and rule.hit(line) is not None:
                out.append(rule.purpose)
        return out


def examples(cell):
    """`account | name | sub kegiatan | uraian`, several separated by ` || `."""
    out = []
    for text in re.split(r"\|\|", cell or ""):
        if not text.strip():
            continue
        p = [x.strip() for x in text.split("|")]
        p += [""] * (4 - len(p))
        out.append(Line(p[0], p[1], p[2], " | ".join(p[3:])))
    return out


def run_examples(pack):
    bad = n = 0
    for rule in pack.rules:
        if not rule.row["example"].strip():
            print("%s: no example" % rule.id)
            bad += 1
        for line in examples(rule.row["example"]):
            n += 1
            if rule.cls:
                cls, by, found = pack.decide(line)
                if by is not rule:
                    print("%s: example %r goes to %s by %s (%s)" % (rule.id, " | ".join(line.raw), cls, by and by.id, found))
                    bad += 1
            elif rule.hit(line) is None:
                print("%s: example %r does not get purpose %s by this rule" % (rule.id, " | ".join(line.raw), rule.purpose))
                bad += 1
        for line in examples(rule.row["counterexample"]):
            n += 1
            if rule.cls:
                cls, by, found = pack.decide(line)
                if by is rule:
                    print("%s: counterexample %r is decided by this rule (%s)" % (rule.id, " | ".join(line.raw), found))
                    bad += 1
            elif rule.hit(line) is not None:
                print("%s: counterexample %r gets purpose %s" % (rule.id, " | ".join(line.raw), rule.purpose))
                bad += 1
    print("%d rules, %d examples, %d faults" % (len(pack.rules), n, bad))
    return bad


def run_cases(pack, limit=20):
    """cases.csv: a whole line and what the pack makes of it. An empty cell is not checked, `-` means none."""
    path = os.path.join(pack.folder, "cases.csv")
    if not os.path.exists(path):
        return 0
    bad = n = 0
    for r in read_csv(path):
        n += 1
        line = Line(r["account"], r["rekening"], r["sub_kegiatan"], r["uraian"])
        cls, rule, found = pack.decide(line)
        got = {"class": cls, "rule": rule.id if rule else "-", "purposes": ";".join(pack.purposes_of(line)) or "-"}
        wrong = ["%s %s, expected %s" % (k, got[k], r[k]) for k in got if r[k] and r[k] != got[k]]
        if wrong:
            bad += 1
            if bad <= limit:
                print("%s: %s" % (r["covers"], "; ".join(wrong)))
    print("%d cases, %d faults" % (n, bad))
    return bad


def lint(pack):
    bad = []
    seen = {}
    for r in pack.rules:
        at = "rules.csv:%d %s" % (r.line_no, r.id)
        if r.id in seen:
            bad.append("%s: id used twice" % at)
        seen[r.id] = r
        if bool(r.cls) == bool(r.purpose):
            bad.append("%s: exactly one of class and purpose must be filled" % at)
        if r.cls and r.cls not in pack.classes:
            bad.append("%s: unknown class %s" % (at, r.cls))
        if r.purpose and r.purpose not in pack.purposes:
            bad.append("%s: unknown purpose %s" % (at, r.purpose))
        for w in r.where:
            if w not in FIELDS:
                bad.append("%s: unknown field %s" % (at, w))
        for column in ("words", "also", "except"):
            given = parts(r.row[column])
            if len(given) != len(set(given)):
                bad.append("%s: %s holds a phrase twice: %s" % (at, column, [g for g, n in Counter(given).items() if n > 1]))
            for phrase in given:
                words = phrase.split()
                if re.search(r"[^a-z0-9 *]", phrase):
                    bad.append("%s: %s: %r is not folded" % (at, column, phrase))
                for i, w in enumerate(words):
                    if "*" in w.strip("*") or w.strip("*") == "" or (w.startswith("*") and i) or (w.endswith("*") and i < len(words) - 1):
                        bad.append("%s: %s: %r: '*' only before the first or after the last word" % (at, column, phrase))
        for p in r.account.included + r.account.excluded:
            if not re.fullmatch(r"\d+(\.\d+)*", p):
                bad.append("%s: account %r" % (at, p))
        if r.cls and not r.account.included and not r.words:
            bad.append("%s: decides everything" % at)
    for b in bad:
        print(b)
    return len(bad)


def score(pack, path, held_file, show_errors):
    rows = read_csv(path)
    held = set(open(held_file).read().split()) if held_file else set()
    groups = defaultdict(Counter)
    confusion = Counter()
    for r in rows:
        account = re.sub(r"^2\.", "5.", r["kode_rekening"])
        line = Line(account, r["nama_rekening"], r["nama_sub_kegiatan"], r["uraian"].replace(" || ", " | "))
        cls, rule, found = pack.decide(line)
        strict = cls == r["label"]
        lenient = strict or cls == r["second_choice"]
        part = "held" if r["id"] in held else "open"
        keys = ["all", part, "source " + r["source"].split("/")[0], "class " + r["label"]]
        if account and r["label"] in ("perjalanan_dinas", "honorarium"):
            keys.append("account " + r["label"])
        for k in keys:
            groups[k]["n"] += 1
            groups[k]["strict"] += strict
            groups[k]["lenient"] += lenient
            groups[k]["undecided"] += rule is None
        confusion[(r["label"], cls)] += 1
        if show_errors and not strict and (part == "open" or show_errors == "all"):
            print("%s %s%s %s / %s -> %s by %s (%s)\n    %s | %s | %s | %s" % (
                r["id"], "" if lenient else "!! ", part, r["label"], r["second_choice"], cls, rule and rule.id, found,
                r["kode_rekening"], r["nama_rekening"], r["nama_sub_kegiatan"], r["uraian"][:300]))
    for k in sorted(groups):
        g = groups[k]
        print("%-34s n=%4d strict %5.1f%%  lenient %5.1f%%  undecided %d" % (
            k, g["n"], 100.0 * g["strict"] / g["n"], 100.0 * g["lenient"] / g["n"], g["undecided"]))
    print("\nconfusion (label -> decided):")
    for (a, b), n in sorted(confusion.items()):
        if a != b:
            print("  %-17s -> %-20s %d" % (a, b, n))


def names(pack, path, field, code_column, name_column):
    for r in read_csv(path):
        line = Line(**{"account": r[code_column] if code_column else "", field: r[name_column]})
        cls, rule, found = pack.decide(line)
        print("%s\t%s\t%s\t%s\t%s" % (cls, rule.id if rule else "-", r.get("code", ""), r[name_column], found))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("verb", choices=("test", "lint", "score", "names", "lines"))
    ap.add_argument("pack")
    ap.add_argument("file", nargs="?")
    ap.add_argument("--held")
    ap.add_argument("--errors", nargs="?", const="open")
    ap.add_argument("--field", default="sub_kegiatan", choices=FIELDS)
    ap.add_argument("--code", default="")
    ap.add_argument("--name", default="name")
    a = ap.parse_args()
    pack = Pack(a.pack)
    if a.verb == "test":
        return 1 if run_examples(pack) + run_cases(pack) else 0
    if a.verb == "lint":
        return 1 if lint(pack) else 0
    if a.verb == "score":
        score(pack, a.file, a.held, a.errors)
    elif a.verb == "names":
        names(pack, a.file, a.field, a.code, a.name)
    else:
        out = csv.writer(sys.stdout, lineterminator="\n")
        out.writerow(["class", "rule", "matched", "purposes"])
        for r in read_csv(a.file):
            line = Line(r["account"], r["rekening"], r["sub_kegiatan"], r["uraian"])
            cls, rule, found = pack.decide(line)
            out.writerow([cls, rule.id if rule else "", found, ";".join(pack.purposes_of(line))])
    return 0


if __name__ == "__main__":
    sys.exit(main())
