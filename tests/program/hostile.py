"""What nobody sends by accident: lines without end, a million columns, NUL bytes, strings that break programs. Memory stays bounded, each fault
is named, no row is lost. EFFCHECK_HOSTILE=1 makes the long line 1 GB instead of 64 MB."""

import csv
import io
import json
import os
import resource

import program

MB = 1 << 20
LONG = 1024 * MB if os.environ.get("EFFCHECK_HOSTILE") else 64 * MB
ROOM = 500 * MB  # beyond three times the file: what the program and the sanitizers need for themselves
HEADER = ["TAHUN", "KODE SKPD", "NAMA SKPD", "KODE SUB KEGIATAN", "NAMA SUB KEGIATAN", "KODE REKENING", "NAMA REKENING", "URAIAN", "PAGU"]
LINE = ["2025", "1.02", "Dinas Contoh", "1.02.01.2.06.0009", "Rapat", "5.1.02.04.01.0001", "Belanja Perjalanan", "tiket", "1000"]
GOOD = [",".join(row) + "\n" for row in (HEADER, LINE)]
NAUGHTY = [
    "undefined", "null", "NULL", "nil", "-", "--", "0", "1/0", "NaN", "Infinity", "-1E+02", "0x0", "1,000.00", "1.000,00", "00012345", "true",
    "=1+1", "=cmd|' /C calc'!A0", "@SUM(1)", "+1", "-1+1", "=HYPERLINK(\"http://x\",\"y\")", "'", "\"", "\"\"", "'\"'", "\\", "\\\\", "\\\"", ";", ",",
    "|", "\t", "a\nb", "a\r\nb", "\n", " ", "\u00a0", "\u200b", "\ufeff", "\u2028", "\u202etest\u202c", "%s%s%n", "%d", "{0}{1}{9}", "$(touch x)", "`id`",
    "<script>alert(1)</script>", "&lt;&amp;", "]]>", "<![CDATA[x]]>", "../../etc/passwd", "C:\\con", "; DROP TABLE x--", "\x01\x02\x1f", "\x7f", "\x1b[31m",
    "ΩΑΒΓ", "田中さん", "👩\u200d👩\u200d👧", "﷽", "Z̮̞̠͙͔ͅA̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!", "ﬀ", "ß", "İı", "\ufffd", "\ufffe", "\U0010ffff", "[a]:*?/\\", "_x000D_", "_x0041_", "\\r\\n",
    "a" * 40000, "–" * 20000, "5.1.02.04.01.0001", "JUMLAH", "TOTAL BELANJA", "1,68799E+017", "5-Jan-02", "Ã©â€“",
]


def run(opts, folder, name, *words):
    done = program.run(opts, folder, "audit", "--quiet", "--json", "out.json", name, *words)
    path = folder / "out.json"
    result = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
    path.unlink(missing_ok=True)
    return done, result


def write(path, *pieces):
    """Pieces are texts or (text, how often)."""
    with open(path, "wb") as out:
        for piece in pieces:
            text, times = piece if isinstance(piece, tuple) else (piece, 1)
            block = text.encode() * min(times, MB)
            for _ in range(times // min(times, MB)):
                out.write(block)


def rows_fault(name, done, result, slug, counts):
    """counts: read, used, rejected; None = the file is refused as a whole."""
    messages = done.stderr.decode("utf-8", "replace")
    if f"[{slug}]" not in messages or done.returncode != 3:
        yield f"{name}: [{slug}] expected, status {done.returncode}: {messages[:400]}"
    if counts and (not result or tuple(result["files"][0][k] for k in ("rows_read", "rows_used", "rows_rejected")) != counts):
        yield f"{name}: {result and result['files'][0]}"


def sizes(opts, folder):
    table = {
        "a long line": ((*GOOD, ("x", LONG), "\n", GOOD[1]), "baris-terlalu-panjang", (4, 2, 1)),
        "a long line of cells": ((*GOOD, ("x,", 16 * MB), "\n", GOOD[1]), "baris-terlalu-panjang", (4, 2, 1)),
        "one long line": ((("x", LONG),), "baris-terlalu-panjang", None),
        "a quote that never ends": ((*GOOD, '"', ("x" * 255 + "\n", MB // 8)), "kutip-tak-tertutup", None),
        "a million columns": ((*GOOD, (",", MB), "\n", GOOD[1]), "kolom-terlalu-banyak", (4, 2, 1)),
        "a header of a million columns": ((("x,", MB), "\n", *GOOD), "kolom-terlalu-banyak", (3, 1, 1)),
        "NUL bytes": ((*GOOD, "a\0b\n"), "bukan-teks", None),
        "only NUL bytes": ((("\0", MB),), "bukan-teks", None),
    }
    for name, (pieces, slug, counts) in table.items():
        write(folder / "data.csv", *pieces)
        done, result = run(opts, folder, "data.csv")
        yield from rows_fault(name, done, result, slug, counts)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        if peak > 3 * LONG + ROOM:
            yield f"{name}: {peak // MB} MiB of memory"
        (folder / "data.csv").unlink()


def naughty_rows(column):
    for i, text in enumerate(NAUGHTY):
        row = list(LINE)
        row[1] = f"1.{i:03}"
        row[2] = f"Dinas {i}"
        row[column] = text
        yield row


def naughty(opts, folder):
    """Every string in every text column: no row is lost, none is rejected, the amounts stay, the report passes its read-back."""
    for name in ("NAMA SKPD", "NAMA SUB KEGIATAN", "NAMA REKENING", "URAIAN"):
        column = HEADER.index(name)
        out = io.StringIO(newline="")
        csv.writer(out).writerows([HEADER, *naughty_rows(column)])
        (folder / "data.csv").write_bytes(out.getvalue().encode("utf-8"))
        done, result = run(opts, folder, "data.csv", "--output", f"{column}.xlsx")
        file = result["files"][0] if result else {}
        if done.returncode > 1 or file.get("rows_used") != len(NAUGHTY) or file["sums"]["kini"] != f"{1000 * len(NAUGHTY)}.00":
            yield f"{name}: status {done.returncode}, {file}, {done.stderr.decode('utf-8', 'replace')[:600]}"
        done = program.run(opts, folder, "classify", "--quiet", "data.csv")
        rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))
        if len(rows) != len(NAUGHTY) or any(None in row or None in row.values() for row in rows):
            yield f"{name}: classify wrote {len(rows)} rows of {len(NAUGHTY)}"
        if (folder / "x").exists():
            yield f"{name}: something was executed"


def main():
    opts = program.options()
    with program.empty_folder() as folder:
        faults = [*sizes(opts, folder), *naughty(opts, folder)]
    print("\n".join(faults) or f"{len(NAUGHTY)} strings, a line of {LONG // MB} MB")
    raise SystemExit(1 if faults else 0)


main()
