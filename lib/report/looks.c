#include "looks.h"

#include "effcheck/fit.h"

enum { NAVY = 0x1F3864, GREY = 0x6B7280, PALE = 0xF3F6FB };

static const struct look LOOKS[STYLE_COUNT] = {
    [STYLE_TITLE] = {15, true, false, 'l', 'c', false, NAVY, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_SIMULATION] = {15, true, false, 'l', 'c', false, 0xB42318, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_SUBTITLE] = {9.5, false, false, 'l', 'c', false, LOOK_INK, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_NOTE] = {8.5, false, false, 'l', 't', false, GREY, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_SECTION] = {11, true, false, 'l', 'c', false, NAVY, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_HEADER] = {9, true, true, 'c', 'c', true, NAVY, 0xD9E2F3, NUMBER_PLAIN_TEXT},
    [STYLE_TEXT] = {9, false, true, 'l', 'c', true, LOOK_INK, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_INDENTED] = {9, false, true, 'i', 'c', true, LOOK_INK, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_SMALL] = {8, false, true, 'l', 't', true, LOOK_INK, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_FINE] = {8, false, true, 'l', 'c', true, LOOK_INK, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_SMALL_MONEY] = {8, false, false, 'r', 't', true, LOOK_INK, LOOK_NO_FILL, NUMBER_MONEY},
    [STYLE_SMALL_INTEGER] = {8, false, false, 'r', 't', true, LOOK_INK, LOOK_NO_FILL, NUMBER_INTEGER},
    [STYLE_SMALL_DATE] = {8, false, false, 'c', 't', true, LOOK_INK, LOOK_NO_FILL, NUMBER_DATE},
    [STYLE_SMALL_ABSENT] = {8, false, false, 'c', 't', true, GREY, 0xEDEFF2, NUMBER_PLAIN_TEXT},
    [STYLE_LINE] = {8, false, false, 'l', 't', false, LOOK_INK, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_LINE_MONEY] = {8, false, false, 'r', 't', false, LOOK_INK, LOOK_NO_FILL, NUMBER_MONEY},
    [STYLE_LINE_INTEGER] = {8, false, false, 'r', 't', false, LOOK_INK, LOOK_NO_FILL, NUMBER_INTEGER},
    [STYLE_CENTER] = {9, false, true, 'c', 'c', true, LOOK_INK, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_INTEGER] = {9, false, false, 'r', 'c', true, LOOK_INK, LOOK_NO_FILL, NUMBER_INTEGER},
    [STYLE_MONEY] = {9, false, false, 'r', 'c', true, LOOK_INK, LOOK_NO_FILL, NUMBER_MONEY},
    [STYLE_OVER] = {9, false, false, 'r', 'c', true, LOOK_INK, LOOK_NO_FILL, NUMBER_OVER},
    [STYLE_CHANGE] = {9, false, false, 'r', 'c', true, LOOK_INK, LOOK_NO_FILL, NUMBER_CHANGE},
    [STYLE_MILLION] = {9, false, false, 'r', 'c', true, LOOK_INK, LOOK_NO_FILL, NUMBER_MILLION},
    [STYLE_PERCENT] = {9, false, false, 'r', 'c', true, LOOK_INK, LOOK_NO_FILL, NUMBER_PERCENT},
    [STYLE_LINK] = {8, false, true, 'l', 't', true, 0x1D4ED8, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_ABSENT] = {9, false, false, 'c', 'c', true, GREY, 0xEDEFF2, NUMBER_PLAIN_TEXT},
    [STYLE_TOTAL_TEXT] = {9, true, false, 'l', 'c', true, NAVY, 0xE9EEF7, NUMBER_PLAIN_TEXT},
    [STYLE_TOTAL_INTEGER] = {9, true, false, 'r', 'c', true, NAVY, 0xE9EEF7, NUMBER_INTEGER},
    [STYLE_TOTAL_MONEY] = {9, true, false, 'r', 'c', true, NAVY, 0xE9EEF7, NUMBER_MONEY},
    [STYLE_TOTAL_OVER] = {9, true, false, 'r', 'c', true, NAVY, 0xE9EEF7, NUMBER_OVER},
    [STYLE_TOTAL_CHANGE] = {9, true, false, 'r', 'c', true, NAVY, 0xE9EEF7, NUMBER_CHANGE},
    [STYLE_TOTAL_MILLION] = {9, true, false, 'r', 'c', true, NAVY, 0xE9EEF7, NUMBER_MILLION},
    [STYLE_TOTAL_PERCENT] = {9, true, false, 'r', 'c', true, NAVY, 0xE9EEF7, NUMBER_PERCENT},
    [STYLE_GROUP_TEXT] = {9, true, true, 'l', 'c', true, LOOK_INK, PALE, NUMBER_PLAIN_TEXT},
    [STYLE_GROUP_INTEGER] = {9, true, false, 'r', 'c', true, LOOK_INK, PALE, NUMBER_INTEGER},
    [STYLE_GROUP_MONEY] = {9, true, false, 'r', 'c', true, LOOK_INK, PALE, NUMBER_MONEY},
    [STYLE_GROUP_CHANGE] = {9, true, false, 'r', 'c', true, LOOK_INK, PALE, NUMBER_CHANGE},
    [STYLE_GROUP_PERCENT] = {9, true, false, 'r', 'c', true, LOOK_INK, PALE, NUMBER_PERCENT},
    [STYLE_GROUP_LINK] = {9, true, true, 'l', 'c', true, 0x1D4ED8, PALE, NUMBER_PLAIN_TEXT},
    [STYLE_PARAGRAPH] = {9, false, true, 'l', 't', false, LOOK_INK, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_KEY] = {9, true, true, 'l', 't', false, GREY, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_ALERT] = {9, false, true, 'l', 'c', true, 0x7A4B00, 0xFFF4D6, NUMBER_PLAIN_TEXT},
    [STYLE_GOOD] = {9, true, true, 'c', 'c', true, 0x14532D, 0xDCF2E1, NUMBER_PLAIN_TEXT},
    [STYLE_BAD] = {9, true, true, 'c', 'c', true, 0x8B1A10, 0xFADBD8, NUMBER_PLAIN_TEXT},
    [STYLE_DOUBT] = {9, true, true, 'c', 'c', true, 0x7A4B00, 0xFFF0CC, NUMBER_PLAIN_TEXT},
    [STYLE_UNKNOWN] = {9, true, true, 'c', 'c', true, 0x374151, 0xE2E5EA, NUMBER_PLAIN_TEXT},
    [STYLE_VOID] = {9, false, true, 'c', 'c', true, 0x9CA3AF, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
    [STYLE_CARD_LABEL] = {8.5, false, true, 'c', 'c', true, GREY, PALE, NUMBER_PLAIN_TEXT},
    [STYLE_CARD_MONEY] = {13, true, false, 'c', 'c', true, NAVY, PALE, NUMBER_MONEY},
    [STYLE_CARD_GOOD] = {13, true, false, 'c', 'c', true, 0x14532D, 0xDCF2E1, NUMBER_MONEY},
    [STYLE_CARD_BAD] = {13, true, false, 'c', 'c', true, 0x8B1A10, 0xFADBD8, NUMBER_MONEY},
    [STYLE_CARD_NOTE] = {8, false, true, 'c', 'c', true, GREY, PALE, NUMBER_PLAIN_TEXT},
    [STYLE_CARD_VERDICT_GOOD] = {12, true, true, 'c', 'c', true, 0x14532D, 0xDCF2E1, NUMBER_PLAIN_TEXT},
    [STYLE_CARD_VERDICT_BAD] = {12, true, true, 'c', 'c', true, 0x8B1A10, 0xFADBD8, NUMBER_PLAIN_TEXT},
    [STYLE_CARD_VERDICT_DOUBT] = {12, true, true, 'c', 'c', true, 0x7A4B00, 0xFFF0CC, NUMBER_PLAIN_TEXT},
    [STYLE_CARD_VERDICT_UNKNOWN] = {12, true, true, 'c', 'c', true, 0x374151, 0xE2E5EA, NUMBER_PLAIN_TEXT},
    [STYLE_SIGNATURE] = {9, false, false, 'c', 'c', false, LOOK_INK, LOOK_NO_FILL, NUMBER_PLAIN_TEXT},
};

/* The separators that people see follow the language of their spreadsheet; "_)" is a narrow margin. The second of each pair shows
 * sen. */
static const char *const NUMBERS[][2] = {
    [NUMBER_PLAIN_TEXT] = {"", ""},
    [NUMBER_INTEGER] = {"#,##0_);[Red]-#,##0_)", "#,##0_);[Red]-#,##0_)"},
    [NUMBER_MONEY] = {"#,##0_);[Red]-#,##0_)", "#,##0.00_);[Red]-#,##0.00_)"},
    [NUMBER_OVER] = {"[Red]+#,##0_);-#,##0_);0_)", "[Red]+#,##0.00_);-#,##0.00_);0_)"},
    [NUMBER_CHANGE] = {"+#,##0_);-#,##0_);0_)", "+#,##0.00_);-#,##0.00_);0_)"},
    [NUMBER_MILLION] = {"#,##0.0,,_);[Red]-#,##0.0,,_)", "#,##0.0,,_);[Red]-#,##0.0,,_)"},
    [NUMBER_PERCENT] = {"0.00%_)", "0.00%_)"},
    [NUMBER_DATE] = {"dd/mm/yyyy", "dd/mm/yyyy"},
};

const struct look *look_of(enum style style) { return &LOOKS[style]; }

const char *look_number(const struct look *look, bool sen) { return NUMBERS[look->number][sen]; }

double style_height(enum style style, struct str text, double pixels)
{
    const double bold_letters = 1.07;
    const struct look *look = look_of(style);
    double size = look->size, width = look->bold ? size * bold_letters : size;
    return fit_height(fit_lines(text, width, pixels), size);
}
