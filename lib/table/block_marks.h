/*
 * block_marks.h - where a byte stands among 64, as the bits of a word. Private to table.
 *
 * Looking at one byte after another costs a wrong guess of the processor at nearly every delimiter; with the bits of a whole block the
 * places of all delimiters are known before the first cell is cut (after Langdale and Lemire, "Parsing gigabytes of JSON per second", 2019).
 */
#ifndef EFFCHECK_TABLE_BLOCK_MARKS_H
#define EFFCHECK_TABLE_BLOCK_MARKS_H

#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { BLOCK = 64 };

/* Bit i tells whether byte i of the block is `wanted`: on any machine. */
static inline uint64_t block_marks_anywhere(const char *block, char wanted)
{
    enum { STEP = sizeof(uint64_t) };
    const uint64_t ones = 0x0101010101010101u, low = 0x7F7F7F7F7F7F7F7Fu, gather = 0x0102040810204080u;
    uint64_t found = 0;
    for (unsigned i = 0; i < BLOCK; i += STEP) {
        uint64_t word;
        memcpy(&word, block + i, STEP);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        word = __builtin_bswap64(word);
#endif
        word ^= ones * (unsigned char)wanted;
        uint64_t zero = ~(((word & low) + low) | word | low); /* the highest bit of each byte that is zero */
        found |= ((zero >> 7) * gather >> 56) << i;
    }
    return found;
}

static inline uint64_t block_marks(const char *block, char wanted)
{
#ifdef __SSE2__
    enum { STEP = sizeof(__m128i) };
    const __m128i all = _mm_set1_epi8(wanted);
    uint64_t found = 0;
    for (unsigned i = 0; i < BLOCK; i += STEP)
        found |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(const void *)(block + i)), all)) << i;
    return found;
#else
    return block_marks_anywhere(block, wanted);
#endif
}

#endif
