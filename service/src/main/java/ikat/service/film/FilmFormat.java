package ikat.service.film;

import ikat.service.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of films. */
public enum FilmFormat {
    /** H.264, played by everything. */
    MP4(16, 9_437_184, FrameRate.MOST),
    /** VP9, played by every browser. */
    WEBM(16, 1L << 28, FrameRate.MOST),
    /** 256 colours; browsers slow down higher frame rates. */
    GIF(1, 1L << 28, 50),
    /** Numbered pictures. */
    PNG(1, 1L << 28, FrameRate.MOST);

    private final int shortestSide;
    private final long mostPixels;
    private final double fastest;

    FilmFormat(int shortestSide, long mostPixels, double fastest) {
        this.shortestSide = shortestSide;
        this.mostPixels = mostPixels;
        this.fastest = fastest;
    }

    static Optional<FilmFormat> ofEnding(String name) {
        return Stream.of(MP4, WEBM, GIF)
                .filter(format -> name.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Checks a size and a rate.
     *
     * @throws Refusal if this format does not support them
     */
    public void check(int width, int height, FrameRate rate) {
        String size = "--size is " + width + "x" + height + ", but a film in " + this;
        if (shortestSide > 1 && (width % 2 != 0 || height % 2 != 0)) {
            throw Refusal.usage(
                    "%s needs even sides; the nearest are %dx%d and %dx%d, and .gif and .png take"
                            + " any",
                    size,
                    Math.max(2, width / 2 * 2),
                    Math.max(2, height / 2 * 2),
                    (width + 1) / 2 * 2,
                    (height + 1) / 2 * 2);
        }
        if (Math.min(width, height) < shortestSide) {
            throw Refusal.usage(
                    "%s needs sides of at least %d; .gif and .png take any", size, shortestSide);
        }
        if ((long) width * height > mostPixels) {
            throw Refusal.usage(
                    "%s has at most %d pixels; write numbered pictures", size, mostPixels);
        }
        if (rate.perSecond() > fastest) {
            throw Refusal.usage(
                    "--rate is %s, but a film in %s has at most %d frames a second; lower it, or"
                            + " write .mp4",
                    rate.perSecond(), this, (int) fastest);
        }
    }
}
