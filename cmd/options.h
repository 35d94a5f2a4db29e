/* The words on the command line. One table (options.c) is parsed and printed as help. */
#ifndef EFFCHECK_OPTIONS_H
#define EFFCHECK_OPTIONS_H

#include "effcheck/array.h"
#include "effcheck/audit.h"
#include "effcheck/date.h"
#include "effcheck/reading.h"
#include "effcheck/str.h"

typedef ARRAY(struct str) paths;

enum command {
    COMMAND_AUDIT, COMMAND_CLASSIFY, COMMAND_INSPECT, COMMAND_EXPLAIN, COMMAND_RULES_LINT, COMMAND_RULES_TEST, COMMAND_RULES_SHOW,
    COMMAND_RULES_DIFF, COMMAND_VERIFY, COMMAND_COUNT
};

/* An option that was given, and its value as written. */
struct given {
    size_t option; /* in the table of options.c */
    struct str value;
};

struct options {
    enum command command;
    ARRAY(struct given) given;
    paths files, baseline; /* as given: names or patterns; of the rules commands: their words (packs, an id, files) */
    struct str output;     /* workbook; default laporan-efisiensi.xlsx */
    struct str rules;      /* folder or name of a pack; empty = the default one */
    struct str override, policy, caps; /* the region's own tables; empty = none */
    struct str exceptions; /* findings that the region accepts; empty = none */
    struct str previous;   /* workbook of the earlier report; empty = none */
    struct str region, json;
    struct str per_opd; /* folder of one workbook for each unit; empty = none */
    struct str findings, html; /* the register as CSV, page one as a web page */
    struct str control, rejects; /* totals reported elsewhere; where rejected rows go */
    struct str claims, profile;  /* cuts that units claim; last year's months */
    struct date period, date;
    struct reading_options reading; /* for all files of the run, above what effcheck.csv remembers */
    int year, jobs;
    bool what_if, english, folio, quiet, verbose;
    bool help, version;
};

/* Reads argv. False when something is wrong; *error then says what, in Indonesian and English. Slices point into argv. */
bool options_parse(struct options *options, int argc, char **argv, struct arena *arena, struct str *error);
/* Everything that the command writes beside stdout, as given: one list for all who ask. The number of them. */
enum { OPTIONS_OUTPUTS_MAX = 8 };
size_t options_outputs(const struct options *options, struct str outputs[OPTIONS_OUTPUTS_MAX]);
/* The options given that can change what a report says, in the order of the help; files by their names alone. */
void options_settings(const struct options *options, struct run_options *facts, struct arena *arena);
/* Takes the option "--name" with this value as if it had been given, unless it was. False when there is no such option or value. */
bool options_recall(struct options *options, struct str name, struct str value, struct arena *arena);
/* Help text to stdout. */
void options_help(const struct options *options);

#endif
