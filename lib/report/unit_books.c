#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#ifdef _WIN32
#include <direct.h>
#define mkdir(path, mode) _mkdir(path)
#endif

#include "effcheck/report.h"
#include "unit_sheets.h"
#include "workbook.h"

enum { LINES_A_SHEET = 1048000 }; /* of 1,048,576 rows; room for the frame and for exact amounts below */

/* ---- names ---- */

/* Portable characters alone, lower case, nothing at the ends; at most `most` bytes. True when nothing that matters was lost. */
static bool portable(struct arena *arena, struct str text, size_t most, struct str *name)
{
    struct str folded = str_fold(arena, text);
    char *p = arena_alloc(arena, folded.n + 1);
    bool whole = folded.n <= most && str_utf8_error(text) == text.n;
    size_t n = folded.n < most ? folded.n : most;
    for (size_t i = 0; i < n; i++) p[i] = folded.p[i] == ' ' || folded.p[i] == '|' ? '_' : folded.p[i];
    *name = (struct str){p, n};
    for (size_t i = 0; i < text.n; i++) whole &= (unsigned char)text.p[i] < 0x80;
    return whole;
}

/* A code keeps its dots. */
static bool portable_code(struct arena *arena, struct str code, struct str *name)
{
    struct str part, rest = code;
    bool whole = true;
    *name = S("");
    while (str_split(&rest, '.', &part)) {
        struct str clean;
        whole &= portable(arena, part, 20, &clean) && clean.n;
        *name = name->n ? str_format(arena, "%.*s.%.*s", STR_ARG(*name), STR_ARG(clean)) : clean;
    }
    return whole;
}

struct naming {
    struct arena *arena;
    const struct ledger *ledger;
    struct str *names;
    bool *marked; /* the name says less than code and name of the unit: a digest of them stands behind it */
};

static void name_unit(const struct naming *naming, uint32_t i)
{
    enum { CODE_MAX = 60, NAME_MAX_BYTES = 60 };
    const struct unit *unit = &naming->ledger->units.at[i];
    struct str code, name;
    bool whole = portable_code(naming->arena, ledger_text(naming->ledger, unit->code), &code);
    whole &= portable(naming->arena, ledger_text(naming->ledger, unit->name), NAME_MAX_BYTES, &name);
    if (!unit->code) whole = true, code = S("tanpa-kode");
    whole &= code.n <= CODE_MAX;
    naming->marked[i] = !whole;
    naming->names[i] = str_format(naming->arena, "%.*s_%.*s", STR_ARG(str_sub(code, 0, CODE_MAX)), STR_ARG(name));
}

/* Names that two units share say less than the units. */
static void mark_shared(const struct naming *naming)
{
    struct pool pool;
    size_t units = naming->ledger->units.n;
    pool_init(&pool, naming->arena);
    uint32_t *owner = arena_new_n(naming->arena, uint32_t, units + 2);
    for (uint32_t i = 0; i < units; i++) {
        uint32_t id = pool_id(&pool, naming->names[i]);
        if (owner[id]) naming->marked[i] = naming->marked[owner[id] - 1] = true;
        owner[id] = i + 1;
    }
}

static struct str path_of(const struct naming *naming, struct str folder, uint32_t i)
{
    const struct unit *unit = &naming->ledger->units.at[i];
    const char *slash = folder.n && strchr("/\\", folder.p[folder.n - 1]) ? "" : "/";
    char mark[10] = "";
    if (naming->marked[i]) {
        struct str code = ledger_text(naming->ledger, unit->code), name = ledger_text(naming->ledger, unit->name);
        struct str both = str_format(naming->arena, "%.*s\n%.*s", STR_ARG(code), STR_ARG(name));
        snprintf(mark, sizeof mark, "_%08x", (uint32_t)str_hash(both));
    }
    return str_format(naming->arena, "%.*s%s%.*s%s.xlsx", STR_ARG(folder), slash, STR_ARG(naming->names[i]), mark);
}

static void name_books(struct unit_books *books, struct str folder, struct arena *arena)
{
    const struct ledger *ledger = books->audit->ledger;
    struct naming naming = {.arena = arena, .ledger = ledger};
    naming.names = arena_new_n(arena, struct str, ledger->units.n + 1);
    naming.marked = arena_new_n(arena, bool, ledger->units.n + 1);
    for (uint32_t i = 0; i < ledger->units.n; i++) name_unit(&naming, i);
    mark_shared(&naming);
    for (uint32_t i = 0; i < ledger->units.n; i++) books->books[i].path = path_of(&naming, folder, i);
}

/* ---- lines of each unit ---- */

static void share_out_lines(struct unit_books *books, struct arena *arena)
{
    const struct ledger *ledger = books->audit->ledger;
    size_t units = ledger->units.n, n = ledger->lines.n;
    uint32_t *next = arena_new_n(arena, uint32_t, units + 1);
    books->first = arena_new_n(arena, uint32_t, units + 1);
    books->lines = arena_new_n(arena, uint32_t, n + 1);
    for (size_t i = 0; i < n; i++) books->first[ledger->lines.at[i].unit + 1]++;
    for (size_t u = 0; u < units; u++) books->first[u + 1] += books->first[u];
    for (size_t u = 0; u < units; u++) next[u] = books->first[u];
    for (uint32_t i = 0; i < n; i++) {
        const struct line *line = &ledger->lines.at[i];
        struct unit_book *book = &books->books[line->unit];
        books->lines[next[line->unit]++] = i;
        line->rejected ? book->rejected++ : book->lines++;
    }
}

static bool make_folder(struct str folder, struct diags *errors)
{
    struct stat there;
    int why = ENOTDIR;
    if (stat(folder.p, &there) == 0) {
        if (S_ISDIR(there.st_mode)) return true;
    } else {
        if (mkdir(folder.p, 0777) == 0) return true;
        why = errno;
    }
    diag_add(errors, (struct diag){.kind = DIAG_OUTPUT_OPEN, .file = folder, .detail = str_from(strerror(why))});
    return false;
}

bool report_unit_books_plan(struct unit_books *books, const struct audit *audit, const struct run_options *options, struct str folder,
                            struct arena *arena, struct diags *errors)
{
    *books = (struct unit_books){.audit = audit, .options = options, .lines_a_sheet = LINES_A_SHEET};
    books->books = arena_new_n(arena, struct unit_book, audit->ledger->units.n + 1);
    share_out_lines(books, arena);
    folder = str_copy(arena, folder);
    name_books(books, folder, arena);
    return make_folder(folder, errors);
}

/* ---- one workbook ---- */

/* What the audit says about one unit, in the form in which it says it about the region. */
struct view {
    struct audit audit;
    struct ledger ledger;
    struct run_options options;
    struct unit_lines lines;
};

static void view_findings(struct view *view, const struct audit *audit, struct arena *arena)
{
    view->audit.findings.n = view->audit.findings.cap = 0;
    view->audit.findings.at = NULL;
    for (size_t i = 0; i < audit->findings.n; i++)
        if (audit->findings.at[i].unit == view->lines.unit) *array_push(arena, &view->audit.findings) = audit->findings.at[i];
}

static void view_rejects(struct view *view, const struct ledger *ledger, struct arena *arena)
{
    view->ledger.rejects.n = view->ledger.rejects.cap = 0;
    view->ledger.rejects.at = NULL;
    for (size_t i = 0; i < ledger->rejects.n; i++)
        if (ledger->rejects.at[i].unit == view->lines.unit) *array_push(arena, &view->ledger.rejects) = ledger->rejects.at[i];
}

static void view_of(struct view *view, const struct unit_books *books, uint32_t unit, struct report *report)
{
    const struct audit *audit = books->audit;
    view->audit = *audit;
    view->ledger = *audit->ledger;
    view->audit.ledger = &view->ledger;
    view->options = *books->options;
    view->lines = (struct unit_lines){.unit = unit,
                                      .lines = books->lines + books->first[unit],
                                      .n = books->first[unit + 1] - books->first[unit],
                                      .rejected = books->books[unit].rejected,
                                      .a_sheet = books->lines_a_sheet};
    view_findings(view, audit, report->arena);
    view_rejects(view, audit->ledger, report->arena);
    struct str name = unit_words(report, unit), region = region_words(report);
    view->options.region = str_format(report->arena, "%.*s · %.*s", STR_ARG(name), STR_ARG(region));
    report->audit = &view->audit;
    report->options = &view->options;
    report->unit = &view->lines;
}

static void plan_widths(struct report *report)
{
    const struct unit_lines *unit = report->unit;
    struct amounts sums = {0};
    for (uint32_t i = 0; i < unit->n; i++) {
        const struct amounts *amounts = &report->audit->ledger->lines.at[unit->lines[i]].amounts;
        for (enum measure m = MURNI; m < MEASURE_COUNT; m++) report->has_sen |= amounts->of[m].sen % 100 != 0;
        amounts_add(&sums, amounts); /* audit_totals checked it */
    }
    report->money_width = money_width(report, &sums);
}

static void fill_unit(struct report *report)
{
    file_names_plan(report);
    plan_widths(report);
    report->verdicts = verdicts_open(report);
    report->findings = findings_open(report);
    report->details = paper_open(report);
    report->fixes = fixes_open(report);
    paper_plan(report);
    verdicts_fill(report);
    findings_fill(report);
    paper_fill(report, report->details);
    fixes_fill(report);
}

static bool digest(struct unit_book *book, struct diags *errors)
{
    if (sha256_file(book->path.p, book->sha256)) return true;
    diag_add(errors, (struct diag){.kind = DIAG_OUTPUT_OPEN, .file = book->path, .detail = str_from(strerror(errno))});
    book->sha256[0] = '\0';
    return false;
}

bool report_unit_book(const struct unit_books *books, uint32_t unit, struct diags *errors)
{
    const struct audit *audit = books->audit;
    struct arena arena = {.out_of_memory = audit->arena ? audit->arena->out_of_memory : NULL};
    struct report report = {.audit = audit, .options = books->options, .arena = &arena, .english = books->options->english};
    struct unit_book *book = &books->books[unit];
    struct view view;
    view_of(&view, books, unit, &report);
    bool done = workbook_write(&report, book->path, fill_unit, errors) && digest(book, errors);
    arena_release(&arena);
    return done;
}
