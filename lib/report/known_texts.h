/*
 * known_texts.h - what is known of texts that a long sheet has written, so that one that comes again is not cleaned, hashed and fitted
 * again. Only as many as need little memory.
 */
#ifndef EFFCHECK_LIB_REPORT_KNOWN_TEXTS_H
#define EFFCHECK_LIB_REPORT_KNOWN_TEXTS_H

#include "effcheck/pool.h"

/* All zero for a text that is new. */
struct known_text {
    bool cleaned;          /* hash and xml hold */
    uint64_t hash;         /* tally.h */
    struct str xml;        /* as it stands in its cell; empty = nothing is left of it when it is cleaned */
    double pixels, height; /* what it was fitted into last */
    unsigned style;        /* + 1 */
};

struct known_texts {
    uint32_t last[64];             /* of a column, + 1: what stands above comes again more often than not */
    struct pool pool;              /* as they came */
    ARRAY(struct known_text) list; /* by id */
    size_t bytes;
};

void known_texts_init(struct known_texts *texts, struct arena *arena);
/* A text for this column. Valid until the next text; NULL for a new one when the memory is used up. */
struct known_text *known_text(struct known_texts *texts, uint32_t column, struct str text);

/* Keeps what the text is in its cell. */
void known_text_keep(struct known_texts *texts, struct known_text *known, struct str xml);

#endif
