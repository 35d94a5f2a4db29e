#define _GNU_SOURCE /* O_TMPFILE */
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

enum { TRIES = 100, EVERYBODY = 0666 };

#ifdef O_TMPFILE
static int open_nameless(const char *folder) { return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, EVERYBODY); }
static bool give_name(const char *nameless, const char *name) { return linkat(AT_FDCWD, nameless, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0; }
#else
static int open_nameless(const char *folder) { (void)folder; return -1; }
static bool give_name(const char *nameless, const char *name) { return rename(nameless, name) == 0; }
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

static struct str free_name(const struct replacement *replacement, int try, struct arena *arena)
{
    return str_format(arena, "%.*s.%ld-%d.tmp", STR_ARG(replacement->path), (long)getpid(), try);
}

/* A file that no folder lists. False where the system or the file system has none. */
static bool begin_nameless(struct replacement *replacement, struct arena *arena)
{
    int fd = open_nameless(replacement->folder.p);
    replacement->nameless = -1;
    if (fd < 0) return false;
    replacement->temporary = str_format(arena, "/proc/self/fd/%d", fd);
    if (access(replacement->temporary.p, W_OK) == 0) replacement->nameless = fd;
    else close(fd); /* no /proc */
    return replacement->nameless >= 0;
}

bool replacement_begin(struct replacement *replacement, struct str path, struct arena *arena, struct str *error)
{
    *replacement = (struct replacement){.path = str_copy(arena, path), .folder = folder_of(arena, path)};
    if (!path.n) errno = ENOENT;
    else if (!is_replaceable(replacement->path, arena, error)) return false;
    else if (begin_nameless(replacement, arena)) return true;
    for (int i = 0; path.n && i < TRIES; i++) {
        struct str name = free_name(replacement, i, arena);
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

/* The name that is renamed over the old file: the temporary one, or a new one for a file without. Empty with errno set. */
static struct str named(const struct replacement *replacement, struct arena *arena)
{
    if (replacement->nameless < 0) return replacement->temporary;
    for (int i = 0; i < TRIES; i++) {
        struct str name = free_name(replacement, i, arena);
        if (give_name(replacement->temporary.p, name.p)) return name;
        if (errno != EEXIST) break;
    }
    return (struct str){0};
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
    if (!flush(replacement->temporary, O_RDWR | O_BINARY)) return fail(arena, error, replacement->path.p);
    struct str name = named(replacement, arena);
    if (!name.n) return fail(arena, error, replacement->path.p);
    if (!rename_over(name.p, replacement->path.p)) {
        fail(arena, error, replacement->path.p);
        remove(name.p);
        return false;
    }
#ifndef _WIN32
    flush(replacement->folder, O_RDONLY); /* so that the new name survives a power cut; some file systems refuse, none needs it */
#endif
    if (replacement->nameless >= 0) close(replacement->nameless);
    return true;
}

void replacement_discard(const struct replacement *replacement)
{
    if (replacement->nameless >= 0) close(replacement->nameless);
    else remove(replacement->temporary.p);
}
