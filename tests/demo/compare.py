#!/usr/bin/env python3
"""Compares effcheck's --json with the independent calculation of expected.py.

    compare.py EXPECTED.json EFFCHECK.json

Every field that EXPECTED.json holds must be the same in EFFCHECK.json; what it does
not hold is not compared.  One line per difference; exit status 0 the same, 1 different,
2 a file that cannot be read.
"""
import json
import os
import sys

# the checks that expected.py decides: a unit that only effcheck lists is a difference too
DECIDED = ("T01", "T02", "T03", "T05", "P01", "T09", "T10", "T16", "S06", "S09", "R02", "H01", "H08")


class Comparison:
    def __init__(self):
        self.compared = 0
        self.differences = []

    def differ(self, where, expected, found):
        self.differences.append("%s: expected %s, effcheck has %s" % (where, json.dumps(expected), json.dumps(found)))

    def value(self, where, expected, found):
        """Compares what `expected` holds, member by member."""
        if isinstance(expected, dict) and isinstance(found, dict):
            for key, want in expected.items():
                if key in found:
                    self.value("%s.%s" % (where, key), want, found[key])
                else:
                    self.differ("%s.%s" % (where, key), want, "nothing of that name")
            return
        self.compared += 1
        if expected != found or isinstance(expected, bool) != isinstance(found, bool):
            self.differ(where, expected, found)

    def rows(self, name, expected, found, key, label):
        """Pairs the rows of two lists by key; both lists must have the same keys once."""
        index = {}
        for row in found:
            if key(row) in index:
                self.differ("%s[%s]" % (name, label(row)), "one row", "two rows")
            index[key(row)] = row
        for row in expected:
            other = index.pop(key(row), None)
            if other is None:
                self.differ("%s[%s]" % (name, label(row)), "a row", "none")
            else:
                self.value("%s[%s]" % (name, label(row)), row, other)
        for row in index.values():
            self.differ("%s[%s]" % (name, label(row)), "no such row", "one")


def base(row):
    return os.path.basename(row["path"])


def decided(checks, expected):
    """effcheck's rows of the checks decided here; its own region rows beside T02 are left out."""
    region = {(c["id"], None) for c in expected if c["unit"] is None}
    return [c for c in checks if c["id"] in DECIDED and (c["unit"] is not None or (c["id"], None) in region)]


def compare(expected, found):
    c = Comparison()
    files = [dict(f, path=base(f)) for f in found["files"]]
    c.rows("files", expected["files"], files, base, base)
    c.rows("units", expected["units"], found["units"], lambda u: u["code"], lambda u: u["code"])
    c.rows("checks", expected["checks"], decided(found["checks"], expected["checks"]),
           lambda k: (k["id"], k["unit"]), lambda k: "%s %s" % (k["id"], k["unit"] or "region"))
    c.value("control", expected["control"], found["control"])
    return c


def load(path):
    try:
        with open(path, encoding="utf-8") as f:
            return json.load(f)
    except (OSError, ValueError) as e:
        print("%s: %s" % (path, e), file=sys.stderr)
        sys.exit(2)


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    c = compare(load(sys.argv[1]), load(sys.argv[2]))
    for line in c.differences:
        print(line)
    print("%d values compared, %d differences" % (c.compared, len(c.differences)))
    sys.exit(1 if c.differences else 0)


if __name__ == "__main__":
    main()
