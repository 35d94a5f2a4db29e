/*
 * The first sheet: what a regional secretary reads and signs. Who met the limit, who did not and by how much, what could not
 * be tested and why, and how far the data can be trusted.
 */
#include "summary_parts.h"

enum { WHOLE_BP = 10000 };

struct sheet *summary_open(struct report *report)
{
    double m = report->audit->pack->limits.n ? money_width(report, &report->limits[0].all.amounts) : report->money_width;
    const double widths[G_COLUMNS] = {
        [G_A] = 6.5, [G_B] = 22, [G_C] = 9.5, [G_D] = m, [G_GAP] = 2, [G_F] = 9, [G_G] = 9, [G_H] = 9, [G_I] = 9, [G_J] = 9.5, [G_K] = m};
    struct sheet *sheet = book_sheet(report->book, report_text(report, TEXT_SHEET_SUMMARY), widths, G_COLUMNS);
    sheet_portrait(sheet);
    return sheet;
}

uint32_t summary_section(struct report *report, uint32_t row, struct str heading)
{
    summary_keep(report, row, 20 + 3 * 15); /* a heading goes with its first rows */
    sheet_height(report->summary, row, 20);
    book_text(report->summary, row, G_A, STYLE_SECTION, heading);
    return row + 1;
}

/* Points of rows on a portrait page less margins, at the scale that fits the columns into its width. */
static double page_points(const struct report *report)
{
    const bool folio = report->options->folio;
    const double width = ((folio ? 8.5 : 8.27) - 0.8) * 96, height = ((folio ? 13 : 11.69) - 1.3) * 72;
    double pixels = sheet_pixels(report->summary, G_A, G_LAST);
    return height * (pixels > width ? pixels / width : 1);
}

static bool is_cut(double top, double points, double page)
{
    while (top > page) top -= page; /* pages that end by themselves */
    return top + points > page;
}

/* Programs differ by some percent in how much they put on a page; a block that any of them would cut gets a page of its own. */
void summary_keep(struct report *report, uint32_t row, double points)
{
    double page = page_points(report), here = sheet_top(report->summary, row);
    bool cut = false;
    for (int percent = 96; percent <= 110; percent++) cut = cut || is_cut(here - report->page_top, points, page * percent / 100);
    if (!cut) return;
    sheet_break(report->summary, row);
    report->page_top = here;
}

uint32_t summary_key(struct report *report, uint32_t row, enum text_id key, struct str value)
{
    if (!value.n) return row;
    book_merged(report->summary, row, G_A, G_A + 1, STYLE_KEY, report_text(report, key));
    paragraph_put(report->summary, row, G_C, G_LAST, STYLE_PARAGRAPH, value);
    return row + 1;
}

uint32_t summary_identity(struct report *report, uint32_t row)
{
    const struct pack *pack = report->audit->pack;
    struct run_facts facts = run_facts_of(report);
    struct str digest = str_sub(str_from(pack->sha256), 0, 12);
    struct str files = count_word(report, facts.opened), units = count_word(report, report->audit->ledger->units.n);
    struct str covered = text_filled(report->arena, TEXT_SCOPE_WORDS, report->english, files, units, count_word(report, facts.used));
    row = summary_key(report, row, TEXT_LEGAL_BASIS, pack->basis[report->english]);
    return summary_key(report, row, TEXT_SCOPE,
                       text_filled(report->arena, TEXT_PAGE_ONE_WITH_PACK, report->english, covered, pack->id, pack->version, digest));
}

/* ---- the numbers that matter ---- */

struct card {
    uint32_t first, last;
    struct str label, note;
    bool known;
    struct money money;
    enum style style;
};

static void put_card(struct report *report, uint32_t row, const struct card *card)
{
    struct sheet *sheet = report->summary;
    book_merged(sheet, row, card->first, card->last, STYLE_CARD_LABEL, card->label);
    if (card->known)
        book_merged_money(sheet, row + 1, card->first, card->last, card->style, card->money);
    else
        book_merged(sheet, row + 1, card->first, card->last, STYLE_CARD_VERDICT_UNKNOWN, report_text(report, TEXT_NOT_KNOWN));
    book_merged(sheet, row + 2, card->first, card->last, STYLE_CARD_NOTE, card->note);
}

struct str summary_cut_words(struct report *report, const struct limit_unit *all)
{
    const struct amounts *a = &all->amounts;
    struct money cut = a->of[MURNI];
    if (!amounts_has(a, MURNI) || !amounts_has(a, KINI) || !cut.sen || !money_sub(&cut, a->of[KINI]))
        return report_text(report, TEXT_NOT_KNOWN);
    int32_t share = money_share_bp(cut, a->of[MURNI]);
    return text_filled(report->arena, share < 0 ? TEXT_RISEN_SO_FAR : TEXT_CUT_SO_FAR, report->english,
                       percent_word(report, share < 0 ? -share : share));
}

struct str summary_left_words(struct report *report, const struct limit_unit *all)
{
    if (!all->has_gap) return report_text(report, TEXT_NOT_KNOWN);
    struct money room = {0};
    if (all->gap.sen >= 0 || !money_sub(&room, all->gap)) return report_text(report, TEXT_ABOVE_LIMIT);
    return text_filled(report->arena, TEXT_ROOM_LEFT, report->english, rupiah(report, room));
}

static enum style verdict_card(enum verdict verdict)
{
    static const enum style styles[VERDICT_COUNT] = {
        [VERDICT_COMPLIANT] = STYLE_CARD_VERDICT_GOOD,         [VERDICT_VIOLATED] = STYLE_CARD_VERDICT_BAD,
        [VERDICT_CONSIDER] = STYLE_CARD_VERDICT_DOUBT,         [VERDICT_UNTESTABLE] = STYLE_CARD_VERDICT_UNKNOWN,
        [VERDICT_NOT_APPLICABLE] = STYLE_CARD_VERDICT_UNKNOWN,
    };
    return styles[verdict];
}

static uint32_t put_verdict(struct report *report, uint32_t row, const struct limit_view *view)
{
    const struct result *region = view->region;
    if (!region) return row;
    struct str verdict = verdict_word(report, region->verdict), reason = reason_words(report, region);
    struct str sentence = text_filled(report->arena, TEXT_REGION_VERDICT, report->english, verdict);
    book_merged(report->summary, row, G_A, G_C, verdict_card(region->verdict), sentence);
    double height = merged_put(report->summary, row, G_D, G_LAST, STYLE_CARD_LABEL, reason);
    double least = style_height(STYLE_CARD_VERDICT_GOOD, sentence, sheet_pixels(report->summary, G_A, G_C)) + 4;
    sheet_height(report->summary, row, height > least ? height : least);
    return row + 1;
}

size_t summary_compared_units(const struct limit_view *view)
{
    size_t n = 0;
    for (size_t i = 0; i < view->units.n; i++) n += view->units.at[i].has_gap && limit_unit_judged(&view->units.at[i]);
    return n;
}

uint32_t summary_cards(struct report *report, uint32_t row, const struct limit_view *view)
{
    const struct limit_unit *all = &view->all;
    const struct amounts *a = &all->amounts;
    bool met = all->has_gap && all->gap.sen <= 0;
    struct str kept = percent_word(report, WHOLE_BP - view->limit->cut.bp);
    struct str units = count_word(report, view->units.n), compared = count_word(report, summary_compared_units(view));
    const struct card cards[] = {
        {G_A, G_B, report_text(report, TEXT_MURNI), text_filled(report->arena, TEXT_OF_UNITS, report->english, compared, units),
         amounts_has(a, MURNI), a->of[MURNI], STYLE_CARD_MONEY},
        {G_C, G_D, report_text(report, TEXT_CEILING), text_filled(report->arena, TEXT_OF_MURNI, report->english, kept), all->has_ceiling,
         all->ceiling, STYLE_CARD_MONEY},
        {G_F, G_H, report_text(report, TEXT_KINI), summary_cut_words(report, all), amounts_has(a, KINI), a->of[KINI], STYLE_CARD_MONEY},
        {G_I, G_K, report_text(report, TEXT_STILL_TO_CUT), summary_left_words(report, all), all->has_gap,
         met ? (struct money){0} : all->gap, met ? STYLE_CARD_GOOD : STYLE_CARD_BAD},
    };
    row = summary_section(report, row, view->limit->title[report->english]);
    sheet_height(report->summary, row, 15);
    sheet_height(report->summary, row + 1, 26);
    sheet_height(report->summary, row + 2, 15);
    for (size_t i = 0; i < sizeof cards / sizeof *cards; i++) put_card(report, row, &cards[i]);
    return put_verdict(report, row + 3, view) + 1;
}

/* Further limits of the pack, one row each. */
uint32_t summary_other_limits(struct report *report, uint32_t row)
{
    struct sheet *sheet = report->summary;
    size_t n = report->audit->pack->limits.n;
    if (n < 2) return row;
    row = summary_section(report, row, report_text(report, TEXT_OTHER_LIMITS));
    book_merged(sheet, row, G_A, G_C, STYLE_HEADER, report_text(report, TEXT_LIMIT));
    book_text(sheet, row, G_D, STYLE_HEADER, report_text(report, TEXT_MURNI));
    book_merged(sheet, row, G_F, G_G, STYLE_HEADER, report_text(report, TEXT_CEILING));
    book_merged(sheet, row, G_H, G_I, STYLE_HEADER, report_text(report, TEXT_KINI));
    book_merged(sheet, row++, G_J, G_K, STYLE_HEADER, report_text(report, TEXT_VERDICT));
    for (size_t i = 1; i < n; i++, row++) {
        const struct limit_view *view = &report->limits[i];
        const struct amounts *a = &view->all.amounts;
        paragraph_put(sheet, row, G_A, G_C, STYLE_TEXT, view->limit->title[report->english]);
        amount_put(sheet, row, G_D, STYLE_MONEY, a, MURNI);
        if (view->all.has_ceiling) book_merged_money(sheet, row, G_F, G_G, STYLE_MONEY, view->all.ceiling);
        if (amounts_has(a, KINI)) book_merged_money(sheet, row, G_H, G_I, STYLE_MONEY, a->of[KINI]);
        if (view->region)
            book_merged(sheet, row, G_J, G_K, verdict_style(view->region->verdict), verdict_word(report, view->region->verdict));
    }
    return row + 1;
}

/* ---- news ---- */

enum { NEWS_MAX = 3 };

/* "T01 Badan Pendapatan Daerah, P01 Dinas ... ": the first of those that `wanted` finds, in the order of the register. */
static struct str name_findings(struct report *report, bool (*wanted)(const struct followed *one))
{
    const struct follow_up *follow = report->audit->follow_up;
    struct str names = {0};
    size_t n = 0;
    for (size_t i = 0; i < follow->list.n; i++) {
        const struct followed *one = &follow->list.at[i];
        if (!wanted(one) || n++ >= NEWS_MAX) continue;
        names = str_format(report->arena, "%.*s%s%.*s %.*s", STR_ARG(names), names.n ? "; " : "", STR_ARG(one->trail.check), STR_ARG(one->trail.unit));
    }
    return n > NEWS_MAX ? text_filled(report->arena, TEXT_NEWS_MORE, report->english, names, count_word(report, n - NEWS_MAX)) : names;
}

static bool is_new(const struct followed *one) { return one->status == FOLLOW_NEW; }
static bool is_overdue(const struct followed *one) { return one->overdue; }

/* How many of each, then which: what is new, what is overdue. */
struct str summary_news_words(struct report *report)
{
    struct str said[2];
    size_t n = follow_alerts(report, said);
    if (!n) return report_text(report, TEXT_NEWS_FIRST);
    struct str words = said[0], fresh = name_findings(report, is_new), late = name_findings(report, is_overdue);
    if (fresh.n) words = str_format(report->arena, "%.*s %.*s", STR_ARG(words), STR_ARG(text_filled(report->arena, TEXT_NEWS_NEW, report->english, fresh)));
    if (late.n) words = str_format(report->arena, "%.*s %.*s", STR_ARG(words), STR_ARG(text_filled(report->arena, TEXT_NEWS_OVERDUE, report->english, late)));
    return n == 1 ? words : str_format(report->arena, "%.*s %.*s", STR_ARG(words), STR_ARG(said[1]));
}

uint32_t summary_news(struct report *report, uint32_t row) { return summary_key(report, row, TEXT_NEWS, summary_news_words(report)); }

/* ---- the sheet ---- */

/* A page one that is a little too long is printed a little smaller; a longer one has two pages. */
static void set_pages(struct report *report, uint32_t end)
{
    const double smaller = 1.18;
    if (sheet_top(report->summary, end) <= page_points(report) * smaller) sheet_one_page(report->summary);
}

void summary_fill(struct report *report)
{
    const struct limit_view *first = report->audit->pack->limits.n ? &report->limits[0] : NULL;
    uint32_t row = ROW_NOTE + 1;
    frame_put(report, report->summary, TEXT_TITLE_SUMMARY, S(""));
    page_frame(report->summary);
    sheet_height(report->summary, ROW_NOTE, 4);
    row = summary_identity(report, row);
    row = summary_news(report, row);
    row = summary_data_line(report, row);
    row = alerts_put(report, report->summary, row, G_A, G_LAST);
    if (first) {
        row = summary_cards(report, row, first);
        row = summary_other_limits(report, row);
        row = summary_chart(report, row, first);
        row = summary_units(report, row, first);
    } else {
        row = summary_trends(report, row);
    }
    row = summary_untested(report, row);
    row = summary_foot(report, row);
    set_pages(report, row);
}
