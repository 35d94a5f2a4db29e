/* What spreadsheets and wrong encodings leave behind, and what only looks like it. */
#include "damage.h"
#include "testing.h"

static const struct code_row {
    const char *name;
    enum damage damage;
} CODES[] = {
    {"5-Jan-02", DAMAGE_DATE},
    {"5-mei-02", DAMAGE_DATE},
    {"Jan-2002", DAMAGE_DATE},
    {"Jan-02-2002", DAMAGE_DATE},
    {"05/01/2002", DAMAGE_DATE},
    {"05/01/02", DAMAGE_DATE},
    {"2002-01-05", DAMAGE_DATE},
    {"2002-01-05 00:00:00", DAMAGE_DATE},
    {"1,98E+17", DAMAGE_LOST_DIGITS},
    {"1.98E+17", DAMAGE_LOST_DIGITS},
    {"5.1.02.04", DAMAGE_NONE},
    {"5-1", DAMAGE_NONE},                        /* too short to be known */
    {"5-1-02-04-01-0001-0001-01", DAMAGE_NONE},  /* too long */
    {"5-1-02-04", DAMAGE_NONE},                  /* more than three parts */
    {"5-01-", DAMAGE_NONE},
    {"5-01-123", DAMAGE_NONE},                   /* a year has two or four digits */
    {"5-01-1", DAMAGE_NONE},
    {"5-012-2002", DAMAGE_NONE},                 /* a day has two */
    {"2002-012-05", DAMAGE_NONE},
    {"2002-01-123", DAMAGE_NONE},
    {"123-01-02", DAMAGE_NONE},
    {"12345-01", DAMAGE_NONE},                   /* two parts without a month */
    {"12345-Jan", DAMAGE_NONE},
    {"Jan-Feb-02", DAMAGE_NONE},                 /* two months */
    {"Januari-02", DAMAGE_NONE},
    {"Bel-01-02", DAMAGE_NONE},                  /* no month */
    {"Belanja", DAMAGE_NONE},
    {"5-Jan", DAMAGE_DATE},
    {"/12345", DAMAGE_NONE},
};

static void test_code(void **state)
{
    const struct code_row *row = *state;
    assert_number(damage_of_code(str_from(row->name)), row->damage, "the damage");
}

static const struct text_row {
    const char *name, *text;
    bool mojibake;
} TEXTS[] = {
    {"ASCII", "Belanja Perjalanan Dinas", false},
    {"eight letters and no more", "Belanjas", false},
    {"nothing", "", false},
    {"an e with its accent", "caf\xC3\xA9", false},
    {"a dash", "Biasa \xE2\x80\x93 Luar Biasa", false},
    {"an e read as Windows-1252", "caf\xC3\x83\xC2\xA9", true},
    {"a dash read as Windows-1252", "Biasa \xC3\xA2\xE2\x82\xAC\xE2\x80\x9C Luar", true},
    {"a no-break space read as Windows-1252", "a\xC3\x82\xC2\xA0" "b", true},
    {"A with a tilde, a word of its own", "\xC3\x83 la carte", false},
    {"A with a tilde at the end", "Dinas \xC3\x83", false},
    {"a dash of Windows read as one of DOS", "Biasa\xC3\xBBLuar", true},
    {"the same letter at the beginning", "\xC3\xBBLuar", false},
    {"the replacement character", "Biasa\xEF\xBF\xBDLuar", true},
    {"another letter of three bytes", "\xEF\xBC\xA1 Luar", false},
    {"cut off behind the first byte of three", "Biasa \xEF\xBF", false},
};

static void test_text(void **state)
{
    const struct text_row *row = *state;
    assert_number(damage_is_mojibake(str_from(row->text)), row->mojibake, "read in the wrong way");
}

int main(void)
{
    struct suite suite = {0};
    suite_rows(&suite, "code", CODES, test_code);
    suite_rows(&suite, "text", TEXTS, test_text);
    return suite_run(&suite, "damage");
}
