/* What columns.c asks of headers.csv beyond columns.h. Not a public header. */
#ifndef EFFCHECK_HEADER_NAMES_H
#define EFFCHECK_HEADER_NAMES_H

#include "effcheck/columns.h"

/* The role of a column of this name under this header (its title and other columns can change it), -1 = none. */
int header_names_role(const struct header_names *names, struct str cell, const struct columns *header);
/* How strongly the name claims it: 1, 0, -1. */
int8_t header_names_strength(const struct header_names *names, struct str cell);

/* The words in a folded text that state a scale of the amounts; empty = none. */
struct str header_names_scale(const struct header_names *names, struct str folded);

#endif
