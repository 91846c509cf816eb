package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Samples patches from pictures that are together several times larger than the heap. */
class ManyPicturesTest {

    private static final int PICTURES = 900;
    private static final int SIDE = 100;

    @TempDir Path folder;

    @Tag("slow")
    @Test
    @Timeout(120)
    void memoryHoldsAFewPicturesOfMany()
            throws IOException, InterruptedException, URISyntaxException {
        paint();
        Path log = folder.resolve("log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx20m",
                                "-cp",
                                place(ImageFiles.class) + File.pathSeparator + place(Main.class),
                                Main.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();

        int code = process.waitFor();

        String text = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(code).as(text).isZero();
        // 8 windows of 64 pictures were decoded, each picture once.
        assertThat(text.strip()).isEqualTo("decoded 512");
    }

    /** Pictures in colour, 27 MB of pixels in 8 bits. */
    private void paint() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < PICTURES; i++) {
            int shade = random.nextInt();
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = (byte) (shade >> p % 3 * 8 ^ p / 300);
            }
            ImageIO.write(image, "bmp", folder.resolve(i + ".bmp").toFile());
        }
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Reads the facts of all, then takes the patches of 400 steps. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws IOException {
            List<PictureFile> files = new ArrayList<>();
            for (int i = 0; i < PICTURES; i++) {
                Path file = Path.of(arguments[0], i + ".bmp");
                files.add(new PictureFile(file, ExemplarFacts.of(ImageFiles.read(file), "" + i)));
            }
            ExemplarFiles exemplars = new ExemplarFiles(files);
            PatchSampler sampler = new PatchSampler(exemplars, 64, 1);
            float[] patches = new float[16 * sampler.patchLength()];
            for (int step = 0; step < 400; step++) {
                sampler.fill(step, 16, patches);
            }
            System.out.println("decoded " + exemplars.decoded());
        }
    }
}
