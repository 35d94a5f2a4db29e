/*
 * source.h - the bytes of an input file: opened, digested, decoded to UTF-8.
 */
#ifndef EFFCHECK_SOURCE_H
#define EFFCHECK_SOURCE_H

#include "effcheck/arena.h"
#include "effcheck/diag.h"
#include "effcheck/str.h"

enum encoding { ENCODING_UTF8, ENCODING_UTF8_BOM, ENCODING_UTF16LE, ENCODING_UTF16BE, ENCODING_CP1252, ENCODING_WORKBOOK };

enum { SHA256_HEX = 64 };

struct source {
    struct str path;             /* as given; NUL behind */
    struct str raw;              /* the file's own bytes; valid until source_close */
    struct str text;             /* the same as UTF-8 without a byte-order mark; valid until source_close or as long as the arena */
    enum encoding encoding;      /* WORKBOOK: a ZIP archive, perhaps an .xlsx; text is empty and xlsx.h reads it */
    bool doubtful;               /* refused: two encodings fit; the diagnostic shows both */
    char sha256[SHA256_HEX + 1]; /* of the raw bytes, FIPS 180-4, lower-case hex */
};

/*
 * Opens `path` and decides its encoding: by byte-order mark; by zero bytes (UTF-16 without mark); valid UTF-8; else Windows-1252
 * (the superset of ISO-8859-1 that Excel writes). A file that is mostly UTF-8 with single bad bytes stays UTF-8: the bad
 * bytes alone are read as Windows-1252 and each line that has one gets a diagnostic.
 * Where as much speaks for UTF-8 as for Windows-1252 the file is refused with both readings of the first such place.
 * A workbook is known by its bytes, not by its name; a name that says otherwise is a diagnostic.
 * False, with a diagnostic, for: missing, folder, unreadable, empty, binary (NUL bytes), an old workbook (OLE), HTML, doubt.
 * Decoded text lives in `arena`.
 */
bool source_open(struct source *source, struct str path, struct arena *arena, struct diags *diags);
/* The same where somebody has decided the encoding (NULL = by evidence), without the digest: large files are digested while they are read. */
bool source_open_as(struct source *source, struct str path, const enum encoding *given, struct arena *arena, struct diags *diags);
void source_close(struct source *source);

/* The same for bytes in memory (tests, fuzzing); `raw` stays the caller's. */
bool source_from_bytes(struct source *source, struct str path, struct str raw, struct arena *arena, struct diags *diags);

const char *encoding_name(enum encoding encoding); /* "UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "Windows-1252", "XLSX" */

/* SHA-256 of several pieces in order, as hex with NUL. */
void sha256_hex(const struct str *pieces, size_t n, char hex[SHA256_HEX + 1]);
/* The same of a file; false when it cannot be read to its end, errno then says why. */
bool sha256_file(const char *path, char hex[SHA256_HEX + 1]);

#endif
