/* What the region decided itself, printed in full on the sheet of parameters: overrides and exceptions with their use, and the policy. */
#include "sheets.h"

enum { L_ID, L_WHAT, L_CLASS, L_LINES, L_WHY, L_MURNI, L_KINI = L_MURNI + 2 }; /* columns of the sheet of parameters */

static struct str joined(struct report *report, struct str list, struct str item)
{
    if (!item.n) return list;
    return str_format(report->arena, "%.*s%s%.*s", STR_ARG(list), list.n ? "; " : "", STR_ARG(item));
}

static void put_override(struct report *report, uint32_t row, size_t i)
{
    const struct pack *pack = report->audit->pack;
    const struct override *entry = &pack->overrides.list.at[i];
    const struct override_use *use = &report->audit->override_uses[i];
    struct str place = place_words(report, &entry->place), class = pack->classes.at[entry->class_index].name[report->english];
    struct str why = joined(report, joined(report, joined(report, entry->reason, entry->approver), entry->letter), entry->until);
    if (entry->rule == NO_INDEX) why = joined(report, why, report_text(report, TEXT_EXPIRED));
    else if (!use->lines) why = joined(report, why, report_text(report, TEXT_UNUSED));
    book_text(report->basis, row, L_ID, STYLE_SMALL, str_format(report->arena, "%.*s (%.*s)", STR_ARG(entry->id), STR_ARG(place)));
    book_text(report->basis, row, L_WHAT, STYLE_SMALL, entry->what);
    book_text(report->basis, row, L_CLASS, STYLE_SMALL, class);
    book_integer(report->basis, row, L_LINES, STYLE_INTEGER, use->lines);
    book_text(report->basis, row, L_WHY, STYLE_SMALL, why);
    for (uint32_t m = 0; m < 2; m++) {
        enum measure measure = m ? KINI : MURNI;
        uint32_t column = m ? L_KINI : L_MURNI;
        if (amounts_has(&use->amounts, measure)) book_merged_money(report->basis, row, column, column + 1, STYLE_MONEY, use->amounts.of[measure]);
        else book_merged(report->basis, row, column, column + 1, STYLE_ABSENT, S(""));
    }
}

static uint32_t put_overrides(struct report *report, uint32_t row)
{
    static const enum text_id heads[] = {TEXT_ID, TEXT_LOOKS_FOR, TEXT_CLASS, TEXT_LINES, TEXT_APPROVAL};
    const struct overrides *overrides = &report->audit->pack->overrides;
    if (!overrides->path.n) {
        paragraph_put(report->basis, row, 0, L_KINI + 1, STYLE_PARAGRAPH, report_text(report, TEXT_OVERRIDES_NONE));
        return row + 1;
    }
    struct str file = str_format(report->arena, "%.*s · SHA-256 %s", STR_ARG(path_words(report, overrides->path)), overrides->sha256);
    book_text(report->basis, row++, 0, STYLE_SECTION, text_filled(report->arena, TEXT_OVERRIDES, report->english, file));
    header_put(report, report->basis, row, heads, sizeof heads / sizeof *heads);
    book_merged(report->basis, row, L_MURNI, L_MURNI + 1, STYLE_HEADER, report_text(report, TEXT_MURNI));
    book_merged(report->basis, row++, L_KINI, L_KINI + 1, STYLE_HEADER, report_text(report, TEXT_KINI));
    for (size_t i = 0; i < overrides->list.n; i++) put_override(report, row++, i);
    return row + 1;
}

static void put_exception(struct report *report, uint32_t row, size_t i)
{
    const struct exception *entry = &report->audit->exceptions->list.at[i];
    const struct exception_use *use = &report->audit->exception_uses[i];
    struct str id = str_format(report->arena, "%.*s (%.*s:%u)", STR_ARG(entry->id), STR_ARG(entry->row->file->label), entry->row->line);
    struct str check = entry->check == NO_INDEX ? S("") : report->audit->pack->checks.at[entry->check].id;
    struct str what = entry->finding.n ? entry->finding : text_filled(report->arena, TEXT_EXCEPTION_TARGET, report->english, check, entry->unit);
    struct str why = joined(report, exception_words(report, entry), entry->until);
    if (entry->expired) why = joined(report, why, report_text(report, TEXT_EXPIRED));
    else if (!use->findings) why = joined(report, why, report_text(report, TEXT_UNUSED));
    book_text(report->basis, row, L_ID, STYLE_SMALL, id);
    book_text(report->basis, row, L_WHAT, STYLE_SMALL, what);
    book_text(report->basis, row, L_CLASS, STYLE_SMALL, entry->note);
    book_integer(report->basis, row, L_LINES, STYLE_INTEGER, use->findings);
    book_text(report->basis, row, L_WHY, STYLE_SMALL, why);
    book_merged_money(report->basis, row, L_MURNI, L_MURNI + 1, STYLE_MONEY, use->amount);
}

static uint32_t put_exceptions(struct report *report, uint32_t row)
{
    static const enum text_id heads[] = {TEXT_ID, TEXT_LOOKS_FOR, TEXT_NOTE, TEXT_FINDINGS_COUNT, TEXT_APPROVAL};
    const struct exceptions *exceptions = report->audit->exceptions;
    if (!exceptions) {
        paragraph_put(report->basis, row, 0, L_KINI + 1, STYLE_PARAGRAPH, report_text(report, TEXT_EXCEPTIONS_NONE));
        return row + 1;
    }
    struct str file = str_format(report->arena, "%.*s · SHA-256 %s", STR_ARG(path_words(report, exceptions->path)), exceptions->table.sha256);
    book_text(report->basis, row++, 0, STYLE_SECTION, text_filled(report->arena, TEXT_EXCEPTIONS, report->english, file));
    header_put(report, report->basis, row, heads, sizeof heads / sizeof *heads);
    book_merged(report->basis, row++, L_MURNI, L_MURNI + 1, STYLE_HEADER, report_text(report, TEXT_AMOUNT));
    for (size_t i = 0; i < exceptions->list.n; i++) put_exception(report, row++, i);
    return row + 1;
}

static uint32_t put_policy(struct report *report, uint32_t row)
{
    static const enum text_id heads[] = {TEXT_POLICY_KEY, TEXT_POLICY_VALUE, TEXT_CLASS, TEXT_LINE, TEXT_BASIS};
    const struct policy *policy = &report->audit->pack->policy;
    if (!policy->path.n) {
        paragraph_put(report->basis, row, 0, L_KINI + 1, STYLE_PARAGRAPH, report_text(report, TEXT_POLICY_NONE));
        return row + 2;
    }
    struct str file = str_format(report->arena, "%.*s · SHA-256 %s", STR_ARG(path_words(report, policy->path)), policy->table.sha256);
    book_text(report->basis, row++, 0, STYLE_SECTION, text_filled(report->arena, TEXT_POLICY, report->english, file));
    header_put(report, report->basis, row++, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < policy->table.rows.n; i++, row++) {
        const struct ruletable_row *from = &policy->table.rows.at[i];
        struct str basis = joined(report, ruletable_cell(&policy->table, from, "dasar"), ruletable_cell(&policy->table, from, "catatan"));
        book_text(report->basis, row, L_ID, STYLE_SMALL, ruletable_cell(&policy->table, from, "kunci"));
        book_text(report->basis, row, L_WHAT, STYLE_SMALL, ruletable_cell(&policy->table, from, "nilai"));
        book_text(report->basis, row, L_CLASS, STYLE_SMALL, ruletable_cell(&policy->table, from, "kelas"));
        book_integer(report->basis, row, L_LINES, STYLE_INTEGER, from->line);
        book_text(report->basis, row, L_WHY, STYLE_SMALL, basis);
    }
    return row + 1;
}

/* How many of the caps of one table were used, and how many of these are not verified. */
static uint32_t put_caps_of(struct report *report, uint32_t row, bool local, struct str name)
{
    const struct caps_use use = audit_caps_use(report->audit, local);
    struct str words = text_filled(report->arena, TEXT_CAPS_USE, report->english, name, count_word(report, use.rows), count_word(report, use.used), count_word(report, use.unverified));
    paragraph_put(report->basis, row, 0, L_KINI + 1, STYLE_PARAGRAPH, words);
    return row + 1;
}

static uint32_t put_caps(struct report *report, uint32_t row)
{
    const struct standards *s = &report->audit->pack->standards;
    if (!s->list.n) return row;
    book_text(report->basis, row++, 0, STYLE_SECTION, report_text(report, TEXT_CAPS));
    if (s->note[0].n) paragraph_put(report->basis, row++, 0, L_KINI + 1, STYLE_PARAGRAPH, s->note[report->english]);
    row = put_caps_of(report, row, false, report_text(report, TEXT_CAPS_NATIONAL));
    if (!s->local_path.n) paragraph_put(report->basis, row++, 0, L_KINI + 1, STYLE_PARAGRAPH, report_text(report, TEXT_CAPS_NONE));
    else row = put_caps_of(report, row, true, str_format(report->arena, "%.*s · SHA-256 %s", STR_ARG(path_words(report, s->local_path)), s->local_sha256));
    return row + 1;
}

uint32_t local_put(struct report *report, uint32_t row)
{
    row = put_overrides(report, row);
    row = put_exceptions(report, row);
    row = put_policy(report, row);
    return put_caps(report, row);
}
