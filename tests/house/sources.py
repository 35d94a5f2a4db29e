"""Every .c and every public header is named in CMakeLists.txt (nothing is globbed), and every name there is a file."""

import house


def sources(words, folder):
    return {f"{folder}/{word}" for word in words if word.endswith(".c")}


def named():
    for floor, *words in house.cmake_calls("floor"):
        yield from sources(words, f"lib/{floor}")
        yield from (f"include/effcheck/{word}" for word in words if word.endswith(".h"))
    for folder in (".", "tests", "tests/bench", "tests/fuzz", "tests/steel"):
        for words in house.cmake_calls("add_(?:executable|library)", folder):
            yield from (path.removeprefix("./") for path in sources(words, folder))
    yield "tests/fuzz/replay.c"  # added to each target
    for floor, *words in house.cmake_calls("unit_test", "tests"):
        yield from sources(words, f"tests/{floor}")


def main():
    built, faults = set(named()), []
    there = {house.place(p) for p in house.c_files("lib", "cmd", "tests") if p.suffix == ".c"}
    there |= {house.place(p) for p in house.c_files("include") if p.name not in house.LISTS}
    faults += [f"{path}: not named in CMakeLists.txt" for path in sorted(there - built)]
    faults += [f"{path}: named in CMakeLists.txt, but not there" for path in sorted(built - there) if "$" not in path]
    house.finish(faults, len(there))


main()
