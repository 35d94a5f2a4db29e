#include <stdio.h>
#include <unistd.h>

#include "options.h"
#include "run.h"

/* Nothing can be allocated any more: say so with the little that needs no memory, and leave every old file as it is. */
static void out_of_memory(void)
{
    static const char message[] = "effcheck: kehabisan memori; laporan lama tidak diubah / out of memory; the old report is untouched\n";
    ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
    (void)ignored;
    _exit(EXIT_OUTPUT);
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
        status = run(&options, argc ? argv[0] : "", &arena);
    }
    arena_release(&arena);
    return (int)status;
}
