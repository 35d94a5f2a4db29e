#include "effcheck/diag.h"

struct kind_info {
    const char *slug;
    enum diag_level level;
    enum exit_status status;
    const char *sentence[2];
};

static const struct kind_info KINDS[DIAG_KIND_COUNT] = {
#define DIAG(kind, slug, level, status, text_id, text_en) {slug, level, status, {text_id, text_en}},
#include "effcheck/diag_kinds.h"
#undef DIAG
};

void diag_add(struct diags *diags, struct diag diag)
{
    struct str *const slices[] = {&diag.file, &diag.column, &diag.value, &diag.detail};
    for (size_t i = 0; i < sizeof slices / sizeof *slices; i++) *slices[i] = str_copy(diags->arena, *slices[i]);
    *array_push(diags->arena, &diags->list) = diag;
}

void diag_merge(struct diags *diags, const struct diags *more)
{
    for (size_t i = 0; i < more->list.n; i++) diag_add(diags, more->list.at[i]);
}

enum diag_level diag_level(enum diag_kind kind)
{
    return KINDS[kind].level;
}

const char *diag_slug(enum diag_kind kind)
{
    return KINDS[kind].slug;
}

enum exit_status diag_status(const struct diags *diags)
{
    enum exit_status worst = EXIT_CLEAN;
    for (size_t i = 0; i < diags->list.n; i++)
        if (KINDS[diags->list.at[i].kind].status > worst) worst = KINDS[diags->list.at[i].kind].status;
    return worst;
}

/* The longest piece of a user's file that a message repeats, in bytes; the rest is "…". Details may be lists of the program. */
enum { QUOTE_MAX = 120, DETAIL_MAX = 4000 };

/* One line, short: control characters become blanks, long values are cut at a character. */
static struct str quotable(struct arena *arena, struct str s, size_t longest)
{
    bool cut = s.n > longest;
    size_t n = cut ? longest : s.n;
    while (cut && n && ((unsigned char)s.p[n] & 0xC0) == 0x80) n--;
    char *copy = arena_alloc(arena, n + 1);
    for (size_t i = 0; i < n; i++) copy[i] = (unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7F ? ' ' : s.p[i];
    return cut ? str_join(arena, (struct str){copy, n}, S("…")) : (struct str){copy, n};
}

/* The value of the placeholder at the start of `s` and its length; length 0 when none starts here. */
static struct str placeholder(struct arena *arena, const struct diag *diag, struct str s, size_t *length)
{
    static const struct str names[] = {{"{value}", 7}, {"{column}", 8}, {"{detail}", 8}};
    const struct str values[] = {diag->value, diag->column, diag->detail};
    static const size_t longest[] = {QUOTE_MAX, QUOTE_MAX, DETAIL_MAX};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!str_starts(s, names[i])) continue;
        *length = names[i].n;
        return quotable(arena, values[i], longest[i]);
    }
    *length = 0;
    return (struct str){0};
}

struct str diag_sentence(struct arena *arena, const struct diag *diag, bool english)
{
    struct str rest = str_from(KINDS[diag->kind].sentence[english]), out = {0};
    while (rest.n) {
        size_t length, brace = str_find(rest, '{');
        out = str_join(arena, out, str_sub(rest, 0, brace));
        rest = str_sub(rest, brace, rest.n);
        struct str value = placeholder(arena, diag, rest, &length);
        if (length == 0 && rest.n) value = str_sub(rest, 0, length = 1);
        out = str_join(arena, out, value);
        rest = str_sub(rest, length, rest.n);
    }
    return out;
}

void diag_print(FILE *out, const struct diag *diag, bool english)
{
    static const char *const levels[2][3] = {{"info", "peringatan", "kesalahan"}, {"info", "warning", "error"}};
    struct arena scratch = {0};
    struct str sentence = diag_sentence(&scratch, diag, english);
    if (diag->file.n) fprintf(out, "%.*s:", STR_ARG(diag->file));
    if (diag->line) fprintf(out, "%u:", diag->line);
    if (diag->column_no) fprintf(out, "%u:", diag->column_no);
    fprintf(out, "%s%s: %.*s [%s]\n", diag->file.n ? " " : "", levels[english][diag_level(diag->kind)], STR_ARG(sentence), diag_slug(diag->kind));
    arena_release(&scratch);
}
