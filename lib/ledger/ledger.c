#include <stdlib.h>
#include <string.h>

#include "effcheck/intake.h"
#include "joining.h"

bool amounts_add(struct amounts *sum, const struct amounts *x)
{
    bool good = true;
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (amounts_has(x, (enum measure)m)) good &= money_add(&sum->of[m], x->of[m]);
    sum->present |= x->present;
    return good;
}

struct str calculation_text(const struct ledger *ledger, const struct line *line, const struct calculation *calculation)
{
    if (!calculation->text) return ledger_text(ledger, line->text);
    struct str text = ledger_text(ledger, calculation->text);
    return str_sub(text, calculation->from, text.n);
}

uint32_t input_file_excluded(const struct input_file *file)
{
    uint32_t sum = 0;
    for (int i = 0; i < EXCLUDED_COUNT; i++) sum += file->rows_excluded[i];
    return sum;
}

struct str unit_name_key(struct arena *arena, struct str name)
{
    struct str folded = str_fold(arena, name);
    char *out = arena_new_n(arena, char, folded.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < folded.n; i++)
        if (folded.p[i] != ' ') out[n++] = folded.p[i];
    return (struct str){out, n};
}

struct str unit_key(const struct ledger *ledger, uint32_t unit)
{
    const struct unit *u = &ledger->units.at[unit];
    return ledger_text(ledger, u->code ? u->code : u->name);
}

typedef ARRAY(uint32_t) index_list;

struct ledger_merger {
    struct ledger *ledger;
    struct diags *diags;
    struct arena keys;
    struct pool unit_codes, unit_names, activities; /* normalised keys */
    index_list unit_of_code, unit_of_name;          /* id of the key -> unit + 1; 0 = none */
    uint32_t *texts;                                /* local id -> ledger id, of the file being merged */
};

/* A unit code without blanks and dots at its ends; "0" says nothing. */
static struct str clean_code(struct str code)
{
    code = str_trim(code);
    while (code.n && code.p[code.n - 1] == '.') code = str_trim(str_sub(code, 0, code.n - 1));
    return str_eq(code, S("0")) ? (struct str){0} : code;
}

static uint32_t *slot(struct pool *keys, struct str key, index_list *list)
{
    uint32_t id = pool_id(keys, key);
    while (list->n <= id) *array_push(keys->arena, list) = 0;
    return &list->at[id];
}

static void report_conflict(struct ledger_merger *merger, const struct input_file *file, struct unit *unit, struct str code, struct str name)
{
    struct ledger *ledger = merger->ledger;
    struct str first = ledger_text(ledger, unit->name);
    unit->conflict = true;
    for (size_t i = 0; i < merger->diags->list.n; i++) { /* said once per code and name */
        const struct diag *d = &merger->diags->list.at[i];
        if (d->kind == DIAG_UNIT_CONFLICT && str_eq(d->column, code) && str_eq(d->detail, name)) return;
    }
    diag_add(merger->diags, (struct diag){.kind = DIAG_UNIT_CONFLICT, .file = file->path, .column = code, .value = first, .detail = name});
}

/* The ledger's unit for a unit of a file: the same code, or where one side has no code the same folded name. */
static uint32_t merge_unit(struct ledger_merger *merger, const struct input_file *file, struct str code, struct str name, const struct unit *from)
{
    struct ledger *ledger = merger->ledger;
    struct arena *arena = ledger->arena;
    code = clean_code(code);
    struct str folded = unit_name_key(arena, name);
    uint32_t *by_code = code.n ? slot(&merger->unit_codes, code, &merger->unit_of_code) : NULL;
    uint32_t *by_name = folded.n ? slot(&merger->unit_names, folded, &merger->unit_of_name) : NULL;
    uint32_t found = by_code ? *by_code : 0;
    if (!found && by_name && *by_name && (!code.n || !ledger->units.at[*by_name - 1].code)) found = *by_name;
    if (!found) {
        *array_push(arena, &ledger->units) = (struct unit){.name = pool_id(&ledger->texts, name)};
        found = (uint32_t)ledger->units.n;
    }
    struct unit *unit = &ledger->units.at[found - 1];
    if (code.n && !unit->code) unit->code = pool_id(&ledger->texts, code);
    if (folded.n && unit->name == 0) unit->name = pool_id(&ledger->texts, name);
    if (folded.n && !str_eq(unit_name_key(arena, ledger_text(ledger, unit->name)), folded)) report_conflict(merger, file, unit, code, name);
    if (by_code) *by_code = found;
    if (by_name && !*by_name) *by_name = found;
    unit->present |= from->present;
    unit->rejected_rows += from->rejected_rows;
    unit->unreconciled |= from->unreconciled;
    return found - 1;
}

static struct str file_stem(struct str path)
{
    struct str name = str_base_name(path);
    for (size_t i = name.n; i > 0; i--)
        if (name.p[i - 1] == '.') return str_sub(name, 0, i - 1);
    return name;
}

static uint32_t *merge_units(struct ledger_merger *merger, struct intake *intake, struct arena *scratch)
{
    uint32_t *map = arena_new_n(scratch, uint32_t, intake->units.n + 1);
    for (size_t i = 0; i < intake->units.n; i++) {
        const struct unit *unit = &intake->units.at[i];
        struct str code = pool_text(&intake->texts, unit->code), name = str_trim(pool_text(&intake->texts, unit->name));
        if (!clean_code(code).n && !str_fold(scratch, name).n) {
            name = intake->info.sheet.n ? intake->info.sheet : file_stem(intake->info.path);
            diag_add(merger->diags, (struct diag){.kind = DIAG_UNIT_MISSING, .file = intake->info.path, .value = name});
        }
        map[i] = merge_unit(merger, &intake->info, code, name, unit);
        if (i == 0 && intake->units.n == 1) {
            intake->info.unit_code = clean_code(code);
            intake->info.unit_name = name;
        }
    }
    return map;
}

static uint32_t *merge_activities(struct ledger_merger *merger, const struct intake *intake, struct arena *scratch)
{
    struct ledger *ledger = merger->ledger;
    uint32_t *map = arena_new_n(scratch, uint32_t, intake->activities.n + 1);
    for (size_t i = 1; i < intake->activities.n; i++) {
        struct activity local = intake->activities.at[i];
        struct activity wanted = {merger->texts[local.code], merger->texts[local.name]};
        /* a code names the activity; its name may be spelled differently from file to file */
        struct str key = wanted.code ? str_format(scratch, "c%u", wanted.code) : str_format(scratch, "n%u", wanted.name);
        map[i] = pool_id(&merger->activities, key);
        if (map[i] == ledger->activities.n) *array_push(ledger->arena, &ledger->activities) = wanted;
    }
    return map;
}

/* What is long from the beginning grows by its pages (arena.c); pages not written to cost nothing. */
enum { LONG = (33 << 20) / sizeof(struct line) };

static void reserve_lines(struct ledger *ledger, size_t more)
{
    const size_t want = ledger->lines.n + more;
    array_reserve(ledger->arena, &ledger->lines, want < LONG ? LONG : want);
}

/* Stages of one rank are one stage in all files; unknown words are told apart by their spelling. */
static uint16_t *merge_stages(struct ledger_merger *merger, const struct intake *intake, struct arena *scratch)
{
    struct ledger *ledger = merger->ledger;
    uint16_t *map = arena_new_n(scratch, uint16_t, intake->stages.n + 1);
    for (size_t i = 1; i < intake->stages.n; i++) {
        struct stage stage = intake->stages.at[i];
        size_t at = 1;
        while (at < ledger->stages.n && (ledger->stages.at[at].rank != stage.rank || (!stage.rank && !str_eq_nocase(ledger->stages.at[at].name, stage.name)))) at++;
        stage.name = str_copy(ledger->arena, stage.name);
        if (at == ledger->stages.n) *array_push(ledger->arena, &ledger->stages) = stage;
        ledger->stages.at[at].efficiency |= stage.efficiency;
        map[i] = (uint16_t)at;
    }
    return map;
}

/* Returns by how much their indices grow: they are not looked for among those of other files. */
static uint32_t merge_particulars(struct ledger_merger *merger, const struct intake *intake)
{
    struct ledger *ledger = merger->ledger;
    uint32_t before = (uint32_t)ledger->particulars.n - 1; /* the first of each file is none */
    for (size_t i = 1; i < intake->particulars.n; i++) {
        const struct particulars *p = &intake->particulars.at[i];
        const uint32_t *texts = merger->texts;
        *array_push(ledger->arena, &ledger->particulars) =
            (struct particulars){texts[p->fund], texts[p->sub_unit], texts[p->sub_unit_name], texts[p->document],
                                 texts[p->payee], texts[p->indicator], texts[p->target], p->month};
    }
    return before;
}

/* Returns by how much their indices grow. */
static uint32_t merge_calculations(struct ledger_merger *merger, const struct intake *intake)
{
    struct ledger *ledger = merger->ledger;
    uint32_t before = (uint32_t)ledger->calculations.n;
    for (size_t i = 0; i < intake->calculations.n; i++) {
        struct calculation c = intake->calculations.at[i];
        c.text = merger->texts[c.text];
        c.measure_unit = merger->texts[c.measure_unit];
        c.coefficient = merger->texts[c.coefficient];
        if (c.next) c.next += before;
        *array_push(ledger->arena, &ledger->calculations) = c;
    }
    return before;
}

/* The memory of the first file becomes the ledger's. Its texts are those of the ledger under the same ids, its calculations stay as they
 * are, and so that a file of many lines need not be written twice, they stay where they are. */
static void take_first(struct ledger *ledger, struct intake *intake, uint32_t *ids)
{
    arena_adopt(ledger->arena, &intake->arena);
    ledger->texts = intake->texts;
    ledger->texts.arena = ledger->arena;
    for (uint32_t i = 0; i < intake->texts.texts.n; i++) ids[i] = i;
    ledger->calculations.at = intake->calculations.at;
    ledger->calculations.n = intake->calculations.n;
    ledger->calculations.cap = intake->calculations.cap;
    if (intake->lines.n < LONG) return;
    ledger->lines.at = intake->lines.at;
    ledger->lines.cap = intake->lines.cap;
}

static void merge_lines(struct ledger_merger *merger, struct intake *intake, uint32_t file)
{
    struct ledger *ledger = merger->ledger;
    struct arena scratch = {.out_of_memory = ledger->arena->out_of_memory};
    const bool first = ledger->texts.texts.n == 1 && ledger->lines.n == 0;
    merger->texts = arena_new_n(&scratch, uint32_t, intake->texts.texts.n + 1);
    if (first) take_first(ledger, intake, merger->texts);
    else pool_ids(&ledger->texts, &intake->texts, merger->texts);
    uint32_t *units = merge_units(merger, intake, &scratch), *activities = merge_activities(merger, intake, &scratch);
    uint16_t *stages = merge_stages(merger, intake, &scratch);
    reserve_lines(ledger, intake->lines.n);
    uint32_t calculations = first ? 0 : merge_calculations(merger, intake), particulars = merge_particulars(merger, intake);
    struct line *to = ledger->lines.at + ledger->lines.n;
    for (size_t i = 0; i < intake->lines.n; i++) {
        struct line line = intake->lines.at[i];
        if (line.calculation) line.calculation += calculations;
        line.file = file;
        line.unit = units[line.unit];
        line.activity = activities[line.activity];
        line.account = merger->texts[line.account];
        line.account_name = merger->texts[line.account_name];
        line.text = merger->texts[line.text];
        if (line.particulars) line.particulars += particulars;
        line.stage = stages[line.stage];
        to[i] = line;
    }
    ledger->lines.n += intake->lines.n;
    if (first && to != intake->lines.at) arena_drop(ledger->arena, intake->lines.at);
    arena_release(&scratch);
}

/* Decisions (effcheck.csv) may read the same bytes as another stage or in another number format. */
static bool same_reading(const struct input_file *a, const struct input_file *b)
{
    if (a->baseline != b->baseline || a->measures != b->measures || !str_eq(a->sheet, b->sheet)) return false;
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (money_cmp(a->own.of[m], b->own.of[m])) return false;
    return true;
}

/* Index of an earlier file with the same bytes read in the same way, or `file` itself. */
static uint32_t same_content(const struct ledger *ledger, uint32_t file)
{
    const struct input_file *wanted = &ledger->files.at[file];
    for (uint32_t i = 0; wanted->opened && i < file; i++) {
        const struct input_file *f = &ledger->files.at[i];
        if (f->opened && memcmp(f->sha256, wanted->sha256, SHA256_HEX) == 0 && f->twin == 0 && same_reading(f, wanted)) return i;
    }
    return file;
}

static void count_as_duplicate(struct input_file *file)
{
    uint32_t used = file->rows_used + file->rows_rejected;
    file->rows_used = file->rows_rejected = 0;
    file->rows_excluded[EXCLUDED_DUPLICATE] += used;
    file->sums = (struct amounts){0};
}

static struct input_file copy_file(struct arena *arena, const struct input_file *from)
{
    struct input_file file = *from;
    struct str *const slices[] = {&file.path, &file.sheet, &file.region, &file.unit_code, &file.unit_name};
    for (size_t i = 0; i < sizeof slices / sizeof *slices; i++) *slices[i] = str_copy(arena, *slices[i]);
    for (int m = 0; m < MEASURE_COUNT; m++) {
        file.number_format[m] = str_copy(arena, file.number_format[m]);
        file.column_name[m] = str_copy(arena, file.column_name[m]);
    }
    file.evidence = NULL;
    memset(&file.months, 0, sizeof file.months);
    for (size_t i = 0; i < from->months.n; i++) *array_push(arena, &file.months) = from->months.at[i];
    memset(&file.footings, 0, sizeof file.footings);
    for (size_t i = 0; i < from->footings.n; i++) {
        struct footing footing = from->footings.at[i];
        footing.name = str_copy(arena, footing.name);
        *array_push(arena, &file.footings) = footing;
    }
    return file;
}

static void merge_rejects(struct ledger *ledger, const struct intake *intake, uint32_t file)
{
    for (size_t i = 0; i < intake->rejects.n; i++) {
        struct reject reject = intake->rejects.at[i];
        struct str *const slices[] = {&reject.column, &reject.value, &reject.accepted, &reject.raw};
        for (size_t k = 0; k < sizeof slices / sizeof *slices; k++) *slices[k] = str_copy(ledger->arena, *slices[k]);
        reject.file = file;
        *array_push(ledger->arena, &ledger->rejects) = reject;
    }
}

static void merge_file(struct ledger_merger *merger, struct intake *intake)
{
    struct ledger *ledger = merger->ledger;
    uint32_t file = (uint32_t)ledger->files.n;
    *array_push(ledger->arena, &ledger->files) = copy_file(ledger->arena, &intake->info);
    uint32_t twin = same_content(ledger, file);
    if (twin != file) {
        diag_add(merger->diags, (struct diag){.kind = DIAG_FILE_TWICE, .file = intake->info.path, .value = ledger->files.at[twin].path});
        count_as_duplicate(&ledger->files.at[file]);
        ledger->files.at[file].twin = twin + 1;
        return;
    }
    diag_merge(merger->diags, &intake->diags);
    merge_lines(merger, intake, file);
    ledger->files.at[file].unit_code = str_copy(ledger->arena, intake->info.unit_code);
    ledger->files.at[file].unit_name = str_copy(ledger->arena, intake->info.unit_name);
    merge_rejects(ledger, intake, file);
}

struct unit_order {
    const struct ledger *ledger;
    uint32_t unit;
};

static int by_code_then_name(const void *a, const void *b)
{
    const struct unit_order *x = a, *y = b;
    const struct unit *u = &x->ledger->units.at[x->unit], *v = &y->ledger->units.at[y->unit];
    int order = str_cmp(ledger_text(x->ledger, u->code), ledger_text(y->ledger, v->code));
    if (order == 0) order = str_cmp(ledger_text(x->ledger, u->name), ledger_text(y->ledger, v->name));
    return order ? order : (x->unit > y->unit) - (x->unit < y->unit);
}

/* Units in the order of their codes, whatever the order of the files. */
static void sort_units(struct ledger *ledger)
{
    size_t n = ledger->units.n;
    struct arena scratch = {.out_of_memory = ledger->arena->out_of_memory};
    struct unit_order *order = arena_new_n(&scratch, struct unit_order, n + 1);
    uint32_t *new_index = arena_new_n(&scratch, uint32_t, n + 1);
    struct unit *sorted = arena_new_n(&scratch, struct unit, n + 1);
    for (uint32_t i = 0; i < n; i++) order[i] = (struct unit_order){ledger, i};
    bool sorted_already = true;
    if (n) qsort(order, n, sizeof *order, by_code_then_name);
    for (uint32_t i = 0; i < n; i++) {
        sorted_already &= order[i].unit == i;
        new_index[order[i].unit] = i;
        sorted[i] = ledger->units.at[order[i].unit];
    }
    if (n) memcpy(ledger->units.at, sorted, n * sizeof *sorted);
    for (size_t i = 0; !sorted_already && i < ledger->lines.n; i++) ledger->lines.at[i].unit = new_index[ledger->lines.at[i].unit];
    for (size_t i = 0; !sorted_already && i < ledger->history.n; i++) ledger->history.at[i].unit = new_index[ledger->history.at[i].unit];
    arena_release(&scratch);
}

void ledger_begin(struct ledger *ledger, struct arena *arena, struct diags *diags)
{
    struct ledger_merger *merger = arena_new(arena, struct ledger_merger);
    *ledger = (struct ledger){.arena = arena, .merger = merger};
    merger->ledger = ledger;
    merger->diags = diags;
    merger->keys.out_of_memory = arena->out_of_memory;
    pool_init(&ledger->texts, arena);
    *array_push(arena, &ledger->activities) = (struct activity){0};
    *array_push(arena, &ledger->particulars) = (struct particulars){0};
    *array_push(arena, &ledger->stages) = (struct stage){0};
    pool_init(&merger->unit_codes, &merger->keys);
    pool_init(&merger->unit_names, &merger->keys);
    pool_init(&merger->activities, &merger->keys);
}

void ledger_add(struct ledger *ledger, struct intake *intake)
{
    for (; intake; intake = intake->next) merge_file(ledger->merger, intake);
}

void ledger_end(struct ledger *ledger)
{
    arena_release(&ledger->merger->keys);
    ledger_join(ledger, ledger->merger->diags);
    ledger->merger = NULL;
    sort_units(ledger);
    assign_reject_units(ledger);
}
