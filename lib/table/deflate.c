#include "effcheck/deflate.h"

#include <assert.h>
#include <string.h>

#include <isa-l.h>
#include <zlib.h>

/* Level 1 makes rows of a sheet a little smaller than zlib's, in a quarter of the time; of its sizes of memory the smallest that is not slower. */
enum { LEVEL = 1, LEVEL_MEMORY = ISAL_DEF_LVL1_SMALL };
/* A piece that cannot be compressed is stored in blocks of at most 64 KiB, each with a head; the flush adds an empty one. */
enum { PIECE_ROOM = DEFLATE_PIECE + DEFLATE_PIECE / 32 + 1024 };

/* The first bytes of a piece are stored, and are the history of the rest. Without one ISA-L (2.30, isal_deflate_icf_body_hash_hist_04) takes
 * the address of its stream for bytes of the text when it looks for the third one: one piece in some thousands would be another one
 * whenever the program stands elsewhere in memory. */
enum { STORED = 16, STORED_HEAD = 5 };

struct deflater {
    deflate_sink *sink;
    void *context;
    struct deflated sum;
    size_t n; /* bytes of text */
    struct isal_zstream stream;
    uint8_t text[DEFLATE_PIECE], memory[LEVEL_MEMORY], piece[PIECE_ROOM];
};

struct deflater *deflater_open(struct arena *arena, deflate_sink *sink, void *context)
{
    struct deflater *d = arena_new(arena, struct deflater);
    d->sink = sink;
    d->context = context;
    return d;
}

void deflater_close(struct deflater *d, struct arena *arena) { arena_drop(arena, d); }

/* A block of so many bytes as they are (RFC 1951, 3.2.4). */
static size_t store(struct deflater *d, size_t n, bool last)
{
    d->piece[0] = last;
    d->piece[1] = (uint8_t)n, d->piece[2] = 0;
    d->piece[3] = (uint8_t)~n, d->piece[4] = 0xFF;
    memcpy(d->piece + STORED_HEAD, d->text, n);
    return STORED_HEAD + n;
}

/* What follows the first `from` bytes of the text, behind the first `at` of the piece. There is always room: should it ever fail, bytes are
 * missing and no reader takes the part. */
static size_t deflate_rest(struct deflater *d, size_t from, size_t at, bool last)
{
    struct isal_zstream *stream = &d->stream;
    isal_deflate_init(stream);
    stream->level = LEVEL;
    stream->level_buf = d->memory;
    stream->level_buf_size = sizeof d->memory;
    stream->flush = last ? NO_FLUSH : FULL_FLUSH;
    stream->end_of_stream = last;
    isal_deflate_set_dict(stream, d->text, (uint32_t)from);
    stream->next_in = d->text + from;
    stream->avail_in = (uint32_t)(d->n - from);
    stream->next_out = d->piece + at;
    stream->avail_out = (uint32_t)(sizeof d->piece - at);
    int code = isal_deflate(stream);
    assert(code == COMP_OK && stream->avail_in == 0);
    return code == COMP_OK ? at + stream->total_out : 0;
}

static void give_piece(struct deflater *d, bool last)
{
    bool more = d->n > STORED;
    size_t n = store(d, more ? STORED : d->n, last && !more);
    if (more) n = deflate_rest(d, STORED, n, last);
    d->sink(d->context, (const char *)d->piece, n);
    d->sum.crc = crc32_gzip_refl(d->sum.crc, d->text, d->n);
    d->sum.size += d->n;
    d->n = 0;
}

void deflater_put(struct deflater *d, struct str text)
{
    while (text.n) {
        size_t room = sizeof d->text - d->n, n = text.n < room ? text.n : room;
        memcpy(d->text + d->n, text.p, n);
        d->n += n;
        text = str_sub(text, n, text.n);
        if (d->n == sizeof d->text) give_piece(d, false);
    }
}

struct deflated deflater_end(struct deflater *d, bool last)
{
    if (d->n || last) give_piece(d, last);
    return d->sum;
}

void deflater_skip(struct deflater *d, struct deflated pieces)
{
    assert(!d->n);
    d->sum.crc = (uint32_t)crc32_combine(d->sum.crc, pieces.crc, (z_off_t)pieces.size);
    d->sum.size += pieces.size;
}
