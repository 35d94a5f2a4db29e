"""The suite under valgrind: what the address sanitizer does not see, such as memory that was never written.

    valgrind.py --build build/plain --rules rules [--every 1]

Unit tests, the corpora of the fuzz targets, golden folders, and the demo region from file to the next month's report. --every N takes each
N-th golden folder only. What the program says is compared as always, what valgrind says goes to files of its own; several run at once.
"""

import argparse
import concurrent.futures
import os
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VALGRIND = ["valgrind", "--quiet", "--leak-check=full", "--errors-for-leak-kinds=definite", "--show-leak-kinds=definite"]
FINDINGS, SKIPPED = 1, 77
KINDS = {"test": "unit tests", "fuzz": "corpora", "golden": "golden folders", "demo": "runs of the demo"}
OPD, MURNI = str(ROOT / "tests/demo/opd_*.csv"), str(ROOT / "tests/demo/murni_*.csv")
AUDIT = ["-q", "--baseline", MURNI, "--json", "out.json", "--html", "out.html", "--rejects", "tolak.csv", "--findings", "temuan.csv"]
DEMO = {  # in one folder, in this order: what the command line says, and the status
    "demo/audit": (["audit", *AUDIT, "-p", "2025-10", "-o", "10.xlsx", "--per-opd", "buku", OPD], FINDINGS),
    "demo/next month": (["audit", *AUDIT, "-p", "2025-11", "-o", "11.xlsx", "--previous", "10.xlsx", OPD], FINDINGS),
    "demo/verify": (["verify", "10.xlsx", OPD, MURNI], 0),
    "demo/classify": (["classify", "--baseline", MURNI, OPD], 0),
    "demo/inspect": (["inspect", OPD], 0),
}


class Suite:
    """Each run has a folder of its own: for valgrind's words, for what the test leaves behind, and its temporary files."""

    def __init__(self, opts, place):
        self.opts, self.place, self.bin = opts, place, (opts.build / "bin").resolve()

    def folder(self, name):
        made = self.place / name.replace("/", "-")
        made.mkdir()
        made.chmod(0o777)  # one golden folder runs as nobody
        return made

    def run(self, name, words, folder, status=0):
        """What is wrong with one run; None = it cannot be made on this machine."""
        env = os.environ | {"TMPDIR": str(folder), "GOLDEN_TIMEOUT": "3600"}
        done = subprocess.run(words, cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        logs = sorted(folder.glob("*.log"))
        said = "".join(log.read_text(errors="replace") for log in logs)
        for log in logs:
            log.unlink()
        if done.returncode == SKIPPED and not said:
            return None
        if not said and done.returncode == status:
            return ""
        return f"{name}: status {done.returncode}\n{(done.stdout + done.stderr)[-2000:].decode(errors='replace')}{said}"

    def command(self, folder, program):
        return [*VALGRIND, f"--log-file={folder}/%p.log", str(self.bin / program)]

    def program(self, name, program, *words):
        folder = self.folder(name)
        return [self.run(name, [*self.command(folder, program), *words], folder)]

    def golden(self, name):
        folder = self.folder(name)
        wrapper = folder / "effcheck"
        wrapper.write_text(f"#!/bin/sh\nexec {shlex.join(self.command(folder, 'effcheck'))} \"$@\"\n", encoding="utf-8")
        wrapper.chmod(0o755)
        return [self.run(name, [sys.executable, str(ROOT / "tests/golden/run.py"), "--program", str(wrapper), "--rules", str(self.opts.rules.resolve()),
                                str(ROOT / "tests" / name)], folder)]

    def demo(self, name):
        folder, faults = self.folder(name), []
        for step, (words, status) in DEMO.items():
            command = [*self.command(folder, "effcheck"), words[0], "--rules", str(self.opts.rules.resolve() / "inpres-1-2025"), *words[1:]]
            faults.append(self.run(step, command, folder, status))
        return faults

    def jobs(self):
        """(function, name, words): the longest first, so that nothing is waited for at the end."""
        yield self.demo, "demo"
        for path in sorted(self.bin.glob("test_*")):
            yield self.program, path.name, path.name
        for path in sorted((ROOT / "tests/fuzz/corpus").iterdir()):
            yield self.program, f"fuzz/{path.name}", f"fuzz_{path.name}", str(path)
        folders = sorted(path for path in (ROOT / "tests/golden").iterdir() if (path / "args").is_file() or (path / "script").is_file())
        for path in folders[::self.opts.every]:
            yield self.golden, f"golden/{path.name}"


def kind_of(name):
    return name.replace("_", "/").split("/")[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--rules", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1)
    opts = parser.parse_args()
    runs, faults, not_made = Counter(), 0, 0
    with tempfile.TemporaryDirectory(prefix="effcheck-") as place, concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        os.chmod(place, 0o755)
        jobs = list(Suite(opts, Path(place)).jobs())
        for (_, name, *_), job in zip(jobs, [pool.submit(function, *words) for function, *words in jobs]):
            results = job.result()
            runs[kind_of(name)] += len(results)
            not_made += results.count(None)
            for fault in filter(None, results):
                faults += 1
                print(fault, flush=True)
    assert all(runs[kind] for kind in KINDS), "nothing to run"
    print(", ".join(f"{runs[kind]} {words}" for kind, words in KINDS.items()) + f" under valgrind: {faults} with reports, {not_made} cannot be made here")
    sys.exit(1 if faults else 0)


main()
