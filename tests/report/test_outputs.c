#define _GNU_SOURCE /* F_SETPIPE_SZ */
/* The other outputs of a small audit: the page says what the audit holds and nothing it does not; what cannot be written is never called done. */
#include <dirent.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include "effcheck/report.h"
#include "small_audit.h"

/* ---- the page ---- */

static struct str page_of(struct small_audit *s)
{
    char *text = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&text, &n);
    assert_non_null(out);
    assert_true(report_html(out, &s->audit, &s->options, &s->diags));
    assert_int_equal(fclose(out), 0);
    struct str page = str_copy(&s->arena, (struct str){text, n});
    free(text);
    return page;
}

static void as_it_is(struct small_audit *s) { (void)s; }

static void in_english(struct small_audit *s) { s->options.english = true; }

static void simulated(struct small_audit *s) { s->options.what_if = true; }

static void without_date_and_basis(struct small_audit *s)
{
    s->options.date.year = 0;
    s->pack.basis[0] = s->pack.basis[1] = S("");
}

static void without_limits(struct small_audit *s) { s->pack.limits.n = 0; }

static void without_messages(struct small_audit *s)
{
    s->diags.list.n = 0;
    s->ledger.rejects.n = 0;
    s->ledger.files.at[0].rows_rejected = 0;
    s->ledger.files.at[0].rows_read--;
    s->ledger.files.at[0].stated = s->ledger.files.at[0].own;
}

static void without_cut_checks(struct small_audit *s)
{
    s->pack.checks.at[CUT_UNIT].kind = s->pack.checks.at[CUT_REGION].kind = CHECK_SPENT_OVER_LIMIT;
}

static void no_result(struct small_audit *s, uint16_t check, uint32_t unit) { s->audit.result_at[check * (UNITS + 1) + unit + 1] = 0; }

static void all_tested(struct small_audit *s)
{
    s->audit.results.at[2].verdict = s->audit.results.at[3].verdict = s->audit.results.at[6].verdict = VERDICT_COMPLIANT;
}

static void unit_without_result(struct small_audit *s)
{
    no_result(s, CUT_UNIT, GAMMA);
    no_result(s, SPENT, GAMMA);
}

/* Other amounts of a unit, wherever they stand. */
static void set_amounts(struct small_audit *s, uint32_t unit, struct amounts amounts)
{
    s->audit.results.at[unit].amounts = s->audit.by_class[unit * CLASSES + CLASS_LIMITED].amounts = amounts;
}

static void region_met(struct small_audit *s)
{
    struct result *region = &s->audit.results.at[UNITS];
    set_amounts(s, BETA, amounts_of(10100, 4000, 1000));
    region->amounts = amounts_of(20100, 9000, 2000);
    region->gap.sen = 9000 - 10050;
}

static void without_original_budget(struct small_audit *s)
{
    for (uint32_t unit = 0; unit < UNITS; unit++) {
        set_amounts(s, unit, amounts_of(-1, 5000, 1000));
        s->audit.results.at[unit].has_gap = s->audit.results.at[unit].has_limit = false;
    }
    struct result *region = &s->audit.results.at[UNITS];
    region->amounts = amounts_of(-1, 15000, 3000);
    region->has_gap = region->has_limit = false;
}

static void nothing_budgeted(struct small_audit *s) { set_amounts(s, BETA, amounts_of(0, 5100, 6000)); }

static void strange_name(struct small_audit *s) { s->ledger.units.at[BETA].name = pool_id(&s->ledger.texts, S("Dinas\x01<Beta>\n& \"Rekan\"")); }

static void signed_by(struct small_audit *s)
{
    s->pack.policy.signatory_name = S("Nama Pejabat");
    s->pack.policy.signatory_office = S("Inspektur Daerah");
    s->pack.policy.signatory_number = S("1970");
}

static const struct page_row {
    const char *name;
    void (*change)(struct small_audit *s);
    const char *says[4], *says_not[4];
} PAGES[] = {
    {"as it is", as_it_is, {"Tidak patuh", "Dinas Beta", "30 November 2025", "class=\"tile bad\""}, {"SIMULASI", "Nama Pejabat"}},
    {"in English", in_english, {"Not compliant", "30 November 2025"}, {"Tidak patuh"}},
    {"a simulation", simulated, {"SIMULASI"}, {NULL}},
    {"without date and basis", without_date_and_basis, {"Tidak patuh"}, {"30 November 2025", "Dasar uji"}},
    {"a pack without limits", without_limits, {"X01"}, {"class=\"tile"}},
    {"nothing to warn of", without_messages, {"Dinas Beta"}, {NULL}},
    {"no check of the cut", without_cut_checks, {"class=\"tile"}, {"<table>"}},
    {"everything tested", all_tested, {"Dinas Gamma"}, {"pagu murni tidak ada"}},
    {"a unit without result", unit_without_result, {"Dinas Beta"}, {"pagu murni tidak ada"}},
    {"the region complies", region_met, {"tile good"}, {"tile bad"}},
    {"no original budget anywhere", without_original_budget, {"<b>tidak diketahui</b>"}, {"tile good", "terpotong", "Rp 100,50"}},
    {"no share of nothing", nothing_budgeted, {"<td class=\"n\">-</td>"}, {NULL}},
    {"signs of markup and of control", strange_name, {"Dinas &lt;Beta&gt;\n&amp; &quot;Rekan&quot;"}, {"<Beta>", "\x01"}},
    {"who signs", signed_by, {"Nama Pejabat", "Inspektur Daerah", "1970"}, {NULL}},
};

static void test_page(void **state)
{
    const struct page_row *row = *state;
    struct small_audit s;
    small_init(&s);
    row->change(&s);
    struct str page = page_of(&s);
    assert_true(str_starts(page, S("<!doctype html>")) && str_ends(str_trim(page), S("</html>")));
    for (size_t i = 0; i < COUNT(row->says) && row->says[i]; i++)
        if (!str_contains(page, str_from(row->says[i]))) fail_msg("does not say %s", row->says[i]);
    for (size_t i = 0; i < COUNT(row->says_not) && row->says_not[i]; i++)
        if (str_contains(page, str_from(row->says_not[i]))) fail_msg("says %s", row->says_not[i]);
    arena_release(&s.arena);
}

/* ---- files ---- */

typedef bool file_fn(struct small_audit *s, struct str path);

static bool write_page(struct small_audit *s, struct str path) { return report_html_file(&s->audit, &s->options, &s->diags, path, &s->errors); }

static bool write_json(struct small_audit *s, struct str path) { return report_json_file(&s->audit, &s->options, path, &s->errors); }

static bool write_rejects(struct small_audit *s, struct str path) { return report_rejects_file(&s->audit, &s->options, path, &s->errors); }

static bool write_findings(struct small_audit *s, struct str path) { return report_findings_file(&s->audit, &s->options, path, &s->errors); }

static bool write_book(struct small_audit *s, struct str path) { return report_workbook(&s->audit, &s->options, &s->diags, path, &s->errors); }

static const struct file_row {
    const char *name;
    file_fn *write;
    const char *begins;
    rlim_t step; /* of the sizes that are tried on a disk that fills up */
    bool streams;
} FILES[] = {
    {"page", write_page, "<!doctype html>", 1000, true},
    {"JSON", write_json, "{", 1000, true},
    {"rejected rows", write_rejects, "\xEF\xBB\xBF", 50, true},
    {"findings", write_findings, "\xEF\xBB\xBF", 100, true},
    {"workbook", write_book, "PK\x03\x04", 1500, false},
};

static size_t files(void)
{
    size_t n = 0;
    DIR *dir = opendir(".");
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) n += entry->d_name[0] != '.';
    closedir(dir);
    return n;
}

static off_t size_of(const char *path)
{
    struct stat there;
    return stat(path, &there) == 0 ? there.st_size : -1;
}

/* However much fits on the disk: the file is whole or not there, and nothing else stays. */
static void test_full_disk(void **state)
{
    const struct file_row *row = *state;
    struct small_audit s;
    small_init(&s);
    assert_true(row->write(&s, S("out")));
    off_t whole = size_of("out");
    assert_true(whole > 0);
    remove("out");
    for (rlim_t fits = 0; fits < (rlim_t)whole; fits += row->step) {
        s.errors.list.n = 0;
        rlim_t usual = allow_file_size(fits);
        bool done = row->write(&s, S("out"));
        allow_file_size(usual);
        if (done || files() > 0) fail_msg("%u of %u bytes fit: done %d, %u files", (unsigned)fits, (unsigned)whole, done, (unsigned)files());
        assert_diags(&s.arena, &s.errors, diag_slug(DIAG_OUTPUT_OPEN));
        assert_true(s.errors.list.at[0].detail.n > 0);
    }
    assert_true(row->write(&s, S("out")));
    assert_number(size_of("out"), whole, "size of the file");
    remove("out");
    arena_release(&s.arena);
}

/* A device that is full, and a pipe: written to as they are, nothing is put in their place. */
static void test_stream(void **state)
{
    const struct file_row *row = *state;
    struct small_audit s;
    small_init(&s);
    assert_false(row->write(&s, S("/dev/full")));
    assert_diags(&s.arena, &s.errors, diag_slug(DIAG_OUTPUT_OPEN));
    if (row->streams) {
        assert_text(s.errors.list.at[0].detail, "No space left on device", "why");
        int ends[2];
        char begin[16] = {0};
        assert_int_equal(pipe(ends), 0);
        fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
        assert_true(row->write(&s, str_format(&s.arena, "/dev/fd/%d", ends[1])));
        assert_true(read(ends[0], begin, sizeof begin - 1) > 0);
        assert_true(str_starts(str_from(begin), str_from(row->begins)));
        close(ends[0]);
        close(ends[1]);
    }
    assert_number(files(), 0, "number of files left");
    arena_release(&s.arena);
}

/* A folder, and a socket that nobody can open. */
static void test_refused(void **state)
{
    const struct file_row *row = *state;
    struct small_audit s;
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "socket"};
    small_init(&s);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(fd, (const struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(mkdir("folder", 0755), 0);
    assert_false(row->write(&s, S("socket")));
    assert_false(row->write(&s, S("folder")));
    assert_number(s.errors.list.n, 2, "number of messages");
    assert_text(s.errors.list.at[1].detail, "folder: Is a directory", "why");
    assert_number(files(), 2, "number of files left");
    close(fd);
    remove("socket");
    remove("folder");
    arena_release(&s.arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "page", PAGES, test_page);
    suite_rows(&suite, "full disk", FILES, test_full_disk);
    suite_rows(&suite, "stream", FILES, test_stream);
    suite_rows(&suite, "refused", FILES, test_refused);
    return suite_run(&suite, "outputs");
}
