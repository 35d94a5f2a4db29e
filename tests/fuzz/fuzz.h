/* What every fuzz target offers; run by libFuzzer (./dev fuzz) or by replay.c over the corpus. */
#ifndef EFFCHECK_FUZZ_H
#define EFFCHECK_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* A promise that holds for every input; unlike assert it holds in every build. */
#define PROMISE(holds)                                                                                                                     \
    do {                                                                                                                                   \
        if (!(holds)) {                                                                                                                    \
            fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #holds);                                                            \
            abort();                                                                                                                       \
        }                                                                                                                                  \
    } while (0)

#endif
