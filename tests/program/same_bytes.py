"""The same input gives the same bytes: whatever the run, threads, order of files, locale, time zone and folder."""

import sys

import program

FILES = program.demo_files("opd")
WAYS = [
    ("one thread", FILES, ["-j", "1"], {}),
    ("one thread again", FILES, ["-j", "1"], {}),
    ("two threads", FILES, ["-j", "2"], {}),
    ("five threads", FILES, ["-j", "5"], {}),
    ("files in reverse order", FILES[::-1], [], {}),
    ("another locale and time zone", FILES, [], {"LC_ALL": "id_ID.UTF-8", "LANG": "id_ID.UTF-8", "TZ": "Asia/Jayapura"}),
]


def outputs(opts, files, args, environment):
    with program.empty_folder() as folder:
        program.audit(opts, folder, *args, *files, **environment)
        return {name: (folder / name).read_bytes() for name in ("report.xlsx", "out.json")}


def main():
    opts = program.options()
    assert FILES, "no demo files"
    first, faults = None, []
    for name, files, args, environment in WAYS:
        made = outputs(opts, files, args, environment)
        first = first or made
        faults += [f"{name}: {output} differs" for output in made if made[output] != first[output]]
    print("\n".join(faults) or f"{len(WAYS)} runs, the same {', '.join(first)}")
    sys.exit(1 if faults else 0)


main()
