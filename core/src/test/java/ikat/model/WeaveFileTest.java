package ikat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Domain;
import ikat.render.Models;
import ikat.render.Weaves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Model files that hold exemplars, honest and other ones. */
class WeaveFileTest {

    private static final TextureModel MODEL =
            Weaves.woven(
                    Models.named(
                            List.of(
                                    new NamedTexture("bark", 1, 1, 64, 48),
                                    new NamedTexture("moss", 1, 1, 64, 48)),
                            0.5f,
                            0.5f,
                            -0.5f,
                            -0.5f));

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"FULL", "HALF"})
    void aWeaveComesBackAsItWas(Precision precision) throws IOException {
        Path file = folder.resolve("woven.safetensors");
        MODEL.write(file, precision);
        TextureModel read = TextureModel.read(file);
        assertThat(read.weave()).isEqualTo(MODEL.weave());
        assertThat(Safetensors.read(file).metadata()).containsEntry("format_version", "2");
    }

    @Test
    void hueCountsAsBeforeInAFileThatDoesNotSay() throws IOException {
        Safetensors content = MODEL.content();
        Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
        metadata.computeIfPresent("weave", (name, said) -> said.replace("\"chroma\":2.0,", ""));
        Path file = folder.resolve("earlier.safetensors");
        new Safetensors(content.tensors(), metadata).write(file);
        TextureModel read = TextureModel.read(file);
        assertThat(read.weave().chroma()).isEqualTo(1);
        assertThat(read.content().metadata()).isEqualTo(metadata);
    }

    @Test
    void withoutAWeaveAFileIsAsBefore() throws IOException {
        Path file = folder.resolve("plain.safetensors");
        MODEL.withWeave(null).write(file);
        Safetensors content = Safetensors.read(file);
        assertThat(content.metadata())
                .containsEntry("format_version", "1")
                .doesNotContainKey("weave");
        assertThat(content.tensors().keySet()).noneMatch(name -> name.startsWith("weave."));
        assertThat(TextureModel.read(file)).isEqualTo(MODEL.withWeave(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "start":1        | "start":5         | start of the weave is 5
                    "start":1        | "start":4         | side of an exemplar is 48, but must be at least 224
                    "width":64       | "width":65        | has 64x48 pixels, but must have 65x48
                    "width":64       | "width":5000      | width of an exemplar is 5000
                    "width":64       | "width":-1        | width of an exemplar is -1
                    "channels":3     | "channels":1      | has 3 channels
                    "distance":0.5   | "distance":0.0    | distance is 0
                    "chroma":2.0     | "chroma":17.0     | chroma of the weave is 17
                    "chroma":2.0     | "chroma":0.5      | chroma of the weave is 0.5
                    "standard":true  | "standard":7      | weave is not valid
                    "sources":[      | "sources":[null,  | has an entry that is missing
                    """)
    void liesAboutTheExemplarsAreFound(String said, String lie, String fact) throws IOException {
        assertRefused(metadata -> metadata.replace(said, lie), UnaryOperator.identity(), fact);
    }

    @ParameterizedTest
    @CsvSource({
        "weave.0.keys, shape",
        "weave.1.queries, shape",
        "weave.0.clusters, shape",
        "weave.guide.weight, shape",
        "weave.guide.bias, shape",
        "weave.1.exemplar, PNG"
    })
    void tensorsOfAnotherSizeAreFound(String name, String fact) throws IOException {
        assertRefused(
                UnaryOperator.identity(),
                tensors -> {
                    float[] values = tensors.get(name).values();
                    int[] shape = tensors.get(name).shape().clone();
                    shape[0] = name.endsWith("exemplar") ? shape[0] / 2 : 1;
                    int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
                    shape[shape.length - 1] += name.endsWith("exemplar") ? 0 : 1;
                    int grown = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
                    tensors.put(
                            name, new Weight(shape, Arrays.copyOf(values, Math.max(count, grown))));
                    return tensors;
                },
                fact);
    }

    @Test
    void whatIsMissingOrTooMuchIsFound() throws IOException {
        assertRefused(
                UnaryOperator.identity(),
                tensors -> {
                    tensors.remove("weave.1.keys");
                    return tensors;
                },
                "weave.1.keys is missing");
        assertRefused(
                UnaryOperator.identity(),
                tensors -> {
                    tensors.put("weave.2.keys", new Weight(new int[] {1}, new float[1]));
                    return tensors;
                },
                "has no place in the weave");
        assertRefused(
                UnaryOperator.identity(),
                tensors -> {
                    tensors.get("weave.0.keys").values()[3] = Float.NaN;
                    return tensors;
                },
                "keys holds NaN");
    }

    private void assertRefused(
            UnaryOperator<String> weave, UnaryOperator<Map<String, Weight>> change, String fact)
            throws IOException {
        Safetensors content = MODEL.content();
        Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
        metadata.computeIfPresent("weave", (name, said) -> weave.apply(said));
        Map<String, Weight> tensors = new LinkedHashMap<>();
        content.tensors()
                .forEach(
                        (name, weight) ->
                                tensors.put(
                                        name, new Weight(weight.shape(), weight.values().clone())));
        Path file = folder.resolve("hostile.safetensors");
        new Safetensors(change.apply(tensors), metadata).write(file);
        assertThatThrownBy(() -> TextureModel.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(fact);
    }

    @Tag("slow")
    @Test
    void noMutationCrashes() throws IOException {
        Path file = folder.resolve("mutated.safetensors");
        MODEL.write(file);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(8);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            Files.write(file, Mutation.of(whole, random));
            try {
                assertThat(TextureModel.read(file).spec()).isNotNull();
            } catch (ModelFormatException e) {
                refused++;
                assertThat(e).hasMessageStartingWith(file.toString());
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void whatIsHiddenAndWhatTilesComeBack() throws IOException {
        Weave weave = Objects.requireNonNull(MODEL.weave());
        BitSet hidden = new BitSet();
        hidden.set(100, 300);
        List<Domain> domains = List.of(Domain.torus(64, 48), Domain.without(hidden, 64, 48));
        List<Weave.Source> sources = new ArrayList<>();
        for (int i = 0; i < domains.size(); i++) {
            Weave.Source source = weave.sources().get(i);
            sources.add(
                    new Weave.Source(
                            source.picture(),
                            domains.get(i),
                            source.keys(),
                            source.queries(),
                            source.clusters(),
                            source.distance()));
        }
        Weave partly =
                new Weave(
                        weave.start(),
                        weave.standard(),
                        weave.chroma(),
                        weave.guideWeight(),
                        weave.guideBias(),
                        sources,
                        weave.maps());
        Path file = folder.resolve("partly.safetensors");
        MODEL.withWeave(partly).write(file);
        assertThat(TextureModel.read(file).weave()).isEqualTo(partly).isNotEqualTo(weave);
        assertThat(Safetensors.read(file).metadata()).containsEntry("format_version", "5");
    }
}
