/*
 * scratch.h - files for the time of a run, in the folder of what they become part of.
 *
 * Where the system has files without a name (Linux: O_TMPFILE) nothing stays behind when the program is killed. Elsewhere they are called
 * NAME.PID-N.tmp.
 */
#ifndef EFFCHECK_LIB_REPORT_SCRATCH_H
#define EFFCHECK_LIB_REPORT_SCRATCH_H

#include "effcheck/str.h"

struct scratch {
    struct str path; /* to open it by, NUL behind; need not be in the folder */
    struct str name; /* before the number of the process and ".tmp" */
    int nameless;    /* descriptor that keeps a file without a name; -1 = it has one */
};

/* An empty file in `folder`; `name` (with the folder) where it needs one. False with errno. */
bool scratch_open(struct scratch *scratch, struct str folder, struct str name, struct arena *arena);
/* The name under which the folder lists it, given now where it had none; empty with errno set. */
struct str scratch_named(const struct scratch *scratch, struct arena *arena);
/* Lets go of a file without a name. */
void scratch_close(const struct scratch *scratch);
/* The same, and removes one with a name. */
void scratch_discard(const struct scratch *scratch);

#endif
