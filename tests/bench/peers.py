#!/usr/bin/env python3
"""The totals of the bench files by pandas with XlsxWriter, or by DuckDB, compared with those of effcheck's JSON.

  peers.py pandas|duckdb                                     is it installed?
  peers.py pandas|duckdb REPORT.json OUT.xlsx FILE.csv...    sums per unit and account into OUT.xlsx; ends with 1 when a total differs

What a careful analyst would write in an hour: no classes, no checks, no rejects. The foot of each file has no account.
"""
import json
import sys
from decimal import Decimal

MEASURES = {"murni": "PAGU MURNI", "kini": "PAGU", "realisasi": "REALISASI"}
KEYS = ["KODE SKPD", "KODE REKENING"]


def by_pandas(files, out):
    import pandas
    import xlsxwriter  # noqa: F401 (the engine)

    columns = KEYS + list(MEASURES.values())
    lines = pandas.concat(pandas.read_csv(name, usecols=columns, dtype={k: str for k in KEYS}) for name in files)
    sums = lines.dropna(subset=["KODE REKENING"]).groupby(KEYS, as_index=False).sum()
    sums.to_excel(out, engine="xlsxwriter", index=False)
    return {name: int(sums[column].sum()) for name, column in MEASURES.items()}


def by_duckdb(files, out):
    import duckdb

    sums = ", ".join('sum("%s")::HUGEINT' % column for column in MEASURES.values())
    names = ", ".join('"%s"' % key for key in KEYS)
    table = duckdb.sql('SELECT %s, %s FROM read_csv(%r, all_varchar = false) WHERE "KODE REKENING" IS NOT NULL GROUP BY ALL' % (names, sums, files))
    rows = table.fetchall()
    with open(out + ".csv", "w", encoding="utf-8") as file:
        file.writelines(",".join(map(str, row)) + "\n" for row in rows)
    return {name: sum(int(row[len(KEYS) + i]) for row in rows) for i, name in enumerate(MEASURES)}


def main():
    work = {"pandas": by_pandas, "duckdb": by_duckdb}[sys.argv[1]]
    if len(sys.argv) == 2:
        __import__(sys.argv[1])
        if sys.argv[1] == "pandas":
            __import__("xlsxwriter")
        return 0
    with open(sys.argv[2], encoding="utf-8") as file:
        files = json.load(file)["files"]
    wanted = {name: sum(Decimal(f["sums"][name]) for f in files) for name in MEASURES}
    found = work(sys.argv[4:], sys.argv[3])
    for name in MEASURES:
        if found[name] != wanted[name]:
            print("%s: %s is %s, effcheck says %s" % (sys.argv[1], name, found[name], wanted[name]), file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
