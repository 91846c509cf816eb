package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.FakeTrainer;
import ikat.service.FakeWorkshop;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of painted pictures, and a trainer that only notes what it should learn. */
abstract class PaintedTraining {

    @TempDir Path folder;
    @TempDir Path output;

    final FakeWorkshop workshop = new FakeWorkshop();
    final FakeTrainer trainer = new FakeTrainer();
    final Cli cli = new Cli(workshop);

    @BeforeEach
    void take() {
        workshop.trainer = trainer;
    }

    /** Paints stripes, in the format of the name. */
    Path paint(String name, int side, int type) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(side, side, type);
        Graphics2D pen = image.createGraphics();
        for (int x = 0; x < side; x += 10) {
            pen.setColor(new Color(x % 200, 100, 250 - x % 150));
            pen.fillRect(x, 0, 6, side);
        }
        Color clear = new Color(0, 0, 0, 0);
        pen.setPaint(new GradientPaint(0, 0, clear, 0, side, new Color(0, 0, 0, 99)));
        pen.fillRect(0, 0, side, side); // or its edges would join
        pen.dispose();
        String format = name.substring(name.lastIndexOf('.') + 1);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    Path paint(String name, int side) throws IOException {
        return paint(name, side, BufferedImage.TYPE_INT_RGB);
    }

    Path paint(String name) throws IOException {
        return paint(name, 100);
    }

    /** Trains on pictures or folders, with options. */
    Cli.Outcome train(Object... words) {
        List<Object> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(words));
        all.addAll(List.of("-o", output.resolve("m"), "--size=70x30"));
        return cli.run(all.toArray());
    }
}
