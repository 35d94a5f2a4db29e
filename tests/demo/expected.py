#!/usr/bin/env python3
"""Independent calculation of the demo's verdicts, straight from the CSV files.

    expected.py [--baseline FILE]... FILE...      JSON on stdout
    expected.py --table [--baseline FILE]... FILE...   the same as a Markdown table

Shares no code with effcheck nor with make_demo.py: own reader (Python's csv), own
number rule, exact integers in sen, and the plainest possible classification, which
is the one of the law's own list: travel is every account below 5.1.02.04,
honorarium is a list of accounts.  No keyword is looked at.

What is decided here, and how:

  T01  per unit    patuh iff 2 x kini <= murni over travel; limit = floor(murni/2) sen; gap = kini - limit
  T02  region      the same over all units with travel
  T03  per unit    sub kegiatan x account of travel with murni = 0 and kini > 0; gap = their kini
  T05  per unit    tidak_patuh iff 2 x realisasi > murni over travel; gap = realisasi - limit
  P01  per unit    sub kegiatan x account (all spending) with realisasi > kini; gap = the overruns
  T09  per unit    travel cut; gap = rises of the neighbour accounts, each netted over the unit; hit iff gap > 25 % of the cut
  T10  per unit    meeting packages, kini - murni; hit iff above 0
  T16  per unit    travel abroad: kini, or else realisasi; hit iff not 0
  H01  per unit    honoraria: (price - cap) x volume where the words of the line name a role, by the few roles that the demo has;
                   hit iff any is above 0; a role that is not named, or a cap that is not verified, keeps a unit from being patuh
  H08  per unit    sub kegiatan that pay teams; hit iff as many now as before
  S06, S09, R02    meals; grants to central government; uniforms, furniture, office equipment, vehicles: kini - murni

  A unit without travel: T01, T03, T05 tidak_berlaku.  A unit with travel and without any
  murni column or baseline file: T01, T03, T05 tidak_dapat_diuji, and so is T02: what is
  missing can never be counted as zero.  A sub kegiatan x account that the unit's baseline
  does not list has murni = 0.  T03 is an indication (perlu_pertimbangan), the others are
  rules (tidak_patuh).  A field that is not in the JSON is not compared.
"""
import csv
import glob
import hashlib
import io
import json
import os
import re
import sys
from fractions import Fraction

MEASURES = ("murni", "kini", "realisasi")
HONORARIUM = re.compile(r"5\.1\.02\.02\.01\.00(03|04|05|06|07|08|09|10|11|12|29)$|5\.1\.01\.03\.07\.")
TRAVEL = "5.1.02.04."
PACKAGES = ("5.1.02.04.01.0004", "5.1.02.04.01.0005")
ABROAD = ("5.1.02.04.02.",)
NEIGHBOURS = ("5.1.02.02.04.0036", "5.1.02.02.05.0043", "5.1.02.01.01.0052", "5.1.02.01.01.0053", "5.1.02.02.12.", "5.1.02.02.01.0047")
# check: accounts, verdict of no change
TRENDS = {"S06": (("5.1.02.01.01.0052", "5.1.02.01.01.0053"), "perlu_pertimbangan"), "S09": (("5.1.05.01.",), "patuh"),
          "R02": (("5.1.02.01.01.0032", "5.1.02.01.01.0059", "5.1.02.01.01.006", "5.2.02.02.01.0001", "5.2.02.02.01.0002", "5.2.02.02.01.0004",
                   "5.2.02.05.01.", "5.2.02.05.02.0001", "5.2.02.05.03."), "patuh")}

# folded header name -> meaning
HEADER = {
    "kodeskpd": "unit", "namaskpd": "unit_name", "kodesubkegiatan": "sub", "kodesubgiat": "sub",
    "koderekening": "account", "kodeakun": "account", "tahun": "year", "tahunanggaran": "year",
    "pagumurni": "murni", "rincianmurni": "murni", "sebelum": "murni", "sebelumperubahan": "murni",
    "pagu": "kini", "rincian": "kini", "sesudah": "kini", "sesudahperubahan": "kini",
    "realisasi": "realisasi", "uraian": "text", "spesifikasi": "spec", "koefisien": "coefficient", "hargasatuan": "price",
}
# words of the demo's descriptions, unit of the coefficient, cap in rupiah, is its number verified?  The first that fits counts.
RATES = [
    (r"narasumber.*eselon iii", "Jam", 900000, True), (r"narasumber.*eselon ii\b", "Jam", 1000000, True), (r"moderator", "Kali", 700000, False),
    (r"pembawa acara", "Kali", 400000, False), (r"panitia.*anggota", "Kali", 300000, False),
    (r"tim.*kepala daerah.*pengarah", "Bulan", 1500000, False), (r"tim.*sekretaris daerah.*ketua", "Bulan", 650000, False),
    (r"tim.*sekretaris daerah.*anggota", "Bulan", 500000, False), (r"pengguna anggaran.*rp10 miliar s.d. rp25 miliar", "Bulan", 3010000, False),
    (r"pptk.*rp1 miliar s.d. rp2,5 miliar", "Bulan", 1910000, True), (r"ppk.skpd.*rp10 miliar s.d. rp25 miliar", "Bulan", 1250000, False),
    (r"pejabat pengadaan", "Bulan", 680000, False), (r"website.*redaktur", "Bulan", 450000, True), (r"website.*editor", "Bulan", 400000, True),
    (r"pengajar.*dari luar", "Jam Pelajaran", 300000, False),
]
META = {"kodeorganisasi": "unit", "organisasi": "unit_name", "tahun": "year", "daerah": "region"}
TOTAL = {"JUMLAH BELANJA", "TOTAL BELANJA"}


def fold(s):
    return re.sub(r"[^a-z0-9]", "", s.lower())


# ------------------------------------------------------------------ reading

def decode(raw):
    if raw.startswith(b"\xff\xfe"):
        return raw[2:].decode("utf-16-le")
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw[3:].decode("utf-8")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def header_index(rows):
    """Index of the row that names an account column and a budget column, or None."""
    for i, row in enumerate(rows[:20]):
        names = {HEADER.get(fold(c)) for c in row}
        if {"account", "kini", "sub"} <= names:
            return i
    return None


def records(text):
    for delimiter in ",;\t|":
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        i = header_index(rows)
        if i is not None:
            return rows, i
    raise SystemExit("no header row found")


def number_reader(values):
    """A function text -> sen for one column, by what the whole column looks like."""
    bare = [re.sub(r"[Rp()\s-]", "", v) for v in values]
    comma = any(re.search(r",\d{1,2}$", v) for v in bare)
    dot = any(re.search(r"\.\d{1,2}$", v) for v in bare)
    assert not (comma and dot), "column has both decimal marks"

    def read(value):
        v = value.strip()
        negative = v.startswith("(") or (v.startswith("-") and v != "-")
        v = re.sub(r"[Rp()\s-]", "", v)
        if v == "":
            assert value.strip() == "-", "empty amount"
            return 0
        if comma:
            v = v.replace(".", "").replace(",", ".")
        else:
            v = v.replace(",", "")
            if not dot:
                v = v.replace(".", "")
        sen = Fraction(v) * 100
        assert sen.denominator == 1
        return -int(sen) if negative else int(sen)
    return read


def account_code(s):
    """Levels zero padded as in the chart of accounts: 5.1.02.04.01.0001."""
    parts = s.strip().rstrip(".").split(".")
    width = [1, 1, 2, 2, 2, 4]
    return ".".join(p.zfill(w) for p, w in zip(parts, width))


def read_file(path, baseline):
    raw = open(path, "rb").read()
    rows, head = records(decode(raw))
    f = {"path": path, "sha256": hashlib.sha256(raw).hexdigest(), "rows_read": len(rows), "rows_used": 0,
         "rows_rejected": 0, "lines": [], "stated": None, "subtotals": []}
    meta = {META[fold(r[0])]: r[1].strip() for r in rows[:head] if len(r) > 1 and fold(r[0]) in META}
    column = {}
    for i, name in enumerate(rows[head]):
        if fold(name) in HEADER:
            column[HEADER[fold(name)]] = i
    body = [r for r in rows[head + 1:] if r != [str(i + 1) for i in range(len(r))]]
    reader = {m: number_reader([r[column[m]] for r in body]) for m in MEASURES if m in column}
    prices = number_reader([r[column["price"]] for r in body if r[column["price"]].strip()]) if "price" in column else None
    for r in body:
        amount = {("murni" if baseline else m): reader[m](r[column[m]]) for m in reader}
        account = r[column["account"]].strip()
        if not account:
            assert TOTAL & {c.strip() for c in r}, r
            assert f["stated"] is None
            f["stated"] = amount
            continue
        words = {k: r[column[k]].strip() if k in column else "" for k in ("text", "spec", "coefficient")}
        line = dict(amount, **words, price=prices(r[column["price"]]) if "price" in column and r[column["price"]].strip() else None,
                    account=account_code(account), sub=r[column["sub"]].strip(),
                    unit=r[column["unit"]].strip() if "unit" in column else meta["unit"],
                    unit_name=r[column["unit_name"]].strip() if "unit_name" in column else meta["unit_name"],
                    year=r[column["year"]].strip() if "year" in column else meta["year"])
        if line["account"].count(".") < 5:
            f["subtotals"].append(line)
        else:
            f["lines"].append(line)
    f["measures"] = [m for m in MEASURES if m in (f["lines"][0])]
    f["rows_used"] = len(f["lines"])
    f["rows_excluded"] = f["rows_read"] - f["rows_used"]
    return f


def total(lines, m):
    """Sum of a measure, or None where no line has it."""
    values = [l[m] for l in lines if m in l]
    return sum(values) if values else None


def check_subtotals(f):
    for s in f["subtotals"]:
        below = [l for l in f["lines"] if l["sub"] == s["sub"] and l["account"].startswith(s["account"] + ".")]
        for m in f["measures"]:
            assert total(below, m) == s[m], (f["path"], s)


# ----------------------------------------------------------------- verdicts

def money(sen):
    if sen is None:
        return None
    return "%s%d.%02d" % ("-" if sen < 0 else "", abs(sen) // 100, abs(sen) % 100)


def by_key(lines):
    keys = {}
    for l in lines:
        keys.setdefault((l["sub"], l["account"]), []).append(l)
    return keys


def sums(lines):
    return {m: total(lines, m) for m in MEASURES}


def travel_checks(unit, lines):
    """T01, T03, T05 of one unit; `lines` are all lines of the unit."""
    travel = [l for l in lines if l["account"].startswith(TRAVEL)]
    has_baseline = any("murni" in l for l in lines)
    names = ("T01", "T03", "T05")
    if not travel:
        return [{"id": n, "unit": unit, "verdict": "tidak_berlaku"} for n in names]
    s = sums(travel)
    if not has_baseline:
        return [{"id": n, "unit": unit, "verdict": "tidak_dapat_diuji", "murni": None, "limit": None, "gap": None} for n in names]
    murni, kini, real = s["murni"] or 0, s["kini"] or 0, s["realisasi"] or 0
    limit = murni // 2
    new = [total(k, "kini") or 0 for k in by_key(travel).values() if (total(k, "murni") or 0) == 0 and (total(k, "kini") or 0) > 0]
    return [
        {"id": "T01", "unit": unit, "verdict": "patuh" if 2 * kini <= murni else "tidak_patuh",
         "murni": money(murni), "kini": money(kini), "limit": money(limit), "gap": money(kini - limit)},
        {"id": "T03", "unit": unit, "verdict": "perlu_pertimbangan" if new else "patuh", "gap": money(sum(new))},
        {"id": "T05", "unit": unit, "verdict": "tidak_patuh" if 2 * real > murni else "patuh",
         "murni": money(murni), "realisasi": money(real), "limit": money(limit), "gap": money(real - limit)},
    ]


def region_check(lines, untestable):
    travel = [l for l in lines if l["account"].startswith(TRAVEL)]
    if untestable:
        return {"id": "T02", "unit": None, "verdict": "tidak_dapat_diuji"}
    murni, kini = total(travel, "murni") or 0, total(travel, "kini") or 0
    return {"id": "T02", "unit": None, "verdict": "patuh" if 2 * kini <= murni else "tidak_patuh",
            "murni": money(murni), "kini": money(kini), "limit": money(murni // 2), "gap": money(kini - murni // 2)}


def overrun_check(unit, lines):
    over = []
    for k in by_key(lines).values():
        excess = (total(k, "realisasi") or 0) - (total(k, "kini") or 0)
        if excess > 0:
            over.append(excess)
    return {"id": "P01", "unit": unit, "verdict": "tidak_patuh" if over else "patuh", "gap": money(sum(over))}


def growth(lines):
    return (total(lines, "kini") or 0) - (total(lines, "murni") or 0)


def with_baseline(name, unit, own, lines, decide):
    """A check of murni against kini: nothing there, no baseline, or decided."""
    if not own:
        return {"id": name, "unit": unit, "verdict": "tidak_berlaku"}
    if not any("murni" in l for l in lines):
        return {"id": name, "unit": unit, "verdict": "tidak_dapat_diuji", "murni": None, "gap": None}
    if not (total(own, "murni") or 0) and not (total(own, "kini") or 0):
        return {"id": name, "unit": unit, "verdict": "tidak_berlaku"}
    return decide(own)


def trend_check(name, unit, lines, accounts, flat):
    def decide(own):
        gap = growth(own)
        return {"id": name, "unit": unit, "verdict": "perlu_pertimbangan" if gap > 0 else "patuh" if gap < 0 else flat, "gap": money(gap)}
    return with_baseline(name, unit, [l for l in lines if l["account"].startswith(accounts)], lines, decide)


def shift_check(unit, lines):
    def decide(travel):
        fallen, accounts = -growth(travel), {}
        for l in lines:
            if l["account"].startswith(NEIGHBOURS):
                accounts.setdefault(l["account"], []).append(l)
        rise = sum(max(growth(own), 0) for own in accounts.values())
        if fallen <= 0:
            return {"id": "T09", "unit": unit, "verdict": "tidak_berlaku"}
        return {"id": "T09", "unit": unit, "verdict": "perlu_pertimbangan" if 4 * rise > fallen else "patuh", "gap": money(rise)}
    return with_baseline("T09", unit, [l for l in lines if l["account"].startswith(TRAVEL)], lines, decide)


def abroad_check(unit, lines):
    own = [l for l in lines if l["account"].startswith(ABROAD)]
    amount = total(own, "kini") or total(own, "realisasi") or 0
    return {"id": "T16", "unit": unit, "verdict": "perlu_pertimbangan" if amount else "patuh", "gap": money(amount)}


def rate_of(line):
    """(excess in sen, is the cap verified) of one line; None where its words do not name a role."""
    text = (line["text"] + " | " + line["spec"]).lower().replace("\r", " ").replace("\n", " ")
    numbers = re.findall(r"(\d+) ([A-Za-z ]+?)(?: x |$)", line["coefficient"])
    rate = next((r for r in RATES if re.search(r[0], text)), None)
    if rate is None or not numbers or numbers[-1][1] != rate[1] or line["price"] is None:
        return None
    volume = 1
    for number, _ in numbers:
        volume *= int(number)
    return max(line["price"] - rate[2] * 100, 0) * volume, rate[3]


def rate_check(unit, lines):
    own = [l for l in lines if HONORARIUM.match(l["account"]) and not l["account"].endswith(".0029")]
    rates = [rate_of(l) for l in own if l.get("kini")]
    excess = sum(r[0] for r in rates if r)
    if not own:
        return {"id": "H01", "unit": unit, "verdict": "tidak_berlaku"}
    if excess:
        return {"id": "H01", "unit": unit, "verdict": "perlu_pertimbangan", "gap": money(excess)}
    return {"id": "H01", "unit": unit, "verdict": "patuh" if all(r and r[1] for r in rates) else "tidak_dapat_diuji", "gap": None}


def team_check(unit, lines):
    def decide(own):
        murni, kini = ({l["sub"] for l in own if total([x for x in own if x["sub"] == l["sub"]], m)} for m in ("murni", "kini"))
        return {"id": "H08", "unit": unit, "verdict": "perlu_pertimbangan" if len(kini) >= len(murni) else "patuh"}
    return with_baseline("H08", unit, [l for l in lines if l["account"] == "5.1.02.02.01.0004"], lines, decide)


def account_checks(unit, lines):
    checks = [trend_check(name, unit, lines, accounts, flat) for name, (accounts, flat) in TRENDS.items()]
    return checks + [rate_check(unit, lines), team_check(unit, lines), shift_check(unit, lines), trend_check("T10", unit, lines, PACKAGES, "patuh"), abroad_check(unit, lines)]


def class_sums(lines, several_files):
    """The two classes that accounts alone decide."""
    result = {}
    for name, member in (("perjalanan_dinas", lambda a: a.startswith(TRAVEL)), ("honorarium", HONORARIUM.match)):
        part = [l for l in lines if member(l["account"])]
        if part:
            result[name] = {m: money(total(part, m)) for m in MEASURES}
            if not several_files:       # how lines of two files count is not fixed
                result[name]["lines"] = len(part)
    return result


def file_entry(f):
    s = {m: money(total(f["lines"], m)) for m in MEASURES}
    stated = {m: money((f["stated"] or {}).get(m)) for m in MEASURES}
    reconciled = None if f["stated"] is None else all(stated[m] == s[m] for m in MEASURES)
    return {"path": os.path.basename(f["path"]), "sha256": f["sha256"], "year": 2025, "unit": f["lines"][0]["unit"],
            "rows_read": f["rows_read"], "rows_used": f["rows_used"], "rows_excluded": f["rows_excluded"], "rows_rejected": 0,
            "sums": s, "stated": stated, "reconciled": reconciled}


def calculate(files):
    for f in files:
        check_subtotals(f)
        assert {l["year"] for l in f["lines"]} == {"2025"} and len({l["unit"] for l in f["lines"]}) == 1
    lines = [l for f in files for l in f["lines"]]
    units, checks, untestable = [], [], False
    for code in sorted({l["unit"] for l in lines}):
        own = [l for l in lines if l["unit"] == code]
        several = sum(f["lines"][0]["unit"] == code for f in files) > 1
        units.append({"code": code, "name": own[0]["unit_name"], "classes": class_sums(own, several)})
        three = travel_checks(code, own)
        untestable |= three[0]["verdict"] == "tidak_dapat_diuji"
        checks += three + [overrun_check(code, own)] + account_checks(code, own)
    checks.append(region_check(lines, untestable))
    entries = [file_entry(f) for f in files]
    control = {k: sum(e[k] for e in entries) for k in ("rows_read", "rows_used", "rows_excluded", "rows_rejected")}
    return {"files": entries, "units": units, "checks": checks, "control": dict(control, balanced=True)}


# ------------------------------------------------------------------- output

def rupiah(s):
    """1234567.50 -> 1.234.567,50 ; whole rupiah without decimals."""
    if s is None:
        return "–"
    whole, cents = s.lstrip("-").split(".")
    text = "{:,}".format(int(whole)).replace(",", ".") + ("" if cents == "00" else "," + cents)
    return ("−" if s.startswith("-") else "") + text


def table(result):
    print("| OPD | murni | kini | T01 | selisih thd batas | T03 | T05 | P01 | T09 | T16 |")
    print("|---|---:|---:|---|---:|---|---|---|---|---|")
    for u in result["units"]:
        c = {x["id"]: x for x in result["checks"] if x["unit"] == u["code"]}
        t = u["classes"].get("perjalanan_dinas", {})
        cell = {i: c[i]["verdict"] + (" (%s)" % rupiah(c[i]["gap"]) if c[i]["verdict"] in ("tidak_patuh", "perlu_pertimbangan") else "") for i in ("T03", "T05", "P01", "T09", "T16")}
        print("| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |" % (u["name"], rupiah(t.get("murni")), rupiah(t.get("kini")), c["T01"]["verdict"],
                                                     rupiah(c["T01"].get("gap")), cell["T03"], cell["T05"], cell["P01"],
                                                                       cell["T09"], cell["T16"]))
    r = result["checks"][-1]
    print("| **Kabupaten (T02)** | %s | %s | %s | %s | | | | | |" % (rupiah(r.get("murni")), rupiah(r.get("kini")), r["verdict"], rupiah(r.get("gap"))))


def main(argv):
    plain, base, as_table = [], [], False
    while argv:
        a = argv.pop(0)
        if a == "--table":
            as_table = True
        elif a == "--baseline":
            base += sorted(glob.glob(argv.pop(0)))
        else:
            plain += sorted(glob.glob(a))
    if not plain:
        raise SystemExit(__doc__)
    result = calculate([read_file(p, False) for p in plain] + [read_file(p, True) for p in base])
    if as_table:
        table(result)
    else:
        json.dump(result, sys.stdout, indent=1, ensure_ascii=False)
        print()


if __name__ == "__main__":
    main(sys.argv[1:])
