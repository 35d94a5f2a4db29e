#include "csv_row.h"
#include "effcheck/report.h"

static const enum text_id HEADS[] = {TEXT_FILE,       TEXT_LINE,    TEXT_UNIT_CODE, TEXT_UNIT,         TEXT_COLUMN,
                                     TEXT_VALUE_SEEN, TEXT_MESSAGE, TEXT_ACCEPTED,  TEXT_MESSAGE_CODE, TEXT_RAW_ROW};

static void write_reject(FILE *out, const struct ledger *ledger, const struct reject *reject, bool english, struct arena *scratch)
{
    struct csv_row row = {.out = out, .scratch = scratch};
    const struct unit *unit = reject->unit < ledger->units.n ? &ledger->units.at[reject->unit] : &(struct unit){0};
    struct diag diag = {.kind = reject->kind, .column = reject->column, .value = reject->value, .detail = reject->accepted};
    csv_cell(&row, ledger->files.at[reject->file].path);
    csv_cell(&row, str_format(scratch, "%u", reject->row));
    csv_cell(&row, ledger_text(ledger, unit->code));
    csv_cell(&row, ledger_text(ledger, unit->name));
    csv_cell(&row, reject->column);
    csv_cell(&row, reject->value);
    csv_cell(&row, diag_sentence(scratch, &diag, english));
    csv_cell(&row, reject->accepted);
    csv_cell(&row, str_from(diag_slug(reject->kind)));
    csv_cell_raw(&row, reject->raw);
    csv_end(&row);
}

bool report_rejects(FILE *out, const struct audit *audit, const struct run_options *options)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    csv_heading(out, HEADS, sizeof HEADS / sizeof *HEADS, options->english, &scratch);
    for (size_t i = 0; i < audit->ledger->rejects.n; i++) {
        write_reject(out, audit->ledger, &audit->ledger->rejects.at[i], options->english, &scratch);
        arena_release(&scratch);
    }
    arena_release(&scratch);
    return fflush(out) == 0 && !ferror(out);
}
