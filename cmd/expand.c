#include "expand.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

static bool is_pattern(struct str name)
{
    struct stat status;
    if (str_find(name, '*') == name.n && str_find(name, '?') == name.n) return false;
    return stat(name.p, &status) != 0; /* a file may well be called "a?.csv" */
}

static size_t expand_pattern(struct str pattern, paths *files, struct arena *arena)
{
    size_t found = 0;
    struct str folder = str_folder(pattern), last = str_base_name(pattern);
    DIR *dir = opendir(folder.n ? str_copy(arena, folder).p : ".");
    if (!dir) return 0;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        struct str name = str_from(entry->d_name);
        if (name.p[0] == '.' || !str_matches(last, name)) continue;
        *array_push(arena, files) = str_join(arena, folder, name);
        found++;
    }
    closedir(dir);
    return found;
}

static int by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

bool expand(const paths *patterns, paths *files, struct arena *arena, struct diags *diags)
{
    bool good = true;
    for (size_t i = 0; i < patterns->n; i++) {
        struct str pattern = patterns->at[i];
        if (!is_pattern(pattern)) *array_push(arena, files) = pattern;
        else if (expand_pattern(pattern, files, arena) == 0) {
            diag_add(diags, (struct diag){.kind = DIAG_NO_MATCH, .value = pattern});
            good = false;
        }
    }
    if (files->n) qsort(files->at, files->n, sizeof *files->at, by_bytes);
    size_t kept = 0;
    for (size_t i = 0; i < files->n; i++)
        if (kept == 0 || !str_eq(files->at[kept - 1], files->at[i])) files->at[kept++] = files->at[i];
    files->n = kept;
    return good;
}
