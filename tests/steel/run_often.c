/*
 * run_often - the same command again and again in one process: descriptors and memory stay as they are.
 *
 *     run_often RUNS WORD...      the words that effcheck would get
 *
 * Status 1 when a run ends otherwise than the first, when more descriptors are open after the last run than after the first ones, or
 * when more heap is in use. What the runs print is thrown away. Under a sanitizer the heap is its business (leaks are found at exit).
 */
#include <dirent.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

#include "options.h"
#include "run.h"

enum { WARM = 5, SLACK = 64 * 1024 };

static size_t descriptors(void)
{
    size_t n = 0;
    DIR *dir = opendir("/proc/self/fd");
    if (!dir) return 0;
    while (readdir(dir)) n++;
    closedir(dir);
    return n;
}

static size_t heap(void)
{
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

static int once(int argc, char **argv)
{
    struct arena arena = {0};
    struct options options;
    struct str error = {0};
    if (!options_parse(&options, argc, argv, &arena, &error)) {
        fprintf(stderr, "run_often: %.*s\n", STR_ARG(error));
        exit(2);
    }
    int status = (int)run(&options, argv[0], &arena);
    arena_release(&arena);
    return status;
}

int main(int argc, char **argv)
{
    FILE *out = stderr;
    size_t files = 0, bytes = 0;
    int runs = argc > 2 ? atoi(argv[1]) : 0, status = 0;
    if (runs <= WARM || !freopen("/dev/null", "w", stdout)) return 2;
    for (int i = 0; i < runs; i++) {
        int now = once(argc - 1, argv + 1);
        if (i == 0) status = now;
        if (now != status) return fprintf(out, "run %d ended with %d, the first with %d\n", i + 1, now, status), 1;
        if (i == WARM) files = descriptors(), bytes = heap();
    }
    fprintf(out, "%d runs of status %d: descriptors %zu then %zu, heap %zu then %zu bytes\n", runs, status, files, descriptors(), bytes, heap());
    return descriptors() > files || heap() > bytes + SLACK ? 1 : 0;
}
