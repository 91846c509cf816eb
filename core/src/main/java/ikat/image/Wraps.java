package ikat.image;

/**
 * The edges at which a picture is said to join itself.
 *
 * @param across the right edge to the left
 * @param down the lower edge to the upper
 */
public record Wraps(boolean across, boolean down) {

    /** No edges. */
    public static final Wraps NONE = new Wraps(false, false);
}
