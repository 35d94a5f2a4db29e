#include "effcheck/report.h"
#include "json_writer.h"

static void write_move(struct json *json, const struct move *move)
{
    static const char *const names[MEASURE_COUNT] = {[MURNI] = "murni", [KINI] = "kini", [REALISASI] = "realisasi"};
    json_begin(json, "{");
    json_member_or_null(json, "unit", move->unit);
    json_member_or_null(json, "from", move->from);
    json_member_or_null(json, "to", move->to);
    json_member_number(json, "lines", move->lines);
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++) json_member_money(json, names[m], amounts_has(&move->amounts, m), move->amounts.of[m]);
    json_end(json, "}");
}

static void write_flip(struct json *json, const struct flip *flip)
{
    json_begin(json, "{");
    json_member(json, "check", flip->check);
    json_member_or_null(json, "unit", flip->unit);
    json_member_or_null(json, "from", flip->had ? str_from(verdict_id(flip->from)) : S(""));
    json_member_or_null(json, "to", flip->has ? str_from(verdict_id(flip->to)) : S(""));
    json_end(json, "}");
}

bool report_diff_json(FILE *out, const struct audit_diff *diff)
{
    struct json json = json_new(out);
    json_begin(&json, "{");
    json_key(&json, "moves");
    json_begin(&json, "[");
    for (size_t i = 0; i < diff->moves.n; i++) write_move(&json, &diff->moves.at[i]);
    json_end(&json, "]");
    json_key(&json, "sum");
    write_move(&json, &diff->sum);
    json_key(&json, "flips");
    json_begin(&json, "[");
    for (size_t i = 0; i < diff->flips.n; i++) write_flip(&json, &diff->flips.at[i]);
    json_end(&json, "]");
    json_end(&json, "}");
    return json_finish(&json);
}
