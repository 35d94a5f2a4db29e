"""Every message of diag_kinds.h is provoked by some test: its slug stands in an expectation below tests/."""

import re

import house

EXPECTATIONS = ("expected_stderr", "expected_stdout")
# No input can provoke these: they tell of a fault of the program itself. Others look for the fault: see the value.
WATCHDOGS = {"NOT_BALANCED": "tests/program/interfaces.py adds up the rows of every file"}


def expected_texts():
    for path in (house.ROOT / "tests").rglob("*"):
        if not path.is_file() or "house" in path.parts:
            continue
        if path.name in EXPECTATIONS or path.suffix in (".c", ".py", ".sh"):
            yield path.read_text(encoding="utf-8", errors="replace")


def main():
    kinds = (house.ROOT / "include/effcheck/diag_kinds.h").read_text(encoding="utf-8")
    slugs = re.findall(r'^DIAG\((\w+), "([\w-]+)"', kinds, re.M)
    texts = "\n".join(expected_texts())
    # a C test may name the kind instead: DIAG_AMOUNT_BAD
    faults = [f"no test provokes [{slug}] (DIAG_{kind})" for kind, slug in slugs
              if kind not in WATCHDOGS and f"[{slug}]" not in texts and not re.search(rf"\bDIAG_{kind}\b", texts)]
    twice = {slug for _, slug in slugs if sum(slug == other for _, other in slugs) > 1}
    house.finish(faults + [f"slug {slug} stands twice" for slug in sorted(twice)], len(slugs))


main()
