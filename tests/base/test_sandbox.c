/* What the program can still do after it has locked itself in. Each question is asked in a process of its own: there is no way back. */
#include "effcheck/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "testing.h"

#ifdef __linux__
#include <netinet/in.h>

enum { NO_SANDBOX = 77 };

static int file(const char *path, int mode)
{
    int fd = open(path, mode, 0600);
    if (fd >= 0) close(fd);
    return fd < 0 ? errno : 0;
}

static int result(int status) { return status == 0 ? 0 : errno; }

static int connect_nowhere(void)
{
    struct sockaddr_in nobody = {.sin_family = AF_INET, .sin_port = 0x0100, .sin_addr.s_addr = 0x0100007f};
    return result(connect(socket(AF_INET, SOCK_STREAM, 0), (struct sockaddr *)&nobody, sizeof nobody));
}

static int write_beside(void) { return file("out/other.txt", O_WRONLY | O_CREAT); }
static int overwrite_beside(void) { return file("out/there.txt", O_WRONLY | O_TRUNC); }
static int rename_beside(void) { return result(rename("out/there.txt", "out/report.xlsx")); }
static int remove_beside(void) { return result(remove("out/there.txt")); }
static int make_folder(void) { return result(mkdir("out/per-opd", 0700)); }
static int write_elsewhere(void) { return file("new.txt", O_WRONLY | O_CREAT); }
static int overwrite_input(void) { return file("input.csv", O_WRONLY); }
static int truncate_input(void) { return result(truncate("input.csv", 0)); }
static int remove_input(void) { return result(remove("input.csv")); }
static int move_input(void) { return result(rename("input.csv", "out/input.csv")); }
static int link_name(void) { return result(symlink("input.csv", "out/name")); }
static int read_input(void) { return file("input.csv", O_RDONLY); }
static int write_device(void) { return file("/dev/null", O_WRONLY); }
static int write_other_device(void) { return file("/dev/zero", O_WRONLY); }
static int start_program(void) { return result(execl("/bin/true", "true", (char *)NULL)); }

static const struct question {
    const char *name;
    int (*ask)(void);
    int answer; /* errno, 0 = allowed */
    enum sandbox_strength needs;
} QUESTIONS[] = {
    {"a file beside the output", write_beside, 0, SANDBOX_FILES},
    {"overwriting beside the output", overwrite_beside, 0, SANDBOX_FILES},
    {"renaming onto the output", rename_beside, 0, SANDBOX_FILES},
    {"removing beside the output", remove_beside, 0, SANDBOX_FILES},
    {"a folder beside the output", make_folder, 0, SANDBOX_FILES},
    {"reading an input", read_input, 0, SANDBOX_FILES},
    {"a device that is an output", write_device, 0, SANDBOX_FILES},
    {"another device", write_other_device, EACCES, SANDBOX_FILES},
    {"a file elsewhere", write_elsewhere, EACCES, SANDBOX_FILES},
    {"overwriting an input", overwrite_input, EACCES, SANDBOX_FILES},
    {"cutting an input", truncate_input, EACCES, SANDBOX_NET}, /* as old as the network: Linux 6.2 and 6.7 */
    {"removing an input", remove_input, EACCES, SANDBOX_FILES},
    {"moving an input away", move_input, EACCES, SANDBOX_FILES},
    {"a link beside the output", link_name, EACCES, SANDBOX_FILES},
    {"another program", start_program, EACCES, SANDBOX_FILES},
    {"the network", connect_nowhere, EACCES, SANDBOX_NET},
};

static void fill(const char *folder)
{
    if (chdir(folder) != 0) _exit(1);
    mkdir("out", 0700);
    file("out/there.txt", O_WRONLY | O_CREAT);
    file("input.csv", O_WRONLY | O_CREAT);
}

static void clear(const char *folder)
{
    static const char *const there[] = {"out/there.txt", "out/other.txt", "out/report.xlsx", "out/input.csv", "out/name", "out/per-opd", "out",
                                        "input.csv", "new.txt"};
    assert_return_code(chdir(folder), errno);
    for (size_t i = 0; i < COUNT(there); i++) remove(there[i]);
    assert_return_code(chdir("/"), errno);
    assert_return_code(rmdir(folder), errno);
}

static void test_question(void **state)
{
    const struct question *question = *state;
    const struct str outputs[] = {S("out/report.xlsx"), S("/dev/null")};
    char folder[] = "/tmp/effcheck-sandbox-XXXXXX";
    int status;
    assert_non_null(mkdtemp(folder));
    pid_t child = fork();
    if (child == 0) {
        fill(folder);
        enum sandbox_strength strength = sandbox_enter(outputs, COUNT(outputs));
        _exit(strength < question->needs ? NO_SANDBOX : question->ask());
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    clear(folder);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == NO_SANDBOX) skip();
    assert_number(WEXITSTATUS(status), question->answer, "the error");
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "sandbox", QUESTIONS, test_question);
    return suite_run(&suite, "sandbox");
}

#else
int main(void) { return 0; }
#endif
