/* One line on the terminal while many files are read: how far, how fast, how long still. Nothing in the first second. */
#ifndef EFFCHECK_PROGRESS_H
#define EFFCHECK_PROGRESS_H

#include "effcheck/ledger.h"

struct progress {
    bool on;        /* stderr is a terminal and --quiet was not given */
    bool english;
    bool plain;     /* NO_COLOR or a dumb terminal: no control sequences */
    size_t files, bytes; /* of all files */
    size_t done, done_bytes;
    double began, shown; /* seconds; shown = 0: nothing stands there yet */
};

struct progress progress_begin(const struct str *paths, size_t n, bool quiet, bool english);
/* `path` was read; the ledger has its lines. */
void progress_file(struct progress *progress, struct str path, const struct ledger *ledger);
/* Takes the line away. */
void progress_end(struct progress *progress);

#endif
