"""No function is longer than 60 lines (half of them are under a dozen); opening and closing braces stand in the first column."""

import house

LONGEST = 60


def functions(path):
    """(first line, lines) of each function: from the opening brace in the first column to the closing one."""
    begin = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("{"):
            begin = number
        elif line.startswith("}") and begin:
            yield begin, number - begin + 1
            begin = 0


def main():
    checked, faults = 0, []
    for path in house.c_files("lib", "cmd", "tests"):
        for line, lines in functions(path):
            checked += 1
            if lines > LONGEST:
                faults.append(f"{house.place(path)}:{line}: a function of {lines} lines")
    house.finish(faults, checked)


main()
