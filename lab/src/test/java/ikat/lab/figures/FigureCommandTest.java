package ikat.lab.figures;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.cli.Ikat;
import ikat.cli.terminal.Terminal;
import ikat.lab.LabCommands;
import ikat.lab.samples.Sample;
import ikat.model.TextureModel;
import ikat.service.Workshop;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every figure, small and hardly trained, by the real engines. */
class FigureCommandTest {

    private static final List<String> SMALL =
            List.of("--steps=1", "--batch=1", "--size=96", "--depth=5", "--channels=16,16,8,8");

    @TempDir private Path folder;
    private final StringWriter err = new StringWriter();

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void everyFigureCanBeDrawn(int number) throws IOException {
        assertThat(run(number)).as(err.toString()).isZero();
        BufferedImage figure = ImageIO.read(file(number).toFile());
        assertThat(figure.getWidth()).isGreaterThan(2 * 96);
        assertThat(figure.getHeight()).isGreaterThan(96);
        assertThat(colours(figure)).as("more than captions on white").isGreaterThan(300);
    }

    @Test
    void modelsAreTrainedOnceForAllFiguresThatNeedThem() throws IOException {
        run(3);
        Set<Path> models = models();
        assertThat(models).hasSize(1);
        assertThat(run(4)).isZero();
        assertThat(run(5)).isZero();
        assertThat(models()).isEqualTo(models);
    }

    @Test
    void aFigureThatDoesNotExistIsRefused() {
        assertThat(run(8)).isEqualTo(2);
        assertThat(err.toString()).contains("there is no figure 8; there are figures 1 to 7");
    }

    @Test
    void aFigureLearnsFromTheClassesOfADataSet() throws IOException {
        Path scaly = Files.createDirectories(folder.resolve("dtd/images/scaly"));
        Path woven = Files.createDirectories(folder.resolve("dtd/images/woven"));
        ImageIO.write(Sample.SCALES.paint(192, 1), "png", scaly.resolve("1.png").toFile());
        ImageIO.write(Sample.SCALES.paint(192, 2), "png", scaly.resolve("2.png").toFile());
        ImageIO.write(Sample.KNIT.paint(192, 1), "png", woven.resolve("1.png").toFile());
        String data = folder.resolve("dtd").toString();
        assertThat(execute(3, "--data", data, "--class", "scaly")).as(err.toString()).isZero();
        Path model = models().iterator().next();
        assertThat(TextureModel.read(model).provenance().pictures()).hasSize(2);
    }

    @Test
    void dataSetsAreRefusedWithWhatIsThere() throws IOException {
        Files.createDirectories(folder.resolve("dtd/images/scaly"));
        String data = folder.resolve("dtd").toString();
        assertThat(execute(3, "--data", data, "--class", "furry")).isEqualTo(2);
        assertThat(err.toString()).contains("--class is furry", "the folders images, scaly");
        assertThat(execute(3, "--data", data + "x")).isEqualTo(2);
        assertThat(err.toString()).contains("must be a folder of pictures");
        assertThat(execute(3, "--class", "scaly")).isEqualTo(2);
        assertThat(err.toString()).contains("give its folder with --data");
        assertThat(execute(1, "--data", data)).isEqualTo(2);
        assertThat(err.toString()).contains("figures 2 to 5 take it");
    }

    private Path file(int number) {
        return folder.resolve("figure-" + number + ".png");
    }

    private Set<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("models"))) {
            return new HashSet<>(
                    files.filter(file -> file.toString().endsWith(".safetensors")).toList());
        }
    }

    private int run(int number) {
        return execute(
                number, picture("honeycomb", Sample.HONEYCOMB), picture("scales", Sample.SCALES));
    }

    private int execute(int number, String... learned) {
        CommandLine line =
                Ikat.commandLine(
                        Workshop.ofThisMachine(), Terminal.plain(), List.of(new LabCommands()));
        line.setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("figure", "" + number));
        all.addAll(List.of(learned));
        all.addAll(List.of("-o", file(number).toString()));
        all.addAll(List.of("--models", folder.resolve("models").toString()));
        all.addAll(SMALL);
        return line.execute(all.toArray(String[]::new));
    }

    private String picture(String name, Sample sample) {
        Path file = folder.resolve(name + ".png");
        try {
            ImageIO.write(sample.paint(192, 1), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    private static int colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }
}
