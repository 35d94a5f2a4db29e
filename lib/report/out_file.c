#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "effcheck/report.h"
#include "replace.h"

/* /dev/stdout, a pipe: written to as it is, never renamed over. */
static bool is_stream(const char *path)
{
    struct stat there;
    return stat(path, &there) == 0 && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode);
}

typedef bool write_fn(FILE *out, const struct audit *audit, const struct run_options *options);

struct writing {
    write_fn *write; /* NULL = the web page, which tells of the messages too */
    const struct audit *audit;
    const struct run_options *options;
    const struct diags *diags;
};

static bool write_out(FILE *out, const struct writing *w)
{
    return w->write ? w->write(out, w->audit, w->options) : report_html(out, w->audit, w->options, w->diags);
}

static bool write_to(const char *path, const struct writing *writing, struct str *error)
{
    FILE *out = fopen(path, "wb");
    bool written = out && write_out(out, writing);
    int why = errno;
    if (out && fclose(out) != 0) {
        if (written) why = errno;
        written = false;
    }
    if (!written) *error = str_from(strerror(why));
    return written;
}

static bool replace(struct str path, const struct writing *writing, struct arena *arena, struct str *error)
{
    struct replacement replacement;
    if (!replacement_begin(&replacement, path, arena, error)) return false;
    bool done = write_to(replacement.temporary.p, writing, error) && replacement_commit(&replacement, arena, error);
    if (!done) replacement_discard(&replacement);
    return done;
}

static bool write_file(const struct writing *writing, struct str path, struct diags *errors)
{
    struct arena arena = {.out_of_memory = writing->audit->arena->out_of_memory};
    struct str error = {0}, name = str_copy(&arena, path);
    bool done = is_stream(name.p) ? write_to(name.p, writing, &error) : replace(name, writing, &arena, &error);
    if (!done) diag_add(errors, (struct diag){.kind = DIAG_OUTPUT_OPEN, .file = path, .detail = error});
    arena_release(&arena);
    return done;
}

bool report_json_file(const struct audit *audit, const struct run_options *options, struct str path, struct diags *errors)
{
    return write_file(&(struct writing){report_json, audit, options, NULL}, path, errors);
}

bool report_rejects_file(const struct audit *audit, const struct run_options *options, struct str path, struct diags *errors)
{
    return write_file(&(struct writing){report_rejects, audit, options, NULL}, path, errors);
}

bool report_findings_file(const struct audit *audit, const struct run_options *options, struct str path, struct diags *errors)
{
    return write_file(&(struct writing){report_findings, audit, options, NULL}, path, errors);
}

bool report_html_file(const struct audit *audit, const struct run_options *options, const struct diags *diags, struct str path,
                      struct diags *errors)
{
    return write_file(&(struct writing){NULL, audit, options, diags}, path, errors);
}
