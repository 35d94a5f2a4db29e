/*
 * replace.h - a new file takes the place of an old one at once or not at all.
 *
 * After Pillai et al., "All File Systems Are Not Created Equal" (OSDI 2014): write beside, flush, rename, flush the folder.
 * The new file is a scratch file until it is whole.
 */
#ifndef EFFCHECK_LIB_REPORT_REPLACE_H
#define EFFCHECK_LIB_REPORT_REPLACE_H

#include "scratch.h"

struct replacement {
    struct str path;      /* what will be replaced; NUL behind, as the others */
    struct str temporary; /* empty file in the same folder, ours alone; opened by this name, which need not be in that folder */
    struct str folder;
    struct scratch scratch;
};

/* Makes the temporary file. False with *error (in `arena`) when `path` is no place for a file. */
bool replacement_begin(struct replacement *replacement, struct str path, struct arena *arena, struct str *error);
/* Flushes the temporary file to the disk and renames it over the old one. On failure both are as before. */
bool replacement_commit(const struct replacement *replacement, struct arena *arena, struct str *error);
/*
 * The same for a workbook that somebody may have open, as the owner file beside it (~$name, .~lock.name#) or a refused renaming tells:
 * then it gets the first free name "name (2).xlsx", "name (3).xlsx" ... in *beside, and *error says why. *beside is empty otherwise.
 */
bool replacement_commit_or_beside(const struct replacement *replacement, struct arena *arena, struct str *beside, struct str *error);
/* Removes the temporary file. */
void replacement_discard(const struct replacement *replacement);

#endif
