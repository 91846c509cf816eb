package ikat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

class TextureModelTest {

    @TempDir Path folder;

    @Test
    void aModelSurvivesItsFile() throws IOException {
        Path file = folder.resolve("woven.safetensors");
        SampleModel.model().write(file);
        assertThat(TextureModel.read(file)).isEqualTo(SampleModel.model());
    }

    @Test
    void writingTwiceGivesTheSameBytes() throws IOException {
        Path file = folder.resolve("woven.safetensors");
        SampleModel.model().write(file);
        byte[] first = Files.readAllBytes(file);
        TextureModel.read(file).write(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void aModelOfThousandsOfPicturesFitsItsFile() throws IOException {
        List<Provenance.Picture> pictures = new ArrayList<>();
        List<NamedTexture> textures = new ArrayList<>();
        for (int i = 0; i < 8000; i++) {
            String name = "interlaced_%04d".formatted(i);
            String hash = "0123456789abcdef".repeat(4);
            pictures.add(new Provenance.Picture(name + ".jpg", hash, 640, 480));
            textures.add(new NamedTexture("interlaced/" + name, 1, 1, 640, 480));
        }
        ModelSpec small = SampleModel.spec();
        ModelSpec spec =
                new ModelSpec(
                        small.noise(),
                        small.stages(),
                        small.colour(),
                        small.waveHidden(),
                        textures,
                        0);
        Provenance one = SampleModel.provenance();
        Provenance many =
                new Provenance(
                        pictures,
                        one.ikatVersion(),
                        one.engine(),
                        one.javaVersion(),
                        one.seed(),
                        one.steps(),
                        one.trainingTime(),
                        one.created(),
                        one.licenceNote());
        Map<String, Weight> weights = new LinkedHashMap<>(SampleModel.weights(spec).asMap());
        weights.put("textures.codes", new Weight(new int[] {8000, 2}, new float[16_000]));
        TextureModel model =
                new TextureModel(
                        spec,
                        Weights.of(weights),
                        Map.of("pictureWaves", Collections.nCopies(8000, List.of())),
                        many);
        Path file = folder.resolve("many.safetensors");

        model.write(file);

        assertThat(TextureModel.read(file)).isEqualTo(model);
        assertThat(Files.size(file)).isLessThan(4 << 20);
    }

    @Test
    void anUnsetLicenceSurvives() throws IOException {
        TextureModel model = SampleModel.model();
        Provenance with = model.provenance();
        Provenance without =
                new Provenance(
                        with.pictures(),
                        with.ikatVersion(),
                        with.engine(),
                        with.javaVersion(),
                        with.seed(),
                        with.steps(),
                        with.trainingTime(),
                        with.created(),
                        null);
        Path file = folder.resolve("woven.safetensors");
        new TextureModel(model.spec(), model.weights(), model.plan(), without).write(file);
        assertThat(TextureModel.read(file).provenance()).isEqualTo(without);
    }

    @Test
    void theMetadataIsAsDocumented() throws IOException {
        Path file = folder.resolve("woven.safetensors");
        SampleModel.model().write(file);
        Map<String, String> metadata = Safetensors.read(file).metadata();
        assertThat(metadata.keySet())
                .containsExactly("format", "format_version", "spec", "plan", "provenance");
        assertThat(metadata).containsEntry("format", "ikat-texture");
        assertThat(metadata).containsEntry("format_version", "1");
        assertThat(metadata.get("spec"))
                .startsWith(
                        "{\"noise\":{\"localChannels\":3,\"globalChannels\":2,\"waves\":2,"
                                + "\"overtones\":[],\"waveStages\":[0]},"
                                + "\"stages\":[{\"inChannels\":9,\"outChannels\":4,\"kernel\":3,"
                                + "\"scale\":2,\"normalised\":true,\"activation\":\"RELU\"}")
                .endsWith("\"waveHidden\":5,\"textures\":[],\"picturePixels\":0}");
        assertThat(metadata.get("provenance"))
                .contains("\"created\":\"2026-05-04T10:11:12Z\"", "\"trainingTime\":\"PT5M0.25S\"");
    }

    @Test
    void aFileWithoutWaveStagesMeansTheFirst() {
        String json = "{\"localChannels\":3,\"globalChannels\":0,\"waves\":2,\"overtones\":[]}";
        NoiseSpec noise =
                ModelJson.read("noise", json, new tools.jackson.core.type.TypeReference<>() {});
        assertThat(noise).isEqualTo(new NoiseSpec(3, 0, 2));
        assertThat(noise.waveStages()).containsExactly(0);
    }

    @Test
    void theShapesFollowFromTheSpec() {
        Map<String, int[]> shapes = Weights.shapesOf(SampleModel.spec());
        assertThat(shapes.keySet())
                .containsExactly(
                        "stages.0.weight",
                        "stages.0.norm.weight",
                        "stages.0.norm.bias",
                        "stages.0.norm.running_mean",
                        "stages.0.norm.running_var",
                        "stages.1.weight",
                        "stages.1.bias",
                        "waves.base",
                        "waves.hidden.weight",
                        "waves.hidden.bias",
                        "waves.out.weight",
                        "waves.out.bias");
        assertThat(shapes.get("stages.0.weight")).containsExactly(16, 9, 3, 3);
        assertThat(shapes.get("stages.0.norm.running_var")).containsExactly(4);
        assertThat(shapes.get("stages.1.bias")).containsExactly(48);
        assertThat(shapes.get("waves.base")).containsExactly(2, 2);
        assertThat(shapes.get("waves.hidden.weight")).containsExactly(5, 2);
        assertThat(shapes.get("waves.out.weight")).containsExactly(4, 5);
    }

    @Test
    void wavesEnterTheStagesThatAreNamed() {
        NoiseSpec fine = new NoiseSpec(3, 0, 2, List.of(), List.of(1));
        Stage first = new Stage(3, 4, 3, 2, true, Activation.RELU);
        Stage second = new Stage(8, 1, 3, 2, false, Activation.TANH);
        ModelSpec spec = new ModelSpec(fine, List.of(first, second), ColourAxes.identity(1), 0);
        assertThat(spec.noise().channels()).isEqualTo(3);
        assertThat(spec.pointsPerCell(1)).isEqualTo(2);
        assertThatThrownBy(() -> new ModelSpec(fine, List.of(first), ColourAxes.identity(4), 0))
                .hasMessageContaining("waveStages are [1]")
                .hasMessageContaining("only 1 stages");
        assertThatThrownBy(() -> new NoiseSpec(3, 0, 2, List.of(), List.of(1, 1)))
                .hasMessageContaining("wave stage is 1, but must be from 2");
    }

    @Test
    void freshNoiseEntersTheStagesAfterTheFirst() {
        NoiseSpec noise = new NoiseSpec(3, 0, 2, List.of(), List.of(1), List.of(2), List.of());
        Stage first = new Stage(3, 4, 3, 2, true, Activation.RELU);
        Stage second = new Stage(10, 1, 3, 2, false, Activation.TANH);
        ModelSpec spec = new ModelSpec(noise, List.of(first, second), ColourAxes.identity(1), 0);
        assertThat(spec.noise().localInto(1)).isEqualTo(2);
        assertThat(spec.noise().localInto(2)).isZero();
        assertThat(spec.noise().channels()).isEqualTo(3);
        assertThatThrownBy(
                        () ->
                                new ModelSpec(
                                        new NoiseSpec(
                                                3,
                                                0,
                                                0,
                                                List.of(),
                                                List.of(0),
                                                List.of(2),
                                                List.of()),
                                        List.of(new Stage(3, 4, 3, 2, true, Activation.RELU)),
                                        ColourAxes.identity(4),
                                        0))
                .hasMessageContaining("fineChannels are [2]")
                .hasMessageContaining("only 0 stages follow");
        assertThatThrownBy(
                        () ->
                                new NoiseSpec(
                                        3, 0, 2, List.of(), List.of(1), List.of(0, 513), List.of()))
                .hasMessageContaining("fine channels is 513, but must be from 0 to 512");
    }

    @Test
    void globalChannelsEnterTheLateStagesThatAreNamed() {
        NoiseSpec late = new NoiseSpec(3, 2, 0, List.of(), List.of(0), List.of(), List.of(1));
        assertThat(late.globalInto(0)).isEqualTo(2);
        assertThat(late.globalInto(1)).isEqualTo(2);
        assertThat(late.globalInto(2)).isZero();
        assertThat(late.sharpness(0)).isEqualTo(1);
        assertThat(late.sharpness(3)).isEqualTo(8);
        assertThat(new NoiseSpec(3, 2, 0).sharpness(3)).as("models of before").isEqualTo(1);
        assertThatThrownBy(
                        () ->
                                new ModelSpec(
                                        late,
                                        List.of(new Stage(5, 4, 3, 2, true, Activation.RELU)),
                                        ColourAxes.identity(4),
                                        0))
                .hasMessageContaining("globalStages are [1]")
                .hasMessageContaining("only 1 stages");
        for (List<Integer> wrong : List.of(List.of(0), List.of(2, 2), List.of(10))) {
            assertThatThrownBy(
                            () -> new NoiseSpec(3, 2, 0, List.of(), List.of(0), List.of(), wrong))
                    .hasMessageStartingWith("global stage is ");
        }
    }

    @Test
    void aModelWithoutFreshNoiseIsWrittenAsBeforeThereWasAny() {
        String plain = ModelJson.write(new NoiseSpec(3, 0, 2));
        assertThat(plain).doesNotContain("fineChannels", "globalStages");
        String fine =
                ModelJson.write(
                        new NoiseSpec(3, 0, 2, List.of(), List.of(1), List.of(4, 2), List.of()));
        assertThat(fine).contains("\"fineChannels\":[4,2]");
        assertThat(ModelJson.read("noise", plain, new TypeReference<NoiseSpec>() {}))
                .isEqualTo(new NoiseSpec(3, 0, 2));
    }

    @Test
    void wavesWithoutGlobalsHaveATableAlone() {
        Stage stage = new Stage(7, 1, 3, 2, false, Activation.TANH);
        ModelSpec spec =
                new ModelSpec(new NoiseSpec(3, 0, 2), List.of(stage), ColourAxes.identity(1), 0);
        assertThat(Weights.shapesOf(spec).keySet())
                .containsExactly("stages.0.weight", "stages.0.bias", "waves.base");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void weightsMustBeFinite(float value) {
        assertRefused("waves.base", 3, value, "waves.base holds " + value + ", but must be finite");
    }

    @Test
    void aVarianceIsNotNegative() {
        assertRefused("stages.0.norm.running_var", 0, -1e-9f, "and not negative");
    }

    @Test
    void aMissingWeightIsNamed() {
        Map<String, Weight> weights = sampleWeights();
        weights.remove("stages.1.bias");
        assertRefused(weights, "the weight stages.1.bias is missing");
    }

    @Test
    void aWeightTooManyIsNamed() {
        Map<String, Weight> weights = sampleWeights();
        weights.put("extra", new Weight(new int[] {1}, new float[1]));
        assertRefused(weights, "the weight 'extra' has no place in the model's spec");
    }

    @Test
    void aWrongShapeIsNamed() {
        Map<String, Weight> weights = sampleWeights();
        weights.put("waves.base", new Weight(new int[] {4}, new float[4]));
        assertRefused(weights, "waves.base has shape [4], but must have [2, 2]");
    }

    @Test
    void aPlanHoldsPlainValuesOnly() {
        assertPlanRefused(Map.of("when", Activation.RELU), "'when' of the plan is a Activation");
        assertPlanRefused(Map.of("rate", Double.NaN), "'rate' of the plan is NaN");
        Map<String, Object> endless = new LinkedHashMap<>();
        endless.put("self", endless);
        assertPlanRefused(endless, "depth of");
    }

    @Test
    void aWeightHasAsManyValuesAsItsShape() {
        assertThatThrownBy(() -> new Weight(new int[] {2, 3}, new float[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 3] has 5 values");
        assertThatThrownBy(() -> new Weight(new int[] {-1, -5}, new float[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        int huge = Integer.MAX_VALUE;
        assertThatThrownBy(() -> new Weight(new int[] {huge, huge, huge}, new float[5]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void foldersOfAPictureAreDropped() {
        String sha = "a".repeat(64);
        assertThat(new Provenance.Picture("/home/x/a b.png", sha, 1, 1).name())
                .isEqualTo("a b.png");
        assertThat(new Provenance.Picture("C:\\x\\a.png", sha, 1, 1).name()).isEqualTo("a.png");
    }

    private static Map<String, Weight> sampleWeights() {
        return new LinkedHashMap<>(SampleModel.model().weights().asMap());
    }

    /** One changed value makes the model refused, when it is made and when it is read. */
    private void assertRefused(String name, int index, float value, String fact) {
        Map<String, Weight> weights = sampleWeights();
        Weight weight = weights.get(name);
        float[] values = weight.values().clone();
        values[index] = value;
        weights.put(name, new Weight(weight.shape(), values));
        assertRefused(weights, fact);
    }

    private void assertRefused(Map<String, Weight> weights, String fact) {
        TextureModel model = SampleModel.model();
        assertThatThrownBy(
                        () ->
                                new TextureModel(
                                        model.spec(),
                                        Weights.of(weights),
                                        model.plan(),
                                        model.provenance()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fact);
        Path file = folder.resolve("changed.safetensors");
        assertThatThrownBy(
                        () -> {
                            new Safetensors(weights, model.content().metadata()).write(file);
                            TextureModel.read(file);
                        })
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(fact);
    }

    private static void assertPlanRefused(Map<String, Object> plan, String fact) {
        TextureModel model = SampleModel.model();
        assertThatThrownBy(
                        () ->
                                new TextureModel(
                                        model.spec(), model.weights(), plan, model.provenance()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fact);
    }
}
