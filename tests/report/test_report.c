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

/* ---- threads ---- */

static struct str whole_file(struct arena *arena, const char *path)
{
    struct stat info;
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fstat(fileno(file), &info), 0);
    char *p = arena_alloc(arena, (size_t)info.st_size);
    assert_int_equal(fread(p, 1, (size_t)info.st_size, file), info.st_size);
    fclose(file);
    return (struct str){p, (size_t)info.st_size};
}

/* The long sheets are filled and read back by whichever thread is free; the file is the same. */
static void test_threads(void **state)
{
    (void)state;
    struct small_audit s;
    small_init(&s);
    assert_true(write_report(&s, "alone.xlsx"));
    struct str alone = whole_file(&s.arena, "alone.xlsx");
    for (int threads = 1; threads <= 4; threads++) {
        bool done = false;
#pragma omp parallel num_threads(threads)
#pragma omp single
        done = write_report(&s, "together.xlsx");
        assert_true(done);
        struct str together = whole_file(&s.arena, "together.xlsx");
        assert_int_equal(together.n, alone.n);
        assert_memory_equal(together.p, alone.p, alone.n);
    }
    remove("alone.xlsx");
    remove("together.xlsx");
    arena_release(&s.arena);
}

/* ---- contents ---- */

static void test_sheets(void **state)
{
    (void)state;
    struct small_audit s;
    small_init(&s);
    struct workbook book = report_of(&s);
    const char *names[] = {"Ringkasan",         "Kelas Satu",      "Sisa Potong Kelas Satu", "Kepatuhan per OPD", "Belanja per Kelas",
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
    {"its verdict", "Kelas Satu", "L6", false, "Tidak patuh"},
    {"what was spent", "Kelas Satu", "I6", false, "60"},
    {"the year at this pace", "Kelas Satu", "K6", true, "72"},
    {"what is left of the ceiling", "Kelas Satu", "J6", true, "-9.5"},
    {"verdict on spending", "Kelas Satu", "M6", false, "Tidak patuh"},
    {"exactly at the ceiling", "Kelas Satu", "H7", true, "0"},
    {"and compliant", "Kelas Satu", "L7", false, "Patuh"},
    {"untested unit last", "Kelas Satu", "B8", false, "Dinas Gamma"},
    {"a missing measure is no zero", "Kelas Satu", "C8", false, ""},
    {"no ceiling without it", "Kelas Satu", "D8", false, ""},
    {"no gap without it", "Kelas Satu", "H8", false, ""},
    {"never compliant", "Kelas Satu", "L8", false, "Tidak dapat diuji"},
    {"sum of the column", "Kelas Satu", "C9", true, "201"},
    {"sum of all present budgets", "Kelas Satu", "E9", true, "143"},
    {"sum of the gaps", "Kelas Satu", "H9", true, "0.5"},
    {"the region compares units that have both", "Kelas Satu", "E10", false, "101"},
    {"its verdict", "Kelas Satu", "L10", false, "Tidak dapat diuji"},

    {"unit that is short", "Sisa Potong Kelas Satu", "A6", false, "Dinas Beta"},
    {"what it still has to cut", "Sisa Potong Kelas Satu", "E6", true, "0.5"},
    {"a budget overspent leaves nothing to propose", "Sisa Potong Kelas Satu", "H6", true, "-9"},

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
    {"severity", "Temuan", "F6", false, "Tinggi"},
    {"amount", "Temuan", "L6", false, "0.5"},
    {"recommendation", "Temuan", "P6", false, "Potong lagi"},
    {"code of the finding", "Temuan", "Q6", false, "9.99"},
    {"its largest line and how many more", "Temuan", "R6", false, "opd_uji.csv:3 (+59)"},
    {"follow-up is left to the auditor", "Temuan", "T6", false, ""},
    {"a finding about a file", "Temuan", "R7", false, "opd_uji.csv:42"},

    {"band of the finding", "Rincian Temuan", "A6", false, "X01-00000001"},
    {"first line", "Rincian Temuan", "B8", false, "opd_uji.csv:3"},
    {"a text that looks like a formula", "Rincian Temuan", "E8", false, "=SUM(A1)"},
    {"rule and place", "Rincian Temuan", "G8", false, "R-1 · rules.csv:7"},
    {"fiftieth line", "Rincian Temuan", "B57", false, "opd_uji.csv:52"},
    {"the rest is counted", "Rincian Temuan", "B58", false, "10 baris lainnya; setiap baris ada dalam buku kerja OPD (--per-opd), lembar Kertas Kerja"},
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
    assert_text(workbook_text(&book, "Kelas Satu", "L6"), "Not compliant", "the verdict");
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
    assert_text(book.sheets.at[3], "Kelas Satu (2)", "the sheet of the second limit");
    assert_true(workbook_says(&book, "Ringkasan", "Batas kedua"));
    assert_text(workbook_text(&book, "Kelas Satu (2)", "H6"), "0.5", "the gap");
    assert_text(workbook_text(&book, "Kelas Satu (2)", "L6"), "", "the verdict");
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

/* ---- workbooks of single units ---- */

static struct unit_books plan_books(struct small_audit *s)
{
    struct unit_books books;
    assert_true(report_unit_books_plan(&books, &s->audit, &s->options, S("buku"), &s->arena, &s->errors));
    return books;
}

static void test_unit_book_in_parts(void **state)
{
    (void)state;
    struct small_audit s;
    small_init(&s);
    struct unit_books books = plan_books(&s);
    assert_text(books.books[BETA].path, "buku/1.02_dinas_beta.xlsx", "the name");
    books.lines_a_sheet = 25;
    assert_true(report_unit_book(&books, BETA, &s.errors));
    struct workbook book = workbook_read(&s.arena, "buku/1.02_dinas_beta.xlsx");
    const char *sheets[] = {"Putusan", "Temuan", "Kertas Kerja", "Kertas Kerja (2)", "Kertas Kerja (3)", "Perbaikan per OPD"};
    for (size_t i = 0; i < COUNT(sheets); i++) assert_text(book.sheets.at[i], sheets[i], "the sheet");
    assert_number(book.sheets.n, COUNT(sheets), "number of sheets");
    assert_true(workbook_says(&book, "Kertas Kerja (3)", "Lembar 3 dari 3: baris ke-51 sampai ke-60"));
    assert_text(workbook_text(&book, "Kertas Kerja", "B30"), "27", "the last line of the first part");
    assert_text(workbook_text(&book, "Kertas Kerja", "B31"), "", "nothing below it");
    assert_text(workbook_text(&book, "Kertas Kerja (2)", "B6"), "28", "the first line of the second part");
    assert_text(workbook_text(&book, "Kertas Kerja (3)", "B15"), "62", "the last line of all");
    assert_text(workbook_text(&book, "Kertas Kerja", "K4"), "101", "the sum of the part");
    assert_text(workbook_text(&book, "Kertas Kerja", "I6"), "=SUM(A1)", "a text that looks like a formula");
    assert_text(workbook_text(&book, "Kertas Kerja", "P6"), "rules.csv:7", "the place of the rule");
    assert_text(workbook_text(&book, "Kertas Kerja (3)", "Q15"), "X01-00000001", "the finding that a line belongs to");
    assert_text(workbook_text(&book, "Temuan", "A6"), "X01-00000001", "the finding");
    assert_text(workbook_text(&book, "Putusan", "D6"), "Tidak patuh", "the verdict");
    assert_true(workbook_says(&book, "Putusan", "Dinas Beta · Kabupaten Uji"));
    assert_true(workbook_says(&book, "Perbaikan per OPD", "Tidak ada baris yang ditolak."));
    remove("buku/1.02_dinas_beta.xlsx");
    rmdir("buku");
    arena_release(&s.arena);
}

/* Code and name of the first unit, its workbook, that of the second unit, which always is 1.02 "Dinas Beta". */
static const struct name_row {
    const char *name, *code, *unit, *first, *second;
} NAMES[] = {
    {"plain", "1.01.0.00", "Dinas PU & PR (Kab.)", "1.01.0.00_dinas_pu_pr_kab.xlsx", "1.02_dinas_beta.xlsx"},
    {"no code", "", "Aux", "tanpa-kode_aux.xlsx", "1.02_dinas_beta.xlsx"},
    {"same folded name and code", "1.02", "DINAS--BETA", "1.02_dinas_beta_93a9e8b9.xlsx", "1.02_dinas_beta_360976d1.xlsx"},
    {"a code of other signs", "../1:02", "Dinas Beta", "1_02_dinas_beta_700977f8.xlsx", "1.02_dinas_beta.xlsx"},
    {"letters beyond ASCII", "1.01", "Dinas \xC3\x89lok", "1.01_dinas_lok_5098bb6a.xlsx", "1.02_dinas_beta.xlsx"},
    {"cut", "1.01", "Dinas Perumahan Rakyat Kawasan Permukiman Pertanahan dan Lingkungan Hidup",
     "1.01_dinas_perumahan_rakyat_kawasan_permukiman_pertanahan_dan_lin_e631aec3.xlsx", "1.02_dinas_beta.xlsx"},
};

static void test_unit_name(void **state)
{
    const struct name_row *row = *state;
    struct small_audit s;
    small_init(&s);
    s.ledger.units.at[ALFA].code = pool_id(&s.ledger.texts, str_from(row->code));
    s.ledger.units.at[ALFA].name = pool_id(&s.ledger.texts, str_from(row->unit));
    struct unit_books books = plan_books(&s);
    assert_text(str_sub(books.books[ALFA].path, sizeof "buku/" - 1, SIZE_MAX), row->first, "the first workbook");
    assert_text(str_sub(books.books[BETA].path, sizeof "buku/" - 1, SIZE_MAX), row->second, "the second workbook");
    rmdir("buku");
    arena_release(&s.arena);
}

static void test_unit_book_unwritable(void **state)
{
    (void)state;
    struct small_audit s;
    small_init(&s);
    struct unit_books books = plan_books(&s);
    mkdir("buku/1.02_dinas_beta.xlsx", 0777);
    assert_false(report_unit_book(&books, BETA, &s.errors));
    assert_diags(&s.arena, &s.errors, diag_slug(DIAG_OUTPUT_OPEN));
    assert_text(s.errors.list.at[0].file, "buku/1.02_dinas_beta.xlsx", "the workbook that failed");
    assert_text(str_from(books.books[BETA].sha256), "", "its digest");
    assert_number(files_in("buku"), 1, "number of files left");
    rmdir("buku/1.02_dinas_beta.xlsx");
    rmdir("buku");
    arena_release(&s.arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_test(&suite, "sheets in order", test_sheets);
    suite_test(&suite, "threads", test_threads);
    suite_rows(&suite, "cell", CELLS, test_cell);
    suite_rows(&suite, "says", SAYS, test_says);
    suite_test(&suite, "a simulation says so on every sheet", test_simulation);
    suite_test(&suite, "English", test_english);
    suite_test(&suite, "nothing at all", test_empty);
    suite_test(&suite, "two limits", test_two_limits);
    suite_test(&suite, "same audit, same bytes", test_same_bytes);
    suite_test(&suite, "replaces the old report", test_replaces);
    suite_test(&suite, "a unit's work paper in parts", test_unit_book_in_parts);
    suite_rows(&suite, "name of a unit's workbook", NAMES, test_unit_name);
    suite_test(&suite, "a unit's workbook that cannot be written", test_unit_book_unwritable);
    suite_rows(&suite, "refused place", PLACES, test_place);
    return suite_run(&suite, "report");
}
