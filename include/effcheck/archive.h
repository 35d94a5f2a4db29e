/*
 * archive.h - ZIP archives (PKWARE APPNOTE 6.3) read part by part, with the mistrust that a file from outside deserves.
 *
 *     struct archive *archive = archive_open(path, &scratch, &error);
 *     struct archive_part *part = archive_find(archive, S("xl/workbook.xml"), &error);
 *     if (archive_begin(archive, part, &fault)) {
 *         while ((n = archive_read(archive, buffer, sizeof buffer, &fault)) > 0) ...
 *         archive_end(archive, n == 0, &fault);
 *     }
 *
 * All limits are checked on opening, from the directory, and hold afterwards: no part ever gives more bytes than the directory
 * says. Names are looked up and never become paths of the file system. *error is an English phrase in the arena, *fault one
 * without the part's name, in static memory.
 */
#ifndef EFFCHECK_ARCHIVE_H
#define EFFCHECK_ARCHIVE_H

#include "effcheck/deflate.h"

#define ARCHIVE_PART_MAX  (2048ull * 1024 * 1024) /* bytes of one part after inflating */
#define ARCHIVE_TOTAL_MAX (4096ull * 1024 * 1024) /* bytes of all parts after inflating */
#define ARCHIVE_RATIO_MAX 1000u                   /* inflated / stored, for parts over 10 MiB; deflate itself ends at 1032 */
#define ARCHIVE_PARTS_MAX 10000u                  /* entries of the directory */

struct archive;

struct archive_part {
    struct str key;  /* its name in lower case, with '/' between folders and none in front: parts are found without regard to case */
    struct str name; /* its name for messages: printable ASCII, cut when long */
    uint64_t size;   /* bytes after inflating */
    bool sound;      /* for the caller: read to the end without fault */
    bool encrypted;
    bool known_method; /* stored or deflated, the only two that OPC allows */
    uint64_t at;       /* of its directory entry */
    uint64_t number;   /* in the directory, from 0 */
};

/* NULL with *error when the file cannot be opened, is no ZIP archive, is cut off, or looks like a zip bomb. */
struct archive *archive_open(const char *path, struct arena *arena, struct str *error);
/* The same archive once more, to read another part at the same time in another thread; the parts are those of `archive`, which must live on.
 * NULL when it can not be opened again. */
struct archive *archive_beside(const struct archive *archive, struct arena *arena);
void archive_close(struct archive *archive);

/* Parts in the order of their keys. */
size_t archive_count(const struct archive *archive);
struct archive_part *archive_part(struct archive *archive, size_t i);
/* NULL with *error when there is no such part, or when there are two: readers would disagree on which one counts. */
struct archive_part *archive_find(struct archive *archive, struct str name, struct str *error);
bool archive_has(struct archive *archive, struct str name);

/* One part at a time. False with *fault when the part cannot be read; then there is nothing to end. */
bool archive_begin(struct archive *archive, const struct archive_part *part, const char **fault);
/* Number of bytes written to `buffer`, 0 at the end, -1 with *fault. */
int archive_read(struct archive *archive, void *buffer, unsigned size, const char **fault);
/* `whole` = read up to the end: false with *fault when bytes are missing or the CRC-32 does not match. */
bool archive_end(struct archive *archive, bool whole, const char **fault);

/* For messages: the bytes of a file that may be hostile, as printable ASCII of limited length. */
struct str archive_printable(struct arena *arena, struct str s);

/* Something long for a part that holds `mark`: before, pieces, content, text, behind take its place. Several for one part come in the order of
 * their marks; an empty mark is where the one before it ended. */
struct archive_insert {
    struct str part;
    struct str mark, before, behind;
    struct str pieces; /* of deflate.h: first these */
    FILE *content;     /* then those of this file, from its beginning to its end; NULL = none */
    struct deflated content_sum; /* of both */
    struct str text;
};

/*
 * Copies the archive `from` to a new file `to`, part by part in the same order, with the inserts. Parts without insert are copied as they are
 * stored, and so are the pieces of an insert; what stands around them is deflated. False with *error in `arena`; `to` is then to be thrown
 * away.
 */
bool archive_splice(const char *from, const char *to, const struct archive_insert *inserts, size_t n, struct arena *arena, struct str *error);

#endif
