package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.model.TextureModel;
import ikat.service.FakeWorkshop;
import ikat.service.NamedModels;
import ikat.service.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(new FakeWorkshop());
    private Path model;

    @BeforeEach
    void write() throws IOException {
        model = NamedModels.named(folder.resolve("m.safetensors"));
    }

    @Test
    void halfOfAModelIsSmallerAndTheSameModel() throws IOException {
        Path half = folder.resolve("half.safetensors");

        Cli.Outcome outcome = cli.run("convert", model, "--half", "-o", half);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("wrote " + half + " (").contains("kB, before ");
        assertThat(Files.size(half)).isLessThan(Files.size(model));
        TextureModel read = TextureModel.read(half);
        assertThat(read.spec()).isEqualTo(TextureModel.read(model).spec());
        assertThat(read.provenance()).isEqualTo(TextureModel.read(model).provenance());
        assertThat(read.weights()).isNotEqualTo(TextureModel.read(model).weights());
    }

    @Test
    void aModelMayBeReplacedAndBecomeFullAgain() throws IOException {
        long size = Files.size(model);

        cli.run("convert", model, "--half", "-o", model);
        TextureModel half = TextureModel.read(model);
        assertThat(Files.size(model)).isLessThan(size);
        cli.run("convert", model, "-o", model);

        assertThat(Files.size(model)).isEqualTo(size);
        assertThat(TextureModel.read(model)).isEqualTo(half);
    }

    @Test
    void aTrainingMayEndInHalfPrecision() throws IOException {
        Path picture = Pictures.stripes(folder.resolve("stripes.png"));
        Path full = folder.resolve("full.safetensors");
        Path half = folder.resolve("half.safetensors");

        cli.run("train", picture, "-o", full);
        Cli.Outcome outcome = cli.run("train", picture, "--half", "-o", half);

        assertThat(outcome.code()).isZero();
        assertThat(Files.size(half)).isLessThan(Files.size(full));
        assertThat(Files.readString(folder.resolve("half.checkpoint")))
                .isEqualTo(Files.readString(folder.resolve("full.checkpoint")));
    }

    @Test
    void whatIsNoModelsNameIsOneSentence() {
        Cli.Outcome outcome = cli.run("convert", model, "-o", folder.resolve("m.png"));
        assertThat(outcome.err()).contains("m.png, but a model's file must end in .safetensors");
        assertThat(outcome.err()).hasLineCount(1);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(cli.run("convert", model).err()).contains("--output").hasLineCount(1);
        assertThat(cli.run("convert", "no.safetensors", "-o", model).err())
                .contains("there is no file no.safetensors")
                .hasLineCount(1);
    }
}
