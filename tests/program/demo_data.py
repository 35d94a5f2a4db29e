"""The demo data are what their generator writes, byte for byte."""

import subprocess
import sys

import program


def main():
    with program.empty_folder() as folder:
        subprocess.run([sys.executable, str(program.DEMO / "make_demo.py"), str(folder)], check=True, timeout=120, capture_output=True)
        made = {path.name: path.read_bytes() for path in folder.glob("*.csv")}
    kept = {path.name: path.read_bytes() for path in program.DEMO.glob("*.csv")}
    faults = [f"{name} differs" for name in sorted(made.keys() | kept.keys()) if made.get(name) != kept.get(name)]
    print("\n".join(faults) or f"{len(kept)} files")
    sys.exit(1 if faults or not kept else 0)


main()
