/* What the columns of real files mean: header rows, synonyms, rows above and below the header, number formats. */
#include "testing.h"

#include "effcheck/columns.h"

/* As the intake does for a text: every dialect it suggests; what is seen instead of a header is said. */
static bool find_columns(struct columns *columns, const struct header_names *names, struct str path, struct str text, unsigned needs,
                         struct arena *arena, struct diags *diags)
{
    struct dialect dialects[DIALECTS_MAX];
    struct table tables[DIALECTS_MAX];
    const struct reading_options undecided = {0};
    size_t n = dialect_candidates(text, dialects), chosen = 0;
    bool found;
    for (size_t i = 0; i < n; i++) tables[i] = table_of_text(text, dialects[i], arena);
    if (columns_find(columns, names, path, tables, n, &undecided, needs, arena, diags, &chosen, &found)) return true;
    if (!found) columns_missing(&tables[0], names, path, &undecided, arena, diags);
    return false;
}

/* The names of the shipped packs. */
struct names {
    struct arena arena;
    struct diags diags;
    struct header_names headers;
};

static void load_names(struct names *names)
{
    struct ruletable table;
    names->diags.arena = &names->arena;
    assert_true(ruletable_load(&table, S(SOURCE_DIR "/rules/common/headers.csv"), "role name", &names->arena, &names->diags));
    bool good = header_names_load(&names->headers, &table, &names->arena, &names->diags);
    assert_diags(&names->arena, &names->diags, "");
    assert_true(good);
}

/* "kini=2 text=1": each role and its column, in the order of the columns. */
static struct str list_roles(struct arena *arena, const struct columns *columns)
{
    struct str list = {0};
    for (size_t i = 0; i < columns->width; i++)
        for (int role = 0; role < ROLE_COLUMNS; role++)
            if (columns->at[role] == (int)i && role != ROLE_KNOWN)
                list = str_format(arena, "%.*s%s%s=%zu", STR_ARG(list), list.n ? " " : "", role_name((enum role)role), i);
    return list;
}

static struct str list_place(struct arena *arena, const struct columns *c)
{
    struct str dialect = c->dialect.delimiter == '\t' ? S("tab") : (struct str){&c->dialect.delimiter, 1};
    struct str outer = c->dialect.outer ? str_format(arena, "in%c", c->dialect.outer) : (struct str){0};
    return str_format(arena, "%.*s%.*s %u+%u", STR_ARG(dialect), STR_ARG(outer), c->header_line, c->header_records);
}

/* ---- headers ---- */

static const struct header_row {
    const char *name;
    const char *text;
    const char *place; /* dialect, line + rows of the header; NULL = none found */
    const char *roles;
    const char *diags;
} HEADERS[] = {
    {"SIPD pagu", "NO,TAHUN,KODE SKPD,NAMA SKPD,KODE SUB KEGIATAN,NAMA SUB KEGIATAN,KODE REKENING,NAMA REKENING,PAKET/KELOMPOK,NAMA PAKET/KELOMPOK,PAGU\n", ", 1+1",
     "year=1 unit_code=2 unit_name=3 sub_kegiatan_code=4 sub_kegiatan_name=5 account_code=6 account_name=7 package=9 kini=10", ""},
    {"title case, blanks and underscores", "Kode_SKPD;nama skpd ; KODE  SUB KEGIATAN;Kode Rekening;Nama Paket Kelompok;Pagu_Anggaran\n", "; 1+1",
     "unit_code=0 unit_name=1 sub_kegiatan_code=2 account_code=3 package=4 kini=5", ""},
    {"SIPD realisation by document",
     "Kode SKPD,Nama SKPD,Kode Rekening,Nama Rekening,Nomor Dokumen,Keterangan Dokumen,Nilai Realisasi,Nilai Setoran,Nilai SPD,Nilai SP2D\n", ", 1+1",
     "unit_code=0 unit_name=1 account_code=2 account_name=3 document_no=4 note=5 realisasi=6 setoran=7 repeated=8", ""},
    {"wp-sipd", "kode_sub_giat,nama_sub_giat,kode_akun,nama_akun,subs_bl_teks,nama_komponen,spek_komponen,harga_satuan,rincian,rincian_murni\n", ", 1+1",
     "sub_kegiatan_code=0 sub_kegiatan_name=1 account_code=2 account_name=3 package=4 text=5 spec=6 price=7 kini=8 murni=9", ""},
    {"metadata above", "Judul,Penjabaran,,\nDaerah,Kabupaten Bantul,,\nTahun,2016,,\nOrganisasi,Dinas Kesehatan,,\nNo. Rekening,Uraian,Jumlah,Keterangan\n", ", 5+1",
     "account_code=0 text=1 kini=2 note=3", ""},
    {"change budget", "No. Rekening,Uraian,Sebelum,Sesudah,Angka,Prosentase,Keterangan\n", ", 1+1", "account_code=0 text=1 murni=2 kini=3 note=6", ""},
    {"change budget in other words", "Kode Rekening,Uraian,Sebelum Perubahan,Sesudah Perubahan,Selisih,Prosentase\n", ", 1+1",
     "account_code=0 text=1 murni=2 kini=3", ""},
    {"the same under a title of realisation", "Judul,Laporan Realisasi Anggaran,,,\nNo. Rekening,Uraian,Sebelum,Sesudah,Angka\n", ", 2+1",
     "account_code=0 text=1 kini=2 realisasi=3", ""},
    {"semicolon with blanks in the names", "KODE REKENING ;URAIAN ;ANGGARAN ;PENJELASAN \n", "; 1+1", "account_code=0 text=1 kini=2 note=3", ""},
    {"empty columns behind", "Kode Rekening,URAIAN,jumlah,Penjelasan,,,\n5.1,Belanja,100,,,,\n", ", 1+1", "account_code=0 text=1 kini=2 note=3", ""},
    {"the whole row as one cell", "\"No. Rekening,\"\"Uraian\"\",\"\"Jumlah\"\",\"\"Keterangan\"\"\"\n", ", 1+1", "account_code=0 text=1 kini=2 note=3", ""},
    {"semicolon padded with commas", "No Rekening;Uraian;Sebelum;Sesudah,,,,\n5.1;Belanja;1.234,50;1.000,00,,\n", ";in, 1+1", "account_code=0 text=1 murni=2 kini=3", ""},
    {"blanks lost", "NOREKENING,URAIAN,PEGAWAI,JUMLAH,Rp,(%)\n", ", 1+1", "account_code=0 text=1 by_kind=2 kini=3", ""},
    {"LKPP", "tahun_anggaran,kd_satker_str,nama_satker,nama_paket,pagu,uraian_pekerjaan,mak\n", ", 1+1",
     "year=0 unit_code=1 unit_name=2 package=3 kini=4 text=5 joined_code=6", ""},
    {"tab", "Kode Rekening\tUraian\tPagu\n", "tab 1+1", "account_code=0 text=1 kini=2", ""},
    {"bar", "Kode Rekening|Uraian|Pagu\n", "| 1+1", "account_code=0 text=1 kini=2", ""},
    {"quoted names with line ends", "\"Kode\nRekening\",Uraian,\"Pagu\nAnggaran\"\n5.1,B,1\n", ", 1+1", "account_code=0 text=1 kini=2", ""},
    {"two rows: merged cell over two names", "Kode Rekening,Uraian,Anggaran,,Keterangan\n,,Sebelum,Sesudah,\n5.1,Belanja,100,50,\n", ", 1+2",
     "account_code=0 text=1 murni=2 kini=3 note=4", ""},
    {"two rows: the difference too", "Kode Rekening,Uraian,Jumlah (Rp),,Bertambah/Berkurang,\n,,Sebelum Perubahan,Sesudah Perubahan,(Rp),%\n5.1,Belanja,100,50,-50,-50\n", ", 1+2",
     "account_code=0 text=1 murni=2 kini=3", ""},
    {"two rows: prints of RKA", "Kode Rekening,Uraian,Rincian Perhitungan,,,,Jumlah\n,,Koefisien,Satuan,Harga,PPN,\n5.1,Belanja,1 th,th,100,0,100\n", ", 1+2",
     "account_code=0 text=1 coefficient=2 measure_unit=3 price=4 kini=6", ""},
    {"one row, and a data row is no second", "Kode Rekening,Uraian,,Jumlah\n5.1,Belanja,Pagu,100\n", ", 1+1", "account_code=0 text=1 kini=3", ""},
    {"behind a table that is none", "Uraian,Tanggal\nRapat,5 Januari\n\nKode Rekening,Uraian,Pagu\n", ", 4+1", "account_code=0 text=1 kini=2", ""},
    {"a cell too long for a name",
     "Kode Rekening,Uraian,Pagu,Kolom yang namanya panjang sekali dan menjelaskan segala sesuatu yang mungkin ingin diketahui oleh pembaca tentang isi kolom ini,Sebelum\n", ", 1+1",
     "account_code=0 text=1 kini=2 murni=4", ""},
    {"in the 80th record", "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nKode Rekening,Uraian,Pagu\n",
     ", 80+1", "account_code=0 text=1 kini=2", ""},
    {"two columns of one meaning", "Kode Rekening,Uraian,Pagu,Anggaran\n", ", 1+1", "account_code=0 text=1 kini=2", "kolom-ganda@1"},
    {"no amount", "Kode Rekening,Uraian,Tanggal\n5.1,Belanja,1\n", NULL, "", "kepala-tabel-tidak-dikenal"},
    {"nothing bought", "Tahun,Pagu\n2025,100\n", NULL, "", "kepala-tabel-tidak-dikenal"},
    {"an amount that must not be summed", "Kode Rekening,Uraian,Nilai SP2D\n5.1,Belanja,100\n", NULL, "", "kolom-ditolak@1"},
    {"two dialects that fit equally", "PAGU;KODE REKENING;URAIAN;CATATAN,PAGU,KODE REKENING,URAIAN\n", NULL, "", "pemisah-rancu@1"},
};

static void test_header(void **state)
{
    const struct header_row *row = *state;
    struct names names = {0};
    struct columns columns;
    load_names(&names);
    bool good = find_columns(&columns, &names.headers, S("a.csv"), str_from(row->text), NEED_AMOUNTS, &names.arena, &names.diags);
    assert_diags(&names.arena, &names.diags, row->diags);
    assert_number(good, row->place != NULL, "found");
    if (good) {
        assert_text(list_place(&names.arena, &columns), row->place, "the place");
        assert_text(list_roles(&names.arena, &columns), row->roles, "the list of roles");
    }
    arena_release(&names.arena);
}

/* Without amounts (classify) something that says what was bought is enough. */
static void test_header_without_amounts(void **state)
{
    (void)state;
    struct names names = {0};
    struct columns columns;
    load_names(&names);
    assert_true(find_columns(&columns, &names.headers, S("a.csv"), S("Kode Rekening,Nama Paket\n,Rapat\n"), 0, &names.arena, &names.diags));
    assert_text(list_roles(&names.arena, &columns), "account_code=0 package=1", "the list of roles");
    arena_release(&names.arena);
}

/* The message names the columns of the widest row and what is needed. */
static void test_header_message(void **state)
{
    (void)state;
    struct names names = {0};
    struct columns columns;
    load_names(&names);
    assert_false(find_columns(&columns, &names.headers, S("a.csv"), S("x\nNama,Alamat,Telepon\ny\n"), NEED_AMOUNTS, &names.arena, &names.diags));
    assert_text(names.diags.list.at[0].value, "Nama | Alamat | Telepon", "the columns seen");
    assert_true(names.diags.list.at[0].detail.n > 0);
    arena_release(&names.arena);
}

/* Titles longer than what is kept of them: the header is found, and the sanitizer sees nothing. */
static void test_long_titles(void **state)
{
    (void)state;
    struct names names = {0};
    struct columns columns;
    load_names(&names);
    struct str text = {0};
    for (size_t length = 1; length < 6000; length = length * 2 + 1) {
        char *title = arena_alloc(&names.arena, length + 1);
        for (size_t i = 0; i < length; i++) title[i] = i % 2 ? '|' : 'x'; /* the folded form is twice as long */
        text = str_format(&names.arena, "%.*s%s\n%s\n", STR_ARG(text), title, title);
    }
    text = str_join(&names.arena, text, S("Realisasi,\nKode Rekening,Sebelum\n"));
    assert_true(find_columns(&columns, &names.headers, S("a.csv"), text, NEED_AMOUNTS, &names.arena, &names.diags));
    assert_text(list_roles(&names.arena, &columns), "account_code=0 kini=1", "the list of roles");
    arena_release(&names.arena);
}

/* ---- labels above the table ---- */

static const struct label_row {
    const char *name; /* the cell */
    int role;
} LABELS[] = {
    {"Organisasi", ROLE_META_UNIT_NAME}, {" ORGANISASI ", ROLE_META_UNIT_NAME}, {"Organisasi:", ROLE_META_UNIT_NAME}, {"Organisasi :", ROLE_META_UNIT_NAME},
    {"Kode Organisasi", ROLE_META_UNIT_CODE}, {"Tahun", ROLE_META_YEAR}, {"Tahun Anggaran", ROLE_META_YEAR}, {"Daerah", ROLE_META_REGION},
    {"Nama Dinas", ROLE_META_UNIT_NAME}, {"Judul", ROLE_META_TITLE}, {"Kolom", ROLE_META_KNOWN}, {"Pagu", -1}, {"", -1}, {"2016", -1},
};

static void test_label(void **state)
{
    const struct label_row *row = *state;
    struct names names = {0};
    load_names(&names);
    assert_number(columns_meta_role(&names.headers, str_from(row->name)), row->role, "the role");
    arena_release(&names.arena);
}

/* ---- rows that are the header again, or number the columns ---- */

static const struct again_row {
    const char *name;
    const char *record; /* below "Kode Rekening,Uraian,Sebelum,Sesudah,Angka" */
    bool again;
} AGAIN[] = {
    {"the same names", "Kode Rekening,Uraian,Sebelum,Sesudah,Angka", true},
    {"in capitals", "KODE REKENING,URAIAN,SEBELUM,SESUDAH,ANGKA", true},
    {"with empty cells behind", "Kode Rekening,Uraian,Sebelum,Sesudah,Angka,,", true},
    {"numbers of columns", "1,2,3,4,5", true},
    {"in parentheses", "(1),(2),(3),(4),(5)", true},
    {"with arithmetic", "1,2,3,4,5 = 4 - 3", true},
    {"with more arithmetic", "1,2,3,4,5 = (4 / 3) x 100", true},
    {"with arithmetic without blanks", "1,2,3,4,5=4-3", true},
    {"some empty", "1,2,3,4,", true},
    {"another name", "Kode Rekening,Uraian,Sebelum,Sesudah,Selisih", false},
    {"a line", "5.1.02,Belanja,100,50,-50", false},
    {"a line of a short code", "1.02,2,3,4,5", false},
    {"years", "2023,2024,2025,2026,2027", false},
    {"more than four digits", "1,2,3,4,55555", false},
    {"letters beside numbers", "1,2,c,4,5", false},
    {"a line of small amounts", "5,2,3,4,5", false},
    {"a line without a name", "5.1.02.04.01.0001,,100,50,-50", false},
    {"amounts alone", ",,1000000,500000,-500000", false},
    {"two numbers", "1,2", false},
    {"a parenthesis alone", "(,(,(,(,(", false},
    {"nothing", ",,,,", false},
};

static void test_again(void **state)
{
    const struct again_row *row = *state;
    struct names names = {0};
    struct columns columns;
    struct csv_reader reader;
    struct record record;
    load_names(&names);
    assert_true(find_columns(&columns, &names.headers, S("a.csv"), S("Kode Rekening,Uraian,Sebelum,Sesudah,Angka\n"), NEED_AMOUNTS, &names.arena, &names.diags));
    csv_open(&reader, str_from(row->record), (struct dialect){',', 0}, &names.arena);
    assert_true(csv_next(&reader, &record));
    assert_number(columns_is_header_again(&columns, &record), row->again, "a header again");
    csv_close(&reader);
    arena_release(&names.arena);
}

/* ---- number formats: decided over the whole file ---- */

enum { COLUMNS_MAX = 3 };

static const struct format_row {
    const char *name;
    const char *cells[COLUMNS_MAX]; /* of each column, parted by '|' */
    const char *marks;              /* of each column: - unknown, . point, comma, ? undecided */
} FORMATS[] = {
    {"plain", {"100|200|0"}, "-"},
    {"nothing", {""}, "-"},
    {"groups of points", {"1.234.567|100"}, ","},
    {"groups of commas", {"1,234,567|100"}, "."},
    {"decimal comma", {"100,50|100"}, ","},
    {"decimal point", {"100.50|100"}, "."},
    {"caret", {"85594000^00"}, ","},
    {"ambiguous alone", {"12.500|13.750"}, "?"},
    {"ambiguous with commas alone", {"12,500"}, "?"},
    {"settled by another cell", {"12.500|1.234.567"}, ","},
    {"settled by another cell to decimals", {"12.500|12.75"}, "."},
    {"settled by another column", {"12.500", "1.234,50"}, ",,"},
    {"settled by two others that agree", {"12.500", "1.234,50", "7,5"}, ",,,"},
    {"others that contradict each other settle nothing", {"12.500", "1.234,50", "1,234.50"}, "?,."},
    {"a plain column stays plain", {"100", "1.234,50"}, "-,"},
    {"each column by itself", {"1.234,50", "1,234.50"}, ",."},
    {"the more frequent wins", {"1.234,50|2.345,50|1,234.50"}, ","},
    {"as many of both", {"1.234,50|1,234.50"}, "-"},
    {"zeros say nothing", {"0.00|12.500"}, "?"},
    {"a lost comma means comma", {"7.381.011.000.00|219.063.359.00"}, ","},
    {"a lost comma among decimal points", {"7.381.011.000.00|12.75"}, "."},
    {"dashes and blanks say nothing", {"-||null|12.500"}, "?"},
    {"text says nothing", {"Belanja|12.500|1.234.567"}, ","},
};

static void note_cells(struct number_column *column, const char *cells, struct arena *arena)
{
    struct str part, rest = str_from(cells);
    while (str_split(&rest, '|', &part)) number_column_note(column, part, arena);
}

static void test_format(void **state)
{
    const struct format_row *row = *state;
    struct arena arena = {0};
    struct number_column columns[COLUMNS_MAX] = {0};
    char marks[COLUMNS_MAX + 1] = "";
    size_t n = 0;
    for (; n < COLUMNS_MAX && row->cells[n]; n++) note_cells(&columns[n], row->cells[n], &arena);
    number_columns_decide(columns, n, DECIMAL_UNKNOWN);
    for (size_t i = 0; i < n; i++) marks[i] = columns[i].undecided ? '?' : "-.,"[columns[i].mark];
    assert_string_equal(marks, row->marks);
    arena_release(&arena);
}

/* Noted by two readers, one behind the other. */
static void test_joined(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct number_column above = {.cells = 2}, below = {.cells = 3};
    note_cells(&above, "12.500|1,5|7", &arena);
    note_cells(&below, "99.500|2.345,50|lima", &arena);
    number_column_join(&above, &below);
    assert_int_equal(above.cells, 5);
    assert_int_equal(above.count[NUMBER_AMBIGUOUS], 2);
    assert_text(above.example[NUMBER_AMBIGUOUS], "12.500", "the first ambiguous cell");
    assert_int_equal(above.count[NUMBER_PLAIN], 1);
    assert_int_equal(above.count[NUMBER_COMMA], 2);
    assert_text(above.example[NUMBER_COMMA], "1,5", "the first with a comma");
    assert_int_equal(above.count[NUMBER_BAD], 1);
    assert_text(above.example[NUMBER_BAD], "lima", "the first that is no number");
    arena_release(&arena);
}

/* Amounts that seem to have lost three digits: several below a thousand, none of thousands, many of millions. */
static const struct shrunk_row {
    const char *name;
    int below, thousands, beyond;
    bool shrunk;
} SHRUNK[] = {
    {"three below, ten beyond", 3, 0, 10, true}, {"two below", 2, 0, 10, false}, {"nine beyond", 3, 0, 9, false}, {"one of thousands", 3, 1, 10, false}, {"more", 4, 0, 11, true},
};

static void test_shrunk(void **state)
{
    const struct shrunk_row *row = *state;
    struct number_column column = {0};
    number_column_size(&column, (struct money){0}); /* counts as nothing */
    for (int i = 0; i < row->below; i++) number_column_size(&column, (struct money){i ? 99999 : -1});
    for (int i = 0; i < row->thousands; i++) number_column_size(&column, (struct money){i ? 99999999 : 100000});
    for (int i = 0; i < row->beyond; i++) number_column_size(&column, (struct money){i ? 100000000 : -100000000});
    assert_number(column.sizes.below, row->below, "below a thousand");
    assert_number(column.sizes.beyond, row->beyond, "a million and more");
    number_column_shrunk(&column);
    assert_number(column.shrunk, row->shrunk, "whether it is shrunk");
    assert_number(number_is_shrunk(&column, (struct money){99999}), row->shrunk, "an amount below a thousand");
    assert_number(number_is_shrunk(&column, (struct money){-1}), row->shrunk, "one below zero");
    assert_false(number_is_shrunk(&column, (struct money){100000}));
    assert_false(number_is_shrunk(&column, (struct money){0}));
}

/* What a cell is refused for, by what its column is. */
static const struct fault_row {
    const char *name;
    enum number_shape shape;
    struct number_column column;
    enum diag_kind kind;
} FAULTS[] = {
    {"digits that Excel lost", NUMBER_LOST_DIGITS, {.mark = DECIMAL_UNKNOWN}, DIAG_AMOUNT_LOST_DIGITS},
    {"too large", NUMBER_OVERFLOW, {.mark = DECIMAL_UNKNOWN}, DIAG_AMOUNT_OVERFLOW},
    {"ambiguous in an undecided column", NUMBER_AMBIGUOUS, {.undecided = true}, DIAG_AMOUNT_AMBIGUOUS},
    {"ambiguous elsewhere", NUMBER_AMBIGUOUS, {.mark = DECIMAL_UNKNOWN}, DIAG_AMOUNT_BAD},
    {"a point where commas are decimals", NUMBER_POINT, {.mark = DECIMAL_COMMA}, DIAG_AMOUNT_MIXED},
    {"a comma where points are decimals", NUMBER_COMMA, {.mark = DECIMAL_POINT}, DIAG_AMOUNT_MIXED},
    {"a point in a column without a mark", NUMBER_POINT, {.mark = DECIMAL_UNKNOWN}, DIAG_AMOUNT_BAD},
    {"a comma in a column without a mark", NUMBER_COMMA, {.mark = DECIMAL_UNKNOWN}, DIAG_AMOUNT_BAD},
    {"a word", NUMBER_BAD, {.mark = DECIMAL_COMMA}, DIAG_AMOUNT_BAD},
};

static void test_fault(void **state)
{
    const struct fault_row *row = *state;
    assert_number(number_fault(&row->column, row->shape), row->kind, "the fault");
}

static const struct format_name_row {
    const char *name; /* Indonesian */
    const char *english;
    struct number_column column;
} FORMAT_NAMES[] = {
    {"sel angka", "number cells", {.cells = 3}},
    {"sel angka", "number cells", {.cells = 3, .count = {[NUMBER_BLANK] = 2}}},
    {"angka polos", "plain digits", {.cells = 3, .count = {[NUMBER_PLAIN] = 1}}},
    {"rancu", "ambiguous", {.undecided = true, .cells = 3, .count = {[NUMBER_AMBIGUOUS] = 1}}},
    {"Indonesia (1.234.567,89)", "Indonesian (1.234.567,89)", {.mark = DECIMAL_COMMA}},
    {"Inggris (1,234,567.89)", "English (1,234,567.89)", {.mark = DECIMAL_POINT}},
    {"angka polos", "plain digits", {.count = {[NUMBER_BAD] = 1}}},
};

static void test_format_name(void **state)
{
    const struct format_name_row *row = *state;
    assert_string_equal(number_format_name(&row->column, false), row->name);
    assert_string_equal(number_format_name(&row->column, true), row->english);
}

static void test_evidence(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct number_column column = {0};
    note_cells(&column, "12.500|13.750|1.234.567|100||abc|1,5E+9", &arena);
    assert_int_equal(column.count[NUMBER_AMBIGUOUS], 2);
    assert_int_equal(column.count[NUMBER_PLAIN], 1);
    assert_int_equal(column.count[NUMBER_BLANK], 1);
    assert_text(column.example[NUMBER_AMBIGUOUS], "12.500", "the first ambiguous cell");
    assert_text(column.example[NUMBER_BAD], "abc", "the first bad cell");
    assert_text(column.example[NUMBER_LOST_DIGITS], "1,5E+9", "the first cell that lost digits");
    arena_release(&arena);
}

/* ---- the table of names itself ---- */

static const struct table_row {
    const char *name;
    const char *rows;
    const char *diags;
} TABLES[] = {
    {"good", "kini,Pagu,,\nmeta_year,Tahun,,\nyear,Tahun,,\n", ""},
    {"one name twice with one meaning", "kini,Pagu,,\nkini,PAGU,,\n", ""},
    {"unknown role", "kinii,Pagu,,\n", "isi-aturan-salah@2"},
    {"unknown role under a title", "kini,Pagu,realisasi,real\n", "isi-aturan-salah@2"},
    {"a label under a title", "kini,Pagu,realisasi,meta_year\n", "isi-aturan-salah@2"},
    {"a percent sign is a name", "known,%,,\n", ""},
    {"no role", ",Pagu,,\n", "isi-aturan-salah@2"},
    {"no name", "kini,,,\n", "isi-aturan-salah@2"},
    {"a name of signs", "kini,---,,\n", "isi-aturan-salah@2"},
    {"one name with two meanings", "kini,Pagu,,\nmurni,Pagu,,\n", "id-aturan-ganda@3"},
    {"one name with two meanings above", "meta_year,Tahun,,\nmeta_region,Tahun,,\n", "id-aturan-ganda@3"},
};

static void test_table(void **state)
{
    const struct table_row *row = *state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct ruletable table;
    struct header_names names;
    struct str text = str_join(&arena, S("role,name,when_title,role_under_title\n"), str_from(row->rows));
    assert_true(ruletable_parse(&table, S("headers.csv"), text, "role name", &arena, &diags));
    bool good = header_names_load(&names, &table, &arena, &diags);
    assert_diags(&arena, &diags, row->diags);
    assert_number(good, row->diags[0] == '\0', "good");
    if (diags.list.n && diags.list.at[0].kind == DIAG_PACK_ID_TWICE) assert_text(diags.list.at[0].detail, "2", "the row that has it");
    arena_release(&arena);
}

/* A meaning that a title changes is not lost when the name is a label as well. */
static void test_title_and_label(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct ruletable table;
    struct header_names names;
    struct columns columns;
    struct str text = S("role,name,when_title,role_under_title\naccount_code,Kode,,\nmurni,Sebelum,realisasi,kini\nmeta_known,Sebelum,,\n");
    assert_true(ruletable_parse(&table, S("headers.csv"), text, "role name", &arena, &diags));
    assert_true(header_names_load(&names, &table, &arena, &diags));
    assert_true(find_columns(&columns, &names, S("a.csv"), S("Realisasi 2014,\nKode,Sebelum\n"), NEED_AMOUNTS, &arena, &diags));
    assert_text(list_roles(&arena, &columns), "account_code=0 kini=1", "the list of roles");
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "header", HEADERS, test_header);
    suite_test(&suite, "header without amounts", test_header_without_amounts);
    suite_test(&suite, "message about a header", test_header_message);
    suite_test(&suite, "long titles", test_long_titles);
    suite_rows(&suite, "label", LABELS, test_label);
    suite_rows(&suite, "header again", AGAIN, test_again);
    suite_rows(&suite, "number format", FORMATS, test_format);
    suite_test(&suite, "a column noted in two parts", test_joined);
    suite_rows(&suite, "shrunk", SHRUNK, test_shrunk);
    suite_rows(&suite, "fault", FAULTS, test_fault);
    suite_rows(&suite, "format name", FORMAT_NAMES, test_format_name);
    suite_test(&suite, "evidence of a column", test_evidence);
    suite_rows(&suite, "table", TABLES, test_table);
    suite_test(&suite, "a name with a title that is a label too", test_title_and_label);
    return suite_run(&suite, "columns");
}
