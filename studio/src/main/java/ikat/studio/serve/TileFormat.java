package ikat.studio.serve;

import ikat.export.TileChoice;
import ikat.image.Depth;
import ikat.image.Pixels;
import ikat.service.film.WebpPicture;
import ikat.studio.web.Query;
import java.util.Locale;
import java.util.function.Function;

/** The picture formats of answers. */
public enum TileFormat {
    PNG("image/png", new TileChoice(64, false)::pack, Depth.SIXTEEN),
    JPG("image/jpeg", new TileChoice(64, true)::pack, Depth.EIGHT),
    WEBP("image/webp", WebpPicture::pack, Depth.EIGHT);

    private final String mediaType;
    private final Function<Pixels, byte[]> encoder;
    private final Depth deepest;

    TileFormat(String mediaType, Function<Pixels, byte[]> encoder, Depth deepest) {
        this.mediaType = mediaType;
        this.encoder = encoder;
        this.deepest = deepest;
    }

    /** The Content-Type. */
    public String mediaType() {
        return mediaType;
    }

    /** The file name extension, such as {@code png}. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Encodes a picture of 1 or 3 channels, as deep as the format allows. */
    public byte[] pack(Pixels picture) {
        boolean fits = picture.depth().compareTo(deepest) <= 0;
        return encoder.apply(fits ? picture : picture.at(deepest));
    }

    /**
     * The format of a file name extension.
     *
     * @throws ikat.studio.web.Problem 400 if there is no such format
     */
    public static TileFormat of(String ending) {
        return Query.constant(TileFormat.class, "the format", ending);
    }
}
