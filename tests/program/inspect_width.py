"""inspect reads well in a terminal: no line beyond 100 columns, in both languages, whatever the file holds; every demo file and sample."""

import os
import unicodedata
from pathlib import Path

import program

WIDEST = 100
SAMPLES = Path(os.environ.get("EFFCHECK_SAMPLES", program.DEMO.parents[2] / "shared/samples"))
HOSTILE = ("Kode Rekening;" + "Uraian yang sangat panjang " * 12 + ";Uraian;Jumlah;" + "x" * 300 + "\n"
           "5.1.02.04.01.0001;a;" + "–" * 250 + ";" + "9" * 70 + ";b\n5.1.02.04.01.0001;a;\x1b[31mmerah\x07\t;dua belas;b\n")


def faults_of(name, text):
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > WIDEST:
            yield f"{name}: line {number} has {len(line)} columns: {line}"
        if any(unicodedata.category(c) == "Cc" for c in line):
            yield f"{name}: line {number} has a control character: {line!r}"


def main():
    opts, faults, checked = program.options(), [], 0
    with program.empty_folder() as folder:
        (folder / "aneh.csv").write_text(HOSTILE, encoding="utf-8")
        files = program.demo_files("opd") + sorted(map(str, SAMPLES.glob("opd_diy/*.csv"))) + ["aneh.csv", "tidak-ada.csv"]
        for language in ("id", "en"):
            done = program.run(opts, folder, "inspect", "--lang", language, *files)
            text = done.stdout.decode("utf-8")
            checked += text.count("\n")
            faults += faults_of(language, text)
            if done.returncode not in (0, 3):
                faults.append(f"status {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
            faults += [f"{path} is missing" for path in files if f"{path}\n" not in text and len(path) <= WIDEST]
    print("\n".join(faults[:20]) or f"{checked} lines")
    raise SystemExit(1 if faults or not checked else 0)


main()
