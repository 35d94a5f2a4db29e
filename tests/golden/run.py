#!/usr/bin/env python3
"""Runs one golden folder and compares what the program says with what the folder expects. See README.md beside this file.

    run.py --program PATH/effcheck --rules PATH/rules [--accept] FOLDER
"""

import argparse
import difflib
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIP = 77  # a script that cannot do its work on this machine ends so
TIMEOUT = int(os.environ.get("GOLDEN_TIMEOUT", "120"))  # seconds; valgrind needs more
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1767225600"}  # 2026-01-01
NOT_INPUT = ("args", "script", "expected_")


def command(folder, program):
    if (folder / "script").is_file():
        return ["sh", "-eu", str(folder / "script")]
    return [str(program)] + shlex.split((folder / "args").read_text(encoding="utf-8"))


def run(folder, work, options):
    for item in folder.iterdir():
        if not item.name.startswith(NOT_INPUT):
            (shutil.copytree if item.is_dir() else shutil.copyfile)(item, work / item.name)
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "TMPDIR") or k.endswith("SAN_OPTIONS")}
    env = kept | ENVIRONMENT | {"EFFCHECK": str(options.program), "EFFCHECK_RULES": str(options.rules)}
    return subprocess.run(command(folder, options.program), cwd=work, env=env, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=TIMEOUT, check=False)


def differing(name, expected, actual):
    lines = difflib.unified_diff(expected.splitlines(), actual.splitlines(), f"expected {name}", f"actual {name}", lineterm="")
    return "\n".join(lines) or f"{name} differs in its last line end"


def json_faults(expected, actual, where=""):
    """"*" stands for anything; of an object only the members that are expected count; lists have to fit item by item."""
    if expected == "*":
        return
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key, value in expected.items():
            if key not in actual:
                yield f"{where}/{key} is missing"
            else:
                yield from json_faults(value, actual[key], f"{where}/{key}")
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for i, (a, b) in enumerate(zip(expected, actual)):
            yield from json_faults(a, b, f"{where}/{i}")
    elif type(expected) is not type(actual) or expected != actual:
        yield f"{where}: expected {json.dumps(expected)}, got {json.dumps(actual)}"


def read(folder, name):
    path = folder / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def faults(folder, work, done):
    status = int(read(folder, "expected_status") or 0)
    if done.returncode != status:
        yield f"exit status: expected {status}, got {done.returncode}"
    for name, raw in (("stdout", done.stdout), ("stderr", done.stderr)):
        expected, actual = read(folder, "expected_" + name), raw.decode("utf-8", "replace")
        if actual != expected:
            yield differing(name, expected, actual)
    for path in sorted(folder.glob("expected_*.json")):
        made = work / path.name.removeprefix("expected_")
        if not made.is_file():
            yield f"{made.name} was not written"
        else:
            yield from (f"{made.name}{f}" for f in json_faults(json.loads(path.read_text(encoding="utf-8")),
                                                              json.loads(made.read_text(encoding="utf-8"))))


def accept(folder, done):
    """Writes down what the program did, to be read before it is kept. JSON expectations are written by hand."""
    (folder / "expected_status").write_text(f"{done.returncode}\n", encoding="utf-8")
    for name, raw in (("stdout", done.stdout), ("stderr", done.stderr)):
        path = folder / ("expected_" + name)
        path.write_bytes(raw)
        if not raw:
            path.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--rules", type=Path, required=True)
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    options.program, options.rules = options.program.resolve(), options.rules.resolve()
    with tempfile.TemporaryDirectory(prefix="effcheck-golden-") as work:
        os.chmod(work, 0o755)
        done = run(options.folder.resolve(), Path(work), options)
        if done.returncode == SKIP and (options.folder / "script").is_file():
            print(done.stderr.decode("utf-8", "replace"), end="")
            sys.exit(SKIP)
        if options.accept:
            accept(options.folder, done)
        found = list(faults(options.folder, Path(work), done))
    print("\n".join(found) or "as expected")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
