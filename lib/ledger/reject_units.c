/* To whom a rejected row goes back: the unit of its line, or of the line before it in the file. */
#include "joining.h"

void assign_reject_units(struct ledger *ledger)
{
    size_t line = 0;
    for (size_t i = 0; i < ledger->rejects.n; i++) {
        struct reject *reject = &ledger->rejects.at[i];
        while (line < ledger->lines.n && ledger->lines.at[line].file < reject->file) line++;
        while (line + 1 < ledger->lines.n && ledger->lines.at[line + 1].file == reject->file &&
               ledger->lines.at[line + 1].row <= reject->row)
            line++;
        bool found = line < ledger->lines.n && ledger->lines.at[line].file == reject->file;
        reject->unit = found ? ledger->lines.at[line].unit : UINT32_MAX;
    }
}
