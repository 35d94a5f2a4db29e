"""What an audit asks of the system: no socket, no other program, and nothing opened for writing but beside its outputs.

    trespass.py --program effcheck --rules rules

Watched with strace (status 77 without): what the kernel was asked, not what the program says. Needs no Landlock; where the kernel has
it, the program must have used it before it opened the first input.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DEMO = Path(__file__).resolve().parents[1] / "demo"
SKIPPED = 77
WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC")
NAMES = re.compile(r'"([^"]*)"')
CHANGES = "unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,rmdir,truncate,chmod,fchmodat,chown"
COMMANDS = (
    ("audit", ["audit", "--baseline", str(DEMO / "murni_*.csv"), "--output", "{out}/report.xlsx", "--json", "{out}/out.json", "--rejects",
               "{out}/rejects.csv"]),
    ("classify", ["classify"]),
    ("inspect", ["inspect"]),
)


def watch(opts, words, folder):
    """The system calls of one run, loading included, the way strace writes them."""
    log, out = folder / "log", folder / "out"
    words = [word.format(out=out) for word in words] + [str(DEMO / "opd_*.csv")]
    subprocess.run(["strace", "-f", "-qq", "-o", str(log), "-e", f"trace=%network,%process,open,openat,creat,{CHANGES},landlock_restrict_self",
                    str(opts.program.resolve()), *words, "--rules", str(opts.rules.resolve() / "inpres-1-2025")], cwd=folder,
                   stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
    return [line.split(None, 1)[1] for line in log.read_text(errors="replace").splitlines() if "(" in line]


def allowed(name, out):
    """/dev/shm: the OpenMP of clang notes there that it runs."""
    return name.startswith((f"{out}/", "/proc/self/fd/", "/dev/shm/__KMP_REGISTERED_LIB")) or name == str(out)


def faults_of(calls, out):
    started = 0
    for call in calls:
        name = call.split("(", 1)[0]
        places = NAMES.findall(call)
        if name == "execve":
            started += 1
            if started > 1:
                yield f"another program: {call}"
        elif name in ("socket", "connect", "bind", "sendto", "sendmsg", "socketpair"):
            yield f"network: {call}"
        elif name in ("open", "openat", "creat"):
            if (name == "creat" or WRITES.search(call)) and not allowed(places[0], out):
                yield f"opened for writing: {call}"
        elif name in CHANGES.split(",") and not all(allowed(place, out) for place in places):
            yield f"changed: {call}"


def locked_too_late(calls):
    """The first input is opened while the program could still write anywhere."""
    restricted = [i for i, call in enumerate(calls) if call.startswith("landlock_restrict_self")]
    inputs = [i for i, call in enumerate(calls) if str(DEMO) in call and call.startswith("openat") and ".csv" in call]
    assert inputs, "no input was opened"
    return bool(restricted) and min(restricted) > min(inputs)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--rules", type=Path, required=True)
    opts = parser.parse_args()
    if not shutil.which("strace"):
        print("no strace")
        sys.exit(SKIPPED)
    faults = []
    for name, words in COMMANDS:
        with tempfile.TemporaryDirectory(prefix="effcheck-") as place:
            folder = Path(place)
            (folder / "out").mkdir()
            calls = watch(opts, words, folder)
            faults += [f"{name}: {fault}" for fault in faults_of(calls, folder / "out")]
            if locked_too_late(calls):
                faults.append(f"{name}: locked in after the first input was opened")
            if name == "audit" and not (folder / "out" / "report.xlsx").exists():
                faults.append("audit: no report")
            print(f"{name}: {len(calls)} calls looked at")
    print(*faults, sep="\n", end="\n" if faults else "")
    sys.exit(1 if faults else 0)


main()
