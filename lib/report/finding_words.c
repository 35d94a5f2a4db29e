#include "finding_words.h"

struct str line_source(struct report *report, const struct line *line)
{
    struct str name = file_words(report, line->file);
    return str_format(report->arena, "%.*s:%u", STR_ARG(name), line->row);
}

struct str finding_source(struct report *report, const struct finding *finding)
{
    const struct audit *audit = report->audit;
    if (finding->file.n) {
        struct str name = path_words(report, finding->file);
        return finding->row ? str_format(report->arena, "%.*s:%u", STR_ARG(name), finding->row) : name;
    }
    if (!finding->line_count) return S("");
    struct str first = line_source(report, &audit->ledger->lines.at[audit->finding_lines.at[finding->first_line]]);
    return finding->line_count == 1 ? first : str_format(report->arena, "%.*s (+%u)", STR_ARG(first), finding->line_count - 1);
}
