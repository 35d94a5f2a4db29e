/* Bytes -> text -> records: whatever the file holds, under every dialect that is worth trying. */
#include "effcheck/csv.h"
#include "effcheck/source.h"
#include "fuzz.h"

/* The same record without the quick way for plain lines. */
static void compare(struct csv_reader *slow, const struct record *record)
{
    struct record other;
    PROMISE(csv_next(slow, &other));
    PROMISE(other.line == record->line && other.lines == record->lines && other.flags == record->flags && other.n == record->n);
    PROMISE(other.raw.p == record->raw.p && other.raw.n == record->raw.n);
    for (size_t i = 0; i < record->n; i++) PROMISE(str_eq(record->cells[i], other.cells[i]));
}

static void read_all(struct str text, struct dialect dialect, struct arena *scratch)
{
    struct csv_reader reader, slow;
    struct record record;
    uint32_t last = 0;
    size_t records = 0;
    csv_open(&reader, text, dialect, scratch);
    csv_open(&slow, reader.text, (struct dialect){dialect.delimiter, 0}, scratch);
    slow.only_libcsv = true;
    while (csv_next(&reader, &record)) {
        PROMISE(record.line > last);
        PROMISE(++records <= text.n + 1);
        PROMISE(record.n == 0 || record.cells);
        compare(&slow, &record);
        last = record.line;
    }
    csv_close(&slow);
    csv_close(&reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct source source;
    if (source_from_bytes(&source, S("fuzz.csv"), (struct str){(const char *)bytes, n}, &arena, &diags)) {
        struct dialect dialects[DIALECTS_MAX];
        size_t count = dialect_candidates(source.text, dialects);
        PROMISE(count >= 1 && count <= DIALECTS_MAX);
        for (size_t i = 0; i < count; i++) read_all(source.text, dialects[i], &arena);
    } else {
        PROMISE(diags.list.n > 0); /* a refusal says why */
    }
    arena_release(&arena);
    return 0;
}
