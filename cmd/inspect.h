/* effcheck inspect: how each file was read and why, in words, for a terminal of 100 columns. */
#ifndef EFFCHECK_INSPECT_H
#define EFFCHECK_INSPECT_H

#include <stdio.h>

#include "effcheck/intake.h"

/* One file of the run and how it is to be read. */
struct input {
    struct str path;
    struct intake_options options;
};

struct inspect_options {
    bool english;
    bool all; /* every message; else the first of each kind */
};

/* Reads each file by itself and describes it; what is wrong with it is printed with it and added to `diags`, for the exit status. False when
 * `out` could not be written. */
bool inspect_files(FILE *out, const struct intake_rules *rules, const struct input *inputs, size_t n, struct inspect_options options,
                   struct diags *diags);

#endif
