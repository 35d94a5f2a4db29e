"""Prints the tables of a report that the next one reads, as tests/fuzz/fuzz_previous.c takes them: sheets parted by form feeds, rows by line
ends, cells by tabs.

    previous_text.py REPORT.xlsx > tests/fuzz/previous.txt
"""

import datetime
import sys

from xlsx_edit import Book, Day


def text(value):
    if isinstance(value, Day):
        return str(datetime.date(1899, 12, 30) + datetime.timedelta(days=value))
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return " ".join((value or "").split())


def main():
    book, sheets = Book(sys.argv[1]), []
    for name, head in (("Temuan", "Id Temuan"), ("Jejak Temuan", "Id Temuan"), ("Jejak Data", "Sidik Isi"), ("Riwayat", "Paket aturan")):
        rows = book.sheets[name][book.head_row(name, head):]
        sheets.append("\n".join("\t".join(text(v) for v in row) for row in rows))
    sys.stdout.write("\f".join(sheets))


if __name__ == "__main__":
    main()
