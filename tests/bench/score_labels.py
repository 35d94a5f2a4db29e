#!/usr/bin/env python3
"""Runs `effcheck classify` over labelled lines and prints how often it agrees with the label.

  score_labels.py --program build/release/bin/effcheck --rules rules/inpres-1-2025 LABELLED.csv [--errors] [--folds 3]

Strict: the class is the label. Lenient: the label or the second choice. By source and by class, then the confusion matrix, then the
figure of travel and honorarium lines that carry an account. --folds N prints the figures of each N-th part of the lines as well, so
that a part that was kept aside while rules were written can be seen by itself. Ends with 1 when a target is missed.
"""
import argparse
import csv
import io
import subprocess
import sys
from collections import Counter, defaultdict

TARGETS = (("all", "strict", 85.0), ("all", "lenient", 93.0), ("with account: travel, honorarium", "strict", 99.0))
BY_ACCOUNT = ("perjalanan_dinas", "honorarium")


def decided(options):
    """line number of the labelled file -> (class, rule)"""
    words = [options.program, "classify", "--quiet", options.labelled] + (["--rules", options.rules] if options.rules else [])
    done = subprocess.run(words, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit("effcheck ended with %d\n%s" % (done.returncode, done.stderr.decode("utf-8", "replace")))
    rows = csv.DictReader(io.StringIO(done.stdout.decode("utf-8", "replace"), newline=""))
    return {int(r["line"]): (r["class"], r["rule"]) for r in rows}


def labelled(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        reader, first = csv.DictReader(file), 2
        for row in reader:
            yield first, row
            first = reader.line_num + 1


def groups_of(number, row, folds):
    yield "all"
    yield "source " + row["source"].split("/")[0]
    yield "class " + row["label"]
    if row["kode_rekening"] and row["label"] in BY_ACCOUNT:
        yield "with account: travel, honorarium"
    if folds:
        yield "part %d of %d" % (number % folds + 1, folds)


def print_matrix(confusion):
    names = sorted({name for pair in confusion for name in pair})
    print("\nlabel (down) against decided class (across)\n" + " " * 22 + " ".join("%5.5s" % n for n in names))
    for label in names:
        print("%-21s " % label + " ".join("%5s" % (confusion[(label, n)] or ".") for n in names))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="build/release/bin/effcheck")
    parser.add_argument("--rules", default="")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("labelled")
    options = parser.parse_args()
    classes, score, confusion = decided(options), defaultdict(Counter), Counter()
    for number, (line, row) in enumerate(labelled(options.labelled)):
        found, rule = classes.get(line, ("tidak_terbaca", ""))
        strict = found == row["label"]
        for group in groups_of(number, row, options.folds):
            score[group].update(n=1, strict=strict, lenient=strict or found == row["second_choice"], undecided=not rule)
        confusion[(row["label"], found)] += 1
        if options.errors and not strict:
            print("%s %s (%s) -> %s by %s: %s | %s | %s" % (row["id"], row["label"], row["second_choice"], found, rule or "-",
                                                            row["nama_rekening"], row["nama_sub_kegiatan"], row["uraian"][:160]))
    percent = lambda g, what: 100.0 * score[g][what] / max(score[g]["n"], 1)
    for group in sorted(score):
        print("%-40s %4d lines  strict %5.1f %%  lenient %5.1f %%  undecided %d" % (
            group, score[group]["n"], percent(group, "strict"), percent(group, "lenient"), score[group]["undecided"]))
    print_matrix(confusion)
    missed = [t for t in TARGETS if percent(t[0], t[1]) < t[2]]
    for group, what, least in missed:
        print("missed: %s %s %.1f %%, wanted %.1f %%" % (group, what, percent(group, what), least))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
