/*
 * deflate.h - the quick way to compress (RFC 1951) long parts of an archive. The only module that knows ISA-L.
 *
 *     struct deflater *d = deflater_open(&arena, sink, context);
 *     deflater_put(d, text);                  as often as wanted
 *     struct deflated all = deflater_end(d, true);
 *     deflater_close(d, &arena);
 *
 * What is put goes to the sink in pieces. A piece ends on a whole byte and refers to nothing before it, so pieces of several deflaters may
 * stand one behind the other in one stream; only the last one ends it. The pieces depend on the texts alone, not on how they were cut into
 * puts. Processors with other instructions make other pieces of the same text.
 */
#ifndef EFFCHECK_DEFLATE_H
#define EFFCHECK_DEFLATE_H

#include <stdio.h>

#include "effcheck/arena.h"
#include "effcheck/str.h"

#define DEFLATE_PIECE (128u * 1024) /* bytes of a piece before it is deflated */

struct deflater; /* for one thread */

/* What a row of pieces inflates to. */
struct deflated {
    uint64_t size;
    uint32_t crc; /* CRC-32 as in ZIP and gzip */
};

/* Takes a piece; a fault is for the sink to keep. */
typedef void deflate_sink(void *context, const char *p, size_t n);

struct deflater *deflater_open(struct arena *arena, deflate_sink *sink, void *context);
void deflater_put(struct deflater *deflater, struct str text);
/* What was put and not yet given to the sink is a piece; `last` ends the stream, with an empty piece where there is nothing. */
struct deflated deflater_end(struct deflater *deflater, bool last);
/* Pieces of another deflater stand here: the sum counts them. Behind deflater_end only. */
void deflater_skip(struct deflater *deflater, struct deflated pieces);
/* Gives the memory back; nothing goes to the sink. */
void deflater_close(struct deflater *deflater, struct arena *arena);

#endif
