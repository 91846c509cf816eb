package ikat.texture;

/** How a mixture goes over from one texture to the next. */
public enum Easing {
    /** Evenly. */
    LINEAR,
    /** Slowly at both ends: {@code 3t² - 2t³}. */
    SMOOTH;

    /**
     * The share of the next texture.
     *
     * @param way from the one to the next, 0 to 1
     */
    double share(double way) {
        return this == LINEAR ? way : way * way * (3 - 2 * way);
    }
}
