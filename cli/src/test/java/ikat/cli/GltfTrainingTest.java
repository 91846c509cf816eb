package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.ExemplarFacts;
import ikat.material.GltfSamples;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Materials in glTF files are learned as they are. */
class GltfTrainingTest extends PaintedTraining {

    private Path gltf(String name, String... images) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(
                file,
                GltfSamples.text(GltfSamples.MATERIAL, GltfSamples.images(images))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] picture(int seed) throws IOException {
        return GltfSamples.png(100, BufferedImage.TYPE_INT_RGB, seed);
    }

    private List<String> learned() {
        return trainer.job.exemplars().facts().stream().map(ExemplarFacts::name).toList();
    }

    @Test
    void aFileThatRefersToItsPicturesIsLearned() throws IOException {
        paint("textures/rock_diff.png");
        paint("textures/rock_n.png");
        paint("textures/rock_arm.png");
        paint("textures/rock_disp.png");
        Path file =
                gltf(
                        "rock.gltf",
                        "textures/rock_diff.png",
                        "textures/rock_n.png",
                        "textures/rock_arm.png");
        Cli.Outcome outcome = train(file);
        assertThat(outcome.err()).isEmpty();
        assertThat(learned()).containsExactly("rock_diff.png");
        assertThat(outcome.out())
                .contains("the material has maps of normal, height, roughness, metallic, ao");
        assertThat(train(file, "--no-maps").out()).doesNotContain("maps of");
    }

    @Test
    void aBinaryFileIsLearnedAndResumed() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("rock.glb"),
                        GltfSamples.binary(picture(1), picture(2), picture(3)));
        Cli.Outcome outcome = train(file);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("the material has maps of normal, roughness, metallic, ao");
        List<ExemplarFacts> first = trainer.job.exemplars().facts();
        assertThat(first.get(0).texture()).isEqualTo("rock");
        assertThat(trainer.job.exemplars().get(0).width()).isEqualTo(100);

        train(file, "--resume");
        assertThat(trainer.job.exemplars().facts()).isEqualTo(first);
    }

    @Test
    void aFolderOfMaterialsIsLearnedByItsFiles() throws IOException {
        paint("a/base.png");
        paint("a/bumps.png");
        paint("a/rest.png");
        gltf("a/thing.gltf", "base.png", "bumps.png", "rest.png");
        Files.write(
                Files.createDirectories(folder.resolve("b")).resolve("thing.glb"),
                GltfSamples.binary(picture(1), picture(2), picture(3)));
        Files.writeString(folder.resolve("broken.gltf"), "{}");
        Cli.Outcome outcome = train(folder);
        assertThat(outcome.err()).isEmpty();
        assertThat(learned()).containsExactly("base.png", "thing.png");
        assertThat(outcome.out())
                .contains("broken.gltf is no glTF 2 file")
                .contains("the material has maps of normal, roughness, metallic, ao");
    }

    @Test
    void aTrainingNeverWritesOverThePicturesOfItsFile() throws IOException {
        Path colours = paint("thing.png");
        byte[] before = Files.readAllBytes(colours);
        Path file = gltf("thing.gltf", "thing.png", "thing.png", "thing.png");
        Cli.Outcome outcome = cli.run("train", file, "-o", folder, "--size=70x30");
        assertThat(outcome.err()).isEmpty();
        assertThat(folder.resolve("thing-ikat.png")).exists();
        assertThat(colours).hasBinaryContent(before);
    }

    @Test
    void whatIsWrongIsOneSentence() throws IOException {
        Path file = gltf("thing.gltf", "../a.png", "b.png", "c.png");
        Cli.Outcome outcome = train(file);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .hasLineCount(1)
                .contains(
                        "thing.gltf refers to '../a.png', but only files in its own folder are"
                                + " read");
    }
}
