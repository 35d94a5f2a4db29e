"""Edits a workbook as people do: types into cells, sorts, inserts rows and columns, hides, renames; saved with rewritten sheets and one table
of shared strings, as spreadsheet programs save. Standard library only."""

import re
import zipfile
from xml.etree import ElementTree

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NS = "{" + MAIN + "}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
REF = re.compile(r"([A-Z]+)(\d+)")


def number_of(letters):
    n = 0
    for letter in letters:
        n = n * 26 + ord(letter) - 64
    return n - 1


def letters_of(n):
    return (letters_of(n // 26 - 1) if n >= 26 else "") + chr(65 + n % 26)


class Day(int):
    """A date as its serial number."""


class Book:
    """sheets: name -> rows, each a list of cells: None, str, float or Day."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        strings = self.parts.get("xl/sharedStrings.xml")
        table = ElementTree.fromstring(strings) if strings else []
        self.strings = ["".join(t.text or "" for t in item.iter(NS + "t")) for item in table]
        self.book = ElementTree.fromstring(self.parts["xl/workbook.xml"])
        related = ElementTree.fromstring(self.parts["xl/_rels/workbook.xml.rels"])
        targets = {r.get("Id"): r.get("Target") for r in related}
        self.files = {s.get("name"): "xl/" + targets[s.get(RELATION)].removeprefix("/xl/") for s in self.book.iter(NS + "sheet")}
        self.days = self.day_styles()
        self.sheets = {name: self.rows_of(part) for name, part in self.files.items()}
        self.touched = set()

    def day_styles(self):
        styles = ElementTree.fromstring(self.parts["xl/styles.xml"])
        formats = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(NS + "numFmt")}
        cells = styles.find(NS + "cellXfs")
        found = {str(i) for i, xf in enumerate(cells) if "yy" in formats.get(xf.get("numFmtId"), "") or xf.get("numFmtId") == "14"}
        ElementTree.SubElement(cells, NS + "xf", {"numFmtId": "14", "fontId": "0", "fillId": "0", "borderId": "0", "xfId": "0", "applyNumberFormat": "1"})
        self.day_style = str(len(cells) - 1)
        cells.set("count", str(len(cells)))
        ElementTree.register_namespace("", MAIN)
        self.parts["xl/styles.xml"] = ElementTree.tostring(styles, "utf-8", xml_declaration=True)
        return found | {self.day_style}

    def value_of(self, cell):
        value = cell.find(NS + "v")
        if cell.get("t") == "inlineStr":
            return "".join(t.text or "" for t in cell.iter(NS + "t"))
        if value is None or value.text is None:
            return None
        if cell.get("t") == "s":
            return self.strings[int(value.text)]
        if cell.get("t") == "str":
            return value.text
        return Day(float(value.text)) if cell.get("s") in self.days else float(value.text)

    def rows_of(self, part):
        rows = []
        for row in ElementTree.fromstring(self.parts[part]).iter(NS + "row"):
            while len(rows) < int(row.get("r")):
                rows.append([])
            for cell in row:
                at = number_of(REF.fullmatch(cell.get("r"))[1])
                cells = rows[-1]
                cells.extend([None] * (at + 1 - len(cells)))
                cells[at] = self.value_of(cell)
        return rows

    # ---- reading ----

    def head_row(self, sheet, head="Id Temuan"):
        return next(i for i, row in enumerate(self.sheets[sheet]) if head in row)

    def table(self, sheet, head="Id Temuan"):
        """Rows below the heads, as dicts."""
        at = self.head_row(sheet, head)
        heads = self.sheets[sheet][at]
        return [{h: (row[i] if i < len(row) else None) for i, h in enumerate(heads) if h} for row in self.sheets[sheet][at + 1:] if any(row)]

    # ---- what people do ----

    def type(self, sheet, key, words, head="Id Temuan"):
        """words: head -> value, into the row whose first column is `key`."""
        self.touched.add(sheet)
        at = self.head_row(sheet, head)
        heads = self.sheets[sheet][at]
        row = next(r for r in self.sheets[sheet][at + 1:] if len(r) > heads.index(head) and r[heads.index(head)] == key)
        for name, value in words.items():
            i = heads.index(name)
            row.extend([None] * (i + 1 - len(row)))
            row[i] = value

    def sort(self, sheet, order, head="Id Temuan"):
        self.touched.add(sheet)
        at = self.head_row(sheet, head)
        self.sheets[sheet][at + 1:] = order(self.sheets[sheet][at + 1:])

    def insert_rows(self, sheet, at, rows):
        self.touched.add(sheet)
        self.sheets[sheet][at:at] = rows

    def insert_column(self, sheet, at, head, values=(), below="Id Temuan"):
        self.touched.add(sheet)
        row = self.head_row(sheet, below)
        for i, cells in enumerate(self.sheets[sheet]):
            cells.extend([None] * (at - len(cells)))
            cells.insert(at, head if i == row else None)
        for k, value in enumerate(values):
            self.sheets[sheet][row + 1 + k][at] = value

    def delete_column(self, sheet, head, below="Id Temuan"):
        self.touched.add(sheet)
        i = self.sheets[sheet][self.head_row(sheet, below)].index(head)
        for row in self.sheets[sheet]:
            del row[i:i + 1]

    def rename(self, old, new):
        next(s for s in self.book.iter(NS + "sheet") if s.get("name") == old).set("name", new)
        for names in (self.files, self.sheets):
            names[new] = names.pop(old)
        self.touched = {new if name == old else name for name in self.touched}

    def delete_sheet(self, name):
        sheets = self.book.find(NS + "sheets")
        sheets.remove(next(s for s in sheets if s.get("name") == name))
        del self.sheets[name]

    def hide(self, name):
        next(s for s in self.book.iter(NS + "sheet") if s.get("name") == name).set("state", "hidden")

    # ---- saving ----

    def cell(self, ref, value, strings):
        if isinstance(value, str):
            return f'<c r="{ref}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'
        style = f' s="{self.day_style}"' if isinstance(value, Day) else ""
        return f'<c r="{ref}"{style}><v>{value:.17g}</v></c>'  # all the digits that Excel writes: 0.37 is 0.37000000000000000

    def save(self, path):
        """Every sheet is rewritten, so that it refers to the new table of strings; formulas become their values."""
        strings, parts = {}, dict(self.parts)
        for name, rows in self.sheets.items():
            lines = []
            for number, row in enumerate(rows, 1):
                cells = "".join(self.cell(f"{letters_of(i)}{number}", v, strings) for i, v in enumerate(row) if v is not None and v != "")
                hidden = ' hidden="1"' if number % 7 == 0 and name in self.touched else ""  # as a filter leaves it
                lines.append(f'<row r="{number}"{hidden}>{cells}</row>' if cells else "")
            parts[self.files[name]] = f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'.encode()
        ordered = sorted(strings, key=strings.get)
        texts = "".join("<si><t xml:space=\"preserve\">" + t.replace("&", "&amp;").replace("<", "&lt;") + "</t></si>" for t in ordered)
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{texts}</sst>'.encode()
        ElementTree.register_namespace("", MAIN)
        parts["xl/workbook.xml"] = ElementTree.tostring(self.book, "utf-8", xml_declaration=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
