"""The law is data: no class, purpose, check or rule id, account code, percentage or decree in the C of lib/, cmd/, include/."""

import csv
import re

import house

TABLES = ("classes", "purposes", "checks", "rules", "limits")
# Ids that are also ordinary words of the program (--output). As ids they would have to be compared with a table, which the
# other ids of the same table would betray.
ORDINARY_WORDS = {"output"}
# Verbs and nouns that only a rule would look for in a text.
RULE_WORDS = r"inpres|instruksi presiden|perpres|permendagri|studi\s+banding|kaji\s+tiru|seremoni\w*|perjalanan\s+dinas|honorari\w*"

ACCOUNT = re.compile(r"(?<![\w.])[4-7]\.\d{1,2}(?:\.\d{1,4})*(?![\w.])")
PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|persen|percent)(?![a-zA-Z])")
CONVERSION = re.compile(r"%[-+#0]*[\d*]*(?:\.[\d*]+)?(?:hh|h|ll|l|z|j|t)?[a-zA-Z]")  # of printf
PERCENT_VALUE = re.compile(r"\bstruct\s+percent\s*\)\s*\{\s*(?:\.bp\s*=\s*)?([1-9]\d*)")


def ids():
    found = set()
    for table in TABLES:
        for path in house.ROOT.glob(f"rules/*/{table}.csv"):
            with open(path, encoding="utf-8-sig", newline="") as file:
                found |= {row["id"] for row in csv.DictReader(file) if row["id"] and not row["id"].startswith("#")}
    packs = {p.parent.name for p in house.ROOT.glob("rules/*/pack.csv")}
    return (found | packs) - ORDINARY_WORDS


def whole_words(words):
    return re.compile(r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")(?![\w-])", re.I)


def faults_of_literal(text, known):
    yield from (f'id of a rule table "{m}"' for m in known.findall(text))
    yield from (f'rule word "{m}"' for m in re.findall(RULE_WORDS, text, re.I))
    yield from (f'account code "{m}"' for m in ACCOUNT.findall(text))
    for number in PERCENT.findall(CONVERSION.sub("", text).replace("%%", "%")):
        if float(number.replace(",", ".")) not in (0, 100):
            yield f'percentage "{number} %"'


def faults_of_code(code, known):
    bare = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', code)
    for match in known.finditer(bare):
        yield bare.count("\n", 0, match.start()) + 1, f"id of a rule table {match[0]}"
    for match in PERCENT_VALUE.finditer(bare):
        yield bare.count("\n", 0, match.start()) + 1, f"percentage {match[1]}"


def main():
    known_ids = ids()
    known, faults, files = whole_words(known_ids), [], house.c_files("include", "lib", "cmd")
    for path in files:
        code = house.without_comments(path.read_text(encoding="utf-8"))
        found = [(line, fault) for line, text in house.literals(code) for fault in faults_of_literal(text, known)]
        found += faults_of_code(code, known)
        faults += [f"{house.place(path)}:{line}: {fault}" for line, fault in sorted(found)]
    house.finish(faults, len(files) if len(known_ids) > 20 else 0)


main()
