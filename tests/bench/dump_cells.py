"""dump_cells.py BOOK.xlsx SHEET: the cells of a sheet as bare_xlsxwriter reads them, one row a line."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "program"))
import read_xlsx  # noqa: E402

BLANKS = str.maketrans("\t\r\n", "   ")

for _, cells in read_xlsx.rows(*sys.argv[1:3]):
    print("\t".join("".join(cells.get(i, ("", ""))).translate(BLANKS) for i in range(max(cells) + 1)))
