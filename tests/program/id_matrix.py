"""How Indonesian offices save a CSV: delimiters x number styles x encodings x titles above the table, each file with two amount columns and
a text with letters beyond ASCII. Every file is read right or refused by name; none is silently wrong."""

import csv
import io
import itertools
import json
from decimal import Decimal

import program

DELIMITERS = {"semicolon": ";", "comma": ",", "tab": "\t"}
STYLES = {"1.234,5": (".", ","), "1,234.5": (",", "."), "1234": ("", ""), "1234.50": ("", ".")}
ENCODINGS = {"bom": "utf-8-sig", "none": "utf-8", "cp1252": "cp1252", "utf16le": "utf-16"}
TITLES = (["PEMERINTAH KABUPATEN CONTOH"], ["Tahun", "2025"], ["Organisasi", "Dinas Contoh, Bidang “Umum”"])
HEADER = ["Tahun", "Kode SKPD", "Nama SKPD", "Kode Rekening", "Nama Rekening", "Pagu Murni", "Pagu"]
TEXT = "Belanja Perjalanan Dinas – Biasa, dalam “daerah”"
ACCOUNT = "5.1.02.04.01.0001"
# (murni, kini) of each line
MIXED = [("1234.5", "999.5"), ("12345678.5", "1234567"), ("250", "1234"), ("0", "17500000.5")]
GROUPED = [("1234", "999"), ("25000", "12500"), ("250", "125000")]  # 1.234: thousands or decimals?
PIECES = [("12.5", "100"), ("12.5", "12.5"), ("100", "12.5"), ("1234.5", "12")]


def written(amount, style):
    thousands, decimal = STYLES[style]
    whole, _, rest = amount.partition(".")
    if thousands:
        whole = f"{int(whole):,}".replace(",", thousands)
    if style == "1234.50":
        return f"{whole}.{rest or '0':0<2}"
    return whole + (decimal + rest if rest and decimal else "")


def records(lines, style, titles, unit, note):
    header = HEADER + (["Keterangan"] if note else [])
    yield from TITLES[:titles]
    yield header
    for murni, kini in lines:
        yield ["2025", unit, "Dinas " + unit, ACCOUNT, TEXT, written(murni, style), written(kini, style)] + ([note] if note else [])


def saved(rows, delimiter, encoding, quoted):
    out = io.StringIO()
    if quoted:
        csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    else:
        out.write("".join(delimiter.join(cell.replace(",", " ") if "Belanja" in cell else cell for cell in row) + "\r\n" for row in rows))
    return out.getvalue().encode(encoding)


def cases():
    """(name, lines, style, delimiter, encoding, titles, note, quoted, what must happen)"""
    for (d, delimiter), style, (e, encoding), titles in itertools.product(DELIMITERS.items(), STYLES, ENCODINGS.items(), range(4)):
        whole = style == "1234"
        lines = [tuple(a.split(".")[0] for a in line) for line in MIXED] if whole else MIXED
        yield f"mixed {d} {style} {e} {titles}", lines, style, delimiter, encoding, titles, "", True, "right"
        if STYLES[style][0]:
            yield f"grouped {d} {style} {e} {titles}", GROUPED, style, delimiter, encoding, titles, "", True, "refused"
    for style, note, line in itertools.product(("1.234,5", "1,234.5"), ("", "catatan", " "), PIECES + MIXED[:2]):
        yield f"unquoted {style} {note!r} {line}", [line], style, ",", "utf-8", 0, note, False, "not silent"


def expected(lines, style):
    return tuple(sum(Decimal(line[k].split(".")[0] if style == "1234" else line[k]) for line in lines) for k in (0, 1))


def fault_of(case, file, texts, messages):
    name, lines, style, _, _, _, _, quoted, must = case
    sums = tuple(Decimal(file["sums"][m] or 0) for m in ("murni", "kini"))
    right = sums == expected(lines, style) and file["rows_rejected"] == 0 and (not quoted or texts == [TEXT] * len(lines))
    refused = file["rows_used"] == 0 and file["rows_rejected"] == len(lines)
    named = "[angka-rancu]" in messages and "--decimal" in messages
    good = {"right": right, "refused": refused and named, "not silent": right or refused}[must]
    return None if good else f"{name}: {must} expected; sums {sums}, used {file['rows_used']}, rejected {file['rows_rejected']}\n  {messages[:300]}"


def main():
    opts, table = program.options(), list(cases())
    with program.empty_folder() as folder:
        names = [f"f{i:04}.csv" for i in range(len(table))]
        for i, (name, (_, lines, style, delimiter, encoding, titles, note, quoted, _)) in enumerate(zip(names, table)):
            (folder / name).write_bytes(saved(records(lines, style, titles, f"9.{i:04}", note), delimiter, encoding, quoted))
        done = program.run(opts, folder, "audit", "--quiet", "--json", "out.json", *names)
        result = json.loads((folder / "out.json").read_text(encoding="utf-8"))
        rows = program.run(opts, folder, "classify", "--quiet", *names).stdout.decode("utf-8")
    texts, messages = {}, {}
    for row in csv.DictReader(io.StringIO(rows)):
        texts.setdefault(row["file"], []).append(row["account_name"])
    for line in done.stderr.decode("utf-8").splitlines():
        messages[line[:9]] = messages.get(line[:9], "") + line + "\n"
    found = {file["path"]: file for file in result["files"]}
    faults = [fault_of(case, found[name], texts.get(name, []), messages.get(name, "")) for name, case in zip(names, table)]
    faults = [fault for fault in faults if fault]
    print("\n".join(faults[:20]) or f"{len(table)} files")
    raise SystemExit(1 if faults else 0)


main()
