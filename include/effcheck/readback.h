/*
 * readback.h - does the file on disk hold what the book was given?
 *
 * The writer's library can report success on a broken file (a full temporary folder, a cut-off part), therefore no report
 * replaces another before it was read back with a reader that shares no code with the writer.
 */
#ifndef EFFCHECK_READBACK_H
#define EFFCHECK_READBACK_H

#include "effcheck/book.h"

/*
 * Opens the workbook at `path`, checks that all its XML parts are well-formed and recounts every sheet: same names in the same
 * order, same cells with the same texts and numbers. False with *error (in `arena`) naming the first difference.
 */
bool readback_equal(const char *path, const struct book *book, struct arena *arena, struct str *error);

#endif
