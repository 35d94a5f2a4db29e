#include "effcheck/report.h"
#include "json_parts.h"
#include "sheets.h"

void json_amounts(struct json *json, const struct amounts *values)
{
    static const char *const names[MEASURE_COUNT] = {[MURNI] = "murni", [KINI] = "kini", [REALISASI] = "realisasi"};
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++) json_member_money(json, names[m], amounts_has(values, m), values->of[m]);
}

static void member_amounts(struct json *json, const char *name, const struct amounts *values)
{
    json_key(json, name);
    json_begin(json, "{");
    json_amounts(json, values);
    json_end(json, "}");
}

struct view {
    const struct audit *audit;
    const struct ledger *ledger;
    int language; /* index of texts in two languages */
};

static void write_run(struct json *json, const struct run_options *options)
{
    json_key(json, "run");
    json_begin(json, "{");
    json_member(json, "effcheck", options->version);
    json_member_date_or_null(json, "date", options->date);
    json_member_date_or_null(json, "period", options->period);
    json_member_or_null(json, "region", options->region);
    json_member_bool(json, "what_if", options->what_if);
    json_end(json, "}");
}

static void write_pack(struct json *json, const struct pack *pack)
{
    json_key(json, "pack");
    json_begin(json, "{");
    json_member(json, "id", pack->id);
    json_member(json, "version", pack->version);
    json_member_number(json, "fiscal_year", (uint64_t)pack->fiscal_year);
    json_member(json, "sha256", str_from(pack->sha256));
    json_end(json, "}");
}

static void member_reconciled(struct json *json, int reconciled)
{
    json_key(json, "reconciled");
    json_literal(json, reconciled < 0 ? "null" : reconciled ? "true" : "false");
}

static void write_file_identity(struct json *json, const struct input_file *file)
{
    bool read = file->opened && file->dialect.delimiter;
    json_member(json, "path", file->path);
    json_member_or_null(json, "sheet", file->sheet);
    json_member_or_null(json, "sha256", str_from(file->sha256));
    json_member_or_null(json, "encoding", file->opened ? str_from(encoding_name(file->encoding)) : S(""));
    json_member_or_null(json, "delimiter", (struct str){&file->dialect.delimiter, read});
    json_member_number_or_null(json, "year", (uint64_t)file->year);
    json_member_or_null(json, "unit", file->unit_code.n ? file->unit_code : file->unit_name);
}

static void write_months(struct json *json, const struct input_file *file)
{
    json_key(json, "months");
    json_begin(json, "[");
    for (size_t i = 0; i < file->months.n; i++) {
        const struct month_sum *month = &file->months.at[i];
        json_begin(json, "{");
        json_member_date_or_null(json, "month", month->month);
        json_member_number(json, "lines", month->lines);
        json_member_money(json, "realisasi", true, month->realisasi);
        json_end(json, "}");
    }
    json_end(json, "]");
}

static void write_file(struct json *json, const struct input_file *file)
{
    json_begin(json, "{");
    write_file_identity(json, file);
    json_member_number(json, "rows_read", file->rows_read);
    json_member_number(json, "rows_used", file->rows_used);
    json_member_number(json, "rows_excluded", input_file_excluded(file));
    json_member_number(json, "rows_rejected", file->rows_rejected);
    member_amounts(json, "sums", &file->sums);
    member_amounts(json, "stated", &file->stated);
    member_reconciled(json, file->reconciled);
    write_months(json, file);
    json_end(json, "}");
}

static void write_files(struct json *json, const struct ledger *ledger)
{
    json_key(json, "files");
    json_begin(json, "[");
    for (size_t i = 0; i < ledger->files.n; i++) write_file(json, &ledger->files.at[i]);
    json_end(json, "]");
}

static void write_class_total(struct json *json, const struct total *total)
{
    json_begin(json, "{");
    json_member_number(json, "lines", total->lines);
    json_amounts(json, &total->amounts);
    json_end(json, "}");
}

static void write_unit(struct json *json, const struct view *view, uint32_t unit)
{
    const struct unit *u = &view->ledger->units.at[unit];
    const struct pack *pack = view->audit->pack;
    json_begin(json, "{");
    json_member_or_null(json, "code", ledger_text(view->ledger, u->code));
    json_member(json, "name", ledger_text(view->ledger, u->name));
    json_key(json, "classes");
    json_begin(json, "{");
    for (uint16_t c = 0; c < pack->classes.n; c++) {
        json_key_of(json, pack->classes.at[c].id);
        write_class_total(json, audit_total(view->audit, unit, c));
    }
    json_end(json, "}");
    json_end(json, "}");
}

static void write_units(struct json *json, const struct view *view)
{
    json_key(json, "units");
    json_begin(json, "[");
    for (uint32_t unit = 0; unit < view->ledger->units.n; unit++) write_unit(json, view, unit);
    json_end(json, "]");
}

static void member_unit(struct json *json, const struct ledger *ledger, uint32_t unit)
{
    json_member_or_null(json, "unit", unit == NO_UNIT ? S("") : unit_key(ledger, unit));
}

static void write_check(struct json *json, const struct view *view, const struct result *result)
{
    json_begin(json, "{");
    json_member(json, "id", view->audit->pack->checks.at[result->check].id);
    member_unit(json, view->ledger, result->unit);
    json_member(json, "verdict", str_from(verdict_id(result->verdict)));
    json_member(json, "reason", result->reason[view->language]);
    json_amounts(json, &result->amounts);
    json_member_money(json, "limit", result->has_limit, result->limit);
    json_member_money(json, "gap", result->has_gap, result->gap);
    json_end(json, "}");
}

static void write_checks(struct json *json, const struct view *view)
{
    json_key(json, "checks");
    json_begin(json, "[");
    for (size_t i = 0; i < view->audit->results.n; i++) write_check(json, view, &view->audit->results.at[i]);
    json_end(json, "]");
}

static void write_place(struct json *json, struct str path, uint32_t row)
{
    json_begin(json, "{");
    json_member(json, "file", path);
    json_member_number_or_null(json, "line", row); /* null: the file as a whole */
    json_end(json, "}");
}

static void write_places(struct json *json, const struct view *view, const struct finding *finding)
{
    json_key(json, "lines");
    json_begin(json, "[");
    if (finding->file.n) write_place(json, finding->file, finding->row);
    for (uint32_t i = 0; i < finding->line_count; i++) {
        const struct line *line = &view->ledger->lines.at[view->audit->finding_lines.at[finding->first_line + i]];
        write_place(json, view->ledger->files.at[line->file].path, line->row);
    }
    json_end(json, "]");
}

static void write_finding(struct json *json, const struct view *view, const struct finding *finding)
{
    json_begin(json, "{");
    json_member(json, "id", finding->id);
    json_member(json, "check", view->audit->pack->checks.at[finding->check].id);
    member_unit(json, view->ledger, finding->unit);
    json_member(json, "severity", str_from(severity_id(finding->severity)));
    json_member_money(json, "amount", true, finding->amount);
    const struct exception *exception = finding_exception(view->audit, finding);
    json_member_or_null(json, "exception", exception ? exception->id : S(""));
    json_followed(json, view->audit, (size_t)(finding - view->audit->findings.at));
    json_member(json, "text", finding->condition[view->language]);
    write_places(json, view, finding);
    json_end(json, "}");
}

static void write_findings(struct json *json, const struct view *view)
{
    json_key(json, "findings");
    json_begin(json, "[");
    for (size_t i = 0; i < view->audit->findings.n; i++) write_finding(json, view, &view->audit->findings.at[i]);
    json_end(json, "]");
}

static bool is_balanced(const struct ledger *ledger)
{
    for (size_t i = 0; i < ledger->files.n; i++) {
        const struct input_file *file = &ledger->files.at[i];
        if (file->rows_read != file->rows_used + input_file_excluded(file) + file->rows_rejected) return false;
    }
    return true;
}

static void write_control(struct json *json, const struct audit *audit)
{
    struct run_facts facts = run_facts_of(&(struct report){.audit = audit});
    json_key(json, "control");
    json_begin(json, "{");
    json_member_number(json, "rows_read", facts.read);
    json_member_number(json, "rows_used", facts.used);
    json_member_number(json, "rows_excluded", facts.excluded);
    json_member_number(json, "rows_rejected", facts.rejected);
    json_member_bool(json, "balanced", is_balanced(audit->ledger));
    json_end(json, "}");
}

static void write_unit_book(struct json *json, const struct view *view, const struct unit_books *books, uint32_t unit)
{
    const struct unit_book *book = &books->books[unit];
    json_begin(json, "{");
    member_unit(json, view->ledger, unit);
    json_member(json, "path", book->path);
    json_member_or_null(json, "sha256", str_from(book->sha256));
    json_member_number(json, "lines", book->lines);
    json_member_number(json, "rejected", book->rejected);
    json_end(json, "}");
}

static void write_unit_books(struct json *json, const struct view *view, const struct unit_books *books)
{
    json_key(json, "workbooks");
    json_begin(json, "[");
    for (uint32_t unit = 0; books && unit < view->ledger->units.n; unit++) write_unit_book(json, view, books, unit);
    json_end(json, "]");
}

bool report_json(FILE *out, const struct audit *audit, const struct run_options *options)
{
    struct json json = json_new(out);
    struct view view = {audit, audit->ledger, options->english};
    json_begin(&json, "{");
    json_member(&json, "schema", S(REPORT_JSON_SCHEMA));
    write_run(&json, options);
    write_pack(&json, audit->pack);
    write_control(&json, audit);
    write_files(&json, audit->ledger);
    write_units(&json, &view);
    write_checks(&json, &view);
    write_findings(&json, &view);
    json_follow_up(&json, audit);
    json_local(&json, audit);
    write_unit_books(&json, &view, options->unit_books);
    json_end(&json, "}");
    return json_finish(&json);
}
