"""Made units: the verdict, gap and findings of every check equal those that reckon.py finds with fractions, to the sen.

UNITS=10000 in the environment makes more than the usual 1,000 units; the regions are small ones beside them.
"""

import json
import os
import sys
from collections import Counter, defaultdict

import program
import reckon
import units

COUNT = int(os.environ.get("UNITS", "1000"))
REGIONS = 24
DECIDED = {"patuh", "tidak_patuh", "perlu_pertimbangan"}
NOT_RECKONED = {"S02", "Q02", "Q12", "Q14"}  # studies need words; the others say how the files were read


def sen(text):
    return None if text is None else int(text.replace(".", ""))


def found_by_effcheck(result):
    amounts = defaultdict(Counter)
    for finding in result["findings"]:
        amounts[finding["check"], finding["unit"]][sen(finding["amount"])] += 1
    return {(c["id"], c["unit"]): (c["verdict"], sen(c["gap"]), amounts[c["id"], c["unit"]]) for c in result["checks"]}


def compare(expected, found):
    for key, (verdict, gap, amounts) in expected.items():
        have = found.get(key)
        want = (verdict, gap if verdict in DECIDED else None, amounts)
        if have is None or (have[0], have[1] if have[0] in DECIDED else None, have[2]) != want:
            yield f"{key}: reckoned {want}, effcheck has {have}"
    for key in found.keys() - expected.keys():
        if key[0] not in NOT_RECKONED:
            yield f"{key}: not reckoned"


def is_flat(seed):
    return seed % 4 == 2


def run(opts, count, seed, month, only_complete=False):
    groups = units.make(count, seed, flat=is_flat(seed))
    if only_complete:
        groups = {kind: members for kind, members in groups.items() if len(kind[0]) == 3} or groups
    with program.empty_folder() as folder:
        files = units.write(groups, folder)
        claims, profile = units.claims_of(groups, seed) if seed % 5 != 3 else {}, units.profile_of(seed) if seed % 5 != 4 else None
        side = units.write_side(folder, claims, profile)
        done = program.run(opts, folder, "audit", "--quiet", "--period", f"2025-{month:02}", "--json", "out.json", *side, *files)
        assert done.returncode in (0, 1), done.stderr.decode("utf-8", "replace")
        result = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    expected = reckon.expected(groups, month, claims, profile)
    return len(expected), Counter((key[0], value[0]) for key, value in expected.items()), list(compare(expected, found_by_effcheck(result)))


def main():
    opts, compared, faults, seen = program.options(), 0, [], Counter()
    big = [(COUNT // 2, 1, 9), (COUNT - COUNT // 2, 1001, 12)]
    for count, seed, month in big + [(4 + seed % 5 + 8 * is_flat(seed), seed, 9 + seed % 4) for seed in range(2, 2 + REGIONS)]:
        number, verdicts, different = run(opts, count, seed, month, only_complete=(seed % 3 > 0 or is_flat(seed)) and seed < 1000 and seed > 1)
        compared, seen, faults = compared + number, seen + verdicts, faults + different
    for id in sorted({key[0] for key in seen}):
        print(id, {verdict: n for (check, verdict), n in sorted(seen.items()) if check == id})
    print(*faults[:40], sep="\n")
    print(f"{compared} results of {COUNT} units and {REGIONS} regions compared, {len(faults)} differ")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
