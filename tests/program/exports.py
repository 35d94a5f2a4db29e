"""The findings as CSV and page one as a web page: the figures of the JSON, nothing that can run, readable on a phone."""

import csv
import html.parser
import io
import json
import re
import shutil
import subprocess
import sys
from decimal import Decimal

import program

ACTIVE = "=+-@\t\r"
NARROW = 360
HOSTILE = "Dinas <script>alert(1)</script> & \"Kutip\""
faults = []


def check(good, fault):
    if not good:
        faults.append(fault)


def grouped(amount):
    """1234567.50 -> 1.234.567,50; whole rupiah without decimals."""
    whole, _, sen = amount.lstrip("-").partition(".")
    text = f"{int(whole):,}".replace(",", ".") + ("" if sen == "00" else "," + sen)
    return ("-" if amount.startswith("-") else "") + text


def check_csv(folder, result):
    raw = (folder / "temuan.csv").read_bytes()
    check(raw.startswith(b"\xef\xbb\xbf"), "CSV: no mark")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    check(len(rows) == len(result["findings"]) + 1, f"CSV: {len(rows) - 1} rows for {len(result['findings'])} findings")
    for row, finding in zip(rows[1:], result["findings"]):
        cells = dict(zip(rows[0], row))
        check(cells["Id Temuan"] == finding["id"] and cells["Cek"] == finding["check"], f"CSV: {row[:2]} for {finding['id']}")
        check(re.fullmatch(r"-?\d+,\d\d", cells["Nilai (Rp)"]) is not None, f"CSV: amount {cells['Nilai (Rp)']}")
        check(Decimal(cells["Nilai (Rp)"].replace(",", ".")) == Decimal(finding["amount"]), f"CSV: {finding['id']} amount {cells['Nilai (Rp)']}")
        check(cells["Kondisi"] == finding["text"], f"CSV: {finding['id']} condition")
        check(len(row) == len(rows[0]), f"CSV: {len(row)} cells")
        active = [cell for name, cell in cells.items() if cell[:1] in ACTIVE and cell and name != "Nilai (Rp)"]
        check(not active, f"CSV: a spreadsheet would reckon {active}")


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.words, self.attributes, self.quiet = [], [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self.quiet = tag == "style"

    def handle_endtag(self, tag):
        self.quiet = False

    def handle_data(self, data):
        if not self.quiet:
            self.words.append(data.strip())


def check_html(folder, result, region):
    text = (folder / "ringkasan.html").read_text(encoding="utf-8")
    page = Page(text)
    said = " ".join(word for word in page.words if word)
    check(not {"script", "link", "img", "iframe", "object", "base", "form"} & set(page.tags), f"HTML: has {set(page.tags)}")
    check(not [name for name, _ in page.attributes if name.startswith("on") or name in ("href", "src", "action")], "HTML: leads somewhere or runs")
    check("url(" not in text and "@import" not in text, "HTML: loads something")
    check(region in said, f"HTML: does not name {region}")
    whole = next(check for check in result["checks"] if check["id"] == "T02")
    for name in ("murni", "limit", "kini", "gap"):
        if whole[name] is not None:
            check(f"Rp {grouped(whole[name])}" in said, f"HTML: {name} {grouped(whole[name])} of the region is not there")
    for one in result["checks"]:
        if one["id"] == "T01" and one["gap"] is not None:
            check(f"Rp {grouped(one['gap'])}" in said, f"HTML: gap {grouped(one['gap'])} of {one['unit']} is not there")
    control = result["control"]
    check(f"{control['rows_read']:,}".replace(",", ".") + " baris dibaca" in said, "HTML: rows read")
    return said


def check_phone(folder):
    """Headless, at the width of a phone: nothing is wider than the screen."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not browser:
        return "no browser here"
    probe = folder / "probe.html"
    probe.write_text(f'<iframe src="ringkasan.html" style="width:{NARROW}px;height:30000px;border:0"></iframe><p id="w">?</p><script>onload=()=>'
                     '{const d=document.querySelector("iframe").contentDocument.documentElement;'
                     'document.getElementById("w").textContent="width "+d.scrollWidth+"/"+d.clientWidth}</script>')
    done = subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", f"--user-data-dir={folder}/profile",
                           "--virtual-time-budget=3000", "--dump-dom", probe.as_uri()], capture_output=True, timeout=120, check=False)
    found = re.search(rb"width (\d+)/(\d+)", done.stdout)
    check(found is not None, f"HTML: the browser said nothing: {done.stderr[-300:]}")
    if found:
        check(int(found.group(1)) <= int(found.group(2)) == NARROW, f"HTML: {found.group(0).decode()} at {NARROW} pixels")
    return "read on a phone"


def run_demo(opts):
    with program.empty_folder() as folder:
        program.audit(opts, folder, "-p", "2025-10", "--region", "Kabupaten Contoh Raya", "--findings", "temuan.csv", "--html", "ringkasan.html",
                      *program.demo_files("opd"))
        result = json.loads((folder / "out.json").read_text(encoding="utf-8"))
        check(result.get("schema") == "1.0", f"JSON: schema {result.get('schema')}")
        check_csv(folder, result)
        check_html(folder, result, "Kabupaten Contoh Raya")
        return check_phone(folder)


def run_hostile(opts):
    """Names that a spreadsheet would reckon or a browser would run."""
    with program.empty_folder() as folder:
        rows = [["KODE SKPD", "NAMA SKPD", "KODE REKENING", "URAIAN", "PAGU MURNI", "PAGU"]]
        rows += [["9.01", HOSTILE, "5.1.02.04.01.0001", "Perjalanan dinas biasa", "100000", "90000"],
                 ["9.02", "=cmd|' /C calc'!A0", "5.1.02.04.01.0001", "Perjalanan dinas biasa", "100000", "90000"]]
        with open(folder / "opd.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
        done = program.run(opts, folder, "-q", "-y", "2025", "--region", "<b>Kota & \"Baru\"</b>", "--json", "out.json", "--findings", "temuan.csv", "--html",
                           "ringkasan.html", "opd.csv")
        check(done.returncode == program.FINDINGS, f"hostile: status {done.returncode} {done.stderr.decode()}")
        result = json.loads((folder / "out.json").read_text(encoding="utf-8"))
        check_csv(folder, result)
        said = check_html(folder, result, "<b>Kota & \"Baru\"</b>")
        check(HOSTILE in said, "HTML: the name is not shown as it is")
        check("'=cmd|' /C calc'!A0" in (folder / "temuan.csv").read_text(encoding="utf-8-sig"), "CSV: the active name has no apostrophe")


def main():
    opts = program.options()
    phone = run_demo(opts)
    run_hostile(opts)
    print("\n".join(faults[:40]) or f"CSV and web page as the JSON; {phone}")
    sys.exit(1 if faults else 0)


main()
