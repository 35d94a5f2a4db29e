"""A file includes headers of its own floor or of floors below, never above; each foreign library has one file that knows it."""

import re

import house

# foreign header -> library; all headers of one library belong into one file
FOREIGN = {
    "csv.h": "libcsv", "xlsxwriter.h": "libxlsxwriter", "minizip/unzip.h": "minizip", "minizip/zip.h": "minizip", "unzip.h": "minizip", "zlib.h": "zlib",
    "isa-l.h": "ISA-L", "expat.h": "expat", "gcrypt.h": "libgcrypt", "iconv.h": "iconv",
}

FLOORS = house.floors()
ORDER = list(FLOORS) + [house.PROGRAM]
OWNER = {header: floor for floor, headers in FLOORS.items() for header in headers}


def floor_of(path):
    parts = path.relative_to(house.ROOT).parts
    if parts[0] == "include":
        return OWNER.get(path.name)
    return parts[0] if parts[0] == house.PROGRAM else parts[1]


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if match:
            yield number, match[1] + match[2]


def fault_of(path, mine, what):
    """What is wrong with this #include, or None."""
    style, name = what[0], what[1:]
    if name.startswith("effcheck/"):
        owner = OWNER.get(name.removeprefix("effcheck/"))
        if owner is None:
            return f"<{name}> belongs to no floor in CMakeLists.txt"
        if ORDER.index(owner) > ORDER.index(mine):
            return f"floor {mine} includes {name} of floor {owner} above"
        return None
    if style == '"' and not (path.parent / name).is_file():
        return f'"{name}" is not in this folder: private headers stay on their floor'
    if style == '"' and (path.parent / name).resolve().parent != path.parent:
        return f'"{name}" leaves the folder: private headers stay on their floor'
    return None


def main():
    faults, users, checked = [], {}, 0
    for path in house.c_files("include", "lib", "cmd"):
        mine = floor_of(path)
        if mine not in ORDER:
            faults.append(f"{house.place(path)}: on no floor of CMakeLists.txt")
            continue
        for line, what in includes(path):
            checked += 1
            fault = fault_of(path, mine, what)
            if fault:
                faults.append(f"{house.place(path)}:{line}: {fault}")
            if what[0] == "<" and what[1:] in FOREIGN:
                users.setdefault(FOREIGN[what[1:]], set()).add(house.place(path))
    for library, files in sorted(users.items()):
        if len(files) > 1:
            faults.append(f"{library} is included in {len(files)} files: {', '.join(sorted(files))}")
    house.finish(faults, checked)


main()
