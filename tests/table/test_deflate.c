/* Pieces of deflate: zlib inflates them to what was put, however it was put and whoever made the piece before. */
#include <zlib.h>

#include "effcheck/deflate.h"
#include "testing.h"

struct pieces {
    struct arena *arena;
    ARRAY(char) bytes;
    size_t n;
};

static void keep(void *context, const char *p, size_t n)
{
    struct pieces *pieces = context;
    pieces->n++;
    for (size_t i = 0; i < n; i++) *array_push(pieces->arena, &pieces->bytes) = p[i];
}

enum { MANY = 3 * DEFLATE_PIECE, STORED = 16 };

static struct str rows(struct arena *arena, size_t n)
{
    char *p = arena_alloc(arena, n + 80);
    for (size_t at = 0, i = 0; at < n; i++)
        at += (size_t)snprintf(p + at, 80, "<row r=\"%zu\"><c r=\"A%zu\" s=\"3\"><v>%zu</v></c></row>", i, i, i * 7919);
    return (struct str){p, n};
}

static struct str noise(struct arena *arena, size_t n)
{
    char *p = arena_alloc(arena, n + 1);
    uint32_t seed = 1;
    for (size_t i = 0; i < n; i++) p[i] = (char)((seed = seed * 1664525u + 1013904223u) >> 24);
    return (struct str){p, n};
}

static struct str zeros(struct arena *arena, size_t n) { return (struct str){arena_alloc(arena, n + 1), n}; }

/* What zlib makes of the stream, which must end with its last byte. */
static struct str inflated(struct arena *arena, const struct pieces *pieces, size_t room)
{
    char *out = arena_alloc(arena, room + 1);
    z_stream z = {.next_in = (unsigned char *)pieces->bytes.at, .avail_in = (unsigned)pieces->bytes.n, .next_out = (unsigned char *)out, .avail_out = (unsigned)room + 1};
    assert_int_equal(inflateInit2(&z, -MAX_WBITS), Z_OK);
    assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
    assert_int_equal(z.avail_in, 0);
    struct str text = {out, z.total_out};
    inflateEnd(&z);
    return text;
}

static void assert_same(struct str got, struct str wanted)
{
    assert_int_equal(got.n, wanted.n);
    assert_memory_equal(got.p, wanted.p, wanted.n);
}

static const struct text_row {
    const char *name;
    struct str (*make)(struct arena *arena, size_t n);
    size_t n, pieces;
    size_t most; /* bytes it may come to */
} TEXTS[] = {
    {"nothing", rows, 0, 1, 16},
    {"one byte", rows, 1, 1, 16},
    {"as much as is stored", rows, STORED, 1, STORED + 5},
    {"and a byte more", rows, STORED + 1, 1, STORED + 16},
    {"a piece but for a byte", rows, DEFLATE_PIECE - 1, 1, DEFLATE_PIECE / 5},
    {"a piece", rows, DEFLATE_PIECE, 2, DEFLATE_PIECE / 5},
    {"a piece and a byte", rows, DEFLATE_PIECE + 1, 2, DEFLATE_PIECE / 5},
    {"several pieces", rows, MANY + 100, 4, MANY / 5},
    {"what cannot be compressed", noise, MANY + 100, 4, MANY + MANY / 100},
    {"one byte of it", noise, 1, 1, 16},
    {"zeros", zeros, MANY, 4, MANY / 100},
};

static void test_text(void **state)
{
    enum { STEP = 997 };
    const struct text_row *row = *state;
    struct arena arena = {0};
    struct str text = row->make(&arena, row->n);
    struct pieces whole = {.arena = &arena}, bit_by_bit = {.arena = &arena};
    struct deflater *d = deflater_open(&arena, keep, &whole);
    deflater_put(d, text);
    struct deflated sum = deflater_end(d, true);
    deflater_close(d, &arena);
    assert_same(inflated(&arena, &whole, text.n), text);
    assert_int_equal(sum.size, text.n);
    assert_int_equal(sum.crc, crc32(0, (const unsigned char *)text.p, (unsigned)text.n));
    assert_int_equal(whole.n, row->pieces);
    assert_true(whole.bytes.n <= row->most);
    if (text.n > STORED) { /* see deflate.c: else the piece depends on where it was made */
        assert_memory_equal(whole.bytes.at, ((const unsigned char[]){0, STORED, 0, 0xFF - STORED, 0xFF}), 5);
        assert_memory_equal(whole.bytes.at + 5, text.p, STORED);
    }
    d = deflater_open(&arena, keep, &bit_by_bit);
    for (size_t at = 0; at < text.n; at += STEP) deflater_put(d, str_sub(text, at, at + STEP));
    deflater_end(d, true);
    assert_same((struct str){bit_by_bit.bytes.at, bit_by_bit.bytes.n}, (struct str){whole.bytes.at, whole.bytes.n});
    arena_release(&arena);
}

/* Head and foot by one, the rows between them by another, which had nothing more to say at its end. */
static void test_two(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str text = rows(&arena, MANY);
    struct pieces pieces = {.arena = &arena}, inner = {.arena = &arena};
    struct deflater *other = deflater_open(&arena, keep, &inner), *d = deflater_open(&arena, keep, &pieces);
    deflater_put(other, text);
    size_t n = inner.n;
    struct deflated sum = deflater_end(other, false);
    assert_int_equal(inner.n, n);
    assert_int_equal(sum.size, MANY);
    deflater_put(d, S("<sheetData>"));
    deflater_end(d, false);
    keep(&pieces, inner.bytes.at, inner.bytes.n);
    deflater_skip(d, sum);
    deflater_skip(d, (struct deflated){0});
    deflater_put(d, S("</sheetData>"));
    sum = deflater_end(d, true);
    struct str wanted = str_join(&arena, str_join(&arena, S("<sheetData>"), text), S("</sheetData>"));
    assert_same(inflated(&arena, &pieces, wanted.n), wanted);
    assert_int_equal(sum.size, wanted.n);
    assert_int_equal(sum.crc, crc32(0, (const unsigned char *)wanted.p, (unsigned)wanted.n));
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "text", TEXTS, test_text);
    suite_test(&suite, "pieces of two", test_two);
    return suite_run(&suite, "deflate");
}
