/* The only user of libcsv. Fed one physical line at a time, each call completes at most one record: that gives exact line
 * numbers and turns the callbacks into a pull reader. Lines that csv_plain.h can cut never get there. */
#include "effcheck/csv.h"

#include <csv.h>
#include <string.h>

#include "csv_plain.h"

/* Cells of the record being read: their bytes one after another in `bytes`. */
struct cells {
    ARRAY(char) bytes;
    ARRAY(size_t) ends;
    ARRAY(struct str) slices;
    bool complete;
    bool wide; /* more cells than are kept */
};

struct line {
    struct str text; /* without its end */
    size_t next;     /* offset behind its end */
};

struct state {
    struct csv_parser parser;
    struct cells cells, again; /* again: cells of a second pass over a wrapped row */
    struct plain_cells plain;
    struct arena *scratch;
    ARRAY(char) joined;        /* a line without its backslashes */
    size_t offset;
    size_t stopped;            /* how far the last attempt at a record has looked */
    uint32_t line_no;
    bool bare_cr;              /* lines end in CR (or LF); else in LF or CRLF */
    enum { CR_UNKNOWN, CR_NONE, CR_LONE } cr; /* CR_LONE: lines end in LF, and there are CRs that end nothing; looked for when libcsv is needed */
    bool ready;                /* the parser is in strict mode at the start of a record */
};

/* By how many bytes the buffer of the parser grows: its own 128 make a cell of megabytes slow. */
enum { CELL_STEP = 16 * 1024 };

/* How a line is handed to the parser. */
enum mode { STRICT, BACKSLASH, LAX, LITERAL };

static struct arena *cells_arena(struct state *state)
{
    return state->scratch;
}

struct target {
    struct state *state;
    struct cells *cells;
};

static void on_cell(void *bytes, size_t n, void *context)
{
    struct target *target = context;
    struct cells *cells = target->cells;
    if (cells->ends.n >= RECORD_CELLS_MAX) {
        cells->wide = true;
        return;
    }
    array_reserve(cells_arena(target->state), &cells->bytes, cells->bytes.n + n + 1);
    if (n) memcpy(cells->bytes.at + cells->bytes.n, bytes, n);
    cells->bytes.n += n;
    *array_push(cells_arena(target->state), &cells->ends) = cells->bytes.n;
}

static void on_record(int end, void *context)
{
    (void)end;
    ((struct target *)context)->cells->complete = true;
}

/* Lines are cut before they are fed, so a CR that is left in one ends nothing. Asked for each letter: set only where needed. */
static int ends_line(unsigned char c)
{
    return c == '\n';
}

static bool has_lone_cr(struct str text)
{
    for (size_t i = str_find(text, '\r'); i < text.n; i += 1 + str_find(str_sub(text, i + 1, text.n), '\r'))
        if (i + 1 == text.n || text.p[i + 1] != '\n') return true;
    return false;
}

static void start(const struct csv_reader *reader, struct cells *cells, enum mode mode)
{
    struct state *state = reader->state;
    cells->bytes.n = cells->ends.n = 0;
    cells->complete = cells->wide = false;
    if (state->ready && mode == STRICT) return;
    state->ready = false;
    csv_free(&state->parser);
    csv_init(&state->parser, mode == STRICT || mode == BACKSLASH ? CSV_STRICT : 0);
    csv_set_delim(&state->parser, (unsigned char)reader->dialect.delimiter);
    if (state->cr == CR_UNKNOWN) state->cr = !state->bare_cr && has_lone_cr(reader->text) ? CR_LONE : CR_NONE;
    if (state->cr == CR_LONE) csv_set_term_func(&state->parser, ends_line);
    csv_set_blk_size(&state->parser, CELL_STEP);
    if (mode == LITERAL) csv_set_quote(&state->parser, 0); /* no NUL gets here: source refuses such files */
}

static bool feed(struct target *target, struct str text)
{
    return csv_parse(&target->state->parser, text.p, text.n, on_cell, on_record, target) == text.n;
}

/* \" inside a quoted cell means "" to the programs that write it. */
static struct str without_backslashes(struct state *state, struct str text)
{
    state->joined.n = 0;
    array_reserve(state->scratch, &state->joined, text.n + 1);
    for (size_t i = 0; i < text.n; i++) {
        bool escaped = text.p[i] == '\\' && i + 1 < text.n && text.p[i + 1] == '"';
        state->joined.at[state->joined.n++] = escaped ? '"' : text.p[i];
    }
    return (struct str){state->joined.at, state->joined.n};
}

static bool line_at(const struct csv_reader *reader, size_t offset, struct line *line)
{
    const struct state *state = reader->state;
    if (offset >= reader->text.n) return false;
    struct str rest = str_sub(reader->text, offset, reader->text.n);
    size_t n = str_find(rest, state->bare_cr ? '\r' : '\n');
    if (state->bare_cr) n = str_find(str_sub(rest, 0, n), '\n');
    size_t end = n + (n < rest.n);
    if (state->bare_cr && end < rest.n && rest.p[n] == '\r' && rest.p[end] == '\n') end++;
    line->next = offset + end;
    while (!state->bare_cr && n && rest.p[n - 1] == '\r') n--;
    line->text = (struct str){rest.p, n};
    return true;
}

static void slice_cells(struct state *state, struct cells *cells)
{
    size_t from = 0;
    cells->slices.n = 0;
    array_reserve(state->scratch, &cells->slices, cells->ends.n);
    for (size_t i = 0; i < cells->ends.n; i++) {
        cells->slices.at[cells->slices.n++] = str_trim((struct str){cells->bytes.at + from, cells->ends.at[i] - from});
        from = cells->ends.at[i];
    }
}

/* Does this continuation line look like a record that a forgotten quote has swallowed? */
static bool swallowed(const struct csv_reader *reader, struct str line)
{
    struct state *state = reader->state;
    if (!reader->looks_like_record) return false;
    size_t most = 1;
    for (size_t i = 0; i < line.n; i++) most += line.p[i] == reader->dialect.delimiter;
    if (!reader->looks_like_record(reader->context, NULL, most)) return false;
    struct csv_parser kept = state->parser;
    struct target target = {state, &state->again};
    state->ready = false;
    memset(&state->parser, 0, sizeof state->parser);
    start(reader, &state->again, LAX);
    bool fed = feed(&target, line) && feed(&target, S("\n"));
    slice_cells(state, &state->again);
    csv_free(&state->parser);
    state->parser = kept;
    return fed && state->again.complete && reader->looks_like_record(reader->context, state->again.slices.at, state->again.slices.n);
}

/* Reads one record from `offset`. Without `many` the record must end on its first line. Returns the offset behind it, or 0. */
static size_t read_record(struct csv_reader *reader, size_t offset, enum mode mode, bool many, uint32_t *lines)
{
    struct state *state = reader->state;
    struct target target = {state, &state->cells};
    struct line line;
    const size_t first = offset;
    start(reader, &state->cells, mode);
    state->ready = false;
    for (*lines = 0; line_at(reader, offset, &line) && (many || *lines == 0); offset = line.next) {
        state->stopped = line.next;
        size_t end = (size_t)(line.text.p - reader->text.p) + line.text.n; /* one line alone is never too long: see next_record */
        if (end - first > RECORD_BYTES_MAX || (*lines && swallowed(reader, line.text))) return 0;
        struct str text = mode == BACKSLASH ? without_backslashes(state, line.text) : line.text;
        if (!feed(&target, text) || !feed(&target, S("\n"))) return 0;
        (*lines)++;
        if (!state->cells.complete) continue;
        state->ready = mode == STRICT;
        return line.next;
    }
    return 0;
}

/* True when a quote of this line is still open at its end: one without a partner, or the last one opens a cell. */
static bool leaves_open(struct str line, char delimiter)
{
    size_t quotes = 0, last = 0;
    for (size_t i = 0; i < line.n; i++)
        if (line.p[i] == '"') quotes++, last = i;
    struct str before = str_trim(str_sub(line, 0, last));
    return quotes % 2 || before.n == 0 || before.p[before.n - 1] == delimiter;
}

/* A line that was read literally because its quotes make no cells. */
static unsigned literal_flag(const struct csv_reader *reader, struct str line)
{
    return leaves_open(line, reader->dialect.delimiter) ? RECORD_UNCLOSED_QUOTE : RECORD_STRAY_QUOTE;
}

/* The record at the reader's place by the first way that works. */
static void read_any(struct csv_reader *reader, struct record *record)
{
    struct state *state = reader->state;
    struct line first;
    line_at(reader, state->offset, &first);
    uint32_t lines = 0;
    size_t next = read_record(reader, state->offset, STRICT, true, &lines);
    if (!next && str_contains(str_sub(reader->text, state->offset, state->stopped), S("\\\"")))
        next = read_record(reader, state->offset, BACKSLASH, true, &lines);
    if (!next) {
        record->flags = RECORD_STRAY_QUOTE;
        next = read_record(reader, state->offset, LAX, false, &lines);
    }
    if (!next) {
        record->flags = literal_flag(reader, first.text);
        next = read_record(reader, state->offset, LITERAL, false, &lines);
    }
    record->line = state->line_no;
    record->lines = lines;
    size_t end = next;
    while (end > state->offset && (reader->text.p[end - 1] == '\n' || reader->text.p[end - 1] == '\r')) end--;
    record->raw = str_sub(reader->text, state->offset, end);
    state->offset = next;
    state->line_no += lines;
}

/* A row that is one quoted cell holding all the others. */
static bool is_wrapped(const struct csv_reader *reader, const struct record *record)
{
    for (size_t i = 1; i < record->n; i++)
        if (record->cells[i].n) return false;
    return record->n && str_find(record->cells[0], reader->dialect.delimiter) < record->cells[0].n;
}

static void unwrap(struct csv_reader *reader, struct record *record)
{
    struct state *state = reader->state;
    struct target target = {state, &state->again};
    struct str text = str_copy(state->scratch, record->cells[0]);
    char *bytes = (char *)(uintptr_t)text.p;
    for (size_t i = 0; i < text.n; i++)
        if (bytes[i] == '\n' || bytes[i] == '\r') bytes[i] = ' '; /* the record is complete: a line break in it ends nothing */
    bool complete = false;
    for (enum mode mode = STRICT; mode <= LITERAL && !complete; mode++) {
        if (mode == BACKSLASH) continue;
        state->ready = false;
        start(reader, &state->again, mode);
        complete = feed(&target, text) && feed(&target, S("\n")) && state->again.complete;
        if (complete && mode == LAX) record->flags |= RECORD_STRAY_QUOTE;
        if (complete && mode == LITERAL) record->flags |= literal_flag(reader, text);
    }
    slice_cells(state, &state->again);
    record->cells = state->again.slices.at;
    record->n = state->again.wide ? 0 : state->again.slices.n;
    record->flags |= RECORD_UNWRAPPED | (state->again.wide ? RECORD_TOO_WIDE : 0);
}

bool csv_ends_in_cr(struct str text)
{
    enum { SAMPLE = 65536 };
    size_t lf = 0, cr = 0, sample = text.n < SAMPLE ? text.n : SAMPLE;
    bool quoted = false;
    if (!has_lone_cr(str_sub(text, 0, sample))) return false;
    for (size_t i = 0; i < sample; i++) {
        quoted ^= text.p[i] == '"';
        lf += !quoted && text.p[i] == '\n';
        cr += !quoted && text.p[i] == '\r' && (i + 1 == text.n || text.p[i + 1] != '\n');
    }
    return cr > lf;
}

static void set_up(struct csv_reader *reader, struct str text, struct dialect dialect, struct arena *scratch)
{
    struct state *state = arena_new(scratch, struct state);
    *reader = (struct csv_reader){.text = text, .dialect = dialect, .scratch = scratch, .state = state};
    state->scratch = scratch;
    state->line_no = 1;
    state->bare_cr = csv_ends_in_cr(text);
}

/* A line that no memory is spent on. */
static void pass_over(struct state *state, const struct line *line, struct record *record)
{
    *record = (struct record){.line = state->line_no++, .lines = 1, .flags = RECORD_TOO_LONG, .raw = line->text};
    state->offset = line->next;
}

/* The record that begins with this line, without libcsv; false when it is not plain, or has more lines than notes in a cell have. */
static bool read_plain(struct csv_reader *reader, const struct line *first, struct record *record)
{
    enum { LINES_MAX = 8 };
    struct state *state = reader->state;
    struct line line = *first;
    struct str text = first->text;
    uint32_t lines = 1;
    const size_t readable = reader->text.n - state->offset;
    enum cut_result result = reader->only_libcsv ? CUT_LIBCSV : csv_cut(text, readable, reader->dialect.delimiter, &state->plain, state->scratch);
    for (; result == CUT_OPEN && lines < LINES_MAX && !state->bare_cr; lines++) {
        if (!line_at(reader, line.next, &line) || line.text.n > RECORD_BYTES_MAX / LINES_MAX || swallowed(reader, line.text)) return false;
        text.n = (size_t)(line.text.p - text.p) + line.text.n;
        result = csv_cut(text, readable, reader->dialect.delimiter, &state->plain, state->scratch);
    }
    if (result != CUT_DONE) return false;
    *record = (struct record){.line = state->line_no, .lines = lines, .raw = text, .cells = state->plain.cells.at, .n = state->plain.cells.n};
    state->line_no += lines;
    state->offset = line.next;
    return true;
}

static bool next_record(struct csv_reader *reader, struct record *record)
{
    struct state *state = reader->state;
    struct line line;
    *record = (struct record){0};
    if (!line_at(reader, state->offset, &line)) return false;
    if (str_blank(line.text)) { /* libcsv passes over blank lines without a word */
        *record = (struct record){.line = state->line_no++, .lines = 1, .raw = line.text};
        state->offset = line.next;
        return true;
    }
    if (line.text.n > RECORD_BYTES_MAX) {
        pass_over(state, &line, record);
        return true;
    }
    if (read_plain(reader, &line, record)) return true;
    read_any(reader, record);
    slice_cells(state, &state->cells);
    if (state->cells.wide) {
        record->flags |= RECORD_TOO_WIDE;
        return true;
    }
    record->cells = state->cells.slices.at;
    record->n = state->cells.slices.n;
    return true;
}

/* A record of the outer layer without its padding; ends of lines that were cut off with blanks are made up for. */
static size_t write_inner(char *inner, const struct record *record, char outer)
{
    size_t n = 0, used = record->n, ends = 0;
    if (record->flags & (RECORD_TOO_LONG | RECORD_TOO_WIDE)) { /* as it is: the inner reading says what is wrong with it */
        memcpy(inner, record->raw.p, record->raw.n);
        n = record->raw.n;
    }
    while (used && record->cells[used - 1].n == 0) used--;
    for (size_t i = 0; i < used; i++) {
        if (i) inner[n++] = outer;
        if (record->cells[i].n) memcpy(inner + n, record->cells[i].p, record->cells[i].n);
        n += record->cells[i].n;
    }
    for (size_t i = 0; i < n; i++) ends += inner[i] == '\n';
    for (; ends < record->lines; ends++) inner[n++] = '\n';
    return n;
}

/*
 * Takes the outer layer off a whole text. Each line of the inner file was cut at `outer`, quoted and padded with it by another program; so
 * each record of the outer layer, joined again without the padding, is a line of the inner file. Line numbers stay what they are.
 */
static struct str peel(struct str text, char outer, struct arena *scratch)
{
    struct csv_reader reader;
    struct record record;
    char *inner = arena_alloc(scratch, text.n + 2);
    size_t n = 0;
    set_up(&reader, text, (struct dialect){outer, 0}, scratch);
    while (next_record(&reader, &record)) n += write_inner(inner + n, &record, outer);
    csv_close(&reader);
    return (struct str){inner, n};
}

void csv_open(struct csv_reader *reader, struct str text, struct dialect dialect, struct arena *scratch)
{
    set_up(reader, dialect.outer ? peel(text, dialect.outer, scratch) : text, dialect, scratch);
}

void csv_begin_at(struct csv_reader *reader, size_t offset)
{
    struct state *state = reader->state;
    state->offset = offset;
    state->line_no = 1;
}

bool csv_next(struct csv_reader *reader, struct record *record)
{
    if (!next_record(reader, record)) return false;
    if (is_wrapped(reader, record)) unwrap(reader, record);
    return true;
}

void csv_close(struct csv_reader *reader)
{
    struct state *state = reader->state;
    if (state) csv_free(&state->parser);
    reader->state = NULL;
}
