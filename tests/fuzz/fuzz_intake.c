/* A whole file, from bytes to lines of a ledger: every row is accounted for, whatever the file holds, and two readers see what one sees. */
#include "effcheck/intake.h"
#include "input_file.h"
#include "intake_dump.h"

struct fixed {
    struct arena arena;
    struct pack pack;
    struct intake_rules rules;
    bool ready;
};

static void make_ready(struct fixed *fixed)
{
    struct diags diags = {.arena = &fixed->arena};
    PROMISE(pack_load(&fixed->pack, S(SOURCE_DIR "/rules/inpres-1-2025"), &fixed->arena, &diags));
    PROMISE(intake_rules_load(&fixed->rules, &fixed->pack, &fixed->arena, &diags));
    fixed->ready = atexit(remove_at_exit) == 0;
}

static void promise_balanced(const struct input_file *file)
{
    PROMISE(file->rows_read == file->rows_used + file->rows_rejected + input_file_excluded(file));
}

static void compare_readers(const struct fixed *fixed, struct str path)
{
    struct arena arena = {0};
    struct str said[2];
    for (size_t i = 0; i < 2; i++) {
        struct intake intake = {0};
        intake_read(&intake, &fixed->rules, path, (struct intake_options){.amounts_needed = true, .halves_from = i});
        said[i] = intake_dump(&arena, &intake);
        intake_release(&intake);
    }
    PROMISE(str_eq(said[0], said[1]));
    arena_release(&arena);
}

/* The same table twice: as another file, or as original budget. */
static void join(const struct fixed *fixed, struct str path, bool baseline)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct ledger ledger;
    ledger_begin(&ledger, &arena, &diags);
    for (int i = 0; i < 2; i++) {
        struct intake intake = {0};
        if (i && !baseline) append_line_end(path.p);
        intake_read(&intake, &fixed->rules, path, (struct intake_options){.baseline = baseline && i, .amounts_needed = true});
        promise_balanced(&intake.info);
        ledger_add(&ledger, &intake);
        intake_release(&intake);
    }
    ledger_end(&ledger);
    for (size_t f = 0; f < ledger.files.n; f++) promise_balanced(&ledger.files.at[f]);
    for (size_t l = 0; l < ledger.lines.n; l++) PROMISE(ledger.lines.at[l].unit < ledger.units.n);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static struct fixed fixed;
    char path[INPUT_PATH];
    if (n < 2) return 0;
    if (!fixed.ready) make_ready(&fixed);
    write_input(path, bytes + 1, n - 1);
    compare_readers(&fixed, str_from(path));
    join(&fixed, str_from(path), bytes[0] & 1);
    return 0;
}
