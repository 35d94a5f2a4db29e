"""The demo's verdicts equal those of tests/demo/expected.py, which shares no code with effcheck: exact to the sen."""

import subprocess
import sys

import program

BASELINE = [word for path in program.demo_files("murni") for word in ("--baseline", path)]
FILES = program.demo_files("opd")
RUNS = {
    "as ./dev demo": BASELINE + FILES,
    "without the baseline file": FILES,
    "without the unit that cannot be tested": BASELINE + [path for path in FILES if "sosial" not in path],
}


def python(script, *args):
    return subprocess.run([sys.executable, str(program.DEMO / script), *args], capture_output=True, text=True, timeout=300, check=False)


def differences(opts, words):
    with program.empty_folder() as folder:
        program.run(opts, folder, "audit", "--quiet", "--json", "effcheck.json", *words)
        expected = python("expected.py", *words)
        assert expected.returncode == 0, expected.stderr
        (folder / "expected.json").write_text(expected.stdout, encoding="utf-8")
        return python("compare.py", str(folder / "expected.json"), str(folder / "effcheck.json"))


def main():
    opts, failed = program.options(), False
    for name, words in RUNS.items():
        done = differences(opts, words)
        failed |= done.returncode != 0
        print(f"{name}:\n{done.stdout}{done.stderr}")
    sys.exit(failed)


main()
