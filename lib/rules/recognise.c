/* Which role, tier and unit a description names; see standard.h. */
#include <limits.h>
#include <string.h>

#include "effcheck/pack.h"

static inline const struct standard *nth_of(const struct standards *standards, enum standard_kind kind, size_t i)
{
    return i < standards->of[kind].n ? &standards->list.at[standards->of[kind].at[i]] : NULL;
}

static inline uint16_t index_of(const struct standards *standards, const struct standard *s)
{
    return (uint16_t)(s - standards->list.at);
}

/* Folded words of a text; a word that a row has taken counts for no later row. */
struct text_words {
    struct str *at;
    bool *taken;
    size_t n;
};

static struct text_words words_of(struct str text, struct arena *scratch)
{
    struct str rest = str_fold(scratch, text), word;
    size_t most = rest.n / 2 + 2;
    struct text_words words = {arena_new_n(scratch, struct str, most), arena_new_n(scratch, bool, most), 0};
    while (rest.n && str_split(&rest, ' ', &word)) words.at[words.n++] = word;
    return words;
}

/* Nearly every comparison fails, most of them at the first letter. */
static inline bool word_fits(const struct phrase_word *want, struct str word)
{
    if (!want->open_start && (word.n < want->text.n || word.p[0] != want->text.p[0])) return false;
    if (want->open_start && want->open_end) return str_contains(word, want->text);
    if (want->open_start) return str_ends(word, want->text);
    return want->open_end ? str_starts(word, want->text) : str_eq(word, want->text);
}

static inline bool phrase_at(const struct phrase *phrase, const struct text_words *words, size_t at)
{
    if (at + phrase->n > words->n) return false;
    for (size_t i = 0; i < phrase->n; i++)
        if (words->taken[at + i] || !word_fits(&phrase->words[i], words->at[at + i])) return false;
    return true;
}

static bool any_phrase(const phrase_list *phrases, const struct text_words *words)
{
    for (size_t i = 0; i < phrases->n; i++)
        for (size_t at = 0; at < words->n; at++)
            if (phrase_at(&phrases->at[i], words, at)) return true;
    return false;
}

static void take_phrases(const phrase_list *phrases, struct text_words *words)
{
    for (size_t i = 0; i < phrases->n; i++)
        for (size_t at = 0; at < words->n; at++)
            if (phrase_at(&phrases->at[i], words, at)) memset(words->taken + at, true, phrases->at[i].n);
}

/* `uses`: bits 1 << enum phrase_use of the phrases that the text holds if no word of it were taken; only those are looked for. */
static bool row_fits(const struct standard *s, unsigned uses, const struct text_words *words)
{
    enum { WORDS = 1u << PHRASE_WORDS, ALSO = 1u << PHRASE_ALSO, EXCEPT = 1u << PHRASE_EXCEPT };
    if (!(uses & WORDS) || (s->also.n && !(uses & ALSO))) return false;
    return any_phrase(&s->words, words) && (!s->also.n || any_phrase(&s->also, words)) && !((uses & EXCEPT) && any_phrase(&s->except, words));
}

/* ---- numbers ---- */

struct number {
    int64_t hundredths;
    struct str before, unit; /* words between the number in front and this one; the letters behind it */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Digits in groups of three, or with one or two decimals behind the last sign; false for anything else. */
static bool read_digits(struct str digits, int64_t *hundredths)
{
    enum { LONGEST = 16 };
    size_t last = digits.n, group = 0, count = 0, signs = 0;
    int64_t value = 0;
    for (size_t i = 0; i < digits.n; i++)
        if (!is_digit(digits.p[i])) last = i;
    size_t decimals = last < digits.n ? digits.n - last - 1 : 0;
    for (size_t i = 0; i < digits.n; i++) {
        if (is_digit(digits.p[i])) {
            if (++count > LONGEST) return false;
            value = value * 10 + (digits.p[i] - '0');
            group++;
        } else {
            bool grouped = i != last || decimals == 3;
            if (signs++ ? group != 3 : grouped && group > 3) return false;
            group = 0;
        }
    }
    if (decimals > 3) return false;
    *hundredths = decimals == 2 ? value : decimals == 1 ? value * 10 : value * 100;
    return true;
}

/* "D3" is a word; "Rp5" and "2x3" hold numbers. */
static bool inside_word(struct str text, size_t at)
{
    size_t from = at;
    while (from && is_letter(text.p[from - 1])) from--;
    struct str letters = str_sub(text, from, at);
    return letters.n && !str_eq_nocase(letters, S("rp")) && !str_eq_nocase(letters, S("x"));
}

/* The next number of a text, with the word behind it. Digits inside a word (D3) are none. */
static bool next_number(struct str *rest, struct number *number)
{
    struct str from = *rest;
    for (size_t i = 0; i < rest->n; i++) {
        if (!is_digit(rest->p[i]) || inside_word(*rest, i)) {
            while (is_digit(rest->p[i]) && i + 1 < rest->n && is_digit(rest->p[i + 1])) i++;
            continue;
        }
        size_t end = i, word;
        while (end < rest->n && (is_digit(rest->p[end]) || ((rest->p[end] == '.' || rest->p[end] == ',') && end + 1 < rest->n && is_digit(rest->p[end + 1])))) end++;
        for (word = end; word < rest->n && rest->p[word] == ' ';) word++;
        size_t stop = word;
        while (stop < rest->n && (is_letter(rest->p[stop]) || is_digit(rest->p[stop]))) stop++;
        number->before = str_sub(from, 0, i);
        number->unit = str_sub(*rest, word, stop);
        bool good = read_digits(str_sub(*rest, i, end), &number->hundredths);
        *rest = str_sub(*rest, end, rest->n);
        if (!good) number->hundredths = -1;
        return true;
    }
    return false;
}

/* ---- tiers ---- */

static bool is_word_of(const struct standard *s, const struct text_words *words)
{
    for (size_t i = 0; i < s->words.n; i++)
        if (s->words.at[i].n == words->n && phrase_at(&s->words.at[i], words, 0)) return true;
    return false;
}

static uint16_t named_by(const struct standards *standards, enum standard_kind kind, struct str text, struct arena *scratch)
{
    struct text_words words = words_of(text, scratch);
    const struct standard *s;
    for (size_t i = 0; words.n && (s = nth_of(standards, kind, i)) != NULL; i++)
        if (is_word_of(s, &words)) return index_of(standards, s);
    return NO_INDEX;
}

static bool has_kind(const struct standards *standards, enum standard_kind kind, const struct text_words *words)
{
    const struct standard *s;
    for (size_t i = 0; (s = nth_of(standards, kind, i)) != NULL; i++)
        if (any_phrase(&s->words, words)) return true;
    return false;
}

static bool is_bound(const struct standards *standards, struct money amount)
{
    const struct standard *s;
    for (size_t i = 0; amount.sen && (s = nth_of(standards, STANDARD_TIER, i)) != NULL; i++)
        if (s->value.sen == amount.sen || s->upto.sen == amount.sen) return true;
    return false;
}

/* The bounds that a text names, lowest first; *foreign where it names another amount of that size. */
struct bounds {
    struct money at[2];
    size_t n;
    bool foreign;
};

static void add_bound(const struct standards *standards, struct bounds *bounds, int64_t hundredths, struct money scale)
{
    struct money amount;
    if (__builtin_mul_overflow(hundredths, scale.sen / 100, &amount.sen)) bounds->foreign = true;
    else if (!is_bound(standards, amount)) bounds->foreign |= scale.sen > 100 || amount.sen >= INT64_C(100000000);
    else if (bounds->n && (amount.sen == bounds->at[0].sen || (bounds->n > 1 && amount.sen == bounds->at[1].sen))) return;
    else if (bounds->n == 2) bounds->foreign = true;
    else if (bounds->n && amount.sen < bounds->at[0].sen) bounds->at[1] = bounds->at[0], bounds->at[0] = amount, bounds->n = 2;
    else bounds->at[bounds->n++] = amount;
}

/* "1 s.d. 2,5 miliar": the first number has the scale of the second when only words of a range stand between them. */
static bool is_range(const struct standards *standards, struct str between, struct arena *scratch)
{
    struct text_words words = words_of(between, scratch);
    const struct standard *s;
    for (size_t i = 0; (s = nth_of(standards, STANDARD_UPTO, i)) != NULL; i++) take_phrases(&s->words, &words);
    for (size_t i = 0; i < words.n; i++)
        if (!words.taken[i] && !str_eq(words.at[i], S("rp"))) return false;
    return true;
}

static struct bounds bounds_in(const struct standards *standards, struct str text, struct arena *scratch)
{
    struct bounds bounds = {0};
    struct number number;
    int64_t waiting = -1;
    while (next_number(&text, &number)) {
        uint16_t scale = named_by(standards, STANDARD_SCALE, number.unit, scratch);
        const struct money one = {100}, times = scale == NO_INDEX ? one : standards->list.at[scale].value;
        if (waiting >= 0) add_bound(standards, &bounds, waiting, is_range(standards, number.before, scratch) ? times : one);
        waiting = -1;
        if (number.hundredths < 0) bounds.foreign = true;
        else if (scale == NO_INDEX) waiting = number.hundredths;
        else add_bound(standards, &bounds, number.hundredths, times);
    }
    if (waiting >= 0) add_bound(standards, &bounds, waiting, (struct money){100});
    return bounds;
}

static uint16_t tier_of(const struct standards *standards, struct str text, const struct text_words *words, struct arena *scratch)
{
    struct bounds b = bounds_in(standards, text, scratch);
    bool above = has_kind(standards, STANDARD_ABOVE, words), upto = has_kind(standards, STANDARD_UPTO, words);
    if (b.foreign || b.n == 0 || (b.n == 1 && above == upto)) return NO_INDEX;
    struct money low = b.n == 2 || above ? b.at[0] : (struct money){0}, high = b.n == 2 ? b.at[1] : above ? (struct money){0} : b.at[0];
    const struct standard *s;
    for (size_t i = 0; (s = nth_of(standards, STANDARD_TIER, i)) != NULL; i++)
        if (s->value.sen == low.sen && s->upto.sen == high.sen) return index_of(standards, s);
    return NO_INDEX;
}

/* ---- roles ---- */

/* Which phrases the text may hold: all of it, also words that another row takes. */
static void note_phrases(const struct standards *standards, struct recogniser *r, struct str text)
{
    const size_t n = marks_for(standards->list.n);
    if (!r->marks) r->marks = arena_new_n(r->buffer.arena, uint64_t, n);
    memset(r->marks, 0, n * sizeof *r->marks);
    matcher_mark(standards->matcher, text, r->marks, &r->buffer);
}

static unsigned uses_of(const struct standards *standards, const struct recogniser *r, const struct standard *s)
{
    return marks_of(r->marks, index_of(standards, s));
}

static bool names_activity(const struct standards *standards, const struct recogniser *r, uint16_t class_index)
{
    const struct standard *s;
    for (size_t i = 0; (s = nth_of(standards, STANDARD_ACTIVITY, i)) != NULL; i++)
        if (s->class_index == class_index && uses_of(standards, r, s) >> PHRASE_WORDS & 1u) return true;
    return false;
}

static enum role_fault find_activity(const struct standards *standards, const struct recogniser *r, uint16_t class_index,
                                     const struct text_words *words, uint16_t *found)
{
    const struct standard *s;
    *found = NO_INDEX;
    for (size_t i = 0; (s = nth_of(standards, STANDARD_ACTIVITY, i)) != NULL; i++) {
        if (s->class_index != class_index || !row_fits(s, uses_of(standards, r, s), words)) continue;
        if (*found != NO_INDEX) return ROLE_SEVERAL_ACTIVITIES;
        *found = index_of(standards, s);
    }
    return *found == NO_INDEX ? ROLE_NO_ACTIVITY : ROLE_FOUND;
}

/* A role without words is the only one of its activity. */
static enum role_fault find_role(const struct standards *standards, const struct recogniser *r, uint16_t activity, struct text_words *words,
                                 uint16_t *found)
{
    const struct standard *s;
    *found = NO_INDEX;
    for (size_t i = 0; (s = nth_of(standards, STANDARD_ROLE, i)) != NULL; i++) {
        if (s->activity != activity || (s->words.n && !row_fits(s, uses_of(standards, r, s), words))) continue;
        if (*found != NO_INDEX) return ROLE_SEVERAL;
        *found = index_of(standards, s);
        take_phrases(&s->words, words);
    }
    return *found == NO_INDEX ? ROLE_NONE : ROLE_FOUND;
}

struct recognised standards_recognise(const struct standards *standards, struct recogniser *recogniser, struct str text, uint16_t class_index,
                                      struct arena *scratch)
{
    struct recognised r = {.fault = ROLE_NO_ACTIVITY, .activity = NO_INDEX, .role = NO_INDEX, .tier = NO_INDEX};
    note_phrases(standards, recogniser, text);
    if (!names_activity(standards, recogniser, class_index)) return r; /* most texts */
    struct text_words words = words_of(text, scratch);
    const struct standard *s;
    for (size_t i = 0; (s = nth_of(standards, STANDARD_IGNORED, i)) != NULL; i++)
        if (uses_of(standards, recogniser, s)) take_phrases(&s->words, &words);
    r.fault = find_activity(standards, recogniser, class_index, &words, &r.activity);
    if (r.fault != ROLE_FOUND) return r;
    take_phrases(&standards->list.at[r.activity].also, &words); /* who signs is no role; what names the activity may be one (PPTK) */
    r.fault = find_role(standards, recogniser, r.activity, &words, &r.role);
    if (r.fault == ROLE_FOUND && standards->list.at[r.role].tiered) {
        struct text_words all = words_of(text, scratch); /* none is taken here */
        r.tier = tier_of(standards, text, &all, scratch);
        if (r.tier == NO_INDEX) r.fault = ROLE_NO_TIER;
    }
    return r;
}

bool standards_participants(const struct standards *standards, struct str text, uint16_t activity, struct arena *scratch)
{
    struct text_words words = words_of(text, scratch);
    const struct standard *s;
    for (size_t i = 0; (s = nth_of(standards, STANDARD_PARTICIPANT, i)) != NULL; i++)
        if (s->activity == activity && row_fits(s, UINT_MAX, &words)) return true;
    return false;
}

/* ---- units ---- */

uint16_t standards_unit(const struct standards *standards, struct str text, struct arena *scratch)
{
    return named_by(standards, STANDARD_UNIT, text, scratch);
}

/* The words behind a number, up to the next one, without the sign of multiplication. */
static struct str factor_words(struct str text, struct arena *scratch)
{
    struct text_words words = words_of(text, scratch);
    struct str out = {0};
    for (size_t i = 0; i < words.n; i++)
        if (!str_eq(words.at[i], S("x"))) out = str_format(scratch, "%.*s%s%.*s", STR_ARG(out), out.n ? " " : "", STR_ARG(words.at[i]));
    return out;
}

struct coefficient standards_coefficient(const struct standards *standards, struct str text, struct arena *scratch)
{
    struct coefficient c = {.product = -1, .persons = -1, .months = -1, .unit = NO_INDEX};
    struct number number, next = {0};
    struct str all = {0};
    bool more = next_number(&text, &number);
    while (more) {
        more = next_number(&text, &next);
        struct str words = factor_words(more ? next.before : text, scratch);
        int64_t so_far = c.product < 0 ? 100 : c.product;
        bool wrong = number.hundredths < 0 || __builtin_mul_overflow(so_far, number.hundredths, &c.product) || c.product % 100;
        if (wrong) return (struct coefficient){.product = -1, .persons = -1, .months = -1, .unit = NO_INDEX};
        c.product /= 100;
        if (named_by(standards, STANDARD_PERSON, words, scratch) != NO_INDEX) c.persons = number.hundredths;
        if (named_by(standards, STANDARD_MONTH, words, scratch) != NO_INDEX) c.months = number.hundredths;
        all = str_format(scratch, "%.*s%s%.*s", STR_ARG(all), all.n ? " " : "", STR_ARG(words));
        number = next;
    }
    c.unit = standards_unit(standards, all, scratch);
    return c;
}
