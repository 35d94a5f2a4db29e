#include "effcheck/outline.h"

#include <assert.h>
#include <string.h>

#include "effcheck/pool.h"
#include "outline_code.h"
#include "outline_tree.h"

/* ---- building the tree ----------------------------------------------------------------------------------------------------- */

/* Texts written before, by their numbers. */
enum { KEPT = 256 };

struct kept_texts {
    struct kept_account {
        struct account account;
        struct str text;
    } accounts[KEPT];
    struct kept_path {
        struct account_segments path;
        struct str text;
    } paths[KEPT];
};

struct builder {
    struct arena *run, *scratch;
    const struct outline_input *input;
    struct lexicon lexicon;
    struct habit habit;
    struct tree tree;
    enum oddity bearable;        /* rows odder than this are strays */
    size_t odd;                  /* rows that are odd and were placed all the same */
    enum account_root open_root; /* the book that is open in row order */
    struct pool texts;           /* canonical accounts and paths, in the run arena */
    struct kept_texts *kept;
    struct outline_place *places;
    ARRAY(struct tree_stray) strays;
    ARRAY(uint32_t) totals; /* rows that state the total of expenditure by name */
    ARRAY(uint32_t) groups; /* nodes that are its root or a group of it */
};

static uint8_t cell_at(const struct outline_input *input, size_t row, size_t m) { return input->cells[row * input->measures + m]; }

static bool row_has(const struct outline_input *input, size_t row, enum outline_cell cell)
{
    for (size_t m = 0; m < input->measures; m++)
        if (cell_at(input, row, m) == (uint8_t)cell) return true;
    return false;
}

static bool row_blank(const struct outline_input *input, size_t row)
{
    return !row_has(input, row, OUTLINE_AMOUNT) && !row_has(input, row, OUTLINE_UNREADABLE);
}

static bool row_has_money(const struct outline_input *input, size_t row)
{
    for (size_t m = 0; m < input->measures; m++)
        if (cell_at(input, row, m) == OUTLINE_AMOUNT && input->amounts[row * input->measures + m].sen != 0) return true;
    return false;
}

/* Does the path name a programme, or only affair and unit (the rest zero)? */
static bool programmed(const struct builder *b, const struct account_segments *path)
{
    for (size_t i = b->habit.unit; i < path->n; i++)
        if (path->at[i]) return true;
    return false;
}

static struct str intern(struct builder *b, const char *text, size_t n)
{
    return n ? pool_text(&b->texts, pool_id(&b->texts, (struct str){text, n})) : (struct str){0};
}

static size_t kept_at(const uint32_t *numbers, size_t n)
{
    uint32_t key = 0;
    for (size_t i = 0; i < n; i++) key = key * 31u + numbers[i];
    return key % KEPT;
}

/* The canonical account; written and looked up only where the place for it holds another one. */
static struct str account_kept(struct builder *b, const struct account *account)
{
    char buffer[ACCOUNT_TEXT_MAX];
    if (account->n == 0) return (struct str){0};
    struct kept_account *kept = &b->kept->accounts[kept_at(account->at, account->n)];
    if (kept->account.n == account->n && memcmp(kept->account.at, account->at, account->n * sizeof *account->at) == 0) return kept->text;
    *kept = (struct kept_account){*account, intern(b, buffer, account_write(b->habit.scheme, account, buffer))};
    return kept->text;
}

static struct str path_kept(struct builder *b, const struct account_segments *path)
{
    char buffer[ACCOUNT_TEXT_MAX];
    struct kept_path *kept = &b->kept->paths[kept_at(path->at, path->n)];
    bool same = kept->path.n == path->n && memcmp(kept->path.at, path->at, path->n * sizeof *path->at) == 0 &&
                memcmp(kept->path.digits, path->digits, path->n * sizeof *path->digits) == 0;
    if (!same) *kept = (struct kept_path){*path, intern(b, buffer, account_path_write(path, path->n, buffer))};
    return kept->text;
}

static void keep_texts(struct builder *b, size_t row, const struct reading *reading)
{
    struct outline_place *place = &b->places[row];
    place->account = account_kept(b, &reading->account);
    if (programmed(b, &reading->path)) place->path = path_kept(b, &reading->path);
}

/* A name that opens a book or one of its groups gives the row the account that its code lacks or mistypes. */
static void account_by_name(const struct builder *b, const struct outline_word *word, struct reading *reading)
{
    enum { LEVELS_OF_A_GROUP = 3 };
    const struct account_scheme *scheme = b->habit.scheme;
    bool spends = word->role == OUTLINE_ROLE_EXPENDITURE;
    int32_t root = spends ? scheme->expenditure : word->role == OUTLINE_ROLE_REVENUE ? scheme->revenue : scheme->financing;
    struct account *account = &reading->account;
    if (root < 0 || word->role > OUTLINE_ROLE_FINANCING || (word->below && scheme->roots_above == 0)) return;
    bool mistyped = spends && word->below && account->n <= LEVELS_OF_A_GROUP && account_root(scheme, account) == ACCOUNT_EXPENDITURE;
    if (account->n && !mistyped) return;
    *account = (struct account){.n = word->below ? 2 : 1, .at = {(uint32_t)root, word->below}};
}

static bool names_total(const struct builder *b, const struct outline_word *word, const struct reading *reading)
{
    enum { LEVELS_OF_A_TOTAL = 3 }; /* real accounts that begin with such words stand deeper */
    if (!word || word->role < OUTLINE_ROLE_TOTAL_EXPENDITURE || reading->account.n > LEVELS_OF_A_TOTAL) return false;
    return reading->account.n || !reading->coded || !programmed(b, &reading->path);
}

/* A row without a usable code and without a known name. */
static enum outline_kind kind_of_stray(struct builder *b, size_t row, const struct reading *reading)
{
    bool named = reading->coded || reading->text.n || !str_blank(b->input->rows[row].name);
    if (!named) return row_blank(b->input, row) ? OUTLINE_BLANK : OUTLINE_OTHER;
    if (!row_has_money(b->input, row)) return OUTLINE_DETAIL;
    if (b->open_root == ACCOUNT_EXPENDITURE) {
        struct tree_stray stray = {.row = (uint32_t)row, .open = tree_open(&b->tree)};
        *array_push(b->scratch, &b->strays) = stray;
    }
    return OUTLINE_OTHER;
}

/* The innermost open row that names a programme or activity; 0 = none. */
static uint32_t open_programme(const struct builder *b)
{
    for (size_t i = b->tree.depth; i-- > 1;) {
        const struct tree_node *node = &b->tree.nodes[b->tree.stack[i]];
        if (node->shape == SHAPE_PATH && !node->heading) return b->tree.stack[i];
    }
    return 0;
}

static void place_account(struct builder *b, const struct reading *reading, struct tree_node *node)
{
    enum { LEVELS_WITHOUT_PATH = 2 };
    bool inside = programmed(b, &reading->path);
    uint32_t host = b->habit.mixed && reading->path.n == 0 && b->open_root == ACCOUNT_EXPENDITURE ? open_programme(b) : 0;
    size_t groups = inside || host ? b->habit.scheme->roots_above : LEVELS_WITHOUT_PATH;
    const uint32_t *path = node->path_n ? b->tree.paths.at + node->path : NULL; /* before the first path there is no array */
    node->account = reading->account;
    /* a group printed inside an open activity is part of that activity */
    bool group = reading->account.n <= groups && !(inside && tree_path_open(&b->tree, path, node->path_n));
    node->shape = group ? SHAPE_GROUP : SHAPE_DEEP;
    node->level = (uint8_t)(group ? reading->account.n - 1 : LEVEL_DEEP + reading->account.n);
    if (!host || group) return;
    node->path = b->tree.nodes[host].path; /* a bare account belongs to the activity that is open */
    node->path_n = b->tree.nodes[host].path_n;
}

/* Below an open activity there is only expenditure: another root is a typing error. */
static bool inside_activity(const struct builder *b, const struct reading *reading)
{
    return reading->account.n && programmed(b, &reading->path) && tree_path_open(&b->tree, reading->path.at, reading->path.n);
}

static void add_node(struct builder *b, size_t row, const struct reading *reading)
{
    enum account_root root = account_root(b->habit.scheme, &reading->account);
    struct tree_node node = {
        .row = (uint32_t)row, .path = tree_keep_path(&b->tree, reading->path.at, reading->path.n), .path_n = reading->path.n};
    if (reading->account.n) {
        if (root != ACCOUNT_UNKNOWN && !reading->mistyped_root) b->open_root = root;
        place_account(b, reading, &node);
    } else {
        bool inside = programmed(b, &reading->path);
        if (inside && b->open_root != ACCOUNT_EXPENDITURE) { /* only expenditure has programmes */
            b->open_root = ACCOUNT_EXPENDITURE;
            tree_close(&b->tree);
        }
        node.shape = SHAPE_PATH;
        node.level = (uint8_t)(LEVEL_PATH + reading->path.n);
        node.heading = !inside;
    }
    node.root = (uint8_t)b->open_root;
    uint32_t added = tree_add(&b->tree, &node);
    if (node.root == ACCOUNT_EXPENDITURE && node.shape == SHAPE_GROUP) *array_push(b->scratch, &b->groups) = added;
}

/* The next row that has a code; false when none follows soon. */
static bool next_coded(const struct builder *b, size_t row, struct reading *next)
{
    enum { ROWS_BETWEEN = 20 }; /* blank rows and text */
    for (size_t i = row + 1; i < b->input->n && i - row <= ROWS_BETWEEN; i++) {
        *next = habit_read(&b->habit, b->input, i);
        if (next->coded) return true;
    }
    return false;
}

/* A heading of affair or unit begins the path of what follows it. */
static bool opens_what_follows(const struct builder *b, size_t row, const struct reading *heading)
{
    struct reading next;
    return next_coded(b, row, &next) && (next.path.n > heading->path.n || next.account.n) &&
           memcmp(next.path.at, heading->path.at, heading->path.n * sizeof *heading->path.at) == 0;
}

/* One deep account of another book between accounts of expenditure: its root is mistyped. */
static bool lonely_root(const struct builder *b, size_t row, const struct reading *reading)
{
    enum { LEVELS_OF_A_GROUP = 2 }; /* a book is opened by its root or group */
    struct reading next;
    enum account_root root = account_root(b->habit.scheme, &reading->account);
    if (b->open_root != ACCOUNT_EXPENDITURE || root == ACCOUNT_EXPENDITURE || root == ACCOUNT_UNKNOWN) return false;
    return reading->account.n > LEVELS_OF_A_GROUP && tree_open(&b->tree) && next_coded(b, row, &next) &&
           account_root(b->habit.scheme, &next.account) == ACCOUNT_EXPENDITURE;
}

static enum outline_kind kind_of_plain(const struct builder *b, size_t row, const struct reading *reading)
{
    const struct outline_row *at = &b->input->rows[row];
    if (!str_blank(at->code) && reading->account.n == 0) return OUTLINE_OTHER;
    return row_blank(b->input, row) && str_blank(at->name) && str_blank(at->code) ? OUTLINE_BLANK : OUTLINE_LINE;
}

/* Decides what can be decided before the tree stands; rows of the tree are decided later. */
static void take_row(struct builder *b, size_t row)
{
    struct reading reading = habit_read(&b->habit, b->input, row);
    const struct outline_word *word = lexicon_find(&b->lexicon, b->input->rows[row].name);
    struct outline_place *place = &b->places[row];
    if (!word && reading.text.n) word = lexicon_find(&b->lexicon, reading.text);
    if (names_total(b, word, &reading)) {
        place->kind = OUTLINE_TOTAL;
        bool whole = b->habit.flat || b->input->plain; /* nothing but lines above: a bare "Total" is that of all lines */
        if (word->role == OUTLINE_ROLE_TOTAL_EXPENDITURE || (whole && !word->starts)) *array_push(b->scratch, &b->totals) = (uint32_t)row;
        return;
    }
    if (b->input->plain) {
        place->kind = kind_of_plain(b, row, &reading);
        if (reading.account.n) keep_texts(b, row, &reading);
        return;
    }
    if (word) account_by_name(b, word, &reading);
    if (!reading.coded && !reading.account.n) {
        place->kind = kind_of_stray(b, row, &reading);
        return;
    }
    keep_texts(b, row, &reading);
    bool heading = reading.account.n == 0 && !programmed(b, &reading.path);
    if (heading && reading.oddity == REGULAR && !b->input->parted && !opens_what_follows(b, row, &reading)) reading.oddity = ODD;
    bool lonely = lonely_root(b, row, &reading);
    if (lonely) reading.oddity = ODD;
    reading.mistyped_root = lonely || inside_activity(b, &reading);
    if (reading.oddity > b->bearable && !word) {
        place->kind = kind_of_stray(b, row, &reading);
        return;
    }
    b->odd += reading.oddity != REGULAR;
    bool foreign = account_root(b->habit.scheme, &reading.account) == ACCOUNT_FOREIGN && !reading.mistyped_root;
    if (b->habit.flat && reading.account.n == 0)
        place->kind = row_blank(b->input, row) ? OUTLINE_TITLE : OUTLINE_OTHER;
    else if (foreign)
        place->kind = OUTLINE_FOREIGN;
    else if (heading && row_blank(b->input, row))
        place->kind = OUTLINE_TITLE;
    else
        add_node(b, row, &reading);
}

/* ---- results ----------------------------------------------------------------------------------------------------------------- */

static enum outline_kind kind_of_node(const struct builder *b, const struct tree_node *node)
{
    if (node->root == ACCOUNT_REVENUE) return OUTLINE_REVENUE;
    if (node->root == ACCOUNT_FINANCING) return OUTLINE_FINANCING;
    if (node->heading || node->counting) return OUTLINE_SUBTOTAL;
    return node->shape == SHAPE_PATH && row_blank(b->input, node->row) ? OUTLINE_TITLE : OUTLINE_LINE;
}

/* Parents come first, so that activity and programme are handed down. */
static void place_node(struct builder *b, const struct tree_node *node)
{
    struct outline_place *place = &b->places[node->row], *above = NULL;
    const struct tree_node *parent = &b->tree.nodes[node->parent];
    place->kind = kind_of_node(b, node);
    if (parent->row != OUTLINE_NONE) {
        above = &b->places[parent->row];
        place->parent = parent->row;
        place->program = above->program;
        place->activity = above->activity;
    }
    if (node->shape == SHAPE_PATH && !node->heading) {
        bool activity = node->path_n >= b->habit.activity;
        if (activity)
            place->activity = node->row;
        else
            place->activity = OUTLINE_NONE;
        if (!activity && (place->program == OUTLINE_NONE || !above || above->path.n == 0)) place->program = node->row;
    } else if (node->shape == SHAPE_DEEP && above && above->path.n) {
        place->path = above->path;
    }
}

/* Is the row no larger than the line it stands below? Then it is an item of that line. */
static bool is_item(const struct builder *b, const struct tree_stray *stray)
{
    const struct tree_node *open = &b->tree.nodes[stray->open];
    if (!stray->open || open->shape != SHAPE_DEEP || open->counting) return false;
    for (size_t m = 0; m < b->input->measures; m++) {
        struct money line;
        if (cell_at(b->input, stray->row, m) != OUTLINE_AMOUNT) continue;
        if (!tree_stated(&b->tree, stray->open, m, &line)) return false;
        if (money_cmp(b->input->amounts[stray->row * b->input->measures + m], line) > 0) return false;
    }
    return true;
}

static void settle_strays(struct builder *b)
{
    for (size_t i = 0; i < b->strays.n; i++) {
        struct tree_stray *stray = &b->strays.at[i];
        struct outline_place *place = &b->places[stray->row];
        tree_place_stray(&b->tree, stray);
        if (!stray->parent) {
            if (is_item(b, stray)) place->kind = OUTLINE_DETAIL;
            continue;
        }
        const struct outline_place *above = &b->places[b->tree.nodes[stray->parent].row];
        place->kind = OUTLINE_LINE;
        place->parent = b->tree.nodes[stray->parent].row;
        place->activity = above->activity;
        place->program = above->program;
        if (above->path.n) place->path = above->path;
    }
}

static void count_line(struct outline_total *total, uint8_t cell, struct money amount)
{
    if (cell == OUTLINE_ABSENT)
        total->absent++;
    else if (cell == OUTLINE_UNREADABLE)
        total->unreadable++;
    else if (!money_add(&total->lines, amount))
        total->overflow = true;
}

static void count_places(const struct builder *b, struct outline *outline)
{
    size_t measures = b->input->measures;
    for (size_t i = 0; i < b->input->n; i++) {
        outline->counts[b->places[i].kind]++;
        if (b->places[i].kind != OUTLINE_LINE) continue;
        for (size_t m = 0; m < measures; m++) count_line(&outline->totals[m], cell_at(b->input, i, m), b->input->amounts[i * measures + m]);
    }
}

/* Adds `row` to what is stated from `source`; an unreadable or blank row spoils the source. */
static void state(const struct builder *b, struct outline_total *total, enum outline_source source, uint32_t row, size_t m, bool *good)
{
    if (cell_at(b->input, row, m) != OUTLINE_AMOUNT || !money_add(&total->stated, b->input->amounts[row * b->input->measures + m])) {
        *good = false;
        return;
    }
    if (total->source == OUTLINE_STATED_NONE) total->row = row;
    total->source = source;
}

static bool state_by_groups(const struct builder *b, struct outline_total *total, uint8_t levels, size_t m)
{
    bool good = true;
    for (size_t i = 0; i < b->groups.n; i++) {
        const struct tree_node *node = &b->tree.nodes[b->groups.at[i]];
        if (node->account.n == levels && !node->nested)
            state(b, total, levels == 1 ? OUTLINE_STATED_ROOT : OUTLINE_STATED_GROUPS, node->row, m, &good);
    }
    return good && total->source != OUTLINE_STATED_NONE;
}

static bool state_by_name(const struct builder *b, struct outline_total *total, size_t m)
{
    bool good = b->totals.n < 2 || !(b->habit.flat || b->input->plain); /* totals of groups, or of all: who knows */
    for (size_t i = 0; i < b->totals.n; i++) state(b, total, OUTLINE_STATED_TOTAL, b->totals.at[i], m, &good);
    return good && total->source != OUTLINE_STATED_NONE;
}

static void forget(struct outline_total *total)
{
    total->source = OUTLINE_STATED_NONE;
    total->row = OUTLINE_NONE;
    total->stated = (struct money){0};
}

static void find_stated(const struct builder *b, struct outline_total *total, size_t m)
{
    forget(total);
    if (state_by_groups(b, total, 1, m)) return;
    forget(total);
    if (state_by_groups(b, total, 2, m)) return;
    forget(total);
    if (!state_by_name(b, total, m)) forget(total);
}

static void find_gaps(const struct builder *b, struct outline *outline)
{
    for (uint32_t i = 1; i < b->tree.n; i++) {
        if (b->tree.nodes[i].root != ACCOUNT_EXPENDITURE || !b->tree.nodes[i].counting) continue;
        for (size_t m = 0; m < b->input->measures; m++) {
            struct outline_gap gap = {.row = b->tree.nodes[i].row, .measure = (uint32_t)m};
            if (!tree_stated(&b->tree, i, m, &gap.stated) || !tree_children_sum(&b->tree, i, m, &gap.children)) continue;
            if (money_cmp(gap.stated, gap.children) != 0) *array_push(b->run, &outline->gaps) = gap;
        }
    }
}

static void keep_repairs(const struct builder *b, struct outline *outline)
{
    for (size_t i = 0; i < b->tree.repairs.n; i++) *array_push(b->run, &outline->repairs) = b->tree.repairs.at[i];
}

/* One reading of the file: rows odder than `bearable` are not placed by their code. */
static struct outline read_once(struct builder *b, enum oddity bearable)
{
    const struct outline_input *input = b->input;
    b->bearable = bearable;
    b->odd = 0;
    b->open_root = ACCOUNT_EXPENDITURE;
    b->strays.n = b->totals.n = b->groups.n = 0;
    b->tree = tree_new(b->scratch, input);
    b->places = arena_new_n(b->run, struct outline_place, input->n);
    for (size_t i = 0; i < input->n; i++) {
        b->places[i].activity = b->places[i].program = b->places[i].parent = OUTLINE_NONE;
        take_row(b, i);
    }
    tree_settle(&b->tree);
    for (uint32_t i = 1; i < b->tree.n; i++) place_node(b, &b->tree.nodes[i]);
    settle_strays(b);
    struct outline outline = {.scheme = b->habit.scheme, .path_segments = b->habit.start, .places = b->places};
    for (size_t m = 0; m < input->measures; m++) find_stated(b, &outline.totals[m], m);
    count_places(b, &outline);
    find_gaps(b, &outline);
    keep_repairs(b, &outline);
    return outline;
}

/* How far the lines are from the stated totals, over all measures that have one. */
static uint64_t total_miss(const struct outline *outline, size_t measures)
{
    uint64_t sum = 0;
    for (size_t m = 0; m < measures; m++) {
        const struct outline_total *total = &outline->totals[m];
        if (total->source == OUTLINE_STATED_NONE) continue;
        uint64_t a = (uint64_t)total->stated.sen, b = (uint64_t)total->lines.sen;
        uint64_t distance = total->stated.sen > total->lines.sen ? a - b : b - a;
        sum = sum > UINT64_MAX - distance ? UINT64_MAX : sum + distance;
    }
    return sum;
}

/* Do all measures in which the row states something add up without it? */
static bool left_over(const struct outline_input *input, const struct outline *outline, size_t row)
{
    bool states = false;
    for (size_t m = 0; m < input->measures; m++) {
        if (cell_at(input, row, m) == OUTLINE_ABSENT) continue;
        if (!outline_adds_up(outline, m)) return false;
        states = true;
    }
    return states;
}

/* Where the total is complete without a row, nothing is missing by it: it states a sum under a damaged code or without a name. */
static void prove_sums(const struct outline_input *input, struct outline *outline)
{
    for (size_t i = 0; i < input->n; i++) {
        if (outline->places[i].kind != OUTLINE_OTHER || !left_over(input, outline, i)) continue;
        outline->places[i].kind = OUTLINE_TOTAL;
        outline->counts[OUTLINE_OTHER]--;
        outline->counts[OUTLINE_TOTAL]++;
    }
}

struct outline outline_read(struct arena *run, struct arena *scratch, const struct outline_rules *rules, const struct outline_input *input)
{
    assert(rules->schemes.n > 0 && input->measures > 0 && input->measures <= OUTLINE_MEASURES_MAX && input->n < OUTLINE_NONE);
    struct builder b = {.run = run, .scratch = scratch, .input = input};
    b.lexicon = lexicon_new(scratch, rules);
    b.habit = habit_learn(&b.lexicon, input);
    pool_init(&b.texts, run);
    b.kept = arena_new(scratch, struct kept_texts);
    struct outline outline = read_once(&b, ODD);
    if (b.odd && total_miss(&outline, input->measures) != 0) {
        struct outline other = read_once(&b, REGULAR);
        if (total_miss(&other, input->measures) < total_miss(&outline, input->measures)) outline = other;
    }
    prove_sums(input, &outline);
    return outline;
}

bool outline_adds_up(const struct outline *outline, size_t m)
{
    const struct outline_total *total = &outline->totals[m];
    return total->source != OUTLINE_STATED_NONE && !total->overflow && total->unreadable == 0 &&
           money_cmp(total->stated, total->lines) == 0;
}
