/* JSON of what the region decided itself and of what a person has to look at. */
#include "json_parts.h"

static void write_overrides(struct json *json, const struct audit *audit)
{
    const struct overrides *overrides = &audit->pack->overrides;
    json_key(json, "overrides");
    json_begin(json, "[");
    for (size_t i = 0; i < overrides->list.n; i++) {
        const struct override *entry = &overrides->list.at[i];
        const struct override_use *use = &audit->override_uses[i];
        json_begin(json, "{");
        json_member(json, "id", entry->id);
        json_member(json, "file", entry->path);
        json_member_number(json, "line", entry->place.line);
        json_member(json, "class", audit->pack->classes.at[entry->class_index].id);
        json_member(json, "reason", entry->reason);
        json_member(json, "approver", entry->approver);
        json_member_or_null(json, "letter", entry->letter);
        json_member_or_null(json, "until", entry->until);
        json_member_bool(json, "applied", entry->rule != NO_INDEX);
        json_member_number(json, "lines", use->lines);
        json_amounts(json, &use->amounts);
        json_end(json, "}");
    }
    json_end(json, "]");
}

static void write_exception(struct json *json, const struct audit *audit, size_t i)
{
    const struct exception *entry = &audit->exceptions->list.at[i];
    const struct exception_use *use = &audit->exception_uses[i];
    json_begin(json, "{");
    json_member(json, "id", entry->id);
    json_member(json, "file", audit->exceptions->path);
    json_member_number(json, "line", entry->row->line);
    json_member_or_null(json, "finding", entry->finding);
    json_member_or_null(json, "check", entry->check == NO_INDEX ? S("") : audit->pack->checks.at[entry->check].id);
    json_member_or_null(json, "unit", entry->unit);
    json_member(json, "reason", entry->reason);
    json_member(json, "approver", entry->approver);
    json_member_or_null(json, "letter", entry->letter);
    json_member_or_null(json, "until", entry->until);
    json_member_bool(json, "applied", !entry->expired);
    json_member_number(json, "findings", use->findings);
    json_member_money(json, "amount", true, use->amount);
    json_end(json, "}");
}

static void write_exceptions(struct json *json, const struct audit *audit)
{
    json_key(json, "exceptions");
    json_begin(json, "[");
    for (size_t i = 0; audit->exceptions && i < audit->exceptions->list.n; i++) write_exception(json, audit, i);
    json_end(json, "]");
}

/* The rows as written; null without a policy. */
static void write_policy(struct json *json, const struct policy *policy)
{
    json_key(json, "policy");
    if (!policy->path.n) {
        json_literal(json, "null");
        return;
    }
    json_begin(json, "{");
    json_member(json, "file", policy->path);
    json_member(json, "sha256", str_from(policy->table.sha256));
    json_member(json, "scope", policy->scope == SCOPE_PRACTICE ? S("praktik") : S("ketat"));
    json_member_money(json, "tolerance", true, policy->tolerance);
    json_key(json, "rows");
    json_begin(json, "[");
    for (size_t i = 0; i < policy->table.rows.n; i++) {
        const struct ruletable_row *row = &policy->table.rows.at[i];
        json_begin(json, "{");
        json_member(json, "key", ruletable_cell(&policy->table, row, "kunci"));
        json_member_or_null(json, "class", ruletable_cell(&policy->table, row, "kelas"));
        json_member(json, "value", ruletable_cell(&policy->table, row, "nilai"));
        json_member_or_null(json, "basis", ruletable_cell(&policy->table, row, "dasar"));
        json_end(json, "}");
    }
    json_end(json, "]");
    json_end(json, "}");
}

static void write_side(struct json *json, const char *name, const struct scope_side *side)
{
    json_key(json, name);
    json_begin(json, "{");
    json_amounts(json, &side->amounts);
    json_member_money(json, "limit", side->tested, side->ceiling);
    json_member_money(json, "gap", side->tested, side->gap);
    json_end(json, "}");
}

static void write_scopes(struct json *json, const struct audit *audit)
{
    json_key(json, "scopes");
    json_begin(json, "[");
    for (size_t i = 0; i < audit->scopes.n; i++) {
        const struct scope_result *both = &audit->scopes.at[i];
        const struct result *result = &audit->results.at[both->result];
        json_begin(json, "{");
        json_member(json, "check", audit->pack->checks.at[result->check].id);
        json_member_or_null(json, "unit", result->unit == NO_UNIT ? S("") : unit_key(audit->ledger, result->unit));
        write_side(json, "strict", &both->side[SCOPE_STRICT]);
        write_side(json, "practice", &both->side[SCOPE_PRACTICE]);
        json_end(json, "}");
    }
    json_end(json, "]");
}

static void write_conflict(struct json *json, const struct audit *audit, const struct conflict *conflict)
{
    const struct line *line = &audit->ledger->lines.at[conflict->line];
    json_begin(json, "{");
    json_member(json, "file", audit->ledger->files.at[line->file].path);
    json_member_number(json, "line", line->row);
    json_member(json, "class", audit->pack->classes.at[line->class_index].id);
    json_member(json, "words", audit->pack->purposes.at[conflict->purpose].id);
    json_end(json, "}");
}

static void write_review(struct json *json, const struct audit *audit)
{
    const struct total *total = &audit->region[audit->pack->unclassified];
    json_key(json, "review");
    json_begin(json, "{");
    json_key(json, "unclassified");
    json_begin(json, "{");
    json_member_number(json, "lines", total->lines);
    json_amounts(json, &total->amounts);
    json_end(json, "}");
    json_key(json, "conflicts");
    json_begin(json, "[");
    for (size_t i = 0; i < audit->conflicts.n; i++) write_conflict(json, audit, &audit->conflicts.at[i]);
    json_end(json, "]");
    json_end(json, "}");
}

static void write_caps_of(struct json *json, const struct audit *audit, bool local)
{
    const struct standards *s = &audit->pack->standards;
    const struct caps_use use = audit_caps_use(audit, local);
    json_key(json, local ? "local" : "national");
    if (local && !s->local_path.n) {
        json_literal(json, "null");
        return;
    }
    json_begin(json, "{");
    if (local) json_member(json, "file", s->local_path);
    if (local) json_member(json, "sha256", str_from(s->local_sha256));
    json_member_number(json, "rows", use.rows);
    json_member_number(json, "used", use.used);
    json_member_number(json, "unverified", use.unverified);
    json_end(json, "}");
}

static void write_rate(struct json *json, const struct audit *audit, const struct rate *rate)
{
    static const char *const verdicts[] = {"dalam_tarif", "di_atas_tarif", "satuan_lain", "belum_diputus"};
    const struct standards *s = &audit->pack->standards;
    const struct line *line = &audit->ledger->lines.at[rate->line];
    const struct calculation *calculation = &audit->ledger->calculations.at[rate->calculation];
    bool judged = rate->verdict == RATE_WITHIN || rate->verdict == RATE_ABOVE;
    json_begin(json, "{");
    json_member(json, "file", audit->ledger->files.at[line->file].path);
    json_member_number(json, "line", calculation->row);
    json_member(json, "unit", unit_key(audit->ledger, rate->unit));
    json_member(json, "verdict", str_from(verdicts[rate->verdict]));
    json_member_or_null(json, "reason", rate->verdict == RATE_UNDECIDED ? text_str(rate->reason, false) : S(""));
    json_member_or_null(json, "role", rate->role == NO_INDEX ? S("") : s->list.at[rate->role].id);
    json_member_or_null(json, "tier", rate->tier == NO_INDEX ? S("") : s->list.at[rate->tier].id);
    json_member_or_null(json, "measure_unit", rate->measure_unit == NO_INDEX ? S("") : s->list.at[rate->measure_unit].id);
    json_member_money(json, "price", calculation->has_price, calculation->price);
    json_member_money(json, "volume", rate->has_volume, (struct money){rate->volume});
    json_member_money(json, "cap", judged, judged ? s->caps.at[rate->cap].most : (struct money){0});
    json_member_or_null(json, "regulation", judged ? s->caps.at[rate->cap].regulation : S(""));
    json_member_or_null(json, "certainty", judged ? str_from(certainty_id(s->caps.at[rate->cap].certainty)) : S(""));
    json_member_money(json, "over", rate->verdict == RATE_ABOVE, rate->over);
    json_end(json, "}");
}

static void write_rates(struct json *json, const struct audit *audit)
{
    json_key(json, "caps");
    json_begin(json, "{");
    write_caps_of(json, audit, false);
    write_caps_of(json, audit, true);
    json_end(json, "}");
    json_key(json, "rates");
    json_begin(json, "[");
    for (size_t i = 0; i < audit->rates.n; i++)
        if (audit->rates.at[i].held && audit->rates.at[i].calculation != NO_UNIT) write_rate(json, audit, &audit->rates.at[i]);
    json_end(json, "]");
}

void json_local(struct json *json, const struct audit *audit)
{
    write_overrides(json, audit);
    write_exceptions(json, audit);
    write_policy(json, &audit->pack->policy);
    write_rates(json, audit);
    write_scopes(json, audit);
    write_review(json, audit);
}
