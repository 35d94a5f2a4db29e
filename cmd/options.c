#include "options.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

enum value { VALUE_FLAG, VALUE_TEXT, VALUE_LIST, VALUE_NUMBER, VALUE_DATE, VALUE_PERIOD, VALUE_LANGUAGE, VALUE_PAPER, VALUE_READING };

struct option {
    char letter;       /* '\0' = none */
    const char *name;
    const char *value_name;
    enum value value;
    size_t offset;     /* in struct options; of VALUE_READING: enum reading_field */
    unsigned commands; /* bit set of enum command; RECORDED: it can change what a report says */
    const char *help[2];
};

#define AUDIT (1u << COMMAND_AUDIT)
#define CLASSIFY (1u << COMMAND_CLASSIFY)
#define INSPECT (1u << COMMAND_INSPECT)
#define LINT (1u << COMMAND_RULES_LINT)
#define TEST (1u << COMMAND_RULES_TEST)
#define SHOW (1u << COMMAND_RULES_SHOW)
#define EXPLAIN (1u << COMMAND_EXPLAIN)
#define DIFF (1u << COMMAND_RULES_DIFF)
#define VERIFY (1u << COMMAND_VERIFY)
#define RECORDED (1u << 31)
#define READING (AUDIT | CLASSIFY | INSPECT | EXPLAIN | DIFF | VERIFY) /* they read budget files */
#define ALL (READING | LINT | TEST | SHOW)
#define RULES (ALL & ~INSPECT) /* they use the pack's rules */
#define AT(member) offsetof(struct options, member)

static const struct option OPTIONS[] = {
    {'o', "output", "FILE", VALUE_TEXT, AT(output), AUDIT, {"buku kerja laporan (bawaan laporan-efisiensi.xlsx)", "report workbook (default laporan-efisiensi.xlsx)"}},
    {0, "per-opd", "DIR", VALUE_TEXT, AT(per_opd), AUDIT, {"satu buku kerja setiap OPD dalam folder ini, dengan seluruh barisnya", "one workbook for each unit in this folder, with all its lines"}},
    {'b', "baseline", "FILE", VALUE_LIST, AT(baseline), AUDIT | CLASSIFY | INSPECT | DIFF | VERIFY, {"berkas pagu murni; boleh berulang, boleh pola", "file of the original budget; repeatable, patterns allowed"}},
    {'r', "rules", "DIR|NAMA", VALUE_TEXT, AT(rules), (ALL & ~DIFF) | RECORDED, {"paket aturan (bawaan: yang disebut rules/default.csv)", "rule pack (default: the one named in rules/default.csv)"}},
    {0, "override", "FILE", VALUE_TEXT, AT(override), RULES | RECORDED, {"penetapan daerah: sub kegiatan, rekening atau kata ke kelas lain", "the region's own table: sub kegiatan, account or words to another class"}},
    {0, "policy", "FILE", VALUE_TEXT, AT(policy), RULES | RECORDED, {"kebijakan daerah: potongan, cakupan, toleransi, penandatangan", "the region's policy: cuts, scope, tolerance, signatory"}},
    {0, "caps", "FILE", VALUE_TEXT, AT(caps), RULES | RECORDED, {"tabel tarif daerah menurut peraturannya sendiri", "the region's own table of rates"}},
    {0, "exceptions", "FILE", VALUE_TEXT, AT(exceptions), AUDIT | VERIFY | RECORDED, {"temuan yang diterima daerah, dengan alasan dan penyetuju", "findings that the region accepts, with reason and approver"}},
    {0, "previous", "FILE", VALUE_TEXT, AT(previous), AUDIT | VERIFY | RECORDED, {"laporan bulan lalu: temuan baru/tetap/selesai, tindak lanjut dibawa", "last month's report: findings new/same/done, follow-up carried over"}},
    {0, "delimiter", "TANDA", VALUE_READING, READING_DELIMITER, READING | RECORDED, {"pemisah kolom semua berkas: koma, titik-koma, tab, garis", "delimiter of all files: comma, semicolon, tab, pipe"}},
    {0, "decimal", "TANDA", VALUE_READING, READING_DECIMAL, READING | RECORDED, {"tanda desimal semua berkas: koma (1.234,5) atau titik (1,234.5)", "decimal mark of all files: comma (1.234,5) or point (1,234.5)"}},
    {0, "encoding", "NAMA", VALUE_READING, READING_ENCODING, READING | RECORDED, {"utf-8, windows-1252, utf-16le, utf-16be", "utf-8, windows-1252, utf-16le, utf-16be"}},
    {0, "header-row", "N", VALUE_READING, READING_HEADER_ROW, READING | RECORDED, {"nomor baris kepala tabel; pilihan per berkas: effcheck.csv", "line of the header row; for single files: effcheck.csv"}},
    {'y', "year", "TAHUN", VALUE_NUMBER, AT(year), READING | RECORDED, {"tahun anggaran berkas yang tidak menuliskannya", "fiscal year of files that do not state it"}},
    {'p', "period", "YYYY-MM", VALUE_PERIOD, AT(period), READING | RECORDED, {"bulan laporan; aturan yang berlaku di akhir bulan itu dipakai", "month of the report; the rules in force at its end are used"}},
    {0, "region", "NAMA", VALUE_TEXT, AT(region), AUDIT | VERIFY | RECORDED, {"nama daerah pada laporan", "name of the region in the report"}},
    {0, "paper", "a4|f4", VALUE_PAPER, AT(folio), AUDIT, {"kertas laporan (bawaan a4; f4 = folio)", "paper of the report (default a4; f4 = folio)"}},
    {0, "json", "FILE", VALUE_TEXT, AT(json), AUDIT | DIFF, {"hasil untuk program lain; - untuk stdout", "machine-readable result; - for stdout"}},
    {0, "control", "FILE", VALUE_TEXT, AT(control), AUDIT | VERIFY | RECORDED, {"CSV unit, ukuran, nilai: jumlah yang dilaporkan OPD di tempat lain", "CSV unit, measure, amount: totals that units reported elsewhere"}},
    {0, "claims", "FILE", VALUE_TEXT, AT(claims), AUDIT | VERIFY | RECORDED, {"CSV unit, kelas, persen atau rupiah: pemotongan yang diklaim OPD", "CSV unit, class, percent or rupiah: cuts that units claim"}},
    {0, "profile", "FILE", VALUE_TEXT, AT(profile), AUDIT | VERIFY | RECORDED, {"CSV bulan, porsi atau rupiah: realisasi tahun lalu, laju proyeksi", "CSV month, share or rupiah: last year's spending, pace of the projection"}},
    {0, "rejects", "FILE", VALUE_TEXT, AT(rejects), AUDIT, {"CSV baris yang ditolak, apa adanya, untuk dikembalikan", "CSV of the rejected rows, verbatim, to be sent back"}},
    {0, "findings", "FILE", VALUE_TEXT, AT(findings), AUDIT, {"CSV register temuan untuk Excel", "CSV of the findings for a spreadsheet"}},
    {0, "html", "FILE", VALUE_TEXT, AT(html), AUDIT, {"halaman Ringkasan sebagai halaman web tunggal", "page one as a single web page"}},
    {0, "what-if", NULL, VALUE_FLAG, AT(what_if), AUDIT | VERIFY | RECORDED, {"simulasi: tahun lain boleh, setiap halaman bertanda SIMULASI", "simulation: another year is allowed, every page says SIMULASI"}},
    {0, "date", "YYYY-MM-DD", VALUE_DATE, AT(date), RULES | RECORDED, {"tanggal laporan (bawaan SOURCE_DATE_EPOCH, lalu hari ini)", "date of the report (default SOURCE_DATE_EPOCH, then today)"}},
    {'j', "jobs", "N", VALUE_NUMBER, AT(jobs), READING, {"jumlah pekerja paralel (bawaan: semua inti)", "parallel workers (default: all cores)"}},
    {0, "lang", "id|en", VALUE_LANGUAGE, AT(english), ALL | RECORDED, {"bahasa laporan dan pesan", "language of report and messages"}},
    {'q', "quiet", NULL, VALUE_FLAG, AT(quiet), ALL, {"hanya kesalahan", "errors only"}},
    {'v', "verbose", NULL, VALUE_FLAG, AT(verbose), ALL, {"juga peringatan dan catatan per baris", "warnings and notes per row as well"}},
    {0, "version", NULL, VALUE_FLAG, AT(version), ALL, {"versi program", "version of the program"}},
    {'h', "help", NULL, VALUE_FLAG, AT(help), ALL, {"bantuan ini", "this help"}},
};
enum { OPTION_COUNT = sizeof OPTIONS / sizeof *OPTIONS };

static const struct {
    const char *name; /* one word or two */
    const char *usage;
    size_t least, most; /* words behind it */
    const char *help[2];
} COMMANDS[COMMAND_COUNT] = {
    {"audit", "effcheck [audit] [opsi] FILE...", 1, SIZE_MAX, {"memeriksa CSV belanja OPD dan menulis laporan Excel", "audits spending CSVs of units and writes an Excel report"}},
    {"classify", "effcheck classify [opsi] FILE...", 1, SIZE_MAX, {"setiap baris dengan jenis dan aturannya, sebagai CSV ke stdout", "every line with its class and rule, as CSV to stdout"}},
    {"inspect", "effcheck inspect [opsi] FILE...", 1, SIZE_MAX, {"bagaimana tiap berkas dibaca: enkoding, kolom, angka, total", "how each file was read: encoding, columns, numbers, totals"}},
    {"explain", "effcheck explain FILE:BARIS", 1, 1, {"mengapa satu baris mendapat jenisnya", "why one line has its class"}},
    {"rules lint", "effcheck rules lint [PAKET]", 0, 1, {"memeriksa paket aturan: id ganda, aturan mati, kata kosong", "checks a rule pack: ids twice, dead rules, empty words"}},
    {"rules test", "effcheck rules test [PAKET]", 0, 1, {"menjalankan semua contoh dan baris uji paket", "runs all examples and cases of a pack"}},
    {"rules show", "effcheck rules show [ID]", 0, 1, {"semua yang dikatakan paket tentang satu id; tanpa id: daftar cek", "everything the pack says about one id; without one: all checks"}},
    {"rules diff", "effcheck rules diff LAMA BARU FILE...", 3, SIZE_MAX, {"baris dan rupiah yang berpindah jenis di antara dua paket", "lines and rupiah that move between classes from pack to pack"}},
    {"verify", "effcheck verify LAPORAN.xlsx FILE...", 2, SIZE_MAX, {"menghitung ulang laporan dari berkasnya: sama atau beda", "reckons a report again from its files: same or different"}},
};

static const struct option *find_long(struct str name)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (str_eq(name, str_from(OPTIONS[i].name))) return &OPTIONS[i];
    return NULL;
}

static const struct option *find_letter(char letter)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (OPTIONS[i].letter == letter && letter) return &OPTIONS[i];
    return NULL;
}

static bool read_number(struct str s, int *out)
{
    int value = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || value > 99999) return false;
        value = value * 10 + (s.p[i] - '0');
    }
    *out = value;
    return s.n > 0 && value > 0;
}

static bool store(struct options *options, const struct option *option, struct str value, struct arena *arena)
{
    *array_push(arena, &options->given) = (struct given){(size_t)(option - OPTIONS), value};
    if (option->value == VALUE_READING)
        return reading_set(&options->reading, (enum reading_field)option->offset, value, str_format(arena, "--%s", option->name));
    void *at = (char *)options + option->offset;
    switch (option->value) {
    case VALUE_FLAG: *(bool *)at = true; return true;
    case VALUE_TEXT: *(struct str *)at = value; return value.n > 0;
    case VALUE_LIST: *array_push(arena, (paths *)at) = value; return value.n > 0;
    case VALUE_NUMBER: return read_number(value, at);
    case VALUE_DATE: return date_parse(value, at);
    case VALUE_PERIOD: return date_parse_period(value, at);
    case VALUE_PAPER: *(bool *)at = str_eq(value, S("f4")); return str_eq(value, S("f4")) || str_eq(value, S("a4"));
    case VALUE_READING: break;
    case VALUE_LANGUAGE: *(bool *)at = str_eq(value, S("en")); return str_eq(value, S("en")) || str_eq(value, S("id"));
    }
    return false;
}

struct parser {
    struct options *options;
    struct arena *arena;
    char **next, **end;
    struct str *error;
};

static bool complain(struct parser *p, const char *indonesian, const char *english, struct str about)
{
    *p->error = str_format(p->arena, "%s \"%.*s\" / %s", indonesian, STR_ARG(about), english);
    return false;
}

/* An option and its value: attached ("--output=x", "-ox") or the next word. */
static bool take(struct parser *p, const struct option *option, struct str word, struct str attached, bool has_attached)
{
    if (!option) return complain(p, "opsi tidak dikenal", "unknown option", word);
    if (!(option->commands & (1u << p->options->command))) return complain(p, "opsi ini bukan untuk perintah ini", "option does not belong to this command", word);
    if (option->value == VALUE_FLAG) {
        if (has_attached) return complain(p, "opsi ini tidak memakai nilai", "option takes no value", word);
        return store(p->options, option, attached, p->arena);
    }
    if (!has_attached) {
        if (p->next == p->end) return complain(p, "nilai tidak ada untuk", "value missing", word);
        attached = str_from(*p->next++);
    }
    if (store(p->options, option, attached, p->arena)) return true;
    return complain(p, "nilai tidak berlaku untuk opsi ini:", "invalid value", str_format(p->arena, "%.*s %.*s", STR_ARG(word), STR_ARG(attached)));
}

static bool take_word(struct parser *p, struct str word)
{
    if (str_starts(word, S("--"))) {
        size_t equal = str_find(word, '=');
        struct str name = str_sub(word, 2, equal);
        return take(p, find_long(name), str_sub(word, 0, equal), str_sub(word, equal + 1, word.n), equal < word.n);
    }
    for (size_t i = 1; i < word.n; i++) { /* -qv, -j2, -o FILE */
        const struct option *option = find_letter(word.p[i]);
        bool flag = option && option->value == VALUE_FLAG;
        if (!take(p, option, str_format(p->arena, "-%c", word.p[i]), str_sub(word, i + 1, word.n), !flag && i + 1 < word.n)) return false;
        if (!flag) break;
    }
    return true;
}

/* How many words of `words` name command `c`: 0 = another command. */
static int names_command(int c, char **words, int n)
{
    struct str name = str_from(COMMANDS[c].name), word;
    int used = 0;
    while (str_split(&name, ' ', &word))
        if (used == n || !str_eq(word, str_from(words[used++]))) return 0;
    return used;
}

static void take_command(struct parser *p)
{
    int n = (int)(p->end - p->next);
    for (int c = 0, used; c < COMMAND_COUNT; c++)
        if ((used = names_command(c, p->next, n)) > 0) {
            p->options->command = (enum command)c;
            p->next += used;
            return;
        }
}

static bool right_number_of_words(struct parser *p)
{
    const struct options *o = p->options;
    if (o->files.n < COMMANDS[o->command].least)
        *p->error = o->files.n ? str_format(p->arena, "kurang kata / words missing: %s", COMMANDS[o->command].usage)
                               : S("tidak ada berkas yang diberikan / no file given; effcheck --help");
    else if (o->files.n > COMMANDS[o->command].most)
        return complain(p, "kata ini berlebih:", "one word too many", o->files.at[COMMANDS[o->command].most]);
    return o->files.n >= COMMANDS[o->command].least;
}

bool options_parse(struct options *options, int argc, char **argv, struct arena *arena, struct str *error)
{
    struct parser p = {.options = options, .arena = arena, .next = argv + (argc > 0), .end = argv + argc, .error = error};
    bool only_files = false;
    *options = (struct options){.output = S("laporan-efisiensi.xlsx")};
    take_command(&p);
    if (options->command == COMMAND_AUDIT && p.next < p.end && str_eq(str_from(*p.next), S("rules")))
        return complain(&p, "perintah tidak lengkap:", "lint, test, show or diff", S("rules"));
    while (p.next < p.end) {
        struct str word = str_from(*p.next++);
        if (!only_files && str_eq(word, S("--"))) only_files = true;
        else if (only_files || word.n < 2 || word.p[0] != '-') *array_push(arena, &options->files) = word;
        else if (!take_word(&p, word)) return false;
    }
    return options->help || options->version || right_number_of_words(&p);
}

size_t options_outputs(const struct options *options, struct str outputs[OPTIONS_OUTPUTS_MAX])
{
    const bool audits = options->command == COMMAND_AUDIT, to_stdout = str_eq(options->json, S("-"));
    const struct str all[] = {audits ? options->output : (struct str){0}, to_stdout ? (struct str){0} : options->json, options->rejects, options->findings, options->html,
                              options->per_opd};
    size_t n = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].n) outputs[n++] = all[i];
    return n;
}

/* What was given last; NULL = not given. */
static const struct given *given_of(const struct options *options, size_t option)
{
    for (size_t i = options->given.n; i-- > 0;)
        if (options->given.at[i].option == option) return &options->given.at[i];
    return NULL;
}

static bool names_file(const struct option *option)
{
    return option->value == VALUE_TEXT && option->value_name && (str_eq(str_from(option->value_name), S("FILE")) || option->letter == 'r');
}

void options_settings(const struct options *options, struct run_options *facts, struct arena *arena)
{
    facts->settings.n = 0;
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const struct given *given = OPTIONS[i].commands & RECORDED ? given_of(options, i) : NULL;
        if (!given) continue;
        struct str value = OPTIONS[i].value == VALUE_FLAG ? S("ya") : given->value;
        if (names_file(&OPTIONS[i])) value = str_base_name(value);
        *array_push(arena, &facts->settings) = (struct setting){str_format(arena, "--%s", OPTIONS[i].name), value};
    }
}

bool options_recall(struct options *options, struct str name, struct str value, struct arena *arena)
{
    const struct option *option = str_starts(name, S("--")) ? find_long(str_sub(name, 2, name.n)) : NULL;
    if (!option || !(option->commands & RECORDED)) return false;
    return given_of(options, (size_t)(option - OPTIONS)) || store(options, option, value, arena);
}

void options_help(const struct options *options)
{
    bool english = options->english;
    puts(english ? "effcheck checks regional spending against the efficiency rules and writes an Excel report.\n"
                 : "effcheck memeriksa belanja daerah terhadap aturan efisiensi dan menulis laporan Excel.\n");
    puts(english ? "Examples:" : "Contoh:");
    puts("  effcheck opd_*.csv");
    puts("  effcheck opd_*.csv --baseline murni_*.csv -p 2025-10 -o laporan-2025-10.xlsx");
    puts("  effcheck classify opd_dinkes.csv > dinkes-jenis.csv");
    puts("  effcheck explain opd_dinkes.csv:17");
    puts("  effcheck verify laporan-2025-10.xlsx opd_*.csv murni_*.csv\n");
    puts(english ? "Commands:" : "Perintah:");
    for (int c = 0; c < COMMAND_COUNT; c++) printf("  %-38s %s\n", COMMANDS[c].usage, COMMANDS[c].help[english]);
    puts(english ? "\nOptions:" : "\nOpsi:");
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        char words[64];
        const struct option *o = &OPTIONS[i];
        snprintf(words, sizeof words, "%c%c%s --%s %s", o->letter ? '-' : ' ', o->letter ? o->letter : ' ', o->letter ? "," : " ", o->name,
                 o->value_name ? o->value_name : "");
        printf("  %-26s %s\n", words, o->help[english]);
    }
    puts(english ? "\nExit status: 0 clean, 1 findings, 2 usage or rule pack, 3 input rejected or totals differ, 4 report not written.\nverify: 0 same, 2 not a report of effcheck, 3 different."
                 : "\nStatus keluar: 0 bersih, 1 ada temuan, 2 salah pakai atau paket aturan, 3 masukan ditolak atau total tidak cocok,\n4 laporan tidak dapat ditulis.\nverify: 0 sama, 2 bukan laporan effcheck, 3 beda.");
}
