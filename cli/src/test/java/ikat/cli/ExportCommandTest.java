package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.graph.OnnxGraph;
import ikat.model.TextureModel;
import ikat.service.FakeWorkshop;
import ikat.service.NamedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(new FakeWorkshop());
    private Path model;

    @BeforeEach
    void write() throws IOException {
        model = NamedModels.named(folder.resolve("m.safetensors"));
    }

    @Test
    void theFileIsTheGraphOfTheModel() throws IOException {
        Path file = folder.resolve("m.onnx");

        Cli.Outcome outcome = cli.run("export", model, "-o", file);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("wrote " + file + " (").contains("version 17");
        assertThat(Files.readAllBytes(file))
                .isEqualTo(OnnxGraph.exported(TextureModel.read(model)).toBytes());
        assertThat(files()).containsExactly("m.onnx", "m.safetensors");
    }

    @Test
    void whatCannotBeWrittenIsOneSentence() {
        Cli.Outcome outcome = cli.run("export", model, "-o", folder.resolve("m.png"));
        assertThat(outcome.err()).contains("m.png, but a file of ONNX must end in .onnx");
        assertThat(outcome.err()).hasLineCount(1);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(cli.run("export", model).err()).contains("--output").hasLineCount(1);
        Path nowhere = folder.resolve("none").resolve("m.onnx");
        assertThat(cli.run("export", model, "-o", nowhere).err())
                .contains("could not write " + nowhere + ": there is no folder")
                .hasLineCount(1);
        assertThat(cli.run("export", "no.safetensors", "-o", folder.resolve("m.onnx")).err())
                .contains("there is no file no.safetensors")
                .hasLineCount(1);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
