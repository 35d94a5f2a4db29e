#include <string.h>

#include "digits.h"
#include "effcheck/report.h"
#include "utf8.h"

enum { LINES_A_SCRATCH = 4096 }; /* after so many lines the scratch memory is given back */

/* One row being written (RFC 4180, line feed at its end). */
struct row {
    FILE *out;
    bool begun;
};

static bool needs_quotes(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (strchr(",\"\r\n", s.p[i])) return true;
    return false;
}

static void put_quoted(FILE *out, struct str piece)
{
    for (size_t i = 0; i < piece.n; i++) {
        if (piece.p[i] == '"') putc('"', out);
        putc(piece.p[i], out);
    }
}

static void cell(struct row *row, struct str value)
{
    if (row->begun) putc(',', row->out);
    row->begun = true;
    bool quotes = needs_quotes(value);
    if (quotes) putc('"', row->out);
    for (struct str piece; utf8_next(&value, &piece);) {
        if (quotes)
            put_quoted(row->out, piece);
        else
            fwrite(piece.p, 1, piece.n, row->out);
    }
    if (quotes) putc('"', row->out);
}

static void cell_number(struct row *row, uint32_t value)
{
    char digits[DIGITS_WHOLE];
    cell(row, (struct str){digits, whole_digits(value, digits)});
}

static void cell_amounts(struct row *row, const struct amounts *amounts)
{
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++) {
        char digits[MONEY_TEXT_MAX] = "";
        if (amounts_has(amounts, m)) money_plain(amounts->of[m], digits);
        cell(row, str_from(digits));
    }
}

static struct str joined(struct arena *arena, struct str list, const char *separator, struct str item)
{
    if (item.n == 0) return list;
    if (list.n == 0) return item;
    return str_format(arena, "%.*s%s%.*s", STR_ARG(list), separator, STR_ARG(item));
}

static struct str purposes(const struct pack *pack, uint32_t set, struct arena *scratch)
{
    struct str list = S("");
    for (size_t i = 0; i < pack->purposes.n; i++)
        if (set >> i & 1u) list = joined(scratch, list, ";", pack->purposes.at[i].id);
    return list;
}

/* What the deciding rule saw: its account prefix and its phrases, joined by " + ". */
static struct str matched(const struct audit *audit, const struct line *line, struct arena *scratch)
{
    if (line->rule == NO_INDEX) return S("");
    struct rule_texts texts = line_texts(audit->ledger, line);
    struct rule_evidence evidence = rule_evidence(audit->pack, line->rule, &texts, scratch);
    struct str list = joined(scratch, evidence.account, " + ", evidence.phrase[PHRASE_WORDS]);
    return joined(scratch, list, " + ", evidence.phrase[PHRASE_ALSO]);
}

static void cells_origin(struct row *row, const struct ledger *ledger, const struct line *line)
{
    const struct unit *unit = &ledger->units.at[line->unit];
    const struct activity *activity = &ledger->activities.at[line->activity];
    cell(row, ledger->files.at[line->file].path);
    cell_number(row, line->row);
    const uint32_t texts[] = {unit->code, unit->name, activity->code, activity->name, line->account, line->account_name, line->text};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) cell(row, ledger_text(ledger, texts[i]));
}

static void cells_verdict(struct row *row, const struct audit *audit, const struct line *line, struct arena *scratch)
{
    const struct pack *pack = audit->pack;
    const struct rule *rule = line->rule == NO_INDEX ? NULL : &pack->rules.at[line->rule];
    cell(row, pack->classes.at[line->class_index].id);
    cell(row, purposes(pack, line->purposes, scratch));
    cell(row, rule ? rule->id : S(""));
    cell(row, rule ? str_format(scratch, "%.*s:%u", STR_ARG(rule->place.file), rule->place.line) : S(""));
    cell(row, matched(audit, line, scratch));
    cell(row, line->runner_up == NO_INDEX ? S("") : pack->rules.at[line->runner_up].id);
}

static void write_line(FILE *out, const struct audit *audit, const struct line *line, struct arena *scratch)
{
    struct row row = {.out = out};
    cells_origin(&row, audit->ledger, line);
    cell_amounts(&row, &line->amounts);
    cells_verdict(&row, audit, line, scratch);
    putc('\n', out);
}

bool report_classified_csv(FILE *out, const struct audit *audit)
{
    struct arena scratch = {.out_of_memory = audit->arena->out_of_memory};
    fputs("file,line,unit_code,unit_name,sub_kegiatan_code,sub_kegiatan,account,account_name,text,murni,kini,realisasi,"
          "class,purposes,rule,rule_at,matched,runner_up\n",
          out);
    for (size_t i = 0; i < audit->ledger->lines.n; i++) {
        const struct line *line = &audit->ledger->lines.at[i];
        if (!line->rejected) write_line(out, audit, line, &scratch);
        if (i % LINES_A_SCRATCH == LINES_A_SCRATCH - 1) arena_release(&scratch);
    }
    arena_release(&scratch);
    return fflush(out) == 0 && !ferror(out);
}
