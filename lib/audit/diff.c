#include "effcheck/diff.h"

#include <stdlib.h>

struct comparison {
    struct audit_diff *diff;
    const struct audit *old, *new;
    struct arena *arena;
    struct diags *diags;
    bool good;
};

static const struct line *line_at(const struct audit *audit, size_t *at)
{
    while (*at < audit->ledger->lines.n && audit->ledger->lines.at[*at].rejected) ++*at; /* they count nowhere */
    return *at < audit->ledger->lines.n ? &audit->ledger->lines.at[*at] : NULL;
}

static struct str class_of(const struct audit *audit, const struct line *line)
{
    return line ? audit->pack->classes.at[line->class_index].id : (struct str){0};
}

static struct str unit_of(const struct audit *audit, const struct line *line)
{
    return unit_key(audit->ledger, line->unit);
}

/* ---- moves ---- */

static struct move *move_of(struct comparison *c, struct str unit, struct str from, struct str to)
{
    for (size_t i = 0; i < c->diff->moves.n; i++) {
        struct move *move = &c->diff->moves.at[i];
        if (str_eq(move->from, from) && str_eq(move->to, to) && str_eq(move->unit, unit)) return move;
    }
    struct move *move = array_push(c->arena, &c->diff->moves);
    *move = (struct move){.unit = unit, .from = from, .to = to};
    return move;
}

static void add_move(struct comparison *c, const struct line *line, struct str unit, struct str from, struct str to)
{
    struct move *moves[] = {move_of(c, unit, from, to), &c->diff->sum};
    for (size_t i = 0; i < 2; i++) {
        moves[i]->lines++;
        if (amounts_add(&moves[i]->amounts, &line->amounts)) continue;
        if (c->good) diag_add(c->diags, (struct diag){.kind = DIAG_SUM_OVERFLOW, .column = unit});
        c->good = false;
    }
}

static bool same_amounts(const struct amounts *a, const struct amounts *b)
{
    bool same = a->present == b->present;
    for (enum measure m = MURNI; m < MEASURE_COUNT; m++) same = same && money_cmp(a->of[m], b->of[m]) == 0;
    return same;
}

/* One line under both packs. Packs may read headers differently: then it leaves with what it was and comes with what it is. */
static void compare_line(struct comparison *c, const struct line *old, const struct line *new)
{
    struct str from = class_of(c->old, old), to = class_of(c->new, new);
    bool same = old && new && same_amounts(&old->amounts, &new->amounts) && str_eq(unit_of(c->old, old), unit_of(c->new, new));
    if (same && str_eq(from, to)) return;
    if (same) {
        add_move(c, old, unit_of(c->old, old), from, to);
        return;
    }
    if (old) add_move(c, old, unit_of(c->old, old), from, (struct str){0});
    if (new) add_move(c, new, unit_of(c->new, new), (struct str){0}, to);
}

/* Both runs were given the same files in the same order. */
static int place_cmp(const struct line *old, const struct line *new)
{
    if (!old || !new) return old ? -1 : 1;
    if (old->file != new->file) return old->file < new->file ? -1 : 1;
    return (old->row > new->row) - (old->row < new->row);
}

/* Both ledgers are in the same order, file by file and row by row. */
static void compare_lines(struct comparison *c)
{
    size_t i = 0, k = 0;
    const struct line *old = line_at(c->old, &i), *new = line_at(c->new, &k);
    while (old || new) {
        int order = place_cmp(old, new);
        compare_line(c, order <= 0 ? old : NULL, order >= 0 ? new : NULL);
        if (order <= 0) i++;
        if (order >= 0) k++;
        old = line_at(c->old, &i);
        new = line_at(c->new, &k);
    }
}

static int move_cmp(const void *a, const void *b)
{
    const struct move *x = a, *y = b;
    int order = str_cmp(x->unit, y->unit);
    if (order == 0) order = str_cmp(x->from, y->from);
    return order ? order : str_cmp(x->to, y->to);
}

/* ---- verdicts ---- */

static struct str result_unit(const struct audit *audit, const struct result *result)
{
    return result->unit == NO_UNIT ? (struct str){0} : unit_key(audit->ledger, result->unit);
}

static const struct result *find_result(const struct audit *audit, struct str check, struct str unit)
{
    for (size_t i = 0; i < audit->results.n; i++) {
        const struct result *result = &audit->results.at[i];
        if (str_eq(audit->pack->checks.at[result->check].id, check) && str_eq(result_unit(audit, result), unit)) return result;
    }
    return NULL;
}

static void compare_results(struct comparison *c)
{
    for (size_t i = 0; i < c->new->results.n; i++) {
        const struct result *now = &c->new->results.at[i];
        struct flip flip = {.check = c->new->pack->checks.at[now->check].id, .unit = result_unit(c->new, now), .has = true, .to = now->verdict};
        const struct result *before = find_result(c->old, flip.check, flip.unit);
        if (before && before->verdict == now->verdict) continue;
        flip.had = before != NULL;
        flip.from = before ? before->verdict : now->verdict;
        *array_push(c->arena, &c->diff->flips) = flip;
    }
    for (size_t i = 0; i < c->old->results.n; i++) {
        const struct result *before = &c->old->results.at[i];
        struct flip flip = {.check = c->old->pack->checks.at[before->check].id, .unit = result_unit(c->old, before), .had = true,
                            .from = before->verdict, .to = before->verdict};
        if (!find_result(c->new, flip.check, flip.unit)) *array_push(c->arena, &c->diff->flips) = flip;
    }
}

bool audit_compare(struct audit_diff *diff, const struct audit *old, const struct audit *new, struct arena *arena, struct diags *diags)
{
    struct comparison c = {.diff = diff, .old = old, .new = new, .arena = arena, .diags = diags, .good = true};
    *diff = (struct audit_diff){0};
    compare_lines(&c);
    if (diff->moves.n) qsort(diff->moves.at, diff->moves.n, sizeof *diff->moves.at, move_cmp);
    compare_results(&c);
    return c.good;
}
