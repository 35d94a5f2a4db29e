/* The same table uploaded twice, in whatever form, and tables that contradict each other. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "joining.h"

/* So many equal lines are no coincidence, even where two units are named or a month may repeat another. */
enum { TELLING_LINES = 10 };

struct ranked {
    const struct joining *j;
    uint32_t part;
    uint32_t votes; /* parts of the same content that name the same unit */
};

static int by_content(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    const struct part *p = &x->j->parts.at[x->part], *q = &y->j->parts.at[y->part];
    if (p->fingerprint != q->fingerprint) return p->fingerprint < q->fingerprint ? -1 : 1;
    if (p->stage != q->stage) return p->stage < q->stage ? -1 : 1;
    if (p->unit != q->unit) return p->unit < q->unit ? -1 : 1;
    return part_order(x->j, p, q);
}

static int by_worth(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    if (x->votes != y->votes) return x->votes > y->votes ? -1 : 1;
    return part_order(x->j, &x->j->parts.at[x->part], &y->j->parts.at[y->part]);
}

static bool same_measures(const struct joining *j, const struct part *a, const struct part *b)
{
    return part_file(j, a)->measures == part_file(j, b)->measures && a->sums.present == b->sums.present;
}

/* May two parts of equal content be one table? A unit named in every row is believed; one named above the table is often wrong. */
static bool may_be_twins(const struct joining *j, const struct part *a, const struct part *b)
{
    bool named_in_rows = part_file(j, a)->unit_in_rows || part_file(j, b)->unit_in_rows;
    if (a->file == b->file || a->year != b->year || a->used != b->used || !a->sums.present || !same_measures(j, a, b)) return false;
    if (a->unit != b->unit && (named_in_rows || a->used < TELLING_LINES)) return false;
    return part_has_budget(a) || a->used >= TELLING_LINES;
}

/* ---- copies ---- */

/* In a few lines the same amounts for the same account may be two purchases: there the texts have to be the same too. */
struct likeness {
    bool few;
    unsigned measures; /* those compared, as bits */
};

static uint64_t content_of(const struct ledger *ledger, const struct line *line, const struct likeness *like)
{
    uint64_t content = line_content(ledger, line, like->measures);
    return like->few ? key_with(content, line->text) : content;
}

static void count_contents(struct joining *j, const struct part *part, const struct likeness *like, struct keymap *contents, struct keymap *keys)
{
    for (uint32_t i = 0; i < part->used + part->rejected; i++) {
        const struct line *line = &j->ledger->lines.at[j->order[part->first + i]];
        if (!line->rejected) ++*keymap_at(contents, content_of(j->ledger, line, like));
        *keymap_at(keys, line_key(j->ledger, line, false)) |= line->rejected ? 2u : 1u;
    }
}

/* Every line of `a` is in `b`, or stands where `b` has a row that could not be read. */
static bool covered(struct joining *j, const struct part *a, const struct part *b, unsigned measures)
{
    struct arena scratch = {.out_of_memory = j->ledger->arena->out_of_memory};
    struct keymap contents = {.arena = &scratch}, keys = {.arena = &scratch};
    const struct likeness like = {.few = a->used < TELLING_LINES || b->used < TELLING_LINES, .measures = measures};
    bool covers = true;
    count_contents(j, b, &like, &contents, &keys);
    for (uint32_t i = 0; covers && i < a->used + a->rejected; i++) {
        const struct line *line = &j->ledger->lines.at[j->order[a->first + i]];
        uint32_t *left = keymap_find(&contents, content_of(j->ledger, line, &like)), *key = keymap_find(&keys, line_key(j->ledger, line, false));
        if (line->rejected)
            covers = key != NULL;
        else if (left && *left)
            --*left;
        else
            covers = key && (*key & 2u);
    }
    arena_release(&scratch);
    return covers;
}

bool part_is_copy(struct joining *j, const struct part *part, const struct part *kept)
{
    uint32_t longer = part->used > kept->used ? part->used - kept->used : kept->used - part->used;
    return longer <= part->rejected + kept->rejected && covered(j, part, kept, ALL_MEASURES) && covered(j, kept, part, ALL_MEASURES);
}

/* Every line of a budget, in every measure that its file has, stands in a longer or wider one as well: nothing differs. */
static bool part_is_within(struct joining *j, const struct part *part, const struct part *whole)
{
    unsigned measures = part_file(j, part)->measures;
    bool whole_has_all = (part_file(j, whole)->measures & measures) == measures;
    return part->used >= TELLING_LINES && !part->rejected && !whole->rejected && whole_has_all && covered(j, part, whole, measures);
}

static void leave_out_twin(struct joining *j, struct part *part, const struct part *kept)
{
    struct input_file *file = part_file(j, part);
    struct str other = part_file(j, kept)->path;
    part->why = EXCLUDED_DUPLICATE;
    file->twin = kept->file + 1;
    struct diag diag = {.kind = DIAG_FILE_TWIN, .file = file->path, .value = other};
    if (part->unit != kept->unit) {
        diag.kind = DIAG_FILE_TWIN_UNIT;
        diag.detail = str_format(j->scratch, "%.*s / %.*s", STR_ARG(unit_title(j, part->unit)), STR_ARG(unit_title(j, kept->unit)));
    } else if (part->rejected > kept->rejected) {
        diag.kind = DIAG_FILE_COPY_DAMAGED;
        diag.detail = str_format(j->scratch, "%u", part->rejected);
    }
    diag_add(j->diags, diag);
}

/* ---- equal content ---- */

static void count_votes(struct ranked *run, size_t n)
{
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from; to < n && run[to].j->parts.at[run[to].part].unit == run[from].j->parts.at[run[from].part].unit; to++) continue;
        for (size_t i = from; i < to; i++) run[i].votes = (uint32_t)(to - from);
    }
}

/* Parts of equal content, best first: each later one is a twin of an earlier one, or stands for itself. */
static void settle_run(struct joining *j, struct ranked *run, size_t n)
{
    ARRAY(uint32_t) kept = {0};
    count_votes(run, n);
    qsort(run, n, sizeof *run, by_worth);
    for (size_t i = 0; i < n; i++) {
        struct part *part = &j->parts.at[run[i].part];
        for (size_t k = 0; k < kept.n && part->why == KEPT; k++) {
            const struct part *other = &j->parts.at[kept.at[k]];
            if (may_be_twins(j, part, other) && part_is_copy(j, part, other)) leave_out_twin(j, part, other);
        }
        if (part->why == KEPT) *array_push(j->scratch, &kept) = run[i].part;
    }
}

static uint64_t fingerprint_of(const struct joining *j, const struct part *part)
{
    uint64_t fingerprint = 0;
    for (uint32_t i = 0; i < part->used + part->rejected; i++) {
        const struct line *line = &j->ledger->lines.at[j->order[part->first + i]];
        if (!line->rejected) fingerprint += key_mix(line_content(j->ledger, line, ALL_MEASURES));
    }
    return fingerprint;
}

/* How many lines, and what they add up to. */
static uint64_t size_of(const struct part *part)
{
    uint64_t key = key_with(part->used, part->sums.present);
    for (int m = 0; m < MEASURE_COUNT; m++) key = key_with(key, (uint64_t)part->sums.of[m].sen);
    return key;
}

static bool is_candidate(const struct part *part)
{
    return part->why == KEPT && part->used;
}

/* Parts of equal content are equal in size: line by line only those are looked at. */
static size_t list_alike(struct joining *j, struct ranked *out)
{
    struct keymap sizes = {.arena = j->scratch};
    size_t n = 0;
    for (size_t p = 0; p < j->parts.n; p++)
        if (is_candidate(&j->parts.at[p])) ++*keymap_at(&sizes, size_of(&j->parts.at[p]));
    for (uint32_t p = 0; p < j->parts.n; p++) {
        struct part *part = &j->parts.at[p];
        if (!is_candidate(part) || *keymap_at(&sizes, size_of(part)) < 2) continue;
        part->fingerprint = fingerprint_of(j, part);
        out[n++] = (struct ranked){.j = j, .part = p};
    }
    return n;
}

void join_twins(struct joining *j)
{
    struct ranked *all = arena_new_n(j->scratch, struct ranked, j->parts.n + 1);
    size_t n = list_alike(j, all);
    if (n) qsort(all, n, sizeof *all, by_content);
    for (size_t from = 0, to; from < n; from = to) {
        const struct part *first = &j->parts.at[all[from].part];
        for (to = from; to < n; to++) {
            const struct part *part = &j->parts.at[all[to].part];
            if (part->fingerprint != first->fingerprint || part->stage != first->stage) break;
        }
        if (to - from > 1) settle_run(j, all + from, to - from);
    }
}

/* ---- the same unit twice with other amounts ---- */

struct overlap {
    struct joining *j;
    struct keymap owners; /* key of a line -> part + 1 that had it first */
    uint32_t *keys;       /* by part: different keys */
    uint32_t *common;     /* by part: keys shared with the part in hand */
    ARRAY(uint32_t) touched;
};

/* Hardly a line of a long part shares activity and account with another line: then texts, which forms change, need not be compared. */
static bool keys_tell(struct joining *j, const struct part *part)
{
    if (part->used < TELLING_LINES) return false;
    struct arena scratch = {.out_of_memory = j->ledger->arena->out_of_memory};
    struct keymap keys = {.arena = &scratch};
    uint32_t n = part->used + part->rejected;
    for (uint32_t i = 0; i < n; i++) ++*keymap_at(&keys, line_key(j->ledger, &j->ledger->lines.at[j->order[part->first + i]], false));
    bool telling = keys.used * 10 >= (size_t)n * 9;
    arena_release(&scratch);
    return telling;
}

/* The part that shares at least half of the keys of the smaller of the two; NULL = none. *lines = shared keys. */
static struct part *rival_of(struct overlap *o, uint32_t index, bool fine, uint32_t *lines)
{
    struct joining *j = o->j;
    const struct part *part = &j->parts.at[index];
    struct part *rival = NULL;
    *lines = 0;
    o->touched.n = 0;
    for (uint32_t i = 0; i < part->used + part->rejected; i++) {
        uint32_t *owner = keymap_at(&o->owners, line_key(j->ledger, &j->ledger->lines.at[j->order[part->first + i]], fine));
        if (*owner == index + 1) continue;
        if (!*owner) {
            *owner = index + 1;
            o->keys[index]++;
            continue;
        }
        if (!o->common[*owner - 1]++) *array_push(j->scratch, &o->touched) = *owner - 1;
    }
    for (size_t t = 0; t < o->touched.n; t++) {
        uint32_t other = o->touched.at[t], shared = o->common[other];
        uint32_t mine = part->used + part->rejected, smaller = o->keys[other] < mine ? o->keys[other] : mine;
        o->common[other] = 0;
        if (2 * (uint64_t)shared < smaller || shared <= *lines) continue;
        rival = &j->parts.at[other];
        assert(rival);
        *lines = shared;
    }
    return rival;
}

static void leave_out_piece(struct joining *j, struct part *part, const struct part *whole)
{
    struct str lines = str_format(j->scratch, "%u", part->used);
    part->why = EXCLUDED_DUPLICATE;
    diag_add(j->diags, (struct diag){.kind = DIAG_FILE_WITHIN, .file = part_file(j, part)->path, .value = part_file(j, whole)->path, .detail = lines});
}

static void dispute(struct joining *j, struct part *part, const struct part *kept, uint32_t lines)
{
    struct unit *unit = &j->ledger->units.at[part->unit];
    struct diag diag = {.kind = DIAG_FILE_DISPUTED,
                        .file = part_file(j, part)->path,
                        .column = unit_title(j, part->unit),
                        .value = part_file(j, kept)->path,
                        .detail = str_format(j->scratch, "%u", lines)};
    if (!part_has_budget(part) || !part_has_budget(kept)) {
        diag.kind = DIAG_SPENT_IN_PARTS;
    } else {
        part->why = EXCLUDED_DUPLICATE;
        unit->disputed = true;
    }
    diag_add(j->diags, diag);
}

static bool has_documents(const struct joining *j, const struct part *part)
{
    return part->used && line_particulars(j->ledger, &j->ledger->lines.at[j->order[part->first]])->document != 0;
}

static unsigned measure_count(const struct joining *j, const struct part *part)
{
    unsigned n = 0;
    for (unsigned m = 0; m < MEASURE_COUNT; m++) n += (part_file(j, part)->measures & (1u << m)) != 0;
    return n;
}

/* More measures and more lines first: what can hold the others. */
static int by_width(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    const struct part *p = &x->j->parts.at[x->part], *q = &y->j->parts.at[y->part];
    unsigned m = measure_count(x->j, p), k = measure_count(y->j, q);
    if (m != k) return m > k ? -1 : 1;
    if (p->used != q->used) return p->used > q->used ? -1 : 1;
    return part_order(x->j, p, q);
}

/* Two budgets in force are added up whatever else their files hold; files without one, only where they hold the same. */
static unsigned kind_of(const struct joining *j, const struct part *part)
{
    unsigned measures = part_file(j, part)->measures;
    return measures & (1u << KINI) ? 1u << KINI : measures;
}

static int by_unit(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    const struct part *p = &x->j->parts.at[x->part], *q = &y->j->parts.at[y->part];
    if (p->unit != q->unit) return p->unit < q->unit ? -1 : 1;
    if (p->stage != q->stage) return p->stage < q->stage ? -1 : 1;
    if (p->year != q->year) return p->year < q->year ? -1 : 1;
    if (p->region != q->region) return p->region < q->region ? -1 : 1;
    unsigned m = kind_of(x->j, p), k = kind_of(x->j, q);
    if (m != k) return m < k ? -1 : 1;
    return part_order(x->j, p, q);
}

static void overlap_begin(struct overlap *o, const struct ranked *run, size_t n, struct arena *keys)
{
    o->owners = (struct keymap){.arena = keys};
    for (size_t i = 0; i < n; i++) o->keys[run[i].part] = 0;
}

/* Parts of one unit that speak of the same measure at the same stage. */
static void leave_out_pieces(struct joining *j, struct overlap *o, struct ranked *run, size_t n)
{
    qsort(run, n, sizeof *run, by_width);
    for (size_t i = 0; i < n; i++) {
        struct part *part = &j->parts.at[run[i].part];
        uint32_t lines;
        const struct part *rival = rival_of(o, run[i].part, false, &lines);
        if (rival && part_has_budget(part) && part_is_within(j, part, rival)) leave_out_piece(j, part, rival);
    }
}

/* The same parts, best first: those that are left are copies with unreadable rows, other months, or in contradiction. */
static void settle_unit(struct joining *j, struct overlap *o, struct ranked *run, size_t n)
{
    bool fine = false;
    qsort(run, n, sizeof *run, by_unit);
    for (size_t i = 0; i < n; i++) fine = fine || !keys_tell(j, &j->parts.at[run[i].part]);
    for (size_t i = 0; i < n; i++) {
        struct part *part = &j->parts.at[run[i].part];
        uint32_t lines;
        struct part *rival = part->why == KEPT ? rival_of(o, run[i].part, fine, &lines) : NULL;
        if (!rival || (has_documents(j, part) && has_documents(j, rival))) continue;
        if (part_has_budget(part) && part_is_copy(j, part, rival))
            leave_out_twin(j, part, rival);
        else
            dispute(j, part, rival, lines);
    }
}

static bool same_kind(const struct joining *j, const struct part *a, const struct part *b)
{
    return a->unit == b->unit && a->stage == b->stage && a->year == b->year && a->region == b->region &&
           kind_of(j, a) == kind_of(j, b);
}

void join_revisions(struct joining *j)
{
    size_t n = 0;
    struct ranked *all = arena_new_n(j->scratch, struct ranked, j->parts.n + 1);
    struct overlap o = {
        .j = j, .keys = arena_new_n(j->scratch, uint32_t, j->parts.n + 1), .common = arena_new_n(j->scratch, uint32_t, j->parts.n + 1)};
    for (uint32_t p = 0; p < j->parts.n; p++)
        if (j->parts.at[p].why == KEPT) all[n++] = (struct ranked){.j = j, .part = p};
    if (n) qsort(all, n, sizeof *all, by_unit);
    for (size_t from = 0, to; from < n; from = to) {
        struct arena keys = {.out_of_memory = j->ledger->arena->out_of_memory};
        const struct part *first = &j->parts.at[all[from].part];
        for (to = from; to < n && same_kind(j, first, &j->parts.at[all[to].part]); to++) continue;
        if (to - from > 1 && part_file(j, first)->measures) {
            overlap_begin(&o, all + from, to - from, &keys);
            leave_out_pieces(j, &o, all + from, to - from);
            overlap_begin(&o, all + from, to - from, &keys);
            settle_unit(j, &o, all + from, to - from);
        }
        arena_release(&keys);
    }
}
