"""Lets every system call of an audit fail once, kills the program at every one of them, and fills the disk.

    sweep.py --program effcheck --rules rules [--files 3] [--every 1] [--only write,rename] [--limits] [--places]

Whatever happens: the old report is there byte for byte or the new one is whole; status 0 and 1 are never said of anything else; no
crash; nothing is left behind that looks like a report. --every N tries each N-th call only, another one in each row of the table.
Needs strace (status 77 without). --limits adds processes that may have little memory, few files, small files; --places full disks and
folders that cannot be written, which only root can make. A program with sanitizers does not live through failed calls for memory.
"""

import argparse
import collections
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

DEMO = Path(__file__).resolve().parents[1] / "demo"
SKIPPED = 77
OUTPUTS = ("report.xlsx", "out.json", "rejects.csv")
BESIDE = "report (2).xlsx"
OLD = b"the report of last month\n"
FAULTS = ("error=EIO", "error=ENOSPC", "error=EINTR", "signal=SIGKILL")
STRACE = ["timeout", "60", "strace", "-f", "-qq"]
HUNG = 124  # says timeout
KILL = FAULTS[-1]
NOT_SWEPT = {"execve", "exit_group"}  # strace's own start; the end
# brk answers with an address, never with an error; getrandom fails on no kernel that has it, futex wakes nobody or somebody: where they
# fail all the same the C library ends the program
NEVER_FAIL = {"brk", "getrandom", "futex"}
FIRST = {"mmap": 2}  # the first is the loader's own: without it it cannot even complain


class Sweep:
    def __init__(self, opts, folder):
        self.program, self.folder, self.out = opts.program.resolve(), folder, folder / "out"
        self.env = os.environ | {"EFFCHECK_RULES": str(opts.rules.resolve()), "SOURCE_DATE_EPOCH": "1767225600", "LC_ALL": "C",
                                "ASAN_OPTIONS": "detect_leaks=0"}  # which needs ptrace for itself
        self.inputs = folder / "in"
        self.inputs.mkdir()
        for path in sorted(DEMO.glob("opd_*.csv"), key=lambda p: p.stat().st_size)[:opts.files]:
            shutil.copy(path, self.inputs)
        shutil.copy(DEMO / "murni_08_bpkad.csv", self.inputs)
        self.faults, self.table = [], collections.defaultdict(collections.Counter)
        self.out.mkdir()
        done = self.run()
        assert done.returncode in (0, 1), done.stderr.decode()
        self.whole = {name: (self.out / name).read_bytes() for name in OUTPUTS}
        self.said = done.stdout

    def command(self, out):
        return [str(self.program), "audit", "-j1", "--baseline", str(self.inputs / "murni_*.csv"), "--output", str(out / OUTPUTS[0]),
                "--json", str(out / OUTPUTS[1]), "--rejects", str(out / OUTPUTS[2]), str(self.inputs / "opd_*.csv")]

    def run(self, before=(), out=None, **more):
        env = self.env | more.pop("env", {})
        return subprocess.run([*before, *self.command(out or self.out)], env=env, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=120, check=False, **more)

    def fresh(self, out=None):
        out = out or self.out
        for path in out.iterdir():
            path.unlink()
        for name in OUTPUTS:
            (out / name).write_bytes(OLD)

    def state(self, name, out):
        """old, new, or other: whole but of less than all input, or broken."""
        path = out / name
        if not path.exists():
            return "gone"
        there = path.read_bytes()
        if there == OLD:
            return "old"
        if there == self.whole[name]:
            return "new"
        return "less" if name != OUTPUTS[0] or sound(path) else "broken"

    def is_beside(self, path, status):
        """The whole new report under the second name that is offered, and said, where the first is refused."""
        return status == 4 and path.name == BESIDE and path.read_bytes() == self.whole[OUTPUTS[0]]

    def judge(self, group, what, done, out=None):
        """Counts one run under its outcome; a fault is noted with everything needed to see it again."""
        out = out or self.out
        status = done.returncode
        states = [self.state(name, out) for name in OUTPUTS]
        stray = sorted(p.name for p in out.iterdir() if p.name not in OUTPUTS and not self.is_beside(p, status))
        faults = []
        killed = status in (-signal.SIGKILL, 128 + signal.SIGKILL, -signal.SIGXFSZ)
        if "gone" in states or "broken" in states:
            faults.append("an old report destroyed")
        if status in (0, 1) and states != ["new"] * len(OUTPUTS):
            faults.append("said to be right and is not")
        if status in (0, 1) and done.stdout.replace(bytes(out), bytes(self.out)) != self.said:
            faults.append("summary cut short in silence")
        if "less" in states and status != 3:
            faults.append("a report of less than all input without status 3")
        gave_up = b"in libgcrypt: " in done.stderr  # it asks /proc for FIPS mode while it is loaded and aborts, aloud, where that fails
        if status not in (0, 1, 2, 3, 4, 127) and not killed and not gave_up:
            faults.append("hung" if status == HUNG else "crash")
        if status in (2, 3, 4) and not done.stderr:
            faults.append("failed without a word")
        if stray and ((group != "unlink" and not killed) or any(not looks_temporary(name) for name in stray)):
            faults.append("left behind: " + " ".join(stray))
        outcome = "killed" if killed else f"status {status}"
        self.table[group][f"{outcome}, {states[0]}"] += 1
        self.faults += [f"{what}: {fault} (status {status}, {' '.join(states)}; {done.stderr.decode(errors='replace')[-200:].strip()})"
                        for fault in faults]


def sound(path):
    try:
        with zipfile.ZipFile(path) as book:
            return book.testzip() is None
    except (zipfile.BadZipFile, OSError):
        return False


def looks_temporary(name):
    """Nobody opens these as a report: the suffix says what they are."""
    return name.endswith(".tmp") or name.startswith("tmp.")


# ---- system calls ----


def calls_of(sweep):
    """How often each system call is made; strace counts from the first one of the program."""
    log = sweep.folder / "calls"
    sweep.fresh()
    sweep.run([*STRACE, "-o", str(log)])
    names = re.findall(r"^\d+ +(\w+)\(", log.read_text(errors="replace"), re.M)
    return {name: n for name, n in sorted(collections.Counter(names).items()) if name not in NOT_SWEPT}


def system_calls(sweep, every, only):
    for at, (name, n) in enumerate(calls_of(sweep).items()):
        if only and name not in only:
            continue
        for turn, fault in enumerate(FAULTS):
            if name in NEVER_FAIL and fault != KILL:
                continue
            for when in range(FIRST.get(name, 1) + (at + turn) % min(every, n), n + 1, every):
                sweep.fresh()
                inject = f"{name}:{fault}:when={when}"
                done = sweep.run([*STRACE, "-o", os.devnull, "-e", f"trace={name}", "-e", f"inject={inject}"])
                sweep.judge(name, inject, done)


# ---- limits of the process ----


def limits(sweep):
    for kind, name, values in ((resource.RLIMIT_FSIZE, "file size", (0, 1, 4096, 20000, 60000)),
                               (resource.RLIMIT_NOFILE, "open files", range(3, 12)),
                               (resource.RLIMIT_AS, "address space", range(8 << 20, 120 << 20, 4 << 20))):
        for value in values:
            sweep.fresh()
            done = sweep.run(preexec_fn=lambda k=kind, v=value: resource.setrlimit(k, (v, v)))
            sweep.judge("limit: " + name, f"{name} {value}", done)


# ---- places ----


def mount(place, options):
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], check=True)


def full_disks(sweep):
    """Disks of every size from one that holds the old reports only to one that holds everything."""
    place = sweep.folder / "disk"
    place.mkdir()
    for kib in (12, 16, *range(20, 700, 20)):
        mount(place, f"size={kib}k")
        try:
            sweep.fresh(place)
            sweep.judge("full disk", f"disk of {kib} KiB", sweep.run(out=place), place)
        finally:
            subprocess.run(["umount", str(place)], check=True)


def read_only(sweep):
    place = sweep.folder / "sealed"
    place.mkdir()
    mount(place, "size=1m")
    try:
        sweep.fresh(place)
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        sweep.judge("read-only folder", "read-only", sweep.run(out=place), place)
    finally:
        subprocess.run(["umount", str(place)], check=True)


def full_temporary(sweep):
    """The folder for temporary files is full; the one of the report is not."""
    place = sweep.folder / "tmp"
    place.mkdir()
    mount(place, "size=4k")
    try:
        (place / "full").write_bytes(b"x" * 4096)
        sweep.fresh()
        sweep.judge("full temporary folder", "full TMPDIR", sweep.run(env={"TMPDIR": str(place)}))
    finally:
        subprocess.run(["umount", str(place)], check=True)


# ---- the whole ----


def print_table(table):
    outcomes = sorted({outcome for row in table.values() for outcome in row})
    print(f"{'':24}{'runs':>7}" + "".join(f"{outcome:>18}" for outcome in outcomes))
    for name, row in table.items():
        print(f"{name:24}{sum(row.values()):7}" + "".join(f"{row[outcome] or '·':>18}" for outcome in outcomes))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--rules", type=Path, required=True)
    parser.add_argument("--files", type=int, default=3, help="units of the demo region, smallest first")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", type=lambda words: words.split(","), default=[])
    parser.add_argument("--limits", action="store_true")
    parser.add_argument("--places", action="store_true")
    opts = parser.parse_args()
    if not shutil.which("strace"):
        print("no strace")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory(prefix="effcheck-") as folder:
        sweep = Sweep(opts, Path(folder))
        system_calls(sweep, opts.every, opts.only)
        if opts.limits:
            limits(sweep)
        if opts.places:
            for test in (full_disks, read_only, full_temporary):
                test(sweep)
    print_table(sweep.table)
    print(*sweep.faults, sep="\n", end="\n" if sweep.faults else "")
    runs = sum(sum(row.values()) for row in sweep.table.values())
    print(f"{runs} runs, {len(sweep.faults)} faults")
    sys.exit(1 if sweep.faults or not runs else 0)


main()
