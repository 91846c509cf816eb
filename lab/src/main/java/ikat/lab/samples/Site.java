package ikat.lab.samples;

/**
 * The centre of one cell of a {@link CellDiagram}.
 *
 * @param x in pixels
 * @param y in pixels
 * @param weight added room in square pixels; a heavier site takes ground from its neighbours
 * @param id tells the cells of a diagram apart, 0 or more
 */
record Site(float x, float y, float weight, int id) {}
