"""A spreadsheet program opens, reckons and prints the report: what it reckons is what is stored, and every text is on some page.

Needs soffice and the tools of poppler (./dev report installs them); exit status 77 without them. --keep FOLDER leaves the pages there.
"""

import argparse
import csv
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import program
import workbook

SKIPPED = 77
RECKON_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""
PAPERS = {"A4": ("9", (595, 842)), "F4": ("14", (612, 936))}
LONGEST_WORD = 24  # longer ones may be cut at the end of a line
faults = []


def tools_missing():
    return [tool for tool in ("soffice", "pdftotext", "pdfinfo") if not shutil.which(tool)]


def convert(folder, source, kind):
    profile = folder / "profile"
    if not profile.exists():
        (profile / "user").mkdir(parents=True)
        (profile / "user/registrymodifications.xcu").write_text(RECKON_ALWAYS)
    out = folder / kind
    subprocess.run(["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind, "--outdir", out, source],
                   check=True, capture_output=True, timeout=300)
    return out / source.with_suffix("." + kind).name


def edited(source, target, pattern, replacement):
    """A copy of the workbook with something else in its sheets."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(pattern, replacement, data)
            new.writestr(name, data)
    return target


def same(stored, reckoned):
    try:
        a, b = float(stored), float(reckoned)
    except ValueError:
        return stored == reckoned
    return abs(a - b) <= 1e-4 + 1e-12 * abs(a)


def reckon(folder, report):
    """The stored values are taken away, so that what comes back was reckoned."""
    bare = edited(report, folder / "bare.xlsx", rb"(</f>)<v>[^<]*</v>", rb"\1<v></v>")
    stored, reckoned = workbook.Workbook(report), workbook.Workbook(convert(folder, bare, "xlsx"))
    formulas = 0
    for sheet in stored.sheets:
        for ref, cell in sheet.cells.items():
            if cell.formula is None:
                continue
            formulas += 1
            now = reckoned.by_name[sheet.name].text(ref)
            if not same(cell.text, now) and not rounded(cell, now):
                faults.append(f"{sheet.name}!{ref} ={cell.formula}: stored {cell.text}, reckoned {now}")
    return formulas


def rounded(cell, now):
    """Shares are stored in hundredths of a percent, and never rounded up to a limit that was missed."""
    return "/" in cell.formula and abs(float(cell.text) - float(now or "nan")) < 1e-4


def pages_of(pdf):
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, timeout=120).stdout.decode()
    return text.split("\f")[:-1]


def words(text):
    return set(re.findall(r"[^\s\u00ad-]+", text))


def text_cells(sheet):
    return {ref: cell.text for ref, cell in sheet.cells.items() if cell.kind in ("s", "str", "inlineStr") or not re.fullmatch(r"-?[\d.]+(E[-+]?\d+)?", cell.text)}


def check_pages(book, paper, pages):
    of_sheet, last = {}, None
    for number, page in enumerate(pages, 1):
        lines = [line for line in page.split("\n") if line.strip()]
        name = next((sheet.name for sheet in book.sheets if lines[0].rstrip().endswith("  " + sheet.name)), None)
        if name is None or "TA 2025" not in lines[0]:
            faults.append(f"{paper} page {number}: head is {lines[0]!r}")
            continue
        if f"Halaman {number} dari {len(pages)}" not in page:
            faults.append(f"{paper} page {number}: no page x of y")
        if "###" in page:
            faults.append(f"{paper} page {number} ({name}): a number does not fit its cell")
        of_sheet.setdefault(name, []).append(words(page))
        last = name
    assert last, "no pages"
    for index, sheet in enumerate(book.sheets):
        check_sheet(book, paper, index, sheet, of_sheet.get(sheet.name, []))


def check_sheet(book, paper, index, sheet, pages):
    printed = set().union(*pages)
    cut = [f"{ref} {word!r}" for ref, text in text_cells(sheet).items() for word in words(text) if len(word) <= LONGEST_WORD and word not in printed]
    faults.extend(f"{paper} {sheet.name}: {word} is on no page" for word in cut[:5])
    titles = next(text for name, local, text in book.names if name == "_xlnm.Print_Titles" and local == str(index))
    first, end = (int(row) for row in re.findall(r"\$(\d+)", titles))
    wide = int(sheet.find("pageSetup").get("fitToWidth", "1"))
    heads = set().union(*(words(cell.text) for ref, cell in sheet.cells.items() if first <= workbook.split_ref(ref)[1] <= end), set())
    heads = {word for word in heads if len(word) <= LONGEST_WORD}
    if wide > 1:  # pages go down the left half first: each word of the head is on all pages of one of the halves
        half = len(pages) // wide
        repeated = set().union(*(set.intersection(*map(set, pages[i * half:(i + 1) * half])) for i in range(wide)))
        faults.extend(f"{paper} {sheet.name}: {word} of the head is not on all pages of a half" for word in sorted(heads - repeated)[:5])
        return
    faults.extend(f"{paper} {sheet.name}: sheet page {number} does not repeat {sorted(heads - page)[:5]}" for number, page in enumerate(pages, 1) if heads - page)


def print_on(folder, report, paper, keep):
    number, size = PAPERS[paper]
    source = edited(report, folder / f"{paper}.xlsx", rb'paperSize="9"', b'paperSize="%s"' % number.encode())
    pdf = convert(folder, source, "pdf")
    found = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, timeout=60).stdout.decode()
    measured = sorted(round(float(x)) for x in re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", found).groups())
    if any(abs(a - b) > 2 for a, b in zip(measured, size)):
        faults.append(f"{paper}: pages are {measured} points")
    pages = pages_of(pdf)
    check_pages(workbook.Workbook(report), paper, pages)
    if sum("Ringkasan" in page.split("\n")[0] for page in pages) != 1:
        faults.append(f"{paper}: page one is not one page")
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        shutil.copy(pdf, keep / f"laporan-{paper}.pdf")
    return len(pages)


def large_region(opts, folder):
    """Fifty units, one of them without an original budget: page one still says who, and its foot is together on the second page."""
    with open(folder / "wilayah.csv", "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["KODE SKPD", "NAMA SKPD", "KODE REKENING", "URAIAN", "PAGU MURNI", "PAGU", "REALISASI"])
        for unit in range(50):
            murni = "" if unit == 7 else 1000000 * (unit + 20)
            rows.writerow([f"7.01.{unit:02}", f"Kecamatan Contoh Nomor {unit}", "5.1.02.04.01.0001", "Perjalanan dinas", murni, 480000 * (unit + 30), 100000])
    made = program.run(opts, folder, "-q", "-y", "2025", "-o", "large.xlsx", "wilayah.csv")
    assert made.returncode == program.FINDINGS, made.stderr
    pages = [page for page in pages_of(convert(folder, folder / "large.xlsx", "pdf")) if "Ringkasan" in page.split("\n")[0]]
    if not 1 <= len(pages) <= 2:
        faults.append(f"fifty units: page one is {len(pages)} pages")
    missing = [unit for unit in range(50) if f"Kecamatan Contoh Nomor {unit} " not in pages[0] + " "]
    faults.extend(f"fifty units: {unit} is not on page one" for unit in missing)
    faults.extend(f"fifty units: page one does not say {text!r}" for text in ("Tidak dapat diuji: 1 OPD", "Yang tidak dapat diuji", "Perkembangan")
                  if text not in pages[0])
    foot = [number for number, page in enumerate(pages) if "NIP" in page]
    if len(foot) != 1 or "Putusan menurut hukum" not in pages[foot[0]]:
        faults.append("fifty units: the signatures are not with the verdicts")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--rules", type=Path, required=True)
    parser.add_argument("--keep", type=Path)
    opts = parser.parse_args()
    if tools_missing():
        print("not here:", *tools_missing())
        sys.exit(SKIPPED)
    with program.empty_folder() as folder:
        program.audit(opts, folder, "-p", "2025-10", "--region", "Kabupaten Contoh Raya", *program.demo_files("opd"))
        report = folder / "report.xlsx"
        formulas = reckon(folder, report)
        large_region(opts, folder)
        pages = {paper: print_on(folder, report, paper, opts.keep) for paper in PAPERS}
    print("\n".join(faults[:60]) or f"{formulas} formulas reckoned as stored; {pages} pages with every text")
    sys.exit(1 if faults else 0)


main()
