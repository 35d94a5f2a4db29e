"""The same input gives the same bytes: whatever the run, threads, order of files, locale, time zone and folder (each run has its own)."""

import itertools
import sys

import program

FILES = program.demo_files("opd")
THREADS = ("1", "2", "5")
ORDERS = {"as named": FILES, "in reverse": FILES[::-1], "from the middle": FILES[8:] + FILES[:8]}
PLACES = {"here": {}, "in Jayapura": {"LC_ALL": "id_ID.UTF-8", "LANG": "id_ID.UTF-8", "TZ": "Asia/Jayapura"}}
WAYS = [*itertools.product(THREADS, ORDERS, PLACES), ("1", "as named", "here"), ("2", "as named", "here")]


def outputs(opts, threads, files, environment):
    with program.empty_folder() as folder:
        program.audit(opts, folder, "-j", threads, "--per-opd", "opd", "--html", "page.html", "--findings", "findings.csv", *files, **environment)
        made = sorted(path for path in folder.rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): path.read_bytes() for path in made}


def main():
    opts = program.options()
    assert FILES, "no demo files"
    first, faults = None, []
    for threads, order, place in WAYS:
        made = outputs(opts, threads, ORDERS[order], PLACES[place])
        first = first or made
        assert len(first) == 4 + len(FILES), sorted(first)
        faults += [f"{threads} threads, files {order}, {place}: {name} differs" for name in first | made if made.get(name) != first.get(name)]
    print("\n".join(faults) or f"{len(WAYS)} runs, the same {len(first)} files")
    sys.exit(1 if faults else 0)


main()
