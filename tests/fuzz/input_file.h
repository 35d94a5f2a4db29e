/* Input as a file, for readers that take a path: one file in memory for each process, written anew for each input. */
#ifndef EFFCHECK_FUZZ_INPUT_FILE_H
#define EFFCHECK_FUZZ_INPUT_FILE_H

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"

enum { INPUT_PATH = 64 };

static inline void remove_at_exit(void)
{
    char path[INPUT_PATH];
    snprintf(path, sizeof path, "/tmp/effcheck-fuzz-%ld", (long)getpid());
    remove(path);
}

static inline void write_input(char path[INPUT_PATH], const uint8_t *bytes, size_t n)
{
    snprintf(path, INPUT_PATH, "/tmp/effcheck-fuzz-%ld", (long)getpid());
    FILE *out = fopen(path, "wb");
    PROMISE(out && (n == 0 || fwrite(bytes, 1, n, out) == n));
    PROMISE(fclose(out) == 0);
}

/* The same table in other bytes. */
static inline void append_line_end(const char *path)
{
    FILE *out = fopen(path, "ab");
    PROMISE(out && fputc('\n', out) != EOF);
    PROMISE(fclose(out) == 0);
}

#endif
