#!/usr/bin/env python3
"""Break a rule pack on purpose and count how many breaks its own examples and cases notice.

  mutate.py PACK [--count N] [--seed S] [--command "effcheck rules test"]

Mutants: drop a rule, drop a word (words, also, except), widen a word (open its end, or shorten a phrase),
drop an account, swap a class or purpose, exchange two rules that overlap. Without --command the independent
reference.py is the judge; with it, the command is run on a copy of the pack (exit status 0 = not noticed).
"""
import argparse
import csv
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections import Counter

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from reference import Line, Pack, examples, parts, read_csv


def overlapping(pack, lines):
    rules = [r for r in pack.rules if r.cls]
    pairs = set()
    for line in lines:
        hits = [r.id for r in rules if r.hit(line) is not None]
        pairs.update((hits[0], h) for h in hits[1:])
    return sorted(pairs)


def mutants(pack, rows, lines):
    """Yields (kind, description, edit) where edit changes a copy of the rows."""
    for i, row in enumerate(rows):
        yield "drop rule", row["id"], lambda rs, i=i: rs.pop(i)
        for column in ("words", "also", "except"):
            given = parts(row[column])
            for k, phrase in enumerate(given):
                rest = given[:k] + given[k + 1:]
                if rest or column != "words":
                    yield "drop word", "%s %s %s" % (row["id"], column, phrase), \
                        lambda rs, i=i, c=column, v=";".join(rest): rs[i].update({c: v})
                if not phrase.endswith("*"):
                    yield "widen word", "%s %s %s" % (row["id"], column, phrase), \
                        lambda rs, i=i, c=column, v=";".join(given[:k] + [phrase + "*"] + given[k + 1:]): rs[i].update({c: v})
        given = parts(row["account"])
        for k, code in enumerate(given):
            rest = given[:k] + given[k + 1:]
            if rest:
                yield "drop account", "%s %s" % (row["id"], code), lambda rs, i=i, v=";".join(rest): rs[i].update({"account": v})
        column, ids = ("class", pack.classes) if row["class"] else ("purpose", pack.purposes)
        for other in ids:
            if other != row[column] and other != pack.undecided:
                yield "swap " + column, "%s %s" % (row["id"], other), lambda rs, i=i, c=column, v=other: rs[i].update({c: v})
    at = {row["id"]: i for i, row in enumerate(rows)}
    for a, b in overlapping(pack, lines):
        def exchange(rs, i=at[a], j=at[b]):
            rs[i], rs[j] = rs[j], rs[i]
        yield "exchange", "%s %s" % (a, b), exchange


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("pack")
    ap.add_argument("--count", type=int, default=300)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--command")
    ap.add_argument("--lines", nargs="*", default=[], help="name lists (code,name) to find overlapping rules")
    a = ap.parse_args()
    pack = Pack(a.pack)
    with open(os.path.join(a.pack, "rules.csv"), newline="", encoding="utf-8") as f:
        reader = csv.DictReader(f)
        header, rows = reader.fieldnames, list(reader)
    lines = [e for r in pack.rules for e in examples(r.row["example"]) + examples(r.row["counterexample"])]
    path = os.path.join(a.pack, "cases.csv")
    if os.path.exists(path):
        lines += [Line(r["account"], r["rekening"], r["sub_kegiatan"], r["uraian"]) for r in read_csv(path)]
    for p in a.lines:
        lines += [Line("", "", r["name"], "") for r in read_csv(p)]
    every = list(mutants(pack, rows, lines))
    random.Random(a.seed).shuffle(every)
    made, killed, alive = Counter(), Counter(), []
    with tempfile.TemporaryDirectory() as top:
        copy = os.path.join(top, "p", os.path.basename(os.path.abspath(a.pack)))
        shutil.copytree(a.pack, copy)
        common = os.path.join(a.pack, pack.info.get("common", "../common"))
        if os.path.isdir(common):
            shutil.copytree(common, os.path.join(top, "p", "common"))
        command = shlex.split(a.command) if a.command else [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference.py"), "test"]
        for kind, what, edit in every[:a.count]:
            changed = [dict(r) for r in rows]
            edit(changed)
            with open(os.path.join(copy, "rules.csv"), "w", newline="", encoding="utf-8") as f:
                w = csv.DictWriter(f, header, lineterminator="\n")
                w.writeheader()
                w.writerows(changed)
            made[kind] += 1
            if subprocess.run(command + [copy], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
                killed[kind] += 1
            else:
                alive.append("%s: %s" % (kind, what))
    for kind in sorted(made):
        print("%-14s %4d of %4d noticed" % (kind, killed[kind], made[kind]))
    total = sum(killed.values())
    print("%-14s %4d of %4d noticed (%.1f %%), %d mutants possible" % ("all", total, sum(made.values()), 100.0 * total / max(1, sum(made.values())), len(every)))
    for x in alive:
        print("  not noticed: " + x)
    return 0 if total * 100 >= 95 * sum(made.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
