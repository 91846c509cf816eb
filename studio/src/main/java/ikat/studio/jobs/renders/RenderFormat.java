package ikat.studio.jobs.renders;

import ikat.studio.web.Problem;
import ikat.studio.web.Query;

/** The files that can be rendered. */
enum RenderFormat {
    PNG("png", "png", "image/png"),
    JPG("jpg", "jpg", "image/jpeg"),
    TIF("tif", "tif", "image/tiff"),
    /** Tiled, with smaller versions. */
    BIG_TIFF("btf", "btf", "image/tiff"),
    /** Deep Zoom in one file. */
    DEEP_ZOOM("dzi-zip", "zip", "application/zip");

    private final String word;
    private final String ending;
    private final String mediaType;

    RenderFormat(String word, String ending, String mediaType) {
        this.word = word;
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** What it is called in requests. */
    String word() {
        return word;
    }

    /** What names of files end in. */
    String ending() {
        return ending;
    }

    /** What the Content-Type is. */
    String mediaType() {
        return mediaType;
    }

    /**
     * The format of a word.
     *
     * @throws Problem 400 if there is no such format
     */
    static RenderFormat of(String word) {
        for (RenderFormat format : values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        throw Problem.badRequest(
                "format is "
                        + Query.excerpt(word)
                        + ", but must be one of png, jpg, tif, btf, dzi-zip");
    }
}
