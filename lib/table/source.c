#include "effcheck/source.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "effcheck/csv.h"

const char *encoding_name(enum encoding encoding)
{
    static const char *const names[] = {"UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "Windows-1252", "XLSX"};
    return names[encoding];
}

static bool fail(struct diags *diags, struct str path, enum diag_kind kind, struct str value, struct str detail)
{
    diag_add(diags, (struct diag){.kind = kind, .file = path, .value = value, .detail = detail});
    return false;
}

/* Decoding with iconv from an encoding whose letters are made of `unit` bytes: a unit that it cannot map becomes U+FFFD. */
static struct str decode(struct arena *arena, struct str bytes, const char *from, size_t unit)
{
    const struct str unknown = S("\xEF\xBF\xBD");
    iconv_t converter = iconv_open("UTF-8", from);
    size_t room = bytes.n * 3 + 4; /* one UTF-16 unit gives at most 3 bytes, one byte of Windows-1252 as well */
    char *out = arena_alloc(arena, room), *to = out;
    char *in = (char *)(uintptr_t)bytes.p;
    size_t left = bytes.n;
    if (converter == (iconv_t)-1) return (struct str){0};
    while (left && iconv(converter, &in, &left, &to, &room) == (size_t)-1) {
        if (errno == E2BIG || room < unknown.n) break;
        memcpy(to, unknown.p, unknown.n);
        to += unknown.n, room -= unknown.n;
        size_t step = left < unit ? left : unit;
        in += step, left -= step;
    }
    iconv_close(converter);
    return (struct str){out, (size_t)(to - out)};
}

/* UTF-16 without a mark: every second byte of the first kilobytes is zero nearly always. */
static bool zero_columns(struct str raw, size_t zero_at)
{
    size_t pairs = (raw.n < 4096 ? raw.n : 4096) / 2, zeros = 0, other = 0;
    for (size_t i = 0; i < pairs; i++) {
        zeros += raw.p[2 * i + zero_at] == 0;
        other += raw.p[2 * i + 1 - zero_at] == 0;
    }
    return pairs >= 4 && zeros * 10 >= pairs * 7 && other == 0;
}

/* What the bytes beyond ASCII speak for: sequences of UTF-8 or single bytes of Windows-1252. */
struct votes {
    size_t sequences, bad;
};

static struct votes count_votes(struct str text)
{
    struct votes votes = {0};
    for (size_t i = 0; i < text.n;) {
        if ((unsigned char)text.p[i] < 0x80) {
            i++;
            continue;
        }
        struct str rest = str_sub(text, i, i + 4);
        size_t valid = str_utf8_error(rest);
        size_t length = 1;
        while (length < valid && ((unsigned char)rest.p[length] & 0xC0) == 0x80) length++;
        votes.sequences += valid > 0;
        votes.bad += valid == 0;
        i += length;
    }
    return votes;
}

/* Physical lines as csv.c counts them. */
struct line_count {
    struct str text;
    bool bare_cr;
    size_t counted;
    uint32_t line;
};

static struct line_count first_line(struct str text)
{
    return (struct line_count){.text = text, .bare_cr = csv_ends_in_cr(text), .line = 1};
}

/* The line of an offset that is not before the last one asked for. */
static uint32_t line_of(struct line_count *count, size_t offset)
{
    for (; count->counted < offset; count->counted++) {
        char c = count->text.p[count->counted];
        bool crlf = count->counted + 1 < count->text.n && count->text.p[count->counted + 1] == '\n';
        count->line += c == '\n' || (c == '\r' && count->bare_cr && !crlf);
    }
    return count->line;
}

/* UTF-8 with single bad bytes: those alone are read as Windows-1252, one diagnostic a line. */
static struct str mend(struct source *source, struct str text, struct arena *arena, struct diags *diags)
{
    char *out = arena_alloc(arena, text.n * 3 + 1);
    size_t n = 0;
    uint32_t told = 0;
    struct line_count lines = first_line(text);
    for (size_t i = 0; i < text.n;) {
        struct str rest = str_sub(text, i, text.n);
        size_t good = str_utf8_error(rest);
        memcpy(out + n, rest.p, good);
        n += good, i += good;
        if (i >= text.n) break;
        struct str byte = decode(arena, str_sub(text, i, i + 1), "CP1252", 1);
        memcpy(out + n, byte.p, byte.n);
        n += byte.n;
        uint32_t line = line_of(&lines, i);
        if (line != told) {
            struct str hex = str_format(arena, "0x%02X", (unsigned)(unsigned char)text.p[i]);
            diag_add(diags, (struct diag){.kind = DIAG_ENCODING_BAD, .file = source->path, .line = line, .value = hex, .detail = byte});
            told = line;
        }
        i++;
    }
    return (struct str){out, n};
}

/* The words around an offset, on its line. */
static struct str around(struct str text, size_t at)
{
    size_t from = at > 24 ? at - 24 : 0, to = at + 24 < text.n ? at + 24 : text.n;
    for (size_t i = from; i < at; i++)
        if (text.p[i] == '\n' || text.p[i] == '\r' || (unsigned char)text.p[i] >= 0x80) from = i + 1;
    for (size_t i = at; i < to; i++)
        if (text.p[i] == '\n' || text.p[i] == '\r') to = i;
    return str_sub(text, from, to);
}

/* As many valid sequences as the bad bytes could be chance: neither reading is safe. */
static bool refuse_doubt(const struct source *source, struct str text, const struct votes *votes, struct arena *arena, struct diags *diags)
{
    enum { CHANCE = 4 };
    if (votes->sequences == 0 || votes->bad < votes->sequences || votes->bad >= CHANCE * votes->sequences) return false;
    size_t at = 0;
    struct line_count lines = first_line(text);
    while (at < text.n && ((unsigned char)text.p[at] < 0x80 || str_utf8_error(str_sub(text, at, at + 4)) == 0)) at++;
    struct str letters = around(text, at);
    letters.n = str_utf8_error(letters);
    struct str as_utf8 = str_format(arena, "UTF-8 (\"%.*s\")", STR_ARG(letters));
    struct str read = decode(arena, letters, "CP1252", 1), as_1252 = str_format(arena, "Windows-1252 (\"%.*s\")", STR_ARG(read));
    diag_add(diags, (struct diag){.kind = DIAG_ENCODING_DOUBT, .file = source->path, .line = line_of(&lines, at), .value = as_utf8, .detail = as_1252});
    return true;
}

static struct str decode_unmarked(struct source *source, struct str text, bool marked, struct arena *arena, struct diags *diags)
{
    source->encoding = marked ? ENCODING_UTF8_BOM : ENCODING_UTF8;
    if (str_utf8_error(text) == text.n) return text;
    struct votes votes = count_votes(text);
    if (marked || votes.sequences > votes.bad) return mend(source, text, arena, diags);
    source->encoding = ENCODING_CP1252;
    source->doubtful = refuse_doubt(source, text, &votes, arena, diags);
    return decode(arena, text, "CP1252", 1);
}

static struct str decode_text(struct source *source, struct arena *arena, struct diags *diags)
{
    struct str raw = source->raw, bom8 = S("\xEF\xBB\xBF");
    if (raw.n >= 2 && memcmp(raw.p, "\xFF\xFE", 2) == 0) {
        source->encoding = ENCODING_UTF16LE;
        return decode(arena, str_sub(raw, 2, raw.n), "UTF-16LE", 2);
    }
    if (raw.n >= 2 && memcmp(raw.p, "\xFE\xFF", 2) == 0) {
        source->encoding = ENCODING_UTF16BE;
        return decode(arena, str_sub(raw, 2, raw.n), "UTF-16BE", 2);
    }
    if (zero_columns(raw, 1) || zero_columns(raw, 0)) {
        source->encoding = zero_columns(raw, 1) ? ENCODING_UTF16LE : ENCODING_UTF16BE;
        return decode(arena, raw, encoding_name(source->encoding), 2);
    }
    bool marked = str_starts(raw, bom8);
    return decode_unmarked(source, marked ? str_sub(raw, bom8.n, raw.n) : raw, marked, arena, diags);
}

/* Decoded as somebody decided, without a mark at its beginning. */
static struct str decode_as(struct source *source, enum encoding given, struct arena *arena, struct diags *diags)
{
    struct str raw = source->raw, bom8 = S("\xEF\xBB\xBF");
    bool marked = str_starts(raw, bom8);
    source->encoding = given;
    switch (given) {
    case ENCODING_UTF16LE: return decode(arena, str_sub(raw, str_starts(raw, S("\xFF\xFE")) ? 2 : 0, raw.n), "UTF-16LE", 2);
    case ENCODING_UTF16BE: return decode(arena, str_sub(raw, str_starts(raw, S("\xFE\xFF")) ? 2 : 0, raw.n), "UTF-16BE", 2);
    case ENCODING_CP1252: return decode(arena, raw, "CP1252", 1);
    default: break;
    }
    struct str text = marked ? str_sub(raw, bom8.n, raw.n) : raw;
    source->encoding = marked ? ENCODING_UTF8_BOM : ENCODING_UTF8;
    return str_utf8_error(text) == text.n ? text : mend(source, text, arena, diags);
}

/* What the first bytes say the file is, when it is no text. */
static bool refuse_container(const struct source *source, struct diags *diags)
{
    struct str raw = source->raw, start = str_trim(str_sub(source->text, 0, 256));
    if (str_starts(raw, S("\xD0\xCF\x11\xE0"))) return !fail(diags, source->path, DIAG_FILE_IS_OLD_WORKBOOK, (struct str){0}, S("xls/OLE"));
    if (str_starts(raw, S("%PDF"))) return !fail(diags, source->path, DIAG_FILE_BINARY, (struct str){0}, S("PDF"));
    size_t nul = str_find(source->text, '\0');
    if (nul < source->text.n) return !fail(diags, source->path, DIAG_FILE_BINARY, (struct str){0}, S("byte NUL"));
    static const char *const html[] = {"<!doctype html", "<html", "<table", "<?xml", "<meta"};
    for (size_t i = 0; i < sizeof html / sizeof *html; i++)
        if (str_eq_nocase(str_sub(start, 0, strlen(html[i])), str_from(html[i])))
            return !fail(diags, source->path, DIAG_FILE_IS_HTML, (struct str){0}, (struct str){0});
    return false;
}

static struct str extension(struct str path)
{
    struct str name = str_base_name(path);
    for (size_t i = name.n; i > 0; i--)
        if (name.p[i - 1] == '.') return str_sub(name, i - 1, name.n);
    return (struct str){0};
}

/* Read as what it is, whatever its name says. */
static bool take_workbook(struct source *source, struct diags *diags)
{
    struct str end = extension(source->path);
    source->encoding = ENCODING_WORKBOOK;
    if (str_eq_nocase(end, S(".xlsx")) || str_eq_nocase(end, S(".xlsm"))) return true;
    diag_add(diags, (struct diag){.kind = DIAG_FILE_IS_WORKBOOK, .file = source->path, .value = end});
    return true;
}

static bool read_bytes(struct source *source, struct str path, struct str raw, const enum encoding *given, struct arena *arena, struct diags *diags)
{
    *source = (struct source){.path = path, .raw = raw};
    if (str_starts(raw, S("PK\x03\x04"))) return take_workbook(source, diags);
    if (!str_starts(raw, S("\xD0\xCF\x11\xE0"))) source->text = given ? decode_as(source, *given, arena, diags) : decode_text(source, arena, diags);
    if (refuse_container(source, diags)) return false;
    if (str_blank(source->text)) return fail(diags, path, DIAG_FILE_EMPTY, (struct str){0}, (struct str){0});
    return !source->doubtful;
}

bool source_from_bytes(struct source *source, struct str path, struct str raw, struct arena *arena, struct diags *diags)
{
    bool good = read_bytes(source, path, raw, NULL, arena, diags);
    sha256_hex(&raw, 1, source->sha256);
    return good;
}

/* Bytes of a regular file from `at` on; less than `n` where it ends or cannot be read. */
static size_t read_at(int file, char *bytes, size_t n, size_t at)
{
    size_t have = 0;
    for (ssize_t got = 1; have < n && got > 0; have += got > 0 ? (size_t)got : 0) got = pread(file, bytes + have, n - have, (off_t)(at + have));
    return have;
}

/* A large file; its second half by a thread that has no file left, if there is one. Returns what was read, from the beginning on. */
static size_t read_halves(FILE *file, char *bytes, size_t size)
{
    const size_t half = size / 2;
    const int number = fileno(file);
    size_t second = 0;
#pragma omp task shared(second)
    second = read_at(number, bytes + half, size - half, half);
    size_t first = read_at(number, bytes, half, 0);
#pragma omp taskwait
    size_t n = first < half ? first : half + second;
    return fseeko(file, (off_t)n, SEEK_SET) == 0 ? n : 0;
}

/* The whole file in one malloc'ed block; NULL with errno set. */
static char *read_all(FILE *file, size_t size, size_t *n)
{
    enum { LARGE = 64 << 20 };
    char *bytes = malloc(size + 1);
    *n = bytes && size >= LARGE ? read_halves(file, bytes, size) : 0;
    while (bytes) {
        size_t got = fread(bytes + *n, 1, size + 1 - *n, file);
        *n += got;
        if (*n <= size) break;
        size = size < 4096 ? 8192 : size * 2; /* it grew, or its size is not known (a pipe) */
        char *larger = realloc(bytes, size + 1);
        if (!larger) free(bytes);
        bytes = larger;
    }
    if (bytes && ferror(file)) {
        free(bytes);
        bytes = NULL;
    }
    return bytes;
}

bool source_open(struct source *source, struct str path, struct arena *arena, struct diags *diags)
{
    if (!source_open_as(source, path, NULL, arena, diags)) return false;
    sha256_hex(&source->raw, 1, source->sha256);
    return true;
}

bool source_open_as(struct source *source, struct str path, const enum encoding *given, struct arena *arena, struct diags *diags)
{
    struct stat status;
    *source = (struct source){.path = path};
    if (stat(path.p, &status) == 0 && S_ISDIR(status.st_mode)) return fail(diags, path, DIAG_FILE_IS_FOLDER, path, (struct str){0});
    FILE *file = fopen(path.p, "rb");
    if (!file) return fail(diags, path, DIAG_FILE_MISSING, (struct str){0}, str_from(strerror(errno)));
    size_t n, size = fstat(fileno(file), &status) == 0 && status.st_size > 0 ? (size_t)status.st_size : 0;
    char *bytes = read_all(file, size, &n);
    int error = errno;
    fclose(file);
    if (!bytes) return fail(diags, path, DIAG_FILE_MISSING, (struct str){0}, str_from(strerror(error)));
    if (read_bytes(source, path, (struct str){bytes, n}, given, arena, diags)) return true;
    free(bytes);
    source->raw = source->text = (struct str){0};
    return false;
}

void source_close(struct source *source)
{
    free((void *)(uintptr_t)source->raw.p);
    source->raw = source->text = (struct str){0};
}
