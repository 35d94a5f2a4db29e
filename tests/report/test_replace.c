/* A new file takes the place of an old one at once or not at all, and nothing of ours stays behind when it does not. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "replace.h"
#include "testing.h"

static void put(const char *path, const char *text)
{
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_true(fputs(text, out) >= 0);
    assert_int_equal(fclose(out), 0);
}

static void assert_file(const char *path, const char *text)
{
    char got[64] = {0};
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    got[fread(got, 1, sizeof got - 1, in)] = '\0';
    fclose(in);
    assert_string_equal(got, text);
}

/* How many files the folder of the test holds; all of them are removed when `clear`. */
static size_t files(bool clear)
{
    size_t n = 0;
    DIR *folder = opendir(".");
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.' && (!entry->d_name[1] || !strcmp(entry->d_name, ".."))) continue;
        n++;
        if (clear && remove(entry->d_name) != 0) fail_msg("%s stays", entry->d_name);
    }
    closedir(folder);
    return n;
}

static struct replacement begin(struct arena *arena, const char *path)
{
    struct replacement r;
    struct str error = {0};
    bool begun = replacement_begin(&r, str_from(path), arena, &error);
    assert_text(error, "", "the error of the beginning");
    assert_true(begun);
    put(r.temporary.p, "new");
    return r;
}

/* ---- places ---- */

static const struct place_row {
    const char *name, *path, *error; /* error empty = written */
} PLACES[] = {
    {"a new file", "new", ""},
    {"an old file", "old", ""},
    {"a folder with two slashes", "folder//new", ""},
    {"a folder", "folder", "folder: Is a directory"},
    {"a device", "/dev/null", "/dev/null: Invalid argument"},
    {"no folder", "none/new", "none/new: No such file or directory"},
    {"no name", "", "\"\": No such file or directory"},
};

static void test_place(void **state)
{
    const struct place_row *row = *state;
    struct arena arena = {0};
    struct replacement r;
    struct str error = {0};
    assert_int_equal(mkdir("folder", 0755), 0);
    put("old", "old");
    bool begun = replacement_begin(&r, str_from(row->path), &arena, &error);
    assert_number(begun, !row->error[0], "begun");
    assert_text(error, row->error, "the error");
    if (begun) {
        put(r.temporary.p, "new");
        assert_true(replacement_commit(&r, &arena, &error));
        assert_file(row->path, "new");
        assert_int_equal(remove(row->path), 0);
    }
    remove("old");
    assert_int_equal(files(true), 1); /* the folder */
    arena_release(&arena);
}

/* ---- what may happen between the beginning and the end ---- */

/* The place has become a folder: the renaming fails, and no file of ours stays. */
static void test_place_taken(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str error = {0};
    struct replacement r = begin(&arena, "x");
    assert_int_equal(mkdir("x", 0755), 0);
    assert_false(replacement_commit(&r, &arena, &error));
    assert_text(error, "x: Is a directory", "the error");
    replacement_discard(&r);
    assert_int_equal(files(true), 1);
    arena_release(&arena);
}

/* The file that was to be renamed cannot be opened, or not flushed. */
static void test_not_flushed(void **state)
{
    (void)state;
    static const char *const temporaries[] = {"none", "/dev/full"};
    for (size_t i = 0; i < COUNT(temporaries); i++) {
        struct arena arena = {0};
        struct str error = {0}, beside;
        struct replacement r = begin(&arena, "x");
        r.temporary = str_from(temporaries[i]);
        assert_false(i ? replacement_commit_or_beside(&r, &arena, &beside, &error) : replacement_commit(&r, &arena, &error));
        assert_text(error, i ? "x: Invalid argument" : "x: No such file or directory", "the error");
        replacement_discard(&r);
        assert_int_equal(files(true), 0);
        arena_release(&arena);
    }
}

static struct str temporary_name(struct arena *arena, int i) { return str_format(arena, "x.%ld-%d.tmp", (long)getpid(), i); }

/* Names that are taken, as after a run that was killed: the next one is tried, a hundred of them. */
static void test_names_taken(void **state)
{
    (void)state;
    enum { NAMES = 100 };
    for (int taken = 1; taken <= NAMES; taken += NAMES - 1) {
        struct arena arena = {0};
        struct str error = {0};
        struct replacement r = begin(&arena, "x");
        for (int i = 0; i < taken; i++) put(temporary_name(&arena, i).p, "old");
        assert_number(replacement_commit(&r, &arena, &error), taken < NAMES, "done");
        assert_text(error, taken < NAMES ? "" : "x: File exists", "the error");
        if (taken == NAMES) replacement_discard(&r);
        assert_int_equal(files(true), taken < NAMES ? taken + 1 : taken);
        arena_release(&arena);
    }
}

/* Where the system has no files without a name: they have one from the beginning, and lose it in the end. */
static void test_named(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct scratch scratch = {.path = S("x.tmp"), .name = S("x"), .nameless = -1};
    put("x.tmp", "new");
    assert_text(scratch_named(&scratch, &arena), "x.tmp", "the name");
    scratch_close(&scratch);
    assert_int_equal(files(false), 1);
    scratch_discard(&scratch);
    assert_int_equal(files(false), 0);
    scratch_discard(&(struct scratch){.nameless = -1}); /* nothing was opened */

    struct str error = {0};
    struct replacement r = {.path = S("folder"), .temporary = S("x.tmp"), .folder = S("."), .scratch = scratch};
    put("x.tmp", "new");
    assert_int_equal(mkdir("folder", 0755), 0);
    assert_false(replacement_commit(&r, &arena, &error));
    assert_int_equal(files(false), 2); /* the caller discards what had a name */
    replacement_discard(&r);
    assert_int_equal(files(true), 1);
    arena_release(&arena);
}

/* ---- workbooks that are open ---- */

static const struct open_row {
    const char *name, *path, *there[3]; /* a name with / behind it is a folder */
    const char *beside, *error;         /* beside empty = in its place */
} OPEN[] = {
    {"nobody has it open", "a.xlsx", {"a.xlsx"}, "", ""},
    {"Excel has", "a.xlsx", {"~$a.xlsx"}, "a (2).xlsx", "~$a.xlsx"},
    {"LibreOffice has", "a.xlsx", {".~lock.a.xlsx#"}, "a (2).xlsx", ".~lock.a.xlsx#"},
    {"the second name is taken", "a.xlsx", {"~$a.xlsx", "a (2).xlsx"}, "a (3).xlsx", "~$a.xlsx"},
    {"a name without extension", "a", {"~$a"}, "a (2)", "~$a"},
    {"a dot in the folder only", "./a", {"~$a"}, "./a (2)", "./~$a"},
    {"the renaming is refused", "a.xlsx", {"a.xlsx/"}, "a (2).xlsx", "a.xlsx: Is a directory"},
};

static void test_open(void **state)
{
    const struct open_row *row = *state;
    struct arena arena = {0};
    struct str error = {0}, beside;
    struct replacement r = begin(&arena, row->path);
    size_t there = 0;
    for (; there < COUNT(row->there) && row->there[there]; there++) {
        const char *name = row->there[there];
        if (name[strlen(name) - 1] == '/') assert_int_equal(mkdir(name, 0755), 0);
        else put(name, "old");
    }
    assert_true(replacement_commit_or_beside(&r, &arena, &beside, &error));
    assert_text(beside, row->beside, "the name beside");
    assert_text(error, row->error, "why");
    assert_file(row->beside[0] ? row->beside : row->path, "new");
    assert_int_equal(files(true), there + (row->beside[0] != '\0'));
    arena_release(&arena);
}

static void test_all_names_taken(void **state)
{
    (void)state;
    enum { LAST = 99 };
    struct arena arena = {0};
    struct str error = {0}, beside;
    struct replacement r = begin(&arena, "a.xlsx");
    put("~$a.xlsx", "somebody");
    for (int i = 2; i <= LAST; i++) put(str_format(&arena, "a (%d).xlsx", i).p, "old");
    assert_false(replacement_commit_or_beside(&r, &arena, &beside, &error));
    assert_text(beside, "", "the name beside");
    assert_text(error, "~$a.xlsx", "why");
    replacement_discard(&r);
    assert_file("a (99).xlsx", "old");
    assert_int_equal(files(true), LAST);
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "place", PLACES, test_place);
    suite_test(&suite, "a place that became a folder", test_place_taken);
    suite_test(&suite, "what cannot be flushed", test_not_flushed);
    suite_test(&suite, "names that are taken", test_names_taken);
    suite_test(&suite, "files with a name", test_named);
    suite_rows(&suite, "workbooks that are open", OPEN, test_open);
    suite_test(&suite, "all names taken", test_all_names_taken);
    return suite_run(&suite, "replace");
}
