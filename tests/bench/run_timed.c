/*
 * run_timed - what commands cost: median wall time, CPU time and peak memory of several runs.
 *
 *     run_timed RUNS COMMAND [ARG...] [-- COMMAND [ARG...]]...
 *
 * Several commands take turns, so that a machine that is slow for a while is slow for all of them. Prints for each, on one line,
 * "wall_s cpu_s peak_mib status x_wall x_cpu". What the commands print is thrown away. `status` is the largest exit status of the runs,
 * 255 for a run that was killed; x_wall and x_cpu say how much of the first command's time it took: medians of what each turn says.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS_MAX = 1000, COMMANDS_MAX = 8, KILLED = 255 };

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

struct commands {
    char **at[COMMANDS_MAX];
    int n;
};

/* Each "--" ends a command. */
static struct commands part(char **args, int n)
{
    struct commands commands = {.at = {args}, .n = 1};
    for (int i = 0; i < n; i++) {
        if (strcmp(args[i], "--") != 0) continue;
        args[i] = NULL;
        if (commands.n < COMMANDS_MAX) commands.at[commands.n++] = args + i + 1;
    }
    return commands;
}

static void print(const struct cost *costs, const struct cost *first, int runs)
{
    double wall[RUNS_MAX], cpu[RUNS_MAX], peak[RUNS_MAX], x_wall[RUNS_MAX], x_cpu[RUNS_MAX];
    int status = 0;
    for (int i = 0; i < runs; i++) {
        wall[i] = costs[i].wall;
        cpu[i] = costs[i].cpu;
        peak[i] = costs[i].peak_mib;
        x_wall[i] = costs[i].wall / first[i].wall;
        x_cpu[i] = first[i].cpu > 0 ? costs[i].cpu / first[i].cpu : 0;
        if (costs[i].status > status) status = costs[i].status;
    }
    printf("%.3f %.3f %.1f %d %.3f %.3f\n", median(wall, runs), median(cpu, runs), median(peak, runs), status, median(x_wall, runs), median(x_cpu, runs));
}

int main(int argc, char **argv)
{
    static struct cost costs[COMMANDS_MAX][RUNS_MAX];
    int runs = argc > 2 ? atoi(argv[1]) : 0;
    if (runs < 1 || runs > RUNS_MAX) {
        fprintf(stderr, "usage: run_timed RUNS COMMAND [ARG...] [-- COMMAND [ARG...]]...\n");
        return 2;
    }
    struct commands commands = part(argv + 2, argc - 2);
    for (int i = 0; i < runs; i++)
        for (int k = 0; k < commands.n; k++) costs[k][i] = run(commands.at[k]);
    for (int k = 0; k < commands.n; k++) print(costs[k], costs[0], runs);
    return 0;
}
