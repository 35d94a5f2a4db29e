#include "effcheck/exceptions.h"

static const char NEEDED[] = "id temuan cek opd alasan penyetuju";

struct reader {
    struct exceptions *exceptions;
    const struct pack *pack;
    const struct ruletable_row *row;
    struct diags *diags;
    bool good;
};

static struct str cell(const struct reader *r, const char *column)
{
    return str_trim(ruletable_cell(&r->exceptions->table, r->row, column));
}

static void refuse(struct reader *r, const char *column, enum diag_kind kind, struct str value, struct str detail)
{
    diag_add(r->diags, ruletable_diag(&r->exceptions->table, r->row, column, kind, value, detail));
    r->good = false;
}

static void check_id(struct reader *r, struct str id)
{
    const struct exceptions *all = r->exceptions;
    if (!id.n) refuse(r, "id", DIAG_PACK_VALUE_BAD, id, S("PT-01"));
    for (size_t i = 0; id.n && i < all->list.n; i++)
        if (str_eq(all->list.at[i].id, id)) {
            struct str line = str_format(r->diags->arena, "%u", all->list.at[i].row->line);
            refuse(r, "id", DIAG_PACK_ID_TWICE, id, line);
            return;
        }
}

/* One finding, or a check together with a unit: never a check everywhere. */
static void read_target(struct reader *r, struct exception *entry)
{
    struct str check = cell(r, "cek");
    entry->finding = cell(r, "temuan");
    entry->unit = cell(r, "opd");
    entry->check = NO_INDEX;
    for (uint16_t i = 0; check.n && i < r->pack->checks.n; i++)
        if (str_eq_nocase(r->pack->checks.at[i].id, check)) entry->check = i;
    bool by_finding = entry->finding.n && !check.n && !entry->unit.n, by_check = !entry->finding.n && check.n && entry->unit.n;
    if (!by_finding && !by_check) refuse(r, "temuan", DIAG_EXCEPTION_TARGET, entry->id, (struct str){0});
    else if (by_check && entry->check == NO_INDEX) refuse(r, "cek", DIAG_PACK_UNKNOWN, check, S("checks.csv"));
}

static void read_until(struct reader *r, struct exception *entry, struct date today)
{
    struct date until;
    if (!entry->until.n) return;
    if (!date_parse(entry->until, &until)) {
        refuse(r, "berlaku_sampai", DIAG_PACK_VALUE_BAD, entry->until, S("2025-12-31"));
        return;
    }
    entry->expired = today.year && date_cmp(until, today) < 0;
    if (entry->expired)
        diag_add(r->diags, ruletable_diag(&r->exceptions->table, r->row, "berlaku_sampai", DIAG_EXCEPTION_EXPIRED, entry->id, entry->until));
}

static void read_entry(struct reader *r, struct date today)
{
    struct exception entry = {.id = cell(r, "id"), .reason = cell(r, "alasan"), .approver = cell(r, "penyetuju"), .letter = cell(r, "nomor_surat"),
                              .until = cell(r, "berlaku_sampai"), .note = cell(r, "catatan"), .row = r->row};
    check_id(r, entry.id);
    read_target(r, &entry);
    if (!entry.reason.n) refuse(r, "alasan", DIAG_EXCEPTION_UNFOUNDED, entry.id, S("alasan"));
    if (!entry.approver.n) refuse(r, "penyetuju", DIAG_EXCEPTION_UNFOUNDED, entry.id, S("penyetuju"));
    read_until(r, &entry, today);
    *array_push(r->diags->arena, &r->exceptions->list) = entry;
}

bool exceptions_load(struct exceptions *exceptions, struct str path, const struct pack *pack, struct date today, struct arena *arena,
                     struct diags *diags)
{
    struct reader r = {.exceptions = exceptions, .pack = pack, .diags = diags, .good = true};
    *exceptions = (struct exceptions){.path = path};
    if (!ruletable_load(&exceptions->table, path, NEEDED, arena, diags)) return false;
    for (size_t i = 0; i < exceptions->table.rows.n; i++) {
        r.row = &exceptions->table.rows.at[i];
        read_entry(&r, today);
    }
    return r.good;
}
