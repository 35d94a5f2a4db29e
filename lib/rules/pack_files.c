/* The files of a pack and of the packs it extends, laid over each other. */
#include <stdio.h>

#include "pack_reading.h"

enum { LAYERS_MAX = 8 }; /* a pack that extends another that extends another ...: more is a circle */

/* The packs from the one that was asked for down to the one that extends nothing. */
struct layers {
    struct str folder[LAYERS_MAX];
    size_t n;
};

static struct str in_folder(struct loader *loader, struct str folder, struct str file)
{
    return str_format(loader->pack->arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(file));
}

static struct str folder_of(struct str path)
{
    struct str folder = str_folder(path);
    return folder.n ? str_sub(folder, 0, folder.n - 1) : S(".");
}

static bool exists(struct str path)
{
    FILE *file = fopen(path.p, "rb");
    if (file) fclose(file);
    return file != NULL;
}

static bool load_table(struct loader *loader, struct ruletable *table, struct str path, const char *needed)
{
    bool good = ruletable_load(table, path, needed, loader->pack->arena, loader->diags);
    loader->good = loader->good && good;
    return good;
}

const struct ruletable_row *key_row(const struct ruletable *table, const char *key)
{
    for (size_t i = 0; i < table->rows.n; i++)
        if (str_eq(ruletable_cell(table, &table->rows.at[i], "key"), str_from(key))) return &table->rows.at[i];
    return NULL;
}

struct str pack_value(struct loader *loader, const struct ruletable *table, const char *key, bool needed)
{
    const struct ruletable_row *row = key_row(table, key);
    if (!row && needed) loader_fault(loader, (struct diag){.kind = DIAG_PACK_KEY_MISSING, .file = table->path, .value = str_from(key)});
    return row ? ruletable_cell(table, row, "value") : (struct str){0};
}

void pack_values(struct loader *loader, const struct ruletable *table, const char *key, bool needed, struct str out[2])
{
    out[0] = pack_value(loader, table, key, needed);
    out[1] = pack_value(loader, table, str_format(loader->pack->arena, "%s_en", key).p, false);
    if (!out[1].n) out[1] = out[0];
}

/* pack.csv of each layer, the rows of the extending pack first. */
static bool load_keys(struct loader *loader, struct ruletable *keys, struct layers *layers)
{
    struct arena *arena = loader->pack->arena;
    struct str folder = loader->pack->folder;
    for (*layers = (struct layers){0}; layers->n < LAYERS_MAX;) {
        struct ruletable own;
        layers->folder[layers->n++] = folder;
        if (!load_table(loader, &own, in_folder(loader, folder, S("pack.csv")), "key value")) return false;
        const struct ruletable_row *extends = key_row(&own, "extends");
        const struct str digests[] = {str_from(keys->sha256), str_from(own.sha256)};
        if (layers->n == 1) *keys = own;
        else sha256_hex(digests, 2, keys->sha256);
        for (size_t i = 0; layers->n > 1 && i < own.rows.n; i++) *array_push(arena, &keys->rows) = own.rows.at[i];
        if (!extends) return true;
        folder = in_folder(loader, folder, ruletable_cell(&own, extends, "value"));
        if (layers->n == LAYERS_MAX)
            loader_fault(loader, ruletable_diag(&own, extends, "value", DIAG_PACK_VALUE_BAD, ruletable_cell(&own, extends, "value"),
                                                S("paket dasar, tanpa lingkaran / a base pack, without a circle")));
    }
    return false;
}

/* Where packs lie over each other "rules.csv:17" would name several rows: the folder tells them apart. */
static void label(struct loader *loader, struct ruletable *table, struct str folder, const char *file)
{
    struct str name = folder;
    while (str_ends(name, S("/"))) name = str_sub(name, 0, name.n - 1);
    table->file->label = str_format(loader->pack->arena, "%.*s/%s", STR_ARG(str_base_name(name)), file);
}

/* One table over all layers. A pack that extends another may leave a table out; the last one must have it. */
static void load_layers(struct loader *loader, struct ruletable *table, const struct layers *layers, const char *file, const char *needed)
{
    size_t i = layers->n - 1;
    if (!load_table(loader, table, in_folder(loader, layers->folder[i], str_from(file)), needed)) return;
    if (layers->n > 1) label(loader, table, layers->folder[i], file);
    while (i--) {
        struct ruletable own;
        struct str path = in_folder(loader, layers->folder[i], str_from(file));
        if (!exists(path) || !load_table(loader, &own, path, "id")) continue;
        label(loader, &own, layers->folder[i], file);
        if (!ruletable_extend(table, &own, loader->pack->arena, loader->diags)) loader->good = false;
    }
}

static void load_common(struct loader *loader, const struct ruletable *keys)
{
    struct pack *pack = loader->pack;
    const struct ruletable_row *row = key_row(keys, "common");
    struct str folder = pack_value(loader, keys, "common", true);
    if (!row) return;
    folder = in_folder(loader, folder_of(row->file->path), folder);
    load_table(loader, &pack->headers, in_folder(loader, folder, S("headers.csv")), "role name");
    load_table(loader, &pack->row_words, in_folder(loader, folder, S("rows.csv")), "kind words");
    load_table(loader, &pack->not_lines, in_folder(loader, folder, S("not_lines.csv")), "id columns what advice");
    load_table(loader, &pack->schemes, in_folder(loader, folder, S("schemes.csv")), "id widths expenditure revenue financing");
    load_table(loader, &pack->stages, in_folder(loader, folder, S("stages.csv")), "words order original");
    load_table(loader, &pack->control_words, in_folder(loader, folder, S("control.csv")), "meaning name");
    load_table(loader, &pack->chart, in_folder(loader, folder, S("accounts.csv")), "code name");
}

/* A table that only packs with a key for it have: its file is named there. Packs below the lowest one that has the file are passed over. */
static void load_named(struct loader *loader, struct ruletable *table, const struct ruletable *keys, struct layers layers, const char *key,
                       const char *needed)
{
    struct str file = pack_value(loader, keys, key, false);
    if (!file.n) return;
    while (layers.n > 1 && !exists(in_folder(loader, layers.folder[layers.n - 1], file))) layers.n--;
    load_layers(loader, table, &layers, file.p, needed);
}

bool load_tables(struct loader *loader, struct own_tables *t)
{
    struct layers layers;
    if (!load_keys(loader, &t->pack, &layers)) return false;
    load_layers(loader, &t->classes, &layers, "classes.csv", "id group name limited");
    load_layers(loader, &t->purposes, &layers, "purposes.csv", "id name");
    load_layers(loader, &t->rules, &layers, "rules.csv", "id class purpose account words also except where");
    load_layers(loader, &t->limits, &layers, "limits.csv", "id class percent title sheet basis");
    load_layers(loader, &t->checks, &layers, "checks.csv", "id kind class level limit nature severity hit flat title criteria basis");
    load_named(loader, &t->areas, &t->pack, layers, "realokasi", "id name activity words except");
    load_named(loader, &t->standards, &t->pack, layers, "standards", "id kind class words also except name tier value upto most certainty");
    load_named(loader, &t->caps, &t->pack, layers, "caps", "id regulation activity_id role_id unit cap_rupiah certainty valid_from valid_until");
    load_named(loader, &t->sheets, &t->pack, layers, "lembar", "id checks sheet title");
    load_common(loader, &t->pack);
    return loader->good;
}
