/* The workbook of a small audit: every sheet holds what the audit holds, the old report survives every failure. */
#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "effcheck/report.h"
#include "small_audit.h"
#include "workbook_reading.h"

static bool write_report(struct small_audit *s, const char *path)
{
    return report_workbook(&s->audit, &s->options, &s->diags, str_from(path), &s->errors);
}

static struct workbook report_of(struct small_audit *s)
{
    if (!write_report(s, "laporan.xlsx")) fail_msg("%.*s", STR_ARG(s->errors.list.at[0].detail));
    struct workbook book = workbook_read(&s->arena, "laporan.xlsx");
    remove("laporan.xlsx");
    return book;
}

/* ---- contents ---- */

static void test_sheets(void **state)
{
    (void)state;
    struct small_audit s;
    small_init(&s);
    struct workbook book = report_of(&s);
    const char *names[] = {"Ringkasan",         "Kelas Satu",      "Kepatuhan per OPD", "Belanja per Kelas",
                           "OPD menurut Kelas", "Temuan",          "Rincian Temuan",    "Perlu Telaah",
                           "Kualitas Data",     "Rekonsiliasi",    "Peringatan Data",   "Baris Ditolak",
                           "Perbaikan per OPD", "Parameter dan Dasar Hukum", "Jejak"};
    assert_number(book.sheets.n, COUNT(names), "number of sheets");
    for (size_t i = 0; i < COUNT(names); i++) assert_text(book.sheets.at[i], names[i], "the sheet");
    arena_release(&s.arena);
}

static const struct cell_row {
    const char *name, *sheet, *cell;
    bool formula;
    const char *text;
} CELLS[] = {
    {"worst unit first", "Kelas Satu", "B6", false, "Dinas Beta"},
    {"its original budget", "Kelas Satu", "C6", false, "101"},
    {"its ceiling", "Kelas Satu", "D6", false, "50.5"},
    {"its present budget", "Kelas Satu", "E6", false, "51"},
    {"what was cut", "Kelas Satu", "F6", true, "50"},
    {"share that was cut, rounded", "Kelas Satu", "G6", true, "0.495"},
    {"how far above the ceiling", "Kelas Satu", "H6", true, "0.5"},
    {"its verdict", "Kelas Satu", "I6", false, "Tidak patuh"},
    {"what was spent", "Kelas Satu", "J6", false, "60"},
    {"share of the ceiling spent", "Kelas Satu", "K6", true, "1.1881"},
    {"what is left of the ceiling", "Kelas Satu", "L6", true, "-9.5"},
    {"verdict on spending", "Kelas Satu", "M6", false, "Tidak patuh"},
    {"exactly at the ceiling", "Kelas Satu", "H7", true, "0"},
    {"and compliant", "Kelas Satu", "I7", false, "Patuh"},
    {"untested unit last", "Kelas Satu", "B8", false, "Dinas Gamma"},
    {"a missing measure is no zero", "Kelas Satu", "C8", false, ""},
    {"no ceiling without it", "Kelas Satu", "D8", false, ""},
    {"no gap without it", "Kelas Satu", "H8", false, ""},
    {"never compliant", "Kelas Satu", "I8", false, "Tidak dapat diuji"},
    {"sum of the column", "Kelas Satu", "C9", true, "201"},
    {"sum of all present budgets", "Kelas Satu", "E9", true, "143"},
    {"sum of the gaps", "Kelas Satu", "H9", true, "0.5"},
    {"the region compares units that have both", "Kelas Satu", "E10", false, "101"},
    {"its verdict", "Kelas Satu", "I10", false, "Tidak dapat diuji"},

    {"unit by check", "Kepatuhan per OPD", "C7", true, "Tidak patuh"},
    {"unit by check, no finding", "Kepatuhan per OPD", "C6", true, "Patuh"},
    {"units that comply", "Kepatuhan per OPD", "C9", true, "1"},
    {"units that cannot be tested", "Kepatuhan per OPD", "C12", true, "1"},
    {"check of the region alone", "Kepatuhan per OPD", "D6", false, ""},
    {"verdict of the region", "Kepatuhan per OPD", "D14", true, "Tidak dapat diuji"},
    {"code of the unit", "Kepatuhan per OPD", "F6", false, "1.01"},

    {"lines of the class", "Belanja per Kelas", "C6", false, "62"},
    {"original budget of the class", "Belanja per Kelas", "D6", false, "201"},
    {"change of the class", "Belanja per Kelas", "F6", true, "-58"},
    {"share of all", "Belanja per Kelas", "J6", false, "1"},

    {"id of the finding", "Temuan", "A6", false, "X01-00000001"},
    {"severity", "Temuan", "D6", false, "Tinggi"},
    {"amount", "Temuan", "J6", false, "0.5"},
    {"recommendation", "Temuan", "M6", false, "Potong lagi"},
    {"code of the finding", "Temuan", "N6", false, "9.99"},
    {"its largest line and how many more", "Temuan", "O6", false, "opd_uji.csv:3 (+59)"},
    {"follow-up is left to the auditor", "Temuan", "P6", false, ""},
    {"a finding about a file", "Temuan", "O7", false, "opd_uji.csv:42"},

    {"band of the finding", "Rincian Temuan", "A6", false, "X01-00000001"},
    {"first line", "Rincian Temuan", "B8", false, "opd_uji.csv:3"},
    {"a text that looks like a formula", "Rincian Temuan", "E8", false, "=SUM(A1)"},
    {"rule and place", "Rincian Temuan", "G8", false, "R-1 · rules.csv:7"},
    {"fiftieth line", "Rincian Temuan", "B57", false, "opd_uji.csv:52"},
    {"the rest is counted", "Rincian Temuan", "B58", false, "10 baris lainnya"},
    {"and summed", "Rincian Temuan", "H58", false, "0"},
    {"next finding", "Rincian Temuan", "A59", false, "X03-00000002"},

    {"rows read", "Kualitas Data", "C6", false, "66"},
    {"rows rejected", "Kualitas Data", "Q6", false, "1"},
    {"read - used - excluded - rejected", "Kualitas Data", "R6", true, "0"},
    {"does not agree", "Kualitas Data", "S6", false, "Tidak cocok"},
    {"sum of the lines", "Rekonsiliasi", "G7", false, "143"},
    {"stated total", "Rekonsiliasi", "H7", false, "144"},
    {"difference", "Rekonsiliasi", "I7", true, "-1"},
    {"measure without a total", "Rekonsiliasi", "J8", false, "Tanpa total"},
    {"message", "Peringatan Data", "F6", false, "angka-tak-terbaca"},
    {"rejected row", "Baris Ditolak", "C6", false, "42"},
    {"verbatim", "Baris Ditolak", "H6", false, "x;=cmd|' /C calc'!A0;12a "},
};

static void test_cell(void **state)
{
    const struct cell_row *row = *state;
    struct small_audit s;
    small_init(&s);
    struct workbook book = report_of(&s);
    assert_text(workbook_text(&book, row->sheet, row->cell), row->text, row->cell);
    const struct read_cell *cell = workbook_cell(&book, row->sheet, row->cell);
    if (cell) assert_number(cell->formula, row->formula, "whether it is a formula");
    arena_release(&s.arena);
}

static const struct says_row {
    const char *name, *sheet, *text;
} SAYS[] = {
    {"region and period", "Ringkasan", "Kabupaten Uji · Tahun Anggaran 2025 · Paket uji · posisi Oktober 2025"},
    {"verdict of the region", "Ringkasan", "Daerah: Tidak dapat diuji"},
    {"who did not meet the limit", "Ringkasan", "Belum memenuhi batas: 1 OPD"},
    {"who met it", "Ringkasan", "Memenuhi batas: 1 OPD"},
    {"who could not be tested", "Ringkasan", "Tidak dapat diuji: 1 OPD"},
    {"and why", "Ringkasan", "Pagu murni tidak ada"},
    {"data warnings", "Ringkasan", "1 baris ditolak; 1 berkas tidak cocok"},
    {"control sum", "Ringkasan", "66 baris dibaca = 62 dipakai + 3 dikecualikan"},
    {"date in words", "Ringkasan", "30 November 2025"},
    {"it is an indication", "Ringkasan", "indikasi"},
    {"basis of the limit", "Kelas Satu", "Pasal 1 (limits.csv:2)"},
    {"digest of the file", "Kualitas Data", "fedcba9876543210fedcba\n9876543210fedcba987654\n3210fedcba9876543210"},
    {"digest of the pack", "Parameter dan Dasar Hukum", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},
    {"version of the program", "Parameter dan Dasar Hukum", "effcheck 9.9"},
};

static void test_says(void **state)
{
    const struct says_row *row = *state;
    struct small_audit s;
    small_init(&s);
    struct workbook book = report_of(&s);
    if (!workbook_says(&book, row->sheet, row->text)) fail_msg("%s does not say \"%s\"", row->sheet, row->text);
    arena_release(&s.arena);
}

/* ---- other runs ---- */

static void test_simulation(void **state)
{
    (void)state;
    struct small_audit s;
    small_init(&s);
    s.options.what_if = true;
    struct workbook book = report_of(&s);
    for (size_t i = 0; i < book.sheets.n; i++)
        if (!str_starts(workbook_text(&book, book.sheets.at[i].p, "A1"), S("SIMULASI"))) fail_msg("%s has no mark", book.sheets.at[i].p);
    arena_release(&s.arena);
}

static void test_english(void **state)
{
    (void)state;
    struct small_audit s;
    small_init(&s);
    s.options.english = true;
    struct workbook book = report_of(&s);
    assert_text(book.sheets.at[0], "Summary", "the first sheet");
    assert_text(workbook_text(&book, "Kelas Satu", "I6"), "Not compliant", "the verdict");
    arena_release(&s.arena);
}

/* A pack without limits, checks or findings; a run without files. */
static void test_empty(void **state)
{
    (void)state;
    struct small_audit s;
    small_init(&s);
    s.pack.limits.n = s.pack.checks.n = s.audit.results.n = s.audit.findings.n = 0;
    s.ledger.files.n = s.ledger.units.n = s.ledger.rejects.n = s.ledger.lines.n = s.diags.list.n = 0;
    memset(s.audit.region, 0, CLASSES * sizeof *s.audit.region);
    struct workbook book = report_of(&s);
    assert_true(workbook_says(&book, "Temuan", "Tidak ada temuan."));
    assert_true(workbook_says(&book, "Baris Ditolak", "Tidak ada baris yang ditolak."));
    arena_release(&s.arena);
}

static void test_two_limits(void **state)
{
    (void)state;
    struct small_audit s;
    small_init(&s);
    struct limit second = s.pack.limits.at[0];
    second.id = S("b2");
    second.title[0] = second.title[1] = S("Batas kedua");
    *array_push(&s.arena, &s.pack.limits) = second; /* no check uses it: the pack's number alone is shown */
    struct workbook book = report_of(&s);
    assert_text(book.sheets.at[2], "Kelas Satu (2)", "the sheet of the second limit");
    assert_true(workbook_says(&book, "Ringkasan", "Batas kedua"));
    assert_text(workbook_text(&book, "Kelas Satu (2)", "H6"), "0.5", "the gap");
    assert_text(workbook_text(&book, "Kelas Satu (2)", "I6"), "", "the verdict");
    arena_release(&s.arena);
}

static struct str file_bytes(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = arena_alloc(arena, 1 << 20);
    size_t n = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return (struct str){bytes, n};
}

static void test_same_bytes(void **state)
{
    (void)state;
    struct small_audit s;
    small_init(&s);
    assert_true(write_report(&s, "satu.xlsx"));
    setenv("TZ", "Asia/Jakarta", 1);
    sleep(1); /* the clock must not matter */
    assert_true(write_report(&s, "dua.xlsx"));
    unsetenv("TZ");
    assert_true(str_eq(file_bytes(&s.arena, "satu.xlsx"), file_bytes(&s.arena, "dua.xlsx")));
    remove("satu.xlsx");
    remove("dua.xlsx");
    arena_release(&s.arena);
}

/* ---- failures ---- */

static size_t files_in(const char *folder)
{
    size_t n = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) n += entry->d_name[0] != '.';
    closedir(dir);
    return n;
}

static void test_replaces(void **state)
{
    (void)state;
    struct small_audit s;
    small_init(&s);
    mkdir("folder", 0777);
    FILE *old = fopen("folder/laporan.xlsx", "w");
    fputs("laporan lama", old);
    fclose(old);
    assert_true(write_report(&s, "folder/laporan.xlsx"));
    assert_number(files_in("folder"), 1, "number of files left");
    assert_true(file_bytes(&s.arena, "folder/laporan.xlsx").n > 1000);
    remove("folder/laporan.xlsx");
    rmdir("folder");
    arena_release(&s.arena);
}

static const struct place_row {
    const char *name, *path;
} PLACES[] = {
    {"a folder", "."}, {"in a missing folder", "tidak/ada/laporan.xlsx"}, {"a device", "/dev/null"},
    {"no name", ""},   {"below a file", "/dev/null/laporan.xlsx"},
};

static void test_place(void **state)
{
    const struct place_row *row = *state;
    struct small_audit s;
    struct stat device;
    small_init(&s);
    size_t before = files_in(".");
    assert_false(write_report(&s, row->path));
    assert_diags(&s.arena, &s.errors, diag_slug(DIAG_OUTPUT_OPEN));
    assert_number(files_in("."), before, "number of files left");
    assert_true(stat("/dev/null", &device) == 0 && S_ISCHR(device.st_mode));
    arena_release(&s.arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_test(&suite, "sheets in order", test_sheets);
    suite_rows(&suite, "cell", CELLS, test_cell);
    suite_rows(&suite, "says", SAYS, test_says);
    suite_test(&suite, "a simulation says so on every sheet", test_simulation);
    suite_test(&suite, "English", test_english);
    suite_test(&suite, "nothing at all", test_empty);
    suite_test(&suite, "two limits", test_two_limits);
    suite_test(&suite, "same audit, same bytes", test_same_bytes);
    suite_test(&suite, "replaces the old report", test_replaces);
    suite_rows(&suite, "refused place", PLACES, test_place);
    return suite_run(&suite, "report");
}
