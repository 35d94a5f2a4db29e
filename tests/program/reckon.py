"""Reckons the checks of made units a second time, with fractions: no code and no table of effcheck is read here.

expected(groups, month, claims, profile) gives {(check, unit code or None): (verdict, gap in sen or None, amounts of its findings)}.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from fractions import Fraction
from math import floor

HIT, LAW, GOOD, NONE, UNTESTED = "perlu_pertimbangan", "tidak_patuh", "patuh", "tidak_berlaku", "tidak_dapat_diuji"
MK, MR, KR = ("murni", "kini"), ("murni", "realisasi"), ("kini", "realisasi")
NEIGHBOURS = ("5.1.02.02.04.0036", "5.1.02.02.05.0043", "5.1.02.01.01.0052", "5.1.02.01.01.0053", "5.1.02.02.12", "5.1.02.02.01.0047")
MEALS = ("5.1.02.01.01.0052", "5.1.02.01.01.0053")
CLASS = {"5.1.02.04": "travel", "5.1.02.02.01.0003": "fees", "5.1.02.02.01.0004": "fees", "5.1.01.03.07": "fees", "5.1.02.01.01.0026": "print",
         "5.1.02.02.01.0055": "press", "5.1.02.02.01.0047": "ceremony", "5.1.02.02.12": "seminar", "5.1.02.02.05.0043": "seminar", "5.1.05.01": "grant"}
SUPPORT = ("5.1.02.02.04.0036", "5.1.02.01.01.0052", "5.1.02.01.01.0053", "5.1.02.01.01.0063", "5.2.02.02.01.0001", "5.2.02.05.02.0001")
MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember nopember".split()
GOODS = ("5.1.02.01.01.0063", "5.2.02.02.01.0001", "5.2.02.05.02.0001")
AREAS = ("1.01.", "1.02.", "1.03.")
TRENDS = {"S01": ("ceremony", None, HIT), "S03": ("print", None, HIT), "S04": ("press", None, HIT), "S05": ("seminar", None, HIT), "H14": ("fees", None, HIT),
          "S06": (None, MEALS, HIT), "S09": (None, ("5.1.05.01",), GOOD), "R02": (None, GOODS, GOOD)}


def below(account, prefixes):
    return any(account == p or account.startswith(p + ".") for p in prefixes)


def class_of(account):
    return "support" if account in SUPPORT else next((name for prefix, name in CLASS.items() if below(account, [prefix])), "rest")


def total(lines, measure):
    return sum(line[measure] or 0 for line in lines)


def change(lines):
    return total(lines, "kini") - total(lines, "murni")


def group(lines, *keys):
    found = defaultdict(list)
    for line in lines:
        found[tuple(line[k] for k in keys)].append(line)
    return found


class Unit:
    def __init__(self, unit, kind):
        measures, self.detailed, self.staged = kind
        present_together = set(MK) <= set(measures)
        self.code, self.name, self.lines, self.earlier = unit["code"], unit["name"], unit["lines"], unit["earlier"]
        self.has = set(measures)
        self.gap_lines = [line for line in self.lines if present_together and (line["murni"] is None) != (line["kini"] is None)]

    def of(self, name=None, accounts=None):
        return [line for line in self.lines if (name is None or class_of(line["account"]) == name) and (accounts is None or below(line["account"], accounts))]

    def untestable(self, lines, needed):
        gaps = "murni" in needed and any(line is gap for line in lines for gap in self.gap_lines)
        return not set(needed) <= self.has or gaps


def judged(unit, lines, needed, judge):
    """The usual order: nothing there, not testable, all zero, then the check itself."""
    if not lines:
        return NONE, None, []
    if unit.untestable(lines, needed):
        return UNTESTED, None, []
    if all(total(lines, m) == 0 for m in needed):
        return NONE, None, []
    return judge({m: total(lines, m) for m in ("murni", "kini", "realisasi")})


def cut(measure, verdict):
    def judge(s):
        gap = s[measure] - floor(Fraction(s["murni"]) / 2)
        met = Fraction(s[measure]) <= Fraction(s["murni"], 2)
        return (GOOD, gap, []) if met else (verdict, gap, [gap] if gap > 0 else [])
    return judge


def projection(part, whole=12):
    def judge(s):
        year, ceiling = Fraction(s["realisasi"] * whole, part), Fraction(s["murni"], 2)
        gap = floor(year) - floor(ceiling)
        if s["realisasi"] > ceiling:
            return NONE, gap, []
        return (HIT, gap, [gap] if gap > 0 else []) if year > ceiling else (GOOD, gap, [])
    return judge


def trend(flat):
    def judge(s):
        gap = s["kini"] - s["murni"]
        return (HIT, gap, [gap]) if gap > 0 else (GOOD if gap < 0 else flat, gap, [])
    return judge


def places(unit, lines, needed, hit):
    """Sub kegiatan x account, each on its own; gaps are looked at by the caller's hit."""
    if not lines:
        return NONE, None, []
    hits = [h for h in map(hit, group(lines, "activity", "account").values()) if h] if set(needed) <= unit.has else []
    if not hits and unit.untestable(lines, needed):
        return UNTESTED, None, []
    return (hits, sum(hits))


def new_travel(unit):
    def hit(lines):
        gaps = any(line is gap for line in lines for gap in unit.gap_lines)
        return total(lines, "kini") if total(lines, "murni") == 0 and total(lines, "kini") > 0 and not gaps else 0
    found = places(unit, unit.of("travel"), MK, hit)
    return found if len(found) == 3 else (HIT if found[0] else GOOD, found[1], found[0])


def overrun(unit):
    def hit(lines):
        spoken = any(line["realisasi"] is not None for line in lines)
        return max(total(lines, "realisasi") - total(lines, "kini"), 0) if spoken else 0
    found = places(unit, unit.lines, KR, hit)
    return found if len(found) == 3 else (LAW if found[0] else GOOD, found[1], found[0])


def purpose(unit, word, outside):
    by = "kini" if "kini" in unit.has else "murni" if "murni" in unit.has else "realisasi"
    lines = [line for line in unit.lines if word in line["text"] and line[by] and (not outside or class_of(line["account"]) != "travel")]
    return (HIT, total(lines, by), [total(lines, by)]) if lines else (GOOD, 0, [])


def rises(lines):
    neighbours = group([line for line in lines if below(line["account"], NEIGHBOURS)], "account")
    return [change(part) for part in neighbours.values() if change(part) > 0]


def moved(unit):
    travel, beside = unit.of("travel"), unit.of(None, NEIGHBOURS)
    if not travel:
        return NONE, None, []
    if unit.untestable(travel + beside, MK):
        return UNTESTED, None, []
    fallen, rise = -change(travel), sum(rises(unit.lines))
    if fallen <= 0:
        return NONE, None, []
    return (HIT, rise, [rise]) if Fraction(rise, fallen) > Fraction(1, 4) else (GOOD, rise, [])


def alike(a, b):
    return a > 0 and b > 0 and Fraction(min(a, b), max(a, b)) >= Fraction(4, 5)


def moved_within(unit):
    if not unit.of("travel"):
        return NONE, None, []
    hits = []
    for lines in group(unit.lines, "activity").values():
        seen = [line for line in lines if class_of(line["account"]) == "travel" or below(line["account"], NEIGHBOURS)]
        if unit.untestable(seen, MK):
            continue
        fallen, up = -change([line for line in lines if class_of(line["account"]) == "travel"]), rises(lines)
        like = [sum(up)] if alike(sum(up), fallen) else [x for x in up if alike(x, fallen)]
        hits += [max(like)] if like else []
    if not hits and unit.untestable(unit.of("travel") + unit.of(None, NEIGHBOURS), MK):
        return UNTESTED, None, []
    return (HIT if hits else GOOD), sum(hits), hits


def packages(unit):
    lines = unit.of(None, ("5.1.02.04.01.0004", "5.1.02.04.01.0005"))
    if lines and unit.untestable(unit.of("travel"), MK):
        return UNTESTED, None, []
    return judged(unit, lines, MK, trend(GOOD))


def abroad(unit):
    lines = unit.of(None, ("5.1.02.04.02",))
    amount = total(lines, "kini") or total(lines, "realisasi")
    return (HIT, amount, [amount]) if amount else (GOOD, 0, [])


def heavy(unit):
    hits = []
    if "kini" not in unit.has:
        return UNTESTED, None, []
    for (activity,), lines in group(unit.lines, "activity").items():
        inputs = total([line for line in lines if class_of(line["account"]) in ("travel", "fees", "print", "ceremony") or line["account"] in MEALS], "kini")
        whole = total(lines, "kini")
        if activity.split(".")[2] != "01" and whole > 0 and Fraction(inputs, whole) > Fraction(7, 10):
            hits.append(inputs)
    return (HIT if hits else GOOD), sum(hits), hits


def increases(unit):
    """Increases of sub kegiatan: all, and those outside the areas."""
    found = [0, 0]
    if not set(MK) <= unit.has:
        return found
    for (activity, name), lines in group(unit.lines, "activity", "activity_name").items():
        if change(lines) <= 0 or unit.untestable(lines, MK):
            continue
        found[0] += change(lines)
        found[1] += 0 if activity.startswith(AREAS) or "Inflasi" in name else change(lines)
    return found


def destination(unit):
    whole, outside = increases(unit)
    if not outside and unit.untestable(unit.lines, MK):
        return UNTESTED, None, []
    if outside:
        return HIT, outside, [outside]
    return (GOOD if whole else NONE), 0, []


def blind_spot(unit):
    return NONE, None, []


def without_price(unit, lines):
    """These files hold no unit prices: nothing can be said, and nothing is compliant."""
    return (UNTESTED if lines else NONE), None, []


def teams(unit):
    """Sub kegiatan that pay teams, before and now."""
    lines = unit.of(None, ["5.1.02.02.01.0004"])
    before, now = (sum(total(part, m) > 0 for part in group(lines, "activity").values()) for m in ("murni", "kini"))
    if not lines or unit.untestable(lines, MK) or before == now == 0:
        return (NONE, None, []) if not lines or not unit.untestable(lines, MK) else (UNTESTED, None, [])
    return (HIT, None, [total(lines, "kini")]) if now >= before else (GOOD, None, [])


def of_unit(unit, month):
    found = {"T01": judged(unit, unit.of("travel"), MK, cut("kini", LAW)), "T05": judged(unit, unit.of("travel"), MR, cut("realisasi", LAW)),
             "T06": judged(unit, unit.of("travel"), MR, projection(month)), "T03": new_travel(unit), "P01": overrun(unit),
             "T08": purpose(unit, "Tiket", True), "T11": purpose(unit, "Studi banding", False), "T09": moved(unit), "T09a": moved_within(unit),
             "T10": packages(unit), "T16": abroad(unit), "S08": heavy(unit), "R01": destination(unit), "Q11": blind_spot(unit),
             "Q01": (GOOD, None, []) if "murni" in unit.has else (UNTESTED, None, [0])}
    found.update({id: without_price(unit, unit.of("fees")) for id in ("H01", "H02", "H05", "H10", "H13")})
    found["H08"] = teams(unit)
    found.update({id: judged(unit, unit.of(name, accounts), MK, trend(flat)) for id, (name, accounts, flat) in TRENDS.items()})
    return found


# ---- stages, payments, outputs: what a file of the kind without these columns cannot say ----

def raised(unit):
    if not unit.staged:
        return UNTESTED, None, []
    now, then = unit.of("travel"), [line for line in unit.earlier if class_of(line["account"]) == "travel"]
    if not now and not then:
        return NONE, None, []
    if "kini" not in unit.has:
        return UNTESTED, None, []
    gap = total(now, "kini") - total(then, "kini")
    return (HIT, gap, [gap]) if gap > 0 else (GOOD, gap, [])


def words(text):
    return re.sub("[^a-z0-9]+", " ", text.lower()).strip()


def month_of(line):
    found = re.fullmatch(r"(\d{4})-(\d{2})-\d{2}", line["date"])
    return (int(found[1]), int(found[2])) if found else None


def paid(unit):
    """Lines with something paid, and those of them that say to whom and by which document."""
    lines = [line for line in unit.lines if (line["realisasi"] or 0) > 0]
    return lines, [line for line in lines if unit.detailed and line["nip"] + line["payee"] and line["document"]]


def paid_twice(unit):
    lines, clear = paid(unit)
    same = defaultdict(set)
    for line in clear:
        months = None if set(words(line["text"]).split()) & set(MONTHS) else month_of(line)
        same[words(line["nip"] + " " + line["payee"]), line["realisasi"], line["account"], words(line["text"]), months].add(words(line["document"]))
    hits = [key[1] * (len(documents) - 1) for key, documents in same.items() if len(documents) > 1]
    if hits:
        return HIT, sum(hits), hits
    if len(clear) < len(lines) or "realisasi" not in unit.has:
        return UNTESTED, None, []
    return (GOOD, 0, []) if lines else (NONE, None, [])


def piled_up(first, share):
    def judge(unit):
        watched = [line for line in unit.lines if class_of(line["account"]) != "rest"]
        hits, undated = [], False
        for lines in ([line for line in watched if class_of(line["account"]) == name] for name in {class_of(line["account"]) for line in watched}):
            lines = [line for line in lines if line["realisasi"]]
            dark = any(not unit.detailed or (month_of(line) or (0, 0))[0] != 2025 for line in lines)
            undated |= dark
            year = total(lines, "realisasi")
            late = 0 if dark else total([line for line in lines if month_of(line)[1] >= first], "realisasi")
            if not dark and year > 0 and Fraction(late, year) > share:
                hits.append(late)
        if not hits and not watched:
            return NONE, None, []
        if not hits and ("realisasi" not in unit.has or undated):
            return UNTESTED, None, []
        return (HIT if hits else GOOD), sum(hits), hits
    return judge


def round_amounts(unit):
    lines = [line for line in unit.of("travel") if (line["realisasi"] or 0) > 0]
    if not unit.of("travel"):
        return NONE, None, []
    if any(not unit.detailed or not line["document"] for line in lines) or "realisasi" not in unit.has:
        return UNTESTED, None, []
    whole = [line["realisasi"] for line in lines if line["realisasi"] % 10**8 == 0]
    if len(lines) < 10:
        return NONE, None, []
    return (HIT, sum(whole), [sum(whole)]) if Fraction(len(whole), len(lines)) > Fraction(6, 10) else (GOOD, sum(whole), [])


def unmeasured(lines):
    targets = [(line["target"] + " " + line["target_unit"]).strip() for line in lines]
    real = [t for t in targets if set(t) & set("123456789")]
    return not any(line["indicator"] for line in lines) or all(set(words(t).split()) & {"dokumen", "laporan", "kegiatan"} for t in real)


def without_output(unit):
    support = unit.of("support")
    spent = {activity: lines for (activity,), lines in group(support, "activity").items() if total(lines, "kini") > 0}
    hits = [total(lines, "kini") for activity, lines in spent.items() if unit.detailed and unmeasured([x for x in unit.lines if x["activity"] == activity])]
    if not support:
        return NONE, None, []
    if not hits and ("kini" not in unit.has or (spent and not unit.detailed)):
        return UNTESTED, None, []
    return (HIT if hits else GOOD), sum(hits), hits


def claimed(unit, claim):
    """claim: ("percent", hundredths of a percent) or ("amount", sen), of travel."""
    def judge(s):
        if s["murni"] <= 0:
            return NONE, None, []
        cut, (kind, value) = s["murni"] - s["kini"], claim
        share = Fraction(value, 10000 if kind == "percent" else s["murni"])
        said = s["murni"] - floor(s["murni"] * (1 - share)) if kind == "percent" else value
        high = share - Fraction(cut, s["murni"]) > Fraction(1, 200)
        return (HIT, said - cut, [said - cut]) if high else (GOOD, said - cut, [])
    lines = unit.of("travel")
    if not lines or unit.untestable(lines, MK):
        return (UNTESTED if lines else NONE), None, []
    return judge({m: total(lines, m) for m in ("murni", "kini")})


def of_side_tables(units, month, claims, profile):
    found = {("T07", unit.code): claimed(unit, claims[unit.code]) for unit in units if unit.code in claims}
    if not claims:
        found["T07", None] = UNTESTED, None, []
    part = sum(profile[:month]) if profile else 0
    if not part:
        return {**found, ("T06a", None): (UNTESTED, None, [])}
    judge = projection(part, sum(profile))
    found.update({("T06a", unit.code): judged(unit, unit.of("travel"), MR, judge) for unit in units})
    found["T06a", None] = without_findings(of_class(units, lambda unit: unit.of("travel"), MR, judge))
    return found


def of_details(units, month):
    """Checks that no unit is judged by where no file of the run has the columns: the region says so once."""
    detailed, staged = any(unit.detailed for unit in units), any(unit.staged for unit in units)
    found, late = {}, {"P03": piled_up(12, Fraction(1, 4)), "P03a": piled_up(10, Fraction(1, 2))}
    judges = {"T04": (staged, raised), "P02": (detailed, paid_twice), "P05": (detailed, round_amounts), "S07": (detailed, without_output)}
    for id, judge in late.items():
        judges[id] = (detailed and month == 12, judge)
        if detailed and month < 12:
            found[id, None] = NONE, None, []
    for id, (runs, judge) in judges.items():
        if runs:
            found.update({(id, unit.code): judge(unit) for unit in units})
        elif (id, None) not in found:
            found[id, None] = UNTESTED, None, []
    return found


# ---- the region ----

def flat_cut(units):
    shares, untested = [], 0
    for unit in units:
        lines = [line for line in unit.lines if class_of(line["account"]) != "travel"]
        if lines and unit.untestable(lines, MK):
            untested += 1
        elif lines and total(lines, "murni") > 0:
            shares.append(Fraction(-change(lines), total(lines, "murni")))
    shares.sort()
    near = Fraction(1, 1000)
    most = max((bisect_right(shares, x + near) - bisect_left(shares, x - near) for x in shares if x > 0), default=0)
    if len(shares) >= 5 and most * 100 >= 80 * (len(shares) + untested):
        return HIT, None, [0]
    return (UNTESTED if untested else NONE if len(shares) < 5 else GOOD), None, []


def dates(units):
    if not any(unit.detailed for unit in units):
        return UNTESTED, None, []
    bad = defaultdict(int)
    for unit in units:
        for line in unit.lines if unit.detailed else []:
            bad[tuple(sorted(unit.has)), unit.staged] += (month_of(line) or (0, 0))[0] != 2025
    return (HIT if any(bad.values()) else GOOD), None, [0] * sum(1 for n in bad.values() if n)


def of_class(units, lines_of, needed, judge):
    lines, left_out = [], False
    for unit in units:
        own = lines_of(unit)
        bad = bool(own) and unit.untestable(own, needed)
        left_out |= bad
        lines += [] if bad else own
    if left_out:
        return UNTESTED, None, []
    if not lines or all(total(lines, m) == 0 for m in needed):
        return NONE, None, []
    return judge({m: total(lines, m) for m in ("murni", "kini", "realisasi")})


def without_findings(result):
    return result[0], result[1], []


def uneven(units):
    sides = [[line for unit in units if ("DPRD" in unit.name) == named for line in unit.of("travel")] for named in (True, False)]
    if not all(sides):
        return NONE, None, []
    if any(unit.of("travel") and unit.untestable(unit.of("travel"), MK) for unit in units):
        return UNTESTED, None, []
    if min(total(side, "murni") for side in sides) <= 0:
        return NONE, None, []
    a, b = (Fraction(-change(side), total(side, "murni")) for side in sides)
    return (HIT, None, [-change(sides[0])]) if abs(a - b) > Fraction(1, 10) else (GOOD, None, [])


def left_out(units):
    return any(unit.untestable(unit.lines, MK) for unit in units)


def balance(units):
    up = down = 0
    for unit in units:
        for lines in group(unit.lines, "activity", "account").values():
            if not unit.untestable(lines, MK):
                up, down = up + max(change(lines), 0), down + max(-change(lines), 0)
    return (UNTESTED if left_out(units) else HIT if down != up else GOOD), down - up, []


def destinations(units):
    whole, outside = map(sum, zip(*map(increases, units)))
    return (HIT if outside else UNTESTED if left_out(units) else GOOD if whole else NONE), outside, []


def odd(units):
    lines = [line for unit in units for line in unit.lines]
    negative = sum(any((line[m] or 0) < 0 for m in ("murni", "kini", "realisasi")) for line in lines)
    blank = any(line[m] is None for unit in units for line in unit.lines for m in unit.has)
    return (HIT if negative or blank else GOOD), None, [0] if negative else []


def of_region(units, month):
    travel = lambda unit: unit.of("travel")
    found = {"T02": of_class(units, travel, MK, cut("kini", LAW)), "T05": without_findings(of_class(units, travel, MR, cut("realisasi", LAW))),
             "T06": without_findings(of_class(units, travel, MR, projection(month))), "T17": uneven(units), "R01": destinations(units),
             "R03": balance(units), "Q06": odd(units), "Q09": (GOOD, None, []), "Q05": (GOOD, None, []), "Q03": (GOOD, None, []), "Q13": (GOOD, None, []),
             "Q04": (GOOD, None, []), "Q07": (GOOD, None, []), "Q08": (GOOD, None, []), "T15": (UNTESTED, None, []), "Q10": dates(units), "S10": flat_cut(units)}
    for id, (name, accounts, flat) in TRENDS.items():
        found[id] = without_findings(of_class(units, lambda unit: unit.of(name, accounts), MK, trend(flat)))
    return found


def expected(groups, month, claims=None, profile=None):
    """The measures of a group say which columns its file has."""
    units = [Unit(unit, kind) for kind, members in groups.items() for unit in members]
    found = {(id, unit.code): result for unit in units for id, result in of_unit(unit, month).items()}
    found.update({(id, None): result for id, result in of_region(units, month).items()})
    found.update(of_details(units, month))
    found.update(of_side_tables(units, month, claims or {}, profile))
    return {key: (verdict, gap, Counter(amounts)) for key, (verdict, gap, amounts) in found.items()}
