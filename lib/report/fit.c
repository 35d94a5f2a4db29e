#include "effcheck/fit.h"

/* Advance widths of Helvetica, to which Arial is metrically equal, in 1/1000 of the size, from blank to tilde (Adobe Core 14 AFM). */
static const uint16_t ADVANCE[95] = {
    278, 278, 355, 556, 556, 889, 667, 191, 333,  333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667,  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
};

/* In thousandths of the size. */
static unsigned advance(unsigned char c)
{
    bool continues = (c & 0xC0) == 0x80;
    return continues || c == '\n' ? 0 : c >= 0x20 && c < 0x7F ? ADVANCE[c - 0x20] : 700;
}

static double pixels_a_unit(double size) { return size * 96 / 72 / 1000; }

double fit_width(struct str text, double size)
{
    uint64_t width = 0;
    for (size_t i = 0; i < text.n; i++) width += advance((unsigned char)text.p[i]);
    return (double)width * pixels_a_unit(size);
}

/* Most texts: without line breaks, and their letters fit beside each other. */
static bool is_one_line(struct str text, uint64_t room)
{
    uint64_t width = 0;
    bool breaks = false;
    for (size_t i = 0; i < text.n; i++) {
        width += advance((unsigned char)text.p[i]);
        breaks |= text.p[i] == '\n';
    }
    return width <= room && !breaks;
}

unsigned fit_lines(struct str text, double size, double pixels)
{
    const double padding = 6, caution = 0.96; /* screens round the width of each letter up */
    const double units = (pixels - padding) * caution / pixels_a_unit(size);
    uint64_t room = units > 0 ? (uint64_t)units : 0, line = 0, word = 0;
    unsigned lines = 1;
    if (is_one_line(text, room)) return 1;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        unsigned width = advance((unsigned char)c);
        if (c == '\n') {
            lines++, line = word = 0;
        } else if (line + width > room && line > 0 && c != ' ') {
            bool breaks_word = word >= line; /* a word longer than the line is cut where it ends */
            lines++, line = breaks_word ? width : word + width, word = breaks_word ? width : word + width;
        } else {
            line += width;
            word = c == ' ' || c == '-' ? 0 : word + width;
        }
    }
    return lines;
}

double fit_height(unsigned lines, double size)
{
    const double leading = 1.27, margin = 3;
    return lines * size * leading + margin;
}
