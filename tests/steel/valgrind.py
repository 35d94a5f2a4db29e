"""Unit tests and golden folders under valgrind: what the address sanitizer does not see, such as memory that was never written.

    valgrind.py --build build/plain --rules rules [--every 1]

--every N takes each N-th golden folder only. What the program says is compared as always, what valgrind says goes to files of its own.
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VALGRIND = ["valgrind", "--quiet", "--leak-check=full", "--errors-for-leak-kinds=definite", "--show-leak-kinds=definite"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--rules", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1)
    opts = parser.parse_args()
    programs = sorted((opts.build / "bin").resolve().glob("test_*"))
    folders = sorted(path for path in (ROOT / "tests/golden").iterdir() if (path / "args").is_file())[::opts.every]
    assert programs and folders, "nothing to run"
    faults = []
    with tempfile.TemporaryDirectory(prefix="effcheck-") as place:
        folder = Path(place)
        command = [*VALGRIND, f"--log-file={folder}/%p.log"]
        wrapper = folder / "effcheck"
        wrapper.write_text(f"#!/bin/sh\nexec {shlex.join(command)} {shlex.quote(str((opts.build / 'bin/effcheck').resolve()))} \"$@\"\n", encoding="utf-8")
        wrapper.chmod(0o755)
        runs = [(program.name, [*command, str(program)]) for program in programs]
        runs += [(f"golden/{path.name}", [sys.executable, "tests/golden/run.py", "--program", str(wrapper), "--rules", str(opts.rules), str(path)])
                 for path in folders]
        for name, words in runs:
            done = subprocess.run(words, cwd=ROOT, env=os.environ, stdin=subprocess.DEVNULL, capture_output=True, check=False)
            said = "".join(log.read_text(errors="replace") for log in sorted(folder.glob("*.log")))
            for log in folder.glob("*.log"):
                log.unlink()
            if said or done.returncode not in (0, 77):
                faults.append(f"{name}: status {done.returncode}\n{said}")
                print(faults[-1], flush=True)
    print(f"{len(runs)} runs, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
