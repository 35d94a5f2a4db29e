/*
 * Flat cut (S10): at least percent of the units were cut by the same share of their original budget, give or take the check's margin in
 * points. The check's accounts leave out what the law itself cuts evenly. Inpres 1/2025 KEEMPAT 5: not by equal share.
 *
 * Every unit's own share is tried as the centre; only real cuts count. Units that cannot be tested count as unlike, never as alike.
 */
#include <stdlib.h>

#include "checking.h"
#include "effcheck/share.h"

struct cut {
    struct money cut, murni;
};

struct cuts {
    ARRAY(struct cut) list; /* smallest share first */
    uint64_t untested;
};

static int by_share(const void *a, const void *b)
{
    const struct cut *x = a, *y = b;
    return share_ratio_cmp(x->cut, x->murni, y->cut, y->murni);
}

static void list_cuts(struct checking *c, struct cuts *cuts)
{
    for (uint32_t unit = 0; unit < c->audit->ledger->units.n; unit++) {
        const struct total *total = checking_total(c, unit);
        struct money murni = total->amounts.of[MURNI];
        if (checking_empty(c, unit, total)) continue;
        bool testable = checking_testable(c, unit, total, HAS(MURNI) | HAS(KINI));
        cuts->untested += !testable;
        if (testable && murni.sen > 0) *array_push(&c->scratch, &cuts->list) = (struct cut){money_minus(murni, total->amounts.of[KINI]), murni};
    }
    if (cuts->list.n) qsort(cuts->list.at, cuts->list.n, sizeof *cuts->list.at, by_share);
}

static bool are_alike(const struct checking *c, const struct cut *x, const struct cut *y)
{
    return share_distance_cmp(x->cut, x->murni, y->cut, y->murni, c->check->margin) <= 0;
}

/* The centre with the most units around it; *most = how many. */
static const struct cut *find_centre(const struct checking *c, const struct cuts *cuts, uint64_t *most)
{
    const struct cut *list = cuts->list.at, *centre = NULL;
    *most = 0;
    for (size_t i = 0, low = 0, high = 0; i < cuts->list.n; i++) {
        while (!are_alike(c, &list[low], &list[i])) low++;
        while (high < cuts->list.n && (high <= i || are_alike(c, &list[high], &list[i]))) high++;
        if (list[i].cut.sen <= 0 || high - low <= *most) continue;
        *most = high - low;
        centre = &list[i];
    }
    return centre;
}

void check_flat_cut(struct checking *c)
{
    struct cuts cuts = {0};
    uint64_t most;
    list_cuts(c, &cuts);
    const struct cut *centre = find_centre(c, &cuts, &most);
    struct money all = {(int64_t)(cuts.list.n + cuts.untested)};
    struct result *result = checking_result(c, NO_UNIT);
    bool hit = centre && cuts.list.n >= c->check->least && share_cmp((struct money){(int64_t)most}, all, c->check->percent) >= 0;
    struct said share = centre ? said_share(centre->cut, centre->murni) : said_share((struct money){0}, (struct money){1});
    if (hit) {
        checking_say(c, result, c->check->hit, TEXT_REASON_FLAT_CUT, said_count(most), said_count((uint64_t)all.sen), share);
        finding_add(c, &(struct finding_facts){.unit = NO_UNIT, .count = most, .part = centre->cut, .whole = centre->murni, .by = KINI});
    } else if (cuts.untested) checking_say(c, result, VERDICT_UNTESTABLE, TEXT_REASON_UNITS_UNTESTABLE, said_count(cuts.untested));
    else if (cuts.list.n < c->check->least) checking_say(c, result, VERDICT_NOT_APPLICABLE, TEXT_REASON_FEW_UNITS, said_count(cuts.list.n), said_count(c->check->least));
    else checking_say(c, result, VERDICT_COMPLIANT, TEXT_REASON_FLAT_CUT, said_count(most), said_count((uint64_t)all.sen), share);
}
