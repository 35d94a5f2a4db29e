/*
 * fit.h - how much room a text takes: spreadsheets never make merged cells higher by themselves.
 */
#ifndef EFFCHECK_FIT_H
#define EFFCHECK_FIT_H

#include "effcheck/str.h"

/* Width in pixels at 96 dpi of a text in Arial of this size in points. */
double fit_width(struct str text, double size);
/* Lines that the text takes when it is wrapped at words into `pixels`; at least 1. */
unsigned fit_lines(struct str text, double size, double pixels);
/* Height in points of a row that holds so many lines. */
double fit_height(unsigned lines, double size);

#endif
