/*
 * utf8.h - text for machines: whatever a file or a path held, only valid UTF-8 leaves the program.
 */
#ifndef EFFCHECK_LIB_REPORT_UTF8_H
#define EFFCHECK_LIB_REPORT_UTF8_H

#include "effcheck/str.h"

/* Cuts the next piece off *rest: the longest valid run, or U+FFFD in place of one bad byte. False at the end. */
bool utf8_next(struct str *rest, struct str *piece);

#endif
