/*
 * fail_malloc - preloaded into effcheck: at every allocation the process forks, and in the child that allocation fails.
 *
 *     LD_PRELOAD=fail_malloc.so FAIL_FOLDER=out FAIL_LOG=log [FAIL_EVERY=1] [FAIL_ONWARDS=1] effcheck ...
 *
 * The child must end with status 4 and leave FAIL_FOLDER as it is; the parent waits, looks, and goes on, so that one run tries all
 * allocations. FAIL_ONWARDS: in the child all later ones fail too. FAIL_LOG gets a line a
 * fault, then the sums.
 * Takes the place of what cmd/memory.c calls; counts from the first allocation of the program or of a library that it loads.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { OUTPUT_FAILED = 4 };

static struct { /* one process, one thread: the sweep runs with -j1 */
    void *(*malloc)(size_t), *(*calloc)(size_t, size_t), *(*realloc)(void *, size_t);
    long seen, tried, faults, every;
    int child, onwards, log;
} the;

static long number(const char *name, long otherwise)
{
    const char *word = getenv(name);
    return word ? strtol(word, NULL, 10) : otherwise;
}

static struct timespec folder_changed(void)
{
    struct stat there = {0};
    if (stat(getenv("FAIL_FOLDER"), &there) != 0) _exit(1);
    return there.st_mtim;
}

static void look(pid_t child, struct timespec before)
{
    int status;
    if (waitpid(child, &status, 0) != child) _exit(1);
    struct timespec after = folder_changed();
    bool changed = after.tv_sec != before.tv_sec || after.tv_nsec != before.tv_nsec;
    if (WIFEXITED(status) && WEXITSTATUS(status) == OUTPUT_FAILED && !changed) return;
    the.faults++;
    dprintf(the.log, "allocation %ld: wait status %#x%s\n", the.seen, (unsigned)status, changed ? ", folder changed" : "");
}

/* In the child: true, this one fails. In the parent: what became of the child. */
static int fails(void)
{
    if (the.child) return the.onwards;
    the.seen++;
    if (the.seen % the.every) return 0;
    the.tried++;
    struct timespec before = folder_changed();
    pid_t child = fork();
    if (child < 0) _exit(1);
    the.child = child == 0;
    if (the.child) return 1;
    look(child, before);
    return 0;
}

static void *no(void)
{
    errno = ENOMEM;
    return NULL;
}

/* Allocations come before any constructor. */
static void begin(void)
{
    if (the.every) return;
    *(void **)&the.malloc = dlsym(RTLD_NEXT, "__libc_malloc");
    *(void **)&the.calloc = dlsym(RTLD_NEXT, "__libc_calloc");
    *(void **)&the.realloc = dlsym(RTLD_NEXT, "__libc_realloc");
    the.every = number("FAIL_EVERY", 1);
    the.onwards = number("FAIL_ONWARDS", 0) != 0;
    the.log = open(getenv("FAIL_LOG"), O_CREAT | O_TRUNC | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    if (the.log < 0) _exit(1);
}

void *__libc_malloc(size_t size)
{
    begin();
    return fails() ? no() : the.malloc(size);
}

void *__libc_calloc(size_t n, size_t size)
{
    begin();
    return fails() ? no() : the.calloc(n, size);
}

void *__libc_realloc(void *at, size_t size)
{
    begin();
    return fails() ? no() : the.realloc(at, size);
}

__attribute__((destructor)) static void end(void)
{
    the.every = LONG_MAX; /* what dprintf asks for is not the program's */
    if (!the.child) dprintf(the.log, "%ld allocations, %ld failed, %ld faults\n", the.seen, the.tried, the.faults);
}
