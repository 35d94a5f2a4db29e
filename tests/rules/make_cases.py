#!/usr/bin/env python3
"""Write cases.csv of a rule pack: for every word, exception and account of every rule a line that needs it.

  make_cases.py PACK [NAMES.csv ...] > PACK/cases.csv

The lines are built from the tables and decided by reference.py. They fix what the pack does today, so that
an edit shows what it changes; read the difference before accepting a new file. NAMES.csv (columns code,name)
add lines for the order of rules that overlap. A word for which no line can be built is named on stderr:
an earlier rule always decides it, or another word of the same cell covers it.
"""
import csv
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from reference import FIELDS, Line, Pack, read_csv

NEAR = "annya"  # turns a word into another word


def bare(phrase):
    return phrase.replace("*", "")


def alone(cell_words, phrase):
    """The phrase as text that no other word of the cell matches, or None."""
    from reference import Words
    rest = Words(";".join(w for w in cell_words if w != phrase))
    start = "sub" if phrase.startswith("*") else ""
    for text in (bare(phrase), bare(phrase) + ("nya" if phrase.endswith("*") else ""), start + bare(phrase)):
        if not rest or rest.find([text]) is None:
            return text
    return None


class Builder:
    def __init__(self, pack):
        self.pack, self.rows, self.seen, self.faults = pack, [], set(), []

    def decided(self, rule, line):
        if rule.cls:
            return self.pack.decide(line)[1] is rule
        return rule.hit(line) is not None

    def add(self, covers, line):
        key = tuple(line.raw)
        if key in self.seen:
            return
        self.seen.add(key)
        cls, rule, _ = self.pack.decide(line)
        purposes = self.pack.purposes_of(line)
        self.rows.append([covers] + list(line.raw) + [cls, rule.id if rule else "-", ";".join(purposes) or "-"])

    def lines(self, rule, word="", also="", account=None, extra=""):
        fields = list(rule.where)
        fields.sort(key=lambda f: {"uraian": 0, "sub_kegiatan": 1, "rekening": 2}[f])
        accounts = [account] if account is not None else (rule.account.included or [""])
        for field in fields:
            for code in accounts:
                text = dict.fromkeys(FIELDS, "")
                text[field] = " / ".join(t for t in (word, also) if t)
                if extra:
                    other = [f for f in ("uraian", "sub_kegiatan", "rekening") if f not in rule.where or f != field]
                    for f in other + [field]:
                        full = dict(text)
                        full[f] = (full[f] + " , " + extra).strip(" ,")
                        yield Line(code, full["rekening"], full["sub_kegiatan"], full["uraian"])
                else:
                    yield Line(code, text["rekening"], text["sub_kegiatan"], text["uraian"])

    def first(self, rule, **parts):
        for line in self.lines(rule, **parts):
            if self.decided(rule, line):
                return line
        return None

    def base(self, rule):
        for word in ([bare(w) for w in rule.words.given] or [""]):
            for also in ([bare(a) for a in rule.also.given] or [""]):
                if self.first(rule, word=word, also=also):
                    return word, also
        return None

    def rule(self, rule):
        found = self.base(rule)
        if not found:
            self.faults.append("%s: no line can be built" % rule.id)
            return
        word0, also0 = found
        alsos = [bare(a) for a in rule.also.given] or [""]
        for word in rule.words.given:
            text = alone(rule.words.given, word)
            line = None
            for form in ([bare(word) + "nya"] if word.endswith("*") and text else []) + ([text] if text else []):
                if alone([w for w in rule.words.given if w != word] + [form], form) is None:
                    continue
                for also in alsos:
                    line = line or self.first(rule, word=form, also=also)
            if line is None:
                self.faults.append("%s: words: %r decides nothing" % (rule.id, word))
            else:
                self.add("%s words %s" % (rule.id, word), line)
        self.near(rule, "words", rule.words.given, lambda t: self.lines(rule, word=t, also=also0))
        for also in rule.also.given:
            text, line = alone(rule.also.given, also), None
            for word in [word0] + [bare(w) for w in rule.words.given] if text else []:
                line = line or self.first(rule, word=word, also=text)
            if line is None:
                self.faults.append("%s: also: %r decides nothing" % (rule.id, also))
            else:
                self.add("%s also %s" % (rule.id, also), line)
        self.near(rule, "also", rule.also.given, lambda t: self.lines(rule, word=word0, also=t))
        if rule.also:
            for line in self.lines(rule, word=word0):
                self.add("%s also missing" % rule.id, line)
                break
        for exc in rule.except_.given:
            text = alone(rule.except_.given, exc)
            done = False
            for word in [word0] + [bare(w) for w in rule.words.given]:
                for line in self.lines(rule, word=word, also=also0, extra=text or bare(exc)):
                    without = self.lines_without(rule, line, exc)
                    if without and not self.decided(rule, line):
                        self.add("%s except %s" % (rule.id, exc), line)
                        done = True
                        break
                if done:
                    break
            if not done:
                self.faults.append("%s: except: %r keeps nothing out" % (rule.id, exc))
        self.near(rule, "except", rule.except_.given, lambda t: self.lines(rule, word=word0, also=also0, extra=t), True)
        for code in rule.account.included:
            line = self.first(rule, word=word0, also=also0, account=code)
            for word in [bare(w) for w in rule.words.given]:
                line = line or self.first(rule, word=word, also=also0, account=code)
            if line is None:
                self.faults.append("%s: account %s decides nothing" % (rule.id, code))
            else:
                self.add("%s account %s" % (rule.id, code), line)
            for outside in (code + "1" if "." in code else None, code + ".0099" if "." in code else code + "1"):
                if outside:
                    for line in self.lines(rule, word=word0, also=also0, account=outside):
                        self.add("%s account %s beside" % (rule.id, code), line)
                        break
            parent = code.rsplit(".", 1)[0] if "." in code else code[:-1]
            for line in self.lines(rule, word=word0, also=also0, account=parent):
                self.add("%s account %s above" % (rule.id, code), line)
                break
        for code in rule.account.excluded:
            for line in self.lines(rule, word=word0, also=also0, account=code):
                if not self.decided(rule, line):
                    self.add("%s account !%s" % (rule.id, code), line)
                    break

    def near(self, rule, column, given, build, wanted=False):
        """Lines that hold words which only begin like the given ones, as many in a line as do no harm."""
        batch = []
        for word in [bare(w) + NEAR for w in given if not w.endswith("*")] + [None]:
            trial = batch + [word] if word else batch
            good = word and any(self.holds(rule, line, wanted) for line in build(" , ".join(trial)))
            if good:
                batch = trial
                continue
            if batch:
                for line in build(" , ".join(batch)):
                    if self.holds(rule, line, wanted):
                        self.add("%s %s: other words" % (rule.id, column), line)
                        break
            batch = []
            if word and any(self.holds(rule, line, wanted) for line in build(word)):
                batch = [word]

    def holds(self, rule, line, wanted):
        """wanted: this rule decides. Not wanted: neither this rule nor one before it decides."""
        if not rule.cls:
            return (rule.hit(line) is not None) == wanted
        by = self.pack.decide(line)[1]
        if wanted:
            return by is rule
        return by is None or self.pack.rules.index(by) > self.pack.rules.index(rule)

    def lines_without(self, rule, line, exc):
        """Would the rule decide the line if this exception were not there?"""
        from reference import Words
        kept = rule.except_
        rule.except_ = Words(";".join(w for w in kept.given if w != exc))
        try:
            return self.decided(rule, line)
        finally:
            rule.except_ = kept

    def order(self, lines):
        """One line for each pair of overlapping class rules: the earlier one decides."""
        rules = [r for r in self.pack.rules if r.cls]
        done = set()
        pool = [Line(*row[1:5]) for row in self.rows] + lines
        for line in pool:
            hits = [i for i, r in enumerate(rules) if r.hit(line) is not None]
            fresh = [(hits[0], j) for j in hits[1:] if (hits[0], j) not in done] if hits else []
            if fresh:
                done.update(fresh)
                self.add("order %s before %s" % (rules[fresh[0][0]].id, " ".join(rules[j].id for _, j in fresh)), line)
        return len(done)


def main():
    pack = Pack(sys.argv[1])
    lines = []
    for path in sys.argv[2:]:
        for r in read_csv(path):
            lines.append(Line(r["code"], r["name"], "", "") if r.get("scheme") else Line("", "", r["name"], ""))
    b = Builder(pack)
    for rule in pack.rules:
        b.rule(rule)
    pairs = b.order(lines)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["covers", "account", "rekening", "sub_kegiatan", "uraian", "class", "rule", "purposes"])
    out.writerows(b.rows)
    for f in b.faults:
        print(f, file=sys.stderr)
    print("%d cases, %d pairs of rules in order, %d faults" % (len(b.rows), pairs, len(b.faults)), file=sys.stderr)


if __name__ == "__main__":
    main()
