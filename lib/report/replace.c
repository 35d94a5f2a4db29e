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
    size_t n = str_folder(path).n;
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
    *replacement = (struct replacement){.path = str_copy(arena, path), .folder = folder_of(arena, path)};
    errno = ENOENT;
    if (path.n && !is_replaceable(replacement->path, arena, error)) return false;
    if (!path.n || !scratch_open(&replacement->scratch, replacement->folder, replacement->path, arena))
        return fail(arena, error, path.n ? replacement->path.p : "\"\"");
    replacement->temporary = replacement->scratch.path;
    return true;
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

/* The whole file, flushed, under a name that can be renamed; empty with *error. */
static struct str finished(const struct replacement *replacement, struct arena *arena, struct str *error)
{
    struct str name = flush(replacement->temporary, O_RDWR | O_BINARY) ? scratch_named(&replacement->scratch, arena) : (struct str){0};
    if (!name.n) fail(arena, error, replacement->path.p);
    return name;
}

static bool move(const struct replacement *replacement, struct str name, struct str path, struct arena *arena, struct str *error)
{
    if (!rename_over(name.p, path.p)) return fail(arena, error, path.p);
#ifndef _WIN32
    flush(replacement->folder, O_RDONLY); /* so that the new name survives a power cut; some file systems refuse, none needs it */
#endif
    scratch_close(&replacement->scratch);
    return true;
}

/* Nothing of ours stays; the caller discards what has no name. */
static bool give_up(const struct replacement *replacement, struct str name)
{
    if (replacement->scratch.nameless >= 0) remove(name.p);
    return false;
}

bool replacement_commit(const struct replacement *replacement, struct arena *arena, struct str *error)
{
    struct str name = finished(replacement, arena, error);
    if (!name.n) return false;
    return move(replacement, name, replacement->path, arena, error) || give_up(replacement, name);
}

/* ---- workbooks that are open ---- */

static bool exists(struct str path)
{
    struct stat there;
    return stat(path.p, &there) == 0;
}

/* The file by which Excel and LibreOffice say that they have a workbook open; empty = none. */
static struct str owner_file(const struct replacement *replacement, struct arena *arena)
{
    struct str folder = str_folder(replacement->path), name = str_base_name(replacement->path);
    struct str excel = str_format(arena, "%.*s~$%.*s", STR_ARG(folder), STR_ARG(name));
    struct str office = str_format(arena, "%.*s.~lock.%.*s#", STR_ARG(folder), STR_ARG(name));
    return exists(excel) ? excel : exists(office) ? office : (struct str){0};
}

/* "laporan (2).xlsx" */
static struct str numbered(struct str path, unsigned i, struct arena *arena)
{
    size_t dot = path.n;
    while (dot && path.p[dot - 1] != '.' && path.p[dot - 1] != '/' && path.p[dot - 1] != '\\') dot--;
    dot = dot && path.p[dot - 1] == '.' ? dot - 1 : path.n;
    return str_format(arena, "%.*s (%u)%.*s", STR_ARG(str_sub(path, 0, dot)), i, STR_ARG(str_sub(path, dot, path.n)));
}

bool replacement_commit_or_beside(const struct replacement *replacement, struct arena *arena, struct str *beside, struct str *error)
{
    enum { NAMES_MAX = 99 };
    struct str owner = owner_file(replacement, arena), name = finished(replacement, arena, error);
    *beside = (struct str){0};
    if (!name.n) return false;
    if (!owner.n && move(replacement, name, replacement->path, arena, error)) return true;
    if (owner.n)
        *error = owner;
    else if (!exists(replacement->path))
        return give_up(replacement, name); /* nothing is open there: the name is wrong */
    for (unsigned i = 2; i <= NAMES_MAX; i++) {
        struct str free = numbered(replacement->path, i, arena), other;
        if (exists(free)) continue;
        if (!move(replacement, name, free, arena, &other)) break;
        *beside = free;
        return true;
    }
    return give_up(replacement, name);
}

void replacement_discard(const struct replacement *replacement) { scratch_discard(&replacement->scratch); }
