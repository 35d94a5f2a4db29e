"""Cases from the real world, word for word as the list of checks gives them: the case, what is expected, and the same through the program."""

import json
import sys

import program

HEAD = "Tahun,Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Nama Sub Kegiatan,Kode Rekening,Nama Rekening,Uraian,Pagu Murni,Pagu,Realisasi"
TRAVEL, HOTEL, RENT, MEALS, UNIFORM = "5.1.02.04.01.0001", "5.1.02.02.05.0043", "5.1.02.02.04.0036", "5.1.02.01.01.0052", "5.1.02.01.01.0063"


def line(account, murni, kini, realisasi="0", activity="Pengelolaan Layanan", unit="4.02.0.00.0.00.01.0000,Sekretariat DPRD"):
    return f"2025,{unit},4.02.02.2.01.0009,{activity},{account},Belanja,Uraian,{murni},{kini},{realisasi}"


def check(result, id, verdict, gap=None, reason=""):
    found = [c for c in result["checks"] if c["id"] == id and (id != "T01" or c["unit"])]
    assert any(c["verdict"] == verdict and (gap is None or c["gap"] == gap) and reason in c["reason"] for c in found), (id, found)


def class_is_not(result, name):
    assert all(amounts["lines"] == 0 for amounts in [result["units"][0]["classes"].get(name, {"lines": 0})]), result["units"][0]["classes"]


def realisation(result):
    return result["files"][0]["sums"]["realisasi"] if result["files"][0]["sums"] else None


def banyuasin(result):
    check(result, "T05", "tidak_patuh")
    classes = result["units"][0]["classes"]["perjalanan_dinas"]
    murni, spent = (int(classes[m].replace(".", "")) for m in ("murni", "realisasi"))
    assert round(spent * 10000 / murni) == 5286, (spent, murni)


CASES = [
    ("murni 173 jt → kini 93 jt, claim 50%", "T01 hit (46.2%), gap 6.5 jt, T07 hit", [line(TRAVEL, 173000000, 93000000)],
     lambda r: (check(r, "T01", "tidak_patuh", "6500000.00", "46,24%"), check(r, "T07", "perlu_pertimbangan", "6500000.00", "50,00%"))),
    ("murni 17.0 M → 8.5 M (Trenggalek DPRD)", "T01 passes at exactly 50%", [line(TRAVEL, 17000000000, 8500000000)],
     lambda r: check(r, "T01", "patuh", "0.00", "50,00%")),
    ("murni 92 M → 46 M (Malang)", "T02 passes", [line(TRAVEL, 92000000000, 46000000000)], lambda r: check(r, "T02", "patuh", "0.00", "50,00%")),
    ("murni 1 rupiah odd: 101 → 51", "T01 hit by 1 (51 > 50) ; policy tolerance may waive", [line(TRAVEL, "1.01", "0.51")],
     lambda r: check(r, "T01", "tidak_patuh", "0.01")),
    ("travel cut 100, hotel + sewa + mamin up 60", "T09 hit (60%)",
     [line(TRAVEL, 200, 100), line(HOTEL, 0, 20), line(RENT, 10, 30), line(MEALS, 0, 20)], lambda r: check(r, "T09", "perlu_pertimbangan", "60.00", "60,00%")),
    ('line "Sistem Peringatan Dini Bencana"', "not seremonial", [line("", 5, 5, activity="Sistem Peringatan Dini Bencana")],
     lambda r: class_is_not(r, "seremonial")),
    ('line "Cetak Sawah Baru"', "not pencetakan", [line("", 5, 5, activity="Cetak Sawah Baru")], lambda r: class_is_not(r, "pencetakan")),
    ("SP2D 1 with 5 rows of Nilai SP2D 50 jt", "realisation ≠ 250 jt", None,
     lambda r: (check(r, "Q07", "perlu_pertimbangan"), _differs(realisation(r), "250000000.00"))),
    ("pakaian dinas 681 jt → 2,270 jt", "R02 hit", [line(UNIFORM, 681000000, 2270000000)],
     lambda r: check(r, "R02", "perlu_pertimbangan", "1589000000.00")),
    ("Banyuasin 2023: net 47,694,141,116 of 90,226,275,898", "52.86%", [line(TRAVEL, 90226275898, 90226275898, 47694141116)], banyuasin),
]
SP2D = "Tahun,Kode SKPD,Nama SKPD,Kode Sub Kegiatan,Kode Rekening,Nomor SP2D,Nilai SP2D\n" + "2025,1.02,Dinas,1.02.02.2.01.0009,5.1.02.04.01.0001,1,50000000\n" * 5


def _differs(found, wrong):
    assert found != wrong, found


def main():
    opts, faults = program.options(), []
    for case, expected, lines, judge in CASES:
        with program.empty_folder() as folder:
            (folder / "data.csv").write_text(SP2D if lines is None else "\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
            (folder / "klaim.csv").write_text("opd,kelas,persen\nSekretariat DPRD,Perjalanan dinas,50\n", encoding="utf-8")
            claims = ["--claims", "klaim.csv"] if "claim" in case else []
            program.run(opts, folder, "audit", "--quiet", "--json", "out.json", *claims, "data.csv")
            result = json.loads((folder / "out.json").read_text(encoding="utf-8"))
        try:
            judge(result)
        except AssertionError as fault:
            faults.append(f"{case} -> {expected}: {fault}")
    print(*faults, sep="\n")
    print(f"{len(CASES)} cases, {len(faults)} fail")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
