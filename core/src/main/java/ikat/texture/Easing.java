package ikat.texture;

/** How one texture blends into the next. */
public enum Easing {
    /** At an even rate. */
    LINEAR,
    /** Slower at both ends: {@code 3t² - 2t³}. */
    SMOOTH;

    /**
     * The share of the next texture.
     *
     * @param way from the first texture to the next, 0 to 1
     */
    public double share(double way) {
        return this == LINEAR ? way : way * way * (3 - 2 * way);
    }
}
