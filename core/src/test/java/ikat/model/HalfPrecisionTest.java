package ikat.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfPrecisionTest {

    @TempDir Path folder;

    @Test
    void everyFiniteHalfIsItsOwnNearest() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = read((short) bits);
            if (Float.isFinite(value)) {
                assertThat(Dtype.halfBits(value)).isEqualTo((short) bits);
            }
        }
    }

    @Test
    void aMidpointGoesToTheEvenAndAnythingElseToTheNearest() {
        for (int bits = 0; bits < 0x7bff; bits++) {
            float low = read((short) bits);
            float high = read((short) (bits + 1));
            float middle = (low + high) / 2; // exact: a float has 13 bits more
            int even = bits + (bits & 1);
            assertThat(Dtype.halfBits(middle)).isEqualTo((short) even);
            assertThat(Dtype.halfBits(Math.nextDown(middle))).isEqualTo((short) bits);
            assertThat(Dtype.halfBits(-Math.nextUp(middle))).isEqualTo((short) (0x8000 | bits + 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"65504, true", "65519.996, true", "65520, false", "-70000, false", "NaN, false"})
    void whatRoundsBeyondTheLargestIsNotHeld(float value, boolean held) {
        assertThat(Dtype.fitHalf(new float[] {1, value})).isEqualTo(held);
    }

    @Test
    void onlyTheGeneratorsWeightsAreRounded() throws IOException {
        TextureModel model = SampleModel.model();
        Path file = folder.resolve("a.safetensors");
        model.write(file, Precision.HALF);
        TextureModel read = TextureModel.read(file);
        assertThat(read.spec()).isEqualTo(model.spec());
        assertThat(read.provenance()).isEqualTo(model.provenance());
        model.weights()
                .asMap()
                .forEach(
                        (name, weight) -> {
                            boolean exact = name.startsWith("waves.") || name.contains("running_");
                            Weight kept = read.weights().get(name);
                            assertThat(kept.equals(weight)).as(name).isEqualTo(exact);
                            assertThat(relativeError(weight, kept)).isLessThanOrEqualTo(0x1p-11);
                        });
    }

    @Test
    void aRoundedModelIsWrittenAgainWithoutAChange() throws IOException {
        Path first = folder.resolve("a.safetensors");
        Path second = folder.resolve("b.safetensors");
        SampleModel.model().write(first, Precision.HALF);
        TextureModel.read(first).write(second, Precision.HALF);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void aTensorBeyondTheRangeStaysAsItIs() throws IOException {
        TextureModel model = SampleModel.model();
        Map<String, Weight> weights = new LinkedHashMap<>(model.weights().asMap());
        Weight bias = weights.get("stages.1.bias");
        float[] values = bias.values().clone();
        values[1] = 1e6f / 7;
        weights.put("stages.1.bias", new Weight(bias.shape(), values));
        Path file = folder.resolve("a.safetensors");
        new TextureModel(model.spec(), Weights.of(weights), Map.of(), model.provenance())
                .write(file, Precision.HALF);
        assertThat(TextureModel.read(file).weights().get("stages.1.bias").values())
                .isEqualTo(values);
    }

    @Test
    void everyValueLiesAtAMultipleOfItsSize() throws IOException {
        Path file = folder.resolve("a.safetensors");
        SampleModel.model().write(file, Precision.HALF);
        byte[] bytes = Files.readAllBytes(file);
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
        String json = new String(bytes, 8, length, StandardCharsets.UTF_8);
        SafetensorsHeader header = HeaderParser.parse(json);
        assertThat(header.entries())
                .extracting(SafetensorsHeader.Entry::dtype)
                .contains(Dtype.F16, Dtype.F32)
                .isSorted();
        assertThat(header.entries())
                .allMatch(entry -> (8 + length + entry.begin()) % entry.dtype().bytes == 0);
    }

    private static float read(short bits) {
        ByteBuffer two = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort(bits);
        return Dtype.F16.next(two.flip());
    }

    private static double relativeError(Weight weight, Weight kept) {
        double worst = 0;
        assertThat(Arrays.equals(kept.shape(), weight.shape())).isTrue();
        for (int i = 0; i < weight.values().length; i++) {
            double value = weight.values()[i];
            worst = Math.max(worst, Math.abs(kept.values()[i] - value) / Math.abs(value));
        }
        return worst;
    }
}
