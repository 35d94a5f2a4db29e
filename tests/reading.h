/*
 * reading.h - files from texts: written to a folder of their own, read with a rule pack, added to a ledger.
 *
 *     struct reading r;
 *     reading_open(&r, "rules/inpres-1-2025");
 *     reading_add(&r, "a.csv", "Kode Rekening,...\n", (struct intake_options){.amounts_needed = true});
 *     reading_end(&r);
 *     ... r.ledger, r.diags ...
 *     reading_close(&r);
 */
#ifndef EFFCHECK_TESTS_READING_H
#define EFFCHECK_TESTS_READING_H

#include <unistd.h>

#include "effcheck/intake.h"
#include "testing.h"

struct reading {
    struct arena arena;
    struct diags diags; /* of the ledger, with those of the files */
    struct pack pack;
    struct intake_rules rules;
    struct ledger ledger;
    char folder[40];
    ARRAY(struct str) written;
};

static inline struct str reading_write(struct reading *r, const char *name, const char *text)
{
    struct str path = str_format(&r->arena, "%s/%s", r->folder, name);
    FILE *out = fopen(path.p, "wb");
    assert_non_null(out);
    assert_true(fputs(text, out) >= 0);
    assert_int_equal(fclose(out), 0);
    *array_push(&r->arena, &r->written) = path;
    return path;
}

/* With the table of rates of a region, or NULL. */
static inline void reading_open_caps(struct reading *r, const char *pack, const char *caps)
{
    *r = (struct reading){.folder = "/tmp/effcheck-reading-XXXXXX"};
    r->diags.arena = &r->arena;
    assert_non_null(mkdtemp(r->folder));
    struct pack_local local = {.caps = caps ? reading_write(r, "caps.csv", caps) : S("")};
    bool good = pack_load_local(&r->pack, str_format(&r->arena, SOURCE_DIR "/%s", pack), &local, &r->arena, &r->diags) &&
                intake_rules_load(&r->rules, &r->pack, &r->arena, &r->diags);
    assert_diags(&r->arena, &r->diags, "");
    assert_true(good);
    ledger_begin(&r->ledger, &r->arena, &r->diags);
}

static inline void reading_open(struct reading *r, const char *pack)
{
    reading_open_caps(r, pack, NULL);
}

static inline void reading_add(struct reading *r, const char *name, const char *text, struct intake_options options)
{
    struct intake intake = {0};
    struct str path = reading_write(r, name, text);
    intake_read(&intake, &r->rules, path, options);
    ledger_add(&r->ledger, &intake);
    intake_release(&intake);
}

static inline void reading_end(struct reading *r)
{
    ledger_end(&r->ledger);
}

static inline void reading_close(struct reading *r)
{
    for (size_t i = 0; i < r->written.n; i++) unlink(r->written.at[i].p);
    assert_int_equal(rmdir(r->folder), 0);
    arena_release(&r->arena);
}

/* "murni 100.00 kini 50.00": the measures that are there. */
static inline struct str dump_amounts(struct arena *arena, const struct amounts *a)
{
    static const char *const names[MEASURE_COUNT] = {"murni", "kini", "realisasi"};
    struct str text = {0};
    for (int m = 0; m < MEASURE_COUNT; m++) {
        char plain[MONEY_TEXT_MAX];
        if (!amounts_has(a, (enum measure)m)) continue;
        money_plain(a->of[m], plain);
        text = str_format(arena, "%.*s%s%s %s", STR_ARG(text), text.n ? " " : "", names[m], plain);
    }
    return text;
}

#endif
