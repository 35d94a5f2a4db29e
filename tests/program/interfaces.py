"""The machine interfaces: fixed names, exact money, and JSON and CSV that tell the same story to the last sen."""

import csv
import hashlib
import io
import json
import re
import sys
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import program

MEASURES = ("murni", "kini", "realisasi")
KEYS = {
    "files": "path sheet sha256 encoding delimiter year unit rows_read rows_used rows_excluded rows_rejected sums stated reconciled months",
    "units": "code name classes",
    "checks": "id unit verdict reason murni kini realisasi limit gap",
    "findings": "id check unit severity amount exception status age_months previous_amount text lines",
    "workbooks": "unit path sha256 lines rejected",
}
OBJECTS = {"control": "rows_read rows_used rows_excluded rows_rejected balanced", "pack": "id version fiscal_year sha256"}
COLUMNS = ("file,line,unit_code,unit_name,sub_kegiatan_code,sub_kegiatan,account,account_name,text,murni,kini,realisasi,"
           "class,purposes,rule,rule_at,matched,runner_up").split(",")
VERDICTS = {"patuh", "tidak_patuh", "perlu_pertimbangan", "tidak_dapat_diuji", "tidak_berlaku"}
MONEY = re.compile(r"-?(0|[1-9]\d*)\.\d\d")


def money_faults(where, value):
    if value is not None and not (isinstance(value, str) and MONEY.fullmatch(value)):
        yield f"{where}: {value!r} is no amount"


def shape_faults(result):
    for name, keys in OBJECTS.items():
        if set(result[name]) != set(keys.split()):
            yield f"{name}: members {sorted(result[name])}"
    for name, keys in KEYS.items():
        if not result[name]:
            yield f"{name} is empty"
        for i, item in enumerate(result[name]):
            if set(item) != set(keys.split()):
                yield f"{name}[{i}]: members {sorted(item)}"


def value_faults(result):
    for i, file in enumerate(result["files"]):
        for group in ("sums", "stated"):
            for m in MEASURES:
                yield from money_faults(f"files[{i}].{group}.{m}", file[group][m])
        if file["sha256"] != hashlib.sha256(Path(file["path"]).read_bytes()).hexdigest():
            yield f"files[{i}].sha256 is wrong"
        if file["rows_read"] != file["rows_used"] + file["rows_excluded"] + file["rows_rejected"]:
            yield f"files[{i}]: rows do not balance"
    for i, check in enumerate(result["checks"]):
        if check["verdict"] not in VERDICTS:
            yield f"checks[{i}].verdict: {check['verdict']}"
        for m in (*MEASURES, "limit", "gap"):
            yield from money_faults(f"checks[{i}].{m}", check[m])
    ids = [finding["id"] for finding in result["findings"]]
    yield from (f"finding id {x} stands twice" for x in sorted({x for x in ids if ids.count(x) > 1}))
    for rows in ("rows_read", "rows_used", "rows_excluded", "rows_rejected"):
        if result["control"][rows] != sum(file[rows] for file in result["files"]):
            yield f"control.{rows} is not the sum of the files"
    if result["control"]["balanced"] is not True:
        yield "control.balanced"


def add(totals, key, amounts):
    totals[key]["lines"] += 1
    for m in MEASURES:
        if amounts[m] not in (None, ""):
            totals[key][m] = (totals[key][m] or Decimal(0)) + Decimal(amounts[m])


def totals_of(rows, key):
    totals = defaultdict(lambda: {"lines": 0} | dict.fromkeys(MEASURES))
    for row in rows:
        add(totals, key(row), row)
    return dict(totals)


def decimals(item):
    return {"lines": item["lines"]} | {m: None if item[m] is None else Decimal(item[m]) for m in MEASURES}


def story_faults(result, rows):
    """Lines summed from the CSV are the units and files of the JSON."""
    by_class = totals_of(rows, lambda row: (row["unit_code"] or row["unit_name"], row["class"]))
    for unit in result["units"]:
        for name, item in unit["classes"].items():
            found = by_class.pop((unit["code"] or unit["name"], name), None)
            if (found or {"lines": 0} | dict.fromkeys(MEASURES)) != decimals(item):
                yield f"{unit['name']}, {name}: JSON {item}, CSV {found}"
    yield from (f"{key}: only in the CSV" for key in by_class)
    by_file = totals_of(rows, lambda row: row["file"])
    for file in result["files"]:
        found = by_file.get(file["path"])
        if found != decimals(file["sums"] | {"lines": file["rows_used"]}):
            yield f"{file['path']}: JSON {file['sums']}, CSV {found}"


def csv_faults(rows):
    for i, row in enumerate(rows, 2):
        if None in row or None in row.values():
            yield f"CSV row {i} is ragged"
            continue
        for m in MEASURES:
            yield from money_faults(f"CSV row {i}, {m}", row[m] or None)
        if bool(row["rule"]) != bool(re.fullmatch(r"[\w.]+\.csv:\d+", row["rule_at"])):
            yield f"CSV row {i}: rule {row['rule']!r} at {row['rule_at']!r}"
        if row["rule"] and not row["matched"]:
            yield f"CSV row {i}: rule {row['rule']} matched nothing"


def main():
    opts, files = program.options(), program.demo_files("opd")
    with program.empty_folder() as folder:
        program.audit(opts, folder, "--per-opd", "buku", *files)
        result = json.loads((folder / "out.json").read_bytes().decode("utf-8"))
        baseline = [word for path in program.demo_files("murni") for word in ("--baseline", path)]
        done = program.run(opts, folder, "classify", *baseline, *files)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))
    faults = [f"columns of the CSV: {list(rows[0])}"] if list(rows[0]) != COLUMNS else []
    for found in (shape_faults(result), value_faults(result), csv_faults(rows), story_faults(result, rows)):
        faults += found
    print("\n".join(faults[:40]) or f"{len(rows)} lines, {len(result['checks'])} checks, {len(result['findings'])} findings")
    sys.exit(1 if faults else 0)


main()
