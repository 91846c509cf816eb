package ikat.model;

import static ikat.model.RawSafetensors.bytes;
import static ikat.model.RawSafetensors.oneTensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileSafetensorsTest {

    private static final String FOUR = oneTensor("F32", "[4]", "[0,16]");

    @TempDir Path folder;

    static Stream<Arguments> hostileFiles() {
        return Stream.of(lengths(), texts(), entries(), layouts()).flatMap(cases -> cases);
    }

    private static Stream<Arguments> lengths() {
        byte[] none = {};
        byte[] brackets = "{}".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                hostile("empty", none, "the file has 0 bytes, but a safetensors file has at least"),
                hostile("nine bytes", new byte[9], "the file has 9 bytes"),
                hostile("zero length", bytes(0, brackets), "length is 0, but must be from 2 to 2"),
                hostile("huge length", bytes(Long.MAX_VALUE, brackets), "9223372036854775807"),
                hostile("negative length", bytes(-1, brackets), "18446744073709551615"),
                hostile("length beyond the file", bytes(3, brackets), "length is 3, but must be"),
                hostile(
                        "length beyond the limit",
                        bytes((16 << 20) + 1, new byte[(16 << 20) + 1]),
                        "length is 16777217, but must be from 2 to 16777216"));
    }

    private static Stream<Arguments> texts() {
        return Stream.of(
                hostile("no JSON", bytes("hello world"), "begins with byte 104"),
                hostile("a picture", bytes(3, new byte[] {(byte) 0x89, 'P', 'N'}), "byte 137"),
                hostile("not UTF-8", bytes(3, new byte[] {'{', (byte) 0xff, '}'}), "not UTF-8"),
                hostile("UTF-16", bytes(4, new byte[] {'{', 0, '}', 0}), "not the JSON"),
                hostile("open", bytes("{\"a\":{"), "not the JSON"),
                hostile("space before", bytes("  {}"), "begins with byte 32"),
                hostile("text behind", bytes("{}{}"), "the end of the header holds an object"),
                hostile("deep", bytes("{\"a\":" + "[".repeat(100_000)), "'a' holds an array"),
                hostile("deep objects", bytes("{\"a\":".repeat(100_000)), "'a'"),
                hostile("a number", bytes("{\"a\":1}"), "'a' holds a whole number"),
                hostile("two tensors", bytes(twice(FOUR)), "names 't' twice"),
                hostile(
                        "two dtypes",
                        bytes("{\"t\":{\"dtype\":\"F32\",\"dtype\":\"F16\"}}"),
                        "twice"),
                hostile(
                        "two metadata",
                        bytes("{\"__metadata__\":{},\"__metadata__\":{}}"),
                        "names '__metadata__' twice"),
                hostile(
                        "metadata twice",
                        bytes("{\"__metadata__\":{\"k\":\"a\",\"k\":\"b\"}}"),
                        "names 'k' twice"),
                hostile(
                        "metadata of numbers",
                        bytes("{\"__metadata__\":{\"k\":1}}"),
                        "metadata 'k' holds a whole number, but must hold a text"),
                hostile("controls", bytes("{\"\\n\\u001b[31m\":1}"), "'  [31m' holds"),
                hostile("too many tensors", bytes(manyTensors(4097)), "number of tensors is 4097"));
    }

    private static Stream<Arguments> entries() {
        return Stream.of(
                hostile(
                        "unknown dtype",
                        oneTensor("I64", "[2]", "[0,16]"),
                        "dtype is 'I64', but only"),
                hostile(
                        "no dtype",
                        "{\"t\":{\"shape\":[4],\"data_offsets\":[0,16]}}",
                        "is missing"),
                hostile(
                        "no shape",
                        "{\"t\":{\"dtype\":\"F32\",\"data_offsets\":[0,16]}}",
                        "shape of"),
                hostile(
                        "no offsets",
                        "{\"t\":{\"dtype\":\"F32\",\"shape\":[4]}}",
                        "data_offsets of"),
                hostile("an extra", "{\"t\":{\"code\":\"rm\"}}", "has 'code', but only"),
                hostile("dtype number", "{\"t\":{\"dtype\":3}}", "dtype of 't' holds a whole"),
                hostile("shape text", "{\"t\":{\"shape\":\"4\"}}", "shape of 't' holds a text"),
                hostile("a fraction", oneTensor("F32", "[4.0]", "[0,16]"), "holds a fraction"),
                hostile("negative size", oneTensor("F32", "[-4]", "[0,16]"), "is -4, but must be"),
                hostile("two negatives", oneTensor("F32", "[-2,-2]", "[0,16]"), "is -2, but must"),
                hostile(
                        "beyond long",
                        oneTensor("F32", "[99999999999999999999]", "[0,16]"),
                        "JSON"),
                hostile(
                        "endless",
                        oneTensor("F32", "[" + "9".repeat(5000) + "]", "[0,16]"),
                        "JSON"),
                hostile("beyond int", oneTensor("F32", "[2147483648]", "[0,16]"), "2147483648"),
                hostile(
                        "overflowing to 4",
                        oneTensor("F32", "[1073741825,4,1073741824,4]", "[0,16]"),
                        "the tensor 't' has 16 bytes, but its dtype F32 and shape"),
                hostile(
                        "overflowing to 0",
                        oneTensor("F32", "[1073741824,1073741824,16]", "[0,0]"),
                        "has 0 bytes"),
                hostile(
                        "nine dimensions",
                        oneTensor("F32", "[1,1,1,1,1,1,1,1,4]", "[0,16]"),
                        "is 9, but must be from 0 to 8"),
                hostile("wrong size", oneTensor("F32", "[3]", "[0,16]"), "need another number"),
                hostile("odd bytes", oneTensor("F32", "[4]", "[0,17]"), "has 17 bytes"),
                hostile("one offset", oneTensor("F32", "[4]", "[16]"), "is 1, but must be"),
                hostile("three offsets", oneTensor("F32", "[4]", "[0,8,16]"), "is 3, but must be"));
    }

    private static Stream<Arguments> layouts() {
        String longMax = Long.toString(Long.MAX_VALUE);
        return Stream.of(
                hostile("negative offset", oneTensor("F32", "[4]", "[-16,0]"), "are -16 and 0"),
                hostile("falling offsets", oneTensor("F32", "[4]", "[16,0]"), "are 16 and 0"),
                hostile(
                        "overflowing offsets",
                        oneTensor("F32", "[4]", "[-" + longMax + "," + longMax + "]"),
                        "must rise"),
                hostile("beyond the data", oneTensor("F32", "[5]", "[0,20]"), "need 20 bytes"),
                hostile(
                        "far beyond",
                        oneTensor("F32", "[2147483647]", "[0,8589934588]"),
                        "it is cut"),
                hostile(
                        "not all data",
                        oneTensor("F32", "[3]", "[0,12]"),
                        "something was appended"),
                hostile("a gap before", oneTensor("F32", "[3]", "[4,16]"), "begins at byte 4"),
                hostile("a gap between", pair("[0,4]", "[12,16]"), "begins at byte 12"),
                hostile("an overlap", pair("[0,4]", "[0,4]"), "begins at byte 0 of the data, but"));
    }

    @ParameterizedTest
    @MethodSource("hostileFiles")
    void aHostileFileIsRefusedInOneSentence(byte[] bytes, String fact) throws IOException {
        Path file = RawSafetensors.file(folder, bytes);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(fact)
                .satisfies(
                        e -> assertThat(e.getMessage()).hasSizeLessThan(600).doesNotContain("\n"));
    }

    @Test
    void everyCutOfAFileIsRefused() throws IOException {
        Path file = folder.resolve("whole.safetensors");
        new Safetensors(Map.of("t", new Weight(new int[] {4}, new float[4])), Map.of("k", "v"))
                .write(file);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Path cut = RawSafetensors.file(folder, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Safetensors.read(cut))
                    .as("cut to %s bytes", length)
                    .isInstanceOf(ModelFormatException.class);
        }
    }

    @Test
    void aGiganticHollowFileTakesNoMemory() throws IOException {
        String header = oneTensor("F32", "[2147483647]", "[0,8589934588]");
        Path file = RawSafetensors.file(folder, bytes(header));
        try (RandomAccessFile hollow = new RandomAccessFile(file.toFile(), "rw")) {
            hollow.setLength(8 + header.length() + 8_589_934_588L);
        }
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("number of values is 2147483647, but must be from 0 to");
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("none.safetensors");
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(file + ": there is no such file");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> Safetensors.read(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void aDeviceIsNoFile() {
        Path device = Path.of("/dev/zero");
        assumeTrue(Files.exists(device));
        assertThatThrownBy(() -> Safetensors.read(device))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("must be a regular file");
    }

    private static Arguments hostile(String name, byte[] bytes, String fact) {
        return Arguments.of(Named.of(name, bytes), fact);
    }

    private static Arguments hostile(String name, String header, String fact) {
        return hostile(name, bytes(header, new byte[16]), fact);
    }

    private static String twice(String header) {
        String entry = header.substring(1, header.length() - 1);
        return "{" + entry + "," + entry + "}";
    }

    private static String pair(String first, String second) {
        String entry = "\"%s\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":%s}";
        return "{" + entry.formatted("a", first) + "," + entry.formatted("b", second) + "}";
    }

    private static String manyTensors(int count) {
        StringBuilder header = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            header.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(i)
                    .append("\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}");
        }
        return header + "}";
    }
}
