#!/usr/bin/env python3
"""What a user would write instead, on the files of the bench: sums of each unit and kind of spending, by pandas with XlsxWriter or by DuckDB.

  peers.py pandas|duckdb                                     is it installed?
  peers.py pandas|duckdb REPORT.json OUT FILE.csv...         the sums into OUT; ends with 1 when a total is not that of effcheck's JSON

Texts are read as text, amounts as whole numbers; a kind is found by words that a text contains, no regular expressions. No clause, no checks,
no rejected rows, no other number formats. The foot of each file has no account. DuckDB is that of npm (@duckdb/node-api, found by NODE_PATH).
"""
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

MEASURES = {"murni": "PAGU MURNI", "kini": "PAGU", "realisasi": "REALISASI"}
UNIT, ACCOUNT = "KODE SKPD", "KODE REKENING"
WORDS_IN = ("NAMA REKENING", "URAIAN")
KINDS = {
    "perjalanan dinas": ("perjalanan dinas", "uang harian", "tiket", "penginapan"),
    "honorarium": ("honorarium", "narasumber", "moderator"),
    "seremonial": ("jamuan", "upacara", "peringatan", "spanduk"),
    "rapat": ("makanan dan minuman", "rapat"),
    "pencetakan": ("cetak", "penggandaan"),
    "sosialisasi": ("sosialisasi", "seminar", "bimbingan teknis"),
}
DUCKDB = Path(__file__).with_name("peer_duckdb.cjs")


def by_pandas(files, out):
    import numpy
    import pandas

    lines = pandas.concat([pandas.read_csv(name, dtype=str, keep_default_na=False) for name in files], ignore_index=True)
    lines = lines[lines[ACCOUNT] != ""]
    text = lines[WORDS_IN[0]].str.cat(lines[WORDS_IN[1]], sep=" | ").str.lower()
    found = [numpy.logical_or.reduce([text.str.contains(word, regex=False) for word in words]) for words in KINDS.values()]
    table = pandas.DataFrame({"unit": lines[UNIT], "kind": numpy.select(found, list(KINDS), "lain")})
    for name, column in MEASURES.items():
        table[name] = lines[column].replace("", "0").astype("int64")
    sums = table.groupby(["unit", "kind"], as_index=False).sum()
    sums.to_excel(out, engine="xlsxwriter", index=False)
    return {name: int(sums[name].sum()) for name in MEASURES}


def by_duckdb(files, out):
    contains = {kind: " OR ".join(f"contains(words, '{word}')" for word in words) for kind, words in KINDS.items()}
    kind = "CASE " + " ".join(f"WHEN {test} THEN '{name}'" for name, test in contains.items()) + " ELSE 'lain' END"
    words = " || ' | ' || ".join(f'coalesce("{column}", \'\')' for column in WORDS_IN)
    amounts = ", ".join(f'coalesce(CAST("{column}" AS BIGINT), 0) AS {name}' for name, column in MEASURES.items())
    sums = ", ".join(f"CAST(sum({name}) AS VARCHAR) AS {name}" for name in MEASURES)
    sql = (f"SELECT unit, {kind} AS kind, {sums} FROM (SELECT \"{UNIT}\" AS unit, lower({words}) AS words, {amounts} "
           f"FROM read_csv({files!r}, all_varchar = true, header = true) WHERE \"{ACCOUNT}\" IS NOT NULL AND \"{ACCOUNT}\" <> '') GROUP BY ALL ORDER BY ALL")
    said = subprocess.run(["node", str(DUCKDB)], input=sql.encode(), stdout=subprocess.PIPE, check=True).stdout
    rows = json.loads(said)
    with open(out, "w", encoding="utf-8") as file:
        file.writelines(",".join(row) + "\n" for row in rows)
    return {name: sum(int(row[2 + i]) for row in rows) for i, name in enumerate(MEASURES)}


def is_installed(name):
    if name == "duckdb":
        return subprocess.run(["node", str(DUCKDB), "--installed"], capture_output=True, check=False).returncode == 0
    __import__("pandas"), __import__("xlsxwriter")
    return True


def main():
    name = sys.argv[1]
    if len(sys.argv) == 2:
        return 0 if is_installed(name) else 1
    with open(sys.argv[2], encoding="utf-8") as file:
        files = json.load(file)["files"]
    wanted = {measure: sum(Decimal(f["sums"][measure]) for f in files) for measure in MEASURES}
    found = {"pandas": by_pandas, "duckdb": by_duckdb}[name](sys.argv[4:], sys.argv[3])
    for measure in MEASURES:
        if found[measure] != wanted[measure]:
            print(f"{name}: {measure} is {found[measure]}, effcheck says {wanted[measure]}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
