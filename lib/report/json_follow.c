/* JSON of what became of earlier findings and figures. */
#include "json_parts.h"

void json_followed(struct json *json, const struct audit *audit, size_t finding)
{
    const struct follow_up *follow = audit->follow_up;
    const struct followed *one = follow && follow->past ? &follow->list.at[finding] : NULL;
    json_member_or_null(json, "status", one ? str_from(follow_status_id(one->status)) : S(""));
    json_key(json, "age_months");
    if (one) json_number(json, (uint64_t)one->age);
    else json_literal(json, "null");
    json_member_money(json, "previous_amount", one && one->has_old, one ? one->old : (struct money){0});
}

static void write_gone(struct json *json, const struct audit *audit)
{
    const struct follow_up *follow = audit->follow_up;
    json_key(json, "gone");
    json_begin(json, "[");
    for (size_t i = audit->findings.n; i < follow->list.n; i++) {
        const struct followed *one = &follow->list.at[i];
        json_begin(json, "{");
        json_member(json, "id", one->trail.id);
        json_member_or_null(json, "check", one->trail.check);
        json_member_or_null(json, "unit", one->trail.unit_code.n ? one->trail.unit_code : one->trail.unit);
        json_member(json, "status", str_from(follow_status_id(one->status)));
        json_member_date_or_null(json, "closed", one->trail.closed);
        json_member_money(json, "amount", one->trail.first.year != 0, one->trail.amount);
        json_end(json, "}");
    }
    json_end(json, "]");
}

static void write_side(struct json *json, const char *name, const struct reported *side)
{
    json_key(json, name);
    json_begin(json, "{");
    json_member_number(json, "lines", side->lines);
    json_amounts(json, &side->amounts);
    json_end(json, "}");
}

static void write_changes(struct json *json, const struct follow_up *follow)
{
    static const char *const ids[PAST_CHANGE_COUNT] = {"tetap", "baru", "angka_berubah", "baris_hilang", "isi_berubah", "tidak_melapor"};
    json_key(json, "changes");
    json_begin(json, "[");
    for (size_t i = 0; i < follow->reported.n; i++) {
        const struct compared *row = &follow->reported.at[i];
        if (row->change == PAST_SAME || row->change == PAST_NEW) continue;
        json_begin(json, "{");
        json_member(json, "unit", row->now.code.n ? row->now.code : row->now.name);
        json_member_date_or_null(json, "month", row->now.month);
        json_member(json, "change", str_from(ids[row->change]));
        write_side(json, "now", &row->now);
        write_side(json, "before", &row->before);
        json_end(json, "}");
    }
    json_end(json, "]");
}

void json_follow_up(struct json *json, const struct audit *audit)
{
    const struct follow_up *follow = audit->follow_up;
    json_key(json, "follow_up");
    if (!follow || !follow->past) {
        json_literal(json, "null");
        return;
    }
    json_begin(json, "{");
    json_member(json, "previous", follow->past->path);
    json_member_date_or_null(json, "previous_month", follow_compared(follow));
    json_member_date_or_null(json, "month", follow->month);
    json_key(json, "counts");
    json_begin(json, "{");
    for (enum follow_status status = 0; status < FOLLOW_STATUS_COUNT; status++) json_member_number(json, follow_status_id(status), follow->count[status]);
    json_end(json, "}");
    json_key(json, "overdue");
    json_begin(json, "[");
    for (size_t i = 0; i < follow->overdue.n; i++) json_text(json, follow->list.at[follow->overdue.at[i]].trail.id);
    json_end(json, "]");
    write_gone(json, audit);
    write_changes(json, follow);
    json_end(json, "}");
}
