package ikat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Map<String, Weight> tensors = new LinkedHashMap<>();
        tensors.put("z", new Weight(new int[] {2, 3}, new float[] {1, -2, 3.5f, 0, -0f, 1e-40f}));
        tensors.put("single", new Weight(new int[0], new float[] {Float.NaN}));
        tensors.put("empty", new Weight(new int[] {0, 5}, new float[0]));
        tensors.put("bits", new Weight(new int[] {1}, new float[] {Float.NEGATIVE_INFINITY}));
        Safetensors written = new Safetensors(tensors, Map.of("größe", "a \"quoted\"\nline"));
        Path file = folder.resolve("a.safetensors");
        written.write(file);
        Safetensors read = Safetensors.read(file);
        assertThat(read).isEqualTo(written);
        assertThat(read.tensors().keySet()).containsExactly("z", "single", "empty", "bits");
    }

    @Test
    void aTensorLargerThanTheBufferIsReadWhole() throws IOException {
        float[] values = new float[100_003];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Weight weight = new Weight(new int[] {values.length}, values);
        Safetensors written = new Safetensors(Map.of("t", weight), Map.of());
        Path file = folder.resolve("a.safetensors");
        written.write(file);
        assertThat(Safetensors.read(file)).isEqualTo(written);
    }

    @Test
    void theBytesAreThoseOfTheFormat() throws IOException {
        Map<String, Weight> tensors = new LinkedHashMap<>();
        tensors.put("a", new Weight(new int[] {2}, new float[] {1f, 2f}));
        tensors.put("b", new Weight(new int[] {1, 1}, new float[] {-1f}));
        Path file = folder.resolve("a.safetensors");
        new Safetensors(tensors, Map.of("k", "v")).write(file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = Math.toIntExact(bytes.getLong());
        assertThat(length % 8).isZero();
        byte[] header = new byte[length];
        bytes.get(header);
        assertThat(new String(header, StandardCharsets.UTF_8).stripTrailing())
                .isEqualTo(
                        "{\"__metadata__\":{\"k\":\"v\"},"
                                + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1,1],"
                                + "\"data_offsets\":[8,12]}}");
        assertThat(bytes.getFloat()).isEqualTo(1f);
        assertThat(bytes.getFloat()).isEqualTo(2f);
        assertThat(bytes.getFloat()).isEqualTo(-1f);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void tensorsMayBeNamedInAnyOrder() throws IOException {
        String header =
                "{\"b\":{\"shape\":[1],\"data_offsets\":[4,8],\"dtype\":\"F32\"},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}   ";
        byte[] data = {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40};
        Safetensors read = read(RawSafetensors.bytes(header, data));
        assertThat(read.tensors().get("a").values()).containsExactly(1f);
        assertThat(read.tensors().get("b").values()).containsExactly(2f);
        assertThat(read.metadata()).isEmpty();
    }

    @Test
    void halfPrecisionBecomesFloat() throws IOException {
        String header = RawSafetensors.oneTensor("F16", "[7]", "[0,14]");
        byte[] data = halves(0x3c00, 0xc000, 0x7bff, 0x0001, 0x8000, 0x7c00, 0x3555);
        assertThat(read(RawSafetensors.bytes(header, data)).tensors().get("t").values())
                .containsExactly(
                        1f, -2f, 65504f, 0x1p-24f, -0f, Float.POSITIVE_INFINITY, 0.33325195f);
        byte[] nan = halves(0x7e00, 0xfc00, 0x0400, 0x83ff, 0, 0, 0);
        assertThat(read(RawSafetensors.bytes(header, nan)).tensors().get("t").values())
                .startsWith(Float.NaN, Float.NEGATIVE_INFINITY, 0x1p-14f, -1023 * 0x1p-24f);
    }

    @Test
    void brainFloatBecomesFloat() throws IOException {
        String header = RawSafetensors.oneTensor("BF16", "[3]", "[0,6]");
        byte[] data = halves(0x3f80, 0xc000, 0x7fc0);
        assertThat(read(RawSafetensors.bytes(header, data)).tensors().get("t").values())
                .containsExactly(1f, -2f, Float.NaN);
    }

    @Test
    void aFileWithoutTensorsIsRead() throws IOException {
        assertThat(read(RawSafetensors.bytes("{}")).tensors()).isEmpty();
    }

    @Test
    void theNameOfTheMetadataIsNoTensor() {
        Map<String, Weight> tensors =
                Map.of("__metadata__", new Weight(new int[] {1}, new float[] {1}));
        assertThatThrownBy(() -> new Safetensors(tensors, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("__metadata__");
    }

    @Test
    void aHeaderBeyondTheLimitIsNotWritten() {
        Safetensors content = new Safetensors(Map.of(), Map.of("k", "x".repeat(17 << 20)));
        Path file = folder.resolve("a.safetensors");
        assertThatThrownBy(() -> content.write(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("may have at most 16777216");
        assertThat(folder).isEmptyDirectory();
    }

    private Safetensors read(byte[] bytes) throws IOException {
        return Safetensors.read(RawSafetensors.file(folder, bytes));
    }

    private static byte[] halves(int... bits) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * bits.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int half : bits) {
            bytes.putShort((short) half);
        }
        return bytes.array();
    }
}
