package ikat.model;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.fuzz.FuzzTrial;
import ikat.fuzz.FuzzTrial.Tally;
import ikat.render.Models;
import ikat.render.Weaves;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 6 for many damaged model files, with and without exemplars. */
@Tag("fuzz")
class ModelFuzzTest {

    @TempDir private Path folder;

    private byte[] plain(Precision precision) throws IOException {
        Path file = folder.resolve("plain.safetensors");
        SampleModel.model().write(file, precision);
        return Files.readAllBytes(file);
    }

    private byte[] woven() throws IOException {
        Path file = folder.resolve("woven.safetensors");
        List<NamedTexture> textures = List.of(new NamedTexture("bark", 1, 1, 64, 48));
        Weaves.woven(Models.named(textures, 0.5f, -0.5f)).write(file, Precision.HALF);
        return Files.readAllBytes(file);
    }

    @Test
    void aDamagedFileIsReadOrRefused() throws Exception {
        Path file = folder.resolve("m.safetensors");
        Tally tally =
                FuzzTrial.of("model", ModelFormatException.class)
                        .repairedBy(ModelFuzzTest::withTrueLength)
                        .run(
                                List.of(plain(Precision.FULL), plain(Precision.HALF), woven()),
                                input -> TextureModel.read(Files.write(file, input)));
        assertThat(tally.refused()).isPositive();
    }

    @Test
    void aDamagedHeaderIsReadOrRefused() throws Exception {
        Path file = folder.resolve("h.safetensors");
        byte[] plain = plain(Precision.FULL);
        byte[] woven = woven();
        Tally tally =
                FuzzTrial.of("header", ModelFormatException.class)
                        .texts()
                        .run(
                                List.of(header(plain), header(woven)),
                                input -> {
                                    boolean weaves =
                                            new String(input, StandardCharsets.UTF_8)
                                                    .contains("weave");
                                    Files.write(file, withHeader(input, weaves ? woven : plain));
                                    TextureModel.read(file);
                                });
        assertThat(tally.refused()).isPositive();
    }

    private static int headerLength(byte[] file) {
        return Math.toIntExact(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong());
    }

    private static byte[] header(byte[] file) {
        return Arrays.copyOfRange(file, 8, 8 + headerLength(file));
    }

    private static byte[] withHeader(byte[] header, byte[] file) {
        int data = 8 + headerLength(file);
        return ByteBuffer.allocate(8 + header.length + file.length - data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(file, data, file.length - data)
                .array();
    }

    /** The header ends at the last brace in the first half of the file, or thereabouts. */
    private static byte[] withTrueLength(byte[] input) {
        int end = Math.min(input.length, 8 << 10) - 1;
        while (end > 8 && !(input[end] == '}' && input[end - 1] == '}')) {
            end--;
        }
        if (end > 8) {
            ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN).putLong(end + 1L - 8);
        }
        return input;
    }
}
