package ikat.service.film;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.film.FilmRenderer;
import ikat.film.Timeline.Course;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifWriterTest {

    @TempDir private Path folder;

    @Test
    void framesTimesAndLoopAreReadBack() throws IOException {
        FilmRenderer film = MovingPicture.film(61, 33, 7, 30, Course.LOOP);
        Path file = folder.resolve("film.gif");

        MovingPicture.write(film, FilmFile.of(file));

        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(7);
            int time = 0;
            for (int i = 0; i < 7; i++) {
                int delay = delay(reader, i);
                assertThat(delay).isBetween(3, 4);
                time += delay;
                assertThat(MovingPicture.difference(rgb(reader.read(i)), film.frame(i)))
                        .isLessThan(7);
            }
            assertThat(time).isEqualTo(23);
            assertThat(node(reader, 0, "ApplicationExtension").getUserObject())
                    .isEqualTo(new byte[] {1, 0, 0});
        }
    }

    @Test
    void aFilmThatEndsDoesNotLoop() throws IOException {
        Path file = folder.resolve("film.gif");

        MovingPicture.write(MovingPicture.film(9, 5, 2, 25, Course.ONCE), FilmFile.of(file));

        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            assertThat(node(reader, 0, "ApplicationExtension")).isNull();
            assertThat(delay(reader, 0)).isEqualTo(4);
        }
    }

    private static int delay(ImageReader reader, int frame) throws IOException {
        return Integer.parseInt(
                node(reader, frame, "GraphicControlExtension").getAttribute("delayTime"));
    }

    private static IIOMetadataNode node(ImageReader reader, int frame, String name)
            throws IOException {
        IIOMetadataNode root =
                (IIOMetadataNode)
                        reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }

    private static byte[] rgb(BufferedImage image) {
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        for (int i = 0; i < rgb.length; i++) {
            int colour = image.getRGB(i / 3 % image.getWidth(), i / 3 / image.getWidth());
            rgb[i] = (byte) (colour >> 16 - 8 * (i % 3));
        }
        return rgb;
    }
}
