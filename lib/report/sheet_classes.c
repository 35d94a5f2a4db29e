/*
 * Spending by class: the region's totals by group and class, and units by classes.
 */
#include "sheets.h"

/* ---- classes of the region ---- */

enum { C_NAME, C_LIMITED, C_LINES, C_MURNI, C_KINI, C_CHANGE, C_CHANGE_SHARE, C_SPENT, C_SPENT_SHARE, C_SHARE, C_COLUMNS };

static const enum text_id HEADS[C_COLUMNS] = {
    TEXT_CLASS,  TEXT_LIMITED,      TEXT_LINES,     TEXT_MURNI,         TEXT_KINI,
    TEXT_CHANGE, TEXT_CHANGE_SHARE, TEXT_REALISASI, TEXT_SPENT_OF_KINI, TEXT_SHARE_OF_ALL,
};

/* Looks of one kind of row. */
struct row_look {
    enum style text, word, integer, money, change, percent;
};
static const struct row_look PLAIN_ROW = {STYLE_INDENTED, STYLE_TEXT, STYLE_INTEGER, STYLE_MONEY, STYLE_CHANGE, STYLE_PERCENT};
static const struct row_look GROUP_ROW = {STYLE_GROUP_TEXT,  STYLE_GROUP_TEXT,   STYLE_GROUP_INTEGER,
                                          STYLE_GROUP_MONEY, STYLE_GROUP_CHANGE, STYLE_GROUP_PERCENT};
static const struct row_look TOTAL_ROW = {STYLE_TOTAL_TEXT,  STYLE_TOTAL_TEXT,   STYLE_TOTAL_INTEGER,
                                          STYLE_TOTAL_MONEY, STYLE_TOTAL_CHANGE, STYLE_TOTAL_PERCENT};

struct sheet *classes_open(struct report *report)
{
    double m = report->money_width;
    const double widths[C_COLUMNS] = {44, 10, 9, m, m, m, 11, m, 11, 11};
    return book_sheet(report->book, report_text(report, TEXT_SHEET_CLASSES), widths, C_COLUMNS);
}

static void total_add(struct total *sum, const struct total *x)
{
    sum->lines += x->lines;
    amounts_add(&sum->amounts, &x->amounts); /* audit_totals has checked larger sums */
}

static void put_share(struct report *report, uint32_t row, uint32_t column, enum style style, struct money part, struct money whole,
                      bool present)
{
    if (present && whole.sen)
        book_percent(report->classes, row, column, style, money_share_bp(part, whole));
    else
        book_blank(report->classes, row, column, STYLE_ABSENT);
}

static void put_change(struct report *report, uint32_t row, const struct amounts *a, const struct row_look *look)
{
    bool both = amounts_has(a, MURNI) && amounts_has(a, KINI);
    struct money change = a->of[KINI];
    both = both && money_sub(&change, a->of[MURNI]);
    if (both) {
        struct str kini = book_ref(report->arena, row, C_KINI), murni = book_ref(report->arena, row, C_MURNI);
        struct str formula = str_format(report->arena, "=%.*s-%.*s", STR_ARG(kini), STR_ARG(murni));
        book_money_formula(report->classes, row, C_CHANGE, look->change, formula, change);
    } else {
        book_blank(report->classes, row, C_CHANGE, STYLE_ABSENT);
    }
    put_share(report, row, C_CHANGE_SHARE, look->percent, change, a->of[MURNI], both);
}

static void put_row(struct report *report, uint32_t row, struct str name, const struct total *total, const struct run_facts *facts,
                    const struct row_look *look)
{
    struct sheet *sheet = report->classes;
    const struct amounts *a = &total->amounts;
    book_text(sheet, row, C_NAME, look->text, name);
    book_blank(sheet, row, C_LIMITED, look->word);
    book_integer(sheet, row, C_LINES, look->integer, total->lines);
    amount_put(sheet, row, C_MURNI, look->money, a, MURNI);
    amount_put(sheet, row, C_KINI, look->money, a, KINI);
    amount_put(sheet, row, C_SPENT, look->money, a, REALISASI);
    put_change(report, row, a, look);
    put_share(report, row, C_SPENT_SHARE, look->percent, a->of[REALISASI], a->of[KINI], amounts_has(a, REALISASI) && amounts_has(a, KINI));
    put_share(report, row, C_SHARE, look->percent, a->of[facts->measure], facts->sums.of[facts->measure], amounts_has(a, facts->measure));
}

/* Group ids are words of the pack: "dibatasi_lain" is shown as "Dibatasi lain". */
static struct str group_words(struct report *report, struct str group)
{
    struct str copy = str_copy(report->arena, group);
    char *p = (char *)(uintptr_t)copy.p; /* the copy is ours */
    for (size_t i = 0; i < copy.n; i++)
        if (p[i] == '_') p[i] = ' ';
    if (copy.n && p[0] >= 'a' && p[0] <= 'z') p[0] = (char)(p[0] - 'a' + 'A');
    return text_filled(report->arena, TEXT_GROUP, report->english, copy);
}

static bool is_first_of_group(const struct pack *pack, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (str_eq(pack->classes.at[k].group, pack->classes.at[i].group)) return false;
    return true;
}

static size_t members(const struct pack *pack, struct str group)
{
    size_t n = 0;
    for (size_t i = 0; i < pack->classes.n; i++) n += str_eq(pack->classes.at[i].group, group);
    return n;
}

static void put_class(struct report *report, uint32_t row, size_t i, const struct run_facts *facts, const struct row_look *look)
{
    const struct class_info *info = &report->audit->pack->classes.at[i];
    put_row(report, row, info->name[report->english], &report->audit->region[i], facts, look);
    if (info->limited) book_text(report->classes, row, C_LIMITED, look->word, report_text(report, TEXT_YES));
}

/* A row with the sum of the group, then its classes; a group of one class is one row. */
static uint32_t put_group(struct report *report, uint32_t row, size_t first, const struct run_facts *facts)
{
    const struct pack *pack = report->audit->pack;
    struct str group = pack->classes.at[first].group;
    struct total sum = {0};
    if (members(pack, group) == 1) {
        put_class(report, row, first, facts, &GROUP_ROW);
        return row + 1;
    }
    uint32_t head = row++;
    for (size_t i = first; i < pack->classes.n; i++) {
        if (!str_eq(pack->classes.at[i].group, group)) continue;
        total_add(&sum, &report->audit->region[i]);
        put_class(report, row++, i, facts, &PLAIN_ROW);
    }
    put_row(report, head, group_words(report, group), &sum, facts, &GROUP_ROW);
    return row;
}

/* Units that have only one side of the change: the totals of the region then compare different units. */
static uint64_t one_sided_units(const struct ledger *ledger)
{
    uint64_t n = 0;
    for (size_t i = 0; i < ledger->units.n; i++) {
        unsigned present = ledger->units.at[i].present;
        n += (present >> MURNI & 1u) != (present >> KINI & 1u);
    }
    return n;
}

static void put_one_sided(struct report *report, uint32_t row)
{
    uint64_t n = one_sided_units(report->audit->ledger);
    if (!n) return;
    struct str words = text_filled(report->arena, TEXT_CLASSES_ONE_SIDED, report->english, count_word(report, n));
    paragraph_put(report->classes, row, C_NAME, C_COLUMNS - 1, STYLE_ALERT, words);
}

/* Below the table; groups of several classes stand above their classes, as in the table. */
static void put_chart(struct report *report, uint32_t row, uint32_t end, const struct amounts *sums)
{
    const struct bar_series series[] = {
        {report_text(report, TEXT_MURNI), C_MURNI, 0xB8C2D3},
        {report_text(report, TEXT_KINI), C_KINI, 0x2F5597},
        {report_text(report, TEXT_REALISASI), C_SPENT, 0x4C9A6A},
    };
    struct money largest = money_cmp(sums->of[KINI], sums->of[MURNI]) > 0 ? sums->of[KINI] : sums->of[MURNI];
    struct axis_unit axis = axis_unit_for(report, largest);
    struct bar_chart chart = {
        .data = report->classes,
        .first_row = ROW_FIRST,
        .last_row = end - 1,
        .names = C_NAME,
        .series = series,
        .n = sizeof series / sizeof *series,
        .title = text_filled(report->arena, TEXT_CLASSES_CHART, report->english, axis.words),
        .number_format = axis.number_format,
        .width = sheet_pixels(report->classes, C_NAME, C_COLUMNS - 1) - 4,
        .height = 80 + (double)(end - ROW_FIRST) * 18,
    };
    book_bars(report->classes, row, C_NAME, chart);
}

void classes_fill(struct report *report)
{
    const struct pack *pack = report->audit->pack;
    struct run_facts facts = run_facts_of(report);
    struct total all = {0};
    uint32_t row = ROW_FIRST;
    frame_put(report, report->classes, TEXT_TITLE_CLASSES,
              text_filled(report->arena, TEXT_CLASSES_HINT, report->english, measure_word(report, facts.measure)));
    header_put(report, report->classes, ROW_HEAD, HEADS, C_COLUMNS);
    for (size_t i = 0; i < pack->classes.n; i++) {
        if (is_first_of_group(pack, i)) row = put_group(report, row, i, &facts);
        total_add(&all, &report->audit->region[i]);
    }
    put_row(report, row, report_text(report, TEXT_SUM), &all, &facts, &TOTAL_ROW);
    put_one_sided(report, row + 1);
    put_chart(report, row + 3, row, &facts.sums);
    sheet_freeze(report->classes, ROW_FIRST, C_NAME + 1);
    sheet_repeat(report->classes, ROW_HEAD, ROW_HEAD);
}

/* ---- units by classes ---- */

enum { M_NUMBER, M_NAME, M_FIRST_CLASS };

struct sheet *matrix_open(struct report *report)
{
    size_t n = report->audit->pack->classes.n;
    double *widths = arena_new_n(report->arena, double, n + M_FIRST_CLASS + 1);
    widths[M_NUMBER] = 4.5;
    widths[M_NAME] = 40;
    for (size_t i = 0; i < n; i++) widths[M_FIRST_CLASS + i] = 12.5;
    widths[M_FIRST_CLASS + n] = 13;
    return book_long_sheet(report->book, report_text(report, TEXT_SHEET_MATRIX), widths, n + M_FIRST_CLASS + 1);
}

static void put_matrix_heads(struct report *report)
{
    const struct pack *pack = report->audit->pack;
    book_text(report->matrix, ROW_HEAD, M_NUMBER, STYLE_HEADER, report_text(report, TEXT_NUMBER));
    book_text(report->matrix, ROW_HEAD, M_NAME, STYLE_HEADER, report_text(report, TEXT_UNIT));
    for (size_t i = 0; i < pack->classes.n; i++)
        book_text(report->matrix, ROW_HEAD, M_FIRST_CLASS + (uint32_t)i, STYLE_HEADER, pack->classes.at[i].name[report->english]);
    book_text(report->matrix, ROW_HEAD, M_FIRST_CLASS + (uint32_t)pack->classes.n, STYLE_HEADER, report_text(report, TEXT_SUM));
}

static void put_matrix_unit(struct report *report, uint32_t unit, enum measure measure)
{
    const struct audit *audit = report->audit;
    uint32_t row = ROW_FIRST + unit, last = M_FIRST_CLASS + (uint32_t)audit->pack->classes.n;
    struct money sum = {0};
    book_integer(report->matrix, row, M_NUMBER, STYLE_INTEGER, unit + 1);
    book_text(report->matrix, row, M_NAME, STYLE_TEXT, unit_words(report, unit));
    for (uint32_t i = 0; M_FIRST_CLASS + i < last; i++) {
        const struct amounts *amounts = &audit_total(audit, unit, (uint16_t)i)->amounts;
        amount_put(report->matrix, row, M_FIRST_CLASS + i, STYLE_MILLION, amounts, measure);
        if (amounts_has(amounts, measure)) money_add(&sum, amounts->of[measure]);
    }
    struct str from = book_ref(report->arena, row, M_FIRST_CLASS), to = book_ref(report->arena, row, last - 1);
    book_money_formula(report->matrix, row, last, STYLE_TOTAL_MILLION,
                       str_format(report->arena, "=SUM(%.*s:%.*s)", STR_ARG(from), STR_ARG(to)), sum);
}

static void put_matrix_total(struct report *report, uint32_t row, const struct run_facts *facts)
{
    const struct audit *audit = report->audit;
    enum measure measure = facts->measure;
    uint32_t last = M_FIRST_CLASS + (uint32_t)audit->pack->classes.n;
    book_blank(report->matrix, row, M_NUMBER, STYLE_TOTAL_TEXT);
    book_text(report->matrix, row, M_NAME, STYLE_TOTAL_TEXT, report_text(report, TEXT_SUM));
    for (uint32_t column = M_FIRST_CLASS; column <= last; column++) {
        struct money sum = column == last ? facts->sums.of[measure] : audit->region[column - M_FIRST_CLASS].amounts.of[measure];
        book_money_formula(report->matrix, row, column, STYLE_TOTAL_MILLION, sum_formula(report->arena, column, ROW_FIRST, row), sum);
    }
}

void matrix_fill(struct report *report)
{
    struct run_facts facts = run_facts_of(report);
    uint32_t units = (uint32_t)report->audit->ledger->units.n, end = ROW_FIRST + units;
    struct str measure = measure_word(report, facts.measure);
    frame_put_title(report, report->matrix, text_filled(report->arena, TEXT_TITLE_MATRIX, report->english, measure),
                    report_text(report, TEXT_MATRIX_HINT));
    put_matrix_heads(report);
    table_frame(report->matrix, end, M_FIRST_CLASS + 1 + (uint32_t)report->audit->pack->classes.n, M_FIRST_CLASS);
    for (uint32_t unit = 0; unit < units; unit++) put_matrix_unit(report, unit, facts.measure);
    if (units) put_matrix_total(report, end, &facts);
}
