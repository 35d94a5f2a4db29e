#!/usr/bin/env python3
"""Writes the seeds of the fuzz targets: small, our own, one for each thing a reader has to tell apart. Run by hand; the seeds are kept."""

import io
import zipfile
from pathlib import Path

CORPUS = Path(__file__).resolve().parent / "corpus"
GOLDEN = Path(__file__).resolve().parents[1] / "golden"
RULES = Path(__file__).resolve().parents[2] / "rules"

HEAD = "TAHUN,KODE SKPD,NAMA SKPD,KODE SUB KEGIATAN,NAMA SUB KEGIATAN,KODE REKENING,NAMA REKENING,PAGU MURNI,PAGU\n"
LINE = "2025,1.02.0.00.0.00.01.0000,Dinas Kesehatan,1.02.01.2.06.0009,Rapat,5.1.02.04.01.0001,Perjalanan,100,50\n"
LEGACY = ("Judul,Penjabaran\nDaerah,Kabupaten Contoh\nTahun,2025\nKode Organisasi,1.15.01\nOrganisasi,Dinas\n"
          "No. Rekening,Uraian,Sebelum,Sesudah\n1.15 . 1.15.01 . 00.00 . 5,BELANJA,30,20\n"
          "1.15 . 1.15.01 . 01.02 . 5.2.2.15.01,Perjalanan,30,20\n,JUMLAH BELANJA,30,20\n")

RECORDS = {
    "plain": "a,b,c\n1,2,3\n", "semicolon": "a;b;c\n1;\"x;y\";3\n", "tab": "a\tb\n1\t2\n", "pipe": "a|b\n1|2\n", "crlf": "a,b\r\n1,2\r\n",
    "cr": "a,b\r1,2\r", "quoted": '"a ""b""",c\n"x\ny",2\n', "unclosed": 'a,"b\n1,2\n3,4\n', "stray": 'a,b"c,d\n"x"y,2\n', "backslash": 'a,"b \\" c",d\n',
    "wrapped": '"a,""b"",c"\n"1,""2"",3"\n', "layered": "a;b;c,,,\n1;2;3,,,\n\"4;5\n;6\",,,\n", "blank": "\n\n,,,\n", "bom": b"\xef\xbb\xbfa,b\n", "bad": b"a,\xff\x96\n",
    "utf16le": b"\xff\xfe" + "a,b\n1,2\n".encode("utf-16-le"), "utf16be": b"\xfe\xff" + "a,b\n".encode("utf-16-be"), "nul": b"a,\0b\n", "html": "<html><table><tr><td>1",
}
NUMBERS = ["0", "1.234", "1,234", "1.234.567,89", "1,234,567.89", "12.5", "12,5", "(1.234,00)", "Rp 1.000,-", "-", "1,68799E+017", "5.36E+11", "817.984.536.030^78",
           "17 580000.00", "9223372036854775807", "92233720368547758,07", "'12", "null", "1..2", "7.381.011.000.00", "-0", "1e5", "0.30000000000000004"]
HEADERS = {"sipd": HEAD + LINE, "legacy": LEGACY, "two-rows": "Kode Rekening;Uraian;Anggaran;;\n;;Sebelum;Sesudah;Selisih\n5.1;Belanja;1;2;1\n",
           "numbered": "Kode Rekening,Uraian,Jumlah\n1,2,3\n5,BELANJA,1\n", "layered": "No Rekening;Uraian;Sebelum;Sesudah,,,,\n5;BELANJA;1;2,,,,\n",
           "repeated": "Kode Rekening,Uraian,Nilai SP2D\n5.1,x,1\n", "nothing": "halo,dunia\n"}


def workbook(sheet, strings=None, extra=()):
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
                       'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
                           'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
                                      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
                                      '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" '
                                      'Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheet}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{strings or "<si><t>a</t></si>"}</sst>',
    } | dict(extra)
    out = io.BytesIO()
    for method in (zipfile.ZIP_STORED,):
        with zipfile.ZipFile(out, "w", method) as book:
            for name, text in parts.items():
                book.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text)
    return out.getvalue()


BOOKS = {
    "numbers": workbook('<row r="1"><c r="A1"><v>1.5E12</v></c><c r="C1" t="str"><f>A1</f><v>x</v></c></row>'),
    "shared": workbook('<row r="2"><c r="B2" t="s"><v>0</v></c></row>', "<si><r><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r></si>"),
    "inline": workbook('<row><c t="inlineStr"><is><t>_x000d_</t></is></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>'),
    "broken": workbook('<row r="1"><c r="A1"><v>1</c></row>'),
    "backwards": workbook('<row r="2"/><row r="1"><c r="A1"><v>1</v></c></row>'),
    "not-zip": b"PK\x03\x04 not really",
}
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
PARTS = {  # see fuzz_xlsx.c: sheet 1, shared strings 2, styles 3, workbook 4
    "sheet": (1, f'<worksheet {MAIN}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000.5</v></c><c r="C1" t="inlineStr"><is>'
                 '<r><t>x</t></r><rPh sb="0" eb="1"><t>y</t></rPh></is></c></row><row r="3"><c r="XFD3"><f>A1</f><v>1E-7</v></c></row></sheetData>'
                 '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>'),
    "strings": (2, f'<sst {MAIN} count="2"><si><t xml:space="preserve"> a _x000D_</t></si><si><r><rPr><b/></rPr><t>b</t></r></si></sst>'),
    "styles": (3, f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy&quot;x&quot;"/></numFmts><cellXfs><xf numFmtId="164"/>'
                  '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'),
    "workbook": (4, f'<workbook {MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets>'
                    '<sheet name="A" sheetId="1" state="hidden" r:id="r1"/><sheet name="B" sheetId="2" r:id="r1"/></sheets></workbook>'),
}
# The tables of an earlier report as fuzz_previous.c takes them: sheets parted by form feeds, cells by tabs. The check marks are those that
# the program wrote: tests/program/previous_text.py turns a report into this text.
PREVIOUS = Path(__file__).resolve().parent / "previous.txt"
RULE_TABLES = [RULES / "common/headers.csv", RULES / "common/stages.csv", RULES / "common/schemes.csv", RULES / "common/rows.csv"]


def put(target, name, data):
    folder = CORPUS / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def main():
    for name, data in RECORDS.items():
        put("records", name, data)
    put("number", "many", "\n".join(NUMBERS))
    for i, number in enumerate(NUMBERS):
        put("number", f"{i:02d}", number)
    for name, text in HEADERS.items():
        put("header", name, "1" + text)
        put("intake", name, "1" + text)
    for name in ("file-twin", "stage-in-one-file", "document-twice", "amount-lost-digits", "row-ragged", "quote-unclosed"):
        for path in sorted((GOLDEN / name).glob("*.csv")):
            put("intake", f"{name}-{path.stem}", b"0" + path.read_bytes())
    for name, data in BOOKS.items():
        put("xlsx", name, data)
    for name, (kind, text) in PARTS.items():
        put("xlsx", "part-" + name, bytes([kind]) + text.encode())
    report = PREVIOUS.read_text(encoding="utf-8")
    put("previous", "report", "T" + report)
    put("previous", "sorted", "T" + "\f".join("\n".join(sheet.split("\n")[:1] + sheet.split("\n")[:0:-1]) for sheet in report.split("\f")))
    put("previous", "edited", "T" + report.replace("2025-01", "2025-02", 1))
    put("previous", "three-sheets", "T" + report.rpartition("\f")[0])
    for kind, name in enumerate(("exception-used/pengecualian", "override-used/penetapan", "policy-scope/kebijakan")):
        put("region", name.partition("/")[0], bytes([kind]) + (GOLDEN / f"{name}.csv").read_bytes())
    for kind, name in enumerate(("exception-bad/pengecualian", "override-bad/penetapan", "policy-bad/kebijakan")):
        put("region", name.partition("/")[0], bytes([kind]) + (GOLDEN / f"{name}.csv").read_bytes())
    put("previous", "nothing-in-it", b" \x00\x00\x00\x00\x00\x00\x00ZP\x1f\x00K\x03\x04 nto really")
    put("previous", "not-zip", b"ZPK\x03\x04 not really")
    put("previous", "numbers", b"Z" + BOOKS["numbers"])
    for kind, path in enumerate(RULE_TABLES):
        lines = path.read_bytes().splitlines(True)
        put("rules", path.stem, bytes([kind]) + b"".join(lines[:12]))
    put("rules", "phrases", b"\x04words,text\nstudi banding;kaji*,kegiatan studi banding\n*rapat,rapat kerja\n")
    put("rules", "broken", b"\x00role;name\nkini;\"Pagu\nmurni;;;;\n")


main()
