#include "intake_maker.h"

static bool has_unreadable(const struct maker *maker, size_t i)
{
    for (size_t k = 0; k < maker->measures; k++)
        if (maker->cells[i * maker->measures + k] == OUTLINE_UNREADABLE) return true;
    return false;
}

static bool has_amount(const struct maker *maker, size_t i)
{
    for (size_t k = 0; k < maker->measures; k++)
        if (maker->cells[i * maker->measures + k] == OUTLINE_AMOUNT) return true;
    return false;
}

/* ---- lines ---- */

static struct str dim_text(const struct maker *maker, const struct row *row, enum dimension dim)
{
    return pool_text(&maker->intake->texts, row->dim[dim]);
}

static uint32_t add_text(struct maker *maker, struct str text)
{
    return text.n ? pool_id(&maker->intake->texts, text) : 0;
}

/* The unit of the row: its own columns, else the metadata, else the file's name. */
static uint32_t unit_of(struct maker *maker, const struct row *row)
{
    struct intake *intake = maker->intake;
    uint32_t code = row->dim[DIM_UNIT_CODE], name = row->dim[DIM_UNIT_NAME];
    if (code == 0 && name == 0) {
        if (maker->rows->columns.at[ROLE_UNIT_CODE] >= 0 && intake->units.n) return maker->last_unit; /* a row of its own kind below the unit's */
        bool decided = reading_says(&maker->rows->reading, READING_UNIT_CODE) || reading_says(&maker->rows->reading, READING_UNIT_NAME);
        const struct block *block = decided ? NULL : maker->block;
        code = block ? block->unit_code : add_text(maker, intake->info.unit_code);
        name = block ? block->unit_name : add_text(maker, intake->info.unit_name);
    }
    uint32_t *known = keymap_at(&maker->units, (uint64_t)code << 32 | name);
    if (*known == 0) {
        *array_push(&intake->arena, &intake->units) = (struct unit){.code = code, .name = name};
        *known = (uint32_t)intake->units.n;
    }
    maker->last_unit = *known - 1;
    return maker->last_unit;
}

static uint32_t activity_id(struct maker *maker, struct str code, struct str name)
{
    struct intake *intake = maker->intake;
    struct activity wanted = {add_text(maker, code), add_text(maker, name)};
    if (wanted.code == 0 && wanted.name == 0) return 0;
    uint32_t *id = keymap_at(&maker->activity_keys, (uint64_t)wanted.code << 32 | wanted.name);
    if (*id == 0) {
        *id = (uint32_t)intake->activities.n;
        *array_push(&intake->arena, &intake->activities) = wanted;
    }
    return *id;
}

/* The activity that a row names itself. */
static uint32_t activity_of_row(struct maker *maker, const struct row *row)
{
    uint32_t code = row->dim[DIM_ACTIVITY_CODE], name = row->dim[DIM_ACTIVITY_NAME];
    uint32_t *known = keymap_at(&maker->row_activities, (uint64_t)code << 32 | name);
    if (!*known) *known = 1 + activity_id(maker, account_path_text(maker->rows->scratch, dim_text(maker, row, DIM_ACTIVITY_CODE)), dim_text(maker, row, DIM_ACTIVITY_NAME));
    return *known - 1;
}

/* Sub kegiatan of a row: its own columns, or the row of the outline that names the activity above it. */
static uint32_t activity_of(struct maker *maker, size_t i)
{
    const struct row *row = &maker->rows->list.at[i];
    const struct outline_place *place = &maker->outline.places[i];
    struct str name = dim_text(maker, row, DIM_ACTIVITY_NAME);
    if (maker->rows->parted && (row->dim[DIM_ACTIVITY_CODE] || name.n)) return activity_of_row(maker, row);
    uint32_t named_by = place->activity != OUTLINE_NONE ? place->activity : place->program;
    if (named_by != OUTLINE_NONE) name = dim_text(maker, &maker->rows->list.at[named_by], DIM_ACCOUNT_NAME);
    uint32_t id = activity_id(maker, place->path, name);
    struct activity stated = maker->block ? maker->block->activity : maker->rows->activity; /* a printed budget of one sub kegiatan names it once, above the table */
    return id ? id : activity_id(maker, pool_text(&maker->intake->texts, stated.code), pool_text(&maker->intake->texts, stated.name));
}

/* Index of a stage in intake.stages; stages of one rank are the same, unknown words are told apart by their spelling. */
static uint16_t stage_index(struct maker *maker, struct stage stage)
{
    struct intake *intake = maker->intake;
    for (size_t i = 1; i < intake->stages.n; i++) {
        const struct stage *s = &intake->stages.at[i];
        if (s->rank == stage.rank && (stage.rank || str_eq_nocase(s->name, stage.name))) return (uint16_t)i;
    }
    if (intake->stages.n == UINT16_MAX) return 0;
    stage.name = str_copy(&intake->arena, stage.name);
    if (!stage.rank) diag_add(&intake->diags, (struct diag){.kind = DIAG_STAGE_UNKNOWN, .file = intake->info.path, .value = stage.name});
    *array_push(&intake->arena, &intake->stages) = stage;
    return (uint16_t)(intake->stages.n - 1);
}

static uint16_t stage_of(struct maker *maker, const struct row *row)
{
    uint32_t text = row->dim[DIM_STAGE];
    if (!text || maker->intake->info.baseline) return maker->file_stage;
    if (text != maker->last_stage.text) {
        maker->last_stage.text = text;
        maker->last_stage.stage = stage_index(maker, stage_named(&maker->rules->stages, dim_text(maker, row, DIM_STAGE), maker->rows->scratch));
    }
    return maker->last_stage.stage;
}

static uint32_t account_id(struct maker *maker, struct str account)
{
    if (account.n == 0) return 0;
    struct account_memo *memo = &maker->accounts[((uintptr_t)account.p >> 4) % ACCOUNT_MEMOS];
    if (memo->text != account.p) *memo = (struct account_memo){account.p, add_text(maker, account)};
    return memo->id;
}

/* An account written otherwise than the chart writes it: normalised, and counted so that the report can say so. */
static bool is_odd(const struct maker *maker, const struct row *row, struct str canonical)
{
    struct str written = dim_text(maker, row, DIM_ACCOUNT_CODE);
    return maker->rows->parted && canonical.n && !str_eq(written, canonical);
}

static struct line *add_line(struct maker *maker, size_t i)
{
    const struct row *row = &maker->rows->list.at[i];
    struct str account = maker->outline.places[i].account;
    struct line line = {.row = row->line, .class_index = NO_INDEX, .rule = NO_INDEX, .runner_up = NO_INDEX};
    line.unit = unit_of(maker, row);
    line.activity = activity_of(maker, i);
    line.account = account_id(maker, account);
    line.account_name = row->dim[DIM_ACCOUNT_NAME];
    line.text = row->dim[DIM_TEXT];
    line.particulars = row->particulars;
    line.stage = stage_of(maker, row);
    line.odd_account = is_odd(maker, row, account);
    maker->intake->info.odd_accounts += line.odd_account;
    struct line *at = array_push(&maker->intake->arena, &maker->intake->lines);
    *at = line;
    maker->last_line = (uint32_t)maker->intake->lines.n;
    maker->heading = 0;
    return at;
}

static void set_amounts(struct maker *maker, struct line *line, size_t i)
{
    for (size_t k = 0; k < maker->measures; k++) {
        if (maker->cells[i * maker->measures + k] != OUTLINE_AMOUNT) continue;
        line->amounts.of[maker->measure_of[k]] = maker->amounts[i * maker->measures + k];
        line->amounts.present |= (uint8_t)(1u << maker->measure_of[k]);
    }
}

/* A rejected row stays in the ledger without amounts, so that its unit and class are known to have a gap. */
static void refuse_line(struct maker *maker, size_t i)
{
    add_line(maker, i)->rejected = true;
    maker->intake->info.rows_rejected++;
}

/* A line whose amount takes a sum out of 64 bits is rejected: what cannot be added cannot be used. */
static void use_line(struct maker *maker, size_t i)
{
    struct input_file *info = &maker->intake->info;
    struct line amounts = {0};
    struct amounts sums = info->sums;
    set_amounts(maker, &amounts, i);
    if (!amounts_add(&sums, &amounts.amounts)) {
        maker_reject(maker, i, (struct diag){.kind = DIAG_SUM_OVERFLOW, .column = maker_amount_columns(maker)});
        refuse_line(maker, i);
        return;
    }
    struct line *line = add_line(maker, i);
    line->amounts = amounts.amounts;
    prices_add(maker->intake, maker->rows, line, &maker->rows->list.at[i]);
    if (maker->rows->dated) months_count(maker->intake, maker->intake->particulars.at[line->particulars].month, &amounts.amounts);
    info->sums = sums;
    info->rows_used++;
}

/* What follows is not about the line above any more. */
static void leave_line(struct maker *maker, uint32_t heading)
{
    maker->last_line = 0;
    maker->heading = heading;
}

/* The name of an activity that was too long for its cell goes on in the next row. Where it comes from and where it happens
 * ("Sumber Dana : ...", "Lokasi Kegiatan : ...") is no part of it. */
static void append_name(struct maker *maker, size_t i)
{
    enum { LONGEST = 100 };
    struct row *row = &maker->rows->list.at[i], *heading = &maker->rows->list.at[maker->heading - 1];
    struct str rest = dim_text(maker, row, DIM_ACCOUNT_NAME), name = dim_text(maker, heading, DIM_ACCOUNT_NAME);
    if (row->loose || row->dim[DIM_TEXT] || row->dim[DIM_ACCOUNT_CODE] || rest.n == 0 || name.n == 0 || rest.n > LONGEST) return;
    for (size_t k = 0; k < rest.n; k++)
        if (strchr(":=0123456789", rest.p[k])) return;
    heading->dim[DIM_ACCOUNT_NAME] = add_text(maker, str_format(maker->rows->scratch, "%.*s %.*s", STR_ARG(name), STR_ARG(rest)));
}

/* Explanations below a line belong to it: words that a rule may need. */
static void append_detail(struct maker *maker, size_t i)
{
    enum { LONGEST = 4000 };
    struct intake *intake = maker->intake;
    const struct row *row = &maker->rows->list.at[i];
    struct str more = dim_text(maker, row, DIM_TEXT), name = dim_text(maker, row, DIM_ACCOUNT_NAME);
    if (more.n == 0) more = name;
    if (maker->heading) append_name(maker, i);
    if (maker->last_line == 0 || more.n == 0 || row->loose) return;
    struct line *line = &intake->lines.at[maker->last_line - 1];
    prices_add(intake, maker->rows, line, row);
    struct str text = pool_text(&intake->texts, line->text);
    if (text.n + more.n > LONGEST) return;
    line->text = add_text(maker, text.n ? str_format(maker->rows->scratch, "%.*s | %.*s", STR_ARG(text), STR_ARG(more)) : more);
}

static void exclude(struct maker *maker, enum excluded why)
{
    maker->intake->info.rows_excluded[why]++;
}

/* A row with money that is neither line nor total. */
static void reject_unplaced(struct maker *maker, size_t i)
{
    const struct row *row = &maker->rows->list.at[i];
    struct str code = dim_text(maker, row, DIM_ACCOUNT_CODE), name = dim_text(maker, row, DIM_ACCOUNT_NAME);
    const int16_t *at = maker->rows->columns.at;
    int column = at[ROLE_ACCOUNT_CODE] >= 0 ? at[ROLE_ACCOUNT_CODE] : at[ROLE_JOINED_CODE];
    if (name.n == 0) name = dim_text(maker, row, DIM_TEXT);
    if (code.n) {
        struct str header = column >= 0 ? maker->rows->columns.names[column] : (struct str){0};
        maker_reject(maker, i, (struct diag){.kind = DIAG_ACCOUNT_BAD, .column = header, .value = code, .detail = maker->rules->account_example});
    } else {
        maker_reject(maker, i, (struct diag){.kind = DIAG_ACCOUNT_MISSING, .value = name});
    }
    refuse_line(maker, i);
}

static void place_line(struct maker *maker, size_t i)
{
    if (!has_amount(maker, i) && maker->measures) {
        maker_reject(maker, i, (struct diag){.kind = DIAG_AMOUNT_MISSING, .column = maker_amount_columns(maker)});
        refuse_line(maker, i);
        return;
    }
    use_line(maker, i);
}

/* Subtotals and totals are control, never lines; one that cannot be read is a reject of its own. */
static void place_control(struct maker *maker, size_t i, enum excluded why)
{
    if (!has_unreadable(maker, i)) {
        exclude(maker, why);
        return;
    }
    maker_reject_numbers(maker, i);
    maker->intake->info.rows_rejected++;
}

/*
 * Where every row has an account column of its own, a row of an activity without account is no subtotal when its amount is not the sum of
 * what follows, and no line of an activity without details when the lines around it have accounts: it lost its account. Its money must
 * neither vanish among the headings nor pass as a line that nobody can judge.
 */
static bool lost_its_account(const struct maker *maker, size_t i)
{
    const struct outline_place *place = &maker->outline.places[i];
    if (!maker->rows->parted || place->account.n || !maker->rows->list.at[i].dim[DIM_ACTIVITY_CODE]) return false;
    return (place->kind == OUTLINE_SUBTOTAL && maker->misfooting[i]) || (place->kind == OUTLINE_LINE && maker->accounted);
}

static void place_row(struct maker *maker, size_t i)
{
    const struct rows *rows = maker->rows;
    while (maker->blocks < rows->blocks.n && rows->blocks.at[maker->blocks].row <= i) maker->block = &rows->blocks.at[maker->blocks++];
    enum outline_kind kind = lost_its_account(maker, i) ? OUTLINE_OTHER : maker->outline.places[i].kind;
    bool damaged = maker->rows->list.at[i].damage && (has_amount(maker, i) || has_unreadable(maker, i));
    bool line = kind == OUTLINE_LINE || kind == OUTLINE_OTHER || damaged;
    if (line && maker->rows->list.at[i].ragged) maker_reject_ragged(maker, i);
    else if (damaged) maker_reject_damaged(maker, i);
    else if (line && has_unreadable(maker, i)) maker_reject_numbers(maker, i);
    if (line && maker->refused) maker_keep_refused(maker, i);
    if (line && maker->noted[i]) {
        refuse_line(maker, i);
        return;
    }
    switch (kind) {
    case OUTLINE_LINE: place_line(maker, i); break;
    case OUTLINE_OTHER: reject_unplaced(maker, i); break;
    case OUTLINE_SUBTOTAL: place_control(maker, i, EXCLUDED_SUBTOTAL); leave_line(maker, (uint32_t)i + 1); break;
    case OUTLINE_TOTAL: place_control(maker, i, EXCLUDED_TOTAL); leave_line(maker, 0); break;
    case OUTLINE_REVENUE: exclude(maker, EXCLUDED_REVENUE); leave_line(maker, 0); break;
    case OUTLINE_FINANCING: exclude(maker, EXCLUDED_FINANCING); leave_line(maker, 0); break;
    case OUTLINE_DETAIL:
        append_detail(maker, i);
        exclude(maker, EXCLUDED_DETAIL);
        break;
    case OUTLINE_BLANK: exclude(maker, EXCLUDED_BLANK); break;
    default: exclude(maker, EXCLUDED_TITLE); break;
    }
}

/* ---- control ---- */

static void note_footings(struct maker *maker)
{
    struct intake *intake = maker->intake;
    for (size_t g = 0; g < maker->outline.gaps.n; g++) {
        const struct outline_gap *gap = &maker->outline.gaps.at[g];
        if (maker->noted[gap->row]) continue; /* it was rejected as a line */
        const struct row *row = &maker->rows->list.at[gap->row];
        struct footing footing = {.row = row->line, .name = dim_text(maker, row, DIM_ACCOUNT_NAME), .measure = maker->measure_of[gap->measure],
                                  .stated = gap->stated, .sum = gap->children};
        if (footing.name.n == 0) footing.name = dim_text(maker, row, DIM_ACCOUNT_CODE);
        char stated[MONEY_TEXT_MAX], sum[MONEY_TEXT_MAX];
        money_grouped(gap->stated, true, stated);
        money_grouped(gap->children, true, sum);
        *array_push(&intake->arena, &intake->info.footings) = footing;
        diag_add(&intake->diags, (struct diag){.kind = DIAG_FOOTING, .file = intake->info.path, .line = row->line,
                                               .column = str_format(&intake->arena, "%.*s (%.*s)", STR_ARG(footing.name), STR_ARG(maker_column(maker, footing.measure))),
                                               .value = str_from(sum), .detail = str_from(stated)});
    }
}

static void compare_total(struct maker *maker, size_t k)
{
    struct intake *intake = maker->intake;
    struct input_file *info = &intake->info;
    const struct outline_total *total = &maker->outline.totals[k];
    enum measure m = maker->measure_of[k];
    if (total->source == OUTLINE_STATED_NONE) return;
    info->stated.of[m] = total->stated;
    info->stated.present |= (uint8_t)(1u << m);
    bool equal = money_cmp(total->stated, info->sums.of[m]) == 0;
    info->reconciled = equal && info->reconciled != 0;
    if (equal) return;
    char stated[MONEY_TEXT_MAX], sum[MONEY_TEXT_MAX];
    money_grouped(total->stated, true, stated);
    money_grouped(info->sums.of[m], true, sum);
    diag_add(&intake->diags, (struct diag){.kind = DIAG_TOTAL_MISMATCH, .file = info->path, .line = maker->rows->list.at[total->row].line,
                                           .column = maker_column(maker, m), .value = str_from(sum), .detail = str_from(stated)});
}

static void finish(struct maker *maker)
{
    struct intake *intake = maker->intake;
    struct input_file *info = &intake->info;
    info->own = info->sums;
    for (size_t k = 0; k < maker->measures; k++) info->measures |= (uint8_t)(1u << maker->measure_of[k]);
    info->has_price = maker->rows->columns.at[ROLE_PRICE] >= 0;
    info->has_measure_unit = maker->rows->columns.at[ROLE_MEASURE_UNIT] >= 0 || maker->rows->columns.at[ROLE_COEFFICIENT] >= 0;
    note_footings(maker);
    months_state_year(info);
    for (size_t k = 0; k < maker->measures; k++) compare_total(maker, k);
    for (size_t m = 0; m < MEASURE_COUNT; m++)
        if (maker->rows->column_of[m] >= 0) info->number_format[m] = str_from(number_format_name(&maker->rows->numbers[m], false));
    for (size_t u = 0; u < intake->units.n; u++) {
        for (size_t k = 0; k < maker->measures; k++) intake->units.at[u].present |= (uint8_t)(1u << maker->measure_of[k]);
        intake->units.at[u].unreconciled = info->reconciled == 0;
    }
    for (size_t l = 0; l < intake->lines.n; l++) intake->units.at[intake->lines.at[l].unit].rejected_rows += intake->lines.at[l].rejected;
    for (size_t u = 0; u < intake->units.n; u++) intake->units.at[u].rejected_rows += maker->rows->lost;
    if (info->rows_used == 0 && !maker->refused) diag_add(&intake->diags, (struct diag){.kind = DIAG_NO_LINES, .file = info->path});
    uint32_t accounted = info->rows_used + info->rows_rejected + input_file_excluded(info);
    if (accounted != info->rows_read)
        diag_add(&intake->diags, (struct diag){.kind = DIAG_NOT_BALANCED, .file = info->path, .value = str_format(&intake->arena, "%u", info->rows_read),
                                               .detail = str_format(&intake->arena, "%u", accounted)});
}

/* ---- lines without amounts (classify) ---- */

/* Without amounts there is no hierarchy to tell lines from totals: every row is a line. */
static void lines_without_amounts(struct maker *maker)
{
    struct rows *rows = maker->rows;
    maker->outline.places = arena_new_n(rows->scratch, struct outline_place, rows->list.n + 1);
    for (size_t i = 0; i < rows->list.n; i++) {
        struct str code = dim_text(maker, &rows->list.at[i], DIM_ACCOUNT_CODE);
        maker->outline.places[i] = (struct outline_place){.kind = OUTLINE_LINE, .activity = OUTLINE_NONE, .program = OUTLINE_NONE, .parent = OUTLINE_NONE,
                                                          .account = intake_best_account(&maker->rules->outline.schemes, code, rows->scratch)};
        place_row(maker, i);
    }
}

/* What the row is called, for the hierarchy: a total may stand in the column of the activities when the row has no code. */
static struct str outline_name(const struct maker *maker, const struct row *row)
{
    struct str name = dim_text(maker, row, DIM_ACCOUNT_NAME);
    if (!name.n) name = dim_text(maker, row, DIM_TEXT);
    bool coded = row->dim[DIM_ACCOUNT_CODE] || row->dim[DIM_ACTIVITY_CODE];
    return name.n || coded ? name : dim_text(maker, row, DIM_ACTIVITY_NAME);
}

static void order_rows(struct maker *maker)
{
    struct rows *rows = maker->rows;
    struct outline_row *in = arena_new_n(rows->scratch, struct outline_row, rows->list.n + 1);
    for (size_t i = 0; i < rows->list.n; i++) {
        const struct row *row = &rows->list.at[i];
        in[i] = (struct outline_row){.code = row->damage ? (struct str){0} : dim_text(maker, row, DIM_ACCOUNT_CODE), .name = outline_name(maker, row),
                                     .path = rows->parted ? dim_text(maker, row, DIM_ACTIVITY_CODE) : (struct str){0}};
    }
    struct outline_input input = {.rows = in, .n = rows->list.n, .measures = maker->measures, .cells = maker->cells, .parted = rows->parted,
                                  .plain = rows->plain};
    maker_read_outline(maker, &input);
    for (size_t g = 0; g < maker->outline.gaps.n; g++) maker->misfooting[maker->outline.gaps.at[g].row] = true;
    for (size_t i = 0; i < rows->list.n; i++)
        maker->accounted |= maker->outline.places[i].kind == OUTLINE_LINE && maker->outline.places[i].account.n;
    for (size_t i = 0; i < rows->list.n; i++) place_row(maker, i);
}

void intake_lines(struct intake *intake, const struct intake_rules *rules, struct intake_options options, struct rows *rows)
{
    struct maker maker = {.intake = intake, .rules = rules, .rows = rows};
    if (options.baseline) maker.file_stage = stage_index(&maker, stage_original(&rules->stages));
    else if (options.stage.n) maker.file_stage = stage_index(&maker, stage_named(&rules->stages, options.stage, rows->scratch));
    maker.activity_keys.arena = maker.row_activities.arena = maker.units.arena = rows->scratch;
    number_columns_decide(rows->numbers, AMOUNT_COLUMNS, rows->reading.decimal);
    prices_decide(rows);
    maker_read_amounts(&maker);
    maker_refuse_columns(&maker);
    if (maker.measures) order_rows(&maker);
    else lines_without_amounts(&maker);
    finish(&maker);
}
