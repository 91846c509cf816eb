package ikat.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.PixelRegion;
import ikat.model.ModelJson;
import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import ikat.model.TextureModel;
import ikat.noise.CellRegion;
import ikat.render.Models;
import ikat.render.RegionPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxGraphTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("ikat.render.Models#all")
    void everyFormKeepsTheRulesOfTheFormat(TextureModel model) {
        OnnxRules.check(read(OnnxGraph.exported(model)));
        OnnxRules.check(read(OnnxGraph.pixels(model)));
        OnnxRules.check(read(OnnxGraph.levels(model)));
        for (int stages = 1; stages <= model.spec().stages().size(); stages++) {
            OnnxRules.check(read(OnnxGraph.features(model, stages)));
        }
    }

    @Test
    void aPictureBetweenZerosIsForEnginesOnly() {
        TextureModel model = Models.bordered();
        OnnxRules.check(read(OnnxGraph.pixels(model)));
        assertThatThrownBy(() -> OnnxGraph.exported(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("with zeros around it");
    }

    @Test
    void inputsAreTheNoiseTheTextureAndThePhases() {
        ProtobufFields graph = read(OnnxGraph.exported(Models.fineNoise())).message(7);
        Map<String, List<String>> inputs = new HashMap<>();
        graph.messages(11).forEach(value -> inputs.put(value.text(1), shape(value)));
        assertThat(inputs)
                .isEqualTo(
                        Map.of(
                                "local.0",
                                List.of("batch", "3", "points_high_0", "points_wide_0"),
                                "local.1",
                                List.of("batch", "2", "points_high_1", "points_wide_1"),
                                "local.2",
                                List.of("batch", "1", "points_high_2", "points_wide_2"),
                                "texture",
                                List.of("batch", "2"),
                                "phases",
                                List.of("batch", "2")));
        assertThat(graph.message(12).text(1)).isEqualTo("pixels");
        assertThat(shape(graph.message(12))).containsExactly("batch", "3", "height", "width");
    }

    @ParameterizedTest
    @MethodSource("ikat.render.Models#all")
    void theGridsAreThoseOfAPlanInBlocks(TextureModel model) {
        ModelSpec spec = model.spec();
        RegionPlan plan = RegionPlan.inBlocks(spec, new PixelRegion(-37, 1_003, 129, 31));
        List<ExportedGrid> grids = ExportedGrid.of(spec);
        CellRegion cells = plan.cells();
        for (int i = 0; i < spec.stages().size(); i++) {
            ExportedGrid grid = grids.get(i);
            CellRegion points = plan.inputs().get(i);
            assertThat(points.width()).isEqualTo(grid.perCell() * cells.width() - grid.less());
            assertThat(points.height()).isEqualTo(grid.perCell() * cells.height() - grid.less());
            assertThat(points.left()).isEqualTo(grid.perCell() * cells.left() + grid.first());
        }
        assertThat(grids.get(spec.stages().size()).perCell()).isEqualTo(spec.cellPixels());
    }

    @Test
    void theMetadataSaysWhatToPutIn() {
        TextureModel model =
                Models.named(
                        List.of(
                                new NamedTexture("bark", 1, 1, 64, 64),
                                new NamedTexture("moss", 1, 1, 64, 64)),
                        0.5f,
                        -0.25f,
                        0.125f,
                        1);
        Map<String, String> metadata = metadata(OnnxGraph.exported(model));
        assertThat(metadata)
                .containsEntry("format", "ikat-onnx")
                .containsEntry("spec", ModelJson.write(model.spec()))
                .containsEntry("provenance", ModelJson.write(model.provenance()));
        assertThat(metadata.get("textures"))
                .contains("{\"name\":\"bark\",\"vector\":[0.5,-0.25],\"waves\":[[")
                .contains("{\"name\":\"moss\",\"vector\":[0.125,1.0],\"waves\":[[");
        assertThat(metadata.get("noise")).contains("\"name\":\"local.0\",\"channels\":");
        assertThat(metadata(OnnxGraph.exported(Models.periodic())).get("noise"))
                .contains("\"waves\":[[");
    }

    @Test
    void moreTexturesThanAFileMayNameAreOneSentence() {
        List<NamedTexture> many = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            many.add(new NamedTexture("t" + i, 1, 1, 64, 64));
        }
        TextureModel model = Models.named(many, new float[400_000]);
        assertThatThrownBy(() -> OnnxGraph.exported(model))
                .hasMessageContaining("the model has 200000 textures of 6 numbers each")
                .hasMessageContaining("at most 1048576");
    }

    @Test
    void theSameModelMakesTheSameFile() throws IOException {
        Path file = folder.resolve("m.onnx");
        OnnxGraph.exported(Models.fineNoise()).write(file);
        assertThat(Files.readAllBytes(file))
                .isEqualTo(OnnxGraph.exported(Models.fineNoise()).toBytes());
    }

    private static ProtobufFields read(OnnxGraph graph) {
        return ProtobufFields.of(graph.toBytes());
    }

    private static Map<String, String> metadata(OnnxGraph graph) {
        Map<String, String> metadata = new HashMap<>();
        read(graph).messages(14).forEach(entry -> metadata.put(entry.text(1), entry.text(2)));
        return metadata;
    }

    /** Sizes as numbers or names. */
    private static List<String> shape(ProtobufFields value) {
        return value.message(2).message(1).message(2).messages(1).stream()
                .map(size -> size.all(1).isEmpty() ? size.text(2) : "" + size.number(1))
                .toList();
    }
}
