"""Reads the sheets of a workbook as lists of cells, with the standard library only; the opposite of xlsx.py."""

import re
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def text_of(element):
    return "".join(t.text or "" for t in element.iter(MAIN + "t"))


def column(ref):
    number = 0
    for letter in re.match("[A-Z]+", ref)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def parts(book):
    """Name of each sheet and its part, in the order of the tabs."""
    relations = {r.get("Id"): r.get("Target") for r in tree.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
    for sheet in tree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet"):
        yield sheet.get("name"), "xl/" + relations[sheet.get(RELATION)]


def cell_of(cell, strings):
    """(kind, text): t = text, n = number, b = a format alone."""
    value = cell.find(MAIN + "v")
    if cell.get("t") == "inlineStr":
        return "t", text_of(cell)
    if value is None:
        return "b", ""
    return ("t", strings[int(value.text)]) if cell.get("t") == "s" else ("t" if cell.get("t") == "str" else "n", value.text)


def rows(path, name):
    """Yields (row number, {column: (kind, text)})."""
    with zipfile.ZipFile(path) as book:
        strings = []
        if "xl/sharedStrings.xml" in book.namelist():
            strings = [text_of(s) for s in tree.fromstring(book.read("xl/sharedStrings.xml")).iter(MAIN + "si")]
        with book.open(dict(parts(book))[name]) as sheet:
            for _, row in tree.iterparse(sheet):
                if row.tag == MAIN + "row":
                    yield int(row.get("r")), {column(c.get("r")): cell_of(c, strings) for c in row.iter(MAIN + "c")}
                    row.clear()


def sheet_names(path):
    with zipfile.ZipFile(path) as book:
        return [name for name, _ in parts(book)]
