"""rules diff: what moves between two packs is, to the last sen, the difference of the two audits' machine output."""

import csv
import json
import shutil
import sys
from collections import defaultdict
from decimal import Decimal

import program

COUNTS = ("lines", "murni", "kini", "realisasi")


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def edit(path, change):
    rows = rows_of(path)
    header = list(rows[0])
    rows = [row for row in rows if change(row) is not False]
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def edited_pack(opts, folder):
    """A pack that decides otherwise: the last account rule is gone, one rule has another class, a limit is stricter."""
    shutil.copytree(opts.rules, folder / "rules")
    pack = folder / "rules" / rows_of(opts.rules / "default.csv")[0]["pack"]
    rules = [r for r in rows_of(pack / "rules.csv") if r["class"]]
    by_account = [r["id"] for r in rules if r["account"] and not r["words"]]
    other = next(r["id"] for r in reversed(rows_of(pack / "classes.csv")) if r["limited"] == "ya")
    edit(pack / "rules.csv", lambda r: False if r["id"] == by_account[-1] else r.update({"class": other}) if r["id"] == by_account[len(by_account) // 2] else None)
    edit(pack / "rules.csv", lambda r: r.update({"words": r["words"].split(";")[0]}) if r["class"] and ";" in r["words"] else None)
    edit(pack / "limits.csv", lambda r: r.update({"percent": "10"}))
    return pack


def audit(opts, folder, pack):
    program.audit(opts, folder, "--rules", str(pack), *program.demo_files("opd"))
    return json.loads((folder / "out.json").read_text(encoding="utf-8"))


def number(value):
    return Decimal(value or 0)


def totals(result):
    return {(u["code"] or u["name"], c, k): number(v[k]) for u in result["units"] for c, v in u["classes"].items() for k in COUNTS}


def moved(diff):
    change = defaultdict(Decimal)
    for move in diff["moves"]:
        for k in COUNTS:
            change[move["unit"], move["from"], k] -= number(move[k])
            change[move["unit"], move["to"], k] += number(move[k])
    return change


def faults(old, new, diff):
    before, after, change = totals(old), totals(new), moved(diff)
    for key in sorted(set(before) | set(after)):
        if after.get(key, 0) - before.get(key, 0) != change.get(key, 0):
            yield f"{key}: {before.get(key)} -> {after.get(key)}, moves say {change.get(key, 0)}"
    for k in COUNTS:
        if sum(number(m[k]) for m in diff["moves"]) != number(diff["sum"][k]):
            yield f"sum of {k} is {diff['sum'][k]}"
    if len(diff["moves"]) < 10 or any(m["from"] is None or m["to"] is None for m in diff["moves"]):
        yield f"moves: {diff['moves'][:3]}"
    verdicts = [{(c["id"], c["unit"]): c["verdict"] for c in result["checks"]} for result in (old, new)]
    flips = {(f["check"], f["unit"]): (f["from"], f["to"]) for f in diff["flips"]}
    wanted = {k: (verdicts[0].get(k), verdicts[1].get(k)) for k in set(verdicts[0]) | set(verdicts[1]) if verdicts[0].get(k) != verdicts[1].get(k)}
    if flips != wanted or not flips:
        yield f"flips {flips}, the reports {wanted}"


def main():
    opts = program.options()
    with program.empty_folder() as folder:
        new_pack = edited_pack(opts, folder)
        old_pack = opts.rules.resolve() / new_pack.name
        baseline = [word for path in program.demo_files("murni") for word in ("--baseline", path)]
        old, new = audit(opts, folder, old_pack), audit(opts, folder, new_pack)
        done = program.run(opts, folder, "rules", "diff", "--json", "-", *baseline, str(old_pack), str(new_pack), *program.demo_files("opd"))
        diff = json.loads(done.stdout)
        found = list(faults(old, new, diff))
        same = program.run(opts, folder, "rules", "diff", "--json", "-", *baseline, str(old_pack), str(old_pack), *program.demo_files("opd"))
        if json.loads(same.stdout)["moves"] or json.loads(same.stdout)["flips"]:
            found.append("a pack differs from itself")
    print("\n".join(found) or f"{len(diff['moves'])} moves of {diff['sum']['lines']} lines, {len(diff['flips'])} flips, equal to the sen")
    sys.exit(1 if found else 0)


main()
