#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "effcheck/text.h"

enum { WIDTH = 79 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static size_t size_of(struct str path)
{
    struct stat status;
    return stat(path.p, &status) == 0 && status.st_size > 0 ? (size_t)status.st_size : 0;
}

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value && *value;
}

struct progress progress_begin(const struct str *paths, size_t n, bool quiet, bool english)
{
    const char *terminal = getenv("TERM");
    struct progress progress = {.on = !quiet && isatty(STDERR_FILENO), .english = english, .files = n, .began = now()};
    progress.plain = is_set("NO_COLOR") || !terminal || strcmp(terminal, "dumb") == 0;
    for (size_t i = 0; progress.on && i < n; i++) progress.bytes += size_of(paths[i]);
    return progress;
}

/* Back to the beginning of an empty line. */
static void wipe(const struct progress *progress)
{
    if (progress->plain) fprintf(stderr, "\r%*s\r", WIDTH, "");
    else fputs("\r\033[K", stderr);
}

static struct str number(struct arena *arena, double value, bool english)
{
    return text_count(arena, value > 0 ? (uint64_t)(value + 0.5) : 0, english);
}

/* The words; cut to one line, the name of the file last. */
static void show(struct progress *progress, struct str path, size_t lines, double seconds)
{
    struct arena arena = {0};
    bool english = progress->english;
    double left = progress->done_bytes ? seconds * (double)(progress->bytes - progress->done_bytes) / (double)progress->done_bytes : 0;
    size_t slash = path.n;
    while (slash && path.p[slash - 1] != '/') slash--;
    struct str words = text_filled(&arena, TEXT_PROGRESS, english, text_count(&arena, progress->done, english), text_count(&arena, progress->files, english),
                                   text_count(&arena, lines, english), number(&arena, (double)lines / seconds, english), number(&arena, left, english),
                                   str_sub(path, slash, path.n));
    while (words.n && str_utf8_length(words) >= WIDTH) words.n--;
    words.n = str_utf8_error(words);
    wipe(progress);
    fprintf(stderr, "%.*s", STR_ARG(words));
    fflush(stderr);
    arena_release(&arena);
}

void progress_file(struct progress *progress, struct str path, const struct ledger *ledger)
{
    const double first = 1.0, again = 0.1; /* seconds */
    if (!progress->on) return;
    progress->done++;
    progress->done_bytes += size_of(path);
    if (progress->done_bytes > progress->bytes) progress->bytes = progress->done_bytes; /* it grew */
    double time = now();
    if (time - progress->began < first || time - progress->shown < again) return;
    progress->shown = time;
    show(progress, path, ledger->lines.n, time - progress->began);
}

void progress_end(struct progress *progress)
{
    if (progress->shown > 0) wipe(progress);
    progress->shown = 0;
}
