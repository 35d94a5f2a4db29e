"""Threads that wait sleep, unless somebody wants it otherwise: libgomp itself says what it has read."""

import sys

import program

WAYS = {"passive": {}, "active": {"OMP_WAIT_POLICY": "active"}}


def main():
    opts = program.options()
    for wanted, environment in WAYS.items():
        with program.empty_folder() as folder:
            said = program.run(opts, folder, "--version", OMP_DISPLAY_ENV="true", **environment).stderr.decode()
            assert f"OMP_WAIT_POLICY = '{wanted.upper()}'" in said, said
    print("waiting threads sleep, or not, as wanted")


if __name__ == "__main__":
    sys.exit(main())
