package ikat.material;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.fuzz.FuzzTrial;
import ikat.fuzz.FuzzTrial.Tally;
import ikat.image.ImageFormatException;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged glTF files are read, or refused in one sentence. */
@Tag("fuzz")
class GltfFuzzTest {

    @TempDir private Path folder;
    @TempDir private Path extracts;

    @Test
    void aDamagedTextIsReadOrRefused() throws Exception {
        byte[] png = GltfSamples.png(2, BufferedImage.TYPE_INT_RGB, 1);
        Files.write(folder.resolve("a.png"), png);
        String beside = GltfSamples.images("a.png", "a.png", GltfSamples.data(png));
        String blended =
                """
                "materials": [{"alphaMode": "BLEND", "pbrMetallicRoughness": {
                  "baseColorTexture": {"index": 0, "texCoord": 1}, "metallicFactor": 0.5}}],
                "textures": [{"extensions": {"EXT_texture_webp": {"source": 0}}}]
                """;
        List<byte[]> seeds =
                List.of(
                        GltfSamples.text(GltfSamples.MATERIAL, beside)
                                .getBytes(StandardCharsets.UTF_8),
                        GltfSamples.text(blended, beside).getBytes(StandardCharsets.UTF_8));
        check(FuzzTrial.of("gltf text", ImageFormatException.class).texts(), seeds);
    }

    @Test
    void aDamagedBinaryFileIsReadOrRefused() throws Exception {
        byte[] png = GltfSamples.png(2, BufferedImage.TYPE_INT_ARGB, 1);
        check(
                FuzzTrial.of("gltf binary", ImageFormatException.class)
                        .repairedBy(GltfFuzzTest::withLength),
                List.of(GltfSamples.binary(png, png, png)));
    }

    /** Corrects the length in the header. */
    private static byte[] withLength(byte[] file) {
        if (file.length >= 12) {
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(8, file.length);
        }
        return file;
    }

    private void check(FuzzTrial trial, List<byte[]> seeds) throws Exception {
        Path file = folder.resolve("x.gltf");
        Tally tally =
                trial.run(
                        seeds,
                        input -> GltfMaterial.read(Files.write(file, input), extracts, note -> {}));
        assertThat(tally.read()).isPositive();
        assertThat(tally.refused()).isPositive();
    }
}
