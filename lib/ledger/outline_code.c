#include "outline_code.h"

#include <string.h>

/* ---- rows.csv ------------------------------------------------------------------------------------------------------------- */

static bool role_of(struct str kind, enum outline_role *out)
{
    static const char *const names[] = {
        [OUTLINE_ROLE_EXPENDITURE] = "expenditure",
        [OUTLINE_ROLE_REVENUE] = "revenue",
        [OUTLINE_ROLE_FINANCING] = "financing",
        [OUTLINE_ROLE_TOTAL_EXPENDITURE] = "total_expenditure",
        [OUTLINE_ROLE_TOTAL] = "total",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!str_eq(kind, str_from(names[i]))) continue;
        *out = (enum outline_role)i;
        return true;
    }
    return false;
}

bool outline_words_load(const struct ruletable *table, struct arena *arena, struct diags *diags, struct outline_rules *rules)
{
    struct outline_word *words = arena_new_n(arena, struct outline_word, table->rows.n + 1);
    bool good = true;
    for (size_t i = 0; i < table->rows.n; i++) {
        const struct ruletable_row *row = &table->rows.at[i];
        struct str kind = str_trim(ruletable_cell(table, row, "kind")), below = str_trim(ruletable_cell(table, row, "below"));
        struct str text = str_trim(ruletable_cell(table, row, "words"));
        words[i].starts = str_ends(text, S("*"));
        words[i].words = str_fold(arena, text);
        words[i].below = below.n == 1 ? (uint8_t)(below.p[0] - '0') : 0;
        const char *column = !role_of(kind, &words[i].role)                        ? "kind"
                             : below.n > 1 || (below.n == 1 && words[i].below > 9) ? "below"
                             : words[i].words.n == 0                               ? "words"
                                                                                   : NULL;
        if (!column) continue;
        good = false;
        diag_add(diags, ruletable_diag(table, row, column, DIAG_PACK_VALUE_BAD, ruletable_cell(table, row, column),
                                       S("kind: expenditure, revenue, financing, total_expenditure, total; below: 1-9; words")));
    }
    rules->words = words;
    rules->word_count = table->rows.n;
    return good;
}
/* ---- one row read by itself ------------------------------------------------------------------------------------------------ */

struct lexicon lexicon_new(struct arena *scratch, const struct outline_rules *rules)
{
    struct lexicon lexicon = {.rules = rules};
    pool_init(&lexicon.folded, scratch);
    pool_init(&lexicon.firsts, scratch);
    lexicon.memo = arena_new_n(scratch, struct lexicon_memo, LEXICON_MEMOS);
    lexicon.codes = arena_new_n(scratch, struct code_memo, CODE_MEMOS);
    lexicon.word_of = arena_new_n(scratch, uint32_t, rules->word_count + 1);
    for (size_t i = 0; i < rules->word_count; i++) {
        struct str words = rules->words[i].words;
        size_t known = lexicon.folded.texts.n;
        uint32_t id = pool_id(&lexicon.folded, words);
        if (id >= known) lexicon.word_of[id] = (uint32_t)i;
        pool_id(&lexicon.firsts, str_sub(words, 0, str_find(words, ' ')));
        if (words.n > lexicon.longest) lexicon.longest = words.n;
    }
    return lexicon;
}

/* The longest beginning of a folded name, cut at a blank, that is a word written with a star. */
static const struct outline_word *find_beginning(const struct lexicon *lexicon, struct str folded)
{
    for (size_t n = folded.n < lexicon->longest ? folded.n : lexicon->longest; n > 0; n--) {
        uint32_t id;
        if (n < folded.n && folded.p[n] != ' ') continue;
        if (!pool_find(&lexicon->folded, str_sub(folded, 0, n), &id)) continue;
        for (size_t i = lexicon->word_of[id]; i < lexicon->rules->word_count; i++) {
            const struct outline_word *word = &lexicon->rules->words[i];
            if (word->starts && str_eq(word->words, str_sub(folded, 0, n))) return word;
        }
    }
    return NULL;
}

/* Is the first word of `name` the first word of anything? Folds only a few bytes. */
static bool promising(const struct lexicon *lexicon, struct str name)
{
    enum { LONGEST_WORD = 32 };
    char buffer[2 * LONGEST_WORD];
    struct str folded = {buffer, str_fold_into(str_sub(name, 0, LONGEST_WORD), buffer)};
    uint32_t id;
    return folded.n && pool_find(&lexicon->firsts, str_sub(folded, 0, str_find(folded, ' ')), &id);
}

static const struct outline_word *look_up(const struct lexicon *lexicon, struct str name)
{
    enum { LONGEST_NAME = 240 };
    char buffer[2 * LONGEST_NAME]; /* as str_fold_into asks */
    name = str_sub(str_trim(name), 0, LONGEST_NAME);
    if (!promising(lexicon, name)) return NULL;
    struct str folded = {buffer, str_fold_into(name, buffer)};
    uint32_t id;
    if (folded.n <= lexicon->longest && pool_find(&lexicon->folded, folded, &id))
        for (size_t i = lexicon->word_of[id]; i < lexicon->rules->word_count; i++)
            if (!lexicon->rules->words[i].starts && str_eq(lexicon->rules->words[i].words, folded)) return &lexicon->rules->words[i];
    return find_beginning(lexicon, folded);
}

/* Names of a file repeat, and a repeated name is the same slice of the caller's texts: its address tells it without reading it. */
const struct outline_word *lexicon_find(const struct lexicon *lexicon, struct str name)
{
    if (name.n == 0) return NULL;
    struct lexicon_memo *memo = &lexicon->memo[((uintptr_t)name.p >> 4) % LEXICON_MEMOS];
    if (memo->name.p != name.p || memo->name.n != name.n) *memo = (struct lexicon_memo){name, look_up(lexicon, name)};
    return memo->word;
}

/* "511" as the last segment: an account whose dots are lost, behind a path that kept them. */
static bool glued_tail(const struct account_scheme *scheme, const struct account_segments *segments, struct account *out)
{
    enum { SHORTEST = 3 };
    struct account_segments tail = {.n = 1};
    size_t last = segments->n - 1u;
    tail.digits[0] = segments->digits[last];
    tail.at[0] = segments->at[last];
    char text[ACCOUNT_TEXT_MAX];
    size_t n = account_path_write(&tail, 1, text);
    return n >= SHORTEST && account_read(scheme, (struct str){text, n}, out, NULL) && out->n >= SHORTEST;
}

static bool first_strict(const struct account_scheme *scheme, const struct account_segments *segments, size_t *start,
                         struct account *account)
{
    for (*start = 0; *start < segments->n; ++*start)
        if (account_at(scheme, segments, *start, ACCOUNT_STRICT, account)) return true;
    return false;
}

/* Codes of a file repeat, and a repeated one is the same slice of the caller's texts: its address tells where it is remembered. */
static size_t code_memo_at(struct str text)
{
    return ((uintptr_t)text.p * 0x9E3779B97F4A7C15u >> 32) % CODE_MEMOS;
}

/* The code taken apart: as before, where the same slice was asked for with the same chart. Valid until the next call. */
static const struct code_memo *take_apart(struct code_memo *codes, const struct account_scheme *scheme, struct str text)
{
    struct code_memo *memo = &codes[code_memo_at(text)];
    if (text.p && memo->text.p == text.p && memo->text.n == text.n && memo->scheme == scheme) return memo;
    *memo = (struct code_memo){.text = text, .scheme = scheme};
    size_t start = 0;
    memo->good = account_segments(scheme, text, &memo->segments, &memo->rest);
    memo->strict = memo->good && first_strict(scheme, &memo->segments, &start, &memo->account);
    memo->start = (uint8_t)start;
    return memo;
}

/* Where the account of a code begins: at the place the file is used to, else wherever it fits, else nowhere. */
static void part_code(const struct habit *habit, struct reading *reading)
{
    struct account_segments *path = &reading->path;
    size_t start;
    if (path->known_start != ACCOUNT_START_UNKNOWN) {
        account_at(habit->scheme, path, path->known_start, ACCOUNT_STRICT, &reading->account);
        path->n = path->known_start;
    } else if (habit->accounts && !habit->mixed && account_at(habit->scheme, path, habit->start, ACCOUNT_LOOSE, &reading->account)) {
        path->n = (uint8_t)habit->start;
    } else if (habit->accounts && !habit->mixed && habit->start == 0 && path->digits[0] == 1 && path->n <= ACCOUNT_LEVELS_MAX) {
        reading->account.n = path->n; /* a list of bare accounts: a mistyped root is still an account */
        memcpy(reading->account.at, path->at, path->n * sizeof *path->at);
        path->n = 0;
    } else if (first_strict(habit->scheme, path, &start, &reading->account)) {
        path->n = (uint8_t)start;
    } else if (path->n == habit->start + 1 && glued_tail(habit->scheme, path, &reading->account)) {
        path->n--;
    }
}

/* A code with words behind it is a code only when it is long: "5 orang x 3 hari" is not. */
static bool long_enough(const struct reading *reading)
{
    enum { SEGMENTS_TO_TRUST = 4 };
    return str_blank(reading->text) || reading->path.n >= SEGMENTS_TO_TRUST;
}

static bool read_segments(struct code_memo *codes, const struct account_scheme *scheme, const struct outline_row *row, struct reading *reading)
{
    const struct code_memo *code = take_apart(codes, scheme, row->code);
    *reading = (struct reading){.path = code->segments, .text = code->rest};
    reading->coded = code->good && long_enough(reading);
    return reading->coded;
}

/* Path and account stand in columns of their own; an account cell may still be joined with the path. */
static struct reading read_parted(const struct habit *habit, const struct outline_row *row)
{
    struct reading reading = {0};
    const struct code_memo *path = take_apart(habit->codes, habit->scheme, row->path);
    bool programmed = path->good;
    if (programmed) reading.path = path->segments;
    const struct code_memo *code = take_apart(habit->codes, habit->scheme, row->code); /* path is no longer valid */
    reading.coded = programmed || code->good;
    reading.text = code->good ? code->rest : str_trim(row->code);
    if (!code->strict) return reading;
    reading.account = code->account;
    if (!programmed) reading.path = code->segments, reading.path.n = code->start;
    return reading;
}

static enum oddity oddity_of(const struct habit *habit, const struct account_segments *whole, const struct reading *reading)
{
    enum { LONGEST_SEGMENT = 4 };
    struct account strict;
    size_t n = reading->path.n;
    bool lost = whole->known_start != ACCOUNT_START_UNKNOWN;
    if (habit->mixed || whole->n == 1) return REGULAR;
    if (habit->no_dots && !lost) return GARBLED;
    if (reading->account.n == 0 && habit->accounts && n > habit->activity) return GARBLED;
    for (size_t i = 0; i < n; i++)
        if (whole->digits[i] > LONGEST_SEGMENT) return GARBLED;
    if (reading->account.n && !lost && !account_at(habit->scheme, whole, n, ACCOUNT_STRICT, &strict)) return ODD;
    if (reading->account.n && n != habit->start) return ODD;
    for (size_t i = 0; i < n; i++)
        if (whole->digits[i] != habit->digits[i]) return ODD;
    return REGULAR;
}

struct reading habit_read(const struct habit *habit, const struct outline_input *input, size_t i)
{
    if (input->parted) return read_parted(habit, &input->rows[i]);
    struct reading reading;
    if (!read_segments(habit->codes, habit->scheme, &input->rows[i], &reading)) return reading;
    struct account_segments whole = reading.path;
    part_code(habit, &reading);
    reading.oddity = oddity_of(habit, &whole, &reading);
    return reading;
}

/* ---- what the whole file says ---------------------------------------------------------------------------------------------- */

struct census {
    size_t starts[ACCOUNT_SEGMENTS_MAX + 1];  /* rows whose account begins there */
    size_t lengths[ACCOUNT_SEGMENTS_MAX + 1]; /* rows of so many segments */
    size_t paths[ACCOUNT_SEGMENTS_MAX + 1];   /* rows of so many segments and no account */
    size_t digits[ACCOUNT_SEGMENTS_MAX][10];  /* path segments by their place and number of digits */
    size_t deep;                              /* accounts of at least three levels */
    size_t fit;                               /* one point for each of them, two when every level is as wide as it should be */
    size_t too_deep;                          /* accounts with more levels than the chart has */
    size_t no_dots, coded;
};

static bool canonical_widths(const struct account_scheme *scheme, const struct account_segments *segments, size_t start)
{
    for (size_t i = start; i < segments->n && i - start < scheme->levels; i++)
        if (segments->digits[i] != scheme->widths[i - start].digits) return false;
    return true;
}

static void count_segments(const struct account_scheme *scheme, const struct account_segments *segments, size_t rows, struct census *census)
{
    enum { LEVELS_TO_TRUST = 3 };
    struct account account = {0};
    size_t start = segments->known_start;
    bool found = start == ACCOUNT_START_UNKNOWN ? first_strict(scheme, segments, &start, &account)
                                                : account_at(scheme, segments, start, ACCOUNT_STRICT, &account);
    census->lengths[segments->n] += rows;
    if (found)
        census->starts[start] += rows;
    else
        census->paths[segments->n] += rows;
    if (account.n >= LEVELS_TO_TRUST) {
        census->deep += rows;
        census->fit += rows * (1u + canonical_widths(scheme, segments, start));
        census->too_deep += rows * (account.n > scheme->levels);
    }
    census->coded += rows;
    census->no_dots += rows * (segments->known_start != ACCOUNT_START_UNKNOWN);
    for (size_t i = 0; i < (found ? start : segments->n); i++) census->digits[i][segments->digits[i] % 10] += rows;
}

/* Rows of one code or path, not yet in the census: they repeat, and are counted together. */
struct repeated {
    struct str text;
    size_t rows;
};

enum { WAITING = 128 };

struct census_taker {
    struct code_memo *codes;
    const struct account_scheme *scheme;
    struct census census;
    struct repeated waiting[2][WAITING]; /* codes; paths */
};

static void enter(struct census_taker *taker, bool path, struct repeated repeated)
{
    const struct outline_row row = {.code = repeated.text};
    struct reading reading;
    if (!repeated.rows) return;
    if (!path) {
        if (read_segments(taker->codes, taker->scheme, &row, &reading)) count_segments(taker->scheme, &reading.path, repeated.rows, &taker->census);
        return;
    }
    const struct code_memo *parted = take_apart(taker->codes, taker->scheme, repeated.text);
    if (parted->good) taker->census.paths[parted->segments.n] += repeated.rows;
}

static void count_row(struct census_taker *taker, bool path, struct str text)
{
    struct repeated *waiting = &taker->waiting[path][code_memo_at(text) % WAITING];
    if (waiting->text.p != text.p || waiting->text.n != text.n) {
        enter(taker, path, *waiting);
        *waiting = (struct repeated){.text = text};
    }
    waiting->rows++;
}

static struct census take_census(struct code_memo *codes, const struct account_scheme *scheme, const struct outline_input *input, size_t rows)
{
    struct census_taker taker = {.codes = codes, .scheme = scheme};
    for (size_t i = 0; i < rows; i++) {
        count_row(&taker, false, input->rows[i].code);
        if (input->parted) count_row(&taker, true, input->rows[i].path);
    }
    for (size_t i = 0; i < WAITING; i++)
        for (int path = 0; path < 2; path++) enter(&taker, path, taker.waiting[path][i]);
    return taker.census;
}

/* How many rows name a root and carry its number in this scheme, or name a group that this scheme has. */
static size_t names_that_fit(const struct lexicon *lexicon, const struct account_scheme *scheme, const struct outline_input *input,
                             size_t rows)
{
    size_t hits = 0;
    for (size_t i = 0; i < rows; i++) {
        struct account account;
        const struct outline_word *word = lexicon_find(lexicon, input->rows[i].name);
        if (!word || word->role > OUTLINE_ROLE_FINANCING) continue;
        if (word->below) {
            hits += scheme->roots_above > 0;
            continue;
        }
        if (!account_read(scheme, input->rows[i].code, &account, NULL) || account.n != 1) continue;
        enum account_root root = account_root(scheme, &account);
        hits += root == (word->role == OUTLINE_ROLE_EXPENDITURE ? ACCOUNT_EXPENDITURE
                         : word->role == OUTLINE_ROLE_REVENUE   ? ACCOUNT_REVENUE
                                                                : ACCOUNT_FINANCING);
    }
    return hits;
}

/* How well the codes of the file fit a chart; one that is too shallow for them does not fit at all. */
static size_t codes_that_fit(struct code_memo *codes, const struct account_scheme *scheme, const struct outline_input *input, size_t rows)
{
    enum { ONE_IN = 20 }; /* hospitals add levels of their own below a few accounts */
    struct census census = take_census(codes, scheme, input, rows);
    return census.too_deep * ONE_IN > census.deep ? 0 : census.fit;
}

/* Names count more than widths: in one region's own numbering the widths are those of another chart. */
static const struct account_scheme *choose_scheme(const struct lexicon *lexicon, const struct outline_input *input)
{
    enum { ROWS_TO_JUDGE = 3000, CHANCE = 50 }; /* more rows tell nothing new; fewer than one in fifty are typing errors */
    const struct account_schemes *schemes = &lexicon->rules->schemes;
    const struct account_scheme *best = &schemes->at[0];
    size_t best_names = 0, best_codes = 0, rows = input->n < ROWS_TO_JUDGE ? input->n : ROWS_TO_JUDGE;
    for (size_t i = 0; i < schemes->n; i++) {
        size_t codes = codes_that_fit(lexicon->codes, &schemes->at[i], input, rows);
        size_t names = names_that_fit(lexicon, &schemes->at[i], input, rows);
        if (i && (names < best_names || (names == best_names && codes <= best_codes + 1 + rows / CHANCE))) continue;
        best = &schemes->at[i];
        best_names = names;
        best_codes = codes;
    }
    return best;
}

static size_t most_common(const size_t *counts, size_t n)
{
    size_t best = 0;
    for (size_t i = 1; i < n; i++)
        if (counts[i] > counts[best]) best = i;
    return best;
}

/* The longest path length that at least `rows` rows and one in twenty have; 0 = none. */
static size_t longest_path(const struct census *census, size_t rows)
{
    enum { ONE_IN = 20 };
    size_t all = 0, n = ACCOUNT_SEGMENTS_MAX;
    for (size_t i = 0; i <= ACCOUNT_SEGMENTS_MAX; i++) all += census->paths[i];
    while (n > 0 && (census->paths[n] < rows || census->paths[n] * ONE_IN < all)) n--;
    return n;
}

/* Activities are the longest paths; a length that occurs once counts only in the smallest files. */
static size_t activity_length(const struct census *census)
{
    size_t n = longest_path(census, 2);
    return n ? n : longest_path(census, 1);
}

/* Paths of programme length among bare accounts; a few are accounts with a mistyped root. */
static bool is_mixed(const struct account_scheme *scheme, const struct census *census, size_t positions)
{
    enum { ONE_IN = 20 };
    size_t paths = 0, all = 0;
    for (size_t i = 0; i < positions; i++) {
        all += census->lengths[i];
        if (i > scheme->unit_segments) paths += census->paths[i];
    }
    return paths * ONE_IN > all;
}

/* A list with headings has about one row without account for each change of path; a flat file has next to none. */
static bool is_flat(const struct habit *habit, const struct outline_input *input)
{
    size_t headings = 0, changes = 0;
    struct str last = {0};
    for (size_t i = 0; i < input->n; i++) {
        struct str path = str_trim(input->rows[i].path);
        bool has_account = take_apart(habit->codes, habit->scheme, input->rows[i].code)->strict;
        headings += path.n && !has_account;
        changes += has_account && !str_eq(path, last);
        if (has_account) last = path;
    }
    return headings * 2 < changes;
}

struct habit habit_learn(const struct lexicon *lexicon, const struct outline_input *input)
{
    struct habit habit = {.scheme = choose_scheme(lexicon, input), .codes = lexicon->codes};
    struct census census = take_census(habit.codes, habit.scheme, input, input->n);
    size_t positions = sizeof census.starts / sizeof *census.starts;
    habit.start = most_common(census.starts, positions);
    habit.accounts = census.starts[habit.start] > 1;
    habit.no_dots = census.no_dots * 2 > census.coded;
    for (size_t i = 0; i < ACCOUNT_SEGMENTS_MAX; i++) habit.digits[i] = (uint8_t)most_common(census.digits[i], 10);
    habit.unit = habit.scheme->unit_segments;
    habit.activity = activity_length(&census);
    if (habit.accounts && habit.activity < habit.start) habit.activity = habit.start;
    if (!habit.accounts) habit.start = most_common(census.lengths, positions);
    if (input->parted) {
        habit.start = habit.activity;
        habit.flat = is_flat(&habit, input);
    } else if (habit.start == 0 && habit.accounts && is_mixed(habit.scheme, &census, positions)) {
        habit.mixed = true;
    } else if (habit.start == 0 && habit.accounts) {
        habit.unit = habit.activity = 0;
    } else if (!habit.accounts && habit.unit >= habit.start) {
        habit.unit = habit.start ? habit.start - 1 : 0; /* a list of units: they are the lowest rows */
    }
    return habit;
}
