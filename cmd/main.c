#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "effcheck/sandbox.h"
#include "job.h"
#include "memory.h"
#include "options.h"
#include "run.h"

/* Where the program lies, for the rules beside it: the system's answer where there is one, else what it was called. */
static const char *program_path(const char *called, char *buffer, size_t size)
{
    ssize_t n = readlink("/proc/self/exe", buffer, size - 1);
    if (n <= 0) return called;
    buffer[n] = '\0';
    return buffer;
}

/* What was printed reached its place; a full disk often tells only now. */
static enum exit_status check_stdout(enum exit_status status)
{
    if (fflush(stdout) == 0 && !ferror(stdout)) return status;
    if (status < EXIT_OUTPUT) fprintf(stderr, "effcheck: keluaran tidak dapat ditulis / output could not be written: %s\n", strerror(errno));
    return EXIT_OUTPUT;
}

static void enter_sandbox(const struct options *options, struct arena *arena)
{
    struct str outputs[OPTIONS_OUTPUTS_MAX + 1];
    size_t n = options->command == COMMAND_VERIFY ? verify_scratch(outputs, arena) : options_outputs(options, outputs);
#ifdef __clang__
    outputs[n++] = S("/dev/shm/__KMP_REGISTERED_LIB"); /* where the OpenMP of clang notes that it runs; without that it aborts */
#endif
    sandbox_enter(outputs, n);
}

int main(int argc, char **argv)
{
    struct arena arena = {.out_of_memory = out_of_memory};
    struct options options;
    struct str error = {0};
    enum exit_status status = EXIT_CLEAN;
    if (!options_parse(&options, argc, argv, &arena, &error)) {
        fprintf(stderr, "effcheck: %.*s\n", STR_ARG(error));
        status = EXIT_USAGE;
    } else if (options.version) {
        puts("effcheck " EFFCHECK_VERSION);
    } else if (options.help) {
        options_help(&options);
    } else {
        char path[4096];
        enter_sandbox(&options, &arena);
        status = run(&options, program_path(argc ? argv[0] : "", path, sizeof path), &arena);
    }
    arena_release(&arena);
    return (int)check_stdout(status);
}
