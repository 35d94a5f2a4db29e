/* File patterns, for shells that do not expand them (cmd.exe, PowerShell). */
#ifndef EFFCHECK_EXPAND_H
#define EFFCHECK_EXPAND_H

#include "effcheck/diag.h"
#include "options.h"

/* Names and patterns (* and ? in the last part of the path) -> file names, sorted bytewise, each once. A pattern that matches nothing is a
 * diagnostic and the result is false; a plain name is taken as it is, whether it exists or not. */
bool expand(const paths *patterns, paths *files, struct arena *arena, struct diags *diags);

#endif
