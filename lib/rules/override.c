#include "effcheck/override.h"

#include "pack_reading.h"

static const char NEEDED[] = "id kelas kode_sub_kegiatan sub_kegiatan rekening kata alasan penyetuju";

struct reader {
    struct loader *loader;
    const struct ruletable *table;
    const struct ruletable_row *row;
};

static struct str cell(const struct reader *r, const char *column)
{
    return str_trim(ruletable_cell(r->table, r->row, column));
}

static void refuse(const struct reader *r, const char *column, enum diag_kind kind, struct str value, struct str accepted)
{
    loader_fault(r->loader, ruletable_diag(r->table, r->row, column, kind, value, accepted));
}

/* What the row looks for, in the words of the table, for the report. */
static struct str what_of(const struct reader *r)
{
    static const struct {
        const char *column, *name;
    } parts[] = {{"kode_sub_kegiatan", "kode"}, {"sub_kegiatan", "sub kegiatan"}, {"rekening", "rekening"}, {"kata", "kata"}};
    struct str what = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct str value = cell(r, parts[i].column);
        if (value.n)
            what = str_format(r->loader->pack->arena, "%.*s%s%s %.*s", STR_ARG(what), what.n ? " · " : "", parts[i].name, STR_ARG(value));
    }
    return what;
}

static struct override entry_of(const struct reader *r)
{
    struct override entry = {.id = cell(r, "id"), .rule = NO_INDEX, .what = what_of(r), .reason = cell(r, "alasan"), .approver = cell(r, "penyetuju"),
                             .letter = cell(r, "nomor_surat"), .until = cell(r, "berlaku_sampai"), .note = cell(r, "catatan"),
                             .path = r->row->file->path, .place = ruletable_place(r->table, r->row)};
    entry.class_index = read_class(r->loader, r->table, r->row, "kelas");
    if (!cell(r, "kelas").n) refuse(r, "kelas", DIAG_PACK_VALUE_BAD, (struct str){0}, S("classes.csv"));
    if (!entry.reason.n) refuse(r, "alasan", DIAG_OVERRIDE_UNFOUNDED, entry.id, S("alasan"));
    if (!entry.approver.n) refuse(r, "penyetuju", DIAG_OVERRIDE_UNFOUNDED, entry.id, S("penyetuju"));
    if (!entry.what.n) refuse(r, "kata", DIAG_PACK_RULE_EMPTY, entry.id, (struct str){0});
    return entry;
}

static bool is_expired(const struct reader *r, const struct override *entry)
{
    struct date until, today = r->loader->local->today;
    if (!entry->until.n) return false;
    if (!date_parse(entry->until, &until)) {
        refuse(r, "berlaku_sampai", DIAG_PACK_VALUE_BAD, entry->until, S("2025-12-31"));
        return false;
    }
    return today.year && date_cmp(until, today) < 0;
}

/* The row as a rule. Its words stand in one place: the name of the sub kegiatan, or anywhere; a code may go with either. */
static uint16_t make_rule(const struct reader *r, const struct override *entry)
{
    struct loader *loader = r->loader;
    size_t number = loader->pack->rules.n;
    struct str name = cell(r, "sub_kegiatan"), words = cell(r, "kata");
    struct rule rule = {.id = entry->id, .class_index = entry->class_index, .purpose_index = NO_INDEX, .words = name.n ? name : words,
                        .where = name.n ? FIELD_ACTIVITY : FIELD_ALL, .note = entry->reason, .place = entry->place};
    rule.basis = entry->letter.n ? entry->letter : entry->approver;
    if (name.n && words.n) refuse(r, "kata", DIAG_PACK_VALUE_BAD, words, S("sub_kegiatan / kata: satu saja, exactly one"));
    read_accounts(loader, r->table, r->row, "rekening", &rule.accounts);
    read_accounts(loader, r->table, r->row, "kode_sub_kegiatan", &rule.activities);
    rule.has_words = read_phrases(loader, r->table, r->row, name.n ? "sub_kegiatan" : "kata", number, PHRASE_WORDS);
    add_rule(loader, r->table, r->row, rule);
    return (uint16_t)number;
}

static void read_entry(const struct reader *r)
{
    struct pack *pack = r->loader->pack;
    struct override entry = entry_of(r);
    if (is_expired(r, &entry))
        diag_add(r->loader->diags, ruletable_diag(r->table, r->row, "berlaku_sampai", DIAG_OVERRIDE_EXPIRED, entry.id, entry.until));
    else entry.rule = make_rule(r, &entry);
    *array_push(pack->arena, &pack->overrides.list) = entry;
}

void read_overrides(struct loader *loader)
{
    struct pack *pack = loader->pack;
    struct ruletable *table = arena_new(pack->arena, struct ruletable); /* places point into it */
    struct str path = loader->local->override;
    if (!path.n) return;
    pack->overrides.path = path;
    if (!ruletable_load(table, path, NEEDED, pack->arena, loader->diags)) {
        loader->good = false;
        return;
    }
    for (size_t i = 0; i < table->rows.n; i++) {
        check_id(loader, table, i, "id");
        read_entry(&(struct reader){loader, table, &table->rows.at[i]});
    }
    pack->overrides.applied = (uint16_t)pack->rules.n;
    for (size_t i = 0; i <= SHA256_HEX; i++) pack->overrides.sha256[i] = table->sha256[i];
}
