#define _GNU_SOURCE /* O_TMPFILE */
#include "scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#ifndef _WIN32
#define O_BINARY 0
#endif

enum { TRIES = 100, EVERYBODY = 0666 };

#ifdef O_TMPFILE
static int open_nameless(const char *folder) { return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, EVERYBODY); }
static bool give_name(const char *nameless, const char *name) { return linkat(AT_FDCWD, nameless, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0; }
#else
static int open_nameless(const char *folder) { (void)folder; return -1; }
static bool give_name(const char *nameless, const char *name) { return rename(nameless, name) == 0; }
#endif

static struct str free_name(struct str name, int try, struct arena *arena)
{
    return str_format(arena, "%.*s.%ld-%d.tmp", STR_ARG(name), (long)getpid(), try);
}

/* A file that no folder lists. False where the system or the file system has none. */
static bool begin_nameless(struct scratch *scratch, struct str folder, struct arena *arena)
{
    int fd = open_nameless(folder.p);
    scratch->nameless = -1;
    if (fd < 0) return false;
    scratch->path = str_format(arena, "/proc/self/fd/%d", fd);
    if (access(scratch->path.p, W_OK) == 0) scratch->nameless = fd;
    else close(fd); /* no /proc */
    return scratch->nameless >= 0;
}

bool scratch_open(struct scratch *scratch, struct str folder, struct str name, struct arena *arena)
{
    *scratch = (struct scratch){.name = name};
    if (begin_nameless(scratch, folder, arena)) return true;
    for (int i = 0; i < TRIES; i++) {
        struct str path = free_name(name, i, arena);
        int fd = open(path.p, O_CREAT | O_EXCL | O_WRONLY | O_BINARY, EVERYBODY);
        if (fd >= 0) {
            close(fd);
            scratch->path = path;
            return true;
        }
        if (errno != EEXIST) break;
    }
    return false;
}

struct str scratch_named(const struct scratch *scratch, struct arena *arena)
{
    if (scratch->nameless < 0) return scratch->path;
    for (int i = 0; i < TRIES; i++) {
        struct str name = free_name(scratch->name, i, arena);
        if (give_name(scratch->path.p, name.p)) return name;
        if (errno != EEXIST) break;
    }
    return (struct str){0};
}

void scratch_close(const struct scratch *scratch)
{
    if (scratch->nameless >= 0) close(scratch->nameless);
}

void scratch_discard(const struct scratch *scratch)
{
    scratch_close(scratch);
    if (scratch->nameless < 0 && scratch->path.n) remove(scratch->path.p);
}
