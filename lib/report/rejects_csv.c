#include <string.h>

#include "effcheck/report.h"
#include "effcheck/text.h"
#include "utf8.h"

struct row {
    FILE *out;
    struct arena *scratch;
    bool begun;
};

/* A cell that a spreadsheet would take for a formula. */
static bool is_active(struct str value) { return value.n && strchr("=+-@\t\r", value.p[0]) != NULL; }

static void cell_raw(struct row *row, struct str value)
{
    if (row->begun) putc(';', row->out);
    row->begun = true;
    putc('"', row->out);
    for (struct str piece; utf8_next(&value, &piece);)
        for (size_t i = 0; i < piece.n; i++) {
            if (piece.p[i] == '"') putc('"', row->out);
            putc(piece.p[i], row->out);
        }
    putc('"', row->out);
}

/* A word of ours or of the file beside its explanation: with an apostrophe in front where it would become a formula. */
static void cell(struct row *row, struct str value) { cell_raw(row, is_active(value) ? str_join(row->scratch, S("'"), value) : value); }

static void heading(FILE *out, bool english, struct arena *scratch)
{
    static const enum text_id names[] = {TEXT_FILE,       TEXT_LINE,    TEXT_UNIT_CODE, TEXT_UNIT,         TEXT_COLUMN,
                                         TEXT_VALUE_SEEN, TEXT_MESSAGE, TEXT_ACCEPTED,  TEXT_MESSAGE_CODE, TEXT_RAW_ROW};
    struct row row = {.out = out, .scratch = scratch};
    fputs("\xEF\xBB\xBF", out);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) cell(&row, text_str(names[i], english));
    fputs("\r\n", out);
}

static void write_reject(FILE *out, const struct ledger *ledger, const struct reject *reject, bool english, struct arena *scratch)
{
    struct row row = {.out = out, .scratch = scratch};
    const struct unit *unit = reject->unit < ledger->units.n ? &ledger->units.at[reject->unit] : &(struct unit){0};
    struct diag diag = {.kind = reject->kind, .column = reject->column, .value = reject->value, .detail = reject->accepted};
    cell(&row, ledger->files.at[reject->file].path);
    cell(&row, str_format(scratch, "%u", reject->row));
    cell(&row, ledger_text(ledger, unit->code));
    cell(&row, ledger_text(ledger, unit->name));
    cell(&row, reject->column);
    cell(&row, reject->value);
    cell(&row, diag_sentence(scratch, &diag, english));
    cell(&row, reject->accepted);
    cell(&row, str_from(diag_slug(reject->kind)));
    cell_raw(&row, reject->raw);
    fputs("\r\n", out);
}

bool report_rejects(FILE *out, const struct audit *audit, const struct run_options *options)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    heading(out, options->english, &scratch);
    for (size_t i = 0; i < audit->ledger->rejects.n; i++) {
        write_reject(out, audit->ledger, &audit->ledger->rejects.at[i], options->english, &scratch);
        arena_release(&scratch);
    }
    arena_release(&scratch);
    return fflush(out) == 0 && !ferror(out);
}
