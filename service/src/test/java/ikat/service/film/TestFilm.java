package ikat.service.film;

import ikat.image.Pixels;
import java.io.IOException;
import java.nio.file.Path;

/** A film for tests of what plays films. */
public final class TestFilm {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;
    private static final int FRAMES = 40;
    private static final int PER_SECOND = 10;

    private TestFilm() {}

    /**
     * Four seconds: dark at the left and bright at the right, and after half of them turned round.
     */
    public static Path turning(Path file) throws IOException {
        try (VideoWriter writer =
                new VideoWriter(VideoCodec.VP9, file, WIDTH, HEIGHT, FrameRate.of(PER_SECOND))) {
            for (int i = 0; i < FRAMES; i++) {
                writer.add(new Pixels(frame(i >= FRAMES / 2), WIDTH, HEIGHT, 3));
            }
            writer.end();
        }
        return file;
    }

    private static byte[] frame(boolean turned) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % WIDTH;
            rgb[i] = (byte) (turned == x < WIDTH / 2 ? 255 : 0);
        }
        return rgb;
    }
}
