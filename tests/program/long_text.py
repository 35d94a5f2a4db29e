"""A file so long that two threads read its halves gives the same report as one thread does; so does one whose halves cannot be told apart."""

import sys

import program

LONG = 32 << 20  # bytes: LONG_TEXT in cmd/run.c, halves_from
HEAD = "TAHUN,KODE SKPD,NAMA SKPD,KODE SUB KEGIATAN,NAMA SUB KEGIATAN,KODE REKENING,NAMA REKENING,NAMA PAKET,SPESIFIKASI,HARGA SATUAN,PAGU MURNI,PAGU,REALISASI\n"
ACCOUNTS = (("5.1.02.04.01.0001", "Belanja Perjalanan Dinas Biasa"), ("5.1.02.01.01.0052", "Belanja Makanan dan Minuman Rapat"),
            ("5.1.02.02.01.0003", "Honorarium Narasumber"), ("5.1.02.01.01.0024", "Belanja Alat Tulis Kantor"))
WORDS = "disiapkan untuk kegiatan yang dilaksanakan di dalam daerah sesuai dengan jadwal dan kerangka acuan kerja tahun berjalan, " * 3


def row(number):
    account, name = ACCOUNTS[number % len(ACCOUNTS)]
    return (f"2025,1.02.0.00.0.00.{number % 7:02}.0000,Dinas {number % 7},1.02.01.2.06.{number % 40:04},Rapat {number % 40},{account},{name},"
            f"Paket {number},\"{WORDS}\",\"{number % 900 + 1}.000,50\",{number}00,{number}00,{number % 999}\n")


def text(broken):
    body = "".join(row(number) for number in range(LONG // len(row(100)) + 2000))
    cell = '"' + "satu\ndua\n" * (LONG // 80) + '"' if broken else "tiga"
    middle = body.index("\n", len(body) // 2) + 1
    return HEAD + body[:middle] + row(7).replace("Paket 7", cell) + body[middle:]


def report(opts, path, threads):
    with program.empty_folder() as folder:
        done = program.run(opts, folder, "audit", "--quiet", "-j", threads, "--output", "report.xlsx", "--json", "out.json", str(path))
        assert done.returncode == program.FINDINGS, f"status {done.returncode}: {done.stderr.decode()[:500]}"
        return (folder / "report.xlsx").read_bytes(), (folder / "out.json").read_bytes(), done.stderr


def main():
    opts = program.options()
    with program.empty_folder() as folder:
        for broken in (False, True):
            path = folder / "opd_panjang.csv"
            path.write_text(text(broken))
            assert path.stat().st_size > LONG
            one, two = report(opts, path, "1"), report(opts, path, "2")
            assert one == two, f"broken {broken}: the reports of one and of two threads differ"
    print("two long files, the same reports with one thread and with two")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:  # for `dev tsan`
        with open(sys.argv[2], "w") as out:
            out.write(text(False))
    else:
        main()
