/*
 * Page one as a web page: what summary_parts.h has for the first sheet, in one file without script.
 */
#include "effcheck/report.h"
#include "summary_parts.h"
#include "utf8.h"

enum { WHOLE_BP = 10000 };

struct html {
    FILE *out;
    struct report *report;
};

static const char STYLE[] =
    "*{box-sizing:border-box}body{margin:0 auto;max-width:60rem;padding:1rem;font:15px/1.45 Arial,Helvetica,sans-serif;color:#1f2937;"
    "overflow-wrap:anywhere}h1{font-size:1.3rem;color:#1f3864;margin:.2rem 0}h2{font-size:1.05rem;color:#1f3864;margin:1.4rem 0 .4rem}"
    "p{margin:.3rem 0}dl{margin:.5rem "
    "0}dt{color:#6b7280;font-size:.85rem;margin-top:.3rem}dd{margin:0}.note{color:#6b7280;font-size:.85rem}"
    ".alert{background:#fff4d6;color:#7a4b00;padding:.4rem .6rem}.what-if{color:#b42318;font-weight:bold}"
    ".tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.5rem}.tile{background:#f3f6fb;padding:.6rem}"
    ".tile b{display:block;font-size:1.1rem;color:#1f3864}.tile.bad{background:#fadbd8}.tile.bad "
    "b{color:#8b1a10}.tile.good{background:#dcf2e1}"
    ".tile.good b{color:#14532d}table{border-collapse:collapse;width:100%;font-size:.9rem}td,th{border:1px solid #d3dae6;padding:.25rem "
    ".4rem;"
    "text-align:left;vertical-align:top}th{background:#d9e2f3;color:#1f3864}th{overflow-wrap:normal}td.n{text-align:right;overflow-wrap:"
    "normal}"
    ".patuh{background:#dcf2e1;color:#14532d}.tidak_patuh{background:#fadbd8;color:#8b1a10}.perlu_pertimbangan{background:#fff0cc;color:#"
    "7a4b00}"
    ".tidak_dapat_diuji,.tidak_berlaku{background:#e2e5ea;color:#374151}.verdict{font-weight:bold;padding:.4rem .6rem}"
    ".sign{display:grid;grid-template-columns:1fr 1fr;gap:1rem;text-align:center;margin-top:1.5rem}.sign b{display:block;margin-top:3rem}"
    "@media print{body{font-size:11px}}";

/* ---- writing ---- */

static void put(struct html *html, const char *markup) { fputs(markup, html->out); }

static void say(struct html *html, struct str text)
{
    for (struct str piece; utf8_next(&text, &piece);)
        for (size_t i = 0; i < piece.n; i++) switch (piece.p[i]) {
            case '&':
                put(html, "&amp;");
                break;
            case '<':
                put(html, "&lt;");
                break;
            case '>':
                put(html, "&gt;");
                break;
            case '"':
                put(html, "&quot;");
                break;
            case '\'':
                put(html, "&#39;");
                break;
            default:
                putc((unsigned char)piece.p[i] < 0x20 && piece.p[i] != '\n' ? ' ' : piece.p[i], html->out);
            }
}

/* <tag class="...">text</tag> */
static void element(struct html *html, const char *tag, const char *class, struct str text)
{
    fprintf(html->out, *class ? "<%s class=\"%s\">" : "<%s>", tag, class);
    say(html, text);
    fprintf(html->out, "</%s>\n", tag);
}

static void heading(struct html *html, struct str text) { element(html, "h2", "", text); }

static void pair(struct html *html, enum text_id key, struct str value)
{
    if (!value.n) return;
    element(html, "dt", "", report_text(html->report, key));
    element(html, "dd", "", value);
}

/* ---- blocks, in the order of page one ---- */

static void put_head(struct html *html)
{
    const struct report *report = html->report;
    struct str title = report_text(report, TEXT_TITLE_SUMMARY);
    put(html, report->english ? "<!doctype html>\n<html lang=\"en\">" : "<!doctype html>\n<html lang=\"id\">");
    put(html, "<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>");
    say(html, title);
    put(html, " · ");
    say(html, region_words(report));
    fprintf(html->out, "</title><style>%s</style></head>\n<body>\n", STYLE);
    if (report->options->what_if) element(html, "p", "what-if", report_text(report, TEXT_SIMULATION));
    element(html, "h1", "", title);
    element(html, "p", "", subtitle_words(html->report));
}

static void put_identity(struct html *html)
{
    struct report *report = html->report;
    const struct pack *pack = report->audit->pack;
    struct run_facts facts = run_facts_of(report);
    char words[DATE_TEXT_MAX];
    struct str date = {words, report->options->date.year ? date_words(report->options->date, report->english, words) : 0};
    put(html, "<dl>\n");
    pair(html, TEXT_LEGAL_BASIS, pack->basis[report->english]);
    pair(html, TEXT_SCOPE,
         text_filled(report->arena, TEXT_SCOPE_WORDS, report->english, count_word(report, facts.opened),
                     count_word(report, report->audit->ledger->units.n), count_word(report, facts.used)));
    pair(html, TEXT_PACK, str_format(report->arena, "%.*s %.*s, SHA-256 %s", STR_ARG(pack->id), STR_ARG(pack->version), pack->sha256));
    pair(html, TEXT_REPORT_DATE, date);
    pair(html, TEXT_NEWS, summary_news_words(report));
    put(html, "</dl>\n");
}

static void put_alerts(struct html *html)
{
    struct str data;
    bool warning = summary_data_words(html->report, &data);
    sentences alerts = alerts_of(html->report);
    element(html, "p", warning ? "alert" : "note", data);
    for (size_t i = 0; i < alerts.n; i++) element(html, "p", "alert", alerts.at[i]);
}

static void put_tile(struct html *html, enum text_id label, bool known, struct money money, struct str note, const char *class)
{
    fprintf(html->out, "<div class=\"tile %s\">", class);
    say(html, report_text(html->report, label));
    element(html, "b", "", known ? rupiah(html->report, money) : report_text(html->report, TEXT_NOT_KNOWN));
    element(html, "span", "note", note);
    put(html, "</div>\n");
}

static void put_tiles(struct html *html, const struct limit_view *view)
{
    struct report *report = html->report;
    const struct limit_unit *all = &view->all;
    const struct amounts *a = &all->amounts;
    bool met = all->has_gap && all->gap.sen <= 0;
    struct str units = count_word(report, view->units.n), compared = count_word(report, summary_compared_units(view));
    heading(html, view->limit->title[report->english]);
    put(html, "<div class=\"tiles\">\n");
    put_tile(html, TEXT_MURNI, amounts_has(a, MURNI), a->of[MURNI],
             text_filled(report->arena, TEXT_OF_UNITS, report->english, compared, units), "");
    put_tile(html, TEXT_CEILING, all->has_ceiling, all->ceiling,
             text_filled(report->arena, TEXT_OF_MURNI, report->english, percent_word(report, WHOLE_BP - view->limit->cut.bp)), "");
    put_tile(html, TEXT_KINI, amounts_has(a, KINI), a->of[KINI], summary_cut_words(report, all), "");
    put_tile(html, TEXT_STILL_TO_CUT, all->has_gap, met ? (struct money){0} : all->gap, summary_left_words(report, all),
             met ? "good" : "bad");
    put(html, "</div>\n");
    if (!view->region) return;
    fprintf(html->out, "<p class=\"verdict %s\">", verdict_id(view->region->verdict));
    say(html, text_filled(report->arena, TEXT_REGION_VERDICT, report->english, verdict_word(report, view->region->verdict)));
    put(html, "</p>\n");
    element(html, "p", "note", reason_words(report, view->region));
}

static void put_unit(struct html *html, const struct limit_unit *unit, const struct limit *limit)
{
    struct report *report = html->report;
    const struct amounts *a = &unit->amounts;
    bool both = amounts_has(a, MURNI) && amounts_has(a, KINI) && a->of[MURNI].sen > 0;
    struct str gap = unit->has_gap ? rupiah(report, unit->gap) : S("-");
    if (unit->has_gap && unit->gap.sen > 0) gap = str_join(report->arena, S("+"), gap);
    put(html, "<tr>");
    element(html, "td", "", unit_words(report, unit->unit));
    element(html, "td", "n", both ? percent_word(report, money_cut_bp(a->of[MURNI], a->of[KINI], limit->cut)) : S("-"));
    element(html, "td", "n", gap);
    put(html, "</tr>\n");
}

static void put_group(struct html *html, const struct limit_view *view, enum verdict verdict)
{
    struct report *report = html->report;
    uint64_t n = 0;
    for (size_t i = 0; i < view->units.n; i++) n += view->units.at[i].cut && view->units.at[i].cut->verdict == verdict;
    if (!n) return;
    fprintf(html->out, "<tr><th colspan=\"3\" class=\"%s\">", verdict_id(verdict));
    say(html, str_format(report->arena, "%.*s: %.*s", STR_ARG(verdict_word(report, verdict)), STR_ARG(count_word(report, n))));
    put(html, "</th></tr>\n");
    for (size_t i = 0; i < view->units.n; i++)
        if (view->units.at[i].cut && view->units.at[i].cut->verdict == verdict) put_unit(html, &view->units.at[i], view->limit);
}

static void put_units(struct html *html, const struct limit_view *view)
{
    if (view->cut_check == NO_INDEX) return;
    put(html, "<table><tr>");
    element(html, "th", "", report_text(html->report, TEXT_UNIT));
    element(html, "th", "", report_text(html->report, TEXT_CUT_SHORT));
    element(html, "th", "", report_text(html->report, TEXT_OVER_OR_UNDER));
    put(html, "</tr>\n");
    put_group(html, view, VERDICT_VIOLATED);
    put_group(html, view, VERDICT_CONSIDER);
    put_group(html, view, VERDICT_UNTESTABLE);
    put_group(html, view, VERDICT_COMPLIANT);
    put(html, "</table>\n");
}

static void put_untested(struct html *html)
{
    untested_rows list = summary_untested_rows(html->report);
    if (!list.n) return;
    heading(html, report_text(html->report, TEXT_UNTESTED));
    put(html, "<dl>\n");
    for (size_t i = 0; i < list.n; i++) {
        element(html, "dt", "", str_format(html->report->arena, "%.*s · %.*s", STR_ARG(list.at[i].who), STR_ARG(list.at[i].checks)));
        element(html, "dd", "", list.at[i].reason);
    }
    put(html, "</dl>\n");
}

static struct str count_words(struct report *report, const struct check_counts *counts)
{
    struct str words = {0};
    for (enum verdict v = 0; v < VERDICT_COUNT; v++)
        if (counts->units[v])
            words = str_format(report->arena, "%.*s%s%.*s %.*s", STR_ARG(words), words.n ? ", " : "",
                               STR_ARG(count_word(report, counts->units[v])), STR_ARG(verdict_word(report, v)));
    return words;
}

static void put_checks(struct html *html)
{
    struct report *report = html->report;
    const struct audit *audit = report->audit;
    heading(html, report_text(report, TEXT_LAW_CHECKS));
    put(html, "<dl>\n");
    for (size_t i = 0; i < audit->pack->checks.n; i++) {
        const struct check *check = &audit->pack->checks.at[i];
        const struct result *region = audit_result(audit, (uint16_t)i, NO_UNIT);
        struct check_counts counts = {0};
        if (check->nature != NATURE_LAW) continue;
        summary_count(audit, (uint16_t)i, &counts);
        element(html, "dt", "", str_format(report->arena, "%.*s %.*s", STR_ARG(check->id), STR_ARG(check->title[report->english])));
        element(html, "dd", "", count_words(report, &counts));
        if (region)
            element(html, "dd", verdict_id(region->verdict),
                    text_filled(report->arena, TEXT_REGION_VERDICT, report->english, verdict_word(report, region->verdict)));
    }
    for (enum nature nature = NATURE_LAW + 1; nature <= NATURE_DATA; nature++) {
        struct check_counts counts = {0};
        for (size_t i = 0; i < audit->pack->checks.n; i++)
            if (audit->pack->checks.at[i].nature == nature) summary_count(audit, (uint16_t)i, &counts);
        if (!counts.checks) continue;
        element(html, "dt", "",
                text_filled(report->arena, TEXT_OTHER_CHECKS_OF, report->english, nature_word(report, nature),
                            count_word(report, counts.checks)));
        element(html, "dd", "", count_words(report, &counts));
    }
    put(html, "</dl>\n");
}

static void put_foot(struct html *html)
{
    struct report *report = html->report;
    const struct policy *policy = &report->audit->pack->policy;
    struct run_facts facts = run_facts_of(report);
    element(html, "p", "note",
            text_filled(report->arena, TEXT_CONTROL, report->english, count_word(report, facts.read), count_word(report, facts.used),
                        count_word(report, facts.excluded), count_word(report, facts.rejected)));
    element(html, "p", "note",
            text_filled(report->arena, TEXT_UNCLASSIFIED_SHARE, report->english, count_word(report, facts.unclassified_lines),
                        percent_word(report, facts.unclassified_bp), measure_word(report, facts.measure)));
    element(html, "p", "alert", report_text(report, TEXT_REMARK));
    put(html, "<div class=\"sign\"><div>");
    say(html, str_format(report->arena, "%s %s", text(TEXT_ACKNOWLEDGED, report->english), text(TEXT_OFFICE_SECRETARY, report->english)));
    put(html, "<b>…</b></div><div>");
    say(html, policy->signatory_office.n ? policy->signatory_office : report_text(report, TEXT_OFFICE_INSPECTOR));
    element(html, "b", "", policy->signatory_name.n ? policy->signatory_name : S("…"));
    if (policy->signatory_number.n) say(html, text_filled(report->arena, TEXT_STAFF_NUMBER_IS, report->english, policy->signatory_number));
    put(html, "</div></div>\n</body></html>\n");
}

bool report_html(FILE *out, const struct audit *audit, const struct run_options *options, const struct diags *diags)
{
    struct arena arena = {.out_of_memory = audit->arena->out_of_memory};
    struct report report = {.audit = audit, .options = options, .diags = diags, .arena = &arena, .english = options->english};
    struct html html = {out, &report};
    file_names_plan(&report);
    put_head(&html);
    put_identity(&html);
    put_alerts(&html);
    if (audit->pack->limits.n) {
        struct limit_view view = limit_view_of(&report, &audit->pack->limits.at[0]);
        put_tiles(&html, &view);
        put_units(&html, &view);
    }
    put_untested(&html);
    put_checks(&html);
    put_foot(&html);
    arena_release(&arena);
    return fflush(out) == 0 && !ferror(out);
}
