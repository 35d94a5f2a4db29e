#include "effcheck/follow_up.h"

#include <stdlib.h>
#include <string.h>

#include "effcheck/pool.h"

const char *follow_status_id(enum follow_status status)
{
    static const char *const ids[FOLLOW_STATUS_COUNT] = {"baru", "tetap", "berubah", "muncul_lagi", "selesai", "tidak_teruji", "tidak_dikenal"};
    return ids[status];
}

static int months_of(struct date month)
{
    return month.year * 12 + month.month - 1;
}

static bool same_month(struct date a, struct date b)
{
    return months_of(a) == months_of(b);
}

/* The amount that was reported before this month: of a second report on one month, that of the month before. */
static bool amount_before(const struct follow_up *follow, const struct trail *old, struct money *amount)
{
    bool again = same_month(old->last, follow->month);
    *amount = again ? old->before : old->amount;
    return again ? old->has_before : true;
}

static enum follow_status status_of(const struct follow_up *follow, const struct trail *old, const struct followed *now)
{
    if (old->closed.year && !same_month(old->closed, follow->month)) return FOLLOW_BACK;
    if (same_month(old->since, follow->month)) return same_month(old->first, follow->month) ? FOLLOW_NEW : FOLLOW_BACK;
    return now->has_old ? FOLLOW_CHANGED : FOLLOW_SAME;
}

static struct followed follow_known(const struct follow_up *follow, const struct trail *present, const struct trail *old)
{
    struct followed now = {.trail = *present};
    struct money before = {0};
    bool known = amount_before(follow, old, &before);
    now.trail.words = old->words;
    now.trail.first = old->first;
    now.trail.has_before = known;
    now.trail.before = before;
    now.has_old = known && money_cmp(before, present->amount) != 0;
    now.old = before;
    now.status = status_of(follow, old, &now);
    now.trail.since = now.status == FOLLOW_BACK || now.status == FOLLOW_NEW ? follow->month : old->since;
    now.age = months_of(follow->month) - months_of(old->first);
    return now;
}

static struct followed follow_present(const struct follow_up *follow, const struct trail *present, const struct trail *old)
{
    struct followed now = {.trail = *present, .status = FOLLOW_NEW};
    now.trail.first = now.trail.since = follow->month;
    if (old && old->first.year) now = follow_known(follow, present, old);
    else if (old) now.trail.words = old->words; /* somebody wrote this id before the program did */
    now.trail.last = follow->month;
    now.trail.closed = (struct date){0};
    return now;
}

static struct followed follow_gone(const struct follow_up *follow, const struct trail *old, follow_tested_fn *tested, void *context)
{
    struct followed gone = {.trail = *old, .status = FOLLOW_UNKNOWN};
    if (!old->first.year) return gone;
    gone.age = months_of(follow->month) - months_of(old->first);
    bool again = same_month(old->closed, follow->month); /* a second report on the month that closed it decides anew */
    if (old->closed.year && !again) gone.status = FOLLOW_DONE;
    else gone.status = tested(context, old) ? FOLLOW_DONE : FOLLOW_UNTESTED;
    if (gone.status == FOLLOW_UNTESTED) gone.trail.closed = (struct date){0};
    else if (!old->closed.year) gone.trail.closed = follow->month;
    return gone;
}

static struct str id_key(struct arena *scratch, struct str id)
{
    return str_fold(scratch, id); /* auditors retype ids with blanks and small letters */
}

static int by_id(const void *a, const void *b)
{
    const struct followed *x = a, *y = b;
    int order = str_cmp(x->trail.id, y->trail.id);
    return order ? order : str_cmp(x->trail.words.note, y->trail.words.note);
}

static void add(struct follow_up *follow, struct followed one, struct arena *arena)
{
    bool earlier = one.status == FOLLOW_DONE && !same_month(one.trail.closed, follow->month);
    follow->count[one.status] += !earlier;
    *array_push(arena, &follow->list) = one;
}

struct date follow_compared(const struct follow_up *follow)
{
    struct date newest = {0};
    for (size_t i = 0; follow->past && i < follow->past->months.n; i++) {
        struct date month = follow->past->months.at[i].month;
        if (date_cmp(month, follow->month) < 0 && date_cmp(month, newest) > 0) newest = month;
    }
    return newest;
}

void follow_compare(struct follow_up *follow, const struct trail *present, size_t n, follow_tested_fn *tested, void *context, struct arena *arena)
{
    struct arena scratch = {.out_of_memory = arena->out_of_memory};
    const struct past *past = follow->past;
    size_t known = past ? past->trails.n : 0;
    const struct trail **old = arena_new_n(&scratch, const struct trail *, known + 1); /* by id of the pool; 0 is the empty text */
    bool *met = arena_new_n(&scratch, bool, known + 1);
    struct pool ids;
    pool_init(&ids, &scratch);
    for (size_t i = 0; i < known; i++) {
        uint32_t id = pool_id(&ids, id_key(&scratch, past->trails.at[i].id));
        if (id && !old[id]) old[id] = &past->trails.at[i];
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t id = 0;
        bool found = past && pool_find(&ids, id_key(&scratch, present[i].id), &id) && id && old[id];
        if (found) met[old[id] - past->trails.at] = true;
        add(follow, follow_present(follow, &present[i], found ? old[id] : NULL), arena);
    }
    for (size_t i = 0; i < known; i++)
        if (!met[i]) add(follow, follow_gone(follow, &past->trails.at[i], tested, context), arena);
    if (follow->list.n > n) qsort(follow->list.at + n, follow->list.n - n, sizeof *follow->list.at, by_id);
    arena_release(&scratch);
}

/* ---- check marks ---- */

/* An amount as a spreadsheet keeps it: 15 digits. */
static int64_t kept(struct money m)
{
    const int64_t most = 999999999999999;
    int64_t unit = 1;
    while (m.sen / unit > most || m.sen / unit < -most) unit *= 10;
    int64_t rest = m.sen % unit, up = 2 * rest >= unit ? 1 : 2 * rest <= -unit ? -1 : 0;
    return (m.sen / unit + (unit > 1 ? up : 0)) * unit;
}

enum { LONGEST = 600 };

/* Codes and names without what a spreadsheet may change in them. */
static int fold_into(struct str s, char out[LONGEST])
{
    return (int)str_fold_into(str_sub(s, 0, LONGEST / 2), out);
}

static uint32_t mark_of(const char *text, int n)
{
    uint64_t hash = str_hash((struct str){text, (size_t)n});
    return (uint32_t)(hash >> 32) ^ (uint32_t)hash;
}

uint32_t trail_mark(const struct trail *t)
{
    char id[LONGEST], unit[LONGEST], text[3 * LONGEST];
    int id_n = fold_into(t->id, id), unit_n = fold_into(t->unit_code.n ? t->unit_code : t->unit, unit);
    int n = snprintf(text, sizeof text, "%.*s|%.*s|%.*s|%lld|%lld|%d|%d|%d|%d", id_n, id, (int)str_sub(t->check, 0, 50).n, t->check.n ? t->check.p : "",
                     unit_n, unit, (long long)kept(t->amount), t->has_before ? (long long)kept(t->before) : -1, months_of(t->first),
                     months_of(t->since), months_of(t->last), months_of(t->closed));
    return mark_of(text, n);
}

uint32_t reported_mark(const struct reported *r)
{
    char unit[LONGEST], text[2 * LONGEST];
    int unit_n = fold_into(r->code.n ? r->code : r->name, unit);
    int n = snprintf(text, sizeof text, "%.*s|%d|%u|%u|%lld|%lld|%lld|%016llx", unit_n, unit, months_of(r->month), r->lines, r->amounts.present,
                     (long long)kept(r->amounts.of[MURNI]), (long long)kept(r->amounts.of[KINI]), (long long)kept(r->amounts.of[REALISASI]),
                     (unsigned long long)r->content);
    return mark_of(text, n);
}
