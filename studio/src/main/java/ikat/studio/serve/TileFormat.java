package ikat.studio.serve;

import ikat.export.TileChoice;
import ikat.service.film.WebpPicture;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import java.util.Locale;

/** What a picture is sent as. */
public enum TileFormat {
    PNG("image/png") {
        @Override
        public byte[] pack(byte[] pixels, int width, int height, int channels) {
            return new TileChoice(64, false).pack(pixels, width, height, channels);
        }
    },
    JPG("image/jpeg") {
        @Override
        public byte[] pack(byte[] pixels, int width, int height, int channels) {
            return new TileChoice(64, true).pack(pixels, width, height, channels);
        }
    },
    WEBP("image/webp") {
        @Override
        public byte[] pack(byte[] pixels, int width, int height, int channels) {
            return WebpPicture.pack(pixels, width, height, channels);
        }
    };

    private final String mediaType;

    TileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What the Content-Type is. */
    public String mediaType() {
        return mediaType;
    }

    /** What names end in, such as {@code png}. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A picture as a file.
     *
     * @param pixels {@code [height, width, channels]}
     */
    public abstract byte[] pack(byte[] pixels, int width, int height, int channels);

    /**
     * The format of an ending.
     *
     * @throws Problem 400 if there is no such format
     */
    public static TileFormat of(String ending) {
        for (TileFormat format : values()) {
            if (format.ending().equals(ending)) {
                return format;
            }
        }
        throw Problem.badRequest(
                "the format is " + Query.excerpt(ending) + ", but must be one of png, jpg, webp");
    }
}
