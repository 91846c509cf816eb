package ikat.material;

import static ikat.material.GltfSamples.MATERIAL;
import static ikat.material.GltfSamples.data;
import static ikat.material.GltfSamples.images;
import static ikat.material.GltfSamples.png;
import static ikat.material.GltfSamples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.ImageFormatException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GltfMaterialTest {

    private static final String COLOUR_ONLY =
            """
            "materials": [{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}],
            "textures": [{"source": 0}]
            """;

    @TempDir private Path folder;
    @TempDir private Path extracts;

    private final List<String> notes = new ArrayList<>();

    private Path file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private Path gltf(String... members) throws IOException {
        return file("thing.gltf", text(members).getBytes(StandardCharsets.UTF_8));
    }

    private GltfMaterial read(Path file) throws IOException {
        return GltfMaterial.read(file, extracts, notes::add);
    }

    private void refuses(ThrowingCallable reading, String sentence) {
        assertThatThrownBy(reading)
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n");
    }

    private static byte[] colours(int seed) throws IOException {
        return png(8, BufferedImage.TYPE_INT_RGB, seed);
    }

    @Test
    void picturesBesideTheFileAreTheMaterial() throws IOException {
        Path colour = file("textures/rock base.png", colours(1));
        Path normal = file("n.png", colours(2));
        Path packed = file("orm.png", colours(3));

        GltfMaterial read =
                read(gltf(MATERIAL, images("textures/rock%20base.png", "n.png", "./orm.png")));

        assertThat(read.colours()).isEqualTo(colour);
        assertThat(read.maps()).hasSize(2);
        assertThat(read.maps().get(0)).isEqualTo(new MapStack.Source(normal, MapRole.NORMAL_GL));
        assertThat(read.maps().get(1).role()).isEqualTo(MapRole.ORM);
        assertThat(read.maps().get(1).path()).isEqualTo(folder.resolve("./orm.png"));
        assertThat(packed).exists();
        assertThat(notes).isEmpty();
        assertThat(extracts).isEmptyDirectory();
    }

    @Test
    void picturesWithinTheFileAreTakenOut() throws IOException {
        byte[][] pngs = {colours(1), colours(2), colours(3)};
        Path binary = file("deep/thing.glb", GltfSamples.binary(pngs));

        GltfMaterial read = read(binary);

        assertThat(read.colours()).isEqualTo(extracts.resolve("deep/thing.png"));
        assertThat(read.colours()).hasBinaryContent(pngs[0]);
        assertThat(read.maps().get(0).path()).hasBinaryContent(pngs[1]);
        assertThat(read.maps().get(1).path()).hasBinaryContent(pngs[2]);
        assertThat(read(gltf(MATERIAL, images(data(pngs[0]), data(pngs[1]), data(pngs[2])))).maps())
                .hasSize(2)
                .allSatisfy(map -> assertThat(map.path()).isRegularFile());
    }

    @Test
    void picturesLieInBuffersBesideTheFile() throws IOException {
        byte[] png = colours(5);
        ByteBuffer buffer = ByteBuffer.allocate(png.length + 100).put(50, png);
        file("thing.bin", buffer.array());
        String view =
                "\"bufferViews\": [{\"buffer\": 0, \"byteOffset\": 50, \"byteLength\": %d}]"
                        .formatted(png.length);
        GltfMaterial read =
                read(
                        gltf(
                                COLOUR_ONLY,
                                "\"images\": [{\"bufferView\": 0}]",
                                view,
                                "\"buffers\": [{\"uri\": \"thing.bin\", \"byteLength\": 9}]"));
        assertThat(read.colours()).hasBinaryContent(png);
    }

    @Test
    void twoFilesOfPackedMapsAreTakenApart() throws IOException {
        file("a.png", colours(1));
        file("b.png", colours(2));
        file("c.png", colours(3));
        String apart = MATERIAL.replace("\"occlusionTexture\": {\"index\": 2}", "%s");
        GltfMaterial read =
                read(
                        gltf(
                                apart.formatted("\"occlusionTexture\": {\"index\": 0}"),
                                images("a.png", "b.png", "c.png")));
        assertThat(read.maps())
                .extracting(MapStack.Source::role)
                .containsExactly(MapRole.NORMAL_GL, MapRole.METALLIC_ROUGHNESS, MapRole.OCCLUSION);
    }

    @ParameterizedTest
    @CsvSource({"BLEND, 6, true", "MASK, 6, true", "OPAQUE, 6, false", "BLEND, 1, false"})
    void alphaThatCountsIsOpacity(String mode, int type, boolean opacity) throws IOException {
        boolean alpha = type == BufferedImage.TYPE_4BYTE_ABGR;
        file("a.png", png(8, alpha ? type : BufferedImage.TYPE_INT_RGB, 1));
        GltfMaterial read =
                read(
                        gltf(
                                COLOUR_ONLY.replace(
                                        "[{\"pbr", "[{\"alphaMode\": \"" + mode + "\", \"pbr"),
                                images("a.png")));
        assertThat(read.maps().stream().anyMatch(map -> map.role() == MapRole.OPACITY))
                .isEqualTo(opacity);
    }

    @Test
    void whatIsNotLearnedIsNoted() throws IOException {
        file("a.png", colours(1));
        String material =
                """
                "materials": [{"name": "bare"}, {
                  "pbrMetallicRoughness": {
                    "baseColorTexture": {"index": 0, "extensions": {"KHR_texture_transform": {}}},
                    "baseColorFactor": [1, 0.5, 1, 1], "metallicFactor": 11,
                    "metallicRoughnessTexture":
                      {"index": 0, "extensions": {"KHR_texture_transform": {}}}},
                  "normalTexture": {"index": 0, "scale": 2, "texCoord": 1},
                  "extensions": {"KHR_materials_clearcoat": {}},
                  "emissiveTexture": {"index": 0}}, {"name": "moss"}],
                "textures": [{"source": 0}]
                """;
        GltfMaterial read = read(gltf(material, images("a.png")));
        assertThat(read.maps()).hasSize(1);
        assertThat(notes)
                .containsExactly(
                        "one material of thing.gltf is learned; left out: 'bare', 'moss'",
                        "normalTexture of thing.gltf is left out, as it does not lie on the colours"
                                + " (texCoord or KHR_texture_transform)",
                        "KHR_texture_transform of thing.gltf is left out",
                        "emissiveTexture of thing.gltf is left out",
                        "KHR_materials_clearcoat of thing.gltf is left out",
                        "baseColorFactor of thing.gltf is [1,0.5,1,1], but the picture is learned"
                                + " as it is",
                        "metallicFactor of thing.gltf is 11, but the picture is learned as it is",
                        "the scale of normals of thing.gltf is 2, but the picture is learned as it"
                                + " is");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../secret.png",
                "textures/../../secret.png",
                "%2e%2e/secret.png",
                "..%2Fsecret.png",
                "..\\\\secret.png",
                "file:///etc/passwd",
                "file:secret.png",
                "http://example.com/a.png",
                "C:/a.png",
                "textures",
                "."
            })
    void whatLiesOutsideTheFolderIsNotRead(String uri) throws IOException {
        Files.createDirectories(folder.resolve("in/textures"));
        file("secret.png", colours(1));
        Path inner =
                file("in/x.gltf", text(COLOUR_ONLY, images(uri)).getBytes(StandardCharsets.UTF_8));
        refuses(() -> read(inner), "but only files in its own folder are read");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Path secret = file("secret.png", colours(1));
        Path inner =
                file(
                        "in/x.gltf",
                        text(COLOUR_ONLY, images("a.png")).getBytes(StandardCharsets.UTF_8));
        Files.createSymbolicLink(folder.resolve("in/a.png"), secret);
        refuses(() -> read(inner), "but only files in its own folder are read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'uri': 'none.png' | refers to 'none.png', which does not exist",
                "'uri': 'data:image/png;base64,*' | is not in base64",
                "'uri': 'data:,x' | is not in base64",
                "'uri': 'data:;base64,' | one of its pictures is empty",
                "'uri': 'x\\u0000y' | refers to 'x y'",
                "'name': 3 | bufferView is 'not a number', but it has 2 bufferViews",
                "'bufferView': 7 | bufferView is '7', but it has 2 bufferViews",
                "'bufferView': 0 | a picture has -1 bytes from byte 0",
                "'bufferView': 1 | a picture lies at byte 9000000000000000000 with 5 bytes",
            })
    void aReferenceToNothingIsOneSentence(String image, String sentence) throws IOException {
        String views =
                """
                "bufferViews": [{"buffer": 0},
                  {"buffer": 0, "byteOffset": 9000000000000000000, "byteLength": 5}],
                "buffers": [{"byteLength": 4}]
                """;
        Path file = gltf(COLOUR_ONLY, "\"images\": [{" + image.replace('\'', '"') + "}]", views);
        refuses(() -> read(file), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | its asset has no version 2.0",
                "hello | its JSON cannot be read",
                "[] | its asset has no version 2.0",
                "{'asset': {'version': '1.0'}} | its asset has no version 2.0",
                "{'asset': {'version': '2.0'}} | has no material whose base colour is a picture",
                "{'asset': {'version': '2.0'}, 'materials': 5} | has no material whose base colour",
            })
    void whatIsNoGltfIsOneSentence(String json, String sentence) throws IOException {
        Path file = file("x.gltf", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        refuses(() -> read(file), sentence);
    }

    @Test
    void aPictureInAnUnknownFormatIsOneSentence() throws IOException {
        String basis = COLOUR_ONLY.replace("\"source\": 0", "\"extensions\": {\"KHR_x\": {}}");
        Path file = gltf(basis, images("a.ktx2"));
        refuses(() -> read(file), "has a picture in a format that is not read");
    }

    @Test
    void aHugeOrDeepFileIsRefusedBeforeItIsRead() throws IOException {
        Path deep = file("deep.gltf", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        refuses(() -> read(deep), "its JSON cannot be read");
        Path huge = file("huge.gltf", new byte[0]);
        try (var channel = Files.newByteChannel(huge, StandardOpenOption.WRITE)) {
            channel.position(100L << 20).write(ByteBuffer.wrap(new byte[] {1}));
        }
        refuses(() -> read(huge), "has 100 MB of JSON, but at most 64 are read");
        refuses(() -> read(folder.resolve("none.glb")), "does not exist");
        refuses(() -> read(folder), "is not a plain file");
    }

    @Test
    void aBinaryFileThatIsCutAnywhereIsOneSentence() throws IOException {
        byte[] whole = GltfSamples.binary(colours(1), colours(2), colours(3));
        for (int length = 0; length < whole.length; length += 1 + length / 40) {
            Path file = file("cut.glb", Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(file))
                    .as("%d bytes", length)
                    .isInstanceOf(ImageFormatException.class);
        }
        byte[] old = whole.clone();
        old[4] = 1;
        refuses(() -> read(file("old.glb", old)), "is glTF 1, but must be glTF 2");
        byte[] swapped = whole.clone();
        swapped[16] = 'X';
        refuses(() -> read(file("swapped.glb", swapped)), "does not begin with its JSON");
    }
}
