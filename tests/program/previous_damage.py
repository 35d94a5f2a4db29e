"""An earlier report that was damaged, edited or is none: refused by name before anything is written, or the edit is named and nothing typed is
lost."""

import json
import re
from pathlib import Path

import program
import xlsx
from xlsx_edit import Book

HEAD = "TAHUN,KODE SKPD,NAMA SKPD,KODE SUB KEGIATAN,NAMA SUB KEGIATAN,KODE REKENING,NAMA REKENING,PAGU MURNI,PAGU\n"
DATA = HEAD + "".join(f"2025,1.0{u}.0.00.0.00.01.0000,Dinas {u},1.02.01.2.06.0009,Rapat,5.1.02.04.01.0001,Perjalanan,100000000,{60 + u}123456.{u}7\n"
                      for u in (1, 2, 3))
REGION = ["--region", "Kabupaten Contoh Raya"]
OLD = b"the report that must stay"


def truncated(path):
    path.write_bytes(path.read_bytes()[:-2000])


def emptied(path):
    path.write_bytes(b"")


def of_another_program(path):
    xlsx.write(path, [("Temuan", False, [["Id Temuan", "Catatan"], ["T01", "x"]])])


def flipped(path):
    """One byte of one sheet: the checksum of the archive tells."""
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 0x40
    path.write_bytes(raw)


def edited(change):
    def damage(path):
        book = Book(path)
        change(book)
        book.save(path)
    return damage


def drop_row(sheet, head="Id Temuan"):
    return edited(lambda book: book.sheets[sheet].pop(book.head_row(sheet, head) + 1))


def double_row(sheet, head="Id Temuan"):
    return edited(lambda book: book.sheets[sheet].append(list(book.sheets[sheet][book.head_row(sheet, head) + 1])))


def set_cell(sheet, name, value, head="Id Temuan"):
    def change(book):
        at = book.head_row(sheet, head)
        row = book.sheets[sheet][at + 1]
        column = book.sheets[sheet][at].index(name)
        row.extend([None] * (column + 1 - len(row)))
        row[column] = value(row[column]) if callable(value) else value
    return edited(change)


def copied_register(book):
    book.sheets["Rincian Temuan"] = [list(row) for row in book.sheets["Temuan"]]


def without(name):
    return edited(lambda book: book.delete_sheet(name))


def less(sheet, column, below="Id Temuan"):
    return edited(lambda book: book.delete_column(sheet, column, below))


UNTOUCHED = edited(lambda book: None)
# name, damage, options of the second run, slug, words of the message
REFUSED = [
    ("cut off", truncated, REGION, "[laporan-lalu-tak-terbaca]", ""),
    ("empty", emptied, REGION, "[laporan-lalu-tak-terbaca]", ""),
    ("a byte flipped", flipped, REGION, "[laporan-lalu-tak-terbaca]", ""),
    ("missing", lambda path: path.unlink(), REGION, "[laporan-lalu-tak-terbaca]", ""),
    ("of another program", of_another_program, REGION, "[laporan-lalu-tanpa-jejak]", "Kriteria"),
    ("without the register", without("Temuan"), REGION, "[laporan-lalu-tanpa-jejak]", "Kriteria"),
    ("without the trail", without("Jejak Temuan"), REGION, "[laporan-lalu-tanpa-jejak]", "Pertama Muncul"),
    ("without the sums", without("Jejak Data"), REGION, "[laporan-lalu-tanpa-jejak]", "Bulan"),
    ("without the history", without("Riwayat"), REGION, "[laporan-lalu-tanpa-jejak]", "Paket aturan"),
    ("without the notes", less("Temuan", "Catatan"), REGION, "[laporan-lalu-kurang-kolom]", '"Temuan" tidak lagi memuat kolom "Catatan"'),
    ("without due days", less("Temuan", "Tenggat"), REGION, "[laporan-lalu-kurang-kolom]", "Tenggat"),
    ("without check marks", less("Jejak Temuan", "Sidik"), REGION, "[laporan-lalu-kurang-kolom]", "Sidik"),
    ("without spending", less("Jejak Data", "Realisasi", "Sidik Isi"), REGION, "[laporan-lalu-kurang-kolom]", "Realisasi"),
    ("an id of the trail edited", set_cell("Jejak Temuan", "Id Temuan", "T01-0000000000"), REGION, "[laporan-lalu-diubah]", "T01-0000000000"),
    ("an amount of the trail edited", set_cell("Jejak Temuan", "Nilai (Rp)", lambda v: v + 1), REGION, "[laporan-lalu-diubah]", "Sidik"),
    ("a month of the trail edited", set_cell("Jejak Temuan", "Pertama Muncul", "2025-01"), REGION, "[laporan-lalu-diubah]", "Sidik"),
    ("a row of the trail deleted", drop_row("Jejak Temuan"), REGION, "[laporan-lalu-diubah]", "Riwayat"),
    ("a row of the trail twice", double_row("Jejak Temuan"), REGION, "[laporan-lalu-diubah]", "Riwayat"),
    ("a sum edited", set_cell("Jejak Data", "Pagu Murni", 1.0, "Sidik Isi"), REGION, "[laporan-lalu-diubah]", "Jejak Data"),
    ("a sum deleted", drop_row("Jejak Data", "Sidik Isi"), REGION, "[laporan-lalu-diubah]", "Riwayat"),
    ("the month edited", set_cell("Riwayat", "Periode", "2025-02", "Paket aturan"), REGION, "[laporan-lalu-diubah]", "Riwayat"),
    ("the history emptied", drop_row("Riwayat", "Paket aturan"), REGION, "[laporan-lalu-diubah]", "Riwayat"),
    ("two registers", edited(copied_register), REGION, "[laporan-lalu-lembar-ganda]", '"Temuan" dan "Rincian Temuan"'),
    ("another region", UNTOUCHED, ["--region", "Kota Lain"], "[laporan-lalu-lain]", "Kabupaten Contoh Raya"),
    ("another year", UNTOUCHED, [*REGION, "--rules", "efisiensi-2026", "--what-if"], "[laporan-lalu-lain]", "2026"),
    ("a simulation after a report", UNTOUCHED, [*REGION, "--what-if"], "[laporan-lalu-lain]", "SIMULASI"),
    ("a later month", UNTOUCHED, [*REGION, "-p", "2025-02"], "[laporan-lalu-lain]", "2025-03"),
]


def first_report(opts, folder):
    (folder / "data.csv").write_text(DATA, encoding="utf-8")
    done = program.run(opts, folder, "audit", "--quiet", "-p", "2025-03", *REGION, "-o", "lalu.xlsx", "--json", "a.json", "data.csv")
    assert done.returncode == 1, done.stderr.decode()
    return (folder / "lalu.xlsx").read_bytes(), [f["id"] for f in json.loads((folder / "a.json").read_text(encoding="utf-8"))["findings"]]


def refused_faults(opts, folder, report, case):
    name, damage, words, slug, says = case
    previous = folder / "lalu.xlsx"
    previous.write_bytes(report)
    damage(previous)
    for output in ("baru.xlsx", "lalu.xlsx"):
        if output == "baru.xlsx":
            (folder / output).write_bytes(OLD)
        before = (folder / output).read_bytes() if (folder / output).exists() else None
        done = program.run(opts, folder, "audit", "-q", "-p", "2025-04", "-o", output, "--previous", "lalu.xlsx", *words, "data.csv")
        said = done.stderr.decode("utf-8", "replace")
        after = (folder / output).read_bytes() if (folder / output).exists() else None
        if done.returncode != 2 or slug not in said or says not in said or "lalu.xlsx" not in said:
            yield f"{name}: status {done.returncode}, {slug} expected: {said}"
        if after != before:
            yield f"{name}: {output} was touched"


# ---- edits that are named, while everything typed is kept ----


def edited_id(book, ids):
    book.type("Temuan", ids[0], {"Catatan": "penting", "Id Temuan": "T01-12"})
    return {"T01-12": "penting"}, ["[catatan-tanpa-temuan]", "T01-12", "[baris-temuan-hilang]", ids[0]]


def deleted_row(book, ids):
    at = book.head_row("Temuan")
    book.sheets["Temuan"] = [row for i, row in enumerate(book.sheets["Temuan"]) if i <= at or not row or row[0] != ids[1]]
    return {}, ["[baris-temuan-hilang]", ids[1]]


def row_of_their_own(book, ids):
    at = book.head_row("Temuan")
    heads = book.sheets["Temuan"][at]
    row = [None] * len(heads)
    row[heads.index("Catatan")] = "temuan lain dari lapangan"
    book.insert_rows("Temuan", at + 2, [row])
    return {"Temuan:7": "temuan lain dari lapangan"}, ["[catatan-tanpa-temuan]", "Temuan:7"]


def retyped_id(book, ids):
    book.type("Temuan", ids[0], {"Catatan": "huruf kecil", "Id Temuan": " " + ids[0].lower()})
    return {ids[0]: "huruf kecil"}, []


def second_column_of_notes(book, ids):
    book.type("Temuan", ids[0], {"Catatan": "satu"})
    book.insert_column("Temuan", 1, "Catatan", ["dua"])
    return {ids[0]: "dua; satu"}, []


def row_twice(book, ids):
    book.type("Temuan", ids[0], {"Catatan": "asli"})
    row = list(book.sheets["Temuan"][book.head_row("Temuan") + 1])
    book.insert_rows("Temuan", book.head_row("Temuan") + 3, [row[:-1] + ["salinan"] if row[-1] == "asli" else row])
    return {ids[0]: "asli; salinan"}, []


NAMED = [edited_id, deleted_row, row_of_their_own, retyped_id, second_column_of_notes, row_twice]


def named_faults(opts, folder, report, ids, edit):
    """Over two further months, so that what was kept once is kept again."""
    path = folder / "lalu.xlsx"
    path.write_bytes(report)
    book = Book(path)
    notes, said = edit(book, ids)
    book.save(path)
    for month in (4, 5):
        done = program.run(opts, folder, "audit", "-p", f"2025-{month:02d}", "-o", "lalu.xlsx", "--previous", "lalu.xlsx", *REGION, "data.csv")
        messages = done.stderr.decode("utf-8", "replace")
        if done.returncode != 1:
            yield f"{edit.__name__}, month {month}: status {done.returncode}: {messages}"
            return
        if month == 4:
            yield from (f"{edit.__name__}: {word} is not said: {messages}" for word in said if word not in messages)
        new = Book(path)
        seen = {row["Id Temuan"]: row.get("Catatan") for row in new.table("Jejak Temuan") + new.table("Temuan") if row.get("Catatan")}
        if seen != notes:
            yield f"{edit.__name__}, month {month}: notes {seen}, expected {notes}"


def output_faults(opts, folder, report):
    path = folder / "lalu.xlsx"
    path.write_bytes(report)
    done = program.run(opts, folder, "audit", "-q", "-p", "2025-04", "--json", "lalu.xlsx", "--previous", "lalu.xlsx", *REGION, "data.csv")
    if done.returncode != 2 or path.read_bytes() != report:
        yield f"--json over the earlier report: status {done.returncode}"


def main():
    opts = program.options()
    with program.empty_folder() as folder:
        report, ids = first_report(opts, folder)
        faults = [f for case in REFUSED for f in refused_faults(opts, folder, report, case)]
        faults += [f for edit in NAMED for f in named_faults(opts, folder, report, ids, edit)]
        faults += output_faults(opts, folder, report)
        slugs = set(re.findall(r"\[laporan-lalu-[\w-]+\]", Path(__file__).read_text(encoding="utf-8")))
        if len(slugs) < 6 or len(ids) < 3:
            faults.append(f"the test itself sees too little: {slugs}, {ids}")
    print("\n".join(faults) or f"{len(REFUSED)} refused, {len(NAMED)} named")
    raise SystemExit(1 if faults else 0)


main()
