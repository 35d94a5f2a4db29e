"""Honoraria against the rates: 300 made descriptions, half of them above their cap, and a table of boundaries.

What is expected comes from honor_texts.py (what a text says), from the caps of the shipped table read here with the csv module, and from
fractions. Every hit, every miss and every undecided line must be right, to the sen.
"""

import csv
import json
import sys
from fractions import Fraction

import honor_texts
import program

HEADER = ["TAHUN", "KODE SKPD", "NAMA SKPD", "KODE SUB KEGIATAN", "NAMA SUB KEGIATAN", "KODE REKENING", "NAMA REKENING", "URAIAN", "KOEFISIEN", "VOLUME", "SATUAN",
          "HARGA SATUAN", "PAGU MURNI", "PAGU"]
SPEAKER, TEAM, OFFICER, MEALS, TRAVEL = "5.1.02.02.01.0003", "5.1.02.02.01.0004", "5.1.01.03.07.0001", "5.1.02.01.01.0052", "5.1.02.04.01.0001"
GOOD, HIT, NONE, UNTESTED = "patuh", "perlu_pertimbangan", "tidak_berlaku", "tidak_dapat_diuji"
CAP_HEADER = "regulation,activity_id,role_id,unit,cap_rupiah,certainty,valid_from,valid_until,destination"


def caps(opts):
    with open(opts.rules / "inpres-1-2025" / "caps.csv", encoding="utf-8", newline="") as file:
        return {(row["activity_id"], row["role_id"]): (row["unit"], Fraction(row["cap_rupiah"]), row["certainty"]) for row in csv.DictReader(file)}


def money(value):
    value = Fraction(value)
    return "%s%d.%02d" % ("-" if value < 0 else "", abs(value) // 1, abs(value) % 1 * 100)


def row(unit, text, coefficient="", volume="", measure="", price="", amount=None, account=SPEAKER, sub="1.02.01.2.06.0009", murni=None):
    kini = Fraction(amount) if amount is not None else Fraction(1000000)
    return [2025, unit, "Dinas Uji " + unit, sub, "Administrasi Umum", account, "Honorarium", text, coefficient, volume, measure, price,
            "" if murni == "" else money(kini if murni is None else murni), money(kini)]


def audit(opts, folder, rows, *args, header=HEADER):
    with open(folder / "uji.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header] + rows)
    done = program.run(opts, folder, "audit", "--quiet", "--json", "out.json", "--output", "out.xlsx", *args, "uji.csv")
    assert done.returncode in (0, 1), done.stderr.decode("utf-8", "replace")
    return json.loads((folder / "out.json").read_text(encoding="utf-8"))


# ---- 300 descriptions ----

def made(opts):
    """(rows, expected): for each line (verdict, excess or None)."""
    maker, table, rows, expected = honor_texts.Maker(33), caps(opts), [], []
    while len(rows) < 300:
        activity, role, tier, words = maker.text()
        unit, cap, _ = table[activity, f"{role}__{tier}" if tier else role] if role else ("OB", Fraction(500000), None)
        above = maker.random.random() < 0.5
        price = cap + maker.random.choice([Fraction(1, 100), 1, 50000, 333333]) if above else cap - maker.random.choice([0, 0, Fraction(1, 100), 1, 100000])
        volume, coefficient, number = maker.volume(unit)
        measure = maker.random.choice(honor_texts.UNITS[unit])
        rows.append(row("9.%04d" % (len(rows) % 7), maker.written(words), coefficient, volume, measure, money(price), price * number))
        expected.append(("belum_diputus", None) if not role else ("di_atas_tarif", money((price - cap) * number)) if above else ("dalam_tarif", None))
    return rows, expected


def texts(opts, folder):
    rows, expected = made(opts)
    found = {rate["line"]: (rate["verdict"], rate["over"]) for rate in audit(opts, folder, rows)["rates"]}
    line, seen = 2, {}
    for cells, want in zip(rows, expected):
        have = found.get(line)
        if have != want:
            yield f"{cells[7]!r} {cells[8:12]}: expected {want}, found {have}"
        seen[want[0]] = seen.get(want[0], 0) + 1
        line += 1 + cells[7].count("\n")
    print(seen)
    if len(rows) != 300 or min(seen.values()) < 30 or seen["di_atas_tarif"] < 100:
        yield f"too few of a kind: {seen}"


# ---- boundaries: unit by unit ----

def r2(text, *cells, **more):
    return lambda unit: row(unit, text, *cells, **more)


N2, MOD, PJ, PTK = "Narasumber Eselon II", "Honor Moderator", "Panitia - Penanggung Jawab", "PPTK nilai pagu di atas 1 M s.d. 2,5 M"
EVENT = [r2("Panitia - Ketua", "1 Orang x 1 Kegiatan", "1", "OK", "300000"), r2("Panitia - Anggota", "4 Orang x 1 Kegiatan", "4", "OK", "300000")]


def guests(n, coefficient="%d Orang x 1 Kali"):
    return r2("Makan siang peserta", coefficient % n, str(n), "Orang / Kali", "30000", account=MEALS)


def secretariat(n, by, coefficient="%d Orang x 6 Bulan"):
    return r2("Sekretariat Tim Pelaksana ditetapkan " + by, coefficient % n, str(6 * n), "OB", "200000", account=TEAM)


def team(sub, murni, kini):
    return r2("Tim", account=TEAM, sub=sub, murni=murni, amount=kini)


# name, check, lines, verdict, excess (None = no finding), severity of the finding, words of the finding or of the reason
CASES = [
    ("equal to the cap", "H01", [r2(N2, "", "2", "OJ", "1000000")], GOOD, None, None, "tidak melampaui"),
    ("one sen above", "H01", [r2(N2, "", "2", "OJ", "1000000.01")], HIT, "0.02", "TINGGI", "Perpres 33/2020)"),
    ("one sen below", "H01", [r2(N2, "", "2", "OJ", "999999.99")], GOOD, None, None, None),
    ("found", "H01", [r2(PJ, "", "3", "OK", "450001")], HIT, "3.00", "TINGGI", None),
    ("sbm_analogue", "H01", [r2(MOD, "", "3", "OK", "700001")], HIT, "3.00", "SEDANG", "tarif belum diverifikasi"),
    ("corroborated", "H01", [r2("PPTK pagu s.d. Rp100 juta", "", "3", "OB", "1010001")], HIT, "3.00", "SEDANG", "tarif belum diverifikasi"),
    ("unverified", "H01", [r2("Honorarium Pejabat Pengadaan", "", "3", "OB", "680001")], HIT, "3.00", "SEDANG", "tarif belum diverifikasi"),
    ("regional data", "H01", [r2(PTK, "", "3", "OB", "1910001")], HIT, "3.00", "TINGGI", None),
    ("within a cap that is not verified", "H01", [r2(MOD, "", "3", "OK", "700000")], UNTESTED, None, None, "belum diverifikasi"),
    ("another unit", "H01", [r2(N2, "", "2", "OB", "9000000")], UNTESTED, None, None, "belum dapat diputus"),
    ("another unit is noted", "H02", [r2(N2, "", "2", "OB", "9000000", amount=18000000)], HIT, "18000000.00", "RENDAH", "standar orang/jam"),
    ("the standard's unit", "H02", [r2(N2, "", "2", "OJ", "9000000")], GOOD, None, None, None),
    ("a unit that nobody knows", "H01", [r2(N2, "", "2", "Paket", "9000000")], UNTESTED, None, None, "belum dapat diputus"),
    ("the unit stands in the coefficient", "H01", [r2(N2, "1 Orang x 2 Jam", "2", "Orang", "1000001")], HIT, "2.00", "TINGGI", None),
    ("unit and coefficient disagree", "H01", [r2(N2, "1 Orang x 2 Bulan", "2", "OJ", "1000001")], UNTESTED, None, None, None),
    ("volume and coefficient disagree", "H01", [r2(N2, "1 Orang x 2 Jam", "3", "OJ", "1000001")], UNTESTED, None, None, None),
    ("a price that is the total", "H01", [r2(N2, "", "2", "OJ", "1200000", amount=1200000)], UNTESTED, None, None, None),
    ("a total of one", "H01", [r2(N2, "", "1", "OJ", "1200000", amount=1200000)], HIT, "200000.00", "TINGGI", None),
    ("only a coefficient", "H01", [r2(N2, "2 OJ", "", "", "1000001")], HIT, "2.00", "TINGGI", None),
    ("half an hour", "H01", [r2(N2, "", "1.5", "OJ", "1000001")], HIT, "1.50", "TINGGI", None),
    ("no price", "H01", [r2(N2, "", "2", "OJ", "")], UNTESTED, None, None, "belum dapat diputus"),
    ("a price of zero", "H01", [r2(N2, "", "2", "OJ", "0")], UNTESTED, None, None, None),
    ("a correction takes everything back", "H01", [r2(N2, "", "2", "OJ", "1200000"), r2(N2, "", "-2", "OJ", "1200000", amount=-2400000)], GOOD, None, None, None),
    ("a correction takes a part back", "H01", [r2(N2, "", "3", "OJ", "1200000"), r2(N2, "", "-1", "OJ", "1200000", amount=-1200000)], HIT, "400000.00", "TINGGI", None),
    ("a price below zero", "H01", [r2(N2, "", "3", "OJ", "1200000"), r2(N2, "", "1", "OJ", "-1200000", amount=-1200000)], HIT, "400000.00", "TINGGI", None),
    ("cut to nothing", "H01", [r2(N2, "", "3", "OJ", "1200000", murni=3600000, amount=0)], UNTESTED, None, None, None),
    ("a hit beside an undecided line", "H01", [r2(N2, "", "2", "OJ", "1000001"), r2("Honorarium Narasumber", "", "2", "OJ", "9000000")], HIT, "2.00", "TINGGI", None),
    ("nothing of the kind", "H01", [r2("Uang harian", account=TRAVEL)], NONE, None, None, None),
    ("5 of 50", "H05", EVENT + [guests(50)], GOOD, None, None, None),
    ("5 of 49", "H05", EVENT + [guests(49)], HIT, "1000000.00", "RENDAH", "panitia 5 orang, peserta 49 orang"),
    ("no participants", "H05", EVENT, UNTESTED, None, None, None),
    ("participants times meals", "H05", EVENT + [guests(60, "%d Orang / Kali")], UNTESTED, None, None, None),
    ("too few even so", "H05", EVENT + [guests(40, "%d Orang / Kali")], HIT, "1000000.00", "RENDAH", None),
    ("the committee's size is not told", "H05", [r2("Panitia - Anggota", "40 OK", "40", "OK", "300000"), guests(50)], UNTESTED, None, None, None),
    ("no original budget of the team", "H08", [team("3.27.01.2.01.0001", "", 1000000)], UNTESTED, None, None, None),
    ("as many teams", "H08", [team("1.02.01.2.06.0009", 10, 5), team("1.02.01.2.06.0008", 10, 5)], HIT, "10.00", "SEDANG", "semula 2"),
    ("one team fewer", "H08", [team("1.02.01.2.06.0009", 10, 5), team("1.02.01.2.06.0008", 10, 0)], GOOD, None, None, None),
    ("one team more", "H08", [team("1.02.01.2.06.0009", 10, 5), team("1.02.01.2.06.0008", 0, 5)], HIT, "10.00", "SEDANG", None),
    ("no team any more", "H08", [team("1.02.01.2.06.0009", 10, 0)], GOOD, None, None, None),
    ("10 persons", "H10", [secretariat(10, "Bupati")], GOOD, None, None, None),
    ("11 persons", "H10", [secretariat(11, "Bupati")], HIT, "1000000.00", "SEDANG", "11 orang, paling banyak 10"),
    ("7 persons of the secretary", "H10", [secretariat(7, "Sekda")], GOOD, None, None, None),
    ("8 persons of the secretary", "H10", [secretariat(8, "Sekda")], HIT, "1000000.00", "SEDANG", "angka belum diverifikasi"),
    ("persons times months", "H10", [r2("Sekretariat Tim Pelaksana ditetapkan Bupati", "66 Orang / Bulan", "66", "OB", "200000", account=TEAM)], UNTESTED, None, None, None),
    ("12 months", "H13", [r2("Honorarium", "2 Orang x 12 Bulan", "24", "OB", "1")], GOOD, None, None, None),
    ("13 months", "H13", [r2("Honorarium", "1 orang 13 bulan", "13", "OB", "1")], HIT, "1000000.00", "SEDANG", "13 bulan"),
    ("12 person-months", "H13", [r2("Honorarium", "12 Orang / Bulan", "12", "OB", "1")], GOOD, None, None, None),
    ("13 person-months may be two persons", "H13", [r2("Honorarium", "13 Orang / Bulan", "13", "OB", "1")], UNTESTED, None, None, None),
    ("no months", "H13", [r2(N2, "", "20", "OJ", "1")], NONE, None, None, None),
    ("no table for travel", "T15", [r2("Uang harian luar daerah", "3 OH", "3", "OH", "9000000", account=TRAVEL)], UNTESTED, None, None, "--caps"),
]


def local(*lines):
    return "\n".join([CAP_HEADER, *lines]) + "\n"


def perbup(cap, role="narasumber_pembahas,eselon_2", unit="OJ", certainty="", since="", until="", where=""):
    return f"Perbup 12/2025,{role},{unit},{cap},{certainty},{since},{until},{where}"


# name, table of the region, more arguments, check, lines, verdict, excess, severity, words
LOCAL = [
    ("lower", local(perbup(900000)), [], "H01", [r2(N2, "", "2", "OJ", "900001")], HIT, "2.00", "TINGGI", "Perbup 12/2025"),
    ("equal to the lower", local(perbup(900000)), [], "H01", [r2(N2, "", "2", "OJ", "900000")], GOOD, None, None, None),
    ("higher: the national one holds", local(perbup(1500000)), [], "H01", [r2(N2, "", "2", "OJ", "1000001")], HIT, "2.00", "TINGGI", "Perpres 33/2020"),
    ("another unit of its own", local(perbup(500000, unit="OK")), [], "H01", [r2(N2, "", "2", "OK", "500001")], HIT, "2.00", "TINGGI", "Perbup 12/2025"),
    ("not verified", local(perbup(900000, certainty="unverified")), [], "H01", [r2(N2, "", "2", "OJ", "900001")], HIT, "2.00", "SEDANG", "belum diverifikasi"),
    ("last day", local(perbup(900000, until="2025-06-30")), ["-p", "2025-06"], "H01", [r2(N2, "", "2", "OJ", "900001")], HIT, "2.00", "TINGGI", None),
    ("the day after", local(perbup(900000, until="2025-06-29")), ["-p", "2025-06"], "H01", [r2(N2, "", "2", "OJ", "900001")], GOOD, None, None, None),
    ("first day", local(perbup(900000, since="2025-06-30")), ["-p", "2025-06"], "H01", [r2(N2, "", "2", "OJ", "900001")], HIT, "2.00", "TINGGI", None),
    ("the day before", local(perbup(900000, since="2025-07-01")), ["-p", "2025-06"], "H01", [r2(N2, "", "2", "OJ", "900001")], GOOD, None, None, None),
    ("travel", local(perbup(380000, "uang_harian,luar_daerah", "OH")), [], "T15", [r2("Uang harian luar daerah", "3 OH", "3", "OH", "380001", account=TRAVEL)], HIT, "3.00",
     "TINGGI", "Perbup 12/2025"),
    ("travel at the standard", local(perbup(380000, "uang_harian,luar_daerah", "OH")), [], "T15", [r2("Uang harian luar daerah", "3 OH", "3", "OH", "380000", account=TRAVEL)],
     GOOD, None, None, None),
    ("travel there", local(perbup(500000, "penginapan,eselon_3", "OH", where="jawa barat;bandung"), perbup(900000, "penginapan,eselon_3", "OH", where="jakarta")), [], "T15",
     [r2("Penginapan Eselon III Bandung", "1 OH", "1", "OH", "600000", account=TRAVEL)], HIT, "100000.00", "TINGGI", None),
    ("travel elsewhere", local(perbup(500000, "penginapan,eselon_3", "OH", where="bandung")), [], "T15",
     [r2("Penginapan Eselon III Surabaya", "1 OH", "1", "OH", "600000", account=TRAVEL)], UNTESTED, None, None, None),
    ("2026: no national cap", None, ["--rules", "efisiensi-2026", "--what-if"], "H01", [r2(N2, "", "2", "OJ", "9000000")], UNTESTED, None, None, "Perpres 72/2025"),
    ("2026: the region's table", local(perbup(900000)), ["--rules", "efisiensi-2026", "--what-if"], "H01", [r2(N2, "", "2", "OJ", "900001")], HIT, "2.00", "TINGGI", "Perbup"),
]


def judge(result, name, unit, check, verdict, excess, severity, words):
    have = next(c for c in result["checks"] if c["id"] == check and c["unit"] in (unit, None))  # None: said once, for the region
    finding = next((f for f in result["findings"] if f["check"] == check and f["unit"] == unit), None)
    said = (finding["text"] if finding else "") + " " + have["reason"]
    if (have["verdict"], finding and finding["amount"], finding and finding["severity"]) != (verdict, excess, severity) or (words and words not in said):
        yield f"{check} {name}: expected {verdict} {excess} {severity} {words!r}, found {have['verdict']} {said!r} {finding and (finding['amount'], finding['severity'])}"


def completeness():
    """tests/audit/test_check_kinds leaves the cases of these checks to this test: each has a hit, a near miss and one that cannot be tested."""
    verdicts = {}
    for check, verdict in [(case[1], case[3]) for case in CASES] + [(case[3], case[5]) for case in LOCAL] + [("H02", UNTESTED)]:  # H02: missing_columns
        verdicts.setdefault(check, set()).add(verdict)
    for check in ("H01", "H02", "H05", "H08", "H10", "H13", "T15"):
        if {HIT, GOOD, UNTESTED} - verdicts.get(check, set()):
            yield f"{check} lacks {sorted({HIT, GOOD, UNTESTED} - verdicts.get(check, set()))}"


def boundaries(opts, folder):
    yield from completeness()
    rows, units = [], {}
    for i, (name, *case) in enumerate(CASES):
        units[name] = "8.%04d" % i
        rows += [make(units[name]) for make in case[1]]
    assert len(units) == len(CASES)
    result = audit(opts, folder, rows)
    for name, check, _, *want in CASES:
        yield from judge(result, name, units[name], check, *want)


def region_tables(opts, folder):
    for name, table, args, check, lines, *want in LOCAL:
        if table:
            (folder / "perbup.csv").write_text(table, encoding="utf-8")
        result = audit(opts, folder, [make("8.0001") for make in lines], *args, *(["--caps", "perbup.csv"] if table else []))
        yield from judge(result, name, "8.0001", check, *want)
        if table and (result["caps"]["local"]["rows"] != table.count("\n") - 1 or len(result["caps"]["local"]["sha256"]) != 64):
            yield f"{name}: the table is not told: {result['caps']}"


def missing_columns(opts, folder):
    """A check that lacks its columns says which one, and is not met."""
    line = row("8.0001", N2, "2 OJ", "2", "OJ", "9000000")
    for gone, words in (["HARGA SATUAN"], "kolom harga satuan tidak ada"), (["SATUAN", "KOEFISIEN"], "kolom satuan dan koefisien tidak ada"):
        kept = [i for i, name in enumerate(HEADER) if name not in gone]
        result = audit(opts, folder, [[line[i] for i in kept]], header=[HEADER[i] for i in kept])
        for check in ("H01", "H02"):
            yield from judge(result, "without " + gone[0], "8.0001", check, UNTESTED, None, None, words)


def printed_budget(opts, folder):
    """A DPA prints prices below the account: each explanation is a price of its own, with its own line number."""
    text = (program.DEMO.parent / "shapes" / "S17_rka.csv").read_text(encoding="utf-8")
    text = text.replace("5.1.02.04.01.0001,Belanja Perjalanan Dinas Biasa", "5.1.02.02.01.0003,Honorarium Narasumber").replace("Belanja Perjalanan Dinas", "Belanja Jasa")
    text = text.replace("5.1.02.04.01,", "5.1.02.02.01,").replace("5.1.02.04,", "5.1.02.02,").replace("100 OH,OH,400000", "40 OJ,Orang / Jam,1000000")
    text = text.replace("Uang harian", "Narasumber Eselon II").replace("Transport,40 OT,OT,500000", "Narasumber Eselon III ke bawah,20 OJ,Orang / Jam,1000000")
    (folder / "uji.csv").write_text(text, encoding="utf-8")
    done = program.run(opts, folder, "audit", "--quiet", "--json", "out.json", "--output", "out.xlsx", "uji.csv")
    rates = json.loads((folder / "out.json").read_text(encoding="utf-8"))["rates"] if done.returncode in (0, 1) else done.stderr.decode()
    at = {n: line for n, line in enumerate(text.splitlines(), 1)}
    found = [(at[r["line"]].split(",")[1], r["verdict"], r["over"]) for r in rates] if isinstance(rates, list) else rates
    if found != [("Narasumber Eselon II", "dalam_tarif", None), ("Narasumber Eselon III ke bawah", "di_atas_tarif", "2000000.00")]:
        yield f"printed budget: {found}"


def main():
    opts, faults = program.options(), []
    for part in (texts, boundaries, region_tables, missing_columns, printed_budget):
        with program.empty_folder() as folder:
            faults += list(part(opts, folder))
    print(*faults, sep="\n")
    print(f"300 texts, {len(CASES) + len(LOCAL)} boundaries: {len(faults)} faults")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
