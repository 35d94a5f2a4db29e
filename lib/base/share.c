#include "effcheck/share.h"

__extension__ typedef __int128 wide;

enum { WHOLE = 10000 };

static int sign(wide x)
{
    return (x > 0) - (x < 0);
}

int share_cmp(struct money part, struct money whole, struct percent share)
{
    return sign((wide)part.sen * WHOLE - (wide)whole.sen * share.bp);
}

/* Division that rounds down, so that the rest is never below zero; `under` > 0. */
static wide floor_of(wide over, wide under)
{
    wide quotient = over / under;
    return over % under < 0 ? quotient - 1 : quotient;
}

/* The sign of a / b - c / d for b, d > 0: by whole parts and the turned-over rests, as Euclid does; no product can overflow. */
static int fraction_cmp(wide a, wide b, wide c, wide d)
{
    for (int turned = 1;; turned = -turned) {
        wide p = floor_of(a, b), q = floor_of(c, d);
        if (p != q) return turned * sign(p - q);
        wide r = a - p * b, s = c - q * d;
        if (r == 0 || s == 0) return turned * sign((r != 0) - (s != 0));
        a = b, b = r, c = d, d = s;
    }
}

int share_distance_cmp(struct money a, struct money b, struct money c, struct money d, struct percent share)
{
    bool first_larger = fraction_cmp(a.sen, b.sen, c.sen, d.sen) >= 0;
    struct money x = first_larger ? a : c, under_x = first_larger ? b : d, y = first_larger ? c : a, under_y = first_larger ? d : b;
    /* x / under_x - y / under_y > share: the share goes to the smaller side */
    return fraction_cmp(x.sen, under_x.sen, (wide)y.sen * WHOLE + (wide)under_y.sen * share.bp, (wide)under_y.sen * WHOLE);
}

int share_ratio_cmp(struct money a, struct money b, struct money c, struct money d)
{
    return fraction_cmp(a.sen, b.sen, c.sen, d.sen);
}

struct money share_projected(struct money spent, struct pace pace)
{
    wide projected = floor_of((wide)spent.sen * pace.whole, pace.part);
    if (projected > INT64_MAX) projected = INT64_MAX;
    if (projected < -INT64_MAX) projected = -INT64_MAX;
    return (struct money){(int64_t)projected};
}

bool share_projection_over(struct money spent, struct money murni, struct percent cut, struct pace pace)
{
    return fraction_cmp((wide)spent.sen * pace.whole, pace.part, (wide)murni.sen * (WHOLE - cut.bp), WHOLE) > 0;
}
