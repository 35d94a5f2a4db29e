/* Words of files -> stages of the budget, with the table of rules/common. */
#include "effcheck/stages.h"

#include "testing.h"

static const struct stage_row {
    const char *name; /* what the file says */
    uint16_t rank;
    bool original;
} STAGES[] = {
    {"Murni", 100, true},
    {"APBD MURNI 2025", 100, true},
    {"Penetapan APBD", 100, true},
    {"Pergeseran", 200, false},
    {"Pergeseran 1", 201, false},
    {"Pergeseran ke-2", 202, false},
    {"PERGESERAN IV", 204, false},
    {"pergeseran_10", 210, false},
    {"Pergeseran II Tahun 2025", 202, false},
    {"Mendahului Perubahan", 200, false},
    {"Perubahan", 300, false},
    {"APBD-P", 300, false},
    {"Perubahan APBD 2025", 300, false},
    {"Pergeseran setelah Perubahan 2", 402, false},
    {"Perubahannya", 0, false}, /* whole words */
    {"Versi 3", 0, false},
    {"", 0, false},
};

static void named(void **state)
{
    const struct stage_row *row = *state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct ruletable table;
    struct stage_rules rules;
    assert_true(ruletable_load(&table, S(SOURCE_DIR "/rules/common/stages.csv"), "words order original", &arena, &diags));
    assert_true(stage_rules_load(&rules, &table, &arena, &diags));
    struct stage stage = stage_named(&rules, str_from(row->name), &arena);
    assert_int_equal(stage.rank, row->rank);
    assert_int_equal(stage.original, row->original);
    arena_release(&arena);
}

static void faults(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct ruletable table;
    struct stage_rules rules;
    assert_true(
        ruletable_parse(&table, S("stages.csv"), S("words,order,original\nmurni,0,ya\n,2,\n"), "words order original", &arena, &diags));
    assert_false(stage_rules_load(&rules, &table, &arena, &diags));
    assert_int_equal(diags.list.n, 2);
    assert_int_equal(diags.list.at[0].kind, DIAG_PACK_VALUE_BAD);
    arena_release(&arena);
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "stage", STAGES, named);
    suite_test(&suite, "faults of the table", faults);
    return suite_run(&suite, "stages");
}
