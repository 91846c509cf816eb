package ikat.image;

/**
 * Metadata of a training picture, without its pixels.
 *
 * @param name file name without its folder
 * @param texture name of the picture's texture, unique among the training pictures; 1 to 200
 *     letters, digits and {@code . _ / -}, see {@link TextureNames}
 * @param sha256 hash of the file's bytes, 64 hexadecimal digits
 * @param channels 1 (grey) or 3, of the picture itself
 * @param domain where the picture can be learned from
 */
public record ExemplarFacts(
        String name, String texture, String sha256, int channels, Domain domain) {

    /** The facts of a picture. */
    public static ExemplarFacts of(Exemplar exemplar, String texture) {
        return new ExemplarFacts(
                exemplar.name(),
                texture,
                exemplar.sha256(),
                exemplar.channels(),
                exemplar.domain());
    }

    /** A copy with another texture name. */
    public ExemplarFacts called(String other) {
        return new ExemplarFacts(name, other, sha256, channels, domain);
    }

    /** Columns, at least 1. */
    public int width() {
        return domain.width();
    }

    /** Rows, at least 1. */
    public int height() {
        return domain.height();
    }

    /** The side of the squares that can be learned from, see {@link Domain#side}. */
    public int side() {
        return domain.side();
    }
}
