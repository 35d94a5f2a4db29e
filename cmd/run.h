/* One run of the program: files -> ledger -> classes -> totals -> checks -> outputs. */
#ifndef EFFCHECK_RUN_H
#define EFFCHECK_RUN_H

#include "effcheck/diag.h"
#include "options.h"

/* Runs the command of `options` and returns the exit status. `program` is argv[0]: rule packs may lie beside the program. */
enum exit_status run(const struct options *options, const char *program, struct arena *arena);

#endif
