package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.ImageFiles;
import ikat.service.FakeTrainer;
import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectCommandTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(new FakeWorkshop());
    private Path picture;
    private Path model;

    @BeforeEach
    void write() throws IOException {
        picture = Pictures.stripes(folder.resolve("stripes.png"));
        model = folder.resolve("m.safetensors");
        FakeTrainer.model(ImageFiles.read(picture), "CC0").write(model);
    }

    @Test
    void tellsAboutAPicture() {
        assertThat(cli.run("inspect", picture).out())
                .contains("200x200")
                .containsPattern("periods +16\\.0 px at 0")
                .contains("verdict");
    }

    @Test
    void tellsAboutAModel() {
        assertThat(cli.run("inspect", model).out())
                .contains("2 local, 0 global channels, 1 waves, 0 overtones; one cell is 2 px")
                .containsPattern("periods +35\\.5 px at 45")
                .contains("stripes.png")
                .contains("10 steps in 10s, seed 0")
                .contains("CC0");
    }

    @Test
    void tellsThemApartByContent() throws IOException {
        Path disguised = Files.copy(model, folder.resolve("model.png"));

        assertThat(cli.run("inspect", disguised).out()).contains("one cell is 2 px");
    }

    @Test
    void printsForPrograms() {
        JsonNode ofModel = new JsonMapper().readTree(cli.run("inspect", "--json", model).out());
        JsonNode ofPicture = new JsonMapper().readTree(cli.run("inspect", "--json", picture).out());

        assertThat(ofModel.get("kind").asString()).isEqualTo("model");
        assertThat(ofModel.get("cellPixels").asInt()).isEqualTo(2);
        assertThat(ofPicture.get("kind").asString()).isEqualTo("picture");
        assertThat(ofPicture.get("report").get("width").asInt()).isEqualTo(200);
    }

    @Test
    void whatIsNeitherIsOneSentence() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "hello, I am no picture");
        Path short1 = Files.writeString(folder.resolve("a.safetensors"), "x");

        assertThat(cli.run("inspect", text).err()).contains("a.txt").hasLineCount(1);
        assertThat(cli.run("inspect", short1).err()).contains("a.safetensors").hasLineCount(1);
        assertThat(cli.run("inspect", folder).err()).contains("is a folder").hasLineCount(1);
    }
}
