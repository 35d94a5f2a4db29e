/*
 * listed.h - words of a list that grows: "a; b; c". Joining the whole list anew for each of thousands of units would cost time and memory by
 * their square.
 */
#ifndef EFFCHECK_LIB_REPORT_LISTED_H
#define EFFCHECK_LIB_REPORT_LISTED_H

#include "effcheck/str.h"

struct listed {
    struct str words; /* valid until the next one is added; no NUL behind */
    size_t cap;
};

/* `between` stands in front of all but the first. */
void listed_add(struct arena *arena, struct listed *list, const char *between, struct str word);

#endif
