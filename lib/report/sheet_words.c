#include "sheets.h"

#include "digits.h"

struct str report_text(const struct report *report, enum text_id id) { return text_str(id, report->english); }

struct str verdict_word(const struct report *report, enum verdict verdict)
{
    static const enum text_id words[VERDICT_COUNT] = {
        [VERDICT_COMPLIANT] = TEXT_VERDICT_COMPLIANT,
        [VERDICT_VIOLATED] = TEXT_VERDICT_VIOLATED,
        [VERDICT_CONSIDER] = TEXT_VERDICT_CONSIDER,
        [VERDICT_UNTESTABLE] = TEXT_VERDICT_UNTESTABLE,
        [VERDICT_NOT_APPLICABLE] = TEXT_VERDICT_NOT_APPLICABLE,
    };
    return report_text(report, words[verdict]);
}

enum style verdict_style(enum verdict verdict)
{
    static const enum style styles[VERDICT_COUNT] = {
        [VERDICT_COMPLIANT] = STYLE_GOOD,     [VERDICT_VIOLATED] = STYLE_BAD,        [VERDICT_CONSIDER] = STYLE_DOUBT,
        [VERDICT_UNTESTABLE] = STYLE_UNKNOWN, [VERDICT_NOT_APPLICABLE] = STYLE_VOID,
    };
    return styles[verdict];
}

/* "a" to "A" at the beginning of a text that the program wrote. */
static struct str capital(struct arena *arena, struct str text)
{
    struct str copy = str_copy(arena, text);
    char *p = (char *)(uintptr_t)copy.p; /* the copy is ours */
    if (copy.n && p[0] >= 'a' && p[0] <= 'z') p[0] = (char)(p[0] - 'a' + 'A');
    return copy;
}

struct str reason_words(const struct report *report, const struct result *result)
{
    return capital(report->arena, result->reason[report->english]);
}

struct str severity_word(const struct report *report, enum severity severity)
{
    static const enum text_id words[] = {
        [SEVERITY_INFO] = TEXT_SEVERITY_INFO,
        [SEVERITY_LOW] = TEXT_SEVERITY_LOW,
        [SEVERITY_MEDIUM] = TEXT_SEVERITY_MEDIUM,
        [SEVERITY_HIGH] = TEXT_SEVERITY_HIGH,
    };
    return report_text(report, words[severity]);
}

enum style severity_style(enum severity severity)
{
    static const enum style styles[] = {
        [SEVERITY_INFO] = STYLE_VOID,
        [SEVERITY_LOW] = STYLE_UNKNOWN,
        [SEVERITY_MEDIUM] = STYLE_DOUBT,
        [SEVERITY_HIGH] = STYLE_BAD,
    };
    return styles[severity];
}

struct str nature_word(const struct report *report, enum nature nature)
{
    static const enum text_id words[] = {
        [NATURE_LAW] = TEXT_NATURE_LAW,
        [NATURE_POLICY] = TEXT_NATURE_POLICY,
        [NATURE_INDICATION] = TEXT_NATURE_INDICATION,
        [NATURE_DATA] = TEXT_NATURE_DATA,
    };
    return report_text(report, words[nature]);
}

struct str measure_word(const struct report *report, enum measure measure)
{
    static const enum text_id words[MEASURE_COUNT] = {[MURNI] = TEXT_MURNI, [KINI] = TEXT_KINI, [REALISASI] = TEXT_REALISASI};
    return report_text(report, words[measure]);
}

struct str rupiah(const struct report *report, struct money money)
{
    char digits[MONEY_TEXT_MAX];
    size_t n = money_grouped(money, !report->english, digits);
    return str_format(report->arena, "Rp %.*s", (int)n, digits);
}

struct str count_word(const struct report *report, uint64_t n) { return text_count(report->arena, n, report->english); }

struct str percent_word(const struct report *report, int64_t bp) { return text_percent(report->arena, bp, report->english); }

void file_names_plan(struct report *report)
{
    const struct ledger *ledger = report->audit->ledger;
    struct pool names;
    pool_init(&names, report->arena);
    uint32_t *ids = arena_new_n(report->arena, uint32_t, ledger->files.n + 1);
    uint32_t *uses = arena_new_n(report->arena, uint32_t, ledger->files.n + 2); /* id 0 is the empty name */
    for (size_t i = 0; i < ledger->files.n; i++) uses[ids[i] = pool_id(&names, str_base_name(ledger->files.at[i].path))]++;
    report->file_names = arena_new_n(report->arena, struct str, ledger->files.n + 1);
    for (size_t i = 0; i < ledger->files.n; i++)
        report->file_names[i] = uses[ids[i]] == 1 ? str_base_name(ledger->files.at[i].path) : ledger->files.at[i].path;
}

struct str file_words(const struct report *report, size_t file) { return report->file_names[file]; }

struct str path_words(const struct report *report, struct str path)
{
    const struct ledger *ledger = report->audit->ledger;
    for (size_t i = 0; i < ledger->files.n; i++)
        if (str_eq(ledger->files.at[i].path, path)) return report->file_names[i];
    return path;
}

struct str unit_words(const struct report *report, uint32_t unit)
{
    const struct ledger *ledger = report->audit->ledger;
    if (unit == NO_UNIT) return report_text(report, TEXT_WHOLE_REGION);
    uint32_t name = ledger->units.at[unit].name;
    return name ? ledger_text(ledger, name) : unit_code(report, unit);
}

struct str unit_code(const struct report *report, uint32_t unit)
{
    const struct ledger *ledger = report->audit->ledger;
    return unit == NO_UNIT ? S("") : ledger_text(ledger, ledger->units.at[unit].code);
}

struct str activity_words(const struct report *report, uint32_t activity)
{
    const struct ledger *ledger = report->audit->ledger;
    if (!activity) return S("");
    struct str code = ledger_text(ledger, ledger->activities.at[activity].code);
    struct str name = ledger_text(ledger, ledger->activities.at[activity].name);
    if (!code.n || !name.n) return code.n ? code : name;
    return str_chained(report->arena, code, S(" "), name);
}

struct str region_words(const struct report *report)
{
    const struct ledger *ledger = report->audit->ledger;
    if (report->options->region.n) return report->options->region;
    for (size_t i = 0; i < ledger->files.n; i++)
        if (ledger->files.at[i].region.n) return ledger->files.at[i].region;
    return report_text(report, TEXT_REGION_UNKNOWN);
}

struct str row_place(const struct report *report, struct str file, uint32_t row)
{
    char digits[DIGITS_WHOLE];
    return str_chained(report->arena, file, S(":"), (struct str){digits, whole_digits(row, digits)});
}

struct str place_words(const struct report *report, const struct rule_place *place) { return row_place(report, place->file, place->line); }
