package ikat.analysis;

/**
 * The size of a picture's typical element, a stone or a brick: a cell of its lattice where it has
 * one, else twice the distance over which pixels are alike.
 *
 * @param width pixels
 * @param height pixels
 */
public record ElementSize(double width, double height) {

    private static final double LINE_RATIO = 6;

    /**
     * The side that must be seen at once to know an element: the longer one, but the shorter one of
     * lines.
     */
    public double decisive() {
        double longer = Math.max(width, height);
        double shorter = Math.min(width, height);
        return longer > LINE_RATIO * shorter ? shorter : longer;
    }
}
