package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ikat.image.ExemplarFacts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FolderTrainingTest extends PaintedTraining {

    private List<String> textures() {
        return trainer.job.exemplars().facts().stream().map(ExemplarFacts::texture).toList();
    }

    @Test
    void aFolderMeansAllPicturesBelowItInTheOrderOfTheirPaths() throws IOException {
        paint("woven/0001.jpg");
        paint("banded/0001.jpg");
        paint("banded/deep/0002.png");
        paint("a.tif", 90, BufferedImage.TYPE_BYTE_GRAY);
        paint("Z.PNG".toLowerCase(java.util.Locale.ROOT));
        paint(".hidden.png");
        paint(".hidden/x.png");
        Files.writeString(folder.resolve("notes.txt"), "no picture");
        Files.writeString(folder.resolve("png"), "no picture");

        Cli.Outcome outcome = train(folder);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(textures()).containsExactly("a", "banded/0001", "0002", "woven/0001", "z");
        assertThat(outcome.out()).doesNotContain("left out").contains("picture   a.tif");
        assertThat(trainer.job.exemplars().channels()).isEqualTo(3);
        assertThat(trainer.job.exemplars().get(0).channels()).isEqualTo(3);
    }

    @Test
    void aPictureThatCannotBeReadIsToldAndLeftOut() throws IOException {
        paint("a.png");
        Path cut = paint("sub/b.jpg");
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        Files.writeString(folder.resolve("text.png"), "no picture");
        paint("tiny.png", 20);
        ImageIO.write(
                new BufferedImage(99, 99, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("flat.png").toFile());

        Cli.Outcome outcome = train(folder);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(textures()).containsExactly("a");
        assertThat(outcome.out().lines().filter(line -> line.startsWith("left out")))
                .hasSize(4)
                .anyMatch(line -> line.contains("b.jpg is ") && line.contains(cut.toString()))
                .anyMatch(line -> line.contains("text.png is not a picture"))
                .anyMatch(line -> line.contains("tiny.png is 20x20"))
                .anyMatch(line -> line.contains("flat.png has one colour only"));
    }

    @Test
    void itFailsOnlyIfNothingIsLeft() throws IOException {
        Files.writeString(folder.resolve("a.png"), "no picture");

        Cli.Outcome outcome = train(folder);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("left out").contains("a.png is not a picture");
        assertThat(outcome.err()).hasLineCount(1).contains("none of the pictures can be learned");
        assertThat(trainer.job).isNull();
    }

    @Test
    void aFileThatWasNamedMustDo() throws IOException {
        paint("in/a.png");
        Path text = Files.writeString(folder.resolve("b.png"), "no picture");

        Cli.Outcome outcome = cli.run("train", folder.resolve("in"), text, "-o", output);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("b.png is not a picture").hasLineCount(1);
    }

    @Test
    void aFolderWithoutPicturesIsRefused() throws IOException {
        Files.writeString(folder.resolve("readme.txt"), "no picture");

        assertThat(train(folder).err())
                .contains("holds no pictures to learn from; they end in .png, .jpg")
                .hasLineCount(1);
    }

    @Test
    @Timeout(20)
    @DisabledOnOs(OS.WINDOWS)
    void aHostileFolderHarmsNothing() throws IOException, InterruptedException {
        paint("good.png");
        paint("folder.jpg/inside.png");
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        Files.createSymbolicLink(folder.resolve("a/b"), folder.resolve("b"));
        Files.createSymbolicLink(folder.resolve("b/a"), folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("self"), folder);
        Files.createSymbolicLink(folder.resolve("again.png"), folder.resolve("good.png"));
        Files.createSymbolicLink(folder.resolve("lost.png"), folder.resolve("nowhere.png"));
        Files.createSymbolicLink(folder.resolve("loop.png"), folder.resolve("loop.png"));
        assertThat(
                        new ProcessBuilder("mkfifo", folder.resolve("pipe.png").toString())
                                .start()
                                .waitFor())
                .isZero();

        Cli.Outcome outcome = train(folder);

        assertThat(outcome.code()).isZero();
        assertThat(textures()).containsExactly("again", "inside");
        assertThat(outcome.out())
                .contains("lost.png does not exist")
                .contains("loop.png does not exist")
                .contains("pipe.png is not a plain file");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatMayNotBeReadIsToldAndLeftOut() throws IOException {
        paint("good.png");
        Path secret = Files.createDirectory(folder.resolve("secret"));
        assertThat(secret.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(secret)).as("the superuser reads everything").isFalse();

        Cli.Outcome outcome = train(folder);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("secret cannot be read and is left out");
    }

    @Test
    void aSmallPictureAmongManyDoesNotMakeThePatchSmaller() throws IOException {
        for (int i = 0; i < 10; i++) {
            paint(i + ".png", 170);
        }
        paint("small.png", 60);

        Cli.Outcome outcome = train(folder);

        assertThat(trainer.job.plan().crops().patchPixels()).isEqualTo(160);
        assertThat(textures()).hasSize(10).doesNotContain("small");
        assertThat(outcome.out())
                .contains("11 pictures, 60x60 to 170x170 px, colour")
                .contains("small.png is 60x60 px, smaller than a patch of 160 px")
                .doesNotContain("isotropy");
    }

    @Test
    void manyPicturesAreLookedAtCloselyHereAndThere() throws IOException {
        for (int i = 0; i < 80; i++) {
            paint("p%02d.png".formatted(i), 64, BufferedImage.TYPE_BYTE_GRAY);
        }

        Cli.Outcome outcome = train(folder);

        assertThat(outcome.out()).contains("80 pictures, 64x64 px, grey");
        assertThat(trainer.job.exemplars().size()).isEqualTo(80);
        String page = Files.readString(output.resolve("m.html"));
        assertThat(page.split("<h2>Picture</h2>", -1)).hasSize(13);
        assertThat(page).contains("p08.png and 71 more").contains("and 68 more pictures");
    }

    @Test
    void whatATrainingLeavesAmongThePicturesIsNotLearnedNextTime() throws IOException {
        paint("moss.png");
        paint("bark.png");
        Object[] command = {"train", folder, "-o", folder.resolve("moss"), "--size=70x70"};

        cli.run(command);
        List<String> before = textures();
        cli.run(command);

        assertThat(folder.resolve("moss-ikat.png")).exists();
        assertThat(textures()).isEqualTo(before).containsExactly("bark", "moss");
        assertThat(ImageIO.read(folder.resolve("moss.png").toFile()).getWidth()).isEqualTo(100);
    }

    @Test
    void aFolderGivesTheModelItsName() throws IOException {
        paint("walls.old/a.png");
        Path walls = folder.resolve("walls.old");

        cli.run("train", walls.resolve("."), "-o", output, "--size=70x70");

        assertThat(output.resolve("walls.old.safetensors")).exists();
    }

    @Test
    void aPictureThatVanishesDuringTheTrainingIsOneSentence() throws IOException {
        Path a = paint("a.png");
        paint("b.png");
        workshop.trainer =
                (job, listener) -> {
                    Files.delete(a);
                    return trainer.train(job, listener);
                };

        Cli.Outcome outcome = train(folder);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).hasLineCount(1).contains("a.png has vanished since training");
    }
}
