package ikat.service.material;

import static ikat.image.Averaging.NORMALS;
import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Averaging;
import ikat.image.ChangedPlane;
import ikat.image.Depth;
import ikat.image.ImageFiles;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.image.Wraps;
import ikat.io.Workers;
import ikat.model.MapKind;
import ikat.render.RepeatedTile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MaterialKitTest {

    static final PixelRegion REGION = new PixelRegion(3, -5, 64, 32);

    @TempDir private Path folder;

    private static Pixels random(int channels, Depth depth) {
        Pixels picture = Pixels.empty(64, 32, channels, depth);
        Random random = new Random(31 * channels + depth.bytes());
        for (int at = 0; at < picture.bytes().length; at += depth.bytes()) {
            depth.put(picture.bytes(), at, random.nextDouble() * depth.one());
        }
        return picture;
    }

    private static PixelSource colours(int channels) {
        return new RepeatedTile(random(channels, Depth.EIGHT), Averaging.LIGHT);
    }

    /** All maps, with green of the normals down. */
    static MaterialPlanes whole() {
        Map<MapKind, PixelSource> maps = new EnumMap<>(MapKind.class);
        for (MapKind kind : MapKind.values()) {
            Depth depth = kind == MapKind.HEIGHT ? Depth.SIXTEEN : Depth.EIGHT;
            maps.put(kind, new RepeatedTile(random(kind.channels(), depth), kind.averaging()));
        }
        return new MaterialPlanes(colours(3), maps, true);
    }

    @Test
    void aMapThatIsMadeIsAveragedAsItsKindIs() {
        try (Workers workers = new Workers("made", 1)) {
            MaterialPlanes made =
                    MaterialPlanes.made(colours(3), REGION, Wraps.NONE, false, workers);

            assertThat(made.maps()).isNotEmpty();
            made.maps()
                    .forEach(
                            (kind, map) ->
                                    assertThat(map.averaging())
                                            .as(kind.word())
                                            .isEqualTo(kind.averaging()));
        }
    }

    @Test
    void whatTwoFilesShowIsRenderedOnce() throws IOException {
        AtomicLong pixels = new AtomicLong();
        PixelSource counted =
                new ChangedPlane(
                        colours(3),
                        Depth.EIGHT,
                        part -> {
                            pixels.addAndGet((long) part.width() * part.height());
                            return part;
                        });
        Map<MapKind, PixelSource> normals =
                Map.of(MapKind.NORMAL, new RepeatedTile(random(3, Depth.EIGHT), NORMALS));
        MaterialPlanes material = new MaterialPlanes(counted, normals, true);

        write(MaterialTarget.GLTF, material, folder.resolve("one.zip"));
        long once = pixels.getAndSet(0);
        write(MaterialTarget.BLENDER, material, folder.resolve("two.zip"));

        assertThat(pixels).hasValue(once).hasPositiveValue();
    }

    private List<String> write(MaterialTarget target, MaterialPlanes material, Path zip)
            throws IOException {
        return new MaterialKit(target, material, REGION, "rock", 2).write(zip);
    }

    private Path kit(MaterialTarget target) throws IOException {
        Path zip = folder.resolve("rock.zip");
        write(target, whole(), zip);
        return zip;
    }

    static byte[] entry(Path zip, String name) throws IOException {
        try (ZipFile archive = new ZipFile(zip.toFile());
                InputStream in = archive.getInputStream(archive.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private Pixels picture(Path zip, String name) throws IOException {
        Path file = Files.write(folder.resolve(name), entry(zip, name));
        return ImageFiles.readData(file, new ArrayList<>());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    BLENDER   | rock_color.png, rock_normal.png, rock_height.png, rock_roughness.png, rock_metallic.png, rock_ao.png, rock_opacity.png, rock.glb, README.txt
                    UNITY     | rock_BaseMap.png, rock_Normal.png, rock_MaskMap.png, rock_Height.png, README.txt
                    UNREAL    | T_rock_BC.png, T_rock_N.png, T_rock_ORM.png, T_rock_H.png, T_rock_O.png, README.txt
                    GODOT     | rock_albedo.png, rock_normal.png, rock_orm.png, rock_height.png, rock.tres, README.txt
                    GLTF      | rock.glb, README.txt
                    MATERIALX | rock_color.png, rock_normal.png, rock_height.png, rock_roughness.png, rock_metallic.png, rock_ao.png, rock_opacity.png, rock.mtlx, README.txt
                    """)
    void filesHaveTheNamesOfTheProgram(MaterialTarget target, String names) throws IOException {
        Path zip = folder.resolve("rock.zip");
        assertThat(write(target, whole(), zip)).containsExactly(names.split(", "));
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            assertThat(archive.stream().map(entry -> entry.getName()))
                    .containsExactly(names.split(", "));
        }
        String readme = new String(entry(zip, "README.txt"), StandardCharsets.UTF_8);
        assertThat(readme).startsWith("rock, 64x32 px, for " + target.word());
    }

    @ParameterizedTest
    @CsvSource({
        "UNITY, rock_Normal.png, false",
        "UNREAL, T_rock_N.png, true",
        "GODOT, rock_normal.png, false",
        "BLENDER, rock_normal.png, false"
    })
    void greenPointsAsTheProgramTakesIt(MaterialTarget target, String name, boolean down)
            throws IOException {
        Pixels shown = picture(kit(target), name);
        Pixels map = Pixels.of(whole().maps().get(MapKind.NORMAL), REGION);
        for (int i = 0; i < 64 * 32; i++) {
            int green = map.bytes()[3 * i + 1] & 0xff;
            assertThat(shown.bytes()[3 * i + 1] & 0xff).isEqualTo(down ? green : 255 - green);
            assertThat(shown.bytes()[3 * i]).isEqualTo(map.bytes()[3 * i]);
        }
    }

    @Test
    void channelsArePackedAsTheProgramTakesThem() throws IOException {
        Map<MapKind, PixelSource> maps = whole().maps();
        byte[] occlusion = maps.get(MapKind.OCCLUSION).render(REGION);
        byte[] roughness = maps.get(MapKind.ROUGHNESS).render(REGION);
        byte[] metallic = maps.get(MapKind.METALLIC).render(REGION);
        byte[] opacity = maps.get(MapKind.OPACITY).render(REGION);
        Pixels orm = picture(kit(MaterialTarget.UNREAL), "T_rock_ORM.png");
        Pixels mask = picture(kit(MaterialTarget.UNITY), "rock_MaskMap.png");
        Pixels base = picture(kit(MaterialTarget.UNITY), "rock_BaseMap.png");
        assertThat(mask.channels()).isEqualTo(4);
        for (int i = 0; i < 64 * 32; i++) {
            assertThat(orm.bytes()[3 * i]).isEqualTo(occlusion[i]);
            assertThat(orm.bytes()[3 * i + 1]).isEqualTo(roughness[i]);
            assertThat(orm.bytes()[3 * i + 2]).isEqualTo(metallic[i]);
            assertThat(mask.bytes()[4 * i]).isEqualTo(metallic[i]);
            assertThat(mask.bytes()[4 * i + 1]).isEqualTo(occlusion[i]);
            assertThat(mask.bytes()[4 * i + 3] & 0xff).isEqualTo(255 - (roughness[i] & 0xff));
            assertThat(base.bytes()[4 * i + 3]).isEqualTo(opacity[i]);
        }
    }

    @Test
    void heightsKeepTheirBits() throws IOException {
        Pixels heights = picture(kit(MaterialTarget.UNREAL), "T_rock_H.png");
        assertThat(heights.depth()).isEqualTo(Depth.SIXTEEN);
        assertThat(heights.bytes()).isEqualTo(whole().maps().get(MapKind.HEIGHT).render(REGION));
    }

    private static JsonNode json(byte[] glb) {
        ByteBuffer bytes = ByteBuffer.wrap(glb).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getInt(0)).isEqualTo(0x46546C67);
        assertThat(bytes.getInt(8)).isEqualTo(glb.length);
        int length = bytes.getInt(12);
        assertThat(length % 4).isZero();
        assertThat(bytes.getInt(20 + length) % 4).isZero();
        return JsonMapper.shared().readTree(new String(glb, 20, length, StandardCharsets.UTF_8));
    }

    @Test
    void aGlbHoldsTheMaterialOnAPlaneAndASphere() throws IOException {
        JsonNode all = json(entry(kit(MaterialTarget.GLTF), "rock.glb"));
        assertThat(all.get("nodes")).hasSize(2);
        assertThat(all.get("images")).hasSize(3);
        JsonNode material = all.get("materials").get(0);
        assertThat(material.get("alphaMode").asString()).isEqualTo("BLEND");
        JsonNode surface = material.get("pbrMetallicRoughness");
        assertThat(surface.get("metallicRoughnessTexture").get("index").asInt())
                .isEqualTo(material.get("occlusionTexture").get("index").asInt());
        for (JsonNode mesh : all.get("meshes")) {
            JsonNode attributes = mesh.get("primitives").get(0).get("attributes");
            assertThat(attributes.has("TANGENT")).isTrue();
            int vertices =
                    all.get("accessors")
                            .get(attributes.get("POSITION").asInt())
                            .get("count")
                            .asInt();
            assertThat(vertices).isBetween(4, 65_535);
        }
    }

    @Test
    void aMaterialOfColoursAloneNeedsNoOtherPicture() throws IOException {
        MaterialPlanes plain = new MaterialPlanes(colours(1), Map.of(), false);
        Path zip = folder.resolve("plain.zip");
        assertThat(write(MaterialTarget.UNITY, plain, zip))
                .containsExactly("rock_BaseMap.png", "README.txt");
        write(MaterialTarget.GLTF, plain, zip);
        JsonNode material = json(entry(zip, "rock.glb")).get("materials").get(0);
        assertThat(material.has("normalTexture")).isFalse();
        assertThat(material.get("pbrMetallicRoughness").get("roughnessFactor").asDouble())
                .isEqualTo(0.5);
    }

    @Test
    void aMaterialXDocumentNamesEachNodeThatItUses() throws Exception {
        byte[] text = entry(kit(MaterialTarget.MATERIALX), "rock.mtlx");
        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(text));
        List<String> names = new ArrayList<>();
        var all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (!element.getTagName().equals("input")) {
                names.add(element.getAttribute("name"));
            }
        }
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            for (String reference : List.of("nodename", "nodegraph", "output")) {
                if (element.hasAttribute(reference)) {
                    assertThat(names).contains(element.getAttribute(reference));
                }
            }
        }
        assertThat(names).contains("SR_rock", "NG_rock", "rock");
    }

    @Test
    void aGodotResourceNamesThePicturesBesideIt() throws IOException {
        String text =
                new String(entry(kit(MaterialTarget.GODOT), "rock.tres"), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("[gd_resource type=\"ORMMaterial3D\" load_steps=5 format=3]")
                .contains("path=\"rock_orm.png\"", "normal_enabled = true", "orm_texture");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftBehind(MaterialTarget target) throws IOException {
        kit(target);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("rock.zip"));
        }
    }
}
