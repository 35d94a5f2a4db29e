#!/usr/bin/env python3
"""While many files are read a terminal shows one line of progress, and takes it away; nobody else sees it, and short runs show none."""

import os
import pty
import sys
import time

import program

HEADER = "KODE OPD,NAMA OPD,KODE REKENING,NAMA REKENING,URAIAN,PAGU\n"
LINE = "1.0%d,Dinas %d,5.1.02.01.01.0024,Belanja Alat Tulis Kantor,Barang %d,%d\n"
SKIPPED = 77
LONG_ENOUGH = 2.5  # seconds that the run must take to be sure that reading alone takes more than one


def write_files(folder, files, lines):
    names = []
    for i in range(files):
        names.append("opd_%02d.csv" % i)
        (folder / names[-1]).write_text(HEADER + "".join(LINE % (i, i, k, k + 1) for k in range(lines)), encoding="utf-8")
    return names


def on_terminal(opts, folder, *args, **environment):
    """What stands on the terminal that is the program's stderr, and the seconds."""
    binary, env = str(opts.program.resolve()), {"EFFCHECK_RULES": str(opts.rules.resolve()), "TERM": "xterm"} | environment
    env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | env
    pid, terminal = pty.fork()
    if pid == 0:
        try:
            os.chdir(folder)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.execve(binary, ["effcheck", *args], env)
        finally:
            os._exit(127)
    began, seen = time.monotonic(), b""
    while True:
        try:
            more = os.read(terminal, 65536)
        except OSError:  # the program has ended
            break
        if not more:
            break
        seen += more
    os.waitpid(pid, 0)
    os.close(terminal)
    return seen.decode("utf-8"), time.monotonic() - began


def main():
    opts = program.options()
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError:
        print("no terminals here")
        sys.exit(SKIPPED)
    with program.empty_folder() as folder:
        names = write_files(folder, 2, 3)
        short, _ = on_terminal(opts, folder, "classify", *names)
        assert "berkas ·" not in short and "\033[K" not in short, short
        lines, seconds = 500, 0.0
        while seconds < LONG_ENOUGH:
            lines *= 4
            names = write_files(folder, 24, lines)
            seen, seconds = on_terminal(opts, folder, "classify", *names)
        shown = [part for part in seen.split("\r\033[K") if "berkas ·" in part]
        assert shown, seen
        for part in shown:
            assert "/24 berkas · " in part and " rincian · " in part and "/detik · sisa " in part and "opd_" in part, part
            assert len(part.splitlines()[0]) < 80, part
        assert "berkas ·" not in seen.split("\r\033[K")[-1], "the line is not taken away"
        plain, _ = on_terminal(opts, folder, "classify", *names, NO_COLOR="1")
        assert "berkas ·" in plain and "\033" not in plain, plain
        quiet, _ = on_terminal(opts, folder, "classify", "--quiet", *names)
        assert quiet == "", quiet
        piped = program.run(opts, folder, "classify", *names)
        assert b"berkas \xc2\xb7" not in piped.stderr and b"\r" not in piped.stderr, piped.stderr


main()
