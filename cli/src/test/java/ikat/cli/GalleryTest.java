package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.NamedModels;
import ikat.service.Workshop;
import ikat.text.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {

    private static final int FEWEST_MODELS = 6;

    @TempDir private Path folder;

    @Test
    void everyModelIsSmallAndMakesItsThumbnail() throws IOException {
        GalleryFolder gallery = new GalleryFolder(Path.of("..", "gallery"), folder);
        assertThat(gallery.names()).hasSizeGreaterThanOrEqualTo(FEWEST_MODELS);
        assertThat(gallery.strayRows()).isEmpty();
        for (String name : gallery.names()) {
            assertThat(gallery.problem(name)).as(name).isEmpty();
        }
    }

    @Test
    void aGalleryThatIsNotAsItSaysIsFound() throws IOException {
        Path model = NamedModels.named(folder.resolve("wood.safetensors"));
        String options = "--engine java --texture bark --size 32x32";
        String row = "| ![wood](wood.jpg) | wood | x | " + FileSize.of(model) + " | y |";
        String command = "./ikat render gallery/wood.safetensors " + options;
        Path readme = folder.resolve("README.md");
        Files.writeString(readme, row + "\n" + command + " -o gallery/wood.jpg\n");
        assertThat(problem()).contains("thumbnail is missing");

        Cli cli = new Cli(Workshop.ofThisMachine());
        String[] words = ("render " + model + " " + options + " -o " + folder).split(" ");
        words[words.length - 1] += "/wood.jpg";
        cli.run((Object[]) words);
        assertThat(problem()).isEqualTo("fine");

        Files.writeString(
                readme, row + "\n" + command.replace("bark", "moss") + " -o gallery/wood.jpg\n");
        assertThat(problem()).contains("shows something else");
        Files.writeString(readme, row + "\n");
        assertThat(problem()).contains("no command makes the thumbnail");
        Files.writeString(readme, row.replace("kB", "MB") + "\n");
        assertThat(problem()).contains("has no row");
        Files.writeString(readme, row.replace("wood", "stone") + "\n");
        assertThat(new GalleryFolder(folder, folder).strayRows()).hasSize(1);
    }

    private String problem() throws IOException {
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        return new GalleryFolder(folder, scratch).problem("wood").orElse("fine");
    }
}
