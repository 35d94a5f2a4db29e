/* The id of a finding about a file says what the file holds, never what it is called or where it stands among the others. */
#include "made_audit.h"

#define TRAVEL "5.1.02.04.01.0001"
#define POWER "5.1.02.02.01.0061"

enum { FILES = 3, UNITS = 2 };

struct file {
    const char *path; /* NULL ends the list */
    int unit;
    const char *account;
    bool differs, spent_only, copy;
    int8_t month;
};

static void add_file(struct made *m, const struct file *file, uint32_t index)
{
    struct input_file info = {.path = str_from(file->path), .opened = true, .year = 2025, .dialect = {.delimiter = ','}};
    info.reconciled = file->differs ? 0 : 1;
    info.measures = file->spent_only ? 1u << REALISASI : 7;
    info.twin = file->copy ? index : 0; /* the file before it was counted */
    info.sha256[0] = (char)('a' + index);
    if (file->month) *array_push(&m->arena, &info.months) = (struct month_sum){.month = {2025, file->month, 0}, .lines = 1};
    if (index) *array_push(&m->arena, &m->ledger.files) = info;
    else m->ledger.files.at[0] = info;
    if (file->copy) return;
    made_add(m, &(struct made_line){.account = file->account, .of = {file->spent_only ? NONE : 100, file->spent_only ? NONE : 100, 50}, .unit = file->unit});
    m->ledger.lines.at[m->ledger.lines.n - 1].file = index;
}

/* The ids of the findings of the reconciliation, by unit: "unit:id " in the order of the ids. */
static void ids_of(const struct file *files, char *out, size_t size)
{
    struct made m;
    made_begin(&m);
    made_unit(&m, "1.01", "Dinas Satu");
    made_unit(&m, "1.02", "Dinas Dua");
    for (uint32_t i = 0; i < FILES && files[i].path; i++) add_file(&m, &files[i], i);
    made_run(&m, (struct date){0});
    uint16_t check = made_check(&m, "Q02");
    *out = '\0';
    for (size_t i = 0; i < m.audit.findings.n; i++) {
        const struct finding *finding = &m.audit.findings.at[i];
        if (finding->check != check) continue;
        size_t n = strlen(out);
        snprintf(out + n, size - n, "%u:%.*s ", finding->about, STR_ARG(finding->id));
    }
    made_end(&m);
}

static const struct row {
    const char *name;
    struct file before[FILES + 1], after[FILES + 1];
    bool same;
} ROWS[] = {
    {"another name", {{"a.csv", 0, TRAVEL, .differs = true}}, {{"rename.csv", 0, TRAVEL, .differs = true}}, true},
    {"another unit", {{"a.csv", 0, TRAVEL, .differs = true}}, {{"a.csv", 1, TRAVEL, .differs = true}}, false},
    {"another place in the order", {{"a.csv", 0, TRAVEL, .differs = true}, {"b.csv", 1, TRAVEL, .differs = false}}, {{"a.csv", 1, TRAVEL, .differs = false}, {"b.csv", 0, TRAVEL, .differs = true}}, true},
    {"spending is not a budget", {{"a.csv", 0, TRAVEL, .differs = true}}, {{"a.csv", 0, TRAVEL, .differs = true, .spent_only = true}}, false},
    {"another month", {{"a.csv", 0, TRAVEL, .differs = true, .month = 1}}, {{"a.csv", 0, TRAVEL, .differs = true, .month = 2}}, false},
    {"two files of a unit, renamed", {{"a.csv", 0, TRAVEL, .differs = true}, {"b.csv", 0, POWER, .differs = false}}, {{"x.csv", 0, POWER, .differs = false}, {"y.csv", 0, TRAVEL, .differs = true}}, true},
    {"two files of a unit: the other one", {{"a.csv", 0, TRAVEL, .differs = true}, {"b.csv", 0, POWER, .differs = false}}, {{"a.csv", 0, TRAVEL, .differs = false}, {"b.csv", 0, POWER, .differs = true}}, false},
    {"a copy beside it", {{"a.csv", 0, TRAVEL, .differs = true}}, {{"a.csv", 0, TRAVEL, .differs = true}, {"copy.csv", 0, TRAVEL, .copy = true}}, true},
};

static void id_of_a_file(void **state)
{
    const struct row *row = *state;
    char before[200], after[200];
    ids_of(row->before, before, sizeof before);
    ids_of(row->after, after, sizeof after);
    assert_true(strchr(before, ':') != NULL);
    if (row->same) assert_string_equal(before, after);
    else assert_string_not_equal(before, after);
}

/* Two files that nothing but their bytes tells apart are two facts. */
static void equal_files_have_two_ids(void **state)
{
    (void)state;
    char ids[200], turned[200];
    ids_of((struct file[]){{"a.csv", 0, TRAVEL, .differs = true}, {"b.csv", 0, TRAVEL, .differs = true}, {0}}, ids, sizeof ids);
    char *first = strchr(ids, ':') + 1, *second = strrchr(ids, ':') + 1;
    assert_true(first != second);
    assert_true(strncmp(first, second, strcspn(first, " ")) != 0);
    ids_of((struct file[]){{"z.csv", 0, TRAVEL, .differs = true}, {"y.csv", 0, TRAVEL, .differs = true}, {0}}, turned, sizeof turned);
    assert_string_equal(ids, turned);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "id of a file", ROWS, id_of_a_file);
    suite_test(&suite, "equal files have two ids", equal_files_have_two_ids);
    return suite_run(&suite, "file_ids");
}
