"""What the structure tests share: the tree, the floors as CMakeLists.txt builds them, and C text without comments."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "cmd"  # the floor above all libraries
LISTS = {"diag_kinds.h": "diag.h", "text_catalogue.h": "text.h", "reason_catalogue.h": "text.h", "inspect_catalogue.h": "text.h",
         "rules_catalogue.h": "text.h", "follow_catalogue.h": "text.h", "report_catalogue.h": "text.h"}  # included with a macro defined: part of another header


def cmake_calls(command, folder="."):
    """The words of each call of a command in a CMakeLists.txt."""
    text = re.sub(r"#.*", "", (ROOT / folder / "CMakeLists.txt").read_text(encoding="utf-8"))
    return [words.split() for words in re.findall(rf"^{command}\(([^)]*)\)", text, re.M)]


def floors():
    """Floors from the ground up, each with the public headers it owns: as declared in CMakeLists.txt."""
    found = {name: [word for word in words if word.endswith(".h")] for name, *words in cmake_calls("floor")}
    for part, whole in LISTS.items():
        found.update({name: headers + [part] for name, headers in found.items() if whole in headers})
    return found


def c_files(*folders):
    return sorted(f for folder in folders for f in (ROOT / folder).rglob("*.[ch]"))


def place(path):
    return path.relative_to(ROOT).as_posix()


TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def without_comments(text):
    """Comments become blanks; lines keep their numbers."""
    return TOKEN.sub(lambda m: re.sub(r"[^\n]", " ", m[0]) if m[0].startswith("/") else m[0], text)


def literals(code):
    """(line, text) of each string literal of code that has no comments; #include lines are none."""
    code = re.sub(r"^[ \t]*#[ \t]*include[^\n]*", "", code, flags=re.M)
    for match in re.finditer(r'"((?:\\.|[^"\\\n])*)"', code):
        yield code.count("\n", 0, match.start()) + 1, match[1]


def finish(faults, checked):
    """Prints the faults and ends the test. A test that looked at nothing fails."""
    if not checked:
        faults = faults + ["nothing was checked"]
    print("\n".join(faults) if faults else f"{checked} checked")
    sys.exit(1 if faults else 0)
