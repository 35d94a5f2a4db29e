/* The tables that a region lays over a pack or beside it: the first byte says whether the rest is exceptions, overrides or a policy. */
#include "effcheck/exceptions.h"
#include "input_file.h"

#define PACK SOURCE_DIR "/rules/inpres-1-2025"

struct fixed {
    struct arena arena;
    struct pack pack;
    bool ready;
};

static void make_ready(struct fixed *fixed)
{
    struct diags diags = {.arena = &fixed->arena};
    PROMISE(pack_load(&fixed->pack, S(PACK), &fixed->arena, &diags));
    fixed->ready = atexit(remove_at_exit) == 0;
}

static bool load(const struct fixed *fixed, unsigned kind, struct str path, struct arena *arena, struct diags *diags)
{
    enum { EXCEPTIONS, OVERRIDES, POLICY, KINDS };
    struct pack_local local = {.today = {2026, 1, 1}};
    struct pack pack;
    struct exceptions exceptions;
    if (kind % KINDS == EXCEPTIONS) return exceptions_load(&exceptions, path, &fixed->pack, local.today, arena, diags);
    if (kind % KINDS == OVERRIDES) local.override = path;
    else local.policy = path;
    return pack_load_local(&pack, S(PACK), &local, arena, diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static struct fixed fixed;
    char path[INPUT_PATH];
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    if (n == 0) return 0;
    if (!fixed.ready) make_ready(&fixed);
    write_input(path, bytes + 1, n - 1);
    bool good = load(&fixed, bytes[0], str_from(path), &arena, &diags);
    PROMISE(good || diags.list.n > 0);
    arena_release(&arena);
    return 0;
}
