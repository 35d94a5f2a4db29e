/*
 * time_classify PACK RUNS FILE...
 *
 * Reads the files as effcheck does, then times the classification of their lines alone, in one thread. Prints the median wall
 * and CPU seconds of RUNS runs, as run_timed does (peak memory is 0: it is not measured here).
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "effcheck/audit.h"
#include "effcheck/intake.h"

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void read_files(struct ledger *ledger, const struct intake_rules *rules, char **files, struct arena *arena, struct diags *diags)
{
    ledger_begin(ledger, arena, diags);
    for (; *files; files++) {
        struct intake intake = {0};
        intake_read(&intake, rules, str_from(*files), (struct intake_options){.amounts_needed = true});
        ledger_add(ledger, &intake);
        intake_release(&intake);
    }
    ledger_end(ledger);
}

static void measure(const struct pack *pack, struct ledger *ledger, size_t runs, struct arena *arena)
{
    double *wall = arena_new_n(arena, double, runs), *cpu = arena_new_n(arena, double, runs);
    for (size_t i = 0; i < runs; i++) {
        struct audit audit;
        audit_init(&audit, pack, ledger, arena);
        double wall_before = seconds(CLOCK_MONOTONIC), cpu_before = seconds(CLOCK_PROCESS_CPUTIME_ID);
        audit_classify(&audit, 1);
        wall[i] = seconds(CLOCK_MONOTONIC) - wall_before;
        cpu[i] = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu_before;
    }
    qsort(wall, runs, sizeof *wall, ascending);
    qsort(cpu, runs, sizeof *cpu, ascending);
    printf("%.3f %.3f 0 0\n", wall[runs / 2], cpu[runs / 2]);
}

int main(int argc, char **argv)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct pack pack;
    struct intake_rules rules;
    struct ledger ledger;
    size_t runs = argc > 3 ? strtoul(argv[2], NULL, 10) : 0;
    if (runs == 0) return fputs("time_classify PACK RUNS FILE...\n", stderr), 2;
    bool loaded = pack_load(&pack, str_from(argv[1]), &arena, &diags) && intake_rules_load(&rules, &pack, &arena, &diags);
    if (loaded) {
        read_files(&ledger, &rules, argv + 3, &arena, &diags);
        measure(&pack, &ledger, runs, &arena);
    }
    for (size_t i = 0; i < diags.list.n; i++)
        if (diag_level(diags.list.at[i].kind) == DIAG_ERROR) diag_print(stderr, &diags.list.at[i], true);
    arena_release(&arena);
    return loaded ? 0 : 2;
}
