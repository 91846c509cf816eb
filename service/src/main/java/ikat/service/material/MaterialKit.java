package ikat.service.material;

import ikat.export.Export;
import ikat.export.ExportListener;
import ikat.export.TileChoice;
import ikat.image.Depth;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.io.AtomicFile;
import ikat.model.MapKind;
import ikat.service.material.MaterialTarget.Picture;
import ikat.service.train.OutputFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A material as one zip file for a program: the pictures as it names and packs them, a document of
 * its own if it has one, and a text that says what each file is.
 *
 * @param target that takes it
 * @param material to write
 * @param region of its planes
 * @param name of the material, by which the files are named
 * @param threads that render
 */
public record MaterialKit(
        MaterialTarget target,
        MaterialPlanes material,
        PixelRegion region,
        String name,
        int threads) {

    /** The longest side: documents hold the pictures in memory. */
    public static final int MOST_SIDE = 8192;

    /**
     * Writes the file.
     *
     * @return the names of the files in it
     * @throws IOException with one sentence
     */
    public List<String> write(Path zip) throws IOException {
        Path folder = Files.createTempDirectory("ikat-material");
        try {
            Map<String, Path> files = new LinkedHashMap<>();
            List<Picture> pictures = target.pictures(material, name);
            for (Picture picture : pictures) {
                Path file = render(picture, folder);
                if (target != MaterialTarget.GLTF) {
                    files.put(picture.name(), file);
                }
            }
            add(files, folder, document(pictures, folder));
            add(
                    files,
                    folder,
                    new Text("README.txt", readme(pictures).getBytes(StandardCharsets.UTF_8)));
            AtomicFile.write(zip, part -> pack(files, part));
            return new ArrayList<>(files.keySet());
        } finally {
            delete(folder);
        }
    }

    private record Text(String name, byte[] bytes) {}

    private Path render(Picture picture, Path folder) throws IOException {
        Path file = folder.resolve(picture.name());
        new Export(atMostSixteen(picture.plane()), region, file, TileChoice.USUAL, threads)
                .write(null, new ExportListener() {});
        return file;
    }

    /** PNG holds no floating-point samples. */
    private static PixelSource atMostSixteen(PixelSource plane) {
        return plane.depth() == Depth.FLOAT ? plane.at(Depth.SIXTEEN) : plane;
    }

    private Optional<Text> document(List<Picture> pictures, Path folder) throws IOException {
        return switch (target) {
            case BLENDER -> {
                List<Picture> ofGltf = new ArrayList<>();
                for (Picture picture : MaterialTarget.ofGltf(material, name + "-gltf")) {
                    Optional<Picture> same =
                            pictures.stream().filter(picture::showsTheSame).findFirst();
                    if (same.isEmpty()) {
                        render(picture, folder);
                    }
                    ofGltf.add(same.orElse(picture));
                }
                yield Optional.of(new Text(name + ".glb", glb(ofGltf, folder)));
            }
            case GLTF -> Optional.of(new Text(name + ".glb", glb(pictures, folder)));
            case GODOT ->
                    Optional.of(
                            new Text(
                                    name + ".tres",
                                    GodotResource.of(pictures).getBytes(StandardCharsets.UTF_8)));
            case MATERIALX ->
                    Optional.of(
                            new Text(
                                    name + ".mtlx",
                                    MaterialXDocument.of(pictures, name)
                                            .getBytes(StandardCharsets.UTF_8)));
            case UNITY, UNREAL -> Optional.empty();
        };
    }

    private byte[] glb(List<Picture> pictures, Path folder) throws IOException {
        GlbFile glb = new GlbFile(name, (double) region.width() / region.height());
        for (Picture picture : pictures) {
            glb.add(
                    picture.role(),
                    OutputFiles.baseName(Path.of(picture.name())),
                    Files.readAllBytes(folder.resolve(picture.name())));
        }
        return glb.bytes(material.maps().containsKey(MapKind.OPACITY));
    }

    private static void add(Map<String, Path> files, Path folder, Optional<Text> text)
            throws IOException {
        if (text.isPresent()) {
            add(files, folder, text.get());
        }
    }

    private static void add(Map<String, Path> files, Path folder, Text text) throws IOException {
        files.put(text.name(), Files.write(folder.resolve(text.name()), text.bytes()));
    }

    private String readme(List<Picture> pictures) {
        StringBuilder text = new StringBuilder();
        text.append(name).append(", ").append(region.width()).append('x').append(region.height());
        text.append(" px, for ").append(target.word()).append("\n\n");
        for (Picture picture : pictures) {
            text.append(picture.name()).append(": ").append(picture.what()).append("; ");
            text.append(picture.colours() ? "sRGB" : "linear (non-colour data)").append('\n');
        }
        text.append('\n').append(advice()).append('\n');
        return text.toString();
    }

    private String advice() {
        return switch (target) {
            case BLENDER ->
                    "Import "
                            + name
                            + ".glb (File, Import, glTF 2.0), which holds colours, normals,"
                            + " occlusion, roughness and metal, or load the pictures as image"
                            + " textures: the colour space of all but the colours is Non-Color.";
            case UNITY ->
                    "Switch sRGB off for all but the base map, and set the texture type of the"
                        + " normals to Normal map. The mask map suits HDRP/Lit; in URP it is the"
                        + " metallic map (smoothness from its alpha) and the occlusion map.";
            case UNREAL ->
                    "Switch sRGB off for all but BC; compression of N is Normalmap, of ORM Masks.";
            case GODOT ->
                    "Copy the folder into the project; " + name + ".tres is an ORMMaterial3D.";
            case GLTF -> name + ".glb holds all pictures, on a plane and a sphere.";
            case MATERIALX -> name + ".mtlx is a standard surface of the pictures beside it.";
        };
    }

    private static void pack(Map<String, Path> files, Path zip) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            archive.setLevel(Deflater.BEST_SPEED); // pictures are packed already
            for (Map.Entry<String, Path> file : files.entrySet()) {
                archive.putNextEntry(new ZipEntry(file.getKey()));
                Files.copy(file.getValue(), archive);
                archive.closeEntry();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
