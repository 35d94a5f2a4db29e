/*
 * bare_libcsv FILE...
 *
 * The yardstick of the benchmark: what libcsv alone costs on these bytes. One thread, one
 * parser, every file read with fread in blocks of 64 KiB and handed to csv_parse; the callbacks
 * only count. Prints files, bytes, rows, cells and bytes in cells; the caller takes the time.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <csv.h>

enum { BLOCK_SIZE = 64 * 1024 };

struct counts {
    uint64_t bytes;
    uint64_t rows;
    uint64_t cells;
    uint64_t cell_bytes;
};

static void on_cell(void *cell, size_t length, void *data)
{
    (void)cell;
    struct counts *counts = data;
    counts->cells++;
    counts->cell_bytes += length;
}

static void on_row(int terminator, void *data)
{
    (void)terminator;
    struct counts *counts = data;
    counts->rows++;
}

/* Parses an open file to its end; 0 or -1 with a message. */
static int parse_stream(struct csv_parser *parser, FILE *in, const char *path, struct counts *counts)
{
    static char block[BLOCK_SIZE];
    size_t n;
    while ((n = fread(block, 1, sizeof block, in)) > 0) {
        counts->bytes += n;
        if (csv_parse(parser, block, n, on_cell, on_row, counts) != n) {
            fprintf(stderr, "bare_libcsv: %s: %s\n", path, csv_strerror(csv_error(parser)));
            return -1;
        }
    }
    if (ferror(in)) {
        fprintf(stderr, "bare_libcsv: %s: %s\n", path, strerror(errno));
        return -1;
    }
    if (csv_fini(parser, on_cell, on_row, counts) != 0) {
        fprintf(stderr, "bare_libcsv: %s: %s\n", path, csv_strerror(csv_error(parser)));
        return -1;
    }
    return 0;
}

static int parse_path(struct csv_parser *parser, const char *path, struct counts *counts)
{
    FILE *in = fopen(path, "rb");
    if (!in) {
        fprintf(stderr, "bare_libcsv: %s: %s\n", path, strerror(errno));
        return -1;
    }
    int result = parse_stream(parser, in, path, counts);
    fclose(in);
    return result;
}

int main(int argc, char **argv)
{
    struct csv_parser parser;
    struct counts counts = {0};
    int status = 0;
    if (argc < 2) {
        fprintf(stderr, "usage: bare_libcsv FILE...\n");
        return 2;
    }
    if (csv_init(&parser, 0) != 0) {
        fprintf(stderr, "bare_libcsv: csv_init failed\n");
        return 1;
    }
    for (int i = 1; i < argc; i++)
        if (parse_path(&parser, argv[i], &counts) != 0) status = 1;
    csv_free(&parser);
    printf("files %d bytes %" PRIu64 " rows %" PRIu64 " cells %" PRIu64 " cell_bytes %" PRIu64 "\n", argc - 1, counts.bytes, counts.rows,
           counts.cells, counts.cell_bytes);
    return status;
}
