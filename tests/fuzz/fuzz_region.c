/* The tables that a region lays over a pack or beside it: the first byte says whether the rest is overrides, a policy or exceptions. */
#include "effcheck/exceptions.h"
#include "input_file.h"

#define PACK SOURCE_DIR "/rules/inpres-1-2025"

static bool load(unsigned kind, struct str path, struct arena *arena, struct diags *diags)
{
    enum { OVERRIDES, POLICY, KINDS };
    struct pack_local local = {.today = {2026, 1, 1}};
    struct pack pack;
    struct exceptions exceptions;
    if (kind % (KINDS + 1) == OVERRIDES) local.override = path;
    if (kind % (KINDS + 1) == POLICY) local.policy = path;
    if (!pack_load_local(&pack, S(PACK), &local, arena, diags)) return false;
    return kind % (KINDS + 1) < KINDS || exceptions_load(&exceptions, path, &pack, local.today, arena, diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static bool registered;
    char path[INPUT_PATH];
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    if (n == 0) return 0;
    if (!registered) registered = atexit(remove_at_exit) == 0;
    write_input(path, bytes + 1, n - 1);
    bool good = load(bytes[0], str_from(path), &arena, &diags);
    PROMISE(good || diags.list.n > 0);
    arena_release(&arena);
    return 0;
}
