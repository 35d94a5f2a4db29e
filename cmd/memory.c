/*
 * Where malloc fails, the program ends. Arenas see to that themselves, but libraries go on without the memory: libxlsxwriter 1.1.4 into
 * a crash or into a workbook that lacks a part and is called written. So malloc itself never comes back empty-handed. The GNU C library
 * takes a malloc of the program for its own and for all libraries (its manual, "Replacing malloc"); the sanitizers bring theirs.
 */
#include "memory.h"

#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#include "effcheck/diag.h"

void out_of_memory(void)
{
    static const char message[] = "effcheck: kehabisan memori; laporan yang ada tetap utuh / out of memory; the report that is there is whole\n";
    ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
    (void)ignored;
    _exit(EXIT_OUTPUT);
}

#ifdef __has_feature
#define SANITIZED (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer))
#elif defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

#if defined __GLIBC__ && !SANITIZED

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *at, size_t size);

static void *there(void *at)
{
    if (!at) out_of_memory();
    return at;
}

void *malloc(size_t size) { return there(__libc_malloc(size)); }

void *calloc(size_t n, size_t size) { return there(__libc_calloc(n, size)); }

void *realloc(void *at, size_t size)
{
    void *moved = __libc_realloc(at, size);
    return size ? there(moved) : moved; /* realloc(at, 0) frees */
}

#endif
