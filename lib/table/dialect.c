#include "effcheck/csv.h"

enum { SAMPLE_BYTES = 64 * 1024, DELIMITERS = 4 };

static const char DELIMITER[DELIMITERS] = {',', ';', '\t', '|'};

/* Lines of the sample that hold the delimiter at all, and lines that end in a run of two or more of it. */
struct habit {
    size_t lines, padded;
};

static struct habit habit_of(struct str sample, char delimiter)
{
    struct habit habit = {0};
    struct str line, rest = sample;
    char end = str_find(sample, '\n') < sample.n ? '\n' : '\r';
    while (str_split(&rest, end, &line)) {
        line = str_trim(line);
        while (line.n && line.p[line.n - 1] == '"') line.n--;
        habit.lines += str_find(line, delimiter) < line.n;
        habit.padded += line.n >= 2 && line.p[line.n - 1] == delimiter && line.p[line.n - 2] == delimiter;
    }
    return habit;
}

size_t dialect_candidates(struct str text, struct dialect out[DIALECTS_MAX])
{
    struct str sample = str_sub(text, 0, SAMPLE_BYTES);
    struct habit habits[DELIMITERS];
    size_t n = 0;
    for (size_t i = 0; i < DELIMITERS; i++) {
        habits[i] = habit_of(sample, DELIMITER[i]);
        if (habits[i].lines) out[n++] = (struct dialect){DELIMITER[i], 0};
    }
    for (size_t inner = 0; inner < 2; inner++) { /* comma in semicolon, semicolon in comma */
        size_t outer = 1 - inner;
        if (habits[inner].lines && habits[outer].padded) out[n++] = (struct dialect){DELIMITER[inner], DELIMITER[outer]};
    }
    if (n == 0) out[n++] = (struct dialect){',', 0}; /* one column only */
    return n;
}

static struct str delimiter_name(char delimiter, bool english)
{
    switch (delimiter) {
    case ',': return english ? S("comma") : S("koma (,)");
    case ';': return english ? S("semicolon") : S("titik koma (;)");
    case '\t': return english ? S("tab") : S("tab");
    case '\0': return english ? S("worksheet") : S("lembar kerja");
    default: return english ? S("vertical bar") : S("garis tegak (|)");
    }
}

struct str dialect_name(struct arena *arena, struct dialect dialect, bool english)
{
    struct str inner = delimiter_name(dialect.delimiter, english);
    if (!dialect.outer) return inner;
    struct str outer = delimiter_name(dialect.outer, english);
    return str_format(arena, english ? "%.*s inside %.*s" : "%.*s di dalam %.*s", STR_ARG(inner), STR_ARG(outer));
}
