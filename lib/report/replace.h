/*
 * replace.h - a new file takes the place of an old one at once or not at all.
 *
 * After Pillai et al., "All File Systems Are Not Created Equal" (OSDI 2014): write beside, flush, rename, flush the folder.
 * Where the system has files without a name (Linux: O_TMPFILE) the new file gets one only when it is whole, so that nothing stays behind
 * when the program is killed. Elsewhere it is called PATH.PID-N.tmp.
 */
#ifndef EFFCHECK_LIB_REPORT_REPLACE_H
#define EFFCHECK_LIB_REPORT_REPLACE_H

#include "effcheck/str.h"

struct replacement {
    struct str path;      /* what will be replaced; NUL behind, as the others */
    struct str temporary; /* empty file in the same folder, ours alone; opened by this name, which need not be in that folder */
    struct str folder;
    int nameless;         /* descriptor that keeps a file without a name; -1 = the temporary file has one */
};

/* Makes the temporary file. False with *error (in `arena`) when `path` is no place for a file. */
bool replacement_begin(struct replacement *replacement, struct str path, struct arena *arena, struct str *error);
/* Flushes the temporary file to the disk and renames it over the old one. On failure both are as before. */
bool replacement_commit(const struct replacement *replacement, struct arena *arena, struct str *error);
/* Removes the temporary file. */
void replacement_discard(const struct replacement *replacement);

#endif
