/*
 * replay FOLDER...
 *
 * Runs a fuzz target over every file of the folders, in the order of their names: the corpus as an ordinary test, for any compiler.
 */
#include <dirent.h>
#include <errno.h>
#include <string.h>

#include "fuzz.h"

static int run_file(const char *path)
{
    FILE *in = fopen(path, "rb");
    size_t cap = 1 << 16, n = 0, got;
    uint8_t *bytes = malloc(cap);
    if (!in || !bytes) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        free(bytes);
        return 1;
    }
    while ((got = fread(bytes + n, 1, cap - n, in)) > 0) {
        n += got;
        if (n < cap) continue;
        uint8_t *more = realloc(bytes, cap *= 2);
        if (!more) abort();
        bytes = more;
    }
    fclose(in);
    uint8_t *exact = malloc(n ? n : 1); /* so that a sanitizer sees a read beyond the end */
    if (!exact) abort();
    memcpy(exact, bytes, n);
    free(bytes);
    LLVMFuzzerTestOneInput(exact, n);
    free(exact);
    return 0;
}

static int run_folder(const char *folder)
{
    struct dirent **names;
    int n = scandir(folder, &names, NULL, alphasort), bad = n < 0, files = 0;
    for (int i = 0; i < n; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        if (names[i]->d_name[0] != '.') {
            bad |= run_file(path);
            files++;
        }
        free(names[i]);
    }
    if (n >= 0) free(names);
    printf("%s: %d files\n", folder, files);
    return bad || files == 0;
}

int main(int argc, char **argv)
{
    int bad = argc < 2;
    for (int i = 1; i < argc; i++) bad |= run_folder(argv[i]);
    return bad;
}
