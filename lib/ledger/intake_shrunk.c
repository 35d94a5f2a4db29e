/* Amounts that lost their thousands: 750.000 that a spreadsheet took for 750. */
#include <string.h>

#include "intake_maker.h"

/* Calls for each cell that is one: gives it its thousands back, or makes it unreadable. Returns how many of measure k. */
static uint32_t mend_shrunk(struct maker *maker, size_t k, bool restore)
{
    const struct number_column *column = &maker->rows->numbers[maker->measure_of[k]];
    uint32_t found = 0;
    for (size_t i = k; i < maker->rows->list.n * maker->measures; i += maker->measures) {
        if (maker->cells[i] != OUTLINE_AMOUNT || !number_is_shrunk(column, maker->amounts[i])) continue;
        if (restore) maker->amounts[i].sen *= 1000;
        else maker->cells[i] = OUTLINE_UNREADABLE;
        found++;
    }
    return found;
}

/* The lines of measure k make exactly the total that the file states. */
static bool adds_up(const struct maker *maker, size_t k)
{
    struct money sum = {0};
    bool good = maker->outline.totals[k].source != OUTLINE_STATED_NONE;
    for (size_t i = 0; i < maker->rows->list.n && good; i++) {
        if (maker->outline.places[i].kind != OUTLINE_LINE) continue;
        uint8_t cell = maker->cells[i * maker->measures + k];
        good = cell != OUTLINE_UNREADABLE && (cell == OUTLINE_ABSENT || money_add(&sum, maker->amounts[i * maker->measures + k]));
    }
    return good && money_cmp(sum, maker->outline.totals[k].stated) == 0;
}

static void say_restored(struct maker *maker, size_t k, uint32_t restored)
{
    char stated[MONEY_TEXT_MAX];
    money_grouped(maker->outline.totals[k].stated, true, stated);
    diag_add(&maker->intake->diags, (struct diag){.kind = DIAG_AMOUNT_RESTORED, .file = maker->intake->info.path, .column = maker_column(maker, maker->measure_of[k]),
                                                  .value = str_format(maker->rows->scratch, "%u", restored), .detail = str_from(stated)});
}

static void read_outline(struct maker *maker, struct outline_input *input)
{
    input->amounts = maker->amounts;
    maker->outline = outline_read(maker->rows->scratch, maker->rows->scratch, &maker->rules->outline, input);
}

/* As written, and said: a person has to look. */
static void note_small(struct maker *maker, size_t k)
{
    const struct number_column *column = &maker->rows->numbers[maker->measure_of[k]];
    diag_add(&maker->intake->diags, (struct diag){.kind = DIAG_AMOUNT_SMALL, .file = maker->intake->info.path, .column = maker_column(maker, maker->measure_of[k]),
                                                  .value = str_format(maker->rows->scratch, "%u", column->sizes.below)});
}

/* Small amounts are right where the lines make the stated total with them; without a total nothing contradicts them. */
static bool some_shrunk(struct maker *maker)
{
    bool some = false;
    for (size_t k = 0; k < maker->measures; k++) {
        struct number_column *column = &maker->rows->numbers[maker->measure_of[k]];
        bool contradicted = maker->outline.totals[k].source != OUTLINE_STATED_NONE && !adds_up(maker, k);
        if (column->shrunk && !contradicted) {
            column->shrunk = false;
            if (maker->outline.totals[k].source == OUTLINE_STATED_NONE) note_small(maker, k);
        }
        some |= column->shrunk;
    }
    return some;
}

/* Amounts that lost their thousands are read with them where the lines then make exactly the stated total; else nobody can read them. */
static void settle_shrunk(struct maker *maker, struct outline_input *input)
{
    struct rows *rows = maker->rows;
    size_t cells = rows->list.n * maker->measures;
    struct money *as_written = maker->amounts;
    uint32_t restored[MEASURE_COUNT] = {0};
    bool proven = true;
    maker->amounts = memcpy(arena_new_n(rows->scratch, struct money, cells), as_written, cells * sizeof *as_written);
    for (size_t k = 0; k < maker->measures; k++) restored[k] = mend_shrunk(maker, k, true);
    read_outline(maker, input);
    for (size_t k = 0; k < maker->measures; k++) proven &= !restored[k] || adds_up(maker, k);
    for (size_t k = 0; k < maker->measures && proven; k++) {
        rows->numbers[maker->measure_of[k]].shrunk = false;
        if (restored[k]) say_restored(maker, k, restored[k]);
    }
    if (proven) return;
    maker->amounts = as_written;
    for (size_t k = 0; k < maker->measures; k++) mend_shrunk(maker, k, false);
    read_outline(maker, input);
}

void maker_read_outline(struct maker *maker, struct outline_input *input)
{
    read_outline(maker, input);
    if (some_shrunk(maker)) settle_shrunk(maker, input);
}
