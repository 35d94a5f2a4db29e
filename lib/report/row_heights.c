#include "row_heights.h"

static const double TALLEST = 409; /* Excel's */

static float limited(double points) { return (float)(points < TALLEST ? points : TALLEST); }

void height_needs(struct row_height *height, double points)
{
    if (points < ROW_USUAL) points = ROW_USUAL;
    if (!height->fixed && limited(points) > height->points) height->points = limited(points);
}

void height_fix(struct row_height *height, double points) { *height = (struct row_height){limited(points), true}; }

struct row_height *row_height_at(struct row_heights *heights, struct arena *arena, uint32_t row)
{
    while (heights->rows.n <= row) *array_push(arena, &heights->rows) = (struct row_height){0};
    return &heights->rows.at[row];
}

double row_height(const struct row_heights *heights, uint32_t row)
{
    bool known = row < heights->rows.n && heights->rows.at[row].points > 0;
    return known ? (double)heights->rows.at[row].points : ROW_USUAL;
}

double row_top(const struct row_heights *heights, uint32_t row)
{
    double top = 0;
    for (uint32_t i = 0; i < row; i++) top += row_height(heights, i);
    return top;
}
