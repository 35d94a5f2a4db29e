"""Reads a workbook for tests with the standard library only: none of the program's own code looks at what the program wrote."""

import re
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def column_number(letters):
    n = 0
    for letter in letters:
        n = n * 26 + ord(letter) - 64
    return n


def split_ref(ref):
    letters, row = re.fullmatch(r"\$?([A-Z]+)\$?(\d+)", ref).groups()
    return column_number(letters), int(row)


class Cell:
    def __init__(self, kind, text, formula):
        self.kind, self.text, self.formula = kind, text, formula


class Sheet:
    """cells: ref -> Cell; root: the XML of the sheet."""

    def __init__(self, name, root, strings):
        self.name, self.root, self.cells = name, root, {}
        for node in root.iter(MAIN + "c"):
            value, formula, inline = node.find(MAIN + "v"), node.find(MAIN + "f"), node.find(MAIN + "is")
            text = "" if value is None else value.text or ""
            if node.get("t") == "s":
                text = strings[int(text)]
            if inline is not None:
                text = "".join(part.text or "" for part in inline.iter(MAIN + "t"))
            if value is not None or formula is not None or inline is not None:
                self.cells[node.get("r")] = Cell(node.get("t", "n"), text, None if formula is None else formula.text)

    def find(self, path):
        return self.root.find("/".join(MAIN + part for part in path.split("/")))

    def all(self, tag):
        return list(self.root.iter(MAIN + tag))

    def text(self, ref):
        return self.cells[ref].text if ref in self.cells else ""

    def column(self, letter):
        return {split_ref(ref)[1]: cell for ref, cell in self.cells.items() if re.fullmatch(letter + r"\d+", ref)}

    def hyperlinks(self):
        """ref -> (sheet, ref) of links and of HYPERLINK formulas; None for one that leads out of the workbook."""
        links = {node.get("ref"): node.get("location") for node in self.all("hyperlink")}
        for ref, cell in self.cells.items():
            found = re.match(r'HYPERLINK\("#(.*?)",', cell.formula or "")
            if found:
                links[ref] = found.group(1)
        return {ref: self.target(location) for ref, location in links.items()}

    @staticmethod
    def target(location):
        found = re.fullmatch(r"'?(.*?)'?!([A-Z]+\d+)", location or "")
        return (found.group(1).replace("''", "'"), found.group(2)) if found else None


class Workbook:
    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        tree = {name: ElementTree.fromstring(data) for name, data in self.parts.items() if name.endswith((".xml", ".rels"))}
        strings = []
        if "xl/sharedStrings.xml" in tree:
            strings = ["".join(part.text or "" for part in item.iter(MAIN + "t")) for item in tree["xl/sharedStrings.xml"].iter(MAIN + "si")]
        targets = {node.get("Id"): node.get("Target") for node in tree["xl/_rels/workbook.xml.rels"]}
        self.sheets = [Sheet(node.get("name"), tree["xl/" + targets[node.get(RELATION)]], strings) for node in tree["xl/workbook.xml"].iter(MAIN + "sheet")]
        self.by_name = {sheet.name: sheet for sheet in self.sheets}
        self.names = [(node.get("name"), node.get("localSheetId"), node.text) for node in tree["xl/workbook.xml"].iter(MAIN + "definedName")]
        self.core = {node.tag.split("}")[1]: node.text for node in tree["docProps/core.xml"]}
        self.app = {node.tag.split("}")[1]: node.text for node in tree["docProps/app.xml"]}
        self.external = [name for name, root in tree.items() if name.endswith(".rels") for node in root if node.get("TargetMode") == "External"]
