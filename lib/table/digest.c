/* The only user of libgcrypt. */
#include <gcrypt.h>

#include "effcheck/source.h"

void sha256_hex(const struct str *pieces, size_t n, char hex[SHA256_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    enum { BYTES = SHA256_HEX / 2 };
    unsigned char digest[BYTES];
    gcry_buffer_t buffers[64] = {0};
    size_t count = 0;
    for (size_t i = 0; i < n && count < sizeof buffers / sizeof *buffers; i++)
        if (pieces[i].n) buffers[count++] = (gcry_buffer_t){.len = pieces[i].n, .size = pieces[i].n, .data = (void *)(uintptr_t)pieces[i].p};
    gcry_md_hash_buffers(GCRY_MD_SHA256, 0, digest, buffers, (int)count);
    for (size_t i = 0; i < BYTES; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[SHA256_HEX] = '\0';
}
