"""What the tests of the whole program share: run it on the demo region in an empty folder."""

import argparse
import os
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

DEMO = Path(__file__).resolve().parents[1] / "demo"
FINDINGS = 1


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--rules", type=Path, required=True)
    return parser.parse_args()


@contextmanager
def empty_folder():
    with tempfile.TemporaryDirectory(prefix="effcheck-") as folder:
        yield Path(folder)


def demo_files(kind):
    return [str(path) for path in sorted(DEMO.glob(f"{kind}_*.csv"))]


def run(opts, folder, *args, **environment):
    env = {"EFFCHECK_RULES": str(opts.rules.resolve()), "SOURCE_DATE_EPOCH": "1767225600"} | environment
    return subprocess.run([str(opts.program.resolve()), *args], cwd=folder, env=os.environ | env, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=300, check=False)


def audit(opts, folder, *args, **environment):
    """Audits the demo; the report is report.xlsx, the machine output out.json."""
    baseline = [word for path in demo_files("murni") for word in ("--baseline", path)]
    done = run(opts, folder, "audit", "--quiet", "--output", "report.xlsx", "--json", "out.json", *baseline, *args, **environment)
    assert done.returncode == FINDINGS, f"status {done.returncode}: {done.stderr.decode('utf-8', 'replace')}"
    return done
