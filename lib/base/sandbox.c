#define _GNU_SOURCE /* O_PATH */
#include "effcheck/sandbox.h"

#if defined __linux__ && !defined EFFCHECK_NO_SANDBOX

#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* linux/landlock.h as of Linux 6.12: the header of an older system lacks what its kernel may have. */
enum { LANDLOCK_CREATE = 444, LANDLOCK_ADD = 445, LANDLOCK_RESTRICT = 446 }; /* the numbers of the calls, the same on every machine */
enum { ASK_VERSION = 1, RULE_PATH_BENEATH = 1 };
enum {
    EXECUTE = 1 << 0, WRITE_FILE = 1 << 1, REMOVE_DIR = 1 << 4, REMOVE_FILE = 1 << 5, MAKE_CHAR = 1 << 6, MAKE_DIR = 1 << 7,
    MAKE_REG = 1 << 8, MAKE_SOCK = 1 << 9, MAKE_FIFO = 1 << 10, MAKE_BLOCK = 1 << 11, MAKE_SYM = 1 << 12, TRUNCATE = 1 << 14
};
enum { BIND_TCP = 1 << 0, CONNECT_TCP = 1 << 1 };

struct ruleset {
    uint64_t files, net;
};

struct __attribute__((packed)) path_rule {
    uint64_t allowed;
    int32_t parent;
};

/* An older kernel takes a longer struct as long as what it does not know is 0. */
static struct ruleset known_to(long version)
{
    struct ruleset rules = {.files = EXECUTE | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_CHAR | MAKE_DIR | MAKE_REG | MAKE_SOCK | MAKE_FIFO |
                                     MAKE_BLOCK | MAKE_SYM};
    enum { SINCE_TRUNCATE = 3, SINCE_NET = 4 };
    if (version >= SINCE_TRUNCATE) rules.files |= TRUNCATE;
    if (version >= SINCE_NET) rules.net = BIND_TCP | CONNECT_TCP;
    return rules;
}

static void allow(int ruleset, const char *path, uint64_t what)
{
    struct path_rule rule = {.allowed = what, .parent = open(path, O_PATH | O_CLOEXEC)};
    if (rule.parent < 0) return; /* writing there will fail, and say why */
    syscall(LANDLOCK_ADD, ruleset, RULE_PATH_BENEATH, &rule, 0);
    close(rule.parent);
}

static void allow_output(int ruleset, struct str path, uint64_t handled)
{
    struct stat there;
    char folder[PATH_MAX];
    if (stat(path.p, &there) == 0 && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode)) {
        allow(ruleset, path.p, handled & (WRITE_FILE | TRUNCATE));
        return;
    }
    while (path.n > 1 && path.p[path.n - 1] == '/') path.n--;
    while (path.n && path.p[path.n - 1] != '/') path.n--;
    int n = snprintf(folder, sizeof folder, "%.*s", STR_ARG(path));
    if (n >= 0 && (size_t)n < sizeof folder) allow(ruleset, n ? folder : ".", handled & (WRITE_FILE | TRUNCATE | REMOVE_FILE | MAKE_REG | MAKE_DIR));
}

enum sandbox_strength sandbox_enter(const struct str *outputs, size_t n)
{
    long version = syscall(LANDLOCK_CREATE, NULL, 0, ASK_VERSION);
    if (version < 1) return SANDBOX_NONE;
    struct ruleset rules = known_to(version);
    int ruleset = (int)syscall(LANDLOCK_CREATE, &rules, sizeof rules, 0);
    if (ruleset < 0) return SANDBOX_NONE;
    for (size_t i = 0; i < n; i++) allow_output(ruleset, outputs[i], rules.files);
    bool entered = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && syscall(LANDLOCK_RESTRICT, ruleset, 0) == 0;
    close(ruleset);
    return !entered ? SANDBOX_NONE : rules.net ? SANDBOX_NET : SANDBOX_FILES;
}

#else

enum sandbox_strength sandbox_enter(const struct str *outputs, size_t n)
{
    (void)outputs, (void)n;
    return SANDBOX_NONE;
}

#endif
