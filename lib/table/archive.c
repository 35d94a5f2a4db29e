#include "effcheck/archive.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <minizip/unzip.h>
#include <minizip/zip.h>

#include "effcheck/array.h"

struct archive {
    struct arena *arena;
    const char *path;
    unzFile zip;
    ARRAY(struct archive_part) parts; /* by key */
    const struct archive_part *open;  /* between archive_begin and archive_end */
    uint64_t given;                   /* bytes of it so far */
};

struct str archive_printable(struct arena *arena, struct str s)
{
    enum { LONGEST = 120 };
    char out[LONGEST];
    size_t n = s.n < sizeof out ? s.n : sizeof out;
    for (size_t i = 0; i < n; i++) out[i] = s.p[i] < 0x20 || s.p[i] > 0x7E ? '?' : s.p[i];
    return str_copy(arena, (struct str){out, n});
}

/* ---- the directory ---- */

static struct str key_of(struct arena *arena, struct str name)
{
    while (name.n && (name.p[0] == '/' || name.p[0] == '\\')) name = str_sub(name, 1, name.n);
    char *p = arena_alloc(arena, name.n + 1);
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        p[i] = c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return (struct str){p, name.n};
}

/* What the directory says of all parts so far. */
struct sums {
    uint64_t stored;
    uint64_t inflated;
    uint64_t room; /* bytes in front of the directory; parts that need more than that share their bytes */
};

static bool size_allowed(struct archive *archive, const struct archive_part *part, uint64_t stored, struct sums *sums, struct str *error)
{
    enum { SMALL = 10 * 1024 * 1024 };
    const char *fault = NULL;
    if (part->size > ARCHIVE_PART_MAX)
        fault = "too large after inflating";
    else if (part->size > SMALL && part->size / ARCHIVE_RATIO_MAX > stored)
        fault = "inflates too much, as in a zip bomb";
    else if (stored > sums->room || (sums->stored += stored) > sums->room)
        fault = "overlaps other parts, as in a zip bomb";
    else if ((sums->inflated += part->size) > ARCHIVE_TOTAL_MAX)
        fault = "with it the archive is too large after inflating";
    if (fault) *error = str_format(archive->arena, "part %.*s: %s", STR_ARG(part->name), fault);
    return !fault;
}

static bool directory_broken(struct str *error)
{
    *error = S("the directory of the ZIP archive is broken");
    return false;
}

static bool add_part(struct archive *archive, struct sums *sums, struct str *error)
{
    enum { NAME_ROOM = 512, STORED = 0, DEFLATED = 8, ENCRYPTED = 1 };
    char name[NAME_ROOM];
    unz_file_info64 info;
    unz64_file_pos at;
    if (unzGetCurrentFileInfo64(archive->zip, &info, name, sizeof name, NULL, 0, NULL, 0) != UNZ_OK) return directory_broken(error);
    if (unzGetFilePos64(archive->zip, &at) != UNZ_OK) return directory_broken(error);
    if (info.size_filename >= sizeof name) {
        *error = S("the ZIP archive has a part with a name of more than 511 bytes");
        return false;
    }
    struct str as_written = {name, info.size_filename};
    struct archive_part part = {
        .key = key_of(archive->arena, as_written),
        .name = archive_printable(archive->arena, as_written),
        .size = info.uncompressed_size,
        .encrypted = info.flag & ENCRYPTED,
        .known_method = info.compression_method == STORED || info.compression_method == DEFLATED,
        .at = at.pos_in_zip_directory,
        .number = at.num_of_file,
    };
    if (!size_allowed(archive, &part, info.compressed_size, sums, error)) return false;
    *array_push(archive->arena, &archive->parts) = part;
    return true;
}

static int by_key(const void *a, const void *b)
{
    const struct archive_part *left = a, *right = b;
    int order = str_cmp(left->key, right->key);
    return order ? order : (left->number > right->number) - (left->number < right->number);
}

static bool read_directory(struct archive *archive, struct str *error)
{
    unz_global_info64 info;
    if (unzGetGlobalInfo64(archive->zip, &info) != UNZ_OK) return directory_broken(error);
    if (info.number_entry > ARCHIVE_PARTS_MAX) {
        *error = str_format(archive->arena, "the ZIP archive has more than %u parts", ARCHIVE_PARTS_MAX);
        return false;
    }
    int code = unzGoToFirstFile(archive->zip);
    struct sums sums = {.room = unzGetOffset64(archive->zip)};
    for (; code == UNZ_OK; code = unzGoToNextFile(archive->zip))
        if (!add_part(archive, &sums, error)) return false;
    if (code != UNZ_END_OF_LIST_OF_FILE) return directory_broken(error);
    qsort(archive->parts.at, archive->parts.n, sizeof *archive->parts.at, by_key);
    return true;
}

/* ---- opening ---- */

/* The record that ends an archive, whole: minizip takes one whose last bytes are cut off for one that ends in zeros. */
static bool has_end_record(FILE *file)
{
    enum { RECORD = 22, COMMENT_MAX = 65535, COMMENT_LENGTH = 20 };
    char tail[RECORD + COMMENT_MAX];
    if (fseek(file, -(long)sizeof tail, SEEK_END) != 0) rewind(file);
    size_t n = fread(tail, 1, sizeof tail, file);
    for (size_t i = n; i-- > 0;) {
        if (tail[i] != 'P' || n - i < 4 || memcmp(tail + i, "PK\5\6", 4) != 0) continue;
        if (n - i < RECORD) return false;
        size_t comment = (unsigned char)tail[i + COMMENT_LENGTH] | (size_t)(unsigned char)tail[i + COMMENT_LENGTH + 1] << 8;
        return n - i - RECORD >= comment;
    }
    return false;
}

/* What is wrong with the file by its first and last bytes; empty when it looks like an archive. */
static struct str wrong_bytes(FILE *file)
{
    char head[4];
    size_t n = fread(head, 1, sizeof head, file);
    if (n < sizeof head && ferror(file)) return S("cannot be read");
    if (n == 0) return S("the file is empty");
    if (n < sizeof head || memcmp(head, "PK\3\4", sizeof head) != 0) return S("not a ZIP archive");
    return has_end_record(file) ? (struct str){0} : S("the ZIP archive is cut off or broken: its end is missing");
}

static bool looks_right(const char *path, struct arena *arena, struct str *error)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        *error = str_format(arena, "cannot be opened (%s)", strerror(errno));
        return false;
    }
    *error = wrong_bytes(file);
    fclose(file);
    return error->n == 0;
}

struct archive *archive_open(const char *path, struct arena *arena, struct str *error)
{
    if (!looks_right(path, arena, error)) return NULL;
    struct archive *archive = arena_new(arena, struct archive);
    archive->arena = arena;
    archive->path = str_copy(arena, str_from(path)).p;
    archive->zip = unzOpen64(path);
    if (!archive->zip) {
        *error = S("the ZIP archive is cut off or broken: its directory is missing");
        return NULL;
    }
    if (read_directory(archive, error)) return archive;
    archive_close(archive);
    return NULL;
}

struct archive *archive_beside(const struct archive *archive, struct arena *arena)
{
    struct archive *beside = arena_new(arena, struct archive);
    *beside = *archive;
    beside->arena = arena;
    beside->zip = unzOpen64(archive->path);
    return beside->zip ? beside : NULL;
}

void archive_close(struct archive *archive) { unzClose(archive->zip); }

/* ---- finding ---- */

size_t archive_count(const struct archive *archive) { return archive->parts.n; }

struct archive_part *archive_part(struct archive *archive, size_t i)
{
    assert(i < archive->parts.n);
    return &archive->parts.at[i];
}

/* Index of the first part whose key is not below `key`. */
static size_t lower_bound(const struct archive *archive, struct str key)
{
    size_t low = 0, high = archive->parts.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(archive->parts.at[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How many parts have this key, the first of them at *i. */
static size_t matches(struct archive *archive, struct str name, size_t *i)
{
    struct str key = key_of(archive->arena, name);
    size_t n = 0;
    *i = lower_bound(archive, key);
    while (*i + n < archive->parts.n && str_eq(archive->parts.at[*i + n].key, key)) n++;
    return n;
}

bool archive_has(struct archive *archive, struct str name)
{
    size_t i;
    return matches(archive, name, &i) > 0;
}

struct archive_part *archive_find(struct archive *archive, struct str name, struct str *error)
{
    size_t i, n = matches(archive, name, &i);
    if (n == 1) return &archive->parts.at[i];
    struct str shown = archive_printable(archive->arena, name);
    *error = str_format(archive->arena, "part %.*s is %s", STR_ARG(shown), n == 0 ? "missing" : "in the archive twice");
    return NULL;
}

/* ---- reading ---- */

bool archive_begin(struct archive *archive, const struct archive_part *part, const char **fault)
{
    unz64_file_pos at = {.pos_in_zip_directory = part->at, .num_of_file = part->number};
    *fault = NULL;
    if (part->encrypted)
        *fault = "is encrypted";
    else if (!part->known_method)
        *fault = "is compressed in a way that workbooks do not use";
    else if (unzGoToFilePos64(archive->zip, &at) != UNZ_OK || unzOpenCurrentFile(archive->zip) != UNZ_OK)
        *fault = "its header does not match the directory of the archive";
    archive->open = part;
    archive->given = 0;
    return !*fault;
}

int archive_read(struct archive *archive, void *buffer, unsigned size, const char **fault)
{
    int n = unzReadCurrentFile(archive->zip, buffer, size);
    if (n < 0) {
        *fault = n == UNZ_ERRNO ? "cannot be read, the archive may be cut off" : "its compressed data are broken";
        return -1;
    }
    archive->given += (uint64_t)n;
    return n;
}

/* minizip checks the CRC only when as many bytes came out as the directory says. */
bool archive_end(struct archive *archive, bool whole, const char **fault)
{
    int code = unzCloseCurrentFile(archive->zip);
    if (!whole) return true;
    if (archive->given != archive->open->size)
        *fault = "has fewer bytes than the directory of the archive says";
    else if (code != UNZ_OK)
        *fault = "its checksum (CRC-32) does not match";
    else
        return true;
    return false;
}

/* ---- writing ---- */

/* One archive on its way into another. */
struct splice {
    unzFile from;
    zipFile to;
    struct arena *arena;
    struct deflater *deflater; /* of parts with inserts */
    const char *fault;
    size_t inserted;
};

enum { SPLICE_CHUNK = 64 * 1024 };

static bool splice_fails(struct splice *splice, const char *fault)
{
    splice->fault = fault;
    return false;
}

static bool splice_put(struct splice *splice, const void *p, size_t n)
{
    for (const char *at = p; n;) {
        size_t chunk = n < SPLICE_CHUNK ? n : SPLICE_CHUNK; /* minizip counts in unsigned int */
        if (zipWriteInFileInZip(splice->to, at, (unsigned)chunk) != ZIP_OK) return splice_fails(splice, "cannot be written");
        at += chunk;
        n -= chunk;
    }
    return true;
}

/* A sink. */
static void splice_put_piece(void *context, const char *p, size_t n)
{
    struct splice *splice = context;
    if (!splice->fault) splice_put(splice, p, n);
}

static bool splice_put_text(struct splice *splice, struct str text)
{
    deflater_put(splice->deflater, text);
    return !splice->fault;
}

static bool splice_put_file(struct splice *splice, FILE *content)
{
    char buffer[SPLICE_CHUNK];
    size_t n;
    rewind(content);
    while (!splice->fault && (n = fread(buffer, 1, sizeof buffer, content)) > 0) splice_put(splice, buffer, n);
    if (ferror(content)) return splice_fails(splice, "its rows cannot be read again");
    return !splice->fault;
}

static bool splice_put_content(struct splice *splice, const struct archive_insert *insert)
{
    deflater_end(splice->deflater, false);
    deflater_skip(splice->deflater, insert->content_sum);
    if (!splice->fault) splice_put(splice, insert->pieces.p, insert->pieces.n);
    return !splice->fault && (!insert->content || splice_put_file(splice, insert->content));
}

/* The present part as it is stored, without inflating it. */
static bool copy_stored(struct splice *splice, const char *name, const unz_file_info64 *info)
{
    char buffer[SPLICE_CHUNK];
    int method, level, n;
    const zip_fileinfo date = {.dosDate = info->dosDate};
    if (unzOpenCurrentFile2(splice->from, &method, &level, 1) != UNZ_OK) return splice_fails(splice, "cannot be read again");
    bool done = zipOpenNewFileInZip2_64(splice->to, name, &date, NULL, 0, NULL, 0, NULL, method, level, 1, 0) == ZIP_OK;
    while (done && (n = unzReadCurrentFile(splice->from, buffer, sizeof buffer)) != 0) done = n > 0 && splice_put(splice, buffer, (size_t)n);
    unzCloseCurrentFile(splice->from);
    done = done && zipCloseFileInZipRaw64(splice->to, info->uncompressed_size, info->crc) == ZIP_OK;
    if (!done) splice->fault = "cannot be copied";
    return done;
}

static bool read_whole(struct splice *splice, const unz_file_info64 *info, struct str *text)
{
    enum { WHOLE_MAX = 16 * 1024 * 1024 };
    if (info->uncompressed_size > WHOLE_MAX || unzOpenCurrentFile(splice->from) != UNZ_OK) return splice_fails(splice, "cannot be read again");
    char *p = arena_alloc(splice->arena, info->uncompressed_size + 1);
    int n = unzReadCurrentFile(splice->from, p, (unsigned)info->uncompressed_size);
    *text = (struct str){p, info->uncompressed_size};
    bool sound = unzCloseCurrentFile(splice->from) == UNZ_OK && n == (int)info->uncompressed_size;
    if (!sound) splice->fault = "cannot be read again";
    return sound;
}

/* Those of the inserts that belong to the part `name`, and with them all of `text`. */
static bool put_inserts(struct splice *splice, struct str name, struct str text, const struct archive_insert *inserts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct archive_insert *insert = &inserts[i];
        size_t at = 0;
        if (!str_eq(insert->part, name)) continue;
        while (at < text.n && !str_starts(str_sub(text, at, text.n), insert->mark)) at++;
        if (at == text.n && insert->mark.n) return splice_fails(splice, "has no place for its rows");
        if (!splice_put_text(splice, str_sub(text, 0, at)) || !splice_put_text(splice, insert->before)) return false;
        if ((insert->pieces.n || insert->content) && !splice_put_content(splice, insert)) return false;
        if (!splice_put_text(splice, insert->text) || !splice_put_text(splice, insert->behind)) return false;
        text = str_sub(text, at + insert->mark.n, text.n);
        splice->inserted++;
    }
    return splice_put_text(splice, text);
}

static bool copy_with(struct splice *splice, const char *name, const unz_file_info64 *info, const struct archive_insert *inserts, size_t n)
{
    enum { FAST = 1, ZIP64 = 0 }; /* no part that a reader here accepts is that long, and some readers elsewhere do not know it */
    const zip_fileinfo date = {.dosDate = info->dosDate};
    struct str text;
    if (!read_whole(splice, info, &text)) return false;
    if (zipOpenNewFileInZip2_64(splice->to, name, &date, NULL, 0, NULL, 0, NULL, Z_DEFLATED, FAST, 1, ZIP64) != ZIP_OK)
        return splice_fails(splice, "cannot be written");
    splice->deflater = deflater_open(splice->arena, splice_put_piece, splice);
    bool done = put_inserts(splice, str_from(name), text, inserts, n);
    struct deflated sum = deflater_end(splice->deflater, true);
    deflater_close(splice->deflater, splice->arena);
    if (zipCloseFileInZipRaw64(splice->to, sum.size, sum.crc) != ZIP_OK && done) splice->fault = "cannot be written";
    return done && !splice->fault;
}

static bool copy_part(struct splice *splice, const struct archive_insert *inserts, size_t n, struct str *error)
{
    char name[512];
    unz_file_info64 info;
    if (unzGetCurrentFileInfo64(splice->from, &info, name, sizeof name, NULL, 0, NULL, 0) != UNZ_OK) return directory_broken(error);
    bool changes = false;
    for (size_t i = 0; i < n; i++) changes |= str_eq(inserts[i].part, str_from(name));
    if (changes ? copy_with(splice, name, &info, inserts, n) : copy_stored(splice, name, &info)) return true;
    *error = str_format(splice->arena, "part %s: %s", name, splice->fault);
    return false;
}

static bool copy_parts(struct splice *splice, const struct archive_insert *inserts, size_t n, struct str *error)
{
    int code = unzGoToFirstFile(splice->from);
    for (; code == UNZ_OK; code = unzGoToNextFile(splice->from))
        if (!copy_part(splice, inserts, n, error)) return false;
    if (code != UNZ_END_OF_LIST_OF_FILE) return directory_broken(error);
    if (splice->inserted == n) return true;
    *error = S("a part that rows belong to is missing");
    return false;
}

bool archive_splice(const char *from, const char *to, const struct archive_insert *inserts, size_t n, struct arena *arena, struct str *error)
{
    struct splice splice = {.arena = arena, .from = unzOpen64(from)};
    if (!splice.from) return directory_broken(error);
    splice.to = zipOpen64(to, APPEND_STATUS_CREATE);
    bool done = splice.to && copy_parts(&splice, inserts, n, error);
    if (!splice.to) *error = str_format(arena, "cannot be opened (%s)", strerror(errno));
    unzClose(splice.from);
    if (splice.to && zipClose(splice.to, NULL) != ZIP_OK && done) {
        *error = S("the directory of the ZIP archive cannot be written");
        return false;
    }
    return done;
}
