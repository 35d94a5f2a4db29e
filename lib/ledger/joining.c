#include "joining.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

uint64_t line_key(const struct ledger *ledger, const struct line *line, bool fine)
{
    uint64_t key = key_with(key_with(line->activity, line->account), line_particulars(ledger, line)->sub_unit);
    return fine ? key_with(key, line->text) : key;
}

uint64_t line_content(const struct ledger *ledger, const struct line *line, unsigned measures)
{
    uint64_t key = key_with(key_with(line_key(ledger, line, false), line_particulars(ledger, line)->document), line->amounts.present & measures);
    for (int m = 0; m < MEASURE_COUNT; m++)
        if ((measures & (1u << m)) && amounts_has(&line->amounts, (enum measure)m)) key = key_with(key, (uint64_t)line->amounts.of[m].sen);
    return key;
}

struct str unit_title(const struct joining *j, uint32_t unit)
{
    const struct unit *u = &j->ledger->units.at[unit];
    struct str code = ledger_text(j->ledger, u->code), name = ledger_text(j->ledger, u->name);
    return code.n && name.n ? str_format(j->scratch, "%.*s %.*s", STR_ARG(code), STR_ARG(name)) : code.n ? code : name;
}

int part_order(const struct joining *j, const struct part *a, const struct part *b)
{
    int fits_a = part_file(j, a)->reconciled, fits_b = part_file(j, b)->reconciled;
    if (fits_a != fits_b) return fits_a > fits_b ? -1 : 1;
    if (a->rejected != b->rejected) return a->rejected < b->rejected ? -1 : 1;
    if (a->used != b->used) return a->used > b->used ? -1 : 1;
    return (a->file > b->file) - (a->file < b->file);
}

/* ---- parts ---- */

/* "Kulonprogo" and "KULON PROGO" are one region; 0 = not stated. */
static uint64_t region_key(const struct input_file *file, struct arena *scratch)
{
    struct str folded = str_fold(scratch, file->region);
    uint64_t key = 0;
    for (size_t i = 0; i < folded.n; i++)
        if (folded.p[i] != ' ') key = key_with(key, (unsigned char)folded.p[i]);
    return key;
}

/* Year and region of each part; where the run knows only one, files that are silent belong to it. */
static void place_parts(struct joining *j)
{
    int year = 0;
    uint64_t region = 0;
    bool one_year = true, one_region = true;
    for (size_t p = 0; p < j->parts.n; p++) {
        struct part *part = &j->parts.at[p];
        bool same_file = p && j->parts.at[p - 1].file == part->file;
        part->year = part_file(j, part)->year;
        part->region = same_file ? j->parts.at[p - 1].region : region_key(part_file(j, part), j->scratch);
        one_year = one_year && (!part->year || !year || part->year == year);
        one_region = one_region && (!part->region || !region || part->region == region);
        if (part->year) year = part->year;
        if (part->region) region = part->region;
    }
    for (size_t p = 0; p < j->parts.n; p++) {
        struct part *part = &j->parts.at[p];
        if (one_year) part->year = year;
        if (one_region) part->region = region;
    }
}

static uint32_t part_index(struct joining *j, struct keymap *known, const struct line *line)
{
    const struct input_file *file = &j->ledger->files.at[line->file];
    uint16_t stage = file->measures & BUDGET ? line->stage : 0;
    uint32_t *at = keymap_at(known, key_with(key_with(line->file, line->unit), stage));
    if (!*at) {
        *array_push(j->scratch, &j->parts) = (struct part){.file = line->file, .unit = line->unit, .stage = stage, .why = KEPT};
        *at = (uint32_t)j->parts.n;
    }
    return *at - 1;
}

static void add_to_part(struct part *part, const struct line *line)
{
    part->used += !line->rejected;
    part->rejected += line->rejected;
    if (!line->rejected) amounts_add(&part->sums, &line->amounts); /* an overflow was reported with the file */
}

static void make_parts(struct joining *j)
{
    const struct ledger *ledger = j->ledger;
    struct keymap known = {.arena = j->scratch};
    uint32_t n = (uint32_t)ledger->lines.n, first = 0;
    j->part_of = arena_new_n(j->scratch, uint32_t, n + 1);
    j->order = arena_new_n(j->scratch, uint32_t, n + 1);
    j->why = arena_alloc(j->scratch, n + 1);
    memset(j->why, KEPT, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        const struct line *line = &ledger->lines.at[i];
        uint32_t before = i ? j->part_of[i - 1] : 0;
        const struct part *same = i ? &j->parts.at[before] : NULL;
        bool again = same && same->file == line->file && same->unit == line->unit && ledger->lines.at[i - 1].stage == line->stage;
        j->part_of[i] = again ? before : part_index(j, &known, line);
        assert(j->parts.at);
        add_to_part(&j->parts.at[j->part_of[i]], line);
    }
    uint32_t *next = arena_new_n(j->scratch, uint32_t, j->parts.n + 1);
    for (size_t p = 0; p < j->parts.n; p++) {
        next[p] = j->parts.at[p].first = first;
        first += j->parts.at[p].used + j->parts.at[p].rejected;
    }
    for (uint32_t i = 0; i < n; i++) j->order[next[j->part_of[i]]++] = i;
}

/* ---- what counts in the end ---- */

static enum excluded fate(const struct joining *j, uint32_t line)
{
    const struct part *part = &j->parts.at[j->part_of[line]];
    return part->why != KEPT ? part->why : (enum excluded)j->why[line];
}

/* The original budget of a file that calls its one budget column just "Pagu". */
static void make_original(const struct part *part, struct line *line)
{
    struct amounts *a = &line->amounts;
    if (amounts_has(a, KINI) && !amounts_has(a, MURNI)) {
        a->of[MURNI] = a->of[KINI];
        a->present |= 1u << MURNI;
    }
    unsigned lost = (1u << KINI) | (part->loses_spent ? 1u << REALISASI : 0);
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (lost >> m & 1u) a->of[m] = (struct money){0};
    a->present &= (uint8_t)~lost;
}

/* Rejected rows of a file: those of lines left out go with them, and all of them with a file that was left out as a whole. */
static void filter_rejects(struct joining *j, const bool *whole)
{
    struct ledger *ledger = j->ledger;
    struct keymap gone = {.arena = j->scratch};
    size_t kept = 0;
    for (uint32_t i = 0; i < ledger->lines.n; i++) {
        const struct line *line = &ledger->lines.at[i];
        if (fate(j, i) != KEPT && line->rejected) *keymap_at(&gone, key_with(line->file, line->row)) = 1;
    }
    for (size_t i = 0; i < ledger->rejects.n; i++) {
        const struct reject *reject = &ledger->rejects.at[i];
        bool left_out = whole[reject->file] || keymap_find(&gone, key_with(reject->file, reject->row));
        if (!left_out) ledger->rejects.at[kept++] = *reject;
    }
    ledger->rejects.n = kept;
}

/* The faults of a file that was counted in another form concern nobody: they go, the message that it is a copy stays. */
static void filter_diags(struct joining *j, const bool *whole)
{
    struct pool paths;
    pool_init(&paths, j->scratch);
    uint32_t id;
    size_t kept = 0;
    for (size_t f = 0; f < j->ledger->files.n; f++)
        if (whole[f] && !j->ledger->files.at[f].summary) pool_id(&paths, j->ledger->files.at[f].path);
    for (size_t i = 0; i < j->diags->list.n; i++) {
        const struct diag *diag = &j->diags->list.at[i];
        bool fault_of_copy = diag->line && diag->file.n && pool_find(&paths, diag->file, &id);
        if (!fault_of_copy) j->diags->list.at[kept++] = *diag;
    }
    j->diags->list.n = kept;
}

/* For each file: does none of its lines count, and for one reason that is not about stages? */
static bool *whole_files(struct joining *j)
{
    bool *whole = arena_new_n(j->scratch, bool, j->ledger->files.n + 1);
    bool *kept = arena_new_n(j->scratch, bool, j->ledger->files.n + 1);
    for (size_t p = 0; p < j->parts.n; p++) {
        const struct part *part = &j->parts.at[p];
        bool out = part->why == EXCLUDED_DUPLICATE || part->why == EXCLUDED_SUMMARY;
        whole[part->file] |= out;
        kept[part->file] |= !out;
    }
    for (size_t f = 0; f < j->ledger->files.n; f++) whole[f] = whole[f] && !kept[f];
    return whole;
}

static void count_out(struct input_file *file, const struct line *line, enum excluded why)
{
    if (line->rejected)
        file->rows_rejected--;
    else
        file->rows_used--;
    file->rows_excluded[why]++;
}

/* Rows of a copy that were rejected without being lines (an unreadable subtotal). */
static void count_out_rest(struct joining *j, const bool *whole)
{
    for (size_t f = 0; f < j->ledger->files.n; f++) {
        struct input_file *file = &j->ledger->files.at[f];
        if (!whole[f]) continue;
        file->rows_excluded[file->summary ? EXCLUDED_SUMMARY : EXCLUDED_DUPLICATE] += file->rows_rejected;
        file->rows_rejected = 0;
    }
}

static void apply_lines(struct joining *j)
{
    struct ledger *ledger = j->ledger;
    bool *changed = arena_new_n(j->scratch, bool, ledger->files.n + 1);
    size_t kept = 0;
    for (size_t p = 0; p < j->parts.n; p++) changed[j->parts.at[p].file] |= j->parts.at[p].why != KEPT || j->parts.at[p].becomes_original;
    for (uint32_t i = 0; i < ledger->lines.n; i++)
        if (j->why[i] != KEPT) changed[ledger->lines.at[i].file] = true;
    bool any = false;
    for (size_t f = 0; f < ledger->files.n; f++) {
        any |= changed[f];
        if (changed[f]) ledger->files.at[f].sums = (struct amounts){0};
    }
    if (!any) return; /* as nearly always: a million lines stay as they are */
    for (uint32_t i = 0; i < ledger->lines.n; i++) {
        struct line *line = &ledger->lines.at[i];
        struct input_file *file = &ledger->files.at[line->file];
        const struct part *part = &j->parts.at[j->part_of[i]];
        enum excluded why = fate(j, i);
        if (why != KEPT) {
            count_out(file, line, why);
            if (why == EXCLUDED_STAGE) *array_push(ledger->arena, &ledger->history) = *line;
            continue;
        }
        if (part->becomes_original) make_original(part, line);
        if (changed[line->file]) amounts_add(&file->sums, &line->amounts);
        if (kept < i) ledger->lines.at[kept] = *line;
        kept++;
    }
    ledger->lines.n = kept;
}

/* What the units say of themselves rests on the parts that count. */
static void apply_units(struct joining *j)
{
    struct ledger *ledger = j->ledger;
    for (size_t u = 0; u < ledger->units.n; u++) {
        struct unit *unit = &ledger->units.at[u];
        unit->present = 0;
        unit->rejected_rows = 0;
        unit->unreconciled = false;
    }
    for (size_t p = 0; p < j->parts.n; p++) {
        const struct part *part = &j->parts.at[p];
        struct unit *unit = &ledger->units.at[part->unit];
        unsigned measures = part_file(j, part)->measures;
        if (part->why != KEPT) continue;
        if (part->becomes_original) measures = (measures & ~((1u << KINI) | (part->loses_spent ? 1u << REALISASI : 0))) | 1u << MURNI;
        unit->present |= (uint8_t)measures;
        unit->rejected_rows += part->rejected;
        unit->unreconciled |= part_file(j, part)->reconciled == 0;
    }
}

/* Units that only stood in files left out are none of this run. */
static void drop_empty_units(struct joining *j)
{
    struct ledger *ledger = j->ledger;
    uint32_t *index = arena_new_n(j->scratch, uint32_t, ledger->units.n + 1);
    uint32_t kept = 0;
    for (size_t p = 0; p < j->parts.n; p++)
        if (j->parts.at[p].why == KEPT) index[j->parts.at[p].unit] = 1;
    size_t past = 0;
    for (size_t i = 0; i < ledger->history.n; i++)
        if (index[ledger->history.at[i].unit]) ledger->history.at[past++] = ledger->history.at[i];
    ledger->history.n = past;
    for (size_t u = 0; u < ledger->units.n; u++) {
        if (!index[u]) continue;
        index[u] = kept;
        ledger->units.at[kept++] = ledger->units.at[u];
    }
    const bool all = kept == ledger->units.n; /* and each is where it was */
    ledger->units.n = kept;
    for (size_t i = 0; !all && i < ledger->lines.n; i++) ledger->lines.at[i].unit = index[ledger->lines.at[i].unit];
    for (size_t i = 0; !all && i < past; i++) ledger->history.at[i].unit = index[ledger->history.at[i].unit];
}

/* One name under two codes: perhaps one unit whose stages will not meet. */
static void list_two_codes(struct joining *j)
{
    const struct ledger *ledger = j->ledger;
    struct keymap first = {.arena = j->scratch}; /* folded name -> unit + 1 */
    struct pool names;
    pool_init(&names, j->scratch);
    for (uint32_t u = 0; u < ledger->units.n; u++) {
        const struct unit *unit = &ledger->units.at[u];
        uint32_t name = pool_id(&names, unit_name_key(j->scratch, ledger_text(ledger, unit->name)));
        uint32_t *at = name ? keymap_at(&first, name) : NULL;
        if (!at) continue;
        if (*at && ledger->units.at[*at - 1].code && unit->code)
            diag_add(j->diags, (struct diag){.kind = DIAG_UNIT_TWO_CODES,
                                             .value = ledger_text(ledger, unit->name),
                                             .column = ledger_text(ledger, ledger->units.at[*at - 1].code),
                                             .detail = ledger_text(ledger, unit->code)});
        if (!*at) *at = u + 1;
    }
}

static int by_file(const void *a, const void *b)
{
    const struct diag *x = a, *y = b;
    int order = str_cmp(x->file, y->file);
    if (order == 0) order = (x->kind > y->kind) - (x->kind < y->kind);
    if (order == 0) order = str_cmp(x->column, y->column);
    return order ? order : str_cmp(x->value, y->value);
}

void ledger_join(struct ledger *ledger, struct diags *diags)
{
    struct arena scratch = {.out_of_memory = ledger->arena->out_of_memory};
    struct joining j = {.ledger = ledger, .diags = diags, .scratch = &scratch};
    size_t before = diags->list.n;
    make_parts(&j);
    place_parts(&j);
    join_region_summary(&j);
    join_twins(&j);
    join_revisions(&j);
    join_documents(&j);
    join_stages(&j);
    if (diags->list.n > before) qsort(diags->list.at + before, diags->list.n - before, sizeof *diags->list.at, by_file);
    const bool *whole = whole_files(&j);
    filter_rejects(&j, whole);
    filter_diags(&j, whole);
    apply_lines(&j);
    count_out_rest(&j, whole);
    apply_units(&j);
    drop_empty_units(&j);
    list_two_codes(&j);
    join_check_summaries(ledger, diags, &scratch);
    arena_release(&scratch);
}
