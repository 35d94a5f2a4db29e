/* The only user of libgcrypt. */
#include <gcrypt.h>
#include <stdio.h>
#include <stdlib.h>

#include "effcheck/source.h"

/* Without it the library warns the system log through a socket. The rule pack is digested before files are read in parallel, so the
 * first call is alone. */
static void begin_library(void)
{
    if (gcry_control(GCRYCTL_INITIALIZATION_FINISHED_P)) return;
    gcry_check_version(NULL);
    gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
    gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
}

static gcry_md_hd_t begin(void)
{
    gcry_md_hd_t hash;
    begin_library();
    if (gcry_md_open(&hash, GCRY_MD_SHA256, 0)) abort(); /* out of memory, or a library without SHA-256 */
    return hash;
}

static void finish(gcry_md_hd_t hash, char hex[SHA256_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    enum { BYTES = SHA256_HEX / 2 };
    const unsigned char *digest = gcry_md_read(hash, GCRY_MD_SHA256);
    for (size_t i = 0; i < BYTES; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[SHA256_HEX] = '\0';
    gcry_md_close(hash);
}

void sha256_hex(const struct str *pieces, size_t n, char hex[SHA256_HEX + 1])
{
    gcry_md_hd_t hash = begin();
    for (size_t i = 0; i < n; i++)
        if (pieces[i].n) gcry_md_write(hash, pieces[i].p, pieces[i].n);
    finish(hash, hex);
}

bool sha256_file(const char *path, char hex[SHA256_HEX + 1])
{
    char buffer[32 * 1024];
    size_t n;
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    gcry_md_hd_t hash = begin();
    while ((n = fread(buffer, 1, sizeof buffer, file)) > 0) gcry_md_write(hash, buffer, n);
    bool whole = !ferror(file);
    finish(hash, hex);
    fclose(file);
    return whole;
}
