package ikat.service.report;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.analysis.Coverage;
import ikat.analysis.MeasuredExemplars;
import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.Activation;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import ikat.model.NoiseSpec;
import ikat.model.Provenance;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.model.Weight;
import ikat.model.Weights;
import ikat.noise.CellRegion;
import ikat.noise.NoiseField;
import ikat.service.Rendering;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageSheetTest {

    /** Checks of a size in pixels, the number of the texture. */
    private static byte check(long x, long y, int texture) {
        int size = 3 + texture % 40;
        return (byte) ((x / size + y / size) % 2 == 0 ? 40 + texture % 7 * 10 : 200);
    }

    private static MeasuredExemplars exemplars(int count) {
        List<Exemplar> all = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            float[] pixels = new float[200 * 200];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (check(i % 200, i / 200, t) & 0xff) / 127.5f - 1;
            }
            all.add(new Exemplar(t + ".png", "0".repeat(64), 1, 200, 200, pixels, List.of()));
        }
        Exemplars pictures = Exemplars.of(all);
        return new MeasuredExemplars(pictures, MeasuredExemplars.statistics(pictures));
    }

    /** A model whose codes are the numbers of its textures, divided by 100. */
    private static TextureModel model(int textures, int columns) {
        List<NamedTexture> named = new ArrayList<>();
        for (int t = 0; t < textures; t++) {
            named.add(new NamedTexture("" + t, t == 0 ? columns : 1, 1, 200, 200));
        }
        ModelSpec spec =
                new ModelSpec(
                        new NoiseSpec(1, 1, 0),
                        List.of(new Stage(2, 1, 3, 2, false, Activation.TANH)),
                        ColourAxes.identity(1),
                        0,
                        named,
                        0);
        Map<String, Weight> weights = new LinkedHashMap<>();
        Weights.shapesOf(spec)
                .forEach(
                        (name, shape) -> {
                            float[] values =
                                    new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
                            for (int i = 0; i < values.length; i++) {
                                values[i] = Math.max(0, i - columns + 1) / 100f;
                            }
                            weights.put(name, new Weight(shape, values));
                        });
        Provenance origin =
                new Provenance(
                        List.of(), "1", "fake", "17", 0, 1, Duration.ZERO, Instant.EPOCH, null);
        return new TextureModel(spec, Weights.of(weights), Map.of(), origin);
    }

    /** Paints the texture whose number the code tells, or one that is always the same. */
    private record Painter(int always) implements Rendering {

        @Override
        public PixelSource halved(NoiseField field, int level) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PixelSource plane(NoiseField field) {
            float[] noise = field.sample(new CellRegion(0, 0, 1, 1));
            int texture = always >= 0 ? always : Math.round(noise[1] * 100);
            return new PixelSource() {
                @Override
                public int channels() {
                    return 1;
                }

                @Override
                public byte[] render(PixelRegion region) {
                    byte[] pixels = new byte[region.width() * region.height()];
                    for (int i = 0; i < pixels.length; i++) {
                        pixels[i] = check(i % region.width(), i / region.width(), texture);
                    }
                    return pixels;
                }
            };
        }

        @Override
        public void close() {}
    }

    @Test
    void everyTextureIsRenderedByItsOwnCode() {
        CoverageSheet sheet = CoverageSheet.of(new Painter(-1), model(9, 1), exemplars(9));

        assertThat(sheet.lines())
                .containsExactly("9 of 9 textures are nearest to their own picture");
        assertThat(sheet.pairs()).hasSize(9);
        assertThat(sheet.pairs().get(4).rendering().getWidth()).isEqualTo(160);
    }

    @Test
    void aModelThatMakesOneTextureOnlyMissesTheOthers() {
        CoverageSheet sheet = CoverageSheet.of(new Painter(2), model(4, 1), exemplars(4));

        assertThat(sheet.lines())
                .containsExactly(
                        "1 of 4 textures are nearest to their own picture",
                        "0 is nearest to 2",
                        "1 is nearest to 2",
                        "3 is nearest to 2");
    }

    @Test
    void oneTextureIsCountedInTheSingular() {
        Coverage coverage = new Coverage(List.of(new Coverage.Texture("moss", "sand", 1.5, 0.5)));

        assertThat(new CoverageSheet(coverage, List.of(), List.of()).lines())
                .containsExactly(
                        "0 of 1 texture is nearest to its own picture", "moss is nearest to sand");
    }

    @Test
    void ofManyTexturesSomeAreLookedAt() {
        CoverageSheet sheet = CoverageSheet.of(new Painter(-1), model(90, 1), exemplars(90));

        assertThat(sheet.pairs()).hasSize(64);
        assertThat(sheet.coverage().textures().get(63).name()).isEqualTo("88");
    }

    @Test
    void aTextureWithPlacesIsLeftOutWithAWord() {
        CoverageSheet sheet = CoverageSheet.of(new Painter(-1), model(3, 4), exemplars(3));

        assertThat(sheet.lines())
                .containsExactly(
                        "2 of 2 textures are nearest to their own picture",
                        "not checked for 0: each place has a code of its own");
    }

    @Test
    void withoutNamesThereIsNothingToSay() {
        CoverageSheet sheet = CoverageSheet.of(new Painter(-1), model(0, 1), exemplars(2));

        assertThat(sheet.lines()).isEmpty();
    }
}
