"""effcheck verify: the report of these files is the same, any other is different by name, and anything else is no report."""

import re
import shutil
import sys
import zipfile

import program
import xlsx

SAME, NOT_OURS, DIFFERENT, OPEN = 0, 2, 3, 4
faults = []


def check(name, done, status, *words):
    said = done.stdout.decode() + done.stderr.decode()
    if done.returncode != status:
        faults.append(f"{name}: status {done.returncode}, not {status}: {said[:400]}")
    faults.extend(f"{name}: does not say {word!r}: {said[:400]}" for word in words if word not in said)


def copies(folder):
    for path in program.demo_files("opd") + program.demo_files("murni"):
        shutil.copy(path, folder)
    return sorted(path.name for path in folder.glob("*.csv"))


def verify_demo(opts):
    with program.empty_folder() as folder:
        files = copies(folder)
        opd = [name for name in files if name.startswith("opd")]
        made = program.run(opts, folder, "-q", "-p", "2025-10", "--region", "Kabupaten Contoh Raya", "-o", "report.xlsx", "--baseline", "murni_*.csv", *opd)
        assert made.returncode == program.FINDINGS, made.stderr
        check("same files, options recalled", program.run(opts, folder, "verify", "report.xlsx", *files), SAME, "sama: ")
        check("in English", program.run(opts, folder, "verify", "--lang", "en", "report.xlsx", *files[::-1]), DIFFERENT, "setelan --lang: report nothing, now en")
        check("another day counts as today's", program.run(opts, folder, "verify", "report.xlsx", *files, SOURCE_DATE_EPOCH="1800000000"), SAME)
        check("another period", program.run(opts, folder, "verify", "-p", "2025-09", "report.xlsx", *files), DIFFERENT,
              "setelan --period: laporan 2025-10, sekarang 2025-09")
        check("a file is missing", program.run(opts, folder, "verify", "report.xlsx", *files[:-1]), DIFFERENT, f"berkas {files[-1]}: laporan ")
        check("rules of another year", program.run(opts, folder, "verify", "--rules", "efisiensi-2026", "report.xlsx", *files), NOT_OURS, "[tahun-lain]")
        check("a file that is not there", program.run(opts, folder, "verify", "report.xlsx", "tidak_ada_*.csv"), NOT_OURS, "[pola-kosong]")
        edit_cells(opts, folder, files)
        victim = folder / opd[4]
        text = victim.read_bytes()
        victim.write_bytes(text.replace(b"Rp 1.414.000,00", b"Rp 1.414.001,00", 1))
        assert victim.read_bytes() != text
        check("one rupiah more", program.run(opts, folder, "verify", "report.xlsx", *files), DIFFERENT, f"berkas {opd[4]}: laporan ",
              "jumlah kelas pendukung: laporan kini 17532452300.00, sekarang kini 17532452301.00",
              "jumlah OPD 4.02.0.00.0.00.01.0000")


def edit_cells(opts, folder, files):
    """What a reader writes into empty cells is the reader's own; a figure or word of the report is not."""
    def edited(name, pattern, replacement):
        with zipfile.ZipFile(folder / "report.xlsx") as old, zipfile.ZipFile(folder / name, "w") as new:
            for part in old.namelist():
                data = old.read(part)
                if part == "xl/worksheets/sheet1.xml":
                    data, n = re.subn(pattern, replacement, data, count=1)
                    assert n == 1, pattern
                new.writestr(part, data)
        return program.run(opts, folder, "verify", name, *files)

    check("a figure of page one", edited("figure.xlsx", rb"<v>1555287600.5</v>", b"<v>1555287600</v>"), DIFFERENT, "Ringkasan I",
          "laporan 1555287600, sekarang 1555287600.5")
    check("a note beside", edited("note.xlsx", rb"(</row>)", rb'<c r="XFD1" t="str"><v>sudah dibaca</v></c>\1'), SAME, "sama: ")


def verify_others(opts):
    with program.empty_folder() as folder:
        files = copies(folder)
        xlsx.write(folder / "other.xlsx", [("Jejak", False, [["Hal", "Kunci", "Nilai"]] * 9)])
        (folder / "text.xlsx").write_text("laporan")
        for name in ("other.xlsx", "text.xlsx", "none.xlsx"):
            check(name, program.run(opts, folder, "verify", name, *files), NOT_OURS, "[bukan-laporan-effcheck]")


def open_elsewhere(opts):
    """The owner file of a spreadsheet stands beside the old report: the new one gets the next free name, and the status says so."""
    for owner in ("~$report.xlsx", ".~lock.report.xlsx#"):
        with program.empty_folder() as folder:
            files = copies(folder)[:3]
            (folder / "report.xlsx").write_text("laporan lama")
            (folder / "report (2).xlsx").write_text("juga")
            (folder / owner).touch()
            done = program.run(opts, folder, "-o", "report.xlsx", *files)
            check(owner, done, OPEN, "[laporan-bernama-lain]", '"report (3).xlsx"', "Laporan: report (3).xlsx")
            assert (folder / "report.xlsx").read_text() == "laporan lama"
            check("the other name", program.run(opts, folder, "verify", "report (3).xlsx", *files), SAME)
            left = sorted(path.name for path in folder.iterdir() if path.suffix == ".tmp")
            faults.extend(f"{owner}: {name} is left" for name in left)


def main():
    opts = program.options()
    verify_demo(opts)
    verify_others(opts)
    open_elsewhere(opts)
    print("\n".join(faults) or "verify: same, different, not ours; open reports are left alone")
    sys.exit(1 if faults else 0)


main()
