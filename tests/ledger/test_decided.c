/* What somebody has decided about a file counts more than what its columns are called: --stage, --delimiter, effcheck.csv. */
#include "reading.h"

#define PACK  "rules/inpres-1-2025"
#define LINE  "1.02,Dinas,5.1.02.04.01.0001,"
#define UNITS "Kode SKPD,Nama SKPD,Kode Rekening,"

static const struct decided_row {
    const char *name;
    enum reading_field field;
    const char *value, *text;
    const char *sums, *units, *diags;
} DECIDED[] = {
    {"a budget by its own name", READING_FIELDS, "", UNITS "Pagu\n" LINE "50\n", "kini 50.00", "1.02 Dinas", ""},
    {"a budget is the original one", READING_STAGE, "murni", UNITS "Pagu\n" LINE "50\n", "murni 50.00", "1.02 Dinas", ""},
    {"an original budget is the present one", READING_STAGE, "kini", UNITS "Pagu Murni\n" LINE "50\n", "kini 50.00", "1.02 Dinas", ""},
    {"the present budget stays it", READING_STAGE, "kini", UNITS "Pagu\n" LINE "50\n", "kini 50.00", "1.02 Dinas", ""},
    {"two budgets stay two", READING_STAGE, "kini", UNITS "Pagu Murni,Pagu\n" LINE "100,50\n", "murni 100.00 kini 50.00", "1.02 Dinas", ""},
    {"a budget is what was spent", READING_STAGE, "realisasi", UNITS "Pagu\n" LINE "50\n", "realisasi 50.00", "1.02 Dinas", ""},
    {"an original budget is what was spent", READING_STAGE, "realisasi", UNITS "Pagu Murni\n" LINE "50\n", "realisasi 50.00", "1.02 Dinas", ""},
    {"only what was spent counts", READING_STAGE, "realisasi", UNITS "Pagu Murni,Pagu,Realisasi\n" LINE "100,50,10\n", "realisasi 10.00", "1.02 Dinas", ""},
    {"the unit's name, where the file has none", READING_UNIT_NAME, "Dinas Sosial", "Kode Rekening,Pagu\n5.1.02.04.01.0001,50\n", "kini 50.00", " Dinas Sosial", ""},
    {"the unit's code, where the file has none", READING_UNIT_CODE, "1.06", "Kode Rekening,Pagu\n5.1.02.04.01.0001,50\n", "kini 50.00", "1.06 ", ""},
    {"the unit's name, in place of what stands above", READING_UNIT_NAME, "Dinas Sosial", "SKPD : Dinas Lain\nKode Rekening,Pagu\n5.1.02.04.01.0001,50\n", "kini 50.00", " Dinas Sosial", ""},
    {"the separator", READING_DELIMITER, ";", "Nama SKPD;Kode Rekening;Pagu\nDinas A, B;5.1.02.04.01.0001;50,00\n", "kini 50.00", " Dinas A, B", ""},
    {"a separator that is not in the file", READING_DELIMITER, "|", UNITS "Pagu\n" LINE "50\n", "", "", "kepala-tabel-tidak-dikenal"},
};

static struct str dump_units(struct arena *arena, const struct ledger *l)
{
    struct str text = {0};
    for (size_t i = 0; i < l->units.n; i++)
        text = str_format(arena, "%.*s%s%.*s %.*s", STR_ARG(text), i ? "; " : "", STR_ARG(ledger_text(l, l->units.at[i].code)), STR_ARG(ledger_text(l, l->units.at[i].name)));
    return text;
}

static void test_decided(void **state)
{
    const struct decided_row *row = *state;
    struct reading r;
    struct intake_options options = {.amounts_needed = true};
    reading_open(&r, PACK);
    if (row->field < READING_FIELDS) assert_true(reading_set(&options.reading, row->field, str_from(row->value), S("--option")));
    reading_add(&r, "test.csv", row->text, options);
    reading_end(&r);
    assert_diags(&r.arena, &r.diags, row->diags);
    assert_text(dump_amounts(&r.arena, &r.ledger.files.at[0].sums), row->sums, "the sums");
    assert_text(dump_units(&r.arena, &r.ledger), row->units, "the units");
    reading_close(&r);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "decided", DECIDED, test_decided);
    return suite_run(&suite, "decided");
}
