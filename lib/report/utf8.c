#include "utf8.h"

bool utf8_next(struct str *rest, struct str *piece)
{
    if (rest->n == 0) return false;
    size_t valid = str_utf8_error(*rest);
    *piece = valid ? str_sub(*rest, 0, valid) : S("\xEF\xBF\xBD");
    *rest = str_sub(*rest, valid ? valid : 1, rest->n);
    return true;
}
