/* intake_dump.h - all that a reading has made of a file, as text: for comparing two readings of it. */
#ifndef EFFCHECK_TESTS_INTAKE_DUMP_H
#define EFFCHECK_TESTS_INTAKE_DUMP_H

#include <inttypes.h>
#include <stdarg.h>

#include "effcheck/intake.h"

typedef ARRAY(char) dump_text;

__attribute__((format(printf, 3, 4))) static inline void dump_add(struct arena *arena, dump_text *out, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int n = vsnprintf(NULL, 0, format, list);
    va_end(list);
    array_reserve(arena, out, out->n + (size_t)n + 1);
    va_start(list, format);
    vsnprintf(out->at + out->n, (size_t)n + 1, format, list);
    va_end(list);
    out->n += (size_t)n;
}

static inline void dump_measures(struct arena *arena, dump_text *out, const struct amounts *a)
{
    dump_add(arena, out, " %u", a->present);
    for (int m = 0; m < MEASURE_COUNT; m++) dump_add(arena, out, " %" PRId64, a->of[m].sen);
}

static inline void dump_info(struct arena *arena, dump_text *out, const struct input_file *f)
{
    dump_add(arena, out, "sha %s opened %d header %u year %d %d says %u rows %u %u %u", f->sha256, f->opened, f->header_row, f->year, f->other_year, f->says,
             f->rows_read, f->rows_used, f->rows_rejected);
    for (int i = 0; i < EXCLUDED_COUNT; i++) dump_add(arena, out, " %u", f->rows_excluded[i]);
    dump_measures(arena, out, &f->sums);
    dump_measures(arena, out, &f->stated);
    dump_add(arena, out, " reconciled %d measures %u odd %u region %.*s unit %.*s %.*s\n", f->reconciled, f->measures, f->odd_accounts, STR_ARG(f->region),
             STR_ARG(f->unit_code), STR_ARG(f->unit_name));
    for (size_t i = 0; i < f->months.n; i++)
        dump_add(arena, out, "month %d-%d %u %" PRId64 "\n", f->months.at[i].month.year, f->months.at[i].month.month, f->months.at[i].lines, f->months.at[i].realisasi.sen);
    for (size_t i = 0; i < f->footings.n; i++)
        dump_add(arena, out, "footing %u %.*s %" PRId64 " %" PRId64 "\n", f->footings.at[i].row, STR_ARG(f->footings.at[i].name), f->footings.at[i].stated.sen, f->footings.at[i].sum.sen);
    for (int m = 0; m < MEASURE_COUNT; m++) dump_add(arena, out, "format %.*s column %.*s\n", STR_ARG(f->number_format[m]), STR_ARG(f->column_name[m]));
    for (size_t i = 0; f->evidence && i < AMOUNT_COLUMNS; i++)
        for (int shape = 0; shape <= NUMBER_BAD; shape++)
            dump_add(arena, out, "%u %.*s, ", f->evidence->numbers[i].count[shape], STR_ARG(f->evidence->numbers[i].example[shape]));
}

static inline struct str intake_dump(struct arena *arena, const struct intake *intake)
{
    dump_text out = {0};
    dump_info(arena, &out, &intake->info);
    for (size_t i = 0; i < intake->texts.texts.n; i++) dump_add(arena, &out, "\ntext %.*s", STR_ARG(intake->texts.texts.at[i]));
    for (size_t i = 0; i < intake->units.n; i++)
        dump_add(arena, &out, "\nunit %u %u %u %u %d", intake->units.at[i].code, intake->units.at[i].name, intake->units.at[i].present, intake->units.at[i].rejected_rows,
                 intake->units.at[i].unreconciled);
    for (size_t i = 0; i < intake->activities.n; i++) dump_add(arena, &out, "\nactivity %u %u", intake->activities.at[i].code, intake->activities.at[i].name);
    for (size_t i = 0; i < intake->particulars.n; i++) {
        const struct particulars *p = &intake->particulars.at[i];
        dump_add(arena, &out, "\nparticulars %u %u %u %u %u %u %u %d-%d", p->fund, p->sub_unit, p->sub_unit_name, p->document, p->payee, p->indicator, p->target,
                 p->month.year, p->month.month);
    }
    for (size_t i = 0; i < intake->lines.n; i++) {
        const struct line *l = &intake->lines.at[i];
        dump_add(arena, &out, "\nline %u unit %u activity %u account %u %u text %u %u calculation %u stage %u %d%d", l->row, l->unit, l->activity, l->account,
                 l->account_name, l->text, l->particulars, l->calculation, l->stage, l->rejected, l->odd_account);
        dump_measures(arena, &out, &l->amounts);
    }
    for (size_t i = 0; i < intake->calculations.n; i++) {
        const struct calculation *c = &intake->calculations.at[i];
        dump_add(arena, &out, "\ncalculation %u text %u %u unit %u %u next %u price %d %" PRId64 " volume %d %" PRId64, c->row, c->text, c->from, c->measure_unit,
                 c->coefficient, c->next, c->has_price, c->price.sen, c->has_volume, c->volume.sen);
    }
    for (size_t i = 0; i < intake->rejects.n; i++) {
        const struct reject *r = &intake->rejects.at[i];
        dump_add(arena, &out, "\nreject %u %s %.*s %.*s %.*s %.*s", r->row, diag_slug(r->kind), STR_ARG(r->column), STR_ARG(r->value), STR_ARG(r->accepted), STR_ARG(r->raw));
    }
    for (size_t i = 0; i < intake->diags.list.n; i++) {
        const struct diag *d = &intake->diags.list.at[i];
        dump_add(arena, &out, "\n%u %s %.*s %.*s %.*s", d->line, diag_slug(d->kind), STR_ARG(d->column), STR_ARG(d->value), STR_ARG(d->detail));
    }
    return (struct str){out.at, out.n};
}

#endif
