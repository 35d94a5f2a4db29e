/*
 * What a person has to look at: the largest spending that no rule decided, each with a rule ready to be pasted, and lines whose
 * account and words disagree, with both readings. The auditor's choice goes into a column of its own; nothing here changes a sum.
 */
#include <string.h>

#include "finding_words.h"

enum { V_NUMBER, V_SOURCE, V_UNIT, V_ACTIVITY, V_ACCOUNT, V_TEXT, V_LINES, V_AMOUNT, V_ONE, V_TWO, V_CHOICE, V_COLUMNS };
enum { UNDECIDED_MAX = 20, WORDS_MAX = 6, CHOICE_MAX = CLASS_MAX };

struct sheet *review_open(struct report *report)
{
    const double widths[V_COLUMNS] = {4.5, 19, 20, 24, 24, 30, 6, report->money_width, 19, 28, 15};
    return book_sheet(report->book, report_text(report, TEXT_SHEET_REVIEW), widths, V_COLUMNS);
}

static void offer_classes(struct report *report, uint32_t first, uint32_t last)
{
    const struct pack *pack = report->audit->pack;
    const char *words[CHOICE_MAX];
    size_t n = 0, length = 0;
    for (size_t i = 0; i < pack->classes.n && n < CHOICE_MAX; i++) {
        if (i == pack->unclassified) continue;
        length += pack->classes.at[i].id.n + 1;
        if (length > 255) break; /* what a spreadsheet accepts as a list */
        words[n++] = pack->classes.at[i].id.p;
    }
    sheet_choices(report->review, first, last, V_CHOICE, words, n);
}

static struct str account_of(struct report *report, const struct line *line)
{
    const struct ledger *ledger = report->audit->ledger;
    struct str code = ledger_text(ledger, line->account), name = ledger_text(ledger, line->account_name);
    if (!code.n || !name.n) return code.n ? code : name;
    return str_format(report->arena, "%.*s %.*s", STR_ARG(code), STR_ARG(name));
}

static void put_line(struct report *report, uint32_t row, size_t number, const struct line *line, uint32_t lines, struct money amount)
{
    struct sheet *sheet = report->review;
    book_integer(sheet, row, V_NUMBER, STYLE_INTEGER, (int64_t)number);
    book_text(sheet, row, V_SOURCE, STYLE_SMALL, line_source(report, line));
    book_text(sheet, row, V_UNIT, STYLE_SMALL, unit_words(report, line->unit));
    book_text(sheet, row, V_ACTIVITY, STYLE_SMALL, activity_words(report, line->activity));
    book_text(sheet, row, V_ACCOUNT, STYLE_SMALL, account_of(report, line));
    book_text(sheet, row, V_TEXT, STYLE_SMALL, ledger_text(report->audit->ledger, line->text));
    book_integer(sheet, row, V_LINES, STYLE_INTEGER, lines);
    book_money(sheet, row, V_AMOUNT, STYLE_MONEY, amount);
    book_blank(sheet, row, V_CHOICE, STYLE_TEXT);
}

/* ---- a rule to paste ---- */

static struct str first_words(struct report *report, struct str text)
{
    struct str folded = str_fold(report->arena, text), word, out = {0};
    for (size_t n = 0; n < WORDS_MAX && str_split(&folded, ' ', &word);) {
        if (str_eq(word, S("|"))) break;
        if (!word.n) continue;
        out = str_format(report->arena, "%.*s%s%.*s", STR_ARG(out), out.n ? " " : "", STR_ARG(word));
        n++;
    }
    return out;
}

/* A CSV cell: quotes only where they are needed. '|' parts the fields of an example, so texts do without it. */
static struct str csv_cell(struct report *report, struct str text)
{
    struct str out = {0};
    bool quotes = false;
    for (size_t i = 0; i < text.n; i++) quotes = quotes || strchr(",\"\r\n", text.p[i]);
    if (!quotes) return text;
    for (size_t i = 0; i < text.n; i++) out = str_format(report->arena, "%.*s%s%c", STR_ARG(out), text.p[i] == '"' ? "\"" : "", text.p[i]);
    return str_format(report->arena, "\"%.*s\"", STR_ARG(out));
}

/* id,class,purpose,account,words,also,except,where,basis,example,counterexample,valid_from,valid_until,note. By account where the
 * line has one, else by its words; narrower than an auditor may want, never wider. */
static struct str rule_row(struct report *report, size_t number, const struct line *line)
{
    const struct ledger *ledger = report->audit->ledger;
    struct str account = ledger_text(ledger, line->account), name = ledger_text(ledger, line->account_name);
    struct str activity = ledger_text(ledger, ledger->activities.at[line->activity].name), text = ledger_text(ledger, line->text);
    struct str words = {0};
    const char *where = "";
    if (!account.n) {
        words = first_words(report, text.n ? text : activity.n ? activity : name);
        where = text.n ? "uraian" : activity.n ? "sub_kegiatan" : "rekening";
    }
    struct str example = str_format(report->arena, "%.*s | %.*s | %.*s | %.*s", STR_ARG(account), STR_ARG(name), STR_ARG(activity), STR_ARG(text));
    return str_format(report->arena, "U-%02zu,?,,%.*s,%.*s,,,%s,konvensi,%.*s,,,,", number, STR_ARG(account), STR_ARG(words), where,
                      STR_ARG(csv_cell(report, example)));
}

/* ---- tables ---- */

static uint32_t put_section(struct report *report, uint32_t row, struct str heading, struct str remark)
{
    book_text(report->review, row, 0, STYLE_SECTION, heading);
    if (!remark.n) return row + 1;
    paragraph_put(report->review, row + 1, 0, V_COLUMNS - 1, STYLE_PARAGRAPH, remark);
    return row + 2;
}

static double height_of(struct report *report, uint32_t column, struct str text)
{
    return style_height(STYLE_SMALL, text, sheet_pixels(report->review, column, column));
}

/* Merged cells do not make their row higher, and a height that is set no longer follows the others: so as high as the highest. */
static void put_rule_row(struct report *report, uint32_t row, const struct line *line, struct str text)
{
    const double others[] = {height_of(report, V_SOURCE, line_source(report, line)), height_of(report, V_UNIT, unit_words(report, line->unit)),
                             height_of(report, V_ACTIVITY, activity_words(report, line->activity)), height_of(report, V_ACCOUNT, account_of(report, line)),
                             height_of(report, V_TEXT, ledger_text(report->audit->ledger, line->text))};
    double height = merged_put(report->review, row, V_ONE, V_TWO, STYLE_SMALL, text);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) height = others[i] > height ? others[i] : height;
    sheet_height(report->review, row, height);
}

static uint32_t put_undecided(struct report *report, uint32_t row)
{
    static const enum text_id heads[V_ONE] = {TEXT_NUMBER, TEXT_SOURCE, TEXT_UNIT, TEXT_ACTIVITY, TEXT_ACCOUNT, TEXT_DESCRIPTION, TEXT_LINES,
                                              TEXT_AMOUNT};
    const struct audit *audit = report->audit;
    size_t all = audit->undecided.n, shown = all < UNDECIDED_MAX ? all : UNDECIDED_MAX;
    enum measure measure = audit_measure(audit);
    struct str remark = text_filled(report->arena, TEXT_UNDECIDED_SHOWN, report->english, count_word(report, shown), count_word(report, all));
    row = put_section(report, row, undecided_words(report, TEXT_UNDECIDED), all ? remark : report_text(report, TEXT_UNDECIDED_NONE));
    if (!all) return row + 1;
    header_put(report, report->review, row, heads, V_ONE);
    book_merged(report->review, row, V_ONE, V_TWO, STYLE_HEADER, report_text(report, TEXT_RULE_ROW));
    book_text(report->review, row, V_CHOICE, STYLE_HEADER, report_text(report, TEXT_AUDITOR_CLASS));
    for (size_t i = 0; i < shown; i++) {
        const struct undecided *group = &audit->undecided.at[i];
        const struct line *line = &audit->ledger->lines.at[group->first_line];
        uint32_t at = row + 1 + (uint32_t)i;
        put_line(report, at, i + 1, line, group->lines, group->amounts.of[measure]);
        put_rule_row(report, at, line, rule_row(report, i + 1, line));
    }
    offer_classes(report, row + 1, row + (uint32_t)shown);
    return row + (uint32_t)shown + 2;
}

static struct str words_found(struct report *report, const struct conflict *conflict, const struct line *line)
{
    const struct audit *audit = report->audit;
    const struct ledger *ledger = audit->ledger;
    if (conflict->rule == NO_INDEX) return (struct str){0};
    const struct rule *rule = &audit->pack->rules.at[conflict->rule];
    const uint32_t texts[FIELD_COUNT] = {line->account_name, ledger->activities.at[line->activity].name, line->text};
    struct str found = {0};
    for (unsigned f = 0; f < FIELD_COUNT && !found.n; f++)
        if (rule->where >> f & 1u)
            found = matcher_evidence(audit->pack->matcher, ledger_text(ledger, texts[f]), conflict->rule, PHRASE_WORDS, report->arena);
    return str_format(report->arena, "\"%.*s\" (%.*s, %.*s)", STR_ARG(found), STR_ARG(rule->id), STR_ARG(place_words(report, &rule->place)));
}

static void put_conflict(struct report *report, uint32_t row, size_t i, enum measure measure)
{
    const struct audit *audit = report->audit;
    const struct conflict *conflict = &audit->conflicts.at[i];
    const struct line *line = &audit->ledger->lines.at[conflict->line];
    struct str account = audit->pack->classes.at[line->class_index].name[report->english];
    struct str rule = audit->pack->rules.at[line->rule].id;
    struct str words = audit->pack->purposes.at[conflict->purpose].name[report->english];
    put_line(report, row, i + 1, line, 1, line->amounts.of[measure]);
    book_text(report->review, row, V_ONE, STYLE_SMALL, str_format(report->arena, "%.*s (%.*s)", STR_ARG(account), STR_ARG(rule)));
    struct str found = words_found(report, conflict, line);
    book_text(report->review, row, V_TWO, STYLE_SMALL, str_format(report->arena, "%.*s: %.*s", STR_ARG(words), STR_ARG(found)));
}

static uint32_t put_conflicts(struct report *report, uint32_t row)
{
    static const enum text_id heads[V_COLUMNS] = {TEXT_NUMBER, TEXT_SOURCE, TEXT_UNIT, TEXT_ACTIVITY, TEXT_ACCOUNT, TEXT_DESCRIPTION, TEXT_LINES,
                                                  TEXT_AMOUNT, TEXT_COUNTED_AS, TEXT_WORDS_SAY, TEXT_AUDITOR_CLASS};
    const struct audit *audit = report->audit;
    size_t all = audit->conflicts.n, shown = all < CONFLICTS_SHOWN ? all : CONFLICTS_SHOWN;
    enum measure measure = audit_measure(audit);
    struct str heading = conflict_words(report, TEXT_CONFLICTS);
    row = put_section(report, row, heading, report_text(report, all ? TEXT_CONFLICTS_HINT : TEXT_CONFLICTS_NONE));
    if (!all) return row + 1;
    if (shown < all)
        paragraph_put(report->review, row++, 0, V_COLUMNS - 1, STYLE_PARAGRAPH,
                      text_filled(report->arena, TEXT_CONFLICTS_SHOWN, report->english, count_word(report, shown), count_word(report, all)));
    header_put(report, report->review, row, heads, V_COLUMNS);
    for (size_t i = 0; i < shown; i++) put_conflict(report, row + 1 + (uint32_t)i, i, measure);
    offer_classes(report, row + 1, row + (uint32_t)shown);
    return row + (uint32_t)shown + 2;
}

void review_fill(struct report *report)
{
    frame_put(report, report->review, TEXT_TITLE_REVIEW, report_text(report, TEXT_REVIEW_HINT));
    page_frame(report->review);
    uint32_t row = put_undecided(report, ROW_HEAD);
    put_conflicts(report, row);
}
