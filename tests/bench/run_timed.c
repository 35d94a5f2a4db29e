/*
 * run_timed - what a command costs: median wall time, CPU time and peak memory of several runs.
 *
 *     run_timed RUNS COMMAND [ARG...]
 *
 * Prints "wall_s cpu_s peak_mib status" on one line. What the command itself prints is thrown away. `status` is the largest
 * exit status of the runs, 255 for a run that was killed.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS_MAX = 1000, KILLED = 255 };

struct cost {
    double wall, cpu, peak_mib;
    int status;
};

static double seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec / 1e6; }

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static _Noreturn void become(char **command)
{
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execvp(command[0], command);
    _exit(127);
}

static struct cost run(char **command)
{
    double began = now();
    pid_t child = fork();
    if (child == 0) become(command);
    int status = 0;
    struct rusage used = {0};
    if (child < 0 || wait4(child, &status, 0, &used) < 0) {
        perror("run_timed");
        exit(KILLED);
    }
    return (struct cost){
        .wall = now() - began,
        .cpu = seconds(used.ru_utime) + seconds(used.ru_stime),
        .peak_mib = (double)used.ru_maxrss / 1024, /* Linux counts KiB */
        .status = WIFEXITED(status) ? WEXITSTATUS(status) : KILLED,
    };
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, int n)
{
    qsort(values, (size_t)n, sizeof *values, by_size);
    return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

int main(int argc, char **argv)
{
    int runs = argc > 2 ? atoi(argv[1]) : 0;
    if (runs < 1 || runs > RUNS_MAX) {
        fprintf(stderr, "usage: run_timed RUNS COMMAND [ARG...]\n");
        return 2;
    }
    double wall[RUNS_MAX], cpu[RUNS_MAX], peak[RUNS_MAX];
    int status = 0;
    for (int i = 0; i < runs; i++) {
        struct cost cost = run(argv + 2);
        wall[i] = cost.wall;
        cpu[i] = cost.cpu;
        peak[i] = cost.peak_mib;
        if (cost.status > status) status = cost.status;
    }
    printf("%.3f %.3f %.1f %d\n", median(wall, runs), median(cpu, runs), median(peak, runs), status);
    return 0;
}
