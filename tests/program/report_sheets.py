"""Every sheet of the report can be worked with, printed and followed: read from the file itself, not through the code that wrote it."""

import json
import sys

import program
import workbook

SEVERAL_TABLES = {"Ringkasan", "Parameter dan Dasar Hukum", "Perlu Telaah", "Perbaikan per OPD", "Belanja per Kelas",
                  "Summary", "Parameters and Legal Basis", "To Be Reviewed", "Corrections by Unit", "Spending by Class"}
PAPERS = {"a4": "9", "f4": "14"}
CHOICES = {"Temuan", "Perlu Telaah", "Findings", "To Be Reviewed"}
FINDINGS, DETAILS = ("Temuan", "Findings"), ("Rincian Temuan", "Finding Details")


def page(sheet, paper):
    fit, setup = sheet.find("sheetPr/pageSetUpPr"), sheet.find("pageSetup")
    yield fit is not None and fit.get("fitToPage") == "1", "is not fitted to pages"
    wide = "2" if sheet.name in FINDINGS else "1"  # the register has two halves: the fact, and what becomes of it
    yield setup is not None and setup.get("fitToWidth", "1") == wide, f"is not {wide} pages wide"
    yield setup is not None and setup.get("paperSize") == PAPERS[paper], f"is not on {paper}"
    head, foot = sheet.find("headerFooter/oddHeader"), sheet.find("headerFooter/oddFooter")
    yield head is not None and "&A" in head.text, "has no head with its name"
    yield foot is not None and "&P" in foot.text and "&N" in foot.text, "has no page x of y"


def table(book, index, sheet):
    pane = sheet.find("sheetViews/sheetView/pane")
    yield pane is not None and pane.get("state") == "frozen", "is not frozen"
    titles = [text for name, local, text in book.names if name == "_xlnm.Print_Titles" and local == str(index)]
    yield bool(titles), "repeats no rows when printed"
    if sheet.name in SEVERAL_TABLES:
        return
    filters = sheet.find("autoFilter")
    rows = max(workbook.split_ref(ref)[1] for ref in sheet.cells)
    yield rows <= 6 or filters is not None, "has no filter"
    if filters is not None:
        first = filters.get("ref").split(":")[0]
        yield titles[0].endswith("${0}:${0}".format(workbook.split_ref(first)[1])), "repeats other rows than the head of its table"


def contents(book, sheet):
    for ref, cell in sheet.cells.items():
        if cell.formula is not None:
            yield cell.text != "", f"{ref}: formula {cell.formula} has no stored value"
        yield cell.kind != "e" and not cell.text.startswith("#"), f"{ref}: {cell.text}"
    for ref, target in sheet.hyperlinks().items():
        good = target is not None and target[0] in book.by_name
        yield good, f"{ref}: link to {target}"
        if good and workbook.split_ref(target[1])[1] > 1:
            row = workbook.split_ref(target[1])[1]
            yield any(workbook.split_ref(other)[1] == row for other in book.by_name[target[0]].cells), f"{ref}: leads to the empty row {target}"
    if sheet.name in CHOICES and len(sheet.cells) > 60:
        yield bool(sheet.all("dataValidation")), "offers no choices"


def both_ways(book):
    """The id of each finding leads to its details and back."""
    findings = next(book.by_name[name] for name in FINDINGS if name in book.by_name)
    details = next(book.by_name[name] for name in DETAILS if name in book.by_name)
    there, back = findings.hyperlinks(), details.hyperlinks()
    ids = {ref: cell.text for ref, cell in findings.cells.items() if ref.startswith("A") and workbook.split_ref(ref)[1] > 5}
    yield len(ids) > 20, f"only {len(ids)} findings"
    for ref, name in ids.items():
        target = there.get(ref)
        yield target is not None and target[0] == details.name and details.text(target[1]) == name, f"{ref}: {name} leads to {target}"
        yield target is not None and back.get(target[1]) == (findings.name, ref), f"{name}: no way back"


def whole(book):
    yield not book.external, f"external relations in {book.external}"
    yield not any("vbaProject" in name or "externalLink" in name for name in book.parts), "macro or external link"
    yield book.core.get("created") == "2026-01-01T12:00:00Z", f"created {book.core.get('created')}"
    for name in ("title", "subject", "creator"):
        yield bool(book.core.get(name)), f"no property {name}"
    yield book.app.get("Company") == "Kabupaten Contoh Raya", "no property company"
    yield sum(name.startswith("xl/charts/chart") for name in book.parts) >= 2, "fewer than two charts"
    yield sum(1 for sheet in book.sheets for cell in sheet.cells.values() if cell.formula) > 200, "few formulas"


def page_one(book, result):
    """The figures of the JSON stand on page one."""
    first = book.sheets[0]
    numbers = {float(cell.text) for cell in first.cells.values() if cell.kind == "n"}
    said = " ".join(cell.text for cell in first.cells.values() if cell.kind != "n")
    region = next(one for one in result["checks"] if one["id"] == "T02")
    for name in ("murni", "kini", "limit", "gap"):
        yield region[name] is None or float(region[name]) in numbers, f"{name} {region[name]} of the region is not there"
    for one in result["checks"]:
        if one["id"] == "T01" and one["gap"] is not None:
            yield float(one["gap"]) in numbers, f"gap {one['gap']} of {one['unit']} is not there"
    for unit in {one["unit"] for one in result["checks"] if one["id"] == "T01" and one["verdict"] != "tidak_berlaku"} - {None}:
        name = next(other["name"] for other in result["units"] if unit in (other["code"], other["name"]))
        yield name in said, f"{name} is not named"
    for law in ("T01", "T02", "T05", "P01", "R01"):
        row = next((ref[1:] for ref, cell in first.cells.items() if cell.text == law and ref.startswith("A")), None)
        yield row is not None, f"{law} has no row"
        violated = sum(one["verdict"] == "tidak_patuh" for one in result["checks"] if one["id"] == law and one["unit"] is not None)
        yield row is None or float(first.text("G" + row) or 0) == violated, f"{law}: {first.text('G' + str(row))} units instead of {violated}"


def faults_of(book, paper):
    faults = [fault for good, fault in whole(book) if not good]
    faults += [fault for good, fault in both_ways(book) if not good]
    for index, sheet in enumerate(book.sheets):
        for part in (page(sheet, paper), table(book, index, sheet), contents(book, sheet)):
            faults += [f"{sheet.name}: {fault}" for good, fault in part if not good]
    return faults


def without_number(opts):
    """A pack whose law names no number: page one shows directions, and no sheet bears the clause of another year's law."""
    with program.empty_folder() as folder:
        program.audit(opts, folder, "--rules", "efisiensi-2026", "--what-if", *program.demo_files("opd"))
        book = workbook.Workbook(folder / "report.xlsx")
        words = {cell.text for cell in book.sheets[0].cells.values()}
        yield any(word.startswith("Arah belanja seluruh daerah") for word in words), "page one shows no directions"
        yield {"S01", "S05", "H14"} <= words, "page one lacks a kind"
        yield not any("KEEMPAT" in sheet.name for sheet in book.sheets), "a sheet is named after the law of another year"
        yield not [fault for sheet in book.sheets for good, fault in contents(book, sheet) if not good], "a link or formula is broken"


def main():
    opts = program.options()
    faults = []
    for language, paper in (("id", "a4"), ("en", "f4")):
        with program.empty_folder() as folder:
            program.audit(opts, folder, "--lang", language, "--paper", paper, "-p", "2025-10", "--region", "Kabupaten Contoh Raya", *program.demo_files("opd"))
            book, result = workbook.Workbook(folder / "report.xlsx"), json.loads((folder / "out.json").read_text(encoding="utf-8"))
            faults += [f"{language}: page one: {fault}" for good, fault in page_one(book, result) if not good]
            faults += [f"{language}: {fault}" for fault in faults_of(book, paper)]
    faults += [f"2026: {fault}" for good, fault in without_number(opts) if not good]
    print("\n".join(faults[:60]) or "every sheet of the report, in two languages")
    sys.exit(1 if faults else 0)


main()
