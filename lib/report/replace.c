#include "replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef _WIN32
#include <io.h>
#include <windows.h>
#define fsync _commit
#else
#define O_BINARY 0
#endif

static bool fail(struct arena *arena, struct str *error, const char *what)
{
    *error = str_format(arena, "%s: %s", what, strerror(errno));
    return false;
}

static struct str folder_of(struct arena *arena, struct str path)
{
    size_t n = path.n;
    while (n && path.p[n - 1] != '/' && path.p[n - 1] != '\\') n--;
    while (n > 1 && (path.p[n - 1] == '/' || path.p[n - 1] == '\\')) n--;
    return n ? str_copy(arena, str_sub(path, 0, n)) : S(".");
}

/* A device or a folder must not be renamed over. */
static bool is_replaceable(struct str path, struct arena *arena, struct str *error)
{
    struct stat there;
    if (stat(path.p, &there) != 0 || S_ISREG(there.st_mode)) return true;
    errno = S_ISDIR(there.st_mode) ? EISDIR : EINVAL;
    return fail(arena, error, path.p);
}

bool replacement_begin(struct replacement *replacement, struct str path, struct arena *arena, struct str *error)
{
    enum { TRIES = 100, EVERYBODY = 0666 };
    *replacement = (struct replacement){.path = str_copy(arena, path), .folder = folder_of(arena, path)};
    if (!is_replaceable(replacement->path, arena, error)) return false;
    for (int i = 0; i < TRIES; i++) {
        struct str name = str_format(arena, "%.*s.%ld-%d.tmp", STR_ARG(path), (long)getpid(), i);
        int fd = open(name.p, O_CREAT | O_EXCL | O_WRONLY | O_BINARY, EVERYBODY);
        if (fd >= 0) {
            close(fd);
            replacement->temporary = name;
            return true;
        }
        if (errno != EEXIST) break;
    }
    return fail(arena, error, path.n ? replacement->path.p : "\"\"");
}

static bool flush(struct str path, int mode)
{
    int fd = open(path.p, mode);
    if (fd < 0) return false;
    bool flushed = fsync(fd) == 0;
    return close(fd) == 0 && flushed;
}

static bool rename_over(const char *from, const char *to)
{
#ifdef _WIN32
    return MoveFileExA(from, to, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
#else
    return rename(from, to) == 0;
#endif
}

bool replacement_commit(const struct replacement *replacement, struct arena *arena, struct str *error)
{
    if (!flush(replacement->temporary, O_RDWR | O_BINARY)) return fail(arena, error, replacement->temporary.p);
    if (!rename_over(replacement->temporary.p, replacement->path.p)) return fail(arena, error, replacement->path.p);
#ifndef _WIN32
    flush(replacement->folder, O_RDONLY); /* so that the new name survives a power cut; some file systems refuse, none needs it */
#endif
    return true;
}

void replacement_discard(const struct replacement *replacement) { remove(replacement->temporary.p); }
