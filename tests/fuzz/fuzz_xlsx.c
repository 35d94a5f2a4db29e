/* Workbooks: opened, every sheet read, every part checked. */
#include "effcheck/xlsx.h"
#include "input_file.h"

struct seen {
    uint32_t row;
};

static bool take_row(void *context, uint32_t row, const struct xlsx_cell *cells, size_t n)
{
    struct seen *seen = context;
    PROMISE(row > seen->row && n > 0);
    for (size_t i = 1; i < n; i++) PROMISE(cells[i].column > cells[i - 1].column);
    seen->row = row;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static bool registered;
    char path[INPUT_PATH];
    struct arena arena = {0};
    struct str error = {0};
    if (!registered) registered = atexit(remove_at_exit) == 0;
    write_input(path, bytes, n);
    struct xlsx *book = xlsx_open(path, &arena, &error);
    PROMISE(book || error.n > 0);
    for (size_t i = 0; book && i < xlsx_sheet_count(book); i++) {
        struct seen seen = {0};
        error = (struct str){0};
        PROMISE(xlsx_rows(book, i, take_row, &seen, &error) || error.n > 0);
    }
    error = (struct str){0};
    if (book) {
        PROMISE(xlsx_check(book, &error) || error.n > 0);
        xlsx_close(book);
    }
    arena_release(&arena);
    return 0;
}
