"""At the top of the tree lies what belongs there and nothing that a test or a trial run left behind. Status 77 without git."""

import subprocess
import sys

import house

SKIPPED = 77
TOP = {".ci", ".clang-format", ".clang-tidy", ".editorconfig", ".gitattributes", ".gitignore", "CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md",
       "cmd", "dev", "include", "lib", "rules", "tests"}


def tracked():
    try:
        done = subprocess.run(["git", "ls-files", "-z"], cwd=house.ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"no tree of git: {error}")
        sys.exit(SKIPPED)
    return [path for path in done.stdout.split("\0") if path]


def main():
    paths = tracked()
    there = {path.split("/")[0] for path in paths}
    faults = [f"{name!r}: does not belong at the top of the tree; if it does, name it in tests/house/tree.py" for name in sorted(there - TOP)]
    faults += [f"{name}: named in tests/house/tree.py, but not there" for name in sorted(TOP - there)]
    house.finish(faults, len(paths))


main()
