package ikat.lab.samples;

/**
 * Where a point lies in a {@link CellDiagram}.
 *
 * @param site centre of the cell that holds the point
 * @param dx from the site to the point, in pixels
 * @param dy from the site to the point, in pixels
 * @param edge distance to the border of the cell in pixels, corners rounded
 */
record Place(Site site, float dx, float dy, float edge) {}
