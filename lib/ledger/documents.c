/* The same payment document in two files: a month handed in twice, or two exports that overlap. */
#include "joining.h"

/* One document's amount for one account of one activity, in the first file that has it and in the file in hand. */
struct entry {
    uint32_t file; /* first one */
    uint32_t document, unit;
    uint32_t rows; /* in the file in hand */
    struct amounts first, again;
};

struct register_of {
    struct joining *j;
    struct keymap index; /* key -> entry + 1 */
    ARRAY(struct entry) entries;
    ARRAY(uint32_t) repeated; /* entries that the file in hand has too */
};

static uint64_t document_key(const struct ledger *ledger, const struct line *line)
{
    return key_with(key_with(line_key(ledger, line, false), line_particulars(ledger, line)->document), line->unit);
}

static struct entry *entry_of(struct register_of *r, const struct line *line)
{
    uint32_t *at = keymap_at(&r->index, document_key(r->j->ledger, line));
    if (!*at) {
        *array_push(r->j->scratch, &r->entries) = (struct entry){.file = line->file, .document = line_particulars(r->j->ledger, line)->document, .unit = line->unit};
        *at = (uint32_t)r->entries.n;
    }
    return &r->entries.at[*at - 1];
}

/* What a file repeats of another, for one message. */
struct repeat {
    uint32_t first_file, rows, document;
};

static void report(struct joining *j, uint32_t file, const struct repeat *repeat)
{
    if (!repeat->rows) return;
    diag_add(j->diags, (struct diag){.kind = DIAG_DOCUMENT_TWICE,
                                     .file = j->ledger->files.at[file].path,
                                     .value = j->ledger->files.at[repeat->first_file].path,
                                     .column = ledger_text(j->ledger, repeat->document),
                                     .detail = str_format(j->scratch, "%u", repeat->rows)});
}

/* Entries that the file in hand repeats: equal sums are one document, others contradict each other. */
static void compare(struct register_of *r, uint32_t file, struct repeat *repeats)
{
    struct joining *j = r->j;
    for (size_t i = 0; i < r->repeated.n; i++) {
        struct entry *entry = &r->entries.at[r->repeated.at[i]];
        struct repeat *repeat = &repeats[entry->file];
        bool equal = entry->first.present == entry->again.present;
        for (int m = 0; m < MEASURE_COUNT; m++) equal = equal && money_cmp(entry->first.of[m], entry->again.of[m]) == 0;
        if (!equal) {
            j->ledger->units.at[entry->unit].disputed = true;
            diag_add(j->diags, (struct diag){.kind = DIAG_DOCUMENT_DISPUTED,
                                             .file = j->ledger->files.at[file].path,
                                             .value = j->ledger->files.at[entry->file].path,
                                             .column = ledger_text(j->ledger, entry->document)});
        }
        if (!repeat->rows) repeat->document = entry->document;
        repeat->first_file = entry->file;
        repeat->rows += entry->rows;
        entry->rows = 0;
        entry->again = (struct amounts){0};
    }
}

static void finish_file(struct register_of *r, uint32_t file)
{
    struct joining *j = r->j;
    if (!r->repeated.n) return;
    struct repeat *repeats = arena_new_n(j->scratch, struct repeat, j->ledger->files.n);
    compare(r, file, repeats);
    for (uint32_t f = 0; f < file; f++) report(j, file, &repeats[f]);
    r->repeated.n = 0;
}

static bool any_document(const struct ledger *ledger)
{
    for (size_t i = 0; i < ledger->particulars.n; i++)
        if (ledger->particulars.at[i].document) return true;
    return false;
}

void join_documents(struct joining *j)
{
    if (!any_document(j->ledger)) return; /* no line has one */
    struct register_of r = {.j = j, .index = {.arena = j->scratch}};
    uint32_t file = 0;
    for (size_t i = 0; i < j->ledger->lines.n; i++) {
        const struct line *line = &j->ledger->lines.at[i];
        if (line->file != file) finish_file(&r, file);
        file = line->file;
        if (!line_particulars(j->ledger, line)->document || line->rejected || j->parts.at[j->part_of[i]].why != KEPT) continue;
        struct entry *entry = entry_of(&r, line);
        if (entry->file == file) {
            amounts_add(&entry->first, &line->amounts);
            continue;
        }
        if (!entry->rows++) *array_push(j->scratch, &r.repeated) = (uint32_t)(entry - r.entries.at);
        amounts_add(&entry->again, &line->amounts);
        j->why[i] = EXCLUDED_DUPLICATE;
    }
    finish_file(&r, file);
}
