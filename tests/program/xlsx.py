#!/usr/bin/env python3
"""Writes small workbooks for tests, as Excel lays them out, with the standard library only.

    xlsx.py OUT.xlsx NAME=FILE.csv [NAME=FILE.csv ...]

Each sheet holds the cells of a CSV file (comma). A name with a trailing '-' is a hidden sheet. Numbers become number cells (what looks
like a code or a year stays text), "=..." a formula without a stored result, "1E+9~" the number as written before the tilde.
"""

import csv
import re
import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NUMBER = re.compile(r"-?(0|[1-9]\d{4,}(\.\d+)?)")


def column(i):
    return (column(i // 26 - 1) if i >= 26 else "") + chr(65 + i % 26)


def cell(ref, text, strings):
    if text.startswith("="):
        return f'<c r="{ref}"><f>{escape(text[1:])}</f></c>'
    if text.endswith("~"):
        return f'<c r="{ref}"><v>{text[:-1]}</v></c>'
    if NUMBER.fullmatch(text):
        return f'<c r="{ref}"><v>{text}</v></c>'
    return f'<c r="{ref}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'


def sheet(rows, strings):
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(f"{column(i)}{number}", text, strings) for i, text in enumerate(row) if text)
        if cells:
            lines.append(f'<row r="{number}">{cells}</row>')
    return f'<worksheet {MAIN}><sheetData>{"".join(lines)}</sheetData></worksheet>'


def parts(sheets):
    """sheets: list of (name, hidden, rows)."""
    strings, numbers = {}, range(1, len(sheets) + 1)
    made = {f"xl/worksheets/sheet{i}.xml": sheet(rows, strings) for i, (_, _, rows) in zip(numbers, sheets)}
    listed = "".join(f'<sheet name={quoteattr(name)} sheetId="{i}"{" state=" + quoteattr("hidden") if hidden else ""} r:id="rId{i}"/>'
                     for i, (name, hidden, _) in zip(numbers, sheets))
    related = "".join(f'<Relationship Id="rId{i}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in numbers)
    texts = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{kind}.worksheet+xml"/>' for i in numbers)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    made |= {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
                               f'package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
                               f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{RELATIONS}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}<Relationship Id="rId0" '
                                      f'Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst {MAIN} count="{len(strings)}" uniqueCount="{len(strings)}">{texts}</sst>',
    }
    return {name: head + text for name, text in made.items()}


def write(path, sheets):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(parts(sheets).items()):
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


def rows_of(path, delimiter=","):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def main():
    sheets = []
    for word in sys.argv[2:]:
        name, _, path = word.partition("=")
        sheets.append((name.rstrip("-"), name.endswith("-"), rows_of(path)))
    write(sys.argv[1], sheets)


if __name__ == "__main__":
    main()
